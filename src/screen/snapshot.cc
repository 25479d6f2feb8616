#include "screen/snapshot.h"

#include <unistd.h>

#include <filesystem>

#include "assemble/build.h"
#include "base/embedded.h"
#include "lists/list_format.h"
#include "model/entity_codec.h"

namespace cordon::screen {

Snapshot::Snapshot(snapshot::Reader reader, index::Index index, snapshot::BlockReader bodies,
                   std::vector<ListInfo> lists)
    : reader_(std::move(reader)), index_(std::move(index)), bodies_(std::move(bodies)), lists_(std::move(lists)) {}

Result<std::shared_ptr<const Snapshot>> Snapshot::over(snapshot::Reader reader, Origin origin) {
  TRY(std::string_view infos, reader.section("lists"));
  std::vector<ListInfo> lists;
  while (!infos.empty()) {
    TRY(ListInfo info, decode_list_info(infos));
    lists.push_back(std::move(info));
  }
  if (lists.empty()) return fail(ErrorCode::kCorrupt, "the snapshot holds no list", {reader.path()});
  TRY(const std::string_view packed, reader.section("entities"));
  TRY(snapshot::BlockReader bodies, snapshot::BlockReader::open(packed));
  auto index = index::Index::open([&](std::string_view name) { return reader.section(name); });
  if (!index) {
    index.error().where.source = reader.path();
    return std::unexpected(std::move(index).error());
  }
  if (bodies.count() != index->entities())
    return fail(ErrorCode::kCorrupt, "the snapshot's entities and its index do not belong together", {reader.path()});
  std::shared_ptr<Snapshot> out(
      new Snapshot(std::move(reader), std::move(*index), std::move(bodies), std::move(lists)));
  out->is_example_ = origin == Origin::kExample;
  return out;
}

Result<std::shared_ptr<const Snapshot>> Snapshot::open(const std::string& path) {
  TRY(snapshot::Reader reader, snapshot::Reader::open(path));
  return over(std::move(reader), Origin::kFile);
}

Result<std::shared_ptr<const Snapshot>> Snapshot::example() {
  const std::string_view bytes = embedded("example/list.ftm.jsonl");
  const lists::InputFile file{"example.ftm.jsonl", "the built-in example list", std::string(bytes)};
  lists::Edition edition{"example", {&file}};
  Reporter reporter;
  TRY(lists::ParsedList list, lists::parse_ftm(edition, reporter));
  const std::string path =
      (std::filesystem::temp_directory_path() / ("cordon-example-" + std::to_string(::getpid()) + ".cordon")).string();
  std::vector<lists::ParsedList> all;
  all.push_back(std::move(list));
  CHECK_OK(assemble::build(std::move(all), path));
  // The mapping outlives the name: nothing is left behind, whatever happens later.
  Result<snapshot::Reader> reader = snapshot::Reader::open(path);
  ::unlink(path.c_str());
  if (!reader) return std::unexpected(std::move(reader).error());
  return over(std::move(*reader), Origin::kExample);
}

std::optional<uint32_t> Snapshot::find(std::string_view entity_id) const { return index_.find(entity_id); }

std::vector<uint32_t> Snapshot::find_all(std::string_view entity_id) const {
  std::vector<uint32_t> out;
  if (!find(entity_id)) return out;
  for (uint32_t number = 0; number < entities(); ++number)
    if (index_.entity_id(number) == entity_id) out.push_back(number);
  return out;
}

Result<Entity> Snapshot::entity(uint32_t number) const {
  TRY(const std::string body, bodies_.record(number));
  return decode_entity(body);
}

const ListInfo& Snapshot::oldest_list() const {
  const ListInfo* oldest = &lists_[0];
  for (const ListInfo& list : lists_) {
    if (!list.published) return list;
    if (list.published->low < oldest->published->low) oldest = &list;
  }
  return *oldest;
}

}  // namespace cordon::screen
