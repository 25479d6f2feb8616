// Records packed into blocks and read back, and every way of damaging a small section.
#include "snapshot/blocks.h"

#include <thread>

#include "base/checksum.h"
#include "snapshot/format.h"

namespace cordon::snapshot {
namespace {

std::string packed(const std::vector<std::string>& records, size_t block_bytes = 64,
                   const std::string& dictionary = {}) {
  BlockWriter writer(dictionary, block_bytes);
  for (const std::string& record : records) writer.append(record);
  return writer.build();
}

// Records of 0 to 40 bytes, so that blocks of 64 bytes hold from one to many.
std::vector<std::string> sample(size_t n) {
  std::vector<std::string> out;
  for (size_t i = 0; i < n; ++i) out.push_back(std::string(i * 7 % 41, static_cast<char>('a' + i % 26)));
  return out;
}

// Records that have much in common, as bodies have: about 90 bytes, no two the same.
std::vector<std::string> bodies(size_t n) {
  std::vector<std::string> out;
  for (size_t i = 0; i < n; ++i) {
    const std::string number = std::to_string(i * 7919 % 100'003);
    out.push_back("party:" + number + " listed under the programme of " + (i % 3 ? "Atlantis" : "Lemuria") +
                  ", asset freeze; file list.xml, line " + std::to_string(i));
  }
  return out;
}

std::string dictionary_of(const std::vector<std::string>& records) {
  return train_dictionary(std::vector<std::string_view>(records.begin(), records.end()));
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
    if (open + 1 + record.size() > 4096) ++blocks, open = 0;  // each behind a byte for its length
    open += 1 + record.size();
  }
  EXPECT_EQ(int_at<uint64_t>(section, 8), blocks);
}

TEST(Blocks, MayBeEmptyOrHoldEmptyRecords) {
  const std::string none = packed({});
  EXPECT_EQ(none.size(), 64u + 9u) << "the counts, and where the first block would begin";
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

TEST(Blocks, SameRecordsGiveSameBytes) {
  EXPECT_EQ(packed(sample(300)), packed(sample(300)));
  const auto records = bodies(3000);
  EXPECT_EQ(dictionary_of(records), dictionary_of(records));
  EXPECT_EQ(packed(records, kBlockBytes, dictionary_of(records)), packed(records, kBlockBytes, dictionary_of(records)));
}

TEST(Blocks, ADictionaryMakesSmallBlocksSmaller) {
  const auto records = bodies(3000);
  const std::string dictionary = dictionary_of(records);
  ASSERT_GT(dictionary.size(), 1000u);
  ASSERT_LE(dictionary.size(), 110u << 10);
  const std::string with = packed(records, 256, dictionary);
  EXPECT_LT(with.size(), packed(records, 256).size() * 6 / 10);
  const auto reader = BlockReader::open(with).value();
  BlockCursor cursor(reader);
  std::string block;
  for (size_t i = 0; i < records.size(); ++i) {
    ASSERT_EQ(reader.record(i, block).value(), records[i]) << i;
    ASSERT_EQ(cursor.record(i).value(), records[i]) << i;
  }
}

TEST(Blocks, FewOrDifferentRecordsHaveNoDictionary) {
  EXPECT_EQ(dictionary_of({}), "");
  EXPECT_EQ(dictionary_of({"", ""}), "");
  EXPECT_EQ(dictionary_of(bodies(100)), "");
  EXPECT_EQ(dictionary_of({std::string(1 << 20, 'a')}), "");  // one record has nothing in common with another
}

TEST(Blocks, OfALargeRecordOnlyTheBeginningIsLookedAt) {
  auto records = bodies(3000);
  for (std::string& record : records) record.resize(kDictionarySampleBytes, '.');
  const std::string dictionary = dictionary_of(records);
  for (std::string& record : records) record += "what is said behind " + std::string(40, 'x');
  EXPECT_EQ(dictionary_of(records), dictionary);
}

// A block without a beginning among the 64 records of a row of starts, and blocks that begin at either end of a row.
TEST(Blocks, OfManyRecordsAreFoundAcrossRows) {
  for (const size_t a_block : {1u, 63u, 64u, 65u, 200u}) {
    std::vector<std::string> records(1000, "x");
    records[999] = "last";
    const std::string section = packed(records, 2 * a_block);
    const auto reader = BlockReader::open(section).value();
    EXPECT_GE(int_at<uint64_t>(section, 8), 1000u / a_block);
    for (size_t i = 0; i < records.size(); ++i) ASSERT_EQ(reader.record(i).value(), records[i]) << a_block << " " << i;
  }
}

TEST(Blocks, HaveTheLayoutOfTheFormatPage) {
  const auto records = bodies(3000);
  const std::string dictionary = dictionary_of(records);
  const std::string section = packed({records[0], records[1], records[2]}, 200, dictionary);
  EXPECT_EQ(int_at<uint64_t>(section, 0), 3u) << "records";
  EXPECT_EQ(int_at<uint64_t>(section, 8), 2u) << "blocks";
  EXPECT_EQ(int_at<uint64_t>(section, 16), dictionary.size());
  const auto frames = int_at<uint64_t>(section, 24);
  EXPECT_EQ(int_at<uint64_t>(section, 32), hash64(dictionary));
  EXPECT_EQ(section.substr(40, 16), std::string(16, '\0'));
  EXPECT_EQ(int_at<uint64_t>(section, 56), hash64(section.substr(0, 56)));
  EXPECT_EQ(int_at<uint32_t>(section, 64), 0u) << "offset of the first frame";
  const std::string first = std::string(1, static_cast<char>(records[0].size())) + records[0] +
                            std::string(1, static_cast<char>(records[1].size())) + records[1];
  EXPECT_EQ(int_at<uint32_t>(section, 69), static_cast<uint32_t>(hash64(first))) << "the first block's hash";
  EXPECT_EQ(int_at<uint32_t>(section, 82), frames) << "end of the last frame";
  EXPECT_EQ(int_at<uint32_t>(section, 91), 0u) << "blocks before the first row of starts";
  EXPECT_EQ(int_at<uint64_t>(section, 95), 0b101u) << "blocks begin at the records 0 and 2";
  EXPECT_EQ(section.substr(103, dictionary.size()), dictionary);
  EXPECT_EQ(section.size(), 103 + dictionary.size() + frames);
}

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
  const auto all = bodies(1000);
  const std::vector<std::string> few(all.begin(), all.begin() + 20);
  for (const auto& [records, section] :
       {std::pair(sample(20), packed(sample(20))), std::pair(few, packed(few, 200, dictionary_of(all)))}) {
    ASSERT_TRUE(refused_or_same(section, records));
    for (size_t i = 0; i < section.size(); ++i) {
      for (const int mask : {0x01, 0x10, 0x80, 0xff}) {
        std::string damaged = section;
        damaged[i] = static_cast<char>(damaged[i] ^ mask);
        ASSERT_TRUE(refused_or_same(damaged, records)) << "byte " << i << " mask " << mask;
      }
    }
  }
}

// The cursor keeps the last block: a damaged directory must not make it give one of that block's records for another.
TEST(Blocks, ACursorNeverTakesOneRecordForAnother) {
  const auto records = sample(100);
  const std::string section = packed(records);
  for (size_t i = 64; i < section.size(); ++i) {
    for (int shift = 0; shift < 8; ++shift) {
      std::string damaged = section;
      damaged[i] = static_cast<char>(damaged[i] ^ 1 << shift);
      const auto reader = BlockReader::open(damaged);
      if (!reader) continue;
      BlockCursor cursor(*reader);
      for (size_t r = 0; r < records.size(); ++r) {
        const auto record = cursor.record(r);
        if (record)
          ASSERT_EQ(*record, records[r]) << "byte " << i << " record " << r;
        else
          ASSERT_EQ(record.error().code, ErrorCode::kCorrupt);
      }
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

// Puts `value` at `offset` and makes the checksums of counts and dictionary fit, as a forger would.
template <typename T>
std::string forged(std::string section, size_t offset, T value) {
  const uint64_t behind_dictionary = section.size() - int_at<uint64_t>(section, 24);
  const uint64_t dictionary = int_at<uint64_t>(section, 16);
  const auto put = [&](size_t at, auto number) {
    std::string bytes;
    append_int(bytes, number);
    section.replace(at, bytes.size(), bytes);
  };
  put(offset, value);
  if (offset >= 64) put(32, hash64(section.substr(behind_dictionary - dictionary, dictionary)));
  put(56, hash64(section.substr(0, 56)));
  return section;
}

TEST(Blocks, AForgedSectionCannotReachOutOfItself) {
  const auto all = bodies(1000);
  const std::vector<std::string> records(all.begin(), all.begin() + 20);
  const std::string section = packed(records, 200, dictionary_of(all));
  size_t refused = 0;
  for (const uint64_t value : {uint64_t{0}, uint64_t{1}, uint64_t{2}, uint64_t{63}, uint64_t{1} << 31,
                               uint64_t{1} << 61, ~uint64_t{0} / 4, ~uint64_t{0} / 32, ~uint64_t{0}}) {
    for (size_t at = 0; at + 8 < section.size(); at += at < 64 ? 8 : at < 400 ? 1 : 13) {
      const std::string bytes = forged(section, at, value);
      const auto reader = BlockReader::open(bytes);
      refused += !reader;
      for (uint64_t i = 0; reader && i < std::min<uint64_t>(reader->count(), 100); ++i) {
        const auto record = reader->record(i);
        refused += !record;
        if (record) {
          ASSERT_LT(i, records.size()) << at << " " << value;
          EXPECT_EQ(*record, records[i]) << at << " " << value;
        }
      }
    }
  }
  EXPECT_GT(refused, 1000u);
}

TEST(Blocks, AForgedSizeAllocatesNothing) {
  const std::string section = packed({std::string(300, 'r')}, 1000);
  const uint64_t frame = section.size() - int_at<uint64_t>(section, 24);
  ASSERT_EQ(int_at<uint16_t>(section, frame + 1), 302 - 256) << "the frame's own size";
  std::string large = section;
  large[frame] = static_cast<char>(large[frame] | 0xc0);  // eight bytes of size, most of them frame
  std::string block;
  const auto reader = BlockReader::open(large).value();
  const auto record = reader.record(0, block);
  ASSERT_FALSE(record.has_value());
  EXPECT_EQ(record.error().message, "block has another size");
  EXPECT_LT(block.capacity(), 1u << 20);
}

}  // namespace
}  // namespace cordon::snapshot
