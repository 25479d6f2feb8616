// What the index takes from a run of entities: made apart from all others, so on any thread.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "index/layout.h"
#include "index/texts.h"
#include "match/prepared_name.h"
#include "model/entity.h"

namespace cordon::index {

// A name's key among the acronyms, and whose which name it is.
struct Acronym {
  uint32_t key, entity, ordinal;
  auto operator<=>(const Acronym&) const = default;
};

// Entities of a run are numbered from 0.
class Prepared {
 public:
  void add(const Entity& entity);

 private:
  friend class Builder;
  void add_name(const match::PreparedName& name);
  void add_attributes(const Entity& entity);

  std::vector<std::string> ids_;
  Texts words_;                                 // each as its head's bytes and its forms, each behind a zero byte
  std::vector<uint32_t> name_words_;            // of each name: how many, which
  std::vector<size_t> entity_starts_;           // in name_words_
  std::vector<layout::Attributes> attributes_;  // of each entity: numbers in the next two
  Texts births_, countries_;                    // as in the sections
  std::vector<std::pair<uint64_t, uint32_t>> identifiers_;
  std::vector<Acronym> acronyms_;
  Texts han_;                                          // names in Han characters (names::han_text) …
  std::vector<std::pair<uint32_t, uint32_t>> han_of_;  // … and whose: (text, entity)
  uint64_t names_ = 0;
  std::string key_;  // buffer
};

}  // namespace cordon::index
