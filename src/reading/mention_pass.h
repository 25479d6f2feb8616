// One page on its way to its mentions: words, proposals, judgements. Internal to mentions*.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "match/judge.h"
#include "names/analyze.h"
#include "reading/mentions.h"
#include "reading/text_words.h"
#include "reading/word_readings.h"

namespace cordon::reading {

// A listed party as mentions are judged against it: with the short names that its listed names show.
struct MentionParty {
  match::PreparedParty prepared;
  bool person = false, vehicle = false;
  std::vector<index::SoundKey> family_keys;  // of the family names of a person
  std::vector<std::string> family_folds;
  bool family_told = false;   // by the list, and not taken for the last name
  bool family_shown = false;  // by capitals among other letters: its words are
  std::vector<std::string> capital_folds;
};

// How alike two words are by their letters: not; by few edits or the same consonants; as transliterations of one word
// are, or in another script; by sound.
enum class Spelling : uint8_t { kOther, kAlike, kClose, kSame };

// What the judge said of a text and a party.
struct Judged {
  Points score = 0;
  MilliBits bits = 0;
  std::string listed_name;
  std::vector<Evidence> evidence;
  bool full = false;  // every proper word of both has its counterpart
};

// A text as the judge reads it.
struct PreparedText {
  Subject subject;
  match::Query query;
};

// A form of a word as the judge takes it: queries point into the name.
struct WordUnits {
  match::PreparedName name;
  std::vector<match::QueryUnit> queries;
};

// How alike a word of the text and a word of the list are at most.
struct WordLikeness {
  uint16_t similarity = 0;  // thousandths
  uint8_t form = 0;         // of the word of the text
  bool exact = false;       // of the same sound
};

// Kept between pages, each up to a bound.
struct MentionReader::Memory {
  explicit Memory(const index::TextAutomaton& names) : readings(names) {}
  WordReadings readings;
  std::unordered_map<uint32_t, std::shared_ptr<const MentionParty>> parties;
  size_t names_of_parties = 0;
  std::unordered_map<std::string, Judged> judged;                           // by entity and text
  std::unordered_map<std::string, std::unique_ptr<PreparedText>> prepared;  // by kind and text
  std::unordered_map<std::string, Spelling> spellings;                      // by both texts, a tab between
  std::unordered_map<uint64_t, std::unique_ptr<WordUnits>> units;           // by reading, form and kind of party
  std::unordered_map<uint64_t, WordLikeness> likenesses;                    // by reading, listed word, kind of party
  std::unordered_map<uint64_t, index::SoundKey> joined;                     // by two readings: Pass::joined_in_list()
  std::unordered_map<uint64_t, std::vector<uint32_t>> named_by;  // by two readings: entities with a name of both
};

inline size_t letters_of(std::string_view text) {
  size_t n = 0;
  for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

// Is a part of this kind a word of the name that is weighed?
inline bool is_counted(names::PartKind kind) {
  switch (kind) {
    case names::PartKind::kTitle:
    case names::PartKind::kLegalForm:
    case names::PartKind::kParticle:
    case names::PartKind::kInitial:
    case names::PartKind::kSuffix:
      return false;
    default:
      return true;
  }
}

// What the names of a person must be rare by, in thousandths of bits, where the text speaks of sanctions …
inline constexpr uint32_t kScantRarity = 12000;
inline constexpr uint32_t kRareEnough = 17000;  // … and elsewhere
inline constexpr uint32_t kManyWords = 4;       // common words that are a name together, wherever they stand
inline constexpr size_t kAcronymLetters = 5;    // capitals: no more are an acronym
// … and what a name must reach that is no person's.
inline constexpr Points kLeastOfOther = 8000;

struct PlacedWord {
  uint32_t block = 0;
  TextWord word;
  const WordReading* reading = nullptr;
  uint32_t run = 0;   // of words that may be a person's name together; 0: none
  bool many = false;  // it stands among so many capitals, or beside letters, that common words may be a name
};

// A stretch of words that may name an entity.
struct Proposal {
  uint32_t first = 0, last = 0;  // words
  uint32_t begin = 0, end = 0;   // bytes of the block's text
  uint32_t entity = 0;
  MentionRule rule = MentionRule::kFullName;
  uint32_t matched = 0;  // words that are words of the listed name
  bool ambiguous = false;
  std::string read_as;
  Judged judged;
};

class MentionReader::Pass {
 public:
  Pass(const ListedNames& listed, const Profile& profile, Memory& memory, const Page& page)
      : listed_(listed), profile_(profile), memory_(memory), page_(page) {}
  Result<std::vector<ListedMention>> run();

 private:
  // Words (mentions.cc).
  void cut();
  // The scan (mention_pairs.cc).
  class Stretch;
  void mark_runs();
  uint8_t wanted(uint32_t a, uint32_t b);
  void propose_pairs();
  void propose_pairs_at(uint32_t i);
  void pair(uint32_t a, uint32_t b);
  const std::vector<uint32_t>& named_by(const WordReading& a, const WordReading& b, uint8_t wants, bool caseless);
  void key_pair(index::SoundKey key, uint32_t other, uint32_t first, uint32_t last);
  Result<void> judge_pairs();
  bool may_name(uint32_t entity, const WordReading& a, const WordReading& b, bool caseless);
  using Likeness = WordLikeness;
  Likeness likeness(const WordReading& r, index::WordId word, bool is_person);
  const WordUnits& units_of(const WordReading& r, uint8_t form, bool is_person);
  bool may_hold(uint32_t first, uint32_t last, Schema schema, uint32_t matched, bool left);
  index::SoundKey joined_in_list(const WordReading& a, const WordReading& b);
  Result<void> judge_pair(uint32_t entity, uint32_t first, uint32_t last, bool joins);
  // Names in Han characters (mention_han.cc).
  void propose_han(uint32_t i);
  void propose_transcribed(uint32_t i);

  // What stands around (mention_gates.cc).
  bool beside_its_country(const Proposal& proposal, const MentionParty& party);
  bool holds_person(const Proposal& proposal, const MentionParty& party);
  bool holds(const Proposal& proposal, const MentionParty& party);
  Spelling spelling(const std::string& a, const std::string& b);
  bool tells_apart(const std::string& word);
  bool beside_capitals(const Proposal& proposal);
  bool contradicted(const Proposal& proposal, const MentionParty& party);
  Result<void> propose_singles();
  Result<void> propose_single(uint32_t i);
  bool may_be_single(uint32_t i);
  bool may_be_named(uint32_t entity, const WordReading& word);
  bool single_holds(uint32_t i, const Proposal& proposal, const MentionParty& party);
  bool has_cue(uint32_t first, uint32_t last, bool vehicle);
  bool single_may_hold(uint32_t i, uint32_t first, uint32_t last, Schema schema);
  void settle();

  // Names that the page gives a party (mention_aliases.cc).
  Result<void> propose_aliases();
  Result<void> propose_surnames(const std::vector<uint32_t>& entities);
  Result<void> propose_acronyms();
  Result<void> propose_short_names();

  std::string_view text_of(uint32_t i) const { return words_[i].word.of(page_.blocks[words_[i].block].text); }
  const WordReading& reading(uint32_t i) {
    if (words_[i].reading == nullptr) words_[i].reading = &memory_.readings.read(text_of(i));
    return *words_[i].reading;
  }
  bool anchors(uint32_t i) const {
    const TextWord& w = words_[i].word;
    return !w.is(kCased) || w.is(kUpperFirst);
  }
  bool is_acronym(uint32_t i) {
    const TextWord& w = words_[i].word;
    const WordReading& r = reading(i);  // WAS and NO are words that a writer stressed
    return w.is(kAllUpper) && letters_of(text_of(i)) <= kAcronymLetters && !r.legal_form && !r.common;
  }
  // Does nothing that a name does not go over stand between this word and the next?
  bool joined_to_next(uint32_t i) const {
    return i + 1 < words_.size() && !words_[i].word.is(kBreakBehind) && !words_[i].word.is(kCommaBehind);
  }
  Result<std::shared_ptr<const MentionParty>> party(uint32_t entity);
  bool is_known_under(Points least, const std::string& text, uint32_t entity) const;
  Judged judge(const std::string& text, uint32_t entity, const MentionParty& party);
  Proposal proposal(uint32_t first, uint32_t last, uint32_t entity);
  bool covered(uint32_t i) const { return covered_[i] != 0; }

  struct Candidate {
    uint32_t entity, first, last;
    bool joins;  // words of the text may be written together in the list
    auto operator<=>(const Candidate&) const = default;
  };
  const ListedNames& listed_;
  const Profile& profile_;
  Memory& memory_;
  const Page& page_;
  std::vector<PlacedWord> words_;
  std::vector<Candidate> candidates_;
  match::Unit unit_;
  std::vector<Proposal> proposals_;
  std::vector<uint8_t> covered_;  // by word: it is of a proposal that was kept
  // What the page tells of its words, looked at when a gate first asks.
  struct Context {
    bool speaks_of_sanctions = false;
    std::unordered_set<std::string> pairs_of_capitals;  // two side by side, the first not by its place
    std::unordered_set<std::string> small_words;        // that stand in small letters
    std::unordered_map<std::string, uint32_t> defined;  // letters in brackets behind what they stand for: its last word
  };
  const Context& context();
  std::optional<Context> context_;
};

}  // namespace cordon::reading
