// Stakes that went from one party to a relative or a former manager. A company may have very many sales and purchases:
// no sale looks at all purchases, and no purchase at all that is known of its buyer.
#include <algorithm>
#include <map>
#include <tuple>

#include "graph/history.h"
#include "graph/holdings.h"

namespace cordon::graph {
namespace {

// A sale and the purchase that it was may be registered some weeks apart.
constexpr Day kTransferGap = 30;
constexpr LinkKind kManagingKinds[] = {LinkKind::kBoard, LinkKind::kControl, LinkKind::kDirector};

bool is_less(const Share& a, const Share& b) { return a.high.value < b.high.value || a.low.value < b.low.value; }

// A row by which a party came to have more of a company than before and still has some.
struct Purchase {
  LinkKind kind;
  PartyId buyer;
  Day day;
  uint32_t place;  // among the rows of the company
};

auto by_day(const Purchase& p) { return std::tuple(p.kind, p.day, p.place); }
auto by_buyer(const Purchase& p) { return std::tuple(p.kind, p.buyer, p.day, p.place); }

// One that a sale may have been.
struct Match {
  uint32_t place, tie;
  bool by_relative;
};

}  // namespace

std::span<const std::pair<PartyId, uint32_t>> Holdings::ties_of(PartyId party) const {
  const auto range = std::ranges::equal_range(ties(), party, {}, [](const auto& tie) { return tie.first; });
  return {range.begin(), range.end()};
}

std::optional<uint32_t> Holdings::family_tie(PartyId a, PartyId b, Day day) const {
  std::span<const std::pair<PartyId, uint32_t>> fewer = ties_of(a);
  PartyId other = b;
  if (fewer.size() > 1)
    if (const auto of_other = ties_of(b); of_other.size() < fewer.size()) {
      fewer = of_other;
      other = a;
    }
  for (const auto& [party, row] : fewer) {
    const Link& link = structure_->links()[row];
    if ((link.owner == other || link.owned == other) && (link.covers(day) || link.covers(moment_.as_of))) return row;
  }
  return {};
}

std::vector<PartyId> Holdings::relatives(PartyId party) const {
  std::vector<PartyId> out;
  for (const auto& [of, row] : ties_of(party)) {
    const Link& link = structure_->links()[row];
    if (link.covers(moment_.as_of)) out.push_back(link.owner == party ? link.owned : link.owner);
  }
  return out;
}

std::span<const uint32_t> Holdings::rows_of(PartyId company, LinkKind kind) const {
  const auto range =
      std::ranges::equal_range(rows_of(company), kind, {}, [&](uint32_t row) { return structure_->links()[row].kind; });
  return {range.begin(), range.end()};
}

// The first row by which a party managed another before `day`.
std::optional<uint32_t> Holdings::management(PartyId managed, PartyId manager, Day day) const {
  const std::span<const Link> links = structure_->links();
  for (const LinkKind kind : kManagingKinds)
    for (const uint32_t row :
         std::ranges::equal_range(rows_of(managed, kind), manager, {}, [&](uint32_t r) { return links[r].owner; }))
      if (links[row].from < day) return row;
  return {};
}

void Holdings::find_transfers(PartyId company, std::vector<Transfer>& out) const {
  const std::span<const Link> links = structure_->links();
  const std::span<const uint32_t> rows = rows_of(company);
  const auto is_sale = [&](uint32_t row) {
    return links[row].kind <= LinkKind::kEconomic && links[row].to <= moment_.as_of;
  };
  if (std::none_of(rows.begin(), rows.end(), is_sale)) return;
  const History history(*this, company);
  std::vector<Purchase> purchases, of_managers;
  for (uint32_t place = 0; place < rows.size(); ++place) {
    const Link& bought = links[rows[place]];
    if (bought.kind > LinkKind::kEconomic || bought.from == kAlways || bought.from > moment_.as_of) continue;
    const auto held = [&](Day day) { return history.held(bought.owner, bought.kind, day); };
    if (!is_less(held(bought.from - 1), held(bought.from)) || held(moment_.as_of).high.value == Rational(0)) continue;
    purchases.push_back({bought.kind, bought.owner, bought.from, place});
    if (management(company, bought.owner, kForever)) of_managers.push_back(purchases.back());
  }
  std::ranges::sort(of_managers, {}, by_day);
  std::ranges::sort(purchases, {}, by_day);
  std::vector<Purchase> bought_by = purchases;
  std::ranges::sort(bought_by, {}, by_buyer);

  const auto match_all = [&](PartyId seller, LinkKind kind, Day day) {
    std::vector<Match> matches;
    const auto match = [&](const Purchase& p) {
      if (p.buyer == seller) return;
      if (const auto tie = family_tie(seller, p.buyer, day)) return matches.push_back({p.place, *tie, true});
      for (const PartyId managed : {company, seller})
        if (const auto row = management(managed, p.buyer, day)) return matches.push_back({p.place, *row, false});
    };
    const auto near = [&](const std::vector<Purchase>& sorted) {
      const auto begin = std::ranges::lower_bound(sorted, std::tuple(kind, day - kTransferGap, 0U), {}, by_day);
      const auto end = std::ranges::upper_bound(sorted, std::tuple(kind, day + kTransferGap, UINT32_MAX), {}, by_day);
      return std::span(begin, end);
    };
    // Either all that was bought about the day, or what those bought who have to do with the seller, and the managers.
    const std::span<const Purchase> near_day = near(purchases);
    size_t known = ties_of(seller).size();
    for (const LinkKind managing : kManagingKinds) known += rows_of(seller, managing).size();
    if (near_day.size() <= known) {
      for (const Purchase& p : near_day) match(p);
    } else {
      std::vector<PartyId> buyers;
      for (const auto& [of, row] : ties_of(seller))
        buyers.push_back(links[row].owner == seller ? links[row].owned : links[row].owner);
      for (const LinkKind managing : kManagingKinds)
        for (const uint32_t row : rows_of(seller, managing)) buyers.push_back(links[row].owner);
      std::sort(buyers.begin(), buyers.end());
      buyers.erase(std::unique(buyers.begin(), buyers.end()), buyers.end());
      for (const PartyId buyer : buyers) {
        auto at = std::ranges::lower_bound(bought_by, std::tuple(kind, buyer, day - kTransferGap, 0U), {}, by_buyer);
        for (; at != bought_by.end() && at->kind == kind && at->buyer == buyer && at->day <= day + kTransferGap; ++at)
          match(*at);
      }
      for (const Purchase& p : near(of_managers))
        if (!std::binary_search(buyers.begin(), buyers.end(), p.buyer)) match(p);
    }
    std::ranges::sort(matches, {}, &Match::place);
    return matches;
  };

  // Of one seller, whose rows stand side by side: many may have ended on one day.
  std::map<Day, std::vector<Match>> by_sale;
  std::pair<LinkKind, PartyId> last = {LinkKind::kShares, kNobody};
  for (const uint32_t sold_row : rows) {
    const Link& sold = links[sold_row];
    if (!is_sale(sold_row)) continue;
    const Day day = sold.to;
    const Share before = history.held(sold.owner, sold.kind, day - 1), after = history.held(sold.owner, sold.kind, day);
    if (!is_less(after, before)) continue;
    const bool buy_back = !of(company, LinkKind::kOption, sold.owner).empty();
    const auto listing = listing_days_.find(sold.owner);
    if (listing != listing_days_.end() && std::abs(day - listing->second) <= kListingDays)
      out.push_back({sold.owner, kNobody, company, day, sold_row, sold_row, sold_row, false, buy_back, true});
    if (last != std::pair(sold.kind, sold.owner)) by_sale.clear();
    last = {sold.kind, sold.owner};
    const auto [found, is_new] = by_sale.try_emplace(day);
    if (is_new) found->second = match_all(sold.owner, sold.kind, day);
    for (const Match& m : found->second)
      out.push_back({sold.owner, links[rows[m.place]].owner, company, day, sold_row, rows[m.place], m.tie,
                     m.by_relative, buy_back});
  }
}

void Holdings::find_transfers() {
  const std::span<const Link> links = structure_->links().first(links_);
  std::vector<PartyId> companies;
  for (uint32_t i = 0; i < links.size(); ++i) {
    const Link& link = links[i];
    if (link.known_at > moment_.known_at) continue;
    if (link.kind == LinkKind::kFamily) {
      ties_.emplace_back(link.owner, i);
      ties_.emplace_back(link.owned, i);
    } else if (link.kind <= LinkKind::kEconomic && link.to <= moment_.as_of) {
      companies.push_back(link.owned);
    }
  }
  std::sort(ties_.begin(), ties_.end());
  std::sort(companies.begin(), companies.end());
  companies.erase(std::unique(companies.begin(), companies.end()), companies.end());
  for (const PartyId company : companies) find_transfers(company, transfers_);
}

}  // namespace cordon::graph
