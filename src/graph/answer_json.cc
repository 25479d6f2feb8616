#include "graph/answer_json.h"

#include <fmt/format.h>

namespace cordon::graph {
namespace {

std::string kind_text(const Structure& structure, const Link& link) {
  std::string out(kind_name(link.kind));
  if (link.criterion != 0) out += ":" + structure.text(link.criterion);
  return out;
}

// "1/2", or for a range the form of the CSV with fractions: ">1/4-1/2".
std::string fraction_text(const Share& share) {
  if (share.is_exact()) return share.low.value.text();
  if (share == unknown_share()) return "unknown";
  const auto part = [](const Rational& value) {
    const std::string text = value.text();
    return text.find('/') == text.npos ? text + "/1" : text;
  };
  return fmt::format("{}{}-{}{}", share.low.open ? ">" : "", part(share.low.value), share.high.open ? "<" : "",
                     part(share.high.value));
}

void append_bound(JsonWriter& json, std::string_view name, const Bound& bound) { json.text(name, bound.value.text()); }

// Where caught parties have something of another kind than that of share_min and share_max: how much of each.
void append_kinds(JsonWriter& json, const Finding& finding) {
  const std::vector<LinkKind> kinds = finding.kinds_held();
  if (kinds.empty()) return;
  const std::optional<LinkKind> conservative = finding.conservative_kind();
  json.begin_array("by_kind");
  for (const LinkKind kind : kinds) {
    const Reach& reach = finding.by_kind[static_cast<size_t>(kind)];
    json.begin_object();
    json.text("kind", kind_name(kind));
    append_bound(json, "share_min", reach.low);
    append_bound(json, "share_max", reach.high);
    if (kind == conservative) json.boolean("conservative", true);
    json.end_object();
  }
  json.end_array();
}

void append_steps(JsonWriter& json, const Judge& judge, const Explanation& explanation) {
  const Structure& structure = judge.cascade().holdings().structure();
  json.begin_array("proof");
  for (const ProofStep& step : explanation.steps) {
    json.begin_object();
    json.text("entity", structure.name(step.company));
    json.text("kind", kind_name(step.kind));
    append_bound(json, "share_min", step.low);
    append_bound(json, "share_max", step.high);
    if (step.by_complete) json.boolean("by_complete", true);
    if (step.by_open_fact) json.boolean("by_open_fact", true);
    json.begin_array("counted");
    for (const Stake& stake : step.counted) {
      json.begin_object();
      append_link(json, structure, stake.link);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

void append_paths(JsonWriter& json, const Structure& structure, const Explanation& explanation) {
  json.begin_array("paths");
  for (const std::vector<uint32_t>& path : explanation.paths) {
    json.begin_array();
    for (const uint32_t link : path) {
      json.begin_object();
      append_link(json, structure, link);
      json.end_object();
    }
    json.end_array();
  }
  json.end_array();
  if (explanation.more_paths) json.boolean("more_paths", true);
  json.begin_array("not_counted");
  for (const NotCounted& row : explanation.not_counted) {
    json.begin_object();
    append_link(json, structure, row.link);
    json.text("reason", row.reason);
    json.end_object();
  }
  json.end_array();
}

void append_facts(JsonWriter& json, const Structure& structure, const Explanation& explanation) {
  if (!explanation.open_facts.empty()) {
    json.begin_array("decided_by");
    for (const OpenFact& fact : explanation.open_facts) {
      json.begin_object();
      if (fact.maybe_listed != kNobody) {
        json.text("party", structure.name(fact.maybe_listed));
        json.text("needs", "it is decided whether it is the listed party");
        json.end_object();
        continue;
      }
      append_link(json, structure, fact.link);
      if (fact.at_least)
        json.text(fact.at_least->open ? "needs_more_than" : "needs_at_least", fact.at_least->value.text());
      else
        json.text("needs", "the owner is caught");
      json.end_object();
    }
    json.end_array();
  }
  if (!explanation.transfers.empty()) {
    json.begin_array("transfers");
    for (const Transfer& t : explanation.transfers) {
      json.begin_object();
      json.text("seller", structure.name(t.seller));
      if (t.buyer != kNobody) json.text("buyer", structure.name(t.buyer));
      json.text("day", day_text(t.day));
      json.text("tie", t.near_listing  ? "within 30 days of the listing of the seller"
                       : t.by_relative ? "relative or associate"
                                       : "former manager");
      json.end_object();
    }
    json.end_array();
  }
  if (!explanation.successions.empty()) {
    json.begin_array("successions");
    for (const Succession& s : explanation.successions) {
      json.begin_object();
      json.text("of", structure.name(s.before));
      json.text("kind", kind_name(s.kind));
      const Link& link = structure.links()[s.has];
      json.text("value", s.kind == LinkKind::kDirector ? structure.name(link.owner) : structure.text(link.criterion));
      json.text("day", day_text(s.day));
      if (link.row != 0) json.integer("row", link.row);
      json.end_object();
    }
    json.end_array();
  }
  if (explanation.if_exercised) {
    json.begin_object("if_exercised");
    append_bound(json, "share_min", explanation.if_exercised->low);
    append_bound(json, "share_max", explanation.if_exercised->high);
    json.end_object();
  }
}

}  // namespace

void append_link(JsonWriter& json, const Structure& structure, uint32_t index) {
  const Link& link = structure.links()[index];
  if (link.owner != kNobody) json.text("owner", structure.name(link.owner));
  json.text("owned", structure.name(link.owned));
  if (link.share != kNoShare) json.text("share", fraction_text(structure.share(link.share)));
  json.text("kind", kind_text(structure, link));
  if (link.from != kAlways) json.text("from", day_text(link.from));
  if (link.to != kForever) json.text("to", day_text(link.to));
  if (link.with != kNobody) json.text("with", structure.name(link.with));
  if (link.source != 0) json.text("source", structure.text(link.source));
  if (link.known_at != kAlways) json.text("known_at", day_text(link.known_at));
  if (link.row != 0) json.integer("row", link.row);
}

void append_answer(JsonWriter& json, std::string_view entity, const Judge& judge, const Finding& finding,
                   const Explanation& explanation) {
  const Cascade& cascade = judge.cascade();
  const Structure& structure = cascade.holdings().structure();
  const Rule& rule = cascade.rule();
  json.text("entity", entity);
  json.text("rule", rule.id);
  json.text("verdict", verdict_name(finding.verdict));
  append_bound(json, "share_min", finding.share_min);
  append_bound(json, "share_max", finding.share_max);
  if (finding.share_min.open) json.boolean("share_min_open", true);
  if (finding.share_max.open) json.boolean("share_max_open", true);
  if (finding.share_kind != LinkKind::kShares) json.text("share_kind", kind_name(finding.share_kind));
  append_kinds(json, finding);
  const bool in_graph = finding.company != kNobody;
  if (in_graph && rule.aggregates == Aggregation::kPerson && !cascade.runs_at(finding.company).empty() &&
      cascade.person(finding.run) != kNobody)
    json.text("person", structure.name(cascade.person(finding.run)));
  append_paths(json, structure, explanation);
  json.texts("flags", judge.flag_names(finding));
  append_facts(json, structure, explanation);
  append_steps(json, judge, explanation);
  json.boolean("complete", in_graph && cascade.holdings().is_complete(finding.company, LinkKind::kShares));
  json.text("as_of", day_text(cascade.holdings().moment().as_of));
  if (cascade.holdings().moment().known_at != kForever)
    json.text("known_at", day_text(cascade.holdings().moment().known_at));
  json.text("rule_name", rule.name);
  if (rule.from != kAlways) json.text("rule_from", day_text(rule.from));
  json.text("citation", rule.citation);
}

}  // namespace cordon::graph
