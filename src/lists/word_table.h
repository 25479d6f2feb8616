// Words of our own tables ("birth", "alias", "flag") to the kinds that they stand for.
#pragma once

#include <array>
#include <string_view>

namespace cordon::lists {

template <typename Kind>
struct Word {
  std::string_view word;
  Kind kind;
};

// Sets `out` to the kind of `word`; returns false, and leaves it, where the table has no such word.
template <typename Kind, size_t N>
bool look_up(const std::array<Word<Kind>, N>& table, std::string_view word, Kind& out) {
  for (const Word<Kind>& row : table) {
    if (row.word != word) continue;
    out = row.kind;
    return true;
  }
  return false;
}

}  // namespace cordon::lists
