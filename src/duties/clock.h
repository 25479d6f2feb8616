// Instants and days of a place: a deadline runs by the calendar of the obliged office, a licence ends at an instant of
// its own zone.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/error.h"

namespace cordon::duties {

using Instant = int64_t;  // seconds since 1970-01-01T00:00Z

// Reads "2026-11-21T02:30Z", "2026-11-21T02:30+01:00", "2026-11-21T02:30 America/New_York" (seconds may follow the
// minutes); a bare "2026-11-21" is the first instant of that day in `zone`. Errors: kInvalidArgument.
Result<Instant> parse_instant(std::string_view text, std::string_view zone);
// When something happens, as well as it is said: a day of wherever it matters, or an instant.
struct Event {
  std::optional<Day> day;
  Instant instant = 0;  // where `day` is not set
};
// A bare date is a day, anything else an instant, in `zone` where it names none. Errors: kInvalidArgument.
Result<Event> parse_event(std::string_view text, std::string_view zone);
// The day on which `instant` falls in `zone` ("America/New_York"). Errors: kInvalidArgument where there is no such
// zone.
Result<Day> local_day(Instant instant, std::string_view zone);

}  // namespace cordon::duties
