// Quotations of the main text, whatever marks they stand in, and where a broken page lost one.
#pragma once

#include <vector>

#include "reading/lexicon.h"
#include "reading/text.h"

namespace cordon::reading {

struct Quote {
  Span outer;              // with its marks
  Span inner;              // without
  uint32_t depth = 0;      // 0: stands in no other
  bool is_closed = true;   // false: ends with its paragraph
  bool is_direct = false;  // speech of its own, not words woven into the narrator's sentence
  bool continues = false;  // takes up the one that the paragraph before left open
  bool is_rest = false;    // goes on after the narrator broke in between two dashes
};

// Returns the quotations in text order. A mark opens or closes by where the white space is, by its own direction where
// that does not say; a mark that opens while its kind is open closes it (wrong-way mark before a small letter) or
// begins anew. A narrator's remark inside the marks («…, — сказал он. — …») cuts a quotation in two.
std::vector<Quote> find_quotes(const Text& text, const Lexicon& lexicon);

}  // namespace cordon::reading
