#include "graph/judge.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "graph/explain.h"
#include "graph/structure_csv.h"

namespace cordon::graph {
namespace {

// Verdict and flags of A as of 2022-06-01, X listed on `listed_on` where that is known.
std::string said(std::string_view csv, std::string_view rule, std::optional<Day> listed_on) {
  Structure structure;
  Reporter reporter;
  EXPECT_TRUE(read_structure_csv(csv, "s.csv", structure, reporter));
  const PartyId x = structure.party("X");
  ListingDays days;
  if (listed_on) days[x] = *listed_on;
  const Holdings holdings = Holdings::build(structure, {day_from_civil({2022, 6, 1}), kForever}, days);
  const Cascade cascade = Cascade::build(holdings, *rule_on(rule, holdings.moment().as_of).rule, std::span(&x, 1));
  const Judge judge(cascade, false);
  const Finding finding = judge.find(*structure.find("A"));
  explain(judge, finding);
  return std::string(verdict_name(finding.verdict)) + (finding.has(Flag::kNearListing) ? " near listing" : "");
}

constexpr std::string_view kSale =
    "owner,owned,share,kind,from,to\nX,A,60%,,2015-01-01,2022-03-01\nX,A,30%,,2022-03-01,\nZ,A,30%,,2022-03-01,\n";

TEST(Judge, ADivestmentNearTheListingIsAnIndicator) {
  const Day sale = day_from_civil({2022, 3, 1});
  for (const Day listed : {sale - 30, sale, sale + 30}) {
    EXPECT_EQ(said(kSale, "ofac", listed), "DERIVED_POSSIBLE near listing");
    EXPECT_EQ(said(kSale, "eu", listed), "CONTROL_CONCERN near listing");
    EXPECT_EQ(said(kSale, "uk", listed), "CONTROL_CONCERN near listing");
  }
}

TEST(Judge, FartherAwayOrWithoutADayItIsNone) {
  const Day sale = day_from_civil({2022, 3, 1});
  for (const std::optional<Day> listed : {std::optional(sale - 31), std::optional(sale + 31), std::optional<Day>()})
    for (const std::string_view rule : {"ofac", "eu", "uk"}) EXPECT_EQ(said(kSale, rule, listed), "CLEAR_ON_DATA");
}

TEST(Judge, APurchaseNearTheListingIsNone) {
  EXPECT_EQ(said("owner,owned,share,kind,from,to\nX,A,30%,,2015-01-01,2022-03-01\nX,A,40%,,2022-03-01,\n", "ofac",
                 day_from_civil({2022, 3, 1})),
            "CLEAR_ON_DATA");
}

// OW12, OWN-E4: A has the address of X from some day; X has had it since 2015.
std::string at_the_address(std::string_view day, std::string_view founded, std::string_view rule,
                           std::optional<Day> listed_on) {
  std::string csv = "owner,owned,share,kind,from,to,with\n,X,,address,2015-01-01,,\"Harbour Road 5, Limassol\"\n";
  csv += fmt::format(",A,,address,{},,HARBOUR ROAD 5 Limassol\n", day);
  if (!founded.empty()) csv += fmt::format(",A,,founded,{},,\n", founded);
  return said(csv, rule, listed_on);
}

TEST(Judge, ANewCompanyAtTheAddressOfAListedOne) {
  const Day listed = day_from_civil({2022, 3, 1});
  EXPECT_EQ(at_the_address("2022-04-10", "2022-04-01", "ofac", listed), "DERIVED_POSSIBLE");
  EXPECT_EQ(at_the_address("2022-04-10", "2022-04-01", "eu", listed), "CONTROL_CONCERN");
  EXPECT_EQ(at_the_address("2022-04-10", "2022-04-01", "uk", listed), "CONTROL_CONCERN");
  // Without a day for the address it has had it from its founding; without one of founding it began with its first row.
  EXPECT_EQ(at_the_address("", "2022-04-01", "ofac", listed), "DERIVED_POSSIBLE");
  EXPECT_EQ(at_the_address("2022-04-10", "", "ofac", listed), "DERIVED_POSSIBLE");
  // Thirty days before the listing and no earlier.
  EXPECT_EQ(at_the_address("2022-01-30", "2022-01-30", "ofac", listed), "DERIVED_POSSIBLE");
  EXPECT_EQ(at_the_address("2022-01-29", "2022-01-29", "ofac", listed), "CLEAR_ON_DATA");
}

TEST(Judge, AnOldCompanyOrNoDayOfListingIsNoSuccessor) {
  const Day listed = day_from_civil({2022, 3, 1});
  EXPECT_EQ(at_the_address("2022-04-10", "2010-04-01", "ofac", listed), "CLEAR_ON_DATA");
  EXPECT_EQ(at_the_address("2016-04-10", "2010-04-01", "ofac", listed), "CLEAR_ON_DATA");
  EXPECT_EQ(at_the_address("", "", "ofac", listed), "CLEAR_ON_DATA");
  // Treated as listed for a what-if question: no day, no flag about it.
  EXPECT_EQ(at_the_address("2022-04-10", "2022-04-01", "ofac", {}), "CLEAR_ON_DATA");
}

TEST(Judge, AnAddressOfVeryManySaysNothing) {
  std::string csv = "owner,owned,share,kind,from,with\n,X,,address,2015-01-01,Harbour Road 5\n";
  csv += ",A,,address,2022-04-10,Harbour Road 5\n";
  for (size_t i = 2; i < kMostSharers; ++i) csv += fmt::format(",Letterbox {},,address,2019-01-01,Harbour Road 5\n", i);
  const Day listed = day_from_civil({2022, 3, 1});
  EXPECT_EQ(said(csv, "ofac", listed), "DERIVED_POSSIBLE");
  EXPECT_EQ(said(csv + ",One more,,address,2019-01-01,Harbour Road 5\n", "ofac", listed), "CLEAR_ON_DATA");
}

// G2: a name that is a hit, of which nobody decided whether it is the listed party, is an open fact. X is listed, M is
// possibly. Says verdict, range and whose identity would have to be decided.
std::string with_maybe(std::string_view rows, std::string_view rule, std::string_view company = "A",
                       std::string_view day = "2026-11-24") {
  Structure structure;
  Reporter reporter;
  EXPECT_TRUE(read_structure_csv("owner,owned,share,kind\n" + std::string(rows), "s.csv", structure, reporter));
  const PartyId x = structure.party("X"), m = structure.party("M");
  const Holdings holdings = Holdings::build(structure, {*parse_day(day), kForever});
  const RuleInForce in_force = rule_on(rule, holdings.moment().as_of);
  const Cascade cascade = Cascade::build(holdings, *in_force.rule, std::span(&x, 1), std::span(&m, 1));
  const Judge judge(cascade, in_force.is_early);
  const Finding finding = judge.find(*structure.find(company));
  std::string out(verdict_name(finding.verdict));
  out += " " + finding.share_min.value.text() + ".." + finding.share_max.value.text();
  for (const OpenFact& fact : explain(judge, finding).open_facts)
    if (fact.maybe_listed != kNobody) out += " " + std::string(structure.name(fact.maybe_listed)) + "?";
  return out;
}

TEST(Judge, AnUndecidedJoinIsAnOpenFact) {
  // OWN-F1 with a name that is only a hit: possible at every step, and the join decides.
  EXPECT_EQ(with_maybe("M,A,50%,\nA,B,50%,\n", "ofac"), "DERIVED_POSSIBLE 0..1/2 M?");
  EXPECT_EQ(with_maybe("M,A,50%,\nA,B,50%,\n", "ofac", "B"), "DERIVED_POSSIBLE 0..1/2 M?");
  // OWN-U1: exactly one half is no majority whoever M is.
  EXPECT_EQ(with_maybe("M,A,50%,\n", "uk"), "CLEAR_ON_DATA 0..1/2");
  EXPECT_EQ(with_maybe("M,A,50.0001%,\n", "uk"), "DERIVED_POSSIBLE 0..500001/1000000 M?");
}

TEST(Judge, AnUndecidedJoinAddsToWhatIsCertain) {
  // OWN-F6 with one owner undecided; where the listed one suffices alone, nothing is open.
  EXPECT_EQ(with_maybe("X,A,25%,\nM,A,25%,\n", "ofac"), "DERIVED_POSSIBLE 1/4..1/2 M?");
  EXPECT_EQ(with_maybe("X,A,50%,\nM,A,25%,\n", "ofac"), "DERIVED_CERTAIN 1/2..3/4");
  // The UK looks at each person: 30 % and 30 % make no majority of one.
  EXPECT_EQ(with_maybe("X,A,30%,\nM,A,30%,\n", "uk"), "CLEAR_ON_DATA 3/10..3/10");
  EXPECT_EQ(with_maybe("X,A,30%,\nM,A,60%,\n", "uk"), "DERIVED_POSSIBLE 3/10..3/5 M?");
}

TEST(Judge, OnePossiblyListedMayBeCaughtForCertain) {
  // X owns M: M is caught whoever it is, and what goes through it is certain (OW2).
  EXPECT_EQ(with_maybe("X,M,60%,\nM,A,60%,\n", "ofac"), "DERIVED_CERTAIN 3/5..3/5");
  EXPECT_EQ(with_maybe("X,M,60%,\nM,A,60%,\n", "ofac", "M"), "DERIVED_CERTAIN 3/5..3/5");
  EXPECT_EQ(with_maybe("X,M,60%,\nM,A,60%,\n", "uk"), "DERIVED_CERTAIN 3/5..3/5");
  EXPECT_EQ(with_maybe("X,M,40%,\nM,A,60%,\n", "ofac", "M"), "DERIVED_POSSIBLE 2/5..2/5 M?");
  // Where a rule names no percentage, being listed is not a matter of ownership all the same.
  EXPECT_EQ(with_maybe("X,M,40%,\n", "au", "M"), "DERIVED_POSSIBLE 2/5..2/5 M?");
  EXPECT_EQ(with_maybe("M,A,60%,\n", "au"), "CONTROL_CONCERN 0..3/5 M?");
}

TEST(Judge, ControlByOnePossiblyListedSaysWhoIsOpen) {
  EXPECT_EQ(with_maybe("M,A,,control:EU-a\n", "eu"), "CONTROL_CONCERN 0..0 M?");              // EU-a
  EXPECT_EQ(with_maybe("M,A,50%,\n", "eu", "A", "2024-07-02"), "CONTROL_CONCERN 0..1/2 M?");  // OWN-U10
}

}  // namespace
}  // namespace cordon::graph
