// English sentences that judge or refuse in their own ways: what X denies is …, finds the account laughable, without
// saying whether …, a verdict alone behind a label.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

// called it a lie, called the report a pack of lies: a verdict of several words.
bool SentenceReader::is_english_verdict(int i) const {
  return text_.language == "en" && std::ranges::any_of(at(i).lexemes, [](const Lexeme* lexeme) {
           return lexeme->kind == Kind::kStop && lexeme->value == "verdict" && lexeme->detail.empty();
         });
}

// her story, the bank's account: a word that says whose the claim is.
bool SentenceReader::is_english_possessor(int i) const {
  if (text_.language != "en" || !at(i).is_word()) return false;
  if (at(i).is(Kind::kPossessive) || fold(i) == "'s") return true;
  return (is_name(i) || is_speaker_noun(i)) && i + 1 < size_ && (fold(i + 1) == "'s" || is_name(i + 1));
}

// finds the explanation laughable, considers her account fiction: where the object and its verdict end; 0 where nothing
// is judged so.
int SentenceReader::judged_false(const Cue& cue, int after) const {
  if (text_.language != "en" || !has_stop(cue.unit, "judges") || cue.negated) return 0;
  bool claim = false, verdict = false;
  int i = after;
  for (; i < size_ && i < after + 10 && !is_boundary(i) && at(i).is_word(); ++i) {
    if (at(i).is(Kind::kThat) || is_finite(i) || (verdict && at(i).is(Kind::kPreposition))) break;
    const bool anaphor = at(i).is(Kind::kAnaphor) || (i == after && at(i).is(Kind::kPronoun));
    claim = claim || at(i).is(Kind::kClaimNoun) || has_stop(i, "stance") || (i == after && anaphor);
    verdict = claim && (at(i).is(Kind::kFalsehood) || is_english_verdict(i));
  }
  return verdict ? i : 0;
}

// …, customs data suggest. A document that shows it all, at the end of the sentence behind a comma.
bool SentenceReader::is_source_at_end(const Cue& cue) const {
  if (text_.language != "en" || cue.after < size_ - 1 || cue.negated) return false;
  if (cue.after < size_ && !is_terminal_mark(at(cue.after).mark)) return false;
  const Range subject = subject_left(cue);
  if (subject.empty() || !names_document(subject)) return false;
  int begin = subject.begin;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  return begin > 2 && is_comma_mark(at(begin - 1).mark) && !at(begin).is(Kind::kConjunction) &&
         !at(begin).is(Kind::kSubordinator) && !at(begin).is(Kind::kPreposition) && !is_relative(begin);
}

// Prices will fall, analysts warned us: whom alone, at the end of the sentence, behind what was said.
bool SentenceReader::is_whom_alone(const Cue& cue, const Statement& s) const {
  return text_.language == "en" && s.tail_able && !s.that && frame(cue, "say") && s.stop == s.after + 1 &&
         s.after < size_ && has_stop(s.after, "whom") && (s.stop >= size_ || is_terminal_mark(at(s.stop).mark));
}

// What he denies is the date; what the firm says is that …; all it would say was that …: the clause that stands for
// what is said, and behind "to be" what that is.
bool SentenceReader::read_what_cleft(const Cue& cue) {
  int begin = cue.group.begin;
  while (begin > 0 && !is_boundary(begin - 1) && !at(begin - 1).is(Kind::kConjunction)) --begin;
  int who = begin + 1;
  if (fold(begin) == "the" && begin + 2 < size_ && (fold(begin + 1) == "only" || fold(begin + 1) == "one") &&
      fold(begin + 2) == "thing")
    who = begin + 3;
  else if (fold(begin) != "what" && fold(begin) != "all")
    return false;
  if (who < cue.group.begin && (fold(who) == "that" || at(who).is(Kind::kAdverb))) ++who;
  const int be = cue.after;
  if (who >= cue.group.begin || cue.be || cue.negated || be + 1 >= size_ || !speaks({who, cue.group.begin}) ||
      has_cue_between(begin, cue.group.begin))
    return false;
  if (fold(be) != "is" && fold(be) != "was") return false;
  const Act act = act_of(*cue.lexeme);
  const int said = be + 1;
  const bool clause = at(said).is(Kind::kThat) || is_colon_mark(at(said).mark) || at(said).quote >= 0;
  const bool object = act != Act::kAssert && at(said).is_word() && !fold(said).ends_with("ed") &&
                      (at(said).is(Kind::kDeterminer) || at(said).is(Kind::kPossessive) || is_name(said) ||
                       fold(said).ends_with("ing") || fold(said) == "any");
  if (!clause && !(object && (frame(cue, "np") || frame(cue, "inf")))) return false;
  int end = clause_end(said, cue);
  for (int i = said + 1; i < end; ++i)
    if (is_colon_mark(at(i).mark)) end = i;  // what he contests is the reading: siding 14 is shared
  add_found(act, trimmed({who, cue.group.begin}), {cue.group.begin, cue.unit + 1}, spans_of({said, end}),
            "what X says is");
  return true;
}

// brushed the report aside, without saying that it was wrong; …, without denying it: who spoke before refuses to.
void SentenceReader::read_english_without() {
  for (int i = 2; i + 2 < size_ && !out_.empty(); ++i) {
    const Lexeme* verb = fold(i) == "without" && at(i + 1).is_word() ? at(i + 1).as(Kind::kCue) : nullptr;
    if (!verb || !fold(i + 1).ends_with("ing") || is_quoted(i)) continue;
    const Act act = act_of(*verb);
    const bool clause = at(i + 2).is(Kind::kThat) || at(i + 2).is(Kind::kWhether);
    const bool object = act == Act::kDeny && !is_boundary(i + 2);
    if ((act == Act::kAssert || act == Act::kConfirm) ? !clause : !object) continue;
    const Attribution* before = nullptr;
    for (const Attribution& a : out_)
      if (a.cue.end <= at(i).span.begin && a.act != Act::kAsk && !a.speaker.empty()) before = &a;
    if (!before) return;
    int end = i + 3;
    while (end < size_ && !is_comma_mark(at(end).mark) && !is_terminal_mark(at(end).mark) &&
           !is_semicolon_mark(at(end).mark))
      ++end;
    Attribution a;
    a.sentence = number_;
    a.act = Act::kDecline;
    a.speaker = before->speaker;
    a.cue = span_of({i, i + 2});
    a.content = spans_of({i + 2, end});
    a.form = form_of(a.content);
    a.rule = "without saying";
    for (Attribution& said : out_) cut_behind(said, a.cue.begin);
    if (!a.content.empty()) out_.push_back(std::move(a));
    return;
  }
}

// said it could not comment on the case: one refusal, in its own words.
void SentenceReader::drop_told_refusals() {
  std::vector<Attribution> kept;
  for (const Attribution& a : out_) {
    const bool told = a.act == Act::kDecline && std::any_of(out_.begin(), out_.end(), [&](const Attribution& other) {
                        return other.act == Act::kDecline && other.cue != a.cue && !other.content.empty() &&
                               other.content.front().begin <= a.cue.begin && other.content.back().end >= a.cue.end;
                      });
    if (!told) kept.push_back(a);
  }
  out_ = std::move(kept);
}

// The minister denied the report, Interfax said: a medium behind what another is said to say passes that on.
void SentenceReader::unwrap_medium_behind() {
  const auto is_medium = [&](const Span& span) {
    bool media = false;
    for (const Unit& unit : units_) {
      if (unit.span.begin < span.begin || unit.span.end > span.end) continue;
      if (unit.is(Kind::kOutlet) || unit.is(Kind::kMedia))
        media = true;
      else if (unit.is(Kind::kPerson) || unit.is(Kind::kSpokesman) || unit.is(Kind::kDocument))
        return false;
    }
    return media;
  };
  for (size_t i = 1; i < out_.size(); ++i) {
    const Attribution& outer = out_[i];
    if (outer.rule != "content, subject verb" || outer.act != Act::kAssert || outer.content.size() != 1 ||
        outer.content.front().end > outer.cue.begin || !is_medium(outer.speaker))
      continue;
    Attribution& inner = out_[i - 1];
    if (inner.speaker.empty() || !inner.medium.empty() || inner.speaker.begin != outer.content.front().begin ||
        inner.cue.end > outer.content.front().end)
      continue;
    inner.medium = outer.speaker;
    out_.erase(out_.begin() + static_cast<std::ptrdiff_t>(i--));
  }
}

// Ofori: Nonsense. We have …: is the first sentence behind a label a verdict and nothing else?
bool SentenceReader::is_bare_verdict(Range range) const {
  if (text_.language != "en" || range.size() > 9) return false;
  bool verdict = false;
  for (int i = range.begin; i < range.end; ++i) {
    if (!at(i).is_word()) {
      if (at(i).quote >= 0 || at(i).is_bracket || at(i).mark == U'?') return false;
      continue;
    }
    const bool judges = at(i).is(Kind::kFalsehood) || is_english_verdict(i);
    verdict = verdict || judges;
    if (!judges && !is_function(i) && !has_stop(i, "utter") && !fold(i).ends_with("ly")) return false;
    if (at(i).is(Kind::kNegation) && !judges) return false;
  }
  return verdict;
}

// It was never proved, stresses X, the mayor, that …: where "that" stands behind a description of who speaks and its
// comma; 0 where it does not.
int SentenceReader::that_behind_description(int begin) const {
  int comma = begin;
  while (comma < size_ && at(comma).is_word() && comma < begin + 9) ++comma;
  if (comma <= begin || comma + 2 >= size_ || !is_comma_mark(at(comma).mark)) return 0;
  return at(comma + 1).is(Kind::kThat) && is_description(begin, comma) ? comma + 1 : 0;
}

}  // namespace cordon::reading
