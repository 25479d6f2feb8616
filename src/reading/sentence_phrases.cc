// Where subjects, noun phrases and contents begin and end.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

SentenceReader::Range SentenceReader::trimmed(Range range) const {
  const auto idle = [&](int i) {
    const Unit& unit = at(i);
    if (unit.is_bracket || skipped_[i]) return true;
    if (unit.mark != 0) return !is_quote_mark(unit.mark);
    if (unit.quote >= 0) return true;
    if (is_speaker_noun(i) && !unit.is(Kind::kPreposition)) return false;
    return (unit.is(Kind::kAdverb) && !unit.is(Kind::kPronoun) && !unit.is(Kind::kDeterminer)) ||
           (unit.is(Kind::kTime) && !unit.is(Kind::kAuxiliary)) || (unit.is(Kind::kConjunction) && !unit.is_capital) ||
           (unit.is(Kind::kConjunction) && range.size() > 1) ||
           (unit.is(Kind::kSubordinator) && !unit.is(Kind::kPronoun)) || unit.is(Kind::kAuxiliary) ||
           (unit.is(Kind::kHedge) && !unit.is(Kind::kSourceWord));
  };
  while (!range.empty() && idle(range.begin)) ++range.begin;
  while (!range.empty() && !at(range.end - 1).is_bracket && idle(range.end - 1)) --range.end;
  while (grammar_.is_slavic && range.size() > 1 && at(range.end - 1).is(Kind::kPreposition) &&
         !is_speaker_noun(range.end - 1))
    --range.end;  // Еврокомиссия в понедельник
  if (range.empty() || !at(range.begin).is(Kind::kPreposition) || at(range.begin).is(Kind::kPronoun) ||
      at(range.begin).is(Kind::kDeterminer) || at(range.begin).is(Kind::kPartOf))
    return range;
  if (at(range.begin).is(Kind::kSpokesman) || at(range.begin).is(Kind::kPerson)) return range;
  for (int p = range.begin + 2; p < range.end; ++p) {
    const Unit& before = at(p - 1);
    if (before.is(Kind::kPreposition) || before.is(Kind::kDeterminer) || before.is(Kind::kPossessive) ||
        before.mark != 0)
      continue;
    const bool pointer = (at(p).is(Kind::kAnaphor) && text_.language != "en") ||  // в компании это отрицают
                         (grammar_.is_slavic && p + 1 < range.end && at(p + 1).is(Kind::kClaimNoun));  // эти слухи
    const bool starts = (!pointer && (at(p).is(Kind::kPronoun) || at(p).is(Kind::kDeterminer))) ||
                        (at(p).is(Kind::kPossessive) && !(grammar_.is_slavic && p + 1 >= range.end)) ||
                        (text_.language == "en" && is_name(p) && !is_name(p - 1) && !at(p).is(Kind::kTime)) ||
                        (is_name(p) && at(p - 1).is(Kind::kTime)) || (at(p - 1).is(Kind::kTime) && is_speaker_noun(p));
    if (starts) return trimmed({p, range.end});
  }
  if (grammar_.locative_subject || grammar_.is_wide) return range;
  return {range.end, range.end};
}

SentenceReader::Range SentenceReader::subject_left(const Cue& cue) const {
  int begin = cue.group.begin, end = cue.group.begin;
  int j = cue.group.begin - 1;
  if (text_.language == "en" && !cue.be && fold(cue.unit).ends_with("ing") && (j < 0 || is_comma_mark(at(j).mark)))
    return {begin, begin};
  const bool comma_first = j >= 0 && is_comma_mark(at(j).mark) && !skipped_[j];
  if (comma_first) {  // X, a spokeswoman for Y, said
    int k = j - 1;
    while (k > 0 && (!is_comma_mark(at(k).mark) || skipped_[k])) {
      if (at(k).quote >= 0 || is_semicolon_mark(at(k).mark) || is_terminal_mark(at(k).mark) ||
          is_colon_mark(at(k).mark))
        return {begin, begin};
      --k;
    }
    if (grammar_.is_slavic && k > 0 && !is_slavic_aside(k + 1, j))  // a relative clause that has commas itself
      for (int n = k - 1; n > 0 && j - n <= 24 && !(is_boundary(n) && !is_comma_mark(at(n).mark)); --n)
        if (is_comma_mark(at(n).mark) && !skipped_[n] && is_slavic_aside(n + 1, j)) {
          k = n;
          break;
        }
    if (k <= 0 || j - k > 24 || grammar_.is_wide) return {begin, begin};
    // Y, который …, рассказал газете, что …
    const bool slavic_aside = grammar_.is_slavic && is_slavic_aside(k + 1, j) && find_that(cue.after, cue).has_value();
    if (text_.language != "en" && !slavic_aside) {  // …, подчёркивают авторы: the subject follows
      const Range right = phrase_right(cue.after);
      const std::string_view last = right.empty() ? std::string_view() : fold(right.end - 1);
      if (!right.empty() && (right.end >= size_ || is_boundary(right.end)) && speaks(right) &&
          !at(right.begin).is(Kind::kPreposition) && !last.ends_with("\u0430\u043c") &&
          !last.ends_with("\u044f\u043c") &&
          !(grammar_.locative_subject && (last.ends_with("\u0443") || last.ends_with("\u044e"))))
        return {begin, begin};
    }
    const bool relative =
        is_relative(k + 1) ||
        (k + 2 < j && at(k + 1).is(Kind::kPreposition) && (is_relative(k + 2) || at(k + 2).is(Kind::kSubordinator))) ||
        (text_.language == "de" && at(k + 1).is(Kind::kDeterminer) && at(j - 1).is_word() && !at(j - 1).is_capital) ||
        (at(k + 1).is(Kind::kConjunction) && k + 2 < j && is_relative(k + 2)) || is_slavic_aside(k + 1, j);
    for (const Cue& other : cues_)
      if (other.unit > k && other.unit < j && !relative) return {begin, begin};
    if ((at(k + 1).is(Kind::kThat) && !relative) || (at(k + 1).is(Kind::kConjunction) && !relative) ||
        (at(k + 1).is(Kind::kPreposition) && grammar_.comma_before_that && !relative))
      return {begin, begin};
    if (grammar_.is_slavic && at(k + 1).is(Kind::kWhether)) return {begin, begin};  // на вопрос, кто …, отказался
    bool describes = false;                                                         // “…,” X, an editor at Y, said
    for (int n = k + 1; n < j && text_.language == "en"; ++n)
      describes = describes || at(n).is(Kind::kPerson) || at(n).is(Kind::kSpokesman);
    // its director, X, said: “…”
    if (cue.group.end < size_ && is_colon_mark(at(cue.group.end).mark)) describes = describes || speaks({0, k});
    if (grammar_.is_slavic && find_that(cue.group.end, cue)) describes = describes || has_slavic_subject({0, k}, cue);
    if (!describes && !has_word(cue.lexeme->detail, "prep") && (cue.unit + 1 >= size_ || is_boundary(cue.group.end)) &&
        !frame(cue, "np") && !frame(cue, "inf"))
      return {begin, begin};  // a tail
    // A relative clause or participle says nothing of who it is; an apposition does.
    const bool cut =
        relative || at(k + 1).is(Kind::kPreposition) || (text_.language == "en" && fold(k + 1).ends_with("ing"));
    j = k - 1;
    begin = j + 1;
    if (cut) end = k;
  }
  for (; j >= 0; --j) {
    const Unit& unit = at(j);
    if (skipped_[j]) {
      begin = j;
      continue;
    }
    if (is_boundary(j)) {
      if (!is_comma_mark(unit.mark) || j == 0 || grammar_.is_wide) break;
      // its general counsel, Miriam Achterberg, told …: the name stands in apposition to the noun before the comma
      bool all_name = j + 1 < begin + 1;
      for (int k = j + 1; k < cue.group.begin && !is_comma_mark(at(k).mark); ++k)
        all_name = all_name && (is_name(k) || at(k).is(Kind::kTitle) || fold(k) == "." || is_quote_mark(at(k).mark) ||
                                at(k).is_bracket);
      int noun = j - 1;
      while (noun > 0 && !is_speaker_noun(noun) && !is_boundary(noun) && j - noun < 6) --noun;
      if (!all_name || is_boundary(noun) ||
          !(at(noun).is(Kind::kPerson) || at(noun).is(Kind::kSpokesman) || at(noun).is(Kind::kCompany) ||
            at(noun).is(Kind::kBody)))
        break;
      bool clause = false;
      int first = j - 1;
      for (int k = j - 1; k >= 0 && !is_boundary(k); --k)
        clause = clause || at(k).is(Kind::kAuxiliary) || has_cue_between(k, k + 1), first = k;
      if (clause || at(first).is(Kind::kPreposition)) break;
      begin = j;
      continue;
    }
    if (unit.is(Kind::kThat) && !is_relative(j) && !unit.is(Kind::kPronoun) && !unit.is(Kind::kDeterminer)) break;
    if (unit.is(Kind::kThat) && text_.language == "en") break;
    if (unit.is(Kind::kConjunction)) {
      if (j == cue.group.begin - 1) break;
      bool clause = unit.as(Kind::kConjunction)->value != "and";
      for (int k = j - 1; k >= 0 && !is_boundary(k); --k)
        clause = clause || at(k).is(Kind::kAuxiliary) || has_cue_between(k, k + 1) || at(k).is(Kind::kThat);
      if (clause || j == 0 || is_boundary(j - 1)) break;
      begin = j;
      continue;
    }
    if (unit.is(Kind::kSubordinator) && !is_relative(j) && !unit.is(Kind::kPronoun) && !unit.is(Kind::kPreposition))
      break;
    if (is_relative(j) && j > 0 && at(j - 1).is(Kind::kPreposition) && text_.language == "en")
      break;  // in which an assistant wrote
    if (has_cue_between(j, j + 1) || (unit.is(Kind::kAuxiliary) && !unit.is_capital && !unit.is(Kind::kPronoun))) {
      bool relative = false;
      for (int k = j - 1; k >= 0 && k > j - 4 && !is_boundary(k); --k) relative = relative || is_relative(k);
      if (!relative) break;
    }
    if (unit.is(Kind::kCue) && !is_speaker_noun(j) && !unit.is(Kind::kPreposition) && grammar_.is_wide) break;
    begin = j;
  }
  if (grammar_.is_slavic) return slavic_left(trimmed({begin, end}), cue);
  return trimmed({begin, end});
}

// A noun phrase that begins at `begin`.
SentenceReader::Range SentenceReader::phrase_right(int begin) const {
  int i = begin;
  bool relative = false, noun = false;
  for (; i < size_; ++i) {
    const Unit& unit = at(i);
    if (skipped_[i]) break;
    if (is_boundary(i)) break;
    if (is_quote_mark(unit.mark)) continue;
    if (i > begin && is_relative(i) && !(unit.is(Kind::kThat) && text_.language != "en")) {
      relative = true;
      continue;
    }
    if (unit.is(Kind::kThat) && !(i == begin && unit.is(Kind::kDeterminer))) break;
    if (unit.is(Kind::kConjunction) &&
        (relative ||
         !(i + 1 < size_ && (is_name(i + 1) || is_speaker_noun(i + 1) || at(i + 1).is(Kind::kDeterminer))) ||
         unit.as(Kind::kConjunction)->value != "and"))
      break;
    if (unit.is(Kind::kConjunction)) {
      bool verb = false;
      for (int k = i + 1; k < size_ && !is_boundary(k); ++k) verb = verb || has_cue_between(k, k + 1);
      if (verb) break;
    }
    if (!relative && i > begin &&
        (has_cue_between(i, i + 1) || (unit.is(Kind::kAuxiliary) && !unit.is(Kind::kPronoun))))
      break;
    if (unit.is(Kind::kSubordinator) && !unit.is(Kind::kPreposition) && !unit.is(Kind::kPronoun)) break;
    if (unit.is(Kind::kTime) && i > begin && !unit.is(Kind::kPerson) &&
        !(grammar_.is_slavic && named_[unit.token] && named_[at(i - 1).token]))  // видання «Степова година»
      break;
    if (unit.is(Kind::kNegation) && i > begin) break;
    if (unit.is(Kind::kPreposition) && i > begin && i + 1 < size_ && at(i + 1).is(Kind::kTime)) break;
    if (unit.is(Kind::kPreposition) && i > begin && i + 2 < size_ &&
        (at(i + 1).is(Kind::kDeterminer) || at(i + 1).mark == 0) && at(i + 2).is(Kind::kTime) &&
        !at(i + 1).is(Kind::kBody))
      break;
    if (i > begin && text_.language == "en" && fold(i) == "of" && i + 1 < size_ && fold(i + 1).ends_with("ing")) break;
    if (i > begin && text_.language == "en" &&
        (fold(i) == "on" || fold(i) == "about" || fold(i) == "over" || fold(i) == "against" || fold(i) == "after"))
      break;
    if (text_.language == "de" && noun && !unit.is_capital && unit.is_word() && !is_function(i) &&
        !unit.is(Kind::kAdjective))
      break;  // Laut Anklage gingen
    if (text_.language == "de" && unit.is_capital) noun = true;
    if (noun && (unit.is(Kind::kAdverb) && !unit.is(Kind::kDeterminer))) break;
    if (unit.is(Kind::kPronoun) && i > begin && !unit.is(Kind::kDeterminer) && !relative) break;
    if (unit.is(Kind::kPronoun) && i == begin && !unit.is(Kind::kDeterminer) && !unit.is(Kind::kPossessive) &&
        !unit.is(Kind::kPartOf)) {
      ++i;
      break;
    }
  }
  return {begin, i};
}

int SentenceReader::segment_begin(int i) const {
  while (i > 0 && !is_semicolon_mark(at(i - 1).mark) && !(is_colon_mark(at(i - 1).mark) && has_cue_between(0, i - 1)))
    --i;
  return i;
}

bool SentenceReader::only_adverbial(Range range) const {
  if (range.empty()) return true;
  const Unit& first = at(range.begin);
  if (!first.is(Kind::kPreposition) && !first.is(Kind::kAdverb) && !first.is(Kind::kTime) && !first.is_bracket)
    return false;
  for (int i = range.begin; i < range.end; ++i) {
    if (at(i).is(Kind::kAuxiliary) || at(i).is(Kind::kThat) || has_cue_between(i, i + 1)) return false;
    if (i > range.begin && at(i).is(Kind::kPronoun) && !at(i).is(Kind::kDeterminer)) return false;
  }
  return range.size() <= 9;
}

std::optional<int> SentenceReader::find_that(int begin, const Cue& cue) const {
  int appositions = 0;
  for (int i = begin; i < size_ && i < begin + 18; ++i) {
    const Unit& unit = at(i);
    if (skipped_[i]) continue;
    if (unit.quote >= 0 || is_semicolon_mark(unit.mark) || is_colon_mark(unit.mark) || is_terminal_mark(unit.mark))
      return std::nullopt;
    if (unit.is(Kind::kThat) && !(i > begin && at(i - 1).is(Kind::kPreposition) && text_.language == "en")) {
      const bool last = i + 1 >= size_ || (is_boundary(i + 1) && at(i + 1).quote < 0);
      return last ? std::nullopt : std::optional(i);
    }
    if (is_comma_mark(unit.mark)) {
      if (i + 1 < size_ && at(i + 1).is(Kind::kThat)) continue;
      if (!grammar_.verb_first || ++appositions > 2) return std::nullopt;
      continue;
    }
    if (is_dash_mark(unit.mark)) return std::nullopt;
    if (text_.language == "en" && (unit.is(Kind::kConjunction) || unit.is(Kind::kAuxiliary))) return std::nullopt;
    if (text_.language == "en" && i > begin && unit.is(Kind::kPronoun) && !unit.is(Kind::kDeterminer))
      return std::nullopt;
    if (i > cue.unit && has_cue_between(i, i + 1)) return std::nullopt;
  }
  return std::nullopt;
}

// Where the clause that begins at `begin` ends: before the clause of the next cue of the narrator's own.
int SentenceReader::clause_end(int begin, const Cue& cue) const {
  int end = size_;
  for (int i = begin; i < end; ++i)
    if (is_semicolon_mark(at(i).mark)) end = i;
  for (int i = begin + 1; i < end; ++i)
    if (at(i).quote >= 0) end = i;
  for (const Cue& other : cues_) {
    if (other.unit <= begin || other.unit <= cue.unit || other.unit >= end) continue;
    if (has_word(other.lexeme->detail, "show")) continue;
    Range subject = subject_left(other);
    int start = subject.empty() ? other.group.begin : subject.begin;
    while (start > begin && (at(start - 1).is(Kind::kTime) ||
                             (at(start - 1).is(Kind::kAdverb) && !at(start - 1).is(Kind::kConjunction)) ||
                             at(start - 1).is(Kind::kDeterminer)))
      --start;
    int before = start - 1;
    // Y, whom X asked to study the tables, warned: the content of the clause between the commas ends with it
    if (before <= begin && !subject.empty() && subject.begin < cue.unit && other.group.begin - 1 > begin &&
        is_comma_mark(at(other.group.begin - 1).mark)) {
      end = other.group.begin - 1;
      continue;
    }
    if (before <= begin) continue;
    const Unit& joint = at(before);
    const bool participle =
        (fold(other.unit).ends_with("ing") && text_.language == "en") || has_word(other.lexeme->detail, "part") ||
        (grammar_.verb_first &&
         (fold(other.group.begin).starts_with("\u0648") || at(other.group.begin).is(Kind::kConjunction)));
    const bool whiles = joint.is(Kind::kSubordinator) && !joint.is(Kind::kPronoun) &&
                        (is_comma_mark(at(before - 1).mark)) && !joint.is(Kind::kThat) && !is_relative(before);
    const bool that_clause = at(begin).is(Kind::kThat) && !grammar_.is_wide;
    if (grammar_.verb_first && participle && other.group.begin > begin &&
        is_comma_mark(at(other.group.begin - 1).mark)) {
      end = std::min(end, other.group.begin - 1);
      continue;
    }
    const bool asks = act_of(*other.lexeme) == Act::kRequest || act_of(*other.lexeme) == Act::kPromise;
    if (joint.is(Kind::kConjunction) || whiles) {
      end = before;
    } else if (is_dash_mark(joint.mark) && grammar_.is_slavic &&
               subject.empty()) {  // … – poinformowała PAP rzeczniczka
      end = before;
    } else if (is_comma_mark(joint.mark) && !(that_clause && !participle && (asks || !ends_there(other))) &&
               (participle || !subject.empty() || grammar_.is_wide || grammar_.drops_subject ||
                has_word(other.lexeme->detail, "part"))) {
      end = before;
      for (int i = begin + 2; i < before && grammar_.is_slavic; ++i)  // …, а на вопрос X ответил
        if (at(i).is(Kind::kConjunction) && at(i).as(Kind::kConjunction)->value == "but" &&
            is_comma_mark(at(i - 1).mark) && !at(i).is(Kind::kThat)) {
          end = i - 1;
          break;
        }
    }
  }
  for (int i = begin + 1; i + 1 < end; ++i) {  // …, citing new intelligence
    if (!is_comma_mark(at(i).mark) || !at(i + 1).is(Kind::kCue)) continue;
    const Lexeme* lexeme = at(i + 1).as(Kind::kCue);
    if (has_word(lexeme->detail, "cite")) end = i;
  }
  for (int i = begin + 2; i + 1 < end; ++i)  // …, and they cite …
    if (text_.language == "en" && is_comma_mark(at(i - 1).mark) && at(i).is(Kind::kConjunction) &&
        at(i + 1).is(Kind::kPronoun) && !at(i + 1).is(Kind::kDeterminer))
      end = i;
  while (end > begin && (is_comma_mark(at(end - 1).mark) || is_dash_mark(at(end - 1).mark) ||
                         is_terminal_mark(at(end - 1).mark) || is_colon_mark(at(end - 1).mark) || skipped_[end - 1] ||
                         (grammar_.is_slavic && end < size_ && at(end - 1).is(Kind::kConjunction))))
    --end;
  return end;
}

// Does the phrase name a claim and put what it is called in quotation marks: the report “a fairy tale”?
bool SentenceReader::calls_claim(Range range) const {
  int i = range.begin;
  const auto claim = [&](int k) { return at(k).is(Kind::kClaimNoun) || at(k).is(Kind::kDocument); };
  while (i < range.end && !claim(i) &&
         (at(i).mark != 0 || at(i).is(Kind::kDeterminer) || at(i).is(Kind::kAdjective) ||
          at(i).is(Kind::kPreposition) || at(i).is(Kind::kAdverb)))
    ++i;
  if (i >= range.end || !claim(i)) return false;
  for (; i < range.end; ++i)
    if (is_quote_mark(at(i).mark) || at(i).quote >= 0) return true;
  return false;
}

// Does the cue stand at the end of its clause (…, X said, …)?
bool SentenceReader::ends_there(const Cue& cue) const { return cue.group.end >= size_ || is_boundary(cue.group.end); }

int SentenceReader::content_begin(int i) const {
  while (i < size_ && (is_comma_mark(at(i).mark) || is_dash_mark(at(i).mark) || skipped_[i] ||
                       (at(i).is(Kind::kTime) && !is_name(i))))
    ++i;
  // on Thursday, in a statement: only before a clause of its own, which begins with a pronoun, a name or an article
  int j = i;
  while (j < size_ && at(j).is(Kind::kPreposition) && j + 1 < size_) {
    int k = j + 1;
    while (k < size_ && (at(k).is(Kind::kTime) || at(k).is(Kind::kDeterminer)) && k < j + 3) ++k;
    if (k == j + 1 || !at(k - 1).is(Kind::kTime)) break;
    j = k;
  }
  return j < size_ && !is_boundary(j) ? j : i;
}

// A Polish noun or adjective in the case of what belongs to another: magazynu, spółki, celnej.
bool SentenceReader::is_genitive(int i) const {
  const std::string_view word = fold(i);
  for (const std::string_view ending : {"a", "u", "y", "i", "ego", "ej", "ych", "ich", "ów"})
    if (word.ends_with(ending)) return true;
  return false;
}

// Kanal Körfez'e: a name with the ending of whom something is told.
bool SentenceReader::is_dative(int i) const {
  const std::string_view word = fold(i);
  for (const std::string_view ending : {"'e", "'a", "'ye", "'ya", "’e", "’a", "’ye", "’ya", "'ne", "'na"})
    if (word.ends_with(ending)) return true;
  return false;
}

// Where the subject that begins at `begin` ends: behind its name, state or adjective, or where no noun of a speaker is.
int SentenceReader::persian_subject_end(int begin, int end) const {
  int i = begin;
  bool noun = false, closed = false;  // closed: a name or an adjective ends the chain of nouns
  for (; i < end; ++i) {
    const Unit& unit = at(i);
    if (is_quote_mark(unit.mark)) {
      int k = i + 1;
      while (k < end && !is_quote_mark(at(k).mark)) ++k;
      i = k, noun = closed = true;
      continue;
    }
    if (unit.mark != 0 || unit.quote >= 0 || unit.is(Kind::kClaimNoun)) break;
    if (unit.is(Kind::kAnaphor) && !(noun && fold(i) == "\u0622\u0646")) break;  // but: مدیرعامل آن
    const bool names = is_name(i) || unit.is(Kind::kAdjective);
    if (is_speaker_noun(i) || names) {
      if (closed && !names && !unit.is(Kind::kTitle)) break;
      noun = true;
      closed = closed || names;
      continue;
    }
    if (unit.is(Kind::kDeterminer) && !noun) continue;
    if (unit.is(Kind::kPronoun) && i == begin) return i + 1;
    if (unit.is(Kind::kPossessive) || (noun && fold(i) == "\u0622\u0646")) {  // مدیرعامل آن
      closed = true;
      continue;
    }
    if (noun && !closed && !is_function(i) && i + 1 < end) continue;  // وزارت بازرگانی
    if (unit.is(Kind::kConjunction) && noun && i + 1 < end && (is_name(i + 1) || is_speaker_noun(i + 1))) {
      closed = false;
      continue;
    }
    break;
  }
  return noun ? std::min(i, end) : begin;
}

// لكنه, غير أنها: a conjunction with its pronoun, so that no subject follows the verb.
bool SentenceReader::ends_with_pronoun(int i) const {
  const std::string_view word = text_.tokens[at(i).token_end - 1].fold;
  return word.ends_with("\u0646\u0647") || word.ends_with("\u0646\u0647\u0627") || word.ends_with("\u0646\u0647\u0645");
}

// hatte sechs Jahre gefordert: the subject stands before the auxiliary, the object between it and the participle.
SentenceReader::Range SentenceReader::german_subject(const Cue& cue, Range& object) const {
  if (cue.after < size_ && !is_boundary(cue.after)) return {};
  int aux = cue.group.begin - 1;
  while (aux >= 0 && !is_boundary(aux) && !at(aux).is(Kind::kAuxiliary)) --aux;
  if (aux < 0 || is_boundary(aux) || at(aux).is(Kind::kThat)) return {};
  int begin = aux;
  while (begin > 0 && !is_boundary(begin - 1) && !at(begin - 1).is(Kind::kThat) &&
         !at(begin - 1).is(Kind::kConjunction))
    --begin;
  const Range subject = trimmed({begin, aux});
  if (subject.empty() || !speaks(subject)) return {};
  object = {aux + 1, cue.group.begin};
  return subject;
}

// Takes apart what stands before the verb where the order of words is free: object and subject, in either order.
void SentenceReader::split_left(const Cue& cue, Range& left, std::vector<Span>& fronted) {
  points_back_ = false;
  if (left.empty() || text_.language == "en" || grammar_.is_wide || grammar_.verb_last) return;
  const auto personal = [&](int i) {
    if (grammar_.is_slavic) return is_subject_pronoun(i);
    return at(i).is(Kind::kPronoun) && !at(i).is(Kind::kAnaphor) && !at(i).is(Kind::kDeterminer) &&
           !at(i).is(Kind::kPossessive);
  };
  for (int i = left.begin; i < left.end; ++i)
    if (at(i).is(Kind::kAnaphor) && ((i > 0 && at(i - 1).is(Kind::kPreposition)) || at(i).token_end > at(i).token + 1))
      points_back_ = true;
  if (left.size() > 1 && personal(left.begin) && left.size() <= 5) {  // er der Zeitung sagte
    left.end = left.begin + 1;
    return;
  }
  const int last = left.end - 1;
  if (left.size() > 1 && personal(last)) {  // обвинения он считает …
    fronted = spans_of({left.begin, last});
    left = {last, left.end};
    return;
  }
  const bool object = frame(cue, "np") || frame(cue, "only") || frame(cue, "inf") || frame(cue, "call") || cue.negated;
  if (left.size() > 1 && at(last).is(Kind::kAnaphor) && object) {  // в компании это отрицают
    fronted = {at(last).span};
    left.end = last;
    return;
  }
  if (grammar_.is_slavic && frame(cue, "call") &&
      !at(left.begin).is(Kind::kPreposition)) {  // обвинения Ломов считает …
    const Range subject = slavic_left(left, cue, true);
    if (subject.begin > left.begin && !subject.empty()) {
      fronted = spans_of({left.begin, subject.begin});
      left = subject;
      return;
    }
  }
  const bool right_free = cue.after >= size_ || is_boundary(cue.after) || at(cue.after).is(Kind::kConjunction);
  if (!object || !right_free || !grammar_.locative_subject) return;
  if (grammar_.is_slavic && split_slavic(cue, left, fronted)) return;
  if (at(left.begin).is(Kind::kPlace) && left.size() > 2) {  // в министерстве этого не комментировали
    for (int i = left.begin + 2; i < left.end; ++i)
      if (at(i).is(Kind::kDeterminer) || at(i).is(Kind::kClaimNoun)) {
        fronted = spans_of({i, left.end});
        left.end = i;
        return;
      }
  }
  if (named_[at(last).token] && !(grammar_.is_slavic && !is_subject_word(last, verb_of(cue))) &&
      !is_speaker_noun(left.begin) && !named_[at(left.begin).token] && left.size() > 1 &&
      !at(left.begin).is(Kind::kPlace)) {
    fronted = spans_of({left.begin, last});  // увольнение Иванов не отрицает
    left = {last, left.end};
  }
}

}  // namespace cordon::reading
