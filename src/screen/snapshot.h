// All lists, indexed, in one mapped file: what every screening runs on. Immutable and shared.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assemble/stored_lists.h"
#include "base/checksum.h"
#include "base/error.h"
#include "graph/stored_links.h"
#include "index/index.h"
#include "index/text_automaton.h"
#include "model/entity.h"
#include "snapshot/reader.h"

namespace cordon::screen {

class Snapshot {
 public:
  // Errors: those of snapshot::Reader::open; kVersion where its tables are not this program's ("rebuild").
  static Result<std::shared_ptr<const Snapshot>> open(const std::string& path);
  // The built-in example list (data/example/list.ftm.jsonl), indexed in memory.
  static Result<std::shared_ptr<const Snapshot>> example();
  bool is_example() const { return is_example_; }

  const std::vector<ListInfo>& lists() const { return stored_.lists(); }  // sorted by list
  const assemble::StoredLists& stored() const { return stored_; }
  const Hash128& hash() const { return reader_.hash(); }
  const std::string& path() const { return reader_.path(); }
  const index::Index& index() const { return index_; }
  // The names as running text meets them.
  const index::TextAutomaton& text_names() const { return text_names_; }
  uint32_t entities() const { return index_.entities(); }
  // Returns the number of the entity with this id ("eu:EU.7519.7"), or nothing. Case counts.
  std::optional<uint32_t> find(std::string_view entity_id) const;
  // Those of every list that has one with this id (FtM ids bear no list), in the order of their numbers. Cost: linear.
  std::vector<uint32_t> find_all(std::string_view entity_id) const;
  Result<Entity> entity(uint32_t number) const {
    return stored_.entity(number);
  }  // kCorrupt where its block fails its checksum
  // The links between parties that the lists state; views into the snapshot. Errors: kCorrupt. Cost: O(links).
  Result<graph::StoredLinks> links() const;
  // Reads and checks every section. Errors: kCorrupt.
  Result<void> verify() const { return reader_.verify(); }
  // The list whose `published` is oldest; a list without a date counts as older than any. REQUIRES: a list.
  const ListInfo& oldest_list() const;

 private:
  Snapshot(snapshot::Reader reader, index::Index index, assemble::StoredLists stored);
  enum class Origin : uint8_t { kFile, kExample };
  static Result<std::shared_ptr<const Snapshot>> over(snapshot::Reader reader, Origin origin);
  snapshot::Reader reader_;
  index::Index index_;
  index::TextAutomaton text_names_;
  assemble::StoredLists stored_;
  bool is_example_ = false;
};

}  // namespace cordon::screen
