// The words that reading goes by: cues of speech, nouns of speakers, function words, predicates, goods; one table a
// language under data/lexicons, one row a word with all its forms.
#pragma once

#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reading/text.h"

namespace cordon::reading {

// What a row of a lexicon says its forms are.
enum class Kind : uint8_t {
  kCue,        // a word of saying: value = act, detail = frame and flags
  kAuxiliary,  // between subject and verb: has, will; hat, wird
  kNegation,   // not, never
  kAdverb,     // between subject and verb, or before the subject
  kThat,       // opens a content clause: that, dass, что
  kWhether,    // opens an indirect question
  kBy,         // the agent of a passive
  kPronoun,    // value = he | she | it | they | i | we | one
  kDeterminer,
  kPossessive,  // its, his, их
  kPreposition,
  kConjunction,   // value = and | but
  kSubordinator,  // while, because, which
  kPerson,        // nouns of speakers by kind; detail "many" where they are plural
  kBody,
  kCompany,
  kMedia,
  kDocument,
  kSpokesman,     // speaks with the voice of a principal
  kSourceWord,    // unnamed by nature: source, insider
  kTitle,         // Mr, Dr; "courtesy" or "office"
  kAbbreviation,  // ends no sentence though a full stop follows
  kHedge,
  kClaimNoun,  // claim, allegation, report
  kAnaphor,    // this, it, as content of a denial
  kTime,       // Monday, yesterday, March
  kPredicate,  // value = class, detail = roles
  kFalsehood,  // false, fabricated, absurd: what a dismissal calls a claim
  kNothing,    // "no", "none", "never": turns the sense of a content clause
  kPlace,      // a city, region or building: no party
  kOrganWord,  // the Kremlin, the White House: a state's voice; value = state
  kCapital,    // value = state
  kState,      // value = state
  kAdjective,  // of a state; value = state
  kOutlet,     // a news agency or paper by name
  kGoods,      // value = family
  kRisk,       // value = family
  kStop,       // carries no sense of its own
  kPartOf,     // one of, the other, both
  kCount
};

struct Lexeme {
  Kind kind = Kind::kStop;
  std::string value;
  std::string detail;
  uint32_t row = 0;  // forms of one row share it
};

// A lexeme that stands at a token: tokens [begin, end).
struct Found {
  const Lexeme* lexeme = nullptr;
  uint32_t end = 0;
  uint32_t letters = 0;  // of the form; longer is surer
  uint32_t gap = 0;      // of a form in two parts: where the second begins
};

// One language's words. Immutable once read; shared by all threads.
class Lexicon {
 public:
  static bool is_known(std::string_view language);
  // Returns the words of `language`, English where it is not known.
  static const Lexicon& of(std::string_view language);
  static std::span<const std::string_view> languages();

  // Appends every lexeme whose form begins at tokens[at]; `limit` bounds the tokens looked at.
  void find(std::span<const Token> tokens, uint32_t at, uint32_t limit, std::vector<Found>& out) const;
  // Does a form of one of these kinds begin at tokens[at]? False for a mark, and from `limit` on.
  bool has(std::span<const Token> tokens, uint32_t at, uint32_t limit, std::initializer_list<Kind> kinds) const;

 private:
  explicit Lexicon(std::string_view language);
  struct Hash {  // looked up by views, without a copy
    using is_transparent = void;
    size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  struct Form {
    std::vector<std::string> words;  // folds; one that ends with '*' is the start of a word, "~" up to six words
    uint32_t lexeme = 0;
  };
  void read(std::string_view table, std::string_view language);
  void read_countries(std::string_view language);
  void add(Lexeme lexeme, std::string_view forms, std::string_view language);
  void keep(Form form);
  void find_compound(std::span<const Token> tokens, uint32_t at, std::vector<Found>& out) const;
  bool matches(const Form& form, std::span<const Token> tokens, uint32_t at, uint32_t limit, uint32_t& end,
               uint32_t& gap) const;

  std::vector<Lexeme> lexemes_;
  std::vector<Form> forms_;
  std::unordered_map<std::string, std::vector<uint32_t>, Hash, std::equal_to<>> by_word_;  // first word
  std::unordered_map<std::string, std::vector<uint32_t>, Hash, std::equal_to<>>
      by_start_;  // first word's start, where it ends with '*'
  size_t longest_start_ = 0;
  bool is_arabic_ = false;
  bool is_german_ = false;
  bool is_persian_ = false;
};

// Returns the language whose function words are most of `text`, "en" where none are.
std::string language_by_words(std::string_view text);

// Is `text` written in `language`, by the share of its words that are articles, prepositions, pronouns and the like?
// Texts of fewer than twenty words may be. Italian and Portuguese are no Spanish, Dutch is no German.
bool may_be_in(std::string_view language, std::string_view text);

}  // namespace cordon::reading
