#include "screen/rank.h"

#include <algorithm>
#include <tuple>

#include "screen/group.h"

namespace cordon::screen {
namespace {

// Hits of one subject: score, likelihood, list, id (DESIGN 4.2).
bool ranks_before(const Hit& a, const Hit& b) {
  return std::tie(b.score, b.bits, a.list, a.entity_id) < std::tie(a.score, a.bits, b.list, b.entity_id);
}

}  // namespace

Screening ranked(const Subject& subject, std::vector<FoundHit> found, size_t top) {
  Screening out;
  out.subject = subject;
  std::vector<Entity> parties;
  out.hits.reserve(found.size());
  parties.reserve(found.size());
  for (FoundHit& f : found) {
    out.hits.push_back(std::move(f.hit));
    parties.push_back(std::move(f.party));
  }
  std::sort(out.hits.begin(), out.hits.end(), ranks_before);
  out.outcome = out.hits.empty() ? Outcome::kClear : Outcome::kReview;
  for (const Hit& hit : out.hits)
    if (hit.decided) out.outcome = Outcome::kMatch;
  out.more = out.hits.size() > top;
  if (out.more) out.hits.resize(top);
  group_hits(out.hits, parties);
  return out;
}

}  // namespace cordon::screen
