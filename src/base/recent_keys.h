// Numbers of which something was found lately: most questions of running text have the same short answer.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/checksum.h"

namespace cordon {

// Of fixed size: a number takes the place of the oldest of those that fall on its row. So has() may be false of what
// was added, and is never true of what was not.
template <typename Key>
class Recent {
 public:
  // `keys` at most; a power of two, 8 at the least.
  explicit Recent(size_t keys) : rows_(keys / kRow), shift_(64 - std::countr_zero(keys / kRow)) {}
  // REQUIRES of both: key is not Key{}.
  bool has(const Key& key) const {
    const Row& row = rows_[row_of(key)];
    // All are looked at: a row is half a line of the cache, and a loop that ends early is guessed wrongly.
    return (row[0] == key) | (row[1] == key) | (row[2] == key) | (row[3] == key);
  }
  void add(const Key& key) {
    Row& row = rows_[row_of(key)];
    std::shift_right(row.begin(), row.end(), 1);
    row[0] = key;
  }
  // has() will be asked about the key soon.
  void fetch(const Key& key) const { __builtin_prefetch(&rows_[row_of(key)]); }
  void clear() { rows_.assign(rows_.size(), Row{}); }

 private:
  static constexpr size_t kRow = 4;
  using Row = std::array<Key, kRow>;
  size_t row_of(uint64_t key) const { return key * 0x9E3779B97F4A7C15ULL >> shift_; }
  size_t row_of(const Hash128& key) const { return row_of(key.low); }
  std::vector<Row> rows_;
  int shift_;
};
using RecentKeys = Recent<uint64_t>;
using RecentHashes = Recent<Hash128>;

}  // namespace cordon
