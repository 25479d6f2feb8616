// Checksums of crypto addresses: base58check and bech32 (Bitcoin, Tron), EIP-55 (Ethereum).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/identifier.h"

namespace cordon {

// `address` keeps its case. kNoChecksum for a form that is none of these, and for ETH without mixed case.
IdCheck check_crypto_address(std::string_view address);

std::array<uint8_t, 32> sha256(std::string_view bytes);
std::array<uint8_t, 32> keccak256(std::string_view bytes);  // padding 0x01: not SHA3-256

}  // namespace cordon
