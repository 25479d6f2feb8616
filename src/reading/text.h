// The main text as the stages of reading see it: one string, cut into tokens, with its quotations.
// Offsets are bytes of Text::text; Text::code_points() turns them into what answers give.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reading/page.h"

namespace cordon::reading {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  bool empty() const { return begin >= end; }
  bool operator==(const Span&) const = default;
};

// A word, a number, a single ideograph, or one mark.
struct Token {
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string fold;   // small letters; Arabic vowel signs left out, Persian and Arabic yeh and kaf made one
  char32_t mark = 0;  // the character, where the token is a mark
  uint32_t block = 0;
  bool is_capital = false;       // begins with a capital letter
  bool is_all_capitals = false;  // two letters or more and no small one
  bool is_number = false;
  bool is_wide = false;  // an ideograph
  bool joined = false;   // no white space before it
};

// What one person says or asks between two others, where a talk is printed turn by turn (turns.h).
struct Turn {
  bool asks = false;
  bool has_colon = false;  // MR. MILLER: …
  uint32_t begin = 0;      // with the label or the dash before it
  Span label;              // empty: none
  std::vector<Span> said;  // of each paragraph

  uint32_t end() const { return said.back().end; }
};

struct Text {
  std::string text;             // main_text(page)
  std::string language;         // "en", "ru" ...: by whose rules it is read
  std::string stated_language;  // the same; where it is in none of those, what the page says, or "und"
  bool is_in_language = true;   // false: no claims are read
  std::string site;             // whose page it is, where the page says so
  std::string title;
  std::string byline;
  std::vector<uint32_t> blocks;  // first byte of each block, and text.size() + 1
  std::vector<BlockKind> kinds;  // of each block
  std::vector<Token> tokens;     // ascending; none crosses a block
  std::vector<uint32_t> heads;   // first token of each block, and tokens.size()
  bool is_interview = false;     // blocks begin with labels, and some of these ask
  std::vector<Turn> turns;       // ascending
  bool is_said_talk = false;     // the page says that somebody was talked to

  std::string_view view(Span span) const { return std::string_view(text).substr(span.begin, span.end - span.begin); }
  // Returns the first token that begins at `byte` or behind it; tokens.size() where none does.
  uint32_t token_at(uint32_t byte) const;
  // Returns the turn that `byte` stands in; nullptr where none does.
  const Turn* turn_at(uint32_t byte) const;
  // Returns how many code points stand before `byte`.
  uint32_t code_points(uint32_t byte) const;
  // Fills code_point_marks.
  void index_code_points();

  std::vector<uint32_t> code_point_marks;  // code points before byte 64 * i
};

// Cuts `text` into tokens as `language` does: French splits after an apostrophe, English before "'s".
std::vector<Token> tokenize(std::string_view text, std::string_view language, uint32_t block, uint32_t offset);

// Returns the page's text with its tokens; an unknown language is guessed from its function words.
Text prepare_text(const Page& page);

}  // namespace cordon::reading
