// Finding legal forms. A form is a row of words; dotted letters count as one word ("S.p.A." is spa, "Sp. z o.o." is sp
// z oo), so that forms are recognised before anything is taken for initials. Where a form may stand (anywhere, at an
// edge, at the end) is in the table: "SA" ends a name and never opens one.
#include "names/legal_forms.h"

#include <algorithm>

#include "names/concepts.h"
#include "names/tables.h"

namespace cordon::names {
namespace {

enum class Place : uint8_t { kAnywhere, kStart, kEnd, kEdge };

struct Row {
  std::string_view form_class;
  Place place = Place::kAnywhere;
};
struct FormTable {
  TextMap<Row> rows;            // by table_key()
  TextMap<size_t> longest;      // by first word: the most words of a form that begins with it
  TextMap<Row> unspaced;        // Han and Hangul forms
  size_t longest_unspaced = 1;  // bytes
  TextMap<Row> by_meaning;      // "{state unitary enterprise}" by its words in order of the alphabet
};

constexpr size_t kMostWords = 10;  // of a legal form

std::string meaning_key(std::vector<std::string_view> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string key;
  for (std::string_view word : words) key.append(word) += ' ';
  return key;
}

Place parse_place(std::string_view text) {
  if (text == "end") return Place::kEnd;
  if (text == "start") return Place::kStart;
  return text == "edge" ? Place::kEdge : Place::kAnywhere;
}

FormTable read_forms() {
  FormTable table;
  for_each_row("legal_forms/forms.tsv", [&](const std::vector<std::string_view>& fields) {
    const Row row{fields.at(0), parse_place(fields.at(1))};
    for (std::string_view written : split_field(fields.at(2), ',')) {
      if (written.starts_with('{')) {
        table.by_meaning.emplace(meaning_key(split_words(written.substr(1, written.size() - 2))), row);
        continue;
      }
      const std::string key = table_key(written);
      const size_t words = 1 + static_cast<size_t>(std::count(key.begin(), key.end(), ' '));
      size_t& longest = table.longest[key.substr(0, key.find(' '))];
      longest = std::max(longest, words);
      table.rows.emplace(key, row);
      if (words == 1 && static_cast<unsigned char>(key[0]) >= 0xE0) {
        table.unspaced.emplace(key, row);
        table.longest_unspaced = std::max(table.longest_unspaced, key.size());
      }
    }
  });
  return table;
}

const FormTable& forms() {
  static const FormTable table = read_forms();
  return table;
}

// A word of the name: one token, or dotted letters together.
struct Word {
  std::string text;
  size_t begin, end;  // tokens
  bool dotted;
  size_t longest = 0;  // words of the longest form that begins with it
};

std::vector<Word> words_of(const std::vector<Token>& tokens) {
  std::vector<Word> words;
  for (size_t i = 0; i < tokens.size();) {
    const size_t run = letter_run(tokens, i);
    Word word{tokens[i].norm, i, i + run, run > 1};
    for (size_t k = 1; k < run; ++k) word.text += tokens[i + k].norm;
    if (const auto it = forms().longest.find(word.text); it != forms().longest.end()) word.longest = it->second;
    words.push_back(std::move(word));
    i += run;
  }
  return words;
}

// "S.A. Vektor": dots tell a form that would be doubtful without them.
bool dotted_in_front(const std::vector<Word>& words, const std::vector<Token>& tokens, size_t i, size_t n) {
  return i == 0 && n == 1 && words[0].dotted && words.size() > 1 && tokens[words[1].begin].letters > 2;
}

bool may_stand(Place place, bool at_start, bool at_end) {
  switch (place) {
    case Place::kStart:
      return at_start;
    case Place::kEnd:
      return at_end;
    case Place::kEdge:
      return at_start || at_end;
    case Place::kAnywhere:
      return true;
  }
  return true;
}

// Two letters without dots that stand out by nothing: "de Sa" may be a person's name, "Vektor AO" is none.
bool short_and_plain(const Word& word, const std::vector<Token>& tokens) {
  if (tokens[word.begin].script > Script::kGreek || tokens[word.begin].letters > 2) return false;
  bool others_mixed = false;
  for (const Token& t : tokens) others_mixed = others_mixed || (t.letters > 0 && !t.all_upper);
  return !(tokens[word.begin].all_upper && others_mixed);
}

// A form's end is the name's end when only brackets, commas or further forms follow; the caller looks from the back, so
// that `end_word` is where the forms found so far begin.
bool ends_name(const std::vector<Token>& tokens, const std::vector<Word>& words, size_t i, size_t n, size_t end_word) {
  if (i + n >= end_word) return true;
  const Token& last = tokens[words[i + n - 1].end - 1];
  const Token& next = tokens[words[i + n].begin];
  return next.segment != last.segment || next.bracketed;
}

// Legal forms by what their words mean, in any order and any language: "Spoločnosť s ručením obmedzeným" is a company
// of limited liability.
class FormsByMeaning {
 public:
  FormsByMeaning(const std::vector<Token>& tokens, const std::vector<Word>& words) {
    for (const Word& word : words) {
      const Token& token = tokens[word.begin];
      const bool particle = (word_info(word.text).flags & kParticleOrg) != 0;
      const Concept meaning = word.dotted || particle ? Concept{} : concept_of(token);
      words_.emplace_back();
      particle_.push_back(particle);
      segment_.push_back(token.segment);
      if (meaning.words.empty()) continue;
      words_.back() = split_words(meaning.words);
      any_ |= meaning.words.contains("company") || meaning.words.contains("enterprise") ||
              meaning.words.contains("jointstock");
    }
  }

  // Returns the longest form that ends with word `end` - 1, and where it begins; none: nullptr.
  const Row* ending_at(size_t end, size_t& begin) const {
    const Row* best = nullptr;
    if (!any_ || words_[end - 1].empty()) return best;
    std::vector<std::string_view> meant;
    for (size_t i = end; i > 0 && end - i < kMostWords; --i) {
      const std::vector<std::string_view>& words = words_[i - 1];
      if (segment_[i - 1] != segment_[end - 1] || (words.empty() && !particle_[i - 1])) break;
      if (words.empty()) continue;
      meant.insert(meant.end(), words.begin(), words.end());
      const auto row = forms().by_meaning.find(meaning_key(meant));
      if (row == forms().by_meaning.end()) continue;
      best = &row->second;
      begin = i - 1;
    }
    return best;
  }

 private:
  std::vector<std::vector<std::string_view>> words_;
  std::vector<bool> particle_;
  std::vector<uint16_t> segment_;
  bool any_ = false;
};

}  // namespace

std::vector<LegalForm> find_legal_forms(const std::vector<Token>& tokens, LegalFormSearch search) {
  std::vector<LegalForm> found;
  const FormTable& table = forms();
  const std::vector<Word> words = words_of(tokens);
  const FormsByMeaning by_meaning(tokens, words);
  size_t end_word = words.size();
  // From the back, so that "Co., Ltd" and "S.A. de C.V." are seen whole and what stands before them is again an end.
  for (size_t end = words.size(); end > 0;) {
    size_t taken = 0;
    const size_t most = std::min<size_t>(end, kMostWords);
    for (size_t n = most; n > 0 && taken == 0; --n) {
      const size_t i = end - n;
      if (words[i].longest < n) continue;
      std::string key = words[i].text;
      for (size_t k = 1; k < n; ++k) key += ' ' + words[i + k].text;
      const auto row = table.rows.find(key);
      if (row == table.rows.end()) continue;
      const bool at_end = ends_name(tokens, words, i, n, end_word);
      const bool doubtful =
          search.may_be_person && n == 1 && (words[i].dotted ? !at_end : short_and_plain(words[i], tokens));
      const bool in_front = !search.may_be_person && dotted_in_front(words, tokens, i, n);
      if (doubtful || !(in_front || may_stand(row->second.place, i == 0, at_end))) continue;
      found.push_back({words[i].begin, words[end - 1].end, row->second.form_class});
      taken = n;
      if (at_end) end_word = i;
    }
    size_t begin = end;
    if (taken == 0)
      if (const Row* row = by_meaning.ending_at(end, begin); row != nullptr) {
        found.push_back({words[begin].begin, words[end - 1].end, row->form_class});
        taken = end - begin;
        if (ends_name(tokens, words, begin, taken, end_word)) end_word = begin;
      }
    end -= std::max<size_t>(taken, 1);
  }
  std::reverse(found.begin(), found.end());
  return found;
}

AffixForm legal_suffix(std::string_view norm) {
  const FormTable& table = forms();
  for (size_t n = std::min(table.longest_unspaced, norm.size()); n > 0; --n) {
    const auto it = table.unspaced.find(norm.substr(norm.size() - n));
    if (it != table.unspaced.end()) return {it->second.form_class, n};
  }
  return {};
}

AffixForm legal_prefix(std::string_view norm) {
  const FormTable& table = forms();
  for (size_t n = std::min(table.longest_unspaced, norm.size()); n > 0; --n) {
    const auto it = table.unspaced.find(norm.substr(0, n));
    if (it != table.unspaced.end()) return {it->second.form_class, n};
  }
  return {};
}

}  // namespace cordon::names
