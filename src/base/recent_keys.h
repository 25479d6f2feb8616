// Numbers of which something was found lately: most questions of running text have the same short answer.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/checksum.h"
#include "base/huge_pages.h"

namespace cordon {

// Of fixed size: a number takes the place of the oldest of those that fall on its row. So has() may be false of what
// was added, and is never true of what was not.
template <typename Key>
class Recent {
 public:
  // `keys` at most; a power of two, 16 at the least.
  explicit Recent(size_t keys) : rows_(keys / kRow), shift_(64 - std::countr_zero(keys / kRow)) {}
  // REQUIRES of both: key is not Key{}.
  bool has(const Key& key) const {
    const Row& row = rows_[row_of(key)];
    // Most are among the first; of these all are looked at, since a loop that ends early is guessed wrongly.
    bool is_first = false;
    for (size_t i = 0; i < kFirst; ++i) is_first |= row.keys[i] == key;
    if (is_first) return true;
    return std::find(row.keys.begin() + kFirst, row.keys.end(), key) != row.keys.end();
  }
  void add(const Key& key) {
    auto& keys = rows_[row_of(key)].keys;
    std::shift_right(keys.begin(), keys.end(), 1);
    keys[0] = key;
  }
  // has() will be asked about the key soon.
  void fetch(const Key& key) const { __builtin_prefetch(&rows_[row_of(key)]); }
  void clear() { rows_.assign(rows_.size(), Row{}); }

 private:
  static constexpr size_t kLine = 64;  // bytes of a line of the cache
  static constexpr size_t kRow = kLine / sizeof(Key);
  static constexpr size_t kFirst = std::min<size_t>(kRow, 4);
  struct alignas(kLine) Row {
    std::array<Key, kRow> keys{};
  };
  size_t row_of(uint64_t key) const { return key * 0x9E3779B97F4A7C15ULL >> shift_; }
  size_t row_of(const Hash128& key) const { return row_of(key.low); }
  std::vector<Row, HugePages<Row>> rows_;
  int shift_;
};
// Where something was found lately: the same for numbers that have a place, one a row.
template <typename Value>
class RecentPlaces {
 public:
  // `places`: a power of two, 2 at the least.
  explicit RecentPlaces(size_t places) : rows_(places), shift_(64 - std::countr_zero(places)) {}
  // Returns the place that was added of the key, null where another key took its row. REQUIRES of both: key is not 0.
  Value* at(uint64_t key) const {
    const Row& row = rows_[row_of(key)];
    return row.key == key ? row.place : nullptr;
  }
  void add(uint64_t key, Value* place) { rows_[row_of(key)] = {key, place}; }
  void fetch(uint64_t key) const { __builtin_prefetch(&rows_[row_of(key)]); }
  void clear() { rows_.assign(rows_.size(), Row{}); }

 private:
  struct Row {
    uint64_t key = 0;
    Value* place = nullptr;
  };
  size_t row_of(uint64_t key) const { return key * 0x9E3779B97F4A7C15ULL >> shift_; }
  std::vector<Row, HugePages<Row>> rows_;
  int shift_;
};

using RecentKeys = Recent<uint64_t>;
using RecentHashes = Recent<Hash128>;

}  // namespace cordon
