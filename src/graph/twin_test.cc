// The cascade against its naive twin on random graphs: to 12 parties, rings, ranges, dates, thirds and sevenths, sums
// of exactly one half and misses by a millionth. CORDON_GRAPHS says how many (./dev twin: 100,000).
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "graph/explain.h"
#include "graph/structure_csv.h"
#include "reference/ownership.h"

namespace cordon::graph {
namespace {

using reference::End;
using reference::Fraction;
using reference::OwnershipRow;
using reference::OwnershipTwin;

constexpr uint64_t kGraphs = 4000;

uint64_t graphs() {
  const char* const text = std::getenv("CORDON_GRAPHS");
  return text == nullptr ? kGraphs : std::strtoull(text, nullptr, 10);
}

std::string text_of(const Fraction& f) {
  return fmt::format("{}/{}", static_cast<int64_t>(f.above), static_cast<int64_t>(f.below));
}
std::string day_text(int day) { return DateSpan::day(civil_from_day(day)).text(); }

// A graph of rows, with what is asked of it.
struct Graph {
  std::vector<OwnershipRow> rows;
  reference::Parties listed, maybe;
  int as_of = 0, known_at = INT32_MAX;
  bool only_shares = false;

  std::string csv() const {
    std::string out = "owner,owned,share,kind,from,to,source,known_at,with\n";
    for (const OwnershipRow& row : rows) {
      std::string share;
      if (takes_share(row.kind)) {
        share = row.low == row.high ? text_of(row.low.at)
                                    : fmt::format("{}{}-{}{}", row.low.open ? ">" : "", text_of(row.low.at),
                                                  row.high.open ? "<" : "", text_of(row.high.at));
      }
      const auto day = [](int d) { return d == INT32_MIN || d == INT32_MAX ? std::string() : day_text(d); };
      out += fmt::format("{},{},{},{},{},{},,{},{}\n", row.owner, row.owned, share, row.kind, day(row.from),
                         day(row.to), day(row.known_at), row.with);
    }
    return out;
  }
  static bool takes_share(const std::string& kind) {
    return kind != "control" && kind != "pact" && kind != "family" && kind != "complete";
  }
};

class Maker {
 public:
  explicit Maker(uint64_t seed) : random_(seed) {}

  Graph graph() {
    Graph out;
    out.only_shares = below(2) == 0;
    parties_ = 2 + below(11);
    const size_t listed = 1 + below(3);
    for (size_t i = 0; i < listed; ++i) out.listed.insert(name(below(parties_)));
    for (size_t i = below(3); i > 0; --i) out.maybe.insert(name(below(parties_)));
    // Around the day on which the EU's threshold changed, and later.
    out.as_of = below(4) == 0 ? 19906 + static_cast<int>(below(3)) : kFirstDay + static_cast<int>(below(kDays));
    if (below(4) == 0) out.known_at = kFirstDay + static_cast<int>(below(kDays));
    const size_t rows = 1 + below(3 * parties_);
    while (out.rows.size() < rows) append_row(out);
    if (below(3) == 0) split_half(out);
    return out;
  }

 private:
  static constexpr int kFirstDay = 19800, kDays = 200;  // from 2024-03-18

  size_t below(size_t n) { return std::uniform_int_distribution<size_t>(0, n - 1)(random_); }
  static std::string name(size_t i) { return std::string(1, static_cast<char>('A' + i)); }

  Fraction part() {
    switch (below(8)) {
      case 0:
        return Fraction::of(static_cast<int>(below(4)), 3);
      case 1:
        return Fraction::of(static_cast<int>(below(8)), 7);
      case 2:
        return Fraction::of(1, 2);
      case 3:
        return Fraction::of(499999 + static_cast<int>(below(3)), 1000000);
      case 4:
        return Fraction::of(static_cast<int>(below(15)), 14);
      default:
        return Fraction::of(5 * static_cast<int>(below(21)), 100);
    }
  }
  void set_share(OwnershipRow& row) {
    Fraction a = part(), b = a;
    if (below(3) == 0) b = part();
    if (below(12) == 0) a = {0, 1}, b = {1, 1};
    if (b < a) std::swap(a, b);
    row.low = {a, !(a == b) && below(2) == 0};
    row.high = {b, !(a == b) && below(2) == 0};
  }
  std::string kind(bool only_shares) {
    if (only_shares)
      return below(10) == 0 ? "complete" : below(12) == 0 ? "nominee" : below(12) == 0 ? "pact" : "shares";
    static constexpr const char* kKinds[] = {"shares",  "shares", "shares",   "votes",    "votes",
                                             "board",   "board",  "economic", "control",  "nominee",
                                             "nominee", "pact",   "pact",     "complete", "family"};
    return kKinds[below(std::size(kKinds))];
  }
  void append_row(Graph& out) {
    OwnershipRow row;
    row.kind = kind(out.only_shares);
    row.owned = name(below(parties_));
    if (row.kind != "complete") row.owner = name(below(parties_));
    if (row.kind == "pact" || (row.kind == "nominee" && below(3) != 0)) row.with = name(below(parties_));
    if (row.owner == row.owned || row.with == row.owned || (!row.with.empty() && row.with == row.owner)) return;
    if (Graph::takes_share(row.kind)) set_share(row);
    if (below(3) == 0) row.from = kFirstDay + static_cast<int>(below(kDays));
    if (below(3) == 0) row.to = kFirstDay + static_cast<int>(below(kDays));
    if (row.to <= row.from) row.to = INT32_MAX;
    if (below(4) == 0) row.known_at = kFirstDay + static_cast<int>(below(kDays));
    out.rows.push_back(row);
    if (below(10) == 0) {  // the same again, or what became known of it later
      if (below(2) == 0) row.known_at = kFirstDay + static_cast<int>(below(kDays));
      if (below(2) == 0 && Graph::takes_share(row.kind)) set_share(row);
      out.rows.push_back(row);
    }
    if (below(4) == 0 && row.to != INT32_MAX && (row.kind == "shares" || row.kind == "votes")) {  // a buyer
      const std::string seller = row.owner;
      row.owner = name(below(parties_));
      row.from = row.to + static_cast<int>(below(40)) - 5;
      row.to = INT32_MAX;
      if (row.owner == row.owned || row.owner == seller) return;
      out.rows.push_back(row);
      if (below(2) == 0) out.rows.push_back({seller, row.owner, "family", "", {}, {}});
    }
  }
  // Stakes of several owners in one company that make one half exactly, or miss it by a millionth.
  void split_half(Graph& out) {
    const std::string owned = name(below(parties_));
    Fraction left = {1, 2};
    if (below(3) == 0) left = left - Fraction::of(1, 1000000);
    for (size_t i = 0; i < 4; ++i) {
      const std::string owner = name(below(parties_));
      const Fraction some = i == 3 ? left : Fraction::of(static_cast<int>(below(4)), 21);
      if (owner == owned || left < some) continue;
      left = left - some;
      out.rows.push_back({owner, owned, "shares", "", {some}, {some}});
    }
  }

  std::mt19937_64 random_;
  size_t parties_ = 2;
};

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
  uint64_t verdicts[5] = {};
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
      const Cascade cascade = Cascade::build(holdings, *in_force.rule, listed, maybe);
      const Judge judge(cascade, in_force.is_early);
      const OwnershipTwin twin(graph.rows, graph.listed, graph.maybe, graph.as_of, graph.known_at, rule);
      for (const std::string& name : twin.parties()) {
        const auto party = structure.find(name);
        ASSERT_TRUE(party) << name;
        const Finding finding = judge.find(*party);
        const reference::OwnershipAnswer wanted = twin.answer(name);
        const std::string where = fmt::format("graph {}, {} {} as of {}, known {}, listed {}, maybe {}\n{}", seed, rule,
                                              name, day_text(graph.as_of), graph.known_at, fmt::join(graph.listed, " "),
                                              fmt::join(graph.maybe, " "), graph.csv());
        ++verdicts[static_cast<size_t>(finding.verdict)];
        ASSERT_EQ(verdict_name(finding.verdict), wanted.verdict) << where;
        ASSERT_EQ(judge.verdict(*party), finding.verdict) << where;
        ASSERT_EQ(finding.has(Flag::kInconsistent), wanted.inconsistent) << where;
        ASSERT_EQ(finding.has(Flag::kAtThreshold), wanted.at_threshold) << where;
        if (finding.share_kind == LinkKind::kShares) {
          ASSERT_EQ(bound_text(finding.share_min), bound_text(wanted.share_min)) << where;
          ASSERT_EQ(bound_text(finding.share_max), bound_text(wanted.share_max)) << where;
        }
        check_proof(judge, finding, explain(judge, finding));
        if (HasFatalFailure()) FAIL() << where;
      }
    }
  }
  // Every verdict came up, or the graphs would prove nothing.
  for (const uint64_t n : verdicts) EXPECT_GT(n, count);
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
