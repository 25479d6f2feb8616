// Countries by any name or code, to ISO 3166 alpha-2 in lower case ("ru"; "xk" Kosovo, "su" and other former ones
// kept).
#pragma once

#include <string>
#include <string_view>

namespace cordon {

// Returns the code for a name, an adjective ("Russian"), an alpha-2, alpha-3 or numeric code; empty where unknown
// ("00").
std::string country_code(std::string_view text);
// Returns the English name of a code, or the code itself.
std::string_view country_name(std::string_view code);
// Are these two codes the same country for a comparison (su and ru, yu and rs …)?
bool same_country(std::string_view a, std::string_view b);

}  // namespace cordon
