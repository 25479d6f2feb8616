// Cutting text at marks, and walking the lines of an embedded table: what every reader of a data/ table needs.
#pragma once

#include <algorithm>
#include <functional>
#include <string_view>

#include "base/utf8.h"

namespace cordon {

// Takes the part before the next `separator` off the front of `rest`, the separator too; all of it where there is none.
std::string_view take_field(std::string_view& rest, char separator);

// Calls `row` with each line of data/<name> that is neither empty nor a comment ("#"), without its line end.
void for_each_table_line(std::string_view name, const std::function<void(std::string_view line)>& row);

// Calls `take` for each trimmed part of `text` between any of `marks`, empty ones left out; returns whether it held for
// all of them.
template <typename Take>
bool each_part(std::string_view text, std::string_view marks, Take take) {
  bool all = true;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find_first_of(marks, begin), text.size());
    const std::string_view part = trim(text.substr(begin, end - begin));
    if (!part.empty()) all = take(part) && all;
    begin = end + 1;
  }
  return all;
}

}  // namespace cordon
