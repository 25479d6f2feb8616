// What cordon own says of a company, in words.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "graph/explain.h"

namespace cordon::cli {

// The answer under one rule: verdict, sums, paths, what does not count, what would change it.
std::string own_text(const graph::Judge& judge, const graph::Finding& finding, const graph::Explanation& explanation,
                     const Look& look);

}  // namespace cordon::cli
