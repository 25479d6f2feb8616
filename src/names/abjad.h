// Words of Arabic and Hebrew script, which write few vowels.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "names/normalize.h"

namespace cordon::names {

// Returns the letters of `norm` as Part::abjad has them. May be empty.
// `language` is that of RomanizeContext: ض is d in Arabic and z in Persian.
std::string abjad_of(std::string_view norm, Script script, std::string_view language);
// Returns readings with vowels: those of a known word first, then guesses.
std::vector<std::string> read_abjad(std::string_view norm, Script script, std::string_view language);
// Returns the bytes of the article that `norm` begins with ("ال", with "to", "and", "by" too), 0 where there is none or
// the word is known to be whole.
size_t article_bytes(std::string_view norm);
// Returns `norm` with the variants of one Arabic letter made one (أ as ا, ی as ي).
std::string unify_abjad(std::string_view norm);
// Returns where `norm` falls apart into known words of three or more letters ("علیرضا": Ali, Reza), in bytes; nothing
// where it does not.
std::vector<size_t> split_known_words(std::string_view norm);
// True where the table of known words has `norm`.
bool known_abjad_word(std::string_view norm);

}  // namespace cordon::names
