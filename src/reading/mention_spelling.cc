// Are two words one by their letters, in whatever script?
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "match/similarity.h"
#include "names/analyze.h"
#include "names/normalize.h"
#include "reading/mention_pass.h"

namespace cordon::reading {

namespace {

names::Script script_of(std::string_view text) {
  for (size_t pos = 0; pos < text.size();)
    if (const names::CharInfo info = names::char_info(next_code_point(text, pos));
        info.kind == names::CharKind::kLetter)
      return info.script;
  return names::Script::kNone;
}

}  // namespace

bool same_script(std::string_view a, std::string_view b) { return script_of(a) == script_of(b); }

namespace {

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

// May two letters of Latin spellings stand for one of another script, or one sound of two spelling conventions?
bool confused(char a, char b) {
  static constexpr std::array<std::string_view, 26> kPairs = {"ao", "ae", "ei", "iy", "ey", "ou", "uw", "ij", "jy",
                                                              "vw", "vf", "kq", "kg", "gq", "kh", "gh", "ck", "cs",
                                                              "sz", "sx", "kx", "td", "pb", "gj", "jz", "cz"};
  return std::ranges::any_of(kPairs,
                             [&](std::string_view p) { return (p[0] == a && p[1] == b) || (p[0] == b && p[1] == a); });
}

// Are two folds spellings of one name, as transliterations differ: a vowel comes or goes, letters are confused?
// "Peskov" is "Pieskov", and "Mora" is not "Mira".
bool is_transliteration(std::string_view a, std::string_view b) {
  constexpr int kNever = 99;
  constexpr int kConfused = 2;
  constexpr int kPasses = 3;  // a vowel lost and another found is another vowel: too much for any length
  constexpr size_t kShort = 4;
  const int most = std::min(a.size(), b.size()) <= kShort ? kPasses : kPasses + kConfused;
  const auto passing = [](char c) { return is_vowel(c) || c == 'h' || c == 'j' || c == 'w' ? kPasses : kNever; };
  std::vector<int> row(b.size() + 1);
  for (size_t k = 0; k < b.size(); ++k) row[k + 1] = std::min(kNever, row[k] + passing(b[k]));
  for (size_t i = 0; i < a.size(); ++i) {
    int diagonal = row[0];
    row[0] = std::min(kNever, row[0] + passing(a[i]));
    for (size_t k = 0; k < b.size(); ++k) {
      const int swapped = diagonal + (a[i] == b[k] ? 0 : confused(a[i], b[k]) ? kConfused : kNever);
      diagonal = row[k + 1];
      row[k + 1] = std::min({kNever, swapped, diagonal + passing(a[i]), row[k] + passing(b[k])});
    }
  }
  return row[b.size()] <= most;
}

}  // namespace

// Is one the other by its letters, in whatever script, and not only by what it means (bank, banka) or as another
// language's name for the same (Moscow, Moskva)?
Spelling MentionReader::Pass::spelling(const std::string& a, const std::string& b) {
  const std::string key = a + '\t' + b;
  if (const auto it = memory_.spellings.find(key); it != memory_.spellings.end()) return it->second;
  struct Spellings {
    std::vector<std::string> folds, consonants, abjads;
    std::string letters;  // of an abjad, long vowels too
  };
  const auto spellings = [](const std::string& text) {
    Spellings out;
    std::vector<std::string> joined(names::kMaxForms);
    std::string abjad;
    for (const names::Part& part : names::analyze(text, names::NameType::kPerson).parts) {
      for (size_t k = 0; k < joined.size(); ++k) joined[k] += part.forms[std::min(k, part.forms.size() - 1)];
      abjad += part.abjad;
    }
    for (const std::string& form : joined) {
      if (form.empty()) continue;
      out.folds.push_back(names::fold(form));
      out.consonants.push_back(index::key_consonants(form, out.folds.back()));
    }
    if (!abjad.empty()) out.abjads.push_back(index::key_consonants_of_abjad(abjad));
    out.letters = std::move(abjad);
    return out;
  };
  const Spellings x = spellings(a);
  const Spellings y = spellings(b);
  const auto share = [](const std::vector<std::string>& some, const std::vector<std::string>& others) {
    return std::ranges::any_of(some, [&](const std::string& one) {
      return one.size() >= 2 && std::ranges::find(others, one) != others.end();
    });
  };
  Spelling out = Spelling::kOther;
  if (share(x.consonants, y.consonants)) out = Spelling::kAlike;
  if (share(x.abjads, y.consonants) || share(x.consonants, y.abjads) || share(x.abjads, y.abjads))
    out = Spelling::kClose;
  for (const std::string& one : x.folds)
    for (const std::string& other : y.folds) {
      const int edits = match::max_edits(std::min(one.size(), other.size()));
      if (one == other) {
        out = Spelling::kSame;
      } else if (is_transliteration(one, other)) {
        out = std::max(out, Spelling::kClose);
      } else if (match::osa_distance(one, other, edits) <= edits) {
        out = std::max(out, Spelling::kAlike);
      }
    }
  // Words of one abjad write their long vowels: Hamid is no Hammadi, though their consonants are the same.
  if (!x.letters.empty() && !y.letters.empty() && same_script(a, b)) {
    constexpr size_t kLongWord = 7;
    const int edits = std::min(x.letters.size(), y.letters.size()) >= kLongWord ? 2 : 1;
    if (match::osa_distance(x.letters, y.letters, edits) > edits) out = Spelling::kOther;
  }
  if (memory_.spellings.size() > 100000) memory_.spellings.clear();
  memory_.spellings.emplace(key, out);
  return out;
}
// The letters of a text in small letters, without marks and what is no letter.
std::string plain_letters(std::string_view text) {
  std::string storage;
  std::string out;
  const std::string_view nfkc = names::nfkc(text, storage);
  for (size_t pos = 0; pos < nfkc.size();) {
    const names::CharInfo info = names::char_info(next_code_point(nfkc, pos));
    if (info.plain_size > 0) {
      out.append(info.plain, info.plain_size);
    } else if (info.folded != 0) {
      append_utf8(out, info.folded);
    }
  }
  return out;
}

}  // namespace cordon::reading
