#include "lists/sheet_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "lists/raw_offset.h"
#include "syntax/csv.h"
#include "syntax/text_encoding.h"
#include "syntax/xml.h"

namespace cordon::lists {
namespace {

constexpr std::string_view kDocument = "document-content";
constexpr std::string_view kRow = "table-row";
constexpr size_t kMostCells = 1024;  // a row may repeat its last, empty cell as often as a sheet is wide

// Its own text and that of spans and links in it.
std::string text_of(const XmlNode& node) {
  std::string out = node.text;
  for (const XmlNode& child : node.children) {
    if (child.name == "s" || child.name == "tab" || child.name == "line-break") out += ' ';
    out += text_of(child);
  }
  return out;
}

std::string cell_text(const XmlNode& cell) {
  std::string out;
  for (const XmlNode& child : cell.children)
    if (child.name == "p") out += fmt::format("{}{}", out.empty() ? "" : "\n", text_of(child));
  return std::string(trim(out));
}

size_t repeats(const XmlNode& cell) {
  const std::string_view text = cell.attribute("number-columns-repeated");
  size_t out = 1;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

Result<void> hand_over(SheetRow row, const std::function<Result<void>(SheetRow)>& use) {
  while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
  return row.cells.empty() ? Result<void>() : use(std::move(row));
}

Result<void> read_spreadsheet(const InputFile& file, const std::function<Result<void>(SheetRow)>& use) {
  XmlRecords records;
  records.records = {kRow};
  records.on_root = [&](const XmlNode& root) -> Result<void> {
    if (root.name == kDocument) return {};
    return fail(ErrorCode::kBadInput, fmt::format("the root element is <{}>, not <{}>", root.name, kDocument),
                {file.path, root.line, root.byte});
  };
  records.on_record = [&](const XmlNode& node) {
    SheetRow row;
    row.line = node.line, row.byte = node.byte;
    for (const XmlNode& cell : node.children) {
      if (cell.name != "table-cell" && cell.name != "covered-table-cell") continue;
      const std::string text = cell_text(cell);
      const size_t more = std::min(repeats(cell), kMostCells - std::min(kMostCells, row.cells.size()));
      row.cells.insert(row.cells.end(), more, text);
    }
    return hand_over(std::move(row), use);
  };
  return read_xml(file.bytes, file.path, records);
}

Result<void> read_csv(const InputFile& file, Reporter& reporter, const std::function<Result<void>(SheetRow)>& use) {
  const DecodedText decoded = decode_text(file.bytes);
  if (decoded.replaced > 0)
    reporter.loss(fmt::format("{} damaged characters were read as U+FFFD", decoded.replaced), {file.path, 0, 0});
  CsvReader reader(decoded.text, file.path, ',');
  RawOffset raw(file.bytes, decoded);
  const auto cut = [&](uint64_t line, uint64_t byte) {
    return fail(ErrorCode::kBadInput, "the file is cut off in its last record", {file.path, line, byte});
  };
  size_t columns = 0;
  while (true) {
    const uint64_t start = reader.position();
    auto read = reader.next();
    if (!read) {
      const uint64_t line = read.error().where.record;
      if (reader.position() >= decoded.text.size() && !decoded.text.ends_with('\n')) return cut(line, raw.at(start));
      reporter.skipped(read.error().message, {file.path, line, raw.at(start)});
      continue;
    }
    if (!*read) return {};
    CsvRow& row = **read;
    const uint64_t byte = raw.at(row.byte);
    if (!reader.row_ended() && row.fields.size() < columns) return cut(row.line, byte);
    columns = std::max(columns, row.fields.size());
    const auto is_row_like = [&](const std::string& field) { return holds_row_like_line(field, columns, ','); };
    if (std::ranges::any_of(row.fields, is_row_like))
      reporter.loss("a field holds lines that look like rows; is a quote missing, and are there rows in it?",
                    {file.path, row.line, byte});
    SheetRow out;
    out.fields = row.fields.size();
    out.line = row.line, out.byte = byte;
    for (const std::string& field : row.fields) {
      out.spans_lines = out.spans_lines || field.find_first_of("\r\n") != std::string::npos;
      out.cells.emplace_back(trim(field));
    }
    CHECK_OK(hand_over(std::move(out), use));
  }
}

}  // namespace

bool is_open_document(std::string_view bytes) { return xml_root(bytes).first == kDocument; }

Result<void> for_each_sheet_row(const InputFile& file, Reporter& reporter,
                                const std::function<Result<void>(SheetRow)>& use) {
  return is_open_document(file.bytes) ? read_spreadsheet(file, use) : read_csv(file, reporter, use);
}

}  // namespace cordon::lists
