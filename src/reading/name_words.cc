#include "reading/name_words.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <vector>

#include "base/table.h"

namespace cordon::reading {
namespace {

constexpr size_t kKinds = static_cast<size_t>(NameWord::kCount);
constexpr std::array<std::string_view, kKinds> kNames = {
    "company",     "legal form",  "turkish trade", "medium",   "connector",        "he",       "she",
    "arabic link", "han surname", "han sound",     "han firm", "han organization", "han body", "han trade"};

struct Words {
  std::array<std::vector<std::string_view>, kKinds> in_order;
  std::array<std::unordered_set<std::string_view>, kKinds> known;

  Words() {
    for_each_table_line("reading/name_words.tsv", [&](std::string_view line) {
      const auto kind = static_cast<size_t>(std::ranges::find(kNames, take_field(line, '\t')) - kNames.begin());
      if (kind == kKinds) return;
      each_part(line, " ", [&](std::string_view word) {
        in_order[kind].push_back(word);
        known[kind].insert(word);
        return true;
      });
    });
  }
};

const Words& shipped() {
  static const Words words;
  return words;
}

}  // namespace

bool is_name_word(NameWord kind, std::string_view fold) {
  return shipped().known[static_cast<size_t>(kind)].contains(fold);
}

std::span<const std::string_view> name_words(NameWord kind) { return shipped().in_order[static_cast<size_t>(kind)]; }

}  // namespace cordon::reading
