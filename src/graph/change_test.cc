// A cascade that was updated against one built anew, on random graphs and random changes of them.
#include "graph/change.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "graph/answer_json.h"
#include "graph/judge.h"
#include "graph/structure_csv.h"
#include "reference/random_graphs.h"

namespace cordon::graph {
namespace {

using reference::Graph;
using reference::Maker;

constexpr uint64_t kGraphs = 600;

uint64_t graphs() {
  const char* const text = std::getenv("CORDON_GRAPHS");
  return text == nullptr ? kGraphs : std::strtoull(text, nullptr, 10);
}

Structure structure_of(const Graph& graph) {
  Structure out;
  Reporter reporter;
  EXPECT_TRUE(read_structure_csv(graph.csv(), "g.csv", out, reporter));
  EXPECT_EQ(reporter.count(Severity::kSkipped), graph.rows.empty() ? 1 : 0);
  return out;
}

std::vector<PartyId> ids(Structure& structure, const reference::Parties& names) {
  std::vector<PartyId> out;
  for (const std::string& name : names) out.push_back(structure.party(name));
  return out;
}

// Everything that is said of a company, its paths and proof included; rows stand in other lines of the other edition.
std::string said(const Judge& judge, std::string_view name) {
  const auto party = judge.cascade().holdings().structure().find(name);
  if (!party) return "";
  const Finding finding = judge.find(*party);
  JsonWriter json;
  json.begin_object();
  append_answer(json, name, judge, finding, explain(judge, finding));
  json.end_object();
  std::string out = std::move(json).take(), text;
  for (size_t at = 0; at < out.size();) {
    if (out.compare(at, 7, ",\"row\":") != 0) {
      text += out[at++];
      continue;
    }
    at += 7;
    while (out[at] >= '0' && out[at] <= '9') ++at;
  }
  return text;
}

std::string finding_text(const Judge& judge, PartyId party) {
  const Finding f = judge.find(party);
  std::string out = fmt::format("{} {} of {}", verdict_name(f.verdict), f.flags, kind_name(f.share_kind));
  for (const Reach& reach : f.by_kind)
    out += fmt::format(" {}{} {}{}", reach.low.value.text(), reach.low.open ? "o" : "", reach.high.value.text(),
                       reach.high.open ? "o" : "");
  return out;
}

TEST(Change, AnUpdatedCascadeIsOneBuiltAnew) {
  uint64_t changed = 0, untouched = 0, anew = 0;
  for (uint64_t seed = 0; seed < graphs(); ++seed) {
    Maker maker(seed);
    const Graph now = maker.graph();
    Graph then = maker.changed(now);
    then.listed = now.listed;
    Structure structure = structure_of(now);
    Structure earlier = structure_of(then);
    ids(structure, now.listed), ids(structure, now.maybe), ids(earlier, now.listed), ids(earlier, now.maybe);
    const size_t links = structure.links().size();
    const std::vector<CompanyRows> rows = rows_of_earlier(structure, earlier);
    const std::vector<PartyId> listed = ids(structure, now.listed), maybe = ids(structure, now.maybe);
    const std::vector<PartyId> earlier_listed = ids(earlier, now.listed), earlier_maybe = ids(earlier, now.maybe);
    const Moment moment{now.as_of, now.known_at == INT32_MAX ? kForever : now.known_at};
    const ListingDays days = {{listed.front(), now.as_of - 20}};
    const Holdings holdings = Holdings::build(structure, moment, days, links);
    const Holdings updated_holdings = Holdings::with(holdings, rows);
    const Holdings wanted_holdings = Holdings::build(earlier, moment, {{earlier_listed.front(), now.as_of - 20}});
    for (const std::string& id : rule_ids()) {
      const RuleInForce rule = rule_on(id, now.as_of);
      const Cascade cascade = Cascade::build(holdings, *rule.rule, listed, maybe);
      const Cascade updated = Cascade::update(cascade, updated_holdings);
      const Cascade wanted = Cascade::build(wanted_holdings, *rule.rule, earlier_listed, earlier_maybe);
      const Judge judge(cascade, rule.is_early), updated_judge(updated, rule.is_early),
          wanted_judge(wanted, rule.is_early);
      const auto touched = touched_by_change(updated);
      anew += !touched;
      for (PartyId party = 0; party < structure.parties(); ++party) {
        const std::string name(structure.name(party));
        const std::string where =
            fmt::format("graph {}, {} of {}\nnow\n{}\nearlier\n{}", seed, id, name, now.csv(), then.csv());
        ASSERT_EQ(updated_judge.verdict(party), updated_judge.find(party).verdict) << where;
        if (const std::string text = said(wanted_judge, name); !text.empty()) {
          ASSERT_EQ(said(updated_judge, name), text) << where;
        }
        const bool same = finding_text(judge, party) == finding_text(updated_judge, party);
        const bool is_touched = !touched || std::binary_search(touched->begin(), touched->end(), party);
        changed += !same;
        untouched += !is_touched;
        ASSERT_TRUE(same || is_touched) << where;
      }
    }
  }
  EXPECT_GT(changed, graphs());
  EXPECT_GT(untouched, graphs());
  EXPECT_LT(anew, graphs());
}

TEST(Change, RowsThatDifferInSourceAndLineOnlyAreTheSame) {
  Structure now, earlier;
  Reporter reporter;
  ASSERT_TRUE(read_structure_csv("owner,owned,share,source\nX,A,30%,press\nX,B,40%,press\n", "n", now, reporter));
  ASSERT_TRUE(
      read_structure_csv("owner,owned,share,source\nX,B,4/10,register\nX,A,0.3,register\n", "e", earlier, reporter));
  EXPECT_TRUE(rows_of_earlier(now, earlier).empty());
  // A row twice counts once in the end, and is stated twice all the same: nothing is concluded here.
  ASSERT_TRUE(read_structure_csv("owner,owned,share\nX,A,30%\nX,C,5%\n", "e", earlier, reporter));
  const std::vector<CompanyRows> rows = rows_of_earlier(now, earlier);
  ASSERT_EQ(rows.size(), 2);
  EXPECT_EQ(now.name(rows[0].company), "A");
  EXPECT_EQ(rows[0].rows.size(), 2);
  EXPECT_EQ(now.name(rows[1].company), "C");
}

TEST(Change, WhatAnEditionCouldNotReadIsAChange) {
  Structure now, earlier;
  Reporter reporter;
  ASSERT_TRUE(read_structure_csv("owner,owned,share\nX,A,60%\n", "n", now, reporter));
  ASSERT_TRUE(read_structure_csv("owner,owned,share\nX,A,60%\nY,A,130%\n", "e", earlier, reporter));
  const std::vector<CompanyRows> rows = rows_of_earlier(now, earlier);
  ASSERT_EQ(rows.size(), 1);
  const Holdings holdings = Holdings::build(now, {20000, kForever}, {}, 1);
  const Holdings before = Holdings::with(holdings, rows);
  EXPECT_FALSE(holdings.is_inconsistent(*now.find("A")));
  EXPECT_TRUE(before.is_inconsistent(*now.find("A")));
}

}  // namespace
}  // namespace cordon::graph
