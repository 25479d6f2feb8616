#include "reading/main_text_hints.h"

#include <unicode/uchar.h>

#include <vector>

#include "base/table.h"
#include "base/utf8.h"

namespace cordon::reading {
namespace {

constexpr size_t kLongestValue = 400;    // of a class attribute, read
constexpr size_t kLongestPhrased = 300;  // bytes of a text that may be a set phrase

bool is_word(char c) { return (c >= 'a' && c <= 'z') || static_cast<uint8_t>(c) >= 0x80; }

// The words of hints.tsv, by what a text is looked up by: its words one after the other.
struct HintWord {
  std::string word;  // perhaps of several: "article-body"
  uint16_t hint = 0;
  bool is_open = false;  // more letters may follow

  bool begins(std::string_view text) const {
    return text.starts_with(word) && (is_open || text.size() == word.size() || !is_word(text[word.size()]));
  }
};
struct HintTable {
  std::unordered_map<std::string_view, std::vector<HintWord>> by_word;       // the first word is whole
  std::unordered_map<std::string_view, std::vector<HintWord>> by_beginning;  // the only word goes on: its first letters
};
constexpr size_t kBeginning = 3;

size_t word_length(std::string_view text) {
  size_t n = 0;
  while (n < text.size() && is_word(text[n])) ++n;
  return n;
}

uint16_t hint_named(std::string_view name) {
  constexpr std::string_view kNames[] = {"body", "article", "lead",   "comments", "strong",
                                         "weak", "caption", "byline", "title",    "hidden"};
  for (size_t i = 0; i < std::size(kNames); ++i)
    if (kNames[i] == name) return static_cast<uint16_t>(1U << i);
  return 0;
}

const HintTable& hint_words() {
  static const auto* table = [] {
    auto* out = new HintTable;
    for_each_table_line("html/hints.tsv", [&](std::string_view line) {
      const uint16_t hint = hint_named(take_field(line, '\t'));
      each_part(line, "|", [&](std::string_view word) {
        const bool is_open = word.ends_with('*');
        if (is_open) word.remove_suffix(1);
        const size_t first = word_length(word);
        auto& words = is_open && first == word.size() && first >= kBeginning
                          ? out->by_beginning[word.substr(0, kBeginning)]
                          : out->by_word[word.substr(0, first)];
        words.push_back({std::string(word), hint, is_open});
        return true;
      });
    });
    return out;
  }();
  return *table;
}

// "articleBody main_col" as "article-body main-col".
std::string hyphened(std::string_view value) {
  std::string out;
  char before = ' ';
  for (const char c : value.substr(0, kLongestValue)) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    if (is_capital && before >= 'a' && before <= 'z') out += '-';
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      out += ' ';
    } else if (is_capital) {
      out += static_cast<char>(c + 32);
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<uint8_t>(c) >= 0x80) {
      out += c;
    } else if (!out.ends_with('-')) {
      out += '-';
    }
    before = c;
  }
  return out;
}

struct PhraseTable {
  std::unordered_map<std::string, Phrase> whole;
  std::unordered_map<std::string, std::vector<std::pair<std::string, Phrase>>> begins;  // by their first word
  std::vector<std::pair<std::string, Phrase>> within;
};

// What a text is found by: its letters up to the first blank or mark, or its first two where the script writes none.
std::string first_word(std::string_view text) {
  size_t end = 0;
  if (static_cast<uint8_t>(text.empty() ? 'a' : text[0]) >= 0xE3) {
    for (int i = 0; i < 2 && end < text.size(); ++i) next_code_point(text, end);
  } else {
    while (end < text.size() && text[end] != ' ' && text[end] != ':' && text[end] != '(') ++end;
  }
  return std::string(text.substr(0, end));
}

const PhraseTable& phrases() {
  static const auto* table = [] {
    auto* out = new PhraseTable;
    for_each_table_line("html/phrases.tsv", [&](std::string_view line) {
      take_field(line, '\t');  // language
      const std::string_view place = take_field(line, '\t');
      const std::string_view what = take_field(line, '\t');
      const Phrase phrase = what == "tail"   ? Phrase::kTail
                            : what == "end"  ? Phrase::kEnd
                            : what == "head" ? Phrase::kHead
                                             : Phrase::kDrop;
      each_part(line, "|", [&](std::string_view text) {
        const std::string key = comparable(text);
        if (place == "whole") out->whole.emplace(key, phrase);
        if (place == "begins") {
          const bool has_colon = text.ends_with(':') || text.ends_with("：");  // "Source:", but not "Sources said"
          out->begins[first_word(key)].emplace_back(has_colon ? key + (text.ends_with(':') ? ":" : "：") : key, phrase);
        }
        if (place == "within") out->within.emplace_back(key, phrase);
        return true;
      });
    });
    return out;
  }();
  return *table;
}

}  // namespace

uint16_t Hints::words(std::string_view value) {
  if (value.empty()) return 0;
  const auto [found, is_new] = known_.try_emplace(value, 0);
  if (!is_new) return found->second;
  const std::string text = hyphened(value);
  uint16_t hints = 0;
  const HintTable& table = hint_words();
  for (size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at);
    const size_t length = word_length(rest);
    if (length == 0) {
      ++at;
      continue;
    }
    const auto look_up = [&](const auto& words, std::string_view key) {
      if (const auto found_words = words.find(key); found_words != words.end())
        for (const HintWord& word : found_words->second)
          if (word.begins(rest)) hints |= word.hint;
    };
    look_up(table.by_word, rest.substr(0, length));
    if (length >= kBeginning) look_up(table.by_beginning, rest.substr(0, kBeginning));
    at += length;
  }
  found->second = hints;
  return hints;
}

uint16_t Hints::of(uint32_t element) {
  const html::Node& n = document_.node(element);
  uint16_t out = 0;
  html::for_each_attribute(document_.text(element), [&](std::string_view key, std::string_view value) {
    const std::string name = key.size() <= 12 ? ascii_lower(key) : std::string();
    if (name == "class" || name == "id" || name == "data-testid" || name == "data-role") {
      out |= words(value);
    } else if (name == "itemprop") {
      const std::string lower = ascii_lower(value);
      if (lower.contains("articlebody")) out |= kHintBody;
      if (lower.contains("headline")) out |= kHintTitle;
      if (lower.contains("author") || lower.contains("datepublished")) out |= kHintByline;
      if (lower.contains("caption")) out |= kHintCaption;
    } else if (name == "role") {
      const std::string lower = ascii_lower(value);
      if (lower == "navigation" || lower == "complementary" || lower == "contentinfo" || lower == "dialog" ||
          lower == "alertdialog" || lower == "menu" || lower == "menubar" || lower == "search" || lower == "toolbar")
        out |= kHintStrong;
      if (lower == "article") out |= kHintArticle;
    } else if (name == "hidden") {
      out |= kHintHidden;
    } else if (name == "aria-hidden") {
      if (value == "true") out |= kHintHidden;
    } else if (name == "style") {
      std::string lower = ascii_lower(value.substr(0, kLongestValue));
      std::erase(lower, ' ');
      if (lower.contains("display:none") || lower.contains("visibility:hidden")) out |= kHintHidden;
    }
    return true;
  });
  // A class on the whole page says nothing of its parts.
  if (n.tag == html::Tag::kBody || n.tag == html::Tag::kHtml) out = 0;
  return out;
}

std::string comparable(std::string_view text) {
  std::string out;
  bool is_gap = false;
  size_t kept = 0;
  for (size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, i);
    if (c == 0x2019 || c == 0x2018) c = '\'';
    if (u_isUWhiteSpace(static_cast<UChar32>(c))) {
      is_gap = true;
      continue;
    }
    const bool is_letter = u_isalnum(static_cast<UChar32>(c)) != 0;
    if (!is_letter && kept == 0 && c != 0xA9) continue;
    if (is_gap && !out.empty()) out += ' ';
    is_gap = false;
    append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    if (is_letter || c == 0xA9) kept = out.size();
  }
  out.resize(kept);
  return out;
}

// "Comments (12)": without how many there are.
std::string_view without_count(std::string_view key) {
  size_t end = key.size();
  while (end > 0 && key[end - 1] >= '0' && key[end - 1] <= '9') --end;
  if (end == key.size() || end < 2 || key[end - 1] != '(' || key[end - 2] != ' ') return key;
  return key.substr(0, end - 2);
}

Phrase phrase_of(std::string_view text) {
  if (text.size() > kLongestPhrased) return Phrase::kNone;
  const std::string key = comparable(text);
  const PhraseTable& table = phrases();
  if (const auto found = table.whole.find(std::string(without_count(key))); found != table.whole.end())
    return found->second;
  if (const auto found = table.begins.find(first_word(key)); found != table.begins.end())
    for (const auto& [phrase, what] : found->second)
      // Where words stand apart, a phrase ends with a word.
      if (key.starts_with(phrase) && (key.size() == phrase.size() || static_cast<uint8_t>(phrase[0]) >= 0xE3 ||
                                      !is_word(phrase.back()) || !is_word(key[phrase.size()])))
        return what;
  for (const auto& [phrase, what] : table.within)
    if (key.contains(phrase)) return what;
  return Phrase::kNone;
}

}  // namespace cordon::reading
