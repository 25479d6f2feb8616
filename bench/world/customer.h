// A customer of the generated world: one in a hundred is a listed party under a changed spelling.
#pragma once

#include <optional>

#include "world/change.h"

namespace cordon::world {

struct Customer {
  std::string id, name, schema, birth_date, country;
  std::optional<uint64_t> party;  // the listed party that it is
  Change change = Change::kTransliteration;
};

constexpr uint64_t kOneIn = 100;  // customers is a listed party

// REQUIRES: parties > 0. Depends on all four alone.
Customer make_customer(uint64_t seed, uint64_t parties, uint64_t index);

}  // namespace cordon::world
