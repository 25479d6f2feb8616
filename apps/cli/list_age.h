// When a list was published, how old that is today, and when that deserves a warning.
#pragma once

#include <optional>
#include <string>

#include "model/entity.h"

namespace cordon::cli {

// A list older than this is shown with a warning: 48 hours, the usual service level for putting new lists into force.
inline constexpr int kStaleDays = 2;

std::string published_text(const ListInfo& list);      // "2026-02-26" or "unknown"
std::optional<int> age_in_days(const ListInfo& list);  // from the day of publication to today (UTC)
std::string age_text(const ListInfo& list);            // "12 days", "1 day", "today" or "unknown"
bool is_stale(const ListInfo& list);                   // older than kStaleDays, or of unknown date

}  // namespace cordon::cli
