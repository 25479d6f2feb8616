// A name cut into tokens: maximal runs of letters and digits, each with its normalised text and what stood behind it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "names/normalize.h"

namespace cordon::names {

// What stands between a token and the next one.
enum class Glue : uint8_t { kSpace, kDot /* A.S */, kDotSpace /* A. S */, kSlash, kHyphen };

struct Token {
  std::string_view text;     // as written
  std::string norm;          // case folded, without marks and apostrophes; Latin: a–z0–9 only
  std::string expansion;     // Latin with ä as ae, š as sh …; empty where it equals norm
  std::string other_script;  // norm where the whole word may stand for letters of the name's own script (COPOKA in a
                             // Cyrillic name), in that script
  Script script = Script::kNone;
  char32_t first_letter = 0;
  uint16_t segment = 0;  // commas before it
  uint16_t letters = 0;
  Glue glue = Glue::kSpace;
  bool has_digit = false;
  bool all_upper = false;  // every letter that has case is a capital
  bool all_lower = false;
  bool ampersand = false;
  bool number_sign = false;  // № or # stood in front
  bool bracketed = false;    // alone in brackets
  bool middle_dot = false;   // a middle dot stands at one of its ends: 约翰·史密斯

  bool is_number() const { return has_digit && letters == 0; }
};

struct Tokens {
  std::vector<Token> list;
  Script script = Script::kNone;  // of most letters
  char32_t sample = 0;            // a letter of that script
  bool mixed_scripts = false;
  bool backwards = false;  // Hebrew words stood from their last letter to their first, and were turned round
};

// At most so many tokens are read, and so many letters of each: far above any name, so that hostile input stays cheap.
inline constexpr size_t kMaxTokens = 96;
inline constexpr size_t kMaxLetters = 64;

// REQUIRES: `text` is NFKC; the result's views point into it.
Tokens tokenize(std::string_view text);
// Returns the key under which a table's `entry` is found: its tokens joined by blanks, dotted letters joined.
std::string table_key(std::string_view entry);
// Returns the number of tokens from `i` on that are single letters held together by dots or slashes ("S.p.A.": 3),
// or 1.
size_t letter_run(const std::vector<Token>& tokens, size_t i);

}  // namespace cordon::names
