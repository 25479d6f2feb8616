// OFAC's Remarks cut into segments: at semicolons that stand neither in parentheses nor in a quoted alias.
#pragma once

#include <string_view>
#include <vector>

namespace cordon::lists {

// Returns the segments of `remarks` without the final full stop, without "alt. " in front, parentheses around a whole
// "(Linked To: …)" taken off; empty ones are left out. A parenthesis or quote that is never closed does not hold a
// semicolon back. Views are into `remarks`. Cost: linear.
std::vector<std::string_view> split_ofac_remarks(std::string_view remarks);

}  // namespace cordon::lists
