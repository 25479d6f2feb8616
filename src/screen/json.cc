#include "screen/json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace cordon::screen {
namespace {

using Json = nlohmann::ordered_json;

double points(Points p) { return p / static_cast<double>(kPointsOne); }
double rounded(double value) { return std::round(value * 1e6) / 1e6; }

Json evidence(const Evidence& e) {
  return {{"feature", feature_name(e.feature)},
          {"finding", finding_name(e.finding)},
          {"subject", e.subject_text},
          {"entity", e.entity_text},
          {"note", e.note},
          {"points", points(e.points)},
          {"bits", e.bits / 1000.0}};
}

Json hit(const Hit& h) {
  Json rows = Json::array();
  for (const Evidence& e : h.evidence) rows.push_back(evidence(e));
  Json out = Json::object();
  if (h.change != Change::kNone) out["change"] = change_name(h.change);
  out.update({{"entity_id", h.entity_id},
              {"group", h.group},
              {"caption", h.caption},
              {"schema", schema_name(h.schema)},
              {"score", points(h.score)},
              {"likelihood", rounded(h.likelihood)},
              {"list", h.list},
              {"subject_name", h.subject_name},
              {"entity_name", h.entity_name},
              {"programs", h.programs},
              {"measures", h.measures},
              {"references", h.references},
              {"evidence", std::move(rows)}});
  return out;
}

Json error(const Error& e) {
  Json out = {{"code", code_name(e.code)}, {"message", e.message}};
  if (!e.where.source.empty()) out["source"] = e.where.source;
  if (e.where.record) out["record"] = e.where.record;
  if (e.where.byte) out["byte"] = e.where.byte;
  return out;
}

Json name_column(const NameColumn& c) {
  return {{"subject", c.subject_text},
          {"entity", c.entity_text},
          {"finding", finding_name(c.finding)},
          {"note", c.note},
          {"points", points(c.points)}};
}

Json what_if(const WhatIf& w) {
  return {{"feature", feature_name(w.feature)}, {"change", w.change},
          {"score", points(w.score)},           {"likelihood", rounded(w.likelihood)},
          {"threshold", points(w.threshold)},   {"is_hit", w.is_hit()}};
}

template <typename Items, typename Form>
Json array(const Items& items, const Form& form) {
  Json out = Json::array();
  for (const auto& item : items) out.push_back(form(item));
  return out;
}

}  // namespace

std::string_view engine_version() { return "cordon " CORDON_VERSION; }

std::string to_json_line(const Screening& s, const Snapshot& snapshot, const Profile& profile) {
  Json hits = Json::array();
  for (const Hit& h : s.hits) hits.push_back(hit(h));
  const ListInfo& oldest = snapshot.oldest_list();
  Json out = {
      {"id", s.subject.id},
      {"outcome", outcome_name(s.outcome)},
      {"hits", std::move(hits)},
      {"more", s.more},
      {"snapshot", snapshot.hash().hex()},
      {"profile", {{"name", profile.name}, {"hash", profile.hash}, {"threshold", points(profile.threshold)}}},
      {"engine", engine_version()},
      {"oldest_list",
       {{"list", oldest.list}, {"published", oldest.published ? Json(oldest.published->text()) : Json(nullptr)}}}};
  if (s.before)
    out["before"] = {
        {"outcome", outcome_name(s.before->outcome)}, {"more", s.before->more}, {"snapshot", s.before->snapshot.hex()}};
  if (s.error) out["error"] = error(*s.error);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_json_line(const Explanation& e, const Snapshot& snapshot, const Profile& profile) {
  const Json out = {
      {"entity_id", e.entity.id},
      {"is_hit", e.is_hit()},
      {"hit", hit(e.hit)},
      {"highest_threshold", points(e.hit.score)},
      {"proposed", e.proposed},
      {"rank", e.rank},
      {"hits", e.hits},
      {"names", array(e.columns, name_column)},
      {"against", array(e.against, evidence)},
      {"missing", array(e.missing, evidence)},
      {"what_if", array(e.what_if, what_if)},
      {"snapshot", snapshot.hash().hex()},
      {"profile", {{"name", profile.name}, {"hash", profile.hash}, {"threshold", points(profile.threshold)}}},
      {"engine", engine_version()}};
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace cordon::screen
