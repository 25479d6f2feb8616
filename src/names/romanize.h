// Latin readings of tokens in any script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "names/tokenize.h"

namespace cordon::names {

struct Reading {
  std::vector<std::string> forms;  // 1 to kMaxForms, a–z0–9, the likeliest first
  std::string abjad;               // Arabic and Hebrew only
};

// What the whole name tells about how its words are read.
struct RomanizeContext {
  std::string_view language;  // "uk", "be", "bg", "sr", "kk", "fa" … or "" where the letters do not tell
  bool person = false;        // a person's name: its words may be given names written by their sound
};
RomanizeContext romanize_context(const Tokens& tokens);

// Returns the readings of `token`. Never empty: what no table and no transliterator reads is written as code point
// numbers.
Reading romanize(const Token& token, const RomanizeContext& context);

// Returns the readings of `norm`, Han characters of which the name shows that they write the sounds of a foreign name.
Reading romanize_transcription(std::string_view norm);

// Readings of a surname in Han or Hangul characters ("陈": chen, chan, tan), or nothing where `norm` is none.
const std::vector<std::string>* east_asian_surname(std::string_view norm);
// Returns in how many bytes of `norm` (a Han or Hangul name) the surname ends, 0 where no table knows it.
size_t surname_bytes(std::string_view norm);

}  // namespace cordon::names
