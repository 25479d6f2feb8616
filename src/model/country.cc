// The table of countries and the one folded form in which their names are looked up.
#include "model/country.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "base/table.h"
#include "base/utf8.h"

namespace cordon {
namespace {

// Folds what people write differently: case (Latin, Greek, Cyrillic), accents of Latin letters, punctuation, "the".
char32_t simple(char32_t c) {
  c = simple_lower(c);
  static constexpr std::string_view kLatin1 = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
  static_assert(kLatin1.size() == 0x40);
  if (c >= 0xC0 && c <= 0xFF) return static_cast<char32_t>(kLatin1[c - 0xC0]);
  if (c >= 0x100 && c <= 0x17F) {
    static constexpr std::string_view kExtended =
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuu"
        "uuuuuuwwyyyzzzzzzs";
    static_assert(kExtended.size() == 0x80);
    return static_cast<char32_t>(kExtended[c - 0x100]);
  }
  return c;
}

std::string key_of(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = simple(next_code_point(text, i));
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                        (c >= 0x250 && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0xFF08 && c <= 0xFF09) && c != 0x2BC &&
                         !(c >= 0x300 && c <= 0x36F));
    if (letter) append_utf8(out, c);
  }
  if (out.starts_with("the") && out.size() > 6) out.erase(0, 3);
  return out;
}

struct Country {
  std::string_view code, name, successors /* of a former country: "rs me" */;
};

struct Table {
  std::vector<Country> rows;
  std::unordered_map<std::string, size_t> by_key;

  Table() {
    for_each_table_line("countries/countries.tsv", [&](std::string_view line) { add(line); });
  }
  void add(std::string_view line) {
    std::array<std::string_view, 6> f;
    for (auto& field : f) field = take_field(line, '\t');
    const size_t row = rows.size();
    rows.push_back({f[0], f[3], f[4]});
    for (const size_t i : {0U, 1U, 2U, 3U}) by_key.try_emplace(key_of(f[i]), row);
    while (!f[5].empty()) by_key.try_emplace(key_of(take_field(f[5], '|')), row);
  }
};

const Table& table() {
  static const Table t;
  return t;
}

const Country* find_key(const std::string& key) {
  if (key.empty()) return nullptr;
  const auto it = table().by_key.find(key);
  return it == table().by_key.end() ? nullptr : &table().rows[it->second];
}

// "Russia / Russie": two languages, one country. Two countries, or codes such as the "n" and "a" of "n/a", are none.
const Country* find_bilingual(std::string_view text, size_t slash) {
  const std::string left = key_of(text.substr(0, slash));
  const std::string right = key_of(text.substr(slash + 1));
  if (left.size() < 4 || right.size() < 4) return nullptr;
  const Country* a = find_key(left);
  const Country* b = find_key(right);
  return a && b && a != b ? nullptr : a ? a : b;
}

const Country* find(std::string_view text) {
  if (const size_t slash = text.find('/'); slash != std::string_view::npos) return find_bilingual(text, slash);
  if (const Country* c = find_key(key_of(text))) return c;
  const size_t comma = text.find(',');  // "Bahamas, The", "Korea, Republic of"
  if (comma == std::string_view::npos) return nullptr;
  return find_key(key_of(std::string(text.substr(comma + 1)) + std::string(text.substr(0, comma))));
}

bool succeeds(const Country& former, std::string_view code) {
  for (std::string_view rest = former.successors; !rest.empty(); rest.remove_prefix(std::min<size_t>(3, rest.size())))
    if (rest.substr(0, 2) == code) return true;
  return false;
}

}  // namespace

std::string country_code(std::string_view text) {
  const Country* c = find(text);
  return c ? std::string(c->code) : std::string();
}

std::string_view country_name(std::string_view code) {
  const Country* c = find(code);
  return c ? c->name : code;
}

bool same_country(std::string_view a, std::string_view b) {
  if (a == b) return !a.empty();
  const Country* x = find(a);
  const Country* y = find(b);
  return x && y && (succeeds(*x, y->code) || succeeds(*y, x->code));
}

}  // namespace cordon
