// What being on a list means to the rules of ownership.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>

#include "base/date.h"
#include "graph/stored_links.h"
#include "model/entity.h"

namespace cordon::screen {

// The rules under which a party of a list counts as listed: those of its list and its measures
// (data/ownership/lists.tsv; of a list that does not stand there, all that are always asked), none where it is there
// for its links only. `links` and `lists` are those of its snapshot.
std::set<std::string> rules_of_party(const Entity& entity, const graph::StoredLinks& links,
                                     std::span<const ListInfo> lists);
// Since when an entity is listed, where its list says so to the day.
std::optional<Day> listed_on(const Entity& entity);

}  // namespace cordon::screen
