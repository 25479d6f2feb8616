// What sentences of saying have of their own in German, French and Spanish: subjects with an aside, whom somebody is
// accused of what, verdicts on a claim, labels with a name, wishes.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {
namespace {

bool is_western(std::string_view language) { return language == "de" || language == "fr" || language == "es"; }

// Zusammenfassung, conclusión, résultat: endings of things, which no surname has.
bool is_abstract_noun(std::string_view word) {
  for (const std::string_view ending :
       {"ung", "heit", "keit", "tion", "schaft", "ismus", "tät", "ción", "sión", "dad", "ment", "ance", "ence", "ité"})
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return true;
  return false;
}

bool is_of(std::string_view word) {
  return word == "de" || word == "d'" || word == "du" || word == "des" || word == "del";
}

}  // namespace

Act SentenceReader::act_of_noun(int i) const {
  for (const Lexeme* lexeme : at(i).lexemes)
    if (lexeme->kind == Kind::kStop && lexeme->value == "saying") {
      Lexeme word = *lexeme;
      word.value = word.detail;
      return act_of(word);
    }
  return Act::kAssert;
}

// Die Sprecherin, Anna Kruse, sagte am Montag, …; der Kapitän, der in Haft sitzt, beteuert, …: is what stands before
// the aside from unit `aside` to the cue its subject? No other can follow, as the clause goes on behind a comma.
bool SentenceReader::is_head_with_aside(const Cue& cue, int aside) const {
  if (text_.language != "de" || !frame(cue, "say") || !cue.middle.empty()) return false;
  int after = cue.group.end;
  while (after < size_ && at(after).is_word() && (at(after).is(Kind::kTime) || at(after).is(Kind::kAdverb))) ++after;
  if (after + 3 >= size_ || !(is_comma_mark(at(after).mark) || is_colon_mark(at(after).mark))) return false;
  int begin = aside;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  if (begin > 0 || at(0).is(Kind::kPreposition) || at(0).is(Kind::kThat) || is_oblique(0)) return false;
  for (int i = 1; i < aside; ++i)
    if ((at(i).is(Kind::kAuxiliary) && !at(i).is_capital) || at(i).is(Kind::kThat) || has_cue_between(i, i + 1))
      return false;
  return heads_speak({0, aside});
}

// acusa a la empresa de comprar trigo, warf der Regierung „Untätigkeit“ vor: what of, behind whom; empty where the two
// cannot be told apart.
SentenceReader::Range SentenceReader::accused_of(Range object) const {
  if (!is_western(text_.language) || object.size() < 2) return {};
  if (text_.language != "de") {
    for (int i = object.begin + 1; i + 1 < object.end; ++i) {
      if (!at(i).is_word() || !is_of(fold(i))) continue;
      int next = i + 1;
      while (next + 1 < object.end && (at(next).is(Kind::kNegation) || fold(next) == "ne" || at(next).is(Kind::kAdverb)))
        ++next;
      const bool infinitive = at(next).is_word() && !at(next).is_capital && !is_speaker_noun(next) &&
                              !at(next).is(Kind::kGoods) && is_romance_infinitive(fold(next), text_.language) &&
                              !fold(next).ends_with("guerre") && !fold(next).ends_with("terre");
      if (infinitive || is_quote_mark(at(next).mark) || at(next).quote >= 0) return {i, object.end};
    }
    return {};
  }
  const int whom = german_whom_end(object);
  if (whom > object.begin) return {whom, object.end};
  for (int i = object.begin + 1; i + 1 < object.end; ++i)
    if (is_quote_mark(at(i).mark) && !is_quote_mark(at(object.begin).mark)) return {i, object.end};
  int name = object.begin;
  while (name + 1 < object.end && is_name(name)) ++name;
  if (name > object.begin && at(name).is_word() && !at(name).is(Kind::kConjunction)) return {name, object.end};
  return {};
}

// „…“, sagte die Disponentin: an article and a noun that no lexicon has.
bool SentenceReader::speaks_unknown(Range range) const {
  if (!is_western(text_.language) || range.size() < 2 || range.size() > 8) return false;
  const Unit& article = at(range.begin);
  const bool determines = (article.is(Kind::kDeterminer) && !article.is(Kind::kPreposition)) ||
                          article.is(Kind::kPossessive);
  const Unit& noun = at(range.begin + 1);
  if (!determines || is_oblique(range.begin) || !noun.is_word() || noun.is(Kind::kTime) || noun.is(Kind::kClaimNoun))
    return false;
  return text_.language != "de" || noun.is_capital || at(range.end - 1).is_capital;
}

// «De ninguna manera», atajó el armador …: are the words before the comma at `joint` a short quotation, which opens the
// sentence?
bool SentenceReader::is_short_quote_before(int joint) const {
  if (!is_western(text_.language) || joint < 3 || !is_comma_mark(at(joint).mark)) return false;
  const int last = joint - 1;
  if (!is_quote_mark(at(last).mark) || !is_quote_mark(at(0).mark)) return false;
  for (int i = 1; i < last; ++i)
    if (is_quote_mark(at(i).mark)) return false;
  return true;
}

// Selenskyj: „Wir brauchen mehr Munition“: do names alone stand before the colon, and a sentence in marks behind it?
bool SentenceReader::is_name_label(int colon) const {
  if (!is_western(text_.language) || colon > 3 || colon + 1 >= size_) return false;
  if (at(colon + 1).quote < 0 || !is_sentence_in_quotes(at(colon + 1).span)) return false;
  if (colon + 2 < size_ && !is_terminal_mark(at(colon + 2).mark)) return false;
  for (int i = 0; i < colon; ++i) {
    const Unit& unit = at(i);
    if (!unit.is_word() || !unit.is_capital || is_abstract_noun(fold(i))) return false;
    for (const Lexeme* lexeme : unit.lexemes)
      if (lexeme->kind != Kind::kTitle && lexeme->kind != Kind::kPerson) return false;
  }
  return true;
}

// Les accusations sont « sans fondement », a réagi la présidence: what is said calls a claim false, so that the claim is
// dismissed with the words for it.
void SentenceReader::judge_claim(Attribution& a) const {
  if (!is_western(text_.language) || a.content.empty()) return;
  const auto first = std::lower_bound(text_.tokens.begin(), text_.tokens.end(), a.content.front().begin,
                                      [](const Token& t, uint32_t b) { return t.begin < b; });
  const auto begin = static_cast<uint32_t>(first - text_.tokens.begin());
  const uint32_t limit = a.content.back().end;
  const Lexicon& lexicon = Lexicon::of(text_.language);
  uint32_t noun = 0, end = 0, words = 0;  // end: behind the words that belong to the claim
  std::vector<Found> found;
  for (uint32_t i = begin; i < text_.tokens.size() && text_.tokens[i].begin < limit && words < 14;) {
    found.clear();
    uint32_t next = i + 1;
    bool falsehood = false, claim = false, stops = false, links = false;
    if (text_.tokens[i].mark == 0) {
      lexicon.find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
      for (const Found& f : found) {
        if (f.lexeme->detail.find("gap") != std::string::npos) continue;
        if (f.lexeme->kind == Kind::kFalsehood) falsehood = true, next = std::max(next, f.end);
        claim = claim || f.lexeme->kind == Kind::kClaimNoun ||
                (f.lexeme->kind == Kind::kStop && f.lexeme->value == "saying");
        stops = stops || f.lexeme->kind == Kind::kThat || f.lexeme->kind == Kind::kNegation;
        links = links || (f.lexeme->kind == Kind::kAuxiliary && f.lexeme->value == "be");
      }
    } else if (is_comma_mark(text_.tokens[i].mark) || is_colon_mark(text_.tokens[i].mark)) {
      return;
    }
    if (falsehood && noun > 0 && end > begin) {
      uint32_t rest = 0;  // … and no more follows
      for (uint32_t k = next; k < text_.tokens.size() && text_.tokens[k].begin < limit; ++k)
        rest += text_.tokens[k].mark == 0;
      if (rest > 3) return;
      const Span verdict{text_.tokens[i].begin, text_.tokens[next - 1].end};
      a.act = Act::kDismiss;
      a.content = {{text_.tokens[begin].begin, text_.tokens[end - 1].end}};
      a.cue = {std::min(a.cue.begin, verdict.begin), std::max(a.cue.end, verdict.end)};
      return;
    }
    if (claim && words < 4) noun = i + 1;
    if (stops) return;
    if (links && end == 0) end = i;
    if (noun > 0 && !links && end == 0 && falsehood) end = i;
    words += text_.tokens[i].mark == 0;
    i = next;
    if (noun > 0 && end == 0 && i < text_.tokens.size()) {  // Die Vorwürfe entbehrten jeder Grundlage: no "are" between
      found.clear();
      if (text_.tokens[i].mark == 0) lexicon.find(text_.tokens, i, static_cast<uint32_t>(text_.tokens.size()), found);
      for (const Found& f : found)
        if (f.lexeme->kind == Kind::kFalsehood && f.end > i + 1) end = i;
    }
  }
}

// indique-t-on au ministère, explique-t-on à Bercy, assure-t-on dans l'entourage du ministre: where the phrase ends that
// begins at `begin` and says who is meant by "on"; `begin` where none does.
int SentenceReader::on_place_end(int begin) const {
  if (begin + 1 >= size_ || !at(begin).is(Kind::kPreposition)) return begin;
  const std::string_view word = fold(begin);
  if (word != "à" && word != "au" && word != "aux" && word != "chez" && word != "dans") return begin;
  const Range place = phrase_right(begin + 1);
  return !place.empty() && heads_speak(place) && !only_time(place) ? place.end : begin;
}

// Die Union will, dass der Bundestag abstimmt.
bool SentenceReader::read_wish() {
  if (text_.language != "de") return false;
  int modal = 1;
  while (modal + 3 < size_ && !is_boundary(modal + 1)) ++modal;
  if (modal + 3 >= size_ || !is_comma_mark(at(modal + 1).mark) || !at(modal + 2).is(Kind::kThat)) return false;
  const std::string_view word = fold(modal);
  if (word != "will" && word != "wollen" && word != "wollte" && word != "wollten" && word != "möchte" &&
      word != "möchten")
    return false;
  const Range speaker = trimmed({0, modal});
  if (speaker.empty() || !heads_speak(speaker) || is_oblique(speaker.begin)) return false;
  int end = size_;
  while (end > modal && is_terminal_mark(at(end - 1).mark)) --end;
  add_found(Act::kRequest, speaker, {modal, modal + 1}, spans_of({modal + 2, end}), "what somebody wants");
  return !out_.empty();
}

}  // namespace cordon::reading
