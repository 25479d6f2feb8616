// The figures of `cordon tune` as one picture: precision and recall over the threshold, and the reliability diagram.
#pragma once

#include <string>

#include "cli/tune_report.h"

namespace cordon::cli {

// Returns a self-contained SVG without script or reference to anything outside.
std::string tune_svg(const TuneReport& report);

}  // namespace cordon::cli
