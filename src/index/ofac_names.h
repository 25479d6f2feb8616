// Retrieval for the score of OFAC's search page (match/ofac_search.h). That score knows no edits, folds or parts, so
// the index of the snapshot does not bound it. Made in memory from the entities of a snapshot, in the order of their
// numbers, when a screener with that scorer opens it.
//
// A search is a scan over all names, kept cheap: each distinct word of the lists is compared with each word of the
// query once, and the whole names only where their common letters allow a score at the cutoff. Nothing is lost: the
// score by words is the judge's own, and the bound of the whole takes all letters that both names have, as if in order.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "match/judge.h"
#include "model/entity.h"

namespace cordon::index {

class OfacNames {
 public:
  // Adds the next entity.
  void add(const Entity& entity);
  // REQUIRES: all are added, once.
  void finish();

  // Appends every entity that has at least `cutoff` points for a name of the query, and no other; none
  // twice, in order. Thread-safe after finish().
  void retrieve(const match::Query& query, Points cutoff, const Profile& profile, std::vector<uint32_t>& out) const;

 private:
  // How often a name has each letter; digits and hyphens share a place.
  using Letters = std::array<uint8_t, 32>;
  struct Row {
    uint32_t entity = 0;
    uint32_t first_word = 0;  // into word_of_
    std::string whole;
    Letters letters = {};
  };
  // The words alike to those of one query, by number.
  struct WordScores {
    std::vector<std::vector<uint8_t>> hundredths;  // by counted word of the query
    std::vector<bool> begins_alike;
  };
  static Letters letters_of(std::string_view whole);
  WordScores score_words(const match::OfacQuery& query, const Profile& profile) const;
  int by_words(size_t row, const WordScores& scores, bool& any) const;

  std::vector<Row> rows_;
  std::vector<uint32_t> word_of_;
  std::vector<std::string> words_;
  std::unordered_map<std::string, uint32_t> numbers_;        // of words, until finish()
  std::array<std::vector<uint32_t>, 256> words_by_initial_;  // after finish()
  uint32_t entities_ = 0;
};

}  // namespace cordon::index
