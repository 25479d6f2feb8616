// Many small records in zstd blocks: the bodies of entities. A record is read by number; its block is unpacked and checked on use.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace cordon::snapshot {

// Packs records into blocks of about `block_bytes` (unpacked); the section is then read by BlockReader.
class BlockWriter {
 public:
  explicit BlockWriter(size_t block_bytes = 32 << 10) : block_bytes_(block_bytes) {}
  void append(std::string_view record);
  std::string build();  // the section's bytes

 private:
  void flush();
  size_t block_bytes_;
  std::string block_;
  std::string packed_;
  std::string directory_;
  std::string records_;
  uint64_t count_ = 0;
};

class BlockReader {
 public:
  // Checks the directory against the section's size. `section` must outlive the reader.
  static Result<BlockReader> open(std::string_view section);
  uint64_t count() const { return count_; }
  // Returns record `number`. Errors: kInvalidArgument (no such record), kCorrupt (block checksum). Thread-safe.
  Result<std::string> record(uint64_t number) const;

 private:
  std::string_view section_;
  uint64_t count_ = 0;
  uint64_t blocks_ = 0;
};

}  // namespace cordon::snapshot
