// Ages of lists; see list_age.h.
#include "cli/list_age.h"

#include <fmt/format.h>

#include <chrono>

namespace cordon::cli {
namespace {

Day today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<Day>(now.time_since_epoch().count());
}

}  // namespace

std::string published_text(const ListInfo& list) {
  const std::string text = list.published ? list.published->text() : "";
  return text.empty() ? "unknown" : text;
}

std::optional<int> age_in_days(const ListInfo& list) {
  if (!list.published || list.published->precision == DatePrecision::kUnknown) return std::nullopt;
  return today() - list.published->low;
}

std::string age_text(const ListInfo& list) {
  const auto days = age_in_days(list);
  if (!days) return "unknown";
  if (*days < 0) return "in the future";
  if (*days == 0) return "today";
  return fmt::format("{} {}", *days, *days == 1 ? "day" : "days");
}

bool is_stale(const ListInfo& list) {
  const auto days = age_in_days(list);
  return !days || *days > kStaleDays;
}

}  // namespace cordon::cli
