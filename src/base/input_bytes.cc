#include "base/input_bytes.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <atomic>
#include <cerrno>
#include <cstring>

#include "base/mapped_file.h"

namespace cordon {
namespace {

FileMoment moment_of(const struct stat& info) {
  return {info.st_dev, info.st_ino, info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec};
}

size_t page_bytes() {
  static const auto bytes = static_cast<size_t>(::sysconf(_SC_PAGESIZE));
  return bytes;
}

// The mapped input, for a signal handler, which can be handed nothing. At most one is mapped at a time.
struct Guarded {
  std::atomic<bool> is_taken = false;
  std::atomic<uintptr_t> begin = 0;
  std::atomic<uintptr_t> end = 0;
};
Guarded guarded;

void free_guarded() {
  guarded.begin = guarded.end = 0;
  guarded.is_taken = false;
}

}  // namespace

bool bridge_cut_input(const void* address) {
  const auto at = reinterpret_cast<uintptr_t>(address);
  const uintptr_t end = guarded.end;
  if (at < guarded.begin || at >= end) return false;
  const uintptr_t page = at - at % page_bytes();
  return ::mmap(reinterpret_cast<void*>(page), end - page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) !=
         MAP_FAILED;
}

Result<InputBytes> InputBytes::open(const std::string& path) {
  InputBytes out;
  out.path_ = path;
  struct stat info = {};
  if (path == "-" || ::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode) || !out.map()) {
    TRY(out.memory_, read_file(path));
  }
  return out;
}

bool InputBytes::map() {
  Descriptor file(::open(path_.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat info = {};
  if (!file || ::fstat(file.get(), &info) != 0) return false;
  opened_ = moment_of(info);
  const auto size = static_cast<size_t>(info.st_size);
  if (size == 0 || guarded.is_taken.exchange(true)) return false;
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.get(), 0);
  if (data == MAP_FAILED) {
    free_guarded();
    return false;
  }
  ::madvise(data, size, MADV_SEQUENTIAL);
  guarded.end = reinterpret_cast<uintptr_t>(data) + size;
  guarded.begin = reinterpret_cast<uintptr_t>(data);
  page_bytes();  // known before a handler asks for it
  file_ = std::move(file);
  data_ = static_cast<const char*>(data);
  size_ = size;
  return true;
}

InputBytes::InputBytes(InputBytes&& other) noexcept
    : path_(std::move(other.path_)),
      memory_(std::move(other.memory_)),
      file_(std::move(other.file_)),
      opened_(other.opened_),
      data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)) {}

InputBytes& InputBytes::operator=(InputBytes&& other) noexcept {
  path_ = std::move(other.path_);
  memory_ = std::move(other.memory_);
  file_ = std::move(other.file_);
  opened_ = other.opened_;
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

InputBytes::~InputBytes() {
  if (data_ == nullptr) return;
  free_guarded();
  ::munmap(const_cast<char*>(data_), size_);
}

Result<void> InputBytes::check() const {
  if (data_ == nullptr) return {};
  struct stat info = {};
  if (::fstat(file_.get(), &info) != 0) return fail(ErrorCode::kIo, std::strerror(errno), {path_});
  if (moment_of(info) == opened_) return {};
  return fail(ErrorCode::kIo, "was written to while it was read; screen a copy that nobody writes to", {path_});
}

void InputBytes::release(size_t begin, size_t end) const {
  if (data_ == nullptr) return;
  begin -= begin % page_bytes();
  end -= end % page_bytes();
  if (begin < end) ::madvise(const_cast<char*>(data_) + begin, end - begin, MADV_DONTNEED);
}

}  // namespace cordon
