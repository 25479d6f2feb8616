// Customers as rows of a table. The header says what the columns are (--map before the usual names); a row with fewer
// fields than columns has empty ones, a row with something beyond the last column was cut wrongly and is not screened.
#include "intake/table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "intake/notes.h"
#include "intake/subject_builder.h"
#include "syntax/csv.h"

namespace cordon::intake {
namespace {

constexpr size_t kHeaderBytes = 200;  // of the header in an error

struct TableColumn {
  std::string header;
  std::optional<Column> column;  // nothing: not read
  ColumnUse use = {};
};

bool is_blank(std::string_view field) {
  return std::all_of(field.begin(), field.end(), [](char c) { return static_cast<uint8_t>(c) <= 0x20; }) ||
         trim(field).empty();
}
bool is_blank(const CsvRow& row) {
  return std::all_of(row.fields.begin(), row.fields.end(), [](const std::string& f) { return is_blank(f); });
}

class TableReader : public RecordReader {
 public:
  TableReader(std::string_view text, const std::string& source, const IntakeOptions& options, Reporter& reporter)
      : text_(text), csv_(text_, source), options_(options), notes_(source, "column", reporter) {}

  Result<void> read_header();
  Result<std::optional<Subject>> next() override;
  uint64_t bytes_read() const override { return csv_.position(); }
  uint64_t bytes_total() const override { return text_.size(); }

 private:
  Result<void> recognize(const CsvRow& header);
  Result<void> check_columns(const CsvRow& header) const;
  Subject subject_of(const CsvRow& row);
  std::string row_trouble(const CsvRow& row) const;
  std::string swallowed_rows(const CsvRow& row) const;
  Subject broken(Error error) const;

  std::string_view text_;
  CsvReader csv_;
  IntakeOptions options_;
  IntakeNotes notes_;
  std::vector<TableColumn> columns_;
};

Result<void> TableReader::read_header() {
  TRY(const std::optional<CsvRow> header, csv_.next());
  if (!header) return fail(ErrorCode::kBadInput, "is empty", {notes_.source()});
  return recognize(*header);
}

Result<void> TableReader::recognize(const CsvRow& header) {
  for (const std::string& field : header.fields) {
    const std::string name(trim(field));
    columns_.push_back({name, {}, options_.use_of(name)});
  }
  for (const ColumnMapping& mapping : options_.mappings) {
    bool found = false;
    for (TableColumn& column : columns_) {
      if (ascii_lower(column.header) != ascii_lower(trim(mapping.header))) continue;
      column.column = mapping.column;
      found = true;
    }
    if (!found)
      return fail(ErrorCode::kInvalidArgument,
                  fmt::format("--map names the column '{}', which the table does not have", mapping.header),
                  {notes_.source(), header.line, 0});
  }
  for (TableColumn& column : columns_) {
    if (column.use.kind != ColumnUse::Kind::kSubject) {
      column.column.reset();
    } else if (!column.column) {
      column.column = recognize_column(column.header);
    }
  }
  CHECK_OK(check_columns(header));
  for (TableColumn& column : columns_) {
    if (column.use.kind != ColumnUse::Kind::kSubject) continue;
    if (column.column && is_used(column.column->field)) continue;
    if (!column.header.empty()) notes_.unused(column.header, column.column ? &*column.column : nullptr);
    if (column.header.empty()) notes_.once("a column without a name was not used", header.line);
    column.column.reset();
  }
  notes_.finish_unused();
  return {};
}

Result<void> TableReader::check_columns(const CsvRow& header) const {
  const auto decisive = std::find_if(columns_.begin(), columns_.end(),
                                     [](const TableColumn& c) { return c.column && is_decisive(c.column->field); });
  if (decisive != columns_.end() || !options_.needs_subject) return {};
  std::string shown;
  for (const TableColumn& column : columns_) shown += (shown.empty() ? "" : ", ") + column.header;
  shown = collapse_spaces(shown);
  if (shown.size() > kHeaderBytes) {
    size_t end = kHeaderBytes;
    while (end > 0 && (static_cast<uint8_t>(shown[end]) & 0xC0) == 0x80) --end;
    shown.resize(end);
    shown += "…";
  }
  return fail(
      ErrorCode::kBadInput,
      fmt::format("the first line has no column with a name or an identifier; it reads: {}. Say which column is "
                  "the name with --map subject.name=COLUMN; a table without a header needs one",
                  shown),
      {notes_.source(), header.line, header.byte});
}

Subject TableReader::broken(Error error) const {
  Subject subject;
  subject.schema = options_.default_schema;
  subject.id = id_of_broken(error.where.source, error.where.record);
  subject.where = {error.where.source, error.where.record, error.where.byte};
  subject.not_screened = std::move(error);
  return subject;
}

// Returns why the row was cut wrongly, or nothing.
std::string TableReader::row_trouble(const CsvRow& row) const {
  for (size_t i = columns_.size(); i < row.fields.size(); ++i)
    if (!is_blank(row.fields[i]))
      return fmt::format("{} fields where the header has {}; is a field with a separator not quoted?",
                         row.fields.size(), columns_.size());
  if (row.fields.size() < columns_.size() && !csv_.row_ended())
    return fmt::format("row ends early: {} fields where the header has {}, and no line end", row.fields.size(),
                       columns_.size());
  return {};
}

bool is_address(const std::optional<Column>& column) {
  return !column || column->field == Field::kAddress || column->field == Field::kStreet;
}

// A quote that is missing on two rows makes one field of everything between them. Returns the header of a field of
// which some line has exactly as many separators as a row; in free text that is chance unless there are many.
std::string TableReader::swallowed_rows(const CsvRow& row) const {
  for (size_t i = 0; i < row.fields.size() && i < columns_.size(); ++i) {
    if (columns_.size() < (is_address(columns_[i].column) ? 6 : 3)) continue;
    if (holds_row_like_line(row.fields[i], columns_.size(), csv_.separator())) return columns_[i].header;
  }
  return {};
}

Subject TableReader::subject_of(const CsvRow& row) {
  Subject subject;
  subject.where = {notes_.source(), row.line, row.byte};
  SubjectBuilder builder(subject);
  if (options_.guessed_windows_1252) builder.doubt_encoding();
  for (size_t i = 0; i < row.fields.size() && i < columns_.size(); ++i) {
    const TableColumn& column = columns_[i];
    if (column.use.kind == ColumnUse::Kind::kKept) keep(subject, column.use.slot, row.fields[i]);
    if (!column.column || row.fields[i].empty()) continue;
    if (!builder.add(*column.column, row.fields[i]))
      notes_.refused(*column.column, column.header, row.fields[i], row.line);
  }
  if (!builder.has_schema()) subject.schema = options_.default_schema;
  if (subject.id.empty()) subject.id = fmt::format("{}", row.line);
  std::string trouble = row_trouble(row);
  if (const std::string header = swallowed_rows(row); trouble.empty() && !header.empty())
    trouble = fmt::format("the field '{}' holds lines that look like rows; is a quote missing?", header);
  if (!trouble.empty()) subject.not_screened = Error{ErrorCode::kBadInput, std::move(trouble)};
  builder.finish(options_.needs_subject);
  if (subject.not_screened) subject.not_screened->where = {notes_.source(), row.line, row.byte};
  return subject;
}

Result<std::optional<Subject>> TableReader::next() {
  while (true) {
    auto row = csv_.next();
    if (!row) {
      return broken(std::move(row).error());
    }
    if (!*row) {
      notes_.finish();
      return std::nullopt;
    }
    if (!is_blank(**row)) return subject_of(**row);
    notes_.once("rows without any value were passed over", (*row)->line);
  }
}

}  // namespace

Result<std::unique_ptr<RecordReader>> open_table(std::string_view text, const std::string& source,
                                                 const IntakeOptions& options, Reporter& reporter) {
  auto reader = std::make_unique<TableReader>(text, source, options, reporter);
  CHECK_OK(reader->read_header());
  return reader;
}

}  // namespace cordon::intake
