// What the processor has that a kernel may use: the one point at which the program decides it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cordon {

// Each has all before it. Every kernel gives the same answers on every level.
enum class CpuLevel : uint8_t { kScalar, kAvx2 };

// Returns the highest level of this processor, or the one that the environment variable CORDON_CPU names ("scalar",
// "avx2") where it is lower. Decided at the first call. Thread-safe.
CpuLevel cpu_level();

// What cpu_level() decides by. An unknown word is no wish.
CpuLevel highest_cpu_level();
std::optional<CpuLevel> parse_cpu_level(std::string_view word);

}  // namespace cordon
