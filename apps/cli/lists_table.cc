// Table of lists; see lists_table.h.
#include "cli/lists_table.h"

#include "cli/list_age.h"
#include "cli/text_table.h"

namespace cordon::cli {

std::string lists_table(std::span<const ListInfo> lists, std::span<const uint64_t> links, const Look& look) {
  std::vector<TextTable::Column> columns = {{"list"},
                                            {"authority", Align::kLeft, 40},
                                            {"published"},
                                            {"age", Align::kRight},
                                            {"parties", Align::kRight},
                                            {"names", Align::kRight}};
  if (!links.empty()) columns.push_back({"links", Align::kRight});
  columns.push_back({"skipped", Align::kRight});
  TextTable table(std::move(columns));
  for (size_t i = 0; i < lists.size(); ++i) {
    const ListInfo& list = lists[i];
    std::vector<std::string> row = {printable(list.list), printable(list.authority), published_text(list),
                                    age_text(list),       grouped(list.entities),    grouped(list.names)};
    if (!links.empty()) row.push_back(grouped(links[i]));
    row.push_back(grouped(list.skipped));
    table.append(std::move(row), is_stale(list) ? Colour::kYellow : Colour::kNone);
  }
  return table.text(look);
}

}  // namespace cordon::cli
