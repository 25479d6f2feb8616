#include "base/rational.h"

#include <gtest/gtest.h>

namespace cordon {
namespace {

Rational rational(std::string_view text) { return *Rational::parse(text); }

TEST(Rational, ReadsDigitsDecimalsAndFractions) {
  EXPECT_EQ(rational("12").text(), "12");
  EXPECT_EQ(rational("0.125").text(), "1/8");
  EXPECT_EQ(rational("-2/6").text(), "-1/3");
  EXPECT_EQ(rational("-0").text(), "0");
  EXPECT_EQ(rational("0/7").text(), "0");
}

TEST(Rational, RefusesWhatIsNoNumber) {
  for (const std::string_view text :
       {"", "-", ".5", "5.", "1/0", "1/", "/2", "1/2/3", "1.5/2", "1e3", " 1", "1 ", "--1", "1,5", "+1", "１"})
    EXPECT_FALSE(Rational::parse(text)) << text;
  EXPECT_FALSE(Rational::parse(std::string(Rational::kMostDigits + 1, '1')));
}

TEST(Rational, AddsExactly) {
  EXPECT_EQ(rational("1/3") + rational("1/6"), rational("1/2"));
  EXPECT_EQ(rational("0.4999") + rational("0.0001"), rational("1/2"));
  EXPECT_EQ((rational("1/3") - rational("1/2")).text(), "-1/6");
  EXPECT_EQ((rational("-2/3") * rational("3/4")).text(), "-1/2");
  EXPECT_LT(rational("0.49995"), rational("1/2"));
  EXPECT_GT(rational("1/3"), rational("0.333333333333333333333333333333333"));
  EXPECT_LT(rational("-1/2"), rational("-1/3"));
}

// Sums of unlike denominators leave 128 bits behind; the value stays exact and comes back when the parts are taken off.
TEST(Rational, GoesOnInLongNumbersWhere128BitsEnd) {
  constexpr int64_t kPrimes[] = {999999937, 999999893, 999999883, 999999797, 999999761, 999999757};
  Rational sum;
  for (const int64_t p : kPrimes) sum += Rational(1, p);
  EXPECT_TRUE(sum.is_long());
  EXPECT_GT(sum, Rational(6, 1000000000));
  EXPECT_LT(sum, Rational(6, 999999756));
  for (const int64_t p : kPrimes) sum = sum - Rational(1, p);
  EXPECT_EQ(sum, Rational(0));
  EXPECT_FALSE(sum.is_long());
}

TEST(Rational, ComparesWhereProductsOverflow) {
  const Rational a = rational("170141183460469231731687303715884105727/170141183460469231731687303715884105726");
  const Rational b = rational("170141183460469231731687303715884105726/170141183460469231731687303715884105725");
  EXPECT_LT(Rational(1), a);
  EXPECT_LT(a, b);
  EXPECT_GT(Rational(-1) * a, Rational(-1) * b);
  EXPECT_EQ((a - a).text(), "0");
}

TEST(Rational, PrintsFiniteDecimalsOnly) {
  EXPECT_EQ(rational("0.49995").decimal(), "0.49995");
  EXPECT_EQ(rational("1/8").decimal(), "0.125");
  EXPECT_EQ(rational("-5/2").decimal(), "-2.5");
  EXPECT_EQ(rational("100").decimal(), "100");
  EXPECT_EQ(rational("0").decimal(), "0");
  EXPECT_EQ(rational("1/3").decimal(), std::nullopt);
  EXPECT_EQ(rational("123456789012345678901234567890123456789012345.5").decimal(),
            "123456789012345678901234567890123456789012345.5");
}

// Against 64-bit arithmetic over a common denominator, on every pair of small fractions.
TEST(Rational, AgreesWithArithmeticOverOneDenominator) {
  constexpr int64_t kCommon = 5040;
  for (int64_t b = 1; b <= 10; ++b)
    for (int64_t d = 1; d <= 9; ++d)
      for (int64_t a = -b; a <= b; ++a)
        for (int64_t c = -d; c <= d; ++c) {
          const int64_t x = a * (kCommon / b), y = c * (kCommon / d);
          if (kCommon % b || kCommon % d) continue;
          ASSERT_EQ(Rational(a, b) + Rational(c, d), Rational(x + y, kCommon));
          ASSERT_EQ(Rational(a, b) - Rational(c, d), Rational(x - y, kCommon));
          ASSERT_EQ(Rational(a, b) <=> Rational(c, d), x <=> y);
        }
}

}  // namespace
}  // namespace cordon
