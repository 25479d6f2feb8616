// Finding legal forms. A form is a row of words; dotted letters count as one word ("S.p.A." is spa, "Sp. z o.o." is sp
// z oo), so that forms are recognised before anything is taken for initials. Where a form may stand (anywhere, at an
// edge, at the end) is in the table: "SA" ends a name and never opens one.
#include "names/legal_forms.h"

#include <algorithm>

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
};

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
};

std::vector<Word> words_of(const std::vector<Token>& tokens) {
  std::vector<Word> words;
  for (size_t i = 0; i < tokens.size();) {
    const size_t run = letter_run(tokens, i);
    Word word{tokens[i].norm, i, i + run, run > 1};
    for (size_t k = 1; k < run; ++k) word.text += tokens[i + k].norm;
    words.push_back(std::move(word));
    i += run;
  }
  return words;
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

}  // namespace

std::vector<LegalForm> find_legal_forms(const std::vector<Token>& tokens, LegalFormSearch search) {
  std::vector<LegalForm> found;
  const FormTable& table = forms();
  bool any = false;
  for (const Token& t : tokens) any = any || t.letters == 1 || table.longest.contains(t.norm);
  if (!any) return found;
  const std::vector<Word> words = words_of(tokens);
  size_t end_word = words.size();
  // From the back, so that "Co., Ltd" and "S.A. de C.V." are seen whole and what stands before them is again an end.
  for (size_t end = words.size(); end > 0;) {
    size_t taken = 0;
    const size_t most = std::min<size_t>(end, 10);
    for (size_t n = most; n > 0 && taken == 0; --n) {
      const size_t i = end - n;
      const auto longest = table.longest.find(words[i].text);
      if (longest == table.longest.end() || longest->second < n) continue;
      std::string key = words[i].text;
      for (size_t k = 1; k < n; ++k) key += ' ' + words[i + k].text;
      const auto row = table.rows.find(key);
      if (row == table.rows.end()) continue;
      const bool at_end = ends_name(tokens, words, i, n, end_word);
      const bool doubtful =
          search.may_be_person && n == 1 && (words[i].dotted ? !at_end : short_and_plain(words[i], tokens));
      if (doubtful || !may_stand(row->second.place, i == 0, at_end)) continue;
      found.push_back({words[i].begin, words[end - 1].end, row->second.form_class});
      taken = n;
      if (at_end) end_word = i;
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
