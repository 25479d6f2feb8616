// cordon own: who is behind a company, and what each authority's rule makes of it.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "cli/commands.h"
#include "cli/duty_options.h"
#include "cli/output.h"
#include "cli/own_answer.h"
#include "cli/own_customers.h"
#include "cli/own_graphs.h"
#include "cli/own_listed.h"
#include "cli/remarks.h"
#include "graph/change.h"
#include "graph/picture.h"
#include "graph/structure_csv.h"

namespace cordon::cli {
namespace {

using graph::Cascade;
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
  const std::vector<std::string> all = graph::all_rule_ids();
  const std::string wanted = arguments.value("--rule", "all");
  if (wanted == "all") return all;
  if (std::find(all.begin(), all.end(), wanted) != all.end()) return std::vector{wanted};
  return fail(ErrorCode::kInvalidArgument, fmt::format("--rule: there is no rule \"{}\"", wanted));
}

// Of the measures that are asked only where somebody is listed under them, those under which somebody is.
void leave_out_unlisted(std::vector<std::string>& rules, const Listed& listed) {
  if (rules.size() == 1) return;  // asked by its id
  const std::vector<std::string> always = graph::rule_ids();
  std::erase_if(rules, [&](const std::string& rule) {
    return !listed.by_rule.contains(rule) && std::ranges::find(always, rule) == always.end();
  });
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

// What the user states, and the day for which it is asked, where he names one: no answer hangs on the day on which it
// was made.
Result<duties::Question> question_on(const Arguments& arguments, Day as_of) {
  TRY(const Profile profile, builtin_profile("default"));
  TRY(duties::Question out, question_of(arguments, profile));
  if (!out.event && arguments.has("--as-of")) out.event = duties::Event{as_of};
  return out;
}

// With --since: the earlier structure, judged with what it has in common with that of today.
struct Earlier {
  std::vector<graph::CompanyRows> rows;
  std::optional<Holdings> holdings;
  std::vector<Cascade> cascades;
  std::vector<Judge> judges;
  std::vector<std::optional<std::vector<PartyId>>> touched;

  void judge(const Holdings& now, std::span<const Cascade> today, std::span<const graph::RuleInForce> rules) {
    holdings = Holdings::with(now, rows);
    cascades.reserve(today.size());
    for (size_t i = 0; i < today.size(); ++i) {
      cascades.push_back(Cascade::update(today[i], *holdings));
      touched.push_back(graph::touched_by_change(cascades.back()));
      judges.emplace_back(cascades.back(), rules[i].is_early);
    }
  }
};

// Which parties behind the first `parties` no link names.
std::vector<bool> parties_without_links(const Structure& structure, size_t parties) {
  std::vector<bool> out(structure.parties(), true);
  std::fill_n(out.begin(), parties, false);
  for (const graph::Link& link : structure.links())
    for (const PartyId party : {link.owner, link.owned, link.with})
      if (party != graph::kNobody) out[party] = false;
  return out;
}

Result<void> check_arguments(const Arguments& arguments) {
  if (!arguments.has("--graph") && arguments.has("--listed") && !arguments.has("--snapshot"))
    return fail(ErrorCode::kInvalidArgument,
                "--graph FILE or the lists of -s FILE say who owns whom; both are missing");
  const int ways = arguments.has("--all") + arguments.has("--customers") + !arguments.parameters().empty();
  if (ways == 0) return fail(ErrorCode::kInvalidArgument, "name companies, or give --all or --customers");
  if (ways > 1)
    return fail(ErrorCode::kInvalidArgument, "companies by name, --all and --customers exclude each other; give one");
  if (arguments.has("--customers") && !arguments.has("--graph"))
    return fail(ErrorCode::kInvalidArgument, "--graph FILE says who owns the customers; it is missing");
  if (arguments.has("--since") && !arguments.has("--customers"))
    return fail(ErrorCode::kInvalidArgument, "--since says what changed for --customers; they are missing");
  const std::string format = arguments.value("--format", "text");
  if (arguments.has("--customers") && format != "text" && format != "jsonl")
    return fail(ErrorCode::kInvalidArgument, fmt::format("--customers is answered as text or jsonl, not {}", format));
  return {};
}

}  // namespace

Result<int> run_own(const Arguments& arguments) {
  CHECK_OK(check_arguments(arguments));
  TRY(const Day as_of, day_option(arguments, "--as-of", today()));
  TRY(const Day known_at, day_option(arguments, "--known-at", graph::kForever));
  TRY(std::vector<std::string> rules, rules_of(arguments));
  TRY(const duties::Question question, question_on(arguments, as_of));
  const std::string format = arguments.value("--format", "text");
  const bool as_json = format == "jsonl", as_text = format == "text";

  Reporter reporter;
  TRY(OwnGraphs graphs, read_own_graphs(arguments.all("--graph"), known_at, reporter));
  Structure& structure = graphs.structure;
  Earlier earlier;
  std::optional<EarlierStructure> before;
  if (arguments.has("--since")) {
    TRY(before, read_earlier(arguments, known_at, graphs, reporter));
  }
  print_each(reporter);
  TRY(Listed listed, listed_of(arguments, rules, as_of, graphs, before ? &*before : nullptr));
  leave_out_unlisted(rules, listed);
  const size_t links = structure.links().size();
  std::vector<bool> only_earlier;
  if (before) {
    only_earlier = parties_without_links(structure, graphs.parties);
    earlier.rows = graph::rows_of_earlier(structure, before->structure);
    only_earlier.resize(structure.parties(), true);
  }
  const Holdings holdings = Holdings::build(structure, {as_of, known_at}, listed.days, links);
  std::vector<Cascade> cascades;
  cascades.reserve(rules.size());
  std::vector<Judge> judges;
  std::vector<graph::RuleInForce> in_force;
  for (const std::string& id : rules) {
    const graph::RuleInForce rule = in_force.emplace_back(graph::rule_on(id, as_of));
    const Seeds& seeds = listed.by_rule[id];
    cascades.push_back(Cascade::build(holdings, *rule.rule, seeds.listed, seeds.maybe));
    judges.emplace_back(cascades.back(), rule.is_early);
  }
  if (before) earlier.judge(holdings, cascades, in_force);
  const OwnBasis basis{&structure, &listed, judges, &question, as_of, only_earlier, earlier.judges, earlier.touched};
  const bool is_bad = reporter.count(Severity::kSkipped) > 0 || listed.not_screened > 0;
  if (arguments.has("--customers")) {
    TRY(const int code, own_customers(arguments, basis));
    return is_bad ? kExitError : code;
  }
  size_t unknown = 0;
  const std::vector<Wanted> wanted = wanted_of(arguments, graphs, listed.strangers, unknown);
  Output output = Output::standard();
  bool any_hit = false;
  std::vector<graph::Picture> pictures;
  const auto length = wanted.size() == 1 || !question.facts.empty() ? DutiesLength::kFull : DutiesLength::kSteps;
  for (const Wanted& one : wanted) {
    if (as_text)
      CHECK_OK(output.append(fmt::format("{} as of {}\n",
                                         paint(Colour::kBold, printable(one.entity, output.look()), output.look()),
                                         day_text(as_of))));
    for (const Judge& judge : judges) {
      TRY(const OwnAnswer answer, own_answer(basis, judge, one.entity, one.party));
      any_hit = any_hit || answer.finding.verdict != graph::Verdict::kClear;
      if (as_json) {
        JsonWriter json;
        json.begin_object();
        append_own_answer(json, basis, answer);
        json.end_object();
        CHECK_OK(output.append(std::move(json).take() + "\n"));
      } else if (as_text) {
        CHECK_OK(output.append(own_answer_text(basis, answer, OwnTextLength::kFull, length, output.look())));
      } else {
        pictures.push_back(graph::picture_of(judge, answer.finding, answer.explanation));
      }
    }
    CHECK_OK(check_interrupt());
  }
  if (format == "dot") CHECK_OK(output.append(graph::dot_of(pictures)));
  if (format == "svg") CHECK_OK(output.append(graph::svg_of(pictures)));
  if (format == "html") CHECK_OK(output.append(graph::html_of(pictures)));
  CHECK_OK(output.commit());
  if (unknown > 0 || is_bad) return kExitError;
  return any_hit ? kExitHit : kExitClear;
}

}  // namespace cordon::cli
