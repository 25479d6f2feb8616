// The bytes that writer and reader of a snapshot file agree on. docs/formats/snapshot.md draws them; every integer is
// little-endian.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "base/checksum.h"

namespace cordon::snapshot {

// First and last in the file. The CR LF, the DOS end-of-file and the LF show a transfer that changed line ends.
constexpr std::string_view kMagic("CORDON\r\n\x1a\n", 10);
constexpr uint32_t kFormatVersion = 2;
constexpr uint64_t kAlignment = 64;  // of sections and table; also the size of header, table row and footer
constexpr uint64_t kHeaderBytes = 64;
constexpr uint64_t kRowBytes = 64;
constexpr uint64_t kFooterBytes = 64;
constexpr uint64_t kNameBytes = 32;
constexpr uint64_t kMaxSections = 4096;

inline uint64_t aligned(uint64_t offset) { return (offset + kAlignment - 1) / kAlignment * kAlignment; }

// Appends `value` to `out`, lowest byte first.
template <typename T>
void append_int(std::string& out, T value) {
  if constexpr (std::endian::native == std::endian::big) value = std::byteswap(value);
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// Returns the integer at `offset`. REQUIRES: offset + sizeof(T) <= bytes.size(). Needs no alignment.
template <typename T>
T int_at(std::string_view bytes, uint64_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  if constexpr (std::endian::native == std::endian::big) value = std::byteswap(value);
  return value;
}

inline void append_hash(std::string& out, const Hash128& hash) {
  append_int(out, hash.high);
  append_int(out, hash.low);
}

inline Hash128 hash_at(std::string_view bytes, uint64_t offset) {
  return {int_at<uint64_t>(bytes, offset), int_at<uint64_t>(bytes, offset + 8)};
}

// Appends a section's name, filled up with zero bytes.
inline void append_name(std::string& out, std::string_view name) {
  out += name;
  out.append(kNameBytes - name.size(), '\0');
}

}  // namespace cordon::snapshot
