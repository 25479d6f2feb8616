// The plain statement: subject, verb and content in the orders that languages allow.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

void SentenceReader::read_statement(const Cue& cue, Attribution a) {
  if (text_.language == "de" && read_german_passive(cue, a)) return;
  Range left = subject_left(cue);
  int after = cue.after;
  std::vector<Span> fronted;  // content that stands before the verb
  Range german_object;
  if (text_.language == "de") {
    const Range subject = german_subject(cue, german_object);
    if (!subject.empty()) left = subject;
  }
  split_left(cue, left, fronted);
  if (grammar_.is_slavic && is_inside_aside(cue)) return;
  if (grammar_.is_slavic && left.empty() && left.begin < cue.group.begin && fronted.empty() &&
      (frame(cue, "inf") || frame(cue, "only")) && (cue.after >= size_ || is_boundary(cue.after)) &&
      at(left.begin).is(Kind::kPreposition))  // от дачи показаний отказался
    fronted = spans_of({left.begin, cue.group.begin});
  const bool after_relative = text_.language != "en" && !grammar_.verb_first && cue.group.begin > 1 &&
                              is_relative(cue.group.begin - 1) && is_comma_mark(at(cue.group.begin - 2).mark);
  if (after_relative) left = {cue.group.begin, cue.group.begin};  // …, qui évoque …: who spoke before
  const bool pronoun_joint = grammar_.verb_first && cue.group.begin > 0 &&
                             at(cue.group.begin - 1).is(Kind::kConjunction) && ends_with_pronoun(cue.group.begin - 1);
  const int chunk = left.empty() ? std::min(left.begin, cue.group.begin) : left.begin;
  int joint = chunk - 1;
  while (joint >= 0 && at(joint).is_word() &&
         (at(joint).is(Kind::kSubordinator) || at(joint).is(Kind::kAdverb) || at(joint).is(Kind::kTime)))
    --joint;
  const bool after_quote =
      joint >= 0 && (at(joint).quote >= 0 || (is_comma_mark(at(joint).mark) && joint > 0 && at(joint - 1).quote >= 0) ||
                     (is_dash_mark(at(joint).mark) && joint > 0 &&
                      (at(joint - 1).quote >= 0 || (joint > 1 && at(joint - 2).quote >= 0))));
  const bool after_comma = joint > 0 && (is_comma_mark(at(joint).mark) || is_dash_mark(at(joint).mark) ||
                                         is_terminal_mark(at(joint).mark) || is_quote_mark(at(joint).mark));
  const bool tail_able = after_quote || after_comma;

  Range right{after, after};
  bool left_speaks = !left.empty() && speaks(left);
  if (left_speaks && text_.language != "en" && at(left.begin).is(Kind::kAnaphor) &&
      at(left.begin).token_end > at(left.begin).token + 1)
    left_speaks = false;  // про це
  if (left_speaks && text_.language != "en" && at(left.begin).is(Kind::kPreposition) &&
      !at(left.begin).is(Kind::kPlace) && !at(left.begin).is(Kind::kDeterminer) && !frame(cue, "locative"))
    left_speaks = false;
  if (left_speaks && grammar_.is_slavic && !has_slavic_subject(left, cue)) left_speaks = false;
  const bool may_invert = text_.language != "en" || tail_able;
  bool inverted = false;
  if (frame(cue, "so")) {
    const Range named = phrase_right(after);
    int end = named.end;
    while (end < size_ && at(end).is(Kind::kAdverb)) ++end;
    if (!tail_able || named.empty() || !speaks(named) || !(end >= size_ || is_boundary(end))) return;
    right = {named.begin, end};
    inverted = true;
  } else if (!cue.middle.empty() && !left_speaks && !frame(cue, "via") &&
             speaks(phrase_right(cue.middle.begin))) {  // ließ Rost offen
    right = phrase_right(cue.middle.begin);
    right.end = std::min(right.end, cue.middle.end);
    if (at(right.begin).is(Kind::kPronoun)) right.end = right.begin + 1;
    inverted = true;
    if (!left.empty()) fronted.push_back(span_of(left));
  } else if (pronoun_joint || after_relative) {
  } else if (frame(cue, "via")) {  // نقلت عن X قوله إن: a medium passes on the words of X
    right = phrase_right(after);
    a.medium = speaker_span(left.empty() ? cue.middle : left);  // نقلت صحيفة عن: the medium stands amid the cue
    inverted = true;
  } else if ((left.empty() || grammar_.verb_first || !left_speaks) && may_invert && after < size_ &&
             !grammar_.is_wide && !grammar_.verb_last) {
    Range candidate = grammar_.is_slavic ? slavic_right(after, cue) : phrase_right(after);
    if (grammar_.is_slavic && !has_slavic_subject(candidate, cue))
      candidate.end = candidate.begin;  // zapowiedziała publikację
    const bool prepositional =
        !candidate.empty() && at(candidate.begin).is(Kind::kPreposition) && !at(candidate.begin).is(Kind::kDeterminer);
    bool speaks = false;
    for (int i = candidate.begin; i < candidate.end && !prepositional; ++i)
      speaks = speaks || is_name(i) || is_speaker_noun(i) || (at(i).is(Kind::kPronoun) && i == candidate.begin);
    const bool object_frame =
        frame(cue, "np") || frame(cue, "call") || frame(cue, "accuse") || frame(cue, "inf") || frame(cue, "tell");
    if (grammar_.verb_first && object_frame && !candidate.empty())
      speaks = is_name(candidate.begin) || is_speaker_noun(candidate.begin) || is_quote_mark(at(candidate.begin).mark);
    if (grammar_.verb_first && !candidate.empty() && !is_name(candidate.begin) && !is_speaker_noun(candidate.begin)) {
      const std::string_view word = fold(candidate.begin);  // بنشر, للجنة: particles, no subject
      if (word.starts_with("\u0628") || word.starts_with("\u0644")) candidate.end = candidate.begin;
    }
    if (!prepositional && !candidate.empty() && (speaks || (grammar_.verb_first && left.empty() && !object_frame))) {
      if (!object_frame || grammar_.verb_first ||
          (candidate.size() >= 1 && (candidate.end >= size_ || is_boundary(candidate.end)) && tail_able) ||
          at(candidate.begin).is(Kind::kPronoun)) {
        right = candidate;
        inverted = true;
      }
    }
    if (prepositional && grammar_.is_slavic && !object_frame && is_slavic_place(candidate, cue)) {
      right = candidate;  // …, сообщили в министерстве
      inverted = true;
    }
    // эти обвинения опровергает адвокат: the object before the verb, the subject behind it
    if (!inverted && grammar_.is_slavic && object_frame && !candidate.empty() && candidate.begin == after &&
        !prepositional && !left.empty() && !left_speaks && !at(left.begin).is(Kind::kPreposition) &&
        (candidate.end >= size_ || is_boundary(candidate.end)) && has_slavic_subject(candidate, cue)) {
      right = candidate;
      inverted = true;
      fronted.push_back(span_of(left));
    }
    const bool bare_object =
        grammar_.verb_first && frame(cue, "say") && !frame(cue, "via") && !find_that(after, cue) &&
        !(candidate.end < size_ && (is_colon_mark(at(candidate.end).mark) || at(candidate.end).quote >= 0));
    if (inverted && grammar_.verb_first &&
        (object_frame || bare_object)) {  // verb, subject, object: where does the subject end?
      int end = right.begin + 1;
      bool named = is_quote_mark(at(right.begin).mark);
      if (named) {
        while (end < right.end && !is_quote_mark(at(end).mark)) ++end;
        ++end;
      } else {
        while (end < right.end && !at(end).is(Kind::kDeterminer) && !at(end).is(Kind::kClaimNoun) &&
               !at(end).is(Kind::kPreposition) && !is_quote_mark(at(end).mark) &&
               (is_speaker_noun(end) || at(end).is(Kind::kAdjective) || is_speaker_noun(end - 1) || is_name(end)))
          ++end;
        if (end < right.end && is_quote_mark(at(end).mark) && is_speaker_noun(end - 1)) {  // منظمة «مكيال»
          ++end;
          while (end < right.end && !is_quote_mark(at(end).mark)) ++end;
          ++end;
          while (end < right.end && at(end).is_word() && !is_speaker_noun(end) && !is_function(end)) ++end;
        }
      }
      right.end = std::min(end, right.end);
      // ورفض محامي الشركة التعليق: an object there must be
      if (!named && right.end - right.begin > 1 && (right.end >= size_ || is_boundary(right.end)) &&
          !is_name(right.end - 1) && !is_speaker_noun(right.end - 1) && !at(right.end - 1).is(Kind::kAdjective))
        --right.end;
      // رفض مدير الشركة، حاتم البرهومي، هذه الاتهامات
      if (candidate.end < size_ && right.end == candidate.end && is_comma_mark(at(right.end).mark)) {
        int k = right.end + 1;
        while (k < size_ && !is_boundary(k) && k < right.end + 5) ++k;
        if (k < size_ && is_comma_mark(at(k).mark)) right.end = k + 1;
      }
    } else if (inverted && right.end + 1 < size_ && is_comma_mark(at(right.end).mark) &&
               (is_name(right.end + 1) || at(right.end + 1).is(Kind::kTitle))) {
      int k = right.end + 1;  // affirma le président, Jean Dupont
      while (k < size_ &&
             (is_name(k) || at(k).is(Kind::kTitle) || at(k).is(Kind::kPreposition) || at(k).mark == U'.')) {
        if (at(k).mark == U'.' && (k + 1 >= size_)) break;
        ++k;
      }
      bool person = false;
      for (int i = right.begin; i < right.end; ++i)
        person = person || at(i).is(Kind::kPerson) || at(i).is(Kind::kSpokesman) || at(i).is(Kind::kBody);
      if (person && (k >= size_ || is_boundary(k))) right.end = k;
    } else if (inverted && text_.language == "de" && right.end + 1 < size_ && is_comma_mark(at(right.end).mark) &&
               at(right.end + 1).is(Kind::kPerson)) {
      int k = right.end + 1;
      while (k < size_ && !is_boundary(k)) ++k;
      if (k < size_ && is_comma_mark(at(k).mark) && right.size() <= 4) right.end = k;
    }
  }
  if (grammar_.is_slavic && points_back_ && !inverted && !left_speaks && fronted.empty()) return;  // об этом рассказали
  Range speaker = inverted ? trimmed(right) : left;
  if (inverted) after = std::max(right.end, after);
  if (inverted && !left.empty() && !left_speaks && !frame(cue, "via")) {
    // Namen wollte er nicht nennen: what stands before the verb is content
  }
  a.speaker = speaker_span(speaker);
  for (int i = speaker.begin; i < speaker.end && grammar_.is_slavic; ++i)  // ничто в переписке на это не указывает
    if (at(i).is(Kind::kNothing) && !at(i).is(Kind::kNegation) && !named_[at(i).token]) return;
  if (grammar_.is_slavic && has_detail(cue.unit, "source"))  // «Мост» узнал от двух следователей
    for (int i = cue.after; i < size_ && i < cue.after + 8; ++i) {
      const std::string_view word = fold(i);
      if (word != "от" && word != "від" && word != "od") continue;
      const Range named = phrase_right(i + 1);
      if (named.empty()) break;
      a.medium = a.speaker.begin < at(i).span.begin && a.speaker.end > at(i).span.begin
                     ? Span{a.speaker.begin, at(i - 1).span.end}
                     : a.speaker;
      a.speaker = speaker_span(named);
      after = std::max(after, named.end);
      break;
    }
  if (frame(cue, "source") && a.medium.empty()) return;
  if (frame(cue, "back")) {  // к такому выводу пришёл X
    const Span span = before_sentence();
    if (span.empty() || a.speaker.empty()) return;
    a.rule = "the sentence before";
    a.content = {span};
    finish(a, cue);
    return;
  }
  if (grammar_.is_slavic && a.act == Act::kRequest)  // prosząc o anonimowość: says who he is not
    for (int i = after; i < size_ && i < after + 3; ++i)
      if (fold(i).starts_with("anonim") || fold(i).starts_with("анонимн") || fold(i).starts_with("анонімн")) return;
  if (frame(cue, "only") && a.act == Act::kDecline) {  // the letter did not explain why: no refusal
    bool document = false, person = false;
    for (int i = speaker.begin; i < speaker.end; ++i) {
      document = document || at(i).is(Kind::kDocument);
      person = person || at(i).is(Kind::kPerson) || at(i).is(Kind::kBody) || at(i).is(Kind::kCompany) || is_name(i);
    }
    if (document && !person) return;
  }
  if (a.speaker.empty() && frame(cue, "show")) return;
  if (frame(cue, "show") && speaker.size() == 1 && at(speaker.begin).is(Kind::kPronoun)) return;
  a.is_strong = frame(cue, "strong");
  a.is_reply = frame(cue, "reply");
  if (a.speaker.empty()) {
    const bool joined = cue.group.begin > 0;
    a.takes_speaker_before = true;
    if (!joined && !grammar_.drops_subject) return;
    if (a.rule.empty()) a.rule = "subject of the clause before";
  }

  // the addressee of "told X that …"
  const bool only_quoted = after_quote && left.empty() && inverted && text_.language != "ar";
  const std::optional<int> that =
      (frame(cue, "np") && !frame(cue, "say")) || only_quoted ? std::nullopt : find_that(after, cue);
  if (frame(cue, "tell") && after < size_ && !is_boundary(after)) {
    int end = after;
    if (that) {
      end = *that;
    } else {
      while (end < size_ && !is_boundary(end)) {
        const bool starts_clause =
            end > after &&
            ((at(end).is(Kind::kPronoun) && !at(end).is(Kind::kDeterminer)) || at(end).is(Kind::kPossessive) ||
             (at(end).is(Kind::kDeterminer) && !at(end).is_capital && !at(end - 1).is(Kind::kPreposition) &&
              !at(end - 1).is(Kind::kDeterminer)) ||
             (is_name(end) && !is_name(end - 1) && !at(end - 1).is(Kind::kDeterminer) &&
              !at(end - 1).is(Kind::kPreposition) && text_.language == "en"));
        if (starts_clause || (at(end).is(Kind::kPreposition) && end > after)) break;
        ++end;
      }
    }
    if (end > after) a.addressee = speaker_span(trimmed({after, end}));
    after = end;
    while (after < size_ && at(after).is(Kind::kPreposition) && !that) {  // told the court on Tuesday
      int k = after + 1;
      while (k < size_ && !is_boundary(k) &&
             (at(k).is(Kind::kTime) || at(k).is(Kind::kDeterminer) || text_.tokens[at(k).token].is_number))
        ++k;
      if (k == after + 1) break;
      after = k;
    }
  }

  if (that && *that > after && a.addressee.empty() && !frame(cue, "np")) {  // сказал газете «Мост», что …
    bool medium = false;
    for (int i = after; i < *that; ++i) medium = medium || at(i).is(Kind::kMedia) || at(i).is(Kind::kOutlet);
    if (medium) a.addressee = speaker_span({after, *that});
  }

  int stop = after;  // what stands between cue and the next boundary
  while (stop < size_ && !is_boundary(stop) &&
         !(at(stop).is(Kind::kConjunction) &&
           (stop > after || has_cue_between(stop + 1, std::min(size_, stop + (grammar_.is_slavic ? 6 : 3))))))
    ++stop;
  const bool nothing_right =
      !that && (stop == after || ((tail_able || after_quote ||
                                   (stop < size_ && (is_colon_mark(at(stop).mark) || at(stop).quote >= 0))) &&
                                  only_adverbial({after, stop})));
  const bool object = frame(cue, "np") || frame(cue, "call") || frame(cue, "accuse") || frame(cue, "inf") ||
                      frame(cue, "only") || (a.act == Act::kDecline && !after_quote);

  const auto take_left = [&] {
    int begin = segment_begin(joint + 1);
    for (const Attribution& before : out_)
      if (!before.content.empty() && before.cue.end < at(chunk).span.begin) {
        const uint32_t past = std::max(before.cue.end, before.needs_medium ? 0u : before.content.back().end);
        int k = begin;
        while (k < joint + 1 && at(k).span.begin < past) ++k;
        const bool has_more = k < joint;
        if (has_more && (is_comma_mark(at(k).mark) || at(k).is(Kind::kConjunction))) begin = k;
      }
    if (stop < size_ && is_comma_mark(at(stop).mark) && !after_quote)  // in the midst of a clause: that clause alone
      for (int i = begin + 1; i + 1 < joint; ++i)
        if (is_comma_mark(at(i).mark) && at(i + 1).is(Kind::kConjunction)) begin = i + 1;
    if (grammar_.is_slavic && !after_quote) begin = relative_begin(begin, joint + 1);
    while (begin < joint && (at(begin).is(Kind::kConjunction) || is_comma_mark(at(begin).mark))) ++begin;
    bool quoted = false;
    for (int i = begin; i <= joint; ++i) quoted = quoted || at(i).quote >= 0;
    if (quoted && after_quote) {  // only the words of the quotation
      for (int i = begin; i <= joint; ++i)
        if (at(i).quote >= 0) a.content.push_back(quotes_[at(i).quote].inner);
    } else {
      for (const Span& span : spans_of({begin, joint + 1})) a.content.push_back(span);
    }
  };
  const auto take_after_tail = [&] {
    int i = stop;
    if (i >= size_) return;
    if (is_semicolon_mark(at(i).mark)) {  // they said; their client …
      if (!has_cue_between(i, size_) && !after_quote)
        for (const Span& span : spans_of({i + 1, size_})) a.content.push_back(span);
      return;
    }
    bool quote_left = after_quote;
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
    const int end = clause_end(begin, cue);
    if (end - begin < 1) return;
    if (at(begin).is(Kind::kConjunction)) {  // he said, and had been shown one
      if (has_cue_between(begin, size_) || begin + 1 >= size_ || !at(begin + 1).is(Kind::kAuxiliary)) return;
    }
    if (end < size_ && begin < end && has_cue_between(begin, end)) return;
    for (const Span& span : spans_of({begin, end})) a.content.push_back(span);
  };

  if (frame(cue, "so")) {
    a.rule = "so X";
    take_left();
    take_after_tail();
  } else if (!cue.middle.empty() &&
             (frame(cue, "np") ||
              (frame(cue, "accuse") && !that && stop == after && !(stop < size_ && is_comma_mark(at(stop).mark))) ||
              ((a.act == Act::kConfirm || a.act == Act::kDecline) && !that && stop == after)) &&
             !inverted) {  // wies die Vorwürfe zurück
    if (a.rule.empty()) a.rule = "object between the parts of the verb";
    a.content = spans_of(cue.middle);
  } else if (!german_object.empty() && object) {
    if (a.rule.empty()) a.rule = "object before the participle";
    a.content = spans_of(german_object);
  } else if (!fronted.empty() && (object || frame(cue, "call") || stop == after)) {
    if (a.rule.empty()) a.rule = "object before the verb";
    a.content = fronted;
    if (stop > after && !only_adverbial({after, stop}))
      for (const Span& span : spans_of({after, clause_end(after, cue)})) a.content.push_back(span);
    if (frame(cue, "call") && a.act == Act::kAssert) {
      if (!left.empty() && calls_claim({segment_begin(cue.unit), stop})) a.act = Act::kDismiss;
      for (int i = after; i < size_; ++i)
        if (at(i).is(Kind::kFalsehood)) a.act = Act::kDismiss;
    }
  } else if (object && !(nothing_right && stop == after)) {
    if (a.rule.empty()) a.rule = "subject verb object";
    if (grammar_.verb_first && frame(cue, "np"))  // تنفي شركة في دبي أنها …
      for (int i = after; i < size_ && i < after + 4 && !is_boundary(i); ++i)
        if (at(i).is(Kind::kThat) || at(i).is(Kind::kClaimNoun)) {
          after = i > after && at(i - 1).is(Kind::kDeterminer) ? i - 1 : i;  // هذه الأنباء
          break;
        }
    if (grammar_.is_slavic && frame(cue, "accuse") && at(after).is(Kind::kPronoun))  // wytknął mu, że …
      if (const std::optional<int> clause = find_that(after, cue); clause && *clause <= after + 2) after = *clause;
    int end = clause_end(after, cue);
    if (frame(cue, "np") || frame(cue, "call")) {
      for (int i = after; i < end; ++i)
        if (is_colon_mark(at(i).mark)) end = i;
    }
    if (after < size_ && at(after).is(Kind::kAnaphor) && frame(cue, "np")) {
      const int next = after + 1;
      if (next >= end || is_boundary(next) || at(next).is(Kind::kConjunction) ||
          (at(next).is(Kind::kPreposition) && fold(next) != "as") || at(next).is(Kind::kTime))
        end = next;
    }
    // the allegation on Monday, without …: what follows a claim is no part of it
    if (frame(cue, "np") || frame(cue, "echo")) {
      int noun = after;
      while (noun < end && noun < after + 3 && !at(noun).is(Kind::kClaimNoun)) ++noun;
      for (int i = noun + 1; i + 1 < end && noun < after + 3; ++i) {
        if (at(i).is(Kind::kThat)) break;
        if ((at(i).is(Kind::kPreposition) && at(i + 1).is(Kind::kTime)) || fold(i) == "without") {
          end = i;
          break;
        }
      }
    }
    while (end - after > 1 && end - after < 8 && frame(cue, "np") && at(end - 1).is(Kind::kAdverb)) --end;
    a.content = spans_of({after, end});
    // „Sarnıçlı habe …“, bestritt X: an object that follows only a little adverbial belongs to the tail
    if (frame(cue, "call")) {
      bool worded = !frame(cue, "strict") &&
                    (text_.language != "en" || cue.group.begin < cue.unit);  // a group called X: no claim
      for (int i = after; i < end; ++i) {
        worded = worded || is_quote_mark(at(i).mark) || at(i).is(Kind::kFalsehood) || at(i).is(Kind::kClaimNoun) ||
                 fold(i) == "as";
        if (at(i).is(Kind::kFalsehood) && a.act == Act::kAssert) a.act = Act::kDismiss;
      }
      if (!worded) return;
      if (a.act == Act::kAssert && calls_claim({after, end})) a.act = Act::kDismiss;
    }
    if (a.content.empty() && tail_able) take_left();
    if (!left.empty() && inverted && !left_speaks && !frame(cue, "via"))
      a.content.insert(a.content.begin(), span_of(left));
  } else if (that) {
    if (a.rule.empty()) a.rule = "subject verb that";
    a.content = spans_of({*that, clause_end(*that, cue)});
  } else if (nothing_right && stop < size_ && (is_colon_mark(at(stop).mark) || (at(stop).quote >= 0 && !after_quote))) {
    if (a.rule.empty()) a.rule = "subject verb: quotation";
    const int begin = is_colon_mark(at(stop).mark) ? stop + 1 : stop;
    if (begin < size_ && at(begin).quote >= 0) {
      a.content = {quotes_[at(begin).quote].inner};
    } else if (begin < size_) {
      a.content = spans_of({begin, clause_end(begin, cue)});
    }
  } else if (stop == after && stop < size_ && is_comma_mark(at(stop).mark) && stop + 1 < size_ &&
             at(stop + 1).quote >= 0 && !after_quote) {
    if (a.rule.empty()) a.rule = "subject verb, quotation";
    a.content = {quotes_[at(stop + 1).quote].inner};
  } else if (nothing_right && stop < size_ && is_comma_mark(at(stop).mark) && !tail_able) {
    if (a.rule.empty()) a.rule = "subject verb, clause";
    a.content = spans_of({stop + 1, clause_end(stop + 1, cue)});
  } else if (nothing_right && grammar_.comma_before_that && stop < size_ && is_comma_mark(at(stop).mark) &&
             stop + 1 < size_ && !after_quote && !left.empty() && left_speaks && joint >= 0 &&
             at(joint).is(Kind::kConjunction)) {
    a.content = spans_of({stop + 1, clause_end(stop + 1, cue)});
    if (a.rule.empty()) a.rule = "subject verb, clause";
  } else if (nothing_right && tail_able) {
    if (a.rule.empty())
      a.rule = after_quote ? (inverted ? "quotation, verb subject" : "quotation, subject verb")
                           : (inverted ? "content, verb subject" : "content, subject verb");
    take_left();
    take_after_tail();
  } else if (nothing_right && object) {
    if (a.rule.empty()) a.rule = "object before the verb";
    // ce que conteste X; 公司负责人予以否认; which the company denies
    int end = chunk;
    while (end > 0 &&
           (at(end - 1).is(Kind::kSubordinator) || at(end - 1).is(Kind::kThat) || is_comma_mark(at(end - 1).mark)))
      --end;
    if (end > 0 && joint >= 0) a.content = spans_of({segment_begin(end), end});
    if (a.content.empty() && (a.act == Act::kDeny || a.act == Act::kAccuse || a.act == Act::kDismiss ||
                              a.act == Act::kConfirm))  // L’entreprise dément.
      if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.points_back = true;
  } else if (!nothing_right && frame(cue, "strict")) {
    return;
  } else if (!nothing_right) {
    if (a.rule.empty()) a.rule = "subject verb clause";
    const int begin = content_begin(after);
    a.content = spans_of({begin, clause_end(begin, cue)});
  }
  if (a.act == Act::kDecline) {
    // declined to answer: the question that was asked
    size_t words = 0;
    for (int i = after; i < stop; ++i) words += at(i).is_word();
    if (!fronted.empty()) {
      a.content = fronted;
    } else if (words <= 2 && !out_.empty() && out_.back().act == Act::kAsk) {
      a.content = out_.back().content;
    } else if (a.content.empty()) {
      a.content = {{at(cue.group.begin).span.begin, at(cue.unit).span.end}};
    }
  }
  if (a.act == Act::kDecline && a.content.size() == 1) {  // did not explicitly refute it
    for (int i = after; i < size_ && i <= after && cue.middle.empty() && !grammar_.verb_first; ++i)
      if (at(i).is(Kind::kAnaphor) && !at(i).is(Kind::kClaimNoun) && at(i).span.end >= a.content[0].end)
        a.content[0].begin = at(cue.group.begin).span.begin, a.points_back = true;
  }
  if (a.content.empty() && frame(cue, "say") && points_back_)  // Про це повідомили …
    if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.rule = "the sentence before";
  if (a.content.empty() && stop >= size_ - 1 && !after_quote && frame(cue, "say")) a.rule = "bare cue";
  if (a.content.empty() && a.rule != "bare cue") return;
  // said it did not comment
  if (a.act == Act::kAssert && !a.content.empty()) {
    for (const Cue& other : cues_) {
      const uint32_t at_byte = at(other.unit).span.begin;
      if (other.unit <= cue.unit || !other.negated || at_byte < a.content.front().begin ||
          at_byte > a.content.front().end)
        continue;
      if (!has_word(other.lexeme->detail, "only") && !has_word(other.lexeme->detail, "comment")) continue;
      if (at(other.group.begin).span.begin < a.content.front().begin + 24) a.is_withheld_comment = true;
    }
  }
  const int joint_unit = chunk - 1;
  a.is_nested =
      joint_unit >= 0 && (at(joint_unit).is(Kind::kThat) || (text_.language == "en" && is_relative(joint_unit)));
  finish(a, cue);
}

}  // namespace cordon::reading
