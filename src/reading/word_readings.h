// What a word of a running text may be as a word of a name: as written, without its ending (Пескову: Песков), without
// what is attached in front (وفاغنر) or behind ('s), each with its coarse keys of sound. Words met before are
// remembered.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/memo.h"
#include "index/text_automaton.h"
#include "reading/mention_steps.h"

namespace cordon::reading {

// Is it an English word that stands in small letters? (data/reading/english_words.tsv)
bool is_english_word(std::string_view lower);

// One way to take a word.
struct WordForm {
  std::string text;                // as it stands in a name alone
  uint8_t front = 0, back = 0;     // bytes of the word that are not of the name: l'…, …'s; a suffix declined away is
  bool declined = false;           // an ending was stripped or a letter exchanged
  std::vector<std::string> folds;  // of its readings in Latin letters
  std::vector<index::FoldId> known_folds;  // those that words of the index have
};

struct WordReading {
  struct Key {
    index::SoundKey key;
    uint8_t form;
  };
  std::vector<WordForm> forms;          // the first is as written; others only where a listed name may have them
  std::vector<Key> keys;                // distinct; only those that the automaton knows
  std::vector<Key> single_keys;         // under which names of one proper word may be found
  std::string consonants;               // of the first form, for words written together
  uint32_t fold_bits = 0;               // of the known folds of all forms, as TextAutomaton::fold_bit()
  index::TextAutomaton::Shape written;  // of the first form
  uint32_t number = 0;                  // of all readings made: no two of one reader are equal
  uint16_t rarity = 0;                  // names::rarity_millibits() of the first form; 16000 for the unseen
  uint16_t most_rarity = 0;             // of its forms that are no common words, the rarest
  bool may_tell = false;                // a form of it is no word that names share or texts have for anything else
  bool title = false;                   // before a person's name
  bool particle = false;                // may stand inside a name without being of it: of, bin, von
  bool legal_form = false;
  bool generic = false;  // a word that organisations share: company, bank
  bool initial = false;
  bool common = false;                                // an English word that stands in small letters
  std::string country;                                // code of the country that it names or is the adjective of
  bool calendar = false;                              // a day or month
  bool vessel_cue = false, organisation_cue = false;  // says of a name beside it what it names
  bool compound_cue = false;                          // a German noun that says of a name behind it what it names
  uint32_t known = 0;                                 // KnownNames::first_word() of one of its forms …
  uint8_t known_form = 0;                             // … and which
};

class WordReadings {
 public:
  explicit WordReadings(const index::TextAutomaton& names) : names_(names) {}
  // Endings of this language are stripped from now on; "" or unknown: of all languages of the word's script. What was
  // read of words in other languages is kept: pages of several come in any order.
  // Returns whether numbers begin anew.
  bool begin(std::string_view language);
  // Valid until the next begin().
  const WordReading& read(std::string_view word, MentionClock* clock = nullptr);
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
  std::unique_ptr<WordReading> make(std::string_view word) const;
  FormReading read_form(std::string_view text) const;
  void weigh(WordReading& out, std::string_view word) const;
  void add_form(WordReading& out, WordForm form) const;
  void add_declined(WordReading& out, std::string_view word, uint8_t front, uint8_t back) const;

  // Words by their text: open addressing, since nearly every word of a text is looked up here.
  class Remembered {
   public:
    // Returns where the word's reading is or is to be put.
    std::unique_ptr<WordReading>& at(std::string_view word);
    size_t size() const { return used_; }
    void clear();

   private:
    struct Slot {
      uint64_t hash = 0;
      std::string word;
      std::unique_ptr<WordReading> reading;
    };
    void grow();
    std::vector<Slot> slots_;
    size_t used_ = 0;
  };
  const index::TextAutomaton& names_;
  mutable Memo<std::shared_ptr<const FormReading>> form_readings_{1 << 16};
  uint32_t made_ = 0;
  uint32_t kept_ = 0;  // readings in all of read_
  std::string language_;
  std::unordered_map<std::string, Remembered> read_;  // by language
  Remembered* of_language_ = nullptr;                 // of read_
  Remembered transcriptions_;
};

}  // namespace cordon::reading
