// The Latin spellings of Slavic names differ by the language that writes them, and Belarusian and Ukrainian names are
// also written as Russian ones. fold() cannot tell: such parts get the other readings as further forms.
#include "names/slavic_spellings.h"

#include <algorithm>

#include "names/tables.h"

namespace cordon::names {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// Latin spellings of Slavic names differ by language: j is y, ch is kh (Czech, Polish, German, Nordic), c is ts, tj is
// ch (Nordic), -au and -ou are -ov (Belarusian). fold() cannot tell, so such a part is read both ways.
std::string other_slavic_spelling(std::string_view form, bool nordic) {
  std::string out(form);
  const bool hungarian = out.find("cs") != std::string::npos || out.starts_with("ny") || out.starts_with("sz");
  if (hungarian) {
    replace_all(out, "sz", "z1");  // aside, since a single s is sh
    replace_all(out, "cs", "c1");
    replace_all(out, "zs", "zh");
    replace_all(out, "s", "sh");
    replace_all(out, "z1", "s");
    replace_all(out, "c1", "tch");
    replace_all(out, "nyi", "ni");
  }
  // Latvian and Lithuanian nominatives.
  for (const std::string_view ending :
       {"ovs", "evs", "jevs", "ejs", "ijs", "sejs", "rejs", "ovas", "evas", "iras", "ejus"})
    if (out.size() > 5 && out.ends_with(ending))
      out.resize(out.size() - (ending.ends_with("vs") || ending.ends_with("js") ? 1 : 2));
  if (nordic) replace_all(out, "tj", "tch");
  if (nordic) replace_all(out, "sj", "sh");
  if (nordic) replace_all(out, "zj", "zh");
  replace_all(out, "j", "y");
  for (size_t i = out.find("ch"); i != std::string::npos; i = out.find("ch", i + 2))
    if (i == 0 || (out[i - 1] != 't' && out[i - 1] != 's')) out[i] = 'k';
  for (size_t i = 0; i + 1 < out.size(); ++i)
    if (out[i] == 'c' && std::string_view("eiya").contains(out[i + 1])) out.replace(i, 1, "ts");
  for (const std::string_view ending : {"au", "ou"})
    if (out.size() > 4 && out.ends_with(ending)) out.replace(out.size() - 2, 2, "ov");
  if (out.size() > 4 && out.ends_with("eu")) out.replace(out.size() - 2, 2, "ev");
  if (out.size() > 5 && out.ends_with("ava")) out.replace(out.size() - 3, 3, "ova");
  return out;
}

bool vowel_y(char c) { return std::string_view("aeiouyj").contains(c); }

// A Belarusian name in Latin letters as the Russian one of the same person: dz and ts before soft vowels are d and t,
// -u behind a vowel is v, ia behind a consonant is e, h is g (Dzianis Taustsiankou: Denis Tavstenkov). What Belarusian
// writes as it is spoken, a for o, is left to the judge.
std::string russian_of_belarusian(std::string_view form) {
  std::string out;
  const auto at = [&](size_t k) { return k < form.size() ? form[k] : '\0'; };
  const auto soft = [&](char c) { return c == 'i' || c == 'y' || c == 'j' || c == 'e'; };
  for (size_t i = 0; i < form.size(); ++i) {
    const char c = form[i];
    const char before = i > 0 ? form[i - 1] : '\0';
    if (c == 'd' && at(i + 1) == 'z' && (soft(at(i + 2)) || std::string_view("kmv").contains(at(i + 2)))) {
      out.push_back('d');
      ++i;
    } else if (c == 't' && at(i + 1) == 's' && soft(at(i + 2))) {
      out.push_back('t');
      ++i;
    } else if (c == 'c' && soft(at(i + 1))) {
      out.push_back('t');
    } else if (c == 'u' && i > 0 && std::string_view("aeoi").contains(before) && !vowel_y(at(i + 1))) {
      out.push_back('v');
    } else if ((c == 'i' || c == 'y' || c == 'j') && at(i + 1) == 'a' && i + 2 < form.size() && i > 0 &&
               !vowel_y(before)) {
      out.push_back('e');
      ++i;
    } else if (c == 'h' && !std::string_view("kcszt").contains(before)) {
      out.push_back('g');
    } else {
      out.push_back(c);
    }
  }
  return out;
}

// Adds a further form, unless one of the same sound or enough of them are there.
void add_form(Part& part, std::string form) {
  if (part.forms.size() >= kMaxForms) return;
  const std::string key = fold(form);
  for (const std::string& known : part.forms)
    if (fold(known) == key) return;
  part.forms.push_back(std::move(form));
}

struct PatronymicEnding {
  std::string_view text;
  size_t shortest;           // letters of the whole word
  std::string_view russian;  // "ovich", "ovna" or ""
};
const std::vector<PatronymicEnding>& patronymic_endings() {
  static const std::vector<PatronymicEnding> endings = [] {
    std::vector<PatronymicEnding> out;
    for_each_row("name_parts/patronymics.tsv", [&](const std::vector<std::string_view>& fields) {
      size_t shortest = 0;
      for (char c : fields.at(1)) shortest = shortest * 10 + static_cast<size_t>(c - '0');
      out.push_back({fields.at(0), shortest, fields.at(2) == "-" ? std::string_view() : fields[2]});
    });
    return out;
  }();
  return endings;
}

// What a Slavic patronymic is made of: the father's name, folded, without its own ending, and the Russian ending.
struct Patronymic {
  std::string father;
  std::string_view russian;
};
Patronymic cut_patronymic(std::string form) {
  constexpr size_t kShortestFather = 3;
  for (size_t i = 0; i + 1 < form.size(); ++i)
    if (form[i] == 'j' && vowel_y(form[i + 1])) form[i] = 'y';
  std::string folded = fold(form);
  const auto cut = [&](std::string_view ending, std::string_view russian) -> Patronymic {
    folded.resize(folded.size() - ending.size() - 1);  // and the vowel before it
    if (folded.ends_with('i')) folded.pop_back();
    if (folded.size() < kShortestFather) return {};
    return {std::move(folded), russian};
  };
  for (const auto& [ending, russian] : {std::pair{"vich", "ovich"}, {"vna", "ovna"}, {"una", "ovna"}}) {
    const std::string_view e = ending;
    if (folded.size() > e.size() && folded.ends_with(e) &&
        std::string_view("aeiou").contains(folded[folded.size() - e.size() - 1]))
      return cut(e, russian);
  }
  return {};
}

// The usual spelling of the father's name, empty where our tables do not know it.
std::string_view father_of(const Patronymic& patronymic) {
  if (patronymic.father.empty()) return {};
  for (const std::string_view tail : {"", "i", "ei", "o", "a", "au", "u"}) {
    std::string stem = patronymic.father;
    if (tail == "u" && stem.ends_with('v')) stem.pop_back();  // Viachaslavavich, Viachaslau
    const std::string_view father = common_given_name(fold(stem + std::string(tail)));
    if (!father.empty()) return father;
  }
  return {};
}

// Has a word one of the signs of data/name_parts/belarusian.tsv?
bool looks_belarusian(std::string_view form) {
  struct Signs {
    std::vector<std::string_view> starts, patronymics;
  };
  static const Signs signs = [] {
    Signs out;
    for_each_row("name_parts/belarusian.tsv", [&](const std::vector<std::string_view>& fields) {
      auto& column = fields.at(0) == "start" ? out.starts : out.patronymics;
      std::ranges::copy(split_words(fields.at(1)), std::back_inserter(column));
    });
    return out;
  }();
  if (std::ranges::any_of(signs.starts, [&](std::string_view start) { return form.starts_with(start); })) return true;
  return std::ranges::any_of(signs.patronymics, [&](std::string_view ending) {
    return form.size() > ending.size() + 2 && form.ends_with(ending) &&
           !father_of(cut_patronymic(std::string(form))).empty();
  });
}

// Do the parts show that a name is Slavic: a Russian patronymic, or a letter that only Slavic and Baltic spellings
// have?
bool is_slavic(const std::vector<Piece>& pieces) {
  for (const Piece& p : pieces) {
    if (p.part.kind == PartKind::kPatronymic) {
      for (const std::string& form : p.part.forms)
        if (form.ends_with("ich") || form.ends_with("vna") || form.ends_with("ic") || form.ends_with("itj"))
          return true;
    }
    if (p.token->script != Script::kLatin) continue;
    constexpr size_t kShortest = 5;
    const std::string& form = p.part.forms[0];
    for (const std::string_view ending :
         {"ov",   "ova",  "ev",  "eva", "enko", "enka", "skij", "skaja", "skyi", "sky", "skiy", "skaya", "ovs", "evs",
          "ovas", "evas", "jow", "jew", "jewa", "jowa", "isev", "hau",   "kau",  "nau", "rau",  "chau",  "lau", "rou"})
      if (form.size() >= kShortest && form.ends_with(ending)) return true;
    for (const std::string_view letter : {"č", "š", "ž", "ř", "ě", "ľ", "Č", "Š", "Ž", "Ľ", "ŭ"})
      if (p.part.text.find(letter) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

bool has_patronymic_ending(const Piece& piece) {
  for (const std::string& form : piece.part.forms) {
    for (const PatronymicEnding& e : patronymic_endings())
      if (form.size() >= e.shortest && form.ends_with(e.text)) return true;
    const std::string folded = fold(form);  // not -ivich, which ends Serbian family names
    for (const std::string_view ending : {"ovich", "evich", "avich"})
      if (folded.ends_with(ending) && !cut_patronymic(form).father.empty()) return true;
  }
  return false;
}

// Adds the Russian patronymic of the same father: Serhiyovych is also Sergeyovich, like Sergeyevich; that of a father
// unknown to our tables gets the Russian ending.
void add_russian_form(Part& part) {
  std::vector<std::string> spellings;
  for (const std::string& form : part.forms) {
    spellings.push_back(form);
    spellings.push_back(other_slavic_spelling(form, true));
    if (std::string other = russian_of_belarusian(form); other != form) spellings.push_back(std::move(other));
  }
  for (const std::string& form : spellings) {
    const Patronymic cut = cut_patronymic(form);
    const std::string_view father = father_of(cut);
    if (!father.empty()) return add_form(part, std::string(father) + std::string(cut.russian));
  }
  for (const std::string& form : spellings)
    if (const Patronymic cut = cut_patronymic(form); !cut.father.empty())
      add_form(part, cut.father + std::string(cut.russian));
}

// Bolatuly is also Bolatovich: the endings are the language's word for son and daughter, wherever they stand.
void add_turkic_patronymic(Part& part) {
  static const std::vector<PatronymicEnding> turkic = [] {
    std::vector<PatronymicEnding> out;
    for (const PatronymicEnding& e : patronymic_endings())
      if (!e.russian.empty() && std::string_view("uly kyzy qyzy qizi oglu ogly").contains(e.text)) out.push_back(e);
    return out;
  }();
  if (part.forms.size() >= kMaxForms) return;
  const std::string& form = part.forms[0];
  for (const PatronymicEnding& e : turkic) {
    if (form.size() < e.shortest || !form.ends_with(e.text)) continue;
    part.forms.push_back(form.substr(0, form.size() - e.text.size()) + std::string(e.russian));
    return;
  }
}

void add_slavic_spellings(std::vector<Piece>& pieces) {
  const bool belarusian = std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) {
    return p.token->script == Script::kLatin && looks_belarusian(p.part.forms[0]);
  });
  if (!belarusian && !is_slavic(pieces)) return;
  bool nordic = false;
  for (const Piece& p : pieces)
    for (const std::string& form : p.part.forms) nordic = nordic || form.ends_with("vitj");
  for (Piece& p : pieces) {
    const PartKind kind = p.part.kind;
    const bool word = kind == PartKind::kWord || kind == PartKind::kGiven || kind == PartKind::kFamily;
    if (!word || p.token->script != Script::kLatin || p.part.forms.size() >= kMaxForms) continue;
    std::string other = other_slavic_spelling(p.part.forms[0], nordic);
    // Czech and Slovak give every woman's family name the ending -ová.
    const bool czech = p.part.text.ends_with("ová") || p.part.text.ends_with("OVÁ");
    if (czech && other.size() > 6) other.resize(other.size() - 3);
    add_form(p.part, std::move(other));
    if (belarusian) add_form(p.part, russian_of_belarusian(p.part.forms.back()));
  }
}

}  // namespace cordon::names
