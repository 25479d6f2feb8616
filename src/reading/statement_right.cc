// Steps of the plain statement: who speaks behind the verb or amid it.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

// May a subject stand right of the verb? True: what stands here is nobody's statement.
bool SentenceReader::may_stand_right(const Cue& cue, Statement& s) {
  // ruling that the firm had known; announcing a ban: behind neither stands a subject
  const bool english_object = text_.language == "en" && (fold(cue.unit).ends_with("ing") ||
                                                         text_.tokens[at(cue.unit).token_end - 1].fold == "that");
  if (text_.language == "en" && !s.after_quote && is_named_by_what(cue, s.left))
    return true;  // not what the mate told the police
  if (text_.language == "en" && s.left.size() > 1 && fold(s.left.begin) == "what")
    ++s.left.begin;  // what one broker called …
  s.may_invert = text_.language != "en" || (s.tail_able && !english_object);
  return false;
}

// …, so X am Montag; so das Versprechen der Bank. True: no speaker stands there.
bool SentenceReader::find_right_behind_so(Attribution& a, Statement& s) {
  const Range named = phrase_right(s.after);
  int end = named.end;
  while (end < size_ && at(end).is(Kind::kAdverb)) ++end;
  const int speaker_end = end;
  if (const int past = phrase_stop(end); past > end && only_adverbial({end, past})) end = past;  // so X am Montag
  end = std::max(end, behind_so(end));
  if (text_.language == "de" && is_verb_behind_so(named)) return true;
  if (!s.tail_able || named.empty() || !(speaks(named) || is_name_before_adverb(named, s.after_quote)) ||
      !(end >= size_ || is_boundary(end) || goes_on_speaking(end)))
    return true;
  s.right = {named.begin, speaker_end};
  s.after = std::max(s.after, end);
  for (int i = named.begin; i < named.end && s.said_noun < 0; ++i)
    if (has_stop(i, "saying") && at(i).is_capital && !owner_of(i).empty()) s.said_noun = i;
  if (s.said_noun >= 0) {  // so das Versprechen der Bank
    s.right = owner_of(s.said_noun);
    a.act = act_of_noun(s.said_noun);
    s.after = std::max(s.after, end);
  }
  s.inverted = true;
  return false;
}

// The subject between the parts of the verb. True: it was read as a whole.
bool SentenceReader::find_right_amid(const Cue& cue, Attribution& a, Statement& s) {
  const int whom = german_whom_end(cue.middle);
  s.right = phrase_right(whom);
  s.right.end = std::min(s.right.end, cue.middle.end);
  for (int i = s.right.begin + 1; i < s.right.end && grammar_.verb_first; ++i)  // ورد السفير على الاتهامات قائلا
    if (fold(i) == "علی" || fold(i) == "إلی") s.right.end = i;
  if (grammar_.verb_first && is_quote_mark(at(s.right.begin).mark)) {  // سألت «الأفق» البعثة عن موقفها
    int close = s.right.begin + 1;
    while (close < s.right.end && !is_quote_mark(at(close).mark)) ++close;
    if (close + 1 < s.right.end && is_speaker_noun(close + 1) && fold(close + 1).starts_with("ال")) {
      a.addressee = speaker_span({close + 1, s.right.end});
      s.right.end = close + 1;
    }
  }
  if (text_.language == "de") s.right.end = german_subject_end(s.right);
  if ((at(s.right.begin).is(Kind::kPronoun) && !at(s.right.begin).is(Kind::kDeterminer)) ||
      fold(s.right.begin) == "man")
    s.right.end = s.right.begin + 1;
  s.inverted = true;
  if (whom > cue.middle.begin) a.addressee = speaker_span({cue.middle.begin, whom});
  const bool pointer =
      s.left.size() == 1 && number_ > 0 && (fold(s.left.begin) == "das" || fold(s.left.begin) == "dies");
  if (pointer && a.act == Act::kAccuse) {  // Das wirft ihm die Organisation vor
    if (const Span span = before_sentence(); !span.empty()) {
      a.speaker = speaker_span(trimmed(s.right));
      a.content = {span};
      a.rule = "the sentence before";
      finish(a, cue);
      return true;
    }
  }
  take_rest_amid(cue, a, s, whom);
  return false;
}

// Gegenüber der Zeitung räumte der Spediteur Fehler ein: the object stands behind the subject, amid the verb.
void SentenceReader::take_rest_amid(const Cue& cue, Attribution& a, Statement& s, int whom) {
  // Gegenüber der Zeitung räumte der Spediteur Fehler ein: the object stands behind the subject
  Range rest{s.right.end, cue.middle.end};
  while (!rest.empty() && (at(rest.begin).is(Kind::kAdverb) || skipped_[rest.begin])) ++rest.begin;
  // am Montag will Rehm von den Lieferungen nichts gewusst haben
  if (text_.language == "de" && rest.empty() && frame(cue, "np") && s.left.empty() && s.right.end == cue.middle.end)
    for (int i = s.right.end - 1; i > s.right.begin; --i)
      if (fold(i) == "von" || fold(i) == "vom") {
        s.fronted = spans_of({i, cue.middle.end});
        s.right.end = i;
        return;
      }
  const bool has_rest = text_.language == "de" && rest.size() > 0 && cue.middle.end < size_ && !s.after_quote &&
                        !at(rest.begin).is(Kind::kPreposition) && !at(rest.begin).is(Kind::kCue) && !only_time(rest) &&
                        whom == cue.middle.begin && !find_that(cue.after, cue) &&
                        (frame(cue, "np") || frame(cue, "show") || a.act == Act::kConfirm || a.act == Act::kDecline ||
                         a.act == Act::kPromise ||
                         (a.act == Act::kAccuse && frame(cue, "gap") &&
                          (!s.left.empty() || cue.after >= size_ || is_terminal_mark(at(cue.after).mark))));
  // Als Empfänger gab die Firma eine Molkerei an: what it is said to be stands before the verb
  const bool as_what = text_.language == "de" && !rest.empty() && !s.left.empty() && s.left.begin > 0 &&
                       fold(s.left.begin - 1) == "als" && (frame(cue, "say") || frame(cue, "show")) &&
                       a.act == Act::kAssert;
  if (as_what) {
    s.fronted = spans_of({s.left.begin - 1, s.left.end});
    for (const Span& span : spans_of(rest)) s.fronted.push_back(span);
  } else if (has_rest && a.act == Act::kAccuse && !s.left.empty()) {
    a.addressee = speaker_span(s.left);            // Dem Konzern wirft X Betrug vor
  } else if (has_rest && a.act == Act::kAccuse) {  // Zugleich warf er Brüssel Doppelmoral vor
    if (const Range of = accused_of(rest); !of.empty()) {
      a.addressee = speaker_span({rest.begin, of.begin});
      rest = of;
    }
  }
  if (as_what) {
  } else if (has_rest) {
    Attribution object;  // am Montag wies er den Vorwurf zurück, Papiere gefälscht zu haben
    object.content = spans_of(rest);
    if (frame(cue, "np")) add_claim_clause(rest, cue, object);
    s.fronted = object.content;
  } else
    // Erst auf Nachfrage räumte X ein, dass …: what is said follows
    if (!s.left.empty() && !(find_that(cue.after, cue) && !frame(cue, "np") && !speaks(s.left))) {
      s.fronted = german_claim_before(s.left, cue);
      if (s.fronted.empty()) s.fronted.push_back(span_of(s.left));
    }
}

// dijo a Reuters Pablo Rivas, a déclaré à l’AFP Jean Dupont: does a name that is no medium's begin at `i`, right behind
// a medium that is named or pointed at?
bool SentenceReader::is_name_behind_medium(int i) const {
  if ((text_.language != "es" && text_.language != "fr") || i < 2 || i >= size_ || !is_name(i) ||
      at(i).is(Kind::kOutlet))
    return false;
  return at(i - 1).is(Kind::kOutlet) || (at(i - 1).is(Kind::kMedia) && at(i - 2).is(Kind::kDeterminer));
}

// What stands right of the verb and may be its subject.
void SentenceReader::find_candidate(const Cue& cue, Attribution& a, Statement& s) {
  // bestätigte am Abend auch die Bundespolizei: times and adverbs stand between verb and subject
  int subject = s.after;
  if (text_.language != "en" && !grammar_.verb_first && !grammar_.is_slavic)
    while (subject < size_ && at(subject).is_word()) {
      int k = subject;
      if (at(k).is(Kind::kPreposition) || at(k).is(Kind::kDeterminer)) ++k;
      if (k < size_ && k > subject && at(k).is(Kind::kDeterminer)) ++k;
      if (k < size_ && at(k).is(Kind::kTime) && !at(k).is(Kind::kPerson)) {
        subject = k + 1;
      } else if (at(subject).is(Kind::kAdverb) && !is_speaker_noun(subject) && !at(subject).is(Kind::kPreposition) &&
                 !at(subject).is(Kind::kPronoun) && !at(subject).is(Kind::kDeterminer)) {
        ++subject;
      } else {
        break;
      }
    }
  s.candidate = grammar_.is_slavic ? slavic_right(s.after, cue) : phrase_right(subject);
  if (s.tail_able && text_.language != "en" && frame(cue, "say") && subject + 2 < size_ &&
      at(subject).is(Kind::kPreposition)) {
    const std::string_view to = fold(subject);
    int k = subject + 1;
    if (k < size_ && at(k).is(Kind::kDeterminer)) ++k;
    const bool whom = to == "\u00e0" || to == "au" || to == "aux" || to == "a" || to == "al" || to == "ante" ||
                      to == "devant" || to == "gegen\u00fcber";
    while (whom && k < size_ && !is_boundary(k) && k < subject + 8 &&
           !(k > subject + 1 && !at(k - 1).is(Kind::kPreposition) &&
             (at(k).is(Kind::kDeterminer) || at(k).is(Kind::kPossessive) ||
              (at(k).is(Kind::kTitle) && at(k).is_capital)) &&
             !(at(k).is(Kind::kPreposition) && at(k).is(Kind::kDeterminer))))
      ++k;
    for (int n = subject + 2; whom && n < k; ++n)  // dijo a Reuters Pablo Rivas
      if (is_name_behind_medium(n)) k = n;
    if (whom && k < size_ && !is_boundary(k) &&
        (at(k).is(Kind::kDeterminer) || at(k).is(Kind::kPossessive) || at(k).is(Kind::kTitle) ||
         is_name_behind_medium(k))) {
      const Range named = phrase_right(k);
      if (!named.empty() && heads_speak(named)) {
        a.addressee = speaker_span({subject + 1, k});
        s.candidate = named;
        subject = k;
      }
    }
  }
  s.candidate.end = before_document(s.candidate);
  if (subject > s.after && (s.candidate.empty() || !heads_speak(s.candidate))) s.candidate = phrase_right(s.after);
  if (!s.candidate.empty() && (is_gerund(s.candidate.begin) || is_pronoun_in_clause(s.candidate)))
    s.candidate.end = s.candidate.begin;
  if (!s.candidate.empty() && (fold(s.candidate.begin) == "al" || fold(s.candidate.begin) == "au"))
    s.candidate.end = s.candidate.begin;  // «…», espetó al tribunal: whom, and not who
  if (grammar_.is_slavic && frame(cue, "call") && !s.candidate.empty() && !s.after_quote &&
      s.candidate.begin == s.after && at(s.candidate.begin).is(Kind::kClaimNoun) &&
      !at(s.candidate.begin).is(Kind::kBody))
    s.candidate.end = s.candidate.begin;  // назвав повідомлення ГУР вигадкою: what is called so
  if (grammar_.is_slavic && !has_own_preposition(cue) && !has_slavic_subject(s.candidate, cue))
    s.candidate.end = s.candidate.begin;  // zapowiedziała publikację
  // وبيّن أن الوديعة تغطي …: behind "that" stands what is said
  if (grammar_.verb_first && at(cue.unit).token_end > at(cue.unit).token + 1 && !s.candidate.empty()) {
    const std::string_view last_word = text_.tokens[at(cue.unit).token_end - 1].fold;
    if (last_word == "أن" || last_word == "إن" || last_word == "بأن") s.candidate.end = s.candidate.begin;
  }
  if (text_.language == "en" && s.tail_able && s.after < size_ && has_stop(s.after, "some of them") &&
      (s.after + 1 >= size_ || is_boundary(s.after + 1)))
    s.candidate = {s.after, s.after + 1};  // “…,” said one.
}

// Does the candidate speak?
void SentenceReader::judge_candidate(const Cue& cue, Statement& s) {
  s.prepositional = !s.candidate.empty() && at(s.candidate.begin).is(Kind::kPreposition) &&
                    !at(s.candidate.begin).is(Kind::kDeterminer);
  s.candidate_speaks = false;
  for (int i = s.candidate.begin; i < s.candidate.end && !s.prepositional; ++i)
    s.candidate_speaks = s.candidate_speaks || is_name(i) || is_speaker_noun(i) ||
                         (at(i).is(Kind::kPronoun) && i == s.candidate.begin) ||
                         (text_.language == "en" && s.candidate.size() == 1 && has_stop(i, "some of them"));
  if (!grammar_.verb_first && text_.language != "en" && s.candidate_speaks && !s.prepositional)
    s.candidate_speaks = heads_speak(s.candidate);
  // les douanes le tiennent pour un faux: what it is called speaks for nobody
  for (int i = s.candidate.begin; i < s.candidate.end && frame(cue, "call") && object_pronoun(cue) >= 0; ++i)
    if (at(i).is(Kind::kFalsehood)) s.candidate_speaks = false;
  if (cue.group.begin > 0 && at(cue.group.begin - 1).is(Kind::kConjunction) && s.left.empty()) {
    if (text_.language == "fr") s.candidate_speaks = false;  // et annonce une plainte: no subject stands behind it
    if (text_.language == "de" && last_fold(cue.unit) == "von")
      s.candidate_speaks = false;  // und sprach von „Erpressung“
    if (text_.language == "es" && at(s.candidate.begin).is(Kind::kDeterminer)) {
      bool document = false, other = false;  // y anunció una demanda
      for (int i = s.candidate.begin; i < s.candidate.end; ++i) {
        document = document || at(i).is(Kind::kDocument);
        other = other || at(i).is(Kind::kPerson) || at(i).is(Kind::kBody) || at(i).is(Kind::kCompany) || is_name(i);
      }
      if (document && !other) s.candidate_speaks = false;
    }
  }
  const bool closes = text_.language != "es" && s.tail_able && !fold(cue.unit).ends_with("ant") &&
                      (s.candidate.end >= size_ || is_boundary(s.candidate.end));  // …, a déclaré le coroner
  const bool asks = s.after_quote && (frame(cue, "inf") || frame(cue, "ask"));     // „Dreht um“, forderte der Anführer
  const bool cleft = cleft_mark(cue) > 0 || (is_cleft(0) && !has_cue_between(0, cue.unit));
  if ((s.after_quote || closes || cleft) && s.left.empty() && !s.prepositional && !s.candidate_speaks &&
      (frame(cue, "say") || asks) && !frame(cue, "np"))
    s.candidate_speaks = speaks_unknown(s.candidate) ||  // « … », soupire la lanceuse d'alerte
                         (text_.language == "de" && frame(cue, "locative") && !only_time(s.candidate) &&
                          at(s.candidate.end - 1).is_capital);  // „…“, heißt es in den Thesen
  if (s.after_quote && s.left.empty() && !s.prepositional && !s.candidate_speaks && frame(cue, "say"))
    s.candidate_speaks = is_any_noun(s.candidate);
  if (s.tail_able && s.left.empty() && !s.prepositional && !s.candidate_speaks && frame(cue, "say"))
    s.candidate_speaks = is_bare_name(s.candidate);
}

// The same of verbs that take an object: the candidate may be the object. True: nobody is said to tell.
bool SentenceReader::judge_object_verb(const Cue& cue, Attribution& a, Statement& s) {
  // Tal como denunció la ONG, …; comme le dénonce l'association, …
  s.says_as = (text_.language == "es" || text_.language == "fr") && a.act == Act::kAccuse && cue.group.begin > 0 &&
              s.left.empty() &&
              (last_fold(cue.group.begin - 1) == "como" || last_fold(cue.group.begin - 1) == "comme" ||
               last_fold(cue.group.begin - 1) == "según" || last_fold(cue.group.begin - 1) == "selon");
  s.object_frame =
      frame(cue, "np") || frame(cue, "call") || frame(cue, "accuse") || frame(cue, "inf") || frame(cue, "tell");
  if (grammar_.verb_first && s.object_frame && !s.candidate.empty())
    s.candidate_speaks = is_name(s.candidate.begin) || is_speaker_noun(s.candidate.begin) ||
                         at(s.candidate.begin).is(Kind::kTitle) || is_quote_mark(at(s.candidate.begin).mark);
  // ووصف التقرير بأنه «ملفق»: what is called so is the object, and who spoke before the subject
  if (grammar_.verb_first && frame(cue, "call") && s.candidate_speaks && s.candidate.size() == 1 &&
      !is_name(s.candidate.begin) &&
      (at(s.candidate.begin).is(Kind::kClaimNoun) || at(s.candidate.begin).is(Kind::kDocument)) &&
      !at(s.candidate.begin).is(Kind::kPerson) && !at(s.candidate.begin).is(Kind::kBody))
    s.candidate.end = s.candidate.begin;
  if (grammar_.verb_first && !s.candidate.empty() && !is_name(s.candidate.begin) &&
      !is_speaker_noun(s.candidate.begin)) {
    const std::string_view word = fold(s.candidate.begin);  // بنشر, للجنة: particles, no subject
    if (word.starts_with("\u0628") || word.starts_with("\u0644")) s.candidate.end = s.candidate.begin;
  }
  // هتف بالصحافيين, أوضح للجزيرة: the article behind the preposition
  if (grammar_.verb_first && !s.candidate.empty() && fold(s.candidate.begin).starts_with("بال") &&
      !named_[at(s.candidate.begin).token])
    s.candidate.end = s.candidate.begin;
  if (grammar_.verb_first && !s.candidate.empty() &&
      ((fold(s.candidate.begin).starts_with("\u0644\u0644") && !named_[at(s.candidate.begin).token]) ||
       (s.object_frame && differs_in_gender(cue.unit, s.candidate.begin))))
    s.candidate.end = s.candidate.begin;  // للصحيفة; وطالب الأمم المتحدة: whom it was asked of

  // لم يُعلن اسم واحد, ولا يظهر اسم أي منها: nobody is said not to tell
  if (grammar_.verb_first && cue.negated && !s.candidate.empty() && has_stop(s.candidate.begin, "untold")) return true;
  return false;
}

// Takes the candidate for the subject where it stands as the grammar has it.
void SentenceReader::take_candidate(const Cue& cue, Attribution& a, Statement& s) {
  if (!s.prepositional && !s.candidate.empty() &&
      (s.candidate_speaks || (grammar_.verb_first && s.left.empty() && !s.object_frame))) {
    if (!s.object_frame || grammar_.verb_first ||
        (s.candidate.size() >= 1 && (s.candidate.end >= size_ || is_boundary(s.candidate.end)) &&
         (s.tail_able || is_cleft(0) || s.says_as ||
          (text_.language == "de" && (!s.left.empty() || !is_boundary(cue.group.begin - 1))))) ||
        at(s.candidate.begin).is(Kind::kPronoun)) {
      s.right = s.candidate;
      // Als Empfänger nennt der Bericht ein Institut: the object stands behind the subject
      // am Montag bestritt die Reederei den Verkauf
      if (text_.language == "de" && !s.after_quote &&
          (s.object_frame || frame(cue, "show") || a.act == Act::kConfirm) && !(s.tail_able && !s.left.empty()))
        s.right.end = german_subject_end(s.right);
      s.inverted = true;
      if (s.object_first) s.fronted.push_back(span_of(s.left));
    }
  }
  // In einem Brief bat der Verwalter um Freigabe, gestern dementierte der Konzern den Bericht: the verb stands second
  if (!s.inverted && s.object_frame && text_.language == "de" && !s.candidate.empty() && !s.prepositional &&
      !s.left_speaks && cue.group.begin > 0 && !is_boundary(cue.group.begin - 1) &&
      !at(cue.group.begin - 1).is(Kind::kConjunction) && !is_oblique(s.candidate.begin) && cue.middle.empty()) {
    const Range named{s.candidate.begin, german_subject_end(s.candidate)};
    bool who = false;
    for (int i = named.begin; i < named.end; ++i)
      who = who || at(i).is(Kind::kPerson) || at(i).is(Kind::kBody) || at(i).is(Kind::kCompany) || is_name(i) ||
            at(i).is(Kind::kSpokesman) || at(i).is(Kind::kOrganWord) || at(i).is(Kind::kPronoun);
    if (who && heads_speak(named)) {
      s.right = named;
      s.inverted = true;
    }
  }
  // Опроверг министр и слухи об отставке: the verb first, then who denies, then what
  // Мовчить і посольство: the same of one who refuses
  const bool denies = frame(cue, "np") || (a.act == Act::kDecline && frame(cue, "inf") && s.after < size_ &&
                                           (is_slavic_also(s.after) || at(s.after).is(Kind::kAdverb)));
  if (!s.inverted && grammar_.is_slavic && denies && s.left.empty() && !s.candidate.empty() && !s.prepositional &&
      cue.group.begin <= 1 && !s.tail_able && cue.group.end == cue.group.begin + 1) {
    const int head = slavic_head(s.candidate, cue);
    const bool who = head >= 0 && (at(head).is(Kind::kPerson) || at(head).is(Kind::kPronoun) ||
                                   at(head).is(Kind::kBody) || at(head).is(Kind::kCompany) || is_name(head));
    if (who && slavic_phrase_begin(head, s.candidate.begin) == s.candidate.begin) {
      s.right = {s.candidate.begin, slavic_subject_end(head, s.candidate)};
      s.inverted = true;
    }
  }
  // Pidió el juez a Suiza el bloqueo: the verb first, then who asks, then what for
  if (!s.inverted && s.object_frame && text_.language == "es" && !s.candidate.empty() && !s.prepositional &&
      s.left.empty() && at(s.candidate.begin).is(Kind::kDeterminer) &&
      (cue.group.begin == 0 || !at(cue.group.begin - 1).is(Kind::kConjunction)) && a.act != Act::kAccuse) {
    const Range named{s.candidate.begin, spanish_subject_end(s.candidate)};
    bool who = false;
    for (int i = named.begin; i < named.end; ++i)
      who = who || at(i).is(Kind::kPerson) || at(i).is(Kind::kBody) || at(i).is(Kind::kCompany) || is_name(i) ||
            at(i).is(Kind::kSpokesman);
    if (who && named.end < size_ && !is_boundary(named.end) && heads_speak(named)) {
      s.right = named;
      s.inverted = true;
    }
  }
}

// „…“, hieß es aus dem Ministerium; эти обвинения опровергает адвокат: a place speaks, the object stands before the
// verb.
void SentenceReader::take_place_or_inverted(const Cue& cue, Attribution& a, Statement& s) {
  // „…“, hieß es am Mittwoch aus dem Ministerium
  if (s.prepositional && text_.language == "de" && s.tail_able && frame(cue, "locative") && s.candidate.size() > 1 &&
      heads_speak({s.candidate.begin + 1, s.candidate.end}) && !only_time(s.candidate)) {
    s.right = {s.candidate.begin + 1, s.candidate.end};
    s.inverted = true;
  }
  const bool from_there = s.prepositional && (fold(s.candidate.begin) == "desde" ||
                                              (fold(s.candidate.begin) == "en" && fold(cue.unit).ends_with("n")));
  if (from_there && text_.language == "es" && s.tail_able && frame(cue, "say") && s.candidate.size() > 1 &&
      heads_speak({s.candidate.begin + 1, s.candidate.end}) && !only_time(s.candidate)) {
    s.right = {s.candidate.begin + 1, s.candidate.end};  // «…», responden desde el banco
    s.inverted = true;
  }
  // Эту информацию опровергли в министерстве: the object before the verb, the place behind it
  const bool object_first_here = (frame(cue, "np") || a.act == Act::kConfirm) && s.fronted.empty() && !s.left.empty() &&
                                 !s.left_speaks && !at(s.left.begin).is(Kind::kPreposition) &&
                                 (s.candidate.end >= size_ || is_boundary(s.candidate.end));
  if (s.prepositional && grammar_.is_slavic && object_first_here && is_slavic_place(s.candidate, cue))
    s.fronted.push_back(span_of(s.left));
  if (s.prepositional && grammar_.is_slavic &&
      (!s.object_frame || object_first_here || (frame(cue, "call") && s.tail_able)) &&
      is_slavic_place(s.candidate, cue)) {
    s.right = s.candidate;  // …, сообщили в министерстве
    s.inverted = true;
  }
  // эти обвинения опровергает адвокат: the object before the verb, the subject behind it
  if (grammar_.is_slavic &&
      (s.inverted ? (a.act == Act::kConfirm || (s.object_frame && at(s.candidate.begin).is(Kind::kPossessive))) &&
                        s.fronted.empty() && !s.tail_able
                  : s.object_frame) &&
      !s.candidate.empty() && (s.candidate.begin == s.after || fold(s.after).size() <= 2) && !s.prepositional &&
      !s.left.empty() && !s.left_speaks && !at(s.left.begin).is(Kind::kPreposition) &&
      (s.candidate.end >= size_ || is_boundary(s.candidate.end)) && has_slavic_subject(s.candidate, cue) &&
      may_follow(cue, s.candidate)) {
    s.right = s.candidate;
    s.inverted = true;
    s.fronted.push_back(span_of(s.left));
  }
  if (grammar_.is_slavic && !s.inverted && frame(cue, "np") && a.act == Act::kDeny && s.fronted.empty() &&
      !s.left_speaks && !s.prepositional && s.candidate.begin == s.after && !s.candidate.empty() &&
      s.candidate_speaks && (s.candidate.end >= size_ || is_boundary(s.candidate.end)) &&
      has_slavic_subject(s.candidate, cue))
    if (const Range topic = denied_first(cue); !topic.empty()) {
      s.right = s.candidate;
      s.inverted = true;
      s.fronted.push_back(span_of(topic));
    }
}

// …، قال مدير الشركة، جلال أصلان، …: the end of the name between the comma and the next mark, which no table need have;
// 0 where none stands there.
int SentenceReader::arabic_name_behind(int comma) const {
  constexpr int kMostWords = 4;
  if (!grammar_.verb_first || comma < 1 || comma >= size_ || !is_comma_mark(at(comma).mark)) return 0;
  bool person = false;
  for (int i = comma - 1; i >= 0 && !is_boundary(i); --i)
    person = person || at(i).is(Kind::kPerson) || at(i).is(Kind::kSpokesman);
  int end = comma + 1;
  while (end < size_ && end <= comma + kMostWords && at(end).is_word() && !at(end).is(Kind::kCue) &&
         (is_name(end) || at(end).lexemes.empty() || at(end).is(Kind::kTitle)))
    ++end;
  return person && end >= comma + 3 && (end >= size_ || is_boundary(end)) ? end : 0;
}

// …، لصحيفة «صدى المتوسط» عبر الهاتف: the end of the sentence where only whom and how it was told stands from `begin`
// on; else `begin`.
int SentenceReader::behind_arabic_addressee(int begin) const {
  int i = begin;
  if (i < size_ && is_comma_mark(at(i).mark)) ++i;
  const bool told = i < size_ && at(i).is_word() && fold(i).starts_with("ل") &&
                    (at(i).is(Kind::kMedia) || at(i).is(Kind::kOutlet) || at(i).is(Kind::kPerson));
  if (!told) return begin;
  for (; i < size_ && !is_terminal_mark(at(i).mark); ++i)
    if (is_comma_mark(at(i).mark) || is_colon_mark(at(i).mark) || at(i).quote >= 0 || at(i).is(Kind::kThat) ||
        has_cue_between(i, i + 1))
      return begin;
  return i;
}

// Where the subject right of the verb ends.
void SentenceReader::end_right(const Cue& cue, Attribution& a, Statement& s) {
  const bool bare_object =
      grammar_.verb_first && (frame(cue, "say") || frame(cue, "ask")) && !frame(cue, "via") && !s.after_quote &&
      !find_that(s.after, cue) &&
      !(s.candidate.end < size_ && (is_colon_mark(at(s.candidate.end).mark) || at(s.candidate.end).quote >= 0) &&
        !has_detail(cue.unit, "judge"));  // اعتبرت طهران القرار «غير قانوني»
  if (s.inverted && frame(cue, "accuse") && grammar_.verb_first && s.left.empty() && !has_object_attached(cue.unit) &&
      accuses_whom_alone(s.right)) {
    s.inverted = false;
    s.right = {s.after, s.after};
  }
  if (s.inverted && grammar_.verb_first &&
      (s.object_frame || bare_object)) {  // verb, subject, object: where does the subject end?
    const bool named = is_quote_mark(at(s.right.begin).mark);
    s.right.end = std::min(s.right.end, size_);
    int end = std::min(arabic_subject_end(s.right.begin, s.right.end), s.right.end);
    bool person = false;
    for (int i = s.right.begin; i < end; ++i) person = person || at(i).is(Kind::kPerson) || at(i).is(Kind::kTitle);
    int name = end;
    while (name > s.right.begin && at(name - 1).lexemes.empty() && !is_quote_mark(at(name - 1).mark)) --name;
    if (person) end = std::max(end, arabic_name_end(name, s.right.end));
    // طالب محامو الشركة برفع الحجز: what is asked for has its preposition
    if (frame(cue, "inf"))
      for (int i = s.right.begin + 2; i < end; ++i)
        if (fold(i).starts_with("ب") && at(i).lexemes.empty() && !named_[at(i).token] && fold(i - 1).starts_with("ال"))
          end = i;
    s.right.end = std::min(end, s.right.end);
    // كذبت الشركة المالكة ذلك: an adjective of the subject, which no table has, before the object
    if (s.right.size() == 1 && s.right.end + 1 < size_ && is_arabic_adjective_of(s.right.begin, s.right.end))
      ++s.right.end;
    // لم تؤكد الناطقة باسمها، دوريان كامليري، أن …
    if (s.right.size() == 1 && s.right.end + 1 < size_ && at(s.right.begin).is(Kind::kSpokesman) &&
        is_owned(s.right.end) && fold(s.right.end).starts_with("باسم"))
      s.candidate.end = ++s.right.end;
    // أكد وزير النفط حيان عبد الغني التزام بلاده: a noun that has an owner behind it is the object's
    if (s.right.end < s.candidate.end && s.right.size() > 2 && at(s.right.end).lexemes.empty() &&
        !named_[at(s.right.end - 1).token] && at(s.right.end - 1).lexemes.empty() && is_owned(s.right.end))
      --s.right.end;
    else if (s.right.size() > 3 && is_owned(s.right.end - 1) && at(s.right.end - 1).lexemes.empty() &&
             at(s.right.end - 2).lexemes.empty() && !named_[at(s.right.end - 2).token])
      s.right.end -= 2;
    // ورفض محامي الشركة التعليق: an object there must be
    const bool of_body = s.right.size() == 2 && a.act == Act::kDecline &&
                         at(s.right.begin).is(Kind::kBody) &&  // لم تعلق وزارة الأشغال
                         !fold(s.right.begin).starts_with("ال") && fold(s.right.begin + 1).starts_with("ال");
    if (!named && s.right.end - s.right.begin > 1 && !of_body &&
        (s.right.end >= size_ ||
         (is_boundary(s.right.end) && (!is_comma_mark(at(s.right.end).mark) ||
                                       (s.right.end + 1 < size_ && fold(s.right.end + 1).starts_with("و"))))) &&
        !is_name(s.right.end - 1) && !is_speaker_noun(s.right.end - 1) && !at(s.right.end - 1).is(Kind::kAdjective))
      --s.right.end;
    // رفض مدير الشركة، حاتم البرهومي، هذه الاتهامات
    if (s.candidate.end < size_ && s.right.end == s.candidate.end && is_comma_mark(at(s.right.end).mark)) {
      int k = s.right.end + 1;
      while (k < size_ && !is_boundary(k) && k < s.right.end + 9) ++k;
      if (k < size_ && is_comma_mark(at(k).mark)) s.right.end = k + 1;
    }
  } else if (const int apposed = s.inverted && s.after_quote ? arabic_name_behind(s.right.end) : 0; apposed > 0) {
    s.right.end = apposed;
  } else if (s.inverted && s.right.end + 1 < size_ && is_comma_mark(at(s.right.end).mark) &&
             (is_name(s.right.end + 1) || at(s.right.end + 1).is(Kind::kTitle))) {
    int k = s.right.end + 1;  // affirma le président, Jean Dupont
    while (k < size_ && (is_name(k) || at(k).is(Kind::kTitle) || at(k).is(Kind::kPreposition) || at(k).is_bracket ||
                         at(k).mark == U'.')) {
      if (at(k).mark == U'.' && (k + 1 >= size_)) break;
      ++k;
    }
    bool person = false;
    for (int i = s.right.begin; i < s.right.end; ++i)
      person = person || at(i).is(Kind::kPerson) || at(i).is(Kind::kSpokesman) || at(i).is(Kind::kBody);
    if (person && (k >= size_ || is_boundary(k))) s.right.end = k;
  } else if (s.inverted && text_.language == "de" && s.right.end + 1 < size_ && is_comma_mark(at(s.right.end).mark) &&
             at(s.right.end + 1).is(Kind::kPerson)) {
    int k = s.right.end + 1;
    while (k < size_ && !is_boundary(k)) ++k;
    if (k < size_ && is_comma_mark(at(k).mark) && s.right.size() <= 4) s.right.end = k;
  }
}

// اتهمتها, اتهمه: an Arabic verb with whom it is done to behind it.
bool SentenceReader::has_object_attached(int i) const {
  const std::string_view word = last_fold(i);
  return word.size() > 8 &&
         (word.ends_with("ها") || word.ends_with("هم") || word.ends_with("هما") || word.ends_with("ه"));
}

// وسخر المرعشلي من الكلام: one or two words that no table has, between the parts of the verb.
bool SentenceReader::is_bare_arabic_name(Range middle) const {
  if (!grammar_.verb_first || middle.empty() || middle.size() > 2) return false;
  for (int i = middle.begin; i < middle.end; ++i) {
    const std::string_view word = fold(i);
    if (!at(i).is_word() || !at(i).lexemes.empty() || word.size() < 6 || word.ends_with("ا")) return false;
    if (!named_[at(i).token] && (is_attached(i) || word.starts_with("و") || word.starts_with("بال"))) return false;
  }
  return true;
}

// Who speaks right of the verb or amid it: « … », a-t-il déclaré; so X; نقلت عن X. True: the statement was read, or is
// none.
bool SentenceReader::find_right(const Cue& cue, Attribution& a, Statement& s) {
  if (frame(cue, "so")) return find_right_behind_so(a, s);
  if (cue.pronoun >= 0) {  // « … », a-t-il déclaré
    s.right = {cue.pronoun, cue.pronoun + 1};
    s.inverted = true;
  } else if (!cue.middle.empty() && !s.left_speaks && !frame(cue, "via") &&
             (speaks(phrase_right(cue.middle.begin)) || is_bare_arabic_name(cue.middle) ||
              (s.object_first && is_unknown_name(cue.middle.begin)) ||
              (s.tail_able && s.left.empty() && speaks_unknown(phrase_right(cue.middle.begin)) &&
               !(text_.language == "de" && has_cue_between(0, cue.group.begin) && !s.after_quote &&
                 a.act == Act::kDecline && at(cue.middle.begin).is(Kind::kDeterminer))))) {  // ließ Rost offen
    if (find_right_amid(cue, a, s)) return true;
  } else if (s.pronoun_joint || s.after_relative ||
             (grammar_.verb_first && (frame(cue, "part") || is_arabic_participle(cue.unit))) || s.subject_first) {
  } else if (frame(cue, "via")) {  // نقلت عن X قوله إن: a medium passes on the words of X
    s.right = phrase_right(s.after);
    a.medium = speaker_span(s.left.empty() ? cue.middle : s.left);  // نقلت صحيفة عن: the medium stands amid the cue
    s.inverted = true;
    if (grammar_.is_slavic) {
      const int whole = s.right.end;
      split_medium(cue, s.left.empty(), s.right, a);
      s.after = std::max(s.after, whole);  // «…», цитирует аналитика РБК
    }
  } else if (grammar_.verb_first && s.left_speaks && s.left.end == cue.group.begin &&
             (is_name(s.left.end - 1) || is_speaker_noun(s.left.end - 1) || is_quote_mark(at(s.left.end - 1).mark) ||
              at(s.left.end - 1).is(Kind::kAdjective))) {
    // لكن روسيا اتهمت أوكرانيا: the subject stands before the verb
  } else if ((s.left.empty() || grammar_.verb_first || !s.left_speaks) && s.may_invert && s.after < size_ &&
             !grammar_.is_wide && !grammar_.verb_last) {
    find_candidate(cue, a, s);
    judge_candidate(cue, s);
    if (judge_object_verb(cue, a, s)) return true;
    take_candidate(cue, a, s);
    take_place_or_inverted(cue, a, s);
    end_right(cue, a, s);
  }
  return false;
}

}  // namespace cordon::reading
