// Values of a function met lately, by the text that they belong to: a name's words are those of many other names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/checksum.h"

namespace cordon {

// Of fixed size: a text takes the place of an earlier one that falls on its slot. For one thread; make it thread_local.
template <typename Value>
class Memo {
 public:
  // `slots` is a power of two. What belongs to a text of more than `longest` bytes is not kept.
  explicit Memo(size_t slots = 4096, size_t longest = 48) : slots_(slots), longest_(longest) {}

  // Returns what is kept for `text`, or make(), which is then kept. REQUIRES: make() depends on nothing but the text
  // and does not come back to this memo.
  template <typename Make>
  Value get(std::string_view text, const Make& make) {
    if (text.size() > longest_) return make();
    Slot& slot = slots_[hash64(text) & (slots_.size() - 1)];
    if (!slot.used || slot.text != text) {
      slot.value = make();
      slot.text = text;
      slot.used = true;
    }
    return slot.value;
  }

 private:
  struct Slot {
    bool used = false;
    std::string text;
    Value value{};
  };
  std::vector<Slot> slots_;
  size_t longest_;
};

}  // namespace cordon
