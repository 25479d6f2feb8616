// Plain text: a page that was copied, or the text of a mail. Paragraphs are told by empty lines and by how long lines
// are; what stands round them, by set phrases and by where the running text begins and ends.
#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"
#include "reading/main_text.h"
#include "reading/main_text_blocks.h"
#include "reading/main_text_facts.h"
#include "reading/main_text_hints.h"
#include "syntax/source_text.h"

namespace cordon::reading {
namespace {

constexpr size_t kWrapMost = 100;  // characters of the longest line of wrapped text
constexpr size_t kLongestTitle = 150;
constexpr size_t kCrossHead = 120;

struct Line {
  size_t begin = 0;
  size_t end = 0;    // white space at both ends left out
  size_t width = 0;  // characters
};

// Lines that belong to one paragraph.
struct Paragraph {
  std::vector<Line> lines;
  bool is_item = false;
  bool is_quoted = false;
  bool begins_stanza = false;  // an empty line stands before it
  TextBlock count;
  std::string text;  // as it stands, lines joined; for phrases
};

bool is_blank_byte(char c) { return static_cast<uint8_t>(c) <= ' '; }

// A line of marks alone: a rule.
bool is_rule(std::string_view line) {
  return line.size() >= 3 && std::ranges::all_of(line, [](char c) {
           return c == '-' || c == '=' || c == '_' || c == '*' || c == '~' || c == '#' || c == ' ' || c == '+';
         });
}

// Length of "* ", "- ", "• " at the head of an item. No item is what a second dash parts from who says it: - Nie –
// mówi.
size_t bullet_length(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("– "))
    for (const std::string_view dash : {" - ", " – ", " — "})
      if (size_t at = line.find(dash, 4); at != std::string_view::npos && (at += dash.size()) < line.size() &&
                                          u_islower(static_cast<UChar32>(next_code_point(line, at))))
        return 0;
  for (const std::string_view mark : {"* ", "- ", "• ", "– ", "· ", "▪ ", "■ ", "● ", "‣ "})
    if (line.starts_with(mark)) return mark.size();
  return 0;
}

size_t characters(std::string_view text) {
  return static_cast<size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

class Paragraphs {
 public:
  explicit Paragraphs(std::string_view text) : text_(text) { read(); }
  std::vector<Paragraph> take() { return std::move(out_); }
  // Where a mail's signature begins ("-- " on a line of its own), behind the last paragraph kept.
  bool was_signed() const { return signed_; }

 private:
  std::string_view view(const Line& line) const { return text_.substr(line.begin, line.end - line.begin); }

  void read() {
    std::vector<Line> stanza;
    bool quoted = false;
    for (size_t at = 0; at < text_.size();) {
      size_t end = std::min(text_.find_first_of("\n\r", at), text_.size());
      const size_t next = std::min(end + (text_.substr(end, 2) == "\r\n" ? 2 : 1), text_.size());
      const std::string_view raw = text_.substr(at, end - at);
      size_t begin = at;
      // A quoted mail's ">" marks.
      bool is_quoted = false;
      while (begin < end && (is_blank_byte(text_[begin]) || text_[begin] == '>')) {
        is_quoted |= text_[begin] == '>';
        ++begin;
      }
      while (end > begin && is_blank_byte(text_[end - 1])) --end;
      if (is_quoted != quoted) flush(stanza, quoted);
      quoted = is_quoted;
      if ((raw == "-- " || raw == "--") && has_text_) {
        flush(stanza, quoted);
        signed_ = true;
        return;
      }
      if (begin == end || is_rule(text_.substr(begin, end - begin)))
        flush(stanza, quoted);
      else
        stanza.push_back({begin, end, characters(text_.substr(begin, end - begin))});
      at = next;
    }
    flush(stanza, quoted);
  }

  void flush(std::vector<Line>& stanza, bool quoted) {
    if (stanza.empty()) return;
    size_t widest = 0;
    for (const Line& line : stanza) widest = std::max(widest, line.width);
    bool begins_stanza = true;
    for (size_t i = 0; i < stanza.size(); ++i) {
      Line line = stanza[i];
      const size_t bullet = bullet_length(view(line));
      const bool goes_on =
          i > 0 && bullet == 0 && widest <= kWrapMost && widest >= 40 && stanza[i - 1].width * 10 >= widest * 7;
      const bool is_item_line = i > 0 && bullet == 0 && !out_.empty() && out_.back().is_item && widest <= kWrapMost;
      if (goes_on || (is_item_line && !begins_stanza)) {
        out_.back().lines.push_back(line);
        continue;
      }
      Paragraph p;
      p.is_item = bullet > 0;
      p.is_quoted = quoted;
      p.begins_stanza = std::exchange(begins_stanza, false);
      line.begin += bullet;
      p.lines.push_back(line);
      out_.push_back(std::move(p));
    }
    stanza.clear();
    has_text_ = true;
  }

  std::string_view text_;
  std::vector<Paragraph> out_;
  bool has_text_ = false;
  bool signed_ = false;
};

// Whole sentences; not a masthead or a line of names.
bool is_running(const Paragraph& p) {
  return p.count.is_running_text() && (p.count.ends_sentence || p.count.chars >= 160);
}

bool is_link(std::string_view text) {
  const size_t at = text.find("http");
  return at != std::string_view::npos &&
         (text.substr(at).starts_with("http://") || text.substr(at).starts_with("https://"));
}

// 相关新闻：财政部否认将上调消费税, Related articles: Ministry denies …: the heading of another article on the line of
// the phrase itself, amid the text. Behind a phrase alone on its line stands a list of them, and no more of the
// article.
bool is_inserted_heading(std::string_view text) {
  constexpr size_t kLongestPhrase = 60;
  const size_t colon = std::min(text.find(": "), text.find("："));
  return colon < kLongestPhrase && colon + 3 < text.size();
}

// Which paragraphs are the article.
std::vector<uint8_t> kept(const std::vector<Paragraph>& all) {
  std::vector<uint8_t> keep(all.size(), 1);
  size_t running = 0;
  for (const Paragraph& p : all) running += is_running(p) ? p.count.chars : 0;
  size_t seen = 0;
  bool is_advertisement = false;  // what stands under "SPONSORED" without an empty line
  for (size_t i = 0; i < all.size(); ++i) {
    const Paragraph& p = all[i];
    const Phrase phrase = p.count.chars < 160 ? phrase_of(p.text) : Phrase::kNone;
    if ((phrase == Phrase::kTail || phrase == Phrase::kEnd) && seen * 2 > running && p.begins_stanza) {
      if (phrase == Phrase::kTail && is_inserted_heading(p.text) && i + 1 < all.size() && is_running(all[i + 1])) {
        keep[i] = 0;
        continue;
      }
      std::fill(keep.begin() + static_cast<ptrdiff_t>(i), keep.end(), 0);
      break;
    }
    if (phrase == Phrase::kHead && seen * 5 < running)
      std::fill(keep.begin(), keep.begin() + static_cast<ptrdiff_t>(i), 0);
    if (p.begins_stanza) is_advertisement = false;
    if (phrase != Phrase::kNone && p.begins_stanza) is_advertisement = p.count.chars < 30;
    const bool is_bare_link = is_link(p.text) && p.count.chars < 160 && p.count.words < 14;
    if (phrase != Phrase::kNone || is_advertisement || is_bare_link) keep[i] = 0;
    if (is_running(p)) seen += p.count.chars;
  }
  return keep;
}

void trim_edges(const std::vector<Paragraph>& all, std::vector<uint8_t>& keep) {
  size_t first = all.size();
  size_t last = 0;
  for (size_t i = 0; i < all.size(); ++i)
    if (keep[i] != 0 && is_running(all[i])) {
      first = std::min(first, i);
      last = i;
    }
  if (first == all.size()) return;
  // A heading directly before the text stays; a masthead before it does not.
  for (size_t i = 0; i + 1 < first; ++i) keep[i] = 0;
  for (size_t i = last + 1; i < all.size(); ++i)
    if (all[i].count.stops == 0 || !all[i].count.ends_sentence) keep[i] = 0;
}

}  // namespace

Page page_from_plain_text(std::string_view bytes, std::string_view charset, FirstLine first_line) {
  Page page;
  const SourceText source = SourceText::decode(bytes, charset);
  note_encoding(source, page);
  std::vector<Paragraph> all = Paragraphs(source.text()).take();
  for (Paragraph& p : all) {
    for (const Line& line : p.lines) {
      if (!p.text.empty()) p.text += ' ';
      p.text += source.text().substr(line.begin, std::min<size_t>(line.end - line.begin, 4000));
    }
    p.count = measured(p.text);
  }
  std::vector<uint8_t> keep = kept(all);
  const std::vector<uint8_t> before = keep;
  trim_edges(all, keep);
  // Without a word of a site's in it all of the text is its author's: lists, signatures, a last line.
  const bool is_of_site = std::ranges::any_of(
      all, [](const Paragraph& p) { return p.count.chars < 160 && phrase_of(p.text) != Phrase::kNone; });
  // With one, what has such a word behind a sentence of another kind: "Igor Sechin spoke in May. Subscribe to read on."
  const auto last_kept = std::ranges::find(keep.rbegin(), keep.rend(), 1);
  const auto end = static_cast<size_t>(keep.rend() - last_kept);
  for (size_t i = 0; i < all.size(); ++i)
    if (is_of_site ? keep[i] == 0 && i <= end && all[i].count.stops > 1 : before[i] != keep[i])
      page.asides.push_back({"left out of the text", all[i].text});
  for (size_t i = 0; i < all.size(); ++i) {
    const Paragraph& p = all[i];
    if (keep[i] == 0) continue;
    Block block;
    for (const Line& line : p.lines) {
      // The blank between two lines is the line end of the source.
      append_characters(block, source, line.begin, std::min(line.end + 1, source.text().size()), References::kKeep);
    }
    if (!finish(block)) continue;
    const bool is_short = p.count.chars <= kCrossHead && !p.count.ends_sentence && p.lines.size() == 1;
    const bool is_followed = i + 1 < all.size() && all[i + 1].begins_stanza;
    block.kind = p.is_item                 ? BlockKind::kListItem
                 : p.is_quoted             ? BlockKind::kQuotation
                 : is_short && is_followed ? BlockKind::kCrossHead
                                           : BlockKind::kParagraph;
    page.blocks.push_back(std::move(block));
  }
  // A first line over the text is its headline.
  if (first_line == FirstLine::kMayBeTitle && page.blocks.size() > 1 &&
      page.blocks.front().kind == BlockKind::kCrossHead && page.blocks.front().text.size() <= kLongestTitle &&
      page.blocks[1].kind != BlockKind::kCrossHead) {
    page.title = std::move(page.blocks.front().text);
    page.blocks.erase(page.blocks.begin());
  }
  page.language = guess_language(beginning_of(page));
  return page;
}

}  // namespace cordon::reading
