#include "cli/terminal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cordon::cli {
namespace {

using testing::ElementsAre;

TEST(Printable, WritesControlCharactersAsEscapes) {
  EXPECT_EQ(printable("a\x1b[31mb"), "a\\u{1B}[31mb");
  EXPECT_EQ(printable("a\nb\tc"), "a\\u{A}b\\u{9}c");
  EXPECT_EQ(printable("a\u0085b\u2028c"), "a\\u{85}b\\u{2028}c");
  EXPECT_EQ(printable("Péter Kovács 山田"), "Péter Kovács 山田");
}

TEST(Printable, WritesBidirectionalControlsAsEscapes) {
  EXPECT_EQ(printable("a\u202eb\u2066c\u200fd"), "a\\u{202E}b\\u{2066}c\\u{200F}d");
}

TEST(Printable, ReplacesIllFormedBytes) { EXPECT_EQ(printable("a\xff\xfe"), "a\ufffd\ufffd"); }

TEST(Printable, IsolatesRightToLeftTextOnATerminalOnly) {
  const Look terminal = {.is_terminal = true, .has_colour = false, .width = 100};
  EXPECT_EQ(printable("يوسف", terminal), "\u2068يوسف\u2069");
  EXPECT_EQ(printable("שלום", terminal), "\u2068שלום\u2069");
  EXPECT_EQ(printable("Yusuf", terminal), "Yusuf");
  EXPECT_EQ(printable("يوسف", Look{}), "يوسف");
}

TEST(DisplayWidth, CountsTerminalColumns) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("山田"), 4U);
  EXPECT_EQ(display_width("한국"), 4U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("\u2068a\u2069"), 1U);
}

TEST(Wrap, BreaksAtBlanksAndLongWordsWhereItMust) {
  EXPECT_THAT(wrap("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap("one two three", 8), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap("abcdefghij", 4), ElementsAre("abcd", "efgh", "ij"));
  EXPECT_THAT(wrap("a 山田山田 b", 6), ElementsAre("a", "山田山", "田 b"));
  EXPECT_THAT(wrap("one two  three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap("one two  three", 8), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap("", 10), ElementsAre(""));
}

TEST(Paint, NeedsATerminalWithColours) {
  EXPECT_EQ(paint(Colour::kRed, "x", Look{}), "x");
  EXPECT_EQ(paint(Colour::kRed, "x", {.is_terminal = true, .has_colour = true, .width = 80}), "\x1b[1;31mx\x1b[0m");
}

}  // namespace
}  // namespace cordon::cli
