// What is said in Russian, Ukrainian and Polish without a verb of saying: nouns of saying with their owner, words of
// hearsay, headings that end with who says so.
#include <algorithm>
#include <array>

#include "reading/sentence_reader.h"

namespace cordon::reading {
namespace {

template <size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// обвинения касаются, звинувачення стосуються, zarzuty dotyczą: what they are of stands behind.
constexpr std::array<std::string_view, 8> kConcerns = {"касаются",   "касается", "касалось", "стосуються",
                                                       "стосується", "dotyczą",  "dotyczy",  "dotyczyły"};
constexpr std::array<std::string_view, 9> kHad = {"miał",   "miała",   "miało",   "mieli",  "miały",
                                                  "miałby", "miałaby", "mieliby", "miałyby"};

constexpr std::array<std::string_view, 3> kNobody = {"никто", "ніхто", "nikt"};
constexpr std::array<std::string_view, 22> kSurnames = {"ов",    "ев",   "ёв",   "ова", "ева", "ина",   "ский", "цкий",
                                                        "ская",  "цкая", "енко", "чук", "юк",  "швили", "дзе",  "ський",
                                                        "цький", "ська", "ski",  "cki", "ska", "wicz"};

// With which prepositions a noun of saying has what it is of.
bool takes_preposition(Act act, std::string_view word) {
  constexpr std::array<std::string_view, 7> kOf = {"в", "во", "у", "за", "о", "об", "o"};
  constexpr std::array<std::string_view, 6> kAbout = {"о", "об", "обо", "про", "o", "przed"};
  return act == Act::kAccuse ? is_one_of(word, kOf) : is_one_of(word, kAbout);
}

}  // namespace

// A finite verb by its ending, where the unit is neither a name nor a noun of a speaker.
bool SentenceReader::is_slavic_verb(int i) const {
  return at(i).is_word() && !is_name(i) && !is_speaker_noun(i) && !at(i).is(Kind::kClaimNoun) &&
         !at(i).is(Kind::kPreposition) &&
         (may_be_verb(text_.tokens[at(i).token_end - 1].fold, text_.language) ||
          may_be_verb(text_.tokens[at(i).token].fold, text_.language));
}

// от, со стороны, з боку, od: behind it stands whose words they are.
bool SentenceReader::leads_to_owner(int i) const {
  const std::string_view first = fold(i);
  if (first == "от" || first == "від" || first == "od") return true;
  const std::string_view phrase = text_.view(at(i).span);
  return phrase == "со стороны" || phrase == "з боку" || phrase == "ze strony" || phrase == "из уст";
}

// Whose the noun of saying at `i` is: обвинения прокуратуры, спростування надійшло від X, його слова; empty where
// nobody's.
SentenceReader::Range SentenceReader::slavic_owner(int i) const {
  if (i > 0 && at(i - 1).is(Kind::kPossessive) && !at(i - 1).is(Kind::kDeterminer)) return {i - 1, i};
  int begin = i + 1;
  for (int k = i + 1; k + 1 < size_ && k < i + 6 && at(k).is_word(); ++k) {
    if (leads_to_owner(k)) {
      begin = k + 1;
      break;
    }
    if (!is_slavic_verb(k) && !at(k).is(Kind::kAdverb) && !at(k).is(Kind::kTime) && !at(k).is(Kind::kPreposition))
      break;
  }
  int end = begin;
  bool noun = false;
  for (; end < size_ && end < begin + 11; ++end) {
    const Unit& unit = at(end);
    if (is_quote_mark(unit.mark)) continue;
    if (!unit.is_word() || unit.is(Kind::kThat) || unit.is(Kind::kTime) || unit.is(Kind::kNegation) ||
        unit.is(Kind::kAuxiliary))
      break;
    if (unit.is(Kind::kPreposition) && !(named_[unit.token] && end > begin)) break;
    if (end > begin && !is_speaker_noun(end) &&
        (is_slavic_verb(end) || is_infinitive(fold(end), text_.language) || unit.is(Kind::kCue)))
      break;
    noun = noun || is_name(end) || is_speaker_noun(end);
  }
  // версия следствия такова: …; the predicate before a colon
  if (end > begin + 1 && end < size_ && is_colon_mark(at(end).mark) && !is_name(end - 1) && !is_speaker_noun(end - 1) &&
      !is_quote_mark(at(end - 1).mark))
    --end;
  return noun ? Range{begin, end} : Range{begin, begin};
}

// Никто в компании не скрывает, что …; nikt nie kwestionuje tego, że …: what nobody denies is granted.
bool SentenceReader::read_slavic_nobody(const Cue& cue) {
  const Act act = act_of(*cue.lexeme);
  if (act != Act::kDeny && act != Act::kConfirm && act != Act::kDecline) return false;
  int nobody = cue.group.begin;
  while (nobody > 0 && !is_boundary(nobody - 1)) --nobody;
  while (nobody < cue.unit && !is_one_of(fold(nobody), kNobody)) ++nobody;
  const std::string_view first = text_.tokens[at(cue.unit).token].fold;
  const bool whole = is_one_of(first, kNobody);  // никто не отрицает: one cue
  const bool has_not = whole || first == "не" || first == "nie";
  if (!whole && (nobody >= cue.unit || !(cue.negated || has_not))) return false;
  if (act == Act::kConfirm && !has_not) return false;
  const std::optional<int> that = find_that(cue.after, cue);
  if (act == Act::kDecline && !that) return false;  // nikt nie chciał rozmawiać
  int from = that ? *that : cue.after;
  for (int k = cue.after; k + 1 < size_ && k < cue.after + 3 && !that; ++k)  // не оспаривает того, что …
    if (is_comma_mark(at(k).mark) && at(k + 1).is(Kind::kThat)) from = k + 1;
  if (from >= size_ || is_boundary(from)) return false;
  add_found(Act::kConfirm, {}, {cue.group.begin, cue.unit + 1}, spans_of({from, clause_end(from, cue)}),
            "what nobody denies");
  return true;
}

// «Ведомости» узнали о планах: a medium that has learned of something reports it.
bool SentenceReader::is_reported_on(Range speaker, int after) const {
  if (!grammar_.is_slavic || after + 1 >= size_) return false;
  const std::string_view word = fold(after);
  if (word != "о" && word != "об" && word != "про" && word != "o") return false;
  for (int i = speaker.begin; i < speaker.end; ++i)
    if (at(i).is(Kind::kMedia) || at(i).is(Kind::kOutlet) || is_quote_mark(at(i).mark)) return true;
  return false;
}

// Его обвиняют в контрабанде, бывшему главе вменяют взятку: a verb in the plural behind whom it accuses.
bool SentenceReader::is_accused_by_nobody(const Cue& cue) const {
  if (!grammar_.is_slavic || act_of(*cue.lexeme) != Act::kAccuse || cue.negated) return false;
  const Agreement verb = verb_of(cue);
  if (verb.singular || verb.impersonal || cue.group.begin == 0) return false;
  const int before = cue.group.begin - 1;
  return at(before).is_word() && !at(before).is(Kind::kConjunction) && !at(before).is(Kind::kSubordinator) &&
         cue.after < size_ && !is_boundary(cue.after);
}

// Факт поставки подтвердил и министр: what stands before the verb neither is named nor speaks elsewhere, and a noun of
// a speaker ends the clause behind it.
bool SentenceReader::is_object_before(Range left, const Cue& cue) const {
  const Act act = act_of(*cue.lexeme);
  if (!grammar_.is_slavic ||
      (act != Act::kConfirm && act != Act::kDeny && act != Act::kDismiss && act != Act::kDecline && !cue.negated))
    return false;
  const Agreement verb = verb_of_two(cue, left);
  for (int i = left.begin; i < left.end; ++i)
    if (is_subject_pronoun(i) ||
        ((named_[at(i).token] || is_speaker_noun(i)) && !is_governed(i) && is_subject_word(i, verb)))
      return false;
  if (is_slavic_place(left, cue)) return false;
  if (cue.after >= size_ || is_boundary(cue.after) || find_that(cue.after, cue) || at(left.begin).is(Kind::kDeterminer))
    return false;
  const Range right = slavic_right(cue.after, cue);
  if (right.empty() || !(right.end >= size_ || is_boundary(right.end)) || !has_slavic_subject(right, cue)) return false;
  if (!may_follow(cue, right)) return false;
  for (int i = right.begin; i < right.end; ++i)
    if (is_speaker_noun(i)) return true;
  return false;
}

// О продаже верфи сообщил источник: what the clause puts first, with its preposition, is what was said; not "об этом".
std::vector<Span> SentenceReader::slavic_topic(const Cue& cue) const {
  int begin = cue.group.begin;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  int end = cue.group.begin;
  if (end - begin > 3 && (at(end - 1).is(Kind::kOutlet) || at(end - 1).is(Kind::kMedia))) --end;  // … РБК сообщил
  if (end - begin > 4 && is_quoted_dative(end - 1)) {  // … «Интерфаксу» сообщили в суде
    --end;
    while (end > begin + 1 && !is_quote_mark(at(end - 1).mark)) --end;
    --end;
  }
  if (end - begin < 2 || !takes_preposition(Act::kWarn, fold(begin))) return {};
  for (int i = begin; i < end && i < begin + 2; ++i)
    if (at(i).is(Kind::kAnaphor) || at(i).is(Kind::kPronoun)) return {};
  return spans_of({begin, end});
}

// В соцсетях пишут, будто …; na rynku mówią, że …: where many say so, whom nothing names.
bool SentenceReader::is_common_place(Range speaker, const Cue& cue) const {
  if (!grammar_.is_slavic || speaker.size() < 2 || !frame(cue, "say") || cue.negated || verb_of(cue).singular)
    return false;
  if (!at(speaker.begin).is(Kind::kPlace) && fold(speaker.begin) != "на" && fold(speaker.begin) != "na") return false;
  for (int i = speaker.begin + 1; i < speaker.end; ++i)
    if (is_name(i) || is_speaker_noun(i) || at(i).is(Kind::kAnaphor) || at(i).is(Kind::kPronoun)) return false;
  return find_that(cue.after, cue).has_value();
}

// Брокер обвиняется в подлоге, prezesowi zarzucono korupcję: nobody is said to accuse.
void SentenceReader::read_accused(const Cue& cue, Attribution& a) {
  if (cue.negated || cue.after >= size_ || is_boundary(cue.after) || at(cue.after).is(Kind::kBy)) return;
  a.rule = "accused, without an accuser";
  int begin = cue.group.begin;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  a.addressee = speaker_span(trimmed({begin, cue.group.begin}));
  a.content = spans_of({cue.after, clause_end(cue.after, cue)});
  if (!a.content.empty()) finish(a, cue);
}

// Порт Находка: краны, склады, причалы: a list behind its heading, which says nothing.
bool SentenceReader::is_bare_list(int colon) const {
  bool comma = false;
  for (int i = colon + 1; i < size_; ++i) {
    comma = comma || is_comma_mark(at(i).mark);
    if (is_slavic_verb(i) || at(i).is(Kind::kCue) || at(i).is(Kind::kNegation) || at(i).is(Kind::kAuxiliary) ||
        is_dash_mark(at(i).mark) || at(i).is(Kind::kSubordinator))
      return false;
  }
  return comma;
}

// отрицает вину, winy nie przyznaje, отклонил обвинения: the object that a cue of several words has in itself.
Span SentenceReader::own_object(const Cue& cue) const {
  const Unit& unit = at(cue.unit);
  if (!grammar_.is_slavic || !frame(cue, "np") || unit.token_end < unit.token + 2) return {};
  const Lexicon& lexicon = Lexicon::of(text_.language);
  std::vector<Found> found;
  for (const uint32_t t : {unit.token, unit.token_end - 1}) {
    found.clear();
    lexicon.find(text_.tokens, t, t + 1, found);
    for (const Found& f : found)
      if (f.lexeme->kind == Kind::kStop && f.lexeme->value == "guilt")
        return {text_.tokens[t].begin, text_.tokens[t].end};
  }
  return {};
}

// Совет отклонил обвинения в шпионаже: the object that a cue of several words ends with belongs to what is denied.
void SentenceReader::take_own_object(const Cue& cue, Attribution& a) const {
  const Unit& unit = at(cue.unit);
  if (a.act != Act::kDeny || !frame(cue, "np") || a.speaker.empty() || unit.token_end < unit.token + 2) return;
  const uint32_t last = unit.token_end - 1;
  const Lexicon& words = Lexicon::of(text_.language);
  if (last > unit.token && words.has(text_.tokens, last - 1, last, {Kind::kPreposition})) return;  // под сомнение
  const Token& word = text_.tokens[last];
  if (a.content.empty()) a.content = {{word.begin, word.end}};
  if (!Lexicon::of(text_.language).has(text_.tokens, last, last + 1, {Kind::kClaimNoun})) return;
  if (a.content.front().begin > word.end && a.content.front().begin < word.end + 2)
    a.content.front().begin = word.begin;
}

// Песков: …; Виктор Орбан: …: two words with capitals, or one that ends as surnames do, head what is said.
bool SentenceReader::is_label_name(int colon) const {
  if (colon > 2 && is_quote_mark(at(0).mark) && is_quote_mark(at(colon - 1).mark))
    return size_ - colon > 3;  // „Bild”: …
  if (colon < 1 || colon > 3) return false;
  for (int i = 0; i < colon; ++i)
    if (!at(i).is_word() || !at(i).is_capital || is_function(i) || at(i).is(Kind::kClaimNoun) || at(i).is(Kind::kCue))
      return false;
  bool verb = false;
  for (int i = colon + 1; i < size_; ++i)
    verb = verb || is_slavic_verb(i) || at(i).is(Kind::kCue) || at(i).is(Kind::kNegation) ||
           at(i).is(Kind::kAuxiliary) || at(i).is(Kind::kFalsehood);
  // Песков: «Россия не получала титан»
  const bool quoted =
      colon + 1 < size_ && at(colon + 1).quote >= 0 && at(colon + 1).token_end >= at(colon + 1).token + 5;
  if (!quoted && (!verb || size_ - colon < 4)) return false;
  const std::string_view word = fold(colon - 1);
  if (colon > 1 && at(0).kinds == 0) return true;
  return std::any_of(kSurnames.begin(), kSurnames.end(), [&](std::string_view ending) {
    return word.size() > ending.size() + 2 && word.ends_with(ending) && at(colon - 1).kinds == 0;
  });
}

// Up to the next comma, semicolon or dash.
int SentenceReader::phrase_end(int begin) const {
  int end = begin;
  while (end < size_ && !is_comma_mark(at(end).mark) && !is_semicolon_mark(at(end).mark) &&
         !is_terminal_mark(at(end).mark) && !is_dash_mark(at(end).mark))
    ++end;
  return end;
}

// Where what a noun of saying is of ends: before the verb of the sentence.
int SentenceReader::before_slavic_verb(int begin) const {
  const int last = phrase_end(begin);
  for (int k = begin + 1; k < last; ++k)
    if (at(k).is(Kind::kNegation) || at(k).is(Kind::kAuxiliary) || is_slavic_verb(k)) return k;
  return last;
}

// What the noun of saying at `i` is of: a clause with "that", an infinitive, a phrase behind its preposition; `m` is
// the first unit behind its owner.
std::vector<Span> SentenceReader::slavic_noun_content(int i, int m, Act act) const {
  for (int k = m; k + 2 < size_ && k < m + 4; ++k) {  // слова министра о том, что …
    if (is_comma_mark(at(k).mark) && at(k + 1).is(Kind::kThat)) return spans_of({k + 1, phrase_end(k + 1)});
    if (!at(k).is_word()) break;
  }
  if (m + 1 >= size_ || !at(m).is_word()) return {};
  if (act == Act::kAccuse || act == Act::kRequest || act == Act::kWarn)
    for (const std::string_view concern : kConcerns)
      if (fold(m) == concern) return spans_of({m + 1, phrase_end(m + 1)});
  const bool asks = act == Act::kPromise || act == Act::kRequest || act == Act::kWarn;
  if (asks && is_infinitive(fold(m), text_.language)) return spans_of({m, before_slavic_verb(m)});
  const bool of = (act == Act::kAccuse || act == Act::kRequest || act == Act::kWarn) && i <= 1;
  if (of && takes_preposition(act, fold(m))) return spans_of({m + 1, before_slavic_verb(m + 1)});
  return {};
}

// Предупреждение разведки звучит просто: …; zarzuty prokuratora dotyczą …; обіцянка міністра відкрити порт …
// `heading`: only what a colon or a dash follows, whatever else the sentence has.
bool SentenceReader::read_slavic_noun(bool heading) {
  for (int i = 0; i + 2 < size_ && i < 8; ++i) {
    if (!has_stop(i, "saying") || is_quoted(i) || (i > 0 && at(i - 1).is(Kind::kPreposition))) continue;
    const Act act = act_of_noun(i);
    const Range owner = slavic_owner(i);
    if (owner.empty()) continue;
    const int from = std::max(owner.end, i + 1);
    std::vector<Span> content;
    if (heading) {
      int colon = from;
      while (colon < size_ && colon < from + 8 && !is_colon_mark(at(colon).mark) && !is_dash_mark(at(colon).mark) &&
             !is_terminal_mark(at(colon).mark) && at(colon).quote < 0 && !is_comma_mark(at(colon).mark) &&
             !(at(colon).is(Kind::kCue) && !is_speaker_noun(colon) && !has_detail(colon, "origin")))
        ++colon;
      const bool marked =
          colon + 2 < size_ && (is_colon_mark(at(colon).mark) || (is_dash_mark(at(colon).mark) && colon == from));
      if (i > 3 || !marked) return false;
      int end = size_;
      while (end > colon + 1 && is_terminal_mark(at(end - 1).mark)) --end;
      content = spans_of({colon + 1, end});
    } else {
      content = slavic_noun_content(i, from, act);
    }
    if (content.empty()) continue;
    add_found(act, owner, {i, i + 1}, std::move(content), "a noun of saying and its owner");
    return true;
  }
  return false;
}

// Podobno …; банк якобы продал …; перевізник розводить руками: мовляв, …: what is said, by whom nobody says. Behind a
// colon or comma it is the word of whom the sentence is about.
bool SentenceReader::read_slavic_hearsay() {
  int i = 0;
  while (i < size_ && !(has_stop(i, "hearsay") && !is_quoted(i))) ++i;
  if (i + 3 >= size_) return false;
  if (opens_participle(fold(i + 1), text_.language) || is_long_participle(fold(i + 1))) return false;
  int begin = i;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  if (begin > 0) {
    if (!has_word(at(i).as(Kind::kStop)->detail, "own") || !at(0).is_word()) return false;
    int subject = 0;  // the first phrase of the sentence
    while (subject < begin && !is_slavic_verb(subject) && !is_boundary(subject)) ++subject;
    const Range who = trimmed({0, subject});
    if (who.empty() || !speaks(who) || at(0).is(Kind::kPreposition)) return false;
    int from = i + 1;
    while (from < size_ && is_comma_mark(at(from).mark)) ++from;
    int end = size_;
    while (end > from && is_terminal_mark(at(end - 1).mark)) --end;
    add_found(Act::kAssert, who, {i, i + 1}, spans_of({from, end}), "hearsay");
    return !out_.empty();
  }
  for (int k = 0; k < i; ++k)
    if (at(k).is(Kind::kPronoun) && (at(k).as(Kind::kPronoun)->value == "i" || at(k).as(Kind::kPronoun)->value == "we"))
      return false;
  int end = i + 1;
  while (end < size_ && !is_terminal_mark(at(end).mark) && !is_semicolon_mark(at(end).mark)) ++end;
  std::vector<Span> content = spans_of({begin, i});
  for (const Span& span : spans_of({i + 1, end})) content.push_back(span);
  add_found(Act::kAssert, {}, {i, i + 1}, std::move(content), "hearsay");
  if (!out_.empty()) out_.back().is_hedged = true;
  return !out_.empty();
}

// Firma miała sprzedać silniki: in Polish what somebody "had to do" is what is said of him.
bool SentenceReader::read_polish_had() {
  if (text_.language != "pl") return false;
  int had = 1;
  while (had < size_ && had < 14 && !is_boundary(had) && !is_one_of(fold(had), kHad)) ++had;
  if (had + 3 >= size_ || had >= 14 || is_boundary(had) || at(had - 1).is(Kind::kNegation)) return false;
  if (!speaks({0, had}) || at(0).is(Kind::kSubordinator) || at(0).is(Kind::kPronoun)) return false;
  int verb = had + 1;
  while (verb < size_ && verb < had + 4 && at(verb).is_word() && !is_infinitive(fold(verb), "pl")) ++verb;
  if (verb >= size_ || verb >= had + 4 || !at(verb).is_word() || fold(verb) == "być" || fold(verb) == "mieć")
    return false;
  const int end = phrase_end(had);
  for (int k = had; k < end; ++k)  // what was to be done by then
    if (k + 1 < end && at(k + 1).is(Kind::kTime) && (fold(k) == "do" || k == verb + 1)) return false;
  std::vector<Span> content = spans_of({0, had});
  for (const Span& span : spans_of({had + 1, end})) content.push_back(span);
  add_found(Act::kAssert, {}, {had, had + 1}, std::move(content), "hearsay");
  if (!out_.empty()) out_.back().is_hedged = true;
  return !out_.empty();
}

// Индия остановила платежи — Reuters: a heading that ends with who says so.
bool SentenceReader::read_slavic_source() {
  if (size_ < 4 || is_terminal_mark(at(size_ - 1).mark)) return false;
  int dash = size_ - 1;
  while (dash > 1 && !is_dash_mark(at(dash).mark)) --dash;
  if (dash <= 1 || size_ - dash > 6 || size_ - dash < 2) return false;
  bool verb = false;
  for (int i = 0; i < dash; ++i) {
    if (is_dash_mark(at(i).mark) || is_colon_mark(at(i).mark)) return false;
    verb = verb || is_slavic_verb(i) || (at(i).is(Kind::kCue) && !is_speaker_noun(i)) ||
           (at(i).is_word() && is_infinitive(fold(i), text_.language));
  }
  bool speaks = false;
  for (int i = dash + 1; i < size_; ++i) {
    if (is_quote_mark(at(i).mark)) continue;
    const bool noun = is_speaker_noun(i) || is_name(i);
    speaks = speaks || noun;
    if (!noun && !at(i).is(Kind::kTitle) && !at(i).is(Kind::kAdjective) && !is_adjective_form(i)) return false;
  }
  if (!speaks || !verb) return false;
  Range said{0, dash};
  while (!said.empty() && is_comma_mark(at(said.end - 1).mark)) --said.end;
  add_found(Act::kAssert, {dash + 1, size_}, {dash, dash + 1}, spans_of(said), "who says so, behind a dash");
  return !out_.empty();
}

void SentenceReader::read_slavic_without_verb() {
  if (size_ < 4 || !out_.empty() || at(size_ - 1).mark == U'?') return;
  if (read_slavic_source() || read_slavic_noun(false) || read_slavic_hearsay()) return;
  read_polish_had();
}

// Посольство заявило, что не комментирует слухи; rzecznik powiedział, że nie będzie tego komentować: what is said is
// that nothing is said, in one clause whose first words are a "no" and a comment.
bool SentenceReader::withholds_comment(const Attribution& a) const {
  constexpr int kMostWords = 12, kMostBetween = 3, kMostBefore = 4;
  if (a.content.size() != 1) return false;
  const Span said = a.content.front();
  const Lexicon& lexicon = Lexicon::of(text_.language);
  const auto limit = static_cast<uint32_t>(text_.tokens.size());
  int words = 0, no = -1, comment = -1;
  std::vector<Found> found;
  for (uint32_t i = text_.token_at(said.begin); i < limit && text_.tokens[i].begin < said.end; ++i) {
    const Token& token = text_.tokens[i];
    if (is_comma_mark(token.mark) || is_semicolon_mark(token.mark)) return false;
    if (token.mark != 0) continue;
    ++words;
    found.clear();
    lexicon.find(text_.tokens, i, limit, found);
    for (const Found& f : found) {
      if (no < 0 && (f.lexeme->kind == Kind::kNegation || f.lexeme->kind == Kind::kNothing)) no = words;
      if (comment < 0 && f.lexeme->kind == Kind::kStop && f.lexeme->value == "comment") comment = words;
    }
  }
  if (words <= kMostWords && comment > 0 && comment <= 2 && no > comment && no + 1 >= words)
    return true;  // комментировать частную жизнь клиентки не будет
  return words <= kMostWords && no > 0 && comment > 0 && std::abs(no - comment) <= kMostBetween && no <= kMostBefore;
}

// покупателем, портом, фирмою, krajem: a noun in the case of what something is entered as.
bool SentenceReader::is_instrumental(int i) const {
  if (!at(i).is_word() || at(i).is(Kind::kPreposition) || at(i).is(Kind::kDocument)) return false;
  const std::string_view word = text_.tokens[at(i).token].fold;
  for (const std::string_view ending : {"ом", "ем", "ём", "ой", "ою", "ею", "єю", "ью", "ами", "ями", "em"})
    if (word.size() > ending.size() + 4 && word.ends_with(ending)) return true;
  return false;
}

// Where in [begin, end) the words begin that say as what something is entered: в качестве покупателя, як отримувача,
// jako odbiorcę, портом погрузки; `end` where none do.
int SentenceReader::entry_role_begin(int begin, int end) const {
  for (int i = begin; i < end; ++i) {
    const std::string_view word = fold(i);
    if ((word == "как" || word == "як" || word == "jako") && i + 1 < size_ && (at(i + 1).is_word() || i + 1 >= end))
      return i;
    for (const std::string_view as : {"качестве", "якості", "charakterze"})
      if (i + 1 < end && (last_fold(i) == as || (at(i).is(Kind::kPreposition) && fold(i + 1) == as))) return i;
    if (is_instrumental(i) && (i == 0 || !at(i - 1).is(Kind::kPreposition))) return i;
  }
  return end;
}

// в накладных, у митній декларації, w nich: a document in its place, in [begin, end), with what it is of; empty where
// none stands there.
SentenceReader::Range SentenceReader::document_place(int begin, int end) const {
  constexpr int kMostAdjectives = 2;
  for (int i = begin; i + 1 < end; ++i) {
    const std::string_view in = fold(i);
    if (in != "в" && in != "во" && in != "у" && in != "w" && in != "we") continue;
    for (const std::string_view them : {"них", "ней", "нём", "нем", "ній", "ньому", "nich", "nim", "niej"})
      if (fold(i + 1) == them) return {i + 1, i + 2};
    int noun = i + 1;
    while (noun < end && noun <= i + kMostAdjectives && !at(noun).is(Kind::kDocument) && at(noun).is_word() &&
           (at(noun).is(Kind::kDeterminer) || is_adjective_form(noun)))
      ++noun;
    if (noun >= end || !at(noun).is(Kind::kDocument)) continue;
    int last = noun + 1;  // and what it is of
    while (last < end && at(last).is_word() && !at(last).is(Kind::kPreposition) && !is_instrumental(last) &&
           !at(last).is(Kind::kTime) && entry_role_begin(last, last + 2) == last + 2)
      ++last;
    return {i + 1, last};
  }
  return {};
}

// В накладных получателем указан завод; jako odbiorcę wymieniono w nich zakład: a document enters somebody as
// something. Returns whether it was so.
bool SentenceReader::read_entry(const Cue& cue, Attribution& a) {
  const bool enters = has_stop(cue.unit, "enters") && !cue.negated;
  if (!enters || cue.after >= size_ || is_boundary(cue.after)) return false;
  int begin = cue.group.begin, end = cue.after;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  while (end < size_ && !is_boundary(end)) ++end;
  Range document = document_place(begin, cue.group.begin);
  if (begin > 2 && document.empty() && is_comma_mark(at(begin - 1).mark)) {  // в накладной, копия которой есть, …
    int comma = begin - 2;
    while (comma > 0 && !is_boundary(comma)) --comma;
    if (comma > 0 && is_comma_mark(at(comma).mark) && is_slavic_aside(comma + 1, begin - 1))
      document = document_place(std::max(0, comma - 6), comma);
  }
  const bool before = !document.empty();
  if (!before) document = document_place(cue.after, end);
  if (document.empty()) return false;
  const int from = before && document.begin > begin ? document.end : begin;
  int role = entry_role_begin(from, cue.group.begin), role_end = cue.group.begin;
  if (role == role_end && before && document.begin > begin)  // Портом погрузки в накладной указан …
    role = entry_role_begin(begin, document.begin - 1), role_end = document.begin - 1;
  if (role >= role_end && entry_role_begin(cue.after, cue.after + 1) == cue.after) {  // груз описан как запчасти
    if (before && document.begin > begin) {
      document.end = document.begin + 1;
      while (document.end < cue.group.begin && !at(document.end - 1).is(Kind::kDocument)) ++document.end;
      while (document.end < cue.group.begin && may_be_adjective(fold(document.end), text_.language))
        ++document.end;  // deklaracji celnej
      role = document.end, role_end = cue.group.begin;
    } else {
      role = begin, role_end = cue.group.begin;
    }
  }
  if (role >= role_end) return false;
  a.speaker = speaker_span(document);
  a.content = spans_of({role, role_end});
  for (const Range part : before ? std::array<Range, 2>{{{cue.after, end}, {end, end}}}
                                 : std::array<Range, 2>{{{cue.after, document.begin - 1}, {document.end, end}}})
    for (const Span& span : spans_of(trimmed(part))) a.content.push_back(span);
  a.rule = "entered in a document";
  if (a.content.size() < 2 || a.speaker.empty()) return false;
  finish(a, cue);
  return true;
}

}  // namespace cordon::reading
