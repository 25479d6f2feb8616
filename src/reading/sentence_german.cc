// What German alone has: "was" that takes up all that was said, documents that "so" points to, suspicions that nobody
// is said to have, a second verb behind "und".
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {
namespace {

// gekauft habe, habe gekauft: the subjunctive of what somebody says.
bool is_subjunctive(std::string_view word) {
  for (const std::string_view verb : {"sei", "seien", "habe", "hätten", "hätte", "werde", "würden", "würde", "wäre",
                                      "wären", "könne", "könnten", "müsse", "wolle", "solle", "dürfe"})
    if (word == verb) return true;
  return false;
}

// legte, verließ, ging: a lower-case word that no lexicon has and that has an ending of the past, or a strong form.
bool is_past_form(std::string_view word) {
  for (const std::string_view ending :
       {"te", "ten", "ieß", "iess", "ing", "ieg", "ief", "ahm", "ahl", "ach", "of", "og", "ug"})
    if (word.size() > ending.size() + 1 && word.ends_with(ending)) return true;
  return false;
}

}  // namespace

// dieser, diese: a German word that stands alone for somebody named before.
bool SentenceReader::is_german_pointer(int i) const {
  if (text_.language != "de" || !at(i).is_word()) return false;
  for (const std::string_view word : {"dieser", "diese", "dieses", "jener", "jene", "jenes"})
    if (fold(i) == word) return true;
  return false;
}

// What was said before unit `comma`: the content of the claim that ends there, else all of the clause.
std::vector<Span> SentenceReader::said_before(int comma) const {
  if (comma < 1) return {};
  for (const Attribution& a : out_)
    if (!a.content.empty() && a.cue.end <= at(comma).span.begin && a.content.back().end >= at(comma - 1).span.begin &&
        a.content.back().end <= at(comma).span.end)
      return a.content;
  return spans_of({segment_begin(comma), comma});
}

// Er habe Papiere gefälscht, was dieser bestreitet; …, was ihr Chef als Unsinn bezeichnet; …, was vom Konzern
// dementiert wird: "was" is all that was said before. Returns whether the clause of the cue begins so.
bool SentenceReader::read_german_which(const Cue& cue, Attribution& a) {
  int what = cue.group.begin - 1;
  while (what > 1 && !is_boundary(what)) --what;
  if (what < 2 || !is_comma_mark(at(what).mark) || what + 2 >= cue.group.begin + 1 || fold(what + 1) != "was")
    return false;
  int after = cue.after;
  while (after < size_ && at(after).is(Kind::kAuxiliary) && !is_boundary(after)) ++after;
  if (after < size_ && !is_boundary(after)) return false;
  const bool takes_object =
      frame(cue, "np") || frame(cue, "call") || a.act == Act::kConfirm || a.act == Act::kDecline || a.act == Act::kDeny;
  if (!takes_object) return false;
  Range named{what + 2, cue.group.begin};
  while (!named.empty() && at(named.begin).is(Kind::kAdverb) && !at(named.begin).is(Kind::kDeterminer)) ++named.begin;
  if (!named.empty() && at(named.begin).is(Kind::kBy)) ++named.begin;  // was vom Konzern bestritten wird
  int end = named.begin;
  while (end < named.end && fold(end) != "als" && !at(end).is(Kind::kNegation) &&
         !(end > named.begin && at(end).is(Kind::kAdverb) && !at(end).is_capital))
    ++end;
  const int called = end;
  named.end = std::min(end, german_subject_end({named.begin, end}));
  if (named.empty()) return false;
  const bool pointer = named.size() == 1 && (is_german_pointer(named.begin) || at(named.begin).is(Kind::kPronoun));
  if (!pointer && !speaks(named) && !(at(named.begin).is(Kind::kDeterminer) && at(named.end - 1).is_capital))
    return false;
  if (frame(cue, "call")) {  // als „Unfug“ bezeichnet
    bool verdict = false;
    for (int i = called; i < cue.group.begin; ++i) verdict = verdict || at(i).is(Kind::kFalsehood);
    if (!verdict) return false;
    a.act = Act::kDismiss;
  }
  a.speaker = speaker_span(named);
  a.content = said_before(what);
  a.rule = "what was said before";
  if (!a.content.empty()) finish(a, cue);
  return true;
}

// So steht es in einem Bericht des Zolls; das steht im Protokoll: of what was just said.
bool SentenceReader::read_points_to_document() {
  if (text_.language != "de" || size_ < 5) return false;
  const std::string_view first = fold(0);
  if (first != "so" && first != "das" && first != "dies") return false;
  const std::string_view verb = fold(1);
  if (verb != "steht" && verb != "stand" && verb != "heißt" && verb != "hieß" && verb != "heisst" && verb != "hiess")
    return false;
  int in = 2;
  while (in < size_ && in < 6 && fold(in) != "in" && fold(in) != "im" && fold(in) != "auf") ++in;
  if (in >= size_ || in >= 6 || in + 1 >= size_) return false;
  Range source = phrase_right(in + 1);
  bool document = false;
  for (int i = source.begin; i < source.end; ++i) document = document || at(i).is(Kind::kDocument);
  const Span said = before_sentence();
  if (!document || said.empty()) return false;
  add_found(Act::kAssert, trimmed(source), {0, in}, {said}, "what was just said");
  return !out_.empty();
}

// Die Firma steht im Verdacht, …; gegen den Händler besteht der Verdacht, …: nobody is said to accuse.
bool SentenceReader::read_suspicion() {
  if (text_.language != "de") return false;
  for (int i = 1; i + 3 < size_ && i < 16; ++i) {
    if (at(i).quote >= 0 || is_comma_mark(at(i).mark) || is_colon_mark(at(i).mark)) return false;
    if (!has_stop(i, "suspected")) continue;
    int comma = i + 1;
    while (comma < size_ && comma < i + 4 && !is_comma_mark(at(comma).mark)) ++comma;
    if (comma + 2 >= size_ || !is_comma_mark(at(comma).mark)) return false;
    int end = size_;
    while (end > comma && is_terminal_mark(at(end - 1).mark)) --end;
    add_found(Act::kAccuse, {}, {i, i + 1}, spans_of({comma + 1, end}), "accused, without an accuser");
    return !out_.empty();
  }
  return false;
}

// sprach von einer „Erfindung“ und legte auf: where a second verb of the subject begins behind "und", which says
// nothing of what was said; `end` where none does. An object alone has no verb.
int SentenceReader::second_verb(int begin, int end) const {
  if (text_.language != "de") return end;
  for (int i = begin; i < end; ++i) {
    if (at(i).is(Kind::kAuxiliary) || at(i).is(Kind::kThat) || is_comma_mark(at(i).mark) ||
        (at(i).is_word() && is_subjunctive(fold(i))))
      return end;
    if (i < begin + 1 || i + 1 >= end || !at(i).is(Kind::kConjunction) || at(i).as(Kind::kConjunction)->value != "and")
      continue;
    const Unit& verb = at(i + 1);
    if (!verb.is_word() || verb.is_capital || is_function(i + 1) || verb.is(Kind::kAdjective) ||
        verb.is(Kind::kFalsehood) || !is_past_form(fold(i + 1)))
      continue;
    const int next = i + 2;
    if (next >= end || !at(next).is_capital) return i;
  }
  return end;
}

// sprach von einer „Erfindung“, von haltlosen Vorwürfen: a noun for what is false, or a claim that is called so.
bool SentenceReader::speaks_of_falsehood(int begin, int end) const {
  for (int i = begin; i < end && i < begin + 6; ++i) {
    if (!at(i).is(Kind::kFalsehood)) continue;
    if (at(i).is_capital || (i > begin && is_quote_mark(at(i - 1).mark))) return true;
    for (int k = i + 1; k < end && k < i + 3; ++k)
      if (at(k).is(Kind::kClaimNoun)) return true;
  }
  return false;
}

// Damit konfrontiert, sagte X, …; auf die Rechnungen angesprochen, erklärte X: …: the words before the comma say on
// which occasion.
bool SentenceReader::is_occasion(int begin, int comma) const {
  if (text_.language != "de" || comma <= begin) return false;
  if (has_detail(begin, "ask") && has_detail(begin, "bare")) return true;  // Auf die Frage, ob …, antwortete X, …
  return comma - begin <= 8 && has_stop(comma - 1, "confronted");
}

// …, Nummern ließen sich fälschen; sie habe ein Gutachten bestellt: the clause behind the semicolon is reported too.
bool SentenceReader::goes_on_reported(int semicolon) const {
  if (text_.language != "de" || has_cue_between(semicolon + 1, size_)) return false;
  for (int i = semicolon + 1; i < size_ && i < semicolon + 10 && !is_comma_mark(at(i).mark); ++i) {
    if (at(i).quote >= 0 || is_semicolon_mark(at(i).mark)) return false;
    if (at(i).is_word() && is_subjunctive(fold(i)) && fold(i) != "würden" && fold(i) != "würde") return true;
  }
  return false;
}

// beschuldigt die Firma, Öl geschmuggelt zu haben: where it begins what of; 0 where no such clause stands behind whom.
int SentenceReader::accused_clause(const Cue& cue, int begin) const {
  if (text_.language != "de" || !frame(cue, "accuse")) return 0;
  const int comma = phrase_stop(begin);
  if (comma <= begin || comma + 2 >= size_ || comma > begin + 8 || !is_comma_mark(at(comma).mark)) return 0;
  const int end = clause_end(comma + 1, cue);
  if (at(comma + 1).is(Kind::kThat)) return comma + 1;
  if (at(comma + 1).is(Kind::kConjunction) || at(comma + 1).is(Kind::kSubordinator)) return 0;
  for (int i = comma + 1; i < end && !is_comma_mark(at(i).mark); ++i) {
    const std::string_view word = fold(i);
    if (word == "zu" || (word.size() > 6 && word.ends_with("en") && !at(i).is_capital &&
                         word.find("zu") != std::string_view::npos && word.find("zu") >= 2))
      return comma + 1;
  }
  return 0;
}

// die Sprecherin des Hafens: an article and a noun of a person behind who spoke, and no verb up to the next comma.
bool SentenceReader::is_apposition(int begin) const {
  if (text_.language != "de" || begin + 1 >= size_ || !at(begin).is(Kind::kDeterminer)) return false;
  if (!at(begin + 1).is(Kind::kPerson) && !at(begin + 1).is(Kind::kSpokesman)) return false;
  for (int i = begin; i < size_ && !is_comma_mark(at(i).mark) && !is_terminal_mark(at(i).mark); ++i)
    if (at(i).is(Kind::kAuxiliary) || has_cue_between(i, i + 1) || (at(i).is_word() && is_subjunctive(fold(i))) ||
        (i > begin + 1 && at(i).is_word() && !at(i).is_capital && !is_function(i) && at(i - 1).is_capital))
      return false;
  return true;
}

// nach Überzeugung der Staatsanwaltschaft Bremen mehrere Tanker …: where a count begins that belongs to the clause, and
// not to whoever is named; the end of `range` where none does.
int SentenceReader::before_quantity(Range range) const {
  for (int i = range.begin + 1; i < range.end; ++i)
    if (has_stop(i, "quantity") && !at(i).is_capital && at(i - 1).is_word() && at(i - 1).is_capital) return i;
  return range.end;
}

// Einen Fehler räumte die Firma ein: Die Papiere seien falsch gewesen; X widerspricht ihm: Der Brief sei eingegangen.
// Where the clause begins that says what; 0 where it does not.
int SentenceReader::reported_behind_colon(const Cue& cue, const Attribution& a) const {
  if (text_.language != "de" || a.content.size() != 1) return 0;
  int colon = cue.group.begin;
  while (colon < size_ && !is_colon_mark(at(colon).mark) && !is_comma_mark(at(colon).mark)) ++colon;
  if (colon + 3 >= size_ || !is_colon_mark(at(colon).mark) || has_quote({colon, size_}) ||
      !is_subjunctive_clause(colon + 1, size_) || has_cue_between(colon + 1, colon + 2))
    return 0;
  if (a.act == Act::kConfirm) return colon + 1;
  const bool whom = a.act == Act::kDeny && cue.after + 1 == colon && at(cue.after).is(Kind::kPronoun);
  return whom ? colon + 1 : 0;
}

// Der Zoll habe die Firma gewarnt, heißt es in Justizkreisen: what the cue says is told by others.
bool SentenceReader::is_reported_behind(const Cue& cue) const {
  if (text_.language != "de" || cue.after + 2 >= size_ || !is_comma_mark(at(cue.after).mark)) return false;
  const int next = cue.after + 1;
  // …, heißt es in Justizkreisen; …, rügte das Gericht
  const bool tells = std::any_of(at(next).lexemes.begin(), at(next).lexemes.end(), [&](const Lexeme* l) {
    return l->kind == Kind::kCue && (has_word(l->detail, "locative") ||
                                     (!at(next).is_capital && !at(next + 1).is(Kind::kThat) && !is_boundary(next + 1) &&
                                      (has_word(l->detail, "say") || has_word(l->detail, "accuse"))));
  });
  return tells && !has_quote({0, cue.group.begin}) && is_subjunctive_clause(0, cue.after);
}

// Den Angaben zufolge wurden 40 Tonnen verkauft: by whoever spoke before.
void SentenceReader::read_their_words(const Cue& cue) {
  const int after = cue.group.end + 1;
  int begin = cue.group.begin;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  std::vector<Span> content = spans_of({begin, cue.group.begin});
  if (after < size_)
    for (const Span& span : spans_of({after, clause_end(after, cue)})) content.push_back(span);
  if (content.empty()) return;
  Attribution a;
  a.content = std::move(content);
  a.takes_speaker_before = true;
  a.goes_on = true;
  a.rule = "according to";
  finish(a, cue);
}

// Die Behauptung, die Firma habe geliefert, wies er zurück: the noun of a claim before the verb, with the clause that
// belongs to it.
std::vector<Span> SentenceReader::german_claim_before(Range left, const Cue& cue) const {
  if (text_.language != "de" || left.empty() || !at(left.end - 1).is(Kind::kClaimNoun)) return {};
  const int comma = left.end, close = cue.group.begin - 1;
  if (comma + 3 >= close || !is_comma_mark(at(comma).mark) || !is_comma_mark(at(close).mark)) return {};
  if (!is_subjunctive_clause(comma + 1, close) && !has_zu_infinitive(comma + 1, close)) return {};
  return spans_of({left.begin, close});
}

// „…“, so Jutta Schreiber aus dem Team der Partei: behind the phrase that says where who speaks belongs; `end` where
// none stands there.
int SentenceReader::behind_so(int end) const {
  if (end >= size_ || !at(end).is_word() || !at(end).is(Kind::kPreposition)) return end;
  int i = end + 1;
  while (i < size_ && i < end + 9 && at(i).is_word() && !at(i).is(Kind::kConjunction) && !has_cue_between(i, i + 1))
    ++i;
  return i >= size_ || is_boundary(i) || goes_on_speaking(i) ? i : end;
}

// so geschehen in Prag, so könnten viele, so genannte Experten: a lower-case word behind "so" that is no article and
// has no ending of an adjective.
bool SentenceReader::is_verb_behind_so(Range named) const {
  if (named.empty() || at(named.begin).is_capital || !at(named.begin).is_word()) return false;
  const Unit& unit = at(named.begin);
  if (unit.is(Kind::kDeterminer) || unit.is(Kind::kPossessive) || unit.is(Kind::kPronoun) || unit.is(Kind::kTitle) ||
      unit.is(Kind::kAdjective) || text_.tokens[unit.token].is_number)
    return false;
  const std::string_view word = fold(named.begin);
  return word == "genannte" || !(word.ends_with("e") || word.ends_with("er"));
}

// und ergänzt: „…“: a second verb of saying behind "und" at unit `i`.
bool SentenceReader::goes_on_speaking(int i) const {
  if (text_.language != "de" || i + 1 >= size_ || !at(i).is(Kind::kConjunction)) return false;
  return at(i + 1).is(Kind::kCue) && !at(i + 1).is_capital && has_cue_between(i + 1, i + 2);
}

// „…“, so Steiner weiter: a surname that no table has, behind a quotation.
bool SentenceReader::is_name_before_adverb(Range named, bool after_quote) const {
  if (!after_quote || named.empty() || named.size() > 3) return false;
  for (int i = named.begin; i < named.end; ++i)
    if (!is_unknown_name(i) && !(i > named.begin && at(i).is(Kind::kAdverb))) return false;
  return true;
}

// warnte vor Journalisten, die Lage sei ernst: does the clause behind the comma say of what, and "vor" only where?
bool SentenceReader::warns_somebody(int comma) const {
  if (comma + 2 >= size_ || !is_comma_mark(at(comma).mark)) return false;
  return at(comma + 1).is(Kind::kThat) || at(comma + 1).quote >= 0 || is_subjunctive_clause(comma + 1, size_);
}

// räumte gegenüber den Sendern ein, den Händler zu kennen: what stands between the parts of the verb says to whom or
// where, and a clause behind the comma what.
bool SentenceReader::is_told_amid(const Cue& cue) const {
  if (text_.language != "de" || act_of(*cue.lexeme) != Act::kConfirm || cue.middle.empty()) return false;
  if (cue.after + 2 >= size_ || !is_comma_mark(at(cue.after).mark)) return false;
  if (!at(cue.middle.begin).is(Kind::kPreposition) && !only_adverbial(cue.middle)) return false;
  const int begin = cue.after + 1, end = clause_end(begin, cue);
  if (at(begin).is(Kind::kConjunction) || at(begin).is(Kind::kSubordinator)) return false;
  return has_zu_infinitive(begin, end) || is_subjunctive_clause(begin, end);
}

// Etiketten ausgetauscht zu haben, daran teilzunehmen
bool SentenceReader::has_zu_infinitive(int begin, int end) const {
  for (int i = begin; i < end; ++i)
    if (fold(i) == "zu" ||
        (fold(i).size() > 6 && fold(i).ends_with("en") && fold(i).find("zu") != std::string_view::npos))
      return true;
  return false;
}

// Er gab den Verkauf zu, bestritt jedoch, davon gewusst zu haben: is what is denied the clause behind the comma?
bool SentenceReader::denies_clause(const Cue& cue, int comma) const {
  if (text_.language != "de" || !(frame(cue, "np") || frame(cue, "say")) || comma + 2 >= size_ ||
      !is_comma_mark(at(comma).mark))
    return false;
  const int begin = comma + 1;
  if (at(begin).is(Kind::kConjunction) || at(begin).is(Kind::kSubordinator) || at(begin).quote >= 0) return false;
  int end = begin;
  while (end < size_ && !is_boundary(end)) ++end;
  return at(begin).is(Kind::kThat) || has_zu_infinitive(begin, end) || is_subjunctive_clause(begin, end);
}

// In einer Stellungnahme heißt es, …; in einem Schreiben an die Zeitung heißt es, …: what was written, without to whom;
// empty where [begin, end) is something else.
SentenceReader::Range SentenceReader::said_in(int begin, int end) const {
  if (fold(begin) != "in" && fold(begin) != "im") return {};
  int noun = begin + 1;
  while (noun < end && noun < begin + 5 && !(at(noun).is_word() && at(noun).is_capital)) ++noun;
  if (noun >= end || !(at(noun).is(Kind::kDocument) || has_stop(noun, "saying"))) return {};
  int whom = noun + 1;
  while (whom < end && fold(whom) != "an") ++whom;
  const bool owned = noun + 1 < whom;  // in einer Stellungnahme des Ministeriums: who wrote it speaks
  if (whom == end && (owned || at(noun).is(Kind::kDocument))) return {};
  return {begin + 1, owned ? whom : noun + 1};
}

// Der Konzern weist das zurück. In einer Stellungnahme (an die Zeitung) heißt es, …: by whoever spoke before.
bool SentenceReader::is_said_in_paper(const Cue& cue) const {
  if (text_.language != "de" || !frame(cue, "locative") || number_ == 0 || !at(0).is(Kind::kAdverb)) return false;
  if (fold(0) != "in" || at(0).token_end < at(0).token + 2 || !text_.tokens[at(0).token_end - 1].is_capital)
    return false;
  for (int i = 1; i < cue.unit; ++i)
    if (is_boundary(i)) return false;
  return cue.group.begin <= 1 || fold(1) == "an";
}

// Als Empfänger nennt der Bericht das Werk, das auf der Liste steht: where a clause on the noun before begins; `end`
// where none does.
int SentenceReader::before_relative_clause(int begin, int end) const {
  if (text_.language != "de") return end;
  for (int i = begin + 1; i + 2 < end; ++i) {
    if (!is_comma_mark(at(i).mark) || !(at(i - 1).is_capital || at(i - 1).is_bracket)) continue;
    const int word = i + 1 + at(i + 1).is(Kind::kPreposition);
    const std::string_view first = fold(word);
    const bool pronoun = first == "der" || first == "die" || first == "das" || first == "dem" || first == "den" ||
                         first == "dessen" || first == "deren" || first == "denen";
    if (!pronoun) continue;
    int last = word + 1;
    while (last + 1 < end && !is_boundary(last + 1)) ++last;
    if (at(last).is_word() && !at(last).is_capital) return i;
  }
  return end;
}

// Paul Rehm, der Inhaber von Nordwind, …; ein Beamter, der anonym bleiben wollte, …: where the apposition or relative
// clause ends that begins behind `comma` and says who a person is; 0 where something else does. `named` tells whether
// it is the name of whoever the noun before is.
int SentenceReader::german_aside_end(int comma, bool& named) const {
  if (comma < 1 || comma + 3 >= size_ || !is_comma_mark(at(comma).mark)) return 0;
  if (at(comma - 1).is(Kind::kPronoun) && !at(comma - 1).is_capital) return 0;
  const int begin = comma + 1;
  int end = begin;
  while (end < size_ && !is_boundary(end) && at(end).quote < 0) ++end;
  if (end <= begin || end - begin > 16) return 0;
  const int word = begin + (at(begin).is(Kind::kPreposition) && begin + 1 < end);
  const std::string_view first = fold(word), last_word = last_fold(end - 1);
  const bool pronoun = first == "der" || first == "die" || first == "dessen" || first == "deren" || first == "dem";
  bool office = false;  // Sprecher der Zollverwaltung, der langjährige Chef der Reederei
  named = true;
  for (int i = begin; i < end; ++i) {
    if (i + 1 < end) {  // a verb before the last word: a clause that says something
      if (at(i).is_word() && is_subjunctive(fold(i))) return 0;
      if (has_cue_between(i, i + 1) && i + 2 < end) return 0;
      if (at(i).is(Kind::kAuxiliary) && !at(i).is_capital && i + 2 < end) return 0;
    }
    if (i < begin + 4) office = office || at(i).is(Kind::kPerson) || at(i).is(Kind::kSpokesman);
    named = named && (is_name(i) || at(i).is_bracket || at(i).is(Kind::kTitle));
  }
  const Unit& last = at(end - 1);
  const bool verb = last_word.ends_with("t") || last_word.ends_with("te") || last_word.ends_with("en");
  const bool relative = pronoun && word + 1 < end && last.is_word() && !last.is_capital && !is_subjunctive(last_word) &&
                        (last.is(Kind::kAuxiliary) || (!at(word + 1).is_capital && verb));
  const bool article = at(begin).is(Kind::kDeterminer) || at(begin).is(Kind::kPossessive) || at(begin).is_capital;
  const bool title =
      office && article && !is_oblique(begin) && (last.is_capital || is_name(end - 1) || last.is_bracket);
  return named || relative || title ? end : 0;
}

// Does the statement of the verb go on behind the comma that closes an aside, with an object, whom or when it was told,
// or the second part of the verb? Else that comma opens what is said.
bool SentenceReader::goes_on_behind_aside(int verb, int close) const {
  if (close + 1 >= size_ || at(close + 1).quote >= 0 || at(close + 1).is(Kind::kThat)) return false;
  if (at(verb).is(Kind::kAuxiliary) && !has_cue_between(verb, verb + 1)) {  // hat …, der Inhaber, … bestritten
    int last = close + 1;
    while (last < size_ && !is_boundary(last)) ++last;
    return has_cue_between(close + 1, last);
  }
  if (at(close).token < at(verb).gap_end) return true;
  int next = close + 1;
  while (next < size_ && !is_boundary(next)) ++next;
  if (only_adverbial({close + 1, next}) || is_told_whom({close + 1, next})) return true;
  const auto cue = std::find_if(cues_.begin(), cues_.end(), [&](const Cue& c) { return c.unit == verb; });
  if (cue == cues_.end()) return false;
  const bool object = frame(*cue, "np") || frame(*cue, "call") || frame(*cue, "accuse") || frame(*cue, "inf") ||
                      act_of(*cue->lexeme) == Act::kConfirm;
  return object && !has_zu_infinitive(close + 1, next) && !is_subjunctive_clause(close + 1, next);
}

// Am Montag wies Paul Rehm, der Inhaber von Nordwind, die Vorwürfe zurück: what is said of a subject behind its verb is
// left out of the statement.
void SentenceReader::skip_german_asides() {
  asides_.assign(static_cast<size_t>(size_), false);
  for (int comma = 2; comma + 2 < size_; ++comma) {
    if (!is_comma_mark(at(comma).mark) || skipped_[comma]) continue;
    int verb = comma - 1;
    const auto is_verb = [&](int i) {
      return has_cue_between(i, i + 1) ||
             (at(i).is(Kind::kAuxiliary) && !at(i).is(Kind::kPronoun) && fold(i) != "sich");
    };
    while (verb >= 0 && verb + 12 > comma && !is_boundary(verb) && !is_verb(verb)) --verb;
    if (verb < 0 || verb + 1 >= comma || is_boundary(verb) || !is_verb(verb) || at(verb).is_capital) continue;
    Range subject{verb + 1, comma};
    while (!subject.empty() && at(subject.begin).is(Kind::kAdverb) && !at(subject.begin).is(Kind::kDeterminer))
      ++subject.begin;
    if (subject.empty() || at(subject.begin).is(Kind::kPreposition) || is_oblique(subject.begin) ||
        !heads_speak(subject) || german_subject_end(subject) != comma)
      continue;
    bool named = false;
    const int close = german_aside_end(comma, named);
    if (close == 0) continue;
    const bool goes_on = close < size_ && is_comma_mark(at(close).mark) && goes_on_behind_aside(verb, close);
    if (!goes_on && !has_cue_between(verb, verb + 1)) continue;
    const int end = goes_on ? close + 1 : close;
    for (int i = comma; i < end; ++i) asides_[i] = !named || i == comma || i == close;
    for (int i = comma; i < end && !named; ++i) skipped_[i] = true;
    comma = close;
  }
}

// Das Forum Waffenrecht fordert die Bundesregierung auf, …: where both could be asked, who asks stands first.
bool SentenceReader::asks_whom_else(Range left, const Cue& cue) const {
  if (act_of(*cue.lexeme) != Act::kRequest || cue.middle.size() < 2 || left.size() < 2) return false;
  const std::string_view first = fold(left.begin), whom = fold(cue.middle.begin);
  const bool subject = first == "der" || first == "das" || first == "die" || first == "ein" || first == "eine";
  const bool object = whom == "die" || whom == "das" || whom == "den" || whom == "alle" || whom == "einen" ||
                      whom == "eine" || whom == "seine" || whom == "ihre";
  return subject && object && at(left.end - 1).is_capital && !only_time(left);
}

// nennt die Vorwürfe „ein Rechenexempel“, nennt das „skandalös“: does what it is called end the clause in marks? Not:
// nennt das Schiff „Eventin“, a name.
bool SentenceReader::is_called_in_marks(int begin) const {
  if (text_.language != "de") return false;
  int open = begin;
  while (open < size_ && !is_quote_mark(at(open).mark) && at(open).quote < 0 && !is_boundary(open)) ++open;
  if (open >= size_ || open == begin || open > begin + 8) return false;
  for (int i = begin; i < open; ++i)
    if (at(i).is(Kind::kClaimNoun) || at(i).is(Kind::kAnaphor)) return true;
  if (at(open).quote >= 0) {
    const uint32_t token = text_.token_at(quotes_[at(open).quote].inner.begin);
    return token < text_.tokens.size() && !text_.tokens[token].is_capital && !text_.tokens[token].is_number;
  }
  return open + 1 < size_ && at(open + 1).is_word() && !at(open + 1).is_capital &&
         !text_.tokens[at(open + 1).token].is_number;
}

// Das Blatt zitierte einen Mitarbeiter mit den Worten: „…“; der Minister wird mit den Worten zitiert, …: who is quoted
// speaks, and who quotes is the medium. Returns whether the cue is such a verb.
bool SentenceReader::read_german_quoted(const Cue& cue, Attribution& a) {
  if (!fold(cue.unit).starts_with("zitier")) return false;
  const auto with_words = [&](int i) {
    if (fold(i) != "mit") return false;
    for (uint32_t t = at(i).token + 1; t < at(i).token + 4 && t < text_.tokens.size(); ++t)
      for (const std::string_view word : {"worten", "satz", "aussage", "sätzen"})
        if (text_.tokens[t].fold == word) return true;
    return false;
  };
  int begin = cue.group.begin;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  Range quoted, medium;
  int after = cue.after;
  int passive = begin;
  while (passive < cue.unit && !at(passive).is(Kind::kAuxiliary)) ++passive;
  if (passive < cue.unit) {  // Lukas wird (von der Agentur) mit den Worten zitiert
    if (!at(passive).as(Kind::kAuxiliary)->value.starts_with("be")) return false;
    int end = passive + 1;
    while (end < cue.unit && fold(end) != "mit" && !at(end).is(Kind::kBy)) ++end;
    quoted = passive > begin && speaks({begin, passive}) ? Range{begin, passive} : Range{passive + 1, end};
    if (end < cue.unit && at(end).is(Kind::kBy)) {
      medium = {end + 1, end + 1};
      while (medium.end < cue.unit && !with_words(medium.end)) ++medium.end;
    }
  } else {
    int with = cue.after;
    while (with < size_ && !is_boundary(with) && !with_words(with)) ++with;
    if (with >= size_ || is_boundary(with)) return false;
    quoted = {cue.after, with};
    medium = {begin, cue.group.begin};
    if (medium.empty() || !speaks(medium)) {  // Dazu zitiert das Blatt einen Händler mit den Worten
      const int end = german_subject_end(quoted);
      medium = {quoted.begin, end};
      quoted.begin = end;
    }
    after = with;
    while (after < size_ && !is_boundary(after)) ++after;
  }
  quoted = trimmed(quoted);
  if (quoted.empty() || !(speaks(quoted) || speaks_unknown(quoted) || is_bare_name(quoted))) return false;
  a.speaker = speaker_span(quoted);
  if (!medium.empty()) a.medium = speaker_span(trimmed(medium));
  a.rule = "medium, quoting";
  if (after + 1 < size_ && (is_colon_mark(at(after).mark) || is_comma_mark(at(after).mark))) {
    a.content = at(after + 1).quote >= 0 ? std::vector<Span>{quotes_[at(after + 1).quote].inner}
                                         : spans_of({after + 1, clause_end(after + 1, cue)});
  } else if (begin > 1 && is_comma_mark(at(begin - 1).mark)) {  // „…“, wird der Minister zitiert
    a.content = at(begin - 2).quote >= 0 ? std::vector<Span>{quotes_[at(begin - 2).quote].inner}
                                         : spans_of({segment_begin(begin - 1), begin - 1});
  }
  if (a.content.empty()) return false;
  finish(a, cue);
  return true;
}

// Von einem „Freibrief“ sprach X; in der Anklage ist von „Umladungen“ die Rede: what is spoken of stands before the
// verb.
bool SentenceReader::read_german_speaks_of() {
  if (text_.language != "de") return false;
  const auto of = [&](int i) { return fold(i) == "von" || fold(i) == "vom"; };
  for (int i = 2; i < size_ && !is_comma_mark(at(i).mark); ++i) {
    const std::string_view verb = fold(i);
    const bool speaks_of = verb == "sprach" || verb == "spricht" || verb == "sprachen" || verb == "sprechen";
    if (speaks_of && of(0) && i + 1 < size_) {
      const Range who = trimmed(phrase_right(i + 1));
      if (who.empty() || !heads_speak(who) || is_oblique(who.begin)) return false;
      add_found(speaks_of_falsehood(1, i) ? Act::kDismiss : Act::kAssert, who, {i, i + 1}, spans_of({0, i}),
                "spoken of");
      return !out_.empty();
    }
    if (last_fold(i) != "rede" || !at(i).is_capital || (at(i).token_end < at(i).token + 2 && fold(i - 1) != "die"))
      continue;
    int begin = i - 1;
    while (begin > 0 && !of(begin)) --begin;
    const int in = at(0).is(Kind::kPreposition) && !of(0) ? 0 : begin - 4;
    int source = std::max(in, 0);
    while (source < begin && fold(source) != "in" && fold(source) != "im" && fold(source) != "auf") ++source;
    if (begin == 0 || source + 1 >= begin) return false;
    Range where = phrase_right(source + 1);
    where.end = std::min(where.end, begin);
    bool document = false;
    for (int k = where.begin; k < where.end; ++k)
      document = document || at(k).is(Kind::kDocument) || at(k).is(Kind::kMedia) || at(k).is(Kind::kBody);
    const int noun = at(i).token_end < at(i).token + 2 ? i - 1 : i;
    if (!document || begin + 1 >= noun) return false;
    add_found(Act::kAssert, trimmed(where), {noun, i + 1}, spans_of({begin, noun}), "spoken of");
    return !out_.empty();
  }
  return false;
}

// Als der Minister davon erfuhr, …; bevor er das sagte: a verb of saying that closes a clause of time or reason.
bool SentenceReader::is_circumstance(const Cue& cue) const {
  if (text_.language != "de" || !frame(cue, "say") || !cue.middle.empty() || act_of(*cue.lexeme) != Act::kAssert)
    return false;
  if (cue.after < size_ && !is_boundary(cue.after)) return false;
  if (cue.after + 1 < size_ && (is_colon_mark(at(cue.after).mark) || at(cue.after).quote >= 0 ||
                                at(cue.after + 1).is(Kind::kThat) || at(cue.after + 1).quote >= 0))
    return false;
  int begin = cue.group.begin;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  if (begin + 1 >= cue.unit || !has_stop(begin, "circumstance")) return false;
  return cue.after + 2 >= size_ || !is_comma_mark(at(cue.after).mark) || !is_subjunctive_clause(cue.after + 1, size_);
}

// betonte das Institut lediglich, man …: behind the adverbs between the subject and the comma or colon.
int SentenceReader::behind_adverbs(int i) const {
  int end = i;
  while (end < size_ && at(end).is_word() && at(end).is(Kind::kAdverb) && !at(end).is(Kind::kPreposition) &&
         !at(end).is(Kind::kNegation))
    ++end;
  return end + 1 < size_ && (is_comma_mark(at(end).mark) || is_colon_mark(at(end).mark)) ? end : i;
}

// Zuvor hatte die Kommission die Vorwürfe zurückgewiesen: the subject between auxiliary and participle, where an object
// stands behind it; empty where none does.
SentenceReader::Range SentenceReader::subject_amid(Range range) const {
  while (!range.empty() && at(range.begin).is(Kind::kAdverb) && !at(range.begin).is(Kind::kDeterminer)) ++range.begin;
  if (range.size() < 2 || is_oblique(range.begin) || at(range.begin).is(Kind::kPreposition)) return {};
  const bool pronoun = at(range.begin).is(Kind::kPronoun) && !at(range.begin).is(Kind::kDeterminer) &&
                       !at(range.begin).is(Kind::kPossessive) && !at(range.begin).is(Kind::kAnaphor);
  int end = pronoun ? range.begin + 1 : german_subject_end(range);
  for (int i = range.begin + 1; i < end; ++i)
    if (at(i).is_word() && (fold(i).starts_with("kein") || fold(i) == "jede" || fold(i) == "jeden") &&
        at(i - 1).is_capital)
      end = i;
  int object = end;
  while (object < range.end && at(object).is(Kind::kAdverb) && !at(object).is(Kind::kDeterminer)) ++object;
  if (object < range.end && at(object).is(Kind::kPreposition)) {  // hat das Gericht im Streitfall die Klage …
    object += 1 + (object + 1 < range.end && at(object + 1).is(Kind::kDeterminer));
    while (object < range.end && !at(object).is(Kind::kDeterminer) && !at(object).is(Kind::kPossessive)) ++object;
  }
  if (object >= range.end || !at(object).is_word() || at(object).is(Kind::kPreposition) || at(object).is(Kind::kTime))
    return {};
  if (!pronoun && !heads_speak({range.begin, end})) return {};
  return {range.begin, end};
}

// laut Angaben aus dem Ministerium in Riga verkauft, laut Bundesamt für Wirtschaft: where who says so ends within a
// clause that goes on; a word for sources keeps where they are, and a body what it is for.
int SentenceReader::source_end(Range range) const {
  // Verkauft wurden sie laut Frachtpapieren von der Firma Karbex: by whom, and not whose the papers are
  for (int i = range.begin + 1; i + 1 < range.end; ++i) {
    if (fold(i) != "von" && fold(i) != "vom") continue;
    for (int k = 0; at(i - 1).is(Kind::kDocument) && k < size_; ++k)
      if (fold(k) == "wurde" || fold(k) == "wurden" || fold(k) == "worden" || fold(k) == "werden") return i;
    break;
  }
  const int end = german_subject_end(range);
  if (end <= range.begin || end + 1 >= range.end || !at(end).is(Kind::kPreposition)) return end;
  const std::string_view word = fold(end);
  const Unit& before = at(end - 1);
  const bool of_source =
      (word == "aus" || word == "in" || word == "im") && (before.is(Kind::kSourceWord) || before.is(Kind::kClaimNoun));
  // a spokesman for the ministry; but: laut zwei Ermittlern für ein Raketenwerk bestimmt
  const bool of_body =
      word == "für" && (before.is(Kind::kBody) || before.is(Kind::kPerson)) && !fold(end + 1).starts_with("ein");
  if (!of_source && !of_body) return end;
  const int rest = german_subject_end({end + 1, range.end});
  return std::max(rest, end + 1);
}

// hat Paul Rehm am Dienstag gesagt: the subject behind an auxiliary that opens the clause, before what says when and
// where; empty where no speaker stands there.
SentenceReader::Range SentenceReader::subject_behind_auxiliary(int aux, const Cue& cue) const {
  Range named{aux + 1, cue.group.begin};
  while (!named.empty() && at(named.begin).is(Kind::kAdverb) && !at(named.begin).is(Kind::kDeterminer)) ++named.begin;
  if (named.empty() || at(named.begin).is(Kind::kPreposition) || is_oblique(named.begin)) return {};
  named.end = german_subject_end(named);
  named = trimmed(named);
  return !named.empty() && heads_speak(named) ? named : Range{};
}

// nach Polizeiangaben war das Schiff leer: the word of the cue that names who says so; empty where that follows.
Span SentenceReader::german_source_in(const Cue& cue) const {
  const Unit& unit = at(cue.unit);
  if (text_.language != "de" || unit.token_end < unit.token + 2) return {};
  const Token& last = text_.tokens[unit.token_end - 1];
  bool compound = false;
  for (const std::string_view noun : {"angaben", "berichten", "aussagen"})
    compound = compound || (last.fold.ends_with(noun) && last.fold.size() > noun.size());
  const int next = cue.group.end;
  if (!compound || (next < size_ && (fold(next) == "der" || fold(next) == "des" || at(next).is(Kind::kBy)))) return {};
  return {last.begin, last.end};
}

}  // namespace cordon::reading
