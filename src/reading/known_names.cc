#include "reading/known_names.h"

#include <algorithm>

#include "base/utf8.h"
#include "names/analyze.h"
#include "names/normalize.h"
#include "names/tables.h"
#include "reading/text_words.h"

namespace cordon::reading {

namespace {

constexpr size_t kLetters = 5;   // of an acronym: as kAcronymLetters
constexpr size_t kHanStart = 6;  // bytes

size_t letters_in(std::string_view text) {
  size_t n = 0;
  for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

// Is it written with two capitals or more, as letters are?
bool is_in_capitals(std::string_view written) {
  size_t capitals = 0;
  for (size_t pos = 0; pos < written.size();) capitals += names::char_info(next_code_point(written, pos)).upper;
  return capitals >= 2 && letters_in(written) <= kLetters;
}

}  // namespace

std::string known_form(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (size_t pos = 0; pos < word.size();) {
    const char32_t c = next_code_point(word, pos);
    const names::CharInfo info = names::char_info(c);
    append_utf8(out, info.script == names::Script::kLatin || info.folded == 0 ? simple_lower(c) : info.folded);
  }
  return out;
}

const KnownNames& KnownNames::shipped() {
  static const KnownNames names;
  return names;
}

void KnownNames::add(uint32_t name, std::string_view written, bool is_letters) {
  Spelling spelling;
  spelling.name = name;
  std::vector<TextWord> words;
  cut_words(written, words);
  if (words.empty()) return;
  const auto number = static_cast<uint32_t>(spellings_.size());
  if (words.front().is(kNoSpaces)) {
    spelling.words.push_back(names::simplified_han(written));
    if (spelling.words[0].size() < kHanStart) return;
    han_[spelling.words[0].substr(0, kHanStart)].push_back(number);
  } else {
    for (const TextWord& word : words) spelling.words.push_back(known_form(word.of(written)));
    spelling.letters = is_letters && words.size() == 1;
    const auto [at, is_new] = first_words_.try_emplace(spelling.words[0], by_first_word_.size());
    if (is_new) by_first_word_.emplace_back();
    std::vector<uint32_t>& others = by_first_word_[at->second];
    // What an earlier row says of the same words stands.
    if (std::ranges::any_of(others, [&](uint32_t other) { return spellings_[other].words == spelling.words; })) return;
    others.push_back(number);
  }
  spellings_.push_back(std::move(spelling));
}

KnownNames::KnownNames() {
  names::for_each_row("reading/known_names.tsv", [&](const std::vector<std::string_view>& fields) {
    KnownName name;
    const std::vector<std::string_view> spellings = names::split_field(fields.at(1), '|');
    if (fields.at(0) != "-") name.text = fields[0];
    if (!name.text.empty() && is_in_capitals(spellings[0]))
      name.with_letters = name.text + " (" + std::string(spellings[0]) + ")";
    names_.push_back(std::move(name));
    for (const std::string_view written : spellings)
      add(static_cast<uint32_t>(names_.size() - 1), written, is_in_capitals(written));
  });
  names::for_each_row("name_parts/acronyms.tsv", [&](const std::vector<std::string_view>& fields) {
    for (const std::string_view written : names::split_field(fields.at(2), ',')) {
      KnownName name;
      name.text = written;
      name.expands = true;
      name.expansion = static_cast<uint32_t>(names::split_words(fields.at(1)).size());
      names_.push_back(std::move(name));
      add(static_cast<uint32_t>(names_.size() - 1), written, letters_in(written) <= kLetters);
    }
  });
  const auto longer = [&](uint32_t a, uint32_t b) {
    if (spellings_[a].words.size() != spellings_[b].words.size())
      return spellings_[a].words.size() > spellings_[b].words.size();
    return spellings_[a].words[0].size() > spellings_[b].words[0].size();
  };
  for (std::vector<uint32_t>& some : by_first_word_) std::ranges::stable_sort(some, longer);
  for (auto& [start, some] : han_) std::ranges::stable_sort(some, longer);
}

}  // namespace cordon::reading
