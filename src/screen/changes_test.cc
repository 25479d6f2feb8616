#include "screen/changes.h"

#include <gtest/gtest.h>

namespace cordon::screen {
namespace {

Hit hit(std::string id, Points score = 8000) {
  Hit out;
  out.entity_id = out.group = std::move(id);
  out.list = "a";
  out.score = score;
  out.evidence = {{Feature::kNamePart, Finding::kAgrees, "x", "x", "same", score, 5000},
                  {Feature::kPrior, Finding::kNote, {}, {}, "one of 10 listed parties", 0, -9000}};
  out.bits = -4000;
  out.likelihood = 0.1;
  return out;
}

Screening answer(std::vector<Hit> hits, bool more = false) {
  Screening out;
  out.subject.id = "c";
  out.outcome = hits.empty() ? Outcome::kClear : Outcome::kReview;
  out.hits = std::move(hits);
  out.more = more;
  return out;
}

// The hits that differ, as "new 1".
std::vector<std::string> marks(const Screening& s) {
  std::vector<std::string> out;
  for (const Hit& h : s.hits) out.push_back(std::string(change_name(h.change)) + " " + h.entity_id);
  return out;
}
using Expected = std::vector<std::string>;

// Is a hit changed by that edit?
template <typename Edit>
bool changed_by(const Edit& edit) {
  Hit other = hit("1");
  edit(other);
  return marks(changes(answer({hit("1")}), answer({other}))) == Expected{"changed 1"};
}

TEST(Changes, NewAndChangedInTheirOrderThenWhatIsGone) {
  Hit other = hit("2");
  other.caption = "b";
  const Screening out =
      changes(answer({hit("5"), hit("1"), hit("2"), hit("4")}), answer({hit("3"), other, hit("1")}, true));
  EXPECT_EQ(marks(out), Expected({"new 3", "changed 2", "gone 5", "gone 4"}));
  EXPECT_EQ(out.hits[1].caption, "b");
  EXPECT_TRUE(out.more);
  EXPECT_FALSE(out.before->more);
  EXPECT_TRUE(says_a_change(out));
}

TEST(Changes, OneIdOnTwoListsIsTwoParties) {
  Hit elsewhere = hit("1");
  elsewhere.list = "b";
  EXPECT_EQ(marks(changes(answer({hit("1")}), answer({hit("1"), elsewhere}))), Expected({"new 1"}));
}

TEST(Changes, WhateverAnswersPrintOfAHitIsAChange) {
  EXPECT_FALSE(changed_by([](Hit&) {}));
  EXPECT_TRUE(changed_by([](Hit& h) { h.group = "0"; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.caption = "c"; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.schema = Schema::kVessel; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.score = 7999; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.subject_name = "n"; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.entity_name = "n"; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.programs = {"p"}; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.measures = {"m"}; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.references = {"r"}; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.evidence[0].feature = Feature::kAcronym; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.evidence[0].finding = Finding::kSimilar; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.evidence[0].subject_text = "y"; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.evidence[0].entity_text = "y"; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.evidence[0].note = "y"; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.evidence[0].points = 1; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.evidence[0].bits = 1; }));
  EXPECT_TRUE(changed_by([](Hit& h) { h.evidence.insert(h.evidence.begin(), h.evidence[0]); }));
}

TEST(Changes, WhatFollowsTheSizeOfTheListsIsNone) {
  EXPECT_FALSE(changed_by([](Hit& h) {
    h.evidence[1].note = "one of 11 listed parties";
    h.evidence[1].bits = -9100;
    h.bits = -4100;
    h.likelihood = 0.09;
  }));
}

TEST(Changes, AnOutcomeOrACutAloneIsAChangeOfTheAnswer) {
  EXPECT_FALSE(says_a_change(changes(answer({hit("1")}), answer({hit("1")}))));
  const Screening more = changes(answer({hit("1")}, false), answer({hit("1")}, true));
  EXPECT_EQ(marks(more), Expected());
  EXPECT_TRUE(says_a_change(more));
  Screening decided = answer({hit("1")}, true);
  decided.outcome = Outcome::kMatch;  // by a hit that --top cut off
  const Screening now = changes(answer({hit("1")}, true), decided);
  EXPECT_TRUE(says_a_change(now));
  EXPECT_EQ(now.outcome, Outcome::kMatch);
  EXPECT_EQ(now.before->outcome, Outcome::kReview);
}

TEST(Changes, WhatWasNotScreenedOnceIsNotScreened) {
  Screening refused;
  refused.error = Error{ErrorCode::kCorrupt, "block fails its checksum"};
  for (const auto& [before, after] :
       {std::pair(refused, answer({hit("1")})), {answer({hit("1")}), refused}, {refused, refused}}) {
    const Screening out = changes(before, after);
    EXPECT_EQ(out.outcome, Outcome::kNotScreened);
    EXPECT_EQ(marks(out), Expected());
    EXPECT_TRUE(says_a_change(out));
  }
  EXPECT_EQ(changes(refused, answer({})).error->message, "on the earlier snapshot: block fails its checksum");
  EXPECT_EQ(changes(refused, refused).error->message, "block fails its checksum");
}

}  // namespace
}  // namespace cordon::screen
