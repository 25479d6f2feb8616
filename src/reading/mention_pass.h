// One page on its way to its mentions: words, proposals, judgements. Internal to mentions*.cc.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/recent_keys.h"
#include "match/judge.h"
#include "names/analyze.h"
#include "reading/known_names.h"
#include "reading/mention_bound.h"
#include "reading/mention_listed.h"
#include "reading/mentions.h"
#include "reading/sanction_words.h"
#include "reading/text_words.h"
#include "reading/word_readings.h"

namespace cordon::reading {

// A listed party as mentions are judged against it: with the short names that its listed names show.
struct MentionParty {
  match::PreparedParty prepared;  // of its names those that is_prepared tells
  std::vector<bool> is_prepared;
  size_t listed = 0;  // names of the list; behind them stand the short ones
  bool person = false, vehicle = false;
  bool has_families = false;  // what follows was worked out (Pass::with_families())
  std::vector<std::string> family_folds;
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

// A party that has a known name, as it was judged.
struct KnownParty {
  uint32_t entity = 0;
  std::string read_as;
  Judged judged;
};

// A text as the judge reads it.
struct PreparedText {
  Subject subject;
  match::Query query;
  AlikeWords alike;
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

// A sound of a name that has both words of a pair.
struct NameSound {
  enum Role : uint8_t {
    kJoin,   // of two of its words together
    kFirst,  // of the first word of a name
    kWord,   // of a further one
    kAlso,   // of the word before it in the list, another of its sounds
  };
  index::SoundKey key = 0;
  uint32_t role : 8 = kWord;
  uint32_t weight : 12 = 0;
  uint32_t similarity : 12 = 0;  // of what the pair has of the word; 0: nothing
  bool operator==(const NameSound&) const = default;
};
static_assert(sizeof(NameSound) == 8);

// A party that has a name with both words of a pair.
struct NamedParty {
  uint32_t entity = 0;
  uint32_t begin = 0, end = 0;  // of NamedBy::sounds_of_names: a word of these sounds may change what the pair has
  bool alone = false;           // the two words alone may have the points of a mention
  bool is_person = false;
  bool takes_legal_forms = false;  // those beside the two are of its name
  uint64_t of_names = 0;           // which of its names have a word for each, by the first 64
};
struct NamedBy {
  std::vector<NamedParty> parties;         // by entity
  std::vector<NameSound> sounds_of_names;  // of each party in order: of joins, then of names that differ in these
  struct PartySound {
    index::SoundKey key;
    uint32_t party;  // of parties
    auto operator<=>(const PartySound&) const = default;
  };
  std::vector<PartySound> by_sound;  // the same by key
  std::vector<uint32_t> alone;       // of parties: those whose names the two words alone may have the points of
  uint64_t sounds = 0;               // of all parties
  std::span<const NameSound> of(const NamedParty& party) const {
    return std::span(sounds_of_names).subspan(party.begin, party.end - party.begin);
  }
};

// Which sounds words have. May say so of one that none has.
class SoundSet {
 public:
  void add(index::SoundKey key) { bits_[at(key) / 64] |= uint64_t{1} << at(key) % 64; }
  bool has(index::SoundKey key) const { return (bits_[at(key) / 64] >> at(key) % 64 & 1) != 0; }
  void clear() { bits_ = {}; }

 private:
  static constexpr int kBits = 10;
  static uint32_t at(index::SoundKey key) { return key * 0x9E3779B9U >> (32 - kBits); }
  std::array<uint64_t, (size_t{1} << kBits) / 64> bits_ = {};
};

struct PlacedWord {
  uint32_t block = 0;
  TextWord word;
  MetWord* met = nullptr;
  uint32_t run = 0;   // of words that may be a person's name together; 0: none
  bool many = false;  // it stands among so many capitals, or beside letters, that common words may be a name
};

// A pair of words that is to be looked up.
struct AskedPair {
  uint32_t first, last;
  uint64_t key;  // numbers of both words, is the first caseless?, what is wanted: 28, 28, 4 and 4 bits
};

// The lists of one page, kept for their memory.
struct PageLists {
  std::vector<PlacedWord> words;
  std::vector<uint32_t> may_begin, join_asked;
  std::vector<AskedPair> asked;
  std::vector<TextWord> of_block;
  std::vector<MetWord*> met;
  void clear() {
    words.clear();
    may_begin.clear();
    join_asked.clear();
    asked.clear();
  }
};

struct HashOfHash {
  size_t operator()(const Hash128& of) const { return of.low; }
};
// The hash of what both are of.
inline Hash128 of_both(const Hash128& of, uint64_t other) {
  constexpr uint64_t kSpread = 0x9E3779B97F4A7C15ULL;
  return {of.high ^ other, of.low ^ (other + 1) * kSpread};
}

// Kept between pages, each up to a bound.
struct MentionReader::Memory {
  Memory(const index::TextAutomaton& names, const Profile& profile)
      : readings(names), bound(names.index(), profile), listed(names, profile) {}
  WordReadings readings;
  PartyBound bound;
  ListedParties listed;
  std::unordered_map<uint32_t, std::shared_ptr<MentionParty>> parties;
  size_t names_of_parties = 0;
  std::unordered_map<Hash128, std::unique_ptr<PreparedText>, HashOfHash> prepared;  // by text and kind
  std::unordered_map<Hash128, Judged, HashOfHash> judged;                           // by text and entity
  RecentHashes dropped{1 << 17};                                   // the same and points: they have fewer than these
  std::unordered_map<std::string, Spelling> spellings;             // by both texts, a tab between
  std::unordered_map<uint64_t, std::unique_ptr<WordUnits>> units;  // by reading, form and kind of party
  std::unordered_map<uint64_t, WordLikeness> likenesses;           // by reading, listed word, kind of party
  RecentKeys join_nothing{1 << 18};                                // two readings: Pass::joined_in_list() is 0
  RecentKeys name_nobody{1 << 20};  // two readings and what is wanted of them: no party has a name of both
  std::unordered_map<uint64_t, NamedBy> named_by;  // the same, where the automaton has such a pair
  RecentPlaces<NamedBy> named_lately{1 << 16};     // of named_by
  RecentHashes in_vain{1 << 16};                   // described(): the two alone were judged to be no mention
  PageLists lists;
  size_t parties_named = 0;  // in named_by, and as one more each its entries
  // The parties of a known name, by its number in KnownNames.
  std::unordered_map<uint32_t, std::vector<KnownParty>> known;
};

// Is a word of the text, by the likeliest form of both, these two words of the list written together? They begin or end
// alike at the least (may_join()).
bool may_join(const WordReading& reading, const index::TextAutomaton& names, index::WordId a, index::WordId b);
bool joins_listed(const WordReading& reading, const index::TextAutomaton& names, index::WordId a, index::WordId b);

inline size_t letters_of(std::string_view text) {
  size_t n = 0;
  for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

// Do the first letters of both belong to one script?
bool same_script(std::string_view a, std::string_view b);
// The letters of a text in small letters, without marks and what is no letter.
std::string plain_letters(std::string_view text);

// Two words with a blank between them, the second without its 's.
std::string side_by_side(std::string_view first, std::string_view second);

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

inline constexpr uint16_t kUnseen = 16000;  // rarity of what no table of names has
// What the names of a person must be rare by, in thousandths of bits, where the text speaks of sanctions …
inline constexpr uint32_t kScantRarity = 12000;
inline constexpr uint32_t kRareEnough = 17000;  // … and elsewhere
inline constexpr uint32_t kManyWords = 4;       // common words that are a name together, wherever they stand
inline constexpr size_t kAcronymLetters = 5;    // capitals: no more are an acronym
// … and what a name must reach that is no person's.
inline constexpr Points kLeastOfOther = 8000;

// The points that the judge must give.
inline Points least_of_mention(bool is_person, const Profile& profile) {
  return is_person ? profile.threshold : std::max(profile.threshold, kLeastOfOther);
}

// What words of data/reading/cues.tsv say of a name beside them, in the page's language.
enum class Beside : uint8_t {
  kNamesake,  // a walk of life in which nobody listed is named by the family name alone
  kPlayer,    // the same of a whole name
  kPlace,     // called after a person
  kThing,     // called by the name of an organisation, or of whom made it
  kBehind,    // either, at once behind the name, with a capital …
  kCraft,     // … and in small letters
  kRich,      // an office that is of no state
  kOf,        // may stand between an office and whose it is
  kField,     // of an office: foreign, prime
  kIn,        // somebody is there: en la calle
  kNoun,      // the name itself is also a noun …
  kNouns,     // … and is it behind these; …
  kParty,     // … the name behind these, …
  kTies,      // … and with a letter attached behind these, …
  kGround,    // … and where the page speaks of these
  kSpells,    // a Han character of foreign names
  kNext,      // of such characters, but another name
  kTown,      // what a place is, behind its name
  kArm,       // a weapon, at once in front of its name in quotation marks
  kCount
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
  Pass(const ListedNames& listed, const Profile& profile, Memory& memory, const Page& page, MentionClock* clock)
      : listed_(listed), profile_(profile), memory_(memory), page_(page), clock_(clock) {}
  Result<std::vector<ListedMention>> run();

 private:
  // Words (mentions.cc).
  void cut();
  void place(uint32_t block, const TextWord& word, MetWord& met);
  // The scan (mention_pairs.cc).
  void mark_runs();
  uint8_t wanted(uint32_t a, uint32_t b);
  bool may_be_verbatim(uint32_t a, uint32_t b);
  Result<void> propose_pairs();
  void propose_pairs_at(uint32_t i);
  void propose_joined_at(uint32_t i);
  void ask(uint32_t a, uint32_t b);
  using Asked = AskedPair;
  void pair(const Asked& asked);
  NamedBy* named_by(uint64_t key, const WordReading& a, const WordReading& b, uint8_t wants, bool caseless);
  void hear_around(uint32_t a, uint32_t b, const NamedBy& named);
  void hear_region(uint32_t a, uint32_t b);
  bool may_reach(const NamedBy& named, const NamedParty& party) const;
  std::pair<uint32_t, uint32_t> region(uint32_t first, uint32_t last) const;
  void key_pair(index::SoundKey key, uint32_t other, uint32_t first, uint32_t last);
  bool are_alike(const index::TextAutomaton::Pair& pair, const WordReading& front, const WordReading& back,
                 bool caseless);
  bool may_name(uint32_t entity, const WordReading& a, const WordReading& b, bool caseless);
  using Likeness = WordLikeness;
  Likeness likeness(const WordReading& r, index::WordId word, bool is_person);
  Likeness likeness_by_key(const WordReading& r, index::WordId word, bool is_person);
  const WordUnits& units_of(const WordReading& r, uint8_t form, bool is_person);
  index::SoundKey joined_in_list(uint32_t i);
  // Stretches around pairs (mention_stretch.cc).
  struct Candidate {
    uint32_t entity, first, last;
    bool joins;                         // words of the text may be written together in the list
    const NamedParty* party = nullptr;  // what the two alone may come to; null where they join
    bool alone = false;                 // no other word around is of its name
    const PartyNames* names = nullptr;  // of the entity
    auto operator<=>(const Candidate& other) const {
      return std::tie(entity, first, last, joins) <=> std::tie(other.entity, other.first, other.last, other.joins);
    }
    bool operator==(const Candidate& other) const { return (*this <=> other) == 0; }
  };
  class Stretch;
  static constexpr uint32_t kWidest = 3;  // words that a stretch may go on at a time
  void weigh_alone(uint32_t entity, const WordReading& a, const WordReading& b, bool caseless, NamedBy& out);
  Result<void> judge_pairs();
  bool may_hold(uint32_t first, uint32_t last, Schema schema, uint32_t matched, bool left);
  void describe(uint32_t first, uint32_t last);
  Hash128 described(uint32_t entity) const;
  bool beside_legal_forms(uint32_t first, uint32_t last);
  uint32_t with_legal_forms_behind(uint32_t last);
  uint32_t with_legal_forms_before(uint32_t first);
  struct Widened;
  Widened widest(const Candidate& c);
  std::string read_as(const Widened& stretch);
  Result<void> judge_pair(const Candidate& c);
  // Names in Han characters (mention_han.cc).
  Result<void> propose_han(uint32_t i);
  void propose_transcribed(uint32_t i);

  // Letters and names of other languages that a table knows (mention_known.cc).
  Result<const std::vector<KnownParty>*> known_parties(uint32_t name);
  Result<std::vector<KnownParty>> judge_known(const KnownNames::KnownName& name);
  Result<bool> propose_parties(uint32_t name, const Proposal& where);
  bool goes_on_behind(uint32_t i, const KnownNames::Spelling& spelling);
  std::optional<std::pair<uint32_t, uint32_t>> spelled_to(uint32_t i, const KnownNames::Spelling& spelling);
  std::optional<std::pair<uint32_t, uint32_t>> spelled_han_to(uint32_t i, std::string_view rest,
                                                              const KnownNames::Spelling& spelling);
  bool may_go_on_known(uint32_t i);
  Result<bool> propose_known(uint32_t i);
  Result<void> propose_known_han(uint32_t i, std::string_view run);
  Result<void> propose_known_families();
  bool known_family_holds(uint32_t i, const KnownNames::Spelling& spelling);
  // What the proposals so far name, looked up by where they begin, and by the family name of a person's whole name.
  struct NamedSoFar {
    size_t seen = 0;  // of proposals_
    std::unordered_map<uint32_t, std::vector<uint32_t>> by_first;
    std::unordered_map<std::string, std::set<uint32_t>> bearers;  // entities
  };
  const NamedSoFar& named_so_far();
  Result<bool> is_judged_there(uint32_t name, uint32_t first, uint32_t last);
  Result<bool> is_of_another(std::string_view family, uint32_t name);
  bool is_initial(uint32_t i);
  bool is_behind_initials(uint32_t i, const KnownNames::Spelling& spelling);
  bool is_other_bearer(uint32_t i, const KnownNames::Spelling& spelling);
  bool known_letters_hold(uint32_t i, const WordForm& form, const KnownNames::Spelling& spelling);
  bool is_beside_another(uint32_t first, uint32_t last, bool is_person);
  bool is_beside_organisation(uint32_t i);
  bool stands_for_others(uint32_t i);
  bool is_namesake(uint32_t i, const KnownNames::Spelling& spelling);
  Result<std::vector<std::string>> countries_of_known(uint32_t name);
  Result<bool> is_office_abroad(uint32_t i, uint32_t name);
  bool is_thing_of_another(uint32_t first, uint32_t last, const KnownNames::Spelling& spelling, size_t attached);

  // Another bearer of the name, or another thing (mention_bearers.cc).
  uint32_t beside_kinds(uint32_t i);
  bool is_beside_word(Beside kind, uint32_t i);
  bool is_beside_word_in_front(Beside kind, uint32_t i);
  bool is_place_of(uint32_t i, uint32_t name);
  bool is_of_another_kind(uint32_t i, uint32_t name, bool is_person);
  bool is_beside_another_kind(uint32_t first, uint32_t last, bool is_person);
  bool is_author(uint32_t i);
  std::string country_whose(uint32_t i);
  std::string country_of_office(uint32_t i);
  bool has_ground();
  bool is_beside_player(uint32_t first, uint32_t last);
  static bool has_office_abroad_han(std::string_view in_front, const std::vector<std::string>& countries);
  bool has_office_abroad(uint32_t i, const std::vector<std::string>& countries);
  bool is_noun(uint32_t i, size_t attached);
  bool is_another_han(std::string_view in_front, std::string_view behind, uint32_t block, uint32_t end, bool is_person);

  // What stands around (mention_gates.cc).
  bool is_verbatim(const Proposal& proposal, const MentionParty& party);
  std::string country_that_ends(uint32_t i);
  bool is_of_other_country(const Proposal& proposal, const MentionParty& party);
  bool beside_its_country(const Proposal& proposal, const MentionParty& party);
  bool is_body_by_words(const Proposal& proposal);
  bool holds_person(const Proposal& proposal, MentionParty& party);
  bool holds(const Proposal& proposal, MentionParty& party);
  Spelling spelling(const std::string& a, const std::string& b);  // (mention_spelling.cc)
  bool tells_apart(const std::string& word);
  bool beside_capitals(const Proposal& proposal);
  Result<bool> contradicted(const Proposal& proposal);
  void settle();

  // Single words (mention_singles.cc).
  Result<void> propose_singles();
  Result<void> propose_single(uint32_t i);
  bool may_be_single(uint32_t i);
  bool may_be_named(uint32_t entity, const WordReading& word);
  NamedAlone& named_alone(uint32_t i);
  std::optional<std::pair<uint32_t, uint32_t>> with_words_beside(uint32_t i);
  Result<std::optional<Proposal>> single_named(uint32_t i, uint32_t first, uint32_t last, uint32_t entity);
  bool single_holds(uint32_t i, const Proposal& proposal, const MentionParty& party);
  bool is_anothers_word(uint32_t i, const Proposal& proposal);
  bool has_cue(uint32_t first, uint32_t last, bool vehicle);
  bool may_be_person_alone(uint32_t i) const;
  bool single_may_hold(uint32_t i, uint32_t first, uint32_t last, NamedAlone::Kind kind);

  // Names that the page gives a party (mention_aliases.cc).
  Result<void> propose_aliases();
  Result<void> propose_surnames(const std::vector<uint32_t>& entities);
  Result<void> propose_acronyms();
  Result<void> propose_short_names();

  // Family names in scripts without capitals (mention_caseless.cc).
  struct PageFamily {
    uint32_t word = 0;  // of the whole name: its last
    uint32_t entity = 0;
    Judged judged;
  };
  // Who bears a family name on the page, and who of them was named last: words are gone through from first to last.
  struct FamilyBearers {
    std::vector<PageFamily> named;  // by word
    size_t next = 0;                // of named: behind what was gone through
    uint32_t last_word = 0;
    uint32_t last_entity = 0;
    bool is_any = false;
    bool is_several = false;

    void take(uint32_t word, uint32_t entity) {
      is_several = is_several || (is_any && last_word != word && last_entity != entity);
      is_any = true;
      last_word = word;
      last_entity = entity;
    }
    void go_to(uint32_t word) {
      for (; next < named.size() && named[next].word <= word; ++next) take(named[next].word, named[next].entity);
    }
    std::span<const PageFamily> named_at(uint32_t word) const {
      const auto range = std::ranges::equal_range(named, word, {}, &PageFamily::word);
      return {range.begin(), range.end()};
    }
  };
  // By the family name, as words of known names are compared; Han characters also by the first two of them.
  struct PageFamilies {
    std::unordered_map<std::string, FamilyBearers> spaced, han;
    std::unordered_map<std::string, std::vector<std::string>> han_by_start;
  };
  Result<PageFamilies> families_of_page();
  Result<void> propose_caseless_families();
  void propose_family(FamilyBearers& bearers, std::string_view family, const Proposal& where);
  void propose_spaced_family(uint32_t i, PageFamilies& families);
  void propose_han_family(uint32_t i, PageFamilies& families);
  bool leaves_alone(uint32_t i);
  bool is_given_name(uint32_t i);

  std::string_view text_of(uint32_t i) const { return words_[i].word.of(page_.blocks[words_[i].block].text); }
  const WordReading& reading(uint32_t i) { return memory_.readings.read(*words_[i].met, clock_); }
  // The word with what its reading tells.
  const MetWord& told(uint32_t i) {
    if (words_[i].met->number == 0) reading(i);
    return *words_[i].met;
  }
  bool anchors(uint32_t i) const {
    const TextWord& w = words_[i].word;
    return !w.is(kCased) || w.is(kUpperFirst);
  }
  bool is_acronym(uint32_t i) {
    // WAS and NO are words that a writer stressed.
    return words_[i].word.is(kAllUpper) && letters_of(text_of(i)) <= kAcronymLetters &&
           !told(i).is_any(MetWord::kLegalForm | MetWord::kCommon);
  }
  // Does nothing that a name does not go over stand between this word and the next?
  bool joined_to_next(uint32_t i) const {
    return i + 1 < words_.size() && !words_[i].word.is(kBreakBehind) && !words_[i].word.is(kCommaBehind);
  }
  // What is judged (mention_judge.cc).
  Result<std::shared_ptr<MentionParty>> party(uint32_t entity);
  void prepare(MentionParty& party, size_t name);
  const MentionParty& with_families(MentionParty& party);
  PreparedText& prepared(std::string_view text, const Hash128& of_text, Schema schema);
  // Which names of the party are judged: those that the index lets reach so many points, or all of them.
  enum class Reach : uint8_t { kBounded, kAllNames };
  Result<std::optional<Judged>> judge(std::string_view text, uint32_t entity, Points least,
                                      Reach names = Reach::kBounded);

  Proposal proposal(uint32_t first, uint32_t last, uint32_t entity);
  bool covered(uint32_t i) const { return covered_[i] != 0; }

  bool passed_between(const Candidate& one, const Candidate& other, uint32_t behind);
  // A pair that parties have in a name, those too of which it made no candidate.
  struct Passed {
    uint32_t first, last;
    const NamedBy* named;
    auto operator<=>(const Passed&) const = default;
  };
  const ListedNames& listed_;
  const Profile& profile_;
  Memory& memory_;
  const Page& page_;
  MentionClock* clock_;
  std::vector<PlacedWord>& words_ = memory_.lists.words;
  std::vector<uint32_t>& may_begin_ =
      memory_.lists.may_begin;  // words with which a name may begin: with capitals, of scripts without …
  std::vector<Asked>& asked_ = memory_.lists.asked;
  std::vector<uint32_t>& join_asked_ =
      memory_.lists.join_asked;  // words that may be one of the list together with the next
  std::vector<Candidate> candidates_;
  std::vector<uint32_t> heard_;  // of NamedBy::parties: hear_around()
  SoundSet in_region_;           // hear_region()
  std::string description_;      // of the pair that is looked at: describe() …
  Hash128 of_description_;       // … and its hash
  std::vector<Passed> passed_;
  bool passed_sorted_ = false;
  std::vector<Proposal> proposals_;
  NamedSoFar named_so_far_;
  std::vector<uint8_t> covered_;                // by word: it is of a proposal that was kept
  std::unordered_set<uint32_t> known_persons_;  // by number in KnownNames: whom the page names in full, or by office
  std::unordered_set<uint32_t> has_namesake_;   // the same: the page names another by the family name
  // What the page tells of its words. What follows was gathered while it was cut …
  bool speaks_of_sanctions() const { return speaks_of_sanctions_; }
  // Does it stand in small letters?
  bool is_small_word(const MetWord& word) const { return word.small_on == memory_.readings.page(); }
  bool is_small_word(uint32_t i) { return is_small_word(memory_.readings.lower_of(*words_[i].met)); }
  // … and the rest is looked at when a gate first asks (mention_context.cc).
  bool is_office(uint32_t i);  // a word for what somebody is: minister, spokeswoman
  bool is_no_given_name(uint32_t i);
  std::string country_of_word(uint32_t i);
  bool is_country_adjective(uint32_t i);
  static std::string_view without_office_han(std::string_view in_front);
  bool begins_lexicon_word(std::string_view run) const;
  std::string first_letter(uint32_t i);
  std::optional<std::pair<uint32_t, uint32_t>> defined_behind(uint32_t i);
  bool ends_compound(uint32_t i);
  // The same in Han characters: does the one end with such a word, or the other begin with it?
  bool is_office_han(std::string_view in_front, std::string_view behind);
  // Does the page have this word and the next with capitals side by side, the first not by its place?
  bool is_pair_of_capitals(uint32_t i);
  // The last word of what these letters in brackets stand for; nothing where the page does not say.
  std::optional<uint32_t> defined(std::string_view letters);
  bool speaks_of_sanctions_ = false;
  std::vector<uint32_t> vessel_cues_;  // words, in order
  std::optional<std::vector<std::pair<const MetWord*, std::string_view>>> pairs_of_capitals_;
  std::optional<std::unordered_map<std::string_view, uint32_t>> defined_;
  std::optional<bool> has_ground_;
  std::optional<std::pair<uint32_t, uint32_t>> beside_;  // beside_kinds() of the word asked for last
};

}  // namespace cordon::reading
