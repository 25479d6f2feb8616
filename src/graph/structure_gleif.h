// GLEIF Level-2 relationship records (RR-CDF 2.1 as CSV) as links, with the names of Level 1 (LEI-CDF as CSV) where
// that is given too. DOMAIN 1.9.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/report.h"
#include "graph/structure.h"
#include "graph/structure_entities.h"

namespace cordon::graph {

// Does a CSV's header name the columns of relationship records, or those of Level 1?
bool looks_like_gleif_relationships(std::string_view bytes);
bool looks_like_gleif_names(std::string_view bytes);

using GleifNames = std::unordered_map<std::string, std::string>;  // by LEI

// Adds the legal names of a Level-1 file. Errors: kBadInput where the header lacks LEI or Entity.LegalName.
Result<void> read_gleif_names(std::string_view bytes, const std::string& source, GleifNames& out, Reporter& reporter);

// Adds the relationships of a file. Consolidation is a stake of unknown share (or of the percentage that it states) and
// a sign of control (EU-g); an ultimate parent that the direct ones lead to is no stake of its own; a branch *is* its
// head office; fund links are shown only. What is over, annulled or makes no sense is reported. Parties are named by
// `names`, else by LEI; of several with one name the later ones get their LEI behind it. `ids` gets the party of each
// LEI. Errors: kBadInput where the header lacks a column.
Result<void> read_structure_gleif(std::string_view bytes, const std::string& source, const GleifNames& names,
                                  Structure& out, PartiesById& ids, Reporter& reporter);

}  // namespace cordon::graph
