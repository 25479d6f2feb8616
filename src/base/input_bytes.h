// The bytes of an input that is read once from front to back. A regular file is mapped, so that it costs no memory
// however large it is; what is none (standard input, a pipe) is held in memory.
#pragma once

#include <sys/types.h>

#include <ctime>
#include <string>
#include <string_view>

#include "base/descriptor.h"
#include "base/error.h"

namespace cordon {

// Which file it was, and when it was last written to.
struct FileMoment {
  dev_t device = 0;
  ino_t file = 0;
  off_t size = 0;
  time_t seconds = 0;
  long nanoseconds = 0;
  bool operator==(const FileMoment&) const = default;
};

class InputBytes {
 public:
  // "-" is standard input. One file at a time is mapped, others are read into memory. Errors: kNotFound, kIo.
  static Result<InputBytes> open(const std::string& path);
  explicit InputBytes(std::string bytes) : memory_(std::move(bytes)) {}
  InputBytes(InputBytes&& other) noexcept;
  InputBytes& operator=(InputBytes&& other) noexcept;
  ~InputBytes();

  // Valid until this object is moved or ends.
  std::string_view bytes() const { return data_ != nullptr ? std::string_view(data_, size_) : memory_; }
  // Of a regular file, when it was opened; else all zero.
  const FileMoment& moment() const { return opened_; }

  // To be asked after bytes() were looked at: was the file written to since it was opened? What was seen may then be
  // neither the old file nor the new one. Errors: kIo.
  Result<void> check() const;
  // Gives back the memory of bytes() from `begin` to `end`; the file is read again where they are looked at again.
  void release(size_t begin, size_t end) const;

 private:
  InputBytes() = default;
  bool map();  // false where the file must be read
  std::string path_;
  std::string memory_;
  Descriptor file_;
  FileMoment opened_;
  const char* data_ = nullptr;
  size_t size_ = 0;
};

// For the handler of SIGBUS, which the system sends where a mapped file was cut and its bytes are no longer there. If
// `address` lies in the mapped input, zeros are put in their place, and check() tells of it. False: it is another's.
bool bridge_cut_input(const void* address);

}  // namespace cordon
