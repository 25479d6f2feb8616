#include "cli/own_listed.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>
#include <tuple>

#include "base/utf8.h"
#include "cli/locate_snapshot.h"
#include "cli/reason.h"
#include "cli/remarks.h"
#include "graph/rules.h"
#include "model/profile.h"
#include "screen/list_links.h"
#include "screen/listing.h"
#include "snapshot/format.h"
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
  if (arguments.has("--listed") && out.empty())
    return fail(ErrorCode::kInvalidArgument, "--listed names nobody: who is taken for listed?");
  return out;
}

// NAME=ENTITY_ID; both may hold a '=', the last one parts them.
std::optional<std::pair<std::string, std::string>> name_and_id(const std::string& value) {
  const size_t at = value.rfind('=');
  if (at == std::string::npos) return {};
  return std::pair(std::string(trim(value.substr(0, at))), std::string(trim(value.substr(at + 1))));
}

// What --join and --no-join say: of parties of the graph, and, where a name does not stand there, of parties that the
// lists link, by their captions and ids.
struct Choices {
  screen::JoinChoices joins;
  screen::EntryChoices entries;
  std::vector<std::pair<std::string, std::string>> confirmed_entries;  // as given: name, id
};

Result<Choices> choices_of(const Arguments& arguments, const Structure& structure, const screen::Snapshot& snapshot) {
  Choices both;
  screen::JoinChoices& out = both.joins;
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
    if (!parts) {
      both.entries.revoked.emplace(value, "");
      continue;
    }
    TRY(const std::vector<std::string> ids, entity_ids(parts->second));
    for (const std::string& id : ids) {
      if (party)
        out.revoked.emplace(*party, id);
      else
        both.entries.revoked.emplace(parts->first, id);
    }
  }
  for (const std::string& value : arguments.all("--join")) {
    const auto parts = name_and_id(value);
    if (!parts)
      return fail(
          ErrorCode::kInvalidArgument,
          fmt::format("--join is NAME=ENTITY_ID, a party of the graph and one of the snapshot, not \"{}\"", value));
    const auto party = structure.find(parts->first);
    if (!party) {
      TRY(const std::vector<std::string> ids, entity_ids(parts->second));
      for (const std::string& id : ids) both.entries.confirmed.emplace(parts->first, id);
      both.confirmed_entries.push_back(*parts);
      continue;
    }
    TRY(const std::vector<uint32_t> numbers, find_entities(snapshot, parts->second));
    for (const uint32_t number : numbers) {
      TRY(const Entity entity, snapshot.entity(number));
      if (out.is_revoked(*party, entity.id))
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("--join and --no-join contradict each other: \"{}\" and {}", parts->first, entity.id));
      out.confirmed.emplace(*party, number);
    }
  }
  return both;
}

std::string entity_text(const StructureJoin& join) {
  return fmt::format("{} ({}), score {}", join.hit.entity_id, join.hit.caption, exact_score_text(join.hit.score));
}

void say(const Structure& structure, const StructureJoin& join) {
  const std::string_view name = structure.name(join.party);
  if (join.is_confirmed)
    print_note(fmt::format("\"{}\" is {}, as --join says", name, entity_text(join)));
  else if (join.is_same_entry)
    print_note(fmt::format("\"{}\" is also {}, by number or by name and birth date; --no-join revokes that", name,
                           entity_text(join)));
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
  // `what_if`: who is listed since the user says so; such a party has no day of listing.
  Taking(const std::vector<std::string>& rules, Day as_of, const std::vector<ListInfo>& lists,
         const std::set<PartyId>& what_if, Listed& out)
      : rules_(rules), as_of_(as_of), what_if_(what_if), out_(out) {
    for (const ListInfo& list : lists) published_[list.list] = list.published ? list.published->low : graph::kAlways;
  }

  // Under those of the rules that `under` names, and not before its day.
  void take(PartyId party, const std::string& list, const std::optional<Day>& listed_on,
            const std::set<std::string>& under, bool is_certain) {
    if (listed_on && *listed_on > as_of_) return;
    if (!under.empty() && !what_if_.contains(party)) note_day(party, list, listed_on, is_certain);
    for (const std::string& rule : rules_) {
      if (!under.contains(rule) || !taken_.emplace(rule, party, is_certain).second) continue;
      (is_certain ? out_.by_rule[rule].listed : out_.by_rule[rule].maybe).push_back(party);
    }
  }

 private:
  // The first day that a list says; what is certain before what is not.
  void note_day(PartyId party, const std::string& list, const std::optional<Day>& listed_on, bool is_certain) {
    if (!is_certain && certain_.contains(party)) return;
    if (is_certain && certain_.insert(party).second) out_.days.erase(party), out_.undated.erase(party);
    if (!listed_on) {
      if (!out_.days.contains(party)) out_.undated.try_emplace(party, published_[list]);
      return;
    }
    out_.undated.erase(party);
    const auto [day, is_new] = out_.days.try_emplace(party, *listed_on);
    if (!is_new) day->second = std::min(day->second, *listed_on);
  }

  const std::vector<std::string>& rules_;
  Day as_of_;
  std::set<PartyId> certain_;
  const std::set<PartyId>& what_if_;
  std::map<std::string, Day> published_;
  Listed& out_;
  std::set<std::tuple<std::string, PartyId, bool>> taken_;
};

// Adds to the earlier structure what its lists stated of the same parties. A party that they alone linked is one of
// today's structure too: it may be listed.
Result<void> add_earlier_lists(const screen::Snapshot& snapshot, std::span<const screen::ListParty> today,
                               screen::ListNames names, Taking& taking, Structure& structure, const Listed& out,
                               EarlierStructure& earlier) {
  const screen::Snapshot& was = earlier.snapshot ? *earlier.snapshot : snapshot;
  TRY(const graph::StoredLinks links, was.links());
  screen::Asked then;
  for (const screen::ListParty& one : today)
    if (const auto before = screen::find_on(was, one.list, one.id))
      then.by_number.emplace(*before, earlier.structure.party(structure.name(one.party)));
  screen::ListNames same(std::move(names), &structure);
  TRY(const screen::ListLinks added,
      screen::add_list_links(was, links, then, screen::ListScope::kBehindKnown, earlier.structure, same));
  for (const screen::ListParty& one : added.parties) {
    const PartyId party = structure.party(earlier.structure.name(one.party));
    const auto number = screen::find_on(snapshot, one.list, one.id);
    if (!number) continue;
    TRY(const Entity entity, snapshot.entity(*number));
    taking.take(party, one.list, screen::listed_on(entity), screen::rules_of_party(entity, out.links, snapshot.lists()),
                true);
  }
  return {};
}

// Adds joins that were found behind those that are there; one that is there already becomes what is more certain.
void add_joins(std::vector<StructureJoin> found, std::vector<StructureJoin>& joins) {
  std::vector<StructureJoin> fresh;
  for (StructureJoin& join : found) {
    const auto same = std::ranges::find_if(joins, [&](const StructureJoin& other) {
      return other.party == join.party && other.hit.entity_id == join.hit.entity_id && other.hit.list == join.hit.list;
    });
    if (same == joins.end())
      fresh.push_back(std::move(join));
    else
      same->is_same_entry = same->is_same_entry || join.is_same_entry;
  }
  std::ranges::move(fresh, std::back_inserter(joins));
  std::ranges::stable_sort(joins, {}, &StructureJoin::party);
}

// Whom lists name without having them is screened by that name, like a party of the graph.
Result<void> join_mentioned(const std::vector<PartyId>& mentioned, const Structure& structure, const Choices& choices,
                            Listed& out) {
  TRY(screen::StructureJoins found,
      screen::join_parties(structure, mentioned, *out.screener, out.links, out.choices, 0));
  const auto is_in = [&](const screen::EntryChoices::Pairs& pairs, const StructureJoin& join, const std::string& id) {
    return pairs.contains({std::string(structure.name(join.party)), id});
  };
  for (StructureJoin& join : found.joins)
    join.is_confirmed = join.is_confirmed || is_in(choices.entries.confirmed, join, join.hit.entity_id);
  std::erase_if(found.joins, [&](const StructureJoin& join) {
    return is_in(choices.entries.revoked, join, join.hit.entity_id) || is_in(choices.entries.revoked, join, "");
  });
  add_joins(std::move(found.joins), out.joins);
  return {};
}

// --join of a party that only the lists link must have met one, and --no-join is told where it did not.
Result<void> check_choices(const Choices& choices, const Structure& structure,
                           std::span<const screen::ListParty> parties, const Listed& out) {
  for (const auto& [name, id] : choices.confirmed_entries)
    if (std::ranges::none_of(out.joins, [&](const StructureJoin& join) {
          return join.is_confirmed && choices.entries.confirmed.contains({name, join.hit.entity_id});
        }))
      return fail(ErrorCode::kInvalidArgument,
                  fmt::format("--join: \"{}\" stands neither in the graph nor among the parties behind it that are a "
                              "hit for {}",
                              name, id));
  for (const auto& [name, id] : choices.entries.revoked)
    if (!structure.find(name) && std::ranges::find(parties, name, &screen::ListParty::id) == parties.end())
      print_note(fmt::format("--no-join: \"{}\" does not stand in the graph", name));
  return {};
}

// Adds what the lists of the snapshot say of whoever is behind the parties that are certainly theirs, and behind those
// asked about by id.
Result<void> add_lists(const Arguments& arguments, const screen::Snapshot& snapshot, const std::vector<PartyId>& asked,
                       const Choices& choices, Taking& taking, Structure& structure, Listed& out,
                       EarlierStructure* earlier) {
  out.strangers.insert(asked.begin(), asked.end());
  for (const StructureJoin& join : out.joins) out.strangers.erase(join.party);
  screen::Asked known{screen::known_by_joins(snapshot, out.joins), asked};
  for (const PartyId party : asked)
    for (const uint32_t number : snapshot.find_all(structure.name(party))) known.by_number[number] = party;
  const bool all = arguments.has("--all") && !arguments.has("--graph");
  screen::ListNames names;
  const auto match = [&](std::span<const uint32_t> numbers) -> Result<std::vector<screen::EntryMatch>> {
    TRY(std::vector<screen::EntryMatch> found, screen::match_entries(numbers, *out.screener, choices.entries, 0));
    std::erase_if(found, [&](const screen::EntryMatch& one) {
      const auto party = known.by_number.find(one.number);
      return party != known.by_number.end() && out.choices.is_revoked(party->second, one.hit.entity_id);
    });
    return found;
  };
  TRY(screen::ListLinks added,
      screen::add_list_links(snapshot, out.links, known,
                             all ? screen::ListScope::kAll : screen::ListScope::kBehindKnown, structure, names, match));
  for (const auto& [number, party] : known.by_number) out.strangers.erase(party);
  for (const graph::Link& link : structure.links()) out.strangers.erase(link.owner), out.strangers.erase(link.owned);
  for (const screen::ListParty& one : added.parties) taking.take(one.party, one.list, one.listed_on, one.rules, true);
  out.list_parties = added.parties;
  std::ranges::stable_sort(out.list_parties, {}, &screen::ListParty::party);
  add_joins(std::move(added.joins), out.joins);
  CHECK_OK(join_mentioned(added.mentioned, structure, choices, out));
  CHECK_OK(check_choices(choices, structure, added.parties, out));
  if (earlier == nullptr) return {};
  return add_earlier_lists(snapshot, added.parties, std::move(names), taking, structure, out, *earlier);
}

}  // namespace

std::span<const StructureJoin> Listed::joins_of(PartyId party) const {
  const auto range = std::ranges::equal_range(joins, party, {}, &StructureJoin::party);
  return {range.begin(), range.end()};
}

std::vector<screen::Ground> Listed::grounds_of(PartyId party, std::span<const StructureJoin> own,
                                               const std::string& rule, Day as_of, bool is_certain) const {
  std::vector<screen::Ground> certain, possible;
  const auto add = [](std::vector<screen::Ground>& out, screen::Ground ground) {
    const auto is_it = [&](const screen::Ground& other) {
      return other.party == ground.party && other.list == ground.list;
    };
    if (std::ranges::none_of(out, is_it)) out.push_back(std::move(ground));
  };
  if (party != graph::kNobody)
    for (const screen::ListParty& one : std::ranges::equal_range(list_parties, party, {}, &screen::ListParty::party))
      if (one.rules.contains(rule) && (!one.listed_on || *one.listed_on <= as_of))
        add(certain, {one.id, {one.caption, one.id}, one.list, one.programs, one.measures});
  for (const auto& of_party : {own, party != graph::kNobody ? joins_of(party) : std::span<const StructureJoin>()})
    for (const StructureJoin& join : of_party)
      if (join.counts(rule, as_of))
        add(join.is_certain() ? certain : possible, {join.hit.entity_id,
                                                     {join.hit.caption, join.hit.entity_name, join.hit.entity_id},
                                                     join.hit.list,
                                                     join.hit.programs,
                                                     join.hit.measures});
  return certain.empty() && !is_certain ? possible : certain;
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
  if (join.is_same_entry) json.boolean("same_entry", true);
  if (join.listed_on) json.text("listed_on", day_text(*join.listed_on));
  json.end_object();
}

Result<EarlierStructure> read_earlier(const Arguments& arguments, Day known_at, OwnGraphs& graphs, Reporter& reporter) {
  EarlierStructure out;
  std::vector<std::string> files;
  for (const std::string& path : arguments.all("--since")) {
    // What is no file that can be read twice is no snapshot.
    std::error_code error;
    bool is_snapshot = false;
    if (std::filesystem::is_regular_file(path, error)) {
      std::ifstream file(path, std::ios::binary);
      std::string head(snapshot::kMagic.size(), '\0');
      file.read(head.data(), static_cast<std::streamsize>(head.size()));
      is_snapshot = file && head == snapshot::kMagic;
    }
    if (!is_snapshot) {
      files.push_back(path);
      continue;
    }
    if (out.snapshot) return fail(ErrorCode::kInvalidArgument, "--since: one earlier snapshot, not two", {path});
    TRY(out.snapshot, screen::Snapshot::open(path));
  }
  if (files.empty()) {
    out.structure = graphs.structure;
  } else {
    TRY(OwnGraphs before, read_own_graphs(files, known_at, reporter));
    out.structure = std::move(before.structure);
  }
  for (PartyId party = 0; party < out.structure.parties(); ++party) graphs.structure.party(out.structure.name(party));
  return out;
}

Result<Listed> listed_of(const Arguments& arguments, const std::vector<std::string>& rules, Day as_of,
                         OwnGraphs& graphs, EarlierStructure* earlier) {
  Listed out;
  Structure& structure = graphs.structure;
  TRY(const std::vector<std::string> names, listed_names(arguments));
  // A what-if means that a party is blocked, unless it asks about another measure.
  const std::vector<std::string> under = rules.size() == 1 ? rules : graph::rule_ids();
  std::set<PartyId> what_if;
  for (const std::string& name : names) {
    const auto found = find_party(graphs, name);
    if (!found) print_note(fmt::format("the listed party \"{}\" does not stand in the graph", name));
    const PartyId party = found ? *found : structure.party(name);
    what_if.insert(party);
    for (const std::string& rule : under) out.by_rule[rule].listed.push_back(party);
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
  TRY(const Choices choices, choices_of(arguments, structure, *located.snapshot));
  out.choices = choices.joins;
  TRY(out.links, located.snapshot->links());
  TRY(screen::StructureJoins found, screen::join_structure(structure, *out.screener, out.links, out.choices, 0));
  out.joins = std::move(found.joins);
  out.not_screened = found.not_screened.size();
  for (size_t i = 0; i < found.not_screened.size() && i < kMostNotes; ++i)
    print_warning(fmt::format("\"{}\" has no name that can be searched for: whether it is listed was not screened",
                              structure.name(found.not_screened[i])));
  accept_asked(asked, out.joins);
  Taking taking(rules, as_of, located.snapshot->lists(), what_if, out);
  CHECK_OK(add_lists(arguments, *located.snapshot, asked, choices, taking, structure, out, earlier));
  size_t said = 0;
  for (const StructureJoin& join : out.joins)
    if (said++ < kMostNotes) say(structure, join);
  if (said > kMostNotes) print_note(fmt::format("and {} more joins", said - kMostNotes));
  for (const StructureJoin& join : out.joins)
    taking.take(join.party, join.hit.list, join.listed_on, join.rules, join.is_certain());
  return out;
}

}  // namespace cordon::cli
