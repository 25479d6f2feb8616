// Offsets in a decoded text, told as offsets in the bytes of its file, which is what a person with an editor can find.
#pragma once

#include <cstdint>
#include <string_view>

#include "syntax/text_encoding.h"

namespace cordon::lists {

// Answers for rising offsets only, so that a whole file costs one pass.
class RawOffset {
 public:
  // `text` was decoded from `bytes`; both must outlive this.
  RawOffset(std::string_view bytes, const DecodedText& text);

  // REQUIRES: text_offset is not below that of the call before.
  uint64_t at(uint64_t text_offset);

 private:
  std::string_view bytes_;
  std::string_view text_;
  TextEncoding encoding_;
  uint64_t raw_ = 0;  // offset in the file that belongs to pos_
  uint64_t pos_ = 0;
};

}  // namespace cordon::lists
