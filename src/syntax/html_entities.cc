#include "syntax/html_entities.h"

#include <unordered_map>

#include "base/table.h"
#include "base/utf8.h"

namespace cordon::html {
namespace {

constexpr size_t kLongestName = 34;    // CounterClockwiseContourIntegral; and two to spare
constexpr size_t kLongestNumber = 12;  // digits, leading zeros included

const std::unordered_map<std::string_view, std::string>& names() {
  static const auto* table = [] {
    auto* out = new std::unordered_map<std::string_view, std::string>;
    for_each_table_line("html/entities.tsv", [&](std::string_view line) {
      const std::string_view name = take_field(line, '\t');
      std::string& text = (*out)[name];
      each_part(line, " ", [&](std::string_view digits) {
        char32_t c = 0;
        for (const char d : digits) c = c * 16 + static_cast<char32_t>(d <= '9' ? d - '0' : d - 'A' + 10);
        append_utf8(text, c);
        return true;
      });
    });
    return out;
  }();
  return *table;
}

int digit_value(char c, int base) {
  if (c >= '0' && c <= '9') return c - '0';
  if (base == 16 && c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (base == 16 && c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void append_number(std::string& out, char32_t c) {
  if (c >= 0x80 && c <= 0x9F) {
    const char byte = static_cast<char>(c);
    out += utf8_from_windows_1252(std::string_view(&byte, 1));
  } else {
    append_utf8(out, c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c);
  }
}

size_t append_numeric(std::string_view text, std::string& out) {
  const int base = text.size() > 2 && (text[2] == 'x' || text[2] == 'X') ? 16 : 10;
  size_t i = base == 16 ? 3 : 2;
  const size_t first = i;
  char32_t c = 0;
  for (; i < text.size() && i - first < kLongestNumber && digit_value(text[i], base) >= 0; ++i)
    c = c > 0x10FFFF ? c : c * static_cast<char32_t>(base) + static_cast<char32_t>(digit_value(text[i], base));
  if (i == first) return 0;
  append_number(out, c);
  return i < text.size() && text[i] == ';' ? i + 1 : i;
}

}  // namespace

size_t append_reference(std::string_view text, std::string& out) {
  if (text.size() < 2) return 0;
  if (text[1] == '#') return append_numeric(text, out);
  size_t end = 1;
  while (end < text.size() && end <= kLongestName &&
         ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z') ||
          (text[end] >= '0' && text[end] <= '9')))
    ++end;
  if (end < text.size() && text[end] == ';') {
    if (const auto found = names().find(text.substr(1, end)); found != names().end()) {
      out += found->second;
      return end + 1;
    }
  }
  // Without ";" only the old names, of two to six letters; the longest that fits.
  for (size_t length = std::min<size_t>(end - 1, 6); length >= 2; --length)
    if (const auto found = names().find(text.substr(1, length)); found != names().end()) {
      out += found->second;
      return length + 1;
    }
  return 0;
}

std::string decode_references(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const size_t plain = std::min(text.find('&'), text.size());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const size_t length = append_reference(text, out);
    if (length == 0) out += '&';
    text.remove_prefix(std::max<size_t>(length, 1));
  }
  return out;
}

}  // namespace cordon::html
