// What a word of a running text may be as a word of a name: as written, without its ending (Пескову: Песков), without
// what is attached in front (وفاغنر) or behind ('s), each with its coarse keys of sound. Words met before are
// remembered.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/checksum.h"
#include "base/memo.h"
#include "index/text_automaton.h"
#include "reading/mention_steps.h"
#include "reading/text_words.h"

namespace cordon::reading {

// Is it an English word that stands in small letters? (data/reading/english_words.tsv)
bool is_english_word(std::string_view lower);

// One way to take a word.
struct WordForm {
  std::string text;                // as it stands in a name alone
  uint8_t front = 0, back = 0;     // bytes of the word that are not of the name: l'…, …'s; a suffix declined away is
  bool declined = false;           // an ending was stripped or a letter exchanged
  std::vector<std::string> folds;  // of its readings in Latin letters
  std::vector<index::FoldId> known_folds = {};  // those that words of the index have
};

// The parties of which a word may be the one proper word of a name, by kind.
struct NamedAlone {
  enum class Kind : uint8_t { kPerson, kVehicle, kOther };
  static constexpr size_t kKinds = 3;
  struct OfKind {
    std::vector<uint32_t> entities;
    size_t in_vain = 0;  // of so many, the first of them, no form of the word alone has the points of a mention
  };
  std::array<OfKind, kKinds> of_kinds;
  OfKind& of(Kind kind) { return of_kinds[static_cast<size_t>(kind)]; }
};

// A key as one of 64 bits.
inline uint64_t sound_bit(index::SoundKey key) { return uint64_t{1} << (uint64_t{key} * 0x9E3779B97F4A7C15ULL >> 58); }

// A fold as one of 64 bits.
inline uint64_t fold_bit(std::string_view fold) { return uint64_t{1} << (hash64(fold) >> 58); }

// What is asked of most words with capitals stands in the first line of the cache.
struct alignas(64) WordReading {
  struct Key {
    index::SoundKey key;
    uint8_t form;
  };
  std::vector<Key> keys;     // distinct; only those that the automaton knows
  uint64_t sounds = 0;       // of keys: sound_bit()
  uint32_t number = 0;       // of all readings made: no two of one reader are equal
  uint32_t known = 0;        // KnownNames::first_word() of one of its forms …
  uint8_t known_form = 0;    // … and which
  uint16_t rarity = 0;       // names::rarity_millibits() of the first form; 16000 for the unseen
  uint16_t most_rarity = 0;  // of its forms that are no common words, the rarest
  bool may_tell = false;     // a form of it is no word that names share or texts have for anything else
  bool title = false;        // before a person's name
  bool particle = false;     // may stand inside a name without being of it: of, bin, von
  bool legal_form = false;
  bool generic = false;  // a word that organisations share: company, bank
  bool initial = false;
  bool common = false;                                // an English word that stands in small letters
  bool calendar = false;                              // a day or month
  bool vessel_cue = false, organisation_cue = false;  // says of a name beside it what it names
  bool compound_cue = false;                          // a German noun that says of a name behind it what it names
  uint64_t folds = 0;                                 // of all forms: fold_bit()
  std::string country;                                // code of the country that it names or is the adjective of
  std::vector<WordForm> forms;        // the first is as written; others only where a listed name may have them
  std::vector<uint32_t> known_words;  // KnownNames::word_number() of the word as written and of its forms
  std::vector<Key> single_keys;       // under which names of one proper word may be found
  struct ListedWord {
    index::WordId word;
    uint8_t form;
  };
  std::vector<ListedWord> listed;       // words of the list that share a fold with a form, by word
  std::unique_ptr<NamedAlone> alone;    // null: not asked for so far
  std::string consonants;               // of the first form, for words written together
  index::TextAutomaton::Shape written;  // of the first form

  bool has_key(index::SoundKey key) const { return std::ranges::find(keys, key, &Key::key) != keys.end(); }
  bool has_any_key(std::span<const index::SoundKey> of) const {
    return std::ranges::any_of(of, [&](index::SoundKey key) { return has_key(key); });
  }
  // Null: the word of the list is none of `listed`.
  const ListedWord* as_listed(index::WordId word) const {
    const auto at = std::ranges::lower_bound(listed, word, {}, &ListedWord::word);
    return at != listed.end() && at->word == word ? &*at : nullptr;
  }
};

// A word of a text as it is looked up: words of up to 16 bytes, which nearly all are, are compared as two numbers.
struct WordKey {
  static constexpr uint32_t kBytes = 16;
  uint64_t low = 0, high = 0;  // the first 16 bytes, zeros behind the word
  uint32_t size = 0;           // bytes
  bool operator==(const WordKey&) const = default;
  uint32_t hash() const {
    uint64_t h = (low ^ size * 0xD6E8FEB86659FD93ULL) * 0x9E3779B97F4A7C15ULL;
    h ^= h >> 32;
    h = (h ^ high) * 0xBF58476D1CE4E5B9ULL;
    return static_cast<uint32_t>(h >> 32);
  }
};
// The key of `text` from `begin` to `end`. REQUIRES: begin <= end <= text.size().
inline WordKey word_key(std::string_view text, size_t begin, size_t end) {
  constexpr size_t kBytes = WordKey::kBytes;
  constexpr size_t kHalf = 8;
  const size_t size = end - begin;
  WordKey out;
  out.size = static_cast<uint32_t>(size);
  if (begin + kBytes > text.size()) {  // at the end of the text
    char bytes[kBytes] = {};
    std::memcpy(bytes, text.data() + begin, std::min(size, kBytes));
    std::memcpy(&out.low, bytes, kHalf);
    std::memcpy(&out.high, bytes + kHalf, kHalf);
    return out;
  }
  // Reads over the end of the word and clears what is not of it: no branch that depends on the word's length.
  const auto first = [](size_t bytes) { return bytes >= kHalf ? ~uint64_t{0} : (uint64_t{1} << bytes * 8) - 1; };
  std::memcpy(&out.low, text.data() + begin, kHalf);
  std::memcpy(&out.high, text.data() + begin + kHalf, kHalf);
  out.low &= first(size);
  out.high &= first(size > kHalf ? size - kHalf : 0);
  return out;
}

// A word of texts of one language: what running text asks of every word, small ones too, in one place.
struct alignas(64) MetWord {  // a line of the cache
  enum Mark : uint32_t {
    kMarked = 1U << 0,        // the next three were worked out
    kOfSanctions = 1U << 1,   // it speaks of them (SanctionWords)
    kMayCueVessel = 1U << 2,  // its reading tells
    kBeginsKnown = 1U << 3,   // a known name may begin with it in small letters
    kNobodyAlone = 1U << 4,   // `alone` was asked for and is empty, …
    kPersonsAlone = 1U << 5,  // … or has persons only
    // What its reading tells, once it was read; as the fields of WordReading are called:
    kHasKeys = 1U << 6,
    kMayTell = 1U << 7,
    kTitle = 1U << 8,
    kParticle = 1U << 9,
    kInitial = 1U << 10,
    kCommon = 1U << 11,
    kLegalForm = 1U << 12,
    kVesselCue = 1U << 13,
    kKnown = 1U << 14,
    kGeneric = 1U << 15,
    kCalendar = 1U << 16,
    kCompoundCue = 1U << 17,
    kOrganisationCue = 1U << 18,
    kCountry = 1U << 19,
    kHasKnownWords = 1U << 20,  // known_words has some
    kInVainAlone = 1U << 21,    // no form of it alone has the points of a mention of a party of `alone`, persons apart
  };
  std::unique_ptr<WordReading> reading;  // null: not asked for so far
  MetWord* lower = nullptr;              // the same in small letters (lowered()); null: not asked for so far
  uint64_t sounds = 0;                   // of its reading, as the next
  uint32_t number = 0;                   // 0: it was not read so far
  uint16_t most_rarity = 0;
  uint16_t rarity = 0;
  uint32_t marks = 0;
  uint32_t small_on = 0;  // the last page that has it in small letters (WordReadings::page())

  bool is(Mark mark) const { return (marks & mark) != 0; }
  bool is_any(uint32_t of) const { return (marks & of) != 0; }
  // Valid as long as the word.
  std::string_view text() const { return {size_ > WordKey::kBytes ? long_text() : first_.data(), size_}; }
  // Is it the text with this key?
  bool is_text(const WordKey& key, std::string_view text) const {
    const auto bytes = std::bit_cast<std::array<uint64_t, 2>>(first_);
    if (size_ != key.size || bytes[0] != key.low) return false;
    return size_ > WordKey::kBytes ? std::string_view(long_text(), size_) == text : bytes[1] == key.high;
  }

 private:
  friend class Vocabulary;
  const char* long_text() const {
    const char* out = nullptr;
    std::memcpy(&out, first_.data() + sizeof(uint64_t), sizeof out);
    return out;
  }
  uint32_t size_ = 0;                             // bytes
  std::array<char, WordKey::kBytes> first_ = {};  // the text; of a longer one its first 8 bytes and where it stands
};
static_assert(sizeof(MetWord) == 64);

// Words by their text: open addressing, since every word of a text is looked up here. The words stay where they are.
class Vocabulary {
 public:
  // Returns the word, which is new where it was not met before. REQUIRES: the key is the text's.
  MetWord& at(const WordKey& key, std::string_view text);
  MetWord& at(std::string_view text) { return at(word_key(text, 0, text.size()), text); }
  // Words are looked up by the block, so that one need not wait for the other: fetch() for all, then likely(), …
  void fetch(uint32_t hash) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  // … the word that has the hash of a key, null where there is none: the word of the key, or none is
  // (MetWord::is_text()), but where two words share a hash.
  MetWord* likely(uint32_t hash) const {
    if (slots_.empty()) return nullptr;
    const size_t mask = slots_.size() - 1;
    for (size_t i = hash & mask; slots_[i].word != 0; i = (i + 1) & mask)
      if (slots_[i].hash == hash) return &word(slots_[i].word);
    return nullptr;
  }
  size_t size() const { return size_; }
  void clear();

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t word = 0;  // 1: the first; 0: none
  };
  static constexpr size_t kChunk = 256;  // words
  MetWord& word(uint32_t number) const { return chunks_[(number - 1) / kChunk][(number - 1) % kChunk]; }
  MetWord& add(const WordKey& key, std::string_view text);
  void grow();
  std::vector<Slot> slots_;
  std::vector<std::unique_ptr<MetWord[]>> chunks_;
  std::deque<std::string> long_texts_;
  uint32_t size_ = 0;
};

class WordReadings {
 public:
  explicit WordReadings(const index::TextAutomaton& names) : names_(names) {}
  // The next page. Endings of this language are stripped from now on; "" or unknown: of all languages of the word's
  // script. What was read of words in other languages is kept: pages of several come in any order.
  // Returns whether numbers begin anew.
  bool begin(std::string_view language);
  // Of the page that was begun last: never 0.
  uint32_t page() const { return page_; }
  // The word in texts of the page's language. Valid until the next begin().
  MetWord& meet(std::string_view word);
  // The words of a text as it was cut. Marks are of no new word so far: mark().
  void meet(std::string_view text, const std::vector<TextWord>& words, std::vector<MetWord*>& out);
  static void mark(MetWord& word, const TextWord& as_cut);
  MetWord& lower_of(MetWord& word);
  const WordReading& read(MetWord& word, MentionClock* clock = nullptr) {
    return word.reading != nullptr ? *word.reading : read_new(word, clock);
  }
  const WordReading& read(std::string_view word) { return read(meet(word)); }
  void remember_alone(MetWord& word, NamedAlone parties);
  // Parties of the word turned out to be in vain.
  static void remember_in_vain(MetWord& word);
  // The readings of Han characters that may write the sounds of a foreign name.
  const WordReading& read_transcription(std::string_view characters);

 private:
  struct FormReading {
    std::vector<std::string> folds;  // as those of WordForm
    std::vector<index::FoldId> known_folds;
    std::vector<index::SoundKey> keys, single_keys;  // that the automaton knows; distinct
    std::string consonants;                          // of the first fold, as the next
    uint16_t rarity = 0;
  };
  const WordReading& read_new(MetWord& word, MentionClock* clock);
  void count(const MetWord& word);
  static void tell(MetWord& word);
  std::unique_ptr<WordReading> make(std::string_view word) const;
  FormReading read_form(std::string_view text) const;
  void weigh(WordReading& out, std::string_view word) const;
  void add_listed(WordReading& out) const;
  void add_form(WordReading& out, WordForm form) const;
  void add_declined(WordReading& out, std::string_view word, uint8_t front, uint8_t back) const;

  const index::TextAutomaton& names_;
  mutable Memo<std::shared_ptr<const FormReading>> form_readings_{1 << 16};
  uint32_t made_ = 0;
  size_t kept_ = 0;  // of all of met_: words, and as one more each so many bytes of them
  uint32_t page_ = 0;
  std::string language_;
  std::unordered_map<std::string, Vocabulary> met_;  // by language
  Vocabulary* of_language_ = nullptr;                // of met_
  Vocabulary transcriptions_;
  std::vector<WordKey> keys_;  // of meet(), and their hashes
  std::vector<uint32_t> hashes_;
};

}  // namespace cordon::reading
