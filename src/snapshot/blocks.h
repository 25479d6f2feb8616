// Many small records in zstd blocks with a dictionary: the bodies of entities. A record is read by number; its block is
// unpacked and checked on use. docs/formats/snapshot.md draws the section.
//
// Blocks are small, since whoever reads one record pays for its whole block; what records share, and a large block
// would say once, is in the dictionary (a sample of all records, zstd's fast cover).
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

struct ZSTD_CDict_s;
struct ZSTD_DDict_s;

namespace cordon::snapshot {

// No block is larger than this unpacked; a record and the number of its bytes must fit.
constexpr uint64_t kMaxBlockBytes = uint64_t{256} << 20;
constexpr uint64_t kMaxRecordBytes = kMaxBlockBytes - 8;

constexpr size_t kBlockBytes = 1 << 10;
constexpr size_t kDictionaryRecords = 1 << 14;      // a sample need not be larger, however many records there are
constexpr size_t kDictionarySampleBytes = 2 << 10;  // of each of them

// Returns a dictionary for records like these (of each the first kDictionarySampleBytes are looked at), at most 110 kB;
// empty where they are too few to be worth one. Same sample, same bytes. REQUIRES: sample.size() <= kDictionaryRecords.
// Cost: on one thread, less than two seconds and 100 MB for the largest sample.
std::string train_dictionary(std::span<const std::string_view> sample);

// Packs records into blocks of about `block_bytes` (unpacked); the section is then read by BlockReader. Blocks are
// compressed on all threads there are, some thousand at a time; the bytes do not depend on it.
class BlockWriter {
 public:
  // `dictionary`: what train_dictionary() gave, empty for none.
  explicit BlockWriter(std::string dictionary = {}, size_t block_bytes = kBlockBytes);
  BlockWriter(BlockWriter&&) noexcept;
  ~BlockWriter();
  // Records are numbered from 0 as they come. REQUIRES: record.size() <= kMaxRecordBytes.
  void append(std::string_view record);
  std::string build();  // the section's bytes; nothing may be appended afterwards

 private:
  struct Block {
    std::string bytes;
    uint64_t first = 0;  // number of its first record
  };
  struct Free {
    void operator()(ZSTD_CDict_s* dictionary) const;
  };
  void pack();
  std::string dictionary_;
  std::unique_ptr<ZSTD_CDict_s, Free> prepared_;  // none without a dictionary
  size_t block_bytes_;
  std::vector<Block> waiting_;  // to be packed; the last is open
  size_t waiting_bytes_ = 0;
  std::string frames_;
  std::string directory_;
  std::string starts_;
  uint64_t blocks_ = 0;
  uint64_t count_ = 0;
};

class BlockReader {
 public:
  // Checks the counts against the section's size, and the dictionary. `section` must outlive the reader. What is read
  // is checked when it is read. Errors: kCorrupt. Cost: O(dictionary), whatever the number of records.
  static Result<BlockReader> open(std::string_view section);
  BlockReader(BlockReader&&) noexcept;
  BlockReader& operator=(BlockReader&&) noexcept;
  ~BlockReader();
  uint64_t count() const { return count_; }
  // Returns record `number`, as a view into `block`, whose bytes become those of the record's block. Nothing is
  // allocated where `block` has been as large before. Thread-safe, with a `block` for each thread.
  // Errors: kInvalidArgument (no such record), kCorrupt (block checksum).
  Result<std::string_view> record(uint64_t number, std::string& block) const;
  Result<std::string> record(uint64_t number) const;

 private:
  friend class BlockCursor;
  struct Place {
    uint64_t block;
    uint64_t first;  // number of the block's first record
    bool operator==(const Place&) const = default;
  };
  struct Free {
    void operator()(ZSTD_DDict_s* dictionary) const;
  };
  BlockReader() = default;
  Result<Place> place_of(uint64_t number) const;
  Result<void> unpack(Place place, std::string& out) const;
  Result<std::string_view> record_of(std::string_view block, uint64_t ordinal) const;

  uint64_t count_ = 0;
  uint64_t blocks_ = 0;
  std::string_view directory_;
  std::string_view starts_;
  std::string_view frames_;
  uint64_t frames_at_ = 0;                        // in the section
  std::unique_ptr<ZSTD_DDict_s, Free> prepared_;  // none without a dictionary
};

// Reads many records of a section, in any order; those of one block that are read one after another unpack it once.
// For one thread. REQUIRES: the reader outlives it, where it is.
class BlockCursor {
 public:
  explicit BlockCursor(const BlockReader& reader) : reader_(&reader) {}
  // As BlockReader::record(). The view is valid until the next call.
  Result<std::string_view> record(uint64_t number);

 private:
  const BlockReader* reader_;
  std::string bytes_;                        // of the block at `place_`
  std::optional<BlockReader::Place> place_;  // none before the first call, or behind an error
};

}  // namespace cordon::snapshot
