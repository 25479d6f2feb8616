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

// Le navire a livré du pétrole à Anvers : c’est ce que révèle X; …, es lo que sostiene X; …: así lo sostiene X: the
// mark behind what was just said; 0 where none stands before such words.
int SentenceReader::cleft_mark(const Cue& cue) const {
  if (text_.language != "fr" && text_.language != "es") return 0;
  int mark = cue.group.begin - 1;
  while (mark > 0 && !is_boundary(mark)) --mark;
  const int begin = mark + 1;
  if (mark < 2 || begin >= cue.group.begin || at(mark).quote >= 0 || has_cue_between(begin, cue.unit)) return 0;
  if (is_cleft(begin)) return mark;
  if (text_.language != "es" || !is_colon_mark(at(mark).mark) || begin + 3 < cue.group.begin) return 0;
  const std::string_view first = fold(begin), second = begin + 1 < cue.group.begin ? fold(begin + 1) : first;
  return (first == "así" && second == "lo") || first == "eso" || (first == "es" && second == "lo") ? mark : 0;
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
  if (range.size() > 2 && has_stop(range.begin, "quantity") && fold(range.begin + 1) == "de")
    range.begin += 2;  // sostienen dos de las fuentes
  // zwei mit der Sache vertraute Personen: what describes the noun stands before it
  if (text_.language == "de" && range.size() > 3 && at(range.begin + 1).is(Kind::kPreposition) &&
      !at(range.begin).is_capital && at(range.begin).is(Kind::kDeterminer) && at(range.end - 1).is(Kind::kPerson))
    return true;
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
  if (i + 1 < size_ && text_.language == "fr" && (fold(i) == "en" || fold(i) == "y" || is_clitic(i)) &&
      is_romance_infinitive(fold(i + 1), text_.language))
    ++i;  // assure en ignorer l’existence
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
                             : word == "把" || word == "将" || word == "也将";
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
  const bool relative =
      (before == "ما" || before == "الذی" || before == "التی" ||
       (cue.group.begin > 1 && is_arabic_matter(cue.group.begin - 1) && fold(cue.group.begin - 2).starts_with("وه"))) &&
      (fold(cue.unit).ends_with("ه") || fold(cue.unit).ends_with("ها"));
  if (!pointed && !relative) return false;
  const Range named = phrase_right(pointed ? cue.after + 1 : cue.after);
  if (named.empty() || !(speaks(named) || is_bare_arabic_name(named)) || at(named.begin).is(Kind::kPreposition))
    return false;
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
  // التقرير الأممي رجل الأعمال: an adjective in ي, before a noun of a person or body
  const bool of_kind = !is_speaker_noun(i) && (fold(i).ends_with("ی") || fold(i).ends_with("یة"));
  if (of_kind && (at(i + 1).is(Kind::kPerson) || at(i + 1).is(Kind::kCompany) || at(i + 1).is(Kind::kBody)))
    return true;
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
  // In passing, and nobody is said to ask:
  // وقال الوزير، ردا على سؤال، إن التحقيق لم ينته
  if (grammar_.verb_first && a.act == Act::kAsk && frame(cue, "bare") && cue.group.begin > 0 && cue.after < size_ &&
      is_comma_mark(at(cue.after).mark) && is_comma_mark(at(cue.group.begin - 1).mark))
    return;
  if (is_reported_behind(cue) || is_circumstance(cue)) return;
  if (is_described(cue) || read_romance_which(cue, a) || read_claim_relative(cue, a) || read_object_twice(cue, a))
    return;
  if (text_.language == "de" &&
      (read_german_which(cue, a) || read_german_quoted(cue, a) || read_german_passive(cue, a)))
    return;
  if (grammar_.verb_first && read_arabic_object_first(cue, a)) return;
  if (text_.language == "en" && is_reduced_passive(cue)) {
    if (a.act == Act::kAccuse) read_english_accused(cue, a);
    return;
  }
  Statement s;
  if (find_left(cue, a, s)) return;
  find_german_left(cue, s);
  find_left_place(cue, a, s);
  if (find_fronted(cue, a, s)) return;
  find_english_fronted(cue, a, s);
  if (is_left_nobody(cue, a, s)) return;
  find_joint(cue, s);
  take_slavic_pointer(cue, a, s);
  judge_left(cue, a, s);
  if (may_stand_right(cue, s) || find_right(cue, a, s) || trim_right(cue, a, s)) return;
  find_speaker(cue, a, s);
  find_whom(cue, a, s);
  if (name_speaker(cue, a, s) || name_french_on(cue, a, s) || is_no_speaker(cue, a, s) || settle_rule(cue, a, s))
    return;
  if (find_told(cue, a, s)) return;
  find_stop(cue, a, s);
  if (find_content(cue, a, s) || settle_act(cue, a, s) || settle_refusal(cue, a, s)) return;
  if (find_content_elsewhere(cue, a, s) || cut_content(cue, a, s) || is_no_statement(cue, a, s)) return;
  cut_main_clause(cue, a);
  const int joint_unit = s.chunk - 1;
  a.is_nested =
      joint_unit >= 0 && (at(joint_unit).is(Kind::kThat) || (text_.language == "en" && is_relative(joint_unit)));
  Attribution* said = finish(a, cue);
  if (said && s.said_noun >= 0) said->cue = {at(cue.unit).span.begin, at(s.said_noun).span.end};
}

}  // namespace cordon::reading
