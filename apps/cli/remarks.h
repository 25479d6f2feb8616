// What readers reported, on standard error: like remarks together, none without its count.
#pragma once

#include <string>

#include "base/report.h"

namespace cordon::cli {

// Prints the remarks: one line for each message (with the place of the first and how many more), at most `most` lines
// and a last one that counts the rest. Skipped records come first.
void print_remarks(const Reporter& reporter, size_t most);
void print_warning(std::string_view text);
void print_note(std::string_view text);

}  // namespace cordon::cli
