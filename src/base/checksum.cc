#include "base/checksum.h"

#include <fmt/format.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/error.h"

namespace cordon {

std::string Hash128::hex() const { return fmt::format("{:016x}{:016x}", high, low); }

Hash128 hash128(std::string_view bytes) {
  const XXH128_hash_t h = XXH3_128bits(bytes.data(), bytes.size());
  return {h.high64, h.low64};
}

uint64_t hash64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }
uint64_t hash64(std::string_view bytes, uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::optional<Hash128> parse_hash128(std::string_view hex) {
  Hash128 out;
  if (hex.size() != 32) return std::nullopt;
  for (size_t i = 0; i < hex.size(); ++i) {
    const size_t digit = std::string_view("0123456789abcdef").find(hex[i]);
    if (digit == std::string_view::npos) return std::nullopt;
    uint64_t& half = i < 16 ? out.high : out.low;
    half = half << 4 | digit;
  }
  return out;
}

struct RunningHash128::State {
  XXH3_state_t xxh;
};

RunningHash128::RunningHash128() : state_(std::make_unique<State>()) { XXH3_128bits_reset(&state_->xxh); }
RunningHash128::RunningHash128(RunningHash128&&) noexcept = default;
RunningHash128& RunningHash128::operator=(RunningHash128&&) noexcept = default;
RunningHash128::~RunningHash128() = default;

void RunningHash128::append(std::string_view bytes) { XXH3_128bits_update(&state_->xxh, bytes.data(), bytes.size()); }

Hash128 RunningHash128::value() const {
  const XXH128_hash_t h = XXH3_128bits_digest(&state_->xxh);
  return {h.high64, h.low64};
}

std::string_view code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidArgument:
      return "invalid_argument";
    case ErrorCode::kNotFound:
      return "not_found";
    case ErrorCode::kBadInput:
      return "bad_input";
    case ErrorCode::kUnsupported:
      return "unsupported";
    case ErrorCode::kVersion:
      return "version";
    case ErrorCode::kCorrupt:
      return "corrupt";
    case ErrorCode::kIo:
      return "io";
    case ErrorCode::kLimit:
      return "limit";
  }
  return "unknown";
}

std::string Error::text() const {
  std::string out;
  if (!where.source.empty()) out += where.source + ": ";
  if (where.record) out += fmt::format("record {}: ", where.record);
  if (where.byte) out += fmt::format("byte {}: ", where.byte);
  return out + message;
}

}  // namespace cordon
