// The links that the lists of a snapshot state, as a part of a structure: whoever is behind the parties asked about.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "graph/structure.h"
#include "screen/snapshot.h"
#include "screen/structure_joins.h"

namespace cordon::screen {

// Which party of the structure a party of the lists, by its number in the snapshot, is.
using KnownParties = std::map<uint32_t, graph::PartyId>;

// What a user asks about, and how it is known.
struct Asked {
  KnownParties by_number;
  std::vector<graph::PartyId> by_name;  // may also be a party that a list names exactly so and has not got
};

// By the joins that are certain: of several parties of the structure that are joined to one of the lists, the one with
// the highest score.
KnownParties known_by_joins(const Snapshot& snapshot, std::span<const StructureJoin> joins);

// A party of the lists that is in the structure, with what its list says of it.
struct ListParty {
  graph::PartyId party = graph::kNobody;
  std::optional<Day> listed_on;  // where the list says so to the day
  std::set<std::string> rules;   // under which it counts as listed (rules_of_party)
};

enum class ListScope : uint8_t {
  kBehindKnown,  // only what verdicts on the known parties may rest on
  kAll,
};

// Adds the links of the snapshot's lists to `structure`. A party of the lists that is not known gets its caption as
// name, with its id behind it where that name is taken. Returns the parties of the lists that are known or were added.
// Errors: those of reading the snapshot. Cost: O(links), and a body read for each party returned.
Result<std::vector<ListParty>> add_list_links(const Snapshot& snapshot, const graph::StoredLinks& links,
                                              const Asked& asked, ListScope scope, graph::Structure& structure);

}  // namespace cordon::screen
