// The links that the lists of a snapshot state, as a part of a structure: whoever is behind the parties asked about.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "graph/structure.h"
#include "screen/other_entries.h"
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

// Under which names parties of lists stand in a structure: in one that is compared with it they have the same ones.
class ListNames {
 public:
  // A new name is none of `beside` either, which must outlive this.
  explicit ListNames(const graph::Structure* beside = nullptr) : beside_(beside) {}
  ListNames(ListNames of, const graph::Structure* beside) : names_(std::move(of.names_)), beside_(beside) {}
  const std::string& of_party(const Entity& entity, const graph::Structure& structure);
  void set(const Entity& entity, std::string_view name);
  // Of a party that a list mentions and has not got.
  const std::string& of_mention(std::string_view name, const graph::Structure& structure);

 private:
  bool is_taken(std::string_view name, const graph::Structure& structure) const {
    return structure.find(name) || (beside_ != nullptr && beside_->find(name));
  }
  std::map<std::string, std::string> names_;  // by list and id, or by what is mentioned
  const graph::Structure* beside_;
};

// A party of the lists that is in the structure, with what its list says of it.
struct ListParty {
  graph::PartyId party = graph::kNobody;
  std::string list, id;
  std::optional<Day> listed_on;  // where the list says so to the day
  std::set<std::string> rules;   // under which it counts as listed (rules_of_party)
  std::string caption;
  std::vector<std::string> programs, measures;
};

enum class ListScope : uint8_t {
  kBehindKnown,  // only what verdicts on the known parties may rest on
  kAll,
};

// Finds which entries of other lists are the parties of these (other_entries.h), or perhaps are.
using MatchEntries = std::function<Result<std::vector<EntryMatch>>(std::span<const uint32_t> numbers)>;

struct ListLinks {
  std::vector<ListParty> parties;         // of the lists, that are known or were added
  std::vector<StructureJoin> joins;       // of one of them to the entry of another list
  std::vector<graph::PartyId> mentioned;  // whom lists name and have not got
};
// Adds the links of the snapshot's lists to `structure`. A party of the lists that is not known gets the name that
// `names` has for it, or its caption, with its id behind it where that name is taken. With `match`, entries of several
// lists that are one party are one party of the structure, and who is behind any of them is added.
// Errors: those of reading the snapshot and of `match`. Cost: O(links), and a body read for each party returned.
Result<ListLinks> add_list_links(const Snapshot& snapshot, const graph::StoredLinks& links, const Asked& asked,
                                 ListScope scope, graph::Structure& structure, ListNames& names,
                                 const MatchEntries& match = {});
// The number in `snapshot` of the party of that list and id.
std::optional<uint32_t> find_on(const Snapshot& snapshot, const std::string& list, const std::string& id);

}  // namespace cordon::screen
