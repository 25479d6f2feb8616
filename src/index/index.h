// Finds the entities that could be hits, and never loses one: retrieve() returns every entity with a name that reaches
// the cutoff (DESIGN 4.3). Reads its own sections of the snapshot ("index.*") in place.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "index/dictionary.h"
#include "index/found.h"
#include "model/entity.h"

namespace cordon::index {

// Makes the index's sections from entities in the order of their numbers.
class Builder {
 public:
  // Adds the next entity. REQUIRES: fewer than 2^32 names in all.
  void add(const Entity& entity);
  uint64_t names() const { return names_; }
  // Returns sections (name, bytes), to be stored in this order.
  std::vector<std::pair<std::string, std::string>> build();

 private:
  uint32_t form(const std::string& fold, const std::string& text);
  struct NameRecord {
    uint32_t entity;
    uint32_t ordinal;  // among the entity's names
    std::vector<uint32_t> parts;
    std::vector<std::pair<uint32_t, std::vector<uint32_t>>> units;  // first, parts; provisional form numbers
  };
  std::unordered_map<std::string, uint32_t> form_numbers_;  // by text
  std::vector<std::pair<std::string, std::string>> forms_;  // fold, text
  std::vector<NameRecord> records_;
  std::vector<std::string> ids_;
  std::vector<std::pair<uint64_t, uint32_t>> identifiers_;
  std::vector<std::pair<uint32_t, uint32_t>> acronyms_;  // key, name
  uint64_t names_ = 0;
};

// Buffers of one thread, kept between queries so that nothing is allocated once warm.
struct Workspace {
  struct Entry {
    uint16_t unit;  // of the query
    match::Similarity similarity;
    uint32_t next;  // + 1; 0: none
  };
  std::vector<uint32_t> fold_stamp;             // by fold: was it compared with this form of the query
  std::vector<uint32_t> form_stamp, form_head;  // by form: is its chain of this query, and where it starts
  std::vector<uint32_t> name_stamp;             // by name: was it met for this query name
  std::vector<uint32_t> name_parts;             // by name met: the query's parts that it may agree with
  std::vector<uint32_t> met;                    // the names met
  std::vector<uint32_t> entity_stamp;           // by entity: are all its names to be judged already
  std::vector<Entry> entries;
  std::vector<FoldId> folds;
  std::vector<FormId> forms;
  std::vector<std::vector<FormId>> neighbours;  // by unit of the query
  std::vector<match::Pair> pairs;
  match::Alignment alignment;
  uint32_t stamp = 0;
  uint32_t fold_round = 0;
  uint32_t entity_round = 0;
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

  // Appends every name with at least `cutoff` points against a name of the query (once for each of the query's names
  // that it reaches it with), and every entity with an identifier equal to one of the query's; some others too. In no
  // particular order. A cutoff under kScanAll gives all entities.
  void retrieve(const match::Query& query, Points cutoff, const Profile& profile, Workspace& work,
                std::vector<Found>& out) const;
  static constexpr Points kScanAll = 1000;

  // The two halves of retrieve() for one name of a query, apart so that they can be timed (bench/judging.cc): meet()
  // leaves in `work.met` the names that may reach the cutoff, judge_met() computes their points. REQUIRES for
  // judge_met: the same name, cutoff, profile and workspace as for the last meet().
  void meet(const match::QueryName& name, Points cutoff, const Profile& profile, Workspace& work) const;
  void judge_met(const match::QueryName& name, Points cutoff, const Profile& profile, Workspace& work,
                 std::vector<Found>& out) const;

 private:
  void ready(Workspace& work) const;
  friend class Retrieval;
  uint32_t entities_ = 0;
  uint32_t names_ = 0;
  Dictionary dictionary_;
  Column id_offsets_, id_order_;
  std::string_view id_bytes_;
  Column name_offsets_, name_words_;
  Column posting_starts_, posting_names_;
  Column acronym_keys_, acronym_names_;  // in the order of the key
  std::string_view identifiers_;         // u64 hash, u32 entity, u32 zero: in the order of the hash
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
