// Roles in the names of organisations, vessels and aircraft: generic words and their English, numbers, particles,
// prefixes.
#include <algorithm>

#include "model/country.h"
#include "names/concepts.h"
#include "names/pieces.h"

namespace cordon::names {
namespace {

bool has(const Piece& piece, uint32_t flags) { return (piece.info.flags & flags) != 0; }

void add_form(Part& part, std::string_view form) {
  if (form.empty() || form.contains(' ')) return;  // several words are several pieces (read_concepts)
  if (std::find(part.forms.begin(), part.forms.end(), form) != part.forms.end()) return;
  if (part.forms.size() >= kMaxForms) part.forms.pop_back();  // what a word means goes before its last reading
  part.forms.emplace_back(form);
}

std::string without_leading_zeros(std::string_view digits) {
  const size_t first = digits.find_first_not_of('0');
  return std::string(first == std::string_view::npos ? std::string_view("0") : digits.substr(first));
}

// "7", "7th", "No7" (which NFKC makes of "№7"), "3-й" (the ending is a piece of its own, dropped by the caller).
bool number_of(const Piece& piece, std::string& number) {
  if (piece.token == nullptr || !piece.token->has_digit) return false;
  std::string_view norm = piece.part.forms[0];
  size_t mark = 0;
  while (mark < norm.size() && norm[mark] >= 'a') ++mark;
  if (mark > 1 && (word_info(norm.substr(0, mark)).flags & kNumberMark) != 0) norm.remove_prefix(mark);
  size_t digits = 0;
  while (digits < norm.size() && norm[digits] >= '0' && norm[digits] <= '9') ++digits;
  if (digits == 0) return false;
  if (digits < norm.size() && (word_info(norm.substr(digits)).flags & kOrdinalEnding) == 0) return false;
  number = without_leading_zeros(norm.substr(0, digits));
  return true;
}

// Erases marks in front of numbers ("No. 7") and endings behind them ("3-й").
void drop_number_marks(std::vector<Piece>& pieces) {
  std::string number;
  for (size_t i = 0; i < pieces.size();) {
    const bool mark = has(pieces[i], kNumberMark) && i + 1 < pieces.size() && number_of(pieces[i + 1], number);
    const bool ending = i > 0 && has(pieces[i], kOrdinalEnding) && pieces[i - 1].glue == Glue::kHyphen &&
                        pieces[i - 1].part.kind == PartKind::kNumber;
    if (mark || ending) {
      pieces.erase(pieces.begin() + static_cast<ptrdiff_t>(i));
      continue;
    }
    if (!pieces[i].decided && number_of(pieces[i], number)) decide(pieces[i], PartKind::kNumber, number);
    ++i;
  }
}

// "Forty-Four" and "Forty 4" are 44: tens and a following unit are one number.
void join_tens_and_units(std::vector<Piece>& pieces) {
  const auto value = [](const Piece& p) {
    const std::string& digits = p.part.forms[0];
    return p.part.kind == PartKind::kNumber && digits.size() <= 2 ? std::stoi(digits) : 0;
  };
  for (size_t i = 0; i + 1 < pieces.size(); ++i) {
    const int tens = value(pieces[i]);
    const int unit = value(pieces[i + 1]);
    const bool in_words = !pieces[i].token->has_digit;
    if (!in_words || tens < 20 || tens % 10 != 0 || unit < 1 || unit > 9) continue;
    pieces[i].part.forms = {std::to_string(tens + unit)};
    pieces[i].glue = pieces[i + 1].glue;
    pieces.erase(pieces.begin() + static_cast<ptrdiff_t>(i) + 1);
  }
}

// Next word begins with the article's consonant: ash-Shami, ar-Rahman.
bool assimilates(const Piece& article, const Piece& next) {
  const std::string& a = article.part.forms[0];
  const std::string& b = next.part.forms[0];
  return !b.empty() && a.size() >= 2 && b.starts_with(a.substr(1));
}

// Short particles are words of the name when they are written like one ("An Nam"); in capitals nothing can be told.
bool is_particle(const Piece& piece, NameType type, bool mixed_case) {
  constexpr size_t kShort = 2;
  if (piece.token->ampersand) return true;
  if (type == NameType::kObject) return false;
  if (has(piece, kParticleOrg)) return piece.token->all_lower || !mixed_case || piece.part.forms[0].size() > kShort;
  return has(piece, kParticleInner) && piece.token->all_lower;
}

bool is_mixed_case(const std::vector<Piece>& pieces) {
  return std::any_of(pieces.begin(), pieces.end(),
                     [](const Piece& p) { return p.token->letters > 1 && !p.token->all_upper; });
}

}  // namespace

namespace {

// "RA12345" and "BALTIC5" of a vessel or an aircraft are two parts, as they are in "RA-12345" and "BALTIC 5".
void part_letters_and_digits(std::vector<Piece>& pieces) {
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece& p = pieces[i];
    if (p.token == nullptr || !p.token->has_digit || p.token->script != Script::kLatin || p.decided) continue;
    const std::string form = p.part.forms[0];
    const size_t digits = form.find_first_of("0123456789");
    if (digits == 0 || digits == std::string::npos || p.glue == Glue::kHyphen) continue;
    if (form.find_first_not_of("0123456789", digits) != std::string::npos) continue;
    if ((word_info(form.substr(0, digits)).flags & kNumberMark) != 0) continue;
    Piece number = p;
    number.part.forms = {form.substr(digits)};
    pieces[i].part.forms = {form.substr(0, digits)};
    pieces[i].glue = Glue::kHyphen;
    decide(number, PartKind::kNumber, without_leading_zeros(form.substr(digits)));
    pieces.insert(pieces.begin() + static_cast<ptrdiff_t>(i) + 1, std::move(number));
    ++i;
  }
}

}  // namespace

void assign_common_roles(std::vector<Piece>& pieces) {
  drop_number_marks(pieces);
  for (size_t i = 0; i + 1 < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    if (!piece.is_word()) continue;
    const bool hyphened = piece.glue == Glue::kHyphen || (i > 0 && pieces[i - 1].glue == Glue::kHyphen);
    const bool sun =
        has(piece, kSunArticle) && (hyphened || (i > 0 && piece.token->all_lower)) && assimilates(piece, pieces[i + 1]);
    const bool joint = has(piece, kJointArticle) && i > 0 && (hyphened || piece.token->all_lower);
    if (!has(piece, kArticle) && !sun && !joint) continue;
    if (piece.part.forms[0] != "al") piece.part.forms.insert(piece.part.forms.begin(), "al");
    decide(piece, PartKind::kParticle);
  }
}

void assign_organization_roles(std::vector<Piece>& pieces, NameType type) {
  if (type == NameType::kObject) part_letters_and_digits(pieces);
  if (type == NameType::kObject && pieces.size() > 1 && has(pieces[0], kVesselPrefix)) {
    decide(pieces[0], PartKind::kTitle);
    const bool class_letter =
        pieces[0].token->glue == Glue::kSlash && pieces[1].token->letters == 1 && pieces.size() > 2;
    if (class_letter) decide(pieces[1], PartKind::kTitle);
  }
  const bool mixed_case = is_mixed_case(pieces);
  for (size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    if (!piece.is_word()) continue;
    const bool roman = has(piece, kRomanNumeral) && i > 0 && piece.token->all_upper;
    if (has(piece, kNumberWord) || roman) {
      decide(piece, PartKind::kNumber, piece.info.canonical);
    } else if (is_particle(piece, type, mixed_case)) {
      decide(piece, PartKind::kParticle);
    } else if (type == NameType::kObject) {
      continue;  // a ship's name has no light words: GOLD STAR is not GOLD SUN
    } else if (has(piece, kGenericStrong | kGenericWeak)) {
      add_form(piece.part, piece.info.canonical);
      decide(piece, PartKind::kGeneric);
    } else if (has(piece, kTranslated)) {
      add_form(piece.part, piece.info.canonical);
      decide(piece, PartKind::kConcept);
    } else {
      add_form(piece.part, std::string(place_of(piece.part.forms[0])));
    }
  }
  for (size_t i = 2; i < pieces.size(); ++i) {  // the place of a branch is light: "Bank Severin, London Branch"
    const bool branch = pieces[i].part.kind == PartKind::kLegalForm && pieces[i].part.forms[0] == "branch";
    const PartKind before = pieces[i - 1].part.kind;
    if (branch && (before == PartKind::kWord || before == PartKind::kConcept))
      decide(pieces[i - 1], PartKind::kParticle);
  }
  // A country in brackets says which house of the firm is meant: "Bank Severin (Schweiz)".
  for (size_t i = 1; i < pieces.size(); ++i) {
    const bool proper = pieces[i].part.kind == PartKind::kWord || pieces[i].part.kind == PartKind::kConcept;
    const Token* token = pieces[i].token;
    if (proper && token != nullptr && token->bracketed && !country_code(token->text).empty())
      decide(pieces[i], PartKind::kGeneric);
  }
  join_tens_and_units(pieces);
}

}  // namespace cordon::names
