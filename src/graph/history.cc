#include "graph/history.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace cordon::graph {
namespace {

bool is_counted(LinkKind kind) { return kind <= LinkKind::kBoard || kind == LinkKind::kNominee; }

}  // namespace

// Appends the steps of rows about the same thing, of which on each day those count that became known last, and equal
// ones once.
void History::append_steps(const Structure& structure, std::span<const uint32_t> rows, std::vector<Step>& out) const {
  const std::span<const Link> links = structure.links();
  if (rows.size() == 1) {
    const Link& link = links[rows[0]];
    if (link.from >= link.to) return;
    ShareSum held, none;
    held.add(structure.share(link.share));
    out.push_back({link.kind, 0, link.from, held});
    if (link.to != kForever) out.push_back({link.kind, 0, link.to, none - held});
    return;
  }
  const auto key = [&](uint32_t row) {
    const Link& link = links[row];
    return std::tuple(link.known_at, link.share, link.from, link.to);
  };
  std::vector<uint32_t> once(rows.begin(), rows.end());
  std::ranges::sort(once, {}, key);
  const auto again = std::ranges::unique(once, {}, key);
  once.erase(again.begin(), again.end());
  std::vector<std::tuple<Day, bool, uint32_t>> events;  // day, does it begin, row
  for (const uint32_t row : once) {
    const Link& link = links[row];
    if (link.from >= link.to) continue;
    events.emplace_back(link.from, true, row);
    if (link.to != kForever) events.emplace_back(link.to, false, row);
  }
  std::sort(events.begin(), events.end());
  std::map<Day, ShareSum> known;  // rows in force, by the day on which they became known
  ShareSum before;
  for (size_t i = 0; i < events.size();) {
    const Day day = std::get<0>(events[i]);
    for (; i < events.size() && std::get<0>(events[i]) == day; ++i) {
      const auto& [at, begins, row] = events[i];
      const Link& link = links[row];
      const auto found = known.try_emplace(link.known_at).first;
      if (begins) {
        found->second.add(structure.share(link.share));
      } else {
        found->second.take(structure.share(link.share));
        if (found->second.shares == 0) known.erase(found);
      }
    }
    const ShareSum now = known.empty() ? ShareSum() : known.rbegin()->second;
    out.push_back({links[rows[0]].kind, 0, day, now - before});
    before = now;
  }
}

History::History(const Holdings& holdings, PartyId company, const CountsFor& counts_for) {
  const Structure& structure = holdings.structure();
  const std::span<const Link> links = structure.links();
  const std::span<const uint32_t> rows = holdings.rows_of(company);
  std::vector<Step> of_group;
  for (size_t begin = 0; begin < rows.size();) {
    size_t end = begin + 1;
    while (end < rows.size() && is_same_thing(links[rows[end]], links[rows[begin]])) ++end;
    const Link& link = links[rows[begin]];
    const std::span<const uint32_t> group = rows.subspan(begin, end - begin);
    begin = end;
    if (!is_counted(link.kind)) continue;
    const bool is_nominee = link.kind == LinkKind::kNominee;
    const PartyId owner = !is_nominee ? link.owner : link.with == kNobody ? holdings.unknown() : link.with;
    const std::vector<uint32_t> for_whom = counts_for ? counts_for(owner) : std::vector<uint32_t>{owner};
    if (for_whom.empty()) continue;
    of_group.clear();
    append_steps(structure, group, of_group);
    for (Step& step : of_group) {
      if (is_nominee) step.kind = LinkKind::kShares;
      for (const uint32_t whom : for_whom) {
        step.whom = whom;
        steps_.push_back(step);
      }
    }
  }
  std::sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) {
    return std::tie(a.kind, a.whom, a.day) < std::tie(b.kind, b.whom, b.day);
  });
  size_t kept = 0;
  for (size_t i = 0; i < steps_.size(); ++i) {
    const bool is_same = kept > 0 && steps_[kept - 1].kind == steps_[i].kind && steps_[kept - 1].whom == steps_[i].whom;
    if (is_same && steps_[kept - 1].day == steps_[i].day) {
      steps_[kept - 1].held += steps_[i].held;
      continue;
    }
    if (is_same) steps_[i].held += steps_[kept - 1].held;
    if (kept != i) steps_[kept] = std::move(steps_[i]);
    ++kept;
  }
  steps_.resize(kept);
}

Share History::held(uint32_t whom, LinkKind kind, Day day) const {
  auto at = std::upper_bound(steps_.begin(), steps_.end(), std::tuple(kind, whom, day),
                             [](const auto& key, const Step& s) { return key < std::tuple(s.kind, s.whom, s.day); });
  if (at == steps_.begin()) return {};
  --at;
  if (at->kind != kind || at->whom != whom) return {};
  return {at->held.low_end(), at->held.high_end()};
}

}  // namespace cordon::graph
