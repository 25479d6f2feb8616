// Numbers of documents, firms and ships, with their check digits where they have one.
#pragma once

#include "world/party.h"

namespace cordon::world {

// Adds the numbers of `party` to its statements.
void draw_identifiers(Party& party, Random& random);
// "IMO9074729": seven digits, the last of which checks the others.
std::string draw_imo(Random& random);

}  // namespace cordon::world
