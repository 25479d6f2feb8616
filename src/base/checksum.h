// XXH3 of 128 bits: fingerprints of sections, tables, files. Not a signature.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
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
// Reads the 32 digits of Hash128::hex(); nothing where they are others.
std::optional<Hash128> parse_hash128(std::string_view hex);
uint64_t hash64(std::string_view bytes);
uint64_t hash64(std::string_view bytes, uint64_t seed);  // hash64(bytes) where it is 0

// The hash128() of bytes that come one after another.
class RunningHash128 {
 public:
  RunningHash128();
  RunningHash128(RunningHash128&&) noexcept;
  RunningHash128& operator=(RunningHash128&&) noexcept;
  ~RunningHash128();
  void append(std::string_view bytes);
  Hash128 value() const;  // of all bytes so far

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cordon
