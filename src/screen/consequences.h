// What the hits of a screening ask for: each hit as a finding of the duties' room.
#pragma once

#include <vector>

#include "duties/consequences.h"
#include "model/screening.h"

namespace cordon::screen {

// Returns the duties of the screening's hits: those of lists that have a regime, and not those that are gone. Errors:
// duties_of's.
Result<std::vector<Duty>> duties_of(const Screening& screening, const duties::Question& question);

}  // namespace cordon::screen
