// --profile: the settings that a command judges by.
#pragma once

#include "cli/arguments.h"
#include "model/profile.h"

namespace cordon::cli {

// Returns the profile of --profile, else the default one. Errors: load_profile's.
Result<Profile> profile_of(const Arguments& arguments);
// The same with the threshold of --threshold, where it is given. Errors: kInvalidArgument.
Result<Profile> judging_profile(const Arguments& arguments);
// "default 0123456789abcdef…": how an answer names the profile that it was given under.
std::string profile_stamp(const Profile& profile);
std::string short_stamp(const Profile& profile);  // with twelve digits of the hash, for tables

}  // namespace cordon::cli
