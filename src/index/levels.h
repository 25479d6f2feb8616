// How alike each part of a query's name is to a word of an entity, in few bits, and the points that bounds.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>

#include "match/judge.h"

namespace cordon::index {

// Four bits for each of the first kLevelParts parts of the query. 0: no word is alike, 15: one may be the same. Parts
// behind those count as the same in every entity.
using Levels = uint64_t;
inline constexpr size_t kLevelParts = 16;
inline constexpr uint32_t kMostLevel = 15;

// The level of a similarity (1 … 1000), and the greatest similarity of a level.
inline constexpr uint32_t kLevelStep = 35;
constexpr uint32_t level_of(int32_t similarity) {
  const uint32_t below = static_cast<uint32_t>(1000 - similarity) / kLevelStep;
  return kMostLevel - std::min(below, kMostLevel - 1);
}
constexpr uint16_t most_similar(uint32_t level) {
  return static_cast<uint16_t>(level == 0 ? 0 : 1000 - (kMostLevel - level) * kLevelStep);
}

constexpr uint32_t level_at(Levels levels, size_t part) { return static_cast<uint32_t>(levels >> (4 * part)) & 15U; }

constexpr void raise(Levels& levels, size_t part, uint32_t level) {
  const uint32_t now = level_at(levels, part);
  if (level > now) levels += Levels{level - now} << (4 * part);
}

// The parts of a query that a unit of it covers.
inline uint32_t parts_of(const match::Unit& unit) { return ((1U << unit.count) - 1U) << unit.first; }

// Calls `visit` with each part of a set.
template <typename Visit>
constexpr void each_part(uint32_t parts, const Visit& visit) {
  for (; parts != 0; parts &= parts - 1) visit(static_cast<size_t>(std::countr_zero(parts)));
}

constexpr void raise_all(Levels& levels, uint32_t parts, uint32_t level) {
  each_part(parts & ((1U << kLevelParts) - 1), [&](size_t part) { raise(levels, part, level); });
}

// Raises each part of `levels` to that of `other`.
constexpr void raise_to(Levels& levels, Levels other) {
  while (other != 0) {
    const auto part = static_cast<size_t>(std::countr_zero(other)) / 4;
    raise(levels, part, level_at(other, part));
    other &= ~(Levels{15} << (4 * part));
  }
}

// match::upper_bound() of one name of a query, by levels: the few that occur come again and again.
class LevelBounds {
 public:
  void begin(const match::PartWeights& weights, const Profile& profile) {
    weights_ = &weights;
    profile_ = &profile;
    ++name_;
  }
  struct Bound {
    Points points = -1;
    int64_t agrees = 0;  // the most that may agree, in thousandths of weight
  };
  const Bound& of(Levels levels) {
    Known& known = known_[(levels * 0x9E3779B97F4A7C15U) >> 56];
    if (known.levels == levels && known.name == name_) return known.bound;
    std::array<uint16_t, names::kMaxParts> similarity;
    int64_t agrees = 0;
    for (size_t i = 0; i < weights_->size; ++i) {
      similarity[i] = i < kLevelParts ? most_similar(level_at(levels, i)) : 1000;
      agrees += int64_t{weights_->weight[i]} * similarity[i];
    }
    known = {name_,
             levels,
             {match::upper_bound(*weights_, std::span(similarity.data(), weights_->size), *profile_), agrees}};
    return known.bound;
  }
  Points operator()(Levels levels) { return of(levels).points; }

 private:
  struct Known {
    uint64_t name = 0;
    Levels levels = 0;
    Bound bound;
  };
  uint64_t name_ = 0;  // of which what is known is
  const match::PartWeights* weights_ = nullptr;
  const Profile* profile_ = nullptr;
  std::array<Known, 256> known_;
};

}  // namespace cordon::index
