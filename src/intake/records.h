// Customer records of any usual form to Subjects: CSV and its kin, JSON lines (flat or FtM), a JSON array.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/input_bytes.h"
#include "base/report.h"
#include "model/columns.h"
#include "model/subject.h"

namespace cordon::intake {

// What becomes of a column: it describes the subject, is passed over without a note, or is kept beside the subject as
// Subject::kept[slot].
struct ColumnUse {
  enum class Kind : uint8_t { kSubject, kPassedOver, kKept } kind = Kind::kSubject;
  size_t slot = 0;
};

struct IntakeOptions {
  std::vector<ColumnMapping> mappings;                     // --map
  Schema default_schema = Schema::kThing;                  // --schema for rows that say none
  std::function<ColumnUse(std::string_view header)> uses;  // asked before a column is recognised; empty: kSubject
  bool needs_subject = true;          // false: rows with nothing to screen by are wanted too, for what is kept of them
  bool guessed_windows_1252 = false;  // set by open_records: names may be misread, those that look it are refused

  ColumnUse use_of(std::string_view header) const { return uses ? uses(header) : ColumnUse{}; }
};

// Reads subjects one after another, in input order, in memory bounded by one record.
class RecordReader {
 public:
  virtual ~RecordReader() = default;
  // Returns the next subject or nothing at the end. A broken record comes as a subject with `not_screened` set (with
  // its line and reason); an error is returned only where the whole input is unreadable (no header with a name column
  // …).
  virtual Result<std::optional<Subject>> next() = 0;
  // Bytes read so far and in all, for progress.
  virtual uint64_t bytes_read() const = 0;
  virtual uint64_t bytes_total() const = 0;
};
double share_read(const RecordReader& reader);  // 0 to 1

// What bytes are that are no text, by how they begin: "a zip archive or a spreadsheet (save it as CSV)"; "" for others.
std::string_view known_no_text(std::string_view bytes);

// Tells from the content what `input` is and returns the reader for it. `source` is the name for messages. A column
// that is not recognised is noted to `reporter` once; it must outlive the reader. A mapped file of UTF-8 is read where
// it lies and its memory given back behind the reader; another encoding is decoded into memory. next() fails where the
// file is written to meanwhile. Errors: kBadInput (not text, no column with a name), kUnsupported, kIo.
Result<std::unique_ptr<RecordReader>> open_records(InputBytes input, const std::string& source,
                                                   const IntakeOptions& options, Reporter& reporter);
// The same of bytes in memory.
Result<std::unique_ptr<RecordReader>> open_records(std::string bytes, const std::string& source,
                                                   const IntakeOptions& options, Reporter& reporter);

// One value under a recognised column into the subject; false where it makes no sense (a date that is none, an unknown
// country: the caller reports it). Names are split (names/split_names.h) by `subject.schema`. A field that a subject
// has no place for changes nothing.
bool add_field(Subject& subject, const Column& column, std::string_view value);

// Reads an identifier as --id states it: KIND[:COUNTRY]:NUMBER, e.g. "passport:ru:53N0694426", "imo:9187629",
// "crypto:xbt:1Boat…". Errors: kInvalidArgument, with the form.
Result<Identifier> parse_id_option(std::string_view text);

}  // namespace cordon::intake
