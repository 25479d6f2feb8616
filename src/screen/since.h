// What a change of the lists means for subjects: their answers on the snapshot of today held against those on an
// earlier one, without making both for everybody. Subjects are searched among the changed parties first. Only where one
// of them makes a difference is the subject screened in full, on the later snapshot; what the earlier one would have
// answered follows from that and the old versions (docs/decisions/0014-what-changed-since.md).
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "assemble/diff.h"
#include "screen/changed_parties.h"
#include "screen/screener.h"

namespace cordon::screen {

class Since : public Answers {
 public:
  // With more versions of changed parties than this, every subject is screened on both snapshots: indexing the versions
  // in memory would cost more than it saves.
  static constexpr uint64_t kMostVersions = 200'000;

  // A list or programme of the settings needs to be in one of the two snapshots only. `jobs` is for comparing them (0:
  // all cores). Errors: those of Screener::build and assemble::diff.
  static Result<Since> build(std::shared_ptr<const Snapshot> before, std::shared_ptr<const Snapshot> after,
                             ScreenSettings settings, unsigned jobs = 0, uint64_t most_versions = kMostVersions);

  // Returns changes() of the two answers, or `before->is_untouched` where none can differ. Thread-safe.
  Screening screen(const Subject& subject) const override;
  // The same from two answers by brute force, for every subject. REQUIRES: settings.verify.
  std::vector<Screening> screen_brute_force(std::span<const Subject> subjects) const override;
  const ScreenSettings& settings() const override { return after_.settings(); }

  const Snapshot& before() const { return *before_; }
  const Screener& after() const { return after_; }
  const assemble::DifferenceCounts& parties() const { return parties_; }

 private:
  Since(std::shared_ptr<const Snapshot> before, Screener after)
      : before_(std::move(before)), after_(std::move(after)) {}
  Result<void> check_programs() const;
  Screening screen_in_full(const Subject& subject, const match::Query& query, ChangedParties::Effect effect) const;
  Screening compared(Screening before, Screening after) const;
  std::shared_ptr<const Snapshot> before_;
  Screener after_;
  assemble::DifferenceCounts parties_ = {};
  std::optional<ChangedParties> changed_;  // none where nothing differs, or too much
  std::optional<Screener> earlier_;        // where too much differs, or answers are verified
  bool too_much_ = false;
};

}  // namespace cordon::screen
