// The scan: pairs of words that may be of one listed name, widened to the whole name, and judged. What the gates would
// reject by the words alone is not proposed (mention_gates.cc holds what the judge's evidence is needed for).
#include <algorithm>
#include <array>
#include <bit>

#include "match/weights.h"
#include "model/country.h"
#include "names/analyze.h"
#include "reading/mention_pass.h"

namespace cordon::reading {

using index::SoundKey;
using index::TextAutomaton;
using names::PartKind;

namespace {

constexpr uint32_t kReach = 4;       // words from one word of a pair to the other
constexpr uint32_t kSmallReach = 3;  // the same to a word in small letters in front
constexpr uint32_t kRegion = 12;     // words around a pair in which the rest of the name is looked for

bool has_key(const WordReading& reading, SoundKey key) {
  for (const WordReading::Key& k : reading.keys)
    if (k.key == key) return true;
  return false;
}

bool meets(const WordReading& reading, std::span<const SoundKey> keys) {
  for (const SoundKey key : keys)
    if (has_key(reading, key)) return true;
  return false;
}

// What a word of the list sounds like in its likeliest form; empty where it has none in Latin letters.
std::string_view first_fold(const index::Index& index, index::WordId word) {
  const auto forms = index.words().forms(word);
  return forms.empty() ? std::string_view() : index.dictionary().fold(index.dictionary().fold_of(forms[0]));
}

// The consonants of two words of the list written together, as a key.
SoundKey listed_join(const index::Index& index, index::WordId a, index::WordId b) {
  const auto consonants = [&](index::WordId w) {
    const auto forms = index.words().forms(w);
    if (forms.empty()) return std::string();
    return index::key_consonants(index.dictionary().text(forms[0]), first_fold(index, w));
  };
  return index::joined_key(consonants(a), consonants(b));
}

// Is a word of the text, by the likeliest form of both, these two words of the list written together? They begin or end
// alike at the least.
bool joins_listed(const WordReading& reading, const TextAutomaton& names, index::WordId a, index::WordId b) {
  if (!TextAutomaton::may_join(reading.written, names.shape(a), names.shape(b))) return false;
  const SoundKey key = listed_join(names.index(), a, b);
  return key != 0 && has_key(reading, key);
}

// Are two words of the text, written together, a word of the list, letters apart that the judge allows?
bool is_joined(const WordReading& a, const WordReading& b, index::WordId word, const index::Index& index, bool& exact) {
  if (a.forms.empty() || b.forms.empty() || a.forms[0].folds.empty() || b.forms[0].folds.empty()) return false;
  const std::string joined = names::fold(a.forms[0].folds[0] + b.forms[0].folds[0]);
  bool alike = false;
  for (const uint32_t form : index.words().forms(word)) {
    const std::string_view fold = index.dictionary().fold(index.dictionary().fold_of(form));
    exact = exact || fold == joined;
    const int edits = match::max_edits(std::min(fold.size(), joined.size()));
    alike = alike || match::osa_distance(fold, joined, edits) <= edits;
  }
  return alike;
}

}  // namespace

// How alike the judge will find a word of the text and one of the list at most, by which of the word's forms. Words
// whose keys do not meet are not alike. Remembered: running text repeats its words, lists share theirs.
MentionReader::Pass::Likeness MentionReader::Pass::likeness(const WordReading& r, index::WordId word, bool is_person) {
  if (!meets(r, listed_.names.keys(word))) return {};
  const index::Index& index = listed_.names.index();
  for (uint8_t f = 0; f < r.forms.size(); ++f)
    for (const uint32_t form : index.words().forms(word))
      if (std::ranges::find(r.forms[f].known_folds, index.dictionary().fold_of(form)) != r.forms[f].known_folds.end())
        return {1000, f, true};
  const uint64_t key = (uint64_t{r.number} << 32 | word) * 2 + is_person;
  const auto [at, is_new] = memory_.likenesses.try_emplace(key);
  if (!is_new) return at->second;
  Likeness best;
  const match::Unit& unit = memory_.bound.listed_unit(word);
  for (uint8_t f = 0; f < r.forms.size(); ++f) {
    for (const match::QueryUnit& query : units_of(r, f, is_person).queries) {
      const int32_t value = match::unit_similarity(query, unit, profile_).value;
      if (value > best.similarity) best = {static_cast<uint16_t>(value), f, false};
    }
  }
  return at->second = best;
}

// A form of a word as the judge takes it.
const WordUnits& MentionReader::Pass::units_of(const WordReading& r, uint8_t form, bool is_person) {
  std::unique_ptr<WordUnits>& units = memory_.units[(uint64_t{r.number} << 8 | form) * 2 + is_person];
  if (units != nullptr) return *units;
  units = std::make_unique<WordUnits>();
  units->name =
      match::prepare(r.forms[form].text, is_person ? names::NameType::kPerson : names::NameType::kOrganization);
  for (const match::Unit& unit : units->name.units) units->queries.push_back(match::query_unit(unit, profile_));
  return *units;
}

// Where names of persons may stand: words with capitals side by side, particles and what a hyphen holds between them,
// together rare enough (holds_person()). In a script without capitals every word may be one.
void MentionReader::Pass::mark_runs() {
  const MentionClock::Within step(clock_, MentionStep::kRuns);
  constexpr size_t kParticle = 6;  // bytes of a particle in small letters, at most
  const bool sanctions = speaks_of_sanctions();
  uint32_t number = 0;
  for (uint32_t i = 0; i < words_.size();) {
    if (!anchors(i) || words_[i].word.is(kNoSpaces)) {
      ++i;
      continue;
    }
    const uint32_t begin = i;
    uint32_t named = 0;
    uint32_t rarity = 0;
    bool caseless = false;
    bool letters = false;  // an acronym
    for (uint32_t k = i;; ++k) {
      const TextWord& w = words_[k].word;
      const bool capital = anchors(k);
      const bool hyphened = k > begin && words_[k - 1].word.is(kHyphenBehind);
      if (!capital && !hyphened && !(w.end - w.begin <= kParticle && reading(k).particle)) break;
      const WordReading& r = reading(k);
      named += capital && !r.particle && !r.title && !r.initial;
      if (!r.particle) rarity += r.most_rarity;
      caseless = caseless || !w.is(kCased);
      letters = letters || is_acronym(k);
      i = k + 1;
      if (!joined_to_next(k) || words_[k + 1].word.is(kNoSpaces)) break;
    }
    ++number;
    const bool person = named >= 2 && (caseless || rarity >= (sanctions || named > 2 ? kScantRarity : kRareEnough));
    for (uint32_t k = begin; k < i; ++k) {
      if (person) words_[k].run = number;
      words_[k].many = named >= kManyWords || letters || caseless;
    }
  }
}

// May a name begin here of which only the first word has a capital: Fondation pour la défense …?
bool MentionReader::Pass::may_be_verbatim(uint32_t a, uint32_t b) {
  if (!anchors(a) || !words_[a].word.is(kCased) || anchors(b) || !speaks_of_sanctions()) return false;
  const WordReading& first = reading(a);
  const WordReading& second = reading(b);
  return !first.common && !first.particle && !first.title && !second.common && !second.particle;
}

// Which pairs of two words are worth asking for, as TextAutomaton::PairOf; 0: none.
uint8_t MentionReader::Pass::wanted(uint32_t a, uint32_t b) {
  uint8_t wanted = 0;
  if (words_[a].run != 0 && words_[a].run == words_[b].run) wanted |= TextAutomaton::kOfPerson;
  const auto tells = [&](uint32_t i) { return anchors(i) && reading(i).may_tell; };
  const auto capital = [&](uint32_t i) {
    return anchors(i) || words_[i].word.is(kHyphenBehind) || (i > 0 && words_[i - 1].word.is(kHyphenBehind));
  };
  if (tells(a) || tells(b)) return wanted | TextAutomaton::kOfOther;
  // Of common words alone: gates of holds() that the words around decide.
  const auto may_be_common = [&] {
    if (speaks_of_sanctions() || words_[a].many || words_[b].many) return true;
    constexpr uint32_t kCue = 6;
    const auto cue = std::ranges::lower_bound(vessel_cues_, a > kCue ? a - kCue : 0);
    return cue != vessel_cues_.end() && *cue <= b + kCue;
  };
  if (capital(a) && capital(b) && may_be_common()) wanted |= TextAutomaton::kRarest;
  if (may_be_verbatim(a, b)) wanted |= TextAutomaton::kFirst;
  return wanted;
}

void MentionReader::Pass::pair(uint32_t a, uint32_t b) {
  const uint8_t wants = wanted(a, b);
  if (wants == 0) return;
  const WordReading& first = reading(a);
  const WordReading& second = reading(b);
  bool may = false;
  for (const WordReading::Key& x : first.keys)
    for (const WordReading::Key& y : second.keys)
      may = may || listed_.names.may_pair(TextAutomaton::pair_hash(x.key, y.key));
  if (!may) return;
  for (const uint32_t entity : named_by(first, second, wants, !words_[a].word.is(kCased)))
    candidates_.push_back({entity, a, b, false});
}

namespace {
// Is a row of the automaton among those that are wanted?
bool is_wanted(uint8_t of, uint8_t wants) {
  if ((of & TextAutomaton::kOfPerson) != 0) return (wants & TextAutomaton::kOfPerson) != 0;
  return (wants & TextAutomaton::kOfOther) != 0 || (wants & of & (TextAutomaton::kRarest | TextAutomaton::kFirst)) != 0;
}
}  // namespace

// The entities that have a name with a word for each of the two, remembered by the two.
const std::vector<uint32_t>& MentionReader::Pass::named_by(const WordReading& a, const WordReading& b, uint8_t wants,
                                                           bool caseless) {
  const uint64_t key = uint64_t{a.number} << 36 | uint64_t{b.number} << 8 | uint64_t{caseless} << 4 | wants;
  const auto [at, is_new] = memory_.named_by.try_emplace(key);
  if (!is_new) return at->second;
  // Two words that name a country side by side are of no name (Hong Kong); with a third they may be.
  if (!a.forms.empty() && !b.forms.empty() && !country_code(a.forms[0].text + " " + b.forms[0].text).empty())
    return at->second;
  const MentionClock::Within step(clock_, MentionStep::kNamed);
  std::vector<uint32_t> some;
  // One of the two must be of the same sound as a word of the list.
  const TextAutomaton::Asked asked{
      caseless ? TextAutomaton::kAnyFold : a.fold_bits | b.fold_bits, false, {a.written, b.written}};
  for (const WordReading::Key& x : a.keys)
    for (const WordReading::Key& y : b.keys)
      listed_.names.pairs(x.key, y.key, asked, [&](uint32_t entity, uint8_t of) {
        if (is_wanted(of, wants)) some.push_back(entity);
      });
  std::sort(some.begin(), some.end());
  some.erase(std::unique(some.begin(), some.end()), some.end());
  std::erase_if(some, [&](uint32_t entity) { return !may_name(entity, a, b, caseless); });
  return at->second = std::move(some);
}

void MentionReader::Pass::key_pair(SoundKey key, uint32_t other, uint32_t first, uint32_t last) {
  const uint8_t wants = wanted(first, last) | wanted(first, first + 1) | wanted(last - 1, last);
  for (const WordReading::Key& y : reading(other).keys)
    listed_.names.pairs(key, y.key, {}, [&](uint32_t entity, uint8_t of) {
      if (is_wanted(of, wants)) candidates_.push_back({entity, first, last, true});
    });
}

Result<void> MentionReader::Pass::propose_pairs() {
  mark_runs();
  const MentionClock::Within step(clock_, MentionStep::kPairs);
  for (uint32_t i = 0; i < words_.size(); ++i) {
    if (words_[i].word.is(kNoSpaces)) {
      CHECK_OK(propose_han(i));
      if (words_[i].word.is(kMiddleDotBehind)) propose_transcribed(i);
    } else if (anchors(i)) {
      propose_pairs_at(i);
    }
  }
  return {};
}

void MentionReader::Pass::propose_pairs_at(uint32_t i) {
  const WordReading& here = reading(i);
  if (!here.keys.empty()) {
    // A word in small letters is of an organisation's name, beside a word that tells it apart, or of a run.
    const auto worth = [&](uint32_t j) {
      return here.may_tell || words_[j].run != 0 || anchors(j) || may_be_verbatim(i, j);
    };
    for (uint32_t j = i; j < i + kReach && joined_to_next(j); ++j)
      if (worth(j + 1)) pair(i, j + 1);
    for (uint32_t j = i; j > 0 && j + kSmallReach > i && joined_to_next(j - 1); --j)
      if (!anchors(j - 1) && worth(j - 1)) pair(j - 1, i);
  }
  // Two words that a list writes together, with a third. Words of an abjad have too few letters for that.
  const bool hangul = !words_[i].word.is(kCased) && static_cast<unsigned char>(text_of(i)[0]) >= 0xEA;
  if (here.initial || !(words_[i].word.is(kCased) || hangul)) return;
  if (!joined_to_next(i) || !anchors(i + 1) || words_[i + 1].word.is(kNoSpaces)) return;
  const SoundKey joined = joined_in_list(here, reading(i + 1));
  if (joined == 0) return;
  if (joined_to_next(i + 1)) key_pair(joined, i + 2, i, i + 2);
  if (i > 0 && joined_to_next(i - 1)) key_pair(joined, i - 1, i - 1, i + 1);
}

// The key of two words of the text written together, where the list has that word; else 0.
SoundKey MentionReader::Pass::joined_in_list(const WordReading& a, const WordReading& b) {
  if (a.forms.empty() || b.forms.empty() || a.forms[0].folds.empty() || b.forms[0].folds.empty()) return 0;
  const auto [at, is_new] = memory_.joined.try_emplace(uint64_t{a.number} << 32 | b.number, 0);
  if (!is_new) return at->second;
  const SoundKey key = index::joined_key(a.consonants, b.consonants);
  if (key == 0 || !listed_.names.knows(key)) return 0;
  if (listed_.names.index().dictionary().find(names::fold(a.forms[0].folds[0] + b.forms[0].folds[0]))) at->second = key;
  return at->second;
}

Result<void> MentionReader::Pass::judge_pairs() {
  const MentionClock::Within step(clock_, MentionStep::kStretches);
  std::sort(candidates_.begin(), candidates_.end());
  candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
  uint32_t entity = 0;
  uint32_t behind = 0;  // the last stretch of this entity ends here: its other pairs have led to it
  for (const Candidate& c : candidates_) {
    if (c.entity == entity && c.last < behind) continue;
    const size_t before = proposals_.size();
    CHECK_OK(judge_pair(c.entity, c.first, c.last, c.joins));
    entity = c.entity;
    behind = proposals_.size() > before ? proposals_.back().last + 1 : 0;
  }
  candidates_.clear();
  settle();
  return {};
}

// Has the entity a name with a word for each of the two, one of them of the same sound and not only of the same key?
bool MentionReader::Pass::may_name(uint32_t entity, const WordReading& a, const WordReading& b, bool caseless) {
  const index::Index& index = listed_.names.index();
  const bool is_person = index.schema(entity) == Schema::kPerson;
  const auto may_join = [&](const WordReading& r) {
    return std::ranges::any_of(r.keys, [&](const auto& k) { return listed_.names.knows_joined(k.key); });
  };
  const bool a_joins = may_join(a);
  const bool b_joins = may_join(b);
  bool found = false;
  index.each_name(entity, [&](uint32_t, std::span<const index::WordId> listed) {
    if (found) return;
    uint32_t of_a = 0, of_b = 0;
    bool exact = caseless;
    const auto look = [&](const WordReading& r, bool joins, uint32_t& of) {
      for (size_t k = 0; k < listed.size(); ++k) {
        if (!is_counted(index.words().head(listed[k]).kind)) continue;
        if (const Likeness like = likeness(r, listed[k], is_person); like.similarity > 0) {
          of |= 1U << k;
          exact = exact || like.exact;
        } else if (joins && k + 1 < listed.size() && is_counted(index.words().head(listed[k + 1]).kind) &&
                   joins_listed(r, listed_.names, listed[k], listed[k + 1])) {
          of |= 3U << k;
          exact = true;
        }
      }
    };
    look(a, a_joins, of_a);
    if (of_a != 0) look(b, b_joins, of_b);
    found = of_a != 0 && of_b != 0 && exact && std::popcount(of_a | of_b) >= 2;
  });
  return found;
}

// What of the text around a pair is of one name of an entity.
class MentionReader::Pass::Stretch {
 public:
  // `low` to `high`: the words in which the name is looked for. `joins`: words of the text may be written together in
  // the list.
  Stretch(Pass& pass, uint32_t low, uint32_t high, bool joins, bool is_person)
      : pass_(pass),
        low_(low),
        text_joins_(joins),
        is_person_(is_person),
        met_(high - low + 1),
        looked_(high - low + 1) {}

  // Looks for another name. `weights`: of its words, 0 for those that are not counted.
  void begin(std::span<const index::WordId> listed, std::span<const int32_t> weights) {
    listed_ = listed;
    weights_ = weights;
    std::fill(looked_.begin(), looked_.end(), 0);
  }

  struct Met {
    uint32_t mask = 0;        // words of the name that the word of the text may be
    uint16_t similarity = 0;  // at most
    uint8_t form = 0;         // the word's form that is the most alike
    bool exact = false;
  };
  const Met& at(uint32_t t) {
    if (looked_[t] == 0) {
      looked_[t] = 1;
      met_[t] = look(t);
    }
    return met_[t];
  }
  uint32_t size() const { return static_cast<uint32_t>(met_.size()); }

  uint32_t first = 0, last = 0, mask = 0;  // what was found
  // Widens from a pair over the other words of the name, as far as gaps allow.
  void widen(uint32_t from, uint32_t to) {
    first = from;
    last = to;
    mask = 0;
    for (uint32_t t = first; t <= last; ++t) mask |= at(t).mask;
    const auto gap = [&](uint32_t t) {
      const WordReading& r = pass_.reading(low_ + t);
      return r.particle || r.initial || r.generic || r.title || r.legal_form;
    };
    for (uint32_t reach = 1; reach <= 3 && last + reach < size();) {
      if ((at(last + reach).mask & ~mask) != 0) {
        last += reach;
        mask |= at(last).mask;
        reach = 1;
      } else if (gap(last + reach) || reach == 1) {
        ++reach;
      } else {
        break;
      }
    }
    for (uint32_t reach = 1; reach <= 3 && reach <= first;) {
      if ((at(first - reach).mask & ~mask) != 0) {
        first -= reach;
        mask |= at(first).mask;
        reach = 1;
      } else if (gap(first - reach)) {
        ++reach;
      } else {
        break;
      }
    }
  }

 private:
  Met look(uint32_t t) {
    const WordReading& r = pass_.reading(low_ + t);
    Met out;
    const bool list_joins =
        std::ranges::any_of(r.keys, [&](const auto& k) { return pass_.listed_.names.knows_joined(k.key); });
    for (size_t k = 0; k < listed_.size(); ++k) {
      if (weights_[k] == 0) continue;
      if (const Likeness like = pass_.likeness(r, listed_[k], is_person_); like.similarity > 0) {
        out.mask |= 1U << k;
        if (like.similarity > out.similarity || (like.exact && !out.exact)) out.form = like.form;
        out.similarity = std::max(out.similarity, like.similarity);
        out.exact = out.exact || like.exact;
      } else if (text_joins_) {
        join(t, k, out);
      }
      if (list_joins && k + 1 < listed_.size() && weights_[k + 1] != 0 &&
          joins_listed(r, pass_.listed_.names, listed_[k], listed_[k + 1])) {
        out.mask |= 3U << k;
        out.similarity = 1000;
        out.exact = true;
      }
    }
    return out;
  }

  // Is the word, with the one beside it, a word that the list writes together?
  void join(uint32_t t, size_t k, Met& out) {
    const std::span<const SoundKey> keys = pass_.listed_.names.keys(listed_[k]);
    const auto with = [&](uint32_t one) {
      if (one + 1 >= size()) return;
      const WordReading& a = pass_.reading(low_ + one);
      const WordReading& b = pass_.reading(low_ + one + 1);
      if (a.initial || b.initial) return;
      const SoundKey joined = index::joined_key(a.consonants, b.consonants);
      if (joined == 0 || std::ranges::find(keys, joined) == keys.end()) return;
      if (!is_joined(a, b, listed_[k], pass_.listed_.names.index(), out.exact)) return;
      out.mask |= 1U << k;
      out.similarity = 1000;
    };
    with(t);
    if (t > 0) with(t - 1);
  }

  Pass& pass_;
  uint32_t low_;
  bool text_joins_;
  bool is_person_;
  std::vector<Met> met_;
  std::vector<uint8_t> looked_;
  std::span<const index::WordId> listed_;
  std::span<const int32_t> weights_;
};

// Could the gates let the stretch through, whatever the judge says of it? `left`: a word of the name that is more than
// a generic one has no counterpart.
bool MentionReader::Pass::may_hold(uint32_t first, uint32_t last, Schema schema, uint32_t matched, bool left) {
  const bool is_person = schema == Schema::kPerson;
  const bool sanctions = speaks_of_sanctions();
  bool letters = false;
  bool capitals = true;
  bool telling = false;
  uint32_t named = 0;
  uint32_t rarity = 0;
  for (uint32_t i = first; i <= last; ++i) {
    const TextWord& w = words_[i].word;
    const WordReading& r = reading(i);
    const bool behind_hyphen = i > 0 && words_[i - 1].word.is(kHyphenBehind);
    const bool small = w.is(kCased) && !w.is(kUpperFirst) && !r.particle && !behind_hyphen;
    capitals = capitals && !(small && (is_person || !w.is(kHyphenBehind)));
    telling = telling || (anchors(i) && r.may_tell);
    letters = letters || is_acronym(i);
    named += anchors(i) && !r.particle && !r.title && !r.initial;
    if (!r.particle) rarity += r.most_rarity;
  }
  if (is_vehicle(schema)) return capitals && !left;
  if (!is_person)
    return telling || (!left && ((capitals && (letters || matched >= kManyWords)) || (sanctions && anchors(first))));
  if (words_[last].word.is(kHyphenBehind) || (first > 0 && words_[first - 1].word.is(kHyphenBehind))) return false;
  const uint32_t enough = sanctions || matched > 2 ? kScantRarity : kRareEnough;
  return capitals && named >= 2 && (rarity >= enough || !words_[first].word.is(kCased));
}

// The best stretch around a pair for one of the party's names, judged.
Result<void> MentionReader::Pass::judge_pair(uint32_t entity, uint32_t first, uint32_t last, bool joins) {
  uint32_t low = first;
  uint32_t high = last;
  while (low > 0 && first - low < kRegion && joined_to_next(low - 1) && !words_[low - 1].word.is(kNoSpaces)) --low;
  while (high - last < kRegion && joined_to_next(high) && !words_[high + 1].word.is(kNoSpaces)) ++high;

  struct Best {
    int64_t weight = 0;
    uint32_t first = 0, last = 0, matched = 0;
    std::vector<uint8_t> forms;  // by word of the stretch
  } best;
  const index::Index& index = listed_.names.index();
  const bool is_person = index.schema(entity) == Schema::kPerson;
  const Points least = is_person ? profile_.threshold : std::max(profile_.threshold, kLeastOfOther);
  Stretch stretch(*this, low, high, joins, is_person);
  index.each_name(entity, [&](uint32_t, std::span<const index::WordId> listed) {
    std::array<int32_t, names::kMaxParts> weights{};
    for (size_t k = 0; k < listed.size(); ++k) {
      const auto head = index.words().head(listed[k]);
      if (is_counted(head.kind)) weights[k] = match::part_weight(head.kind, head.rarity, profile_);
    }
    stretch.begin(listed, weights);
    if (!joins && (stretch.at(first - low).mask == 0 || stretch.at(last - low).mask == 0)) return;
    stretch.widen(first - low, last - low);
    int64_t weight = 0;
    int64_t agrees = 0;  // of the weight, by what is alike at most
    int64_t left = 0;
    bool lacks = false;  // a word that is more than a generic one
    for (size_t k = 0; k < listed.size(); ++k) {
      if ((stretch.mask >> k & 1) != 0) {
        uint16_t similarity = 0;
        for (uint32_t t = stretch.first; t <= stretch.last; ++t)
          if ((stretch.at(t).mask >> k & 1) != 0) similarity = std::max(similarity, stretch.at(t).similarity);
        weight += weights[k];
        agrees += int64_t{weights[k]} * similarity;
      } else {
        left += weights[k];
        const PartKind kind = index.words().head(listed[k]).kind;
        lacks = lacks || (weights[k] > 0 && kind != PartKind::kGeneric && kind != PartKind::kConcept);
      }
    }
    bool exact = !words_[first].word.is(kCased);
    for (uint32_t t = stretch.first; t <= stretch.last; ++t) exact = exact || stretch.at(t).exact;
    if (std::popcount(stretch.mask) < 2 || !exact) return;
    if (match::upper_bound_besides(agrees, left, is_person, profile_) < least) return;
    // What of the listed name is missing counts against it, so that of two names the nearer one is taken.
    const int64_t value = weight * 1000 - left * 300;
    if (best.matched != 0 && value <= best.weight) return;
    if (!may_hold(low + stretch.first, low + stretch.last, index.schema(entity),
                  static_cast<uint32_t>(std::popcount(stretch.mask)), lacks))
      return;
    best.weight = value;
    best.first = low + stretch.first;
    best.last = low + stretch.last;
    best.matched = static_cast<uint32_t>(std::popcount(stretch.mask));
    best.forms.clear();
    for (uint32_t t = stretch.first; t <= stretch.last; ++t) best.forms.push_back(stretch.at(t).form);
  });
  if (best.matched == 0) return {};

  // Legal forms beside an organisation's name belong to it.
  if (!is_person && !is_vehicle(index.schema(entity))) {
    while (best.last + 1 < words_.size() && !words_[best.last].word.is(kBreakBehind) &&
           reading(best.last + 1).legal_form && anchors(best.last + 1)) {
      ++best.last;
      best.forms.push_back(0);
    }
    const auto belongs = [&](uint32_t k) {  // Al-Nusra Front
      const bool article = words_[k].word.is(kHyphenBehind) && reading(k).particle && !reading(k).forms.empty();
      return article || (reading(k).legal_form && anchors(k));
    };
    while (best.first > 0 && joined_to_next(best.first - 1) && belongs(best.first - 1)) {
      --best.first;
      best.forms.insert(best.forms.begin(), 0);
    }
  }
  Proposal out = proposal(best.first, best.last, entity);
  out.matched = best.matched;
  const std::string& block = page_.blocks[words_[best.first].block].text;
  for (uint32_t t = best.first; t <= best.last; ++t) {
    if (t > best.first) {
      const TextWord& before = words_[t - 1].word;
      const std::string_view between = std::string_view(block).substr(before.end, words_[t].word.begin - before.end);
      out.read_as += between.find_first_not_of(" -.") == std::string_view::npos ? between : std::string_view(" ");
    }
    out.read_as += reading(t).forms.at(best.forms[t - best.first]).text;
  }
  TRY(auto judged, judge(out.read_as, entity, least));
  if (!judged) return {};
  out.judged = std::move(*judged);
  out.begin += reading(best.first).forms.at(best.forms.front()).front;
  out.end -= reading(best.last).forms.at(best.forms.back()).back;
  TRY(const auto party, this->party(entity));
  if (!holds(out, *party)) return {};
  TRY(const bool is_another, contradicted(out));
  if (is_another) return {};
  proposals_.push_back(std::move(out));
  return {};
}

}  // namespace cordon::reading
