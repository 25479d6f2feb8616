// Inside the element of the article: which of its blocks are text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reading/main_text_outline.h"

namespace cordon::reading {

// Returns those of `blocks` that are the article's: no links, set phrases, datelines, lists of other stories, headings
// without text. `title` as in select_blocks(); `skip` as in build_block().
std::vector<TextBlock> filtered(const Outline& outline, std::vector<TextBlock> blocks, const std::vector<uint8_t>& skip,
                                std::string_view title);

// Is the block a heading under the headline that is a sentence?
bool is_subtitle(const Outline& outline, const TextBlock& block);

}  // namespace cordon::reading
