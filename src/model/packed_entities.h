// Many entities in little memory: each as its body (entity_codec.h), a few hundred bytes instead of a few thousand.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/entity.h"

namespace cordon {

class PackedEntities {
 public:
  void reserve(size_t count) { bodies_.reserve(count); }
  void add(const Entity& entity);
  size_t size() const { return bodies_.size(); }
  bool empty() const { return bodies_.empty(); }
  // The following REQUIRE i < size().
  std::string_view body(size_t i) const { return bodies_[i]; }
  std::string_view id(size_t i) const;
  Entity at(size_t i) const;

 private:
  std::vector<std::string> bodies_;
};

}  // namespace cordon
