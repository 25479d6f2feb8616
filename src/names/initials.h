// Acronyms of organisations' names: the letters of a name that may be one ("IRISL"), and the initials that a name gives
// ("Islamic Republic of Iran Shipping Lines"). Of the whole name but for legal forms, and by its letters alone: the
// acronyms that are known are in a table (concepts.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "names/analyze.h"

namespace cordon::names {

// Fewer letters are the initials of too many names.
inline constexpr size_t kMinInitials = 4;

struct Initials {
  std::string letters;  // a–z, kMinInitials or more; empty: none
  uint8_t first = 0;    // the parts that they stand for: [first, first + count)
  uint8_t count = 0;
};

// Returns the letters of a name that is one word in capitals, as "IRISL" or "I.R.I.S.L."; beside it there may be legal
// forms and particles. A letter that is romanised to several (Ш, Щ) gives none.
Initials acronym_of(const AnalyzedName& name);

// Returns the first letters of the significant words in order: words proper, concepts and generic words, but no
// particles and no legal forms. Twice where the name ends with a legal form, whose first letter may belong to them
// (Company, Corporation). None where a part is a number or an initial, or where the script is no alphabet.
// REQUIRES: the name was read as an organisation's.
std::vector<Initials> initials_of(const AnalyzedName& name);

}  // namespace cordon::names
