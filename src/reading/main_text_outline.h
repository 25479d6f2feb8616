// What is known about each element of a page before its article is chosen, and which elements are taken out.
#pragma once

#include <cstdint>
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

// Returns one flag a node: is it taken out (with its subtree)?
std::vector<uint8_t> taken_out(const Outline& outline, Trust trust);

}  // namespace cordon::reading
