#include "intake/input_kind.h"

#include <algorithm>
#include <array>

#include "base/table.h"
#include "base/utf8.h"
#include "intake/json_records.h"
#include "intake/records.h"
#include "model/columns.h"
#include "syntax/text_encoding.h"

namespace cordon::intake {
namespace {

constexpr size_t kHeadBytes = 16 << 10;
constexpr size_t kSampleLines = 8;

constexpr std::array<std::string_view, 5> kRecordEndings = {".csv", ".tsv", ".jsonl", ".ndjson", ".json"};
constexpr std::array<std::string_view, 6> kPageEndings = {".txt", ".text", ".html", ".htm", ".xhtml", ".eml"};

bool ends_with_one(std::string_view name, std::span<const std::string_view> endings) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

// Are the first lines as many cells each, two or more?
bool is_table(std::string_view text, char separator) {
  size_t cells = 0, lines = 0;
  while (!text.empty() && lines < kSampleLines) {
    const std::string_view line = trim(take_field(text, '\n'));
    if (line.empty()) continue;
    const auto count = static_cast<size_t>(std::ranges::count(line, separator));
    if (count == 0 || (lines > 0 && count != cells)) return false;
    cells = count;
    ++lines;
  }
  return lines > 1;
}

bool has_column(std::string_view line) {
  bool found = false;
  each_part(line, ",;\t|", [&](std::string_view cell) {
    if (cell.size() > 1 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
    const auto column = recognize_column(cell);
    found |= column && column->field != Field::kIgnored;
    return true;
  });
  return found;
}

}  // namespace

InputKind input_kind(std::string_view name, std::string_view bytes) {
  const std::string lower = ascii_lower(name);
  if (ends_with_one(lower, kRecordEndings)) return InputKind::kRecords;
  if (ends_with_one(lower, kPageEndings)) return InputKind::kPage;
  if (bytes.starts_with("%PDF")) return InputKind::kPage;
  if (!known_no_text(bytes).empty()) return InputKind::kRecords;
  const std::string head = decode_text(bytes.substr(0, kHeadBytes)).text;
  const std::string_view text = trim(head);
  const bool is_no_text = std::ranges::any_of(
      text.substr(0, 512), [](char c) { return static_cast<uint8_t>(c) < ' ' && c != '\n' && c != '\r' && c != '\t'; });
  if (text.starts_with('<')) return InputKind::kPage;
  if (text.empty() || is_no_text) return InputKind::kRecords;
  if (looks_like_json(text)) return InputKind::kRecords;
  std::string_view rest = text;
  const std::string_view first = trim(take_field(rest, '\n'));
  if (has_column(first)) return InputKind::kRecords;
  for (const char separator : {'\t', ';', '|', ','})
    if (is_table(text, separator)) return InputKind::kRecords;
  return InputKind::kPage;
}

}  // namespace cordon::intake
