#include "reading/sentence_reader.h"

#include <algorithm>
#include <array>

#include "reading/turns.h"

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

}  // namespace

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

Grammar grammar_of(std::string_view language) {
  Grammar grammar;
  grammar.verb_first = language == "ar";
  grammar.verb_last = language == "tr" || language == "fa";
  grammar.comma_before_that = language == "de" || language == "ru" || language == "uk" || language == "pl";
  grammar.drops_subject = language != "en" && language != "fr" && language != "de";
  grammar.is_wide = language == "zh";
  grammar.marks_object = language == "fa";
  grammar.locative_subject = is_slavic(language);
  grammar.is_slavic = is_slavic(language);
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

bool SentenceReader::frame(const Cue& cue, std::string_view name) const { return has_word(cue.lexeme->detail, name); }

bool SentenceReader::is_boundary(int i) const {
  if (i < 0 || i >= size_) return true;
  if (!asides_.empty() && asides_[i]) return false;
  if (!skipped_.empty() && skipped_[i]) {  // …, сообщает газета со ссылкой на X.: a citation that ends the sentence
    int k = i;
    while (k < size_ && (skipped_[k] || is_terminal_mark(at(k).mark))) ++k;
    if (k >= size_) return true;
  }
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

// The importer that ordered them maintains: a noun, "that", and a verb at once behind it.
bool SentenceReader::is_relative_that(int i) const {
  if (text_.language != "en" || i < 1 || i + 1 >= size_ || fold(i) != "that") return false;
  const Unit& noun = at(i - 1);
  if (!noun.is_word() || noun.is(Kind::kCue) || noun.is(Kind::kClaimNoun) || noun.is(Kind::kPronoun) ||
      noun.is(Kind::kTime) || noun.is(Kind::kPreposition))
    return false;
  int k = i + 1;
  while (k + 1 < size_ && at(k).is(Kind::kAdverb)) ++k;
  const Unit& verb = at(k);
  if (verb.is(Kind::kDeterminer) || verb.is(Kind::kPossessive) || verb.is_capital || !verb.is_word()) return false;
  if (verb.is(Kind::kAuxiliary)) return !verb.is(Kind::kPronoun);
  if (verb.is(Kind::kPronoun) || verb.is(Kind::kPreposition) || verb.is(Kind::kConjunction)) return false;
  return (verb.is(Kind::kCue) && !verb.is(Kind::kClaimNoun)) ||
         (fold(k).ends_with("ed") && !(k + 1 < size_ && is_speaker_noun(k + 1)));
}

bool SentenceReader::is_relative(int i) const {
  if (is_relative_that(i)) return true;
  const std::string_view w = fold(i);
  return w == "who" || w == "whose" || (w == "which" && text_.language == "en") || w == "qui" || w == "que" ||
         w == "который" || w == "которая" || w == "которое" || w == "которые" || w == "який" || w == "яка" ||
         w == "яке" || w == "які" || w == "który" || w == "która" || w == "które" || w == "którzy";
}

// Inside a quotation that is woven into the sentence?
bool SentenceReader::is_quoted(int i) const {
  const Span span = at(i).span;
  return std::any_of(near_.begin(), near_.end(), [&](const Quote& q) {
    return !q.is_direct && q.inner.begin <= span.begin && q.inner.end >= span.end;
  });
}

bool SentenceReader::speaks(Range range) const {
  if (range.size() == 1 && text_.language == "en" && has_stop(range.begin, "some of them"))
    return range.end >= size_ || !text_.tokens[at(range.end).token].is_all_capitals;

  for (int i = range.begin; i < range.end; ++i)
    if (is_name(i) || is_speaker_noun(i) || (at(i).is(Kind::kPronoun) && i == range.begin)) return true;
  if (range.size() <= 2 && !range.empty() && is_slavic_pointer(range.begin)) return true;
  return range.size() == 1 && is_german_pointer(range.begin);  // Diese bestätigte den Verkauf
}

// What the sentence before says: its last claimed words are not known here, so all of it.
Span SentenceReader::before_sentence() const {
  if (number_ == 0 || sentences_[number_ - 1].block + 1 < sentence_.block) return {};
  Span span = sentences_[number_ - 1].span;
  const std::vector<Unit>& units = sentences_[number_ - 1].units;
  for (size_t i = 1; grammar_.is_wide && i + 6 < units.size(); ++i) {  // 油轮停靠码头后，…: when it was
    if (!is_comma_mark(units[i].mark)) continue;
    const std::string& last = text_.tokens[units[i - 1].token_end - 1].fold;
    if (last == "后" || last == "时" || last == "际" || last == "来") span.begin = units[i + 1].span.begin;
    break;
  }
  if (!units.empty() && is_terminal_mark(units.back().mark)) span.end = units.back().span.begin;
  return span;
}

bool SentenceReader::has_cue_between(int begin, int end) const {
  begin = std::clamp(begin, 0, size_);
  end = std::clamp(end, begin, size_);
  return !cue_count_.empty() && cue_count_[end] > cue_count_[begin];
}

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
  if (grammar_.is_wide && !range.empty() && range.begin > 0 && at(range.begin - 1).mark == U'《')
    for (int i = range.begin; i < range.end; ++i)  // 《南华早报》的报道: with the mark that opens the title
      if (at(i).mark == U'》') {
        return {at(range.begin - 1).span.begin, speaker_span({i, range.end}).end > 0
                                                    ? std::max(at(i).span.end, at(range.end - 1).span.end)
                                                    : at(i).span.end};
      }
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

// The mark that is the whole cue: a label's colon; 0 where the cue has words.
char32_t SentenceReader::at_mark(Span cue) const {
  for (int i = 0; i < size_; ++i)
    if (at(i).span.begin == cue.begin && at(i).span.end == cue.end) return at(i).mark;
  return 0;
}

// « Faux », rétorque X: are the first words of what is said a verdict and nothing else?
bool SentenceReader::is_rebuttal(const Attribution& a) const {
  if (a.act != Act::kAssert || a.content.empty()) return false;
  Span said = a.content.front();
  bool quoted = false;
  for (const Quote& quote : near_)
    if (quote.outer.begin <= said.begin && quote.outer.end >= said.end) quoted = true;
  const bool put_first = said.end <= a.cue.begin && (grammar_.verb_last || grammar_.is_wide || grammar_.verb_first);
  const bool short_verdict =  // C’est faux, répond le ministère
      (text_.language == "de" || text_.language == "fr" || text_.language == "es") && a.content.size() == 1 &&
      said.end <= a.cue.begin && said.end - said.begin < 24;
  if (!quoted && !put_first && !short_verdict && !is_colon_mark(at_mark(a.cue))) return false;
  return is_verdict(said);
}

// Faux; C’est une pure invention: a verdict, and at most one other word?
bool SentenceReader::is_verdict(Span said) const {
  uint32_t words = 0;
  bool verdict = false;
  std::vector<Found> found;
  for (auto i = text_.token_at(said.begin); i < text_.tokens.size() && text_.tokens[i].begin < said.end;) {
    found.clear();
    uint32_t next = i + 1;
    if (text_.tokens[i].mark == 0) {
      Lexicon::of(text_.language).find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
      bool plain = true;
      for (const Found& f : found) {
        const bool such = (f.lexeme->kind == Kind::kAnaphor && f.lexeme->value == "such") ||
                          (f.lexeme->kind == Kind::kStop && f.lexeme->value == "no");  // « Jamais de la vie »
        if (f.lexeme->kind == Kind::kFalsehood || such) verdict = true, plain = false, next = std::max(next, f.end);
        if (f.lexeme->kind == Kind::kAuxiliary || f.lexeme->kind == Kind::kAdverb ||
            f.lexeme->kind == Kind::kDeterminer || f.lexeme->kind == Kind::kPronoun ||
            f.lexeme->kind == Kind::kAnaphor || f.lexeme->kind == Kind::kClaimNoun ||
            (f.lexeme->kind == Kind::kStop && f.lexeme->value != "direction"))
          plain = false;
        // 有关说法: of several characters
        if (grammar_.is_wide && (f.lexeme->kind == Kind::kAnaphor || f.lexeme->kind == Kind::kClaimNoun))
          next = std::max(next, f.end);
      }
      words += plain;
    }
    i = next;
  }
  return verdict && words <= 1;
}

// „Kein Kommentar“, hieß es in der Zentrale: words that refuse, and no more.
bool SentenceReader::is_no_comment(const Attribution& a) const {
  if (a.content.size() != 1 || a.content.front().end - a.content.front().begin > (grammar_.is_slavic ? 110U : 60U))
    return false;
  const Span said = a.content.front();
  std::vector<Found> found;
  for (auto i = text_.token_at(said.begin); i < text_.tokens.size() && text_.tokens[i].begin < said.end; ++i) {
    found.clear();
    if (text_.tokens[i].mark == 0)
      Lexicon::of(text_.language).find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
    for (const Found& f : found)
      if (f.lexeme->kind == Kind::kStop && f.lexeme->value == "no comment" && text_.tokens[f.end - 1].end <= said.end)
        return true;
  }
  return false;
}

// The verb with its auxiliaries and negation, without the adverbs before them.
Span SentenceReader::cue_words(const Cue& cue) const {
  int begin = cue.group.begin;
  if (begin < cue.unit && !has_stop(begin, "aspect"))
    while (begin < cue.unit && !at(begin).is(Kind::kAuxiliary) && !at(begin).is(Kind::kNegation)) ++begin;
  return {at(begin).span.begin, at(cue.unit).span.end};
}

Attribution* SentenceReader::finish(Attribution& a, const Cue& cue) {
  a.sentence = number_;
  a.cue = cue_words(cue);
  if (at(cue.unit).gap_end > 0 && has_word(cue.lexeme->detail, "gap"))
    a.cue.end = text_.tokens[at(cue.unit).gap_end - 1].end;
  a.is_hedged = a.is_hedged || has_word(cue.lexeme->detail, "hedged") || hedges(cue.group);
  a.is_echo = has_word(cue.lexeme->detail, "echo");
  for (int i = cue.group.begin; i < cue.group.end; ++i)
    for (const Lexeme* lexeme : at(i).lexemes)
      if (lexeme->kind == Kind::kAdverb && lexeme->value == "first") a.is_superseded = true;
  a.form = form_of(a.content);
  if (speaks_of_falsehood(a, cue)) a.act = Act::kDismiss;
  if (text_.language != "en" && is_rebuttal(a)) a.is_rebuttal = true, a.act = Act::kDeny;
  if (grammar_.is_slavic && a.act == Act::kAssert) set_tail_verdict(a);
  if (a.act == Act::kAssert && (is_judged_false(a, cue) || evokes_falsehood(a, cue))) a.act = Act::kDismiss;
  if (a.act == Act::kAssert && (is_no_comment(a) || withholds(a)))
    a.act = Act::kDecline, a.is_withheld_comment = a.is_withheld_comment || grammar_.is_slavic;
  if (a.act == Act::kDeny && grammar_.verb_first && refuses_to_tell(a)) a.act = Act::kDecline;
  if (a.act == Act::kDecline && grammar_.verb_first) take_refused_deed(a, cue);
  if (a.act == Act::kDecline && text_.language != "en" && is_only_time(a.content)) a.content = {a.cue};
  if (only_names_not(a, cue) || is_said_if(a, cue) || is_said_by_none(a) || is_called_untrue(cue) ||
      is_unreal(text_, at(cue.unit).token) || is_withheld(a, cue) || (text_.language == "en" && says_nothing(a, cue)) ||
      is_page_offer(a) || hides_name(cue) || is_conditioned(a) || only_yet(cue))
    return nullptr;
  if (text_.language == "en") {
    judge_quotation(a, cue);
    judge_content(a);
  }
  if (a.act == Act::kAssert && !a.is_rebuttal) judge_claim(a);
  if (a.is_rebuttal || a.act == Act::kDecline) cut_subject_matter(a);
  cut_romance_venue(cue, a);
  if (a.act == Act::kAssert || a.act == Act::kDecline || a.act == Act::kPromise) split_formula(a);
  if (a.act == Act::kAssert && (severs(a) || is_verdict_first(a))) a.act = Act::kDeny;
  take_bare_refusal(a);
  return &out_.emplace_back(std::move(a));
}

// رافضا الكشف عن اسمه: what is refused is to tell it.
bool SentenceReader::refuses_to_tell(const Attribution& a) const {
  return !a.content.empty() && is_telling(text_.token_at(a.content.front().begin));
}

// الكشف, نشر: a noun of telling, which the lexicon may have as the first word of a longer form too.
bool SentenceReader::is_telling(uint32_t token) const {
  std::vector<Found> found;
  if (token < text_.tokens.size() && text_.tokens[token].mark == 0)
    Lexicon::of(text_.language).find(text_.tokens, token, token + 1, found);
  return std::ranges::any_of(
      found, [](const Found& f) { return f.lexeme->kind == Kind::kStop && f.lexeme->value == "telling"; });
}

// ما نُشر عن الرحلات عار من الصحة، أفادت الشركة: a claim and the verdict on it, and behind them who said so.
bool SentenceReader::is_verdict_first(const Attribution& a) const {
  if (!(grammar_.verb_last || grammar_.is_wide || grammar_.verb_first) || a.content.size() != 1) return false;
  const Span said = a.content.front();
  if (said.end > a.cue.begin) return false;
  int first = 0;
  while (first < size_ && at(first).span.begin < said.begin) ++first;
  int last = first;
  while (last + 1 < size_ && at(last + 1).span.end <= said.end) ++last;
  if (last >= size_ || last - first > 14) return false;
  bool claim = false, verdict = false;
  for (int i = first; i < std::min(first + 2, last); ++i)
    claim = claim || at(i).is(Kind::kClaimNoun) || (at(i).is(Kind::kAnaphor) && !at(i).is(Kind::kPronoun));
  for (int i = std::max(first + 1, last - 3); i <= last; ++i) verdict = verdict || at(i).is(Kind::kFalsehood);
  return claim && verdict;
}

// ilgimiz yok, لا علاقة لنا ب, 与我方无关: whoever says that he has nothing to do with it denies it.
bool SentenceReader::severs(const Attribution& a) const {
  if (a.content.empty()) return false;
  const Span said{a.content.front().begin, a.content.back().end};
  for (int i = 0; i < size_; ++i) {
    if (at(i).quote >= 0 || !has_stop(i, "no link")) continue;
    if (at(i).span.begin >= said.begin && at(i).span.end <= said.end) return true;
  }
  const Lexicon& lexicon = Lexicon::of(text_.language);
  std::vector<Found> found;  // a quotation is one unit
  auto token = std::ranges::lower_bound(text_.tokens, a.content.front().begin, {}, &Token::begin);
  for (; token != text_.tokens.end() && token->begin < a.content.front().end; ++token) {
    if (token->mark != 0) continue;
    found.clear();
    lexicon.find(text_.tokens, static_cast<uint32_t>(token - text_.tokens.begin()),
                 static_cast<uint32_t>(text_.tokens.size()), found);
    for (const Found& f : found)
      if (f.lexeme->kind == Kind::kStop && f.lexeme->value == "no link") return true;
  }
  return false;
}

// A claim or document, and at once what it is called, in marks, to the end:
// معتبرا التقرير «أسطوانة قديمة»
bool SentenceReader::is_quoted_verdict(const Attribution& a) const {
  if (a.content.size() != 1) return false;
  int begin = 0;
  while (begin < size_ && at(begin).span.begin < a.content.front().begin) ++begin;
  int end = begin;
  while (end < size_ && at(end).span.end <= a.content.front().end) ++end;
  int mark = begin;
  while (mark < end && at(mark).is_word() && at(mark).quote < 0) ++mark;
  if (mark == begin || mark >= end || mark > begin + 3 || !calls_claim({begin, end})) return false;
  return at(end - 1).quote >= 0 || is_quote_mark(at(end - 1).mark);
}

// اعتبر أن التقرير «محض خيال»: a verb of judging, with a claim or document and what it is called.
bool SentenceReader::is_judged_false(const Attribution& a, const Cue& cue) const {
  const auto judges = [](const Lexeme* lexeme) {
    return lexeme->kind == Kind::kCue && has_word(lexeme->detail, "judge");
  };
  if (std::none_of(at(cue.unit).lexemes.begin(), at(cue.unit).lexemes.end(), judges)) return false;
  if (grammar_.verb_first && is_quoted_verdict(a)) return true;
  bool claim = false, falsehood = false;
  int words = 0;
  const bool western = text_.language == "de" || text_.language == "fr" || text_.language == "es";
  for (const Unit& unit : units_) {
    if (a.content.empty() || unit.span.begin < a.content.front().begin || unit.span.end > a.content.back().end)
      continue;
    // juge « grotesques » les soupçons; not: estime à 9 millions le coût des fausses déclarations
    if (western && unit.is_word() && ++words > 3 && !unit.is(Kind::kFalsehood) && !falsehood) return false;
    claim = claim || unit.is(Kind::kClaimNoun) || unit.is(Kind::kDocument) || unit.is(Kind::kAnaphor);
    falsehood = falsehood || unit.is(Kind::kFalsehood);
  }
  return claim && falsehood;
}

int SentenceReader::negated_act(const Cue& cue) const {
  if (frame(cue, "only")) return static_cast<int>(Act::kDecline);
  if (text_.language == "en" && has_stop(cue.unit, "belief")) return static_cast<int>(Act::kDeny);
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

// se informó que, se ha dicho que: nobody is said to speak. Not: se lo dijo.
bool SentenceReader::is_impersonal(const Cue& cue) const {
  if (text_.language != "es" || frame(cue, "passive")) return false;
  for (int k = cue.group.begin; k < cue.unit; ++k)
    if (fold(k) == "se") return !fold(k + 1).starts_with("lo") && !fold(k + 1).starts_with("la");
  return false;
}

// según informó el ministerio: the verb has the speaker.
bool SentenceReader::is_spoken_source(int i) const {
  if (text_.language != "es" || !at(i).is(Kind::kPreposition) || !at(i).is(Kind::kCue)) return false;
  int k = i + 1;
  while (k < size_ && at(k).is(Kind::kAuxiliary)) ++k;
  return k < size_ && at(k).is(Kind::kCue) && !is_speaker_noun(k) && !at(k).is(Kind::kPreposition);
}

// по его словам, приводит его слова: the possessive that a cue has in itself.
Span SentenceReader::own_word(const Cue& cue, Span otherwise) const {
  const Unit& unit = at(cue.unit);
  for (uint32_t t = unit.token; t < unit.token_end; ++t) {
    std::vector<Found> found;
    Lexicon::of(text_.language).find(text_.tokens, t, t + 1, found);
    for (const Found& f : found)
      if (f.lexeme->kind == Kind::kPossessive) otherwise = {text_.tokens[t].begin, text_.tokens[t].end};
  }
  return otherwise;
}

bool SentenceReader::read_prep(const Cue& cue) {
  Range speaker, medium;
  Span inside;  // nach Polizeiangaben: the cue names who says so
  bool nobody = false;
  int whole_end = cue.group.end;  // 在莫斯科看来: behind both parts of the preposition
  if (grammar_.is_wide && !cue.middle.empty()) {
    speaker = cue.middle;
    whole_end = cue.after;
    if (!speaks(speaker)) return true;
    for (int i = speaker.begin + 1; i + 1 < speaker.end; ++i)  // 据法新社援引伊朗外长的话报道: whom the medium quotes
      if (has_detail(i, "cite")) {
        medium = {speaker.begin, i};
        speaker.begin = i + 1;
        while (speaker.size() > 1 && (fold(speaker.end - 1) == "话" || fold(speaker.end - 1) == "的" ||
                                      text_.view(at(speaker.end - 1).span) == "的话"))
          --speaker.end;
        break;
      }
  } else if (frame(cue, "post")) {  // X'e göre: the speaker stands before
    speaker = text_.language == "de" ? phrase_left(cue.unit) : subject_left(cue);
    if (speaker.empty()) return true;
    // Edinilen bilgiye göre: a rumour that nobody is named for; Savcılık kaynaklarından edinilen bilgiye göre has one
    nobody = has_stop(speaker.end - 1, "rumoured") && !speaks({speaker.begin, speaker.end - 1});
  } else if (frame(cue, "own")) {  // по его словам
    speaker = {cue.unit, cue.unit + 1};
  } else if (frame(cue, "bare")) {  // по слухам
    if (cue.group.end < size_ && is_name(cue.group.end) && !is_boundary(cue.group.end)) return true;
    speaker = {cue.group.end, cue.group.end};
    nobody = true;
  } else {
    if (is_spoken_source(cue.unit)) return true;
    // которую по документам везли на фабрику: what the papers of the cargo say, in passing
    if (grammar_.is_slavic && last_fold(cue.unit) == "документам" && cue.unit > 0 && cue.after < size_ &&
        !is_boundary(cue.after) && at(cue.unit).token_end == at(cue.unit).token + 2)
      return true;
    inside = german_source_in(cue);
    speaker = inside.empty() ? phrase_right(cue.group.end) : Range{cue.group.end, cue.group.end};
    int marks = 0;
    for (int i = speaker.begin; i < speaker.end; ++i) marks += is_quote_mark(at(i).mark);
    for (int i = speaker.begin + 1, open = 0; text_.language == "de" && i + 1 < speaker.end; ++i) {
      if (!is_quote_mark(at(i).mark)) continue;
      if (open++ == 0 || named_[at(i + 1).token]) continue;
      speaker.end = i + 1;  // nach Informationen des „Spiegel“ Waffen verkauft haben
      marks = 2;
    }
    if (marks % 2 == 1 && speaker.size() > 1 && is_quote_mark(at(speaker.end - 1).mark)) --speaker.end;
    if (speaker.empty() && inside.empty()) return true;
    if (text_.language == "de" && speaker.size() == 1 && at(speaker.begin).is_word() && !at(speaker.begin).is_capital &&
        !is_name(speaker.begin) && !is_speaker_noun(speaker.begin) && !at(speaker.begin).is(Kind::kPronoun))
      return true;  // mit den Worten zitiert
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
  // به گفته علی رحیمی، مدیرکل بنادر، …; بحسب سامي نادر، المحلل في …، فإن …: what the one who is named is
  if ((grammar_.marks_object || grammar_.verb_first) && !frame(cue, "post") && speaker.size() > 1 &&
      speaker.end + 1 < size_ && is_comma_mark(at(speaker.end).mark) && cue.unit <= 1 &&
      (at(speaker.end + 1).is(Kind::kPerson) || at(speaker.end + 1).is(Kind::kSpokesman))) {
    int k = speaker.end + 1;
    while (k < size_ && !is_boundary(k) && !has_cue_between(k, k + 1) && k < speaker.end + 10) ++k;
    if (k + 1 < size_ && is_comma_mark(at(k).mark)) speaker.end = k;
  }
  if (text_.language == "de" && speaker.size() > 1 && fold(speaker.begin) == "von")
    ++speaker.begin;  // nach Angaben von
  if (text_.language == "de") speaker.end = before_quantity(speaker);
  for (int i = speaker.begin + 1; grammar_.marks_object && i < speaker.end; ++i)
    if (fold(i) == "برای") speaker.end = i;  // به گفتهٔ دو بازرس برای یک کارخانه بود
  // 按照现行规定, согласно утверждённому графику, takvime göre, طبق برنامه: what the law or the calendar has it, nobody
  // says
  const bool head_last = frame(cue, "post"), head_first = grammar_.verb_first || grammar_.marks_object;
  const int norm_begin = head_last ? speaker.end - 1 : speaker.begin;
  const int norm_end = head_first ? speaker.begin + 1 : grammar_.is_slavic ? speaker.begin + 2 : speaker.end;
  for (int i = norm_begin; i < std::min(norm_end, speaker.end); ++i)
    if (std::any_of(at(i).lexemes.begin(), at(i).lexemes.end(),
                    [](const Lexeme* l) { return l->kind == Kind::kStop && l->value == "norm"; }) &&
        (frame(cue, "norm") || (text_.language != "de" && text_.language != "fr" && text_.language != "es")))
      return true;
  // selon la saison, según el tonelaje, gemäß der Verordnung: a measure or a rule, nobody who speaks
  const bool laut = text_.language == "de" && fold(cue.unit) == "laut";  // laut der Parteiführung: mostly who speaks
  if ((text_.language == "de" || text_.language == "fr" || text_.language == "es") && !laut && cue.group.size() == 1 &&
      at(cue.unit).token_end == at(cue.unit).token + 1 && !speaker.empty() && !speaks(speaker)) {
    const std::string_view first = fold(speaker.begin);
    bool marked = false;
    for (int i = speaker.begin; i < speaker.end; ++i)
      marked = marked || is_quote_mark(at(i).mark) || (text_.language != "de" && at(i).is_capital) ||
               has_detail(i, "many") || at(i).is(Kind::kClaimNoun);
    for (const std::string_view article : {"le", "la", "les", "l'", "el", "los", "las", "lo", "der", "dem", "den"})
      if (first == article && !marked) return true;
  }
  Attribution a;
  a.act = act_of(*cue.lexeme);
  if (!nobody) a.speaker = inside.empty() ? speaker_span(speaker) : inside;
  if (const int end = behind_source_attribute(cue, speaker.end); !speaker.empty() && end > speaker.end) {
    for (const Cue& other : cues_)
      if (other.unit >= speaker.end && other.unit < end) skipped_[other.unit] = true;
    speaker.end = end;
  }
  if (!medium.empty()) a.medium = speaker_span(medium);
  if (frame(cue, "own")) a.speaker = own_word(cue, a.speaker);
  if (const Span source = source_in_cue(cue); !source.empty() && !a.speaker.empty()) a.speaker.begin = source.begin;
  a.rule = "according to";
  a.is_reported = frame(cue, "medium");
  int left_begin = segment_begin(cue.unit);
  for (const Cue& other : cues_)
    if (other.unit < cue.unit && other.done) {
      for (int i = other.unit; i < cue.unit; ++i)
        if (at(i).is(Kind::kConjunction) && i > left_begin && is_comma_mark(at(i - 1).mark)) left_begin = i + 1;
    }
  if ((text_.language == "de" || text_.language == "fr" || text_.language == "es") && cue.unit > 2 &&
      is_colon_mark(at(cue.unit - 1).mark))
    left_begin = cue.unit;  // Le syndicat a jeté un pavé : d’après un tract, …
  int after = std::max(speaker.end, whole_end);
  int verb = -1;
  // بحسب ما نقلته رويترز عن مسؤول: the speaker behind the medium
  if (grammar_.verb_first && text_.view(at(cue.unit).span).find("نقل") != std::string_view::npos)
    for (int i = speaker.begin + 1; i + 1 < speaker.end; ++i)
      if (fold(i) == "عن") {
        a.medium = speaker_span({speaker.begin, i});
        a.speaker = speaker_span({i + 1, speaker.end});
        break;
      }
  for (; after < size_ && (skipped_[after] || (grammar_.is_wide && at(after).is(Kind::kCue))); ++after) {
    if (!skipped_[after]) verb = after;
    skipped_[after] = true;  // 据官员说，
  }
  // According to data compiled by TankerWatch, a non-profit group, the tanker …
  if (text_.language == "en" && after + 2 < size_ && is_comma_mark(at(after).mark) &&
      at(after + 1).is(Kind::kDeterminer)) {
    int k = after + 1;
    bool says_what = false, clause = false;
    while (k < size_ && !is_boundary(k) && k < after + 9) {
      says_what = says_what || at(k).is(Kind::kPerson) || at(k).is(Kind::kCompany) || at(k).is(Kind::kBody) ||
                  at(k).is(Kind::kMedia);
      clause = clause || at(k).is(Kind::kAuxiliary) || (at(k).is(Kind::kCue) && !at(k).is(Kind::kClaimNoun));
      ++k;
    }
    if (k + 1 < size_ && is_comma_mark(at(k).mark) && says_what && !clause) after = k;
  }
  // a relative clause on the speaker: Selon une note, dont …, X a vendu
  if (after + 1 < size_ && is_comma_mark(at(after).mark) &&
      (at(after + 1).is(Kind::kSubordinator) || is_relative(after + 1) ||
       (text_.language == "de" && at(after + 1).is(Kind::kDeterminer) && !at(after + 1).is_capital) ||
       is_slavic_aside(after + 1, size_) ||  // по данным разведки, на которые ссылается газета, …
       (after + 2 < size_ && text_.language != "en" && at(after + 2).is(Kind::kBy))) &&  // cité par le consortium
      cue.unit <= 1) {
    int k = after + 1;
    while (k < size_ && !is_comma_mark(at(k).mark)) ++k;
    if (k < size_ - 1) after = k;
  }
  // D’après un document que nous avons consulté, …: the same in French and Spanish
  if ((text_.language == "fr" || text_.language == "es") && after + 1 < size_ && cue.unit <= 1 && at(after).is_word() &&
      (fold(after) == "que" || fold(after) == "qu'" || is_relative_here(after))) {
    int k = after + 1;
    while (k < size_ && !is_comma_mark(at(k).mark)) ++k;
    if (k < size_ - 1) after = k;
  }
  // بحسب التقرير الذي اطلعت عليه الصحيفة، …: a relative clause without a comma before it
  if (after < size_ && cue.unit <= 1 &&
      ((grammar_.verb_first && at(after).is(Kind::kSubordinator)) ||
       (grammar_.marks_object && at(after).is(Kind::kThat)))) {
    int k = after + 1;
    while (k < size_ && !is_comma_mark(at(k).mark)) ++k;
    if (k < size_ - 1) after = k;
  }
  int begin = cue.unit;
  while (begin > left_begin && (is_comma_mark(at(begin - 1).mark) || at(begin - 1).is(Kind::kSubordinator))) --begin;
  if (frame(cue, "post")) begin = std::min(begin, speaker.begin);
  const bool one_word = begin - left_begin == 1 &&
                        grammar_.is_slavic &&  // Директор, по словам X, …; груз, судя по Y, …
                        (is_speaker_noun(left_begin) || (at(left_begin).is_word() && !is_function(left_begin)));
  const bool verdict_first = begin - left_begin == 1 && at(left_begin).is(Kind::kFalsehood);  // Nada de eso es cierto
  const bool quoted_before = text_.language != "en" && has_quote({left_begin, begin});        // «…»، بحسب مدير الميناء
  const bool at_head = !quoted_before && ((begin - left_begin <= 1 && !one_word && !verdict_first) ||
                                          trimmed({left_begin, begin}).empty());
  // wurde laut Polizei an einen Händler verkauft: what stands behind who says so belongs to the clause
  if (!at_head && text_.language == "de" && inside.empty() && !frame(cue, "post") && after == speaker.end &&
      speaker.size() > 1 && !is_comma_mark(at(std::max(cue.group.begin - 1, 0)).mark)) {
    const int end = source_end(speaker);
    if (end < speaker.end) {
      speaker.end = after = end;
      a.speaker = speaker_span(speaker);
    }
  }
  if (!at_head && text_.language == "pl" && !frame(cue, "post") && after == speaker.end && speaker.size() > 1 &&
      !is_comma_mark(at(std::max(cue.group.begin - 1, 0)).mark)) {
    const int end = polish_source_end(speaker);
    if (end < speaker.end) {
      speaker.end = after = end;
      a.speaker = speaker_span(speaker);
    }
  }
  if (!at_head) {
    const int clause = grammar_.is_slavic ? relative_begin(left_begin, cue.unit) : left_begin;
    a.content = clause > left_begin ? spans_of({clause, cue.unit}) : spans_of({left_begin, begin});
    after = behind_source_clause(after);
    if (after < size_ && (is_comma_mark(at(after).mark) || grammar_.comma_before_that || grammar_.is_wide)) {
      const int end = clause_end(after, cue);
      const bool verdict = end - after == 1 && at(after).is(Kind::kFalsehood);  // sind laut X frei erfunden
      // wurde laut Polizei beschlagnahmt, został według policji zatrzymany: the verb alone
      const bool verb_alone = (text_.language == "de" || text_.language == "pl") && end - after == 1 &&
                              at(after).is_word() && !at(after).is_capital;
      if (verdict || verb_alone || (end - after > 1 && !at(after + 1).is(Kind::kConjunction)))
        for (const Span& span : spans_of({after, end})) a.content.push_back(span);
    } else if (after < size_ && at(cue.unit).token > at(begin).token + 0 && !is_boundary(after) &&
               cue.group.begin > 0 && !is_comma_mark(at(cue.group.begin - 1).mark)) {
      const int end = clause_end(after, cue);  // soll nach Angaben eines Nachbarn ausgezogen sein
      for (const Span& span : spans_of({after, end})) a.content.push_back(span);
    }
  } else {
    if (text_.language == "pl" && split_polish_source(speaker)) {
      after = speaker.end;
      a.speaker = speaker_span(speaker);
    } else if (after >= size_ - 1 &&
               !frame(cue, "post")) {  // Według dwóch urzędników spółka X wysłała …: no comma between
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
    int from = content_begin(after);
    if (grammar_.is_slavic && from < size_ && has_detail(from, "show"))  // z informacji od X wynika, że …
      if (const std::optional<int> clause = find_that(from + 1, cue)) from = *clause;
    a.content = spans_of({from, clause_end(from, cue)});
  }
  if (a.content.empty()) return true;
  if (nobody && frame(cue, "post")) a.is_hedged = true;
  Attribution* said = finish(a, cue);
  if (!said) return true;
  if (nobody && frame(cue, "post")) said->cue.begin = at(speaker.begin).span.begin;
  if (cue.group.end > cue.unit + 1) said->cue.end = at(cue.unit).span.end;
  if (verb >= 0) said->cue.end = at(verb).span.end;  // 据三名知情人士透露
  return true;
}

bool SentenceReader::read_passive(const Cue& cue, Attribution& a) {
  const bool by_next = cue.group.end < size_ && at(cue.group.end).is(Kind::kBy) && cue.middle.empty();
  const Act act = act_of(*cue.lexeme);
  // Soupçonné d’avoir livré des armes, M. Brun …: nobody is said to accuse
  if (act == Act::kAccuse && cue.group.begin == 0 && !cue.be && !by_next && is_participle_form(cue.unit) &&
      cue.group.end + 1 < size_ && at(cue.group.end).is(Kind::kPreposition)) {
    int comma = cue.group.end;
    while (comma < size_ && !is_comma_mark(at(comma).mark)) ++comma;
    if (comma < size_) {
      a.rule = "accused, without an accuser";
      a.content = spans_of({cue.group.end, comma});
      finish(a, cue);
      return true;
    }
  }
  if (!cue.be && !(by_next && (act == Act::kWarn || act == Act::kAccuse || frame(cue, "np") || frame(cue, "voice"))))
    return false;
  if (fold(cue.unit).ends_with("ing")) return false;
  if (text_.language == "fr" && cue.be && last_fold(cue.unit).starts_with("lanc")) return true;  // a été lancé par X
  if (text_.language == "en" && cue.be && fold(cue.unit) == "offered") return true;  // was offered a job by the police
  int by = -1;
  for (int i = cue.unit + 1; i < size_ && i < cue.unit + 8 && !(is_boundary(i) && !is_comma_mark(at(i).mark)); ++i)
    if (text_.language == "en" && is_comma_mark(at(i).mark) && i + 1 < size_ && has_cue_between(i + 1, i + 2)) {
      break;  // who asked not to be named, said by phone
    } else if (at(i).is(Kind::kBy)) {
      by = i;
      break;
    }
  if (by < 0 && cue.be && act == Act::kAccuse && (text_.language == "fr" || text_.language == "es") &&
      cue.group.end + 1 < size_ && at(cue.group.end).is(Kind::kPreposition) && !cue.negated) {
    a.addressee = speaker_span(subject_left(cue));  // Le courtier est soupçonné d’avoir …: nobody is said to accuse
    a.rule = "accused, without an accuser";
    a.content = spans_of({cue.group.end, clause_end(cue.group.end, cue)});
    if (!a.addressee.empty() && !a.content.empty()) finish(a, cue);
    return true;
  }
  if (by < 0 && cue.be && text_.language == "en") {
    if (act == Act::kAccuse) read_english_accused(cue, a);
    if (act == Act::kAssert && frame(cue, "say")) read_english_hearsay(cue, a);
  }
  if (by < 0 && text_.language == "de" && act == Act::kAccuse) return false;  // dem Makler wird vorgeworfen, …
  if (by < 0) return cue.be;  // an agentless passive says nothing of who speaks
  if (by + 1 < size_ && fold(by + 1).ends_with("ing")) return cue.be && !by_next;
  Range agent = phrase_right(by + 1);
  if (agent.empty()) return true;
  if (text_.language == "en")  // was told by traffic control to keep clear
    for (int i = agent.begin + 1; i + 1 < agent.end; ++i)
      if (fold(i) == "to" || fold(i) == "as") {
        agent.end = i;
        if (fold(i) == "to" && frame(cue, "tell") && act == Act::kAssert) a.act = Act::kRequest;
      }
  const bool venue = text_.language == "en" && frame(cue, "np") && english_agent_end(agent) < agent.end;
  if (venue) agent.end = english_agent_end(agent);
  if (agent.end < size_ && is_comma_mark(at(agent.end).mark) && agent.end + 1 < size_ &&
      is_name(agent.end + 1)) {  // por la fiscal, Carmen Oriol,
    int k = agent.end + 1;
    while (k < size_ && (is_name(k) || at(k).is(Kind::kPreposition))) ++k;
    if (k >= size_ || is_boundary(k)) agent.end = k;
  }
  if (text_.language == "fr" || text_.language == "es") {
    // par le parquet d’avoir …, por la fiscalía de vender …: what of
    if (const Range of = act == Act::kAccuse ? accused_of(agent) : Range{}; !of.empty() && of.begin > agent.begin)
      agent.end = of.begin;
    while (agent.size() > 1 && at(agent.end - 1).is(Kind::kPreposition) && !at(agent.end - 1).is(Kind::kDeterminer))
      --agent.end;
  }
  a.speaker = speaker_span(agent);
  a.by_passive = true;
  Range subject = claimed_clause(cue, subject_left(cue));
  if (const int that = cue.group.begin - 1; text_.language == "en" && subject.empty() && that >= 0 &&
                                            fold(that) == "that" && (that == 0 || is_boundary(that - 1)))
    subject = {that, that + 1};  // That was denied by X
  if (act == Act::kDismiss && subject.size() == 1 && at(subject.begin).is(Kind::kPronoun) &&
      fold(subject.begin) != "it")
    return true;  // He was dismissed by the board
  if (backs_a_thing(cue, subject)) return true;
  a.addressee = speaker_span(subject);
  a.rule = "passive, by";
  const int end = clause_end(agent.end, cue);
  const bool aside =
      text_.language == "en" && frame(cue, "np") && agent.end < size_ && is_comma_mark(at(agent.end).mark);
  int opens = end;  // Accusée par X d’avoir …, la société …: the participle at the head of the sentence
  if ((text_.language == "fr" || text_.language == "es") && cue.group.begin == 0 && !cue.be)
    for (opens = agent.end; opens < end && !is_comma_mark(at(opens).mark);) ++opens;
  if (!aside && !venue) a.content = spans_of({agent.end, std::min(opens, end)});  // disputed by Kyiv, which says …
  if (text_.language == "en") take_denied_subject(cue, agent.end, subject, a);
  if (text_.language == "en" && subject.empty() && !out_.empty() && out_.back().by_passive && cue.group.begin > 0 &&
      at(cue.group.begin - 1).is(Kind::kConjunction)) {
    a.content = out_.back().content;  // was confirmed by X and denied by Y
  } else if (text_.language == "en" && agent.end < size_ && at(agent.end).is(Kind::kConjunction) &&
             !a.content.empty() && a.content.front().begin == at(agent.end).span.begin) {
    a.content.clear();
  }
  if (text_.language == "en" && act == Act::kAsk && by > cue.after)
    a.content = spans_of({cue.after, by});  // was asked about it by reporters on her way
  if (a.content.empty() &&
      act == Act::kAccuse) {  // par le parquet de contrebande: what of stands behind its preposition
    int of = agent.end - 1;
    while (of > agent.begin && !at(of).is(Kind::kPreposition)) --of;
    if (of > agent.begin) {
      a.speaker = speaker_span({agent.begin, of});
      a.content = spans_of({of, agent.end});
    }
  }
  if ((text_.language == "fr" || text_.language == "es") && cue.be && a.content.empty() && !subject.empty() &&
      !at(subject.begin).is(Kind::kPronoun))
    a.content = {a.addressee}, a.addressee = {};  // Ces accusations ont été rejetées par X
  if ((text_.language == "fr" || text_.language == "es") && frame(cue, "call"))
    for (int i = cue.unit + 1; i < by && !a.content.empty(); ++i)  // est qualifiée de fantaisiste par la compagnie
      if (at(i).is(Kind::kFalsehood) || is_quote_mark(at(i).mark)) a.act = Act::kDismiss;
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
    if (text_.language == "en" && act == Act::kWarn && subject.size() == 1 && at(subject.begin).is(Kind::kPronoun))
      return true;  // It had been alerted by the insurer: of what nobody says
    if (a.content.empty() && !subject.empty()) a.content = {a.addressee}, a.addressee = {};
  }
  if (a.content.empty()) return true;
  if (text_.language == "en" && frame(cue, "call") && !subject.empty() &&
      a.content.front().begin > at(cue.unit).span.end) {
    a.content.insert(a.content.begin(), span_of(subject));  // The report was described by X as “fiction”
    a.addressee = {};
    for (int i = agent.end; i < end; ++i)
      if (at(i).is(Kind::kFalsehood) && names_a_claim(subject)) a.act = Act::kDismiss;
    if (calls_claim({subject.begin, end})) a.act = Act::kDismiss;
  }
  if (is_petition(a)) return true;  // son appel a été rejeté par le tribunal
  finish(a, cue);
  return true;
}

// درباره, مبنی بر, آیا: does what was asked begin here?
bool SentenceReader::asks_about(int i) const {
  if (at(i).is(Kind::kWhether) || at(i).is(Kind::kThat)) return true;
  for (const std::string_view word :
       {"درباره", "درباره‌ی", "دربارهٔ", "پیرامون", "راجع", "مبنی", "مورد", "خصوص"})
    if (fold(i) == word) return true;
  return has_stop(i, "about");
}

// The verb of an answer that is joined to its question:
// سئل عن البحارة فأجاب بأنهم ضيوف
bool SentenceReader::is_arabic_answer(int i) const {
  if (!grammar_.verb_first || !at(i).is(Kind::kCue) || !has_cue_between(i, i + 1)) return false;
  const std::string_view word = fold(i);
  for (const std::string_view stem : {"فأجاب", "فاجاب", "فرد", "فقال", "فأکد", "فاکد", "فأوضح", "فاوضح", "فنفی", "فنفت",
                                      "فاکتفی", "فاکتفت", "فرفض", "فامتنع", "فاعترف", "فأقر", "فاقر", "فذکر"})
    if (word.starts_with(stem)) return true;
  return false;
}

// Who is asked, before what about; empty where nobody stands there:
// وسئل القبطان عن وجهته
SentenceReader::Range SentenceReader::asked_in_arabic(int begin, int end) const {
  int about = begin;
  while (about < end && about < begin + 6 && at(about).is_word() && fold(about) != "عن") ++about;
  if (about == begin || about + 1 >= end || fold(about) != "عن") return {};
  return speaks({begin, about}) ? Range{begin, about} : Range{};
}

// Who was asked gives the answer that is joined to the question:
// وسئل القبطان عن وجهته فقال إنه متجه شمالا
void SentenceReader::give_answers() {
  for (size_t i = 1; grammar_.verb_first && i < out_.size(); ++i) {
    const Attribution& asked = out_[i - 1];
    if (asked.act != Act::kAsk || !out_[i].speaker.empty() || !text_.view(out_[i].cue).starts_with("ف")) continue;
    Span who = asked.addressee;
    if (who.empty() && !asked.speaker.empty()) {  // سألت الوكالة الوزير عن السبب فأجاب
      int begin = 0;
      while (begin < size_ && at(begin).span.begin < asked.speaker.end) ++begin;
      if (const Range whom = asked_in_arabic(begin, size_); !whom.empty()) who = speaker_span(whom);
    }
    if (!who.empty()) out_[i].speaker = who, out_[i].takes_speaker_before = false;
  }
}

// Asked whether …, he declined: a question without an asker.
void SentenceReader::read_asked(const Cue& cue) {
  if (text_.language == "en" && !out_.empty() && out_.back().cue.end <= at(cue.unit).span.begin)
    return;  // “No,” she said when asked if …: what the answer is to
  // Auf die Frage kommt es nicht an, gefragt ist Geduld: nobody answers
  if (text_.language == "de" && !has_cue_between(cue.group.end, size_) && !is_question_mark(at(size_ - 1).mark)) return;
  Attribution a;
  a.act = Act::kAsk;
  a.rule = "asked, without an asker";
  int end = cue.group.end;
  if (grammar_.verb_first && end < size_ && is_comma_mark(at(end).mark)) return;  // وردا على سؤال، قال المدير إنه …
  if (end + 1 < size_ && is_comma_mark(at(end).mark)) ++end;                      // на вопрос, …
  while (end < size_ && !(is_comma_mark(at(end).mark)) && !is_terminal_mark(at(end).mark) &&
         !is_colon_mark(at(end).mark))
    ++end;
  if (end >= size_ && text_.language == "en") {  // Asked for the invoices he hung up
    for (int i = cue.group.end + 1; i < size_; ++i)
      if (at(i).is(Kind::kPronoun) && !at(i).is(Kind::kDeterminer) && has_cue_between(i + 1, std::min(size_, i + 4))) {
        end = i;
        break;
      }
  }
  for (const Cue& other : cues_) {  // на вопрос о сроках министр не ответил
    if (other.unit <= cue.unit || other.unit >= end) continue;
    if (text_.language == "de") end = std::max(cue.group.end, other.group.begin);  // auf die Frage nach X sagte er
    if (!grammar_.is_slavic) continue;
    if (const Range subject = subject_left(other); !subject.empty() && subject.begin > cue.group.end)
      end = subject.begin;
    else if (subject.empty() && other.group.begin > cue.group.end)
      end = other.group.begin;  // pytany o umowę odparł, że …
    break;
  }
  if (grammar_.is_wide && end - 1 > cue.group.end && fold(end - 1) == "时") --end;  // 被问及买家身份时
  if (grammar_.is_slavic && cue.group.end < end && !at(cue.group.end).is(Kind::kPreposition) &&
      end - cue.group.end <= 3 && speaks({cue.group.end, end}))
    return;  // отвечая на вопрос журналистов
  int from = text_.language == "en" && text_.view(at(cue.unit).span).find(' ') != std::string_view::npos
                 ? cue.unit
                 : cue.group.end;
  if (grammar_.marks_object || grammar_.verb_last || grammar_.verb_first) {
    // در پاسخ به پرسش خبرنگاران گفت: who asked, and the verb of the answer
    int next = from;
    while (next < end && !has_cue_between(next, next + 1)) ++next;
    if (grammar_.marks_object && next < end) end = next;
    for (int i = from + 1; i < end && grammar_.verb_first; ++i)
      if (is_arabic_answer(i)) end = i;
    // وسئل القبطان عن وجهته: who was asked
    const Range whom = grammar_.verb_first ? asked_in_arabic(from, end) : Range{};
    if (!whom.empty()) a.addressee = speaker_span(whom), from = whom.end;
    while (from < end && grammar_.marks_object && !asks_about(from)) ++from;
    bool only_who = true;
    for (int i = from; i < end; ++i)
      only_who =
          only_who &&
          (is_speaker_noun(i) || is_name(i) || is_function(i) || at(i).mark != 0 || at(i).is(Kind::kAdjective)) &&
          !at(i).is(Kind::kWhether);
    if (grammar_.verb_first && from < end && fold(from) == "عن") only_who = false;  // سئل عن مالك السفينة فرد بأنه …
    if (only_who && end - from <= 4) return;
  }
  a.content = spans_of({from, end});
  if (from == cue.unit && !a.content.empty()) {  // "asked whether": the cue is the first word, the rest is content
    const uint32_t second = at(cue.unit).token + 1;
    if (second < at(cue.unit).token_end) a.content.front().begin = text_.tokens[second].begin;
  }
  const bool by_whom = from < end && (at(from).is(Kind::kBy) || last_fold(cue.unit) == "por");
  if (text_.language != "en" && by_whom && end - from <= 5)  // interrogé par Le Phare
    for (int i = from; i < end; ++i)
      if (is_name(i) || at(i).is(Kind::kPerson) || at(i).is(Kind::kMedia) || at(i).is(Kind::kBody)) return;
  if (text_.language == "en" && by_whom && !take_asker(from, end, a)) return;
  if (a.content.empty()) return;
  Attribution* said = finish(a, cue);
  if (said && from == cue.unit) said->cue.end = text_.tokens[at(cue.unit).token].end;
}

// 除非船长断定…: in a condition nobody says anything.
bool SentenceReader::is_conditional(const Cue& cue) const {
  for (int i = cue.unit - 1; i >= 0 && i + 8 > cue.unit && !is_boundary(i); --i)  // 拒绝说明是否会起诉
    if (text_.view(at(i).span).starts_with("是否") && !frame(cue, "ask") && has_cue_between(0, i)) return true;
  for (int i = cue.unit - 1; i >= 0 && i + 12 > cue.unit && !is_boundary(i); --i)
    for (const std::string_view word : {"除非", "如果", "一旦", "倘若", "假如", "假使", "只要", "要是"})
      if (at(i).is(Kind::kSubordinator) && text_.view(at(i).span) == word) return true;
  return false;
}

// 被, 遭到, 受到 before unit `i`, with who does it between; -1 where none of them stands there.
int SentenceReader::wide_passive(int i) const {
  if (!grammar_.is_wide) return -1;
  for (int k = i - 2; k >= 0 && k + 16 > i && !is_boundary(k); --k) {
    if (has_cue_between(k + 1, k + 2) && k + 1 < i && !is_speaker_noun(k + 1)) return -1;
    if (has_stop(k, "passive")) return speaks({k + 1, i}) ? k : -1;
  }
  return -1;
}

// 被列入名单的公司表示: is what stands between the mark and the cue a clause that describes who speaks?
bool SentenceReader::is_wide_attribute(int mark, int end) const {
  if (mark > 0 && !is_boundary(mark - 1)) return false;
  for (int i = mark + 2; i + 1 < end; ++i)
    if (text_.view(at(i).span).ends_with("的") && speaks({i + 1, end})) return true;
  return false;
}

// 该说法遭到政府否认, 公司被美国财政部指控洗钱: the agent stands between the mark of the passive and the verb.
bool SentenceReader::read_wide_passive(const Cue& cue) {
  const Act act = act_of(*cue.lexeme);
  int mark = cue.negated || frame(cue, "prep") || frame(cue, "bare") ? -1 : wide_passive(cue.group.begin);
  if (mark >= 0 && is_wide_attribute(mark, cue.group.begin)) return false;
  for (int i = cue.group.begin - 1; mark < 0 && i >= 0 && i + 10 > cue.group.begin && !is_boundary(i); --i)
    if (has_stop(i, "received")) {  // 尚未得到独立证实, 未获回复; 得到两名官员证实
      if (i + 1 == cue.group.begin || !speaks({i + 1, cue.group.begin}) || (i > 0 && at(i - 1).is(Kind::kNegation)) ||
          at(i).is(Kind::kNegation))
        return true;
      mark = i;
    }
  if (mark >= 0 && act == Act::kAssert && !frame(cue, "show")) return true;  // 他被公司通报批评: nobody says what
  if (mark < 0 || act == Act::kAssert || act == Act::kAsk || act == Act::kPromise) return false;
  Attribution a;
  a.act = act;
  a.by_passive = true;
  a.rule = "passive, by";
  Range agent{mark + 1, cue.group.begin};
  if (fold(agent.end - 1) == "的") --agent.end;
  a.speaker = speaker_span(trimmed(agent));
  int begin = mark;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  Range subject{begin, mark};
  while (!subject.empty() && (at(subject.end - 1).is(Kind::kAuxiliary) || at(subject.end - 1).is(Kind::kAdverb)))
    --subject.end;
  const bool says_of = cue.after < size_ && !is_boundary(cue.after);
  a.content = says_of ? spans_of({cue.after, clause_end(cue.after, cue)}) : spans_of(subject);
  if (says_of) a.addressee = speaker_span(subject);
  if (!says_of && act == Act::kAccuse) return true;  // 公司遭到批评: nobody says of what
  if (a.content.empty())
    if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.points_back = true;
  if (!a.content.empty() && !a.speaker.empty()) finish(a, cue);
  return true;
}

void SentenceReader::read_cue(size_t number) {
  Cue& cue = cues_[number];
  cue.done = true;
  const bool asks_who = act_of(*cue.lexeme) == Act::kAsk && text_.language != "en" && cue.after < size_ &&
                        is_colon_mark(at(cue.after).mark);              // 有记者问：…？
  if (at(size_ - 1).mark == U'?' && cue.unit > 0 && !asks_who) return;  // the narrator's question
  if (text_.language == "en" && cue.group.begin > 0 && is_relative(cue.group.begin - 1) &&
      !(cue.group.end < size_ && at(cue.group.end).is(Kind::kThat)) && before_relative(cue.group.begin - 1).empty())
    return;
  if (grammar_.is_wide && cue.after < size_ && text_.view(at(cue.after).span) == "的" && !frame(cue, "prep"))
    return;  // 公司承诺的奖金
  if (grammar_.is_wide && number + 1 < cues_.size() && frame(cue, "say") && cue.middle.empty()) {
    Cue& next = cues_[number + 1];  // 公司表示不予置评: to say that one says nothing
    if (next.group.begin == cue.after && act_of(*next.lexeme) == Act::kDecline && !frame(next, "only") &&
        (next.after >= size_ || is_boundary(next.after))) {
      next.group.begin = cue.group.begin;
      return;
    }
  }
  if (grammar_.is_wide && (is_conditional(cue) || read_wide_passive(cue))) return;
  Attribution a;
  a.act = act_of(*cue.lexeme);
  if (text_.language == "de" && a.act == Act::kPromise && cue.after < size_ && !is_boundary(cue.after) &&
      at(cue.unit).token_end > at(cue.unit).token + 1 && text_.tokens[at(cue.unit).token_end - 1].fold == "zu")
    a.act = Act::kAssert;  // sagte zu den Vorwürfen, …
  if (frame(cue, "prep")) {
    if (text_.language == "de" && cue.group.end < size_ && fold(cue.group.end) == "zufolge")
      read_their_words(cue);
    else if (frame(cue, "relative"))
      read_source_clause(cue);
    else
      read_prep(cue);
    return;
  }
  if (frame(cue, "origin")) {
    read_origin(cue, a);
    return;
  }
  if (frame(cue, "hear")) {
    if (!cue.negated) read_impersonal(cue, std::move(a));
    return;
  }
  if (read_rumour(cue) || read_nobody(cue) || read_english_nobody(cue)) return;
  if (text_.language == "en" && read_what_cleft(cue)) return;
  if (is_impersonal(cue)) {
    // se le imputa un delito, se le acusa de …: nobody is said to accuse
    if (a.act != Act::kAccuse || cue.negated || cue.after >= size_ || is_boundary(cue.after)) return;
    a.rule = "accused, without an accuser";
    a.content = spans_of({cue.after, clause_end(cue.after, cue)});
    if (!a.content.empty()) finish(a, cue);
    return;
  }
  if (grammar_.is_slavic && frame(cue, "passive")) {
    read_hearsay(cue, a);
    return;
  }
  if (frame(cue, "light")) {
    read_light(cue, a);
    return;
  }
  if (frame(cue, "nobody")) {
    read_accused(cue, a);
    return;
  }
  if (cue.negated) {
    const int act = negated_act(cue);
    // он журналов не показал: nothing that is refused to say
    if (act < 0 || (grammar_.is_slavic && frame(cue, "show") && !frame(cue, "say"))) return;
    if (grammar_.is_slavic && is_nobodys_refusal(subject_left(cue), cue)) return;
    a.act = static_cast<Act>(act);
    a.rule = "negated";
  }
  if (frame(cue, "none")) {
    const int end = clause_end(cue.unit + 1, cue);
    a.act = act_of(*cue.lexeme);
    a.rule = "no word on";
    int from = cue.unit + 1;
    if (a.act == Act::kDeny) {  // A denial came the next morning from its owner: of what was just said
      while (from < end && from < cue.unit + 8 && fold(from) != "from") ++from;
      if (from >= end || fold(from) != "from") from = cue.unit + 1;
      if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.points_back = true;
    } else {
      a.content = spans_of({cue.unit + 1, end});
    }
    if (a.content.empty()) a.content = {at(cue.unit).span};
    const bool says_from = from < size_ && fold(from) == "from";
    if (grammar_.verb_first)  // لم يصدر تعليق فوري من الجانب التركي
      for (int i = from; i < size_ && i < from + 4 && !is_boundary(i); ++i)
        if (at(i).is(Kind::kPreposition)) {
          from = i;
          break;
        }
    if (from < size_ && at(from).is(Kind::kPreposition)) ++from;
    if (frame(cue, "from") || says_from || text_.tokens[at(cue.unit).token_end - 1].fold == "from") {
      Range named = phrase_right(from);
      if (named.end + 1 < size_ && is_comma_mark(at(named.end).mark) && is_name(named.end + 1) &&
          is_speaker_noun(named.end - 1)) {  // its owner, X,
        int k = named.end + 1;
        while (k < size_ && is_name(k)) ++k;
        if (k >= size_ || is_boundary(k)) named.end = k;
      }
      a.speaker = speaker_span(named);
      if (text_.language == "en" && named.end + 1 < end && (fold(named.end) == "on" || fold(named.end) == "about"))
        a.content = spans_of({named.end, end});
    }
    finish(a, cue);
    return;
  }
  // "…?" sorusunu yöneltti başkan: who asks stands behind
  const bool quoted_before = text_.language == "tr" && cue.group.begin > 0 &&
                             (at(cue.group.begin - 1).quote >= 0 || fold(cue.group.begin - 1) == "diye");
  if (asks_who && frame(cue, "bare") && grammar_.is_wide) {  // 有记者问：…
    const Unit& unit = at(cue.unit);
    a.speaker = {unit.span.begin, text_.tokens[unit.token_end - 1].begin};
    a.rule = "asked, with the asker";
    a.content = spans_of({cue.after + 1, clause_end(cue.after + 1, cue)});
    if (!a.content.empty() && !a.speaker.empty()) finish(a, cue);
    return;
  }
  if ((frame(cue, "ask") && !quoted_before && !frame(cue, "part")) || (frame(cue, "inf") && a.act == Act::kRequest)) {
    const Range subject = subject_left(cue);
    const bool bare =
        frame(cue, "bare") || (subject.empty() && (cue.group.begin == 0 || is_boundary(cue.group.begin - 1) ||
                                                   at(cue.group.begin - 1).is(Kind::kSubordinator) ||
                                                   at(cue.group.begin - 1).is(Kind::kConjunction)));
    if (grammar_.is_slavic && cue.group.begin > 0 && !is_speaker_noun(cue.group.begin - 1) &&
        is_infinitive(fold(cue.group.begin - 1), text_.language))
      return;  // отвечать на вопрос он отказался
    if (frame(cue, "bare") &&
        !(cue.group.begin <= 1 || is_boundary(cue.group.begin - 1) || at(cue.group.begin - 1).is(Kind::kSubordinator) ||
          at(cue.group.begin - 1).is(Kind::kConjunction) || grammar_.is_wide))
      return;
    const int lead = cue.group.begin - 1;
    const bool behind_quote =
        lead >= 0 && text_.language != "en" &&
        (at(lead).quote >= 0 || (lead > 0 && is_comma_mark(at(lead).mark) && at(lead - 1).quote >= 0) ||
         (lead > 0 && grammar_.is_slavic && is_dash_mark(at(lead).mark)));
    // the subject follows
    const bool active = (grammar_.verb_first || (behind_quote && frame(cue, "ask"))) && !frame(cue, "bare");
    const bool past =
        text_.language != "en" || fold(cue.unit) == "asked" || fold(cue.unit) == "questioned" || frame(cue, "bare");
    if (bare && past && !active && (frame(cue, "ask") || fold(cue.unit) == "asked") && !cue.be) {
      const bool start = cue.group.begin == 0 || (cue.group.begin <= 2 && number == 0) || frame(cue, "bare") ||
                         is_comma_mark(at(cue.group.begin - 1).mark) || at(cue.group.begin - 1).is(Kind::kSubordinator);
      const bool behind_marks = text_.language == "en" && lead >= 0 && cue.after < size_ &&
                                speaks({cue.after, size_}) && !at(cue.after).is(Kind::kPreposition) &&
                                (at(lead).quote >= 0 || is_quote_mark(at(lead).mark));  // “Whose?” asked the judge.
      if (behind_marks || (start && text_.language == "en" && asks_behind(cue))) {  // Had he read it, asked the judge.
        read_statement(cue, std::move(a));
        return;
      }
      const bool comma = cue.group.end + 1 < size_ && is_comma_mark(at(cue.group.end).mark) &&
                         (grammar_.is_slavic || (text_.language == "de" && at(cue.group.end + 1).is(Kind::kWhether)));
      if (start && grammar_.is_slavic && frame(cue, "bare") && cue.unit > 3 && !has_cue_between(cue.unit + 1, size_))
        return;  // …, pytany przez dziennikarzy o raport: was answered before
      if (start && (comma || !(cue.group.end < size_ && is_boundary(cue.group.end)))) {
        read_asked(cue);
        return;
      }
    }
  }
  if (text_.language == "en" && a.act == Act::kRequest && fold(cue.unit).ends_with("ed") &&
      (is_boundary(cue.after) || (at(cue.after).is(Kind::kBy) && !cue.be)) && cue.group.begin > 0 &&
      (at(cue.group.begin - 1).is(Kind::kSubordinator) || is_boundary(cue.group.begin - 1)))
    return;  // The minister, when pressed by reporters, said …
  if (grammar_.is_wide && frame(cue, "bare") && a.act == Act::kAccuse) {  // 公司被指走私: nobody is said to accuse
    a.rule = "accused, without an accuser";
    if (cue.after < size_ && fold(cue.after) == "的") return;  // 被点名的炼油厂
    a.addressee = speaker_span(subject_left(cue));
    int end = clause_end(cue.after, cue);
    for (int i = cue.after + 1; i + 1 < end; ++i)  // 被控洗钱的银行家坚称清白: of whom it is said has a verb of his own
      if (fold(i) == "的" && has_cue_between(i + 1, end) && speaks({i + 1, end})) end = i;
    a.content = spans_of({cue.after, end});
    if (!a.content.empty()) finish(a, cue);
    return;
  }
  if (text_.language == "en" && !cue.be && cue.after < size_ && fold(cue.after) == "to") {
    if (fold(cue.unit) == "said" && cue.group.begin > 0 && is_comma_mark(at(cue.group.begin - 1).mark)) {
      read_english_hearsay(cue, std::move(a));  // the bank, said to have lent them money, …
      return;
    }
    for (const std::string_view verb :
         {"alleged", "believed", "thought", "rumoured", "rumored", "reputed", "understood"})
      if (fold(cue.unit) == verb) {  // the minister, alleged to have lied, …
        read_english_hearsay(cue, std::move(a));
        return;
      }
  }
  if (read_participle_first(cue, a)) return;
  if (frame(cue, "quotes")) {
    read_quoted_as(cue, std::move(a));
    return;
  }
  if (frame(cue, "voice") && !cue.be) return;
  if (frame(cue, "passive") && text_.language == "en") {
    if (a.act != Act::kAccuse || !read_english_accused(cue, a)) read_english_hearsay(cue, std::move(a));
    return;
  }
  if (frame(cue, "passive")) {
    a.is_hedged = true;
  } else if (!frame(cue, "quoted") && !frame(cue, "inf") && !frame(cue, "bare") && read_passive(cue, a)) {
    return;
  } else if (frame(cue, "inf") && cue.be &&
             (a.act != Act::kDecline || (text_.language == "en" && fold(cue.unit).ends_with("ed") &&
                                         at(cue.unit).token_end == at(cue.unit).token + 1))) {
    return;
  }
  if (frame(cue, "show")) a.needs_document = true;
  if (grammar_.is_slavic && read_entry(cue, a)) return;
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

// Der Vorwurf, die Firma sei ein Strohmann, stammt von X; the claim that … came from X.
void SentenceReader::read_origin(const Cue& cue, Attribution& a) {
  const int noun = claim_noun_before(cue.unit);
  const Range named = phrase_right(cue.after);
  if (noun < 0 || cue.negated || named.empty() || !speaks(named)) return;
  if (text_.language == "en" &&  // A report by X finds that the oil came from Y; the claim that it came from Y is false
      (fold(noun + 1) == "by" || fold(noun + 1) == "from" || (named.end < size_ && at(named.end).is(Kind::kAuxiliary))))
    return;
  int begin = noun + 1;
  while (begin < cue.group.begin && !at(begin).is_word() && at(begin).quote < 0) ++begin;
  a.content = spans_of({begin, cue.group.begin});
  if (a.content.empty()) return;
  for (const std::string_view accusing :
       {"vorw", "anschuld", "verd", "accus", "alleg", "charge", "обвин", "звинув", "acus", "oskar", "zarzut"})
    if (fold(noun).starts_with(accusing)) a.act = Act::kAccuse;
  a.speaker = speaker_span(named);
  a.rule = "a claim that comes from";
  if (Attribution* said = finish(a, cue)) said->cue = {at(0).span.begin, at(noun).span.end};
}

// Die Firma wurde von X beschuldigt, …: the agent stands between auxiliary and participle. Returns whether the clause
// is a passive; one without an agent says nothing of who speaks.
bool SentenceReader::read_german_passive(const Cue& cue, Attribution& a) {
  int aux = cue.unit - 1;  // wird vorgeworfen: the auxiliary may belong to the verb's own group
  while (aux >= 0 && !is_boundary(aux) && fold(aux) != "wurde" && fold(aux) != "wurden" && fold(aux) != "wird" &&
         fold(aux) != "werden")
    --aux;
  if (aux < 0 || is_boundary(aux) || (cue.after < size_ && !is_boundary(cue.after))) return false;
  int by = aux + 1;
  while (by < cue.group.begin && !at(by).is(Kind::kBy)) ++by;
  if (by >= cue.group.begin) {
    if (act_of(*cue.lexeme) != Act::kAccuse || cue.negated) return true;
    a.rule = "accused, without an accuser";  // Dem Makler wird vorgeworfen, Papiere gefälscht zu haben
    if (cue.after + 2 < size_ && is_comma_mark(at(cue.after).mark) && !at(cue.after + 1).is(Kind::kConjunction))
      a.content = spans_of({cue.after + 1, clause_end(cue.after + 1, cue)});
    else if (aux + 1 < cue.group.begin)
      a.content = spans_of({aux + 1, cue.group.begin});
    if (aux > 0) a.addressee = speaker_span(trimmed({segment_begin(aux), aux}));
    if (!a.content.empty()) finish(a, cue);
    return true;
  }
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
  if (a.content.empty() && (frame(cue, "np") || a.act == Act::kConfirm) &&
      !a.addressee.empty())  // Der Bericht wurde vom Konzern dementiert
    a.content = {a.addressee}, a.addressee = {};
  if (!a.content.empty()) finish(a, cue);
  return true;
}

// 据路透社报道，两名官员称…, According to Reuters, two officials said …: the paper is the medium, the speaker is behind
// it.
void SentenceReader::unwrap_media() {
  const auto is_media = [&](const Span& span) {
    bool media = false;
    for (const Unit& unit : units_) {
      if (unit.span.begin < span.begin || unit.span.end > span.end) continue;
      if (unit.is(Kind::kOutlet) || unit.is(Kind::kMedia) ||
          (media && text_.tokens[unit.token].fold.starts_with("haber")))  // Reuters'ın haberine göre
        media = true;
      else if (unit.is(Kind::kPerson) || unit.is(Kind::kSpokesman) || unit.is(Kind::kBody) || unit.is(Kind::kDocument))
        return false;
    }
    return media;
  };
  for (size_t i = 0; i < out_.size(); ++i) {
    const Attribution& outer = out_[i];
    if (outer.rule != "according to" || outer.content.empty()) continue;
    // Ein Zeuge hat nach Angaben der Polizei ausgesagt, …: the source stands amid the clause of who speaks
    const bool amid = (text_.language == "de" || text_.language == "fr" || text_.language == "es") &&
                      outer.content.front().begin < outer.cue.begin;
    if (!is_media(outer.speaker) && !outer.is_reported && !amid) continue;
    const auto inner = std::find_if(out_.begin(), out_.end(), [&](const Attribution& a) {
      return &a != &outer && (a.cue.begin > outer.cue.begin || (amid && text_.language == "de")) &&
             !a.speaker.empty() && a.medium.empty() && a.speaker.begin >= outer.content.front().begin &&
             a.speaker.begin < outer.content.front().begin + 16 &&
             (a.cue.end <= outer.content.back().end ||
              (grammar_.marks_object && a.speaker.begin == outer.content.front().begin) ||
              (grammar_.verb_last && !a.content.empty() &&  // X, AA'nın aktardığına göre, … vurguladı
               a.content.front().begin < outer.content.back().end));
    });
    if (inner == out_.end()) continue;
    if (amid && inner->speaker.begin != outer.content.front().begin) continue;
    inner->medium = outer.speaker;
    out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(i--));
  }
}

// If the company denies the report, the bank will …: nothing that was said.
bool SentenceReader::is_said_if(const Attribution& a, const Cue& cue) const {
  const bool inverted =  // Had Sechin said so, he would be in jail
      text_.language == "en" && at(0).is_capital && (fold(0) == "had" || fold(0) == "should" || fold(0) == "were");
  const bool whether = text_.language == "en" && fold(0) == "whether" && a.act != Act::kDecline && !cue.negated;
  const bool depends = has_stop(0, "if") || whether || inverted;
  if (frame(cue, "prep") || frame(cue, "none") || !depends) return false;
  for (int i = 1; i < cue.group.begin; ++i)
    if (is_comma_mark(at(i).mark) || at(i).quote >= 0) return false;
  return a.cue.begin > at(0).span.begin;
}

// It is untrue that Peskov said …: the words before the clause take it back.
bool SentenceReader::is_called_untrue(const Cue& cue) const {
  constexpr int kMostWords = 6;
  int that = cue.group.begin - 1;
  while (that > 0 && cue.group.begin - that <= 2 * kMostWords && at(that).is_word() && !at(that).is(Kind::kThat) &&
         !at(that).is(Kind::kFalsehood))
    --that;
  if (that < 1 || !at(that).is_word()) return false;
  if (at(that).is(Kind::kFalsehood)) return last_fold(that) == "that";  // untrue that
  for (int i = that - 1; i >= 0 && that - i <= kMostWords && (at(i).is_word() || is_comma_mark(at(i).mark)); --i) {
    if (at(i).is(Kind::kFalsehood) || has_stop(i, "verdict")) return true;
    if (has_cue_between(i, i + 1)) return false;
  }
  return false;
}

// No minister has said that …; Kein Beamter bestätigte …: nobody did.
bool SentenceReader::is_said_by_none(const Attribution& a) const {
  if (a.act != Act::kAssert && a.act != Act::kConfirm && a.act != Act::kAccuse) return false;
  for (int i = 0; i < size_ && at(i).span.begin < a.speaker.end; ++i)
    if (at(i).span.begin >= a.speaker.begin && has_stop(i, "nobody")) return true;
  return false;
}

// The court denied bail to X, denied her entry, the port rejected the cargo: a thing is withheld or sent back, no claim
// is denied.
bool SentenceReader::is_withheld(const Attribution& a, const Cue& cue) const {
  if (a.act != Act::kDeny || !frame(cue, "np")) return false;
  const bool sends_back = fold(cue.unit).starts_with("reject");
  const std::string_view what = sends_back ? "sent back" : "withheld";
  int i = cue.after;
  while (i < size_ && i < cue.after + 4 && at(i).is_word() && !has_stop(i, what) &&
         (at(i).is(Kind::kDeterminer) || at(i).is_capital || has_stop(i, "whom")))
    ++i;
  if (i >= size_ || !has_stop(i, what)) return false;
  ++i;
  if (i < size_ && !is_boundary(i) && (!at(i).is(Kind::kPreposition) || (!sends_back && fold(i) == "of"))) return false;
  for (; i < size_ && !is_boundary(i); ++i)
    if (at(i).is(Kind::kAuxiliary)) return false;  // denied access to the site had been blocked
  return true;
}

// n’était pas joignable lundi: does what is said to be refused only say when?
bool SentenceReader::is_only_time(const std::vector<Span>& content) const {
  if (content.size() != 1) return false;
  int begin = 0;
  while (begin < size_ && at(begin).span.begin < content.front().begin) ++begin;
  int end = begin;
  while (end < size_ && at(end).span.end <= content.front().end) ++end;
  bool time = false;
  for (int i = begin; i < end; ++i) time = time || at(i).is(Kind::kTime);
  return begin < end && time && only_time({begin, end});
}

// What is refused begins with the deed, behind the verb of refusing:
// رفض الكشف عن صاحبه
void SentenceReader::take_refused_deed(Attribution& a, const Cue& cue) const {
  const Unit& unit = at(cue.unit);
  const bool gap = unit.gap_end > 0;
  const uint32_t from = gap ? unit.gap_begin : unit.token + 1, to = gap ? unit.gap_end : unit.token_end;
  if (a.content.size() != 1 || from >= to || from <= unit.token) return;
  if (a.content.front().begin < text_.tokens[to - 1].end || a.content.front().begin > text_.tokens[to - 1].end + 1)
    return;
  const std::string_view verb = text_.tokens[unit.token].fold;
  constexpr std::array<std::string_view, 7> kRefusing = {"رفض", "رفضت", "رفضوا", "امتنع", "امتنعت", "رافضا", "رافضة"};
  const bool refuses = std::ranges::any_of(kRefusing, [&](std::string_view word) { return verb.ends_with(word); });
  bool deed = false;
  for (uint32_t t = from; t < to; ++t) deed = deed || text_.tokens[t].fold.starts_with("ال");
  if (!refuses || !deed) return;
  a.cue.end = text_.tokens[unit.token].end;
  a.content.front().begin = text_.tokens[from].begin;
}

// 下载客户端，查看更多报道: what a page offers its readers.
bool SentenceReader::is_page_offer(const Attribution& a) const {
  if (!grammar_.is_wide || a.speaker.empty()) return false;
  return std::ranges::any_of(units_, [&](const Unit& unit) {
    return unit.span.begin == a.speaker.begin && std::ranges::any_of(unit.lexemes, [](const Lexeme* lexeme) {
             return lexeme->kind == Kind::kStop && lexeme->value == "interface";
           });
  });
}

// 没有提到宁波, the complaint mentions none of them: what is not named is no claim.
bool SentenceReader::only_names_not(const Attribution& a, const Cue& cue) const {
  const bool refuses = a.act == Act::kDecline && a.rule == "negated";
  const auto is_none = [&](int i) {
    return at(i).is(Kind::kNothing) || at(i).is(Kind::kNegation) || fold(i) == "none" || fold(i) == "no";
  };
  return has_stop(cue.unit, "mention") && (refuses || (cue.after < size_ && is_none(cue.after)));
}

// Is no speaker named, or only by a pronoun?
bool SentenceReader::is_nobody_else(Span speaker) const {
  if (speaker.empty()) return true;
  return std::ranges::any_of(units_, [&](const Unit& unit) { return unit.span == speaker && unit.is(Kind::kPronoun); });
}

// What somebody is said to say inside the words of another: kept where it warns or accuses, or where the outer cue
// comes last.
void SentenceReader::drop_nested() {
  std::vector<bool> drop(out_.size(), false);
  for (size_t i = 0; i < out_.size(); ++i)
    for (size_t k = 0; k < out_.size(); ++k) {
      if (i == k) continue;
      // a fait savoir qu’elle ne commentait pas: one refusal
      if ((text_.language == "fr" || grammar_.is_slavic || grammar_.marks_object) && out_[k].is_withheld_comment &&
          out_[i].cue.begin >= out_[k].content.front().begin &&
          out_[i].cue.end <= std::max(out_[k].content.back().end, out_[k].cue.end)) {
        drop[i] = true;
        continue;
      }
      if (out_[k].act == Act::kDecline) {  // has yet to confirm that …, stopped short of denying it
        Attribution& refusal = out_[k];
        // не отрицает, что догадывался о получателе; refuse de dire s’il a écrit à la firme: of nobody else
        if (text_.language != "en" && out_[i].act == Act::kAssert && is_nobody_else(out_[i].speaker) &&
            std::ranges::any_of(refusal.content, [&](const Span& span) {
              return out_[i].cue.begin >= span.begin && out_[i].cue.end <= span.end;
            }))
          drop[i] = true;
        if (text_.language != "en" || out_[i].act == Act::kDecline || refusal.content.size() != 1 ||
            refusal.content.front().begin != out_[i].cue.begin || refusal.cue.end >= out_[i].cue.begin ||
            !(out_[i].speaker.empty() || out_[i].speaker == refusal.speaker))
          continue;
        if (refusal.cue.end + 1 == out_[i].cue.begin) {
          drop[i] = true;
          refusal.cue.end = out_[i].cue.end;
          if (!out_[i].content.empty()) refusal.content = out_[i].content;
        } else {
          drop[k] = true;  // X, who asked not to be identified, said that …
        }
        continue;
      }
      if (out_[k].cue.begin > out_[i].cue.begin && (out_[k].act == Act::kDeny || out_[k].act == Act::kDismiss))
        continue;  // ce que conteste X
      for (const Span& span : out_[k].content) {
        if (!(out_[i].cue.begin >= span.begin && out_[i].cue.end <= span.end)) continue;
        const bool outer_last = out_[k].cue.begin > out_[i].cue.begin;
        const Act act = out_[i].act;
        if (!outer_last && !(act == Act::kWarn && text_.language == "en" && fold_before(out_[i].speaker) == "that" &&
                             !out_[k].needs_medium && out_[k].act != Act::kDeny && out_[k].act != Act::kDismiss))
          drop[i] = true;
        if (out_[i].speaker.empty() && !outer_last) drop[i] = true;
        // the firm had asked for it, he said: told back in his words
        if (outer_last && text_.language == "en" && text_.view(out_[i].cue).starts_with("had ") &&
            (act == Act::kRequest || act == Act::kAssert || act == Act::kConfirm))
          drop[i] = true;
      }
    }
  for (size_t i = 0; i < out_.size(); ++i)  // in the words of one that stays
    for (size_t k = 0; k < out_.size(); ++k) {
      if (i == k || drop[i] || drop[k] || out_[k].act == Act::kDecline) continue;
      if (out_[k].cue.begin > out_[i].cue.begin && (out_[k].act == Act::kDeny || out_[k].act == Act::kDismiss))
        continue;
      for (const Span& span : out_[k].content)
        if (out_[i].cue.begin >= span.begin && out_[i].cue.end <= span.end) out_[i].is_nested = true;
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

// 路透社7月3日电，…; 本报讯，…: where and when a report was filed is no part of what it says.
void SentenceReader::skip_dateline() {
  if (number_ > 0 && sentences_[number_ - 1].block == sentence_.block) return;
  if (grammar_.verb_first || grammar_.marks_object) {  // بيروت (رويترز) - …, تهران - …
    for (int i = 1; i < size_ - 1 && i < 8; ++i) {
      if (at(i - 1).is(Kind::kCue)) return;
      const bool dash = at(i).mark == U'-' || is_dash_mark(at(i).mark);
      if (!dash && (is_boundary(i) || is_quote_mark(at(i).mark))) return;
      if (!dash || text_.text[at(i).span.begin - 1] != ' ') continue;
      const int end = grammar_.marks_object ? dateline_agency_end(i) : i;
      for (int k = 0; k <= end; ++k) skipped_[k] = true;
      return;
    }
    return;
  }
  if (text_.language == "en") skip_english_dateline();
  if (!grammar_.is_wide) return;
  for (int i = 1; i < size_ && i < 16 && !is_boundary(i); ++i) {
    const bool filed = fold(i) == "电" || fold(i) == "讯" || fold(i) == "電" || fold(i) == "訊";
    if (!filed || i + 1 >= size_) continue;
    if (at(i + 1).mark == 0 && !at(i + 1).is_bracket && text_.text[at(i).span.end] != ' ') continue;
    for (int k = 0; k <= i; ++k) skipped_[k] = true;
    if (at(i + 1).mark != 0) skipped_[i + 1] = true;
    return;
  }
}

std::vector<Attribution> SentenceReader::read() {
  skipped_.assign(static_cast<size_t>(size_), false);
  const Turn* turn = text_.turn_at(sentence_.span.begin);
  if (turn && (!turn->has_colon || is_turn_word(text_, turn->label))) return read_turn(*turn);
  find_label();
  if (turn && out_.empty() && turn->label.begin == sentence_.span.begin) return read_turn(*turn);
  // The Herald: The broker says he took the goods. Is that a lie?: what leads to a question is no question
  const bool leads = text_.language == "en" ||
                     (size_ > 2 && !is_question_mark(at(size_ - 1).mark) && !is_question_mark(at(size_ - 2).mark));
  if (text_.is_interview && out_.size() == 1 && (out_[0].act != Act::kAsk || leads)) {
    // Tierney: … The police say …: what others say in an answer is theirs
    std::vector<Attribution> said = std::move(out_);
    out_.clear();
    for (int i = 0; i < size_ && at(i).span.begin <= said[0].cue.begin; ++i)
      skipped_[i] = true;  // Seaways & States: the label itself says nothing
    std::vector<Attribution> inner = read_words();
    if (said[0].act == Act::kAssert && !said[0].content.empty())
      said[0].act = act_of_answer({said[0].content.front().begin, sentence_.span.end}, inner);
    for (Attribution& a : inner)
      if (a.cue.begin > said[0].cue.begin && is_somebody_else(a.speaker)) said.push_back(std::move(a));
    return said;
  }
  const bool is_later_paragraph = turn && turn->said.front().end <= sentence_.span.begin;
  if (text_.is_interview &&
      (is_later_paragraph || ((text_.language == "en" || grammar_.is_slavic) && goes_on_with_answer()))) {
    std::vector<Attribution> said = read_words();  // “I do not doubt it”, in the midst of an answer: part of that
    std::erase_if(said, [&](const Attribution& a) {
      return (says_himself(a.speaker) && a.act != Act::kRequest) || (is_later_paragraph && a.speaker.empty());
    });
    return said;
  }
  return read_words();
}

// Is it neither a pronoun nor nobody?
bool SentenceReader::is_somebody_else(Span speaker) const {
  if (speaker.empty()) return false;
  return std::ranges::none_of(units_, [&](const Unit& unit) {
    return unit.span.begin >= speaker.begin && unit.span.end <= speaker.end && unit.is(Kind::kPronoun);
  });
}

std::vector<Attribution> SentenceReader::read_words() {
  if (out_.empty() && (read_wide_cleft() || read_turkish_headline() || read_turkish_direction()))
    return std::move(out_);
  if (out_.empty() && !read_signed_quotation()) read_dash_heading();
  if (!out_.empty()) return std::move(out_);
  skip_dateline();
  find_cues();
  if (grammar_.is_slavic) skip_asides();
  skip_emphasis();
  skip_reduced_relative();
  skip_pronoun_asides();
  join_refusals();
  count_cues();
  find_citations();
  std::vector<Attribution> citations = std::move(out_);
  out_.clear();
  std::vector<Attribution> leads;
  find_persian_leads(leads);
  std::erase_if(cues_, [&](const Cue& cue) { return skipped_[cue.unit]; });
  count_cues();
  if (text_.language == "de") skip_german_asides();
  if (text_.language == "en" && read_quotation_named()) return std::move(out_);
  for (size_t i = 0; i < cues_.size(); ++i)
    if (!skipped_[cues_[i].unit]) read_cue(i);
  read_quotation_behind_colon();
  read_without_verb();
  read_without_saying();
  if (text_.language == "en") read_english_without();
  add_leads(std::move(leads));
  unwrap_media();
  if (text_.language == "en") unwrap_medium_behind(), read_contrary();
  give_answers();
  drop_nested();
  read_denied_claims();
  // wollte den Bericht weder bestätigen noch dementieren: one refusal, found by two wordings
  for (size_t i = 1; i < out_.size(); ++i)
    if (out_[i].act == Act::kDecline && out_[i - 1].act == Act::kDecline && out_[i].speaker == out_[i - 1].speaker &&
        out_[i].content == out_[i - 1].content)
      out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(i--));
  if (text_.language == "en") drop_told_refusals();
  for (size_t i = 1; i < out_.size() && grammar_.is_slavic; ++i) {  // не подтвердил этих данных, но и не опроверг их
    if (out_[i].act != Act::kDecline || out_[i - 1].act != Act::kDecline || out_[i].content.size() != 1) continue;
    const auto unit = std::find_if(units_.begin(), units_.end(),
                                   [&](const Unit& u) { return u.span.begin == out_[i].content[0].begin; });
    if (unit == units_.end() || unit->span.end < out_[i].content[0].end) continue;
    if (!unit->is(Kind::kPronoun) && !unit->is(Kind::kPossessive) && !unit->is(Kind::kAnaphor)) continue;
    out_.erase(out_.begin() + static_cast<long>(i--));
  }
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
    best->cue =
        best->cue.begin < citation.cue.begin && citation.cue.begin - best->cue.begin < 90
            ? Span{best->cue.begin, citation.cue.end}
        : best->cue.begin > citation.cue.end && text_.language == "de" && best->cue.begin - citation.cue.end < 60
            ? Span{citation.cue.begin, best->cue.end}  // unter Berufung auf zwei Beamte gemeldet
        : citation.by_passive ? best->cue
                              : citation.cue;
    best->rule = citation.rule;
  }
  return std::move(out_);
}

}  // namespace cordon::reading
