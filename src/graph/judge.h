// What a rule says of one company: verdict, share, flags. A view on a cascade; nothing here catches anybody anew.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/cascade.h"

namespace cordon::graph {

enum class Verdict : uint8_t { kClear, kControlConcern, kPossible, kCertain, kListed };
std::string_view verdict_name(Verdict verdict);  // "CLEAR_ON_DATA", …

enum class Flag : uint8_t {
  kAtThreshold,         // exactly at a strict threshold
  kJustBelow,           // within kJustBelowPercent of the threshold
  kInconsistent,        // the data contradict each other
  kUndated,             // rests on a link without dates, taken as in force
  kBandText,            // a band whose text and figures differ at its end; the text holds
  kBadRow,              // a row about the company could not be used
  kControl,             // a caught party controls it by other means
  kVoteMajority,        // caught parties have most votes, which the rule does not count
  kBoardMajority,       // the same of seats
  kEconomicMajority,    // the same of profits
  kPact,                // with those they act together with, caught parties reach the threshold
  kShamIndicator,       // a transfer that may be a sham
  kRelativeTransfer,    // … to a relative or associate of the seller
  kFormerManager,       // … to a former manager
  kBuyBack,             // … and the seller may acquire it back
  kNearListing,         // a divestment within 30 days of the listing
  kSuccessor,           // a new company with what a listed one had …
  kSameAddress,         // … its address
  kSamePhone,           // … its phone number
  kSameDirector,        // … its director
  kTrust,               // a caught party is settlor or protector of a trust that has it
  kUnknownPrincipal,    // a nominee's principal is unknown
  kContingentInterest,  // a caught party may acquire a stake
  kPledge,              // a caught party has a stake as security
  kRelativeOwner,       // a relative of a caught party is an owner
  kSumOverThreshold,    // several listed owners together reach it; the rule does not add them up
  kDivested,            // caught until a stake of a caught party ended
  kRebuttal,            // a firewall is claimed
  kNotInGraph,          // the graph has no such party: only the lists were asked
  kPossiblyListed,      // its own name is a hit on a list, and nobody decided whether it is that party
  kListingUndated,      // rests on who is listed, the list does not say since when: on a day before the list, or a sale
  kRuleEarly,           // the rule took effect later
  kRuleStatus,          // Rule::status, e.g. RULE_SUSPENDED
};
inline constexpr size_t kFlags = 33;
inline constexpr int64_t kJustBelowPercent = 5;

// The least and the most that caught owners may have of one kind; where the rule looks at each person, of whoever may
// have most.
struct Reach {
  Bound low, high;
  bool any = false;  // does a caught owner have some?
  bool operator==(const Reach&) const = default;
};

struct Finding {
  PartyId company = kNobody;
  Verdict verdict = Verdict::kClear;
  Bound share_min, share_max;
  // Which kind share_min and share_max are of: the one that decides; where none does, that of which the rule counts
  // most.
  LinkKind share_kind = LinkKind::kShares;
  std::array<Reach, 4> by_kind;  // to kBoard
  RunId run = 0;                 // the run that decides
  uint64_t flags = 0;            // a bit for each Flag
  bool has(Flag flag) const { return (flags >> static_cast<unsigned>(flag) & 1U) != 0; }
  void raise(Flag flag) { flags |= uint64_t{1} << static_cast<unsigned>(flag); }
  // The kind of ownership, other than that of share_min and share_max, of which caught owners may have more: the
  // conservative reading (OW6).
  std::optional<LinkKind> conservative_kind() const;
  // Where caught owners have something of another kind than that of share_min and share_max: that one and all of which
  // they have some, in order. Else empty.
  std::vector<LinkKind> kinds_held() const;
};

// A rule on a day over a structure, ready to answer.
class Judge {
 public:
  // `rule_is_early`: see RuleInForce.
  Judge(const Cascade& cascade, bool rule_is_early) : cascade_(&cascade), rule_is_early_(rule_is_early) {}
  const Cascade& cascade() const { return *cascade_; }
  // The verdict alone, cheaply: for all companies of a large graph.
  Verdict verdict(PartyId company) const;
  Finding find(PartyId company) const;
  // What can be said of a party that the graph does not have: `listed_as` is what the lists say (kClear, kPossible,
  // kListed).
  Finding outside_graph(Verdict listed_as) const;
  std::vector<std::string> flag_names(const Finding& finding) const;

 private:
  struct Decision {
    Verdict verdict;
    uint64_t flags = 0;
  };
  Decision decide(PartyId company) const;
  Decision concerns(PartyId company) const;
  void concern_of_sums(PartyId company, Decision& out) const;
  void share_of(Finding& finding) const;
  uint64_t facts(const Finding& finding) const;
  bool is_relative_owner(PartyId company) const;
  bool was_caught_before_sale(PartyId company) const;

  const Cascade* cascade_;
  bool rule_is_early_;
};

// By which kind of stake each run caught a company, by owners of lower rank than its own; nothing where it did not, or
// an open fact did.
std::vector<std::optional<LinkKind>> deciding_kinds(const Cascade& cascade, PartyId company,
                                                    std::span<const RunId> runs, Sure sure);

}  // namespace cordon::graph
