#include "graph/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "base/embedded.h"
#include "graph/structure_csv.h"

namespace cordon::graph {
namespace {

[[noreturn]] void die(const std::string& why) {
  fmt::print(stderr, "data/ownership/rules.toml: {}\n", why);
  std::abort();
}

std::string text_of(const toml::table& row, std::string_view key) {
  const auto value = row[key].value_exact<std::string>();
  if (!value) die(fmt::format("a row has no text '{}'", key));
  return *value;
}
bool flag_of(const toml::table& row, std::string_view key) {
  const auto value = row[key].value_exact<bool>();
  if (!value) die(fmt::format("a row has no truth value '{}'", key));
  return *value;
}
Day day_of(const toml::table& row, std::string_view key, Day unbounded) {
  const std::string text = text_of(row, key);
  if (text.empty()) return unbounded;
  const auto day = parse_day(text);
  if (!day) die(fmt::format("'{}' is no day", text));
  return *day;
}
Consequence consequence_of(const toml::table& row, std::string_view key) {
  const std::string text = text_of(row, key);
  if (text == "clear") return Consequence::kClear;
  if (text == "control_concern") return Consequence::kControlConcern;
  if (text == "possible") return Consequence::kPossible;
  if (text == "derived") return Consequence::kDerived;
  if (text == "adds") return Consequence::kAdds;
  die(fmt::format("'{}' is \"{}\"", key, text));
}

uint32_t counts_of(const toml::table& row) {
  uint32_t out = 0;
  const toml::array* const kinds = row["counts"].as_array();
  if (kinds == nullptr) die("a row has no list 'counts'");
  for (const toml::node& node : *kinds)
    for (size_t i = 0; i < kLinkKinds; ++i)
      if (node.value<std::string>() == std::string(kind_name(static_cast<LinkKind>(i)))) out |= 1U << i;
  return out;
}

Rule rule_of(const toml::table& row) {
  Rule out;
  out.id = text_of(row, "id");
  out.name = text_of(row, "name");
  out.authority = text_of(row, "authority");
  out.citation = text_of(row, "citation");
  out.status = text_of(row, "status");
  out.confidence = text_of(row, "confidence");
  out.from = day_of(row, "from", kAlways);
  out.to = day_of(row, "to", kForever);
  const auto threshold = Rational::parse(text_of(row, "threshold"));
  if (!threshold) die("a threshold is no number");
  out.threshold = *threshold;
  out.strict = flag_of(row, "strict");
  const std::string aggregates = text_of(row, "aggregates");
  if (aggregates != "all" && aggregates != "person") die("'aggregates' is \"" + aggregates + "\"");
  out.aggregates = aggregates == "all" ? Aggregation::kAll : Aggregation::kPerson;
  out.counts = counts_of(row);
  out.outcome = consequence_of(row, "outcome");
  out.pact = consequence_of(row, "pact");
  out.at_threshold = consequence_of(row, "at_threshold");
  out.sham = consequence_of(row, "sham");
  out.sum_warning = flag_of(row, "sum_warning");
  out.rebuttable = flag_of(row, "rebuttable");
  const std::string asked = text_of(row, "asked");
  if (asked != "always" && asked != "where_listed") die("'asked' is \"" + asked + "\"");
  out.only_where_listed = asked == "where_listed";
  return out;
}

}  // namespace

std::span<const Rule> rules() {
  static const std::vector<Rule> table = [] {
    const toml::parse_result parsed = toml::parse(embedded("ownership/rules.toml"), std::string("rules.toml"));
    if (!parsed) die(std::string(parsed.error().description()));
    const toml::array* const rows = parsed.table()["rule"].as_array();
    if (rows == nullptr) die("has no rule");
    std::vector<Rule> out;
    for (const toml::node& row : *rows) out.push_back(rule_of(*row.as_table()));
    return out;
  }();
  return table;
}

std::vector<std::string> all_rule_ids() {
  std::vector<std::string> out;
  for (const Rule& rule : rules())
    if (out.empty() || out.back() != rule.id) out.push_back(rule.id);
  return out;
}

std::vector<std::string> rule_ids() {
  std::vector<std::string> out = all_rule_ids();
  std::erase_if(out,
                [](const std::string& id) { return std::ranges::find(rules(), id, &Rule::id)->only_where_listed; });
  return out;
}

RuleInForce rule_on(std::string_view id, Day day) {
  const Rule* first = nullptr;
  for (const Rule& rule : rules()) {
    if (rule.id != id) continue;
    if (first == nullptr) first = &rule;
    if (rule.from <= day && day < rule.to) return {&rule, false};
  }
  return {first, true};
}

}  // namespace cordon::graph
