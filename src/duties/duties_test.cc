#include <gmock/gmock.h>

#include "duties/consequences.h"
#include "duties/deadlines.h"
#include "duties/exposure.h"

namespace cordon::duties {
namespace {

Day day(int year, unsigned month, unsigned d) { return day_from_civil({year, month, d}); }
// Seconds of a time of day in UTC.
int64_t at(Day d, int hour, int minute) { return int64_t{d} * 86400 + hour * 3600 + minute * 60; }

Day due(Day event) { return business_days_after("us-federal", event, 10); }

TEST(Deadlines, Due1AcrossThanksgiving) { EXPECT_EQ(due(day(2026, 11, 20)), day(2026, 12, 7)); }
TEST(Deadlines, Due2) { EXPECT_EQ(due(day(2026, 11, 24)), day(2026, 12, 9)); }
TEST(Deadlines, Due3AcrossTheTurnOfTheYear) { EXPECT_EQ(due(day(2026, 12, 18)), day(2027, 1, 5)); }
TEST(Deadlines, Due4TwoWeeksInTheEu) {
  for (const Duty& duty : duties_of("eu", "DERIVED_CERTAIN", day(2026, 11, 24)))
    if (duty.row->action == Action::kReport) {
      EXPECT_EQ(duty.due, day(2026, 12, 8));
      return;
    }
  FAIL() << "no report";
}
TEST(Deadlines, Due5TheDayIsThatOfTheOffice) {
  const int64_t early = at(day(2026, 11, 21), 2, 0);
  EXPECT_EQ(day_at(early, "America/New_York"), day(2026, 11, 20));
  EXPECT_EQ(day_at(early, "Europe/Paris"), day(2026, 11, 21));
  EXPECT_EQ(day_at(early, "Asia/Nowhere"), std::nullopt);
  EXPECT_EQ(day_at(-1, "UTC"), day(1969, 12, 31));
}

TEST(Deadlines, HolidaysOnAWeekendAreKeptBesideIt) {
  EXPECT_FALSE(is_business_day("us-federal", day(2026, 7, 3)));    // 4 July is a Saturday
  EXPECT_FALSE(is_business_day("us-federal", day(2027, 7, 5)));    // … a Sunday
  EXPECT_FALSE(is_business_day("us-federal", day(2021, 12, 31)));  // New Year's Day of 2022
  EXPECT_FALSE(is_business_day("us-federal", day(2026, 5, 25)));   // the last Monday of May
  EXPECT_TRUE(is_business_day("us-federal", day(2020, 6, 19)));    // not yet a holiday
  EXPECT_TRUE(is_business_day("none", day(2026, 12, 25)));
}

TEST(Duties, ABlockedPartyIsBlockedReportedAndRecorded) {
  const auto found = duties_of("ofac", "DERIVED_CERTAIN", day(2026, 11, 20));
  std::vector<std::string> said;
  for (const Duty& duty : found) said.emplace_back(action_name(duty.row->action));
  EXPECT_THAT(said, testing::ElementsAre("BLOCK", "REPORT", "REPORT", "RECORDS"));
  EXPECT_EQ(found[1].due, day(2026, 12, 7));
  EXPECT_EQ(found[1].row->to, "OFAC");
  EXPECT_EQ(found[1].fact, "DERIVED_CERTAIN under ofac as of 2026-11-20");
  for (const Duty& duty : found) EXPECT_FALSE(duty.row->citation.empty());
}

TEST(Duties, RecordsAreKeptAsLongAsTheLawOfTheDaySays) {
  const auto years = [](Day when) {
    for (const Duty& duty : duties_of("ofac", "LISTED", when))
      if (duty.row->action == Action::kRecords) return duty.row->what;
    return std::string();
  };
  EXPECT_EQ(years(day(2025, 3, 11)), "keep records for 5 years");
  EXPECT_EQ(years(day(2025, 3, 12)).find("keep records for 10 years"), 0U);
}

TEST(Duties, NothingFollowsFromNothing) {
  for (const std::string rule : {"ofac", "eu", "uk", "ch", "ca", "au", "bis"})
    EXPECT_TRUE(duties_of(rule, "CLEAR_ON_DATA", day(2026, 11, 24)).empty()) << rule;
  for (const std::string rule : {"ofac", "eu", "uk", "ch", "ca", "au", "bis"})
    for (const std::string verdict : {"LISTED", "CONTROL_CONCERN"})
      EXPECT_FALSE(duties_of(rule, verdict, day(2026, 11, 24)).empty()) << rule << verdict;
}

const Day kDay = day(2025, 11, 21);
Deal deal(int64_t when) { return {"ofac", "wind down", {"A", "B"}, when}; }
Licence licence() { return {"GL 1", "ofac", at(day(2025, 10, 22), 4, 0), at(kDay, 5, 1), {"wind down"}, {"C"}}; }

TEST(Consequences, Con1ALicencePermitsAndIsRecordedNeverAPlainPass) {
  const Outcome got = outcome_of("LISTED", deal(at(kDay, 5, 0)), {licence()}, false);
  EXPECT_EQ(got.permitted_under, "GL 1");
  EXPECT_TRUE(got.keeps_records);
  EXPECT_EQ(got.action, Action::kBlock);
}
TEST(Consequences, Con2ExpiredByAMinute) {
  EXPECT_EQ(fit_of(licence(), deal(at(kDay, 5, 1))), LicenceFit::kExpired);
  EXPECT_EQ(fit_of(licence(), deal(at(kDay, 5, 0))), LicenceFit::kPermits);
  EXPECT_EQ(fit_of(licence(), deal(at(day(2025, 10, 22), 3, 59))), LicenceFit::kNotYetValid);
  EXPECT_EQ(outcome_of("LISTED", deal(at(kDay, 5, 1)), {licence()}, false).permitted_under, "");
}
TEST(Consequences, Con3ExcludedPartiesArePartOfTheLicence) {
  Deal with_c = deal(at(kDay, 5, 0));
  with_c.parties.push_back("C");
  EXPECT_EQ(fit_of(licence(), with_c), LicenceFit::kPartyExcluded);
  Deal other = deal(at(kDay, 5, 0));
  other.purpose = "new business";
  EXPECT_EQ(fit_of(licence(), other), LicenceFit::kOtherPurpose);
}
TEST(Consequences, Con4TheStrictestThatAppliesIsFollowed) {
  Deal eu = deal(at(kDay, 5, 0));
  eu.rule = "eu";
  const std::vector<Outcome> outcomes = {outcome_of("DERIVED_POSSIBLE", deal(at(kDay, 5, 0)), {}, false),
                                         outcome_of("DERIVED_CERTAIN", eu, {}, false)};
  EXPECT_EQ(strictest(outcomes, {"ofac", "eu"})->rule, "eu");
  EXPECT_EQ(strictest(outcomes, {"ofac"})->action, Action::kHold);
  EXPECT_EQ(strictest(outcomes, {"uk"}), nullptr);
}
TEST(Consequences, Con5ABlockingStatuteIsAConflictForAPerson) {
  Outcome iran = outcome_of("LISTED", deal(at(kDay, 5, 0)), {}, false);
  mark_conflict(iran, "IRAN", true);
  EXPECT_EQ(iran.conflicts.size(), 1U);
  Outcome elsewhere = outcome_of("LISTED", deal(at(kDay, 5, 0)), {}, false);
  mark_conflict(elsewhere, "IRAN", false);
  mark_conflict(elsewhere, "RUSSIA-EO14024", true);
  EXPECT_TRUE(elsewhere.conflicts.empty());
}
TEST(Consequences, Con6TheLawOfExecutionCountsAndWhatWasBlockedStaysSo) {
  EXPECT_EQ(outcome_of("CLEAR_ON_DATA", deal(at(kDay, 5, 0)), {}, false).action, Action::kInfo);
  EXPECT_EQ(outcome_of("CLEAR_ON_DATA", deal(at(kDay, 5, 0)), {}, true).action, Action::kBlock);
}

TEST(Exposure, SecT1ManyLargeKnownAndRelabelled) {
  const Exposure got = exposure_of({.is_foreign_bank = true,
                                    .party_is_under_eo14024 = true,
                                    .serves_military_base = {},
                                    .supplies_critical_items = {},
                                    .transactions = 12,
                                    .total_usd = 960000,
                                    .management_knew = true,
                                    .deceptive = true,
                                    .is_direct = true,
                                    .humanitarian = false});
  EXPECT_TRUE(got.has_risk);
  EXPECT_GE(got.factors[0].level, Level::kMedium);
  EXPECT_EQ(got.factors[2].level, Level::kHigh);
  EXPECT_EQ(got.factors[3].level, Level::kHigh);
  EXPECT_EQ(got.factors[5].level, Level::kHigh);
  EXPECT_EQ(got.criteria[2].is_met, std::nullopt);  // not known is not missing
  EXPECT_FALSE(got.consequence.empty());
}
TEST(Exposure, SecT2OneSmallWage) {
  const Exposure got = exposure_of({.is_foreign_bank = true,
                                    .party_is_under_eo14024 = false,
                                    .serves_military_base = false,
                                    .supplies_critical_items = false,
                                    .transactions = 1,
                                    .total_usd = 950,
                                    .management_knew = false,
                                    .deceptive = false,
                                    .is_direct = false,
                                    .humanitarian = true});
  EXPECT_FALSE(got.has_risk);
  for (size_t i = 0; i + 1 < kFactors; ++i) EXPECT_EQ(got.factors[i].level, Level::kLow) << got.factors[i].name;
}
TEST(Exposure, SecT3AHitUnderAnEuListAloneIsSilent) {
  const Exposure got = exposure_of({.is_foreign_bank = true,
                                    .party_is_under_eo14024 = false,
                                    .serves_military_base = {},
                                    .supplies_critical_items = {},
                                    .transactions = 5,
                                    .total_usd = 100000,
                                    .management_knew = {},
                                    .deceptive = {},
                                    .is_direct = true,
                                    .humanitarian = {}});
  EXPECT_FALSE(got.has_risk);
  EXPECT_EQ(got.consequence, "");
}
TEST(Exposure, CriticalItemsNeedNoBlockedParty) {
  Dealings dealings;
  dealings.is_foreign_bank = true;
  dealings.supplies_critical_items = true;
  EXPECT_TRUE(exposure_of(dealings).has_risk);
  dealings.is_foreign_bank = false;
  EXPECT_FALSE(exposure_of(dealings).has_risk);
}

}  // namespace
}  // namespace cordon::duties
