// A page as a row of text blocks: what stands in one box without a break, with the counts by which an article's
// paragraphs are told from menus and teasers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reading/page.h"
#include "syntax/html.h"
#include "syntax/source_text.h"

namespace cordon::reading {

struct TextBlock {
  uint32_t first = 0;  // nodes [first, last) hold its texts; other blocks' nodes are not among them
  uint32_t last = 0;
  uint32_t box = 0;    // the element of block kind that it stands in
  uint32_t chars = 0;  // letters, digits and marks without blanks; a Chinese, Japanese or Korean one counts for two
  uint32_t link_chars = 0;
  uint32_t bold_chars = 0;
  uint32_t italic_chars = 0;
  uint16_t words = 0;          // capped
  uint16_t stops = 0;          // ends of sentences, commas: what running text has
  bool after_break = false;    // only a <br> stands between it and the block before
  bool ends_sentence = false;  // its last mark is one that ends sentences, or a closing quote

  double link_share() const { return chars == 0 ? 0 : static_cast<double>(link_chars) / chars; }
  bool is_running_text() const { return stops > 0 && words >= 4 && chars >= 40; }
};

// Returns the blocks of `document` outside of elements for which `skip` is set (one flag a node; their subtrees are
// left out).
std::vector<TextBlock> text_blocks(const html::Document& document, const std::vector<uint8_t>& skip);

// Elements whose content is never text of the page: scripts, styles, forms' fields, embedded objects.
bool is_never_text(html::Tag tag);

// Counts a text that stands in no document.
TextBlock measured(std::string_view text);

// Appends the characters of source text [begin, end) to `block`: white space folded, places kept, references decoded
// where it is a page's.
enum class References : uint8_t { kDecode, kKeep };
void append_characters(Block& block, const SourceText& source, size_t begin, size_t end,
                       References references = References::kDecode);
// Removes blanks at the end. Returns whether anything is left.
bool finish(Block& block);

// Builds the block's text.
Block build_block(const html::Document& document, const SourceText& source, const TextBlock& block,
                  const std::vector<uint8_t>& skip);

}  // namespace cordon::reading
