// The Remarks of OFAC's lists, parsed: dates and places of birth, documents, weak aliases, vessel and aircraft
// particulars, crypto addresses, links, secondary sanctions (DOMAIN 3.1 has the grammar).
#pragma once

#include <string_view>

#include "lists/entity_builder.h"

namespace cordon::lists {

// Adds what `remarks` says to `builder`. A segment with an unknown label becomes a "notes" property and is noted to
// `reporter`; nothing is dropped. Semicolons inside parentheses and quotes do not split.
void parse_ofac_remarks(std::string_view remarks, EntityBuilder& builder, Reporter& reporter, const Where& where);

// Adds one "label value (country)" document or particular, as in Remarks segments and in the XML's idList.
// Returns false where the label is unknown (the caller keeps it as a note).
bool add_ofac_identity(std::string_view label, std::string_view value, std::string_view country,
                       EntityBuilder& builder);

// Adds a name as OFAC writes it: of a person "FAMILY, Given", split at the first comma and put in reading order.
Name* add_ofac_name(std::string_view listed, NameKind kind, NameStrength strength, EntityBuilder& builder);

// resolve_links for a list of OFAC: the full stop that ends Remarks is often also that of an abbreviation ("S.A."), so
// a name that only lacks it is completed first.
void resolve_ofac_links(std::vector<Entity>& entities);

// Passes the remarks of `single` on to `reporter`, those on segments without a label as one that counts them.
void sum_up_remarks(const Reporter& single, std::string_view list, Reporter& reporter);

}  // namespace cordon::lists
