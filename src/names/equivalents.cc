// Classes of words that name the same: national spellings and translations (data/equivalents/,
// name_parts/organisations.tsv) and nicknames (data/nicknames/). Each row is a class; a word may be in several.
#include <algorithm>

#include "base/embedded.h"
#include "names/analyze.h"
#include "names/romanize.h"
#include "names/tables.h"
#include "names/tokenize.h"

namespace cordon::names {
namespace {

struct Member {
  std::string_view form;  // in Latin letters
  Equivalent other;
};
struct Classes {
  std::vector<std::string> forms;  // every word once, in Latin letters
  TextMap<std::vector<Member>> by_fold;
};

// Returns the Latin form of a table's word, "" where it is more than one token or of a script that has no table of ours
// (such words carry their English form wherever they are found, and ICU's rules are slow to load).
std::string latin_form(std::string_view word) {
  if (std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return std::string(word);
  std::string storage;
  const Tokens tokens = tokenize(nfkc(word, storage));
  if (tokens.list.size() != 1 || tokens.list[0].script >= Script::kHan) return {};
  return romanize(tokens.list[0], romanize_context(tokens)).forms[0];
}

class Builder {
 public:
  void add_class(const std::vector<std::string_view>& words, uint16_t similarity) {
    std::vector<std::string> members;
    for (std::string_view word : words) {
      std::string form = latin_form(word);
      if (!form.empty() && std::find(members.begin(), members.end(), form) == members.end())
        members.push_back(std::move(form));
    }
    rows_.push_back({std::move(members), similarity});
  }

  Classes build() {
    Classes classes;
    size_t total = 0;
    for (const Row& row : rows_) total += row.members.size();
    classes.forms.reserve(total);  // views into it must stay valid
    TextMap<std::string_view> interned;
    const auto intern = [&](const std::string& form) {
      if (const auto it = interned.find(form); it != interned.end()) return it->second;
      classes.forms.push_back(form);
      return interned.emplace(form, classes.forms.back()).first->second;
    };
    for (const Row& row : rows_) {
      std::vector<std::string> keys;
      std::vector<std::string_view> forms;
      for (const std::string& form : row.members) {
        keys.push_back(fold(form));
        forms.push_back(intern(form));
      }
      for (size_t i = 0; i < keys.size(); ++i) {
        std::vector<Member>& list = classes.by_fold[keys[i]];
        const size_t known = list.size();
        for (size_t k = 0; k < keys.size(); ++k) {
          if (keys[k] != keys[i]) add(list, known, {forms[i], {forms[k], row.similarity}});
        }
      }
    }
    return classes;
  }

 private:
  struct Row {
    std::vector<std::string> members;
    uint16_t similarity;
  };

  // Adds `equivalent`, or raises its similarity where it is among the first `known`. Forms are kept once: the address
  // tells.
  static void add(std::vector<Member>& list, size_t known, Member member) {
    for (size_t i = 0; i < known; ++i) {
      if (list[i].other.form.data() != member.other.form.data() || list[i].form.data() != member.form.data()) continue;
      list[i].other.similarity = std::max(list[i].other.similarity, member.other.similarity);
      return;
    }
    list.push_back(member);
  }

  std::vector<Row> rows_;
};

Classes read_classes() {
  Builder builder;
  for (std::string_view table : embedded_names()) {
    const bool same = table.starts_with("equivalents/");
    if (!same && !table.starts_with("nicknames/")) continue;
    const uint16_t within = same ? kSameName : kNickname;
    const uint16_t across = same ? kOtherLanguage : kNickname;
    // "|" stands between the forms of one name in languages far apart (Ivan | John).
    for_each_row(table, [&](const std::vector<std::string_view>& fields) {
      const std::vector<std::string_view> groups = split_field(fields.at(0), '|');
      for (const std::string_view group : groups) builder.add_class(split_words(group), within);
      if (groups.size() < 2) return;
      std::vector<std::string_view> all;
      for (const std::string_view group : groups) std::ranges::copy(split_words(group), std::back_inserter(all));
      builder.add_class(all, across);
    });
  }
  // Spellings of one word of an abjad.
  for_each_row("romanization/abjad_words.tsv", [&](const std::vector<std::string_view>& fields) {
    builder.add_class(split_words(fields.at(1)), kSameName);
  });
  for (std::string_view table : {"name_parts/organisations.tsv", "name_parts/organisations_eu.tsv"}) {
    for_each_row(table, [&](const std::vector<std::string_view>& fields) {
      if (fields.at(1) == "-") return;
      // Each word is a class with its English one only: analyze() gives both words of a pair their English form
      // already.
      for (std::string_view word : split_field(fields.at(2), ',')) builder.add_class({fields[1], word}, kSameName);
    });
  }
  return builder.build();
}

}  // namespace

std::string_view common_given_name(std::string_view folded) {
  static const TextMap<std::string_view> first_words = [] {
    TextMap<std::string_view> out;
    for_each_row("equivalents/given_names.tsv", [&](const std::vector<std::string_view>& fields) {
      const std::vector<std::string_view> words = split_words(split_field(fields.at(0), '|')[0]);
      for (std::string_view word : words) out.emplace(fold(latin_form(word)), words[0]);
    });
    return out;
  }();
  const auto it = first_words.find(folded);
  return it == first_words.end() ? std::string_view() : it->second;
}

uint16_t name_classes(std::string_view folded) {
  static const TextMap<uint16_t> masks = [] {
    TextMap<uint16_t> out;
    unsigned row = 0;
    for (const std::string_view table : {"equivalents/given_names.tsv", "equivalents/surnames.tsv"})
      for_each_row(table, [&](const std::vector<std::string_view>& fields) {
        const auto bit = static_cast<uint16_t>(1U << (row++ % 16));
        for (const std::string_view word : split_words(fields.at(0)))
          if (word != "|") out[fold(latin_form(word))] |= bit;
      });
    return out;
  }();
  const auto it = masks.find(folded);
  return it == masks.end() ? uint16_t{0} : it->second;
}

std::vector<Equivalent> equivalents(std::string_view form) {
  static const Classes classes = read_classes();
  std::vector<Equivalent> out;
  const auto it = classes.by_fold.find(fold(form));
  if (it == classes.by_fold.end()) return out;
  for (const Member& member : it->second)
    if (member.other.similarity != kNickname || one_letter_apart(member.form, form)) out.push_back(member.other);
  return out;
}

bool one_letter_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const size_t same = static_cast<size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return a.substr(std::min(a.size(), same + (a.size() == b.size()))) == b.substr(std::min(b.size(), same + 1));
}

}  // namespace cordon::names
