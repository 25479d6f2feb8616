// Chance that is the same on every machine: splitmix64 and integers, no distribution of the standard library.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace cordon::world {

// Mixes all bits of `x` (the finaliser of splitmix64).
constexpr uint64_t mix(uint64_t x) {
  x ^= x >> 30;
  x *= 0xBF58476D1CE4E5B9ULL;
  x ^= x >> 27;
  x *= 0x94D049BB133111EBULL;
  return x ^ (x >> 31);
}

constexpr uint64_t hash(std::string_view text) {
  uint64_t h = 0xCBF29CE484222325ULL;
  for (const char c : text) h = (h ^ static_cast<uint8_t>(c)) * 0x100000001B3ULL;
  return mix(h);
}

// A stream of numbers that depends on its key alone, so that any party can be made without those before it.
class Random {
 public:
  constexpr explicit Random(uint64_t key) : state_(mix(key)) {}
  // The stream of item `index` of kind `stream` in the world of `seed`.
  constexpr Random(uint64_t seed, std::string_view stream, uint64_t index)
      : state_(mix(mix(seed ^ hash(stream)) + index * 0x9E3779B97F4A7C15ULL)) {}

  constexpr uint64_t next() { return mix(state_ += 0x9E3779B97F4A7C15ULL); }
  // A number below `n`. REQUIRES: n > 0.
  constexpr uint32_t below(uint32_t n) { return static_cast<uint32_t>(((next() >> 32) * n) >> 32); }
  // A number from `low` to `high`, both included.
  constexpr uint32_t between(uint32_t low, uint32_t high) { return low + below(high - low + 1); }
  constexpr bool chance(uint32_t per_mille) { return below(1000) < per_mille; }

  // The place in `cumulative` (rising sums of weights) on which a fair throw falls. REQUIRES: not empty, last > 0.
  constexpr size_t weighted(std::span<const uint32_t> cumulative) {
    const uint32_t x = below(cumulative.back());
    size_t low = 0;
    size_t high = cumulative.size() - 1;
    while (low < high) {
      const size_t middle = (low + high) / 2;
      if (cumulative[middle] > x)
        high = middle;
      else
        low = middle + 1;
    }
    return low;
  }

  template <typename Container>
  constexpr const auto& pick(const Container& values) {
    return values[below(static_cast<uint32_t>(std::size(values)))];
  }

 private:
  uint64_t state_;
};

}  // namespace cordon::world
