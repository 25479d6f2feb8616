// Text files in whatever encoding they came: BOM, UTF-16 with or without BOM, UTF-8, else Windows-1252.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace cordon {

enum class TextEncoding : uint8_t { kUtf8, kUtf16le, kUtf16be, kWindows1252 };

struct DecodedText {
  std::string text;  // UTF-8 without BOM
  TextEncoding encoding = TextEncoding::kUtf8;
  uint64_t replaced = 0;  // ill-formed places, each now U+FFFD: the reader says so
};
// Never fails: what is not UTF-8 or UTF-16 is read as Windows-1252, which has a meaning for every byte. Where a text is
// UTF-8 or UTF-16 but for some damaged bytes, each of those becomes U+FFFD.
DecodedText decode_text(std::string_view bytes);

// Returns the offset at which the text begins (behind a BOM) where the first of `bytes` do not say UTF-16; nothing
// where they do. The text needs no decoding then if all of it is well-formed UTF-8.
std::optional<size_t> utf8_begin(std::string_view bytes);

// Is `text`, decoded from Windows-1252, hardly a text of that code page: C1 control characters (bytes that it does not
// define), or mostly accented letters (another code page's)? Names of a few letters may be.
bool looks_misread(std::string_view text);

}  // namespace cordon
