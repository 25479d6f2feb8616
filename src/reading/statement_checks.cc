// Steps of the plain statement: which act it is in the end, and whether it is one.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

// The act by what is said: calling something false denies it, asking back asks. True: nothing was said.
bool SentenceReader::settle_act(const Cue& cue, Attribution& a, Statement& s) {
  if (text_.language == "en" && fold(cue.unit).starts_with("ask") && a.act == Act::kRequest &&
      (s.after_quote || (s.inverted && !a.content.empty() && a.content.front().begin < cue_begin(cue))))
    a.act = Act::kAsk;  // “For what?” he asked; Had he read it, asked the judge
  if (text_.language == "en" && fold(cue.unit).starts_with("ask") && a.act == Act::kRequest && !s.after_quote &&
      s.after < size_ && at(s.after).is(Kind::kWhether) && !a.content.empty() &&
      a.content.front().begin == at(s.after).span.begin)
    a.act = Act::kAsk;  // asked his contact whether the drums had come
  // le juge « absurde », lo tacha de «montaje»: it is called so
  if (a.act == Act::kAssert && !a.content.empty() && object_pronoun(cue) >= 0 &&
      (frame(cue, "call") || has_detail(cue.unit, "judge")) && names_falsehood(a.content))
    a.act = Act::kDismiss;
  if (text_.language == "de" && a.act == Act::kAssert && !a.content.empty() &&
      (s.last == "von" || (!cue.middle.empty() && fold(cue.after - 1).starts_with("von"))) &&
      speaks_of_falsehood(s.after, s.stop))
    a.act = Act::kDismiss;
  // Прокуратура подозревает директора в растрате, but: подозревает, что …
  if (grammar_.is_slavic && has_detail(cue.unit, "suspect") && !s.that && !s.nothing_right)
    if (const Range of = slavic_accused({s.after, clause_end(s.after, cue)}); !of.empty()) {
      a.act = Act::kAccuse;
      a.addressee = speaker_span({s.after, of.begin});
      a.content = spans_of(of);
    }
  if (a.act == Act::kAccuse && has_stop(cue.unit, "blames") && has_claim_first(s.after, s.stop)) a.act = Act::kDismiss;
  if (a.act == Act::kDismiss && text_.language == "en")  // brushed off a question
    for (int i = s.after; i < size_ && i < s.after + 3; ++i)
      if (fold(i) == "question" || fold(i) == "questions" || fold(i) == "enquiry" || fold(i) == "enquiries")
        a.act = Act::kDecline;
  if (cue.negated && text_.language == "en" && has_stop(cue.unit, "belief") && s.stop == s.after + 1 &&
      has_stop(s.after, "whom"))
    return true;  // does not believe him
  if (frame(cue, "asked") && (out_.empty() || out_.back().act != Act::kAsk))
    return true;  // hung up, and nobody had asked
  if (text_.language == "en" && a.act == Act::kAsk && !s.after_quote && s.stop == s.after + 1 &&
      at(s.after).is(Kind::kAnaphor) && a.content.size() == 1 && a.content.front() == at(s.after).span)
    return true;  // after the police first asked about it
  if (text_.language == "en" && a.act == Act::kDecline && s.stop + 2 < size_ && is_comma_mark(at(s.stop).mark) &&
      !at(s.stop + 1).is(Kind::kConjunction) && is_said_of_refusal(cue, s.stop))
    return true;  // Kyiv had not replied, he said
  if (is_in_when_clause(cue, a, s.left)) return true;
  if (text_.language == "en" && a.content.size() == 1 && text_.view(a.content.front()) == "to")
    return true;  // told it to
  if (frame(cue, "manner") && form_of(a.content) == Form::kIndirect &&
      (a.rule == "subject of the clause before" || s.left.empty()))
    return true;  // The owner, asked about it, laughed
  if (frame(cue, "counter") && (frame(cue, "say") || form_of(a.content) == Form::kDirect))
    a.is_counter = true;  // widerspricht: „…“
  return false;
}

// Того, что груз ушёл, X не отрицает; que le navire soit parti, il ne le nie pas: a clause that stands before the comma
// at `joint`, with the word that points to it.
bool SentenceReader::is_clause_put_first(int first, int joint) const {
  if (joint >= size_ || joint - first < 3 || !is_comma_mark(at(joint).mark)) return false;
  if (text_.language == "fr" || text_.language == "es") return fold(first) == "que" && at(first).is(Kind::kThat);
  if (!grammar_.is_slavic || !is_comma_mark(at(first + 1).mark) || !at(first + 2).is(Kind::kThat)) return false;
  for (const std::string_view pointer : {"того", "то", "тому", "те", "tego", "temu", "to"})
    if (fold(first) == pointer) return true;
  return false;
}

// What is refused: the question that was asked, or the refusal itself. True: nothing in particular is withheld.
bool SentenceReader::settle_refusal(const Cue& cue, Attribution& a, Statement& s) {
  if (a.act == Act::kDecline) {
    // declined to answer: the question that was asked
    size_t words = 0;
    for (int i = s.after; i < s.stop; ++i) words += at(i).is_word();
    const int first = segment_begin(s.chunk);
    // Сколько фирма заплатила, X назвать отказался: the infinitive is of the verb, the question what is refused
    const bool bare_infinitive = grammar_.is_slavic && s.fronted.size() == 1 && s.joint > first &&
                                 is_comma_mark(at(s.joint).mark) && at(first).is(Kind::kWhether) &&
                                 text_.view(s.fronted[0]).find(' ') == std::string_view::npos;
    if (is_clause_put_first(first, s.joint)) {
      a.content = spans_of({first, s.joint});
    } else if (!s.fronted.empty() && !bare_infinitive) {
      a.content = s.fronted;
    } else if (words <= 2 && s.joint > first && is_comma_mark(at(s.joint).mark) &&
               (at(first).is(Kind::kWhether) || asks_behind_preposition(first)) &&
               !(text_.language == "en" && fold(first) == "when" && s.joint - first <= 4) &&
               !has_cue_between(first, s.joint)) {  // Who had paid for it, he preferred not to say.
      a.content = spans_of({first, s.joint});
    } else if (words <= 2 && !out_.empty() && out_.back().act == Act::kAsk) {
      a.content = out_.back().content;
    } else if (words == 0 && grammar_.is_wide && s.joint > first + 1 && is_comma_mark(at(s.joint).mark) &&
               has_stop(first, "about") && !has_cue_between(first + 1, s.joint - 1)) {  // 至于买家是谁，他不予透露
      a.content = spans_of({first + 1, s.joint});
    } else if (a.content.empty() && !cue.middle.empty() && grammar_.verb_first) {  // ورفض متحدث التعليق
      a.content = {{text_.tokens[at(cue.unit).gap_begin].begin, text_.tokens[at(cue.unit).gap_end - 1].end}};
    } else if (a.content.empty()) {
      int from = cue.group.begin;  // 在声明中拒绝置评: where it was said is no part of it
      while (grammar_.is_wide && from < cue.unit && at(from).is(Kind::kAdverb) && fold(from) == "在") ++from;
      a.content = {grammar_.is_slavic ? cue_words(cue) : Span{at(from).span.begin, at(cue.unit).span.end}};
      if (at(cue.unit).gap_end > 0 && frame(cue, "gap"))  // äußerte sich bislang nicht
        a.content = {{at(cue.unit).span.begin, text_.tokens[at(cue.unit).gap_end - 1].end}};
    }
  }
  // «…», dijo X, sin dar más detalles: nothing in particular is withheld
  if (a.act == Act::kDecline && frame(cue, "part") && s.stop == s.after && text_.language != "en" &&
      !a.content.empty() && (text_.language == "de" || text_.language == "fr" || text_.language == "es"))
    return true;
  bool neither = false;
  for (uint32_t t = at(cue.group.begin).token; t < at(cue.unit).token_end && text_.language == "en"; ++t)
    neither = neither || text_.tokens[t].fold == "nor";
  if (a.act == Act::kDecline && a.content.size() == 1 && !neither) {  // did not explicitly refute it
    for (int i = s.after; i < size_ && i <= s.after && cue.middle.empty() && !grammar_.verb_first; ++i)
      if (at(i).is(Kind::kAnaphor) && !at(i).is(Kind::kClaimNoun) && at(i).span.end >= a.content[0].end)
        a.content[0].begin = at(cue.group.begin).span.begin, a.points_back = true;
  }
  return false;
}

// Where nothing stands beside the verb: what a preposition puts first, what was said before. True: nothing was said.
bool SentenceReader::find_content_elsewhere(const Cue& cue, Attribution& a, Statement& s) {
  // Vor einem Generalverdacht warnt der Verband: what a preposition puts before the verb
  if (a.content.empty() && s.inverted && text_.language == "de" && !s.tail_able && a.act != Act::kAssert &&
      (s.stop >= size_ || is_boundary(s.stop))) {
    int begin = cue.group.begin;
    while (begin > 0 && !is_boundary(begin - 1) && !at(begin - 1).is(Kind::kConjunction)) --begin;
    if (begin < cue.group.begin && at(begin).is(Kind::kPreposition) && !only_time({begin, cue.group.begin})) {
      a.content = spans_of({begin, cue.group.begin});
      a.rule = "object before the verb";
    }
  }
  // 韩国外交部对报告表示关切，促请各国 …: what it is about stands before the verb
  if (a.content.empty() && grammar_.is_wide && frame(cue, "say") && !s.left.empty() &&
      s.left.end + 1 < cue.group.begin && has_stop(s.left.end, "about of verb"))
    a.content = spans_of({s.left.end, cue.group.begin}), a.rule = "object before the verb";
  if (a.content.empty() && (frame(cue, "say") || (grammar_.is_slavic && frame(cue, "show"))) &&
      points_back_)  // Про це повідомили …
    if (const Span span = before_sentence(); !span.empty()) a.content = {span}, a.rule = "the sentence before";
  if (grammar_.is_slavic) take_own_object(cue, a), cut_contrast(cue, a);
  if (grammar_.is_slavic && s.inverted && a.content.empty() && frame(cue, "say")) {
    a.content = slavic_topic(cue);
    if (!a.content.empty()) a.rule = "what the clause puts first";
  }
  // Les douanes l’ont confirmé lundi: what was just said
  if (a.content.empty() && a.act == Act::kConfirm && object_pronoun(cue) >= 0 && !s.after_quote) {
    a.rule = "object before the verb";
    if (!out_.empty() && !out_.back().content.empty())
      a.content = out_.back().content;
    else if (const Span span = before_sentence(); !span.empty())
      a.content = {span}, a.points_back = true;
  }
  if (a.content.empty() && s.stop >= size_ - 1 && !s.after_quote && frame(cue, "say")) a.rule = "bare cue";
  if (a.content.empty() && text_.language == "en" && s.stop >= size_ - 1) read_second_source(cue, a);
  if (a.content.empty() && a.act == Act::kConfirm && text_.language == "en" && !out_.empty() && s.stop >= size_ - 1)
    a.content = out_.back().content;  // X said so, and her deputy agreed
  if (a.content.empty() && (text_.language == "en" || frame(cue, "bare")) && a.act == Act::kDeny &&
      at(cue.unit).token_end > at(cue.unit).token + 1)
    a.content = {{text_.tokens[at(cue.unit).token + 1].begin, at(cue.unit).span.end}};  // protested her innocence
  if (a.content.empty() && a.rule != "bare cue") return true;
  return false;
}

// Cuts what is said where the sentence goes on about who says it. True: nothing was said.
bool SentenceReader::cut_content(const Cue& cue, Attribution& a, Statement& s) {
  if (text_.language == "en" && !frame(cue, "np") && !has_detail(cue.unit, "show") &&
      (s.that || form_of(a.content) == Form::kDirect || text_.tokens[at(cue.unit).token_end - 1].fold == "that"))
    a.is_strong = true;
  if (text_.language == "en" &&
      (is_thing_claimed(cue, s.after, a) || lacks_claim(cue, s.after) || tells_a_deed(cue, s.after, a)))
    return true;
  if (s.after_relative &&
      (text_.language == "fr" || text_.language == "es"))  // le groupe, qui nie toute implication, a …
    for (int comma = s.after; comma < size_; ++comma) {
      if (!is_comma_mark(at(comma).mark) || comma == s.after || a.content.front().begin >= at(comma).span.begin)
        continue;
      std::erase_if(a.content, [&](const Span& span) { return span.begin >= at(comma).span.begin; });
      a.content.back().end = std::min(a.content.back().end, at(comma - 1).span.end);
      break;
    }
  const bool set_off = text_.language == "en" && cue.group.begin > 1 &&
                       (is_relative(cue.group.begin - 1) ? is_comma_mark(at(cue.group.begin - 2).mark)
                                                         : fold(cue.unit).ends_with("ing") && s.left.empty() &&
                                                               is_comma_mark(at(cue.group.begin - 1).mark));
  if (set_off) {  // which denies the allegations, has hired lawyers
    const bool relative = is_relative(cue.group.begin - 1);
    int comma = s.after;
    while (comma < size_ &&
           !(is_comma_mark(at(comma).mark) &&
             (relative || (comma + 1 < size_ && (at(comma + 1).is(Kind::kCue) || at(comma + 1).is(Kind::kAuxiliary))))))
      ++comma;
    if (comma < size_ && comma > s.after && a.content.front().begin < at(comma).span.begin) {
      std::erase_if(a.content, [&](const Span& span) { return span.begin >= at(comma).span.begin; });
      a.content.back().end = std::min(a.content.back().end, at(comma - 1).span.end);
    }
  }
  // Asked about the payments, she shrugged: what was asked is nothing that she says
  if (text_.language == "en" && a.act == Act::kAssert && size_ > 2 && !a.content.empty() &&
      a.content.front().begin == at(0).span.begin && at(0).quote < 0 &&
      (fold(0) == "asked" || fold(0) == "pressed" || fold(0) == "questioned" || fold(0) == "speaking")) {
    if (!has_stop(cue.unit, "wordless") || out_.empty() || out_.back().act != Act::kAsk) return true;
    a.act = Act::kDecline;
    a.content = out_.back().content;
  }
  if (text_.language == "de" && a.content.size() == 1 && text_.view(a.content[0]) == "anders" && a.act == Act::kAssert)
    return true;  // erinnert sich anders: what follows says how
  return false;
}

// What is said may be a refusal told as such, a petition, a verdict on somebody, a date. True: then nothing is said.
bool SentenceReader::is_no_statement(const Cue& cue, Attribution& a, Statement& s) {
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
  if (text_.language == "de" && a.act == Act::kAccuse && !s.inverted && s.left.size() > 1 &&
      at(s.left.begin).is(Kind::kDeterminer) && has_stop(s.left.begin + 1, "saying") &&
      !is_speaker_noun(s.left.begin + 1))
    return true;
  if (const int said = reported_behind_colon(cue, a); said > 0) {
    int end = size_;
    while (end > said && is_terminal_mark(at(end - 1).mark)) --end;
    a.content = spans_of({said, end});
  }
  if (a.act == Act::kRequest && asks_in_words(a)) a.act = Act::kAsk;
  if ((!s.out_of_place && is_petition(a)) || is_questioning(a, s.after) || is_anonymity(a)) return true;
  // Суд признал директора виновным: a verdict on somebody, and nothing that is granted
  if (grammar_.is_slavic && a.act == Act::kConfirm && !s.that && !s.inverted)
    for (int i = s.after; i < s.stop; ++i)
      if (at(i).is_word() && (fold(i).starts_with("виновн") || fold(i).starts_with("винн") ||
                              fold(i).starts_with("невиновн") || fold(i).starts_with("невинн")))
        return true;
  // Об аресте объявили в среду, оголосили заочно в середу: when, and not what
  if (grammar_.is_slavic && a.act == Act::kAssert && a.form != Form::kDirect && a.content.size() == 1 &&
      s.after < s.stop && a.content.front().begin == at(s.after).span.begin && !s.that && only_time({s.after, s.stop}))
    return true;
  return false;
}

}  // namespace cordon::reading
