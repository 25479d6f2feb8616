// What `cordon tune` has found out, before anybody renders it.
#pragma once

#include <optional>
#include <vector>

#include "intake/labelled.h"
#include "model/profile.h"
#include "screen/measure.h"

namespace cordon::cli {

struct TuneReport {
  std::string source;
  intake::LabelledForm form = intake::LabelledForm::kPairs;
  Profile profile;
  std::vector<screen::Judged> rows;
  uint64_t unusable = 0;  // rows, each of which was reported
  screen::Millionths miss_rate = 0;
  Points recommended = 0;
  std::optional<Points> supported;  // the same where the bound holds too
  screen::Calibration calibration;

  screen::ThresholdCounts at(Points threshold) const { return screen::counts_at(rows, threshold); }
  uint64_t matches() const { return at(0).true_alerts; }
};

}  // namespace cordon::cli
