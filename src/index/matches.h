// Which units of a query a word or join of the index is alike to.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "index/words.h"
#include "match/similarity.h"

namespace cordon::index {

// Units of a query that one word or join of the index is alike to, by its number. Open addressing: a query has some
// hundreds, and nearly every word that is looked up is none of them.
template <typename Key>
class Matches {
 public:
  struct Match {
    Key key;
    uint16_t unit;
    match::Similarity similarity;
    uint32_t next;  // + 1; 0: none
  };
  void clear() {
    rows_.clear();
    std::fill(heads_.begin(), heads_.end(), 0U);
  }
  bool empty() const { return rows_.empty(); }
  void add(const Key& key, uint16_t unit, match::Similarity similarity) {
    if (heads_.size() < 2 * (rows_.size() + 1)) grow();
    uint32_t& head = slot(key);
    rows_.push_back({key, unit, similarity, head});
    head = static_cast<uint32_t>(rows_.size());
  }
  template <typename Visit>
  void each(const Key& key, const Visit& visit) const {
    if (rows_.empty()) return;
    for (uint32_t at = heads_[place(key)]; at != 0; at = rows_[at - 1].next) visit(rows_[at - 1]);
  }

 private:
  static uint64_t mixed(WordId word) { return uint64_t{word} * 0x9E3779B97F4A7C15; }
  static uint64_t mixed(const JoinWords& w) {
    return mixed(w[0]) ^ mixed(w[1] + 1) * 0xD6E8FEB86659FD93 ^ mixed(w[2]) * 0xA0761D6478BD642F;
  }
  size_t place(const Key& key) const {
    const size_t mask = heads_.size() - 1;
    size_t i = mixed(key) >> 20 & mask;
    while (heads_[i] != 0 && rows_[heads_[i] - 1].key != key) i = (i + 1) & mask;
    return i;
  }
  uint32_t& slot(const Key& key) { return heads_[place(key)]; }
  void grow() {
    heads_.assign(std::max<size_t>(64, heads_.size() * 2), 0);
    for (uint32_t r = 0; r < rows_.size(); ++r) {
      uint32_t& head = slot(rows_[r].key);
      rows_[r].next = head;
      head = r + 1;
    }
  }
  std::vector<Match> rows_;
  std::vector<uint32_t> heads_;
};

}  // namespace cordon::index
