#include "reading/main_text.h"

#include <algorithm>
#include <unordered_set>

#include "base/checksum.h"
#include "base/table.h"
#include "base/utf8.h"
#include "reading/main_text_blocks.h"
#include "reading/main_text_facts.h"
#include "reading/main_text_hints.h"
#include "reading/main_text_select.h"
#include "syntax/html.h"
#include "syntax/html_entities.h"
#include "syntax/source_text.h"

namespace cordon::reading {
namespace {

using html::Document;
using html::Tag;

constexpr size_t kEnough = 250;        // chars of an article (TextBlock::chars) with which the ladder ends
constexpr ptrdiff_t kLinesBefore = 8;  // over the text, in which a date is looked for
constexpr size_t kCrossHead = 120;     // chars of the longest cross-head

bool is_quoted(const Document& d, uint32_t i) {
  for (int up = 0; up < 24 && i != 0; ++up, i = d.node(i).parent)
    if (d.node(i).tag == Tag::kBlockquote) return true;
  return false;
}

BlockKind kind_of(const Document& d, const Selection& selection, size_t i) {
  const TextBlock& b = selection.blocks[i];
  const Tag tag = d.node(b.box).tag;
  if (html::is_heading(tag)) return BlockKind::kCrossHead;
  if (tag == Tag::kLi || tag == Tag::kDd || tag == Tag::kDt) return BlockKind::kListItem;
  const bool is_followed = i + 1 < selection.blocks.size() && selection.blocks[i + 1].is_running_text();
  if (b.chars <= kCrossHead && !b.ends_sentence && is_followed && tag != Tag::kTd && b.link_share() < 0.5 &&
      (b.bold_chars == b.chars || (b.stops == 0 && b.chars <= kCrossHead / 2 && !b.after_break)))
    return BlockKind::kCrossHead;
  return is_quoted(d, b.box) ? BlockKind::kQuotation : BlockKind::kParagraph;
}

bool begins_small(std::string_view text) {
  size_t i = 0;
  const char32_t c = text.empty() ? U' ' : next_code_point(text, i);
  return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF) || (c >= 0x430 && c <= 0x45F);
}

// A line that a <br> cut in the middle of a sentence goes on in the next one.
void join(Block& to, Block&& line) {
  const auto shift = static_cast<uint32_t>(to.text.size()) + 1;
  to.text += ' ';
  to.text += line.text;
  for (SourceRun run : line.places) {
    run.text += shift;
    to.places.push_back(run);
  }
}

std::vector<Block> built(const Outline& outline, const SourceText& source, const Selection& selection) {
  std::vector<Block> out;
  const TextBlock* before = nullptr;
  for (size_t i = 0; i < selection.blocks.size(); ++i) {
    const TextBlock& b = selection.blocks[i];
    Block block = build_block(outline.document, source, b, selection.skip);
    if (block.text.empty()) continue;
    block.kind = kind_of(outline.document, selection, i);
    const bool goes_on = before != nullptr && b.after_break && b.box == before->box && !before->ends_sentence &&
                         begins_small(block.text) && out.back().kind == block.kind;
    if (goes_on)
      join(out.back(), std::move(block));
    else
      out.push_back(std::move(block));
    before = &b;
  }
  return out;
}

// ── JSON-LD ────────────────────────────────────────────────────────────────────────────────────────────────────────

std::vector<Block> blocks_of_body(const std::string& body) {
  std::vector<Block> out;
  const auto add = [&](std::string_view text) {
    std::string folded = collapse_spaces(html::decode_references(text));
    if (!folded.empty()) out.push_back({BlockKind::kParagraph, std::move(folded), {}});
  };
  const std::string text = body.contains("&lt;p") ? html::decode_references(body) : body;
  if (!text.contains("</") && !text.contains("<br") && !text.contains("<p")) {
    for (size_t begin = 0; begin <= text.size();) {
      const size_t end = std::min(text.find_first_of("\n\r", begin), text.size());
      add(std::string_view(text).substr(begin, end - begin));
      begin = end + 1;
    }
    return out;
  }
  std::string paragraph;
  html::for_each_text(text, 0, [&](size_t begin, size_t end, bool begins_block) {
    if (begins_block) add(std::exchange(paragraph, {}));
    paragraph += std::string_view(text).substr(begin, end - begin);
  });
  add(paragraph);
  return out;
}

size_t letters_of(const std::vector<Block>& blocks) {
  size_t out = 0;
  for (const Block& b : blocks) out += measured(b.text).chars;
  return out;
}

// ── Beyond the tree ────────────────────────────────────────────────────────────────────────────────────────────────

// What lies behind the tree's cap, paragraph by paragraph: those that look like running text.
void read_stream(const SourceText& source, size_t from, std::vector<Block>& out) {
  Block block;
  const auto flush = [&] {
    if (finish(block) && block.text.size() >= 40 && block.text.find_first_of(".,;!?\xD8\xE3\xEF") != std::string::npos)
      out.push_back(std::move(block));
    block = {};
  };
  html::for_each_text(source.text(), from, [&](size_t begin, size_t end, bool begins_block) {
    if (begins_block) flush();
    append_characters(block, source, begin, end);
  });
  flush();
}

bool is_in_table_or_caption(const Document& d, uint32_t box) {
  constexpr int kUp = 4;
  for (int up = 0; up < kUp && box != d.node(box).parent; ++up, box = d.node(box).parent) {
    const Tag tag = d.node(box).tag;
    if (tag == Tag::kTd || tag == Tag::kTh || tag == Tag::kCaption || tag == Tag::kFigcaption) return true;
  }
  return false;
}

// Is it a sentence between paragraphs that were taken, in an element of theirs and of no link's?
bool is_sentence_amid(const Document& d, const TextBlock& b, const Selection& selection) {
  constexpr double kFewLinks = 0.2;
  const uint32_t parent = d.node(b.box).parent;
  return b.first > selection.blocks.front().first && b.last < selection.blocks.back().last &&
         (parent == selection.root || d.node(parent).parent == selection.root) && b.is_running_text() &&
         b.ends_sentence && b.link_share() < kFewLinks;
}

// What stands in the article's own element and is no part of its text: cells of its tables, captions, paragraphs that
// were left out. Whom they name counts; links to other pages do not.
std::vector<Aside> left_out(const Outline& outline, const Selection& selection) {
  constexpr size_t kMost = 2000;
  std::vector<Aside> out;
  const Document& d = outline.document;
  if (selection.blocks.empty()) return out;
  const uint32_t end = d.node(selection.root).end;
  auto chosen = selection.blocks.begin();
  for (const TextBlock& b : text_blocks(d, outline.never)) {
    if (b.first < selection.root || b.first >= end || out.size() >= kMost) continue;
    while (chosen != selection.blocks.end() && chosen->last <= b.first) ++chosen;
    if (chosen != selection.blocks.end() && chosen->first < b.last && b.first < chosen->last) continue;
    const bool is_own =
        (d.node(b.box).tag == Tag::kP && d.node(b.box).parent == selection.root) || is_sentence_amid(d, b, selection);
    if (b.link_share() >= 0.5 || !(is_own || is_in_table_or_caption(d, b.box))) continue;
    std::string text;
    for (uint32_t k = b.first; k < b.last; ++k)
      if (d.node(k).tag == Tag::kText) text += d.text(k);
    text = collapse_spaces(html::decode_references(text));
    if (!text.empty()) out.push_back({is_own ? "left out of the text" : "table or caption", std::move(text)});
  }
  return out;
}

// The date in the lines over the text, where the page says it in no other way.
std::string day_before(const Outline& outline, const Selection& selection) {
  if (selection.blocks.empty()) return {};
  const std::vector<TextBlock> all = text_blocks(outline.document, outline.never);
  const auto first = std::ranges::lower_bound(all, selection.blocks.front().first, {}, &TextBlock::first);
  for (auto b = first; b != all.begin() && first - b < kLinesBefore;) {
    --b;
    if (b->chars > 160 || b->link_share() > 0.8) continue;
    std::string text;
    for (uint32_t k = b->first; k < b->last; ++k)
      if (outline.document.node(k).tag == Tag::kText) text += outline.document.text(k);
    if (std::string day = day_in(collapse_spaces(html::decode_references(text))); !day.empty()) return day;
  }
  return {};
}

}  // namespace

Page page_from_html(std::string_view bytes, std::string_view charset) {
  Page page;
  const SourceText source = SourceText::decode(bytes, charset);
  note_encoding(source, page);
  const Document document = Document::parse(source.text());
  const Outline outline(document);
  PageFacts facts = page_facts(document, outline.hints);
  const std::string title = comparable(facts.title);

  Selection best = select_blocks(outline, Trust::kHints, title);
  for (const Trust trust : {Trust::kTags, Trust::kNothing}) {
    if (best.chars >= kEnough) break;
    Selection next = select_blocks(outline, trust, title);
    if (next.chars > best.chars * 2) best = std::move(next);
  }
  if (best.chars < kEnough / 10) {  // hardly a word was taken for text: all of it is
    Selection all = select_everything(outline);
    if (all.chars > best.chars) best = std::move(all);
  }
  page.blocks = built(outline, source, best);
  page.asides = left_out(outline, best);
  if (facts.published.empty()) facts.published = day_before(outline, best);
  if (!facts.article_body.empty()) {
    std::vector<Block> body = blocks_of_body(facts.article_body);
    if (letters_of(body) > 2 * letters_of(page.blocks) && letters_of(body) > kEnough / 2) page.blocks = std::move(body);
  }
  if (document.parsed_bytes() < source.text().size()) {
    page.is_partial = true;
    page.remarks.push_back("the page is larger than " + std::to_string(html::kTreeBytes >> 20) + " MB or " +
                           std::to_string(html::kTreeNodes) +
                           " elements: what lies behind was read without its structure");
    read_stream(source, document.parsed_bytes(), page.blocks);
  }
  if (document.was_too_deep()) {
    page.is_partial = true;
    page.remarks.push_back("elements nested deeper than " + std::to_string(html::kTreeDepth) +
                           " were read without their structure");
  }
  page.language = checked_language(facts.language, beginning_of(page));
  page.title = std::move(facts.title);
  page.byline = std::move(facts.byline);
  page.published = std::move(facts.published);
  page.site = std::move(facts.site);
  return page;
}

}  // namespace cordon::reading
