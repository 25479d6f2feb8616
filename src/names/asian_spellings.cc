#include "names/asian_spellings.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace cordon::names {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").contains(c); }

// Lower-case letters and apostrophes of a word as written; empty where it has others.
std::string letters_and_marks(std::string_view text) {
  std::string out;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    const CharInfo info = char_info(c);
    if (info.kind == CharKind::kSkip) {
      out.push_back('\'');
    } else if (info.plain_size == 1) {
      out.push_back(info.plain[0]);
    } else {
      return {};
    }
  }
  return out;
}

// Initials of Wade–Giles, the longer first, and what they are in pinyin before i and otherwise.
struct Initial {
  std::string_view written, before_i, otherwise;
};
constexpr std::array kInitials = {
    Initial{"ch'", "q", "ch"}, Initial{"ts'", "c", "c"}, Initial{"tz'", "c", "c"}, Initial{"ch", "j", "zh"},
    Initial{"ts", "z", "z"},   Initial{"tz", "z", "z"},  Initial{"ss", "s", "s"},  Initial{"hs", "x", "x"},
    Initial{"sh", "sh", "sh"}, Initial{"k'", "k", "k"},  Initial{"p'", "p", "p"},  Initial{"t'", "t", "t"},
    Initial{"k", "g", "g"},    Initial{"p", "b", "b"},   Initial{"t", "d", "d"},   Initial{"j", "r", "r"},
    Initial{"h", "h", "h"},    Initial{"l", "l", "l"},   Initial{"m", "m", "m"},   Initial{"n", "n", "n"},
    Initial{"f", "f", "f"},    Initial{"s", "s", "s"},   Initial{"w", "w", "w"},   Initial{"y", "y", "y"},
};
struct Final {
  std::string_view written, pinyin;
};
constexpr std::array kFinals = {
    Final{"ung", "ong"}, Final{"iung", "iong"}, Final{"ien", "ian"}, Final{"ieh", "ie"}, Final{"ueh", "ue"},
    Final{"uei", "ui"},  Final{"erh", "er"},    Final{"ih", "i"},    Final{"eh", "e"},   Final{"iuh", "iu"},
};

std::string pinyin_of(std::string_view word) {
  for (const Initial& initial : kInitials) {
    if (!word.starts_with(initial.written)) continue;
    std::string_view rest = word.substr(initial.written.size());
    if (rest.empty() || rest.contains('\'')) return {};
    std::string out(rest.starts_with('i') && rest != "ih" ? initial.before_i : initial.otherwise);
    const bool dental = initial.written.starts_with("t") && initial.written.size() > 1 && initial.written != "t'";
    if ((dental || initial.written == "ss") && rest == "u") return out + "i";  // tzu
    if (initial.written == "y" && (rest == "en" || rest == "u" || rest == "ung"))
      return rest == "en" ? "yan" : rest == "u" ? "you" : "yong";
    if (rest == "o")
      return out + (std::string_view("gkh").contains(out[0])                             ? "e"
                    : out == "b" || out == "p" || out == "m" || out == "f" || out == "w" ? "o"
                                                                                         : "uo");
    for (const Final& f : kFinals)
      if (rest == f.written) return out + std::string(f.pinyin);
    return out + std::string(rest);
  }
  return {};
}

bool shows_wade_giles(std::string_view word) {
  if (word.starts_with("hs") && word.size() > 2 && is_vowel(word[2])) return true;
  for (const std::string_view initial : {"ch'", "ts'", "tz'", "k'", "p'", "t'"})
    if (word.starts_with(initial) && word.size() > initial.size() + 1 && is_vowel(word[initial.size()])) return true;
  return false;
}

// Reads `word` as Japanese syllables and writes them by Hepburn, long vowels short; empty where it has others.
std::string hepburn_of(std::string_view word) {
  constexpr std::string_view kConsonants = "kgsztdnhbpmyrwjf";
  std::string out;
  for (size_t i = 0; i < word.size();) {
    const auto at = [&](size_t k) { return i + k < word.size() ? word[i + k] : '\0'; };
    if (is_vowel(at(0))) {
      const char before = out.empty() ? '\0' : out.back();
      const bool longer = (at(0) == 'u' && (before == 'o' || before == 'u')) || (at(0) == 'o' && before == 'o');
      if (!longer) out.push_back(at(0));
      ++i;
    } else if (at(0) == 'h' && !out.empty() && out.back() == 'o' && !is_vowel(at(1)) && at(1) != 'y') {
      ++i;  // Ohno, Satoh
    } else if (at(0) == 'n' && !is_vowel(at(1)) && at(1) != 'y') {
      out.push_back('n'), ++i;
    } else if (kConsonants.contains(at(0)) && at(0) == at(1) && std::string_view("ktsp").contains(at(0))) {
      out.push_back(at(0)), ++i;
    } else if ((at(0) == 's' || at(0) == 'c') && at(1) == 'h' && std::string_view("aiuo").contains(at(2)) && at(2)) {
      out.append(word.substr(i, 3)), i += 3;
    } else if (at(0) == 't' && at(1) == 's' && at(2) == 'u') {
      out += "tsu", i += 3;
    } else if (kConsonants.contains(at(0)) && at(1) == 'y' && std::string_view("auo").contains(at(2)) && at(2)) {
      const char v = at(2);
      switch (at(0)) {
        case 's':
          out += "sh";
          break;
        case 't':
          out += "ch";
          break;
        case 'z':
        case 'd':
          out += "j";
          break;
        default:
          out.push_back(at(0)), out.push_back('y');
          break;
      }
      out.push_back(v), i += 3;
    } else if (kConsonants.contains(at(0)) && is_vowel(at(1))) {
      const std::string_view two = word.substr(i, 2);
      out += two == "si"   ? "shi"
             : two == "ti" ? "chi"
             : two == "tu" ? "tsu"
             : two == "hu" ? "fu"
             : two == "zi" ? "ji"
                           : two;
      i += 2;
    } else {
      return {};
    }
  }
  return out;
}

void add_form(Part& part, std::string form) {
  if (form.empty() || part.forms.size() >= kMaxForms) return;
  if (std::ranges::find(part.forms, form) == part.forms.end()) part.forms.push_back(std::move(form));
}

bool is_name_word(const Piece& p) {
  const PartKind kind = p.part.kind;
  return kind == PartKind::kWord || kind == PartKind::kGiven || kind == PartKind::kFamily;
}

constexpr size_t kNorthKorean = 2;  // the place of North Korea's way among the readings of hangul.tsv

// Every way to write each Hangul letter in Latin letters, by its place in a syllable, and the North Korean way for
// each.
struct KoreanLetters {
  std::array<std::vector<std::pair<std::string_view, std::string_view>>, 3> place;
};
const KoreanLetters& korean_letters() {
  static const KoreanLetters letters = [] {
    KoreanLetters out;
    std::array<std::vector<std::vector<std::string_view>>, 3> rows;
    for_each_row("romanization/hangul.tsv", [&](const std::vector<std::string_view>& fields) {
      rows[fields.at(0) == "initial" ? 0 : fields[0] == "vowel" ? 1 : 2].push_back(split_field(fields.at(2), '/'));
    });
    const auto add = [](auto& place, std::string_view written, std::string_view north) {
      if (std::ranges::find(place, written, [](const auto& x) { return x.first; }) == place.end())
        place.emplace_back(written, north);
    };
    for (size_t at = 0; at < rows.size(); ++at) {
      const auto north = [](const auto& row) { return row[std::min(kNorthKorean, row.size() - 1)]; };
      // "u" is North Korea's before it is what others write for its "o".
      for (const auto& row : rows[at]) add(out.place[at], north(row), north(row));
      for (const auto& row : rows[at])
        for (const std::string_view written : row) add(out.place[at], written, north(row));
    }
    return out;
  }();
  return letters;
}

// A Korean syllable in Latin letters as North Korea writes it ("keon": kon); empty where `form` is none.
std::string north_korean(std::string_view form) {
  const KoreanLetters& letters = korean_letters();
  for (const auto& [initial, north_initial] : letters.place[0]) {
    if (!form.starts_with(initial)) continue;
    const std::string_view rest = form.substr(initial.size());
    for (const auto& [vowel, north_vowel] : letters.place[1]) {
      if (vowel.empty() || !rest.starts_with(vowel)) continue;
      for (const auto& [last, north_last] : letters.place[2])
        if (rest.substr(vowel.size()) == last)
          return std::string(north_initial) + std::string(north_vowel) + std::string(north_last);
    }
  }
  return {};
}

// A Korean name in Latin letters: three syllables, of which the first or the last is one of the commonest surnames.
// None of them is a middle name.
bool only_korean(const std::vector<Piece>& pieces) {
  std::vector<std::string_view> words;
  for (const Piece& p : pieces) {
    if (p.part.kind == PartKind::kTitle) continue;
    if (!p.token || p.token->script != Script::kLatin || p.token->has_digit) return false;
    words.push_back(p.part.forms[0]);
  }
  const auto surname = [](std::string_view word) { return (word_info(word).flags & kKoreanSurname) != 0; };
  return words.size() == 3 && (surname(words.front()) || surname(words.back())) &&
         std::ranges::all_of(words, [&](std::string_view w) { return surname(w) || !north_korean(w).empty(); });
}

}  // namespace

void add_asian_spellings(std::vector<Piece>& pieces) {
  bool wade_giles = false;
  bool japanese = true;
  size_t words = 0;
  for (const Piece& p : pieces) {
    if (!is_name_word(p)) {
      japanese = japanese && p.part.kind == PartKind::kTitle;
      continue;
    }
    if (p.token->script != Script::kLatin) return;
    ++words;
    wade_giles = wade_giles || shows_wade_giles(letters_and_marks(p.token->text));
    japanese = japanese && !hepburn_of(p.part.forms[0]).empty();
  }
  japanese = japanese && words == 2;
  if (!wade_giles && !japanese) return;
  for (Piece& p : pieces) {
    if (!is_name_word(p)) continue;
    if (japanese) add_form(p.part, hepburn_of(p.part.forms[0]));
    if (!wade_giles || p.part.forms.size() >= kMaxForms) continue;
    // In front, since parts are written together by their first forms.
    std::string pinyin = pinyin_of(letters_and_marks(p.token->text));
    if (!pinyin.empty() && pinyin != p.part.forms[0]) p.part.forms.insert(p.part.forms.begin(), std::move(pinyin));
  }
}

bool add_korean_spellings(std::vector<Piece>& pieces) {
  if (!only_korean(pieces)) return false;
  for (Piece& p : pieces)
    if (p.part.kind != PartKind::kTitle) add_form(p.part, north_korean(p.part.forms[0]));
  return true;
}

std::string cantonese(std::string_view given) {
  static const TextMap<std::string_view> readings = [] {
    TextMap<std::string_view> out;
    for_each_row("romanization/cantonese.tsv", [&](const std::vector<std::string_view>& fields) {
      for (std::string_view letter : split_words(fields.at(1))) out.emplace(letter, fields[0]);
    });
    return out;
  }();
  std::string out;
  for (size_t pos = 0; pos < given.size();) {
    const size_t begin = pos;
    next_code_point(given, pos);
    const auto it = readings.find(given.substr(begin, pos - begin));
    if (it == readings.end()) return {};
    out += it->second;
  }
  return out;
}

}  // namespace cordon::names
