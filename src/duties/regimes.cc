#include "duties/regimes.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "base/embedded.h"

namespace cordon::duties {
namespace {

constexpr std::array<std::string_view, 10> kActions = {"INFO",   "RECORDS", "MONITOR", "RFI",    "HOLD",
                                                       "REJECT", "BLOCK",   "FREEZE",  "REPORT", "EXIT"};

[[noreturn]] void die(const std::string& why) {
  fmt::print(stderr, "data/regimes: {}\n", why);
  std::abort();
}

toml::table read(std::string_view name) {
  toml::parse_result parsed = toml::parse(embedded(name), std::string(name));
  if (!parsed) die(fmt::format("{}: {}", name, parsed.error().description()));
  return std::move(parsed).table();
}

std::string text_of(const toml::table& row, std::string_view key) {
  const auto value = row[key].value_exact<std::string>();
  if (!value) die(fmt::format("a row has no text '{}'", key));
  return *value;
}
int number_of(const toml::table& row, std::string_view key, int otherwise) {
  return static_cast<int>(row[key].value_or(int64_t{otherwise}));
}
Day day_of(const toml::table& row, std::string_view key, Day unbounded) {
  const std::string text = text_of(row, key);
  if (text.empty()) return unbounded;
  const auto day = parse_date(text);
  if (!day || day->precision != DatePrecision::kDay) die(fmt::format("'{}' is no day", text));
  return day->low;
}

DutyRow duty_of(const toml::table& row) {
  DutyRow out;
  out.rule = text_of(row, "rule");
  const toml::array* const verdicts = row["verdicts"].as_array();
  if (verdicts == nullptr) die("a duty has no verdicts");
  for (const toml::node& node : *verdicts) out.verdicts.push_back(node.value_or(std::string()));
  const std::string action = text_of(row, "action");
  const auto found = std::find(kActions.begin(), kActions.end(), action);
  if (found == kActions.end()) die(fmt::format("'{}' is no action", action));
  out.action = static_cast<Action>(found - kActions.begin());
  out.what = text_of(row, "what");
  out.when = text_of(row, "when");
  out.calendar = text_of(row, "calendar");
  out.form = text_of(row, "form");
  out.to = text_of(row, "to");
  out.confidence = text_of(row, "confidence");
  out.citation = text_of(row, "citation");
  out.days = number_of(row, "days", 0);
  out.from = day_of(row, "from", out.from);
  out.to_day = day_of(row, "to_day", out.to_day);
  return out;
}

Holiday holiday_of(const toml::table& row) {
  Holiday out;
  out.name = text_of(row, "name");
  if (const auto fixed = row["fixed"].value<std::string>()) {
    if (fixed->size() != 5) die(fmt::format("'{}' is no month and day", *fixed));
    out.month = static_cast<unsigned>(std::atoi(fixed->substr(0, 2).c_str()));
    out.day = static_cast<unsigned>(std::atoi(fixed->substr(3).c_str()));
  } else {
    out.month = static_cast<unsigned>(number_of(row, "month", 1));
    out.weekday = number_of(row, "weekday", 0);
    out.nth = number_of(row, "nth", 1);
  }
  out.since = number_of(row, "since", 0);
  return out;
}

}  // namespace

std::string_view action_name(Action action) { return kActions[static_cast<size_t>(action)]; }

std::span<const DutyRow> duty_rows() {
  static const std::vector<DutyRow> rows = [] {
    const toml::table table = read("regimes/duties.toml");
    const toml::array* const list = table["duty"].as_array();
    if (list == nullptr) die("duties.toml has no duty");
    std::vector<DutyRow> out;
    for (const toml::node& node : *list) out.push_back(duty_of(*node.as_table()));
    return out;
  }();
  return rows;
}

std::span<const Holiday> holidays(std::string_view calendar) {
  static const std::map<std::string, std::vector<Holiday>, std::less<>> calendars = [] {
    const toml::table table = read("regimes/calendars.toml");
    const toml::array* const list = table["calendar"].as_array();
    if (list == nullptr) die("calendars.toml has no calendar");
    std::map<std::string, std::vector<Holiday>, std::less<>> out;
    for (const toml::node& node : *list) {
      const toml::table& row = *node.as_table();
      std::vector<Holiday>& days = out[text_of(row, "id")];
      if (const toml::array* const found = row["holidays"].as_array())
        for (const toml::node& day : *found) days.push_back(holiday_of(*day.as_table()));
    }
    return out;
  }();
  const auto found = calendars.find(calendar);
  return found == calendars.end() ? std::span<const Holiday>() : std::span<const Holiday>(found->second);
}

}  // namespace cordon::duties
