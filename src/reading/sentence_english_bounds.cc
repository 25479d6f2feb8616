// Where what is said begins and ends in English: whom it was told, what belongs to a source and is no part of what it
// says, and the claim of another that a denial names.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

// which told this paper that …; one of whom put it at weeks; whose director …: does a relative clause begin at `i`?
bool SentenceReader::opens_english_relative(int i) const {
  if (i < 0 || i >= size_ || !at(i).is_word()) return false;
  const auto relative = [&](int k) {
    const std::string_view word = fold(k);
    return word == "which" || word == "who" || word == "whom" || word == "whose" || word == "where";
  };
  if (relative(i)) return true;
  if (last_fold(i) == "of" && i + 1 < size_) return relative(i + 1);  // one of
  return i + 2 < size_ && fold(i + 1) == "of" && relative(i + 2);
}

// The ship sank, according to the registry, which is kept in Oslo: behind the relative clause on a source, whose comma
// stands at `comma`; `comma` where there is none.
int SentenceReader::behind_source_clause(int comma) const {
  if (text_.language != "en" || comma + 1 >= size_ || !is_comma_mark(at(comma).mark) ||
      !opens_english_relative(comma + 1))
    return comma;
  for (int i = comma + 2; i + 2 < size_; ++i) {
    if (is_semicolon_mark(at(i).mark)) return i;
    if (is_comma_mark(at(i).mark) && !has_cue_between(comma + 1, i)) return i;
  }
  return size_;
}

// warned her superiors about the orders, asked his contact whether he had paid, would not tell me whose they were:
// where what is said begins behind whom it was said to; `begin` where nobody stands there.
int SentenceReader::behind_addressee(const Cue& cue, int begin) const {
  if (text_.language != "en") return begin;
  const Act act = act_of(*cue.lexeme);
  const bool asks = act == Act::kRequest && fold(cue.unit).starts_with("ask");
  const bool withholds = act == Act::kDecline && text_.tokens[at(cue.unit).token_end - 1].fold == "tell";
  if (act != Act::kWarn && !asks && !withholds) return begin;
  for (int i = begin; i < size_ && i < begin + 10 && at(i).is_word(); ++i) {
    if (at(i).is(Kind::kAuxiliary) && !at(i).is(Kind::kPronoun)) return begin;
    if (i > begin && has_cue_between(i, i + 1) && !is_speaker_noun(i)) return begin;
    const std::string_view word = fold(i);
    if (word == "to" && asks) return begin;  // asked the minister to protect those who refuse
    const bool opens = asks || withholds ? i > 0 && (fold(i) == "if" || opens_told_question(i))
                                         : word == "about" || word == "of" || word == "against" || word == "over";
    if (!opens || i == begin) continue;
    const bool pronoun = i == begin + 1 && (has_stop(begin, "whom") || at(begin).is(Kind::kPronoun));
    if (!pronoun && !speaks({begin, i}) && !at(begin).is(Kind::kPossessive)) return begin;
    if (word != "of") return i;
    for (int k = i + 1; k < size_ && !is_boundary(k); ++k)  // warned the price of oil would rise
      if (at(k).is(Kind::kAuxiliary) && !at(k).is(Kind::kPronoun)) return begin;
    return i;
  }
  return begin;
}

// Asked by shareholders about the loan, …: who asks stands behind "by", units [by, end), and then what about. Returns
// whether it is said what was asked.
bool SentenceReader::take_asker(int by, int end, Attribution& a) const {
  int about = by + 1;
  while (about < end && !at(about).is(Kind::kWhether) && fold(about) != "about" && fold(about) != "for" &&
         fold(about) != "over" && !(fold(about) == "on" && about + 1 < end && !at(about + 1).is(Kind::kTime)))
    ++about;
  const Range asker = trimmed({by + 1, about});
  if (about + 1 >= end || asker.empty() || !speaks(asker)) return false;
  a.speaker = speaker_span(asker);
  a.content = spans_of({about, end});
  a.rule = "asked, with the asker";
  return true;
}

// A laboratory report by the institute finds …: is the word at unit `i`, which has the form of a verb without an
// ending, the noun of a phrase with "a" or "an"?
bool SentenceReader::is_base_noun(int i) const {
  const std::string_view word = fold(i);
  if (i < 1 || at(i).token_end > at(i).token + 1 || word.ends_with("ed") || word.ends_with("ing")) return false;
  if (word.ends_with("s") && !word.ends_with("ss")) return false;
  for (int k = i - 1; k >= 0 && k + 5 > i && at(k).is_word(); --k) {
    if (fold(k) == "a" || fold(k) == "an") return true;
    if (is_function(k) || at(k).is(Kind::kCue) || fold(k) == "'s") return false;
  }
  return false;
}

// Its chairman, Sven Dahl, was blunter: where the name between the commas ends that stands at `comma` before `limit`;
// `comma` where none stands there.
int SentenceReader::apposed_name_end(int comma, int limit) const {
  if (comma + 2 >= limit || !is_comma_mark(at(comma).mark)) return comma;
  int end = comma + 1;
  while (end < limit && (is_name(end) || at(end).is(Kind::kTitle))) ++end;
  return end > comma + 1 && end + 1 < limit && is_comma_mark(at(end).mark) ? end : comma;
}

// “…,” said one rival, said the mate, and shrugged: an article and a noun behind a quotation, whatever the noun.
bool SentenceReader::is_any_noun(Range range) const {
  if (text_.language != "en" || range.size() < 2 || range.size() > 6) return false;
  const Unit& article = at(range.begin);
  if (!article.is(Kind::kDeterminer) && !article.is(Kind::kPossessive)) return false;
  if (at(range.begin).is(Kind::kThat) || fold(range.begin) == "no") return false;
  for (int i = range.begin + 1; i < range.end; ++i) {
    if (!at(i).is_word() || at(i).is(Kind::kTime) || at(i).is(Kind::kClaimNoun) || at(i).is(Kind::kAuxiliary))
      return false;
    if (at(i).is(Kind::kPreposition)) return i > range.begin + 1;
  }
  return true;
}

// the next day, two days later, a week before, that evening: nothing but when it was.
bool SentenceReader::is_when(Range range) const {
  if (text_.language != "en" || range.empty() || range.size() > 5) return false;
  bool time = false;
  for (int i = range.begin; i < range.end; ++i) {
    if (!at(i).is_word()) return false;
    const bool unit = at(i).is(Kind::kTime) || has_stop(i, "time");
    time = time || unit;
    if (!unit && !at(i).is(Kind::kDeterminer) && !text_.tokens[at(i).token].is_number && !has_stop(i, "time after") &&
        !has_stop(i, "time lead"))
      return false;
  }
  return time;
}

// says the message is fake, and has filed a complaint: where a second verb of who speaks begins behind its comma, with
// the "has" that what is said has not; `end` where none does.
int SentenceReader::before_own_deed(int begin, int end) const {
  bool has = false;
  for (int i = begin; i + 3 < end; ++i) {
    if (at(i).quote >= 0) return end;
    has = has || fold(i) == "has" || fold(i) == "have";
    if (has || !is_comma_mark(at(i).mark) || fold(i + 1) != "and") continue;
    if (fold(i + 2) == "has" || fold(i + 2) == "have") return i;
  }
  return end;
}

// Kyiv had not replied, he said; did not reply, and its spokesman said …: behind the comma of a refusal at unit `comma`
// stands who tells of it, or another statement.
bool SentenceReader::is_said_of_refusal(const Cue& cue, int comma) const {
  if (!cue.negated && act_of(*cue.lexeme) != Act::kDecline) return false;
  if (comma + 2 >= size_) return false;
  if (at(comma + 1).is(Kind::kConjunction)) return true;
  for (const Cue& other : cues_)
    if (other.unit > comma + 1)
      return frame(other, "say") && other.group.begin <= comma + 8 && ends_there(other) &&
             speaks({comma + 1, other.group.begin});
  return false;
}

// said nothing would change: "nothing" is the subject of what is said, and no refusal.
bool SentenceReader::is_nothing_subject(const Cue& cue) const {
  return text_.language == "en" && act_of(*cue.lexeme) == Act::kDecline && last_fold(cue.unit) == "nothing" &&
         at(cue.unit).token_end == at(cue.unit).token + 2 && cue.after < size_ && is_finite(cue.after);
}

// wrote to the company, which replied that …: where the relative clause on whom it was written to begins; `end` where
// none does.
int SentenceReader::before_addressee_clause(int begin, int end) const {
  if (begin + 1 >= size_ || fold(begin) != "to") return end;
  for (int i = begin + 1; i + 1 < end && at(i - 1).is_word(); ++i)
    if (is_comma_mark(at(i).mark)) return opens_english_relative(i + 1) ? i : end;
  return end;
}

// denies wrongdoing and plans to appeal, rejected the finding and has sued: where a second verb of who speaks begins
// behind "and" and an object that is no clause; `end` where none does.
int SentenceReader::before_second_deed(int begin, int end) const {
  if (text_.language != "en") return end;
  for (int i = begin; i + 2 < end && !is_boundary(i); ++i) {
    const Unit& unit = at(i);
    if (unit.is(Kind::kThat) || has_stop(i, "nominative") || is_relative(i) || unit.is(Kind::kAuxiliary)) return end;
    if (i == begin || fold(i) != "and" || !at(i + 1).is_word() || at(i + 1).is_capital) continue;
    if (at(i + 1).is(Kind::kAuxiliary) || (fold(i + 2) == "to" && has_stop(i + 1, "plans"))) return i;
    const bool takes = at(i + 2).is(Kind::kDeterminer) || at(i + 2).is(Kind::kPossessive) || has_stop(i + 2, "whom") ||
                       at(i + 1).token_end > at(i + 1).token + 1;  // sent a
    if (takes && ((fold(i + 1).ends_with("ed") && fold(i + 1).size() > 4) || has_stop(i + 1, "carries"))) return i;
  }
  return end;
}

// The fund sold its stake after the council advised it to: what stands before the clause of when or why is nothing that
// its subject, units `left`, says. Not: …, as the council advised.
bool SentenceReader::is_in_when_clause(const Cue& cue, const Attribution& a, Range left) const {
  if (text_.language != "en" || left.begin < 1 || left.begin >= cue.group.begin || a.content.empty()) return false;
  const std::string_view opens = fold(left.begin - 1);
  if (opens != "after" && opens != "before" && opens != "until" && opens != "because" && opens != "once" &&
      opens != "since")
    return false;
  return a.content.front().end <= at(left.begin - 1).span.begin && a.content.size() == 1;
}

// denied on Sunday that …: where "that" stands behind nothing but a time; `begin` where none does.
int SentenceReader::before_that(int begin) const {
  if (text_.language != "en") return begin;
  for (int i = begin; i < size_ && i < begin + 7 && at(i).is_word(); ++i) {
    if (at(i).is(Kind::kThat)) return i > begin && !is_relative_that(i) ? i : begin;
    if (!at(i).is(Kind::kTime) && !at(i).is(Kind::kPreposition) && !at(i).is(Kind::kAdverb) &&
        !text_.tokens[at(i).token].is_number)
      return begin;
  }
  return begin;
}

// that a complaint was lodged in May, two weeks after the paper had asked: where the narrator's time behind a comma
// begins; `end` where none does.
int SentenceReader::before_time_clause(int begin, int end) const {
  if (text_.language != "en") return end;
  for (int i = begin + 2; i + 3 < end; ++i) {
    if (!is_comma_mark(at(i).mark)) continue;
    int k = i + 1;
    while (k < end && k < i + 6 && fold(k) != "after" && fold(k) != "before") ++k;
    if (k > i + 1 && k + 1 < end && k < i + 6 && is_when({i + 1, k})) return i;
  }
  return end;
}

// A laboratory report finds a high ratio: what a document finds is said, without a clause too.
bool SentenceReader::is_document_finding(const Cue& cue, Range speaker) const {
  if (text_.language != "en" || (fold(cue.unit) != "finds" && fold(cue.unit) != "found") || cue.be) return false;
  for (int i = speaker.begin; i < speaker.end && !at(i).is(Kind::kPreposition); ++i)
    if (at(i).is(Kind::kDocument)) return true;
  return false;
}

// rejected a suggestion by the group that the ship had leaked: the claim of another that a denial names is his too.
void SentenceReader::read_denied_claims() {
  if (text_.language != "en") return;
  for (size_t n = 0; n < out_.size(); ++n) {
    const Act answer = out_[n].act;
    if ((answer != Act::kDeny && answer != Act::kDismiss) || out_[n].content.size() != 1) continue;
    const Span object = out_[n].content.front();
    if (object.begin < out_[n].cue.end) continue;
    for (int i = 1; i + 3 < size_; ++i) {
      if (at(i).span.begin < object.begin || at(i).span.end > object.end || at(i).quote >= 0) continue;
      if (at(i).is(Kind::kThat)) break;
      if (!has_stop(i, "saying")) continue;
      int after = i + 1;
      const Range owner = english_owner(i, after);
      if (owner.empty() || owner.begin < i || after + 2 >= size_ || !at(after).is(Kind::kThat)) break;
      int end = after + 1;
      while (end < size_ && at(end).span.end <= object.end) ++end;
      Attribution a;
      a.sentence = number_;
      a.act = act_of_noun(i);
      a.speaker = speaker_span(owner);
      a.cue = at(i).span;
      a.content = spans_of({after, end});
      a.form = form_of(a.content);
      a.rule = "a claim that is denied";
      if (a.content.empty()) break;
      a.is_nested = true;
      out_.insert(out_.begin() + static_cast<std::ptrdiff_t>(n++), std::move(a));  // “he” is still who denies it
      break;
    }
  }
}

}  // namespace cordon::reading
