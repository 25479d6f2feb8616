// Roles in persons' names (DOMAIN 8.2): family and given by comma, capitals or hints; titles, particles, initials,
// patronymics, suffixes. Nothing is taken for a title, suffix or patronymic when no other word would remain.
#include <algorithm>

#include "names/asian_spellings.h"
#include "names/pieces.h"

namespace cordon::names {
namespace {

bool has(const Piece& piece, uint32_t flags) { return (piece.info.flags & flags) != 0; }

size_t count_words(const std::vector<Piece>& pieces) {
  size_t n = 0;
  for (const Piece& p : pieces) n += p.is_word() || p.part.kind == PartKind::kGiven || p.part.kind == PartKind::kFamily;
  return n;
}

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

// Only Belarusian has these: dz before soft vowels, au and eu before consonants, patronymics in -avich and -auna.
bool looks_belarusian(std::string_view form) {
  for (const std::string_view ending : {"avich", "avic", "avitj", "auna", "euna", "auich", "kau", "nau", "rau", "hau",
                                        "lau", "chau", "kou", "nou", "rou", "cou", "sou", "dzka"})
    if (form.size() > ending.size() + 2 && form.ends_with(ending)) return true;
  for (const std::string_view start : {"dzi", "dzm", "dzj", "siar", "sjar", "tsi", "uladz", "aliaks", "aljaks", "jauh",
                                       "yauh", "mikal", "viach", "vjac"})
    if (form.size() > start.size() + 2 && form.starts_with(start)) return true;
  return false;
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
    if (cut.father.empty()) continue;
    for (const std::string_view tail : {"", "i", "ei", "o", "a", "au", "u"}) {
      std::string stem = cut.father;
      if (tail == "u" && stem.ends_with('v')) stem.pop_back();  // Viachaslavavich, Viachaslau
      const std::string_view father = common_given_name(fold(stem + std::string(tail)));
      if (!father.empty()) return add_form(part, std::string(father) + std::string(cut.russian));
    }
  }
  for (const std::string& form : spellings)
    if (const Patronymic cut = cut_patronymic(form); !cut.father.empty())
      add_form(part, cut.father + std::string(cut.russian));
}

// Bolatuly is also Bolatovich: the endings are the language's word for son and daughter, wherever they stand.
void add_turkic_patronymic(Part& part) {
  for (const PatronymicEnding& e : patronymic_endings()) {
    const bool turkic = std::string_view("uly kyzy qyzy qizi oglu ogly").contains(e.text);
    const std::string& form = part.forms[0];
    if (!turkic || e.russian.empty() || part.forms.size() >= kMaxForms || form.size() < e.shortest) continue;
    if (!form.ends_with(e.text)) continue;
    part.forms.push_back(form.substr(0, form.size() - e.text.size()) + std::string(e.russian));
    return;
  }
}

bool is_suffix(const Piece& piece) {
  if (has(piece, kSuffixWord)) return true;
  return has(piece, kRomanNumeral) && piece.token->all_upper &&
         (piece.info.canonical == "2" || piece.info.canonical == "3" || piece.info.canonical == "4");
}

// True where everything behind the first comma is a suffix or a title ("John Smith, Jr").
bool only_appendix(const std::vector<Piece>& pieces) {
  for (const Piece& p : pieces) {
    if (p.token->segment == 0) continue;
    if (!is_suffix(p) && !has(p, kTitleTrailing | kTitleLeading | kTitleAnywhere)) return false;
  }
  return true;
}

// "FAMILY, Given, Jr" becomes Given FAMILY Jr; returns whether it did.
bool turn_round(std::vector<Piece>& pieces) {
  const uint16_t segments = pieces.back().token->segment;
  if (segments == 0 || segments > 3 || pieces.front().token->segment != 0 || only_appendix(pieces)) return false;
  const auto segment_rank = [](const Piece& p) {
    return p.token->segment == 0 ? 1 : p.token->segment == 1 ? 0 : p.token->segment;
  };
  std::stable_sort(pieces.begin(), pieces.end(),
                   [&](const Piece& a, const Piece& b) { return segment_rank(a) < segment_rank(b); });
  return true;
}

void mark_titles(std::vector<Piece>& pieces) {
  size_t words = count_words(pieces);
  size_t first = 0;
  while (first < pieces.size() && words > 1) {
    Piece& p = pieces[first];
    const bool dotted = p.glue == Glue::kDot || p.glue == Glue::kDotSpace;
    const bool before_two = has(p, kTitleBeforeTwo) && !dotted && words > 2;
    if (!p.is_word() || !(has(p, kTitleLeading | kTitleAnywhere) || before_two)) break;
    decide(p, PartKind::kTitle);
    --words;
    ++first;
  }
  for (size_t i = pieces.size(); i > 0 && words > 1; --i) {
    Piece& p = pieces[i - 1];
    if (!p.is_word()) continue;
    const bool trailing = has(p, kTitleTrailing) && (i == pieces.size() || pieces[i].decided);
    const bool behind_comma =
        p.token->segment > 0 && has(p, kTitleLeading) && i > 1 && pieces[i - 2].token->segment != p.token->segment;
    // A family: Al ash-Sheikh, Al-Mulla.
    const bool family = i == pieces.size() && i > 2 && has(pieces[i - 2], kArticle);
    if (!trailing && !behind_comma && (family || !has(p, kTitleAnywhere))) continue;
    decide(p, PartKind::kTitle);
    --words;
  }
}

void mark_suffixes(std::vector<Piece>& pieces) {
  for (size_t i = pieces.size(); i > 1 && count_words(pieces) > 1; --i) {
    Piece& p = pieces[i - 1];
    if (p.part.kind == PartKind::kTitle) continue;
    const bool ordinal = p.part.kind == PartKind::kNumber && has(p, kSuffixWord);  // 3rd
    if (!(p.is_word() || ordinal) || !is_suffix(p)) return;
    decide(p, PartKind::kSuffix, p.info.canonical.empty() ? std::string_view(p.part.forms[0]) : p.info.canonical);
  }
}

void mark_particles(std::vector<Piece>& pieces) {
  for (size_t i = 0; i + 1 < pieces.size(); ++i) {
    Piece& p = pieces[i];
    if (!p.is_word() || !has(p, kParticleInner)) continue;
    const bool before_particle = has(pieces[i + 1], kParticleInner | kArticle) && i + 2 < pieces.size();
    if (i > 0 || p.token->all_lower || before_particle) decide(p, PartKind::kParticle);
  }
}

void mark_initials(std::vector<Piece>& pieces) {
  for (size_t i = 0; i < pieces.size(); ++i) {
    Piece& p = pieces[i];
    if (!p.is_word()) continue;
    const Token& t = *p.token;
    const bool alphabet = t.script == Script::kLatin || t.script == Script::kCyrillic || t.script == Script::kGreek ||
                          t.script == Script::kGeorgian || t.script == Script::kArmenian;
    const bool dot = p.glue == Glue::kDot || p.glue == Glue::kDotSpace;
    const bool irish = !dot && t.norm == "o" && i > 0 && i + 1 < pieces.size() && !t.all_lower;  // Liam O Keefe
    if (irish && pieces[i + 1].is_word() && pieces[i + 1].token->letters > 2) {
      decide(p, PartKind::kParticle);
      continue;
    }
    if (alphabet && !t.has_digit && (t.letters == 1 || (dot && has(p, kLetterName)))) decide(p, PartKind::kInitial);
  }
}

void mark_patronymic(std::vector<Piece>& pieces) {
  for (size_t i = 1; i < pieces.size(); ++i) {
    if (!has(pieces[i], kPatronymicWord) || !pieces[i].is_word()) continue;
    decide(pieces[i], PartKind::kParticle);
    if (pieces[i - 1].is_word() && count_words(pieces) > 1) decide(pieces[i - 1], PartKind::kPatronymic);
    return;
  }
  for (Piece& p : pieces)
    if (p.is_word()) add_turkic_patronymic(p.part);
  std::vector<size_t> words;
  for (size_t i = 0; i < pieces.size(); ++i)
    if (pieces[i].is_word() || pieces[i].part.kind == PartKind::kFamily) words.push_back(i);
  if (words.size() < 3) return;
  // In the middle (given patronymic family), else last (family given patronymic).
  for (size_t k = 1; k < words.size(); ++k) {
    Piece& p = pieces[words[k]];
    if (!p.is_word() || !has_patronymic_ending(p)) continue;
    add_russian_form(p.part);
    return decide(p, PartKind::kPatronymic);
  }
}

bool is_cased(Script s) {
  return s == Script::kLatin || s == Script::kCyrillic || s == Script::kGreek || s == Script::kArmenian;
}

// One run of words in capitals among words in mixed case is the family name.
void mark_family_by_capitals(std::vector<Piece>& pieces) {
  size_t runs = 0;
  bool in_run = false;
  bool mixed = false;
  for (const Piece& p : pieces) {
    const Token& t = *p.token;
    if (!is_cased(t.script) || (!p.is_word() && p.part.kind != PartKind::kParticle)) continue;
    const bool capital = t.all_upper && t.letters > 1;
    mixed = mixed || (!t.all_upper && !t.all_lower);
    if (capital && p.is_word() && !in_run) ++runs;
    if (p.is_word()) in_run = capital;
  }
  if (!mixed || runs != 1) return;
  for (Piece& p : pieces) {
    if (!p.is_word()) continue;
    p.part.kind = p.token->all_upper && p.token->letters > 1 ? PartKind::kFamily : PartKind::kGiven;
  }
}

void mark_by_segment(std::vector<Piece>& pieces) {
  for (Piece& p : pieces)
    if (p.is_word()) p.part.kind = p.token->segment == 0 ? PartKind::kFamily : PartKind::kGiven;
}

// Marks the words that a list or customer file calls given, middle or family name.
void mark_by_hints(std::vector<Piece>& pieces, const NameHints& hints) {
  const auto folds_of = [](std::string_view text) {
    std::vector<std::string> folds;
    if (text.empty()) return folds;
    std::string storage;
    const Tokens tokens = tokenize(nfkc(text, storage));
    for (const Piece& p : cut_pieces({tokens, NameType::kPerson, false})) folds.push_back(fold(p.part.forms[0]));
    return folds;
  };
  const auto mark = [&](std::string_view hint, PartKind kind) {
    for (const std::string& key : folds_of(hint)) {
      for (Piece& p : pieces) {
        if (!p.is_word() || fold(p.part.forms[0]) != key) continue;
        p.part.kind = kind;
        break;
      }
    }
  };
  mark(hints.family, PartKind::kFamily);
  mark(hints.given, PartKind::kGiven);
  mark(hints.middle, PartKind::kGiven);
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

// "Дмитрием Песковым" is also read as "Дмитрий Песков".
void add_nominatives(std::vector<Piece>& pieces) {
  struct Case {
    bool family;
    std::string_view ending, nominative;
  };
  static const std::vector<Case> cases = [] {
    std::vector<Case> out;
    for_each_row("name_parts/cases.tsv", [&](const std::vector<std::string_view>& fields) {
      out.push_back({fields.at(0) == "family", fields.at(1), fields.at(2) == "-" ? std::string_view() : fields[2]});
    });
    return out;
  }();
  constexpr size_t kShortest = 4;  // bytes of what stands before the ending: two letters
  for (Piece& p : pieces) {
    const PartKind kind = p.part.kind;
    const bool word = kind == PartKind::kWord || kind == PartKind::kGiven || kind == PartKind::kFamily;
    if (!word || p.token->script != Script::kCyrillic) continue;
    if (!common_given_name(fold(p.part.forms[0])).empty()) continue;
    for (const Case& c : cases) {
      if (p.part.forms.size() >= kMaxForms) break;
      const std::string& norm = p.token->norm;
      if (norm.size() < c.ending.size() + kShortest || !norm.ends_with(c.ending)) continue;
      Token nominative = *p.token;
      nominative.norm = norm.substr(0, norm.size() - c.ending.size()) + std::string(c.nominative);
      std::string form = romanize(nominative, {}).forms[0];
      if (!c.family && common_given_name(fold(form)).empty()) continue;
      p.part.forms.push_back(std::move(form));
      break;
    }
  }
}

}  // namespace

void assign_person_roles(std::vector<Piece>& pieces, const NameHints& hints) {
  const bool turned = turn_round(pieces);
  assign_common_roles(pieces);
  if (pieces.empty()) return;
  mark_titles(pieces);
  mark_initials(pieces);
  mark_suffixes(pieces);
  mark_particles(pieces);
  mark_patronymic(pieces);
  const bool hinted = !hints.family.empty() || !hints.given.empty();
  if (hinted) mark_by_hints(pieces, hints);
  if (turned && !hinted) {
    mark_by_segment(pieces);
  } else if (!hinted) {
    mark_family_by_capitals(pieces);
  }
  add_slavic_spellings(pieces);
  add_asian_spellings(pieces);
  add_nominatives(pieces);
}

}  // namespace cordon::names
