// UTF-8: reading code points out of untrusted bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cordon {

// Reads the code point at `pos` and moves `pos` behind it; ill-formed bytes give U+FFFD and move by one.
// REQUIRES: pos < text.size().
char32_t next_code_point(std::string_view text, size_t& pos);
void append_utf8(std::string& out, char32_t code_point);
// Returns the offset of the first ill-formed byte, or nothing when all of `text` is well-formed UTF-8.
std::optional<size_t> first_invalid_utf8(std::string_view text);
// Appends `text` with each ill-formed stretch as one U+FFFD: the longest start of a well-formed sequence, else one byte
// (Unicode 15, 3.9, "U+FFFD Substitution of Maximal Subparts"). next_code_point() differs: it replaces every byte.
void append_well_formed(std::string& out, std::string_view text);
// Returns `latin1` (Windows-1252, undefined bytes as C1 controls) as UTF-8.
std::string utf8_from_windows_1252(std::string_view latin1);
// Returns `text` without white space (that is: blanks, NBSP, BOM, U+2028, U+2029, control characters) at both ends.
std::string_view trim(std::string_view text);
// Returns `text` trimmed and with every run of white space made one blank.
std::string collapse_spaces(std::string_view text);
// Returns `text` with ASCII letters in lower case; other bytes stay.
std::string ascii_lower(std::string_view text);
// Returns the small letter of a capital of ASCII, Latin-1, Greek or Cyrillic, else `c`.
char32_t simple_lower(char32_t c);

}  // namespace cordon
