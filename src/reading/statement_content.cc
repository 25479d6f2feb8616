// Steps of the plain statement: what is said.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

// Takes what stands before the statement: the quotation, or the clause.
void SentenceReader::take_left(Attribution& a, Statement& s) {
  int begin = segment_begin(s.joint + 1);
  for (const Attribution& before : out_)
    if (!before.content.empty() && before.cue.end < at(s.chunk).span.begin) {
      const uint32_t past = std::max(before.cue.end, before.needs_medium ? 0u : before.content.back().end);
      int k = begin;
      while (k < s.joint + 1 && at(k).span.begin < past) ++k;
      bool has_more = k < s.joint;  // not only the mark that ends a quotation
      if (text_.language == "en" && has_more && k + 3 > s.joint) {
        has_more = false;
        for (int n = k; n < s.joint; ++n) has_more = has_more || at(n).is_word() || at(n).quote >= 0;
      }
      // The seller wanted cash and asked no questions, the indictment says: both are what it says
      const bool second_verb = text_.language == "en" && has_more && at(k).is(Kind::kConjunction) &&
                               has_cue_between(k + 1, k + 2) && k + 1 < size_ && !is_speaker_noun(k + 1);
      if (has_more && !second_verb && (is_comma_mark(at(k).mark) || at(k).is(Kind::kConjunction))) begin = k;
    }
  if (s.stop < size_ && is_comma_mark(at(s.stop).mark) &&
      !s.after_quote)  // in the midst of a clause: that clause alone
    for (int i = begin + 1; i + 1 < s.joint; ++i)
      if (is_comma_mark(at(i).mark) && at(i + 1).is(Kind::kConjunction)) begin = i + 1;
  if (grammar_.is_slavic && !s.after_quote) begin = relative_begin(begin, s.joint + 1);
  // В письме, которое видела редакция, компания отрицает, что …: a clause on the paper, where the content follows
  if (grammar_.is_slavic && !s.after_quote && s.stop + 1 < size_ && is_comma_mark(at(s.stop).mark) &&
      (at(s.stop + 1).is(Kind::kThat) || fold(s.stop + 1) == "by" || fold(s.stop + 1) == "żeby") &&
      is_slavic_aside(begin, s.joint + 1))
    return;
  if (text_.language == "en" && !s.after_quote && s.joint > begin) begin = std::max(begin, relative_head(s.joint - 1));
  for (int i = begin; i < s.joint && text_.language == "en" && !s.after_quote;
       ++i)  // … was plainer: it had no deal, it said
    if (is_colon_mark(at(i).mark) &&
        (at(i + 1).is(Kind::kPronoun) || (s.stop < size_ && is_comma_mark(at(s.stop).mark))))
      begin = i + 1;
  while (begin < s.joint && (at(begin).is(Kind::kConjunction) || is_comma_mark(at(begin).mark))) ++begin;
  bool quoted = false;
  for (int i = begin; i <= s.joint; ++i) quoted = quoted || at(i).quote >= 0;
  if (quoted && s.after_quote) {  // only the words of the quotation
    for (int i = begin; i <= s.joint; ++i)
      if (at(i).quote >= 0) a.content.push_back(quotes_[at(i).quote].inner);
  } else {
    for (const Span& span : spans_of({begin, s.joint + 1})) a.content.push_back(span);
  }
}

// …, X said, and then more: what goes on behind the statement.
void SentenceReader::take_after_tail(const Cue& cue, Attribution& a, Statement& s) {
  int i = s.stop;
  if (i >= size_) return;
  if (is_semicolon_mark(at(i).mark) && a.act == Act::kDecline) return;
  if (is_semicolon_mark(at(i).mark) && text_.language == "de" && !s.after_quote && !goes_on_reported(i))
    return;                             // sagte er; seinen Namen möchte er nicht nennen
  if (is_semicolon_mark(at(i).mark)) {  // they said; their client …
    if (!has_cue_between(i, size_) && !s.after_quote)
      for (const Span& span : spans_of({i + 1, size_})) a.content.push_back(span);
    return;
  }
  bool quote_left = s.after_quote && !is_short_quote_before(s.joint);
  if (quote_left) {
    for (; i < size_ && !has_cue_between(i, i + 1); ++i)
      if (at(i).quote >= 0) {
        a.content.push_back(quotes_[at(i).quote].inner);
        break;
      }
    return;
  }
  if (!is_comma_mark(at(i).mark) && !is_dash_mark(at(i).mark)) return;
  int begin = i + 1;
  if (grammar_.is_slavic && is_comma_mark(at(i).mark) &&
      is_slavic_aside(begin, size_)) {  // …, передаёт X, который …, …
    while (begin < size_ && !is_comma_mark(at(begin).mark)) ++begin;
    if (++begin >= size_) return;
  }
  if (begin >= size_ || (at(begin).is(Kind::kSubordinator) && !at(begin).is(Kind::kPreposition))) return;
  if (text_.language == "en" && s.inverted)  // It is true, says X, the mayor, that …
    if (const int that = that_behind_description(begin); that > 0) begin = that;
  const int end = clause_end(begin, cue);
  if (end - begin < 1) return;
  if (grammar_.is_slavic && s.inverted && is_office_to_end(begin)) return;  // заявила X, юрист компании «Y»
  if (is_apposition(begin)) return;        // …, sagte X, die Sprecherin des Hafens, am Dienstag
  if (at(begin).is(Kind::kConjunction)) {  // he said, and had been shown one; he says, and driven to the border
    const int next = begin + 1;
    if (next < size_ && text_.language == "en" && at(next).quote >= 0) {  // X said, but “we have only begun.”
      a.content.push_back(quotes_[at(next).quote].inner);
      return;
    }
    if (next >= size_ || has_cue_between(begin, size_)) return;
    const bool narrates = at(next).is(Kind::kPronoun) && !at(next).is(Kind::kDeterminer) && fold(next) != "it";
    const bool but = at(begin).as(Kind::kConjunction)->value == "but" &&
                     (is_quote_mark(at(next).mark) || fold(next) == "instead" || fold(next) == "rather");
    const bool goes_on =
        text_.language == "en" && ((at(begin).as(Kind::kConjunction)->value == "and" && !narrates) || but);
    if (!at(next).is(Kind::kAuxiliary) && !goes_on) return;
  }
  const bool put_in =
      s.joint >= 0 && is_dash_mark(at(s.joint).mark) && is_dash_mark(at(i).mark);  // El informe –dijo– …
  if (end < size_ && begin < end && !put_in && has_cue_between(begin, end) && !only_passives(begin, end)) return;
  if (s.inverted && text_.language == "en" && is_description(begin, end)) return;  // said X, a lawyer in Y
  for (const Span& span : spans_of({begin, end})) a.content.push_back(span);
}

// Wies die Vorwürfe zurück; brushed that aside: the object between the parts of the verb.
void SentenceReader::take_object_amid(const Cue& cue, Attribution& a, Statement& s) {
  if (a.rule.empty()) a.rule = "object between the parts of the verb";
  Range object_words = cue.middle;
  while (object_words.size() > 1 && text_.language == "de" && fold(object_words.end - 1) == "aber")
    --object_words.end;  // bestritt die Zahlungen aber nicht
  while (!object_words.empty() && at(object_words.end - 1).is(Kind::kAdverb) &&
         !at(object_words.end - 1).is(Kind::kAnaphor) && (object_words.size() > 1 || a.act == Act::kDecline))
    --object_words.end;
  while (object_words.size() > 1 && at(object_words.begin).is(Kind::kAdverb) &&
         !at(object_words.begin).is(Kind::kAnaphor))
    ++object_words.begin;
  if (object_words.size() > 1 && fold(object_words.begin) == "sich") ++object_words.begin;
  if (const Range of = frame(cue, "accuse") ? accused_of(object_words) : Range{}; !of.empty()) {
    a.addressee = speaker_span({object_words.begin, of.begin});
    object_words = of;
  }
  a.content = spans_of(object_words);
  if (text_.language == "de" && a.act == Act::kDecline && !object_words.empty() && fold(object_words.begin) == "von")
    a.content = spans_of({cue.unit, cue.after});  // machte von seinem Schweigerecht Gebrauch
  if (text_.language == "en" && a.act == Act::kAssert && !a.content.empty())  // put the number at about 600
    a.content = spans_of({object_words.begin, clause_end(std::max(s.after, object_words.begin + 1), cue)});
  if (s.after < size_ && fold(s.after) == "as") {  // brushed that aside as “guesswork” when we asked, then …
    int end = s.after + 1;
    const int limit = clause_end(s.after, cue);
    while (end < limit && !is_comma_mark(at(end).mark) && !at(end).is(Kind::kSubordinator)) ++end;
    for (const Span& span : spans_of({s.after, end})) a.content.push_back(span);
  }
  if (!a.content.empty() && frame(cue, "np")) add_claim_clause(object_words, cue, a);
}

// The allegation on Monday, without …: what follows a claim is no part of it. Returns where the object ends.
int SentenceReader::claim_object_end(const Cue& cue, const Statement& s, int end) const {
  int noun = s.after;
  while (noun < end && noun < s.after + 3 && !at(noun).is(Kind::kClaimNoun)) ++noun;
  for (int i = noun + 1; i + 1 < end && noun < s.after + 3; ++i) {
    if (at(i).is(Kind::kThat)) break;
    // dément ces allégations et se réserve le droit …: a second verb
    const Unit& next = at(i + 1);
    if (text_.language != "en" && frame(cue, "np") && at(i).is(Kind::kConjunction) && i == noun + 1 && next.is_word() &&
        !next.is(Kind::kDeterminer) && !next.is(Kind::kPossessive) && !next.is(Kind::kClaimNoun) &&
        !next.is(Kind::kAdjective) && !next.is(Kind::kFalsehood) && !next.is_capital &&
        (next.is(Kind::kAuxiliary) || next.is(Kind::kCue))) {
      end = i;
      break;
    }
    if (text_.language == "de" && is_comma_mark(at(i).mark) && is_subjunctive_clause(i + 1, end)) break;
    if ((at(i).is(Kind::kPreposition) && at(i + 1).is(Kind::kTime)) || fold(i) == "without" ||
        (text_.language == "en" && is_comma_mark(at(i).mark) && (is_relative(i + 1) || fold(i + 1) == "first")) ||
        (grammar_.verb_first && i == noun + 1 && at(i).is(Kind::kSubordinator)) ||  // نفت الأنباء بعد أن اتهمها X
        (is_comma_mark(at(i).mark) && text_.language != "en" && frame(cue, "np") && !at(i + 1).is(Kind::kThat) &&
         !at(i + 1).is(Kind::kSubordinator) && !is_relative(i + 1) && !at(i + 1).is(Kind::kDeterminer))) {
      end = i;
      break;
    }
  }
  return end;
}

// Called it an invention: what a thing is called says whether that denies it. True: nothing is called anything.
bool SentenceReader::judge_calling(const Cue& cue, Attribution& a, Statement& s, int end) {
  if (text_.language == "en" && at(s.after).is(Kind::kPreposition) && fold(s.after) != "as" && fold(s.after) != "of")
    return true;  // officers had called at the warehouse
  bool worded =
      (text_.language == "en" && text_.tokens[at(cue.unit).token_end - 1].fold == "of") ||
      (!frame(cue, "strict") && (text_.language != "en" || cue.group.begin < cue.unit));  // a group called X: no claim
  for (int i = s.after; i < end; ++i) {
    if (is_english_verdict(i)) {  // called it a lie
      worded = true;
      if (a.act == Act::kAssert && names_a_claim({s.after, end})) a.act = Act::kDismiss;
    }
    worded = worded || is_quote_mark(at(i).mark) || at(i).is(Kind::kFalsehood) || at(i).is(Kind::kClaimNoun) ||
             fold(i) == "as" || (text_.language == "de" && fold(i) == "für" && i > s.after);
    if (at(i).is(Kind::kFalsehood) && a.act == Act::kAssert && names_a_claim({s.after, end}) &&
        is_predicate_here(i, s.after, end))
      a.act = Act::kDismiss;
  }
  worded = worded || (text_.language == "es" && s.last == "de");  // tacha de insuficientes las explicaciones
  worded = worded || (text_.language == "en" && calls_it_something({s.after, end}));
  for (int i = s.after; i < end && !worded; ++i) worded = has_stop(i, "out of place");
  if (!worded && !is_spoken_of(s.after)) return true;
  if (a.act == Act::kAssert && is_verdict_first(s.after, end)) a.act = Act::kDismiss;
  if (a.act == Act::kAssert && is_false_in_marks(s.after, end)) a.act = Act::kDismiss;
  if (a.act == Act::kAssert && calls_claim({s.after, end})) a.act = Act::kDismiss;
  for (int i = s.after; i < end; ++i)  // nannte das verfrüht
    if (a.act == Act::kAssert && has_stop(i, "out of place") &&
        (text_.language != "en" || names_a_claim({s.after, end})))
      a.act = Act::kDismiss, s.out_of_place = true;
  return false;
}

// Denied the report: the object behind the verb. True: nothing is said.
bool SentenceReader::take_object(const Cue& cue, Attribution& a, Statement& s) {
  if (a.rule.empty()) a.rule = "subject verb object";
  if (grammar_.verb_first && frame(cue, "np"))  // تنفي شركة في دبي أنها …
    for (int i = s.after; i < size_ && i < s.after + 4 && !is_boundary(i); ++i)
      if (at(i).is(Kind::kThat) || at(i).is(Kind::kClaimNoun)) {
        const int object = i > s.after && at(i - 1).is(Kind::kDeterminer) ? i - 1 : i;  // هذه الأنباء
        // ورفضت كربكس هذه الرواية: unknown words between the verb and its object are who speaks, and nobody before them
        bool unknown = object > s.after;
        for (int k = s.after; k < object; ++k) unknown = unknown && at(k).is_word() && at(k).lexemes.empty();
        if (unknown && a.takes_speaker_before) {
          a.speaker = speaker_span({s.after, object});
          a.takes_speaker_before = false;
          a.rule = "subject verb object";
        }
        s.after = object;
        break;
      }
  if (grammar_.is_slavic && frame(cue, "accuse") && at(s.after).is(Kind::kPronoun))  // wytknął mu, że …
    if (const std::optional<int> clause = find_that(s.after, cue); clause && *clause <= s.after + 2) s.after = *clause;
  while (grammar_.verb_first && s.after + 1 < size_ && (at(s.after).is(Kind::kTime) || at(s.after).is(Kind::kAdverb)) &&
         !is_boundary(s.after + 1) && !at(s.after).is(Kind::kThat))
    ++s.after;  // نفت الشركة اليوم الاثنين ما …
  if (frame(cue, "behind") && s.after + 1 < size_ && at(s.after).is(Kind::kPreposition))
    ++s.after;  // un desmentido de …
  s.after = before_that(behind_addressee(cue, s.after));
  int end = before_dash(s.after, before_time(s.after, second_verb(s.after, clause_end(s.after, cue))));
  if (frame(cue, "call") && s.after < end) end = before_document({s.after, end});  // de «disparate» en un comunicado
  int colon = size_;                                                               // denied it: “We …”
  if (frame(cue, "np") || frame(cue, "call")) {
    for (int i = s.after; i < end; ++i)
      if (is_colon_mark(at(i).mark)) end = i, colon = i;
    if (colon == size_ && end < size_ && is_colon_mark(at(end).mark)) colon = end;
  }
  if (s.after < size_ && at(s.after).is(Kind::kAnaphor) && frame(cue, "np")) {
    const int next = s.after + 1;
    if (next >= end || is_boundary(next) || at(next).is(Kind::kConjunction) ||
        (at(next).is(Kind::kPreposition) && fold(next) != "as") || at(next).is(Kind::kTime))
      end = next;
  }
  if (frame(cue, "np") || frame(cue, "echo")) end = claim_object_end(cue, s, end);
  if (frame(cue, "np") || a.act == Act::kDecline) end = before_second_deed(s.after, end);
  if (text_.language == "en") end = before_time_clause(s.after, end);
  while (end - s.after > 1 && end - s.after < 8 && at(end - 1).is(Kind::kAdverb) &&
         (frame(cue, "np") || at(end - 1).as(Kind::kAdverb)->value == "tail"))
    --end;
  if (text_.language == "en" && frame(cue, "np")) end = told_to({s.after, end}, a.act);
  if (text_.language == "en" && a.act != Act::kDecline) end = venue_begin({s.after, end});
  if (const Range of = frame(cue, "accuse") ? accused_of({s.after, end}) : Range{}; !of.empty()) {
    a.addressee = speaker_span({s.after, of.begin});
    s.after = of.begin;
  }
  if (const int clause = accused_clause(cue, s.after); clause > s.after) {
    a.addressee = speaker_span({s.after, clause - 1});
    s.after = clause;
    end = std::max(end, clause_end(clause, cue));
  }
  a.content = spans_of({s.after, end});
  if (is_nothing_subject(cue) && !a.content.empty()) {
    a.act = Act::kAssert;
    a.content.front().begin = text_.tokens[at(cue.unit).token_end - 1].begin;
  }
  if (text_.language != "en" && colon + 1 < size_ && at(colon + 1).quote >= 0 &&
      (a.act == Act::kDeny || a.act == Act::kDismiss || frame(cue, "call")))
    a.content.push_back(quotes_[at(colon + 1).quote].inner);
  // „Sarnıçlı habe …“, bestritt X: an object that follows only a little adverbial belongs to the tail
  if (frame(cue, "call") && judge_calling(cue, a, s, end)) return true;
  if (a.content.empty() && s.tail_able) take_left(a, s);
  if (!s.left.empty() && s.inverted && !s.left_speaks && !frame(cue, "via"))
    a.content.insert(a.content.begin(), span_of(s.left));
  return false;
}

// 不过，该公司对此予以否认; 周一，…; 报道发布后，…: how a Chinese clause is joined, and when: nothing that is denied.
bool SentenceReader::leads_in(Range lead) const {
  if (!grammar_.is_wide || lead.empty()) return false;
  const bool joins = std::all_of(units_.begin() + lead.begin, units_.begin() + lead.end, [](const Unit& u) {
    return u.is(Kind::kAdverb) || u.is(Kind::kConjunction) || u.is(Kind::kTime) || u.mark != 0;
  });
  const std::string_view last = text_.view(at(lead.end - 1).span);
  return joins || only_time(lead) || (lead.size() > 2 && (last == "时" || last == "后" || last == "中"));
}

// “…,” X said: what was said stands before.
void SentenceReader::take_tail(const Cue& cue, Attribution& a, Statement& s) {
  if (a.rule.empty())
    a.rule = s.after_quote ? (s.inverted ? "quotation, verb subject" : "quotation, subject verb")
                           : (s.inverted ? "content, verb subject" : "content, subject verb");
  // Contacté, le ministère n’a pas donné suite: only what a preposition or a question puts first was refused
  const int opener = segment_begin(s.joint + 1);
  const bool and_declined = text_.language == "en" && a.act == Act::kDecline && s.left.empty() && s.chunk > 0 &&
                            at(s.chunk - 1).is(Kind::kConjunction);  // said so but would not comment further
  const bool asked =
      !and_declined && (s.after_quote || a.act != Act::kDecline || text_.language == "en" || opener >= size_ ||
                        at(opener).is(Kind::kPreposition) || at(opener).is(Kind::kWhether) ||
                        at(opener).is(Kind::kThat) || s.joint - opener > 6);
  // Dans un communiqué publié lundi, le groupe a démenti: what was said before
  const bool setting = (text_.language == "fr" || text_.language == "es" || leads_in({opener, s.joint})) &&
                       !s.after_quote && !s.inverted && !s.left.empty() && frame(cue, "np") && opener < s.joint &&
                       (grammar_.is_wide || is_participle_form(opener) ||
                        (at(opener).is(Kind::kPreposition) && !at(opener).is(Kind::kDeterminer))) &&
                       (s.stop >= size_ || is_terminal_mark(at(s.stop).mark));
  const bool own_words = text_.language == "en" && a.act == Act::kDeny && !s.after_quote && !s.inverted &&
                         at(cue.unit).token_end > at(cue.unit).token + 1 && opener < s.joint && s.joint - opener <= 6 &&
                         at(opener).is(Kind::kPreposition);  // In court, he pleaded not guilty
  if (own_words) {
    a.content = {{text_.tokens[at(cue.unit).token + 1].begin, at(cue.unit).span.end}};
  } else if (setting) {
    if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.points_back = true;
  } else if (const Attribution* said = claimed_so(s.joint, s.chunk)) {
    a.content = said->content;  // denied there had been a leak, as the union had claimed
  } else if (asked && !is_occasion(opener, s.joint)) {
    take_left(a, s);
  }
  // The allegations, which the company denies, were published in March: the relative clause says it of what is before
  if (const int which = s.chunk - 1; text_.language == "en" && which > 1 && fold(which) == "which") {
    int claim = which - 2;
    while (claim > 0 && !at(claim).is(Kind::kClaimNoun) && !is_boundary(claim - 1)) --claim;
    while (claim > 0 && at(claim).is(Kind::kClaimNoun) &&
           (at(claim - 1).is(Kind::kDeterminer) || at(claim - 1).is(Kind::kAdjective) ||
            at(claim - 1).is(Kind::kPossessive)))
      --claim;
    a.content = spans_of({claim, which - 1});
  } else if (!setting) {
    take_after_tail(cue, a, s);
  }
}

// Ce que conteste X; L’entreprise dément: what is denied stands before the verb, or was said before.
void SentenceReader::take_object_before(const Cue& cue, Attribution& a, Statement& s) {
  if (a.rule.empty()) a.rule = "object before the verb";
  // ce que conteste X; 公司负责人予以否认; which the company denies
  int end = s.chunk;
  while (end > 0 &&
         (at(end - 1).is(Kind::kSubordinator) || at(end - 1).is(Kind::kThat) || is_comma_mark(at(end - 1).mark) ||
          (text_.language == "de" && at(end - 1).is(Kind::kAuxiliary) && end == s.chunk)))
    --end;
  const int pronoun = object_pronoun(cue);
  if (grammar_.is_slavic && s.inverted && s.right.begin > cue.after + 1 && frame(cue, "np")) {
    Range object{cue.after, s.right.begin};  // Отрицает обвинения и министерство
    while (!object.empty() && is_slavic_also(object.end - 1)) --object.end;
    if (!object.empty() && (at(object.end - 1).is(Kind::kClaimNoun) || at(object.begin).is(Kind::kAnaphor)) &&
        is_callable(object) && !has_cue_between(object.begin, object.end))
      a.content = spans_of(object);
  }
  if (!a.content.empty()) return;
  if (pronoun >= 0 && s.joint > 0 && at(s.joint).is(Kind::kConjunction))
    a.content = {at(pronoun).span};    // …, mais il le nie
  else if (end > 0 && s.joint >= 0 &&  // compareció ante el juez, pero se acogió a su derecho a no declarar
           !(text_.language != "en" && a.act == Act::kDecline && at(s.joint).is(Kind::kConjunction)))
    a.content = spans_of({segment_begin(end), end});
  if (!a.content.empty() && leads_in({segment_begin(end), end})) a.content.clear();
  if (a.content.empty() && pronoun >= 0 && !out_.empty()) a.content = {at(pronoun).span};  // …; un tercero la negó
  if (a.content.empty() && a.act == Act::kDeny && !out_.empty() && out_.back().act == Act::kAccuse)
    a.content = out_.back().content;  // Le groupe, accusé par X de …, dément
  if (a.content.empty() && (a.act == Act::kDeny || a.act == Act::kAccuse || a.act == Act::kDismiss ||
                            a.act == Act::kConfirm))  // L’entreprise dément.
    if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.points_back = true;
}

// Wies die Vorwürfe zurück; gab als Empfänger eine Molkerei an: is what is said between the parts of the verb?
bool SentenceReader::stands_amid(const Cue& cue, const Attribution& a, const Statement& s) const {
  return !cue.middle.empty() && !frame(cue, "behind") &&
         (frame(cue, "np") ||
          (frame(cue, "accuse") && !s.that && s.stop == s.after &&
           !(s.stop < size_ && is_comma_mark(at(s.stop).mark))) ||
          ((a.act == Act::kConfirm || a.act == Act::kDecline || frame(cue, "show")) && !s.that && s.stop == s.after &&
           !is_told_amid(cue)) ||
          ((a.act == Act::kPromise || a.act == Act::kWarn || a.act == Act::kRequest) && !s.that && s.stop == s.after &&
           !s.after_quote && text_.language == "de" && !(s.stop < size_ && is_comma_mark(at(s.stop).mark))) ||
          (text_.language == "de" && a.act == Act::kAssert && frame(cue, "say") && !s.that && s.stop == s.after &&
           fold(cue.middle.begin) == "als") ||  // gab als Empfänger eine Molkerei an
          (text_.language == "de" && a.act == Act::kAssert && frame(cue, "say") && !s.that && s.stop == s.after &&
           !s.after_quote && !(s.stop < size_ && !is_terminal_mark(at(s.stop).mark)) && cue.middle.size() > 1 &&
           at(cue.middle.begin).is(Kind::kDeterminer) && !is_german_dative(cue.middle.begin) &&
           fold(cue.middle.begin) != "der" && fold(cue.middle.begin) != "einer") ||
          (frame(cue, "von") && s.stop == s.after && fold(cue.middle.begin).starts_with("vo"))) &&
         !s.inverted;
}

// Beteuert, …; 他说，…: is what follows the comma at the end of the statement what is said?
bool SentenceReader::goes_on_behind_comma(const Cue& cue, const Statement& s) const {
  return s.nothing_right && s.stop < size_ && is_comma_mark(at(s.stop).mark) &&
         (!s.tail_able ||
          (text_.language == "de" && s.left.empty() && !s.inverted && !s.after_quote &&
           (frame(cue, "say") || denies_clause(cue, s.stop)) && s.stop + 1 < size_ &&
           cue.group.begin == s.joint + 1) ||  // räumte ein, …, betonte aber, …
          (grammar_.is_wide && !s.after_quote && s.stop + 1 < size_ && frame(cue, "say"))) &&
         !((text_.language == "fr" || text_.language == "es") && frame(cue, "np") && !frame(cue, "say")) &&
         !(text_.language == "en" && (is_time_clause(cue) || is_said_of_refusal(cue, s.stop))) &&
         !((text_.language == "fr" || text_.language == "es") && s.stop + 1 < size_ &&
           at(s.stop + 1).is(Kind::kSubordinator) && !at(s.stop + 1).is(Kind::kThat)) &&  // nie, tandis que …
         !(grammar_.is_wide && is_said_whole(cue) && s.stop + 1 < size_ &&                // 回应，否认参与
           at(s.stop + 1).is(Kind::kCue) && !is_speaker_noun(s.stop + 1) && !at(s.stop + 1).is(Kind::kPreposition) &&
           has_cue_between(s.stop + 1, s.stop + 2)) &&
         !(grammar_.is_wide && frame(cue, "np") && !before_sentence().empty() &&  // 他对此矢口否认，反指对方说谎
           (at(s.stop + 1).is(Kind::kCue) || text_.view(at(cue.unit).span).find("此") != std::string_view::npos)) &&
         !(grammar_.is_slavic && is_slavic_aside(s.stop + 1, size_)) &&  // сообщил источник, знакомый с делом
         !(grammar_.is_slavic && s.inverted && is_office_to_end(s.stop + 1)) &&
         !(grammar_.is_wide && s.stop + 1 < size_ && at(s.stop + 1).is(Kind::kConjunction));  // 他予以否认，并警告…
}

// Hatte die Vorwürfe als haltlos bezeichnet: the object before the participle.
void SentenceReader::take_german_object(const Cue& cue, Attribution& a, const Statement& s) {
  if (a.rule.empty()) a.rule = "object before the participle";
  if (const int end = german_infinitive_end(cue); end > 0) {  // hatte die Mitglieder ermahnt, Aufträge zu prüfen
    a.addressee = speaker_span(trimmed(s.german_object));
    a.content = spans_of({s.after + 1, end});
  } else {
    a.content = spans_of(s.german_object);
    add_claim_clause(s.german_object, cue, a);
    // hatte die Vorwürfe als haltlos bezeichnet
    if (frame(cue, "call") && a.act == Act::kAssert && names_a_claim(s.german_object) && names_falsehood(a.content))
      a.act = Act::kDismiss;
  }
}

// Die Vorwürfe wies X zurück: what stands before the verb.
void SentenceReader::take_fronted(const Cue& cue, Attribution& a, const Statement& s) {
  if (a.rule.empty()) a.rule = "object before the verb";
  a.content = s.fronted;
  const bool goes_on = grammar_.is_slavic && frame(cue, "np") && s.after < size_ && at(s.after).is(Kind::kConjunction);
  // с обвинениями не согласен и намерен идти в суд: what he goes on to do is not denied
  if (s.stop > s.after && !goes_on &&
      (!only_adverbial({s.after, s.stop}) || (text_.language == "en" && fold(s.after) == "as")))
    for (const Span& span : spans_of({s.after, before_relative_clause(s.after, clause_end(s.after, cue))}))
      a.content.push_back(span);
  if (frame(cue, "call") && a.act == Act::kAssert) {
    if (!s.left.empty() && calls_claim({segment_begin(cue.unit), s.stop})) a.act = Act::kDismiss;
    for (int i = s.after; i < size_ && !is_colon_mark(at(i).mark); ++i)
      if (at(i).is(Kind::kFalsehood)) a.act = Act::kDismiss;
  }
}

// X sagte: „…“: the quotation or the clause behind the colon, and the clause before the verb.
void SentenceReader::take_quotation(const Cue& cue, Attribution& a, const Statement& s) {
  if (a.rule.empty()) a.rule = "subject verb: quotation";
  const int begin = is_colon_mark(at(s.stop).mark) ? s.stop + 1 : s.stop;
  if (text_.language == "en" && a.act == Act::kDeny && begin > s.stop && begin + 1 < size_ &&
      at(begin).is(Kind::kPronoun) && has_cue_between(begin + 1, begin + 3)) {  // The port disagrees: it says …
    if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.points_back = true;
    return;
  }
  const int first = segment_begin(s.joint + 1);  // Die Tüten hätten …, berichtete er: „…“
  if (begin < size_ && s.inverted && s.after_comma && !s.after_quote && text_.language != "en" && s.left.empty() &&
      s.joint - first > 3 && is_comma_mark(at(s.joint).mark) && !at(first).is(Kind::kPreposition) &&
      !at(first).is(Kind::kSubordinator) && !at(first).is(Kind::kWhether) && !has_cue_between(first, s.joint))
    a.content = spans_of({first, s.joint});
  if (begin < size_ && at(begin).quote >= 0) {
    a.content.push_back(quotes_[at(begin).quote].inner);
  } else if (begin < size_) {
    for (const Span& span : spans_of({begin, clause_end(begin, cue)})) a.content.push_back(span);
  }
}

// Así lo dijo X ante el juez: «…»; así lo dijo X, de 54 años: «…»: the colon with something behind it, at unit `i` or
// behind an aside on who speaks; `i` where none is.
int SentenceReader::colon_behind(int i) const {
  int colon = i;
  for (int commas = 0; commas < 3 && colon < size_ && is_comma_mark(at(colon).mark); ++commas)
    while (++colon < size_ && !is_boundary(colon)) continue;
  return opens_behind_colon(colon) ? colon : i;
}

bool SentenceReader::opens_behind_colon(int i) const {
  return i + 1 < size_ && is_colon_mark(at(i).mark) && (at(i + 1).is_word() || at(i + 1).quote >= 0);
}

// What is said: the object, the clause, the quotation, before or behind the verb. True: nothing.
bool SentenceReader::find_content(const Cue& cue, Attribution& a, Statement& s) {
  // Das berichtet die Zeitung; das sagte X am Montag
  const bool pointed = text_.language == "de" && s.inverted && cue.group.begin == 1 && at(0).is(Kind::kAnaphor) &&
                       frame(cue, "say") &&
                       (s.stop >= size_ || is_boundary(s.stop) || only_adverbial({s.after, s.stop})) &&
                       !(s.stop < size_ && (is_colon_mark(at(s.stop).mark) || at(s.stop).quote >= 0));
  // Потерпілі від удару вимагають, щоб …: whose they are, where a clause follows
  const bool clause =
      s.that || (s.stop + 1 < size_ && is_comma_mark(at(s.stop).mark) && at(s.stop + 1).is(Kind::kThat));
  for (int i = 0; grammar_.is_slavic && clause && !s.fronted.empty() && i < cue.unit; ++i)
    if (at(i).span.begin == s.fronted.front().begin && at(i).is(Kind::kPreposition)) s.fronted.clear();
  if (const Span own = s.stop == s.after && s.fronted.empty() ? own_object(cue) : Span{};
      !own.empty() && !s.after_quote) {
    a.content = {own};  // отрицает вину, адвокат готовит жалобу
    if (a.rule.empty()) a.rule = "subject verb object";
  } else if (const int cleft = cleft_mark(cue); cleft > 0) {
    a.content = said_before(cleft), a.rule = "what was just said";
  } else if (!pointed && is_cleft(0) && !has_cue_between(0, cue.unit) && opens_behind_colon(colon_behind(s.stop))) {
    s.stop = colon_behind(s.stop);
    take_quotation(cue, a, s);  // Así lo dijo X: «…»
  } else if (pointed || (is_cleft(0) && !has_cue_between(0, cue.unit))) {
    if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.rule = "what was just said";
  } else if (frame(cue, "so")) {
    a.rule = "so X";
    take_left(a, s);
    take_after_tail(cue, a, s);
  } else if (stands_amid(cue, a, s)) {  // wies die Vorwürfe zurück
    take_object_amid(cue, a, s);
  } else if (!s.german_object.empty() && s.object) {
    take_german_object(cue, a, s);
  } else if (!s.fronted.empty() && (s.object || frame(cue, "call") || s.stop == s.after)) {
    take_fronted(cue, a, s);
  } else if (s.object && !(s.nothing_right && s.stop == s.after)) {
    if (take_object(cue, a, s)) return true;
  } else if (s.that) {
    if (a.rule.empty()) a.rule = "subject verb that";
    int begin = s.that.value_or(s.after);
    if (text_.language == "es" && begin > s.after + 2 && fold(begin - 1) == "de" && at(begin - 2).is_word() &&
        !is_name(begin - 2)) {  // alertó a los armadores del riesgo de que …
      begin -= 2;
      while (begin > s.after && !at(begin).is(Kind::kPreposition)) --begin;
    }
    a.content = spans_of({begin, before_time_clause(begin, clause_end(s.that.value_or(s.after), cue))});
  } else if (s.other_version && is_contrary(s.after) && has_cue_between(s.stop + 1, size_)) {
    if (a.rule.empty()) a.rule = "subject verb object";  // disent le contraire : l’un d’eux affirme …
    a.content = spans_of({s.after, s.stop});
  } else if ((s.nothing_right || s.told) && s.stop < size_ &&
             (is_colon_mark(at(s.stop).mark) || (at(s.stop).quote >= 0 && !s.after_quote))) {
    take_quotation(cue, a, s);
  } else if ((s.stop == s.after || (frame(cue, "say") && only_adverbial({s.after, s.stop}))) && s.stop + 1 < size_ &&
             is_comma_mark(at(s.stop).mark) && at(s.stop + 1).quote >= 0 && !s.after_quote) {
    if (a.rule.empty()) a.rule = "subject verb, quotation";
    a.content = {quotes_[at(s.stop + 1).quote].inner};
  } else if (const int behind = s.nothing_right && s.inverted ? behind_aside(cue, s.stop) : 0; behind > 0) {
    if (a.rule.empty()) a.rule = "subject verb, clause";
    a.content = spans_of({behind, clause_end(behind, cue)});
  } else if (const int threat = s.nothing_right && !s.inverted ? german_before(cue, s.after) : 0;
             threat > 0 && s.stop > threat && !warns_somebody(s.stop)) {
    if (a.rule.empty()) a.rule = "subject verb clause";
    a.content = spans_of({threat, clause_end(threat, cue)});
  } else if (goes_on_behind_comma(cue, s) &&  // 拒绝证实，只说“…”: the next verb has its own content
             !(a.act == Act::kDecline && grammar_.is_wide &&
               has_cue_between(std::min(s.stop + 1, size_), std::min(s.stop + 2, size_)))) {
    // Chinese: 对于质疑，他说，…: what is said follows
    if (a.rule.empty()) a.rule = "subject verb, clause";
    const int begin = behind_aside(s.stop, frame(cue, "tell"));
    a.content = spans_of({begin, clause_end(begin, cue)});
  } else if (s.nothing_right && grammar_.comma_before_that && s.stop < size_ && is_comma_mark(at(s.stop).mark) &&
             s.stop + 1 < size_ && !s.after_quote && !s.left.empty() && s.left_speaks && s.joint >= 0 &&
             at(s.joint).is(Kind::kConjunction)) {
    a.content = spans_of({s.stop + 1, clause_end(s.stop + 1, cue)});
    if (a.rule.empty()) a.rule = "subject verb, clause";
  } else if (s.nothing_right && frame(cue, "call") && text_.language == "en") {
    return true;  // when we called
  } else if (const int before = german_before(cue, s.after); s.inverted && before > 0 && s.stop > before) {
    a.content = spans_of({before, clause_end(before, cue)});  // warnt die Kammer vor einem Generalverdacht
    if (a.rule.empty()) a.rule = "verb subject object";
  } else if (s.nothing_right && s.tail_able) {
    take_tail(cue, a, s);
  } else if (s.nothing_right && s.object) {
    take_object_before(cue, a, s);
  } else if (const int verdict = s.nothing_right ? 0 : judged_false(cue, s.after); verdict > 0) {
    a.act = Act::kDismiss;
    a.rule = "subject verb object";
    a.content = spans_of({s.after, verdict});
  } else if (!s.nothing_right && frame(cue, "strict") && !s.offers && !has_clause(s.after) && !is_contrary(s.after) &&
             !is_reported_on(s.speaker, s.after) && !names_medium(s.speaker, cue) && !s.has_that &&
             !(grammar_.is_slavic && a.act == Act::kWarn && is_infinitive(fold(s.after), text_.language)) &&
             !is_infinitive_clause(s.after) && !is_document_finding(cue, s.speaker) &&
             !(text_.language == "en" && at(s.after).is(Kind::kPronoun) && !at(s.after).is(Kind::kDeterminer))) {
    return true;  // but: prosecutors maintain he signed it himself
  } else if (!s.nothing_right) {
    if (a.rule.empty()) a.rule = "subject verb clause";
    const int begin = behind_addressee(cue, behind_whom(content_begin(s.after)));
    int end = second_verb(begin, clause_end(begin, cue));
    if (text_.language == "en")
      end = before_time_clause(begin, before_own_deed(begin, before_addressee_clause(begin, end)));
    a.content = spans_of({begin, text_.language == "en" ? told_to({begin, end}, a.act) : end});
    const bool colon = end + 1 < size_ && is_colon_mark(at(end).mark) && at(end + 1).quote >= 0;
    if (colon && (text_.language == "fr" || text_.language == "es") && !s.after_quote && a.act == Act::kAssert)
      a.content.push_back(quotes_[at(end + 1).quote].inner);  // soutient l’inverse : « … »
  }
  return false;
}

}  // namespace cordon::reading
