#include "graph/cascade.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cordon::graph {
namespace {

constexpr std::array kStakeKinds = {LinkKind::kShares, LinkKind::kVotes, LinkKind::kEconomic, LinkKind::kBoard};
// The criterion of a control row for the settlor or a protector of a trust, of whom no share can be told (OWN-T1).
constexpr std::string_view kTrust = "TRUST";

std::vector<PartyId> sorted(std::span<const PartyId> parties) {
  std::vector<PartyId> out(parties.begin(), parties.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// What those have who are in, and what is left to the others of all.
Sums sums_among(const ShareSum& in, const ShareSum& all) {
  const ShareSum out = all - in;
  return {in.low_end(), in.high_end(), out.low_end(), out.high_end(), static_cast<uint32_t>(in.shares)};
}

}  // namespace

std::vector<PartyId> Cascade::joined_by_pact(PartyId company, const IsIn& is_in) const {
  if (rule_->pact != Consequence::kAdds) return {};
  return acting_together(company, is_in);
}

std::vector<PartyId> Cascade::acting_together(PartyId company, const IsIn& is_in) const {
  std::vector<PartyId> joined;
  if (!holdings_->has_pact(company)) return joined;
  std::vector<std::pair<PartyId, PartyId>> partners;
  for (const Stake& pact : holdings_->of(company, LinkKind::kPact)) {
    partners.emplace_back(pact.owner, pact.with);
    partners.emplace_back(pact.with, pact.owner);
  }
  std::sort(partners.begin(), partners.end());
  // A walk from those who are in; a party is passed on from once, however many pacts it has.
  std::vector<uint8_t> is_done(partners.size(), 0);  // at the first pact of each party
  std::vector<size_t> open;
  const auto first_of = [&](PartyId party) {
    return static_cast<size_t>(std::ranges::lower_bound(partners, std::pair(party, PartyId{0})) - partners.begin());
  };
  for (size_t i = 0; i < partners.size(); ++i)
    if ((i == 0 || partners[i - 1].first != partners[i].first) && is_in(partners[i].first)) {
      is_done[i] = 1;
      open.push_back(i);
    }
  while (!open.empty()) {
    const size_t begin = open.back();
    open.pop_back();
    for (size_t i = begin; i < partners.size() && partners[i].first == partners[begin].first; ++i) {
      const size_t next = first_of(partners[i].second);
      if (is_done[next] != 0) continue;
      is_done[next] = 1;
      joined.push_back(partners[i].second);
      open.push_back(next);
    }
  }
  std::sort(joined.begin(), joined.end());
  return joined;
}

template <typename In>
Sums Cascade::sums_of(PartyId company, LinkKind kind, const In& is_in) const {
  Sums out;
  const std::vector<PartyId> joined =
      holdings_->has_pact(company) ? joined_by_pact(company, is_in) : std::vector<PartyId>();
  for (const Stake& stake : holdings_->of(company, kind)) {
    const Share& share = holdings_->structure().share(stake.share);
    const bool in = is_in(stake.owner) || std::binary_search(joined.begin(), joined.end(), stake.owner);
    (in ? out.low_in : out.low_out) += share.low;
    (in ? out.high_in : out.high_out) += share.high;
    out.owners_in += in;
  }
  return out;
}

Sums Cascade::sums(PartyId company, LinkKind kind, const IsIn& is_in) const { return sums_of(company, kind, is_in); }

Sums Cascade::sums(PartyId company, LinkKind kind, RunId run, Sure sure, uint32_t before) const {
  return sums_of(company, kind, [&](PartyId owner) {
    const uint32_t at = rank(run, owner, sure);
    return at != 0 && at < before;
  });
}

std::vector<Sums> Cascade::sums(PartyId company, LinkKind kind, std::span<const RunId> runs, Sure sure,
                                std::span<const uint32_t> before) const {
  std::vector<Sums> out(runs.size());
  if (holdings_->has_pact(company) || runs.size() <= 1) {
    for (size_t i = 0; i < runs.size(); ++i) out[i] = sums(company, kind, runs[i], sure, before[i]);
    return out;
  }
  ShareSum all;
  std::vector<ShareSum> in(runs.size());
  const std::vector<uint32_t>& unknown = unknown_ranks();
  for (const Stake& stake : holdings_->of(company, kind)) {
    const Share& share = holdings_->structure().share(stake.share);
    all.add(share);
    const auto add_to = [&](size_t i) {
      const uint32_t at = rank(runs[i], stake.owner, sure);
      if (at != 0 && at < before[i]) in[i].add(share);
    };
    // What the unknown principal may catch is in every possible run.
    const bool is_everywhere = sure == Sure::kPossible && !unknown.empty() && unknown[stake.owner] != 0;
    if (is_everywhere) {
      for (size_t i = 0; i < runs.size(); ++i) add_to(i);
      continue;
    }
    for (const RunId run : runs_of(stake.owner))
      if (const auto at = std::ranges::lower_bound(runs, run); at != runs.end() && *at == run)
        add_to(static_cast<size_t>(at - runs.begin()));
  }
  for (size_t i = 0; i < runs.size(); ++i) out[i] = sums_among(in[i], all);
  return out;
}

Bound Cascade::highest(PartyId company, const Sums& sums) const {
  if (holdings_->is_inconsistent(company)) return sums.high_in;
  const Bound rest = rest_of_whole(sums.low_out);
  if (rest.value < sums.high_in.value || (rest.value == sums.high_in.value && rest.open)) return rest;
  return sums.high_in;
}

bool Cascade::is_caught(PartyId company, LinkKind kind, const Sums& sums, Sure sure) const {
  if (sure == Sure::kPossible) return sums.owners_in > 0 && rule_->can_be_met_up_to(highest(company, sums));
  if (rule_->is_met_from(sums.low_in)) return true;
  return holdings_->is_complete(company, kind) && rule_->is_met_from(rest_of_whole(sums.high_out));
}

bool Cascade::has_open_fact(PartyId company, const IsIn& is_in) const {
  if (rule_->sham != Consequence::kPossible) return false;
  for (const Transfer& t : holdings_->transfers(company))
    if (is_in(t.seller)) return true;
  for (const Succession& s : holdings_->successions(company))
    if (may_be_listed(s.before) && is_in(s.before)) return true;
  for (const Stake& stake : holdings_->of(company, LinkKind::kControl)) {
    if (!is_in(stake.owner)) continue;
    const Structure& structure = holdings_->structure();
    if (structure.text(structure.links()[stake.link].criterion) == kTrust) return true;
  }
  return false;
}

// Parties of a pact count as one: those are added up anew.
bool Cascade::has_many_stakes(PartyId company) const {
  return holdings_->of(company).size() > many_ && !holdings_->has_pact(company);
}

const Cascade::Tallies& Cascade::all_of(PartyId company) {
  const auto [found, is_new] = all_.try_emplace(company);
  if (is_new)
    for (const LinkKind kind : kStakeKinds)
      for (const Stake& stake : holdings_->of(company, kind))
        found->second[static_cast<size_t>(kind)].add(holdings_->structure().share(stake.share));
  return found->second;
}

// Adds what one who came into the run at hand has in a company that has many stakes.
void Cascade::bring(PartyId owner, PartyId company, bool with_unknown) {
  auto found = brought_.find(company);
  if (found == brought_.end()) {
    const auto before = with_unknown ? brought_by_unknown_.find(company) : brought_by_unknown_.end();
    found = brought_.emplace(company, before != brought_by_unknown_.end() ? before->second : Tallies()).first;
  }
  if (with_unknown && unknown_[owner] != 0) return;  // is among these already
  for (const LinkKind kind : kStakeKinds)
    for (const Stake& stake : holdings_->of(company, kind, owner))
      found->second[static_cast<size_t>(kind)].add(holdings_->structure().share(stake.share));
}

bool Cascade::comes_in(PartyId company, Sure sure, const std::vector<uint32_t>& ranks) {
  const bool with_unknown = sure == Sure::kPossible && !unknown_.empty();
  const auto is_in = [&](PartyId party) { return ranks[party] != 0 || (with_unknown && unknown_[party] != 0); };
  if (!has_many_stakes(company)) return is_caught_by(company, sure, is_in);
  const Tallies &all = all_of(company), &in = brought_.at(company);
  for (const LinkKind kind : kStakeKinds) {
    const auto at = static_cast<size_t>(kind);
    if (rule_->counts_kind(kind) && is_caught(company, kind, sums_among(in[at], all[at]), sure)) return true;
  }
  return sure == Sure::kPossible && has_open_fact(company, is_in);
}

bool Cascade::is_caught_by(PartyId company, Sure sure, const IsIn& is_in) const {
  for (const LinkKind kind : kStakeKinds)
    if (rule_->counts_kind(kind) && is_caught(company, kind, sums_of(company, kind, is_in), sure)) return true;
  return sure == Sure::kPossible && has_open_fact(company, is_in);
}

// One fixed point from `seeds`. `ranks` is all 0 before; `members` gets everyone in, seeds first, then by round.
void Cascade::run(std::span<const PartyId> seeds, Sure sure, std::vector<uint32_t>& ranks,
                  std::vector<PartyId>& members) {
  members.assign(seeds.begin(), seeds.end());
  for (const PartyId seed : seeds) ranks[seed] = 1;
  brought_.clear();
  // What the unknown principal may catch is in every possible run already, with ranks of its own.
  const bool with_unknown = sure == Sure::kPossible && !unknown_.empty();
  uint32_t round = with_unknown ? std::max(unknown_rounds_, 1U) : 1;
  for (size_t begin = 0; begin < members.size(); ++round) {
    const size_t end = members.size();
    ++epoch_;
    queue_.clear();
    for (size_t i = begin; i < end; ++i) {
      touched_.clear();
      holdings_->each_touched(members[i], [&](PartyId company) {
        if (ranks[company] == 0 && !(with_unknown && unknown_[company] != 0)) touched_.push_back(company);
      });
      std::sort(touched_.begin(), touched_.end());
      touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
      for (const PartyId company : touched_) {
        if (has_many_stakes(company)) bring(members[i], company, with_unknown);
        if (seen_[company] == epoch_) continue;
        seen_[company] = epoch_;
        queue_.push_back(company);
      }
    }
    next_.clear();
    for (const PartyId company : queue_)
      if (comes_in(company, sure, ranks)) next_.push_back(company);
    for (const PartyId company : next_) {
      ranks[company] = round + 1;
      members.push_back(company);
    }
    begin = end;
  }
}

void Cascade::run_all(std::span<const PartyId> listed, std::span<const PartyId> maybe) {
  persons_ = {kNobody};
  certain_.assign(holdings_->parties(), 0);
  possible_.assign(holdings_->parties(), 0);
  std::vector<PartyId> members;
  run(listed, Sure::kCertain, certain_, members);
  for (const PartyId party : members) note(party, kCertainBit);
  std::vector<PartyId> possible_seeds(listed.begin(), listed.end());
  possible_seeds.insert(possible_seeds.end(), maybe.begin(), maybe.end());
  if (holdings_->has_unknown()) possible_seeds.push_back(holdings_->unknown());
  run(possible_seeds, Sure::kPossible, possible_, members);
  for (const PartyId party : members) note(party, kPossibleBit);
}

// The runs of one person; both vectors are all 0 before and behind. One who is possibly listed has a possible run only.
void Cascade::run_person(PartyId person, std::vector<uint32_t>& certain, std::vector<uint32_t>& possible) {
  std::vector<PartyId> members, certain_members;
  const auto run_id = static_cast<RunId>(persons_.size());
  persons_.push_back(person);
  if (is_listed(person)) run(std::span(&person, 1), Sure::kCertain, certain, certain_members);
  run(std::span(&person, 1), Sure::kPossible, possible, members);
  for (const PartyId party : members) {
    note(party, kPossibleBit | (certain[party] != 0 ? kCertainBit : 0));
    members_.push_back({party, run_id, certain[party], possible[party]});
    possible[party] = 0;
  }
  for (const PartyId party : certain_members) {
    // Caught for certain, and already possible through the unknown principal: in this run by its own right.
    if (!unknown_.empty() && unknown_[party] != 0 && party != person) {
      note(party, kCertainBit | kPossibleBit);
      members_.push_back({party, run_id, certain[party], unknown_[party]});
    }
    certain[party] = 0;
  }
}

void Cascade::run_each(std::span<const PartyId> listed, std::span<const PartyId> maybe) {
  std::vector<uint32_t> ranks(holdings_->parties()), certain(holdings_->parties());
  if (holdings_->has_unknown()) {
    const PartyId unknown = holdings_->unknown();
    persons_.push_back(kNobody);
    std::vector<PartyId> members;
    run(std::span(&unknown, 1), Sure::kPossible, ranks, members);
    for (const PartyId party : members) {
      note(party, kPossibleBit);
      members_.push_back({party, 0, 0, ranks[party]});
      unknown_rounds_ = std::max(unknown_rounds_, ranks[party]);
    }
    unknown_ = ranks;
    brought_by_unknown_ = std::move(brought_);
    ranks.assign(ranks.size(), 0);
  }
  for (const PartyId person : listed) run_person(person, certain, ranks);
  for (const PartyId person : maybe) run_person(person, certain, ranks);
  std::sort(members_.begin(), members_.end(),
            [](const Member& a, const Member& b) { return a.party != b.party ? a.party < b.party : a.run < b.run; });
}

Cascade Cascade::build(const Holdings& holdings, const Rule& rule, std::span<const PartyId> listed,
                       std::span<const PartyId> maybe, size_t many) {
  Cascade out(holdings, rule);
  out.many_ = many;
  out.state_.assign(holdings.parties(), 0);
  out.seen_.assign(holdings.parties(), 0);
  const std::vector<PartyId> certain = sorted(listed);
  for (const PartyId seed : certain) out.note(seed, kListed | kCertainBit | kPossibleBit);
  std::vector<PartyId> possible = sorted(maybe);
  std::erase_if(possible, [&](PartyId seed) { return out.is_listed(seed); });
  for (const PartyId seed : possible) out.note(seed, kMaybe | kPossibleBit);
  if (rule.aggregates == Aggregation::kAll)
    out.run_all(certain, possible);
  else
    out.run_each(certain, possible);
  for (auto* tallies : {&out.all_, &out.brought_, &out.brought_by_unknown_}) tallies->clear();
  out.listed_ = certain;
  out.maybe_ = possible;
  return out;
}

std::span<const Cascade::Member> Cascade::members_of(PartyId party) const {
  const auto range = std::ranges::equal_range(members_, party, {}, &Member::party);
  return {range.begin(), range.end()};
}

uint32_t Cascade::rank(RunId run, PartyId party, Sure sure) const {
  if (rule_->aggregates == Aggregation::kAll) {
    if (base_ == nullptr) return (sure == Sure::kCertain ? certain_ : possible_)[party];
    const auto found = changed_ranks_.find(party);
    if (found == changed_ranks_.end()) return base_->rank(run, party, sure);
    return sure == Sure::kCertain ? found->second.certain : found->second.possible;
  }
  // Nearly nobody is in any run.
  if ((state(party) & (kCertainBit | kPossibleBit)) == 0) return 0;
  if (base_ != nullptr && !std::binary_search(rerun_.begin(), rerun_.end(), run)) return base_->rank(run, party, sure);
  const std::span<const Member> members = members_of(party);
  const auto at = std::ranges::lower_bound(members, run, {}, &Member::run);
  if (at != members.end() && at->run == run) return sure == Sure::kCertain ? at->certain : at->possible;
  const std::vector<uint32_t>& unknown = unknown_ranks();
  return sure == Sure::kPossible && !unknown.empty() ? unknown[party] : 0;
}

std::vector<RunId> Cascade::runs_of(PartyId party) const {
  if (!is_possible(party)) return {};
  if (rule_->aggregates == Aggregation::kAll) return {0};
  std::vector<RunId> out;
  if (base_ != nullptr) {
    out = base_->runs_of(party);
    std::erase_if(out, [&](RunId run) { return std::binary_search(rerun_.begin(), rerun_.end(), run); });
  }
  for (const Member& member : members_of(party)) out.push_back(member.run);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<RunId> Cascade::runs_at(PartyId company) const {
  std::vector<RunId> out;
  const auto append = [&](PartyId party) {
    const std::vector<RunId> runs = runs_of(party);
    out.insert(out.end(), runs.begin(), runs.end());
  };
  for (const Stake& stake : holdings_->of(company)) {
    if (stake.kind == LinkKind::kOption || stake.kind == LinkKind::kPledge) continue;
    append(stake.owner);
    if (stake.kind == LinkKind::kPact) append(stake.with);
  }
  for (const Transfer& t : holdings_->transfers(company)) append(t.seller);
  for (const Succession& s : holdings_->successions(company)) append(s.before);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace cordon::graph
