#include "screen/listing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cordon::screen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::set<std::string> rules_of(std::string list, std::vector<std::string> measures = {}) {
  Entity entity;
  entity.list = std::move(list);
  for (std::string& measure : measures) entity.measures.push_back({std::move(measure), 0});
  return rules_of_party(entity, graph::StoredLinks(), {});
}

std::string directive(int number) {
  return "Executive Order 13662 Directive Determination - Subject to Directive " + std::to_string(number);
}

TEST(RulesOfParty, AListBindsUnderItsOwnRules) {
  EXPECT_THAT(rules_of("eu"), ElementsAre("eu"));
  EXPECT_THAT(rules_of("un"), ElementsAre("au", "ca", "ch", "eu", "uk"));
  EXPECT_THAT(rules_of("mine"), ElementsAre("au", "bis", "ca", "ch", "eu", "ofac", "uk"));
}

// OW4: each Directive is a measure of its own; one that blocks and one that does not are two.
TEST(RulesOfParty, ADirectiveCountsUnderItsOwnRule) {
  EXPECT_THAT(rules_of("ofac-cons"), IsEmpty());
  EXPECT_THAT(rules_of("ofac-cons", {"CMIC Executive Order"}), IsEmpty());
  EXPECT_THAT(rules_of("ofac-cons", {directive(1), directive(3)}), ElementsAre("ofac-ssi-1", "ofac-ssi-3"));
  EXPECT_THAT(rules_of("ofac", {directive(2)}), ElementsAre("ofac", "ofac-ssi-2"));
  EXPECT_THAT(rules_of("ofac", {"Executive Order 14024 Directive Information - Subject to Directive 1"}),
              ElementsAre("ofac"));
}

TEST(RulesOfParty, AnEntryOfTheUkWithoutAFreezeFreezesNobody) {
  EXPECT_THAT(rules_of("uk"), ElementsAre("uk"));
  EXPECT_THAT(rules_of("uk", {"Travel Ban", "Asset freeze"}), ElementsAre("uk"));
  EXPECT_THAT(rules_of("uk", {"Travel Ban"}), IsEmpty());
}

}  // namespace
}  // namespace cordon::screen
