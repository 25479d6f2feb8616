// Shares with their 95 % bounds, for people and for machines.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "screen/measure.h"

namespace cordon::cli {

// Returns "97.2", "0.65" (two decimals under 10 %): per cent without the sign. "0" and "100" are exact: a share that
// comes near is shown as "0.01" or "99.9".
std::string percent_text(double share);
// Returns "97.2 % (95.4–98.3)", or "-" where there are no rows.
std::string share_text(const screen::Share& share);
// Returns {"value", "low", "high", "part", "whole"}; value is null where there are no rows.
nlohmann::ordered_json share_json(const screen::Share& share);
// Six decimals, as every figure is written for machines.
double rounded(double value);

}  // namespace cordon::cli
