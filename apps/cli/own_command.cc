// cordon own: who is behind a company, and what each authority's rule makes of it.
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <set>

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/duties_text.h"
#include "cli/duty_options.h"
#include "cli/locate_snapshot.h"
#include "cli/output.h"
#include "cli/own_graphs.h"
#include "cli/own_text.h"
#include "cli/remarks.h"
#include "graph/answer_json.h"
#include "graph/picture.h"
#include "graph/structure_csv.h"
#include "model/profile.h"
#include "screen/consequences.h"
#include "screen/json.h"
#include "screen/list_links.h"
#include "screen/structure_joins.h"
#include "syntax/csv.h"

namespace cordon::cli {
namespace {

using graph::Cascade;
using graph::Finding;
using graph::Holdings;
using graph::Judge;
using graph::PartyId;
using graph::Structure;

constexpr size_t kMostRemarks = 1000;

Result<Day> day_option(const Arguments& arguments, std::string_view option, Day otherwise) {
  if (!arguments.has(option)) return otherwise;
  const std::string text = arguments.value(option);
  const auto day = graph::parse_day(text);
  if (!day)
    return fail(ErrorCode::kInvalidArgument, fmt::format("{} is a day such as 2024-03-01, not \"{}\"", option, text));
  return *day;
}

Day today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<Day>(now.time_since_epoch().count());
}

Result<std::vector<std::string>> rules_of(const Arguments& arguments) {
  const std::vector<std::string> all = graph::rule_ids();
  const std::string wanted = arguments.value("--rule", "all");
  if (wanted == "all") return all;
  if (std::find(all.begin(), all.end(), wanted) != all.end()) return std::vector{wanted};
  return fail(ErrorCode::kInvalidArgument, fmt::format("--rule: there is no rule \"{}\"", wanted));
}

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

void print_each(const Reporter& reporter) {
  size_t shown = 0;
  for (const Remark& remark : reporter.remarks()) {
    const std::string text = Error{ErrorCode::kBadInput, remark.message, remark.where}.text();
    if (++shown > kMostRemarks) continue;
    if (remark.severity == Severity::kNote)
      print_note(text);
    else
      print_warning(text);
  }
  if (shown > kMostRemarks) print_warning(fmt::format("and {} more", shown - kMostRemarks));
}

// A company to be judged, as the user gave it.
struct Wanted {
  std::string entity;
  PartyId party;
};

// The parties of the graph (without one: of the lists) by name, for --all; or those named, unknown ones reported and
// counted.
std::vector<Wanted> wanted_of(const Arguments& arguments, const OwnGraphs& graphs, const std::set<PartyId>& strangers,
                              size_t& unknown) {
  std::vector<Wanted> out;
  const Structure& structure = graphs.structure;
  if (arguments.has("--all")) {
    const size_t end = arguments.has("--graph") ? graphs.parties : structure.parties();
    for (PartyId party = 0; party < end; ++party) out.push_back({std::string(structure.name(party)), party});
    std::ranges::sort(out, {}, &Wanted::entity);
    return out;
  }
  for (const std::string& name : arguments.parameters()) {
    if (const auto party = find_party(graphs, name); party && !strangers.contains(*party)) {
      out.push_back({name, *party});
    } else {
      print_warning(fmt::format("\"{}\" stands neither in the graph nor among the listed parties: not judged", name));
      ++unknown;
    }
  }
  return out;
}

// What the user states, and the day for which it is asked.
Result<duties::Question> question_on(const Arguments& arguments, Day as_of) {
  TRY(duties::Question out, question_of(arguments));
  if (!out.event) out.event = duties::Event{as_of};
  return out;
}

// The steps alone, where many companies are judged.
std::string steps_text(std::span<const Duty> duties, const Look& look) {
  const std::string line = duties_line(duties);
  return line.empty() ? "" : fmt::format("    {}\n", paint(Colour::kDim, line, look));
}

// Who is listed, for each rule; and since when, where a list says so.
struct Listed {
  std::map<std::string, std::vector<PartyId>> by_rule;
  graph::ListingDays days;
  std::vector<screen::StructureJoin> joins;
  std::set<PartyId> strangers;  // named on the command line, and neither in the graph nor on a list
};

// The companies asked about that do not stand in the graph: they may stand on a list.
std::vector<PartyId> add_asked(const Arguments& arguments, OwnGraphs& graphs) {
  std::vector<PartyId> out;
  for (const std::string& name : arguments.parameters())
    if (!find_party(graphs, name)) out.push_back(graphs.structure.party(name));
  return out;
}

// Adds what the lists of the snapshot say of whoever is behind the parties of the joins and those asked about by id.
// Takes for listed who is: whom a list has for its links only is not.
Result<void> add_lists(const Arguments& arguments, const screen::Snapshot& snapshot, const std::vector<PartyId>& asked,
                       const std::vector<std::string>& rules, Day as_of, Structure& structure, Listed& out) {
  screen::Asked known{screen::known_by_joins(snapshot, out.joins), asked};
  for (const PartyId party : asked)
    for (const uint32_t number : snapshot.find_all(structure.name(party))) known.by_number[number] = party;
  const bool all = arguments.has("--all") && !arguments.has("--graph");
  TRY(const std::vector<screen::ListParty> parties,
      screen::add_list_links(snapshot, known, all ? screen::ListScope::kAll : screen::ListScope::kBehindKnown,
                             graph::rule_ids(), structure));
  out.strangers.insert(asked.begin(), asked.end());
  for (const auto& [number, party] : known.by_number) out.strangers.erase(party);
  for (const screen::StructureJoin& join : out.joins) out.strangers.erase(join.party);
  for (const graph::Link& link : structure.links()) out.strangers.erase(link.owner), out.strangers.erase(link.owned);
  std::set<std::string> unlisted;
  std::set<std::pair<std::string, PartyId>> taken;
  const auto take = [&](PartyId party, const std::optional<Day>& listed_on, const std::set<std::string>& under) {
    if (listed_on && *listed_on > as_of) return;  // not yet listed on the day asked about
    if (listed_on) out.days.try_emplace(party, *listed_on);
    for (const std::string& rule : rules)
      if (under.contains(rule) && taken.emplace(rule, party).second) out.by_rule[rule].push_back(party);
  };
  for (const screen::ListParty& one : parties)
    if (!one.is_listed) unlisted.insert(one.entity_id);
  for (const screen::StructureJoin& join : out.joins)
    if (!unlisted.contains(join.hit.entity_id)) take(join.party, join.listed_on, join.rules);
  for (const screen::ListParty& one : parties)
    if (one.is_listed) take(one.party, one.listed_on, one.rules);
  return {};
}

// --listed, and with -s (or where nobody is said to be listed) the parties whose names are hits on the snapshot.
Result<Listed> listed_of(const Arguments& arguments, const std::vector<std::string>& rules, Day as_of,
                         OwnGraphs& graphs) {
  Listed out;
  Structure& structure = graphs.structure;
  TRY(const std::vector<std::string> names, listed_names(arguments));
  for (const std::string& name : names) {
    const auto found = find_party(graphs, name);
    if (!found) print_note(fmt::format("the listed party \"{}\" does not stand in the graph", name));
    for (const std::string& rule : rules) out.by_rule[rule].push_back(found ? *found : structure.party(name));
  }
  if (arguments.has("--listed") && !arguments.has("--snapshot")) return out;
  const std::vector<PartyId> asked = add_asked(arguments, graphs);
  std::set<PartyId> revoked;
  for (const std::string& name : arguments.all("--no-join"))
    if (const auto party = structure.find(name))
      revoked.insert(*party);
    else
      print_note(fmt::format("--no-join: \"{}\" does not stand in the graph", name));
  TRY(const LocatedSnapshot located, open_snapshot(arguments));
  TRY(const Profile profile, builtin_profile("default"));
  screen::ScreenSettings settings;
  settings.profile = profile;
  TRY(const screen::Screener screener, screen::Screener::build(located.snapshot, std::move(settings)));
  TRY(out.joins, screen::join_structure(structure, screener, revoked, graph::rule_ids()));
  for (const screen::StructureJoin& join : out.joins) {
    print_note(fmt::format("\"{}\" is taken for {} ({}), score {}.{:04}; --no-join revokes that",
                           structure.name(join.party), join.hit.entity_id, join.hit.caption,
                           join.hit.score / kPointsOne, join.hit.score % kPointsOne));
  }
  CHECK_OK(add_lists(arguments, *located.snapshot, asked, rules, as_of, structure, out));
  return out;
}

// The joins on the company and on whoever is on its paths.
void append_joins(JsonWriter& json, const Listed& listed, const graph::Explanation& explanation,
                  const Structure& structure, PartyId company) {
  std::set<PartyId> shown = {company};
  for (const auto& path : explanation.paths)
    for (const uint32_t link : path)
      shown.insert(structure.links()[link].owner), shown.insert(structure.links()[link].with);
  json.begin_array("joins");
  for (const screen::StructureJoin& join : listed.joins) {
    if (!shown.contains(join.party)) continue;
    json.begin_object();
    json.text("party", structure.name(join.party));
    json.text("entity_id", join.hit.entity_id);
    json.text("caption", join.hit.caption);
    json.text("list", join.hit.list);
    json.decimal("score", join.hit.score, 4);
    json.boolean("decided", join.hit.decided);
    if (join.listed_on) json.text("listed_on", day_text(*join.listed_on));
    json.end_object();
  }
  json.end_array();
}

Result<void> check_arguments(const Arguments& arguments) {
  if (!arguments.has("--graph") && arguments.has("--listed") && !arguments.has("--snapshot"))
    return fail(ErrorCode::kInvalidArgument,
                "--graph FILE or the lists of -s FILE say who owns whom; both are missing");
  if (arguments.has("--all") == !arguments.parameters().empty())
    return fail(ErrorCode::kInvalidArgument, "name companies, or give --all");
  return {};
}

}  // namespace

Result<int> run_own(const Arguments& arguments) {
  CHECK_OK(check_arguments(arguments));
  TRY(const Day as_of, day_option(arguments, "--as-of", today()));
  TRY(const Day known_at, day_option(arguments, "--known-at", graph::kForever));
  TRY(const std::vector<std::string> rules, rules_of(arguments));
  TRY(const duties::Question question, question_on(arguments, as_of));
  const std::string format = arguments.value("--format", "text");
  const bool as_json = format == "jsonl", as_text = format == "text";

  Reporter reporter;
  TRY(OwnGraphs graphs, read_own_graphs(arguments, known_at, reporter));
  const Structure& structure = graphs.structure;
  print_each(reporter);
  TRY(Listed listed, listed_of(arguments, rules, as_of, graphs));
  size_t unknown = 0;
  const std::vector<Wanted> wanted = wanted_of(arguments, graphs, listed.strangers, unknown);

  const Holdings holdings = Holdings::build(structure, {as_of, known_at}, listed.days);
  std::vector<Cascade> cascades;
  cascades.reserve(rules.size());
  std::vector<Judge> judges;
  for (const std::string& id : rules) {
    const graph::RuleInForce rule = graph::rule_on(id, as_of);
    cascades.push_back(Cascade::build(holdings, *rule.rule, listed.by_rule[id]));
    judges.emplace_back(cascades.back(), rule.is_early);
  }
  Output output = Output::standard();
  bool any_hit = false;
  std::vector<graph::Picture> pictures;
  for (const Wanted& one : wanted) {
    if (as_text)
      CHECK_OK(output.append(fmt::format("{} as of {}\n",
                                         paint(Colour::kBold, printable(one.entity, output.look()), output.look()),
                                         day_text(as_of))));
    for (const Judge& judge : judges) {
      const Finding finding = judge.find(one.party);
      any_hit = any_hit || finding.verdict != graph::Verdict::kClear;
      const graph::Explanation explanation = graph::explain(judge, finding);
      TRY(const std::vector<Duty> duties, screen::duties_of_verdict(one.entity, judge.cascade().rule().id,
                                                                    graph::verdict_name(finding.verdict), question));
      if (as_json) {
        JsonWriter json;
        json.begin_object();
        graph::append_answer(json, one.entity, judge, finding, explanation);
        screen::append_duties(json, duties);
        if (!listed.joins.empty()) append_joins(json, listed, explanation, structure, one.party);
        json.end_object();
        CHECK_OK(output.append(std::move(json).take() + "\n"));
      } else if (as_text) {
        CHECK_OK(output.append(own_text(judge, finding, explanation, output.look())));
        CHECK_OK(output.append(wanted.size() == 1 || !question.facts.empty() ? duties_text(duties, output.look())
                                                                             : steps_text(duties, output.look())));
      } else {
        pictures.push_back(graph::picture_of(judge, finding, explanation));
      }
    }
    CHECK_OK(check_interrupt());
  }
  if (format == "dot") CHECK_OK(output.append(graph::dot_of(pictures)));
  if (format == "svg") CHECK_OK(output.append(graph::svg_of(pictures)));
  if (format == "html") CHECK_OK(output.append(graph::html_of(pictures)));
  CHECK_OK(output.commit());
  if (unknown > 0 || reporter.count(Severity::kSkipped) > 0) return kExitError;
  return any_hit ? kExitHit : kExitClear;
}

}  // namespace cordon::cli
