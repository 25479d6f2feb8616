#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/parsed_fixture.h"

namespace cordon::lists {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

ParsedFixture fixture_list() { return parse_fixture(parse_eu_xml, "eu", "eu_xml/export.xml"); }

TEST(EuXml, RecognisedByItsRootAndNamespace) {
  EXPECT_TRUE(recognize_eu_xml(fixture("eu_xml/export.xml")));
  EXPECT_TRUE(recognize_eu_xml({"a.xml", "a.xml", "<export><sanctionEntity/></export>"}));
  EXPECT_FALSE(recognize_eu_xml({"a.xml", "a.xml", "<export><customer/></export>"}));
}

TEST(EuXml, ListIsDatedAndCounted) {
  const ParsedFixture p = fixture_list();
  ASSERT_TRUE(p.list) << p.list.error().text();
  EXPECT_EQ(p.list->info.published->text(), "2026-02-26");
  EXPECT_EQ(p.list->info.entities, 3U);
  EXPECT_EQ(p.list->info.names, 5U + 1U + 2U);
  EXPECT_THAT(p.messages(Severity::kSkipped), ElementsAre("a party without a name"));
}

TEST(EuXml, NamesWithStrengthPartsAndLanguage) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("eu:EU.9001.1");
  EXPECT_THAT(names_of(e),
              ElementsAre("Αντρέι Βιντόφ|alias|unknown", "Andrey Pavlovich VYDOV|primary|unknown",
                          "Andrey Pavlovich VYDOV|alias|unknown", "Vydych|alias|weak", "Andrej WIDOW|alias|unknown"));
  EXPECT_EQ(e.caption, "Andrey Pavlovich VYDOV");
  EXPECT_EQ(e.names[0].language, "el");
  EXPECT_EQ(e.names[1].given, "Andrey");
  EXPECT_EQ(e.names[1].middle, "Pavlovich");
  EXPECT_EQ(e.names[1].family, "VYDOV");
  EXPECT_EQ(e.names[1].note, "Dr.; Head of an invented bureau");
  EXPECT_THAT(properties_of(e, "title"), ElementsAre("Dr."));
  EXPECT_THAT(properties_of(e, "position"), ElementsAre("Head of an invented bureau"));
  EXPECT_THAT(properties_of(e, "gender"), ElementsAre("male"));
}

TEST(EuXml, Euf0CompanyImoKeepsItsZeros) {
  EXPECT_THAT(
      ids_of(fixture_list().party("eu:900103")),
      ElementsAre("imo|0011359||company number", "inn|7707083893|ru|", "unp|100726604|by|", "other|44 A|af|newcode"));
}

TEST(EuXml, Euf1CountryZeroZeroIsNone) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("eu:EU.9001.1");
  EXPECT_THAT(countries_of(e, CountryKind::kCitizenship), ElementsAre("ru"));
  EXPECT_THAT(countries_of(e, CountryKind::kBirthCountry), ElementsAre("ru"));
  EXPECT_THAT(properties_of(e, "birthPlace"), ElementsAre("Kazan, Tatarstan, RUSSIAN FEDERATION", "Only Place"));
}

TEST(EuXml, Euf2OnePersonUnderTwoActsIsTwoParties) {
  const ParsedFixture p = fixture_list();
  EXPECT_THAT(p.party("eu:EU.9001.1").programs, ElementsAre("TAQA"));
  EXPECT_THAT(p.party("eu:EU.9002.2").programs, ElementsAre("AFG"));
  EXPECT_EQ(p.party("eu:EU.9001.1").caption, p.party("eu:EU.9002.2").caption);
}

TEST(EuXml, Euf3KnownFalseDocumentIsKeptAndMarked) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("eu:EU.9001.1");
  EXPECT_THAT(ids_of(e), ElementsAre("un|QDi.901||", "passport|999053914915|ru|", "inn|500100732259|ru|"));
  EXPECT_TRUE(e.identifiers[1].known_false);
  EXPECT_EQ(e.identifiers[1].issued->text(), "2001-02-03");
  EXPECT_FALSE(e.identifiers[2].known_false);
  EXPECT_THAT(properties_of(e, "notes"), Contains("999053914915: known to be false, in the name of Another Name"));
}

TEST(EuXml, Euf4OtherCalendarsAreNoGregorianYears) {
  EXPECT_THAT(dates_of(fixture_list().party("eu:EU.9001.1"), DateKind::kBirth),
              ElementsAre("1962-08-03|", "circa 1951|", "1963-05|", "1951 to 1953|", "|1379 in the ISLAMIC calendar",
                          "1982-04-19|1402-6-24 in the ISLAMIC calendar"));
}

TEST(EuXml, ActsDatesAndReferences) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("eu:EU.9001.1");
  EXPECT_THAT(e.references, ElementsAre("EU.9001.1", "QDi.901", "2019/999 (OJ L97)"));
  EXPECT_THAT(dates_of(e, DateKind::kListed), ElementsAre("2003-09-13|", "2014-10-21|"));
  EXPECT_THAT(dates_of(e, DateKind::kUpdated), ElementsAre("2019-04-08|2019/999 (OJ L97)"));
  EXPECT_THAT(dates_of(p.party("eu:EU.9002.2"), DateKind::kListed), ElementsAre("2012-07-17|2012/999 (OJ L1)"));
  EXPECT_THAT(properties_of(e, "notes"), Contains("UN designation 1.9.2003"));
  EXPECT_THAT(properties_of(e, "notes"), Not(Contains("none")));
  EXPECT_THAT(properties_of(e, "sourceUrl"), ElementsAre("https://eur-lex.europa.eu/invented"));
  EXPECT_EQ(e.sources[0].record, "logicalId 900101");
  EXPECT_EQ(fixture("eu_xml/export.xml").bytes.substr(e.sources[0].byte, 15), "<sanctionEntity");
}

TEST(EuXml, Addresses) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("eu:EU.9001.1");
  ASSERT_EQ(e.addresses.size(), 1U);
  EXPECT_EQ(e.addresses[0].street, "1 Invented Street P.O. Box 77");
  EXPECT_EQ(e.addresses[0].region, "Tatarstan");
  EXPECT_EQ(e.addresses[0].country, "ru");
  EXPECT_EQ(e.addresses[0].note, "as at the time of listing");
  EXPECT_THAT(properties_of(e, "email"), ElementsAre("office@example.org"));
  EXPECT_THAT(properties_of(e, "notes"), Contains("fax: +7 000"));
}

TEST(EuXml, SeveralNamesInOneAlias) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("eu:900103");
  EXPECT_EQ(e.schema, Schema::kOrganization);
  EXPECT_THAT(names_of(e), ElementsAre("Ships of Tomorrow|primary|unknown", "Tomorrow Fleet|alias|unknown",
                                       "Tomorrow Company / National Fleet of Tomorrow|alias|unknown",
                                       "Tomorrow Company|alias|unknown", "National Fleet of Tomorrow|alias|unknown"));
  EXPECT_THAT(properties_of(e, "notes"), Contains("An invented company that manages ships"));
  EXPECT_THAT(p.messages(Severity::kLoss), Contains("no euReferenceNumber; the party is known by its logicalId"));
  EXPECT_THAT(p.messages(Severity::kNote), Contains("identificationTypeCode \"newcode\" is unknown; kept as other"));
}

TEST(EuXml, CutFileIsAnErrorWithItsPlace) {
  const std::string whole = fixture("eu_xml/export.xml").bytes;
  const ParsedFixture cut = parse_text(parse_eu_xml, "eu", "eu.xml", whole.substr(0, whole.size() - 300));
  ASSERT_FALSE(cut.list);
  EXPECT_EQ(cut.list.error().code, ErrorCode::kBadInput);
  EXPECT_THAT(cut.list.error().text(), HasSubstr("folder/eu.xml"));
  EXPECT_GT(cut.list.error().where.record, 30U);
  EXPECT_GT(cut.list.error().where.byte, whole.size() - 1000);
}

TEST(EuXml, AnUnknownElementIsNamed) {
  std::string bytes = fixture("eu_xml/export.xml").bytes;
  const size_t at = bytes.find("<subjectType");
  ASSERT_NE(at, std::string::npos);
  bytes.insert(at, "<ownership percent=\"51\"/>");
  const ParsedFixture p = parse_text(parse_eu_xml, "eu", "eu.xml", bytes);
  ASSERT_TRUE(p.list);
  EXPECT_THAT(p.messages(Severity::kNote), Contains("1 elements <ownership> are unknown and were not read"));
}

TEST(EuXmlRealData, EveryPartyAndName) {
  const std::string data = shared_data();
  if (data.empty()) GTEST_SKIP() << "no ../shared";
  auto files = read_files(data + "/lists/eu_fsf_2026_02/eu_fsf_1_1.xml");
  ASSERT_TRUE(files);
  const ParsedFixture p = parse_text(parse_eu_xml, "eu", "eu.xml", std::move(files->front().bytes));
  ASSERT_TRUE(p.list) << p.list.error().text();
  EXPECT_EQ(p.list->entities.size(), 5860U);
  EXPECT_EQ(p.list->info.names, 29826U);
  EXPECT_EQ(p.list->info.published->text(), "2026-02-26");
  size_t persons = 0;
  for (const Entity& e : p.list->entities) persons += is_person(e.schema);
  EXPECT_EQ(persons, 4341U);
  EXPECT_THAT(p.messages(Severity::kSkipped), IsEmpty());
  EXPECT_THAT(p.messages(Severity::kLoss), IsEmpty());
}

}  // namespace
}  // namespace cordon::lists
