// What `build` stores beside the index, read back: the lists and the parties on them. Needs no index, hence no name
// tables: parties of a snapshot can be read by a program that would have it rebuilt before searching it.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "model/entity.h"
#include "snapshot/blocks.h"
#include "snapshot/reader.h"

namespace cordon::assemble {

class StoredLists {
 public:
  // `reader` must outlive the result, though it may be moved. Checks the table of lists and the
  // counts and the dictionary of the bodies. Errors: kCorrupt, kVersion. Cost: O(lists), no party is read.
  static Result<StoredLists> open(const snapshot::Reader& reader);

  const std::vector<ListInfo>& lists() const { return lists_; }  // sorted by list
  // The bodies of the parties (model/entity_codec.h) in the order of list and id.
  const snapshot::BlockReader& bodies() const { return bodies_; }
  Result<Entity> entity(uint64_t number) const;  // kCorrupt where its block fails its checksum
  const std::string& path() const { return path_; }

 private:
  StoredLists(std::vector<ListInfo> lists, snapshot::BlockReader bodies, std::string path)
      : lists_(std::move(lists)), bodies_(std::move(bodies)), path_(std::move(path)) {}
  std::vector<ListInfo> lists_;
  snapshot::BlockReader bodies_;
  std::string path_;
};

}  // namespace cordon::assemble
