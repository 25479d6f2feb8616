// The table of lists that `cordon lists` and `cordon build` print.
#pragma once

#include <span>
#include <string>

#include "cli/terminal.h"
#include "model/entity.h"

namespace cordon::cli {

// A stale list, or one of unknown date, stands in yellow on a terminal.
std::string lists_table(std::span<const ListInfo> lists, const Look& look);

}  // namespace cordon::cli
