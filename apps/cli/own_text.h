// What cordon own says of a company, in words.
#pragma once

#include <functional>
#include <string>

#include "cli/terminal.h"
#include "graph/explain.h"

namespace cordon::cli {

// Which listed party one that is possibly listed may be: "eu:EU.1 (NAME), score 0.9812"; "" where nothing says so.
using JoinText = std::function<std::string(graph::PartyId)>;

// The answer under one rule: verdict, sums, paths, what does not count, what would change it.
std::string own_text(const graph::Judge& judge, const graph::Finding& finding, const graph::Explanation& explanation,
                     const JoinText& join_text, const Look& look);
// Verdict, a few paths, what would settle it. `finding` may be of a party that the graph does not have.
std::string own_brief_text(const graph::Judge& judge, const graph::Finding& finding,
                           const graph::Explanation& explanation, const JoinText& join_text, const Look& look);

}  // namespace cordon::cli
