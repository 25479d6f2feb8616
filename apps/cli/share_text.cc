#include "cli/share_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace cordon::cli {

std::string percent_text(double share) {
  if (share == 0 || share == 1) return share == 0 ? "0" : "100";
  const double percent = std::clamp(100 * share, 0.01, 99.9);
  return percent < 9.95 ? fmt::format("{:.2f}", percent) : fmt::format("{:.1f}", percent);
}

std::string share_text(const screen::Share& share) {
  const auto value = share.value();
  if (!value) return "-";
  const screen::Interval bounds = share.bounds();
  return fmt::format("{} % ({}–{})", percent_text(*value), percent_text(bounds.low), percent_text(bounds.high));
}

double rounded(double value) { return std::round(value * 1e6) / 1e6; }

nlohmann::ordered_json share_json(const screen::Share& share) {
  const auto value = share.value();
  const screen::Interval bounds = share.bounds();
  return {{"value", value ? nlohmann::ordered_json(rounded(*value)) : nlohmann::ordered_json(nullptr)},
          {"low", rounded(bounds.low)},
          {"high", rounded(bounds.high)},
          {"part", share.part},
          {"whole", share.whole}};
}

}  // namespace cordon::cli
