#include "names/initials.h"

#include <optional>

#include "base/utf8.h"
#include "names/normalize.h"
#include "names/tables.h"

namespace cordon::names {
namespace {

enum class Role : uint8_t { kWord, kLight, kLegalForm, kOther };

// "Of" in "Republic Of Iran" is no word either, though a capital makes it one elsewhere.
Role role_of(const Part& part) {
  switch (part.kind) {
    case PartKind::kWord:
      return (word_info(part.forms[0]).flags & kParticleOrg) != 0 ? Role::kLight : Role::kWord;
    case PartKind::kConcept:
    case PartKind::kGeneric:
    case PartKind::kGiven:
    case PartKind::kFamily:
      return Role::kWord;
    case PartKind::kParticle:
      return Role::kLight;
    case PartKind::kLegalForm:
      return Role::kLegalForm;
    default:
      return Role::kOther;
  }
}

bool is_alphabet(std::string_view script) { return script == "Latin" || script == "Cyrillic" || script == "Greek"; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

void cover(Initials& initials, size_t part) {
  if (initials.count == 0) initials.first = static_cast<uint8_t>(part);
  initials.count = static_cast<uint8_t>(part - initials.first + 1);
}

// The letters of a text that has capitals and dots only; 0 where it has anything else.
size_t capitals(std::string_view text) {
  size_t n = 0;
  for (size_t i = 0; i < text.size();) {
    const CharInfo info = char_info(next_code_point(text, i));
    if (info.kind == CharKind::kDot) continue;
    if (info.kind != CharKind::kLetter || !info.upper) return 0;
    ++n;
  }
  return n;
}

// Of a legal form as written: its form is a class.
std::optional<char> first_letter(std::string_view text) {
  size_t at = 0;
  const CharInfo info = text.empty() ? CharInfo{} : char_info(next_code_point(text, at));
  if (info.kind != CharKind::kLetter || info.plain_size == 0) return std::nullopt;
  return info.plain[0];
}

}  // namespace

Initials acronym_of(const AnalyzedName& name) {
  Initials out;
  const Part* word = nullptr;
  if (!is_alphabet(name.script)) return out;
  for (size_t i = 0; i < name.parts.size(); ++i) {
    const Role role = role_of(name.parts[i]);
    if (role == Role::kLegalForm) continue;
    if (role == Role::kOther || (role == Role::kWord && word != nullptr)) return {};
    if (role == Role::kWord) word = &name.parts[i];
    cover(out, i);
  }
  if (word == nullptr) return {};
  const std::string& letters = word->forms[0];
  if (letters.size() < kMinInitials || capitals(word->text) != letters.size()) return {};
  for (const char c : letters)
    if (!is_letter(c)) return {};
  out.letters = letters;
  return out;
}

std::vector<Initials> initials_of(const AnalyzedName& name) {
  if (!is_alphabet(name.script) || name.parts.size() >= kMaxParts) return {};
  Initials words;
  for (size_t i = 0; i < name.parts.size(); ++i) {
    const Part& part = name.parts[i];
    const Role role = role_of(part);
    if (role == Role::kLegalForm) continue;
    const char letter = part.forms[0][0];
    if (role == Role::kOther || !is_letter(letter)) return {};
    cover(words, i);
    // The members of a compound ("Forschungsinstitut") are one word.
    const bool same_word = i > 0 && name.parts[i - 1].text == part.text;
    if (role == Role::kWord && !same_word) words.letters.push_back(letter);
  }
  std::vector<Initials> out;
  if (words.letters.size() >= kMinInitials) out.push_back(words);
  if (words.letters.size() + 1 < kMinInitials || name.parts.back().kind != PartKind::kLegalForm) return out;
  if (const std::optional<char> letter = first_letter(name.parts.back().text)) {
    words.letters.push_back(*letter);
    cover(words, name.parts.size() - 1);
    out.push_back(std::move(words));
  }
  return out;
}

}  // namespace cordon::names
