// Readers of JSON records. Whatever is wrong with a record costs only that record: in a file of lines the line, in an
// array the text up to where the next record seems to begin.
#include "intake/json_records.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "intake/ftm_subject.h"
#include "intake/subject_builder.h"
#include "syntax/json_items.h"

namespace cordon::intake {
namespace {

constexpr size_t kSampleLines = 20;

Error placed(Error error, const std::string& source, uint64_t line, uint64_t byte) {
  error.where = {source, line, byte + error.where.byte};
  return error;
}

Subject broken_record(Error error, const IntakeOptions& options, uint64_t number) {
  Subject subject;
  subject.id = id_of_broken(error.where.source, number);
  subject.schema = options.default_schema;
  subject.where = {error.where.source, error.where.record, error.where.byte};
  subject.not_screened = std::move(error);
  return subject;
}

class JsonLinesReader : public RecordReader {
 public:
  JsonLinesReader(std::string_view text, const std::string& source, const IntakeOptions& options, Reporter& reporter)
      : text_(text), lines_(text_), options_(options), notes_(source, "key", reporter), records_(options, notes_) {}

  Result<std::optional<Subject>> next() override {
    for (JsonLine line; lines_.next(line);) {
      read_ = line.byte + line.text.size();
      const std::string id = fmt::format("{}", line.line);
      const auto record = parse_json(line.text);
      if (!record)
        return broken_record(placed(record.error(), notes_.source(), line.line, line.byte), options_, line.line);
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
  std::string_view text_;
  JsonLines lines_;
  IntakeOptions options_;
  IntakeNotes notes_;
  JsonRecords records_;
  uint64_t read_ = 0;
};

class JsonItemsReader : public RecordReader {
 public:
  JsonItemsReader(std::string_view text, const std::string& source, const IntakeOptions& options, Reporter& reporter)
      : text_(text), items_(text_), options_(options), notes_(source, "key", reporter), records_(options, notes_) {}

  Result<std::optional<Subject>> next() override {
    for (JsonLine item; items_.next(item);) {
      const std::string id = fmt::format("{}", ++ordinal_);
      const auto record = parse_json(item.text);
      if (!record) {
        items_.resume_within(item);
        return broken_record(placed(record.error(), notes_.source(), item.line, item.byte), options_, ordinal_);
      }
      if (auto subject = records_.subject(*record, {notes_.source(), item.line, item.byte}, id)) return subject;
    }
    if (items_.in_array() && !said_open_) {
      said_open_ = true;
      Error error{
          ErrorCode::kBadInput, "the array is not closed; is the file cut off?", {notes_.source(), 0, text_.size()}};
      return broken_record(std::move(error), options_, ++ordinal_);
    }
    records_.finish();
    notes_.finish();
    return std::nullopt;
  }
  uint64_t bytes_read() const override { return items_.position(); }
  uint64_t bytes_total() const override { return text_.size(); }

 private:
  std::string_view text_;
  JsonItems items_;
  IntakeOptions options_;
  IntakeNotes notes_;
  JsonRecords records_;
  uint64_t ordinal_ = 0;
  bool said_open_ = false;
};

}  // namespace

bool looks_like_json(std::string_view text) {
  const size_t begin = skip_json_blanks(text, 0);
  if (begin == text.size()) return false;
  if (text[begin] == '[') {
    const size_t next = skip_json_blanks(text, begin + 1);
    return next == text.size() || std::string_view("{[]\"-0123456789").contains(text[next]);
  }
  if (opens_json_object(text.substr(begin))) return true;
  // A damaged first line hides nothing: most lines say what the file is.
  size_t lines = 0;
  size_t objects = 0;
  JsonLines reader(text);
  for (JsonLine line; lines < kSampleLines && reader.next(line); ++lines)
    objects += opens_json_object(line.text.substr(skip_json_blanks(line.text, 0)));
  return objects * 2 > lines;
}

std::unique_ptr<RecordReader> open_json(std::string_view text, const std::string& source, const IntakeOptions& options,
                                        Reporter& reporter) {
  if (text[skip_json_blanks(text, 0)] != '[' && has_json_lines(text))
    return std::make_unique<JsonLinesReader>(text, source, options, reporter);
  return std::make_unique<JsonItemsReader>(text, source, options, reporter);
}

}  // namespace cordon::intake
