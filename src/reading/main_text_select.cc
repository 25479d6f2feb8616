// An article is where running text is dense. Every block of running text votes for the elements round it, less for
// those farther out; what the page says of its parts (classes, tags) weighs the votes and takes parts out. Around the
// element that wins, what belongs to it is joined; inside it, links, set phrases and headings without text are left
// out.
//
// After Readability (Arc90, 2009: paragraphs score their ancestors), boilerpipe (Kohlschütter, Fankhauser, Nejdl:
// Boilerplate Detection using Shallow Text Features, WSDM 2010: link density and neighbours) and Trafilatura
// (Barbaresi, ACL 2021: a ladder of fallbacks).
#include "reading/main_text_select.h"

#include <unordered_map>

#include "base/utf8.h"
#include "reading/main_text_facts.h"
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
constexpr size_t kSubtitleWords = 10;
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

std::vector<uint8_t> skipped(const Outline& outline, Trust trust) {
  std::vector<uint8_t> out = outline.never;
  if (trust == Trust::kNothing) return out;
  const auto& nodes = outline.document.nodes();
  for (uint32_t i = 1; i < nodes.size();) {
    if (nodes[i].tag != Tag::kText && out[i] == 0 && is_dropped(outline, i, trust)) out[i] = 1;
    i = out[i] != 0 ? nodes[i].end : i + 1;
  }
  return out;
}

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

// A heading under the headline that is a sentence.
bool is_subtitle(const Outline& outline, const TextBlock& b) {
  const Tag tag = outline.document.node(b.box).tag;
  return html::is_heading(tag) && tag != Tag::kH1 && b.link_share() == 0 && b.chars < 400 &&
         (b.words >= kSubtitleWords || (b.chars >= 60 && b.words < 3));
}

// Which of the root's blocks are kept.
class Filter {
 public:
  Filter(const Outline& outline, std::vector<TextBlock> blocks, const std::vector<uint8_t>& skip,
         std::string_view title)
      : outline_(outline), blocks_(std::move(blocks)), skip_(skip), title_(title), keep_(blocks_.size(), 1) {}

  std::vector<TextBlock> run() {
    for (size_t i = 0; i < blocks_.size(); ++i) keep_[i] = is_kept(i);
    drop_edges();
    drop_empty_headings();
    std::vector<TextBlock> out;
    for (size_t i = 0; i < blocks_.size(); ++i)
      if (keep_[i] != 0) out.push_back(blocks_[i]);
    return out;
  }

 private:
  Tag tag(size_t i) const { return outline_.document.node(blocks_[i].box).tag; }
  // Some pages set whole paragraphs as headings.
  bool is_heading(size_t i) const {
    return html::is_heading(tag(i)) && !(blocks_[i].stops > 1 && blocks_[i].chars > 120);
  }
  std::string text(size_t i) const {
    std::string out;
    const auto& nodes = outline_.document.nodes();
    for (uint32_t k = blocks_[i].first; k < blocks_[i].last;) {
      if (skip_[k] != 0) {
        k = nodes[k].end;
        continue;
      }
      if (nodes[k].tag == Tag::kText) out += outline_.document.text(k);
      if (out.size() > 600) break;
      ++k;
    }
    return collapse_spaces(html::decode_references(out));
  }

  bool is_kept(size_t i) const {
    const TextBlock& b = blocks_[i];
    const double links = b.link_share();
    if (b.chars >= 300 && links < 0.7) return true;
    if (links > 0.6 && (b.chars < 80 || links > 0.8) && (tag(i) != Tag::kLi || links > 0.95)) return false;
    if (tag(i) == Tag::kLi && links > 0.5 && (!b.is_running_text() || b.chars < 100) &&
        (links > 0.95 || !is_in_text_list(i)))
      return false;
    const std::string content = text(i);
    const Phrase phrase = phrase_of(content);
    if (phrase != Phrase::kNone && (b.chars < 120 || links > 0.2)) return false;
    if (b.chars < 300 && comparable(content) == title_) return false;
    return true;
  }

  // Does the list that the item stands in hold running text?
  bool is_in_text_list(size_t i) const {
    const uint32_t list = outline_.document.node(blocks_[i].box).parent;
    return outline_.running[list] * 3 > outline_.chars[list];
  }

  // Before the first and behind the last running text: nothing that is not text itself.
  void drop_edges() {
    size_t first = blocks_.size();
    size_t last = 0;
    for (size_t i = 0; i < blocks_.size(); ++i)
      if (keep_[i] != 0 && blocks_[i].is_running_text()) {
        if (first == blocks_.size() && !is_dateline(i)) first = i;
        last = i;
      }
    if (first == blocks_.size()) return;
    drop_teasers();
    for (size_t i = 0; i < first; ++i)
      if ((blocks_[i].stops == 0 || is_heading(i) || is_dateline(i)) && !is_subtitle(outline_, blocks_[i]))
        keep_[i] = 0;
    for (size_t i = last + 1; i < blocks_.size(); ++i)
      if (blocks_[i].stops == 0 && tag(i) != Tag::kLi) keep_[i] = 0;
  }

  // "Jane Doe, Reuters, 14 March 2026, 8:00"
  bool is_dateline(size_t i) const {
    return blocks_[i].chars < 160 && !(blocks_[i].ends_sentence && blocks_[i].words > 25) && !day_in(text(i)).empty();
  }

  // Lists of other stories, each with its first lines, before or behind the paragraphs: items that begin with a link.
  void drop_teasers() {
    size_t first = blocks_.size();
    size_t last = 0;
    for (size_t i = 0; i < blocks_.size(); ++i)
      if (keep_[i] != 0 && blocks_[i].is_running_text() && tag(i) == Tag::kP) {
        first = std::min(first, i);
        last = i;
      }
    if (first == blocks_.size()) return;
    for (size_t i = 0; i < blocks_.size(); ++i)
      if ((i < first || i > last) && tag(i) == Tag::kLi && blocks_[i].link_share() > 0.12 && begins_with_link(i))
        keep_[i] = 0;
  }
  bool begins_with_link(size_t i) const {
    const auto& nodes = outline_.document.nodes();
    for (uint32_t k = blocks_[i].first; k < blocks_[i].last; ++k)
      if (nodes[k].tag == Tag::kText &&
          outline_.document.text(k).find_first_not_of(" \t\r\n") != std::string_view::npos)
        return nodes[k].is_link;
    return false;
  }

  void drop_empty_headings() {
    bool has_text = false;
    for (size_t i = blocks_.size(); i-- > 0;) {
      if (!is_heading(i)) {
        has_text |= keep_[i] != 0;
        continue;
      }
      if (!has_text && !is_subtitle(outline_, blocks_[i])) keep_[i] = 0;
      has_text = false;
      // A heading of several lines, or a heading over a heading.
      if (keep_[i] != 0) has_text = i > 0 && is_heading(i - 1);
    }
  }

  const Outline& outline_;
  std::vector<TextBlock> blocks_;
  const std::vector<uint8_t>& skip_;
  std::string_view title_;
  std::vector<uint8_t> keep_;
};

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

Selection select_blocks(const Outline& outline, Trust trust, std::string_view title) {
  Selection out;
  out.skip = skipped(outline, trust);
  const std::vector<TextBlock> blocks = text_blocks(outline.document, out.skip);
  const size_t headline = headline_of(outline, blocks, title);
  out.root = joined_root(outline, out.skip, choose_root(outline, blocks, headline, trust));
  const Node& root = outline.document.node(out.root);
  std::vector<TextBlock> inside = lead_of(outline, blocks, out.root, headline);
  for (const TextBlock& b : blocks)
    if (b.first >= out.root && b.first < root.end) inside.push_back(b);
  out.blocks = Filter(outline, std::move(inside), out.skip, title).run();
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
