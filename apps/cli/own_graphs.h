// Where the structure that cordon own judges comes from: the files of --graph, each known by its content, and the
// parties that the command line names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/report.h"
#include "graph/structure.h"
#include "graph/structure_entities.h"

namespace cordon::cli {

struct OwnGraphs {
  graph::Structure structure;
  graph::PartiesById ids;  // of FtM and GLEIF files
  size_t parties = 0;      // of the files; those behind them were named on the command line, or stand on lists
};

// Reads every file: CSV (docs/formats/structure-csv.md), BODS, FtM as JSON lines,
// GLEIF's relationship records with the names of its Level 1. Statements of BODS that became
// known after `known_at` are left out. Errors: those of opening the files; kBadInput for one that cannot be read at
// all. What is skipped in a file is reported.
Result<OwnGraphs> read_own_graphs(const std::vector<std::string>& paths, Day known_at, Reporter& reporter);

// The party of that name in the files, or of that id.
std::optional<graph::PartyId> find_party(const OwnGraphs& graphs, std::string_view name_or_id);

}  // namespace cordon::cli
