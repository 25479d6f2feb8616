// A file that is whole or not there: written aside, fsynced, renamed.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace cordon {

class AtomicFile {
 public:
  // Makes `path`.tmp-<pid> with mode 0600 beside `path`. Errors: kIo.
  static Result<AtomicFile> create(const std::string& path);
  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  ~AtomicFile();  // removes what was not committed

  Result<void> append(std::string_view bytes);
  uint64_t size() const { return size_; }
  // Flushes to disk and renames onto `path`. Nothing may be appended afterwards.
  Result<void> commit();

 private:
  AtomicFile() = default;
  std::string path_;
  std::string aside_;
  int fd_ = -1;
  uint64_t size_ = 0;
};

}  // namespace cordon
