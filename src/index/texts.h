// Texts, numbered in the order in which they are first met.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/checksum.h"

namespace cordon::index {

// One string for all and a hash table of numbers: a tenth of what a map of strings takes. Fewer than 2^32 texts.
class Texts {
 public:
  // Returns the text's number and whether it is new.
  std::pair<uint32_t, bool> number(std::string_view text) {
    if (places_.size() < 2 * (ends_.size() + 1)) grow();
    uint32_t& found = places_[place(text)];
    if (found != 0) return {found - 1, false};
    bytes_ += text;
    ends_.push_back(bytes_.size());
    found = static_cast<uint32_t>(ends_.size());
    return {found - 1, true};
  }
  std::string_view operator[](uint32_t number) const {
    const size_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(bytes_).substr(begin, ends_[number] - begin);
  }
  uint32_t size() const { return static_cast<uint32_t>(ends_.size()); }

 private:
  size_t place(std::string_view text) const {
    const size_t mask = places_.size() - 1;
    size_t at = hash64(text) & mask;
    while (places_[at] != 0 && (*this)[places_[at] - 1] != text) at = (at + 1) & mask;
    return at;
  }
  void grow() {
    places_.assign(places_.empty() ? 256 : places_.size() * 2, 0);
    for (uint32_t i = 0; i < ends_.size(); ++i) places_[place((*this)[i])] = i + 1;
  }
  std::string bytes_;
  std::vector<size_t> ends_;      // in bytes_
  std::vector<uint32_t> places_;  // number + 1; 0: free
};

}  // namespace cordon::index
