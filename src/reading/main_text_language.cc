#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <map>

#include "base/table.h"
#include "base/utf8.h"
#include "reading/main_text_facts.h"
#include "reading/main_text_hints.h"

namespace cordon::reading {
namespace {

constexpr size_t kSampleBytes = 6000;

const std::unordered_map<std::string_view, std::vector<uint16_t>>& languages_of_words(
    std::vector<std::string_view>* languages = nullptr) {
  static const auto* table = [] {
    auto* out =
        new std::pair<std::unordered_map<std::string_view, std::vector<uint16_t>>, std::vector<std::string_view>>;
    for_each_table_line("html/stop_words.tsv", [&](std::string_view line) {
      const auto language = static_cast<uint16_t>(out->second.size());
      out->second.push_back(take_field(line, '\t'));
      each_part(line, "|", [&](std::string_view word) {
        out->first[word].push_back(language);
        return true;
      });
    });
    return out;
  }();
  if (languages != nullptr) *languages = table->second;
  return table->first;
}

struct Scripts {
  std::map<UScriptCode, size_t> letters;
  UScriptCode most = USCRIPT_COMMON;
  size_t all = 0;
};

Scripts scripts_of(std::string_view text) {
  Scripts out;
  text = text.substr(0, kSampleBytes);
  for (size_t i = 0; i < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, i));
    if (!u_isalpha(c)) continue;
    UErrorCode status = U_ZERO_ERROR;
    ++out.letters[uscript_getScript(c, &status)];
    ++out.all;
  }
  size_t most = 0;
  for (const auto& [script, n] : out.letters)
    if (n > most) most = n, out.most = script;
  return out;
}

// The only language (of those that matter here) that is written in a script.
std::string_view language_of(const Scripts& scripts) {
  if (scripts.letters.contains(USCRIPT_HIRAGANA) || scripts.letters.contains(USCRIPT_KATAKANA)) {
    const auto count = [&](UScriptCode s) { return scripts.letters.contains(s) ? scripts.letters.at(s) : 0; };
    if ((count(USCRIPT_HIRAGANA) + count(USCRIPT_KATAKANA)) * 10 > scripts.all) return "ja";
  }
  switch (scripts.most) {
    case USCRIPT_HAN:
      return "zh";
    case USCRIPT_HANGUL:
      return "ko";
    case USCRIPT_GREEK:
      return "el";
    case USCRIPT_HEBREW:
      return "he";
    case USCRIPT_THAI:
      return "th";
    case USCRIPT_DEVANAGARI:
      return "hi";
    case USCRIPT_BENGALI:
      return "bn";
    case USCRIPT_TAMIL:
      return "ta";
    case USCRIPT_GEORGIAN:
      return "ka";
    case USCRIPT_ARMENIAN:
      return "hy";
    case USCRIPT_KHMER:
      return "km";
    default:
      return {};
  }
}

UScriptCode script_of_language(std::string_view language) {
  constexpr std::pair<std::string_view, UScriptCode> kScripts[] = {
      {"ru", USCRIPT_CYRILLIC}, {"uk", USCRIPT_CYRILLIC}, {"be", USCRIPT_CYRILLIC}, {"bg", USCRIPT_CYRILLIC},
      {"mk", USCRIPT_CYRILLIC}, {"kk", USCRIPT_CYRILLIC}, {"ky", USCRIPT_CYRILLIC}, {"tg", USCRIPT_CYRILLIC},
      {"mn", USCRIPT_CYRILLIC}, {"ar", USCRIPT_ARABIC},   {"fa", USCRIPT_ARABIC},   {"ur", USCRIPT_ARABIC},
      {"ps", USCRIPT_ARABIC},   {"zh", USCRIPT_HAN},      {"ja", USCRIPT_HAN},      {"ko", USCRIPT_HANGUL},
      {"el", USCRIPT_GREEK},    {"he", USCRIPT_HEBREW},   {"th", USCRIPT_THAI},     {"hi", USCRIPT_DEVANAGARI},
      {"ka", USCRIPT_GEORGIAN}, {"hy", USCRIPT_ARMENIAN}, {"bn", USCRIPT_BENGALI},  {"ta", USCRIPT_TAMIL},
      {"km", USCRIPT_KHMER}};
  for (const auto& [name, script] : kScripts)
    if (name == language) return script;
  return USCRIPT_LATIN;
}

// Of a text that has hardly a word of any list: the language that its letters tell; empty where they tell none. Letters
// of another language that has them too speak against it.
std::string language_by_letters(std::string_view lowered) {
  struct Letters {
    std::string_view language, own, none;
  };
  constexpr Letters kLetters[] = {{"tr", "ığ", "əxwq"},
                                  {"pl", "łąężź", "ėįųūūāēģ"},
                                  {"de", "ß", ""},
                                  {"uk", "їєґ", "ыъ"},
                                  {"ru", "ыэ", "іўїөүқғңәјљњ"}};
  const auto has_any = [&](std::string_view letters) {
    for (size_t pos = 0; pos < letters.size();) {
      const size_t begin = pos;
      next_code_point(letters, pos);
      if (lowered.contains(letters.substr(begin, pos - begin))) return true;
    }
    return false;
  };
  for (const Letters& l : kLetters)
    if (has_any(l.own) && !has_any(l.none)) return std::string(l.language);
  return {};
}

}  // namespace

std::string beginning_of(const Page& page) {
  std::string out;
  for (const Block& b : page.blocks) {
    if (out.size() >= kSampleBytes) break;
    out += b.text.substr(0, kSampleBytes);
    out += '\n';
  }
  return out;
}

void note_encoding(const SourceText& source, Page& page) {
  if (source.replaced() > 0)
    page.remarks.push_back(std::to_string(source.replaced()) + " places have no meaning in " + source.charset());
}

std::string guess_language(std::string_view text) {
  const Scripts scripts = scripts_of(text);
  if (scripts.all < 20) return {};
  if (const std::string_view only = language_of(scripts); !only.empty()) return std::string(only);
  std::vector<std::string_view> languages;
  const auto& table = languages_of_words(&languages);
  std::vector<double> votes(languages.size(), 0);
  const std::string words = comparable(text.substr(0, kSampleBytes));
  each_part(words, " ", [&](std::string_view word) {
    if (const auto found = table.find(word); found != table.end())
      for (const uint16_t language : found->second) votes[language] += 1.0 / static_cast<double>(found->second.size());
    return true;
  });
  const auto best = std::ranges::max_element(votes);
  if (best != votes.end() && *best >= 2) {
    const std::string_view language = languages[static_cast<size_t>(best - votes.begin())];
    if (script_of_language(language) == scripts.most || script_of_language(language) == USCRIPT_LATIN)
      return std::string(language);
  }
  return language_by_letters(words);
}

std::string checked_language(std::string_view declared, std::string_view text) {
  if (declared.empty()) return guess_language(text);
  const Scripts scripts = scripts_of(text);
  const UScriptCode script = script_of_language(declared);
  const auto found = scripts.letters.find(script);
  const size_t fitting = found == scripts.letters.end() ? 0 : found->second;
  // A site's template often says "en" of pages in any language; of two languages in one script it is believed.
  if (scripts.all >= 40 && fitting * 3 < scripts.all && declared != "sr" && declared != "uz" && declared != "az" &&
      declared != "kk") {
    std::string guessed = guess_language(text);
    if (!guessed.empty()) return guessed;
  }
  return std::string(declared);
}

}  // namespace cordon::reading
