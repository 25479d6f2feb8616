// HTML as it is found, as a compact tree: elements and texts in the order of the page, each with its place in it.
//
// The tokeniser is that of the standard (WHATWG HTML, 13.2.5); the tree is built by its rules in so far as they change
// what stands inside what: implied ends (<p>, <li>, cells), scopes, formatting closed across blocks, raw text, void
// elements. Not built: foster parents, active formatting across paragraphs, foreign content.
//
// Nothing here fails, and time is linear in the bytes whatever they are: depth and size of the tree are capped, and
// what lies beyond is left to for_each_text(), which needs no tree.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/html_tags.h"

namespace cordon::html {

inline constexpr size_t kTreeBytes = size_t{8} << 20;
inline constexpr size_t kTreeDepth = 512;
inline constexpr size_t kTreeNodes = 1'000'000;  // elements and texts; ordinary pages of 8 MB have a third of that

// Nodes stand in the order of the page, each behind its parent, so that a subtree is a stretch: [index, end).
struct Node {
  Tag tag = Tag::kText;
  bool is_link = false;  // inside <a>
  uint16_t depth = 0;
  uint32_t parent = 0;      // the document is its own
  uint32_t end = 0;         // behind the last node of the subtree
  uint32_t begin_byte = 0;  // a text: [begin, end) of the page's text; an element: its start tag between "<" and ">"
  uint32_t end_byte = 0;
};

class Document {
 public:
  // Builds the tree of `text` (UTF-8). The views of the document point into it. REQUIRES: `text` outlives the result.
  static Document parse(std::string_view text);

  const std::vector<Node>& nodes() const { return nodes_; }
  const Node& node(uint32_t index) const { return nodes_[index]; }
  std::string_view page() const { return text_; }
  // Returns a text node's characters as they stand, references and all.
  std::string_view text(uint32_t index) const { return source(nodes_[index]); }
  // Returns an element's name in small letters.
  std::string name(uint32_t index) const;
  // Returns the attribute's value as it stands (references and all), empty for one without value, or nothing.
  std::optional<std::string_view> attribute(uint32_t index, std::string_view name) const;

  // Where the tree ends: what lies behind was not parsed (the page is larger than kTreeBytes or kTreeNodes).
  size_t parsed_bytes() const { return parsed_; }
  // Was an element deeper than kTreeDepth? Its texts are then its ancestor's.
  bool was_too_deep() const { return too_deep_; }

 private:
  friend class TreeBuilder;
  std::string_view source(const Node& n) const { return text_.substr(n.begin_byte, n.end_byte - n.begin_byte); }
  std::string_view text_;
  std::vector<Node> nodes_;
  size_t parsed_ = 0;
  bool too_deep_ = false;
};

// Calls `take` with each text of `text` from byte `from` on, scripts, styles and the like left out, and whether a block
// begins before it. For what lies beyond the tree's caps.
void for_each_text(std::string_view text, size_t from,
                   const std::function<void(size_t begin, size_t end, bool begins_block)>& take);

// Calls `take` with each attribute of a start tag's inside, name and value as they stand, until it returns false.
void for_each_attribute(std::string_view tag, const std::function<bool(std::string_view, std::string_view)>& take);

}  // namespace cordon::html
