// Everything a list says of a party as one row of statements, each with its source: what `cordon show` prints and
// `cordon diff` compares.
#pragma once

#include <string>
#include <vector>

#include "model/entity.h"

namespace cordon {

struct Statement {
  std::string_view group;  // heading: "Names", "Dates" …
  std::string property;    // FtM property name
  std::string value;
  std::string detail;              // strength, language, country, note …
  std::string rest;                // what these may leave out: the parts of an address, a country as it was written
  const Source* source = nullptr;  // points into the entity; none for what the list says of the whole record
};
// The headings, in their order.
inline constexpr std::string_view kStatementGroups[] = {"Names",     "Identifiers", "Dates", "Countries",
                                                        "Addresses", "Listing",     "Links", "Remarks"};
// In the order of the groups; within a group in that of the list. REQUIRES: `entity` outlives the result.
std::vector<Statement> statements_of(const Entity& entity);

}  // namespace cordon
