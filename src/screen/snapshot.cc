#include "screen/snapshot.h"

#include <unistd.h>

#include <filesystem>

#include "assemble/build.h"
#include "assemble/snapshot_links.h"
#include "base/embedded.h"
#include "lists/list_format.h"

namespace cordon::screen {

Snapshot::Snapshot(snapshot::Reader reader, index::Index index, assemble::StoredLists stored)
    : reader_(std::move(reader)), index_(std::move(index)), stored_(std::move(stored)) {}

Result<std::shared_ptr<const Snapshot>> Snapshot::over(snapshot::Reader reader, Origin origin) {
  TRY(assemble::StoredLists stored, assemble::StoredLists::open(reader));
  const std::string path = reader.path();
  const auto failed = [&](Error error) -> std::unexpected<Error> {
    error.where.source = path;
    return std::unexpected(std::move(error));
  };
  auto index = index::Index::open([&](std::string_view name) { return reader.section(name); });
  if (!index) return failed(std::move(index).error());
  if (stored.bodies().count() != index->entities())
    return fail(ErrorCode::kCorrupt, "the snapshot's entities and its index do not belong together", {reader.path()});
  std::shared_ptr<Snapshot> out(new Snapshot(std::move(reader), std::move(*index), std::move(stored)));
  auto names =
      index::TextAutomaton::open(out->index_, [&](std::string_view name) { return out->reader_.section(name); });
  if (!names) return failed(std::move(names).error());
  out->text_names_ = *names;
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

Result<graph::StoredLinks> Snapshot::links() const { return assemble::open_links(reader_, stored_); }

const ListInfo& Snapshot::oldest_list() const {
  const ListInfo* oldest = &lists().front();
  for (const ListInfo& list : lists()) {
    if (!list.published) return list;
    if (list.published->low < oldest->published->low) oldest = &list;
  }
  return *oldest;
}

}  // namespace cordon::screen
