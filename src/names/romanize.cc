// Romanisation. Cyrillic, Greek, Georgian, Armenian, Arabic and Hebrew have letter tables
// (data/romanization/letters.tsv) with parallel systems: the k-th form takes the k-th reading of every letter. Arabic
// and Hebrew words are read by abjad.cc, Khmer ones by khmer.cc, Thai and Lao ones by thai.cc, foreign names in Han by
// han_transcription.cc; Han, Kana, Hangul and all others by ICU and the surname table. Of the forms of one word only
// those with different folds are kept.
#include "names/romanize.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/utf8.h"
#include "names/abjad.h"
#include "names/analyze.h"
#include "names/han_transcription.h"
#include "names/khmer.h"
#include "names/tables.h"
#include "names/thai.h"

namespace cordon::names {
namespace {

enum Place : uint8_t { kAnywhere, kStart, kEnd };

struct LetterRow {
  std::string_view language;  // "" for all
  Place place;
  std::vector<std::string_view> readings;
};
struct LetterTable {
  TextMap<std::vector<LetterRow>> rows;  // by letters; a language's own row before the common one, a place before none
  size_t longest = 1;                    // bytes
};

LetterTable read_letters() {
  LetterTable table;
  for_each_row("romanization/letters.tsv", [&](const std::vector<std::string_view>& fields) {
    LetterRow row;
    row.language = fields.at(0) == "*" ? std::string_view() : fields[0];
    row.place = fields.at(2) == "start" ? kStart : fields[2] == "end" ? kEnd : kAnywhere;
    row.readings = split_field(fields.at(3), '/');
    table.longest = std::max(table.longest, fields.at(1).size());
    table.rows[std::string(fields[1])].push_back(std::move(row));
  });
  for (auto& [letters, rows] : table.rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const LetterRow& a, const LetterRow& b) {
      const auto rank = [](const LetterRow& r) {
        return (r.language.empty() ? 2 : 0) + (r.place == kAnywhere ? 1 : 0);
      };
      return rank(a) < rank(b);
    });
  }
  return table;
}

const LetterRow* find_row(const std::vector<LetterRow>& rows, std::string_view language, bool start, bool end) {
  for (const LetterRow& row : rows) {
    const bool spoken = row.language.empty() || row.language == language;
    const bool placed = row.place == kAnywhere || (row.place == kStart && start) || (row.place == kEnd && end);
    if (spoken && placed) return &row;
  }
  return nullptr;
}

// Reads `norm` by the letter table; letters that it lacks are left out.
std::vector<std::string> read_by_letters(std::string_view norm, std::string_view language) {
  static const LetterTable table = read_letters();
  std::vector<std::string> forms(kMaxForms);
  size_t systems = 1;
  for (size_t i = 0; i < norm.size();) {
    const LetterRow* row = nullptr;
    size_t length = std::min(table.longest, norm.size() - i);
    for (; length > 0 && row == nullptr; --length) {
      const auto it = table.rows.find(norm.substr(i, length));
      if (it != table.rows.end()) row = find_row(it->second, language, i == 0, i + length == norm.size());
      if (row != nullptr) break;
    }
    if (row == nullptr) {
      if (static_cast<unsigned char>(norm[i]) < 0x80)
        for (std::string& form : forms) form.push_back(norm[i]);
      ++i;
      continue;
    }
    systems = std::max(systems, std::min(row->readings.size(), kMaxForms));
    for (size_t k = 0; k < kMaxForms; ++k) forms[k] += row->readings[std::min(k, row->readings.size() - 1)];
    i += length;
  }
  forms.resize(systems);
  return forms;
}

template <typename Use>
void for_each_mark(const Use& use) {
  struct Mark {
    std::string_view family;
    icu::UnicodeString from, to;
  };
  static const std::vector<Mark> marks = [] {
    std::vector<Mark> out;
    const auto text = [](std::string_view s) {
      return icu::UnicodeString::fromUTF8(icu::StringPiece(s.data(), static_cast<int32_t>(s.size())));
    };
    for_each_row("romanization/icu_marks.tsv", [&](const std::vector<std::string_view>& fields) {
      out.push_back({fields.at(0), text(fields.at(1)), text(fields.at(2))});
    });
    return out;
  }();
  for (const Mark& mark : marks) use(mark.family, mark.from, mark.to);
}

// What ICU's marks mean in a family of scripts: an Indic ś is sh, c is ch, and a last short a is silent; an Ethiopic a
// is e.
void read_marks(icu::UnicodeString& text, char32_t first) {
  const bool indic = first >= 0x900 && first < 0xE00;
  const bool ethiopic = first >= 0x1200 && first < 0x13A0;
  if (!indic && !ethiopic) return;
  for_each_mark([&](std::string_view family, const icu::UnicodeString& from, const icu::UnicodeString& to) {
    if (family == (indic ? "indic" : "ethiopic")) text.findAndReplace(from, to);
  });
  const int32_t n = text.length();
  if (!indic || n < 4 || text[n - 1] != 'a') return;
  const auto vowel = [&](int32_t i) {
    return std::u16string_view(u"aeiou\u0101\u012b\u016b\u0113\u014d").contains(text[i]);
  };
  if (!vowel(n - 2) && vowel(n - 3)) text.truncate(n - 1);
}

// The letters that ICU's rules make of `norm`, without marks.
std::string transliterate(const icu::Transliterator& any_latin, std::string_view norm) {
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(norm.data(), static_cast<int32_t>(norm.size())));
  size_t pos = 0;
  const char32_t first = norm.empty() ? 0 : next_code_point(norm, pos);
  any_latin.transliterate(text);
  read_marks(text, first);
  std::string out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const CharInfo info = char_info(static_cast<char32_t>(text.char32At(i)));
    out.append(info.plain, info.plain_size);
  }
  return out;
}

// ICU's rules for every script that has no table of ours. They are slow to load and to run, hence one transliterator a
// thread (it must not be shared) and a bounded memory of the words last read.
std::string read_by_icu(std::string_view norm) {
  constexpr size_t kRemembered = 32768;
  thread_local const std::unique_ptr<icu::Transliterator> any_latin = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> t(icu::Transliterator::createInstance("Any-Latin", UTRANS_FORWARD, status));
    return U_SUCCESS(status) ? std::move(t) : nullptr;
  }();
  thread_local TextMap<std::string> remembered;
  if (any_latin == nullptr) return {};
  if (const auto it = remembered.find(norm); it != remembered.end()) return it->second;
  if (remembered.size() >= kRemembered) remembered.clear();
  return remembered.emplace(std::string(norm), transliterate(*any_latin, norm)).first->second;
}

std::string code_points(std::string_view norm) {
  std::string out;
  for (size_t pos = 0; pos < norm.size();) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    char32_t c = next_code_point(norm, pos);
    std::string hex;
    for (; c != 0; c >>= 4) hex.insert(hex.begin(), kDigits[c & 15]);
    out += "u" + hex;
  }
  return out.empty() ? "u0" : out;
}

// Keeps of `forms` those that are not empty and whose folds differ, at most kMaxForms.
void keep_distinct(std::vector<std::string>& forms) {
  std::vector<std::string> kept;
  std::vector<std::string> folds;
  for (std::string& form : forms) {
    if (form.empty() || kept.size() == kMaxForms) continue;
    std::string key = fold(form);
    if (std::find(folds.begin(), folds.end(), key) != folds.end()) continue;
    folds.push_back(std::move(key));
    kept.push_back(std::move(form));
  }
  forms = std::move(kept);
}

struct SurnameTable {
  TextMap<std::vector<std::string>> readings;
  size_t longest = 1;  // bytes
};
const SurnameTable& surnames() {
  static const SurnameTable table = [] {
    SurnameTable t;
    for_each_row("romanization/surnames.tsv", [&](const std::vector<std::string_view>& fields) {
      std::vector<std::string> readings;
      for (std::string_view r : split_field(fields.at(1), '/')) readings.emplace_back(r);
      for (std::string_view written : split_words(fields.at(0))) {
        t.readings.emplace(std::string(written), readings);
        t.longest = std::max(t.longest, written.size());
      }
    });
    return t;
  }();
  return table;
}

// The Latin spellings of given names that other scripts write by their sound ("Жак", "جاك": jacques).
const std::vector<std::string>* western_given_name(std::string_view norm, Script script) {
  const auto key = [](std::string_view text, Script s) {
    return s == Script::kArabic ? unify_abjad(text) : std::string(text);
  };
  static const TextMap<std::vector<std::string>> table = [&] {
    TextMap<std::vector<std::string>> t;
    for_each_row("romanization/given_names.tsv", [&](const std::vector<std::string_view>& fields) {
      for (const std::string_view written : split_words(fields.at(1))) {
        std::string storage;
        const Tokens tokens = tokenize(nfkc(written, storage));
        if (tokens.list.size() != 1) continue;
        std::vector<std::string>& forms = t[key(tokens.list[0].norm, tokens.list[0].script)];
        for (const std::string_view latin : split_words(fields[0])) forms.emplace_back(latin);
      }
    });
    return t;
  }();
  const auto it = table.find(key(norm, script));
  return it == table.end() ? nullptr : &it->second;
}

struct HangulTable {
  std::vector<std::vector<std::string_view>> initial, vowel, final_;
};
const HangulTable& hangul() {
  static const HangulTable table = [] {
    HangulTable t;
    for_each_row("romanization/hangul.tsv", [&](const std::vector<std::string_view>& fields) {
      auto& column = fields.at(0) == "initial" ? t.initial : fields[0] == "vowel" ? t.vowel : t.final_;
      column.push_back(split_field(fields.at(2), '/'));
    });
    return t;
  }();
  return table;
}

struct NameWords {
  TextMap<std::vector<std::string>> readings;
  size_t longest = 1;  // bytes
};
const NameWords& name_words() {
  static const NameWords table = [] {
    NameWords t;
    for_each_row("romanization/names.tsv", [&](const std::vector<std::string_view>& fields) {
      std::vector<std::string> readings;
      for (std::string_view r : split_field(fields.at(1), '/')) readings.emplace_back(r);
      for (std::string_view written : split_words(fields.at(0))) {
        std::string storage;
        std::string key;
        for (const Token& token : tokenize(nfkc(written, storage)).list) key += token.norm;
        t.longest = std::max(t.longest, key.size());
        t.readings.emplace(std::move(key), readings);
      }
    });
    return t;
  }();
  return table;
}

// Readings of a word that is in names.tsv, or the first reading of each word that it is made of; none otherwise.
std::vector<std::string> read_name_words(std::string_view norm) {
  const NameWords& table = name_words();
  if (const auto it = table.readings.find(norm); it != table.readings.end()) return it->second;
  std::string out;
  for (size_t i = 0; i < norm.size();) {
    size_t n = std::min(table.longest, norm.size() - i);
    while (n > 0 && !table.readings.contains(norm.substr(i, n))) --n;
    if (n == 0) return {};
    out += table.readings.find(norm.substr(i, n))->second[0];
    i += n;
  }
  return {out};
}

// Japanese vowels that are long in kana are mostly written short in Latin letters: jirou, jiro.
std::string with_short_vowels(std::string_view form) {
  std::string out;
  for (const char c : form) {
    const char before = out.empty() ? '\0' : out.back();
    if ((c == 'u' && (before == 'o' || before == 'u')) || (c == 'o' && before == 'o')) continue;
    out.push_back(c);
  }
  return out;
}

// Returns the readings of a Thai word, by rules but for a word of names.tsv that it begins with.
std::vector<std::string> read_thai_word(std::string_view norm) {
  constexpr size_t kShortest = 9;  // bytes: three letters
  const NameWords& table = name_words();
  for (size_t n = std::min(table.longest, norm.size()); n >= kShortest; --n) {
    if (n == norm.size() || !starts_thai_syllable(norm.substr(n))) continue;
    const auto it = table.readings.find(norm.substr(0, n));
    if (it == table.readings.end()) continue;
    std::vector<std::string> forms = read_thai(norm.substr(n));
    for (size_t k = 0; k < forms.size(); ++k) forms[k].insert(0, it->second[std::min(k, it->second.size() - 1)]);
    return forms;
  }
  return read_thai(norm);
}

// Words in the scripts of South-East Asia that have rules of ours: as names.tsv has them, then as they are read; none
// for other scripts.
std::vector<std::string> read_by_rules(const Token& token) {
  const bool khmer = is_khmer(token.first_letter);
  if (!khmer && !is_thai_or_lao(token.first_letter)) return {};
  std::vector<std::string> forms = read_name_words(token.norm);
  for (std::string& form : khmer ? read_khmer(token.norm) : read_thai_word(token.norm))
    forms.push_back(std::move(form));
  keep_distinct(forms);
  return forms;
}

// Hangul syllables by their three letters; system 0 South Korean habit, 1 Revised Romanisation, 2 North Korean habit, 3
// the same with g, d, b, j between voiced sounds (Jae-gyong), which are the first letters of system 1.
std::vector<std::string> read_hangul(std::string_view norm) {
  const HangulTable& t = hangul();
  std::vector<std::string> forms(4);
  bool voiced = false;
  for (size_t pos = 0; pos < norm.size();) {
    const char32_t c = next_code_point(norm, pos);
    if (c < 0xAC00 || c > 0xD7A3 || t.initial.size() != 19 || t.vowel.size() != 21 || t.final_.size() != 28) continue;
    const char32_t index = c - 0xAC00;
    for (size_t k = 0; k < forms.size(); ++k) {
      const size_t system = std::min<size_t>(k, 2);
      const auto read = [](const std::vector<std::string_view>& cell, size_t i) {
        return cell[std::min(i, cell.size() - 1)];
      };
      forms[k] += read(t.initial[index / 588], k == 3 && voiced ? 1 : system);
      forms[k] += read(t.vowel[index % 588 / 28], system);
      forms[k] += read(t.final_[index % 28], system);
    }
    const std::string_view last = t.final_[index % 28][0];
    voiced = last.empty() || std::string_view("nlmg").contains(last.back());
  }
  return forms;
}

}  // namespace

std::string han_characters(std::string_view text) {
  std::vector<std::string> letters;
  const std::string plain = simplified_han(text);
  for (size_t pos = 0; pos < plain.size();) {
    const size_t begin = pos;
    if (char_info(next_code_point(plain, pos)).script == Script::kHan)
      letters.push_back(plain.substr(begin, pos - begin));
  }
  std::ranges::sort(letters);
  std::string out;
  for (const std::string& letter : letters)
    if (letter.size() == 3) out += letter;
  return out;
}

std::string han_text(std::string_view text) {
  std::string storage;
  const std::string plain = simplified_han(nfkc(text, storage));
  std::string out;
  size_t han = 0;
  size_t other = 0;
  for (size_t pos = 0; pos < plain.size();) {
    const size_t begin = pos;
    const CharInfo info = char_info(next_code_point(plain, pos));
    if (info.kind != CharKind::kLetter && info.kind != CharKind::kDigit) continue;
    (info.script == Script::kHan ? han : other) += 1;
    out.append(plain, begin, pos - begin);
  }
  return han < 2 || other > han ? std::string() : out;
}

RomanizeContext romanize_context(const Tokens& tokens) {
  struct Sign {
    std::string_view letters, language;
  };
  static const std::vector<std::pair<std::string, std::string_view>> signs = [] {
    std::vector<std::pair<std::string, std::string_view>> out;
    for_each_row("romanization/language_signs.tsv", [&](const std::vector<std::string_view>& fields) {
      for (std::string_view letter : split_words(fields.at(1))) out.emplace_back(letter, fields[0]);
    });
    return out;
  }();
  if (tokens.script != Script::kCyrillic && tokens.script != Script::kArabic) return {};
  for (const auto& [letters, language] : signs) {
    for (const Token& token : tokens.list)
      if (token.norm.find(letters) != std::string::npos) return {language};
  }
  return {};
}

const std::vector<std::string>* east_asian_surname(std::string_view norm) {
  const auto it = surnames().readings.find(norm);
  return it == surnames().readings.end() ? nullptr : &it->second;
}

size_t surname_bytes(std::string_view norm) {
  for (size_t n = std::min(surnames().longest, norm.size()); n > 0; --n)
    if (surnames().readings.contains(norm.substr(0, n))) return n;
  return 0;
}

Reading romanize_transcription(std::string_view norm) {
  const std::string plain = simplified_han(norm);
  Reading reading;
  if (const auto it = name_words().readings.find(plain); it != name_words().readings.end()) reading.forms = it->second;
  for (std::string& form : read_transcription(plain, read_by_icu)) reading.forms.push_back(std::move(form));
  reading.forms.push_back(read_by_icu(plain));
  keep_distinct(reading.forms);
  if (reading.forms.empty()) reading.forms.push_back(code_points(norm));
  return reading;
}

Reading romanize(const Token& token, const RomanizeContext& context) {
  Reading reading;
  switch (token.script) {
    case Script::kNone:
    case Script::kLatin:
      reading.forms.push_back(token.norm);
      if (!token.expansion.empty() && token.expansion != token.norm) reading.forms.push_back(token.expansion);
      break;
    case Script::kCyrillic:
    case Script::kGreek:
    case Script::kGeorgian:
    case Script::kArmenian:
      reading.forms = read_by_letters(token.norm, context.language);
      keep_distinct(reading.forms);
      break;
    case Script::kArabic:
    case Script::kHebrew:
      reading.abjad = abjad_of(token.norm, token.script, context.language);
      reading.forms = read_abjad(token.norm, token.script, context.language);
      keep_distinct(reading.forms);
      break;
    case Script::kHangul:
      reading.forms = read_hangul(token.norm);
      keep_distinct(reading.forms);
      break;
    case Script::kOther:
      if (reading.forms = read_by_rules(token); !reading.forms.empty()) break;
      [[fallthrough]];
    case Script::kKana: {
      reading.forms = read_name_words(token.norm);
      if (std::string form = read_by_icu(token.norm); !form.empty()) {
        if (token.script == Script::kKana) reading.forms.push_back(with_short_vowels(form));
        reading.forms.push_back(std::move(form));
      }
      keep_distinct(reading.forms);
      break;
    }
    default:
      break;
  }
  if (context.person && token.script != Script::kLatin)
    if (const std::vector<std::string>* given = western_given_name(token.norm, token.script)) {
      reading.forms.insert(reading.forms.begin() + std::min<ptrdiff_t>(1, std::ssize(reading.forms)), given->begin(),
                           given->end());
      keep_distinct(reading.forms);
    }
  if (!token.other_script.empty()) {
    const bool latin = token.other_script[0] >= 'a' && token.other_script[0] <= 'z';
    std::vector<std::string> more =
        latin ? std::vector{token.other_script} : read_by_letters(token.other_script, context.language);
    std::ranges::move(more, std::back_inserter(reading.forms));
    keep_distinct(reading.forms);
  }
  // A Latin norm may hold other letters when a word mixes scripts that do not look alike.
  for (std::string& form : reading.forms) {
    const bool plain =
        std::all_of(form.begin(), form.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    if (!plain) form = read_by_icu(form);
  }
  std::erase(reading.forms, "");
  if (reading.forms.empty()) {
    std::string form = read_by_icu(token.norm);
    reading.forms.push_back(form.empty() ? code_points(token.norm) : std::move(form));
  }
  return reading;
}

}  // namespace cordon::names
