#include "lists/ofac_remarks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "lists/ofac_labels.h"
#include "lists/ofac_segments.h"

namespace cordon::lists {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Parsed {
  Entity entity;
  Reporter reporter;
};

Parsed parse(std::string_view remarks, Schema schema = Schema::kPerson) {
  Parsed out;
  EntityBuilder builder("ofac", "1", schema);
  builder.from({"sdn.csv", "line 1", 0});
  parse_ofac_remarks(remarks, builder, out.reporter, {"sdn.csv", 1, 0});
  out.entity = builder.build();
  return out;
}

std::string property(const Entity& e, std::string_view name) {
  for (const Property& p : e.properties)
    if (p.name == name) return p.value;
  return {};
}

TEST(OfacLabels, EveryRowOfTheTableMakesSense) { EXPECT_THAT(check_ofac_labels(), IsEmpty()); }

TEST(OfacLabels, LongestLabelCounts) {
  EXPECT_EQ(match_ofac_label("Passport 123 (Iran)").rest, "123 (Iran)");
  const LabelMatch imo = match_ofac_label("Vessel Registration Identification IMO 9074729");
  ASSERT_NE(imo.label, nullptr);
  EXPECT_EQ(imo.label->text, "Vessel Registration Identification IMO");
  EXPECT_EQ(imo.rest, "9074729");
  EXPECT_EQ(match_ofac_label("Telephone: 12").label, match_ofac_label("TELEPHONE 12").label);
  EXPECT_EQ(match_ofac_label("Passports 12").label, nullptr);
  EXPECT_EQ(match_ofac_label("").label, nullptr);
}

TEST(OfacSegments, ParenthesesAndQuotesHoldSemicolonsBack) {
  EXPECT_THAT(split_ofac_remarks("DOB 1946; POB X (a; b); alt. a.k.a. 'A; 'B'C'; Gender Male."),
              ElementsAre("DOB 1946", "POB X (a; b)", "a.k.a. 'A; 'B'C'", "Gender Male"));
}

TEST(OfacSegments, WhatIsNeverClosedHoldsNothingBack) {
  EXPECT_THAT(split_ofac_remarks("POB (Minsk; a.k.a. 'ABC; a.k.a. 'DEF'; DOB 1946"),
              ElementsAre("POB (Minsk", "a.k.a. 'ABC", "a.k.a. 'DEF'", "DOB 1946"));
  EXPECT_THAT(split_ofac_remarks("Linked To: AL-X, Muhammad 'Abdallah; Driver's License No. 1; Driver's License No. 2"),
              ElementsAre("Linked To: AL-X, Muhammad 'Abdallah", "Driver's License No. 1", "Driver's License No. 2"));
}

TEST(OfacSegments, FullStopsAndLinksOfTheXml) {
  EXPECT_THAT(split_ofac_remarks("Linked To: GALAPAGO S.A."), ElementsAre("Linked To: GALAPAGO S.A."));
  EXPECT_THAT(split_ofac_remarks("(Linked To: ONE (1) LTD)(Linked To: TWO)"),
              ElementsAre("Linked To: ONE (1) LTD", "Linked To: TWO"));
  EXPECT_THAT(split_ofac_remarks(" ; ;. "), IsEmpty());
  EXPECT_THAT(split_ofac_remarks(""), IsEmpty());
}

TEST(OfacSegments, LongInputIsReadInLinearTime) {
  std::string quotes, open;
  for (int i = 0; i < 100000; ++i) quotes += "a.k.a. 'x; ";
  for (int i = 0; i < 1000000; ++i) open += "(";
  EXPECT_EQ(split_ofac_remarks(quotes).size(), 100000U);
  EXPECT_EQ(split_ofac_remarks(open).size(), 1U);
}

TEST(OfacRemarks, DatesWithTheirPrecision) {
  const Parsed p =
      parse("DOB 15 Jan 1955; alt. DOB circa 1951; DOB Mar 1960; DOB 01 Jan 1960 to 31 Dec 1961; DOB unknown.");
  ASSERT_EQ(p.entity.dates.size(), 5U);
  EXPECT_EQ(p.entity.dates[0].span.text(), "1955-01-15");
  EXPECT_EQ(p.entity.dates[1].span.text(), "circa 1951");
  EXPECT_EQ(p.entity.dates[2].span.text(), "1960-03");
  EXPECT_EQ(p.entity.dates[3].span.text(), "1960 to 1961");
  EXPECT_EQ(p.entity.dates[4].span.precision, DatePrecision::kUnknown);
  EXPECT_EQ(p.entity.dates[4].note, "unknown");
  for (const DateStatement& d : p.entity.dates) EXPECT_EQ(d.kind, DateKind::kBirth);
}

// OFC-5
TEST(OfacFormat, OFC5_YearRange) {
  const Parsed p = parse("DOB 1951 to 1953");
  ASSERT_EQ(p.entity.dates.size(), 1U);
  EXPECT_EQ(p.entity.dates[0].span, DateSpan::years(1951, 1953));
}

// OFC-6
TEST(OfacFormat, OFC6_UnknownLabelIsKeptAndCounted) {
  const Parsed p = parse("Zodiac Sign No. 12; DOB 1946");
  EXPECT_EQ(property(p.entity, "notes"), "Zodiac Sign No. 12");
  ASSERT_EQ(p.reporter.remarks().size(), 1U);
  EXPECT_EQ(p.reporter.remarks()[0].severity, Severity::kNote);
  EXPECT_THAT(p.reporter.remarks()[0].message, HasSubstr("Zodiac Sign No. 12"));
  EXPECT_EQ(p.reporter.remarks()[0].where.record, 1U);
}

TEST(OfacRemarks, NotesOnTextWithoutLabelAreSummedUp) {
  Reporter single;
  EntityBuilder builder("ofac", "1", Schema::kPerson);
  parse_ofac_remarks("Horse breeder; Horse breeder; Farmer", builder, single, {"x/sdn.csv", 1, 0});
  single.loss("another matter");
  Reporter all;
  sum_up_remarks(single, "ofac", all);
  ASSERT_EQ(all.remarks().size(), 2U);
  EXPECT_EQ(all.remarks()[0].message, "another matter");
  EXPECT_EQ(all.remarks()[1].message,
            "3 Remarks segments of list ofac (2 different) have no known label and are kept as notes; most often "
            "\"Horse breeder\" (2), "
            "\"Farmer\" (1)");
  EXPECT_EQ(all.remarks()[1].where.source, "x/sdn.csv");
}

TEST(OfacRemarks, PlacesNationalityGender) {
  const Parsed p = parse("POB Pyongyang, Korea, North; nationality Korea, North; citizen Russia; Gender Female");
  EXPECT_EQ(property(p.entity, "birthPlace"), "Pyongyang, Korea, North");
  EXPECT_EQ(property(p.entity, "gender"), "female");
  ASSERT_EQ(p.entity.countries.size(), 3U);
  EXPECT_EQ(p.entity.countries[0].kind, CountryKind::kBirthCountry);
  EXPECT_EQ(p.entity.countries[0].code, "kp");
  EXPECT_EQ(p.entity.countries[1].kind, CountryKind::kNationality);
  EXPECT_EQ(p.entity.countries[1].code, "kp");
  EXPECT_EQ(p.entity.countries[2].kind, CountryKind::kCitizenship);
  EXPECT_EQ(p.entity.countries[2].code, "ru");
}

TEST(OfacRemarks, WeakAliases) {
  const Parsed p = parse("a.k.a. 'ABU 'ALI'; f.k.a. 'KORVIN, Pawel'; n.k.a. \"NEW\"; a.k.a. PLAIN");
  ASSERT_EQ(p.entity.names.size(), 4U);
  EXPECT_EQ(p.entity.names[0].text, "ABU 'ALI");
  EXPECT_EQ(p.entity.names[0].kind, NameKind::kAlias);
  EXPECT_EQ(p.entity.names[1].text, "Pawel KORVIN");
  EXPECT_EQ(p.entity.names[1].family, "KORVIN");
  EXPECT_EQ(p.entity.names[1].kind, NameKind::kFormer);
  EXPECT_EQ(p.entity.names[2].text, "NEW");
  EXPECT_EQ(p.entity.names[2].kind, NameKind::kNow);
  EXPECT_EQ(p.entity.names[3].text, "PLAIN");
  for (const Name& n : p.entity.names) EXPECT_EQ(n.strength, NameStrength::kWeak);
}

TEST(OfacRemarks, DocumentsWithCountryAndDates) {
  const Parsed p = parse(
      "Passport KH123 (Belarus) issued 26 May 1999 expires 25 May 2004; Driver's License No. 180839 (Mexico) expires "
      "2016; "
      "Cedula No. 16247821 (Colombia); SSN 523-33-8386 (United States)");
  ASSERT_EQ(p.entity.identifiers.size(), 4U);
  const Identifier& passport = p.entity.identifiers[0];
  EXPECT_EQ(passport.kind, IdKind::kPassport);
  EXPECT_EQ(passport.value, "KH123");
  EXPECT_EQ(passport.country, "by");
  EXPECT_EQ(passport.detail, "");
  EXPECT_EQ(passport.issued->text(), "1999-05-26");
  EXPECT_EQ(passport.expires->text(), "2004-05-25");
  EXPECT_EQ(p.entity.identifiers[1].kind, IdKind::kLicence);
  EXPECT_EQ(p.entity.identifiers[1].detail, "Driver's License No.");
  EXPECT_EQ(p.entity.identifiers[1].expires->text(), "2016");
  EXPECT_EQ(p.entity.identifiers[2].kind, IdKind::kCedula);
  EXPECT_EQ(p.entity.identifiers[3].kind, IdKind::kSsn);
  EXPECT_EQ(p.reporter.remarks().size(), 0U);
}

TEST(OfacRemarks, ADocumentTailThatIsNoDateIsKeptAsANote) {
  const Parsed p = parse("Passport A1 (Germany) issued by the city of Mainz");
  ASSERT_EQ(p.entity.identifiers.size(), 1U);
  EXPECT_EQ(p.entity.identifiers[0].value, "A1");
  EXPECT_FALSE(p.entity.identifiers[0].issued);
  EXPECT_EQ(property(p.entity, "notes"), "Passport A1 (Germany) issued by the city of Mainz");
}

TEST(OfacRemarks, ParenthesesMayHoldAnOffice) {
  const Parsed p =
      parse("Matricula Mercantil No 54512 (Medellin); National ID No. 12 (Cabo Verde. Previously Cape Verde.)");
  ASSERT_EQ(p.entity.identifiers.size(), 2U);
  EXPECT_EQ(p.entity.identifiers[0].value, "54512");
  EXPECT_EQ(p.entity.identifiers[0].country, "");
  EXPECT_EQ(p.entity.identifiers[0].detail, "Matricula Mercantil No, Medellin");
  EXPECT_EQ(p.entity.identifiers[1].country, "cv");
}

TEST(OfacRemarks, KindsByCountryAndChecksum) {
  const Parsed p = parse(
      "Tax ID No. 7707083893 (Russia); Tax ID No. 7707083894 (Russia); Registration Number 1027700132195 (Russia); "
      "Legal Entity Number 5493001KJTIIGC8Y1R12; Government Gazette Number 00032520 (Russia)",
      Schema::kOrganization);
  ASSERT_EQ(p.entity.identifiers.size(), 5U);
  EXPECT_EQ(p.entity.identifiers[0].kind, IdKind::kInn);
  EXPECT_EQ(p.entity.identifiers[1].kind, IdKind::kTaxNumber);
  EXPECT_EQ(p.entity.identifiers[2].kind, IdKind::kOgrn);
  EXPECT_EQ(p.entity.identifiers[3].kind, IdKind::kLei);
  EXPECT_EQ(p.entity.identifiers[4].kind, IdKind::kOkpo);
}

TEST(OfacRemarks, VesselParticulars) {
  const Parsed p = parse(
      "Vessel Registration Identification IMO 9074729; MMSI 572469210; Former Vessel Flag Malta; Other Vessel Call "
      "Sign 5IM713; "
      "Vessel Year of Build 1996; Other Vessel Type Ferry",
      Schema::kVessel);
  ASSERT_EQ(p.entity.identifiers.size(), 3U);
  EXPECT_EQ(p.entity.identifiers[0].kind, IdKind::kImo);
  EXPECT_EQ(p.entity.identifiers[0].value, "9074729");
  EXPECT_EQ(p.entity.identifiers[1].kind, IdKind::kMmsi);
  EXPECT_EQ(p.entity.identifiers[2].kind, IdKind::kCallSign);
  ASSERT_EQ(p.entity.countries.size(), 1U);
  EXPECT_EQ(p.entity.countries[0].kind, CountryKind::kFormerFlag);
  EXPECT_EQ(p.entity.countries[0].code, "mt");
  ASSERT_EQ(p.entity.dates.size(), 1U);
  EXPECT_EQ(p.entity.dates[0].kind, DateKind::kBuilt);
  EXPECT_EQ(property(p.entity, "type"), "Ferry");
}

TEST(OfacRemarks, AircraftParticulars) {
  const Parsed p = parse(
      "Aircraft Construction Number (also called L/N or S/N or F/N) 8401; Aircraft Model IL76-TD; Aircraft Operator "
      "YAK AIR; "
      "Aircraft Manufacturer's Serial Number (MSN) 1023409321; Aircraft Tail Number ZZ-ABC",
      Schema::kAirplane);
  ASSERT_EQ(p.entity.identifiers.size(), 3U);
  EXPECT_EQ(p.entity.identifiers[0].kind, IdKind::kSerialNumber);
  EXPECT_EQ(p.entity.identifiers[0].value, "8401");
  EXPECT_EQ(p.entity.identifiers[1].value, "1023409321");
  EXPECT_EQ(p.entity.identifiers[2].kind, IdKind::kTailNumber);
  EXPECT_EQ(property(p.entity, "model"), "IL76-TD");
  ASSERT_EQ(p.entity.links.size(), 1U);
  EXPECT_EQ(p.entity.links[0].kind, "operator");
}

TEST(OfacRemarks, CryptoAddressesAreIdentifiersOfTheirParty) {
  const Parsed p = parse(
      "Digital Currency Address - XBT 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa; alt. Digital Currency Address - ETH "
      "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
  ASSERT_EQ(p.entity.identifiers.size(), 2U);
  EXPECT_EQ(p.entity.identifiers[0].kind, IdKind::kCryptoAddress);
  EXPECT_EQ(p.entity.identifiers[0].detail, "XBT");
  EXPECT_EQ(p.entity.identifiers[0].value, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa");
  EXPECT_EQ(p.entity.identifiers[1].detail, "ETH");
}

TEST(OfacRemarks, MeasuresKeepTheirLabel) {
  const Parsed p = parse(
      "Secondary sanctions risk: Section 5 (a; b); Executive Order 13662 Directive Determination - Subject to "
      "Directive 3; "
      "Listing Date (EO 14024 Directive 3): 24 Feb 2022; Effective Date (EO 14024 Directive 3): 26 Mar 2022",
      Schema::kOrganization);
  EXPECT_THAT(p.entity.measures, ElementsAre("Secondary sanctions risk: Section 5 (a; b)",
                                             "Executive Order 13662 Directive Determination - Subject to Directive 3"));
  ASSERT_EQ(p.entity.dates.size(), 1U);
  EXPECT_EQ(p.entity.dates[0].kind, DateKind::kListed);
  EXPECT_EQ(p.entity.dates[0].span.text(), "2022-02-24");
  EXPECT_EQ(p.entity.dates[0].note, "EO 14024 Directive 3");
  EXPECT_EQ(property(p.entity, "startDate"), "Effective Date (EO 14024 Directive 3): 26 Mar 2022");
}

TEST(OfacIdentity, IdListOfTheXml) {
  EntityBuilder b("ofac-cons", "1", Schema::kOrganization);
  EXPECT_TRUE(add_ofac_identity("Vessel Registration Identification", "IMO 0011359", "", b));
  EXPECT_TRUE(add_ofac_identity("Tax ID No.", "7707083893", "Russia", b));
  EXPECT_TRUE(add_ofac_identity("Website", "www.example.org", "", b));
  EXPECT_TRUE(add_ofac_identity("Secondary sanctions risk:", "Ukraine regulations", "", b));
  EXPECT_TRUE(add_ofac_identity("Organization Established Date", "17 Dec 2016", "", b));
  EXPECT_FALSE(add_ofac_identity("Zodiac", "Lion", "", b));
  EXPECT_FALSE(add_ofac_identity("Passport", "unknown", "", b));
  const Entity e = b.build();
  ASSERT_EQ(e.identifiers.size(), 2U);
  EXPECT_EQ(e.identifiers[0].kind, IdKind::kImo);
  EXPECT_EQ(e.identifiers[0].value, "0011359");
  EXPECT_EQ(e.identifiers[1].kind, IdKind::kInn);
  EXPECT_EQ(e.identifiers[1].country, "ru");
  EXPECT_EQ(property(e, "website"), "www.example.org");
  EXPECT_THAT(e.measures, ElementsAre("Secondary sanctions risk: Ukraine regulations"));
  ASSERT_EQ(e.dates.size(), 1U);
  EXPECT_EQ(e.dates[0].kind, DateKind::kFounded);
}

TEST(OfacRemarks, LinksAreResolvedDespiteAFinalFullStop) {
  EntityBuilder company("ofac", "1", Schema::kOrganization);
  company.name("GALAPAGO LTDA.", NameKind::kPrimary, NameStrength::kStrong);
  EntityBuilder person("ofac", "2", Schema::kPerson);
  add_ofac_name("KORVEN, Pavel", NameKind::kPrimary, NameStrength::kStrong, person);
  Reporter reporter;
  parse_ofac_remarks("Linked To: KORVEN, Pavel; Linked To: GALAPAGO LTDA.", company, reporter, {});
  parse_ofac_remarks("Linked To: GALAPAGO LTDA.", person, reporter, {});
  std::vector<Entity> entities;
  entities.push_back(company.build());
  entities.push_back(person.build());
  resolve_ofac_links(entities);
  ASSERT_EQ(entities[0].links.size(), 2U);
  EXPECT_EQ(entities[0].links[0].target_id, "ofac:2");
  ASSERT_EQ(entities[1].links.size(), 1U);
  EXPECT_EQ(entities[1].links[0].target_id, "ofac:1");
  EXPECT_EQ(entities[1].links[0].target_name, "GALAPAGO LTDA.");
}

}  // namespace
}  // namespace cordon::lists
