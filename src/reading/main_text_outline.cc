#include "reading/main_text_outline.h"

#include <algorithm>
#include <unordered_map>

namespace cordon::reading {
namespace {

using html::Document;
using html::Node;
using html::Tag;

// A share of the page's running text over which a part is not taken out, by how plainly its class speaks.
constexpr double kCommentsShare = 0.95;
constexpr double kTagShare = 0.85;
constexpr double kStrongShare = 0.5;
constexpr double kWeakShare = 0.15;
constexpr double kHiddenShare = 0.6;

bool is_dropped_tag(Tag tag) {
  return tag == Tag::kNav || tag == Tag::kFooter || tag == Tag::kAside || tag == Tag::kFigcaption ||
         tag == Tag::kMenu || tag == Tag::kSearch || tag == Tag::kLabel || tag == Tag::kLegend || tag == Tag::kInput;
}

// Has an element fewer letters than that?
bool is_shorter(const Outline& outline, uint32_t i, size_t limit) {
  size_t out = 0;
  for (uint32_t k = i + 1; k < outline.document.node(i).end && out < limit; ++k)
    if (outline.document.node(k).tag == Tag::kText) out += outline.document.text(k).size();
  return out < limit;
}

// A word with a class of its own inside running text.
bool is_part_of_sentence(const Outline& outline, uint32_t i) {
  const auto& nodes = outline.document.nodes();
  if (html::has(nodes[i].tag, html::kBlock)) return false;
  uint32_t box = i;
  while (box != 0 && !html::has(nodes[box].tag, html::kBlock)) box = nodes[box].parent;
  return (nodes[box].tag == Tag::kP || nodes[box].tag == Tag::kLi || nodes[box].tag == Tag::kBlockquote) &&
         outline.running[box] > 0 && is_shorter(outline, i, outline.chars[box] / 3);
}

// Is the element taken out of the article?
bool is_dropped(const Outline& outline, uint32_t i, Trust trust) {
  const Node& n = outline.document.node(i);
  const double all = std::max<double>(outline.running[0], 1);
  const double share = outline.running[i] / all;
  // A picture's caption; but on a page of pictures the captions are the text.
  if (n.tag == Tag::kFigcaption) return outline.captions < kStrongShare * all;
  if (is_dropped_tag(n.tag)) return share < kTagShare;
  if (n.tag == Tag::kForm) return share < 0.3;
  if (trust == Trust::kTags) return false;
  const uint16_t hints = outline.hints[i];
  if (hints == 0) return false;
  if ((hints & kHintHidden) != 0 && share < kHiddenShare) return true;
  if ((hints & kHintComments) != 0 && (hints & kHintBody) == 0 && outline.holds_body[i] == 0 && share < kCommentsShare)
    return true;
  if ((hints & (kHintBody | kHintLead)) != 0 || is_part_of_sentence(outline, i)) return false;
  // A class that holds much of the page's text, be it in many small parts, is one of the layout.
  const double alike = outline.alike[i] / all;
  if ((hints & kHintStrong) != 0 && alike < kStrongShare && outline.holds_body[i] == 0) return true;
  if ((hints & kHintWeak) != 0 && share < kWeakShare && alike < kStrongShare && outline.holds_body[i] == 0) return true;
  if ((hints & kHintCaption) != 0 && share < kWeakShare && outline.captions < kStrongShare * all) return true;
  if ((hints & kHintByline) != 0 && outline.chars[i] < 250 && share < kWeakShare) return true;
  return false;
}

}  // namespace

Outline::Outline(const Document& d) : document(d) {
  const auto& nodes = d.nodes();
  hints.resize(nodes.size());
  never.resize(nodes.size());
  running.resize(nodes.size());
  chars.resize(nodes.size());
  holds_body.resize(nodes.size());
  Hints reader(d);
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tag == Tag::kText) continue;
    never[i] = is_never_text(nodes[i].tag);
    hints[i] = reader.of(i);
    holds_body[i] = (hints[i] & kHintBody) != 0 || nodes[i].tag == Tag::kH1;
  }
  for (const TextBlock& b : text_blocks(d, never)) {
    chars[b.box] += b.chars;
    if (b.is_running_text() && b.link_share() < 0.5) running[b.box] += b.chars - b.link_chars;
  }
  for (uint32_t i = static_cast<uint32_t>(nodes.size()); i-- > 1;) {
    chars[nodes[i].parent] += chars[i];
    running[nodes[i].parent] += running[i];
    holds_body[nodes[i].parent] |= holds_body[i];
  }
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    const bool is_caption = nodes[i].tag == Tag::kFigcaption || (hints[i] & kHintCaption) != 0;
    if (is_caption) captions += running[i];
    i = is_caption ? nodes[i].end - 1 : i;
  }
  sum_alike();
}

void Outline::sum_alike() {
  const auto& nodes = document.nodes();
  alike.resize(nodes.size());
  std::unordered_map<std::string_view, uint32_t> sums;
  const auto each = [&](const auto& take) {
    for (uint32_t i = 0; i < nodes.size(); ++i)
      if ((hints[i] & (kHintStrong | kHintWeak)) != 0 && running[i] > 0)
        take(i, document.attribute(i, "class").value_or(""));
  };
  each([&](uint32_t i, std::string_view name) {
    // One inside another of the same class is already counted.
    const std::string_view outer = document.attribute(nodes[i].parent, "class").value_or("");
    if (outer != name) sums[name] += running[i];
  });
  each([&](uint32_t i, std::string_view name) {
    alike[i] = name.empty() ? running[i] : std::max(running[i], sums[name]);
  });
}

std::vector<uint8_t> taken_out(const Outline& outline, Trust trust) {
  std::vector<uint8_t> out = outline.never;
  if (trust == Trust::kNothing) return out;
  const auto& nodes = outline.document.nodes();
  for (uint32_t i = 1; i < nodes.size();) {
    if (nodes[i].tag != Tag::kText && out[i] == 0 && is_dropped(outline, i, trust)) out[i] = 1;
    i = out[i] != 0 ? nodes[i].end : i + 1;
  }
  return out;
}

}  // namespace cordon::reading
