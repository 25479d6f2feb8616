#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "lists/ftm_party.h"
#include "lists/list_format.h"
#include "lists/parsed_fixture.h"

namespace cordon::lists {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Parsed = ParsedFixture;
Parsed parse(const std::vector<InputFile>& files, std::string list = "xx_sanctions") {
  return parse_files(parse_ftm, std::move(list), files);
}
Parsed parse_text(std::string bytes) { return parse({text_file("a.ftm.json", std::move(bytes))}); }
std::vector<std::string> links(const Entity& e) {
  std::vector<std::string> out;
  for (const Link& l : e.links) out.push_back(l.kind + " " + l.target_id + " " + l.target_name);
  return out;
}
const std::string kGood = R"({"id":"a","schema":"Person","properties":{"name":["A B"]}})";

TEST(FtmProperties, EveryRowOfTheTableMakesSense) { EXPECT_THAT(check_ftm_properties(), IsEmpty()); }

TEST(Ftm, Recognised) {
  EXPECT_TRUE(recognize_ftm(file("tests/fixtures/ftm/entities.ftm.json")));
  EXPECT_TRUE(recognize_ftm(text_file("x", "\xEF\xBB\xBF\n" + kGood)));
  EXPECT_TRUE(recognize_ftm(text_file("x", "{\"id\": 1\n" + kGood)));
  EXPECT_FALSE(recognize_ftm(text_file("x", R"({"id":"a","name":"A B"})")));
  EXPECT_FALSE(recognize_ftm(text_file("x", "id,schema,properties\n")));
  EXPECT_FALSE(recognize_ftm(text_file("x", "[" + kGood + "]")));
  EXPECT_FALSE(recognize_ftm(text_file("x", "")));
}

TEST(Ftm, ListIsGivenElseTheSingleDataSetElseTheFileName) {
  const InputFile f = file("tests/fixtures/ftm/entities.ftm.json");
  EXPECT_EQ(identify_ftm(f, "mine"), "mine");
  EXPECT_EQ(identify_ftm(f, ""), "xx_sanctions");
  const auto line = [](std::string_view datasets) {
    return R"({"id":"a","schema":"Person","properties":{"name":["\"datasets\""]},"datasets":)" + std::string(datasets) +
           "}\n";
  };
  EXPECT_EQ(identify_ftm(text_file("house.list.jsonl", line(R"(["one"])") + line(R"(["one"])")), ""), "one");
  EXPECT_EQ(identify_ftm(text_file("house.list.jsonl", line(R"(["one"])") + line(R"(["two"])")), ""), "house");
  EXPECT_EQ(identify_ftm(text_file("house.list.jsonl", line(R"(["one","two"])")), ""), "house");
  EXPECT_EQ(identify_ftm(text_file("house.list.jsonl", line(R"(["one"])") + kGood), ""), "house");
  EXPECT_EQ(identify_ftm(text_file("house.list.jsonl", line(R"(["one"])") + "{broken\n"), ""), "one");
  EXPECT_EQ(identify_ftm(text_file("house.list.jsonl", kGood), ""), "house");
}

TEST(Ftm, OnlyPartiesAreEntities) {
  const Parsed p = parse({file("tests/fixtures/ftm/entities.ftm.json")});
  ASSERT_TRUE(p.list) << p.list.error().text();
  std::vector<std::string> ids;
  for (const Entity& e : p.list->entities) ids.push_back(e.id);
  EXPECT_THAT(ids, ElementsAre("xx-p1", "xx-c1", "xx-v1", "xx-w1"));
  EXPECT_EQ(p.list->info.entities, 4U);
  EXPECT_EQ(p.list->info.names, 5U + 1U + 1U);
  EXPECT_EQ(p.list->info.skipped, 1U);
  EXPECT_THAT(messages(p.reporter, Severity::kSkipped),
              ElementsAre("a record of schema Sanction that belongs to no party of this file"));
}

TEST(Ftm, APerson) {
  const Parsed p = parse({file("tests/fixtures/ftm/entities.ftm.json")});
  ASSERT_TRUE(p.list);
  const Entity& e = party(*p.list, "xx-p1");
  EXPECT_EQ(e.schema, Schema::kPerson);
  EXPECT_EQ(e.list, "xx_sanctions");
  EXPECT_EQ(e.list_id, "xx-p1");
  EXPECT_EQ(e.caption, "Pavel Korven");
  ASSERT_EQ(e.names.size(), 5U);
  EXPECT_EQ(e.names[1].kind, NameKind::kPrimary);
  EXPECT_EQ(e.names[2].kind, NameKind::kAlias);
  EXPECT_EQ(e.names[2].strength, NameStrength::kStrong);
  EXPECT_EQ(e.names[3].strength, NameStrength::kWeak);
  EXPECT_EQ(e.names[4].kind, NameKind::kFormer);
  EXPECT_EQ(e.names[0].given, "");  // two primary names: the parts may belong to either
  EXPECT_THAT(properties_of(e, "firstName"), ElementsAre("Pavel"));
  EXPECT_EQ(e.dates[0].span.text(), "1955-01-15");
  EXPECT_EQ(e.dates[1].span.text(), "1956");
  EXPECT_THAT(properties_of(e, "gender"), ElementsAre("male"));
  EXPECT_THAT(properties_of(e, "topics"), ElementsAre("sanction"));
  EXPECT_THAT(properties_of(e, "referents"), ElementsAre("old-1"));
  EXPECT_THAT(properties_of(e, "dataset"), IsEmpty());
  EXPECT_EQ(e.countries.size(), 2U);
  EXPECT_EQ(e.sources[e.names[0].source].record, "line 1");
}

TEST(Ftm, APartyWithoutNameAndIdentifierIsSkippedAndReported) {
  const Parsed p = parse_text(kGood + R"(
{"id":"b","schema":"Person","caption":"Person","properties":{"birthDate":["1950"]}}
{"id":"c","schema":"Person","properties":{"firstName":["Pavel"],"lastName":["Korven"]}}
{"id":"d","schema":"CryptoWallet","properties":{"publicKey":["1BoatSLRHtKNngkdXEeobR76b53LETtpyT"]}}
)");
  ASSERT_TRUE(p.list) << p.list.error().text();
  ASSERT_EQ(p.list->entities.size(), 3U);
  EXPECT_EQ(party(*p.list, "c").caption, "Pavel Korven");
  EXPECT_EQ(party(*p.list, "c").names[0].family, "Korven");
  EXPECT_EQ(party(*p.list, "d").identifiers.size(), 1U);
  EXPECT_EQ(p.list->info.skipped, 1U);
  EXPECT_EQ(p.list->info.names, 2U);
  EXPECT_THAT(messages(p.reporter, Severity::kSkipped), ElementsAre("a party without a name and an identifier"));
  EXPECT_EQ(p.reporter.remarks()[0].where.record, 2U);
}

TEST(Ftm, SanctionsDocumentsAddressesPositionsAreAttached) {
  const Parsed p = parse({file("tests/fixtures/ftm/entities.ftm.json")});
  ASSERT_TRUE(p.list);
  const Entity& e = party(*p.list, "xx-p1");
  EXPECT_THAT(e.programs, ElementsAre("XX-UKR", "Example programme"));
  EXPECT_THAT(e.measures, ElementsAre("Asset freeze"));
  EXPECT_THAT(e.references, ElementsAre("EX-7"));
  EXPECT_THAT(properties_of(e, "authority"), ElementsAre("Office of Examples"));
  EXPECT_THAT(properties_of(e, "reason"), ElementsAre("An invented reason"));
  EXPECT_THAT(properties_of(e, "position"), ElementsAre("Director", "Minister of Examples"));
  const auto listed = std::ranges::find(e.dates, DateKind::kListed, &DateStatement::kind);
  ASSERT_NE(listed, e.dates.end());
  EXPECT_EQ(listed->span.text(), "2022-03-15");
  EXPECT_EQ(e.sources[listed->source].record, "line 2");
  ASSERT_EQ(e.addresses.size(), 1U);
  EXPECT_EQ(e.addresses[0].city, "Zurich");
  EXPECT_EQ(e.addresses[0].country, "ch");
  ASSERT_EQ(e.identifiers.size(), 4U);
  EXPECT_EQ(e.identifiers[0].kind, IdKind::kInn);
  EXPECT_EQ(e.identifiers[1].kind, IdKind::kPassport);
  EXPECT_EQ(e.identifiers[2].value, "KH7654321");
  EXPECT_EQ(e.identifiers[2].country, "by");
  EXPECT_EQ(e.identifiers[2].expires->text(), "2004-05-25");
  EXPECT_EQ(e.identifiers[3].kind, IdKind::kOther);
  EXPECT_EQ(e.identifiers[3].detail, "Fishing permit");
}

TEST(Ftm, LinksGoBothWaysAndToPartiesElsewhere) {
  const Parsed p = parse({file("tests/fixtures/ftm/entities.ftm.json")});
  ASSERT_TRUE(p.list);
  EXPECT_THAT(
      links(party(*p.list, "xx-p1")),
      ElementsAre("asset xx-c1 Nordhaven Trading S.A.", "organization xx-c1 Nordhaven Trading S.A.", "family xx-p2 "));
  EXPECT_THAT(links(party(*p.list, "xx-c1")), ElementsAre("parent xx-c9 ", "owner xx-p1 Pavel Korven",
                                                          "owner xx-elsewhere ", "director xx-p1 Pavel Korven"));
  EXPECT_THAT(links(party(*p.list, "xx-v1")), ElementsAre("owner xx-c1 Nordhaven Trading S.A."));
  EXPECT_THAT(links(party(*p.list, "xx-w1")), ElementsAre("holder xx-p1 Pavel Korven"));
  EXPECT_THAT(properties_of(party(*p.list, "xx-c1"), "directorship"), ElementsAre("director: xx-p1; role: chair"));
}

// FTM-1: which interval a percentage means is read where ownership is judged; here its text must come through.
TEST(FtmFormat, FTM1_PercentagesAreKeptAsWritten) {
  const Parsed p = parse({file("tests/fixtures/ftm/entities.ftm.json"), file("tests/fixtures/ftm/nested.json")});
  ASSERT_TRUE(p.list);
  EXPECT_THAT(properties_of(party(*p.list, "xx-c1"), "ownership"),
              ElementsAre("owner: xx-p1; percentage: >50; startDate: 2019", "owner: xx-elsewhere; percentage: 25-50"));
  EXPECT_THAT(links(party(*p.list, "n-1")), ElementsAre("owner n-2 Owner One"));
}

TEST(Ftm, ARecordOfAnUnknownSchemaIsKeptWithThePartyItNames) {
  const Parsed p = parse({file("tests/fixtures/ftm/entities.ftm.json")});
  ASSERT_TRUE(p.list);
  EXPECT_THAT(properties_of(party(*p.list, "xx-c1"), "mention"), ElementsAre("name: Nordhaven"));
}

TEST(Ftm, VesselAndWallet) {
  const Parsed p = parse({file("tests/fixtures/ftm/entities.ftm.json")});
  ASSERT_TRUE(p.list);
  const Entity& vessel = party(*p.list, "xx-v1");
  EXPECT_EQ(vessel.schema, Schema::kVessel);
  ASSERT_EQ(vessel.identifiers.size(), 3U);
  EXPECT_EQ(vessel.identifiers[0].kind, IdKind::kImo);
  EXPECT_EQ(vessel.identifiers[1].kind, IdKind::kMmsi);
  EXPECT_EQ(vessel.identifiers[2].kind, IdKind::kCallSign);
  EXPECT_EQ(vessel.countries[0].kind, CountryKind::kFlag);
  EXPECT_EQ(vessel.countries[1].kind, CountryKind::kFormerFlag);
  const Entity& wallet = party(*p.list, "xx-w1");
  EXPECT_EQ(wallet.schema, Schema::kCryptoWallet);
  ASSERT_EQ(wallet.identifiers.size(), 1U);
  EXPECT_EQ(wallet.identifiers[0].kind, IdKind::kCryptoAddress);
  EXPECT_EQ(wallet.identifiers[0].detail, "XBT");
}

TEST(Ftm, NestedRecords) {
  const Parsed p = parse({file("tests/fixtures/ftm/nested.json")});
  ASSERT_TRUE(p.list);
  EXPECT_EQ(p.list->entities.size(), 2U);
  const Entity& e = party(*p.list, "n-1");
  EXPECT_THAT(e.programs, ElementsAre("NESTED"));
  ASSERT_EQ(e.addresses.size(), 1U);
  EXPECT_EQ(e.addresses[0].country, "mt");
  EXPECT_THAT(links(party(*p.list, "n-2")), ElementsAre("asset n-1 Nested Ltd"));
  EXPECT_EQ(p.list->info.skipped, 0U);
}

TEST(Ftm, NamePartsAreHintsToASinglePrimaryName) {
  const Parsed p = parse_text(
      R"({"id":"a","schema":"Person","properties":{"name":["Ivan Ivanovich Petrov"],"firstName":["Ivan"],"fatherName":["Ivanovich"],"lastName":["Petrov"]}})"
      "\n"
      R"({"id":"b","schema":"Person","properties":{"name":["Ivan Petrov"],"firstName":["Ivan","Iwan"],"lastName":["Petrov"]}})");
  ASSERT_TRUE(p.list);
  const Name& name = p.list->entities[0].names[0];
  EXPECT_EQ(name.given, "Ivan");
  EXPECT_EQ(name.middle, "Ivanovich");
  EXPECT_EQ(name.family, "Petrov");
  EXPECT_EQ(p.list->entities[1].names[0].given, "");
  EXPECT_EQ(p.list->entities[1].names[0].family, "Petrov");
  EXPECT_THAT(properties_of(p.list->entities[1], "firstName"), ElementsAre("Ivan", "Iwan"));
}

TEST(Ftm, BadLinesAreReportedWithLineAndByteAndSkipped) {
  const Parsed p = parse_text("{\"id\": oops}\n" + kGood +
                              "\n{\"id\":\"b\",\"properties\":{}}\n{\"schema\":\"Person\",\"properties\":{}}\n"
                              "{\"id\":\"c\",\"schema\":\"Person\"}\nnonsense\n");
  ASSERT_TRUE(p.list);
  EXPECT_EQ(p.list->entities.size(), 1U);
  EXPECT_EQ(p.list->info.skipped, 5U);
  ASSERT_EQ(p.reporter.remarks().size(), 5U);
  EXPECT_EQ(p.reporter.remarks()[0].where.record, 1U);
  EXPECT_EQ(p.reporter.remarks()[1].where.record, 3U);
  EXPECT_EQ(p.reporter.remarks()[1].where.byte, 13U + kGood.size() + 1U);
  EXPECT_EQ(p.reporter.remarks()[1].message, "no schema");
  EXPECT_EQ(p.reporter.remarks()[2].message, "no id");
  EXPECT_EQ(p.reporter.remarks()[3].message, "no properties");
}

TEST(Ftm, ATruncatedOrWrongFileIsAnError) {
  const Parsed cut = parse_text(kGood + "\n" + kGood.substr(0, 30));
  ASSERT_FALSE(cut.list);
  EXPECT_EQ(cut.list.error().code, ErrorCode::kBadInput);
  EXPECT_EQ(cut.list.error().where.record, 2U);
  EXPECT_EQ(cut.list.error().where.byte, kGood.size() + 1);
  EXPECT_FALSE(parse_text("").list);
  EXPECT_FALSE(parse_text("nothing\n").list);
}

TEST(Ftm, PartsOfOnePartyInSeveralLinesAreOneEntity) {
  const Parsed p = parse_text(kGood + "\n" + R"({"id":"a","schema":"Person","properties":{"alias":["C D"]}})");
  ASSERT_TRUE(p.list);
  ASSERT_EQ(p.list->entities.size(), 1U);
  EXPECT_EQ(p.list->entities[0].names.size(), 2U);
}

TEST(Ftm, ARecordThatWouldBeCopiedWithoutEndIsLeftOut) {
  std::string lines, ids;
  for (int i = 0; i < 300; ++i) {
    const std::string id = "p" + std::to_string(i);
    lines += R"({"id":")" + id + R"(","schema":"Person","properties":{"name":["N"]}})" + "\n";
    ids += (i == 0 ? "\"" : ",\"") + id + "\"";
  }
  const std::string text(300000, 'x');
  const Parsed p = parse_text(lines + R"({"id":"s","schema":"Sanction","properties":{"entity":[)" + ids +
                              R"(],"reason":[")" + text + "\"]}}\n");
  ASSERT_TRUE(p.list);
  EXPECT_THAT(messages(p.reporter, Severity::kSkipped),
              ElementsAre("Sanction s is too large to be attached to a party"));
}

std::string shared() {
  const char* env = std::getenv("CORDON_DATA");
  return env != nullptr ? env : "../shared";
}

TEST(FtmReal, AliasListOfTheBench) {
  const std::string path = shared() + "/bench/screening/alias_eu.list.ftm.jsonl.gz";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no ../shared";
  const InputFile f = file(path);
  EXPECT_TRUE(recognize_ftm(f));
  EXPECT_EQ(identify_ftm(f, ""), "alias_eu");
  const Parsed p = parse({f}, "alias_eu");
  ASSERT_TRUE(p.list);
  EXPECT_EQ(p.list->info.entities, 5860U);
  EXPECT_EQ(p.list->info.names, 5860U);
  EXPECT_EQ(p.list->info.skipped, 0U);
  EXPECT_TRUE(p.reporter.remarks().empty());
}

TEST(FtmReal, EntitiesOfTheBench) {
  const std::string folder = shared() + "/bench/entities/";
  if (!std::filesystem::is_directory(folder)) GTEST_SKIP() << "no ../shared";
  const Parsed zala = parse({file(folder + "zala/entities.ftm.json")}, "zala");
  ASSERT_TRUE(zala.list);
  EXPECT_EQ(zala.list->info.entities, 17U);  // 11 companies, 6 persons
  for (const Remark& r : zala.reporter.remarks()) EXPECT_EQ(r.message, "");
  size_t linked = 0;
  for (const Entity& e : zala.list->entities) linked += e.links.size();
  EXPECT_GE(linked, 2U * 14U);
  const Parsed donors = parse({file(folder + "parteispenden/entities.ftm.json")}, "parteispenden");
  ASSERT_TRUE(donors.list);
  EXPECT_EQ(donors.list->info.entities, 96U);  // 56 companies, 22 persons, 18 organisations
  const InputFile t1 = file(folder + "t1/entities.ftm.json");
  EXPECT_EQ(identify_ftm(t1, ""), "eu_fsf");
  const Parsed small = parse({t1}, "eu_fsf");
  ASSERT_TRUE(small.list);
  EXPECT_EQ(small.list->info.entities, 6U);
}

}  // namespace
}  // namespace cordon::lists
