// Latin readings of words in Khmer script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cordon::names {

bool is_khmer(char32_t letter);
// Returns the readings of `norm`, kMaxForms of them, the usual spelling first; letters that are not Khmer are left out.
std::vector<std::string> read_khmer(std::string_view norm);

}  // namespace cordon::names
