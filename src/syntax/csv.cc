// CSV and its kin. The text is cut into rows with one pass over its bytes; a row that cannot be read costs only itself.
//
// A broken row (most often one with an unclosed quote) is given up and reading goes on with the line after the one on
// which it STARTED, so that the rows which its quote seemed to swallow are read after all. Such a second look must not
// become quadratic: a field that opens at byte q and spans lines is read the same way whatever stood before it, so once
// a row was given up, the places where its line-spanning fields opened are remembered as doomed, and a later row that
// comes to one of them is given up at once. Within a quoted field every run of quotes is even, at an opening that does
// not close on its own line it is odd; two such fields therefore never overlap without being the same one, and every
// byte is looked at a bounded number of times.
#include "syntax/csv.h"

#include <fmt/format.h>

#include <cstring>

namespace cordon {
namespace {

constexpr char kNoSeparator = '\x1F';  // of a table with one column: separates nothing
constexpr size_t kSampleRows = 20;
constexpr size_t kSampleBytes = size_t{64} << 10;

bool ends_line(char c) { return c == '\n' || c == '\r'; }

bool holds_line_end(std::string_view t) {
  return t.find('\n') != std::string_view::npos || t.find('\r') != std::string_view::npos;
}

// Returns the offset behind the line end at `i`.
size_t after_line_end(std::string_view t, size_t i) { return t.substr(i, 2) == "\r\n" ? i + 2 : i + 1; }

// Returns the offset behind the end of the line that holds `i`.
size_t next_line(std::string_view t, size_t i) {
  const size_t end = t.find_first_of("\r\n", i);
  return end == std::string_view::npos ? t.size() : after_line_end(t, end);
}

uint64_t line_ends(std::string_view t) {
  uint64_t n = 0;
  for (size_t i = 0; i < t.size(); ++i) n += t[i] == '\n' || (t[i] == '\r' && !(i + 1 < t.size() && t[i + 1] == '\n'));
  return n;
}

}  // namespace

// Reads one row; knows nothing of the rows around it.
class CsvRowParser {
 public:
  CsvRowParser(std::string_view text, char separator, const std::unordered_set<size_t>& doomed)
      : text_(text), separator_(separator), doomed_(doomed) {}

  // Reads the row at `start` into `fields`; returns the reason where it cannot be read.
  std::string_view parse(size_t start, std::vector<std::string>& fields) {
    start_ = pos_ = start;
    while (true) {
      std::string& field = fields.emplace_back();
      const size_t quote = opening_quote();
      if (quote == std::string_view::npos) {
        read_plain(field);
      } else {
        pos_ = quote + 1;
        if (const std::string_view trouble = read_quoted(field, quote); !trouble.empty()) return trouble;
      }
      if (saw_nul_) return "a NUL byte in the row";
      if (pos_ - start_ > kCsvRowBytes) return "the row is longer than 4 MiB";
      if (pos_ == text_.size()) return {};
      if (ends_line(text_[pos_])) {
        pos_ = after_line_end(text_, pos_);
        ended_ = true;
        return {};
      }
      ++pos_;  // the separator
    }
  }

  size_t pos() const { return pos_; }
  bool ended() const { return ended_; }
  const std::vector<size_t>& openings() const { return openings_; }

 private:
  bool ends_field(char c) const { return c == separator_ || ends_line(c); }
  bool blank(char c) const { return (c == ' ' || c == '\t') && c != separator_; }

  // Returns where the field's quote opens (blanks before it are passed over), or npos for a plain field.
  size_t opening_quote() const {
    size_t i = pos_;
    while (i < text_.size() && blank(text_[i])) ++i;
    return i < text_.size() && text_[i] == '"' ? i : std::string_view::npos;
  }

  void read_plain(std::string& field) {
    const size_t begin = pos_;
    while (pos_ < text_.size() && !ends_field(text_[pos_])) saw_nul_ |= text_[pos_++] == '\0';
    field.assign(text_.substr(begin, pos_ - begin));
  }

  std::string_view read_quoted(std::string& field, size_t opening) {
    const size_t limit = std::min(text_.size(), start_ + kCsvRowBytes);
    size_t looked_at = pos_;
    bool spans_lines = false;
    while (true) {
      const void* found = pos_ < limit ? std::memchr(text_.data() + pos_, '"', limit - pos_) : nullptr;
      const size_t end = found ? static_cast<size_t>(static_cast<const char*>(found) - text_.data()) : limit;
      if (!spans_lines && holds_line_end(text_.substr(looked_at, end - looked_at))) {
        spans_lines = true;
        openings_.push_back(opening);
        if (doomed_.contains(opening)) return kUnclosed;
      }
      looked_at = end;
      field.append(text_.substr(pos_, end - pos_));
      if (!found) return kUnclosed;
      pos_ = end + 1;
      if (pos_ == text_.size() || text_[pos_] != '"') break;
      field += '"';
      ++pos_;
    }
    saw_nul_ |= field.find('\0') != std::string::npos;
    while (pos_ < text_.size() && blank(text_[pos_])) ++pos_;
    if (pos_ < text_.size() && !ends_field(text_[pos_])) return "text after a closing quote";
    return {};
  }

  static constexpr std::string_view kUnclosed = "a quote is not closed";
  std::string_view text_;
  char separator_;
  const std::unordered_set<size_t>& doomed_;
  size_t start_ = 0;
  size_t pos_ = 0;
  bool saw_nul_ = false;
  bool ended_ = false;
  std::vector<size_t> openings_;  // of fields that span lines
};

namespace {

struct Shape {
  size_t columns = 0;     // of the first row
  size_t consistent = 0;  // sampled rows with as many fields
};

Shape sample_shape(std::string_view text, char separator) {
  const std::string_view sample = text.substr(0, kSampleBytes);
  const std::unordered_set<size_t> none;
  Shape shape;
  size_t pos = 0;
  for (size_t row = 0; row < kSampleRows && pos < sample.size(); ++row) {
    std::vector<std::string> fields;
    CsvRowParser parser(sample, separator, none);
    const bool good = parser.parse(pos, fields).empty();
    pos = good ? parser.pos() : next_line(sample, pos);
    if (fields.size() == 1 && fields[0].empty()) continue;
    if (shape.columns == 0) shape.columns = fields.size();
    shape.consistent += good && fields.size() == shape.columns;
  }
  return shape;
}

// The separator that cuts the first row into several fields and the most rows into as many; a table whose first row
// no separator cuts has one column.
char detect_separator(std::string_view text) {
  char best = kNoSeparator;
  Shape best_shape;
  for (const char candidate : {',', ';', '\t', '|'}) {
    const Shape shape = sample_shape(text, candidate);
    if (shape.columns < 2) continue;
    if (std::pair(shape.consistent, shape.columns) <= std::pair(best_shape.consistent, best_shape.columns)) continue;
    best = candidate;
    best_shape = shape;
  }
  return best;
}

}  // namespace

bool holds_row_like_line(std::string_view field, size_t columns, char separator) {
  constexpr std::string_view kLineEnds = "\r\n";
  if (!field.contains('\n') && !field.contains('\r')) return false;  // fast, and nearly always so
  for (size_t at = field.find_first_of(kLineEnds); at != std::string_view::npos;) {
    const size_t end = std::min(field.find_first_of(kLineEnds, at + 1), field.size());
    const auto separators = std::count(field.begin() + at, field.begin() + end, separator);
    if (static_cast<size_t>(separators) + 1 == columns) return true;
    at = end == field.size() ? std::string_view::npos : end;
  }
  return false;
}

CsvReader::CsvReader(std::string_view text, std::string source, char separator)
    : text_(text), source_(std::move(source)), separator_(separator) {
  if (separator_ != 0) return;
  // Excel's own convention: a first line "sep=;" names the separator and is no row.
  if (text_.starts_with("sep=") && text_.size() > 5 && ends_line(text_[5])) {
    separator_ = text_[4];
    pos_ = after_line_end(text_, 5);
    line_ = 2;
    return;
  }
  separator_ = detect_separator(text_);
}

Result<std::optional<CsvRow>> CsvReader::next() {
  while (pos_ < text_.size() && ends_line(text_[pos_])) {
    pos_ = after_line_end(text_, pos_);
    ++line_;
  }
  if (pos_ == text_.size()) return std::nullopt;
  if (pos_ > last_doomed_) doomed_.clear();

  CsvRow row{.fields = {}, .line = line_, .byte = pos_};
  row.fields.reserve(columns_);
  CsvRowParser parser(text_, separator_, doomed_);
  if (const std::string_view trouble = parser.parse(pos_, row.fields); !trouble.empty()) {
    for (const size_t opening : parser.openings()) {
      doomed_.insert(opening);
      last_doomed_ = std::max(last_doomed_, opening);
    }
    pos_ = next_line(text_, pos_);
    ++line_;
    return fail(ErrorCode::kBadInput, std::string(trouble), {source_, row.line, row.byte});
  }
  columns_ = row.fields.size();
  row_ended_ = parser.ended();
  line_ += parser.openings().empty() ? 1 : line_ends(text_.substr(pos_, parser.pos() - pos_));
  pos_ = parser.pos();
  return row;
}

}  // namespace cordon
