#include "graph/holdings.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace cordon::graph {
namespace {

bool is_counted_kind(LinkKind kind) { return kind <= LinkKind::kBoard; }

}  // namespace

// Rows about the same thing side by side.
bool Holdings::is_row_order(uint32_t a, uint32_t b) const {
  const std::span<const Link> links = structure_->links();
  return std::tuple(thing_of(links[a]), a) < std::tuple(thing_of(links[b]), b);
}

// Rows by company.
void Holdings::sort_rows() {
  const std::span<const Link> links = structure_->links().first(links_);
  row_begins_.assign(structure_->parties() + 2, 0);
  for (const Link& link : links)
    if (link.known_at <= moment_.known_at) ++row_begins_[link.owned + 1];
  for (size_t i = 1; i < row_begins_.size(); ++i) row_begins_[i] += row_begins_[i - 1];
  rows_.resize(row_begins_.back());
  std::vector<uint32_t> next(row_begins_.begin(), row_begins_.end() - 1);
  for (uint32_t i = 0; i < links.size(); ++i)
    if (links[i].known_at <= moment_.known_at) rows_[next[links[i].owned]++] = i;
  const auto order = [&](uint32_t a, uint32_t b) { return is_row_order(a, b); };
  for (PartyId party = 0; party < structure_->parties(); ++party)
    std::sort(rows_.begin() + row_begins_[party], rows_.begin() + row_begins_[party + 1], order);
}

// Appends what is in force in a company on `day`: of rows about the same thing those that became known last; equal ones
// once.
void Holdings::append_stakes(PartyId company, Day day, std::vector<Stake>& out, uint8_t* marks) const {
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  const std::span<const Link> links = structure_->links();
  const std::span<const uint32_t> rows = rows_of(company);
  for (size_t begin = 0; begin < rows.size();) {
    size_t end = begin;
    Day latest = kAlways;
    for (; end < rows.size() && is_same_thing(links[rows[end]], links[rows[begin]]); ++end)
      if (links[rows[end]].covers(day)) latest = std::max(latest, links[rows[end]].known_at);
    std::set<std::tuple<ShareId, Day, Day>> said;
    for (size_t i = begin; i < end; ++i) {
      const Link& link = links[rows[i]];
      if (!link.covers(day) || link.known_at != latest) continue;
      if (end - begin > 1 && !said.emplace(link.share, link.from, link.to).second) continue;
      switch (link.kind) {
        case LinkKind::kComplete:
          if (marks != nullptr) *marks |= kDeclaredComplete;
          break;
        case LinkKind::kFirewall:
          if (marks != nullptr) *marks |= kFirewall;
          break;
        case LinkKind::kFamily:
        case LinkKind::kDirector:
        case LinkKind::kAddress:
        case LinkKind::kPhone:
        case LinkKind::kFounded:
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
  std::sort(out.begin() + first, out.end(), [](const Stake& a, const Stake& b) {
    return std::tie(a.kind, a.owner, a.link) < std::tie(b.kind, b.owner, b.link);
  });
}

std::vector<Stake> Holdings::stakes_on(PartyId company, Day day) const {
  std::vector<Stake> out;
  append_stakes(company, day, out, nullptr);
  return out;
}

// `marks` and what the sums of the stakes say beside.
uint8_t Holdings::judge_sums(PartyId company, std::span<const Stake> stakes, uint8_t marks) const {
  constexpr std::array kKinds = {LinkKind::kShares, LinkKind::kVotes, LinkKind::kEconomic, LinkKind::kBoard};
  if (is_marked(company, Defect::kInconsistent)) marks |= kInconsistent;
  for (size_t i = 0; i < kKinds.size(); ++i) {
    Bound low, high;
    bool any = false;
    for (const Stake& stake : stakes) {
      if (stake.kind != kKinds[i]) continue;
      any = true;
      low += structure_->share(stake.share).low;
      high += structure_->share(stake.share).high;
    }
    const Rational whole(1);
    if (low.value > whole || (low.value == whole && low.open)) marks |= kInconsistent;
    if (kKinds[i] == LinkKind::kBoard || (marks & kDeclaredComplete) == 0) continue;
    // Where nobody is said to have votes at all, nothing is said to be complete.
    if (high.value < whole || (high.value == whole && high.open)) {
      marks |= static_cast<uint8_t>(kShort << i);
      if (kKinds[i] == LinkKind::kShares && any) marks |= kInconsistent;
    }
  }
  return marks;
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
    // Also where all owners are given and none is: nothing can be told of the rest then.
    if (begins_[company + 1] > begins_[company] || marks_[company] != 0 || is_marked(company, Defect::kInconsistent))
      marks_[company] = judge_sums(company, of(company), marks_[company]);
  }
  begins_[companies + 1] = begins_[companies];
  for (const Stake& stake : stakes_) has_unknown_ = has_unknown_ || stake.owner == unknown();
}

// Takes each party that has to do with what a company is: who has or had a stake, and whom he acts together with.
template <typename Take>
void Holdings::each_toucher(PartyId company, const Take& take) const {
  for (const Stake& stake : of(company)) {
    if (stake.kind == LinkKind::kOption || stake.kind == LinkKind::kPledge) continue;
    take(stake.owner);
    if (stake.kind == LinkKind::kPact) take(stake.with);
  }
  for (const Succession& s : successions(company)) take(s.before);
  for (const uint32_t row : rows_of(company)) {
    const Link& link = structure_->links()[row];
    if (is_counted_kind(link.kind) && link.to <= moment_.as_of) take(link.owner);  // sold, maybe as a sham
  }
}

void Holdings::index_touches() {
  touch_begins_.assign(parties() + 1, 0);
  const auto each = [&](auto take) {
    for (PartyId company = 0; company < structure_->parties(); ++company)
      each_toucher(company, [&](PartyId party) { take(party, company); });
  };
  each([&](PartyId party, PartyId) { ++touch_begins_[party + 1]; });
  for (size_t i = 1; i < touch_begins_.size(); ++i) touch_begins_[i] += touch_begins_[i - 1];
  touched_.resize(touch_begins_.back());
  std::vector<uint32_t> next(touch_begins_.begin(), touch_begins_.end() - 1);
  each([&](PartyId party, PartyId company) { touched_[next[party]++] = company; });
}

// Takes the family links of the changed companies away and those of their new rows in.
void Holdings::change_ties(std::span<const CompanyRows> changed) {
  const std::span<const Link> links = structure_->links();
  std::vector<uint32_t> gone, come;
  const auto append_family = [&](std::span<const uint32_t> rows, std::vector<uint32_t>& out) {
    for (const uint32_t row : rows)
      if (links[row].kind == LinkKind::kFamily && links[row].known_at <= moment_.known_at) out.push_back(row);
  };
  for (const CompanyRows& one : changed) {
    append_family(base_->rows_of(one.company), gone);
    append_family(one.rows, come);
  }
  if (gone.empty() && come.empty()) return;
  has_own_ties_ = true;
  std::sort(gone.begin(), gone.end());
  ties_ = base_->ties_;
  std::erase_if(ties_, [&](const auto& tie) { return std::binary_search(gone.begin(), gone.end(), tie.second); });
  for (const uint32_t row : come) {
    ties_.emplace_back(links[row].owner, row);
    ties_.emplace_back(links[row].owned, row);
  }
  std::sort(ties_.begin(), ties_.end());
  for (const std::vector<uint32_t>* rows : {&gone, &come})
    for (const uint32_t row : *rows) changed_ties_.insert(changed_ties_.end(), {links[row].owner, links[row].owned});
  std::sort(changed_ties_.begin(), changed_ties_.end());
  changed_ties_.erase(std::unique(changed_ties_.begin(), changed_ties_.end()), changed_ties_.end());
}

// The companies whose transfers may be other ones: the buyer, who still has a stake there, is a relative or a manager
// by a row that changed.
std::vector<PartyId> Holdings::transfers_to_redo(std::span<const CompanyRows> changed) const {
  std::vector<PartyId> out, buyers = changed_ties_;
  const auto take_managers = [&](std::span<const uint32_t> rows) {
    for (const uint32_t row : rows) {
      const Link& link = structure_->links()[row];
      if (link.kind == LinkKind::kBoard || link.kind == LinkKind::kControl || link.kind == LinkKind::kDirector)
        buyers.push_back(link.owner);
    }
  };
  for (const CompanyRows& one : changed) {
    out.push_back(one.company);
    take_managers(base_->rows_of(one.company));
    take_managers(one.rows);
  }
  for (const PartyId buyer : buyers) each_touched(buyer, [&](PartyId company) { out.push_back(company); });
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// A company as the base has it, to be given other transfers or successions.
void Holdings::make_of_base(PartyId company) {
  if (changed_.contains(company)) return;
  const auto stakes = base_->of(company);
  const auto rows = base_->rows_of(company);
  const auto transfers = base_->transfers(company);
  const auto successions = base_->successions(company);
  changed_[company] = {{rows.begin(), rows.end()},
                       {stakes.begin(), stakes.end()},
                       {transfers.begin(), transfers.end()},
                       {successions.begin(), successions.end()},
                       base_->marks(company),
                       base_->defects(company)};
}

Holdings Holdings::with(const Holdings& base, std::span<const CompanyRows> changed) {
  Holdings out;
  out.structure_ = base.structure_;
  out.moment_ = base.moment_;
  out.listing_days_ = base.listing_days_;
  out.has_unknown_ = base.has_unknown_;
  out.base_ = &base;
  const std::span<const Link> links = out.structure_->links();
  for (const CompanyRows& one : changed) {
    Company& made = out.changed_[one.company];
    made.defects = one.defects;
    for (const uint32_t row : one.rows)
      if (links[row].known_at <= out.moment_.known_at) made.rows.push_back(row);
    std::sort(made.rows.begin(), made.rows.end(), [&](uint32_t a, uint32_t b) { return out.is_row_order(a, b); });
    out.append_stakes(one.company, out.moment_.as_of, made.stakes, &made.marks);
    made.marks = out.judge_sums(one.company, made.stakes, made.marks);
    for (const Stake& stake : made.stakes) out.has_unknown_ = out.has_unknown_ || stake.owner == out.unknown();
  }
  out.change_ties(changed);
  for (const PartyId company : out.transfers_to_redo(changed)) {
    std::vector<Transfer> transfers;
    out.find_transfers(company, transfers);
    if (transfers.empty() && out.transfers(company).empty()) continue;
    out.make_of_base(company);
    out.changed_[company].transfers = std::move(transfers);
  }
  out.index_marks();
  // All are found before any is set: a company that is made of the base is no longer among the base's sharers.
  std::vector<std::pair<PartyId, std::vector<Succession>>> redone;
  Crowded crowded;
  for (const PartyId company : out.successions_to_redo()) {
    std::vector<Succession> successions;
    out.find_successions(company, crowded, successions);
    if (!successions.empty() || !out.successions(company).empty()) redone.emplace_back(company, std::move(successions));
  }
  for (auto& [company, successions] : redone) {
    out.make_of_base(company);
    out.changed_[company].successions = std::move(successions);
  }
  for (const auto& [company, made] : out.changed_)
    out.each_toucher(company, [&](PartyId party) { out.touched_more_[party].push_back(company); });
  return out;
}

std::vector<PartyId> Holdings::changed_companies() const {
  std::vector<PartyId> out;
  for (const auto& [company, made] : changed_) out.push_back(company);
  std::sort(out.begin(), out.end());
  return out;
}

Holdings Holdings::build(const Structure& structure, Moment moment, const ListingDays& listing_days, size_t links) {
  Holdings out;
  out.structure_ = &structure;
  out.moment_ = moment;
  out.listing_days_ = listing_days;
  out.links_ = std::min(links, structure.links().size());
  out.sort_rows();
  out.resolve_companies();
  out.find_transfers();
  out.index_marks();
  out.find_successions();
  out.index_touches();
  return out;
}

std::span<const Succession> Holdings::successions(PartyId company) const {
  if (const Company* made = changed(company)) return made->successions;
  const auto range = std::ranges::equal_range(plain().successions_, company, {}, &Succession::after);
  return {range.begin(), range.end()};
}

std::span<const Transfer> Holdings::transfers(PartyId company) const {
  if (const Company* made = changed(company)) return made->transfers;
  const auto range = std::ranges::equal_range(plain().transfers_, company, {}, &Transfer::company);
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
