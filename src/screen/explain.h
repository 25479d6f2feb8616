// Why a party is a hit for a subject, or why not, and what would have changed that. Every figure comes from judging:
// the hit is the screening's own, each counterfactual a changed subject (or profile) judged like any other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "screen/name_columns.h"
#include "screen/screener.h"

namespace cordon::screen {

// The same party judged once more, one thing being otherwise.
struct WhatIf {
  Feature feature;     // of what is otherwise; kLimit: the settings
  std::string change;  // in words: "without the birth date", "with the listed country Russia"
  Points score = 0;
  MilliBits bits = 0;
  double likelihood = 0;
  Points threshold = 0;  // of the profile that it was judged under
  bool is_hit() const { return score >= threshold; }
};

struct Explanation {
  Subject subject;
  Entity entity;
  Hit hit;                // with all its evidence, whatever its score
  Points threshold = 0;   // it is a hit at any threshold up to its score
  bool proposed = false;  // did retrieval hand it to the judge? What it does not cannot reach the threshold
  uint64_t rank = 0;      // among the subject's hits, from 1; 0: no hit
  uint64_t hits = 0;      // of the subject in all
  std::vector<NameColumn> columns;
  std::vector<Evidence> against;  // rows of the evidence that differ or are absent
  std::vector<Evidence> missing;  // what could not be compared: kAbsent, without points; the note says who lacks it
  std::vector<WhatIf> what_if;
  bool is_hit() const { return hit.score >= threshold; }
};

// REQUIRES: `entity` is a number of the screener's snapshot. Errors: those that would leave the subject not screened.
Result<Explanation> explain(const Screener& screener, const Subject& subject, uint32_t entity);

}  // namespace cordon::screen
