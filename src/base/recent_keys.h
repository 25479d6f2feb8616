// Numbers of which something was found lately: most questions of running text have the same short answer.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cordon {

// Of fixed size: a number takes the place of an earlier one that falls on its slot. So has() may be false of what was
// added, and is never true of what was not.
class RecentKeys {
 public:
  // `slots` is a power of two, 2 at the least.
  explicit RecentKeys(size_t slots) : slots_(slots), shift_(64 - std::countr_zero(slots)) {}
  // REQUIRES of both: key is not 0.
  bool has(uint64_t key) const { return slots_[slot(key)] == key; }
  void add(uint64_t key) { slots_[slot(key)] = key; }
  void clear() { slots_.assign(slots_.size(), 0); }

 private:
  size_t slot(uint64_t key) const { return key * 0x9E3779B97F4A7C15ULL >> shift_; }
  std::vector<uint64_t> slots_;
  int shift_;
};

}  // namespace cordon
