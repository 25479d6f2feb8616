// The tables under data/regimes: what each regime asks, and when its offices are closed.
#pragma once

#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace cordon::duties {

// How strict, from nothing to do on. The order decides where two regimes differ.
enum class Action : uint8_t { kInfo, kRecords, kMonitor, kRfi, kHold, kReject, kBlock, kFreeze, kReport, kExit };
std::string_view action_name(Action action);

struct DutyRow {
  std::string rule;
  std::vector<std::string> verdicts;
  Action action = Action::kInfo;
  std::string what, when, calendar, form, to, confidence, citation;
  int days = 0;
  Day from = std::numeric_limits<Day>::min(), to_day = std::numeric_limits<Day>::max();
};

struct Holiday {
  std::string name;
  unsigned month = 1, day = 0;  // day 0: the nth weekday of the month instead
  int weekday = 0, nth = 0;     // 0 Sunday … 6 Saturday; nth -1 is the last
  int since = 0;                // year
};

// Both abort where an embedded table is broken.
std::span<const DutyRow> duty_rows();
std::span<const Holiday> holidays(std::string_view calendar);

}  // namespace cordon::duties
