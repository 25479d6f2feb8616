// CSV and its kin (RFC 4180, with comma, semicolon, tab or bar), row by row, from UTF-8 text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/error.h"

namespace cordon {

struct CsvRow {
  std::vector<std::string> fields;  // unquoted; quotes doubled inside quoted fields made single
  uint64_t line = 0;                // 1-based line on which the row starts
  uint64_t byte = 0;                // offset of the row
};

inline constexpr size_t kCsvRowBytes = size_t{4} << 20;

// Has some line within `field`, the first aside, as many separators as a row of `columns` fields? Then a quote is most
// likely missing and the field has swallowed rows; in free text it is chance unless there are several columns.
bool holds_row_like_line(std::string_view field, size_t columns, char separator);

class CsvReader {
 public:
  // `text` is UTF-8 without BOM and must outlive the reader. `separator` 0: found out from the first lines (or from a
  // first line "sep=;", which then is no row); a table that none of comma, semicolon, tab and bar cuts has one column.
  CsvReader(std::string_view text, std::string source, char separator = 0);

  // Returns the next row, nothing at the end, or an error for a row that cannot be read (an unclosed quote, text after
  // a closing quote, NUL bytes, a row over kCsvRowBytes). After an error the reader goes on with the line after the one
  // on which that row started. Empty lines are passed over. Cost: linear in the text, whatever is wrong with it.
  Result<std::optional<CsvRow>> next();
  char separator() const { return separator_; }
  // Did the row last returned end with a line end (false: the text ended there)?
  bool row_ended() const { return row_ended_; }
  // Bytes read so far.
  uint64_t position() const { return pos_; }

 private:
  std::string_view text_;
  std::string source_;
  char separator_;
  size_t pos_ = 0;
  uint64_t line_ = 1;
  size_t columns_ = 0;  // of the last row
  bool row_ended_ = true;
  std::unordered_set<size_t> doomed_;  // see csv.cc
  size_t last_doomed_ = 0;
};

}  // namespace cordon
