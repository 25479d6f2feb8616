// How the index's sections lie in the file; docs/formats/snapshot.md draws them. Little-endian.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "base/checksum.h"
#include "model/schema.h"
#include "names/analyze.h"

namespace cordon::index::layout {

static_assert(std::endian::native == std::endian::little, "snapshots are little-endian");

inline constexpr uint32_t kVersion = 12;

struct Head {
  uint32_t version = kVersion;
  uint32_t entities = 0;
  uint32_t names = 0;
  uint32_t forms = 0;
  uint32_t folds = 0;
  uint32_t words = 0;
  uint32_t joins = 0;
  uint32_t zero = 0;
  Hash128 tables;  // of everything outside the snapshot that it depends on
};
static_assert(sizeof(Head) == 48);

// A word's head: kind of part, whether it is syllabic, whether its last form is that of an abjad ("~" and letters),
// rarity.
struct WordHead {
  names::PartKind kind = names::PartKind::kWord;
  bool syllabic = false;
  bool abjad = false;
  uint16_t rarity = 0;
};
constexpr uint32_t pack(WordHead h) {
  return static_cast<uint32_t>(h.kind) | uint32_t{h.syllabic} << 8 | uint32_t{h.abjad} << 9 | uint32_t{h.rarity} << 16;
}
constexpr WordHead unpack(uint32_t word) {
  return {static_cast<names::PartKind>(word & 0xFF), (word >> 8 & 1) != 0, (word >> 9 & 1) != 0,
          static_cast<uint16_t>(word >> 16)};
}

// What of an entity's attributes stands in the index: its birth date where it has one of a day, else which of the
// distinct lists of birth dates; which of those of countries; and its kind.
struct Attributes {
  uint32_t births = 0;
  static constexpr uint32_t kDay = 0x80000000, kDayZero = 0x40000000;
  std::optional<int32_t> birth_day() const {  // since 1970
    if ((births & kDay) == 0) return std::nullopt;
    return static_cast<int32_t>(births - kDay) - static_cast<int32_t>(kDayZero);
  }
  void set_birth_day(int32_t day) { births = kDay + (static_cast<uint32_t>(day) + kDayZero); }
  uint32_t countries_and_schema = 0;
  uint32_t countries() const { return countries_and_schema >> 8; }
  Schema schema() const { return static_cast<Schema>(countries_and_schema & 0xFF); }
  void set(uint32_t countries, Schema schema) { countries_and_schema = countries << 8 | static_cast<uint32_t>(schema); }
};
static_assert(sizeof(Attributes) == 8);

// Appends a number as the sections hold it.
inline void put(std::string& out, uint32_t value) { out.append(reinterpret_cast<const char*>(&value), sizeof value); }
inline void put(std::string& out, uint64_t value) { out.append(reinterpret_cast<const char*>(&value), sizeof value); }

// Appends a number in seven-bit groups, the lowest first, the high bit set on all but the last.
inline void put_varint(std::string& out, uint32_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}
// Reads such a number and moves `at` behind it. At `end`, and beyond five bytes, it stops: no byte at or behind `end`
// is read.
inline uint32_t take_varint(const uint8_t*& at, const uint8_t* end) {
  uint32_t value = 0;
  for (uint32_t shift = 0; shift < 35 && at < end; shift += 7) {
    const uint32_t byte = *at++;
    value |= (byte & 0x7F) << shift;
    if (byte < 0x80) break;
  }
  return value;
}

// KERNEL: the same without a branch, where at least eight bytes can be read.
inline uint32_t take_varint_of_eight(const uint8_t*& at) {
  uint64_t bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  const uint64_t ends = ~bytes & 0x8080808080808080;  // of bytes behind which a number ends
  const int length = std::min(std::countr_zero(ends) / 8 + 1, 5);
  bytes &= ends ^ (ends - 1);
  at += length;
  return static_cast<uint32_t>((bytes & 0x7F) | (bytes >> 1 & 0x3F80) | (bytes >> 2 & 0x1FC000) |
                               (bytes >> 3 & 0xFE00000) | (bytes >> 4 & 0xF0000000));
}

// Numbers of either sign as small ones: 0, -1, 1, -2 … are 0, 1, 2, 3 …
constexpr uint32_t zigzag(int32_t value) {
  return static_cast<uint32_t>(value) << 1 ^ static_cast<uint32_t>(value >> 31);
}
constexpr int32_t unzigzag(uint32_t value) {
  return static_cast<int32_t>(value >> 1) ^ -static_cast<int32_t>(value & 1);
}

// names::tables_hash() with the rarity table: forms carry their rarity.
Hash128 tables_hash();

}  // namespace cordon::index::layout
