// Code points to letters: case and diacritics folded, look-alikes known. Latin letters come from a flat table made once
// from Unicode decompositions and data/romanization/latin.tsv; other scripts ask ICU.
#include "names/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <array>
#include <cstring>

#include "base/utf8.h"
#include "names/tables.h"

namespace cordon::names {
namespace {

constexpr char32_t kFlatEnd = 0x250;      // Basic Latin to Latin Extended-B
constexpr char32_t kAdditional = 0x1E00;  // Latin Extended Additional
constexpr char32_t kAdditionalEnd = 0x1F00;

struct FlatTable {
  std::array<CharInfo, kFlatEnd> low;
  std::array<CharInfo, kAdditionalEnd - kAdditional> additional;
  std::unordered_map<char32_t, CharInfo> rest;  // Latin letters beyond, as latin.tsv lists them

  CharInfo* find(char32_t c) {
    if (c < kFlatEnd) return &low[c];
    if (c >= kAdditional && c < kAdditionalEnd) return &additional[c - kAdditional];
    return nullptr;
  }
};

bool is_apostrophe(char32_t c) {
  switch (c) {
    case '\'':
    case '`':
    case 0xB4:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x2035:
    case 0x2BB:
    case 0x2BC:
    case 0x2BD:
    case 0x2BE:
    case 0x2BF:
    case 0x2B9:
    case 0x2C8:
    case 0x55A:
    case 0x5F3:
    case 0x5F4:
    case 0xFF07:
    case 0x640:
      return true;
    default:
      return c >= 0x2B0 && c < 0x300;
  }
}

CharKind symbol_kind(char32_t c) {
  switch (c) {
    case '-':
    case '_':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0x5BE:
      return CharKind::kHyphen;
    case '.':
      return CharKind::kDot;
    case '/':
      return CharKind::kSlash;
    case ',':
    case ';':
    case 0x60C:
    case 0x61B:
    case 0x3001:
    case 0xFF0C:
      return CharKind::kComma;
    case '&':
    case 0xFF06:
      return CharKind::kAmpersand;
    case '#':
    case 0x2116:
      return CharKind::kNumberSign;
    default:
      return CharKind::kSpace;
  }
}

void set_plain(CharInfo& info, std::string_view plain, std::string_view expanded) {
  info.plain_size = static_cast<uint8_t>(plain.size());
  info.expanded_size = static_cast<uint8_t>(expanded.size());
  std::memcpy(info.plain, plain.data(), plain.size());
  std::memcpy(info.expanded, expanded.data(), expanded.size());
}

// The ASCII letters of `c` once decomposed and stripped of marks.
std::string ascii_base(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return {};
  const icu::UnicodeString decomposed = nfkd->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
  std::string out;
  for (int32_t i = 0; i < decomposed.length(); ++i) {
    const char16_t u = decomposed[i];
    if (u >= 'A' && u <= 'Z') out.push_back(static_cast<char>(u - 'A' + 'a'));
    if (u >= 'a' && u <= 'z') out.push_back(static_cast<char>(u));
  }
  return out.size() <= 4 ? out : std::string();
}

CharInfo latin_info(char32_t c) {
  CharInfo info;
  const auto cp = static_cast<UChar32>(c);
  if (is_apostrophe(c)) {
    info.kind = CharKind::kSkip;
  } else if (c >= '0' && c <= '9') {
    info.kind = CharKind::kDigit;
    const char digit = static_cast<char>(c);
    set_plain(info, {&digit, 1}, {&digit, 1});
  } else if (u_isalpha(cp) && uscript_hasScript(cp, USCRIPT_LATIN)) {
    info.kind = CharKind::kLetter;
    info.script = Script::kLatin;
    info.upper = u_isupper(cp);
    info.lower = u_islower(cp);
    const std::string base = ascii_base(c);
    set_plain(info, base, base);
  } else if (u_charType(cp) == U_FORMAT_CHAR || (u_charType(cp) == U_CONTROL_CHAR && !u_isspace(cp))) {
    info.kind = CharKind::kSkip;
  } else {
    info.kind = symbol_kind(c);
  }
  return info;
}

FlatTable make_flat_table() {
  FlatTable table;
  for (char32_t c = 0; c < kFlatEnd; ++c) table.low[c] = latin_info(c);
  for (char32_t c = kAdditional; c < kAdditionalEnd; ++c) table.additional[c - kAdditional] = latin_info(c);
  for_each_row("romanization/latin.tsv", [&](const std::vector<std::string_view>& fields) {
    size_t pos = 0;
    while (pos < fields.at(0).size()) {
      const char32_t c = next_code_point(fields[0], pos);
      CharInfo* flat = table.find(c);
      CharInfo& info = flat != nullptr ? *flat : table.rest.emplace(c, latin_info(c)).first->second;
      info.kind = CharKind::kLetter;
      info.script = Script::kLatin;
      set_plain(info, fields.at(1), fields.size() > 2 && !fields[2].empty() ? fields[2] : fields[1]);
    }
  });
  return table;
}

FlatTable& flat_table() {
  static FlatTable table = make_flat_table();
  return table;
}

Script script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_LATIN:
      return Script::kLatin;
    case USCRIPT_CYRILLIC:
      return Script::kCyrillic;
    case USCRIPT_GREEK:
      return Script::kGreek;
    case USCRIPT_ARABIC:
      return Script::kArabic;
    case USCRIPT_HEBREW:
      return Script::kHebrew;
    case USCRIPT_GEORGIAN:
      return Script::kGeorgian;
    case USCRIPT_ARMENIAN:
      return Script::kArmenian;
    case USCRIPT_HAN:
      return Script::kHan;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return Script::kKana;
    case USCRIPT_HANGUL:
      return Script::kHangul;
    default:
      return c == 0x30FC ? Script::kKana : Script::kOther;
  }
}

// Marks that a reader leaves out: Latin, Greek and Cyrillic accents, Arabic and Hebrew vowel points. Vowel signs of
// other scripts are letters to us.
bool is_droppable_mark(char32_t c) {
  return (c >= 0x300 && c < 0x370) || (c >= 0x483 && c < 0x48A) || (c >= 0x591 && c < 0x5C8) ||
         (c >= 0x610 && c < 0x61B) || (c >= 0x64B && c < 0x660) || c == 0x670 || (c >= 0x6D6 && c < 0x6EE) ||
         (c >= 0x1AB0 && c < 0x1B00) || (c >= 0x1DC0 && c < 0x1E00) || (c >= 0x20D0 && c < 0x2100) ||
         (c >= 0xFE00 && c < 0xFE10) || (c >= 0xFE20 && c < 0xFE30);
}

// Greek and Cyrillic letters that decompose lose their accent here; й and ї are letters of their own and stay.
char32_t without_accent(char32_t c) {
  if ((c >= 0x370 && c < 0x400) || (c >= 0x1F00 && c < 0x2000)) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    icu::UnicodeString decomposed;
    if (U_SUCCESS(status) && nfd->getDecomposition(static_cast<UChar32>(c), decomposed)) return decomposed.char32At(0);
  }
  return c;
}

struct LookAlikes {
  std::unordered_map<char32_t, char32_t> to[kScripts];
};

LookAlikes make_look_alikes() {
  LookAlikes table;
  const auto first = [](std::string_view s) {
    size_t pos = 0;
    return s.empty() || s == "-" ? char32_t{0} : next_code_point(s, pos);
  };
  for_each_row("romanization/look_alikes.tsv", [&](const std::vector<std::string_view>& fields) {
    const std::array<Script, 3> scripts = {Script::kLatin, Script::kCyrillic, Script::kGreek};
    for (size_t from = 0; from < 3; ++from) {
      for (size_t to = 0; to < 3; ++to) {
        const char32_t a = first(fields.at(from));
        const char32_t b = first(fields.at(to));
        if (from != to && a != 0 && b != 0) table.to[static_cast<size_t>(scripts[to])].emplace(a, b);
      }
    }
  });
  return table;
}

}  // namespace

CharInfo char_info(char32_t c) {
  FlatTable& table = flat_table();
  if (const CharInfo* flat = table.find(c)) return *flat;
  if (const auto it = table.rest.find(c); it != table.rest.end()) return it->second;
  CharInfo info;
  const auto cp = static_cast<UChar32>(c);
  if (is_apostrophe(c) || is_droppable_mark(c)) {
    info.kind = CharKind::kSkip;
    return info;
  }
  const auto type = u_charType(cp);
  const uint32_t mask = U_MASK(type);
  if (type == U_FORMAT_CHAR) {
    info.kind = CharKind::kSkip;
  } else if (type == U_DECIMAL_DIGIT_NUMBER) {
    info.kind = CharKind::kDigit;
    const char digit = static_cast<char>('0' + u_charDigitValue(cp));
    set_plain(info, {&digit, 1}, {&digit, 1});
  } else if ((mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_NL_MASK)) != 0) {
    info.kind = CharKind::kLetter;
    info.script = script_of(c);
    info.upper = u_isupper(cp);
    info.lower = u_islower(cp);
    info.folded = without_accent(static_cast<char32_t>(u_foldCase(cp, U_FOLD_CASE_DEFAULT)));
    if (info.script == Script::kLatin) {
      const std::string base = ascii_base(c);
      set_plain(info, base, base);
    }
  } else {
    info.kind = symbol_kind(c);
  }
  return info;
}

char32_t look_alike(char32_t letter, Script to) {
  static const LookAlikes table = make_look_alikes();
  const auto& map = table.to[static_cast<size_t>(to)];
  const auto it = map.find(letter);
  return it == map.end() ? 0 : it->second;
}

std::string_view script_name(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  const char* name = U_SUCCESS(status) ? uscript_getName(script) : nullptr;
  return name == nullptr ? std::string_view("Unknown") : std::string_view(name);
}

std::string_view nfkc(std::string_view text, std::string& storage) {
  bool ascii = true;
  for (char c : text) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
  if (ascii) return text;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return text;
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(std::min<size_t>(text.size(), INT32_MAX)));
  if (normalizer->isNormalizedUTF8(piece, status) && U_SUCCESS(status)) return text;
  status = U_ZERO_ERROR;
  storage.clear();
  icu::StringByteSink<std::string> sink(&storage);
  normalizer->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_SUCCESS(status) ? std::string_view(storage) : text;
}

}  // namespace cordon::names
