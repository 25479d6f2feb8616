// The four tables are told apart by columns, numbers and closed vocabularies; only the comments need their file name.
#include "lists/ofac_tables.h"

#include "base/utf8.h"
#include "syntax/csv.h"
#include "syntax/text_encoding.h"

namespace cordon::lists {
namespace {

constexpr size_t kSampleBytes = size_t{64} << 10;
constexpr size_t kSampleRows = 8;
constexpr std::string_view kNull = "-0-";
constexpr std::string_view kEndMark = "\x1a";

// Which of the four tables has rows like this one? Two numeric columns or a closed vocabulary tell them from other CSV.
std::optional<OfacTable> table_of_row(const std::vector<std::string>& row, std::string_view file_name) {
  if (row.size() < 2 || !is_ofac_number(trim(row[0]))) return std::nullopt;
  for (const OfacTableRow& t : kOfacTables) {
    if (t.columns != row.size()) continue;
    const bool second_number = is_ofac_number(trim(row[1]));
    switch (t.table) {
      case OfacTable::kPrimary:
        return ofac_schema(ofac_value(row[kSdnType])) && !second_number ? std::optional(t.table) : std::nullopt;
      case OfacTable::kAddresses:
        return second_number ? std::optional(t.table) : std::nullopt;
      case OfacTable::kAliases:
        return second_number && ofac_alias_kind(trim(row[2])) ? std::optional(t.table) : std::nullopt;
      case OfacTable::kComments: {
        const bool named = ascii_lower(file_name).find("comment") != std::string::npos;
        const bool remarks =
            row[1].find(".k.a. '") != std::string::npos || row[1].find("Linked To:") != std::string::npos;
        return !second_number && (named || remarks) ? std::optional(t.table) : std::nullopt;
      }
    }
  }
  return std::nullopt;
}

bool has_null(const std::vector<std::string>& row) {
  return std::ranges::any_of(row, [](const std::string& field) { return trim(field) == kNull; });
}

}  // namespace

bool is_ofac_number(std::string_view t) {
  return !t.empty() && t.size() <= 12 && t.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string_view ofac_value(const std::string& field) {
  const std::string_view t = trim(field);
  return t == kNull ? std::string_view{} : t;
}

std::string_view ofac_title(std::string_view list) {
  return list == "ofac-cons" ? "Consolidated Sanctions List (non-SDN)"
                             : "Specially Designated Nationals and Blocked Persons";
}

std::optional<Schema> ofac_schema(std::string_view sdn_type) {
  const std::string type = ascii_lower(sdn_type);
  if (type.empty() || type == "entity") return Schema::kOrganization;
  if (type == "individual") return Schema::kPerson;
  if (type == "vessel") return Schema::kVessel;
  if (type == "aircraft") return Schema::kAirplane;
  return std::nullopt;
}

std::optional<NameKind> ofac_alias_kind(std::string_view alt_type) {
  const std::string type = ascii_lower(alt_type);
  if (type == "aka") return NameKind::kAlias;
  if (type == "fka") return NameKind::kFormer;
  if (type == "nka") return NameKind::kNow;
  return std::nullopt;
}

std::optional<OfacTable> ofac_table_of(const InputFile& file) {
  std::string_view sample = std::string_view(file.bytes).substr(0, kSampleBytes);
  if (sample.size() < file.bytes.size()) sample = sample.substr(0, sample.rfind('\n') + 1);
  const DecodedText decoded = decode_text(sample);
  CsvReader reader(decoded.text, file.path, ',');
  std::optional<OfacTable> found;
  size_t good = 0, others = 0;
  bool nulls = false;
  for (size_t i = 0; i < kSampleRows; ++i) {
    const auto row = reader.next();
    if (row && !*row) break;
    if (!row) {
      ++others;
      continue;
    }
    const auto& fields = (*row)->fields;
    if (trim(fields[0]) == kEndMark) break;
    if (i == 0 && !is_ofac_number(trim(fields[0]))) return std::nullopt;
    const auto table = table_of_row(fields, file.name);
    if (!found) found = table;
    good += table.has_value() && *table == *found;
    nulls = nulls || has_null(fields);
    others += !table || *table != *found;
  }
  return good > 0 && good >= others && (nulls || *found == OfacTable::kComments) ? found : std::nullopt;
}

}  // namespace cordon::lists
