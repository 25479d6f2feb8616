// The three files of a world, written aside and renamed.
#pragma once

#include <string>

#include "base/error.h"

namespace cordon::world {

struct WorldSize {
  uint64_t parties = 0, customers = 0, seed = 0;
};

// Writes parties.ftm.jsonl, customers.csv and truth.csv into `folder`, which is made. Errors: kIo.
Result<void> write_world(const WorldSize& size, const std::string& folder);

std::string ftm_line(uint64_t seed, uint64_t party);

}  // namespace cordon::world
