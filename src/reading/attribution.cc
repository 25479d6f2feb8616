#include "reading/attribution.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "reading/sentence_reader.h"
#include "reading/tagger.h"

namespace cordon::reading {
namespace {

constexpr std::array<std::string_view, 10> kActNames = {"assert",  "accuse",  "deny",    "dismiss", "warn",
                                                        "request", "decline", "confirm", "promise", "ask"};
constexpr std::array<std::string_view, 3> kFormNames = {"direct", "indirect", "mixed"};

// Joins quotations that stand without a cue of their own to the attribution whose speech they go on with.
class Quotations {
 public:
  Quotations(const Text& text, const std::vector<Quote>& quotes, const std::vector<Sentence>& sentences,
             std::vector<Attribution>& all)
      : text_(text), quotes_(quotes), sentences_(sentences), all_(all) {}

  void join() {
    for (uint32_t s = 0; s < sentences_.size(); ++s)
      for (const Unit& unit : sentences_[s].units)
        if (unit.quote >= 0 && !is_taken(s, quotes_[unit.quote])) place(s, quotes_[unit.quote]);
  }

 private:
  bool is_taken(uint32_t s, const Quote& quote) const {
    for (const Attribution& a : near(s))
      for (const Span& span : a.content)
        if (span.begin <= quote.inner.begin && span.end + 2 >= quote.inner.end) return true;
    return false;
  }

  // The attributions of the sentences round `s`.
  std::span<Attribution> near(uint32_t s) const {
    const auto before = [](const Attribution& a, uint32_t n) { return a.sentence < n; };
    const auto first = std::lower_bound(all_.begin(), all_.end(), s < 8 ? 0 : s - 8, before);
    const auto last = std::lower_bound(first, all_.end(), s + 8, before);
    return {&*all_.begin() + (first - all_.begin()), static_cast<size_t>(last - first)};
  }

  uint32_t block_of(const Attribution& a) const { return sentences_[a.sentence].block; }

  void place(uint32_t s, const Quote& quote) {
    const uint32_t block = sentences_[s].block;
    Attribution* before = nullptr;
    Attribution* after = nullptr;
    for (Attribution& a : near(s)) {
      if (a.content.empty()) {
        if (block_of(a) == block && a.sentence == s + 1 && a.cue.begin > quote.outer.end && a.rule == "bare cue")
          after = &a;
        continue;
      }
      if (block_of(a) == block && a.content.back().begin < quote.outer.begin && a.cue.begin < quote.outer.begin &&
          a.form == Form::kDirect)
        before = &a;
      if (!quote.is_closed && block_of(a) == block + 1 && a.form == Form::kDirect && !after) after = &a;
    }
    if (after) {
      after->content.insert(after->content.begin(), quote.inner);
      after->form = Form::kDirect;
      if (after->rule == "bare cue") after->rule = "quotation, subject verb";
      return;
    }
    // “…,” he said. “And …”: goes on, unless somebody else has spoken between.
    const Attribution* last = nullptr;
    for (const Attribution& a : near(s))
      if (block_of(a) == block && a.cue.begin < quote.outer.begin) last = &a;
    if (before && before == last && s <= before->sentence + 1) {
      before->content.push_back(quote.inner);
      return;
    }
    if (last && s == last->sentence && follows_colon(quote) &&
        (last->act == Act::kDeny || last->act == Act::kDismiss || last->act == Act::kConfirm)) {  // X denies it: “We …”
      Attribution& denial = *const_cast<Attribution*>(last);
      denial.content.push_back(quote.inner);
      denial.is_explained = true;
      return;
    }
    if (last && s <= last->sentence + 1 && !last->speaker.empty() && last->act != Act::kAsk) {  // X denied it. “We …”
      Attribution made;
      made.sentence = s;
      made.form = Form::kDirect;
      made.content = {quote.inner};
      made.takes_speaker_before = true;
      made.goes_on = true;
      made.rule = "quotation alone";
      const auto at = std::upper_bound(all_.begin(), all_.end(), s,
                                       [](uint32_t n, const Attribution& a) { return n < a.sentence; });
      all_.insert(at, std::move(made));
    }
  }

  // Does a colon stand right before it?
  bool follows_colon(const Quote& quote) const {
    const auto at = std::lower_bound(text_.tokens.begin(), text_.tokens.end(), quote.outer.begin,
                                     [](const Token& t, uint32_t b) { return t.begin < b; });
    return at != text_.tokens.begin() && is_colon_mark(std::prev(at)->mark);
  }

  const Text& text_;
  const std::vector<Quote>& quotes_;
  const std::vector<Sentence>& sentences_;
  std::vector<Attribution>& all_;
};

// Die Fässer seien in der Türkei verbraucht worden: a German sentence in the subjunctive of reported speech, without a
// verb of saying, goes on with what was said in the sentence before.
std::optional<Attribution> speech_that_goes_on(const Text& text, const Sentence& sentence, uint32_t number,
                                               const std::vector<Attribution>& all,
                                               const std::vector<Sentence>& sentences) {
  if (text.language != "de" || all.empty() || sentence.units.size() < 4) return std::nullopt;
  const Attribution& last = all.back();
  if (last.sentence + 1 != number || sentences[last.sentence].block != sentence.block || last.act == Act::kAsk)
    return std::nullopt;
  constexpr std::string_view kReported[] = {
      "sei",   "seien", "habe",  "werde",   "k\u00f6nne", "m\u00fcsse", "solle",  "wolle", "d\u00fcrfe", "gebe",
      "komme", "gehe",  "wisse", "brauche", "liege",      "stehe",      "treffe", "lasse", "handle",     "handele"};
  constexpr std::string_view kOpeners[] = {"wenn", "falls", "ob", "dass", "weil", "als"};
  const Unit* verb = nullptr;
  for (const Unit& unit : sentence.units) {
    if (unit.quote >= 0 || is_comma_mark(unit.mark) || is_colon_mark(unit.mark)) break;
    if (!unit.is_word()) continue;
    const std::string_view word = text.tokens[unit.token].fold;
    if (&unit == &sentence.units.front() && std::ranges::find(kOpeners, word) != std::end(kOpeners)) break;
    if (&unit != &sentence.units.front() && std::ranges::find(kReported, word) != std::end(kReported)) {
      verb = &unit;
      break;
    }
  }
  if (!verb || sentence.units.back().mark == U'?') return std::nullopt;
  for (const Unit& unit : sentence.units)
    if (unit.is_word() && text.tokens[unit.token].fold == "ich") return std::nullopt;  // ich habe
  Attribution made;
  made.sentence = number;
  made.cue = verb->span;
  made.content = {{sentence.units.front().span.begin, is_terminal_mark(sentence.units.back().mark)
                                                          ? sentence.units.back().span.begin
                                                          : sentence.units.back().span.end}};
  made.takes_speaker_before = true;
  made.goes_on = true;
  made.rule = "reported speech goes on";
  return made;
}

}  // namespace

std::string_view act_name(Act act) { return kActNames[static_cast<size_t>(act)]; }
std::string_view form_name(Form form) { return kFormNames[static_cast<size_t>(form)]; }

std::vector<bool> named_tokens(const Text& text, const Parties& parties) {
  std::vector<bool> named(text.tokens.size(), false);
  size_t token = 0;
  for (const Mention& mention : parties.mentions) {
    while (token > 0 && text.tokens[token - 1].end > mention.span.begin) --token;
    while (token < text.tokens.size() && text.tokens[token].begin < mention.span.begin) ++token;
    for (size_t i = token; i < text.tokens.size() && text.tokens[i].end <= mention.span.end; ++i) named[i] = true;
  }
  return named;
}

std::vector<Attribution> find_attributions(const Text& text, const std::vector<Quote>& quotes,
                                           const std::vector<Sentence>& sentences, const Parties& parties,
                                           const Readers& readers) {
  std::vector<Attribution> all;
  const std::vector<bool> named = named_tokens(text, parties);
  for (uint32_t s = 0; s < sentences.size(); ++s) {
    const size_t first = all.size();
    if (readers.rules) {
      SentenceReader reader(text, quotes, sentences, named, s);
      for (Attribution& a : reader.read()) all.push_back(std::move(a));
      if (all.size() == first)
        if (auto more = speech_that_goes_on(text, sentences[s], s, all, sentences)) all.push_back(std::move(*more));
    }
    if (readers.tagger && readers.rules)
      add_proposals(*readers.tagger, text, quotes, sentences, named, s, all, first);
    else if (readers.tagger)
      for (Attribution& a : tagged_attributions(*readers.tagger, text, quotes, sentences, named, s))
        all.push_back(std::move(a));
  }
  if (!all.empty()) Quotations(text, quotes, sentences, all).join();
  std::erase_if(all, [](const Attribution& a) { return a.content.empty(); });
  return all;
}

}  // namespace cordon::reading
