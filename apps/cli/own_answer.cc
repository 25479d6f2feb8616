#include "cli/own_answer.h"

#include <fmt/format.h>

#include <set>

#include "cli/duties_text.h"
#include "cli/own_text.h"
#include "cli/reason.h"
#include "graph/answer_json.h"
#include "screen/consequences.h"
#include "screen/json.h"

namespace cordon::cli {
namespace {

using graph::PartyId;
using screen::StructureJoin;

// The joins on the company and on whoever is on its paths.
void append_joins(JsonWriter& json, const OwnBasis& basis, const OwnAnswer& answer) {
  std::set<PartyId> shown = {answer.finding.company};
  for (const auto& path : answer.explanation.paths)
    for (const uint32_t index : path) {
      const graph::Link& link = basis.structure->links()[index];
      shown.insert(link.owner), shown.insert(link.with);
    }
  json.begin_array("joins");
  for (const PartyId party : shown)
    for (const StructureJoin& join : basis.listed->joins_of(party))
      append_join(json, basis.structure->name(party), join);
  json.end_array();
}

// Does the answer need to know since when somebody is listed of whom no list says it: on a day before that list, or
// because his stake ended, maybe around the day? (Not asked of what is compared with an earlier structure.)
bool rests_on_undated_listing(const OwnBasis& basis, const OwnAnswer& answer) {
  if (!basis.before.empty()) return false;
  const auto& undated = basis.listed->undated;
  const auto is_early = [&](PartyId party) {
    const auto found = undated.find(party);
    return found != undated.end() && basis.as_of < found->second;
  };
  if (is_early(answer.finding.company)) return true;
  for (const auto& path : answer.explanation.paths) {
    const graph::Link& first = basis.structure->links()[path.front()];
    if (is_early(first.owner) || is_early(first.with)) return true;
  }
  return std::ranges::any_of(answer.explanation.sales,
                             [&](const graph::Sale& sale) { return undated.contains(sale.seller); });
}

// The listed and possibly listed parties on whom the answer rests: the company itself, or whoever is behind it on the
// paths and in the sums, or gave up what it has.
std::set<PartyId> listed_behind(const OwnBasis& basis, const OwnAnswer& answer) {
  const graph::Cascade& cascade = answer.judge->cascade();
  std::set<PartyId> out;
  const auto add = [&](PartyId party) {
    if (party < basis.structure->parties() && (cascade.is_listed(party) || cascade.is_maybe_listed(party)))
      out.insert(party);
  };
  for (const auto& path : answer.explanation.paths)
    for (const uint32_t index : path) {
      const graph::Link& link = basis.structure->links()[index];
      add(link.owner), add(link.with);
    }
  for (const graph::ProofStep& step : answer.explanation.steps)
    for (const graph::Stake& stake : step.counted) add(stake.owner), add(stake.with);
  for (const graph::Transfer& transfer : answer.explanation.transfers) add(transfer.seller);
  for (const graph::Succession& succession : answer.explanation.successions) add(succession.before);
  out.erase(answer.finding.company);
  return out;
}

std::vector<screen::Ground> grounds_of(const OwnBasis& basis, const OwnAnswer& answer) {
  const std::string& rule = answer.judge->cascade().rule().id;
  const PartyId company = answer.finding.company;
  const bool is_listed = answer.finding.verdict == graph::Verdict::kListed;
  std::vector<screen::Ground> out =
      basis.listed->grounds_of(company, answer.record_joins, rule, basis.as_of, is_listed);
  for (screen::Ground& ground : out) ground.is_company = true;
  // Who is listed is so whoever owns it, and whoever is so by its record alone.
  if (is_listed || company == graph::kNobody || answer.by_record) return out;
  for (const PartyId party : listed_behind(basis, answer)) {
    std::vector<screen::Ground> behind =
        basis.listed->grounds_of(party, {}, rule, basis.as_of, answer.judge->cascade().is_listed(party));
    if (behind.empty()) {
      const std::string name(basis.structure->name(party));
      behind.push_back({name, {name}, "", {}, {}});
    }
    std::ranges::move(behind, std::back_inserter(out));
  }
  return out;
}

}  // namespace

bool says_the_same(const graph::Finding& a, const graph::Finding& b) {
  return a.verdict == b.verdict && a.flags == b.flags && a.share_min == b.share_min && a.share_max == b.share_max &&
         a.share_kind == b.share_kind && a.by_kind == b.by_kind;
}

Result<void> add_duties(const OwnBasis& basis, OwnAnswer& answer) {
  const std::string& rule = answer.judge->cascade().rule().id;
  TRY(answer.duties, screen::duties_of_verdict(answer.entity, rule, graph::verdict_name(answer.finding.verdict),
                                               *basis.question, grounds_of(basis, answer)));
  return {};
}

Result<OwnAnswer> own_answer(const OwnBasis& basis, const graph::Judge& judge, std::string entity, PartyId party) {
  OwnAnswer out;
  out.entity = std::move(entity);
  out.judge = &judge;
  out.finding = judge.find(party);
  out.explanation = graph::explain(judge, out.finding);
  if (rests_on_undated_listing(basis, out)) out.finding.raise(graph::Flag::kListingUndated);
  CHECK_OK(add_duties(basis, out));
  return out;
}

void append_own_answer(JsonWriter& json, const OwnBasis& basis, const OwnAnswer& answer) {
  graph::append_answer(json, answer.entity, *answer.judge, answer.finding, answer.explanation);
  screen::append_duties(json, answer.duties);
  if (answer.finding.company != graph::kNobody && !basis.listed->joins.empty()) append_joins(json, basis, answer);
  if (answer.by_record) json.boolean("by_record", true);
  if (answer.by_record || answer.finding.company == graph::kNobody) {
    json.begin_array("record_joins");
    for (const StructureJoin& join : answer.record_joins) append_join(json, answer.entity, join);
    json.end_array();
  }
  if (answer.before) {
    json.begin_object("before");
    json.text("verdict", graph::verdict_name(answer.before->verdict));
    json.text("share_min", answer.before->share_min.value.text());
    json.text("share_max", answer.before->share_max.value.text());
    json.texts("flags", answer.judge->flag_names(*answer.before));
    json.end_object();
  }
}

std::string own_answer_text(const OwnBasis& basis, const OwnAnswer& answer, OwnTextLength length, DutiesLength duties,
                            const Look& look) {
  const auto join_text = [&](PartyId party) {
    return basis.listed->join_text(party, answer.judge->cascade().rule().id, basis.as_of);
  };
  std::string out = length == OwnTextLength::kFull
                        ? own_text(*answer.judge, answer.finding, answer.explanation, join_text, look)
                        : own_brief_text(*answer.judge, answer.finding, answer.explanation, join_text, look);
  if (answer.before) {
    const auto share = [](const graph::Finding& f) {
      return f.share_min == f.share_max
                 ? graph::percent_text(f.share_min.value)
                 : fmt::format("{} to {}", graph::low_text(f.share_min), graph::high_text(f.share_max));
    };
    out += fmt::format("    before: {}  {} held by caught parties\n", graph::verdict_name(answer.before->verdict),
                       share(*answer.before));
  }
  if (answer.by_record || answer.finding.company == graph::kNobody)
    for (const StructureJoin& join : answer.record_joins)
      if (join.counts(answer.judge->cascade().rule().id, basis.as_of))
        out += fmt::format("    by its own record: {} {} ({}), score {}\n", join.is_certain() ? "is" : "perhaps",
                           printable(join.hit.entity_id, look), printable(join.hit.caption, look),
                           exact_score_text(join.hit.score));
  if (duties == DutiesLength::kFull) return out + duties_text(answer.duties, look);
  const std::string steps = duties_line(answer.duties);
  return steps.empty() ? out : out + fmt::format("    {}\n", paint(Colour::kDim, steps, look));
}

}  // namespace cordon::cli
