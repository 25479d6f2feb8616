// How alike two units of names are, in thousandths. The kernel of judging, and the law that retrieval must cover: what
// is alike here at all is found by index (exact fold, max_edits letters apart, table of equivalents, abjad skeleton,
// initial).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/prepared_name.h"
#include "model/profile.h"

namespace cordon::match {

// The most letters (insertions, deletions, substitutions, swapped neighbours; OSA distance over folds) that two forms
// may be apart and still be alike, by the length of the shorter one: up to 3 letters none, up to 6 one, else two.
constexpr int max_edits(size_t shorter) { return shorter <= 3 ? 0 : shorter <= 6 ? 1 : 2; }

// Returns the OSA distance of `a` and `b` if it is at most `cutoff` (0–2), else cutoff + 1.
int osa_distance(std::string_view a, std::string_view b, int cutoff);

// kGendered: the forms of one name for men and women (Petrov, Petrova; Luis, Luisa). kAcronym: of whole names, never of
// units (acronym.h).
enum class Alike : uint8_t { kSame, kSound, kEdited, kGendered, kEquivalent, kAbjad, kInitial, kAcronym };

struct Similarity {
  int32_t value = 0;  // 0 (not alike) … 1000
  Alike how = Alike::kSame;
  uint8_t consonants = 0;  // how many agree, voice apart, where all of both do; else 0
  bool one_edit = false;   // the folds are one letter apart
};

// Consonants with those that differ in voice only made one: d is t, g is k, z, c and j are s.
std::string voiceless(std::string_view consonants);

// What one side of a comparison needs to know of a form.
struct FormView {
  std::string_view text;
  std::string_view folded;
  std::string_view skeleton;
  uint16_t rarity = 0;
  uint16_t classes = 0;
  // form_similarity() to each form of the query's unit, where it is worked out already; else null.
  const Similarity* known = nullptr;
};
inline FormView view(const Form& f) { return {f.text, f.folded, f.skeleton, f.rarity, f.classes}; }

// What it needs to know of a unit.
struct UnitView {
  UnitShape shape;
  std::span<const FormView> forms;
  std::string_view abjad, consonants;
};

// Its forms are put into `forms`, which the view is of.
UnitView unit_view(const Unit& unit, std::vector<FormView>& forms);

// Two spellings: same, same sound, or alike by letters: few edits apart, or of the same consonants. Symmetric.
Similarity form_similarity(FormView a, FormView b, const Profile& profile);

// A word of an abjad (names::Part::abjad) and a Latin spelling of the same consonants: less for each place where the
// long vowels do not fit the spelling's. REQUIRES: the consonants are the same.
Similarity abjad_similarity(std::string_view abjad, std::string_view folded, const Profile& profile);
// Two words of an abjad. REQUIRES: the consonants are the same.
Similarity abjads_similarity(std::string_view a, std::string_view b, const Profile& profile);

// A query's unit with all that is looked up once: equivalents, by fold and nicknames by their letters too.
struct QueryUnit {
  const Unit* unit = nullptr;
  struct Equivalent {
    std::string folded;
    int32_t similarity = 0;
    std::string_view nickname;  // its letters, of which one may differ; else empty

    bool is(std::string_view text) const { return nickname.empty() || names::one_letter_apart(nickname, text); }
  };
  std::vector<Equivalent> equivalents;
};
QueryUnit query_unit(const Unit& unit, const Profile& profile);

// The whole law: the similarity of two units, joined ones included. Symmetric in its two units.
Similarity unit_similarity(const QueryUnit& query, const Unit& other, const Profile& profile);
Similarity unit_similarity(const QueryUnit& query, const UnitView& other, const Profile& profile);

// May units of these shapes be called alike in this way? Two joined units only when their letters or sounds are equal
// (else whole names would be compared by edits), a joined one and a part when all consonants agree, voice apart,
// or one letter differs (docs/decisions/0015); syllables of Han and Hangul never by edits (one letter is another word);
// equivalents are words of an alphabet, not joined ones: a syllable's readings are all among its forms.
bool admissible(Similarity s, UnitShape query, UnitShape other);

// Applies what depends on the units' make-up and not on their letters: joined units; given and family names of the
// other sex.
Similarity adjust(Similarity s, UnitShape query, UnitShape other, const Profile& profile);
// May these two kinds of units be compared letter by letter at all? Numbers only with numbers, initials as initials.
bool comparable(names::PartKind a, names::PartKind b);
// Does `initial` (one or two letters) stand for `word`?
bool initial_of(std::string_view initial, std::string_view word);

// Consonants under this number are too few for two Latin spellings to be alike by them …
inline constexpr size_t kMinSkeleton = 3;
// … and for a word of an abjad and a spelling, where the long vowels must fit as well when they are so few.
inline constexpr size_t kMinAbjad = 2;
// … and for a whole name of an abjad written together.
inline constexpr size_t kMinJoinedAbjad = 4;

}  // namespace cordon::match
