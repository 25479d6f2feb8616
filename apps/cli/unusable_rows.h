// Rows of a labelled file that could not be used: the first ones in full, of the others the lines.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"

namespace cordon::cli {

class UnusableRows {
 public:
  // Names the row on standard error, or notes its line for finish().
  void add(const Error& error);
  // Prints what was only noted.
  void finish() const;
  uint64_t count() const { return count_; }

 private:
  uint64_t count_ = 0;
  std::vector<std::pair<uint64_t, uint64_t>> unnamed_;  // first and last line of runs
};

// Returns "4, 7-9, 12".
std::string line_ranges(const std::vector<std::pair<uint64_t, uint64_t>>& runs);

}  // namespace cordon::cli
