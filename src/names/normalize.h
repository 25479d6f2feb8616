// What one code point is to a name: a letter (and its folded form), a digit, a separator, or nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cordon::names {

enum class Script : uint8_t {
  kNone,
  kLatin,
  kCyrillic,
  kGreek,
  kArabic,
  kHebrew,
  kGeorgian,
  kArmenian,
  kHan,
  kKana,
  kHangul,
  kOther,
};
inline constexpr size_t kScripts = 12;

enum class CharKind : uint8_t {
  kSkip,  // apostrophes, marks, format characters: no break, no letter
  kLetter,
  kDigit,
  kSpace,  // white space, quotes, brackets and every other symbol
  kHyphen,
  kDot,
  kSlash,
  kComma,
  kAmpersand,
  kNumberSign,  // № #
};

struct CharInfo {
  CharKind kind = CharKind::kSpace;
  Script script = Script::kNone;
  bool upper = false;
  bool lower = false;
  uint8_t plain_size = 0;
  uint8_t expanded_size = 0;
  char plain[4] = {};     // Latin letters and digits: a–z0–9
  char expanded[4] = {};  // ä as ae, š as sh; equal to plain where there is no such habit
  char32_t folded = 0;    // other scripts: case folded
};

// Thread-safe; constant time for Latin letters.
CharInfo char_info(char32_t code_point);
// Returns the letter of `to` that looks like `letter`, or 0. Both are case folded. Latin, Cyrillic and Greek only.
char32_t look_alike(char32_t letter, Script to);
// Returns ICU's name of the writing system of `code_point`, e.g. "Devanagari".
std::string_view script_name(char32_t code_point);
// Returns `text` in NFKC, using `storage` when it has to change. Ill-formed bytes become U+FFFD.
std::string_view nfkc(std::string_view text, std::string& storage);

}  // namespace cordon::names
