#include "lists/collect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zip.h>
#include <zlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "lists/parsed_fixture.h"

namespace cordon::lists {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// A folder of its own for each test.
class Collect : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "cordon-collect-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return folder_ + "/" + name; }
  std::string write(const std::string& name, const std::string& bytes) const {
    fs::create_directories(fs::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }
  std::string un(const std::string& name, const std::string& date, const std::string& party) const {
    return write(
        name,
        "<CONSOLIDATED_LIST dateGenerated='" + date + "'><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>" +
            party +
            "</FIRST_NAME><REFERENCE_NUMBER>X.1</REFERENCE_NUMBER></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>");
  }
  std::string sdn_csv(const std::string& name, const std::string& party) const {
    return write(name, "1,\"" + party + "\",-0- ,\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n");
  }
  std::string sdn_xml(const std::string& name, const std::string& date, const std::string& party) const {
    return write(
        name, "<sdnList><publshInformation><Publish_Date>" + date +
                  "</Publish_Date><Record_Count>1</Record_Count></publshInformation><sdnEntry><uid>1</uid><lastName>" +
                  party + "</lastName><sdnType>Entity</sdnType></sdnEntry></sdnList>");
  }
  Result<Collection> collect(std::vector<std::string> paths, CollectOptions options = {}) {
    reporter_ = {};
    auto collection = lists::collect(paths, options, reporter_);
    if (collection)
      for (ParsedList& list : collection->lists) list.unpack();
    return collection;
  }

  std::string folder_;
  Reporter reporter_;
};

std::vector<std::string> captions(const ParsedList& list) {
  std::vector<std::string> out;
  for (const Entity& e : list.entities) out.push_back(e.caption);
  return out;
}

TEST_F(Collect, FolderIsWalkedAndUnknownFilesAreNamed) {
  un("b/UN.xml", "2025-01-01", "One");
  sdn_csv("a/sdn.csv", "TWO");
  write("README.md", "no list");
  write("b/LICENSE", "");
  write(".hidden/UN.xml", "<broken");
  const auto c = collect({folder_});
  ASSERT_TRUE(c) << c.error().text();
  ASSERT_EQ(c->lists.size(), 2U);
  EXPECT_EQ(c->lists[0].info.list, "ofac");
  EXPECT_EQ(c->lists[1].info.list, "un");
  EXPECT_THAT(c->passed_over, ElementsAre(path("README.md"), path("b/LICENSE")));
  EXPECT_THAT(c->left_out, IsEmpty());
  EXPECT_THAT(c->lists[0].info.files, ElementsAre("sdn.csv"));
  EXPECT_THAT(c->lists[0].info.remarks, Contains(HasSubstr("strong aliases are missing")));
}

TEST_F(Collect, FileOnTheCommandLineMustBeAList) {
  const std::string readme = write("README.md", "no list");
  const auto unknown = collect({un("UN.xml", "2025-01-01", "One"), readme});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::kUnsupported);
  EXPECT_EQ(unknown.error().where.source, readme);
  EXPECT_EQ(collect({path("none.xml")}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(collect({folder_ + "/"}).has_value(), true);
}

TEST_F(Collect, NoListIsAnError) {
  write("README.md", "no list");
  const auto c = collect({folder_});
  ASSERT_FALSE(c);
  EXPECT_EQ(c.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(c.error().message, HasSubstr("README.md"));
}

TEST_F(Collect, CutListInAFolderIsAnError) {
  write("UN.xml", "<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>");
  const auto c = collect({folder_});
  ASSERT_FALSE(c);
  EXPECT_EQ(c.error().code, ErrorCode::kBadInput);
  EXPECT_EQ(c.error().where.source, path("UN.xml"));
}

TEST_F(Collect, OfacIsToldByTheFileName) {
  sdn_xml("consolidated.xml", "03/28/2025", "ONE");
  sdn_xml("sdn.xml", "03/28/2025", "TWO");
  sdn_csv("Cons_prim.csv", "THREE");
  const auto c = collect({folder_});
  ASSERT_TRUE(c) << c.error().text();
  ASSERT_EQ(c->lists.size(), 2U);
  EXPECT_EQ(c->lists[0].info.list, "ofac");
  EXPECT_THAT(captions(c->lists[0]), ElementsAre("TWO"));
  EXPECT_EQ(c->lists[1].info.list, "ofac-cons");
}

TEST_F(Collect, TwoFormatsInOneFolderAreOneList) {
  sdn_csv("sdn.csv", "HARBOUR");
  write("alt.csv", "1,7,\"aka\",\"PORT\",-0- \r\n");
  sdn_xml("sdn.xml", "03/28/2025", "HARBOUR");
  const auto c = collect({folder_});
  ASSERT_TRUE(c) << c.error().text();
  ASSERT_EQ(c->lists.size(), 1U);
  const ParsedList& list = c->lists[0];
  ASSERT_EQ(list.entities.size(), 1U);
  EXPECT_THAT(names_of(list.entities[0]), ElementsAre("HARBOUR|primary|strong", "PORT|alias|strong"));
  EXPECT_EQ(list.entities[0].sources.size(), 3U);
  EXPECT_EQ(list.info.published->text(), "2025-03-28");
  EXPECT_EQ(list.info.entities, 1U);
  EXPECT_THAT(list.info.files, ElementsAre("alt.csv", "sdn.csv", "sdn.xml"));
}

TEST_F(Collect, NewerEditionCounts) {
  un("a/UN.xml", "2025-02-01", "Newer");
  un("b/UN.xml", "2024-01-01", "Older");
  const auto c = collect({folder_});
  ASSERT_TRUE(c);
  ASSERT_EQ(c->lists.size(), 1U);
  EXPECT_THAT(captions(c->lists[0]), ElementsAre("Newer"));
  EXPECT_THAT(c->left_out, ElementsAre("un: " + path("b/UN.xml") + " of 2024-01-01, since " + path("a/UN.xml") +
                                       " of 2025-02-01 counts"));
}

TEST_F(Collect, TwoXmlFilesInOneFolderAreEditions) {
  un("UN_1.xml", "2025-02-01", "Newer");
  un("UN_2.xml", "2024-01-01", "Older");
  const auto c = collect({folder_});
  ASSERT_TRUE(c);
  EXPECT_THAT(captions(c->lists[0]), ElementsAre("Newer"));
  EXPECT_EQ(c->left_out.size(), 1U);
}

TEST_F(Collect, EditionsAreNamedByTheirPathsAsGiven) {
  const std::string newer = un("a/UN.xml", "2025-02-01", "Newer");
  const std::string older = un("b/UN.xml", "2024-01-01", "Older");
  EXPECT_THAT(collect({newer, older})->left_out,
              ElementsAre("un: " + older + " of 2024-01-01, since " + newer + " of 2025-02-01 counts"));
  sdn_csv("c/sdn.csv", "A");
  write("c/alt.csv", "1,1,\"aka\",\"B\",-0- \r\n");
  sdn_csv("d/sdn.csv", "C");
  EXPECT_THAT(collect({path("c"), path("d")})->left_out,
              ElementsAre("ofac: " + path("c/alt.csv") + ", " + path("c/sdn.csv") + " without a date, since " +
                          path("d/sdn.csv") + " without a date counts"));
}

TEST_F(Collect, DatedBeforeUndated) {
  sdn_xml("a/sdn.xml", "03/28/2020", "DATED");
  sdn_csv("b/sdn.csv", "UNDATED");
  const auto c = collect({folder_});
  ASSERT_TRUE(c);
  EXPECT_THAT(captions(c->lists[0]), ElementsAre("DATED"));
  EXPECT_THAT(c->left_out, ElementsAre(HasSubstr("b/sdn.csv without a date, since")));
}

TEST_F(Collect, OfUndatedEditionsTheLastCounts) {
  const std::string a = sdn_csv("a/sdn.csv", "A");
  const std::string b = sdn_csv("b/sdn.csv", "B");
  EXPECT_THAT(captions(collect({folder_})->lists[0]), ElementsAre("B"));
  EXPECT_THAT(captions(collect({b, a})->lists[0]), ElementsAre("A"));
}

TEST_F(Collect, PublishedSaysWhatTheFilesDoNot) {
  const std::string csv = sdn_csv("sdn.csv", "A");
  const std::string xml = un("UN.xml", "2025-02-01", "One");
  const auto c = collect({csv, xml}, {"", "", {{"ofac", "2022-01-15"}, {"un", "2020-01-01"}}});
  ASSERT_TRUE(c) << c.error().text();
  EXPECT_EQ(c->lists[0].info.published->text(), "2022-01-15");
  EXPECT_EQ(c->lists[1].info.published->text(), "2025-02-01");
  EXPECT_THAT(c->lists[1].info.remarks,
              Contains(HasSubstr("--published un=2020-01-01 is not used: the file states 2025-02-01")));
  EXPECT_FALSE(collect({csv})->lists[0].info.published);
  EXPECT_EQ(collect({csv}, {"", "", {{"ofac", "soon"}}}).error().code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(collect({csv}, {"", "", {{"eu", "2022-01-15"}}}).error().code, ErrorCode::kInvalidArgument);
}

TEST_F(Collect, OwnListsNeedAs) {
  const std::string csv = write("watch.csv", "id,name\n1,Harbour Ltd\n");
  EXPECT_EQ(collect({csv}).error().code, ErrorCode::kUnsupported);
  const auto named = collect({csv}, {"csv", "bank", {}});
  ASSERT_TRUE(named) << named.error().text();
  EXPECT_EQ(named->lists[0].info.list, "bank");
  EXPECT_EQ(named->lists[0].entities[0].id, "bank:1");
  EXPECT_EQ(collect({csv}, {"csv", "", {}})->lists[0].info.list, "watch");
  EXPECT_EQ(collect({csv}, {"xls", "", {}}).error().code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(collect({csv}, {"csv", "a:b", {}}).error().code, ErrorCode::kInvalidArgument);
}

TEST_F(Collect, OwnFilesGivenOneByOneAreOneList) {
  const auto c = collect({write("a/one.csv", "id,name\n1,Harbour Ltd\n"), write("b/two.csv", "id,name\n2,Port Ltd\n")},
                         {"csv", "bank", {}});
  ASSERT_TRUE(c) << c.error().text();
  EXPECT_THAT(captions(c->lists[0]), ElementsAre("Harbour Ltd", "Port Ltd"));
  EXPECT_THAT(c->left_out, IsEmpty());
}

TEST_F(Collect, OwnFilesOfOneNameAreNoEditionsOfOneAnother) {
  write("a/own.csv", "name\nHarbour Ltd\n");
  write("b/own.csv", "name\nPort Ltd\n");
  const auto c = collect({folder_}, {"csv", "", {}});
  ASSERT_TRUE(c) << c.error().text();
  ASSERT_EQ(c->lists.size(), 1U);
  EXPECT_THAT(captions(c->lists[0]), ElementsAre("Harbour Ltd", "Port Ltd"));
  EXPECT_THAT(c->left_out, IsEmpty());
  EXPECT_EQ(c->lists[0].entities[0].id, "own:" + path("a/own.csv") + "#2");
  EXPECT_EQ(c->lists[0].entities[1].id, "own:" + path("b/own.csv") + "#2");
}

TEST_F(Collect, OwnTablesAndOfficialListsShareASnapshot) {
  un("UN.xml", "2025-02-01", "One");
  sdn_csv("sdn.csv", "TWO");
  write("own.csv", "id,name\n1,Harbour Ltd\n");
  const auto c = collect({folder_}, {"csv", "mine", {}});
  ASSERT_TRUE(c) << c.error().text();
  ASSERT_EQ(c->lists.size(), 3U);
  EXPECT_EQ(c->lists[0].entities[0].id, "mine:1");
  EXPECT_EQ(c->lists[1].info.list, "ofac");
  EXPECT_EQ(c->lists[2].info.list, "un");
}

TEST_F(Collect, FtmIsPlainJsonLinesOnlyWhereAsSaysSo) {
  const std::string ftm = write("a.json", R"({"id":"x1","schema":"Person","properties":{"name":["One Two"]}})"
                                          "\n");
  EXPECT_EQ(collect({ftm}, {"jsonl", "mine", {}})->lists[0].entities[0].id, "mine:x1");
  EXPECT_EQ(collect({ftm}, {"csv", "mine", {}})->lists[0].entities[0].id, "x1");
}

TEST_F(Collect, AListNameThatNoFileTakesIsNoted) {
  const auto c = collect({un("UN.xml", "2025-02-01", "One")}, {"", "mine", {}});
  ASSERT_TRUE(c);
  EXPECT_EQ(c->lists[0].info.list, "un");
  ASSERT_EQ(reporter_.remarks().size(), 1U);
  EXPECT_THAT(reporter_.remarks()[0].message, HasSubstr("--list mine is not used"));
}

TEST_F(Collect, ForcedFormatThatDoesNotFitIsAnError) {
  const auto c = collect({sdn_csv("sdn.csv", "A")}, {"un-xml", "", {}});
  ASSERT_FALSE(c);
  EXPECT_EQ(c.error().code, ErrorCode::kBadInput);
}

TEST_F(Collect, TwoListsOfOneNameAreAnError) {
  write("x/un.ftm.json", R"({"id":"a","schema":"Person","properties":{"name":["One"]}})"
                         "\n");
  un("UN.xml", "2025-02-01", "Two");
  const auto c = collect({folder_});
  ASSERT_FALSE(c);
  EXPECT_EQ(c.error().code, ErrorCode::kInvalidArgument);
  EXPECT_THAT(c.error().message, HasSubstr("two lists are called \"un\""));
}

TEST_F(Collect, FileReachedTwiceIsReadOnce) {
  const std::string file = un("UN.xml", "2025-02-01", "One");
  const auto c = collect({file, folder_, folder_ + "/./UN.xml"});
  ASSERT_TRUE(c);
  EXPECT_THAT(c->left_out, IsEmpty());
  EXPECT_EQ(c->lists[0].info.names, 1U);
}

TEST_F(Collect, ArchiveIsAFolder) {
  const std::string archive = path("lists.zip");
  const std::string un_bytes = read_files(un("UN.xml", "2025-02-01", "One"))->front().bytes;
  const std::string csv_bytes = read_files(sdn_csv("sdn.csv", "A"))->front().bytes;
  int error = 0;
  zip_t* zip = zip_open(archive.c_str(), ZIP_CREATE, &error);
  const std::vector<std::pair<std::string, std::string>> members = {
      {"ofac/sdn.csv", csv_bytes}, {"UN.xml", un_bytes}, {"readme.txt", "x"}};
  for (const auto& [name, text] : members)
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8);
  ASSERT_EQ(zip_close(zip), 0);
  const auto c = collect({archive});
  ASSERT_TRUE(c) << c.error().text();
  ASSERT_EQ(c->lists.size(), 2U);
  EXPECT_THAT(c->passed_over, ElementsAre(archive + "/readme.txt"));
  EXPECT_EQ(c->lists[1].entities[0].sources[0].file, "UN.xml");
}

TEST_F(Collect, GzipIsUnpacked) {
  const std::string bytes = read_files(sdn_csv("in/sdn.csv", "PACKED"))->front().bytes;
  const std::string packed = path("sdn.csv.gz");
  gzFile out = gzopen(packed.c_str(), "wb");
  gzwrite(out, bytes.data(), static_cast<unsigned>(bytes.size()));
  gzclose(out);
  const auto c = collect({packed});
  ASSERT_TRUE(c) << c.error().text();
  EXPECT_THAT(captions(c->lists[0]), ElementsAre("PACKED"));
  EXPECT_THAT(c->lists[0].info.files, ElementsAre("sdn.csv"));
}

TEST_F(Collect, WhatCannotBeReadInAFolderIsAnError) {
  un("UN.xml", "2025-02-01", "One");
  write("a/broken.gz", "\x1f\x8b no gzip");
  const auto broken = collect({folder_});
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().code, ErrorCode::kBadInput);
  EXPECT_EQ(broken.error().where.source, path("a/broken.gz"));
  fs::remove(path("a/broken.gz"));
  write("a/lists.zip", "PK\x03\x04 cut off");
  EXPECT_EQ(collect({folder_}).error().where.source, path("a/lists.zip"));
  fs::remove(path("a/lists.zip"));
  fs::create_symlink("nowhere.xml", path("a/EU.xml"));
  const auto missing = collect({folder_});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kIo);
  EXPECT_EQ(missing.error().where.source, path("a/EU.xml"));
  fs::remove(path("a/EU.xml"));
  ASSERT_EQ(::mkfifo(path("a/pipe").c_str(), 0600), 0);
  const auto pipe = collect({folder_});
  ASSERT_TRUE(pipe) << pipe.error().text();
  EXPECT_THAT(pipe->passed_over, ElementsAre(path("a/pipe") + " (no regular file)"));
}

TEST_F(Collect, RemarksAreSummedUp) {
  write("UN.xml",
        "<CONSOLIDATED_LIST "
        "dateGenerated='2025-01-01'>\n<INDIVIDUAL><FIRST_NAME>A</FIRST_NAME><REFERENCE_NUMBER>1</REFERENCE_NUMBER>"
        "</INDIVIDUAL>\n<INDIVIDUAL/>\n<INDIVIDUAL/>\n</CONSOLIDATED_LIST>");
  const auto c = collect({folder_});
  ASSERT_TRUE(c) << c.error().text();
  EXPECT_EQ(c->lists[0].info.skipped, 2U);
  EXPECT_THAT(c->lists[0].info.remarks,
              ElementsAre("skipped: a party without a name (2 times, first in UN.xml line 3)"));
  EXPECT_EQ(reporter_.count(Severity::kSkipped), 2U);
}

TEST(ListFormats, RegistryIsWhole) {
  std::vector<std::string_view> names;
  for (const ListFormat& f : list_formats()) {
    names.push_back(f.name);
    EXPECT_NE(f.recognize, nullptr);
    EXPECT_NE(f.identify, nullptr);
    EXPECT_NE(f.parse, nullptr);
    EXPECT_EQ(find_format(f.name), &f);
  }
  EXPECT_THAT(names, ElementsAre("ofac-csv", "ofac-xml", "ofac-enhanced-xml", "un-xml", "eu-xml", "uk-csv", "uk-ods",
                                 "ftm", "csv", "jsonl"));
  EXPECT_EQ(find_format("xls"), nullptr);
}

TEST(CollectRealData, EveryListOfTheseFormats) {
  const std::string data = shared_data();
  if (data.empty()) GTEST_SKIP() << "no ../shared";
  Reporter reporter;
  const auto c = collect({data + "/lists", data + "/ofac_csv_2022_01"}, {}, reporter);
  ASSERT_TRUE(c) << c.error().text();
  std::vector<std::string> counts;
  for (const ParsedList& l : c->lists) {
    counts.push_back(l.info.list + " " + std::to_string(l.info.entities) + " " + std::to_string(l.info.skipped));
  }
  EXPECT_THAT(counts, ElementsAre("eu 5860 0", "ofac 9044 0", "ofac-cons 443 0", "un 877 0"));
  EXPECT_THAT(c->left_out, ElementsAre(HasSubstr("ofac_cons_2025_01")));
  EXPECT_THAT(c->passed_over, Contains(HasSubstr("cannada.xml")));
}

}  // namespace
}  // namespace cordon::lists
