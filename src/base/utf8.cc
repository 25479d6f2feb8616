#include "base/utf8.h"

#include <cstring>

namespace cordon {
namespace {

bool continuation(std::string_view t, size_t i) { return i < t.size() && (static_cast<uint8_t>(t[i]) & 0xC0) == 0x80; }

// Length of the well-formed sequence at `i` (Unicode 15, table 3-7), or 0.
size_t sequence_length(std::string_view t, size_t i) {
  const auto b0 = static_cast<uint8_t>(t[i]);
  if (b0 < 0x80) return 1;
  const auto b1 = i + 1 < t.size() ? static_cast<uint8_t>(t[i + 1]) : uint8_t{0};
  if (b0 >= 0xC2 && b0 <= 0xDF) return continuation(t, i + 1) ? 2 : 0;
  if (b0 >= 0xE0 && b0 <= 0xEF) {
    if (b0 == 0xE0 && b1 < 0xA0) return 0;
    if (b0 == 0xED && b1 > 0x9F) return 0;
    return continuation(t, i + 1) && continuation(t, i + 2) ? 3 : 0;
  }
  if (b0 >= 0xF0 && b0 <= 0xF4) {
    if (b0 == 0xF0 && b1 < 0x90) return 0;
    if (b0 == 0xF4 && b1 > 0x8F) return 0;
    return continuation(t, i + 1) && continuation(t, i + 2) && continuation(t, i + 3) ? 4 : 0;
  }
  return 0;
}

// Length of the longest start of a well-formed sequence at `i`, where no whole one stands; 1 where none begins there.
size_t ill_formed_length(std::string_view t, size_t i) {
  const auto b0 = static_cast<uint8_t>(t[i]);
  if (b0 < 0xE0 || b0 > 0xF4 || !continuation(t, i + 1)) return 1;
  const auto b1 = static_cast<uint8_t>(t[i + 1]);
  const bool excluded =
      (b0 == 0xE0 && b1 < 0xA0) || (b0 == 0xED && b1 > 0x9F) || (b0 == 0xF0 && b1 < 0x90) || (b0 == 0xF4 && b1 > 0x8F);
  if (excluded) return 1;
  return b0 >= 0xF0 && continuation(t, i + 2) ? 3 : 2;
}

constexpr char16_t kWindows1252[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                       0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// Length of the white space at `i`: ASCII blanks, NBSP and its sisters, BOM, line and paragraph separators, and the
// control characters of ASCII and Latin-1, which stand where something stood between words; 0 when there is none.
size_t space_length(std::string_view t, size_t i) {
  const char c = t[i];
  if ((c >= 0 && c <= ' ') || c == 0x7F) return 1;
  if (c == '\xC2' && i + 1 < t.size() && static_cast<uint8_t>(t[i + 1]) >= 0x80 &&
      static_cast<uint8_t>(t[i + 1]) <= 0xA0)
    return 2;
  if (t.substr(i, 3) == "\xE2\x80\xA8" || t.substr(i, 3) == "\xE2\x80\xA9") return 3;
  if (t.substr(i, 3) == "\xEF\xBB\xBF" || t.substr(i, 3) == "\xE2\x80\xAF" || t.substr(i, 3) == "\xE3\x80\x80")
    return 3;
  return 0;
}

}  // namespace

char32_t next_code_point(std::string_view t, size_t& pos) {
  const size_t n = sequence_length(t, pos);
  if (n == 0) {
    ++pos;
    return 0xFFFD;
  }
  const auto b0 = static_cast<uint8_t>(t[pos]);
  char32_t c = n == 1 ? b0 : n == 2 ? b0 & 0x1FU : n == 3 ? b0 & 0x0FU : b0 & 0x07U;
  for (size_t k = 1; k < n; ++k) c = (c << 6) | (static_cast<uint8_t>(t[pos + k]) & 0x3FU);
  pos += n;
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::optional<size_t> first_invalid_utf8(std::string_view t) {
  for (size_t i = 0; i < t.size();) {
    uint64_t eight = 0;  // bytes of ASCII at a time
    while (i + sizeof eight <= t.size()) {
      std::memcpy(&eight, t.data() + i, sizeof eight);
      if ((eight & 0x8080808080808080U) != 0) break;
      i += sizeof eight;
    }
    if (i == t.size()) break;
    const size_t n = sequence_length(t, i);
    if (n == 0) return i;
    i += n;
  }
  return std::nullopt;
}

void append_well_formed(std::string& out, std::string_view t) {
  while (const auto bad = first_invalid_utf8(t)) {
    out += t.substr(0, *bad);
    out += "\xEF\xBF\xBD";
    t.remove_prefix(*bad + ill_formed_length(t, *bad));
  }
  out += t;
}

std::string utf8_from_windows_1252(std::string_view latin1) {
  std::string out;
  out.reserve(latin1.size() + latin1.size() / 8);
  for (const char c : latin1) {
    const auto b = static_cast<uint8_t>(c);
    append_utf8(out, b >= 0x80 && b < 0xA0 ? kWindows1252[b - 0x80] : b);
  }
  return out;
}

std::string_view trim(std::string_view t) {
  while (!t.empty()) {
    const size_t n = space_length(t, 0);
    if (n == 0) break;
    t.remove_prefix(n);
  }
  for (bool again = true; again && !t.empty();) {
    again = false;
    for (size_t n = 1; n <= 3 && n <= t.size(); ++n) {
      if (space_length(t, t.size() - n) != n) continue;
      t.remove_suffix(n);
      again = true;
      break;
    }
  }
  return t;
}

std::string collapse_spaces(std::string_view t) {
  std::string out;
  out.reserve(t.size());
  bool gap = false;
  for (size_t i = 0; i < t.size();) {
    if (const size_t n = space_length(t, i)) {
      gap = true;
      i += n;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += t[i++];
  }
  return out;
}

std::string ascii_lower(std::string_view t) {
  std::string out(t);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

char32_t simple_lower(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c;
}

}  // namespace cordon
