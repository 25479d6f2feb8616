// Arabic and Hebrew script. A word is known (data/romanization/abjad_words.tsv) or its vowels are guessed: written long
// vowels stay, and an "a" goes between consonants that would otherwise stand together. What decides a match is the row
// of consonants (abjad_of), which skeleton() makes of a Latin spelling.
//
// Convention for the Arabic article: it is its own particle on both sides, "الشامي" being [al][shami] like "al-Shami".
// A word's abjad is therefore that of the word without it.
#include "names/abjad.h"

#include <algorithm>

#include "base/utf8.h"
#include "names/tables.h"

namespace cordon::names {
namespace {

enum class LetterKind : uint8_t { kConsonant, kAlef, kWaw, kYa, kSilent };

struct AbjadLetter {
  LetterKind kind;
  std::string_view latin;     // reading as a consonant
  std::string_view persian;   // the same in Persian, Dari, Pashto, Urdu
  std::string_view skeleton;  // letters of skeleton()
  std::string_view first;     // skeleton letters at the start of a word
  std::string_view last;      // skeleton letters at the end of a word
};

std::unordered_map<char32_t, AbjadLetter> read_table() {
  std::unordered_map<char32_t, AbjadLetter> table;
  const auto text = [](std::string_view s) { return s == "-" ? std::string_view() : s; };
  for_each_row("romanization/abjad_letters.tsv", [&](const std::vector<std::string_view>& fields) {
    AbjadLetter letter;
    const std::string_view kind = fields.at(1);
    letter.kind = kind == "alef"     ? LetterKind::kAlef
                  : kind == "waw"    ? LetterKind::kWaw
                  : kind == "ya"     ? LetterKind::kYa
                  : kind == "silent" ? LetterKind::kSilent
                                     : LetterKind::kConsonant;
    letter.latin = text(fields.at(2));
    letter.persian = text(fields.at(3));
    letter.skeleton = text(fields.at(4));
    letter.first = text(fields.at(5));
    letter.last = text(fields.at(6));
    for (size_t pos = 0; pos < fields[0].size();) table.emplace(next_code_point(fields[0], pos), letter);
  });
  return table;
}

const AbjadLetter* find_letter(char32_t c) {
  static const std::unordered_map<char32_t, AbjadLetter> table = read_table();
  const auto it = table.find(c);
  return it == table.end() ? nullptr : &it->second;
}

std::vector<const AbjadLetter*> letters_of(std::string_view norm) {
  std::vector<const AbjadLetter*> out;
  for (size_t pos = 0; pos < norm.size();)
    if (const AbjadLetter* letter = find_letter(next_code_point(norm, pos))) out.push_back(letter);
  return out;
}

const TextMap<std::vector<std::string_view>>& known_words() {
  static const TextMap<std::vector<std::string_view>> words = [] {
    TextMap<std::vector<std::string_view>> out;
    for_each_row("romanization/abjad_words.tsv", [&](const std::vector<std::string_view>& fields) {
      for (std::string_view written : split_words(fields.at(0)))
        out.emplace(std::string(unify_abjad(written)), split_words(fields.at(1)));
    });
    return out;
  }();
  return words;
}

bool is_vowel_letter(const AbjadLetter* l) {
  return l->kind != LetterKind::kConsonant && l->kind != LetterKind::kSilent;
}

// Guesses the vowels: a consonant closes the syllable before it where one more syllable follows, else an "a" (behind a
// first long a, an "i": khalid) stands behind it. `closed` also lets the last two consonants stand together (fahd, not
// fahad).
std::string guess(const std::vector<const AbjadLetter*>& letters, bool persian, bool closed) {
  std::string out;
  bool after_vowel = false;
  const size_t n = letters.size();
  const bool participle = n == 4 && letters[1]->kind == LetterKind::kAlef;
  for (size_t i = 0; i < n; ++i) {
    const AbjadLetter& l = *letters[i];
    const bool last = i + 1 == n;
    const bool vowel_next = !last && is_vowel_letter(letters[i + 1]);
    const bool weak = l.kind == LetterKind::kWaw || l.kind == LetterKind::kYa;
    const bool glide = weak && !last && (i == 0 || after_vowel || letters[i + 1]->kind == LetterKind::kAlef);
    if (l.kind != LetterKind::kConsonant && !glide) {
      const char vowel = l.kind == LetterKind::kAlef ? 'a' : l.kind == LetterKind::kWaw ? 'u' : 'i';
      out.push_back(vowel);
      after_vowel = true;
      continue;
    }
    out += persian && !l.persian.empty() ? l.persian : l.latin;
    if (last || vowel_next) {
      after_vowel = false;
    } else if (after_vowel && (i + 2 < n || closed)) {
      after_vowel = false;
    } else {
      out.push_back(participle && i == 2 ? 'i' : 'a');
      after_vowel = true;
    }
  }
  return out;
}

}  // namespace

std::string unify_abjad(std::string_view norm) {
  std::string out;
  for (size_t pos = 0; pos < norm.size();) {
    char32_t c = next_code_point(norm, pos);
    switch (c) {
      case 0x622:
      case 0x623:
      case 0x625:
      case 0x671:
        c = 0x627;
        break;  // alef with hamza, madda, wasla
      case 0x649:
      case 0x6CC:
      case 0x626:
      case 0x6D2:
        c = 0x64A;
        break;  // every ya
      case 0x6A9:
      case 0x6AA:
        c = 0x643;
        break;  // kaf
      case 0x629:
      case 0x6C1:
      case 0x6C0:
      case 0x6BE:
      case 0x6D5:
        c = 0x647;
        break;  // ha and ta marbuta
      case 0x624:
        c = 0x648;
        break;  // waw with hamza
      default:
        break;
    }
    append_utf8(out, c);
  }
  return out;
}

std::string abjad_of(std::string_view norm, Script script, std::string_view language) {
  const bool persian = !language.empty() && script == Script::kArabic;
  const std::vector<const AbjadLetter*> letters = letters_of(norm);
  std::string out;
  for (size_t i = 0; i < letters.size(); ++i) {
    const AbjadLetter& l = *letters[i];
    const bool sibilant = persian && !l.persian.empty() && l.kind == LetterKind::kConsonant;  // ض is z, ث is s
    if (sibilant) {
      out += l.persian;
    } else if (i == 0) {
      out += l.first;
      if (l.kind == LetterKind::kSilent) out.push_back('E');
      if (l.kind == LetterKind::kAlef) out.push_back('A');
    } else {
      const bool last = i + 1 == letters.size() && letters.size() > 2;
      out += last ? l.last : l.skeleton;
      if (l.kind == LetterKind::kAlef) out.push_back('A');
      if (l.kind == LetterKind::kWaw) out.push_back('W');
      if (l.kind == LetterKind::kYa) out.push_back('Y');
    }
  }
  for (size_t at = out.find("tc"); at != std::string::npos; at = out.find("tc")) out.erase(at, 1);  // تش is ch
  return out;
}

std::vector<size_t> split_known_words(std::string_view norm) {
  constexpr size_t kShortest = 6;  // bytes: three letters
  if (norm.size() < 2 * kShortest || known_abjad_word(norm)) return {};
  for (size_t n = norm.size() - kShortest; n >= kShortest; --n) {
    if ((static_cast<unsigned char>(norm[n]) & 0xC0) == 0x80 || !known_abjad_word(norm.substr(0, n))) continue;
    const std::string_view rest = norm.substr(n);
    if (known_abjad_word(rest)) return {n};
    std::vector<size_t> more = split_known_words(rest);
    if (more.empty()) continue;
    for (size_t& cut : more) cut += n;
    more.insert(more.begin(), n);
    return more;
  }
  return {};
}

std::vector<std::string> read_abjad(std::string_view norm, Script script, std::string_view language) {
  std::vector<std::string> forms;
  const auto& words = known_words();
  if (const auto it = words.find(unify_abjad(norm)); it != words.end())
    for (std::string_view form : it->second) forms.emplace_back(form);
  if (!forms.empty()) return forms;
  std::vector<const AbjadLetter*> letters = letters_of(norm);
  const bool opens_with_ayn = letters.size() > 1 && letters[0]->kind == LetterKind::kSilent &&
                              letters[1]->kind != LetterKind::kAlef && letters[1]->kind != LetterKind::kYa;
  std::erase_if(letters, [](const AbjadLetter* l) { return l->kind == LetterKind::kSilent; });
  const bool persian = !language.empty() && script == Script::kArabic;
  for (const bool closed : {false, true})
    forms.push_back((opens_with_ayn ? "a" : "") + guess(letters, persian, closed));
  return forms;
}

size_t article_bytes(std::string_view norm) {
  constexpr size_t kShortestRest = 4;  // bytes: two letters
  for (std::string_view article : {"ال", "لل", "وال", "بال"}) {
    if (!norm.starts_with(article) || norm.size() < article.size() + kShortestRest) continue;
    return known_abjad_word(norm) ? 0 : article.size();
  }
  return 0;
}

bool known_abjad_word(std::string_view norm) { return known_words().contains(unify_abjad(norm)); }

}  // namespace cordon::names
