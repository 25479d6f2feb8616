// analyze(): normalise, cut, give roles. The flow of a name through this room:
//   nfkc → tokenize (letters, digits, look-alikes) → cut_pieces (legal forms, articles, surnames; romanize) → roles →
//   AnalyzedName
#include "names/analyze.h"

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
  for (PartKind light : {PartKind::kGeneric, PartKind::kTitle, PartKind::kSuffix, PartKind::kLegalForm,
                         PartKind::kParticle, PartKind::kInitial}) {
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
  const Tokens tokens = tokenize(nfkc(text, storage));
  if (tokens.list.empty()) return name;
  name.script = tokens.script == Script::kLatin ? std::string_view("Latin") : script_name(tokens.sample);
  name.mixed_scripts = tokens.mixed_scripts;

  const bool unknown = type == NameType::kAny;
  if (unknown) type = looks_like_organization(tokens) ? NameType::kOrganization : NameType::kPerson;
  std::vector<Piece> pieces = cut_pieces({tokens, type, unknown});
  if (type == NameType::kPerson) {
    assign_person_roles(pieces, hints);
  } else {
    assign_common_roles(pieces);
    assign_organization_roles(pieces, type);
  }
  restore_light_words(pieces);
  if (pieces.size() > kMaxParts) pieces.resize(kMaxParts);
  name.parts.reserve(pieces.size());
  for (Piece& piece : pieces) name.parts.push_back(std::move(piece.part));
  return name;
}

}  // namespace cordon::names
