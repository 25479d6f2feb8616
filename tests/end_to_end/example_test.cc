// The example customers against the built-in list: each is found, or not, as tests/fixtures/example/expected.csv says
// and why.
#include <gtest/gtest.h>

#include "base/mapped_file.h"
#include "intake/records.h"
#include "screen/screener.h"
#include "screen/verify.h"
#include "syntax/csv.h"

namespace cordon::screen {
namespace {

TEST(Example, CustomersAreAnsweredAsExpected) {
  const auto snapshot = Snapshot::example();
  ASSERT_TRUE(snapshot) << snapshot.error().text();
  ScreenSettings settings;
  settings.profile = default_profile();
  const Screener screener = *Screener::build(*snapshot, settings);
  std::map<std::string, Screening> answers;
  Reporter reporter;
  const auto customers = read_file("data/example/customers.csv");
  ASSERT_TRUE(customers) << customers.error().text();
  const auto reader = intake::open_records(*customers, "customers.csv", {}, reporter);
  ASSERT_TRUE(reader) << reader.error().text();
  for (;;) {
    const auto subject = (*reader)->next();
    ASSERT_TRUE(subject) << subject.error().text();
    if (!*subject) break;
    answers[(*subject)->id] = screener.screen(**subject);
  }
  const auto expected = read_file("tests/fixtures/example/expected.csv");
  ASSERT_TRUE(expected) << expected.error().text();
  CsvReader rows(*expected, "expected.csv");
  ASSERT_TRUE(rows.next());  // the header
  size_t checked = 0;
  for (;;) {
    const auto row = rows.next();
    ASSERT_TRUE(row) << row.error().text();
    if (!*row) break;
    const auto& [id, entity, why] = std::tie((*row)->fields.at(0), (*row)->fields.at(1), (*row)->fields.at(2));
    const Screening& answer = answers.at(id);
    ++checked;
    if (entity.empty()) {
      EXPECT_EQ(answer.outcome, Outcome::kClear) << id << ": " << why;
    } else {
      ASSERT_FALSE(answer.hits.empty()) << id << ": " << why;
      EXPECT_EQ(answer.hits[0].entity_id, entity) << id << ": " << why;
    }
  }
  EXPECT_EQ(checked, answers.size());
  EXPECT_GE(checked, 60U);
}

// Retrieval loses nothing under any of the profiles, attributes and identifiers included.
TEST(Example, AnswersEqualBruteForceUnderEveryProfile) {
  const auto snapshot = Snapshot::example();
  ASSERT_TRUE(snapshot) << snapshot.error().text();
  const auto customers = read_file("data/example/customers.csv");
  ASSERT_TRUE(customers) << customers.error().text();
  std::map<std::string, size_t> hits;
  for (const std::string_view name : builtin_profiles()) {
    ScreenSettings settings;
    settings.profile = *builtin_profile(name);
    const Screener screener = *Screener::build(*snapshot, settings);
    Reporter reporter;
    const auto reader = intake::open_records(*customers, "customers.csv", {}, reporter);
    ASSERT_TRUE(reader) << reader.error().text();
    for (size_t i = 0;; ++i) {
      const auto subject = (*reader)->next();
      ASSERT_TRUE(subject) << subject.error().text();
      if (!*subject) break;
      if (i % 3 != 0) continue;
      const Screening fast = screener.screen(**subject);
      hits[std::string(name)] += fast.hits.size();
      EXPECT_EQ(difference(fast, screener.screen_brute_force(**subject)), std::nullopt)
          << name << " " << (*subject)->id;
    }
  }
  EXPECT_GT(hits["exact"], 0U);
  EXPECT_GT(hits["default"], hits["exact"]);
  EXPECT_GE(hits["strict"], hits["default"]);
  EXPECT_GT(hits["ofac-search"], 0U);
}

TEST(Example, OfacSearchScreensNoSubjectWithoutAName) {
  ScreenSettings settings;
  settings.profile = *builtin_profile("ofac-search");
  const Screener screener = *Screener::build(*Snapshot::example(), settings);
  Subject subject;
  Identifier imo;
  imo.kind = IdKind::kImo;
  imo.value = "9074729";
  subject.identifiers.push_back(imo);
  const Screening answer = screener.screen(subject);
  EXPECT_EQ(answer.outcome, Outcome::kNotScreened);
  ASSERT_TRUE(answer.error);
  EXPECT_NE(answer.error->message.find("names only"), std::string::npos);
}

}  // namespace
}  // namespace cordon::screen
