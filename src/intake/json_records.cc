// Readers of JSON records. Whatever is wrong with a record costs only that record: in a file of lines the line, in an
// array the text up to where the next record seems to begin.
#include "intake/json_records.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "intake/ftm_subject.h"

namespace cordon::intake {
namespace {

constexpr size_t kSampleLines = 20;
constexpr size_t kRescanFactor = 16;  // bytes looked at in all, in multiples of the text

bool json_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

size_t skip_blanks(std::string_view text, size_t i) {
  while (i < text.size() && json_blank(text[i])) ++i;
  return i;
}

// "{" before a key or "}", at the start of `text`.
bool opens_object(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const size_t next = skip_blanks(text, 1);
  return next == text.size() || text[next] == '"' || text[next] == '}';
}

Error placed(Error error, const std::string& source, uint64_t line, uint64_t byte) {
  error.where = {source, line, byte + error.where.byte};
  return error;
}

Subject broken_record(Error error, const IntakeOptions& options, std::string id) {
  Subject subject;
  subject.id = std::move(id);
  subject.schema = options.default_schema;
  subject.where = {error.where.source, error.where.record, error.where.byte};
  subject.not_screened = std::move(error);
  return subject;
}

class JsonLinesReader : public RecordReader {
 public:
  JsonLinesReader(std::string text, const std::string& source, const IntakeOptions& options, Reporter& reporter)
      : text_(std::move(text)),
        lines_(text_),
        options_(options),
        notes_(source, "key", reporter),
        records_(options, notes_) {}

  Result<std::optional<Subject>> next() override {
    for (JsonLine line; lines_.next(line);) {
      read_ = line.byte + line.text.size();
      const std::string id = fmt::format("{}", line.line);
      const auto record = parse_json(line.text);
      if (!record) return broken_record(placed(record.error(), notes_.source(), line.line, line.byte), options_, id);
      if (auto subject = records_.subject(*record, {notes_.source(), line.line, line.byte}, id)) return subject;
    }
    read_ = text_.size();
    records_.finish();
    notes_.finish();
    return std::nullopt;
  }
  uint64_t bytes_read() const override { return read_; }
  uint64_t bytes_total() const override { return text_.size(); }

 private:
  std::string text_;
  JsonLines lines_;
  IntakeOptions options_;
  IntakeNotes notes_;
  JsonRecords records_;
  uint64_t read_ = 0;
};

// Cuts a text into its values, of an array or one after another, without understanding them.
class JsonItems {
 public:
  explicit JsonItems(std::string_view text) : text_(text), budget_(text.size() * kRescanFactor + 4096) {
    pos_ = skip_blanks(text_, 0);
    if (pos_ < text_.size() && text_[pos_] == '[') {
      in_array_ = true;
      ++pos_;
    }
  }

  // Returns false at the end. What stands between the array's end and the text's is one more item.
  bool next(JsonLine& out) {
    while (pos_ < text_.size() && (json_blank(text_[pos_]) || text_[pos_] == ',')) ++pos_;
    if (in_array_ && pos_ < text_.size() && text_[pos_] == ']') {
      pos_ = skip_blanks(text_, pos_ + 1);
      in_array_ = false;
      is_closed_ = true;
    }
    if (pos_ == text_.size()) return false;
    count_lines(pos_);
    const size_t end = is_closed_ ? text_.size() : item_end(pos_);
    out = {text_.substr(pos_, end - pos_), line_, pos_};
    pos_ = end;
    return true;
  }

  // The last item was no JSON: goes on at what looks like the start of the next record within it.
  void resume_within(const JsonLine& item) {
    const size_t end = item.byte + item.text.size();
    budget_ -= std::min<uint64_t>(budget_, item.text.size());
    if (budget_ == 0 || is_closed_) return;
    for (size_t i = item.byte + 1; i < end; ++i) {
      if (text_[i] != '{' || !opens_object(text_.substr(i, 256))) continue;
      size_t before = i;
      bool comma = false;
      while (before > item.byte && (json_blank(text_[before - 1]) || (text_[before - 1] == ',' && !comma)))
        comma |= text_[--before] == ',';
      if (before == item.byte || text_[before - 1] != '}') continue;
      pos_ = i;
      return;
    }
  }

  bool in_array() const { return in_array_; }
  uint64_t position() const { return pos_; }

 private:
  // The end of the value at `i`: where every bracket is closed and a comma, blank or the array's end follows. A string
  // ends with its line at the latest, as JSON allows no line break in one.
  size_t item_end(size_t i) const {
    size_t depth = 0;
    bool in_string = false;
    for (; i < text_.size(); ++i) {
      const char c = text_[i];
      if (in_string) {
        if (c == '\\') ++i;
        in_string = c != '"' && c != '\n';
      } else if (c == '"') {
        in_string = true;
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if (depth > 0 && (c == '}' || c == ']')) {
        if (--depth == 0) return i + 1;
      } else if (depth == 0 && (c == ',' || c == ']' || c == '}' || (c == '\n' && !in_array_))) {
        return c == '}' ? i + 1 : std::max(i, pos_ + 1);
      }
    }
    return text_.size();
  }

  void count_lines(size_t to) {
    if (to < counted_) return;  // lines are counted once, forwards
    line_ += static_cast<uint64_t>(std::count(text_.begin() + counted_, text_.begin() + to, '\n'));
    counted_ = to;
  }

  std::string_view text_;
  uint64_t budget_;
  size_t pos_ = 0;
  size_t counted_ = 0;
  uint64_t line_ = 1;
  bool in_array_ = false;
  bool is_closed_ = false;
};

class JsonItemsReader : public RecordReader {
 public:
  JsonItemsReader(std::string text, const std::string& source, const IntakeOptions& options, Reporter& reporter)
      : text_(std::move(text)),
        items_(text_),
        options_(options),
        notes_(source, "key", reporter),
        records_(options, notes_) {}

  Result<std::optional<Subject>> next() override {
    for (JsonLine item; items_.next(item);) {
      const std::string id = fmt::format("{}", ++ordinal_);
      const auto record = parse_json(item.text);
      if (!record) {
        items_.resume_within(item);
        return broken_record(placed(record.error(), notes_.source(), item.line, item.byte), options_, id);
      }
      if (auto subject = records_.subject(*record, {notes_.source(), item.line, item.byte}, id)) return subject;
    }
    if (items_.in_array() && !said_open_) {
      said_open_ = true;
      Error error{
          ErrorCode::kBadInput, "the array is not closed; is the file cut off?", {notes_.source(), 0, text_.size()}};
      return broken_record(std::move(error), options_, fmt::format("{}", ++ordinal_));
    }
    records_.finish();
    notes_.finish();
    return std::nullopt;
  }
  uint64_t bytes_read() const override { return items_.position(); }
  uint64_t bytes_total() const override { return text_.size(); }

 private:
  std::string text_;
  JsonItems items_;
  IntakeOptions options_;
  IntakeNotes notes_;
  JsonRecords records_;
  uint64_t ordinal_ = 0;
  bool said_open_ = false;
};

// Is this a record a line? The first line says so where it is whole; where it is damaged, that most of the first lines
// begin an object (and none of an indented array's items, which end with a comma).
bool has_record_lines(std::string_view text) {
  size_t lines = 0;
  size_t records = 0;
  JsonLines reader(text);
  for (JsonLine line; lines < kSampleLines && reader.next(line); ++lines) {
    if (lines == 0 && parse_json(line.text)) return true;
    const std::string_view body = trim(line.text);
    records += opens_object(body) && !body.ends_with(',') && body.size() > 1;
  }
  return records * 2 > lines;
}

}  // namespace

bool looks_like_json(std::string_view text) {
  const size_t begin = skip_blanks(text, 0);
  if (begin == text.size()) return false;
  if (text[begin] == '[') {
    const size_t next = skip_blanks(text, begin + 1);
    return next == text.size() || std::string_view("{[]\"-0123456789").contains(text[next]);
  }
  if (opens_object(text.substr(begin))) return true;
  // A damaged first line hides nothing: most lines say what the file is.
  size_t lines = 0;
  size_t objects = 0;
  JsonLines reader(text);
  for (JsonLine line; lines < kSampleLines && reader.next(line); ++lines)
    objects += opens_object(line.text.substr(skip_blanks(line.text, 0)));
  return objects * 2 > lines;
}

std::unique_ptr<RecordReader> open_json(std::string text, const std::string& source, const IntakeOptions& options,
                                        Reporter& reporter) {
  if (text[skip_blanks(text, 0)] != '[' && has_record_lines(text))
    return std::make_unique<JsonLinesReader>(std::move(text), source, options, reporter);
  return std::make_unique<JsonItemsReader>(std::move(text), source, options, reporter);
}

}  // namespace cordon::intake
