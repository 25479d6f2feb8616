#include "graph/judge.h"

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

}  // namespace
}  // namespace cordon::graph
