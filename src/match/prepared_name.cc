#include "match/prepared_name.h"

#include <algorithm>

namespace cordon::match {
namespace {

using names::PartKind;

constexpr size_t kMaxJoined = 40;  // letters; longer pieces are no name parts

Form make_form(std::string text) {
  Form form;
  form.folded = names::fold(text);
  form.skeleton = names::skeleton(text, form.folded);
  form.rarity = static_cast<uint16_t>(std::min<uint32_t>(names::rarity_millibits(form.folded), 0xFFFF));
  form.classes = names::name_classes(form.folded);
  form.text = std::move(text);
  return form;
}

bool syllabic(std::string_view script, const names::Part& part) {
  return !part.transcribed && (script == "Han" || script == "Hangul" || script == "Hiragana");
}

bool joinable(PartKind kind) {
  switch (kind) {
    case PartKind::kWord:
    case PartKind::kGiven:
    case PartKind::kFamily:
    case PartKind::kPatronymic:
    case PartKind::kParticle:
    case PartKind::kGeneric:
    case PartKind::kConcept:
      return true;
    default:
      return false;
  }
}

// A title before a word may be the beginning of a name written together elsewhere: Haji Zadeh, Hajizadeh.
bool joinable(const names::AnalyzedName& name, size_t i, size_t end) {
  return joinable(name.parts[i].kind) || (name.parts[i].kind == PartKind::kTitle && i + 1 < end);
}

// Adds the unit of parts [first, first + count) written together, from the likeliest form of each.
void add_joined(const names::AnalyzedName& name, size_t first, size_t count, PreparedName& out) {
  std::string text;
  std::string abjad;
  bool of_syllables = false;
  for (size_t i = first; i < first + count; ++i) {
    if (!joinable(name, i, first + count)) return;
    text += name.parts[i].forms[0];
    abjad += name.parts[i].abjad;
    of_syllables |= syllabic(name.script, name.parts[i]);
  }
  if (text.size() > kMaxJoined) return;
  Unit unit;
  unit.first = static_cast<uint8_t>(first);
  unit.count = static_cast<uint8_t>(count);
  unit.forms.push_back(make_form(std::move(text)));
  unit.abjad = std::move(abjad);
  unit.consonants = names::consonants_of(unit.abjad);
  unit.syllabic = of_syllables;
  out.units.push_back(std::move(unit));
}

}  // namespace

bool compared(PartKind kind) { return kind != PartKind::kTitle && kind != PartKind::kLegalForm; }

PreparedName prepare(std::string_view text, names::NameType type, const names::NameHints& hints) {
  names::AnalyzedName name = names::analyze(text, type, hints);
  PreparedName out;
  out.text = std::string(text);
  out.type = type;
  out.look_alikes = name.mixed_scripts;
  out.backwards = name.backwards;
  out.person = name.type == names::NameType::kPerson;
  out.no_middle_names = name.no_middle_names;
  if (type == names::NameType::kPerson && name.script == "Han") out.characters = names::han_characters(text);
  // A word of unknown kind is read as a person's name, but may be an organisation's.
  if (type == names::NameType::kAny || type == names::NameType::kOrganization) out.acronym = names::acronym_of(name);
  if (name.type == names::NameType::kOrganization) out.initials = names::initials_of(name);
  for (size_t i = 0; i < name.parts.size(); ++i) {
    names::Part& part = name.parts[i];
    PreparedPart prepared;
    prepared.text = part.text;
    prepared.kind = part.kind;
    if (part.transcribed) out.characters.clear();  // one sound has several characters
    if (part.kind == PartKind::kLegalForm) prepared.legal_form = part.forms[0];
    if (compared(part.kind)) {
      Unit unit;
      unit.first = static_cast<uint8_t>(i);
      unit.kind = part.kind;
      for (const std::string& form : part.forms) unit.forms.push_back(make_form(form));
      unit.abjad = part.abjad;
      unit.consonants = names::consonants_of(unit.abjad);
      unit.syllabic = syllabic(name.script, part);
      prepared.rarity = unit.forms[0].rarity;
      for (const Form& form : unit.forms) prepared.rarity = std::min(prepared.rarity, form.rarity);
      out.units.push_back(std::move(unit));
    }
    out.parts.push_back(std::move(prepared));
  }
  for (size_t i = 0; i + 1 < name.parts.size(); ++i) add_joined(name, i, 2, out);
  for (size_t i = 0; i + 2 < name.parts.size(); ++i)
    if (name.parts[i + 1].kind == PartKind::kParticle) add_joined(name, i, 3, out);
  return out;
}

}  // namespace cordon::match
