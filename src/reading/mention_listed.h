// The names of listed parties as the words of texts meet them: what the index has of them is gathered once for a party,
// since a stretch of text asks of each of its words which words of each name it may be. Internal to mention*.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "index/text_automaton.h"
#include "model/profile.h"

namespace cordon::reading {

// A word of a listed name.
struct ListedWord {
  index::WordId word = 0;
  int32_t weight = 0;                     // 0: it is not counted
  bool tells = false;                     // it is counted and more than a generic word
  uint32_t begin_keys = 0, end_keys = 0;  // of PartyNames::keys
  index::SoundKey with_next = 0;          // of it and the next written together; 0: they are not
};

struct ListedWords {
  uint32_t ordinal = 0;  // of the party's names
  std::span<const ListedWord> words;
  uint64_t sounds = 0;  // of its counted words and of what they are together: sound_bit()
};

// Of one party, names of no word left out.
struct PartyNames {
  Schema schema = Schema::kThing;
  bool is_person = false;
  std::vector<ListedWords> names;
  std::vector<ListedWord> words;      // of all names
  std::vector<index::SoundKey> keys;  // of all words

  std::span<const index::SoundKey> keys_of(const ListedWord& word) const {
    return std::span(keys).subspan(word.begin_keys, word.end_keys - word.begin_keys);
  }
  // They will be gone through soon.
  void fetch() const {
    __builtin_prefetch(names.data());
    __builtin_prefetch(words.data());
    __builtin_prefetch(keys.data());
  }
};

// The consonants of two words of the list written together, as a key; 0 where they are too few.
index::SoundKey listed_join(const index::Index& index, index::WordId a, index::WordId b);

// For one thread. Keeps parties that were met, up to a bound.
class ListedParties {
 public:
  // Both must outlive it.
  ListedParties(const index::TextAutomaton& names, const Profile& profile) : names_(names), profile_(profile) {}
  // Valid until the next keep_few().
  const PartyNames& of(uint32_t entity);
  // Forgets them where they are many.
  void keep_few();

 private:
  std::unique_ptr<PartyNames> gather(uint32_t entity) const;
  const index::TextAutomaton& names_;
  const Profile& profile_;
  std::unordered_map<uint32_t, std::unique_ptr<PartyNames>> met_;
  size_t words_ = 0;  // of those met
};

}  // namespace cordon::reading
