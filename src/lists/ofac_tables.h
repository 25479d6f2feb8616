// OFAC's four CSV tables: what their columns are, and which of them a file holds.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lists/list_format.h"

namespace cordon::lists {

enum class OfacTable : uint8_t { kPrimary, kAddresses, kAliases, kComments };
struct OfacTableRow {
  OfacTable table;
  size_t columns;
};
inline constexpr std::array kOfacTables = {
    OfacTableRow{OfacTable::kPrimary, 12},   // sdn.csv, cons_prim.csv
    OfacTableRow{OfacTable::kAddresses, 6},  // add.csv
    OfacTableRow{OfacTable::kAliases, 5},    // alt.csv
    OfacTableRow{OfacTable::kComments, 2},   // sdn_comments.csv
};
// Columns of the party table.
enum OfacColumn : size_t {
  kEntNum,
  kSdnName,
  kSdnType,
  kProgram,
  kTitle,
  kCallSign,
  kVesselType,
  kTonnage,
  kGrt,
  kFlag,
  kOwner,
  kRemarks
};

// A number of up to twelve digits, as ent_num is.
bool is_ofac_number(std::string_view text);
// Returns the field without blanks at its ends; empty where it is OFAC's null, "-0-".
std::string_view ofac_value(const std::string& field);
// What OFAC calls its list "ofac" or "ofac-cons".
std::string_view ofac_title(std::string_view list);
// Returns the schema of an SDN_Type; nothing where it is none of the four.
std::optional<Schema> ofac_schema(std::string_view sdn_type);
// Returns the kind of an alt_type ("aka", "fka", "nka"); nothing where it is none of them.
std::optional<NameKind> ofac_alias_kind(std::string_view alt_type);

// Returns the table that a file holds, by its first rows, of which at most half may be damaged. The first must begin
// with a number: a table with a header is another's; and somewhere among them must stand OFAC's own word for "nothing".
std::optional<OfacTable> ofac_table_of(const InputFile& file);

}  // namespace cordon::lists
