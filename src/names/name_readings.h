// What else one name says beside its whole text: without the remark in brackets, the name in brackets, each script
// apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/schema.h"

namespace cordon::names {

// Returns the readings of `name` other than itself, not yet tidied, what stands outside of brackets first:
// - the text without brackets and without "IMO 1234567";
// - a bracket's text where it is a name (another script, or several words that begin with capitals) and no country;
// - each script's part where the script changes at " - " or "," or, once, at a blank ("Zhang Wei 张伟");
// - a ship's name without "MV", "M/V", "MT" where `schema` says nothing (of a vessel the prefix is known as such).
// Cost: linear.
std::vector<std::string> name_readings(std::string_view name, Schema schema);

// Where "IMO 1234567" with a valid number stands in `text`: offset and length of the whole and of the number; length 0
// where it does not.
struct ImoPlace {
  size_t begin = 0, length = 0;
  size_t number = 0;
};
inline constexpr size_t kImoDigits = 7;
ImoPlace find_imo(std::string_view text);

}  // namespace cordon::names
