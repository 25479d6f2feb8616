#include "base/date.h"

namespace cordon {
namespace {

TEST(Civil, ThereAndBack) {
  EXPECT_EQ(day_from_civil({1970, 1, 1}), 0);
  EXPECT_EQ(day_from_civil({1969, 12, 31}), -1);
  EXPECT_EQ(day_from_civil({2000, 3, 1}), 11017);
  for (Day d = day_from_civil({1895, 12, 1}); d < day_from_civil({1905, 2, 1}); ++d) {
    const Civil c = civil_from_day(d);
    ASSERT_TRUE(valid_civil(c));
    ASSERT_EQ(day_from_civil(c), d);
  }
  EXPECT_TRUE(valid_civil({2000, 2, 29}));
  EXPECT_FALSE(valid_civil({1900, 2, 29}));
  EXPECT_FALSE(valid_civil({1999, 13, 1}));
  EXPECT_FALSE(valid_civil({999, 1, 1}));
}

struct Case {
  std::string_view text;
  DatePrecision precision;
  std::string_view reading;  // DateSpan::text()
};

TEST(ParseDate, FormsOfListsAndCustomers) {
  using enum DatePrecision;
  constexpr Case kCases[] = {
      {"1962-08-03", kDay, "1962-08-03"},
      {" 1962-08-03 ", kDay, "1962-08-03"},
      {"1962-08-03T00:00:00", kDay, "1962-08-03"},
      {"1962-08-03 12:30:00", kDay, "1962-08-03"},
      {"19620803", kDay, "1962-08-03"},
      {"03/08/1962", kDay, "1962-08-03"},
      {"3.8.1962", kDay, "1962-08-03"},
      {"08/23/1962", kDay, "1962-08-23"},
      {"23 Aug 1962", kDay, "1962-08-23"},
      {"23 August 1962", kDay, "1962-08-23"},
      {"23-Aug-1962", kDay, "1962-08-23"},
      {"Aug 23, 1962", kDay, "1962-08-23"},
      {"29 Feb 2000", kDay, "2000-02-29"},
      {"August 1962", kMonth, "1962-08"},
      {"1962-08", kMonth, "1962-08"},
      {"08/1962", kMonth, "1962-08"},
      {"1962-08-00", kMonth, "1962-08"},
      {"1962", kYear, "1962"},
      {"1962-00-00", kYear, "1962"},
      {"dd/mm/1945", kYear, "1945"},
      {"3rd Aug 1962", kDay, "1962-08-03"},
      {"3rd of August, 1962", kDay, "1962-08-03"},
      {"3. August 1962", kDay, "1962-08-03"},
      {"3. Aug. 1962", kDay, "1962-08-03"},
      {"3 de agosto de 1962", kDay, "1962-08-03"},
      {"1er août 1962", kDay, "1962-08-01"},
      {"3 августа 1962 г.", kDay, "1962-08-03"},
      {"3 АВГУСТА 1962", kDay, "1962-08-03"},
      {"März 1962", kMonth, "1962-03"},
      {"1951 (approx.)", kCirca, "circa 1951"},
      {"1951 circa", kCirca, "circa 1951"},
      {"1951-53", kRange, "1951 to 1953"},
      {"1951-05", kMonth, "1951-05"},
      {"circa 1951", kCirca, "circa 1951"},
      {"c. 1951", kCirca, "circa 1951"},
      {"ca 1951", kCirca, "circa 1951"},
      {"Approximately 1951", kCirca, "circa 1951"},
      {"1951 to 1953", kRange, "1951 to 1953"},
      {"1951-1953", kRange, "1951 to 1953"},
      {"1951/1953", kRange, "1951 to 1953"},
      {"between 1951 and 1953", kRange, "1951 to 1953"},
      {"circa 1951-1953", kRange, "1951 to 1953"},
      {"23 Aug 1962 to 1 Sep 1962", kRange, "1962-08-23 to 1962-09-01"},
  };
  for (const Case& c : kCases) {
    const auto date = parse_date(c.text);
    ASSERT_TRUE(date) << c.text;
    EXPECT_EQ(date->precision, c.precision) << c.text;
    EXPECT_EQ(date->text(), c.reading) << c.text;
    EXPECT_LE(date->low, date->high) << c.text;
  }
}

TEST(ParseDate, WhatIsNoDate) {
  for (const std::string_view text : {"",
                                      " ",
                                      "unknown",
                                      "0",
                                      "62",
                                      "196",
                                      "19621303",
                                      "1962-13-01",
                                      "30 Feb 1962",
                                      "31/04/1962",
                                      "0000-00-00",
                                      "1953 to 1951",
                                      "23 Foo 1962",
                                      "3000-01-01",
                                      "1962-08-03-04",
                                      "to",
                                      "circa",
                                      "1 to",
                                      "99999999",
                                      "\xFF\xFE",
                                      "1962-08/03",
                                      "15/15/1962",
                                      "123456789012345678901234567890"})
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  EXPECT_EQ(parse_date(std::string(1000000, '1')), std::nullopt);
}

TEST(ParseDate, WhatIsPrintedIsRead) {
  for (const DateSpan& d : {DateSpan::day({1962, 8, 3}), DateSpan::month(1962, 12), DateSpan::year(1962),
                            DateSpan::circa(1951), DateSpan::years(1951, 1953), DateSpan::days(0, 45)}) {
    EXPECT_EQ(parse_date(d.text()), d) << d.text();
  }
}

TEST(DateSpan, BoundsAreIncluded) {
  EXPECT_EQ(DateSpan::month(2000, 2).high, day_from_civil({2000, 2, 29}));
  EXPECT_EQ(DateSpan::month(2000, 12).high, day_from_civil({2000, 12, 31}));
  EXPECT_EQ(DateSpan::year(2000).low, day_from_civil({2000, 1, 1}));
  EXPECT_EQ(DateSpan{}.text(), "");
}

}  // namespace
}  // namespace cordon
