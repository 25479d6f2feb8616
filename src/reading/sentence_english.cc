// What is said in English without a plain verb of saying that has its subject: nouns of saying with their owner (the
// ministry's claim that …, a warning from X that …), views (in his opinion), hearsay (is said to …), verdicts in
// quotation marks (“Nonsense,” said X), headings whose speaker stands behind a dash.
#include <algorithm>
#include <array>

#include "reading/sentence_reader.h"

namespace cordon::reading {
namespace {

template <size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 6> kViewLeads = {"in", "by", "on", "to", "from", "at"};
// Forms of "to be" and "to have" that follow another auxiliary and begin no verb of their own.
constexpr std::array<std::string_view, 4> kInnerAuxiliaries = {"be", "been", "being", "have"};

}  // namespace

// A verb that is finite where it stands: an auxiliary, or a word that mostly is the verb of a sentence about a claim.
bool SentenceReader::is_finite(int i) const {
  if (!at(i).is_word() || at(i).is_capital) return false;
  if (has_stop(i, "main verb")) return true;
  return at(i).is(Kind::kAuxiliary) && !is_one_of(fold(i), kInnerAuxiliaries) && !(i > 0 && fold(i - 1) == "to");
}

// Where the clause or phrase that a noun of saying governs ends: before the verb of the sentence, where the noun is its
// subject.
int SentenceReader::governed_end(Range range, bool is_subject) const {
  int end = range.begin;
  while (end < range.end && !is_semicolon_mark(at(end).mark) && !is_terminal_mark(at(end).mark) &&
         !is_dash_mark(at(end).mark) && !is_colon_mark(at(end).mark))
    ++end;
  if (!is_subject) return end;
  const bool clause = at(range.begin).is(Kind::kThat);
  bool own = !clause;  // the verb of the clause itself has been passed
  for (int k = range.begin + 1; k < end; ++k) {
    if (!own && k == range.begin + 2 && at(k - 1).is(Kind::kPronoun) && !at(k - 1).is(Kind::kDeterminer) &&
        at(k).is_word() && !is_function(k)) {
      own = true;  // that it sold the parts
      continue;
    }
    const bool past = at(k).is_word() && fold(k).size() > 4 && fold(k).ends_with("ed") && !is_function(k) &&
                      !at(k - 1).is(Kind::kDeterminer) && !at(k - 1).is(Kind::kAdjective);
    if (!is_finite(k) && !(past && !own)) continue;
    if (own) {
      int last = k;
      while (last > range.begin + 1 && (at(last - 1).is(Kind::kAdverb) || is_comma_mark(at(last - 1).mark))) --last;
      return last;
    }
    own = true;
    while (k + 1 < end &&
           (at(k + 1).is(Kind::kAuxiliary) || at(k + 1).is(Kind::kNegation) || at(k + 1).is(Kind::kAdverb)))
      ++k;
  }
  return end;
}

// Whose the noun of saying at `i` is: the ministry's claim, its claim; a claim by X, from X. `after` is where what is
// said may begin.
SentenceReader::Range SentenceReader::english_owner(int i, int& after) const {
  after = i + 1;
  int k = i - 1;
  while (k > 0 && i - k < 3 && at(k).is_word() && !is_function(k) && !is_speaker_noun(k) && fold(k) != "'s" &&
         !is_name(k))
    --k;  // its repeated claim
  if (k >= 0 && at(k).is(Kind::kPossessive)) return {k, k + 1};
  if (k > 0 && (fold(k) == "'s" || at(k).mark == U'\'' || at(k).mark == 0x2019)) {
    const int end = k--;
    while (k >= 0 && at(k).is_word() && !at(k).is(Kind::kAuxiliary) && !at(k).is(Kind::kSubordinator) &&
           !has_cue_between(k, k + 1) &&
           (is_name(k) || is_speaker_noun(k) || at(k).is(Kind::kDeterminer) || at(k).is(Kind::kAdjective) ||
            at(k).is(Kind::kPossessive) || at(k).is(Kind::kTitle) || fold(k) == "of" || fold(k) == "own" ||
            (k + 1 < end && !is_function(k) && !at(k).is(Kind::kCue))))
      --k;
    const Range owner = trimmed({k + 1, end});
    return speaks(owner) ? owner : Range{};
  }
  if (i + 2 >= size_ || !at(i + 1).is_word()) return {};
  const std::string_view lead = fold(i + 1);
  if (lead != "by" && lead != "from") return {};
  int end = i + 2;
  for (; end < size_ && end < i + 14 && at(end).is_word(); ++end) {
    const std::string_view word = fold(end);
    const bool joins = word == "of" || word == "in" || word == "at" ||
                       (word == "for" && (at(end - 1).is(Kind::kSpokesman) || has_detail(end - 1, "voice")));
    if (at(end).is(Kind::kThat) || at(end).is(Kind::kAuxiliary) || has_stop(end, "main verb")) break;
    if (end > i + 2 && word == "of" && end + 1 < size_ && fold(end + 1).ends_with("ing")) break;
    if (end > i + 2 && at(end).is(Kind::kPreposition) && !joins && !is_name(end)) break;
    if (end > i + 2 && has_cue_between(end, end + 1)) break;
  }
  Range owner = trimmed({i + 2, end});
  after = end;
  if (owner.size() > 2 && fold(owner.end - 1) == "full" && fold(owner.end - 2) == "in") owner.end -= 2;
  return speaks(owner) ? owner : Range{};
}

// The words that the noun of saying has: that …, to …, of …, against …, : …
std::vector<Span> SentenceReader::said_behind(Act act, int from, bool is_subject) const {
  if (from + 1 >= size_) return {};
  if (is_comma_mark(at(from).mark) && from + 2 < size_ && at(from + 1).is(Kind::kThat)) ++from;
  if (is_colon_mark(at(from).mark)) return spans_of({from + 1, size_});
  if (!at(from).is_word()) return {};
  if ((fold(from) == "is" || fold(from) == "was") && from + 2 < size_ && at(from + 1).is(Kind::kThat)) {
    ++from;  // the word from the palace is that …
    is_subject = false;
  }
  const std::string_view lead = fold(from);
  const bool that = at(from).is(Kind::kThat) && !is_relative_that(from);
  const std::string_view next = fold(from + 1);
  const bool plural = next.ends_with("s") && !next.ends_with("ss") && !next.ends_with("us");  // claims to funds
  const bool infinitive = lead == "to" && act != Act::kAccuse && act != Act::kDeny && !at(from + 1).is_capital &&
                          !at(from + 1).is(Kind::kDeterminer) && !at(from + 1).is(Kind::kPossessive) && !plural;
  const bool about =
      (act == Act::kAccuse && (lead == "of" || lead == "against")) ||
      (act == Act::kWarn && (lead == "of" || lead == "about" || lead == "against" || lead == "over")) ||
      (act == Act::kRequest && lead == "for") ||
      ((act == Act::kDeny || act == Act::kDismiss || act == Act::kConfirm || act == Act::kPromise) && lead == "of") ||
      (act == Act::kAsk && (lead == "about" || lead == "over"));
  if (!that && !infinitive && !about) return {};
  Range range{from, size_};
  range.end = governed_end(range, is_subject);
  if (range.size() < 2) return {};
  return spans_of(range);
}

// The ministry's claim that …; a pledge by X to …; calls from X for …; X issued a warning that …
bool SentenceReader::read_english_noun() {
  for (int i = 0; i + 2 < size_; ++i) {
    if (!has_stop(i, "saying") || is_quoted(i)) continue;
    const Act act = act_of_noun(i);
    int after = i + 1;
    Range owner = english_owner(i, after);
    const bool carried = owner.empty();
    if (carried) owner = carrier_subject(i);
    if (owner.empty()) continue;
    int lead = owner.begin < i ? owner.begin : i;
    while (lead > 0 &&
           (at(lead - 1).is(Kind::kDeterminer) || at(lead - 1).is(Kind::kAdjective) ||
            (lead - 1 > 0 && at(lead - 1).is_word() && !is_function(lead - 1) && at(lead - 2).is(Kind::kDeterminer))))
      --lead;
    const bool is_subject = !carried && (lead == 0 || is_boundary(lead - 1) || at(lead - 1).is(Kind::kSubordinator) ||
                                         at(lead - 1).is(Kind::kConjunction));
    if (carried && after < size_ && fold(after) == "to" && act != Act::kPromise && act != Act::kRequest) {
      int k = after + 1;  // issued a warning to lenders that …
      while (k < size_ && k < after + 7 && at(k).is_word() && !at(k).is(Kind::kThat)) ++k;
      if (k < size_ && at(k).is(Kind::kThat)) after = k;
    }
    std::vector<Span> content = said_behind(act, after, is_subject);
    if (content.empty()) continue;
    if (i <= 4 && at(0).is(Kind::kPreposition) && segment_begin(i) == 0 && content.size() == 1)
      for (int k = after + 1; k < size_; ++k)  // Despite assurances from X that none had left, three were found
        if (is_comma_mark(at(k).mark) && at(k).span.begin < content.front().end) {
          content.front().end = at(k - 1).span.end;
          break;
        }
    const int cue = i > 0 && at(i - 1).is(Kind::kDeterminer) ? i - 1 : i;
    add_found(act, owner, {cue, i + 1}, std::move(content), "a noun of saying and its owner");
    return true;
  }
  return false;
}

// And this from the Telegram channel X, which follows the port: “…”; this just in from the embassy: “…”
bool SentenceReader::read_handed_on() {
  constexpr int kLatest = 3;
  for (int i = 0; i <= kLatest && i + 3 < size_; ++i) {
    if (fold(i) != "this") continue;
    int from = i + 1;
    while (from + 1 < size_ && (fold(from) == "just" || fold(from) == "in")) ++from;
    if (fold(from) != "from") return false;
    int after = from;
    const Range owner = english_owner(from - 1, after);
    int colon = after;
    while (colon < size_ && !is_colon_mark(at(colon).mark)) ++colon;
    if (owner.empty() || colon + 1 >= size_) return false;
    add_found(Act::kAssert, owner, {colon, colon + 1}, spans_of({colon + 1, size_}), "label with colon");
    return true;
  }
  return false;
}

// In his opinion, …; …, by its own chairman's account: set off from the sentence.
bool SentenceReader::read_english_view() {
  for (int i = 2; i < size_; ++i) {
    if (!has_stop(i, "view of") || is_quoted(i)) continue;
    int unused = 0;
    Range owner = english_owner(i, unused);
    if (owner.empty() || owner.begin > i) continue;
    int lead = owner.begin - 1;
    while (lead > 0 && (fold(lead) == "own" || at(lead).is(Kind::kPossessive) || at(lead).is(Kind::kDeterminer)))
      --lead;
    if (lead < 0 || !at(lead).is_word() || !is_one_of(fold(lead), kViewLeads)) continue;
    owner.begin = lead + 1;
    const bool first = lead == 0 || is_boundary(lead - 1);
    const bool last = i + 1 >= size_ || is_boundary(i + 1);
    if (!first && !last) continue;
    const int begin = segment_begin(lead);
    int end = i + 1;
    while (end < size_ && !is_semicolon_mark(at(end).mark) && !is_terminal_mark(at(end).mark)) ++end;
    std::vector<Span> content = lead - begin > 1 ? spans_of({begin, lead}) : std::vector<Span>();
    if (end - i > 2)
      for (const Span& span : spans_of({i + 1, end})) content.push_back(span);
    if (content.empty()) continue;
    add_found(Act::kAssert, owner, {lead, i + 1}, std::move(content), "in the view of");
    return true;
  }
  return false;
}

// The trust is said to have owned the yacht; it is widely believed that …: nobody is said to speak, or who stands
// behind "by". Returns whether anything is said so.
bool SentenceReader::read_english_hearsay(const Cue& cue, Attribution a) {
  if (cue.negated || fold(cue.unit) == "found") return false;
  a.rule = "hearsay";
  a.is_hedged = true;
  int from = cue.after;
  if (from + 1 < size_ && at(from).is(Kind::kBy)) {
    int end = from + 1;
    while (end < size_ && !is_boundary(end) && fold(end) != "to" && !at(end).is(Kind::kThat)) ++end;
    const Range agent = trimmed({from + 1, end});
    if (end >= size_ || is_boundary(end) || agent.empty() || !speaks(agent)) return false;
    a.speaker = speaker_span(agent);
    a.by_passive = true;
    from = end;
  }
  const int before = cue.group.begin - 1;
  const bool it = before >= 0 && fold(before) == "it";
  if (from + 1 < size_ && fold(from) == "to") {
    const Unit& aim = at(from + 1);  // were added to the list, was reported to police in Riga: to whom or what
    if (aim.is(Kind::kDeterminer) || aim.is(Kind::kPossessive) || aim.is(Kind::kPronoun) || is_name(from + 1) ||
        is_speaker_noun(from + 1) || frame(cue, "strict"))
      return false;
    a.content = spans_of({from + 1, clause_end(from + 1, cue)});
    int verb = from + 1;
    while (verb < size_ && (at(verb).is(Kind::kAuxiliary) || at(verb).is(Kind::kAdverb))) ++verb;
    const bool voices =
        verb < size_ &&
        std::ranges::any_of(
            at(verb).lexemes, [](const Lexeme* l) { return l->kind == Kind::kCue && !has_word(l->detail, "voice"); });
    if (verb < size_ && (voices || has_stop(verb, "attitude")) && a.speaker.empty())
      a.speaker = speaker_span(subject_left(cue));  // officials are reported to have warned the bank
  } else if (it && from < size_ && !is_boundary(from)) {
    const std::optional<int> that = find_that(from, cue);
    const int begin = that ? *that : from;
    a.content = spans_of({begin, clause_end(begin, cue)});
  } else if (it && before > 2 && is_comma_mark(at(before - 1).mark)) {  // …, it is understood, …
    a.content = spans_of({segment_begin(before - 1), before - 1});
    if (from + 1 < size_ && is_comma_mark(at(from).mark))
      for (const Span& span : spans_of({from + 1, clause_end(from + 1, cue)})) a.content.push_back(span);
  }
  if (a.content.empty()) return false;
  Attribution* said = finish(a, cue);
  if (said && it) said->cue.begin = at(before).span.begin;
  return true;
}

// The brothers were charged with …; he is accused of …: nobody is said to accuse.
bool SentenceReader::read_english_accused(const Cue& cue, Attribution a) {
  const int from = cue.group.end;
  if (cue.negated || from + 1 >= size_ || !at(from).is_word()) return false;
  const std::string_view lead = fold(from);
  if (lead != "of" && lead != "with" && lead != "over" && lead != "for" && lead != "on" && lead != "in" && lead != "to")
    return false;
  a.addressee = speaker_span(subject_left(cue));
  if (a.addressee.empty()) return false;
  a.rule = "accused, without an accuser";
  const int end = clause_end(from, cue);
  a.content = spans_of({from, cue.be ? end : accused_end(from, end)});
  if (a.content.empty()) return false;
  finish(a, cue);
  return true;
}

// EU set to ban fertiliser – sources: the speaker of a heading behind its dash.
bool SentenceReader::read_dash_heading() {
  if (text_.language != "en" || size_ < 5 || is_terminal_mark(at(size_ - 1).mark)) return false;
  if (number_ > 0 && sentences_[number_ - 1].block == sentence_.block) return false;
  int dash = size_ - 1;
  while (dash > 0 && size_ - dash <= 6 && !is_dash_mark(at(dash).mark) && at(dash).mark != U'-') --dash;
  if (dash < 3 || dash + 1 >= size_ || size_ - dash > 6) return false;
  if (!is_dash_mark(at(dash).mark) && at(dash).mark != U'-') return false;
  if (at(dash).span.begin == 0 || text_.text[at(dash).span.begin - 1] != ' ' || text_.text[at(dash).span.end] != ' ')
    return false;
  bool who = false;
  for (int i = dash + 1; i < size_; ++i) {
    if (!at(i).is_word() || at(i).is(Kind::kAuxiliary) || at(i).is(Kind::kThat)) return false;
    if (text_.tokens[at(i).token].is_number) return false;  // Sweden 1 – 0 Korea
    who = who || is_speaker_noun(i);
  }
  if (!who && !(size_ - dash <= 4 && named_[at(size_ - 1).token])) return false;
  add_found(Act::kAssert, {dash + 1, size_}, {dash, dash + 1}, spans_of({0, dash}), "heading with a dash");
  return !out_.empty();
}

// “Absurd” is how the embassy described it; “No, no and no,” was the answer of X to the idea: a quotation, then whose
// it is.
bool SentenceReader::read_quotation_named() {
  if (size_ < 6) return false;
  std::vector<Span> said;
  int is = 0;
  if (at(0).quote >= 0) {
    said = {quotes_[at(0).quote].inner};
    is = 1;
  } else if (is_quote_mark(at(0).mark)) {
    is = 1;
    while (is < size_ && !is_quote_mark(at(is).mark)) ++is;
    said = spans_of({1, is});
    ++is;
  }
  if (said.size() != 1 || is + 3 >= size_) return false;
  if (is_comma_mark(at(is).mark)) ++is;
  if (fold(is) != "is" && fold(is) != "was") return false;
  Attribution a;
  a.sentence = number_;
  a.content = said;
  a.form = Form::kDirect;
  a.rule = "a quotation and whose it is";
  int end = size_;
  while (end > is && is_terminal_mark(at(end - 1).mark)) --end;
  if (fold(is + 1) == "how" || fold(is + 1) == "all") {  // “Ask Moscow,” was all the envoy would say
    int verb = is + 2;
    while (verb < end && !at(verb).is(Kind::kAuxiliary) && (!at(verb).is(Kind::kCue) || is_speaker_noun(verb))) ++verb;
    const int who = verb;
    while (verb < end && !at(verb).is(Kind::kCue)) ++verb;
    if (verb >= end || !speaks({is + 2, who})) return false;
    a.speaker = speaker_span({is + 2, who});
    a.cue = at(verb).span;
    if (verb + 1 < end)
      for (const Span& span : spans_of({verb + 1, end})) a.content.push_back(span);
    out_.push_back(std::move(a));
    return true;
  }
  int noun = is + 1;
  while (noun < end && noun < is + 9 && !has_stop(noun, "answer")) ++noun;
  if (noun >= end || !has_stop(noun, "answer")) return false;
  int after = noun + 1;
  Range owner = english_owner(noun, after);
  if (owner.empty() && noun + 2 < end && fold(noun + 1) == "of") {
    owner = phrase_right(noun + 2);
    owner.end = std::min(owner.end, end);
    after = owner.end;
    for (int k = owner.begin + 1; k < owner.end; ++k)
      if (fold(k) == "to") owner.end = after = k;
  }
  if (owner.empty()) return false;
  a.speaker = speaker_span(owner);
  a.cue = span_of({is, noun + 1});
  Cue cue;
  cue.unit = noun;
  cue.group = {noun, noun + 1};
  cue.after = after;
  judge_quotation(a, cue);
  if (after + 1 < end && (fold(after) == "to" || fold(after) == "on" || fold(after) == "about") &&
      a.act != Act::kAssert)
    a.content = spans_of({after + 1, end});
  out_.push_back(std::move(a));
  return true;
}

// The ship was reportedly heading for Syria: by whom it is reported nobody says.
bool SentenceReader::read_doubtful() {
  for (int i = 0; i + 2 < size_; ++i) {
    if (!has_stop(i, "doubtful") || is_quoted(i)) continue;
    if (i > 0 && (at(i - 1).is(Kind::kPreposition) || at(i - 1).is(Kind::kDeterminer) ||
                  at(i - 1).is(Kind::kConjunction) || at(i - 1).is(Kind::kPossessive)))
      continue;  // for allegedly selling, the allegedly forged papers
    const auto verb = [&](int k) {
      return k >= 0 && k < size_ && at(k).is_word() &&
             (at(k).is(Kind::kAuxiliary) || fold(k).ends_with("ed") || has_stop(k, "main verb"));
    };
    if (i > 0 && !verb(i - 1) && !verb(i + 1)) continue;
    int begin = segment_begin(i), end = i + 1;
    while (end < size_ && !is_semicolon_mark(at(end).mark) && !is_terminal_mark(at(end).mark)) ++end;
    std::vector<Span> content = i > begin ? spans_of({begin, i}) : std::vector<Span>();
    for (const Span& span : spans_of({i + 1, end})) content.push_back(span);
    add_found(Act::kAssert, {}, {i, i + 1}, std::move(content), "hearsay");
    if (!out_.empty()) out_.back().is_hedged = true;
    return true;
  }
  return false;
}

// State media quoted the minister as saying …: the medium first, who speaks amid the cue.
bool SentenceReader::read_quoted_as(const Cue& cue, Attribution a) {
  if (cue.be || cue.negated || cue.middle.empty() || !speaks(cue.middle)) return false;
  const Range medium = subject_left(cue);
  a.speaker = speaker_span(trimmed(cue.middle));
  if (!medium.empty()) a.medium = speaker_span(medium);
  const std::optional<int> that = find_that(cue.after, cue);
  int begin = that ? *that : cue.after;
  while (begin < size_ && (is_colon_mark(at(begin).mark) || is_comma_mark(at(begin).mark))) ++begin;
  const int first = medium.empty() ? cue.group.begin : medium.begin;
  for (int i = first - 1; i >= 0 && first - i <= 2 && a.content.empty(); --i)  // “…,” the report quotes X as saying
    if (at(i).quote >= 0) a.content = {quotes_[at(i).quote].inner};
  if (a.content.empty() && begin < size_)
    a.content = at(begin).quote >= 0 ? std::vector<Span>{quotes_[at(begin).quote].inner}
                                     : spans_of({begin, clause_end(begin, cue)});
  if (a.content.empty()) return false;
  a.rule = "quoted as saying";
  finish(a, cue);
  return true;
}

// Nobody in the trade disputes that …: what nobody denies is granted.
bool SentenceReader::read_english_nobody(const Cue& cue) {
  if (text_.language != "en" || !(act_of(*cue.lexeme) == Act::kDeny || fold(cue.unit).starts_with("doubt")))
    return false;
  int begin = cue.group.begin;
  while (begin > 0 && !is_boundary(begin - 1)) --begin;
  const std::string_view first = fold(begin);
  const bool nobody = first == "nobody" || first == "none" || first == "few" ||
                      text_.view(at(begin).span).substr(0, 6) == "No one" ||
                      (first == "no" && begin + 1 < cue.unit && fold(begin + 1) == "one") || first == "no-one";
  if (!nobody || cue.after >= size_ || is_boundary(cue.after)) return false;
  const std::optional<int> that = find_that(cue.after, cue);
  const int from = that ? *that : cue.after;
  add_found(Act::kConfirm, {}, {begin, cue.unit + 1}, spans_of({from, clause_end(from, cue)}), "what nobody denies");
  return true;
}

// The company, which denies the allegations, has hired lawyers: who stands before the relative at unit `i` and its
// comma.
SentenceReader::Range SentenceReader::before_relative(int i) const {
  if (text_.language != "en" || i < 2 || !is_comma_mark(at(i - 1).mark)) return {};
  if (fold(i) != "who" && fold(i) != "which") return {};
  int begin = i - 1;
  while (begin > 0 && !is_boundary(begin - 1) && !has_cue_between(begin - 1, begin) &&
         !at(begin - 1).is(Kind::kAuxiliary) && !at(begin - 1).is(Kind::kThat) &&
         !(at(begin - 1).is(Kind::kPreposition) && begin < i - 1))
    --begin;
  const Range who = trimmed({begin, i - 1});
  bool claim = false;
  for (int k = who.begin; k < who.end; ++k) claim = claim || (at(k).is(Kind::kClaimNoun) && !at(k).is(Kind::kPerson));
  return !claim && speaks(who) ? who : Range{};
}

// While conceding that mistakes had been made, the minister …: a participle that opens the sentence, and who speaks
// behind its comma.
bool SentenceReader::read_participle_first(const Cue& cue, Attribution a) {
  if (text_.language != "en" || !fold(cue.unit).ends_with("ing") || cue.be || cue.negated) return false;
  if (cue.group.begin > 1 || (cue.group.begin == 1 && !at(0).is(Kind::kSubordinator) && !at(0).is(Kind::kPreposition)))
    return false;
  int comma = cue.after;
  while (comma < size_ && !is_comma_mark(at(comma).mark)) ++comma;
  if (comma <= cue.after || comma + 2 >= size_) return false;
  if (fold(cue.unit) == "writing" && at(cue.after).is(Kind::kPreposition)) return true;  // Writing in the Post, …
  int end = comma + 1;
  while (end < size_ && !is_boundary(end) && !has_cue_between(end, end + 1) && !at(end).is(Kind::kAuxiliary)) ++end;
  const Range who = trimmed({comma + 1, end});
  if (who.empty() || !speaks(who)) return false;
  a.speaker = speaker_span(who);
  a.content = spans_of({cue.after, comma});
  if (a.content.empty()) return false;
  a.rule = "a participle before its subject";
  finish(a, cue);
  return true;
}

// ignored the warnings, shot down a drone: a verb that refuses or denies only where its object is a question or a
// claim.
bool SentenceReader::lacks_claim(const Cue& cue, int after) const {
  const bool refuses = has_detail(cue.unit, "question");
  if (!refuses && !has_detail(cue.unit, "claim")) return false;
  for (int i = after; i < size_ && i < after + 6 && !is_boundary(i); ++i)
    if (has_stop(i, "asking") || (!refuses && (at(i).is(Kind::kClaimNoun) || at(i).is(Kind::kAnaphor) ||
                                               (at(i).is(Kind::kPossessive) && is_boundary(i + 1)))))
      return false;  // stood by his
  return after < size_ && !is_boundary(after);
}

// maintains the sale was above board: a clause without "that" behind a verb that mostly has none.
bool SentenceReader::has_clause(int begin) const {
  if (text_.language != "en") return false;
  for (int i = begin; i < size_ && i < begin + 12 && at(i).is_word(); ++i) {
    if (at(i).is(Kind::kThat) || is_relative(i) || (at(i).is(Kind::kConjunction) && i == begin)) return false;
    if (i > begin && is_finite(i) && !has_stop(i, "main verb")) return true;
    if (i > begin && fold(i) == "to" && i + 1 < size_ && (fold(i + 1) == "be" || fold(i + 1) == "have"))
      return true;  // found its chemistry to be odd
    if (i > begin && at(i).is(Kind::kAuxiliary) && !at(i - 1).is(Kind::kPreposition) && fold(i - 1) != "to")
      return true;
  }
  return false;
}

// Contrary to what the paper reported, the ministry said, nobody had left: who speaks denies it.
void SentenceReader::read_contrary() {
  if (size_ < 6 || fold(0) != "contrary" || fold(1) != "to") return;
  int comma = 2;
  while (comma < size_ && !is_comma_mark(at(comma).mark)) ++comma;
  if (comma + 2 >= size_) return;
  const uint32_t until = at(comma).span.begin;
  for (Attribution& a : out_) {
    if (a.cue.begin < until || a.act != Act::kAssert) continue;
    std::erase_if(a.content, [&](const Span& span) { return span.end <= until; });
    for (Span& span : a.content) span.begin = std::max(span.begin, at(comma + 1).span.begin);
    a.act = Act::kDeny;
    a.cue = {at(0).span.begin, std::max(a.cue.end, at(comma - 1).span.end)};
  }
  std::erase_if(
      out_, [&](const Attribution& a) { return a.content.empty() || (a.cue.begin < until && a.act != Act::kDeny); });
}

// The words of a span, without marks.
std::vector<uint32_t> SentenceReader::words_in(Span span) const {
  std::vector<uint32_t> tokens;
  const auto first = std::ranges::lower_bound(text_.tokens, span.begin, {}, &Token::begin);
  for (auto t = first; t != text_.tokens.end() && t->end <= span.end; ++t)
    if (t->mark == 0) tokens.push_back(static_cast<uint32_t>(t - text_.tokens.begin()));
  return tokens;
}

// Do words begin, behind pronouns, auxiliaries, "no" and "utterly", with a refusal (we do not comment) before any
// verdict (nonsense, nothing to do with X; we reject these allegations)?
bool SentenceReader::begins_with_refusal(const std::vector<uint32_t>& words) const {
  const Lexicon& lexicon = Lexicon::of(text_.language);
  const std::string_view first = text_.tokens[words.front()].fold;
  const bool we = first == "we" || first == "i";
  const uint32_t limit = words.back() + 1;
  bool negated = false;
  std::vector<Found> found;
  for (size_t k = 0; k < words.size() && k < 9; ++k) {
    found.clear();
    lexicon.find(text_.tokens, words[k], limit, found);
    const std::string_view word = text_.tokens[words[k]].fold;
    bool filler = word.ends_with("ly") || word == "'s" ||
                  lexicon.has(text_.tokens, words[k], limit,
                              {Kind::kAuxiliary, Kind::kAdverb, Kind::kPronoun, Kind::kDeterminer, Kind::kAnaphor,
                               Kind::kThat, Kind::kNegation, Kind::kNothing});
    negated = negated || lexicon.has(text_.tokens, words[k], limit, {Kind::kNegation, Kind::kNothing});
    size_t end = 0;  // behind the longest of both kinds
    bool refusal = false;
    for (const Found& f : found) {
      const Lexeme& lexeme = *f.lexeme;
      if (lexeme.kind == Kind::kStop && lexeme.value == "utter") filler = true;
      const bool refuses =
          lexeme.kind == Kind::kStop && lexeme.value == "refusal" && (negated || lexeme.detail == "whole");
      const bool denies = we && k > 0 && k < 5 && !negated && f.end < limit && lexeme.kind == Kind::kCue &&
                          lexeme.value == "deny" && has_word(lexeme.detail, "np");
      const bool judges = lexeme.kind == Kind::kFalsehood || (lexeme.kind == Kind::kStop && lexeme.value == "verdict" &&
                                                              (lexeme.detail.empty() || negated));
      if (!judges && !refuses && !denies) continue;
      size_t next = k;
      while (next < words.size() && words[next] < f.end) ++next;
      if (next > end) end = next, refusal = refuses;
    }
    if (end > 0) return refusal && !(word == "know" && end < words.size());  // “I did not know who bought it”
    if (!filler) return false;
  }
  return false;
}

// it was “not in a position to comment”, that she could not discuss it, he would not go into details: do words that
// begin with who speaks refuse? What he did not discuss is a deed; only "did not comment" is none.
bool SentenceReader::refuses_in_report(const std::vector<uint32_t>& words) const {
  const Lexicon& lexicon = Lexicon::of(text_.language);
  const uint32_t limit = words.back() + 1;
  size_t k = text_.tokens[words.front()].fold == "that" ? 1 : 0;
  if (k >= words.size() || !lexicon.has(text_.tokens, words[k], limit, {Kind::kPronoun})) return false;
  bool negated = false, did = false;
  std::vector<Found> found;
  for (++k; k < words.size() && k < 7; ++k) {
    const std::string_view word = text_.tokens[words[k]].fold;
    found.clear();
    lexicon.find(text_.tokens, words[k], limit, found);
    for (const Found& f : found) {
      if (f.lexeme->kind != Kind::kStop || f.lexeme->value != "refusal") continue;
      if (f.lexeme->detail == "whole" || (f.lexeme->detail == "said" && negated && (!did || word == "comment")))
        return true;
    }
    negated = negated || lexicon.has(text_.tokens, words[k], limit, {Kind::kNegation, Kind::kNothing});
    did = did || word == "did" || word == "didn" || word == "had" || word == "has" || word == "have";
    if (!word.ends_with("ly") &&
        !lexicon.has(text_.tokens, words[k], limit, {Kind::kAuxiliary, Kind::kAdverb, Kind::kNegation, Kind::kNothing}))
      return false;
  }
  return false;
}

// “We don’t comment on customers”: a quotation that is a refusal, and nothing more.
void SentenceReader::judge_quotation(Attribution& a, const Cue& cue) const {
  if (a.act != Act::kAssert || a.content.size() != 1) return;
  const Span said = a.content.front();
  const bool quoted = std::any_of(near_.begin(), near_.end(), [&](const Quote& q) {
    return q.inner.begin <= said.begin && q.inner.end >= said.end;
  });
  const bool put_first = said.end <= cue_begin(cue) && said.begin == at(0).span.begin;  // Not so, says Kyiv
  const std::vector<uint32_t> words = words_in(said);
  if (!quoted && !words.empty() && words.size() <= 16 && refuses_in_report(words)) a.act = Act::kDecline;
  if (!quoted && !put_first) return;
  if (words.empty() || words.size() > (quoted ? 16 : 4)) return;
  // A verdict stays what was said: the polarity of its words is read where claims are joined.
  if (begins_with_refusal(words)) a.act = Act::kDecline;
}

// There is no truth to the reports, X said: X denies them.
void SentenceReader::judge_content(Attribution& a) const {
  if (a.act != Act::kAssert || a.content.empty()) return;
  Span& said = a.content.front();
  for (int i = 0; i + 1 < size_; ++i) {
    if (at(i).span.begin < said.begin || at(i).span.begin > said.begin + 40) continue;
    if (!at(i).is(Kind::kFalsehood) || !has_stop(i, "no truth") || at(i).span.end >= said.end) continue;
    a.act = Act::kDeny;
    a.cue = {std::min(a.cue.begin, said.begin), std::max(a.cue.end, at(i).span.end)};
    said.begin = at(i + 1).span.begin;
    return;
  }
  // The rumours were “complete nonsense”, X said: a claim, "to be", and a verdict to the end
  for (int i = size_ - 2; i > 0; --i) {
    if (at(i).span.begin < said.begin || at(i).span.end > said.end) continue;
    const Lexeme* be = at(i).as(Kind::kAuxiliary);
    if (!be || be->value != "be") continue;
    int head = i;
    while (head > 0 && at(head - 1).span.begin >= said.begin) --head;
    while (head + 1 < i &&  // said on Monday the claims were baseless
           (at(head).is(Kind::kTime) || (at(head).is(Kind::kPreposition) && at(head + 1).is(Kind::kTime))))
      ++head;
    bool claim = false, verdict = false;
    for (int k = head; k < i; ++k) claim = claim || (at(k).is(Kind::kClaimNoun) && k < head + 4);
    int plain = 0, last = i;
    for (int k = i + 1; k < size_ && at(k).span.end <= said.end; ++k) {
      if (at(k).is(Kind::kNegation)) return;
      const bool judges = at(k).is(Kind::kFalsehood) || has_stop(k, "verdict");
      verdict = verdict || judges;
      plain += at(k).is_word() && !is_function(k) && !judges && !has_stop(k, "utter") && !fold(k).ends_with("ly");
      last = k;
    }
    if (!claim || !verdict || plain > 3) break;
    a.act = Act::kDismiss;
    a.said_by = a.cue;
    a.cue = {std::min(a.cue.begin, at(i).span.begin), std::max(a.cue.end, at(last).span.end)};
    a.content = {span_of({head, last + 1})};
    return;
  }
  // It was too early to say, X told the inquest, whether …
  int first = 0;
  while (first < size_ && at(first).span.begin < said.begin) ++first;
  for (int i = first; i < size_ && i < first + 6 && at(i).is_word() && at(i).span.end <= said.end; ++i) {
    for (const Lexeme* lexeme : at(i).lexemes)
      if (lexeme->kind == Kind::kStop && lexeme->value == "refusal" && lexeme->detail == "whole") {
        a.act = Act::kDecline;
        a.said_by = a.cue;
        a.cue = {std::min(a.cue.begin, said.begin), std::max(a.cue.end, at(i).span.end)};
        if (i + 1 < size_ && at(i + 1).span.begin < said.end && at(i + 1).is_word())
          said.begin = at(i + 1).span.begin;
        else if (a.content.size() > 1)
          a.content.erase(a.content.begin());
        return;
      }
    if (!is_function(i) && !at(i).is(Kind::kNothing) && !at(i).is(Kind::kHedge)) return;
  }
}

// “…,” X warned underwriters on Monday: behind a quotation only whom it was said to, units [from, to).
bool SentenceReader::is_told_in_passing(const Cue& cue, int from, int to) const {
  if (text_.language != "en" || from >= size_ || !at(from).is_word()) return false;
  if ((frame(cue, "say") || frame(cue, "tell") || frame(cue, "inf")) &&
      (at(from).is(Kind::kSubordinator) || (at(from).is(Kind::kPreposition) && fold(from) != "that")))
    return true;  // “…,” X said when asked whether …; pleaded before the assembly
  if (to <= from || to - from > 8) return false;
  if (fold(from) == "as" || fold(from) == "of") return false;
  const Act act = act_of(*cue.lexeme);
  if (act != Act::kRequest && act != Act::kWarn && act != Act::kPromise && act != Act::kAssert && act != Act::kAsk)
    return false;
  if (frame(cue, "tell") || (to < size_ && !is_comma_mark(at(to).mark) && !is_terminal_mark(at(to).mark))) return false;
  for (int i = from; i < to; ++i)
    if (!at(i).is_word() || at(i).is(Kind::kAuxiliary) || at(i).is(Kind::kThat) || at(i).is(Kind::kWhether) ||
        at(i).is(Kind::kSubordinator) || fold(i) == "to" || (i > from && at(i).is(Kind::kPronoun)))
      return false;
  return !at(from).is(Kind::kAnaphor) && !at(from).is(Kind::kClaimNoun);
}

// claimed a tax refund: a thing that one asks for, no words. Not: claimed responsibility, claimed the ship had sunk.
bool SentenceReader::is_thing_claimed(const Cue& cue, int after, const Attribution& a) const {
  if (after < size_ && at(after).is_word() && at(cue.unit).token_end == at(cue.unit).token + 1 &&
      cue.group.begin == cue.unit) {
    const std::string_view verb = fold(cue.unit), next = fold(after);
    const int measure =
        at(after).is(Kind::kTime) && after + 1 < size_ ? after + 1 : after;  // found on Sunday 400 kilos
    const bool number = at(measure).is_word() && text_.tokens[at(measure).token].is_number;
    if (number && (verb.starts_with("recall") || verb.starts_with("charg") || verb.starts_with("found"))) return true;
    if (verb.starts_with("declin") && (number || next == "in" || next == "by" || next == "from" || next == "over"))
      return true;                                                                // exports declined by a third
    if (next == "for" && verb.ends_with("ed") && frame(cue, "say")) return true;  // noted for its clocks
  }
  if (!fold(cue.unit).starts_with("claim") || at(cue.unit).token_end > at(cue.unit).token + 1) return false;
  if (after >= size_ || a.form == Form::kDirect || !at(after).is_word()) return false;
  if (a.content.empty() || a.content.front().begin < at(cue.unit).span.end) return false;
  if (!at(after).is(Kind::kDeterminer) && !at(after).is(Kind::kPossessive) && !text_.tokens[at(after).token].is_number)
    return false;
  for (int i = after; i < size_ && !is_boundary(i) && !at(i).is(Kind::kConjunction); ++i)
    if (is_finite(i) || at(i).is(Kind::kThat) || at(i).quote >= 0 || is_quote_mark(at(i).mark) ||
        (i > after + 1 && fold(i).ends_with("ed")))
      return false;
  return true;
}

bool SentenceReader::has_predicate(int i, std::string_view value) const {
  return std::any_of(at(i).lexemes.begin(), at(i).lexemes.end(),
                     [&](const Lexeme* l) { return l->kind == Kind::kPredicate && l->value == value; });
}

// confirmed the operation to Der Bote: to whom, no part of what is confirmed.
int SentenceReader::told_to(Range range, Act act) const {
  if (range.begin < size_ && (has_clause(range.begin) || has_stop(range.begin, "nominative")))
    return range.end;  // he had offered the shells to Kyiv
  for (int i = range.end - 1; i > range.begin && range.end - i <= 5; --i) {
    if (!at(i).is_word()) return range.end;
    if (fold(i) != "to") continue;
    if (i + 2 < range.end && at(i + 1).is_word() && !at(i + 1).is_capital && at(i + 1).kinds == 0 &&
        (at(i + 2).is(Kind::kDeterminer) || at(i + 2).is(Kind::kPossessive)))
      continue;  // to sign the papers
    if (i - 3 > range.begin && at(i - 1).is(Kind::kDocument) && at(i - 2).is(Kind::kDeterminer) &&
        at(i - 3).is(Kind::kPreposition))
      return i - 3;         // in a letter to shareholders
    bool delivers = false;  // denied selling arms to X
    for (int k = range.begin; k < i && act != Act::kConfirm; ++k)
      delivers = delivers || fold(k).ends_with("ing") || has_predicate(k, "SUPPLY") || has_predicate(k, "TRANSFER");
    bool whom = false;
    for (int k = i + 1; k < range.end; ++k)
      whom = whom || at(k).is(Kind::kMedia) || at(k).is(Kind::kOutlet) || fold(k) == "reporters" ||
             fold(k) == "journalists" ||
             (!delivers && named_[at(k).token] && !at(k).is(Kind::kState) && !at(k).is(Kind::kPlace));
    return whom ? i : range.end;
  }
  return range.end;
}

}  // namespace cordon::reading
