// For tests of differences: snapshots in memory, and parties for them.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "assemble/build.h"
#include "assemble/stored_lists.h"
#include "model/entity_codec.h"
#include "snapshot/writer.h"

namespace cordon::assemble {

// A snapshot in a file that is gone again when it is open.
struct Stored {
  explicit Stored(std::vector<lists::ParsedList> lists)
      : reader(open([&](const std::string& path) { return build(std::move(lists), path).has_value(); })),
        stored(StoredLists::open(reader).value()) {}
  // Of bodies as they come, sorted or not.
  explicit Stored(const std::vector<std::string>& bodies)
      : reader(open([&](const std::string& path) { return write(bodies, path).has_value(); })),
        stored(StoredLists::open(reader).value()) {}

  template <typename Make>
  static snapshot::Reader open(const Make& make) {
    const std::string path =
        (std::filesystem::temp_directory_path() / ("cordon-diff-" + std::to_string(::getpid()))).string();
    EXPECT_TRUE(make(path));
    snapshot::Reader out = snapshot::Reader::open(path).value();
    std::filesystem::remove(path);
    return out;
  }
  static Result<void> write(const std::vector<std::string>& bodies, const std::string& path) {
    snapshot::BlockWriter blocks;
    for (const std::string& body : bodies) blocks.append(body);
    std::string infos;
    encode_list_info({.list = "a"}, infos);
    TRY(snapshot::Writer writer, snapshot::Writer::create(path));
    CHECK_OK(writer.section("lists", infos));
    CHECK_OK(writer.section("entities", blocks.build()));
    TRY(const Hash128 hash, writer.commit());
    return hash == Hash128{} ? fail(ErrorCode::kIo, "no hash") : Result<void>{};
  }

  snapshot::Reader reader;
  StoredLists stored;
};

inline Entity party(const std::string& list, int number, std::string name = "Ann Lee") {
  Entity e;
  e.list = list;
  e.list_id = std::to_string(number);
  e.id = list + ":" + e.list_id;
  e.schema = Schema::kPerson;
  e.caption = name;
  e.sources = {{"a.csv", "line 1", 0}};
  e.names.push_back({std::move(name), NameKind::kPrimary, NameStrength::kStrong, {}, {}, {}, {}, {}, 0});
  return e;
}

inline lists::ParsedList list(std::string name, std::vector<Entity> parties) {
  lists::ParsedList out;
  out.info.list = std::move(name);
  out.info.entities = parties.size();
  out.entities = std::move(parties);
  return out;
}

}  // namespace cordon::assemble
