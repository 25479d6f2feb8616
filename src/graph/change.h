// What a change of a structure touches: two editions of it held against each other, and the companies that have to be
// judged again (docs/decisions/0024-what-a-change-touches.md).
#pragma once

#include <optional>
#include <vector>

#include "graph/cascade.h"

namespace cordon::graph {

// Returns what `earlier` states otherwise than `now` does, company by company, as links added to `now`: rows that
// differ in no more than source and line are the same. Holdings of `now` alone are those of its links before the call.
std::vector<CompanyRows> rows_of_earlier(Structure& now, const Structure& earlier);

// The companies whose answers may differ between the cascade that was updated and the one that Cascade::update made of
// it: verdict, share or flags. Sorted. Nothing: maybe all.
std::optional<std::vector<PartyId>> touched_by_change(const Cascade& updated);

}  // namespace cordon::graph
