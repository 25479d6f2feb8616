// A file mapped read-only into memory.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace cordon {

class MappedFile {
 public:
  // Maps `path`. An empty file is mapped as no bytes. Errors: kNotFound, kIo (a folder, no permission).
  static Result<MappedFile> open(const std::string& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  // Valid while this object lives.
  std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile() = default;
  const char* data_ = nullptr;
  size_t size_ = 0;
};

// Reads all of `path`, "-" being standard input. Errors: kNotFound, kIo.
Result<std::string> read_file(const std::string& path);

}  // namespace cordon
