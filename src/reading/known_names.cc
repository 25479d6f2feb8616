#include "reading/known_names.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "model/country.h"
#include "names/analyze.h"
#include "names/normalize.h"
#include "names/tables.h"
#include "reading/text_words.h"

namespace cordon::reading {

namespace {

constexpr size_t kLetters = 5;    // of an acronym: as kAcronymLetters
constexpr size_t kHanStart = 6;   // bytes
constexpr size_t kDescribes = 3;  // words that may all be small: forces armées russes

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

bool is_cased(std::string_view word) {
  size_t pos = 0;
  const names::Script script = names::char_info(next_code_point(word, pos)).script;
  return script == names::Script::kLatin || script == names::Script::kCyrillic;
}

bool is_article(std::string_view word) {
  constexpr std::array<std::string_view, 8> kArticles = {"al", "el", "ash", "asz", "аль", "эль", "аш", "ас"};
  return std::ranges::find(kArticles, word) != kArticles.end();
}

// Marks and letters that writers put for one another: Об’єднана and Об'єднана, Вертолёты and Вертолеты.
char32_t one_of_each(char32_t c) {
  constexpr char32_t kYo = 0x0451;
  constexpr char32_t kYe = 0x0435;
  constexpr char32_t kRightQuote = 0x2019;
  constexpr char32_t kLetterApostrophe = 0x02BC;
  if (c == kYo) return kYe;
  return c == kRightQuote || c == kLetterApostrophe ? U'\'' : c;
}

}  // namespace

std::string known_form(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (size_t pos = 0; pos < word.size();) {
    const char32_t c = next_code_point(word, pos);
    const names::CharInfo info = names::char_info(c);
    append_utf8(out,
                one_of_each(info.script == names::Script::kLatin || info.folded == 0 ? simple_lower(c) : info.folded));
  }
  return out;
}

namespace {

// The first letters, in which the forms of a declined word are alike: сеть, сети.
std::string start_of(std::string_view form) {
  constexpr size_t kStart = 3;
  size_t pos = 0;
  for (size_t n = 0; n < kStart && pos < form.size(); ++n) next_code_point(form, pos);
  return std::string(form.substr(0, pos));
}

}  // namespace

const std::unordered_set<std::string>& cue_words(std::string_view kind) {
  static const auto all = [] {
    std::unordered_map<std::string, std::unordered_set<std::string>> out;
    names::for_each_row("reading/cues.tsv", [&](const std::vector<std::string_view>& fields) {
      auto& words = out[std::string(fields.at(0))];
      for (const std::string_view word : names::split_words(fields.at(1))) words.insert(known_form(word));
    });
    return out;
  }();
  static const std::unordered_set<std::string> none;
  const auto found = all.find(std::string(kind));
  return found == all.end() ? none : found->second;
}

bool KnownNames::may_begin_small(std::string_view word) const {
  return small_starts_.contains(known_form(start_of(word)));
}

const KnownNames& KnownNames::shipped() {
  static const KnownNames names;
  return names;
}

// Of the same words the earlier row comes first: the later one is asked where no listed party has that name.
void KnownNames::put(Spelling spelling, bool is_han) {
  const auto number = static_cast<uint32_t>(spellings_.size());
  std::vector<uint32_t>* others = nullptr;
  if (is_han) {
    if (spelling.words.size() == 1 && spelling.words[0].size() < kHanStart) return;
    others = &han_[spelling.words[0].substr(0, kHanStart)];
  } else {
    const auto [at, is_new] = first_words_.try_emplace(spelling.words[0], by_first_word_.size());
    if (is_new) by_first_word_.emplace_back();
    others = &by_first_word_[at->second];
    for (const std::string& word : spelling.words)
      spelling.numbers.push_back(words_.try_emplace(word, words_.size() + 1).first->second);
    if (spelling.small) small_starts_.insert(start_of(spelling.words[0]));
  }
  others->push_back(number);
  spellings_.push_back(std::move(spelling));
}

void KnownNames::add(uint32_t name, std::string_view written, bool is_letters) {
  Spelling spelling;
  spelling.name = name;
  std::vector<TextWord> words;
  cut_words(written, words);
  if (words.empty()) return;
  const bool is_han = words.front().is(kNoSpaces);
  for (const TextWord& word : words) {
    const std::string_view text = word.of(written);
    std::string form = word.is(kNoSpaces) ? names::simplified_han(text) : known_form(text);
    if (form.size() > 2 && form.ends_with("'s")) form.resize(form.size() - 2);  // as a text's words are read
    spelling.words.push_back(std::move(form));
  }
  spelling.letters = is_letters && words.size() == 1;
  size_t pos = 0;
  spelling.small =
      names::char_info(next_code_point(written, pos)).lower || words.size() >= kDescribes ||
      (words.size() > 1 && !names_[name].is_person && cue_words("organisation").contains(spelling.words[0]));
  spelling.article = words.size() > 1 && is_article(spelling.words[0]);
  spelling.small = spelling.small || spelling.article;
  if (names_[name].is_person && words.size() > 1) {
    pos = 0;
    next_code_point(spelling.words[0], pos);
    names_[name].initials += spelling.words[0].substr(0, pos);
  }
  put(std::move(spelling), is_han);
}

// The last part of each spelling of a person's name, where no other has it whom the press means by the family name.
void KnownNames::add_families() {
  constexpr size_t kLetters = 4;
  constexpr size_t kHanLetters = 3;
  constexpr uint32_t kSeveral = 0xFFFFFFFF;
  std::map<std::string, uint32_t> families;  // whose
  const auto take = [&](const std::string& word, uint32_t name) {
    const auto [at, is_new] = families.try_emplace(word, name);
    if (!is_new && at->second != name) at->second = kSeveral;
  };
  for (const Spelling& spelling : spellings_)
    if (names_[spelling.name].has_family && spelling.words.size() > 1) take(spelling.words.back(), spelling.name);
  for (uint32_t name = 0; name < names_.size(); ++name)  // lists write it in capitals
    if (names_[name].has_family && !has_small_letter(names::split_words(names_[name].text).back()))
      take(known_form(names::split_words(names_[name].text).back()), name);
  for (const auto& [word, name] : families) {
    size_t pos = 0;
    const bool is_han = names::char_info(next_code_point(word, pos)).script == names::Script::kHan;
    if (name == kSeveral || letters_in(word) < (is_han ? kHanLetters : kLetters)) continue;
    Spelling spelling;
    spelling.name = name;
    spelling.words.push_back(word);
    spelling.family = true;
    put(std::move(spelling), is_han);
  }
}

// Of a spelling that is a noun for what is named and one word («компания «Кронштадт»», Kronstadt-Gruppe) the word, in
// scripts with capitals, where it is no spelling by itself.
void KnownNames::add_proper_words() {
  constexpr size_t kLetters = 5;
  std::map<std::string, uint32_t> proper;  // whose it is, in the order of the rows
  for (const Spelling& spelling : spellings_) {
    if (names_[spelling.name].is_person || names_[spelling.name].text.empty() || spelling.words.size() != 2) continue;
    for (const size_t at : {0, 1}) {
      const std::string& word = spelling.words[at];
      if (cue_words("organisation").contains(spelling.words[1 - at]) && !cue_words("organisation").contains(word) &&
          letters_in(word) >= kLetters && is_cased(word) && country_code(word).empty())
        proper.try_emplace(word, spelling.name);
    }
  }
  for (const auto& [word, name] : proper) {
    const uint32_t first = first_word(word);
    if (first != 0 &&
        std::ranges::any_of(beginning(first), [&](uint32_t n) { return spellings_[n].words.size() == 1; }))
      continue;
    Spelling spelling;
    spelling.name = name;
    spelling.words.push_back(word);
    spelling.beside = true;
    put(std::move(spelling), false);
  }
}

void KnownNames::read_known() {
  names::for_each_row("reading/known_names.tsv", [&](const std::vector<std::string_view>& fields) {
    KnownName name;
    const std::vector<std::string_view> spellings = names::split_field(fields.at(2), '|');
    name.has_family = fields.at(0) == "person";
    name.is_person = name.has_family || fields[0] == "named";
    if (fields[0] != "-") name.text = fields.at(1);
    if (!name.text.empty() && !name.is_person && is_in_capitals(spellings[0]))
      name.with_letters = name.text + " (" + std::string(spellings[0]) + ")";
    names_.push_back(std::move(name));
    for (const std::string_view written : spellings)
      add(static_cast<uint32_t>(names_.size() - 1), written, is_in_capitals(written));
  });
}

void KnownNames::read_acronyms() {
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
}

KnownNames::KnownNames() {
  read_known();
  read_acronyms();
  add_families();
  add_proper_words();
  const auto longer = [&](uint32_t a, uint32_t b) {
    if (spellings_[a].family != spellings_[b].family) return spellings_[b].family;
    if (spellings_[a].words.size() != spellings_[b].words.size())
      return spellings_[a].words.size() > spellings_[b].words.size();
    return spellings_[a].words[0].size() > spellings_[b].words[0].size();
  };
  for (std::vector<uint32_t>& some : by_first_word_) std::ranges::stable_sort(some, longer);
  for (auto& [start, some] : han_) {
    std::ranges::stable_sort(some, longer);
    may_be_han_.set(han_bit(start));
  }
  for (const std::vector<uint32_t>& some : by_first_word_)
    goes_on_.push_back(std::ranges::all_of(some, [&](uint32_t n) { return spellings_[n].words.size() > 1; }));
}

}  // namespace cordon::reading
