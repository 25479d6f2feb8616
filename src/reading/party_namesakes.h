// Names of which one page has two bearers, or two names of one bearer.
#pragma once

#include "reading/parties.h"

namespace cordon::reading {

// Gives surnames that several persons have to the one of them named before, and initials (OFAC) to the body whose name
// they begin. `parties` are sorted.
void settle_namesakes(const Text& text, Parties& parties);

}  // namespace cordon::reading
