// Answers as CSV (RFC 4180): one row a hit, one row with empty hit columns for a subject without.
#pragma once

#include <string>

#include "model/screening.h"

namespace cordon::cli {

inline constexpr std::string_view kCsvHeader =
    "id,outcome,entity_id,caption,schema,score,list,programs,measures,references,reason,group,profile\n";
// With --since: what differs, "new", "changed" or "gone" in a hit's row, and the outcome on the earlier snapshot.
inline constexpr std::string_view kCsvHeaderSince =
    "id,outcome,entity_id,caption,schema,score,list,programs,measures,references,reason,group,profile,change,"
    "outcome_before\n";
// Several values of one cell stand apart by "; ". The reason of a not_screened row is its error.
// A text that a spreadsheet would run as a formula (first character = + - @, tab or carriage return, and no plain
// number) stands behind an apostrophe.
// Rows of one group are the same party, met on several lists: `group` is the entity_id of its first hit.
// `profile` stands in every row: the settings that the answer was given under. An answer with `before` has the two
// columns of kCsvHeaderSince too; its row without a hit says in `reason` what differs.
std::string csv_rows(const Screening& screening, std::string_view profile);

// A text as a CSV cell: quoted where it must be, behind an apostrophe where a spreadsheet would take it for a formula.
std::string csv_cell(std::string_view text);

}  // namespace cordon::cli
