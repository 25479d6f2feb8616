#include "graph/stored_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/utf8.h"

namespace cordon::graph {
namespace {

constexpr uint64_t kVersion = 1;
constexpr Day kMostDays = 2'000'000;  // from 1970 on, either way: no day of any list lies further
enum Field : uint8_t { kShareField = 1, kCriterion = 2, kFrom = 4, kTo = 8, kSource = 16, kOdd = 32, kFields = 64 };

void put(std::string& out, uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}
void put_text(std::string& out, std::string_view text) {
  put(out, text.size());
  out += text;
}
uint32_t zigzag(Day day) { return (static_cast<uint32_t>(day) << 1) ^ static_cast<uint32_t>(day >> 31); }

// Reads what the functions above wrote. After the first fault every read gives 0 and is_ok() is false.
class In {
 public:
  explicit In(std::string_view bytes) : bytes_(bytes) {}
  bool is_ok() const { return ok_; }
  bool at_end() const { return at_ == bytes_.size(); }
  size_t position() const { return at_; }
  uint64_t number(uint64_t below) {
    uint64_t value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      if (at_ >= bytes_.size()) return broken();
      const auto byte = static_cast<uint8_t>(bytes_[at_++]);
      value |= uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value < below ? value : broken();
    }
    return broken();
  }
  // A count of things of at least `smallest` bytes each.
  size_t count(size_t smallest) { return number((bytes_.size() - at_) / smallest + 1); }
  std::string_view text() {
    const size_t size = count(1);
    if (!ok_) return {};
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }
  Day day() {
    const uint64_t value = number(uint64_t{1} << 32);
    const auto day = static_cast<Day>(static_cast<uint32_t>(value >> 1) ^ (~static_cast<uint32_t>(value & 1) + 1));
    return day >= -kMostDays && day <= kMostDays ? day : static_cast<Day>(broken());
  }
  uint64_t broken() {
    ok_ = false;
    at_ = bytes_.size();
    return 0;
  }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
  bool ok_ = true;
};

}  // namespace

uint64_t StoredLinksBuilder::outside(std::string_view name) {
  auto found = outside_.find(name);
  if (found == outside_.end()) found = outside_.emplace(std::string(name), kOutside | outside_.size()).first;
  return found->second;
}

uint32_t StoredLinksBuilder::text(std::string_view text) {
  if (text.empty()) return 0;
  auto found = texts_.find(text);
  if (found == texts_.end()) found = texts_.emplace(std::string(text), static_cast<uint32_t>(texts_.size() + 1)).first;
  return found->second;
}

void StoredLinksBuilder::add(uint32_t number, std::vector<StatedLink> links) {
  for (StatedLink& link : links) waiting_.push_back({number, std::move(link)});
}

void StoredLinksBuilder::end_list(const std::function<std::optional<uint32_t>(std::string_view id)>& find,
                                  bool marks_listed) {
  marks_listed_.push_back(marks_listed);
  for (const Waiting& one : waiting_) {
    const StatedLink& link = one.link;
    const auto number = link.other_id.empty() ? std::nullopt : find(link.other_id);
    const uint64_t other = number ? *number : outside(link.other_name.empty() ? link.other_id : link.other_name);
    if (other == one.number) continue;  // a party that the list links to itself
    Row row{other, one.number, link.kind, link.is_odd, 0, text(link.criterion), text(link.source), link.from, link.to};
    if (link.holder == Holder::kThis) std::swap(row.owner, row.owned);
    // A relative's relative: stated from both ends, kept once.
    if (link.kind == LinkKind::kFamily && row.owner > row.owned) std::swap(row.owner, row.owned);
    if (takes_share(link.kind)) row.share = text(share_text(link.share));
    rows_.push_back(row);
  }
  waiting_.clear();
}

// A link without a share says that there is a stake. On days for which the same owner's share in the same party is
// stated, that is this stake and none beside it (OW16).
void StoredLinksBuilder::clip_unknown() {
  const auto found = texts_.find("unknown");
  if (found == texts_.end()) return;
  const auto is_unknown = [&](const Row& row) {
    return row.kind == LinkKind::kShares && row.share == found->second && !row.is_odd;
  };
  std::map<std::pair<uint64_t, uint64_t>, std::vector<std::pair<Day, Day>>> stated;  // by owned and owner
  for (const Row& row : rows_)
    if (is_unknown(row)) stated[{row.owned, row.owner}];
  for (const Row& row : rows_)
    if (row.kind == LinkKind::kShares && row.share != found->second && row.from < row.to)
      if (const auto it = stated.find({row.owned, row.owner}); it != stated.end())
        it->second.emplace_back(row.from, row.to);
  for (auto& [pair, spans] : stated) std::ranges::sort(spans);
  std::vector<Row> kept;
  for (const Row& row : rows_) {
    if (!is_unknown(row)) {
      kept.push_back(row);
      continue;
    }
    Row rest = row;
    for (const auto& [from, to] : stated.at({row.owned, row.owner})) {
      if (to <= rest.from || from >= rest.to) continue;
      if (from > rest.from) {
        kept.push_back(rest);
        kept.back().to = from;
      }
      rest.from = to;
      if (rest.from >= rest.to) break;
    }
    if (rest.from < rest.to || row.from >= row.to) kept.push_back(rest);
  }
  rows_ = std::move(kept);
}

std::string StoredLinksBuilder::build() {
  clip_unknown();
  // Numbers in the order of what they stand for, so that nothing depends on who came first.
  std::set<uint64_t> used;
  for (const Row& row : rows_)
    for (const uint64_t party : {row.owner, row.owned})
      if (party < kOutside) used.insert(party);
  std::map<uint64_t, uint64_t> index;
  std::string out;
  put(out, kVersion);
  put(out, marks_listed_.size());
  for (const bool marks : marks_listed_) put(out, marks);
  put(out, used.size());
  uint64_t before = 0;
  for (const uint64_t number : used) {
    put(out, number - before);
    before = number;
    index.emplace(number, index.size());
  }
  put(out, outside_.size());
  for (const auto& [name, party] : outside_) {
    put_text(out, name);
    index.emplace(party, index.size());
  }
  put(out, texts_.size());
  std::vector<uint32_t> renumbered(texts_.size() + 1);
  uint32_t next = 1;
  for (const auto& [text, id] : texts_) {
    put_text(out, text);
    renumbered[id] = next++;
  }
  for (Row& row : rows_) {
    row.owner = index.at(row.owner), row.owned = index.at(row.owned);
    for (uint32_t* text : {&row.share, &row.criterion, &row.source}) *text = renumbered[*text];
  }
  const auto key = [](const Row& row) {
    return std::tuple(row.owned, row.owner, row.kind, row.criterion, row.share, row.from, row.to, row.source,
                      row.is_odd);
  };
  std::ranges::sort(rows_, {}, key);
  rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
  put(out, rows_.size());
  before = 0;
  for (const Row& row : rows_) {
    put(out, row.owned - before);
    before = row.owned;
    put(out, row.owner);
    put(out, static_cast<uint64_t>(row.kind));
    const auto day = [](Day value) { return value >= -kMostDays && value <= kMostDays; };
    put(out, kShareField * (row.share != 0) | kCriterion * (row.criterion != 0) | kFrom * day(row.from) |
                 kTo * day(row.to) | kSource * (row.source != 0) | kOdd * row.is_odd);
    if (row.share != 0) put(out, row.share);
    if (row.criterion != 0) put(out, row.criterion);
    if (day(row.from)) put(out, zigzag(row.from));
    if (day(row.to)) put(out, zigzag(row.to));
    if (row.source != 0) put(out, row.source);
  }
  return out;
}

Result<StoredLinks> StoredLinks::open(std::string_view section, uint32_t entities) {
  In in(section);
  if (const uint64_t version = in.number(UINT64_MAX); in.is_ok() && version != kVersion)
    return fail(ErrorCode::kVersion, "the links have another version; rebuild the snapshot with 'cordon build'");
  const auto corrupt = [&] {
    return fail(ErrorCode::kCorrupt, "the table of links does not make sense", {{}, 0, in.position()});
  };
  StoredLinks out;
  for (size_t lists = in.count(1); lists > 0; --lists) out.marks_listed_.push_back(in.number(2) != 0);
  out.numbers_.resize(in.count(1));
  uint64_t before = 0;
  for (size_t i = 0; i < out.numbers_.size(); ++i) {
    const uint64_t number = before + in.number(entities);
    if (number >= entities || (i > 0 && number == before)) in.broken();
    if (!in.is_ok()) return corrupt();
    out.numbers_[i] = static_cast<uint32_t>(before = number);
  }
  out.outside_.resize(in.count(1));
  for (std::string_view& name : out.outside_) {
    name = in.text();
    if (first_invalid_utf8(name)) in.broken();
  }
  if (!std::ranges::is_sorted(out.outside_)) in.broken();
  out.texts_.resize(in.count(1) + 1);
  std::vector<uint32_t> shares(out.texts_.size(), kNoNumber);  // by text
  for (size_t i = 1; i < out.texts_.size(); ++i) {
    out.texts_[i] = in.text();
    if (first_invalid_utf8(out.texts_[i])) in.broken();
  }
  const size_t rows = in.count(4);
  if (!in.is_ok()) return corrupt();
  out.rows_.reserve(rows);
  before = 0;
  for (size_t i = 0; i < rows; ++i) {
    Row row{};
    row.owned = static_cast<Party>(before += in.number(out.parties() - before));
    row.owner = static_cast<Party>(in.number(out.parties()));
    row.kind = static_cast<LinkKind>(in.number(kLinkKinds));
    const uint64_t has = in.number(kFields);
    const uint32_t share = has & kShareField ? static_cast<uint32_t>(in.number(out.texts_.size())) : 0;
    row.criterion = has & kCriterion ? static_cast<uint32_t>(in.number(out.texts_.size())) : 0;
    row.from = has & kFrom ? in.day() : kAlways;
    row.to = has & kTo ? in.day() : kForever;
    row.source = has & kSource ? static_cast<uint32_t>(in.number(out.texts_.size())) : 0;
    row.is_odd = has & kOdd;
    if (!in.is_ok() || row.owner == row.owned || !takes_owner(row.kind) || row.kind == LinkKind::kPact ||
        takes_share(row.kind) != (share != 0))
      return corrupt();
    if (share != 0 && shares[share] == kNoNumber) {
      auto known = parse_share(out.texts_[share]);
      if (!known) return corrupt();
      shares[share] = static_cast<uint32_t>(out.shares_.size());
      out.shares_.push_back(*std::move(known));
    }
    row.share = share != 0 ? shares[share] : 0;
    out.rows_.push_back(row);
  }
  if (!in.at_end()) return corrupt();
  return out;
}

std::optional<StoredLinks::Party> StoredLinks::party(uint32_t number) const {
  const auto found = std::lower_bound(numbers_.begin(), numbers_.end(), number);
  if (found == numbers_.end() || *found != number) return {};
  return static_cast<Party>(found - numbers_.begin());
}

std::optional<StoredLinks::Party> StoredLinks::named(std::string_view name) const {
  const auto found = std::lower_bound(outside_.begin(), outside_.end(), name);
  if (found == outside_.end() || *found != name) return {};
  return static_cast<Party>(numbers_.size() + static_cast<size_t>(found - outside_.begin()));
}

std::vector<StoredLinks::Party> StoredLinks::behind(std::span<const Party> wanted) const {
  std::vector<std::pair<Party, Party>> ties;  // relatives, from the end by which rows() is not sorted
  for (const Row& row : rows_)
    if (row.kind == LinkKind::kFamily) ties.emplace_back(row.owner, row.owned);
  std::ranges::sort(ties);
  std::vector<bool> seen(parties());
  std::vector<Party> out;
  const auto reach = [&](Party party) {
    if (seen[party]) return;
    seen[party] = true;
    out.push_back(party);
  };
  for (const Party party : wanted) reach(party);
  for (size_t i = 0; i < out.size(); ++i) {
    const Party party = out[i];
    for (const Row& row : std::ranges::equal_range(rows_, party, {}, &Row::owned)) reach(row.owner);
    for (const auto& tie : std::ranges::equal_range(ties, party, {}, &std::pair<Party, Party>::first))
      reach(tie.second);
  }
  std::ranges::sort(out);
  return out;
}

namespace {

// What several lists say of one stake: a range from the least to the most of them.
Share hull_of(const Share& a, const Share& b) {
  const auto is_lower = [](const Bound& x, const Bound& y) {
    return x.value < y.value || (x.value == y.value && !x.open && y.open);
  };
  const auto is_higher = [](const Bound& x, const Bound& y) {
    return x.value > y.value || (x.value == y.value && !x.open && y.open);
  };
  return {is_lower(a.low, b.low) ? a.low : b.low, is_higher(a.high, b.high) ? a.high : b.high};
}

}  // namespace

// Entries of several lists may be one party of the structure. Two lists that each state its stake in a company state
// one stake and not two, so that their rows never add up: a share that is stated stands before an unknown one; where
// both state one, what they say together is a range.
std::vector<StoredLinks::Merged> StoredLinks::merged(std::span<const PartyId> party_of) const {
  std::map<std::tuple<PartyId, PartyId, LinkKind>, std::vector<size_t>> by_stake;
  std::unordered_map<PartyId, uint32_t> count;  // how many parties of the section are this one
  for (Party party = 0; party < parties(); ++party)
    if (party_of[party] != kNobody) ++count[party_of[party]];
  const auto is_shared = [&](Party party) { return count.at(party_of[party]) > 1; };
  std::vector<Merged> out;
  for (size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    const PartyId owner = party_of[row.owner], owned = party_of[row.owned];
    if (owner == kNobody || owned == kNobody || owner == owned) continue;
    if (takes_share(row.kind) && (is_shared(row.owner) || is_shared(row.owned)))
      by_stake[{owner, owned, row.kind}].push_back(i);
    else
      out.push_back({&row, std::nullopt});
  }
  for (const auto& [stake, rows] : by_stake) {
    const auto entry_of = [&](size_t i) { return std::pair(rows_[i].owner, rows_[i].owned); };
    const auto is_unknown = [&](size_t i) { return shares_[rows_[i].share] == unknown_share(); };
    std::vector<size_t> stated;
    for (const size_t i : rows)
      if (!is_unknown(i)) stated.push_back(i);
    if (stated.empty()) stated = rows;
    const auto is_first = [&](size_t i) { return entry_of(i) == entry_of(stated.front()); };
    if (std::ranges::all_of(stated, is_first)) {
      for (const size_t i : stated) out.push_back({&rows_[i], std::nullopt});
      continue;
    }
    // Which row of the one list is which of the other nobody can say where there are several.
    Merged one{&rows_[stated.front()], shares_[rows_[stated.front()].share]};
    for (const size_t i : stated) one.share = hull_of(*one.share, shares_[rows_[i].share]);
    for (const size_t i : stated) {
      one.from = std::min(one.from, rows_[i].from);
      one.to = std::max(one.to, rows_[i].to);
    }
    out.push_back(std::move(one));
  }
  return out;
}

void StoredLinks::add_to(Structure& out, std::span<const PartyId> party_of) const {
  std::vector<ShareId> shares(shares_.size(), kNoShare);
  for (const Merged& one : merged(party_of)) {
    const Row& row = *one.row;
    Link link;
    link.owner = party_of[row.owner], link.owned = party_of[row.owned];
    link.kind = row.kind;
    if (one.share) {
      link.share = out.share(*one.share);
    } else if (takes_share(row.kind)) {
      if (shares[row.share] == kNoShare) shares[row.share] = out.share(shares_[row.share]);
      link.share = shares[row.share];
    }
    if (row.criterion != 0) link.criterion = out.text(texts_[row.criterion]);
    if (row.source != 0) link.source = out.text(texts_[row.source]);
    link.from = one.share ? one.from : row.from, link.to = one.share ? one.to : row.to;
    out.add(link);
    if (row.is_odd) out.mark(link.owned, Defect::kInconsistent);
  }
}

}  // namespace cordon::graph
