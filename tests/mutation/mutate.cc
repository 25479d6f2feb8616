#include "tests/mutation/mutate.h"

#include <array>
#include <iterator>
#include <vector>

#include "base/utf8.h"

namespace cordon::mutation {
namespace {

using std::string_view_literals::operator""sv;

// What readers of XML, CSV and JSON trip over: delimiters, openings without end, bytes of broken encodings.
constexpr std::array kSpecials = {"\""sv,
                                  "\"\""sv,
                                  ","sv,
                                  ";"sv,
                                  "\t"sv,
                                  "|"sv,
                                  "\n"sv,
                                  "\r"sv,
                                  "\r\n"sv,
                                  "\n\n"sv,
                                  "<"sv,
                                  ">"sv,
                                  "/>"sv,
                                  "</"sv,
                                  "<!--"sv,
                                  "-->"sv,
                                  "<![CDATA["sv,
                                  "]]>"sv,
                                  "&"sv,
                                  "&amp;"sv,
                                  "&#0;"sv,
                                  "&#x1F;"sv,
                                  "&lol;"sv,
                                  "<!DOCTYPE x [<!ENTITY a \"b\">]>"sv,
                                  "{"sv,
                                  "}"sv,
                                  "["sv,
                                  "]"sv,
                                  ":"sv,
                                  "\\"sv,
                                  "\\u"sv,
                                  "\\ud800"sv,
                                  "\\u0000"sv,
                                  "null"sv,
                                  "1e999"sv,
                                  "-0-"sv,
                                  "\0"sv,
                                  "\x1a"sv,
                                  "\x80"sv,
                                  "\xFF"sv,
                                  "\xFE\xFF"sv,
                                  "\xFF\xFE"sv,
                                  "\xC0\x80"sv,
                                  "\xED\xA0\x80"sv,
                                  "\xF4\x90\x80\x80"sv,
                                  "\xEF\xBB\xBF"sv,
                                  "\xE2\x80\xAE"sv,
                                  "\xC2\x85"sv,
                                  "sep=;\n"sv,
                                  " "sv,
                                  "; "sv,
                                  "'"sv,
                                  "(a.k.a. "sv,
                                  "0000-00-00"sv,
                                  "99999999999999999999"sv};
constexpr std::array kNests = {"<a>"sv, "["sv, "{\"a\":"sv, "\""sv, "("sv, "a"sv, "\xCC\x81"sv, ","sv};

struct Span {
  size_t begin;
  size_t size;
};

Span chunk(const std::string& s, size_t most, Random& r) {
  const size_t begin = r.below(s.size());
  return {begin, std::min(s.size() - begin, 1 + r.below(most))};
}

// A whole line with its line end.
Span line(const std::string& s, Random& r) {
  const size_t at = r.below(s.size());
  const size_t before = at == 0 ? std::string::npos : s.rfind('\n', at - 1);
  const size_t begin = before == std::string::npos ? 0 : before + 1;
  const size_t end = s.find('\n', begin);
  return {begin, (end == std::string::npos ? s.size() : end + 1) - begin};
}

void swap_spans(std::string& s, Span a, Span b) {
  if (b.begin < a.begin) std::swap(a, b);
  if (a.begin + a.size > b.begin) return;
  const std::string first = s.substr(a.begin, a.size);
  const std::string second = s.substr(b.begin, b.size);
  s.replace(b.begin, b.size, first);
  s.replace(a.begin, a.size, second);
}

void flip_bit(std::string& s, Random& r) {
  char& c = s[r.below(s.size())];
  c = static_cast<char>(static_cast<uint8_t>(c) ^ (1U << r.below(8)));
}
void replace_byte(std::string& s, Random& r) { s[r.below(s.size())] = static_cast<char>(r.below(256)); }
void insert_special(std::string& s, Random& r) {
  s.insert(r.below(s.size() + 1), kSpecials[r.below(kSpecials.size())]);
}
void overwrite_special(std::string& s, Random& r) {
  const std::string_view special = kSpecials[r.below(kSpecials.size())];
  s.replace(r.below(s.size()), special.size(), special);
}
void lose_bytes(std::string& s, Random& r) {
  const Span c = chunk(s, 8, r);
  s.erase(c.begin, c.size);
}
void lose_stretch(std::string& s, Random& r) {
  const Span c = chunk(s, s.size() / 4 + 1, r);
  s.erase(c.begin, c.size);
}
void cut_end(std::string& s, Random& r) { s.resize(r.below(s.size())); }
void cut_begin(std::string& s, Random& r) { s.erase(0, r.below(s.size() / 2 + 1)); }
void repeat_stretch(std::string& s, Random& r) {
  const Span c = chunk(s, 400, r);
  s.insert(r.below(s.size() + 1), std::string(s, c.begin, c.size));
}
void swap_stretches(std::string& s, Random& r) { swap_spans(s, chunk(s, 200, r), chunk(s, 200, r)); }
void lose_line(std::string& s, Random& r) {
  const Span l = line(s, r);
  s.erase(l.begin, l.size);
}
void repeat_line(std::string& s, Random& r) {
  const Span l = line(s, r);
  s.insert(line(s, r).begin, std::string(s, l.begin, l.size));
}
void swap_lines(std::string& s, Random& r) { swap_spans(s, line(s, r), line(s, r)); }

// A letter for another, a digit for another: the structure stays, the meaning does not.
void change_letter(std::string& s, Random& r) {
  const size_t start = r.below(s.size());
  for (size_t i = start; i < s.size(); ++i) {
    const bool digit = s[i] >= '0' && s[i] <= '9';
    const bool letter = (s[i] >= 'a' && s[i] <= 'z') || (s[i] >= 'A' && s[i] <= 'Z');
    if (!digit && !letter) continue;
    s[i] = static_cast<char>(digit ? '0' + r.below(10) : (s[i] & 0x20) + 'A' + r.below(26));
    return;
  }
}

void long_run(std::string& s, Random& r) {
  const std::string_view unit = kNests[r.below(kNests.size())];
  const size_t times = 1 + r.below(2000);
  std::string run;
  for (size_t i = 0; i < times; ++i) run += unit;
  s.insert(r.below(s.size() + 1), run);
}

void change_line_ends(std::string& s, Random& r) {
  const std::string_view end = r.below(2) == 0 ? "\r\n"sv : "\r"sv;
  std::string out;
  for (const char c : s) {
    if (c == '\n')
      out += end;
    else
      out += c;
  }
  s = std::move(out);
}

// The whole file in UTF-16, or in Latin-1 as far as that goes; or marked as what it is not.
void change_encoding(std::string& s, Random& r) {
  const size_t way = r.below(6);
  if (way == 5) {
    s.insert(0, kSpecials[40 + r.below(3)]);
    return;
  }
  std::string out;
  for (size_t i = 0; i < s.size();) {
    const char32_t c = next_code_point(s, i);
    if (way == 4) {
      out += static_cast<char>(c < 0x100 ? c : '?');
      continue;
    }
    const char low = static_cast<char>(c & 0xFF);
    const char high = static_cast<char>(c >> 8 & 0xFF);
    out += way % 2 == 0 ? low : high;
    out += way % 2 == 0 ? high : low;
  }
  if (way == 2) out.insert(0, "\xFF\xFE");
  if (way == 3) out.insert(0, "\xFE\xFF");
  s = std::move(out);
}

// A multi-byte character loses its last byte, or a stray one follows it.
void break_character(std::string& s, Random& r) {
  const size_t start = r.below(s.size());
  for (size_t i = start; i < s.size(); ++i) {
    if (static_cast<uint8_t>(s[i]) < 0x80) continue;
    if (r.below(2) == 0)
      s.erase(i, 1);
    else
      s.insert(i, 1, static_cast<char>(0x80 + r.below(128)));
    return;
  }
  s.insert(start, 1, static_cast<char>(0x80 + r.below(128)));
}

using Damage = void (*)(std::string&, Random&);
// What keeps most of a file readable stands more than once: damage that is seen at once tests little.
constexpr std::array<Damage, 24> kDamages = {
    flip_bit,       flip_bit,      replace_byte, insert_special,   insert_special,  overwrite_special,
    lose_bytes,     lose_bytes,    lose_stretch, cut_end,          cut_begin,       repeat_stretch,
    swap_stretches, lose_line,     lose_line,    repeat_line,      swap_lines,      change_letter,
    change_letter,  change_letter, long_run,     change_line_ends, change_encoding, break_character};

}  // namespace

std::string mutate(std::string_view original, Random& random) {
  std::string out(original);
  const size_t times = 1 + (random.below(2) == 0 ? 0 : random.below(4));
  for (size_t i = 0; i < times && !out.empty(); ++i) kDamages[random.below(kDamages.size())](out, random);
  if (out.size() > kMutantBytes) out.resize(kMutantBytes);
  return out;
}

}  // namespace cordon::mutation
