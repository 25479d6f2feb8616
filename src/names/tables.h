// Reading the tables under data/ that this room is made of: rows of tab-separated fields, and words found by their
// text.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cordon::names {

// Hashes std::string and std::string_view alike, so that maps are searched without a copy.
struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename V>
using TextMap = std::unordered_map<std::string, V, TextHash, std::equal_to<>>;

// Calls `row` with the fields of each line of embedded table `name` that is neither blank nor a comment (#).
void for_each_row(std::string_view name, const std::function<void(const std::vector<std::string_view>&)>& row);
// Returns the words of `field`, separated by blanks.
std::vector<std::string_view> split_words(std::string_view field);
// Returns the pieces of `field` between `separator`s, blanks at the ends of each left out. An empty field is one empty
// piece.
std::vector<std::string_view> split_field(std::string_view field, char separator);

// What the tables say of one word (or of several, joined by one blank).
enum WordFlag : uint32_t {
  kTitleLeading = 1U << 0,      // Dr, General: in front of a person's name
  kTitleAnywhere = 1U << 1,     // Mullah, Haji
  kTitleBeforeTwo = 1U << 2,    // U, Daw, Ko: only in front of two further parts
  kTitleTrailing = 1U << 3,     // PhD, Esq
  kArticle = 1U << 4,           // al, el: the form is "al"
  kSunArticle = 1U << 5,        // ash, ar: an article before a word that begins with its consonant
  kParticleInner = 1U << 6,     // bin, van, de: only between other parts, or in front in lower case
  kParticleOrg = 1U << 7,       // of, the, for, und
  kSuffixWord = 1U << 8,        // Jr, III; canonical is the form
  kPatronymicWord = 1U << 9,    // oglu, kyzy: the word before is the father's name
  kNumberWord = 1U << 10,       // first; canonical is the number
  kNumberMark = 1U << 11,       // No, Nr: dropped in front of a number
  kVesselPrefix = 1U << 12,     // MV, MT
  kGenericStrong = 1U << 13,    // company, trading: shows an organisation; canonical is the English word
  kGenericWeak = 1U << 14,      // general, star: light, but shows nothing
  kTranslated = 1U << 15,       // plant, institute: not light; canonical is the English word
  kLetterName = 1U << 16,       // Yu, Zh, Kh: an initial when a dot follows
  kOrdinalEnding = 1U << 17,    // th, st, й: behind digits
  kRomanNumeral = 1U << 18,     // II … XX in capitals; canonical is the number
  kJointArticle = 1U << 19,     // ul, ud, ur between hyphens: Zia-ur-Rahman
  kUllahWord = 1U << 20,        // allah, ullah: one name with the word before (Hamid Allah, Hamidullah)
  kUddinWord = 1U << 21,        // uddin, eddine: the same (Siraj uddin)
  kDinWord = 1U << 22,          // din, behind an article: the same (Siraj al-Din)
  kCompoundHead = 1U << 23,     // fabrik, institut: ends compounds of known words
  kBurmeseSyllable = 1U << 24,  // aung, kyaw: names of nothing else have no family name
  kKoreanSurname = 1U << 25,    // kim, park: before or behind two further syllables a whole name
};
// Returns the flag that the first column of a table under name_parts/ names.
WordFlag word_flag(std::string_view name);
struct WordInfo {
  uint32_t flags = 0;
  std::string_view canonical;  // in Latin letters; empty where the word stays as it is
};

// Returns what the tables under name_parts/ say of `word` (normalised as tokenize() does it), or nothing known.
WordInfo word_info(std::string_view word);

// Returns the first word of the class of national spellings (equivalents/given_names.tsv) to which a folded given name
// belongs, e.g. "aleksandr" for "oleksandr"; empty where there is none.
std::string_view common_given_name(std::string_view folded);

}  // namespace cordon::names
