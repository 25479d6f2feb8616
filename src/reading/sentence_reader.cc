#include "reading/sentence_reader.h"

#include <algorithm>

namespace cordon::reading {
namespace {

struct ActName {
  std::string_view name;
  Act act;
};
constexpr ActName kActs[] = {{"assert", Act::kAssert},   {"accuse", Act::kAccuse},   {"deny", Act::kDeny},
                             {"dismiss", Act::kDismiss}, {"warn", Act::kWarn},       {"request", Act::kRequest},
                             {"decline", Act::kDecline}, {"confirm", Act::kConfirm}, {"promise", Act::kPromise},
                             {"ask", Act::kAsk}};

Act act_of(const Lexeme& lexeme) {
  for (const auto& [name, act] : kActs)
    if (name == lexeme.value) return act;
  return Act::kAssert;
}

bool has_word(std::string_view detail, std::string_view word) {
  for (size_t at = detail.find(word); at != std::string_view::npos; at = detail.find(word, at + 1)) {
    const bool begins = at == 0 || detail[at - 1] == ' ';
    const bool ends = at + word.size() == detail.size() || detail[at + word.size()] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace

Grammar grammar_of(std::string_view language) {
  Grammar grammar;
  grammar.verb_first = language == "ar";
  grammar.verb_last = language == "tr" || language == "fa";
  grammar.comma_before_that = language == "de" || language == "ru" || language == "uk" || language == "pl";
  grammar.drops_subject = language != "en" && language != "fr" && language != "de";
  grammar.is_wide = language == "zh";
  grammar.marks_object = language == "fa";
  grammar.locative_subject = language == "ru" || language == "uk";
  return grammar;
}

SentenceReader::SentenceReader(const Text& text, const std::vector<Quote>& quotes,
                               const std::vector<Sentence>& sentences, const std::vector<bool>& named, uint32_t number)
    : text_(text),
      quotes_(quotes),
      sentences_(sentences),
      named_(named),
      sentence_(sentences[number]),
      number_(number),
      units_(sentence_.units),
      size_(static_cast<int>(units_.size())),
      grammar_(grammar_of(text.language)) {
  const uint32_t begin = text.blocks[sentence_.block], end = sentence_.span.end;
  const auto first = std::lower_bound(quotes.begin(), quotes.end(), begin,
                                      [](const Quote& q, uint32_t b) { return q.outer.begin < b; });
  const auto last =
      std::lower_bound(first, quotes.end(), end, [](const Quote& q, uint32_t b) { return q.outer.begin < b; });
  near_ = std::span(quotes.data() + (first - quotes.begin()), static_cast<size_t>(last - first));
}

// ---------------------------------------------------------------------------------------------- what a unit is

bool SentenceReader::frame(const Cue& cue, std::string_view name) const { return has_word(cue.lexeme->detail, name); }

bool SentenceReader::is_boundary(int i) const {
  if (i < 0 || i >= size_) return true;
  const Unit& unit = at(i);
  if (unit.quote >= 0) return true;
  const char32_t c = unit.mark;
  return is_comma_mark(c) || is_dash_mark(c) || is_semicolon_mark(c) || is_colon_mark(c) || is_terminal_mark(c);
}

bool SentenceReader::is_function(int i) const {
  const Unit& unit = at(i);
  for (const Kind kind :
       {Kind::kAuxiliary, Kind::kNegation, Kind::kAdverb, Kind::kThat, Kind::kWhether, Kind::kBy, Kind::kPronoun,
        Kind::kDeterminer, Kind::kPossessive, Kind::kPreposition, Kind::kConjunction, Kind::kSubordinator, Kind::kTime})
    if (unit.is(kind)) return true;
  return false;
}

bool SentenceReader::is_speaker_noun(int i) const {
  const Unit& unit = at(i);
  for (const Kind kind :
       {Kind::kPerson, Kind::kBody, Kind::kCompany, Kind::kMedia, Kind::kDocument, Kind::kSpokesman, Kind::kSourceWord,
        Kind::kOrganWord, Kind::kOutlet, Kind::kCapital, Kind::kState, Kind::kPartOf})
    if (unit.is(kind)) return true;
  return false;
}

bool SentenceReader::is_name(int i) const {
  const Unit& unit = at(i);
  if (!unit.is_word()) return false;
  if (named_[unit.token]) return true;
  if (unit.is(Kind::kState) || unit.is(Kind::kCapital) || unit.is(Kind::kOrganWord) || unit.is(Kind::kOutlet))
    return true;
  if (text_.language == "de") return false;  // all nouns have capitals: a name is what find_parties took for one
  return unit.is_capital && !is_function(i);
}

bool SentenceReader::is_relative(int i) const {
  const std::string_view w = fold(i);
  return w == "who" || w == "whose" || (w == "which" && text_.language == "en") || w == "qui" || w == "que" ||
         w == "который" || w == "которая" || w == "який" || w == "яка" || w == "który" || w == "która";
}

// Inside a quotation that is woven into the sentence?
bool SentenceReader::is_quoted(int i) const {
  const Span span = at(i).span;
  return std::any_of(near_.begin(), near_.end(), [&](const Quote& q) {
    return !q.is_direct && q.inner.begin <= span.begin && q.inner.end >= span.end;
  });
}

bool SentenceReader::speaks(Range range) const {
  for (int i = range.begin; i < range.end; ++i)
    if (is_name(i) || is_speaker_noun(i) || (at(i).is(Kind::kPronoun) && i == range.begin)) return true;
  return false;
}

// What the sentence before says: its last claimed words are not known here, so all of it.
Span SentenceReader::before_sentence() const {
  if (number_ == 0 || sentences_[number_ - 1].block + 1 < sentence_.block) return {};
  Span span = sentences_[number_ - 1].span;
  const std::vector<Unit>& units = sentences_[number_ - 1].units;
  if (!units.empty() && is_terminal_mark(units.back().mark)) span.end = units.back().span.begin;
  return span;
}

bool SentenceReader::has_cue_between(int begin, int end) const {
  begin = std::clamp(begin, 0, size_);
  end = std::clamp(end, begin, size_);
  return !cue_count_.empty() && cue_count_[end] > cue_count_[begin];
}

// ---------------------------------------------------------------------------------------------- spans

std::vector<Span> SentenceReader::spans_of(Range range) const {
  std::vector<Span> out;
  while (range.begin < range.end && !at(range.begin).is_word() && at(range.begin).quote < 0 &&
         !is_quote_mark(at(range.begin).mark))
    ++range.begin;
  while (range.end > range.begin && !at(range.end - 1).is_word() && at(range.end - 1).quote < 0 &&
         !at(range.end - 1).is_bracket && !is_quote_mark(at(range.end - 1).mark))
    --range.end;
  for (int i = range.begin; i < range.end; ++i) {
    const Unit& unit = at(i);
    if (unit.quote >= 0) {
      out.push_back(quotes_[unit.quote].inner);
      continue;
    }
    const bool follows = i > range.begin && at(i - 1).quote < 0 && !skipped_[i - 1];
    if (skipped_[i]) continue;
    if (follows && !out.empty()) {
      out.back().end = unit.span.end;
    } else {
      out.push_back(unit.span);
    }
  }
  return out;
}

Span SentenceReader::span_of(Range range) const {
  if (range.empty()) return {};
  return {at(range.begin).span.begin, at(range.end - 1).span.end};
}

// A speaker's words without marks at their ends.
Span SentenceReader::speaker_span(Range range) const {
  while (!range.empty() && at(range.end - 1).mark != 0 && !is_quote_mark(at(range.end - 1).mark)) --range.end;
  while (!range.empty() && at(range.begin).mark != 0 && !is_quote_mark(at(range.begin).mark)) ++range.begin;
  return span_of(range);
}

Form SentenceReader::form_of(const std::vector<Span>& content) const {
  bool any = false, all = true;
  for (const Span& span : content) {
    bool inside = false;
    for (const Quote& quote : near_) {
      if (quote.inner.begin <= span.begin && quote.inner.end >= span.end) inside = true;
      if (quote.outer.begin < span.end && quote.outer.end > span.begin && quote.inner.end - quote.inner.begin > 8)
        any = true;
    }
    all = all && inside;
  }
  return content.empty() ? Form::kIndirect : all ? Form::kDirect : any ? Form::kMixed : Form::kIndirect;
}

bool SentenceReader::hedges(Range range) const {
  for (int i = range.begin; i < range.end; ++i)
    if (at(i).is(Kind::kHedge) && !at(i).is(Kind::kAuxiliary)) return true;
  return false;
}

// ---------------------------------------------------------------------------------------------- cues

bool SentenceReader::is_noun_here(int i, const Lexeme& lexeme) const {
  const bool may_be_noun = has_word(lexeme.detail, "noun");
  if (i == 0) return may_be_noun;
  int j = i - 1;
  const Unit& before = at(j);
  if (text_.language == "en") {
    if (fold(j) == "to" && !before.is(Kind::kCue)) return true;  // to say: an infinitive
    if (fold(j) == "whose" || (may_be_noun && text_.tokens[before.token].is_number)) return true;
    if (before.is(Kind::kPossessive) || before.mark == U'\'' || fold(j) == "'s") return true;
    if (before.is(Kind::kDeterminer) && has_word(before.as(Kind::kDeterminer)->detail, "article")) return true;
    if (before.is(Kind::kPreposition) && !before.is(Kind::kAdverb) && !has_word(lexeme.detail, "cite") &&
        !has_word(lexeme.detail, "prep"))
      return true;
    if (before.is(Kind::kAdjective) && may_be_noun) return true;
  } else if ((before.is(Kind::kDeterminer) || before.is(Kind::kPossessive)) &&
             (may_be_noun || is_speaker_noun(i) || at(i).is(Kind::kClaimNoun))) {
    return true;
  }
  const std::string_view word = fold(i);
  if ((text_.language == "ru" || text_.language == "uk") &&
      (word.ends_with("\u0442\u044c") || word.ends_with("\u0442\u044c\u0441\u044f") || word.ends_with("\u0442\u0438") ||
       word.ends_with("\u0442\u0438\u0441\u044f")))
    return !word.ends_with("\u0447\u0442\u0438");  // an infinitive
  if (!may_be_noun) return false;
  while (j >= 0 && (at(j).is(Kind::kAdverb) || at(j).is(Kind::kAuxiliary) || at(j).is(Kind::kNegation) ||
                    fold(j).ends_with("ly")))
    --j;
  if (j != i - 1 && j >= 0) return false;
  if (is_boundary(j) && text_.tokens[at(i).token].fold.ends_with("ed")) return false;
  return !(at(j).is(Kind::kPronoun) || is_name(j) || is_speaker_noun(j) || at(j).is_bracket ||
           is_comma_mark(at(j).mark) || at(j).is(Kind::kConjunction));
}

SentenceReader::Cue SentenceReader::cue_at(int i, const Lexeme* lexeme) const {
  Cue cue;
  cue.unit = i;
  cue.group = {i, i + 1};
  cue.lexeme = lexeme;
  int j = i - 1;
  while (j >= 0 && at(j).is_word()) {
    const Unit& unit = at(j);
    const bool adverb =
        unit.is(Kind::kAdverb) || (text_.language == "en" && fold(j).size() > 4 && fold(j).ends_with("ly"));
    const bool clitic = j == i - 1 && (text_.language == "fr" || text_.language == "es") &&
                        unit.is(Kind::kDeterminer) && !is_speaker_noun(i) &&
                        (fold(j) == "le" || fold(j) == "la" || fold(j) == "les" || fold(j) == "l'" || fold(j) == "lo" ||
                         fold(j) == "los");
    if (!unit.is(Kind::kAuxiliary) && !unit.is(Kind::kNegation) && !adverb && !clitic &&
        !(unit.is(Kind::kHedge) && unit.is(Kind::kAdverb)))
      break;
    if (unit.is(Kind::kNegation)) cue.negated = true;
    if (const Lexeme* auxiliary = unit.as(Kind::kAuxiliary); auxiliary && auxiliary->value == "be") cue.be = true;
    cue.group.begin = j--;
  }
  // An adverb that opens the sentence is not part of the verb.
  while (cue.group.begin < i && !at(cue.group.begin).is(Kind::kAuxiliary) && !at(cue.group.begin).is(Kind::kNegation) &&
         (cue.group.begin == 0 || is_boundary(cue.group.begin - 1)))
    ++cue.group.begin;
  int k = i + 1;
  while (k < size_ && at(k).is_word() && at(k).is(Kind::kNegation) && !at(k).is(Kind::kNothing))
    cue.negated = true, ++k;
  while (k < size_ && at(k).is_word() && at(k).is(Kind::kAdverb) && !at(k).is(Kind::kPreposition)) ++k;
  cue.group.end = k;
  cue.after = cue.group.end;
  cue.middle = {cue.group.end, cue.group.end};
  if (at(i).gap_end > 0 && has_word(lexeme->detail, "gap")) {
    cue.group.end = i + 1;
    cue.middle = {i + 1, i + 1};
    while (cue.middle.end < size_ && at(cue.middle.end).token < at(i).gap_begin) ++cue.middle.end;
    cue.after = cue.middle.end;
    while (cue.after < size_ && at(cue.after).token < at(i).gap_end) ++cue.after;
  }
  return cue;
}

void SentenceReader::find_cues() {
  for (int i = 0; i < size_; ++i) {
    if (!at(i).is(Kind::kCue) || skipped_[i] || is_quoted(i)) continue;
    const Lexeme *first = nullptr, *show = nullptr, *only = nullptr;
    for (const Lexeme* lexeme : at(i).lexemes) {
      if (lexeme->kind != Kind::kCue || has_word(lexeme->detail, "cite")) continue;
      if (has_word(lexeme->detail, "show")) {
        show = lexeme;
      } else if (has_word(lexeme->detail, "only")) {
        only = lexeme;
      } else if (!is_noun_here(i, *lexeme) && (!first || has_word(lexeme->detail, "gap"))) {
        first = lexeme;
      }
    }
    if (first) {
      cues_.push_back(cue_at(i, first));
    } else if (only && cue_at(i, only).negated && (i == 0 || fold(i - 1) != "to")) {
      cues_.push_back(cue_at(i, only));
    } else if (show && !is_noun_here(i, *show)) {
      cues_.push_back(cue_at(i, show));
    }
  }
}

// neither confirmed nor denied, не подтвердили и не опровергли: one refusal.
void SentenceReader::join_refusals() {
  const auto refuses = [&](const Cue& cue) {
    const Act act = act_of(*cue.lexeme);
    return act == Act::kDecline || (cue.negated && (act == Act::kDeny || act == Act::kConfirm));
  };
  for (size_t i = 1; i < cues_.size(); ++i) {
    Cue& first = cues_[i - 1];
    Cue& second = cues_[i];
    if (!refuses(first) || !refuses(second) || second.unit - first.unit > 4 || !first.middle.empty()) continue;
    bool joined = true;
    for (int k = first.group.end; k < second.group.begin; ++k)
      joined = joined && (at(k).is(Kind::kConjunction) || is_comma_mark(at(k).mark) || at(k).is(Kind::kNegation) ||
                          at(k).is(Kind::kAuxiliary));
    if (!joined) continue;
    second.group.begin = first.group.begin;
    cues_.erase(cues_.begin() + static_cast<long>(i) - 1);
    --i;
  }
}

void SentenceReader::count_cues() {
  cue_count_.assign(static_cast<size_t>(size_) + 1, 0);
  for (const Cue& cue : cues_) ++cue_count_[cue.unit + 1];
  for (int i = 0; i < size_; ++i) cue_count_[i + 1] += cue_count_[i];
}

// citing NP: taken out of the clause; what it says of the speaker is put in at the end.
void SentenceReader::find_citations() {
  for (int i = 0; i < size_; ++i) {
    const Lexeme* cite = nullptr;
    for (const Lexeme* lexeme : at(i).lexemes)
      if (lexeme->kind == Kind::kCue && has_word(lexeme->detail, "cite")) cite = lexeme;
    if (!cite || i == 0) continue;
    const int before = i - 1;
    const bool participle = is_comma_mark(at(before).mark) || !has_word(cite->detail, "comma");
    if (!participle) continue;
    const bool post = has_word(cite->detail, "post");  // bir memura dayanarak
    Range named = post ? Range{before, i} : phrase_right(i + 1);
    while (post && named.begin > 0 && !is_boundary(named.begin - 1) && i - named.begin < 8) --named.begin;
    if (named.empty()) continue;
    bool is_speaker = false;
    for (int k = named.begin; k < named.end; ++k)
      is_speaker = is_speaker || at(k).is(Kind::kPerson) || at(k).is(Kind::kSourceWord) || at(k).is(Kind::kDocument) ||
                   at(k).is(Kind::kSpokesman) || at(k).is(Kind::kOutlet);
    if (!is_speaker) continue;
    Attribution a;
    a.sentence = number_;
    a.speaker = speaker_span(named);
    a.cue = at(i).span;
    a.rule = "medium, citing";
    a.needs_medium = true;
    for (int k = post ? named.begin : is_comma_mark(at(before).mark) ? before : i; k < std::max(named.end, i + 1); ++k)
      skipped_[k] = true;
    if (const int next = std::max(named.end, i + 1); next < size_ && is_comma_mark(at(next).mark))
      skipped_[next] = true;
    if (named.end < size_ && text_.language == "zh" && at(named.end).is(Kind::kThat)) skipped_[named.end] = true;
    out_.push_back(std::move(a));
  }
}

// ---------------------------------------------------------------------------------------------- subjects

SentenceReader::Range SentenceReader::trimmed(Range range) const {
  const auto idle = [&](int i) {
    const Unit& unit = at(i);
    if (unit.is_bracket || skipped_[i]) return true;
    if (unit.mark != 0) return !is_quote_mark(unit.mark);
    if (unit.quote >= 0) return true;
    if (is_speaker_noun(i) && !unit.is(Kind::kPreposition)) return false;
    return (unit.is(Kind::kAdverb) && !unit.is(Kind::kPronoun) && !unit.is(Kind::kDeterminer)) ||
           (unit.is(Kind::kTime) && !unit.is(Kind::kAuxiliary)) || (unit.is(Kind::kConjunction) && !unit.is_capital) ||
           (unit.is(Kind::kConjunction) && range.size() > 1) ||
           (unit.is(Kind::kSubordinator) && !unit.is(Kind::kPronoun)) || unit.is(Kind::kAuxiliary) ||
           (unit.is(Kind::kHedge) && !unit.is(Kind::kSourceWord));
  };
  while (!range.empty() && idle(range.begin)) ++range.begin;
  while (!range.empty() && !at(range.end - 1).is_bracket && idle(range.end - 1)) --range.end;
  if (range.empty() || !at(range.begin).is(Kind::kPreposition) || at(range.begin).is(Kind::kPronoun) ||
      at(range.begin).is(Kind::kDeterminer) || at(range.begin).is(Kind::kPartOf))
    return range;
  if (at(range.begin).is(Kind::kSpokesman) || at(range.begin).is(Kind::kPerson)) return range;
  for (int p = range.begin + 2; p < range.end; ++p) {
    const Unit& before = at(p - 1);
    if (before.is(Kind::kPreposition) || before.is(Kind::kDeterminer) || before.is(Kind::kPossessive) ||
        before.mark != 0)
      continue;
    const bool pointer = at(p).is(Kind::kAnaphor) && text_.language != "en";  // в компании это отрицают
    const bool starts = (!pointer && (at(p).is(Kind::kPronoun) || at(p).is(Kind::kDeterminer))) ||
                        at(p).is(Kind::kPossessive) ||
                        (text_.language == "en" && is_name(p) && !is_name(p - 1) && !at(p).is(Kind::kTime)) ||
                        (is_name(p) && at(p - 1).is(Kind::kTime)) || (at(p - 1).is(Kind::kTime) && is_speaker_noun(p));
    if (starts) return trimmed({p, range.end});
  }
  if (grammar_.locative_subject || grammar_.is_wide) return range;
  return {range.end, range.end};
}

SentenceReader::Range SentenceReader::subject_left(const Cue& cue) const {
  int begin = cue.group.begin, end = cue.group.begin;
  int j = cue.group.begin - 1;
  if (text_.language == "en" && !cue.be && fold(cue.unit).ends_with("ing") && (j < 0 || is_comma_mark(at(j).mark)))
    return {begin, begin};
  const bool comma_first = j >= 0 && is_comma_mark(at(j).mark) && !skipped_[j];
  if (comma_first) {  // X, a spokeswoman for Y, said
    int k = j - 1;
    while (k > 0 && !is_comma_mark(at(k).mark)) {
      if (at(k).quote >= 0 || is_semicolon_mark(at(k).mark) || is_terminal_mark(at(k).mark) ||
          is_colon_mark(at(k).mark))
        return {begin, begin};
      --k;
    }
    if (k <= 0 || j - k > 24 || grammar_.is_wide) return {begin, begin};
    if (text_.language != "en") {  // …, подчёркивают авторы: the subject follows
      const Range right = phrase_right(cue.after);
      const std::string_view last = right.empty() ? std::string_view() : fold(right.end - 1);
      if (!right.empty() && (right.end >= size_ || is_boundary(right.end)) && speaks(right) &&
          !at(right.begin).is(Kind::kPreposition) && !last.ends_with("\u0430\u043c") &&
          !last.ends_with("\u044f\u043c") &&
          !(grammar_.locative_subject && (last.ends_with("\u0443") || last.ends_with("\u044e"))))
        return {begin, begin};
    }
    const bool relative =
        is_relative(k + 1) ||
        (k + 2 < j && at(k + 1).is(Kind::kPreposition) && (is_relative(k + 2) || at(k + 2).is(Kind::kSubordinator))) ||
        (text_.language == "de" && at(k + 1).is(Kind::kDeterminer) && at(j - 1).is_word() && !at(j - 1).is_capital) ||
        (at(k + 1).is(Kind::kConjunction) && k + 2 < j && is_relative(k + 2));
    for (const Cue& other : cues_)
      if (other.unit > k && other.unit < j && !relative) return {begin, begin};
    if ((at(k + 1).is(Kind::kThat) && !relative) || (at(k + 1).is(Kind::kConjunction) && !relative) ||
        (at(k + 1).is(Kind::kPreposition) && grammar_.comma_before_that))
      return {begin, begin};
    bool describes = false;  // “…,” X, an editor at Y, said
    for (int n = k + 1; n < j && text_.language == "en"; ++n)
      describes = describes || at(n).is(Kind::kPerson) || at(n).is(Kind::kSpokesman);
    // its director, X, said: “…”
    if (cue.group.end < size_ && is_colon_mark(at(cue.group.end).mark)) describes = describes || speaks({0, k});
    if (!describes && !has_word(cue.lexeme->detail, "prep") && (cue.unit + 1 >= size_ || is_boundary(cue.group.end)) &&
        !frame(cue, "np") && !frame(cue, "inf"))
      return {begin, begin};  // a tail
    // A relative clause or participle says nothing of who it is; an apposition does.
    const bool cut =
        relative || at(k + 1).is(Kind::kPreposition) || (text_.language == "en" && fold(k + 1).ends_with("ing"));
    j = k - 1;
    begin = j + 1;
    if (cut) end = k;
  }
  for (; j >= 0; --j) {
    const Unit& unit = at(j);
    if (skipped_[j]) {
      begin = j;
      continue;
    }
    if (is_boundary(j)) {
      if (!is_comma_mark(unit.mark) || j == 0 || grammar_.is_wide) break;
      // its general counsel, Miriam Achterberg, told …: the name stands in apposition to the noun before the comma
      bool all_name = j + 1 < begin + 1;
      for (int k = j + 1; k < cue.group.begin && !is_comma_mark(at(k).mark); ++k)
        all_name = all_name && (is_name(k) || at(k).is(Kind::kTitle) || fold(k) == "." || is_quote_mark(at(k).mark) ||
                                at(k).is_bracket);
      int noun = j - 1;
      while (noun > 0 && !is_speaker_noun(noun) && !is_boundary(noun) && j - noun < 6) --noun;
      if (!all_name || is_boundary(noun) ||
          !(at(noun).is(Kind::kPerson) || at(noun).is(Kind::kSpokesman) || at(noun).is(Kind::kCompany) ||
            at(noun).is(Kind::kBody)))
        break;
      bool clause = false;
      int first = j - 1;
      for (int k = j - 1; k >= 0 && !is_boundary(k); --k)
        clause = clause || at(k).is(Kind::kAuxiliary) || has_cue_between(k, k + 1), first = k;
      if (clause || at(first).is(Kind::kPreposition)) break;
      begin = j;
      continue;
    }
    if (unit.is(Kind::kThat) && !is_relative(j) && !unit.is(Kind::kPronoun) && !unit.is(Kind::kDeterminer)) break;
    if (unit.is(Kind::kThat) && text_.language == "en") break;
    if (unit.is(Kind::kConjunction)) {
      if (j == cue.group.begin - 1) break;
      bool clause = unit.as(Kind::kConjunction)->value != "and";
      for (int k = j - 1; k >= 0 && !is_boundary(k); --k)
        clause = clause || at(k).is(Kind::kAuxiliary) || has_cue_between(k, k + 1) || at(k).is(Kind::kThat);
      if (clause || j == 0 || is_boundary(j - 1)) break;
      begin = j;
      continue;
    }
    if (unit.is(Kind::kSubordinator) && !is_relative(j) && !unit.is(Kind::kPronoun) && !unit.is(Kind::kPreposition))
      break;
    if (is_relative(j) && j > 0 && at(j - 1).is(Kind::kPreposition) && text_.language == "en")
      break;  // in which an assistant wrote
    if (has_cue_between(j, j + 1) || (unit.is(Kind::kAuxiliary) && !unit.is_capital && !unit.is(Kind::kPronoun))) {
      bool relative = false;
      for (int k = j - 1; k >= 0 && k > j - 4 && !is_boundary(k); --k) relative = relative || is_relative(k);
      if (!relative) break;
    }
    if (unit.is(Kind::kCue) && !is_speaker_noun(j) && !unit.is(Kind::kPreposition) && grammar_.is_wide) break;
    begin = j;
  }
  return trimmed({begin, end});
}

// A noun phrase that begins at `begin`.
SentenceReader::Range SentenceReader::phrase_right(int begin) const {
  int i = begin;
  bool relative = false, noun = false;
  for (; i < size_; ++i) {
    const Unit& unit = at(i);
    if (skipped_[i]) break;
    if (is_boundary(i)) break;
    if (is_quote_mark(unit.mark)) continue;
    if (i > begin && is_relative(i) && !(unit.is(Kind::kThat) && text_.language != "en")) {
      relative = true;
      continue;
    }
    if (unit.is(Kind::kThat) && !(i == begin && unit.is(Kind::kDeterminer))) break;
    if (unit.is(Kind::kConjunction) &&
        (relative ||
         !(i + 1 < size_ && (is_name(i + 1) || is_speaker_noun(i + 1) || at(i + 1).is(Kind::kDeterminer))) ||
         unit.as(Kind::kConjunction)->value != "and"))
      break;
    if (unit.is(Kind::kConjunction)) {
      bool verb = false;
      for (int k = i + 1; k < size_ && !is_boundary(k); ++k) verb = verb || has_cue_between(k, k + 1);
      if (verb) break;
    }
    if (!relative && i > begin &&
        (has_cue_between(i, i + 1) || (unit.is(Kind::kAuxiliary) && !unit.is(Kind::kPronoun))))
      break;
    if (unit.is(Kind::kSubordinator) && !unit.is(Kind::kPreposition) && !unit.is(Kind::kPronoun)) break;
    if (unit.is(Kind::kTime) && i > begin && !unit.is(Kind::kPerson)) break;
    if (unit.is(Kind::kNegation) && i > begin) break;
    if (unit.is(Kind::kPreposition) && i > begin && i + 1 < size_ && at(i + 1).is(Kind::kTime)) break;
    if (unit.is(Kind::kPreposition) && i > begin && i + 2 < size_ &&
        (at(i + 1).is(Kind::kDeterminer) || at(i + 1).mark == 0) && at(i + 2).is(Kind::kTime) &&
        !at(i + 1).is(Kind::kBody))
      break;
    if (i > begin && text_.language == "en" && fold(i) == "of" && i + 1 < size_ && fold(i + 1).ends_with("ing")) break;
    if (i > begin && text_.language == "en" &&
        (fold(i) == "on" || fold(i) == "about" || fold(i) == "over" || fold(i) == "against" || fold(i) == "after"))
      break;
    if (text_.language == "de" && noun && !unit.is_capital && unit.is_word() && !is_function(i) &&
        !unit.is(Kind::kAdjective))
      break;  // Laut Anklage gingen
    if (text_.language == "de" && unit.is_capital) noun = true;
    if (noun && (unit.is(Kind::kAdverb) && !unit.is(Kind::kDeterminer))) break;
    if (unit.is(Kind::kPronoun) && i > begin && !unit.is(Kind::kDeterminer) && !relative) break;
    if (unit.is(Kind::kPronoun) && i == begin && !unit.is(Kind::kDeterminer) && !unit.is(Kind::kPossessive) &&
        !unit.is(Kind::kPartOf)) {
      ++i;
      break;
    }
  }
  return {begin, i};
}

// ---------------------------------------------------------------------------------------------- content

int SentenceReader::segment_begin(int i) const {
  while (i > 0 && !is_semicolon_mark(at(i - 1).mark) && !(is_colon_mark(at(i - 1).mark) && has_cue_between(0, i - 1)))
    --i;
  return i;
}

bool SentenceReader::only_adverbial(Range range) const {
  if (range.empty()) return true;
  const Unit& first = at(range.begin);
  if (!first.is(Kind::kPreposition) && !first.is(Kind::kAdverb) && !first.is(Kind::kTime) && !first.is_bracket)
    return false;
  for (int i = range.begin; i < range.end; ++i) {
    if (at(i).is(Kind::kAuxiliary) || at(i).is(Kind::kThat) || has_cue_between(i, i + 1)) return false;
    if (i > range.begin && at(i).is(Kind::kPronoun) && !at(i).is(Kind::kDeterminer)) return false;
  }
  return range.size() <= 9;
}

std::optional<int> SentenceReader::find_that(int begin, const Cue& cue) const {
  int appositions = 0;
  for (int i = begin; i < size_ && i < begin + 18; ++i) {
    const Unit& unit = at(i);
    if (skipped_[i]) continue;
    if (unit.quote >= 0 || is_semicolon_mark(unit.mark) || is_colon_mark(unit.mark) || is_terminal_mark(unit.mark))
      return std::nullopt;
    if (unit.is(Kind::kThat) && !(i > begin && at(i - 1).is(Kind::kPreposition) && text_.language == "en")) {
      const bool last = i + 1 >= size_ || (is_boundary(i + 1) && at(i + 1).quote < 0);
      return last ? std::nullopt : std::optional(i);
    }
    if (is_comma_mark(unit.mark)) {
      if (i + 1 < size_ && at(i + 1).is(Kind::kThat)) continue;
      if (!grammar_.verb_first || ++appositions > 2) return std::nullopt;
      continue;
    }
    if (is_dash_mark(unit.mark)) return std::nullopt;
    if (text_.language == "en" && (unit.is(Kind::kConjunction) || unit.is(Kind::kAuxiliary))) return std::nullopt;
    if (text_.language == "en" && i > begin && unit.is(Kind::kPronoun) && !unit.is(Kind::kDeterminer))
      return std::nullopt;
    if (i > cue.unit && has_cue_between(i, i + 1)) return std::nullopt;
  }
  return std::nullopt;
}

// Where the clause that begins at `begin` ends: before the clause of the next cue of the narrator's own.
int SentenceReader::clause_end(int begin, const Cue& cue) const {
  int end = size_;
  for (int i = begin; i < end; ++i)
    if (is_semicolon_mark(at(i).mark)) end = i;
  for (int i = begin + 1; i < end; ++i)
    if (at(i).quote >= 0) end = i;
  for (const Cue& other : cues_) {
    if (other.unit <= begin || other.unit <= cue.unit || other.unit >= end) continue;
    if (has_word(other.lexeme->detail, "show")) continue;
    Range subject = subject_left(other);
    int start = subject.empty() ? other.group.begin : subject.begin;
    while (start > begin && (at(start - 1).is(Kind::kTime) ||
                             (at(start - 1).is(Kind::kAdverb) && !at(start - 1).is(Kind::kConjunction)) ||
                             at(start - 1).is(Kind::kDeterminer)))
      --start;
    int before = start - 1;
    if (before <= begin) continue;
    const Unit& joint = at(before);
    const bool participle =
        (fold(other.unit).ends_with("ing") && text_.language == "en") || has_word(other.lexeme->detail, "part") ||
        (grammar_.verb_first &&
         (fold(other.group.begin).starts_with("\u0648") || at(other.group.begin).is(Kind::kConjunction)));
    const bool whiles = joint.is(Kind::kSubordinator) && !joint.is(Kind::kPronoun) &&
                        (is_comma_mark(at(before - 1).mark)) && !joint.is(Kind::kThat) && !is_relative(before);
    const bool that_clause = at(begin).is(Kind::kThat) && !grammar_.is_wide;
    if (grammar_.verb_first && participle && other.group.begin > begin &&
        is_comma_mark(at(other.group.begin - 1).mark)) {
      end = std::min(end, other.group.begin - 1);
      continue;
    }
    const bool asks = act_of(*other.lexeme) == Act::kRequest || act_of(*other.lexeme) == Act::kPromise;
    if (joint.is(Kind::kConjunction) || whiles) {
      end = before;
    } else if (is_comma_mark(joint.mark) && !(that_clause && !participle && (asks || !ends_there(other))) &&
               (participle || !subject.empty() || grammar_.is_wide || grammar_.drops_subject ||
                has_word(other.lexeme->detail, "part"))) {
      end = before;
    }
  }
  for (int i = begin + 1; i + 1 < end; ++i) {  // …, citing new intelligence
    if (!is_comma_mark(at(i).mark) || !at(i + 1).is(Kind::kCue)) continue;
    const Lexeme* lexeme = at(i + 1).as(Kind::kCue);
    if (has_word(lexeme->detail, "cite")) end = i;
  }
  for (int i = begin + 2; i + 1 < end; ++i)  // …, and they cite …
    if (text_.language == "en" && is_comma_mark(at(i - 1).mark) && at(i).is(Kind::kConjunction) &&
        at(i + 1).is(Kind::kPronoun) && !at(i + 1).is(Kind::kDeterminer))
      end = i;
  while (end > begin && (is_comma_mark(at(end - 1).mark) || is_dash_mark(at(end - 1).mark) ||
                         is_terminal_mark(at(end - 1).mark) || is_colon_mark(at(end - 1).mark) || skipped_[end - 1]))
    --end;
  return end;
}

// Does the phrase name a claim and put what it is called in quotation marks: the report “a fairy tale”?
bool SentenceReader::calls_claim(Range range) const {
  int i = range.begin;
  while (i < range.end && !at(i).is(Kind::kClaimNoun) &&
         (at(i).mark != 0 || at(i).is(Kind::kDeterminer) || at(i).is(Kind::kAdjective) ||
          at(i).is(Kind::kPreposition) || at(i).is(Kind::kAdverb)))
    ++i;
  if (i >= range.end || !at(i).is(Kind::kClaimNoun)) return false;
  for (; i < range.end; ++i)
    if (is_quote_mark(at(i).mark) || at(i).quote >= 0) return true;
  return false;
}

// Does the cue stand at the end of its clause (…, X said, …)?
bool SentenceReader::ends_there(const Cue& cue) const { return cue.group.end >= size_ || is_boundary(cue.group.end); }

int SentenceReader::content_begin(int i) const {
  while (i < size_ && (is_comma_mark(at(i).mark) || is_dash_mark(at(i).mark) || skipped_[i] ||
                       (at(i).is(Kind::kTime) && !is_name(i))))
    ++i;
  // on Thursday, in a statement: only before a clause of its own, which begins with a pronoun, a name or an article
  int j = i;
  while (j < size_ && at(j).is(Kind::kPreposition) && j + 1 < size_) {
    int k = j + 1;
    while (k < size_ && (at(k).is(Kind::kTime) || at(k).is(Kind::kDeterminer)) && k < j + 3) ++k;
    if (k == j + 1 || !at(k - 1).is(Kind::kTime)) break;
    j = k;
  }
  return j < size_ && !is_boundary(j) ? j : i;
}

// ---------------------------------------------------------------------------------------------- constructions

void SentenceReader::finish(Attribution& a, const Cue& cue) {
  a.sentence = number_;
  a.cue = {at(cue.group.begin).span.begin, at(cue.unit).span.end};
  if (cue.group.begin < cue.unit && !at(cue.group.begin).is(Kind::kAuxiliary) &&
      !at(cue.group.begin).is(Kind::kNegation)) {
    int b = cue.group.begin;
    while (b < cue.unit && !at(b).is(Kind::kAuxiliary) && !at(b).is(Kind::kNegation)) ++b;
    a.cue.begin = at(b).span.begin;
  }
  if (at(cue.unit).gap_end > 0 && has_word(cue.lexeme->detail, "gap"))
    a.cue.end = text_.tokens[at(cue.unit).gap_end - 1].end;
  a.is_hedged = a.is_hedged || has_word(cue.lexeme->detail, "hedged") || hedges(cue.group);
  a.is_echo = has_word(cue.lexeme->detail, "echo");
  for (int i = cue.group.begin; i < cue.group.end; ++i)
    for (const Lexeme* lexeme : at(i).lexemes)
      if (lexeme->kind == Kind::kAdverb && lexeme->value == "first") a.is_superseded = true;
  a.form = form_of(a.content);
  out_.push_back(std::move(a));
}

int SentenceReader::negated_act(const Cue& cue) const {
  if (frame(cue, "only")) return static_cast<int>(Act::kDecline);
  switch (act_of(*cue.lexeme)) {
    case Act::kAccuse:
    case Act::kWarn:
    case Act::kRequest:
    case Act::kAsk:
    case Act::kDecline:
      return frame(cue, "neg") ? static_cast<int>(Act::kDecline) : -1;
    default:
      return frame(cue, "weak") ? -1 : static_cast<int>(Act::kDecline);
  }
}

void SentenceReader::find_label() {
  const bool first = number_ == 0 || sentences_[number_ - 1].block != sentence_.block;
  if (!first || size_ < 3) return;
  int colon = 0;
  while (colon < size_ && colon <= 6 && !is_colon_mark(at(colon).mark)) {
    if (!at(colon).is_word() && !is_quote_mark(at(colon).mark) && !at(colon).is_bracket && at(colon).mark != U'.')
      return;
    if (at(colon).is(Kind::kAuxiliary) && !at(colon).is_capital) return;
    ++colon;
  }
  if (colon == 0 || colon >= size_ - 1 || colon > 6 || text_.tokens[at(0).token].is_number) return;
  if (colon > 1 && at(colon - 1).is(Kind::kCue) && !is_speaker_noun(colon - 1) && !is_name(colon - 1))
    return;  // X said:
  bool speaks = false, state_only = true, known = true;
  for (int i = 0; i < colon; ++i) {
    const Unit& unit = at(i);
    if (!unit.is_word()) continue;
    if (unit.is(Kind::kPreposition) && i == 0) return;
    const bool firm = unit.is(Kind::kCompany) && !has_word(unit.as(Kind::kCompany)->detail, "many");
    const bool office = unit.is(Kind::kPerson) || unit.is(Kind::kSpokesman) || unit.is(Kind::kBody) || firm ||
                        unit.is(Kind::kOrganWord) || unit.is(Kind::kCapital) || unit.is(Kind::kOutlet) ||
                        unit.is(Kind::kSourceWord);
    speaks = speaks || office;
    if (!unit.is(Kind::kState)) state_only = false;
    if (!office && !is_name(i))
      known = known && (unit.is(Kind::kDeterminer) || unit.is(Kind::kAdjective) || unit.is(Kind::kPreposition));
  }
  if (state_only) return;
  const int words = size_ - colon;
  const bool quoted = at(colon + 1).quote >= 0 || is_quote_mark(at(colon + 1).mark);
  if (!speaks && !quoted && words < 4) return;
  if (!speaks) {  // a name: known if the page has it elsewhere
    if (!known && !grammar_.is_wide) return;
    const Token& last = text_.tokens[at(colon - 1).token_end - 1];
    int seen = 0;
    const size_t here = at(0).token, from = here < 6000 ? 0 : here - 6000;
    for (const Token& token :
         std::span(text_.tokens).subspan(from, std::min<size_t>(12000, text_.tokens.size() - from)))
      seen += token.fold == last.fold ||
              (last.fold.size() >= 8 && token.is_capital &&
               (token.fold.starts_with(last.fold) || (last.fold.starts_with(token.fold) && token.fold.size() >= 8)));
    if (seen < 2 || last.mark != 0) return;
    if (!is_name(colon - 1) && !last.is_all_capitals) return;
  }
  const bool is_head = text_.kinds[sentence_.block] == BlockKind::kCrossHead ||
                       text_.heads[sentence_.block + 1] - text_.heads[sentence_.block] <= 18;
  if (!quoted && !is_head && words < 3) return;
  if (!quoted && !is_head && speaks && !is_name(0)) return;
  Attribution a;
  a.sentence = number_;
  a.cue = at(colon).span;
  a.speaker = speaker_span({0, colon});
  a.content = spans_of({colon + 1, size_});
  if (a.content.empty()) return;
  a.form = form_of(a.content);
  a.rule = "label with colon";
  out_.push_back(std::move(a));
}

// A Polish noun or adjective in the case of what belongs to another: magazynu, spółki, celnej.
bool SentenceReader::is_genitive(int i) const {
  const std::string_view word = fold(i);
  for (const std::string_view ending : {"a", "u", "y", "i", "ego", "ej", "ych", "ich", "ów"})
    if (word.ends_with(ending)) return true;
  return false;
}

bool SentenceReader::read_prep(const Cue& cue) {
  Range speaker;
  if (frame(cue, "post")) {  // X'e göre: the speaker stands before
    speaker = subject_left(cue);
    if (speaker.empty()) return true;
  } else if (frame(cue, "own")) {  // по его словам
    speaker = {cue.unit, cue.unit + 1};
  } else {
    speaker = phrase_right(cue.group.end);
    if (speaker.empty()) return true;
    bool person = false;
    for (int i = speaker.begin; i < speaker.end; ++i)
      person = person || at(i).is(Kind::kPerson) || at(i).is(Kind::kSpokesman);
    if (person && speaker.end + 1 < size_ && is_comma_mark(at(speaker.end).mark) &&
        is_name(speaker.end + 1)) {  // بحسب محامية المصفاة، سلمى القادري،
      int k = speaker.end + 1;
      while (k < size_ && is_name(k)) ++k;
      if (k >= size_ || is_boundary(k)) speaker.end = k;
    }
  }
  Attribution a;
  a.act = act_of(*cue.lexeme);
  a.speaker = speaker_span(speaker);
  if (frame(cue, "own")) {
    const Unit& unit = at(cue.unit);
    for (uint32_t t = unit.token; t < unit.token_end; ++t) {
      std::vector<Found> found;
      Lexicon::of(text_.language).find(text_.tokens, t, t + 1, found);
      for (const Found& f : found)
        if (f.lexeme->kind == Kind::kPossessive) a.speaker = {text_.tokens[t].begin, text_.tokens[t].end};
    }
  }
  a.rule = "according to";
  int left_begin = segment_begin(cue.unit);
  for (const Cue& other : cues_)
    if (other.unit < cue.unit && other.done) {
      for (int i = other.unit; i < cue.unit; ++i)
        if (at(i).is(Kind::kConjunction) && i > left_begin && is_comma_mark(at(i - 1).mark)) left_begin = i + 1;
    }
  int after = std::max(speaker.end, cue.group.end);
  for (; after < size_ && (skipped_[after] || (grammar_.is_wide && at(after).is(Kind::kCue))); ++after)
    skipped_[after] = true;  // 据官员说，
  // a relative clause on the speaker: Selon une note, dont …, X a vendu
  if (after + 1 < size_ && is_comma_mark(at(after).mark) &&
      (at(after + 1).is(Kind::kSubordinator) || is_relative(after + 1)) && cue.unit <= 1) {
    int k = after + 1;
    while (k < size_ && !is_comma_mark(at(k).mark)) ++k;
    if (k < size_ - 1) after = k;
  }
  int begin = cue.unit;
  while (begin > left_begin && (is_comma_mark(at(begin - 1).mark) || at(begin - 1).is(Kind::kSubordinator))) --begin;
  if (frame(cue, "post")) begin = std::min(begin, speaker.begin);
  const bool at_head = begin - left_begin <= 1 || trimmed({left_begin, begin}).empty();
  if (!at_head) {
    a.content = spans_of({left_begin, begin});
    if (after < size_ && (is_comma_mark(at(after).mark) || grammar_.comma_before_that || grammar_.is_wide)) {
      const int end = clause_end(after, cue);
      if (end - after > 1 && !at(after + 1).is(Kind::kConjunction))
        for (const Span& span : spans_of({after, end})) a.content.push_back(span);
    } else if (after < size_ && at(cue.unit).token > at(begin).token + 0 && !is_boundary(after) &&
               cue.group.begin > 0 && !is_comma_mark(at(cue.group.begin - 1).mark)) {
      const int end = clause_end(after, cue);  // soll nach Angaben eines Nachbarn ausgezogen sein
      for (const Span& span : spans_of({after, end})) a.content.push_back(span);
    }
  } else {
    if (after >= size_ - 1 && !frame(cue, "post")) {  // Według dwóch urzędników spółka X wysłała …: no comma between
      bool noun = false;
      for (int i = speaker.begin; i + 2 < speaker.end; ++i) {
        const bool starts =
            noun && !at(i).is(Kind::kAdjective) &&
            (((at(i).is(Kind::kCompany) || at(i).is(Kind::kBody)) && !at(i - 1).is(Kind::kDocument)) ||
             (is_name(i) && !is_name(i - 1) && !at(i - 1).is(Kind::kDocument)) || at(i).is(Kind::kDeterminer)) &&
            !at(i - 1).is(Kind::kPreposition) && !at(i - 1).is(Kind::kDeterminer);
        if (starts) {
          speaker.end = after = i;
          a.speaker = speaker_span(speaker);
          break;
        }
        noun = noun || is_speaker_noun(i);
      }
      // Zdaniem byłego kierownika magazynu metki wymieniano: the head, one noun that belongs to it, and a clause
      if (after >= size_ - 1 && text_.language == "pl") {
        int head = speaker.begin;
        while (head < speaker.end && !is_speaker_noun(head)) ++head;
        int next = head + 1;
        while (next < speaker.end && (at(next).is(Kind::kAdjective) || is_name(next))) ++next;
        if (next == head + 1 && next < speaker.end && is_genitive(next)) ++next;
        while (next < speaker.end && (at(next).is(Kind::kAdjective) || is_name(next))) ++next;
        if (head < speaker.end && speaker.end - next >= 2) {
          speaker.end = after = next;
          a.speaker = speaker_span(speaker);
        }
      }
    }
    const int from = content_begin(after);
    a.content = spans_of({from, clause_end(from, cue)});
  }
  if (a.content.empty()) return true;
  finish(a, cue);
  if (cue.group.end > cue.unit + 1) out_.back().cue.end = at(cue.unit).span.end;
  return true;
}

bool SentenceReader::read_passive(const Cue& cue, Attribution& a) {
  const bool by_next = cue.group.end < size_ && at(cue.group.end).is(Kind::kBy);
  const Act act = act_of(*cue.lexeme);
  if (!cue.be && !(by_next && (act == Act::kWarn || act == Act::kAccuse || frame(cue, "np") || frame(cue, "voice"))))
    return false;
  if (fold(cue.unit).ends_with("ing")) return false;
  int by = -1;
  for (int i = cue.unit + 1; i < size_ && i < cue.unit + 8 && !(is_boundary(i) && !is_comma_mark(at(i).mark)); ++i)
    if (at(i).is(Kind::kBy)) {
      by = i;
      break;
    }
  if (by < 0) return cue.be;  // an agentless passive says nothing of who speaks
  if (by + 1 < size_ && fold(by + 1).ends_with("ing")) return cue.be && !by_next;
  Range agent = phrase_right(by + 1);
  if (agent.empty()) return true;
  if (agent.end < size_ && is_comma_mark(at(agent.end).mark) && agent.end + 1 < size_ &&
      is_name(agent.end + 1)) {  // por la fiscal, Carmen Oriol,
    int k = agent.end + 1;
    while (k < size_ && (is_name(k) || at(k).is(Kind::kPreposition))) ++k;
    if (k >= size_ || is_boundary(k)) agent.end = k;
  }
  a.speaker = speaker_span(agent);
  a.by_passive = true;
  Range subject = subject_left(cue);
  a.addressee = speaker_span(subject);
  a.rule = "passive, by";
  const int end = clause_end(agent.end, cue);
  a.content = spans_of({agent.end, end});
  if (a.content.empty() &&
      act == Act::kAccuse) {  // par le parquet de contrebande: what of stands behind its preposition
    int of = agent.end - 1;
    while (of > agent.begin && !at(of).is(Kind::kPreposition)) --of;
    if (of > agent.begin) {
      a.speaker = speaker_span({agent.begin, of});
      a.content = spans_of({of, agent.end});
    }
  }
  if (frame(cue, "voice") || a.content.empty()) {
    // It was first voiced by X: what the sentence before calls a suspicion or claim
    if (number_ > 0) {
      const Sentence& before = sentences_[number_ - 1];
      for (size_t i = 0; i + 2 < before.units.size(); ++i)
        if (before.units[i].is(Kind::kClaimNoun) && before.units[i + 1].is(Kind::kThat)) {
          size_t k = i + 1;
          while (k < before.units.size() && !is_terminal_mark(before.units[k].mark) &&
                 !is_comma_mark(before.units[k].mark) && !(before.units[k].is(Kind::kAuxiliary) && k > i + 3))
            ++k;
          a.content = {{before.units[i + 1].span.begin, before.units[k - 1].span.end}};
        }
    }
    if (a.content.empty() && !subject.empty()) a.content = {a.addressee}, a.addressee = {};
  }
  if (a.content.empty()) return true;
  finish(a, cue);
  return true;
}

// Asked whether …, he declined: a question without an asker.
void SentenceReader::read_asked(const Cue& cue) {
  Attribution a;
  a.act = Act::kAsk;
  a.rule = "asked, without an asker";
  int end = cue.group.end;
  while (end < size_ && !(is_comma_mark(at(end).mark)) && !is_terminal_mark(at(end).mark) &&
         !is_colon_mark(at(end).mark))
    ++end;
  // commas inside the question: it ends where the next cue's subject begins
  for (const Cue& other : cues_) {
    if (other.unit <= end) continue;
    const Range subject = subject_left(other);
    const int start = subject.empty() ? other.group.begin : subject.begin;
    if (start - 1 > end && is_comma_mark(at(start - 1).mark) && start - 1 - end < 20 && false) end = start - 1;
    break;
  }
  if (end >= size_ && text_.language == "en") {  // Asked for the invoices he hung up
    for (int i = cue.group.end + 1; i < size_; ++i)
      if (at(i).is(Kind::kPronoun) && !at(i).is(Kind::kDeterminer) && has_cue_between(i + 1, std::min(size_, i + 4))) {
        end = i;
        break;
      }
  }
  const int from = text_.language == "en" && text_.view(at(cue.unit).span).find(' ') != std::string_view::npos
                       ? cue.unit
                       : cue.group.end;
  a.content = spans_of({from, end});
  if (from == cue.unit && !a.content.empty()) {  // "asked whether": the cue is the first word, the rest is content
    const uint32_t second = at(cue.unit).token + 1;
    if (second < at(cue.unit).token_end) a.content.front().begin = text_.tokens[second].begin;
  }
  if (a.content.empty()) return;
  finish(a, cue);
  if (from == cue.unit) out_.back().cue.end = text_.tokens[at(cue.unit).token].end;
}

void SentenceReader::read_cue(size_t number) {
  Cue& cue = cues_[number];
  cue.done = true;
  if (at(size_ - 1).mark == U'?' && cue.unit > 0) return;  // the narrator's question
  if (text_.language == "en" && cue.group.begin > 0 && is_relative(cue.group.begin - 1) &&
      !(cue.group.end < size_ && at(cue.group.end).is(Kind::kThat)))
    return;
  Attribution a;
  a.act = act_of(*cue.lexeme);
  if (frame(cue, "prep")) {
    read_prep(cue);
    return;
  }
  if (cue.negated) {
    const int act = negated_act(cue);
    if (act < 0) return;
    a.act = static_cast<Act>(act);
    a.rule = "negated";
  }
  if (frame(cue, "none")) {
    const int end = clause_end(cue.unit + 1, cue);
    a.act = Act::kDecline;
    a.rule = "no word on";
    a.content = spans_of({cue.unit + 1, end});
    if (a.content.empty()) a.content = {at(cue.unit).span};
    int from = cue.unit + 1;
    if (from < size_ && at(from).is(Kind::kPreposition)) ++from;
    if (frame(cue, "from") || text_.tokens[at(cue.unit).token_end - 1].fold == "from")
      a.speaker = speaker_span(phrase_right(from));
    finish(a, cue);
    return;
  }
  if (frame(cue, "ask") || (frame(cue, "inf") && a.act == Act::kRequest)) {
    const Range subject = subject_left(cue);
    const bool bare =
        frame(cue, "bare") || (subject.empty() && (cue.group.begin == 0 || is_boundary(cue.group.begin - 1) ||
                                                   at(cue.group.begin - 1).is(Kind::kSubordinator) ||
                                                   at(cue.group.begin - 1).is(Kind::kConjunction)));
    if (frame(cue, "bare") &&
        !(cue.group.begin <= 1 || is_boundary(cue.group.begin - 1) || at(cue.group.begin - 1).is(Kind::kSubordinator) ||
          at(cue.group.begin - 1).is(Kind::kConjunction) || grammar_.is_wide))
      return;
    const bool past = text_.language != "en" || fold(cue.unit) == "asked" || fold(cue.unit) == "questioned";
    if (bare && past && (frame(cue, "ask") || fold(cue.unit) == "asked") && !cue.be) {
      const bool start = cue.group.begin == 0 || (cue.group.begin <= 2 && number == 0) || frame(cue, "bare") ||
                         is_comma_mark(at(cue.group.begin - 1).mark) || at(cue.group.begin - 1).is(Kind::kSubordinator);
      if (start && !(cue.group.end < size_ && is_boundary(cue.group.end))) {
        read_asked(cue);
        return;
      }
    }
  }
  if (frame(cue, "voice") && !cue.be) return;
  if (frame(cue, "passive")) {
    a.is_hedged = true;
  } else if (!frame(cue, "quoted") && !frame(cue, "inf") && !frame(cue, "bare") && read_passive(cue, a)) {
    return;
  } else if (frame(cue, "inf") && cue.be && a.act != Act::kDecline) {
    return;
  }
  if (frame(cue, "show")) a.needs_document = true;
  if (grammar_.marks_object) {
    read_persian(cue, std::move(a));
    return;
  }
  if (grammar_.verb_last) {
    read_verb_last(cue, std::move(a));
    return;
  }
  read_statement(cue, std::move(a));
}

// Kanal Körfez'e: a name with the ending of whom something is told.
bool SentenceReader::is_dative(int i) const {
  const std::string_view word = fold(i);
  for (const std::string_view ending : {"'e", "'a", "'ye", "'ya", "’e", "’a", "’ye", "’ya", "'ne", "'na"})
    if (word.ends_with(ending)) return true;
  return false;
}

// Turkish: subject, content, verb. The subject ends with its comma, or with its last noun or name.
void SentenceReader::read_verb_last(const Cue& cue, Attribution a) {
  int begin = segment_begin(cue.unit);
  for (const Cue& other : cues_)
    if (other.unit < cue.unit && other.done && !frame(other, "post")) begin = std::max(begin, other.unit + 1);
  while (begin < cue.unit && (!at(begin).is_word() && at(begin).quote < 0)) ++begin;
  const auto noun = [&](int i) { return is_name(i) || is_speaker_noun(i); };
  int end = begin;
  for (int i = begin; i < cue.group.begin; ++i)
    if (is_comma_mark(at(i).mark)) {
      bool any = false;
      for (int k = begin; k < i; ++k) any = any || noun(k);
      if (any && i - begin <= 14) end = i;
      break;
    }
  if (end == begin) {
    int i = begin;
    const auto topic = [&](int k) { return fold(k) == "ise" || fold(k) == "da" || fold(k) == "de"; };
    while (i < cue.group.begin && at(i).is_word() && !topic(i) &&
           (noun(i) || at(i).is(Kind::kDeterminer) || at(i).is(Kind::kAdjective) || at(i).is(Kind::kPossessive) ||
            fold(i).starts_with("'") || (at(i).is(Kind::kPronoun) && i == begin) ||
            (i + 1 < cue.group.begin && noun(i + 1) && !at(i).is(Kind::kClaimNoun) && i < begin + 3))) {
      ++i;
      if (noun(i - 1) || fold(i - 1).starts_with("'") || at(i - 1).is(Kind::kPronoun)) end = i;
    }
  }
  if (begin < cue.group.begin && (at(begin).quote >= 0 || (begin > 0 && is_quote_mark(at(begin - 1).mark)))) {
    int k = begin;  // “…” diye ekledi: a quotation is no subject, unless a noun or name follows its marks
    while (k < cue.group.begin && at(k).quote < 0 && !is_quote_mark(at(k).mark)) ++k;
    bool behind = false;
    for (int n = k + 1; n < cue.group.begin; ++n) behind = behind || noun(n);
    if (!behind || fold(cue.group.begin - 1) == "diye") end = begin;
  }
  // eski bir çalışan Kanal Körfez'e, …: told whom
  int told = end;
  for (int i = begin + 1; i < end; ++i)
    if (is_name(i) && !is_name(i - 1) && (at(i - 1).is(Kind::kPerson) || at(i - 1).is(Kind::kSpokesman)) &&
        (is_dative(end - 1) || at(end - 1).is(Kind::kMedia))) {
      told = i;
      break;
    }
  if (told < end) a.addressee = speaker_span({told, end});
  Range subject = trimmed({begin, told});
  Range rest{end, cue.group.begin};
  int comma = cue.group.begin - 1;
  while (comma > begin && !is_comma_mark(at(comma).mark) && at(comma).quote < 0) --comma;
  bool person = false;
  for (int i = comma + 1; i < cue.group.begin; ++i)
    person = person || at(i).is(Kind::kPerson) || at(i).is(Kind::kSourceWord) || at(i).is(Kind::kSpokesman);
  if (comma > begin && is_comma_mark(at(comma).mark) && person && cue.group.begin - comma <= 6 &&
      speaks({cue.group.begin - 1, cue.group.begin})) {  // …, iki yetkili söyledi
    subject = trimmed({comma + 1, cue.group.begin});
    rest = {begin, comma};
  }
  a.speaker = speaker_span(subject);
  if (a.speaker.empty()) a.takes_speaker_before = true;
  if (a.rule.empty()) a.rule = "subject content verb";
  if (end < cue.group.begin && end > begin && (fold(end) == "ise" || fold(end) == "da" || fold(end) == "de"))
    ++rest.begin;  // Savcılık ise …: sets off the subject
  while (rest.size() > 1 && (fold(rest.end - 1) == "diye" || is_quote_mark(at(rest.end - 1).mark)) && rest.begin > 0 &&
         is_quote_mark(at(rest.begin - 1).mark))
    --rest.end;  // “…” diye ekledi
  for (int i = rest.begin; i < rest.end; ++i)
    if (at(i).quote >= 0) a.content.push_back(quotes_[at(i).quote].inner);
  if (a.content.empty()) a.content = spans_of(rest);
  if (a.content.empty() && a.act == Act::kDecline) a.content = {at(cue.unit).span};
  if (a.content.empty()) {  // Şirket yalanladı.
    if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.points_back = true;
  }
  if (frame(cue, "call") && a.act == Act::kAssert) {
    if (calls_claim(rest)) a.act = Act::kDismiss;
    for (int i = rest.begin; i < rest.end; ++i)
      if (at(i).is(Kind::kFalsehood)) a.act = Act::kDismiss;
  }
  if (!a.content.empty()) finish(a, cue);
}

// Where the subject that begins at `begin` ends: behind its name, state or adjective, or where no noun of a speaker is.
int SentenceReader::persian_subject_end(int begin, int end) const {
  int i = begin;
  bool noun = false, closed = false;  // closed: a name or an adjective ends the chain of nouns
  for (; i < end; ++i) {
    const Unit& unit = at(i);
    if (is_quote_mark(unit.mark)) {
      int k = i + 1;
      while (k < end && !is_quote_mark(at(k).mark)) ++k;
      i = k, noun = closed = true;
      continue;
    }
    if (unit.mark != 0 || unit.quote >= 0 || unit.is(Kind::kClaimNoun)) break;
    if (unit.is(Kind::kAnaphor) && !(noun && fold(i) == "\u0622\u0646")) break;  // but: مدیرعامل آن
    const bool names = is_name(i) || unit.is(Kind::kAdjective);
    if (is_speaker_noun(i) || names) {
      if (closed && !names && !unit.is(Kind::kTitle)) break;
      noun = true;
      closed = closed || names;
      continue;
    }
    if (unit.is(Kind::kDeterminer) && !noun) continue;
    if (unit.is(Kind::kPronoun) && i == begin) return i + 1;
    if (unit.is(Kind::kPossessive) || (noun && fold(i) == "\u0622\u0646")) {  // مدیرعامل آن
      closed = true;
      continue;
    }
    if (noun && !closed && !is_function(i) && i + 1 < end) continue;  // وزارت بازرگانی
    if (unit.is(Kind::kConjunction) && noun && i + 1 < end && (is_name(i + 1) || is_speaker_noun(i + 1))) {
      closed = false;
      continue;
    }
    break;
  }
  return noun ? std::min(i, end) : begin;
}

// Persian: subject, whom, object را verb, and what is said behind the verb: گفت که …
void SentenceReader::read_persian(const Cue& cue, Attribution a) {
  int begin = segment_begin(cue.unit);
  for (const Cue& other : cues_)
    if (other.unit < cue.unit && other.done && !frame(other, "prep")) begin = std::max(begin, other.after);
  for (int i = begin; i < cue.unit; ++i)
    if (at(i).quote >= 0 && i + 1 < cue.unit && speaks({i + 1, cue.unit})) begin = i;  // «…» X گفت
  const int first = begin;
  const auto skip = [&](int i) {
    while (i < cue.group.begin &&
           ((at(i).mark != 0 && !is_quote_mark(at(i).mark)) || at(i).quote >= 0 || at(i).is(Kind::kConjunction) ||
            (at(i).is(Kind::kAdverb) && !is_speaker_noun(i)) || at(i).is(Kind::kTime) || skipped_[i]))
      ++i;
    return i;
  };
  begin = skip(begin);
  // content, subject verb.: what stands before the last comma is said
  int comma = cue.group.begin - 1;
  while (comma > begin && !is_comma_mark(at(comma).mark)) --comma;
  const bool last = cue.after >= size_ || is_terminal_mark(at(cue.after).mark);
  std::vector<Span> before;
  if (last && comma > begin + 3 && comma + 1 < cue.group.begin && frame(cue, "say") &&
      persian_subject_end(comma + 1, cue.group.begin) > comma + 1) {
    before = spans_of({first, comma});
    begin = comma + 1;
  }
  int end = persian_subject_end(begin, cue.group.begin);
  // مدیرعامل آن، X، گفت: the name in apposition
  if (end > begin && end < cue.group.begin && is_comma_mark(at(end).mark)) {
    const int named = persian_subject_end(end + 1, cue.group.begin);
    if (named > end + 1 && named - end < 8) end = named;
  }
  const bool says_behind = cue.after < size_ && (at(cue.after).is(Kind::kThat) || is_colon_mark(at(cue.after).mark));
  if (says_behind && end > begin && end + 1 == cue.group.begin && at(end).is_word() && !is_function(end))
    end = cue.group.begin;  // وزیر خارجه گفت: nothing else can stand there
  Range rest{skip(end), cue.group.begin};
  a.speaker = speaker_span({begin, end});
  a.is_strong = frame(cue, "strong");
  a.takes_speaker_before = a.speaker.empty();
  if (a.rule.empty()) a.rule = "subject object verb";
  if (frame(cue, "say") && !rest.empty() && fold(rest.begin) == "\u0628\u0647") {  // به روزنامه «آفتاب» گفت
    int to = rest.begin + 1;
    while (to < rest.end && (!at(to).is(Kind::kPreposition) || to == rest.begin + 1) && !is_comma_mark(at(to).mark))
      ++to;
    a.addressee = speaker_span({rest.begin + 1, to});
    rest.begin = to;
  }
  int object_end = -1;
  for (int i = rest.begin; i < cue.unit; ++i)
    if (fold(i) == "\u0631\u0627") object_end = i;
  const int after = cue.after;
  const std::optional<int> that = find_that(after, cue);
  const bool call = frame(cue, "call");
  if (that) {
    a.content = spans_of({*that, clause_end(*that, cue)});
    if (object_end > rest.begin && a.act == Act::kAccuse) a.addressee = speaker_span({rest.begin, object_end});
  } else if (after < size_ && (is_colon_mark(at(after).mark) || at(after).quote >= 0)) {
    const int from = is_colon_mark(at(after).mark) ? after + 1 : after;
    if (from < size_ && at(from).quote >= 0) {
      a.content = {quotes_[at(from).quote].inner};
    } else if (from < size_) {
      a.content = spans_of({from, clause_end(from, cue)});
    }
  } else if (call) {
    a.content = spans_of({rest.begin, cue.unit});
    if (calls_claim({rest.begin, cue.unit})) a.act = Act::kDismiss;
    for (int i = rest.begin; i < cue.unit; ++i)
      if (at(i).is(Kind::kFalsehood)) a.act = Act::kDismiss;
  } else if (object_end > rest.begin && object_end + 1 < cue.unit && at(object_end + 1).is(Kind::kThat)) {
    a.content = spans_of({rest.begin, cue.unit});  // این ادعا را که … رد کرد
  } else if (object_end > rest.begin && a.act == Act::kAccuse) {
    a.addressee = speaker_span({rest.begin, object_end});
    a.content = spans_of({rest.begin, cue.unit});
  } else if (object_end > rest.begin) {
    a.content = spans_of({rest.begin, object_end});
  } else if (!before.empty()) {
    a.content = std::move(before);
  } else if (a.act == Act::kRequest && after < size_ && !is_boundary(after)) {
    if (!rest.empty()) a.addressee = speaker_span(rest);
    a.content = spans_of({after, clause_end(after, cue)});
  } else {
    for (int i = first; i < cue.unit; ++i)
      if (at(i).quote >= 0) a.content.push_back(quotes_[at(i).quote].inner);
    if (a.content.empty()) a.content = spans_of({rest.begin, cue.unit});
    if (a.content.empty() && after < size_ && !is_boundary(after) && !at(after).is(Kind::kConjunction) &&
        frame(cue, "say"))
      a.content = spans_of({after, clause_end(after, cue)});
    if (a.content.empty() && a.act == Act::kDecline) a.content = {at(cue.unit).span};
    if (a.content.empty() && (a.act == Act::kDeny || a.act == Act::kConfirm))
      if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.points_back = true;
  }
  if (!a.content.empty()) finish(a, cue);
}

// Die Firma wurde von X beschuldigt, …: the agent stands between auxiliary and participle. Returns whether the clause
// is a passive; one without an agent says nothing of who speaks.
bool SentenceReader::read_german_passive(const Cue& cue, Attribution& a) {
  int aux = cue.group.begin - 1;
  while (aux >= 0 && !is_boundary(aux) && fold(aux) != "wurde" && fold(aux) != "wurden" && fold(aux) != "wird" &&
         fold(aux) != "werden")
    --aux;
  if (aux < 0 || is_boundary(aux) || (cue.after < size_ && !is_boundary(cue.after))) return false;
  int by = aux + 1;
  while (by < cue.group.begin && !at(by).is(Kind::kBy)) ++by;
  if (by >= cue.group.begin) return true;
  const Range agent = phrase_right(by + 1);
  if (agent.empty()) return true;
  const int agent_end = std::min(agent.end, cue.group.begin);
  a.speaker = speaker_span({agent.begin, agent_end});
  a.by_passive = true;
  a.rule = "passive, by";
  int begin = aux;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  a.addressee = speaker_span(trimmed({begin, aux}));
  if (agent_end < cue.group.begin) a.content = spans_of({agent_end, cue.group.begin});
  if (a.content.empty() && cue.after < size_ && is_comma_mark(at(cue.after).mark))
    a.content = spans_of({cue.after + 1, clause_end(cue.after + 1, cue)});
  if (!a.content.empty()) finish(a, cue);
  return true;
}

void SentenceReader::read_statement(const Cue& cue, Attribution a) {
  if (text_.language == "de" && read_german_passive(cue, a)) return;
  Range left = subject_left(cue);
  int after = cue.after;
  std::vector<Span> fronted;  // content that stands before the verb
  Range german_object;
  if (text_.language == "de") {
    const Range subject = german_subject(cue, german_object);
    if (!subject.empty()) left = subject;
  }
  split_left(cue, left, fronted);
  const bool after_relative = text_.language != "en" && !grammar_.verb_first && cue.group.begin > 1 &&
                              is_relative(cue.group.begin - 1) && is_comma_mark(at(cue.group.begin - 2).mark);
  if (after_relative) left = {cue.group.begin, cue.group.begin};  // …, qui évoque …: who spoke before
  const bool pronoun_joint = grammar_.verb_first && cue.group.begin > 0 &&
                             at(cue.group.begin - 1).is(Kind::kConjunction) && ends_with_pronoun(cue.group.begin - 1);
  const int chunk = left.empty() ? cue.group.begin : left.begin;
  int joint = chunk - 1;
  while (joint >= 0 && at(joint).is_word() &&
         (at(joint).is(Kind::kSubordinator) || at(joint).is(Kind::kAdverb) || at(joint).is(Kind::kTime)))
    --joint;
  const bool after_quote =
      joint >= 0 && (at(joint).quote >= 0 || (is_comma_mark(at(joint).mark) && joint > 0 && at(joint - 1).quote >= 0) ||
                     (is_dash_mark(at(joint).mark) && joint > 0 &&
                      (at(joint - 1).quote >= 0 || (joint > 1 && at(joint - 2).quote >= 0))));
  const bool after_comma = joint > 0 && (is_comma_mark(at(joint).mark) || is_dash_mark(at(joint).mark) ||
                                         is_terminal_mark(at(joint).mark) || is_quote_mark(at(joint).mark));
  const bool tail_able = after_quote || after_comma;

  Range right{after, after};
  bool left_speaks = !left.empty() && speaks(left);
  if (left_speaks && text_.language != "en" && at(left.begin).is(Kind::kAnaphor) &&
      at(left.begin).token_end > at(left.begin).token + 1)
    left_speaks = false;  // про це
  if (left_speaks && text_.language != "en" && at(left.begin).is(Kind::kPreposition) &&
      !at(left.begin).is(Kind::kPlace) && !at(left.begin).is(Kind::kDeterminer) && !frame(cue, "locative"))
    left_speaks = false;
  const bool may_invert = text_.language != "en" || tail_able;
  bool inverted = false;
  if (frame(cue, "so")) {
    const Range named = phrase_right(after);
    int end = named.end;
    while (end < size_ && at(end).is(Kind::kAdverb)) ++end;
    if (!tail_able || named.empty() || !speaks(named) || !(end >= size_ || is_boundary(end))) return;
    right = {named.begin, end};
    inverted = true;
  } else if (!cue.middle.empty() && !left_speaks && !frame(cue, "via") &&
             speaks(phrase_right(cue.middle.begin))) {  // ließ Rost offen
    right = phrase_right(cue.middle.begin);
    right.end = std::min(right.end, cue.middle.end);
    if (at(right.begin).is(Kind::kPronoun)) right.end = right.begin + 1;
    inverted = true;
    if (!left.empty()) fronted.push_back(span_of(left));
  } else if (pronoun_joint || after_relative) {
  } else if (frame(cue, "via")) {  // نقلت عن X قوله إن: a medium passes on the words of X
    right = phrase_right(after);
    a.medium = speaker_span(left.empty() ? cue.middle : left);  // نقلت صحيفة عن: the medium stands amid the cue
    inverted = true;
  } else if ((left.empty() || grammar_.verb_first || !left_speaks) && may_invert && after < size_ &&
             !grammar_.is_wide && !grammar_.verb_last) {
    Range candidate = phrase_right(after);
    const bool prepositional =
        !candidate.empty() && at(candidate.begin).is(Kind::kPreposition) && !at(candidate.begin).is(Kind::kDeterminer);
    bool speaks = false;
    for (int i = candidate.begin; i < candidate.end && !prepositional; ++i)
      speaks = speaks || is_name(i) || is_speaker_noun(i) || (at(i).is(Kind::kPronoun) && i == candidate.begin);
    const bool object_frame =
        frame(cue, "np") || frame(cue, "call") || frame(cue, "accuse") || frame(cue, "inf") || frame(cue, "tell");
    if (grammar_.verb_first && object_frame && !candidate.empty())
      speaks = is_name(candidate.begin) || is_speaker_noun(candidate.begin) || is_quote_mark(at(candidate.begin).mark);
    if (grammar_.verb_first && !candidate.empty() && !is_name(candidate.begin) && !is_speaker_noun(candidate.begin)) {
      const std::string_view word = fold(candidate.begin);  // بنشر, للجنة: particles, no subject
      if (word.starts_with("\u0628") || word.starts_with("\u0644")) candidate.end = candidate.begin;
    }
    if (!prepositional && !candidate.empty() && (speaks || (grammar_.verb_first && left.empty() && !object_frame))) {
      if (!object_frame || grammar_.verb_first ||
          (candidate.size() >= 1 && (candidate.end >= size_ || is_boundary(candidate.end)) && tail_able) ||
          at(candidate.begin).is(Kind::kPronoun)) {
        right = candidate;
        inverted = true;
      }
    }
    const bool bare_object =
        grammar_.verb_first && frame(cue, "say") && !frame(cue, "via") && !find_that(after, cue) &&
        !(candidate.end < size_ && (is_colon_mark(at(candidate.end).mark) || at(candidate.end).quote >= 0));
    if (inverted && grammar_.verb_first &&
        (object_frame || bare_object)) {  // verb, subject, object: where does the subject end?
      int end = right.begin + 1;
      bool named = is_quote_mark(at(right.begin).mark);
      if (named) {
        while (end < right.end && !is_quote_mark(at(end).mark)) ++end;
        ++end;
      } else {
        while (end < right.end && !at(end).is(Kind::kDeterminer) && !at(end).is(Kind::kClaimNoun) &&
               !at(end).is(Kind::kPreposition) && !is_quote_mark(at(end).mark) &&
               (is_speaker_noun(end) || at(end).is(Kind::kAdjective) || is_speaker_noun(end - 1) || is_name(end)))
          ++end;
        if (end < right.end && is_quote_mark(at(end).mark) && is_speaker_noun(end - 1)) {  // منظمة «مكيال»
          ++end;
          while (end < right.end && !is_quote_mark(at(end).mark)) ++end;
          ++end;
          while (end < right.end && at(end).is_word() && !is_speaker_noun(end) && !is_function(end)) ++end;
        }
      }
      right.end = std::min(end, right.end);
      // ورفض محامي الشركة التعليق: an object there must be
      if (!named && right.end - right.begin > 1 && (right.end >= size_ || is_boundary(right.end)) &&
          !is_name(right.end - 1) && !is_speaker_noun(right.end - 1) && !at(right.end - 1).is(Kind::kAdjective))
        --right.end;
      // رفض مدير الشركة، حاتم البرهومي، هذه الاتهامات
      if (candidate.end < size_ && right.end == candidate.end && is_comma_mark(at(right.end).mark)) {
        int k = right.end + 1;
        while (k < size_ && !is_boundary(k) && k < right.end + 5) ++k;
        if (k < size_ && is_comma_mark(at(k).mark)) right.end = k + 1;
      }
    } else if (inverted && right.end + 1 < size_ && is_comma_mark(at(right.end).mark) &&
               (is_name(right.end + 1) || at(right.end + 1).is(Kind::kTitle))) {
      int k = right.end + 1;  // affirma le président, Jean Dupont
      while (k < size_ &&
             (is_name(k) || at(k).is(Kind::kTitle) || at(k).is(Kind::kPreposition) || at(k).mark == U'.')) {
        if (at(k).mark == U'.' && (k + 1 >= size_)) break;
        ++k;
      }
      bool person = false;
      for (int i = right.begin; i < right.end; ++i)
        person = person || at(i).is(Kind::kPerson) || at(i).is(Kind::kSpokesman) || at(i).is(Kind::kBody);
      if (person && (k >= size_ || is_boundary(k))) right.end = k;
    } else if (inverted && text_.language == "de" && right.end + 1 < size_ && is_comma_mark(at(right.end).mark) &&
               at(right.end + 1).is(Kind::kPerson)) {
      int k = right.end + 1;
      while (k < size_ && !is_boundary(k)) ++k;
      if (k < size_ && is_comma_mark(at(k).mark) && right.size() <= 4) right.end = k;
    }
  }
  Range speaker = inverted ? trimmed(right) : left;
  if (inverted) after = std::max(right.end, after);
  if (inverted && !left.empty() && !left_speaks && !frame(cue, "via")) {
    // Namen wollte er nicht nennen: what stands before the verb is content
  }
  a.speaker = speaker_span(speaker);
  if (frame(cue, "only") && a.act == Act::kDecline) {  // the letter did not explain why: no refusal
    bool document = false, person = false;
    for (int i = speaker.begin; i < speaker.end; ++i) {
      document = document || at(i).is(Kind::kDocument);
      person = person || at(i).is(Kind::kPerson) || at(i).is(Kind::kBody) || at(i).is(Kind::kCompany) || is_name(i);
    }
    if (document && !person) return;
  }
  if (a.speaker.empty() && frame(cue, "show")) return;
  if (frame(cue, "show") && speaker.size() == 1 && at(speaker.begin).is(Kind::kPronoun)) return;
  a.is_strong = frame(cue, "strong");
  a.is_reply = frame(cue, "reply");
  if (a.speaker.empty()) {
    const bool joined = cue.group.begin > 0;
    a.takes_speaker_before = true;
    if (!joined && !grammar_.drops_subject) return;
    if (a.rule.empty()) a.rule = "subject of the clause before";
  }

  // the addressee of "told X that …"
  const bool only_quoted = after_quote && left.empty() && inverted && text_.language != "ar";
  const std::optional<int> that =
      (frame(cue, "np") && !frame(cue, "say")) || only_quoted ? std::nullopt : find_that(after, cue);
  if (frame(cue, "tell") && after < size_ && !is_boundary(after)) {
    int end = after;
    if (that) {
      end = *that;
    } else {
      while (end < size_ && !is_boundary(end)) {
        const bool starts_clause =
            end > after &&
            ((at(end).is(Kind::kPronoun) && !at(end).is(Kind::kDeterminer)) || at(end).is(Kind::kPossessive) ||
             (at(end).is(Kind::kDeterminer) && !at(end).is_capital && !at(end - 1).is(Kind::kPreposition) &&
              !at(end - 1).is(Kind::kDeterminer)) ||
             (is_name(end) && !is_name(end - 1) && !at(end - 1).is(Kind::kDeterminer) &&
              !at(end - 1).is(Kind::kPreposition) && text_.language == "en"));
        if (starts_clause || (at(end).is(Kind::kPreposition) && end > after)) break;
        ++end;
      }
    }
    if (end > after) a.addressee = speaker_span(trimmed({after, end}));
    after = end;
    while (after < size_ && at(after).is(Kind::kPreposition) && !that) {  // told the court on Tuesday
      int k = after + 1;
      while (k < size_ && !is_boundary(k) &&
             (at(k).is(Kind::kTime) || at(k).is(Kind::kDeterminer) || text_.tokens[at(k).token].is_number))
        ++k;
      if (k == after + 1) break;
      after = k;
    }
  }

  if (that && *that > after && a.addressee.empty() && !frame(cue, "np")) {  // сказал газете «Мост», что …
    bool medium = false;
    for (int i = after; i < *that; ++i) medium = medium || at(i).is(Kind::kMedia) || at(i).is(Kind::kOutlet);
    if (medium) a.addressee = speaker_span({after, *that});
  }

  int stop = after;  // what stands between cue and the next boundary
  while (stop < size_ && !is_boundary(stop) &&
         !(at(stop).is(Kind::kConjunction) && (stop > after || has_cue_between(stop + 1, std::min(size_, stop + 3)))))
    ++stop;
  const bool nothing_right =
      !that && (stop == after || ((tail_able || after_quote ||
                                   (stop < size_ && (is_colon_mark(at(stop).mark) || at(stop).quote >= 0))) &&
                                  only_adverbial({after, stop})));
  const bool object = frame(cue, "np") || frame(cue, "call") || frame(cue, "accuse") || frame(cue, "inf") ||
                      frame(cue, "only") || (a.act == Act::kDecline && !after_quote);

  const auto take_left = [&] {
    int begin = segment_begin(joint + 1);
    for (const Attribution& before : out_)
      if (!before.content.empty() && before.cue.end < at(chunk).span.begin) {
        const uint32_t past = std::max(before.cue.end, before.needs_medium ? 0u : before.content.back().end);
        int k = begin;
        while (k < joint + 1 && at(k).span.begin < past) ++k;
        const bool has_more = k < joint;
        if (has_more && (is_comma_mark(at(k).mark) || at(k).is(Kind::kConjunction))) begin = k;
      }
    if (stop < size_ && is_comma_mark(at(stop).mark) && !after_quote)  // in the midst of a clause: that clause alone
      for (int i = begin + 1; i + 1 < joint; ++i)
        if (is_comma_mark(at(i).mark) && at(i + 1).is(Kind::kConjunction)) begin = i + 1;
    while (begin < joint && (at(begin).is(Kind::kConjunction) || is_comma_mark(at(begin).mark))) ++begin;
    bool quoted = false;
    for (int i = begin; i <= joint; ++i) quoted = quoted || at(i).quote >= 0;
    if (quoted && after_quote) {  // only the words of the quotation
      for (int i = begin; i <= joint; ++i)
        if (at(i).quote >= 0) a.content.push_back(quotes_[at(i).quote].inner);
    } else {
      for (const Span& span : spans_of({begin, joint + 1})) a.content.push_back(span);
    }
  };
  const auto take_after_tail = [&] {
    int i = stop;
    if (i >= size_) return;
    if (is_semicolon_mark(at(i).mark)) {  // they said; their client …
      if (!has_cue_between(i, size_) && !after_quote)
        for (const Span& span : spans_of({i + 1, size_})) a.content.push_back(span);
      return;
    }
    bool quote_left = after_quote;
    if (quote_left) {
      for (; i < size_ && !has_cue_between(i, i + 1); ++i)
        if (at(i).quote >= 0) {
          a.content.push_back(quotes_[at(i).quote].inner);
          break;
        }
      return;
    }
    if (!is_comma_mark(at(i).mark) && !is_dash_mark(at(i).mark)) return;
    const int begin = i + 1;
    if (begin >= size_ || (at(begin).is(Kind::kSubordinator) && !at(begin).is(Kind::kPreposition))) return;
    const int end = clause_end(begin, cue);
    if (end - begin < 1) return;
    if (at(begin).is(Kind::kConjunction)) {  // he said, and had been shown one
      if (has_cue_between(begin, size_) || begin + 1 >= size_ || !at(begin + 1).is(Kind::kAuxiliary)) return;
    }
    if (end < size_ && begin < end && has_cue_between(begin, end)) return;
    for (const Span& span : spans_of({begin, end})) a.content.push_back(span);
  };

  if (frame(cue, "so")) {
    a.rule = "so X";
    take_left();
    take_after_tail();
  } else if (!cue.middle.empty() &&
             (frame(cue, "np") || ((a.act == Act::kConfirm || a.act == Act::kDecline) && !that && stop == after)) &&
             !inverted) {  // wies die Vorwürfe zurück
    if (a.rule.empty()) a.rule = "object between the parts of the verb";
    a.content = spans_of(cue.middle);
  } else if (!german_object.empty() && object) {
    if (a.rule.empty()) a.rule = "object before the participle";
    a.content = spans_of(german_object);
  } else if (!fronted.empty() && (object || frame(cue, "call") || stop == after)) {
    if (a.rule.empty()) a.rule = "object before the verb";
    a.content = fronted;
    if (stop > after && !only_adverbial({after, stop}))
      for (const Span& span : spans_of({after, clause_end(after, cue)})) a.content.push_back(span);
    if (frame(cue, "call") && a.act == Act::kAssert) {
      if (!left.empty() && calls_claim({segment_begin(cue.unit), stop})) a.act = Act::kDismiss;
      for (int i = after; i < size_; ++i)
        if (at(i).is(Kind::kFalsehood)) a.act = Act::kDismiss;
    }
  } else if (object && !(nothing_right && stop == after)) {
    if (a.rule.empty()) a.rule = "subject verb object";
    if (grammar_.verb_first && frame(cue, "np"))  // تنفي شركة في دبي أنها …
      for (int i = after; i < size_ && i < after + 4 && !is_boundary(i); ++i)
        if (at(i).is(Kind::kThat) || at(i).is(Kind::kClaimNoun)) {
          after = i > after && at(i - 1).is(Kind::kDeterminer) ? i - 1 : i;  // هذه الأنباء
          break;
        }
    int end = clause_end(after, cue);
    if (frame(cue, "np") || frame(cue, "call")) {
      for (int i = after; i < end; ++i)
        if (is_colon_mark(at(i).mark)) end = i;
    }
    if (after < size_ && at(after).is(Kind::kAnaphor) && frame(cue, "np")) {
      const int next = after + 1;
      if (next >= end || is_boundary(next) || at(next).is(Kind::kConjunction) ||
          (at(next).is(Kind::kPreposition) && fold(next) != "as") || at(next).is(Kind::kTime))
        end = next;
    }
    // the allegation on Monday, without …: what follows a claim is no part of it
    if (frame(cue, "np") || frame(cue, "echo")) {
      int noun = after;
      while (noun < end && noun < after + 3 && !at(noun).is(Kind::kClaimNoun)) ++noun;
      for (int i = noun + 1; i + 1 < end && noun < after + 3; ++i) {
        if (at(i).is(Kind::kThat)) break;
        if ((at(i).is(Kind::kPreposition) && at(i + 1).is(Kind::kTime)) || fold(i) == "without") {
          end = i;
          break;
        }
      }
    }
    while (end - after > 1 && end - after < 8 && frame(cue, "np") && at(end - 1).is(Kind::kAdverb)) --end;
    a.content = spans_of({after, end});
    // „Sarnıçlı habe …“, bestritt X: an object that follows only a little adverbial belongs to the tail
    if (frame(cue, "call")) {
      bool worded = !frame(cue, "strict") &&
                    (text_.language != "en" || cue.group.begin < cue.unit);  // a group called X: no claim
      for (int i = after; i < end; ++i) {
        worded = worded || is_quote_mark(at(i).mark) || at(i).is(Kind::kFalsehood) || at(i).is(Kind::kClaimNoun) ||
                 fold(i) == "as";
        if (at(i).is(Kind::kFalsehood) && a.act == Act::kAssert) a.act = Act::kDismiss;
      }
      if (!worded) return;
      if (a.act == Act::kAssert && calls_claim({after, end})) a.act = Act::kDismiss;
    }
    if (a.content.empty() && tail_able) take_left();
    if (!left.empty() && inverted && !left_speaks && !frame(cue, "via"))
      a.content.insert(a.content.begin(), span_of(left));
  } else if (that) {
    if (a.rule.empty()) a.rule = "subject verb that";
    a.content = spans_of({*that, clause_end(*that, cue)});
  } else if (nothing_right && stop < size_ && (is_colon_mark(at(stop).mark) || (at(stop).quote >= 0 && !after_quote))) {
    if (a.rule.empty()) a.rule = "subject verb: quotation";
    const int begin = is_colon_mark(at(stop).mark) ? stop + 1 : stop;
    if (begin < size_ && at(begin).quote >= 0) {
      a.content = {quotes_[at(begin).quote].inner};
    } else if (begin < size_) {
      a.content = spans_of({begin, clause_end(begin, cue)});
    }
  } else if (stop == after && stop < size_ && is_comma_mark(at(stop).mark) && stop + 1 < size_ &&
             at(stop + 1).quote >= 0 && !after_quote) {
    if (a.rule.empty()) a.rule = "subject verb, quotation";
    a.content = {quotes_[at(stop + 1).quote].inner};
  } else if (nothing_right && stop < size_ && is_comma_mark(at(stop).mark) && !tail_able) {
    if (a.rule.empty()) a.rule = "subject verb, clause";
    a.content = spans_of({stop + 1, clause_end(stop + 1, cue)});
  } else if (nothing_right && grammar_.comma_before_that && stop < size_ && is_comma_mark(at(stop).mark) &&
             stop + 1 < size_ && !after_quote && !left.empty() && left_speaks && joint >= 0 &&
             at(joint).is(Kind::kConjunction)) {
    a.content = spans_of({stop + 1, clause_end(stop + 1, cue)});
    if (a.rule.empty()) a.rule = "subject verb, clause";
  } else if (nothing_right && tail_able) {
    if (a.rule.empty())
      a.rule = after_quote ? (inverted ? "quotation, verb subject" : "quotation, subject verb")
                           : (inverted ? "content, verb subject" : "content, subject verb");
    take_left();
    take_after_tail();
  } else if (nothing_right && object) {
    if (a.rule.empty()) a.rule = "object before the verb";
    // ce que conteste X; 公司负责人予以否认; which the company denies
    int end = chunk;
    while (end > 0 &&
           (at(end - 1).is(Kind::kSubordinator) || at(end - 1).is(Kind::kThat) || is_comma_mark(at(end - 1).mark)))
      --end;
    if (end > 0 && joint >= 0) a.content = spans_of({segment_begin(end), end});
    if (a.content.empty() && (a.act == Act::kDeny || a.act == Act::kAccuse || a.act == Act::kDismiss ||
                              a.act == Act::kConfirm))  // L’entreprise dément.
      if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.points_back = true;
  } else if (!nothing_right && frame(cue, "strict")) {
    return;
  } else if (!nothing_right) {
    if (a.rule.empty()) a.rule = "subject verb clause";
    const int begin = content_begin(after);
    a.content = spans_of({begin, clause_end(begin, cue)});
  }
  if (a.act == Act::kDecline) {
    // declined to answer: the question that was asked
    size_t words = 0;
    for (int i = after; i < stop; ++i) words += at(i).is_word();
    if (!fronted.empty()) {
      a.content = fronted;
    } else if (words <= 2 && !out_.empty() && out_.back().act == Act::kAsk) {
      a.content = out_.back().content;
    } else if (a.content.empty()) {
      a.content = {{at(cue.group.begin).span.begin, at(cue.unit).span.end}};
    }
  }
  if (a.act == Act::kDecline && a.content.size() == 1) {  // did not explicitly refute it
    for (int i = after; i < size_ && i <= after && cue.middle.empty() && !grammar_.verb_first; ++i)
      if (at(i).is(Kind::kAnaphor) && !at(i).is(Kind::kClaimNoun) && at(i).span.end >= a.content[0].end)
        a.content[0].begin = at(cue.group.begin).span.begin, a.points_back = true;
  }
  if (a.content.empty() && frame(cue, "say") && points_back_)  // Про це повідомили …
    if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.rule = "the sentence before";
  if (a.content.empty() && stop >= size_ - 1 && !after_quote && frame(cue, "say")) a.rule = "bare cue";
  if (a.content.empty() && a.rule != "bare cue") return;
  // said it did not comment
  if (a.act == Act::kAssert && !a.content.empty()) {
    for (const Cue& other : cues_) {
      const uint32_t at_byte = at(other.unit).span.begin;
      if (other.unit <= cue.unit || !other.negated || at_byte < a.content.front().begin ||
          at_byte > a.content.front().end)
        continue;
      if (!has_word(other.lexeme->detail, "only") && !has_word(other.lexeme->detail, "comment")) continue;
      if (at(other.group.begin).span.begin < a.content.front().begin + 24) a.is_withheld_comment = true;
    }
  }
  const int joint_unit = chunk - 1;
  a.is_nested =
      joint_unit >= 0 && (at(joint_unit).is(Kind::kThat) || (text_.language == "en" && is_relative(joint_unit)));
  finish(a, cue);
}

// What somebody is said to say inside the words of another: kept where it warns or accuses, or where the outer cue
// comes last.
void SentenceReader::drop_nested() {
  std::vector<bool> drop(out_.size(), false);
  for (size_t i = 0; i < out_.size(); ++i)
    for (size_t k = 0; k < out_.size(); ++k) {
      if (i == k || out_[k].act == Act::kDecline) continue;
      if (out_[k].cue.begin > out_[i].cue.begin && (out_[k].act == Act::kDeny || out_[k].act == Act::kDismiss))
        continue;  // ce que conteste X
      for (const Span& span : out_[k].content) {
        if (!(out_[i].cue.begin >= span.begin && out_[i].cue.end <= span.end)) continue;
        out_[i].is_nested = true;
        const bool outer_last = out_[k].cue.begin > out_[i].cue.begin;
        const Act act = out_[i].act;
        if (!outer_last && !(act == Act::kWarn && text_.language == "en" && fold_before(out_[i].speaker) == "that" &&
                             !out_[k].needs_medium))
          drop[i] = true;
        if (out_[i].speaker.empty() && !outer_last) drop[i] = true;
      }
    }
  size_t kept = 0;
  for (size_t i = 0; i < out_.size(); ++i)
    if (!drop[i]) {
      if (kept != i) out_[kept] = std::move(out_[i]);
      ++kept;
    }
  out_.resize(kept);
}

std::string_view SentenceReader::fold_before(Span span) const {
  for (int i = 1; i < size_; ++i)
    if (at(i).span.begin == span.begin) return fold(i - 1);
  return {};
}

// لكنه, غير أنها: a conjunction with its pronoun, so that no subject follows the verb.
bool SentenceReader::ends_with_pronoun(int i) const {
  const std::string_view word = text_.tokens[at(i).token_end - 1].fold;
  return word.ends_with("\u0646\u0647") || word.ends_with("\u0646\u0647\u0627") || word.ends_with("\u0646\u0647\u0645");
}

// hatte sechs Jahre gefordert: the subject stands before the auxiliary, the object between it and the participle.
SentenceReader::Range SentenceReader::german_subject(const Cue& cue, Range& object) const {
  if (cue.after < size_ && !is_boundary(cue.after)) return {};
  int aux = cue.group.begin - 1;
  while (aux >= 0 && !is_boundary(aux) && !at(aux).is(Kind::kAuxiliary)) --aux;
  if (aux < 0 || is_boundary(aux) || at(aux).is(Kind::kThat)) return {};
  int begin = aux;
  while (begin > 0 && !is_boundary(begin - 1) && !at(begin - 1).is(Kind::kThat) &&
         !at(begin - 1).is(Kind::kConjunction))
    --begin;
  const Range subject = trimmed({begin, aux});
  if (subject.empty() || !speaks(subject)) return {};
  object = {aux + 1, cue.group.begin};
  return subject;
}

// Takes apart what stands before the verb where the order of words is free: object and subject, in either order.
void SentenceReader::split_left(const Cue& cue, Range& left, std::vector<Span>& fronted) {
  points_back_ = false;
  if (left.empty() || text_.language == "en" || grammar_.is_wide || grammar_.verb_last) return;
  const auto personal = [&](int i) {
    return at(i).is(Kind::kPronoun) && !at(i).is(Kind::kAnaphor) && !at(i).is(Kind::kDeterminer) &&
           !at(i).is(Kind::kPossessive);
  };
  for (int i = left.begin; i < left.end; ++i)
    if (at(i).is(Kind::kAnaphor) && ((i > 0 && at(i - 1).is(Kind::kPreposition)) || at(i).token_end > at(i).token + 1))
      points_back_ = true;
  if (left.size() > 1 && personal(left.begin) && left.size() <= 5) {  // er der Zeitung sagte
    left.end = left.begin + 1;
    return;
  }
  const int last = left.end - 1;
  if (left.size() > 1 && personal(last)) {  // обвинения он считает …
    fronted = spans_of({left.begin, last});
    left = {last, left.end};
    return;
  }
  const bool object = frame(cue, "np") || frame(cue, "only") || frame(cue, "inf") || frame(cue, "call");
  if (left.size() > 1 && at(last).is(Kind::kAnaphor) && object) {  // в компании это отрицают
    fronted = {at(last).span};
    left.end = last;
    return;
  }
  const bool right_free = cue.after >= size_ || is_boundary(cue.after) || at(cue.after).is(Kind::kConjunction);
  if (!object || !right_free || !grammar_.locative_subject) return;
  if (at(left.begin).is(Kind::kPlace) && left.size() > 2) {  // в министерстве этого не комментировали
    for (int i = left.begin + 2; i < left.end; ++i)
      if (at(i).is(Kind::kDeterminer) || at(i).is(Kind::kClaimNoun)) {
        fronted = spans_of({i, left.end});
        left.end = i;
        return;
      }
  }
  if (named_[at(last).token] && !is_speaker_noun(left.begin) && !named_[at(left.begin).token] && left.size() > 1 &&
      !at(left.begin).is(Kind::kPlace)) {
    fronted = spans_of({left.begin, last});  // увольнение Иванов не отрицает
    left = {last, left.end};
  }
}

std::vector<Attribution> SentenceReader::read() {
  skipped_.assign(static_cast<size_t>(size_), false);
  find_label();
  if (!out_.empty()) return std::move(out_);
  find_cues();
  join_refusals();
  count_cues();
  find_citations();
  std::vector<Attribution> citations = std::move(out_);
  out_.clear();
  std::erase_if(cues_, [&](const Cue& cue) { return skipped_[cue.unit]; });
  count_cues();
  for (size_t i = 0; i < cues_.size(); ++i)
    if (!skipped_[cues_[i].unit]) read_cue(i);
  drop_nested();
  for (Attribution& citation : citations) {
    Attribution* best = nullptr;
    uint32_t least = UINT32_MAX;
    for (Attribution& a : out_) {
      if (a.act == Act::kDecline || a.act == Act::kAsk) continue;
      const uint32_t distance =
          a.cue.begin > citation.cue.begin ? a.cue.begin - citation.cue.begin : citation.cue.begin - a.cue.begin;
      if (distance < least) least = distance, best = &a;
    }
    if (!best) continue;
    for (const Unit& unit : units_)
      if (unit.span.begin >= best->speaker.begin && unit.span.end <= best->speaker.end &&
          (unit.is(Kind::kPerson) || unit.is(Kind::kSpokesman)))
        citation.speaker = {};
    if (citation.speaker.empty()) continue;
    best->medium = best->speaker;
    best->speaker = citation.speaker;
    best->needs_medium = true;
    best->cue = best->cue.begin < citation.cue.begin && citation.cue.begin - best->cue.begin < 90
                    ? Span{best->cue.begin, citation.cue.end}
                    : citation.cue;
    best->rule = citation.rule;
  }
  return std::move(out_);
}

}  // namespace cordon::reading
