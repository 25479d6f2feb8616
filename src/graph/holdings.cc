#include "graph/holdings.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace cordon::graph {
namespace {

// A sale and the purchase that it was may be registered some weeks apart.
constexpr Day kTransferGap = 30;

bool is_counted_kind(LinkKind kind) { return kind <= LinkKind::kBoard; }

// What rows must agree in to be about the same thing.
auto key_of(const Link& link) { return std::tuple(link.kind, link.owner, link.with, link.criterion); }

// What one party has of a kind, of stakes of one company.
Share held(const Structure& structure, std::span<const Stake> stakes, PartyId owner, LinkKind kind) {
  Share out;
  for (const Stake& stake : stakes) {
    if (stake.owner != owner || stake.kind != kind) continue;
    out.low += structure.share(stake.share).low;
    out.high += structure.share(stake.share).high;
  }
  return out;
}

bool is_less(const Share& a, const Share& b) { return a.high.value < b.high.value || a.low.value < b.low.value; }

}  // namespace

// Rows by company, those about the same thing side by side.
void Holdings::sort_rows() {
  const std::span<const Link> links = structure_->links();
  row_begins_.assign(structure_->parties() + 2, 0);
  for (const Link& link : links)
    if (link.known_at <= moment_.known_at) ++row_begins_[link.owned + 1];
  for (size_t i = 1; i < row_begins_.size(); ++i) row_begins_[i] += row_begins_[i - 1];
  rows_.resize(row_begins_.back());
  std::vector<uint32_t> next(row_begins_.begin(), row_begins_.end() - 1);
  for (uint32_t i = 0; i < links.size(); ++i)
    if (links[i].known_at <= moment_.known_at) rows_[next[links[i].owned]++] = i;
  const auto order = [&](uint32_t a, uint32_t b) {
    return std::tuple(key_of(links[a]), a) < std::tuple(key_of(links[b]), b);
  };
  for (PartyId party = 0; party < structure_->parties(); ++party)
    std::sort(rows_.begin() + row_begins_[party], rows_.begin() + row_begins_[party + 1], order);
}

// Appends what is in force in a company on `day`: of rows about the same thing those that became known last; equal ones
// once.
void Holdings::append_stakes(PartyId company, Day day, std::vector<Stake>& out, uint8_t* marks) const {
  const std::span<const Link> links = structure_->links();
  const std::span<const uint32_t> rows = rows_of(company);
  for (size_t begin = 0; begin < rows.size();) {
    size_t end = begin;
    Day latest = kAlways;
    for (; end < rows.size() && key_of(links[rows[end]]) == key_of(links[rows[begin]]); ++end)
      if (links[rows[end]].covers(day)) latest = std::max(latest, links[rows[end]].known_at);
    for (size_t i = begin; i < end; ++i) {
      const Link& link = links[rows[i]];
      if (!link.covers(day) || link.known_at != latest) continue;
      bool again = false;
      for (size_t k = begin; k < i && !again; ++k) {
        const Link& other = links[rows[k]];
        again = other.known_at == latest && other.share == link.share && other.from == link.from && other.to == link.to;
      }
      if (again) continue;
      switch (link.kind) {
        case LinkKind::kComplete:
          if (marks != nullptr) *marks |= kDeclaredComplete;
          break;
        case LinkKind::kFirewall:
          if (marks != nullptr) *marks |= kFirewall;
          break;
        case LinkKind::kFamily:
        case LinkKind::kDirector:
        case LinkKind::kAgent:
        case LinkKind::kLinked:
          break;
        case LinkKind::kNominee:
          out.push_back(
              {link.with == kNobody ? unknown() : link.with, link.share, rows[i], kNobody, LinkKind::kShares});
          break;
        case LinkKind::kPact:
          if (marks != nullptr) *marks |= kPact;
          [[fallthrough]];
        default:
          out.push_back({link.owner, link.share, rows[i], link.with, link.kind});
      }
    }
    begin = end;
  }
}

std::vector<Stake> Holdings::stakes_on(PartyId company, Day day) const {
  std::vector<Stake> out;
  append_stakes(company, day, out, nullptr);
  return out;
}

void Holdings::judge_sums(PartyId company) {
  constexpr std::array kKinds = {LinkKind::kShares, LinkKind::kVotes, LinkKind::kEconomic, LinkKind::kBoard};
  uint8_t& marks = marks_[company];
  if (structure_->is_marked(company, Defect::kInconsistent)) marks |= kInconsistent;
  for (size_t i = 0; i < kKinds.size(); ++i) {
    Bound low, high;
    bool any = false;
    for (const Stake& stake : of(company)) {
      if (stake.kind != kKinds[i]) continue;
      any = true;
      low += structure_->share(stake.share).low;
      high += structure_->share(stake.share).high;
    }
    const Rational whole(1);
    if (low.value > whole || (low.value == whole && low.open)) marks |= kInconsistent;
    if (kKinds[i] == LinkKind::kBoard || !has(company, kDeclaredComplete)) continue;
    // Where nobody is said to have votes at all, nothing is said to be complete.
    if (high.value < whole || (high.value == whole && high.open)) {
      marks |= static_cast<uint8_t>(kShort << i);
      if (kKinds[i] == LinkKind::kShares && any) marks |= kInconsistent;
    }
  }
}

void Holdings::resolve_companies() {
  const size_t companies = structure_->parties();
  begins_.assign(companies + 2, 0);
  marks_.assign(companies + 1, 0);
  stakes_.reserve(rows_.size());
  for (PartyId company = 0; company < companies; ++company) {
    begins_[company] = static_cast<uint32_t>(stakes_.size());
    append_stakes(company, moment_.as_of, stakes_, &marks_[company]);
    begins_[company + 1] = static_cast<uint32_t>(stakes_.size());
    if (begins_[company + 1] > begins_[company] || structure_->is_marked(company, Defect::kInconsistent))
      judge_sums(company);
  }
  begins_[companies + 1] = begins_[companies];
  for (const Stake& stake : stakes_) has_unknown_ = has_unknown_ || stake.owner == unknown();
}

std::optional<uint32_t> Holdings::family_tie(PartyId a, PartyId b, Day day) const {
  auto at = std::lower_bound(ties_.begin(), ties_.end(), std::pair(a, uint32_t{0}));
  for (; at != ties_.end() && at->first == a; ++at) {
    const Link& link = structure_->links()[at->second];
    if ((link.owner == b || link.owned == b) && (link.covers(day) || link.covers(moment_.as_of))) return at->second;
  }
  return {};
}

std::vector<PartyId> Holdings::relatives(PartyId party) const {
  std::vector<PartyId> out;
  auto at = std::lower_bound(ties_.begin(), ties_.end(), std::pair(party, uint32_t{0}));
  for (; at != ties_.end() && at->first == party; ++at) {
    const Link& link = structure_->links()[at->second];
    if (link.covers(moment_.as_of)) out.push_back(link.owner == party ? link.owned : link.owner);
  }
  return out;
}

void Holdings::find_transfers(PartyId company) {
  const std::span<const Link> links = structure_->links();
  const std::span<const uint32_t> rows = rows_of(company);
  const auto suspect = [&](PartyId seller, PartyId buyer, Day day) -> std::pair<std::optional<uint32_t>, bool> {
    if (const auto tie = family_tie(seller, buyer, day)) return {tie, true};
    for (const PartyId managed : {company, seller})
      for (const uint32_t row : rows_of(managed)) {
        const Link& link = links[row];
        const bool manages =
            link.kind == LinkKind::kBoard || link.kind == LinkKind::kControl || link.kind == LinkKind::kDirector;
        if (manages && link.owner == buyer && link.from < day) return {row, false};
      }
    return {std::nullopt, false};
  };
  for (const uint32_t sold_row : rows) {
    const Link& sold = links[sold_row];
    if (sold.kind > LinkKind::kEconomic || sold.to > moment_.as_of) continue;
    const Day day = sold.to;
    const Share before = held(*structure_, stakes_on(company, day - 1), sold.owner, sold.kind);
    const Share after = held(*structure_, stakes_on(company, day), sold.owner, sold.kind);
    if (!is_less(after, before)) continue;
    const auto is_option = [&](const Stake& s) { return s.kind == LinkKind::kOption && s.owner == sold.owner; };
    const bool buy_back = std::any_of(of(company).begin(), of(company).end(), is_option);
    const auto listing = listing_days_.find(sold.owner);
    if (listing != listing_days_.end() && std::abs(day - listing->second) <= kListingDays)
      transfers_.push_back({sold.owner, kNobody, company, day, sold_row, sold_row, sold_row, false, buy_back, true});
    for (const uint32_t bought_row : rows) {
      const Link& bought = links[bought_row];
      if (bought.kind != sold.kind || bought.owner == sold.owner || bought.from == kAlways) continue;
      if (bought.from > moment_.as_of || bought.from < day - kTransferGap || bought.from > day + kTransferGap) continue;
      const auto [tie, by_relative] = suspect(sold.owner, bought.owner, day);
      if (!tie) continue;
      const Share had = held(*structure_, stakes_on(company, bought.from - 1), bought.owner, bought.kind);
      const Share got = held(*structure_, stakes_on(company, bought.from), bought.owner, bought.kind);
      const Share has_now = held(*structure_, of(company), bought.owner, bought.kind);
      if (!is_less(had, got) || has_now.high.value == Rational(0)) continue;
      transfers_.push_back({sold.owner, bought.owner, company, day, sold_row, bought_row, *tie, by_relative, buy_back});
    }
  }
}

void Holdings::find_transfers() {
  const std::span<const Link> links = structure_->links();
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
  for (const PartyId company : companies) find_transfers(company);
}

void Holdings::index_touches() {
  touch_begins_.assign(parties() + 1, 0);
  const auto each = [&](auto take) {
    for (PartyId company = 0; company < structure_->parties(); ++company)
      for (const Stake& stake : of(company)) {
        if (stake.kind == LinkKind::kOption || stake.kind == LinkKind::kPledge) continue;
        take(stake.owner, company);
        if (stake.kind == LinkKind::kPact) take(stake.with, company);
      }
    for (const Transfer& t : transfers_) take(t.seller, t.company);
  };
  each([&](PartyId party, PartyId) { ++touch_begins_[party + 1]; });
  for (size_t i = 1; i < touch_begins_.size(); ++i) touch_begins_[i] += touch_begins_[i - 1];
  touched_.resize(touch_begins_.back());
  std::vector<uint32_t> next(touch_begins_.begin(), touch_begins_.end() - 1);
  each([&](PartyId party, PartyId company) { touched_[next[party]++] = company; });
}

Holdings Holdings::build(const Structure& structure, Moment moment, const ListingDays& listing_days) {
  Holdings out;
  out.structure_ = &structure;
  out.moment_ = moment;
  out.listing_days_ = listing_days;
  out.sort_rows();
  out.resolve_companies();
  out.find_transfers();
  out.index_touches();
  return out;
}

std::span<const Transfer> Holdings::transfers(PartyId company) const {
  const auto range = std::ranges::equal_range(transfers_, company, {}, &Transfer::company);
  return {range.begin(), range.end()};
}

bool Holdings::is_complete(PartyId company, LinkKind kind) const {
  if (!has(company, kDeclaredComplete) || !is_counted_kind(kind) || kind == LinkKind::kBoard) return false;
  return !has(company, static_cast<uint8_t>(kShort << static_cast<unsigned>(kind)));
}

std::optional<uint32_t> Holdings::firewall(PartyId company) const {
  if (!has(company, kFirewall)) return {};
  for (const uint32_t row : rows_of(company)) {
    const Link& link = structure_->links()[row];
    if (link.kind == LinkKind::kFirewall && link.covers(moment_.as_of)) return row;
  }
  return {};
}

}  // namespace cordon::graph
