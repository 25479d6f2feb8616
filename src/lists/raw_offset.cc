#include "lists/raw_offset.h"

#include <algorithm>

#include "base/utf8.h"

namespace cordon::lists {

RawOffset::RawOffset(std::string_view bytes, const DecodedText& text)
    : bytes_(bytes), text_(text.text), encoding_(text.encoding) {
  if (bytes.starts_with("\xEF\xBB\xBF")) raw_ = 3;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) raw_ = 2;
}

uint64_t RawOffset::at(uint64_t text_offset) {
  const uint64_t end = std::min<uint64_t>(text_offset, text_.size());
  if (encoding_ == TextEncoding::kUtf8) {  // ill-formed bytes stand in the text as U+FFFD, which is three bytes long
    while (pos_ < end && raw_ < bytes_.size()) {
      size_t next = raw_;
      const bool replaced = next_code_point(bytes_, next) == 0xFFFD;
      pos_ += replaced ? 3 : next - raw_;
      raw_ = next;
    }
    return raw_;
  }
  for (; pos_ < end; ++pos_) {
    const auto b = static_cast<uint8_t>(text_[pos_]);
    const bool begins = (b & 0xC0) != 0x80;  // one byte of Windows-1252, one or two units of UTF-16
    if (!begins) continue;
    raw_ += encoding_ == TextEncoding::kWindows1252 ? 1 : b >= 0xF0 ? 4 : 2;
  }
  return raw_;
}

}  // namespace cordon::lists
