#include "screen/changes.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace cordon::screen {
namespace {

auto said(const Evidence& e) {
  return std::tie(e.feature, e.finding, e.subject_text, e.entity_text, e.note, e.points, e.bits);
}

// What answers print of a hit (screen/json.cc) beside likelihood and evidence.
auto said(const Hit& h) {
  return std::tie(h.entity_id, h.group, h.caption, h.schema, h.score, h.list, h.subject_name, h.entity_name, h.programs,
                  h.measures, h.references);
}

bool same_evidence(const Evidence& a, const Evidence& b) {
  return said(a) == said(b) || (a.feature == Feature::kPrior && b.feature == Feature::kPrior);
}

std::pair<std::string_view, std::string_view> party(const Hit& hit) { return {hit.list, hit.entity_id}; }

}  // namespace

bool prints_the_same(const Hit& a, const Hit& b) {
  return said(a) == said(b) && std::ranges::equal(a.evidence, b.evidence, same_evidence);
}

Screening changes(Screening before, Screening after) {
  Screening out;
  out.subject = std::move(after.subject);
  out.before = Before{{}, before.outcome, before.more};
  out.error = std::move(after.error);
  if (before.error && !out.error) {
    out.error = std::move(before.error);
    out.error->message.insert(0, "on the earlier snapshot: ");
  }
  if (out.error) return out;
  out.outcome = after.outcome;
  out.more = after.more;
  std::map<std::pair<std::string_view, std::string_view>, size_t> earlier;
  for (size_t i = 0; i < before.hits.size(); ++i) earlier.emplace(party(before.hits[i]), i);
  std::vector<bool> stays(before.hits.size());
  for (Hit& hit : after.hits) {
    const auto was = earlier.find(party(hit));
    if (was == earlier.end()) {
      hit.change = Change::kNew;
    } else {
      stays[was->second] = true;
      if (prints_the_same(before.hits[was->second], hit)) continue;
      hit.change = Change::kChanged;
    }
    out.hits.push_back(std::move(hit));
  }
  for (size_t i = 0; i < before.hits.size(); ++i) {
    if (stays[i]) continue;
    before.hits[i].change = Change::kGone;
    out.hits.push_back(std::move(before.hits[i]));
  }
  return out;
}

bool says_a_change(const Screening& s) {
  if (s.before && s.before->is_untouched) return false;
  return s.outcome == Outcome::kNotScreened || !s.hits.empty() ||
         (s.before && (s.before->outcome != s.outcome || s.before->more != s.more));
}

}  // namespace cordon::screen
