// The settings that --profile names.
#pragma once

#include "cli/arguments.h"
#include "model/profile.h"

namespace cordon::cli {

// A built-in profile, or a TOML file where the value ends in .toml or names a folder; the default one without
// --profile. Errors: those of builtin_profile and parse_profile.
Result<Profile> profile_of(const Arguments& arguments);

}  // namespace cordon::cli
