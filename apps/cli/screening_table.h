// Answers for a person's eyes: each subject with its outcome, each hit with its reason, and a closing summary.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "cli/since_text.h"
#include "cli/terminal.h"
#include "model/screening.h"
#include "screen/snapshot.h"

namespace cordon::cli {

// Of a long input only this many clear subjects are named in the table; all are counted in the summary.
inline constexpr uint64_t kClearLines = 100;

// A subject in one line: names, birth dates, countries.
std::string subject_text(const Subject& subject, const Look& look);
// With all that is known of its duties, with a line of their steps, or without.
enum class Duties : uint8_t { kInFull, kSteps, kLeftOut };
std::string screening_text(const Screening& screening, Duties duties, const Look& look);

// What a run was, over all its inputs.
struct RunSummary {
  uint64_t subjects = 0;
  std::array<uint64_t, 4> outcomes = {};  // by Outcome
  uint64_t hits = 0;                      // those shown
  bool more = false;                      // were there others, cut off by --top?
  double seconds = 0;
  std::string profile;  // as short_stamp() writes it
  std::optional<SinceSummary> since;
  uint64_t count(Outcome outcome) const { return outcomes[static_cast<size_t>(outcome)]; }
};
// Subjects and outcomes, time, profile, snapshot, its oldest list, and a warning where a list is stale or without date.
std::string summary_text(const RunSummary& summary, const screen::Snapshot& snapshot, const Look& look);

}  // namespace cordon::cli
