// Many small records in zstd blocks: the bodies of entities. A record is read by number; its block is unpacked and
// checked on use. docs/formats/snapshot.md draws the section.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace cordon::snapshot {

// No block, hence no record, is larger than this unpacked.
constexpr uint64_t kMaxBlockBytes = uint64_t{256} << 20;

// Packs records into blocks of about `block_bytes` (unpacked); the section is then read by BlockReader. Blocks are
// compressed on all threads there are, some hundred at a time; the bytes do not depend on it.
class BlockWriter {
 public:
  explicit BlockWriter(size_t block_bytes = 4 << 10) : block_bytes_(block_bytes) {}
  // Records are numbered from 0 as they come. REQUIRES: record.size() <= kMaxBlockBytes.
  void append(std::string_view record);
  std::string build();  // the section's bytes; nothing may be appended afterwards

 private:
  struct Block {
    std::string bytes;
    uint64_t first = 0;  // number of its first record
  };
  void pack();
  size_t block_bytes_;
  std::vector<Block> waiting_;  // to be packed; the last is open
  size_t waiting_bytes_ = 0;
  std::string packed_;
  std::string directory_;
  std::string records_;
  uint64_t count_ = 0;
};

class BlockReader {
 public:
  // Checks the directory against the section's size and its checksum. `section` must outlive the reader.
  // Errors: kCorrupt. Cost: O(blocks + records), no block is unpacked.
  static Result<BlockReader> open(std::string_view section);
  uint64_t count() const { return count_; }
  // Returns record `number`. Errors: kInvalidArgument (no such record), kCorrupt (block checksum). Thread-safe.
  Result<std::string> record(uint64_t number) const;

 private:
  friend class BlockCursor;
  struct Block {
    uint64_t offset;  // into the section
    uint64_t first;   // number of its first record
    uint64_t checksum;
    uint32_t packed, unpacked;
  };
  Block block(uint64_t index) const;
  uint64_t index_of(uint64_t number) const;                // of the block that holds the record
  Result<std::string> unpacked(const Block& block) const;  // its bytes, checked
  Result<std::string_view> record_of(std::string_view bytes, uint64_t index, uint64_t number) const;
  Result<void> check_blocks() const;

  std::string_view section_;
  uint64_t count_ = 0;
  uint64_t blocks_ = 0;
};

// Reads many records of a section, in any order; those of one block that are read one after another unpack it once.
// REQUIRES: the reader's section outlives it. For one thread.
class BlockCursor {
 public:
  explicit BlockCursor(const BlockReader& reader) : reader_(reader) {}
  // As BlockReader::record(). The view is valid until the next call.
  Result<std::string_view> record(uint64_t number);

 private:
  BlockReader reader_;
  std::string bytes_;                         // of the block `index_`
  uint64_t index_ = 0, first_ = 0, end_ = 0;  // its number, its records: none before the first call
};

}  // namespace cordon::snapshot
