// Cues of saying in a sentence: which words are one here, with their verb group; citations; refusals in pairs.
#include <algorithm>
#include <array>

#include "reading/sentence_reader.h"

namespace cordon::reading {
namespace {

// German verbs that an infinitive stands with.
constexpr std::array<std::string_view, 43> kModals = {
    "will",    "wollen",  "wolle",  "wollte",  "wollten", "soll",    "sollen", "solle",   "sollte",
    "sollten", "kann",    "können", "könne",   "konnte",  "konnten", "könnte", "könnten", "muss",
    "müssen",  "müsse",   "musste", "mussten", "müsste",  "müssten", "darf",   "dürfen",  "dürfe",
    "durfte",  "durften", "dürfte", "dürften", "mag",     "mögen",   "möchte", "möchten", "mochte",
    "mochten", "wird",    "werden", "werde",   "würde",   "würden",  "lässt"};

}  // namespace

// 路透社的报道, 收到警告, 否认指控: Chinese words of saying are nouns too, behind 的 or as the object of another verb.
bool SentenceReader::is_wide_noun(int i, const Lexeme& lexeme) const {
  if (has_word(lexeme.detail, "prep") || has_word(lexeme.detail, "cite") || has_word(lexeme.detail, "bare"))
    return false;
  if (text_.view(at(i).span) == "指")  // …，指一家公司: alone it is a verb of saying only behind a comma or a speaker
    return !(is_comma_mark(at(i - 1).mark) || is_name(i - 1) || is_speaker_noun(i - 1));
  if (has_word(lexeme.detail, "near")) {  // 原因是担心制裁
    int k = i > 1 && has_stop(i - 1, "behind subject") ? i - 2 : i - 1;
    while (k > 0 && at(k).is_word() && (at(k).is(Kind::kTime) || at(k).is(Kind::kAdverb)) && !is_name(k)) --k;
    if (!is_name(k) && !is_speaker_noun(k) && !at(k).is(Kind::kPronoun)) return true;
  }
  if (is_wide_setting(i)) return true;
  if (const std::string_view lead = text_.view(at(i - 1).span);  // 将指控称为“无稽之谈”
      (lead == "将" || lead == "也将" || lead == "把") && i + 1 < size_ && at(i + 1).is(Kind::kCue) &&
      has_detail(i + 1, "call"))
    return true;
  if (fold(i - 1) == "的" && at(i - 1).token + 1 == at(i - 1).token_end) {
    for (int k = i - 2; k >= 0 && k + 10 > i && !is_boundary(k); --k)  // 得到海关官员的确认
      if (has_stop(k, "received") && speaks({k + 1, i - 1})) return false;
    return wide_passive(i) < 0;
  }
  for (uint32_t next = at(i).token_end; next + 1 < text_.tokens.size() && next == at(i).token_end; ++next) {
    const std::string_view word = text_.tokens[next].fold, more = text_.tokens[next + 1].fold;
    if (word == "一" && (more == "事" || more == "案")) return true;                                    // 举报一事
    if (act_of(lexeme) == Act::kAccuse && (word == "信" || word == "电" || word == "材")) return true;  // 举报信
  }
  const bool noun = at(i).is(Kind::kClaimNoun) || at(i).is(Kind::kPredicate) || at(i).is(Kind::kDocument) ||
                    act_of(lexeme) == Act::kAccuse || act_of(lexeme) == Act::kWarn || act_of(lexeme) == Act::kRequest;
  if (!noun) return false;
  if (at(i - 1).is(Kind::kCue) && !at(i - 1).is(Kind::kPreposition)) return true;
  if (i + 1 < size_ && is_boundary(i + 1)) {  // 对于外界质疑，…
    int begin = i - 1;
    while (begin > 0 && !is_boundary(begin - 1)) --begin;
    const std::string_view first = text_.view(at(begin).span);
    if (first == "对" || first == "对于" || first == "针对" || first == "面对" || first == "由于" || first == "就")
      return true;
  }
  if (i < 2 || !at(i - 2).is_word()) return has_stop(i - 1, "issues") || has_stop(i - 1, "received");
  if (has_stop(i - 1, "issues") || has_stop(i - 1, "received")) return true;
  const std::string verb = std::string(fold(i - 2)) + std::string(fold(i - 1));
  for (const std::string_view word : {"收到", "受到", "遭到", "发出", "提出", "作出", "做出", "面临", "无视", "接到",
                                      "撤回", "发表", "发布", "遭受", "引发", "招致", "不顾"})
    if (verb == word) return true;
  return false;
}

// 发言人被问到此事时说: asked, and the same subject says at once what. Not: 被问到此事时，他说.
bool SentenceReader::is_wide_asked(int i) const {
  constexpr int kMostUnits = 14;
  if (!grammar_.is_wide || !has_detail(i, "ask") || !has_detail(i, "bare")) return false;
  int end = i + 1;
  while (end < size_ && end < i + kMostUnits && !is_boundary(end) && fold(end) != "时" && fold(end) != "後" &&
         fold(end) != "后")
    ++end;
  return end + 1 < size_ && end < i + kMostUnits && !is_boundary(end) && !is_boundary(end + 1);
}

// 在回应中, 在否认指控时: what stands between 在 and a word of place or time says when or where it was said.
bool SentenceReader::is_wide_setting(int i) const {
  if (is_wide_asked(i)) return true;
  int end = i + 1;
  while (end < size_ && end < i + 14 && !is_boundary(end) && !at(end).is(Kind::kCue)) {
    const std::string_view word = text_.view(at(end).span);  // not: 中间商
    if (word == "中" || word == "时" || word == "里" || word == "後" || word == "后" || word == "之际") break;
    ++end;
  }
  if (end >= size_ || end >= i + 14 || is_boundary(end) || at(end).is(Kind::kCue)) return false;
  for (int k = i - 1; k >= 0 && k + 12 > i && !is_boundary(k); --k) {
    if (at(k).is(Kind::kCue)) return false;
    if (fold(k) == "在" && at(k).token + 1 == at(k).token_end) return true;
  }
  return false;
}

// The minister took to Telegram to deny it; was quick to deny it: the unit that leads to the infinitive of unit `i` and
// has its subject; -1 where none does.
int SentenceReader::venue_before(int i) const {
  if (text_.language != "en" || i < 2 || fold(i - 1) != "to") return -1;
  for (int k = i - 2; k >= 0 && k > i - 12 && at(k).is_word() && at(k).quote < 0; --k) {
    for (const Lexeme* lexeme : at(k).lexemes)
      if (lexeme->kind == Kind::kStop && lexeme->value == "venue") return k;
    if (at(k).is(Kind::kCue) && !is_speaker_noun(k) && !at(k).is(Kind::kDocument) && !at(k).is(Kind::kClaimNoun))
      return -1;
  }
  return -1;
}

// Neither the bank nor the port replied; no one at the bank answered: does the clause before unit `i` begin so?
bool SentenceReader::is_said_by_nobody(int i) const {
  int begin = i;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  if (text_.language == "de" && begin + 1 < i && at(begin).is(Kind::kConjunction)) ++begin;  // und niemand sagte etwas
  if (begin >= i) return false;
  const std::string_view first = fold(begin);
  if (text_.language == "de") return first == "weder" || first == "niemand" || first == "keiner";
  if (text_.language == "es" && first == "ni") {  // Ni el distribuidor ni su matriz respondieron
    for (int k = begin + 1; k < i; ++k)
      if (fold(k) == "ni") return true;
    return false;
  }
  if (text_.language != "en") return false;
  if ((first == "not" && begin + 1 < i && fold(begin + 1) == "one") || first == "few") return true;
  return first == "neither" || first == "nobody" || first == "none" || first == "nothing" || first == "no-one" ||
         (first == "no" && begin + 1 < i && fold(begin + 1) == "one") || text_.view(at(begin).span) == "No one";
}

// a confidential UN report seen by X: the form of a plural verb behind a singular article is a noun.
bool SentenceReader::is_singular_noun(int i) const {
  const std::string_view noun = fold(i);
  const bool gerund = noun == "warning" || noun == "ruling" || noun == "finding";  // a flood warning
  if (noun.ends_with("ed") || noun.ends_with("s") || (noun.ends_with("ing") && !gerund) || noun == "found")
    return false;
  for (int k = i - 1; k >= 0 && k > i - 5 && at(k).is_word(); --k) {
    const std::string_view word = fold(k);
    if (word == "a" || word == "an" || word == "another" || word == "this" || word == "every" || word == "each")
      return true;
    if (is_function(k) || word == "'s") return false;
  }
  return false;
}

// The opposition demands that …: behind a noun with its article, and before what is said, no plural.
bool SentenceReader::is_singular_verb(int i) const {
  if (i + 1 >= size_ || !fold(i).ends_with("s") || at(i).token_end > at(i).token + 1) return false;
  if (!at(i + 1).is(Kind::kThat) && !at(i + 1).is(Kind::kDeterminer) && !at(i + 1).is(Kind::kPossessive)) return false;
  int k = i - 1;
  while (k >= 0 && at(k).is_word() && !is_function(k) && !at(k).is(Kind::kCue) && fold(k) != "'s" && i - k < 4) --k;
  if (k == i - 1 || k < 0 || !at(k).is(Kind::kDeterminer)) return false;
  if (k > 1 && at(k - 1).is(Kind::kPreposition))  // nobody in the trade disputes that
    return at(k - 2).is(Kind::kNothing) || at(k - 2).is(Kind::kPronoun) || is_speaker_noun(k - 2);
  return k == 0 || is_boundary(k - 1) || at(k - 1).is(Kind::kThat) || at(k - 1).is(Kind::kSubordinator) ||
         at(k - 1).is(Kind::kConjunction);
}

bool SentenceReader::is_noun_here(int i, const Lexeme& lexeme) const {
  const bool may_be_noun = has_word(lexeme.detail, "noun");
  // 声明写道, 声明没有提及: a document that has a verb behind it
  if (grammar_.is_wide && (i == 0 || !at(i - 1).is_word()) && at(i).is(Kind::kDocument) && i + 1 < size_ &&
      (at(i + 1).is(Kind::kCue) || at(i + 1).is(Kind::kNegation) || at(i + 1).is(Kind::kAdverb)))
    return true;
  if (text_.language == "en" && may_be_noun && is_attribute(i)) return true;
  if (i == 0) return may_be_noun;
  int j = i - 1;
  const Unit& before = at(j);
  if (grammar_.is_wide && (before.is_word() || text_.view(at(i).span) == "指") && is_wide_noun(i, lexeme)) return true;
  if (text_.language == "en") {
    if (has_stop(j, "aspect") && fold(i).ends_with("ing")) return false;  // a trader keeps warning me
    int to = j;  // to no longer consider it legal, to publicly deny it
    while (to > 0 && (at(to).is(Kind::kAdverb) || at(to).is(Kind::kNegation) || is_english_adverb(to) ||
                      fold(to) == "longer" || fold(to) == "no"))
      --to;
    if (to < j && fold(to) == "to" && !at(to).is(Kind::kCue) && venue_before(i) < 0) return true;
    if (fold(j) == "to" && !before.is(Kind::kCue) && !is_behind_reduced_relative(i, may_be_noun))
      return venue_before(i) < 0;  // to say: an infinitive; not: an official we spoke to denies
    if (at(i).token_end >= at(i).token + 3 && text_.tokens[at(i).token_end - 1].fold == "that")
      return false;  // the bank's position is that …
    if (has_stop(i, "saying") && fold(i).ends_with("s") && before.is(Kind::kCue) && !is_speaker_noun(j) &&
        !is_name(j) && (fold(j).ends_with("ed") || fold(j).ends_with("ing")))
      return true;  // rejected calls to resign
    if ((fold(j).starts_with("remain") || fold(j) == "hotly" || fold(j) == "stays") && fold(i).ends_with("ed"))
      return true;  // Whether he knew remains contested
    if (fold(j) == "whose" || (may_be_noun && text_.tokens[before.token].is_number)) return true;
    if (before.is(Kind::kPossessive) || before.mark == U'\'' || fold(j) == "'s") return true;
    if (fold(i) == "state" && i + 1 < size_ && (at(i + 1).is(Kind::kMedia) || at(i + 1).is(Kind::kCompany)))
      return true;  // In Naypyitaw, state media carried no word of it
    const bool alone =
        has_stop(j, "some of them") &&
        (j == 0 || is_boundary(j - 1) || at(j - 1).is(Kind::kSubordinator) || at(j - 1).is(Kind::kConjunction)) &&
        !may_be_noun && has_word(lexeme.detail, "say");  // Another said …
    if (!alone && before.is(Kind::kDeterminer) && has_word(before.as(Kind::kDeterminer)->detail, "article"))
      return true;
    if (j == 0 && fold(i).ends_with("ing") && before.is(Kind::kPreposition)) return false;  // Despite denying it, …
    if (before.is(Kind::kPreposition) && !before.is(Kind::kAdverb) && !has_word(lexeme.detail, "cite") &&
        !has_word(lexeme.detail, "prep") && !is_behind_reduced_relative(i, may_be_noun))
      return true;
    if (before.is(Kind::kAdjective) && may_be_noun) return true;
    const bool gerund = fold(i) == "warning" || fold(i) == "ruling" || fold(i) == "finding";
    if ((may_be_noun || gerund) && is_singular_noun(i)) return true;
    if (may_be_noun && is_singular_verb(i)) return false;
    if (may_be_noun && i + 1 < size_ && is_speaker_noun(i + 1) && !is_name(i + 1) && !fold(i).ends_with("d") &&
        before.is(Kind::kCue) && !is_speaker_noun(j))
      return true;  // told state television
  } else if (grammar_.verb_first && before.is_word() && before.is(Kind::kPreposition) && !before.is(Kind::kAdverb) &&
             !before.is(Kind::kConjunction) && !has_word(lexeme.detail, "prep") && !has_word(lexeme.detail, "noun") &&
             !has_word(lexeme.detail, "part")) {
    return true;  // على طلب للتعليق: no verb follows a preposition
  } else if (text_.language == "fr" && before.is(Kind::kDeterminer) && has_word(lexeme.detail, "judge") && j > 0 &&
             i + 1 < size_ && is_quote_mark(at(i + 1).mark)) {
    return false;  // son porte-parole le juge « absurde »
  } else if ((before.is(Kind::kDeterminer) || before.is(Kind::kPossessive)) &&
             !(text_.language == "de" && !at(i).is_capital) &&  // Das berichten zwei Zöllner
             (may_be_noun || is_speaker_noun(i) || at(i).is(Kind::kClaimNoun))) {
    return true;
  }
  if (text_.language == "de") {
    if (at(i).is_capital && before.is_word()) return true;  // die Klage, auf Fragen
    return may_be_noun && is_infinitive_here(i);
  }
  if (text_.language == "fr" || text_.language == "es")  // en alerta, une note de note: a noun behind its preposition
    return may_be_noun && (before.is(Kind::kPreposition) || text_.tokens[before.token].is_number);
  const std::string_view word = fold(i);
  if (text_.language == "uk" && (word.ends_with("ть") || word.ends_with("ться")))
    return may_be_noun;  // кажуть, просить: the third person; infinitives end with -ти
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
  if (j < 0) return true;  // only adverbs before it
  return !(at(j).is(Kind::kPronoun) || is_name(j) || is_speaker_noun(j) || at(j).is_bracket ||
           is_comma_mark(at(j).mark) || at(j).is(Kind::kConjunction) || is_behind_reduced_relative(i, may_be_noun));
}

// zu sagen, wollte es nicht bestätigen: the form that is also a plural stands behind "zu" or a modal verb.
bool SentenceReader::is_infinitive_here(int i) const {
  const auto modal = [&](int k) {
    return !at(k).is_capital && std::find(kModals.begin(), kModals.end(), fold(k)) != kModals.end();
  };
  if (fold(i - 1) == "zu" || (i + 1 < size_ && modal(i + 1))) return true;
  for (int k = i - 1; k >= 0 && !is_boundary(k) && !at(k).is(Kind::kConjunction); --k)
    if (modal(k)) return true;
  return false;
}

// bestätigte, dass … nicht: the negation stands in the clause that is said.
bool SentenceReader::reaches_over_comma(int i, const Lexeme& lexeme) const {
  if (text_.language != "de" || !has_word(lexeme.detail, "gap") || act_of(lexeme) != Act::kDecline) return false;
  for (int k = i + 1; k < size_ && at(k).token < at(i).gap_begin; ++k)
    if (is_comma_mark(at(k).mark)) return true;
  return false;
}

// said there was no deal, said only three had come: an adverb that belongs to what is said.
bool SentenceReader::opens_content(int i) const {
  if (text_.language != "en" || i + 1 >= size_ || !at(i + 1).is_word() || at(i + 1).is(Kind::kThat)) return false;
  const std::string_view word = fold(i);
  for (const std::string_view adverb : {"there", "both", "only", "even", "just", "once", "now", "then", "here"})
    if (word == adverb) return true;
  return false;
}

// categorically, flatly; not the family, Italy.
bool SentenceReader::is_english_adverb(int i) const {
  if (text_.language != "en" || !at(i).is_word() || at(i).is_capital) return false;
  if (fold(i).size() < 5 || !fold(i).ends_with("ly") || is_speaker_noun(i)) return false;
  if (i == 0 || !at(i - 1).is_word()) return true;
  return !at(i - 1).is(Kind::kDeterminer) && !at(i - 1).is(Kind::kPossessive) && fold(i - 1) != "'s" &&
         fold(i - 1) != "of";
}

// She did not, however, dispute …: the auxiliary or negation before the aside whose second comma is unit `i`; -1: none.
int SentenceReader::verb_before_aside(int i) const {
  constexpr int kMost = 4;  // words between commas
  if (text_.language != "en" || i < 3 || !is_comma_mark(at(i).mark)) return -1;
  int comma = i - 1;
  while (comma > 0 && i - comma <= kMost && at(comma).is_word() && !has_cue_between(comma, comma + 1)) --comma;
  if (comma < 1 || comma == i - 1 || !is_comma_mark(at(comma).mark)) return -1;
  return at(comma - 1).is(Kind::kAuxiliary) || at(comma - 1).is(Kind::kNegation) ? comma - 1 : -1;
}

SentenceReader::Cue SentenceReader::cue_at(int i, const Lexeme* lexeme) const {
  Cue cue;
  cue.unit = i;
  cue.group = {i, i + 1};
  cue.lexeme = lexeme;
  int j = i - 1;
  if (const int verb = verb_before_aside(j); verb >= 0) j = verb;
  while (j >= 0 && (at(j).is_word() || is_quoted_adverb(j))) {
    const Unit& unit = at(j);
    const bool adverb = (unit.is(Kind::kAdverb) && !has_stop(j, "emphasis")) || is_english_adverb(j);
    // le dément, les a qualifiées de « mensongères »
    const bool clitic = (j == i - 1 || at(j + 1).is(Kind::kAuxiliary)) &&
                        (text_.language == "fr" || text_.language == "es") && unit.is(Kind::kDeterminer) &&
                        (!is_speaker_noun(i) || (i + 1 < size_ && is_quote_mark(at(i + 1).mark))) &&
                        (fold(j) == "le" || fold(j) == "la" || fold(j) == "les" || fold(j) == "l'" || fold(j) == "lo" ||
                         fold(j) == "los" || fold(j) == "las");
    // في ما أوردته الوكالة: "what", not "not"
    if (grammar_.verb_first && fold(j) == "\u0645\u0627" && j > 0 && at(j - 1).is_word() &&
        !at(j - 1).is(Kind::kConjunction))
      break;
    if (is_quoted_adverb(j)) {  // a « fermement » démenti
      cue.group.begin = j - 2;
      j -= 3;
      continue;
    }
    const bool aspect = text_.language == "en" && has_stop(j, "aspect") && fold(i).ends_with("ing");  // keeps warning
    if (!unit.is(Kind::kAuxiliary) && !unit.is(Kind::kNegation) && !adverb && !clitic && !aspect &&
        !(unit.is(Kind::kHedge) && unit.is(Kind::kAdverb)))
      break;
    if (unit.is(Kind::kNegation)) cue.negated = true;
    if (const Lexeme* auxiliary = unit.as(Kind::kAuxiliary); auxiliary && auxiliary->value == "be") cue.be = true;
    cue.group.begin = j--;
  }
  // An adverb that opens the sentence is not part of the verb; behind an apposition it is: the minister, Li Na, flatly
  // denied.
  while (cue.group.begin < i && !at(cue.group.begin).is(Kind::kAuxiliary) && !at(cue.group.begin).is(Kind::kNegation) &&
         !has_stop(cue.group.begin, "aspect") &&
         !(cue.group.begin > 1 && is_english_adverb(cue.group.begin) && is_comma_mark(at(cue.group.begin - 1).mark)) &&
         (cue.group.begin == 0 || (is_boundary(cue.group.begin - 1) && !is_clitic(cue.group.begin))))
    ++cue.group.begin;
  take_pronoun_amid(cue);
  if (const int venue = venue_before(i); venue >= 0) cue.group.begin = venue;
  if (is_said_by_nobody(cue.group.begin) || refusal_with_nor(cue.group.begin) >= 0) cue.negated = true;
  int k = i + 1;
  const auto is_not = [&](int n) {  // äußerte sich nicht zu den Vorwürfen; not: nicht nur
    return n < size_ && at(n).is_word() && at(n).is(Kind::kNegation) &&
           !(text_.language == "de" && fold(n) == "noch") &&  // sagte noch am Abend
           (!at(n).is(Kind::kNothing) ||
            (text_.language == "de" && fold(n) == "nicht" && act_of(*lexeme) != Act::kDecline &&
             !has_word(lexeme->detail, "call") && !has_word(lexeme->detail, "hedged") &&
             !has_word(lexeme->detail, "show") && !has_word(lexeme->detail, "strict") &&
             !(n + 1 < size_ && fold(n + 1) == "nur")));
  };
  while (is_not(k)) cue.negated = true, ++k;
  while (k < size_ && at(k).is_word() && at(k).is(Kind::kAdverb) && !at(k).is(Kind::kPreposition) &&
         !grammar_.is_wide && !opens_content(k))
    ++k;
  if (text_.language == "de" && k + 1 < size_ && fold(k) == "aber") ++k;          // bestreitet aber Absicht
  if (text_.language == "de" && k > i + 1 && is_not(k)) cue.negated = true, ++k;  // äußerte sich aber nicht
  if (k + 2 < size_ && is_quoted_adverb(k + 2)) k += 3;                      // negó «categóricamente» las acusaciones
  if (grammar_.is_wide && k < size_ && text_.view(at(k).span) == "了") ++k;  // 批评了两家银行
  cue.group.end = k;
  cue.after = cue.group.end;
  cue.middle = {cue.group.end, cue.group.end};
  if (at(i).gap_end > 0 && has_word(lexeme->detail, "gap")) {
    cue.group.end = i + 1;
    cue.middle = {i + 1, i + 1};
    while (cue.middle.end < size_ && at(cue.middle.end).token < at(i).gap_begin) ++cue.middle.end;
    cue.after = cue.middle.end;
    while (cue.after < size_ && at(cue.after).token < at(i).gap_end) ++cue.after;
    // schließt nicht aus: the "not" of the verb stands in its second part
    for (int n = cue.middle.end; n < cue.after && text_.language == "de"; ++n)
      cue.negated = cue.negated || (at(n).is(Kind::kNegation) && act_of(*lexeme) != Act::kDecline);
    // streitet den Vorwurf nicht ab: the "not" of the verb stands before its second part
    if (text_.language == "de" && !cue.middle.empty() && at(cue.middle.end - 1).is(Kind::kNegation)) {
      cue.negated =
          cue.negated || act_of(*lexeme) != Act::kDecline;  // hat das noch nicht bestätigt: a refusal as it is
      --cue.middle.end;
    }
  }
  return cue;
}

// Valcor « dément formellement » ces allégations: the verb and its adverbs, and nothing else, stand in the marks.
bool SentenceReader::is_verb_in_quotes(int i) const {
  if (text_.language == "en" || grammar_.is_wide) return false;
  const auto belongs = [&](int k) { return k == i || at(k).is(Kind::kAdverb) || at(k).is(Kind::kAuxiliary); };
  int begin = i, end = i + 1;
  while (begin > 0 && belongs(begin - 1)) --begin;
  while (end < size_ && belongs(end)) ++end;
  return begin > 1 && end < size_ && is_quote_mark(at(begin - 1).mark) && is_quote_mark(at(end).mark);
}

// dicho país: a Spanish participle without an auxiliary describes a noun. "Acusado por X" and "ha dicho y añadido"
// speak.
bool SentenceReader::is_adjective_here(int i, const Lexeme& lexeme) const {
  if (text_.language == "fr" && at(i).token_end > at(i).token + 1 && fold(i).starts_with("mis") && i > 0 &&
      is_comma_mark(at(i - 1).mark) && !(i + 1 < size_ && at(i + 1).is(Kind::kBy)))
    return true;                 // M. Brun, mis en examen pour contrebande, …
  if (text_.language == "fr") {  // le contrat promis à la casse
    if (i < 2 || has_word(lexeme.detail, "ask") || has_word(lexeme.detail, "bare") || has_word(lexeme.detail, "cite") ||
        (at(i).token_end > at(i).token + 1 && !fold(i).starts_with("mis")) || !at(i - 1).is_word() ||
        is_function(i - 1) || at(i - 1).is(Kind::kCue))
      return false;
    const std::string_view word = fold(i);
    const bool participle = word.starts_with("mis") || word.ends_with("é") || word.ends_with("ée") ||
                            word.ends_with("és") || word.ends_with("ées") || word == "promis" || word == "admis" ||
                            word == "reconnu";
    return participle && (!is_speaker_noun(i) || word.starts_with("mis")) &&
           !(i + 1 < size_ && at(i + 1).is(Kind::kBy));
  }
  if (text_.language != "es" || has_word(lexeme.detail, "ask") || at(i).token_end > at(i).token + 1) return false;
  const std::string_view word = fold(i);
  if (!word.ends_with("ado") && !word.ends_with("ido") && word != "dicho" && word != "escrito" && word != "expuesto" &&
      word != "descrito" && word != "propuesto")
    return false;
  const Cue cue = cue_at(i, &lexeme);
  bool state = false;  // el papel estaba escrito en uzbeko
  for (int k = cue.group.begin; k < i; ++k) {
    state = state || (fold(k).starts_with("est") && has_word(lexeme.detail, "say"));
    if (at(k).is(Kind::kAuxiliary) && !state) return false;
  }
  return !(i > 0 && at(i - 1).is(Kind::kConjunction)) && !(i + 1 < size_ && at(i + 1).is(Kind::kBy));
}

// يُعتقد: an Arabic passive with its vowel written; elsewhere a verb of hearsay is nothing else.
bool SentenceReader::is_impersonal_form(int i) const {
  if (!grammar_.verb_first) return true;
  return text_.view(at(i).span).substr(0, 12).find("\u064f") != std::string_view::npos;
}

// حمل المرصد الشركة مسؤولية الحادث: "carried" blames where it is a responsibility that is laid on somebody.
bool SentenceReader::is_made_liable(int i) const {
  for (int k = i + 1; k < size_ && k < i + 14; ++k)
    if (fold(k).find("\u0645\u0633\u0624\u0648\u0644\u06cc\u0629") != std::string_view::npos) return true;
  return false;
}

// Der Vorwurf, …, stammt von X: the noun of a claim at the head of the sentence of unit `i`; -1 where none is.
int SentenceReader::claim_noun_before(int i) const {
  if (at(0).is(Kind::kPreposition) && !at(0).is(Kind::kDeterminer)) return -1;  // D’après une note, les puces …
  for (int k = 0; k < i && k < 4; ++k) {
    if (!at(k).is_word()) return -1;
    if (at(k).is(Kind::kClaimNoun) && !at(k).is(Kind::kPreposition)) return k + 2 < i ? k : -1;
    if (!at(k).is(Kind::kDeterminer) && !at(k).is(Kind::kAdjective) && !at(k).is(Kind::kPossessive) && k > 1) return -1;
  }
  return -1;
}

// обещанных, заявленный: a Russian passive participle in its long form describes a noun.
bool SentenceReader::is_long_participle(std::string_view word) {
  for (const std::string_view ending :
       {"нный", "нная", "нное", "нные", "нного", "нной", "нному", "нным", "нными", "нных", "нную", "нном"})
    if (word.size() > ending.size() + 4 && word.ends_with(ending)) return true;
  return false;
}

// утверждается, говорилось, зазначається: what a text has in it, which nobody is said to say.
bool SentenceReader::is_reflexive(std::string_view word) {
  for (const std::string_view ending : {"тся", "лось", "лись", "ться", "лося", "лися"})
    if (word.size() > ending.size() + 4 && word.ends_with(ending)) return true;
  return false;
}

// С комментарием её ведомство пока не выступило.
bool SentenceReader::is_light_negated(int i) const {
  for (int k = i + 1; k < size_ && at(k).token < at(i).gap_begin; ++k)
    if (at(k).is(Kind::kNegation) || at(k).quote >= 0) return true;
  return false;
}

// hat noch nicht bestätigt: no one stands between an auxiliary and its participle, which is the cue by itself.
bool SentenceReader::has_idle_gap(int i) const {
  if (!at(i).is(Kind::kAuxiliary) || at(i + 1).token >= at(i).gap_begin) return false;
  int k = i + 1;
  for (; k < size_ && at(k).token < at(i).gap_begin; ++k)
    if (!at(k).is(Kind::kAdverb) && !at(k).is(Kind::kNegation) && !at(k).is(Kind::kTime)) return false;
  while (k < size_ && at(k).token_end < at(i).gap_end) ++k;
  return k < size_ && at(k).is(Kind::kCue);  // not: war gestern nicht erreichbar
}

// Is one of the nouns a document's or a medium's?
bool SentenceReader::names_document(Range range) const {
  for (int i = range.begin; i < range.end; ++i)
    if (at(i).is(Kind::kDocument) || at(i).is(Kind::kMedia)) return true;
  return false;
}

// Does nothing but adverbs stand between the beginning of the paragraph and unit `i`, and a clause with "that" behind?
bool SentenceReader::opens_clause(int i) const {
  if (number_ > 0 && sentences_[number_ - 1].block == sentence_.block) return false;
  for (int k = 0; k < i; ++k)
    if (!at(k).is(Kind::kAdverb) && !at(k).is(Kind::kConjunction) && !at(k).is(Kind::kTime)) return false;
  if (i == 0 && grammar_.is_slavic && size_ > 4 && is_comma_mark(at(1).mark)) return true;  // Говорят, банк продадут
  return i + 2 < size_ && is_comma_mark(at(i + 1).mark) && at(i + 2).is(Kind::kThat);
}

// “…” sözleriyle reddetti: the words are what another verb does it with, and nobody's "in the words of".
bool SentenceReader::is_instrument(int i) const {
  return text_.language == "tr" && i > 0 && (at(i - 1).quote >= 0 || is_quote_mark(at(i - 1).mark)) &&
         (fold(i).ends_with("iyle") || fold(i).ends_with("ıyla"));
}

// ağır buldu: is nothing false among the words before the cue?
bool SentenceReader::lacks_falsehood(int i) const {
  for (int k = i - 1; k >= 0 && k + 5 > i; --k)
    if (at(k).is(Kind::kFalsehood)) return false;
  return true;
}

void SentenceReader::find_cues() {
  uint32_t taken = 0;  // tokens up to here belong to the second part of a cue found before
  for (int i = 0; i < size_; ++i) {
    if (!at(i).is(Kind::kCue) || skipped_[i] || (is_quoted(i) && !is_verb_in_quotes(i))) continue;
    if (grammar_.verb_first && fold(i).ends_with("\u062f\u0639\u06cc") && fold(i).size() <= 10 &&
        text_.view(at(i).span).ends_with("\u0649"))
      continue;  // يدعى عمر, وتدعى «نجمة»: is called, not claims
    if (grammar_.verb_first && text_.tokens[std::min<size_t>(at(i).token + 1, text_.tokens.size() - 1)].fold == "عدم" &&
        is_telling(at(i).token + 2))
      continue;  // طلبت عدم نشر أسمائها: says who they are not
    if (grammar_.verb_first && i > 0 && fold(i - 1).ends_with("عدم")) continue;  // عدم نشر: not doing it
    if (grammar_.verb_first && i > 0 && (fold(i - 1) == "لا" || fold(i - 1) == "ولا") && fold(i).starts_with("ذکر"))
      continue;  // ولا ذكر في البيان: what is not spoken of
    if (grammar_.verb_first && i > 0 && at(i - 1).is(Kind::kDocument) && !fold(i - 1).starts_with("ال") &&
        (fold(i).ends_with("ه") || fold(i).ends_with("ها")) && at(i).token_end == at(i).token + 1 &&
        !is_speaker_noun(i) && std::ranges::all_of(at(i).lexemes, [](const Lexeme* l) {
          return l->kind != Kind::kCue || l->value == "assert";
        }))
      continue;  // في تقرير نشرته الأحد: which report it is
    if (grammar_.verb_first && at(i).is(Kind::kDocument) && i + 1 < size_ && !at(i + 1).is(Kind::kThat) &&
        has_detail(i, "part"))
      continue;  // مذكرة أعدها المحققون: a memo
    if (text_.language == "de" && at(i).token < taken && !cues_.empty() &&
        at(i).token >= at(cues_.back().unit).gap_begin)
      continue;  // hat … nicht reagiert: said once
    // لم تؤكد الوزارة ولم تنف: the second part of a cue is none of its own
    if (std::any_of(cues_.begin(), cues_.end(), [&](const Cue& cue) {
          return !cue.middle.empty() && grammar_.verb_first && i >= cue.middle.end && i < cue.after;
        }))
      continue;
    if (grammar_.is_wide && i > 0 && i + 1 < size_ && at(i).is(Kind::kClaimNoun) && at(i + 1).is(Kind::kCue) &&
        std::ranges::any_of(std::initializer_list<std::string_view>{"对", "对于", "就", "针对"},
                            [&](std::string_view about) { return text_.view(at(i - 1).span) == about; }))
      continue;  // 对指控不予置评: a noun
    if (grammar_.is_slavic && i > 1 && has_detail(i, "via") && opens_relative(fold(i - 1), text_.language) &&
        is_comma_mark(at(i - 2).mark))
      continue;  // в письме, которое цитирует газета, …: which paper it is
    if (text_.language == "ru" && is_long_participle(fold(i)) && !is_speaker_noun(i)) continue;  // обещанных объёмов
    if (text_.language == "en" && (is_part_of_name(i) || is_released(i) || is_no_verb(i))) continue;
    if (grammar_.is_slavic && at(i).token < taken) continue;  // с призывом … выступил: said once
    if (is_wide_asked(i) && i > 0 && !is_boundary(i - 1)) continue;
    if (is_contrasted(i) || (has_stop(i, "no cue") && at(i).gap_end > 0)) continue;
    const Lexeme *first = nullptr, *show = nullptr, *only = nullptr, *hearsay = nullptr, *hear = nullptr;
    for (const Lexeme* lexeme : at(i).lexemes) {
      if (lexeme->kind != Kind::kCue || has_word(lexeme->detail, "cite")) continue;
      if (has_word(lexeme->detail, "bare") && at(i).is(Kind::kAdverb) && i + 1 < size_ &&
          !is_comma_mark(at(i + 1).mark))
        continue;  // auf Nachfrage räumte X ein
      if (has_word(lexeme->detail, "bare") && text_.language == "es" && i > 0 && lexeme->value == "ask" &&
          (at(i).token_end == at(i).token + 1 || last_fold(i) == "por") && at(i - 1).is_word() &&
          !at(i - 1).is(Kind::kConjunction) && !at(i - 1).is(Kind::kSubordinator) && !at(i - 1).is(Kind::kAdverb) &&
          !at(i - 1).is(Kind::kAuxiliary))
        continue;  // fuentes consultadas por el diario
      if (has_word(lexeme->detail, "bare") && grammar_.is_slavic && i > 1 &&
          (is_name(i - 1) || is_speaker_noun(i - 1) || is_quote_mark(at(i - 1).mark)))
        continue;  // X на вопрос газеты ответил
      if (has_word(lexeme->detail, "origin") && claim_noun_before(i) < 0) continue;
      if (has_word(lexeme->detail, "narrative") && !(i >= 2 && i <= 9 && fold(0) == "et" && speaks({1, i}))) continue;
      if (has_word(lexeme->detail, "so") && i > 0 && !is_boundary(i - 1) && !is_quote_mark(at(i - 1).mark))
        continue;  // fünfzigmal so viel
      if (has_word(lexeme->detail, "so") && i + 2 < size_ && at(i + 1).is(Kind::kCue) && !is_speaker_noun(i + 1))
        continue;  // so erinnert er sich: the verb is the cue
      if (reaches_over_comma(i, *lexeme) || is_adjective_here(i, *lexeme)) continue;
      if (has_word(lexeme->detail, "light") && is_light_negated(i)) continue;
      if (text_.language == "de" && has_word(lexeme->detail, "gap") && has_idle_gap(i)) continue;
      if (grammar_.is_slavic && has_word(lexeme->detail, "passive")) {
        hearsay = lexeme;
        continue;
      }
      if (has_word(lexeme->detail, "liable") && !is_made_liable(i)) continue;
      if (has_word(lexeme->detail, "false") && lacks_falsehood(i)) continue;
      if (has_word(lexeme->detail, "post") && is_instrument(i)) continue;
      if (has_word(lexeme->detail, "hear")) {
        hear = lexeme;
      } else if (has_word(lexeme->detail, "show")) {
        show = lexeme;
      } else if (has_word(lexeme->detail, "only")) {
        only = lexeme;
      } else if (!is_noun_here(i, *lexeme) && (!first || has_word(lexeme->detail, "gap"))) {
        first = lexeme;
      }
    }
    if (show && text_.language == "en" && at(i).is(Kind::kDocument) &&
        (i == 0 || is_boundary(i - 1) || i + 1 >= size_ || is_comma_mark(at(i + 1).mark) ||
         is_terminal_mark(at(i + 1).mark) ||
         (i + 1 < size_ && at(i + 1).is(Kind::kCue) && !at(i + 1).is(Kind::kDocument))))
      show = nullptr;  // documents show
    if (show && text_.language == "en" && at(i).is(Kind::kDocument) && is_document_noun(i)) show = nullptr;
    if (first && show && has_word(first->detail, "call") && has_word(first->detail, "strict") && !is_spoken_of(i + 1)) {
      bool verdict = false;  // nennt die Darstellung „eine Lüge“, but: nennt drei Firmen
      for (int k = 0; k < size_ && !verdict; ++k) verdict = at(k).is(Kind::kFalsehood);
      verdict = verdict || is_called_in_marks(i + 1);
      if (!verdict) first = nullptr;
    }
    if (first && !only && act_of(*first) == Act::kAssert && is_said_by_nobody(i)) continue;  // nobody said so
    if (grammar_.is_slavic && show && (is_reflexive(fold(i)) || hearsay)) first = nullptr;   // в отчёте утверждается
    if (hearsay && !first && (!show || !names_document({0, i}))) first = hearsay;
    if (hearsay && first && first != hearsay && opens_clause(i)) first = hearsay;  // Говорят, что …
    const bool in_parts =
        first && grammar_.marks_object && has_word(first->detail, "gap");  // متهم به قاچاق می‌کند
    const bool spoken =
        first && grammar_.is_wide && i > 0 && (is_speaker_noun(i - 1) || is_name(i - 1));  // 专家普遍认为
    if (hear && !in_parts && !spoken && !is_noun_here(i, *hear) &&
        (!first || (!has_word(first->detail, "at") && is_impersonal_form(i)))) {
      cues_.push_back(cue_at(i, hear));
    } else if (first) {
      cues_.push_back(cue_at(i, first));
      if (has_word(first->detail, "gap") && (!grammar_.is_slavic || has_word(first->detail, "light")))
        taken = at(i).gap_end;
    } else if (only && cue_at(i, only).negated && (i == 0 || fold(i - 1) != "to") &&
               !(text_.language == "en" && i > 0 && at(i - 1).is(Kind::kPreposition))) {
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
    const bool either = grammar_.is_wide && cue.group.begin < cue.unit && (act == Act::kDeny || act == Act::kConfirm) &&
                        fold(cue.group.begin) == "既";  // 既不承认，也不否认
    return act == Act::kDecline || either || (cue.negated && (act == Act::kDeny || act == Act::kConfirm));
  };
  for (size_t i = 1; i < cues_.size(); ++i) {
    Cue& first = cues_[i - 1];
    Cue& second = cues_[i];
    if (!refuses(first) || !refuses(second) || second.unit - first.unit > 5 || !first.middle.empty()) continue;
    bool joined = true;
    for (int k = first.group.end; k < second.group.begin; ++k)
      joined = joined && (at(k).is(Kind::kConjunction) || is_comma_mark(at(k).mark) || at(k).is(Kind::kNegation) ||
                          at(k).is(Kind::kAuxiliary) || (grammar_.is_wide && at(k).is(Kind::kAdverb)));
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

// Со ссылкой на чиновника Reuters рассказывает, …: the medium stands behind whom it cites, before its verb.
SentenceReader::Range SentenceReader::cut_at_medium(Range named) const {
  const auto verb = std::find_if(cues_.begin(), cues_.end(), [&](const Cue& c) { return c.unit >= named.end; });
  if (verb == cues_.end() || verb->group.begin != named.end) return named;
  for (int i = named.end - 1; i > named.begin; --i) {
    if (!(at(i).is(Kind::kMedia) || at(i).is(Kind::kOutlet) || is_name(i)) || is_governed(i) ||
        !is_subject_word(i, verb_of(*verb)))
      continue;
    int begin = i;
    while (begin - 1 > named.begin && (is_name(begin - 1) || is_quote_mark(at(begin - 1).mark)) &&
           !is_governed(begin - 1))
      --begin;
    while (begin - 1 > named.begin && at(begin - 1).is(Kind::kMedia) && is_subject_word(begin - 1, verb_of(*verb)) &&
           !is_governed(begin - 1))
      --begin;  // газета «Маяк»
    return begin > named.begin ? Range{named.begin, begin} : named;
  }
  return named;
}

// denied a report by CNN, which cited US officials; dementierte einen Bericht, der sich auf zwei Beamte beruft: whom
// the report has it from, and not who denies it.
bool SentenceReader::is_source_of_denied(int i) const {
  const Cue* before = nullptr;
  for (const Cue& cue : cues_)
    if (cue.unit < i) before = &cue;
  if (before == nullptr) return false;
  const Act act = act_of(*before->lexeme);
  if (act != Act::kDeny && act != Act::kDismiss && act != Act::kDecline) return false;
  const auto opens = [&](int k) {
    const std::string_view word = fold(k);
    return is_relative(k) || (text_.language == "de" && is_comma_mark(at(k - 1).mark) &&
                              (word == "der" || word == "die" || word == "das" || word.starts_with("welch")));
  };
  for (int k = before->unit + 1; k <= i; ++k)
    if (at(k).is_word() && opens(k)) return true;
  return false;
}

// Citing two officials, the ministry denied …: why, and not whose word. `behind`: the source.
bool SentenceReader::is_reason_given(int behind) const {
  const auto next = std::ranges::find_if(cues_, [&](const Cue& c) { return c.unit >= behind; });
  if (next == cues_.end()) return false;
  const Act act = act_of(*next->lexeme);
  return act != Act::kAssert && act != Act::kAccuse && act != Act::kWarn;
}

// citing NP: taken out of the clause; what it says of the speaker is put in at the end.
void SentenceReader::find_citations() {
  for (int i = 0; i < size_; ++i) {
    const Lexeme* cite = nullptr;
    for (const Lexeme* lexeme : at(i).lexemes)
      if (lexeme->kind == Kind::kCue && has_word(lexeme->detail, "cite")) cite = lexeme;
    // Citant deux sources, Reuters rapporte …; unter Berufung auf Ermittler meldet X, …; Citing two officials, …
    const bool may_open = text_.language == "fr" || text_.language == "es" || text_.language == "de" ||
                          (text_.language == "en" && fold(i).ends_with("ing"));
    if (!cite || (i == 0 && !grammar_.is_slavic && !may_open) || has_detail(i, "quotes")) continue;
    if (text_.language == "en" && i + 1 < size_ && fold(i).ends_with("ed") && at(i + 1).is(Kind::kPreposition))
      continue;  // a message quoted in the indictment
    // «Мост» цитирует докера: «…»: the verb of the sentence, no aside
    if (grammar_.is_slavic && has_detail(i, "via") && cues_.size() == 1 && cues_[0].unit == i) continue;
    if (is_source_of_denied(i)) continue;
    // В письме, которое цитирует газета, говорится, что …: who has the paper, and no source of the sentence
    if (grammar_.is_slavic && i > 1 && opens_relative(fold(i - 1), text_.language) && is_comma_mark(at(i - 2).mark))
      continue;
    const int before = std::max(i - 1, 0);
    const bool participle = (i == 0 && may_open) || is_comma_mark(at(before).mark) || !has_word(cite->detail, "comma");
    if (!participle) continue;
    const bool post = has_word(cite->detail, "post");  // bir memura dayanarak
    Range named = post ? Range{before, i} : phrase_right(i + 1);
    int verb = 0;  // …, das sich auf zwei Beamte beruft
    if (has_word(cite->detail, "behind")) {
      verb = named.end;
      const std::string_view word = verb < size_ && at(verb).is_word() ? fold(verb) : std::string_view();
      if (!word.starts_with("beruf") && !word.starts_with("berief") && !word.starts_with("stütz") &&
          !word.starts_with("bezieh") && !word.starts_with("bezog"))
        continue;
    }
    if (i == 0 && !may_open) named = cut_at_medium(named);
    if (i == 0 && text_.language == "en" && is_reason_given(named.end)) continue;
    while (post && named.begin > 0 && !is_boundary(named.begin - 1) && i - named.begin < 8) {
      // Der Spiegel dergisi geçen hafta bir yetkiliye dayandırdığı haberinde: behind the medium and the time
      if (text_.language == "tr" && fold(named.begin - 1) == "ise") break;  // gazete ise kaynaklara dayanarak
      if (text_.language == "tr" && named.size() > 1 &&
          (fold(named.begin) == "bir" || at(named.begin - 1).is(Kind::kTime) || at(named.begin - 1).is(Kind::kMedia)))
        break;
      --named.begin;
    }
    if (named.empty()) continue;
    bool is_speaker = false;
    for (int k = named.begin; k < named.end; ++k)
      is_speaker = is_speaker || at(k).is(Kind::kPerson) || at(k).is(Kind::kSourceWord) || at(k).is(Kind::kDocument) ||
                   at(k).is(Kind::kSpokesman) || at(k).is(Kind::kOutlet);
    for (int k = named.begin; k < named.end && text_.language == "en"; ++k)
      for (const std::string_view end : {"ers", "ors", "ists", "ians", "men", "women", "ants"})  // three shipbrokers
        is_speaker = is_speaker || (fold(k).size() > 5 && fold(k).ends_with(end));
    if (!is_speaker && !named.empty() && named.size() <= 4 && text_.language != "en") {  // со ссылкой на докера
      for (int k = 0; k < size_; ++k)
        is_speaker =
            is_speaker || ((at(k).is(Kind::kMedia) || at(k).is(Kind::kOutlet)) && (k < named.begin || k >= named.end));
    }
    if (!is_speaker) continue;
    // со ссылкой на человека, знакомого с обсуждением, …: what describes him
    if (const int next = named.end + 1; next < size_ && is_comma_mark(at(named.end).mark) &&
                                        is_slavic_aside(next, size_) && !opens_relative(fold(next), text_.language) &&
                                        !post) {
      int k = next;
      while (k < size_ && !is_comma_mark(at(k).mark) && !is_terminal_mark(at(k).mark) && !has_cue_between(k, k + 1))
        ++k;
      if (k < size_ && !has_cue_between(k, k + 1)) named.end = k;
    }
    Range who = named;  // Reuters'ın iki kaynağa dayandırdığı habere göre: behind whose report it is
    for (int k = named.begin + 1; k + 1 < named.end && text_.language == "tr"; ++k)
      if ((fold(k).starts_with("'") || fold(k).starts_with("’")) && fold(k).ends_with("n") && is_name(k - 1))
        who.begin = k + 1;
    Attribution a;
    a.sentence = number_;
    a.speaker = speaker_span(who);
    a.cue = at(i).span;
    a.by_passive = text_.language == "tr" && fold(i).starts_with("dayandır");  // its verb comes last
    a.rule = "medium, citing";
    a.needs_medium = true;
    for (int k = post ? named.begin : is_comma_mark(at(before).mark) ? before : i; k < std::max(named.end, i + 1); ++k)
      skipped_[k] = true;
    if (verb > 0) skipped_[verb] = true, named.end = verb + 1;
    // … el testimonio de un directivo que pidió el anonimato, que la orden …: the clause on who is cited
    if (int k = named.end; (text_.language == "es" || text_.language == "fr") && k < size_ && is_relative(k)) {
      while (k < size_ && k < named.end + 14 && !is_comma_mark(at(k).mark)) ++k;
      if (k + 1 < size_ && is_comma_mark(at(k).mark) && at(k + 1).is(Kind::kThat)) {
        for (int n = named.end; n <= k; ++n) skipped_[n] = true;
      }
    }
    if (const int next = std::max(named.end, i + 1); next < size_ && is_comma_mark(at(next).mark))
      skipped_[next] = true;
    if (named.end < size_ && text_.language == "zh" && at(named.end).is(Kind::kThat)) skipped_[named.end] = true;
    out_.push_back(std::move(a));
  }
}

// In an interview all that stands behind a label is what its speaker says, or asks.
void SentenceReader::take_answer(Attribution& a) {
  const Token& last = text_.tokens[text_.heads[sentence_.block + 1] - 1];
  a.content = {{a.content.front().begin, last.end}};
  if (is_question_mark(last.mark)) a.act = Act::kAsk;
  if (const Turn* turn = text_.turn_at(sentence_.span.begin); turn && turn->said.size() > 1)
    a.content.insert(a.content.end(), turn->said.begin() + 1, turn->said.end());
}

// The tone rose. Anna Weber: “You sold them?”: nothing but a name, a colon and direct speech.
bool SentenceReader::is_name_before_quotation() const {
  constexpr int kMostUnits = 4;
  int colon = 0;
  while (colon < size_ && colon <= kMostUnits && (is_name(colon) || at(colon).is(Kind::kTitle))) ++colon;
  return colon > 0 && colon + 1 < size_ && is_colon_mark(at(colon).mark) && at(colon + 1).quote >= 0;
}

void SentenceReader::find_label() {
  const bool first = number_ == 0 || sentences_[number_ - 1].block != sentence_.block;
  const bool turn = !first && is_interview_turn();
  const bool answers = !first && answers_before();
  if ((!first && !answers && !turn && !is_name_before_quotation()) || size_ < 3) return;
  if ((first || turn) && (read_heading() || (grammar_.is_slavic && read_slavic_noun(true)))) return;
  int colon = 0;
  while (colon < size_ && colon <= 6 && !is_colon_mark(at(colon).mark)) {
    if (!at(colon).is_word() && !is_quote_mark(at(colon).mark) && !at(colon).is_bracket && at(colon).mark != U'.' &&
        at(colon).mark != U'&')
      return;
    if (at(colon).is(Kind::kAuxiliary) && !at(colon).is_capital) return;
    if (text_.language == "en" && colon > 0 && at(colon).is(Kind::kCue) && !at(colon).is_capital &&
        !is_speaker_noun(colon) && !is_name(colon) && !at(colon).is(Kind::kClaimNoun))
      return;  // He told the court: …
    if (grammar_.is_slavic && colon == 0 && has_detail(0, "say") && !is_speaker_noun(0) && !at(0).is(Kind::kClaimNoun))
      return;  // Вспоминает докер: …
    if (grammar_.is_slavic && colon > 0 &&
        (is_slavic_verb(colon) ||
         (!is_name(colon) && !is_speaker_noun(colon) && is_infinitive(fold(colon), text_.language))))
      return;                                                                // Верфь обещает стать крупнейшей: …
    if (text_.language == "es" && colon > 0 && fold(colon) == "lo") return;  // El armador lo tiene claro: …
    if (grammar_.is_slavic && at(colon).is(Kind::kAnaphor) && at(colon).token_end > at(colon).token + 1)
      return;  // Об этом рассказал X: …
    if (text_.language != "en" && colon > 0 && !is_speaker_noun(colon) && !is_name(colon) &&
        !at(colon).is(Kind::kClaimNoun))
      for (const Lexeme* cue : at(colon).lexemes)
        if (cue->kind == Kind::kCue && cue->value != "ask" &&
            (has_word(cue->detail, "say") || text_.language == "fr" ||
             (has_word(cue->detail, "np") && !has_word(cue->detail, "noun"))))
          return;  // Dos empleados cuentan otra cosa: …; X bestreitet das: …
    ++colon;
  }
  if (text_.language == "en" && has_verb_before(colon)) return;
  if (grammar_.verb_first && at(0).is(Kind::kCue) && !is_speaker_noun(0)) return;  // وقال ناشط: «…»
  if (colon == 0 || colon >= size_ - 1 || colon > 6 || text_.tokens[at(0).token].is_number) return;
  if (colon > 1 && at(colon - 1).is(Kind::kCue) && !is_speaker_noun(colon - 1) && !is_name(colon - 1))
    return;                                                                   // X said:
  if (colon > 1 && (has_stop(0, "saying") || has_stop(1, "saying"))) return;  // Promesse du président: …
  if (text_.language == "en" && colon > 1 && at(colon - 1).is_word() && !at(colon - 1).is_capital &&
      !is_speaker_noun(colon - 1) && !is_function(colon - 1) && at(colon - 1).lexemes.empty())
    return;  // The general's account differs: …
  bool speaks = colon == 1 && (has_stop(0, "asks") || has_stop(0, "answers")), state_only = true, known = true;
  const bool asks = is_interview(colon);
  for (int i = 0; i < colon; ++i) {
    const Unit& unit = at(i);
    if (!unit.is_word()) continue;
    if (unit.is(Kind::kPreposition) && i == 0) return;
    // La procureure voit les choses autrement : …: a clause, no label
    if (i > 0 && (text_.language == "fr" || text_.language == "es") && unit.is(Kind::kDeterminer) &&
        !unit.is(Kind::kPreposition) && !at(i - 1).is(Kind::kPreposition) && !unit.is_capital)
      return;
    const bool firm = unit.is(Kind::kCompany) && !has_word(unit.as(Kind::kCompany)->detail, "many");
    const bool office = unit.is(Kind::kPerson) || unit.is(Kind::kSpokesman) || unit.is(Kind::kBody) || firm ||
                        unit.is(Kind::kOrganWord) || unit.is(Kind::kCapital) || unit.is(Kind::kOutlet) ||
                        unit.is(Kind::kSourceWord) || (grammar_.is_slavic && unit.is(Kind::kMedia)) ||
                        (i == 0 && unit.is(Kind::kDocument) && (grammar_.verb_first || grammar_.marks_object)) ||
                        is_source_label(i, colon);
    speaks = speaks || office;
    if (!unit.is(Kind::kState)) state_only = false;
    if (!office && !is_name(i))
      known = known && (unit.is(Kind::kDeterminer) || unit.is(Kind::kAdjective) || unit.is(Kind::kPreposition));
  }
  // ایران: گزارش آژانس سیاسی است: a headline, and no row of a list
  const bool alone = first && (number_ + 1 >= sentences_.size() || sentences_[number_ + 1].block != sentence_.block);
  const bool heads = (grammar_.verb_first || grammar_.verb_last || grammar_.is_wide) && alone &&
                     size_ - colon > (grammar_.is_wide ? 6 : 2) && colon <= 2 &&
                     !text_.tokens[at(colon + 1).token].is_number;
  if (state_only && !heads) return;
  speaks = speaks || state_only;
  const int words = size_ - colon;
  const bool quoted = at(colon + 1).quote >= 0 || is_quote_mark(at(colon + 1).mark);
  if (!speaks && !quoted && words < 4 && !turn && !text_.is_interview) return;
  const bool in_marks = is_quote_mark(at(0).mark) && is_quote_mark(at(colon - 1).mark);
  const bool says_words = quoted && text_.language == "tr" && only_capitals({0, colon});  // Zelenskiy: “…”
  // a name: known if the page has it elsewhere
  const bool refuses = only_capitals({0, colon}) && colon <= 3 && has_stop(colon + 1, "no comment");
  if (!speaks && !refuses && !is_name_label(colon) && !answers && !(asks && in_marks) && !says_words &&
      !text_.is_interview) {
    if (!known && !grammar_.is_wide) return;
    const Token& last = text_.tokens[at(colon - 1).token_end - 1];
    int seen = 0;
    const size_t here = at(0).token, from = here < 6000 ? 0 : here - 6000;
    for (const Token& token :
         std::span(text_.tokens).subspan(from, std::min<size_t>(12000, text_.tokens.size() - from)))
      seen += token.fold == last.fold ||
              (last.fold.size() >= 8 && token.is_capital &&
               (token.fold.starts_with(last.fold) || (last.fold.starts_with(token.fold) && token.fold.size() >= 8)));
    const bool headed = grammar_.is_slavic && is_label_name(colon);
    if (!headed && (seen < 2 || last.mark != 0)) return;
    // Disadvantages: …, Warning: …: a heading, unless the page has it amid its sentences with a capital
    if (last.is_capital && !quoted && text_.language != "de" && !headed) {
      bool amid = false;
      for (size_t t = from + 1; t + 1 < std::min<size_t>(from + 12000, text_.tokens.size()) && !amid; ++t) {
        const Token& token = text_.tokens[t];
        const Token& before = text_.tokens[t - 1];
        amid = token.is_capital && token.fold == last.fold && !is_colon_mark(text_.tokens[t + 1].mark) &&
               (before.mark == 0 || is_comma_mark(before.mark)) && before.end + 2 >= token.begin;
      }
      if (!amid) return;
    }
    if (!is_name(colon - 1) && !last.is_all_capitals && !headed) return;
  }
  const bool is_head = text_.kinds[sentence_.block] == BlockKind::kCrossHead || answers || asks || text_.is_interview ||
                       text_.heads[sentence_.block + 1] - text_.heads[sentence_.block] <= 18;
  // Министр настроен иначе: “…”: the words before the colon say more than who speaks
  if (grammar_.is_slavic && quoted && speaks && !known && !is_name(colon - 1) && !is_speaker_noun(colon - 1) &&
      !is_quote_mark(at(colon - 1).mark))
    return;
  if (!quoted && !is_head && words < 3 && !turn) return;
  if (!quoted && !is_head && speaks && !is_name(0) && !turn) return;
  if (grammar_.is_slavic && !quoted && !text_.is_interview && is_bare_list(colon)) return;
  Attribution a;
  a.sentence = number_;
  a.cue = at(colon).span;
  a.speaker = speaker_span({0, colon});
  a.content = spans_of({colon + 1, size_});
  if (a.content.empty()) return;
  a.form = form_of(a.content);
  a.rule = "label with colon";
  // Anna Weber: “You sold them?”
  const uint32_t said_end = text_.token_at(a.content.back().end);
  const bool questions = at(colon + 1).quote >= 0 && said_end > 0 && is_question_mark(text_.tokens[said_end - 1].mark);
  if (asks || questions) a.act = Act::kAsk;
  if (text_.is_interview) take_answer(a);
  if (text_.is_interview && a.act == Act::kAssert && is_bare_verdict({colon + 1, size_})) a.act = Act::kDismiss;
  if (is_no_comment(a)) a.act = Act::kDecline;
  if (colon == 1 && (has_stop(0, "asks") || has_stop(0, "answers")))  // 问：… 答：…
    a.speaker = {}, a.cue = span_of({0, colon + 1});
  out_.push_back(std::move(a));
}

// Bericht: …, Medien: …, Rapport : …: a publication alone before the colon of a heading.
bool SentenceReader::is_source_label(int i, int colon) const {
  if (text_.language != "de" && text_.language != "fr" && text_.language != "es") return false;
  const bool last = number_ + 1 >= sentences_.size() || sentences_[number_ + 1].block != sentence_.block;
  if (i != 0 || colon != 1 || !last || at(i).is(Kind::kClaimNoun)) return false;
  const Lexeme* document = at(i).as(Kind::kDocument);
  return at(i).is(Kind::kMedia) || (document && has_word(document->detail, "published"));
}

// Are all the words names, which no table has as common nouns?
bool SentenceReader::only_capitals(Range range) const {
  for (int i = range.begin; i < range.end; ++i)
    if (!at(i).is_word() || !at(i).is_capital || is_function(i) || at(i).is(Kind::kClaimNoun)) return false;
  return !range.empty();
}

// 记者：贵行还给那家船队放贷吗？ Does a short label stand before a question?
bool SentenceReader::is_interview(int colon) const {
  if (colon > 4 || colon + 2 >= size_) return false;
  return is_question_mark(at(size_ - 1).mark) || (size_ > 2 && is_question_mark(at(size_ - 2).mark));
}

// Is the sentence before, in the same paragraph, a question behind a label, or an answer to one?
bool SentenceReader::answers_before() const {
  const std::vector<Unit>& before = sentences_[number_ - 1].units;
  if (before.size() < 3 || !is_question_mark(before.back().mark)) return false;
  for (size_t i = 1; i < before.size() && i <= 5; ++i)
    if (is_colon_mark(before[i].mark)) return true;
  return false;
}

// The minister was blunt: “We sold nothing.” Whoever the sentence is about says what follows its colon, whatever the
// verb before it; where a verb of saying has not read the quotation already.
void SentenceReader::read_quotation_behind_colon() {
  if (grammar_.is_wide || grammar_.verb_first) return;
  if (text_.language == "en" && read_handed_on()) return;
  int colon = 2;
  while (colon + 1 < size_ && !(is_colon_mark(at(colon).mark) && at(colon + 1).quote >= 0)) ++colon;
  if (colon + 1 >= size_ || !is_sentence_in_quotes(at(colon + 1).span)) return;
  const Span said = at(colon + 1).span;
  for (const Attribution& a : out_) {
    if (a.act == Act::kDeny || a.act == Act::kDismiss) return;  // denied it: “We were never there.”
    for (const Span& span : a.content)
      if (span.begin < said.end && said.begin < span.end) return;
  }
  int begin = 0;
  for (int i = 0; i < colon; ++i) {
    if (at(i).quote >= 0) return;
    if (is_comma_mark(at(i).mark) && (at(begin).is(Kind::kCue) || !speaks({begin, i}) ||
                                      (text_.language == "en" && at(begin).is(Kind::kPreposition))))
      begin = i + 1;  // Asked about it, the minister was blunt
  }
  while (begin < colon && (at(begin).is(Kind::kConjunction) || at(begin).is(Kind::kTime) ||
                           (at(begin).is(Kind::kAdverb) && !is_name(begin))))
    ++begin;
  const auto may_stand = [&](int i) {
    return is_name(i) || is_speaker_noun(i) || at(i).is(Kind::kDeterminer) || at(i).is(Kind::kPossessive) ||
           at(i).is(Kind::kAdjective) || at(i).is(Kind::kTitle) || (i > begin && at(i).is(Kind::kPreposition)) ||
           (i > begin && text_.language == "en" && fold(i) == "'s") ||  // Ono's lawyer sent one line: “…”
           (i > begin && text_.language == "tr" && is_turkish_attribute(i, colon));
  };
  int end = begin;
  if (at(begin).is(Kind::kPronoun) && !at(begin).is(Kind::kDeterminer)) {
    const std::string& who = at(begin).as(Kind::kPronoun)->value;
    if (who != "he" && who != "she" && who != "they") return;
    end = begin + 1;
  } else if (text_.language == "en" && has_stop(begin, "some of them")) {
    end = begin + 1;  // Another put it bluntly: “…”
  } else {
    while (end < colon && may_stand(end)) ++end;
    while (end > begin && !is_name(end - 1) && !is_speaker_noun(end - 1)) --end;
  }
  int verb = end;
  if (text_.language == "en")
    end = apposed_name_end(end, colon);
  else if (end < colon && end > begin && is_comma_mark(at(end).mark)) {  // Paul Rehm, le directeur, a souri : «…»
    int close = end + 1;
    while (close < colon && may_stand(close)) ++close;
    if (close < colon && close > end + 1 && is_comma_mark(at(close).mark)) verb = close + 1;
  }
  if (verb <= end)
    verb = end < colon && end > begin && is_comma_mark(at(end).mark) && is_name(end - 1) && text_.language == "en"
               ? end + 1
               : end;
  if (text_.language == "en" && verb == end) verb = behind_who_clause(end, colon);
  if (end == begin || verb >= colon || is_boundary(verb) || !(speaks({begin, end}) || has_stop(begin, "some of them")))
    return;
  Attribution a;
  a.sentence = number_;
  a.cue = {at(verb).span.begin, at(colon - 1).span.end};
  a.speaker = speaker_span({begin, std::max(end, verb > end + 2 ? verb - 1 : end)});
  a.content = spans_of({colon + 1, colon + 2});
  if (a.content.empty() || a.speaker.empty()) return;
  a.form = form_of(a.content);
  a.rule = "quotation behind a colon";
  out_.push_back(std::move(a));
}

// Is what stands in quotation marks a sentence, and no title or term: four words, or two and its own full stop, the
// first with a capital?
bool SentenceReader::is_sentence_in_quotes(Span span) const {
  uint32_t words = 0;
  bool capital = false, stop = false;
  for (auto token = std::ranges::lower_bound(text_.tokens, span.begin, {}, &Token::begin);
       token != text_.tokens.end() && token->begin < span.end; ++token) {
    stop = stop || is_terminal_mark(token->mark);
    if (token->mark != 0) continue;
    if (++words == 1) capital = token->is_capital || token->is_number;
  }
  return capital && (words >= 4 || (words >= 2 && stop));
}

}  // namespace cordon::reading
