// The tables under data/, compiled into the program as they stand.
#pragma once

#include <string_view>
#include <vector>

namespace cordon {

// Returns the bytes of data/<name>, e.g. embedded("legal_forms/forms.tsv"). REQUIRES: the table exists (aborts else).
std::string_view embedded(std::string_view name);
// Returns every table's name, sorted.
std::vector<std::string_view> embedded_names();

}  // namespace cordon
