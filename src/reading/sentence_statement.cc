// The plain statement: subject, verb and content in the orders that languages allow.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

// C’est ce qu’affirme X; voilà ce que dit X: what was just said.
bool SentenceReader::is_cleft(int i) const {
  const Lexeme* anaphor = i >= 0 && i < size_ ? at(i).as(Kind::kAnaphor) : nullptr;
  if (i == 0 && size_ > 1 && text_.language == "fr" &&
      (fold(0) == "ce" || fold(0) == "ce que" || fold(0) == "ce qu'")) {
    const uint32_t second = at(0).token_end > at(0).token + 1 ? at(0).token + 1 : at(1).token;
    const std::string& word = text_.tokens[second].fold;
    return word == "que" || word == "qu'";
  }
  return anaphor && anaphor->value == "cleft";
}

// …, следует из накладных, с которыми ознакомилась газета: the cue has the preposition, the content stands before it.
bool SentenceReader::read_slavic_out(const Cue& cue, Attribution& a) {
  Range source = phrase_right(cue.after);
  if (source.empty()) return false;
  a.speaker = speaker_span(source);
  a.needs_document = true;
  a.rule = "what goes forth from";
  if (const std::optional<int> that = find_that(source.end, cue)) {
    a.content = spans_of({*that, clause_end(*that, cue)});
  } else if (cue.group.begin > 1 && is_comma_mark(at(cue.group.begin - 1).mark)) {
    a.content = spans_of({segment_begin(cue.group.begin - 1), cue.group.begin - 1});
    const int next = source.end + 1;  // В 2024 году, следует из статистики, завод купил …
    if (next + 1 < size_ && is_comma_mark(at(source.end).mark) && !is_slavic_aside(next, size_) &&
        !at(next).is(Kind::kConjunction))
      for (const Span& span : spans_of({next, clause_end(next, cue)})) a.content.push_back(span);
  } else if (cue.group.begin <= 1) {  // Это следует из накладных
    if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.points_back = true;
  }
  if (a.content.empty()) return false;
  finish(a, cue);
  return true;
}

// Das geht aus Frachtbriefen hervor; il ressort de X que …; …, wie aus X hervorgeht: a document behind its preposition.
bool SentenceReader::read_out(const Cue& cue, Attribution& a) {
  const auto from = [&](int i) {
    const std::string_view word = fold(i);
    return word == "aus" || word == "de" || word == "d'" || word == "du" || word == "des" || word == "del";
  };
  if (grammar_.is_slavic) return read_slavic_out(cue, a);
  const int last = cue.middle.empty() ? std::min(size_, cue.group.end + 8) : cue.middle.end;
  int at_from = cue.unit + 1;
  while (at_from < last && !from(at_from) && !at(at_from).is(Kind::kThat)) ++at_from;
  const bool before = at_from >= last || !from(at_from);
  int clause = cue.group.begin;  // where the clause of the cue begins
  while (clause > 0 && !is_boundary(clause - 1)) --clause;
  if (before) {  // wie aus den Papieren hervorgeht
    at_from = clause;
    while (at_from < cue.group.begin && !from(at_from)) ++at_from;
    if (at_from >= cue.group.begin && text_.language == "de" && clause > 2 && is_comma_mark(at(clause - 1).mark)) {
      at_from = 0;  // Aus Unterlagen, die uns vorliegen, geht hervor, dass …
      while (at_from < clause - 1 && is_boundary(at_from)) ++at_from;
      if (!from(at_from)) return false;
      clause = at_from;
    }
    if (at_from >= cue.group.begin) return false;
  }
  Range source = phrase_right(at_from + 1);
  if (before) source.end = std::min(source.end, cue.group.begin);
  if (!cue.middle.empty()) source.end = std::min(source.end, cue.middle.end);
  if (source.empty()) return false;
  a.speaker = speaker_span(source);
  a.rule = "what goes forth from";
  const int after = before ? cue.after : std::max(source.end, cue.after);
  const bool points = is_cleft(0) || (at(0).is(Kind::kAnaphor) && clause == 0) ||
                      (text_.language == "es" && (fold(0) == "as\u00ed" || fold(0) == "lo"));
  int that = after;
  while (that < size_ && that < after + 14 && !at(that).is(Kind::kThat) && !is_terminal_mark(at(that).mark) &&
         at(that).quote < 0)
    ++that;
  if (points) {
    if (const Span span = before_sentence(); !span.empty()) a.content = {span};
  } else if (that < size_ && at(that).is(Kind::kThat)) {
    a.content = spans_of({that, clause_end(that, cue)});
  } else if (before && clause == 0 && after + 1 < size_ && is_comma_mark(at(after).mark)) {
    a.content = spans_of({after + 1, clause_end(after + 1, cue)});
  } else if (clause > 1) {
    a.content = spans_of({segment_begin(clause - 1), clause - 1});
    bool seen = false;  // …, das dieser Redaktion vorliegt: a clause on the document
    for (int i = after + 1; i < size_; ++i) seen = seen || has_stop(i, "medium after") || has_stop(i, "leaked");
    if (after + 2 < size_ && is_comma_mark(at(after).mark) && !seen)
      for (const Span& span : spans_of({after, clause_end(after, cue)})) a.content.push_back(span);
  }
  if (a.content.empty()) return false;
  finish(a, cue);
  return true;
}

// wies Berichte zurück, wonach …; wies den Vorwurf zurück, Gelder veruntreut zu haben: the clause belongs to the claim.
void SentenceReader::add_claim_clause(Range object, const Cue& cue, Attribution& a) const {
  bool claim = false;
  for (int i = object.begin; i < object.end; ++i) claim = claim || at(i).is(Kind::kClaimNoun);
  if (!claim || cue.after + 2 >= size_ || !is_comma_mark(at(cue.after).mark)) return;
  const int begin = cue.after + 1, end = clause_end(begin, cue);
  bool infinitive = false;
  for (int i = begin; i + 1 < end; ++i) infinitive = infinitive || fold(i) == "zu";
  if (!at(begin).is(Kind::kThat) && fold(begin) != "wonach" && fold(begin) != "denen" && !infinitive &&
      !is_subjunctive_clause(begin, end))
    return;
  if (at(begin).is(Kind::kConjunction) || has_cue_between(begin, begin + 1)) return;
  for (const Span& span : spans_of({begin, end})) a.content.push_back(span);
}

// Where the clause with "zu" or "dass" ends that follows a participle of asking, warning or accusing; 0 where none
// does.
int SentenceReader::german_infinitive_end(const Cue& cue) const {
  const Act act = act_of(*cue.lexeme);
  if (act != Act::kRequest && act != Act::kWarn && act != Act::kAccuse) return 0;
  if (cue.after + 2 >= size_ || !is_comma_mark(at(cue.after).mark)) return 0;
  const int begin = cue.after + 1, end = clause_end(begin, cue);
  if (at(begin).is(Kind::kConjunction) || at(begin).is(Kind::kSubordinator)) return 0;
  if (at(begin).is(Kind::kThat)) return end;
  for (int i = begin; i < end; ++i) {
    const std::string_view word = fold(i);
    if (word == "zu" || (word.size() > 6 && word.ends_with("en") && !at(i).is_capital &&
                         word.find("zu") != std::string_view::npos && word.find("zu") >= 2))
      return end;
  }
  return 0;
}

// Where "vor" stands behind a German verb of warning and a few adverbs; 0 where it does not.
int SentenceReader::german_before(const Cue& cue, int i) const {
  if (text_.language != "de" || act_of(*cue.lexeme) != Act::kWarn) return 0;
  while (i < size_ && at(i).is_word() && at(i).is(Kind::kAdverb)) ++i;
  return i + 1 < size_ && fold(i) == "vor" ? i : 0;
}

// le contraire, das Gegenteil, otherwise
bool SentenceReader::is_contrary(int i) const {
  const Lexeme* anaphor = i < size_ ? at(i).as(Kind::kAnaphor) : nullptr;
  return anaphor && (anaphor->value == "opposite" || anaphor->value == "otherwise");
}

// Is one of the nouns a speaker's before the first preposition: the head of a subject, not what belongs to it?
bool SentenceReader::heads_speak(Range range) const {
  int end = range.begin + 1;
  while (end < range.end && !(at(end).is(Kind::kPreposition) && !at(end).is(Kind::kDeterminer)) &&
         !(text_.language == "de" && at(end).is(Kind::kDeterminer) && at(end - 1).is_capital && end > range.begin + 1))
    ++end;
  return speaks({range.begin, end});
}

// wirft ihm die Organisation … vor, wirft dem Händler der Zoll … vor: behind whom it is told to.
int SentenceReader::german_whom_end(Range middle) const {
  if (text_.language != "de" || middle.size() < 2) return middle.begin;
  const std::string_view first = fold(middle.begin);
  if (first == "ihm" || first == "ihnen" || first == "uns" || first == "mir" ||
      (first == "ihr" && at(middle.begin + 1).is(Kind::kDeterminer)))
    return middle.begin + 1;
  if (!is_german_dative(middle.begin)) return middle.begin;
  for (int i = middle.begin + 2; i + 1 < middle.end; ++i)
    if (at(i).is(Kind::kDeterminer) && !at(i - 1).is(Kind::kPreposition)) return i;
  return middle.begin;
}

// assure n’avoir rien livré, asegura no haber vendido: what is said is an infinitive.
bool SentenceReader::is_infinitive_clause(int i) const {
  if (text_.language != "fr" && text_.language != "es") return false;
  while (i < size_ && at(i).is_word() && (at(i).is(Kind::kNegation) || at(i).is(Kind::kAdverb))) ++i;
  if (i >= size_ || !at(i).is_word()) return false;
  const std::string_view word = fold(i);
  while (i + 1 < size_ && at(i).is_word() && at(i).is(Kind::kNothing)) ++i;  // ne rien savoir
  if (!at(i).is_capital && !at(i).is(Kind::kTime) && !at(i).is(Kind::kPerson) && !at(i).is(Kind::kClaimNoun) &&
      is_romance_infinitive(fold(i), text_.language) && text_.language == "fr")
    return true;
  return word == "avoir" || word == "être" || word == "haber" || word == "ser" || word == "estar" || word == "tener" ||
         word == "pouvoir" || word == "vouloir" || word == "ignorer";
}

// Where 把 or 将 puts the object before a Chinese verb of calling, or 与 before one of parting; -1 where neither does.
int SentenceReader::wide_lead(const Cue& cue) const {
  const std::string_view verb = text_.view(at(cue.unit).span);
  const bool parts = verb.ends_with("关系") || verb.ends_with("界限") || verb.ends_with("干系");
  if (!frame(cue, "call") && !parts && !frame(cue, "accuse")) return -1;
  for (int i = cue.group.begin - 2; i > 0 && i + 14 > cue.group.begin && !is_boundary(i); --i) {
    const std::string_view word = text_.view(at(i).span);
    const bool takes = parts ? word == "与" || word == "和" || word == "跟" || word == "同" || word == "对"
                             : word == "把" || word == "将";
    if (takes) return i;
  }
  return -1;
}

// 回应, 表示关切: a Chinese verb of saying that needs nothing behind it. Not: 回应称, 表示.
bool SentenceReader::is_said_whole(const Cue& cue) const {
  const std::string_view verb = text_.view(at(cue.unit).span);
  if (!frame(cue, "say") || verb.ends_with("称") || verb.ends_with("说") || verb.ends_with("道")) return false;
  constexpr std::string_view kShows = "表示";
  return frame(cue, "reply") || verb.starts_with("回应") || verb.starts_with("答复") ||
         (verb.starts_with(kShows) && verb.size() > kShows.size());
}

// Where the phrase behind a Chinese verb of telling ends, if nothing but a speaker's noun is there; else where it
// begins.
int SentenceReader::wide_whom_end(const Cue& cue) const {
  int end = cue.after;
  while (end < size_ && !is_boundary(end) && end < cue.after + 12) ++end;
  return (end >= size_ || is_terminal_mark(at(end).mark) || is_comma_mark(at(end).mark)) && speaks({cue.after, end})
             ? end
             : cue.after;
}

// بلاده, شركتهم: an Arabic noun with its owner attached.
bool SentenceReader::is_owned(int i) const {
  const std::string_view word = fold(i);
  return word.size() >= 8 &&
         (word.ends_with("ه") || word.ends_with("ها") || word.ends_with("هم") || word.ends_with("هما"));
}

// Where a second definite noun of one who can be told begins behind the subject `speaker`; 0 where none does.
int SentenceReader::arabic_whom(Range speaker) const {
  const auto definite = [&](int i) { return fold(i).starts_with("ال") && !at(i).is(Kind::kAdjective); };
  if (speaker.size() != 2 || !definite(speaker.begin) || !definite(speaker.begin + 1)) return 0;
  const Unit &first = at(speaker.begin), &second = at(speaker.begin + 1);
  if (!first.is(Kind::kPerson) && !first.is(Kind::kSpokesman) && !first.is(Kind::kMedia)) return 0;
  if (named_[second.token] && !second.is(Kind::kBody)) return 0;
  const bool told = second.is(Kind::kPerson) || second.is(Kind::kBody) || second.is(Kind::kCompany);
  return told ? speaker.begin + 1 : 0;
}

// نفى ذلك المتحدث باسم الشركة; وهو ما نفته الشركة: the object before the subject. Returns whether it stands so.
bool SentenceReader::read_arabic_object_first(const Cue& cue, Attribution& a) {
  if (!frame(cue, "np") || !cue.middle.empty() || cue.after >= size_) return false;
  const bool pointed = fold(cue.after) == "ذلک" && cue.after + 1 < size_;
  const std::string_view before = cue.group.begin > 0 ? fold(cue.group.begin - 1) : std::string_view();
  const bool relative = (before == "ما" || before == "الذی" || before == "التی") &&
                        (fold(cue.unit).ends_with("ه") || fold(cue.unit).ends_with("ها"));
  if (!pointed && !relative) return false;
  const Range named = phrase_right(pointed ? cue.after + 1 : cue.after);
  if (named.empty() || !speaks(named) || at(named.begin).is(Kind::kPreposition)) return false;
  a.speaker = speaker_span(trimmed(named));
  a.rule = "object before the subject";
  int comma = cue.group.begin - 1;
  while (comma > 0 && !is_comma_mark(at(comma).mark)) --comma;
  if (pointed) {
    a.content = {at(cue.after).span};
  } else if (!out_.empty() && !out_.back().content.empty()) {
    a.content = out_.back().content;
  } else if (comma > 1) {
    a.content = spans_of({segment_begin(comma), comma});
  } else if (const Span span = before_sentence(); !span.empty()) {
    a.content = {span}, a.points_back = true;
  }
  if (a.content.empty()) return false;
  finish(a, cue);
  return true;
}

// الشركة المالكة ذلك, الشركة الناقلة الاتهامات: a word of the same gender with the article, between a noun and what is
// plainly an object.
bool SentenceReader::is_arabic_adjective_of(int noun, int i) const {
  const auto she = [&](int k) { return fold(k).ends_with("ة"); };
  const auto definite = [&](int k) { return at(k).is_word() && fold(k).starts_with("ال"); };
  const bool object = at(i).is(Kind::kClaimNoun) || at(i).is(Kind::kDocument) || at(i).is(Kind::kBody);
  if (!definite(noun) || !definite(i) || object || she(noun) != she(i)) return false;
  const std::string_view next = fold(i + 1);
  return next == "ذلک" || next == "هذا" || next == "هذه" || next == "تلک" ||
         (definite(i + 1) && at(i + 1).is(Kind::kClaimNoun));
}

// واتهمت مصرف «كورادين» بتمرير …: one noun with its name, and of what; it is accused, and who does so was named before.
bool SentenceReader::accuses_whom_alone(Range right) const {
  if (right.size() < 4 || out_.empty() || !is_quote_mark(at(right.begin + 1).mark)) return false;
  int close = right.begin + 2;
  while (close < right.end && !is_quote_mark(at(close).mark)) ++close;
  return close + 1 < size_ && close < right.end && (is_attached(close + 1) || fold(close + 1).starts_with("لأن"));
}

void SentenceReader::read_statement(const Cue& cue, Attribution a) {
  if (frame(cue, "out")) {
    read_out(cue, a);
    return;
  }
  if (cue.pronoun >= 0 && a.speaker.empty()) a.is_strong = true;
  if (is_reported_behind(cue) || is_circumstance(cue)) return;
  if (is_described(cue) || read_romance_which(cue, a) || read_object_twice(cue, a)) return;
  if (text_.language == "de" &&
      (read_german_which(cue, a) || read_german_quoted(cue, a) || read_german_passive(cue, a)))
    return;
  if (grammar_.verb_first && read_arabic_object_first(cue, a)) return;
  if (text_.language == "en" && is_reduced_passive(cue)) {
    if (a.act == Act::kAccuse) read_english_accused(cue, a);
    return;
  }
  Range left = cue.pronoun >= 0 ? Range{cue.group.begin, cue.group.begin} : subject_left(cue);
  int after = cue.after;
  if (text_.language == "en" && cue.group.begin > 1 && is_relative(cue.group.begin - 1))
    if (const Range who = before_relative(cue.group.begin - 1); !who.empty()) left = who;
  if (text_.language == "en" && left.empty() && cue.group.begin > 2 && at(cue.group.begin - 1).is(Kind::kConjunction))
    left = who_examined(cue.group.begin - 1);
  // قال لـ«الشرق الأوسط» مصدر أمني: who is told stands before the subject
  if (grammar_.verb_first && after + 3 < size_ && fold(after).starts_with("ل") && fold(after).size() <= 4 &&
      is_quote_mark(at(after + 1).mark)) {
    int close = after + 2;
    while (close < size_ && close < after + 8 && !is_quote_mark(at(close).mark)) ++close;
    if (close + 1 < size_ && is_quote_mark(at(close).mark) && speaks(phrase_right(close + 1))) {
      a.addressee = speaker_span({after + 1, close + 1});
      after = close + 1;
    }
  }
  if (text_.language == "en") {
    if (is_only_asked(cue, left)) return;
    if (!cue.be && fold(cue.unit).ends_with("ing")) left = who_issued(left);  // it issued a statement saying …
  }
  std::vector<Span> governed;  // 把油价上限讥讽为…, 与事件撇清关系: the object behind its preposition, before the verb
  if (const int lead = grammar_.is_wide ? wide_lead(cue) : -1; lead > 0) {
    Cue moved = cue;
    moved.group.begin = lead;
    if (const Range subject = subject_left(moved); !subject.empty()) {
      left = subject;
      governed = spans_of({lead + 1, cue.group.begin});
    }
  }
  if (is_quoted(cue.unit)) {  // the marks round the verb
    while (!left.empty() && is_quote_mark(at(left.end - 1).mark)) --left.end;
    if (after < size_ && is_quote_mark(at(after).mark)) ++after;
  }
  std::vector<Span> fronted;  // content that stands before the verb
  Range german_object;
  if (text_.language == "de") {
    const Range subject = german_subject(cue, german_object);
    if (!subject.empty()) left = subject;
  }
  if (text_.language == "de" && left.empty() && frame(cue, "locative") && cue.group.begin > 1) {
    int begin = cue.group.begin;  // Aus Ermittlerkreisen hieß es
    while (begin > 0 && !is_boundary(begin - 1) && !at(begin - 1).is(Kind::kConjunction)) --begin;
    if (begin == cue.group.begin && begin > 4 && is_comma_mark(at(begin - 1).mark) && at(0).is(Kind::kPreposition)) {
      int comma = begin - 2;  // In einem Schreiben, das der Zeitung vorliegt, heißt es
      while (comma > 1 && !is_comma_mark(at(comma).mark)) --comma;
      if (comma > 1 && at(comma + 1).is(Kind::kDeterminer) && speaks({1, comma})) left = {1, comma};
    }
    if (fold(begin) == "wie") ++begin;  // wie aus Diplomatenkreisen verlautete, …
    if (at(begin).is(Kind::kPreposition) && speaks({begin + 1, cue.group.begin})) left = {begin + 1, cue.group.begin};
  }
  if (text_.language == "es" && left.empty() && (frame(cue, "say") || a.act == Act::kDecline || a.act == Act::kDeny) &&
      cue.group.begin > 1) {
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
      left = there;
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
        left = subject;
        fronted = spans_of({lead, cue.group.begin});
      }
    }
  }
  if (fronted.empty() && !governed.empty()) fronted = std::move(governed);
  if (grammar_.is_slavic && fronted.empty() && read_about_this(cue, a)) return;
  if (fronted.empty()) split_left(cue, left, fronted);
  if (grammar_.is_slavic && fronted.empty() && left.empty() && frame(cue, "say") && cue.group.begin > 0 &&
      !is_comma_mark(at(cue.group.begin - 1).mark)) {  // Банк, чьи счета арестованы, поначалу утверждал, что …
    if (const Range subject = subject_before_aside(cue); !subject.empty()) left = subject;
  } else if (grammar_.is_slavic && fronted.empty() && takes_object(cue) &&
             (left.empty() || !has_slavic_subject(left, cue) || at(left.begin).is(Kind::kPreposition)))
    if (const Range subject = subject_before_aside(cue); !subject.empty()) {
      int begin = cue.group.begin;
      while (begin > 0 && !is_boundary(begin - 1)) --begin;
      add_object({begin, cue.group.begin}, fronted);
      left = subject;
    }
  if (grammar_.is_slavic) add_topic(cue, left, fronted);
  // …, что он отрицает; …, czemu on zaprzecza: all that was said before
  if (grammar_.is_slavic && fronted.size() == 1 && is_pointing_relative(fronted.front()) && left.begin > 2 &&
      is_comma_mark(at(left.begin - 2).mark))
    fronted = !out_.empty() && !out_.back().content.empty() ? out_.back().content
                                                            : spans_of({segment_begin(left.begin - 2), left.begin - 2});
  // …, was er bestreitet: "what" is all that was said before
  if (text_.language == "de" && fronted.size() == 1 && text_.view(fronted[0]) == "was" && left.begin > 2 &&
      is_comma_mark(at(left.begin - 2).mark))
    fronted = spans_of({segment_begin(left.begin - 2), left.begin - 2});
  // an allegation Rautio dismissed out of hand, a charge the company denies
  const bool takes_object = frame(cue, "np") || frame(cue, "inf") || frame(cue, "call");
  if (text_.language == "en" && takes_object && left.size() > 1 && fronted.empty())
    for (int i = left.begin; i + 1 < left.end && i < left.begin + 3; ++i)
      if (at(i).is(Kind::kClaimNoun) && !at(i).is(Kind::kPerson) && at(left.begin).is(Kind::kDeterminer) &&
          (is_name(i + 1) || at(i + 1).is(Kind::kDeterminer) || at(i + 1).is(Kind::kPossessive) ||
           (at(i + 1).is(Kind::kPronoun) && !at(i + 1).is(Kind::kThat)))) {
        fronted.push_back(span_of({left.begin, i + 1}));
        left.begin = i + 1;
        a.points_back = true;
        break;
      }
  if (text_.language == "en" && takes_object && left.size() > 1 && fronted.empty())
    if (const int subject = behind_apposed(left); subject > left.begin) {
      fronted.push_back(span_of({left.begin, subject}));
      left.begin = subject;
      a.points_back = true;
    }
  if (text_.language == "en" && takes_object && fronted.empty())
    if (const int noun = apposed_with_that(left); noun > 0) {
      fronted.push_back(span_of({noun, left.begin - 1}));
      a.points_back = true;
    }
  // Which ministry it would not say: what is not said stands before its pronoun
  if (text_.language == "en" && left.size() > 1 && fronted.empty() && (cue.negated || a.act == Act::kDecline) &&
      left.end == cue.group.begin) {
    int first = left.begin;
    while (first > 0 && !is_boundary(first - 1)) --first;
    if (const int subject = behind_question(left); at(first).is(Kind::kWhether) && subject > left.begin) {
      fronted = spans_of({first, subject});
      left.begin = subject;
    }
  }
  if (text_.language == "en" && fronted.empty()) split_english_front(cue, left, fronted);
  // De quién era la voz prefirió no decirlo: the question that nobody answers, and whoever spoke before
  if (text_.language == "es" && a.act == Act::kDecline && fronted.empty() && left.end == cue.group.begin) {
    int first = cue.group.begin;
    while (first > 0 && !is_boundary(first - 1)) --first;
    const int word = at(first).is(Kind::kPreposition) ? first + 1 : first;
    if (word + 1 < cue.group.begin && at(word).is(Kind::kWhether) && fold(word) != "si") {
      fronted = spans_of({first, cue.group.begin});
      left = {cue.group.begin, cue.group.begin};
    }
  }
  // …, extremo que la empresa rechaza: what the noun stands for was said before
  if ((text_.language == "es" || text_.language == "fr") && left.size() >= 3 && left.begin > 0 &&
      is_comma_mark(at(left.begin - 1).mark) && at(left.begin + 1).is(Kind::kThat))
    left.begin += 2;
  if (grammar_.is_slavic && frame(cue, "show"))  // документы, из которых следует, что …
    if (const Range document = relative_document(cue); !document.empty()) left = document;
  if (grammar_.is_slavic && is_inside_aside(cue)) return;
  if (grammar_.is_slavic && left.empty() && left.begin < cue.group.begin && fronted.empty() &&
      (frame(cue, "inf") || frame(cue, "only")) && (cue.after >= size_ || is_boundary(cue.after)) &&
      at(left.begin).is(Kind::kPreposition))  // от дачи показаний отказался
    fronted = spans_of({left.begin, cue.group.begin});
  if ((text_.language == "fr" || text_.language == "es") && left.size() == 1 && at(left.begin).is(Kind::kNothing))
    return;  // Nada indica que …, matizó X
  // …, was der Kapitän zu spät bemerkte: of what was just told, and nothing said
  if (text_.language == "de" && left.size() > 1 && left.begin > 0 && fold(left.begin) == "was" &&
      is_comma_mark(at(left.begin - 1).mark))
    return;
  // Man habe keine Soldaten angefordert: what stands between auxiliary and participle is no subject
  if (text_.language == "de" && german_object.empty() && !left.empty() && left.begin > 1 && cue.middle.empty() &&
      (cue.after >= size_ || is_boundary(cue.after)) && at(left.begin - 1).is(Kind::kAuxiliary) &&
      !at(left.begin - 1).is(Kind::kPronoun) && (fold(left.begin - 2) == "man" || fold(left.begin - 2) == "es"))
    return;
  // Das berichten zwei Beamte, dies sagte ein Sprecher: of what was just said
  if (text_.language == "de" && left.size() == 1 && frame(cue, "say") && number_ > 0 &&
      (fold(left.begin) == "das" || fold(left.begin) == "dies") && after < size_ && !at(after).is(Kind::kThat)) {
    const Range named = phrase_right(after);
    if (!named.empty() && speaks(named) && (named.end >= size_ || is_boundary(named.end)))
      if (const Span span = before_sentence(); !span.empty()) {
        a.speaker = speaker_span(named);
        a.content = {span};
        a.points_back = true;
        a.rule = "the sentence before";
        finish(a, cue);
        return;
      }
  }
  const bool after_relative = text_.language != "en" && !grammar_.verb_first && cue.group.begin > 1 &&
                              is_relative(cue.group.begin - 1) && is_comma_mark(at(cue.group.begin - 2).mark);
  const bool participle = grammar_.verb_first && frame(cue, "part");            // …، نافيا …
  if (after_relative || participle) left = {cue.group.begin, cue.group.begin};  // …, qui évoque …: who spoke before
  const bool pronoun_joint = grammar_.verb_first && cue.group.begin > 0 &&
                             at(cue.group.begin - 1).is(Kind::kConjunction) && ends_with_pronoun(cue.group.begin - 1);
  const int chunk = left.empty() ? std::min(left.begin, cue.group.begin) : left.begin;
  int joint = chunk - 1;
  while (joint > 0 && grammar_.is_slavic && skipped_[joint]) --joint;  // «…», — со ссылкой на источник пишет X
  while (joint >= 0 && at(joint).is_word() &&
         ((text_.language == "de" && fold(joint) == "so") || at(joint).is(Kind::kSubordinator) ||
          at(joint).is(Kind::kAdverb) || at(joint).is(Kind::kTime) || is_spoken_source(joint)))
    --joint;
  if (text_.language == "en" && joint > 1 && fold(joint) == "or" && fold(joint + 1) == "so") --joint;  // or so X says
  const bool after_quote =
      joint >= 0 && (at(joint).quote >= 0 || (is_comma_mark(at(joint).mark) && joint > 0 && at(joint - 1).quote >= 0) ||
                     (is_dash_mark(at(joint).mark) && joint > 0 &&
                      (at(joint - 1).quote >= 0 || (joint > 1 && at(joint - 2).quote >= 0))) ||
                     is_short_quote_before(joint));
  const bool after_comma = joint > 0 && (is_comma_mark(at(joint).mark) || is_dash_mark(at(joint).mark) ||
                                         is_terminal_mark(at(joint).mark) || is_quote_mark(at(joint).mark));
  const bool tail_able = after_quote || after_comma;

  // Сообщил об этом X, poinformowała o tym prokuratura: of what was just said
  if (grammar_.is_slavic && (left.empty() || !speaks(left)) && after + 1 < size_ && at(after).is(Kind::kAnaphor) &&
      !is_boundary(after + 1)) {
    const bool about = at(after).token_end > at(after).token + 1;
    if (about && frame(cue, "say")) {
      points_back_ = true;
      ++after;
    } else if (!about && !at(after).is(Kind::kPossessive) && fronted.empty() && left.empty() &&
               (frame(cue, "np") || a.act == Act::kConfirm)) {  // Подтвердил это министр, zaprzecza temu spółka
      if (const Range who = slavic_right(after + 1, cue); !who.empty() && has_slavic_subject(who, cue)) {
        fronted = {at(after).span};
        ++after;
      }
    }
  }
  if (grammar_.is_slavic && after_quote && left.empty()) after = behind_quoted_dative(after);  // mówi „Kurierowi”
  Range right{after, after};
  bool left_speaks = !left.empty() && speaks(left);
  if (left_speaks && text_.language != "en" && at(left.begin).is(Kind::kAnaphor) &&
      at(left.begin).token_end > at(left.begin).token + 1)
    left_speaks = false;  // про це
  if (left_speaks && text_.language != "en" && at(left.begin).is(Kind::kPreposition) &&
      !at(left.begin).is(Kind::kPlace) && !at(left.begin).is(Kind::kDeterminer) && !frame(cue, "locative"))
    left_speaks = false;
  if (left_speaks && grammar_.is_slavic && (!has_slavic_subject(left, cue) || is_object_before(left, cue)))
    left_speaks = false;
  // Angaben zu den Beschuldigten verweigerte X; den Namen des Kunden wollte X nicht nennen
  if (left_speaks && text_.language == "de" && german_object.empty() &&
      (left.size() > 1 || fold(left.begin) == "dem" || at(left.begin).is(Kind::kAnaphor))) {
    const std::string_view first = fold(left.begin);
    const bool accusative = first == "den" || first == "einen" || first == "keinen" || first == "dem" ||
                            first == "einem" || first == "diesen" || first == "jeden";
    const Range follows = phrase_right(cue.middle.empty() ? after : cue.middle.begin);
    const bool answers = !follows.empty() && heads_speak(follows) && !at(follows.begin).is(Kind::kPreposition) &&
                         (follows.end >= size_ || is_boundary(follows.end) || !cue.middle.empty());
    if (answers && (accusative || left.size() == 1 || !heads_speak(left))) left_speaks = false;
    // Eine Stellungnahme lehnte der Konzern ab: a document denies, refuses and asks for nothing
    bool paper = answers && a.act != Act::kAssert && a.act != Act::kConfirm && a.act != Act::kWarn;
    for (int i = left.begin; i < left.end && paper; ++i)
      if (!at(i).is(Kind::kDeterminer)) {
        paper = at(i).is(Kind::kDocument) || at(i).is(Kind::kClaimNoun);
        break;
      }
    if (paper && heads_speak({follows.begin, german_subject_end(follows)})) left_speaks = false;
  }
  if (!left_speaks && is_german_head(left, cue)) left_speaks = true;
  // لكن النائب دعا الإدارة إلى …: behind "but" and "while" the subject comes first
  const bool subject_first =
      grammar_.verb_first && left_speaks && left.begin > 0 &&
      (at(left.begin - 1).is(Kind::kSubordinator) ||
       (at(left.begin - 1).is(Kind::kConjunction) && at(left.begin - 1).as(Kind::kConjunction)->value == "but") ||
       (fold(left.begin - 1).starts_with("أما") && fold(cue.unit).starts_with("ف")));  // أما الحكومة فاتهمت طهران
  const bool object_first = text_.language == "de" && !left.empty() && is_oblique(left.begin);
  if (object_first) left_speaks = false;  // Den Namen wollte Weyand nicht nennen
  // ruling that the firm had known; announcing a ban: behind neither stands a subject
  const bool english_object = text_.language == "en" && (fold(cue.unit).ends_with("ing") ||
                                                         text_.tokens[at(cue.unit).token_end - 1].fold == "that");
  if (text_.language == "en" && !after_quote && is_named_by_what(cue, left))
    return;  // not what the mate told the police
  if (text_.language == "en" && left.size() > 1 && fold(left.begin) == "what")
    ++left.begin;  // what one broker called …
  const bool may_invert = text_.language != "en" || (tail_able && !english_object);
  bool inverted = false;
  int said_noun = -1;
  if (frame(cue, "so")) {
    const Range named = phrase_right(after);
    int end = named.end;
    while (end < size_ && at(end).is(Kind::kAdverb)) ++end;
    const int speaker_end = end;
    if (const int stop = phrase_stop(end); stop > end && only_adverbial({end, stop})) end = stop;  // so X am Montag
    end = std::max(end, behind_so(end));
    if (text_.language == "de" && is_verb_behind_so(named)) return;
    if (!tail_able || named.empty() || !(speaks(named) || is_name_before_adverb(named, after_quote)) ||
        !(end >= size_ || is_boundary(end) || goes_on_speaking(end)))
      return;
    right = {named.begin, speaker_end};
    after = std::max(after, end);
    for (int i = named.begin; i < named.end && said_noun < 0; ++i)
      if (has_stop(i, "saying") && at(i).is_capital && !owner_of(i).empty()) said_noun = i;
    if (said_noun >= 0) {  // so das Versprechen der Bank
      right = owner_of(said_noun);
      a.act = act_of_noun(said_noun);
      after = std::max(after, end);
    }
    inverted = true;
  } else if (cue.pronoun >= 0) {  // « … », a-t-il déclaré
    right = {cue.pronoun, cue.pronoun + 1};
    inverted = true;
  } else if (!cue.middle.empty() && !left_speaks && !frame(cue, "via") &&
             (speaks(phrase_right(cue.middle.begin)) || (object_first && is_unknown_name(cue.middle.begin)) ||
              (tail_able && left.empty() && speaks_unknown(phrase_right(cue.middle.begin))))) {  // ließ Rost offen
    const int whom = german_whom_end(cue.middle);
    right = phrase_right(whom);
    right.end = std::min(right.end, cue.middle.end);
    for (int i = right.begin + 1; i < right.end && grammar_.verb_first; ++i)  // ورد السفير على الاتهامات قائلا
      if (fold(i) == "علی" || fold(i) == "إلی") right.end = i;
    if (grammar_.verb_first && is_quote_mark(at(right.begin).mark)) {  // سألت «الأفق» البعثة عن موقفها
      int close = right.begin + 1;
      while (close < right.end && !is_quote_mark(at(close).mark)) ++close;
      if (close + 1 < right.end && is_speaker_noun(close + 1) && fold(close + 1).starts_with("ال")) {
        a.addressee = speaker_span({close + 1, right.end});
        right.end = close + 1;
      }
    }
    if (text_.language == "de") right.end = german_subject_end(right);
    if ((at(right.begin).is(Kind::kPronoun) && !at(right.begin).is(Kind::kDeterminer)) || fold(right.begin) == "man")
      right.end = right.begin + 1;
    inverted = true;
    if (whom > cue.middle.begin) a.addressee = speaker_span({cue.middle.begin, whom});
    const bool pointer = left.size() == 1 && number_ > 0 && (fold(left.begin) == "das" || fold(left.begin) == "dies");
    if (pointer && a.act == Act::kAccuse) {  // Das wirft ihm die Organisation vor
      if (const Span span = before_sentence(); !span.empty()) {
        a.speaker = speaker_span(trimmed(right));
        a.content = {span};
        a.rule = "the sentence before";
        finish(a, cue);
        return;
      }
    }
    // Gegenüber der Zeitung räumte der Spediteur Fehler ein: the object stands behind the subject
    Range rest{right.end, cue.middle.end};
    while (!rest.empty() && at(rest.begin).is(Kind::kAdverb)) ++rest.begin;
    const bool has_rest =
        text_.language == "de" && rest.size() > 0 && cue.middle.end < size_ && !after_quote &&
        !at(rest.begin).is(Kind::kPreposition) && !at(rest.begin).is(Kind::kCue) && !only_time(rest) &&
        whom == cue.middle.begin && !find_that(cue.after, cue) &&
        (frame(cue, "np") || a.act == Act::kConfirm || a.act == Act::kDecline || a.act == Act::kPromise ||
         (a.act == Act::kAccuse && frame(cue, "gap") &&
          (!left.empty() || cue.after >= size_ || is_terminal_mark(at(cue.after).mark))));
    // Als Empfänger gab die Firma eine Molkerei an: what it is said to be stands before the verb
    const bool as_what = text_.language == "de" && !rest.empty() && !left.empty() && left.begin > 0 &&
                         fold(left.begin - 1) == "als" && frame(cue, "say") && a.act == Act::kAssert;
    if (as_what) {
      fronted = spans_of({left.begin - 1, left.end});
      for (const Span& span : spans_of(rest)) fronted.push_back(span);
    } else if (has_rest && a.act == Act::kAccuse && !left.empty()) {
      a.addressee = speaker_span(left);              // Dem Konzern wirft X Betrug vor
    } else if (has_rest && a.act == Act::kAccuse) {  // Zugleich warf er Brüssel Doppelmoral vor
      if (const Range of = accused_of(rest); !of.empty()) {
        a.addressee = speaker_span({rest.begin, of.begin});
        rest = of;
      }
    }
    if (as_what) {
    } else if (has_rest) {
      fronted = spans_of(rest);
    } else
      // Erst auf Nachfrage räumte X ein, dass …: what is said follows
      if (!left.empty() && !(find_that(cue.after, cue) && !frame(cue, "np") && !speaks(left))) {
        fronted = german_claim_before(left, cue);
        if (fronted.empty()) fronted.push_back(span_of(left));
      }
  } else if (pronoun_joint || after_relative ||
             (grammar_.verb_first && (frame(cue, "part") || is_arabic_participle(cue.unit))) || subject_first) {
  } else if (frame(cue, "via")) {  // نقلت عن X قوله إن: a medium passes on the words of X
    right = phrase_right(after);
    a.medium = speaker_span(left.empty() ? cue.middle : left);  // نقلت صحيفة عن: the medium stands amid the cue
    inverted = true;
    if (grammar_.is_slavic) {
      const int whole = right.end;
      split_medium(cue, left.empty(), right, a);
      after = std::max(after, whole);  // «…», цитирует аналитика РБК
    }
  } else if (grammar_.verb_first && left_speaks && left.end == cue.group.begin &&
             (is_name(left.end - 1) || is_speaker_noun(left.end - 1) || is_quote_mark(at(left.end - 1).mark) ||
              at(left.end - 1).is(Kind::kAdjective))) {
    // لكن روسيا اتهمت أوكرانيا: the subject stands before the verb
  } else if ((left.empty() || grammar_.verb_first || !left_speaks) && may_invert && after < size_ &&
             !grammar_.is_wide && !grammar_.verb_last) {
    // bestätigte am Abend auch die Bundespolizei: times and adverbs stand between verb and subject
    int subject = after;
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
    Range candidate = grammar_.is_slavic ? slavic_right(after, cue) : phrase_right(subject);
    if (tail_able && text_.language != "en" && frame(cue, "say") && subject + 2 < size_ &&
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
      if (whom && k < size_ && !is_boundary(k) &&
          (at(k).is(Kind::kDeterminer) || at(k).is(Kind::kPossessive) || at(k).is(Kind::kTitle))) {
        const Range named = phrase_right(k);
        if (!named.empty() && heads_speak(named)) {
          a.addressee = speaker_span({subject + 1, k});
          candidate = named;
          subject = k;
        }
      }
    }
    candidate.end = before_document(candidate);
    if (subject > after && (candidate.empty() || !heads_speak(candidate))) candidate = phrase_right(after);
    if (!candidate.empty() && (is_gerund(candidate.begin) || is_pronoun_in_clause(candidate)))
      candidate.end = candidate.begin;
    if (!candidate.empty() && (fold(candidate.begin) == "al" || fold(candidate.begin) == "au"))
      candidate.end = candidate.begin;  // «…», espetó al tribunal: whom, and not who
    if (grammar_.is_slavic && !has_own_preposition(cue) && !has_slavic_subject(candidate, cue))
      candidate.end = candidate.begin;  // zapowiedziała publikację
    // وبيّن أن الوديعة تغطي …: behind "that" stands what is said
    if (grammar_.verb_first && at(cue.unit).token_end > at(cue.unit).token + 1 && !candidate.empty()) {
      const std::string_view last_word = text_.tokens[at(cue.unit).token_end - 1].fold;
      if (last_word == "أن" || last_word == "إن" || last_word == "بأن") candidate.end = candidate.begin;
    }
    if (text_.language == "en" && tail_able && after < size_ && has_stop(after, "some of them") &&
        (after + 1 >= size_ || is_boundary(after + 1)))
      candidate = {after, after + 1};  // “…,” said one.
    const bool prepositional =
        !candidate.empty() && at(candidate.begin).is(Kind::kPreposition) && !at(candidate.begin).is(Kind::kDeterminer);
    bool speaks = false;
    for (int i = candidate.begin; i < candidate.end && !prepositional; ++i)
      speaks = speaks || is_name(i) || is_speaker_noun(i) || (at(i).is(Kind::kPronoun) && i == candidate.begin) ||
               (text_.language == "en" && candidate.size() == 1 && has_stop(i, "some of them"));
    if (!grammar_.verb_first && text_.language != "en" && speaks && !prepositional) speaks = heads_speak(candidate);
    if (cue.group.begin > 0 && at(cue.group.begin - 1).is(Kind::kConjunction) && left.empty()) {
      if (text_.language == "fr") speaks = false;  // et annonce une plainte: no subject stands behind it
      if (text_.language == "de" && last_fold(cue.unit) == "von") speaks = false;  // und sprach von „Erpressung“
      if (text_.language == "es" && at(candidate.begin).is(Kind::kDeterminer)) {
        bool document = false, other = false;  // y anunció una demanda
        for (int i = candidate.begin; i < candidate.end; ++i) {
          document = document || at(i).is(Kind::kDocument);
          other = other || at(i).is(Kind::kPerson) || at(i).is(Kind::kBody) || at(i).is(Kind::kCompany) || is_name(i);
        }
        if (document && !other) speaks = false;
      }
    }
    const bool closes = text_.language != "es" && tail_able && !fold(cue.unit).ends_with("ant") &&
                        (candidate.end >= size_ || is_boundary(candidate.end));  // …, a déclaré le coroner
    const bool asks = after_quote && (frame(cue, "inf") || frame(cue, "ask"));   // „Dreht um“, forderte der Anführer
    if ((after_quote || closes) && left.empty() && !prepositional && !speaks && (frame(cue, "say") || asks) &&
        !frame(cue, "np"))
      speaks = speaks_unknown(candidate) ||  // « … », soupire la lanceuse d'alerte
               (text_.language == "de" && frame(cue, "locative") && !only_time(candidate) &&
                at(candidate.end - 1).is_capital);  // „…“, heißt es in den Thesen
    if (tail_able && left.empty() && !prepositional && !speaks && frame(cue, "say")) speaks = is_bare_name(candidate);
    // Tal como denunció la ONG, …; comme le dénonce l'association, …
    const bool says_as = (text_.language == "es" || text_.language == "fr") && a.act == Act::kAccuse &&
                         cue.group.begin > 0 && left.empty() &&
                         (fold(cue.group.begin - 1) == "como" || fold(cue.group.begin - 1) == "comme");
    const bool object_frame =
        frame(cue, "np") || frame(cue, "call") || frame(cue, "accuse") || frame(cue, "inf") || frame(cue, "tell");
    if (grammar_.verb_first && object_frame && !candidate.empty())
      speaks = is_name(candidate.begin) || is_speaker_noun(candidate.begin) || at(candidate.begin).is(Kind::kTitle) ||
               is_quote_mark(at(candidate.begin).mark);
    // ووصف التقرير بأنه «ملفق»: what is called so is the object, and who spoke before the subject
    if (grammar_.verb_first && frame(cue, "call") && speaks && candidate.size() == 1 && !is_name(candidate.begin) &&
        (at(candidate.begin).is(Kind::kClaimNoun) || at(candidate.begin).is(Kind::kDocument)) &&
        !at(candidate.begin).is(Kind::kPerson) && !at(candidate.begin).is(Kind::kBody))
      candidate.end = candidate.begin;
    if (grammar_.verb_first && !candidate.empty() && !is_name(candidate.begin) && !is_speaker_noun(candidate.begin)) {
      const std::string_view word = fold(candidate.begin);  // بنشر, للجنة: particles, no subject
      if (word.starts_with("\u0628") || word.starts_with("\u0644")) candidate.end = candidate.begin;
    }
    // هتف بالصحافيين, أوضح للجزيرة: the article behind the preposition
    if (grammar_.verb_first && !candidate.empty() && fold(candidate.begin).starts_with("بال") &&
        !named_[at(candidate.begin).token])
      candidate.end = candidate.begin;
    if (grammar_.verb_first && !candidate.empty() &&
        ((fold(candidate.begin).starts_with("\u0644\u0644") && !named_[at(candidate.begin).token]) ||
         (object_frame && differs_in_gender(cue.unit, candidate.begin))))
      candidate.end = candidate.begin;  // للصحيفة; وطالب الأمم المتحدة: whom it was asked of

    // لم يُعلن اسم واحد, ولا يظهر اسم أي منها: nobody is said not to tell
    if (grammar_.verb_first && cue.negated && !candidate.empty() && has_stop(candidate.begin, "untold")) return;
    if (!prepositional && !candidate.empty() && (speaks || (grammar_.verb_first && left.empty() && !object_frame))) {
      if (!object_frame || grammar_.verb_first ||
          (candidate.size() >= 1 && (candidate.end >= size_ || is_boundary(candidate.end)) &&
           (tail_able || is_cleft(0) || says_as ||
            (text_.language == "de" && (!left.empty() || !is_boundary(cue.group.begin - 1))))) ||
          at(candidate.begin).is(Kind::kPronoun)) {
        right = candidate;
        // Als Empfänger nennt der Bericht ein Institut: the object stands behind the subject
        if (text_.language == "de" && !tail_able && (object_frame || frame(cue, "show")) && !left.empty())
          right.end = german_subject_end(right);
        inverted = true;
        if (object_first) fronted.push_back(span_of(left));
      }
    }
    // In einem Brief bat der Verwalter um Freigabe, gestern dementierte der Konzern den Bericht: the verb stands second
    if (!inverted && object_frame && text_.language == "de" && !candidate.empty() && !prepositional && !left_speaks &&
        cue.group.begin > 0 && !is_boundary(cue.group.begin - 1) && !at(cue.group.begin - 1).is(Kind::kConjunction) &&
        !is_oblique(candidate.begin) && cue.middle.empty()) {
      const Range named{candidate.begin, german_subject_end(candidate)};
      bool who = false;
      for (int i = named.begin; i < named.end; ++i)
        who = who || at(i).is(Kind::kPerson) || at(i).is(Kind::kBody) || at(i).is(Kind::kCompany) || is_name(i) ||
              at(i).is(Kind::kSpokesman) || at(i).is(Kind::kOrganWord) || at(i).is(Kind::kPronoun);
      if (who && heads_speak(named)) {
        right = named;
        inverted = true;
      }
    }
    // Опроверг министр и слухи об отставке: the verb first, then who denies, then what
    if (!inverted && grammar_.is_slavic && frame(cue, "np") && left.empty() && !candidate.empty() && !prepositional &&
        cue.group.begin <= 1 && !tail_able && cue.group.end == cue.group.begin + 1) {
      const int head = slavic_head(candidate, cue);
      const bool who = head >= 0 && (at(head).is(Kind::kPerson) || at(head).is(Kind::kPronoun) ||
                                     at(head).is(Kind::kBody) || at(head).is(Kind::kCompany) || is_name(head));
      if (who && slavic_phrase_begin(head, candidate.begin) == candidate.begin) {
        right = {candidate.begin, slavic_subject_end(head, candidate)};
        inverted = true;
      }
    }
    // Pidió el juez a Suiza el bloqueo: the verb first, then who asks, then what for
    if (!inverted && object_frame && text_.language == "es" && !candidate.empty() && !prepositional && left.empty() &&
        at(candidate.begin).is(Kind::kDeterminer) &&
        (cue.group.begin == 0 || !at(cue.group.begin - 1).is(Kind::kConjunction)) && a.act != Act::kAccuse) {
      const Range named{candidate.begin, spanish_subject_end(candidate)};
      bool who = false;
      for (int i = named.begin; i < named.end; ++i)
        who = who || at(i).is(Kind::kPerson) || at(i).is(Kind::kBody) || at(i).is(Kind::kCompany) || is_name(i) ||
              at(i).is(Kind::kSpokesman);
      if (who && named.end < size_ && !is_boundary(named.end) && heads_speak(named)) {
        right = named;
        inverted = true;
      }
    }
    // „…“, hieß es am Mittwoch aus dem Ministerium
    if (prepositional && text_.language == "de" && tail_able && frame(cue, "locative") && candidate.size() > 1 &&
        heads_speak({candidate.begin + 1, candidate.end}) && !only_time(candidate)) {
      right = {candidate.begin + 1, candidate.end};
      inverted = true;
    }
    const bool from_there = prepositional && (fold(candidate.begin) == "desde" ||
                                              (fold(candidate.begin) == "en" && fold(cue.unit).ends_with("n")));
    if (from_there && text_.language == "es" && tail_able && frame(cue, "say") && candidate.size() > 1 &&
        heads_speak({candidate.begin + 1, candidate.end}) && !only_time(candidate)) {
      right = {candidate.begin + 1, candidate.end};  // «…», responden desde el banco
      inverted = true;
    }
    // Эту информацию опровергли в министерстве: the object before the verb, the place behind it
    const bool object_first_here = (frame(cue, "np") || a.act == Act::kConfirm) && fronted.empty() && !left.empty() &&
                                   !left_speaks && !at(left.begin).is(Kind::kPreposition) &&
                                   (candidate.end >= size_ || is_boundary(candidate.end));
    if (prepositional && grammar_.is_slavic && object_first_here && is_slavic_place(candidate, cue))
      fronted.push_back(span_of(left));
    if (prepositional && grammar_.is_slavic &&
        (!object_frame || object_first_here || (frame(cue, "call") && tail_able)) && is_slavic_place(candidate, cue)) {
      right = candidate;  // …, сообщили в министерстве
      inverted = true;
    }
    // эти обвинения опровергает адвокат: the object before the verb, the subject behind it
    if (grammar_.is_slavic && (inverted ? a.act == Act::kConfirm && fronted.empty() && !tail_able : object_frame) &&
        !candidate.empty() && (candidate.begin == after || fold(after).size() <= 2) && !prepositional &&
        !left.empty() && !left_speaks && !at(left.begin).is(Kind::kPreposition) &&
        (candidate.end >= size_ || is_boundary(candidate.end)) && has_slavic_subject(candidate, cue)) {
      right = candidate;
      inverted = true;
      fronted.push_back(span_of(left));
    }
    if (grammar_.is_slavic && !inverted && frame(cue, "np") && a.act == Act::kDeny && fronted.empty() && !left_speaks &&
        !prepositional && candidate.begin == after && !candidate.empty() && speaks &&
        (candidate.end >= size_ || is_boundary(candidate.end)) && has_slavic_subject(candidate, cue))
      if (const Range topic = denied_first(cue); !topic.empty()) {
        right = candidate;
        inverted = true;
        fronted.push_back(span_of(topic));
      }
    const bool bare_object =
        grammar_.verb_first && (frame(cue, "say") || frame(cue, "ask")) && !frame(cue, "via") && !after_quote &&
        !find_that(after, cue) &&
        !(candidate.end < size_ && (is_colon_mark(at(candidate.end).mark) || at(candidate.end).quote >= 0) &&
          !has_detail(cue.unit, "judge"));  // اعتبرت طهران القرار «غير قانوني»
    if (inverted && frame(cue, "accuse") && grammar_.verb_first && left.empty() && accuses_whom_alone(right)) {
      inverted = false;
      right = {after, after};
    }
    if (inverted && grammar_.verb_first &&
        (object_frame || bare_object)) {  // verb, subject, object: where does the subject end?
      const bool named = is_quote_mark(at(right.begin).mark);
      right.end = std::min(right.end, size_);
      int end = std::min(arabic_subject_end(right.begin, right.end), right.end);
      bool person = false;
      for (int i = right.begin; i < end; ++i) person = person || at(i).is(Kind::kPerson) || at(i).is(Kind::kTitle);
      int name = end;
      while (name > right.begin && at(name - 1).lexemes.empty() && !is_quote_mark(at(name - 1).mark)) --name;
      if (person) end = std::max(end, arabic_name_end(name, right.end));
      // طالب محامو الشركة برفع الحجز: what is asked for has its preposition
      if (frame(cue, "inf"))
        for (int i = right.begin + 2; i < end; ++i)
          if (fold(i).starts_with("ب") && at(i).lexemes.empty() && !named_[at(i).token] &&
              fold(i - 1).starts_with("ال"))
            end = i;
      right.end = std::min(end, right.end);
      // كذبت الشركة المالكة ذلك: an adjective of the subject, which no table has, before the object
      if (right.size() == 1 && right.end + 1 < size_ && is_arabic_adjective_of(right.begin, right.end)) ++right.end;
      // لم تؤكد الناطقة باسمها، دوريان كامليري، أن …
      if (right.size() == 1 && right.end + 1 < size_ && at(right.begin).is(Kind::kSpokesman) && is_owned(right.end) &&
          fold(right.end).starts_with("باسم"))
        candidate.end = ++right.end;
      // أكد وزير النفط حيان عبد الغني التزام بلاده: a noun that has an owner behind it is the object's
      if (right.end < candidate.end && right.size() > 2 && at(right.end).lexemes.empty() &&
          !named_[at(right.end - 1).token] && at(right.end - 1).lexemes.empty() && is_owned(right.end))
        --right.end;
      else if (right.size() > 3 && is_owned(right.end - 1) && at(right.end - 1).lexemes.empty() &&
               at(right.end - 2).lexemes.empty() && !named_[at(right.end - 2).token])
        right.end -= 2;
      // ورفض محامي الشركة التعليق: an object there must be
      const bool of_body = right.size() == 2 && a.act == Act::kDecline &&
                           at(right.begin).is(Kind::kBody) &&  // لم تعلق وزارة الأشغال
                           !fold(right.begin).starts_with("ال") && fold(right.begin + 1).starts_with("ال");
      if (!named && right.end - right.begin > 1 && !of_body &&
          (right.end >= size_ ||
           (is_boundary(right.end) &&
            (!is_comma_mark(at(right.end).mark) || (right.end + 1 < size_ && fold(right.end + 1).starts_with("و"))))) &&
          !is_name(right.end - 1) && !is_speaker_noun(right.end - 1) && !at(right.end - 1).is(Kind::kAdjective))
        --right.end;
      // رفض مدير الشركة، حاتم البرهومي، هذه الاتهامات
      if (candidate.end < size_ && right.end == candidate.end && is_comma_mark(at(right.end).mark)) {
        int k = right.end + 1;
        while (k < size_ && !is_boundary(k) && k < right.end + 9) ++k;
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
  for (int i = right.begin + 1; inverted && grammar_.verb_first && frame(cue, "via") && i < right.end; ++i)
    if (fold(i).starts_with("قول") && is_owned(i)) right.end = i;  // عن عضوين في اللجنة قولهما إن
  if (inverted && grammar_.verb_first && !frame(cue, "via")) {
    while (right.end - 1 > right.begin && at(right.end - 1).is(Kind::kPreposition)) --right.end;  // أشار X إلى أن
    for (int i = right.begin + 1; i < right.end; ++i)  // صرح X لوكالة Y بأن, قال X لموقع «Y»: to whom it was told
      if (fold(i).starts_with("\u0644") &&
          (at(i).is(Kind::kMedia) || at(i).is(Kind::kOutlet) ||
           (fold(i).size() <= 4 && i + 1 < right.end && is_quote_mark(at(i + 1).mark))) &&
          !(i > 0 && at(i - 1).is(Kind::kPreposition))) {
        a.addressee = speaker_span({i, right.end});
        after = std::max(after, right.end);
        right.end = i;
        break;
      }
  }
  if (inverted && text_.language == "de" && a.act == Act::kWarn)  // warnt die Kammer vor einem Generalverdacht
    for (int i = right.begin + 1; i < right.end; ++i)
      if (fold(i) == "vor" && at(i).is(Kind::kPreposition)) right.end = i;
  if (grammar_.is_slavic && points_back_ && !inverted && !left_speaks && fronted.empty()) return;  // об этом рассказали
  Range speaker = inverted ? trimmed(right) : left;
  if (text_.language == "es" && speaker.size() > 1 && fold(speaker.end - 1) == "lo") --speaker.end;  // la banquera lo
  if (inverted) after = std::max(right.end, after);
  const bool told_whom = inverted && text_.language == "de" && after + 1 < size_ && fold(after) == "der" &&
                         !speaker.empty() && at(speaker.end - 1).is(Kind::kPronoun);  // berichtete er der Zeitung
  if (inverted && text_.language == "de" && after < size_ && at(after).is_word() &&
      (is_german_dative(after) || told_whom)) {
    int end = after + 1;
    while (end < size_ && !is_boundary(end) && !at(end).is(Kind::kPreposition) && !at(end).is(Kind::kThat)) ++end;
    a.addressee = speaker_span({after, end});
    after = end;
  }
  // «…», dijo un marinero que vive en Cádiz: a relative clause on who spoke
  if (inverted && (after_quote || (tail_able && is_relative_here(after))) && left.empty() && text_.language != "en" &&
      after < size_ && (is_relative(after) || is_relative_here(after) || is_behind_document(after)))
    while (after < size_ && !is_boundary(after)) ++after;
  while (inverted && text_.language == "de" && after < size_ && fold(after) == "sich") ++after;
  if (inverted && text_.language == "de") after = behind_adverbs(after);
  // Ob Geld floss, sagte der Minister nicht
  if (inverted && text_.language == "de" && frame(cue, "say") && a.act == Act::kAssert && after < size_ &&
      at(after).is(Kind::kNegation) && fold(after) != "noch" && (after + 1 >= size_ || is_boundary(after + 1)) &&
      !after_quote) {
    a.act = Act::kDecline;
    a.rule = "negated";
    ++after;
  }
  // „Wer hat unterschrieben?“, fragte der Richter den Spediteur dreimal: what follows says whom, when and how
  if (inverted && after_quote && left.empty() && cue.middle.empty() &&
      (text_.language == "de" || text_.language == "fr" || text_.language == "es" || grammar_.is_slavic)) {
    if (text_.language == "de" && frame(cue, "ask")) right.end = german_subject_end(right);
    while (after < size_ && !is_boundary(after) && (!has_cue_between(after, after + 1) || has_detail(after, "ask")) &&
           !(at(after).is(Kind::kConjunction) && after + 1 < size_ &&
             has_cue_between(after + 1, std::min(size_, after + 4))))
      ++after;
    if (text_.language == "de" && frame(cue, "ask")) {
      speaker = trimmed(right);
    }
  }
  // أبلغ القبطان المحكمة أن, سأل الصحفي الوزير: two definite nouns, of which the second is told or asked
  if (inverted && grammar_.verb_first && a.addressee.empty() && !frame(cue, "via"))
    if (const int whom = arabic_whom(speaker); whom > 0) {
      a.addressee = speaker_span({whom, speaker.end});
      speaker.end = whom;
    }
  // La contradice un empleado: «…», relató a Río Revuelto: whom it was told to, and who told it was named before
  if (inverted && after_quote && left.empty() && text_.language == "es" &&
      at(cue.unit).token_end > at(cue.unit).token + 1 &&
      (text_.tokens[at(cue.unit).token_end - 1].fold == "a" || text_.tokens[at(cue.unit).token_end - 1].fold == "al") &&
      (right.end >= size_ || is_boundary(right.end))) {
    int k = right.begin + 1;
    while (k < right.end && !(at(k).is(Kind::kDeterminer) && !at(k).is(Kind::kPreposition) &&
                              !at(k - 1).is(Kind::kPreposition) && heads_speak({k, right.end})))
      ++k;
    a.addressee = speaker_span({right.begin, k});
    speaker = {k, right.end};
  }
  if (const int to = inverted && a.addressee.empty() ? addressee_begin(speaker) : speaker.end; to < speaker.end) {
    a.addressee = speaker_span({to + 1, speaker.end});
    speaker.end = to;
  }
  if (Range whom; a.act == Act::kDecline && !inverted && is_enquiry_to(left, whom)) speaker = whom;
  if (inverted && !left.empty() && !left_speaks && !frame(cue, "via")) {
    // Namen wollte er nicht nennen: what stands before the verb is content
    if (text_.language == "de" && fronted.empty() && !frame(cue, "say") && !tail_able) fronted.push_back(span_of(left));
  }
  a.speaker = speaker_span(speaker);
  // Beim Geheimdienst wollte man den Bericht nicht kommentieren: who "man" is stands before the verb
  if (text_.language == "de" && inverted && speaker.size() == 1 && fold(speaker.begin) == "man" &&
      cue.group.begin > 1 && (fold(0) == "beim" || fold(0) == "bei" || fold(0) == "im" || fold(0) == "in") &&
      heads_speak({1, cue.group.begin}) && !only_time({1, cue.group.begin}))
    a.speaker = speaker_span({1, cue.group.begin});
  const bool common = is_common_place(speaker, cue);  // в соцсетях пишут, что …
  if (common) a.speaker = {};
  if (frame(cue, "via") && frame(cue, "own")) a.speaker = own_word(cue, a.speaker);
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
  // On nous avait promis des contrôles: nobody in particular
  if (text_.language == "fr" && !inverted && speaker.size() == 1 && fold(speaker.begin) == "on" && speaker.begin == 0)
    return;
  bool at_place = false;  // Chez les joailliers, on assure …
  if (text_.language == "fr" && speaker.size() == 1 && (fold(speaker.begin) == "on" || fold(speaker.begin) == "t-on") &&
      at(0).is(Kind::kPreposition)) {  // À l’Élysée, on se refuse à commenter
    int comma = 1;
    while (comma < speaker.begin && !is_comma_mark(at(comma).mark)) ++comma;
    const bool at_whose = fold(0) == "chez";
    if (comma < speaker.begin && comma > 1 && (at_whose || heads_speak({1, comma})) && !only_time({1, comma})) {
      a.speaker = speaker_span({1, comma});
      at_place = at_whose;
    }
  }
  // « … », indique-t-on au ministère: who it is stands behind "on", and is no addressee
  if (text_.language == "fr" && inverted && !speaker.empty() && text_.view(at(speaker.begin).span).ends_with("on") &&
      at(speaker.begin).is(Kind::kPronoun)) {
    int from = cue.pronoun >= 0 ? cue.after : speaker.begin + 1;  // a-t-on appris auprès du ministère
    while (from < size_ && at(from).is_word() && at(from).is(Kind::kTime)) ++from;
    if (const int place = on_place_end(from); place > from) {
      speaker = {from + 1, place};
      a.speaker = speaker_span(speaker);
      after = std::max(after, place);
    } else if (!tail_able) {
      return;
    }
  }
  if ((frame(cue, "only") || grammar_.is_wide) &&
      a.act == Act::kDecline) {  // the letter did not explain why: no refusal
    bool document = false, person = false;
    for (int i = speaker.begin; i < speaker.end; ++i) {
      document = document || at(i).is(Kind::kDocument) || (grammar_.is_wide && at(i).is(Kind::kClaimNoun));
      if (grammar_.is_wide && i + 1 == speaker.end && document && !at(i).is(Kind::kPerson)) {
        person = false;  // 《商报》的报道没有提及
        break;
      }
      person = person || at(i).is(Kind::kPerson) || at(i).is(Kind::kBody) || at(i).is(Kind::kCompany) || is_name(i);
    }
    if (document && !person) return;
  }
  if (a.speaker.empty() && after_relative) a.speaker = antecedent_of(cue.group.begin - 1);
  if (a.speaker.empty() && frame(cue, "show")) return;
  const bool quotes_next = after + 1 < size_ && is_colon_mark(at(after).mark) && at(after + 1).quote >= 0;
  if (text_.language == "en" && frame(cue, "show") && has_stop(cue.unit, "mentions") && after < size_ &&
      at(after).is(Kind::kNothing))
    return;  // It names no company
  if (frame(cue, "show") && speaker.size() == 1 && at(speaker.begin).is(Kind::kPronoun) && !quotes_next &&
      !(has_stop(cue.unit, "mentions") && after < size_ && !at(after).is(Kind::kNothing) &&
        is_document_before(speaker.begin)))
    return;
  const bool german_or_romance = text_.language == "de" || text_.language == "fr" || text_.language == "es";
  // a lancé le chantier
  if (text_.language == "fr" && !inverted && after < size_ && last_fold(cue.unit).starts_with("lanc") &&
      at(after).is_word() && at(after).is(Kind::kDeterminer))
    return;
  // La loi exige une licence; der Vertrag nennt einen Preis: what a rule lays down, nobody says
  if ((german_or_romance || grammar_.is_slavic) && !speaker.empty() && !find_that(after, cue) && !quotes_next)
    for (int i = speaker.begin; i < speaker.end && i < speaker.begin + 2; ++i)
      if (has_stop(i, "norm") && !is_name(i)) return;
  const bool offers = grammar_.is_slavic && has_detail(cue.unit, "offer") && after < size_ && !is_boundary(after) &&
                      (is_infinitive(fold(after), text_.language) ||
                       (text_.language == "pl" && (fold(after).ends_with("nie") || fold(after).ends_with("cie"))));
  if (offers && a.act == Act::kAssert) a.act = Act::kRequest;
  // declaró la carga, acusa la falta de tráfico: what is declared or felt is a thing
  if (text_.language != "de" && german_or_romance && after + 1 < size_ && at(after).is_word() &&
      cue.group.begin == cue.unit && !inverted) {
    const std::string_view verb = fold(cue.unit);
    const bool thing = (at(after).is(Kind::kDeterminer) && !at(after).is(Kind::kPreposition)) ||
                       at(after).is(Kind::kPossessive) || text_.tokens[at(after).token].is_number;
    if (thing && (verb.starts_with("declar") || verb.starts_with("déclar"))) return;
    if (thing && (verb.starts_with("lanc") || verb.starts_with("lanz"))) return;  // lança le chantier
    if (thing && text_.language == "es" && verb.starts_with("acus")) return;
  }
  a.is_strong = frame(cue, "strong") || at_place;
  a.is_reply = frame(cue, "reply");
  if (a.speaker.empty() && is_accused_by_nobody(cue)) {
    a.rule = "accused, without an accuser";
    a.addressee = speaker_span(trimmed({segment_begin(cue.group.begin), cue.group.begin}));
  } else if (common) {
    a.rule = "hearsay";
    a.is_hedged = true;
  } else if (a.speaker.empty()) {
    const bool joined = cue.group.begin > 0;
    if (goes_on_perfect(cue)) return;
    a.takes_speaker_before = true;
    if (!joined && !grammar_.drops_subject) return;
    if (a.rule.empty()) a.rule = "subject of the clause before";
  }

  // …, die er bekannt gegeben hat: a verb at the end of a clause that speaks of something else
  if (text_.language == "de" && !inverted && cue.middle.empty() && after < size_ && at(after).is(Kind::kAuxiliary) &&
      !at(after).is(Kind::kPronoun) && fold(after) != "sich")
    return;

  // the addressee of "told X that …"
  const bool only_quoted =
      after_quote && left.empty() && text_.language != "ar" && (inverted || (after < size_ && is_gerund(after)));
  const std::string_view last = text_.tokens[at(cue.unit).token_end - 1].fold;  // considera que: the cue has its "that"
  const bool has_that = at(cue.unit).token_end > at(cue.unit).token + 1 && (last == "que" || last == "qu'");
  const bool behind_comma = (text_.language == "es" || text_.language == "fr") && inverted && tail_able &&
                            after < size_ && is_comma_mark(at(after).mark);  // asegura su dueño, que muestra …
  const std::optional<int> that = (frame(cue, "np") && !frame(cue, "say")) || only_quoted || behind_comma || has_that
                                      ? std::nullopt
                                      : find_that(after, cue);
  if (tells_only_that(cue, after)) return;
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
              !at(end - 1).is(Kind::kPreposition) && text_.language == "en" &&
              !(at(end - 1).is(Kind::kMedia) && (is_boundary(end + 1) || at(end + 1).is(Kind::kPreposition)))));
        if (end > after && opens_told_question(end)) break;
        const bool in_name = text_.language == "en" && end > after && end + 1 < size_ && fold(end) == "of" &&
                             is_name(end - 1) && is_name(end + 1);  // the Office of Financial Sanctions
        if (starts_clause || (at(end).is(Kind::kPreposition) && end > after && !in_name)) break;
        ++end;
      }
    }
    if (end > after) a.addressee = speaker_span(trimmed({after, end}));
    after = end;
    // “…,” she told reporters outside the courthouse: where, and nothing more is said
    if (after_quote && !that && !left.empty() && text_.language == "en" && after < size_ &&
        at(after).is(Kind::kPreposition))
      while (after < size_ && !is_boundary(after)) ++after;
    while (after < size_ && at(after).is(Kind::kPreposition) && !that) {  // told the court on Tuesday
      int k = after + 1;
      while (k < size_ && !is_boundary(k) &&
             (at(k).is(Kind::kTime) || at(k).is(Kind::kDeterminer) || text_.tokens[at(k).token].is_number))
        ++k;
      if (k == after + 1) break;
      after = k;
    }
  }

  if (text_.language == "en" && a.act == Act::kAssert && !a.addressee.empty() && frame(cue, "tell") && !that &&
      after + 1 < size_ && fold(after) == "to" && !at(after + 1).is_capital && !at(after + 1).is(Kind::kDeterminer))
    a.act = Act::kRequest;                                                  // advised drivers to expect queues
  if (that && *that > after && a.addressee.empty() && !frame(cue, "np")) {  // сказал газете «Мост», что …
    bool medium = false;
    for (int i = after; i < *that; ++i) medium = medium || at(i).is(Kind::kMedia) || at(i).is(Kind::kOutlet);
    if (medium) a.addressee = speaker_span({after, *that});
  }

  // “…？”法官问船长; “…”总经理告诉路透社: behind a quotation stands only who is told
  if (grammar_.is_wide && after_quote && (frame(cue, "ask") || frame(cue, "tell"))) {
    const int end = wide_whom_end(cue);
    if (end > after) a.addressee = speaker_span({after, end}), after = end;
  }
  for (int i = after; i < size_ && i < after + 5 && !is_boundary(i); ++i)
    if (const Lexeme* anaphor = at(i).as(Kind::kAnaphor); anaphor && anaphor->value == "other") a.is_counter = true;
  int stop = after;  // what stands between cue and the next boundary
  while (stop < size_ && !is_boundary(stop) &&
         !(at(stop).is(Kind::kConjunction) &&
           (stop > after || has_cue_between(stop + 1, std::min(size_, stop + (grammar_.is_slavic ? 6 : 3))))))
    ++stop;
  const bool other_version = stop > after && stop < after + 5 && stop < size_ && is_colon_mark(at(stop).mark) &&
                             frame(cue, "say") && text_.language != "en" && !speaks({after, stop});
  const bool in_passing = !that && after_quote && (!left.empty() || inverted) && is_told_in_passing(cue, after, stop);
  if (in_passing && stop > after && !at(after).is(Kind::kPreposition) && !at(after).is(Kind::kSubordinator))
    a.addressee = speaker_span({after, stop});
  const bool nothing_right =
      in_passing ||
      (!that &&
       (stop == after || other_version ||
        (text_.language == "de" && left_speaks && stop + 2 < size_ && is_comma_mark(at(stop).mark) &&
         is_told_whom({after, stop})) ||
        (text_.language == "de" && left_speaks && frame(cue, "say") && stop + 1 < size_ &&
         is_colon_mark(at(stop).mark) && at(stop + 1).quote >= 0 && is_told_whom({after, stop})) ||
        ((tail_able || after_quote || (stop < size_ && (is_colon_mark(at(stop).mark) || at(stop).quote >= 0))) &&
         only_adverbial({after, stop}))));
  // وقال ناشط محلي يدعى عمر: «…»: what stands between subject and colon says who it is
  bool told = false;
  if (grammar_.verb_first && !that && !after_quote && frame(cue, "say")) {
    int colon = stop;  // ويقول أحدهم، وهو خبير: «…»
    while (colon < size_ && !is_colon_mark(at(colon).mark) && at(colon).quote < 0 &&
           !is_terminal_mark(at(colon).mark) && !has_cue_between(colon, colon + 1))
      ++colon;
    told = colon + 1 < size_ && is_colon_mark(at(colon).mark) && at(colon + 1).quote >= 0;
    if (told) stop = colon;
  }
  const bool object =
      !in_passing && ((text_.language == "de" && a.act == Act::kConfirm && !that &&
                       (!german_object.empty() || (!left.empty() && left.begin > 0 && stop == after &&
                                                   at(left.begin - 1).is(Kind::kAuxiliary)))) ||
                      frame(cue, "np") || frame(cue, "call") || frame(cue, "accuse") || frame(cue, "inf") ||
                      frame(cue, "only") || (a.act == Act::kDecline && !after_quote));

  if (text_.language == "de" && a.act == Act::kAccuse && a.addressee.empty() && !inverted && !cue.middle.empty() &&
      stop == after && stop < size_ && is_comma_mark(at(stop).mark))
    a.addressee = speaker_span(trimmed(cue.middle));  // wirft dem Händler vor, …
  const auto take_left = [&] {
    int begin = segment_begin(joint + 1);
    for (const Attribution& before : out_)
      if (!before.content.empty() && before.cue.end < at(chunk).span.begin) {
        const uint32_t past = std::max(before.cue.end, before.needs_medium ? 0u : before.content.back().end);
        int k = begin;
        while (k < joint + 1 && at(k).span.begin < past) ++k;
        bool has_more = k < joint;  // not only the mark that ends a quotation
        if (text_.language == "en" && has_more && k + 3 > joint) {
          has_more = false;
          for (int n = k; n < joint; ++n) has_more = has_more || at(n).is_word() || at(n).quote >= 0;
        }
        if (has_more && (is_comma_mark(at(k).mark) || at(k).is(Kind::kConjunction))) begin = k;
      }
    if (stop < size_ && is_comma_mark(at(stop).mark) && !after_quote)  // in the midst of a clause: that clause alone
      for (int i = begin + 1; i + 1 < joint; ++i)
        if (is_comma_mark(at(i).mark) && at(i + 1).is(Kind::kConjunction)) begin = i + 1;
    if (grammar_.is_slavic && !after_quote) begin = relative_begin(begin, joint + 1);
    if (text_.language == "en" && !after_quote && joint > begin) begin = std::max(begin, relative_head(joint - 1));
    for (int i = begin; i < joint && text_.language == "en" && !after_quote;
         ++i)  // … was plainer: it had no deal, it said
      if (is_colon_mark(at(i).mark) && at(i + 1).is(Kind::kPronoun)) begin = i + 1;
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
    if (is_semicolon_mark(at(i).mark) && a.act == Act::kDecline) return;
    if (is_semicolon_mark(at(i).mark) && text_.language == "de" && !after_quote && !goes_on_reported(i))
      return;                             // sagte er; seinen Namen möchte er nicht nennen
    if (is_semicolon_mark(at(i).mark)) {  // they said; their client …
      if (!has_cue_between(i, size_) && !after_quote)
        for (const Span& span : spans_of({i + 1, size_})) a.content.push_back(span);
      return;
    }
    bool quote_left = after_quote && !is_short_quote_before(joint);
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
    const bool put_in = joint >= 0 && is_dash_mark(at(joint).mark) && is_dash_mark(at(i).mark);  // El informe –dijo– …
    if (end < size_ && begin < end && !put_in && has_cue_between(begin, end) && !only_passives(begin, end)) return;
    if (inverted && text_.language == "en" && is_description(begin, end)) return;  // said X, a lawyer in Y
    for (const Span& span : spans_of({begin, end})) a.content.push_back(span);
  };

  // Das berichtet die Zeitung; das sagte X am Montag
  const bool pointed = text_.language == "de" && inverted && cue.group.begin == 1 && at(0).is(Kind::kAnaphor) &&
                       frame(cue, "say") && (stop >= size_ || is_boundary(stop) || only_adverbial({after, stop})) &&
                       !(stop < size_ && (is_colon_mark(at(stop).mark) || at(stop).quote >= 0));
  if (const Span own = stop == after && fronted.empty() ? own_object(cue) : Span{}; !own.empty() && !after_quote) {
    a.content = {own};  // отрицает вину, адвокат готовит жалобу
    if (a.rule.empty()) a.rule = "subject verb object";
  } else if (pointed || (is_cleft(0) && !has_cue_between(0, cue.unit))) {
    if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.rule = "what was just said";
  } else if (frame(cue, "so")) {
    a.rule = "so X";
    take_left();
    take_after_tail();
  } else if (!cue.middle.empty() && !frame(cue, "behind") &&
             (frame(cue, "np") ||
              (frame(cue, "accuse") && !that && stop == after && !(stop < size_ && is_comma_mark(at(stop).mark))) ||
              ((a.act == Act::kConfirm || a.act == Act::kDecline || frame(cue, "show")) && !that && stop == after &&
               !is_told_amid(cue)) ||
              ((a.act == Act::kPromise || a.act == Act::kWarn || a.act == Act::kRequest) && !that && stop == after &&
               !after_quote && text_.language == "de" && !(stop < size_ && is_comma_mark(at(stop).mark))) ||
              (text_.language == "de" && a.act == Act::kAssert && frame(cue, "say") && !that && stop == after &&
               fold(cue.middle.begin) == "als") ||  // gab als Empfänger eine Molkerei an
              (text_.language == "de" && a.act == Act::kAssert && frame(cue, "say") && !that && stop == after &&
               !after_quote && !(stop < size_ && !is_terminal_mark(at(stop).mark)) && cue.middle.size() > 1 &&
               at(cue.middle.begin).is(Kind::kDeterminer) && !is_german_dative(cue.middle.begin) &&
               fold(cue.middle.begin) != "der" && fold(cue.middle.begin) != "einer") ||
              (frame(cue, "von") && stop == after && fold(cue.middle.begin).starts_with("vo"))) &&
             !inverted) {  // wies die Vorwürfe zurück
    if (a.rule.empty()) a.rule = "object between the parts of the verb";
    Range object_words = cue.middle;
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
      a.content = spans_of({object_words.begin, clause_end(std::max(after, object_words.begin + 1), cue)});
    if (after < size_ && fold(after) == "as") {  // brushed that aside as “guesswork” when we asked, then …
      int end = after + 1;
      const int limit = clause_end(after, cue);
      while (end < limit && !is_comma_mark(at(end).mark) && !at(end).is(Kind::kSubordinator)) ++end;
      for (const Span& span : spans_of({after, end})) a.content.push_back(span);
    }
    if (!a.content.empty() && frame(cue, "np")) add_claim_clause(object_words, cue, a);
  } else if (!german_object.empty() && object) {
    if (a.rule.empty()) a.rule = "object before the participle";
    if (const int end = german_infinitive_end(cue); end > 0) {  // hatte die Mitglieder ermahnt, Aufträge zu prüfen
      a.addressee = speaker_span(trimmed(german_object));
      a.content = spans_of({after + 1, end});
    } else {
      a.content = spans_of(german_object);
      add_claim_clause(german_object, cue, a);
      // hatte die Vorwürfe als haltlos bezeichnet
      if (frame(cue, "call") && a.act == Act::kAssert && names_a_claim(german_object) && names_falsehood(a.content))
        a.act = Act::kDismiss;
    }
  } else if (!fronted.empty() && (object || frame(cue, "call") || stop == after)) {
    if (a.rule.empty()) a.rule = "object before the verb";
    a.content = fronted;
    if (stop > after && (!only_adverbial({after, stop}) || (text_.language == "en" && fold(after) == "as")))
      for (const Span& span : spans_of({after, clause_end(after, cue)})) a.content.push_back(span);
    if (frame(cue, "call") && a.act == Act::kAssert) {
      if (!left.empty() && calls_claim({segment_begin(cue.unit), stop})) a.act = Act::kDismiss;
      for (int i = after; i < size_ && !is_colon_mark(at(i).mark); ++i)
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
    while (grammar_.verb_first && after + 1 < size_ && (at(after).is(Kind::kTime) || at(after).is(Kind::kAdverb)) &&
           !is_boundary(after + 1) && !at(after).is(Kind::kThat))
      ++after;  // نفت الشركة اليوم الاثنين ما …
    if (frame(cue, "behind") && after + 1 < size_ && at(after).is(Kind::kPreposition)) ++after;  // un desmentido de …
    int end = before_dash(after, before_time(after, second_verb(after, clause_end(after, cue))));
    if (frame(cue, "call") && after < end) end = before_document({after, end});  // de «disparate» en un comunicado
    int colon = size_;                                                           // denied it: “We …”
    if (frame(cue, "np") || frame(cue, "call")) {
      for (int i = after; i < end; ++i)
        if (is_colon_mark(at(i).mark)) end = i, colon = i;
      if (colon == size_ && end < size_ && is_colon_mark(at(end).mark)) colon = end;
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
        // dément ces allégations et se réserve le droit …: a second verb
        const Unit& next = at(i + 1);
        if (text_.language != "en" && frame(cue, "np") && at(i).is(Kind::kConjunction) && i == noun + 1 &&
            next.is_word() && !next.is(Kind::kDeterminer) && !next.is(Kind::kPossessive) &&
            !next.is(Kind::kClaimNoun) && !next.is(Kind::kAdjective) && !next.is(Kind::kFalsehood) &&
            !next.is_capital && (next.is(Kind::kAuxiliary) || next.is(Kind::kCue))) {
          end = i;
          break;
        }
        if (text_.language == "de" && is_comma_mark(at(i).mark) && is_subjunctive_clause(i + 1, end)) break;
        if ((at(i).is(Kind::kPreposition) && at(i + 1).is(Kind::kTime)) || fold(i) == "without" ||
            (text_.language == "en" && is_comma_mark(at(i).mark) && (is_relative(i + 1) || fold(i + 1) == "first")) ||
            (is_comma_mark(at(i).mark) && text_.language != "en" && frame(cue, "np") && !at(i + 1).is(Kind::kThat) &&
             !at(i + 1).is(Kind::kSubordinator) && !is_relative(i + 1) && !at(i + 1).is(Kind::kDeterminer))) {
          end = i;
          break;
        }
      }
    }
    while (end - after > 1 && end - after < 8 && frame(cue, "np") && at(end - 1).is(Kind::kAdverb)) --end;
    if (text_.language == "en" && frame(cue, "np")) end = told_to({after, end}, a.act);
    if (text_.language == "en" && a.act != Act::kDecline) end = venue_begin({after, end});
    if (const Range of = frame(cue, "accuse") ? accused_of({after, end}) : Range{}; !of.empty()) {
      a.addressee = speaker_span({after, of.begin});
      after = of.begin;
    }
    if (const int clause = accused_clause(cue, after); clause > after) {
      a.addressee = speaker_span({after, clause - 1});
      after = clause;
      end = std::max(end, clause_end(clause, cue));
    }
    a.content = spans_of({after, end});
    if (text_.language != "en" && colon + 1 < size_ && at(colon + 1).quote >= 0 &&
        (a.act == Act::kDeny || a.act == Act::kDismiss || frame(cue, "call")))
      a.content.push_back(quotes_[at(colon + 1).quote].inner);
    // „Sarnıçlı habe …“, bestritt X: an object that follows only a little adverbial belongs to the tail
    if (frame(cue, "call")) {
      if (text_.language == "en" && at(after).is(Kind::kPreposition) && fold(after) != "as" && fold(after) != "of")
        return;  // officers had called at the warehouse
      bool worded = (text_.language == "en" && text_.tokens[at(cue.unit).token_end - 1].fold == "of") ||
                    (!frame(cue, "strict") &&
                     (text_.language != "en" || cue.group.begin < cue.unit));  // a group called X: no claim
      for (int i = after; i < end; ++i) {
        worded = worded || is_quote_mark(at(i).mark) || at(i).is(Kind::kFalsehood) || at(i).is(Kind::kClaimNoun) ||
                 fold(i) == "as" || (text_.language == "de" && fold(i) == "für" && i > after);
        if (at(i).is(Kind::kFalsehood) && a.act == Act::kAssert && names_a_claim({after, end}) &&
            is_predicate_here(i, after, end))
          a.act = Act::kDismiss;
      }
      worded = worded || (text_.language == "es" && last == "de");  // tacha de insuficientes las explicaciones
      worded = worded || (text_.language == "en" && calls_it_something({after, end}));
      if (!worded && !is_spoken_of(after)) return;
      if (a.act == Act::kAssert && is_verdict_first(after, end)) a.act = Act::kDismiss;
      if (a.act == Act::kAssert && is_false_in_marks(after, end)) a.act = Act::kDismiss;
      if (a.act == Act::kAssert && calls_claim({after, end})) a.act = Act::kDismiss;
    }
    if (a.content.empty() && tail_able) take_left();
    if (!left.empty() && inverted && !left_speaks && !frame(cue, "via"))
      a.content.insert(a.content.begin(), span_of(left));
  } else if (that) {
    if (a.rule.empty()) a.rule = "subject verb that";
    int begin = that.value_or(after);
    if (text_.language == "es" && begin > after + 2 && fold(begin - 1) == "de" && at(begin - 2).is_word() &&
        !is_name(begin - 2)) {  // alertó a los armadores del riesgo de que …
      begin -= 2;
      while (begin > after && !at(begin).is(Kind::kPreposition)) --begin;
    }
    a.content = spans_of({begin, clause_end(that.value_or(after), cue)});
  } else if (other_version && is_contrary(after) && has_cue_between(stop + 1, size_)) {
    if (a.rule.empty()) a.rule = "subject verb object";  // disent le contraire : l’un d’eux affirme …
    a.content = spans_of({after, stop});
  } else if ((nothing_right || told) && stop < size_ &&
             (is_colon_mark(at(stop).mark) || (at(stop).quote >= 0 && !after_quote))) {
    if (a.rule.empty()) a.rule = "subject verb: quotation";
    const int begin = is_colon_mark(at(stop).mark) ? stop + 1 : stop;
    const int first = segment_begin(joint + 1);  // Die Tüten hätten …, berichtete er: „…“
    if (begin < size_ && inverted && after_comma && !after_quote && text_.language != "en" && left.empty() &&
        joint - first > 3 && is_comma_mark(at(joint).mark) && !at(first).is(Kind::kPreposition) &&
        !at(first).is(Kind::kSubordinator) && !at(first).is(Kind::kWhether) && !has_cue_between(first, joint))
      a.content = spans_of({first, joint});
    if (begin < size_ && at(begin).quote >= 0) {
      a.content.push_back(quotes_[at(begin).quote].inner);
    } else if (begin < size_) {
      for (const Span& span : spans_of({begin, clause_end(begin, cue)})) a.content.push_back(span);
    }
  } else if (stop == after && stop < size_ && is_comma_mark(at(stop).mark) && stop + 1 < size_ &&
             at(stop + 1).quote >= 0 && !after_quote) {
    if (a.rule.empty()) a.rule = "subject verb, quotation";
    a.content = {quotes_[at(stop + 1).quote].inner};
  } else if (const int behind = nothing_right && inverted ? behind_aside(cue, stop) : 0; behind > 0) {
    if (a.rule.empty()) a.rule = "subject verb, clause";
    a.content = spans_of({behind, clause_end(behind, cue)});
  } else if (const int threat = nothing_right && !inverted ? german_before(cue, after) : 0;
             threat > 0 && stop > threat && !warns_somebody(stop)) {
    if (a.rule.empty()) a.rule = "subject verb clause";
    a.content = spans_of({threat, clause_end(threat, cue)});
  } else if (nothing_right && stop < size_ && is_comma_mark(at(stop).mark) &&
             (!tail_able ||
              (text_.language == "de" && left.empty() && !inverted && !after_quote && frame(cue, "say") &&
               stop + 1 < size_ && cue.group.begin == joint + 1) ||  // räumte ein, …, betonte aber, …
              (grammar_.is_wide && !after_quote && stop + 1 < size_ && frame(cue, "say"))) &&
             !((text_.language == "fr" || text_.language == "es") && frame(cue, "np") && !frame(cue, "say")) &&
             !(text_.language == "en" && is_time_clause(cue)) &&
             !((text_.language == "fr" || text_.language == "es") && stop + 1 < size_ &&
               at(stop + 1).is(Kind::kSubordinator) && !at(stop + 1).is(Kind::kThat)) &&  // nie, tandis que …
             !(grammar_.is_wide && is_said_whole(cue) && stop + 1 < size_ &&              // 回应，否认参与
               at(stop + 1).is(Kind::kCue) && !is_speaker_noun(stop + 1) && !at(stop + 1).is(Kind::kPreposition) &&
               has_cue_between(stop + 1, stop + 2)) &&
             !(grammar_.is_wide && frame(cue, "np") && !before_sentence().empty() &&  // 他对此矢口否认，反指对方说谎
               (at(stop + 1).is(Kind::kCue) || text_.view(at(cue.unit).span).find("此") != std::string_view::npos)) &&
             !(grammar_.is_slavic && is_slavic_aside(stop + 1, size_)) &&  // сообщил источник, знакомый с делом
             !(grammar_.is_wide && stop + 1 < size_ && at(stop + 1).is(Kind::kConjunction))) {  // 他予以否认，并警告…
    // Chinese: 对于质疑，他说，…: what is said follows
    if (a.rule.empty()) a.rule = "subject verb, clause";
    const int begin = behind_aside(stop, frame(cue, "tell"));
    a.content = spans_of({begin, clause_end(begin, cue)});
  } else if (nothing_right && grammar_.comma_before_that && stop < size_ && is_comma_mark(at(stop).mark) &&
             stop + 1 < size_ && !after_quote && !left.empty() && left_speaks && joint >= 0 &&
             at(joint).is(Kind::kConjunction)) {
    a.content = spans_of({stop + 1, clause_end(stop + 1, cue)});
    if (a.rule.empty()) a.rule = "subject verb, clause";
  } else if (nothing_right && frame(cue, "call") && text_.language == "en") {
    return;  // when we called
  } else if (const int before = german_before(cue, after); inverted && before > 0 && stop > before) {
    a.content = spans_of({before, clause_end(before, cue)});  // warnt die Kammer vor einem Generalverdacht
    if (a.rule.empty()) a.rule = "verb subject object";
  } else if (nothing_right && tail_able) {
    if (a.rule.empty())
      a.rule = after_quote ? (inverted ? "quotation, verb subject" : "quotation, subject verb")
                           : (inverted ? "content, verb subject" : "content, subject verb");
    // Contacté, le ministère n’a pas donné suite: only what a preposition or a question puts first was refused
    const int opener = segment_begin(joint + 1);
    const bool and_declined = text_.language == "en" && a.act == Act::kDecline && left.empty() && chunk > 0 &&
                              at(chunk - 1).is(Kind::kConjunction);  // said so but would not comment further
    const bool asked =
        !and_declined && (after_quote || a.act != Act::kDecline || text_.language == "en" || opener >= size_ ||
                          at(opener).is(Kind::kPreposition) || at(opener).is(Kind::kWhether) ||
                          at(opener).is(Kind::kThat) || joint - opener > 6);
    // Dans un communiqué publié lundi, le groupe a démenti: what was said before
    const bool setting = (text_.language == "fr" || text_.language == "es") && !after_quote && !inverted &&
                         !left.empty() && frame(cue, "np") && opener < joint && at(opener).is(Kind::kPreposition) &&
                         !at(opener).is(Kind::kDeterminer) && (stop >= size_ || is_terminal_mark(at(stop).mark));
    const bool own_words = text_.language == "en" && a.act == Act::kDeny && !after_quote && !inverted &&
                           at(cue.unit).token_end > at(cue.unit).token + 1 && opener < joint && joint - opener <= 6 &&
                           at(opener).is(Kind::kPreposition);  // In court, he pleaded not guilty
    if (own_words) {
      a.content = {{text_.tokens[at(cue.unit).token + 1].begin, at(cue.unit).span.end}};
    } else if (setting) {
      if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.points_back = true;
    } else if (const Attribution* said = claimed_so(joint, chunk)) {
      a.content = said->content;  // denied there had been a leak, as the union had claimed
    } else if (asked && !is_occasion(opener, joint)) {
      take_left();
    }
    // The allegations, which the company denies, were published in March: the relative clause says it of what is before
    if (const int which = chunk - 1; text_.language == "en" && which > 1 && fold(which) == "which") {
      int claim = which - 2;
      while (claim > 0 && !at(claim).is(Kind::kClaimNoun) && !is_boundary(claim - 1)) --claim;
      while (claim > 0 && at(claim).is(Kind::kClaimNoun) &&
             (at(claim - 1).is(Kind::kDeterminer) || at(claim - 1).is(Kind::kAdjective) ||
              at(claim - 1).is(Kind::kPossessive)))
        --claim;
      a.content = spans_of({claim, which - 1});
    } else if (!setting) {
      take_after_tail();
    }
  } else if (nothing_right && object) {
    if (a.rule.empty()) a.rule = "object before the verb";
    // ce que conteste X; 公司负责人予以否认; which the company denies
    int end = chunk;
    while (end > 0 &&
           (at(end - 1).is(Kind::kSubordinator) || at(end - 1).is(Kind::kThat) || is_comma_mark(at(end - 1).mark) ||
            (text_.language == "de" && at(end - 1).is(Kind::kAuxiliary) && end == chunk)))
      --end;
    const int pronoun = object_pronoun(cue);
    if (pronoun >= 0 && joint > 0 && at(joint).is(Kind::kConjunction))
      a.content = {at(pronoun).span};  // …, mais il le nie
    else if (end > 0 && joint >= 0 &&  // compareció ante el juez, pero se acogió a su derecho a no declarar
             !(text_.language != "en" && a.act == Act::kDecline && at(joint).is(Kind::kConjunction)))
      a.content = spans_of({segment_begin(end), end});
    if (a.content.empty() && a.act == Act::kDeny && !out_.empty() && out_.back().act == Act::kAccuse)
      a.content = out_.back().content;  // Le groupe, accusé par X de …, dément
    if (a.content.empty() && (a.act == Act::kDeny || a.act == Act::kAccuse || a.act == Act::kDismiss ||
                              a.act == Act::kConfirm))  // L’entreprise dément.
      if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.points_back = true;
  } else if (!nothing_right && frame(cue, "strict") && !offers && !has_clause(after) && !is_contrary(after) &&
             !is_reported_on(speaker, after) && !names_medium(speaker, cue) && !has_that &&
             !(grammar_.is_slavic && a.act == Act::kWarn && is_infinitive(fold(after), text_.language)) &&
             !is_infinitive_clause(after) &&
             !(text_.language == "en" && at(after).is(Kind::kPronoun) && !at(after).is(Kind::kDeterminer))) {
    return;  // but: prosecutors maintain he signed it himself
  } else if (!nothing_right) {
    if (a.rule.empty()) a.rule = "subject verb clause";
    const int begin = behind_whom(content_begin(after));
    const int end = second_verb(begin, clause_end(begin, cue));
    a.content = spans_of({begin, text_.language == "en" ? told_to({begin, end}, a.act) : end});
  }
  if (text_.language == "en" && fold(cue.unit).starts_with("ask") && a.act == Act::kRequest &&
      (after_quote || (inverted && !a.content.empty() && a.content.front().begin < cue_begin(cue))))
    a.act = Act::kAsk;  // “For what?” he asked; Had he read it, asked the judge
  // le juge « absurde », lo tacha de «montaje»: it is called so
  if (a.act == Act::kAssert && !a.content.empty() && object_pronoun(cue) >= 0 &&
      (frame(cue, "call") || has_detail(cue.unit, "judge")) && names_falsehood(a.content))
    a.act = Act::kDismiss;
  if (text_.language == "de" && a.act == Act::kAssert && !a.content.empty() && last == "von" &&
      speaks_of_falsehood(after, stop))
    a.act = Act::kDismiss;
  // Прокуратура подозревает директора в растрате, but: подозревает, что …
  if (grammar_.is_slavic && has_detail(cue.unit, "suspect") && !that && !nothing_right)
    if (const Range of = slavic_accused({after, clause_end(after, cue)}); !of.empty()) {
      a.act = Act::kAccuse;
      a.addressee = speaker_span({after, of.begin});
      a.content = spans_of(of);
    }
  if (a.act == Act::kAccuse && has_stop(cue.unit, "blames") && has_claim_first(after, stop)) a.act = Act::kDismiss;
  if (a.act == Act::kDismiss && text_.language == "en")  // brushed off a question
    for (int i = after; i < size_ && i < after + 3; ++i)
      if (fold(i) == "question" || fold(i) == "questions" || fold(i) == "enquiry" || fold(i) == "enquiries")
        a.act = Act::kDecline;
  if (frame(cue, "asked") && (out_.empty() || out_.back().act != Act::kAsk)) return;  // hung up, and nobody had asked
  if (frame(cue, "counter") && (frame(cue, "say") || form_of(a.content) == Form::kDirect))
    a.is_counter = true;  // widerspricht: „…“
  if (a.act == Act::kDecline) {
    // declined to answer: the question that was asked
    size_t words = 0;
    for (int i = after; i < stop; ++i) words += at(i).is_word();
    const int first = segment_begin(chunk);
    // Сколько фирма заплатила, X назвать отказался: the infinitive is of the verb, the question what is refused
    const bool bare_infinitive = grammar_.is_slavic && fronted.size() == 1 && joint > first &&
                                 is_comma_mark(at(joint).mark) && at(first).is(Kind::kWhether) &&
                                 text_.view(fronted[0]).find(' ') == std::string_view::npos;
    if (!fronted.empty() && !bare_infinitive) {
      a.content = fronted;
    } else if (words <= 2 && joint > first && is_comma_mark(at(joint).mark) && at(first).is(Kind::kWhether) &&
               !(text_.language == "en" && fold(first) == "when" && joint - first <= 4) &&
               !has_cue_between(first, joint)) {  // Who had paid for it, he preferred not to say.
      a.content = spans_of({first, joint});
    } else if (words <= 2 && !out_.empty() && out_.back().act == Act::kAsk) {
      a.content = out_.back().content;
    } else if (words == 0 && grammar_.is_wide && joint > first + 1 && is_comma_mark(at(joint).mark) &&
               has_stop(first, "about") && !has_cue_between(first + 1, joint - 1)) {  // 至于买家是谁，他不予透露
      a.content = spans_of({first + 1, joint});
    } else if (a.content.empty() && !cue.middle.empty() && grammar_.verb_first) {  // ورفض متحدث التعليق
      a.content = {{text_.tokens[at(cue.unit).gap_begin].begin, text_.tokens[at(cue.unit).gap_end - 1].end}};
    } else if (a.content.empty()) {
      a.content = {{at(cue.group.begin).span.begin, at(cue.unit).span.end}};
      if (at(cue.unit).gap_end > 0 && frame(cue, "gap"))  // äußerte sich bislang nicht
        a.content = {{at(cue.unit).span.begin, text_.tokens[at(cue.unit).gap_end - 1].end}};
    }
  }
  // «…», dijo X, sin dar más detalles: nothing in particular is withheld
  if (a.act == Act::kDecline && frame(cue, "part") && stop == after && text_.language != "en" && !a.content.empty() &&
      (text_.language == "de" || text_.language == "fr" || text_.language == "es"))
    return;
  bool neither = false;
  for (uint32_t t = at(cue.group.begin).token; t < at(cue.unit).token_end && text_.language == "en"; ++t)
    neither = neither || text_.tokens[t].fold == "nor";
  if (a.act == Act::kDecline && a.content.size() == 1 && !neither) {  // did not explicitly refute it
    for (int i = after; i < size_ && i <= after && cue.middle.empty() && !grammar_.verb_first; ++i)
      if (at(i).is(Kind::kAnaphor) && !at(i).is(Kind::kClaimNoun) && at(i).span.end >= a.content[0].end)
        a.content[0].begin = at(cue.group.begin).span.begin, a.points_back = true;
  }
  // Vor einem Generalverdacht warnt der Verband: what a preposition puts before the verb
  if (a.content.empty() && inverted && text_.language == "de" && !tail_able && a.act != Act::kAssert &&
      (stop >= size_ || is_boundary(stop))) {
    int begin = cue.group.begin;
    while (begin > 0 && !is_boundary(begin - 1) && !at(begin - 1).is(Kind::kConjunction)) --begin;
    if (begin < cue.group.begin && at(begin).is(Kind::kPreposition) && !only_time({begin, cue.group.begin})) {
      a.content = spans_of({begin, cue.group.begin});
      a.rule = "object before the verb";
    }
  }
  // 韩国外交部对报告表示关切，促请各国 …: what it is about stands before the verb
  if (a.content.empty() && grammar_.is_wide && frame(cue, "say") && !left.empty() && left.end + 1 < cue.group.begin &&
      has_stop(left.end, "about of verb"))
    a.content = spans_of({left.end, cue.group.begin}), a.rule = "object before the verb";
  if (a.content.empty() && (frame(cue, "say") || (grammar_.is_slavic && frame(cue, "show"))) &&
      points_back_)  // Про це повідомили …
    if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.rule = "the sentence before";
  if (grammar_.is_slavic) take_own_object(cue, a), cut_contrast(cue, a);
  if (grammar_.is_slavic && inverted && a.content.empty() && frame(cue, "say")) {
    a.content = slavic_topic(cue);
    if (!a.content.empty()) a.rule = "what the clause puts first";
  }
  if (a.content.empty() && stop >= size_ - 1 && !after_quote && frame(cue, "say")) a.rule = "bare cue";
  if (a.content.empty() && text_.language == "en" && stop >= size_ - 1) read_second_source(cue, a);
  if (a.content.empty() && a.act == Act::kConfirm && text_.language == "en" && !out_.empty() && stop >= size_ - 1)
    a.content = out_.back().content;  // X said so, and her deputy agreed
  if (a.content.empty() && (text_.language == "en" || frame(cue, "bare")) && a.act == Act::kDeny &&
      at(cue.unit).token_end > at(cue.unit).token + 1)
    a.content = {{text_.tokens[at(cue.unit).token + 1].begin, at(cue.unit).span.end}};  // protested her innocence
  if (a.content.empty() && a.rule != "bare cue") return;
  if (text_.language == "en" && !frame(cue, "np") && !has_detail(cue.unit, "show") &&
      (that || form_of(a.content) == Form::kDirect || text_.tokens[at(cue.unit).token_end - 1].fold == "that"))
    a.is_strong = true;
  if (text_.language == "en" &&
      (is_thing_claimed(cue, after, a) || lacks_claim(cue, after) || tells_a_deed(cue, after, a)))
    return;
  if (after_relative &&
      (text_.language == "fr" || text_.language == "es"))  // le groupe, qui nie toute implication, a …
    for (int comma = after; comma < size_; ++comma) {
      if (!is_comma_mark(at(comma).mark) || comma == after || a.content.front().begin >= at(comma).span.begin) continue;
      std::erase_if(a.content, [&](const Span& span) { return span.begin >= at(comma).span.begin; });
      a.content.back().end = std::min(a.content.back().end, at(comma - 1).span.end);
      break;
    }
  const bool set_off = text_.language == "en" && cue.group.begin > 1 &&
                       (is_relative(cue.group.begin - 1) ? is_comma_mark(at(cue.group.begin - 2).mark)
                                                         : fold(cue.unit).ends_with("ing") && left.empty() &&
                                                               is_comma_mark(at(cue.group.begin - 1).mark));
  if (set_off) {  // which denies the allegations, has hired lawyers
    const bool relative = is_relative(cue.group.begin - 1);
    int comma = after;
    while (comma < size_ &&
           !(is_comma_mark(at(comma).mark) &&
             (relative || (comma + 1 < size_ && (at(comma + 1).is(Kind::kCue) || at(comma + 1).is(Kind::kAuxiliary))))))
      ++comma;
    if (comma < size_ && comma > after && a.content.front().begin < at(comma).span.begin) {
      std::erase_if(a.content, [&](const Span& span) { return span.begin >= at(comma).span.begin; });
      a.content.back().end = std::min(a.content.back().end, at(comma - 1).span.end);
    }
  }
  // Asked about the payments, she shrugged: what was asked is nothing that she says
  if (text_.language == "en" && a.act == Act::kAssert && size_ > 2 && !a.content.empty() &&
      a.content.front().begin == at(0).span.begin && at(0).quote < 0 &&
      (fold(0) == "asked" || fold(0) == "pressed" || fold(0) == "questioned" || fold(0) == "speaking"))
    return;
  if (text_.language == "de" && a.content.size() == 1 && text_.view(a.content[0]) == "anders" && a.act == Act::kAssert)
    return;  // erinnert sich anders: what follows says how
  // said it did not comment
  if (a.act == Act::kAssert && !a.content.empty()) {
    for (const Cue& other : cues_) {
      const uint32_t at_byte = at(other.unit).span.begin;
      const bool no_comment = text_.language == "en" && act_of(*other.lexeme) == Act::kDecline &&
                              text_.view(at(other.unit).span).ends_with("comment");  // said she would not comment
      if (other.unit <= cue.unit || !(other.negated || no_comment) || at_byte < a.content.front().begin ||
          at_byte > a.content.front().end)
        continue;
      if (no_comment && at(other.group.begin).span.begin < a.content.front().begin + 24) a.is_withheld_comment = true;
      if (!has_word(other.lexeme->detail, "only") && !has_word(other.lexeme->detail, "comment") &&
          !(text_.language == "fr" && has_detail(other.unit, "only") && has_stop(other.unit, "comment")))
        continue;
      if (text_.language == "en" && fold(other.unit) == "know" && at(other.unit).quote >= 0)
        continue;  // “I did not know”
      if (at(other.group.begin).span.begin < a.content.front().begin + 24) a.is_withheld_comment = true;
    }
  }
  // Der Vorwurf Washingtons belastet die Verhandlungen: claims accuse nobody
  if (text_.language == "de" && a.act == Act::kAccuse && !inverted && left.size() > 1 &&
      at(left.begin).is(Kind::kDeterminer) && has_stop(left.begin + 1, "saying") && !is_speaker_noun(left.begin + 1))
    return;
  if (const int said = reported_behind_colon(cue, a); said > 0) {
    int end = size_;
    while (end > said && is_terminal_mark(at(end - 1).mark)) --end;
    a.content = spans_of({said, end});
  }
  if (a.act == Act::kRequest && asks_in_words(a)) a.act = Act::kAsk;
  if (is_petition(a) || is_questioning(a, after) || is_anonymity(a)) return;
  // Суд признал директора виновным: a verdict on somebody, and nothing that is granted
  if (grammar_.is_slavic && a.act == Act::kConfirm && !that && !inverted)
    for (int i = after; i < stop; ++i)
      if (at(i).is_word() && (fold(i).starts_with("виновн") || fold(i).starts_with("винн") ||
                              fold(i).starts_with("невиновн") || fold(i).starts_with("невинн")))
        return;
  // Об аресте объявили в среду, оголосили заочно в середу: when, and not what
  if (grammar_.is_slavic && a.act == Act::kAssert && a.form != Form::kDirect && a.content.size() == 1 && after < stop &&
      a.content.front().begin == at(after).span.begin && !that && only_time({after, stop}))
    return;
  cut_main_clause(cue, a);
  const int joint_unit = chunk - 1;
  a.is_nested =
      joint_unit >= 0 && (at(joint_unit).is(Kind::kThat) || (text_.language == "en" && is_relative(joint_unit)));
  finish(a, cue);
  if (said_noun >= 0 && !out_.empty()) out_.back().cue = {at(cue.unit).span.begin, at(said_noun).span.end};
}

}  // namespace cordon::reading
