// Calendar dates with their precision: a day, a month, a year, about a year, a range. All are closed intervals of days.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cordon {

// A day of the proleptic Gregorian calendar as days since 1970-01-01.
using Day = int32_t;

struct Civil {
  int year;
  unsigned month;  // 1–12
  unsigned day;    // 1–31
};
Day day_from_civil(Civil c);
Civil civil_from_day(Day day);
bool valid_civil(Civil c);
std::string day_text(Day day);  // "1962-08-03"

enum class DatePrecision : uint8_t { kDay, kMonth, kYear, kCirca, kRange, kUnknown };

// When something happened, as well as it is known. kUnknown keeps only the text (a note, another calendar).
struct DateSpan {
  DatePrecision precision = DatePrecision::kUnknown;
  Day low = 0;   // first possible day, for kCirca of the year as it was written (widened by whoever compares)
  Day high = 0;  // last possible day, included
  bool operator==(const DateSpan&) const = default;

  static DateSpan day(Civil c);
  static DateSpan month(int year, unsigned month);
  static DateSpan year(int year);
  static DateSpan circa(int year);
  static DateSpan years(int first, int last);
  static DateSpan days(Day first, Day last);

  // Returns "1962-08-03", "1962-08", "1962", "circa 1951", "1951 to 1953", "1953-03-01 to 1953-04-02" or "".
  std::string text() const;
};

// Reads the forms that the lists and customers use: 1962-08-03, 1962-08, 1962, 19620803, 03/08/1962 and 3.8.1962 (day
// first), 08/23/1962 (month first where day first is impossible), 23 Aug 1962, 23rd of August 1962, 3. August 1962,
// 3 августа 1962 (months in the languages of data/dates/months.tsv), August 1962, Aug 23, 1962, circa 1951, c. 1951,
// ca 1951, approximately 1951, 1951 (approx.), 1951 to 1953, 1951-1953, 1951-53, 1951/1953, 23 Aug 1962 to 1 Sep 1962,
// dd/mm/1945, 1962-00-00, 1962-08-03T00:00:00. Returns nothing where the text is no date.
std::optional<DateSpan> parse_date(std::string_view text);

}  // namespace cordon
