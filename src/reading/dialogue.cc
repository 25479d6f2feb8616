#include "reading/dialogue.h"

#include <algorithm>

#include "reading/sentences.h"
#include "reading/slavic_words.h"

namespace cordon::reading {
namespace {

class DialogueFinder {
 public:
  DialogueFinder(const Text& text, const Lexicon& lexicon, const std::vector<Quote>& quotes)
      : text_(text), lexicon_(lexicon), quotes_(quotes) {}

  std::vector<Quote> find() {
    for (uint32_t block = 0; block + 1 < text_.heads.size(); ++block) {
      first_ = text_.heads[block];
      last_ = text_.heads[block + 1];
      read_block();
    }
    return std::move(out_);
  }

 private:
  static constexpr uint32_t kMostNarrated = 26;  // words between two dashes that say who speaks

  // A dash with white space behind it, and before it unless it begins the block.
  bool is_dash(uint32_t i) const {
    if (i + 1 >= last_) return false;
    const Token& token = text_.tokens[i];
    if (token.mark != U'-' && !is_dash_mark(token.mark)) return false;
    return !text_.tokens[i + 1].joined && (i == first_ || !token.joined);
  }

  bool is_sentence_end(uint32_t i) const {
    return is_terminal_mark(text_.tokens[i].mark) ||
           (i > first_ && is_quote_mark(text_.tokens[i].mark) && is_terminal_mark(text_.tokens[i - 1].mark));
  }

  bool opens(uint32_t i) const {
    if (!is_dash(i) || (i > first_ && !is_sentence_end(i - 1))) return false;
    const Token& next = text_.tokens[i + 1];
    return next.is_capital || next.is_number || is_quote_mark(next.mark);
  }

  // - mówi prezes; — сказал он: a dash and at most two words before a verb of saying.
  bool names_who(uint32_t i) const {
    if (!is_dash(i) || i == first_ || text_.tokens[i + 1].mark != 0 || text_.tokens[i + 1].is_capital) return false;
    const char32_t before = text_.tokens[i - 1].mark;
    if (text_.language != "pl" && !is_comma_mark(before) && !is_sentence_end(i - 1)) return false;
    std::vector<Found> found;
    for (uint32_t k = i + 1; k < std::min(last_, i + 4) && text_.tokens[k].mark == 0; ++k) {
      found.clear();
      lexicon_.find(text_.tokens, k, last_, found);
      if (std::ranges::any_of(found, [](const Found& f) {
            return f.lexeme->kind == Kind::kCue &&
                   (f.lexeme->detail.contains("say") || f.lexeme->detail.contains("tell"));
          }))
        return true;
    }
    return false;
  }

  void read_block() {
    uint32_t next_quote_end = 0;  // byte behind the quotations that begin before
    for (uint32_t i = first_; i + 2 < last_; ++i) {
      while (quote_ < quotes_.size() && quotes_[quote_].outer.begin < text_.tokens[i].begin)
        next_quote_end = std::max(next_quote_end, quotes_[quote_++].outer.end);
      if (text_.tokens[i].begin < next_quote_end || !opens(i)) continue;
      uint32_t close = i + 2;
      while (close < last_ && !names_who(close)) ++close;
      if (close >= last_) return;  // nobody speaks any more in this block
      add(i, close, false);
      i = read_rest(i == first_, close) - 1;
    }
  }

  // What stands behind the dash `close`: who speaks, and mostly the rest of the speech behind another dash. Returns the
  // token behind it all.
  uint32_t read_rest(bool is_whole_block, uint32_t close) {
    while (true) {
      uint32_t dash = close + 1;
      const uint32_t limit = std::min(last_, close + kMostNarrated);
      while (dash < limit && !is_dash(dash) && !ends_narrator(dash)) ++dash;
      if (dash >= limit || dash + 1 >= last_) return dash;
      if (!is_dash(dash)) return dash + 1;
      const bool new_sentence = is_terminal_mark(text_.tokens[dash - 1].mark);
      const bool goes_on = text_.language == "pl" || is_comma_mark(text_.tokens[dash - 1].mark);
      if (!new_sentence && (!goes_on || text_.tokens[dash + 1].is_capital)) return dash;
      uint32_t end = dash + 1;
      while (end < last_ && !names_who(end) && !opens(end)) ++end;
      if (end < last_ && names_who(end)) {
        add(dash, end, true);
        close = end;
        continue;
      }
      // nobody is named again: to the end of a paragraph that is all speech, else of the sentence
      if (!is_whole_block || end < last_) end = std::min(end, sentence_end(dash + 1));
      add(dash, end, true);
      return end;
    }
  }

  // prezes Jan Zych. Firma …: a full stop, no initial and no abbreviation, with narration behind it.
  bool ends_narrator(uint32_t i) const {
    if (!is_terminal_mark(text_.tokens[i].mark)) return false;
    if (is_dash(i + 1)) return false;
    return i + 1 < last_ && (text_.tokens[i + 1].is_capital || is_quote_mark(text_.tokens[i + 1].mark)) &&
           text_.tokens[i - 1].end - text_.tokens[i - 1].begin > 3 &&
           !lexicon_.has(text_.tokens, i - 1, i, {Kind::kAbbreviation});
  }

  uint32_t sentence_end(uint32_t i) const {
    while (i < last_ && !(is_terminal_mark(text_.tokens[i].mark) &&
                          (i + 1 >= last_ || text_.tokens[i + 1].is_capital || is_dash(i + 1))))
      ++i;
    return std::min(i + 1, last_);
  }

  // The speech between the dash `open` and the token `end`, with the dash that closes it.
  void add(uint32_t open, uint32_t end, bool is_rest) {
    if (end < open + 2) return;
    uint32_t last = end - 1;  // without the comma before the dash
    if (is_comma_mark(text_.tokens[last].mark) && last > open + 1) --last;
    Quote quote;
    quote.outer.begin = text_.tokens[open].begin;
    quote.inner.begin = text_.tokens[open + 1].begin;
    quote.inner.end = text_.tokens[last].end;
    quote.outer.end = text_.tokens[end < last_ && is_dash(end) ? end : end - 1].end;
    quote.is_direct = true;
    quote.is_rest = is_rest;
    out_.push_back(quote);
  }

  const Text& text_;
  const Lexicon& lexicon_;
  const std::vector<Quote>& quotes_;
  size_t quote_ = 0;
  uint32_t first_ = 0, last_ = 0;
  std::vector<Quote> out_;
};

}  // namespace

void add_dialogue(const Text& text, const Lexicon& lexicon, std::vector<Quote>& quotes) {
  if (!is_slavic(text.language)) return;
  const std::vector<Quote> speech = DialogueFinder(text, lexicon, quotes).find();
  if (speech.empty()) return;
  size_t k = 0;  // what stands in marks amid it are names and words
  for (Quote& quote : quotes) {
    while (k < speech.size() && speech[k].outer.end <= quote.outer.begin) ++k;
    if (k < speech.size() && quote.outer.begin >= speech[k].outer.begin) {
      ++quote.depth;
      quote.is_direct = false;
    }
  }
  quotes.insert(quotes.end(), speech.begin(), speech.end());
  std::ranges::stable_sort(quotes, {}, [](const Quote& q) { return q.outer.begin; });
}

}  // namespace cordon::reading
