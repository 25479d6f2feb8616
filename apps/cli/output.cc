// Output; see output.h.
#include "cli/output.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

#include "base/mapped_file.h"
#include "snapshot/format.h"

namespace cordon::cli {
namespace {

constexpr size_t kBufferBytes = size_t{64} << 10;
constexpr std::string_view kQuiet = "ended early";

// Is `path` an existing file in `folder`, or in a folder within it?
bool lies_in(const std::string& path, const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(folder, error) || !fs::is_regular_file(path, error)) return false;
  const fs::path file = fs::canonical(path, error);
  const fs::path top = fs::canonical(folder, error);
  return !error && std::ranges::mismatch(top, file).in1 == top.end();
}

bool is_no_snapshot(const std::string& path) {
  const auto file = MappedFile::open(path);
  return file && !file->bytes().starts_with(snapshot::kMagic);
}

volatile std::sig_atomic_t interrupted = 0;  // set by the signal handler only

}  // namespace

bool is_quiet_end(const Error& error) { return error.code == ErrorCode::kIo && error.message == kQuiet; }

void catch_interrupts() {
  struct sigaction action = {};
  action.sa_handler = [](int) { interrupted = 1; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

Result<void> check_interrupt() {
  if (interrupted != 0) return fail(ErrorCode::kIo, std::string(kQuiet));
  return {};
}

Output Output::standard() {
  Output out;
  out.look_ = look_of(STDOUT_FILENO);
  return out;
}

Result<Output> Output::open(const std::string& path) {
  if (path.empty() || path == "-") return standard();
  Output out;
  TRY(AtomicFile file, AtomicFile::create(path));
  out.file_.emplace(std::move(file));
  return out;
}

Output Output::over(PartFile part) {
  Output out;
  out.part_.emplace(std::move(part));
  return out;
}

Result<void> refuse_input_as_output(const Arguments& arguments, std::string_view option,
                                    std::vector<std::string> others) {
  const std::string output = arguments.value(option);
  if (output.empty() || output == "-") return {};
  others.insert(others.end(), arguments.parameters().begin(), arguments.parameters().end());
  others.push_back(arguments.value("--profile"));
  for (const std::string& input : others) {
    if (is_same_file(output, input) || (lies_in(output, input) && is_no_snapshot(output)))
      return fail(ErrorCode::kInvalidArgument, "is an input; writing the output there would destroy it", {output});
  }
  return {};
}

Result<void> write_whole(const std::string& path, std::string_view text) {
  TRY(Output out, Output::open(path));
  CHECK_OK(out.append(text));
  return out.commit();
}

Result<void> Output::append(std::string_view text) {
  buffer_ += text;
  if (look_.is_terminal || buffer_.size() >= kBufferBytes) return flush();
  return {};
}

Result<void> Output::flush() {
  if (file_ || part_) {
    CHECK_OK(file_ ? file_->append(buffer_) : part_->append(buffer_));
    buffer_.clear();
    return {};
  }
  for (size_t done = 0; done < buffer_.size();) {
    const ssize_t wrote = write(STDOUT_FILENO, buffer_.data() + done, buffer_.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0 && errno == EPIPE) return fail(ErrorCode::kIo, std::string(kQuiet));
    if (wrote < 0) return fail(ErrorCode::kIo, std::strerror(errno), {.source = "standard output"});
    done += static_cast<size_t>(wrote);
  }
  buffer_.clear();
  return {};
}

Result<PartFile::Mark> Output::sync() {
  CHECK_OK(flush());
  return part_->sync();
}

Result<void> Output::commit() {
  CHECK_OK(flush());
  if (file_) return file_->commit();
  if (part_) return part_->commit();
  return {};
}

}  // namespace cordon::cli
