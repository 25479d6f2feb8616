// CSV and its kin (RFC 4180, with comma, semicolon, tab or bar), row by row, from UTF-8 text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace cordon {

struct CsvRow {
  std::vector<std::string> fields;  // unquoted; quotes doubled inside quoted fields made single
  uint64_t line = 0;                // 1-based line on which the row starts
  uint64_t byte = 0;                // offset of the row
};

inline constexpr size_t kCsvRowBytes = size_t{4} << 20;

class CsvReader {
 public:
  // `text` is UTF-8 without BOM and must outlive the reader. `separator` 0: found out from the first lines.
  CsvReader(std::string_view text, std::string source, char separator = 0);

  // Returns the next row, nothing at the end, or an error for a row that cannot be read (an unclosed quote, text after a
  // closing quote, NUL bytes, a row over kCsvRowBytes); after an error the reader goes on with the next line. Empty lines are passed over.
  Result<std::optional<CsvRow>> next();
  char separator() const { return separator_; }

 private:
  std::string_view text_;
  std::string source_;
  char separator_;
  size_t pos_ = 0;
  uint64_t line_ = 1;
};

}  // namespace cordon
