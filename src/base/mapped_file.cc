#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/descriptor.h"

namespace cordon {
namespace {

std::unexpected<Error> system_error(const std::string& path) {
  const int e = errno;
  return fail(e == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo, std::strerror(e), {path});
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return system_error(path);
  struct stat info = {};
  if (::fstat(file.get(), &info) != 0) return system_error(path);
  if (S_ISDIR(info.st_mode)) return fail(ErrorCode::kIo, "is a folder", {path});
  MappedFile out;
  out.size_ = static_cast<size_t>(info.st_size);
  if (out.size_ == 0) return out;
  void* data = ::mmap(nullptr, out.size_, PROT_READ, MAP_SHARED, file.get(), 0);
  if (data == MAP_FAILED) {
    out.size_ = 0;
    return system_error(path);
  }
  out.data_ = static_cast<const char*>(data);
  return out;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_) ::munmap(const_cast<char*>(data_), size_);
}

Result<std::string> read_file(const std::string& path) {
  const Descriptor file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return system_error(path);
  std::string out;
  char buffer[1 << 16];
  for (;;) {
    const ssize_t n = ::read(file.get(), buffer, sizeof buffer);
    if (n == 0) return out;
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return system_error(path);
    out.append(buffer, static_cast<size_t>(n));
  }
}

}  // namespace cordon
