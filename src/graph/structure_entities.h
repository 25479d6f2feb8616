// Parties with links to each other (an FtM file) as a structure.
#pragma once

#include <map>
#include <span>
#include <string>

#include "graph/structure.h"
#include "model/entity.h"

namespace cordon::graph {

// Which party of a structure an id of the file is.
using PartiesById = std::map<std::string, PartyId, std::less<>>;

// Adds the links of `entities` to `out`. Parties are named by their captions; of several with one name the later ones
// get their id behind it. A party that a link names and the file has not got is named by its name, else its id.
void add_entities(std::span<const Entity> entities, Structure& out, PartiesById& ids);

}  // namespace cordon::graph
