// The three files of a world, written aside and renamed.
#pragma once

#include <string>

#include "base/error.h"

namespace cordon::world {

struct WorldSize {
  uint64_t parties = 0, customers = 0, seed = 0;
  bool with_changes = false;  // changes.csv too
};

// Writes parties.ftm.jsonl, customers.csv and truth.csv (and changes.csv: how each listed customer's name was changed)
// into `folder`, which is made. Made on all cores; memory does not grow with the world. Errors: kIo.
Result<void> write_world(const WorldSize& size, const std::string& folder);

std::string ftm_line(uint64_t seed, uint64_t party);

}  // namespace cordon::world
