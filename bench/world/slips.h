// Slips of the hand and of the eye in long words.
#pragma once

#include <string>
#include <vector>

#include "world/random.h"

namespace cordon::world {

constexpr size_t kLongWord = 7;   // letters, of which one may be wrong
constexpr size_t kVeryLong = 10;  // two

// Makes one slip in a word (lower case) without other marks and digits, a part of which has kLongWord letters (the only
// word of a name: kVeryLong). In one case in five makes another: in a second such word, where there are three words or
// more, or in the same, where it is kVeryLong and not alone. Never in the first letter of a part ("al-Masri"). False
// where no word is long enough.
bool type_wrong(std::vector<std::string>& words, bool only_one, Random& random);

}  // namespace cordon::world
