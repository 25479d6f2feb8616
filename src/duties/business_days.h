// Business days of an authority, from data/regimes/holidays.toml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"

namespace cordon::duties {

class Calendar {
 public:
  // Reads all calendars of the table. Errors: kBadInput.
  static Result<std::vector<Calendar>> read(std::string_view toml, const std::string& source);
  // Null where there is none of that name among the built-in ones.
  static const Calendar* find(std::string_view name);

  const std::string& name() const { return name_; }
  bool is_business_day(Day day) const;  // neither Saturday, Sunday nor a holiday
  // The `count`-th business day after `day`, which does not count itself. REQUIRES: count > 0.
  Day after(Day day, int count) const;

 private:
  struct Holiday {
    int from = 0;                 // first year
    unsigned month = 0, day = 0;  // a fixed day where `day` is not 0
    int weekday = 0, nth = 0;     // else: 0 Monday … 6 Sunday; 1 first … -1 last
    Day in(int year) const;
  };
  bool is_holiday(Day day) const;

  std::string name_;
  bool observed_ = false;
  std::vector<Holiday> holidays_;
};

int weekday(Day day);  // 0 Monday … 6 Sunday

}  // namespace cordon::duties
