#include "graph/structure_bods.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <random>

#include "graph/explain.h"

namespace cordon::graph {
namespace {

using testing::ElementsAre;

std::string entity(std::string_view id, std::string_view name) {
  return fmt::format(R"({{"recordType":"entity","recordId":"{}","recordDetails":{{"name":"{}"}}}})", id, name);
}
std::string person(std::string_view id, std::string_view name) {
  return fmt::format(R"({{"recordType":"person","recordId":"{}","recordDetails":{{"names":[{{"fullName":"{}"}}]}}}})",
                     id, name);
}
std::string relation(std::string_view id, std::string_view owner, std::string_view owned, std::string_view interests,
                     std::string_view more = "", std::string_view top = "") {
  return fmt::format(R"({{"recordType":"relationship","recordId":"{}",{}"recordDetails":{{"subject":"{}",)"
                     R"("interestedParty":"{}",{}"interests":[{}]}}}})",
                     id, top, owned, owner, more, interests);
}

struct Read {
  Structure structure;
  Reporter reporter;
  std::string error;
  std::vector<std::string> said() const {
    std::vector<std::string> out;
    for (const Remark& r : reporter.remarks()) out.push_back(std::to_string(r.where.record) + ": " + r.message);
    return out;
  }
  // Verdict and flags of a company under a rule, "Person 1" listed.
  std::pair<std::string, std::vector<std::string>> verdict(std::string_view rule, std::string_view company) {
    const PartyId listed = structure.party("Person 1");
    const Holdings holdings = Holdings::build(structure, {day_from_civil({2026, 11, 24}), kForever});
    const Cascade cascade =
        Cascade::build(holdings, *rule_on(rule, holdings.moment().as_of).rule, std::span(&listed, 1));
    const Judge judge(cascade, false);
    const Finding finding = judge.find(*structure.find(company));
    return {fmt::format("{} {}..{}", verdict_name(finding.verdict), finding.share_min.value.text(),
                        finding.share_max.value.text()),
            judge.flag_names(finding)};
  }
};

Read read(const std::string& statements, Day known_at = kForever) {
  Read out;
  const auto done = read_structure_bods("[" + statements + "]", "b.json", known_at, out.structure, out.reporter);
  if (!done) out.error = done.error().text();
  return out;
}

const std::string kParties = person("p", "Person 1") + "," + entity("a", "A") + "," + entity("b", "B") + ",";

// OWN-B2: an indirect half that is the chain's half is not a second one.
TEST(Bods, AnIndirectInterestIsItsChain) {
  const std::string chain = relation("r1", "p", "b", R"({"type":"shareholding","share":{"exact":100}})") + "," +
                            relation("r2", "b", "a", R"({"type":"shareholding","share":{"exact":50}})") + ",";
  const std::string indirect = R"({"type":"shareholding","directOrIndirect":"indirect","share":{"exact":50}})";
  Read got = read(kParties + chain + relation("r3", "p", "a", indirect, R"("componentRecords":["b","r1","r2"],)"));
  EXPECT_EQ(got.structure.links().size(), 2U);
  EXPECT_EQ(got.verdict("ofac", "A").first, "DERIVED_CERTAIN 1/2..1/2");
  // Without the chain the summary is one edge.
  Read alone = read(kParties + relation("r3", "p", "a", indirect, R"("componentRecords":["b","r1","r2"],)"));
  EXPECT_EQ(alone.structure.links().size(), 1U);
  EXPECT_EQ(alone.verdict("ofac", "A").first, "DERIVED_CERTAIN 1/2..1/2");
}

// OWN-B1: a direct half beside an indirect one through an unknown interest.
TEST(Bods, UnknownInterestIsAnyShareAndASignOfControl) {
  Read got =
      read(kParties +
           relation("r1", "b", "a", R"({"type":"shareholding","directOrIndirect":"direct","share":{"exact":50}})") +
           "," + relation("r2", "p", "b", R"({"directOrIndirect":"unknown"})") + "," +
           relation("r3", "p", "a",
                    R"({"type":"shareholding","directOrIndirect":"indirect","share":{"exact":50}},)"
                    R"({"type":"shareholding","directOrIndirect":"direct","share":{"exact":50}})",
                    R"("componentRecords":["b","r1","r2"],)"));
  EXPECT_EQ(got.verdict("ofac", "A").first, "DERIVED_CERTAIN 1/2..1");
  EXPECT_EQ(got.verdict("ofac", "B").first, "DERIVED_POSSIBLE 0..1");
  EXPECT_THAT(got.verdict("ofac", "B").second, testing::Contains("CONTROL"));
}

// OWN-R9: the text of a band holds where its figures exclude the end that it includes.
TEST(Bods, TheTextOfABandHolds) {
  const auto band = [](std::string_view details) {
    return kParties + relation("r", "p", "a",
                               fmt::format(R"({{"type":"shareholding","details":"{}","share":{{"exclusiveMinimum":25,)"
                                           R"("exclusiveMaximum":50}}}})",
                                           details));
  };
  Read conflict = read(band("more than 25% but not more than 50%"));
  EXPECT_EQ(conflict.verdict("ofac", "A").first, "DERIVED_POSSIBLE 1/4..1/2");
  EXPECT_THAT(conflict.verdict("ofac", "A").second, testing::Contains("BAND_TEXT_CONFLICT"));
  Read plain = read(band("more than 25% and less than 50%"));
  EXPECT_EQ(plain.verdict("ofac", "A").first, "CLEAR_ON_DATA 1/4..1/2");
}

// OWN-T1: nobody can say what share the settlor of a discretionary trust has.
TEST(Bods, ASettlorMakesATrustPossible) {
  Read got = read(kParties + relation("r", "p", "a", R"({"type":"settlor"})"));
  EXPECT_EQ(got.verdict("ofac", "A").first, "DERIVED_POSSIBLE 0..0");
  EXPECT_EQ(got.verdict("uk", "A").first, "CONTROL_CONCERN 0..0");
  EXPECT_EQ(got.verdict("eu", "A").first, "CONTROL_CONCERN 0..0");
}

TEST(Bods, DatesBoundInterests) {
  Read got = read(
      kParties + relation("r", "p", "a",
                          R"({"type":"shareholding","share":{"exact":60},"startDate":"2019","endDate":"2021-04-03"})"));
  EXPECT_EQ(got.structure.links()[0].from, day_from_civil({2019, 1, 1}));
  EXPECT_EQ(got.structure.links()[0].to, day_from_civil({2021, 4, 3}));
  EXPECT_EQ(got.verdict("ofac", "A").first, "CLEAR_ON_DATA 0..0");
}

TEST(Bods, TheLatestStatementOfARecordCounts) {
  const auto dated = [](std::string_view share, std::string_view day) {
    return relation("r", "p", "a", fmt::format(R"({{"type":"shareholding","share":{{"exact":{}}}}})", share), "",
                    fmt::format(R"("statementDate":"{}",)", day));
  };
  const std::string text = kParties + dated("60", "2024-01-01") + "," + dated("30", "2025-01-01");
  EXPECT_EQ(read(text).verdict("ofac", "A").first, "CLEAR_ON_DATA 3/10..3/10");
  EXPECT_EQ(read(text, day_from_civil({2024, 12, 31})).verdict("ofac", "A").first, "DERIVED_CERTAIN 3/5..3/5");
}

// What the register said before holds for the days before.
TEST(Bods, EarlierStatementsHoldUntilALaterOneSpeaks) {
  const auto stated = [](std::string_view share, std::string_view from, std::string_view day, std::string_view status) {
    return relation("r", "p", "a",
                    fmt::format(R"({{"type":"shareholding","share":{{"exact":{}}},"startDate":"{}"}})", share, from),
                    "", fmt::format(R"("statementDate":"{}","recordStatus":"{}",)", day, status));
  };
  const std::string text = kParties + stated("100", "2002-03-09", "2019-01-20", "new") + "," +
                           stated("40", "2021-09-24", "2021-09-25", "updated") + "," +
                           stated("30", "2022-09-21", "2022-09-25", "updated") + "," +
                           stated("30", "2022-09-21", "2023-03-03", "closed");
  const auto on = [&](Civil civil, Day known_at = kForever) {
    Read got = read(text, known_at);
    const PartyId listed = got.structure.party("Person 1");
    const Holdings holdings = Holdings::build(got.structure, {day_from_civil(civil), kForever});
    const Cascade cascade =
        Cascade::build(holdings, *rule_on("ofac", holdings.moment().as_of).rule, std::span(&listed, 1));
    return Judge(cascade, false).find(*got.structure.find("A")).share_min.value.text();
  };
  EXPECT_EQ(on({2001, 1, 1}), "0");
  EXPECT_EQ(on({2010, 1, 1}), "1");
  EXPECT_EQ(on({2021, 9, 23}), "1");
  EXPECT_EQ(on({2021, 9, 24}), "2/5");
  EXPECT_EQ(on({2022, 9, 21}), "3/10");
  EXPECT_EQ(on({2023, 3, 3}), "0");
  EXPECT_EQ(on({2022, 1, 1}, day_from_civil({2020, 1, 1})), "1");  // as it was known then
}

// OW18: of a jointly held block, each holder has all under the rules that look at persons.
TEST(Bods, HoldersOfAnArrangementActTogether) {
  const std::string arrangement =
      R"({"recordType":"entity","recordId":"j","recordDetails":{"name":"Joint","entityType":{"type":"arrangement"}}},)";
  const std::string half = R"({"type":"shareholding","share":{"exact":50}})";
  Read got = read(kParties + person("q", "Person 2") + "," + arrangement + relation("r1", "p", "j", half) + "," +
                  relation("r2", "q", "j", half) + "," +
                  relation("r3", "j", "a", R"({"type":"shareholding","share":{"exact":100}})"));
  EXPECT_EQ(got.verdict("uk", "Joint").first, "DERIVED_CERTAIN 1..1");
  EXPECT_EQ(got.verdict("uk", "A").first, "DERIVED_CERTAIN 1..1");
  EXPECT_EQ(got.verdict("ofac", "A").first, "DERIVED_CERTAIN 1..1");
}

// The chain has the share; that somebody controls through it is a fact of its own (OW17).
TEST(Bods, ControlThroughAChainIsASignOfControl) {
  const std::string chain = relation("r1", "p", "b", R"({"type":"nominator"})") + "," +
                            relation("r2", "b", "a", R"({"type":"boardMember"})") + ",";
  const std::string indirect = R"({"type":"otherInfluenceOrControl","directOrIndirect":"indirect"})";
  Read got = read(kParties + chain + relation("r3", "p", "a", indirect, R"("componentRecords":["b","r1","r2"],)"));
  EXPECT_EQ(got.verdict("ofac", "A").first, "CONTROL_CONCERN 0..0");
  EXPECT_THAT(got.verdict("ofac", "A").second, testing::Contains("CONTROL"));
}

TEST(Bods, OneBadInterestLeavesTheOthers) {
  Read got = read(kParties + relation("r", "p", "a",
                                      R"({"type":"votingRights","share":{"exact":160}},)"
                                      R"({"type":"shareholding","share":{"exact":60}})"));
  EXPECT_THAT(got.said(), ElementsAre("4: the share 160 is over 100 %"));
  EXPECT_EQ(got.verdict("ofac", "A").first, "DERIVED_CERTAIN 3/5..3/5");
  EXPECT_THAT(got.verdict("ofac", "A").second, testing::Contains("INCONSISTENT"));
}

std::string company(std::string_view id, std::string_view name, std::string_view founded, std::string_view addresses) {
  return fmt::format(R"({{"recordType":"entity","recordId":"{}","recordDetails":{{"name":"{}","foundingDate":"{}",)"
                     R"("addresses":[{}]}}}})",
                     id, name, founded, addresses);
}

TEST(Bods, AddressesAndFoundingDatesAreFactsOfTheirCompany) {
  const Read got = read(company("a", "A", "2024-05",
                                R"({"type":"registered","address":"1 Invented Street, Kazan","country":{"code":"RU"}},)"
                                R"({"address":"  "},{"country":{"code":"CY"}},{"address":"2 Other Road"})") +
                        "," + company("b", "B", "some day", ""));
  std::vector<std::string> facts;
  for (const Link& link : got.structure.links()) {
    EXPECT_EQ(link.owner, kNobody);
    facts.push_back(fmt::format("{} {} {} {} row {}", got.structure.name(link.owned), kind_name(link.kind),
                                got.structure.text(link.criterion), link.from == kAlways ? "-" : day_text(link.from),
                                link.row));
  }
  EXPECT_THAT(facts, ElementsAre("A founded  2024-05-01 row 1", "A address 1 Invented Street, Kazan - row 1",
                                 "A address 2 Other Road - row 1"));
  EXPECT_THAT(got.said(), testing::IsEmpty());
}

// A company that was founded after the listing and sits at the address of the listed one.
TEST(Bods, WhoTakesOverAnAddressIsFlagged) {
  constexpr std::string_view kAddress = R"({"address":"1 Invented Street, Kazan"})";
  Read got = read(company("p", "Person 1", "", kAddress) + "," + company("n", "New", "2024-03-20", kAddress) + "," +
                  company("o", "Old", "2001-01-01", kAddress));
  const PartyId listed = *got.structure.find("Person 1");
  const Holdings holdings = Holdings::build(got.structure, {day_from_civil({2026, 11, 24}), kForever},
                                            {{listed, day_from_civil({2024, 3, 10})}});
  const Cascade cascade =
      Cascade::build(holdings, *rule_on("ofac", holdings.moment().as_of).rule, std::span(&listed, 1));
  const Judge judge(cascade, false);
  EXPECT_THAT(judge.flag_names(judge.find(*got.structure.find("New"))), testing::Contains("SAME_ADDRESS"));
  EXPECT_THAT(judge.flag_names(judge.find(*got.structure.find("Old"))),
              testing::Not(testing::Contains("SAME_ADDRESS")));
}

TEST(Bods, ReadsTheOlderShapes) {
  Read got = read(
      R"({"statementType":"personStatement","statementID":"p","names":[{"fullName":"Person 1"}],"publicationDetails":{"bodsVersion":"0.2"}},)"
      R"({"statementType":"entityStatement","statementID":"a","name":"A"},)"
      R"({"statementType":"ownershipOrControlStatement","statementID":"r","subject":{"describedByEntityStatement":"a"},)"
      R"("interestedParty":{"describedByPersonStatement":"p"},"interests":[{"type":"voting-rights","interestLevel":"direct",)"
      R"("share":{"minimum":50,"exclusiveMinimum":true,"maximum":75}}]})");
  EXPECT_EQ(got.verdict("uk", "A").first, "DERIVED_CERTAIN 1/2..3/4");
  EXPECT_THAT(got.said(), ElementsAre("0: BODS 0.2: read by its published shape; not yet seen on a real file"));
}

TEST(Bods, SaysWhatCannotBeUsed) {
  const Read got =
      read(kParties + relation("r1", "nobody", "a", "") + "," + relation("r2", "a", "a", "") + "," +
           relation("r3", "p", "a", R"({"type":"shareholding","share":{"exact":120}})") + "," +
           relation("r4", "p", "a", R"({"type":"shareholding","share":{"exact":-1}})") + "," +
           relation("r5", "p", "a", R"({"type":"votingRights","startDate":"2024-01-01","endDate":"2023-01-01"})") +
           "," + relation("r6", "p", "a", R"({"type":"shareholding","share":{"exact":"sixty"}})"));
  EXPECT_THAT(got.said(), ElementsAre("4: \"nobody\" is no party of the file", "5: a company cannot own itself",
                                      "6: the share 120 is over 100 %", "7: the share -1 is negative",
                                      "8: dates reversed: the interest ends before it begins",
                                      "9: the share \"sixty\" is a text and no number"));
  EXPECT_EQ(read(R"({"recordType":"entity","recordId":"a","publicationDetails":{"bodsVersion":"0.1"}})").error,
            "b.json: record 1: BODS of version 0.1; 0.2, 0.3 and 0.4 are read");
  Structure structure;
  Reporter reporter;
  EXPECT_FALSE(read_structure_bods("{\"recordType\":", "b.json", kForever, structure, reporter));
}

std::vector<std::string> flags_behind(const std::string& statement) {
  Read got = read(kParties + statement);
  EXPECT_EQ(got.reporter.count(Severity::kSkipped), 1U) << statement;
  return got.verdict("ofac", "A").second;
}

// As a bad row of a CSV does: nobody takes the company for clear without seeing that something was said of it.
TEST(Bods, AStatementThatCannotBeUsedMarksItsCompany) {
  const auto of = [](std::string_view interest, std::string_view top = "") {
    return flags_behind(relation("r", "p", "a", interest, "", top));
  };
  const auto bad = testing::Contains("BAD_ROW");
  const auto contradicts = testing::IsSupersetOf({"BAD_ROW", "INCONSISTENT"});
  EXPECT_THAT(of(R"({"type":"shareholding","share":{"exact":150}})"), contradicts);
  EXPECT_THAT(of(R"({"type":"shareholding","startDate":"2024-01-01","endDate":"2023-01-01"})"), contradicts);
  EXPECT_THAT(of(R"({"type":"shareholding","share":{"exact":-1}})"), bad);
  EXPECT_THAT(of(R"({"type":"shareholding","share":{"exact":40}})", R"("recordStatus":"bogus",)"), bad);
  EXPECT_THAT(of(R"({"type":"shareholding"})", R"("publicationDetails":{"bodsVersion":""},)"), bad);
  EXPECT_THAT(flags_behind(relation("r", "nobody", "a", R"({"type":"shareholding"})")), bad);
  EXPECT_THAT(flags_behind(R"({"recordType":"shares","recordId":"r","recordDetails":{"subject":"a"}})"), bad);
}

TEST(Bods, WhatIsNoStatementIsReportedAndTheRestIsRead) {
  const Read got = read(kParties + R"(7,"text",{},{"recordType":"trust","recordId":"t"},{"recordType":"entity"},)" +
                        relation("r", "p", "a", R"({"type":"shareholding","share":{"exact":60}})") + "," +
                        R"({"recordType":"entity","recordId":"c","publicationDetails":{"bodsVersion":"9"}})");
  EXPECT_THAT(got.said(),
              ElementsAre("4: is no object, as a statement of BODS is", "5: is no object, as a statement of BODS is",
                          "6: has neither recordType nor statementType, as a statement of BODS has",
                          "7: \"trust\" is no type of a statement; entity, person and relationship are",
                          "8: has no recordId and no statementID", "10: BODS of version 9; 0.2, 0.3 and 0.4 are read"));
  EXPECT_EQ(got.structure.links().size(), 1U);
  EXPECT_EQ(read("").error, "b.json: holds no statement");
  EXPECT_EQ(read("{}").error, "b.json: record 1: has neither recordType nor statementType, as a statement of BODS has");
  EXPECT_EQ(read("null,null").error, "b.json: record 1: is no object, as a statement of BODS is");
}

TEST(Bods, DamagedStatementsAreReadWithoutHarm) {
  const std::string whole =
      kParties +
      relation("r1", "p", "b", R"({"type":"shareholding","share":{"exact":51.5},"startDate":"2020-01-01"})") + "," +
      relation("r2", "b", "a", R"({"type":"votingRights","share":{"exclusiveMinimum":25,"maximum":50}})",
               R"("componentRecords":["r1","b"],)");
  std::mt19937_64 random(7);
  for (int copy = 0; copy < 3000; ++copy) {
    std::string text = whole;
    for (size_t n = 1 + random() % 4; n > 0; --n) {
      const size_t at = random() % text.size();
      constexpr std::string_view kBytes = "\"{}[],:0-9.e\xFFx";
      if (random() % 2)
        text[at] = kBytes[random() % kBytes.size()];
      else
        text.erase(at, 1 + random() % 4);
    }
    const Read got = read(text);
    for (const Link& link : got.structure.links()) {
      ASSERT_LT(link.owned, got.structure.parties());
      ASSERT_LT(link.owner, got.structure.parties());
      ASSERT_LT(link.from, link.to);
      ASSERT_EQ(link.share != kNoShare, takes_share(link.kind));
    }
  }
}

}  // namespace
}  // namespace cordon::graph
