// Which parties of an ownership structure are listed: each name is screened like any customer's, and every hit is a
// join that is shown with its score and can be revoked.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "graph/structure.h"
#include "screen/screener.h"

namespace cordon::screen {

struct StructureJoin {
  graph::PartyId party = graph::kNobody;
  Hit hit;
  std::optional<Day> listed_on;  // where the list says so to the day
  std::set<std::string> rules;   // under which it counts (data/ownership/lists.tsv)
};

// Screens every party of the structure but those of `revoked`, by name, in the order of their ids. Errors: those of
// reading the snapshot. Cost: a search a party.
Result<std::vector<StructureJoin>> join_structure(const graph::Structure& structure, const Screener& screener,
                                                  const std::set<graph::PartyId>& revoked,
                                                  const std::vector<std::string>& all_rules);

}  // namespace cordon::screen
