// Profile: every setting that changes an answer and that a user may change at a call. Read from data/profiles/*.toml.
// A profile may say `base = "default"` (or another built-in one) and then lists only what it changes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "model/screening.h"

namespace cordon {

// Which score is given: Cordon's own, or that of OFAC's search page (match/ofac_search.h).
enum class Scorer : uint8_t { kNames, kOfacSearch };
std::string_view scorer_name(Scorer scorer);  // "names", "ofac-search"

// All numbers are integers so that an answer is the same on every CPU. data/profiles/default.toml says what each means.
struct Profile {
  std::string name;
  std::string about;  // what it is for, in a sentence; may be empty
  std::string hash;   // of every setting: 32 hexadecimal digits
  Scorer scorer = Scorer::kNames;
  int32_t threshold = 0;
  int32_t top = 0;
#define CORDON_PROFILE_SETTING(name, low, high) int32_t name = 0;
#include "model/profile_settings.inc"
#undef CORDON_PROFILE_SETTING

  // Takes the hash anew after settings were changed by hand.
  void rehash();
  friend bool operator==(const Profile&, const Profile&) = default;
};

// Reads a profile from TOML. Every setting must be there or come from its base, no unknown one may, each within its
// bounds; cost_missing_single must not be under cost_missing, nor against_scant under against_ample, nor those of
// others (retrieval relies on it), and agreed_ample must be over agreed_scant. Errors: kBadInput with the setting's
// name and line.
Result<Profile> parse_profile(std::string_view toml, const std::string& source);
// The built-in profile of that name (data/profiles/<name>.toml). Errors: kNotFound with the names there are.
Result<Profile> builtin_profile(std::string_view name);
std::vector<std::string_view> builtin_profiles();  // their names, sorted
const Profile& default_profile();
// The built-in profile of that name, else the one in that file. Errors: kNotFound with the names there are; kBadInput,
// also where a file gives other settings the name of a built-in profile.
Result<Profile> load_profile(const std::string& name_or_file);

// Returns the profile as a TOML file that says everything: each setting with its value, bounds and meaning. Reads back
// as the same profile.
std::string profile_text(const Profile& profile);

}  // namespace cordon
