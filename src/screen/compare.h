// How one name is judged against another, without any list.
#pragma once

#include <string_view>

#include "model/profile.h"
#include "model/screening.h"

namespace cordon::screen {

// Returns the hit that `entity_name` would be for `subject_name`; its score may be anything from 0.
Hit compare(std::string_view subject_name, std::string_view entity_name, Schema schema, const Profile& profile);

}  // namespace cordon::screen
