#include "match/prepared_name.h"

#include <algorithm>

#include "base/memo.h"

namespace cordon::match {
namespace {

using names::PartKind;

constexpr size_t kMaxJoined = 40;  // letters; longer pieces are no name parts

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

Form new_form(std::string_view text) {
  Form form;
  form.text = text;
  form.folded = names::fold(text);
  form.skeleton = names::skeleton(text, form.folded);
  form.rarity = static_cast<uint16_t>(std::min<uint32_t>(names::rarity_millibits(form.folded), 0xFFFF));
  form.classes = names::name_classes(form.folded);
  return form;
}

}  // namespace

Form make_form(std::string_view text) {
  thread_local Memo<Form> memo(1 << 14);
  return memo.get(text, [&] { return new_form(text); });
}

bool compared(PartKind kind) { return kind != PartKind::kTitle && kind != PartKind::kLegalForm; }

// A title before a word may be the beginning of a name written together elsewhere: Haji Zadeh, Hajizadeh.
bool joinable(std::span<const PartKind> kinds) {
  for (size_t i = 0; i < kinds.size(); ++i)
    if (!joinable(kinds[i]) && !(kinds[i] == PartKind::kTitle && i + 1 < kinds.size())) return false;
  return true;
}

std::optional<Unit> joined_unit(std::span<const JoinedPart> parts, size_t first) {
  Unit unit;
  std::string text;
  for (const JoinedPart& part : parts) {
    text += part.text;
    unit.abjad += part.abjad;
    unit.syllabic |= part.syllabic;
  }
  if (text.size() > kMaxJoined) return std::nullopt;
  unit.first = static_cast<uint8_t>(first);
  unit.count = static_cast<uint8_t>(parts.size());
  unit.forms.push_back(new_form(text));
  unit.consonants = names::consonants_of(unit.abjad);
  return unit;
}

namespace {

// The name but for its joined units.
PreparedName single_units(std::string_view text, names::NameType type, const names::AnalyzedName& name) {
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
    const names::Part& part = name.parts[i];
    PreparedPart prepared;
    prepared.text = part.text;
    prepared.kind = part.kind;
    if (part.transcribed) out.characters.clear();  // one sound has several characters
    if (part.kind == PartKind::kLegalForm) prepared.legal_form = part.forms[0];
    if (part.kind == PartKind::kTitle) {
      prepared.joins_as = part.forms[0];
      prepared.joins_as_abjad = part.abjad;
      prepared.joins_syllabic = syllabic(name.script, part);
    }
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
  return out;
}

}  // namespace

PreparedName prepare_parts(std::string_view text, names::NameType type, const names::NameHints& hints) {
  return single_units(text, type, names::analyze(text, type, hints));
}

PreparedName prepare(std::string_view text, names::NameType type, const names::NameHints& hints) {
  const names::AnalyzedName name = names::analyze(text, type, hints);
  PreparedName out = single_units(text, type, name);
  std::vector<PartKind> kinds;
  for (const names::Part& part : name.parts) kinds.push_back(part.kind);
  each_joined_run(kinds, [&](size_t first, size_t count) {
    std::vector<JoinedPart> parts;
    for (size_t i = first; i < first + count; ++i)
      parts.push_back({name.parts[i].forms[0], name.parts[i].abjad, syllabic(name.script, name.parts[i])});
    if (auto unit = joined_unit(parts, first)) out.units.push_back(std::move(*unit));
  });
  return out;
}

std::shared_ptr<const PreparedName> prepare_kept(std::string_view text, names::NameType type,
                                                 const names::NameHints& hints) {
  constexpr size_t kNames = 1 << 13, kLongest = 256;  // some 20 MB
  thread_local Memo<std::shared_ptr<const PreparedName>> memo(kNames, kLongest);
  thread_local std::string key;
  key.assign(1, static_cast<char>(type));
  for (const std::string_view of : {text, hints.given, hints.middle, hints.family}) key.append(of) += '\0';
  return memo.get(key, [&] { return std::make_shared<const PreparedName>(prepare(text, type, hints)); });
}

}  // namespace cordon::match
