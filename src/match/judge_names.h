// Judging a listed party of which only some names are prepared: those that may have the points asked for.
#pragma once

#include <cstdint>
#include <span>

#include "match/judge.h"

namespace cordon::match {

// A party of which no name is prepared yet. REQUIRES of this and the next: the profile's scorer is not kOfacSearch.
PreparedParty unprepared_party(Entity entity);
void prepare_name(PreparedParty& party, size_t name, const Profile& profile);

// The same hit as judge() of these names of party.entity; of all where there are none. REQUIRES: they are prepared
// under this profile.
Hit judge_names(const Query& query, const PreparedParty& party, uint64_t entities, const Profile& profile,
                std::span<const ListedName> names);

}  // namespace cordon::match
