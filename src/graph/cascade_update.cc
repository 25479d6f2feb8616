// A cascade after a change, from the one before it (docs/decisions/0024-what-a-change-touches.md).
//
// A rule that adds all up. The rounds in which parties come in satisfy, for every company, "one more than the first
// round after which its owners catch it", and no other numbering does, because each round is determined by those before
// it. So it is enough to find numbers that satisfy this everywhere: those of a region are computed anew, with all
// others as they were, and the region grows by whoever has to do with a party whose number changed, until nobody
// outside has.
//
// A rule that looks at each person. A run touches only what its person reaches; the runs that reach a changed company
// are run again.
#include <algorithm>
#include <queue>

#include "graph/cascade.h"

namespace cordon::graph {

// The ranks of the parties of `region`, all 0 before, given those of all others.
void Cascade::settle(Region& region, Sure sure) const {
  const auto rank_of = [&](PartyId party) {
    const auto found = region.find(party);
    return found != region.end() ? found->second : base_->rank(0, party, sure);
  };
  using Check = std::pair<uint32_t, PartyId>;  // after which round, whom
  std::priority_queue<Check, std::vector<Check>, std::greater<>> checks;
  for (auto& [company, rank] : region) {
    rank = 0;
    const auto take = [&](PartyId owner) {
      if (region.contains(owner)) return;  // is told when it comes in
      if (const uint32_t at = base_->rank(0, owner, sure); at != 0) checks.emplace(at, company);
    };
    for (const Stake& stake : holdings_->of(company)) {
      take(stake.owner);
      if (stake.with != kNobody) take(stake.with);
    }
    for (const Transfer& t : holdings_->transfers(company)) take(t.seller);
    for (const Succession& s : holdings_->successions(company)) take(s.before);
  }
  std::vector<PartyId> caught;
  while (!checks.empty()) {
    const uint32_t round = checks.top().first;
    caught.clear();
    const auto is_in = [&](PartyId party) {
      const uint32_t rank = rank_of(party);
      return rank != 0 && rank <= round;
    };
    while (!checks.empty() && checks.top().first == round) {
      const PartyId company = checks.top().second;
      checks.pop();
      const bool is_new = region.at(company) == 0 && (caught.empty() || caught.back() != company);
      if (is_new && is_caught_by(company, sure, is_in)) caught.push_back(company);
    }
    for (const PartyId company : caught) {
      region[company] = round + 1;
      holdings_->each_touched(company, [&](PartyId next) {
        if (const auto found = region.find(next); found != region.end() && found->second == 0)
          checks.emplace(round + 1, next);
      });
    }
  }
}

Cascade::Region Cascade::changed_region(Sure sure) const {
  const auto is_seed = [&](PartyId party) { return base_->rank(0, party, sure) == 1; };
  Region region;
  for (const PartyId company : holdings_->changed_companies())
    if (!is_seed(company)) region.emplace(company, 0);
  for (size_t before = SIZE_MAX; before != region.size();) {
    before = region.size();
    settle(region, sure);
    std::vector<PartyId> more;
    for (const auto& [company, rank] : region)
      if (rank != base_->rank(0, company, sure))
        holdings_->each_touched(company, [&](PartyId next) {
          if (!is_seed(next)) more.push_back(next);
        });
    for (const PartyId company : more) region.emplace(company, 0);
  }
  return region;
}

void Cascade::update_all() {
  for (const Sure sure : {Sure::kCertain, Sure::kPossible})
    for (const auto& [company, rank] : changed_region(sure)) {
      if (rank == base_->rank(0, company, sure)) continue;
      const auto [at, is_new] = changed_ranks_.try_emplace(company);
      if (is_new) at->second = {base_->rank(0, company, Sure::kCertain), base_->rank(0, company, Sure::kPossible)};
      (sure == Sure::kCertain ? at->second.certain : at->second.possible) = rank;
    }
  for (const auto& [company, ranks] : changed_ranks_)
    changed_state_[company] =
        static_cast<uint8_t>((base_->state_[company] & (kListed | kMaybe)) | (ranks.certain != 0 ? kCertainBit : 0) |
                             (ranks.possible != 0 ? kPossibleBit : 0));
}

// The runs of whoever has to do with a changed company, by its rows before or now.
std::vector<RunId> Cascade::runs_of_changed() const {
  std::vector<RunId> out;
  for (const PartyId company : holdings_->changed_companies()) {
    const auto append = [&](PartyId party) {
      const std::vector<RunId> runs = base_->runs_of(party);
      out.insert(out.end(), runs.begin(), runs.end());
    };
    const std::vector<RunId> before = base_->runs_at(company);
    out.insert(out.end(), before.begin(), before.end());
    for (const Stake& stake : holdings_->of(company)) {
      append(stake.owner);
      if (stake.with != kNobody) append(stake.with);
    }
    for (const Transfer& t : holdings_->transfers(company)) append(t.seller);
    for (const Succession& s : holdings_->successions(company)) append(s.before);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// One run as Cascade::run makes it, with the ranks in maps: it may reach few of very many parties.
void Cascade::rerun(RunId run) {
  const PartyId person = base_->persons_[run];
  const bool has_unknown = !base_->unknown_.empty();
  Region ranks[2];
  for (const Sure sure : {Sure::kCertain, Sure::kPossible}) {
    if (sure == Sure::kCertain && !base_->is_listed(person)) continue;
    Region& in = ranks[static_cast<size_t>(sure)];
    const bool with_unknown = sure == Sure::kPossible && has_unknown;
    const auto is_unknowns = [&](PartyId party) { return with_unknown && base_->unknown_[party] != 0; };
    in[person] = 1;
    std::vector<PartyId> last = {person};
    for (uint32_t round = with_unknown ? std::max(base_->unknown_rounds_, 1U) : 1; !last.empty(); ++round) {
      std::vector<PartyId> queue, next;
      for (const PartyId party : last)
        holdings_->each_touched(party, [&](PartyId company) {
          if (!in.contains(company) && !is_unknowns(company)) queue.push_back(company);
        });
      std::sort(queue.begin(), queue.end());
      queue.erase(std::unique(queue.begin(), queue.end()), queue.end());
      for (const PartyId company : queue)
        if (is_caught_by(company, sure, [&](PartyId p) { return in.contains(p) || is_unknowns(p); }))
          next.push_back(company);
      for (const PartyId company : next) in[company] = round + 1;
      last = std::move(next);
    }
  }
  const Region& certain = ranks[static_cast<size_t>(Sure::kCertain)];
  const auto certain_rank = [&](PartyId party) {
    const auto found = certain.find(party);
    return found == certain.end() ? 0 : found->second;
  };
  for (const auto& [party, rank] : ranks[static_cast<size_t>(Sure::kPossible)])
    members_.push_back({party, run, certain_rank(party), rank});
  for (const auto& [party, rank] : certain)
    if (has_unknown && base_->unknown_[party] != 0 && party != person)
      members_.push_back({party, run, rank, base_->unknown_[party]});
}

// False where the unknown principal has to do with the change.
bool Cascade::update_each() {
  rerun_ = runs_of_changed();
  for (const RunId run : rerun_)
    if (base_->persons_[run] == kNobody) return false;
  for (const RunId run : rerun_) rerun(run);
  std::sort(members_.begin(), members_.end(),
            [](const Member& a, const Member& b) { return a.party != b.party ? a.party < b.party : a.run < b.run; });
  // Whoever was or is in one of these runs: by all runs.
  std::vector<PartyId> parties;
  for (const Member& member : members_) parties.push_back(member.party);
  for (const Member& member : base_->members_)
    if (std::binary_search(rerun_.begin(), rerun_.end(), member.run)) parties.push_back(member.party);
  std::sort(parties.begin(), parties.end());
  parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
  for (const PartyId party : parties) {
    uint8_t bits = static_cast<uint8_t>(base_->state_[party] & (kListed | kMaybe));
    if ((bits & kListed) != 0) bits |= kCertainBit | kPossibleBit;
    if ((bits & kMaybe) != 0) bits |= kPossibleBit;
    const auto take = [&](const Member& member) {
      bits |= (member.certain != 0 ? kCertainBit : 0) | (member.possible != 0 ? kPossibleBit : 0);
    };
    for (const Member& member : members_of(party)) take(member);
    for (const Member& member : base_->members_of(party))
      if (!std::binary_search(rerun_.begin(), rerun_.end(), member.run)) take(member);
    changed_state_[party] = bits;
  }
  return true;
}

Cascade Cascade::update(const Cascade& before, const Holdings& holdings) {
  const auto anew = [&] {
    Cascade out = build(holdings, *before.rule_, before.listed_, before.maybe_);
    out.is_all_anew_ = true;
    return out;
  };
  if (holdings.has_unknown() != before.holdings_->has_unknown()) return anew();
  Cascade out(holdings, *before.rule_);
  out.base_ = &before;
  if (before.rule_->aggregates == Aggregation::kAll)
    out.update_all();
  else if (!out.update_each())
    return anew();
  return out;
}

std::optional<std::vector<PartyId>> Cascade::moved() const {
  if (is_all_anew_) return {};
  std::vector<PartyId> out;
  for (const auto& [party, ranks] : changed_ranks_) out.push_back(party);
  if (rule_->aggregates == Aggregation::kPerson)
    for (const auto& [party, bits] : changed_state_) {
      const auto differs = [&](RunId run) {
        return rank(run, party, Sure::kCertain) != base_->rank(run, party, Sure::kCertain) ||
               rank(run, party, Sure::kPossible) != base_->rank(run, party, Sure::kPossible);
      };
      if (std::any_of(rerun_.begin(), rerun_.end(), differs)) out.push_back(party);
    }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace cordon::graph
