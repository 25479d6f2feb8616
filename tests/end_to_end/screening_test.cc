// Whole screenings over small snapshots: retrieval against brute force, order, threads, errors.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <random>

#include "assemble/build.h"
#include "base/atomic_file.h"
#include "intake/records.h"
#include "screen/batch.h"
#include "screen/json.h"
#include "screen/screener.h"
#include "screen/verify.h"

namespace cordon::screen {
namespace {

std::string temporary(const std::string& name) {
  return (std::filesystem::temp_directory_path() / (name + std::to_string(::getpid()) + ".cordon")).string();
}

std::shared_ptr<const Snapshot> example() {
  static const auto snapshot = Snapshot::example();
  EXPECT_TRUE(snapshot) << snapshot.error().text();
  return *snapshot;
}

ScreenSettings settings(Points threshold = 7000, int32_t top = 20) {
  ScreenSettings s;
  s.profile = default_profile();
  s.profile.threshold = threshold;
  s.profile.top = top;
  s.profile.rehash();
  return s;
}

Subject named(std::string_view name, Schema schema = Schema::kThing) {
  Subject s;
  s.id = "1";
  s.schema = schema;
  s.names.push_back({std::string(name), {}, {}, {}, false});
  return s;
}

TEST(Screener, EveryListedNameFindsItsParty) {
  const Screener screener = *Screener::build(example(), settings(7000, 1000));
  for (uint32_t e = 0; e < example()->entities(); ++e) {
    const Entity entity = *example()->entity(e);
    for (const Name& name : entity.names) {
      if (name.strength == NameStrength::kWeak) continue;
      const Screening s = screener.screen(named(name.text, entity.schema));
      if (s.outcome == Outcome::kNotScreened) continue;  // a name without a letter
      bool found = false;
      for (const Hit& hit : s.hits) found |= hit.entity_id == entity.id;
      EXPECT_TRUE(found) << entity.id << " " << name.text;
    }
  }
}

TEST(Screener, EqualsBruteForceAtAnyThresholdAndTop) {
  std::mt19937 rng(5);
  for (const Points threshold : {0, 900, 3000, 5500, 7000, 9000})
    for (const int32_t top : {1, 3, 20}) {
      const Screener screener = *Screener::build(example(), settings(threshold, top));
      for (int i = 0; i < 6; ++i) {
        const Entity entity = *example()->entity(static_cast<uint32_t>(rng() % example()->entities()));
        Subject s = named(entity.names[rng() % entity.names.size()].text, i % 2 ? entity.schema : Schema::kThing);
        if (!s.names[0].text.empty() && i % 3 == 0) s.names[0].text.erase(rng() % s.names[0].text.size(), 1);
        if (i % 2) s.birth_dates.push_back(DateSpan::year(1960 + static_cast<int>(rng() % 20)));
        if (i % 4 == 1) s.countries.push_back("ru");
        EXPECT_EQ(difference(screener.screen(s), screener.screen_brute_force(s)), std::nullopt)
            << s.names[0].text << " " << threshold;
      }
    }
}

TEST(Screener, HitsComeBestFirstAndACutIsSaid) {
  const Screener all = *Screener::build(example(), settings(1000, 1000000));
  const Screener few = *Screener::build(example(), settings(1000, 2));
  const Subject s = named("Vladimir Putin", Schema::kPerson);
  const Screening a = all.screen(s);
  const Screening b = few.screen(s);
  ASSERT_GT(a.hits.size(), 2U);
  for (size_t i = 1; i < a.hits.size(); ++i) EXPECT_GE(a.hits[i - 1].score, a.hits[i].score);
  ASSERT_EQ(b.hits.size(), 2U);
  EXPECT_TRUE(b.more);
  EXPECT_FALSE(a.more);
  EXPECT_EQ(b.hits[0].entity_id, a.hits[0].entity_id);
  EXPECT_EQ(b.hits[1].entity_id, a.hits[1].entity_id);
}

TEST(Screener, WhatCannotBeScreenedIsNeverClear) {
  const Screener screener = *Screener::build(example(), settings());
  EXPECT_EQ(screener.screen(named("")).outcome, Outcome::kNotScreened);
  EXPECT_EQ(screener.screen(named("?!…")).outcome, Outcome::kNotScreened);
  Subject broken = named("Ivan Petrov");
  broken.not_screened = Error{ErrorCode::kBadInput, "the row ends inside a quote", {"in.csv", 7, 120}};
  const Screening s = screener.screen(broken);
  EXPECT_EQ(s.outcome, Outcome::kNotScreened);
  ASSERT_TRUE(s.error);
  EXPECT_EQ(s.error->where.record, 7U);
}

TEST(Screener, RefusesAListThatIsNotThere) {
  ScreenSettings s = settings();
  s.lists = {"nowhere"};
  const auto refused = Screener::build(example(), s);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kInvalidArgument);
  EXPECT_NE(refused.error().message.find("example"), std::string::npos);
}

std::string answers(unsigned jobs, const std::string& csv) {
  const Screener screener = *Screener::build(example(), settings());
  Reporter reporter;
  auto reader = intake::open_records(csv, "customers.csv", {}, reporter);
  EXPECT_TRUE(reader) << reader.error().text();
  std::string out;
  const auto sink = [&](Screening&& s) -> Result<void> {
    out += to_json_line(s, *example(), screener.settings().profile) + "\n";
    return {};
  };
  const auto summary = screen_batch(screener, **reader, jobs, {sink, {}});
  EXPECT_TRUE(summary) << summary.error().text();
  return out;
}

TEST(Batch, AnswersDoNotDependOnTheNumberOfThreads) {
  std::string csv = "id,name,birth_date,country\n";
  for (uint32_t e = 0; e < example()->entities(); ++e) {
    std::string name = example()->entity(e)->caption;
    for (char& c : name)
      if (c == '"' || c == '\n') c = ' ';
    csv += std::to_string(e) + ",\"" + name + "\",1961,ru\n";
  }
  const std::string one = answers(1, csv);
  EXPECT_EQ(one, answers(4, csv));
  EXPECT_NE(one.find("\"outcome\":\"review\""), std::string::npos);
}

TEST(Build, SameInputSameBytesWhateverTheOrder) {
  const auto make = [](bool reversed) {
    std::vector<lists::ParsedList> all(1);
    all[0].info.list = "t";
    for (int i = 0; i < 50; ++i) {
      Entity e;
      e.id = "t:" + std::to_string(i);
      e.list = "t";
      e.names.push_back(
          {"Name Number" + std::to_string(i * 7), NameKind::kPrimary, NameStrength::kStrong, {}, {}, {}, {}, {}, 0});
      all[0].entities.push_back(std::move(e));
    }
    if (reversed) std::reverse(all[0].entities.begin(), all[0].entities.end());
    return all;
  };
  const std::string path = temporary("cordon-same-");
  std::string bytes[2];
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(assemble::build(make(i == 1), path));
    bytes[i] = *read_file(path);
  }
  std::filesystem::remove(path);
  EXPECT_EQ(bytes[0], bytes[1]);
}

TEST(Build, RefusesOneListTwice) {
  std::vector<lists::ParsedList> all(2);
  all[0].info.list = all[1].info.list = "t";
  const auto refused = assemble::build(std::move(all), temporary("cordon-twice-"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kInvalidArgument);
}

TEST(Snapshot, ADamagedFileIsAnErrorNotAnAnswer) {
  std::vector<lists::ParsedList> all(1);
  all[0].info.list = "t";
  Entity e;
  e.id = "t:1";
  e.list = "t";
  e.names.push_back({"Ivan Petrov", NameKind::kPrimary, NameStrength::kStrong, {}, {}, {}, {}, {}, 0});
  all[0].entities.push_back(e);
  const std::string path = temporary("cordon-damaged-");
  ASSERT_TRUE(assemble::build(std::move(all), path));
  const std::string whole = *read_file(path);
  for (size_t at = 0; at < whole.size(); at += 13) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
    std::filesystem::remove(path);
    auto file = AtomicFile::create(path);
    ASSERT_TRUE(file->append(damaged) && file->commit());
    const auto snapshot = Snapshot::open(path);
    if (!snapshot) continue;
    const auto screener = Screener::build(*snapshot, settings());
    if (!screener) continue;
    // Only padding between sections may be damaged unseen; the answer is then the true one.
    EXPECT_EQ(screener->screen(named("Ivan Petrov")).hits.size(), 1U) << "byte " << at;
  }
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace cordon::screen
