// Customers as rows of a table (CSV and its kin).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "intake/records.h"
#include "syntax/text_encoding.h"

namespace cordon::intake {

// Reads the header and returns the reader of the rows. `text` and `reporter` must outlive it. Errors: kBadInput (no
// column that a subject could be screened by), kInvalidArgument (a --map of a column that is not there).
Result<std::unique_ptr<RecordReader>> open_table(std::string_view text, const std::string& source,
                                                 const IntakeOptions& options, Reporter& reporter);

}  // namespace cordon::intake
