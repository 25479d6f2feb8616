// Checkpoints; see checkpoint.h. The file is one line of JSON and a second with the hash of the first.
#include "screen/checkpoint.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace cordon::screen {
namespace {

using Json = nlohmann::ordered_json;

constexpr uint64_t kFormat = 1;
constexpr size_t kPieceBytes = size_t{1} << 20;
constexpr size_t kShownDigits = 12;  // of a hash in a message

std::string digits(const std::string& hash) { return hash.substr(0, kShownDigits); }

// "default 0123456789ab…" of a name and a hash.
std::string short_profile(const std::string& profile) {
  const size_t blank = profile.rfind(' ');
  return blank == std::string::npos ? profile : profile.substr(0, blank + 1) + digits(profile.substr(blank + 1));
}

std::string names_of(const std::vector<InputStamp>& inputs) {
  std::vector<std::string_view> names;
  for (const InputStamp& input : inputs) names.push_back(input.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

std::optional<std::string> input_change(const std::vector<InputStamp>& then, const std::vector<InputStamp>& now) {
  if (!std::ranges::equal(then, now, {}, &InputStamp::name, &InputStamp::name))
    return fmt::format("the inputs are others: {}, now {}", names_of(then), names_of(now));
  for (size_t i = 0; i < then.size(); ++i)
    if (then[i].bytes != now[i].bytes || then[i].hash != now[i].hash)
      return fmt::format("the input {} was changed: {} bytes, now {}{}", now[i].name, then[i].bytes, now[i].bytes,
                         then[i].bytes == now[i].bytes ? " others" : "");
  return std::nullopt;
}

std::optional<std::string> option_change(const BatchBasis& then, const BatchBasis& now) {
  std::map<std::string, std::vector<std::string>> all = then.options;
  all.insert(now.options.begin(), now.options.end());
  const auto values = [](const BatchBasis& basis, const std::string& option) {
    const auto found = basis.options.find(option);
    return found == basis.options.end() ? std::vector<std::string>() : found->second;
  };
  const auto shown = [](const std::vector<std::string>& texts) {
    return texts.empty() ? "not given" : fmt::format("{}", fmt::join(texts, ", "));
  };
  for (const auto& [option, unused] : all)
    if (values(then, option) != values(now, option))
      return fmt::format("{} is another: {}, now {}", option, shown(values(then, option)), shown(values(now, option)));
  return std::nullopt;
}

Json json_of(const BatchBasis& basis) {
  Json inputs = Json::array();
  for (const InputStamp& input : basis.inputs)
    inputs.push_back({{"name", input.name}, {"bytes", input.bytes}, {"hash", input.hash.hex()}});
  return {{"engine", basis.engine},
          {"snapshot", basis.snapshot},
          {"profile", basis.profile},
          {"options", basis.options},
          {"inputs", std::move(inputs)}};
}

Json json_of(const BatchState& state) {
  return {{"subjects", state.subjects},
          {"outcomes", state.outcomes},
          {"hits", state.hits},
          {"more", state.more},
          {"unnamed_clear", state.unnamed_clear},
          {"milliseconds", state.milliseconds},
          {"output", {{"bytes", state.output.bytes}, {"hash", state.output.hash.hex()}}},
          {"is_whole", state.is_whole}};
}

// The readers below throw what nlohmann throws; parse() catches it.
Hash128 hash_in(const Json& json) {
  const auto hash = parse_hash128(json.get<std::string>());
  if (!hash) throw Json::other_error::create(501, "no hash", &json);
  return *hash;
}

BatchBasis basis_in(const Json& json) {
  BatchBasis out;
  out.engine = json.at("engine");
  out.snapshot = json.at("snapshot");
  out.profile = json.at("profile");
  out.options = json.at("options");
  for (const Json& input : json.at("inputs"))
    out.inputs.push_back({input.at("name"), input.at("bytes"), hash_in(input.at("hash"))});
  return out;
}

BatchState state_in(const Json& json) {
  BatchState out;
  out.subjects = json.at("subjects");
  out.outcomes = json.at("outcomes");
  out.hits = json.at("hits");
  out.more = json.at("more");
  out.unnamed_clear = json.at("unnamed_clear");
  out.milliseconds = json.at("milliseconds");
  out.output = {json.at("output").at("bytes"), hash_in(json.at("output").at("hash"))};
  out.is_whole = json.at("is_whole");
  return out;
}

}  // namespace

Result<InputStamp> stamp_of(std::string name, const InputBytes& input) {
  RunningHash128 hash;
  const std::string_view bytes = input.bytes();
  for (size_t at = 0; at < bytes.size(); at += kPieceBytes) {
    hash.append(bytes.substr(at, kPieceBytes));
    input.release(at, std::min(bytes.size(), at + kPieceBytes));
  }
  CHECK_OK(input.check());
  return InputStamp{std::move(name), bytes.size(), hash.value(), input.moment()};
}

std::optional<std::string> change(const BatchBasis& then, const BatchBasis& now) {
  if (auto words = input_change(then.inputs, now.inputs)) return words;
  if (then.snapshot != now.snapshot)
    return fmt::format("the snapshot is another: {}, now {}", digits(then.snapshot), digits(now.snapshot));
  if (then.profile != now.profile)
    return fmt::format("the profile, of which --threshold and --top are a part, is another: {}, now {}",
                       short_profile(then.profile), short_profile(now.profile));
  if (auto words = option_change(then, now)) return words;
  if (then.engine != now.engine)
    return fmt::format("the program is another version: {}, now {}", then.engine, now.engine);
  return std::nullopt;
}

std::string Checkpoint::text() const {
  const Json json = {{"checkpoint", kFormat}, {"basis", json_of(basis)}, {"state", json_of(state)}};
  const std::string line = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  return fmt::format("{}\n{}\n", line, hash128(line).hex());
}

Result<Checkpoint> Checkpoint::parse(std::string_view text, const std::string& source) {
  const auto damaged = [&] { return fail(ErrorCode::kCorrupt, "is damaged, or no checkpoint", {source}); };
  const size_t end = text.find('\n');
  if (end == std::string_view::npos || text.substr(end) != fmt::format("\n{}\n", hash128(text.substr(0, end)).hex()))
    return damaged();
  try {
    const Json json = Json::parse(text.substr(0, end));
    if (json.at("checkpoint") != kFormat)
      return fail(ErrorCode::kVersion, "is a checkpoint of another format; finish it with the program that began it",
                  {source});
    return Checkpoint{basis_in(json.at("basis")), state_in(json.at("state"))};
  } catch (const Json::exception&) {
    return damaged();
  }
}

}  // namespace cordon::screen
