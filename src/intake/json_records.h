// Customers as JSON: one record a line, an array of records, or records one after another over any number of lines.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "intake/records.h"

namespace cordon::intake {

// Does `text` look like JSON records rather than a table?
bool looks_like_json(std::string_view text);

// Returns the reader for `text`. REQUIRES: looks_like_json(text). `text` and `reporter` must outlive it.
std::unique_ptr<RecordReader> open_json(std::string_view text, const std::string& source, const IntakeOptions& options,
                                        Reporter& reporter);

}  // namespace cordon::intake
