// Days of authorities: business days by data/regimes/calendars.toml, and the day that it is where an office stands.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace cordon::duties {

// Is it a business day of that calendar: no Saturday, Sunday or holiday as kept? An unknown calendar has no holidays.
bool is_business_day(std::string_view calendar, Day day);
// Returns the day that is `count` business days behind `event`; the day of the event is not counted.
Day business_days_after(std::string_view calendar, Day event, int count);
// Returns the day at `seconds` since 1970-01-01 UTC in a zone such as "America/New_York": that of the obliged office
// decides. Nothing where the zone is unknown.
std::optional<Day> day_at(int64_t seconds, std::string_view zone);

}  // namespace cordon::duties
