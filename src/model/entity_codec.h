// The one form of an entity's body: what a snapshot stores, byte for byte the same for the same entity.
// A row of length-prefixed fields; every number is an unsigned LEB128; version first. What is empty, or follows from
// another field, is left out. docs/formats/snapshot.md has the table.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "model/entity.h"

namespace cordon {

void encode_entity(const Entity& entity, std::string& out);
// Errors: kCorrupt with the byte at which the body stops making sense, kVersion.
Result<Entity> decode_entity(std::string_view body);
// The id in a body that encode_entity() made; empty where there is none.
std::string_view id_in_body(std::string_view body);

// A body in three stretches, of which only the first two were read: for whoever compares bodies. Views into the body.
struct BodyView {
  std::string_view id, list;
  std::string_view head;        // version … schema
  std::string_view sources;     // where the party was read: files, records, bytes
  std::string_view statements;  // names … properties, each with the number of its source
};
// Errors: those of decode_entity(), as far as it reads.
Result<BodyView> view_body(std::string_view body);
// Returns what an entity says, as bytes: its body without where it was read. Equal exactly for entities that say the
// same in the same order.
std::string content_of(Entity entity);

void encode_list_info(const ListInfo& info, std::string& out);
Result<ListInfo> decode_list_info(std::string_view& rest);  // takes its bytes off the front of `rest`

}  // namespace cordon
