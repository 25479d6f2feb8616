// Entities to a snapshot file: parties sorted by list and id, numbered, indexed, written. Same input, same bytes.
#pragma once

#include <string>
#include <vector>

#include "base/checksum.h"
#include "base/error.h"
#include "lists/list_format.h"

namespace cordon::assemble {

struct BuildSummary {
  Hash128 hash;
  uint64_t bytes = 0;  // of the file
  uint64_t entities = 0;
  uint64_t names = 0;  // after de-duplication, as indexed
};

// Writes `path` (aside, fsynced, renamed). Errors: kIo, kInvalidArgument (one list twice).
Result<BuildSummary> build(std::vector<lists::ParsedList> lists, const std::string& path);

}  // namespace cordon::assemble
