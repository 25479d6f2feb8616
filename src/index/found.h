// Found: what retrieval hands to the judge.
#pragma once

#include <cstdint>

#include "match/judge.h"

namespace cordon::index {

// A name of an entity, or an entity all of whose names are to be judged (an identifier is equal, or
// the cutoff is too low to look anything up).
struct Found {
  static constexpr uint32_t kEveryName = 0xFFFFFFFF;
  uint32_t entity = 0;
  match::ListedName listed = {kEveryName};
};

}  // namespace cordon::index
