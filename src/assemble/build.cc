#include "assemble/build.h"

#include <algorithm>

#include "index/index.h"
#include "model/entity_codec.h"
#include "snapshot/blocks.h"
#include "snapshot/writer.h"

namespace cordon::assemble {

Result<BuildSummary> build(std::vector<lists::ParsedList> lists, const std::string& path) {
  std::sort(lists.begin(), lists.end(), [](const auto& a, const auto& b) { return a.info.list < b.info.list; });
  for (size_t i = 1; i < lists.size(); ++i)
    if (lists[i].info.list == lists[i - 1].info.list)
      return fail(ErrorCode::kInvalidArgument,
                  "two lists are called '" + lists[i].info.list + "'; --list names one of them otherwise");

  BuildSummary summary;
  std::string infos;
  index::Builder index;
  snapshot::BlockWriter bodies;
  std::string body;
  for (lists::ParsedList& list : lists) {
    encode_list_info(list.info, infos);
    list.unpack();
    std::sort(list.entities.begin(), list.entities.end(), [](const Entity& a, const Entity& b) { return a.id < b.id; });
    for (const Entity& entity : list.entities) {
      index.add(entity);
      body.clear();
      encode_entity(entity, body);
      bodies.append(body);
    }
    summary.entities += list.entities.size();
    std::vector<Entity>().swap(list.entities);
  }
  summary.names = index.names();

  TRY(snapshot::Writer writer, snapshot::Writer::create(path));
  CHECK_OK(writer.section("lists", infos));
  CHECK_OK(writer.section("entities", bodies.build()));
  for (const auto& [name, bytes] : index.build()) {
    CHECK_OK(writer.section(name, bytes));
    summary.bytes += bytes.size();
  }
  TRY(summary.hash, writer.commit());
  return summary;
}

}  // namespace cordon::assemble
