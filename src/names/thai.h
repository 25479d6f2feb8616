// Latin readings of words in Thai and Lao script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cordon::names {

bool is_thai_or_lao(char32_t letter);
// Does `norm` begin with a Thai consonant that no sign silences, or with a vowel that stands before one?
bool starts_thai_syllable(std::string_view norm);
// Returns the readings of `norm`, kMaxForms of them, that of the Royal system first; other letters are left out.
std::vector<std::string> read_thai(std::string_view norm);

}  // namespace cordon::names
