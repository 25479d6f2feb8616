// Alikes: the words and joins of the index that are alike to a unit of a query. Looked up by sound, letters, consonants
// and tables; valued by the judge's own unit_similarity.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
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
    uint16_t similarity;
    match::Alike how;
  };
  std::vector<Row> words, joins;
};

using KeptAlikes = std::shared_ptr<const Alikes>;

// The alikes of units met lately, in two halves: when the newer is full, the older is forgotten. A batch of customers
// has few words that it does not repeat. For all threads that search one index under one profile: what one has found no
// other looks for. Thread-safe.
class RecentAlikes {
 public:
  // Returns what is kept under this key, or null.
  KeptAlikes find(const std::string& key);
  // Returns what is kept then: where two threads found the same, that of the first.
  KeptAlikes add(const std::string& key, Alikes alikes);

 private:
  using Half = std::unordered_map<std::string, KeptAlikes>;
  struct Shelf {  // of the keys of one hash: threads seldom wait for each other
    std::mutex mutex;
    Half newer, older;
    size_t rows = 0;  // of newer
    void keep(Half::node_type node);
  };
  static constexpr size_t kShelves = 64;
  Shelf& shelf(const std::string& key) { return shelves_[std::hash<std::string>()(key) % kShelves]; }
  std::array<Shelf, kShelves> shelves_;
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
  // compared with each name's parts. `recent` is that of this index and profile.
  KeptAlikes find(const match::QueryUnit& query, const Parts& index, const Profile& profile, RecentAlikes& recent);

 private:
  void find_words(const match::QueryUnit& query, const Parts& index, const Profile& profile, Alikes& out);
  void find_joins(const match::QueryUnit& query, const Parts& index, const Profile& profile, Alikes& out);
  // A form of the words looked at, compared with those of the query's unit once.
  struct Known {
    FormId form = 0;
    match::FormView view;
    std::string skeleton;
    std::vector<match::Similarity> similarities;
  };
  const match::FormView& known(FormId form, const match::Unit& query, const Parts& index, const Profile& profile);
  match::Similarity value(const match::QueryUnit& query, WordId word, layout::WordHead head, const Parts& index,
                          const Profile& profile);
  bool may_be_alike(const match::Unit& unit, JoinId join, std::span<const match::JoinedPart> parts, const Parts& index,
                    const Profile& profile);
  void add_fold(FoldId fold, const Parts& index);
  void add_form(FormId form, const Parts& index);
  void sort_candidates();
  std::string key_, text_;
  std::vector<uint32_t> numbers_, candidates_;
  std::deque<Known> known_;  // of this unit; the first known_count_ are in use
  size_t known_count_ = 0;
  std::vector<uint32_t> known_places_;  // in known_, + 1, by form
  std::vector<match::FormView> views_;
  std::vector<std::string_view> folds_;
  std::vector<uint8_t> distances_;
};

}  // namespace cordon::index
