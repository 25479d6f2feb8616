// Columns of numbers in a mapped section, read in place.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/layout.h"

namespace cordon::index {

// A column of 32-bit numbers in a mapped section.
class Column {
 public:
  Column() = default;
  explicit Column(std::string_view bytes)
      : data_(reinterpret_cast<const uint32_t*>(bytes.data())), size_(bytes.size() / sizeof(uint32_t)) {}
  uint32_t operator[](size_t i) const { return data_[i]; }
  const uint32_t* data() const { return data_; }
  size_t size() const { return size_; }

 private:
  const uint32_t* data_ = nullptr;
  size_t size_ = 0;
};

// Returns how many of the numbers 0 … n - 1 come before the place sought. REQUIRES: `before` holds for a first run of
// them and for none after it.
template <typename Before>
size_t first_not(size_t n, const Before& before) {
  size_t low = 0;
  while (low < n) {
    const size_t middle = low + (n - low) / 2;
    if (before(middle)) {
      low = middle + 1;
    } else {
      n = middle;
    }
  }
  return low;
}

// Numbers by the upper bits of a 32-bit hash: where each bucket begins ×(2ⁿ + 1) │ numbers. What stands in a bucket may
// have another hash: who looks up compares.
class Buckets {
 public:
  Buckets() = default;
  // REQUIRES: opened_by(bytes).
  explicit Buckets(std::string_view bytes);
  static bool opens(std::string_view bytes);
  // Makes the bytes of a table of rows (hash, number); equal rows stand once.
  static std::string build(std::vector<std::pair<uint32_t, uint32_t>> rows);

  // Asks for what a bucket needs to be read: first where it begins, then its numbers.
  void prefetch_start(uint32_t hash) const { __builtin_prefetch(starts_.data() + (hash >> (32 - bits_))); }
  void prefetch_numbers(uint32_t hash) const { __builtin_prefetch(values_.data() + starts_[hash >> (32 - bits_)]); }
  std::span<const uint32_t> at(uint32_t hash) const {
    const uint32_t bucket = hash >> (32 - bits_);
    return {values_.data() + starts_[bucket], starts_[bucket + 1] - starts_[bucket]};
  }

 private:
  static int bits_of(const Column& all);
  Column starts_, values_;
  int bits_ = 0;
};

class Texts;

// Texts by number: how many │ where each begins ×(texts + 1), in bytes │ bytes.
class TextColumn {
 public:
  TextColumn() = default;
  // REQUIRES: opens(bytes).
  explicit TextColumn(std::string_view bytes);
  static bool opens(std::string_view bytes);
  static std::string build(const Texts& texts);
  uint32_t size() const { return static_cast<uint32_t>(starts_.size() - 1); }
  // Empty where there is no such text.
  std::string_view operator[](uint32_t number) const {
    if (size_t{number} + 1 >= starts_.size()) return {};
    return bytes_.substr(std::min<size_t>(starts_[number], bytes_.size()), starts_[number + 1] - starts_[number]);
  }

 private:
  Column starts_;
  std::string_view bytes_;
};

// Lists of ascending numbers: where each list's bytes begin ×(lists + 1) │ differences to the number before, as
// varints.
class Postings {
 public:
  Postings() = default;
  // REQUIRES: opens(bytes, lists).
  Postings(std::string_view bytes, size_t lists);
  static bool opens(std::string_view bytes, size_t lists);
  // Makes the bytes from rows (list, number) in the order of their numbers; equal rows stand once.
  static std::string build(const std::vector<std::pair<uint32_t, uint32_t>>& rows, size_t lists);

  uint32_t bytes(uint32_t list) const { return starts_[list + 1] - starts_[list]; }
  // Asks for what a list needs to be read: first where it begins, then its bytes.
  void prefetch_start(uint32_t list) const { __builtin_prefetch(starts_.data() + list); }
  void prefetch_bytes(uint32_t list) const { __builtin_prefetch(bytes_.data() + starts_[list]); }
  template <typename Visit>
  void each(uint32_t list, const Visit& visit) const {
    const auto* at = reinterpret_cast<const uint8_t*>(bytes_.data()) + starts_[list];
    const uint8_t* const end = reinterpret_cast<const uint8_t*>(bytes_.data()) + starts_[list + 1];
    uint32_t number = 0;
    while (end - at >= 8) {
      uint64_t bytes;
      std::memcpy(&bytes, at, sizeof bytes);
      if ((bytes & 0x8080808080808080) != 0) {
        visit(number += layout::take_varint_of_eight(at));
        continue;
      }
      for (int i = 0; i < 8; ++i, bytes >>= 8) visit(number += static_cast<uint32_t>(bytes & 0xFF));
      at += 8;
    }
    while (at < end) visit(number += layout::take_varint(at, end));
  }

 private:
  Column starts_;
  std::string_view bytes_;
};

}  // namespace cordon::index
