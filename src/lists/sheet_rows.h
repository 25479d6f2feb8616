// The rows of a table, whether it came as CSV or as the content.xml of an OpenDocument spreadsheet.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/report.h"
#include "lists/list_format.h"

namespace cordon::lists {

struct SheetRow {
  std::vector<std::string> cells;  // trimmed; empty ones at the end left out
  size_t fields = 0;               // how many a row of a CSV has, empty ones too; 0: a spreadsheet's
  bool spans_lines = false;        // a field of it holds a line end
  uint64_t line = 0;               // of the file (of a spreadsheet: of its content.xml), from 1
  uint64_t byte = 0;
};

// Is this the content of an OpenDocument file?
bool is_open_document(std::string_view bytes);
// Calls `use` with each row that has a cell which is not empty; of a spreadsheet the rows of all its sheets.
// Errors: kBadInput where the table ends within a row, is no whole XML or no spreadsheet; those of `use`. A row of a
// CSV that cannot be read is skipped and reported.
Result<void> for_each_sheet_row(const InputFile& file, Reporter& reporter,
                                const std::function<Result<void>(SheetRow)>& use);

}  // namespace cordon::lists
