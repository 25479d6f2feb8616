#include "graph/explain.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/structure_csv.h"

namespace cordon::graph {
namespace {

// One rule over one structure in force today, ready to be asked.
struct Asked {
  Structure structure;
  std::optional<Holdings> holdings;
  std::optional<Cascade> cascade;
  std::optional<Judge> judge;

  Asked(std::string_view csv, std::string_view rule, const std::vector<std::string>& listed) {
    Reporter reporter;
    EXPECT_TRUE(read_structure_csv(csv, "s.csv", structure, reporter));
    std::vector<PartyId> seeds;
    for (const std::string& name : listed) seeds.push_back(structure.party(name));
    const Day day = day_from_civil({2026, 11, 24});
    holdings.emplace(Holdings::build(structure, {day, kForever}));
    cascade.emplace(Cascade::build(*holdings, *rule_on(rule, day).rule, seeds));
    judge.emplace(*cascade, false);
  }
  Finding find(std::string_view company) const { return judge->find(*structure.find(company)); }
};

std::string said(const Finding& finding) {
  return fmt::format("{} {}..{} of {}", verdict_name(finding.verdict), finding.share_min.value.text(),
                     finding.share_max.value.text(), kind_name(finding.share_kind));
}

// Longer than a stack of 8 MB has frames.
TEST(Explain, AChainMayBeOfAnyLength) {
  constexpr int kLength = 100'000;
  std::string csv = "owner,owned,share\nX,C0,51%\n";
  for (int i = 0; i < kLength; ++i) csv += fmt::format("C{},C{},51%\n", i, i + 1);
  for (const std::string_view rule : {"ofac", "uk"}) {
    const Asked asked(csv, rule, {"X"});
    const Finding finding = asked.find(fmt::format("C{}", kLength));
    EXPECT_EQ(said(finding), "DERIVED_CERTAIN 51/100..51/100 of shares");
    const Explanation why = explain(*asked.judge, finding);
    ASSERT_EQ(why.steps.size(), kLength + 1);
    EXPECT_EQ(asked.structure.name(why.steps.front().company), "C0");
    EXPECT_EQ(why.steps.back().company, finding.company);
    ASSERT_EQ(why.paths.size(), 1);
    ASSERT_EQ(why.paths[0].size(), kLength + 1);
    EXPECT_EQ(asked.structure.name(asked.structure.links()[why.paths[0].front()].owner), "X");
    EXPECT_EQ(asked.structure.links()[why.paths[0].back()].owned, finding.company);
    EXPECT_FALSE(why.more_paths);
  }
}

// Two owners at each of 40 levels, both caught through both before: 2^40 paths, of which the first are shown.
TEST(Explain, OfManyPathsTheFirstAreShown) {
  std::string csv = "owner,owned,share\nX,A0,50%\nX,B0,50%\n";
  for (int i = 0; i < 40; ++i)
    for (const char to : {'A', 'B'})
      for (const char from : {'A', 'B'}) csv += fmt::format("{}{},{}{},25%\n", from, i, to, i + 1);
  const Asked asked(csv, "ofac", {"X"});
  const Finding finding = asked.find("A40");
  EXPECT_EQ(said(finding), "DERIVED_CERTAIN 1/2..1/2 of shares");
  const Explanation why = explain(*asked.judge, finding);
  EXPECT_EQ(why.steps.size(), 81);
  EXPECT_EQ(why.paths.size(), kMostPaths);
  EXPECT_TRUE(why.more_paths);
}

// Twenty thousand listed owners of one company; one of them or none has more than half.
TEST(Explain, ManyListedOwnersOfOneCompany) {
  constexpr int kOwners = 20'000;
  for (const bool has_majority : {true, false}) {
    std::string csv = "owner,owned,share\n";
    if (has_majority) csv += "Most,A,50.0001%\n";
    std::vector<std::string> listed = {"Most"};
    for (int i = 0; i < kOwners; ++i) {
      csv += fmt::format("O{},A,1/{}\n", i, 2 * kOwners + 1);
      listed.push_back(fmt::format("O{}", i));
    }
    csv += "A,B,60%\n";
    for (const std::string_view rule : {"ofac", "uk", "ca"}) {
      const Asked asked(csv, rule, listed);
      const Finding finding = asked.find("A");
      EXPECT_EQ(verdict_name(finding.verdict), has_majority ? "DERIVED_CERTAIN" : "CLEAR_ON_DATA") << rule;
      EXPECT_EQ(verdict_name(asked.find("B").verdict), has_majority ? "DERIVED_CERTAIN" : "CLEAR_ON_DATA") << rule;
      const Rational one(1, 2 * kOwners + 1), all(kOwners, 2 * kOwners + 1), most(500'001, 1'000'000);
      EXPECT_EQ(finding.share_max.value, rule != "ofac" ? (has_majority ? most : one)
                                         : has_majority ? most + all
                                                        : all);
      const Explanation why = explain(*asked.judge, finding);
      EXPECT_EQ(why.steps.back().counted.size() + why.not_counted.size(), kOwners + has_majority) << rule;
    }
  }
}

// What is short of the threshold is shown by the kind of which a person has most, of those that the rule counts.
TEST(Explain, VotesAndSeatsShortOfTheThresholdAreShown) {
  EXPECT_EQ(said(Asked("owner,owned,share,kind\nX,A,30%,votes\n", "uk", {"X"}).find("A")),
            "CLEAR_ON_DATA 3/10..3/10 of votes");
  EXPECT_EQ(said(Asked("owner,owned,share,kind\nX,A,30%,votes\nX,A,40%,shares\n", "uk", {"X"}).find("A")),
            "CLEAR_ON_DATA 2/5..2/5 of shares");
  EXPECT_EQ(said(Asked("owner,owned,share,kind\nX,A,1/2,board\nX,A,10%\n", "uk", {"X"}).find("A")),
            "CLEAR_ON_DATA 1/2..1/2 of board");
  EXPECT_EQ(said(Asked("owner,owned,share,kind\nX,A,30%,votes\nY,A,40%,votes\n", "ca", {"X", "Y"}).find("A")),
            "CLEAR_ON_DATA 2/5..2/5 of votes");
  // OFAC counts no votes.
  EXPECT_EQ(said(Asked("owner,owned,share,kind\nX,A,30%,votes\n", "ofac", {"X"}).find("A")),
            "CLEAR_ON_DATA 0..0 of shares");
}

// OW6, OWN-U8
TEST(Explain, TheLargerOfTwoKindsIsTheConservativeReading) {
  const std::string_view csv = "owner,owned,share,kind\nX,A,10%,shares\nX,A,51%,votes\n";
  const Finding ofac = Asked(csv, "ofac", {"X"}).find("A");
  EXPECT_EQ(said(ofac), "CONTROL_CONCERN 1/10..1/10 of shares");
  EXPECT_EQ(ofac.conservative_kind(), LinkKind::kVotes);
  EXPECT_EQ(ofac.by_kind[static_cast<size_t>(LinkKind::kVotes)].high.value, Rational(51, 100));
  EXPECT_EQ(Asked(csv, "uk", {"X"}).find("A").conservative_kind(), std::nullopt);  // decides
  EXPECT_EQ(Asked("owner,owned,share\nX,A,10%\n", "ofac", {"X"}).find("A").conservative_kind(), std::nullopt);
  // Seats are no ownership.
  EXPECT_EQ(Asked("owner,owned,share,kind\nX,A,10%,\nX,A,3/5,board\n", "ofac", {"X"}).find("A").conservative_kind(),
            std::nullopt);
}

}  // namespace
}  // namespace cordon::graph
