// The beginnings of words that speak of sanctions (data/reading/context.tsv).
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::reading {

// Nearly every word is turned away by its first two letters.
class SanctionWords {
 public:
  static const SanctionWords& shipped();
  // Does the word begin with one of them?
  bool begins(std::string_view word) const;
  // Is one of them anywhere in the text?
  bool within(std::string_view text) const;

 private:
  static constexpr size_t kSlots = 1024;
  static size_t slot(char32_t first, char32_t second) { return (first * 31 + second * 7) % kSlots; }

  SanctionWords();
  void add(std::string_view word);
  bool may_begin(std::string_view text, size_t& pos) const;
  bool begins_lowered(const std::string& lower) const;

  static constexpr size_t kMostBytes = 4;  // of a letter: a capital may be longer than its small one
  std::vector<std::string> words_;
  std::array<bool, kSlots> may_ = {};
  size_t longest_ = 0;  // bytes of a text that begins with one of them, at most
};

// In small letters: of ASCII, Latin-1, Greek and Cyrillic.
std::string lowered(std::string_view text);

}  // namespace cordon::reading
