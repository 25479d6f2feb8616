// Finds the entities that could be hits, and never loses one: retrieve() hands on every entity with a name that has the
// points a hit needs (DESIGN 4.3). Reads its own sections of the snapshot ("index.*") in place.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "index/dictionary.h"
#include "index/layout.h"
#include "index/prepared.h"
#include "index/words.h"
#include "index/workspace.h"
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
  std::vector<layout::Attributes> attributes_;                 // of each entity
  Texts births_, countries_;                                   // as in Prepared
  std::string id_bytes_;
  std::vector<uint32_t> id_starts_;  // in id_bytes_
  std::vector<std::pair<uint64_t, uint32_t>> identifiers_;
  std::vector<Acronym> acronyms_;
  Texts han_;  // as in Prepared, and the next
  std::vector<std::pair<uint32_t, uint32_t>> han_of_;
  uint64_t names_ = 0;
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

  // What names are made of, for who looks them up by a text's words (text_automaton.h).
  const Dictionary& dictionary() const { return dictionary_; }
  const Words& words() const { return words_; }
  // The names in Han characters, as texts without blanks have them (names::han_text), and whose they are.
  const TextColumn& han_names() const { return han_names_; }
  const Postings& han_entities() const { return han_entities_; }
  layout::Attributes attributes(uint32_t entity) const;
  Schema schema(uint32_t entity) const { return attributes(entity).schema(); }
  // Returns how many entities have the word, about: the bytes of its postings.
  uint32_t commonness(WordId word) const { return word_entities_.bytes(word); }
  // Calls visit(ordinal, words) for every name of the entity that has a word, in the order of Entity::names.
  template <typename Visit>
  void each_name(uint32_t entity, const Visit& visit) const {
    const auto* const bytes = reinterpret_cast<const uint8_t*>(name_bytes_.data());
    const uint8_t* at = bytes + entity_starts_[entity];
    const uint8_t* const end = bytes + entity_starts_[entity + 1];
    std::array<WordId, names::kMaxParts> words;
    for (uint32_t ordinal = 0; at < end; ++ordinal) {
      const uint32_t count = layout::take_varint(at, end);
      if (count > words.size()) return;
      for (uint32_t i = 0; i < count; ++i) {
        words[i] = layout::take_varint(at, end);
        if (words[i] >= words_.size()) return;
      }
      if (count > 0) visit(ordinal, std::span<const WordId>(words.data(), count));
    }
  }

  // What may be a hit: an entity, the most points that it can have, and which of its names may make it a hit (none: all
  // are to be judged).
  struct Candidate {
    uint32_t entity = 0;
    Points most = 0;
    std::span<const match::ListedName> names;
  };
  // Judges a candidate; returns the points from which further ones are wanted (over kPointsOne: none are). It must not
  // retrieve with the same workspace, nor wait for other tasks of the thread pool.
  using Visit = std::function<Points(const Candidate&)>;

  // Calls `visit` for every entity that may be a hit at `threshold`, once each: it has an identifier equal to one of
  // the query's, or a name with the points that a hit needs by what its attributes do (match::needed_points). Some that
  // are none as well. Those with an equal identifier first, then the most promising; it ends when no other can have the
  // points last wanted. One of which the full birth date is equal is bounded by kPointsOne, so never left out.
  // REQUIRES: the sections' checksums were verified.
  void retrieve(const match::Query& query, Points threshold, const Profile& profile, Workspace& work,
                const Visit& visit) const;
  // A threshold with a name cutoff under it gives all entities.
  static constexpr Points kScanAll = 1000;

 private:
  void ready(Workspace& work, const Profile& profile) const;
  friend class Retrieval;
  friend class Gathering;
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

  void births(uint32_t number, std::vector<DateSpan>& out) const;
  void countries(uint32_t number, std::vector<std::string>& out) const;
  std::string_view attributes_;
  TextColumn births_, countries_;
  Column acronym_keys_, acronym_entities_, acronym_ordinals_;  // in the order of the key
  TextColumn han_names_;
  Postings han_entities_;
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
