#include "reading/unread_script.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <map>

namespace cordon::reading {

namespace {

constexpr uint32_t kShare = 5;  // one letter of as many

// Names are found as written, or by their romanisation where that has the vowels that they are listed with.
bool is_read(UScriptCode script) {
  switch (script) {
    case USCRIPT_LATIN:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
    case USCRIPT_HAN:
    case USCRIPT_GREEK:
    case USCRIPT_HEBREW:
    case USCRIPT_ARMENIAN:
    case USCRIPT_DEVANAGARI:
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
      return true;
    default:
      return false;
  }
}

void count(std::string_view text, std::map<UScriptCode, uint32_t>& letters) {
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    if (c < 0 || !u_isalpha(c)) continue;
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(c, &status);
    if (script == USCRIPT_HIRAGANA) script = USCRIPT_KATAKANA;
    ++letters[script];
  }
}

}  // namespace

std::string unread_script(const Page& page) {
  std::map<UScriptCode, uint32_t> letters;
  count(page.title, letters);
  for (const Block& block : page.blocks) count(block.text, letters);
  uint32_t all = 0;
  for (const auto& [script, n] : letters) all += n;
  for (const auto& [script, n] : letters)
    if (!is_read(script) && n * kShare >= all) return script == USCRIPT_KATAKANA ? "Kana" : uscript_getName(script);
  return {};
}

}  // namespace cordon::reading
