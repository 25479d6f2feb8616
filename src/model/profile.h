// Profile: every setting that changes an answer and that a user may change at a call. Read from data/profiles/*.toml.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"
#include "model/screening.h"

namespace cordon {

// All numbers are integers so that an answer is the same on every CPU. data/profiles/default.toml says what each means.
struct Profile {
  std::string name;
  std::string hash;  // of every setting: 32 hexadecimal digits
  int32_t threshold = 0;
  int32_t top = 0;
#define CORDON_PROFILE_SETTING(name, low, high) int32_t name = 0;
#include "model/profile_settings.inc"
#undef CORDON_PROFILE_SETTING

  // Takes the hash anew after settings were changed by hand.
  void rehash();
};

// Reads a profile from TOML. Every setting must be there, no unknown one may, each within its bounds;
// cost_missing_single must not be under cost_missing (retrieval relies on it). Errors: kBadInput with the setting's
// name.
Result<Profile> parse_profile(std::string_view toml, const std::string& source);
// The built-in profile of that name (data/profiles/<name>.toml). Errors: kNotFound with the names there are.
Result<Profile> builtin_profile(std::string_view name);
const Profile& default_profile();

}  // namespace cordon
