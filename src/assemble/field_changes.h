// Two versions of a party to the fields in which they differ.
#pragma once

#include <string>
#include <vector>

#include "model/entity.h"

namespace cordon::assemble {

// A field by FtM's name for it (name, alias, birthDate, program …; caption, schema and list_id for the record itself),
// with all its values in the order of the list. Where a value stands on both sides and only what qualifies it differs
// (strength, language, issuer, the parts of an address), that stands behind it in brackets.
struct FieldChange {
  std::string field;
  std::vector<std::string> before, after;
};

// Returns the fields that differ, those of the record first, then in the order of the statements (model/statements.h).
// Either version may be null: then all fields of the other. Not empty where the two say anything different: "order" is
// the field where the same is said in another order across fields.
std::vector<FieldChange> field_changes(const Entity* before, const Entity* after);

}  // namespace cordon::assemble
