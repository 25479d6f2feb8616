// What is said without a verb of saying that has its subject: nouns of saying with their owner, hearsay, opinions,
// what somebody claims for himself. German, French, Spanish; only where nothing else in the sentence speaks.
#include <algorithm>
#include <array>

#include "reading/sentence_reader.h"

namespace cordon::reading {
namespace {

template <size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// llegó, recibieron, parecía: verbs in the past by endings that few nouns have.
bool is_spanish_past(std::string_view word) {
  for (const std::string_view ending : {"ó", "aron", "ieron", "ía", "ían", "aban"})
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return true;
  return false;
}

constexpr std::array<std::string_view, 14> kSubjunctive = {"sei",     "seien",  "habe",  "hätten", "hätte",
                                                           "werde",   "würden", "wäre",  "wären",  "könne",
                                                           "könnten", "müsse",  "wolle", "dürfe"};

}  // namespace

bool is_romance_infinitive(std::string_view word, std::string_view language) {
  if (language == "es" && (word == "dar" || word == "ver" || word == "ser")) return true;
  if (word.size() < 4) return false;
  if (language == "es")
    return word.ends_with("ar") || word.ends_with("er") || word.ends_with("ir") || word.ends_with("arse") ||
           word.ends_with("erse") || word.ends_with("irse");
  return word.ends_with("er") || word.ends_with("ir") || word.ends_with("re");
}

bool SentenceReader::has_stop(int i, std::string_view value) const {
  return std::any_of(at(i).lexemes.begin(), at(i).lexemes.end(),
                     [&](const Lexeme* l) { return l->kind == Kind::kStop && l->value == value; });
}

void SentenceReader::add_found(Act act, Range speaker, Range cue, std::vector<Span> content, std::string_view rule) {
  if (content.empty()) return;
  Attribution a;
  a.sentence = number_;
  a.act = act;
  a.speaker = speaker.empty() ? Span{} : speaker_span(speaker);
  a.cue = span_of(cue);
  a.form = form_of(content);
  a.content = std::move(content);
  a.rule = rule;
  out_.push_back(std::move(a));
}

// “We have sold nothing.” — Jan Kask, director of Narva Optics: a paragraph of a quotation, a dash, and whose it is.
bool SentenceReader::read_signed_quotation() {
  constexpr int kMostUnits = 14;
  if (size_ < 3 || size_ > kMostUnits || at(0).quote < 0 || !(is_dash_mark(at(1).mark) || at(1).mark == U'-'))
    return false;
  const auto in_block = [&](uint32_t n) { return n < sentences_.size() && sentences_[n].block == sentence_.block; };
  if ((number_ > 0 && in_block(number_ - 1)) || in_block(number_ + 1)) return false;
  int end = 2;
  while (end < size_ && at(end).is_word()) ++end;
  const Range who{2, end};
  if (!speaks(who) || at(2).is(Kind::kPronoun)) return false;
  for (int i = 2; i < size_; ++i)
    if (at(i).quote >= 0 || at(i).is(Kind::kAuxiliary) ||
        (at(i).is(Kind::kCue) && !is_speaker_noun(i) && !is_name(i) && !at(i).is(Kind::kDocument)))
      return false;  // «…» — сказал министр
  add_found(Act::kAssert, who, {1, 2}, spans_of({0, 1}), "quotation with a signature");
  return !out_.empty();
}

// Where a German subject ends that stands behind its verb: before a preposition, or an article that is no genitive.
int SentenceReader::german_subject_end(Range range) const {
  bool noun = false;
  // widersprach die Sprecherin der Darstellung: a claim at the end is what it is about, and nobody's
  for (int i = range.begin + 1; i + 1 < range.end; ++i)
    if (at(range.end - 1).is(Kind::kClaimNoun) && at(range.end - 1).is_capital && fold(i) == "der" &&
        at(i - 1).is_word() && (at(i - 1).is_capital || is_name(i - 1)) && range.end - i <= 3)
      range.end = i;
  for (int i = range.begin; i < range.end; ++i) {
    const std::string_view word = fold(i);
    if (i > range.begin && noun && at(i).is(Kind::kPreposition) && word != "von" && word != "vom" && !is_name(i))
      return i;
    const bool genitive = word == "der" || word == "des" || word == "einer" || word == "eines" || word == "deren" ||
                          word == "dessen" || word == "dieser" || word == "dieses" || word == "seiner" ||
                          word == "ihrer";
    if (noun && (at(i).is(Kind::kDeterminer) || at(i).is(Kind::kPossessive) || is_oblique(i)) && !genitive &&
        !at(i).is_capital && !at(i - 1).is(Kind::kPreposition) && !at(i - 1).is(Kind::kConjunction))
      return i;
    // räumte der Spediteur Fehler ein: a bare noun behind one that speaks
    if (noun && i + 1 == range.end && at(i).is_capital && !is_name(i) && !is_speaker_noun(i) && at(i).is_word() &&
        (at(i - 1).is(Kind::kPerson) || at(i - 1).is(Kind::kCompany) || at(i - 1).is(Kind::kBody)) &&
        at(i - 1).is_capital && !is_name(i - 1) && text_.tokens[at(i).token].mark == 0 && at(i).kinds != 0 &&
        !at(i).is(Kind::kPlace))
      return i;
    noun = noun || at(i).is_capital || is_name(i) || at(i).is(Kind::kPerson);
  }
  return range.end;
}

// pidió el juez a Suiza el bloqueo: where a Spanish subject ends behind its verb.
int SentenceReader::spanish_subject_end(Range range) const {
  for (int i = range.begin + 1; i < range.end; ++i) {
    const std::string_view word = fold(i);
    if (word == "a" || word == "al") return i;
    if ((at(i).is(Kind::kDeterminer) || at(i).is(Kind::kPossessive)) && !at(i).is(Kind::kPreposition) &&
        !at(i - 1).is(Kind::kPreposition) && !at(i - 1).is(Kind::kDeterminer) && !at(i - 1).is(Kind::kConjunction) &&
        !at(i).is_capital)
      return i;
  }
  return range.end;
}

// Whose the noun of saying at `i` is: des Botschafters, de la banque, Moskaus, ihre; empty where nobody's.
SentenceReader::Range SentenceReader::owner_of(int i) const {
  const bool german = text_.language == "de";
  if (i > 0 && at(i - 1).is(Kind::kPossessive) && !at(i - 1).is(Kind::kDeterminer)) return {i - 1, i};
  if (german && i > 0 && is_name(i - 1) && fold(i - 1).ends_with("s")) {
    int begin = i - 1;
    while (begin > 0 && is_name(begin - 1)) --begin;
    return {begin, i};
  }
  int begin = i + 1;
  if (begin >= size_ || !at(begin).is_word()) return {};
  const std::string_view of = fold(begin);
  if (german && is_name(begin) && of.ends_with("s") && begin + 1 < size_ && is_boundary(begin + 1))
    return {begin, begin + 1};  // der Vorwurf Washingtons, …
  if (german) {
    if (of == "von" || of == "vom" || of == "seitens" || of == "aus")
      ++begin;
    else if (of != "des" && of != "der" && of != "eines" && of != "einer" && of != "mehrerer" && of != "zweier" &&
             of != "seiner" && of != "ihrer")
      return {};
  } else if (of == "de" || of == "d'" || of == "du" || of == "des" || of == "del") {
    ++begin;
  } else {
    return {};
  }
  int end = begin;
  bool noun = false;
  for (; end < size_ && end < begin + 10; ++end) {
    const Unit& unit = at(end);
    const std::string_view word = fold(end);
    if (is_quote_mark(unit.mark)) continue;
    if (is_boundary(end) || unit.is(Kind::kThat) || unit.is(Kind::kAuxiliary) || unit.is(Kind::kTime) ||
        (!german && unit.is(Kind::kNegation)))
      break;
    if (noun && unit.is(Kind::kPreposition) && !is_name(end)) {
      const bool joins = german ? (word == "von" || word == "vom" || (word == "für" && at(end - 1).is(Kind::kPerson)))
                                : (word == "de" || word == "d'" || word == "du" || word == "des" || word == "del");
      const bool infinitive = end + 1 < size_ && is_romance_infinitive(fold(end + 1), text_.language);
      if (!joins || (!german && (infinitive || at(end + 1).is(Kind::kThat)))) break;
    }
    if (!german && noun && at(end - 1).is(Kind::kCapital) && unit.is(Kind::kPreposition)) break;
    if (german && noun && unit.is(Kind::kDeterminer) && word != "der" && word != "des" && word != "einer" &&
        word != "eines" && !at(end - 1).is(Kind::kPreposition))
      break;
    if (german && noun && !unit.is_capital && !is_function(end) && !unit.is(Kind::kAdjective)) break;
    if (text_.language == "es" && noun && is_spanish_past(word) && !unit.is_capital) break;
    if (!german && (word == "selon" || word == "según")) break;
    noun = noun || is_name(end) || is_speaker_noun(end) || (german && unit.is_capital);
  }
  return {begin, end};
}

// erhob den Vorwurf, a émis l'hypothèse, lanzó la acusación: the subject of a verb that only carries the noun at `i`.
SentenceReader::Range SentenceReader::carrier_subject(int i) const {
  int begin = i;
  while (begin > 0 && !is_boundary(begin - 1) && !at(begin - 1).is(Kind::kSubordinator)) --begin;
  int verb = begin;
  while (verb < i && !has_stop(verb, "carries") &&
         !(at(verb).is(Kind::kAuxiliary) && !at(verb).is(Kind::kPronoun) && !at(verb).is_capital))
    ++verb;
  if (verb >= i) return {};
  int end = i + 1;
  while (end < size_ && !is_boundary(end)) ++end;
  bool carried = has_stop(verb, "carries");
  for (int k = verb; k < end && !carried && k < i; ++k) carried = has_stop(k, "carries");
  if (text_.language == "de") carried = carried || has_stop(end - 1, "carries");
  if (!carried) return {};
  for (int k = verb; k < i; ++k)
    if (at(k).is(Kind::kNegation) || at(k).is(Kind::kNothing)) return {};
  Range subject = trimmed({begin, verb});
  if (!subject.empty() && heads_speak(subject) && !at(subject.begin).is(Kind::kPreposition) &&
      !(text_.language == "de" && (is_oblique(subject.begin) || at(begin).is(Kind::kPreposition))))
    return subject;
  if (text_.language != "de") return {};
  subject = phrase_right(verb + 1);
  subject.end = std::min(german_subject_end(subject), i);
  while (!subject.empty() && (at(subject.end - 1).is(Kind::kDeterminer) || at(subject.end - 1).is(Kind::kPreposition)))
    --subject.end;
  if (subject.empty() || !heads_speak(subject) || is_oblique(subject.begin)) return {};
  return subject;
}

// Die Behauptung des Botschafters, …; la promesse du groupe de livrer …; el desmentido de la cancillería: …
bool SentenceReader::read_said_noun() {
  const bool german = text_.language == "de";
  for (int i = 0; i + 2 < size_; ++i) {
    if (!has_stop(i, "saying") || is_quoted(i)) continue;
    if (german && !at(i).is_capital) continue;
    const Act act = act_of_noun(i);
    Range owner = owner_of(i);
    const bool noun_owner = german && owner.size() >= 2 && at(owner.begin).is(Kind::kDeterminer) &&
                            at(owner.end - 1).is_capital && !only_time(owner);  // des maltesischen Registers
    const bool carried = owner.empty() || !(speaks(owner) || owner.end == i || noun_owner);
    if (carried) owner = carrier_subject(i);
    if (owner.empty()) continue;
    const int from = carried ? i + 1 : std::max(owner.end, i + 1);
    const int cue_begin = i > 0 && (at(i - 1).is(Kind::kDeterminer) || at(i - 1).is(Kind::kPossessive)) ? i - 1 : i;
    const auto clause = [&](int begin) {  // up to the next comma
      int end = begin;
      while (end < size_ && !is_comma_mark(at(end).mark) && !is_semicolon_mark(at(end).mark) &&
             !is_terminal_mark(at(end).mark) && !is_dash_mark(at(end).mark))
        ++end;
      return Range{begin, end};
    };
    const auto ends_at_verb = [&](Range range, int least) {  // before the verb of the sentence
      int last = range.end;
      for (int k = range.begin + least; k + 1 < range.end; ++k) {
        const bool verb =
            (!german && (fold(k) == "se" || fold(k) == "s'") && k > range.begin + 1 && k + 1 < range.end &&
             !is_romance_infinitive(fold(k + 1), text_.language)) ||
            (at(k).is(Kind::kAuxiliary) && !at(k).is(Kind::kPronoun) && fold(k) != "se") ||
            (text_.language == "es" && is_spanish_past(fold(k)) && !at(k).is_capital) ||
            (german && !at(k).is_capital && at(k - 1).is_capital && !is_function(k) && !at(k).is(Kind::kAdjective));
        if (!verb) continue;
        last = k;
        if (least < 4) break;  // a phrase has no verb of its own
      }
      while (last > range.begin + 1 && (at(last - 1).is(Kind::kNegation) || at(last - 1).is(Kind::kAdverb))) --last;
      return Range{range.begin, last};
    };
    std::vector<Span> content;
    int m = from;
    if (!german || act == Act::kWarn || act == Act::kRequest || act == Act::kAccuse) {  // to whom it is said
      const std::string_view to = m < size_ && at(m).is_word() ? fold(m) : std::string_view();
      if (to == "an" || to == "à" || to == "au" || to == "aux" || to == "a" || to == "al") {
        int k = m + 1;
        while (k < size_ && k < m + 9 && !is_boundary(k) && !at(k).is(Kind::kPreposition) && !at(k).is(Kind::kThat) &&
               !at(k).is(Kind::kAuxiliary))
          ++k;
        if (!(k == m + 1 || is_romance_infinitive(fold(m + 1), text_.language))) m = k;
      }
    }
    if (german && carried && m + 1 < size_ && at(m).is_word() && is_comma_mark(at(m + 1).mark))
      ++m;  // gab das Versprechen ab, hat den Vorwurf erhoben, …
    if (m < size_ && is_comma_mark(at(m).mark) && m + 2 < size_) {
      const int begin = m + 1;
      const Range range = clause(begin);
      bool subjunctive = false, infinitive = false;
      for (int k = begin + 1; k < range.end; ++k) {
        subjunctive = subjunctive || (k + 1 < range.end && is_one_of(fold(k), kSubjunctive));
        infinitive = infinitive || fold(k) == "zu" ||
                     (fold(k).size() > 6 && fold(k).ends_with("en") && fold(k).find("zu", 2) != std::string_view::npos);
      }
      const bool that = at(begin).is(Kind::kThat) || fold(begin) == "wonach";
      const bool according = fold(begin) == "selon" || fold(begin) == "según";
      if (german ? (that || subjunctive || (infinitive && act != Act::kAssert && !at(begin).is(Kind::kSubordinator)))
                 : according)
        content = spans_of(according ? Range{begin + 2, range.end} : range);
    } else if (m + 1 < size_ && at(m).is_word()) {
      const std::string_view lead = fold(m);
      const bool that = at(m).is(Kind::kThat) ||
                        (text_.language == "es" && lead == "de" && at(m + 1).is(Kind::kThat)) || lead == "selon" ||
                        lead == "según";
      const bool infinitive = (lead == "de" || lead == "d'" || lead == "à" || lead == "a") &&
                              is_romance_infinitive(fold(m + 1), text_.language) && act != Act::kAssert;
      const bool about =
          german ? ((act == Act::kWarn && lead == "vor") || (act == Act::kAccuse && lead == "gegen") ||
                    (act == Act::kRequest && (lead == "nach" || lead == "um" || lead == "auf" || lead == "zu")))
                 : (has_stop(m, "about") && act != Act::kAssert) || lead == "contre" || lead == "contra" ||
                       lead == "sobre" || (lead == "sur" && act != Act::kAssert) ||
                       (act == Act::kRequest && (lead == "para" || lead == "pour" || lead == "de" || lead == "d'"));
      if (that && !german) {
        int begin = m + 1;
        if (begin < size_ && (fold(m) == "selon" || fold(m) == "según" || at(begin).is(Kind::kThat))) ++begin;
        content = spans_of(ends_at_verb(clause(begin), 4));
      } else if (infinitive) {
        content = spans_of(ends_at_verb(clause(m), 2));
      } else if (about) {
        Range range = ends_at_verb(clause(m), 1);
        const std::string_view last = fold(range.end - 1);  // sprach eine Warnung vor Fälschungen aus
        if (german && range.size() > 2 && (last == "aus" || last == "ab" || last == "vor" || last == "an")) --range.end;
        content = spans_of(range);
      }
    }
    if (content.empty() && (cue_begin <= 3 || carried)) {  // …: what it says stands behind the colon
      int colon = from;
      while (colon < size_ && colon < from + 12 && !is_colon_mark(at(colon).mark) &&
             !is_terminal_mark(at(colon).mark) && !is_semicolon_mark(at(colon).mark) && at(colon).quote < 0)
        ++colon;
      if (colon + 1 < size_ && is_colon_mark(at(colon).mark)) {
        int end = size_;
        while (end > colon + 1 && is_terminal_mark(at(end - 1).mark)) --end;
        content = spans_of({colon + 1, end});
      }
    }
    if (content.empty()) continue;
    add_found(act, owner, {cue_begin, i + 1}, std::move(content), "a noun of saying and its owner");
    return true;
  }
  return false;
}

// Niemand bestreitet, dass …; nadie niega que …: what nobody denies is granted.
bool SentenceReader::read_nobody(const Cue& cue) {
  if (grammar_.is_slavic) return read_slavic_nobody(cue);
  if (act_of(*cue.lexeme) != Act::kDeny && act_of(*cue.lexeme) != Act::kConfirm) return false;
  if (text_.language != "de" && text_.language != "fr" && text_.language != "es") return false;
  constexpr std::array<std::string_view, 8> kNobody = {"niemand", "keiner",  "personne", "nul",
                                                       "nadie",   "ninguno", "aucun",    "kaum"};
  int begin = cue.unit;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  int nobody = begin;
  while (nobody < cue.unit && nobody < begin + 3 && !is_one_of(fold(nobody), kNobody)) ++nobody;
  if (nobody > cue.unit || !is_one_of(fold(nobody), kNobody)) return false;
  if (fold(nobody) == "kaum" && !(nobody + 1 < size_ && fold(nobody + 1) == "jemand")) return false;
  if (nobody == cue.unit && act_of(*cue.lexeme) != Act::kConfirm) return false;
  if (nobody < cue.unit && act_of(*cue.lexeme) != Act::kDeny) return false;
  const std::optional<int> that = find_that(cue.after, cue);
  const int from = that ? *that : cue.after;
  Range range{from, clause_end(from, cue)};
  const int first = begin > 0 ? segment_begin(begin - 1) : 0;  // Que el crudo fuera iraní, nadie lo discute
  if (!that && begin > 0 && is_clause_put_first(first, begin - 1)) range = {first, begin - 1};
  if (range.empty() || (!that && is_boundary(range.begin))) return false;
  add_found(Act::kConfirm, {}, {nobody, cue.unit + 1}, spans_of(range), "what nobody denies");
  return true;
}

// Der Geschäftsführer will davon nichts gewusst haben: what somebody says of himself.
bool SentenceReader::read_own_claim() {
  if (text_.language != "de") return false;
  int modal = 0;
  for (int i = 1; i < size_ && i < 14 && modal == 0; ++i) {
    if (at(i).quote >= 0 || is_colon_mark(at(i).mark)) return false;
    const std::string_view word = at(i).is_word() ? fold(i) : std::string_view();
    if (word == "will" || word == "wollen" || word == "wollte" || word == "wollten" || word == "wolle") modal = i;
  }
  if (modal == 0) return false;
  int end = modal + 1;
  while (end < size_ && !is_terminal_mark(at(end).mark) && !is_comma_mark(at(end).mark)) ++end;
  if (end < modal + 4) return false;
  const std::string_view last = fold(end - 1), verb = text_.tokens[at(end - 2).token_end - 1].fold;
  if ((last != "haben" && last != "sein") || at(end - 2).is_capital) return false;
  if (!verb.ends_with("t") && !verb.ends_with("en")) return false;
  int begin = modal;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  Range speaker = trimmed({begin, modal});
  std::vector<Span> content;
  if (!speaker.empty() && speaks(speaker) && !is_oblique(speaker.begin) && !at(begin).is(Kind::kPreposition) &&
      !at(begin).is(Kind::kAnaphor)) {
    content = spans_of({modal + 1, end});
  } else {
    speaker = phrase_right(modal + 1);
    speaker.end = std::min(german_subject_end(speaker), end - 2);
    if (speaker.empty() || !speaks(speaker)) return false;
    if (modal > begin) content = spans_of({begin, modal});
    for (const Span& span : spans_of({speaker.end, end})) content.push_back(span);
  }
  add_found(Act::kAssert, speaker, {modal, modal + 1}, std::move(content), "what somebody says of himself");
  return !out_.empty();
}

// Für den Analysten X ist …; pour la ministre, …; para el analista X, …: an opinion.
bool SentenceReader::read_view() {
  const std::string_view first = fold(0);
  if (first != "für" && first != "pour" && first != "para") return false;
  bool person = false;
  int k = 1;
  for (; k < size_ && k < 14 && !is_boundary(k); ++k) {
    if (at(k).is(Kind::kAuxiliary) && !at(k).is(Kind::kPronoun) && fold(k) != "s'" && !at(k).is(Kind::kDeterminer))
      break;
    if (k == 1 && first != "für" && is_romance_infinitive(fold(1), text_.language)) return false;
    if (at(k).is(Kind::kThat) || at(k).is(Kind::kTime)) return false;
    const Lexeme* noun = at(k).as(Kind::kPerson);
    person = person || (noun && !has_word(noun->detail, "many")) || at(k).is(Kind::kSpokesman) ||
             (first != "für" && k == 1 && at(k).is(Kind::kCapital));
  }
  if (!person && first != "für" && k > 2 && k < 5 && is_comma_mark(at(k).mark) && apposed_end(k) > k) {
    person = true;  // pour Aline Desmedt, de l’association Pierre nue, …
    for (int i = 1; i < k; ++i) person = person && is_name(i);
  }
  if (first != "für" && person) k = apposed_end(k);
  if (!person || k >= size_ - 3) return false;
  if (first == "für" ? is_boundary(k) : !is_comma_mark(at(k).mark)) return false;
  const int begin = first == "für" ? k : k + 1;
  int end = size_;
  while (end > begin && is_terminal_mark(at(end - 1).mark)) --end;
  if (first == "für") {  // only an opinion: für den Minister ist …, not: für den Kapitän wurde eine Kaution gestellt
    const std::string_view verb = fold(k);
    if (verb != "ist" && verb != "sind" && verb != "war" && verb != "waren" && verb != "wäre") return false;
  }
  add_found(Act::kAssert, {1, k}, {0, 1}, spans_of({begin, end}), "in the view of");
  return !out_.empty();
}

// La naviera habría cobrado …, le courtier aurait livré …: what is said of somebody, by whom nobody says.
bool SentenceReader::read_conditional(int limit) {
  if (text_.language != "fr" && text_.language != "es") return false;
  int aux = 0;
  for (int i = 0; i < limit; ++i) {
    if (at(i).quote >= 0 || is_colon_mark(at(i).mark) || is_quote_mark(at(i).mark)) return false;
    if (!at(i).is_word()) continue;
    const std::string_view word = fold(i);
    for (const std::string_view irreal : {"si", "s'il", "s'ils", "sinon", "sans", "faute", "sin", "como", "ojalá", "je",
                                          "nous", "j'", "yo", "nosotros"})
      if (word == irreal) return false;
    if (aux == 0 && (word == "aurait" || word == "auraient" || word == "habría" || word == "habrían" ||
                     word == "serait" || word == "seraient" || word == "estaría" || word == "estarían"))
      aux = i;
  }
  if (aux < 1 || aux + 3 >= limit) return false;
  int begin = aux;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  for (int k = begin; k < aux; ++k)
    if (at(k).is(Kind::kThat) || is_relative(k) || at(k).is(Kind::kSubordinator) || at(k).is(Kind::kNegation) ||
        (at(k).is(Kind::kPronoun) && !at(k).is(Kind::kDeterminer)))
      return false;
  if (aux - begin < 2 && !is_name(begin)) return false;
  int verb = aux + 1;
  while (verb + 1 < limit &&
         (at(verb).is(Kind::kAdverb) || at(verb).is(Kind::kHedge) || fold(verb) == "été" || fold(verb) == "sido"))
    ++verb;
  const std::string_view word = fold(verb);
  for (const std::string_view modal : {"pu", "dû", "du", "voulu", "fallu", "souhaité", "préféré", "aimé", "podido",
                                       "debido", "querido", "gustado", "preferido", "sido", "été", "que"})
    if (word == modal) return false;
  const bool participle = text_.language == "es"
                              ? word.ends_with("ado") || word.ends_with("ido") || word.ends_with("to") ||
                                    word.ends_with("cho") || word.ends_with("ada") || word.ends_with("adas") ||
                                    word.ends_with("ados") || word.ends_with("ida") || word.ends_with("idos")
                              : word.ends_with("é") || word.ends_with("ée") || word.ends_with("és") ||
                                    word.ends_with("ées") || word.ends_with("u") || word.ends_with("i") ||
                                    word.ends_with("is") || word.ends_with("it") || word.ends_with("ert");
  if (!participle || at(verb).is_capital) return false;
  const bool is_being =
      fold(aux).starts_with("ser") || fold(aux).starts_with("est");  // serait contrôlée, estaría controlada
  if (is_being && text_.language == "fr" && !word.ends_with("é") && !word.ends_with("ée") && !word.ends_with("és") &&
      !word.ends_with("ées"))
    return false;
  int end = limit;
  while (end > verb && is_terminal_mark(at(end - 1).mark)) --end;
  std::vector<Span> content = spans_of({begin, aux});
  for (const Span& span : spans_of({aux + 1, end})) content.push_back(span);
  add_found(Act::kAssert, {}, {aux, aux + 1}, std::move(content), "hearsay");
  if (!out_.empty()) out_.back().is_hedged = true;
  return !out_.empty();
}

// A su juicio, todos lo sabían; à ses yeux, la direction a menti: at the head of a sentence, of whoever spoke before.
bool SentenceReader::read_view_before() {
  if (size_ < 4 || !has_stop(0, "view") || is_quoted(0) || has_cue_between(1, size_)) return false;
  const int from = is_comma_mark(at(1).mark) ? 2 : 1;
  int end = size_;
  while (end > from && is_terminal_mark(at(end - 1).mark)) --end;
  add_found(Act::kAssert, {}, {0, 1}, spans_of({from, end}), "in the view of who spoke");
  if (out_.empty()) return false;
  out_.back().takes_speaker_before = true;
  out_.back().goes_on = true;
  return true;
}

// Die Firma hat nach eigenen Angaben …; de son propre aveu, …: whoever is the subject says so.
bool SentenceReader::read_own_words() {
  if (read_view_before()) return true;
  int own = 0;
  while (own < size_ && !has_stop(own, "own words")) ++own;
  if (own >= size_ || is_quoted(own)) return false;
  int begin = own;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  if (begin == own && begin > 1 && is_comma_mark(at(begin - 1).mark)) {  // Le groupe, de son propre aveu, …
    --begin;
    while (begin > 0 && !is_boundary(begin - 1)) --begin;
  }
  int end = own + 1;
  while (end < size_ && !is_terminal_mark(at(end).mark) && !is_semicolon_mark(at(end).mark)) ++end;
  Range subject;
  int from = begin;
  if (text_.language == "de") {
    int verb = begin;
    bool noun = false;
    while (verb < end && !is_boundary(verb) &&
           !(at(verb).is(Kind::kAuxiliary) && !at(verb).is_capital && verb > begin) &&
           !(noun && !at(verb).is_capital && !is_function(verb) && !at(verb).is(Kind::kAdjective))) {
      noun = noun || at(verb).is_capital;
      ++verb;
    }
    if (verb >= end) return false;
    subject = verb <= own ? trimmed({begin, verb}) : Range{};
    from = verb;
    const bool leads = !subject.empty() && heads_speak(subject) && !at(begin).is(Kind::kPreposition) &&
                       !is_oblique(subject.begin) && !(begin <= own && own < verb);
    if (!leads) {
      subject = phrase_right(verb + 1);
      subject.end = german_subject_end(subject);
      if (own > verb) subject.end = std::min(subject.end, own);
      from = begin;
      // Dem Ministerium liegen nach eigenen Angaben keine Hinweise vor: who it is stands in the dative
      if (subject.empty() && verb <= own && is_german_dative(begin)) subject = {begin, verb};
    }
  } else {
    int k = begin == own ? own + 1 : begin;
    while (k < end && is_comma_mark(at(k).mark)) ++k;
    subject = phrase_right(k);
    if (subject.begin < own) subject.end = std::min(subject.end, own);
    from = subject.end;
  }
  subject = trimmed(subject);
  if (subject.empty() || !heads_speak(subject)) return false;
  // Mit dem Verkauf habe die Firma nach eigener Darstellung nichts zu tun: a denial of that
  for (int k = own + 1; k + 2 < end && text_.language == "de"; ++k)
    if (fold(k) == "nichts" && fold(k + 1) == "zu" && fold(k + 2) == "tun" && fold(begin) == "mit") {
      int verb = begin + 1;
      while (verb < own && !at(verb).is(Kind::kAuxiliary)) ++verb;
      add_found(Act::kDeny, subject, {k, k + 3}, spans_of({begin + 1, verb}), "in its own words");
      return !out_.empty();
    }
  std::vector<Span> content = from < own ? spans_of({from, own}) : std::vector<Span>();
  for (const Span& span : spans_of({std::max(from, own + 1), end})) content.push_back(span);
  add_found(Act::kAssert, subject, {own, own + 1}, std::move(content), "in its own words");
  return !out_.empty();
}

// Il se murmure, dans les banques de la place, que …; se rumorea que …: nobody is said to speak.
bool SentenceReader::read_rumour(const Cue& cue) {
  if (!frame(cue, "rumour")) return false;
  if (text_.language == "en" && cue.group.begin > 2 && is_comma_mark(at(cue.group.begin - 1).mark) &&
      !find_that(cue.after, cue)) {  // …, it emerged on Monday
    add_found(Act::kAssert, {}, {cue.group.begin, cue.unit + 1},
              spans_of({segment_begin(cue.group.begin), cue.group.begin - 1}), "hearsay");
    return true;
  }
  int from = cue.after;
  const std::string_view last = text_.tokens[at(cue.unit).token_end - 1].fold;
  if (last != "que" && last != "qu'") {
    int that = cue.after;
    while (that < size_ && that < cue.after + 16 && !at(that).is(Kind::kThat) && !is_terminal_mark(at(that).mark))
      ++that;
    if (frame(cue, "comma") && cue.group.begin > 1 && is_comma_mark(at(cue.group.begin - 1).mark) &&
        (from >= size_ || is_boundary(from))) {  // Le yacht serait, dit-on, à vendre
      std::vector<Span> content = spans_of({segment_begin(cue.group.begin - 1), cue.group.begin - 1});
      if (from + 1 < size_ && is_comma_mark(at(from).mark))
        for (const Span& span : spans_of({from + 1, clause_end(from + 1, cue)})) content.push_back(span);
      const bool quoted = form_of(content) == Form::kDirect;
      if (!quoted) add_found(act_of(*cue.lexeme), {}, {cue.group.begin, cue.unit + 1}, std::move(content), "hearsay");
      if (!quoted && !out_.empty()) out_.back().is_hedged = true;
      return true;
    }
    if (frame(cue, "comma"))  // dem Vernehmen nach will die Bank …, al parecer, …
      from = cue.group.begin > 0 ? size_ : from < size_ && is_comma_mark(at(from).mark) ? from + 1 : from;
    else if (that < size_ && at(that).is(Kind::kThat))
      from = that;
    else if (text_.language == "de" && from + 1 < size_ &&
             (is_comma_mark(at(from).mark) || is_colon_mark(at(from).mark)))
      from = from + 1;
    else
      return true;
  }
  Range speaker;
  int place = cue.after;
  while (place < from && (is_comma_mark(at(place).mark) || at(place).is(Kind::kAdverb))) ++place;
  if (place + 1 < from && at(place).is(Kind::kPreposition)) {
    Range there{place + 1, from};
    while (!there.empty() && !at(there.end - 1).is_word()) --there.end;
    if (speaks(there)) speaker = there;
  }
  if (from + 2 >= size_) return true;
  int end = clause_end(from, cue);
  add_found(act_of(*cue.lexeme), speaker, {cue.group.begin, cue.unit + 1}, spans_of({from, end}), "hearsay");
  if (!out_.empty()) out_.back().is_hedged = true;
  return true;
}

// Auf Satellitenbildern ist zu sehen, dass …; sur les images, on voit …; en las imágenes se aprecia …: what a document
// lets one see.
bool SentenceReader::read_seen() {
  int seen = 0;
  while (seen < size_ && !has_stop(seen, "seen in")) ++seen;
  if (seen >= size_ || is_quoted(seen)) return false;
  int begin = 0;
  while (begin < size_ && !at(begin).is(Kind::kDocument)) ++begin;
  const int document = begin;
  if (document >= size_ || document > 12) return false;
  while (begin > 0 && !is_boundary(begin - 1) && !at(begin - 1).is(Kind::kPreposition)) --begin;
  const bool dative = text_.language == "de" && (is_oblique(begin) || fold(begin) == "der" || fold(begin) == "den");
  if (begin > 0 && at(begin - 1).is(Kind::kPreposition) ? false : !dative) return false;
  Range speaker = phrase_right(begin);
  if (speaker.begin < seen) speaker.end = std::min(speaker.end, seen);
  int from = std::max(seen + 1, document < seen ? 0 : speaker.end);
  int that = from;
  while (that < size_ && that < from + 3 && !at(that).is(Kind::kThat)) ++that;
  const bool reads = from < size_ && (is_colon_mark(at(from).mark) || at(from).quote >= 0);
  if (that < size_ && (at(that).is(Kind::kThat) || fold(that) == "wie"))
    from = that;
  else if (!reads)
    return false;
  int end = size_;
  while (end > from && is_terminal_mark(at(end - 1).mark)) --end;
  while (from < end && is_boundary(from)) ++from;
  add_found(Act::kAssert, trimmed(speaker), {seen, seen + 1}, spans_of({from, end}), "what is seen in");
  return !out_.empty();
}

// Wie es in Regierungskreisen heißt, …; …, wie es in dem Papier heißt.
bool SentenceReader::read_as_it_says() {
  if (text_.language != "de") return false;
  for (int i = 0; i + 4 < size_; ++i) {
    if (fold(i) != "wie" || fold(i + 1) != "es" || (i > 0 && !is_comma_mark(at(i - 1).mark))) continue;
    int verb = i + 2;
    while (verb < size_ && !is_boundary(verb) && fold(verb) != "heißt" && fold(verb) != "hieß" &&
           fold(verb) != "heisst" && fold(verb) != "hiess" && fold(verb) != "heisst")
      ++verb;
    if (verb >= size_ || is_boundary(verb) || !at(i + 2).is(Kind::kPreposition)) return false;
    const Range speaker = trimmed({i + 3, verb});
    if (speaker.empty() || !speaks(speaker)) return false;
    std::vector<Span> content;
    if (i > 1) content = spans_of({segment_begin(i - 1), i - 1});
    int end = size_;
    while (end > verb && is_terminal_mark(at(end - 1).mark)) --end;
    if (verb + 2 < end && is_comma_mark(at(verb + 1).mark))
      for (const Span& span : spans_of({verb + 2, end})) content.push_back(span);
    add_found(Act::kAssert, speaker, {verb, verb + 1}, std::move(content), "as it says in");
    return !out_.empty();
  }
  return false;
}

void SentenceReader::read_without_verb() {
  if (text_.language == "en") {
    const bool said = std::any_of(out_.begin(), out_.end(), [](const Attribution& a) { return !a.needs_document; });
    if (size_ < 5 || at(size_ - 1).mark == U'?') return;
    if (out_.size() == 1 && out_[0].rule == "accused, without an accuser" && read_heard()) {  // A man accused of …
      out_.erase(out_.begin());
      return;
    }
    if (said) return;
    if (!read_heard() && !read_stance() && !read_english_noun() && !read_quotation_named() && !read_english_view())
      read_doubtful();
    return;
  }
  if (grammar_.is_slavic) return read_slavic_without_verb();
  if (text_.language != "de" && text_.language != "fr" && text_.language != "es") return;
  if (size_ < 5 || at(size_ - 1).mark == U'?' || !at(0).is_word()) return;
  if (out_.size() == 1 && out_[0].act == Act::kDeny) {  // Le courtier aurait payé, ce que réfute son avocat
    int comma = 1;
    while (comma + 2 < size_ && !is_comma_mark(at(comma).mark)) ++comma;
    if (at(comma).span.begin < out_[0].cue.begin && !out_[0].content.empty() &&
        out_[0].content.back().end <= at(comma).span.begin)
      read_conditional(comma);
    if (out_.size() == 2) std::swap(out_[0], out_[1]);
  }
  if (!out_.empty()) return;
  if (read_points_to_document() || read_german_speaks_of() || read_suspicion() || read_source_behind_dash() ||
      read_wish() || read_said_noun() || read_own_words() || read_own_claim() || read_view() || read_as_it_says() ||
      read_seen())
    return;
  read_conditional(size_);
}

}  // namespace cordon::reading
