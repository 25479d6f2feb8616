// Profile: every setting that changes an answer and that a user may change at a call. Read from data/profiles/*.toml.
#pragma once

#include <cstdint>
#include <string>

#include "model/screening.h"

namespace cordon {

// All numbers are integers so that an answer is the same on every CPU. Weights are thousandths.
struct Profile {
  std::string name = "default";
  std::string hash;  // of every setting below
  Points threshold = 7000;
  uint32_t top = 20;
#define CORDON_PROFILE_SETTING(type, name, value) type name = value;
#include "model/profile_settings.inc"
#undef CORDON_PROFILE_SETTING
};

}  // namespace cordon
