// Snapshot files written and read back, and every way of damaging a small one.
#include "snapshot/reader.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "snapshot/format.h"
#include "snapshot/writer.h"

namespace cordon::snapshot {
namespace {

class SnapshotFile : public testing::Test {
 protected:
  SnapshotFile() : path_(testing::TempDir() + "cordon_snapshot_" + std::to_string(::getpid()) + ".cordon") {}
  ~SnapshotFile() override { std::filesystem::remove(path_); }

  // Writes the sections and returns the file's bytes.
  std::string write(const std::vector<std::pair<std::string, std::string>>& sections) {
    auto writer = Writer::create(path_).value();
    for (const auto& [name, bytes] : sections) EXPECT_TRUE(writer.section(name, bytes).has_value());
    hash_ = writer.commit().value();
    return read_file(path_).value();
  }
  std::string path_;
  Hash128 hash_;
};

const std::vector<std::pair<std::string, std::string>> kSmall = {
    {"lists", "ofac"}, {"entities", std::string(100, 'e')}, {"none", ""}};

TEST_F(SnapshotFile, ReadsBackWhatWasWritten) {
  const std::string bytes = write(kSmall);
  const auto reader = Reader::open(path_).value();
  EXPECT_EQ(reader.section("lists").value(), "ofac");
  EXPECT_EQ(reader.section("entities").value(), std::string(100, 'e'));
  EXPECT_EQ(reader.section("none").value(), "");
  EXPECT_EQ(reader.hash(), hash_);
  EXPECT_EQ(reader.path(), path_);
  EXPECT_EQ(reader.size(), bytes.size());
  EXPECT_TRUE(reader.verify().has_value());
  const auto missing = reader.section("other");
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(missing.error().message, "snapshot has no section other");
}

TEST_F(SnapshotFile, HasTheLayoutOfTheFormatPage) {
  const std::string bytes = write(kSmall);
  ASSERT_EQ(bytes.size(), 64u + 64 + 128 + 0 + 3 * 64 + 64);
  EXPECT_EQ(bytes.substr(0, 10), "CORDON\r\n\x1a\n");
  EXPECT_EQ(int_at<uint32_t>(bytes, 12), 2u);
  EXPECT_EQ(bytes.substr(64, 4), "ofac");
  EXPECT_EQ(bytes.substr(68, 60), std::string(60, '\0'));
  const uint64_t table = 256;
  EXPECT_EQ(bytes.substr(table + 64, 9), std::string("entities\0", 9));
  EXPECT_EQ(int_at<uint64_t>(bytes, table + 64 + 32), 128u);
  EXPECT_EQ(int_at<uint64_t>(bytes, table + 64 + 40), 100u);
  EXPECT_EQ(hash_at(bytes, table + 48), hash128("ofac"));
  const uint64_t footer = bytes.size() - 64;
  EXPECT_EQ(int_at<uint64_t>(bytes, footer), table);
  EXPECT_EQ(int_at<uint64_t>(bytes, footer + 8), 192u);
  EXPECT_EQ(hash_at(bytes, footer + 32), hash_);
  EXPECT_TRUE(bytes.ends_with("CORDON\r\n\x1a\n"));
}

TEST_F(SnapshotFile, SameSectionsGiveSameBytes) {
  const std::string first = write(kSmall);
  const Hash128 hash = hash_;
  EXPECT_EQ(write(kSmall), first);
  EXPECT_EQ(hash_, hash);
  write({{"lists", "ofad"}, {"entities", std::string(100, 'e')}, {"none", ""}});
  EXPECT_NE(hash_, hash);
}

TEST_F(SnapshotFile, MayHaveNoSection) {
  EXPECT_EQ(write({}).size(), 128u);
  EXPECT_TRUE(Reader::open(path_).value().verify().has_value());
}

TEST_F(SnapshotFile, SectionsAreAlignedWhereverTheImageLies) {
  const std::string bytes = " " + write(kSmall);
  std::vector<Reader> readers;
  readers.push_back(Reader::open(path_).value());
  readers.push_back(Reader::owning(bytes.substr(1), "owned").value());
  readers.push_back(Reader::over(std::string_view(bytes).substr(1), "borrowed").value());
  for (const Reader& reader : readers) {
    const std::string_view section = reader.section("entities").value();
    EXPECT_EQ(section, std::string(100, 'e')) << reader.path();
    EXPECT_EQ(reinterpret_cast<uintptr_t>(section.data()) % kAlignment, 0u) << reader.path();
  }
}

TEST_F(SnapshotFile, SectionsStayWhenTheReaderMoves) {
  Reader first = Reader::owning(write(kSmall), "owned").value();
  const std::string_view before = first.section("lists").value();
  const Reader second = std::move(first);
  EXPECT_EQ(second.section("lists").value().data(), before.data());
  EXPECT_EQ(before, "ofac");
}

TEST_F(SnapshotFile, AnUncommittedFileIsNotThere) {
  {
    auto writer = Writer::create(path_).value();
    EXPECT_TRUE(writer.section("lists", "ofac").has_value());
  }
  const auto opened = Reader::open(path_);
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error().code, ErrorCode::kNotFound);
}

TEST_F(SnapshotFile, NamesWhatIsNoSnapshot) {
  for (const std::string bytes : {"", "C", "id,name\n1,Ann\n"}) {
    const auto opened = Reader::over(bytes, "x.csv");
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().text(), "x.csv: is no Cordon snapshot");
    EXPECT_EQ(opened.error().code, ErrorCode::kCorrupt);
  }
}

TEST_F(SnapshotFile, AnotherVersionOrAnUnknownFlagAsksForARebuild) {
  const std::string bytes = write(kSmall);
  for (const auto& [at, value] : {std::pair(12, 1), {12, 3}, {16, 1}}) {  // format 1: before blocks had a dictionary
    std::string other = bytes;
    other[static_cast<size_t>(at)] = static_cast<char>(value);
    const auto opened = Reader::over(other, "x");
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().code, ErrorCode::kVersion);
    EXPECT_EQ(opened.error().where.byte, static_cast<size_t>(at));
    EXPECT_THAT(opened.error().message, testing::HasSubstr("rebuild"));
  }
}

TEST_F(SnapshotFile, EveryTruncationIsAnError) {
  const std::string bytes = write(kSmall);
  for (size_t n = 0; n < bytes.size(); ++n) {
    const auto opened = Reader::over(std::string_view(bytes).substr(0, n), "x");
    ASSERT_FALSE(opened.has_value()) << n;
    EXPECT_EQ(opened.error().code, ErrorCode::kCorrupt) << n;
  }
  EXPECT_FALSE(Reader::over(bytes + std::string(64, '\0'), "x").has_value());
}

// Says whether `bytes` is refused, or has the content of kSmall.
bool refused_or_same(const std::string& bytes) {
  const auto reader = Reader::over(bytes, "x");
  if (!reader || !reader->verify()) return true;
  return std::ranges::all_of(kSmall, [&](const auto& s) { return reader->section(s.first).value() == s.second; });
}

TEST_F(SnapshotFile, EveryFlippedByteIsAnErrorOrHarmless) {
  const std::string bytes = write(kSmall);
  for (size_t i = 0; i < bytes.size(); ++i) {
    for (const int mask : {0x01, 0x80, 0xff}) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(damaged[i] ^ mask);
      EXPECT_TRUE(refused_or_same(damaged)) << "byte " << i << " mask " << mask;
      const auto reader = Reader::over(damaged, "x");
      const bool padding = (i >= 68 && i < 128) || (i >= 228 && i < 256);
      EXPECT_EQ(reader && reader->verify(), padding) << "byte " << i;
    }
  }
}

// Makes table and footer of `bytes` consistent again after a change to the table, as a forger would.
std::string resealed(std::string bytes) {
  const uint64_t footer = bytes.size() - 64;
  const auto at = int_at<uint64_t>(bytes, footer), length = int_at<uint64_t>(bytes, footer + 8);
  std::string identity;
  for (uint64_t row = at; row < at + length; row += kRowBytes) {
    identity += bytes.substr(row, 32) + bytes.substr(row + 40, 24);
  }
  std::string hashes;
  append_hash(hashes, hash128(bytes.substr(at, length)));
  append_hash(hashes, hash128(identity));
  return bytes.replace(footer + 16, 32, hashes);
}

TEST_F(SnapshotFile, AForgedTableCannotReachOutOfTheFile) {
  const std::string bytes = write(kSmall);
  const uint64_t row = 256 + 64;
  ASSERT_TRUE(Reader::over(resealed(bytes), "x").has_value());
  for (const uint64_t field : {row + 32, row + 40}) {
    for (const uint64_t value :
         {uint64_t{0}, uint64_t{1}, uint64_t{500}, uint64_t{1} << 32, ~uint64_t{0} - 63, ~uint64_t{0}}) {
      std::string number;
      append_int(number, value);
      std::string forged = bytes;
      const auto opened = Reader::over(resealed(forged.replace(field, 8, number)), "x");
      ASSERT_FALSE(opened.has_value()) << field << " " << value;
      EXPECT_EQ(opened.error().code, ErrorCode::kCorrupt);
    }
  }
  std::string twice = bytes;
  EXPECT_FALSE(Reader::over(resealed(twice.replace(row, 32, bytes.substr(256, 32))), "x").has_value());
  std::string nameless = bytes;
  EXPECT_FALSE(Reader::over(resealed(nameless.replace(row, 32, std::string(32, '\0'))), "x").has_value());
}

TEST_F(SnapshotFile, VerifyNamesTheDamagedSection) {
  std::string bytes = write(kSmall);
  bytes[128] = 'E';
  const auto reader = Reader::over(bytes, "x").value();  // opening reads no section
  const auto verified = reader.verify();
  ASSERT_FALSE(verified.has_value());
  EXPECT_EQ(verified.error().text(), "x: byte 128: section entities fails its checksum");
}

TEST_F(SnapshotFile, ANameTakenTwiceIsAProgrammersError) {
  auto writer = Writer::create(path_).value();
  EXPECT_TRUE(writer.section("lists", "a").has_value());
  EXPECT_DEATH((void)writer.section("lists", "b"), "");
}

}  // namespace
}  // namespace cordon::snapshot
