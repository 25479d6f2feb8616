// What the document types of the UN and EU lists mean (data/lists/document_kinds.tsv, read once), and which kind of
// number a vaguely named one shows itself to be by its checksum.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/identifier.h"

namespace cordon::lists {

// Returns the kind of the first row whose words occur in `type`; nothing where none does.
std::optional<IdKind> un_document_kind(std::string_view type);
// Returns the kind of an identificationTypeCode; nothing where it is not in the table.
std::optional<IdKind> eu_document_kind(std::string_view code);
// Returns the rows of the table that make no sense, in words; a test holds this empty.
std::vector<std::string> check_document_kinds();

// A tax, registration or unknown number of a country whose numbers carry a checksum that holds is one of that kind: INN
// and OGRN of Russia, UNP of Belarus, USCC of China. `country` is a code or empty.
IdKind refined_kind(IdKind kind, std::string_view value, std::string_view country);

}  // namespace cordon::lists
