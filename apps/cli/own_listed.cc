#include "cli/own_listed.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "base/utf8.h"
#include "cli/locate_snapshot.h"
#include "cli/reason.h"
#include "cli/remarks.h"
#include "graph/rules.h"
#include "model/profile.h"
#include "screen/list_links.h"
#include "syntax/csv.h"

namespace cordon::cli {
namespace {

using graph::PartyId;
using graph::Structure;
using screen::StructureJoin;

constexpr size_t kMostNotes = 100;
constexpr Points kNearlySame = 9500;
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
  return fmt::format("{} ({}), score {}", join.hit.entity_id, join.hit.caption, exact_score_text(join.hit.score));
}

void say(const Structure& structure, const StructureJoin& join) {
  const std::string_view name = structure.name(join.party);
  if (join.is_confirmed)
    print_note(fmt::format("\"{}\" is {}, as --join says", name, entity_text(join)));
  else if (join.is_certain())
    print_note(fmt::format("\"{}\" is taken for {}; --no-join revokes that", name, entity_text(join)));
  else
    print_note(
        fmt::format("\"{}\" is perhaps {}; --join confirms that, --no-join revokes it", name, entity_text(join)));
}

// The companies asked about that do not stand in the graph: they may stand on a list.
std::vector<PartyId> add_asked(const Arguments& arguments, OwnGraphs& graphs) {
  std::vector<PartyId> out;
  for (const std::string& name : arguments.parameters())
    if (!find_party(graphs, name)) out.push_back(graphs.structure.party(name));
  return out;
}

// Who stands in no graph was asked about as a party of the lists: of those whose name is nearly the same in full, the
// one that is most alike, if there is one.
void accept_asked(const std::vector<PartyId>& asked, std::vector<StructureJoin>& joins) {
  const auto score_of = [](const StructureJoin& join) { return join.hit.score; };
  for (const PartyId party : asked) {
    const auto of_party = std::ranges::equal_range(joins, party, {}, &StructureJoin::party);
    const auto best = std::ranges::max_element(of_party, {}, score_of);
    if (best == of_party.end() || score_of(*best) < kNearlySame) continue;
    best->is_asked_about = std::ranges::count(of_party, score_of(*best), score_of) == 1;
  }
}

// Takes parties for listed, or for possibly listed.
class Taking {
 public:
  Taking(const std::vector<std::string>& rules, Day as_of, Listed& out) : rules_(rules), as_of_(as_of), out_(out) {}

  // Under those of the rules that `under` names, and not before its day.
  void take(PartyId party, const std::optional<Day>& listed_on, const std::set<std::string>& under, bool is_certain) {
    if (listed_on && *listed_on > as_of_) return;
    if (listed_on) out_.days.try_emplace(party, *listed_on);
    for (const std::string& rule : rules_) {
      if (!under.contains(rule) || !taken_.emplace(rule, party, is_certain).second) continue;
      (is_certain ? out_.by_rule[rule].listed : out_.by_rule[rule].maybe).push_back(party);
    }
  }

 private:
  const std::vector<std::string>& rules_;
  Day as_of_;
  Listed& out_;
  std::set<std::tuple<std::string, PartyId, bool>> taken_;
};

// Adds what the lists of the snapshot say of whoever is behind the parties that are certainly theirs, and behind those
// asked about by id. With --since the links of the lists are left out: they are not of the structures compared.
Result<void> add_lists(const Arguments& arguments, const screen::Snapshot& snapshot, const std::vector<PartyId>& asked,
                       Taking& taking, Structure& structure, Listed& out) {
  out.strangers.insert(asked.begin(), asked.end());
  for (const StructureJoin& join : out.joins) out.strangers.erase(join.party);
  if (arguments.has("--since")) return {};
  screen::Asked known{screen::known_by_joins(snapshot, out.joins), asked};
  for (const PartyId party : asked)
    for (const uint32_t number : snapshot.find_all(structure.name(party))) known.by_number[number] = party;
  const bool all = arguments.has("--all") && !arguments.has("--graph");
  TRY(const std::vector<screen::ListParty> parties,
      screen::add_list_links(snapshot, out.links, known,
                             all ? screen::ListScope::kAll : screen::ListScope::kBehindKnown, structure));
  for (const auto& [number, party] : known.by_number) out.strangers.erase(party);
  for (const graph::Link& link : structure.links()) out.strangers.erase(link.owner), out.strangers.erase(link.owned);
  for (const screen::ListParty& one : parties) taking.take(one.party, one.listed_on, one.rules, true);
  return {};
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
                         OwnGraphs& graphs) {
  Listed out;
  Structure& structure = graphs.structure;
  TRY(const std::vector<std::string> names, listed_names(arguments));
  for (const std::string& name : names) {
    const auto found = find_party(graphs, name);
    if (!found) print_note(fmt::format("the listed party \"{}\" does not stand in the graph", name));
    for (const std::string& rule : rules) out.by_rule[rule].listed.push_back(found ? *found : structure.party(name));
  }
  if (arguments.has("--listed") && !arguments.has("--snapshot")) return out;
  const std::vector<PartyId> asked = add_asked(arguments, graphs);
  TRY(const LocatedSnapshot located, open_snapshot(arguments));
  TRY(Profile profile, builtin_profile("default"));
  screen::ScreenSettings settings;
  settings.profile = std::move(profile);
  settings.profile.top = kMostHits;
  settings.profile.rehash();
  TRY(screen::Screener screener, screen::Screener::build(located.snapshot, std::move(settings)));
  out.screener = std::make_unique<const screen::Screener>(std::move(screener));
  TRY(out.choices, choices_of(arguments, structure, *located.snapshot));
  TRY(out.links, located.snapshot->links());
  TRY(screen::StructureJoins found, screen::join_structure(structure, *out.screener, out.links, out.choices, 0));
  out.joins = std::move(found.joins);
  out.not_screened = found.not_screened.size();
  for (size_t i = 0; i < found.not_screened.size() && i < kMostNotes; ++i)
    print_warning(fmt::format("\"{}\" has no name that can be searched for: whether it is listed was not screened",
                              structure.name(found.not_screened[i])));
  accept_asked(asked, out.joins);
  size_t said = 0;
  for (const StructureJoin& join : out.joins)
    if (said++ < kMostNotes) say(structure, join);
  if (said > kMostNotes) print_note(fmt::format("and {} more joins", said - kMostNotes));
  Taking taking(rules, as_of, out);
  for (const StructureJoin& join : out.joins) taking.take(join.party, join.listed_on, join.rules, join.is_certain());
  CHECK_OK(add_lists(arguments, *located.snapshot, asked, taking, structure, out));
  return out;
}

}  // namespace cordon::cli
