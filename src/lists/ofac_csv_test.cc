#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "lists/list_format.h"
#include "lists/parsed_fixture.h"

namespace cordon::lists {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kFixtures = "tests/fixtures/ofac_csv/";

using Parsed = ParsedFixture;
Parsed parse(const std::vector<InputFile>& files, std::string list = "ofac") {
  return parse_files(parse_ofac_csv, std::move(list), files);
}
Parsed parse_fixture() {
  return parse({file(kFixtures + "add.csv"), file(kFixtures + "alt.csv"), file(kFixtures + "sdn.csv"),
                file(kFixtures + "sdn_comments.csv")});
}
std::string property(const Entity& e, std::string_view name) {
  for (const Property& p : e.properties)
    if (p.name == name) return p.value;
  return {};
}
const std::string kNulls = "-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ";
std::string row(std::string_view id, std::string_view name) {
  return std::string(id) + "," + std::string(name) + ",-0- ," + kNulls + "\r\n";
}

TEST(OfacCsv, RecognisedByColumns) {
  for (const char* name : {"sdn.csv", "add.csv", "alt.csv", "sdn_comments.csv"})
    EXPECT_TRUE(recognize_ofac_csv(file(kFixtures + name))) << name;
  EXPECT_TRUE(recognize_ofac_csv(text_file("any.csv", row("1", "ONE"))));
  EXPECT_FALSE(recognize_ofac_csv(text_file("sdn.csv", "ent_num,name\r\n1,A\r\n")));
  EXPECT_FALSE(recognize_ofac_csv(text_file("pairs.csv", "1,some text\n2,other text\n")));
  EXPECT_FALSE(recognize_ofac_csv(text_file("pairs.csv", "1,one; two\n2,three; four\n")));
  EXPECT_FALSE(recognize_ofac_csv(text_file("numbers.csv", "1,2\n3,4\n")));
  EXPECT_FALSE(recognize_ofac_csv(text_file("add.csv", "id,number,a,b,c,d\n1,2,x,y,z,-0- \n3,4,x,y,z,-0- \n")));
  EXPECT_FALSE(recognize_ofac_csv(text_file("add.csv", "1,2,x,y,z,v\n3,4,x,y,z,v\n")));
  EXPECT_FALSE(recognize_ofac_csv(text_file("alt.csv", "1,2,other,NAME,-0- \n")));
  EXPECT_FALSE(recognize_ofac_csv(text_file("empty.csv", "")));
  EXPECT_FALSE(recognize_ofac_csv(text_file("list.xml", "<?xml version=\"1.0\"?><sdnList/>")));
}

TEST(OfacCsv, PartiesOfAllFourTables) {
  const Parsed p = parse_fixture();
  ASSERT_TRUE(p.list) << p.list.error().text();
  EXPECT_EQ(p.list->info.list, "ofac");
  EXPECT_EQ(p.list->info.authority, "US Treasury, OFAC");
  EXPECT_FALSE(p.list->info.published);
  EXPECT_EQ(p.list->info.entities, 6U);
  EXPECT_EQ(p.list->entities.size(), 6U);
  EXPECT_EQ(p.list->info.names, 6U + 4U + 3U);  // primary, alt rows that have a party, weak aliases
  EXPECT_EQ(p.list->info.skipped, 1U);
  EXPECT_THAT(messages(p.reporter, Severity::kSkipped), ElementsAre("the ent_num is no party of this list"));
  EXPECT_THAT(messages(p.reporter, Severity::kLoss), ElementsAre());
  EXPECT_THAT(p.list->info.files, ElementsAre("add.csv", "alt.csv", "sdn.csv", "sdn_comments.csv"));
}

TEST(OfacCsv, APerson) {
  const Parsed p = parse_fixture();
  ASSERT_TRUE(p.list);
  const Entity& e = party(*p.list, "ofac:102");
  EXPECT_EQ(e.schema, Schema::kPerson);
  EXPECT_EQ(e.list_id, "102");
  EXPECT_EQ(e.caption, "Pavel Antonovich, Jr. KORVEN");
  EXPECT_EQ(e.names[0].family, "KORVEN");
  EXPECT_EQ(e.names[0].given, "Pavel Antonovich, Jr.");
  EXPECT_EQ(property(e, "position"), "Director; Chief Engineer");
  EXPECT_EQ(e.sources[e.names[0].source].file, "sdn.csv");
  EXPECT_EQ(e.sources[e.names[0].source].record, "line 2");
  ASSERT_EQ(e.addresses.size(), 1U);
  EXPECT_EQ(e.addresses[0].street, "10 Example Lane");
  EXPECT_EQ(e.addresses[0].city, "London");
  EXPECT_EQ(e.addresses[0].region, "England,");
  EXPECT_EQ(e.addresses[0].postal_code, "EC3N 1DY");
  EXPECT_EQ(e.addresses[0].country, "gb");
  EXPECT_EQ(e.addresses[0].note, "until 2003");
  ASSERT_EQ(e.identifiers.size(), 3U);
  EXPECT_EQ(e.identifiers[1].kind, IdKind::kInn);
  EXPECT_EQ(e.identifiers[2].kind, IdKind::kNationalId);
  ASSERT_EQ(e.links.size(), 1U);
  EXPECT_EQ(e.links[0].kind, "linkedTo");
  EXPECT_EQ(e.links[0].target_id, "ofac:105");
  EXPECT_EQ(property(e, "notes"), "Horse breeder");
}

TEST(OfacCsv, AVesselAndAnAircraft) {
  const Parsed p = parse_fixture();
  ASSERT_TRUE(p.list);
  const Entity& vessel = party(*p.list, "ofac:103");
  EXPECT_EQ(vessel.schema, Schema::kVessel);
  EXPECT_EQ(property(vessel, "type"), "Crude Oil Tanker");
  EXPECT_EQ(property(vessel, "tonnage"), "299,990");
  EXPECT_EQ(property(vessel, "grossRegisteredTonnage"), "161,000");
  ASSERT_EQ(vessel.countries.size(), 3U);
  EXPECT_EQ(vessel.countries[0].kind, CountryKind::kFlag);
  EXPECT_EQ(vessel.countries[0].code, "pa");
  EXPECT_EQ(vessel.countries[2].text, "None Identified");
  EXPECT_EQ(vessel.identifiers[0].kind, IdKind::kCallSign);
  EXPECT_EQ(vessel.names[1].kind, NameKind::kFormer);
  EXPECT_EQ(vessel.names[1].strength, NameStrength::kStrong);
  ASSERT_EQ(vessel.links.size(), 2U);
  EXPECT_EQ(vessel.links[0].kind, "owner");
  EXPECT_EQ(vessel.links[0].target_id, "ofac:105");
  EXPECT_EQ(vessel.links[1].target_id, "ofac:102");
  EXPECT_TRUE(vessel.addresses.empty());
  EXPECT_EQ(party(*p.list, "ofac:104").schema, Schema::kAirplane);
}

TEST(OfacCsv, TextIsReadAsWindows1252) {
  const Parsed p = parse_fixture();
  ASSERT_TRUE(p.list);
  const Entity& e = party(*p.list, "ofac:106");
  EXPECT_EQ(e.names[0].text, "Zoë DU PRÉ");
  EXPECT_EQ(e.countries.back().code, "kp");
  const InputFile sdn = file(kFixtures + "sdn.csv");
  EXPECT_EQ(sdn.bytes.substr(e.sources[0].byte, 4), "106,");
}

// OFC-1
TEST(OfacFormat, OFC1_NullIsEmpty) {
  const Parsed p = parse({text_file("sdn.csv", row("1", "ONE"))});
  ASSERT_TRUE(p.list);
  const Entity& e = p.list->entities[0];
  EXPECT_EQ(e.schema, Schema::kOrganization);
  EXPECT_TRUE(e.programs.empty() && e.properties.empty() && e.identifiers.empty() && e.links.empty());
}

// OFC-2, with an invented bank
TEST(OfacFormat, OFC2_StrongAndWeakAlias) {
  const Parsed p = parse_fixture();
  ASSERT_TRUE(p.list);
  const Entity& e = party(*p.list, "ofac:101");
  ASSERT_EQ(e.names.size(), 3U);
  EXPECT_EQ(e.names[1].text, "NATIONAL EXAMPLE BANK OF COSTA VERDE");
  EXPECT_EQ(e.names[1].strength, NameStrength::kStrong);
  EXPECT_EQ(e.names[2].text, "BEC");
  EXPECT_EQ(e.names[2].strength, NameStrength::kWeak);
  ASSERT_EQ(e.addresses.size(), 1U);
  EXPECT_EQ(e.addresses[0].city, "Zurich");
  EXPECT_EQ(e.addresses[0].postal_code, "CH-8022");
}

// OFC-3
TEST(OfacFormat, OFC3_TwoProgrammes) {
  const Parsed p = parse_fixture();
  ASSERT_TRUE(p.list);
  EXPECT_THAT(party(*p.list, "ofac:102").programs, ElementsAre("NPWMD", "IFSR"));
}

// OFC-4
TEST(OfacFormat, OFC4_CommentsContinueRemarksInTheMiddleOfAWord) {
  const Parsed p = parse_fixture();
  ASSERT_TRUE(p.list);
  const Entity& e = party(*p.list, "ofac:105");
  std::vector<std::string> crypto;
  for (const Identifier& id : e.identifiers)
    if (id.kind == IdKind::kCryptoAddress) crypto.push_back(id.detail + " " + id.value);
  EXPECT_THAT(crypto,
              ElementsAre("XBT 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "ETH 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
  EXPECT_EQ(e.links[0].target_id, "ofac:106");
  EXPECT_EQ(e.names[1].text, "NORDHAVEN SHIPPING, LTD.");
  EXPECT_EQ(e.names[1].kind, NameKind::kNow);
  EXPECT_EQ(e.names[1].note, "renamed 2019");
}

TEST(OfacCsv, MissingTablesAreALossInWords) {
  const Parsed p = parse({file(kFixtures + "sdn.csv")});
  ASSERT_TRUE(p.list);
  EXPECT_THAT(messages(p.reporter, Severity::kLoss),
              ElementsAre("no alt.csv (cons_alt.csv): strong aliases are missing",
                          "no add.csv (cons_add.csv): addresses are missing"));
  const std::string cut = "1,ONE,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"" + std::string(1000, 'x') + "\"\r\n";
  const Parsed q = parse({text_file("sdn.csv", cut)});
  ASSERT_TRUE(q.list);
  EXPECT_THAT(messages(q.reporter, Severity::kLoss).back(), HasSubstr("the Remarks of 1 parties are cut at 1000"));
}

TEST(OfacCsv, BadRowsAreSkippedWithTheirReason) {
  const Parsed p = parse({text_file("sdn.csv", row("1", "ONE") + row("x", "TWO") + "3,THREE,-0- \r\n" +
                                                   row("4", "-0- ") + row("5", "\"FIVE") + row("6", "SIX"))});
  ASSERT_TRUE(p.list) << p.list.error().text();
  EXPECT_EQ(p.list->entities.size(), 2U);
  EXPECT_EQ(p.list->info.skipped, 4U);
  EXPECT_THAT(messages(p.reporter, Severity::kSkipped), ElementsAre("\"x\" is no ent_num", "3 columns instead of 12",
                                                                    "a party without a name", HasSubstr("quote")));
}

TEST(OfacCsv, ControlCharacterAtTheEndIsNoRecord) {
  const Parsed p = parse({text_file("cons_prim.csv", row("1", "ONE") + "\x1a")}, "ofac-cons");
  ASSERT_TRUE(p.list);
  EXPECT_EQ(p.list->entities.size(), 1U);
  EXPECT_EQ(p.list->entities[0].id, "ofac-cons:1");
  EXPECT_EQ(p.list->info.skipped, 0U);
}

TEST(OfacCsv, ATruncatedFileIsAnErrorThatNamesThePlace) {
  const std::string whole = row("1", "ONE") + row("2", "\"TWO, LTD\"");
  const std::string first = row("1", "ONE");
  for (size_t cut = first.size() + 1; cut < whole.size() - 8; ++cut) {
    const Parsed p = parse({text_file("sdn.csv", whole.substr(0, cut))});
    ASSERT_FALSE(p.list) << cut;
    EXPECT_EQ(p.list.error().code, ErrorCode::kBadInput);
    EXPECT_EQ(p.list.error().where.source, "sdn.csv");
    EXPECT_EQ(p.list.error().where.record, 2U);
    EXPECT_EQ(p.list.error().where.byte, first.size());
  }
}

TEST(OfacCsv, APartyTableThatLacksPartiesAndItsLastLineEndIsCut) {
  const std::string first = row("1", "ONE");
  std::string last = row("2", "TWO");
  last.resize(last.find_last_not_of("\r\n") + 1);
  const InputFile alt = text_file("alt.csv", "3,1,\"aka\",\"THREE\",-0- \r\n4,2,\"aka\",\"FOUR\",-0- \r\n");
  const Parsed cut = parse({text_file("sdn.csv", first + last), alt});
  ASSERT_FALSE(cut.list);
  EXPECT_THAT(cut.list.error().message, HasSubstr("2 rows of the other tables refer to parties that it does not have"));
  EXPECT_EQ(cut.list.error().where.source, "sdn.csv");
  EXPECT_EQ(cut.list.error().where.record, 2U);
  EXPECT_EQ(cut.list.error().where.byte, first.size());
  EXPECT_TRUE(parse({text_file("sdn.csv", first + last)}).list);  // as OFAC wrote them once
  const Parsed orphans = parse({text_file("sdn.csv", first + last + "\r\n"), alt});
  ASSERT_TRUE(orphans.list);
  EXPECT_THAT(messages(orphans.reporter, Severity::kSkipped),
              ElementsAre("the ent_num is no party of this list", "the ent_num is no party of this list"));
}

TEST(OfacCsv, APartyTableThatLacksMostPartiesOfTheOthersIsAnError) {
  std::string alt;
  for (int i = 1; i <= 30; ++i) alt += fmt::format("{},{},\"aka\",\"N{}\",-0- \r\n", i, i, i);
  std::string half;
  for (int i = 1; i <= 15; ++i) half += row(std::to_string(i), "P" + std::to_string(i));
  EXPECT_TRUE(parse({text_file("sdn.csv", half), text_file("alt.csv", alt)}).list);
  const Parsed cut = parse({text_file("sdn.csv", row("1", "ONE")), text_file("alt.csv", alt)});
  ASSERT_FALSE(cut.list);
  EXPECT_THAT(cut.list.error().message, HasSubstr("29 of 30 rows of the other tables"));
  EXPECT_EQ(cut.list.error().where.source, "sdn.csv");
}

TEST(OfacCsv, WithoutAPartyThereIsNoList) {
  EXPECT_FALSE(parse({file(kFixtures + "alt.csv")}).list);
  EXPECT_FALSE(parse({text_file("sdn.csv", "")}).list);
  EXPECT_FALSE(parse({text_file("sdn.csv", "hello\n")}).list);
  EXPECT_FALSE(parse({}).list);
}

TEST(OfacCsv, APartyThatStandsTwiceIsOneEntity) {
  const Parsed p = parse({text_file("sdn.csv", row("1", "ONE") + row("1", "EINS"))});
  ASSERT_TRUE(p.list);
  ASSERT_EQ(p.list->entities.size(), 1U);
  EXPECT_EQ(p.list->entities[0].names.size(), 2U);
}

// Real files.

std::string data_folder() {
  const char* env = std::getenv("CORDON_DATA");
  return std::string(env != nullptr ? env : "../shared") + "/data";
}
std::string ofac_folder(const std::string& name) { return data_folder() + "/" + name + "/"; }

struct Measured {
  uint64_t entities = 0, names = 0, skipped = 0, unlabelled = 0;
};
std::optional<Measured> measure(const std::string& folder, const std::string& list, ParsedList* out = nullptr) {
  if (!std::filesystem::is_directory(folder)) return std::nullopt;
  std::vector<InputFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".csv") continue;
    files.push_back(file(entry.path().string()));
    EXPECT_TRUE(recognize_ofac_csv(files.back())) << entry.path();
  }
  Parsed p = parse(files, list);
  EXPECT_TRUE(p.list);
  if (!p.list) return Measured{};
  Measured m{p.list->info.entities, p.list->info.names, p.list->info.skipped};
  for (const Remark& r : p.reporter.remarks())
    if (r.message.find("Remarks segments") != std::string::npos) m.unlabelled = std::stoull(r.message);
  if (out != nullptr) *out = std::move(*p.list);
  return m;
}

TEST(OfacCsvReal, EveryPartyOfFourEditions) {
  const auto m2022 = measure(ofac_folder("ofac_csv_2022_01"), "ofac");
  if (!m2022) GTEST_SKIP() << "no ../shared";
  EXPECT_EQ(m2022->entities, 9044U);
  EXPECT_EQ(m2022->skipped, 0U);
  EXPECT_EQ(m2022->names, 9044U + 12408U + 2475U);
  const auto m2021 = measure(ofac_folder("ofac_csv_2021_07"), "ofac");
  ASSERT_TRUE(m2021);
  EXPECT_EQ(m2021->entities, 8976U);
  EXPECT_EQ(m2021->skipped, 0U);
  const auto m2019 = measure(ofac_folder("ofac_csv_2019_01"), "ofac");
  ASSERT_TRUE(m2019);
  EXPECT_EQ(m2019->entities, 7379U);
  EXPECT_EQ(m2019->skipped, 0U);
  const auto cons = measure(ofac_folder("lists/ofac_cons_2025_01"), "ofac-cons");
  ASSERT_TRUE(cons);
  EXPECT_EQ(cons->entities, 442U);
  EXPECT_EQ(cons->skipped, 0U);
  EXPECT_LE(m2022->unlabelled, 1350U);  // free text: ranks, offices, memberships
  EXPECT_LE(cons->unlabelled, 5U);
}

TEST(OfacCsvReal, OFC2_StrongAndWeakAliasOfEntry306) {
  ParsedList list;
  if (!measure(ofac_folder("ofac_csv_2022_01"), "ofac", &list)) GTEST_SKIP() << "no ../shared";
  const Entity& e = party(list, "ofac:306");
  const auto has = [&](std::string_view text, NameStrength strength) {
    for (const Name& n : e.names)
      if (n.text == text && n.strength == strength) return true;
    return false;
  };
  EXPECT_TRUE(has("NATIONAL BANK OF CUBA", NameStrength::kStrong));
  EXPECT_TRUE(has("BNC", NameStrength::kWeak));
}

TEST(OfacCsvReal, OFC4_CommentsOfTheEditionOf2021) {
  ParsedList list;
  if (!measure(ofac_folder("ofac_csv_2021_07"), "ofac", &list)) GTEST_SKIP() << "no ../shared";
  size_t crypto = 0;
  size_t rebuilt = 0;
  for (const Entity& e : list.entities) {
    for (const Identifier& id : e.identifiers) {
      crypto += id.kind == IdKind::kCryptoAddress;
      rebuilt += id.detail == "BSV" && id.value.starts_with("12sj") && id.value.size() == 34;
    }
  }
  EXPECT_EQ(crypto, 97U);
  EXPECT_EQ(rebuilt, 1U);
}

}  // namespace
}  // namespace cordon::lists
