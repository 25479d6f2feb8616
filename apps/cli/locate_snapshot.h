// Which snapshot a command uses: --snapshot, else $CORDON_SNAPSHOT, else the user's current one, else the example list.
#pragma once

#include <memory>
#include <string>

#include "cli/arguments.h"
#include "screen/snapshot.h"

namespace cordon::cli {

struct LocatedSnapshot {
  std::shared_ptr<const screen::Snapshot> snapshot;
  std::string place;  // its path, or words for the example list
};
// Says so on standard error where only the example list is left. Errors: those of Snapshot::open; a snapshot that was
// named and cannot be opened is never replaced by another.
Result<LocatedSnapshot> open_snapshot(const Arguments& arguments);

}  // namespace cordon::cli
