// Which blocks of a page are its article.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reading/main_text_outline.h"

namespace cordon::reading {

struct Selection {
  std::vector<uint8_t> skip;      // one flag a node, for build_block()
  std::vector<TextBlock> blocks;  // the article's, in order
  uint32_t root = 0;              // the element that holds them
  size_t chars = 0;               // of all blocks, as TextBlock counts
};

// `title`: the page's, comparable(); blocks that only repeat it are left out.
Selection select_blocks(const Outline& outline, Trust trust, std::string_view title);

// Returns every block but what is never text.
Selection select_everything(const Outline& outline);

}  // namespace cordon::reading
