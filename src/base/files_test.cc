// Files: whole or not there (atomic_file.h), in parts (part_file.h), mapped or read in full (mapped_file.h,
// input_bytes.h).
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/atomic_file.h"
#include "base/input_bytes.h"
#include "base/mapped_file.h"
#include "base/part_file.h"

namespace cordon {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  Files() {
    std::string pattern = (fs::temp_directory_path() / "cordon-base-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~Files() override { fs::remove_all(folder_); }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  size_t files() const {
    return static_cast<size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  void write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
  }

  fs::path folder_;
};

TEST_F(Files, AtomicFileIsThereOnlyAfterCommit) {
  {
    auto file = AtomicFile::create(path("a"));
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->append("one "));
    ASSERT_TRUE(file->append(std::string("two\0", 4)));
    EXPECT_EQ(file->size(), 8U);
    EXPECT_FALSE(fs::exists(path("a")));
    ASSERT_TRUE(file->commit());
  }
  EXPECT_EQ(*read_file(path("a")), std::string("one two\0", 8));
  EXPECT_EQ(files(), 1U);
  struct stat info = {};
  ASSERT_EQ(::stat(path("a").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
}

TEST_F(Files, AtomicFileLeavesNothingAndHarmsNothingWithoutCommit) {
  write("a", "old");
  {
    auto file = AtomicFile::create(path("a"));
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->append("new"));
    const AtomicFile moved = std::move(*file);
    EXPECT_EQ(moved.size(), 3U);
  }
  EXPECT_EQ(*read_file(path("a")), "old");
  EXPECT_EQ(files(), 1U);
}

TEST_F(Files, AtomicFileInNoFolderIsAnError) {
  const auto file = AtomicFile::create(path("no/such/a"));
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::kIo);
  EXPECT_EQ(file.error().where.source, path("no/such/a"));
}

TEST_F(Files, ALinkStaysAndItsTargetIsReplaced) {
  fs::create_directory(folder_ / "sub");
  write("sub/target", "old");
  fs::create_symlink("sub/target", path("link"));
  fs::create_symlink("link", path("link_to_link"));
  fs::create_symlink("sub/none", path("loose"));
  for (const auto& [name, target] : {std::pair("link_to_link", "sub/target"), std::pair("loose", "sub/none")}) {
    auto file = AtomicFile::create(path(name));
    ASSERT_TRUE(file) << file.error().text();
    ASSERT_TRUE(file->append("new"));
    ASSERT_TRUE(file->commit());
    EXPECT_TRUE(fs::is_symlink(path(name)));
    EXPECT_EQ(*read_file(path(target)), "new");
  }
  fs::create_symlink("circle", path("circle"));
  EXPECT_EQ(AtomicFile::create(path("circle")).error().code, ErrorCode::kIo);
  EXPECT_EQ(AtomicFile::create(path("sub")).error().message, "is a folder");
}

TEST_F(Files, APipeIsWrittenStraight) {
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  fs::create_symlink("pipe", path("link"));
  for (const std::string name : {"pipe", "link"}) {
    const int reader = ::open(path("pipe").c_str(), O_RDONLY | O_NONBLOCK);
    ASSERT_GE(reader, 0);
    auto file = AtomicFile::create(path(name));
    ASSERT_TRUE(file) << file.error().text();
    ASSERT_TRUE(file->append("bytes"));
    ASSERT_TRUE(file->commit());
    char got[16];
    EXPECT_EQ(::read(reader, got, sizeof got), 5);
    ::close(reader);
    EXPECT_TRUE(fs::is_fifo(path("pipe")));
    EXPECT_EQ(files(), 2U);
  }
}

TEST_F(Files, AnAsideOfOneNameIsReplacedByTheNext) {
  write("a.tmp", "what a killed process left, and longer than the next");
  auto file = AtomicFile::create(path("a"), "tmp");
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->append("new"));
  ASSERT_TRUE(file->commit());
  EXPECT_EQ(*read_file(path("a")), "new");
  EXPECT_EQ(files(), 1U);
}

TEST_F(Files, APartGoesOnBehindItsMark) {
  PartFile::Mark mark;
  {
    auto part = PartFile::create(path("a"));
    ASSERT_TRUE(part) << part.error().text();
    EXPECT_EQ(part->name(), path("a.part"));
    ASSERT_TRUE(part->append("one "));
    mark = *part->sync();
    EXPECT_EQ(mark.bytes, 4U);
    EXPECT_EQ(mark.hash, hash128("one "));
    ASSERT_TRUE(part->append("what nobody marked"));
  }
  EXPECT_EQ(files(), 1U);
  auto part = PartFile::find(path("a"));
  ASSERT_TRUE(part && *part);
  EXPECT_EQ((*part)->size(), 22U);
  ASSERT_TRUE((*part)->resume(mark));
  EXPECT_EQ(*read_file(path("a.part")), "one ");
  ASSERT_TRUE((*part)->append("two"));
  EXPECT_EQ((*part)->sync()->hash, hash128("one two"));
  ASSERT_TRUE((*part)->commit());
  EXPECT_EQ(*read_file(path("a")), "one two");
  EXPECT_EQ(files(), 1U);
  struct stat info = {};
  ASSERT_EQ(::stat(path("a").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
}

TEST_F(Files, APartThatIsNotWhatWasMarkedIsRefusedAndLeft) {
  write("a.part", "one two");
  auto part = PartFile::create(path("a"));
  ASSERT_TRUE(part);
  for (const PartFile::Mark& mark : {PartFile::Mark{8, hash128("one two ")}, PartFile::Mark{7, hash128("one tw0")}}) {
    const auto refused = part->resume(mark);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kCorrupt);
    EXPECT_EQ(refused.error().message, mark.bytes == 8 ? "was cut" : "was changed");
    EXPECT_EQ(*read_file(path("a.part")), "one two");
  }
}

TEST_F(Files, OnePartAtATime) {
  EXPECT_EQ(*PartFile::find(path("a")), std::nullopt);
  EXPECT_EQ(files(), 0U);
  {
    const auto part = PartFile::create(path("a"));
    ASSERT_TRUE(part);
    EXPECT_EQ(PartFile::create(path("a")).error().message, "is being written by another process");
    EXPECT_EQ(PartFile::find(path("a")).error().where.source, path("a.part"));
  }
  EXPECT_TRUE(PartFile::create(path("a")));
  write("b", "somebody's");
  fs::create_symlink("b", path("c.part"));
  EXPECT_EQ(PartFile::create(path("c")).error().code, ErrorCode::kIo);
  ASSERT_EQ(::mkfifo(path("d.part").c_str(), 0600), 0);
  EXPECT_EQ(PartFile::create(path("d")).error().message, "is no regular file");
}

TEST_F(Files, SameFile) {
  write("a", "1");
  write("b", "1");
  fs::create_symlink("a", path("link"));
  fs::create_hard_link(path("a"), path("hard"));
  EXPECT_TRUE(is_same_file(path("a"), path("link")));
  EXPECT_TRUE(is_same_file(path("hard"), folder_.string() + "/./a"));
  EXPECT_FALSE(is_same_file(path("a"), path("b")));
  EXPECT_FALSE(is_same_file(path("none"), path("none")));
  EXPECT_FALSE(is_same_file(folder_.string(), folder_.string()));
}

TEST_F(Files, MappedFile) {
  write("a", "bytes");
  write("empty", "");
  auto a = MappedFile::open(path("a"));
  ASSERT_TRUE(a);
  EXPECT_EQ(a->bytes(), "bytes");
  MappedFile moved = std::move(*a);
  EXPECT_EQ(moved.bytes(), "bytes");
  const auto empty = MappedFile::open(path("empty"));
  ASSERT_TRUE(empty);
  EXPECT_EQ(empty->bytes(), "");
  moved = std::move(*MappedFile::open(path("empty")));
  EXPECT_EQ(moved.bytes(), "");
}

TEST_F(Files, AnInputIsMappedOneAtATimeOrRead) {
  write("a", "bytes");
  write("b", "others");
  write("empty", "");
  {
    const auto a = InputBytes::open(path("a"));
    const auto b = InputBytes::open(path("b"));
    ASSERT_TRUE(a && b);
    EXPECT_EQ(a->bytes(), "bytes");
    EXPECT_EQ(b->bytes(), "others");
    EXPECT_TRUE(bridge_cut_input(a->bytes().data()));
    EXPECT_FALSE(bridge_cut_input(b->bytes().data()));
    EXPECT_EQ(a->bytes(), std::string(5, '\0'));
    EXPECT_NE(a->moment(), b->moment());
  }
  auto again = InputBytes::open(path("b"));
  const char* const data = again->bytes().data();
  InputBytes moved = std::move(*again);
  EXPECT_EQ(moved.bytes(), "others");
  EXPECT_EQ(moved.bytes().data(), data);
  moved = InputBytes("in memory");
  EXPECT_EQ(moved.bytes(), "in memory");
  EXPECT_FALSE(bridge_cut_input(data));
  EXPECT_EQ(InputBytes::open(path("empty"))->bytes(), "");
  EXPECT_EQ(InputBytes::open(path("none")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(InputBytes::open(folder_.string()).error().code, ErrorCode::kIo);
}

TEST_F(Files, ReleasedBytesOfAnInputAreThereAgain) {
  std::string big;
  for (int i = 0; i < 50000; ++i) big += std::to_string(i);
  write("big", big);
  const auto input = InputBytes::open(path("big"));
  ASSERT_TRUE(input);
  EXPECT_EQ(input->bytes(), big);
  input->release(1, big.size());
  input->release(5, 3);
  EXPECT_EQ(input->bytes(), big);
  EXPECT_TRUE(input->check());
}

TEST_F(Files, AnInputThatIsWrittenToIsAnError) {
  write("a", "bytes");
  const auto input = InputBytes::open(path("a"));
  ASSERT_TRUE(input);
  EXPECT_TRUE(input->check());
  fs::resize_file(path("a"), 3);
  ASSERT_FALSE(input->check());
  EXPECT_EQ(input->check().error().code, ErrorCode::kIo);
  EXPECT_EQ(input->check().error().where.source, path("a"));
  fs::resize_file(path("a"), 5);
  EXPECT_FALSE(input->check());  // as long again, and not the same
}

TEST(Checksum, RunsOverPieces) {
  std::string all;
  RunningHash128 running;
  EXPECT_EQ(running.value(), hash128(""));
  for (size_t size : {1, 0, 15, 300, 70000}) {
    const std::string piece(size, static_cast<char>('a' + size % 20));
    running.append(piece);
    all += piece;
    EXPECT_EQ(running.value(), hash128(all));
  }
  EXPECT_EQ(parse_hash128(hash128(all).hex()), hash128(all));
  EXPECT_EQ(parse_hash128(hash128(all).hex().substr(1)), std::nullopt);
  EXPECT_EQ(parse_hash128(std::string(31, '0') + "G"), std::nullopt);
}

TEST_F(Files, WhatCannotBeReadSaysWhy) {
  EXPECT_EQ(MappedFile::open(path("none")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(MappedFile::open(folder_.string()).error().code, ErrorCode::kIo);
  EXPECT_EQ(read_file(path("none")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(read_file(folder_.string()).error().code, ErrorCode::kIo);
  EXPECT_EQ(read_file(path("none")).error().where.source, path("none"));
}

TEST_F(Files, ReadFileOfManyBlocks) {
  std::string big;
  for (int i = 0; i < 50000; ++i) big += std::to_string(i);
  write("big", big);
  EXPECT_EQ(*read_file(path("big")), big);
}

}  // namespace
}  // namespace cordon
