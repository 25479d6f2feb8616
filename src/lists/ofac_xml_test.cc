#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/parsed_fixture.h"

namespace cordon::lists {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

ParsedFixture fixture_list() { return parse_fixture(parse_ofac_xml, "ofac", "ofac_xml/sdn.xml"); }

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), with);
}

TEST(OfacXml, RecognisedByItsRootInAnyNamespace) {
  EXPECT_TRUE(recognize_ofac_xml(fixture("ofac_xml/sdn.xml")));
  EXPECT_TRUE(recognize_ofac_xml({"a.xml", "a.xml", "<sdnList xmlns='http://tempuri.org/sdnList.xsd'/>"}));
  EXPECT_FALSE(recognize_ofac_xml({"a.xml", "a.xml", "<sanctionsData/>"}));
}

TEST(OfacXml, PublishDateHasTheMonthFirst) {
  const ParsedFixture p = fixture_list();
  ASSERT_TRUE(p.list) << p.list.error().text();
  EXPECT_EQ(p.list->info.published->text(), "2025-03-04");
  EXPECT_EQ(p.list->info.entities, 3U);
  EXPECT_EQ(p.list->info.names, 4U + 1U + 1U);
  EXPECT_THAT(p.messages(Severity::kSkipped), ElementsAre("an entry without a name"));
  EXPECT_THAT(p.messages(Severity::kLoss), ElementsAre("an alias without a name was left out"));
}

TEST(OfacXml, NamesOfAPerson) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("ofac:900001");
  EXPECT_THAT(names_of(e), ElementsAre("Timur Arkadyevich VOLKOVSKIY|primary|strong", "Timur WOLKOWSKI|alias|strong",
                                       "Timur VOLKOV|former|strong", "TIMA|alias|weak"));
  EXPECT_EQ(e.names[0].given, "Timur Arkadyevich");
  EXPECT_EQ(e.names[0].family, "VOLKOVSKIY");
  EXPECT_EQ(e.names[1].family, "WOLKOWSKI");
}

TEST(OfacXml, ParticularsOfAPerson) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("ofac:900001");
  EXPECT_THAT(e.programs, ElementsAre("RUSSIA-EO14024", "SDGT"));
  EXPECT_THAT(dates_of(e, DateKind::kBirth), ElementsAre("1971-03-14|", "circa 1970|"));
  EXPECT_THAT(countries_of(e, CountryKind::kNationality), ElementsAre("ru"));
  EXPECT_THAT(countries_of(e, CountryKind::kCitizenship), ElementsAre("cy"));
  EXPECT_THAT(countries_of(e, CountryKind::kBirthCountry), ElementsAre("ru"));
  EXPECT_THAT(properties_of(e, "birthPlace"), ElementsAre("Kazan, Russia"));
  EXPECT_THAT(properties_of(e, "gender"), ElementsAre("male"));
  EXPECT_THAT(properties_of(e, "position"), ElementsAre("Deputy Chairman"));
  EXPECT_THAT(e.measures, ElementsAre("Secondary sanctions risk: See Section 11 of Executive Order 14024."));
  EXPECT_THAT(ids_of(e), ElementsAre("passport|A999999|ru|"));
  EXPECT_EQ(e.identifiers[0].issued->text(), "1999-05-26");
  EXPECT_EQ(e.identifiers[0].expires->text(), "2009");
  ASSERT_EQ(e.addresses.size(), 2U);
  EXPECT_EQ(e.addresses[0].street, "1 Invented Street, Floor 2");
  EXPECT_EQ(e.addresses[0].country, "ru");
  EXPECT_EQ(e.sources[0].record, "uid 900001");
}

TEST(OfacXml, UnknownLabelIsKeptAsANote) {
  const ParsedFixture p = fixture_list();
  EXPECT_THAT(properties_of(p.party("ofac:900001"), "notes"), Contains("Invented Label something; else"));
  EXPECT_THAT(p.messages(Severity::kNote), Contains(HasSubstr("\"Invented Label\" (1)")));
}

TEST(OfacXml, LinksAreResolvedByExactPrimaryName) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("ofac:900001");
  ASSERT_EQ(e.links.size(), 2U);
  EXPECT_EQ(e.links[0].kind, "linkedTo");
  EXPECT_EQ(e.links[0].target_id, "ofac:900002");
  EXPECT_EQ(e.links[1].target_name, "NOBODY KNOWN");
  EXPECT_EQ(e.links[1].target_id, "");
}

TEST(OfacXml, Vessel) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("ofac:900003");
  EXPECT_EQ(e.schema, Schema::kVessel);
  EXPECT_THAT(ids_of(e), ElementsAre("imo|9074729||", "callsign|9XYZ9||"));
  EXPECT_THAT(countries_of(e, CountryKind::kFlag), ElementsAre("ir"));
  EXPECT_THAT(properties_of(e, "type"), ElementsAre("Crude Oil Tanker"));
  EXPECT_THAT(properties_of(e, "tonnage"), ElementsAre("99000"));
  EXPECT_THAT(properties_of(e, "grossRegisteredTonnage"), ElementsAre("51000"));
  ASSERT_EQ(e.links.size(), 1U);
  EXPECT_EQ(e.links[0].kind, "owner");
  EXPECT_EQ(e.links[0].target_id, "ofac:900002");
}

TEST(OfacXml, RecordCountMustEqualTheEntries) {
  const std::string whole = fixture("ofac_xml/sdn.xml").bytes;
  const ParsedFixture p =
      parse_text(parse_ofac_xml, "ofac", "sdn.xml", replaced(whole, "<Record_Count>4<", "<Record_Count>5<"));
  ASSERT_FALSE(p.list);
  EXPECT_EQ(p.list.error().code, ErrorCode::kBadInput);
  EXPECT_EQ(p.list.error().message, "Record_Count is 5, but there are 4 entries: the file is not whole");
  EXPECT_EQ(p.list.error().where.source, "folder/sdn.xml");
  const ParsedFixture none =
      parse_text(parse_ofac_xml, "ofac", "sdn.xml", replaced(whole, "<Record_Count>4<", "<Record_Count>many<"));
  ASSERT_TRUE(none.list);
  EXPECT_THAT(none.messages(Severity::kLoss), Contains(HasSubstr("Record_Count is no number")));
}

TEST(OfacXml, UnknownTypeIsAThing) {
  const std::string whole = fixture("ofac_xml/sdn.xml").bytes;
  const ParsedFixture p = parse_text(parse_ofac_xml, "ofac", "sdn.xml", replaced(whole, ">Vessel<", ">Submarine<"));
  ASSERT_TRUE(p.list);
  EXPECT_EQ(p.party("ofac:900003").schema, Schema::kThing);
  EXPECT_THAT(p.messages(Severity::kLoss), Contains("sdnType \"Submarine\" is unknown; kept as a thing"));
}

TEST(OfacXmlRealData, EveryParty) {
  const std::string data = shared_data();
  if (data.empty()) GTEST_SKIP() << "no ../shared";
  auto files = read_files(data + "/lists/mixed_2025_04/consolidated.xml");
  ASSERT_TRUE(files);
  const ParsedFixture p = parse_text(parse_ofac_xml, "ofac-cons", "consolidated.xml", std::move(files->front().bytes));
  ASSERT_TRUE(p.list) << p.list.error().text();
  EXPECT_EQ(p.list->entities.size(), 443U);
  EXPECT_EQ(p.list->info.names, 443U + 1136U);
  EXPECT_EQ(p.list->info.published->text(), "2025-03-28");
  EXPECT_THAT(p.messages(Severity::kSkipped), IsEmpty());
  EXPECT_THAT(p.messages(Severity::kLoss), IsEmpty());
}

}  // namespace
}  // namespace cordon::lists
