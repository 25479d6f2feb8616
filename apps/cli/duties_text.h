// Duties for a person's eyes.
#pragma once

#include <span>
#include <string>

#include "cli/terminal.h"
#include "model/duty.h"

namespace cordon::cli {

// Regime by regime what is asked, from which law and by when; then the same under what is open. "" where there is none.
std::string duties_text(std::span<const Duty> duties, const Look& look);
// The steps only, for tables of many subjects: "follows: US HOLD, perhaps BLOCK, REPORT · EU …".
std::string duties_line(std::span<const Duty> duties);

}  // namespace cordon::cli
