// The links of a snapshot (graph/stored_links.h) beside its lists: how many each list states, and what of them differs
// between two snapshots.
//
// A link is known by its two parties (by id, or by name where a list names a party that it has not got), its kind and
// its criterion. It is changed where its share or its days are others. Where it was read is no change.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "assemble/diff.h"
#include "assemble/stored_lists.h"
#include "graph/stored_links.h"
#include "snapshot/reader.h"

namespace cordon::assemble {

// Reads the links of the snapshot of `reader`, which must outlive the result. Errors: kCorrupt, kVersion.
Result<graph::StoredLinks> open_links(const snapshot::Reader& reader, const StoredLists& lists);

// How many links each list states, in the order of the lists. Cost: O(links).
std::vector<uint64_t> links_by_list(const graph::StoredLinks& links, const StoredLists& lists);

struct LinkEnd {
  std::string id;    // empty: the list has no such party
  std::string name;  // its caption, or as the list names it
};

struct LinkChange {
  std::string list;
  LinkEnd owner, owned;
  graph::LinkKind kind = graph::LinkKind::kLinked;
  std::string criterion;
  std::vector<std::string> before, after;  // "50%, from 2020-01-01"; what both have is left out
  Difference difference() const {
    return before.empty() ? Difference::kAdded : after.empty() ? Difference::kRemoved : Difference::kChanged;
  }
};

struct LinkDiff {
  std::vector<LinkChange> changes;                 // by list, owned, owner, kind
  std::map<std::string, DifferenceCounts> counts;  // by list; lists without a change are not there
  DifferenceCounts total() const;
};

// One of two snapshots that are compared.
struct LinksOfLists {
  const StoredLists& lists;
  const graph::StoredLinks& links;
};
// Errors: those of reading parties. Cost: sorts the links of both, and reads the bodies of the parties that have any.
Result<LinkDiff> diff_links(const LinksOfLists& before, const LinksOfLists& after);

}  // namespace cordon::assemble
