#include "assemble/stored_lists.h"

#include "model/entity_codec.h"

namespace cordon::assemble {

Result<StoredLists> StoredLists::open(const snapshot::Reader& reader) {
  CHECK_OK(reader.verify("lists"));
  TRY(std::string_view infos, reader.section("lists"));
  std::vector<ListInfo> lists;
  while (!infos.empty()) {
    TRY(ListInfo info, decode_list_info(infos));
    lists.push_back(std::move(info));
  }
  if (lists.empty()) return fail(ErrorCode::kCorrupt, "the snapshot holds no list", {reader.path()});
  TRY(const std::string_view packed, reader.section("entities"));
  TRY(snapshot::BlockReader bodies, snapshot::BlockReader::open(packed));
  return StoredLists(std::move(lists), std::move(bodies), reader.path());
}

Result<Entity> StoredLists::entity(uint64_t number) const {
  thread_local std::string block;  // kept: a screening reads one party after another
  TRY(const std::string_view body, bodies_.record(number, block));
  return decode_entity(body);
}

}  // namespace cordon::assemble
