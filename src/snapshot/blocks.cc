#include "snapshot/blocks.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#define ZSTD_STATIC_LINKING_ONLY   // frames without their magic number
#define ZDICT_STATIC_LINKING_ONLY  // the fast cover with its parameters given instead of searched for
#include <zdict.h>
#include <zstd.h>

#include <bit>
#include <cstdlib>

#include "base/checksum.h"
#include "snapshot/format.h"

namespace cordon::snapshot {
namespace {

constexpr uint64_t kHeadBytes = 64;
constexpr uint64_t kHashAt = 56;      // of what stands before it in the head
constexpr uint64_t kOffsetBytes = 5;  // a terabyte of frames
constexpr uint64_t kDirectoryRowBytes = kOffsetBytes + 4;
constexpr uint64_t kRecordsPerRow = 64;
constexpr uint64_t kStartRowBytes = 12;
constexpr uint64_t kMaxDictionaryBytes = uint64_t{1} << 20;

// Measured on the 4 M parties of bench/WORLD.md and on the UN, EU and OFAC lists (docs/formats/snapshot.md).
constexpr int kZstdLevel = 6;
constexpr size_t kDictionaryBytes = 110 << 10;
constexpr size_t kMinSampleBytes = 64 << 10;  // a smaller one saves less than its dictionary costs
constexpr size_t kSamplePerDictionary = 16;   // bytes looked at for one byte kept

constexpr size_t kWaitingBytes = 2 << 20;  // of blocks that are packed together

std::unexpected<Error> corrupt(uint64_t byte, std::string message) {
  return fail(ErrorCode::kCorrupt, std::move(message), {"", 0, byte});
}

// What a block is checked by: its bytes and which records they are.
uint32_t checksum(std::string_view block, uint64_t first) { return static_cast<uint32_t>(hash64(block, first)); }

// Scratch memory alone, made once a thread.
ZSTD_CCtx* compressor() {
  struct Free {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  };
  thread_local const std::unique_ptr<ZSTD_CCtx, Free> context = [] {
    std::unique_ptr<ZSTD_CCtx, Free> made(ZSTD_createCCtx());
    ZSTD_CCtx_setParameter(made.get(), ZSTD_c_compressionLevel, kZstdLevel);
    ZSTD_CCtx_setParameter(made.get(), ZSTD_c_format, ZSTD_f_zstd1_magicless);
    ZSTD_CCtx_setParameter(made.get(), ZSTD_c_dictIDFlag, 0);
    return made;
  }();
  return context.get();
}
ZSTD_DCtx* decompressor() {
  struct Free {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };
  thread_local const std::unique_ptr<ZSTD_DCtx, Free> context = [] {
    std::unique_ptr<ZSTD_DCtx, Free> made(ZSTD_createDCtx());
    ZSTD_DCtx_setParameter(made.get(), ZSTD_d_format, ZSTD_f_zstd1_magicless);
    return made;
  }();
  return context.get();
}

std::string pack_block(std::string_view block, const ZSTD_CDict* dictionary) {
  ZSTD_CCtx* const context = compressor();
  std::string frame(ZSTD_compressBound(block.size()), '\0');
  size_t n = ZSTD_CCtx_refCDict(context, dictionary);
  if (!ZSTD_isError(n)) n = ZSTD_compress2(context, frame.data(), frame.size(), block.data(), block.size());
  if (ZSTD_isError(n)) std::abort();  // out of memory; the output has room by ZSTD_compressBound
  frame.resize(n);
  return frame;
}

void append_number(std::string& out, uint64_t v) {
  for (; v >= 0x80; v >>= 7) out += static_cast<char>(v | 0x80);
  out += static_cast<char>(v);
}

size_t number_bytes(uint64_t v) { return (static_cast<size_t>(std::bit_width(v | 1)) + 6) / 7; }

uint64_t offset_at(std::string_view directory, uint64_t block) {
  const uint64_t at = block * kDirectoryRowBytes;
  return int_at<uint32_t>(directory, at) | uint64_t{static_cast<uint8_t>(directory[at + 4])} << 32;
}

}  // namespace

std::string train_dictionary(std::span<const std::string_view> sample) {
  if (sample.size() > kDictionaryRecords) std::abort();
  std::string bytes;
  std::vector<size_t> sizes;
  for (const std::string_view record : sample) {
    const std::string_view part = record.substr(0, kDictionarySampleBytes);
    if (part.empty()) continue;
    bytes += part;
    sizes.push_back(part.size());
  }
  if (bytes.size() < kMinSampleBytes) return {};
  ZDICT_fastCover_params_t parameters = {};
  parameters.k = 200;  // bytes of a piece that is kept or left
  parameters.d = 8;    // bytes of what is counted
  parameters.f = 20;   // bits of the table of counts
  parameters.accel = 1;
  parameters.zParams.compressionLevel = kZstdLevel;
  std::string out(std::min(kDictionaryBytes, bytes.size() / kSamplePerDictionary), '\0');
  const size_t n = ZDICT_trainFromBuffer_fastCover(out.data(), out.size(), bytes.data(), sizes.data(),
                                                   static_cast<unsigned>(sizes.size()), parameters);
  if (ZDICT_isError(n)) return {};  // records that have nothing in common
  out.resize(n);
  return out;
}

void BlockWriter::Free::operator()(ZSTD_CDict_s* dictionary) const { ZSTD_freeCDict(dictionary); }

BlockWriter::BlockWriter(std::string dictionary, size_t block_bytes)
    : dictionary_(std::move(dictionary)), block_bytes_(block_bytes) {
  if (dictionary_.empty()) return;
  prepared_.reset(ZSTD_createCDict(dictionary_.data(), dictionary_.size(), kZstdLevel));
  if (prepared_ == nullptr || dictionary_.size() > kMaxDictionaryBytes) std::abort();
}
BlockWriter::BlockWriter(BlockWriter&&) noexcept = default;
BlockWriter::~BlockWriter() = default;

void BlockWriter::append(std::string_view record) {
  if (record.size() > kMaxRecordBytes) std::abort();
  const size_t bytes = number_bytes(record.size()) + record.size();
  const bool full = !waiting_.empty() && waiting_.back().bytes.size() + bytes > block_bytes_;
  if (full && waiting_bytes_ > kWaitingBytes) pack();
  const bool starts_block = full || waiting_.empty();
  if (starts_block) waiting_.push_back({{}, count_});
  if (count_ % kRecordsPerRow == 0) {
    append_int(starts_, static_cast<uint32_t>(blocks_));
    append_int(starts_, uint64_t{0});
  }
  if (starts_block) {
    starts_[starts_.size() - 8 + count_ % kRecordsPerRow / 8] |= static_cast<char>(1U << count_ % 8);
    ++blocks_;
  }
  append_number(waiting_.back().bytes, record.size());
  waiting_.back().bytes += record;
  waiting_bytes_ += bytes;
  ++count_;
}

// Packs every block that waits.
void BlockWriter::pack() {
  std::vector<std::string> frames(waiting_.size());
  std::vector<uint32_t> checksums(waiting_.size());
  tbb::parallel_for(size_t{0}, waiting_.size(), [&](size_t i) {
    frames[i] = pack_block(waiting_[i].bytes, prepared_.get());
    checksums[i] = checksum(waiting_[i].bytes, waiting_[i].first);
  });
  for (size_t i = 0; i < waiting_.size(); ++i) {
    append_int(directory_, static_cast<uint32_t>(frames_.size()));
    directory_ += static_cast<char>(frames_.size() >> 32);
    append_int(directory_, checksums[i]);
    frames_ += frames[i];
  }
  waiting_.clear();
  waiting_bytes_ = 0;
}

std::string BlockWriter::build() {
  pack();
  if (frames_.size() >> 8 * kOffsetBytes != 0 || blocks_ > UINT32_MAX) std::abort();  // more than any memory holds
  append_int(directory_, static_cast<uint32_t>(frames_.size()));                      // where a next block would begin
  directory_ += static_cast<char>(frames_.size() >> 32);
  append_int(directory_, uint32_t{0});
  std::string out;
  append_int(out, count_);
  append_int(out, blocks_);
  append_int(out, static_cast<uint64_t>(dictionary_.size()));
  append_int(out, static_cast<uint64_t>(frames_.size()));
  append_int(out, hash64(dictionary_));
  out.resize(kHashAt, '\0');
  append_int(out, hash64(out));
  out.reserve(out.size() + directory_.size() + starts_.size() + dictionary_.size() + frames_.size());
  out += std::exchange(directory_, {});
  out += std::exchange(starts_, {});
  out += dictionary_;
  out += std::exchange(frames_, {});
  return out;
}

void BlockReader::Free::operator()(ZSTD_DDict_s* dictionary) const { ZSTD_freeDDict(dictionary); }
BlockReader::BlockReader(BlockReader&&) noexcept = default;
BlockReader& BlockReader::operator=(BlockReader&&) noexcept = default;
BlockReader::~BlockReader() = default;

Result<BlockReader> BlockReader::open(std::string_view section) {
  if (section.size() < kHeadBytes) return corrupt(0, "block section is cut short");
  if (hash64(section.substr(0, kHashAt)) != int_at<uint64_t>(section, kHashAt))
    return corrupt(0, "counts of a block section fail their checksum");
  BlockReader out;
  out.count_ = int_at<uint64_t>(section, 0);
  out.blocks_ = int_at<uint64_t>(section, 8);
  const auto dictionary_bytes = int_at<uint64_t>(section, 16);
  const auto frame_bytes = int_at<uint64_t>(section, 24);
  // Takes so many bytes off the section; false where it has less, so that no sum can overflow.
  std::string_view rest = section.substr(kHeadBytes);
  const auto take = [&](uint64_t rows, uint64_t row_bytes, std::string_view& part) {
    if (rows > rest.size() / row_bytes) return false;
    part = rest.substr(0, rows * row_bytes);
    rest.remove_prefix(part.size());
    return true;
  };
  std::string_view dictionary;
  const uint64_t start_rows = out.count_ / kRecordsPerRow + (out.count_ % kRecordsPerRow != 0);
  if (out.blocks_ > out.count_ || (out.blocks_ == 0) != (out.count_ == 0) ||
      !take(out.blocks_ + 1, kDirectoryRowBytes, out.directory_) || !take(start_rows, kStartRowBytes, out.starts_) ||
      dictionary_bytes > kMaxDictionaryBytes || !take(dictionary_bytes, 1, dictionary) || rest.size() != frame_bytes)
    return corrupt(0, "block directory is out of bounds");
  out.frames_ = rest;
  out.frames_at_ = section.size() - rest.size();
  if (hash64(dictionary) != int_at<uint64_t>(section, 32))
    return corrupt(out.frames_at_ - dictionary.size(), "dictionary fails its checksum");
  if (!dictionary.empty()) {
    out.prepared_.reset(ZSTD_createDDict(dictionary.data(), dictionary.size()));
    if (out.prepared_ == nullptr) return corrupt(out.frames_at_ - dictionary.size(), "dictionary cannot be read");
  }
  return out;
}

// Rows of starts say how many blocks begin before their 64 records, and at which of these one begins.
Result<BlockReader::Place> BlockReader::place_of(uint64_t number) const {
  if (number >= count_) return fail(ErrorCode::kInvalidArgument, fmt::format("no record {} among {}", number, count_));
  uint64_t row = number / kRecordsPerRow;
  const auto bits_of = [&](uint64_t r) { return int_at<uint64_t>(starts_, r * kStartRowBytes + 4); };
  uint64_t bits = bits_of(row) & ~uint64_t{0} >> (kRecordsPerRow - 1 - number % kRecordsPerRow);
  const uint64_t begun = int_at<uint32_t>(starts_, row * kStartRowBytes) + static_cast<uint64_t>(std::popcount(bits));
  while (bits == 0 && row > 0) bits = bits_of(--row);
  if (bits == 0 || begun == 0 || begun > blocks_)
    return corrupt(frames_at_, fmt::format("record {} is in no block", number));
  return Place{begun - 1, row * kRecordsPerRow + static_cast<uint64_t>(std::bit_width(bits)) - 1};
}

Result<void> BlockReader::unpack(Place place, std::string& out) const {
  const uint64_t begin = offset_at(directory_, place.block);
  const uint64_t end = offset_at(directory_, place.block + 1);
  if (begin > end || end > frames_.size()) return corrupt(frames_at_, "block is out of bounds");
  const std::string_view frame = frames_.substr(begin, end - begin);
  const uint64_t at = frames_at_ + begin;
  ZSTD_frameHeader header;
  if (ZSTD_getFrameHeader_advanced(&header, frame.data(), frame.size(), ZSTD_f_zstd1_magicless) != 0 ||
      header.frameType != ZSTD_frame)
    return corrupt(at, "block cannot be unpacked");
  // zstd says 128 kB in four bytes at best: a forged size allocates no more than that.
  constexpr uint64_t kMostPerByte = 1 << 15;
  if (header.frameContentSize > std::min<uint64_t>(kMaxBlockBytes, frame.size() * kMostPerByte))
    return corrupt(at, "block has another size");
  size_t n = 0;
  out.resize_and_overwrite(header.frameContentSize, [&](char* bytes, size_t size) {
    n = ZSTD_decompress_usingDDict(decompressor(), bytes, size, frame.data(), frame.size(), prepared_.get());
    return ZSTD_isError(n) ? 0 : n;
  });
  if (ZSTD_isError(n)) return corrupt(at, "block cannot be unpacked");
  const auto wanted = int_at<uint32_t>(directory_, place.block * kDirectoryRowBytes + kOffsetBytes);
  if (checksum(out, place.first) != wanted) return corrupt(at, "block fails its checksum");
  return {};
}

// Each record stands behind the number of its bytes.
Result<std::string_view> BlockReader::record_of(std::string_view block, uint64_t ordinal) const {
  for (;; --ordinal) {
    uint64_t bytes = 0;
    size_t at = 0;
    for (int shift = 0;; shift += 7) {
      if (at == block.size() || shift > 28) return corrupt(frames_at_, "record is out of its block's bounds");
      const auto b = static_cast<uint8_t>(block[at++]);
      bytes |= uint64_t{b & 0x7FU} << shift;
      if (b < 0x80) break;
    }
    block.remove_prefix(at);
    if (bytes > block.size()) return corrupt(frames_at_, "record is out of its block's bounds");
    if (ordinal == 0) return block.substr(0, bytes);
    block.remove_prefix(bytes);
  }
}

Result<std::string_view> BlockReader::record(uint64_t number, std::string& block) const {
  TRY(const Place place, place_of(number));
  CHECK_OK(unpack(place, block));
  return record_of(block, number - place.first);
}

Result<std::string> BlockReader::record(uint64_t number) const {
  std::string block;
  TRY(const std::string_view record, this->record(number, block));
  return std::string(record);
}

Result<std::string_view> BlockCursor::record(uint64_t number) {
  TRY(const BlockReader::Place place, reader_->place_of(number));
  if (place != place_) {
    place_.reset();
    CHECK_OK(reader_->unpack(place, bytes_));
    place_ = place;
  }
  return reader_->record_of(bytes_, number - place.first);
}

}  // namespace cordon::snapshot
