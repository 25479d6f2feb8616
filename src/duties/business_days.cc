#include "duties/business_days.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "base/embedded.h"

namespace cordon::duties {
namespace {

constexpr int kSaturday = 5, kSunday = 6;
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};

unsigned days_in(int year, unsigned month) {
  const Civil next = month == 12 ? Civil{year + 1, 1, 1} : Civil{year, month + 1, 1};
  return civil_from_day(day_from_civil(next) - 1).day;
}

}  // namespace

int weekday(Day day) { return ((day + 3) % 7 + 7) % 7; }  // 1970-01-01 was a Thursday

Day Calendar::Holiday::in(int year) const {
  if (day != 0) return day_from_civil({year, month, day});
  if (nth > 0) {
    const Day first = day_from_civil({year, month, 1});
    return first + (weekday + 7 - duties::weekday(first)) % 7 + 7 * (nth - 1);
  }
  const Day last = day_from_civil({year, month, days_in(year, month)});
  return last - (duties::weekday(last) + 7 - weekday) % 7 + 7 * (nth + 1);
}

bool Calendar::is_holiday(Day day) const {
  const int year = civil_from_day(day).year;
  return std::ranges::any_of(holidays_, [&](const Holiday& holiday) {
    for (const int y : {year, year + 1}) {  // New Year's Day may be kept on 31 December
      if (y < holiday.from) continue;
      Day kept = holiday.in(y);
      if (observed_ && weekday(kept) == kSaturday) --kept;
      if (observed_ && weekday(kept) == kSunday) ++kept;
      if (kept == day) return true;
    }
    return false;
  });
}

bool Calendar::is_business_day(Day day) const { return weekday(day) < kSaturday && !is_holiday(day); }

Day Calendar::after(Day day, int count) const {
  while (count > 0) count -= is_business_day(++day) ? 1 : 0;
  return day;
}

Result<std::vector<Calendar>> Calendar::read(std::string_view text, const std::string& source) {
  const toml::parse_result read = toml::parse(text);
  if (!read)
    return fail(ErrorCode::kBadInput, std::string(read.error().description()),
                {source, read.error().source().begin.line});
  std::vector<Calendar> out;
  for (const auto& [name, node] : read.table()) {
    const auto wrong = [&](std::string what) {
      return fail(ErrorCode::kBadInput, fmt::format("calendar '{}': {}", name.str(), what),
                  {source, node.source().begin.line});
    };
    const toml::table* calendar = node.as_table();
    if (calendar == nullptr) return wrong("is no table");
    Calendar made;
    made.name_ = name.str();
    made.observed_ = (*calendar)["observed"].value_or(false);
    const toml::array* days = (*calendar)["days"].as_array();
    if (days == nullptr) return wrong("has no days");
    for (const toml::node& item : *days) {
      const toml::table* row = item.as_table();
      if (row == nullptr) return wrong("a day is no table");
      Holiday holiday;
      holiday.from = (*row)["from"].value_or(0);
      if (const auto fixed = (*row)["fixed"].value<std::string>()) {
        const auto date = parse_date("2000-" + *fixed);
        if (!date || date->precision != DatePrecision::kDay) return wrong(fmt::format("'{}' is no month-day", *fixed));
        holiday.month = civil_from_day(date->low).month;
        holiday.day = civil_from_day(date->low).day;
      } else {
        const auto found = std::ranges::find(kWeekdays, (*row)["weekday"].value_or(std::string()));
        const int month = (*row)["month"].value_or(0);
        holiday.nth = (*row)["nth"].value_or(0);
        if (found == kWeekdays.end() || month < 1 || month > 12 || holiday.nth == 0 || holiday.nth > 4 ||
            holiday.nth < -4)
          return wrong("a day is neither a fixed one nor a weekday of a month");
        holiday.weekday = static_cast<int>(found - kWeekdays.begin());
        holiday.month = static_cast<unsigned>(month);
      }
      made.holidays_.push_back(holiday);
    }
    out.push_back(std::move(made));
  }
  return out;
}

const Calendar* Calendar::find(std::string_view name) {
  static const std::vector<Calendar> all = [] {
    auto read = Calendar::read(embedded("regimes/holidays.toml"), "regimes/holidays.toml");
    if (!read) std::abort();
    return std::move(*read);
  }();
  const auto found = std::ranges::find(all, name, &Calendar::name);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace cordon::duties
