#include "screen/consequences.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cordon::screen {
namespace {

bool has(const std::vector<Duty>& duties, std::string_view id, bool is_certain) {
  return std::ranges::any_of(duties, [&](const Duty& duty) { return duty.id == id && duty.is_certain == is_certain; });
}

Screening screening_of(std::string list, bool is_decided, std::vector<std::string> measures = {}) {
  Screening out;
  Hit hit;
  hit.entity_id = list + ":1";
  hit.list = std::move(list);
  hit.programs = {"RUSSIA-EO14024"};
  hit.measures = std::move(measures);
  hit.decided = is_decided;
  out.hits.push_back(std::move(hit));
  return out;
}

duties::Question in(std::string_view jurisdiction) {
  duties::Question out;
  EXPECT_TRUE(out.facts.read("jurisdiction=" + std::string(jurisdiction)));
  return out;
}

TEST(Consequences, OfAHitFollowTheRegimeOfItsList) {
  EXPECT_TRUE(has(*duties_of(screening_of("ofac", true), in("us")), "us-block", true));
  EXPECT_TRUE(has(*duties_of(screening_of("ofac", false), in("us")), "us-hold", true));
  EXPECT_TRUE(has(*duties_of(screening_of("eu", true), in("fr")), "eu-freeze", true));
  EXPECT_TRUE(duties_of(screening_of("watchlist", true), in("us"))->empty()) << "an own list has no law";
}

TEST(Consequences, AHitThatIsGoneAsksForNothing) {
  Screening gone = screening_of("ofac", true);
  gone.hits.front().change = Change::kGone;
  EXPECT_TRUE(duties_of(gone, in("us"))->empty());
}

TEST(Consequences, TheListsOwnWordsOfSecondarySanctionsAreShownToOthers) {
  const Screening labelled =
      screening_of("ofac", true, {"Secondary sanctions risk: see Section 11 of Executive Order 14024"});
  EXPECT_TRUE(has(*duties_of(labelled, in("tr")), "us-secondary-label", true));
  EXPECT_FALSE(has(*duties_of(labelled, in("us")), "us-secondary-label", true));
  EXPECT_FALSE(has(*duties_of(screening_of("ofac", true), in("tr")), "us-secondary-label", true));
}

// OWN-S1: what a party of a Directive owns half of is under its limits, and not blocked.
TEST(Consequences, OfADirectiveItsLimitsFollow) {
  duties::Question question = in("us");
  EXPECT_TRUE(question.facts.read("activity=new-debt"));
  question.event = duties::Event{parse_date("2026-11-24")->low};
  const auto of_rule = [&](std::string_view rule, std::string_view verdict) {
    return *duties_of_verdict("L", rule, verdict, question);
  };
  const auto first = of_rule("ofac-ssi-1", "DERIVED_CERTAIN");
  EXPECT_TRUE(has(first, "us-ssi-1", true));
  for (const std::string_view other :
       {"us-block", "us-block-report", "us-reject-sectoral", "us-ssi-1-30-days", "us-ssi-2", "us-ssi-4"})
    EXPECT_FALSE(has(first, other, true) || has(first, other, false)) << other;
  EXPECT_TRUE(has(of_rule("ofac-ssi-2", "DERIVED_CERTAIN"), "us-ssi-2", true));
  EXPECT_TRUE(has(of_rule("ofac-ssi-1", "DERIVED_POSSIBLE"), "us-hold-possible-sectoral", true));
  EXPECT_FALSE(has(of_rule("ofac-ssi-1", "DERIVED_POSSIBLE"), "us-hold-possible", true));
  EXPECT_FALSE(has(of_rule("ofac-ssi-4", "DERIVED_CERTAIN"), "us-ssi-4", true)) << "debt is no energy project";
  question.event = duties::Event{parse_date("2016-01-04")->low};
  EXPECT_TRUE(has(of_rule("ofac-ssi-1", "DERIVED_CERTAIN"), "us-ssi-1-30-days", true));
}

TEST(Consequences, OfAHitUnderADirectiveItsOwnLimitsFollow) {
  Screening listed = screening_of("ofac-cons", true,
                                  {"Executive Order 13662 Directive Determination - Subject to Directive 2", "Reject"});
  listed.hits.front().programs = {"UKRAINE-EO13662"};
  duties::Question question = in("us");
  EXPECT_TRUE(question.facts.read("activity=new-debt"));
  const auto duties = *duties_of(listed, question);
  EXPECT_TRUE(has(duties, "us-ssi-2", true));
  EXPECT_FALSE(has(duties, "us-ssi-1", true) || has(duties, "us-ssi-1", false));
}

TEST(Consequences, OfAVerdictFollowTheRuleThatGaveIt) {
  EXPECT_TRUE(has(*duties_of_verdict("A", "ofac", "DERIVED_CERTAIN", in("us")), "us-block", true));
  EXPECT_TRUE(has(*duties_of_verdict("A", "ofac", "DERIVED_POSSIBLE", in("us")), "us-hold-possible", true));
  EXPECT_FALSE(has(*duties_of_verdict("A", "ofac", "DERIVED_POSSIBLE", in("us")), "us-block", true));
  EXPECT_TRUE(has(*duties_of_verdict("A", "eu", "CONTROL_CONCERN", in("de")), "eu-control", true));
  EXPECT_TRUE(has(*duties_of_verdict("A", "uk", "DERIVED_CERTAIN", in("uk")), "uk-freeze", true));
  EXPECT_TRUE(has(*duties_of_verdict("A", "bis", "DERIVED_CERTAIN", in("us")), "bis-licence", true));
  for (const std::string_view rule : {"ofac", "bis", "eu", "uk", "ch", "ca", "au"}) {
    EXPECT_TRUE(duties_of_verdict("A", rule, "CLEAR_ON_DATA", {})->empty()) << rule;
    EXPECT_FALSE(duties_of_verdict("A", rule, "LISTED", {})->empty()) << rule;
  }
}

Ground ground_of(std::string programme, bool is_company) {
  return {"ofac:1",
          {"A"},
          "ofac",
          {std::move(programme)},
          {"Secondary sanctions risk: see Section 11 of Executive Order 14024"},
          is_company};
}

// SEC-1, SEC-5: the programme is that of the listed party, whoever it owns.
TEST(Consequences, OfAVerdictTheProgrammeIsThatOfTheListedPartyBehindIt) {
  duties::Question bank = in("tr");
  ASSERT_TRUE(bank.facts.read("institution=bank"));
  ASSERT_TRUE(bank.facts.read("significant=yes"));
  for (const bool is_company : {true, false}) {
    const Ground ground = ground_of("RUSSIA-EO14024", is_company);
    const auto duties = *duties_of_verdict("A", "ofac", is_company ? "LISTED" : "DERIVED_CERTAIN", bank, {&ground, 1});
    EXPECT_TRUE(has(duties, "us-secondary-ffi", true));
    EXPECT_TRUE(has(duties, "us-caatsa-228", true));
    EXPECT_EQ(has(duties, "us-secondary-label", true), is_company) << "the entry speaks of the party that it names";
  }
  const Ground other = ground_of("SDGT", false);
  const auto duties = *duties_of_verdict("A", "ofac", "DERIVED_CERTAIN", bank, {&other, 1});
  EXPECT_FALSE(has(duties, "us-secondary-ffi", true) || has(duties, "us-secondary-ffi", false));
}

TEST(Consequences, OfAPartyThatIsSupposedToBeListedTheProgrammeStaysOpen) {
  duties::Question bank = in("tr");
  ASSERT_TRUE(bank.facts.read("institution=bank"));
  ASSERT_TRUE(bank.facts.read("significant=yes"));
  const std::vector<Ground> grounds = {ground_of("SDGT", false), {"B", {"B"}, "", {}, {}}};
  const auto duties = *duties_of_verdict("A", "ofac", "DERIVED_CERTAIN", bank, grounds);
  EXPECT_TRUE(has(duties, "us-secondary-ffi", false)) << "B may be under EO 14024";
  const std::vector<Ground> both = {ground_of("RUSSIA-EO14024", false), {"B", {"B"}, "", {}, {}}};
  const auto certain = *duties_of_verdict("A", "ofac", "DERIVED_CERTAIN", bank, both);
  EXPECT_TRUE(has(certain, "us-secondary-ffi", true));
  EXPECT_FALSE(has(certain, "us-secondary-ffi", false)) << "once is enough";
}

// CON-3: a licence that leaves a party out is not his under another spelling.
TEST(Consequences, Con3WhomALicenceLeavesOutIsFoundByTheMatcher) {
  const auto is_same = same_party_by(*builtin_profile("default"));
  EXPECT_TRUE(is_same("Nordmeer Trading LLC", "NORDMEER TRADING, L.L.C."));
  EXPECT_TRUE(is_same("Тимур Волковский", "Timur Volkovskiy"));
  EXPECT_FALSE(is_same("Nordmeer Trading LLC", "Suedmeer Shipping GmbH"));
  std::vector<duties::Regime> own(duties::regimes().begin(), duties::regimes().end());
  constexpr std::string_view kLicence =
      "[[licence]]\nid = \"MINE 1\"\nregime = \"us\"\ntitle = \"Wind-down\"\n"
      "law = \"specific\"\nwhen = []\nexcluded = [\"Volkovskiy Timur\"]\n";
  ASSERT_TRUE(duties::read_licences(kLicence, "mine.toml", own));
  duties::Question question = in("us");
  question.regimes = std::make_shared<const std::vector<duties::Regime>>(own);
  Screening screening = screening_of("ofac", true);
  screening.hits[0].caption = "Тимур Волковский";
  EXPECT_TRUE(has(*duties_of(screening, question), "MINE 1", true));
  question.is_same_party = is_same;
  EXPECT_FALSE(has(*duties_of(screening, question), "MINE 1", true));
}

}  // namespace
}  // namespace cordon::screen
