#include "base/utf8.h"

namespace cordon {
namespace {

TEST(Utf8, EveryCodePointThereAndBack) {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 37) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    size_t pos = 0;
    ASSERT_EQ(next_code_point(text, pos), c);
    ASSERT_EQ(pos, text.size());
    ASSERT_EQ(first_invalid_utf8(text), std::nullopt);
  }
}

TEST(Utf8, IllFormedBytesMoveByOne) {
  // Overlong, surrogate, over U+10FFFF, cut off, stray continuation, never-used bytes.
  for (const std::string_view text : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82",
                                      "\x80", "\xFF", "\xF0\x9F\x98", "\xC3"}) {
    size_t pos = 0;
    EXPECT_EQ(next_code_point(text, pos), 0xFFFDU);
    EXPECT_EQ(pos, 1U);
    EXPECT_EQ(first_invalid_utf8(text), 0U);
  }
  EXPECT_EQ(first_invalid_utf8("ab\xD0\x9F\xFFz"), 4U);
  EXPECT_EQ(first_invalid_utf8(""), std::nullopt);
}

TEST(Utf8, IllFormedStretchesBecomeOneReplacement) {
  const auto well_formed = [](std::string_view text) {
    std::string out = "<";
    append_well_formed(out, text);
    return out + ">";
  };
  EXPECT_EQ(well_formed(""), "<>");
  EXPECT_EQ(well_formed("aé王😀"), "<aé王😀>");
  EXPECT_EQ(well_formed("\xE2\x82"), "<�>");
  EXPECT_EQ(well_formed("\xF0\x9F\x98z\xF0\x9Fz\xF0"), "<�z�z�>");
  EXPECT_EQ(well_formed("\x80\xC0\x80\xFF"), "<����>");
  // The Unicode Standard 15, table 3-8 and its neighbours.
  EXPECT_EQ(well_formed("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"), "<��������A>");
  EXPECT_EQ(well_formed("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"), "<��������A>");
  EXPECT_EQ(well_formed("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"), "<�����A��B>");
  EXPECT_EQ(well_formed("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), "<����A>");
}

TEST(Utf8, Windows1252) {
  EXPECT_EQ(utf8_from_windows_1252("Caf\xE9 \x80 \x93q\x94"), "Café € “q”");
  EXPECT_EQ(utf8_from_windows_1252("\x81"), "\xC2\x81");
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  EXPECT_EQ(first_invalid_utf8(utf8_from_windows_1252(all)), std::nullopt);
}

TEST(Utf8, TrimAndCollapse) {
  EXPECT_EQ(trim(" \t a b\r\n\xC2\xA0"), "a b");
  EXPECT_EQ(trim("\xEF\xBB\xBFid"), "id");
  EXPECT_EQ(trim("  "), "");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim("é"), "é");
  EXPECT_EQ(collapse_spaces("  a \n\t b\xC2\xA0\xC2\xA0"
                            "c "),
            "a b c");
  EXPECT_EQ(collapse_spaces("\xE3\x80\x80"), "");
  using namespace std::string_view_literals;
  EXPECT_EQ(collapse_spaces("a\0b\x1F\x7F"
                            "c\xC2\x85"
                            "d\xE2\x80\xA8"
                            "e\xE2\x80\xA9"sv),
            "a b c d e");
  EXPECT_EQ(trim("\0a\xC2\x85"sv), "a");
  EXPECT_EQ(ascii_lower("AbZ ÄЖ1"), "abz ÄЖ1");
}

}  // namespace
}  // namespace cordon
