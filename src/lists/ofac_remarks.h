// The Remarks of OFAC's lists, parsed: dates and places of birth, documents, weak aliases, vessel and aircraft particulars,
// crypto addresses, links, secondary sanctions (DOMAIN 3.1 has the grammar).
#pragma once

#include <string_view>

#include "lists/entity_builder.h"

namespace cordon::lists {

// Adds what `remarks` says to `builder`. A segment with an unknown label becomes a "notes" property and is noted to
// `reporter`; nothing is dropped. Semicolons inside parentheses and quotes do not split.
void parse_ofac_remarks(std::string_view remarks, EntityBuilder& builder, Reporter& reporter, const Where& where);

// Adds one "label value (country)" document or particular, as in Remarks segments and in the XML's idList.
// Returns false where the label is unknown (the caller keeps it as a note).
bool add_ofac_identity(std::string_view label, std::string_view value, std::string_view country, EntityBuilder& builder);

}  // namespace cordon::lists
