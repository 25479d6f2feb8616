// The official lists as published: what must be read of them, and screenings over them held against brute force.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <map>

#include "assemble/build.h"
#include "lists/collect.h"
#include "screen/screener.h"
#include "screen/verify.h"
#include "tests/end_to_end/data_folder.h"

namespace cordon {
namespace {

lists::Collection collected(const std::vector<std::string>& paths) {
  Reporter reporter;
  std::vector<std::string> full;
  for (const std::string& p : paths) full.push_back(tests::data_folder() + "/" + p);
  auto c = lists::collect(full, {}, reporter);
  EXPECT_TRUE(c) << c.error().text();
  return c ? std::move(*c) : lists::Collection{};
}

const ListInfo* info(const lists::Collection& c, std::string_view list) {
  for (const lists::ParsedList& l : c.lists)
    if (l.info.list == list) return &l.info;
  return nullptr;
}

TEST(RealLists, PartiesAndNamesOfEachListAreRead) {
  CORDON_NEEDS_DATA();
  const auto c = collected({"data/lists", "data/ofac_csv_2022_01"});
  const auto* eu = info(c, "eu");
  ASSERT_TRUE(eu);
  EXPECT_EQ(eu->entities, 5860U);
  EXPECT_EQ(eu->names, 29826U);
  const auto* un = info(c, "un");
  ASSERT_TRUE(un);
  EXPECT_EQ(un->entities, 684U + 193U);
  const auto* ofac = info(c, "ofac");
  ASSERT_TRUE(ofac);
  EXPECT_EQ(ofac->entities, 9044U);
  EXPECT_FALSE(ofac->published);
  const auto* cons = info(c, "ofac-cons");
  ASSERT_TRUE(cons);
  EXPECT_EQ(cons->entities, 443U);  // the XML is dated and counts before the undated CSV
  ASSERT_TRUE(cons->published);
  EXPECT_EQ(cons->published->text(), "2025-03-28");
  EXPECT_FALSE(c.left_out.empty());
  for (const lists::ParsedList& l : c.lists) EXPECT_LE(l.info.skipped, l.info.remarks.size() * 1000) << l.info.list;
}

TEST(RealLists, TheNonSdnCsvHas442Parties) {
  CORDON_NEEDS_DATA();
  const std::string folder = "data/lists/ofac_cons_2025_01/";
  const auto c = collected(
      {folder + "cons_prim.csv", folder + "cons_add.csv", folder + "cons_alt.csv", folder + "cons_comments.csv"});
  ASSERT_TRUE(info(c, "ofac-cons"));
  EXPECT_EQ(info(c, "ofac-cons")->entities, 442U);
}

TEST(RealLists, TheNonSdnEnhancedXmlHas443PartiesAndCountsBeforeTheCsv) {
  CORDON_NEEDS_DATA();
  const auto c = collected({"data/lists/ofac_cons_2025_01"});
  ASSERT_TRUE(info(c, "ofac-cons"));
  EXPECT_EQ(info(c, "ofac-cons")->entities, 443U);
  EXPECT_TRUE(info(c, "ofac-cons")->published);
}

TEST(RealLists, AnswersEqualBruteForce) {
  CORDON_NEEDS_DATA();
  auto c = collected({"data/lists/mixed_2025_04/UN.xml"});
  std::vector<Subject> subjects;
  const auto& entities = c.lists.at(0).entities;
  for (size_t i = 0; i < entities.size(); i += 37) {
    Subject s;
    s.id = std::to_string(i);
    s.schema = entities[i].schema;
    s.names.push_back({entities[i].names.back().text, {}, {}, {}, false});
    if (i % 2) s.birth_dates.push_back(DateSpan::year(1965));
    subjects.push_back(std::move(s));
  }
  const std::string path =
      (std::filesystem::temp_directory_path() / ("cordon-real-" + std::to_string(::getpid()))).string();
  ASSERT_TRUE(assemble::build(std::move(c.lists), path));
  const auto snapshot = screen::Snapshot::open(path);
  std::filesystem::remove(path);
  ASSERT_TRUE(snapshot) << snapshot.error().text();
  for (const Points threshold : {5000, 7000, 9000}) {
    screen::ScreenSettings settings;
    settings.profile = default_profile();
    settings.profile.threshold = threshold;
    const auto screener = screen::Screener::build(*snapshot, settings);
    ASSERT_TRUE(screener);
    const std::vector<Screening> brute_force = screener->screen_brute_force(std::span(subjects));
    for (size_t i = 0; i < subjects.size(); ++i)
      EXPECT_EQ(screen::difference(screener->screen(subjects[i]), brute_force[i]), std::nullopt)
          << subjects[i].names[0].text;
  }
}

}  // namespace
}  // namespace cordon
