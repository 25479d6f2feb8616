// How one name is judged against another, without any list.
#pragma once

#include <string_view>

#include "model/profile.h"
#include "model/screening.h"

namespace cordon::screen {

// Returns the hit that `entity_name` would be for `subject_name`; its score may be anything from 0.
Hit compare(std::string_view subject_name, std::string_view entity_name, Schema schema, const Profile& profile);

// The same for whole records: `subject` against `entity`, of a snapshot of `entities` parties.
Hit compare(const Subject& subject, const Entity& entity, uint64_t entities, const Profile& profile);
// A subject of that name, of which nothing else is known.
Subject named(std::string_view name, Schema schema);
// Returns a record of a customer file as if a list stated it: the party that a labelled pair was compared with.
Entity listed(const Subject& record);

}  // namespace cordon::screen
