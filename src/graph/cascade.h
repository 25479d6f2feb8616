// Who is caught under one rule: the least fixed point of "stakes of caught owners reach the threshold", from the listed
// parties on. What is caught passes its whole stake on, what is not passes nothing. Twice: on the lower ends of shares
// (certain) and on the upper ones (possible).
//
// Listed, too, is three-valued: a party that is possibly listed (its name is a hit on a list, and nobody decided
// whether it is that party) starts the possible run and no certain one.
//
// A rule that adds up all listed owners has one run; one that looks at each person has a run for each listed party, in
// which only that party is a seed. Parties are added round by round, so the round in which one came in (its rank, 1 for
// seeds) does not depend on any order, and whatever justifies a party has a lower rank than it: proofs are
// well-founded.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "graph/holdings.h"
#include "graph/rules.h"

namespace cordon::graph {

enum class Sure : uint8_t { kCertain, kPossible };

using RunId = uint32_t;

// The stakes of one kind in a company: of owners who are in a run, and of the others.
struct Sums {
  Bound low_in, high_in, low_out, high_out;
  uint32_t owners_in = 0;
};

class Cascade {
 public:
  // `maybe`: the parties that are possibly listed; one that is listed too is listed. `holdings` and `rule` must outlive
  // the result. The owners of a company that has more stakes than `many` are added up as they come in, not anew each
  // time that one of them does: a thousand listed owners of one company cost a thousand additions in all.
  static constexpr size_t kManyStakes = 64;
  static Cascade build(const Holdings& holdings, const Rule& rule, std::span<const PartyId> listed,
                       std::span<const PartyId> maybe = {}, size_t many = kManyStakes);

  // The cascade over `holdings`, which is Holdings::with of those of `before`: equal to building it anew. What the
  // change does not touch is taken from `before`, which must outlive the result and be built. Cost: of a rule that adds
  // all up, the companies whose rows changed and those behind whoever came in, fell out or changed his round; of one
  // that looks at each person, the runs of those who have to do with a changed company. Where it is the unknown
  // principal who has, all is built anew.
  static Cascade update(const Cascade& before, const Holdings& holdings);
  // The parties who are in a run, or in a round, in which they were not before; sorted. Nothing: maybe all.
  std::optional<std::vector<PartyId>> moved() const;

  const Holdings& holdings() const { return *holdings_; }
  const Rule& rule() const { return *rule_; }
  bool is_listed(PartyId party) const { return (state(party) & kListed) != 0; }
  bool is_maybe_listed(PartyId party) const { return (state(party) & kMaybe) != 0; }
  bool is_certain(PartyId party) const { return (state(party) & kCertainBit) != 0; }    // in any run; listed ones too
  bool is_possible(PartyId party) const { return (state(party) & kPossibleBit) != 0; }  // the same

  // The runs in which a party has a stake in the company as a caught one, or acts in a pact there.
  std::vector<RunId> runs_at(PartyId company) const;
  // The runs in which the party itself is.
  std::vector<RunId> runs_of(PartyId party) const;
  // Is the party in each possible run, because the unknown principal may catch it? runs_of() does not name these then.
  bool is_in_every_run(PartyId party) const { return !unknown_ranks().empty() && unknown_ranks()[party] != 0; }
  // The listed party whose run it is; kNobody: of all, or of the unknown principal.
  PartyId person(RunId run) const { return base_ != nullptr ? base_->persons_[run] : persons_[run]; }

  // The round in which a party came into a run, 0 where it is not in it.
  uint32_t rank(RunId run, PartyId party, Sure sure) const;
  bool may_be_listed(PartyId party) const { return (state(party) & (kListed | kMaybe)) != 0; }
  // Does a proof begin at the party: is it listed, or in a possible run possibly listed or the unknown principal?
  bool is_start(RunId run, PartyId party, Sure sure) const { return rank(run, party, sure) == 1 || is_start(party); }
  using IsIn = std::function<bool(PartyId)>;
  // `is_in` says who is in; a party of a pact with one who is counts too where the rule adds pacts up.
  Sums sums(PartyId company, LinkKind kind, const IsIn& is_in) const;
  // The same for the parties of rank < `before`.
  Sums sums(PartyId company, LinkKind kind, RunId run, Sure sure, uint32_t before) const;
  // The same in each of several runs, for the parties of rank < `before` of that run; the stakes are gone through once.
  // REQUIRES: `runs` is sorted, `before` as long.
  std::vector<Sums> sums(PartyId company, LinkKind kind, std::span<const RunId> runs, Sure sure,
                         std::span<const uint32_t> before) const;
  // The highest share that those in may have: the sum of their upper ends, and no more than the others leave.
  Bound highest(PartyId company, const Sums& sums) const;
  bool is_caught(PartyId company, LinkKind kind, const Sums& sums, Sure sure) const;
  // Is there an open fact (a transfer to a relative, a trust) that makes it possibly caught, whatever the sums?
  bool has_open_fact(PartyId company, const IsIn& is_in) const;
  // The parties at a company that act together with one who is in, directly or by several pacts; sorted.
  std::vector<PartyId> acting_together(PartyId company, const IsIn& is_in) const;
  // The same, none where the rule does not add pacts up.
  std::vector<PartyId> joined_by_pact(PartyId company, const IsIn& is_in) const;

 private:
  enum State : uint8_t { kListed = 1, kCertainBit = 2, kPossibleBit = 4, kMaybe = 8 };
  bool is_start(PartyId party) const { return party == holdings_->unknown() || is_listed(party); }
  const std::vector<uint32_t>& unknown_ranks() const { return base_ != nullptr ? base_->unknown_ : unknown_; }
  struct Member {
    PartyId party;
    RunId run;
    uint32_t certain, possible;
  };
  using Tallies = std::array<ShareSum, 4>;  // the stakes in a company by kind, to kBoard
  Cascade(const Holdings& holdings, const Rule& rule) : holdings_(&holdings), rule_(&rule) {}
  bool has_many_stakes(PartyId company) const;
  const Tallies& all_of(PartyId company);
  void bring(PartyId owner, PartyId company, bool with_unknown);
  void run(std::span<const PartyId> seeds, Sure sure, std::vector<uint32_t>& ranks, std::vector<PartyId>& members);
  bool comes_in(PartyId company, Sure sure, const std::vector<uint32_t>& ranks);
  void run_all(std::span<const PartyId> listed, std::span<const PartyId> maybe);
  void run_each(std::span<const PartyId> listed, std::span<const PartyId> maybe);
  void run_person(PartyId person, std::vector<uint32_t>& certain, std::vector<uint32_t>& possible);
  void note(PartyId party, uint8_t bits) { state_[party] |= bits; }
  uint8_t state(PartyId party) const {
    if (base_ == nullptr) return state_[party];
    const auto found = changed_state_.find(party);
    return found == changed_state_.end() ? base_->state_[party] : found->second;
  }
  struct Ranks {
    uint32_t certain = 0, possible = 0;
    bool operator==(const Ranks&) const = default;
  };
  using Region = std::unordered_map<PartyId, uint32_t>;  // new ranks of the parties in it
  void update_all();
  void settle(Region& region, Sure sure) const;
  Region changed_region(Sure sure) const;
  bool is_caught_by(PartyId company, Sure sure, const IsIn& is_in) const;
  bool update_each();
  std::vector<RunId> runs_of_changed() const;
  void rerun(RunId run);
  std::span<const Member> members_of(PartyId party) const;
  template <typename In>
  Sums sums_of(PartyId company, LinkKind kind, const In& is_in) const;

  const Holdings* holdings_;
  const Rule* rule_;
  std::vector<uint8_t> state_;
  std::vector<PartyId> persons_;
  std::vector<uint32_t> certain_, possible_;  // ranks of the one run of a rule that adds all up
  std::vector<uint32_t> unknown_;  // ranks of what the unknown principal alone may catch; empty: there is none
  uint32_t unknown_rounds_ = 0;
  std::vector<Member> members_;  // of the runs of persons, by party and run
  std::vector<PartyId> listed_, maybe_;
  // Of update():
  const Cascade* base_ = nullptr;
  std::unordered_map<PartyId, uint8_t> changed_state_;
  std::unordered_map<PartyId, Ranks> changed_ranks_;  // of the one run
  std::vector<RunId> rerun_;                          // runs of which members_ has all; sorted
  bool is_all_anew_ = false;
  // While it is built:
  size_t many_ = kManyStakes;
  std::unordered_map<PartyId, Tallies> all_;      // of the companies that have many stakes
  std::unordered_map<PartyId, Tallies> brought_;  // of these: by those who are in the run at hand
  std::unordered_map<PartyId, Tallies> brought_by_unknown_;
  std::vector<PartyId> queue_, next_, touched_;
  std::vector<uint32_t> seen_;
  uint32_t epoch_ = 0;
};

}  // namespace cordon::graph
