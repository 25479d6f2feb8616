#include "graph/judge.h"

#include <algorithm>
#include <array>

#include "graph/history.h"

namespace cordon::graph {
namespace {

constexpr std::array<std::string_view, 5> kVerdictNames = {"CLEAR_ON_DATA", "CONTROL_CONCERN", "DERIVED_POSSIBLE",
                                                           "DERIVED_CERTAIN", "LISTED"};
constexpr std::array<std::string_view, kFlags> kFlagNames = {"AT_THRESHOLD",
                                                             "JUST_BELOW",
                                                             "INCONSISTENT",
                                                             "UNDATED",
                                                             "BAND_TEXT_CONFLICT",
                                                             "BAD_ROW",
                                                             "CONTROL",
                                                             "VOTE_MAJORITY",
                                                             "BOARD_MAJORITY",
                                                             "ECONOMIC_MAJORITY",
                                                             "PACT",
                                                             "SHAM_INDICATOR",
                                                             "RELATIVE_TRANSFER",
                                                             "FORMER_MANAGER",
                                                             "BUY_BACK",
                                                             "NEAR_LISTING",
                                                             "SUCCESSOR_INDICATOR",
                                                             "SAME_ADDRESS",
                                                             "SAME_PHONE",
                                                             "SAME_DIRECTOR",
                                                             "TRUST",
                                                             "UNKNOWN_PRINCIPAL",
                                                             "CONTINGENT_INTEREST",
                                                             "PLEDGE",
                                                             "RELATIVE_OWNER",
                                                             "SUM_OVER_THRESHOLD",
                                                             "DIVESTED",
                                                             "rebuttal=PRESENT",
                                                             "NOT_IN_GRAPH",
                                                             "POSSIBLY_LISTED",
                                                             "LISTING_DAY_UNKNOWN",
                                                             "RULE_NOT_YET_IN_FORCE",
                                                             ""};

constexpr std::array kStakeKinds = {LinkKind::kShares, LinkKind::kVotes, LinkKind::kBoard, LinkKind::kEconomic};

uint64_t bit(Flag flag) { return uint64_t{1} << static_cast<unsigned>(flag); }

bool is_majority(const Bound& high) { return high.value > Rational(1, 2); }

Flag majority_flag(LinkKind kind) {
  return kind == LinkKind::kVotes   ? Flag::kVoteMajority
         : kind == LinkKind::kBoard ? Flag::kBoardMajority
                                    : Flag::kEconomicMajority;
}

// The larger of two bounds; of equal values the closed one is the higher end and the open one the higher beginning.
bool is_less_low(const Bound& a, const Bound& b) {
  return a.value < b.value || (a.value == b.value && !a.open && b.open);
}
bool is_less_high(const Bound& a, const Bound& b) {
  return a.value < b.value || (a.value == b.value && a.open && !b.open);
}

}  // namespace

std::string_view verdict_name(Verdict verdict) { return kVerdictNames[static_cast<size_t>(verdict)]; }

std::vector<std::optional<LinkKind>> deciding_kinds(const Cascade& cascade, PartyId company,
                                                    std::span<const RunId> runs, Sure sure) {
  std::vector<std::optional<LinkKind>> out(runs.size());
  if (cascade.is_listed(company)) return out;
  std::vector<uint32_t> ranks;
  for (const RunId run : runs) ranks.push_back(cascade.rank(run, company, sure));
  if (std::ranges::all_of(ranks, [](uint32_t rank) { return rank == 0; })) return out;
  for (const LinkKind kind : kStakeKinds) {
    if (!cascade.rule().counts_kind(kind)) continue;
    const std::vector<Sums> sums = cascade.sums(company, kind, runs, sure, ranks);
    for (size_t i = 0; i < runs.size(); ++i)
      if (ranks[i] != 0 && !out[i] && cascade.is_caught(company, kind, sums[i], sure)) out[i] = kind;
  }
  return out;
}

std::vector<LinkKind> Finding::kinds_held() const {
  std::vector<LinkKind> out;
  for (size_t kind = 0; kind < by_kind.size(); ++kind)
    if (static_cast<LinkKind>(kind) == share_kind || by_kind[kind].any) out.push_back(static_cast<LinkKind>(kind));
  if (out.size() == 1) out.clear();
  return out;
}

std::optional<LinkKind> Finding::conservative_kind() const {
  std::optional<LinkKind> out;
  Bound most = share_max;
  for (const LinkKind kind : {LinkKind::kShares, LinkKind::kVotes, LinkKind::kEconomic}) {
    const Reach& reach = by_kind[static_cast<size_t>(kind)];
    if (!reach.any || !is_less_high(most, reach.high)) continue;
    most = reach.high;
    out = kind;
  }
  return out;
}

// What the sums of one run say short of catching.
void Judge::concern_of_sums(PartyId company, Decision& out) const {
  const Cascade& c = *cascade_;
  const Rule& rule = c.rule();
  const std::vector<RunId> runs = c.runs_at(company);
  const std::vector<uint32_t> any_rank(runs.size(), UINT32_MAX);
  for (const LinkKind kind : kStakeKinds)
    for (const Sums& sums : c.sums(company, kind, runs, Sure::kPossible, any_rank)) {
      if (sums.owners_in == 0) continue;
      const Bound high = c.highest(company, sums);
      if (!rule.counts_kind(kind)) {
        if (is_majority(high)) out.flags |= bit(majority_flag(kind));
      } else if (rule.strict && high.value == rule.threshold && !high.open) {
        out.flags |= bit(Flag::kAtThreshold);
      }
    }
}

Judge::Decision Judge::concerns(PartyId company) const {
  const Cascade& c = *cascade_;
  const Rule& rule = c.rule();
  const auto is_in = [&](PartyId party) { return c.is_possible(party); };
  Decision out{Verdict::kClear};
  concern_of_sums(company, out);
  for (const Stake& stake : c.holdings().of(company)) {
    if (stake.kind == LinkKind::kControl && is_in(stake.owner)) out.flags |= bit(Flag::kControl);
  }
  const auto is_of_caught = [&](const Stake& pact) { return is_in(pact.owner) || is_in(pact.with); };
  if (rule.pact != Consequence::kAdds && std::ranges::any_of(c.holdings().of(company, LinkKind::kPact), is_of_caught)) {
    // Acting together is no ownership under this rule; that they reach the threshold only together is a sign of
    // control.
    const std::vector<PartyId> joined = c.acting_together(company, is_in);
    const auto is_joined = [&](PartyId party) {
      return is_in(party) || std::binary_search(joined.begin(), joined.end(), party);
    };
    for (const LinkKind kind : {LinkKind::kShares, LinkKind::kVotes}) {
      const Sums together = c.sums(company, kind, is_joined);
      if (rule.can_be_met_up_to(c.highest(company, together))) out.flags |= bit(Flag::kPact);
    }
  }
  for (const Transfer& t : c.holdings().transfers(company)) {
    if (!is_in(t.seller)) continue;
    out.flags |= bit(Flag::kShamIndicator) | bit(t.near_listing  ? Flag::kNearListing
                                                 : t.by_relative ? Flag::kRelativeTransfer
                                                                 : Flag::kFormerManager);
    if (t.buy_back) out.flags |= bit(Flag::kBuyBack);
  }
  for (const Succession& s : c.holdings().successions(company)) {
    if (!c.may_be_listed(s.before)) continue;
    out.flags |= bit(Flag::kSuccessor) | bit(s.kind == LinkKind::kAddress ? Flag::kSameAddress
                                             : s.kind == LinkKind::kPhone ? Flag::kSamePhone
                                                                          : Flag::kSameDirector);
  }
  uint64_t concerning = bit(Flag::kControl) | bit(Flag::kVoteMajority) | bit(Flag::kBoardMajority) |
                        bit(Flag::kEconomicMajority) | bit(Flag::kPact) | bit(Flag::kShamIndicator) |
                        bit(Flag::kSuccessor);
  if (rule.at_threshold == Consequence::kControlConcern) concerning |= bit(Flag::kAtThreshold);
  if ((out.flags & concerning) != 0) out.verdict = Verdict::kControlConcern;
  return out;
}

Judge::Decision Judge::decide(PartyId company) const {
  const Cascade& c = *cascade_;
  if (c.is_listed(company)) return {Verdict::kListed};
  const bool is_derived = c.rule().outcome == Consequence::kDerived;
  if (c.is_certain(company) && is_derived) return {Verdict::kCertain};
  // Whoever is listed is so under every rule, whatever the rule makes of ownership.
  if (c.is_maybe_listed(company)) return {Verdict::kPossible};
  if (c.is_certain(company)) return {Verdict::kControlConcern};
  if (c.is_possible(company)) return {is_derived ? Verdict::kPossible : Verdict::kControlConcern};
  return concerns(company);
}

Verdict Judge::verdict(PartyId company) const {
  const Cascade& c = *cascade_;
  if (!c.is_possible(company)) {
    // Without a caught party anywhere near there is nothing to weigh; that is nearly always so.
    bool any = !c.holdings().transfers(company).empty() || !c.holdings().successions(company).empty();
    for (const Stake& s : c.holdings().of(company))
      any = any || c.is_possible(s.owner) || (s.with != kNobody && c.is_possible(s.with));
    if (!any) return Verdict::kClear;
  }
  return decide(company).verdict;
}

// The least and the most that caught owners may have, of each kind and of the one that decides.
void Judge::share_of(Finding& finding) const {
  const Cascade& c = *cascade_;
  const PartyId company = finding.company;
  const std::vector<RunId> runs = c.runs_at(company);
  const std::vector<uint32_t> any_rank(runs.size(), UINT32_MAX);
  std::array<std::vector<Sums>, kStakeKinds.size()> certain, possible;
  for (const LinkKind kind : kStakeKinds) {
    const auto at = static_cast<size_t>(kind);
    certain[at] = c.sums(company, kind, runs, Sure::kCertain, any_rank);
    possible[at] = c.sums(company, kind, runs, Sure::kPossible, any_rank);
    Reach& reach = finding.by_kind[at];
    for (const Sums& sums : certain[at])
      if (is_less_low(reach.low, sums.low_in)) reach.low = sums.low_in;
    for (const Sums& sums : possible[at]) {
      if (sums.owners_in == 0) continue;
      reach.any = true;
      const Bound high = c.highest(company, sums);
      if (is_less_high(reach.high, high)) reach.high = high;
    }
  }
  const auto by_certain = deciding_kinds(c, company, runs, Sure::kCertain);
  const auto by_possible = deciding_kinds(c, company, runs, Sure::kPossible);
  const auto largest = [&](size_t i) {
    LinkKind out = LinkKind::kShares;
    const auto high = [&](LinkKind kind) { return possible[static_cast<size_t>(kind)][i].high_in; };
    for (const LinkKind kind : kStakeKinds)
      if (c.rule().counts_kind(kind) && is_less_high(high(out), high(kind))) out = kind;
    return out;
  };
  const auto name = [&](RunId run) {
    return c.person(run) == kNobody ? std::string_view() : c.holdings().structure().name(c.person(run));
  };
  // The run that decides: certain before possible, then the larger share, then by name.
  std::optional<Bound> best;
  int best_order = 0;
  for (size_t i = 0; i < runs.size(); ++i) {
    const bool is_certain = !c.is_listed(company) && c.rank(runs[i], company, Sure::kCertain) != 0;
    const bool is_possible = !c.is_listed(company) && c.rank(runs[i], company, Sure::kPossible) != 0;
    const auto decided = is_certain ? by_certain[i] : by_possible[i];
    const LinkKind kind = decided ? *decided : largest(i);
    const Bound high = (is_certain ? certain : possible)[static_cast<size_t>(kind)][i].high_in;
    const int order = is_certain ? 2 : is_possible ? 1 : 0;
    const bool better = !best || order > best_order || (order == best_order && is_less_high(*best, high)) ||
                        (order == best_order && *best == high && name(runs[i]) < name(finding.run));
    if (!better) continue;
    best = high;
    best_order = order;
    finding.run = runs[i];
    finding.share_kind = kind;
  }
  const Reach& reach = finding.by_kind[static_cast<size_t>(finding.share_kind)];
  finding.share_min = reach.low;
  finding.share_max = reach.high;
}

bool Judge::is_relative_owner(PartyId company) const {
  const Holdings& holdings = cascade_->holdings();
  PartyId last = kNobody;  // who has many stakes has them side by side
  for (const Stake& stake : holdings.of(company)) {
    if (stake.owner == last) continue;
    last = stake.owner;
    if (stake.kind > LinkKind::kBoard || stake.owner == holdings.unknown() || cascade_->is_possible(stake.owner))
      continue;
    for (const PartyId relative : holdings.relatives(stake.owner))
      if (cascade_->is_possible(relative)) return true;
  }
  return false;
}

// Would the stakes of the day before some stake of a caught party ended have caught it, with the owners caught today?
bool Judge::was_caught_before_sale(PartyId company) const {
  const Cascade& c = *cascade_;
  const std::span<const Link> links = c.holdings().structure().links();
  std::vector<uint32_t> ended;
  for (const uint32_t row : c.holdings().rows_of(company)) {
    const Link& link = links[row];
    if (link.to > c.holdings().moment().as_of || !takes_share(link.kind) || !c.rule().counts_kind(link.kind)) continue;
    if (c.is_possible(link.owner)) ended.push_back(row);
  }
  if (ended.empty()) return false;
  std::vector<RunId> asked;
  for (const uint32_t row : ended) {
    const std::vector<RunId> runs = c.runs_of(links[row].owner);
    asked.insert(asked.end(), runs.begin(), runs.end());
  }
  std::sort(asked.begin(), asked.end());
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  // What is in every run is counted once, not for each of them.
  constexpr uint32_t kEveryRun = UINT32_MAX;
  const History history(c.holdings(), company, [&](PartyId owner) {
    if (!c.is_possible(owner)) return std::vector<uint32_t>();
    if (c.is_in_every_run(owner)) return std::vector<uint32_t>{kEveryRun};
    std::vector<RunId> runs = c.runs_of(owner);
    std::erase_if(runs, [&](RunId run) {
      return !std::binary_search(asked.begin(), asked.end(), run) || c.rank(run, owner, Sure::kPossible) == 0;
    });
    return runs;
  });
  for (const uint32_t row : ended) {
    const Link& link = links[row];
    const Bound everywhere = history.held(kEveryRun, link.kind, link.to - 1).high;
    for (const RunId run : c.runs_of(link.owner))
      if (c.rule().can_be_met_up_to(everywhere + history.held(run, link.kind, link.to - 1).high)) return true;
  }
  return false;
}

// Flags that change no verdict.
uint64_t Judge::facts(const Finding& finding) const {
  const Cascade& c = *cascade_;
  const Holdings& holdings = c.holdings();
  const Structure& structure = holdings.structure();
  const PartyId company = finding.company;
  const Rule& rule = c.rule();
  uint64_t out = 0;
  if (c.is_maybe_listed(company)) out |= bit(Flag::kPossiblyListed);
  if (holdings.is_inconsistent(company)) out |= bit(Flag::kInconsistent);
  if (holdings.is_marked(company, Defect::kBadRow)) out |= bit(Flag::kBadRow);
  if (holdings.is_marked(company, Defect::kBandText)) out |= bit(Flag::kBandText);
  if (rule.rebuttable && holdings.firewall(company)) out |= bit(Flag::kRebuttal);
  if (rule_is_early_) out |= bit(Flag::kRuleEarly);
  if (!rule.status.empty()) out |= bit(Flag::kRuleStatus);
  for (const Stake& stake : holdings.of(company)) {
    if (structure.links()[stake.link].is_undated()) out |= bit(Flag::kUndated);
    if (stake.owner == holdings.unknown()) out |= bit(Flag::kUnknownPrincipal);
    if (stake.kind == LinkKind::kOption && c.is_possible(stake.owner)) out |= bit(Flag::kContingentInterest);
    if (stake.kind == LinkKind::kPledge && c.is_possible(stake.owner)) out |= bit(Flag::kPledge);
  }
  if (is_relative_owner(company)) out |= bit(Flag::kRelativeOwner);
  if (finding.verdict <= Verdict::kControlConcern) {
    const Rational edge = rule.threshold - Rational(kJustBelowPercent, 100);
    if (finding.share_min.value >= edge && finding.share_min.value < rule.threshold) out |= bit(Flag::kJustBelow);
    if (was_caught_before_sale(company)) out |= bit(Flag::kDivested);
    const Sums together = c.sums(company, LinkKind::kShares, [&](PartyId p) { return c.is_certain(p); });
    if (rule.sum_warning && rule.is_met_from(together.low_in)) out |= bit(Flag::kSumOverThreshold);
  }
  return out;
}

Finding Judge::find(PartyId company) const {
  Finding out;
  out.company = company;
  const Decision decision = decide(company);
  out.verdict = decision.verdict;
  share_of(out);
  // What weighs short of catching is shown beside a verdict that does not need it too.
  out.flags = decision.flags | (concerns(company).flags & ~bit(Flag::kAtThreshold)) | facts(out);
  return out;
}

Finding Judge::outside_graph(Verdict listed_as) const {
  Finding out;
  out.verdict = listed_as;
  out.flags = bit(Flag::kNotInGraph);
  if (listed_as == Verdict::kPossible) out.flags |= bit(Flag::kPossiblyListed);
  if (rule_is_early_) out.flags |= bit(Flag::kRuleEarly);
  if (!cascade_->rule().status.empty()) out.flags |= bit(Flag::kRuleStatus);
  return out;
}

std::vector<std::string> Judge::flag_names(const Finding& finding) const {
  std::vector<std::string> out;
  for (size_t i = 0; i < kFlags; ++i) {
    if (!finding.has(static_cast<Flag>(i))) continue;
    const std::string_view name = static_cast<Flag>(i) == Flag::kRuleStatus ? cascade_->rule().status : kFlagNames[i];
    if (std::find(out.begin(), out.end(), name) == out.end()) out.emplace_back(name);
  }
  return out;
}

}  // namespace cordon::graph
