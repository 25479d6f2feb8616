// Where subject and object part before a Russian, Ukrainian or Polish verb: Свою вину директор отрицает, Банк на запрос
// не ответил, Обвинения в подлоге компания отвергла.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

// Does what the cue is of stand before it as well: отрицает, отказался, вину признал частично, отверг как «фейк»?
bool SentenceReader::takes_object(const Cue& cue) const {
  if (!grammar_.is_slavic) return false;
  int after = cue.after;
  while (after < size_ && is_slavic_adverb(after)) ++after;
  const bool as = after + 1 < size_ && (fold(after) == "как" || fold(after) == "як" || fold(after) == "jako");
  return (as || after >= size_ || is_boundary(after) || at(after).is(Kind::kConjunction)) &&
         (frame(cue, "np") || frame(cue, "only") || frame(cue, "inf") || cue.negated ||
          act_of(*cue.lexeme) == Act::kConfirm || act_of(*cue.lexeme) == Act::kDecline);
}

// оперативно, полностью, oficjalnie: an adverb that no row has, by its ending.
bool SentenceReader::is_slavic_adverb(int i) const {
  const Unit& unit = at(i);
  if (!unit.is_word() || unit.is(Kind::kPronoun) || unit.is(Kind::kAnaphor) || unit.is(Kind::kPreposition))
    return false;
  if (unit.is(Kind::kAdverb) || unit.is(Kind::kHedge)) return !is_speaker_noun(i);
  if (unit.kinds != 0 || unit.is_capital || named_[unit.token] || unit.quote >= 0) return false;
  const std::string_view word = fold(i);
  for (const std::string_view ending :
       {"вно", "чно", "тно", "сно", "льно", "нно",  "дно",  "рно",   "жно",  "шно", "ско",
        "тко", "бко", "гко", "зко", "стью", "lnie", "wnie", "cznie", "źnie", "czo"})
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return true;
  return false;
}

// эти, свою, факт, документы: what begins an object that stands behind the subject.
bool SentenceReader::opens_object(int i) const {
  const Unit& unit = at(i);
  if (!unit.is_word() || is_quoted(i)) return false;
  if (unit.is(Kind::kPreposition) && fold(i).size() <= 2) return false;  // у
  if (unit.is(Kind::kAnaphor) || unit.is(Kind::kPossessive)) return true;
  if (unit.is(Kind::kDeterminer) && !is_name(i)) return true;
  const std::string_view word = fold(i);
  if (!is_name(i) && is_infinitive(word, text_.language) && !is_speaker_noun(i)) return true;
  if (is_name(i) || unit.is(Kind::kPerson)) return false;
  if (has_stop(i, "guilt")) return true;                                                     // winy nie przyznaje
  for (const std::string_view deed : {"ение", "ание", "тие", "ття", "anie", "enie", "cie"})  // в мэрии закрытие порта
    if (word.size() > deed.size() + 3 && word.ends_with(deed) && !is_speaker_noun(i)) return true;
  const bool after_name = i > 0 && is_name(i - 1) && !is_speaker_noun(i - 1);
  const bool of_noun = text_.language == "uk" && !after_name && i > 0 && is_speaker_noun(i - 1);  // керівник апарату
  const bool accusative = (word.ends_with("у") && !of_noun) || word.ends_with("ю") || word.ends_with("ę");
  return unit.is(Kind::kClaimNoun) || (unit.is(Kind::kDocument) && accusative) ||
         (accusative && !is_speaker_noun(i) && !unit.is(Kind::kTime));
}

// The noun, name or pronoun among the words before the verb that is its subject: a pronoun or one that can be nothing
// else first, else the first word, else the last; -1 where none is.
int SentenceReader::slavic_head(Range left, const Cue& cue) const {
  const Agreement verb = verb_of_two(cue, left);
  int weak = -1;
  for (int i = left.begin; i < left.end; ++i) {
    if (is_subject_pronoun(i)) return i;
    if (is_governed(i) || !is_subject_word(i, verb) || is_quoted(i)) continue;
    const Unit& unit = at(i);
    const std::string_view word = text_.tokens[unit.token_end - 1].fold;
    const bool person = unit.is(Kind::kPerson) || unit.is(Kind::kSpokesman) || unit.is(Kind::kSourceWord);
    const bool open = word.ends_with("а") || word.ends_with("я") || word.ends_with("и") || word.ends_with("ы") ||
                      word.ends_with("і") || word.ends_with("ї") || word.ends_with("a") || word.ends_with("y") ||
                      word.ends_with("i") || text_.tokens[unit.token].is_all_capitals;
    if (i > left.begin && is_genitive_of(i, i - 1)) continue;
    if (!person && open && weak >= 0 && weak == i - 1) continue;  // МИД Литвы
    if (!person && !open && weak >= 0 && weak == i - 1 && named_[at(weak).token] && named_[unit.token] &&
        !is_speaker_noun(weak))
      return weak;  // Ли Вэй
    if (person || !open) return i;
    if (weak < 0 || slavic_phrase_begin(weak, left.begin) > left.begin) weak = i;
  }
  return weak;
}

// Иван Савин, Zoriana Nowak: the word that begins a sentence, which no row has, and which has the ending of no object
// and of no noun of a deed, is a first name where a name stands behind it.
bool SentenceReader::may_be_first_name(int i) const {
  const std::string_view word = fold(i);
  const bool accusative = word.ends_with("у") || word.ends_with("ю") || word.ends_with("ę");
  return at(i).is_word() && at(i).is_capital && at(i).kinds == 0 && !accusative && !is_abstract(word) &&
         i + 1 < size_ && at(i + 1).is_capital && named_[at(i + 1).token];
}

// опроверг, обвинил, назвал, признал: a verb whose object may stand right behind it.
bool SentenceReader::takes_slavic_object(const Cue& cue) const {
  return frame(cue, "np") || frame(cue, "call") || frame(cue, "accuse") || frame(cue, "inf") ||
         act_of(*cue.lexeme) == Act::kConfirm;
}

// адвокат компании, but not: сообщения СМИ, продажу судна России; does the phrase begin with the noun that may be the
// verb's subject?
bool SentenceReader::is_headed(Range range, const Cue& cue) const {
  const int head = slavic_head(range, cue);
  if (head < 0) return has_slavic_subject({range.begin, std::min(range.end, range.begin + 2)}, cue);
  int begin = slavic_phrase_begin(head, range.begin);
  while (begin > range.begin && is_quote_mark(at(begin - 1).mark)) --begin;
  return begin == range.begin || at(range.begin).is(Kind::kPartOf) || at(range.begin).is(Kind::kDeterminer);
}

// Not: опроверг сообщения СМИ, призвал Киев опубликовать документы: may what ends the clause behind the verb be its
// subject?
bool SentenceReader::may_follow(const Cue& cue, Range range) const {
  for (int i = range.begin; i < range.end; ++i)
    if (at(i).is_word() && !is_speaker_noun(i) && is_infinitive(fold(i), text_.language)) return false;
  return !takes_slavic_object(cue) || is_headed(range, cue);
}

// в суде, на брифинге, через адвоката, but not: от комментариев, на вопросы: where or how somebody refuses, not what.
bool SentenceReader::is_circumstance_lead(int i) const {
  const std::string_view word = fold(i);
  for (const std::string_view lead : {"в", "во", "у", "через", "при", "после", "после", "під", "w", "we", "przez"})
    if (word == lead) return true;
  if ((word != "на" && word != "na") || i + 1 >= size_) return false;
  const std::string_view noun = fold(i + 1);
  for (const std::string_view ending : {"е", "ах", "ях", "інгу", "ie", "ach"})
    if (noun.ends_with(ending) && !at(i + 1).is(Kind::kClaimNoun)) return true;
  return false;
}

// в суде обвинения, в ответ на запрос газеты: what is left of the words between subject and verb without where and how
// it was said; where they name no object, nothing.
SentenceReader::Range SentenceReader::object_behind_circumstances(Range range, const Cue& cue) const {
  const auto is_answer = [&](int i) { return last_fold(i) == "ответ" || last_fold(i) == "відповідь"; };
  bool answers = range.begin > 0 && is_answer(range.begin - 1);  // в ответ на запрос
  bool time = false;                                             // в понедельник в МИД отрицают
  for (int i = range.begin; i < range.end; ++i) time = time || at(i).is(Kind::kTime);
  if (time && only_time(range)) return {range.end, range.end};
  while (!range.empty() && is_slavic_adverb(range.begin)) {
    answers = is_answer(range.begin);
    ++range.begin;
  }
  if (range.empty() || !at(range.begin).is(Kind::kPreposition)) return range;
  for (int i = range.begin + 2; i < range.end; ++i)
    if (opens_object(i) && !is_governed(i) && !at(i).is(Kind::kTime)) return {i, range.end};
  const bool how = answers || frame(cue, "call") || (frame(cue, "inf") && is_circumstance_lead(range.begin));
  return how ? Range{range.end, range.end} : range;
}

// Рем, которому принадлежит фирма, в беседе с газетой заявил: the comma before where, when and to whom it was said, the
// last word of which is unit `last`; `last` where something else stands there.
int SentenceReader::before_circumstances(int last, const Cue& cue) const {
  constexpr int kMostWords = 10;
  int comma = last;
  while (comma > 0 && last - comma < kMostWords && !is_boundary(comma)) --comma;
  const int first = comma + 1;
  if (comma <= 0 || first > last || !is_comma_mark(at(comma).mark)) return last;
  if (!at(first).is(Kind::kPreposition) && !at(first).is(Kind::kTime) && !at(first).is(Kind::kAdverb)) return last;
  const Range range{first, last + 1};
  if (opens_relative(fold(std::min(first + 1, last)), text_.language)) return last;
  if (is_slavic_place(range, cue)) {  // who speaks, where the noun before the aside cannot be the subject
    int opens = comma - 1;
    while (opens > 0 && last - opens < 3 * kMostWords && !is_boundary(opens)) --opens;
    int begin = opens;
    while (begin > 0 && !is_boundary(begin - 1)) --begin;
    if (opens <= 0 || !is_slavic_aside(opens + 1, comma) || at(begin).is(Kind::kPreposition) ||
        !is_headed({begin, opens}, cue) || slavic_head({begin, opens}, cue) < 0)
      return last;
  }
  const Agreement verb = verb_of(cue);
  for (int i = first; i <= last; ++i) {
    if (has_cue_between(i, i + 1) || at(i).is(Kind::kThat) || is_subject_pronoun(i) ||
        (opens_object(i) && !is_governed(i)))
      return last;
    if (i > first && (is_name(i) || is_speaker_noun(i)) && !is_quoted(i) && !is_governed(i) &&
        is_subject_word(i, verb) && !may_be_genitive(i))
      return last;
  }
  return comma;
}

// 58-летний Павел Рем, известный Рем: names and what describes them, and no noun of a deed.
bool SentenceReader::is_described_name(Range left) const {
  int first = left.end;
  while (first > left.begin && is_name(first - 1)) --first;
  return first < left.end && !is_abstract(fold(left.begin)) && slavic_phrase_begin(first, left.begin) == left.begin;
}

// два чиновника, трое свидетелей, 12 врачей: a noun in the genitive behind its numeral, the two of which are a subject.
bool SentenceReader::is_counted(int i, const Agreement& verb) const {
  int k = i - 1;
  while (k > 0 && at(k).is_word() && is_adjective_form(k) && !at(k).is(Kind::kPreposition)) --k;
  if (k < 0 || !at(k).is_word()) return false;
  if (k > 0 && at(k - 1).is(Kind::kPreposition)) return false;
  if ((fold(k) == "ряд" && (verb.masculine || !verb.singular)) ||
      (fold(k) == "низка" && (verb.feminine || !verb.singular)))
    return true;  // ряд чиновников заявил
  if (verb.singular && !verb.neuter) return false;
  if (text_.tokens[at(k).token].is_number) return may_be_genitive(i) || fold(i).ends_with("ов");
  for (const std::string_view numeral :
       {"два",   "две",    "оба",       "обе",   "двое",   "три",    "трое",   "четыре", "четверо", "пять",
        "шесть", "семь",   "несколько", "дві",   "обидва", "обидві", "двоє",   "троє",   "чотири",  "четверо",
        "п'ять", "кілька", "декілька",  "много", "багато", "dwóch",  "trzech", "kilku",  "wielu",   "pięciu"})
    if (fold(k) == numeral) return true;
  return false;
}

// Where the phrase of the subject ends: with its names, its genitives and where it works.
int SentenceReader::slavic_subject_end(int head, Range left) const {
  if (is_subject_pronoun(head)) return head + 1;
  int end = head + 1;
  // глава комитета по обороне Пётр Калныш: up to the name that ends the phrase
  const bool office = at(head).is(Kind::kPerson) || at(head).is(Kind::kSpokesman);
  const int last = left.end - 1, first = last - 1;
  if (office && first > head && is_name(first) && is_name(last) && named_[at(first).token] && named_[at(last).token] &&
      !is_speaker_noun(first) && !is_speaker_noun(last) && !may_be_genitive(last) && !may_be_genitive(first) &&
      !at(first - 1).is(Kind::kPreposition))
    return left.end;
  if (at(head).is(Kind::kPartOf))  // один із двох чиновників
    while (end < left.end && (at(end).is(Kind::kDeterminer) || at(end).is(Kind::kPossessive))) ++end;
  for (; end < left.end; ++end) {
    if (is_quote_mark(at(end).mark) || is_quoted(end)) continue;
    if (at(end).is_bracket) continue;
    if (at(end).is(Kind::kPossessive) && at(end - 1).is(Kind::kConjunction) && end + 1 < left.end &&
        at(end + 1).is(Kind::kPerson))
      continue;  // Рем и его адвокат
    if (!at(end).is_word() || is_slavic_adverb(end) || at(end).is(Kind::kTime)) break;
    // dwaj urzędnicy znający sprawę: the object of a participle that describes who speaks
    const std::string_view describes = text_.language == "pl" ? last_fold(end - 1) : std::string_view();
    const bool of_participle =
        describes.ends_with("jący") || describes.ends_with("jąca") || describes.ends_with("jące");
    if (opens_object(end) && !of_participle) break;
    if (!at(end).is(Kind::kPreposition) || named_[at(end).token]) continue;
    const Unit& unit = at(head);
    const bool works = unit.is(Kind::kPerson) || unit.is(Kind::kSourceWord);
    const bool seat = text_.language == "pl" && (unit.is(Kind::kBody) || unit.is(Kind::kCompany)) &&
                      (fold(end) == "w" || fold(end) == "we") && end + 1 < left.end && is_name(end + 1) &&
                      !is_speaker_noun(end + 1);
    const bool town = text_.language != "pl" && unit.is(Kind::kBody) && end + 1 < left.end &&
                      (fold(end) == "в" || fold(end) == "у") && is_name(end + 1) && !is_speaker_noun(end + 1);
    if (seat || town) continue;  // prokuratura w Gdańsku, посольство России в Риге
    if (!works || !at(end).is(Kind::kPlace) || end + 1 >= left.end || !is_speaker_noun(end + 1) ||
        at(end + 1).is(Kind::kDocument))
      break;
  }
  return end;
}

// What is left of [begin, end) without its adverbs and times.
void SentenceReader::add_object(Range range, std::vector<Span>& fronted) const {
  const auto idle = [&](int i) {
    return !at(i).is_word() ? !is_quote_mark(at(i).mark) : is_slavic_adverb(i) || at(i).is(Kind::kConjunction);
  };
  for (int i = range.begin; i < range.end; ++i)  // он в разговоре с газетой это отрицал
    if (at(i).is(Kind::kAnaphor) && i + 1 == range.end && !(i > 0 && at(i - 1).is(Kind::kPreposition))) range.begin = i;
  while (!range.empty() && idle(range.begin)) ++range.begin;
  while (!range.empty() && idle(range.end - 1)) --range.end;
  const bool points = !range.empty() && at(range.begin).is(Kind::kAnaphor);
  if (range.empty() || (!points && only_time(range))) return;
  for (const Span& span : spans_of(range)) fronted.push_back(span);
}

// О сроках поставки директор говорить не стал: what is not spoken of stands first.
void SentenceReader::add_topic(const Cue& cue, Range left, std::vector<Span>& fronted) const {
  if (fronted.empty() || left.empty() || act_of(*cue.lexeme) != Act::kDecline) return;
  int begin = left.begin;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  const std::string_view about = fold(begin);
  if (begin == left.begin && begin > 2 && is_comma_mark(at(begin - 1).mark) && fronted.size() == 1 &&
      is_infinitive(text_.view(fronted.front()), text_.language)) {  // сохранился ли контракт, он говорить не стал
    int first = begin - 1;
    while (first > 0 && !is_boundary(first - 1)) --first;
    if (at(first).is(Kind::kWhether) || at(first + 1).is(Kind::kWhether)) fronted = spans_of({first, begin - 1});
    return;
  }
  const bool answers = (about == "на" || about == "na") && fronted.size() == 1 &&  // на вопросы отвечать отказался
                       is_infinitive(text_.view(fronted.front()), text_.language);
  if (begin + 1 >= left.begin || !(answers || about == "о" || about == "об" || about == "про" || about == "o")) return;
  if (const Span span = span_of({begin, left.begin}); span.end <= fronted.front().begin)
    fronted.insert(fronted.begin(), span);
}

// Как рассказал источник, близкий к банку, сделку отменили: where the content begins behind the clause on who spoke; 0
// where none does.
int SentenceReader::behind_aside(const Cue& cue, int stop) const {
  if (!grammar_.is_slavic || cue.group.begin < 1 || stop + 2 >= size_ || !is_comma_mark(at(stop).mark)) return 0;
  const std::string_view as = fold(cue.group.begin - 1);
  int k = stop + 1;
  while (k < size_ && !is_comma_mark(at(k).mark) && !is_terminal_mark(at(k).mark)) ++k;
  const bool office = at(stop + 1).is(Kind::kPerson) && is_office_aside(stop + 1, k);
  if ((as != "как" && as != "як" && as != "jak") || !(office || is_slavic_aside(stop + 1, size_))) return 0;
  return k + 1 < size_ && is_comma_mark(at(k).mark) ? k + 1 : 0;
}

// что, чему, czemu: of a clause that speaks of the whole clause before it.
bool SentenceReader::is_pointing_relative(Span span) const {
  const std::string_view word = text_.view(span);
  for (const std::string_view pointer : {"что", "чего", "чему", "що", "чого", "чому", "co", "czego", "czemu"})
    if (word == pointer) return true;
  return false;
}

// документы, из которых следует, что …; raport, z którego wynika, że …: what the clause of the cue speaks of, before
// its comma; empty where that is no document.
SentenceReader::Range SentenceReader::relative_document(const Cue& cue) const {
  int begin = cue.group.begin;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  if (begin < 2 || begin + 2 != cue.group.begin || !at(begin).is(Kind::kPreposition) ||
      !opens_relative(fold(begin + 1), text_.language) || !find_that(cue.after, cue))
    return {};
  int noun = begin - 2;
  while (noun > 0 && begin - noun < 6 && !is_boundary(noun - 1) && !at(noun).is(Kind::kDocument)) --noun;
  if (!at(noun).is(Kind::kDocument)) return {};
  return {slavic_phrase_begin(noun, 0), begin - 1};
}

// «Интерфаксу», „Mostowi”: does the name that closes at unit `close` stand in the dative?
bool SentenceReader::is_quoted_dative(int close) const {
  if (close < 2 || !is_quote_mark(at(close).mark)) return false;
  const std::string_view word = fold(close - 1);
  return word.ends_with("у") || word.ends_with("ю") || word.ends_with("ам") || word.ends_with("ям") ||
         word.ends_with("owi") || word.ends_with("om");
}

// глава МИД Латвии Анна Линд, депутат Сейма Пётр Калныш: where the office begins that stands before the name at unit
// `name`; `name` where none does.
int SentenceReader::with_office_before(int name, int least, const Cue& cue) const {
  constexpr int kMostWords = 5;
  const Agreement verb = verb_of(cue);
  int begin = name;
  while (begin > least && (at(begin - 1).is(Kind::kTitle) || has_stop(begin - 1, "itself"))) --begin;
  for (int k = name - 1; k >= least && name - k <= kMostWords && at(k).is_word() && !at(k).is(Kind::kPreposition);
       --k) {
    const bool office = at(k).is(Kind::kPerson) || at(k).is(Kind::kSpokesman);
    if (office && is_subject_word(k, verb) && !is_governed(k)) return std::min(begin, slavic_phrase_begin(k, least));
    if (!may_be_genitive(k) && !at(k).is(Kind::kAdjective) && !is_adjective_form(k)) break;
  }
  return begin;
}

// На вопрос о судьбе контракта Глебова не ответила; на вопросы газеты в компании не ответили: who answers stands
// behind what was asked. Empty where nobody does.
SentenceReader::Range SentenceReader::answering_left(Range left, const Cue& cue) const {
  for (int i = left.end - 2; i >= left.begin; --i)
    if (at(i).is(Kind::kPreposition) && is_slavic_place({i, left.end}, cue)) return {i, left.end};
  const int last = left.end - 1;  // контракта Глебова: the name, whatever the word before it may be
  const bool by_name = is_name(last) && named_[at(last).token] && is_subject_word(last, verb_of(cue));
  const int head = by_name ? last : slavic_head(left, cue);
  if (head < 0) return {left.end, left.end};
  int begin = head;  // no adjective stands before a name
  if (is_name(head) && !is_speaker_noun(head)) {
    while (begin > left.begin && is_name(begin - 1) && !is_speaker_noun(begin - 1)) --begin;
    begin = with_office_before(begin, left.begin, cue);
  } else {
    begin = slavic_phrase_begin(head, left.begin);
  }
  return {begin, slavic_subject_end(head, left)};
}

// Его адвокат, Пётр Лунин, считает обвинения надуманными; obrońca, mecenas Jan Zych, …: does the range, which a comma
// parts from its verb, end with the name of whom its first words describe?
bool SentenceReader::is_named_apposition(Range left, const Cue& cue) const {
  if (left.empty() || left.end >= cue.group.begin || !is_comma_mark(at(left.end).mark)) return false;
  int comma = left.end - 1;
  while (comma > left.begin && !is_comma_mark(at(comma).mark)) --comma;
  if (comma <= left.begin || comma + 1 >= left.end) return false;
  if (only_names(left.begin, comma) && at(comma + 1).is(Kind::kPerson) && is_office_aside(comma + 1, left.end) &&
      has_slavic_subject({left.begin, comma}, cue))
    return true;  // Павел Рем, директор завода, назвал …
  bool named = false;
  for (int i = comma + 1; i < left.end; ++i) {
    const bool describes =
        at(i).is_word() && !named && may_be_adjective(fold(i), text_.language);  // кіпрська фірма «X»
    if (!is_name(i) && !at(i).is(Kind::kTitle) && !is_speaker_noun(i) && !is_quote_mark(at(i).mark) && !describes)
      return false;
    named = named || is_name(i);
  }
  return named && speaks({left.begin, comma}) && has_slavic_subject({left.begin, comma}, cue);
}

// Владелец судна, кипрская фирма «Марин»: where the noun of the firm begins that the words before the comma describe;
// where the range begins if none does.
int SentenceReader::apposed_firm(Range left) const {
  int comma = left.begin;
  while (comma < left.end && !is_comma_mark(at(comma).mark)) ++comma;
  int firm = comma + 1;
  while (firm < left.end && !at(firm).is(Kind::kCompany) && at(firm).is_word() && !is_name(firm)) {
    if (at(firm).is(Kind::kPerson) || at(firm).is(Kind::kSpokesman)) return left.begin;  // X, юрист компании «Y»
    ++firm;
  }
  const bool named = firm + 1 < left.end && at(firm).is(Kind::kCompany) && is_quote_mark(at(firm + 1).mark);
  return named && firm > comma + 1 ? firm : left.begin;
}

// Об этом министр сообщил на брифинге; про це заявив речник у четвер: of what was just said, wherever who says it
// stands. Returns whether the clause is such a one; "he" was quoted there already.
bool SentenceReader::read_about_this(const Cue& cue, Attribution& a) {
  const bool cites = at(cue.unit).gap_end > at(cue.unit).token_end;  // написала газета со ссылкой на источник
  if (!frame(cue, "say") || cue.negated || number_ == 0 || cites || find_that(cue.after, cue)) return false;
  int about = cue.group.begin;
  while (about > 0 && !is_boundary(about - 1)) --about;
  if (about >= cue.group.begin || !at(about).is(Kind::kAnaphor) || at(about).token_end == at(about).token + 1)
    return false;
  for (int i = about; i < size_ && !(i > cue.unit && is_boundary(i)); ++i)
    if (skipped_[i] || at(i).quote >= 0 || has_detail(i, "cite") || (i != cue.unit && has_cue_between(i, i + 1)))
      return false;
  const int stop = phrase_stop(cue.after);
  if (stop < size_ && !is_terminal_mark(at(stop).mark)) return false;
  Range who{about + 1, cue.group.begin};
  while (!who.empty() &&
         (at(who.begin).is(Kind::kTime) || at(who.begin).is(Kind::kAdverb) ||
          (at(who.begin).is(Kind::kPreposition) && who.size() > 1 && at(who.begin + 1).is(Kind::kTime))))
    ++who.begin;
  // Про це «Хвилі» повідомили двоє співрозмовників: whom it was told stands before the verb
  const Range behind = slavic_right(cue.after, cue);
  const bool who_behind = !behind.empty() && heads_speak(behind) && !at(behind.begin).is(Kind::kPreposition) &&
                          has_slavic_subject(behind, cue);
  if (who.empty() || who_behind || !has_slavic_subject(who, cue)) who = behind;
  if (who.empty() || at(who.begin).is(Kind::kPreposition) || !has_slavic_subject(who, cue)) return false;
  if (who.begin >= cue.after && !at(who.begin).is(Kind::kPerson) && !at(who.begin).is(Kind::kSpokesman) &&
      !at(who.begin).is(Kind::kTitle) && !is_subject_pronoun(who.begin))
    return false;  // написала газета со ссылкой на источник
  if (is_subject_pronoun(who.begin)) return fold(who.begin) != "там" && fold(who.begin) != "tam";
  for (int i = who.begin + 1; i < who.end; ++i)  // министр Лунин в четверг на брифинге
    if (at(i).is(Kind::kTime) || (at(i).is(Kind::kPreposition) && is_name(i - 1))) who.end = i;
  const Span before = before_sentence();
  if (before.empty()) return false;
  a.speaker = speaker_span(trimmed(who));
  a.content = {before};
  a.rule = "the sentence before";
  finish(a, cue);
  return true;
}

// Имена не раскрываются, сумма не разглашается: of a thing, and nobody is said to keep it to himself.
bool SentenceReader::is_nobodys_refusal(Range left, const Cue& cue) const {
  if (!frame(cue, "only") || left.empty() || at(left.begin).is(Kind::kPreposition)) return false;
  const std::string_view verb = fold(cue.unit);
  bool reflexive = false;
  for (const std::string_view ending : {"ются", "ется", "ятся", "ится", "ються", "ється", "яться", "иться"})
    reflexive = reflexive || verb.ends_with(ending) || last_fold(cue.unit).ends_with(ending);
  if (!reflexive) return false;
  int noun = left.begin;
  while (noun + 1 < left.end && (at(noun).is(Kind::kAdjective) || at(noun).is(Kind::kDeterminer) ||
                                 at(noun).is(Kind::kPossessive) || may_be_adjective(fold(noun), text_.language)))
    ++noun;
  const bool name = named_[at(noun).token] && noun > 0;  // Имена: only the capital of the sentence
  return !is_speaker_noun(noun) && !name && !is_subject_pronoun(noun);
}

// mówi "Kurierowi Nadbużańskiemu", сказал он «Интерфаксу»: behind the outlet in marks that it was told, which ends the
// clause; `begin` where none stands there.
int SentenceReader::behind_quoted_dative(int begin) const {
  if (begin >= size_ || !is_quote_mark(at(begin).mark)) return begin;
  int close = begin + 1;
  while (close < size_ && close < begin + 5 && !is_quote_mark(at(close).mark)) ++close;
  const bool whole = close < size_ && close > begin + 1 && (close + 1 >= size_ || is_boundary(close + 1));
  return whole && (is_quoted_dative(close) || fold(close - 1).ends_with("emu")) ? close + 1 : begin;
}

// агентству «Маяк», журналистам, агентству Рейтер: a dative of who is told, and its name, up to unit `end`.
bool SentenceReader::is_told(int begin, int end) const {
  if (!(at(begin).is(Kind::kMedia) || at(begin).is(Kind::kPerson) || at(begin).is(Kind::kOutlet))) return false;
  const std::string_view word = last_fold(begin);
  bool dative = false;
  for (const std::string_view ending : {"у", "ю", "ам", "ям", "ові", "еві", "owi", "om"})
    dative = dative || word.ends_with(ending);
  for (int i = begin + 1; i < end && dative; ++i)
    dative = is_quote_mark(at(i).mark) || is_quoted(i) || (is_name(i) && !is_speaker_noun(i));
  return dative;
}

// сообщили «Интерфаксу» в пресс-службе, сказали РБК в банке: the place of who speaks behind whom it is told; empty
// where it is not so.
SentenceReader::Range SentenceReader::place_behind_whom(int after, const Cue& cue) const {
  const Agreement verb = verb_of(cue);
  if (verb.singular && !verb.impersonal) return {};
  for (int i = after; i + 1 < size_ && i < after + 7 && !is_boundary(i); ++i) {
    if (i > after && (at(i).is(Kind::kPlace) || fold(i) == "на" || fold(i) == "na")) {
      const bool told = is_quoted_dative(i - 1) || (i == after + 1 && at(after).is(Kind::kOutlet)) ||
                        is_told(after, i) ||
                        (at(i - 1).is(Kind::kTime) && only_time({after, i}));  // заявили в понедельник в министерстве
      if (!told && i + 1 < size_ && at(i + 1).is(Kind::kTime)) continue;
      const Range place = phrase_right(i);
      return told && is_slavic_place(place, cue) ? place : Range{after, after};
    }
    if (!is_quote_mark(at(i).mark) && !is_quoted(i) && !at(i).is(Kind::kOutlet) && !at(i).is(Kind::kMedia) &&
        !at(i).is_capital && i > after + 1)
      break;
  }
  return {after, after};
}

// Министерство инвестиций, промышленности и торговли: is the comma one of a list that a body is of, which goes on up to
// the cue?
bool SentenceReader::is_list_of_body(int comma, const Cue& cue) const {
  int body = comma - 1;
  while (body > 0 && comma - body < 5 && !is_boundary(body - 1) && !at(body).is(Kind::kBody)) --body;
  const bool opens = body == 0 || is_boundary(body - 1);
  if (!at(body).is(Kind::kBody) || !opens || !is_subject_word(body, verb_of(cue))) return false;
  bool joined = false;
  for (int i = comma + 1; i < cue.group.begin; ++i) {
    if (is_boundary(i) || at(i).is(Kind::kPerson) || at(i).is(Kind::kSpokesman) || is_subject_pronoun(i) ||
        at(i).is(Kind::kThat))
      return false;
    joined = joined || (at(i).is(Kind::kConjunction) && at(i).as(Kind::kConjunction)->value == "and" && i > comma + 1);
  }
  return joined;
}

// выводы газеты, эти слухи, причастность к подлогу: what somebody can call something.
bool SentenceReader::is_callable(Range range) const {
  for (int i = range.begin; i < range.end && i < range.begin + 3; ++i)
    if (at(i).is(Kind::kClaimNoun) || at(i).is(Kind::kDocument) || at(i).is(Kind::kAnaphor) ||
        at(i).is(Kind::kPossessive) || is_abstract(fold(i)))
      return true;
  // Арест адвокат считает незаконным, but: знакомые с делом эксперты, опрошенные газетой юристы
  const int last = range.end - 1;
  const std::string_view first = fold(range.begin);
  return at(last).is_word() && !is_speaker_noun(last) && !is_name(last) && !at(last).is(Kind::kPlace) &&
         !at(range.begin).is(Kind::kPreposition) && !may_be_adjective(first, text_.language) &&
         !opens_participle(first, text_.language) && !first.ends_with("і") &&
         (range.size() == 1 || !is_slavic_adverb(range.begin));
}

// В посольстве в Каире с министром не согласны: where who speaks is, before a verb in the plural, and what stands round
// it.
bool SentenceReader::split_slavic_place(const Cue& cue, Range& left, std::vector<Span>& fronted) const {
  int begin = left.begin;
  while (begin + 1 < left.end && !is_slavic_place({begin, left.end}, cue)) ++begin;
  if (begin + 1 >= left.end) return false;
  int end = begin + 2;
  for (; end < left.end; ++end) {
    if (is_quote_mark(at(end).mark) || is_quoted(end) || at(end).is_bracket) continue;
    if (!at(end).is_word() || is_slavic_adverb(end) || at(end).is(Kind::kTime) || opens_object(end)) break;
    if (!at(end).is(Kind::kPreposition) || named_[at(end).token]) continue;
    const std::string_view in = fold(end);  // в Каире, but not: с Мансуром
    const bool where = in == "в" || in == "во" || in == "у" || in == "на" || in == "w" || in == "we" || in == "na";
    if (!where || end + 1 >= left.end || at(end + 1).is(Kind::kClaimNoun) ||
        !(at(end + 1).is_capital || at(end + 1).is(Kind::kPlace) || at(end + 1).is(Kind::kCapital) ||
          at(end + 1).is(Kind::kState)))
      break;
  }
  std::vector<Span> object;
  add_object(object_behind_circumstances({left.begin, begin}, cue), object);
  add_object(object_behind_circumstances({end, left.end}, cue), object);
  if (object.empty() && end < left.end && frame(cue, "inf"))
    left = {begin, end};  // на заводе через адвоката отказались
  if (object.empty() || (begin > left.begin && frame(cue, "call") && !is_callable({left.begin, begin}))) return false;
  fronted = std::move(object);
  left = {begin, end};
  return true;
}

// обвинил директора завода в подлоге, oskarża Kijów o przemyt: of what, behind whom; empty where nobody stands before
// it.
SentenceReader::Range SentenceReader::slavic_accused(Range object) const {
  for (int i = object.begin + 1; i + 1 < object.end; ++i) {
    if (!at(i).is_word() && !is_quote_mark(at(i).mark) && !at(i).is_bracket) return {};
    if (is_quoted(i) || at(i).is(Kind::kThat)) continue;
    const std::string_view word = fold(i);
    if (text_.tokens[at(i + 1).token].is_number) return {};  // вменяют взятку в 40 миллионов
    const bool of = word == "в" || word == "во" || word == "у" || word == "за" || word == "о" || word == "об" ||
                    word == "o" || word == "za";
    if (!of && at(i).is(Kind::kPreposition) && !at(i).is(Kind::kPlace) && !named_[at(i).token]) return {};
    if (!of || at(i + 1).is(Kind::kPlace) || (at(i + 1).is_capital && at(i + 1).quote < 0)) continue;
    if (at(object.begin).is(Kind::kPreposition) || is_abstract(fold(object.begin)) ||
        at(object.begin).is(Kind::kClaimNoun))
      return {};
    return {i, object.end};
  }
  return {};
}

// С этим выводом не согласен X, z tym nie zgadza się X: what a preposition puts before the verb that denies it; empty
// where none does.
SentenceReader::Range SentenceReader::denied_first(const Cue& cue) const {
  int begin = cue.group.begin;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  const std::string_view with = fold(begin);
  bool leads = false;
  for (const std::string_view word : {"с", "со", "з", "із", "зі", "z", "ze", "против", "проти", "przeciw", "przeciwko",
                                      "в", "у", "w"})  // в эту версию не верят
    leads = leads || with == word;
  if (!leads || begin + 1 >= cue.group.begin) return {};
  for (int i = begin + 1; i < cue.group.begin; ++i)
    if (at(i).is(Kind::kClaimNoun) || at(i).is(Kind::kAnaphor) || at(i).is(Kind::kDeterminer) ||
        at(i).is(Kind::kDocument) || has_stop(i, "saying"))
      return trimmed({begin, cue.group.begin});
  return {};
}

// возражал против суммы, но не против обвинения: what he does not deny
void SentenceReader::cut_contrast(const Cue& cue, Attribution& a) const {
  if (a.act != Act::kDeny || !frame(cue, "np") || a.content.empty()) return;
  Span& last = a.content.back();
  for (int i = cue.after + 1; i + 2 < size_ && at(i).span.end <= last.end; ++i) {
    if (!is_comma_mark(at(i).mark) || at(i).span.begin <= last.begin) continue;
    const std::string_view but = fold(i + 1), no = text_.tokens[at(i + 2).token].fold;
    const bool contrast = but == "но" || but == "а" || but == "але" || but == "ale" || but == "lecz";
    if (!contrast || (no != "не" && no != "nie")) continue;
    last.end = at(i).span.begin;
    return;
  }
}

// Судовладелец, зарегистрированная на Мальте компания «Норд», …: an aside that opens with a participle and ends with a
// name says who it is.
SentenceReader::Range SentenceReader::named_in_aside(Range subject, Range aside) const {
  if (subject.size() > 1 || opens_relative(fold(aside.begin), text_.language)) return subject;
  int last = aside.end - 1, noun = aside.begin;
  while (last > aside.begin && is_quote_mark(at(last).mark)) --last;
  if (!is_name(last)) return subject;
  while (noun < last && !(at(noun).is(Kind::kCompany) || at(noun).is(Kind::kBody))) ++noun;
  if (noun >= last || is_governed(noun)) return subject;
  for (int i = noun + 1; i < last; ++i)
    if (!is_name(i) && !is_quote_mark(at(i).mark) && !is_quoted(i)) return subject;
  return {noun, aside.end};
}

// Бизнесмен, чьи счета арестованы, вину отрицает: the subject stands before a clause between commas, and behind it only
// what is denied. Empty where it does not.
SentenceReader::Range SentenceReader::subject_before_aside(const Cue& cue) const {
  int begin = cue.group.begin;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  if (begin < 4 || !is_comma_mark(at(begin - 1).mark)) return {};
  int comma = begin - 2;
  for (int limit = std::max(0, begin - 26); comma > limit; --comma) {
    if (is_boundary(comma) && !is_comma_mark(at(comma).mark)) return {};
    if (is_comma_mark(at(comma).mark) && is_slavic_aside(comma + 1, begin - 1)) break;
  }
  if (comma <= 0 || !is_comma_mark(at(comma).mark) || !is_slavic_aside(comma + 1, begin - 1)) return {};
  int first = comma;
  while (first > 0 && !is_boundary(first - 1)) --first;
  const Range subject = slavic_left(trimmed({first, comma}), cue);
  if (subject.empty() || !speaks(subject) || has_cue_between(first, comma)) return {};
  const bool place = is_slavic_place(subject, cue) ||  // В Альфа-банке, который …, отказались
                     (subject.size() > 1 && is_name(subject.begin + 1) && !verb_of(cue).singular);
  if (at(subject.begin).is(Kind::kPreposition) ? !place : !has_slavic_subject(subject, cue)) return {};
  return named_in_aside(subject, {comma + 1, begin - 1});
}

// В самой фирме факт рейса не отрицают; в министерстве сделку не подтвердили: a place, which is one noun, and behind
// it a noun that is plainly no genitive.
bool SentenceReader::split_place_object(const Cue& cue, Range& left, std::vector<Span>& fronted) const {
  if (left.size() < 3 || !at(left.begin).is(Kind::kPlace)) return false;
  if (const Agreement verb = verb_of(cue); verb.singular && !verb.impersonal) return false;
  int noun = left.begin + 1;
  while (noun + 1 < left.end && (has_stop(noun, "itself") || at(noun).is(Kind::kDeterminer))) ++noun;
  if (!(at(noun).is(Kind::kCompany) || at(noun).is(Kind::kBody)) || at(noun).is_capital) return false;
  const int next = noun + 1;
  if (next >= left.end || !at(next).is_word() || at(next).is_capital || is_speaker_noun(next) ||
      at(next).is(Kind::kPreposition) || at(next).is(Kind::kAdjective) || at(next).is(Kind::kTime))
    return false;
  const std::string_view word = fold(next);
  bool object = word.size() > 6;  // факт, рейс, сделку, наличие: no ending of a genitive or of an adjective
  for (const std::string_view ending :
       {"а",  "я",  "ы",  "и",  "і",  "ї",  "й",  "ого", "его", "их", "ых", "ой", "ей",  "е", "о",
        "ов", "ев", "ам", "ям", "ом", "ем", "ал", "ил",  "a",   "i",  "y",  "ów", "ego", "ej"})
    if (word.ends_with(ending) && !word.ends_with("ие") && !word.ends_with("ство") && !word.ends_with("ння"))
      object = false;
  if (!object || is_infinitive(word, text_.language)) return false;
  fronted = spans_of({next, left.end});
  left.end = next;
  return true;
}

// однако самого контракта не отрицала; греческие власти самого рейса не подтвердили: what "itself" stands before is the
// object.
bool SentenceReader::split_itself(Range& left, std::vector<Span>& fronted) const {
  for (int i = left.begin; i + 1 < left.end; ++i) {
    if (!has_stop(i, "itself") || (i > left.begin && at(i - 1).is(Kind::kPreposition))) continue;
    const Range before{left.begin, i};
    if (!before.empty() && !speaks(before)) return false;
    fronted = spans_of({i, left.end});
    left = before;
    return true;
  }
  return false;
}

// Компания в письме газете отвергла …; эксперты в докладе назвали …: the subject without the paper it says so in.
SentenceReader::Range SentenceReader::before_paper(Range left) const {
  for (int i = left.begin + 1; i + 1 < left.end; ++i) {
    const std::string_view in = fold(i);
    if (!at(i).is(Kind::kPreposition) || (in != "в" && in != "у" && in != "w") || !at(i + 1).is(Kind::kDocument))
      continue;
    const Range before{left.begin, i};
    return speaks(before) && at(left.begin).is_word() && !at(left.begin).is(Kind::kPreposition) ? before : left;
  }
  return left;
}

// В письме, которое цитирует газета, говорится, что …: the document stands before a clause between commas. Empty where
// none does.
SentenceReader::Range SentenceReader::document_before_aside(const Cue& cue) const {
  int begin = cue.group.begin;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  if (begin != cue.group.begin || begin < 4 || !is_comma_mark(at(begin - 1).mark)) return {};
  int comma = begin - 2;
  while (comma > 1 && begin - comma < 20 && !is_boundary(comma)) --comma;
  if (!is_comma_mark(at(comma).mark) || !is_slavic_aside(comma + 1, begin - 1)) return {};
  int first = comma;
  while (first > 0 && !is_boundary(first - 1)) --first;
  if (first < comma && at(first).is(Kind::kConjunction)) ++first;
  if (comma - first < 2 || comma - first > 7 || !at(first).is(Kind::kPreposition)) return {};
  return {first, comma};
}

// Parts the words before the verb; returns whether there is a subject and an object among them.
bool SentenceReader::split_slavic_subject(const Cue& cue, Range& left, std::vector<Span>& fronted) const {
  for (int i = left.begin; i < left.end; ++i)  // split_slavic()
    if (at(i).is_word() && !is_speaker_noun(i) && is_infinitive(fold(i), text_.language)) return false;
  const int head = slavic_head(left, cue);
  if (head < 0) return split_slavic_place(cue, left, fronted);
  int begin = slavic_phrase_begin(head, left.begin);
  while (begin > left.begin && at(begin - 1).is(Kind::kPerson) && is_subject_word(begin - 1, verb_of(cue)) &&
         !is_governed(begin - 1))
    begin = slavic_phrase_begin(begin - 1, left.begin);
  const int end = slavic_subject_end(head, left);
  if (frame(cue, "call") && begin > left.begin && !is_callable({left.begin, begin})) return false;
  std::vector<Span> object;
  add_object({left.begin, begin}, object);
  add_object(object_behind_circumstances({end, left.end}, cue), object);
  if (left.end < cue.group.begin && !frame(cue, "call") && !is_circumstance_lead(left.end) &&
      !(left.end > 0 && at(left.end - 1).is(Kind::kAdverb)) &&
      (fold(left.end) == "на" || fold(left.end) == "na"))  // X на запрос не ответил
    add_object({left.end, cue.group.begin}, object);
  if (object.empty()) {
    if (end < left.end) left = {begin, end};
    return end < left.end;
  }
  fronted = std::move(object);
  left = {begin, end};
  return true;
}

}  // namespace cordon::reading
