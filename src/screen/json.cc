#include "screen/json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace cordon::screen {
namespace {

using Json = nlohmann::ordered_json;

double points(Points p) { return p / static_cast<double>(kPointsOne); }

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
  return {{"entity_id", h.entity_id},
          {"group", h.group},
          {"caption", h.caption},
          {"schema", schema_name(h.schema)},
          {"score", points(h.score)},
          {"likelihood", std::round(h.likelihood * 1e6) / 1e6},
          {"list", h.list},
          {"subject_name", h.subject_name},
          {"entity_name", h.entity_name},
          {"programs", h.programs},
          {"measures", h.measures},
          {"references", h.references},
          {"evidence", std::move(rows)}};
}

Json error(const Error& e) {
  Json out = {{"code", code_name(e.code)}, {"message", e.message}};
  if (!e.where.source.empty()) out["source"] = e.where.source;
  if (e.where.record) out["record"] = e.where.record;
  if (e.where.byte) out["byte"] = e.where.byte;
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
  if (s.error) out["error"] = error(*s.error);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace cordon::screen
