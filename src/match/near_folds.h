// How many letters each of many folds is apart from one word: what retrieval asks of the folds that share a deletion
// with a query's word. Same answers as osa_distance() under max_edits(), some times faster.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/cpu.h"

namespace cordon::match {

constexpr uint8_t kFar = 255;

// Sets distances[i] to the OSA distance of `word` and folds[i] where it is at most max_edits() of the shorter one's
// length, else to kFar. REQUIRES: distances.size() == folds.size(); this processor has `level`.
// Allocates nothing. Thread-safe. Cost: O(letters of the folds), a little for the word.
void edit_distances(std::string_view word, std::span<const std::string_view> folds, std::span<uint8_t> distances,
                    CpuLevel level = cpu_level());

}  // namespace cordon::match
