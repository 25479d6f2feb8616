// A name taken apart: normalised, split into parts, each in Latin letters, each with its role. What the index stores
// and the judge compares. The tables it reads are fixed at build time: tables_hash() is in every snapshot.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/checksum.h"
#include "model/schema.h"

namespace cordon::names {

// What kind of name this is, which decides which words are titles, legal forms, generic words.
enum class NameType : uint8_t { kAny, kPerson, kOrganization, kObject /* vessel, aircraft, wallet */ };
NameType name_type(Schema schema);

enum class PartKind : uint8_t {
  kWord,  // a part of the name proper, role unknown
  kGiven,
  kFamily,
  kPatronymic,  // Ivanovich, Ivanovna, oglu forms
  kInitial,     // one letter (or Yu, Zh, Kh, Sh, Ts, Ch, Ya with a dot)
  kParticle,    // al, bin, ibn, van, von, de, da, la …
  kTitle,       // Dr, Haji, Mullah, General, Mr
  kSuffix,      // Jr, Sr, II, III, filho, neto: significant
  kLegalForm,   // Ltd, OOO, GmbH; forms[0] is then the class: "ltd", "plc", "jsc" …
  kGeneric,     // Trading, International, Group, Bank, Company: light words of organisations
  kNumber,      // digits, ordinals, Roman numerals made digits: must agree
  kConcept,     // plant, institute, navy: words with a meaning that many organisations share, whatever the language
};

struct Part {
  std::string text;  // as written
  PartKind kind = PartKind::kWord;
  // The part in Latin script: a–z and 0–9 only, lower case, no diacritics; the likeliest reading first, at most
  // kMaxForms, never empty, none twice. For an abjad script without vowels forms[0] may be a guess with vowels.
  std::vector<std::string> forms;
  // For Arabic and Hebrew script: the letters as written. Small letters are the consonants, romanised (skeleton() of
  // the Latin spelling is equal to them when it is the same word); A, W and Y are the letters that write long vowels, a
  // first E is an ayn. Else empty.
  std::string abjad;
  bool transcribed = false;  // Han characters that write the sounds of a foreign name: 奥巴马
};
inline constexpr size_t kMaxForms = 4;
inline constexpr size_t kMaxParts = 24;  // further parts are joined to none: a longer name keeps its first 24

struct AnalyzedName {
  NameType type = NameType::kAny;  // that it was read as: kAny only where there is nothing to read
  std::vector<Part> parts;         // in reading order ("FAMILY, Given" is turned round where type is kPerson or kAny)
  std::string script;              // "Latin", "Cyrillic", "Arabic", "Han" …, of most letters
  bool mixed_scripts = false;      // look-alike letters of another script were folded
  bool backwards = false;          // Hebrew words stood from their last letter to their first, and were turned round
  bool no_middle_names = false;    // syllables of Burmese and Korean names, none of which is left out
};

// What a list or customer file says about the parts, where it does.
struct NameHints {
  std::string_view given, middle, family;
};
// Never fails: text without a letter or digit gives no parts. Deterministic, locale-free, thread-safe.
AnalyzedName analyze(std::string_view text, NameType type, const NameHints& hints = {});

// The transliteration-insensitive form of a Latin form: digraphs and doubled letters folded (fold.cc has the rules).
// Forms whose folds are equal are spellings of one sound. Idempotent. a–z0–9 only.
std::string fold(std::string_view form);
// The consonant skeleton of a Latin form, equal to the consonants of Part::abjad of the same word written in an abjad.
std::string skeleton(std::string_view form);
std::string skeleton(std::string_view form, std::string_view folded);  // where fold(form) is known
// The consonants of a Part::abjad.
std::string consonants_of(std::string_view abjad);

// How rare a form is among names: thousandths of bits, -log2 of its share of parties; 16000 for the unseen. From the
// versioned table data/names/rarity.tsv, by fold().
uint32_t rarity_millibits(std::string_view folded);

// The Han letters of `text`, traditional ones simplified, in the order of their code points.
std::string han_characters(std::string_view text);

// A name in Han characters as texts without blanks have it: its letters and digits, traditional ones simplified,
// nothing between them; empty where fewer than two are Han or most letters are of another script.
std::string han_text(std::string_view text);
// Each Han letter of `text` as its simplified one; all else stays, so that offsets of letters stay where both have the
// same bytes.
std::string simplified_han(std::string_view text);

// The classes of our tables of spellings (data/equivalents/given_names.tsv, surnames.tsv) that have a name of this
// fold, as bits: a class has one of 16, so two names with bits but none in common are two names, however alike (Hassan,
// Hussein). 0: in no class.
uint16_t name_classes(std::string_view folded);

// Words that mean or name the same: nicknames, national spellings, translations. Each word belongs to classes.
inline constexpr uint16_t kSameName = 950;       // a national spelling or translation
inline constexpr uint16_t kOtherLanguage = 900;  // of a language far away
inline constexpr uint16_t kNickname = 850;
struct Equivalent {
  std::string_view form;  // another word of a class, in Latin letters
  uint16_t similarity;    // thousandths: one of the three; the profile says what the last two count
};
// Returns every other member of `form`'s classes: by fold, a nickname by its letters, one of which may differ (Sally
// has the fold of Salih). Symmetric.
std::vector<Equivalent> equivalents(std::string_view form);
// Equal but for one letter, which differs or is missing?
bool one_letter_apart(std::string_view a, std::string_view b);

// Hash of every table and version that the index depends on (romanisation, legal forms, tokenisation, ICU version).
const Hash128& tables_hash();

}  // namespace cordon::names
