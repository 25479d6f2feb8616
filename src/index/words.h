// What names are made of, each stored once: words (parts of names, with all their forms) and joins (neighbouring words
// as one word written together). A name is a row of words.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "index/column.h"
#include "index/dictionary.h"
#include "match/prepared_name.h"

namespace cordon::index {

using WordId = uint32_t;
using JoinId = uint32_t;

// The words of a join; the last is kNoWord where there are two.
using JoinWords = std::array<WordId, 3>;
inline constexpr WordId kNoWord = 0xFFFFFFFF;

class Words {
 public:
  // `words`: u32 head × n, u32 first form × (n + 1), u32 form × m. `form_words`: Postings of words, by form.
  // Errors: kCorrupt.
  static Result<Words> open(std::string_view words, std::string_view form_words, uint32_t count, uint32_t forms);

  uint32_t size() const { return static_cast<uint32_t>(heads_.size()); }
  layout::WordHead head(WordId word) const { return layout::unpack(heads_[word]); }
  std::span<const uint32_t> forms(WordId word) const {
    return {forms_.data() + starts_[word], starts_[word + 1] - starts_[word]};
  }
  template <typename Visit>
  void with_form(FormId form, const Visit& visit) const {
    form_words_.each(form, visit);
  }
  // Makes `out` the unit of this word, as match::prepare() made it.
  void unit(WordId word, const Dictionary& dictionary, match::Unit& out) const;
  // What the word gives to a join.
  match::JoinedPart joined_part(WordId word, const Dictionary& dictionary) const;

 private:
  Column heads_, starts_, forms_;
  Postings form_words_;
};

// Joins are looked up by their fold's halves and by their consonants.
//
// Why halves find every fold within one edit: the edit lies in one half, and the other stands unchanged at the front or
// at the end of the other word. Only a swap of the two letters at the boundary touches both; it is undone first.
class Joins {
 public:
  // `words`: u32 × 3 × n. `folds`: u64 × n. `halves`, `consonants`: Buckets of joins. Errors: kCorrupt.
  static Result<Joins> open(std::string_view words, std::string_view folds, std::string_view halves,
                            std::string_view consonants, uint32_t count);
  uint32_t size() const { return static_cast<uint32_t>(words_.size() / 3); }
  JoinWords words(JoinId join) const { return {words_[join * 3], words_[join * 3 + 1], words_[join * 3 + 2]}; }
  // Appends every join whose fold is `edits` (0 or 1) letters away from this or less, and some more, some twice.
  // REQUIRES: one letter or more; two or more where `edits` is 1.
  void near(std::string_view folded, int edits, std::vector<JoinId>& out) const;
  // Appends every join with a form, or an abjad word, of these consonants, voice apart, and some more.
  void with_consonants(std::string_view consonants, std::vector<JoinId>& out) const;

  // The keys of one join. REQUIRES for half: which is 0 or 1.
  static uint32_t half_key(std::string_view folded, int which);
  static uint32_t consonants_key(std::string_view consonants);
  // A fold in 64 bits: its length in the highest four, five bits a letter. One of more than twelve letters, or with a
  // digit, has 15 there and only which letters it has (some share a bit; an edit changes at most two).
  static uint64_t packed(std::string_view folded);
  static constexpr size_t kPackedLetters = 12;
  // Returns a join's fold in `buffer`; empty where it is not kept as it is.
  std::string_view fold(JoinId join, std::array<char, kPackedLetters>& buffer) const;

 private:
  uint64_t packed(JoinId join) const {
    uint64_t out;
    std::memcpy(&out, folds_.data() + size_t{join} * sizeof out, sizeof out);
    return out;
  }
  Column words_;
  std::string_view folds_;
  Buckets halves_, consonants_;
};

}  // namespace cordon::index
