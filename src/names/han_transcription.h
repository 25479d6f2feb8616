// Latin readings of foreign names in Han characters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cordon::names {

// Returns the readings of `norm`, simplified Han characters that write the sounds of a foreign name, one by system. A
// character that the table lacks is read by `other`.
std::vector<std::string> read_transcription(std::string_view norm, std::string (*other)(std::string_view));

}  // namespace cordon::names
