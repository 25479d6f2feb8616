// What endings say of a Russian, Ukrainian or Polish sentence: which noun is the subject, wherever it stands.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

// “…, впрочем, …”: a word between commas that says nothing of the clause round it.
void SentenceReader::skip_asides() {
  for (int i = 2; i + 1 < size_; ++i) {
    const Unit& unit = at(i);
    if (!is_comma_mark(at(i - 1).mark) || !is_comma_mark(at(i + 1).mark) || !unit.is_word() || unit.is(Kind::kCue))
      continue;
    if (!unit.is(Kind::kAdverb) && !unit.is(Kind::kHedge)) continue;
    skipped_[i - 1] = skipped_[i] = skipped_[i + 1] = true;
  }
}

Agreement SentenceReader::verb_of(const Cue& cue) const {
  const Unit& unit = at(cue.unit);
  for (uint32_t t = unit.token_end - 1; frame(cue, "back") && t > unit.token; --t)  // к такому выводу пришли
    if (may_be_verb(text_.tokens[t].fold, text_.language) || t + 1 == unit.token_end)
      return agreement_of(text_.tokens[t].fold, text_.language);
  for (uint32_t t = unit.token; t < unit.token_end; ++t) {
    const std::string_view word = text_.tokens[t].fold;
    if (text_.tokens[t].mark != 0 || word == "не" || word == "ни" || word == "ні" || word == "nie" || word == "ani" ||
        word == "больше" || word == "більше")
      continue;
    return agreement_of(word, text_.language);
  }
  return {};
}

// Подлинность, получение, продажа: a noun of a quality or deed, which does not speak though its sentence begins with
// it.
bool SentenceReader::is_abstract(std::string_view word) {
  for (const std::string_view ending : {"ость", "ости", "ение", "ание", "ения", "ания", "ство", "ства", "ість", "ості",
                                        "ення", "ання", "ość", "ości", "enie", "anie", "enia", "ania"})
    if (word.size() > ending.size() + 3 && word.ends_with(ending)) return true;
  return false;
}

// Минобороны, Минэкономики, Минэнерго: the genitive of its second half, or a half word, is the name of such a body.
bool SentenceReader::is_indeclinable(std::string_view word) {
  for (const std::string_view ending : {"ы", "и", "о"})
    if (word.ends_with(ending)) return true;
  return false;
}

// May unit `i` be the noun or name that is the verb's subject?
bool SentenceReader::is_subject_word(int i, const Agreement& verb, bool claims) const {
  const Unit& unit = at(i);
  if (!unit.is_word() || unit.is(Kind::kTime) || (unit.is(Kind::kClaimNoun) && !(claims && unit.is(Kind::kDocument))))
    return false;
  const bool noun = is_speaker_noun(i), name = is_name(i);
  if ((!noun && !name) || has_stop(i, "withheld")) return false;                     // Nazwisk nie podano
  if (!noun && i == 0 && !named_[unit.token] && is_abstract(fold(i))) return false;  // Подлинность документа
  if (noun && is_counted(i, verb)) return true;
  // szef resortu, глава ведомства: one phrase, whose first word tells
  const bool headed = unit.token_end > unit.token + 1 && unit.is(Kind::kPerson) && !named_[unit.token] &&
                      !may_be_adjective(text_.tokens[unit.token].fold, text_.language) && may_be_genitive(i);
  // osoba zbliżona do zarządu: the first word of such a source tells
  const bool sourced = text_.language == "pl" && unit.token_end > unit.token + 1 && unit.is(Kind::kSourceWord) &&
                       !may_be_adjective(text_.tokens[unit.token].fold, text_.language);
  const Token& token = text_.tokens[headed || sourced ? unit.token : unit.token_end - 1];
  if (token.fold.empty()) return false;
  if (unit.token_end > unit.token + 1 && unit.is(Kind::kOrganWord) &&
      may_be_adjective(text_.tokens[unit.token].fold, text_.language))
    return !verb.impersonal;                                                                      // Белый дом
  const bool latin = text_.language != "pl" && static_cast<unsigned char>(token.fold[0]) < 0x80;  // агентство Reuters
  const bool compound = unit.is(Kind::kBody) && !token.fold.ends_with("м") &&  // Минобороны, Міноборони: not declined
                        (token.fold.starts_with("мин") || token.fold.starts_with("мін")) &&
                        !token.fold.starts_with("министерств") && !token.fold.starts_with("міністерств");
  return may_be_subject(
      token.fold,
      {.is_person = !sourced && (unit.is(Kind::kPerson) || unit.is(Kind::kSpokesman) || unit.is(Kind::kSourceWord)),
       .is_name = name && unit.is_capital && !(noun && i == 0 && !named_[unit.token]),  // Джерела, Министерства
       .is_abbreviation = token.is_all_capitals || latin || (compound && is_indeclinable(token.fold))},
      verb, text_.language);
}

// Тот утверждает, що той заперечує, ten dodał: the word for whoever was spoken of last, right before its verb.
bool SentenceReader::is_slavic_pointer(int i) const {
  if (!grammar_.is_slavic || !at(i).is_word() || (i > 0 && !is_boundary(i - 1) && !at(i - 1).is(Kind::kConjunction)))
    return false;
  if (!points_to_last(fold(i))) return false;
  int verb = i + 1;
  if (verb < size_ && fold(verb).starts_with("ostatni")) ++verb;  // ten ostatni
  while (verb < size_ && verb < i + 4 && (at(verb).is(Kind::kAdverb) || at(verb).is(Kind::kNegation))) ++verb;
  return verb < size_ && at(verb).is(Kind::kCue) && !at(verb).is(Kind::kClaimNoun) && !is_speaker_noun(verb);
}

// он, вона, oni: not его, їх, jej, which are objects or possessives.
bool SentenceReader::is_subject_pronoun(int i) const {
  if (is_slavic_pointer(i)) return true;
  if (!at(i).is(Kind::kPronoun)) return false;
  const std::string_view word = fold(i);
  for (const std::string_view pronoun : {"он", "она", "оно", "они", "я",   "мы", "він", "вона", "воно", "вони", "ми",
                                         "on", "ona", "ono", "oni", "one", "ja", "my",  "оба",  "обе",  "там",  "tam"})
    if (word == pronoun) return true;
  return false;
}

// его, їй, ich: whom something is done to.
bool SentenceReader::is_object_pronoun(int i) const {
  return (at(i).is(Kind::kPronoun) || at(i).is(Kind::kPossessive)) && !is_subject_pronoun(i);
}

// Has a cue's row at unit `i` that word in its detail?
bool SentenceReader::has_detail(int i, std::string_view word) const {
  return std::any_of(at(i).lexemes.begin(), at(i).lexemes.end(), [&](const Lexeme* lexeme) {
    return lexeme->kind == Kind::kCue && has_word(lexeme->detail, word);
  });
}

// с которым говорила газета: a verb of a relative clause about whom something else is said.
bool SentenceReader::is_inside_aside(const Cue& cue) const {
  int i = cue.group.begin - 1;
  while (i > 0 && !is_boundary(i)) --i;
  if (i <= 0 || !is_comma_mark(at(i).mark)) return false;
  const bool preposition = at(i + 1).is(Kind::kPreposition);
  int opener = preposition ? i + 2 : i + 1;
  if (opener + 1 < cue.unit && opens_relative(fold(opener + 1), text_.language)) ++opener;  // подлинность которых
  if (opener >= cue.unit + 1 || !opens_relative(fold(opener), text_.language)) return false;
  if (!preposition && is_relative(opener)) return false;  // who says so himself
  const Range right = phrase_right(cue.after);
  return (right.end >= size_ || is_boundary(right.end)) && !find_that(cue.after, cue);
}

// Where the relative clause begins that `end` stands in, `least` where none does: через который, сообщил X, …
int SentenceReader::relative_begin(int least, int end) const {
  int i = end - 1;
  while (i > least && is_comma_mark(at(i).mark)) --i;
  while (i > least && !is_boundary(i)) --i;
  return i > least && is_comma_mark(at(i).mark) && is_slavic_aside(i + 1, end) ? i + 1 : least;
}

// trafił, trafia, spadną
bool SentenceReader::is_polish_verb(int i) const {
  const std::string_view word = text_.tokens[at(i).token].fold;
  return is_polish_past(word) || is_slavic_verb(i) ||
         (word.size() > 6 && word.ends_with("ną") && at(i).kinds == 0 && i + 1 >= size_ - 1);
}

// Karol Wilk, rzecznik służby celnej, …: an office, and no verb, between two commas.
bool SentenceReader::is_office_aside(int begin, int end) const {
  bool office = false;
  for (int i = begin; i < end; ++i) {
    if (has_cue_between(i, i + 1) || at(i).is(Kind::kAuxiliary) || is_slavic_verb(i)) return false;
    office = office || (i < begin + 3 && (at(i).is(Kind::kPerson) || at(i).is(Kind::kSpokesman)));
  }
  return office;
}

// рассказал Павел Рем, директор завода: is the rest of the sentence an office?
bool SentenceReader::is_office_to_end(int begin) const {
  int end = begin;
  while (end < size_ && !is_boundary(end)) ++end;
  return (end >= size_ || is_terminal_mark(at(end).mark)) && end > begin && at(begin).is(Kind::kPerson) &&
         is_office_aside(begin, end);
}

// Pieniądze zdaniem śledczych trafiły do Dubaju; statek miał według prokuratury trafić do Iranu: where who says so ends
// within a clause that goes on without a comma.
int SentenceReader::polish_source_end(Range range) const {
  bool passive = false;  // kapitan został według policji zatrzymany
  for (int i = range.begin - 1; i >= 0 && i + 4 > range.begin; --i) passive = passive || fold(i).starts_with("zosta");
  const std::string_view last = fold(range.end - 1);
  if (passive && range.size() > 1 && !at(range.end - 1).is_capital &&
      (last.ends_with("ny") || last.ends_with("ty") || last.ends_with("na") || last.ends_with("ta") ||
       last.ends_with("ne") || last.ends_with("te") || last.ends_with("ni") || last.ends_with("no")))
    --range.end;
  for (int i = range.begin + 1; i < range.end; ++i) {
    if (!at(i).is_word()) continue;
    const bool name = is_name(i) || is_speaker_noun(i);
    if (!name && !at(i).is(Kind::kAdjective) &&
        (is_polish_verb(i) || is_infinitive(fold(i), text_.language) || at(i).is(Kind::kAuxiliary) ||
         at(i).is(Kind::kNegation) || fold(i) == "się"))
      return i;
    if (!at(i).is(Kind::kPreposition)) continue;
    const bool seat = (fold(i) == "w" || fold(i) == "we") && i + 1 < range.end && is_name(i + 1) &&
                      (at(i - 1).is(Kind::kBody) || at(i - 1).is(Kind::kCompany));  // prokuratury w Gdańsku
    const bool source = at(i - 1).is(Kind::kSourceWord) || at(i - 1).is(Kind::kClaimNoun);
    if (!seat && !source) return i;
  }
  return range.end;
}

// powiedział gazecie „Latarnia”: „…”; powiedział PAP: „…”: does all that stands behind the verb say whom it was told?
bool SentenceReader::is_slavic_whom(Range range) const {
  if (range.empty() || range.size() > 6) return false;
  bool whom = false;
  for (int i = range.begin; i < range.end; ++i) {
    if (is_quote_mark(at(i).mark)) continue;
    if (!at(i).is_word() || at(i).is(Kind::kPreposition) || at(i).is(Kind::kClaimNoun) || at(i).is(Kind::kDocument) ||
        at(i).is(Kind::kFalsehood))
      return false;
    whom = whom || at(i).is(Kind::kMedia) || at(i).is(Kind::kOutlet) || at(i).is(Kind::kPerson) || is_name(i);
  }
  return whom;
}

// Według „Mostu” ładunek trafił, zdaniem śledczych spółka sprowadzała: no comma ends the source, but its closing mark
// does, or the noun before the first verb. Returns whether the range held a clause, and ends the range before it.
bool SentenceReader::split_polish_source(Range& speaker) const {
  if (speaker.size() < 2) return false;
  if (is_quote_mark(at(speaker.begin).mark)) {
    int close = speaker.begin + 1;
    while (close < speaker.end && !is_quote_mark(at(close).mark)) ++close;
    if (close + 1 >= speaker.end) return false;
    speaker.end = close + 1;
    return true;
  }
  int verb = speaker.begin + 2;
  while (verb < speaker.end && (is_name(verb) || is_speaker_noun(verb) || !is_polish_verb(verb))) ++verb;
  const bool next = verb < size_ && at(verb).is_word() &&  // Zdaniem obrony dowody są słabe
                    (at(verb).is(Kind::kAuxiliary) || at(verb).is(Kind::kNegation) || is_slavic_verb(verb));
  if (verb >= speaker.end && !next) return false;
  int head = speaker.begin;
  while (head < verb && !is_speaker_noun(head) && !is_name(head)) ++head;
  if (head == speaker.begin + 1 && head + 1 == verb) head = speaker.begin;  // zgodnie z pozwem spółka ukrywała
  if (head + 1 >= verb) return false;
  int subject = verb - 1;  // with its adjectives, before adverbs: zdaniem śledczych statek dwukrotnie zmieniał banderę
  while (subject > head + 1 && !is_name(subject) && !is_speaker_noun(subject) &&
         (is_slavic_adverb(subject) || (fold(subject).size() > 6 && fold(subject).ends_with("tnie"))))
    --subject;
  while (subject > head + 1 && (is_quote_mark(at(subject).mark) || is_name(subject) ||
                                may_be_adjective(fold(subject - 1), "pl") || at(subject - 1).is(Kind::kDeterminer)))
    --subject;
  if (subject <= head || is_governed(subject)) return false;
  speaker.end = subject;
  return true;
}

// Does a preposition before it govern unit `i`?
bool SentenceReader::is_governed(int i) const {
  if (i > 0 && at(i - 1).is(Kind::kAnaphor) && (at(i).is(Kind::kPerson) || at(i).is(Kind::kSpokesman)))
    for (const std::string_view that : {"это", "це", "to"})  // отрезал на это директор: no word of his
      if (fold(i - 1) == that) return false;
  int k = i - 1;
  while (k >= 0 && at(k).quote < 0 &&
         (is_quote_mark(at(k).mark) ||
          (at(k).is_word() && !at(k).is(Kind::kPreposition) && !at(k).is(Kind::kTime) &&
           (at(k).is(Kind::kAdjective) || at(k).is(Kind::kDeterminer) || at(k).is(Kind::kPossessive) ||
            at(k).is(Kind::kTitle) ||
            (!at(k).is_capital && !is_speaker_noun(k) && !at(k).is(Kind::kCue) && k == i - 1 &&
             (may_be_adjective(fold(k), text_.language) && !fold(k).ends_with("нні")
                  ? k > 0 && at(k - 1).is(Kind::kPreposition)  // про новый завод
                  : is_adjective_form(k)))))))
    --k;
  return k >= 0 && at(k).is(Kind::kPreposition) && !at(k).is(Kind::kAdverb);
}

// An adjective in any case, by its ending.
bool SentenceReader::is_adjective_form(int i) const {
  const std::string_view word = fold(i);
  for (const std::string_view ending :
       {"ого", "его", "ому", "ему", "ым",  "им",  "ом", "ой", "ей", "ых",  "их",  "ої", "ій",
        "ою",  "ою",  "ую",  "юю",  "ego", "emu", "ym", "im", "ej", "ych", "ich", "ą"})
    if (word.size() > ending.size() + 4 && word.ends_with(ending)) return true;
  return false;
}

// Where the phrase begins whose noun is unit `i`: with its adjectives and determiners.
int SentenceReader::slavic_phrase_begin(int i, int least) const {
  int begin = i;
  while (begin > least) {
    const Unit& unit = at(begin - 1);
    if (!unit.is_word() || unit.is(Kind::kCue) || unit.is(Kind::kPreposition) || unit.is(Kind::kTime)) {
      if (is_quote_mark(unit.mark) && begin == i && unit.span.end == at(i).span.begin) {
        --begin;
        continue;
      }
      break;
    }
    const std::string_view particle = text_.tokens[unit.token].fold;  // его же заместитель
    // провини своєї бізнесмен: not of the noun behind it
    const bool own = particle == "своей" || particle == "своего" || particle == "своїх" || particle == "своєї" ||
                     particle == "свого" || particle == "swojej" || particle == "swego" || particle == "swojego";
    if (own) break;
    if (begin - 1 > least && particle.ends_with("нні") && at(begin - 2).is(Kind::kPreposition)) break;  // у розкраданні
    const bool of_it = particle == "же" || particle == "ж" || unit.is(Kind::kTitle) || unit.is(Kind::kPossessive) ||
                       (unit.is(Kind::kDeterminer) && !unit.is(Kind::kAnaphor)) ||
                       may_be_adjective(text_.tokens[unit.token_end - 1].fold, text_.language);
    if (!of_it || unit.is(Kind::kAdverb)) break;
    --begin;
  }
  return begin;
}

// Савина, Москвы, завода: may the word be a genitive?
bool SentenceReader::may_be_genitive(int i) const {
  const std::string_view word = text_.tokens[at(i).token_end - 1].fold;
  for (const std::string_view ending : {"а", "я", "и", "ы", "і", "ї", "у", "ю", "a", "y", "i", "u"})
    if (word.ends_with(ending)) return true;
  return word.empty() || static_cast<unsigned char>(word[0]) < 0x80 || text_.tokens[at(i).token].is_all_capitals;
}

// владельца верфи обвинили: a noun that may be a genitive, right behind the noun `before`.
bool SentenceReader::is_genitive_of(int i, int before) const {
  const bool place = at(i).is(Kind::kState) || at(i).is(Kind::kCapital);
  if ((is_name(i) && !place) || at(i).is(Kind::kPerson) || at(i).is(Kind::kSpokesman)) return false;
  if (before != i - 1 || before < 0) return false;
  const std::string_view word = fold(i);
  const bool may_be = word.ends_with("и") || word.ends_with("ы") || word.ends_with("і") || word.ends_with("ї") ||
                      word.ends_with("y") || word.ends_with("i");
  return may_be && is_speaker_noun(before);
}

// What stands left of the verb begins with a preposition: in “у листі до суду компанія” the subject is the noun in the
// nominative; “в компании” alone is the subject of a verb in the plural or without person.
SentenceReader::Range SentenceReader::slavic_left(Range left, const Cue& cue, bool with_object) const {
  if (left.empty()) return left;
  if (left.begin > 0 && has_detail(left.begin - 1, "ask") && has_detail(left.begin - 1, "bare"))
    return answering_left(left, cue);
  // X на вопрос газеты ответил, X в беседе с газетой сказал: where and to whom
  for (int i = left.begin + 1; i + 1 < left.end; ++i) {
    const std::string_view lead = fold(i);
    if (lead != "в" && lead != "у" && lead != "на" && lead != "w" && lead != "na") continue;
    const bool phrase = at(i).token_end > at(i).token + 1;  // на вопрос: one unit
    if (!phrase && !at(i).is(Kind::kPreposition)) continue;
    const std::string_view noun = phrase ? std::string_view(text_.tokens[at(i).token + 1].fold) : fold(i + 1);
    bool answer = false;
    for (const std::string_view start :
         {"вопрос",   "запрос",  "интервью", "бесед",      "разговор", "комментари", "эфир",    "запит",   "питанн",
          "інтерв",   "розмов",  "бесід",    "коментар",   "ефір",     "pytani",     "wywiad",  "rozmow",  "ответ",
          "відповід", "брифинг", "брифінг",  "пресс-конф", "пресконф", "прес-конф",  "форум",   "заседан", "засідан",
          "совещан",  "нарад",   "встреч",   "зустріч",    "саммит",   "саміт",      "письм",   "соцсет",  "соцмереж",
          "телеграм", "фейсбук", "твиттер",  "выступлен",  "виступ",   "обращен",    "зверненн"})
      answer = answer || noun.starts_with(start);
    const std::string_view from = fold(i);  // X от комментариев отказался
    if (from == "от" || from == "від" || from == "od") continue;
    if (!answer || !has_slavic_subject({left.begin, i}, cue)) continue;
    if (at(left.begin).is(Kind::kPreposition) && !is_slavic_place({left.begin, i}, cue))
      continue;  // в ответе на запрос X
    left.end = i;
    break;
  }
  // X на брифинге сказал: what follows a name with a preposition is not of it
  for (int i = left.begin + 1; i + 1 < left.end; ++i) {
    const std::string_view from = fold(i);  // министр X от комментариев отказался: what is refused
    if (frame(cue, "inf") && (from == "от" || from == "від" || from == "od")) continue;
    if (!at(i).is(Kind::kPreposition) || at(i).is(Kind::kAdverb) || !is_name(i - 1) || is_speaker_noun(i - 1) ||
        is_governed(i - 1) || !is_subject_word(i - 1, verb_of(cue)))
      continue;
    if (!has_slavic_subject({i + 1, left.end}, cue)) left.end = i;
    break;
  }
  const bool there = fold(left.begin) == "там" || fold(left.begin) == "tam";  // там отрицают, but: там сообщил X
  if (there && left.size() == 1 && verb_of(cue).singular) return {left.begin, left.begin};
  if (left.size() == 1 && act_of(*cue.lexeme) == Act::kAccuse && !verb_of(cue).singular &&
      is_object_pronoun(left.begin))
    return {left.begin, left.begin};     // его обвиняют в контрабанде
  if (at(left.begin).is(Kind::kPartOf))  // другой с ним не согласен
    for (int i = left.begin + 1; i + 1 < left.end; ++i)
      if (at(i).is(Kind::kPreposition) && at(i + 1).is(Kind::kPronoun)) return {left.begin, i};
  if (at(left.begin).is(Kind::kPronoun) || at(left.begin).is(Kind::kPartOf)) return left;
  const bool preposition = at(left.begin).is(Kind::kPreposition) && !at(left.begin).is(Kind::kAdverb);
  const Agreement verb = verb_of(cue);
  const bool object = frame(cue, "np") || frame(cue, "only") || frame(cue, "inf") || frame(cue, "call") || cue.negated;
  if (!preposition && !with_object && takes_object(cue) && !find_that(cue.after, cue)) return left;  // split_left()
  if (!preposition && !with_object && object && (cue.after >= size_ || is_boundary(cue.after) || frame(cue, "call")))
    return left;  // split_left()
  for (int i = left.begin + preposition; i < left.end; ++i) {
    if (is_subject_pronoun(i) && !frame(cue, "locative")) return {i, left.end};
    if (!is_subject_word(i, verb) || is_governed(i)) continue;
    if (i > left.begin && is_genitive_of(i, i - 1)) continue;
    const int begin = slavic_phrase_begin(i, left.begin + preposition);
    if (begin > left.end) continue;
    if (begin == left.begin + preposition) {
      if (preposition) continue;
      return left;
    }
    const Unit& before = at(begin - 1);
    // A name right behind a noun is that noun's: в суде Москвы, в компании «Норд».
    int word = begin - 1;
    while (word > left.begin && is_quote_mark(at(word).mark)) --word;
    // На суде Савин заявил: but a place is no subject of a verb in the singular
    // В ответ на запрос «Маяка» Волкова заявила: not of the name in marks before it
    const bool behind_mark = word < begin - 1 && !is_quoted(i) && at(i).is_capital;
    const std::string_view lead = fold(left.begin);  // от комментариев Волкова отказалась
    const bool refuses = frame(cue, "inf") && (lead == "от" || lead == "від" || lead == "od") && verb.feminine &&
                         !verb.masculine && word == begin - 1 && word > left.begin;
    const bool alone = behind_mark || refuses || (!verb.plural && word == begin - 1 && !may_be_genitive(i));
    if (!at(i).is(Kind::kPerson) && !at(i).is(Kind::kSpokesman) && (is_name(i) || at(i).is(Kind::kOutlet)) &&
        at(word).is_word() && !at(word).is(Kind::kTime) && !alone)
      continue;
    if (before.is(Kind::kConjunction) || before.is(Kind::kPreposition)) continue;
    return {begin, left.end};
  }
  if (!preposition && act_of(*cue.lexeme) == Act::kAccuse && !verb.singular && !verb.impersonal) {
    // компанию обвинили в контрабанде, but: два источника, ряд чиновников обвинили
    const std::string_view first = fold(left.begin);
    bool is_accused = first != "ряд" && first != "большинство" && first != "більшість" && first != "часть";
    for (int i = left.begin; i < left.end; ++i)
      is_accused = is_accused && (!at(i).is_word() || is_speaker_noun(i) || is_name(i) || fold(i).ends_with("ого") ||
                                  fold(i).ends_with("его") || fold(i).ends_with("ую") || fold(i).ends_with("ego") ||
                                  (i > left.begin && is_speaker_noun(i - 1) && at(i).kinds == 0));  // владельца верфи
    if (is_accused) return {left.begin, left.begin};
  }
  if (!preposition) return left;
  for (int i = left.begin + 2; i + 2 < left.end; ++i)  // В компании «Коммерсанту» заявили: to whom
    if (is_quote_mark(at(i).mark) && is_quoted_dative(left.end - 1) && is_speaker_noun(i - 1)) left.end = i;
  const bool many = verb.impersonal || !verb.singular || frame(cue, "locative") || frame(cue, "show");
  const bool enquiry = !frame(cue, "locative") && !frame(cue, "show") && !is_slavic_place(left, cue);
  for (int p = left.end - 2; many && enquiry && p > left.begin + 1;
       --p)  // у відповідь на запит газети на заводі заявили
    if (at(p).is_word() && is_slavic_place({p, left.end}, cue)) return {p, left.end};
  if (many && (at(left.begin).is(Kind::kPlace) || fold(left.begin) == "на" || fold(left.begin) == "na" ||
               frame(cue, "locative") || frame(cue, "show")))
    return left;
  return {left.begin, left.begin};
}

// говорится в отчёте: the cue has the preposition of the document.
bool SentenceReader::has_own_preposition(const Cue& cue) const {
  const Unit& unit = at(cue.unit);
  const std::string_view last = text_.tokens[unit.token_end - 1].fold;
  const bool in = last == "в" || last == "во" || last == "у" || last == "на" || last == "w" || last == "we" ||
                  last == "na" || last == "z" || last == "ze" || last == "из" || last == "із" || last == "з";
  return in && unit.token_end > unit.token + 1;
}

// и завод, також міністерство, również armator: a particle before a noun, which stands in line with what was said.
bool SentenceReader::is_slavic_also(int i) const {
  for (const std::string_view word : {"и", "і", "й", "тоже", "также", "теж", "також", "też", "także", "również"})
    if (fold(i) == word) return true;
  return false;
}

// The subject behind the verb: the first noun in the nominative, past whom it is told, when, and where.
SentenceReader::Range SentenceReader::slavic_right(int after, const Cue& cue) const {
  const Agreement verb = verb_of_two(cue, {after, size_});
  while (after + 1 < size_ && is_slavic_also(after)) ++after;  // подтвердил и министр, zaprzecza też zakład
  if (has_own_preposition(cue)) return phrase_right(after);
  if (const Range place = place_behind_whom(after, cue); !place.empty()) return place;
  const bool his = after + 1 < size_ && at(after).is(Kind::kPossessive) &&
                   (at(after + 1).is(Kind::kPerson) || at(after + 1).is(Kind::kSpokesman));  // отверг его адвокат
  if (after + 1 < size_ && at(after).is(Kind::kPronoun) && is_object_pronoun(after) && !his)
    ++after;  // рассказал нам источник
  while (after + 2 < size_ && at(after).is(Kind::kPreposition) && at(after + 1).is(Kind::kAnaphor) &&
         (fold(after) == "на" || fold(after) == "na"))
    after += 2;  // отрезал на это директор
  while (after + 1 < size_ && is_slavic_also(after)) ++after;
  Range first{after, after};  // a name, taken where no noun of a person follows: powiedział PAP w środę rzecznik
  for (int i = after; i < size_ && i < after + 16 && !is_boundary(i); ++i) {
    const Unit& unit = at(i);
    if (skipped_[i] || has_cue_between(i, i + 1) || unit.is(Kind::kThat)) break;
    if (unit.is(Kind::kSubordinator) && !unit.is(Kind::kPreposition) && !unit.is(Kind::kPronoun)) break;
    if (i == after && unit.is(Kind::kPronoun) && !unit.is(Kind::kDeterminer)) break;
    if (!is_subject_word(i, verb, frame(cue, "show")) || is_governed(i)) continue;
    const bool person = unit.is(Kind::kPerson) || unit.is(Kind::kSpokesman) || unit.is(Kind::kSourceWord);
    const int begin = slavic_phrase_begin(i, after);
    if (begin > after && !person) {  // в ответ на запрос «Берега», в отчёте центра: of the noun before it
      int k = begin - 1;
      while (k > after && is_quote_mark(at(k).mark)) --k;
      if (at(k).is(Kind::kPreposition)) continue;
      if (at(k).is_word() && !is_function(k) && !at(k).is(Kind::kTitle) && (!is_name(k) || is_governed(k)) &&
          !stands_apart(k, i, verb))
        continue;
    }
    if (person || unit.is(Kind::kTitle)) {
      // A name stands behind its office, not before it: розповів Радіо Свобода колишній працівник
      const bool behind_name = !first.empty() && only_names(first.begin, begin);
      return first.empty() || behind_name || told_apart(first, begin) ? phrase_right(begin) : phrase_right(first.begin);
    }
    if (first.empty()) first = {begin, i + 1};
  }
  return first.empty() ? phrase_right(after) : phrase_right(first.begin);
}

// написал в письме Рем, написало в письме министерство, сообщил по телефону из Риги 58-летний Павел Рем: a noun that is
// no genitive is not of the paper, the talk or the town before it; but: в компании Нордвинд, на форуме «Балтика».
bool SentenceReader::stands_apart(int noun, int subject, const Agreement& verb) const {
  if (verb.plural || is_quoted(subject) || slavic_phrase_begin(subject, noun + 1) != noun + 1) return false;
  // журналистам Ирина Волкова, журналистам МИД России: behind a dative stands no genitive of it
  const std::string_view last = last_fold(noun);
  const bool dative = at(noun).is(Kind::kPerson) && (last.ends_with("ам") || last.ends_with("ям"));
  const bool pair = is_name(subject) && subject + 1 < size_ && is_name(subject + 1) && !is_speaker_noun(subject + 1) &&
                    is_subject_word(subject + 1, verb);
  // из Риги Волкова: behind a town no genitive of it either
  const bool town = is_name(noun) && verb.feminine && !verb.masculine && noun > 0 &&
                    at(noun - 1).is(Kind::kPreposition) && is_name(subject) && !is_speaker_noun(subject);
  if (may_be_genitive(subject) && !dative && !town && !(pair && is_name(noun) && verb.feminine)) return false;
  const bool firm = at(noun).is(Kind::kCompany) || at(noun).is(Kind::kBody) || at(noun).is(Kind::kMedia);
  return !firm && (at(noun).is(Kind::kDocument) || is_name(noun) || at(noun).is(Kind::kClaimNoun) ||
                   is_speaker_noun(subject) || at(noun).is(Kind::kPerson) ||
                   (is_name(subject) && subject + 1 < size_ && is_name(subject + 1) && !is_speaker_noun(subject + 1)));
}

bool SentenceReader::only_names(int begin, int end) const {
  for (int i = begin; i < end; ++i)
    if (!is_quote_mark(at(i).mark) && (!is_name(i) || is_speaker_noun(i))) return false;
  return begin < end;
}

// Does what stands between a name behind the verb and a person's noun show that the name is whom it was told: an
// outlet, or a time between them?
bool SentenceReader::told_apart(Range name, int person) const {
  if (name.end > person) return false;
  for (int i = name.begin; i < person; ++i)
    if (at(i).is(Kind::kTime) || at(i).is(Kind::kOutlet) || at(i).is(Kind::kMedia)) return true;
  return false;
}

// сообщили в министерстве, заявили на заводе: a body or company in its place, behind a verb that names no subject.
bool SentenceReader::is_slavic_place(Range range, const Cue& cue) const {
  const Agreement verb = verb_of(cue);
  if (range.size() < 2 || !(verb.impersonal || !verb.singular)) return false;
  if (!at(range.begin).is(Kind::kPlace) && fold(range.begin) != "на" && fold(range.begin) != "na") return false;
  int noun = range.begin + 1;
  while (noun + 1 < range.end &&
         (is_quote_mark(at(noun).mark) || at(noun).is(Kind::kAdjective) || at(noun).is(Kind::kDeterminer) ||
          at(noun).is(Kind::kPossessive) || (is_adjective_form(noun) && !is_speaker_noun(noun) && !is_name(noun))))
    ++noun;
  const Unit& unit = at(noun);
  if (unit.is(Kind::kTime) || (unit.is(Kind::kDocument) && !unit.is(Kind::kBody) && !unit.is(Kind::kCompany)))
    return false;
  return unit.is(Kind::kBody) || unit.is(Kind::kCompany) || unit.is(Kind::kMedia) || unit.is(Kind::kSpokesman) ||
         unit.is(Kind::kOrganWord) || unit.is(Kind::kCapital) || (is_name(noun) && is_quote_mark(at(noun - 1).mark)) ||
         text_.tokens[unit.token].is_all_capitals;
}

// рассказали Ломов и Белова: of two, each may be in the singular.
Agreement SentenceReader::verb_of_two(const Cue& cue, Range range) const {
  Agreement verb = verb_of(cue);
  for (int i = range.begin + 1; i < range.end && i < size_ && !is_boundary(i) && !verb.singular; ++i)
    if (at(i).is(Kind::kConjunction) && at(i).as(Kind::kConjunction)->value == "and") verb = {};
  return verb;
}

// Is there a noun, name or pronoun in the range that may be the verb's subject?
bool SentenceReader::has_slavic_subject(Range range, const Cue& cue) const {
  if (!range.empty() && at(range.begin).is(Kind::kPreposition)) return true;  // in its place: slavic_left()
  const Agreement verb = verb_of_two(cue, range);
  bool numeral = false;
  for (int i = range.begin; i < range.end; ++i) {
    if (is_subject_pronoun(i) || at(i).is(Kind::kPartOf)) return true;
    if (at(i).is(Kind::kDeterminer)) numeral = true;  // двое чиновников
    if (is_governed(i)) continue;
    if ((numeral && is_speaker_noun(i)) || is_subject_word(i, verb, !frame(cue, "np") && !frame(cue, "call")))
      return true;
    if (at(i).is_bracket) continue;
  }
  return false;
}

// A relative clause or a participle's phrase between commas, [begin, end).
bool SentenceReader::is_slavic_aside(int begin, int end) const {
  if (!grammar_.is_slavic || begin >= end) return false;
  if (at(begin).is_word() && (opens_relative(fold(begin), text_.language) ||
                              (!at(begin).is_capital && opens_participle(fold(begin), text_.language))))
    return true;
  for (int i = begin + 1; i < end && i < begin + 3 && at(i).is_word(); ++i)  // через которую; через склад которой
    if ((at(begin).is(Kind::kPreposition) || i == begin + 1) && opens_relative(fold(i), text_.language)) return true;
  return false;
}

// Слухи о продаже в компании назвали вымыслом: a claim, and behind it, before a verb in the plural, the place of who
// speaks.
bool SentenceReader::split_place_behind_claim(const Cue& cue, Range& left, std::vector<Span>& fronted) const {
  for (int i = left.begin; i < left.end; ++i)  // в компании комментировать слухи отказались: split_slavic()
    if (at(i).is_word() && !is_speaker_noun(i) && is_infinitive(fold(i), text_.language)) return false;
  if (at(left.begin).is(Kind::kPreposition) &&
      is_slavic_place(left, cue))  // в Кремле заявление министра не комментируют
    for (int i = left.begin + 2; i < left.end; ++i) {
      if (!(at(i).is(Kind::kClaimNoun) || at(i).is(Kind::kDocument)) || is_governed(i)) continue;
      int begin = i;
      while (begin > left.begin + 2 && (at(begin - 1).is(Kind::kDeterminer) || at(begin - 1).is(Kind::kPossessive) ||
                                        may_be_adjective(fold(begin - 1), text_.language)))
        --begin;
      fronted = spans_of({begin, left.end});
      left.end = begin;
      return true;
    }
  if (at(left.begin).is(Kind::kPreposition) && !is_slavic_place(left, cue))  // на звонки в компании не отвечают
    for (int p = left.end - 2; p > left.begin + 1; --p)
      if (is_slavic_place({p, left.end}, cue) && !is_speaker_noun(left.begin + 1)) {
        const Range said = object_behind_circumstances({left.begin, p}, cue);
        if (!said.empty() && !find_that(cue.after, cue)) fronted = spans_of(said);
        left.begin = p;
        return true;
      }
  int noun = left.begin;
  while (noun < left.end && noun < left.begin + 3 && !at(noun).is(Kind::kClaimNoun) && !at(noun).is(Kind::kDocument))
    ++noun;
  if (noun >= left.end || noun >= left.begin + 3 || at(left.begin).is(Kind::kPreposition)) return false;
  if (is_governed(noun)) return false;  // следователи на брифинге в Риге отрицают, что …
  for (int p = left.end - 2; p > noun; --p) {
    if (!at(p).is(Kind::kPreposition)) continue;
    if (!is_slavic_place({p, left.end}, cue)) return false;
    fronted = spans_of({left.begin, p});
    left.begin = p;
    return true;
  }
  return false;
}

// Директор Ондржей Вавра походження деталей не заперечує; «Риони» версию разведки отвергает: small words between a name
// or its closing mark and the verb are the object.
bool SentenceReader::split_behind_name(const Cue& cue, Range& left, std::vector<Span>& fronted) const {
  constexpr int kMost = 4;  // words
  if (!(frame(cue, "np") || cue.negated)) return false;
  int begin = left.end;
  while (begin > left.begin && at(begin - 1).is_word() && !at(begin - 1).is_capital && !is_name(begin - 1)) --begin;
  if (begin == left.end || begin == left.begin || left.end - begin > kMost) return false;
  const bool behind_mark = is_quote_mark(at(begin - 1).mark);
  if (!behind_mark && !(is_name(begin - 1) && at(begin - 1).is_capital)) return false;
  for (int i = begin; i < left.end; ++i)
    if (is_function(i) || at(i).is(Kind::kCue) || at(i).is(Kind::kTime) || at(i).is(Kind::kHedge) ||
        (i == begin && is_speaker_noun(i)) || opens_participle(fold(i), text_.language) ||
        opens_relative(fold(i), text_.language))
      return false;
  const Range subject{left.begin, begin};
  if (at(left.begin).is(Kind::kPreposition) || !(behind_mark ? speaks(subject) : has_slavic_subject(subject, cue)))
    return false;
  fronted = spans_of({begin, left.end});
  left.end = begin;
  return true;
}

// “Комментировать ситуацию в банке не стали”, “називати імена він відмовився”: an infinitive stands before the verb it
// belongs to; what is no subject is content. Returns whether it was so.
bool SentenceReader::split_slavic(const Cue& cue, Range& left, std::vector<Span>& fronted) const {
  if (split_place_behind_claim(cue, left, fronted)) return true;
  int infinitive = -1;
  for (int i = left.begin; i < left.end; ++i)
    if (at(i).is_word() && !is_speaker_noun(i) && is_infinitive(fold(i), text_.language)) {
      infinitive = i;
      break;
    }
  const Agreement verb = verb_of(cue);
  const auto is_many = [&](int i) {
    return (at(i).is(Kind::kPlace) || fold(i) == "на" || fold(i) == "na") && (verb.impersonal || !verb.singular);
  };
  if (infinitive < 0 && (frame(cue, "inf") || frame(cue, "only")))  // его брат от комментариев отказался
    for (int p = left.end - 2; p > left.begin; --p)
      if (at(p).is(Kind::kPreposition) && !at(p).is(Kind::kAdverb)) {
        const Range before{left.begin, p};
        if (is_name(p + 1) && at(p).is(Kind::kPlace)) break;
        if (const int head = slavic_head(before, cue); head >= 0 && slavic_subject_end(head, left) == left.end)
          break;  // глава комитета по обороне Пётр Калныш
        if (is_many(before.begin) ? !speaks(before)
                                  : at(before.begin).is(Kind::kPreposition) || !has_slavic_subject(before, cue))
          break;
        if (!is_circumstance_lead(p)) fronted = spans_of({p, left.end});
        left = before;
        return true;
      }
  if (infinitive < 0)  // эту информацию директор X опровергает: the object first, then the subject
    for (int i = left.begin; i < left.end && i < left.begin + 4 && at(i).is_word(); ++i) {
      if (!at(i).is(Kind::kClaimNoun) || is_governed(i)) continue;
      const std::string_view word = fold(i);
      const bool object = word.ends_with("у") || word.ends_with("ю") || word.ends_with("ę") ||
                          (i > left.begin && at(i - 1).is(Kind::kDeterminer));
      if (!object || i + 1 >= left.end || at(i + 1).is(Kind::kPreposition) || !is_subject_word(i + 1, verb) ||
          !has_slavic_subject({i + 1, left.end}, cue))
        break;
      fronted = spans_of({left.begin, i + 1});
      left.begin = i + 1;
      return true;
    }
  if (infinitive < 0 && split_behind_name(cue, left, fronted)) return true;
  if (infinitive < 0) {  // владелец вину не признал: an object in the accusative between subject and verb
    const int last = left.end - 1;
    const std::string_view word = fold(last);
    const bool accusative = word.ends_with("у") || word.ends_with("ю") || word.ends_with("ę");
    if (left.size() < 2 || at(left.begin).is(Kind::kPreposition) || is_name(last) ||
        (is_speaker_noun(last) && !at(last).is(Kind::kClaimNoun) && !(at(last).is(Kind::kDocument) && accusative)) ||
        is_governed(last) || !(accusative || at(last).is(Kind::kClaimNoun)))
      return false;
    int begin = last;
    while (begin > left.begin + 1 && (at(begin - 1).is(Kind::kDeterminer) || is_adjective_form(begin - 1) ||
                                      may_be_adjective(fold(begin - 1), text_.language)))
      --begin;
    if (!has_slavic_subject({left.begin, begin}, cue)) return false;
    // dwaj urzędnicy znający sprawę: the object of a participle that describes who speaks
    const std::string_view describes = text_.language == "pl" ? last_fold(begin - 1) : std::string_view();
    if (describes.ends_with("jący") || describes.ends_with("jąca") || describes.ends_with("jące")) return false;
    fronted = spans_of({begin, left.end});
    left.end = begin;
    return true;
  }
  // Подлинность выписок в компании оспаривать не стали
  for (int p = left.begin + 1; p + 1 < infinitive; ++p) {
    int last = infinitive;
    while (last > p && (skipped_[last - 1] || !at(last - 1).is_word())) --last;
    if (!is_slavic_place({p, last}, cue) || is_many(left.begin)) continue;
    fronted = spans_of({left.begin, p});
    for (const Span& span : spans_of({infinitive, left.end})) fronted.push_back(span);
    left = {p, last};
    return true;
  }
  // before the infinitive
  if (infinitive > left.begin) {
    const Range before{left.begin, infinitive};
    if (is_many(before.begin) && speaks(before)) {
      fronted = spans_of({infinitive, left.end});
      left = before;
      return true;
    }
    if (!at(before.begin).is(Kind::kPreposition) && has_slavic_subject(before, cue)) {
      // Своё знакомство с хозяином фирмы Дерели оспаривать: what stands before the subject is the object
      int subject = before.end - 1;
      while (subject > before.begin && !(is_subject_word(subject, verb) && !is_governed(subject))) --subject;
      int begin = subject;
      while (begin > before.begin && (is_name(begin - 1) || at(begin - 1).is(Kind::kTitle)) &&
             is_subject_word(begin - 1, verb))
        --begin;
      begin = slavic_phrase_begin(begin, before.begin);
      const bool object_first = begin > before.begin && !is_subject_word(before.begin, verb) &&
                                !may_be_adjective(fold(before.begin), text_.language);
      if (object_first) {
        fronted = spans_of({before.begin, begin});
        if (left.end > infinitive + 1)
          for (const Span& span : spans_of({infinitive, left.end})) fronted.push_back(span);
        left = {begin, infinitive};
      } else {
        fronted = spans_of({infinitive, left.end});
        left = before;
      }
      return true;
    }
  }
  // behind it: a place, a noun or a name in the nominative that ends the phrase
  for (int i = left.end - 1; i > infinitive; --i) {
    const bool worker = i > infinitive + 1 && (at(i - 1).is(Kind::kPerson) || at(i - 1).is(Kind::kSourceWord)) &&
                        is_subject_word(i - 1, verb) && !is_governed(i - 1);  // три источника в правительстве
    if (is_many(i) && !worker && speaks({i, left.end})) {
      fronted = spans_of({left.begin, i});
      left = {i, left.end};
      return true;
    }
    if (!is_subject_word(i, verb) || is_governed(i)) continue;
    int begin = i;
    while (begin - 1 > infinitive &&
           (is_name(begin - 1) || at(begin - 1).is(Kind::kTitle) || is_speaker_noun(begin - 1)) &&
           is_subject_word(begin - 1, verb))
      --begin;
    begin = slavic_phrase_begin(with_office_before(begin, infinitive + 1, cue), infinitive + 1);
    fronted = spans_of({left.begin, begin});
    left = {begin, left.end};
    return true;
  }
  fronted = spans_of(left);
  left = {left.begin, left.begin};
  return true;
}

// Считается, что …; ходят слухи о …: nobody is said to say so.
void SentenceReader::read_hearsay(const Cue& cue, Attribution& a) {
  if (cue.negated) return;
  for (int k = cue.group.begin - 1; k >= 0 && !is_boundary(k); --k)  // only adverbs before it
    if (!at(k).is(Kind::kAdverb) && !at(k).is(Kind::kTime) && !at(k).is(Kind::kConjunction) &&
        !at(k).is(Kind::kSubordinator) && !at(k).is(Kind::kHedge) && !at(k).is(Kind::kPreposition))
      return;
  if (const std::optional<int> that = find_that(cue.after, cue); that && *that <= cue.after + 4) {
    a.content = spans_of({*that, clause_end(*that, cue)});
  } else if (cue.unit == 0 && cue.after + 3 < size_ && is_comma_mark(at(cue.after).mark)) {  // Говорят, банк продадут
    a.content = spans_of({cue.after + 1, clause_end(cue.after + 1, cue)});
  } else if (at(cue.unit).token_end > at(cue.unit).token + 1 && cue.after + 1 < size_ &&
             at(cue.after).is(Kind::kPreposition)) {  // ходят слухи о продаже завода
    a.content = spans_of({cue.after, clause_end(cue.after, cue)});
  }
  if (a.content.empty()) return;
  a.rule = "hearsay";
  a.is_hedged = true;
  finish(a, cue);
}

// «…», приводит слова Ломова агентство X; …, цитирует его X: who spoke stands before the medium that passes it on.
void SentenceReader::split_medium(const Cue& cue, bool behind, Range& right, Attribution& a) const {
  if (frame(cue, "own")) {  // приводит его слова: the pronoun is in the cue
    if (behind) a.medium = speaker_span(right);
    right = {cue.unit, cue.unit + 1};
    return;
  }
  if (!behind) return;
  for (int i = right.begin + 1; i < right.end; ++i) {
    const bool medium = at(i).is(Kind::kMedia) || at(i).is(Kind::kOutlet) ||
                        (is_quote_mark(at(i).mark) && is_quote_mark(at(right.end - 1).mark));
    if (!medium) continue;
    a.medium = speaker_span({i, right.end});
    right.end = i;
    return;
  }
}

// The unit that holds the verb of a cue in two parts whose noun comes first.
int SentenceReader::verb_unit(const Cue& cue) const {
  int verb = cue.unit;
  while (verb + 1 < size_ && at(verb).token_end <= at(cue.unit).gap_begin) ++verb;
  return verb;
}

// С призывом закрыть порт выступил X; с опровержением выступил X: «…»: the noun and its verb are the cue.
void SentenceReader::read_light(const Cue& cue, Attribution& a) {
  Cue verb = cue;  // for its endings and what stands behind it
  verb.unit = verb_unit(cue);
  verb.group = {verb.unit, verb.unit + 1};
  if (verb.unit == cue.unit) return;
  const Range middle{cue.unit + 1, verb.unit};
  int after = verb.unit + 1;
  while (after < size_ && at(after).token < at(cue.unit).gap_end) ++after;
  Range speaker = cue.group.begin > 0 ? subject_left(cue) : Range{};
  if (!speaker.empty() && !has_slavic_subject(speaker, verb)) speaker = {};
  const bool before = !speaker.empty();
  if (!before) {
    speaker = after < size_ ? slavic_right(after, verb) : Range{};
    if (speaker.empty() || !has_slavic_subject(speaker, verb)) return;
    after = std::max(after, speaker.end);
  }
  Range noun = middle;  // its own words: с жёстким призывом
  while (!noun.empty() && is_comma_mark(at(noun.begin).mark)) ++noun.begin;
  a.speaker = speaker_span(trimmed(speaker));
  a.content = spans_of(noun);
  if (const std::optional<int> that = find_that(after, cue)) {
    a.content = spans_of({*that, clause_end(*that, cue)});
  } else if (after + 1 < size_ && is_colon_mark(at(after).mark)) {
    const int begin = after + 1;
    a.content = at(begin).quote >= 0 ? std::vector<Span>{quotes_[at(begin).quote].inner}
                                     : spans_of({begin, clause_end(begin, cue)});
  } else if (a.content.empty() && before) {
    a.content = spans_of({after, clause_end(after, cue)});
  }
  if (a.content.empty() && number_ > 0)
    if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.points_back = true;
  if (a.content.empty()) return;
  a.rule = "noun and its verb";
  finish(a, cue);
}

// не имеет отношения, nie ma mowy: a phrase whose first word is a "no".
bool SentenceReader::opens_with_no(int i) const {
  const uint32_t first = at(i).token;
  return Lexicon::of(text_.language).has(text_.tokens, first, first + 1, {Kind::kNothing});
}

// Эти цифры взяты с потолка, считают в X; ничего подобного, возразил X: where what stands before the verb ends with a
// verdict, the verdict belongs to the verb, and what stands before it is what it is on.
void SentenceReader::set_tail_verdict(Attribution& a) const {
  if (a.content.empty() || a.content.front().end > a.cue.begin || a.rule == "according to") return;
  const Span said = a.content.front();
  int begin = 0;
  while (begin < size_ && at(begin).span.begin < said.begin) ++begin;
  int end = begin;
  while (end < size_ && at(end).span.end <= said.end) ++end;
  if (begin >= end || at(begin).quote >= 0) return;
  const auto verdict = [&](int i) {
    const Lexeme* such = at(i).as(Kind::kAnaphor);
    return at(i).is(Kind::kFalsehood) || (such && such->value == "such");
  };
  const auto plain = [&](int i) {
    return at(i).is_word() && !is_function(i) && !verdict(i) && !at(i).is(Kind::kAnaphor) &&
           !at(i).is(Kind::kNothing) && !at(i).is(Kind::kStop);
  };
  int words = 0, first = -1, last = -1;
  for (int i = begin; i < end; ++i) {
    if (verdict(i)) last = i, first = first < 0 ? i : first;
    words += plain(i);
  }
  if (last < 0) return;
  if (first == begin && opens_with_no(first) && at(first).token_end > at(first).token + 1 && words > 0 &&
      first + 1 < end && at(first + 1).is(Kind::kPreposition)) {  // Nie ma mowy o oddaniu udziałów – ucina X
    a.act = Act::kDeny;
    a.cue = at(first).span;
    a.content.front().begin = at(first + 1).span.begin;
    return;
  }
  int behind = 0;  // words behind the verdict: чушь и провокация
  for (int i = last + 1; i < end; ++i) behind += plain(i);
  if (behind > 1) return;
  bool claim = words == 0;
  for (int i = begin; i < last && i < begin + 4; ++i)
    claim = claim || at(i).is(Kind::kClaimNoun) || at(i).is(Kind::kDocument);
  const bool phrase = at(last).token_end > at(last).token + 1;
  // К флоту компания не имеет никакого отношения, клянутся юристы
  const bool none = phrase && behind == 0 && opens_with_no(last);
  if (!claim && !none && !(phrase && !at(begin).is_capital)) return;
  a.act = none && !claim ? Act::kDeny : Act::kDismiss;
  bool subject = false;
  for (int i = begin; i < first; ++i) subject = subject || plain(i);
  if (!subject) {  // ничего подобного, возразил X, завод работает: what he says instead
    if (a.content.size() < 2 || words > 0) return;
    a.cue.begin = a.content.front().begin;
    a.content.erase(a.content.begin());
    return;
  }
  while (first > begin + 1 && (at(first - 1).is(Kind::kAuxiliary) || at(first - 1).is(Kind::kAdverb) ||
                               at(first - 1).is(Kind::kNegation) || is_dash_mark(at(first - 1).mark)))
    --first;
  a.content.front().end = at(first - 1).span.end;
  while (is_dash_mark(at(first).mark)) ++first;
  a.cue.begin = at(first).span.begin;
}

}  // namespace cordon::reading
