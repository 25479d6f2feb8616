// Which snapshot a command uses: --snapshot, else $CORDON_SNAPSHOT, else the user's current one, else the example list.
#pragma once

#include <memory>

#include "cli/arguments.h"
#include "screen/snapshot.h"

namespace cordon::cli {

// Says so on standard error where only the example list is left. Errors: those of Snapshot::open; a snapshot that was
// named and cannot be opened is never replaced by another.
Result<std::shared_ptr<const screen::Snapshot>> open_snapshot(const Arguments& arguments);

}  // namespace cordon::cli
