#include "index/prepared.h"

#include <cstdlib>

#include "index/index.h"
#include "index/layout.h"
#include "match/features.h"

namespace cordon::index {

// A name as its words. Parts that are not compared are words too: a title may begin a join, and parts keep their order.
void Prepared::add_name(const match::PreparedName& name) {
  name_words_.push_back(static_cast<uint32_t>(name.parts.size()));
  size_t unit = 0;  // in the order of their parts
  const auto put_form = [&](std::string_view text) {
    key_ += '\0';
    key_ += text;
  };
  for (const match::PreparedPart& part : name.parts) {
    layout::WordHead head{part.kind, part.joins_syllabic, false, part.rarity};
    const match::Unit* u = match::compared(part.kind) ? &name.units[unit++] : nullptr;
    const std::string& abjad = u != nullptr ? u->abjad : part.joins_as_abjad;
    if (u != nullptr) head.syllabic = u->syllabic;
    head.abjad = !abjad.empty();
    key_.clear();
    layout::put(key_, layout::pack(head));
    if (u != nullptr) {
      for (const match::Form& f : u->forms) put_form(f.text);
    } else if (!part.joins_as.empty()) {
      put_form(part.joins_as);
    }
    if (head.abjad) {
      put_form("~");
      key_ += abjad;
    }
    name_words_.push_back(words_.number(key_).first);
  }
}

void Prepared::add_attributes(const Entity& entity) {
  const match::ListedAttributes listed = match::listed_attributes(entity);
  layout::Attributes of;
  key_.clear();
  const bool day = listed.births.size() == 1 && listed.births[0].precision == DatePrecision::kDay &&
                   listed.births[0].low == listed.births[0].high &&
                   std::abs(listed.births[0].low) < static_cast<int32_t>(layout::Attributes::kDayZero);
  if (day) of.set_birth_day(listed.births[0].low);
  for (const DateSpan& birth : listed.births) {
    layout::put_varint(key_, static_cast<uint32_t>(birth.precision));
    layout::put_varint(key_, layout::zigzag(birth.low));
    layout::put_varint(key_, layout::zigzag(birth.high - birth.low));
  }
  if (!day) of.births = births_.number(key_).first;
  key_.clear();
  for (const std::string& code : listed.countries) {
    layout::put_varint(key_, static_cast<uint32_t>(code.size()));
    key_ += code;
  }
  of.set(countries_.number(key_).first, listed.schema);
  attributes_.push_back(of);
}

void Prepared::add(const Entity& entity) {
  const auto number = static_cast<uint32_t>(ids_.size());
  ids_.push_back(entity.id);
  add_attributes(entity);
  entity_starts_.push_back(name_words_.size());
  for (uint32_t i = 0; i < entity.names.size(); ++i) {
    const Name& name = entity.names[i];
    if (const std::string han = names::han_text(name.text); !han.empty())
      han_of_.emplace_back(han_.number(han).first, number);
    const match::PreparedName prepared =
        match::prepare_parts(name.text, names::name_type(entity.schema), {name.given, name.middle, name.family});
    if (prepared.units.empty()) {
      name_words_.push_back(0);
      continue;
    }
    if (!prepared.acronym.letters.empty()) acronyms_.push_back({acronym_key(prepared.acronym.letters), number, i});
    for (const names::Initials& initials : prepared.initials)
      acronyms_.push_back({initials_key(initials.letters), number, i});
    add_name(prepared);
    ++names_;
  }
  for (const Identifier& id : entity.identifiers) {
    if (id.known_false) continue;
    for (const uint64_t key : identifier_keys(id.value)) identifiers_.emplace_back(key, number);
  }
}

}  // namespace cordon::index
