#include "match/features.h"

#include <gtest/gtest.h>

#include <random>

#include "model/country.h"

namespace cordon::match {
namespace {

DateRelation relation(std::string_view listed, std::string_view query) {
  return compare_dates(parse_date(listed).value(), parse_date(query).value());
}

TEST(Dates, Dob1EqualDay) { EXPECT_EQ(relation("15 Jan 1955", "1955-01-15"), DateRelation::kEqualDay); }
TEST(Dates, Dob2YearAndDay) { EXPECT_EQ(relation("1962", "1962-08-03"), DateRelation::kSameYear); }
TEST(Dates, Dob3CircaIsTwoYearsWide) {
  EXPECT_EQ(relation("circa 1951", "1953-04-01"), DateRelation::kCompatible);
  EXPECT_EQ(relation("circa 1951", "1954"), DateRelation::kConflict);
}
TEST(Dates, Dob4Range) { EXPECT_EQ(relation("1951 to 1953", "1952"), DateRelation::kCompatible); }
TEST(Dates, Dob5DayMonthSwap) { EXPECT_EQ(relation("04 Mar 1953", "03.04.1953"), DateRelation::kSwapped); }
TEST(Dates, Dob6YearOnly) { EXPECT_EQ(relation("dd/mm/1945", "1945-11-30"), DateRelation::kSameYear); }
TEST(Dates, Dob7AnyOfSeveralCounts) {
  Subject subject;
  subject.birth_dates = {parse_date("1962").value()};
  Entity entity;
  entity.dates = {{DateKind::kBirth, parse_date("1950").value(), {}, 0},
                  {DateKind::kBirth, parse_date("3 Aug 1962").value(), {}, 0}};
  Attributes out;
  compare_attributes(subject, entity, default_profile(), out);
  ASSERT_EQ(out.rows.size(), 1U);
  EXPECT_EQ(out.rows[0].finding, Finding::kAgrees);
  EXPECT_EQ(out.lift, default_profile().points_birth_year);
}
TEST(Dates, Dob8FirstOfJanuaryIsASoftConflict) {
  EXPECT_EQ(relation("01 Jan 1970", "1970-06-06"), DateRelation::kSoftConflict);
}
// Two days, by the calendar alone: the twin of compare_dates() without its shortcut.
DateRelation relation_of_days(int32_t a, int32_t b) {
  if (a == b) return DateRelation::kEqualDay;
  const Civil x = civil_from_day(a);
  const Civil y = civil_from_day(b);
  if (x.year == y.year && x.day == y.month && x.month == y.day) return DateRelation::kSwapped;
  const auto written = [](Civil c) {
    return c.year * 10000 + static_cast<int>(c.month) * 100 + static_cast<int>(c.day);
  };
  int different = 0;
  for (int p = written(x), q = written(y), i = 0; i < 8; ++i, p /= 10, q /= 10) different += p % 10 != q % 10;
  if (different == 1 || std::abs(a - b) == 1) return DateRelation::kNear;
  const bool filler = (x.month == 1 && x.day == 1) || (y.month == 1 && y.day == 1);
  return filler && x.year == y.year ? DateRelation::kSoftConflict : DateRelation::kConflict;
}

TEST(Dates, ManyDaysContradictWithoutACalendar) {
  std::mt19937 rng(3);
  int near = 0;
  int shortcuts = 0;
  for (int round = 0; round < 200000; ++round) {
    const auto a = static_cast<int32_t>(rng() % 200000) - 150000;  // 1559 to 2106
    Civil c = civil_from_day(a);
    switch (round % 4) {
      case 0:
        c.year += static_cast<int>(rng() % 200) - 100;
        break;
      case 1:
        c.day = 1 + rng() % 28;
        break;
      case 2:
        std::swap(c.day, c.month);
        if (c.month < 1 || c.month > 12) c.month = 5;
        break;
      default:
        c = civil_from_day(static_cast<int32_t>(rng() % 200000) - 150000);
    }
    const int32_t b = day_from_civil(c);
    const DateRelation want = relation_of_days(a, b);
    ASSERT_EQ(compare_dates({DatePrecision::kDay, a, a}, {DatePrecision::kDay, b, b}), want) << a << ' ' << b;
    const auto got = compare_days(a, b);
    if (got) ASSERT_EQ(*got, want) << a << ' ' << b;
    near += want == DateRelation::kNear;
    shortcuts += got.has_value();
  }
  EXPECT_GT(near, 5000);
  EXPECT_GT(shortcuts, 50000);
}

TEST(Dates, Dob9AnotherCalendarSaysNothing) {
  DateSpan unknown;
  EXPECT_EQ(compare_dates(unknown, DateSpan::year(1379)), DateRelation::kUnknown);
}
TEST(Dates, AMonthIsComparedAsFarAsItIsKnown) {
  EXPECT_EQ(relation("May 1963", "1963-05-20"), DateRelation::kSameYear);
  EXPECT_EQ(relation("1963", "May 1963"), DateRelation::kSameYear);
  EXPECT_EQ(relation("May 1963", "1963-06-20"), DateRelation::kConflict);
}
TEST(Dates, CircaAndRangeMeet) {
  EXPECT_EQ(relation("circa 1951", "1949 to 1950"), DateRelation::kCompatible);
  EXPECT_EQ(relation("circa 1951", "circa 1955"), DateRelation::kCompatible);
  EXPECT_EQ(relation("circa 1951", "circa 1956"), DateRelation::kConflict);
  EXPECT_EQ(relation("1951 to 1953", "1954-01-02"), DateRelation::kConflict);
}
TEST(Dates, OneDigitOffIsNear) { EXPECT_EQ(relation("1965-03-12", "1965-03-13"), DateRelation::kNear); }

Identifier id(IdKind kind, std::string_view value, std::string_view country = {}) {
  Identifier out;
  out.kind = kind;
  out.value = std::string(value);
  out.country = std::string(country);
  return out;
}

TEST(Identifiers, AreComparedByKindAndCountry) {
  EXPECT_TRUE(same_identifier(id(IdKind::kImo, "IMO 9074729"), id(IdKind::kImo, "9074729")));
  EXPECT_TRUE(same_identifier(id(IdKind::kBic, "HAVIGB2LXXX"), id(IdKind::kBic, "HAVIGB2L")));  // ID-BIC-1
  EXPECT_FALSE(
      same_identifier(id(IdKind::kPassport, "64123456", "ru"), id(IdKind::kPassport, "64123456", "ir")));  // ID-PP-1
  EXPECT_FALSE(same_identifier(id(IdKind::kImo, "9074729"), id(IdKind::kMmsi, "9074729")));
  EXPECT_TRUE(same_identifier(id(IdKind::kTaxNumber, "7707083893"), id(IdKind::kInn, "7707083893")));
  EXPECT_FALSE(same_identifier(id(IdKind::kInn, ""), id(IdKind::kInn, "")));
}

TEST(Attributes, AContradictionIsARowWithALoss) {
  Subject subject;
  subject.birth_dates = {parse_date("1980-05-05").value()};
  subject.countries = {"de"};
  Entity entity;
  entity.dates = {{DateKind::kBirth, parse_date("1950").value(), {}, 0}};
  entity.countries = {{CountryKind::kNationality, "ir", "Iran", 0}};
  Attributes out;
  compare_attributes(subject, entity, default_profile(), out);
  EXPECT_EQ(out.loss, default_profile().loss_birth_differs + default_profile().loss_country_differs);
  EXPECT_EQ(out.lift, 0);
  EXPECT_EQ(out.corroborating, 0);
}

Points lift_of(const Address& query, const Address& listed) {
  Subject subject;
  subject.addresses = {query};
  Entity entity;
  entity.addresses = {listed};
  Attributes out;
  compare_attributes(subject, entity, default_profile(), out);
  EXPECT_EQ(out.loss, 0);
  EXPECT_EQ(out.corroborating, 0);
  return out.lift;
}
Address address(std::string_view street, std::string_view city, std::string_view full = {}) {
  Address out;
  out.street = std::string(street);
  out.city = std::string(city);
  out.full = std::string(full);
  return out;
}

TEST(Addresses, LiftALittleAndNeverCountAgainst) {
  const Points whole = default_profile().points_address;
  EXPECT_EQ(lift_of(address("12 Lesnaya ul.", "Moscow"), address("ул. Лесная, 12", "Moskva")),
            0);  // the city by another name
  EXPECT_EQ(lift_of(address("12 Lesnaya ul.", "Moskva"), address("ул. Лесная, 12", "Москва")), whole);
  EXPECT_EQ(lift_of(address("12 Rosewood Street", "Port Amber"), address("12 Rosewood Str.", "Port Amber")), whole);
  EXPECT_EQ(lift_of(address("14 Rosewood Street", "Port Amber"), address("12 Rosewood Str.", "Port Amber")), whole / 2);
  EXPECT_EQ(lift_of(address("1 Mill Lane", "Port Amber"), address("12 Rosewood Street", "Port Amber")), whole / 2);
  EXPECT_EQ(lift_of(address("12 Rosewood Street", "Ambleton"), address("12 Rosewood Street", "Port Amber")), 0);
  EXPECT_EQ(lift_of(address("", "", "12 Rosewood Street, Port Amber"), address("12 Rosewood Street", "Port Amber")),
            whole);
  EXPECT_EQ(lift_of(address("", "", "12 Rosewood Street, Port Amber"), address("", "", "Port Amber, Rosewood St 12")),
            whole);
  EXPECT_EQ(lift_of(address("High Street", "Ambleton"), address("Low Street", "Port Amber")),
            0);  // "street" is nothing
}

TEST(Gender, CountsAgainstWhereBothStateAnother) {
  Subject subject;
  subject.gender = "female";
  Entity entity;
  entity.properties = {{"gender", "male", 0}};
  Attributes out;
  compare_attributes(subject, entity, default_profile(), out);
  EXPECT_EQ(out.loss, default_profile().loss_gender_differs);
  entity.properties[0].value = "female";
  out = {};
  compare_attributes(subject, entity, default_profile(), out);
  EXPECT_EQ(out.loss, 0);
}

TEST(Countries, ByAnyNameOrCodeHistoricalAndDisputed) {
  const auto agree = [](std::string_view query, std::string_view listed) {
    Subject subject;
    subject.countries = {country_code(query)};
    Entity entity;
    entity.countries = {{CountryKind::kCountry, country_code(listed), {}, 0}};
    Attributes out;
    compare_attributes(subject, entity, default_profile(), out);
    return out.lift > 0;
  };
  EXPECT_TRUE(agree("RUS", "Российская Федерация"));
  EXPECT_TRUE(agree("Deutschland", "de"));
  EXPECT_TRUE(agree("Burma", "Myanmar"));
  EXPECT_TRUE(agree("Korea, Democratic People's Republic of", "North Korea"));
  EXPECT_TRUE(agree("USSR", "Russia"));
  EXPECT_TRUE(agree("Yugoslavia", "Serbia"));
  EXPECT_TRUE(agree("Kosovo", "xk"));
  EXPECT_FALSE(agree("South Korea", "North Korea"));
  EXPECT_FALSE(agree("Congo", "Democratic Republic of the Congo"));
  EXPECT_FALSE(agree("Niger", "Nigeria"));
  EXPECT_FALSE(agree("Austria", "Australia"));
  EXPECT_FALSE(agree("USSR", "Germany"));
}

}  // namespace
}  // namespace cordon::match
