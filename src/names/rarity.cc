// How rare a name part is, from data/names/rarity.tsv (made by tools/make_rarity.py): in how many parties of the
// counted sources a token occurs. Surface tokens are folded when the table is read, and the counts of those that fold
// alike are added.
#include <algorithm>
#include <cmath>

#include "names/analyze.h"
#include "names/tables.h"

namespace cordon::names {
namespace {

constexpr uint32_t kUnseen = 16000;

TextMap<uint32_t> read_rarity() {
  uint64_t total = 1;
  TextMap<uint64_t> counts;
  for_each_row("names/rarity.tsv", [&](const std::vector<std::string_view>& fields) {
    uint64_t count = 0;
    for (char c : fields.at(1)) count = count * 10 + static_cast<uint64_t>(c - '0');
    if (fields[0] == "*") {
      total = std::max<uint64_t>(count, 1);
    } else {
      counts[fold(fields[0])] += count;
    }
  });
  TextMap<uint32_t> rarity;
  for (const auto& [key, count] : counts) {
    const double share = static_cast<double>(total) / static_cast<double>(std::clamp<uint64_t>(count, 1, total));
    rarity[key] = std::min(kUnseen, static_cast<uint32_t>(std::lround(1000.0 * std::log2(share))));
  }
  return rarity;
}

}  // namespace

uint32_t rarity_millibits(std::string_view folded) {
  static const TextMap<uint32_t> rarity = read_rarity();
  const auto it = rarity.find(folded);
  return it == rarity.end() ? kUnseen : it->second;
}

}  // namespace cordon::names
