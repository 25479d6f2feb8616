#include "syntax/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zip.h>
#include <zlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace cordon {
namespace {

using ::testing::HasSubstr;

// A folder that is gone again when the tests end.
const std::string& folder() {
  struct Folder {
    std::string path = (std::filesystem::temp_directory_path() / "cordon-archive-XXXXXX").string();
    Folder() { EXPECT_NE(mkdtemp(path.data()), nullptr); }
    ~Folder() {
      std::error_code ignored;
      std::filesystem::remove_all(path, ignored);
    }
  };
  static const Folder kFolder;
  return kFolder.path;
}
std::string write(const std::string& name, const std::string& bytes) {
  const std::string path = (std::filesystem::path(folder()) / name).string();
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

std::string gzipped(const std::string& text) {
  z_stream z{};
  EXPECT_EQ(deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&z, text.size()) + 64, '\0');
  z.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data()));
  z.avail_in = static_cast<uInt>(text.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&z, Z_FINISH), Z_STREAM_END);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

using Members = std::vector<std::pair<std::string, std::string>>;
std::string zipped(const std::string& name, const Members& members, const char* password = nullptr) {
  const std::string path = (std::filesystem::path(folder()) / name).string();
  int error = 0;
  zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
  EXPECT_NE(zip, nullptr);
  for (const auto& [member, text] : members) {
    zip_source_t* source = zip_source_buffer(zip, text.data(), text.size(), 0);
    const zip_int64_t i = zip_file_add(zip, member.c_str(), source, ZIP_FL_ENC_UTF_8);
    EXPECT_GE(i, 0);
    if (password != nullptr) {
      EXPECT_EQ(zip_file_set_encryption(zip, static_cast<zip_uint64_t>(i), ZIP_EM_AES_256, password), 0);
    }
  }
  EXPECT_EQ(zip_close(zip), 0);
  return path;
}
std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Archive, PlainFile) {
  const auto files = read_files(write("plain.csv", "a,b\n"));
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 1U);
  EXPECT_EQ(files->front().name, "plain.csv");
  EXPECT_EQ(files->front().path, folder() + "/plain.csv");
  EXPECT_EQ(files->front().bytes, "a,b\n");
  EXPECT_EQ(read_files(folder() + "/none").error().code, ErrorCode::kNotFound);
}

TEST(Archive, GzipLosesItsEndingAndMayHaveMembers) {
  const auto files = read_files(write("list.csv.gz", gzipped("a,b\n") + gzipped("c,d\n") + std::string(5, '\0')));
  ASSERT_TRUE(files) << files.error().text();
  EXPECT_EQ(files->front().name, "list.csv");
  EXPECT_EQ(files->front().path, folder() + "/list.csv.gz");
  EXPECT_EQ(files->front().bytes, "a,b\nc,d\n");
}

TEST(Archive, BrokenGzipIsAnErrorWithItsByte) {
  const std::string whole = gzipped(std::string(5000, 'x') + "end");
  const auto cut = read_files(write("cut.gz", whole.substr(0, whole.size() - 6)));
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().code, ErrorCode::kBadInput);
  EXPECT_EQ(cut.error().message, "the gzip file ends early");
  EXPECT_EQ(cut.error().where.byte, whole.size() - 6);
  std::string damaged = whole;
  damaged[damaged.size() - 6] ^= 1;  // of the checksum
  EXPECT_THAT(read_files(write("damaged.gz", damaged)).error().message, HasSubstr("incorrect data check"));
  EXPECT_THAT(read_files(write("tail.gz", whole + "tail")).error().message, HasSubstr("broken gzip file"));
}

TEST(Archive, BombIsALimit) {
  const auto bomb = read_files(write("bomb.gz", gzipped(std::string(size_t{64} << 20, '\0'))));
  ASSERT_FALSE(bomb);
  EXPECT_EQ(bomb.error().code, ErrorCode::kLimit);
  const auto zip = read_files(zipped("bomb.zip", {{"a.csv", std::string(size_t{64} << 20, '\0')}}));
  ASSERT_FALSE(zip);
  EXPECT_EQ(zip.error().code, ErrorCode::kLimit);
}

TEST(Archive, ZipMembersInTheOrderOfTheirNames) {
  const std::string path = zipped(
      "lists.zip",
      {{"sdn.csv", "s"}, {"in/alt.csv", "t"}, {".hidden", "h"}, {"in/.x", "x"}, {"__MACOSX/a", "m"}, {"add.csv", ""}});
  const auto files = read_files(path);
  ASSERT_TRUE(files) << files.error().text();
  ASSERT_EQ(files->size(), 3U);
  EXPECT_EQ((*files)[0].path, path + "/add.csv");
  EXPECT_EQ((*files)[0].bytes, "");
  EXPECT_EQ((*files)[1].name, "alt.csv");
  EXPECT_EQ((*files)[1].path, path + "/in/alt.csv");
  EXPECT_EQ((*files)[2].bytes, "s");
}

TEST(Archive, BrokenAndEncryptedZips) {
  const std::string good = bytes_of(zipped("good.zip", {{"a.csv", std::string(3000, 'q') + "0123456789"}}));
  EXPECT_EQ(read_files(write("cut.zip", good.substr(0, good.size() / 2))).error().code, ErrorCode::kBadInput);
  std::string damaged = good;
  damaged[40] ^= 0x55;
  const auto broken = read_files(write("damaged.zip", damaged));
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().code, ErrorCode::kBadInput);
  EXPECT_EQ(broken.error().where.source, folder() + "/damaged.zip/a.csv");
  const auto locked = read_files(zipped("locked.zip", {{"a.csv", "secret"}}, "word"));
  ASSERT_FALSE(locked);
  EXPECT_EQ(locked.error().message, "the member is encrypted");
}

TEST(Archive, OfficeDocumentsStayOneFile) {
  const auto files = read_files(
      zipped("table.ods", {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}}));
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 1U);
  EXPECT_EQ(files->front().name, "table.ods");
  EXPECT_TRUE(files->front().bytes.starts_with("PK"));
}

}  // namespace
}  // namespace cordon
