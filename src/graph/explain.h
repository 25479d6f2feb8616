// Why a rule says what it says of a company: the paths that count, the sums along them, what does not count and why,
// and which fact would change it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/judge.h"

namespace cordon::graph {

// One caught party of the chain: what its owners add up to. Its counted owners were caught before it.
struct ProofStep {
  PartyId company = kNobody;
  LinkKind kind = LinkKind::kShares;
  std::vector<Stake> counted;
  Bound low, high;            // the sum: ends that are certain / possible; `high` is what the others leave at most
  bool by_complete = false;   // caught by what the other owners cannot have: all are given
  bool by_open_fact = false;  // possibly caught by a transfer or trust, whatever the sum
};

struct NotCounted {
  uint32_t link;
  std::string reason;
};

// What would settle a possible verdict: a share that would have to be known, a party that would have to be caught, or
// one of which it would have to be decided whether it is the listed one whose name it bears.
struct OpenFact {
  uint32_t link = 0;                   // where it is about a link
  PartyId maybe_listed = kNobody;      // where it is about who a party is
  std::optional<Bound> at_least = {};  // of that link's share; open: more than that. Nothing: its owner must be caught
};

// A day on which a stake of a caught party ended.
struct Sale {
  PartyId seller;
  Day day;
  Share before, after;  // of all caught owners together
  bool took_it_below;   // the threshold
};

struct Explanation {
  std::vector<ProofStep> steps;              // the company's owners before it; the company last
  std::vector<std::vector<uint32_t>> paths;  // links from a listed party to the company
  bool more_paths = false;                   // there are more than kMostPaths
  std::vector<NotCounted> not_counted;       // of the company
  std::vector<OpenFact> open_facts;
  std::vector<Transfer> transfers;
  std::vector<Succession> successions;  // to listed parties
  std::vector<Sale> sales;
  std::optional<Share> if_exercised;  // the share with the options of caught parties on the company
};
inline constexpr size_t kMostPaths = 64;

// REQUIRES: `finding` is of `judge`.
Explanation explain(const Judge& judge, const Finding& finding);

}  // namespace cordon::graph
