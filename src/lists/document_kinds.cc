#include "lists/document_kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/embedded.h"
#include "base/utf8.h"

namespace cordon::lists {
namespace {

constexpr std::string_view kTable = "lists/document_kinds.tsv";

struct Row {
  std::string_view list, type;
  IdKind kind;
};
struct Table {
  std::vector<Row> rows;
  std::vector<std::string> faults;
};

std::string_view take(std::string_view& rest, char separator) {
  const size_t end = rest.find(separator);
  const std::string_view part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return part;
}

Table read_table() {
  Table table;
  std::string_view rest = embedded(kTable);
  while (!rest.empty()) {
    std::string_view line = take(rest, '\n');
    if (line.empty() || line.front() == '#') continue;
    const std::string_view whole = line;
    Row row{take(line, '\t'), take(line, '\t'), IdKind::kUnknown};
    const auto kind = parse_id_kind(line);
    if (!kind) {
      table.faults.push_back(fmt::format("data/{}: {}", kTable, whole));
      continue;
    }
    row.kind = *kind;
    table.rows.push_back(row);
  }
  return table;
}

const Table& table() {
  static const Table kRead = read_table();
  return kRead;
}

// A number that shows itself by its checksum: `country` says whose, "" stands for a number that no country was given
// for.
struct Telling {
  std::string_view country;
  size_t digits;
  IdKind kind;
};
constexpr std::array kTelling = {
    Telling{"ru", 10, IdKind::kInn},  Telling{"ru", 12, IdKind::kInn},  Telling{"", 12, IdKind::kInn},
    Telling{"ru", 13, IdKind::kOgrn}, Telling{"ru", 15, IdKind::kOgrn}, Telling{"", 13, IdKind::kOgrn},
    Telling{"by", 9, IdKind::kUnp},   Telling{"cn", 18, IdKind::kUscc},
};

}  // namespace

std::optional<IdKind> un_document_kind(std::string_view type) {
  const std::string lower = ascii_lower(type);
  for (const Row& row : table().rows)
    if (row.list == "un" && lower.find(row.type) != std::string::npos) return row.kind;
  return std::nullopt;
}

std::optional<IdKind> eu_document_kind(std::string_view code) {
  for (const Row& row : table().rows)
    if (row.list == "eu" && row.type == code) return row.kind;
  return std::nullopt;
}

std::vector<std::string> check_document_kinds() { return table().faults; }

IdKind refined_kind(IdKind kind, std::string_view value, std::string_view country) {
  const bool is_vague = kind == IdKind::kTaxNumber || kind == IdKind::kRegistrationNumber || kind == IdKind::kUnknown ||
                        kind == IdKind::kOther;
  if (!is_vague) return kind;
  for (const Telling& t : kTelling)
    if (t.country == country && t.digits == value.size() && check_id(t.kind, value) == IdCheck::kValid) return t.kind;
  return kind;
}

}  // namespace cordon::lists
