// The answer about one company under one rule as one line of JSON.
#pragma once

#include <string>

#include "graph/explain.h"
#include "syntax/json_writer.h"

namespace cordon::graph {

// Writes the members entity, rule, verdict, share_min, share_max, paths, not_counted, flags and what explains them; the
// caller begins and ends the object and may add members of its own. Shares are exact fractions as text.
// `entity`: the company as the user gave it. A finding of nobody is about a party that the graph does not have.
void append_answer(JsonWriter& json, std::string_view entity, const Judge& judge, const Finding& finding,
                   const Explanation& explanation);

// A link as the members of an object: owner, owned, share, kind, from, to, source, with, row; what is empty is left
// out.
void append_link(JsonWriter& json, const Structure& structure, uint32_t link);

}  // namespace cordon::graph
