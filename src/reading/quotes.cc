#include "reading/quotes.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"
#include "reading/dialogue.h"
#include "reading/slavic_words.h"

namespace cordon::reading {
namespace {

bool is_colon(char32_t mark) { return mark == U':' || mark == 0xff1a; }

enum class Side : uint8_t { kOpens, kCloses, kEither };

struct MarkKind {
  char32_t mark;
  int family;
  Side own;
};

// Families whose marks answer each other. German »…« and Polish ,,…'' turn directions; context decides first.
constexpr MarkKind kMarks[] = {
    {U'"', 0, Side::kEither},      {U'\u201c', 1, Side::kOpens},  {U'\u201d', 1, Side::kCloses},
    {U'\u201e', 1, Side::kOpens},  {U'\u201f', 1, Side::kOpens},  {U'\u00ab', 2, Side::kOpens},
    {U'\u00bb', 2, Side::kCloses}, {U'\u300c', 3, Side::kOpens},  {U'\u300d', 3, Side::kCloses},
    {U'\u300e', 4, Side::kOpens},  {U'\u300f', 4, Side::kCloses}, {U'\u2018', 5, Side::kOpens},
    {U'\u2019', 5, Side::kCloses}, {U'\'', 5, Side::kEither},     {U'\u2039', 6, Side::kOpens},
    {U'\u203a', 6, Side::kCloses},
};

const MarkKind* mark_kind(char32_t mark) {
  for (const MarkKind& kind : kMarks)
    if (kind.mark == mark) return &kind;
  return nullptr;
}

bool is_dash(char32_t c) { return c == 0x2014 || c == 0x2013 || c == U'-' || c == 0x2015; }

// Finds the quotations of one block.
class BlockScanner {
 public:
  BlockScanner(const Text& text, uint32_t block, std::vector<Quote>& out)
      : text_(text), first_(text.heads[block]), last_(text.heads[block + 1]), out_(out) {
    block_begin_ = text.blocks[block];
    block_end_ = text.blocks[block + 1] - 1;
  }

  // Returns whether a double quotation is open at the block's end.
  bool scan() {
    for (uint32_t i = first_; i < last_; ++i)
      if (const MarkKind* kind = mark_kind(text_.tokens[i].mark)) take(i, *kind);
    bool left_open = false;
    while (!open_.empty()) {
      if (open_.back().family != 5) left_open = true;
      if (open_.back().family == 5) {
        out_.erase(out_.begin() + open_.back().quote);  // an apostrophe after all
      } else {
        end_quote(open_.back(), block_end_, block_end_, false);
      }
      open_.pop_back();
    }
    return left_open;
  }

 private:
  struct Open {
    int family;
    int quote;
    char32_t mark;
  };

  char32_t before(uint32_t i) const {
    const uint32_t at = text_.tokens[i].begin;
    if (at == block_begin_) return U' ';
    uint32_t back = at - 1;
    while (back > block_begin_ && (static_cast<unsigned char>(text_.text[back]) & 0xc0) == 0x80) --back;
    size_t pos = back;
    return next_code_point(text_.text, pos);
  }
  char32_t after(uint32_t i) const {
    size_t pos = text_.tokens[i].end;
    return pos >= block_end_ ? U' ' : next_code_point(text_.text, pos);
  }

  static bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }
  static bool is_word(char32_t c) { return u_isalnum(static_cast<UChar32>(c)); }

  Side side_of(uint32_t i, const MarkKind& kind) const {
    const char32_t a = before(i), b = after(i);
    if (kind.family == 3 || kind.family == 4) return kind.own;
    if (kind.family == 2 && (a == 0x2019 || a == U'\'')) return Side::kOpens;  // d’« invention »
    const bool closing_mark =
        b == U',' || b == U'.' || b == U';' || b == U':' || b == U'?' || b == U'!' || b == U')' || b == 0x2026;
    if (closing_mark && !(is_space(a) && kind.own == Side::kOpens)) return Side::kCloses;
    const bool starts = is_space(a) || is_dash(a) || a == U'(' || a == U'[' ||
                        (mark_kind(a) && !is_word(b) ? false : mark_kind(a) != nullptr && is_space(b) == false);
    const bool ends = is_space(b);
    if (starts && !ends) return a != U' ' && mark_kind(a) ? kind.own : Side::kOpens;
    if (ends && !is_space(a)) return Side::kCloses;
    if (!is_space(a) && !is_word(b) && !ends) return kind.own == Side::kEither ? Side::kCloses : kind.own;
    return kind.own;
  }

  int innermost(int family) const {
    for (int k = static_cast<int>(open_.size()) - 1; k >= 0; --k)
      if (open_[k].family == family) return k;
    return -1;
  }

  bool is_apostrophe(uint32_t i, Side side) const {
    const char32_t a = before(i), b = after(i);
    if (is_word(a) && is_word(b)) return true;
    if (innermost(5) < 0) {
      if (side != Side::kOpens || !is_space(a)) return true;  // officials’
      for (uint32_t j = i + 1; j < last_; ++j) {              // is there one that closes?
        const MarkKind* kind = mark_kind(text_.tokens[j].mark);
        if (kind && kind->family == 5 && side_of(j, *kind) == Side::kCloses) return false;
      }
      return true;
    }
    return false;
  }

  void take(uint32_t i, const MarkKind& kind) {
    Side side = side_of(i, kind);
    if (kind.family == 5 && is_apostrophe(i, side)) return;
    const int open = innermost(kind.family);
    if (side == Side::kEither) side = open >= 0 ? Side::kCloses : Side::kOpens;
    if (side == Side::kCloses && open < 0) {
      if (kind.own != Side::kOpens || kind.family == 5) return;  // closes nothing: not ours
      side = Side::kOpens;
    }
    // „…“ and «…»: a mark that by its shape closes what is open does so, whatever stands around it.
    if (side == Side::kOpens && open >= 0) {
      const uint32_t next = i + 1;
      const bool small = next < last_ && text_.tokens[next].mark == 0 && !text_.tokens[next].is_capital &&
                         !text_.tokens[next].is_number;
      const bool nested_inside = static_cast<size_t>(open) + 1 < open_.size();
      if (small && !nested_inside && !(kind.own == Side::kOpens && open_[open].mark != text_.tokens[i].mark)) {
        side = Side::kCloses;  // “… in full “he stated
      } else if (!is_nesting(kind, open)) {
        while (static_cast<int>(open_.size()) > open) {  // begins anew: the first was never closed
          end_quote(open_.back(), text_.tokens[i].begin, text_.tokens[i].begin, false);
          open_.pop_back();
        }
      }
    }
    if (side == Side::kOpens) {
      Quote quote;
      quote.outer.begin = text_.tokens[i].begin;
      quote.inner.begin = text_.tokens[i].end;
      quote.depth = static_cast<uint32_t>(open_.size());
      open_.push_back({kind.family, static_cast<int>(out_.size()), text_.tokens[i].mark});
      out_.push_back(quote);
      return;
    }
    const int found = innermost(kind.family);
    if (found < 0) return;
    while (static_cast<int>(open_.size()) > found + 1) {  // inner ones that were never closed
      end_quote(open_.back(), text_.tokens[i].begin, text_.tokens[i].begin, false);
      open_.pop_back();
    }
    end_quote(open_.back(), text_.tokens[i].begin, text_.tokens[i].end, true);
    open_.pop_back();
  }

  // French and Russian put «…» inside «…».
  bool is_nesting(const MarkKind& kind, int open) const {
    return kind.family == 2 && open_[open].family == 2 && kind.own == Side::kOpens;
  }

  void end_quote(const Open& open, uint32_t inner_end, uint32_t outer_end, bool closed) {
    Quote& quote = out_[open.quote];
    quote.inner.end = inner_end;
    quote.outer.end = outer_end;
    quote.is_closed = closed;
    const std::string& s = text_.text;
    while (quote.inner.begin < quote.inner.end && s[quote.inner.begin] == ' ') ++quote.inner.begin;
    while (quote.inner.end > quote.inner.begin && s[quote.inner.end - 1] == ' ') --quote.inner.end;
  }

  const Text& text_;
  uint32_t first_, last_, block_begin_ = 0, block_end_ = 0;
  std::vector<Open> open_;
  std::vector<Quote>& out_;
};

bool is_terminal(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == 0x2026 || c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0x061f;
}

bool is_comma(char32_t c) { return c == U',' || c == 0xff0c || c == 0x060c || c == 0x3001; }

uint32_t token_at(const Text& text, uint32_t byte) { return text.token_at(byte); }

bool has_cue(const Text& text, const Lexicon& lexicon, uint32_t at, uint32_t limit) {
  std::vector<Found> found;
  lexicon.find(text.tokens, at, limit, found);
  return std::any_of(found.begin(), found.end(), [](const Found& f) {
    return f.lexeme->kind == Kind::kCue && f.lexeme->detail.find("say") != std::string::npos;
  });
}

// French: « On nous reproche …, s’indigne Paul Ravel, qui … »: a verb of saying and at once a name or an article.
// „Umowa będzie jawna, deklaruje wojewoda, ale …”: in Slavic languages, which have none, a noun of a person.
bool says_who(const Text& text, const Lexicon& lexicon, uint32_t verb, uint32_t end) {
  const bool slavic = is_slavic(text.language);
  if ((text.language != "fr" && !slavic) || verb + 1 >= end || text.tokens[verb].is_capital) return false;
  // « Mon client, a expliqué Paul Ravel, … »
  if (text.language == "fr" && lexicon.has(text.tokens, verb, end, {Kind::kAuxiliary}) &&
      says_who(text, lexicon, verb + 1, end))
    return true;
  std::vector<Found> found;
  lexicon.find(text.tokens, verb, end, found);
  for (const Found& f : found) {
    if (f.lexeme->kind != Kind::kCue || f.lexeme->detail.find("say") == std::string::npos || f.end >= end) continue;
    const Token& next = text.tokens[f.end];
    if (next.mark != 0) continue;
    uint32_t noun = f.end + 1;
    while (noun < end && noun < f.end + 3 && lexicon.has(text.tokens, noun, end, {Kind::kAdjective})) ++noun;
    const bool article = lexicon.has(text.tokens, f.end, end, {Kind::kDeterminer, Kind::kPossessive}) && noun < end &&
                         lexicon.has(text.tokens, noun, end,
                                     {Kind::kPerson, Kind::kSpokesman, Kind::kBody, Kind::kCompany, Kind::kSourceWord});
    if (slavic) {
      if (next.is_capital || lexicon.has(text.tokens, f.end, end, {Kind::kPerson, Kind::kSpokesman, Kind::kTitle}))
        return true;
      continue;
    }
    if (next.is_capital || article || lexicon.has(text.tokens, f.end, end, {Kind::kTitle})) return true;
  }
  return false;
}

// A comma or full stop, unless what follows the comma still speaks of the speaker: “, qui dirige la maison”, “, avocat
// de la société”.
bool ends_narrator(const Text& text, const Lexicon& lexicon, uint32_t stop, uint32_t end) {
  if (is_terminal(text.tokens[stop].mark))
    return text.language == "fr" && stop + 1 < end && text.tokens[stop + 1].is_capital &&
           text.tokens[stop - 1].fold.size() > 2;
  if (!is_comma(text.tokens[stop].mark)) return false;
  return text.language != "fr" ||
         !lexicon.has(text.tokens, stop + 1, end, {Kind::kSubordinator, Kind::kPerson, Kind::kSpokesman, Kind::kTitle});
}

// Cuts quotations where the narrator breaks in inside the marks: between dashes, or in French between commas.
void cut_at_narrator(const Text& text, const Lexicon& lexicon, std::vector<Quote>& quotes) {
  std::vector<Quote> out;
  for (Quote quote : quotes) {
    if (quote.depth > 0) {
      out.push_back(quote);
      continue;
    }
    const uint32_t end = token_at(text, quote.inner.end);
    uint32_t i = token_at(text, quote.inner.begin);
    bool cut = true;
    while (cut) {
      cut = false;
      for (uint32_t j = i + 1; j + 1 < end; ++j) {
        const Token& mark = text.tokens[j];
        const bool comma = is_comma(mark.mark);
        // „X – zaznaczył prokurator – ale …”: no comma before the Polish dash, and the verb at once behind it
        const bool bare_dash = text.language == "pl" && is_dash(mark.mark) && mark.mark != U'-' &&
                               text.tokens[j + 1].mark == 0 && has_cue(text, lexicon, j + 1, end);
        // «Es un escándalo —aseguró Lema—. Mi cliente …»: the Spanish dashes stand close to the narrator's words
        const bool close_dash = text.language == "es" && is_dash(mark.mark) && text.tokens[j + 1].mark == 0 &&
                                text.text[mark.begin - 1] == ' ' && text.tokens[j + 1].begin == mark.end &&
                                has_cue(text, lexicon, j + 1, end);
        const bool dash_after =
            bare_dash || close_dash || ((comma || is_terminal(mark.mark)) && is_dash(text.tokens[j + 1].mark));
        const uint32_t verb = dash_after && !bare_dash && !close_dash ? j + 2 : j + 1;
        const bool last_word = !dash_after && comma && text.language != "en" && end - verb <= 6 && end - verb >= 2 &&
                               has_cue(text, lexicon, verb, end);
        const bool inverted = last_word || (!dash_after && comma && says_who(text, lexicon, verb, end)) ||
                              (!dash_after && comma && text.language == "fr" && verb + 1 < end &&
                               text.tokens[verb + 1].joined && text.text[text.tokens[verb + 1].begin - 1] == '-');
        if (verb >= end || (!dash_after && !inverted)) continue;
        uint32_t stop = verb + 1;
        while (stop < end && stop < verb + 22 &&
               !(dash_after ? is_dash(text.tokens[stop].mark) && (close_dash || text.tokens[stop].mark != U'-')
                            : ends_narrator(text, lexicon, stop, end)))
          ++stop;
        bool says = false;
        for (uint32_t k = verb; k < std::min(stop, verb + 4) && !says; ++k) says = has_cue(text, lexicon, k, stop);
        if (!says || text.tokens[verb].is_capital) continue;
        Quote head = quote;
        head.inner.end = bare_dash || close_dash ? text.tokens[j - 1].end : mark.end;
        head.outer.end = close_dash ? head.inner.end : mark.end;
        out.push_back(head);
        if (stop >= end) {
          quote.inner.begin = quote.inner.end;  // the narrator has the last word
        } else {
          quote.outer.begin = text.tokens[stop].end;
          if (close_dash && stop + 2 < end &&
              (is_terminal(text.tokens[stop + 1].mark) || is_comma(text.tokens[stop + 1].mark)))
            quote.outer.begin = text.tokens[stop + 1].end;
          while (text.text[quote.outer.begin] == ' ') ++quote.outer.begin;
          quote.inner.begin = quote.outer.begin;
          quote.is_rest = true;
        }
        i = stop + 1;
        cut = stop < end;
        break;
      }
    }
    if (quote.inner.begin < quote.inner.end) out.push_back(quote);
  }
  quotes = std::move(out);
}

// Does a comma follow the quotation `before`, and no sentence end between it and the mark at token `mark`?
bool goes_on_in_sentence(const Text& text, const Quote& before, uint32_t mark) {
  const uint32_t from = token_at(text, before.outer.end);
  if (from >= mark || !is_comma(text.tokens[from].mark)) return false;
  for (uint32_t i = from; i < mark; ++i)
    if (is_terminal(text.tokens[i].mark)) return false;
  return true;
}

// Kemal Aydın “Gemiyi sattık. Alıcıyı tanımıyoruz” dedi: more than one sentence, and the verb of saying behind it.
bool is_turkish_speech(const Text& text, const Lexicon& lexicon, const Quote& quote) {
  const uint32_t first = token_at(text, quote.inner.begin), last = token_at(text, quote.inner.end);
  const uint32_t after = token_at(text, quote.outer.end);
  if (text.language != "tr" || first >= last || !text.tokens[first].is_capital || after >= text.tokens.size())
    return false;
  bool ends = false;
  for (uint32_t i = first + 1; i + 1 < last; ++i)
    ends = ends || (is_terminal(text.tokens[i].mark) && text.tokens[i + 1].is_capital);
  return ends && text.tokens[after].block == text.tokens[first].block &&
         has_cue(text, lexicon, after, static_cast<uint32_t>(text.tokens.size()));
}

// Is `quote` speech that stands for itself?
bool is_direct(const Text& text, const Lexicon& lexicon, const Quote& quote, const Quote* before) {
  const uint32_t first = token_at(text, quote.inner.begin), last = token_at(text, quote.inner.end);
  if (quote.depth > 0 || first >= last) return false;
  if (quote.is_rest || quote.continues) return true;
  const uint32_t mark = token_at(text, quote.outer.begin);
  const uint32_t head = text.heads[text.tokens[mark].block];
  const bool at_start = mark == head || is_terminal(text.tokens[mark - 1].mark) || text.tokens[mark - 1].mark == 0x201d;
  const char32_t prior = mark == head ? 0 : text.tokens[mark - 1].mark;
  const bool after_quote = before && before->is_direct && before->outer.end + 1 >= quote.outer.begin;
  const bool introduced = is_colon(prior) || is_comma(prior) || is_dash(prior);
  if (!at_start && !introduced && !after_quote) return is_turkish_speech(text, lexicon, quote);
  uint32_t words = 0;
  bool has_case = false;
  for (uint32_t i = first; i < last; ++i) {
    words += text.tokens[i].mark == 0;
    has_case = has_case || text.tokens[i].is_capital;
  }
  const bool ends_inner = last > first + 1 && mark_kind(text.tokens[last - 1].mark);  // “He said, ‘Keep quiet,’”
  const char32_t final_mark = text.tokens[last - (ends_inner ? 2 : 1)].mark;
  const bool ends_like_speech = is_terminal(final_mark) || is_comma(final_mark) || !quote.is_closed;
  const uint32_t after = token_at(text, quote.outer.end);
  const bool followed =
      after < text.tokens.size() && (is_comma(text.tokens[after].mark) || is_dash(text.tokens[after].mark));
  if (is_colon(prior)) return words >= 2 || ends_like_speech;
  if (words < 2 && !ends_like_speech) return false;
  if (at_start || after_quote) {
    if (ends_like_speech || followed) return words >= 3 || ends_like_speech;
    if (words < 4) return false;
    for (uint32_t i = after; i < std::min<uint32_t>(after + 3, static_cast<uint32_t>(text.tokens.size()));
         ++i)  // “We …” said X
      if (has_cue(text, lexicon, i, static_cast<uint32_t>(text.tokens.size()))) return true;
    return after >= text.tokens.size() || is_terminal(text.tokens[after].mark) || text.tokens[after].is_capital;
  }
  // After a comma or dash: speech goes on after the narrator, or is introduced; words woven in begin small.
  if (text.tokens[first].is_wide && !ends_like_speech && after < text.tokens.size() && text.tokens[after].mark == 0 &&
      text.tokens[after].block == text.tokens[mark].block)
    return false;  // 船级社证实，“北星号”的证书已失效: a name amid a clause
  if (text.tokens[first].is_capital || text.tokens[first].is_wide)
    return ends_like_speech || words >= 3 || (followed && words >= 2);
  return before && before->is_direct &&
         text.tokens[token_at(text, before->outer.begin)].block == text.tokens[mark].block &&
         (ends_like_speech || words >= 3) &&
         (is_comma(text.tokens[token_at(text, before->inner.end) - 1].mark) ||
          goes_on_in_sentence(text, *before, mark));  // „…“, sagte X, „und …“
}

// The paragraph ends with a colon; what it introduces follows it.
bool introduces(const Text& text, uint32_t block) {
  const uint32_t head = text.heads[block], last = text.heads[block + 1];
  return last > head + 1 && is_colon(text.tokens[last - 1].mark);
}

// The company says in a statement: <blockquote>…</blockquote>: what is set apart as quoted is speech without marks.
void quote_blocks(const Text& text, std::vector<Quote>& quotes) {
  const auto marked = static_cast<std::ptrdiff_t>(quotes.size());
  for (uint32_t block = 1; block + 1 < text.heads.size(); ++block) {
    if (!introduces(text, block - 1)) continue;
    for (; block + 1 < text.heads.size() && text.kinds[block] == BlockKind::kQuotation; ++block) {
      const uint32_t head = text.heads[block], last = text.heads[block + 1];
      if (head >= last) break;
      const Span whole = {text.tokens[head].begin, text.tokens[last - 1].end};
      const auto first = std::lower_bound(quotes.begin(), quotes.begin() + marked, whole.begin,
                                          [](const Quote& q, uint32_t byte) { return q.outer.begin < byte; });
      if (first != quotes.begin() + marked && first->outer.begin == whole.begin) continue;  // has marks of its own
      for (auto q = first; q != quotes.begin() + marked && q->outer.begin < whole.end; ++q)
        ++q->depth, q->is_direct = false;
      quotes.push_back({.outer = whole, .inner = whole, .is_direct = true});
    }
  }
  std::stable_sort(quotes.begin(), quotes.end(), [](const Quote& a, const Quote& b) {
    return a.outer.begin != b.outer.begin ? a.outer.begin < b.outer.begin : a.depth < b.depth;
  });
}

}  // namespace

std::vector<Quote> find_quotes(const Text& text, const Lexicon& lexicon) {
  std::vector<Quote> quotes;
  bool left_open = false;
  for (uint32_t block = 0; block + 1 < text.heads.size(); ++block) {
    const size_t first = quotes.size();
    const bool was_open = left_open;
    left_open = BlockScanner(text, block, quotes).scan();
    if (was_open && first < quotes.size() && quotes[first].outer.begin == text.blocks[block])
      quotes[first].continues = true;
  }
  std::sort(quotes.begin(), quotes.end(), [](const Quote& a, const Quote& b) { return a.outer.begin < b.outer.begin; });
  cut_at_narrator(text, lexicon, quotes);
  const Quote* before = nullptr;
  for (Quote& quote : quotes) {
    quote.is_direct = is_direct(text, lexicon, quote, before);
    if (quote.depth == 0) before = &quote;
  }
  add_dialogue(text, lexicon, quotes);
  quote_blocks(text, quotes);
  return quotes;
}

}  // namespace cordon::reading
