// A page's answer for a person's eyes, on a terminal.
#pragma once

#include <string>

#include "cli/screening_table.h"
#include "cli/terminal.h"
#include "screen/page.h"

namespace cordon::cli {

// Outcome and hits as of any subject; then what the page says: who says it, what is contested, whom and what it names;
// then the duties that follow.
std::string page_text(const screen::PageScreening& page, const Look& look);

}  // namespace cordon::cli
