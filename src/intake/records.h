// Customer records of any usual form to Subjects: CSV and its kin, JSON lines (flat or FtM), a JSON array.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/report.h"
#include "model/columns.h"
#include "model/subject.h"

namespace cordon::intake {

struct IntakeOptions {
  std::vector<ColumnMapping> mappings;   // --map
  Schema default_schema = Schema::kThing;  // --schema for rows that say none
};

// Reads subjects one after another, in input order, in memory bounded by one record.
class RecordReader {
 public:
  virtual ~RecordReader() = default;
  // Returns the next subject or nothing at the end. A broken record comes as a subject with `not_screened` set (with its
  // line and reason); an error is returned only where the whole input is unreadable (no header with a name column …).
  virtual Result<std::optional<Subject>> next() = 0;
  // Bytes read so far and in all, for progress.
  virtual uint64_t bytes_read() const = 0;
  virtual uint64_t bytes_total() const = 0;
};

// Tells from the content what `bytes` are and returns the reader for it. `source` is the name for messages. A column that is not recognised is
// noted to `reporter` once; it must outlive the reader. Errors: kBadInput (not text, no column with a name), kUnsupported.
Result<std::unique_ptr<RecordReader>> open_records(std::string bytes, const std::string& source, const IntakeOptions& options, Reporter& reporter);

// Splits "A / B", "A and/or B", "A; B", "A a.k.a. B" into names to be screened apart; "Smith and Sons Ltd" stays whole.
std::vector<std::string> split_names(std::string_view field, Schema schema);

// One value under a recognised column into the subject; false where it makes no sense (a date that is none: the caller reports it).
bool add_field(Subject& subject, const Column& column, std::string_view value);

}  // namespace cordon::intake
