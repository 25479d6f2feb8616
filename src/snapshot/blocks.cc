#include "snapshot/blocks.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <zstd.h>

#include <cstdlib>
#include <memory>

#include "base/checksum.h"
#include "snapshot/format.h"

namespace cordon::snapshot {
namespace {

constexpr uint64_t kBlocksHeaderBytes = 32;
constexpr uint64_t kDirectoryRowBytes = 32;
constexpr uint64_t kStartBytes = 4;  // where in its block a record starts
constexpr int kZstdLevel = 6;
constexpr size_t kWaitingBytes = 2 << 20;  // of blocks that are packed together

std::unexpected<Error> corrupt(uint64_t byte, std::string message) {
  return fail(ErrorCode::kCorrupt, std::move(message), {"", 0, byte});
}

std::string pack_block(std::string_view block) {
  struct Free {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  };
  thread_local const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());  // scratch memory only
  std::string frame(ZSTD_compressBound(block.size()), '\0');
  const size_t n = ZSTD_compressCCtx(context.get(), frame.data(), frame.size(), block.data(), block.size(), kZstdLevel);
  if (ZSTD_isError(n)) std::abort();  // out of memory; the output has room by ZSTD_compressBound
  frame.resize(n);
  return frame;
}

// Unpacks a frame that must have exactly `unpacked` bytes.
Result<std::string> unpack(std::string_view frame, uint32_t unpacked) {
  struct Free {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };
  thread_local const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());  // scratch memory only
  if (ZSTD_getFrameContentSize(frame.data(), frame.size()) != unpacked) return corrupt(0, "block has another size");
  std::string out(unpacked, '\0');
  const size_t n = ZSTD_decompressDCtx(context.get(), out.data(), out.size(), frame.data(), frame.size());
  if (ZSTD_isError(n) || n != unpacked) return corrupt(0, "block cannot be unpacked");
  return out;
}

}  // namespace

void BlockWriter::append(std::string_view record) {
  if (record.size() > kMaxBlockBytes) std::abort();
  const bool full = !waiting_.empty() && waiting_.back().bytes.size() + record.size() > block_bytes_;
  if (full && waiting_bytes_ > kWaitingBytes) pack();
  if (full || waiting_.empty()) waiting_.push_back({{}, count_});
  std::string& block = waiting_.back().bytes;
  append_int(records_, static_cast<uint32_t>(block.size()));
  block += record;
  waiting_bytes_ += record.size();
  ++count_;
}

// Packs every block that waits.
void BlockWriter::pack() {
  std::vector<std::string> frames(waiting_.size());
  std::vector<uint64_t> checksums(waiting_.size());
  tbb::parallel_for(size_t{0}, waiting_.size(), [&](size_t i) {
    frames[i] = pack_block(waiting_[i].bytes);
    checksums[i] = hash64(waiting_[i].bytes);
  });
  for (size_t i = 0; i < waiting_.size(); ++i) {
    append_int(directory_, static_cast<uint64_t>(packed_.size()));
    append_int(directory_, waiting_[i].first);
    append_int(directory_, checksums[i]);
    append_int(directory_, static_cast<uint32_t>(frames[i].size()));
    append_int(directory_, static_cast<uint32_t>(waiting_[i].bytes.size()));
    packed_ += frames[i];
  }
  waiting_.clear();
  waiting_bytes_ = 0;
}

std::string BlockWriter::build() {
  pack();
  std::string out;
  append_int(out, count_);
  append_int(out, directory_.size() / kDirectoryRowBytes);
  append_int(out, static_cast<uint64_t>(packed_.size()));
  directory_ += records_;
  std::exchange(records_, {});
  append_int(out, hash64(directory_));
  out.reserve(out.size() + directory_.size() + packed_.size());
  out += std::exchange(directory_, {});
  out += std::exchange(packed_, {});
  return out;
}

BlockReader::Block BlockReader::block(uint64_t index) const {
  const uint64_t at = kBlocksHeaderBytes + index * kDirectoryRowBytes;
  const uint64_t packed_at = kBlocksHeaderBytes + blocks_ * kDirectoryRowBytes + count_ * kStartBytes;
  return {.offset = packed_at + int_at<uint64_t>(section_, at),
          .first = int_at<uint64_t>(section_, at + 8),
          .checksum = int_at<uint64_t>(section_, at + 16),
          .packed = int_at<uint32_t>(section_, at + 24),
          .unpacked = int_at<uint32_t>(section_, at + 28)};
}

// Blocks lie one behind another up to the section's end, hold ascending records and are not too large.
Result<void> BlockReader::check_blocks() const {
  uint64_t next = kBlocksHeaderBytes + blocks_ * kDirectoryRowBytes + count_ * kStartBytes;
  for (uint64_t i = 0; i < blocks_; ++i) {
    const Block b = block(i);
    const uint64_t at = kBlocksHeaderBytes + i * kDirectoryRowBytes;
    if (b.offset != next || b.packed > section_.size() - next) return corrupt(at, "block is out of bounds");
    if (b.unpacked > kMaxBlockBytes) return corrupt(at, "block is too large");
    const bool ascending = i == 0 ? b.first == 0 : b.first > block(i - 1).first;
    if (!ascending || b.first >= count_) return corrupt(at, "block has a wrong first record");
    next += b.packed;
  }
  if (next != section_.size()) return corrupt(next, "bytes belong to no block");
  return {};
}

Result<BlockReader> BlockReader::open(std::string_view section) {
  if (section.size() < kBlocksHeaderBytes) return corrupt(0, "block section is cut short");
  BlockReader out;
  out.section_ = section;
  out.count_ = int_at<uint64_t>(section, 0);
  out.blocks_ = int_at<uint64_t>(section, 8);
  const auto packed = int_at<uint64_t>(section, 16);
  const uint64_t rest = section.size() - kBlocksHeaderBytes;
  // Each bound is compared with what is left, so that no sum can overflow.
  if (out.blocks_ > rest / kDirectoryRowBytes || out.count_ > (rest - out.blocks_ * kDirectoryRowBytes) / kStartBytes) {
    return corrupt(0, "block directory is out of bounds");
  }
  const uint64_t directory = out.blocks_ * kDirectoryRowBytes + out.count_ * kStartBytes;
  if (packed != rest - directory || (out.blocks_ == 0) != (out.count_ == 0)) {
    return corrupt(0, "block directory is out of bounds");
  }
  if (hash64(section.substr(kBlocksHeaderBytes, directory)) != int_at<uint64_t>(section, 24)) {
    return corrupt(kBlocksHeaderBytes, "block directory fails its checksum");
  }
  CHECK_OK(out.check_blocks());
  return out;
}

uint64_t BlockReader::index_of(uint64_t number) const {
  uint64_t low = 0, high = blocks_;  // the last block whose first record is not after `number`
  while (high - low > 1) {
    const uint64_t middle = low + (high - low) / 2;
    (block(middle).first <= number ? low : high) = middle;
  }
  return low;
}

Result<std::string> BlockReader::unpacked(const Block& b) const {
  TRY(std::string bytes, unpack(section_.substr(b.offset, b.packed), b.unpacked));
  if (hash64(bytes) != b.checksum) return corrupt(b.offset, "block fails its checksum");
  return bytes;
}

Result<std::string_view> BlockReader::record_of(std::string_view bytes, uint64_t index, uint64_t number) const {
  const bool last_of_block = number + 1 == (index + 1 < blocks_ ? block(index + 1).first : count_);
  const uint64_t at = kBlocksHeaderBytes + blocks_ * kDirectoryRowBytes + number * kStartBytes;
  const uint64_t begin = int_at<uint32_t>(section_, at);
  const uint64_t end = last_of_block ? bytes.size() : int_at<uint32_t>(section_, at + kStartBytes);
  if (begin > end || end > bytes.size()) return corrupt(at, "record is out of its block's bounds");
  return bytes.substr(begin, end - begin);
}

Result<std::string> BlockReader::record(uint64_t number) const {
  BlockCursor cursor(*this);
  TRY(const std::string_view record, cursor.record(number));
  return std::string(record);
}

Result<std::string_view> BlockCursor::record(uint64_t number) {
  if (number >= reader_.count_)
    return fail(ErrorCode::kInvalidArgument, fmt::format("no record {} among {}", number, reader_.count_));
  if (number < first_ || number >= end_) {
    const uint64_t index = reader_.index_of(number);
    TRY(std::string bytes, reader_.unpacked(reader_.block(index)));
    bytes_ = std::move(bytes);
    index_ = index;
    first_ = reader_.block(index).first;
    end_ = index + 1 < reader_.blocks_ ? reader_.block(index + 1).first : reader_.count_;
  }
  return reader_.record_of(bytes_, index_, number);
}

}  // namespace cordon::snapshot
