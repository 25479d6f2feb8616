#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/document_kinds.h"
#include "lists/listed_names.h"
#include "lists/parsed_fixture.h"

namespace cordon::lists {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

ParsedFixture fixture_list() { return parse_fixture(parse_un_xml, "un", "un_xml/consolidated.xml"); }

std::string document(std::string_view inside) {
  return "<CONSOLIDATED_LIST dateGenerated='2025-01-02'>" + std::string(inside) + "</CONSOLIDATED_LIST>";
}

TEST(UnXml, RecognisedByItsRoot) {
  EXPECT_TRUE(recognize_un_xml(fixture("un_xml/consolidated.xml")));
  EXPECT_FALSE(recognize_un_xml({"a.xml", "a.xml", "<OTHER_LIST/>"}));
  EXPECT_FALSE(recognize_un_xml({"a.xml", "a.xml", "no XML"}));
}

TEST(UnXml, ListIsDatedAndCounted) {
  const ParsedFixture p = fixture_list();
  ASSERT_TRUE(p.list) << p.list.error().text();
  EXPECT_EQ(p.list->info.published->text(), "2025-04-19");
  EXPECT_EQ(p.list->info.authority, "United Nations Security Council");
  EXPECT_EQ(p.list->info.entities, 3U);
  EXPECT_EQ(p.list->info.names, 8U + 4U + 1U);  // elements with a name
  EXPECT_THAT(p.messages(Severity::kSkipped), ElementsAre("a party without a name"));
}

TEST(UnXml, Un1ExactYearIsAYear) {
  const ParsedFixture p = fixture_list();
  EXPECT_THAT(dates_of(p.party("un:KPi.901"), DateKind::kBirth), Contains("1961|"));
  const DateSpan span = p.party("un:KPi.901").dates[2].span;
  EXPECT_EQ(span.precision, DatePrecision::kYear);
  EXPECT_EQ(span, DateSpan::year(1961));
}

TEST(UnXml, Un2BetweenIsARangeWithItsNote) {
  EXPECT_THAT(dates_of(fixture_list().party("un:KPi.901"), DateKind::kBirth), Contains("1958 to 1963|Approximately"));
}

TEST(UnXml, DatesByWhichChildExists) {
  EXPECT_THAT(dates_of(fixture_list().party("un:KPi.901"), DateKind::kBirth),
              ElementsAre("1961|", "1958 to 1963|Approximately", "circa 1960|", "1962-08-03|from false passport",
                          "1973-11|", "1958-09|Sep.", "|24/06/1402 (Hijri Calendar)"));
}

TEST(UnXml, Un3SeveralNamesInOneAlias) {
  EXPECT_THAT(names_of(fixture_list().party("un:KPi.901")),
              ElementsAre("KIM YONG CHOL|primary|strong", "김용철|original|strong", "Kim Yong-ch'o'l|alias|strong",
                          "Kim Young Chol|alias|strong", "Kim Yonchol|alias|strong", "Yongi|alias|weak",
                          "Kim Y.C.|alias|unknown", "Jin Tesanov|former|strong", "Jin Tesan|alias|weak",
                          "金铁三|alias|weak", "Vostok|alias|weak", "Восток|alias|weak"));
}

TEST(UnXml, Un4EmptyAliasIsLeftOutAndCounted) {
  EXPECT_THAT(fixture_list().messages(Severity::kNote),
              Contains("2 alias elements hold no name (placeholders) and were left out"));
}

TEST(UnXml, Un5QualityOfAliases) {
  const ParsedFixture p = fixture_list();
  EXPECT_THAT(names_of(p.party("un:KPi.901")), Contains("Yongi|alias|weak"));
  EXPECT_THAT(names_of(p.party("un:KPi.901")), Contains("Kim Y.C.|alias|unknown"));
  EXPECT_THAT(names_of(p.party("un:CDe.903")),
              ElementsAre("COMPAGNIE INVENTEE (CI)|primary|strong", "INVENTED LAKES COMPANY (ILC)|alias|strong",
                          "Lakes Air|alias|strong", "Old Lakes|former|strong", "شركة البحيرة|alias|strong",
                          "Sharikat al-Buhayra|alias|strong", "Buhayra Company|alias|strong"));
}

TEST(UnXml, Un6NamesInTheOrderGiven) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("un:KPi.901");
  EXPECT_EQ(e.caption, "KIM YONG CHOL");
  EXPECT_EQ(e.names[0].given, "");
  EXPECT_EQ(e.names[0].family, "");
}

TEST(UnXml, WhatAnAliasSaysOfItsBearerStaysWithTheAlias) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("un:KPi.901");
  EXPECT_EQ(e.names[7].note, "previously listed as; born 1979-12-31, Algiers, Algeria");
  EXPECT_THAT(countries_of(e, CountryKind::kBirthCountry), ElementsAre("af"));
}

TEST(UnXml, ReferenceNumberIsTheIdAndTrimmed) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("un:KPi.901");
  EXPECT_EQ(e.list_id, "KPi.901");
  EXPECT_EQ(e.schema, Schema::kPerson);
  EXPECT_THAT(e.references, ElementsAre("KPi.901"));
  EXPECT_THAT(e.programs, ElementsAre("DPRK"));
  EXPECT_THAT(e.measures, IsEmpty());
  ASSERT_EQ(e.sources.size(), 1U);
  EXPECT_EQ(e.sources[0].file, "consolidated.xml");
  EXPECT_EQ(e.sources[0].record, "DATAID 900001");
  EXPECT_EQ(fixture("un_xml/consolidated.xml").bytes.substr(e.sources[0].byte, 12), "<INDIVIDUAL>");
}

TEST(UnXml, ParticularsOfAPerson) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("un:KPi.901");
  EXPECT_THAT(countries_of(e, CountryKind::kNationality), ElementsAre("kp"));
  EXPECT_THAT(dates_of(e, DateKind::kListed), ElementsAre("2016-11-30|"));
  EXPECT_THAT(dates_of(e, DateKind::kUpdated), ElementsAre("2018-06-08|"));
  EXPECT_THAT(properties_of(e, "gender"), ElementsAre("male"));
  EXPECT_THAT(properties_of(e, "title"), ElementsAre("General"));
  EXPECT_THAT(properties_of(e, "position"), ElementsAre("Director of an invented bureau", "Envoy"));
  EXPECT_THAT(properties_of(e, "birthPlace"), ElementsAre("Kandahar City, Afghanistan (probably)"));
  EXPECT_THAT(properties_of(e, "notes"), Contains("An invented party for tests."));
  ASSERT_EQ(e.addresses.size(), 1U);
  EXPECT_EQ(e.addresses[0].country, "kp");
  EXPECT_EQ(e.addresses[0].city, "Pyongyang");
  EXPECT_EQ(e.addresses[0].postal_code, "0101");
  EXPECT_EQ(e.addresses[0].note, "previous address");
}

TEST(UnXml, NumbersOfDocumentsWhereverTheyStand) {
  const ParsedFixture p = fixture_list();
  const Entity& e = p.party("un:KPi.901");
  EXPECT_THAT(ids_of(e), ElementsAre("un|KPi.901||", "passport|D 000999|af|", "national|999167|af|",
                                     "passport|L 999609|tn|", "other|0099258||Ration card no."));
  EXPECT_EQ(e.identifiers[1].issued->text(), "1998-09-13");
  EXPECT_EQ(e.identifiers[1].expires->text(), "2011-03-26");
  EXPECT_FALSE(e.identifiers[1].known_false);
  EXPECT_TRUE(e.identifiers[3].known_false);
  EXPECT_THAT(properties_of(e, "notes"), Contains("Passport, issued in 1993, under another name"));
}

TEST(UnXml, WithoutReferenceNumberKnownByDataId) {
  const ParsedFixture p = fixture_list();
  EXPECT_EQ(p.party("un:900004").caption, "HARBOUR GROUP / HG");
  EXPECT_THAT(names_of(p.party("un:900004")),
              ElementsAre("HARBOUR GROUP / HG|primary|strong", "HARBOUR GROUP|alias|strong", "HG|alias|weak"));
  EXPECT_THAT(p.messages(Severity::kLoss), Contains("no REFERENCE_NUMBER; the party is known by its DATAID"));
  EXPECT_THAT(properties_of(p.party("un:CDe.903"), "notes"), Contains("Delisted on 2024-01-01"));
}

TEST(UnXml, WrongOrCutFilesAreErrorsWithTheirPlace) {
  const std::string whole = fixture("un_xml/consolidated.xml").bytes;
  const ParsedFixture cut = parse_text(parse_un_xml, "un", "UN.xml", whole.substr(0, whole.size() / 2));
  ASSERT_FALSE(cut.list);
  EXPECT_EQ(cut.list.error().code, ErrorCode::kBadInput);
  EXPECT_EQ(cut.list.error().where.source, "folder/UN.xml");
  EXPECT_GT(cut.list.error().where.record, 10U);
  EXPECT_GT(cut.list.error().where.byte, whole.size() / 3);
  EXPECT_THAT(cut.list.error().message, HasSubstr("ends early, inside <INDIVIDUAL>"));
  const ParsedFixture other = parse_text(parse_un_xml, "un", "UN.xml", "<sdnList/>");
  ASSERT_FALSE(other.list);
  EXPECT_EQ(other.list.error().message, "the root element is <sdnList>, not <CONSOLIDATED_LIST>");
  const ParsedFixture empty = parse_text(parse_un_xml, "un", "UN.xml", document("<INDIVIDUALS/>"));
  ASSERT_FALSE(empty.list);
  EXPECT_EQ(empty.list.error().message, "the list holds no party");
}

TEST(UnXml, RecordsOfOneIdAreOneParty) {
  const std::string record =
      "<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>A B</FIRST_NAME><REFERENCE_NUMBER>X.1</REFERENCE_NUMBER></INDIVIDUAL>"
      "<INDIVIDUAL><DATAID>2</DATAID><FIRST_NAME>C D</FIRST_NAME><REFERENCE_NUMBER>X.1 "
      "</REFERENCE_NUMBER></INDIVIDUAL>";
  const ParsedFixture p = parse_text(parse_un_xml, "un", "UN.xml", document(record));
  ASSERT_TRUE(p.list);
  ASSERT_EQ(p.list->entities.size(), 1U);
  EXPECT_THAT(names_of(p.list->entities[0]), ElementsAre("A B|primary|strong", "C D|primary|strong"));
  EXPECT_EQ(p.list->entities[0].sources[p.list->entities[0].names[1].source].record, "DATAID 2");
}

TEST(ListedNames, TextsThatHoldMoreThanAName) {
  const auto names = [](std::string_view t) { return read_listed_names(t).names; };
  EXPECT_THAT(names("Amin Bazaar (previously listed as)"), ElementsAre("Amin Bazaar"));
  EXPECT_EQ(read_listed_names("Amin Bazaar (previously listed as)").note, "previously listed as");
  EXPECT_THAT(names("Amin Bazaar, born in Kandahar on 01 Jan.1967"), ElementsAre("Amin Bazaar"));
  EXPECT_THAT(names("Hay (HT) (هيئة (original script); Hay'at; Commission of X)"),
              ElementsAre("Hay (HT)", "هيئة", "Hay'at", "Commission of X"));
  EXPECT_THAT(names("شبكة (Network - sub-unit name)"), ElementsAre("شبكة", "Network"));
  EXPECT_THAT(names("Invented Front (IF)"), ElementsAre("Invented Front (IF)"));
  EXPECT_THAT(names("Amin (false identity related to a fraudulent paper of some kind)"), ElementsAre("Amin"));
  EXPECT_THAT(names(") Amin,"), ElementsAre("Amin"));
  EXPECT_THAT(names("\"BAZAAR, Sheikh\""), ElementsAre("BAZAAR, Sheikh"));
  EXPECT_THAT(names("X;Y one word"), ElementsAre("X;Y one word"));
  EXPECT_THAT(names(";;"), ElementsAre(";;"));
}

TEST(ListedNames, ReadingOrderAndNotes) {
  EXPECT_EQ(in_reading_order("BAZAAR, Amin"), "Amin BAZAAR");
  EXPECT_EQ(in_reading_order("Amin Santos, III (third)"), "Amin Santos, III (third)");
  EXPECT_EQ(in_reading_order("A, B, C"), "A, B, C");
  EXPECT_THAT(names_in_note("Previously listed as. In Arabic: أمين", "Amin"), ElementsAre("أمين"));
  EXPECT_THAT(names_in_note("Amin Khan; Ameen Khan", "أمين خان"), ElementsAre("Amin Khan", "Ameen Khan"));
  EXPECT_THAT(names_in_note("A Be, A Bi (transliterations of original script name)", "A BI"),
              ElementsAre("A Be", "A Bi"));
  EXPECT_THAT(names_in_note("Passport number: B0515; born 1948", "أمين"), IsEmpty());
  EXPECT_THAT(names_in_note("nom de guerre", "Abu Amin"), IsEmpty());
}

TEST(DocumentKinds, EveryRowOfTheTableMakesSense) { EXPECT_THAT(check_document_kinds(), IsEmpty()); }

TEST(DocumentKinds, NumbersThatShowThemselves) {
  EXPECT_EQ(refined_kind(IdKind::kTaxNumber, "7707083893", "ru"), IdKind::kInn);
  EXPECT_EQ(refined_kind(IdKind::kTaxNumber, "7707083894", "ru"), IdKind::kTaxNumber);
  EXPECT_EQ(refined_kind(IdKind::kTaxNumber, "7707083893", ""), IdKind::kTaxNumber);
  EXPECT_EQ(refined_kind(IdKind::kUnknown, "500100732259", ""), IdKind::kInn);
  EXPECT_EQ(refined_kind(IdKind::kRegistrationNumber, "1027700132195", "ru"), IdKind::kOgrn);
  EXPECT_EQ(refined_kind(IdKind::kPassport, "7707083893", "ru"), IdKind::kPassport);
}

TEST(UnXmlRealData, EveryPartyAndName) {
  const std::string data = shared_data();
  if (data.empty()) GTEST_SKIP() << "no ../shared";
  auto files = read_files(data + "/lists/mixed_2025_04/UN.xml");
  ASSERT_TRUE(files);
  const ParsedFixture p = parse_text(parse_un_xml, "un", "UN.xml", std::move(files->front().bytes));
  ASSERT_TRUE(p.list) << p.list.error().text();
  size_t persons = 0;
  for (const Entity& e : p.list->entities) persons += is_person(e.schema);
  EXPECT_EQ(persons, 684U);
  EXPECT_EQ(p.list->entities.size(), 684U + 193U);
  EXPECT_EQ(p.list->info.names, 3961U);
  EXPECT_EQ(p.list->info.published->text(), "2025-04-19");
  EXPECT_THAT(p.messages(Severity::kSkipped), IsEmpty());
  EXPECT_THAT(p.messages(Severity::kNote),
              ElementsAre("206 alias elements hold no name (placeholders) and were left out"));
}

}  // namespace
}  // namespace cordon::lists
