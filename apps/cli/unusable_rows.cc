#include "cli/unusable_rows.h"

#include <fmt/format.h>

#include "cli/remarks.h"
#include "cli/text_table.h"

namespace cordon::cli {
namespace {

constexpr uint64_t kNamed = 20;

}  // namespace

void UnusableRows::add(const Error& error) {
  if (++count_ <= kNamed) return print_warning("not used: " + error.text());
  const uint64_t line = error.where.record;
  if (!unnamed_.empty() && unnamed_.back().second + 1 == line) {
    unnamed_.back().second = line;
  } else {
    unnamed_.emplace_back(line, line);
  }
}

void UnusableRows::finish() const {
  if (count_ <= kNamed) return;
  print_warning(
      fmt::format("{} more rows were not used, of lines {}", grouped(count_ - kNamed), line_ranges(unnamed_)));
}

std::string line_ranges(const std::vector<std::pair<uint64_t, uint64_t>>& runs) {
  std::string out;
  for (const auto& [first, last] : runs) {
    out += fmt::format("{}{}", out.empty() ? "" : ", ", first);
    if (last > first) out += fmt::format("-{}", last);
  }
  return out;
}

}  // namespace cordon::cli
