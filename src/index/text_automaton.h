// Which listed parties the words of a running text may name. Words meet by a coarse key of their sound, so that one
// look-up answers for all spellings, scripts and most endings of a word; names meet by two of their words.
//
// A word's key is that of its consonants, voice apart, without what transliterations drop or confuse (v, f, a first y);
// of a word with less than two consonants its fold. The key of a word in an abjad is that of its consonants.
//
// Tables, made from the index when a snapshot is built and read in place (docs/formats/snapshot.md), about 50 bytes a
// name:
//   known    a bit for each key of a word, and others for folds
//   pairs    two words of one name, in no order → entities; of names of more than kPairedWords words those of the
//            rarest; two neighbouring words written together count as one word too
//   singles  the one proper word of a name → entities ("Sovcomflot" of "JSC Sovcomflot")
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/index.h"

namespace cordon::index {

// What a word sounds like, coarsely: never 0.
using SoundKey = uint32_t;

// The consonants by which a Latin form is keyed; `folded` is its fold.
std::string key_consonants(std::string_view form, std::string_view folded);
// The same of a word of an abjad (names::Part::abjad).
std::string key_consonants_of_abjad(std::string_view abjad);
SoundKey consonants_key(std::string_view consonants);
SoundKey fold_key(std::string_view folded);
// The key of two words written together, by their consonants; 0 where they are too few.
SoundKey joined_key(std::string_view first, std::string_view second);
// The key of a Latin form.
SoundKey sound_key(std::string_view form, std::string_view folded);
// The key of a word of an abjad; 0 where it has too few consonants.
SoundKey sound_key_of_abjad(std::string_view abjad);
// The key of one word under which names of one proper word are found: its fold, not only its consonants.
inline constexpr size_t kSingleConsonants = 5;  // from so many on, consonants are enough

class TextAutomaton {
 public:
  static constexpr size_t kPairedWords = 6;

  // Makes the tables as sections, each handed to `sink` before the next is made; it runs on all threads there are.
  // Cost: linear in the names, two seconds of processor time for a million. Errors: those of `sink`.
  static Result<void> build(const Index& index, const Builder::Sink& sink);
  // Reads them in place. `index` and the sections must outlive it. Errors: those of `sections`; kCorrupt. REQUIRES of
  // all that follows: the sections' checksums were verified, as for Index::retrieve().
  static Result<TextAutomaton> open(const Index& index, const Index::Sections& sections);

  // May a name have a word of this key? Never false where one has.
  bool knows(SoundKey key) const { return known_.has(key); }
  // May a form of the index have this fold? Never false where one has.
  bool may_have_fold(std::string_view folded) const { return folds_.has(fold_key(folded)); }
  // What kind of party a pair is of, and whether it is one by which a name is looked for that must be there in full:
  // its rarest word and the rarest beside it, or, where only the first word has a capital, its first two.
  enum PairOf : uint8_t { kOfPerson = 1, kOfOther = 2, kRarest = 4, kFirst = 8 };
  static constexpr int kEntityBits = 27;
  static constexpr uint32_t kMostEntities = 1U << kEntityBits;
  // What a word looks like by the fold of its likeliest form; two words together by the first letter of one and the
  // last of the other.
  struct Shape {
    char first = 0, last = 0;
    uint16_t letters = 0;  // 0: it has no form in Latin letters
  };
  static Shape shape_of(std::string_view folded) {
    if (folded.empty()) return {};
    return {folded.front(), folded.back(), static_cast<uint16_t>(std::min<size_t>(folded.size(), 0xFFFF))};
  }
  // May a word of a text be two words of the list written together? They begin or end alike at the least.
  static bool may_join(Shape written, Shape front, Shape back) {
    constexpr int kApart = 2;  // letters that a fold at the seam may lose or gain
    const int apart = int{written.letters} - front.letters - back.letters;
    return written.letters != 0 && front.letters != 0 && back.letters != 0 && apart <= kApart && -apart <= kApart &&
           (letter(written.first) == letter(front.first) || letter(written.last) == letter(back.last));
  }
  // Two words of one of an entity's names, each of one of the two keys.
  struct Pair {
    uint32_t entity;
    uint8_t of;  // PairOf
    enum class Words : uint8_t {
      kTold,    // `words` are the two: that of the lower key first, where the keys are not the same
      kJoined,  // one is two neighbours written together (`front`, `back`), the other is words[1]
      kAny,     // of a long name, of which other words may have the keys too
    } told;
    std::array<WordId, 2> words;
    Shape front, back;  // as far as may_join() looks at them

    bool has_words_of(const Pair& other) const { return told == other.told && words == other.words && of == other.of; }
  };
  // Calls visit(Pair) for every entity that may have a name with words of both keys; some twice, some that have none.
  // The same words come one after the other.
  template <typename Visit>
  void pairs(SoundKey a, SoundKey b, const Visit& visit) const {
    const uint64_t hash = pair_hash(a, b);
    if (!may_pair(hash)) return;
    for (const PairRow& row : pairs_.at(hash))
      if (row.words[0] >> kWordBits == print_of(hash)) visit(pair_of(row));
  }
  bool may_pair(uint64_t hash) const {
    const uint64_t bits = filter_bits(hash);
    return (filter_[(hash >> 6) & (filter_.size() - 1)] & bits) == bits;
  }
  static uint64_t pair_hash(SoundKey a, SoundKey b) {
    const uint64_t low = a < b ? a : b;
    const uint64_t high = a < b ? b : a;
    uint64_t h = (low << 32 | high) * 0x9E3779B97F4A7C15ULL;
    h ^= h >> 29;
    h *= 0xBF58476D1CE4E5B9ULL;
    return h ^ h >> 32;
  }
  // Calls visit(entity) for every entity that may have a name of which this is the only proper word.
  template <typename Visit>
  void singles(SoundKey key, const Visit& visit) const {
    for (const Row& row : singles_.at(key))
      if (row.print == key) visit(row.entity);
  }
  // Calls visit(bytes, entity) for every listed name in Han characters with which `text` begins: of how many bytes, and
  // whose. REQUIRES: `text` is simplified (names::simplified_han).
  template <typename Visit>
  void han(std::string_view text, const Visit& visit) const {
    if (text.size() < kHanStart) return;
    const uint32_t hash = han_hash(text);
    for (const Row& row : han_.at(hash)) {
      if (row.print != hash) continue;
      const std::string_view name = index_->han_names()[row.entity];
      if (text.starts_with(name))
        index_->han_entities().each(row.entity, [&](uint32_t entity) { visit(name.size(), entity); });
    }
  }
  // Is this the key of two neighbouring words of a name written together?
  bool knows_joined(SoundKey key) const { return joined_.has(key); }
  // The keys of a word of the index.
  std::span<const SoundKey> keys(WordId word) const {
    return word_keys_.subspan(word_starts_[word], word_starts_[word + 1] - word_starts_[word]);
  }
  Shape shape(WordId word) const { return shapes_[word]; }
  const Index& index() const { return *index_; }

 private:
  struct Row {
    uint32_t print;  // a single's key
    uint32_t entity;
  };
  struct PairRow {
    uint32_t entity;  // PairOf in four bits over it; the highest says that one of the two is two words together
    // Over the first print_of() the pair's hash; of two words together it is their shape. The highest bit of the second
    // is Pair::kAny.
    std::array<uint32_t, 2> words;
  };
  static constexpr uint32_t kJoined = 1U << 31;
  static constexpr int kWordBits = 26;
  static constexpr uint32_t kMostWords = 1U << kWordBits;
  static constexpr uint32_t kAnyWords = 1U << 31;
  static uint32_t print_of(uint64_t hash) { return static_cast<uint32_t>(hash) & ((1U << (32 - kWordBits)) - 1); }
  static char letter(char c) { return static_cast<char>(c & 31); }
  static uint32_t packed(Shape front, Shape back) {
    return static_cast<uint32_t>(letter(front.first)) | static_cast<uint32_t>(letter(back.last)) << 5 |
           uint32_t(std::min(front.letters + back.letters, 0xFF)) << 10;
  }
  static Pair pair_of(const PairRow& row) {
    const uint32_t first = row.words[0] & (kMostWords - 1);
    Pair out{row.entity & (kMostEntities - 1),
             static_cast<uint8_t>(row.entity >> kEntityBits & 15),
             Pair::Words::kTold,
             {first, row.words[1] & (kMostWords - 1)},
             {},
             {}};
    if ((row.words[1] & kAnyWords) != 0) out.told = Pair::Words::kAny;
    if ((row.entity & kJoined) != 0) {
      out.told = Pair::Words::kJoined;
      out.front = {static_cast<char>(first & 31), 0, static_cast<uint16_t>((first >> 10) - 1)};
      out.back = {0, static_cast<char>(first >> 5 & 31), 1};
    }
    return out;
  }
  static uint64_t filter_bits(uint64_t hash) { return uint64_t{1} << (hash & 63) | uint64_t{1} << (hash >> 58); }
  // Keys as bits; 2ⁿ words of them.
  struct Bits {
    std::span<const uint64_t> words;
    bool has(SoundKey key) const { return (words[(key >> 6) & (words.size() - 1)] >> (key & 63) & 1) != 0; }
  };
  // Rows by the upper bits of a hash: where each bucket begins ×(2ⁿ + 1) │ rows.
  template <typename RowOf, typename Hash>
  struct Table {
    std::span<const uint32_t> starts;
    std::span<const RowOf> rows;
    int shift = 0;
    std::span<const RowOf> at(Hash hash) const {
      const size_t bucket = hash >> shift;
      return rows.subspan(starts[bucket], starts[bucket + 1] - starts[bucket]);
    }
  };
  class Maker;
  static constexpr size_t kHanStart = 6;  // bytes: the first two letters
  static uint32_t han_hash(std::string_view text);
  const Index* index_ = nullptr;
  Bits known_, joined_, folds_;
  std::span<const uint64_t> filter_;  // of pairs
  Table<PairRow, uint64_t> pairs_;
  Table<Row, uint32_t> singles_;
  Table<Row, uint32_t> han_;  // hash of the first two letters, number of the name
  std::span<const uint32_t> word_starts_;
  std::span<const SoundKey> word_keys_;  // of each word
  std::span<const Shape> shapes_;
};

}  // namespace cordon::index
