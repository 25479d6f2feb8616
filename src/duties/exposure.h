// Secondary sanctions: what a foreign bank risks by a transaction (EO 14024 s. 11 as amended by EO 14114), and which of
// the criteria are met, which are missing. The law sets no total; neither does this.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::duties {

enum class Level : uint8_t { kUnknown, kLow, kMedium, kHigh };
std::string_view level_name(Level level);

// What is known of a bank's dealings; nothing where it is not known.
struct Dealings {
  bool is_foreign_bank = false;                 // in the wide sense: banks, brokers, exchanges, insurers …
  std::optional<bool> party_is_under_eo14024;   // blocked under that order, by listing or by ownership
  std::optional<bool> serves_military_base;     // any service to Russia's military-industrial base
  std::optional<bool> supplies_critical_items;  // of the determination: machine tools, bearings, optics …
  std::optional<int64_t> transactions;
  std::optional<int64_t> total_usd;
  std::optional<bool> management_knew;
  std::optional<bool> deceptive;     // relabelled, split, stripped
  std::optional<bool> is_direct;     // with the blocked party itself
  std::optional<bool> humanitarian;  // or another purpose that the policy spares, such as wages of the uninvolved
};

struct Criterion {
  std::string name;  // "party blocked under EO 14024"
  std::string citation;
  std::optional<bool> is_met;
};
// The seven factors of 31 CFR 561.404.
inline constexpr size_t kFactors = 7;
struct Factor {
  std::string_view name;
  Level level = Level::kUnknown;
};
struct Exposure {
  bool has_risk = false;  // FFI_SECONDARY_RISK: a trigger is met
  std::vector<Criterion> criteria;
  std::array<Factor, kFactors> factors;
  std::string consequence;  // blocking, or conditions on correspondent accounts; empty without risk
};

Exposure exposure_of(const Dealings& dealings);

}  // namespace cordon::duties
