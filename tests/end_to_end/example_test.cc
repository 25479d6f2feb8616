// The example customers against the built-in list: each is found, or not, as tests/fixtures/example/expected.csv says
// and why.
#include <gtest/gtest.h>

#include "base/mapped_file.h"
#include "intake/records.h"
#include "screen/screener.h"
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

}  // namespace
}  // namespace cordon::screen
