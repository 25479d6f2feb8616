// INDIVIDUAL_DOCUMENT of the UN's list: the number may stand in NUMBER, in TYPE_OF_DOCUMENT2 or only in NOTE.
#pragma once

#include "lists/entity_builder.h"
#include "syntax/xml.h"

namespace cordon::lists {

// Adds the document, or, where no number can be found in it, a note with all that it says.
void add_un_document(const XmlNode& document, EntityBuilder& builder);

}  // namespace cordon::lists
