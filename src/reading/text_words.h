// A text cut into words: maximal runs of letters and digits, with what stands between them. A run of Han or Kana is one
// word here, cut further by who reads it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace cordon::reading {

struct TextWord {
  uint32_t begin = 0, end = 0;  // bytes of the text
  uint16_t flags = 0;

  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  bool is(uint16_t flag) const { return (flags & flag) != 0; }
};

enum WordMark : uint16_t {
  kUpperFirst = 1U << 0,  // begins with a capital
  kAllUpper = 1U << 1,    // two letters or more, none small
  kCased = 1U << 2,       // has a letter of a script with capitals
  kHasDigit = 1U << 3,
  kNoSpaces = 1U << 4,       // Han, Kana
  kSentenceStart = 1U << 5,  // first of the text or behind the end of a sentence
  // What stands behind it, up to the next word:
  kHyphenBehind = 1U << 6,  // a hyphen and nothing else
  kBreakBehind = 1U << 7,   // what no name goes over: end of sentence, colon, bracket, dash between blanks
  kCommaBehind = 1U << 8,
  kQuoteBehind = 1U << 9,     // closing or opening
  kBracketBehind = 1U << 10,  // (
  kDotBehind = 1U << 11,      // a dot at once behind it
  kMiddleDotBehind = 1U << 12,
  kQuoteBefore = 1U << 13,
  kBracketBefore = 1U << 14,
  kSmallInside = 1U << 15,  // has a small letter
};

// Cuts `text` (UTF-8) into words. Cost: linear. Thread-safe. Fewer than 2^32 bytes are read.
void cut_words(std::string_view text, std::vector<TextWord>& out);

// Has `text` a small letter?
bool has_small_letter(std::string_view text);

}  // namespace cordon::reading
