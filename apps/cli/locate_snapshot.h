// Which snapshot a command uses: --snapshot, else $CORDON_SNAPSHOT, else the user's current one, else the example list.
#pragma once

#include <memory>
#include <string>
#include <vector>

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
// The numbers of the parties with that id, of which FtM lists may have one each; a list's own id does where the prefix
// was left out and one list only has it. Errors: kNotFound.
Result<std::vector<uint32_t>> find_entities(const screen::Snapshot& snapshot, const std::string& id);

}  // namespace cordon::cli
