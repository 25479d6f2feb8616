// New companies that took over what a listed one had: its address, its phone number, its director.
#include <algorithm>

#include "base/utf8.h"
#include "graph/holdings.h"

namespace cordon::graph {
namespace {

constexpr Day kTakeOverGap = 30;      // between giving it up and taking it over
constexpr size_t kFewestDigits = 6;   // a shorter number is an extension
constexpr size_t kFewestLetters = 8;  // a shorter address is a town

bool is_mark(LinkKind kind) {
  return kind == LinkKind::kAddress || kind == LinkKind::kPhone || kind == LinkKind::kDirector;
}

// What has to be equal: letters and digits of an address whatever its case and signs, digits of a number without the
// prefix of international calls, the person of a director. "" where it says too little.
std::string value_of(const Structure& structure, const Link& link) {
  if (link.kind == LinkKind::kDirector) return std::to_string(link.owner);
  const std::string lowered = ascii_lower(structure.text(link.criterion));
  std::string out;
  for (const char c : lowered) {
    const bool is_digit = c >= '0' && c <= '9';
    const bool is_letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (is_digit || (is_letter && link.kind == LinkKind::kAddress)) out += c;
  }
  if (link.kind == LinkKind::kAddress) return out.size() < kFewestLetters ? "" : out;
  if (out.starts_with("00")) out.erase(0, 2);
  return out.size() < kFewestDigits ? "" : out;
}

uint64_t hash_of(LinkKind kind, const std::string& value) {
  return std::hash<std::string>{}(value) * 4 + static_cast<uint64_t>(kind);
}

}  // namespace

void Holdings::index_marks() {
  const std::span<const Link> links = structure_->links();
  const auto take = [&](uint32_t row) {
    const Link& link = links[row];
    if (!is_mark(link.kind) || link.known_at > moment_.known_at || link.from > moment_.as_of) return;
    const std::string value = value_of(*structure_, link);
    if (!value.empty()) known_marks_.emplace_back(hash_of(link.kind, value), row);
  };
  if (base_ == nullptr) {
    for (uint32_t row = 0; row < links_; ++row) take(row);
  } else {
    for (const auto& [company, made] : changed_)
      for (const uint32_t row : made.rows) take(row);
  }
  std::sort(known_marks_.begin(), known_marks_.end());
}

// Visits the rows with that value until `visit` returns false.
template <typename Visit>
void Holdings::each_sharer(uint64_t value, const Visit& visit) const {
  const auto each = [&](const Holdings& h, bool changed_too) {
    for (auto at = std::ranges::lower_bound(h.known_marks_, std::pair(value, uint32_t{0}));
         at != h.known_marks_.end() && at->first == value; ++at)
      if ((changed_too || changed(structure_->links()[at->second].owned) == nullptr) && !visit(at->second))
        return false;
    return true;
  };
  if (base_ == nullptr || each(*base_, false)) each(*this, true);
}

// The day on which a company began: that of its founding, else the first that its rows name.
Day Holdings::beginning(PartyId company) const {
  Day first = kForever, founded = kForever;
  for (const uint32_t row : rows_of(company)) {
    const Link& link = structure_->links()[row];
    if (link.kind == LinkKind::kFounded) founded = std::min(founded, link.from);
    if (link.from != kAlways && link.kind != LinkKind::kFamily) first = std::min(first, link.from);
  }
  if (founded != kForever) return founded;
  return first == kForever ? kAlways : first;
}

// The rows with the same value as `row`, or nothing where more than kMostSharers companies have them; of `unchanged`
// companies only those that with() left as they were.
std::optional<std::vector<uint32_t>> Holdings::sharers(uint32_t row, const std::string& value, bool unchanged) const {
  const std::span<const Link> links = structure_->links();
  const LinkKind kind = links[row].kind;
  std::vector<uint32_t> out;
  std::vector<PartyId> companies;
  each_sharer(hash_of(kind, value), [&](uint32_t other) {
    const PartyId company = links[other].owned;
    if (unchanged && changed(company) != nullptr) return true;
    if (links[other].kind != kind || value_of(*structure_, links[other]) != value) return true;
    out.push_back(other);
    if (std::find(companies.begin(), companies.end(), company) == companies.end()) companies.push_back(company);
    return companies.size() <= kMostSharers;
  });
  if (companies.size() > kMostSharers) return {};
  return out;
}

// `crowded` gets the values that too many share, so that they are looked at once and not by each of these.
void Holdings::find_successions(PartyId company, Crowded& crowded, std::vector<Succession>& out) const {
  const std::span<const Link> links = structure_->links();
  const Day began = beginning(company);
  if (began == kAlways) return;
  for (const uint32_t row : rows_of(company)) {
    const Link& has = links[row];
    if (!is_mark(has.kind) || !has.covers(moment_.as_of)) continue;
    const std::string value = value_of(*structure_, has);
    if (value.empty()) continue;
    const std::string known = value + ' ' + static_cast<char>('a' + static_cast<unsigned>(has.kind));
    if (crowded.contains(known)) continue;
    const Day day = has.from == kAlways ? began : has.from;
    auto shared = sharers(row, value, false);
    if (!shared) {
      crowded.insert(known);
      continue;
    }
    std::vector<uint32_t>& others = *shared;
    std::sort(others.begin(), others.end());
    for (const uint32_t other : others) {
      const Link& had = links[other];
      if (had.owned == company || had.from > day) continue;
      const auto listing = listing_days_.find(had.owned);
      const bool gave_up =
          had.to <= moment_.as_of && std::abs(day - had.to) <= kTakeOverGap && began >= had.to - kListingDays;
      const bool was_listed = listing != listing_days_.end() && day >= listing->second - kListingDays &&
                              began >= listing->second - kListingDays;
      if (gave_up || was_listed) out.push_back({had.owned, company, has.kind, day, other, row});
    }
  }
}

void Holdings::find_successions() {
  std::vector<PartyId> companies;
  for (const auto& [value, row] : known_marks_) companies.push_back(structure_->links()[row].owned);
  std::sort(companies.begin(), companies.end());
  companies.erase(std::unique(companies.begin(), companies.end()), companies.end());
  Crowded crowded;
  for (const PartyId company : companies) find_successions(company, crowded, successions_);
}

// The changed companies, and those that have what one of them has or had.
std::vector<PartyId> Holdings::successions_to_redo() const {
  std::vector<PartyId> out;
  const auto take = [&](uint32_t row) {
    const Link& link = structure_->links()[row];
    if (!is_mark(link.kind)) return;
    // Where too many companies that did not change share it, it said nothing before and says nothing now.
    if (const auto others = sharers(row, value_of(*structure_, link), true))
      for (const uint32_t other : *others) out.push_back(structure_->links()[other].owned);
  };
  for (const auto& [company, made] : changed_) {
    out.push_back(company);
    for (const uint32_t row : made.rows) take(row);
    for (const uint32_t row : base_->rows_of(company)) take(row);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace cordon::graph
