// What has changed since an earlier snapshot, in words: of a subject, and of a whole run.
#pragma once

#include <array>
#include <string>

#include "cli/terminal.h"
#include "model/screening.h"
#include "screen/since.h"

namespace cordon::cli {

// What differs of an answer beside its hits: "the outcome was match", "--top cuts off hits, before it cut off none", or
// nothing.
std::string before_text(const Screening& screening);

// What a run with --since has found.
struct SinceSummary {
  const screen::Since* since = nullptr;  // that it was done with
  uint64_t differing = 0;                // subjects
  uint64_t in_full = 0;                  // subjects that were screened against both snapshots
  std::array<uint64_t, 4> hits = {};     // by Change
  // Counts an answer. Returns whether it is to be printed.
  bool count(const Screening& screening);
};
// "3 differ, 59 as before", "1 hit new, 1 changed, 0 gone" and "9 parties differ: 1 added, 1 removed, 7 changed; 5
// subjects were screened in full".
std::string subjects_text(const SinceSummary& summary, uint64_t subjects, uint64_t not_screened);
std::string hits_text(const SinceSummary& summary);
std::string parties_text(const SinceSummary& summary);

// A hit's change as a word in its colour, empty for none.
std::string change_text(Change change, const Look& look);

}  // namespace cordon::cli
