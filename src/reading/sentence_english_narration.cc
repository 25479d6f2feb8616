// English words and clauses that only look like a statement: nouns that have the form of a verb of saying, verbs of
// saying that tell what somebody did, and the clauses beside a statement that are the narrator's.
#include <algorithm>

#include "reading/sentence_reader.h"

namespace cordon::reading {

// complicated, 50, of: does the word before a plural show that it is a noun, and no verb?
bool SentenceReader::leads_noun(int i) const {
  if (!at(i).is_word()) return false;
  if (at(i).is(Kind::kAdjective) || at(i).is(Kind::kPreposition) || at(i).is(Kind::kPossessive) ||
      text_.tokens[at(i).token].is_number)
    return true;
  if (at(i).is_capital || is_speaker_noun(i) || at(i).is(Kind::kAdverb) || at(i).is(Kind::kAuxiliary)) return false;
  for (const std::string_view end : {"ated", "ious", "ful", "ive", "ical", "able", "ible", "ing"})
    if (fold(i).size() > end.size() + 2 && fold(i).ends_with(end)) return true;
  return false;
}

// asked; asked about, pressed for: the participle by itself, or with its preposition.
bool SentenceReader::is_made_to_speak(int i) const {
  if (has_stop(i, "made to speak")) return true;
  const uint32_t token = at(i).token;
  if (at(i).token_end < token + 2) return false;
  std::vector<Found> found;
  Lexicon::of(text_.language).find(text_.tokens, token, token + 1, found);
  return std::ranges::any_of(
      found, [](const Found& f) { return f.lexeme->kind == Kind::kStop && f.lexeme->value == "made to speak"; });
}

// said it was late: what follows the pronoun shows that it is the subject of what is said. Not: said he on Monday.
bool SentenceReader::is_pronoun_in_clause(Range range) const {
  return text_.language == "en" && at(range.begin).is(Kind::kPronoun) && !at(range.begin).is(Kind::kDeterminer) &&
         range.end < size_ && !is_boundary(range.end) && !at(range.end).is(Kind::kTime) &&
         !at(range.end).is(Kind::kPreposition) && !at(range.end).is(Kind::kSubordinator);
}

// said the papers proved that …; said they knew that …: what is said begins with its own subject, and “that” belongs to
// its verb. Not: said last week that …; repeated his claim that …
bool SentenceReader::opens_with_subject(int begin, const Cue& cue) const {
  const Act act = act_of(*cue.lexeme);
  if (text_.language != "en" || begin + 2 >= size_ || (act != Act::kAssert && act != Act::kConfirm)) return false;
  if (!frame(cue, "say") || frame(cue, "tell") || at(cue.unit).token_end > at(cue.unit).token + 1) return false;
  const Unit& first = at(begin);
  if (first.is(Kind::kThat) || first.is(Kind::kTime) || first.is(Kind::kPreposition) || first.is(Kind::kAdverb))
    return false;
  if (!first.is(Kind::kDeterminer) && !first.is(Kind::kPossessive) && !first.is(Kind::kPronoun) && !is_name(begin))
    return false;
  for (int i = begin + 1; i < size_ && i < begin + 4 && !is_boundary(i); ++i) {
    if (at(i).is(Kind::kTime)) return false;
    if (at(i).is(Kind::kThat)) return frame(cue, "strong");  // the claim that …
  }
  return true;
}

// the Jewish state's premier; any future Palestinian state, …: a noun. Not: the documents state that …
bool SentenceReader::is_state(int i) const {
  if (i == 0 || !at(i - 1).is_word()) return false;
  if (i + 1 < size_ && (fold(i + 1) == "'s" || at(i + 1).mark == U'\'')) return true;
  if (i + 1 < size_ && (at(i + 1).is(Kind::kThat) || is_colon_mark(at(i + 1).mark))) return false;
  const Unit& before = at(i - 1);
  return !fold(i - 1).ends_with("s") && !before.is(Kind::kPronoun) && !before.is(Kind::kAuxiliary) &&
         !before.is(Kind::kAdverb) && !is_relative(i - 1);
}

// shared that sentiment on Wednesday: “that” points to a noun, and no clause follows.
bool SentenceReader::points_with_that(int i) const {
  const int next = i + 1;
  if (at(i).token_end < at(i).token + 2 || text_.tokens[at(i).token_end - 1].fold != "that" || next >= size_)
    return false;
  if (!at(next).is_word() || at(next).is_capital || is_function(next) || fold(next).ends_with("s")) return false;
  const int end = next + 1;
  return (end >= size_ || is_boundary(end) || at(end).is(Kind::kTime) || at(end).is(Kind::kPreposition)) &&
         !has_clause(next);
}

// One coastal reporting station has seen no rain; demands of the port; 50 complicated questions: is the cue at unit `i`
// no verb there?
bool SentenceReader::is_no_verb(int i) const {
  const std::string_view word = fold(i);
  if (word == "state") return is_state(i);
  int verb = i;  // where its auxiliaries and adverbs end
  while (verb > 0 && at(verb - 1).is(Kind::kAdverb)) --verb;
  if (word == "call" && at(i).token_end == at(i).token + 1 && verb > 0 && at(verb - 1).is(Kind::kAuxiliary))
    return true;  // will call the meeting to order
  if (points_with_that(i) || (is_speaker_noun(i) && is_base_noun(i))) return true;
  if (word == "holding" && i > 0 && at(i - 1).is_word() && !is_function(i - 1))
    return true;  // the state holding that …
  const bool last = i + 1 >= size_;
  if (!last && has_stop(i, "saying") && word.ends_with("s") && fold(i + 1) == "of") return true;
  if (i > 0 && word == "questions" && (leads_noun(i - 1) || at(i - 1).is(Kind::kDeterminer))) return true;
  if (word == "reporting" && i > 0 && i + 2 < size_ && at(i - 1).is_word() && at(i + 1).is_word() &&
      !is_function(i + 1) && !at(i + 1).is_capital)
    return at(i + 2).is(Kind::kAuxiliary);
  return false;
}

// a print called “Harvest”: how it is named. Not: what the ministry called “a lie”.
bool SentenceReader::only_names(const Cue& cue, int after) const {
  if (!frame(cue, "call") || fold(cue.unit) != "called" || cue.group.begin != cue.unit || after != cue.unit + 1)
    return false;
  if (after >= size_ || !(at(after).quote >= 0 || is_quote_mark(at(after).mark)) || cue.unit == 0) return false;
  const Unit& before = at(cue.unit - 1);
  if (!before.is_word() || before.is_capital || before.is(Kind::kPronoun)) return false;
  for (int k = cue.unit - 1; k >= 0 && k + 9 > cue.unit && !is_boundary(k); --k)
    if (fold(k) == "what" || is_relative(k)) return false;
  return true;
}

// wrote their own software, reported to the captain, testified side by side, questioned the student, the delays that
// critics blame for it: a verb of saying that tells what somebody did, and no words of his.
bool SentenceReader::tells_a_deed(const Cue& cue, int after, const Attribution& a) const {
  if (text_.language != "en" || after >= size_ || !at(after).is_word() || a.form == Form::kDirect)
    return only_names(cue, after);
  if (frame(cue, "call") && a.rule == "object before the verb" && is_name(after)) return true;  // what they call Nord-1
  const bool till = after + 1 < size_ && at(after + 1).is_word() &&  // estimated that by 2050, …
                    (at(after + 1).is(Kind::kTime) || text_.tokens[at(after + 1).token].is_number);
  if (at(after).is(Kind::kBy) && !till && !cue.be && fold(cue.unit).ends_with("ed") && a.act == Act::kAssert)
    return true;  // first reported by X
  if (a.content.empty() || a.content.front().begin < at(cue.unit).span.end) return false;
  if (at(cue.unit).token_end > at(cue.unit).token + 1) return false;
  const std::string_view verb = fold(cue.unit), next = fold(after);
  const bool plain = a.rule == "subject verb clause" || a.rule == "subject of the clause before";
  if (a.act == Act::kAccuse && verb.starts_with("blam") && next == "for" && !cue.be) return true;
  for (int i = after; i < size_ && i < after + 3; ++i)  // wrote the same thing, wrote as much
    if (at(i).is(Kind::kAnaphor) || fold(i) == "same" || fold(i) == "so" || fold(i) == "much") return false;
  const bool quotes = std::ranges::any_of(near_, [&](const Quote& quote) {
    return quote.outer.begin >= a.content.front().begin && quote.outer.end <= a.content.back().end + 4;
  });
  if (plain && !quotes) {
    if (verb == "writing" || verb == "wrote" || verb == "writes" || verb == "written")
      return !at(after).is(Kind::kPreposition) && !at(after).is(Kind::kThat) && !at(after).is(Kind::kWhether) &&
             !has_clause(after);
    if (verb.starts_with("report") && next == "to") return true;
    if (verb.starts_with("testif"))
      return (at(after).is(Kind::kPreposition) && next != "about" && next != "to" && next != "against" &&
              next != "on" && next != "of") ||
             (at(after).is(Kind::kAdverb) && !has_clause(after)) || next == "side" || next == "who";
  }
  if (a.act == Act::kAsk && verb == "questioned") {
    int i = after;
    while (i < size_ && (at(i).is(Kind::kDeterminer) || at(i).is(Kind::kAdjective) || at(i).is(Kind::kPossessive))) ++i;
    return i < size_ && (at(i).is(Kind::kPerson) || at(i).is(Kind::kPronoun) || fold(i) == "suspects") &&
           (i + 1 >= size_ || is_boundary(i + 1) || at(i + 1).is(Kind::kTime));
  }
  return false;
}

// The study was supported by the fund; a scheme backed by the ministry: what is backed is no claim.
bool SentenceReader::backs_a_thing(const Cue& cue, Range subject) const {
  if (text_.language != "en" || !has_detail(cue.unit, "claim") || act_of(*cue.lexeme) != Act::kConfirm) return false;
  for (int i = subject.begin; i < subject.end; ++i)
    if ((at(i).is(Kind::kClaimNoun) && !at(i).is(Kind::kDocument)) || at(i).is(Kind::kAnaphor) || has_stop(i, "saying"))
      return false;
  return true;
}

// The claims were denied by the company and by its lawyer; the report was dismissed by the navy as fantasy: what is
// denied is the subject, and what it is called; no more that stands behind who denies it.
void SentenceReader::take_denied_subject(const Cue& cue, int after, Range subject, Attribution& a) const {
  if (!frame(cue, "np") || frame(cue, "say") || subject.empty()) return;
  if (a.act != Act::kDeny && a.act != Act::kDismiss) return;
  const bool pronoun = subject.size() == 1 && at(subject.begin).is(Kind::kPronoun);
  const std::vector<Span> tail = after + 1 < size_ && fold(after) == "as" ? a.content : std::vector<Span>();
  if (pronoun && tail.empty() && !at(subject.begin).is(Kind::kAnaphor)) return;  // That was denied by …
  while (subject.begin > 0 && (at(subject.begin - 1).is(Kind::kPreposition) ||   // a plan for three new ports
                               (subject.begin > 1 && at(subject.begin - 1).is_word() &&
                                !is_function(subject.begin - 1) && at(subject.begin).is(Kind::kPreposition))))
    --subject.begin;
  a.content = {span_of(subject)};
  a.content.insert(a.content.end(), tail.begin(), tail.end());
  a.addressee = {};
}

// The firm denied that there had been a leak, as the union had claimed: the statement before the comma at `joint` which
// the clause that begins at unit `chunk` tells of too.
const Attribution* SentenceReader::claimed_so(int joint, int chunk) const {
  if (text_.language != "en" || out_.empty() || joint < 1 || joint + 1 >= chunk || fold(joint + 1) != "as")
    return nullptr;
  const Attribution& last = out_.back();
  if (last.content.empty() || last.cue.begin > last.content.front().begin) return nullptr;
  return last.content.back().end == at(joint - 1).span.end ? &last : nullptr;
}

// …, a report that the bank called inaccurate: where the noun begins that stands for what was said before, and whose
// clause has the subject `left`; 0 where none does.
int SentenceReader::apposed_with_that(Range left) const {
  if (left.begin < 4 || fold(left.begin - 1) != "that" || !at(left.begin - 2).is(Kind::kClaimNoun)) return 0;
  const int article = left.begin - 3;
  return (fold(article) == "a" || fold(article) == "an") && is_comma_mark(at(article - 1).mark) ? article : 0;
}

// …, with its president, Ivar Dahl, warning of …; with one reader writing that …: who says what the participle tells.
SentenceReader::Range SentenceReader::with_subject(const Cue& cue) const {
  const int end = cue.group.begin;
  if (text_.language != "en" || cue.be || !fold(cue.unit).ends_with("ing")) return {end, end};
  for (int k = end - 1; k > 0 && end - k <= 14; --k) {
    if (fold(k) == "with" && is_comma_mark(at(k - 1).mark)) {
      const Range who = trimmed({k + 1, end});
      return !who.empty() && (who.size() <= 6 || speaks(who)) ? who : Range{end, end};
    }
    if (is_boundary(k) && !is_comma_mark(at(k).mark)) break;
    if (at(k).quote >= 0 || at(k).is(Kind::kThat) || is_relative(k)) break;
    if (at(k).is(Kind::kAuxiliary) || (has_cue_between(k, k + 1) && !is_speaker_noun(k))) break;
  }
  return {end, end};
}

// Does a clause of its own stand in units [begin, end): it came, the patrols began in May? A relative clause is part of
// a noun.
bool SentenceReader::has_own_verb(int begin, int end) const {
  bool verb = false;
  for (int k = begin; k < end; ++k) {
    if (is_relative(k) || at(k).is(Kind::kThat)) return false;
    if (is_finite(k) && k > begin && !at(k - 1).is(Kind::kDeterminer) && !at(k - 1).is(Kind::kPreposition)) verb = true;
  }
  return verb;
}

// Oil fell after sources told …; it comes as the minister announced …: does the word at unit `i` open the clause of the
// verb at unit `verb`, behind a clause of its own?
bool SentenceReader::opens_when_clause(int i, int verb) const {
  if (text_.language != "en" || !(is_said_when(i) || fold(i) == "as") || i + 1 >= verb) return false;
  int begin = i;
  while (begin > 0 && !is_boundary(begin - 1) && !at(begin - 1).is(Kind::kConjunction)) --begin;
  return has_own_verb(begin, i) && speaks({i + 1, verb});
}

// “…,” Brandt, Marek's superior, said: behind the quotation a name, and between commas `comma` and the verb who it is.
bool SentenceReader::is_name_behind_quote(int comma) const {
  int k = comma - 1;
  while (k > 0 && (is_name(k) || at(k).is(Kind::kTitle))) --k;
  if (text_.language != "en" || k == comma - 1 || k < 0) return false;
  return at(k).quote >= 0 || (is_comma_mark(at(k).mark) && k > 0 && at(k - 1).quote >= 0);
}

// When its advisers suggested that the port buy cranes, the mayor was not satisfied: what is said ends with the clause
// that the conjunction opens.
void SentenceReader::cut_main_clause(const Cue& cue, Attribution& a) const {
  if (text_.language != "en" || a.content.size() != 1 || a.act == Act::kDecline ||
      a.content.front().begin < at(cue.unit).span.end)
    return;
  const std::string_view first = fold(0);
  if (first != "when" && first != "after" && first != "while" && first != "although" && first != "though" &&
      first != "since" && first != "once")
    return;
  for (int k = 1; k < cue.unit; ++k)
    if (is_boundary(k)) return;
  for (int i = cue.after + 2; i + 2 < size_; ++i) {
    if (!is_comma_mark(at(i).mark) || at(i).span.begin >= a.content.front().end || is_quoted(i)) continue;
    const Unit& next = at(i + 1);
    if (!next.is(Kind::kDeterminer) && !next.is(Kind::kPossessive) && !next.is(Kind::kPronoun) && !is_name(i + 1))
      continue;
    bool verb = false;
    for (int k = i + 2; k < size_ && k < i + 10 && !is_boundary(k); ++k)
      verb = verb || is_finite(k) || (at(k).is_word() && !at(k).is_capital && fold(k).ends_with("ed"));
    if (!verb) continue;
    a.content.front().end = at(i - 1).span.end;
    return;
  }
}

// The ministry itself would not say; the minister herself confirmed it: what only stresses the subject of the sentence.
void SentenceReader::skip_emphasis() {
  if (text_.language != "en" || cues_.empty()) return;
  int i = cues_.front().group.begin - 1;
  while (i > 0 && at(i).is(Kind::kAdverb) && !has_stop(i, "emphasis")) --i;
  if (i >= 1 && has_stop(i, "emphasis") && (is_speaker_noun(i - 1) || is_name(i - 1))) skipped_[i] = true;
}

// An official I’ve just spoken to disputes this; a banker we met in Dubai says …: where the words begin that tell how
// the writer met who speaks; -1 where none stand before `verb`.
int SentenceReader::reduced_relative_before(int verb) const {
  constexpr int kMostWords = 6;
  if (text_.language != "en") return -1;
  for (int i = verb - 2; i > 0 && verb - i <= kMostWords && at(i).is_word(); --i) {
    const std::string_view who = fold(i).substr(0, fold(i).find_first_of("'\xe2"));  // I’ve
    if ((who == "i" || who == "we") && (is_speaker_noun(i - 1) || at(i - 1).is(Kind::kSourceWord))) return i;
  }
  return -1;
}

// An official we spoke to disputes this: what may be a noun as well has its object behind it.
bool SentenceReader::is_behind_reduced_relative(int verb, bool may_be_noun) const {
  if (reduced_relative_before(verb) < 0) return false;
  if (!may_be_noun || verb + 1 >= size_) return !may_be_noun;
  const Unit& next = at(verb + 1);
  return next.is(Kind::kDeterminer) || next.is(Kind::kPronoun) || next.is(Kind::kAnaphor) || next.is(Kind::kThat);
}

void SentenceReader::skip_reduced_relative() {
  for (const Cue& cue : cues_)
    for (int i = reduced_relative_before(cue.group.begin); i >= 0 && i < cue.group.begin; ++i) skipped_[i] = true;
}

// According to two diplomats briefed on the operation, …; a report published on Monday, …: where a source that ends at
// `end` ends with what is told of it, up to its comma.
int SentenceReader::behind_source_attribute(const Cue& cue, int end) const {
  constexpr int kMostWords = 9;
  if (text_.language != "en" || cue.group.begin != 0 || end + 2 >= size_ || !at(end).is_word()) return end;
  if (!fold(end).ends_with("ed") && !at(end).is(Kind::kPreposition)) return end;
  for (int i = end + 1; i < size_ && i - end <= kMostWords; ++i) {
    if (is_comma_mark(at(i).mark)) return i;
    if (!at(i).is_word() || is_finite(i) || has_cue_between(i, i + 1) || at(i).is(Kind::kThat)) return end;
  }
  return end;
}

// Hours later the company, a year ago it, the next day the ministry: where words of time before a subject end; the
// begin of `left` where there are none.
int SentenceReader::behind_time(Range left) const {
  bool time = false;
  for (int i = left.begin; i < left.end && i < left.begin + 7; ++i) {
    if (!at(i).is_word()) break;
    const Unit& unit = at(i);
    const bool points =
        unit.is(Kind::kDeterminer) || unit.is(Kind::kPossessive) || (unit.is(Kind::kPronoun) && !unit.is(Kind::kTime));
    if (time && (points || (is_name(i) && has_stop(i - 1, "time after")))) return i;
    if (unit.is(Kind::kTime) || has_stop(i, "time")) {
      time = true;
    } else if (!(i == left.begin && points) && !text_.tokens[unit.token].is_number && !has_stop(i, "time after") &&
               !has_stop(i, "time lead") && fold(i) != "of") {
      break;
    }
  }
  return left.begin;
}

// The audit the company described as “a smear”: where the subject behind an object begins, both with their articles;
// the begin of `left` where no object stands before it.
int SentenceReader::behind_object(Range left) const {
  if (!at(left.begin).is(Kind::kDeterminer) && !at(left.begin).is(Kind::kPossessive)) return left.begin;
  for (int i = left.begin + 2; i + 1 < left.end; ++i) {
    const Unit& before = at(i - 1);
    if (!at(i).is(Kind::kDeterminer) && !at(i).is(Kind::kPossessive)) continue;
    if (!before.is_word() || before.is_capital || is_function(i - 1) || before.is(Kind::kAdjective) ||
        before.is(Kind::kPartOf) || before.is(Kind::kTime))
      return left.begin;
    return speaks({i, left.end}) ? i : left.begin;
  }
  return left.begin;
}

// The story he calls “rubbish”; the sale she admits; hours later the company confirmed …: what an English sentence puts
// before its subject is the object where nothing else is, else only when or where it was.
void SentenceReader::split_english_front(const Cue& cue, Range& left, std::vector<Span>& fronted) const {
  if (left.size() < 2) return;
  if (const int subject = behind_time(left); subject > left.begin) {
    left.begin = subject;
    return;
  }
  const int last = left.end - 1;
  const bool pronoun = has_stop(last, "nominative") && at(last - 1).is_word() && !at(last - 1).is(Kind::kConjunction) &&
                       !at(last - 1).is(Kind::kPreposition);
  const int subject = pronoun ? last : behind_object(left);
  if (subject == left.begin) return;
  const int next = cue.after;
  int stop = next;
  while (stop < size_ && !is_boundary(stop)) ++stop;
  const bool free = next >= size_ || is_boundary(next) || at(next).quote >= 0 || at(next).is(Kind::kConjunction) ||
                    (pronoun && only_adverbial({next, stop}));
  const bool called = frame(cue, "call") && next < size_ &&
                      (is_quote_mark(at(next).mark) || at(next).quote >= 0 || at(next).is(Kind::kFalsehood) ||
                       has_stop(next, "judged"));
  const bool takes = frame(cue, "np") || frame(cue, "inf") || frame(cue, "call");
  const bool first = left.begin == 0 || is_boundary(left.begin - 1) || at(left.begin - 1).is(Kind::kConjunction);
  const bool as = takes && next < size_ && fold(next) == "as";
  const bool object = takes && first && (as || (frame(cue, "call") ? called : free)) && !find_that(next, cue);
  if (!object && !pronoun) return;
  if (object) fronted = spans_of({left.begin, subject});
  left.begin = subject;
}

// Which ministry it would not say; whether they were delivered Volkov would not say: where the subject behind a
// question begins; the begin of `left` where none does.
int SentenceReader::behind_question(Range left) const {
  const int last = left.end - 1;
  if (at(last).is(Kind::kPronoun) && !at(last).is(Kind::kDeterminer)) return last;
  if (!is_name(last)) return left.begin;
  int begin = last;
  while (begin > left.begin && (is_name(begin - 1) || at(begin - 1).is(Kind::kTitle))) --begin;
  const bool described = begin > left.begin && (is_speaker_noun(begin - 1) || at(begin - 1).is(Kind::kPreposition) ||
                                                at(begin - 1).is(Kind::kDeterminer));
  return described ? left.begin : begin;
}

// The minister told parliament why.: that something was told, and not what.
bool SentenceReader::tells_only_that(const Cue& cue, int after) const {
  if (text_.language != "en" || !frame(cue, "tell") || cue.negated || act_of(*cue.lexeme) != Act::kAssert) return false;
  for (int i = after + 1; i < size_ && i < after + 6 && at(i).is_word(); ++i)
    if (opens_told_question(i)) return i + 1 >= size_ || is_terminal_mark(at(i + 1).mark);
  return false;
}

// Petrov, who drove for the yard, tells it differently; “…,” an official, who asked not to be named, said: is the comma
// at unit `comma` that between who speaks and a relative clause?
bool SentenceReader::is_head_with_relative(int comma) const {
  if (text_.language != "en" || comma + 1 >= size_ || fold(comma + 1) != "who") return false;
  int begin = comma;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  if (!speaks({begin, comma})) return false;
  for (int i = begin; i < comma; ++i)
    if (!at(i).is_word() || at(i).is(Kind::kAuxiliary) || (has_cue_between(i, i + 1) && !is_speaker_noun(i)))
      return false;
  return true;
}

// A clerk told me whose lorries came; told the court where he had been: a question that is answered to somebody. Not: a
// word on whom it was told (told the man who drove).
bool SentenceReader::opens_told_question(int i) const {
  if (text_.language != "en" || !at(i).is(Kind::kWhether) || fold(i) == "when" || fold(i) == "if") return false;
  const Unit& whom = at(i - 1);
  if (has_stop(i - 1, "whom") || (whom.is(Kind::kPronoun) && !whom.is(Kind::kDeterminer))) return true;
  return fold(i) != "who" && fold(i) != "which" && fold(i) != "whom" && fold(i) != "whose" && whom.is_word() &&
         !is_function(i - 1);
}

// I have a delivery note. It names a warehouse: is the pronoun at `i` a document of the sentence before?
bool SentenceReader::is_document_before(int i) const {
  if (text_.language != "en" || fold(i) != "it" || number_ == 0) return false;
  const Sentence& before = sentences_[number_ - 1];
  if (before.block != sentence_.block) return false;
  for (size_t k = before.units.size(); k-- > 1;)
    if (before.units[k].is(Kind::kDocument) && before.units[k].quote < 0)
      return before.units[k - 1].is(Kind::kDeterminer) || (k > 1 && before.units[k - 2].is(Kind::kDeterminer));
  return false;
}

// said the ministry had been sent questions and had answered none: a second verb of what was said, with the "had" of
// the first.
bool SentenceReader::goes_on_perfect(const Cue& cue) const {
  const int conjunction = cue.group.begin - 1;
  if (text_.language != "en" || conjunction < 4 || fold(cue.group.begin) != "had" || fold(conjunction) != "and")
    return false;
  for (size_t n = cues_.size(); n-- > 0;) {
    const Cue& first = cues_[n];
    if (first.unit >= cue.group.begin) continue;
    bool own = frame(first, "say") || frame(first, "tell");  // no verb of what was said: had been questioned
    for (int i = first.group.begin; i < first.unit; ++i) own = own && !at(i).is(Kind::kAuxiliary);
    if (!own) continue;
    bool had = false;
    for (int i = first.group.end; i < conjunction; ++i) {
      if (at(i).quote >= 0 || (is_boundary(i) && !is_comma_mark(at(i).mark))) return false;
      had = had || fold(i) == "had";
    }
    return had;
  }
  return false;
}

}  // namespace cordon::reading
