#include "model/profile.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <set>
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "base/checksum.h"
#include "base/embedded.h"

namespace cordon {
namespace {

struct Setting {
  std::string_view name;
  int32_t Profile::* value;
  int32_t low, high;
};

constexpr Setting kSettings[] = {
    {"threshold", &Profile::threshold, 0, kPointsOne},
    {"top", &Profile::top, 1, 1000000},
#define CORDON_PROFILE_SETTING(name, low, high) {#name, &Profile::name, low, high},
#include "model/profile_settings.inc"
#undef CORDON_PROFILE_SETTING
};

}  // namespace

void Profile::rehash() {
  std::string all;
  for (const Setting& s : kSettings) all += fmt::format("{}={}\n", s.name, this->*s.value);
  hash = hash128(all).hex();
}

Result<Profile> parse_profile(std::string_view text, const std::string& source) {
  const toml::parse_result parsed = toml::parse(text, source);
  if (!parsed)
    return fail(ErrorCode::kBadInput, std::string(parsed.error().description()),
                {source, parsed.error().source().begin.line});
  const toml::table& table = parsed.table();
  Profile out;
  out.name = table["name"].value_or(std::string());
  if (out.name.empty()) return fail(ErrorCode::kBadInput, "the profile has no name", {source});
  std::set<std::string_view> known = {"name"};
  for (const Setting& s : kSettings) {
    known.insert(s.name);
    const auto value = table[s.name].value_exact<int64_t>();
    if (!value)
      return fail(ErrorCode::kBadInput, fmt::format("the profile does not set '{}' to a whole number", s.name),
                  {source});
    if (*value < s.low || *value > s.high)
      return fail(ErrorCode::kBadInput,
                  fmt::format("'{}' must be from {} to {}, not {}", s.name, s.low, s.high, *value), {source});
    out.*s.value = static_cast<int32_t>(*value);
  }
  for (const auto& [key, value] : table)
    if (!known.contains(key.str()))
      return fail(ErrorCode::kBadInput, fmt::format("the profile sets '{}', which is no setting", key.str()), {source});
  if (out.cost_missing_single < out.cost_missing)
    return fail(ErrorCode::kBadInput, "cost_missing_single must not be under cost_missing", {source});
  out.rehash();
  return out;
}

Result<Profile> builtin_profile(std::string_view name) {
  const std::string wanted = fmt::format("profiles/{}.toml", name);
  std::string have;
  for (const std::string_view table : embedded_names()) {
    if (table == wanted) return parse_profile(embedded(table), std::string(table));
    if (table.starts_with("profiles/")) have += fmt::format(" {}", table.substr(9, table.size() - 14));
  }
  return fail(ErrorCode::kNotFound, fmt::format("no profile '{}'; there are:{}", name, have));
}

const Profile& default_profile() {
  static const Profile profile = [] {
    Result<Profile> p = builtin_profile("default");
    if (!p) {
      std::fprintf(stderr, "cordon: %s\n", p.error().text().c_str());
      std::abort();
    }
    return std::move(*p);
  }();
  return profile;
}

}  // namespace cordon
