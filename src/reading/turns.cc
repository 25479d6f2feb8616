#include "reading/turns.h"

#include <algorithm>
#include <map>

#include "reading/sentences.h"

namespace cordon::reading {
namespace {

constexpr uint32_t kLabels = 4, kQuestions = 2;  // of an interview by labels
constexpr uint32_t kFewestAsked = 3;             // questions of an interview without labels

// How the questions of a talk without labels are told from its answers.
enum class Style : uint8_t { kBold, kItalic, kHeading, kLead, kPlain };

class TurnFinder {
 public:
  TurnFinder(const Page& page, const Lexicon& lexicon, const std::vector<Quote>& quotes, Text& text)
      : page_(page), lexicon_(lexicon), quotes_(quotes), text_(text) {}

  void find() {
    count_ = static_cast<uint32_t>(text_.kinds.size());
    read_labels();
    if (text_.is_interview) return add_labelled();
    if (add_dashes()) return;
    uint32_t most = 0;
    Style best = Style::kPlain;
    for (const Style style : {Style::kBold, Style::kItalic, Style::kHeading, Style::kLead}) {
      const uint32_t asked = asked_in(style);
      if (asked > most) most = asked, best = style;
    }
    if (most >= kFewestAsked) {
      add_styled(best);
    } else if (asked_in(Style::kPlain) > kFewestAsked) {
      add_styled(Style::kPlain);
    }
  }

 private:
  uint32_t first(uint32_t block) const { return text_.heads[block]; }
  uint32_t last(uint32_t block) const { return text_.heads[block + 1]; }  // behind its tokens
  const Token& tok(uint32_t i) const { return text_.tokens[i]; }
  bool is_set(uint32_t block) const { return block < page_.blocks.size(); }

  bool has_stop(uint32_t i, uint32_t end, std::string_view value) const {
    std::vector<Found> found;
    lexicon_.find(text_.tokens, i, end, found);
    return std::ranges::any_of(
        found, [&](const Found& f) { return f.lexeme->kind == Kind::kStop && f.lexeme->value == value; });
  }

  bool ends_with_question(uint32_t begin, uint32_t end) const {
    while (end > begin && (is_quote_mark(tok(end - 1).mark) || tok(end - 1).mark == U')')) --end;
    return end > begin && is_question_mark(tok(end - 1).mark);
  }

  // ── labels ──

  // The token behind a label at the head of the block, mark and all: Q:, MR. MILLER:, 记者：, "P. ", Q; 0 where none
  // is.
  uint32_t label_end(uint32_t block) const {
    constexpr uint32_t kMost = 6;  // tokens of a label
    const uint32_t begin = first(block), end = last(block);
    for (uint32_t i = begin; i < end && i <= begin + kMost; ++i) {
      const char32_t mark = tok(i).mark;
      if (is_colon_mark(mark)) return i > begin && i + 1 < end ? i + 1 : 0;
      if (mark != 0 && mark != U'.' && mark != U'-' && mark != U'&') break;
    }
    return bare_label_end(begin, end);
  }

  // Q Thanks. …; P. ¿Qué pasó?; Respuesta.- Nada.: the words for question and answer, and no colon.
  uint32_t bare_label_end(uint32_t begin, uint32_t end) const {
    if (begin + 2 >= end || !tok(begin).is_capital) return 0;
    const bool asks = has_stop(begin, begin + 1, "label asks"), answers = has_stop(begin, begin + 1, "label answers");
    if (!asks && !answers) return 0;
    uint32_t i = begin + 1;
    while (i < end && i < begin + 4 && (tok(i).mark == U'.' || tok(i).mark == U'-' || is_dash_mark(tok(i).mark))) ++i;
    const bool next = i < end && (tok(i).is_capital || tok(i).is_number || tok(i).mark != 0);
    if (i > begin + 1) return next && !(tok(i).joined && tok(i).mark == 0) ? i : 0;
    return asks && tok(begin).end == tok(begin).begin + 1 && next && !tok(i).joined ? i : 0;
  }

  std::string label_text(uint32_t block) const {
    std::string out;
    for (uint32_t i = first(block); i < labels_[block]; ++i)
      if (tok(i).mark == 0) out += tok(i).fold + " ";
    return out;
  }

  void read_labels() {
    labels_.assign(count_, 0);
    uint32_t labels = 0, questions = 0;
    for (uint32_t block = 0; block < count_; ++block) {
      labels_[block] = first(block) < last(block) ? label_end(block) : 0;
      if (labels_[block] == 0) continue;
      ++labels;
      questions += ends_with_question(first(block), last(block));
    }
    text_.is_interview = labels >= kLabels && questions >= kQuestions;
  }

  bool is_colon_label(uint32_t block) const { return is_colon_mark(tok(labels_[block] - 1).mark); }

  void add_labelled() {
    struct Use {
      uint32_t turns = 0, questions = 0;
    };
    std::map<std::string, Use> uses;
    for (uint32_t block = 0; block < count_; ++block) {
      if (labels_[block] == 0) continue;
      Use& use = uses[label_text(block)];
      ++use.turns;
      use.questions += ends_with_question(first(block), last(block));
    }
    uint32_t final = 0;
    for (uint32_t block = 0; block < count_; ++block)
      if (labels_[block] != 0 && uses[label_text(block)].turns > 1) final = block;
    bool open = false;
    for (uint32_t block = 0; block < count_; ++block) {
      if (first(block) == last(block)) continue;
      if (labels_[block] != 0) {
        const Use& use = uses[label_text(block)];
        open = use.turns > 1 || !is_colon_label(block);
        if (!open) continue;
        Turn turn;
        turn.has_colon = is_colon_label(block);
        const uint32_t head = first(block);
        turn.begin = tok(head).begin;
        turn.label = {tok(head).begin, tok(labels_[block] - (turn.has_colon ? 2 : 1)).end};
        turn.asks = has_stop(head, labels_[block], "label asks") ||
                    (!has_stop(head, labels_[block], "label answers") && use.questions * 2 > use.turns);
        turn.said = {words(labels_[block], last(block))};
        text_.turns.push_back(std::move(turn));
      } else if (open) {
        open = goes_on(block, block < final);
        if (open) text_.turns.back().said.push_back(words(first(block), last(block)));
      }
    }
  }

  // Does the block without a mark of its own go on with the turn before it? Behind the last turn only what says I, we
  // or you does.
  bool goes_on(uint32_t block, bool is_amid) const {
    if (text_.kinds[block] == BlockKind::kCrossHead || is_stage_direction(block)) return false;
    if (is_set(block) && page_.blocks[block].is_italic) return false;
    return is_amid || speaks_of_self(first(block), last(block)) || says_you(first(block), last(block));
  }

  // 2:31 P.M. EST; (Laughter.)
  bool is_stage_direction(uint32_t block) const {
    constexpr uint32_t kMostWords = 8;
    const Token& head = tok(first(block));
    const bool is_aside = head.mark == U'(' && tok(last(block) - 1).mark == U')';
    return (head.is_number || is_aside) && last(block) - first(block) <= kMostWords;
  }

  // ── typography ──

  uint32_t lead_end(uint32_t block) const {
    if (!is_set(block) || page_.blocks[block].bold_lead == 0) return 0;
    const uint32_t end = text_.token_at(text_.blocks[block] + page_.blocks[block].bold_lead);
    return std::min(end, last(block));
  }

  bool is_styled(uint32_t block, Style style) const {
    if (first(block) == last(block) || !is_set(block)) return false;
    const Block& b = page_.blocks[block];
    switch (style) {
      case Style::kBold:
        return b.is_bold && (text_.kinds[block] != BlockKind::kCrossHead || asks(block));
      case Style::kItalic:
        return b.is_italic && !b.is_bold;
      case Style::kHeading:
        return text_.kinds[block] == BlockKind::kCrossHead;
      case Style::kLead:
        return ends_with_question(first(block), lead_end(block));
      case Style::kPlain:
        return asks(block) && last(block) - first(block) <= 60 && says_you(first(block), last(block));
    }
    return false;
  }

  bool asks(uint32_t block) const { return ends_with_question(first(block), last(block)); }

  // How many questions are set so, if most of what is set so asks and others are spoken to or speak of themselves.
  uint32_t asked_in(Style style) const {
    uint32_t questions = 0, all = 0, talk = 0;
    bool is_open = false;  // behind a question whose turn has shown no sign of talk
    for (uint32_t block = 0; block < count_; ++block) {
      const uint32_t begin = first(block), end = last(block);
      if (is_styled(block, style)) {
        const uint32_t until = style == Style::kLead ? lead_end(block) : end;
        if (questions > 0 || asks(block)) ++all;
        if (style != Style::kLead && !asks(block)) continue;
        ++questions;
        is_open = !says_you(begin, until);
        talk += !is_open;
        if (style == Style::kLead && is_open && speaks_of_self(until, end)) ++talk, is_open = false;
      } else if (is_open && questions > 0 && speaks_of_self(begin, end)) {
        ++talk, is_open = false;
      }
    }
    if (questions * 2 < all) return 0;
    const bool is_marked = style == Style::kBold || style == Style::kItalic;
    return talk * (is_marked ? 4 : 2) >= questions && talk > 0 ? questions : 0;
  }

  void add_styled(Style style) {
    uint32_t final = 0, begin = count_;
    for (uint32_t block = 0; block < count_; ++block) {
      if (!is_styled(block, style)) continue;
      if (begin == count_ && (style == Style::kLead || asks(block))) begin = block;
      if (asks(block) || style == Style::kLead) final = block;
    }
    enum { kClosed, kAsked, kAnswered } state = kClosed;
    for (uint32_t block = begin; block < count_; ++block) {
      if (first(block) == last(block)) continue;
      const Span all = words(first(block), last(block));
      if (is_styled(block, style) && (block <= final || asks(block))) {
        if (style == Style::kLead) {
          add(true, first(block), lead_end(block));
          add(false, lead_end(block), last(block));
          state = kAnswered;
          continue;
        }
        if (state == kAsked) {
          text_.turns.back().said.push_back(all);
        } else {
          add(true, first(block), last(block));
        }
        state = kAsked;
      } else if (state == kAsked) {
        add(false, first(block), last(block));
        state = kAnswered;
      } else if (state == kAnswered) {
        if (goes_on(block, block < final))
          text_.turns.back().said.push_back(all);
        else
          state = kClosed;
      }
    }
    drop_unanswered();
  }

  // A heading with nothing that answers it at the end.
  void drop_unanswered() {
    while (!text_.turns.empty() && text_.turns.back().asks) text_.turns.pop_back();
  }

  // ── dashes ──

  bool is_dashed(uint32_t block) const {
    if (last(block) < first(block) + 3) return false;
    const Token& head = tok(first(block));
    return (is_dash_mark(head.mark) || head.mark == U'-') && !tok(first(block) + 1).joined;
  }

  // — Вы поставляли? — Нет.: paragraphs that begin with a dash; bold or italic ones ask, or every other one.
  bool add_dashes() {
    uint32_t dashed = 0, questions = 0, talk = 0, set = 0, begin = count_, final = 0;
    for (uint32_t block = 0; block < count_; ++block) {
      if (!is_dashed(block)) continue;
      ++dashed;
      final = block;
      const bool asked = asks(block);
      questions += asked;
      set += page_.blocks[block].is_bold || page_.blocks[block].is_italic;
      if (asked && begin == count_) begin = block;
      talk += asked ? says_you(first(block), last(block)) : speaks_of_self(first(block), last(block));
    }
    if (dashed < 4 || questions < 2 || questions * 4 < dashed || talk == 0) return false;
    const bool by_set = set >= questions && set * 3 <= dashed * 2;
    bool open = false, asked = false;
    for (uint32_t block = begin; block < count_; ++block) {
      if (first(block) == last(block)) continue;
      if (is_dashed(block)) {
        asked = by_set ? page_.blocks[block].is_bold || page_.blocks[block].is_italic : !asked || !open;
        add(asked, first(block), last(block));
        open = true;
      } else if (open) {
        open = goes_on(block, block < final);
        if (open) text_.turns.back().said.push_back(words(first(block), last(block)));
      }
    }
    drop_unanswered();
    return true;
  }

  // ── what is said ──

  void add(bool asked, uint32_t begin, uint32_t end) {
    Turn turn;
    turn.asks = asked;
    turn.begin = tok(begin).begin;
    turn.said = {words(begin, end)};
    text_.turns.push_back(std::move(turn));
  }

  Span words(uint32_t begin, uint32_t end) const {
    if (begin + 1 < end && (is_dash_mark(tok(begin).mark) || tok(begin).mark == U'-') && !tok(begin + 1).joined)
      ++begin;
    return {tok(begin).begin, tok(end - 1).end};
  }

  bool says_you(uint32_t begin, uint32_t end) const {
    if (text_.language == "de")
      for (uint32_t i = begin + 1; i < end; ++i)
        if (is_german_you(i)) return true;
    return any_outside_quotes(begin, end, [](const Lexeme& l) { return l.kind == Kind::kStop && l.value == "you"; });
  }

  // Haben Sie gezahlt? Ihre Firma …: with a capital amid the sentence.
  bool is_german_you(uint32_t i) const {
    if (!tok(i).is_capital || is_terminal_mark(tok(i - 1).mark) || is_colon_mark(tok(i - 1).mark) ||
        is_quote_mark(tok(i - 1).mark) || is_dash_mark(tok(i - 1).mark))
      return false;
    const std::string& word = tok(i).fold;
    return word == "sie" || word == "ihnen" || word == "ihr" || (word.size() <= 5 && word.starts_with("ihre"));
  }

  bool speaks_of_self(uint32_t begin, uint32_t end) const {
    return any_outside_quotes(begin, end, [](const Lexeme& l) {
      return (l.kind == Kind::kPronoun && (l.value == "i" || l.value == "we")) ||
             (l.kind == Kind::kPossessive && l.value == "we") || (l.kind == Kind::kStop && l.value == "me");
    });
  }

  template <class Test>
  bool any_outside_quotes(uint32_t begin, uint32_t end, Test test) const {
    std::vector<Found> found;
    uint32_t quoted_until = 0;  // byte
    auto quote = std::ranges::lower_bound(quotes_, begin < end ? tok(begin).begin : 0, {},
                                          [](const Quote& q) { return q.outer.begin; });
    for (uint32_t i = begin; i < end; ++i) {
      for (; quote != quotes_.end() && quote->outer.begin <= tok(i).begin; ++quote)
        quoted_until = std::max(quoted_until, quote->outer.end);
      if (tok(i).mark != 0 || tok(i).begin < quoted_until) continue;
      found.clear();
      lexicon_.find(text_.tokens, i, end, found);
      for (const Found& f : found)
        if (test(*f.lexeme)) return true;
    }
    return false;
  }

  const Page& page_;
  const Lexicon& lexicon_;
  const std::vector<Quote>& quotes_;
  Text& text_;
  uint32_t count_ = 0;
  std::vector<uint32_t> labels_;  // of each block: the token behind its label, 0 where it has none
};

}  // namespace

namespace {

bool is_talk_word(const Lexicon& lexicon, const std::vector<Token>& tokens, uint32_t i) {
  std::vector<Found> found;
  lexicon.find(tokens, i, static_cast<uint32_t>(tokens.size()), found);
  return std::ranges::any_of(
      found, [](const Found& f) { return f.lexeme->kind == Kind::kStop && f.lexeme->value == "interview"; });
}

// Does the page say that somebody was talked to: in its headline, before the first turn or behind the last?
bool is_said_to_be_talk(const Lexicon& lexicon, const Text& text) {
  const std::vector<Token> title = tokenize(text.title, text.language, 0, 0);
  for (uint32_t i = 0; i < title.size(); ++i)
    if (title[i].mark == 0 && is_talk_word(lexicon, title, i)) return true;
  const uint32_t begin = text.token_at(text.turns.front().begin), end = text.token_at(text.turns.back().end());
  for (uint32_t i = 0; i < text.tokens.size(); ++i) {
    if (i == begin) i = end;
    if (i < text.tokens.size() && text.tokens[i].mark == 0 && is_talk_word(lexicon, text.tokens, i)) return true;
  }
  return false;
}

}  // namespace

// Questions without labels are a talk where the page says so: an essay asks its reader, and a paper answers questions
// that it puts itself.
void find_turns(const Page& page, const Lexicon& lexicon, const std::vector<Quote>& quotes, Text& text) {
  TurnFinder(page, lexicon, quotes, text).find();
  if (text.turns.empty()) return;
  const bool labelled = std::ranges::any_of(text.turns, [](const Turn& turn) { return !turn.label.empty(); });
  text.is_said_talk = is_said_to_be_talk(lexicon, text);
  if (labelled || text.is_said_talk) return;
  text.turns.clear();
  text.is_interview = false;
}

namespace {

// J. Lau: one letter before a full stop.
bool is_initial(const Text& text, uint32_t i) {
  return i + 1 < text.tokens.size() && text.tokens[i + 1].mark == U'.' &&
         text.tokens[i].end - text.tokens[i].begin <= 2;
}

// Does one of the name's words, and no initial, stand among the folded `words`?
bool shares_word(const Text& text, Span name, const std::vector<std::string_view>& words) {
  for (uint32_t i = text.token_at(name.begin); i < text.tokens.size() && text.tokens[i].begin < name.end; ++i)
    if (text.tokens[i].mark == 0 && !is_initial(text, i) &&
        std::ranges::find(words, text.tokens[i].fold) != words.end())
      return true;
  return false;
}

}  // namespace

namespace {

// Is the sentence round `name`, or the one behind it in its paragraph, of a talk (David Lau speaks to us; Anna Berg
// runs the firm. She talked to us)?
bool is_beside_talk(const Text& text, Span name) {
  constexpr int kSentences = 2;
  const Lexicon& lexicon = Lexicon::of(text.language);
  const uint32_t at = text.token_at(name.begin);
  if (at >= text.tokens.size()) return false;
  const auto [first, last] = std::pair(text.heads[text.tokens[at].block], text.heads[text.tokens[at].block + 1]);
  uint32_t begin = at;
  while (begin > first && !is_terminal_mark(text.tokens[begin - 1].mark)) --begin;
  int ended = 0;
  for (uint32_t i = begin; i < last && ended < kSentences; ++i) {
    ended += is_terminal_mark(text.tokens[i].mark) && i > at;
    if (text.tokens[i].mark == 0 && is_talk_word(lexicon, text.tokens, i)) return true;
  }
  return false;
}

}  // namespace

bool is_turn_word(const Text& text, Span label) {
  const uint32_t begin = text.token_at(label.begin), end = text.token_at(label.end);
  std::vector<Found> found;
  if (begin < end) Lexicon::of(text.language).find(text.tokens, begin, end, found);
  return std::ranges::any_of(found, [&](const Found& f) {
    return f.end == end && f.lexeme->kind == Kind::kStop && (f.lexeme->value == "asks" || f.lexeme->value == "answers");
  });
}

Span find_interviewee(const Text& text, const Parties& parties) {
  if (text.turns.empty() || !text.is_said_talk) return {};
  // whom the first words of questions call by name, and whom the headline names
  std::vector<std::string_view> called, titled, asking;
  for (const Turn& turn : text.turns) {
    if (!turn.asks) continue;
    std::vector<std::string_view> words;
    uint32_t i = text.token_at(turn.said.front().begin);
    for (const uint32_t end = std::min<uint32_t>(i + 5, static_cast<uint32_t>(text.tokens.size())); i < end; ++i) {
      if (is_comma_mark(text.tokens[i].mark)) {
        called.insert(called.end(), words.begin(), words.end());
        break;
      }
      if (text.tokens[i].mark == 0 && text.tokens[i].is_capital) words.push_back(text.tokens[i].fold);
    }
  }
  const std::vector<Token> title = tokenize(text.title, text.language, 0, 0);
  for (const Token& token : title) titled.push_back(token.fold);
  const std::vector<Token> byline = tokenize(text.byline, text.language, 0, 0);
  for (const Token& token : byline) asking.push_back(token.fold);
  struct Candidate {
    Span name;
    int score = 0;
    bool is_sure = false;  // said to be talked to, or called by name
  };
  std::map<int, Candidate> candidates;  // by party
  const uint32_t begin = text.turns.front().begin;
  for (const Mention& m : parties.mentions) {
    const Party& party = parties.parties[m.party];
    if (m.span.begin >= begin) break;
    if (party.type != PartyType::kPerson || party.is_medium || shares_word(text, m.span, asking)) continue;
    Candidate& c = candidates[m.party];
    if (c.name.empty()) c.name = m.span;
    ++c.score;
    const bool met = is_beside_talk(text, m.span);
    c.is_sure = c.is_sure || met || shares_word(text, m.span, titled) || shares_word(text, m.span, called);
    c.score += 3 * met + 4 * shares_word(text, m.span, titled) + 4 * shares_word(text, m.span, called);
  }
  const Candidate* best = nullptr;
  for (const auto& [party, c] : candidates)
    if (!best || c.score > best->score || (c.score == best->score && c.name.begin < best->name.begin)) best = &c;
  if (!best) return {};
  const bool is_only = candidates.size() == 1 && parties.parties[candidates.begin()->first].entity_ids.empty();
  return best->is_sure || is_only ? best->name : Span{};
}

}  // namespace cordon::reading
