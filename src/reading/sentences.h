// Sentences of the main text, cut into units: words and phrases of the lexicon, marks, whole quotations of direct
// speech.
#pragma once

#include <vector>

#include "reading/lexicon.h"
#include "reading/quotes.h"
#include "reading/text.h"

namespace cordon::reading {

// The smallest thing that attribution looks at.
struct Unit {
  uint32_t token = 0;  // tokens [token, token_end)
  uint32_t token_end = 0;
  Span span;
  uint64_t kinds = 0;  // bit 1 << Kind
  std::vector<const Lexeme*> lexemes;
  int quote = -1;  // a quotation of direct speech: its number
  char32_t mark = 0;
  bool is_bracket = false;  // (…) as a whole
  uint32_t gap_begin = 0;   // token at which the second part of a cue in two parts begins
  uint32_t gap_end = 0;     // token behind the last word of a cue in two parts (räumte … ein)
  bool is_capital = false;

  bool is(Kind kind) const { return kinds >> static_cast<int>(kind) & 1; }
  const Lexeme* as(Kind kind) const {
    for (const Lexeme* lexeme : lexemes)
      if (lexeme->kind == kind) return lexeme;
    return nullptr;
  }
  bool is_word() const { return mark == 0 && quote < 0 && !is_bracket; }
};

struct Sentence {
  uint32_t block = 0;
  Span span;
  std::vector<Unit> units;
};

// Is the English verb at `token` one that did not happen (would have denied, should never have warned)?
bool is_unreal(const Text& text, uint32_t token);

// Returns the sentences in text order. ICU finds the ends; abbreviations, initials and direct speech keep them
// together.
std::vector<Sentence> cut_sentences(const Text& text, const Lexicon& lexicon, const std::vector<Quote>& quotes);

bool is_comma_mark(char32_t c);
bool is_dash_mark(char32_t c);
bool is_terminal_mark(char32_t c);
bool is_colon_mark(char32_t c);
bool is_question_mark(char32_t c);
bool is_semicolon_mark(char32_t c);
bool is_quote_mark(char32_t c);

}  // namespace cordon::reading
