#include "base/cpu.h"

#include <algorithm>
#include <cstdlib>

namespace cordon {

CpuLevel highest_cpu_level() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return CpuLevel::kAvx2;
#endif
  return CpuLevel::kScalar;
}

std::optional<CpuLevel> parse_cpu_level(std::string_view word) {
  if (word == "scalar") return CpuLevel::kScalar;
  if (word == "avx2") return CpuLevel::kAvx2;
  return std::nullopt;
}

CpuLevel cpu_level() {
  static const CpuLevel level = [] {
    const char* const wish = std::getenv("CORDON_CPU");
    const CpuLevel highest = highest_cpu_level();
    return std::min(highest, wish == nullptr ? highest : parse_cpu_level(wish).value_or(highest));
  }();
  return level;
}

}  // namespace cordon
