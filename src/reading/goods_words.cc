#include "reading/goods_words.h"

#include <algorithm>
#include <memory>
#include <mutex>

#include "base/table.h"
#include "base/utf8.h"
#include "reading/lexicon.h"

namespace cordon::reading {
namespace {

constexpr std::string_view kTable = "lexicons/goods.tsv";

// Does `word` of a form, perhaps the start of a word, stand at `token`?
bool stands_at(std::string_view word, const Token& token) {
  if (!word.ends_with('*')) return token.fold == word;
  word.remove_suffix(1);
  return token.fold.starts_with(word);
}

bool is_first_byte(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

}  // namespace

const GoodsWords& GoodsWords::of(std::string_view language) {
  static std::once_flag once;
  static std::unordered_map<std::string, std::unique_ptr<const GoodsWords>, Hash, std::equal_to<>> all;
  std::call_once(once, [] {
    for (const std::string_view known : Lexicon::languages())
      all.emplace(known, std::unique_ptr<const GoodsWords>(new GoodsWords(known)));
  });
  const auto found = all.find(language);
  return *(found == all.end() ? all.find(std::string_view("en")) : found)->second;
}

GoodsWords::GoodsWords(std::string_view language) : is_arabic_(language == "ar"), is_german_(language == "de") {
  for_each_table_line(kTable, [&](std::string_view line) {
    if (take_field(line, '\t') != language) return;
    const std::string_view kind = take_field(line, '\t'), family = take_field(line, '\t');
    add(kind, family, line, language);
  });
}

void GoodsWords::add(std::string_view kind, std::string_view family, std::string_view forms,
                     std::string_view language) {
  each_part(forms, ";", [&](std::string_view written) {
    Form form{.words = {}, .family = std::string(family)};
    for (const Token& token : tokenize(written, language, 0, 0)) {
      if (token.mark == '*' && !form.words.empty()) {
        form.words.back() += '*';
      } else if (language == "fr" && token.mark == '\'' && token.joined && !form.words.empty()) {
        form.words.back() += '\'';  // d': the text has the apostrophe at the word
      } else {
        form.words.push_back(token.fold);
      }
    }
    if (form.words.empty()) return true;
    if (kind == "ending") {
      endings_.emplace(form.words.front(), family);
      return true;
    }
    std::string first = form.words.front();
    const auto index = static_cast<uint32_t>(forms_.size());
    if (first.ends_with('*')) {
      first.pop_back();
      longest_start_ = std::max(longest_start_, first.size());
      by_start_[first].push_back(index);
    } else {
      by_word_[first].push_back(index);
    }
    forms_.push_back(std::move(form));
    return true;
  });
}

template <typename Take>
void GoodsWords::each_form(std::span<const Token> tokens, uint32_t at, uint32_t limit, Take take) const {
  const auto try_forms = [&](const std::vector<uint32_t>& indexes, uint32_t from) {
    for (const uint32_t index : indexes) {
      const Form& form = forms_[index];
      const auto count = static_cast<uint32_t>(form.words.size());
      if (from + count > limit) continue;
      uint32_t w = 1;
      while (w < count && stands_at(form.words[w], tokens[from + w])) ++w;
      if (w == count) take(form, from + count);
    }
  };
  const auto try_word = [&](std::string_view word) {
    if (const auto found = by_word_.find(word); found != by_word_.end()) try_forms(found->second, at);
    for (size_t n = 1; n <= std::min(word.size(), longest_start_); ++n) {
      if (n < word.size() && !is_first_byte(word[n])) continue;
      if (const auto found = by_start_.find(word.substr(0, n)); found != by_start_.end()) try_forms(found->second, at);
    }
  };
  const std::string_view word = tokens[at].fold;
  try_word(word);
  if (!is_arabic_) return;
  for (const std::string_view particle : {"و", "ف", "ب", "ل", "ک"})  // والسفينة: and the ship
    if (word.starts_with(particle) && word.size() >= particle.size() + 6) try_word(word.substr(particle.size()));
}

std::vector<std::string_view> GoodsWords::shorts_at(std::span<const Token> tokens, uint32_t at, uint32_t limit,
                                                    uint32_t& end) const {
  std::vector<std::string_view> families;
  end = at;
  each_form(tokens, at, limit, [&](const Form& form, uint32_t form_end) {
    if (form.family.empty() || form_end < end) return;
    if (form_end > end) families.clear();
    end = form_end;
    families.push_back(form.family);
  });
  return families;
}

uint32_t GoodsWords::guard_at(std::span<const Token> tokens, uint32_t at, uint32_t limit) const {
  uint32_t end = at;
  each_form(tokens, at, limit, [&](const Form& form, uint32_t form_end) {
    if (form.family.empty()) end = std::max(end, form_end);
  });
  return end;
}

std::string_view GoodsWords::family_by_ending(const Token& token) const {
  constexpr size_t kLeastFirst = 3, kLeastLast = 4;  // bytes
  const std::string_view word = token.fold;
  if (endings_.empty() || word.size() < kLeastFirst + kLeastLast) return {};
  const auto look_up = [&](size_t n) -> std::string_view {
    const auto found = endings_.find(word.substr(n));
    return found == endings_.end() ? std::string_view() : std::string_view(found->second);
  };
  if (const size_t hyphen = word.rfind('-'); hyphen != std::string_view::npos) return look_up(hyphen + 1);
  if (!is_german_ || !token.is_capital) return {};
  for (size_t n = kLeastFirst; n + kLeastLast <= word.size(); ++n)
    if (is_first_byte(word[n]))
      if (const std::string_view family = look_up(n); !family.empty()) return family;
  return {};
}

}  // namespace cordon::reading
