#include "reading/tagger.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "base/embedded.h"
#include "base/table.h"
#include "reading/sentence_reader.h"

namespace cordon::reading {
namespace {

// Below this a cue is not sure enough to speak where the rules are silent: one whole weight.
constexpr int32_t kLeastScore = 16;

constexpr int64_t kNever = -(int64_t{1} << 40);

bool may_follow(int before, int label) {
  const Role role = static_cast<Role>(label), last = static_cast<Role>(before);
  if (role == Role::kInSource) return last == Role::kSource || last == Role::kInSource;
  if (role == Role::kInContent) return last == Role::kContent || last == Role::kInContent;
  return true;
}

std::string_view next_field(std::string_view& line) {
  const size_t tab = line.find('\t');
  const std::string_view field = line.substr(0, tab);
  line = tab == std::string_view::npos ? std::string_view() : line.substr(tab + 1);
  return field;
}

int16_t number_of(std::string_view text) {
  int16_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

template <class... Parts>
uint64_t hash_of(FeatureName name, const Parts&... parts) {
  uint64_t h = name.hash;
  ((h = join_hash(h, parts.hash)), ...);
  return h;
}

}  // namespace

template <int Labels>
void FeatureWeights<Labels>::build(std::vector<std::pair<uint64_t, Row>> rows) {
  size_ = rows.size();
  size_t slots = 16;
  while (slots < 2 * rows.size()) slots *= 2;
  mask_ = slots - 1;
  slots_.assign(slots, {});
  for (const auto& [hash, row] : rows) {
    size_t at = hash & mask_;
    while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & mask_;
    slots_[at] = {hash, row};
  }
}

std::vector<Role> best_roles(const RoleScores& scores, const RoleSteps& steps) {
  const size_t n = scores.size();
  std::vector<Role> out(n, Role::kNone);
  if (n == 0) return out;
  std::vector<std::array<uint8_t, kRoles>> from(n);
  std::array<int64_t, kRoles> best{};
  for (int label = 0; label < kRoles; ++label) best[label] = may_follow(0, label) ? scores[0][label] : kNever;
  for (size_t i = 1; i < n; ++i) {
    std::array<int64_t, kRoles> next{};
    for (int label = 0; label < kRoles; ++label) {
      int64_t most = 4 * kNever;
      for (int before = 0; before < kRoles; ++before) {
        if (!may_follow(before, label)) continue;
        const int64_t score = best[before] + steps[before][label];
        if (score > most) most = score, from[i][label] = static_cast<uint8_t>(before);
      }
      next[label] = most + scores[i][label];
    }
    best = next;
  }
  auto label = static_cast<uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (size_t i = n; i-- > 0;) {
    out[i] = static_cast<Role>(label);
    label = from[i][label];
  }
  return out;
}

Tagger::Tagger(std::string_view table) {
  std::vector<std::pair<uint64_t, FeatureWeights<1>::Row>> cues;
  std::vector<std::pair<uint64_t, FeatureWeights<kRoles>::Row>> roles;
  while (!table.empty()) {
    const size_t end = table.find('\n');
    std::string_view line = table.substr(0, end);
    table = end == std::string_view::npos ? std::string_view() : table.substr(end + 1);
    if (line.empty() || line.starts_with('#')) continue;
    const std::string_view feature = next_field(line);
    if (feature.starts_with("r:")) {
      FeatureWeights<kRoles>::Row row{};
      for (int16_t& weight : row) weight = number_of(next_field(line));
      if (feature.starts_with("r:after=")) {
        const size_t before = static_cast<size_t>(feature.back() - '0');
        if (before < steps_.size()) std::copy(row.begin(), row.end(), steps_[before].begin());
      } else {
        roles.emplace_back(hash_of_written(feature), row);
      }
    } else {
      cues.push_back({hash_of_written(feature), {number_of(next_field(line))}});
    }
  }
  cues_.build(std::move(cues));
  roles_.build(std::move(roles));
}

const Tagger& Tagger::shipped() {
  static const Tagger tagger(embedded("reading/tagger.tsv"));
  return tagger;
}

int32_t Tagger::cue_score(const TaggerView& view, int unit) const {
  int32_t score = 0;
  view.cue_features(unit, [&](FeatureName name, const auto&... parts) {
    if (const auto* row = cues_.find(hash_of(name, parts...))) score += (*row)[0];
  });
  return score;
}

void Tagger::label(const TaggerView& view, Tagged& tagged) const {
  const int begin = tagged.cue_begin, end = tagged.cue_end;
  RoleScores scores(static_cast<size_t>(view.size()));
  for (int i = 0; i < view.size(); ++i) {
    std::array<int64_t, kRoles>& sum = scores[i];
    view.role_features(begin, end, i, [&](FeatureName name, const auto&... parts) {
      if (const auto* row = roles_.find(hash_of(name, parts...)))
        for (int label = 0; label < kRoles; ++label) sum[label] += (*row)[label];
    });
  }
  for (int i = begin; i < end; ++i) std::fill(scores[i].begin() + 1, scores[i].end(), kNever);
  tagged.roles = best_roles(scores, steps_);
}

std::vector<Tagged> Tagger::cues(const TaggerView& view, const std::vector<bool>& taken) const {
  std::vector<Tagged> out;
  if (!view.has_speaker()) return out;
  for (int i = 0; i < view.size(); ++i) {
    if (!view.may_be_cue(i) || (!taken.empty() && taken[i])) continue;
    const int32_t score = cue_score(view, i);
    if (score <= 0) continue;
    if (!out.empty() && out.back().cue_end == i) {
      out.back().cue_end = i + 1;
      out.back().score = std::max(out.back().score, score);
    } else {
      out.push_back({.cue_begin = i, .cue_end = i + 1, .roles = {}, .score = score});
    }
  }
  return out;
}

// ---------------------------------------------------------------------------------------------- attributions

namespace {

// Runs of units with this role, marks at their ends left out.
std::vector<Span> spans_of(const std::vector<Unit>& units, const std::vector<Quote>& quotes,
                           const std::vector<Role>& roles, Role begin, Role inside) {
  std::vector<Span> out;
  for (size_t i = 0; i < units.size(); ++i) {
    if (roles[i] != begin) continue;
    size_t from = i, to = i + 1;
    while (to < units.size() && roles[to] == inside) ++to;
    const auto bare = [&](size_t k) { return units[k].mark != 0 && !is_quote_mark(units[k].mark); };
    while (from < to && bare(from)) ++from;
    while (to > from && bare(to - 1)) --to;
    bool joins = false;
    for (size_t k = from; k < to; ++k) {
      if (units[k].quote >= 0) {
        out.push_back(quotes[units[k].quote].inner);
        joins = false;
      } else if (joins) {
        out.back().end = units[k].span.end;
      } else {
        out.push_back(units[k].span);
        joins = true;
      }
    }
  }
  std::erase_if(out, [](const Span& span) { return span.empty(); });
  return out;
}

uint32_t gap(Span a, Span b) { return a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0; }

Form form_of(const std::vector<Span>& content, const std::vector<Quote>& quotes, uint32_t block_begin) {
  bool any = false, all = true;
  auto first = std::lower_bound(quotes.begin(), quotes.end(), block_begin,
                                [](const Quote& q, uint32_t b) { return q.outer.begin < b; });
  for (const Span& span : content) {
    bool inside = false;
    for (auto q = first; q != quotes.end() && q->outer.begin < span.end; ++q) {
      inside = inside || (q->inner.begin <= span.begin && q->inner.end >= span.end);
      any = any || q->outer.end > span.begin;
    }
    all = all && inside;
  }
  return all ? Form::kDirect : any ? Form::kMixed : Form::kIndirect;
}

Act act_named(std::string_view name) {
  for (int act = 0; act <= static_cast<int>(Act::kAsk); ++act)
    if (act_name(static_cast<Act>(act)) == name) return static_cast<Act>(act);
  return Act::kAssert;
}

bool opens_content(const Unit& unit) {
  return unit.quote >= 0 || unit.is(Kind::kThat) || unit.is(Kind::kWhether) || is_quote_mark(unit.mark) ||
         is_comma_mark(unit.mark) || is_colon_mark(unit.mark) || is_dash_mark(unit.mark);
}

// Does the sentence set the content apart from its cue, as it does what somebody says: by quotation marks, by a word as
// "that", by comma, colon or dash? What follows a verb without any of these is more often what somebody does.
bool is_set_apart(const std::vector<Unit>& units, const Tagged& tagged) {
  const auto is_content = [&](int i) {
    return tagged.roles[i] == Role::kContent || tagged.roles[i] == Role::kInContent;
  };
  const int n = static_cast<int>(units.size());
  for (int i = 0; i < n; ++i)
    if (is_content(i) && units[i].quote >= 0) return true;
  for (int i = tagged.cue_end; i < n; ++i)  // cue … content
    if (is_content(i)) {
      if (opens_content(units[i]) || opens_content(units[i - 1])) return true;
      break;
    }
  for (int i = tagged.cue_begin - 1; i >= 0; --i)  // content … cue
    if (is_content(i)) return opens_content(units[i]) || opens_content(units[i + 1]);
  return false;
}

// How verbs of saying end in a language, and words that end so and are none.
struct VerbShapes {
  std::vector<std::string> endings, never;
};

const VerbShapes& verb_shapes(std::string_view language) {
  static const std::map<std::string, VerbShapes, std::less<>> shapes = [] {
    std::map<std::string, VerbShapes, std::less<>> out;
    for_each_table_line("reading/verb_endings.tsv", [&](std::string_view line) {
      const std::string_view kind = take_field(line, '\t');
      VerbShapes& of = out[std::string(take_field(line, '\t'))];
      each_part(line, " ", [&](std::string_view word) {
        (kind == "ending" ? of.endings : of.never).emplace_back(word);
        return true;
      });
    });
    return out;
  }();
  static const VerbShapes none;
  const auto found = shapes.find(language);
  return found == shapes.end() ? none : found->second;
}

// May a cue that the lexicon does not know be a verb, by how it is written?
bool may_be_verb(const Text& text, const Sentence& sentence, const Tagged& tagged) {
  const Unit& unit = sentence.units[tagged.cue_end - 1];
  if (unit.is(Kind::kCue))
    return std::ranges::any_of(unit.lexemes, [](const Lexeme* lexeme) {
      return lexeme->kind == Kind::kCue && !has_word(lexeme->detail, "so") && !has_word(lexeme->detail, "prep") &&
             !has_word(lexeme->detail, "cite");
    });
  const VerbShapes& shapes = verb_shapes(text.language);
  if (shapes.endings.empty()) return true;
  const Token& token = text.tokens[unit.token];
  if (token.is_capital && (tagged.cue_begin > 0 || text.language == "de")) return false;
  return std::ranges::any_of(shapes.endings, [&](const std::string& end) { return token.fold.ends_with(end); }) &&
         std::ranges::find(shapes.never, token.fold) == shapes.never.end();
}

bool meet(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

bool has_stop(const Unit& unit, std::string_view value) {
  return std::ranges::any_of(
      unit.lexemes, [&](const Lexeme* lexeme) { return lexeme->kind == Kind::kStop && lexeme->value == value; });
}

// Nobody at Rosneft said …; If Peskov says …, Had Sechin said …; It is untrue that Peskov said …: nothing is said
// there.
bool is_unsaid(const Text& text, const Sentence& sentence, const Tagged& tagged) {
  const std::vector<Unit>& units = sentence.units;
  if (is_unreal(text, units[tagged.cue_begin].token)) return true;
  const std::string_view first = text.tokens[units.front().token].fold;
  bool unsaid = has_stop(units.front(), "if") ||
                (text.language == "en" && (first == "had" || first == "should" || first == "whether"));
  for (int i = 0; i < tagged.cue_begin; ++i) {
    const Unit& unit = units[i];
    if (is_comma_mark(unit.mark) || is_semicolon_mark(unit.mark)) unsaid = false;  // what follows stands for itself
    const bool untrue_that = unit.is(Kind::kFalsehood) && text.tokens[unit.token_end - 1].fold == "that";
    unsaid = unsaid || has_stop(unit, "nobody") || untrue_that;
    if (!unit.is(Kind::kThat)) continue;
    const int before = i > 0 && is_comma_mark(units[i - 1].mark) ? i - 2 : i - 1;  // Неправда, что …
    unsaid = unsaid || (before >= 0 && (units[before].is(Kind::kFalsehood) || has_stop(units[before], "verdict")));
  }
  return unsaid;
}

// What one labelled cue says; nothing where source or content is missing.
std::optional<Attribution> attribution_of(const Text& text, const std::vector<Quote>& quotes, const Sentence& sentence,
                                          uint32_t number, const Tagged& tagged) {
  const std::vector<Unit>& units = sentence.units;
  Attribution a;
  a.sentence = number;
  a.cue = {units[tagged.cue_begin].span.begin, units[tagged.cue_end - 1].span.end};
  for (const Span& span : spans_of(units, quotes, tagged.roles, Role::kSource, Role::kInSource))
    if (a.speaker.empty() || gap(span, a.cue) < gap(a.speaker, a.cue)) a.speaker = span;
  a.content = spans_of(units, quotes, tagged.roles, Role::kContent, Role::kInContent);
  if (a.speaker.empty() || a.content.empty() || is_unsaid(text, sentence, tagged)) return std::nullopt;
  if (text.language == "en" && units[tagged.cue_begin].is(Kind::kDocument) && !a.content.empty() &&
      tagged.cue_begin > 1 && a.speaker.end == units[tagged.cue_begin - 1].span.end) {
    const std::string_view who = text.view(a.speaker);  // A laboratory report, attached to the papers, finds …
    if (who.starts_with("A ") || who.starts_with("An ") || who.starts_with("a ") || who.starts_with("an "))
      return std::nullopt;
  }
  for (int i = tagged.cue_begin; i < tagged.cue_end; ++i)
    for (const Lexeme* lexeme : units[i].lexemes)  // "only": not by itself, as in "did not respond"
      if (lexeme->kind == Kind::kCue && !has_word(lexeme->detail, "only")) {
        a.act = act_named(lexeme->value);
        break;
      }
  a.form = form_of(a.content, quotes, text.blocks[sentence.block]);
  a.rule = "tagger";
  a.score = tagged.score;
  return a;
}

}  // namespace

std::vector<Attribution> tagged_attributions(const Tagger& tagger, const Text& text, const std::vector<Quote>& quotes,
                                             const std::vector<Sentence>& sentences, const std::vector<bool>& named,
                                             uint32_t number) {
  const Sentence& sentence = sentences[number];
  const TaggerView view(text, sentence, named);
  std::vector<Attribution> out;
  for (Tagged& tagged : tagger.cues(view)) {
    tagger.label(view, tagged);
    if (auto a = attribution_of(text, quotes, sentence, number, tagged)) out.push_back(std::move(*a));
  }
  return out;
}

void add_proposals(const Tagger& tagger, const Text& text, const std::vector<Quote>& quotes,
                   const std::vector<Sentence>& sentences, const std::vector<bool>& named, uint32_t number,
                   std::vector<Attribution>& all, size_t first) {
  const Sentence& sentence = sentences[number];
  if (text.language == "en" && !sentence.units.empty() && sentence.units.back().mark == U'?')
    return;  // If it was empty, as its owner claims, why …?: the narrator's question
  const size_t rules = all.size();
  const auto is_in_content = [&](Span span) {
    for (size_t i = first; i < rules; ++i)
      for (const Span& content : all[i].content)
        if (meet(content, span)) return true;
    return false;
  };
  std::vector<bool> taken(sentence.units.size());
  bool may_open = false, may_speak = false;
  for (size_t k = 0; k < taken.size(); ++k) {
    const Unit& unit = sentence.units[k];
    // Chinese cues are in the lexicon: what the rules left was no claim (除非船长断定…)
    // объявила перерыв, ogłosiła przetarg: words of saying that say nothing there
    const Lexeme* stop = unit.as(Kind::kStop);
    taken[k] = is_in_content(unit.span) || (text.language == "zh" && unit.is(Kind::kCue)) ||
               (stop && stop->value == "phrase") || is_unreal(text, unit.token) ||
               (k > 0 && sentence.units[k - 1].is(Kind::kNegation));
    for (size_t i = first; i < rules && !taken[k]; ++i)
      taken[k] = meet(all[i].cue, unit.span) || meet(all[i].said_by, unit.span) || meet(all[i].speaker, unit.span);
    may_open = may_open || opens_content(unit);
    may_speak = may_speak || (!taken[k] && unit.is_word() && (unit.is(Kind::kCue) || unit.kinds == 0));
  }
  if (!may_open || !may_speak) return;
  const TaggerView view(text, sentence, named);
  for (Tagged& tagged : tagger.cues(view, taken)) {
    if (tagged.score < kLeastScore || !may_be_verb(text, sentence, tagged)) continue;
    tagger.label(view, tagged);
    if (!is_set_apart(sentence.units, tagged)) continue;
    auto a = attribution_of(text, quotes, sentence, number, tagged);
    if (!a || std::ranges::any_of(a->content, is_in_content)) continue;
    all.push_back(std::move(*a));
  }
  std::stable_sort(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
                   [](const Attribution& a, const Attribution& b) { return a.cue.begin < b.cue.begin; });
}

}  // namespace cordon::reading
