// Differences of snapshots, against what was done to the lists.
#include "assemble/diff.h"

#include <gtest/gtest.h>

#include <random>

#include "assemble/stored_fixture.h"

namespace cordon::assemble {
namespace {

// What differs, as "removed a:2", in order.
std::vector<std::string> differences(const Stored& before, const Stored& after, unsigned jobs = 0) {
  const SnapshotDiff found = diff(before.stored, after.stored, jobs).value();
  std::vector<std::string> out;
  for (const PartyChange& change : found.changes) {
    const bool is_gone = change.difference() == Difference::kRemoved;
    const Entity e = is_gone ? *before.stored.entity(change.before) : *after.stored.entity(change.after);
    if (change.difference() == Difference::kChanged) {
      EXPECT_EQ(before.stored.entity(change.before)->id, e.id);
    }
    out.push_back(std::string(difference_name(change.difference())) + " " + e.list + " " + e.id);
  }
  return out;
}
using Expected = std::vector<std::string>;

TEST(Diff, PartiesAddedRemovedChangedByListAndId) {
  const Stored before({list("b", {party("b", 1), party("b", 2), party("b", 3)}), list("a", {party("a", 7)})});
  const Stored after({list("b", {party("b", 2, "Ann Li"), party("b", 3), party("b", 4)}), list("a", {party("a", 7)})});
  EXPECT_EQ(differences(before, after), Expected({"removed b b:1", "changed b b:2", "added b b:4"}));
  EXPECT_EQ(differences(after, before), Expected({"added b b:1", "changed b b:2", "removed b b:4"}));
  EXPECT_EQ(differences(before, before), Expected());
  const SnapshotDiff found = diff(before.stored, after.stored).value();
  EXPECT_EQ(found.counts, (std::map<std::string, DifferenceCounts>{{"b", {1, 1, 1}}}));
  EXPECT_EQ(found.total(), (DifferenceCounts{1, 1, 1}));
}

TEST(Diff, AListThatComesOrGoesIsItsParties) {
  const Stored one({list("b", {party("b", 1)})});
  const Stored both(
      {list("a", {party("a", 1)}), list("b", {party("b", 1)}), list("c", {party("c", 2), party("c", 1)})});
  EXPECT_EQ(differences(one, both), Expected({"added a a:1", "added c c:1", "added c c:2"}));
  EXPECT_EQ(differences(both, one), Expected({"removed a a:1", "removed c c:1", "removed c c:2"}));
  const Stored none({list("b", {})});
  EXPECT_EQ(differences(none, one), Expected({"added b b:1"}));
  EXPECT_EQ(differences(none, none), Expected());
}

TEST(Diff, OneIdOnTwoListsIsTwoParties) {
  Entity a = party("a", 1);
  Entity b = party("b", 1);
  a.id = b.id = "Q1";
  Entity changed = b;
  changed.caption = "Anne Lee";
  const Stored before({list("a", {a}), list("b", {b})});
  EXPECT_EQ(differences(before, Stored({list("a", {a}), list("b", {changed})})), Expected({"changed b Q1"}));
  EXPECT_EQ(differences(before, Stored({list("a", {}), list("b", {b})})), Expected({"removed a Q1"}));
}

TEST(Diff, WhereAPartyWasReadIsNoChange) {
  const Entity e = party("a", 1);
  Entity moved = e;
  moved.sources = {{"b.csv", "line 7", 999}};
  Entity twice = e;  // now stated by a second file, the name by the second alone
  twice.sources = {{"b.csv", "line 7", 999}, {"c.csv", "line 1", 0}};
  twice.names[0].source = 1;
  Entity dated = e;
  dated.dates.push_back({DateKind::kUpdated, DateSpan::day({2026, 1, 2}), {}, 0});
  const Stored before({list("a", {e})});
  EXPECT_EQ(differences(before, Stored({list("a", {moved})})), Expected());
  EXPECT_EQ(differences(before, Stored({list("a", {twice})})), Expected());
  EXPECT_EQ(differences(before, Stored({list("a", {dated})})), Expected({"changed a a:1"}));
  lists::ParsedList published = list("a", {e});
  published.info.published = DateSpan::day({2026, 1, 2});
  EXPECT_EQ(differences(before, Stored({std::move(published)})), Expected());
}

TEST(Diff, TheOrderOfStatementsCounts) {
  Entity e = party("a", 1);
  e.names.push_back({"Anne Lee", NameKind::kAlias, NameStrength::kStrong, {}, {}, {}, {}, {}, 0});
  Entity turned = e;
  std::swap(turned.names[0], turned.names[1]);
  EXPECT_EQ(differences(Stored({list("a", {e})}), Stored({list("a", {turned})})), Expected({"changed a a:1"}));
}

// Many parties, so that several tasks share the work, and random edits.
TEST(Diff, OfManyPartiesEqualsWhatWasDoneToThem) {
  std::mt19937 rng(3);
  for (const unsigned jobs : {1U, 3U}) {
    std::map<std::string, Entity> before, after;
    Expected expected;
    for (int i = 0; i < 40000; ++i) {
      Entity e = party(i % 3 ? "a" : "b", i);
      e.sources[0].byte = static_cast<uint64_t>(i) * 100;
      const auto key = e.list + " " + e.id;
      before[key] = e;
      e.sources[0].byte += 17;
      after[key] = std::move(e);
    }
    std::map<std::string, std::string> done;
    for (int i = 0; i < 300; ++i) {
      const int n = static_cast<int>(rng() % 60000);  // some of them new
      const Entity e = party(n % 3 ? "a" : "b", n, "Changed " + std::to_string(i));
      const std::string key = e.list + " " + e.id;
      if (done.contains(key)) continue;
      if (!before.contains(key)) {
        after[key] = e, done[key] = "added ";
      } else if (rng() % 2) {
        after.erase(key), done[key] = "removed ";
      } else {
        after[key] = e, done[key] = "changed ";
      }
    }
    for (const auto& [key, what] : done) expected.push_back(what + key);
    const auto stored = [](const std::map<std::string, Entity>& parties) {
      std::vector<Entity> a, b;
      for (const auto& [key, e] : parties) (e.list == "a" ? a : b).push_back(e);
      return Stored({list("a", std::move(a)), list("b", std::move(b))});
    };
    EXPECT_EQ(differences(stored(before), stored(after), jobs), expected);
  }
}

TEST(Diff, PartiesOutOfOrderAreAnError) {
  std::string one, two;
  encode_entity(party("a", 1), one);
  encode_entity(party("a", 2), two);
  const Stored sorted(std::vector<std::string>{one, two});
  EXPECT_EQ(diff(sorted.stored, sorted.stored)->changes.size(), 0U);
  for (const auto& bodies : {std::vector{two, one}, std::vector{one, one}}) {
    const Stored wrong(bodies);
    const auto found = diff(sorted.stored, wrong.stored);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::kCorrupt);
    EXPECT_NE(found.error().where.source.find("cordon-diff-"), std::string::npos);
    EXPECT_FALSE(diff(wrong.stored, sorted.stored));
  }
}

TEST(Diff, ABodyThatMakesNoSenseIsAnError) {
  std::string body;
  encode_entity(party("a", 1), body);
  const Stored right({body});
  EXPECT_EQ(diff(right.stored, Stored({body.substr(0, 5)}).stored).error().code, ErrorCode::kCorrupt);
  body[0] = 99;
  EXPECT_EQ(diff(Stored({body}).stored, right.stored).error().code, ErrorCode::kVersion);
}

}  // namespace
}  // namespace cordon::assemble
