#include "world/letters.h"

#include <algorithm>
#include <array>

namespace cordon::world {
namespace {

struct Marked {
  char32_t lower, upper;
  std::string_view plain;
};
constexpr std::array kMarked = {
    Marked{U'á', U'Á', "a"}, Marked{U'à', U'À', "a"}, Marked{U'â', U'Â', "a"},  Marked{U'ä', U'Ä', "a"},
    Marked{U'å', U'Å', "a"}, Marked{U'ã', U'Ã', "a"}, Marked{U'ā', U'Ā', "a"},  Marked{U'ç', U'Ç', "c"},
    Marked{U'č', U'Č', "c"}, Marked{U'ć', U'Ć', "c"}, Marked{U'đ', U'Đ', "d"},  Marked{U'é', U'É', "e"},
    Marked{U'è', U'È', "e"}, Marked{U'ê', U'Ê', "e"}, Marked{U'ë', U'Ë', "e"},  Marked{U'ě', U'Ě', "e"},
    Marked{U'ğ', U'Ğ', "g"}, Marked{U'í', U'Í', "i"}, Marked{U'ï', U'Ï', "i"},  Marked{U'î', U'Î', "i"},
    Marked{U'ı', U'I', "i"}, Marked{U'ł', U'Ł', "l"}, Marked{U'ñ', U'Ñ', "n"},  Marked{U'ó', U'Ó', "o"},
    Marked{U'ö', U'Ö', "o"}, Marked{U'ô', U'Ô', "o"}, Marked{U'õ', U'Õ', "o"},  Marked{U'ø', U'Ø', "o"},
    Marked{U'š', U'Š', "s"}, Marked{U'ş', U'Ş', "s"}, Marked{U'ß', U'ß', "ss"}, Marked{U'ú', U'Ú', "u"},
    Marked{U'ü', U'Ü', "u"}, Marked{U'û', U'Û', "u"}, Marked{U'ý', U'Ý', "y"},  Marked{U'ž', U'Ž', "z"},
    Marked{U'ż', U'Ż', "z"}, Marked{U'ź', U'Ź', "z"}, Marked{U'ś', U'Ś', "s"},  Marked{U'ń', U'Ń', "n"},
    Marked{U'ą', U'Ą', "a"}, Marked{U'ę', U'Ę', "e"}, Marked{U'ő', U'Ő', "o"},  Marked{U'ű', U'Ű', "u"},
};

const Marked* find_marked(char32_t c) {
  if (c < 0x80 || c >= 0x250) return nullptr;
  for (const Marked& m : kMarked)
    if (m.lower == c || m.upper == c) return &m;
  return nullptr;
}

constexpr std::array<std::string_view, 13> kParticles = {"al", "el",  "ul",  "ur",  "bin", "ben", "ibn",
                                                         "de", "del", "las", "los", "dos", "of"};

char32_t lower(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 32;
  if (c >= U'А' && c <= U'Я') return c + 32;
  if (c >= U'Ѐ' && c <= U'Џ') return c + 80;
  if (c == U'Ґ') return U'ґ';
  if (const Marked* m = find_marked(c)) return m->lower;
  return c;
}

}  // namespace

std::u32string to_letters(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  for (size_t i = 0; i < utf8.size();) {
    const auto byte = static_cast<uint8_t>(utf8[i]);
    const size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? byte : byte & (0xFF >> (length + 1));
    for (size_t k = 1; k < length && i + k < utf8.size(); ++k)
      c = (c << 6) | (static_cast<uint8_t>(utf8[i + k]) & 0x3F);
    out.push_back(c);
    i += length;
  }
  return out;
}

void append_utf8(char32_t c, std::string& out) {
  const auto byte = [&](char32_t b) { out.push_back(static_cast<char>(b)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6));
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

std::string to_utf8(std::u32string_view letters) {
  std::string out;
  out.reserve(letters.size() * 2);
  for (const char32_t c : letters) append_utf8(c, out);
  return out;
}

bool is_cyrillic(char32_t c) { return c >= 0x400 && c < 0x530; }

bool is_vowel(char32_t c) { return c == U'a' || c == U'e' || c == U'i' || c == U'o' || c == U'u' || c == U'y'; }

char32_t upper(char32_t c) {
  if (c >= U'a' && c <= U'z') return c - 32;
  if (c < 0x80) return c;
  if (c >= U'а' && c <= U'я') return c - 32;
  if (c >= U'ѐ' && c <= U'џ') return c - 80;
  if (c == U'ґ') return U'Ґ';
  if (const Marked* m = find_marked(c)) return m->upper;
  return c;
}

std::string capitalised(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 4);
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find_first_of(" -", begin), text.size());
    const std::string_view piece = text.substr(begin, end - begin);
    if (std::ranges::find(kParticles, piece) != kParticles.end()) {
      out += piece;
    } else {
      bool first = true;
      for (const char32_t c : to_letters(piece)) {
        append_utf8(first ? upper(c) : c, out);
        first = first && (c == U'\'' || c == U'(' || c == U'"');
      }
    }
    if (end < text.size()) out.push_back(text[end]);
    begin = end + 1;
  }
  return out;
}

std::string all_upper(std::string_view text) {
  std::string out;
  for (const char32_t c : to_letters(text)) append_utf8(upper(c), out);
  return out;
}

std::string folded(std::string_view text) {
  std::string out;
  for (const char32_t letter : to_letters(text)) {
    const char32_t c = lower(letter);
    if (c < 0x80) {
      out.push_back(static_cast<char>(c));
    } else if (const Marked* m = find_marked(c)) {
      out += m->plain;
    } else {
      append_utf8(c, out);
    }
  }
  return out;
}

}  // namespace cordon::world
