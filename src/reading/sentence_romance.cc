// What French and Spanish alone have: "ce que", "lo que", "extremo que" that take up all that was said, relative
// clauses on a claim, pronouns before the verb, asides on who speaks.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {
namespace {

bool is_romance(std::string_view language) { return language == "fr" || language == "es"; }

// contestées, desmentida: a participle in a form that no perfect with "have" takes.
bool is_inflected(std::string_view word, std::string_view language) {
  if (language == "fr") return word.ends_with("ée") || word.ends_with("ées") || word.ends_with("és");
  for (const std::string_view ending : {"ada", "adas", "ados", "ida", "idas", "idos"})
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return true;
  return false;
}

}  // namespace

// ce que, lo que, algo que, extremo que: does what stands for all that was said before begin at unit `i`? Returns the
// unit behind it; 0 where not.
int SentenceReader::behind_all(int i) const {
  if (i + 1 >= size_ || !at(i).is_word() || at(i).is_capital) return 0;
  const uint32_t first = at(i).token;
  if (first + 1 >= text_.tokens.size() || at(i).token_end > first + 2) return 0;
  const std::string_view that = text_.tokens[first + 1].fold;
  if (that != "que" && that != "qu'" && that != "cual") return 0;
  const std::string_view word = fold(i);
  if (word == "que" || word == "el" || word == "la" || at(i).is(Kind::kCue) || at(i).is(Kind::kPreposition) ||
      ((at(i).is(Kind::kSubordinator) || at(i).is(Kind::kConjunction) || at(i).is(Kind::kAdverb)) && word != "ce" &&
       word != "lo"))
    return 0;
  return at(i).token_end == first + 2 ? i + 1 : i + 2;
}

// le, lo, les …: the object before the verb of the cue; -1 where it has none.
int SentenceReader::object_pronoun(const Cue& cue) const {
  if (!is_romance(text_.language)) return -1;
  for (int i = cue.unit - 1; i >= 0 && i >= cue.group.begin - 1 && at(i).is_word(); --i)
    for (const std::string_view word : {"le", "la", "les", "l'", "lo", "los", "las"})
      if (fold(i) == word && !at(i).is_capital) return i;
  return -1;
}

// a-t-il déclaré, s'est-elle indignée, leur a-t-on dit: the subject stands between auxiliary and participle, and what
// belongs to the verb before them.
void SentenceReader::take_pronoun_amid(Cue& cue) const {
  const int who = cue.group.begin - 1;
  if (text_.language != "fr" || who < 1 || !at(who).is(Kind::kPronoun) || !at(who - 1).is(Kind::kAuxiliary)) return;
  if (text_.text[at(who).span.begin - 1] != '-') return;
  cue.pronoun = who;
  cue.group.begin = who - 1;
  while (cue.group.begin > 0 && at(cue.group.begin - 1).is_word() &&
         (at(cue.group.begin - 1).is(Kind::kNegation) || at(cue.group.begin - 1).is(Kind::kPronoun) ||
          at(cue.group.begin - 1).is(Kind::kPossessive) || at(cue.group.begin - 1).is(Kind::kAuxiliary) ||
          fold(cue.group.begin - 1) == "s'" || fold(cue.group.begin - 1) == "m'" || fold(cue.group.begin - 1) == "l'" ||
          fold(cue.group.begin - 1) == "nous" || fold(cue.group.begin - 1) == "leur"))
    --cue.group.begin;
}

// De source judiciaire, …; de fuentes próximas al caso: the noun of who speaks stands in the cue; empty where none
// does.
Span SentenceReader::source_in_cue(const Cue& cue) const {
  if (!is_romance(text_.language)) return {};
  for (uint32_t t = at(cue.unit).token + 1; t < at(cue.unit).token_end; ++t)
    for (const std::string_view noun : {"source", "sources", "fuente", "fuentes"})
      if (text_.tokens[t].fold == noun) return {text_.tokens[t].begin, text_.tokens[t].end};
  return {};
}

// interpellé, consultada: a participle by its ending, of words that are no nouns of speakers.
bool SentenceReader::is_participle_form(int i) const {
  if (!is_romance(text_.language) || is_speaker_noun(i) || at(i).is(Kind::kClaimNoun)) return false;
  const std::string_view word = fold(i);
  return is_inflected(word, text_.language) || (text_.language == "fr" && (word.ends_with("é") || word == "mis")) ||
         (text_.language == "es" && (word.ends_with("ado") || word.ends_with("ido")));
}

// Son patron, X, le conteste: a pronoun that is the object of the verb behind it.
bool SentenceReader::is_clitic(int i) const {
  if (!is_romance(text_.language) || at(i).is_capital) return false;
  for (const std::string_view word : {"le", "la", "les", "l'", "lo", "los", "las"})
    if (fold(i) == word) return true;
  return false;
}

// Los hechos los niega el director; esa versión la confirman dos exempleados: the object stands first and again before
// the verb, the subject behind it.
bool SentenceReader::read_object_twice(const Cue& cue, Attribution& a) {
  if (text_.language != "es" || (a.act != Act::kDeny && a.act != Act::kConfirm && a.act != Act::kDismiss)) return false;
  const int pronoun = object_pronoun(cue);
  if (pronoun < 2 || cue.after >= size_) return false;
  int begin = pronoun;
  while (begin > 0 && !is_boundary(begin - 1) && !at(begin - 1).is(Kind::kConjunction)) --begin;
  if (begin + 1 >= pronoun ||
      !(at(begin).is(Kind::kDeterminer) || at(begin).is(Kind::kPossessive) || at(begin).is(Kind::kAnaphor)))
    return false;
  const Range named = phrase_right(cue.after);
  if (named.empty() || at(named.begin).is(Kind::kPreposition) || !heads_speak(named) ||
      !(named.end >= size_ || is_boundary(named.end)))
    return false;
  a.speaker = speaker_span(named);
  a.content = spans_of({begin, pronoun});
  a.rule = "object before the subject";
  finish(a, cue);
  return true;
}

// « fermement », «categóricamente»: does the mark at `close` end a quotation of one adverb?
bool SentenceReader::is_quoted_adverb(int close) const {
  if (!is_romance(text_.language) || close < 2 || !is_quote_mark(at(close).mark) || !is_quote_mark(at(close - 2).mark))
    return false;
  const std::string_view word = fold(close - 1);
  return at(close - 1).is(Kind::kAdverb) || (word.size() > 6 && (word.ends_with("mente") || word.ends_with("ment")));
}

// una nota a la que ha tenido acceso este diario, une note que nous avons consultée: a relative clause on a noun?
bool SentenceReader::is_relative_here(int i) const {
  if (!is_romance(text_.language) || i + 1 >= size_ || !at(i).is_word()) return false;
  if (at(i).is(Kind::kThat)) return true;
  for (int k = i; k < size_ && k < i + 3; ++k)
    if (fold(k) == "que" || fold(k) == "cual" || fold(k) == "laquelle" || fold(k) == "lequel" || fold(k) == "auquel" ||
        fold(k) == "dont")
      return at(i).is(Kind::kPreposition) || fold(k) == "dont" || fold(k) == "auquel";
  return false;
}

// según sostiene la Fiscalía en un escrito al que ha tenido acceso este diario: a document, with a clause on it
bool SentenceReader::is_behind_document(int i) const {
  if (!is_romance(text_.language) || i + 3 >= size_) return false;
  if (at(i).is(Kind::kAdverb) && at(i).token_end > at(i).token + 1 && is_relative_here(i + 1)) return true;
  if (fold(i) != "en" && fold(i) != "dans") return false;
  bool document = false;
  for (int k = i + 1; k < size_ && k < i + 8 && !is_boundary(k); ++k) {
    if (document && is_relative_here(k)) return true;
    document = document || at(k).is(Kind::kDocument);
  }
  return false;
}

// El escrito incluye la declaración de un transportista que afirma …: who is meant by the relative clause is the person
// before it, where the sentence begins with something else.
SentenceReader::Range SentenceReader::who_in_relative(Range subject, const Cue& cue) const {
  const int that = cue.group.begin - 1;
  if (!is_romance(text_.language) || subject.size() < 4 || that <= subject.begin + 2) return subject;
  if ((fold(that) != "que" && fold(that) != "qui") || !at(that - 1).is_word()) return subject;
  const auto person = [&](int i) {
    return at(i).is(Kind::kDeterminer) &&
           (at(i + 1).is(Kind::kPerson) || at(i + 1).is(Kind::kSpokesman) || at(i + 1).is(Kind::kSourceWord));
  };
  if (person(subject.begin) || is_name(subject.begin)) return subject;
  for (int i = subject.begin + 1; i + 1 < that; ++i)
    if (person(i) && !at(i - 1).is(Kind::kConjunction)) return {i, that};
  return subject;
}

// atribuye la sospecha a «una coincidencia»: does a claim come first behind the verb, and nobody behind it?
bool SentenceReader::has_claim_first(int begin, int end) const {
  int i = begin;
  while (i < end && (at(i).is(Kind::kDeterminer) || at(i).is(Kind::kPossessive) || at(i).is(Kind::kAdverb)) &&
         !at(i).is(Kind::kClaimNoun))
    ++i;
  if (i >= end || !at(i).is(Kind::kClaimNoun)) return false;
  return !speaks({i + 1, end});  // a un antiguo socio: somebody is blamed
}

// Ces accusations, que le ministre rejette, …: the claim that the relative clause is on, from its article on.
std::vector<Span> SentenceReader::claim_before(int comma) const {
  for (int i = comma - 1; i >= 0 && i >= comma - 7 && !is_boundary(i) && !has_cue_between(i, i + 1); --i) {
    if (!at(i).is(Kind::kClaimNoun)) continue;
    const bool article = i > 0 && (at(i - 1).is(Kind::kDeterminer) || at(i - 1).is(Kind::kPossessive));
    return spans_of({article ? i - 1 : i, comma});
  }
  return {};
}

// évoque des « accusations recyclées », dénonce un « mauvais roman », habla de una «vieja fábula»: what is spoken of is
// a claim or falsehood, named so in marks.
bool SentenceReader::evokes_falsehood(const Attribution& a, const Cue& cue) const {
  constexpr uint32_t kMostBefore = 3, kMostWithin = 4;
  if (!is_romance(text_.language) || a.content.size() != 1 || !has_stop(cue.unit, "evokes")) return false;
  const Lexicon& lexicon = Lexicon::of(text_.language);
  const auto limit = static_cast<uint32_t>(text_.tokens.size());
  uint32_t i = text_.token_at(a.content.front().begin), before = 0, within = 0;
  while (i < limit && text_.tokens[i].begin < a.content.front().end && !is_quote_mark(text_.tokens[i].mark) &&
         ++before <= kMostBefore)
    ++i;
  if (i >= limit || !is_quote_mark(text_.tokens[i].mark)) return false;
  bool falsehood = false, claim = false;
  for (++i; i < limit && text_.tokens[i].begin < a.content.front().end && !is_quote_mark(text_.tokens[i].mark); ++i) {
    if (++within > kMostWithin) return false;
    falsehood = falsehood || lexicon.has(text_.tokens, i, limit, {Kind::kFalsehood});
    claim = claim || lexicon.has(text_.tokens, i, limit, {Kind::kClaimNoun});
  }
  return falsehood || (claim && within > 1);
}

// Une version que le ministère juge « fantaisiste »; una acusación que rechaza el director: a claim, and who says what
// of it in the relative clause on it. Returns whether the clause of the cue is so.
bool SentenceReader::read_claim_relative(const Cue& cue, Attribution& a) {
  constexpr int kMostBeforeThat = 4;
  if (!is_romance(text_.language) || !cue.middle.empty()) return false;
  int begin = cue.group.begin;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  int that = begin + 1;
  const auto is_claim = [&](int i) {
    return at(i).is(Kind::kClaimNoun) || has_stop(i, "saying") || has_stop(i, "story");
  };
  bool claim = is_claim(begin);
  while (that < cue.group.begin && that <= begin + kMostBeforeThat && !at(that).is(Kind::kThat)) {
    claim = claim || is_claim(that);
    if (at(that).is(Kind::kPreposition) || is_name(that)) return false;
    ++that;
  }
  if (!claim || that >= cue.group.begin || !at(that).is(Kind::kThat) || at(begin).is(Kind::kPreposition)) return false;
  if (begin > 0 && !is_comma_mark(at(begin - 1).mark) && !is_dash_mark(at(begin - 1).mark)) return false;
  const bool calls = frame(cue, "call") || has_detail(cue.unit, "judge");
  if (!calls && !frame(cue, "np") && a.act != Act::kConfirm) return false;
  Range named = trimmed({that + 1, cue.group.begin});
  int end = cue.after;
  if (named.empty()) {
    named = trimmed(phrase_right(cue.after));
    if (!named.empty()) end = named.end;
  }
  const int stop = calls ? clause_end(end, cue) : phrase_stop(end);
  if (named.empty() || at(named.begin).is(Kind::kPreposition) || !heads_speak(named)) return false;
  if (stop < size_ && !is_boundary(stop)) return false;
  if (!calls && stop > end && !only_adverbial({end, stop})) return false;
  a.speaker = speaker_span(named);
  a.content = spans_of({begin, that});
  for (const Span& span : spans_of({end, calls ? stop : end})) a.content.push_back(span);
  a.points_back = true;
  a.rule = "a claim and its relative clause";
  if (calls && a.act == Act::kAssert && names_falsehood(a.content)) a.act = Act::kDismiss;
  finish(a, cue);
  return true;
}

// …, ce que l'intéressé conteste; …, lo que niega la empresa; …, extremo que la defensa rebate: …; las acusaciones, que
// él rechaza, …. Returns whether the clause of the cue begins so.
bool SentenceReader::read_romance_which(const Cue& cue, Attribution& a) {
  if (!is_romance(text_.language)) return false;
  const bool accuses = a.act == Act::kAccuse;  // un ancien associé, que la société met en cause, …
  if (a.act != Act::kDeny && a.act != Act::kDismiss && a.act != Act::kConfirm && a.act != Act::kDecline && !accuses)
    return false;
  int comma = cue.group.begin - 1;
  while (comma > 1 && !is_boundary(comma)) --comma;
  if (comma < 1 || comma + 1 >= cue.group.begin || !is_comma_mark(at(comma).mark)) return false;
  int from = behind_all(comma + 1);
  const bool all = from > 0;
  if (!all) from = at(comma + 1).is(Kind::kThat) && is_relative(comma + 1) ? comma + 2 : 0;
  if (from == 0 || from > cue.group.begin) return false;
  std::vector<Span> content = all ? said_before(comma) : claim_before(comma);
  if (accuses && !all) {
    int begin = comma;
    while (begin > 0 && !is_boundary(begin - 1) && comma - begin < 7) --begin;
    content = spans_of({begin, comma});
  }
  if (content.empty()) return false;
  Range named = trimmed({from, cue.group.begin});
  const bool ends = cue.after >= size_ || is_boundary(cue.after) || only_adverbial({cue.after, phrase_stop(cue.after)});
  if (named.empty()) {
    named = trimmed(phrase_right(cue.after));
    if (named.empty() || !heads_speak(named)) return false;
  } else if (!ends || at(named.begin).is(Kind::kPreposition) ||
             !(speaks(named) || (named.size() > 1 && at(named.begin).is(Kind::kDeterminer)))) {
    return false;
  }
  a.speaker = speaker_span(named);
  a.content = std::move(content);
  a.rule = "what was said before";
  finish(a, cue);
  return true;
}

// chez qui, il ne l'a pas précisé; de dónde salió el dinero, no lo aclaró: a preposition and the word of a question.
bool SentenceReader::asks_behind_preposition(int i) const {
  return is_romance(text_.language) && i + 1 < size_ && at(i).is(Kind::kPreposition) && at(i + 1).is(Kind::kWhether) &&
         fold(i + 1) != "que" && fold(i + 1) != "qué";
}

// Where the words without a mark end that begin at unit `i`.
int SentenceReader::phrase_stop(int i) const {
  while (i < size_ && !is_boundary(i)) ++i;
  return i;
}

// Le ministère, lui, renvoie …; la empresa, por su parte, niega …: an aside that says nothing is skipped.
void SentenceReader::skip_pronoun_asides() {
  if (!is_romance(text_.language)) return;
  for (int i = 1; i + 2 < size_; ++i) {
    if (!is_comma_mark(at(i).mark) || !is_comma_mark(at(i + 2).mark)) continue;
    if (!has_stop(i + 1, "aside")) continue;
    // À Kinshasa, au contraire, le ministère …: the comma still ends what stands before the subject
    const bool setting = i <= 4 && at(0).is(Kind::kPreposition) && !at(0).is(Kind::kDeterminer) && phrase_stop(0) == i;
    for (int k = i; k <= (setting ? i + 1 : i + 2); ++k) skipped_[k] = true;
    // y, acto seguido, la tildó de «apócrifa»: the second verb stands behind "and"
    if (!setting && at(i - 1).is(Kind::kConjunction))
      for (Cue& cue : cues_)
        if (cue.group.begin >= i + 3 && cue.group.begin <= i + 4 && (cue.group.begin == i + 3 || is_clitic(i + 3)))
          cue.group.begin = i;
  }
}

// démenties vendredi, la tesis rechazada: a participle with the ending of what it describes, without "to be" before it
// or "by" behind.
bool SentenceReader::is_described(const Cue& cue) const {
  if (!is_romance(text_.language) || cue.be || at(cue.unit).token_end > at(cue.unit).token + 1) return false;
  const Act act = act_of(*cue.lexeme);
  if (act != Act::kDeny && act != Act::kDismiss && act != Act::kConfirm && !frame(cue, "call")) return false;
  for (int i = cue.group.begin; i < cue.unit; ++i)
    if (at(i).is(Kind::kAuxiliary)) return false;  // les a jugées « absurdes », que la société a démenties
  return is_inflected(fold(cue.unit), text_.language) && !(cue.after < size_ && at(cue.after).is(Kind::kBy));
}

// ha evitado pronunciarse, declinó hacer comentarios: a refusal whose object says no more than that nothing is said.
void SentenceReader::take_bare_refusal(Attribution& a) const {
  if (!is_romance(text_.language) || a.act != Act::kDecline || a.content.size() != 1) return;
  const Span said = a.content.front();
  const uint32_t first = text_.token_at(said.begin), end = text_.token_at(said.end);
  if (said.begin < a.cue.end || said.begin > a.cue.end + 2 || end > first + 2 || first >= end) return;
  if (!is_romance_infinitive(text_.tokens[first].fold, text_.language) || first == 0) return;
  const std::string_view to = text_.tokens[first - 1].fold;
  if (to == "a" || to == "de" || to == "à") return;  // se ha negado a responder: what is refused
  a.content = {{a.cue.begin, said.end}};
}

// sostiene la policía en un informe, explique le ministre à la sortie du tribunal: where it begins in which document or
// on which occasion the subject says so; the end of `range` where nothing does.
int SentenceReader::before_document(Range range) const {
  if (!is_romance(text_.language)) return range.end;
  for (int i = range.begin + 1; i < range.end; ++i) {
    if (at(i).token_end > at(i).token + 1 && at(i).is(Kind::kAdverb)) return i;  // a la salida del juzgado
    if (i + 1 == range.end) break;
    const std::string_view word = fold(i);
    for (const std::string_view when : {"tras", "durante", "ante", "mediante", "devant", "après", "pendant", "lors"})
      if (word == when && at(i).is(Kind::kPreposition)) return i;
    const bool in = word == "en" || word == "dans";
    if (!in && word != "a" && word != "à" && word != "au" && word != "al") continue;
    for (int k = i + 1; k < (in ? size_ : range.end) && k < i + 4; ++k)
      if ((in && at(k).is(Kind::kDocument)) || has_stop(k, "occasion")) return i;
  }
  return range.end;
}

// comunicado, en un comunicado: is unit `i` what one says things in, or does its form have that in itself?
bool SentenceReader::is_medium_of_saying(int i) const {
  if (has_stop(i, "medium of saying")) return true;
  std::vector<Found> found;
  for (uint32_t t = at(i).token; at(i).is(Kind::kAdverb) && t < at(i).token_end; ++t)
    Lexicon::of(text_.language).find(text_.tokens, t, at(i).token_end, found);
  return std::ranges::any_of(
      found, [](const Found& f) { return f.lexeme->kind == Kind::kStop && f.lexeme->value == "medium of saying"; });
}

// negó que se vendiera el buque en una entrevista con El País: what ends the clause says only in what it was said.
void SentenceReader::cut_romance_venue(const Cue& cue, Attribution& a) const {
  if (!is_romance(text_.language) || a.content.empty() || a.form == Form::kDirect) return;
  Span& said = a.content.back();
  int begin = cue.after, end = cue.after;
  while (begin < size_ && at(begin).span.begin < said.begin) ++begin;
  end = begin;
  while (end < size_ && at(end).span.end <= said.end) ++end;
  if (end - begin < 4 || has_cue_between(begin + 1, end)) return;
  for (int i = end - 1; i > begin + 1 && end - i <= 10 && at(i).is_word(); --i) {
    const std::string_view lead = fold(i);
    int k = i;
    if (at(i).token_end == at(i).token + 1) {  // in a form of several words the preposition is its first
      ++k;
      const bool article = k < end && (at(k).is(Kind::kDeterminer) || at(k).is(Kind::kPossessive));
      const bool definite = article && (fold(k) == "el" || fold(k) == "la" || fold(k) == "le" || fold(k) == "l'");
      if (definite) continue;
      if (article) ++k;
    }
    if (lead != "en" && lead != "durante" && lead != "mediante" && lead != "dans" && lead != "lors" && lead != "a")
      continue;
    if (k >= end || !is_medium_of_saying(k)) continue;
    said.end = at(i - 1).span.end;
    return;
  }
}

// …, según informó la agencia; …, tal y como dijo X; …, comme l’a dit X: does a clause begin at unit `i` that says who
// says what stands before?
bool SentenceReader::is_said_so(int i) const {
  if (!is_romance(text_.language) || i < 1 || i >= size_ || !is_comma_mark(at(i - 1).mark)) return false;
  const std::string_view word = last_fold(i);
  return word == "según" || word == "como" || word == "selon" || word == "comme";
}

// X, de Y, no quiso hacer declaraciones, X, de Y, exigió la publicación de los documentos: what a verb that takes an
// object has behind it, where no person, body or name heads it.
bool SentenceReader::is_object_behind(const Cue& cue, Range range) const {
  if (is_romance_infinitive(fold(range.begin), text_.language) && !at(range.begin).is_capital) return true;
  if (!frame(cue, "np") && !frame(cue, "inf") && !frame(cue, "accuse") && !frame(cue, "call") &&
      act_of(*cue.lexeme) != Act::kPromise)
    return false;
  for (int i = range.begin; i < range.end && !(i > range.begin && at(i).is(Kind::kPreposition)); ++i)
    if (at(i).is(Kind::kPerson) || at(i).is(Kind::kSpokesman) || at(i).is(Kind::kBody) || at(i).is(Kind::kCompany) ||
        at(i).is(Kind::kSourceWord) || at(i).is(Kind::kPronoun) || is_name(i))
      return false;
  return true;
}

// la dimisión del ministro, une enquête de la douane: is the noun before "of" one that cannot speak?
bool SentenceReader::is_thing_of(Range range) const {
  if (!is_romance(text_.language)) return false;
  for (int i = range.begin + 1; i + 1 < range.end; ++i) {
    const std::string_view word = fold(i);
    if (word != "de" && word != "del" && word != "du" && word != "des" && word != "d'") continue;
    // sostienen dos de las fuentes: some of them
    if (i == range.begin + 1 && (at(range.begin).is(Kind::kDeterminer) || has_stop(range.begin, "quantity")))
      return !speaks({i + 1, range.end});
    return !speaks({range.begin, i});
  }
  return false;
}

// llamó ilegales las sanciones la semana pasada, sin referirse al caso: where behind the object begins what says when
// or without what; `end` where nothing does.
int SentenceReader::before_time(int begin, int end) const {
  if (!is_romance(text_.language)) return end;
  for (int i = begin + 1; i + 1 < end; ++i)
    if (is_comma_mark(at(i).mark) &&
        (fold(i + 1) == "sin" || fold(i + 1) == "sans" ||
         (fold(i + 1) == "tout" && i + 2 < end && fold(i + 2) == "comme") ||
         text_.view(at(i + 1).span).starts_with("tout comme") || text_.view(at(i + 1).span).starts_with("al igual") ||
         (fold(i + 1) == "al" && i + 2 < end && fold(i + 2) == "igual")))
      end = i;
  int time = end;
  while (time > begin + 1 && at(time - 1).is(Kind::kTime) && !is_name(time - 1)) --time;
  if (time == end) return end;
  while (time > begin + 1 &&
         (at(time - 1).is(Kind::kDeterminer) || (at(time - 1).is(Kind::kPreposition) && fold(time - 1) != "de" &&
                                                 fold(time - 1) != "del" && fold(time - 1) != "du")))
    --time;
  const std::string_view last = fold(time - 1);
  return last == "de" || last == "del" || last == "du" || last == "d'" || last == "des" ? end : time;
}

// Son patron « regrette d’avoir acheté ces pierres », a déclaré au journal son avocat: words in marks before the comma,
// and behind the verb to whom they were said, so that who speaks comes last.
bool SentenceReader::is_quoted_before_whom(const Cue& cue, int comma) const {
  if (!is_romance(text_.language) || comma < 2 || cue.after + 2 >= size_) return false;
  if (!is_quote_mark(at(comma - 1).mark) && at(comma - 1).quote < 0) return false;
  const std::string_view to = fold(cue.after);
  if (to != "à" && to != "au" && to != "aux" && to != "a" && to != "al") return false;
  for (int i = cue.after + 1; i < size_ && i < cue.after + 8 && !is_boundary(i); ++i)
    if ((at(i).is(Kind::kPossessive) || at(i).is(Kind::kDeterminer) || at(i).is(Kind::kTitle)) &&
        i > cue.after + 1 + at(cue.after + 1).is(Kind::kDeterminer) && heads_speak(phrase_right(i)))
      return true;
  return false;
}

// ont raconté aux enquêteurs avoir reconnu …: where the infinitive begins behind whom it was told to; `begin` where
// none does.
int SentenceReader::behind_whom(int begin) const {
  if (!is_romance(text_.language) || begin + 2 >= size_) return begin;
  const std::string_view to = fold(begin);
  if (to != "à" && to != "au" && to != "aux" && to != "a" && to != "al" && to != "ante" && to != "devant") return begin;
  for (int i = begin + 1; i < size_ && i < begin + 7 && !is_boundary(i); ++i)
    if (i > begin + 1 && is_infinitive_clause(i)) return i;
  return begin;
}

// Pour le chef de la diplomatie, Margus Tamm, …; pour Aline Desmedt, de l’association Pierre nue, …: behind the name or
// what says where somebody belongs, between two commas; `comma` where neither stands there.
int SentenceReader::apposed_end(int comma) const {
  if (!is_romance(text_.language) || comma + 3 >= size_ || !is_comma_mark(at(comma).mark)) return comma;
  int end = comma + 1;
  bool names = true;
  for (; end < size_ && !is_boundary(end) && end < comma + 10; ++end) {
    if (at(end).is(Kind::kAuxiliary) || has_cue_between(end, end + 1)) return comma;
    names = names && (is_name(end) || at(end).is(Kind::kTitle));
  }
  if (end >= size_ - 2 || !is_comma_mark(at(end).mark)) return comma;
  const std::string_view of = fold(comma + 1);
  const bool belongs = of == "de" || of == "d'" || of == "du" || of == "del" || of == "des";
  return names || belongs || at(comma + 1).is(Kind::kPerson) ? end : comma;
}

// El juez citó al Banco Mercantil, que ha prometido colaborar: the name right before the relative word at `relative`,
// where it belongs to no noun before it; empty where another word stands there.
Span SentenceReader::antecedent_of(int relative) const {
  if (!is_romance(text_.language) || relative < 3 || !is_comma_mark(at(relative - 1).mark)) return {};
  const int end = relative - 1;
  int begin = end;
  while (begin > 0 &&
         (is_name(begin - 1) || (begin > 1 && begin < end && named_[at(begin - 1).token] && at(begin - 1).is_word())))
    --begin;
  if (begin == end || begin == 0) return {};
  const std::string_view before = text_.tokens[at(begin - 1).token_end - 1].fold;
  if (before == "de" || before == "d'" || before == "du" || before == "del" || before == "des" || before == "en" ||
      before == "à" || at(begin - 1).is(Kind::kConjunction) || is_comma_mark(at(begin - 1).mark) ||
      at(begin - 1).is(Kind::kPerson) || at(begin - 1).is(Kind::kTitle))
    return {};
  const bool object = before == "al" || before == "a" || before == "avec" || before == "con" || before == "contra" ||
                      before == "contre" || at(begin - 1).is(Kind::kBy);
  return object ? span_of({begin, end}) : Span{};
}

}  // namespace cordon::reading
