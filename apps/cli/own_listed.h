// Who of a graph is listed, as the options of `cordon own` say: --listed, -s, --join, --no-join. With
// a snapshot also the links that its lists state.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/own_graphs.h"
#include "graph/holdings.h"
#include "screen/consequences.h"
#include "screen/list_links.h"
#include "screen/structure_joins.h"
#include "syntax/json_writer.h"

namespace cordon::cli {

struct Seeds {
  std::vector<graph::PartyId> listed, maybe;
};

struct Listed {
  std::map<std::string, Seeds> by_rule;
  graph::ListingDays days;                   // since when, where a list says so
  std::map<graph::PartyId, Day> undated;     // where none does: the day of the list that has it, where it has one
  std::vector<screen::StructureJoin> joins;  // by party
  screen::JoinChoices choices;
  std::unique_ptr<const screen::Screener> screener;  // where a snapshot is asked
  graph::StoredLinks links;                          // of that snapshot, which the screener holds
  std::vector<screen::ListParty> list_parties;       // of the lists, that are in the graph; by party
  std::set<graph::PartyId> strangers;  // named on the command line, and neither in the graph nor on a list
  size_t not_screened = 0;             // parties whose names have nothing to search by

  std::span<const screen::StructureJoin> joins_of(graph::PartyId party) const;
  // What the lists say of the party under the rule, by `own` too (joins of its own record): of what is certain, where
  // anything is; where `is_certain`, of that alone. Nothing where it is listed by --listed alone.
  std::vector<screen::Ground> grounds_of(graph::PartyId party, std::span<const screen::StructureJoin> own,
                                         const std::string& rule, Day as_of, bool is_certain) const;
  // "is perhaps eu:EU.1 (NAME, score 0.9812); --join … confirms that, --no-join revokes it"; "" where no join counts.
  std::string join_text(graph::PartyId party, const std::string& rule, Day as_of) const;
};

// The structure that --since compares with.
struct EarlierStructure {
  graph::Structure structure;
  std::shared_ptr<const screen::Snapshot> snapshot;  // whose lists stated its links; null: that of today
};
// The files of --since: earlier graphs (where there are none, those of today), and maybe an earlier snapshot. Their
// parties are made parties of `graphs` too, so that who is listed is asked of them all. Errors: kInvalidArgument (two
// snapshots), those of reading.
Result<EarlierStructure> read_earlier(const Arguments& arguments, Day known_at, OwnGraphs& graphs, Reporter& reporter);

// Says of each join on standard error what it is. Adds what the lists state to the graph, and to `earlier`, where it is
// not null, what its lists stated; who is listed is asked of today's lists alone. Errors: kInvalidArgument, those of
// opening and reading a snapshot.
Result<Listed> listed_of(const Arguments& arguments, const std::vector<std::string>& rules, Day as_of,
                         OwnGraphs& graphs, EarlierStructure* earlier);

// The members of a join; `party` as it is shown.
void append_join(JsonWriter& json, std::string_view party, const screen::StructureJoin& join);

}  // namespace cordon::cli
