#include "graph/change.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace cordon::graph {
namespace {

// What makes a row another one; its place and source do not. Links of one structure.
auto content_of(const Link& link) {
  return std::tuple(link.owned, link.kind, link.owner, link.with, link.share, link.from, link.to, link.known_at,
                    link.criterion);
}

// The numbers of links, those of a company side by side.
std::vector<uint32_t> by_content(std::span<const Link> links) {
  std::vector<uint32_t> out(links.size());
  std::iota(out.begin(), out.end(), 0);
  std::sort(out.begin(), out.end(), [&](uint32_t a, uint32_t b) {
    return std::tuple(content_of(links[a]), a) < std::tuple(content_of(links[b]), b);
  });
  return out;
}

}  // namespace

std::vector<CompanyRows> rows_of_earlier(Structure& now, const Structure& earlier) {
  std::vector<PartyId> parties(earlier.parties());
  for (PartyId party = 0; party < earlier.parties(); ++party) parties[party] = now.party(earlier.name(party));
  const auto party_of = [&](PartyId party) { return party == kNobody ? kNobody : parties[party]; };
  std::vector<Link> before;
  before.reserve(earlier.links().size());
  for (const Link& link : earlier.links()) {
    Link& out = before.emplace_back(link);
    out.owner = party_of(link.owner);
    out.owned = party_of(link.owned);
    out.with = party_of(link.with);
    if (link.share != kNoShare) out.share = now.share(earlier.share(link.share));
    out.source = now.text(earlier.text(link.source));
    out.criterion = now.text(earlier.text(link.criterion));
  }
  std::vector<uint8_t> defects(now.parties(), 0);
  for (PartyId party = 0; party < earlier.parties(); ++party) defects[parties[party]] = earlier.defects(party);

  const std::vector<Link> links(now.links().begin(), now.links().end());
  const std::vector<uint32_t> old_order = by_content(before), new_order = by_content(links);
  std::vector<CompanyRows> out;
  size_t old_at = 0, new_at = 0;
  for (PartyId company = 0; company < now.parties(); ++company) {
    const size_t old_begin = old_at, new_begin = new_at;
    while (old_at < old_order.size() && before[old_order[old_at]].owned == company) ++old_at;
    while (new_at < new_order.size() && links[new_order[new_at]].owned == company) ++new_at;
    bool same = old_at - old_begin == new_at - new_begin && defects[company] == now.defects(company);
    for (size_t i = 0; same && i < old_at - old_begin; ++i)
      same = content_of(before[old_order[old_begin + i]]) == content_of(links[new_order[new_begin + i]]);
    if (same) continue;
    CompanyRows& rows = out.emplace_back();
    rows.company = company;
    rows.defects = defects[company];
    for (size_t i = old_begin; i < old_at; ++i) {
      rows.rows.push_back(static_cast<uint32_t>(now.links().size()));
      now.add(before[old_order[i]]);
    }
  }
  return out;
}

std::optional<std::vector<PartyId>> touched_by_change(const Cascade& updated) {
  auto moved = updated.moved();
  if (!moved) return {};
  const Holdings& holdings = updated.holdings();
  std::vector<PartyId> out = holdings.changed_companies();
  const auto take_touched = [&](PartyId party) {
    holdings.each_touched(party, [&](PartyId company) { out.push_back(company); });
  };
  for (const PartyId party : *moved) {
    out.push_back(party);
    take_touched(party);
    if (party == holdings.unknown()) continue;
    for (const PartyId relative : holdings.relatives(party)) take_touched(relative);
  }
  for (const PartyId party : holdings.changed_ties()) take_touched(party);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace cordon::graph
