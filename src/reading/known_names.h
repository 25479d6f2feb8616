// Parties that texts call by letters (VTB), or by a name in another language than the lists have: what their name is to
// be judged as. Tables: data/reading/known_names.tsv, data/name_parts/acronyms.tsv.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/checksum.h"

namespace cordon::reading {

// In small letters, as words of known names are compared; other scripts as their plain letters.
std::string known_form(std::string_view word);
// The words of a kind of data/reading/cues.tsv ("organisation", "beside:ar"), as known_form(); none of an unknown kind.
const std::unordered_set<std::string>& cue_words(std::string_view kind);

class KnownNames {
 public:
  struct Spelling {
    uint32_t name = 0;               // of names()
    std::vector<std::string> words;  // known_form() of each; of a text without blanks the one simplified run
    std::vector<uint32_t> numbers;   // word_number() of each; none of a text without blanks
    bool letters = false;            // an acronym: counts only in capitals
    bool small = false;              // it may begin with a small letter
    bool article = false;            // it begins with an article, so the next word has the capital: al-Shabaab
    bool family = false;             // the last part of a person's name: counts where the page shows whose it is
    bool beside = false;             // the proper word of «компания «Кронштадт»»: counts beside any such noun
  };
  struct KnownName {
    std::string text;          // what the judge is asked; empty: no party has these letters alone
    std::string with_letters;  // the same with its letters in brackets, as lists often have it; empty: it has none
    bool expands = false;      // it is letters that stand for words, which more than one party may have
    uint32_t expansion = 0;    // of how many words
    bool is_person = false;
    bool has_family = false;  // … whom the press means by the family name with an office
    std::string initials;     // of a person: the first letters of all spellings (known_form())
  };
  static const KnownNames& shipped();

  // The spellings whose first word this is (known_form()), as a number for beginning(); 0: none.
  uint32_t first_word(std::string_view form) const {
    const auto found = first_words_.find(form);
    return found == first_words_.end() ? 0 : found->second;
  }
  // May this word in small letters, declined or not, begin a spelling?
  bool may_begin_small(std::string_view word) const;
  // Is this a word of a known name (known_form())?
  bool has_word(std::string_view form) const { return word_number(form) != 0; }
  // The same as a number; 0: it is none.
  uint32_t word_number(std::string_view form) const {
    const auto found = words_.find(form);
    return found == words_.end() ? 0 : found->second;
  }
  // Numbers of spellings, those of most words first. REQUIRES: a number of first_word(), not 0.
  std::span<const uint32_t> beginning(uint32_t first_word) const { return by_first_word_[first_word]; }
  // Has every spelling of this first word a second? REQUIRES: as above.
  bool goes_on(uint32_t first_word) const { return goes_on_[first_word]; }
  // The spellings without blanks whose first two letters (six bytes) are these, or whose first part is this one letter.
  std::span<const uint32_t> han(std::string_view letters) const {
    if (!may_be_han_.test(han_bit(letters))) return {};
    const auto found = han_.find(letters);
    return found == han_.end() ? std::span<const uint32_t>() : std::span<const uint32_t>(found->second);
  }
  const Spelling& spelling(uint32_t number) const { return spellings_[number]; }
  const KnownName& name(uint32_t number) const { return names_[number]; }

 private:
  KnownNames();
  void read_known();
  void read_acronyms();
  void add(uint32_t name, std::string_view written, bool is_letters);
  void put(Spelling spelling, bool is_han);
  void add_families();
  void add_proper_words();
  static constexpr size_t kHanBits = 1U << 15;
  static size_t han_bit(std::string_view letters) { return hash64(letters) % kHanBits; }
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <typename V>
  using ByText = std::unordered_map<std::string, V, Hash, std::equal_to<>>;
  std::vector<KnownName> names_;
  std::vector<Spelling> spellings_;
  ByText<uint32_t> first_words_;
  ByText<uint32_t> words_;  // numbers from 1
  std::unordered_set<std::string, Hash, std::equal_to<>> small_starts_;
  std::vector<std::vector<uint32_t>> by_first_word_ = {{}};
  std::vector<bool> goes_on_;  // by the same
  ByText<std::vector<uint32_t>> han_;
  std::bitset<kHanBits> may_be_han_;  // of the keys of `han_`: every place of a text is asked about
};

}  // namespace cordon::reading
