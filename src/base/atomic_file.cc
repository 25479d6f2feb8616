#include "base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstring>

namespace cordon {
namespace {

constexpr int kMostLinks = 40;  // as Linux follows

std::unexpected<Error> system_error(const std::string& path) {
  return fail(ErrorCode::kIo, std::strerror(errno), {path});
}

// A device or a pipe, or a descriptor of this process under its usual names (/dev/stdout may lead to a file that a
// shell opened; it is appended to, as writing to standard output would).
bool is_special(const std::string& path, const struct stat& info) {
  return !S_ISREG(info.st_mode) || path.starts_with("/dev/std") || path.starts_with("/dev/fd/") ||
         path.starts_with("/proc/");
}

bool stat_of(const std::string& path, struct stat& info) {
  return (path == "-" ? ::fstat(STDIN_FILENO, &info) : ::stat(path.c_str(), &info)) == 0;
}

}  // namespace

Result<std::string> link_target(const std::string& path) {
  std::string out = path;
  char target[PATH_MAX];
  for (int i = 0; i < kMostLinks; ++i) {
    const ssize_t n = ::readlink(out.c_str(), target, sizeof target);
    if (n < 0) return out;  // no link, or nothing yet
    if (n == sizeof target) return fail(ErrorCode::kIo, std::strerror(ENAMETOOLONG), {path});
    const std::string_view to(target, static_cast<size_t>(n));
    const size_t slash = out.rfind('/');
    out = to.starts_with('/') || slash == std::string::npos ? std::string(to)
                                                            : out.substr(0, slash + 1) + std::string(to);
  }
  return fail(ErrorCode::kIo, std::strerror(ELOOP), {path});
}

bool is_written_straight(const std::string& path) {
  struct stat info = {};
  const Result<std::string> target = link_target(path);
  return ::stat(path.c_str(), &info) == 0 && target && (is_special(path, info) || is_special(*target, info));
}

Result<AtomicFile> AtomicFile::create(const std::string& path, std::string_view ending) {
  AtomicFile out;
  out.path_ = path;
  struct stat info = {};
  const bool exists = ::stat(path.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) return fail(ErrorCode::kIo, "is a folder", {path});
  TRY(out.target_, link_target(path));
  if (is_written_straight(path)) {
    out.fd_ = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  } else {
    out.aside_ = out.target_ + "." + (ending.empty() ? "tmp-" + std::to_string(::getpid()) : std::string(ending));
    out.fd_ = ::open(out.aside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  }
  if (out.fd_ < 0) {
    out.aside_.clear();
    return system_error(path);
  }
  return out;
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      aside_(std::exchange(other.aside_, {})),
      fd_(std::exchange(other.fd_, -1)),
      size_(other.size_) {}

AtomicFile::~AtomicFile() {
  if (fd_ >= 0) ::close(fd_);
  if (!aside_.empty()) ::unlink(aside_.c_str());
}

Result<void> AtomicFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return system_error(path_);
    size_ += static_cast<uint64_t>(n);
    bytes.remove_prefix(static_cast<size_t>(n));
  }
  return {};
}

Result<MappedFile> AtomicFile::map() const { return MappedFile::open(aside_); }

Result<void> AtomicFile::commit() {
  const bool aside = !aside_.empty();
  if (aside && ::fsync(fd_) != 0) return system_error(path_);
  if (::close(std::exchange(fd_, -1)) != 0) return system_error(path_);
  if (aside && std::rename(aside_.c_str(), target_.c_str()) != 0) return system_error(path_);
  aside_.clear();
  return {};
}

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat x = {};
  struct stat y = {};
  return stat_of(a, x) && stat_of(b, y) && S_ISREG(x.st_mode) && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

}  // namespace cordon
