// An article is where running text is dense. Every block of running text votes for the elements round it, less for
// those farther out; what the page says of its parts (classes, tags) weighs the votes and takes parts out. Around the
// element that wins, what belongs to it is joined; inside it, links, set phrases and headings without text are left
// out.
//
// After Readability (Arc90, 2009: paragraphs score their ancestors), boilerpipe (Kohlschütter, Fankhauser, Nejdl:
// Boilerplate Detection using Shallow Text Features, WSDM 2010: link density and neighbours) and Trafilatura
// (Barbaresi, ACL 2021: a ladder of fallbacks).
#include "reading/main_text_select.h"

#include <algorithm>

#include "reading/main_text_filter.h"
#include "syntax/html_entities.h"

namespace cordon::reading {
namespace {

using html::Document;
using html::Node;
using html::Tag;

// A vote's weight for an element one block level farther out.
constexpr double kFarther = 0.88;
constexpr int kLevels = 14;
// How far out of the element that won a row of like parts is looked for.
constexpr int kRowLevels = 8;
// The lines between headline and text, where they stand outside of the element that holds the text.
constexpr size_t kLeadBlocks = 3;
// An element that lies before the headline, or behind so much running text that follows it, counts for less.
constexpr double kBeforeText = 1000;
constexpr double kFarFromHeadline = 0.5;
constexpr size_t kLeadChars = 900;

double value_of(const TextBlock& b, Tag tag) {
  if (b.link_share() > 0.5 || html::is_heading(tag)) return 0;
  const double text = b.chars - b.link_chars;
  double out = b.is_running_text() ? text : tag == Tag::kP && b.stops > 0 ? text * 0.5 : 0;
  if (tag == Tag::kLi || tag == Tag::kDd || tag == Tag::kTh) out *= 0.6;
  return std::min(out, 1500.0);
}

double weight_of(const Outline& outline, uint32_t i, Trust trust) {
  const Tag tag = outline.document.node(i).tag;
  double w = 1;
  if (tag == Tag::kBody || tag == Tag::kDocument || tag == Tag::kHtml) w = 0.8;
  if (tag == Tag::kArticle || tag == Tag::kMain) w = 1.15;
  if (tag == Tag::kBlockquote || tag == Tag::kLi || tag == Tag::kUl || tag == Tag::kOl || tag == Tag::kP) w = 0.6;
  if (trust != Trust::kHints) return w;
  const uint16_t hints = outline.hints[i];
  if ((hints & kHintBody) != 0)
    w *= 1.4;
  else if ((hints & kHintArticle) != 0)
    w *= 1.1;
  if ((hints & (kHintComments | kHintStrong)) != 0 && (hints & kHintBody) == 0) w *= 0.4;
  return w;
}

std::string plain_text(const Outline& outline, const TextBlock& b) {
  std::string out;
  for (uint32_t k = b.first; k < b.last && out.size() < 600; ++k)
    if (outline.document.node(k).tag == Tag::kText) out += outline.document.text(k);
  return out;
}

// Returns the block that is the page's headline: the first heading that says the title, else the first <h1>; SIZE_MAX
// where there is none.
size_t headline_of(const Outline& outline, const std::vector<TextBlock>& blocks, std::string_view title) {
  const auto& nodes = outline.document.nodes();
  size_t first_h1 = SIZE_MAX;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const TextBlock& b = blocks[i];
    if (!html::is_heading(nodes[b.box].tag) || b.chars > 400) continue;
    if (!title.empty() && comparable(html::decode_references(plain_text(outline, b))) == title) return i;
    if (nodes[b.box].tag == Tag::kH1 && first_h1 == SIZE_MAX) first_h1 = i;
  }
  return first_h1;
}

uint32_t choose_root(const Outline& outline, const std::vector<TextBlock>& blocks, size_t headline, Trust trust) {
  const auto& nodes = outline.document.nodes();
  std::vector<double> votes(nodes.size(), 0);
  for (const TextBlock& b : blocks) {
    double v = value_of(b, nodes[b.box].tag);
    if (v <= 0) continue;
    uint32_t i = b.box;
    // A paragraph is no candidate for itself.
    if (nodes[i].tag == Tag::kP || html::is_heading(nodes[i].tag)) i = nodes[i].parent;
    for (int level = 0; level < kLevels; i = nodes[i].parent) {
      const bool is_box = html::has(nodes[i].tag, html::kBlock) || i == 0 || nodes[i].tag == Tag::kBody;
      if (is_box) {
        votes[i] += v;
        v *= kFarther;
        ++level;
      }
      if (i == 0) break;
    }
  }
  // Where the text may begin that belongs to the headline: behind it, with little other text between.
  uint32_t begin = 0;
  uint32_t end = UINT32_MAX;
  if (headline != SIZE_MAX) {
    begin = blocks[headline].first;
    double text = 0;
    for (size_t i = headline; i < blocks.size() && end == UINT32_MAX; ++i) {
      text += value_of(blocks[i], nodes[blocks[i].box].tag);
      if (text > kBeforeText) end = blocks[i].first;
    }
  }
  uint32_t best = 0;
  double most = -1;
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    if (votes[i] <= 0) continue;
    double v = votes[i] * weight_of(outline, i, trust);
    if (nodes[i].end <= begin || i > end) v *= kFarFromHeadline;
    if (v > most) most = v, best = i;
  }
  return best;
}

bool has_headline(const Outline& outline, uint32_t i) {
  for (uint32_t k = i; k < outline.document.node(i).end; ++k)
    if (outline.document.node(k).tag == Tag::kH1 || outline.document.node(k).tag == Tag::kArticle) return true;
  return false;
}

// A text that is laid out as a row of like parts is all of them: from the element that won to the one that holds the
// row.
uint32_t joined_root(const Outline& outline, const std::vector<uint8_t>& skip, uint32_t root) {
  const auto& nodes = outline.document.nodes();
  uint32_t child = root;
  for (int up = 0; up < kRowLevels && child != 0; ++up) {
    const uint32_t parent = nodes[child].parent;
    if (parent == 0 || nodes[parent].tag == Tag::kBody || nodes[parent].tag == Tag::kHtml) break;
    const std::string_view name = outline.document.attribute(child, "class").value_or("");
    size_t text = 0;
    for (uint32_t k = parent + 1; k < nodes[parent].end; k = nodes[k].end)
      if (k != child && nodes[k].tag == nodes[child].tag && nodes[k].tag != Tag::kArticle && skip[k] == 0 &&
          !name.empty() && !has_headline(outline, k) && outline.document.attribute(k, "class").value_or("") == name)
        text += outline.running[k];
    if (text * 8 > outline.running[child]) root = parent;
    child = parent;
  }
  return root;
}

// Returns what stands between the headline and the element of the text and is text itself.
std::vector<TextBlock> lead_of(const Outline& outline, const std::vector<TextBlock>& blocks, uint32_t root,
                               size_t headline) {
  const auto& nodes = outline.document.nodes();
  std::vector<TextBlock> out;
  size_t chars = 0;
  for (size_t i = headline == SIZE_MAX ? blocks.size() : headline + 1; i < blocks.size() && blocks[i].first < root;
       ++i) {
    const TextBlock& b = blocks[i];
    const bool is_text = b.is_running_text() && b.link_share() <= 0.3 && !html::is_heading(nodes[b.box].tag);
    if (!is_text && !is_subtitle(outline, b)) continue;
    chars += b.chars;
    out.push_back(b);
  }
  if (out.size() > kLeadBlocks || chars > kLeadChars) out.clear();
  return out;
}

}  // namespace

Selection select_blocks(const Outline& outline, Trust trust, std::string_view title) {
  Selection out;
  out.skip = taken_out(outline, trust);
  const std::vector<TextBlock> blocks = text_blocks(outline.document, out.skip);
  const size_t headline = headline_of(outline, blocks, title);
  out.root = joined_root(outline, out.skip, choose_root(outline, blocks, headline, trust));
  const Node& root = outline.document.node(out.root);
  std::vector<TextBlock> inside = lead_of(outline, blocks, out.root, headline);
  for (const TextBlock& b : blocks)
    if (b.first >= out.root && b.first < root.end) inside.push_back(b);
  out.blocks = filtered(outline, std::move(inside), out.skip, title);
  for (const TextBlock& b : out.blocks) out.chars += b.chars;
  return out;
}

Selection select_everything(const Outline& outline) {
  Selection out;
  out.skip = outline.never;
  out.blocks = text_blocks(outline.document, out.skip);
  for (const TextBlock& b : out.blocks) out.chars += b.chars;
  return out;
}

}  // namespace cordon::reading
