// Records packed into blocks and read back, and every way of damaging a small section.
#include "snapshot/blocks.h"

#include <thread>

#include "base/checksum.h"
#include "snapshot/format.h"

namespace cordon::snapshot {
namespace {

std::string packed(const std::vector<std::string>& records, size_t block_bytes = 64) {
  BlockWriter writer(block_bytes);
  for (const std::string& record : records) writer.append(record);
  return writer.build();
}

// Records of 0 to 40 bytes, so that blocks of 64 bytes hold from one to many.
std::vector<std::string> sample(size_t n) {
  std::vector<std::string> out;
  for (size_t i = 0; i < n; ++i) out.push_back(std::string(i * 7 % 41, static_cast<char>('a' + i % 26)));
  return out;
}

TEST(Blocks, ReadBackWhatWasAppended) {
  const auto records = sample(300);
  const std::string section = packed(records);
  const auto reader = BlockReader::open(section).value();
  ASSERT_EQ(reader.count(), 300u);
  EXPECT_GT(int_at<uint64_t>(section, 8), 50u) << "blocks";
  for (size_t i = 0; i < records.size(); ++i) EXPECT_EQ(reader.record(i).value(), records[i]) << i;
  const auto beyond = reader.record(300);
  ASSERT_FALSE(beyond.has_value());
  EXPECT_EQ(beyond.error().code, ErrorCode::kInvalidArgument);
  EXPECT_FALSE(reader.record(~uint64_t{0}).has_value());
}

// Blocks are packed some megabytes at a time: no block is cut otherwise where one such batch ends.
TEST(Blocks, AreCutAlikeHoweverManyThereAre) {
  const auto few = sample(1000);
  std::vector<std::string> many;
  for (int i = 0; i < 400; ++i) many.insert(many.end(), few.begin(), few.end());
  const std::string section = packed(many, 4096);
  const auto reader = BlockReader::open(section).value();
  ASSERT_EQ(reader.count(), many.size());
  for (size_t i = 0; i < many.size(); i += 97) ASSERT_EQ(reader.record(i).value(), many[i]) << i;
  size_t blocks = 1;
  size_t open = 0;
  for (const std::string& record : many) {
    if (open + record.size() > 4096) ++blocks, open = 0;
    open += record.size();
  }
  EXPECT_EQ(int_at<uint64_t>(section, 8), blocks);
}

TEST(Blocks, MayBeEmptyOrHoldEmptyRecords) {
  const std::string none = packed({});
  EXPECT_EQ(none.size(), 32u);
  EXPECT_EQ(BlockReader::open(none).value().count(), 0u);
  EXPECT_FALSE(BlockReader::open(none).value().record(0).has_value());
  const std::string empty = packed({"", "", ""});
  const auto reader = BlockReader::open(empty).value();
  ASSERT_EQ(reader.count(), 3u);
  EXPECT_EQ(reader.record(2).value(), "");
}

TEST(Blocks, ACursorReadsTheSameInAnyOrder) {
  const auto records = sample(300);
  const std::string section = packed(records);
  const auto reader = BlockReader::open(section).value();
  BlockCursor cursor(reader);
  for (size_t i = 0; i < records.size(); ++i) EXPECT_EQ(cursor.record(i).value(), records[i]) << i;
  for (size_t i = records.size(); i-- > 0;) EXPECT_EQ(cursor.record(i).value(), records[i]) << i;
  for (size_t i = 0; i < 1000; ++i) EXPECT_EQ(cursor.record(i * 7919 % 300).value(), records[i * 7919 % 300]) << i;
  EXPECT_EQ(cursor.record(300).error().code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(cursor.record(299).value(), records[299]);
}

TEST(Blocks, ACursorRefusesADamagedBlockAndReadsTheOthers) {
  const auto records = sample(300);
  std::string section = packed(records);
  section.back() = static_cast<char>(section.back() ^ 0x10);  // of the last block's frame
  const auto reader = BlockReader::open(section).value();
  BlockCursor cursor(reader);
  EXPECT_EQ(cursor.record(0).value(), records[0]);
  EXPECT_EQ(cursor.record(299).error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(cursor.record(1).value(), records[1]);
}

TEST(Blocks, ARecordLargerThanABlockHasItsOwn) {
  std::string huge;
  for (int i = 0; i < 500'000; ++i) huge += std::to_string(i * 7919LL);
  const std::string section = packed({"before", huge, "after"}, 32 << 10);
  EXPECT_LT(section.size(), huge.size());
  EXPECT_EQ(int_at<uint64_t>(section, 8), 3u);
  const auto reader = BlockReader::open(section).value();
  EXPECT_EQ(reader.record(0).value(), "before");
  EXPECT_EQ(reader.record(1).value(), huge);
  EXPECT_EQ(reader.record(2).value(), "after");
}

TEST(Blocks, SameRecordsGiveSameBytes) { EXPECT_EQ(packed(sample(300)), packed(sample(300))); }

TEST(Blocks, AreReadByManyThreadsAtOnce) {
  const auto records = sample(200);
  const std::string section = packed(records);
  const auto reader = BlockReader::open(section).value();
  std::array<size_t, 4> equal = {};
  std::vector<std::jthread> threads;
  for (size_t t = 0; t < equal.size(); ++t) {
    threads.emplace_back([&, t] {
      for (size_t i = 0; i < records.size(); ++i) equal[t] += reader.record(i).value() == records[i];
    });
  }
  threads.clear();
  EXPECT_THAT(equal, testing::Each(records.size()));
}

// Reads all that `section` gives; says whether each record is an error or that of `records`.
bool refused_or_same(std::string_view section, const std::vector<std::string>& records) {
  const auto reader = BlockReader::open(section);
  if (!reader) return reader.error().code == ErrorCode::kCorrupt;
  if (reader->count() != records.size()) return false;
  for (size_t i = 0; i < records.size(); ++i) {
    const auto record = reader->record(i);
    if (record ? *record != records[i] : record.error().code != ErrorCode::kCorrupt) return false;
  }
  return true;
}

TEST(Blocks, EveryFlippedByteIsAnErrorOrHarmless) {
  const auto records = sample(20);
  const std::string section = packed(records);
  for (size_t i = 0; i < section.size(); ++i) {
    for (const int mask : {0x01, 0x10, 0x80, 0xff}) {
      std::string damaged = section;
      damaged[i] = static_cast<char>(damaged[i] ^ mask);
      EXPECT_TRUE(refused_or_same(damaged, records)) << "byte " << i << " mask " << mask;
    }
  }
}

TEST(Blocks, EveryTruncationIsAnError) {
  const std::string section = packed(sample(20));
  for (size_t n = 0; n < section.size(); ++n) {
    EXPECT_FALSE(BlockReader::open(std::string_view(section).substr(0, n)).has_value()) << n;
  }
  EXPECT_FALSE(BlockReader::open(section + "x").has_value());
}

// Puts `value` at `offset` and makes the directory's checksum fit, as a forger would.
template <typename T>
std::string forged(std::string section, size_t offset, T value) {
  std::string number;
  append_int(number, value);
  section.replace(offset, sizeof value, number);
  const uint64_t directory = int_at<uint64_t>(section, 8) * 32 + int_at<uint64_t>(section, 0) * 4;
  if (directory > section.size() - 32) return section;
  number.clear();
  append_int(number, hash64(section.substr(32, directory)));
  return section.replace(24, 8, number);
}

TEST(Blocks, AForgedDirectoryCannotReachOutOfTheSection) {
  const auto records = sample(20);
  const std::string section = packed(records);
  const uint64_t directory = int_at<uint64_t>(section, 8) * 32 + records.size() * 4;
  for (const uint64_t value : {uint64_t{0}, uint64_t{1}, uint64_t{2}, uint64_t{63}, uint64_t{1} << 31,
                               uint64_t{1} << 61, ~uint64_t{0} / 4, ~uint64_t{0} / 32, ~uint64_t{0}}) {
    for (size_t at = 0; at < 24; at += 8) {
      EXPECT_TRUE(refused_or_same(forged(section, at, value), records)) << at << " " << value;
    }
    for (size_t at = 32; at < 32 + directory; at += 4) {
      const std::string bytes = forged(section, at, static_cast<uint32_t>(value));
      const auto reader = BlockReader::open(bytes);
      if (!reader) continue;
      for (uint64_t i = 0; i < reader->count(); ++i) (void)reader->record(i);  // must not crash
    }
  }
}

TEST(Blocks, AForgedSizeAllocatesNothing) {
  const std::string section = packed({"one record"});
  EXPECT_FALSE(BlockReader::open(forged(section, 60, uint32_t{0xffffffff})).has_value());
  const std::string large = forged(section, 60, static_cast<uint32_t>(kMaxBlockBytes));
  const auto record = BlockReader::open(large).value().record(0);
  ASSERT_FALSE(record.has_value());
  EXPECT_EQ(record.error().message, "block has another size");
}

}  // namespace
}  // namespace cordon::snapshot
