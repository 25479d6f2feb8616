// The cascade against its naive twin on random graphs: to 12 parties, rings, ranges, dates, thirds and sevenths, sums
// of exactly one half and misses by a millionth. CORDON_GRAPHS says how many (./dev twin: 100,000).
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "graph/explain.h"
#include "graph/structure_csv.h"
#include "reference/random_graphs.h"

namespace cordon::graph {
namespace {

using reference::End;
using reference::Graph;
using reference::Maker;
using reference::OwnershipTwin;
using reference::row_day_text;

constexpr uint64_t kGraphs = 4000;

uint64_t graphs() {
  const char* const text = std::getenv("CORDON_GRAPHS");
  return text == nullptr ? kGraphs : std::strtoull(text, nullptr, 10);
}

std::string bound_text(const Bound& bound) { return bound.value.text() + (bound.open ? "o" : ""); }
std::string bound_text(const End& end) {
  return Rational(static_cast<int64_t>(end.at.above), static_cast<int64_t>(end.at.below)).text() +
         (end.open ? "o" : "");
}

// A proof is well-founded, adds up and names each link once (OWN-P1 … P4).
void check_proof(const Judge& judge, const Finding& finding, const Explanation& explanation) {
  const Cascade& cascade = judge.cascade();
  const Structure& structure = cascade.holdings().structure();
  std::set<PartyId> proven;
  std::set<uint32_t> links;
  for (const ProofStep& step : explanation.steps) {
    Bound low;
    for (const Stake& stake : step.counted) {
      ASSERT_TRUE(links.insert(stake.link).second);
      low += structure.share(stake.share).low;
      const bool is_start = cascade.is_start(finding.run, stake.owner,
                                             finding.verdict == Verdict::kCertain ? Sure::kCertain : Sure::kPossible);
      const bool by_pact = cascade.rule().pact == Consequence::kAdds && cascade.holdings().has_pact(step.company);
      ASSERT_TRUE(is_start || by_pact || proven.contains(stake.owner)) << structure.name(stake.owner);
    }
    if (!step.by_complete) {
      ASSERT_EQ(low, step.low);
    }
    proven.insert(step.company);
  }
  for (const auto& path : explanation.paths) {
    ASSERT_FALSE(path.empty());
    ASSERT_EQ(structure.links()[path.back()].owned, finding.company);
    ASSERT_EQ(std::set<uint32_t>(path.begin(), path.end()).size(), path.size());
  }
  for (const NotCounted& row : explanation.not_counted) ASSERT_FALSE(row.reason.empty());
}

TEST(Twin, AgreesOnRandomGraphs) {
  const uint64_t count = graphs();
  uint64_t verdicts[5] = {}, successors = 0;
  for (uint64_t seed = 0; seed < count; ++seed) {
    const Graph graph = Maker(seed).graph();
    Structure structure;
    Reporter reporter;
    ASSERT_TRUE(read_structure_csv(graph.csv(), "g.csv", structure, reporter));
    ASSERT_EQ(reporter.count(Severity::kSkipped), 0) << reporter.remarks()[0].message << "\n" << graph.csv();
    std::vector<PartyId> listed, maybe;
    for (const std::string& name : graph.listed) listed.push_back(structure.party(name));
    for (const std::string& name : graph.maybe) maybe.push_back(structure.party(name));
    const Holdings holdings =
        Holdings::build(structure, {graph.as_of, graph.known_at == INT32_MAX ? kForever : graph.known_at});
    for (const std::string rule : {"ofac", "eu", "uk", "ch", "ca", "au"}) {
      const RuleInForce in_force = rule_on(rule, graph.as_of);
      // Each second graph by adding up those who come in, as only companies with many owners are else.
      const size_t many = seed % 2 == 0 ? Cascade::kManyStakes : 0;
      const Cascade cascade = Cascade::build(holdings, *in_force.rule, listed, maybe, many);
      const Judge judge(cascade, in_force.is_early);
      const OwnershipTwin twin(graph.rows, graph.listed, graph.maybe, graph.as_of, graph.known_at, rule);
      for (const std::string& name : twin.parties()) {
        const auto party = structure.find(name);
        ASSERT_TRUE(party) << name;
        const Finding finding = judge.find(*party);
        const reference::OwnershipAnswer wanted = twin.answer(name);
        const std::string where = fmt::format("graph {}, {} {} as of {}, known {}, listed {}, maybe {}\n{}", seed, rule,
                                              name, row_day_text(graph.as_of), graph.known_at,
                                              fmt::join(graph.listed, " "), fmt::join(graph.maybe, " "), graph.csv());
        ++verdicts[static_cast<size_t>(finding.verdict)];
        successors += finding.has(Flag::kSuccessor);
        ASSERT_EQ(verdict_name(finding.verdict), wanted.verdict) << where;
        ASSERT_EQ(judge.verdict(*party), finding.verdict) << where;
        ASSERT_EQ(finding.has(Flag::kInconsistent), wanted.inconsistent) << where;
        ASSERT_EQ(finding.has(Flag::kAtThreshold), wanted.at_threshold) << where;
        for (const LinkKind kind : {LinkKind::kShares, LinkKind::kVotes, LinkKind::kEconomic, LinkKind::kBoard}) {
          const Reach& reach = finding.by_kind[static_cast<size_t>(kind)];
          const std::string named(kind_name(kind));
          ASSERT_EQ(bound_text(reach.low), bound_text(wanted.share_min.at(named))) << named << " " << where;
          ASSERT_EQ(bound_text(reach.high), bound_text(wanted.share_max.at(named))) << named << " " << where;
        }
        const std::string kind(kind_name(finding.share_kind));
        ASSERT_EQ(bound_text(finding.share_min), bound_text(wanted.share_min.at(kind))) << where;
        ASSERT_EQ(bound_text(finding.share_max), bound_text(wanted.share_max.at(kind))) << where;
        check_proof(judge, finding, explain(judge, finding));
        if (HasFatalFailure()) FAIL() << where;
      }
    }
  }
  // Every verdict came up, or the graphs would prove nothing.
  for (const uint64_t n : verdicts) EXPECT_GT(n, count);
  EXPECT_GT(successors, count / 10);
}

// The order of rows changes nothing of what is said.
TEST(Twin, OrderOfRowsChangesNothing) {
  for (uint64_t seed = 0; seed < graphs() / 10; ++seed) {
    const Graph graph = Maker(seed).graph();
    Graph shuffled = graph;
    std::shuffle(shuffled.rows.begin(), shuffled.rows.end(), std::mt19937_64(seed));
    std::string said[2];
    for (const Graph* g : {&graph, static_cast<const Graph*>(&shuffled)}) {
      Structure structure;
      Reporter reporter;
      ASSERT_TRUE(read_structure_csv(g->csv(), "g.csv", structure, reporter));
      std::vector<PartyId> listed, maybe;
      for (const std::string& name : g->listed) listed.push_back(structure.party(name));
      for (const std::string& name : g->maybe) maybe.push_back(structure.party(name));
      const Holdings holdings = Holdings::build(structure, {g->as_of, kForever});
      std::string& out = said[g == &shuffled];
      for (const std::string& rule : rule_ids()) {
        const RuleInForce in_force = rule_on(rule, g->as_of);
        const Cascade cascade = Cascade::build(holdings, *in_force.rule, listed, maybe);
        const Judge judge(cascade, in_force.is_early);
        for (char c = 'A'; c <= 'M'; ++c) {
          const auto party = structure.find(std::string(1, c));
          if (!party) continue;
          const Finding f = judge.find(*party);
          const Explanation why = explain(judge, f);
          out +=
              fmt::format("{} {} {} {} {} {} {} {}\n", rule, c, verdict_name(f.verdict), f.flags,
                          bound_text(f.share_min), bound_text(f.share_max), why.paths.size(), why.not_counted.size());
        }
      }
    }
    ASSERT_EQ(said[0], said[1]) << "graph " << seed << "\n" << graph.csv();
  }
}

}  // namespace
}  // namespace cordon::graph
