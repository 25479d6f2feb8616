// Steps of the plain statement: what stands before the verb, and whether it speaks.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

// What stands left of the verb as its subject, and where what stands right of it begins. True: nothing is said.
bool SentenceReader::find_left(const Cue& cue, Attribution& a, Statement& s) {
  s.left = cue.pronoun >= 0 ? Range{cue.group.begin, cue.group.begin} : subject_left(cue);
  s.after = cue.after;
  if (is_arabic_answer(cue.unit) && !out_.empty() && out_.back().act == Act::kAsk)
    s.left = {cue.group.begin, cue.group.begin};  // وسئل القبطان عن وجهته فقال …
  if (text_.language == "en" && cue.group.begin > 1 && is_relative(cue.group.begin - 1))
    if (const Range who = before_relative(cue.group.begin - 1); !who.empty()) s.left = who;
  if (grammar_.is_slavic) s.left = before_paper(s.left);
  if (grammar_.is_slavic && !s.left.empty() && s.left.begin > 1 && has_stop(s.left.begin - 1, "itself") &&
      at(s.left.begin - 2).is(Kind::kPlace))
    s.left.begin -= 2;  // в самой фирме это отрицают
  if (text_.language == "fr" && s.left.begin > 0 && !s.left.empty() && fold(s.left.begin - 1) == "leur" &&
      (is_speaker_noun(s.left.begin) ||
       (s.left.size() > 1 && !at(s.left.begin).is_capital && is_speaker_noun(s.left.begin + 1))))
    --s.left.begin;  // Leur avocat dément: no pronoun before a verb
  if (text_.language == "en" && s.left.empty() && cue.group.begin > 2 && at(cue.group.begin - 1).is(Kind::kConjunction))
    s.left = who_examined(cue.group.begin - 1);
  // قال لـ«الشرق الأوسط» مصدر أمني: who is told stands before the subject
  if (grammar_.verb_first && s.after + 3 < size_ && fold(s.after).starts_with("ل") && fold(s.after).size() <= 4 &&
      is_quote_mark(at(s.after + 1).mark)) {
    int close = s.after + 2;
    while (close < size_ && close < s.after + 8 && !is_quote_mark(at(close).mark)) ++close;
    if (close + 1 < size_ && is_quote_mark(at(close).mark) && speaks(phrase_right(close + 1))) {
      a.addressee = speaker_span({s.after + 1, close + 1});
      s.after = close + 1;
    }
  }
  if (text_.language == "en") {
    if (is_only_asked(cue, s.left)) return true;
    if (!cue.be && fold(cue.unit).ends_with("ing")) s.left = who_issued(s.left);  // it issued a statement saying …
  }
  // 把油价上限讥讽为…, 与事件撇清关系: the object behind its preposition, before the verb
  if (const int lead = grammar_.is_wide ? wide_lead(cue) : -1; lead > 0) {
    Cue moved = cue;
    moved.group.begin = lead;
    if (const Range subject = subject_left(moved); !subject.empty()) {
      s.left = subject;
      s.fronted = spans_of({lead + 1, cue.group.begin});
    }
  }
  if (is_quoted(cue.unit)) {  // the marks round the verb
    while (!s.left.empty() && is_quote_mark(at(s.left.end - 1).mark)) --s.left.end;
    if (s.after < size_ && is_quote_mark(at(s.after).mark)) ++s.after;
  }
  return false;
}

// The German subject beside the auxiliary; where something is said: aus Ermittlerkreisen, in einem Schreiben.
void SentenceReader::find_german_left(const Cue& cue, Statement& s) {
  if (text_.language == "de") {
    const Range subject = german_subject(cue, s.german_object);
    if (!subject.empty()) s.left = subject;
  }
  if (text_.language == "de" && s.left.empty() && frame(cue, "locative") && cue.group.begin > 1) {
    int begin = cue.group.begin;  // Aus Ermittlerkreisen hieß es
    while (begin > 0 && !is_boundary(begin - 1) && !at(begin - 1).is(Kind::kConjunction)) --begin;
    if (begin == cue.group.begin && begin > 4 && is_comma_mark(at(begin - 1).mark) && at(0).is(Kind::kPreposition)) {
      int comma = begin - 2;  // In einem Schreiben, das der Zeitung vorliegt, heißt es
      while (comma > 1 && !is_comma_mark(at(comma).mark)) --comma;
      if (comma > 1 && at(comma + 1).is(Kind::kDeterminer) && speaks({1, comma})) s.left = {1, comma};
    }
    if (fold(begin) == "wie") ++begin;  // wie aus Diplomatenkreisen verlautete, …
    if (at(begin).is(Kind::kPreposition) && speaks({begin + 1, cue.group.begin})) s.left = {begin + 1, cue.group.begin};
    if (const Range document = said_in(begin, cue.group.begin); !document.empty()) s.left = document;
  }
  s.in_paper = is_said_in_paper(cue);
  if (s.in_paper) s.left = {cue.group.begin, cue.group.begin};
}

// Desde el Gobierno aseguran; в компании с этим не согласны: a place speaks, the object stands before the verb.
void SentenceReader::find_left_place(const Cue& cue, Attribution& a, Statement& s) {
  if (text_.language == "es" && s.left.empty() &&
      (frame(cue, "say") || a.act == Act::kDecline || a.act == Act::kDeny) && cue.group.begin > 1) {
    int begin = cue.group.begin;  // Desde el Gobierno aseguran que …; en el Kremlin hablan de …
    while (begin > 0 && !is_boundary(begin - 1) && !at(begin - 1).is(Kind::kConjunction)) --begin;
    const std::string_view verb = fold(cue.unit);
    const bool many = verb.ends_with("n") || verb.ends_with("do");
    const bool place = fold(begin) == "desde" || fold(begin) == "en";
    const Range there{begin + 1, cue.group.begin};
    bool organ = false;
    for (int i = there.begin; i < there.end; ++i)
      organ = organ || at(i).is(Kind::kBody) || at(i).is(Kind::kCompany) || at(i).is(Kind::kOrganWord) ||
              at(i).is(Kind::kCapital) || at(i).is(Kind::kOutlet);
    if (place && many && there.size() <= 7 && (organ || (fold(begin) == "desde" && speaks(there) && !only_time(there))))
      s.left = there;
  }
  if ((grammar_.is_slavic || text_.language == "es") && frame(cue, "np") && cue.group.begin > 2 &&
      (at(cue.group.begin - 1).is(Kind::kAnaphor) || at(cue.group.begin - 1).is(Kind::kClaimNoun))) {
    int lead = cue.group.begin - 2;  // в компании с этим не согласны, с такими выводами не согласны
    while (lead > 0 && lead > cue.group.begin - 5 && at(lead).is_word() && !at(lead).is(Kind::kPreposition)) --lead;
    bool has_with = false;
    for (const std::string_view with : {"с", "со", "з", "із", "z", "ze"}) has_with = has_with || fold(lead) == with;
    has_with = has_with && at(lead).is(Kind::kPreposition);
    // …, которая …, это отрицает; su dueño, X, lo niega
    if (!has_with && is_comma_mark(at(cue.group.begin - 2).mark)) lead = cue.group.begin - 1;
    if (lead > 0 && (has_with || lead == cue.group.begin - 1)) {
      Cue moved = cue;
      moved.group.begin = lead;
      if (const Range subject = subject_left(moved); !subject.empty()) {
        s.left = subject;
        s.fronted = spans_of({lead, cue.group.begin});
      }
    }
  }
}

// What stands before the verb beside the subject, and belongs to what is said. True: it was read as a whole.
bool SentenceReader::find_fronted(const Cue& cue, Attribution& a, Statement& s) {
  if (grammar_.is_slavic && s.fronted.empty() && read_about_this(cue, a)) return true;
  if (s.fronted.empty()) split_left(cue, s.left, s.fronted);
  if (grammar_.is_slavic && s.fronted.empty() && frame(cue, "show"))
    if (const Range paper = document_before_aside(cue); !paper.empty()) s.left = paper;
  if (grammar_.is_slavic && s.fronted.empty() && s.left.empty() && frame(cue, "say") && cue.group.begin > 0 &&
      !is_comma_mark(at(cue.group.begin - 1).mark)) {  // Банк, чьи счета арестованы, поначалу утверждал, что …
    if (const Range subject = subject_before_aside(cue); !subject.empty()) s.left = subject;
  } else if (grammar_.is_slavic && s.fronted.empty() && takes_object(cue) &&
             (s.left.empty() || !has_slavic_subject(s.left, cue) || at(s.left.begin).is(Kind::kPreposition)))
    if (const Range subject = subject_before_aside(cue); !subject.empty()) {
      int begin = cue.group.begin;
      while (begin > 0 && !is_boundary(begin - 1)) --begin;
      add_object({begin, cue.group.begin}, s.fronted);
      s.left = subject;
    }
  if (grammar_.is_slavic) add_topic(cue, s.left, s.fronted);
  // …, что он отрицает; …, czemu on zaprzecza: all that was said before
  if (grammar_.is_slavic && s.fronted.size() == 1 && is_pointing_relative(s.fronted.front()) && s.left.begin > 2 &&
      is_comma_mark(at(s.left.begin - 2).mark))
    s.fronted = !out_.empty() && !out_.back().content.empty()
                    ? out_.back().content
                    : spans_of({segment_begin(s.left.begin - 2), s.left.begin - 2});
  // …, was er bestreitet: "what" is all that was said before
  if (text_.language == "de" && s.fronted.size() == 1 && text_.view(s.fronted[0]) == "was" && s.left.begin > 2 &&
      is_comma_mark(at(s.left.begin - 2).mark))
    s.fronted = spans_of({segment_begin(s.left.begin - 2), s.left.begin - 2});
  return false;
}

// An allegation Rautio dismissed, which ministry it would not say, de quién era la voz prefirió no decirlo: the noun or
// question before the subject is what is said.
void SentenceReader::find_english_fronted(const Cue& cue, Attribution& a, Statement& s) {
  // an allegation Rautio dismissed out of hand, a charge the company denies
  s.takes_object = frame(cue, "np") || frame(cue, "inf") || frame(cue, "call");
  if (text_.language == "en" && s.takes_object && s.left.size() > 1 && s.fronted.empty())
    for (int i = s.left.begin; i + 1 < s.left.end && i < s.left.begin + 3; ++i)
      if (at(i).is(Kind::kClaimNoun) && !at(i).is(Kind::kPerson) && at(s.left.begin).is(Kind::kDeterminer) &&
          (is_name(i + 1) || at(i + 1).is(Kind::kDeterminer) || at(i + 1).is(Kind::kPossessive) ||
           (at(i + 1).is(Kind::kPronoun) && !at(i + 1).is(Kind::kThat)))) {
        s.fronted.push_back(span_of({s.left.begin, i + 1}));
        s.left.begin = i + 1;
        a.points_back = true;
        break;
      }
  if (text_.language == "en" && s.takes_object && s.left.size() > 1 && s.fronted.empty())
    if (const int subject = behind_apposed(s.left); subject > s.left.begin) {
      s.fronted.push_back(span_of({s.left.begin, subject}));
      s.left.begin = subject;
      a.points_back = true;
    }
  if (text_.language == "en" && s.takes_object && s.fronted.empty())
    if (const int noun = apposed_with_that(s.left); noun > 0) {
      s.fronted.push_back(span_of({noun, s.left.begin - 1}));
      a.points_back = true;
    }
  // Which ministry it would not say: what is not said stands before its pronoun
  if (text_.language == "en" && s.left.size() > 1 && s.fronted.empty() && (cue.negated || a.act == Act::kDecline) &&
      s.left.end == cue.group.begin) {
    int first = s.left.begin;
    while (first > 0 && !is_boundary(first - 1)) --first;
    if (const int subject = behind_question(s.left); at(first).is(Kind::kWhether) && subject > s.left.begin) {
      s.fronted = spans_of({first, subject});
      s.left.begin = subject;
    }
  }
  if (text_.language == "en" && s.fronted.empty()) split_english_front(cue, s.left, s.fronted);
  // De quién era la voz prefirió no decirlo: the question that nobody answers, and whoever spoke before
  if (text_.language == "es" && a.act == Act::kDecline && s.fronted.empty() && s.left.end == cue.group.begin) {
    int first = cue.group.begin;
    while (first > 0 && !is_boundary(first - 1)) --first;
    const int word = at(first).is(Kind::kPreposition) ? first + 1 : first;
    if (word + 1 < cue.group.begin && at(word).is(Kind::kWhether) && fold(word) != "si") {
      s.fronted = spans_of({first, cue.group.begin});
      s.left = {cue.group.begin, cue.group.begin};
    }
  }
  // …, extremo que la empresa rechaza: what the noun stands for was said before
  if ((text_.language == "es" || text_.language == "fr") && s.left.size() >= 3 && s.left.begin > 0 &&
      is_comma_mark(at(s.left.begin - 1).mark) && at(s.left.begin + 1).is(Kind::kThat))
    s.left.begin += 2;
}

// Where what stands left is no speaker: a clause of another subject, "what was said before". True: nothing is left to
// read.
bool SentenceReader::is_left_nobody(const Cue& cue, Attribution& a, Statement& s) {
  if (grammar_.is_slavic && frame(cue, "show"))  // документы, из которых следует, что …
    if (const Range document = relative_document(cue); !document.empty()) s.left = document;
  if (grammar_.is_slavic && is_inside_aside(cue)) return true;
  if (grammar_.is_slavic && s.left.empty() && s.left.begin < cue.group.begin && s.fronted.empty() &&
      (frame(cue, "inf") || frame(cue, "only")) && (cue.after >= size_ || is_boundary(cue.after)) &&
      at(s.left.begin).is(Kind::kPreposition))  // от дачи показаний отказался
    s.fronted = spans_of({s.left.begin, cue.group.begin});
  if ((text_.language == "fr" || text_.language == "es") && s.left.size() == 1 && at(s.left.begin).is(Kind::kNothing))
    return true;  // Nada indica que …, matizó X
  // …, was der Kapitän zu spät bemerkte: of what was just told, and nothing said
  if (text_.language == "de" && s.left.size() > 1 && s.left.begin > 0 && fold(s.left.begin) == "was" &&
      is_comma_mark(at(s.left.begin - 1).mark))
    return true;
  // Man habe keine Soldaten angefordert: what stands between auxiliary and participle is no subject
  if (text_.language == "de" && s.german_object.empty() && !s.left.empty() && s.left.begin > 1 && cue.middle.empty() &&
      (cue.after >= size_ || is_boundary(cue.after)) && at(s.left.begin - 1).is(Kind::kAuxiliary) &&
      !at(s.left.begin - 1).is(Kind::kPronoun) && (fold(s.left.begin - 2) == "man" || fold(s.left.begin - 2) == "es"))
    return true;
  // Das berichten zwei Beamte, dies sagte ein Sprecher: of what was just said
  if (text_.language == "de" && s.left.size() == 1 && frame(cue, "say") && number_ > 0 &&
      (fold(s.left.begin) == "das" || fold(s.left.begin) == "dies") && s.after < size_ &&
      !at(s.after).is(Kind::kThat)) {
    const Range named = phrase_right(s.after);
    if (!named.empty() && speaks(named) && (named.end >= size_ || is_boundary(named.end)))
      if (const Span span = before_sentence(); !span.empty()) {
        a.speaker = speaker_span(named);
        a.content = {span};
        a.points_back = true;
        a.rule = "the sentence before";
        finish(a, cue);
        return true;
      }
  }
  return false;
}

// What stands before the words of the statement: a quotation, a comma, a relative.
void SentenceReader::find_joint(const Cue& cue, Statement& s) {
  s.after_relative = text_.language != "en" && !grammar_.verb_first && cue.group.begin > 1 &&
                     is_relative(cue.group.begin - 1) && is_comma_mark(at(cue.group.begin - 2).mark);
  const bool participle = grammar_.verb_first && frame(cue, "part");                // …، نافيا …
  if (s.after_relative || participle) s.left = {cue.group.begin, cue.group.begin};  // …, qui évoque …: who spoke before
  s.pronoun_joint = grammar_.verb_first && cue.group.begin > 0 && at(cue.group.begin - 1).is(Kind::kConjunction) &&
                    ends_with_pronoun(cue.group.begin - 1);
  s.chunk = s.left.empty() ? std::min(s.left.begin, cue.group.begin) : s.left.begin;
  s.joint = s.chunk - 1;
  while (s.joint > 0 && grammar_.is_slavic && skipped_[s.joint]) --s.joint;  // «…», — со ссылкой на источник пишет X
  while (s.joint >= 0 && at(s.joint).is_word() &&
         ((text_.language == "de" && fold(s.joint) == "so") || at(s.joint).is(Kind::kSubordinator) ||
          at(s.joint).is(Kind::kAdverb) || at(s.joint).is(Kind::kTime) || is_spoken_source(s.joint)))
    --s.joint;
  // „…“, hat Paul Rehm am Dienstag gesagt: the auxiliary that opens the statement
  if (text_.language == "de" && s.joint > 0 && !s.left.empty() && s.joint == s.left.begin - 1 &&
      at(s.joint).is(Kind::kAuxiliary) && !at(s.joint).is_capital && cue.middle.empty() &&
      (at(s.joint - 1).quote >= 0 ||
       (is_comma_mark(at(s.joint - 1).mark) &&
        ((s.joint > 1 && at(s.joint - 2).quote >= 0) || cue.after >= size_ || is_terminal_mark(at(cue.after).mark))))) {
    s.chunk = s.joint;
    --s.joint;
  }
  if (text_.language == "en" && s.joint > 1 && fold(s.joint) == "or" && fold(s.joint + 1) == "so")
    --s.joint;  // or so X says
  s.after_quote = s.joint >= 0 && (at(s.joint).quote >= 0 ||
                                   (is_comma_mark(at(s.joint).mark) && s.joint > 0 && at(s.joint - 1).quote >= 0) ||
                                   (is_dash_mark(at(s.joint).mark) && s.joint > 0 &&
                                    (at(s.joint - 1).quote >= 0 || (s.joint > 1 && at(s.joint - 2).quote >= 0))) ||
                                   is_short_quote_before(s.joint));
  s.after_comma = s.joint > 0 && (is_comma_mark(at(s.joint).mark) || is_dash_mark(at(s.joint).mark) ||
                                  is_terminal_mark(at(s.joint).mark) || is_quote_mark(at(s.joint).mark));
  s.tail_able = s.after_quote || s.after_comma;
}

// Сообщил об этом X, подтвердил это министр: what was just said stands right of the verb, and then who says it.
void SentenceReader::take_slavic_pointer(const Cue& cue, Attribution& a, Statement& s) {
  // Сообщил об этом X, poinformowała o tym prokuratura: of what was just said
  if (grammar_.is_slavic && (s.left.empty() || !speaks(s.left)) && s.after + 1 < size_ &&
      at(s.after).is(Kind::kAnaphor) && !is_boundary(s.after + 1)) {
    const bool about = at(s.after).token_end > at(s.after).token + 1;
    if (about && frame(cue, "say")) {
      points_back_ = true;
      ++s.after;
    } else if (!about && !at(s.after).is(Kind::kPossessive) && s.fronted.empty() && s.left.empty() &&
               (frame(cue, "np") || a.act == Act::kConfirm)) {  // Подтвердил это министр, zaprzecza temu spółka
      if (const Range who = slavic_right(s.after + 1, cue); !who.empty() && has_slavic_subject(who, cue)) {
        s.fronted = {at(s.after).span};
        ++s.after;
      }
    }
  }
  if (grammar_.is_slavic && s.after_quote && s.left.empty())
    s.after = behind_quoted_dative(s.after);  // mówi „Kurierowi”
}

// Angaben zu den Beschuldigten verweigerte X; den Namen des Kunden wollte X nicht nennen: is it an object?
bool SentenceReader::is_german_object_left(const Cue& cue, Attribution& a, Statement& s) {
  if (text_.language != "de" || !s.german_object.empty() ||
      (s.left.size() <= 1 && fold(s.left.begin) != "dem" && !at(s.left.begin).is(Kind::kAnaphor)))
    return false;
  const std::string_view first = fold(s.left.begin);
  const bool accusative = first == "den" || first == "einen" || first == "keinen" || first == "dem" ||
                          first == "einem" || first == "diesen" || first == "jeden";
  const Range follows = phrase_right(cue.middle.empty() ? s.after : cue.middle.begin);
  const bool answers = !follows.empty() && heads_speak(follows) && !at(follows.begin).is(Kind::kPreposition) &&
                       (follows.end >= size_ || is_boundary(follows.end) || !cue.middle.empty());
  if (answers && (accusative || s.left.size() == 1 || !heads_speak(s.left))) return true;
  // Eine Stellungnahme lehnte der Konzern ab: a document denies, refuses and asks for nothing
  bool paper = answers && a.act != Act::kAssert && a.act != Act::kConfirm && a.act != Act::kWarn;
  for (int i = s.left.begin; i < s.left.end && paper; ++i)
    if (!at(i).is(Kind::kDeterminer)) {
      paper = at(i).is(Kind::kDocument) || at(i).is(Kind::kClaimNoun);
      break;
    }
  return paper && heads_speak({follows.begin, german_subject_end(follows)});
}

// Does what stands left speak?
void SentenceReader::judge_left(const Cue& cue, Attribution& a, Statement& s) {
  s.right = {s.after, s.after};
  s.left_speaks = !s.left.empty() && speaks(s.left);
  if (s.left_speaks && text_.language != "en" && at(s.left.begin).is(Kind::kAnaphor) &&
      at(s.left.begin).token_end > at(s.left.begin).token + 1)
    s.left_speaks = false;  // про це
  if (s.left_speaks && text_.language != "en" && at(s.left.begin).is(Kind::kPreposition) &&
      !at(s.left.begin).is(Kind::kPlace) && !at(s.left.begin).is(Kind::kDeterminer) && !frame(cue, "locative") &&
      !(grammar_.is_slavic && is_slavic_place(s.left, cue)))  // на заводе рассказали
    s.left_speaks = false;
  if (s.left_speaks && grammar_.is_slavic && (!has_slavic_subject(s.left, cue) || is_object_before(s.left, cue)))
    s.left_speaks = false;
  if (s.left_speaks && is_german_object_left(cue, a, s)) s.left_speaks = false;
  if (!s.left_speaks && is_german_head(s.left, cue)) s.left_speaks = true;
  // لكن النائب دعا الإدارة إلى …: behind "but" and "while" the subject comes first
  s.subject_first =
      grammar_.verb_first && s.left_speaks && s.left.begin > 0 &&
      (at(s.left.begin - 1).is(Kind::kSubordinator) ||
       (at(s.left.begin - 1).is(Kind::kConjunction) && at(s.left.begin - 1).as(Kind::kConjunction)->value == "but") ||
       (fold(s.left.begin - 1).starts_with("أما") && fold(cue.unit).starts_with("ف")));  // أما الحكومة فاتهمت طهران
  s.object_first = text_.language == "de" && !s.left.empty() && is_oblique(s.left.begin);
  if (s.object_first) s.left_speaks = false;  // Den Namen wollte Weyand nicht nennen
}

}  // namespace cordon::reading
