// Damaged copies of files, the same ones on every machine: the input of the mutation test.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cordon::mutation {

// SplitMix64: small, and the same sequence everywhere.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t next() {
    uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  // Returns a number below `bound`; 0 where that is 0.
  size_t below(size_t bound) { return bound == 0 ? 0 : static_cast<size_t>(next() % bound); }

 private:
  uint64_t state_;
};

// Returns `original` with one to four kinds of damage: flipped, lost, inserted, repeated and swapped bytes, lines and
// stretches, cuts at either end, broken and changed encodings, line ends, long runs and deep nesting. At most
// kMutantBytes long.
inline constexpr size_t kMutantBytes = size_t{48} << 10;
std::string mutate(std::string_view original, Random& random);

}  // namespace cordon::mutation
