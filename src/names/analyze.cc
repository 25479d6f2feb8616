// analyze(): normalise, cut, give roles. The flow of a name through this room:
//   nfkc → tokenize (letters, digits, look-alikes) → cut_pieces (legal forms, articles, surnames; romanize) → roles →
//   AnalyzedName
#include "names/analyze.h"

#include <algorithm>
#include <array>

#include "names/asian_spellings.h"
#include "names/legal_forms.h"
#include "names/pieces.h"

namespace cordon::names {
namespace {

constexpr size_t kShortestSign = 4;  // bytes: shorter generic words are also given names ("San")

// A name of unknown kind is an organisation's when it has a legal form or a word that only organisations have.
bool looks_like_organization(const Tokens& tokens) {
  for (const Token& t : tokens.list) {
    if (t.ampersand) return true;
    uint32_t flags = word_info(t.norm).flags;
    if (flags == 0 && t.script != Script::kLatin && t.script != Script::kNone && t.script < Script::kHan)
      flags = word_info(romanize(t, {}).forms[0]).flags;
    if ((flags & kGenericStrong) != 0 && t.norm.size() >= kShortestSign) return true;
    if (t.script >= Script::kHan && t.script <= Script::kHangul) {
      if (legal_suffix(t.norm).bytes > 3 || legal_prefix(t.norm).bytes > 3) return true;
    }
  }
  return !find_legal_forms(tokens.list, {.may_be_person = true}).empty();
}

bool has_proper_word(const std::vector<Piece>& pieces) {
  for (const Piece& p : pieces) {
    switch (p.part.kind) {
      case PartKind::kWord:
      case PartKind::kGiven:
      case PartKind::kFamily:
      case PartKind::kPatronymic:
      case PartKind::kNumber:
        return true;
      default:
        break;
    }
  }
  return false;
}

// CO-5: a name of nothing but light words is taken at its words.
void restore_light_words(std::vector<Piece>& pieces) {
  if (has_proper_word(pieces)) return;
  bool restored = false;
  for (PartKind light : {PartKind::kConcept, PartKind::kGeneric, PartKind::kTitle, PartKind::kSuffix,
                         PartKind::kLegalForm, PartKind::kParticle, PartKind::kInitial}) {
    for (Piece& p : pieces) {
      if (p.part.kind != light) continue;
      if (light == PartKind::kLegalForm || light == PartKind::kSuffix) {
        std::string written = table_key(p.part.text);
        std::erase(written, ' ');
        const bool latin =
            std::all_of(written.begin(), written.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (latin && !written.empty()) p.part.forms = {std::move(written)};
      }
      p.part.kind = PartKind::kWord;
      restored = true;
    }
    if (restored) return;
  }
}

bool only_burmese(const std::vector<Piece>& pieces) {
  size_t syllables = 0;
  for (const Piece& p : pieces) {
    if (p.part.kind == PartKind::kTitle) continue;
    if ((p.info.flags & kBurmeseSyllable) == 0) return false;
    ++syllables;
  }
  return syllables > 1;
}

// A scanner's misreadings in persons' names: digits inside a word are the letters that they look like ("Ig0r",
// "Sech1n"). Words of two letters or more, with fewer digits than letters, neither starting a number nor ending in one
// ("A320" stays).
std::string with_letters_for_digits(std::string_view text) {
  constexpr std::string_view kLetters = "oizeasgtbg";  // 0 … 9
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::string out(text);
  for (size_t begin = 0; begin < out.size();) {
    size_t end = begin;
    size_t digits = 0;
    while (end < out.size() && (digit(out[end]) || letter(out[end]))) digits += digit(out[end++]);
    const size_t letters = end - begin - digits;
    if (digits > 0 && letters >= 2 && digits < letters && letter(out[begin]) && letter(out[end - 1]))
      for (size_t i = begin; i < end; ++i)
        if (digit(out[i])) out[i] = kLetters[static_cast<size_t>(out[i] - '0')];
    begin = end + 1;
  }
  return out;
}

}  // namespace

NameType name_type(Schema schema) {
  if (is_person(schema)) return NameType::kPerson;
  if (is_organization(schema)) return NameType::kOrganization;
  if (is_vehicle(schema) || schema == Schema::kCryptoWallet || schema == Schema::kSecurity) return NameType::kObject;
  return NameType::kAny;
}

AnalyzedName analyze(std::string_view text, NameType type, const NameHints& hints) {
  AnalyzedName name;
  std::string storage;
  std::string letters;
  if (type == NameType::kPerson && text.find_first_of("0123456789") != std::string_view::npos)
    text = letters = with_letters_for_digits(text);
  const Tokens tokens = tokenize(nfkc(text, storage));
  if (tokens.list.empty()) return name;
  name.script = tokens.script == Script::kLatin ? std::string_view("Latin") : script_name(tokens.sample);
  name.mixed_scripts = tokens.mixed_scripts;
  name.backwards = tokens.backwards;

  const bool unknown = type == NameType::kAny;
  if (unknown) type = looks_like_organization(tokens) ? NameType::kOrganization : NameType::kPerson;
  name.type = type;
  std::vector<Piece> pieces = cut_pieces({tokens, type, unknown});
  if (type == NameType::kPerson) {
    assign_person_roles(pieces, hints);
  } else {
    assign_common_roles(pieces);
    assign_organization_roles(pieces, type);
  }
  restore_light_words(pieces);
  if (pieces.size() > kMaxParts) pieces.resize(kMaxParts);
  if (type == NameType::kPerson) name.no_middle_names = add_korean_spellings(pieces) || only_burmese(pieces);
  name.parts.reserve(pieces.size());
  for (Piece& piece : pieces) name.parts.push_back(std::move(piece.part));
  return name;
}

}  // namespace cordon::names
