// A name ready to be compared: its parts and its units. A unit is what is compared as one piece: a part, or two
// neighbouring parts written together (three where the middle one is a particle): "Ali Reza" also as "alireza".
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "names/analyze.h"
#include "names/initials.h"

namespace cordon::match {

struct Form {
  std::string text;      // Latin, a–z0–9
  std::string folded;    // names::fold(text)
  std::string skeleton;  // names::skeleton(text)
  uint16_t rarity = 0;   // names::rarity_millibits(folded)
  uint16_t classes = 0;  // names::name_classes(folded)
};

// What of a unit decides how it may be compared.
struct UnitShape {
  uint8_t parts = 1;
  bool syllabic =
      false;  // written in Han, Hangul or Hiragana; not what spells a foreign name: Katakana, Han with a dot
  names::PartKind kind = names::PartKind::kWord;  // of a single part; kWord for joined ones
};

struct Unit {
  uint8_t first = 0;                              // index of its first part
  uint8_t count = 1;                              // parts in it
  names::PartKind kind = names::PartKind::kWord;  // of a single part; kWord for joined ones
  std::vector<Form> forms;
  std::string abjad;       // letters as written in Arabic or Hebrew (names::Part::abjad), else empty
  std::string consonants;  // names::consonants_of(abjad)
  bool syllabic = false;

  UnitShape shape() const { return {count, syllabic, kind}; }
};

struct PreparedPart {
  std::string text;  // as written
  names::PartKind kind = names::PartKind::kWord;
  uint16_t rarity = 0;     // thousandths of bits, of the commonest reading
  std::string legal_form;  // class, where kind is kLegalForm
  // Of a title, which has no unit of its own but may begin a joined one (Haji Zadeh): its letters there.
  std::string joins_as, joins_as_abjad;
  bool joins_syllabic = false;
};

struct PreparedName {
  std::string text;
  names::NameType type = names::NameType::kAny;
  bool look_alikes = false;      // letters of another script were folded (names::AnalyzedName)
  bool backwards = false;        // Hebrew words stood from their last letter to their first (the same)
  bool person = false;           // read as a person's, whatever `type` leaves open
  bool no_middle_names = false;  // no part is left out: Burmese and Korean names
  std::string characters;  // of a person's name in Han script, not transcribed: its letters, simplified and sorted
  std::vector<PreparedPart> parts;  // at most names::kMaxParts
  std::vector<Unit> units;          // single parts first, in order, then joined ones
  // Of an organisation's name: it as an acronym, and what acronyms it may have (acronym.h).
  names::Initials acronym;
  std::vector<names::Initials> initials;
};

PreparedName prepare(std::string_view text, names::NameType type, const names::NameHints& hints = {});
// The same, kept for a while on this thread: the parties that customers are alike to are the same again and again.
std::shared_ptr<const PreparedName> prepare_kept(std::string_view text, names::NameType type,
                                                 const names::NameHints& hints = {});
// The same without joined units.
PreparedName prepare_parts(std::string_view text, names::NameType type, const names::NameHints& hints = {});

// May these parts, neighbours in a name, be written together as one word? A title only before another part.
bool joinable(std::span<const names::PartKind> kinds);

// A Latin spelling with what is computed of it.
Form make_form(std::string_view text);

// Is this part compared at all (titles and legal forms are not)?
bool compared(names::PartKind kind);

// Calls visit(first, count) for every run of parts of these kinds that makes a joined unit, unless it is too long: two
// neighbours, three where the middle one is a particle. In the order of PreparedName::units.
template <typename Visit>
void each_joined_run(std::span<const names::PartKind> kinds, const Visit& visit) {
  for (size_t i = 0; i + 1 < kinds.size(); ++i)
    if (joinable(kinds.subspan(i, 2))) visit(i, size_t{2});
  for (size_t i = 0; i + 2 < kinds.size(); ++i)
    if (kinds[i + 1] == names::PartKind::kParticle && joinable(kinds.subspan(i, 3))) visit(i, size_t{3});
}

// A part of a joined unit: its likeliest form, its letters in an abjad.
struct JoinedPart {
  std::string_view text, abjad;
  bool syllabic = false;
};
// The unit of parts [first, first + parts.size()) written together; nothing where it would be too long for a name.
std::optional<Unit> joined_unit(std::span<const JoinedPart> parts, size_t first);

}  // namespace cordon::match
