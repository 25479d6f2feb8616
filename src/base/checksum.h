// XXH3 of 128 bits: fingerprints of sections, tables, files. Not a signature.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace cordon {

struct Hash128 {
  uint64_t high = 0;
  uint64_t low = 0;
  bool operator==(const Hash128&) const = default;
  std::string hex() const;  // 32 lower-case digits
};

Hash128 hash128(std::string_view bytes);
uint64_t hash64(std::string_view bytes);

}  // namespace cordon
