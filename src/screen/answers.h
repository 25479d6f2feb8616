// Whoever answers the subjects of a batch: a Screener on one snapshot, Since on two.
#pragma once

#include <span>
#include <vector>

#include "model/screening.h"
#include "screen/search.h"

namespace cordon::screen {

class Answers {
 public:
  virtual ~Answers() = default;
  // Returns the answer; outcome kNotScreened with the error where there is none to give (subject.not_screened, a
  // subject without a name or identifier to search by, a corrupt block). Thread-safe. Deterministic.
  virtual Screening screen(const Subject& subject) const = 0;
  // The same by brute force over every entity: what screen() must equal.
  virtual std::vector<Screening> screen_brute_force(std::span<const Subject> subjects) const = 0;
  virtual const ScreenSettings& settings() const = 0;
};

}  // namespace cordon::screen
