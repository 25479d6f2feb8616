// Output; see output.h.
#include "cli/output.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace cordon::cli {
namespace {

constexpr size_t kBufferBytes = size_t{64} << 10;
constexpr std::string_view kQuiet = "ended early";

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
  if (file_) {
    CHECK_OK(file_->append(buffer_));
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

Result<void> Output::commit() {
  CHECK_OK(flush());
  if (file_) return file_->commit();
  return {};
}

}  // namespace cordon::cli
