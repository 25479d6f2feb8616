// Propositions: what several claims are about, who asserts it, who denies it. docs/decisions/0020-who-said-what.md.
#pragma once

#include <string>
#include <vector>

#include "reading/goods.h"
#include "reading/quotes.h"
#include "reading/speakers.h"

namespace cordon::reading {

enum class Status : uint8_t { kContested, kAsserted, kDenied };
std::string_view status_name(Status status);

// Who stands on one side: distinct speakers, and distinct origins of their word.
struct Side {
  uint32_t named = 0;
  uint32_t unnamed = 0;
  uint32_t origins = 0;
};

struct Proposition {
  std::string id;         // q1, q2 …
  std::string predicate;  // REQUEST SUPPLY BUY EVADE OWN CONTROL TRANSFER SANCTION WARN DISINFORM MEET OTHER
  int agent = -1;         // numbers of parties
  int recipient = -1;
  Status status = Status::kAsserted;
  Side asserted, denied;
  std::vector<int> claims;  // numbers, ascending; those that count on no side too
  Span text;                // the content that words it best
};

// Returns the numbers of the claims that count on the asserting or the denying side, the first of each speaker's name,
// in text order.
std::vector<int> counted_claims(const Proposition& about, const std::vector<Claim>& claims, const Parties& parties,
                                bool positive);

// Joins claims about the same thing; fills proposition, is_positive and is_counted of each claim.
std::vector<Proposition> join_propositions(const Text& text, const std::vector<Sentence>& sentences,
                                           const Parties& parties, const Goods& goods, std::vector<Claim>& claims);

}  // namespace cordon::reading
