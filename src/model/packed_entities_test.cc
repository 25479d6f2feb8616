#include "model/packed_entities.h"

#include <gtest/gtest.h>

#include "model/entity_codec.h"

namespace cordon {
namespace {

Entity party(std::string id, std::string caption) {
  Entity e;
  e.id = std::move(id);
  e.caption = std::move(caption);
  return e;
}

TEST(PackedEntities, GivesBackWhatWasAdded) {
  PackedEntities packed;
  EXPECT_TRUE(packed.empty());
  const std::vector<Entity> all = {party("", "no id"), party("t:1", std::string(1 << 20, 'y')), party("t:2", "")};
  for (const Entity& e : all) packed.add(e);
  ASSERT_EQ(packed.size(), all.size());
  for (size_t i = 0; i < all.size(); ++i) {
    std::string body;
    encode_entity(all[i], body);
    EXPECT_EQ(packed.body(i), body);
    EXPECT_EQ(packed.id(i), all[i].id);
    EXPECT_EQ(packed.at(i).caption, all[i].caption);
  }
}

}  // namespace
}  // namespace cordon
