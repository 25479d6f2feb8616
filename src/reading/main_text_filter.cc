#include "reading/main_text_filter.h"

#include <algorithm>

#include "base/utf8.h"
#include "reading/main_text_facts.h"
#include "syntax/html_entities.h"

namespace cordon::reading {
namespace {

using html::Tag;

constexpr size_t kSubtitleWords = 10;

// Which of the root's blocks are kept.
class Filter {
 public:
  Filter(const Outline& outline, std::vector<TextBlock> blocks, const std::vector<uint8_t>& skip,
         std::string_view title)
      : outline_(outline), blocks_(std::move(blocks)), skip_(skip), title_(title), keep_(blocks_.size(), 1) {}

  std::vector<TextBlock> run() {
    for (size_t i = 0; i < blocks_.size(); ++i) keep_[i] = is_kept(i);
    drop_behind_end();
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

  // "Letters to the editor", behind the better part of the text: nor is anything behind it.
  void drop_behind_end() {
    size_t running = 0;
    for (const TextBlock& b : blocks_) running += b.is_running_text() ? b.chars : 0;
    size_t seen = 0;
    for (size_t i = 0; i < blocks_.size(); ++i) {
      if (seen * 2 > running && blocks_[i].chars < 60 && phrase_of(text(i)) == Phrase::kEnd) {
        std::fill(keep_.begin() + static_cast<ptrdiff_t>(i), keep_.end(), 0);
        return;
      }
      seen += blocks_[i].is_running_text() ? blocks_[i].chars : 0;
    }
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

}  // namespace

bool is_subtitle(const Outline& outline, const TextBlock& b) {
  const Tag tag = outline.document.node(b.box).tag;
  return html::is_heading(tag) && tag != Tag::kH1 && b.link_share() == 0 && b.chars < 400 &&
         (b.words >= kSubtitleWords || (b.chars >= 60 && b.words < 3));
}

std::vector<TextBlock> filtered(const Outline& outline, std::vector<TextBlock> blocks, const std::vector<uint8_t>& skip,
                                std::string_view title) {
  return Filter(outline, std::move(blocks), skip, title).run();
}

}  // namespace cordon::reading
