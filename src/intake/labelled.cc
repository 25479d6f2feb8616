// Labelled files over the readers of customer files: the label and its like are kept beside the subject. A file of
// pairs is read twice in step, once for each side.
#include "intake/labelled.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "base/table.h"
#include "base/utf8.h"
#include "intake/subject_builder.h"

namespace cordon::intake {
namespace {

constexpr size_t kProbedRecords = 1000;  // read to learn the keys of a JSON file
constexpr size_t kColumns = 4;
constexpr std::array<std::string_view, kColumns> kColumnNames = {"label", "entity", "score", "likelihood"};
constexpr std::string_view kListedName = "listed_name";

// Letters and digits in lower case; "Is_Match", "is match" and "isMatch" meet.
std::string key_of(std::string_view text) {
  std::string out = ascii_lower(text);
  std::erase_if(out, [](char c) { return std::string_view(" \t_-.").contains(c); });
  return out;
}

// The usual headers of a labelled column, as keys.
const std::vector<std::string>& headers_of(std::string_view column) {
  static const std::unordered_map<std::string_view, std::vector<std::string>> tables = [] {
    std::unordered_map<std::string_view, std::vector<std::string>> out;
    for_each_table_line("labels/columns.tsv", [&](std::string_view line) {
      std::vector<std::string>& keys = out[take_field(line, '\t')];
      while (!line.empty()) keys.push_back(key_of(take_field(line, '|')));
    });
    return out;
  }();
  return tables.at(column);
}

// What a file has: its headers, which of them is which labelled column (empty where none is), how the rest is read.
struct Layout {
  std::vector<std::string> headers;
  std::array<std::string, kColumns> found;
  IntakeOptions intake;

  bool has(LabelledColumn column) const { return !found[static_cast<size_t>(column)].empty(); }
};

// Returns every header of a table, or every key of the first records of a JSON file.
Result<std::vector<std::string>> headers_in(const std::string& bytes, const std::string& source) {
  std::vector<std::string> headers;
  IntakeOptions probe;
  probe.needs_subject = false;
  probe.uses = [&](std::string_view header) {
    if (std::find(headers.begin(), headers.end(), header) == headers.end()) headers.emplace_back(header);
    return ColumnUse{};
  };
  Reporter unheard;
  TRY(const auto reader, open_records(bytes, source, probe, unheard));
  for (size_t i = 0; i < kProbedRecords; ++i) {
    TRY(const auto subject, reader->next());
    if (!subject) break;
  }
  return headers;
}

// Takes one --map: of a labelled column, or else of the subject's.
Result<void> map_column(Layout& layout, const std::string& mapping, const std::string& source) {
  const size_t equals = std::min(mapping.find('='), mapping.size());
  const std::string field = ascii_lower(trim(std::string_view(mapping).substr(0, equals)));
  const auto column = std::find(kColumnNames.begin(), kColumnNames.end(), field);
  if (column == kColumnNames.end()) {
    TRY(ColumnMapping parsed, parse_mapping(mapping));
    layout.intake.mappings.push_back(std::move(parsed));
    return {};
  }
  const std::string wanted = equals < mapping.size() ? ascii_lower(trim(mapping.substr(equals + 1))) : "";
  const auto found = std::ranges::find_if(layout.headers, [&](const auto& h) { return ascii_lower(h) == wanted; });
  if (found == layout.headers.end()) {
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("--map names the column '{}', which the input does not have", wanted), {source});
  }
  layout.found[static_cast<size_t>(column - kColumnNames.begin())] = *found;
  return {};
}

Result<Layout> layout_of(const std::string& bytes, const std::string& source, const LabelledOptions& options) {
  Layout out;
  out.intake = options.intake;
  TRY(out.headers, headers_in(bytes, source));
  for (const std::string& mapping : options.mappings) CHECK_OK(map_column(out, mapping, source));
  for (size_t column = 0; column < kColumns; ++column) {
    for (const std::string& usual : headers_of(kColumnNames[column])) {
      if (!out.found[column].empty()) break;
      const auto found = std::ranges::find_if(out.headers, [&](const auto& h) { return key_of(h) == usual; });
      if (found != out.headers.end()) out.found[column] = *found;
    }
  }
  return out;
}

// What a header means to the subject, --map first.
std::optional<Column> column_of(const Layout& layout, std::string_view header) {
  for (const ColumnMapping& mapping : layout.intake.mappings)
    if (ascii_lower(mapping.header) == ascii_lower(header)) return mapping.column;
  return recognize_column(header);
}

bool is_mapped(const Layout& layout, std::string_view header) {
  return std::ranges::any_of(layout.intake.mappings,
                             [&](const ColumnMapping& m) { return ascii_lower(m.header) == ascii_lower(header); });
}

// One of the two sides of a file of pairs is what a header says of itself with its last digit.
bool is_of_side(std::string_view header, char side) { return header.size() > 1 && header.back() == side; }

// Has the file names of both sides? Numbered aliases of one party are none.
bool has_pairs(const Layout& layout) {
  return std::ranges::all_of(std::string_view("12"), [&](char side) {
    return std::ranges::any_of(layout.headers, [&](const auto& header) {
      const auto column = column_of(layout, header);
      return is_of_side(header, side) && column && (column->field == Field::kName || column->field == Field::kLastName);
    });
  });
}

// The list's name beside its id, unless a --map says otherwise.
bool is_listed_name(const Layout& layout, std::string_view header) {
  const auto& usual = headers_of(kListedName);
  return layout.has(LabelledColumn::kEntity) && std::ranges::find(usual, key_of(header)) != usual.end() &&
         !is_mapped(layout, header);
}

// "category" or "type" beside a column "schema": a kind of row, not of party.
bool is_second_schema(const Layout& layout, std::string_view header) {
  const auto column = recognize_column(header);
  return column && column->field == Field::kSchema && key_of(header) != "schema" && !is_mapped(layout, header) &&
         std::ranges::any_of(layout.headers, [](const auto& h) { return key_of(h) == "schema"; });
}

// Is there a name or identifier of the subject?
bool has_subject(const Layout& layout) {
  return std::ranges::any_of(layout.headers, [&](const auto& header) {
    if (std::ranges::find(layout.found, header) != layout.found.end()) return false;
    const auto column = column_of(layout, header);
    return column && is_decisive(column->field) && !is_listed_name(layout, header);
  });
}

// Keeps `columns`, passes over what is not the subject's, and over the columns of the side `other` (0: no sides).
IntakeOptions options_for(const Layout& layout, std::vector<LabelledColumn> columns, char other) {
  IntakeOptions out = layout.intake;
  if (other != 0)  // a --map of a column that is passed over would be missed
    std::erase_if(out.mappings, [&](const ColumnMapping& mapping) { return is_of_side(mapping.header, other); });
  out.uses = [layout, columns = std::move(columns), other](std::string_view header) -> ColumnUse {
    for (const LabelledColumn column : columns) {
      const auto slot = static_cast<size_t>(column);
      if (layout.found[slot] == header) return {ColumnUse::Kind::kKept, slot};
    }
    const bool is_passed_over =
        (other != 0 && is_of_side(header, other)) || is_listed_name(layout, header) || is_second_schema(layout, header);
    return {is_passed_over ? ColumnUse::Kind::kPassedOver : ColumnUse::Kind::kSubject, 0};
  };
  return out;
}

std::optional<double> parse_unit(std::string_view text) {
  text = trim(text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(value >= 0 && value <= 1)) return std::nullopt;
  return value;
}

// Says why a row cannot be used; the first reason stays.
void refuse(LabelledRow& row, std::string why) {
  const Locator& where = row.subject.where;
  if (row.subject.not_screened) return;
  row.subject.not_screened = Error{ErrorCode::kBadInput, std::move(why), {where.file, where.record, where.byte}};
}

void read_label(LabelledRow& row) {
  const std::string_view text = kept_value(row.subject, LabelledColumn::kLabel);
  const auto label = parse_label(text);
  if (label) {
    row.is_match = *label;
  } else if (text.empty()) {
    refuse(row, "the row has no label");
  } else {
    refuse(row, fmt::format("the label \"{}\" says neither match nor no match", text.substr(0, 40)));
  }
}

void read_score(LabelledRow& row) {
  const std::string_view likelihood = kept_value(row.subject, LabelledColumn::kLikelihood);
  const auto score = parse_score(kept_value(row.subject, LabelledColumn::kScore));
  if (!score) return refuse(row, "the score is no number from 0 to 1");
  row.score = *score;
  if (likelihood.empty()) return;
  row.likelihood = parse_unit(likelihood);
  if (!row.likelihood) refuse(row, "the likelihood is no number from 0 to 1");
}

}  // namespace

std::optional<bool> parse_label(std::string_view text) {
  static const std::unordered_map<std::string, bool> words = [] {
    std::unordered_map<std::string, bool> out;
    for_each_table_line("labels/words.tsv", [&](std::string_view line) {
      const bool is_match = take_field(line, '\t') == "match";
      while (!line.empty()) out.emplace(key_of(take_field(line, '|')), is_match);
    });
    return out;
  }();
  const auto found = words.find(key_of(text));
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Points> parse_score(std::string_view text) {
  const auto value = parse_unit(text);
  if (!value) return std::nullopt;
  return static_cast<Points>(std::lround(*value * kPointsOne));
}

std::string_view kept_value(const Subject& subject, LabelledColumn column) {
  const auto slot = static_cast<size_t>(column);
  return slot < subject.kept.size() ? std::string_view(subject.kept[slot]) : std::string_view();
}

Result<LabelledReader> LabelledReader::open(const std::string& bytes, const std::string& source,
                                            const LabelledOptions& options, Reporter& reporter) {
  using enum LabelledColumn;
  TRY(Layout layout, layout_of(bytes, source, options));
  if (!layout.has(kLabel)) {
    return fail(
        ErrorCode::kBadInput,
        "no column says what is a match (label, is_match, outcome, decision …); name it with --map label=COLUMN",
        {source});
  }
  LabelledReader out;
  out.reporter_ = &reporter;
  if (has_pairs(layout)) {
    out.form_ = LabelledForm::kPairs;
    out.other_reporter_ = std::make_unique<Reporter>();
    TRY(out.other_side_, open_records(bytes, source, options_for(layout, {kLabel}, '1'), *out.other_reporter_));
    TRY(out.rows_, open_records(bytes, source, options_for(layout, {kLabel}, '2'), reporter));
    return out;
  }
  if (has_subject(layout) && layout.has(kEntity)) {
    out.form_ = LabelledForm::kAlerts;
    TRY(out.rows_, open_records(bytes, source, options_for(layout, {kLabel, kEntity}, 0), reporter));
    return out;
  }
  if (has_subject(layout) || !layout.has(kScore)) {
    return fail(ErrorCode::kBadInput,
                "nothing to judge by: the columns are to be name1 and name2 (pairs), or a name and entity_id (alerts), "
                "or a score alone; --map says which column is which",
                {source});
  }
  out.form_ = LabelledForm::kScores;
  layout.intake.needs_subject = false;
  TRY(out.rows_, open_records(bytes, source, options_for(layout, {kLabel, kScore, kLikelihood}, 0), reporter));
  return out;
}

Result<std::optional<LabelledRow>> LabelledReader::next() {
  LabelledRow row;
  row.form = form_;
  TRY(auto subject, rows_->next());
  if (other_side_ != nullptr) {
    TRY(auto entity, other_side_->next());
    if (entity) row.entity = std::move(*entity);
    if (!subject) {  // what the other reader alone has to say
      const auto place = [](const Remark& r) { return std::tie(r.message, r.where.source, r.where.record); };
      const std::vector<Remark> own = reporter_->remarks();
      for (const Remark& remark : other_reporter_->remarks()) {
        const bool is_said = std::ranges::any_of(own, [&](const Remark& r) { return place(r) == place(remark); });
        if (!is_said) reporter_->add(remark.severity, remark.message, remark.where);
      }
    }
  }
  if (!subject) return std::nullopt;
  row.subject = std::move(*subject);
  if (row.entity.not_screened) refuse(row, "the second side: " + row.entity.not_screened->message);
  read_label(row);
  if (form_ == LabelledForm::kScores) read_score(row);
  if (form_ == LabelledForm::kAlerts) {
    row.entity_id = kept_value(row.subject, LabelledColumn::kEntity);
    if (row.entity_id.empty()) refuse(row, "the row names no listed party");
  }
  return row;
}

Result<std::unique_ptr<RecordReader>> open_expected(const std::string& bytes, const std::string& source,
                                                    const LabelledOptions& options, Reporter& reporter) {
  TRY(const Layout layout, layout_of(bytes, source, options));
  if (!layout.has(LabelledColumn::kEntity)) {
    return fail(ErrorCode::kBadInput,
                "no column says which party is to be found (entity_id, target_id, expected …); name it with --map "
                "entity=COLUMN",
                {source});
  }
  return open_records(bytes, source, options_for(layout, {LabelledColumn::kEntity}, 0), reporter);
}

}  // namespace cordon::intake
