// The duties by the worked cases of the law: deadlines (DUE), exposure (SEC), licences and conflicts (CON), whom a law
// binds.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/embedded.h"
#include "duties/business_days.h"
#include "duties/clock.h"
#include "duties/consequences.h"
#include "duties/significance.h"

namespace cordon::duties {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Day day(std::string_view text) { return parse_date(text)->low; }

Facts facts_of(std::initializer_list<std::string_view> options) {
  Facts out;
  for (const std::string_view option : options) EXPECT_TRUE(out.read(option)) << option;
  return out;
}

Finding finding(std::string_view regime, std::string_view programme, bool is_identified = true,
                std::string_view verdict = "LISTED") {
  Finding out{"ofac:1", {"Some Party"}, {}};
  out.facts.set("regime", regime);
  out.facts.set("list", regime == "us" ? "ofac" : regime);
  out.facts.set("programme", programme);
  out.facts.set("verdict", verdict);
  if (is_identified) out.facts.set("identity", "yes");
  return out;
}

std::vector<Duty> duties(const Finding& of, const Question& question) {
  const Finding findings[] = {of};
  auto out = duties_of(findings, question);
  EXPECT_TRUE(out) << out.error().text();
  return *out;
}

const Duty* with_id(const std::vector<Duty>& duties, std::string_view id, bool is_certain = true) {
  for (const Duty& duty : duties)
    if (duty.id == id && duty.is_certain == is_certain && duty.step != Step::kRecord) return &duty;
  return nullptr;
}
bool has_step(const std::vector<Duty>& duties, Step step, std::string_view regime) {
  return std::ranges::any_of(
      duties, [&](const Duty& duty) { return duty.is_certain && duty.step == step && duty.regime == regime; });
}

Question asked(std::initializer_list<std::string_view> facts, std::string_view event = "") {
  Question out{facts_of(facts), std::nullopt, "", nullptr};
  if (!event.empty()) out.event = *parse_event(event, "America/New_York");
  return out;
}

std::string report_due(std::string_view event, std::string_view office = "") {
  Question question = asked({"jurisdiction=us"}, event);
  question.office = office;
  const std::vector<Duty> all = duties(finding("us", "RUSSIA-EO14024"), question);
  const Duty* report = with_id(all, "us-block-report");
  if (report == nullptr || !report->due) return "none";
  return DateSpan::day(civil_from_day(*report->due)).text();
}

// Deadlines

TEST(Duties, Due1ThanksgivingIsNoBusinessDay) { EXPECT_EQ(report_due("2026-11-20"), "2026-12-07"); }
TEST(Duties, Due2OverTheHoliday) { EXPECT_EQ(report_due("2026-11-24"), "2026-12-09"); }
TEST(Duties, Due3ChristmasAndNewYear) { EXPECT_EQ(report_due("2026-12-18"), "2027-01-05"); }
TEST(Duties, Due4TheEuCountsTwoWeeks) {
  Question question = asked({"jurisdiction=eu"}, "2026-11-24T12:00Z");
  const auto all = duties(finding("eu", "UKR"), question);
  ASSERT_NE(with_id(all, "eu-report"), nullptr);
  EXPECT_EQ(DateSpan::day(civil_from_day(*with_id(all, "eu-report")->due)).text(), "2026-12-08");
}
TEST(Duties, Due5TheCalendarIsThatOfTheObligedOffice) {
  // 02:30 UTC on the 21st is still Friday the 20th in New York; in Singapore it is Saturday.
  EXPECT_EQ(report_due("2026-11-21T02:30Z"), "2026-12-07");
  EXPECT_EQ(report_due("2026-11-21T02:30Z", "Asia/Singapore"), "2026-12-07");
  EXPECT_EQ(report_due("2026-11-24T03:00Z"), "2026-12-08");                   // Monday evening in New York
  EXPECT_EQ(report_due("2026-11-24T03:00Z", "Europe/Berlin"), "2026-12-09");  // Tuesday in Berlin
}
TEST(Duties, ABareDateIsThatDayEverywhere) {
  EXPECT_EQ(report_due("2026-11-20", "Asia/Tokyo"), "2026-12-07");
  EXPECT_EQ(report_due("2026-11-20", "America/Los_Angeles"), "2026-12-07");
}
TEST(Duties, AnnualReportOfWhatWasHeldInJune) {
  Question question = asked({"jurisdiction=us"}, "2026-05-01");
  const auto spring = duties(finding("us", "SDGT"), question);
  EXPECT_EQ(*with_id(spring, "us-annual-report")->due, day("2026-09-30"));
  const auto autumn = duties(finding("us", "SDGT"), asked({"jurisdiction=us"}, "2026-07-01"));
  EXPECT_EQ(*with_id(autumn, "us-annual-report")->due, day("2027-09-30"));
}
TEST(Duties, WithoutAnEventThereIsNoDateButTheWords) {
  const auto all = duties(finding("us", "SDGT"), asked({"jurisdiction=us"}));
  EXPECT_FALSE(with_id(all, "us-block-report")->due);
  EXPECT_EQ(with_id(all, "us-block-report")->deadline, "10 business days after blocking");
}

TEST(BusinessDays, FederalHolidays) {
  const Calendar* us = Calendar::find("us-federal");
  ASSERT_NE(us, nullptr);
  for (const std::string_view holiday :
       {"2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03", "2026-09-07", "2026-10-12",
        "2026-11-11", "2026-11-26", "2026-12-25", "2021-12-31", "2022-06-20", "2027-07-05", "2027-12-24"})
    EXPECT_FALSE(us->is_business_day(day(holiday))) << holiday;
  for (const std::string_view open :
       {"2026-07-06", "2020-06-19", "2026-12-31", "2026-11-27", "2026-05-18", "1985-01-21"})
    EXPECT_TRUE(us->is_business_day(day(open))) << open;
  EXPECT_FALSE(us->is_business_day(day("2026-11-28")));  // a Saturday
}
TEST(BusinessDays, AreCountedAsByHand) {
  const Calendar* us = Calendar::find("us-federal");
  for (Day from = day("2024-01-01"); from < day("2028-01-01"); ++from) {
    Day at = from;
    for (int left = 10; left > 0;) left -= us->is_business_day(++at) ? 1 : 0;
    ASSERT_EQ(us->after(from, 10), at);
    ASSERT_TRUE(us->is_business_day(at));
  }
}
TEST(BusinessDays, ATableThatIsWrongSaysWhere) {
  const auto error = Calendar::read("[x]\ndays = [ { weekday = \"mon\", month = 1, nth = 1 } ]\n", "h.toml");
  ASSERT_FALSE(error);
  EXPECT_THAT(error.error().text(), HasSubstr("h.toml"));
}

TEST(Clock, InstantsAndZones) {
  EXPECT_EQ(*parse_instant("1970-01-01T00:00Z", "UTC"), 0);
  EXPECT_EQ(*parse_instant("1970-01-01T01:00+01:00", "UTC"), 0);
  EXPECT_EQ(*parse_instant("2026-07-01", "America/New_York"), *parse_instant("2026-07-01T04:00Z", "UTC"));
  EXPECT_EQ(*parse_instant("2026-12-01", "America/New_York"), *parse_instant("2026-12-01T05:00Z", "UTC"));
  EXPECT_EQ(*local_day(-1, "UTC"), -1);
  for (const std::string_view wrong : {"", "2026", "2026-13-01", "2026-02-30", "2026-11-21T", "2026-11-21T25:00Z",
                                       "2026-11-21T10:61Z", "2026-11-21 Nowhere/Land", "2026-11-21T10:00 Zoo"})
    EXPECT_FALSE(parse_instant(wrong, "UTC")) << wrong;
  EXPECT_FALSE(local_day(0, "Nowhere/Land"));
}

// Exposure

TEST(Duties, SecT1ManyPaymentsHiddenAndKnownAreSignificant) {
  const Facts facts = facts_of(
      {"amount=960000", "count=12", "purpose=goods", "management-aware=yes", "proximity=direct", "deceptive=yes"});
  const Significance s = significance_of(facts);
  ASSERT_EQ(s.factors.size(), 7U);
  EXPECT_EQ(s.factors[0].level, "medium");
  EXPECT_EQ(s.factors[2].level, "high");
  EXPECT_EQ(s.factors[3].level, "high");
  EXPECT_EQ(s.factors[5].level, "high");
  EXPECT_EQ(s.factors[6].level, "unknown");
  EXPECT_EQ(s.level, "high");
  EXPECT_THAT(s.narrative, HasSubstr("no total threshold"));
}
TEST(Duties, SecT2OneSalaryIsLowOnAll) {
  const Significance s = significance_of(facts_of({"amount=900", "count=1", "purpose=salary", "management-aware=no",
                                                   "proximity=former", "policy-impact=none", "deceptive=no"}));
  for (size_t i = 0; i < 6; ++i) EXPECT_EQ(s.factors[i].level, "low") << s.factors[i].letter;
  EXPECT_EQ(s.level, "low");
}
// SEC-9 in what screen and own show: the sub-scores with the exposure, and the question that they answer.
TEST(Duties, SecT1TheFactorsAnswerWhetherTheTransactionIsSignificant) {
  const auto all = duties(finding("us", "RUSSIA-EO14024"),
                          asked({"jurisdiction=tr", "institution=bank", "amount=960000", "count=12", "purpose=goods",
                                 "management-aware=yes", "proximity=direct", "deceptive=yes"}));
  const Duty* exposure = with_id(all, "us-secondary-ffi");
  ASSERT_NE(exposure, nullptr);
  EXPECT_THAT(exposure->missing, IsEmpty());
  EXPECT_THAT(exposure->met, Contains(HasSubstr("significance: high")));
  ASSERT_TRUE(exposure->significance);
  EXPECT_EQ(exposure->significance->factors.size(), 7U);
  EXPECT_THAT(exposure->significance->factors[0].facts, Contains("amount: 960000"));
}
TEST(Duties, SecT2OfLowSignificanceTheExposureDoesNotArise) {
  const Finding party = finding("us", "RUSSIA-EO14024");
  const auto all =
      duties(party, asked({"jurisdiction=tr", "institution=bank", "amount=900", "count=1", "purpose=salary",
                           "management-aware=no", "proximity=former", "policy-impact=none", "deceptive=no"}));
  const Duty* exposure = with_id(all, "us-secondary-ffi");
  ASSERT_NE(exposure, nullptr);
  EXPECT_EQ(exposure->step, Step::kInfo);
  ASSERT_TRUE(exposure->significance);
  EXPECT_EQ(exposure->significance->level, "low");
  // Low as far as it is known is not yet low: what nobody said stays open.
  const auto some = duties(
      party, asked({"jurisdiction=tr", "institution=bank", "amount=900", "count=1", "purpose=salary", "deceptive=no"}));
  ASSERT_NE(with_id(some, "us-secondary-ffi", false), nullptr);
  EXPECT_THAT(with_id(some, "us-secondary-ffi", false)->missing, ElementsAre(HasSubstr("561.404")));
  EXPECT_TRUE(with_id(some, "us-secondary-ffi", false)->significance);
}
TEST(Duties, TheLimitsOfADirectiveAreOpenWhereNobodySaidWhatTheBusinessIs) {
  Finding party = finding("us", "UKRAINE-EO13662");
  party.facts.clear("list");
  party.facts.set("list", "ofac-cons");
  party.facts.set("directive", "1");
  for (const Question& question : {Question(), asked({"jurisdiction=us"})}) {
    const Duty* limit = with_id(duties(party, question), "us-ssi-1", false);
    EXPECT_NE(limit, nullptr);
  }
  const auto all = duties(party, asked({"jurisdiction=us"}));
  EXPECT_THAT(with_id(all, "us-ssi-1", false)->missing, ElementsAre("what is the business?"));
  EXPECT_EQ(with_id(duties(party, asked({"jurisdiction=us", "activity=none"})), "us-ssi-1", false), nullptr);
  EXPECT_EQ(with_id(all, "us-ssi-2", false), nullptr);
}
TEST(Duties, AValueThatIsNoKnownCodeIsRefused) {
  Facts facts;
  for (const std::string_view wrong : {"jurisdiction=usa", "jurisdiction=zz", "clearing=usa", "place=xx", "person=rus",
                                       "currency=xyz", "currency=us", "amount=-5", "count=-1", "destination=none"}) {
    const auto done = facts.read(wrong);
    ASSERT_FALSE(done) << wrong;
    EXPECT_THAT(done.error().message, HasSubstr("; it is ")) << wrong;
  }
  for (const std::string_view right : {"jurisdiction=us,eu", "jurisdiction=UK", "jurisdiction=GB", "clearing=none",
                                       "place=de", "person=ru", "currency=USD", "amount=0", "destination=ru"})
    EXPECT_TRUE(facts.read(right)) << right;
}
TEST(Duties, NothingKnownIsNotLow) {
  const Significance s = significance_of({});
  EXPECT_EQ(s.level, "unknown");
  EXPECT_THAT(s.factors[0].facts, Not(IsEmpty()));
}
TEST(Duties, SecT3OnlyAnEuHitLeavesTheUsRuleSilent) {
  const auto all = duties(finding("eu", "UKR"), asked({"jurisdiction=tr", "institution=bank", "significant=yes"}));
  EXPECT_EQ(with_id(all, "us-secondary-ffi"), nullptr);
  EXPECT_EQ(with_id(all, "us-secondary-ffi", false), nullptr);
}
TEST(Duties, Sec1AForeignBankAndAPartyUnderEo14024) {
  const Finding party = finding("us", "RUSSIA-EO14024");
  const auto certain = duties(party, asked({"jurisdiction=tr", "institution=bank", "significant=yes"}));
  ASSERT_NE(with_id(certain, "us-secondary-ffi"), nullptr);
  const auto open = duties(party, asked({"jurisdiction=tr", "institution=bank"}));
  const Duty* exposure = with_id(open, "us-secondary-ffi", false);
  ASSERT_NE(exposure, nullptr);
  EXPECT_THAT(exposure->met, Contains(HasSubstr("eo14024")));
  EXPECT_THAT(exposure->missing, ElementsAre(HasSubstr("561.404")));
  const auto before = duties(party, asked({"jurisdiction=tr", "institution=bank", "significant=yes"}, "2023-12-21"));
  EXPECT_EQ(with_id(before, "us-secondary-ffi"), nullptr);
  const auto small = duties(party, asked({"jurisdiction=tr", "institution=bank", "significant=no"}));
  EXPECT_EQ(with_id(small, "us-secondary-ffi", false), nullptr);
}
TEST(Duties, Sec2GoodsNeedNoBlockedParty) {
  Finding clear{"", {}, {}};
  clear.facts.set("verdict", "CLEAR_ON_DATA");
  const auto all = duties(clear, asked({"jurisdiction=ae", "institution=bank", "goods=critical", "destination=ru"}));
  EXPECT_NE(with_id(all, "us-secondary-goods"), nullptr);
}

// Licences and conflicts

std::vector<Duty> under(std::string_view licence, const Finding& party, const Question& question) {
  std::vector<Regime> own(regimes().begin(), regimes().end());
  for (Regime& regime : own) regime.licences.clear();
  EXPECT_TRUE(read_licences(licence, "l.toml", own));
  const Finding findings[] = {party};
  return *duties_of(findings, question, own);
}
constexpr std::string_view kLicence = R"(
[[licence]]
id = "GL 1"
regime = "us"
title = "Wind-down"
law = "General License 1"
from = "2025-10-22T00:00"
to = "2025-11-21T00:01 America/New_York"
when = ["programme=*EO14024*"]
excluded = ["Left Out Bank", "ofac:77"]
)";

TEST(Duties, Con1ALicencePermitsUnderItsNumberAndAsksForRecords) {
  const auto all = under(kLicence, finding("us", "RUSSIA-EO14024"), asked({"jurisdiction=us"}, "2025-11-01"));
  ASSERT_NE(with_id(all, "GL 1"), nullptr);
  EXPECT_EQ(with_id(all, "GL 1")->step, Step::kPermitted);
  EXPECT_THAT(with_id(all, "GL 1")->text, HasSubstr("PERMITTED_UNDER(GL 1)"));
  EXPECT_TRUE(std::ranges::any_of(all, [](const Duty& d) { return d.id == "GL 1" && d.step == Step::kRecord; }));
  EXPECT_TRUE(has_step(all, Step::kBlock, "us")) << "what is permitted is shown beside what is forbidden";
}
TEST(Duties, Con2ALicenceThatExpiredAMinuteBeforeIsNotUsable) {
  const Finding party = finding("us", "RUSSIA-EO14024");
  EXPECT_NE(with_id(under(kLicence, party, asked({"jurisdiction=us"}, "2025-11-21T05:00:59Z")), "GL 1"), nullptr);
  EXPECT_EQ(with_id(under(kLicence, party, asked({"jurisdiction=us"}, "2025-11-21T05:01Z")), "GL 1"), nullptr);
  EXPECT_EQ(with_id(under(kLicence, party, asked({"jurisdiction=us"}, "2025-10-21T23:59")), "GL 1"), nullptr);
  EXPECT_NE(with_id(under(kLicence, party, asked({"jurisdiction=us"}, "2025-11-20")), "GL 1"), nullptr);
  EXPECT_NE(with_id(under(kLicence, party, asked({"jurisdiction=us"}, "2025-11-21")), "GL 1", false), nullptr)
      << "at what time?";
  EXPECT_EQ(with_id(under(kLicence, party, asked({"jurisdiction=us"}, "2025-11-22")), "GL 1", false), nullptr);
  // Whoever does not say when: perhaps.
  EXPECT_NE(with_id(under(kLicence, party, asked({"jurisdiction=us"})), "GL 1", false), nullptr);
}
TEST(Duties, Con1ASpecificLicenceIsForThosePartiesThatItNames) {
  const std::string specific = fmt::format("{}parties = [\"ofac:7\", \"Alfa Bank\"]\n", kLicence);
  const Question question = asked({"jurisdiction=us"}, "2025-11-01");
  Finding party = finding("us", "RUSSIA-EO14024");
  EXPECT_EQ(with_id(under(specific, party, question), "GL 1"), nullptr);
  party.names = {"ALFA BANK AO", "Alfa Bank"};
  EXPECT_NE(with_id(under(specific, party, question), "GL 1"), nullptr);
  party.names = {"Alfa-Bank"};  // like it, and not it: a permission is not stretched
  EXPECT_EQ(with_id(under(specific, party, question), "GL 1"), nullptr);
  party.party = "ofac:7";
  EXPECT_NE(with_id(under(specific, party, question), "GL 1"), nullptr);
}
// What is permitted to the parties that a licence names, and to what they own, is so for nobody else.
TEST(Duties, Con1AWindDownLicenceIsForThosePartiesAndWhatTheyOwn) {
  const Question question = asked({"jurisdiction=us", "activity=wind-down"}, "2025-11-20");
  Finding party = finding("us", "RUSSIA-EO14024");
  const auto open_of = [&](const Finding& one) {
    const auto all = duties(one, question);
    EXPECT_EQ(with_id(all, "GL 126"), nullptr) << "not for certain";
    const Duty* out = with_id(all, "GL 126", false);
    return out == nullptr ? std::vector<std::string>() : out->missing;
  };
  EXPECT_THAT(open_of(party), ElementsAre(HasSubstr("LUKOIL OAO), or owned half or more by them?")));
  Finding person = party;
  person.is_person = true;
  EXPECT_EQ(with_id(duties(person, question), "GL 126", false), nullptr) << "nobody owns a person";
  Finding named = party;
  named.names = {"LUKOIL OAO"};
  EXPECT_NE(with_id(duties(named, question), "GL 126"), nullptr);
  named.facts.set("programme", "UKRAINE-EO13662");
  EXPECT_NE(with_id(duties(named, question), "GL 126"), nullptr);
  named.facts.set("programme", "SDGT");
  EXPECT_THAT(open_of(named), ElementsAre("is what sdgt forbids permitted too?"));
  Finding undecided = finding("us", "RUSSIA-EO14024", false);
  undecided.names = {"LUKOIL OAO"};
  EXPECT_THAT(open_of(undecided), ElementsAre("is it this party?"));
  Finding owned = finding("us", "RUSSIA-EO14024", true, "DERIVED_CERTAIN");
  owned.owners = {{"LUKOIL OAO", "ofac:17248"}};
  EXPECT_NE(with_id(duties(owned, question), "GL 126"), nullptr);
  owned.owners.push_back({"Another"});
  EXPECT_THAT(open_of(owned), ElementsAre(HasSubstr("owned half or more")));
  owned.owners = {{"Another"}};
  EXPECT_EQ(with_id(duties(owned, question), "GL 126", false), nullptr);
}
TEST(Duties, Con1AHumanitarianPurposeAloneIsNotYetFoodOrMedicine) {
  const Finding party = finding("us", "RUSSIA-EO14024");
  const auto open = duties(party, asked({"jurisdiction=us", "purpose=humanitarian"}, "2025-11-20"));
  EXPECT_EQ(with_id(open, "GL 6D"), nullptr);
  ASSERT_NE(with_id(open, "GL 6D", false), nullptr);
  EXPECT_THAT(with_id(open, "GL 6D", false)->missing, ElementsAre(HasSubstr("medical devices")));
  for (const std::string_view fact : {"goods=medicine", "activity=clinical-trial"})
    EXPECT_NE(with_id(duties(party, asked({"jurisdiction=us", fact}, "2025-11-20")), "GL 6D"), nullptr) << fact;
  for (const std::string_view fact : {"goods=military", "purpose=salary", "currency=USD"})
    EXPECT_EQ(with_id(duties(party, asked({"jurisdiction=us", fact}, "2025-11-20")), "GL 6D", false), nullptr) << fact;
}
TEST(Duties, LicencesOfTheUserThatCannotBeReadSayWhere) {
  std::vector<Regime> own(regimes().begin(), regimes().end());
  const auto error = [&](const std::string& more) {
    const auto done = read_licences(fmt::format("{}{}", kLicence, more), "mine.toml", own);
    return done ? std::string() : done.error().text();
  };
  EXPECT_EQ(error("parties = \"Alfa\"\n"), "mine.toml: record 2: 'parties' is no list of names");
  EXPECT_EQ(error("parties = []\n"), "mine.toml: record 2: 'parties' names nobody");
  EXPECT_EQ(error("owned = true\n"), "mine.toml: record 2: 'owned' by whom? 'parties' says");
  EXPECT_EQ(error("owned = 7\n"), "mine.toml: record 2: 'owned' is true or false");
  EXPECT_EQ(error("parties = [7]\n"), "mine.toml: record 2: a name of 'parties' is no text");
  EXPECT_EQ(error(""), "");
  EXPECT_EQ(error(""), "mine.toml: record 2: a licence 'GL 1' of regime 'us' is there already");
}
TEST(Duties, Con3WhomALicenceLeavesOutItDoesNotPermit) {
  Finding party = finding("us", "RUSSIA-EO14024");
  party.names = {"LEFT-OUT BANK"};
  Question question = asked({"jurisdiction=us"}, "2025-11-01");
  EXPECT_NE(with_id(under(kLicence, party, question), "GL 1"), nullptr);  // as it is written, another name
  question.is_same_party = [](std::string_view a, std::string_view b) {
    return a == "LEFT-OUT BANK" && b == "Left Out Bank";
  };
  EXPECT_EQ(with_id(under(kLicence, party, question), "GL 1"), nullptr);
  party.party = "ofac:77";
  party.names.clear();
  EXPECT_EQ(with_id(under(kLicence, party, question), "GL 1"), nullptr);
}
TEST(Duties, Con4TheStrictestApplicableWinsAndTheOthersAreShown) {
  const Finding both[] = {finding("us", "RUSSIA-EO14024", true, "CONTROL_CONCERN"), finding("eu", "UKR")};
  const auto all = *duties_of(both, asked({"jurisdiction=us,eu"}));
  for (const Duty& duty : all) EXPECT_EQ(duty.is_strictest, duty.is_certain && duty.step == Step::kFreeze) << duty.id;
  EXPECT_TRUE(has_step(all, Step::kRfi, "us"));
}
TEST(Duties, Con5TheBlockingStatuteIsAConflictForAPerson) {
  const auto all = duties(finding("us", "IRAN"), asked({"jurisdiction=de"}));
  EXPECT_TRUE(has_step(all, Step::kConflict, "eu"));
  EXPECT_FALSE(has_step(duties(finding("us", "RUSSIA-EO14024"), asked({"jurisdiction=de"})), Step::kConflict, "eu"));
  EXPECT_FALSE(has_step(duties(finding("us", "IRAN"), asked({"jurisdiction=us", "person=us", "place=us"})),
                        Step::kConflict, "eu"));
}
TEST(Duties, Con6TheLawOfTheDayOfExecutionHoldsAndWhatIsBlockedStaysSo) {
  EXPECT_EQ(verdict_at(day("2022-01-01"), day("2026-11-24"), day("2026-11-23")), "LISTED");
  EXPECT_EQ(verdict_at(day("2022-01-01"), day("2026-11-24"), day("2026-11-24")), "CLEAR_ON_DATA");
  EXPECT_EQ(verdict_at(std::nullopt, std::nullopt, day("2026-11-24")), "LISTED");
  const Finding delisted = finding("us", "RUSSIA-EO14024", true, "CLEAR_ON_DATA");
  EXPECT_FALSE(has_step(duties(delisted, asked({"jurisdiction=us"})), Step::kBlock, "us"));
  EXPECT_TRUE(has_step(duties(delisted, asked({"jurisdiction=us", "blocked=yes"})), Step::kBlock, "us"));
}

// Whom a law binds

TEST(Duties, APossibleHitIsHeldAndWhatFollowsIsSaidUnderThatCondition) {
  const auto all = duties(finding("us", "RUSSIA-EO14024", false), asked({"jurisdiction=us"}));
  EXPECT_TRUE(has_step(all, Step::kHold, "us"));
  EXPECT_FALSE(has_step(all, Step::kBlock, "us"));
  ASSERT_NE(with_id(all, "us-block", false), nullptr);
  EXPECT_THAT(with_id(all, "us-block", false)->missing, ElementsAre("is it this party?"));
}
TEST(Duties, AUsListBindsNobodyInBerlinWithoutAUsNexus) {
  const auto all =
      duties(finding("us", "RUSSIA-EO14024"),
             asked({"jurisdiction=de", "currency=EUR", "clearing=none", "person=de", "place=de", "goods=none"}));
  EXPECT_FALSE(has_step(all, Step::kBlock, "us"));
  EXPECT_EQ(with_id(all, "us-block", false), nullptr);
  EXPECT_TRUE(has_step(all, Step::kExposure, "us"));
}
TEST(Duties, DollarsClearedInNewYorkBind) {
  const auto all = duties(finding("us", "RUSSIA-EO14024"),
                          asked({"jurisdiction=de", "currency=USD", "clearing=us", "person=de", "place=de"}));
  EXPECT_TRUE(has_step(all, Step::kBlock, "us"));
}
TEST(Duties, WhatHangsOnOtherFactsIsShownOnlyToWhoStatesSome) {
  const Finding party = finding("us", "RUSSIA-EO14024");
  EXPECT_EQ(with_id(duties(party, {}), "us-secondary-ffi", false), nullptr);
  EXPECT_NE(with_id(duties(party, {}), "us-block", false), nullptr);
  EXPECT_NE(with_id(duties(party, asked({"institution=bank"})), "us-secondary-ffi", false), nullptr);
}
TEST(Duties, WhoseLawBindsIsAskedWhereNobodySaid) {
  const auto all = duties(finding("eu", "UKR"), {});
  const Duty* freeze = with_id(all, "eu-freeze", false);
  ASSERT_NE(freeze, nullptr);
  EXPECT_THAT(freeze->missing, ElementsAre(HasSubstr("EU law binds")));
}
TEST(Duties, SectoralAndSecuritiesListingsDoNotBlock) {
  const auto on_other_lists = [](std::string_view programme) {
    Finding out = finding("us", programme);
    out.facts.clear("list");
    out.facts.set("list", "ofac-cons");
    return out;
  };
  const auto ssi = duties(on_other_lists("UKRAINE-EO13662"), asked({"jurisdiction=us", "activity=new-debt"}));
  EXPECT_FALSE(has_step(ssi, Step::kBlock, "us"));
  EXPECT_TRUE(has_step(ssi, Step::kReject, "us"));
  const auto cmic = duties(on_other_lists("CMIC-EO13959"), asked({"jurisdiction=us", "activity=securities"}));
  EXPECT_FALSE(has_step(cmic, Step::kBlock, "us"));
  EXPECT_TRUE(has_step(cmic, Step::kReject, "us"));
  // On the SDN list all is blocked, whatever other programmes an entry bears.
  Finding both = finding("us", "UKRAINE-EO13662");
  both.facts.set("programme", "RUSSIA-EO14024");
  EXPECT_TRUE(has_step(duties(both, asked({"jurisdiction=us"})), Step::kBlock, "us"));
  EXPECT_TRUE(has_step(duties(finding("us", "UKRAINE-EO13662"), asked({"jurisdiction=us"})), Step::kBlock, "us"));
}
TEST(Duties, RecordsForTenYearsSince2025) {
  const Finding party = finding("us", "SDGT");
  const auto after = duties(party, asked({"jurisdiction=us"}, "2025-03-12"));
  EXPECT_TRUE(std::ranges::any_of(after, [](const Duty& d) { return d.id == "us-records-10"; }));
  const auto before = duties(party, asked({"jurisdiction=us"}, "2025-03-11"));
  EXPECT_TRUE(std::ranges::any_of(before, [](const Duty& d) { return d.id == "us-records-5"; }));
  EXPECT_FALSE(std::ranges::any_of(before, [](const Duty& d) { return d.id == "us-records-10"; }));
}
TEST(Duties, OneRuleOfSeveralPartiesIsOneDuty) {
  Finding a = finding("us", "SDGT"), b = finding("us", "SDGT");
  b.party = "ofac:2";
  const Finding both[] = {a, b};
  const auto all = *duties_of(both, asked({"jurisdiction=us"}));
  EXPECT_EQ(std::ranges::count(all, "us-block", &Duty::id), 1);
  EXPECT_THAT(with_id(all, "us-block")->parties, ElementsAre("ofac:1", "ofac:2"));
}

// The tables

TEST(Regimes, EveryListOfOursHasItsRegime) {
  EXPECT_EQ(regime_of_list("ofac"), "us");
  EXPECT_EQ(regime_of_list("ofac-cons"), "us");
  EXPECT_EQ(regime_of_list("eu"), "eu");
  EXPECT_EQ(regime_of_list("un"), "un");
  EXPECT_EQ(regime_of_list("uk"), "uk");
  EXPECT_EQ(regime_of_list("gb_hmt_sanctions"), "uk");
  EXPECT_EQ(regime_of_list("europe"), std::nullopt);
  EXPECT_EQ(regime_of_list("watchlist"), std::nullopt);
}
TEST(Regimes, RulesHaveIdsOfTheirRegimeOnceAndALaw) {
  std::vector<std::string> ids;
  for (const Regime& regime : regimes())
    for (const Rule& rule : regime.rules) {
      EXPECT_TRUE(rule.id.starts_with(regime.id + "-")) << rule.id;
      EXPECT_THAT(ids, Not(Contains(rule.id)));
      ids.push_back(rule.id);
      EXPECT_FALSE(rule.law.empty());
    }
  EXPECT_GT(ids.size(), 50U);
}
TEST(Regimes, AWrongTableSaysWhatAndWhere) {
  const std::string head = "id=\"x\"\nname=\"X\"\nauthority=\"A\"\nzone=\"UTC\"\n";
  const auto error_of = [&](const std::string& rest) {
    const auto read = Regime::read(head + rest, "x.toml");
    return read ? std::string() : read.error().text();
  };
  EXPECT_EQ(error_of(""), "");
  EXPECT_THAT(error_of("[[duty]]\nid=\"x-1\"\n"), HasSubstr("x.toml: record 5: 'text' is missing"));
  const std::string duty = "[[duty]]\nid=\"x-1\"\ntext=\"t\"\nlaw=\"l\"\n";
  EXPECT_THAT(error_of(duty + "step=\"SHOUT\"\nwhen=[]\n"), HasSubstr("no step 'SHOUT'"));
  EXPECT_THAT(error_of(duty + "step=\"HOLD\"\nwhen=[\"moon=full\"]\n"), HasSubstr("no fact is called 'moon'"));
  EXPECT_THAT(error_of(duty + "step=\"HOLD\"\nwhen=[\"jurisdiction=@mars\"]\n"), HasSubstr("names no group"));
  EXPECT_THAT(error_of(duty + "step=\"HOLD\"\nwehn=[]\n"), HasSubstr("'wehn' is no key here"));
  EXPECT_THAT(error_of(duty + "step=\"REPORT\"\nwhen=[]\n"), HasSubstr("to whom"));
  EXPECT_THAT(error_of(duty + "step=\"HOLD\"\nwhen=[]\nfrom=\"soon\"\n"), HasSubstr("'from' is no date"));
  EXPECT_THAT(error_of("[[fact]]\nname=\"x.a\"\nwords=\"w\"\nany=[[\"x.b\"]]\n"), HasSubstr("no fact is called 'x.b'"));
  EXPECT_FALSE(Regime::read("id=", "x.toml"));
}
TEST(Facts, AreReadOrRefusedByName) {
  Facts facts;
  EXPECT_TRUE(facts.read("jurisdiction=de,US"));
  EXPECT_THAT(*facts.find("jurisdiction"), ElementsAre("de", "us"));
  for (const std::string_view wrong : {"", "jurisdiction", "jurisdiction=", "moon=full", "institution=castle",
                                       "amount=lots", "verdict=LISTED", "jurisdiction=germany"})
    EXPECT_FALSE(facts.read(wrong)) << wrong;
}
TEST(Facts, UnknownIsNeverNo) {
  const auto holds = [](std::string_view condition, const Facts& facts) {
    const Condition c = *Condition::parse(condition);
    return c.holds(facts.find(c.key));
  };
  EXPECT_EQ(holds("place=us", {}), Truth::kUnknown);
  EXPECT_EQ(holds("place!=us", {}), Truth::kUnknown);
  EXPECT_EQ(holds("?place", {}), Truth::kYes);
  EXPECT_EQ(holds("?place", facts_of({"place=us"})), Truth::kNo);
  EXPECT_EQ(holds("place=@eu", facts_of({"place=pt"})), Truth::kYes);
  EXPECT_EQ(holds("place!=@eu", facts_of({"place=ch"})), Truth::kYes);
  EXPECT_EQ(holds("amount>=10", facts_of({"amount=10"})), Truth::kYes);
  EXPECT_EQ(holds("amount<10", facts_of({"amount=10"})), Truth::kNo);
  for (const std::string_view wrong : {"", "=", "a>5", "a<b", "a=", "?a=b", "a=@nowhere", "!a"})
    EXPECT_FALSE(Condition::parse(wrong)) << wrong;
}

}  // namespace
}  // namespace cordon::duties
