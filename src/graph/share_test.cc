#include "graph/share.h"

#include <gtest/gtest.h>

namespace cordon::graph {
namespace {

std::string shown(std::string_view text) {
  const auto share = parse_share(text);
  if (!share) return share.error().message;
  return (share->low.open ? "(" : "[") + share->low.value.text() + "," + share->high.value.text() +
         (share->high.open ? ")" : "]");
}

TEST(Share, ReadsEveryForm) {
  EXPECT_EQ(shown("50%"), "[1/2,1/2]");
  EXPECT_EQ(shown(" 49.995 % "), "[9999/20000,9999/20000]");
  EXPECT_EQ(shown("0.5"), "[1/2,1/2]");
  EXPECT_EQ(shown("1/3"), "[1/3,1/3]");
  EXPECT_EQ(shown("0"), "[0,0]");
  EXPECT_EQ(shown("0%"), "[0,0]");
  EXPECT_EQ(shown("100%"), "[1,1]");
  EXPECT_EQ(shown("25-50%"), "[1/4,1/2]");
  EXPECT_EQ(shown("25%-50%"), "[1/4,1/2]");
  EXPECT_EQ(shown("25–50 %"), "[1/4,1/2]");
  EXPECT_EQ(shown(">25-50%"), "(1/4,1/2]");
  EXPECT_EQ(shown("25-<50%"), "[1/4,1/2)");
  EXPECT_EQ(shown(">50-<75%"), "(1/2,3/4)");
  EXPECT_EQ(shown("1/3-2/3"), "[1/3,2/3]");
  EXPECT_EQ(shown("0.25-1"), "[1/4,1]");
  EXPECT_EQ(shown(">50%"), "(1/2,1]");
  EXPECT_EQ(shown(">=75%"), "[3/4,1]");
  EXPECT_EQ(shown("<25%"), "[0,1/4)");
  EXPECT_EQ(shown("unknown"), "[0,1]");
  EXPECT_EQ(shown("Unknown"), "[0,1]");
}

TEST(Share, RefusesWhatMayMeanTwoThings) {
  EXPECT_EQ(shown("50"), "\"50\" is ambiguous; write 50% or a part of one, such as 0.5 or 1/2");
  EXPECT_EQ(shown("1"), "\"1\" is ambiguous; write 1% or a part of one, such as 0.5 or 1/2");
  EXPECT_NE(shown("25-50").find("ambiguous"), std::string::npos);
  EXPECT_NE(shown("0-1").find("ambiguous"), std::string::npos);
  EXPECT_NE(shown("25%-0.5").find("no %"), std::string::npos);
}

TEST(Share, RefusesWhatCannotBe) {
  EXPECT_EQ(shown("120%"), "\"120%\" is over 100 %");
  EXPECT_EQ(shown("3/2"), "\"3/2\" is over 100 %");
  EXPECT_EQ(shown("1.5"), "\"1.5\" is over 100 %");
  EXPECT_EQ(shown("-5%"), "\"-5%\" is negative");
  EXPECT_EQ(shown("60-40%"), "\"60-40%\" ends below where it begins");
  EXPECT_EQ(shown(">50-50%"), "\">50-50%\" leaves no share at all");
  EXPECT_EQ(shown("<25-50%"), "\"<25-50%\" is no range; > stands before the lower end, < before the upper");
  for (const std::string_view text : {"", "%", "half", "12,5%", "1e2%", "5%%", "50 percent", "--5%", "1/0", ">"})
    EXPECT_FALSE(parse_share(text)) << text;
  EXPECT_FALSE(parse_share(std::string(500, '1') + "%"));
}

// Printed and read again it is the same share.
TEST(Share, PrintsWhatItReads) {
  for (int64_t below = 1; below <= 12; ++below)
    for (int64_t a = 0; a <= below; ++a)
      for (int64_t b = a; b <= below; ++b)
        for (int ends = 0; ends < 4; ++ends) {
          const Share share{{Rational(a, below), (ends & 1) != 0}, {Rational(b, below), (ends & 2) != 0}};
          if (a == b && ends != 0) continue;
          const auto read = parse_share(share_text(share));
          ASSERT_TRUE(read) << share_text(share) << ": " << read.error().message;
          ASSERT_EQ(*read, share) << share_text(share);
        }
}

TEST(Share, PercentIsNeverRounded) {
  EXPECT_EQ(percent_text(*Rational::parse("0.49995")), "49.995 %");
  EXPECT_EQ(percent_text(*Rational::parse("0.4999999999999999999999")), "49.99999999999999999999 %");
  EXPECT_EQ(percent_text(Rational(1, 3)), "1/3");
}

}  // namespace
}  // namespace cordon::graph
