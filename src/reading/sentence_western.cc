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
  if (grammar_.is_slavic) return slavic_accused(object);
  if (!is_western(text_.language) || object.size() < 2) return {};
  if (text_.language != "de") {
    for (int i = object.begin + 1; i + 1 < object.end; ++i) {
      if (!at(i).is_word() || !is_of(fold(i))) continue;
      int next = i + 1;
      while (next + 1 < object.end &&
             (at(next).is(Kind::kNegation) || fold(next) == "ne" || at(next).is(Kind::kAdverb)))
        ++next;
      const bool infinitive = at(next).is_word() && !at(next).is_capital && !is_speaker_noun(next) &&
                              !at(next).is(Kind::kGoods) && is_romance_infinitive(fold(next), text_.language) &&
                              !fold(next).ends_with("guerre") && !fold(next).ends_with("terre");
      if (infinitive || is_quote_mark(at(next).mark) || at(next).quote >= 0) return {i, object.end};
    }
    const std::string_view to = fold(object.begin);
    const bool told = to == "a" || to == "al" || to == "à" || to == "au" || to == "aux";
    int name = object.begin + told;  // responsabiliza a Abu Dabi de los ataques, accuse Moscou de crimes
    while (name + 1 < object.end && is_name(name)) ++name;
    if (name > object.begin + told && at(name).is_word() && is_of(fold(name))) return {name, object.end};
    for (int i = object.begin + 2; told && i + 1 < object.end; ++i)  // reprochó a Sánchez su «opacidad»
      if ((at(i).is(Kind::kPossessive) || at(i).is(Kind::kDeterminer)) && !at(i).is(Kind::kPreposition) &&
          !at(i).is_capital && !at(i - 1).is(Kind::kPreposition) && !at(i - 1).is(Kind::kDeterminer) &&
          !at(i - 1).is(Kind::kConjunction))
        return {i, object.end};
    return {};
  }
  const int whom = german_whom_end(object);
  if (whom > object.begin) return {whom, object.end};
  // kritisierte die Ermittlungen als „schlampig“: a thing, and what it is called
  for (int i = object.begin + 1; i < object.end; ++i)
    if (fold(i) == "als" && !speaks({object.begin, i})) return {};
  if (fold(object.begin) == "der" || fold(object.begin) == "einer") {  // warf der Firma Betrug vor
    int noun = object.begin + 1;
    while (noun < object.end && at(noun).is_word() && !at(noun).is_capital) ++noun;
    while (noun + 1 < object.end && is_name(noun + 1)) ++noun;
    if (noun + 1 < object.end && at(noun + 1).is_word() && at(noun + 1).is_capital) return {noun + 1, object.end};
  }
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
  const bool determines =
      (article.is(Kind::kDeterminer) && !article.is(Kind::kPreposition)) || article.is(Kind::kPossessive);
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

// nannte es „Rache“, ohne die Lieferung zu bestreiten; sans le contester; sin negarlo: where what is not denied or not
// confirmed ends, that begins at unit `i`; 0 where nothing of the kind does.
int SentenceReader::without_saying(int i) const {
  const std::string_view word = fold(i);
  const bool german = text_.language == "de";
  if (word != (german ? "ohne" : text_.language == "fr" ? "sans" : "sin")) return 0;
  for (int k = i + 1; k < size_ && k < i + (german ? 12 : 5) && !is_boundary(k); ++k) {
    if (!has_stop(k, "without saying")) continue;
    if (german) return k + 1;
    int end = k + 1;
    while (end < size_ && !is_boundary(end) && !at(end).is(Kind::kConjunction)) ++end;
    return end;
  }
  return 0;
}

// What is not denied in passing is refused by whoever spoke before, and no part of what he said.
void SentenceReader::read_without_saying() {
  if (!is_western(text_.language) || text_.language == "en" || out_.empty()) return;
  for (int i = 1; i + 1 < size_; ++i) {
    const int end = at(i).is_word() && at(i).quote < 0 ? without_saying(i) : 0;
    const Span span = end > 0 ? span_of({i, end}) : Span{};
    if (span.empty()) continue;
    const Attribution* before = nullptr;
    for (const Attribution& a : out_) {
      if (a.act == Act::kDecline && a.cue.begin >= span.begin && a.cue.begin < span.end) return;
      if (a.cue.end <= span.begin && a.act != Act::kAsk) before = &a;
    }
    if (!before) return;
    for (Attribution& a : out_) cut_behind(a, span.begin);
    for (int k = i + 1; k < end; ++k)
      if (has_stop(k, "particulars")) return;  // ohne Einzelheiten zu nennen: nothing in particular is withheld
    Attribution a;
    a.sentence = number_;
    a.act = Act::kDecline;
    a.cue = span;
    a.content = {span};
    a.speaker = before->speaker;
    a.takes_speaker_before = a.speaker.empty();
    a.rule = "without saying";
    out_.push_back(std::move(a));
    return;
  }
}

// Ends the content at the word before `byte`.
void SentenceReader::cut_behind(Attribution& a, uint32_t byte) const {
  uint32_t end = 0;
  for (const Unit& unit : units_)
    if (unit.span.end <= byte && unit.span.begin < byte && !is_comma_mark(unit.mark)) end = unit.span.end;
  if (a.content.empty() || a.content.front().begin >= byte || end <= a.content.front().begin) return;
  std::erase_if(a.content, [&](const Span& span) { return span.begin >= byte; });
  if (a.content.back().end > byte) a.content.back().end = end;
}

// Selenskyj: „Wir brauchen mehr Munition“: do names alone stand before the colon, and a sentence in marks behind it?
bool SentenceReader::is_name_label(int colon) const {
  if (!is_western(text_.language) || colon > 3 || colon + 1 >= size_) return false;
  if (is_interview_turn()) return true;
  if (at(size_ - 1).mark == U'?' && colon == 1 && text_.tokens[at(0).token].is_all_capitals) return true;
  if (at(colon + 1).quote < 0 || at(colon + 1).token_end < at(colon + 1).token + 5) return false;
  if (colon + 2 < size_ && !is_terminal_mark(at(colon + 2).mark)) return false;
  for (int i = 0; i < colon; ++i) {
    const Unit& unit = at(i);
    if (!unit.is_word() || !unit.is_capital || is_abstract_noun(fold(i))) return false;
    for (const Lexeme* lexeme : unit.lexemes)
      if (lexeme->kind != Kind::kTitle && lexeme->kind != Kind::kPerson) return false;
  }
  return true;
}

// Les accusations sont « sans fondement », a réagi la présidence: what is said calls a claim false, so that the claim
// is dismissed with the words for it.
void SentenceReader::judge_claim(Attribution& a) const {
  if (!is_western(text_.language) || a.content.empty()) return;
  const uint32_t begin = text_.token_at(a.content.front().begin);
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
                (f.lexeme->kind == Kind::kStop && (f.lexeme->value == "saying" || f.lexeme->value == "story"));
        stops = stops || f.lexeme->kind == Kind::kThat || f.lexeme->kind == Kind::kNegation;
        links = links || (f.lexeme->kind == Kind::kAuxiliary && f.lexeme->value == "be");
      }
    } else if (is_comma_mark(text_.tokens[i].mark) || is_colon_mark(text_.tokens[i].mark)) {
      return;
    }
    if (falsehood && noun > 0 && end > begin) {
      uint32_t rest = 0;  // … and no more follows
      for (uint32_t k = next; k < text_.tokens.size() && text_.tokens[k].begin < limit; ++k) {
        rest += text_.tokens[k].mark == 0;
        found.clear();  // frei erfunden und aus der Luft gegriffen: one verdict more
        if (text_.tokens[k].mark == 0) lexicon.find(text_.tokens, k, static_cast<uint32_t>(text_.tokens.size()), found);
        for (const Found& f : found)
          if (f.lexeme->kind == Kind::kFalsehood && f.end > next) next = f.end, rest = 0;
        k = std::max(k, next > k ? next - 1 : k);
      }
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

// indique-t-on au ministère, explique-t-on à Bercy, assure-t-on dans l'entourage du ministre: where the phrase ends
// that begins at `begin` and says who is meant by "on"; `begin` where none does.
int SentenceReader::on_place_end(int begin) const {
  if (begin + 1 >= size_ || !at(begin).is(Kind::kPreposition)) return begin;
  const std::string_view word = fold(begin);
  if (word != "à" && word != "au" && word != "aux" && word != "chez" && word != "dans" && word != "auprès")
    return begin;
  const Range place = phrase_right(begin + 1);
  return !place.empty() && heads_speak(place) && !only_time(place) ? place.end : begin;
}

// What is said is that nothing is confirmed, or that nothing is said:
// گفت نمی‌تواند خبر را تأیید کند.
// Zu laufenden Verfahren äußere man sich nicht, so eine Sprecherin: one clause.
bool SentenceReader::withholds(const Attribution& a) const {
  constexpr uint32_t kMostWords = 11;
  const bool eastern = grammar_.marks_object || grammar_.verb_first;
  if (grammar_.is_slavic) return withholds_comment(a);
  if ((!is_western(text_.language) && !eastern) || a.content.size() != 1) return false;
  const Lexicon& lexicon = Lexicon::of(text_.language);
  const auto limit = static_cast<uint32_t>(text_.tokens.size());
  std::vector<Found> found;
  bool comments = false, no = false;
  uint32_t words = 0;
  for (uint32_t i = text_.token_at(a.content.front().begin); i < limit && text_.tokens[i].begin < a.content.front().end;
       ++i) {
    const Token& token = text_.tokens[i];
    if (is_comma_mark(token.mark) || is_semicolon_mark(token.mark)) return false;
    if (token.mark != 0) continue;
    if (++words > kMostWords) return false;
    found.clear();
    lexicon.find(text_.tokens, i, limit, found);
    for (const Found& f : found) {
      comments = comments || (f.lexeme->kind == Kind::kStop && f.lexeme->value == "comment");
      if (eastern) {
        // لن يعلق على الأمر: the words that refuse
        if (f.lexeme->kind == Kind::kStop && f.lexeme->value == "no comment") return true;
        no = no || (f.lexeme->kind == Kind::kStop && f.lexeme->value == "cannot" && words <= 2);
        continue;
      }
      no = no || f.lexeme->kind == Kind::kNegation || f.lexeme->kind == Kind::kNothing ||
           (f.lexeme->kind == Kind::kStop && f.lexeme->value == "nobody");
    }
  }
  return comments && no;
}

// Is one of the words what false claims are called, in quotation marks or not?
bool SentenceReader::names_falsehood(const std::vector<Span>& content) const {
  const Lexicon& lexicon = Lexicon::of(text_.language);
  const auto limit = static_cast<uint32_t>(text_.tokens.size());
  for (const Span& span : content)
    for (uint32_t i = text_.token_at(span.begin); i < limit && text_.tokens[i].begin < span.end; ++i)
      if (lexicon.has(text_.tokens, i, limit, {Kind::kFalsehood})) return true;
  return false;
}

// Eine Anfrage an die Reederei blieb unbeantwortet; nos demandes à l'ambassade: whom something was asked, which is the
// subject.
bool SentenceReader::is_enquiry_to(Range left, Range& whom) const {
  if (!is_western(text_.language)) return false;
  int noun = left.begin;
  while (noun < left.end && !has_stop(noun, "enquiry")) ++noun;
  for (int to = noun + 1; to + 1 < left.end && to < noun + 5; ++to)
    for (const std::string_view word : {"an", "ans", "bei", "à", "au", "aux", "auprès", "a", "al"})
      if (fold(to) == word) {
        whom = {to + 1, left.end};
        if (fold(to) == "auprès" && whom.size() > 1) ++whom.begin;
        return speaks(whom);
      }
  return false;
}

// lui a demandé s'il connaissait l'acheteur; « Le connaissiez-vous ? » lui a demandé X: is what is asked for an answer?
bool SentenceReader::asks_in_words(const Attribution& a) const {
  if (!is_western(text_.language) || a.content.empty()) return false;
  const uint32_t first = text_.token_at(a.content.front().begin), end = text_.token_at(a.content.back().end);
  if (first >= end) return false;
  return is_question_mark(text_.tokens[end - 1].mark) ||
         (text_.language == "fr" && Lexicon::of("fr").has(text_.tokens, first, end, {Kind::kWhether}));
}

// Kiew fordert mehr Hilfe – Berlin zögert: where one dash alone opens another clause; `end` where none does.
int SentenceReader::before_dash(int begin, int end) const {
  if (!is_western(text_.language)) return end;
  int dash = end;
  for (int i = begin + 1; i < end; ++i) {
    if (!is_dash_mark(at(i).mark)) continue;
    if (dash < end) return end;
    dash = i;
  }
  return dash;
}

// pide no ser identificado, bat darum, nicht genannt zu werden: who he is, and nothing that is asked for.
bool SentenceReader::is_anonymity(const Attribution& a) const {
  if (!(is_western(text_.language) || grammar_.is_slavic) || a.act != Act::kRequest || a.content.empty()) return false;
  for (int i = 0; i < size_; ++i)  // pidió prestados 200 millones, pidió un crédito: what is borrowed is not asked for
    if (at(i).span.begin >= a.content.front().begin && at(i).span.begin < a.content.front().begin + 14 &&
        has_stop(i, "borrowed"))
      return true;
  for (int i = 0; i < size_; ++i)
    if (at(i).span.begin >= a.content.front().begin && at(i).span.begin < a.content.front().begin + 40 &&
        at(i).span.end <= a.content.back().end && has_stop(i, "anonymity"))
      return true;
  return false;
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

// sagte den Ermittlern, …; gestand vor der Richterin, …; versicherte eidesstattlich, …: does what stands between a
// German verb and the comma say to whom, where or how?
bool SentenceReader::is_told_whom(Range range) const {
  if (range.empty() || range.size() > 7) return false;
  for (int i = range.begin; i < range.end; ++i)
    if (!at(i).is_word() && !is_quote_mark(at(i).mark)) return false;
  // bestätigte den Eingang, äußerte sich aber nicht: the object, and another verb
  if (range.end + 1 < size_ &&
      (at(range.end + 1).is(Kind::kConjunction) ||
       (at(range.end + 1).is(Kind::kCue) && !is_speaker_noun(range.end + 1) && !at(range.end + 1).is_capital)))
    return false;
  const std::string_view first = fold(range.begin);
  if (range.size() == 1) return !at(range.begin).is_capital && !at(range.begin).is(Kind::kPronoun);
  return first == "den" || first == "dem" || first == "der" || first == "einem" || first == "einer" ||
         first == "unserer" || first == "dieser" || at(range.begin).is(Kind::kPreposition) ||
         at(range.begin).is(Kind::kTime);
}

// …, sagt Kallas: capitals alone that no lexicon has are a name where somebody must stand.
bool SentenceReader::is_bare_name(Range range) const {
  if (text_.language != "de" || range.empty() || range.size() > 3) return false;
  for (int i = range.begin; i < range.end; ++i)
    if (!is_unknown_name(i)) return false;
  return range.end >= size_ || is_boundary(range.end);
}

// A word with a capital that no lexicon has.
bool SentenceReader::is_unknown_name(int i) const {
  return at(i).is_word() && at(i).is_capital && at(i).lexemes.empty() && !is_abstract_noun(fold(i));
}

// Die Meldestelle warnte Banken, Selenskyj wirft Budapest „Erpressung“ vor: a noun with its article, or a name, that no
// lexicon has, before the verb, where what follows has no article and can be no subject of its own.
bool SentenceReader::is_german_head(Range left, const Cue& cue) const {
  if (text_.language != "de" || left.empty() || left.begin != 0 || left.end != cue.group.begin) return false;
  if (left.size() > 4 || is_oblique(0)) return false;
  const int next = cue.middle.empty() ? cue.after : cue.middle.begin;
  if (asks_whom_else(left, cue)) return true;
  if (next >= size_ || !at(next).is_word() || at(next).is(Kind::kDeterminer) || at(next).is(Kind::kPossessive) ||
      at(next).is(Kind::kPronoun) || at(next).is(Kind::kPreposition))
    return false;
  const bool accuses = act_of(*cue.lexeme) == Act::kAccuse && !cue.middle.empty();
  if (!at(0).is(Kind::kDeterminer)) {
    for (int i = 0; i < left.end; ++i)
      if (!at(i).is_word() || !at(i).is_capital || !at(i).lexemes.empty() || is_abstract_noun(fold(i))) return false;
    return accuses;
  }
  return left.size() >= 2 && at(left.end - 1).is_capital && !at(left.end - 1).is(Kind::kClaimNoun) &&
         !at(left.end - 1).is(Kind::kDocument) && at(next).is_capital;
}

// Die Agentur SANA meldete einen Drohnenangriff: what a medium writes it says, whatever stands behind its verb.
// What it publishes is a thing.
bool SentenceReader::names_medium(Range range, const Cue& cue) const {
  const std::string_view verb = fold(cue.unit);
  if (!is_western(text_.language) || verb.starts_with("publi") || verb.starts_with("veröff")) return false;
  for (int i = range.begin; i < range.end; ++i)
    if (at(i).is(Kind::kMedia) || at(i).is(Kind::kOutlet)) return true;
  return false;
}

// der Darstellung, man habe getäuscht; Berichten, wonach er Aktien hält: does the clause say what the noun before is
// of?
bool SentenceReader::is_subjunctive_clause(int begin, int end) const {
  if (fold(begin) == "wonach" || at(begin).is(Kind::kThat)) return true;
  if (at(begin).is(Kind::kConjunction) || at(begin).is(Kind::kSubordinator)) return false;
  for (int i = begin + 1; i < end && !is_comma_mark(at(i).mark); ++i)
    for (const std::string_view verb : {"sei", "seien", "habe", "hätten", "hätte", "werde", "würden", "würde", "wäre",
                                        "wären", "könne", "könnten", "müsse", "wolle", "solle", "dürfe"})
      if (fold(i) == verb) return true;
  return false;
}

// calificó de infundio el hallazgo, juge « grotesques » les soupçons: is the word for what is false at `i` what the
// object is called? Not: dénonce une provocation, décrit des chaînes de montage.
bool SentenceReader::is_predicate_here(int i, int begin, int end) const {
  if (text_.language != "fr" && text_.language != "es") return true;
  for (int k = begin; k < end; ++k)
    if (at(k).is(Kind::kClaimNoun) || at(k).is(Kind::kAnaphor) || at(k).is(Kind::kDocument)) return true;
  int before = i - 1;
  while (before >= begin && is_quote_mark(at(before).mark)) --before;
  if (before < begin) return true;
  const std::string_view word = fold(before), verb = fold(begin - 1);
  const bool describes = verb.starts_with("décri") || verb.starts_with("descri");  // décrit des chaînes de montage
  return (is_of(word) && !describes) || word == "como" || word == "comme";
}

// qualifié ces mesures d'« injustes », tachó las sanciones de «inútiles»: a word for what is false or unjust, alone in
// its marks, which is what it is called.
bool SentenceReader::is_false_in_marks(int begin, int end) const {
  if (text_.language != "fr" && text_.language != "es") return false;
  for (int i = begin + 1; i < end; ++i) {
    const bool quoted = at(i).quote >= 0;
    if (quoted ? !names_falsehood({quotes_[at(i).quote].inner})
               : !at(i).is(Kind::kFalsehood) || !is_quote_mark(at(i - 1).mark))
      continue;
    int before = i - 1;
    while (before > begin && !at(before).is_word()) --before;
    if (is_of(fold(before)) || fold(before) == "d") return true;  // d’« : the apostrophe is a token of its own
  }
  return false;
}

// parle, elle, d’un « roman de gare »; habla de «una mala película»: what is spoken of is a word for what is false, in
// marks, and nothing else.
bool SentenceReader::speaks_of_falsehood(const Attribution& a, const Cue& cue) const {
  if ((text_.language != "fr" && text_.language != "es") || a.act != Act::kAssert || a.content.size() != 1)
    return false;
  const std::string_view verb = text_.tokens[at(cue.unit).token].fold;
  const bool of = verb.starts_with("parl") || verb.starts_with("évoqu") || verb.starts_with("habl") || verb == "hablan";
  if (!of || a.content.front().begin < at(cue.unit).span.begin) return false;
  const uint32_t end = text_.token_at(a.content.front().end);
  uint32_t open = text_.token_at(a.content.front().begin);
  const uint32_t limit = open + 4;
  const auto opens = [&](uint32_t i) {  // d’« une fable »: not the apostrophe
    constexpr char32_t kApostrophe = 0x2019;
    return is_quote_mark(text_.tokens[i].mark) && text_.tokens[i].mark != U'\'' && text_.tokens[i].mark != kApostrophe;
  };
  while (open < end && open < limit && !opens(open)) ++open;
  if (open + 2 >= text_.tokens.size() || open >= end || open == limit) return false;
  uint32_t close = open + 1;
  while (close < end && !is_quote_mark(text_.tokens[close].mark)) ++close;
  return close > open + 1 && close <= end &&
         names_falsehood({{text_.tokens[open + 1].begin, text_.tokens[close - 1].end}});
}

// tildó de «histeria» las acusaciones: what the claim is called, in marks, before the claim.
bool SentenceReader::is_verdict_first(int begin, int end) const {
  if (!is_western(text_.language) || begin + 2 >= end || !is_quote_mark(at(begin + 1).mark)) return false;
  if (!is_of(fold(begin)) && fold(begin) != "als" && fold(begin) != "como" && fold(begin) != "comme") return false;
  for (int i = begin + 2; i < end; ++i)
    if (at(i).is(Kind::kClaimNoun)) return true;
  return false;
}

// parle d'un scandale, habla de una persecución: what somebody calls it, with an indefinite article.
bool SentenceReader::is_spoken_of(int i) const {
  if (text_.language != "fr" && text_.language != "es") return false;
  if (i + 2 < size_ && is_of(fold(i))) ++i;
  return i + 1 < size_ && (fold(i) == "un" || fold(i) == "une" || fold(i) == "una") &&
         (text_.tokens[at(i - 1).token_end - 1].fold == "de" || is_of(fold(i - 1)));
}

// El tribunal rechazó el recurso: what was asked for is turned down, and nothing denied.
bool SentenceReader::is_petition(const Attribution& a) const {
  if (text_.language == "en" || grammar_.is_slavic || a.content.empty()) return false;
  if (a.act != Act::kDeny && a.act != Act::kDismiss) return false;
  if ((grammar_.verb_last && !grammar_.marks_object) ||
      grammar_.is_wide) {  // tahliye talebini reddetti, 驳回保释申请: the noun stands last
    for (int i = size_ - 1; i >= 0; --i)
      if (at(i).is_word() && at(i).span.end <= a.content.back().end)
        return has_stop(i, "petition") && at(i).span.begin >= a.content.front().begin;
    return false;
  }
  for (int i = 0, words = 0; i < size_ && words < 3; ++i) {
    if (at(i).span.begin < a.content.front().begin) continue;
    if (at(i).span.end > a.content.front().end) break;
    ++words;
    if (has_stop(i, "petition")) return true;
    if (!at(i).is(Kind::kDeterminer) && !at(i).is(Kind::kPossessive) && !at(i).is(Kind::kAdjective)) break;
  }
  return false;
}

// La police a interrogé le suspect pendant six heures: who is questioned, and no question.
bool SentenceReader::is_questioning(const Attribution& a, int after) const {
  if ((text_.language != "fr" && text_.language != "es") || a.act != Act::kAsk || after >= size_) return false;
  if (!at(after).is_word() || at(after).is(Kind::kWhether) || at(after).is(Kind::kThat)) return false;
  if (!at(after).is(Kind::kDeterminer) && !at(after).is(Kind::kPerson) && fold(after) != "a" && fold(after) != "al")
    return false;
  for (int i = after; i < size_; ++i)
    if (at(i).is(Kind::kWhether) || is_colon_mark(at(i).mark) || at(i).quote >= 0 || has_stop(i, "about") ||
        fold(i) == "por")
      return false;
  return true;
}

// SPIEGEL: Haben Sie gezahlt? Brandt: Nein.: does the sentence before ask, behind a label, and this one answer behind
// another?
bool SentenceReader::is_interview_turn() const {
  if (!is_western(text_.language) || number_ == 0 || sentences_[number_ - 1].block != sentence_.block) return false;
  const auto is_labelled = [](const std::vector<Unit>& units) {
    for (size_t i = 0; i < units.size() && i < 4; ++i) {
      if (is_colon_mark(units[i].mark)) return i > 0 && i + 1 < units.size();
      if (!units[i].is_word() || !units[i].is_capital) return false;
    }
    return false;
  };
  const std::vector<Unit>& before = sentences_[number_ - 1].units;
  return before.back().mark == U'?' && is_labelled(before) && is_labelled(units_);
}

// Contrairement à ce qu'a écrit le journal, …; anders als die Zeitung berichtet, …: what is not so, and no claim of the
// sentence.
bool SentenceReader::is_contrasted(int i) const {
  if (!is_western(text_.language) || i == 0) return false;
  const std::string_view first = text_.tokens[at(0).token].fold;
  if (first != "contrairement" && first != "contrariamente" && first != "entgegen" && first != "anders") return false;
  for (int k = 1; k < i; ++k)
    if (is_comma_mark(at(k).mark) && !(k + 1 < i && (fold(k + 1) == "was" || fold(k + 1) == "wie"))) return false;
  return i > 1;
}

// EU plant Importverbot – Insider: a heading whose source stands behind a dash.
bool SentenceReader::read_source_behind_dash() {
  int end = size_;
  while (end > 0 && is_terminal_mark(at(end - 1).mark)) --end;
  int dash = end - 1;
  while (dash > 3 && end - dash <= 4 && at(dash).is_word()) --dash;
  if (dash <= 3 || dash >= end - 1 || !is_dash_mark(at(dash).mark)) return false;
  for (int i = dash + 1; i < end; ++i)
    if (at(i).is(Kind::kCue) || at(i).is(Kind::kAuxiliary) || at(i).is(Kind::kTime)) return false;
  for (int i = 0; i < dash; ++i)
    if (!at(i).is_word()) return false;
  const Unit& first = at(dash + 1);
  const bool source = first.is(Kind::kSourceWord) || first.is(Kind::kMedia) || first.is(Kind::kOrganWord) ||
                      first.is(Kind::kSpokesman) || first.is(Kind::kOutlet) || first.is(Kind::kCapital) ||
                      (first.is(Kind::kPerson) && end - dash <= 3) || (first.is(Kind::kBody) && end - dash <= 3);
  if (!source) return false;
  add_found(Act::kAssert, {dash + 1, end}, {dash, dash + 1}, spans_of({0, dash}), "source behind a dash");
  return !out_.empty();
}

// « Faux », rétorque X à propos de la vente; „Das stimmt nicht“, sagte X auf den Einwand, …: a verdict or refusal in
// the speaker's words, and what it is about behind the speaker: that is the content.
void SentenceReader::cut_subject_matter(Attribution& a) const {
  if (!is_western(text_.language) || a.content.empty() || a.speaker.empty()) return;
  if (a.content.front().begin > a.cue.begin || a.speaker.begin < a.cue.end) return;  // words, verb, speaker
  for (int i = 1; i < size_; ++i) {
    const Unit& unit = at(i);
    const Lexeme* asked = unit.as(Kind::kCue);  // …, interrogée sur l'achat
    const bool asks = asked && has_word(asked->detail, "ask");
    if (unit.span.begin <= a.speaker.begin || !(asks || has_stop(i, "about"))) continue;
    if (unit.quote >= 0) return;
    int from = i + 1;
    while (asks && from < size_ && at(from).is_word() && at(from).is(Kind::kPreposition)) ++from;
    if (from < size_ && is_comma_mark(at(from).mark)) ++from;
    int end = size_;
    while (end > from && (is_terminal_mark(at(end - 1).mark) || is_comma_mark(at(end - 1).mark))) --end;
    std::vector<Span> content = spans_of({from, end});
    if (content.empty()) return;
    a.cue = {std::min(a.cue.begin, a.content.front().begin), a.cue.end};
    if (a.speaker.end > unit.span.begin) {
      int last = i - 1;
      while (last > 0 && is_comma_mark(at(last).mark)) --last;
      a.speaker.end = at(last).span.end;
    }
    a.content = std::move(content);
    return;
  }
}

// « Nous n'avons rien à voir avec cette cargaison », jure X; «No comentamos casos concretos»: a formula of denial or of
// refusal with its object, which is the content.
bool SentenceReader::split_formula(Attribution& a) const {
  if (!is_western(text_.language) || a.content.size() != 1 || a.cue.empty()) return false;
  const Span said = a.content.front();
  const uint32_t begin = text_.token_at(said.begin);
  uint32_t end = text_.token_at(said.end);
  std::vector<Found> found;
  uint32_t object = 0;  // token at which „mit dieser Ladung nichts zu tun“ has its object
  for (uint32_t i = begin; i < end && i < begin + 14; ++i) {
    const Token& token = text_.tokens[i];
    if (token.mark != 0) return false;
    if (text_.language == "de" && object == 0 && (token.fold == "mit" || token.fold == "von")) object = i + 1;
    found.clear();
    Lexicon::of(text_.language).find(text_.tokens, i, end, found);
    for (const Found& f : found) {
      if (f.lexeme->kind != Kind::kStop || f.lexeme->value != "formula") continue;
      const bool behind = f.end < end && i < begin + 6;
      if (text_.language != "de" && !behind) continue;
      if (text_.language == "de" && (object == 0 || object >= i)) continue;
      uint32_t last = i;  // Von Bestechung könne keine Rede sein: without the verb
      for (uint32_t k = object + 1; k < i && text_.language == "de"; ++k)
        if (!text_.tokens[k].is_capital && text_.tokens[k - 1].is_capital &&
            Lexicon::of("de").has(text_.tokens, k, end, {Kind::kAuxiliary}))
          last = std::min(last, k);
      Span what = text_.language == "de" ? Span{text_.tokens[object].begin, text_.tokens[last - 1].end}
                                         : Span{text_.tokens[f.end].begin, said.end};
      if (text_.language != "de")
        while (what.end > what.begin && text_.tokens[end - 1].mark != 0 && end > f.end + 1)
          what.end = text_.tokens[--end - 1].end;
      Lexeme word = *f.lexeme;
      word.value = word.detail;
      a.act = act_of(word);
      a.cue = {std::min(a.cue.begin, token.begin), std::max(a.cue.end, text_.tokens[f.end - 1].end)};
      a.content = {what};
      return true;
    }
  }
  return false;
}

}  // namespace cordon::reading
