#include "base/table.h"

#include "base/embedded.h"

namespace cordon {

std::string_view take_field(std::string_view& rest, char separator) {
  const size_t end = rest.find(separator);
  const std::string_view part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return part;
}

void for_each_table_line(std::string_view name, const std::function<void(std::string_view line)>& row) {
  std::string_view rest = embedded(name);
  while (!rest.empty()) {
    std::string_view line = take_field(rest, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') row(line);
  }
}

}  // namespace cordon
