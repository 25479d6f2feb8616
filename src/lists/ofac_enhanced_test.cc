#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "base/table.h"
#include "lists/parsed_fixture.h"

namespace cordon::lists {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;

constexpr const char* kFixture = "ofac_enhanced/SDN_ENHANCED.XML";

ParsedFixture fixture_list() { return parse_fixture(parse_ofac_enhanced, "ofac", kFixture); }

// "kind name id role" of every link.
std::vector<std::string> links_of(const Entity& e) {
  std::vector<std::string> out;
  for (const Link& l : e.links) out.push_back(l.kind + "|" + l.target_name + "|" + l.target_id + "|" + l.role);
  return out;
}

TEST(OfacEnhanced, RecognisedByItsRootAndListedByItsFilter) {
  const InputFile file = fixture(kFixture);
  EXPECT_TRUE(recognize_ofac_enhanced(file));
  EXPECT_FALSE(recognize_ofac_enhanced({"a.xml", "a.xml", "<sdnList/>"}));
  EXPECT_EQ(identify_ofac_enhanced(file, ""), "ofac");
  const auto named = [](std::string name, std::string filters) {
    return identify_ofac_enhanced({name, name, "<sanctionsData><publicationInfo>" + filters}, "");
  };
  EXPECT_EQ(named("SDN_ENHANCED.XML", "<filters>Consolidated List</filters>"), "ofac-cons");
  EXPECT_EQ(named("CONS_ENHANCED.XML", ""), "ofac-cons");
  EXPECT_EQ(named("all.xml", "<filters>SDN List, Consolidated List</filters>"), "ofac");
}

TEST(OfacEnhanced, WhatIsLeftOutIsSaid) {
  const ParsedFixture p = fixture_list();
  ASSERT_TRUE(p.list) << p.list.error().text();
  EXPECT_EQ(p.list->info.published->text(), "2025-03-04");
  EXPECT_EQ(p.list->info.entities, 3U);
  EXPECT_EQ(p.list->info.names, 4U + 1U + 1U);
  EXPECT_THAT(p.messages(Severity::kSkipped), ElementsAre("an entity without a primary name"));
  EXPECT_THAT(p.messages(Severity::kLoss), ElementsAre("a name without a text was left out",
                                                       "a relationship without a related entity was left out"));
  EXPECT_THAT(p.messages(Severity::kNote),
              IsSupersetOf({HasSubstr("\"Invented Label\" (1)"), HasSubstr("unknown type \"Invented tie\"")}));
}

TEST(OfacEnhanced, NamesInSeveralScripts) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("ofac:900001");
  EXPECT_THAT(names_of(e),
              ElementsAre("Timur Arkadyevich VOLKOVSKIY|primary|strong", "Тимур Аркадьевич ВОЛКОВСКИЙ|original|strong",
                          "Timur VOLKOV|former|strong", "TIMA|alias|weak"));
  EXPECT_EQ(e.names[1].family, "ВОЛКОВСКИЙ");
  EXPECT_EQ(e.caption, "Timur Arkadyevich VOLKOVSKIY");
}

TEST(OfacEnhanced, ParticularsAreThoseOfTheRemarks) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("ofac:900001");
  EXPECT_THAT(e.programs, ElementsAre("RUSSIA-EO14024"));
  EXPECT_THAT(e.references, ElementsAre("Executive Order 14024 (Russia)"));
  EXPECT_THAT(e.measures, ElementsAre("Block", "Secondary sanctions risk: See Section 11 of Executive Order 14024."));
  EXPECT_THAT(dates_of(e, DateKind::kBirth), ElementsAre("1962|", "1963-04|"));
  EXPECT_THAT(dates_of(e, DateKind::kListed), ElementsAre("2024-02-23|SDN List"));
  EXPECT_THAT(countries_of(e, CountryKind::kNationality), ElementsAre("ru"));
  EXPECT_THAT(countries_of(e, CountryKind::kCitizenship), ElementsAre("cy"));
  EXPECT_THAT(countries_of(e, CountryKind::kBirthCountry), ElementsAre("ru"));
  EXPECT_THAT(properties_of(e, "gender"), ElementsAre("male"));
  EXPECT_THAT(properties_of(e, "position"), ElementsAre("Deputy Chairman"));
  EXPECT_THAT(properties_of(e, "email"), IsEmpty());
  EXPECT_THAT(properties_of(e, "website"), ElementsAre("invented.example"));
  EXPECT_THAT(properties_of(e, "notes"),
              ElementsAre("Email Address old@invented.example (known to be false)",
                          "Website invented.example: in Russian", "Invented Label something; else"));
  EXPECT_THAT(ids_of(e), ElementsAre("passport|A999999|ru|", "passport|B111111|ru|"));
  EXPECT_EQ(e.identifiers[0].issued->text(), "1999-05-26");
  EXPECT_EQ(e.identifiers[0].expires->text(), "2009");
  EXPECT_FALSE(e.identifiers[0].known_false);
  EXPECT_TRUE(e.identifiers[1].known_false);
  ASSERT_EQ(e.addresses.size(), 1U);
  EXPECT_EQ(e.addresses[0].full, "1 Invented Street, Floor 2, Kazan, Tatarstan, 420000, Russia");
  EXPECT_EQ(e.sources[0].record, "entity 900001");
}

TEST(OfacEnhanced, RelationshipsAreLinksByIdWithTheirType) {
  const ParsedFixture p = fixture_list();
  EXPECT_THAT(
      links_of(p.party("ofac:900001")),
      ElementsAre("organization|INVENTED HOLDING|ofac:900002|Leader or official of",
                  "family|VOLKOVSKAYA, Anna|ofac-cons:900777|Family member of",
                  "linkedTo|INVENTED HOLDING|ofac:900002|Invented tie (of low quality)", "linkedTo|NOBODY KNOWN||"));
  EXPECT_THAT(links_of(p.party("ofac:900002")),
              ElementsAre("ownedOrControlledBy|VOLKOVSKIY, Timur Arkadyevich|ofac:900001|Owned or Controlled By",
                          "actsFor|VOLKOVSKIY, Timur Arkadyevich|ofac:900001|Acting for or on behalf of"));
  EXPECT_THAT(links_of(p.party("ofac:900003")),
              ElementsAre("owner|INVENTED HOLDING|ofac:900002|Property in the interest of"));
}

TEST(OfacEnhanced, Vessel) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("ofac:900003");
  EXPECT_EQ(e.schema, Schema::kVessel);
  EXPECT_THAT(ids_of(e), ElementsAre("imo|9074729||"));
  EXPECT_THAT(countries_of(e, CountryKind::kFlag), ElementsAre("ir"));
}

TEST(OfacEnhanced, ACutFileIsAnError) {
  const std::string whole = fixture(kFixture).bytes;
  const ParsedFixture p =
      parse_text(parse_ofac_enhanced, "ofac", "SDN_ENHANCED.XML", whole.substr(0, whole.size() - 30));
  ASSERT_FALSE(p.list);
  EXPECT_EQ(p.list.error().code, ErrorCode::kBadInput);
}

TEST(OfacEnhancedRealData, SaysWhatTheCsvOfTheSameWeekSays) {
  const std::string data = shared_data();
  if (data.empty()) GTEST_SKIP() << "no ../shared";
  auto files = read_files(data + "/lists/ofac_cons_2025_01/CONS_ENHANCED.XML");
  ASSERT_TRUE(files);
  EXPECT_EQ(identify_ofac_enhanced(files->front(), ""), "ofac-cons");
  const ParsedFixture p = parse_files(parse_ofac_enhanced, "ofac-cons", *files);
  ASSERT_TRUE(p.list) << p.list.error().text();
  EXPECT_EQ(p.list->entities.size(), 443U);
  EXPECT_EQ(p.list->info.names, 1624U);
  EXPECT_THAT(p.messages(Severity::kSkipped), IsEmpty());
  EXPECT_THAT(p.messages(Severity::kLoss), IsEmpty());
  std::map<std::string, size_t> kinds;
  size_t here = 0;
  for (const Entity& e : p.list->entities)
    for (const Link& l : e.links) ++kinds[l.kind], here += l.target_id.starts_with("ofac-cons:");
  EXPECT_EQ(kinds,
            (std::map<std::string, size_t>{{"actsFor", 1}, {"ownedOrControlledBy", 278}, {"ownsOrControls", 4}}));
  EXPECT_EQ(here, 282U);  // all but one, who is on the other list

  std::vector<InputFile> tables;
  for (const char* name : {"cons_prim.csv", "cons_alt.csv", "cons_add.csv", "cons_comments.csv"})
    tables.push_back(file(data + "/lists/ofac_cons_2025_01/" + name));
  const ParsedFixture csv = parse_files(parse_ofac_csv, "ofac-cons", tables);
  ASSERT_TRUE(csv.list) << csv.list.error().text();
  // The CSV is four days younger: a few entries were amended in between.
  std::map<std::string, size_t> differ;
  const auto lacks = [](const std::vector<std::string>& values, const std::vector<std::string>& wanted) {
    return std::ranges::any_of(wanted,
                               [&](const std::string& w) { return std::ranges::find(values, w) == values.end(); });
  };
  for (const Entity& e : csv.list->entities) {
    const Entity& other = p.party(e.id);
    differ["names"] += lacks(names_of(other), names_of(e));
    differ["identifiers"] += lacks(ids_of(other), ids_of(e));
    differ["births"] += lacks(dates_of(other, DateKind::kBirth), dates_of(e, DateKind::kBirth));
    differ["programmes"] += lacks(values_of(other.programs), values_of(e.programs));
    differ["measures"] += lacks(values_of(other.measures), values_of(e.measures));
    differ["schemas"] += other.schema != e.schema;
    differ["captions"] += other.caption != e.caption;
  }
  EXPECT_EQ(differ, (std::map<std::string, size_t>{{"names", 7},
                                                   {"identifiers", 12},
                                                   {"births", 0},
                                                   {"programmes", 11},
                                                   {"measures", 12},
                                                   {"schemas", 0},
                                                   {"captions", 1}}));
}

}  // namespace
}  // namespace cordon::lists
