// The CSV of --graph: owner,owned,share,kind,from,to,source,known_at,with. The page is docs/formats/structure-csv.md.
#pragma once

#include <string>
#include <string_view>

#include "base/report.h"
#include "graph/structure.h"

namespace cordon::graph {

// Adds the rows of a table to `out`. A row that cannot be used is reported as skipped, with its line and the reason,
// and marks the company that it names; the rest is read. `bytes` may be in any encoding that syntax/text_encoding.h
// tells. Errors: kBadInput where the table lacks one of the first three columns, or is empty.
Result<void> read_structure_csv(std::string_view bytes, const std::string& source, Structure& out, Reporter& reporter);

// A day as YYYY-MM-DD, nothing else.
std::optional<Day> parse_day(std::string_view text);

}  // namespace cordon::graph
