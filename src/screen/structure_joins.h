// Which parties of an ownership structure are listed: each name is screened like any customer's, and every hit is a
// join that is shown with its score. One that is decided (by more than a name), or that somebody confirmed, makes the
// party listed; any other makes it possibly listed until it is confirmed or revoked.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "graph/judge.h"
#include "graph/structure.h"
#include "screen/screener.h"

namespace cordon::screen {

struct StructureJoin {
  graph::PartyId party = graph::kNobody;
  Hit hit;
  std::optional<Day> listed_on;  // where the list says so to the day
  std::set<std::string>
      rules;                  // under which it counts (data/ownership/lists.tsv); none: it is there for its links only
  bool is_confirmed = false;  // somebody said that it is that party
  bool is_asked_about = false;  // somebody asked about the party of that name, and no other is as much alike
  bool is_same_entry = false;   // the party is an entry of a list, and this is the same party's entry on another

  bool is_certain() const { return is_confirmed || is_asked_about || is_same_entry || hit.decided; }
  // Does it count under the rule on that day? What is listed later does not.
  bool counts(const std::string& rule, Day as_of) const {
    return rules.contains(rule) && (!listed_on || *listed_on <= as_of);
  }
};

// What somebody decided about joins.
struct JoinChoices {
  std::set<std::pair<graph::PartyId, uint32_t>> confirmed;   // with the number of the entity
  std::set<std::pair<graph::PartyId, std::string>> revoked;  // with the id of the entity; "": with whomever
  bool is_revoked(graph::PartyId party, const std::string& entity_id) const {
    return revoked.contains({party, ""}) || revoked.contains({party, entity_id});
  }
};

struct StructureJoins {
  std::vector<StructureJoin> joins;          // by party, best first
  std::vector<graph::PartyId> not_screened;  // whose names have nothing to search by
};
// Screens every party of the structure by name, on `jobs` threads (0: all cores), and adds the confirmed joins that
// screening does not find. `links`: of the screener's snapshot. Errors: those of reading the snapshot. Cost: a search a
// party.
Result<StructureJoins> join_structure(const graph::Structure& structure, const Screener& screener,
                                      const graph::StoredLinks& links, const JoinChoices& choices, unsigned jobs);
// The same for these parties only.
Result<StructureJoins> join_parties(const graph::Structure& structure, std::span<const graph::PartyId> parties,
                                    const Screener& screener, const graph::StoredLinks& links,
                                    const JoinChoices& choices, unsigned jobs);
// The joins that the hits of one screening are; `party` may be nobody.
Result<std::vector<StructureJoin>> joins_of(const Screening& screening, graph::PartyId party, const Screener& screener,
                                            const graph::StoredLinks& links, const JoinChoices& choices);

// What the joins of one party make it under a rule by themselves: kListed, kPossible or kClear.
graph::Verdict listed_as(std::span<const StructureJoin> joins, const std::string& rule, Day as_of);

}  // namespace cordon::screen
