// Files: whole or not there (atomic_file.h), mapped or read in full (mapped_file.h).
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/atomic_file.h"
#include "base/mapped_file.h"

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
