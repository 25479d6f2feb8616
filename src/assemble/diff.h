// Two snapshots to their difference: the parties that only one of them has, and those of which they say something else.
//
// A party is known by its list and id. It is changed where anything is that its list says of it, the order of its
// statements included (of two names as good as each other the first is the one that a hit names). Where it was read
// (file, record, byte) and when its list was published are no change.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "assemble/stored_lists.h"
#include "base/error.h"

namespace cordon::assemble {

enum class Difference : uint8_t { kAdded, kRemoved, kChanged };
std::string_view difference_name(Difference difference);  // "added", "removed", "changed"

struct PartyChange {
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  uint32_t before = kNone;  // the party's number in each of the two; kNone where that one has not got it
  uint32_t after = kNone;
  Difference difference() const {
    return before == kNone ? Difference::kAdded : after == kNone ? Difference::kRemoved : Difference::kChanged;
  }
  bool operator==(const PartyChange&) const = default;
};

// How many parties differ, by Difference.
using DifferenceCounts = std::array<uint64_t, 3>;

struct SnapshotDiff {
  std::vector<PartyChange> changes;                // in the order of list and id
  std::map<std::string, DifferenceCounts> counts;  // by list; lists without a change are not there
  DifferenceCounts total() const;
};

// Returns what differs. Merges the two in their order, on `jobs` threads (0: all cores).
// Errors: kCorrupt with the snapshot's path (a block, a body, parties out of order), kVersion. Cost: every block of
// both is unpacked once; a body is decoded only where its bytes differ in more than where the party was read.
Result<SnapshotDiff> diff(const StoredLists& before, const StoredLists& after, unsigned jobs = 0);

}  // namespace cordon::assemble
