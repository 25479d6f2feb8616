#include "duties/significance.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "base/embedded.h"

namespace cordon::duties {
namespace {

struct Level {
  std::string level;
  std::vector<std::vector<Condition>> any;
};
struct FactorRow {
  std::string letter, name;
  std::vector<Level> levels;
};

// A built-in table that does not read ends the program; its test says so before any user does.
std::vector<FactorRow> read() {
  const toml::parse_result parsed = toml::parse(embedded("regimes/significance.toml"));
  if (!parsed) std::abort();
  std::vector<FactorRow> out;
  for (const toml::node& node : *parsed.table()["factor"].as_array()) {
    const toml::table& factor = *node.as_table();
    FactorRow row{factor["letter"].value_or(std::string()), factor["name"].value_or(std::string()), {}};
    for (const toml::node& item : *factor["levels"].as_array()) {
      const toml::table& level = *item.as_table();
      Level made{level["level"].value_or(std::string()), {}};
      for (const toml::node& all : *level["any"].as_array()) {
        std::vector<Condition>& conditions = made.any.emplace_back();
        for (const toml::node& condition : *all.as_array()) {
          auto one = Condition::parse(condition.value_or(std::string()));
          if (!one || find_fact_kind(one->key) == nullptr) std::abort();
          conditions.push_back(std::move(*one));
        }
      }
      row.levels.push_back(std::move(made));
    }
    out.push_back(std::move(row));
  }
  return out;
}

std::span<const FactorRow> factor_rows() {
  static const std::vector<FactorRow> rows = read();
  return rows;
}

Truth holds(const Level& level, const Facts& facts) {
  auto any = Truth::kNo;
  for (const auto& conditions : level.any) {
    auto all = Truth::kYes;
    for (const Condition& c : conditions) all = all && c.holds(facts.find(c.key));
    any = any || all;
  }
  return any;
}

}  // namespace

Significance significance_of(const Facts& facts) {
  Significance out;
  for (const FactorRow& row : factor_rows()) {
    Significance::Factor factor{row.letter, row.name, "unknown", {}};
    std::vector<std::string> open;
    for (const Level& level : row.levels) {
      const Truth truth = holds(level, facts);
      for (const auto& conditions : level.any)
        for (const Condition& c : conditions) {
          const auto* known = facts.find(c.key);
          std::string said = known != nullptr ? fmt::format("{}: {}", c.key, fmt::join(*known, ", "))
                                              : find_fact_kind(c.key)->question;
          std::vector<std::string>& place = known != nullptr ? factor.facts : open;
          if (std::ranges::find(place, said) == place.end()) place.push_back(std::move(said));
        }
      if (truth == Truth::kYes) {
        factor.level = level.level;
        break;
      }
    }
    if (row.levels.empty())
      factor.facts = {"left to a person: no fact that is stated here decides it"};
    else if (factor.level == "unknown")
      factor.facts = std::move(open);
    out.factors.push_back(std::move(factor));
  }
  const auto count = [&](std::string_view level) {
    return std::ranges::count(out.factors, level, &Significance::Factor::level);
  };
  const auto known = static_cast<std::ptrdiff_t>(out.factors.size()) - count("unknown");
  if (count("high") >= 2)
    out.level = "high";
  else if (known < 3)
    out.level = "unknown";
  else if (count("low") == known)
    out.level = "low";
  else
    out.level = "medium";
  std::vector<std::string> parts;
  for (const Significance::Factor& factor : out.factors)
    if (factor.level != "unknown") parts.push_back(fmt::format("{} {} ({})", factor.letter, factor.level, factor.name));
  out.narrative = parts.empty() ? "nothing is known of the transaction"
                                : fmt::format("{}; the law sets no total threshold", fmt::join(parts, ", "));
  return out;
}

Truth is_significant(const Significance& significance) {
  if (significance.level == "high") return Truth::kYes;
  const auto rows = factor_rows();
  for (size_t i = 0; i < rows.size(); ++i)
    if (!rows[i].levels.empty() && significance.factors[i].level != "low") return Truth::kUnknown;
  return Truth::kNo;
}

}  // namespace cordon::duties
