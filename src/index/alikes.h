// Alikes: the words and joins of the index that are alike to a unit of a query. Looked up by sound, letters, consonants and
// tables; valued by the judge's own unit_similarity.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/dictionary.h"
#include "index/words.h"
#include "match/similarity.h"

namespace cordon::index {

// What of the index is alike to one unit of a query.
struct Alikes {
  struct Row {
    uint32_t number;  // of a word or join
    uint32_t bytes;   // of its postings
    match::Similarity similarity;
  };
  std::vector<Row> words, joins;
};

// The alikes of units met lately, in two halves: when the newer is full, the older is forgotten. A batch of customers
// has few words that it does not repeat.
class RecentAlikes {
 public:
  // Returns what is kept under this key, or null. It stays until the next turn().
  const Alikes* find(const std::string& key);
  const Alikes& add(const std::string& key, Alikes alikes);
  // Between queries.
  void turn();
  void clear();

 private:
  std::unordered_map<std::string, Alikes> newer_, older_;
  size_t rows_ = 0;  // of newer_
};

// Finds alikes; the buffers of one thread, kept between queries.
class AlikeFinder {
 public:
  // What an index is searched by.
  struct Parts {
    const Dictionary& dictionary;
    const Words& words;
    const Joins& joins;
    const Postings& word_entities;
    const Postings& join_entities;
  };
  // Every word and join that unit_similarity() calls alike to this unit, with how much; none for an initial, which is
  // compared with each name's parts. What is returned stays until the next turn() of `recent`.
  const Alikes& find(const match::QueryUnit& query, const Parts& index, const Profile& profile);
  // Between queries; `forget`: what was found is of another index or profile.
  void begin(bool forget);

 private:
  void find_words(const match::QueryUnit& query, const Parts& index, const Profile& profile, Alikes& out);
  void find_joins(const match::QueryUnit& query, const Parts& index, const Profile& profile, Alikes& out);
  void add_fold(FoldId fold, const Parts& index);
  void add_form(FormId form, const Parts& index);
  void sort_candidates();
  RecentAlikes recent_;
  std::string key_;
  std::vector<uint32_t> numbers_, candidates_;
  match::Unit unit_;
};

}  // namespace cordon::index
