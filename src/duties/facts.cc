#include "duties/facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "base/table.h"
#include "model/country.h"

namespace cordon::duties {
namespace {

bool fits(std::string_view pattern, std::string_view value) {
  const bool open_front = pattern.starts_with('*');
  const bool open_back = pattern.size() > 1 && pattern.ends_with('*');
  if (open_front) pattern.remove_prefix(1);
  if (open_back) pattern.remove_suffix(1);
  if (open_front && open_back) return value.find(pattern) != std::string_view::npos;
  if (open_front) return value.ends_with(pattern);
  if (open_back) return value.starts_with(pattern);
  return value == pattern;
}

std::optional<int64_t> number_of(std::string_view text) {
  int64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  each_part(text, std::string_view(&separator, 1), [&](std::string_view part) {
    out.push_back(ascii_lower(part));
    return true;
  });
  return out;
}

using Groups = std::map<std::string, std::vector<std::string>, std::less<>>;

const Groups& groups() {
  static const Groups all = [] {
    Groups out;
    for_each_table_line("regimes/groups.tsv", [&](std::string_view line) {
      const std::string_view name = take_field(line, '\t');
      out[std::string(name)] = split(line, ' ');
    });
    return out;
  }();
  return all;
}

// Two letters that are a country's, or the name that laws here have for a union or kingdom.
bool is_country(std::string_view value) {
  return value == "eu" || value == "uk" || (value.size() == 2 && country_code(value) == value);
}

bool is_currency(std::string_view value) {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> out;
    for_each_table_line("regimes/currencies.tsv",
                        [&](std::string_view line) { out.push_back(ascii_lower(take_field(line, '\t'))); });
    return out;
  }();
  return std::ranges::find(all, value) != all.end();
}

}  // namespace

bool FactKind::takes(std::string_view value) const {
  if (values.find("whole number") != std::string::npos) {
    const auto number = number_of(value);
    return number && *number >= 0;
  }
  if (values.find("currency code") != std::string::npos) return is_currency(value);
  if (values.find("country code") != std::string::npos && is_country(value)) return true;
  const std::vector<std::string> words = split(values.substr(0, values.find(" or a country code")), ' ');
  return values.find("a country code") != 0 && std::ranges::find(words, value) != words.end();
}

std::span<const FactKind> fact_kinds() {
  static const std::vector<FactKind> all = [] {
    std::vector<FactKind> out;
    for_each_table_line("regimes/facts.tsv", [&](std::string_view line) {
      FactKind& kind = out.emplace_back();
      for (std::string* field : {&kind.key, &kind.who, &kind.values, &kind.question, &kind.help})
        *field = take_field(line, '\t');
    });
    return out;
  }();
  return all;
}

const FactKind* find_fact_kind(std::string_view key) {
  const auto all = fact_kinds();
  const auto found = std::ranges::find(all, key, &FactKind::key);
  return found == all.end() ? nullptr : &*found;
}

bool fits_pattern(std::string_view pattern, std::string_view value) {
  return fits(ascii_lower(pattern), ascii_lower(value));
}

void Facts::set(std::string_view key, std::string_view value) {
  std::vector<std::string>& values = values_[std::string(key)];
  std::string known = ascii_lower(value);
  if (std::ranges::find(values, known) == values.end()) values.push_back(std::move(known));
}

const std::vector<std::string>* Facts::find(std::string_view key) const {
  const auto found = values_.find(key);
  return found == values_.end() ? nullptr : &found->second;
}

Result<void> Facts::read(std::string_view option) {
  const size_t at = option.find('=');
  const std::string key = ascii_lower(trim(option.substr(0, at)));
  const FactKind* kind = find_fact_kind(key);
  if (at == std::string_view::npos || kind == nullptr || !kind->is_of_user()) {
    std::string known;
    for (const FactKind& k : fact_kinds())
      if (k.is_of_user()) known += (known.empty() ? "" : ", ") + k.key;
    return fail(ErrorCode::kInvalidArgument, at == std::string_view::npos
                                                 ? fmt::format("'{}' is no fact: it is KEY=VALUE", option)
                                                 : fmt::format("no fact '{}'; there are {}", key, known));
  }
  const std::vector<std::string> values = split(option.substr(at + 1), ',');
  if (values.empty()) return fail(ErrorCode::kInvalidArgument, fmt::format("fact '{}' has no value", key));
  for (const std::string& value : values) {
    if (!kind->takes(value))
      return fail(ErrorCode::kInvalidArgument,
                  fmt::format("fact '{}' cannot be '{}'; it is {}", key, value, kind->values));
    set(key, value);
  }
  return {};
}

Result<Condition> Condition::parse(std::string_view text) {
  Condition out;
  if (text.starts_with('?')) {
    out.relation = Relation::kOpen;
    text.remove_prefix(1);
  }
  const size_t at = text.find_first_of("=!<>");
  out.key = trim(text.substr(0, at));
  if (out.key.empty() || (out.relation == Relation::kOpen && at != std::string_view::npos))
    return fail(ErrorCode::kBadInput, fmt::format("'{}' is no condition", text));
  if (out.relation == Relation::kOpen) return out;
  if (at == std::string_view::npos) {
    out.values = {"yes"};
    return out;
  }
  std::string_view rest = text.substr(at);
  if (rest.starts_with("!="))
    out.relation = Relation::kIsNot, rest.remove_prefix(2);
  else if (rest.starts_with(">="))
    out.relation = Relation::kAtLeast, rest.remove_prefix(2);
  else if (rest.starts_with('<'))
    out.relation = Relation::kBelow, rest.remove_prefix(1);
  else if (rest.starts_with('='))
    rest.remove_prefix(1);
  else
    return fail(ErrorCode::kBadInput, fmt::format("'{}' is no condition", text));
  if (out.relation == Relation::kAtLeast || out.relation == Relation::kBelow) {
    const auto number = number_of(rest);
    if (!number) return fail(ErrorCode::kBadInput, fmt::format("'{}' compares with no number", text));
    out.number = *number;
    return out;
  }
  for (std::string& value : split(rest, '|')) {
    if (!value.starts_with('@')) {
      out.values.push_back(std::move(value));
      continue;
    }
    const auto group = groups().find(value.substr(1));
    if (group == groups().end()) return fail(ErrorCode::kBadInput, fmt::format("'{}' names no group", text));
    out.values.insert(out.values.end(), group->second.begin(), group->second.end());
  }
  if (out.values.empty()) return fail(ErrorCode::kBadInput, fmt::format("'{}' has no value", text));
  return out;
}

Truth Condition::holds(const std::vector<std::string>* known) const {
  const auto truth = [](bool is) { return is ? Truth::kYes : Truth::kNo; };
  const bool is_known = known != nullptr && !known->empty();
  if (relation == Relation::kOpen) return truth(!is_known);
  if (!is_known) return Truth::kUnknown;
  if (relation == Relation::kAtLeast || relation == Relation::kBelow) {
    const auto value = number_of(known->front());
    if (!value) return Truth::kUnknown;
    return truth(relation == Relation::kAtLeast ? *value >= number : *value < number);
  }
  const bool any = std::ranges::any_of(*known, [&](const std::string& value) {
    return std::ranges::any_of(values, [&](const std::string& pattern) { return fits(pattern, value); });
  });
  return truth(any == (relation == Relation::kIs));
}

}  // namespace cordon::duties
