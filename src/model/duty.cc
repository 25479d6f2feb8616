#include "model/duty.h"

#include <array>

namespace cordon {

std::string_view step_name(Step step) {
  constexpr std::array<std::string_view, 13> kNames = {"INFO",     "MONITOR",         "RFI",    "HOLD",   "REJECT",
                                                       "BLOCK",    "FREEZE",          "REPORT", "RECORD", "EXPOSURE",
                                                       "CONFLICT", "PERMITTED_UNDER", "EXIT"};
  return kNames[static_cast<size_t>(step)];
}

std::optional<int> strictness(Step step) {
  if (step == Step::kFreeze) return static_cast<int>(Step::kBlock);
  if (step > Step::kFreeze) return std::nullopt;
  return static_cast<int>(step);
}

}  // namespace cordon
