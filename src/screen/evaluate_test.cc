#include "screen/evaluate.h"

#include <gtest/gtest.h>

#include "screen/compare.h"
#include "screen/judge_labelled.h"

namespace cordon::screen {
namespace {

using Target = TargetIndex::Target;

Hit hit(std::string id, std::string list, Points score) {
  Hit out;
  out.entity_id = std::move(id);
  out.list = std::move(list);
  out.score = score;
  return out;
}

Screening answer(std::vector<Hit> hits) {
  Screening out;
  out.hits = std::move(hits);
  return out;
}

TEST(Place, CountsHitsOfItsOwnListOnly) {
  const Target target{"b:2", "b", Schema::kPerson, 0};
  const Screening screening =
      answer({hit("a:1", "a", 9900), hit("b:1", "b", 9000), hit("a:2", "a", 8500), hit("b:2", "b", 8000)});
  const Placing placing = place(screening, {&target});
  EXPECT_EQ(placing.rank, 2u);
  EXPECT_EQ(placing.score, 8000);
  EXPECT_FALSE(placing.found(1, 0));
  EXPECT_TRUE(placing.found(2, 8000));
  EXPECT_FALSE(placing.found(2, 8001));
}

TEST(Place, NotAmongTheHits) {
  const Target target{"b:9", "b", Schema::kPerson, 0};
  const Placing placing = place(answer({hit("b:1", "b", 9000)}), {&target});
  EXPECT_EQ(placing.rank, 0u);
  EXPECT_FALSE(placing.found(1000, -1));
}

TEST(Place, AnyOfSeveralTargetsWillDo) {
  const Target low{"b:2", "b", Schema::kPerson, 0}, high{"c:1", "c", Schema::kPerson, 1};
  const Screening screening = answer({hit("b:1", "b", 9000), hit("b:2", "b", 8000), hit("c:1", "c", 7500)});
  EXPECT_EQ(place(screening, {&low, &high}).target, &high);
  EXPECT_EQ(place(screening, {&high, &low}).rank, 1u);
}

TEST(Target, ByEveryUsualForm) {
  const auto snapshot = *Snapshot::example();
  const TargetIndex index = *TargetIndex::build(*snapshot);
  const Entity entity = *snapshot->entity(3);
  std::string upper = entity.id;
  for (char& c : upper) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  for (const std::string& form : {entity.id, upper, " " + entity.id + " ", entity.list + ":" + entity.list_id}) {
    const auto found = index.find(form);
    ASSERT_EQ(found.size(), 1u) << form;
    EXPECT_EQ(found[0]->entity_id, entity.id);
  }
  EXPECT_EQ(index.find(entity.id + "; " + snapshot->entity(4)->id).size(), 2u);
  EXPECT_TRUE(index.find(entity.id + ";no-such-party").empty());
  EXPECT_TRUE(index.find("").empty());
}

TEST(Evaluation, GroupsAndShares) {
  const Target person{"a:1", "a", Schema::kPerson, 0}, ship{"b:1", "b", Schema::kVessel, 1};
  Evaluation all;
  all.rows = {{{&person, 1, 9000}, "Latin"}, {{&person, 2, 8000}, "Cyrillic"}, {{&ship, 0, -1}, "Latin"}};
  for (int i = 0; i < 9; ++i) all.negatives.push_back({-1, "Latin", Schema::kPerson});
  all.negatives.push_back({8500, "Han", Schema::kPerson});
  const std::vector<RowGroup> wanted = {{},
                                        {"script", "Cyrillic"},
                                        {"script", "Latin"},
                                        {"schema", "Person"},
                                        {"schema", "Vessel"},
                                        {"list", "a"},
                                        {"list", "b"}};
  EXPECT_EQ(all.groups(), wanted);
  EXPECT_EQ(all.recall({}, 1, 7000).part, 1u);
  EXPECT_EQ(all.recall({}, 5, 7000).part, 2u);
  EXPECT_EQ(all.recall({}, 5, 8001).part, 1u);
  EXPECT_EQ(all.recall({"script", "Latin"}, 5, 0).whole, 2u);
  EXPECT_EQ(all.recall({"list", "b"}, 5, 0).part, 0u);
  EXPECT_EQ(all.hit_rate({}, 8500).part, 1u);
  EXPECT_EQ(all.hit_rate({"script", "Han"}, 8501).part, 0u);
  EXPECT_EQ(all.score_at_hit_rate(99999), 8501);  // none may pass, so above the one
  EXPECT_EQ(all.score_at_hit_rate(100000), 0);    // one may: everything found counts
}

TEST(LabelledJudge, PairsAgreeWithCompare) {
  const LabelledJudge judge = *LabelledJudge::build(nullptr, default_profile());
  intake::LabelledRow row;
  row.is_match = true;
  row.subject.names.push_back({"Timur Volkovskiy", {}, {}, {}, false});
  row.entity.names.push_back({"VOLKOVSKY, Tymur", {}, {}, {}, false});
  row.subject.schema = row.entity.schema = Schema::kPerson;
  const auto judged = judge.judge(row);
  ASSERT_TRUE(judged);
  const Hit hit = compare("Timur Volkovskiy", "VOLKOVSKY, Tymur", Schema::kPerson, default_profile());
  EXPECT_EQ(judged->score, hit.score);
  EXPECT_EQ(judged->likelihood, hit.likelihood);
  EXPECT_TRUE(judged->is_match);
  // Dates that contradict each other count against it.
  row.subject.birth_dates.push_back(*parse_date("1960-05-01"));
  row.entity.birth_dates.push_back(*parse_date("1991-07-09"));
  EXPECT_LT(judge.judge(row)->score, hit.score);
}

TEST(LabelledJudge, ScoresPassThrough) {
  const LabelledJudge judge = *LabelledJudge::build(nullptr, default_profile());
  intake::LabelledRow row;
  row.form = intake::LabelledForm::kScores;
  row.score = 8123;
  EXPECT_EQ(judge.judge(row)->score, 8123);
  row.subject.not_screened = Error{ErrorCode::kBadInput, "no label", {"in", 7, 0}};
  ASSERT_FALSE(judge.judge(row));
  EXPECT_EQ(judge.judge(row).error().where.record, 7u);
}

TEST(LabelledJudge, AlertsScoreAsInAScreening) {
  const auto snapshot = *Snapshot::example();
  const LabelledJudge judge = *LabelledJudge::build(snapshot, default_profile());
  ScreenSettings settings;
  settings.profile = default_profile();
  const Screener screener = *Screener::build(snapshot, settings);
  intake::LabelledRow row;
  row.form = intake::LabelledForm::kAlerts;
  const Entity entity = *snapshot->entity(3);
  row.subject.schema = entity.schema;
  row.subject.names.push_back({entity.caption, {}, {}, {}, false});
  row.entity_id = entity.id;
  const Screening screening = screener.screen(row.subject);
  ASSERT_FALSE(screening.hits.empty());
  ASSERT_EQ(screening.hits[0].entity_id, entity.id);
  EXPECT_EQ(judge.judge(row)->score, screening.hits[0].score);
  EXPECT_EQ(judge.judge(row)->likelihood, screening.hits[0].likelihood);
  row.entity_id = "no-such-party";
  ASSERT_FALSE(judge.judge(row));
  EXPECT_EQ(judge.judge(row).error().message, "the snapshot has no party \"no-such-party\"");
}

}  // namespace
}  // namespace cordon::screen
