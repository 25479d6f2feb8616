// What being on a list means to the rules of ownership.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "graph/stored_links.h"
#include "model/entity.h"

namespace cordon::screen {

// The rules under which the parties of a list count as listed (data/ownership/lists.tsv): of a list that does not stand
// there, all.
std::set<std::string> rules_of_list(std::string_view list, const std::vector<std::string>& all_rules);
// Since when an entity is listed, where its list says so to the day.
std::optional<Day> listed_on(const Entity& entity);
// Is a party of a list listed, or there for its links only? `lists` are those of the snapshot that `links` are of.
bool is_listed_party(const Entity& entity, const graph::StoredLinks& links, std::span<const ListInfo> lists);

}  // namespace cordon::screen
