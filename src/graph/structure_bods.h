// BODS (Beneficial Ownership Data Standard) statements as links: versions 0.4, and 0.3 and 0.2 by their published
// shape.
#pragma once

#include <string>
#include <string_view>

#include "base/report.h"
#include "graph/structure.h"

namespace cordon::graph {

// Does the text look like BODS: JSON whose statements have a recordType or a statementType?
bool looks_like_bods(std::string_view bytes);

// Adds the statements of a JSON array, object or JSON lines. What a statement of a record says holds until the day from
// which a later one published up to `known_at` speaks. An indirect share whose chain is given as components is left
// out: the chain says it (OW16). Who hold an arrangement together act together in it, as in a pact (OW18). What cannot
// be used is reported as skipped, with the number of the statement and the reason, and marks the company that it is
// about. Parties are named as the statements name them; of several with one name the later ones get their record id
// behind it. Errors: kBadInput (no JSON; no statement of BODS), kUnsupported (all of another version).
Result<void> read_structure_bods(std::string_view bytes, const std::string& source, Day known_at, Structure& out,
                                 Reporter& reporter);

}  // namespace cordon::graph
