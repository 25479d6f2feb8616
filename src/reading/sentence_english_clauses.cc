// What English sentences put beside a claim: names that hold a word of saying, requests for anonymity, asides between
// commas, relative clauses, a second source behind "and", where and through what it was said, datelines.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

// told the Evening Post that …: a word with a capital behind another, in a sentence that has no capitals throughout, is
// part of a name.
bool SentenceReader::is_part_of_name(int i) const {
  if (i == 0 || !at(i).is_capital || !at(i - 1).is_capital || !at(i - 1).is_word()) return false;
  if (is_function(i - 1) && !at(i - 1).is(Kind::kTime)) return false;
  if (is_speaker_noun(i - 1) && i == 1) return false;  // Minister Denies …
  int small = 0, capital = 0;
  for (int k = 0; k < size_; ++k) {
    if (!at(k).is_word() || is_function(k) || fold(k).size() < 4) continue;
    (at(k).is_capital ? capital : small) += 1;
  }
  return small > 0 && 2 * small >= capital;
}

// asked not to be named, declined to be identified, requested anonymity: what hides who speaks is nothing that he says.
bool SentenceReader::hides_name(const Cue& cue) const {
  if (text_.language != "en" || !frame(cue, "inf")) return false;
  if (text_.tokens[at(cue.unit).token_end - 1].fold == "identified") return true;
  int i = cue.after;
  bool be = false;
  for (; i < size_ && i < cue.after + 4; ++i) {
    const bool lead = fold(i) == "to" || fold(i) == "for" || fold(i) == "that" || at(i).is(Kind::kNegation) ||
                      at(i).is(Kind::kPossessive) || at(i).is(Kind::kAuxiliary);
    if (!lead) break;
    be = be || fold(i) == "be";
  }
  return i < size_ && has_stop(i, "anonymity") && (be || !fold(i).ends_with("ed"));
}

// in a statement posted on Telegram, in a report published on Monday: a participle that describes the document.
bool SentenceReader::is_released(int i) const {
  if (i < 3 || !fold(i).ends_with("ed") || !at(i - 1).is(Kind::kDocument) || i + 1 >= size_) return false;
  int k = i - 2;
  while (k > 0 && at(k).is_word() && !is_function(k) && i - k < 5) --k;
  return at(k).is(Kind::kDeterminer) && k > 0 && at(k - 1).is(Kind::kPreposition) && !at(i + 1).is(Kind::kThat) &&
         !at(i + 1).is(Kind::kDeterminer);
}

// nor would she be drawn on it, nor did the bank say when: the unit of "nor", if the verb group at unit `i` is the one
// that it turns round; else -1.
int SentenceReader::refusal_with_nor(int i) const {
  if (text_.language != "en") return -1;
  for (int k = i - 2; k >= 0 && i - k <= 8 && at(k + 1).is_word(); --k) {
    if (fold(k) != "nor") continue;
    return at(k + 1).is(Kind::kAuxiliary) && k + 2 < i && speaks({k + 2, i}) ? k : -1;
  }
  return -1;
}

// If confirmed, the shipments would breach the law, said X: between the commas stands a clause, and no description of
// who speaks.
bool SentenceReader::is_clause_aside(int begin, int end) const {
  for (int i = begin; i < end; ++i) {
    if (is_relative(i) || at(i).is(Kind::kSubordinator) || fold(i) == "whose") return false;
    if (i > begin && at(i).is(Kind::kAuxiliary) && !at(i).is(Kind::kPronoun) && !at(i).is_capital) return true;
    const Lexeme* be = i == begin ? at(i).as(Kind::kAuxiliary) : nullptr;  // its version is, says X, that …
    if (be && be->value == "be" && is_finite(i)) return true;
  }
  return false;
}

// The minister, when pressed, said …; the owner, reached by telephone, said …: set off by commas, how he came to speak.
bool SentenceReader::is_asked_aside(int begin, int end) const {
  if (text_.language != "en" || end - begin > 12) return false;
  int i = begin;
  while (i < end && (at(i).is(Kind::kSubordinator) || at(i).is(Kind::kAdverb))) ++i;
  return i < end && is_made_to_speak(i);
}

// The bank said, in a written reply, that …: behind the adverbial between the commas; `comma` + 1 where there is none.
int SentenceReader::behind_aside(int comma, bool tells) const {
  const int begin = comma + 1;
  if (text_.language == "en" && tells) {  // told a local paper, Aragats Lraber, that …
    int i = begin;
    while (i < size_ && i < begin + 5 && (is_name(i) || at(i).is(Kind::kTitle))) ++i;
    if (i > begin && i + 1 < size_ && is_comma_mark(at(i).mark)) return i + 1;
  }
  if (text_.language != "en" || begin >= size_ ||
      !(at(begin).is(Kind::kPreposition) || at(begin).is(Kind::kSubordinator) || at(begin).is(Kind::kAdverb) ||
        (begin + 1 < size_ && is_comma_mark(at(begin + 1).mark) && is_english_adverb(begin)) ||
        has_stop(begin, "made to speak")))
    return begin;
  for (int i = begin; i < size_ && i < begin + 12; ++i) {
    if (is_comma_mark(at(i).mark)) return i + 1 < size_ ? i + 1 : begin;
    if (is_boundary(i) || at(i).is(Kind::kAuxiliary)) break;
  }
  return begin;
}

// The Kremlin’s line has long been that …; her answer was simple: …: what somebody holds.
bool SentenceReader::read_stance() {
  for (int i = 1; i + 3 < size_; ++i) {
    if (!has_stop(i, "stance") || is_quoted(i)) continue;
    int after = i + 1;
    const Range owner = english_owner(i, after);
    if (owner.empty() || after >= size_ || !at(after).is(Kind::kAuxiliary)) continue;
    int k = after;
    bool be = false;
    for (; k < size_ && k < after + 6 && at(k).is_word() && !at(k).is(Kind::kThat); ++k) {
      if (at(k).is(Kind::kNegation)) return false;
      be = be || (at(k).is(Kind::kAuxiliary) && at(k).as(Kind::kAuxiliary)->value == "be");
    }
    if (!be || k + 1 >= size_) continue;
    const bool colon = is_colon_mark(at(k).mark);
    if (!colon && !(at(k).is(Kind::kThat) && is_function(k - 1))) continue;
    add_found(Act::kAssert, owner, {i, k}, spans_of({k + 1, size_}), "what somebody holds");
    return true;
  }
  return false;
}

// a report by the chemist X, who examined the stones and found …: who the relative clause is about that the conjunction
// goes on.
SentenceReader::Range SentenceReader::who_examined(int conjunction) const {
  if (at(conjunction).as(Kind::kConjunction)->value != "and") return {conjunction + 1, conjunction + 1};
  int k = conjunction - 1;
  while (k > 0 && !is_boundary(k)) --k;
  if (k > 0 && is_comma_mark(at(k).mark) && (fold(k + 1) == "who" || fold(k + 1) == "which"))
    if (const Range who = before_relative(k + 1); !who.empty()) return who;
  return {conjunction + 1, conjunction + 1};
}

// A senior official there, who was not authorised to speak, was blunter: the verb behind adverbs and a relative clause
// that follow the subject which ends before unit `i`.
int SentenceReader::behind_who_clause(int i, int end) const {
  while (i < end && at(i).is(Kind::kAdverb)) ++i;
  if (i + 2 >= end || !is_comma_mark(at(i).mark)) return i;
  const bool what = at(i + 1).is(Kind::kDeterminer) || at(i + 1).is(Kind::kPossessive);  // X, a trader, put it bluntly
  if (!what && !is_relative(i + 1) && fold(i + 1) != "whose") return i;
  int k = i + 2;
  while (k < end && !is_comma_mark(at(k).mark)) ++k;
  return k < end ? k + 1 : i;
}

// The court heard that …; …, the jury was told: what was said before a court, by whom is not said.
bool SentenceReader::read_heard() {
  for (int i = 1; i < size_; ++i) {
    if (!at(i).is_word() || at(i).is_capital || !(fold(i) == "heard" || fold(i) == "told") || is_quoted(i)) continue;
    if (fold(i) == "told" && fold(i - 1) != "was" && fold(i - 1) != "were") continue;
    const int last = fold(i) == "told" ? i - 2 : i - 1;
    if (last < 0) continue;  // Was told …: nobody stands before it
    int begin = last;
    while (begin > 0 && !is_boundary(begin - 1) && last - begin < 7) --begin;
    bool court = false;
    for (int k = begin; k <= last; ++k) court = court || has_stop(k, "hears");
    if (!court || last < begin) continue;
    std::vector<Span> content;
    const int next = i + 1;
    if (next < size_ && (at(next).is(Kind::kThat) || fold(next) == "how")) {
      int end = next;
      while (end < size_ && !is_terminal_mark(at(end).mark) && !is_semicolon_mark(at(end).mark)) ++end;
      content = spans_of({next, end});
    } else if (begin > 3 && is_comma_mark(at(begin - 1).mark) &&
               (next >= size_ || is_boundary(next) || at(next).is(Kind::kTime))) {
      content = spans_of({segment_begin(begin - 1), begin - 1});
    }
    if (content.empty()) continue;
    add_found(Act::kAssert, {}, {i, i + 1}, std::move(content), "said before a court");
    return true;
  }
  return false;
}

// the manager, named only as Lefteris, told …: a participle and what belongs to it.
bool SentenceReader::is_named_aside(int begin, int end) const {
  if (begin + 2 < end && at(begin).token_end == at(begin).token + 1 &&
      (fold(begin) == "first" || at(begin).is(Kind::kAdverb) || is_english_adverb(begin)))
    ++begin;  // first reported by a weekly
  if (text_.language != "en" || end - begin < 2 || end - begin > 12 || is_name(begin)) return false;
  const std::string_view word = fold(begin) == "first" ? last_fold(begin) : fold(begin);
  if (!(word.ends_with("ed") && word.size() > 4) && word != "known" && word != "seen" && word != "sent" &&
      word != "given" && word != "born" && word != "held" && word != "said" && word != "thought" &&
      word != "understood")
    return false;
  if (text_.tokens[at(begin).token_end - 1].fold == "by") return !is_clause_aside(begin, end);  // reported by
  const Unit& next = at(begin + 1);
  if (word == "said" || fold(begin + 1) == "to") return fold(begin + 1) == "to";  // said to have lent them money
  return (next.is(Kind::kPreposition) || next.is(Kind::kAdverb) || next.is(Kind::kBy) || fold(begin + 1) == "as" ||
          next.is(Kind::kTime)) &&
         !is_clause_aside(begin, end);
}

// two men accused of smuggling; an expert instructed by the Crown: a participle behind its noun, which does not speak.
bool SentenceReader::is_reduced_passive(const Cue& cue) const {
  if (cue.be || cue.group.begin == 0 || !fold(cue.unit).ends_with("ed") || cue.after >= size_ ||
      at(cue.unit).token_end > at(cue.unit).token + 1 || !at(cue.group.begin - 1).is_word() ||
      at(cue.group.begin - 1).is(Kind::kPronoun) || cue.group.begin != cue.unit)
    return false;
  const std::string_view next = fold(cue.after);
  if (frame(cue, "accuse")) return next == "of" || (next == "with" && fold(cue.unit) == "charged");
  return frame(cue, "inf") && at(cue.after).is(Kind::kBy);
}

// of smuggling goggles | pleaded not guilty: before the verb of the sentence whose subject is the accused.
int SentenceReader::accused_end(int begin, int end) const {
  for (int i = begin + 2; i < end; ++i) {
    if (at(i).is(Kind::kThat) || is_relative(i)) break;
    if (!at(i).is(Kind::kPreposition) && (is_finite(i) || (has_cue_between(i, i + 1) && !is_speaker_noun(i)))) return i;
  }
  return end;
}

// something the state has always denied; a figure the group disputes: where the subject begins behind the noun that
// stands for what was said; the beginning of `left` where none does.
int SentenceReader::behind_apposed(Range left) const {
  if (left.begin == 0 || !is_comma_mark(at(left.begin - 1).mark)) return left.begin;
  int i = left.begin + 1;
  if (fold(left.begin) != "something") {
    if (fold(left.begin) != "a" && fold(left.begin) != "an") return left.begin;
    if (at(i).is_capital || is_speaker_noun(i)) return left.begin;
    ++i;
  }
  if (i >= left.end) return left.begin;
  const bool starts = at(i).is(Kind::kDeterminer) || at(i).is(Kind::kPossessive) || is_name(i) ||
                      (at(i).is(Kind::kPronoun) && !at(i).is(Kind::kThat));
  return starts && speaks({i, left.end}) ? i : left.begin;
}

// Verbs of saying without anything that is said: argued for hours, will say on Friday whether …, the trader accused in
// the case lives in Riga, refused to open an account.
bool SentenceReader::says_nothing(const Attribution& a, const Cue& cue) const {
  const int next = cue.after;
  if (next >= size_ || a.content.empty() || a.content.front().begin < at(cue.unit).span.begin) return false;
  const std::string_view verb = text_.tokens[at(cue.unit).token].fold;
  // do not argue about the price, did not insist on it: no refusal to speak
  if (cue.negated && has_stop(cue.unit, "quarrels") && at(next).is(Kind::kPreposition)) return true;
  if (a.content.size() == 1 && text_.view(a.content.front()) == "to") return true;  // only because he had told him to
  const bool infinitive = fold(next) == "to" || text_.tokens[at(cue.unit).token_end - 1].fold == "to";
  if (a.act == Act::kDecline && verb.starts_with("refus") && a.rule == "subject verb object") {
    int aim = fold(next) == "to" ? next + 1 : next;
    while (aim < size_ && at(aim).is(Kind::kAdverb)) ++aim;
    if (!infinitive) {  // refused delivery; but: refused all interviews
      for (int i = aim; i < size_ && i < aim + 4 && at(i).is_word(); ++i)
        if (speaks_of(i) || has_stop(i, "asking") || has_stop(i, "medium of saying") || at(i).is(Kind::kClaimNoun))
          return false;
      return true;
    }
    return aim < size_ && !speaks_of(aim);
  }
  if (frame(cue, "say") && a.rule == "subject verb clause" &&  // feared for his family, wrote for a paper
      (fold(next) == "for" || (cue.group.begin > 0 && fold(cue.group.begin - 1) == "longer")))
    return true;
  if (frame(cue, "show") && cue.group.begin > 0 && fold(cue.group.begin - 1) == "longer") return true;
  if (fold(next) == "for" || text_.tokens[at(cue.unit).token_end - 1].fold == "for")
    return at(fold(next) == "for" && next + 1 < size_ ? next + 1 : next).is(Kind::kTime) && frame(cue, "inf");
  if (a.act == Act::kAccuse && a.rule == "subject verb object")
    return !cue.be && verb.ends_with("ed") && (fold(next) == "in" || fold(next) == "by" || fold(next) == "at");
  int first = next;
  while (first + 1 < size_ && at(first).span.end <= a.content.front().begin) ++first;
  if (frame(cue, "say") && at(first).is(Kind::kWhether)) {
    int will = cue.group.begin;
    while (will < cue.unit && fold(will) != "will") ++will;
    return will < cue.unit || (cue.group.begin > 0 && fold(cue.group.begin - 1) == "will");
  }
  return false;
}

// To name, to comment, to give details: is the verb at `i` one of giving information?
bool SentenceReader::speaks_of(int i) const {
  return at(i).is(Kind::kCue) || has_stop(i, "refusal") || has_stop(i, "carries") || has_stop(i, "mention") ||
         has_stop(i, "informs");
}

// has yet to ratify the treaty: no refusal to speak, where the verb behind it does not speak.
bool SentenceReader::only_yet(const Cue& cue) const {
  const Unit& unit = at(cue.unit);
  if (text_.language != "en" || unit.token_end < unit.token + 3 || text_.tokens[unit.token_end - 1].fold != "to" ||
      text_.tokens[unit.token_end - 2].fold != "yet")
    return false;
  const int next = cue.after;
  return next < size_ && !at(next).is(Kind::kCue) && !has_stop(next, "refusal") && !has_stop(next, "asking");
}

// Does the paragraph begin with a label, and this sentence behind the first of it?
bool SentenceReader::goes_on_with_answer() const {
  if (number_ == 0 || sentences_[number_ - 1].block != sentence_.block) return false;
  const uint32_t begin = text_.heads[sentence_.block];
  for (uint32_t i = begin + 1; i < begin + 6 && i < text_.tokens.size(); ++i) {
    if (is_colon_mark(text_.tokens[i].mark)) return true;
    if (text_.tokens[i].mark != 0) return false;
  }
  return false;
}

// Is the speaker I or we?
bool SentenceReader::says_himself(Span speaker) const {
  return std::ranges::any_of(units_, [&](const Unit& unit) {
    const Lexeme* pronoun = unit.span == speaker ? unit.as(Kind::kPronoun) : nullptr;
    return pronoun && (pronoun->value == "i" || pronoun->value == "we");
  });
}

// When this reporter called, a woman said …: a verb that says nothing but when.
bool SentenceReader::is_time_clause(const Cue& cue) const {
  if (frame(cue, "call")) return true;
  int begin = cue.group.begin;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  const std::string_view first = fold(begin);
  return first == "when" || first == "after" || first == "before" || first == "once" || first == "until";
}

// That is not what the mate told the police; what it calls a provocation: a clause that stands for a thing.
bool SentenceReader::is_named_by_what(const Cue& cue, Range left) const {
  if (cue.group.begin > 0 && (fold(cue.group.begin - 1) == "whoever" || fold(cue.group.begin - 1) == "anyone"))
    return true;  // whoever called them Russian
  if (left.empty()) return false;
  const bool what = fold(left.begin) == "what" || (left.begin > 0 && fold(left.begin - 1) == "what") ||
                    (left.size() > 1 && fold(left.begin) == "not" && fold(left.begin + 1) == "what");
  if (!what) return false;
  const bool be = cue.after < size_ && at(cue.after).is(Kind::kAuxiliary);  // published what it said were invoices
  return frame(cue, "call") ? at(left.end - 1).is(Kind::kPronoun) : left.begin < 3 || be;
}

// In Caracas, state oil company PDVSA did not respond: a noun before the noun of who speaks, behind a comma. Not: …,
// claim prosecutors, …
bool SentenceReader::is_attribute(int i) const {
  if (i == 0 || i + 2 >= size_ || !is_comma_mark(at(i - 1).mark) || fold(i).ends_with("d") || fold(i).ends_with("s"))
    return false;
  int k = i + 1;
  while (k < size_ && at(k).is_word() && !is_function(k) && !is_speaker_noun(k) && k < i + 4) ++k;
  if (k >= size_ || !is_speaker_noun(k) || is_name(i + 1)) return false;
  const Range named = phrase_right(i + 1);
  return named.end < size_ && !is_boundary(named.end);
}

// shipping documents seen by the paper show …, records of the port show …: what follows describes a document.
bool SentenceReader::is_document_noun(int i) const {
  if (i + 2 >= size_ || !at(i + 1).is_word()) return false;
  if (at(i + 1).is(Kind::kPreposition)) return true;
  if (text_.tokens[at(i + 1).token_end - 1].fold == "by") return true;  // obtained by
  const std::string_view next = fold(i + 1);
  return at(i + 2).is(Kind::kPreposition) && (next.ends_with("ed") || next == "seen" || next == "sent" ||
                                              next == "shown" || next == "held" || next == "shared");
}

// The union that represents the workers fears …: a relative clause on the subject at the head of its clause.
bool SentenceReader::is_subject_relative(int that) const {
  if (that < 1 || that + 2 >= size_ || !is_speaker_noun(that - 1) || !at(that + 1).is_word() || is_function(that + 1) ||
      at(that + 1).is_capital || !fold(that + 1).ends_with("s"))
    return false;
  int begin = that - 1;
  while (begin > 0 && !is_boundary(begin - 1) && !at(begin - 1).is(Kind::kConjunction)) --begin;
  return that - begin <= 5 && !has_cue_between(begin, that) && !at(begin).is(Kind::kPreposition);
}

// Had he read her emails, asked the chairwoman: who asks stands behind the verb, and nothing else.
bool SentenceReader::asks_behind(const Cue& cue) const {
  if (cue.group.begin < 2 || !is_comma_mark(at(cue.group.begin - 1).mark) || cue.after >= size_ ||
      at(cue.unit).token_end > at(cue.unit).token + 1)
    return false;
  const Unit& next = at(cue.after);
  if (!next.is(Kind::kDeterminer) && !next.is(Kind::kPossessive) && !is_name(cue.after) && !is_speaker_noun(cue.after))
    return false;
  const Range named = phrase_right(cue.after);
  return !named.empty() && heads_speak(named) && (named.end >= size_ || is_boundary(named.end));
}

// The other laughed when I asked; if you believe the manifest: nothing that anybody says.
bool SentenceReader::is_only_asked(const Cue& cue, Range left) const {
  if (cue.group.begin > 0 && fold(cue.group.begin - 1) == "you") return true;
  const Act act = act_of(*cue.lexeme);
  return left.size() == 1 && left.begin > 1 && at(left.begin - 1).is(Kind::kSubordinator) && is_boundary(cue.after) &&
         (act == Act::kRequest || act == Act::kAsk) && (cue.after >= size_ || is_terminal_mark(at(cue.after).mark));
}

// it issued a statement saying that …: who issued it.
SentenceReader::Range SentenceReader::who_issued(Range left) const {
  for (int i = left.begin + 1; i + 1 < left.end; ++i)
    if (has_stop(i, "carries") && at(left.end - 1).is(Kind::kDocument)) {
      const Range who = trimmed({left.begin, i});
      return who.empty() || !speaks(who) ? left : who;
    }
  return left;
}

// contradicted by the harbour police in a 2021 report: where the phrase of the agent ends and it is said where.
int SentenceReader::english_agent_end(Range agent) const {
  for (int i = agent.begin + 1; i + 1 < agent.end; ++i)
    if ((fold(i) == "in" || fold(i) == "at" || fold(i) == "during") &&
        (fold(i + 1) == "a" || fold(i + 1) == "an" || at(i + 1).is(Kind::kPossessive)))
      return i;
  return agent.end;
}

// Hundreds of drums left, two traders told X and railway records showed: behind "and", at the end of the sentence, a
// second source of what was said before.
bool SentenceReader::read_second_source(const Cue& cue, Attribution& a) {
  if (out_.empty() || a.speaker.empty() || cue.negated) return false;
  const Attribution& first = out_.back();
  if (first.content.empty() || first.content.front().begin >= first.cue.begin || a.speaker.begin < first.cue.end)
    return false;
  int i = 0;
  while (i < size_ && at(i).span.begin < a.speaker.begin) ++i;
  if (i == 0 || i >= size_ || !at(i - 1).is(Kind::kConjunction)) return false;
  a.content = first.content;
  a.rule = "a second source";
  return true;
}

// stones that, the authorities contend, came from Siberia: where the noun begins that the relative at unit `that`
// belongs to; 0 where unit `that` is none.
int SentenceReader::relative_head(int that) const {
  if (that < 1 || (fold(that) != "that" && fold(that) != "which" && fold(that) != "who")) return 0;
  if (!at(that - 1).is_word() && !(is_comma_mark(at(that - 1).mark) && that > 1)) return 0;
  int begin = is_comma_mark(at(that - 1).mark) ? that - 1 : that;
  while (begin > 0 && at(begin - 1).is_word() && !at(begin - 1).is(Kind::kAuxiliary) &&
         !at(begin - 1).is(Kind::kPronoun) && !has_cue_between(begin - 1, begin) && !at(begin - 1).is(Kind::kThat) &&
         !(at(begin - 1).is(Kind::kPreposition) && fold(begin - 1) != "of") &&
         !(begin < that && at(begin).is(Kind::kDeterminer) && fold(begin - 1) != "of"))
    --begin;
  return begin < that ? begin : 0;
}

// LONDON, March 11 (Reuters) - Two ships …: where and when it was filed is no part of what is said.
void SentenceReader::skip_english_dateline() {
  if (size_ < 6 || !at(0).is_word() || !text_.tokens[at(0).token].is_all_capitals) return;
  for (int i = 1; i + 2 < size_ && i < 14; ++i) {
    const bool dash = at(i).mark == U'-' || is_dash_mark(at(i).mark);
    if (!dash && at(i).is(Kind::kCue) && !at(i).is_capital) return;
    if (!dash || text_.text[at(i).span.begin - 1] != ' ') continue;
    bool filed = false;  // with a date, or the agency in brackets
    for (int k = 1; k < i; ++k) filed = filed || at(k).is_bracket || at(k).is(Kind::kTime);
    for (int k = 0; k <= i && filed; ++k) skipped_[k] = true;
    return;
  }
}

// Is what begins at `begin` followed by ", which X denies"?
bool SentenceReader::is_denied_next(const Cue& other, int begin) const {
  const Act act = act_of(*other.lexeme);
  const bool calls =
      frame(other, "call") && other.after < size_ &&  // …, which the owner called “a groundless claim”
      (is_quote_mark(at(other.after).mark) || at(other.after).quote >= 0 || at(other.after).is(Kind::kFalsehood) ||
       at(other.after).is(Kind::kDeterminer) || fold(other.after) == "as");
  const bool names = frame(other, "show") && other.after < size_ && fold(other.after) == "as";  // which X identify as …
  if (names) return is_which_before(other, begin);
  if (!calls && ((act != Act::kDeny && act != Act::kDismiss) || !frame(other, "np"))) return false;
  if (other.negated || (!calls && other.after < size_ && !is_boundary(other.after))) return false;
  return is_which_before(other, begin);
}

// …, which two forwarders: does the clause of `cue` begin with ", which" a little before it, behind unit `begin`?
bool SentenceReader::is_which_before(const Cue& cue, int begin) const {
  for (int i = cue.group.begin - 1; i > begin && cue.group.begin - i <= 6; --i)
    if (fold(i) == "which" && is_comma_mark(at(i - 1).mark)) return true;
  return false;
}

// something Budapest has blocked: a verb at most a few words behind unit `begin`, before any mark.
bool SentenceReader::has_verb_near(int begin, int end) const {
  for (int i = begin; i < end && i < begin + 6 && at(i).is_word(); ++i)
    if (is_finite(i) || has_cue_between(i, i + 1) || (i > begin && fold(i).ends_with("ed"))) return true;
  return false;
}

// brushed the account aside in a statement carried by an agency: where the words begin that say only in what it was
// said; the end of `range` where none do.
int SentenceReader::venue_begin(Range range) const {
  for (int i = range.end - 2; i > range.begin + 1 && range.end - i <= 14; --i) {
    if (is_boundary(i) && at(i).mark != 0 && !is_quote_mark(at(i).mark)) break;
    const std::string_view lead = fold(i);
    if (lead == "when" && has_stop(i + 1, "made to speak")) return i;  // when asked by reporters
    if (lead != "in" && lead != "at" && lead != "during" && lead != "on" && lead != "via" && lead != "by") continue;
    int k = i + 1;
    const bool article = at(k).is(Kind::kDeterminer) || at(k).is(Kind::kPossessive);
    if (article) ++k;
    while (k < range.end && k < i + 6 && at(k).is_word() && !is_function(k) && !has_stop(k, "medium of saying")) ++k;
    if (k >= range.end || !has_stop(k, "medium of saying")) continue;
    for (int n = k + 1; n + 1 < range.end; ++n)
      if (fold(n) == "as") return range.end;  // dismissed the affair in a post on X as “…”
    const bool bare = lead == "by" || lead == "via" || lead == "on" || (lead == "in" && !article);
    if (article || bare) return i;
  }
  return range.end;
}

// Are all cues of units [begin, end) passives: is presumed innocent, was accused?
bool SentenceReader::only_passives(int begin, int end) const {
  if (text_.language != "en") return false;
  return std::ranges::all_of(cues_, [&](const Cue& cue) {
    return cue.unit < begin || cue.unit >= end || cue.be || frame(cue, "passive") || frame(cue, "show");
  });
}

// a trade lawyer in Rotterdam; who heads the lab; its chief: a description of who spoke, and no more of what was said.
bool SentenceReader::is_description(int begin, int end) const {
  if (is_relative(begin)) return true;
  bool noun = false;
  for (int i = begin; i < end && !is_comma_mark(at(i).mark); ++i) {
    if (is_relative(i)) break;
    if (at(i).is(Kind::kAuxiliary) || at(i).is(Kind::kThat) || at(i).quote >= 0) return false;
    noun = noun || at(i).is(Kind::kPerson) || at(i).is(Kind::kSpokesman) || at(i).is(Kind::kCompany) ||
           at(i).is(Kind::kBody) || (i + 1 < end && fold(i + 1) == "who");  // a geochemist who …
  }
  const bool owned = is_name(begin) && begin + 1 < end && (fold(begin + 1) == "'s" || fold(begin).ends_with("'s"));
  return noun && (owned || at(begin).is(Kind::kDeterminer) || at(begin).is(Kind::kPossessive) ||
                  at(begin).is(Kind::kPerson) || at(begin).is(Kind::kAdjective) || at(begin).is(Kind::kSpokesman));
}

// The firm issued a rebuttal: …: a verb before the colon, so that no label stands there.
bool SentenceReader::has_verb_before(int colon) const {
  for (int i = 1; i < colon; ++i)
    if (!at(i).is_capital && !is_speaker_noun(i) && has_stop(i, "carries") &&
        (at(i + 1).is(Kind::kDeterminer) || at(i + 1).is(Kind::kPronoun) || fold(i + 1) == "us" ||
         at(i).token_end > at(i).token + 1))
      return true;  // with its article, or who was sent it
  return false;
}

// only if a trader attests that …: a condition, which nobody has fulfilled.
bool SentenceReader::is_conditioned(const Attribution& a) const {
  if (text_.language != "en" || a.speaker.empty() || a.cue.begin < a.speaker.end) return false;
  for (int i = 1; i < size_; ++i)
    if (at(i).span.begin == a.speaker.begin) return has_stop(i - 1, "if");
  return false;
}

// The claim that no ship had docked was contradicted by pictures: what the noun claims, where it is the subject.
SentenceReader::Range SentenceReader::claimed_clause(const Cue& cue, Range subject) const {
  if (text_.language != "en" || !frame(cue, "np")) return subject;
  for (int i = subject.begin - 1; i > 0 && !is_boundary(i); --i)
    if (at(i).is(Kind::kThat) && (at(i - 1).is(Kind::kClaimNoun) || has_stop(i - 1, "saying")))
      return {i, cue.group.begin};
  for (int i = subject.begin + 1; i < subject.end && at(subject.begin).is_word(); ++i)
    if (is_comma_mark(at(i).mark) && at(i - 1).is(Kind::kClaimNoun)) return {subject.begin, i};  // first made by X
  return subject;
}

// got rid of an officer weeks after she …; withdrew after the Treasury …: what stands left of a verb, without the
// clause that the subject's own clause follows.
SentenceReader::Range SentenceReader::behind_subordinator(Range range) const {
  for (int i = range.end - 2; i > range.begin; --i) {
    if (!at(i).is_word() || !at(i).is(Kind::kSubordinator) || is_relative(i)) continue;
    const int before = i - 1;
    const bool pronoun = i + 2 == range.end && at(i + 1).is(Kind::kPronoun) && !at(i + 1).is(Kind::kDeterminer);
    if (pronoun) return {i + 1, range.end};
    const bool noun = is_name(before) || is_speaker_noun(before) || at(before).is(Kind::kTime) ||
                      at(before).is(Kind::kClaimNoun) || at(before).is(Kind::kDeterminer) || !at(before).is_word();
    int who = i + 1;  // not behind a preposition: belonged until last year to X
    while (who < range.end && !is_name(who) && !is_speaker_noun(who) && !at(who).is(Kind::kPreposition)) ++who;
    const bool prepositional = who < range.end && at(who).is(Kind::kPreposition) && !is_name(who);
    if (!noun && !prepositional && speaks({i + 1, range.end})) return {i + 1, range.end};
    return range;
  }
  return range;
}

}  // namespace cordon::reading
