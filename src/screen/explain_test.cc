#include "screen/explain.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cordon::screen {
namespace {

Screener screener(std::string_view profile = "default") {
  ScreenSettings settings;
  settings.profile = builtin_profile(profile).value();
  return Screener::build(Snapshot::example().value(), settings).value();
}

// A person of the example list with one full birth date and a country, and its number.
std::pair<Entity, uint32_t> listed_person(const Snapshot& snapshot) {
  for (uint32_t e = 0; e < snapshot.entities(); ++e) {
    Entity entity = snapshot.entity(e).value();
    const auto births = std::count_if(entity.dates.begin(), entity.dates.end(), [](const DateStatement& d) {
      return d.kind == DateKind::kBirth && d.span.precision == DatePrecision::kDay;
    });
    if (entity.schema == Schema::kPerson && births == 1 && entity.dates.size() >= 1 && !entity.countries.empty())
      return {std::move(entity), e};
  }
  ADD_FAILURE() << "the example list has no such person";
  return {};
}

Subject subject(const std::string& name, std::string_view born = {}) {
  Subject s;
  s.id = "1";
  s.schema = Schema::kPerson;
  s.names.push_back({name, {}, {}, {}, false});
  if (!born.empty()) s.birth_dates.push_back(parse_date(born).value());
  return s;
}

const WhatIf* find(const Explanation& e, std::string_view begin) {
  const auto found =
      std::find_if(e.what_if.begin(), e.what_if.end(), [&](const WhatIf& w) { return w.change.starts_with(begin); });
  return found == e.what_if.end() ? nullptr : &*found;
}

TEST(Explain, AHitIsTheScreeningsOwn) {
  const Screener s = screener();
  const auto [entity, number] = listed_person(s.snapshot());
  const Subject who = subject(entity.caption, "1901-02-03");
  const Explanation e = explain(s, who, number).value();
  const Screening screening = s.screen(who);
  ASSERT_TRUE(e.is_hit());
  EXPECT_TRUE(e.proposed);
  ASSERT_GE(e.rank, 1u);
  EXPECT_EQ(e.hits, screening.hits.size());
  EXPECT_EQ(screening.hits[e.rank - 1].entity_id, entity.id);
  EXPECT_EQ(screening.hits[e.rank - 1].score, e.hit.score);
}

TEST(Explain, CounterfactualsAreWhatJudgingTheChangedSubjectGives) {
  const Screener s = screener();
  const auto [entity, number] = listed_person(s.snapshot());
  const Explanation e = explain(s, subject(entity.caption, "1901-02-03"), number).value();
  const WhatIf* without = find(e, "without the birth date");
  const WhatIf* with = find(e, "with the listed birth date");
  const WhatIf* strict = find(e, "under the profile strict");
  ASSERT_TRUE(without && with && strict);
  EXPECT_EQ(without->score, explain(s, subject(entity.caption), number).value().hit.score);
  EXPECT_GT(without->score, e.hit.score);
  EXPECT_GT(with->score, without->score);
  EXPECT_EQ(strict->score, explain(screener("strict"), e.subject, number).value().hit.score);
  EXPECT_EQ(strict->threshold, builtin_profile("strict")->threshold);
}

TEST(Explain, WhyNot) {
  const Screener s = screener();
  const auto [entity, number] = listed_person(s.snapshot());
  const Explanation e = explain(s, subject("Zzyzx Quux"), number).value();
  EXPECT_FALSE(e.is_hit());
  EXPECT_FALSE(e.proposed);
  EXPECT_EQ(e.rank, 0u);
  EXPECT_EQ(e.hit.score, 0);
  EXPECT_TRUE(e.columns.empty());
  ASSERT_EQ(e.missing.size(), 3u);  // birth date, country, number: none was compared
  EXPECT_EQ(e.missing[0].note, "the subject states none");
  const WhatIf* named = find(e, "with the name");
  ASSERT_TRUE(named);
  EXPECT_TRUE(named->is_hit());
}

TEST(Explain, WhatIsAgainstAreRowsOfTheEvidence) {
  const Screener s = screener();
  const auto [entity, number] = listed_person(s.snapshot());
  const Explanation e = explain(s, subject(entity.caption, "1901-02-03"), number).value();
  ASSERT_EQ(e.against.size(), 1u);
  EXPECT_EQ(e.against[0].feature, Feature::kBirthDate);
  EXPECT_LT(e.against[0].points, 0);
}

TEST(Explain, PartsOfTheNameLeftOutAndAdded) {
  const Screener s = screener();
  const auto [entity, number] = listed_person(s.snapshot());
  const Explanation full = explain(s, subject(entity.caption + " Zzyzx"), number).value();
  const WhatIf* without = find(full, "without “Zzyzx”");
  ASSERT_TRUE(without);
  EXPECT_EQ(without->score, explain(s, subject(entity.caption), number).value().hit.score);
}

TEST(Explain, ASubjectThatCannotBeScreenedIsAnError) {
  const Screener s = screener();
  EXPECT_EQ(explain(s, Subject{}, 0).error().code, ErrorCode::kBadInput);
}

}  // namespace
}  // namespace cordon::screen
