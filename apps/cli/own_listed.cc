#include "cli/own_listed.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/utf8.h"
#include "cli/locate_snapshot.h"
#include "cli/remarks.h"
#include "graph/rules.h"
#include "model/profile.h"
#include "syntax/csv.h"

namespace cordon::cli {
namespace {

using graph::PartyId;
using graph::Structure;
using screen::StructureJoin;

constexpr size_t kMostNotes = 100;
constexpr int32_t kMostHits = 1000;  // of a party: none that is decided may be cut off

// --listed: names behind commas; one with a comma stands in quotes, as in CSV.
Result<std::vector<std::string>> listed_names(const Arguments& arguments) {
  std::vector<std::string> out;
  for (const std::string& value : arguments.all("--listed")) {
    CsvReader reader(value, "--listed", ',');
    while (true) {
      TRY(const std::optional<CsvRow> row, reader.next());
      if (!row) break;
      for (const std::string& name : row->fields)
        if (!trim(name).empty()) out.emplace_back(trim(name));
    }
  }
  return out;
}

// NAME=ENTITY_ID; both may hold a '=', the last one parts them.
std::optional<std::pair<std::string, std::string>> name_and_id(const std::string& value) {
  const size_t at = value.rfind('=');
  if (at == std::string::npos) return {};
  return std::pair(std::string(trim(value.substr(0, at))), std::string(trim(value.substr(at + 1))));
}

Result<screen::JoinChoices> choices_of(const Arguments& arguments, const Structure& structure,
                                       const screen::Snapshot& snapshot) {
  screen::JoinChoices out;
  const auto entity_ids = [&](const std::string& id) -> Result<std::vector<std::string>> {
    TRY(const std::vector<uint32_t> numbers, find_entities(snapshot, id));
    std::vector<std::string> ids;
    for (const uint32_t number : numbers) {
      TRY(Entity entity, snapshot.entity(number));
      ids.push_back(std::move(entity.id));
    }
    return ids;
  };
  for (const std::string& value : arguments.all("--no-join")) {
    if (const auto party = structure.find(value)) {
      out.revoked.emplace(*party, "");
      continue;
    }
    const auto parts = name_and_id(value);
    const auto party = parts ? structure.find(parts->first) : std::nullopt;
    if (!party) {
      print_note(fmt::format("--no-join: \"{}\" does not stand in the graph", value));
      continue;
    }
    TRY(const std::vector<std::string> ids, entity_ids(parts->second));
    for (const std::string& id : ids) out.revoked.emplace(*party, id);
  }
  for (const std::string& value : arguments.all("--join")) {
    const auto parts = name_and_id(value);
    if (!parts)
      return fail(
          ErrorCode::kInvalidArgument,
          fmt::format("--join is NAME=ENTITY_ID, a party of the graph and one of the snapshot, not \"{}\"", value));
    const auto party = structure.find(parts->first);
    if (!party)
      return fail(ErrorCode::kInvalidArgument, fmt::format("--join: \"{}\" does not stand in the graph", parts->first));
    TRY(const std::vector<uint32_t> numbers, find_entities(snapshot, parts->second));
    for (const uint32_t number : numbers) out.confirmed.emplace(*party, number);
  }
  return out;
}

std::string entity_text(const StructureJoin& join) {
  return fmt::format("{} ({}), score {}.{:04}", join.hit.entity_id, join.hit.caption, join.hit.score / kPointsOne,
                     join.hit.score % kPointsOne);
}

void say(const Structure& structure, const StructureJoin& join) {
  const std::string_view name = structure.name(join.party);
  if (join.is_confirmed)
    print_note(fmt::format("\"{}\" is {}, as --join says", name, entity_text(join)));
  else if (join.hit.decided)
    print_note(fmt::format("\"{}\" is taken for {}; --no-join revokes that", name, entity_text(join)));
  else
    print_note(
        fmt::format("\"{}\" is perhaps {}; --join confirms that, --no-join revokes it", name, entity_text(join)));
}

}  // namespace

std::span<const StructureJoin> Listed::joins_of(PartyId party) const {
  const auto range = std::ranges::equal_range(joins, party, {}, &StructureJoin::party);
  return {range.begin(), range.end()};
}

std::string Listed::join_text(PartyId party, const std::string& rule, Day as_of) const {
  std::vector<std::string> out;
  for (const StructureJoin& join : joins_of(party))
    if (join.counts(rule, as_of) && !join.is_certain()) out.push_back(entity_text(join));
  return fmt::format("{}", fmt::join(out, "; or "));
}

void append_join(JsonWriter& json, std::string_view party, const StructureJoin& join) {
  json.begin_object();
  json.text("party", party);
  json.text("entity_id", join.hit.entity_id);
  json.text("caption", join.hit.caption);
  json.text("list", join.hit.list);
  json.decimal("score", join.hit.score, 4);
  json.boolean("decided", join.hit.decided);
  if (join.is_confirmed) json.boolean("confirmed", true);
  if (join.listed_on) json.text("listed_on", day_text(*join.listed_on));
  json.end_object();
}

Result<Listed> listed_of(const Arguments& arguments, const std::vector<std::string>& rules, Day as_of,
                         Structure& structure) {
  Listed out;
  TRY(const std::vector<std::string> names, listed_names(arguments));
  for (const std::string& name : names) {
    if (!structure.find(name)) print_note(fmt::format("the listed party \"{}\" does not stand in the graph", name));
    for (const std::string& rule : rules) out.by_rule[rule].listed.push_back(structure.party(name));
  }
  if (arguments.has("--listed") && !arguments.has("--snapshot")) return out;
  TRY(const LocatedSnapshot located, open_snapshot(arguments));
  TRY(Profile profile, builtin_profile("default"));
  screen::ScreenSettings settings;
  settings.profile = std::move(profile);
  settings.profile.top = kMostHits;
  settings.profile.rehash();
  TRY(screen::Screener screener, screen::Screener::build(located.snapshot, std::move(settings)));
  out.screener = std::make_unique<const screen::Screener>(std::move(screener));
  TRY(out.choices, choices_of(arguments, structure, *located.snapshot));
  TRY(screen::StructureJoins found, screen::join_structure(structure, *out.screener, out.choices, 0));
  out.joins = std::move(found.joins);
  out.not_screened = found.not_screened.size();
  for (size_t i = 0; i < found.not_screened.size() && i < kMostNotes; ++i)
    print_warning(fmt::format("\"{}\" has no name that can be searched for: whether it is listed was not screened",
                              structure.name(found.not_screened[i])));
  size_t said = 0;
  for (const StructureJoin& join : out.joins) {
    if (said++ < kMostNotes) say(structure, join);
    if (join.listed_on && *join.listed_on > as_of) continue;  // not yet listed on the day asked about
    if (join.listed_on) out.days.try_emplace(join.party, *join.listed_on);
    for (const std::string& rule : rules) {
      if (!join.counts(rule, as_of)) continue;
      Seeds& seeds = out.by_rule[rule];
      (join.is_certain() ? seeds.listed : seeds.maybe).push_back(join.party);
    }
  }
  if (said > kMostNotes) print_note(fmt::format("and {} more joins", said - kMostNotes));
  return out;
}

}  // namespace cordon::cli
