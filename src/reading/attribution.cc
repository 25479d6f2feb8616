#include "reading/attribution.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "reading/sentence_reader.h"
#include "reading/tagger.h"
#include "reading/turns.h"

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
        if (unit.quote >= 0 && !text_.turn_at(quotes_[unit.quote].outer.begin) && !is_taken(s, quotes_[unit.quote]))
          place(s, quotes_[unit.quote]);
  }

 private:
  bool is_taken(uint32_t s, const Quote& quote) const {
    const auto holds = [&](Span span) { return span.begin <= quote.inner.begin && span.end + 2 >= quote.inner.end; };
    const auto crosses = [&](Span cue) {  // « Je ne commente pas l’affaire », a-t-il dit: the words that refuse
      return cue.begin >= quote.inner.begin && cue.begin < quote.inner.end && cue.end > quote.inner.end;
    };
    for (const Attribution& a : near(s))
      if (holds(a.cue) || crosses(a.cue) || std::ranges::any_of(a.content, holds))
        return true;  // “This is an invention”, as a denial
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

  // “So what,” shrugged the mate: a quotation that ends with a comma, and words of its own behind it that say whose it
  // is, though they were not understood.
  bool is_of_another(const Quote& quote) const {
    if (text_.language != "en" || quote.inner.empty() || text_.text[quote.inner.end - 1] != ',') return false;
    const uint32_t next = text_.token_at(quote.outer.end);
    return next < text_.tokens.size() && text_.tokens[next].mark == 0 && !text_.tokens[next].is_capital &&
           text_.tokens[next].fold != "and" && text_.tokens[next].fold != "but";
  }

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
    if (is_of_another(quote)) return;
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
    if (last && s <= last->sentence + 1 && (!last->speaker.empty() || last->takes_speaker_before) &&
        last->act != Act::kAsk) {  // X denied it. “We …”
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
    const uint32_t at = text_.token_at(quote.outer.begin);
    return at > 0 && is_colon_mark(text_.tokens[at - 1].mark);
  }

  const Text& text_;
  const std::vector<Quote>& quotes_;
  const std::vector<Sentence>& sentences_;
  std::vector<Attribution>& all_;
};

constexpr std::string_view kReported[] = {
    "sei",   "seien", "habe",  "werde",   "k\u00f6nne", "m\u00fcsse", "solle",  "wolle", "d\u00fcrfe", "gebe",
    "komme", "gehe",  "wisse", "brauche", "liege",      "stehe",      "treffe", "lasse", "handle",     "handele"};

// Er kenne den Mann nicht; man prüfe jede Police: behind a pronoun of the third person a word in -e is a subjunctive.
bool is_pronoun_reported(const Text& text, const Unit& pronoun, const Unit& verb) {
  if (pronoun.token_end != pronoun.token + 1 || !pronoun.is_word()) return false;
  const std::string_view who = text.tokens[pronoun.token].fold, word = text.tokens[verb.token].fold;
  if (who != "er" && who != "sie" && who != "man" && who != "es" && who != "das" && who != "dies") return false;
  if (word == "hätte" || word == "wäre") return true;
  return word.size() >= 5 && word.ends_with("e") && !word.ends_with("te") && word != "wurde" && word != "würde" &&
         !verb.is(Kind::kAdverb) && !verb.is(Kind::kPreposition) && !verb.is(Kind::kDeterminer) &&
         !verb.is(Kind::kAnaphor) && !verb.is(Kind::kNothing) && !verb.is(Kind::kAdjective);
}

// Der Bericht stütze sich auf …: behind a German noun at the head of its sentence a word in -e is a verb in the
// subjunctive; in -te it may be in the past. Die Tüten hätten, wären: where the subjunctive of the present has no form
// of its own.
bool is_reported_verb(const Text& text, const Sentence& sentence, const Unit* verb) {
  const Unit* first = &sentence.units.front();
  if (verb - first < 1 || verb - first > 5 || verb->is_capital || verb->token_end != verb->token + 1) return false;
  const Unit& noun = *(verb - 1);
  if (is_pronoun_reported(text, *first, *verb) && verb - first == 1) return true;
  if (verb - first < 2 || !first->is(Kind::kDeterminer) || !noun.is_capital || !noun.is_word()) return false;
  const std::string_view word = text.tokens[verb->token].fold;
  if (word == "h\u00e4tten" || word == "w\u00e4ren" || word == "h\u00e4tte" || word == "w\u00e4re") return true;
  if (word.size() < 5 || !word.ends_with("e") || word.ends_with("te")) return false;
  return !verb->is(Kind::kDeterminer) && !verb->is(Kind::kPossessive) && !verb->is(Kind::kAdjective) &&
         !verb->is(Kind::kAdverb) && !verb->is(Kind::kPreposition) && !verb->is(Kind::kNothing) &&
         !verb->is(Kind::kAnaphor) && !verb->is(Kind::kPronoun) && !verb->is(Kind::kTime) &&
         !verb->is(Kind::kConjunction) && word != "ohne";
}

// Who the sentence says is relied on, or which document it names: berief sich auf zwei Zöllner; ein Bericht des
// Verbunds X.
Span source_in(const Text& text, const Sentence& sentence) {
  const std::vector<Unit>& units = sentence.units;
  bool relies = false;
  for (const Unit& unit : units)
    for (uint32_t t = unit.token; t < unit.token_end && unit.is_word(); ++t) {
      const std::string_view word = text.tokens[t].fold;
      relies = relies || word == "beruft" || word == "berief" || word == "berufen" || word == "beriefen" ||
               word == "st\u00fctzt" || word == "st\u00fctzte" || word == "st\u00fctzen" || word == "st\u00fctzten";
    }
  const auto ends = [&](const Unit& unit) {
    return !unit.is_word() || unit.is(Kind::kAuxiliary) || unit.is(Kind::kThat) || unit.is(Kind::kConjunction);
  };
  for (size_t i = units.size(); i-- > 0;) {
    const bool opens = relies ? units[i].is_word() && text.tokens[units[i].token].fold == "auf"
                              : units[i].is(Kind::kDocument) && units[i].is_capital;
    if (!opens) continue;
    size_t begin = relies ? i + 1 : i, end = begin;
    bool capital = false;
    while (end < units.size() && !ends(units[end]) && end < begin + 9 &&
           !(capital && !units[end].is_capital && !units[end].is(Kind::kDeterminer) &&
             !units[end].is(Kind::kPreposition) && !units[end].is(Kind::kAdjective))) {
      capital = capital || units[end].is_capital;
      ++end;
    }
    while (end > begin && (units[end - 1].is(Kind::kPreposition) || units[end - 1].is(Kind::kDeterminer))) --end;
    if (end == begin || !capital) continue;
    if (!relies && begin > 0 && units[begin - 1].is(Kind::kDeterminer)) --begin;
    return {units[begin].span.begin, units[end - 1].span.end};
  }
  return {};
}

// Demnach gingen 300 Fässer nach Mersin: by what the sentence before relies on, or by who spoke there.
std::optional<Attribution> by_source_before(const Text& text, const Sentence& sentence, uint32_t number,
                                            const std::vector<Attribution>& all,
                                            const std::vector<Sentence>& sentences) {
  if (text.language != "de" || number == 0 || sentence.units.size() < 4) return std::nullopt;
  if (sentences[number - 1].block != sentence.block || sentence.units.back().mark == U'?') return std::nullopt;
  size_t word = 0;
  for (; word < sentence.units.size() && word < 6; ++word) {
    const Unit& unit = sentence.units[word];
    if (unit.quote >= 0 || is_comma_mark(unit.mark)) return std::nullopt;
    if (!unit.is_word()) continue;
    const std::string_view fold = text.tokens[unit.token].fold;
    if (fold == "demnach" || (fold == "demzufolge" && word > 0) || (fold == "danach" && word == 0)) break;
  }
  if (word >= 6 || word + 2 >= sentence.units.size()) return std::nullopt;
  const bool spoke = !all.empty() && all.back().sentence + 1 == number && all.back().act != Act::kAsk &&
                     all.back().act != Act::kDecline && all.back().act != Act::kDeny;
  const bool after_then = text.tokens[sentence.units[word].token].fold == "danach";  // mostly "after that"
  Attribution made;
  const Span source = source_in(text, sentences[number - 1]);
  if (!source.empty() && !spoke) {
    if (after_then && all.empty()) return std::nullopt;
    made.speaker = source;
    made.is_strong = true;
  } else if (spoke && !after_then) {
    made.takes_speaker_before = true;
    made.goes_on = true;
  } else {
    return std::nullopt;
  }
  made.sentence = number;
  made.cue = sentence.units[word].span;
  const Unit& first = sentence.units[word == 0 ? 1 : 0];
  uint32_t end = sentence.units.back().span.end;
  if (is_terminal_mark(sentence.units.back().mark)) end = sentence.units.back().span.begin;
  made.content = {{first.span.begin, end}};
  made.rule = "by the source before";
  return made;
}

// Demnach gingen 300 Fässer nach Mersin; 200 habe die Firma umgeladen, heißt es im Vermerk: the clause before the
// semicolon, where the other claims of the sentence begin behind it.
void keep_first_clause(const Sentence& sentence, size_t first, Attribution made, std::vector<Attribution>& all) {
  const auto semicolon =
      std::ranges::find_if(sentence.units, [](const Unit& unit) { return is_semicolon_mark(unit.mark); });
  if (semicolon == sentence.units.begin() || semicolon == sentence.units.end()) return;
  for (size_t i = first; i < all.size(); ++i)
    if (all[i].cue.begin < semicolon->span.begin ||
        (!all[i].content.empty() && all[i].content.front().begin < semicolon->span.begin))
      return;
  made.content.front().end = std::prev(semicolon)->span.end;
  all.insert(all.begin() + static_cast<std::ptrdiff_t>(first), std::move(made));
}

// Ein Händler soll Waren geliefert haben: what is said of somebody, by whom nobody says.
std::optional<Attribution> hearsay(const Text& text, const Sentence& sentence, uint32_t number) {
  if (text.language != "de" || sentence.units.size() < 6) return std::nullopt;
  const std::vector<Unit>& units = sentence.units;
  size_t modal = 0;
  for (size_t i = 1; i < units.size() && i < 14 && modal == 0; ++i) {
    if (units[i].quote >= 0 || is_comma_mark(units[i].mark) || is_colon_mark(units[i].mark)) return std::nullopt;
    const std::string_view word = units[i].is_word() ? std::string_view(text.tokens[units[i].token].fold) : "";
    if (word == "soll" || word == "sollen") modal = i;
  }
  if (modal == 0) return std::nullopt;
  size_t end = modal + 1;
  while (end < units.size() && !is_terminal_mark(units[end].mark) && !is_comma_mark(units[end].mark)) ++end;
  if (end < modal + 4) return std::nullopt;
  const std::string_view last = text.tokens[units[end - 1].token].fold;
  if (last != "haben" && last != "sein") return std::nullopt;
  const std::string_view verb = text.tokens[units[end - 2].token_end - 1].fold;  // a participle before it
  if (units[end - 2].is_capital || !(verb.ends_with("t") || verb.ends_with("en"))) return std::nullopt;
  if (last == "sein" && verb == "worden" && end < modal + 5) return std::nullopt;
  Attribution made;
  made.sentence = number;
  made.act = Act::kAccuse;
  made.is_hedged = true;
  made.cue = units[modal].span;
  made.content = {{units.front().span.begin, units[modal - 1].span.end},
                  {units[modal + 1].span.begin, units[end - 1].span.end}};
  made.rule = "hearsay";
  return made;
}

// Die Fässer seien in der Türkei verbraucht worden: a German sentence in the subjunctive of reported speech, without a
// verb of saying, goes on with what was said in the sentence before.
std::optional<Attribution> speech_that_goes_on(const Text& text, const Sentence& sentence, uint32_t number,
                                               const std::vector<Attribution>& all,
                                               const std::vector<Sentence>& sentences) {
  if (text.language != "de" || all.empty() || sentence.units.size() < 4) return std::nullopt;
  const Attribution& last = all.back();
  if (last.sentence + 1 != number || last.act == Act::kAsk) return std::nullopt;
  // a paragraph that only tells what somebody said goes on in the next
  const bool goes_on = sentences[last.sentence].block + 1 == sentence.block && last.rule == "reported speech goes on";
  if (sentences[last.sentence].block != sentence.block && !goes_on) return std::nullopt;
  constexpr std::string_view kOpeners[] = {"wenn", "falls", "ob", "dass", "weil", "als"};
  const Unit* verb = nullptr;
  for (const Unit& unit : sentence.units) {
    if (unit.quote >= 0 || is_comma_mark(unit.mark) || is_colon_mark(unit.mark)) break;
    if (!unit.is_word()) continue;
    const std::string_view word = text.tokens[unit.token].fold;
    if (&unit == &sentence.units.front() && std::ranges::find(kOpeners, word) != std::end(kOpeners)) break;
    if (&unit != &sentence.units.front() &&
        (std::ranges::find(kReported, word) != std::end(kReported) || is_reported_verb(text, sentence, &unit))) {
      verb = &unit;
      break;
    }
  }
  // Dass sie Sanktionen umgehe, sei „schlicht Unfug“: the clause is the subject
  const Unit* clause_end = nullptr;
  if (!verb && sentence.units.front().is(Kind::kThat))
    for (size_t i = 3; i + 1 < sentence.units.size() && !clause_end; ++i)
      if (is_comma_mark(sentence.units[i].mark) && sentence.units[i + 1].is_word() &&
          (text.tokens[sentence.units[i + 1].token].fold == "sei" ||
           text.tokens[sentence.units[i + 1].token].fold == "habe"))
        clause_end = &sentence.units[i], verb = &sentence.units[i + 1];
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
  for (const Unit* unit = verb; clause_end && unit <= &sentence.units.back(); ++unit)
    if (unit->is(Kind::kFalsehood)) {
      made.act = Act::kDismiss;
      made.content.front().end = (clause_end - 1)->span.end;
    }
  return made;
}

// Hazinenin kasasında nakit varmış: a Turkish sentence in the tense of hearsay goes on with what was said before it.
std::optional<Attribution> hearsay_that_goes_on(const Text& text, const Sentence& sentence, uint32_t number,
                                                const std::vector<Attribution>& all,
                                                const std::vector<Sentence>& sentences) {
  if (text.language != "tr" || all.empty() || sentence.units.size() < 4) return std::nullopt;
  const Attribution& last = all.back();
  if (last.sentence + 1 != number || sentences[last.sentence].block != sentence.block || last.act == Act::kAsk ||
      last.act == Act::kDecline)
    return std::nullopt;
  size_t verb = sentence.units.size() - 1;
  while (verb > 0 && !sentence.units[verb].is_word()) --verb;
  if (sentence.units[verb].quote >= 0 || sentence.units.back().mark == U'?') return std::nullopt;
  std::string_view word = text.tokens[sentence.units[verb].token_end - 1].fold;
  if (word.ends_with("lar") || word.ends_with("ler")) word.remove_suffix(3);
  if (!word.ends_with("mış") && !word.ends_with("miş") && !word.ends_with("muş") && !word.ends_with("müş"))
    return std::nullopt;
  if (word == "geçmiş" || word == "yemiş" || word == "gümüş") return std::nullopt;
  Attribution made;
  made.sentence = number;
  made.cue = sentence.units[verb].span;
  made.content = {{sentence.units.front().span.begin, made.cue.end}};
  made.takes_speaker_before = true;
  made.goes_on = true;
  made.rule = "reported speech goes on";
  return made;
}

// How much did it cost? “I do not know,” X replied: the question that the sentence before puts without an asker, where
// a quotation answers it.
std::optional<Attribution> question_before(const Text& text, const std::vector<Sentence>& sentences, uint32_t number,
                                           const std::vector<Attribution>& all, size_t first) {
  if (text.language != "en" || number == 0 || all.size() <= first) return std::nullopt;
  const Sentence& before = sentences[number - 1];
  if (before.block != sentences[number].block || before.units.size() < 4 || before.units.back().mark != U'?')
    return std::nullopt;
  for (const Unit& unit : before.units)
    if (unit.quote >= 0) return std::nullopt;
  if (first > 0 && all[first - 1].sentence + 1 == number) return std::nullopt;
  const Attribution& answer = all[first];
  const bool replies = answer.is_reply || !answer.said_by.empty() ||
                       (answer.form == Form::kDirect && !answer.content.empty() &&
                        answer.content.front().begin < sentences[number].span.begin + 3);
  if (!replies) return std::nullopt;
  Attribution made;
  made.sentence = number - 1;
  made.act = Act::kAsk;
  made.cue = before.units.front().span;
  made.content = {before.span};
  made.rule = "a question and its answer";
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
  const Span interviewee = find_interviewee(text, parties);
  for (uint32_t s = 0; s < sentences.size(); ++s) {
    const size_t first = all.size();
    const Turn* turn = text.turn_at(sentences[s].span.begin);
    if (turn && readers.rules && (!turn->has_colon || is_turn_word(text, turn->label))) {
      for (Attribution& a : SentenceReader(text, quotes, sentences, named, s).read()) {
        if (a.rule == "answer in a talk" && a.speaker.empty()) a.speaker = interviewee;
        all.push_back(std::move(a));
      }
      continue;
    }
    if (readers.rules) {
      SentenceReader reader(text, quotes, sentences, named, s);
      auto more = by_source_before(text, sentences[s], s, all, sentences);
      for (Attribution& a : reader.read()) all.push_back(std::move(a));
      if (all.size() > first && more) keep_first_clause(sentences[s], first, std::move(*more), all);
      if (all.size() == first) {
        if (!more) more = speech_that_goes_on(text, sentences[s], s, all, sentences);
        if (!more) more = hearsay_that_goes_on(text, sentences[s], s, all, sentences);
        if (!more) more = hearsay(text, sentences[s], s);
        if (more) all.push_back(std::move(*more));
      } else if (first > 0 && all[first - 1].rule == "hearsay" && all[first - 1].sentence + 1 == s) {
        // Das behauptet X: then it is X who says so
        for (size_t i = first; i < all.size(); ++i)
          if (all[i].content.size() == 1 && all[i].content[0].begin == all[first - 1].content[0].begin) {
            all.erase(all.begin() + static_cast<std::ptrdiff_t>(first) - 1);
            break;
          }
      }
    }
    if (const auto asked = question_before(text, sentences, s, all, first))
      all.insert(all.begin() + static_cast<std::ptrdiff_t>(first), *asked);
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
