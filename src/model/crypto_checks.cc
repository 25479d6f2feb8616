// SHA-256 (FIPS 180-4), Keccak-256 (as Ethereum uses it), base58check, bech32 (BIP-173, BIP-350) and EIP-55. Nothing
// here is a secret or signs anything: plain and small counts, speed and constant time do not.
#include "model/crypto_checks.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

#include "base/utf8.h"

namespace cordon {
namespace {

constexpr uint32_t kSha[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

void sha_block(std::array<uint32_t, 8>& h, const uint8_t* block) {
  uint32_t w[64];
  for (size_t i = 0; i < 16; ++i)
    w[i] = uint32_t{block[4 * i]} << 24 | uint32_t{block[4 * i + 1]} << 16 | uint32_t{block[4 * i + 2]} << 8 |
           block[4 * i + 3];
  for (size_t i = 16; i < 64; ++i) {
    const uint32_t a = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ w[i - 15] >> 3;
    const uint32_t b = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ w[i - 2] >> 10;
    w[i] = w[i - 16] + a + w[i - 7] + b;
  }
  auto v = h;
  for (size_t i = 0; i < 64; ++i) {
    const uint32_t s1 = std::rotr(v[4], 6) ^ std::rotr(v[4], 11) ^ std::rotr(v[4], 25);
    const uint32_t t1 = v[7] + s1 + ((v[4] & v[5]) ^ (~v[4] & v[6])) + kSha[i] + w[i];
    const uint32_t s0 = std::rotr(v[0], 2) ^ std::rotr(v[0], 13) ^ std::rotr(v[0], 22);
    const uint32_t t2 = s0 + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
    v = {t1 + t2, v[0], v[1], v[2], v[3] + t1, v[4], v[5], v[6]};
  }
  for (size_t i = 0; i < 8; ++i) h[i] += v[i];
}

constexpr uint64_t kRound[24] = {0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000,
                                 0x000000000000808b, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
                                 0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
                                 0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003,
                                 0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
                                 0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008};

void keccak(std::array<uint64_t, 25>& a) {
  constexpr int kTurn[24] = {1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44};
  constexpr int kLane[24] = {10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1};
  for (const uint64_t constant : kRound) {
    uint64_t c[5];
    for (size_t x = 0; x < 5; ++x) c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    for (size_t x = 0; x < 5; ++x) {
      const uint64_t d = c[(x + 4) % 5] ^ std::rotl(c[(x + 1) % 5], 1);
      for (size_t y = 0; y < 25; y += 5) a[x + y] ^= d;
    }
    uint64_t t = a[1];
    for (size_t i = 0; i < 24; ++i) {
      const auto lane = static_cast<size_t>(kLane[i]);
      const uint64_t next = a[lane];
      a[lane] = std::rotl(t, kTurn[i]);
      t = next;
    }
    for (size_t y = 0; y < 25; y += 5) {
      uint64_t row[5];
      for (size_t x = 0; x < 5; ++x) row[x] = a[y + x];
      for (size_t x = 0; x < 5; ++x) a[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
    }
    a[0] ^= constant;
  }
}

// Returns the 25 bytes of a base58check text, or nothing where a letter is foreign or it is longer.
std::vector<uint8_t> base58(std::string_view text) {
  constexpr std::string_view kAlphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  std::vector<uint8_t> out(25);
  for (const char c : text) {
    size_t carry = kAlphabet.find(c);
    if (carry == std::string_view::npos) return {};
    for (size_t i = out.size(); i-- > 0;) {
      carry += size_t{out[i]} * 58;
      out[i] = static_cast<uint8_t>(carry);
      carry >>= 8;
    }
    if (carry) return {};
  }
  return out;
}

bool base58check(std::string_view text, std::initializer_list<uint8_t> versions) {
  const std::vector<uint8_t> b = base58(text);
  if (b.empty() || std::find(versions.begin(), versions.end(), b[0]) == versions.end()) return false;
  const auto once = sha256({reinterpret_cast<const char*>(b.data()), 21});
  const auto twice = sha256({reinterpret_cast<const char*>(once.data()), once.size()});
  return std::equal(twice.begin(), twice.begin() + 4, b.begin() + 21);
}

// BIP-173 and BIP-350, for the human-readable part "bc".
bool bech32(std::string_view text) {
  constexpr std::string_view kAlphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  if (text.size() < 14 || text.size() > 90) return false;
  const auto step = [](uint32_t c, uint32_t v) {
    constexpr uint32_t kGenerator[] = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    const uint32_t top = c >> 25;
    c = (c & 0x1ffffff) << 5 ^ v;
    for (uint32_t i = 0; i < 5; ++i) c ^= (top >> i & 1) ? kGenerator[i] : 0;
    return c;
  };
  uint32_t c = 1;
  for (const uint32_t v : {3U, 3U, 0U, 2U, 3U}) c = step(c, v);  // "bc" spread out
  size_t version = 0;
  for (size_t i = 3; i < text.size(); ++i) {
    const size_t v = kAlphabet.find(text[i]);
    if (v == std::string_view::npos) return false;
    if (i == 3) version = v;
    c = step(c, static_cast<uint32_t>(v));
  }
  return c == (version == 0 ? 1U : 0x2bc830a3U);
}

IdCheck ethereum(std::string_view address) {
  const std::string_view hex = address.substr(2);
  const std::string lower = ascii_lower(hex);
  if (lower.find_first_not_of("0123456789abcdef") != std::string::npos) return IdCheck::kInvalid;
  const bool mixed = lower != hex && std::any_of(hex.begin(), hex.end(), [](char c) { return c >= 'a' && c <= 'f'; });
  if (!mixed) return IdCheck::kNoChecksum;
  const auto hash = keccak256(lower);
  for (size_t i = 0; i < hex.size(); ++i) {
    if (lower[i] <= '9') continue;
    const bool upper = (hash[i / 2] >> (i % 2 ? 0 : 4) & 0xF) >= 8;
    if (upper != (hex[i] >= 'A' && hex[i] <= 'F')) return IdCheck::kInvalid;
  }
  return IdCheck::kValid;
}

}  // namespace

std::array<uint8_t, 32> sha256(std::string_view bytes) {
  std::array<uint32_t, 8> h = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                               0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::string padded(bytes);
  padded += '\x80';
  while (padded.size() % 64 != 56) padded += '\0';
  for (int i = 7; i >= 0; --i) padded += static_cast<char>(uint64_t{bytes.size()} * 8 >> (8 * i));
  for (size_t i = 0; i < padded.size(); i += 64) sha_block(h, reinterpret_cast<const uint8_t*>(padded.data()) + i);
  std::array<uint8_t, 32> out;
  for (size_t i = 0; i < 32; ++i) out[i] = static_cast<uint8_t>(h[i / 4] >> (24 - 8 * (i % 4)));
  return out;
}

std::array<uint8_t, 32> keccak256(std::string_view bytes) {
  constexpr size_t kRate = 136;
  std::string padded(bytes);
  padded += '\x01';
  while (padded.size() % kRate) padded += '\0';
  padded.back() = static_cast<char>(padded.back() | 0x80);
  std::array<uint64_t, 25> state = {};
  for (size_t at = 0; at < padded.size(); at += kRate) {
    for (size_t i = 0; i < kRate / 8; ++i) {
      uint64_t lane;
      std::memcpy(&lane, padded.data() + at + 8 * i, 8);
      state[i] ^= lane;
    }
    keccak(state);
  }
  std::array<uint8_t, 32> out;
  std::memcpy(out.data(), state.data(), out.size());
  return out;
}

IdCheck check_crypto_address(std::string_view a) {
  if (a.size() == 42 && (a.starts_with("0x") || a.starts_with("0X"))) return ethereum(a);
  if (a.starts_with("bc1")) return bech32(a) ? IdCheck::kValid : IdCheck::kInvalid;
  if (a.starts_with("BC1")) {  // all upper case or all lower case, never mixed
    const bool mixed = std::any_of(a.begin(), a.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return !mixed && bech32(ascii_lower(a)) ? IdCheck::kValid : IdCheck::kInvalid;
  }
  if (a.size() >= 26 && a.size() <= 35 && (a[0] == '1' || a[0] == '3'))
    return base58check(a, {0x00, 0x05}) ? IdCheck::kValid : IdCheck::kInvalid;
  if (a.size() == 34 && a[0] == 'T') return base58check(a, {0x41}) ? IdCheck::kValid : IdCheck::kInvalid;
  return IdCheck::kNoChecksum;
}

}  // namespace cordon
