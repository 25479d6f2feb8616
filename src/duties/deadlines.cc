#include "duties/deadlines.h"

#include <unicode/timezone.h>

#include "duties/regimes.h"

namespace cordon::duties {
namespace {

// 0 Sunday … 6 Saturday; 1970-01-01 was a Thursday.
int weekday_of(Day day) { return ((day + 4) % 7 + 7) % 7; }

// The day on which a holiday of that year is kept.
std::optional<Day> kept_on(const Holiday& holiday, int year) {
  if (year < holiday.since) return {};
  if (holiday.day != 0) {
    const Day day = day_from_civil({year, holiday.month, holiday.day});
    const int weekday = weekday_of(day);
    return weekday == 6 ? day - 1 : weekday == 0 ? day + 1 : day;
  }
  if (holiday.nth > 0) {
    const Day first = day_from_civil({year, holiday.month, 1});
    return first + (holiday.weekday - weekday_of(first) + 7) % 7 + 7 * (holiday.nth - 1);
  }
  const Day next =
      holiday.month == 12 ? day_from_civil({year + 1, 1, 1}) : day_from_civil({year, holiday.month + 1, 1});
  return next - 1 - (weekday_of(next - 1) - holiday.weekday + 7) % 7;
}

}  // namespace

bool is_business_day(std::string_view calendar, Day day) {
  if (const int weekday = weekday_of(day); weekday == 0 || weekday == 6) return false;
  const int year = civil_from_day(day).year;
  for (const Holiday& holiday : holidays(calendar))
    for (const int y : {year, year + 1})  // New Year's Day on a Saturday is kept the year before
      if (kept_on(holiday, y) == day) return false;
  return true;
}

Day business_days_after(std::string_view calendar, Day event, int count) {
  Day day = event;
  while (count > 0) count -= is_business_day(calendar, ++day);
  return day;
}

std::optional<Day> day_at(int64_t seconds, std::string_view zone) {
  const std::unique_ptr<icu::TimeZone> found(icu::TimeZone::createTimeZone(
      icu::UnicodeString::fromUTF8(icu::StringPiece(zone.data(), static_cast<int32_t>(zone.size())))));
  if (*found == icu::TimeZone::getUnknown()) return {};
  int32_t raw = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  found->getOffset(static_cast<double>(seconds) * 1000, false, raw, saving, status);
  if (U_FAILURE(status)) return {};
  const int64_t local = seconds + (raw + saving) / 1000;
  return static_cast<Day>(local / 86400 - (local % 86400 < 0));
}

}  // namespace cordon::duties
