// The scan: pairs of words that may be of one listed name (mention_stretch.cc widens them to the whole name). What the
// gates would reject by the words alone is not proposed (mention_gates.cc holds what the judge's evidence is needed
// for).
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

uint64_t both_of(const MetWord& a, const MetWord& b) { return uint64_t{a.number} << 32 | b.number; }

}  // namespace

// How alike the judge will find a word of the text and one of the list at most, by which of the word's forms. Words
// whose keys do not meet are not alike. Remembered: running text repeats its words, lists share theirs.
MentionReader::Pass::Likeness MentionReader::Pass::likeness(const WordReading& r, index::WordId word, bool is_person) {
  return r.has_any_key(listed_.names.keys(word)) ? likeness_by_key(r, word, is_person) : Likeness{};
}

// The same, where keys meet.
MentionReader::Pass::Likeness MentionReader::Pass::likeness_by_key(const WordReading& r, index::WordId word,
                                                                   bool is_person) {
  if (const auto* const listed = r.as_listed(word)) return {1000, listed->form, true};
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
  uint32_t behind = 0;  // the last run
  for (uint32_t i : may_begin_) {
    if (i < behind || !anchors(i) || words_[i].word.is(kNoSpaces)) continue;
    const uint32_t begin = i;
    uint32_t named = 0;
    uint32_t rarity = 0;
    bool caseless = false;
    bool letters = false;  // an acronym
    for (uint32_t k = i;; ++k) {
      const TextWord& w = words_[k].word;
      const bool capital = anchors(k);
      const bool hyphened = k > begin && words_[k - 1].word.is(kHyphenBehind);
      if (!capital && !hyphened && !(w.end - w.begin <= kParticle && told(k).is(MetWord::kParticle))) break;
      const MetWord& marks = told(k);
      named += capital && !marks.is_any(MetWord::kParticle | MetWord::kTitle | MetWord::kInitial);
      if (!marks.is(MetWord::kParticle)) rarity += marks.most_rarity;
      caseless = caseless || !w.is(kCased);
      letters = letters || is_acronym(k);
      i = k + 1;
      if (!joined_to_next(k) || words_[k + 1].word.is(kNoSpaces)) break;
    }
    behind = i;
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
  return !told(a).is_any(MetWord::kCommon | MetWord::kParticle | MetWord::kTitle) &&
         !told(b).is_any(MetWord::kCommon | MetWord::kParticle);
}

// Which pairs of two words are worth asking for, as TextAutomaton::PairOf; 0: none.
uint8_t MentionReader::Pass::wanted(uint32_t a, uint32_t b) {
  uint8_t wanted = 0;
  if (words_[a].run != 0 && words_[a].run == words_[b].run) wanted |= TextAutomaton::kOfPerson;
  const auto tells = [&](uint32_t i) { return anchors(i) && told(i).is(MetWord::kMayTell); };
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

// Nothing found for one pair bears on another: they are looked up together, when their places in the table are on their
// way into the cache.
void MentionReader::Pass::ask(uint32_t a, uint32_t b) {
  const uint8_t wants = wanted(a, b);
  if (wants == 0) return;
  const MetWord& first = told(a);
  const MetWord& last = told(b);
  if (!first.is(MetWord::kHasKeys) || !last.is(MetWord::kHasKeys)) return;
  const uint64_t caseless = !words_[a].word.is(kCased);
  asked_.push_back({a, b, uint64_t{first.number} << 36 | uint64_t{last.number} << 8 | caseless << 4 | wants});
  memory_.name_nobody.fetch(asked_.back().key);
}

void MentionReader::Pass::pair(const Asked& asked) {
  if (memory_.name_nobody.has(asked.key)) return;
  const auto [a, b, key] = asked;
  NamedBy* const named = named_by(key, reading(a), reading(b), key & 15, (key >> 4 & 1) != 0);
  if (named == nullptr) return memory_.name_nobody.add(key);
  passed_.push_back({a, b, named});
  hear_around(a, b, *named);
  if (named->alone.empty() && heard_.empty()) return;
  if (!heard_.empty()) hear_region(a, b);
  for (const uint32_t number : heard_) {
    const NamedParty& party = named->parties[number];
    if (party.alone || may_reach(*named, party)) candidates_.push_back({party.entity, a, b, false, &party, false});
  }
  if (named->alone.empty()) return;
  const bool legal_forms = beside_legal_forms(a, b);
  describe(a, b);
  for (const uint32_t number : named->alone) {
    if (std::ranges::binary_search(heard_, number)) continue;
    const NamedParty& party = named->parties[number];
    if ((party.takes_legal_forms && legal_forms) || !memory_.in_vain.has(described(party.entity)))
      candidates_.push_back({party.entity, a, b, false, &party, true});
  }
}

// Gathers the parties of which a word to which a stretch of the two may be widened first, those between them too
// (Stretch::widen()), may be another word of the name.
void MentionReader::Pass::hear_around(uint32_t a, uint32_t b, const NamedBy& named) {
  heard_.clear();
  const auto hear = [&](uint32_t k) {
    if ((told(k).sounds & named.sounds) == 0) return;
    for (const WordReading::Key& key : reading(k).keys) {
      if ((sound_bit(key.key) & named.sounds) == 0) continue;
      auto at = std::ranges::lower_bound(named.by_sound, key.key, {}, &NamedBy::PartySound::key);
      for (; at != named.by_sound.end() && at->key == key.key; ++at) heard_.push_back(at->party);
    }
  };
  for (uint32_t k = a + 1; k < b; ++k) hear(k);
  for (uint32_t k = a; k > 0 && a - k < kWidest && joined_to_next(k - 1); --k) hear(k - 1);
  for (uint32_t k = b; k - b < kWidest && joined_to_next(k); ++k) hear(k + 1);
  std::ranges::sort(heard_);
  const auto again = std::ranges::unique(heard_);
  heard_.erase(again.begin(), again.end());
}

// Gathers the sounds of all words to which a stretch of the two may be widened at last.
void MentionReader::Pass::hear_region(uint32_t a, uint32_t b) {
  in_region_.clear();
  const auto [low, high] = region(a, b);
  for (uint32_t k = low; k <= high; ++k)
    if (k != a && k != b && told(k).is(MetWord::kHasKeys))
      for (const WordReading::Key& key : reading(k).keys) in_region_.add(key.key);
}

// May one of the names have the points of a mention, were each word of the text what it sounds like?
bool MentionReader::Pass::may_reach(const NamedBy& named, const NamedParty& party) const {
  const Points least = least_of_mention(party.is_person, profile_);
  int64_t agrees = 0;
  int64_t left = 0;
  const auto is_enough = [&] { return match::upper_bound_besides(agrees, left, party.is_person, profile_) >= least; };
  const std::span<const NameSound> sounds = named.of(party);
  for (size_t k = 0; k < sounds.size();) {
    const NameSound& word = sounds[k];
    bool is_heard = in_region_.has(word.key);
    if (word.role == NameSound::kJoin) {
      if (is_heard) return true;
      ++k;
      continue;
    }
    if (word.role == NameSound::kFirst) {
      if (is_enough()) return true;
      agrees = left = 0;
    }
    for (++k; k < sounds.size() && sounds[k].role == NameSound::kAlso; ++k)
      is_heard = is_heard || in_region_.has(sounds[k].key);
    if (is_heard || word.similarity > 0) {
      agrees += int64_t{word.weight} * (is_heard ? 1000 : word.similarity);
    } else {
      left += word.weight;
    }
  }
  return is_enough();
}

namespace {
// Is a row of the automaton among those that are wanted?
bool is_wanted(uint8_t of, uint8_t wants) {
  if ((of & TextAutomaton::kOfPerson) != 0) return (wants & TextAutomaton::kOfPerson) != 0;
  return (wants & TextAutomaton::kOfOther) != 0 || (wants & of & (TextAutomaton::kRarest | TextAutomaton::kFirst)) != 0;
}
}  // namespace

// May the two words of a text be those of the list, `front` that of the lower key? One of the two must be of the same
// sound as its word, and not only of the same key.
bool MentionReader::Pass::are_alike(const TextAutomaton::Pair& pair, const WordReading& front, const WordReading& back,
                                    bool caseless) {
  const bool is_person = (pair.of & TextAutomaton::kOfPerson) != 0;
  switch (pair.told) {
    case TextAutomaton::Pair::Words::kTold: {
      const auto [one, other] = pair.words;
      if (!caseless && front.as_listed(one) == nullptr && back.as_listed(other) == nullptr) return false;
      return likeness(front, one, is_person).similarity > 0 && likeness(back, other, is_person).similarity > 0;
    }
    case TextAutomaton::Pair::Words::kJoined: {
      const auto joins = [&](const WordReading& joined, const WordReading& beside) {
        return TextAutomaton::may_join(joined.written, pair.front, pair.back) &&
               likeness(beside, pair.words[1], is_person).similarity > 0;
      };
      return joins(front, back) || joins(back, front);
    }
    case TextAutomaton::Pair::Words::kAny:
      return true;
  }
  return true;
}

namespace {
// Makes the lists by which parties are found whose names other words than the two may be of.
void index_sounds(NamedBy& named) {
  for (uint32_t number = 0; number < named.parties.size(); ++number) {
    const NamedParty& party = named.parties[number];
    if (party.alone) named.alone.push_back(number);
    for (const NameSound& sound : named.of(party)) named.by_sound.push_back({sound.key, number});
  }
  std::ranges::sort(named.by_sound);
  const auto again = std::ranges::unique(named.by_sound);
  named.by_sound.erase(again.begin(), again.end());
  named.by_sound.shrink_to_fit();
  for (const NamedBy::PartySound& sound : named.by_sound) named.sounds |= sound_bit(sound.key);
}
}  // namespace

// The entities that have a name with a word for each of the two, remembered by the two; null: there is none.
NamedBy* MentionReader::Pass::named_by(uint64_t key, const WordReading& a, const WordReading& b, uint8_t wants,
                                       bool caseless) {
  if (NamedBy* const lately = memory_.named_lately.at(key); lately != nullptr) return lately;
  if (const auto at = memory_.named_by.find(key); at != memory_.named_by.end()) {
    memory_.named_lately.add(key, &at->second);
    return &at->second;
  }
  const auto may_pair = [&](const WordReading::Key& x) {
    return std::ranges::any_of(
        b.keys, [&](const auto& y) { return listed_.names.may_pair(TextAutomaton::pair_hash(x.key, y.key)); });
  };
  if (std::ranges::none_of(a.keys, may_pair)) return nullptr;
  const MentionClock::Within step(clock_, MentionStep::kNamed);
  struct Found {
    uint32_t entity;
    bool may_be_none;  // only the party's names tell whether one has both words
    auto operator<=>(const Found&) const = default;
  };
  std::vector<Found> found;
  for (const WordReading::Key& x : a.keys)
    for (const WordReading::Key& y : b.keys) {
      TextAutomaton::Pair last{};
      bool is_alike = false;
      listed_.names.pairs(x.key, y.key, [&](const TextAutomaton::Pair& pair) {
        if (!is_wanted(pair.of, wants)) return;
        if (!pair.has_words_of(last)) {
          is_alike = x.key <= y.key ? are_alike(pair, a, b, caseless) : are_alike(pair, b, a, caseless);
          if (!is_alike && x.key == y.key) is_alike = are_alike(pair, b, a, caseless);
        }
        last = pair;
        if (is_alike) found.push_back({pair.entity, pair.told != TextAutomaton::Pair::Words::kTold});
      });
    }
  std::ranges::sort(found);
  const auto again = std::ranges::unique(found, {}, &Found::entity);
  found.erase(again.begin(), again.end());
  NamedBy out;
  for (const auto [entity, may_be_none] : found)
    if (!may_be_none || may_name(entity, a, b, caseless)) weigh_alone(entity, a, b, caseless, out);
  if (out.parties.empty()) return nullptr;
  // Two words that name a country side by side are of no name (Hong Kong); with a third they may be.
  if (!a.forms.empty() && !b.forms.empty() && !country_code(a.forms[0].text + " " + b.forms[0].text).empty())
    return nullptr;
  index_sounds(out);
  memory_.parties_named += 1 + out.parties.size();
  return &memory_.named_by.emplace(key, std::move(out)).first->second;
}

void MentionReader::Pass::key_pair(SoundKey key, uint32_t other, uint32_t first, uint32_t last) {
  const uint8_t wants = wanted(first, last) | wanted(first, first + 1) | wanted(last - 1, last);
  for (const WordReading::Key& y : reading(other).keys)
    listed_.names.pairs(key, y.key, [&](const TextAutomaton::Pair& pair) {
      if (is_wanted(pair.of, wants)) candidates_.push_back({pair.entity, first, last, true});
    });
}

Result<void> MentionReader::Pass::propose_pairs() {
  mark_runs();
  const MentionClock::Within step(clock_, MentionStep::kPairs);
  for (const uint32_t i : may_begin_) {
    if (words_[i].word.is(kNoSpaces)) {
      CHECK_OK(propose_han(i));
      if (words_[i].word.is(kMiddleDotBehind)) propose_transcribed(i);
    } else if (anchors(i)) {
      propose_pairs_at(i);
    }
  }
  // What names nobody falls out first: few are left, whose parties are then on their way.
  std::erase_if(asked_, [&](const Asked& asked) {
    if (memory_.name_nobody.has(asked.key)) return true;
    memory_.named_lately.fetch(asked.key);
    return false;
  });
  for (const Asked& asked : asked_) __builtin_prefetch(memory_.named_lately.at(asked.key));
  for (const Asked& asked : asked_) pair(asked);
  for (const uint32_t i : join_asked_) propose_joined_at(i);
  return {};
}

void MentionReader::Pass::propose_pairs_at(uint32_t i) {
  const MetWord& here = told(i);
  if (here.is(MetWord::kHasKeys)) {
    // A word in small letters is of an organisation's name, beside a word that tells it apart, or of a run.
    const auto worth = [&](uint32_t j) {
      return here.is(MetWord::kMayTell) || words_[j].run != 0 || anchors(j) || may_be_verbatim(i, j);
    };
    for (uint32_t j = i; j < i + kReach && joined_to_next(j); ++j)
      if (worth(j + 1)) ask(i, j + 1);
    for (uint32_t j = i; j > 0 && j + kSmallReach > i && joined_to_next(j - 1); --j)
      if (!anchors(j - 1) && worth(j - 1)) ask(j - 1, i);
  }
  // Two words that a list writes together, with a third. Words of an abjad have too few letters for that.
  const bool hangul = !words_[i].word.is(kCased) && static_cast<unsigned char>(text_of(i)[0]) >= 0xEA;
  if (here.is(MetWord::kInitial) || !(words_[i].word.is(kCased) || hangul)) return;
  if (!joined_to_next(i) || !anchors(i + 1) || words_[i + 1].word.is(kNoSpaces)) return;
  join_asked_.push_back(i);
  memory_.join_nothing.fetch(both_of(here, told(i + 1)));
}

// The word and the next, as one that a list writes together, with a third beside them.
void MentionReader::Pass::propose_joined_at(uint32_t i) {
  const SoundKey joined = joined_in_list(i);
  if (joined == 0) return;
  if (joined_to_next(i + 1)) key_pair(joined, i + 2, i, i + 2);
  if (i > 0 && joined_to_next(i - 1)) key_pair(joined, i - 1, i - 1, i + 1);
}

// The key of the word and the next written together, where the list has that word; else 0.
SoundKey MentionReader::Pass::joined_in_list(uint32_t i) {
  const uint64_t both = both_of(told(i), told(i + 1));
  if (memory_.join_nothing.has(both)) return 0;
  const WordReading& a = reading(i);
  const WordReading& b = reading(i + 1);
  if (a.forms.empty() || b.forms.empty() || a.forms[0].folds.empty() || b.forms[0].folds.empty()) return 0;
  const SoundKey key = index::joined_key(a.consonants, b.consonants);
  if (key != 0 && listed_.names.knows(key) &&
      listed_.names.index().dictionary().find(names::fold(a.forms[0].folds[0] + b.forms[0].folds[0])))
    return key;
  memory_.join_nothing.add(both);
  return 0;
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

}  // namespace cordon::reading
