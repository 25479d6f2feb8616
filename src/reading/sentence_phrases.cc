// Where subjects, noun phrases and contents begin and end.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

// 曾在该公司工作的陈伟: where the 的 stands that ends what who speaks once did; -1 where the range opens with no such
// thing.
int SentenceReader::wide_attribute_end(Range range) const {
  if (!grammar_.is_wide || range.empty() || !at(range.begin).is(Kind::kAuxiliary)) return -1;
  for (int k = range.begin + 1; k + 1 < range.end && !is_boundary(k); ++k)
    if (text_.view(at(k).span).ends_with("的")) return k;
  return -1;
}

SentenceReader::Range SentenceReader::trimmed(Range range) const {
  if (text_.language == "en") range = behind_subordinator(range);
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
  while (range.size() > 1 && text_.language == "en" && fold(range.begin) == "how") ++range.begin;
  if (text_.language == "en" && range.size() > 1 && at(range.begin).mark != 0 && is_quote_mark(at(range.begin).mark)) {
    int marks = 0;  // “bolted on,” Brandt: the end of a quotation
    for (int i = range.begin; i < range.end; ++i) marks += is_quote_mark(at(i).mark);
    if (marks % 2 == 1) ++range.begin;
  }
  while (!range.empty() && idle(range.begin) && wide_attribute_end(range) < 0) ++range.begin;
  while (!range.empty() && !at(range.end - 1).is_bracket && idle(range.end - 1)) --range.end;
  if (text_.language == "en" && range.size() > 3 && text_.tokens[at(range.end - 1).token].is_number &&
      fold(range.end - 2) == "dated")
    range.end -= 2;  // An invoice dated 3 March
  while ((grammar_.is_slavic || text_.language == "en" || text_.language == "de") && range.size() > 1 &&
         at(range.end - 1).is(Kind::kPreposition) && fold(range.end - 1) != "zu" && !is_speaker_noun(range.end - 1) &&
         !is_name(range.end - 1))
    --range.end;  // Еврокомиссия в понедельник, the ministry on Monday
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

// The ministry, which grants licences, at first referred …; Paul Rehm, its owner, flatly denied …; Pablo Rivas, de 54
// años, también dijo …: the comma that closes the aside on a subject, where unit `j` ends the adverbs behind it; else
// `j`.
int SentenceReader::aside_before_adverbs(int j, const Cue& cue) const {
  int comma = j;
  while (comma > 0 && at(comma).is_word() &&
         (at(comma).is(Kind::kAdverb) || is_english_adverb(comma) || at(comma).is(Kind::kTime) ||
          (grammar_.is_slavic && is_slavic_adverb(comma)) ||
          (comma < j && at(comma).is(Kind::kPreposition) && at(comma + 1).is(Kind::kTime))))
    --comma;
  if (grammar_.is_slavic) comma = before_circumstances(comma, cue);
  if (comma == j || comma <= 2 || !is_comma_mark(at(comma).mark)) return j;
  int opens = comma - 1;
  while (opens > 0 &&
         (at(opens).is_word() || at(opens).is_bracket || (grammar_.is_slavic && is_quote_mark(at(opens).mark))))
    --opens;
  if (opens == 0 || !is_comma_mark(at(opens).mark) || opens + 1 >= comma) return j;
  const Unit& first = at(opens + 1);
  if (grammar_.is_slavic) return is_slavic_aside(opens + 1, comma) || is_office_aside(opens + 1, comma) ? comma : j;
  if (is_relative(opens + 1) || text_.tokens[first.token].is_number || fold(opens + 1).ends_with("ed")) return comma;
  bool describes = false;
  for (int i = opens + 1; i < comma; ++i)
    describes = describes || at(i).is(Kind::kPerson) || at(i).is(Kind::kSpokesman) || is_name(i) ||
                at(i).is(Kind::kAdverb) || (text_.language != "en" && text_.tokens[at(i).token].is_number);
  return describes && !has_cue_between(opens + 1, comma) ? comma : j;
}

// … to a broker in Dubai, an official said: does the name that ends with unit `i` say where something is?
bool SentenceReader::is_where(int i) const {
  while (i > 0 && is_name(i)) --i;
  return at(i).is(Kind::kPreposition) && fold(i) != "of";
}

SentenceReader::Range SentenceReader::subject_left(const Cue& cue) const {
  int begin = cue.group.begin, end = cue.group.begin;
  int j = cue.group.begin - 1;
  if (const Range who = with_subject(cue); !who.empty()) return who;
  if (text_.language == "en" && !cue.be && fold(cue.unit).ends_with("ing") && (j < 0 || is_comma_mark(at(j).mark)))
    return {begin, begin};
  if (text_.language == "en" || text_.language == "es" || text_.language == "fr" || grammar_.is_slavic) {
    const int comma = aside_before_adverbs(j, cue);
    if (grammar_.is_slavic && comma < j) end = comma;
    j = comma;
  }
  if (j > 1 && is_clitic(j) && is_comma_mark(at(j - 1).mark)) {  // Su presidenta, Eva Mora, lo resume así: «…»
    Cue moved = cue;
    moved.group.begin = j;
    return subject_left(moved);
  }
  const bool comma_first = j >= 0 && is_comma_mark(at(j).mark) && !skipped_[j];
  // …، وأضاف: "and he added" goes with the subject of the clause before
  if (comma_first && grammar_.verb_first && fold(cue.group.begin).starts_with("\u0648")) return {begin, begin};
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
    if (is_quoted_before_whom(cue, j)) return {begin, begin};
    // Второй, его брат, отказался: an aside on one of them
    if (grammar_.is_slavic && at(k - 1).is(Kind::kPartOf) && (k == 1 || is_boundary(k - 2)) && j - k > 1 &&
        at(k + 1).is(Kind::kPossessive) && at(j - 1).is(Kind::kPerson) && !has_cue_between(k + 1, j))
      return {k - 1, k};
    // In Mainz, wo jeder jeden kennt, warnt die Innung vor …: the verb stands second, behind what the clause is about
    if (text_.language == "de" && at(0).is(Kind::kPreposition) && !at(0).is(Kind::kDeterminer) &&
        (fold(k + 1) == "wo" || at(k + 1).is(Kind::kDeterminer)) && segment_begin(k) == 0) {
      const Range follows = phrase_right(cue.after);
      if (!follows.empty() && heads_speak(follows)) return {begin, begin};
    }
    bool named = speaks({0, k}) && j - k > 1;  // Su presidente, Gonzalo Arrarte, tildó …: the subject stands before
    const bool western = text_.language == "de" || text_.language == "fr" || text_.language == "es";
    for (int n = k + 1; n < j; ++n)
      named = named && (is_name(n) || at(n).is(Kind::kTitle) || (western && at(n).is_bracket));
    int role = k - 1;
    while (role > 0 && k - role < 6 && !at(role).is(Kind::kPerson) && !(western && at(role).is(Kind::kSpokesman)) &&
           !is_boundary(role))
      --role;
    named = named && (at(role).is(Kind::kPerson) || at(role).is(Kind::kSpokesman));
    // Prezes spółki, Jan Nowak, nazwał dokumenty fałszywkami: a document calls nothing anything
    const bool of_document = named && grammar_.is_slavic && (frame(cue, "call") || frame(cue, "np")) &&
                             cue.after < size_ && at(cue.after).is(Kind::kDocument) && !at(cue.after).is(Kind::kBody);
    named = named && (!grammar_.locative_subject || of_document);
    const bool slavic_aside = grammar_.is_slavic && is_slavic_aside(k + 1, j) && find_that(cue.after, cue).has_value();
    const bool office_aside = grammar_.is_slavic && is_office_aside(k + 1, j) && find_that(cue.after, cue).has_value();
    if (text_.language != "en" && !named && !slavic_aside &&
        !office_aside) {  // …, подчёркивают авторы: the subject follows
      const Range right = phrase_right(cue.after);
      const std::string_view last = right.empty() ? std::string_view() : fold(right.end - 1);
      if (!right.empty() && (right.end >= size_ || is_boundary(right.end)) && (speaks(right) || is_bare_name(right)) &&
          !(text_.language != "de" && !grammar_.is_slavic && is_thing_of(right)) &&  // X, de Y, exige la dimisión de Z
          !((text_.language == "es" || text_.language == "fr") && is_object_behind(cue, right)) &&
          !(text_.language == "de" && is_oblique(right.begin) &&
            !frame(cue, "locative")) &&  // X, Chef der Y, bestätigt den Verkauf
          !at(right.begin).is(Kind::kPreposition) &&
          !(text_.language == "pl" && !has_slavic_subject(right, cue)) &&  // X, prezes Y, odmówił ujawnienia umowy
          !(grammar_.is_slavic && (is_told(right.begin, right.end) || !may_follow(cue, right))) &&
          !last.ends_with("\u0430\u043c") && !last.ends_with("\u044f\u043c") &&
          !(grammar_.locative_subject && (last.ends_with("\u0443") || last.ends_with("\u044e"))))
        return {begin, begin};
    }
    const bool accused_by =  // la empresa, acusada por la fiscalía de …, lo niega
        (text_.language == "fr" || text_.language == "es") && k + 2 < j && at(k + 1).is_word() &&
        !at(k + 1).is_capital &&
        (at(k + 2).is(Kind::kBy) || (at(k + 2).is(Kind::kPreposition) && is_participle_form(k + 1)));
    const bool whose =  // X, dessen Name bekannt ist, sagt …; X, darauf angesprochen, …; la société, dont le siège …
        (text_.language == "de" && (fold(k + 1) == "dessen" || fold(k + 1) == "deren" || fold(k + 1) == "denen" ||
                                    has_stop(j - 1, "confronted"))) ||
        (text_.language == "fr" && fold(k + 1) == "dont") || (text_.language == "es" && fold(k + 1).starts_with("cuy"));
    const bool relative =
        whose || accused_by || is_relative(k + 1) ||
        (k + 2 < j && at(k + 1).is(Kind::kPreposition) && (is_relative(k + 2) || at(k + 2).is(Kind::kSubordinator))) ||
        (k + 3 < j && text_.language == "en" && fold(k + 2) == "of" && fold(k + 3) == "which") ||  // most of which
        (k + 4 < j && text_.language == "en" && fold(k + 3) == "of" && fold(k + 4) == "which") ||  // a copy of which
        (text_.language == "de" && at(k + 1).is(Kind::kDeterminer) && at(j - 1).is_word() && !at(j - 1).is_capital) ||
        (at(k + 1).is(Kind::kConjunction) && k + 2 < j && is_relative(k + 2)) || is_slavic_aside(k + 1, j) ||
        is_asked_aside(k + 1, j) || is_named_aside(k + 1, j);
    for (const Cue& other : cues_)
      if (other.unit > k && other.unit < j && !relative &&
          !(text_.language == "en" && at(k + 1).is(Kind::kDeterminer) && !other.be && frame(other, "call")))
        return {begin, begin};  // but: the buyer, an outfit called X, says …
    if (text_.language == "en" && !relative && is_clause_aside(k + 1, j)) return {begin, begin};
    if ((at(k + 1).is(Kind::kThat) && !relative) || (at(k + 1).is(Kind::kConjunction) && !relative) ||
        (at(k + 1).is(Kind::kPreposition) && grammar_.comma_before_that && !relative))
      return {begin, begin};
    if ((grammar_.is_slavic || text_.language == "de") && at(k + 1).is(Kind::kWhether) && !relative)
      return {begin, begin};  // на вопрос, кто …, отказался
    bool describes = false;   // “…,” X, an editor at Y, said
    for (int n = k + 1; n < j && text_.language == "en"; ++n)
      describes = describes || at(n).is(Kind::kPerson) || at(n).is(Kind::kSpokesman);
    // its director, X, said: “…”
    if (cue.group.end < size_ && is_colon_mark(at(cue.group.end).mark)) describes = describes || speaks({0, k});
    if (text_.language == "en" && (named || is_name_behind_quote(k)))
      describes = true;  // “…,” a spokesman, Liu Haoran, said
    if (grammar_.is_slavic && find_that(cue.group.end, cue)) describes = describes || has_slavic_subject({0, k}, cue);
    describes = describes || is_head_with_aside(cue, k) || is_head_with_relative(k);
    if (!describes && !has_word(cue.lexeme->detail, "prep") && (cue.unit + 1 >= size_ || is_boundary(cue.group.end)) &&
        !frame(cue, "np") && !frame(cue, "inf"))
      return {begin, begin};  // a tail
    // A relative clause or participle says nothing of who it is; an apposition does.
    const bool cut =
        relative || at(k + 1).is(Kind::kPreposition) ||
        (text_.language == "en" && (fold(k + 1).ends_with("ing") || (fold(k + 1).ends_with("ed") && !is_name(k + 1)) ||
                                    fold(k + 1) == "known" || fold(k + 1) == "seen" || fold(k + 1) == "sent"));
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
      if (grammar_.is_wide && unit.mark == U'、' && j > 0 && at(j - 1).is_word()) {  // 前会计、要求匿名的陈女士
        begin = j;
        continue;
      }
      if (!is_comma_mark(unit.mark) || j == 0 || grammar_.is_wide) break;
      if (j + 2 < size_ && text_.tokens[at(j + 1).token].is_number && is_comma_mark(at(j + 2).mark)) {
        begin = j;  // X, 51, the director of Y, said
        continue;
      }
      if (grammar_.is_slavic && begin < cue.group.begin && is_list_of_body(j, cue)) {
        begin = j;  // Министерство экономики, торговли и связи
        continue;
      }
      // its general counsel, Miriam Achterberg, told …: the name stands in apposition to the noun before the comma
      // X, the head of Y, who has been under sanctions, said: behind the name its office, and a relative clause
      if (text_.language == "en" && end < cue.group.begin && begin < end && at(begin).is(Kind::kDeterminer) &&
          is_name(j - 1) && !at(j - 1).is(Kind::kState) && !is_where(j - 1)) {
        bool office = false;
        for (int n = begin; n < end; ++n) office = office || at(n).is(Kind::kPerson) || at(n).is(Kind::kSpokesman);
        if (office) {
          begin = j;
          continue;
        }
      }
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
    if (is_cleft(j) || (text_.language == "en" && fold(j) == "what")) break;
    const bool on_subject = text_.language == "en" && unit.is(Kind::kThat) && is_subject_relative(j);
    if (unit.is(Kind::kThat) && !is_relative(j) && !on_subject && !unit.is(Kind::kPronoun) &&
        !unit.is(Kind::kDeterminer))
      break;
    if (unit.is(Kind::kThat) && text_.language == "en" && !is_relative_that(j) && !on_subject) break;
    if (unit.is(Kind::kConjunction) && !(grammar_.is_wide && has_stop(j, "behind subject"))) {
      if (j == cue.group.begin - 1) break;
      bool clause = unit.as(Kind::kConjunction)->value != "and";
      for (int k = j - 1; k >= 0 && !is_boundary(k); --k)
        clause = clause || at(k).is(Kind::kAuxiliary) || has_cue_between(k, k + 1) || at(k).is(Kind::kThat) ||
                 (text_.language == "en" && (k == 0 || is_boundary(k - 1)) && has_own_verb(k, j));
      if (clause || j == 0 || is_boundary(j - 1)) break;
      begin = j;
      continue;
    }
    if (unit.is(Kind::kSubordinator) && !is_relative(j) && !unit.is(Kind::kPronoun) && !unit.is(Kind::kPreposition))
      break;
    if (opens_when_clause(j, cue.group.begin)) break;
    if (is_relative(j) && j > 0 && at(j - 1).is(Kind::kPreposition) && text_.language == "en")
      break;  // in which an assistant wrote
    // 安全局公布的报告显示: a verb that describes who speaks
    const bool attribute =
        grammar_.is_wide && unit.is(Kind::kCue) && j + 1 < cue.group.begin && text_.view(at(j + 1).span) == "的";
    if (attribute) {
      begin = j;
      continue;
    }
    if (has_cue_between(j, j + 1) || (unit.is(Kind::kAuxiliary) && !unit.is_capital && !unit.is(Kind::kPronoun))) {
      bool relative = false;
      if (grammar_.is_wide && unit.is(Kind::kAuxiliary) && !has_cue_between(j, j + 1))  // 一名曾在该厂工作的司机
        for (int k = j + 1; k < cue.group.begin - 1; ++k) relative = relative || text_.view(at(k).span).ends_with("的");
      for (int k = j - 1; k >= 0 && k > j - 4 && !is_boundary(k); --k) relative = relative || is_relative(k);
      // l'affineur mis en cause, X, nie: what is said of the noun
      relative = relative || (text_.language == "fr" && (fold(j) == "mis" || fold(j) == "mise") && j > 0 &&
                              at(j - 1).is_word() && !at(j - 1).is(Kind::kAuxiliary));
      // both engineers named in the file deny: a participle behind its noun
      if (text_.language == "en" && j > 0 && fold(j).ends_with("ed") && at(j + 1).is(Kind::kPreposition) &&
          (at(j - 1).is(Kind::kPerson) || at(j - 1).is(Kind::kCompany) || at(j - 1).is(Kind::kDocument) ||
           at(j - 1).is(Kind::kSourceWord)))
        relative = true;
      // has written to the vice-chancellor demanding …: who has written
      if (!relative && text_.language == "en" && !cue.be && fold(cue.unit).ends_with("ing") &&
          unit.is(Kind::kAuxiliary))
        return {cue.group.begin, cue.group.begin};
      if (!relative) break;
    }
    if (unit.is(Kind::kCue) && !is_speaker_noun(j) && !unit.is(Kind::kPreposition) && !unit.is(Kind::kClaimNoun) &&
        grammar_.is_wide && !is_wide_setting(j))
      break;
    begin = j;
  }
  if (grammar_.is_slavic) return slavic_left(trimmed({begin, end}), cue);
  Range subject = trimmed({begin, end});
  // وأعرب وزير النفط …، مؤكدا: another verb stands before the subject
  if (grammar_.verb_first && subject.size() > 1 && at(subject.begin).kinds == 0 && !named_[at(subject.begin).token] &&
      at(subject.begin).is_word() && !fold(subject.begin).starts_with("\u0627\u0644") &&
      (is_speaker_noun(subject.begin + 1) || is_name(subject.begin + 1)))
    ++subject.begin;
  return grammar_.is_wide ? wide_subject(subject) : who_in_relative(subject, cue);
}

// Chinese puts place, time and addressee between subject and verb: 他在电话里说, 官员对本报说, 在会上王明说. What is
// left is the subject alone.
SentenceReader::Range SentenceReader::wide_subject(Range range) const {
  const auto leads = [&](int i) {
    const std::string_view word = fold(i);
    return at(i).is(Kind::kPreposition) && !named_[at(i).token] &&
           (word == "在" || word == "对" || word == "对于" || word == "向" || word == "就" || word == "以" ||
            word == "于" || word == "因" || word == "通过" || word == "针对");
  };
  const auto speaker = [&](int i) { return is_name(i) || is_speaker_noun(i); };
  const auto of_after = [&](int i) { return text_.view(at(i).span).ends_with("的"); };
  if (range.empty()) return range;
  // 公司发布公告否认, 代表团发表声明称: whoever issued the document
  int issued = range.end - 1;
  while (issued > range.begin && issued + 4 > range.end && !has_stop(issued, "issues")) --issued;
  if (!has_stop(issued, "issues") && range.begin > 0 && has_stop(range.begin - 1, "issues")) issued = range.begin - 1;
  if (has_stop(issued, "issues") && (issued + 1 == range.end || at(range.end - 1).is(Kind::kDocument))) {
    int begin = std::min(range.begin, issued);
    while (begin > 0 && begin == issued && !is_boundary(begin - 1)) --begin;
    while (begin > 0 && begin < range.begin && !is_boundary(begin - 1) && !has_cue_between(begin - 1, begin)) --begin;
    const Range issuer = trimmed({begin, issued});
    if (!issuer.empty() && speaks(issuer)) return wide_subject(issuer);
  }
  // 执行董事托秘书传话, 公司委托律师回应, 董事长通过秘书表示: through whom it was said
  for (int i = range.begin; i + 1 < range.end && i + 5 > range.end; ++i) {
    if (!has_stop(i, "through whom") || !at(range.end - 1).is(Kind::kPerson)) continue;
    return i > range.begin && speaks({range.begin, i}) ? wide_subject({range.begin, i}) : Range{i, i};
  }
  if (const int of = wide_attribute_end(range); of >= 0) {
    const Range who = wide_subject({of + 1, range.end});
    return {range.begin, std::max(who.end, of + 2)};
  }
  if (leads(range.begin)) {  // 在接受采访时王明: what follows the adverbial
    for (int i = range.end - 2; i > range.begin; --i) {
      const std::string_view word = fold(i);
      if ((word == "时" || word == "中" || word == "后" || word == "上" || word == "里") && speaker(range.end - 1))
        return trimmed({i + 1, range.end});
    }
    return range;
  }
  const bool pronoun = at(range.begin).is(Kind::kPronoun) && !at(range.begin).is(Kind::kDeterminer) &&
                       !at(range.begin).is(Kind::kPossessive) && !at(range.begin).is(Kind::kBody) &&
                       !at(range.begin).is(Kind::kCompany);
  bool owner = range.size() > 1 && speaker(range.begin + 1);
  for (int i = range.begin + 1; i < range.end; ++i) owner = owner || (of_after(i) && speaker(range.end - 1));
  if (pronoun && !owner) return {range.begin, range.begin + 1};
  for (int i = range.begin + 1; i < range.end; ++i) {
    const bool time = at(i).is(Kind::kTime) && !named_[at(i).token] && speaker(i - 1);  // 公司周五发表声明否认
    if (!leads(i) && !time && !is_wide_asked(i)) continue;
    bool of = false;  // 公司在香港的代表
    for (int k = i + 1; k + 1 < range.end; ++k) of = of || of_after(k);
    if (of && speaker(range.end - 1)) continue;
    return trimmed({range.begin, i});
  }
  // 承保“海棠之星”号的南岭保险: what describes a name stands before it
  for (int i = range.end - 2; i > range.begin; --i)
    if (of_after(i) && named_[at(i + 1).token] && at(range.begin).is_word() && !named_[at(range.begin).token] &&
        !is_speaker_noun(range.begin) && at(range.end - 1).is(Kind::kCompany) &&
        std::any_of(units_.begin() + range.begin, units_.begin() + i, [](const Unit& u) { return u.mark != 0; }))
      return {i + 1, range.end};
  return range;
}

// dem Blog, einem Sender: to whom; the forms that are no genitive.
bool SentenceReader::is_german_dative(int i) const {
  const std::string_view word = fold(i);
  return word == "dem" || word == "einem" || word == "diesem" || word == "unserem";
}

// A noun phrase that begins at `begin`.
SentenceReader::Range SentenceReader::phrase_right(int begin) const {
  int i = begin;
  bool relative = false, noun = false;
  // drei mit der Sache vertraute Personen: what describes a German noun stands before it, with all that belongs to it
  bool embedded = text_.language == "de" && begin + 3 < size_ && at(begin + 1).is(Kind::kPreposition) &&
                  !at(begin + 1).is_capital && !at(begin).is_capital &&
                  (at(begin).is(Kind::kDeterminer) || text_.tokens[at(begin).token].is_number);
  for (; i < size_; ++i) {
    const Unit& unit = at(i);
    if (skipped_[i]) break;
    if (embedded && noun && unit.is_word() && !unit.is_capital && !is_function(i) && i + 1 < size_ &&
        at(i + 1).is_word()) {
      const std::string_view word = fold(i);
      for (const std::string_view ending :
           {"te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "ende", "enden", "ender"})
        if (embedded && word.size() > ending.size() + 3 && word.ends_with(ending)) embedded = noun = false;
      if (!embedded) continue;
    }
    if (is_boundary(i)) break;
    if (is_quote_mark(unit.mark)) continue;
    if (i > begin && is_relative(i) && !(unit.is(Kind::kThat) && text_.language != "en")) {
      relative = true;
      continue;
    }
    if (unit.is(Kind::kThat) && !(i == begin && unit.is(Kind::kDeterminer))) break;
    if (unit.is(Kind::kConjunction) &&
        (relative ||
         !(i + 1 < size_ && (is_name(i + 1) || is_speaker_noun(i + 1) || at(i + 1).is(Kind::kDeterminer) ||
                             (grammar_.is_slavic && at(i + 1).is(Kind::kPossessive)))) ||
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
    // المدير العام: general, not "the year"
    const bool general = grammar_.verb_first && i > begin && is_speaker_noun(i - 1) &&
                         fold(i).starts_with("\u0627\u0644\u0639\u0627\u0645");
    if (unit.is(Kind::kTime) && i > begin && !unit.is(Kind::kPerson) && !general &&
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
        (fold(i) == "on" || fold(i) == "about" || fold(i) == "over" || fold(i) == "against" || fold(i) == "after") &&
        last_fold(i - 1) != "briefed")
      break;
    if (text_.language == "de" && i > begin && !at(i - 1).is(Kind::kPreposition) && is_german_dative(i))
      break;  // bestätigte eine Sprecherin dem Blog
    if (text_.language == "de" && i > begin && i + 1 < size_ && fold(i) == "der" && at(i - 1).is_capital &&
        at(i - 1).lexemes.empty() && (is_quote_mark(at(i + 1).mark) || at(i + 1).is(Kind::kOutlet)))
      break;  // sagte Jan Roth der „Welt“
    if (text_.language == "de" && noun && !unit.is_capital && unit.is_word() && !is_function(i) &&
        !unit.is(Kind::kAdjective))
      break;  // Laut Anklage gingen
    if (text_.language == "de" && unit.is_capital) noun = true;
    if (noun && (unit.is(Kind::kAdverb) && !unit.is(Kind::kDeterminer))) break;
    const bool his = grammar_.is_slavic && unit.is(Kind::kPossessive) && i > begin && at(i - 1).is(Kind::kConjunction);
    if (unit.is(Kind::kPronoun) && i > begin && !unit.is(Kind::kDeterminer) && !relative && !his) break;
    if (unit.is(Kind::kPronoun) && i == begin && !unit.is(Kind::kDeterminer) && !unit.is(Kind::kPossessive) &&
        !unit.is(Kind::kPartOf)) {
      bool owns = false;  // 本报取得的海关单据
      for (int k = i + 1; grammar_.is_wide && k + 1 < size_ && k < i + 8 && !is_boundary(k); ++k)
        owns = owns || (text_.view(at(k).span).ends_with("的") && is_speaker_noun(k + 1));
      if (owns) continue;
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

// Am Montag, in der Nacht: no noun but of time.
bool SentenceReader::only_time(Range range) const {
  for (int i = range.begin; i < range.end; ++i)
    if (at(i).is_word() && !at(i).is(Kind::kTime) && !is_function(i) && !text_.tokens[at(i).token].is_number)
      return false;
  return true;
}

bool SentenceReader::only_adverbial(Range range) const {
  if (range.empty()) return true;
  if (text_.language == "en" && range.size() > 1 && has_stop(range.begin, "late") &&
      (at(range.begin + 1).is(Kind::kTime) || at(range.begin + 1).is(Kind::kPreposition)) &&
      only_time({range.begin + 1, range.end}))
    return true;  // late on Monday, early Friday
  if (text_.language == "en" && range.size() == 1 && is_english_adverb(range.begin)) return true;  // X noted drily
  if (grammar_.is_wide) return false;  // adverbials stand before the verb
  if (grammar_.verb_first) {           // مشيرا إلى توقيف خمسة: what is said stands behind the verb's own preposition
    const std::string_view word = fold(range.begin);
    if (word == "\u0625\u0644\u06cc" || word == "\u0639\u0646" || word == "\u0645\u0646") return false;
  }
  if (is_when(range)) return true;
  const Unit& first = at(range.begin);
  if (text_.language == "en" && fold(range.begin) == "to" && range.size() > 1) {  // advised the port to end the lease
    const Unit& next = at(range.begin + 1);
    if (next.is_word() && !next.is_capital && !next.is(Kind::kDeterminer) && !next.is(Kind::kPossessive) &&
        !next.is(Kind::kPronoun) && !fold(range.begin + 1).ends_with("s"))
      return false;
  }
  if (!first.is(Kind::kPreposition) && !first.is(Kind::kAdverb) && !first.is(Kind::kTime) && !first.is_bracket &&
      !is_gerund(range.begin))
    return false;
  if (text_.language == "fr" && fold(range.begin) == "des") return false;  // reconnaît des « erreurs »
  if (text_.language == "fr" && fold(range.begin) == "en" && is_infinitive_clause(range.begin)) return false;
  for (int i = range.begin; i < range.end; ++i) {
    if (at(i).is(Kind::kAuxiliary) || at(i).is(Kind::kThat) || has_cue_between(i, i + 1)) return false;
    if (i > range.begin && at(i).is(Kind::kPronoun) && !at(i).is(Kind::kDeterminer)) return false;
  }
  // a corroboré jeudi les conclusions de l'ONG: an object behind the time
  if (text_.language == "fr" || text_.language == "es")
    for (int i = range.begin + 1; i + 1 < range.end && first.is(Kind::kTime) && !first.is(Kind::kPreposition); ++i)
      if (at(i).is(Kind::kDeterminer) && !at(i).is(Kind::kPreposition) && !at(i - 1).is(Kind::kPreposition) &&
          !at(i + 1).is(Kind::kTime))
        return false;
  return range.size() <= 9;
}

// den Bericht, einem Sprecher: a German phrase in a case that no subject has.
bool SentenceReader::is_oblique(int i) const {
  const std::string_view word = fold(i);
  for (const std::string_view article :
       {"den", "dem", "einen", "einem", "keinen", "keinem", "diesen", "diesem", "seinen", "seinem", "ihren", "ihrem"})
    if (word == article) return true;
  return false;
}

// dem Bericht zufolge: the German phrase that ends before `end`, from its article on.
SentenceReader::Range SentenceReader::phrase_left(int end) const {
  int begin = end;
  for (int i = end - 1; i >= 0 && end - i <= 7 && !is_boundary(i) && !at(i).is(Kind::kCue); --i) {
    const std::string_view word = fold(i);  // einem Bericht des Verbands zufolge
    if (i > 0 && at(i - 1).is_capital && at(i - 1).is_word() && i > 1 &&
        (word == "des" || word == "der" || word == "eines" || word == "einer")) {
      begin = i;
      continue;
    }
    if (at(i).is(Kind::kDeterminer) || at(i).is(Kind::kPossessive)) return {i, end};
    if (at(i).is_capital || is_name(i)) begin = i;
    if (at(i).is(Kind::kPreposition) || at(i).is(Kind::kAuxiliary)) break;
  }
  return {begin, end};
}

// un informe de la ONG Arsenal Abierto, según el cual: who or what a relative clause that begins at `end` belongs to;
// empty where it is nothing that speaks.
SentenceReader::Range SentenceReader::source_before(int end) const {
  constexpr int kMost = 12;  // words
  if (end > 0 && is_comma_mark(at(end - 1).mark)) --end;
  Range out{end, end};
  bool gap = false;  // a word of no kind that is known: an adjective before an article, else a verb
  for (int i = end - 1; i >= 0 && end - i <= kMost; --i) {
    const bool noun = is_speaker_noun(i) || is_name(i) || at(i).is(Kind::kClaimNoun);
    const bool belongs = at(i).is(Kind::kDeterminer) || at(i).is(Kind::kPossessive) || at(i).is(Kind::kAdjective) ||
                         text_.tokens[at(i).token].is_number || (grammar_.is_slavic && is_adjective_form(i));
    if (is_quote_mark(at(i).mark)) continue;
    if (!at(i).is_word() || at(i).is(Kind::kAuxiliary) || at(i).is(Kind::kConjunction) ||
        (at(i).is(Kind::kCue) && !noun) || (noun && gap))
      break;
    if (noun || (belongs && !out.empty())) out.begin = i;
    if (grammar_.is_slavic && !out.empty() && at(i).is(Kind::kDeterminer)) break;  // рассказ двух водителей
    if (at(i).is(Kind::kDeterminer)) gap = false;                                  // einen Bericht des Zolls
    if (noun || belongs) continue;
    if (at(i).is(Kind::kPreposition)) {  // of the customs
      if (gap || i == 0 || !(is_speaker_noun(i - 1) || is_name(i - 1))) break;
    } else {
      gap = true;
      if (grammar_.is_slavic && !out.empty()) break;
    }
  }
  return out;
}

// … a report, according to which the firm sold drones.
void SentenceReader::read_source_clause(const Cue& cue) {
  const Range who = source_before(cue.group.begin);
  const int begin = cue.group.end;
  if (who.empty() || !speaks(who) || begin >= size_ || is_boundary(begin)) return;
  int end = clause_end(begin, cue);
  for (int i = end - 1; i > begin && is_comma_mark(at(cue.group.begin - 1).mark); --i)
    if (is_comma_mark(at(i).mark) && at(i + 1).is(Kind::kAuxiliary)) end = i;  // X, pour qui …, a quitté la salle
  Attribution a;
  a.act = act_of(*cue.lexeme);
  a.speaker = speaker_span(who);
  a.content = spans_of({begin, end});
  a.rule = "a clause on the source";
  if (!a.content.empty()) finish(a, cue);
}

// dijo refiriéndose a …: a Spanish gerund.
bool SentenceReader::is_gerund(int i) const {
  if (text_.language != "es" || at(i).is_capital) return false;
  const std::string_view word = fold(i);
  for (const std::string_view ending : {"ando", "iendo", "yendo", "ándose", "iéndose", "yéndose"})
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return !at(i).is(Kind::kPreposition);
  return false;
}

// manifestó el funcionario a la agencia X: where those begin to whom it is said; the end of `speaker` if none are
// named.
int SentenceReader::addressee_begin(Range speaker) const {
  if (text_.language != "es" && text_.language != "fr") return speaker.end;
  for (int i = speaker.begin + 1; i + 1 < speaker.end; ++i) {
    const std::string_view word = fold(i);
    if (word != "a" && word != "al" && word != "à" && word != "au" && word != "aux") continue;
    const int next = at(i + 1).is(Kind::kDeterminer) && i + 2 < speaker.end ? i + 2 : i + 1;
    if (at(next).is(Kind::kMedia) || at(next).is(Kind::kOutlet) || fold(next).starts_with("periodista") ||
        fold(next).starts_with("reporter") || fold(next).starts_with("journaliste"))
      return i;
  }
  return speaker.end;
}

std::optional<int> SentenceReader::find_that(int begin, const Cue& cue) const {
  const Act act = act_of(*cue.lexeme);
  if (text_.language == "en" && begin < size_ && fold(begin) == "to" && (act == Act::kPromise || act == Act::kDecline))
    return std::nullopt;  // undertook to review policies for ships that call at the port
  // توعد X، وكيل الشركة، بمقاضاة كل من يقول إن …: what is threatened or asked for stands before
  const auto of_aim = [&](int i) {
    return grammar_.verb_first && (act == Act::kWarn || act == Act::kPromise || act == Act::kRequest) && i < size_ &&
           is_attached(i) && fold(i).starts_with("ب") && !at(i).is(Kind::kThat);
  };
  if (of_aim(begin)) return std::nullopt;
  if (opens_with_subject(begin, cue)) return std::nullopt;
  int appositions = 0;
  const int from = begin;
  for (int i = begin; i < size_ && i < std::min(begin + 18, from + 30); ++i) {
    const Unit& unit = at(i);
    if (skipped_[i] || (unit.is(Kind::kThat) && is_quoted(i))) continue;
    if (unit.quote >= 0 || is_semicolon_mark(unit.mark) || is_colon_mark(unit.mark) || is_terminal_mark(unit.mark))
      return std::nullopt;
    if (unit.is(Kind::kThat) && i > begin && is_relative_that(i)) {
      continue;
    }
    if (unit.is(Kind::kThat) && !(i > begin && at(i - 1).is(Kind::kPreposition) && text_.language == "en")) {
      const bool last = i + 1 >= size_ || (is_boundary(i + 1) && at(i + 1).quote < 0);
      return last ? std::nullopt : std::optional(i);
    }
    if (is_comma_mark(unit.mark)) {
      if (i + 1 < size_ && at(i + 1).is(Kind::kThat)) continue;
      // maintained through its lawyer, Nana Asamoah, that …; wrote in a letter, dated May, that …
      if (text_.language == "en" && at(from).is(Kind::kPreposition) && appositions == 0) {
        int close = i + 1;
        while (close < size_ && close < i + 10 && !is_boundary(close) && !at(close).is(Kind::kAuxiliary) &&
               !has_cue_between(close, close + 1))
          ++close;
        if (close > i + 1 && close + 1 < size_ && is_comma_mark(at(close).mark) && at(close + 1).is(Kind::kThat) &&
            close + 2 < size_ && !is_boundary(close + 2)) {
          i = close;
          ++appositions;
          continue;
        }
      }
      if (!grammar_.verb_first || ++appositions > 2) return std::nullopt;
      // مسؤول، طلب عدم ذكر اسمه، لوكالة …: what is set off by commas, whatever stands in it
      int close = i + 1;
      while (close < size_ && close < i + 14 && !is_boundary(close)) ++close;
      if (close + 1 < size_ && is_comma_mark(at(close).mark) && of_aim(close + 1)) return std::nullopt;
      if (close + 1 < size_ && is_comma_mark(at(close).mark) &&
          (at(close + 1).is(Kind::kThat) || at(close + 1).is(Kind::kPreposition) || at(close + 1).is(Kind::kMedia))) {
        i = close;
        begin = std::max(begin, close - 6);
        ++appositions;
      }
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

// شمخاني، المدرج على القائمة; شمخاني، الذي …: the last comma in front of `end` where it sets off what a name is; else
// `end`.
int SentenceReader::arabic_aside_begin(int begin, int end) const {
  int comma = end - 1;
  while (comma > begin && !is_comma_mark(at(comma).mark)) --comma;
  if (comma < begin + 2 || comma + 2 >= end || !at(comma - 1).is_word() || !named_[at(comma - 1).token]) return end;
  const std::string_view word = fold(comma + 1);
  const bool aside = word == "الذی" || word == "التی" || (word.starts_with("الم") && word.size() >= 10) ||
                     (word.starts_with("الخاضع") && !is_speaker_noun(comma + 1));
  return aside && !named_[at(comma + 1).token] && !is_speaker_noun(comma + 1) ? comma : end;
}

// وهو أمر لا تنفيه الشركة, وهي تهمة ينكرها: the noun that stands for what was said, without its article.
bool SentenceReader::is_arabic_matter(int i) const {
  return i >= 0 && i < size_ && at(i).is_word() && !fold(i).starts_with("ال") &&
         (fold(i) == "أمر" || at(i).is(Kind::kClaimNoun));
}

// Where the clause that begins at `begin` ends: before the clause of the next cue of the narrator's own.
int SentenceReader::clause_end(int begin, const Cue& cue) const {
  int end = size_;
  for (int i = begin; i < end; ++i)
    if (is_semicolon_mark(at(i).mark) && !goes_on_reported(i)) end = i;
  for (int i = begin + 2; grammar_.verb_first && i + 3 < end; ++i)  // …، وهو ما نفته الشركة: a clause on what was said
    if (is_comma_mark(at(i).mark) &&
        (fold(i + 1) == "وهو" || fold(i + 1) == "وهي" || fold(i + 1) == "وهذا" || fold(i + 1) == "الأمر") &&
        (fold(i + 2) == "ما" || fold(i + 2) == "الذی" || is_arabic_matter(i + 2)) &&
        has_cue_between(i + 3, std::min(size_, i + 6)))
      end = i;
  for (int i = begin + 1; i < end && act_of(*cue.lexeme) == Act::kAsk; ++i)
    if (is_arabic_answer(i)) end = i;
  // شراكة مع شمخاني، المدرج على قائمة العقوبات: what is said of a name behind its comma, up to the end, is no part
  if (grammar_.verb_first) end = arabic_aside_begin(begin, end);
  for (int i = begin + 1; i < end; ++i)
    if (at(i).quote >= 0) {
      // 信是他转交的，“连回执都有”。: a quotation that ends the sentence goes on with the clause
      if (grammar_.is_wide && is_comma_mark(at(i - 1).mark) && (i + 1 >= size_ || is_terminal_mark(at(i + 1).mark)) &&
          !has_cue_between(begin, i))
        break;
      end = i;
    }
  for (const Cue& other : cues_) {
    if (other.unit <= begin || other.unit <= cue.unit || other.unit >= end) continue;
    if (has_word(other.lexeme->detail, "show") && !is_source_at_end(other)) continue;
    // فند المدير الأنباء قائلا: «…»; أعلن تجميد الحسابات دون أن يحدد أصحابها: these go with the subject, comma or not
    const bool bare_part = grammar_.verb_first && has_word(other.lexeme->detail, "part") &&
                           (fold(other.unit).starts_with("قائل") || act_of(*other.lexeme) == Act::kDecline);
    if (bare_part && other.group.begin > begin && !is_comma_mark(at(other.group.begin - 1).mark)) {
      end = std::min(end, other.group.begin);
      continue;
    }
    if (grammar_.marks_object) {  // …، اما از پاسخ خودداری کرد: another clause of the narrator's own
      for (int i = begin + 1; i + 1 < other.group.begin && i < end; ++i)
        if ((is_comma_mark(at(i).mark) && at(i + 1).is(Kind::kConjunction)) ||
            (at(i).is(Kind::kConjunction) && at(i).as(Kind::kConjunction)->value == "but"))
          end = i;
      int of = other.group.begin - 1;  // … و از تهران خواست توضیح دهد: whom is asked stands before the verb
      while (of > begin + 1 && other.group.begin - of < 6 && fold(of) != "از" && !is_boundary(of)) --of;
      if (act_of(*other.lexeme) == Act::kRequest && of > begin + 1 && fold(of) == "از" &&
          at(of - 1).is(Kind::kConjunction) && at(of - 1).as(Kind::kConjunction)->value == "and")
        end = std::min(end, of - 1);
    }
    if (goes_on_perfect(other)) continue;
    if (other.group.begin > begin + 2 && is_said_so(other.group.begin - 1)) {  // …, según informó la agencia
      end = std::min(end, other.group.begin - 2);
      continue;
    }
    Range subject = subject_left(other);
    if (text_.language == "en" && !other.negated && (frame(other, "np") || frame(other, "call")))
      if (const int noun = apposed_with_that(subject); noun > begin + 1) {
        end = std::min(end, noun - 1);  // …, a report that the bank called inaccurate
        continue;
      }
    int start = subject.empty() ? other.group.begin : subject.begin;
    for (int i = start - 1; grammar_.is_wide && subject.empty() && i > begin && i + 4 > start; --i)
      if (has_stop(i, "through whom")) start = i;  // 他婉拒采访，只托秘书传话
    while (start > begin && (at(start - 1).is(Kind::kTime) ||
                             (at(start - 1).is(Kind::kAdverb) && !at(start - 1).is(Kind::kConjunction)) ||
                             (at(start - 1).is(Kind::kDeterminer) && !at(start - 1).is(Kind::kConjunction))))
      --start;                                                           // but: пообіцяла … та зажадала
    if (grammar_.is_slavic && subject.empty() && takes_object(other)) {  // …, но от подробностей уклонился
      int first = start;
      while (first > begin && !is_boundary(first - 1) && !at(first - 1).is(Kind::kConjunction)) --first;
      if (first < start && at(first).is(Kind::kPreposition)) start = first;
    }
    for (int i = other.group.begin - 1; grammar_.is_slavic && i > begin && i + 4 > other.group.begin; --i)
      if (is_comma_mark(at(i - 1).mark) && is_pointing_relative(at(i).span) && frame(other, "np") &&
          ends_there(other)) {
        start = i;  // обвинили в контрабанде, что он отрицает
        end = std::min(end, i - 1);
      }
    int before = start - 1;
    if (text_.language == "en" && before > begin + 1 && is_quote_mark(at(before).mark) &&
        is_comma_mark(at(before - 1).mark))
      --before;  // …, and “we want to help,” X said
    // Y, whom X asked to study the tables, warned: the content of the clause between the commas ends with it
    if (before <= begin && !subject.empty() && subject.begin < cue.unit && other.group.begin - 1 > begin &&
        is_comma_mark(at(other.group.begin - 1).mark)) {
      end = other.group.begin - 1;
      continue;
    }
    if (before <= begin) continue;
    if (text_.language == "en" && fold(before) == "with" && before > begin + 1 && is_comma_mark(at(before - 1).mark)) {
      end = std::min(end, before - 1);  // …, with its president warning of …
      continue;
    }
    const Unit& joint = at(before);
    // 重申将与盟友一道追究: "with", and no clause of its own
    if (grammar_.is_wide && joint.is(Kind::kConjunction) && at(before - 1).is_word() &&
        joint.as(Kind::kConjunction)->value == "and" &&
        std::ranges::any_of(std::initializer_list<std::string_view>{"与", "和", "及", "同", "跟"},
                            [&](std::string_view with) { return text_.view(joint.span) == with; }))
      continue;
    const bool participle =
        (grammar_.verb_first && is_arabic_participle(other.unit)) ||
        (fold(other.unit).ends_with("ing") && text_.language == "en") || has_word(other.lexeme->detail, "part") ||
        (grammar_.verb_first &&
         (fold(other.group.begin).starts_with("\u0648") || at(other.group.begin).is(Kind::kConjunction)));
    const bool whiles = joint.is(Kind::kSubordinator) && !joint.is(Kind::kPronoun) &&
                        (is_comma_mark(at(before - 1).mark)) && !joint.is(Kind::kThat) && !is_relative(before) &&
                        !(text_.language == "en" && is_said_when(before));
    const bool that_clause = at(begin).is(Kind::kThat) && !grammar_.is_wide;
    if (grammar_.verb_first && participle && other.group.begin > begin &&
        is_comma_mark(at(other.group.begin - 1).mark)) {
      end = std::min(end, other.group.begin - 1);
      continue;
    }
    // كذّب هذه الرواية وقال إن …: "and" is part of the verb
    if (grammar_.verb_first && other.group.begin > begin + 1 && fold(other.unit).starts_with("\u0648") &&
        !has_word(other.lexeme->detail, "noun") && !at(other.group.begin - 1).is(Kind::kThat)) {
      end = std::min(end, other.group.begin);
      continue;
    }
    const bool asks = act_of(*other.lexeme) == Act::kRequest || act_of(*other.lexeme) == Act::kPromise;
    if (text_.language == "fr" && is_comma_mark(joint.mark) && other.group.end + 1 < size_ &&
        at(other.group.end).is(Kind::kPronoun) && text_.text[at(other.group.end).span.begin - 1] == '-' &&
        is_boundary(other.group.end + 1)) {  // …, faute de quoi, prévient-elle, …: with the few words before it
      int from = before;
      while (from > begin && before - from < 6 && !is_comma_mark(at(from - 1).mark)) --from;
      end = from > begin + 1 && is_comma_mark(at(from - 1).mark) && before - from < 6 ? from - 1 : before;
    } else if (joint.is(Kind::kConjunction) || whiles) {
      end = before;
    } else if (is_dash_mark(joint.mark) && grammar_.is_slavic &&
               subject.empty()) {  // … – poinformowała PAP rzeczniczka
      end = before;
    } else if (is_comma_mark(joint.mark) && !(that_clause && !participle && (asks || !ends_there(other))) &&
               (participle || !subject.empty() || grammar_.is_wide || grammar_.drops_subject ||
                // bestätigte den Eingang, äußerte sich aber nicht
                (text_.language == "de" && other.group.begin == before + 1 && other.unit == before + 1) ||
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
  if (text_.language == "en") {
    for (int i = begin + 1; i + 2 < end; ++i)  // would not discuss it, nor would she say …
      if (fold(i) == "nor" && is_comma_mark(at(i - 1).mark) && at(i + 1).is(Kind::kAuxiliary)) end = i;
    for (int i = begin + 2; i + 3 < end; ++i)  // …, something Budapest has blocked
      if (fold(i) == "something" && is_comma_mark(at(i - 1).mark) && has_verb_near(i + 1, end)) end = i - 1;
    for (int i = begin + 1; i + 3 < end && !frame(cue, "say") && !frame(cue, "tell"); ++i)  // …, the existence of which
      if (is_comma_mark(at(i).mark) && at(i + 1).is(Kind::kDeterminer) && fold(i + 3) == "of" && i + 4 < end &&
          (fold(i + 4) == "which" || fold(i + 4) == "whom"))
        end = i;
    for (const Cue& other : cues_)  // accused of breaching the embargo, which it denies
      if (other.unit > cue.unit && other.unit < end && is_denied_next(other, begin))
        for (int i = begin + 1; i < other.unit && i < end; ++i)
          if (is_comma_mark(at(i).mark) && fold(i + 1) == "which" && other.unit - i <= 8) end = i;
  }
  for (int i = begin + 2; i + 1 < end && text_.language == "en"; ++i)
    if ((is_comma_mark(at(i).mark) && has_stop(i + 1, "aftermath")) ||  // …, prompting jeers
        (is_colon_mark(at(i).mark) && has_cue_between(i, end)))         // …: the maker says …
      end = i;
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

// called the deal a mistake, called the move illegal: an object and what it is said to be. Not: called the harbour
// police.
bool SentenceReader::calls_it_something(Range range) const {
  if (range.size() < 2 || !(at(range.begin).is(Kind::kDeterminer) || at(range.begin).is(Kind::kPronoun) ||
                            at(range.begin).is(Kind::kPossessive)))
    return false;
  if (range.size() <= 6 && has_stop(range.end - 1, "judged") &&
      (range.size() > 2 || at(range.begin).is(Kind::kPronoun)))
    return true;  // called the move unfair, called it unfair
  if (range.size() < 3) return false;
  const std::string_view lead = fold(range.begin);
  if (lead == "a" || lead == "an" || lead == "another") return false;
  for (int i = range.begin + 1; i + 1 < range.end; ++i) {
    if (!at(i).is_word() || at(i).is(Kind::kPreposition) || at(i).is(Kind::kTime)) break;
    if ((fold(i) == "a" || fold(i) == "an") && !at(i + 1).is(Kind::kTime)) return true;
  }
  const int last = range.end - 1;
  if (!at(last).is_word() || at(last).is_capital || is_speaker_noun(last) || range.size() > 6) return false;
  for (const std::string_view ending : {"al", "ful", "less", "ous", "ive", "able", "ible", "fied", "ised", "ated"})
    if (fold(last).size() > ending.size() + 2 && fold(last).ends_with(ending)) return true;
  return false;
}

// Does the phrase name a claim and put what it is called in quotation marks: the report “a fairy tale”?
bool SentenceReader::calls_claim(Range range) const {
  int i = range.begin;
  const auto claim = [&](int k) {
    return at(k).is(Kind::kClaimNoun) || at(k).is(Kind::kDocument) || has_stop(k, "proceedings");
  };
  if (text_.language == "en" && range.size() > 1 && fold(i) == "that" && !at(i + 1).is(Kind::kDocument))
    ++i;                                                     // calls that accusation “a distraction”
  while (i + 1 < range.end && is_english_possessor(i)) ++i;  // her story “sour grapes”
  while (i < range.end && !claim(i) &&
         ((text_.language == "en" && i > range.begin && i + 1 < range.end && claim(i + 1) && !is_function(i)) ||
          at(i).mark != 0 || at(i).is(Kind::kDeterminer) || at(i).is(Kind::kAdjective) ||
          at(i).is(Kind::kPreposition) || at(i).is(Kind::kAdverb) || (i == range.begin && at(i).is(Kind::kThat))))
    ++i;
  if (i >= range.end || !claim(i)) return false;
  if (at(range.begin).is(Kind::kThat) && at(i).is(Kind::kDocument)) return false;  // that article “a list”
  for (; i < range.end; ++i)
    if (is_quote_mark(at(i).mark) || at(i).quote >= 0) return true;
  return false;
}

// Does the cue stand at the end of its clause (…, X said, …)?
bool SentenceReader::ends_there(const Cue& cue) const {
  if (cue.group.end >= size_ || is_boundary(cue.group.end)) return true;
  if (text_.language != "en" || !frame(cue, "tell") || find_that(cue.after, cue)) return false;
  int k = cue.group.end;  // …, its director told a news conference on Thursday.
  while (k < size_ && !is_boundary(k) && k < cue.group.end + 9) ++k;
  return k >= size_ || is_terminal_mark(at(k).mark);
}

// Is there a claim, a document or a pronoun among the words: what can be called false, where a cargo cannot?
bool SentenceReader::names_a_claim(Range range) const {
  if (text_.language != "en") return true;
  for (int i = range.begin; i < range.end; ++i) {
    if (fold(i) == "as" && i > range.begin) break;
    if (at(i).is(Kind::kClaimNoun) || at(i).is(Kind::kAnaphor) || at(i).is(Kind::kPronoun) || at(i).is(Kind::kRisk) ||
        has_stop(i, "saying") || at(i).quote >= 0 || is_quote_mark(at(i).mark))
      return true;
    for (const std::string_view word :
         {"investigation", "inquiry",     "enquiry",  "probe",     "case",      "proceedings", "trial",
          "sanctions",     "measures",    "decision", "move",      "listing",   "charges",     "theory",
          "list",          "designation", "seizure",  "raid",      "ban",       "dossier",     "affair",
          "attack",        "coverage",    "article",  "broadcast", "programme", "warning",     "leak"})
      if (fold(i) == word) return true;
    if (at(i).is(Kind::kDocument) && i > 0 && (at(i - 1).is(Kind::kDeterminer) || at(i - 1).is(Kind::kPossessive)))
      for (const std::string_view word : {"report", "note", "letter", "statement", "study", "memo", "file", "files",
                                          "analysis", "audit", "document", "documents", "paper", "indictment"})
        if (fold(i) == word) return true;
  }
  return false;
}

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
  while (j > i && j < size_ && skipped_[j]) ++j;  // avait fait état en janvier, citant un douanier, de scellés …
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

// مهرداد کیانفر این گزارش را تکذیب کرد; رضا کریمی مسکو را متهم کرد; رضا کریمی اما پذیرفت
// Where a name that no table has ends, which opens the clause before the object, an adverb or "but"; `begin` where none
// stands there.
int SentenceReader::persian_unknown_name_end(int begin, int end) const {
  constexpr int kMostNames = 3;
  if (begin > 0 && at(begin - 1).is_word() && !at(begin - 1).is(Kind::kConjunction)) return begin;
  const auto plural = [&](int i) { return last_fold(i).ends_with("ها") || last_fold(i).ends_with("های"); };
  int i = begin;
  while (i < end && i <= begin + kMostNames && at(i).is_word() && at(i).lexemes.empty() && !plural(i)) ++i;
  if (i < begin + 2 || i > begin + kMostNames || i >= end) return begin;
  if ((at(i).is(Kind::kState) || at(i).is(Kind::kCapital)) && i + 1 < end && fold(i + 1) == "را") return i;
  if (at(i).is(Kind::kCompany) || at(i).is(Kind::kBody))  // رضا کریمی شرکت نوردویند را متهم کرد
    for (int k = i + 1; k < end && k < i + 4 && at(k).is_word(); ++k)
      if (fold(k) == "را") return i;
  const bool opens = at(i).is(Kind::kAnaphor) || at(i).is(Kind::kDeterminer) || at(i).is(Kind::kAdverb) ||
                     at(i).is(Kind::kClaimNoun) || has_stop(i, "doing");
  return opens ? i : begin;
}

// Where the subject that begins at `begin` ends: behind its name, state or adjective, or where no noun of a speaker is.
int SentenceReader::persian_subject_end(int begin, int end) const {
  int i = begin;
  bool noun = false, closed = false;  // closed: a name or an adjective ends the chain of nouns
  // سعید مرادی، مدیرعامل این شرکت، … ; عباس عراقچی در …: a name that no lexicon knows opens the clause
  while (i < end && i < begin + 4 && at(i).is_word() && at(i).lexemes.empty()) ++i;
  if (i - begin >= 2 && i < end && is_comma_mark(at(i).mark) && is_speaker_noun(i + 1)) {
    int k = i + 1;
    while (k < end && k < i + 12 && !is_boundary(k)) ++k;
    return k < end && is_comma_mark(at(k).mark) ? k : i;
  }
  if (i - begin >= 2 && (i == end || at(i).is(Kind::kPreposition))) return i;
  // زلنسکی از متحدان …: one word that no table has, before a preposition
  if (i - begin == 1 && i + 1 < end && at(i).is(Kind::kPreposition) && !at(i).is_capital) return i;
  if (const int named = persian_unknown_name_end(begin, end); named > begin) return named;
  i = begin;
  for (; i < end; ++i) {
    const Unit& unit = at(i);
    if (fold(i) == "را") break;
    if (is_quote_mark(unit.mark)) {
      int k = i + 1;
      while (k < end && !is_quote_mark(at(k).mark)) ++k;
      if (noun && k + 1 < end && fold(k + 1) == "را") break;  // سخنگو «…» را: the object
      i = k, noun = closed = true;
      continue;
    }
    if (unit.mark != 0 || unit.quote >= 0 || unit.is(Kind::kClaimNoun)) break;
    const bool that_one = fold(i) == "\u0622\u0646" || fold(i) == "\u0627\u06cc\u0646";  // این شرکت, مدیرعامل آن
    if (unit.is(Kind::kAnaphor) && !(that_one && unit.token + 1 == unit.token_end && (noun || i == begin))) break;
    if (closed && fold(i) == "\u0627\u06cc\u0646")
      break;  // وزارت خزانه‌داری آمریکا این شرکت را
    // حوثی‌ها مسئولیت حمله را …, دادگاه درخواست آزادی را …: a noun of
    // doing heads the object
    if (noun && i + 1 < end && has_stop(i, "doing") && fold(end - 1) != fold(i) &&
        !(i == begin + 1 && at(begin).is(Kind::kPerson) && at(begin).token_end == at(begin).token + 1 &&
          !fold(i).starts_with("هر")))
      break;
    if (noun && fold(i) == "\u0627\u06cc\u0646" &&
        !(i + 1 < end && (fold(i + 1) == "\u06a9\u0634\u0648\u0631" || fold(i + 1) == "\u0634\u0647\u0631" ||
                          at(i + 1).is(Kind::kCompany) || at(i + 1).is(Kind::kBody) || at(i + 1).is(Kind::kMedia))))
      break;
    const bool names = is_name(i) || unit.is(Kind::kAdjective);
    if (is_speaker_noun(i) || names) {
      if (closed && !names && !unit.is(Kind::kTitle)) break;
      // این شرکت فروش را …: what is pointed at is complete
      const bool pointed = i == begin + 1 && (fold(begin) == "\u0627\u06cc\u0646" || fold(begin) == "\u0622\u0646");
      noun = true;
      // اتحادیه اروپا, قوه قضاییه: a body's name of several words; حوثی‌ها: a plural that
      // nothing belongs to
      const bool whole = unit.token_end > unit.token + 1 && unit.is(Kind::kBody) && !unit.is(Kind::kPerson) &&
                         !fold(i).starts_with("وزارت");
      closed = closed || names || whole || (pointed && !unit.is(Kind::kPerson));
      continue;
    }
    if (unit.is(Kind::kDeterminer) && (!noun || fold(i) == "\u0627\u06cc\u0646")) continue;  // مدیر این شرکت
    if (unit.is(Kind::kPronoun) && i == begin) return i + 1;
    if (unit.is(Kind::kPossessive) || (noun && fold(i) == "\u0622\u0646") ||
        (noun && !closed && unit.is(Kind::kPronoun))) {  // مدیرعامل آن, وکیل او
      closed = true;
      continue;
    }
    if (noun && !closed && !is_function(i) && (i + 1 < end || at(i - 1).is(Kind::kTitle))) continue;  // وزارت بازرگانی
    if (unit.is(Kind::kConjunction) && unit.as(Kind::kConjunction)->value != "but" && noun && i + 1 < end &&
        (is_name(i + 1) || is_speaker_noun(i + 1))) {
      closed = false;
      continue;
    }
    break;
  }
  return noun ? std::min(i, end) : begin;
}

// مؤكدا, واصفة: a participle goes with a subject that was named before.
bool SentenceReader::is_arabic_participle(int i) const {
  for (const Lexeme* lexeme : at(i).lexemes)
    if (lexeme->kind == Kind::kCue && has_word(lexeme->detail, "part")) return true;
  const std::string_view word = fold(i);
  const bool ends = word.ends_with("\u0627") || word.ends_with("\u0629");
  const bool active = word.size() >= 10 && word.substr(2, 2) == "\u0627";  // واصفا, نافية
  return ends && word.size() >= 8 && (word.starts_with("\u0645") || active) && !word.ends_with("\u0648\u0627");
}

// Where the subject behind an Arabic verb ends and the object begins. Nouns without the article chain up to one that
// has it, or to a name; what follows that is an adjective (with the article), what belongs to it (لل…), or the object.
int SentenceReader::arabic_subject_end(int begin, int end) const {
  const auto definite = [&](int i) {
    for (uint32_t t = at(i).token; t < at(i).token_end; ++t)
      if (text_.tokens[t].fold.starts_with("\u0627\u0644")) return true;
    return false;
  };
  // التعليق, الإفصاح: nouns of doing, which are no adjectives
  const auto doing = [&](std::string_view word) {
    return word.starts_with("\u0627\u0644\u0625") || word.starts_with("\u0627\u0644\u0627") ||
           (word.starts_with("\u0627\u0644\u062a") && word.size() >= 12 && word.substr(word.size() - 4, 2) == "\u06cc");
  };
  int i = begin;
  bool closed = false;
  for (; i < end; ++i) {
    const Unit& unit = at(i);
    if (i > begin + 1 && is_quote_mark(at(i - 1).mark) && definite(i) && is_speaker_noun(i) && closed)
      break;  // سألت «الأفق» البعثة: whom the paper asked
    if (is_quote_mark(unit.mark)) {
      if (closed && i > begin && !is_speaker_noun(i - 1)) break;
      int k = i + 1;
      while (k < end && !is_quote_mark(at(k).mark)) ++k;
      i = k, closed = true;
      continue;
    }
    if (unit.quote >= 0 || (unit.mark != 0 && !unit.is_bracket)) break;
    const std::string_view word = fold(i);
    if (word == "\u0628\u0627\u0633\u0645") {  // باسم
      closed = false;
      continue;
    }
    if (named_[unit.token] && !unit.is(Kind::kBody) && !unit.is(Kind::kCompany)) {
      const bool goes_on = i > begin && named_[at(i - 1).token] && closed;
      if (closed && !goes_on && i > begin && !is_speaker_noun(i - 1) && !definite(i - 1) &&
          !at(i - 1).is(Kind::kAdjective))
        break;
      if (closed && (unit.is(Kind::kState) || unit.is(Kind::kCapital))) break;  // دعا الاتحاد أنقرة
      closed = true;
      continue;
    }
    const bool noun = is_speaker_noun(i) || unit.is(Kind::kClaimNoun) || unit.is(Kind::kDocument);
    if (i > begin && has_stop(i, "self")) {  // المصدر نفسه
      closed = true;
      continue;
    }
    if (i > begin + 1 && closed && definite(i) && !unit.is(Kind::kAdjective) && !named_[unit.token] &&
        (word.ends_with("ات") || at(i - 1).is(Kind::kState) || at(i - 1).is(Kind::kCapital)) && !word.ends_with("یة"))
      break;  // عباس عراقجي العقوبات
    // مصدر في وزارة الدفاع, مسؤول في الميناء: where somebody without the article is
    if (i == begin + 1 && i + 1 < end && word == "فی" && !definite(begin) &&
        (at(begin).is(Kind::kPerson) || at(begin).is(Kind::kSourceWord) || at(begin).is(Kind::kSpokesman)) &&
        (is_speaker_noun(i + 1) || definite(i + 1))) {
      closed = false;
      continue;
    }
    if (unit.is(Kind::kPerson) && is_owned(i) && !named_[unit.token] && !definite(i)) {  // نفى نائبه علم الشركة
      closed = true;
      continue;
    }
    if (unit.is(Kind::kDeterminer) || unit.is(Kind::kClaimNoun) || unit.is(Kind::kThat) ||
        unit.is(Kind::kConjunction) || (unit.is(Kind::kPreposition) && !noun))
      break;
    if (unit.is(Kind::kTime) && !word.starts_with("\u0627\u0644\u0639\u0627\u0645")) break;
    if (word.starts_with("\u0644\u0644") && i > begin) {  // للشركة
      closed = true;
      continue;
    }
    if (definite(i)) {
      // المتحدث باسم الجيش العميد نبيل: a rank before a name
      if (closed && has_stop(i, "rank") && i + 1 < end && !definite(i + 1)) continue;
      if (closed && (noun || doing(word)) && !unit.is(Kind::kAdjective)) break;
      closed = true;
      continue;
    }
    if (closed && !(unit.is(Kind::kAdjective) && i == begin + 1)) break;
    if (i > begin && !noun && !unit.is(Kind::kAdjective) &&
        (word.starts_with("\u0628") || word.starts_with("\u0644")) && unit.kinds == 0)
      break;  // بتهريب
    if (unit.is(Kind::kAdjective)) closed = true;
  }
  return std::max(i, begin + 1);
}

// بملاحقة, للجنة: a preposition is attached, so that no subject goes on there.
bool SentenceReader::is_attached(int i) const {
  const std::string_view word = fold(i);
  return (word.starts_with("\u0628") || word.starts_with("\u0644")) && word.size() >= 8 && at(i).is_word() &&
         !is_name(i) && !is_speaker_noun(i) && !at(i).is(Kind::kAdjective) && !at(i).is(Kind::kTitle);
}

// طالب الأمم المتحدة: does the Arabic verb have another gender than the noun behind it, so that this is no subject?
// Only where both are sure.
bool SentenceReader::differs_in_gender(int verb, int noun) const {
  std::string_view word = fold(verb);
  if (word.starts_with("\u0648") || word.starts_with("\u0641")) word.remove_prefix(2);
  for (const std::string_view whom : {"ها", "هم", "ه"})  // اتهمتها منظمة: with whom behind it
    if (word.size() > whom.size() + 6 && word.ends_with(std::string("ت").append(whom))) word.remove_suffix(whom.size());
  const bool plural = word.ends_with("\u0648\u0627") || word.ends_with("\u0648\u0646");
  if (plural || word.size() < 6 || word.starts_with("\u062a") || word.starts_with("\u0623\u062b\u0628\u062a") ||
      word == "\u0644\u0641\u062a")
    return false;
  const bool she = word.ends_with("\u062a");
  const Unit& unit = at(noun);
  if (is_quote_mark(unit.mark)) return false;
  // الأمم المتحدة, وزارة: the first noun with its ending; a state by its name
  const std::string_view first = text_.tokens[unit.token].fold;
  const bool ends_she = first.ends_with("\u0629") || first == "\u0627\u0644\u0623\u0645\u0645";
  if (!she) return ends_she && !unit.is(Kind::kPerson) && !unit.is(Kind::kTitle);
  // اتهمت رئيس الشركة: a man, whom somebody accuses
  return unit.is(Kind::kPerson) && !unit.is(Kind::kBody) && !unit.is(Kind::kCompany) && !unit.is(Kind::kMedia) &&
         !ends_she && unit.token + 1 == unit.token_end && !named_[unit.token] &&
         (first.starts_with("\u0627\u0644\u0631\u0626\u06cc\u0633") || first == "\u0631\u0626\u06cc\u0633" ||
          first == "\u0645\u062f\u06cc\u0631" || first == "\u0627\u0644\u0645\u062f\u06cc\u0631");
}

// رئيس المجلس عبد الفتاح البرهان بملاحقة …: a name that no lexicon knows, behind the noun of an office.
int SentenceReader::arabic_name_end(int begin, int end) const {
  int i = begin;
  while (i < end && i < begin + 4 && at(i).is_word() && at(i).lexemes.empty() && !is_attached(i) &&
         !(i > begin && named_[at(i).token] && !named_[at(i - 1).token]))  // معتصم الحاج الصمادي: whom the page knows
    ++i;
  const bool opens = i > begin && !fold(begin).starts_with("\u0627\u0644");
  const bool object = i < size_ && ((is_comma_mark(at(i).mark) && i - begin > 2) || is_attached(i) ||
                                    at(i).is(Kind::kPreposition) || at(i).is(Kind::kThat) ||
                                    at(i).is(Kind::kDeterminer) || at(i).is(Kind::kClaimNoun) || named_[at(i).token]);
  return opens && object && i - begin >= 2 ? i : begin;
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
  if (begin == aux || only_adverbial({begin, aux}) || only_time({begin, aux})) {
    const Range named = subject_amid({aux + 1, cue.group.begin});
    if (!named.empty()) object = trimmed({named.end, cue.group.begin});
    if (!named.empty()) return named;
  }
  if (begin == aux && aux > 0 && is_comma_mark(at(aux - 1).mark)) {
    if (const Range named = subject_behind_auxiliary(aux, cue); !named.empty()) return named;
    Cue moved = cue;  // Paul Rehm, der Inhaber, hat die Vorwürfe zurückgewiesen
    moved.group.begin = aux;
    const Range named = subject_left(moved);
    if (named.empty() || !speaks(named)) return {};
    object = trimmed({aux + 1, cue.group.begin});
    return named;
  }
  if (subject.empty() || !speaks(subject)) return {};
  object = {aux + 1, cue.group.begin};
  return subject;
}

// Takes apart what stands before the verb where the order of words is free: object and subject, in either order.
void SentenceReader::split_left(const Cue& cue, Range& left, std::vector<Span>& fronted) {
  points_back_ = false;
  if (grammar_.is_wide && !left.empty() && left.end < cue.group.begin &&
      (frame(cue, "np") || frame(cue, "call") || act_of(*cue.lexeme) == Act::kDecline)) {
    // 公司对此坚决否认, 发言人对这一说法不予置评: what it is about stands before the verb
    int about = left.end;  // 李明周一也对这一报道表示否认
    while (about + 1 < cue.group.begin && at(about).is_word() && !has_cue_between(about, about + 1) &&
           fold(about) != "对" && fold(about) != "就" && fold(about) != "针")
      ++about;
    const std::string_view lead = text_.view(at(about).span);
    int end = cue.group.begin;
    while (end > about + 1 && (at(end - 1).is(Kind::kAdverb) || at(end - 1).is(Kind::kAuxiliary))) --end;
    if (lead == "对此" && end == about + 1) {
      fronted = {{text_.tokens[at(about).token + 1].begin, at(about).span.end}};
    } else if (lead == "对" || lead == "对于" || lead == "就" || lead == "针对") {
      fronted = spans_of({about + 1, end});
    }
  }
  // 对于这一说法，该公司予以否认
  if (grammar_.is_wide && fronted.empty() && left.begin > 2 && is_comma_mark(at(left.begin - 1).mark) &&
      (cue.after >= size_ || is_boundary(cue.after)) && (frame(cue, "np") || act_of(*cue.lexeme) == Act::kDecline)) {
    int first = left.begin - 2;
    while (first > 0 && !is_boundary(first - 1)) --first;
    const std::string_view lead = text_.view(at(first).span);
    const bool about = lead == "对" || lead == "对于" || lead == "就" || lead == "针对";
    bool says = false;
    for (int i = first + 1; i + 1 < left.begin; ++i)
      says = says || (has_cue_between(i, i + 1) && !at(i).is(Kind::kClaimNoun));
    if (about && first + 2 < left.begin && !says) fronted = spans_of({first + 1, left.begin - 1});
  }
  if (left.empty() || text_.language == "en" || grammar_.is_wide || grammar_.verb_last) return;
  if (grammar_.is_slavic && is_named_apposition(left, cue)) {
    left.begin = apposed_firm(left);
    return;
  }
  const auto personal = [&](int i) {
    if (grammar_.is_slavic) return is_subject_pronoun(i);
    return at(i).is(Kind::kPronoun) && !at(i).is(Kind::kAnaphor) && !at(i).is(Kind::kDeterminer) &&
           !at(i).is(Kind::kPossessive);
  };
  for (int i = left.begin; i < left.end; ++i)
    if (at(i).is(Kind::kAnaphor) && ((i > 0 && at(i - 1).is(Kind::kPreposition)) || at(i).token_end > at(i).token + 1))
      points_back_ = true;
  // він це заперечує: a word that is "is" elsewhere
  if (left.end < cue.group.begin && left.end + 1 == cue.group.begin && at(left.end).is(Kind::kAnaphor) &&
      takes_object(cue)) {
    fronted = {at(left.end).span};
    return;
  }
  if (left.size() > 1 && personal(left.begin) && left.size() <= 5) {  // er der Zeitung sagte
    const Range behind{left.begin + 1, left.end};
    left.end = left.begin + 1;
    if (takes_object(cue) && !(grammar_.is_slavic && find_that(cue.after, cue)))
      add_object(object_behind_circumstances(behind, cue), fronted);  // он это отрицает, он вину не признаёт
    return;
  }
  const int last = left.end - 1;
  if (left.size() > 1 && personal(last)) {  // обвинения он считает …
    fronted = spans_of({left.begin, last});
    left = {last, left.end};
    return;
  }
  const bool confirms = grammar_.is_slavic && act_of(*cue.lexeme) == Act::kConfirm;  // проверку признал, однако …
  const bool object =
      frame(cue, "np") || frame(cue, "only") || frame(cue, "inf") || frame(cue, "call") || cue.negated || confirms;
  if (left.size() > 1 && at(last).is(Kind::kAnaphor) && object) {  // в компании это отрицают
    fronted = {at(last).span};
    left.end = last;
    if (grammar_.is_slavic) left = trimmed(left);
    return;
  }
  if (grammar_.is_slavic && object && (split_place_object(cue, left, fronted) || split_itself(left, fronted))) return;
  if (grammar_.is_slavic && frame(cue, "call") && split_slavic_subject(cue, left, fronted)) return;
  if (grammar_.is_slavic && frame(cue, "call") && split_place_behind_claim(cue, left, fronted)) return;
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
  const bool parts = takes_object(cue) && !find_that(cue.after, cue);
  if (grammar_.is_slavic && parts && split_slavic_subject(cue, left, fronted)) return;
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
  // Іван Савчук заперечує, що …; Jan Nowak winy nie przyznaje: a first name, and no object
  if (grammar_.is_slavic && (find_that(cue.after, cue) || may_be_first_name(left.begin) || is_described_name(left)))
    return;
  if (grammar_.is_slavic && last > left.begin)  // бывший министр экономики Латвии Тимур Рубан
    if (const int head = slavic_head(left, cue);
        head >= 0 && head < last && slavic_phrase_begin(head, left.begin) == left.begin &&
        slavic_subject_end(head, left) == left.end && at(head).is(Kind::kPerson))
      return;
  if (named_[at(last).token] && !(grammar_.is_slavic && (is_governed(last) || !is_subject_word(last, verb_of(cue)))) &&
      !is_speaker_noun(left.begin) && !named_[at(left.begin).token] && left.size() > 1 &&
      !at(left.begin).is(Kind::kPlace)) {
    fronted = spans_of({left.begin, last});  // увольнение Иванов не отрицает
    left = {last, left.end};
  }
}

}  // namespace cordon::reading
