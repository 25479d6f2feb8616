// Text as code points: what the tables of letters work on.
#pragma once

#include <string>
#include <string_view>

namespace cordon::world {

std::u32string to_letters(std::string_view utf8);
void append_utf8(char32_t c, std::string& out);
std::string to_utf8(std::u32string_view letters);

bool is_cyrillic(char32_t c);
bool is_vowel(char32_t c);   // Latin
char32_t upper(char32_t c);  // Latin with the usual marks, Cyrillic

// "abd al-rahman" to "Abd al-Rahman": every piece but the particles of names ("al", "bin", "de") begins with a capital.
std::string capitalised(std::string_view text);
std::string all_upper(std::string_view text);
// Lower case without marks on Latin letters; what is left when two spellings are compared as a person would.
std::string folded(std::string_view text);

}  // namespace cordon::world
