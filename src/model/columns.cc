// Reads data/columns/columns.tsv once and looks headers up in it; what is no field may still be an identifier's label.
#include "model/columns.h"

#include <algorithm>
#include <unordered_map>

#include "base/table.h"
#include "base/utf8.h"

namespace cordon {
namespace {

struct FieldRow {
  Field field;
  std::string_view name;
};
constexpr FieldRow kFields[] = {
    {Field::kId, "id"},
    {Field::kName, "name"},
    {Field::kFirstName, "first_name"},
    {Field::kMiddleName, "middle_name"},
    {Field::kLastName, "last_name"},
    {Field::kAlias, "alias"},
    {Field::kWeakAlias, "weak_alias"},
    {Field::kFormerName, "former_name"},
    {Field::kSchema, "schema"},
    {Field::kBirthDate, "birth_date"},
    {Field::kCountry, "country"},
    {Field::kNationality, "nationality"},
    {Field::kJurisdiction, "jurisdiction"},
    {Field::kBirthPlace, "birth_place"},
    {Field::kAddress, "address"},
    {Field::kStreet, "street"},
    {Field::kCity, "city"},
    {Field::kRegion, "region"},
    {Field::kPostalCode, "postal_code"},
    {Field::kAddressCountry, "address_country"},
    {Field::kIdentifier, "identifier"},
    {Field::kIdCountry, "identifier_country"},
    {Field::kGender, "gender"},
    {Field::kTitle, "title"},
    {Field::kProgram, "program"},
    {Field::kMeasure, "measure"},
    {Field::kReference, "reference"},
    {Field::kListedOn, "listed_on"},
    {Field::kNotes, "notes"},
    {Field::kIgnored, "ignored"},
};

// Letters and digits only, lower case; camelCase, snake_case and spaced words meet. A trailing number does not count.
std::string header_key(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, i);
    if ((c >= 'A' && c <= 'Z') || (c >= 0x410 && c <= 0x42F) || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) c += 32;
    if (c >= 0x400 && c <= 0x40F) c += 80;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0xC0 && c != 0x200B && c != 0xFEFF))
      append_utf8(out, c);
  }
  size_t n = out.size();
  while (n > 0 && out[n - 1] >= '0' && out[n - 1] <= '9') --n;
  if (n > 0) out.resize(n);
  return out;
}

const std::unordered_map<std::string, Field>& headers() {
  static const std::unordered_map<std::string, Field> map = [] {
    std::unordered_map<std::string, Field> out;
    for_each_table_line("columns/columns.tsv", [&](std::string_view line) {
      const std::string_view field = take_field(line, '\t');
      for (const FieldRow& row : kFields) {
        if (row.name != field) continue;
        while (!line.empty()) out.try_emplace(header_key(take_field(line, '|')), row.field);
      }
    });
    return out;
  }();
  return map;
}

// The currency that a crypto column's header names ("btc_address"), or "".
std::string currency_of(const std::string& key) {
  constexpr std::pair<std::string_view, std::string_view> kWords[] = {
      {"bitcoin", "XBT"},  {"btc", "XBT"}, {"xbt", "XBT"},  {"usdt", "USDT"},
      {"ethereum", "ETH"}, {"eth", "ETH"}, {"tron", "TRX"}, {"trx", "TRX"}};
  for (const auto& [word, code] : kWords)
    if (key.find(word) != std::string::npos) return std::string(code);
  return {};
}

std::optional<Column> identifier_column(std::string_view header) {
  const std::string key = header_key(header);
  // "passport_number_1", "tax id code", "btc_address": the label may carry a word that says only "this is a number".
  std::string_view stem = key;
  for (int round = 0; round < 2 && !stem.empty(); ++round) {
    if (const auto kind = parse_id_kind(stem); kind && *kind != IdKind::kUnknown && stem != "other") {
      Column column{Field::kIdentifier, *kind, {}};
      if (*kind == IdKind::kCryptoAddress) column.detail = currency_of(key);
      return column;
    }
    for (const std::string_view tail : {"address", "code", "value", "s"})
      if (stem.size() > tail.size() + 1 && stem.ends_with(tail)) {
        stem.remove_suffix(tail.size());
        break;
      }
  }
  return std::nullopt;
}

}  // namespace

std::string_view field_name(Field field) {
  for (const FieldRow& row : kFields)
    if (row.field == field) return row.name;
  return "ignored";
}

std::optional<Column> recognize_column(std::string_view header) {
  const auto it = headers().find(header_key(header));
  if (it != headers().end()) return Column{it->second, IdKind::kUnknown, {}};
  if (auto column = identifier_column(header)) return column;
  // "DOB (dd/mm/yyyy)": what stands in brackets explains.
  const size_t bracket = header.find_first_of("([");
  if (bracket == 0 || bracket == std::string_view::npos) return std::nullopt;
  return recognize_column(header.substr(0, bracket));
}

Result<ColumnMapping> parse_mapping(std::string_view text) {
  const size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals + 1 == text.size())
    return fail(ErrorCode::kInvalidArgument, "'" + std::string(text) + "' is not FIELD=COLUMN");
  std::string_view field = trim(text.substr(0, equals));
  if (field.starts_with("subject.")) field.remove_prefix(8);
  ColumnMapping out;
  out.header = std::string(trim(text.substr(equals + 1)));
  for (const FieldRow& row : kFields)
    if (row.name == field) {
      out.column = {row.field, IdKind::kUnknown, {}};
      return out;
    }
  if (const auto column = recognize_column(field)) {
    out.column = *column;
    return out;
  }
  std::string known;
  for (const FieldRow& row : kFields) known += (known.empty() ? "" : ", ") + std::string(row.name);
  return fail(ErrorCode::kInvalidArgument,
              "no field '" + std::string(field) + "'; there are: " + known + ", and the kinds of identifiers");
}

}  // namespace cordon
