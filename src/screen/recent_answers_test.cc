// Recent answers: the same as without, work done once, memory bounded.
#include "screen/recent_answers.h"

#include <gtest/gtest.h>

#include <set>

#include "screen/batch.h"
#include "screen/json.h"

namespace cordon::screen {
namespace {

const Screener& screener() {
  static const Screener made = [] {
    ScreenSettings settings;
    settings.profile = default_profile();
    return Screener::build(Snapshot::example().value(), settings).value();
  }();
  return made;
}

Subject full() {
  Subject s;
  s.id = "1";
  s.schema = Schema::kPerson;
  s.names = {{"Vladimir Putin", "Vladimir", "V", "Putin", false}, {"Wladimir Putin", "", "", "", true}};
  s.identifiers = {{IdKind::kPassport, "123", "ru", "detail", false, DateSpan::year(2001), DateSpan::year(2002), 0}};
  s.birth_dates = {DateSpan::year(1952), DateSpan::day({1952, 10, 7})};
  s.countries = {"ru", "de"};
  s.addresses = {{"street", "city", "region", "code", "ru", "full", "note", 0}};
  s.gender = "male";
  return s;
}

TEST(RecentAnswers, ASubjectIsKnownByAllThatAnswersDependOn) {
  using Change = void (*)(Subject&);
  constexpr Change kChanges[] = {
      [](Subject& s) { s.schema = Schema::kCompany; },
      [](Subject& s) { s.names[0].text += "a"; },
      [](Subject& s) { s.names[0].given = "V"; },
      [](Subject& s) { s.names[0].middle = ""; },
      [](Subject& s) { s.names[0].family = ""; },
      [](Subject& s) { std::swap(s.names[0].given, s.names[0].family); },
      [](Subject& s) { s.names[1].is_alias = false; },
      [](Subject& s) { s.names.pop_back(); },
      [](Subject& s) { std::swap(s.names[0], s.names[1]); },
      [](Subject& s) { s.identifiers[0].kind = IdKind::kInn; },
      [](Subject& s) { s.identifiers[0].value = "124"; },
      [](Subject& s) { s.identifiers[0].country = "by"; },
      [](Subject& s) { s.identifiers[0].detail = ""; },
      [](Subject& s) { s.identifiers[0].known_false = true; },
      [](Subject& s) { s.identifiers[0].issued.reset(); },
      [](Subject& s) { s.identifiers[0].expires = DateSpan::year(2003); },
      [](Subject& s) { s.identifiers.clear(); },
      [](Subject& s) { s.birth_dates[0] = DateSpan::circa(1952); },
      [](Subject& s) { s.birth_dates[1] = DateSpan::day({1952, 10, 8}); },
      [](Subject& s) { s.countries = {"rude"}; },
      [](Subject& s) { s.countries = {"ru"}; },
      [](Subject& s) { s.addresses[0].street = "Street"; },
      [](Subject& s) { s.addresses[0].city = "City"; },
      [](Subject& s) { s.addresses[0].region = "Region"; },
      [](Subject& s) { s.addresses[0].postal_code = "Code"; },
      [](Subject& s) { s.addresses[0].country = "by"; },
      [](Subject& s) { s.addresses[0].full = "Full"; },
      [](Subject& s) { s.gender = ""; },
  };
  std::set<std::string> keys = {answer_key(full())};
  for (const Change change : kChanges) {
    Subject s = full();
    change(s);
    keys.insert(answer_key(s));
  }
  EXPECT_EQ(keys.size(), std::size(kChanges) + 1);
  Subject same = full();
  same.id = "2";
  same.where = {"other.csv", 3, 100};
  same.kept = {"label"};
  EXPECT_EQ(answer_key(same), answer_key(full()));
}

std::string json(const Screening& screening) {
  return to_json_line(screening, screener().snapshot(), screener().settings().profile);
}

TEST(RecentAnswers, AnswersAreTheSameUnderAnotherId) {
  RecentAnswers recent(screener());
  Subject again = full();
  again.id = "2";
  again.where.record = 7;
  EXPECT_EQ(json(recent.screen(full())), json(screener().screen(full())));
  EXPECT_EQ(recent.repeated(), 0U);
  const Screening second = recent.screen(again);
  EXPECT_EQ(recent.repeated(), 1U);
  EXPECT_EQ(json(second), json(screener().screen(again)));
  EXPECT_FALSE(second.hits.empty());
  EXPECT_EQ(second.subject.where.record, 7U);
  EXPECT_EQ(second.subject.names[1].text, "Wladimir Putin");
}

TEST(RecentAnswers, ErrorsAreNotRemembered) {
  RecentAnswers recent(screener());
  Subject nothing;
  nothing.where = {"a.csv", 1, 0};
  Subject broken = full();
  broken.not_screened = Error{ErrorCode::kBadInput, "cut", {"a.csv", 5, 0}};
  for (const uint64_t record : {1, 2}) {
    nothing.where.record = broken.not_screened->where.record = record;
    EXPECT_EQ(recent.screen(nothing).error->where.record, record);
    EXPECT_EQ(recent.screen(broken).error->where.record, record);
    EXPECT_EQ(recent.screen(full()).outcome, screener().screen(full()).outcome);
  }
  EXPECT_EQ(recent.repeated(), 1U);
}

TEST(RecentAnswers, MemoryIsBoundedAndTheOldestGoes) {
  constexpr size_t kMost = size_t{1} << 18;
  RecentAnswers recent(screener(), kMost);
  const auto customer = [](int i) {
    Subject s = full();
    s.gender = std::to_string(i);
    if (i % 2 == 0) s.names = {{"Nobody Atall", "", "", "", false}};
    return s;
  };
  for (int i = 0; i < 2000; ++i) {
    recent.screen(customer(i));
    EXPECT_LE(recent.bytes(), kMost);
  }
  EXPECT_GT(recent.bytes(), kMost / 2);
  EXPECT_EQ(recent.repeated(), 0U);
  recent.screen(customer(1999));
  EXPECT_EQ(recent.repeated(), 1U);
  recent.screen(customer(1));  // long gone
  EXPECT_EQ(recent.repeated(), 1U);
  RecentAnswers none(screener(), 0);
  none.screen(full());
  none.screen(full());
  EXPECT_EQ(none.repeated(), 0U);
  EXPECT_EQ(none.bytes(), 0U);
}

TEST(Batch, ARepeatedSubjectIsScreenedOnce) {
  std::string csv = "id,name,birth_date\n";
  for (int i = 0; i < 300; ++i)
    csv += std::to_string(i) + (i % 3 == 0 ? ",Vladimir Putin," : ",Anna Lindqvist,") + (i % 2 ? "1952\n" : "1960\n");
  std::string expected;
  for (const unsigned jobs : {1U, 4U}) {
    Reporter reporter;
    auto reader = intake::open_records(csv, "customers.csv", {}, reporter);
    ASSERT_TRUE(reader);
    std::string answers, alone;
    const auto sink = [&](Screening&& s) -> Result<void> {
      answers += json(s) + "\n";
      alone += json(screener().screen(s.subject)) + "\n";
      return {};
    };
    const auto summary = screen_batch(screener(), **reader, jobs, {sink, {}});
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->subjects, 300U);
    EXPECT_EQ(answers, alone);
    if (jobs == 1) EXPECT_EQ(summary->repeated, 296U);  // of 300 rows 4 are different
    EXPECT_GE(summary->repeated, 300U - 4 * 16);        // threads may each meet one before any has answered it
    if (expected.empty()) expected = answers;
    EXPECT_EQ(answers, expected);
  }
}

}  // namespace
}  // namespace cordon::screen
