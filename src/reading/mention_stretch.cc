// Stretches of text around a pair, widened to the whole name, and judged.
#include <algorithm>
#include <array>
#include <bit>

#include "match/weights.h"
#include "names/analyze.h"
#include "reading/mention_pass.h"

namespace cordon::reading {

using index::SoundKey;
using index::TextAutomaton;
using names::PartKind;

namespace {

constexpr uint32_t kRegion = 12;  // words around a pair in which the rest of the name is looked for

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

// What a word of a text has of a name.
struct Met {
  uint32_t mask = 0;        // words of the name that the word of the text may be
  uint16_t similarity = 0;  // at most
  uint8_t form = 0;         // the word's form that is the most alike
  bool exact = false;
};

// How much of a name agrees at most.
struct Weighed {
  int64_t weight = 0;
  int64_t agrees = 0;  // of the weight, by what is alike at most
  int64_t left = 0;
  bool lacks = false;  // a word that is more than a generic one
};

// `mask`: the words that agree; `similarity(k)`: how much one of them does.
template <typename Similarity>
Weighed weigh(const ListedWords& name, uint32_t mask, const Similarity& similarity) {
  Weighed out;
  for (size_t k = 0; k < name.words.size(); ++k) {
    const ListedWord& word = name.words[k];
    if ((mask >> k & 1) != 0) {
      out.weight += word.weight;
      out.agrees += int64_t{word.weight} * similarity(k);
    } else {
      out.left += word.weight;
      out.lacks = out.lacks || word.tells;
    }
  }
  return out;
}

// Of NamedParty::of_names; 0 of a name that has none.
uint64_t bit_of_name(uint32_t ordinal) { return ordinal < 64 ? uint64_t{1} << ordinal : 0; }
bool may_be_of(const NamedParty& party, uint32_t ordinal) {
  const uint64_t bit = bit_of_name(ordinal);
  return bit == 0 || (party.of_names & bit) != 0;
}

// Adds what the name's words sound like, and what the pair has of them, where the list has no name of the same.
void add_sounds(const PartyNames& party, const ListedWords& name, const std::array<uint16_t, names::kMaxParts>& alike,
                std::vector<NameSound>& out) {
  struct Word {
    std::span<const SoundKey> keys;
    uint32_t weight, similarity;
  };
  std::vector<Word> words;
  for (size_t k = 0; k < name.words.size(); ++k)
    if (const ListedWord& word = name.words[k]; word.weight > 0 && word.begin_keys != word.end_keys)
      words.push_back({party.keys_of(word), static_cast<uint32_t>(word.weight), alike[k]});
  // In whatever order: the same words are often listed in several.
  std::ranges::sort(words, [](const Word& a, const Word& b) {
    return std::tuple(a.keys[0], a.similarity, a.weight) < std::tuple(b.keys[0], b.similarity, b.weight);
  });
  const size_t from = out.size();
  for (const Word& word : words)
    for (size_t k = 0; k < word.keys.size(); ++k) {
      NameSound sound;
      sound.key = word.keys[k];
      sound.role = k > 0 ? NameSound::kAlso : out.size() == from ? NameSound::kFirst : NameSound::kWord;
      sound.weight = word.weight & 0xFFFU;
      sound.similarity = word.similarity & 0xFFFU;
      out.push_back(sound);
    }
  const std::span added(out.begin() + static_cast<std::ptrdiff_t>(from), out.end());
  for (size_t at = 0; at + added.size() <= from; ++at) {
    if (!std::ranges::equal(added, std::span(out).subspan(at, added.size()))) continue;
    const size_t end = at + added.size();
    if (end < from && out[end].role != NameSound::kFirst) continue;
    out.resize(from);
    return;
  }
}

}  // namespace

bool may_join(const WordReading& reading, const TextAutomaton& names, index::WordId a, index::WordId b) {
  return TextAutomaton::may_join(reading.written, names.shape(a), names.shape(b));
}
bool joins_listed(const WordReading& reading, const TextAutomaton& names, index::WordId a, index::WordId b) {
  if (!may_join(reading, names, a, b)) return false;
  const SoundKey key = listed_join(names.index(), a, b);
  return key != 0 && reading.has_key(key);
}

// Candidates that a pair alone cannot make a mention were passed over (pair()). One of them would have been looked at
// between these two, so that what was found for the first says nothing of the second?
bool MentionReader::Pass::passed_between(const Candidate& one, const Candidate& other, uint32_t behind) {
  if (!passed_sorted_) std::ranges::sort(passed_), passed_sorted_ = true;
  const auto places = [](const auto& c) { return std::pair(c.first, c.last); };
  // A pair itself comes before what its words are when written together.
  for (auto at = std::ranges::lower_bound(passed_, places(one), {}, places);
       at != passed_.end() && (places(*at) < places(other) || (places(*at) == places(other) && other.joins)); ++at)
    if (places(*at) != places(one) && at->last >= behind &&
        std::ranges::binary_search(at->named->parties, one.entity, {}, &NamedParty::entity))
      return true;
  return false;
}

Result<void> MentionReader::Pass::judge_pairs() {
  const MentionClock::Within step(clock_, MentionStep::kStretches);
  std::sort(candidates_.begin(), candidates_.end());
  candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
  // What each is of stands here and there in memory, and is fetched ahead.
  for (Candidate& c : candidates_) c.names = &memory_.listed.of(c.entity);
  constexpr size_t kAhead = 4;
  const Candidate* looked_at = nullptr;
  uint32_t behind = 0;  // the last stretch of its entity ends here: its other pairs have led to it
  for (size_t i = 0; i < candidates_.size(); ++i) {
    const Candidate& c = candidates_[i];
    if (i + kAhead < candidates_.size()) candidates_[i + kAhead].names->fetch();
    if (looked_at != nullptr && c.entity == looked_at->entity && c.last < behind &&
        !passed_between(*looked_at, c, behind))
      continue;
    const size_t before = proposals_.size();
    CHECK_OK(judge_pair(c));
    looked_at = &c;
    behind = proposals_.size() > before ? proposals_.back().last + 1 : 0;
  }
  candidates_.clear();
  passed_.clear();
  settle();
  return {};
}

// What of the text around a pair is of one name of an entity.
class MentionReader::Pass::Stretch {
 public:
  static constexpr uint32_t kMostWords = 32;
  // `low` to `high`: the words in which the name is looked for, kMostWords at most. `joins`: words of the text may be
  // written together in the list.
  Stretch(Pass& pass, uint32_t low, uint32_t high, bool joins, const PartyNames& party)
      : pass_(pass), party_(party), low_(low), size_(high - low + 1), text_joins_(joins) {}

  // Which words of the name the word of the text may be. `otherwise(k, out)` is asked about a word that is not alike.
  template <typename Otherwise>
  static Met meet(Pass& pass, const WordReading& r, const PartyNames& party, const ListedWords& name,
                  const Otherwise& otherwise) {
    Met out;
    const TextAutomaton& names = pass.listed_.names;
    for (size_t k = 0; k < name.words.size(); ++k) {
      const ListedWord& word = name.words[k];
      if (word.weight == 0) continue;
      const Likeness like =
          r.has_any_key(party.keys_of(word)) ? pass.likeness_by_key(r, word.word, party.is_person) : Likeness{};
      if (like.similarity > 0) {
        out.mask |= 1U << k;
        if (like.similarity > out.similarity || (like.exact && !out.exact)) out.form = like.form;
        out.similarity = std::max(out.similarity, like.similarity);
        out.exact = out.exact || like.exact;
      } else {
        otherwise(k, out);
      }
      if (word.with_next != 0 && r.has_key(word.with_next) && names.knows_joined(word.with_next) &&
          may_join(r, names, word.word, name.words[k + 1].word)) {
        out.mask |= 3U << k;
        out.similarity = 1000;
        out.exact = true;
      }
    }
    return out;
  }

  // Looks for another name.
  void begin(const ListedWords& name) {
    name_ = &name;
    looked_ = 0;
  }

  const Met& at(uint32_t t) {
    if ((looked_ >> t & 1) == 0) {
      looked_ |= 1U << t;
      met_[t] = look(t);
    }
    return met_[t];
  }
  uint32_t size() const { return size_; }

  uint32_t first = 0, last = 0, mask = 0;  // what was found
  // Widens from a pair over the other words of the name, as far as gaps allow.
  void widen(uint32_t from, uint32_t to) {
    first = from;
    last = to;
    mask = 0;
    for (uint32_t t = first; t <= last; ++t) mask |= at(t).mask;
    const auto gap = [&](uint32_t t) {
      constexpr uint32_t kGap =
          MetWord::kParticle | MetWord::kInitial | MetWord::kGeneric | MetWord::kTitle | MetWord::kLegalForm;
      return pass_.told(low_ + t).is_any(kGap);
    };
    for (uint32_t reach = 1; reach <= kWidest && last + reach < size();) {
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
    for (uint32_t reach = 1; reach <= kWidest && reach <= first;) {
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
    // Most words around a pair sound like none of the name.
    if (!text_joins_ && (pass_.told(low_ + t).sounds & name_->sounds) == 0) return {};
    return meet(pass_, pass_.reading(low_ + t), party_, *name_, [&](size_t k, Met& out) {
      if (text_joins_) join(t, k, out);
    });
  }

  // The key of a word and the next written together; 0: there is none.
  SoundKey joined_at(uint32_t t) {
    if (joined_.empty()) joined_.resize(size());
    if (!joined_[t]) {
      const WordReading& a = pass_.reading(low_ + t);
      const WordReading& b = pass_.reading(low_ + t + 1);
      joined_[t] = a.initial || b.initial ? 0 : index::joined_key(a.consonants, b.consonants);
    }
    return *joined_[t];
  }

  // Is the word, with the one beside it, a word that the list writes together?
  void join(uint32_t t, size_t k, Met& out) {
    const index::WordId word = name_->words[k].word;
    const std::span<const SoundKey> keys = party_.keys_of(name_->words[k]);
    const auto with = [&](uint32_t one) {
      if (one + 1 >= size()) return;
      const SoundKey joined = joined_at(one);
      if (joined == 0 || std::ranges::find(keys, joined) == keys.end()) return;
      if (!is_joined(pass_.reading(low_ + one), pass_.reading(low_ + one + 1), word, pass_.listed_.names.index(),
                     out.exact))
        return;
      out.mask |= 1U << k;
      out.similarity = 1000;
    };
    with(t);
    if (t > 0) with(t - 1);
  }

  Pass& pass_;
  const PartyNames& party_;
  uint32_t low_, size_;
  bool text_joins_;
  std::array<Met, kMostWords> met_;
  uint32_t looked_ = 0;                          // of met_, as bits
  std::vector<std::optional<SoundKey>> joined_;  // joined_at(), as far as it was asked for
  const ListedWords* name_ = nullptr;
};

// Adds the party: what the two words may come to where no other word of the text is of the name, and the words that may
// change it.
void MentionReader::Pass::weigh_alone(uint32_t entity, const WordReading& a, const WordReading& b, bool caseless,
                                      NamedBy& out) {
  const Schema schema = listed_.names.index().schema(entity);
  const PartyNames& names = memory_.listed.of(entity);
  const auto no_other = [](size_t, Met&) {};
  std::vector<SoundKey> joins;
  std::vector<NameSound> sounds;
  NamedParty party;
  for (const ListedWords& name : names.names) {
    if ((a.sounds & name.sounds) == 0 || (b.sounds & name.sounds) == 0) continue;
    const Met of_a = Stretch::meet(*this, a, names, name, no_other);
    if (of_a.mask == 0) continue;
    const Met of_b = Stretch::meet(*this, b, names, name, no_other);
    if (of_b.mask == 0) continue;
    party.of_names |= bit_of_name(name.ordinal);
    for (const ListedWord& word : name.words)
      if (word.with_next != 0) joins.push_back(word.with_next);
    std::array<uint16_t, names::kMaxParts> alike{};
    for (size_t k = 0; k < name.words.size(); ++k)
      alike[k] = std::max((of_a.mask >> k & 1) != 0 ? of_a.similarity : uint16_t{0},
                          (of_b.mask >> k & 1) != 0 ? of_b.similarity : uint16_t{0});
    add_sounds(names, name, alike, sounds);
    const uint32_t mask = of_a.mask | of_b.mask;
    if (party.alone || std::popcount(mask) < 2 || !(caseless || of_a.exact || of_b.exact)) continue;
    const Weighed weighed = weigh(name, mask, [&](size_t k) { return alike[k]; });
    party.alone = match::upper_bound_besides(weighed.agrees, weighed.left, names.is_person, profile_) >=
                  least_of_mention(names.is_person, profile_);
  }
  std::ranges::sort(joins);
  joins.erase(std::unique(joins.begin(), joins.end()), joins.end());
  party.entity = entity;
  party.is_person = names.is_person;
  party.takes_legal_forms = !names.is_person && !is_vehicle(schema);
  party.begin = static_cast<uint32_t>(out.sounds_of_names.size());
  for (const SoundKey key : joins) {
    NameSound& join = out.sounds_of_names.emplace_back();
    join.key = key;
    join.role = NameSound::kJoin;
  }
  out.sounds_of_names.insert(out.sounds_of_names.end(), sounds.begin(), sounds.end());
  party.end = static_cast<uint32_t>(out.sounds_of_names.size());
  out.parties.push_back(party);
}

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

// A stretch, and of each of its words the form by which it is of the name.
struct MentionReader::Pass::Widened {
  uint32_t first = 0, last = 0, matched = 0;  // matched 0: there is none
  int64_t value = 0;
  std::vector<uint8_t> forms;
};

// The words around a pair in which the rest of a name may stand.
std::pair<uint32_t, uint32_t> MentionReader::Pass::region(uint32_t first, uint32_t last) const {
  uint32_t low = first;
  uint32_t high = last;
  while (low > 0 && first - low < kRegion && joined_to_next(low - 1) && !words_[low - 1].word.is(kNoSpaces)) --low;
  while (high - last < kRegion && joined_to_next(high) && !words_[high + 1].word.is(kNoSpaces)) ++high;
  return {low, high};
}

// The best stretch around a pair for one of the party's names.
MentionReader::Pass::Widened MentionReader::Pass::widest(const Candidate& c) {
  const auto [low, high] = region(c.first, c.last);
  Widened best;
  const Schema schema = c.names->schema;
  const PartyNames& party = *c.names;
  Stretch stretch(*this, low, high, c.joins, party);
  for (const ListedWords& name : party.names) {
    if (c.party != nullptr && !may_be_of(*c.party, name.ordinal)) continue;
    stretch.begin(name);
    if (!c.joins && (stretch.at(c.first - low).mask == 0 || stretch.at(c.last - low).mask == 0)) continue;
    stretch.widen(c.first - low, c.last - low);
    const Weighed weighed = weigh(name, stretch.mask, [&](size_t k) {
      uint16_t similarity = 0;
      for (uint32_t t = stretch.first; t <= stretch.last; ++t)
        if ((stretch.at(t).mask >> k & 1) != 0) similarity = std::max(similarity, stretch.at(t).similarity);
      return similarity;
    });
    bool exact = !words_[c.first].word.is(kCased);
    for (uint32_t t = stretch.first; t <= stretch.last; ++t) exact = exact || stretch.at(t).exact;
    const auto matched = static_cast<uint32_t>(std::popcount(stretch.mask));
    if (matched < 2 || !exact) continue;
    if (match::upper_bound_besides(weighed.agrees, weighed.left, party.is_person, profile_) <
        least_of_mention(party.is_person, profile_))
      continue;
    // What of the listed name is missing counts against it, so that of two names the nearer one is taken.
    const int64_t value = weighed.weight * 1000 - weighed.left * 300;
    if (best.matched != 0 && value <= best.value) continue;
    if (!may_hold(low + stretch.first, low + stretch.last, schema, matched, weighed.lacks)) continue;
    best = {low + stretch.first, low + stretch.last, matched, value, {}};
    for (uint32_t t = stretch.first; t <= stretch.last; ++t) best.forms.push_back(stretch.at(t).form);
  }
  return best;
}

// Legal forms beside an organisation's name belong to it. The last word with those behind `last`, …
uint32_t MentionReader::Pass::with_legal_forms_behind(uint32_t last) {
  while (last + 1 < words_.size() && !words_[last].word.is(kBreakBehind) && reading(last + 1).legal_form &&
         anchors(last + 1))
    ++last;
  return last;
}

// … and the first with those before `first`, articles too (Al-Nusra Front).
uint32_t MentionReader::Pass::with_legal_forms_before(uint32_t first) {
  const auto belongs = [&](uint32_t k) {
    const bool article = words_[k].word.is(kHyphenBehind) && reading(k).particle && !reading(k).forms.empty();
    return article || (reading(k).legal_form && anchors(k));
  };
  while (first > 0 && joined_to_next(first - 1) && belongs(first - 1)) --first;
  return first;
}

bool MentionReader::Pass::beside_legal_forms(uint32_t first, uint32_t last) {
  return with_legal_forms_behind(last) != last || with_legal_forms_before(first) != first;
}

// The stretch as the judge is to read it.
std::string MentionReader::Pass::read_as(const Widened& stretch) {
  std::string out;
  const std::string& block = page_.blocks[words_[stretch.first].block].text;
  for (uint32_t t = stretch.first; t <= stretch.last; ++t) {
    if (t > stretch.first) {
      const TextWord& before = words_[t - 1].word;
      const std::string_view between = std::string_view(block).substr(before.end, words_[t].word.begin - before.end);
      out += between.find_first_not_of(" -.") == std::string_view::npos ? between : std::string_view(" ");
    }
    out += reading(t).forms.at(stretch.forms[t - stretch.first]).text;
  }
  return out;
}

// Writes down all that may_hold() and read_as() take of the text for the stretch from one word to the other: what is
// written the same is judged the same.
void MentionReader::Pass::describe(uint32_t first, uint32_t last) {
  const bool behind_hyphen = first > 0 && words_[first - 1].word.is(kHyphenBehind);
  const std::string_view block = page_.blocks[words_[first].block].text;
  description_.clear();
  description_ += static_cast<char>('0' + behind_hyphen + 2 * speaks_of_sanctions());
  for (uint32_t t = first; t <= last; ++t) {
    const TextWord& w = words_[t].word;
    const uint32_t behind = t < last ? words_[t + 1].word.begin - w.end : 0;  // bytes to the next
    for (const uint32_t number : {reading(t).number, behind})
      description_.append(reinterpret_cast<const char*>(&number), sizeof number);
    description_ += w.is(kHyphenBehind) ? '-' : ' ';
    description_ += block.substr(w.end, behind);
  }
  of_description_ = hash128(description_);
}

// The description for one party.
Hash128 MentionReader::Pass::described(uint32_t entity) const { return of_both(of_description_, entity); }

Result<void> MentionReader::Pass::judge_pair(const Candidate& c) {
  const auto in_vain = [&] {
    if (!c.alone || (c.party->takes_legal_forms && beside_legal_forms(c.first, c.last))) return;
    describe(c.first, c.last);
    memory_.in_vain.add(described(c.entity));
  };
  Widened best = widest(c);
  if (best.matched == 0) return in_vain(), Result<void>();
  const Schema schema = c.names->schema;
  const bool is_person = c.names->is_person;
  if (!is_person && !is_vehicle(schema)) {
    const uint32_t last = with_legal_forms_behind(best.last);
    const uint32_t first = with_legal_forms_before(best.first);
    best.forms.insert(best.forms.end(), last - best.last, 0);
    best.forms.insert(best.forms.begin(), best.first - first, 0);
    best.first = first;
    best.last = last;
  }
  Proposal out = proposal(best.first, best.last, c.entity);
  out.matched = best.matched;
  out.read_as = read_as(best);
  TRY(auto judged, judge(out.read_as, c.entity, least_of_mention(is_person, profile_)));
  if (!judged) return in_vain(), Result<void>();
  out.judged = std::move(*judged);
  out.begin += reading(best.first).forms.at(best.forms.front()).front;
  out.end -= reading(best.last).forms.at(best.forms.back()).back;
  TRY(const auto party, this->party(c.entity));
  if (!holds(out, *party)) return {};
  TRY(const bool is_another, contradicted(out));
  if (is_another) return {};
  proposals_.push_back(std::move(out));
  return {};
}

}  // namespace cordon::reading
