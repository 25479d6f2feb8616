// A talk printed turn by turn: all of a turn is what its speaker says or asks; what others are said to have said in it
// is theirs.
#include <algorithm>

#include "reading/sentence_reader.h"
#include "reading/turns.h"

namespace cordon::reading {

// What a sentence of a turn says, and in the first of them the turn itself.
std::vector<Attribution> SentenceReader::read_turn(const Turn& turn) {
  const uint32_t head = turn.said.front().begin;
  for (int i = 0; i < size_ && at(i).span.begin < head; ++i) skipped_[i] = true;  // the label, the dash
  std::vector<Attribution> said;
  const bool opens = sentence_.span.begin <= head && head < sentence_.span.end;
  std::vector<Attribution> inner = read_words();
  if (opens) {
    Attribution a;
    a.sentence = number_;
    a.act = turn.asks ? Act::kAsk : act_of_answer({head, std::min(sentence_.span.end, turn.said.front().end)}, inner);
    a.form = Form::kDirect;
    a.cue = turn.label;
    if (turn.has_colon && is_turn_word(text_, turn.label)) {
      a.cue.end = turn.said.front().begin;  // Q: …
      while (a.cue.end > turn.label.end && text_.text[a.cue.end - 1] == ' ') --a.cue.end;
    } else if (turn.has_colon) {
      a.speaker = turn.label;
      const uint32_t colon = text_.token_at(turn.label.end);
      if (colon < text_.tokens.size()) a.cue = {text_.tokens[colon].begin, text_.tokens[colon].end};
    }
    a.content = turn.said;
    if (turn.asks && turn.has_colon && is_turn_word(text_, turn.label)) a.content = question_of(turn);
    a.rule = turn.asks ? "question in a talk" : "answer in a talk";
    if (!a.content.empty()) said.push_back(std::move(a));
  }
  for (Attribution& a : inner)
    if (!a.speaker.empty() && a.cue.begin >= head && !says_himself(a.speaker) &&
        !(opens && !is_somebody_else(a.speaker)))
      said.push_back(std::move(a));
  return said;
}

// Q: The port was closed in May. Will it open again?: the last question of the turn; empty where it has none.
std::vector<Span> SentenceReader::question_of(const Turn& turn) const {
  std::vector<Span> out;
  for (size_t s = number_; s < sentences_.size() && sentences_[s].span.begin < turn.end(); ++s)
    if (const std::vector<Unit>& units = sentences_[s].units; is_question_mark(units.back().mark))
      out = {{std::max(units.front().span.begin, turn.said.front().begin), units.back().span.end}};
  return out;
}

// That’s not true; I won’t give you the name; I don’t hide it: the act of the first sentence of an answer, of which
// `inner` was read.
Act SentenceReader::act_of_answer(Span sentence, const std::vector<Attribution>& inner) const {
  if (is_verdict(sentence)) return Act::kDeny;
  Attribution whole;
  whole.content = {sentence};
  if (is_no_comment(whole)) return Act::kDecline;
  if (text_.language == "en")
    if (const auto words = words_in(sentence); !words.empty() && words.size() <= 16 && begins_with_refusal(words))
      return Act::kDecline;
  for (const Attribution& a : inner)
    if (says_himself(a.speaker) || (a.speaker.empty() && grammar_.drops_subject))
      if (a.act == Act::kDecline || a.act == Act::kDeny || a.act == Act::kDismiss || a.act == Act::kConfirm)
        return a.act;
  return Act::kAssert;
}

}  // namespace cordon::reading
