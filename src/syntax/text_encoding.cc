// The encoding of a text file, found out from its bytes: a BOM; else the zero bytes of UTF-16; else UTF-8 where the
// bytes are mostly that; else Windows-1252. What is ill-formed in UTF-8 or UTF-16 becomes U+FFFD, for the reader above
// to see.
#include "syntax/text_encoding.h"

#include "base/utf8.h"

namespace cordon {
namespace {

constexpr size_t kSampleBytes = 4096;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

uint32_t unit_at(std::string_view t, size_t i, bool little) {
  const auto a = static_cast<uint8_t>(t[i]);
  const auto b = static_cast<uint8_t>(t[i + 1]);
  return little ? a | (uint32_t{b} << 8) : b | (uint32_t{a} << 8);
}

std::string utf8_from_utf16(std::string_view t, bool little, uint64_t& replaced) {
  std::string out;
  out.reserve(t.size() / 2 + t.size() / 8);
  size_t i = 0;
  while (i + 1 < t.size()) {
    const uint32_t unit = unit_at(t, i, little);
    i += 2;
    if (unit < 0xD800 || unit > 0xDFFF) {
      append_utf8(out, unit);
      continue;
    }
    const uint32_t low = unit < 0xDC00 && i + 1 < t.size() ? unit_at(t, i, little) : 0;
    if (low >= 0xDC00 && low <= 0xDFFF) {
      append_utf8(out, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
      i += 2;
    } else {
      append_utf8(out, 0xFFFD);
      ++replaced;
    }
  }
  if (i < t.size()) {  // half a unit at the end
    append_utf8(out, 0xFFFD);
    ++replaced;
  }
  return out;
}

// UTF-16 without BOM: line ends, separators, digits and Latin letters have a zero byte, always on the same side.
TextEncoding guess_utf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0';
  const size_t pairs = sample.size() / 2;
  const auto mostly = [&](size_t many, size_t few) { return many >= 4 && many * 5 >= pairs && few * 20 <= many; };
  if (mostly(zeros[1], zeros[0])) return TextEncoding::kUtf16le;
  if (mostly(zeros[0], zeros[1])) return TextEncoding::kUtf16be;
  return TextEncoding::kUtf8;
}

// Is text with some ill-formed bytes meant as UTF-8? In Windows-1252 a letter with an accent is seldom followed by the
// very bytes that would continue it in UTF-8; in damaged UTF-8 most sequences are still whole.
bool mostly_utf8(std::string_view bytes) {
  size_t whole = 0;
  size_t broken = 0;
  for (size_t i = 0; i < bytes.size();) {
    const size_t before = i;
    const char32_t c = next_code_point(bytes, i);
    whole += i - before > 1;
    broken += c == 0xFFFD && i - before == 1;
  }
  return whole * 4 >= broken;
}

std::string repaired_utf8(std::string_view bytes, uint64_t& replaced) {
  std::string out;
  out.reserve(bytes.size() + 64);
  for (size_t i = 0; i < bytes.size();) {
    const size_t before = i;
    const char32_t c = next_code_point(bytes, i);
    replaced += c == 0xFFFD && i - before == 1;
    append_utf8(out, c);
  }
  return out;
}

}  // namespace

std::optional<size_t> utf8_begin(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return std::nullopt;
  if (bytes.starts_with(kUtf8Mark)) return kUtf8Mark.size();
  return guess_utf16(bytes) == TextEncoding::kUtf8 ? std::optional<size_t>(0) : std::nullopt;
}

DecodedText decode_text(std::string_view bytes) {
  const auto utf16 = [](std::string_view units, TextEncoding encoding) {
    DecodedText out{{}, encoding};
    out.text = utf8_from_utf16(units, encoding == TextEncoding::kUtf16le, out.replaced);
    return out;
  };
  if (bytes.starts_with("\xFF\xFE")) return utf16(bytes.substr(2), TextEncoding::kUtf16le);
  if (bytes.starts_with("\xFE\xFF")) return utf16(bytes.substr(2), TextEncoding::kUtf16be);
  const std::optional<size_t> begin = utf8_begin(bytes);
  if (!begin) return utf16(bytes, guess_utf16(bytes));
  bytes.remove_prefix(*begin);
  if (!first_invalid_utf8(bytes)) return {std::string(bytes), TextEncoding::kUtf8};
  if (*begin == 0 && !mostly_utf8(bytes)) return {utf8_from_windows_1252(bytes), TextEncoding::kWindows1252};
  DecodedText out;
  out.text = repaired_utf8(bytes, out.replaced);
  return out;
}

bool looks_misread(std::string_view text) {
  size_t accented = 0;
  size_t plain = 0;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c >= 0x80 && c < 0xA0) return true;
    plain += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    accented += c >= 0xC0 && c <= 0xFF;
  }
  return accented > plain;
}

}  // namespace cordon
