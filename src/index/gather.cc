#include "index/gather.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "index/index.h"

namespace cordon::index {

using names::PartKind;

namespace {

// What other steps cost, in bytes of postings that could be read instead: looking at all names of an entity, at its
// attributes, at one more list.
constexpr uint64_t kBytesPerEntity = 96;
constexpr uint64_t kBytesPerAttributes = 4;
constexpr uint64_t kBytesPerList = 16;

// So many long lists are kept as bits, twice over (half a megabyte each for four million entities).
constexpr size_t kDenseLists = 48;

uint32_t hash(uint32_t entity) { return entity * 2654435761U; }

Levels greater(Levels a, Levels b) {
  raise_to(a, b);
  return a;
}

}  // namespace

// Every posting list of a word or join alike to a unit, but for parts that weigh nothing and those without a level.
void Gathering::list_all(const Request& r) {
  lists_.clear();
  groups_.clear();
  for (auto& part : costs_) part.fill(0);
  const match::PartWeights& w = r.name.weights;
  uint32_t counted = 0;
  for (size_t i = 0; i < std::min(w.size, kLevelParts); ++i)
    if (w.weight[i] != 0) counted |= 1U << i;
  for (size_t u = 0; u < r.name.units.size(); ++u) {
    const uint32_t parts = parts_of(*r.name.units[u].unit) & counted;
    if (parts == 0) continue;
    const auto add = [&](const Postings& postings, const Alikes::Row& row) {
      const uint32_t level = level_of(row.similarity);
      lists_.push_back({&postings, row.number, row.bytes, parts, level});
      each_part(parts, [&](size_t part) { costs_[part][level] += row.bytes + kBytesPerList; });
    };
    for (const Alikes::Row& row : r.alikes[u]->words) add(r.index.word_entities_, row);
    for (const Alikes::Row& row : r.alikes[u]->joins) add(r.index.join_entities_, row);
  }
}

// The levels up to which the lists of each part may be left unread, those whose lists are longest raised first. Where
// even without any list a name may reach the cutoff, as a name of initials, the bound of what is returned does too.
Levels Gathering::levels_unread(const Request& r) {
  const match::PartWeights& w = r.name.weights;
  Levels out = r.initials;
  std::array<uint8_t, kLevelParts> order;
  size_t parts = 0;
  std::array<uint64_t, kLevelParts> total = {};
  for (size_t i = 0; i < std::min(w.size, kLevelParts); ++i) {
    if (w.weight[i] == 0 || w.kind[i] == PartKind::kInitial) continue;
    total[i] = std::accumulate(costs_[i].begin(), costs_[i].end(), uint64_t{0});
    order[parts++] = static_cast<uint8_t>(i);
  }
  if (r.bound(out) >= r.cutoff) return out;
  std::sort(order.begin(), order.begin() + parts,
            [&](uint8_t a, uint8_t b) { return std::pair(total[b], a) < std::pair(total[a], b); });
  for (size_t i = 0; i < parts; ++i) {
    uint32_t level = kMostLevel;
    for (; level > 0; --level) {
      Levels raised = out;
      raise(raised, order[i], level);
      if (r.bound(raised) < r.cutoff) break;
    }
    raise(out, order[i], level);
  }
  return out;
}

bool Gathering::essential(const List& list, Levels unread) const {
  bool out = false;
  each_part(list.parts, [&](size_t part) { out |= list.level > level_at(unread, part); });
  return out;
}

// Makes room for so many entities, and numbers those that are met.
void Gathering::number(size_t most) {
  slot_bits_ = std::max(8, static_cast<int>(std::bit_width(most)) + 1);
  slots_.assign(size_t{1} << slot_bits_, 0);
  for (uint32_t i = 0; i < met_.size(); ++i) slots_[slot(hash(met_[i].entity), met_[i].entity)] = i + 1;
}

// The slot of an entity, or the free one where it belongs.
uint32_t Gathering::slot(uint32_t hash, uint32_t entity) const {
  const uint32_t mask = (1U << slot_bits_) - 1;
  uint32_t at = hash >> (32 - slot_bits_);
  while (slots_[at] != 0 && met_[slots_[at] - 1].entity != entity) at = (at + 1) & mask;
  return at;
}

// A bit for every entity met, by its hash: most entities of a list are none of them.
void Gathering::filter() {
  filter_bits_ = std::clamp(static_cast<int>(std::bit_width(met_.size())) + 4, 12, 22);
  filter_.assign(size_t{1} << (filter_bits_ - 6), 0);
  for (const Met& met : met_) {
    const uint32_t bit = hash(met.entity) >> (32 - filter_bits_);
    filter_[bit / 64] |= uint64_t{1} << (bit % 64);
  }
}

void Gathering::meet(const List& list) {
  read += list.bytes;
  Levels level = 0;
  raise_all(level, list.parts, list.level);
  const bool single = std::has_single_bit(list.parts);
  const auto part = static_cast<size_t>(std::countr_zero(list.parts));
  list.postings->each(list.number, [&](uint32_t entity) {
    uint32_t& place = slots_[slot(hash(entity), entity)];
    if (place == 0) {
      met_.push_back({entity, 0, kPointsOne, level});
      place = static_cast<uint32_t>(met_.size());
      if (met_.size() * 2 > slots_.size()) number(met_.size() * 4);
      return;
    }
    Levels& levels = met_[place - 1].levels;
    if (single)
      raise(levels, part, list.level);
    else
      raise_all(levels, list.parts, list.level);
  });
}

void Gathering::find(const Request& r, const List& list) {
  if (list.bytes >= dense_bytes && list.bytes > met_.size()) {
    const std::vector<uint64_t>& bits = dense(r, list);
    for (Met& met : met_)
      if ((bits[met.entity / 64] >> (met.entity % 64) & 1) != 0) raise_all(met.levels, list.parts, list.level);
    return;
  }
  read += list.bytes;
  list.postings->each(list.number, [&](uint32_t entity) {
    const uint32_t hashed = hash(entity);
    const uint32_t bit = hashed >> (32 - filter_bits_);
    if ((filter_[bit / 64] >> (bit % 64) & 1) == 0) return;
    if (const uint32_t place = slots_[slot(hashed, entity)]; place != 0)
      raise_all(met_[place - 1].levels, list.parts, list.level);
  });
}

const std::vector<uint64_t>& Gathering::dense(const Request& r, const List& list) {
  const std::pair key(list.postings, list.number);
  if (const auto it = newer_.find(key); it != newer_.end()) return it->second;
  if (newer_.size() >= kDenseLists) {
    older_ = std::move(newer_);
    newer_.clear();
  }
  if (auto node = older_.extract(key)) return newer_.insert(std::move(node)).position->second;
  std::vector<uint64_t>& bits = newer_[key];
  bits.resize(r.index.entities_ / 64 + 1);
  read += list.bytes;
  list.postings->each(list.number, [&](uint32_t entity) { bits[entity / 64] |= uint64_t{1} << (entity % 64); });
  return bits;
}

// Drops who cannot have the name points that it needs.
void Gathering::drop(const Request& r) {
  Levels last = 0;
  Points points = r.bound(unread_);
  std::erase_if(met_, [&](const Met& met) {
    if (met.levels != last) {
      last = met.levels;
      points = r.bound(greater(last, unread_));
    }
    return points < (met.attributes == 0 ? r.cutoff : bounds_[met.attributes].needed);
  });
}

void Gathering::forget() {
  newer_.clear();
  older_.clear();
}

void Gathering::begin(const Index& index, const Subject& subject, const Profile& profile) {
  ++query_;
  index_ = &index;
  subject_ = &subject;
  profile_ = &profile;
  birth_day_.reset();
  if (subject.birth_dates.size() == 1 && subject.birth_dates[0].precision == DatePrecision::kDay)
    birth_day_ = subject.birth_dates[0].low;
  countries_.assign(index.countries_.size(), 0);
  for (size_t schema = 0; schema < compatible_.size(); ++schema)
    compatible_[schema] = compatible(subject.schema, static_cast<Schema>(schema));
  bound_places_.fill(0);
  bounds_.assign(1, {});
}

match::DateRelation Gathering::birth_relation(layout::Attributes of) {
  if (subject_->birth_dates.empty()) return match::DateRelation::kUnknown;
  if (const auto day = of.birth_day()) {
    if (birth_day_)
      if (const auto relation = match::compare_days(*day, *birth_day_)) return *relation;
    const DateSpan birth{DatePrecision::kDay, *day, *day};
    return match::birth_relation(*subject_, std::span(&birth, 1));
  }
  Remembered& known = births_[of.births % births_.size()];
  if (known.query == query_ && known.number == of.births) return known.relation;
  index_->births(of.births, dates_);
  known = {query_, of.births, match::birth_relation(*subject_, dates_)};
  return known.relation;
}

match::Shared Gathering::shared_country(uint32_t number) {
  if (subject_->countries.empty() || number >= countries_.size()) return match::Shared::kUnknown;
  uint8_t& known = countries_[number];
  if (known == 0) {
    index_->countries(number, codes_);
    known = static_cast<uint8_t>(1 + static_cast<uint8_t>(match::shared_country(*subject_, codes_)));
  }
  return static_cast<match::Shared>(known - 1);
}

uint16_t Gathering::attributes_of(uint32_t entity, Points threshold, Points cutoff) {
  const layout::Attributes of = index_->attributes(entity);
  const match::DateRelation births = birth_relation(of);
  const match::Shared country = shared_country(of.countries());
  const bool compatible = compatible_[static_cast<size_t>(of.schema()) % compatible_.size()];
  uint16_t& place =
      bound_places_[static_cast<size_t>(births) * 6 + static_cast<size_t>(country) * 2 + (compatible ? 0 : 1)];
  if (place == 0) {
    const match::AttributeBound bound = match::bound_attributes(*subject_, births, country, compatible, *profile_);
    bounds_.push_back({bound, std::max(cutoff, match::needed_points(threshold, bound, *profile_))});
    place = static_cast<uint16_t>(bounds_.size() - 1);
  }
  return place;
}

void Gathering::look_up_attributes(const Request& r) {
  if (attributes_known_) return;
  attributes_known_ = true;
  constexpr size_t kSoon = 12;
  for (size_t i = 0; i < met_.size(); ++i) {
    if (i + kSoon < met_.size())
      __builtin_prefetch(r.index.attributes_.data() + met_[i + kSoon].entity * sizeof(layout::Attributes));
    met_[i].attributes = attributes_of(met_[i].entity, r.threshold, r.cutoff);
  }
  drop(r);
}

const std::vector<Met>& Gathering::gather(const Request& r) {
  met_.clear();
  attributes_known_ = false;
  list_all(r);
  const Levels left = levels_unread(r);
  unread_ = left;
  if (r.bound(left) >= r.cutoff) {  // nothing is essential: all are looked at
    met_.resize(r.index.entities_);
    for (uint32_t e = 0; e < r.index.entities_; ++e) met_[e].entity = e;
    unread_ = 0;
    for (size_t i = 0; i < kLevelParts; ++i) raise(unread_, i, kMostLevel);
  } else {
    number(0);
    // Those that are not essential are put first, by what they cover.
    const auto rest =
        std::partition(lists_.begin(), lists_.end(), [&](const List& list) { return !essential(list, left); });
    constexpr std::ptrdiff_t kSoon = 4, kLater = 8;
    for (auto list = rest; list != lists_.end(); ++list) {
      if (lists_.end() - list > kLater) list[kLater].postings->prefetch_start(list[kLater].number);
      if (lists_.end() - list > kSoon) list[kSoon].postings->prefetch_bytes(list[kSoon].number);
      meet(*list);
    }
    lists_.erase(rest, lists_.end());
    for (const List& list : lists_) {
      auto group = std::ranges::find(groups_, list.parts, &Group::parts);
      if (group == groups_.end()) group = groups_.insert(groups_.end(), Group{list.parts, 0, 0, false});
      group->level = std::max(group->level, list.level);
      group->bytes += list.bytes + kBytesPerList;
    }
    std::sort(groups_.begin(), groups_.end(),
              [](const Group& a, const Group& b) { return std::pair(a.bytes, a.parts) < std::pair(b.bytes, b.parts); });
    const auto still_unread = [&] {
      unread_ = r.initials;
      for (const Group& group : groups_)
        if (!group.done) raise_all(unread_, group.parts, group.level);
    };
    still_unread();
    // A list that is kept as bits is asked for each entity met.
    const auto cost_of = [&](const Group& group) {
      uint64_t cost = 0;
      for (const List& list : lists_)
        if (list.parts == group.parts)
          cost += std::min<uint64_t>(list.bytes, list.bytes >= dense_bytes ? met_.size() : list.bytes) + kBytesPerList;
      return cost;
    };
    for (Group& group : groups_) {
      if (met_.size() * kBytesPerAttributes < group.bytes) look_up_attributes(r);
      if (met_.size() * kBytesPerEntity < cost_of(group)) continue;
      number(met_.size());
      filter();
      for (const List& list : lists_)
        if (list.parts == group.parts) find(r, list);
      group.done = true;
      still_unread();
      drop(r);
    }
  }
  look_up_attributes(r);
  for (Met& met : met_) {
    const Points points = r.bound(greater(met.levels, unread_));
    met.most = bounds_[met.attributes].most(points, r.profile);
  }
  return met_;
}

}  // namespace cordon::index
