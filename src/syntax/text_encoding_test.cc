#include "syntax/text_encoding.h"

#include <gtest/gtest.h>

namespace cordon {
namespace {

using namespace std::string_literals;

// ASCII text as UTF-16.
std::string wide(std::string_view ascii, bool little) {
  std::string out;
  for (const char c : ascii) out += little ? std::string{c, '\0'} : std::string{'\0', c};
  return out;
}

TEST(TextEncoding, Utf8WithAndWithoutBom) {
  EXPECT_EQ(decode_text("na\xC3\xAFve").text, "naïve");
  EXPECT_EQ(decode_text("\xEF\xBB\xBFid,name").text, "id,name");
  EXPECT_EQ(decode_text("").text, "");
}

TEST(TextEncoding, Utf16WithBom) {
  EXPECT_EQ(decode_text("\xFF\xFE"s + wide("id,name", true)).text, "id,name");
  EXPECT_EQ(decode_text("\xFE\xFF"s + wide("id,name", false)).text, "id,name");
  EXPECT_EQ(decode_text("\xFF\xFE\x1F\x04\x3D\xD8\x00\xDE"s).text, "П😀");
}

TEST(TextEncoding, Utf16WithoutBom) {
  EXPECT_EQ(decode_text(wide("id,name\n1,Doe\n", true)).encoding, TextEncoding::kUtf16le);
  EXPECT_EQ(decode_text(wide("id,name\n1,Doe\n", false)).text, "id,name\n1,Doe\n");
}

TEST(TextEncoding, BrokenUtf16IsReplaced) {
  EXPECT_EQ(decode_text("\xFF\xFE\x3D\xD8\x41\x00"s).text, "\xEF\xBF\xBD\x41");
  EXPECT_EQ(decode_text("\xFF\xFE\x41\x00\x42"s).text, "A\xEF\xBF\xBD");
}

TEST(TextEncoding, Windows1252WhereThatIsWhatTheBytesAre) {
  const DecodedText d = decode_text(
      "id,name\n1,Jos\xE9 Garc\xED"
      "a\n2,\xD6"
      "zt\xFCrk\n");
  EXPECT_EQ(d.text, "id,name\n1,José García\n2,Öztürk\n");
  EXPECT_EQ(d.encoding, TextEncoding::kWindows1252);
  EXPECT_EQ(decode_text("Jos\xE9 \x8A").text, "José Š");
}

TEST(TextEncoding, DamagedUtf8StaysUtf8) {
  const DecodedText d = decode_text("id,name\n1,Jos\xC3\xA9\n2,M\xC3\xBCller\n3,A\xFFnna\n");
  EXPECT_EQ(d.encoding, TextEncoding::kUtf8);
  EXPECT_EQ(d.text, "id,name\n1,José\n2,Müller\n3,A\xEF\xBF\xBDnna\n");
}

TEST(TextEncoding, StrayNulsDoNotMakeUtf16) {
  EXPECT_EQ(decode_text("id,name\n1,a\0b\n2,c\n"s).encoding, TextEncoding::kUtf8);
}

}  // namespace
}  // namespace cordon
