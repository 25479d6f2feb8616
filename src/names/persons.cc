// Roles in persons' names (DOMAIN 8.2): family and given by comma, capitals or hints; titles, particles, initials,
// patronymics, suffixes. Nothing is taken for a title, suffix or patronymic when no other word would remain.
#include <algorithm>

#include "names/asian_spellings.h"
#include "names/pieces.h"
#include "names/slavic_spellings.h"

namespace cordon::names {
namespace {

bool has(const Piece& piece, uint32_t flags) { return (piece.info.flags & flags) != 0; }

size_t count_words(const std::vector<Piece>& pieces) {
  size_t n = 0;
  for (const Piece& p : pieces) n += p.is_word() || p.part.kind == PartKind::kGiven || p.part.kind == PartKind::kFamily;
  return n;
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
