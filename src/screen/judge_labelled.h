// Judges labelled rows: a pair by its two sides, an alert against the listed party it names, a score as it stands.
#pragma once

#include <memory>
#include <optional>

#include "intake/labelled.h"
#include "model/profile.h"
#include "screen/evaluate.h"
#include "screen/measure.h"
#include "screen/snapshot.h"

namespace cordon::screen {

class LabelledJudge {
 public:
  // `snapshot` is needed for alerts only. Errors: kCorrupt.
  static Result<LabelledJudge> build(std::shared_ptr<const Snapshot> snapshot, Profile profile);
  // Whatever the threshold, a row has a score. Errors: why the row cannot be used, with its line.
  Result<Judged> judge(const intake::LabelledRow& row) const;

 private:
  LabelledJudge(std::shared_ptr<const Snapshot> snapshot, Profile profile)
      : snapshot_(std::move(snapshot)), profile_(std::move(profile)) {}
  Result<Judged> judge_alert(const intake::LabelledRow& row) const;
  std::shared_ptr<const Snapshot> snapshot_;
  Profile profile_;
  std::optional<TargetIndex> targets_;
};

}  // namespace cordon::screen
