// How the index's sections lie in the file; docs/formats/snapshot.md draws them. Little-endian, 32-bit words.
#pragma once

#include <bit>
#include <cstdint>
#include <string>

#include "base/checksum.h"

namespace cordon::index::layout {

static_assert(std::endian::native == std::endian::little, "snapshots are little-endian");

inline constexpr uint32_t kVersion = 5;

struct Head {
  uint32_t version = kVersion;
  uint32_t entities = 0;
  uint32_t names = 0;
  uint32_t forms = 0;
  uint32_t folds = 0;
  uint32_t zero = 0;
  Hash128 tables;  // of everything outside the snapshot that it depends on
};
static_assert(sizeof(Head) == 40);

// First word of a unit: its first part, its parts, the number of form words that follow, whether it is written in an
// abjad, whether it is syllabic.
constexpr uint32_t unit_head(uint8_t first, uint8_t count, size_t forms, bool abjad, bool syllabic) {
  return uint32_t{first} | uint32_t{count} << 8 | static_cast<uint32_t>(forms) << 16 | uint32_t{abjad} << 30 |
         uint32_t{syllabic} << 31;
}
constexpr uint8_t unit_first(uint32_t head) { return head & 0xFF; }
constexpr uint8_t unit_parts(uint32_t head) { return head >> 8 & 0xFF; }
constexpr uint32_t unit_forms(uint32_t head) { return head >> 16 & 0x3FFF; }
constexpr bool unit_abjad(uint32_t head) { return head >> 30 & 1; }
constexpr bool unit_syllabic(uint32_t head) { return head >> 31; }

// Appends a number as the sections hold it.
inline void put(std::string& out, uint32_t value) { out.append(reinterpret_cast<const char*>(&value), sizeof value); }
inline void put(std::string& out, uint64_t value) { out.append(reinterpret_cast<const char*>(&value), sizeof value); }

// names::tables_hash() with the rarity table: forms carry their rarity.
Hash128 tables_hash();

}  // namespace cordon::index::layout
