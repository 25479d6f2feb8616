#include "graph/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "graph/history.h"

namespace cordon::graph {
namespace {

constexpr uint32_t kAnyRank = UINT32_MAX;

// One way into a company: by a stake of an owner who is in before it, along one or two links.
struct Hop {
  PartyId from;  // whose own hops lead on; kNobody: a proof begins here
  uint32_t first;
  std::optional<uint32_t> second = {};
};

// A company of the proof, and the ways into it.
struct Node {
  ProofStep step;
  std::vector<Hop> hops;
  size_t next = 0;   // hop that is to be followed
  size_t paths = 0;  // from a listed party; kMostPaths + 1 for all above
};

// Links in the order of the path. One that it has already been along closes a loop, which is cut out.
std::vector<uint32_t> without_loops(const std::vector<uint32_t>& links) {
  std::vector<uint32_t> out;
  std::unordered_map<uint32_t, size_t> places;
  for (const uint32_t link : links) {
    const auto [at, is_new] = places.try_emplace(link, out.size());
    if (is_new) {
      out.push_back(link);
      continue;
    }
    for (size_t i = at->second + 1; i < out.size(); ++i) places.erase(out[i]);
    out.resize(at->second + 1);
  }
  return out;
}

// Why a link that is no stake counts for nothing; empty for stakes, and for what is shown elsewhere.
std::string_view reason_of_fact(LinkKind kind) {
  switch (kind) {
    case LinkKind::kDirector:
      return "a director has no stake by that";
    case LinkKind::kAgent:
      return "acting for a party is no stake of that party";
    case LinkKind::kLinked:
      return "a link whose kind is not said is no stake";
    case LinkKind::kFamily:
      return "a relative has no stake by that";
    default:
      return {};
  }
}

class Explainer {
 public:
  Explainer(const Judge& judge, const Finding& finding)
      : cascade_(judge.cascade()),
        holdings_(cascade_.holdings()),
        structure_(holdings_.structure()),
        finding_(finding) {
    const bool certain =
        !cascade_.is_listed(finding.company) && cascade_.rank(finding.run, finding.company, Sure::kCertain) != 0;
    sure_ = certain ? Sure::kCertain : Sure::kPossible;
  }

  Explanation explain() {
    if (!holdings_.of(finding_.company).empty() || !holdings_.transfers(finding_.company).empty() ||
        !holdings_.successions(finding_.company).empty()) {
      list_steps();
      list_paths();
      list_not_counted();
      list_open_facts();
      list_exercised();
    }
    list_facts();
    list_rows_not_in_force();
    list_sales();
    for (const Transfer& t : holdings_.transfers(finding_.company))
      if (cascade_.is_possible(t.seller)) out_.transfers.push_back(t);
    for (const Succession& s : holdings_.successions(finding_.company))
      if (cascade_.may_be_listed(s.before)) out_.successions.push_back(s);
    order_successions();
    list_undecided();
    return std::move(out_);
  }

 private:
  void list_steps();
  void list_paths();
  Node node_of(PartyId company) const;
  std::vector<Stake> counted_of(PartyId company, ProofStep& step) const;
  void append_hops(const Stake& stake, std::vector<Hop>& hops) const;
  void append_control_hops(PartyId company, std::vector<Hop>& hops) const;
  uint32_t rank_of(PartyId party) const { return cascade_.rank(finding_.run, party, sure_); }
  // Owners count who came in before the company; where it did not come in, all who are in.
  uint32_t limit_of(PartyId company) const {
    const uint32_t rank = cascade_.is_listed(company) ? 0 : rank_of(company);
    return rank <= 1 ? kAnyRank : rank;  // nobody comes before one who is possibly listed himself
  }
  bool is_in(PartyId party, uint32_t limit) const {
    const uint32_t rank = rank_of(party);
    return rank != 0 && rank < limit;
  }
  void list_not_counted();
  void list_facts();
  void list_rows_not_in_force();
  bool is_start(PartyId party) const { return cascade_.is_start(finding_.run, party, sure_); }
  void list_open_facts();
  void list_undecided();
  void order_successions();
  void list_exercised();
  void list_sales();
  std::string why_not(const Stake& stake) const;
  void order(std::vector<Stake>& stakes) const;

  const Cascade& cascade_;
  const Holdings& holdings_;
  const Structure& structure_;
  const Finding& finding_;
  Sure sure_;
  Explanation out_;
  std::unordered_map<PartyId, Node> nodes_;
};

// By what the rows say, not by the order in which they came.
void Explainer::order(std::vector<Stake>& stakes) const {
  const auto share = [&](const Stake& stake) {
    return stake.share == kNoShare ? std::string() : share_text(structure_.share(stake.share));
  };
  const auto name = [&](PartyId party) {
    return party == kNobody || party == holdings_.unknown() ? std::string_view() : structure_.name(party);
  };
  const auto key = [&](const Stake& stake) {
    const Link& link = structure_.links()[stake.link];
    return std::tuple(stake.kind, name(stake.owner), name(stake.with), link.from, link.to);
  };
  std::ranges::sort(stakes, [&](const Stake& a, const Stake& b) {
    const auto first = key(a), second = key(b);
    if (first != second) return first < second;
    const auto row = [&](const Stake& stake) { return structure_.links()[stake.link].row; };
    return std::tuple(share(a), row(a)) < std::tuple(share(b), row(b));
  });
}

std::vector<Stake> Explainer::counted_of(PartyId company, ProofStep& step) const {
  const uint32_t limit = limit_of(company);
  const auto in = [&](PartyId party) { return is_in(party, limit); };
  step.kind = company == finding_.company ? finding_.share_kind : LinkKind::kShares;
  if (limit != kAnyRank) {
    const auto kind = deciding_kinds(cascade_, company, std::span(&finding_.run, 1), sure_)[0];
    step.by_open_fact = !kind;
    step.kind = kind.value_or(LinkKind::kShares);
  }
  const Sums sums = cascade_.sums(company, step.kind, finding_.run, sure_, limit);
  step.low = sums.low_in;
  step.high = cascade_.highest(company, sums);
  step.by_complete = sure_ == Sure::kCertain && limit != kAnyRank && !cascade_.rule().is_met_from(sums.low_in);
  if (step.by_complete) step.low = rest_of_whole(sums.high_out);
  const std::vector<PartyId> joined = cascade_.joined_by_pact(company, in);
  std::vector<Stake> out;
  for (const Stake& stake : holdings_.of(company))
    if (stake.kind == step.kind && (in(stake.owner) || std::binary_search(joined.begin(), joined.end(), stake.owner)))
      out.push_back(stake);
  order(out);
  return out;
}

void Explainer::append_hops(const Stake& stake, std::vector<Hop>& hops) const {
  const PartyId owner = stake.owner;
  if (is_start(owner)) return hops.push_back({kNobody, stake.link});
  const PartyId company = structure_.links()[stake.link].owned;
  const uint32_t limit = limit_of(company);
  if (is_in(owner, limit)) return hops.push_back({owner, stake.link});
  // Counts through a pact: the path comes by the one who is caught.
  const auto other = [&](const Stake& pact) { return pact.owner == owner ? pact.with : pact.owner; };
  std::vector<Stake> pacts;
  for (const Stake& pact : holdings_.of(company, LinkKind::kPact))
    if ((pact.owner == owner || pact.with == owner) && is_in(other(pact), limit)) pacts.push_back(pact);
  order(pacts);
  for (const Stake& pact : pacts)
    hops.push_back({is_start(other(pact)) ? kNobody : other(pact), pact.link, stake.link});
}

// How caught parties reach a company by other means than counted stakes: control, uncounted majorities, transfers.
void Explainer::append_control_hops(PartyId company, std::vector<Hop>& hops) const {
  const bool is_free = !cascade_.is_possible(company);
  std::vector<Stake> stakes;
  const uint32_t limit = limit_of(company);
  for (const Stake& stake : holdings_.of(company)) {
    if (!is_in(stake.owner, limit)) continue;
    if (!is_free && stake.kind != LinkKind::kControl) continue;
    const bool is_sign = (stake.kind == LinkKind::kControl && finding_.has(Flag::kControl)) ||
                         (stake.kind == LinkKind::kVotes && finding_.has(Flag::kVoteMajority)) ||
                         (stake.kind == LinkKind::kBoard && finding_.has(Flag::kBoardMajority)) ||
                         (stake.kind == LinkKind::kEconomic && finding_.has(Flag::kEconomicMajority));
    if (is_sign) stakes.push_back(stake);
  }
  order(stakes);
  for (const Stake& stake : stakes) append_hops(stake, hops);
  for (const Transfer& t : holdings_.transfers(company))
    if (is_in(t.seller, limit) && t.by_relative)
      hops.push_back({is_start(t.seller) ? kNobody : t.seller, t.tie, t.bought});
}

Node Explainer::node_of(PartyId company) const {
  Node out;
  out.step.company = company;
  out.step.counted = counted_of(company, out.step);
  for (const Stake& stake : out.step.counted) append_hops(stake, out.hops);
  // Signs of control are shown where the verdict rests on them.
  const bool is_free = company == finding_.company && !cascade_.is_possible(company);
  if (is_free || out.step.by_open_fact) append_control_hops(company, out.hops);
  return out;
}

// The proof of each company behind those of its owners, the company asked about last. A chain may be longer than any
// stack is deep.
void Explainer::list_steps() {
  std::vector<PartyId> open = {finding_.company};
  nodes_.emplace(finding_.company, node_of(finding_.company));
  while (!open.empty()) {
    Node& node = nodes_.at(open.back());
    if (node.next < node.hops.size()) {
      const PartyId from = node.hops[node.next++].from;
      if (from == kNobody || nodes_.contains(from)) continue;
      nodes_.emplace(from, node_of(from));
      open.push_back(from);
      continue;
    }
    for (const Hop& hop : node.hops) {
      node.paths += hop.from == kNobody ? 1 : nodes_.at(hop.from).paths;
      node.paths = std::min(node.paths, kMostPaths + 1);
    }
    node.next = 0;
    out_.steps.push_back(node.step);
    open.pop_back();
  }
}

// The paths, from the company back to where a proof begins; ways that lead nowhere are not gone.
void Explainer::list_paths() {
  out_.more_paths = nodes_.at(finding_.company).paths > kMostPaths;
  std::vector<PartyId> at = {finding_.company};
  while (!at.empty() && out_.paths.size() < kMostPaths) {
    Node& node = nodes_.at(at.back());
    if (node.next == node.hops.size()) {
      node.next = 0;
      at.pop_back();
      continue;
    }
    const Hop& hop = node.hops[node.next++];
    if (hop.from != kNobody) {
      if (nodes_.at(hop.from).paths > 0) at.push_back(hop.from);
      continue;
    }
    std::vector<uint32_t> links;
    for (auto company = at.rbegin(); company != at.rend(); ++company) {
      const Node& passed = nodes_.at(*company);
      const Hop& taken = passed.hops[passed.next - 1];
      links.push_back(taken.first);
      if (taken.second) links.push_back(*taken.second);
    }
    out_.paths.push_back(without_loops(links));
  }
}

std::string Explainer::why_not(const Stake& stake) const {
  const Rule& rule = cascade_.rule();
  if (stake.kind == LinkKind::kOption) return "an option that is not exercised";
  if (stake.kind == LinkKind::kPledge) return "held as security only";
  if (stake.kind == LinkKind::kControl) return "control is no share";
  if (!rule.counts_kind(stake.kind)) return fmt::format("{} does not count {}", rule.name, kind_name(stake.kind));
  if (rank_of(stake.owner) != 0 && stake.kind == out_.steps.back().kind) return "caught only through this company";
  if (cascade_.is_possible(stake.owner) && rank_of(stake.owner) == 0)
    return sure_ == Sure::kCertain && cascade_.rule().aggregates == Aggregation::kAll
               ? "caught possibly, not for certain"
               : "of another listed person; this rule looks at each";
  if (stake.kind != out_.steps.back().kind)
    return fmt::format("{} and {} are never added", kind_name(stake.kind), kind_name(out_.steps.back().kind));
  return "the owner is not caught";
}

void Explainer::list_not_counted() {
  std::unordered_set<uint32_t> shown;
  for (const Stake& stake : out_.steps.back().counted) shown.insert(stake.link);
  for (const std::vector<uint32_t>& path : out_.paths) shown.insert(path.back());  // a sign of control
  std::vector<Stake> others;
  for (const Stake& stake : holdings_.of(finding_.company))
    if (stake.kind != LinkKind::kPact && !shown.contains(stake.link)) others.push_back(stake);
  order(others);
  for (const Stake& stake : others) out_.not_counted.push_back({stake.link, why_not(stake)});
}

// What listed or caught parties are to the company beside their stakes: directors, relatives, those it acts for. Of
// several rows that say so the one that became known last.
void Explainer::list_facts() {
  std::map<std::tuple<std::string_view, LinkKind, std::string_view>, uint32_t> latest;
  for (const uint32_t row : holdings_.rows_of(finding_.company)) {
    const Link& link = structure_.links()[row];
    if (reason_of_fact(link.kind).empty() || !link.covers(holdings_.moment().as_of) ||
        !cascade_.is_possible(link.owner))
      continue;
    const auto [at, is_new] = latest.try_emplace(
        std::tuple(structure_.name(link.owner), link.kind, std::string_view(structure_.text(link.criterion))), row);
    const auto key = [&](uint32_t one) {
      const Link& stated = structure_.links()[one];
      return std::tuple(stated.known_at, stated.from, stated.to);
    };
    if (!is_new && key(at->second) < key(row)) at->second = row;
  }
  for (const auto& [what, row] : latest)
    out_.not_counted.push_back({row, std::string(reason_of_fact(structure_.links()[row].kind))});
}

// Stakes that ended or have not begun, and rows of which a later one is known.
void Explainer::list_rows_not_in_force() {
  std::set<uint32_t> in_force;
  for (const Stake& stake : holdings_.of(finding_.company)) in_force.insert(stake.link);
  std::vector<uint32_t> rows(holdings_.rows_of(finding_.company).begin(), holdings_.rows_of(finding_.company).end());
  std::sort(rows.begin(), rows.end(), [&](uint32_t a, uint32_t b) {
    const Link& x = structure_.links()[a];
    const Link& y = structure_.links()[b];
    return std::tuple(x.from, x.to, x.row) < std::tuple(y.from, y.to, y.row);
  });
  for (const uint32_t row : rows) {
    const Link& link = structure_.links()[row];
    if (in_force.contains(row) || !(takes_share(link.kind) || link.kind == LinkKind::kControl)) continue;
    const Day day = holdings_.moment().as_of;
    const auto text = [](Day d) { return DateSpan::day(civil_from_day(d)).text(); };
    std::string reason = "the same as another row, or replaced by what became known later";
    if (link.to <= day) reason = "no longer in force from " + text(link.to);
    if (link.from > day) reason = "in force only from " + text(link.from);
    out_.not_counted.push_back({row, std::move(reason)});
  }
}

void Explainer::list_open_facts() {
  const bool possible = !cascade_.is_listed(finding_.company) && cascade_.is_possible(finding_.company) &&
                        !cascade_.is_certain(finding_.company);
  if (!possible) return;
  const Rule& rule = cascade_.rule();
  for (const Stake& stake : out_.steps.back().counted) {
    const bool owner_is_certain = cascade_.rank(finding_.run, stake.owner, Sure::kCertain) != 0;
    if (!owner_is_certain) {
      if (!cascade_.is_maybe_listed(stake.owner)) out_.open_facts.push_back({.link = stake.link});
      continue;
    }
    const Share& share = structure_.share(stake.share);
    if (share.is_exact()) continue;
    // With the least that the others may have.
    const Rational others = finding_.share_min.value - share.low.value;
    const Rational needed = rule.threshold - others;
    out_.open_facts.push_back({.link = stake.link, .at_least = Bound{needed, rule.strict}});
  }
}

void Explainer::order_successions() {
  const auto key = [&](const Succession& s) { return std::tuple(s.kind, s.day, structure_.name(s.before)); };
  std::sort(out_.successions.begin(), out_.successions.end(),
            [&](const Succession& a, const Succession& b) { return key(a) < key(b); });
}

// The parties on which the answer rests of which nobody decided whether they are the listed ones.
void Explainer::list_undecided() {
  const Verdict verdict = finding_.verdict;
  if (verdict != Verdict::kPossible && verdict != Verdict::kControlConcern) return;
  std::set<PartyId> parties;
  const auto take = [&](PartyId party) {
    if (party != kNobody && cascade_.is_maybe_listed(party)) parties.insert(party);
  };
  take(finding_.company);
  for (const ProofStep& step : out_.steps)
    for (const Stake& stake : step.counted) take(stake.owner);
  for (const auto& path : out_.paths)
    for (const uint32_t link : path) take(structure_.links()[link].owner), take(structure_.links()[link].with);
  for (const Transfer& t : out_.transfers) take(t.seller);
  for (const Succession& s : out_.successions) take(s.before);
  std::vector<PartyId> sorted(parties.begin(), parties.end());
  std::ranges::sort(sorted, {}, [&](PartyId party) { return structure_.name(party); });
  for (const PartyId party : sorted) out_.open_facts.push_back({.maybe_listed = party});
}

void Explainer::list_exercised() {
  Share more{finding_.share_min, finding_.share_max};
  bool any = false;
  for (const Stake& stake : holdings_.of(finding_.company)) {
    if (stake.kind != LinkKind::kOption || rank_of(stake.owner) == 0) continue;
    any = true;
    more.low += structure_.share(stake.share).low;
    more.high += structure_.share(stake.share).high;
  }
  if (any) out_.if_exercised = more;
}

// The days on which a stake of a caught party ended and caught parties together had less than before.
void Explainer::list_sales() {
  std::set<std::tuple<Day, PartyId, LinkKind>> seen;
  constexpr uint32_t kCaught = 0;  // together
  std::optional<History> history;
  for (const uint32_t row : holdings_.rows_of(finding_.company)) {
    const Link& link = structure_.links()[row];
    if (link.to > holdings_.moment().as_of || !cascade_.rule().counts_kind(link.kind) || rank_of(link.owner) == 0)
      continue;
    if (!seen.emplace(link.to, link.owner, link.kind).second) continue;
    if (!history)
      history.emplace(holdings_, finding_.company, [&](PartyId owner) {
        return rank_of(owner) == 0 ? std::vector<uint32_t>() : std::vector<uint32_t>{kCaught};
      });
    const Share before = history->held(kCaught, link.kind, link.to - 1);
    const Share after = history->held(kCaught, link.kind, link.to);
    if (after.high.value >= before.high.value) continue;
    const Rule& rule = cascade_.rule();
    out_.sales.push_back(
        {link.owner, link.to, before, after, rule.can_be_met_up_to(before.high) && !rule.can_be_met_up_to(after.high)});
  }
  std::sort(out_.sales.begin(), out_.sales.end(), [&](const Sale& a, const Sale& b) {
    return a.day != b.day ? a.day < b.day : structure_.name(a.seller) < structure_.name(b.seller);
  });
}

}  // namespace

Explanation explain(const Judge& judge, const Finding& finding) { return Explainer(judge, finding).explain(); }

}  // namespace cordon::graph
