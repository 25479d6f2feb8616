// Each reading only adds a name to be screened beside the whole, so a reading in doubt costs a false hit at most. What
// is left out is what would be a name of its own by accident: a country, a post ("press secretary"), a legal form.
#include "names/name_readings.h"

#include <array>

#include "base/utf8.h"
#include "model/country.h"
#include "model/identifier.h"
#include "names/normalize.h"
#include "names/split_names.h"

namespace cordon::names {
namespace {

constexpr size_t kImoGap = 6;       // bytes between "IMO" and its number: " No.: "
constexpr size_t kLoneLetters = 4;  // of a part that is one word: longer than a legal form

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || static_cast<uint8_t>(c) >= 0x80;
}

struct Brackets {
  std::string_view open, close;
};
constexpr std::array<Brackets, 4> kBrackets = {
    {{"(", ")"}, {"[", "]"}, {"\xEF\xBC\x88", "\xEF\xBC\x89"}, {"\xE3\x80\x90", "\xE3\x80\x91"}}};

// The length of the bracket at `i`, or 0.
size_t mark_at(std::string_view text, size_t i, std::string_view Brackets::* side) {
  for (const Brackets& b : kBrackets)
    if (text.substr(i, (b.*side).size()) == b.*side) return (b.*side).size();
  return 0;
}

struct Taken {
  std::string outside;
  std::vector<std::string_view> inside;  // of the outermost brackets
};

// An unclosed bracket reaches to the end (a field that was cut); one within a word ("Invest(o)r") stays.
Taken take_brackets(std::string_view text) {
  Taken out;
  size_t depth = 0;
  size_t open = 0;    // of the outermost bracket
  size_t inside = 0;  // behind it
  for (size_t i = 0; i < text.size();) {
    if (const size_t n = mark_at(text, i, &Brackets::open); n > 0) {
      if (depth++ == 0) open = i, inside = i + n;
      i += n;
    } else if (const size_t m = depth > 0 ? mark_at(text, i, &Brackets::close) : 0; m > 0) {
      if (--depth == 0) {
        const size_t end = i + m;
        const bool in_word = open > 0 && is_word_byte(text[open - 1]) && end < text.size() && is_word_byte(text[end]);
        if (in_word) {
          out.outside += text.substr(open, end - open);
        } else {
          out.inside.push_back(text.substr(inside, i - inside));
          out.outside += ' ';
        }
      }
      i += m;
    } else {
      if (depth == 0) out.outside += text[i];
      ++i;
    }
  }
  if (depth > 0) out.inside.push_back(text.substr(inside));
  return out;
}

// What the words of a text look like.
struct Looks {
  std::array<size_t, kScripts> letters{};
  size_t words = 0;
  size_t small_words = 0;  // that begin with a small letter
  bool has_capital = false;
  bool has_digit = false;

  // Of most letters; the first of the enumeration where two have as many.
  Script script() const {
    size_t best = 0;
    for (size_t s = 1; s < kScripts; ++s)
      if (letters[s] > letters[best]) best = s;
    return static_cast<Script>(best);
  }
  size_t count() const {
    size_t n = 0;
    for (const size_t k : letters) n += k;
    return n;
  }
  // Could this be a whole name? A Chinese or Korean one is written without blanks.
  bool is_full() const {
    const Script s = script();
    const bool unspaced = s == Script::kHan || s == Script::kKana || s == Script::kHangul;
    return words >= 2 || (unspaced && count() >= 2);
  }
};

Looks looks_of(std::string_view text) {
  Looks out;
  bool in_word = false;
  for (size_t i = 0; i < text.size();) {
    const CharInfo info = char_info(next_code_point(text, i));
    if (info.kind == CharKind::kSpace || info.kind == CharKind::kComma) in_word = false;
    out.has_digit = out.has_digit || info.kind == CharKind::kDigit;
    if (info.kind != CharKind::kLetter) continue;
    ++out.letters[static_cast<size_t>(info.script)];
    out.has_capital = out.has_capital || info.upper;
    out.words += !in_word;
    out.small_words += !in_word && info.lower;
    in_word = true;
  }
  return out;
}

bool is_name(std::string_view inside, const Looks& outside) {
  const Looks looks = looks_of(inside);
  if (looks.count() < 2 || looks.has_digit) return false;
  const bool has_case = looks.has_capital || outside.has_capital;
  if (has_case && looks.small_words > 0 && looks.small_words * 2 >= looks.words) return false;
  if (!country_code(trim(inside)).empty()) return false;
  return looks.words >= 2 || (outside.count() > 0 && looks.script() != outside.script());
}

struct Stretch {
  std::string_view text;
  bool after_dash = false;
};

// Cuts at " - ", its longer sisters and commas.
std::vector<Stretch> stretches(std::string_view text) {
  constexpr std::array<std::string_view, 3> kDashes = {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
  std::vector<Stretch> out;
  size_t begin = 0;
  bool after_dash = false;
  const auto cut = [&](size_t end, size_t length, bool dash) {
    out.push_back({text.substr(begin, end - begin), after_dash});
    begin = end + length;
    after_dash = dash;
  };
  for (size_t i = 0; i < text.size(); ++i) {
    if (i < begin) continue;
    if (text[i] == ',') cut(i, 1, false);
    for (const std::string_view dash : kDashes)
      if (text[i] == ' ' && text.substr(i, dash.size()) == dash) cut(i, dash.size() - 1, true);
  }
  cut(text.size(), 0, false);
  return out;
}

// Joins neighbours of one script; a stretch without letters belongs to what stands before it.
std::vector<Stretch> by_script(const std::vector<Stretch>& all) {
  std::vector<Stretch> out;
  Script last = Script::kNone;
  for (const Stretch& s : all) {
    const Script script = looks_of(s.text).script();
    if (!out.empty() && (script == Script::kNone || script == last || last == Script::kNone)) {
      std::string_view& text = out.back().text;
      text = {text.data(), static_cast<size_t>(s.text.data() + s.text.size() - text.data())};
    } else {
      out.push_back(s);
    }
    if (script != Script::kNone) last = script;
  }
  return out;
}

// "Zhang Wei 张伟": the words on both sides of the one blank at which the script changes.
std::vector<Stretch> around_the_change(std::string_view text) {
  std::vector<Stretch> words;
  for (size_t i = 0; i < text.size();) {
    while (i < text.size() && is_blank(text[i])) ++i;
    const size_t begin = i;
    while (i < text.size() && !is_blank(text[i])) ++i;
    if (i > begin) words.push_back({text.substr(begin, i - begin)});
  }
  std::vector<Stretch> out = by_script(words);
  if (out.size() != 2 || !looks_of(out[0].text).is_full() || !looks_of(out[1].text).is_full()) out.clear();
  return out;
}

void add_scripts(std::string_view text, std::vector<std::string>& out) {
  std::vector<Stretch> parts = by_script(stretches(text));
  if (parts.size() < 2) parts = around_the_change(text);
  if (parts.size() < 2) return;
  for (size_t i = 0; i < parts.size(); ++i) {
    const Looks looks = looks_of(parts[i].text);
    const bool at_dash = parts[i].after_dash || (i + 1 < parts.size() && parts[i + 1].after_dash);
    if (looks.is_full() || (at_dash && looks.count() >= kLoneLetters)) out.emplace_back(parts[i].text);
  }
}

// The length of "MV ", "M/V ", "M.V. ", "MT " … in front of a name, or 0.
size_t ship_prefix(std::string_view text) {
  for (const std::string_view prefix : {"MV ", "M/V ", "M.V. ", "MT ", "M/T ", "M.T. "})
    if (text.starts_with(prefix)) return prefix.size();
  return 0;
}

}  // namespace

ImoPlace find_imo(std::string_view text) {
  for (size_t i = 0; i + 3 + kImoDigits <= text.size(); ++i) {
    const bool word = (i == 0 || !is_word_byte(text[i - 1])) && (text[i] | 0x20) == 'i';
    if (!word || ascii_lower(text.substr(i, 3)) != "imo") continue;
    size_t digits = i + 3;
    const size_t last = digits + kImoGap;
    while (digits < text.size() && digits < last && std::string_view(" .:#-NOno").contains(text[digits])) ++digits;
    const std::string_view number = text.substr(digits, kImoDigits);
    const size_t end = digits + kImoDigits;
    if (number.size() != kImoDigits || number.find_first_not_of("0123456789") != std::string_view::npos) continue;
    if ((end < text.size() && is_word_byte(text[end])) || imo_type(number) == ImoType::kNone) continue;
    return {i, end - i, digits};
  }
  return {};
}

std::string_view imo_number_in(std::string_view field) {
  const ImoPlace place = find_imo(field);
  return place.length == 0 ? std::string_view{} : field.substr(place.number, kImoDigits);
}

std::vector<std::string> name_readings(std::string_view name, Schema schema) {
  std::vector<std::string> out;
  std::string text(name);
  const ImoPlace imo = find_imo(text);
  if (imo.length > 0) text.replace(imo.begin, imo.length, 1, ' ');
  Taken taken = take_brackets(text);
  const bool has_outside = has_content(taken.outside);
  if (has_outside && (imo.length > 0 || !taken.inside.empty())) out.push_back(taken.outside);
  const Looks looks = looks_of(taken.outside);
  for (const std::string_view inside : taken.inside)
    if (is_name(inside, looks)) out.emplace_back(inside);
  if (has_outside) add_scripts(taken.outside, out);
  if (schema == Schema::kThing) {
    const std::string& ship = taken.outside;
    const size_t prefix = ship_prefix(ship);
    if (prefix > 0 && has_content(std::string_view(ship).substr(prefix))) out.push_back(ship.substr(prefix));
  }
  return out;
}

}  // namespace cordon::names
