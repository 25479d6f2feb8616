// Which listed parties the words of a running text may name. Words meet by a coarse key of their sound, so that one
// look-up answers for all spellings, scripts and most endings of a word; names meet by two of their words.
//
// A word's key is that of its consonants, voice apart, without what transliterations drop or confuse (v, f, a first y);
// of a word with less than two consonants its fold. The key of a word in an abjad is that of its consonants.
//
// Tables, made from the index of a snapshot when it is opened for reading, about 60 bytes a name:
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
// The key of one word under which names of one proper word are found: its fold, not only its consonants.
inline constexpr size_t kSingleConsonants = 5;  // from so many on, consonants are enough

class TextAutomaton {
 public:
  static constexpr size_t kPairedWords = 6;

  // Cost: linear in the names; a second for a million.
  static TextAutomaton build(const Index& index);

  // May a name have a word of this key? Never false where one has.
  bool knows(SoundKey key) const { return (known_[(key & known_mask_) >> 6] >> (key & 63) & 1) != 0; }
  // May a form of the index have this fold? Never false where one has.
  bool may_have_fold(std::string_view folded) const {
    const SoundKey key = fold_key(folded);
    return (folds_[(key & fold_mask_) >> 6] >> (key & 63) & 1) != 0;
  }
  // What kind of party a pair is of, and whether it is the one of the name's rarest word: that, and the rarest beside
  // it. A name that must be there in full is looked for by that pair alone.
  enum PairOf : uint8_t { kOfPerson = 1, kOfOther = 2, kRarest = 4 };
  static constexpr uint32_t kMostEntities = 1U << 28;
  // A fold as one of 32 bits: of those of two words of a name, and of those of a text.
  static uint32_t fold_bit(FoldId fold) { return uint32_t{1} << (fold * 2654435769U >> 27); }
  static constexpr uint32_t kAnyFold = 0xFFFFFFFF;
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
           (written.first == front.first || written.last == back.last);
  }
  // What of a text's two words a pair is asked for.
  struct Asked {
    uint32_t folds = kAnyFold;  // of both words: one of them must be that of a listed word, …
    bool any_join = true;
    std::array<Shape, 2> shapes = {};  // … or one of the words two listed ones written together
  };
  // Calls visit(entity, PairOf) for every entity that may have a name with words of both keys as asked for; some twice,
  // some that have none.
  template <typename Visit>
  void pairs(SoundKey a, SoundKey b, const Asked& asked, const Visit& visit) const {
    const uint64_t hash = pair_hash(a, b);
    if (!may_pair(hash)) return;
    const uint32_t print = static_cast<uint32_t>(hash);
    const size_t bucket = hash >> pair_shift_;
    for (uint32_t i = pair_starts_[bucket]; i < pair_starts_[bucket + 1]; ++i)
      if (pair_rows_[i].print == print && is_asked(pair_rows_[i], asked))
        visit(pair_rows_[i].entity & (kMostEntities - 1), static_cast<uint8_t>(pair_rows_[i].entity >> 28 & 7));
  }
  bool may_pair(uint64_t hash) const {
    const uint64_t word = filter_[(hash >> 6) & filter_mask_];
    const uint64_t bits = uint64_t{1} << (hash & 63) | uint64_t{1} << (hash >> 58);
    return (word & bits) == bits;
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
    const size_t bucket = key >> single_shift_;
    for (uint32_t i = single_starts_[bucket]; i < single_starts_[bucket + 1]; ++i)
      if (single_rows_[i].print == key) visit(single_rows_[i].entity);
  }
  bool has_single(SoundKey key) const {
    bool any = false;
    singles(key, [&](uint32_t) { any = true; });
    return any;
  }
  // Calls visit(bytes, entity) for every listed name in Han characters with which `text` begins: of how many bytes, and
  // whose. REQUIRES: `text` is simplified (names::simplified_han).
  template <typename Visit>
  void han(std::string_view text, const Visit& visit) const {
    if (text.size() < kHanStart) return;
    const uint32_t hash = han_hash(text);
    const size_t bucket = hash >> han_shift_;
    for (uint32_t i = han_starts_[bucket]; i < han_starts_[bucket + 1]; ++i) {
      if (han_rows_[i].print != hash) continue;
      const std::string_view name = index_->han_names()[han_rows_[i].entity];
      if (text.starts_with(name))
        index_->han_entities().each(han_rows_[i].entity, [&](uint32_t entity) { visit(name.size(), entity); });
    }
  }
  // Is this the key of two neighbouring words of a name written together?
  bool knows_joined(SoundKey key) const { return (joined_[(key & joined_mask_) >> 6] >> (key & 63) & 1) != 0; }
  // The keys of a word of the index.
  std::span<const SoundKey> keys(WordId word) const {
    return {word_keys_.data() + word_starts_[word], word_starts_[word + 1] - word_starts_[word]};
  }
  Shape shape(WordId word) const { return shapes_[word]; }
  const Index& index() const { return *index_; }
  // What it holds in memory.
  size_t bytes() const;

 private:
  struct Row {
    uint32_t print;  // a single's key
    uint32_t entity;
  };
  struct PairRow {
    uint32_t print;   // lower half of the pair's hash
    uint32_t entity;  // PairOf in three bits over it; the highest says that one of the two is two words together
    uint32_t folds;   // of all forms of both words, as bits; of two words together their shape
  };
  static constexpr uint32_t kJoined = 1U << 31;
  static uint32_t packed(Shape front, Shape back) {
    return static_cast<unsigned char>(front.first) | uint32_t{static_cast<unsigned char>(back.last)} << 8 |
           uint32_t(std::min(front.letters + back.letters, 0xFFFF)) << 16;
  }
  static bool is_asked(const PairRow& row, const Asked& asked) {
    if ((row.entity & kJoined) == 0) return (row.folds & asked.folds) != 0;
    const Shape front{static_cast<char>(row.folds & 0xFF), 0, static_cast<uint16_t>((row.folds >> 16) - 1)};
    const Shape back{0, static_cast<char>(row.folds >> 8 & 0xFF), 1};
    return asked.any_join || may_join(asked.shapes[0], front, back) || may_join(asked.shapes[1], front, back);
  }
  class Builder;
  static constexpr size_t kHanStart = 6;  // bytes: the first two letters
  static uint32_t han_hash(std::string_view text);
  const Index* index_ = nullptr;
  std::vector<uint64_t> known_ = {0}, filter_ = {0};
  std::vector<uint64_t> joined_ = {0}, folds_ = {0};
  uint32_t fold_mask_ = 63;
  uint32_t joined_mask_ = 63;
  std::vector<uint32_t> han_starts_ = {0, 0};
  std::vector<Row> han_rows_;  // hash of the first two letters, number of the name
  int han_shift_ = 31;
  uint32_t known_mask_ = 63;
  uint64_t filter_mask_ = 0;
  std::vector<uint32_t> pair_starts_ = {0, 0}, single_starts_ = {0, 0};
  std::vector<PairRow> pair_rows_;
  std::vector<Row> single_rows_;
  int pair_shift_ = 63, single_shift_ = 31;
  std::vector<uint32_t> word_starts_;  // keys of each word
  std::vector<SoundKey> word_keys_;
  std::vector<Shape> shapes_;
};

}  // namespace cordon::index
