// Steps of the plain statement: who the speaker is, whom it is told, and what stands right of the cue.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

// Cuts from the subject right of the verb what belongs to the verb, or whom it was told. True: nothing is said.
bool SentenceReader::trim_right(const Cue& cue, Attribution& a, Statement& s) {
  for (int i = s.right.begin + 1; s.inverted && grammar_.verb_first && frame(cue, "via") && i < s.right.end; ++i)
    if (fold(i).starts_with("قول") && is_owned(i)) s.right.end = i;  // عن عضوين في اللجنة قولهما إن
  if (s.inverted && grammar_.verb_first && !frame(cue, "via")) {
    while (s.right.end - 1 > s.right.begin && at(s.right.end - 1).is(Kind::kPreposition))
      --s.right.end;                                       // أشار X إلى أن
    for (int i = s.right.begin + 1; i < s.right.end; ++i)  // صرح X لوكالة Y بأن, قال X لموقع «Y»: to whom it was told
      if (fold(i).starts_with("\u0644") &&
          (at(i).is(Kind::kMedia) || at(i).is(Kind::kOutlet) ||
           (fold(i).size() <= 4 && i + 1 < s.right.end && is_quote_mark(at(i + 1).mark))) &&
          !(i > 0 && at(i - 1).is(Kind::kPreposition))) {
        a.addressee = speaker_span({i, s.right.end});
        s.after = std::max(s.after, s.right.end);
        s.right.end = i;
        break;
      }
  }
  if (s.inverted && text_.language == "de" && a.act == Act::kWarn)  // warnt die Kammer vor einem Generalverdacht
    for (int i = s.right.begin + 1; i < s.right.end; ++i)
      if ((fold(i) == "vor" || (fold(i) == "mit" && fold(cue.unit).starts_with("droh"))) &&
          at(i).is(Kind::kPreposition))
        s.right.end = i;
  if (grammar_.is_slavic && points_back_ && !s.inverted && !s.left_speaks && s.fronted.empty())
    return true;  // об этом рассказали
  return false;
}

// Who speaks, of the two sides, and where what is said may begin.
void SentenceReader::find_speaker(const Cue& cue, Attribution& a, Statement& s) {
  s.speaker = s.inverted ? trimmed(s.right) : s.left;
  if (text_.language == "es" && s.speaker.size() > 1 && fold(s.speaker.end - 1) == "lo")
    --s.speaker.end;  // la banquera lo
  if (s.inverted) s.after = std::max(s.right.end, s.after);
  // trois marins rencontrés par ce journal: who met them is no part of who speaks; but: un rapport rédigé par l’ONU
  if (text_.language == "fr" || text_.language == "es")
    for (int i = s.speaker.begin + 2; i + 1 < s.speaker.end && !at(i - 1).is(Kind::kDocument); ++i)
      if (is_participle_form(i) && !at(i).is_capital && (fold(i + 1) == "par" || fold(i + 1) == "por")) {
        s.speaker.end = i;
        break;
      }
  const bool behind_german_aside = !asides_.empty() && s.after < size_ && asides_[s.after];
  while (behind_german_aside && s.after < size_ && asides_[s.after]) ++s.after;
  const bool told_whom = s.inverted && text_.language == "de" && s.after + 1 < size_ && fold(s.after) == "der" &&
                         !s.speaker.empty() &&  // berichtete er der Zeitung
                         (at(s.speaker.end - 1).is(Kind::kPronoun) || behind_german_aside);
  if (s.inverted && text_.language == "de" && s.after < size_ && at(s.after).is_word() &&
      (is_german_dative(s.after) || told_whom)) {
    int end = s.after + 1;
    while (end < size_ && !is_boundary(end) && !at(end).is(Kind::kPreposition) && !at(end).is(Kind::kThat)) ++end;
    a.addressee = speaker_span({s.after, end});
    s.after = end;
  }
  // «…», dijo un marinero que vive en Cádiz: a relative clause on who spoke
  if (s.inverted && (s.after_quote || (s.tail_able && is_relative_here(s.after))) && s.left.empty() &&
      text_.language != "en" && s.after < size_ &&
      (is_relative(s.after) || is_relative_here(s.after) || is_behind_document(s.after)))
    while (s.after < size_ && !is_boundary(s.after)) ++s.after;
  if (s.inverted && grammar_.verb_first && s.after_quote && s.left.empty() && cue.middle.empty())
    s.after = behind_arabic_addressee(s.after);
  while (s.inverted && text_.language == "de" && s.after < size_ && fold(s.after) == "sich") ++s.after;
  if (s.inverted && text_.language == "de") s.after = behind_adverbs(s.after);
  // Ob Geld floss, sagte der Minister nicht
  if (s.inverted && text_.language == "de" && frame(cue, "say") && a.act == Act::kAssert && s.after < size_ &&
      at(s.after).is(Kind::kNegation) && fold(s.after) != "noch" &&
      (s.after + 1 >= size_ || is_boundary(s.after + 1)) && !s.after_quote) {
    a.act = Act::kDecline;
    a.rule = "negated";
    ++s.after;
  }
  // „Wer hat unterschrieben?“, fragte der Richter den Spediteur dreimal: what follows says whom, when and how
  if (s.inverted && s.after_quote && s.left.empty() && cue.middle.empty() &&
      (text_.language == "de" || text_.language == "fr" || text_.language == "es" || grammar_.is_slavic)) {
    if (text_.language == "de" && frame(cue, "ask")) s.right.end = german_subject_end(s.right);
    while (s.after < size_ && !is_boundary(s.after) &&
           (!has_cue_between(s.after, s.after + 1) || has_detail(s.after, "ask")) &&
           !(at(s.after).is(Kind::kConjunction) && s.after + 1 < size_ &&
             has_cue_between(s.after + 1, std::min(size_, s.after + 4))))
      ++s.after;
    if (text_.language == "de" && frame(cue, "ask")) {
      s.speaker = trimmed(s.right);
    }
  }
}

// Whom it was told, where that stands with the speaker; what stands left of the verb then.
void SentenceReader::find_whom(const Cue& cue, Attribution& a, Statement& s) {
  // أبلغ القبطان المحكمة أن, سأل الصحفي الوزير: two definite nouns, of which the second is told or asked
  if (s.inverted && grammar_.verb_first && a.addressee.empty() && !frame(cue, "via"))
    if (const int whom = arabic_whom(s.speaker); whom > 0) {
      a.addressee = speaker_span({whom, s.speaker.end});
      s.speaker.end = whom;
    }
  // La contradice un empleado: «…», relató a Río Revuelto: whom it was told to, and who told it was named before
  if (s.inverted && s.after_quote && s.left.empty() && text_.language == "es" &&
      at(cue.unit).token_end > at(cue.unit).token + 1 &&
      (text_.tokens[at(cue.unit).token_end - 1].fold == "a" || text_.tokens[at(cue.unit).token_end - 1].fold == "al") &&
      (s.right.end >= size_ || is_boundary(s.right.end))) {
    int k = s.right.begin + 1;
    while (k < s.right.end && !(at(k).is(Kind::kDeterminer) && !at(k).is(Kind::kPreposition) &&
                                !at(k - 1).is(Kind::kPreposition) && heads_speak({k, s.right.end})))
      ++k;
    a.addressee = speaker_span({s.right.begin, k});
    s.speaker = {k, s.right.end};
  }
  if (const int to = s.inverted && a.addressee.empty() ? addressee_begin(s.speaker) : s.speaker.end;
      to < s.speaker.end) {
    a.addressee = speaker_span({to + 1, s.speaker.end});
    s.speaker.end = to;
  }
  if (Range whom; a.act == Act::kDecline && !s.inverted && is_enquiry_to(s.left, whom)) s.speaker = whom;
  if (s.inverted && !s.left.empty() && !s.left_speaks && !frame(cue, "via")) {
    // Namen wollte er nicht nennen: what stands before the verb is content
    if (text_.language == "de" && s.fronted.empty() && !frame(cue, "say") && !s.tail_able)
      s.fronted.push_back(span_of(s.left));
  }
}

// Who that is: a place, a source, a medium. True: nobody, or the statement was read.
bool SentenceReader::name_speaker(const Cue& cue, Attribution& a, Statement& s) {
  a.speaker = speaker_span(s.speaker);
  // Beim Geheimdienst wollte man den Bericht nicht kommentieren: who "man" is stands before the verb
  if (text_.language == "de" && s.inverted && s.speaker.size() == 1 && fold(s.speaker.begin) == "man" &&
      cue.group.begin > 1 && (fold(0) == "beim" || fold(0) == "bei" || fold(0) == "im" || fold(0) == "in") &&
      heads_speak({1, cue.group.begin}) && !only_time({1, cue.group.begin}))
    a.speaker = speaker_span({1, cue.group.begin});
  s.common = is_common_place(s.speaker, cue);  // в соцсетях пишут, что …
  if (s.common) a.speaker = {};
  if (frame(cue, "via") && frame(cue, "own")) a.speaker = own_word(cue, a.speaker);
  for (int i = s.speaker.begin; i < s.speaker.end && grammar_.is_slavic; ++i)  // ничто в переписке на это не указывает
    if (at(i).is(Kind::kNothing) && !at(i).is(Kind::kNegation) && !named_[at(i).token]) return true;
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
      s.after = std::max(s.after, named.end);
      break;
    }
  if (frame(cue, "source") && a.medium.empty()) return true;
  if (frame(cue, "back")) {  // к такому выводу пришёл X
    const Span span = before_sentence();
    if (span.empty() || a.speaker.empty()) return true;
    a.rule = "the sentence before";
    a.content = {span};
    finish(a, cue);
    return true;
  }
  if (grammar_.is_slavic && a.act == Act::kRequest)  // prosząc o anonimowość: says who he is not
    for (int i = s.after; i < size_ && i < s.after + 3; ++i)
      if (fold(i).starts_with("anonim") || fold(i).starts_with("анонимн") || fold(i).starts_with("анонімн"))
        return true;
  return false;
}

// « … », indique-t-on au ministère; chez les joailliers, on assure: who "on" is. True: nobody in particular.
bool SentenceReader::name_french_on(const Cue& cue, Attribution& a, Statement& s) {
  // On nous avait promis des contrôles: nobody in particular
  if (text_.language == "fr" && !s.inverted && s.speaker.size() == 1 && fold(s.speaker.begin) == "on" &&
      s.speaker.begin == 0)
    return true;
  if (text_.language == "fr" && s.speaker.size() == 1 &&
      (fold(s.speaker.begin) == "on" || fold(s.speaker.begin) == "t-on") &&
      at(0).is(Kind::kPreposition)) {  // À l’Élysée, on se refuse à commenter
    int comma = 1;
    while (comma < s.speaker.begin && !is_comma_mark(at(comma).mark)) ++comma;
    const bool at_whose = fold(0) == "chez";
    if (comma < s.speaker.begin && comma > 1 && (at_whose || heads_speak({1, comma})) && !only_time({1, comma})) {
      a.speaker = speaker_span({1, comma});
      s.at_place = at_whose;
    }
  }
  // « … », indique-t-on au ministère: who it is stands behind "on", and is no addressee
  if (text_.language == "fr" && s.inverted && !s.speaker.empty() &&
      text_.view(at(s.speaker.begin).span).ends_with("on") && at(s.speaker.begin).is(Kind::kPronoun)) {
    int from = cue.pronoun >= 0 ? cue.after : s.speaker.begin + 1;  // a-t-on appris auprès du ministère
    while (from < size_ && at(from).is_word() && at(from).is(Kind::kTime)) ++from;
    if (const int place = on_place_end(from); place > from) {
      s.speaker = {from + 1, place};
      a.speaker = speaker_span(s.speaker);
      s.after = std::max(s.after, place);
    } else if (!s.tail_able) {
      return true;
    }
  }
  return false;
}

// Documents that refuse nothing, laws that say nothing, goods that are declared: what does not speak. True: so it is
// here.
bool SentenceReader::is_no_speaker(const Cue& cue, Attribution& a, Statement& s) {
  if ((frame(cue, "only") || grammar_.is_wide) &&
      a.act == Act::kDecline) {  // the letter did not explain why: no refusal
    bool document = false, person = false;
    for (int i = s.speaker.begin; i < s.speaker.end; ++i) {
      document = document || at(i).is(Kind::kDocument) || (grammar_.is_wide && at(i).is(Kind::kClaimNoun));
      if (grammar_.is_wide && i + 1 == s.speaker.end && document && !at(i).is(Kind::kPerson)) {
        person = false;  // 《商报》的报道没有提及
        break;
      }
      person = person || at(i).is(Kind::kPerson) || at(i).is(Kind::kBody) || at(i).is(Kind::kCompany) || is_name(i);
    }
    if (document && !person) return true;
  }
  if (a.speaker.empty() && s.after_relative) a.speaker = antecedent_of(cue.group.begin - 1);
  if (a.speaker.empty() && frame(cue, "show")) return true;
  const bool quotes_next = s.after + 1 < size_ && is_colon_mark(at(s.after).mark) && at(s.after + 1).quote >= 0;
  if (text_.language == "en" && frame(cue, "show") && has_stop(cue.unit, "mentions") && s.after < size_ &&
      at(s.after).is(Kind::kNothing))
    return true;  // It names no company
  if (frame(cue, "show") && s.speaker.size() == 1 && at(s.speaker.begin).is(Kind::kPronoun) && !quotes_next &&
      !(has_stop(cue.unit, "mentions") && s.after < size_ && !at(s.after).is(Kind::kNothing) &&
        is_document_before(s.speaker.begin)))
    return true;
  const bool german_or_romance = text_.language == "de" || text_.language == "fr" || text_.language == "es";
  // a lancé le chantier
  if (text_.language == "fr" && !s.inverted && s.after < size_ && last_fold(cue.unit).starts_with("lanc") &&
      at(s.after).is_word() && at(s.after).is(Kind::kDeterminer))
    return true;
  // La loi exige une licence; der Vertrag nennt einen Preis: what a rule lays down, nobody says
  if ((german_or_romance || grammar_.is_slavic) && !s.speaker.empty() && !find_that(s.after, cue) && !quotes_next)
    for (int i = s.speaker.begin; i < s.speaker.end && i < s.speaker.begin + 2; ++i)
      if (has_stop(i, "norm") && !is_name(i)) return true;
  s.offers = grammar_.is_slavic && has_detail(cue.unit, "offer") && s.after < size_ && !is_boundary(s.after) &&
             (is_infinitive(fold(s.after), text_.language) ||
              (text_.language == "pl" && (fold(s.after).ends_with("nie") || fold(s.after).ends_with("cie"))));
  if (s.offers && a.act == Act::kAssert) a.act = Act::kRequest;
  // declaró la carga, acusa la falta de tráfico: what is declared or felt is a thing
  if (text_.language != "de" && german_or_romance && s.after + 1 < size_ && at(s.after).is_word() &&
      cue.group.begin == cue.unit && !s.inverted) {
    const std::string_view verb = fold(cue.unit);
    const bool thing = (at(s.after).is(Kind::kDeterminer) && !at(s.after).is(Kind::kPreposition)) ||
                       at(s.after).is(Kind::kPossessive) || text_.tokens[at(s.after).token].is_number;
    if (thing && (verb.starts_with("declar") || verb.starts_with("déclar"))) return true;
    if (thing && (verb.starts_with("lanc") || verb.starts_with("lanz"))) return true;  // lança le chantier
    if (thing && text_.language == "es" && verb.starts_with("acus")) return true;
  }
  return false;
}

// The rule that gave the speaker; who spoke before where nobody is named. True: nobody.
bool SentenceReader::settle_rule(const Cue& cue, Attribution& a, Statement& s) {
  a.is_strong = frame(cue, "strong") || s.at_place;
  a.is_reply = frame(cue, "reply");
  if (a.speaker.empty() && is_accused_by_nobody(cue)) {
    a.rule = "accused, without an accuser";
    a.addressee = speaker_span(trimmed({segment_begin(cue.group.begin), cue.group.begin}));
  } else if (s.common) {
    a.rule = "hearsay";
    a.is_hedged = true;
  } else if (a.speaker.empty()) {
    const bool joined = cue.group.begin > 0 || s.in_paper;
    if (goes_on_perfect(cue)) return true;
    a.takes_speaker_before = true;
    if (!joined && !grammar_.drops_subject) return true;
    if (a.rule.empty()) a.rule = "subject of the clause before";
  }

  // …, die er bekannt gegeben hat: a verb at the end of a clause that speaks of something else
  if (text_.language == "de" && !s.inverted && cue.middle.empty() && s.after < size_ &&
      at(s.after).is(Kind::kAuxiliary) && !at(s.after).is(Kind::kPronoun) && fold(s.after) != "sich")
    return true;
  return false;
}

// Told X that …: whom, and where the clause begins. True: nothing is told.
bool SentenceReader::find_told(const Cue& cue, Attribution& a, Statement& s) {
  // the addressee of "told X that …"
  const bool only_quoted = s.after_quote && s.left.empty() && text_.language != "ar" &&
                           (s.inverted || (s.after < size_ && is_gerund(s.after)));
  s.last = text_.tokens[at(cue.unit).token_end - 1].fold;  // considera que: the cue has its "that"
  s.has_that = at(cue.unit).token_end > at(cue.unit).token + 1 && (s.last == "que" || s.last == "qu'");
  const bool behind_comma = (text_.language == "es" || text_.language == "fr") && s.inverted && s.tail_able &&
                            s.after < size_ && is_comma_mark(at(s.after).mark);  // asegura su dueño, que muestra …
  s.that = (frame(cue, "np") && !frame(cue, "say")) || only_quoted || behind_comma || s.has_that
               ? std::nullopt
               : find_that(s.after, cue);
  if (tells_only_that(cue, s.after)) return true;
  if (frame(cue, "tell") && s.after < size_ && !is_boundary(s.after)) {
    int end = s.after;
    if (s.that) {
      end = *s.that;
    } else {
      while (end < size_ && !is_boundary(end)) {
        const bool starts_clause =
            end > s.after &&
            ((at(end).is(Kind::kPronoun) && !at(end).is(Kind::kDeterminer)) || at(end).is(Kind::kPossessive) ||
             (at(end).is(Kind::kDeterminer) && !at(end).is_capital && !at(end - 1).is(Kind::kPreposition) &&
              !at(end - 1).is(Kind::kDeterminer)) ||
             (is_name(end) && !is_name(end - 1) && !at(end - 1).is(Kind::kDeterminer) && at(end - 1).mark != U'&' &&
              !at(end - 1).is(Kind::kPreposition) && text_.language == "en" &&
              !(at(end - 1).is(Kind::kMedia) && (is_boundary(end + 1) || at(end + 1).is(Kind::kPreposition)))));
        if (end > s.after && opens_told_question(end)) break;
        const bool in_name = text_.language == "en" && end > s.after && end + 1 < size_ && fold(end) == "of" &&
                             is_name(end - 1) && is_name(end + 1);  // the Office of Financial Sanctions
        if (starts_clause || (at(end).is(Kind::kPreposition) && end > s.after && !in_name)) break;
        ++end;
      }
    }
    if (end > s.after) a.addressee = speaker_span(trimmed({s.after, end}));
    s.after = end;
    // “…,” she told reporters outside the courthouse: where, and nothing more is said
    if (s.after_quote && !s.that && !s.left.empty() && text_.language == "en" && s.after < size_ &&
        at(s.after).is(Kind::kPreposition))
      while (s.after < size_ && !is_boundary(s.after)) ++s.after;
    while (s.after < size_ && at(s.after).is(Kind::kPreposition) && !s.that) {  // told the court on Tuesday
      int k = s.after + 1;
      while (k < size_ && !is_boundary(k) &&
             (at(k).is(Kind::kTime) || at(k).is(Kind::kDeterminer) || text_.tokens[at(k).token].is_number))
        ++k;
      if (k == s.after + 1) break;
      s.after = k;
    }
  }

  if (text_.language == "en" && a.act == Act::kAssert && !a.addressee.empty() && frame(cue, "tell") && !s.that &&
      s.after + 1 < size_ && fold(s.after) == "to" && !at(s.after + 1).is_capital &&
      !at(s.after + 1).is(Kind::kDeterminer))
    a.act = Act::kRequest;  // advised drivers to expect queues
  const int that_at = s.that.value_or(-1);
  if (that_at > s.after && a.addressee.empty() && !frame(cue, "np")) {  // сказал газете «Мост», что …
    bool medium = false;
    for (int i = s.after; i < that_at; ++i) medium = medium || at(i).is(Kind::kMedia) || at(i).is(Kind::kOutlet);
    if (medium) a.addressee = speaker_span({s.after, that_at});
  }
  return false;
}

// What stands between the cue and the next boundary: nothing, an object, whom it was told in passing.
void SentenceReader::find_stop(const Cue& cue, Attribution& a, Statement& s) {
  // “…？”法官问船长; “…”总经理告诉路透社: behind a quotation stands only who is told
  if (grammar_.is_wide && s.after_quote && (frame(cue, "ask") || frame(cue, "tell"))) {
    const int end = wide_whom_end(cue);
    if (end > s.after) a.addressee = speaker_span({s.after, end}), s.after = end;
  }
  for (int i = s.after; i < size_ && i < s.after + 5 && !is_boundary(i); ++i)
    if (const Lexeme* anaphor = at(i).as(Kind::kAnaphor); anaphor && anaphor->value == "other") a.is_counter = true;
  s.stop = s.after;  // what stands between cue and the next boundary
  while (s.stop < size_ && !is_boundary(s.stop) &&
         !(at(s.stop).is(Kind::kConjunction) &&
           (s.stop > s.after || has_cue_between(s.stop + 1, std::min(size_, s.stop + (grammar_.is_slavic ? 6 : 3))))))
    ++s.stop;
  s.other_version = s.stop > s.after && s.stop < s.after + 5 && s.stop < size_ && is_colon_mark(at(s.stop).mark) &&
                    frame(cue, "say") && text_.language != "en" && !speaks({s.after, s.stop});
  s.in_passing =
      !s.that && s.after_quote && (!s.left.empty() || s.inverted) && is_told_in_passing(cue, s.after, s.stop);
  if (s.in_passing && s.stop > s.after && !at(s.after).is(Kind::kPreposition) && !at(s.after).is(Kind::kSubordinator))
    a.addressee = speaker_span({s.after, s.stop});
  s.nothing_right =
      s.in_passing || is_whom_alone(cue, s) ||
      (!s.that && (s.stop == s.after || s.other_version ||
                   (text_.language == "de" && s.left_speaks && s.stop + 2 < size_ && is_comma_mark(at(s.stop).mark) &&
                    is_told_whom({s.after, s.stop})) ||
                   (text_.language == "de" && s.left_speaks && frame(cue, "say") && s.stop + 1 < size_ &&
                    is_colon_mark(at(s.stop).mark) && at(s.stop + 1).quote >= 0 && is_told_whom({s.after, s.stop})) ||
                   (grammar_.is_slavic && s.left_speaks && frame(cue, "say") && s.stop + 1 < size_ &&
                    is_colon_mark(at(s.stop).mark) && at(s.stop + 1).quote >= 0 && is_slavic_whom({s.after, s.stop})) ||
                   ((s.tail_able || s.after_quote ||
                     (s.stop < size_ && (is_colon_mark(at(s.stop).mark) || at(s.stop).quote >= 0))) &&
                    only_adverbial({s.after, s.stop}))));
  // وقال ناشط محلي يدعى عمر: «…»: what stands between subject and colon says who it is
  if (grammar_.verb_first && !s.that && !s.after_quote && frame(cue, "say")) {
    int colon = s.stop;  // ويقول أحدهم، وهو خبير: «…»
    while (colon < size_ && !is_colon_mark(at(colon).mark) && at(colon).quote < 0 &&
           !is_terminal_mark(at(colon).mark) && !has_cue_between(colon, colon + 1))
      ++colon;
    s.told = colon + 1 < size_ && is_colon_mark(at(colon).mark) && at(colon + 1).quote >= 0;
    if (s.told) s.stop = colon;
  }
  s.object =
      !s.in_passing && ((text_.language == "de" && a.act == Act::kConfirm && !s.that &&
                         (!s.german_object.empty() || (!s.left.empty() && s.left.begin > 0 && s.stop == s.after &&
                                                       at(s.left.begin - 1).is(Kind::kAuxiliary)))) ||
                        frame(cue, "np") || frame(cue, "call") || frame(cue, "accuse") || frame(cue, "inf") ||
                        frame(cue, "only") || (a.act == Act::kDecline && !s.after_quote));

  if (text_.language == "de" && a.act == Act::kAccuse && a.addressee.empty() && !s.inverted && !cue.middle.empty() &&
      s.stop == s.after && s.stop < size_ && is_comma_mark(at(s.stop).mark))
    a.addressee = speaker_span(trimmed(cue.middle));  // wirft dem Händler vor, …
}

}  // namespace cordon::reading
