#include "base/part_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/atomic_file.h"

namespace cordon {
namespace {

constexpr size_t kReadBytes = size_t{1} << 16;

std::unexpected<Error> system_error(const std::string& path) {
  return fail(ErrorCode::kIo, std::strerror(errno), {path});
}

// Does `name` still lead to the open file? Its process may have renamed it between our open() and our lock.
bool is_still(const std::string& name, const struct stat& open_file) {
  struct stat info = {};
  return ::lstat(name.c_str(), &info) == 0 && info.st_dev == open_file.st_dev && info.st_ino == open_file.st_ino;
}

}  // namespace

Result<std::string> PartFile::name_of(const std::string& path) {
  TRY(const std::string target, link_target(path));
  return target + ".part";
}

Result<std::optional<PartFile>> PartFile::open(const std::string& path, int flags) {
  PartFile out;
  TRY(out.target_, link_target(path));
  out.name_ = out.target_ + ".part";
  while (true) {
    out.file_ = Descriptor(::open(out.name_.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | flags, 0600));
    if (!out.file_ && errno == ENOENT && flags == 0) return std::nullopt;
    struct stat info = {};
    if (!out.file_ || ::fstat(out.file_.get(), &info) != 0) return system_error(out.name_);
    if (!S_ISREG(info.st_mode)) return fail(ErrorCode::kIo, "is no regular file", {out.name_});
    if (::flock(out.file_.get(), LOCK_EX | LOCK_NB) != 0) {
      if (errno != EWOULDBLOCK) return system_error(out.name_);
      return fail(ErrorCode::kIo, "is being written by another process", {out.name_});
    }
    if (!is_still(out.name_, info)) continue;
    if (::fchmod(out.file_.get(), 0600) != 0) return system_error(out.name_);
    return out;
  }
}

Result<std::optional<PartFile>> PartFile::find(const std::string& path) { return open(path, 0); }

Result<PartFile> PartFile::create(const std::string& path) {
  TRY(std::optional<PartFile> out, open(path, O_CREAT));
  return std::move(*out);
}

Result<uint64_t> PartFile::size() const {
  struct stat info = {};
  if (::fstat(file_.get(), &info) != 0) return system_error(name_);
  return static_cast<uint64_t>(info.st_size);
}

Result<void> PartFile::resume(const Mark& mark) {
  TRY(const uint64_t found, size());
  if (found < mark.bytes) return fail(ErrorCode::kCorrupt, "was cut", {name_});
  RunningHash128 hash;
  std::string buffer(kReadBytes, '\0');
  for (uint64_t at = 0; at < mark.bytes;) {
    const ssize_t n =
        ::pread(file_.get(), buffer.data(), std::min<uint64_t>(buffer.size(), mark.bytes - at), static_cast<off_t>(at));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return system_error(name_);
    if (n == 0) return fail(ErrorCode::kCorrupt, "was cut", {name_});
    hash.append({buffer.data(), static_cast<size_t>(n)});
    at += static_cast<uint64_t>(n);
  }
  if (hash.value() != mark.hash) return fail(ErrorCode::kCorrupt, "was changed", {name_});
  if (::ftruncate(file_.get(), static_cast<off_t>(mark.bytes)) != 0) return system_error(name_);
  size_ = mark.bytes;
  hash_ = std::move(hash);
  return {};
}

Result<void> PartFile::append(std::string_view bytes) {
  for (size_t done = 0; done < bytes.size();) {
    const ssize_t n = ::pwrite(file_.get(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(size_ + done));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return system_error(name_);
    done += static_cast<size_t>(n);
  }
  size_ += bytes.size();
  hash_.append(bytes);
  return {};
}

Result<PartFile::Mark> PartFile::sync() {
  if (::fdatasync(file_.get()) != 0) return system_error(name_);
  return Mark{size_, hash_.value()};
}

Result<void> PartFile::commit() {
  if (std::rename(name_.c_str(), target_.c_str()) != 0) return system_error(name_);
  return sync_folder_of(target_);
}

Result<void> sync_folder_of(const std::string& path) {
  const size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const Descriptor open_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  const bool done = open_folder && (::fsync(open_folder.get()) == 0 || errno == EINVAL);  // EINVAL: cannot be asked for
  return done ? Result<void>() : system_error(folder);
}

}  // namespace cordon
