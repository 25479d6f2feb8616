#include "model/packed_entities.h"

#include <cstdlib>

#include "model/entity_codec.h"

namespace cordon {

void PackedEntities::add(const Entity& entity) {
  thread_local std::string buffer;
  buffer.clear();
  encode_entity(entity, buffer);
  bodies_.emplace_back(buffer);  // no longer than it must be
}

std::string_view PackedEntities::id(size_t i) const { return id_in_body(bodies_[i]); }

Entity PackedEntities::at(size_t i) const {
  Result<Entity> entity = decode_entity(bodies_[i]);
  if (!entity) std::abort();  // add() made the bytes
  return std::move(*entity);
}

}  // namespace cordon
