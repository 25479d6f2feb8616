// Which units of a query a word or join of the index is alike to.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "index/levels.h"
#include "index/words.h"
#include "match/similarity.h"

namespace cordon::index {

// By the word or join. Open addressing: a query has some hundreds, and nearly every word that is looked up is none of
// them.
template <typename Key>
class Matches {
 public:
  struct Match {
    uint16_t unit;
    uint16_t similarity;
    match::Alike how;
    uint32_t next;  // + 1; 0: none
  };
  struct Entry {
    Key key;
    uint32_t first;  // of its matches, + 1
    Levels levels;   // of all its matches
  };
  void clear() {
    matches_.clear();
    entries_.clear();
    begins_.fill(0);
    places_.assign(std::min(places_.size(), kFewPlaces), 0);  // not as many as the largest query ever needed
  }
  // `parts`: those of the query that the unit covers.
  void add(const Key& key, uint16_t unit, uint32_t parts, uint16_t similarity, match::Alike how) {
    if (places_.size() < 2 * (entries_.size() + 1)) grow();
    uint32_t& at = places_[place(key)];
    if (at == 0) {
      const WordId first = first_word(key);
      begins_[first % (begins_.size() * 64) / 64] |= uint64_t{1} << (first % 64);
      entries_.push_back({key, 0, 0});
      at = static_cast<uint32_t>(entries_.size());
    }
    Entry& entry = entries_[at - 1];
    matches_.push_back({unit, similarity, how, entry.first});
    entry.first = static_cast<uint32_t>(matches_.size());
    raise_all(entry.levels, parts, level_of(similarity));
  }
  // May the key of any match begin with this word? (Of joins, that they need not all be looked up.)
  bool may_begin(WordId word) const { return begins_[word % (begins_.size() * 64) / 64] >> (word % 64) & 1; }
  // Null: alike to no unit.
  const Entry* find(const Key& key) const {
    if (entries_.empty()) return nullptr;
    const uint32_t at = places_[place(key)];
    return at == 0 ? nullptr : &entries_[at - 1];
  }
  template <typename Visit>
  void each(const Entry& entry, const Visit& visit) const {
    for (uint32_t at = entry.first; at != 0; at = matches_[at - 1].next) visit(matches_[at - 1]);
  }

 private:
  static constexpr size_t kFewPlaces = 256;
  static WordId first_word(WordId word) { return word; }
  static WordId first_word(const JoinWords& words) { return words[0]; }
  static uint64_t mixed(WordId word) { return uint64_t{word} * 0x9E3779B97F4A7C15; }
  static uint64_t mixed(const JoinWords& w) {
    return mixed(w[0]) ^ mixed(w[1] + 1) * 0xD6E8FEB86659FD93 ^ mixed(w[2]) * 0xA0761D6478BD642F;
  }
  size_t place(const Key& key) const {
    const size_t mask = places_.size() - 1;
    size_t i = mixed(key) >> 20 & mask;
    while (places_[i] != 0 && entries_[places_[i] - 1].key != key) i = (i + 1) & mask;
    return i;
  }
  void grow() {
    places_.assign(std::max(kFewPlaces, places_.size() * 4), 0);
    for (uint32_t e = 0; e < entries_.size(); ++e) places_[place(entries_[e].key)] = e + 1;
  }
  std::array<uint64_t, 128> begins_ = {};
  std::vector<Match> matches_;
  std::vector<Entry> entries_;
  std::vector<uint32_t> places_;  // in entries_, + 1
};

}  // namespace cordon::index
