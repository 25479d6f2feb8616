#include "model/profile.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <sstream>
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "base/checksum.h"
#include "base/embedded.h"
#include "base/mapped_file.h"

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

constexpr Scorer kScorers[] = {Scorer::kNames, Scorer::kOfacSearch};

std::string file_of(std::string_view name) { return fmt::format("profiles/{}.toml", name); }

bool is_builtin(std::string_view name) {
  const std::vector<std::string_view> names = builtin_profiles();
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Reads the keys that are no numbers: name, about, base, scorer. `out` becomes the base before anything else is read.
Result<void> read_words(const toml::table& table, const std::string& source, Profile& out, bool& has_base) {
  const auto text = [&](std::string_view key) -> Result<std::string> {
    const toml::node* node = table.get(key);
    if (node == nullptr) return std::string();
    if (const auto value = node->value_exact<std::string>()) return *value;
    return fail(ErrorCode::kBadInput, fmt::format("'{}' must be a text", key), {source, node->source().begin.line});
  };
  TRY(const std::string name, text("name"));
  TRY(const std::string about, text("about"));
  TRY(const std::string base, text("base"));
  TRY(const std::string scorer, text("scorer"));
  if (name.empty()) return fail(ErrorCode::kBadInput, "the profile has no name", {source});
  has_base = table.contains("base");
  if (has_base) {
    if (base == name)
      return fail(ErrorCode::kBadInput, fmt::format("the profile '{}' is its own base", name), {source});
    Result<Profile> found = builtin_profile(base);
    if (!found) return fail(ErrorCode::kBadInput, "'base': " + found.error().message, {source});
    out = std::move(*found);
  }
  out.name = name;
  out.about = about;
  bool known = scorer.empty() && has_base;
  for (const Scorer s : kScorers)
    if (scorer_name(s) == scorer) known = true, out.scorer = s;
  if (!known)
    return fail(ErrorCode::kBadInput, fmt::format("'scorer' must be \"names\" or \"ofac-search\", not \"{}\"", scorer),
                {source});
  return {};
}

}  // namespace

std::string_view scorer_name(Scorer scorer) { return scorer == Scorer::kNames ? "names" : "ofac-search"; }

void Profile::rehash() {
  std::string all = fmt::format("scorer={}\n", scorer_name(scorer));
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
  bool has_base = false;
  CHECK_OK(read_words(table, source, out, has_base));
  std::set<std::string_view> known = {"name", "about", "base", "scorer"};
  for (const Setting& s : kSettings) {
    known.insert(s.name);
    const toml::node* node = table.get(s.name);
    if (node == nullptr && has_base) continue;
    const Where where = {source, node == nullptr ? 0 : uint64_t{node->source().begin.line}};
    const auto value = node == nullptr ? std::nullopt : node->value_exact<int64_t>();
    if (!value)
      return fail(ErrorCode::kBadInput, fmt::format("the profile does not set '{}' to a whole number", s.name), where);
    if (*value < s.low || *value > s.high)
      return fail(ErrorCode::kBadInput,
                  fmt::format("'{}' must be from {} to {}, not {}", s.name, s.low, s.high, *value), where);
    out.*s.value = static_cast<int32_t>(*value);
  }
  for (const auto& [key, value] : table)
    if (!known.contains(key.str()))
      return fail(ErrorCode::kBadInput, fmt::format("the profile sets '{}', which is no setting", key.str()),
                  {source, key.source().begin.line});
  if (out.cost_missing_single < std::max(out.cost_missing, out.cost_missing_other))
    return fail(ErrorCode::kBadInput, "cost_missing_single must not be under cost_missing or cost_missing_other",
                {source});
  if (out.agreed_ample <= out.agreed_scant)
    return fail(ErrorCode::kBadInput, "agreed_ample must be over agreed_scant", {source});
  if (out.against_scant < out.against_ample || out.against_scant_other < out.against_ample_other)
    return fail(ErrorCode::kBadInput, "against_scant must not be under against_ample, nor are those of others",
                {source});
  out.rehash();
  return out;
}

std::vector<std::string_view> builtin_profiles() {
  constexpr std::string_view kFolder = "profiles/", kEnding = ".toml";
  std::vector<std::string_view> out;
  for (const std::string_view table : embedded_names())
    if (table.starts_with(kFolder))
      out.push_back(table.substr(kFolder.size(), table.size() - kFolder.size() - kEnding.size()));
  return out;
}

Result<Profile> builtin_profile(std::string_view name) {
  if (is_builtin(name)) return parse_profile(embedded(file_of(name)), file_of(name));
  return fail(ErrorCode::kNotFound,
              fmt::format("no profile '{}'; there are: {}", name, fmt::join(builtin_profiles(), ", ")));
}

Result<Profile> load_profile(const std::string& name_or_file) {
  if (is_builtin(name_or_file)) return builtin_profile(name_or_file);
  const Result<std::string> text = read_file(name_or_file);
  if (!text && text.error().code == ErrorCode::kNotFound)
    return fail(ErrorCode::kNotFound, fmt::format("no profile and no file '{}'; the profiles are: {}", name_or_file,
                                                  fmt::join(builtin_profiles(), ", ")));
  if (!text) return std::unexpected(text.error());
  TRY(Profile out, parse_profile(*text, name_or_file));
  if (is_builtin(out.name)) {
    TRY(const Profile builtin, builtin_profile(out.name));
    if (builtin.hash != out.hash)
      return fail(ErrorCode::kBadInput,
                  fmt::format("'name' must be another: '{}' is a built-in profile with other settings", out.name),
                  {name_or_file});
  }
  return out;
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

// Follows data/profiles/default.toml line by line, so that order, headings and meanings stand in one place.
std::string profile_text(const Profile& profile) {
  const auto quoted = [](std::string_view text) {
    std::ostringstream stream;
    stream << toml::value<std::string>(std::string(text));
    return stream.str();
  };
  std::string out = fmt::format("# The profile '{}', hash {}. Behind each setting its bounds and meaning.\n\n",
                                profile.name, profile.hash);
  std::string_view rest = embedded("profiles/default.toml");
  bool begun = false;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const std::string_view key = line.substr(0, line.find(" = "));
    if (key == "name") {
      begun = true;  // what comes before is about the file
      out += fmt::format("name = {}\n", quoted(profile.name));
      if (!profile.about.empty()) out += fmt::format("about = {}\n", quoted(profile.about));
      continue;
    }
    if (!begun || key == "about") continue;
    const size_t comment = line.find("# ");
    const std::string_view meaning = comment == std::string_view::npos ? "" : line.substr(comment + 2);
    const auto* setting =
        std::find_if(std::begin(kSettings), std::end(kSettings), [&](const Setting& s) { return s.name == key; });
    if (key == "scorer") {
      out += fmt::format("scorer = {}   # {}\n", quoted(scorer_name(profile.scorer)), meaning);
    } else if (setting != std::end(kSettings)) {
      out += fmt::format("{} = {}   # {} to {}{}{}\n", key, profile.*setting->value, setting->low, setting->high,
                         meaning.empty() ? "" : "; ", meaning);
    } else {
      out.append(line) += '\n';
    }
  }
  return out;
}

}  // namespace cordon
