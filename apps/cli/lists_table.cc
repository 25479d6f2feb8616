// Table of lists; see lists_table.h.
#include "cli/lists_table.h"

#include "cli/list_age.h"
#include "cli/text_table.h"

namespace cordon::cli {

std::string lists_table(std::span<const ListInfo> lists, const Look& look) {
  TextTable table({{"list"},
                   {"authority", Align::kLeft, 40},
                   {"published"},
                   {"age", Align::kRight},
                   {"parties", Align::kRight},
                   {"names", Align::kRight},
                   {"skipped", Align::kRight}});
  for (const ListInfo& list : lists) {
    table.append({printable(list.list), printable(list.authority), published_text(list), age_text(list),
                  grouped(list.entities), grouped(list.names), grouped(list.skipped)},
                 is_stale(list) ? Colour::kYellow : Colour::kNone);
  }
  return table.text(look);
}

}  // namespace cordon::cli
