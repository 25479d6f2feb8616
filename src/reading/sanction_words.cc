#include "reading/sanction_words.h"

#include <algorithm>

#include "base/table.h"
#include "base/utf8.h"
#include "names/tables.h"

namespace cordon::reading {

std::string lowered(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t pos = 0; pos < text.size();) append_utf8(out, simple_lower(next_code_point(text, pos)));
  return out;
}

const SanctionWords& SanctionWords::shipped() {
  static const SanctionWords words;
  return words;
}

SanctionWords::SanctionWords() {
  for_each_table_line("reading/context.tsv", [&](std::string_view line) {
    for (const std::string_view word : names::split_words(line)) add(word);
  });
}

void SanctionWords::add(std::string_view word) {
  size_t pos = 0;
  const char32_t first = next_code_point(word, pos);
  if (pos == word.size()) {
    may_.fill(true);
  } else {
    may_[slot(first, next_code_point(word, pos))] = true;
  }
  longest_ = std::max(longest_, word.size() * kMostBytes);
  words_.emplace_back(word);
}

// Looks at two letters and moves `pos` behind them.
bool SanctionWords::may_begin(std::string_view text, size_t& pos) const {
  const char32_t first = simple_lower(next_code_point(text, pos));
  const char32_t second = pos < text.size() ? simple_lower(next_code_point(text, pos)) : 0;
  return may_[slot(first, second)];
}

bool SanctionWords::begins_lowered(const std::string& lower) const {
  return std::ranges::any_of(words_, [&](const std::string& word) { return lower.starts_with(word); });
}

bool SanctionWords::begins(std::string_view word) const {
  size_t pos = 0;
  return may_begin(word, pos) && begins_lowered(lowered(word));
}

bool SanctionWords::within(std::string_view text) const {
  for (size_t pos = 0; pos < text.size(); next_code_point(text, pos)) {
    size_t behind = pos;
    if (may_begin(text, behind) && begins_lowered(lowered(text.substr(pos, longest_)))) return true;
  }
  return false;
}

}  // namespace cordon::reading
