#include "duties/exposure.h"

namespace cordon::duties {
namespace {

// Sizes that a person would call large and small; the law has none. Cordon's own choice.
constexpr int64_t kLargeUsd = 500'000, kSmallUsd = 10'000, kMany = 10;

Level level_of(std::optional<bool> fact, Level yes, Level no) { return !fact ? Level::kUnknown : *fact ? yes : no; }

Level size_of(const Dealings& d) {
  if (!d.total_usd && !d.transactions) return Level::kUnknown;
  const int64_t total = d.total_usd.value_or(0), count = d.transactions.value_or(0);
  if (total >= kLargeUsd || count >= kMany) return total >= kLargeUsd && count >= kMany ? Level::kHigh : Level::kMedium;
  return total < kSmallUsd && count <= 1 ? Level::kLow : Level::kMedium;
}

}  // namespace

std::string_view level_name(Level level) {
  constexpr std::array<std::string_view, 4> kNames = {"unknown", "low", "medium", "high"};
  return kNames[static_cast<size_t>(level)];
}

Exposure exposure_of(const Dealings& d) {
  Exposure out;
  out.criteria = {
      {"the user is a foreign financial institution", "EO 14024 s. 11(f)", d.is_foreign_bank},
      {"the party is blocked under EO 14024", "EO 14024 s. 11(a)(i) as amended by EO 14114", d.party_is_under_eo14024},
      {"a service to Russia's military-industrial base",
       "EO 14024 s. 11(a)(ii); since 12 June 2024 all blocked under it", d.serves_military_base},
      {"supply of critical items to Russia, whoever the party",
       "EO 14024 s. 11(a)(ii), determination of 22 December 2023", d.supplies_critical_items}};
  for (size_t i = 1; i < out.criteria.size(); ++i)
    out.has_risk = out.has_risk || (d.is_foreign_bank && out.criteria[i].is_met.value_or(false));
  if (out.has_risk)
    out.consequence = "blocking, or prohibition of or conditions on correspondent accounts (CAPTA list)";
  out.factors = {{{"size, number, frequency", size_of(d)},
                  {"nature, complexity, commercial purpose", level_of(d.humanitarian, Level::kLow, Level::kMedium)},
                  {"awareness of management", level_of(d.management_knew, Level::kHigh, Level::kLow)},
                  {"nexus to a blocked person", level_of(d.is_direct, Level::kHigh, Level::kLow)},
                  {"impact on the aims of policy", level_of(d.supplies_critical_items, Level::kHigh, Level::kLow)},
                  {"deceptive practices", level_of(d.deceptive, Level::kHigh, Level::kLow)},
                  {"other", Level::kUnknown}}};
  return out;
}

}  // namespace cordon::duties
