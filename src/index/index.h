// Finds the entities that could be hits, and never loses one: retrieve() returns every entity with a name that reaches
// the cutoff (DESIGN 4.3). Reads its own sections of the snapshot ("index.*") in place.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/error.h"
#include "index/dictionary.h"
#include "index/found.h"
#include "index/layout.h"
#include "index/prepared.h"
#include "index/words.h"
#include "model/entity.h"

namespace cordon::index {

// Makes the index's sections from entities in the order of their numbers.
class Builder {
 public:
  // Takes a section: its name, its bytes.
  using Sink = std::function<Result<void>(std::string_view name, std::string_view bytes)>;

  // Adds the next entities. REQUIRES: fewer than 2^32 words in all names.
  void add(const Prepared& entities);
  void add(const Entity& entity);
  uint64_t names() const { return names_; }
  // Makes the sections, each handed to `sink` before the next is made; it runs on all threads there are. Nothing may be
  // done with the builder afterwards. Errors: those of `sink`.
  Result<void> build(const Sink& sink);

 private:
  class Joining;
  // Every form of the words, sorted: (fold, text).
  using Forms = std::vector<std::pair<std::string, std::string>>;
  // The joins in the order of their numbers, and whose they are: (join, entity) in the order of the entities.
  struct JoinRows {
    std::vector<JoinWords> joins;
    std::vector<std::pair<uint32_t, uint32_t>> entities;
  };
  WordId word(std::string_view key);
  layout::WordHead head(WordId word) const;
  Forms sort_forms();
  std::vector<WordId> number_words() const;
  template <typename Visit>
  void each_name(const Visit& visit) const;
  JoinRows join_words(const std::vector<WordId>& final_word) const;
  match::JoinedPart joined_part(WordId word, const Forms& forms) const;
  Result<void> put_ids(const Sink& sink);
  Result<void> put_words(const Sink& sink, const std::vector<WordId>& order, size_t forms) const;
  Result<void> put_names(const Sink& sink, const std::vector<WordId>& final_word) const;
  Result<void> put_joins(const Sink& sink, JoinRows rows, const std::vector<WordId>& order, const Forms& forms) const;
  Result<void> put_attributes(const Sink& sink) const;
  Result<void> put_keys(const Sink& sink);

  Texts forms_;
  Texts words_;                                                // as in Prepared
  std::vector<uint32_t> word_form_starts_ = {0}, word_forms_;  // provisional numbers of forms, as all here
  std::vector<uint32_t> name_words_;                           // of each name: how many, which
  std::vector<size_t> entity_starts_;                          // in name_words_
  std::vector<uint32_t> attribute_starts_;                     // in attributes_
  std::string attributes_;
  std::string id_bytes_;
  std::vector<uint32_t> id_starts_;  // in id_bytes_
  std::vector<std::pair<uint64_t, uint32_t>> identifiers_;
  std::vector<Acronym> acronyms_;
  uint64_t names_ = 0;
};

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

// What of the index is alike to one unit of a query.
struct Alikes {
  struct Row {
    uint32_t number;  // of a word or join
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

// Buffers of one thread, kept between queries so that nothing is allocated once warm.
struct Workspace {
  struct Seen {
    uint32_t stamp = 0;
    uint32_t parts = 0;  // of the query: those that a name of the entity may agree with
  };
  std::vector<Seen> entities;      // by entity: was it met for this query name
  std::vector<uint32_t> met;       // the entities met
  std::vector<uint32_t> proposed;  // entities all of whose names are to be judged already
  RecentAlikes recent;             // under `index` and `profile`
  uint64_t index = 0;
  Profile profile;
  std::vector<const Alikes*> alikes;  // by unit of the query
  Matches<WordId> words;
  Matches<JoinWords> joins;
  std::string key;
  std::vector<uint32_t> numbers, candidates;
  match::Unit unit;
  std::vector<match::Pair> pairs;
  match::Alignment alignment;
  uint32_t stamp = 0;
  uint32_t initials = 0;  // parts of the query that may agree with a part of any name
  uint64_t judged = 0;    // names looked at so far
};

class Index {
 public:
  using Sections = std::function<Result<std::string_view>(std::string_view name)>;
  // Errors: kVersion where the tables (romanisation, legal forms, …) are not this program's; kCorrupt.
  static Result<Index> open(const Sections& sections);

  uint32_t entities() const { return entities_; }
  uint32_t names() const { return names_; }
  std::optional<uint32_t> find(std::string_view entity_id) const;
  std::string_view entity_id(uint32_t entity) const;

  // Makes `out` the birth dates and countries of an entity.
  void attributes(uint32_t entity, match::ListedAttributes& out) const;

  // Appends every name with at least `cutoff` points against a name of the query (once for each of the query's names
  // that it reaches it with), and every entity with an identifier equal to one of the query's; some others too. In no
  // particular order. A cutoff under kScanAll gives all entities.
  void retrieve(const match::Query& query, Points cutoff, const Profile& profile, Workspace& work,
                std::vector<Found>& out) const;
  static constexpr Points kScanAll = 1000;

  // The two halves of retrieve() for one name of a query, apart so that they can be timed (bench/judging.cc): meet()
  // leaves in `work.met` the entities of which a name may reach the cutoff, judge_met() computes the points of their
  // names. REQUIRES for judge_met: the same name, cutoff, profile and workspace as for the last meet().
  void meet(const match::QueryName& name, Points cutoff, const Profile& profile, Workspace& work) const;
  void judge_met(const match::QueryName& name, Points cutoff, const Profile& profile, Workspace& work,
                 std::vector<Found>& out) const;

 private:
  void ready(Workspace& work, const Profile& profile) const;
  friend class Retrieval;
  uint64_t number_ = 0;  // of this opening in the process
  uint32_t entities_ = 0;
  uint32_t names_ = 0;
  Dictionary dictionary_;
  Words words_;
  Joins joins_;
  Column id_offsets_, id_order_;
  std::string_view id_bytes_;
  Column entity_starts_;  // where in name_bytes_ the names of each begin
  std::string_view name_bytes_;
  Postings word_entities_, join_entities_;
  Column attribute_starts_;  // where in attribute_bytes_ those of each entity begin
  std::string_view attribute_bytes_;
  Column acronym_keys_, acronym_entities_, acronym_ordinals_;  // in the order of the key
  std::string_view identifiers_;  // u64 hash, u32 entity, u32 zero: in the order of the hash
};

// The keys under which a number is indexed, whatever kind the list or the customer calls it: hashes of its plain form
// from the first digit on, and of that form as a BIC.
//
// Why two numbers that match::same_identifier() calls equal share a key: their normal forms under one of their kinds
// are equal. normal_id() of that kind and the plain form differ in no more than the case of letters, a label before the
// first digit, and the XXX of a head office's BIC. Equal but for case and label: the first key is equal. A BIC: the
// second.
std::array<uint64_t, 2> identifier_keys(std::string_view value);

// The keys under which names are indexed that are an acronym, and that give these initials: an acronym is looked up
// among the initials, initials among the acronyms. Names of other letters may share a key; the judge compares letters.
uint32_t acronym_key(std::string_view letters);
uint32_t initials_key(std::string_view letters);

}  // namespace cordon::index
