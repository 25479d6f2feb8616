#include "graph/rules.h"

#include <gmock/gmock.h>

namespace cordon::graph {
namespace {

Day day(int year, unsigned month, unsigned d) { return day_from_civil({year, month, d}); }

TEST(Rules, TheDirectivesAreMeasuresBesideTheRules) {
  EXPECT_THAT(rule_ids(), testing::ElementsAre("ofac", "eu", "uk", "ch", "ca", "au", "bis"));
  EXPECT_THAT(all_rule_ids(), testing::ElementsAre("ofac", "eu", "uk", "ch", "ca", "au", "bis", "ofac-ssi-1",
                                                   "ofac-ssi-2", "ofac-ssi-3", "ofac-ssi-4"));
  const Rule& directive = *rule_on("ofac-ssi-1", day_from_civil({2026, 11, 24})).rule;
  EXPECT_TRUE(directive.only_where_listed);
  EXPECT_EQ(directive.threshold, Rational(1, 2));
  EXPECT_FALSE(directive.strict);
  EXPECT_EQ(directive.aggregates, Aggregation::kAll);
}

TEST(Rules, EachHasOneRowForEveryDayFromItsFirstOn) {
  EXPECT_THAT(rule_ids(), testing::ElementsAre("ofac", "eu", "uk", "ch", "ca", "au", "bis"));
  for (const std::string& id : all_rule_ids()) {
    Day next = kAlways;
    for (const Rule& rule : rules()) {
      if (rule.id != id) continue;
      if (next != kAlways) {
        EXPECT_EQ(rule.from, next) << id;
      }
      EXPECT_LT(rule.from, rule.to);
      EXPECT_NE(rule.counts, 0U);
      EXPECT_FALSE(rule.citation.empty());
      next = rule.to;
    }
    EXPECT_EQ(next, kForever) << id;
  }
}

TEST(Rules, TheEuLoweredItsThresholdOnThe3rdOfJuly2024) {
  EXPECT_TRUE(rule_on("eu", day(2024, 7, 2)).rule->strict);
  EXPECT_FALSE(rule_on("eu", day(2024, 7, 3)).rule->strict);
}

TEST(Rules, BisComesGoesAndComesBack) {
  EXPECT_EQ(rule_on("bis", day(2025, 9, 28)).rule->outcome, Consequence::kControlConcern);
  EXPECT_EQ(rule_on("bis", day(2025, 9, 29)).rule->outcome, Consequence::kDerived);
  EXPECT_EQ(rule_on("bis", day(2025, 11, 9)).rule->outcome, Consequence::kDerived);
  EXPECT_EQ(rule_on("bis", day(2025, 11, 10)).rule->status, "RULE_SUSPENDED");
  EXPECT_EQ(rule_on("bis", day(2026, 11, 9)).rule->status, "RULE_SUSPENDED");
  EXPECT_EQ(rule_on("bis", day(2026, 11, 10)).rule->status, "STATUS_TO_BE_CONFIRMED");
}

TEST(Rules, ADayBeforeTheFirstRowIsSaidToBeEarly) {
  EXPECT_TRUE(rule_on("ca", day(2023, 6, 21)).is_early);
  EXPECT_FALSE(rule_on("ca", day(2023, 6, 22)).is_early);
  EXPECT_FALSE(rule_on("uk", day(1999, 1, 1)).is_early);
}

TEST(Rules, OpenEndsDecideAtTheThreshold) {
  const Rule& more_than = *rule_on("uk", day(2026, 1, 1)).rule;
  const Rule& at_least = *rule_on("ofac", day(2026, 1, 1)).rule;
  const Bound half{Rational(1, 2)}, open_half{Rational(1, 2), true};
  EXPECT_FALSE(more_than.is_met_from(half));
  EXPECT_TRUE(more_than.is_met_from(open_half));
  EXPECT_FALSE(more_than.can_be_met_up_to(half));
  EXPECT_FALSE(more_than.can_be_met_up_to(open_half));
  EXPECT_TRUE(at_least.is_met_from(half));
  EXPECT_TRUE(at_least.can_be_met_up_to(half));
  EXPECT_FALSE(at_least.can_be_met_up_to(open_half));
}

}  // namespace
}  // namespace cordon::graph
