#include "reading/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"

namespace cordon::reading {

bool is_comma_mark(char32_t c) { return c == U',' || c == 0xff0c || c == 0x060c || c == 0x3001; }
bool is_dash_mark(char32_t c) { return c == 0x2014 || c == 0x2013 || c == 0x2015; }
bool is_terminal_mark(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == 0x2026 || c == 0x3002 || c == 0xff01 || c == 0xff1f ||
         c == 0x061f || c == 0x06d4;
}
bool is_colon_mark(char32_t c) { return c == U':' || c == 0xff1a; }
bool is_question_mark(char32_t c) { return c == U'?' || c == 0xff1f || c == 0x061f; }
bool is_semicolon_mark(char32_t c) { return c == U';' || c == 0xff1b || c == 0x061b; }
bool is_quote_mark(char32_t c) {
  return c == U'"' || (c >= 0x2018 && c <= 0x201f) || c == 0xab || c == 0xbb || (c >= 0x300c && c <= 0x300f) ||
         c == 0x2039 || c == 0x203a || c == U'\'';
}

namespace {

class SentenceCutter {
 public:
  SentenceCutter(const Text& text, const Lexicon& lexicon, const std::vector<Quote>& quotes)
      : text_(text), lexicon_(lexicon) {
    for (size_t i = 0; i < quotes.size(); ++i)
      if (quotes[i].is_direct) direct_.push_back({quotes[i].outer, static_cast<int>(i)});
    UErrorCode status = U_ZERO_ERROR;
    breaks_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale(text.language.c_str()), status));
    if (U_FAILURE(status)) breaks_.reset();
    depths_.reserve(text.tokens.size() + 1);
    for (const Token& token : text.tokens)
      depths_.push_back(depths_.back() + (token.mark == U'(' ? 1 : token.mark == U')' ? -1 : 0));
  }

  std::vector<Sentence> cut() {
    for (uint32_t block = 0; block + 1 < text_.heads.size(); ++block) cut_block(block);
    join_introduced();
    return std::move(sentences_);
  }

 private:
  struct Direct {
    Span span;
    int quote;
  };

  void cut_block(uint32_t block) {
    const uint32_t begin = text_.blocks[block], end = text_.blocks[block + 1] - 1;
    const uint32_t last = text_.heads[block + 1];
    uint32_t from = behind_clock(text_.heads[block], last);
    if (block <= kLastDateline) from = behind_dateline(from, last);
    std::vector<uint32_t> breaks = icu_breaks(begin, end);
    add_before_ages(text_.heads[block], last, breaks);
    for (uint32_t at : breaks) {
      // 他没有软化。“油是伊朗的”: ICU takes the opening mark to the full stop where no space stands between
      if (const Direct* direct = direct_at(at); direct && at > direct->span.begin && at <= direct->span.begin + 3)
        at = direct->span.begin;
      // « Rien n’a changé ! » Le ministre …: where a space stands before the closing mark, ICU ends the sentence there
      if (const Direct* direct = direct_at(at);
          direct && at > direct->span.begin && at + 4 > direct->span.end && is_quote_mark(mark_at(at)))
        at = direct->span.end;
      const uint32_t to = std::clamp(text_.token_at(at), from, last);
      if (to <= from || to >= last || !is_end(from, to, at)) continue;
      add_from_numbers(block, from, to);
      from = to;
    }
    if (from < last) add_from_numbers(block, from, last);
  }

  // … left Riga. 58-year-old Paul Rehm said; … ayrıldı. 58 yaşındaki …: ICU ends no sentence before a number that has a
  // small letter behind it.
  void add_from_numbers(uint32_t block, uint32_t from, uint32_t to) {
    for (uint32_t k = from + 3; has_case() && k < to; ++k)
      if (text_.tokens[k].is_number && text_.tokens[k - 1].mark == U'.' &&
          text_.tokens[k - 1].end < text_.tokens[k].begin && is_whole_word(text_.tokens[k - 2]) &&
          is_end(from, k, text_.tokens[k].begin)) {
        add(block, from, k);
        from = k;
      }
    add(block, from, to);
  }

  // Is it no abbreviation, which a full stop may belong to?
  bool is_whole_word(const Token& token) const {
    if (token.mark != 0 || token.is_capital || token.is_number) return false;
    constexpr std::ptrdiff_t kLeast = 7, kLeastTurkish = 4;  // letters
    const auto letters =
        std::ranges::count_if(token.fold, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
    if (letters >= kLeast) return true;
    const bool verb = std::ranges::any_of(std::initializer_list<std::string_view>{"ı", "i", "u", "ü", "r", "k"},
                                          [&](std::string_view end) { return token.fold.ends_with(end); });
    return text_.language == "tr" && letters >= kLeastTurkish && verb;
  }

  // The ministry said in a post: | “We deny it.” | “We have no ships.”: a paragraph that ends with a colon has what it
  // introduces in it, if that is nothing but direct speech.
  void join_introduced() {
    std::vector<Sentence> out;
    bool is_open = false;
    for (Sentence& sentence : sentences_) {
      const bool follows = !out.empty() && is_open && sentence.block == out.back().block + blocks_taken_ + 1 &&
                           sentence.units.size() == 1 && sentence.units.front().quote >= 0;
      if (follows) {
        ++blocks_taken_;
        out.back().span.end = sentence.span.end;
        out.back().units.push_back(std::move(sentence.units.front()));
        continue;
      }
      is_open = !sentence.units.empty() && is_colon_mark(sentence.units.back().mark) && sentence.units.size() > 1 &&
                text_.turn_at(sentence.span.begin) == nullptr;
      blocks_taken_ = 0;
      out.push_back(std::move(sentence));
    }
    sentences_ = std::move(out);
  }

  // 18 h 05 Bercy : « … »; 11:05 GMT Kremlin: ask the owner: the token behind the time of an entry that is written as
  // it comes in, where a heading or sentence begins behind it; `begin` where no time stands there.
  uint32_t behind_clock(uint32_t begin, uint32_t end) const {
    if (begin >= end || !text_.tokens[begin].is_number) return begin;
    const uint32_t byte = text_.tokens[begin].begin, limit = text_.tokens[end - 1].end;
    const std::string_view line = std::string_view(text_.text).substr(byte, limit - byte);
    const size_t hours = std::min(line.find_first_not_of("0123456789"), line.size());
    const size_t mark = std::min(line.find_first_not_of(' ', hours), line.size());
    const size_t minutes = mark + 1 < line.size() ? line.find_first_not_of(' ', mark + 1) : line.size();
    if (hours > 2 || mark >= line.size() || minutes >= line.size()) return begin;
    const bool point = line[mark] == '.';
    if (line[mark] != ':' && line[mark] != 'h' && !point) return begin;
    if (line.find_first_not_of("0123456789", minutes) != minutes + 2) return begin;
    uint32_t next = text_.token_at(byte + static_cast<uint32_t>(minutes) + 2);
    if (next + 1 >= end) return begin;
    const bool has_zone = text_.tokens[next].is_capital && has_stop(next, "time zone");
    if (has_zone) ++next;
    if (point && !has_zone) return begin;  // 12.50 Euro
    while (next < end && (is_dash_mark(text_.tokens[next].mark) || text_.tokens[next].mark == U'-' ||
                          text_.tokens[next].mark == U'|' || is_colon_mark(text_.tokens[next].mark)))
      ++next;
    if (next >= end) return begin;
    const Token& first = text_.tokens[next];
    return first.is_capital || first.is_wide || is_quote_mark(first.mark) || !has_case() ? next : begin;
  }

  // SINGAPORE, Feb 17 (Reuters) - …; МОСКВА, 3 марта. /ТАСС/. …; Madrid, 3 mar (EFE).- …; 新华社北京3月3日电 …: the
  // token behind what says where and when a report was written; `begin` where nothing does.
  uint32_t behind_dateline(uint32_t begin, uint32_t end) const {
    constexpr uint32_t kMost = 16;
    const auto fold = [&](uint32_t i) { return std::string_view(text_.tokens[i].fold); };
    bool is_capitals = false, has_date = false, has_source = false;
    uint32_t bracket = 0;  // 1: inside (…), 2: inside /…/
    for (uint32_t i = begin; i < end && i < begin + kMost; ++i) {
      const Token& token = text_.tokens[i];
      if (i == begin && token.mark != 0) return begin;
      if (i == begin) is_capitals = token.is_all_capitals;
      if (token.mark == U'(' || token.mark == 0xff08) {
        bracket = 1, has_source = true;
      } else if (bracket == 1) {
        if (token.mark == U')' || token.mark == 0xff09) bracket = 0;
      } else if (token.mark == U'/') {
        bracket = bracket == 2 ? 0 : 2, has_source = true;
        if (bracket == 0 && i + 1 < end && text_.tokens[i + 1].mark == U'.') return i + 2;
      } else if (bracket == 2) {
        continue;
      } else if (token.mark == U'.' || is_comma_mark(token.mark)) {
        continue;
      } else if (is_dash_mark(token.mark) ||
                 (token.mark == U'-' && (!token.joined || text_.tokens[i - 1].mark == U'.'))) {
        if (i == begin || i + 1 >= end || !(is_capitals || has_source || has_date)) return begin;
        const Token& next = text_.tokens[i + 1];  // NATO — the alliance — said: no dateline
        const bool begins = next.is_capital || next.is_number || next.mark != 0 || !has_case();
        return begins ? i + 1 : begin;
      } else if (token.mark != 0) {
        return begin;
      } else if (token.is_number) {
        has_date = true;
      } else if (token.is_wide) {
        if ((fold(i) == "\u7535" || fold(i) == "\u96fb") && has_date && i + 1 < end) {  // 电
          uint32_t next = i + 1;
          if (text_.tokens[next].mark == U'(' || text_.tokens[next].mark == 0xff08)
            while (next < end && text_.tokens[next].mark != U')' && text_.tokens[next].mark != 0xff09) ++next;
          return next + 1 < end && next > i + 1 ? next + 1 : i + 1;
        }
      } else if (!token.is_capital && !is_time(i)) {
        if (has_case()) return begin;
      }
    }
    return begin;
  }

  // … in May. 58-year-old Paul Rehm; … в мае. 58-летний Павел Рем: ICU ends no sentence before a digit that small
  // letters follow.
  void add_before_ages(uint32_t from, uint32_t last, std::vector<uint32_t>& breaks) const {
    const size_t known = breaks.size();
    for (uint32_t i = from + 1; i < last; ++i) {
      const Token& token = text_.tokens[i];
      if (!token.is_number || token.joined || !is_terminal_mark(text_.tokens[i - 1].mark)) continue;
      const size_t hyphen = token.fold.find('-');
      if (hyphen == std::string::npos || hyphen > 3 || hyphen + 4 >= token.fold.size()) continue;
      if (token.fold.find_first_not_of("0123456789") == hyphen) breaks.push_back(token.begin);
    }
    std::inplace_merge(breaks.begin(), breaks.begin() + static_cast<std::ptrdiff_t>(known), breaks.end());
  }

  // The mark of the token that begins at `byte`; 0 where it is a word.
  char32_t mark_at(uint32_t byte) const {
    const uint32_t i = text_.token_at(byte);
    return i < text_.tokens.size() ? text_.tokens[i].mark : 0;
  }

  bool has_case() const { return text_.language != "ar" && text_.language != "fa" && text_.language != "zh"; }

  bool has_stop(uint32_t token, std::string_view value) const {
    std::vector<Found> found;
    lexicon_.find(text_.tokens, token, token + 1, found);
    return std::ranges::any_of(
        found, [&](const Found& f) { return f.lexeme->kind == Kind::kStop && f.lexeme->value == value; });
  }

  bool is_time(uint32_t token) const { return lexicon_.has(text_.tokens, token, token + 1, {Kind::kTime}); }

  std::vector<uint32_t> icu_breaks(uint32_t begin, uint32_t end) const {
    std::vector<uint32_t> out;
    if (!breaks_) return out;
    UErrorCode status = U_ZERO_ERROR;
    UText* utext = utext_openUTF8(nullptr, text_.text.data() + begin, end - begin, &status);
    breaks_->setText(utext, status);
    if (U_SUCCESS(status)) {
      breaks_->first();
      for (int32_t at = breaks_->next(); at != icu::BreakIterator::DONE; at = breaks_->next())
        out.push_back(begin + static_cast<uint32_t>(at));
    }
    utext_close(utext);
    return out;
  }

  // Does a sentence end before token `to`?
  bool is_end(uint32_t from, uint32_t to, uint32_t at) const {
    if (const Direct* direct = direct_at(at); direct && at > direct->span.begin) return false;
    const Token& next = text_.tokens[to];
    uint32_t dot = to - 1;
    while (dot > from && is_quote_mark(text_.tokens[dot].mark)) --dot;
    if (text_.tokens[dot].mark == U'.' && dot > from && dot + 1 == to) {
      const Token& word = text_.tokens[dot - 1];
      const bool letters = text_.language == "en" && word.is_all_capitals && word.end - word.begin == 2;  // the EU.
      if (word.is_capital && word.end - word.begin <= 2 && text_.tokens[dot].joined && !letters)
        return false;                                                                       // J. Smith
      if (is_abbreviation(dot - 1)) return false;                                           // Mr. Smith
      if (word.is_number && text_.language == "de" && word.fold.size() <= 2) return false;  // am 4. Februar
    }
    const bool has_small = next.mark == 0 && !next.is_capital && !next.is_number && !next.is_wide && has_case();
    if (has_small) return false;
    if (next.is_wide && is_tail_of_quote(from, to)) return false;
    if (text_.language == "en" && next.is_capital && is_english_tail(from, to)) return false;
    if (is_comma_mark(next.mark) || (is_dash_mark(next.mark) && dot + 1 != to)) return false;
    return !inside_bracket(from, to);
  }

  // “……。”王明说，: who says what was quoted follows it.
  bool is_tail_of_quote(uint32_t from, uint32_t to) const {
    if (!is_quote_mark(text_.tokens[to - 1].mark) || !direct_at(text_.tokens[from].begin)) return false;
    if (direct_at(text_.tokens[from].begin)->span.end < text_.tokens[to - 1].begin) return false;  // “…，”他说，“…。”
    std::vector<Found> found;
    for (uint32_t i = to; i < text_.tokens.size() && i < to + 24; ++i) {
      const Token& token = text_.tokens[i];
      if (token.mark != 0 || token.block != text_.tokens[from].block) return false;
      found.clear();
      lexicon_.find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
      for (const Found& f : found) {
        if (f.lexeme->kind != Kind::kCue) continue;
        const bool tells = f.lexeme->detail.starts_with("tell");  // 门卫老周告诉记者。: with whom it was told
        if (!tells && f.lexeme->detail.find("say") == std::string::npos && !f.lexeme->detail.starts_with("ask"))
          continue;
        uint32_t next = f.end;
        while (tells && next < text_.tokens.size() && next < f.end + 6 && text_.tokens[next].mark == 0) ++next;
        if (next < text_.tokens.size() &&
            (is_comma_mark(text_.tokens[next].mark) || is_terminal_mark(text_.tokens[next].mark)))
          return true;
      }
    }
    return false;
  }

  // “Who would buy it?” Jan Lind, the former head of the port, said in Oslo: behind the mark that ends the quotation, a
  // name, what he is, and a verb of saying with nothing behind it but when and where.
  bool is_english_tail(uint32_t from, uint32_t to) const {
    if (to < from + 3 || !is_quote_mark(text_.tokens[to - 1].mark)) return false;
    const Direct* direct = direct_at(text_.tokens[from].begin);
    if (!direct || direct->span.end < text_.tokens[to - 1].begin) return false;
    const char32_t mark = text_.tokens[to - 2].mark;
    if (mark != U'?' && mark != U'!') return false;
    std::vector<Found> found;
    uint32_t commas = 0;
    for (uint32_t i = to; i < text_.tokens.size() && i < to + 24; ++i) {
      const Token& token = text_.tokens[i];
      if (token.block != text_.tokens[from].block) return false;
      if (is_comma_mark(token.mark) && ++commas <= 2) continue;
      if (token.mark != 0 && token.mark != U'.') return false;
      if (token.mark == U'.' && !is_abbreviation(i - 1)) return false;
      if (i == to || commas == 1) continue;
      found.clear();
      lexicon_.find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
      for (const Found& f : found)
        if (f.lexeme->kind == Kind::kCue && speaks_in_tail(*f.lexeme, f.end)) return true;
    }
    return false;
  }

  // said. | asked in Oslo | told the court.: does a verb of saying that ends before token `next` end the sentence too,
  // but for when, where and to whom it was said?
  bool speaks_in_tail(const Lexeme& verb, uint32_t next) const {
    const bool tells = verb.detail.starts_with("tell");
    if (!tells && verb.detail.find("say") == std::string::npos && verb.value != "ask" && verb.value != "request")
      return false;
    uint32_t end = next;
    while (tells && end < text_.tokens.size() && end < next + 5 && text_.tokens[end].mark == 0) ++end;
    if (end >= text_.tokens.size()) return true;
    const Token& token = text_.tokens[end];
    if (is_terminal_mark(token.mark)) return true;
    return token.mark == 0 &&
           (token.fold == "in" || token.fold == "at" || token.fold == "on" || token.fold == "during" || is_time(end));
  }

  bool inside_bracket(uint32_t from, uint32_t to) const {
    if (depths_[to] <= depths_[from]) return false;
    for (uint32_t i = to; i < std::min<uint32_t>(to + 40, static_cast<uint32_t>(text_.tokens.size())); ++i)
      if (text_.tokens[i].mark == U')') return true;
    return false;
  }

  bool is_abbreviation(uint32_t token) const {
    if (text_.language == "en" && text_.tokens[token].fold == "no" &&
        (token + 2 >= text_.tokens.size() || !text_.tokens[token + 2].is_number))
      return false;  // He said no. The buyer …
    return lexicon_.has(text_.tokens, token, token + 1, {Kind::kAbbreviation});
  }

  void add(uint32_t block, uint32_t from, uint32_t to) {
    Sentence sentence;
    sentence.block = block;
    sentence.span = {text_.tokens[from].begin, text_.tokens[to - 1].end};
    for (uint32_t i = from; i < to;) {
      i = add_unit(sentence, i, to);
      if (sentence.units.size() < kMostUnits || i >= to) continue;
      Sentence rest;  // no sentence is that long: cut, so that a page without full stops costs linear time
      rest.block = block;
      rest.span = {text_.tokens[i].begin, sentence.span.end};
      sentence.span.end = text_.tokens[i - 1].end;
      sentences_.push_back(std::move(sentence));
      sentence = std::move(rest);
    }
    if (!sentence.units.empty()) sentences_.push_back(std::move(sentence));
  }

  // Appends the unit that begins at token `i`; returns the token behind it.
  uint32_t add_unit(Sentence& sentence, uint32_t i, uint32_t to) const {
    const Token& token = text_.tokens[i];
    Unit unit;
    unit.token = i;
    unit.token_end = i + 1;
    unit.is_capital = token.is_capital;
    unit.mark = token.mark;
    if (const Direct* direct = direct_at(token.begin)) {
      unit.quote = direct->quote;
      unit.mark = 0;
      while (unit.token_end < to && text_.tokens[unit.token_end].begin < direct->span.end) ++unit.token_end;
    } else if (token.mark == U'(' || token.mark == 0xff08) {
      const char32_t close = token.mark == U'(' ? U')' : 0xff09;
      uint32_t j = i + 1;
      while (j < to && j < i + 40 && text_.tokens[j].mark != close) ++j;
      if (j < to && text_.tokens[j].mark == close) {
        unit.is_bracket = true;
        unit.mark = 0;
        unit.token_end = j + 1;
      }
    } else if (token.mark == U'.' && token.joined && i + 1 < to && !sentence.units.empty() &&
               sentence.units.back().is_word() && text_.tokens[i + 1].mark != 0x201d &&
               !is_quote_mark(text_.tokens[i + 1].mark)) {
      return i + 1;  // the full stop of an abbreviation
    } else if (token.mark == 0 && !is_name_li(i, to)) {
      take_lexemes(unit, i, to);
    }
    unit.span = {token.begin, text_.tokens[unit.token_end - 1].end};
    sentence.units.push_back(std::move(unit));
    return sentence.units.back().token_end;
  }

  // Ли Вэй, Лі Чен: a name that is written as the Russian particle is.
  bool is_name_li(uint32_t i, uint32_t to) const {
    if (text_.language != "ru" && text_.language != "uk") return false;
    const Token& token = text_.tokens[i];
    return token.is_capital && (token.fold == "ли" || token.fold == "лі") && i + 1 < to &&
           text_.tokens[i + 1].is_capital && text_.tokens[i + 1].mark == 0;
  }

  // The first direct speech that begins behind `byte`.
  std::vector<Direct>::const_iterator first_behind(uint32_t byte) const {
    return std::upper_bound(direct_.begin(), direct_.end(), byte,
                            [](uint32_t b, const Direct& d) { return b < d.span.begin; });
  }

  const Direct* direct_at(uint32_t byte) const {
    const auto behind = first_behind(byte);  // direct speech does not nest
    if (behind == direct_.begin()) return nullptr;
    const Direct& direct = *std::prev(behind);
    return byte < direct.span.end ? &direct : nullptr;
  }

  // The longest phrase that begins here; a phrase stops before direct speech.
  void take_lexemes(Unit& unit, uint32_t i, uint32_t to) const {
    uint32_t limit = to;
    if (const auto next = first_behind(text_.tokens[i].begin); next != direct_.end())
      limit = std::clamp(text_.token_at(next->span.begin), i + 1, to);
    std::vector<Found> found;
    lexicon_.find(text_.tokens, i, limit, found);
    std::erase_if(found, [&](const Found& f) {
      const bool given =
          f.lexeme->kind == Kind::kStop &&  // Anna: tells only gender; not aware: of contents only
          (f.lexeme->value == "given name" || f.lexeme->value == "ignorance" || f.lexeme->value == "interview");
      const bool town = text_.language == "en" && f.end > i + 1 && f.lexeme->kind == Kind::kPlace &&
                        text_.tokens[f.end - 1].fold == "said" && !text_.tokens[i].is_capital;  // the port said
      // but conceded: looked for where a denial is weighed, and a verb here
      const bool qualifies = f.lexeme->kind == Kind::kStop && f.lexeme->value == "qualifies";
      return given || town || qualifies;
    });
    if (ends_name(i))
      std::erase_if(found, [&](const Found& f) { return f.end > i + 1 && !text_.tokens[f.end - 1].is_capital; });
    uint32_t end = i + 1, letters = 0;
    for (const Found& f : found) {
      if (is_gapped(f, i)) continue;
      end = std::max(end, f.end);
    }
    if (text_.tokens[i].is_wide && end >= i + 2 && goes_on_as_verb(end, to)) {
      const auto shorter = [&](const Found& f) { return f.end + 1 == end; };
      if (std::ranges::any_of(found, shorter)) {
        --end;
      } else if (end == i + 2 && i > 0 && follows_surname(i) && !goes_on_as_verb(end + 1, to)) {
        unit.token_end = i + 1;  // 李明|确认
        return;
      }
    }
    for (const Found& f : found)
      if (f.end == end && !is_gapped(f, i)) letters = std::max(letters, f.letters);
    for (const Found& f : found) {
      // A long phrase hides the shorter ones; of stems of one word all hold, but for a start much shorter than the
      // longest.
      if (f.end != end && !is_gapped(f, i)) continue;
      if (!is_gapped(f, i) && f.letters + 6 < letters && f.lexeme->kind != Kind::kGoods &&
          f.lexeme->kind != Kind::kPredicate)
        continue;
      if (is_gapped(f, i) && f.end > unit.gap_end) unit.gap_end = f.end, unit.gap_begin = f.gap;
      unit.lexemes.push_back(f.lexeme);
      unit.kinds |= uint64_t{1} << static_cast<int>(f.lexeme->kind);
    }
    unit.token_end = end;
  }

  // 也|指责, 指控|称为: is the last character before token `end` the first of a verb of saying that goes on behind it?
  bool goes_on_as_verb(uint32_t end, uint32_t to) const {
    std::vector<Found> next;
    if (end < to) lexicon_.find(text_.tokens, end - 1, std::min(to, end + 2), next);
    return std::ranges::any_of(next, [&](const Found& f) { return f.lexeme->kind == Kind::kCue && f.end > end; });
  }

  // 李|明…: does a character that is no word of its own stand before token `i`?
  bool follows_surname(uint32_t i) const {
    std::vector<Found> before;
    if (!text_.tokens[i - 1].is_wide || text_.tokens[i - 1].block != text_.tokens[i].block) return false;
    lexicon_.find(text_.tokens, i - 1, i, before);
    return before.empty();
  }

  // told the Evening Post that …: does the word end a name, so that no phrase begins with it?
  bool ends_name(uint32_t i) const {
    const auto capital = [&](uint32_t k) { return text_.tokens[k].is_capital && text_.tokens[k].mark == 0; };
    return text_.language == "en" && i > 1 && capital(i) && capital(i - 1) && !capital(i - 2) &&
           i + 1 < text_.tokens.size() && text_.tokens[i + 1].mark == 0 && !text_.tokens[i + 1].is_capital;
  }

  static bool is_gapped(const Found& f, uint32_t) { return f.lexeme->detail.find("gap") != std::string::npos; }

  static constexpr size_t kMostUnits = 150;
  static constexpr uint32_t kLastDateline = 1;  // a heading may stand before it

  const Text& text_;
  const Lexicon& lexicon_;
  std::vector<Direct> direct_;
  std::vector<int32_t> depths_ = {0};  // brackets opened and not closed before each token; and behind the last
  std::unique_ptr<icu::BreakIterator> breaks_;
  std::vector<Sentence> sentences_;
  uint32_t blocks_taken_ = 0;  // that the last sentence reaches over beyond its own
};

}  // namespace

bool is_unreal(const Text& text, uint32_t token) {
  if (text.language != "en") return false;
  bool is_perfect = false;
  for (uint32_t i = token; i-- > 0 && token - i <= 4 && text.tokens[i].block == text.tokens[token].block;) {
    const std::string_view word = text.tokens[i].fold;
    if (text.tokens[i].mark != 0) return false;
    if (is_perfect && (word == "would" || word == "could" || word == "might" || word == "should")) return true;
    is_perfect = is_perfect || word == "have";
  }
  return false;
}

std::vector<Sentence> cut_sentences(const Text& text, const Lexicon& lexicon, const std::vector<Quote>& quotes) {
  return SentenceCutter(text, lexicon, quotes).cut();
}

}  // namespace cordon::reading
