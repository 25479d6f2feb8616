#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "lists/collect.h"
#include "lists/parsed_fixture.h"

namespace cordon::lists {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kCsv = "uk_list/UK-Sanctions-List.csv";
constexpr const char* kSheet = "uk_list/content.xml";

ParsedFixture fixture_list() { return parse_fixture(parse_uk_list, "uk", kCsv); }

std::vector<std::string> links_of(const Entity& e) {
  std::vector<std::string> out;
  for (const Link& l : e.links) out.push_back(l.kind + "|" + l.target_name + "|" + l.target_id);
  return out;
}

TEST(UkList, EveryRowOfTheTableMakesSense) { EXPECT_THAT(check_uk_columns(), IsEmpty()); }

TEST(UkList, RecognisedByItsHeaders) {
  EXPECT_TRUE(recognize_uk_csv(fixture(kCsv)));
  EXPECT_FALSE(recognize_uk_sheet(fixture(kCsv)));
  EXPECT_TRUE(recognize_uk_sheet(fixture(kSheet)));
  EXPECT_FALSE(recognize_uk_csv(fixture(kSheet)));
  EXPECT_FALSE(recognize_uk_csv(text_file("a.csv", "Unique ID,Name\n1,A\n")));
}

// UKL-1, UKL-4
TEST(UkList, ThePreambleSaysTheDayAndTheHeaderFollows) {
  const ParsedFixture p = fixture_list();
  ASSERT_TRUE(p.list) << p.list.error().text();
  EXPECT_EQ(p.list->info.published->text(), "2026-03-04");
  EXPECT_EQ(p.list->info.entities, 5U);
  EXPECT_THAT(p.messages(Severity::kSkipped), ElementsAre("a row without a Unique ID"));
  EXPECT_THAT(p.messages(Severity::kLoss), ElementsAre(HasSubstr("none of Individual, Entity, Ship")));
  EXPECT_THAT(p.messages(Severity::kNote), ElementsAre(HasSubstr("\"Invented column\" is unknown")));
  EXPECT_EQ(p.party("uk:RUS9002").schema, Schema::kOrganization);
  const ParsedFixture other =
      parse_text(parse_uk_list, "uk", "a.csv",
                 "UNIQUE ID,OFSI Group ID,Name 6,\"Individual, Entity, Ship\"\nRUS1,1,INVENTED,Entity\n");
  EXPECT_EQ(other.party("uk:RUS1").schema, Schema::kOrganization);
}

// UKL-3
TEST(UkList, RowsOfOneIdAreOneParty) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("uk:RUS9001");
  EXPECT_THAT(names_of(e), ElementsAre("Timur Arkadyevich VOLKOVSKIY|primary|unknown",
                                       "Тимур Аркадьевич Волковский|original|unknown", "Timur WOLKOWSKI|alias|unknown",
                                       "TIMA|alias|weak"));
  EXPECT_EQ(e.names[0].given, "Timur Arkadyevich");
  EXPECT_EQ(e.names[0].family, "VOLKOVSKIY");
  ASSERT_EQ(e.addresses.size(), 2U);
  EXPECT_EQ(e.addresses[0].full, "1 Invented Street, Kazan, 420000, Russia");
  EXPECT_EQ(e.sources.size(), 3U);
  EXPECT_EQ(e.sources[0].record, "line 3");
}

// UKL-2
TEST(UkList, ParticularsOfAPerson) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("uk:RUS9001");
  EXPECT_THAT(dates_of(e, DateKind::kBirth), ElementsAre("1971-03-14|", "1970|"));
  EXPECT_THAT(dates_of(e, DateKind::kListed), ElementsAre("2024-02-23|"));
  EXPECT_THAT(countries_of(e, CountryKind::kNationality), ElementsAre("ru", "cy"));
  EXPECT_THAT(countries_of(e, CountryKind::kBirthCountry), ElementsAre("ru"));
  EXPECT_THAT(properties_of(e, "birthPlace"), ElementsAre("Kazan, Russia"));
  EXPECT_THAT(properties_of(e, "reason"), ElementsAre("Invented reasons."));
  EXPECT_THAT(ids_of(e), ElementsAre("national|500100732259||INN", "passport|A999999||issued in Kazan"));
  EXPECT_THAT(e.measures, ElementsAre("Asset freeze", "Travel Ban"));
  EXPECT_THAT(e.programs, ElementsAre("Russia"));
  EXPECT_THAT(e.references, ElementsAre("RUS9001", "OFSI Group ID 19001"));
  const Entity& un = p.party("uk:AFG9006");
  EXPECT_THAT(dates_of(un, DateKind::kListed), ElementsAre("2012-06-29|"));
  EXPECT_THAT(names_of(un), ElementsAre("HAJI INVENTED|primary|strong"));
  EXPECT_THAT(un.references, Contains("TAi.999"));
}

TEST(UkList, ParentsSubsidiariesAndOwnersAreLinks) {
  const ParsedFixture p = fixture_list();
  EXPECT_THAT(links_of(p.party("uk:RUS9002")), ElementsAre("subsidiary|INVENTED SHIPPING LTD|uk:RUS9003",
                                                           "subsidiary|Invented Insurance|", "parent|INVENTED GROUP|"));
  const Entity& ship = p.party("uk:RUS9004");
  EXPECT_THAT(links_of(ship), ElementsAre("ownerOrOperator|INVENTED SHIPPING LTD|uk:RUS9003"));
  EXPECT_THAT(ids_of(ship), ElementsAre("imo|9074729||"));
  EXPECT_THAT(countries_of(ship, CountryKind::kFlag), ElementsAre("ga"));
  EXPECT_THAT(countries_of(ship, CountryKind::kFormerFlag), ElementsAre("ir", "pa"));
  EXPECT_THAT(properties_of(ship, "notes"), Contains("Previous owner/operator (s): Invented Lines"));
}

TEST(UkList, ASpreadsheetIsTheSameTable) {
  const ParsedFixture p = parse_fixture(parse_uk_list, "uk", kSheet);
  ASSERT_TRUE(p.list) << p.list.error().text();
  EXPECT_EQ(p.list->info.entities, 2U);
  const Entity& e = p.party("uk:RUS9001");
  EXPECT_THAT(names_of(e), ElementsAre("Timur VOLKOVSKIY|primary|unknown"));
  EXPECT_THAT(e.measures, ElementsAre("Asset freeze", "Travel Ban"));
  EXPECT_THAT(dates_of(e, DateKind::kListed), ElementsAre("2024-02-23|"));
  EXPECT_EQ(p.party("uk:UNI9002").schema, Schema::kVessel);
  EXPECT_THAT(p.party("uk:UNI9002").measures, ElementsAre("Shipping sanctions: (see \"Other information\")"));
}

TEST(UkList, WhatIsCutOffIsAnError) {
  const std::string csv = fixture(kCsv).bytes, sheet = fixture(kSheet).bytes;
  for (const auto& [name, bytes] : {std::pair{std::string("a.csv"), csv.substr(0, csv.size() - 20)},
                                    std::pair{std::string("content.xml"), sheet.substr(0, sheet.size() - 40)}}) {
    const ParsedFixture p = parse_text(parse_uk_list, "uk", name, bytes);
    ASSERT_FALSE(p.list) << name;
    EXPECT_EQ(p.list.error().code, ErrorCode::kBadInput);
  }
  const ParsedFixture none = parse_text(parse_uk_list, "uk", "a.csv", "Name,Age\nA,1\n");
  ASSERT_FALSE(none.list);
  EXPECT_THAT(none.list.error().message, HasSubstr("no row is a header"));
}

TEST(UkListRealData, EveryPartyOfTheSpreadsheet) {
  const std::string data = shared_data();
  if (data.empty()) GTEST_SKIP() << "no ../shared";
  Reporter reporter;
  const auto c = collect({data + "/uk_ods_2025_08/FCDO_SL_Mon_Aug_11_2025.ods"}, {}, reporter);
  ASSERT_TRUE(c) << c.error().text();
  EXPECT_THAT(c->passed_over, IsEmpty());
  ASSERT_EQ(c->lists.size(), 1U);
  const ParsedList& list = c->lists[0];
  EXPECT_EQ(list.info.list, "uk");
  EXPECT_EQ(list.info.entities, 5300U);
  EXPECT_THAT(list.info.files, ElementsAre("FCDO_SL_Mon_Aug_11_2025.ods"));
  EXPECT_THAT(messages(reporter, Severity::kSkipped), ElementsAre("a party without a name", "a party without a name"));
  EXPECT_THAT(messages(reporter, Severity::kLoss), ElementsAre("a row without a name", "a row without a name"));
  std::map<Schema, size_t> schemas;
  for (const Entity& e : list.entities) ++schemas[e.schema];
  EXPECT_EQ(schemas,
            (std::map<Schema, size_t>{{Schema::kPerson, 3752}, {Schema::kOrganization, 1087}, {Schema::kVessel, 461}}));
}

}  // namespace
}  // namespace cordon::lists
