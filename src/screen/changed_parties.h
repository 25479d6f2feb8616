// The parties that two snapshots differ in, old and new versions side by side, searched in memory. A subject for whom
// they say the same in both versions has the same answer on both snapshots (docs/decisions/0014-what-changed-since.md).
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "assemble/diff.h"
#include "screen/search.h"
#include "screen/snapshot.h"

namespace cordon::screen {

class ChangedParties {
 public:
  // Reads the versions and indexes them. Errors: those of Snapshot::entity. Memory: about that of building a snapshot
  // of so many parties.
  static Result<ChangedParties> build(const Snapshot& before, const Snapshot& after,
                                      std::span<const assemble::PartyChange> changes, const ScreenSettings& settings);

  // What the changed parties are to a subject.
  struct Effect {
    bool is_none = true;             // no hit of theirs differs, and none can be grouped otherwise
    std::vector<FoundHit> old_hits;  // of the old versions, with the prior of the earlier snapshot
    size_t new_hits = 0;             // how many new versions are hits
  };
  // Thread-safe.
  Result<Effect> effect(const match::Query& query) const;
  // Is this party of the later snapshot a new version?
  bool is_new_version(uint32_t number) const;
  // The programmes of the settings that no version is listed under.
  const std::vector<std::string>& absent_programs() const { return search_.absent_programs(); }

 private:
  struct Content;  // what the search looks at
  ChangedParties(std::shared_ptr<const Content> content, Search search)
      : content_(std::move(content)), search_(std::move(search)) {}
  std::shared_ptr<const Content> content_;
  Search search_;
};

}  // namespace cordon::screen
