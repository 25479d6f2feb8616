// Which blocks of a page are its article.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reading/main_text_blocks.h"
#include "reading/main_text_hints.h"
#include "syntax/html.h"

namespace cordon::reading {

// How much of what pages say about their own parts is believed. Tried from the first on until there is enough text.
enum class Trust : uint8_t {
  kHints,   // tags, classes, ids, hidden parts
  kTags,    // tags alone
  kNothing  // only what is never text is left out
};

struct Selection {
  std::vector<uint8_t> skip;      // one flag a node, for build_block()
  std::vector<TextBlock> blocks;  // the article's, in order
  uint32_t root = 0;              // the element that holds them
  size_t chars = 0;               // of all blocks, as TextBlock counts
};

// What is known about each element before blocks are chosen.
struct Outline {
  explicit Outline(const html::Document& document);

  const html::Document& document;
  std::vector<uint16_t> hints;      // one a node, bits of Hint
  std::vector<uint8_t> never;       // one flag a node
  std::vector<uint32_t> running;    // one a node: chars of running text in its subtree, links left out
  std::vector<uint32_t> chars;      // one a node: all chars in its subtree
  std::vector<uint32_t> alike;      // one a node: `running` of all elements of the same class together
  uint32_t captions = 0;            // `running` of all captions
  std::vector<uint8_t> holds_body;  // one a node: is there an element with kHintBody in the subtree, or <h1>

 private:
  void sum_alike();
};

// `title`: the page's, comparable(); blocks that only repeat it are left out.
Selection select_blocks(const Outline& outline, Trust trust, std::string_view title);

// Returns every block but what is never text.
Selection select_everything(const Outline& outline);

}  // namespace cordon::reading
