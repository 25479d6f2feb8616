// The table of lists that `cordon lists` and `cordon build` print.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "cli/terminal.h"
#include "model/entity.h"

namespace cordon::cli {

// A stale list, or one of unknown date, stands in yellow on a terminal. `links`: how many each list states; empty where
// that is not known.
std::string lists_table(std::span<const ListInfo> lists, std::span<const uint64_t> links, const Look& look);

}  // namespace cordon::cli
