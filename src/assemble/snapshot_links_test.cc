#include "assemble/snapshot_links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "assemble/stored_fixture.h"

namespace cordon::assemble {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

Link link_to(std::string kind, std::string name, std::string id = "", std::string share = "") {
  Link out;
  out.kind = std::move(kind);
  out.target_name = std::move(name);
  out.target_id = std::move(id);
  out.share = std::move(share);
  return out;
}

Entity linked(const std::string& list, int number, std::string name, std::vector<Link> links) {
  Entity out = party(list, number, std::move(name));
  out.links = std::move(links);
  return out;
}

struct Linked : Stored {
  explicit Linked(std::vector<lists::ParsedList> lists)
      : Stored(std::move(lists)), links(open_links(reader, stored).value()) {}
  LinksOfLists both() const { return {stored, links}; }
  graph::StoredLinks links;
};

// "added a: shares Owner -> Owned: before -> after"
std::vector<std::string> texts_of(const LinkDiff& diff) {
  const auto joined = [](const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
    return out;
  };
  std::vector<std::string> out;
  for (const LinkChange& c : diff.changes)
    out.push_back(std::string(difference_name(c.difference())) + " " + c.list + ": " +
                  std::string(graph::kind_name(c.kind)) + " " + c.owner.name + " " + c.owner.id + " -> " +
                  c.owned.name + " " + c.owned.id + ": " + joined(c.before) + " -> " + joined(c.after));
  return out;
}

TEST(SnapshotLinks, AreCountedByTheListOfTheirParties) {
  const Linked of({list("a", {linked("a", 1, "One", {link_to("owner", "Two", "a:2", "60")}), party("a", 2, "Two")}),
                   list("b", {party("b", 1)}),
                   list("c", {linked("c", 1, "Ship", {link_to("linkedTo", "Nobody"), link_to("operator", "Line")})})});
  EXPECT_THAT(links_by_list(of.links, of.stored), ElementsAre(1, 0, 2));
}

TEST(SnapshotLinks, WhatDiffersIsTheLinkAndNotWhereItWasRead) {
  const auto made = [](std::vector<Link> links, std::string file) {
    Entity one = linked("a", 1, "One", std::move(links));
    one.sources.front().file = std::move(file);
    return Linked({list("a", {std::move(one), party("a", 2, "Two")})});
  };
  const Linked before = made({link_to("owner", "Two", "a:2", "60"), link_to("linkedTo", "Gone")}, "a.csv");
  const Linked same = made({link_to("owner", "Two", "a:2", "60"), link_to("linkedTo", "Gone")}, "b.csv");
  EXPECT_THAT(diff_links(before.both(), same.both())->changes, IsEmpty());
  const Linked after = made({link_to("owner", "Two", "a:2", "40"), link_to("operator", "Line")}, "a.csv");
  const auto diff = diff_links(before.both(), after.both());
  ASSERT_TRUE(diff) << diff.error().text();
  EXPECT_THAT(texts_of(*diff), ElementsAre("removed a: linked Gone  -> One a:1: in force -> ",
                                           "added a: control Line  -> One a:1:  -> in force",
                                           "changed a: shares Two a:2 -> One a:1: 60% -> 40%"));
  EXPECT_THAT(diff->counts, ElementsAre(Pair("a", DifferenceCounts{1, 1, 1})));
}

// Numbers shift where a party comes or goes; ids do not.
TEST(SnapshotLinks, PartiesAreKnownByIdAndNotByNumber) {
  const Linked before(
      {list("a", {linked("a", 5, "Five", {link_to("owner", "Six", "a:6", "51")}), party("a", 6, "Six")})});
  const Linked after(
      {list("a", {party("a", 1), linked("a", 5, "Five", {link_to("owner", "Six", "a:6", "51")}),
                  party("a", 6, "Six renamed")}),
       list("b", {linked("b", 5, "Five", {link_to("owner", "Six", "b:6", "51")}), party("b", 6, "Six")})});
  const auto diff = diff_links(before.both(), after.both());
  ASSERT_TRUE(diff);
  EXPECT_THAT(texts_of(*diff), ElementsAre("added b: shares Six b:6 -> Five b:5:  -> 51%"));
  EXPECT_THAT(links_by_list(after.links, after.stored), ElementsAre(1, 1));
}

// A second stake of the same owner, on other days, is a change of what is stated of him.
TEST(SnapshotLinks, OneMoreStakeOfTheSameOwnerIsAChange) {
  Link dated = link_to("owner", "Two", "a:2", "10");
  dated.from = parse_date("2020-01-01");
  const auto made = [](std::vector<Link> links) {
    return Linked({list("a", {linked("a", 1, "One", std::move(links)), party("a", 2, "Two")})});
  };
  const Linked before = made({link_to("owner", "Two", "a:2", "60")});
  const Linked after = made({link_to("owner", "Two", "a:2", "60"), dated});
  EXPECT_THAT(texts_of(*diff_links(before.both(), after.both())),
              ElementsAre("changed a: shares Two a:2 -> One a:1: nothing more -> 10%, from 2020-01-01"));
  EXPECT_THAT(texts_of(*diff_links(after.both(), before.both())),
              ElementsAre("changed a: shares Two a:2 -> One a:1: 10%, from 2020-01-01 -> nothing more"));
}

}  // namespace
}  // namespace cordon::assemble
