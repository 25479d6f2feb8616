// The difference of two snapshots for a person's eyes.
#pragma once

#include <map>
#include <span>
#include <string>

#include "assemble/diff.h"
#include "assemble/field_changes.h"
#include "assemble/snapshot_links.h"
#include "cli/terminal.h"
#include "model/entity.h"

namespace cordon::cli {

// A row a list: its date and parties in both snapshots, and how many of them were added, removed, changed. A list that
// only one has stands there with "-" for the other. `counts` by list.
std::string lists_diff_table(std::span<const ListInfo> before, std::span<const ListInfo> after,
                             const std::map<std::string, assemble::DifferenceCounts>& counts, const Look& look);
// "17 parties differ: 4 added, 1 removed, 12 changed"; "no party differs".
std::string counts_text(const assemble::DifferenceCounts& counts);
// A party in a line, and below it, where it has changed, each field with what was taken out (-) and put in (+), or with
// old -> new where that is one value each.
std::string party_diff_text(const Entity& party, assemble::Difference difference,
                            const std::vector<assemble::FieldChange>& fields, const Look& look);

// The links that the lists state, a row a list as above; "" where neither snapshot has any.
std::string links_diff_text(const std::map<std::string, uint64_t>& before, const std::map<std::string, uint64_t>& after,
                            const assemble::LinkDiff& diff, const Look& look);
// A link in a line: kind, owner, owned, and what is stated of it.
std::string link_diff_text(const assemble::LinkChange& change, const Look& look);

}  // namespace cordon::cli
