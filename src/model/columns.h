// Recognises the columns of any table or the keys of any JSON record by their usual names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "model/identifier.h"

namespace cordon {

enum class Field : uint8_t {
  kId,
  kName,
  kFirstName,
  kMiddleName,
  kLastName,
  kAlias,
  kWeakAlias,
  kFormerName,
  kSchema,
  kBirthDate,
  kCountry,
  kNationality,
  kJurisdiction,
  kBirthPlace,
  kAddress,
  kStreet,
  kCity,
  kRegion,
  kPostalCode,
  kAddressCountry,
  kIdentifier,  // with Column::id_kind
  kIdCountry,
  kGender,
  kTitle,
  kProgram,
  kMeasure,
  kReference,
  kListedOn,
  kNotes,
  kIgnored,
};
std::string_view field_name(Field field);  // "name", "birth_date", … as in --map subject.NAME=COLUMN

struct Column {
  Field field;
  IdKind id_kind = IdKind::kUnknown;
  std::string detail;  // currency of a crypto column
};

// Returns what a header such as "Date_of_Birth", "dob", "Tax ID No.", "alias 2" means; nothing where it is unknown.
// Case, "_", "-", ".", blanks and a trailing number are ignored.
std::optional<Column> recognize_column(std::string_view header);

// One --map: "subject.name=Kundenname". `subject.` may be left out. Errors: kInvalidArgument.
struct ColumnMapping {
  std::string header;
  Column column;
};
Result<ColumnMapping> parse_mapping(std::string_view text);

}  // namespace cordon
