// The hits of one subject to its answer: in order, with their outcome, cut to the best, grouped.
#pragma once

#include <vector>

#include "screen/search.h"

namespace cordon::screen {

// REQUIRES: of all hits, `found` holds the best `top`, one more where there is one, and every decided one. Nothing in
// an answer depends on the prior, which is the same for all hits, but its own row and the likelihood.
Screening ranked(const Subject& subject, std::vector<FoundHit> found, size_t top);

}  // namespace cordon::screen
