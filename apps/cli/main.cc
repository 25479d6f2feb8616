// cordon: finds the command, runs it, turns an error into a line and an exit code.
#include <fmt/format.h>

#include <csignal>
#include <cstdio>

#include "base/input_bytes.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/output.h"
#include "cli/tell.h"
#include "cli/terminal.h"
#include "screen/json.h"

namespace cordon::cli {
namespace {

Result<int> print(std::string_view text) {
  Output out = Output::standard();
  CHECK_OK(out.append(text));
  CHECK_OK(out.commit());
  return kExitClear;
}

Result<int> run(std::vector<std::string> words) {
  if (words.empty()) {
    cordon::cli::tell("{}", help_text());
    return kExitError;
  }
  const std::string name = words.front();
  if (name == "--help" || name == "-h" || name == "help") return print(help_text());
  if (name == "--version") return print(std::string(screen::engine_version()) + "\n");
  if (name == "--man") return print(man_page());
  const Command* const command = find_command(name);
  if (command == nullptr) {
    return fail(ErrorCode::kInvalidArgument, fmt::format("no command \"{}\"; cordon --help names them", name));
  }
  words.erase(words.begin());
  TRY(const Arguments arguments, Arguments::parse(*command, std::move(words)));
  if (arguments.has("--help")) return print(help_text(*command));
  return command->run(arguments);
}

// An input that is cut while it is mapped is an error of reading it, not a death.
void on_bus_error(int signal, siginfo_t* info, void*) {
  if (!bridge_cut_input(info->si_addr)) std::signal(signal, SIG_DFL);  // comes again, and ends the process
}

void take_signals() {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write(), not a death
  std::signal(SIGXFSZ, SIG_IGN);  // so is a file that may not grow
  struct sigaction action = {};
  action.sa_sigaction = on_bus_error;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGBUS, &action, nullptr);
}

}  // namespace
}  // namespace cordon::cli

int main(int argc, char** argv) {
  cordon::cli::take_signals();
  const auto code = cordon::cli::run({argv + 1, argv + argc});
  if (code) return *code;
  if (!cordon::cli::is_quiet_end(code.error())) {
    cordon::cli::tell("cordon: {}\n", cordon::cli::printable(code.error().text()));
  }
  return cordon::cli::kExitError;
}
