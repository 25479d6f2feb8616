#include "lists/own_record.h"

#include <fmt/format.h>

#include "base/table.h"
#include "base/utf8.h"
#include "model/country.h"
#include "names/split_names.h"

namespace cordon::lists {
namespace {

constexpr size_t kNameFieldBytes = size_t{64} << 10;

void append_word(std::string& text, std::string_view word) {
  if (!text.empty()) text += ' ';
  text += collapse_spaces(word);
}

}  // namespace

bool is_absent_value(std::string_view value) {
  if (value.empty() || value == "-" || value == "--" || value == "\xE2\x80\x93" || value == "\xE2\x80\x94") return true;
  const std::string lower = ascii_lower(value.substr(0, 8));
  return lower == "n/a" || lower == "#n/a" || value == "NULL" || value == "null";
}

OwnRecord::OwnRecord(std::string_view list, std::string fallback_id, Source source)
    : list_(list), source_(std::move(source)), id_(std::move(fallback_id)), builder_(list, id_, Schema::kThing) {
  builder_.from(source_);
}

bool OwnRecord::add(const Column& column, std::string_view header, std::string_view raw) {
  const std::string_view value = trim(raw);
  if (is_absent_value(value)) return true;
  if (add_value(column, value)) return true;
  builder_.property("notes", fmt::format("{}: {}", trim(header), value));
  return false;
}

void OwnRecord::add_unknown(std::string_view header, std::string_view value) {
  if (!is_absent_value(trim(value))) builder_.property(trim(header), value);
}

bool OwnRecord::add_value(const Column& column, std::string_view value) {
  EntityBuilder& b = builder_;
  const auto names = [&](NameKind kind, NameStrength strength) {
    if (value.size() > kNameFieldBytes) return false;
    names_.push_back({std::string(value), kind, strength});
    return true;
  };
  const auto parts = [&](auto take) {
    return each_part(value, ";|\r\n", [&](std::string_view part) { return take(part), true; });
  };
  switch (column.field) {
    case Field::kId:
      id_ = value;
      has_id_ = true;
      return true;
    case Field::kName:
      return names(NameKind::kPrimary, NameStrength::kStrong);
    case Field::kAlias:
      return names(NameKind::kAlias, NameStrength::kStrong);
    case Field::kWeakAlias:
      return names(NameKind::kAlias, NameStrength::kWeak);
    case Field::kFormerName:
      return names(NameKind::kFormer, NameStrength::kStrong);
    case Field::kFirstName:
      append_word(given_, value);
      return true;
    case Field::kMiddleName:
      append_word(middle_, value);
      return true;
    case Field::kLastName:
      append_word(family_, value);
      return true;
    case Field::kSchema: {
      const auto schema = parse_schema(value);
      if (schema) b.entity().schema = *schema;
      return schema.has_value();
    }
    case Field::kBirthDate:
      return each_part(value, ";|\r\n", [&](std::string_view text) {
        const auto span = parse_date(text);
        if (span) b.date(DateKind::kBirth, *span);
        return span.has_value();
      });
    case Field::kListedOn: {
      const auto span = parse_date(value);
      if (span) b.date(DateKind::kListed, *span);
      return span.has_value();
    }
    case Field::kCountry:
      return add_country(CountryKind::kCountry, value);
    case Field::kNationality:
      return add_country(CountryKind::kNationality, value);
    case Field::kJurisdiction:
      return add_country(CountryKind::kJurisdiction, value);
    case Field::kBirthPlace:
      b.property("birthPlace", value);
      return true;
    case Field::kAddress:
    case Field::kStreet:
    case Field::kCity:
    case Field::kRegion:
    case Field::kPostalCode:
    case Field::kAddressCountry:
      add_address_part(column.field, value);
      return true;
    case Field::kIdentifier:
      return parts([&](std::string_view text) { ids_.push_back({column.id_kind, std::string(text), column.detail}); });
    case Field::kIdCountry:
      id_country_ = value;
      return true;
    case Field::kGender:
      b.property("gender", ascii_lower(value));
      return true;
    case Field::kTitle:
      b.property("title", value);
      return true;
    case Field::kProgram:
      return parts([&](std::string_view text) { b.program(text); });
    case Field::kMeasure:
      return parts([&](std::string_view text) { b.measure(text); });
    case Field::kReference:
      return parts([&](std::string_view text) { b.reference(text); });
    case Field::kNotes:
      b.property("notes", value);
      return true;
    case Field::kIgnored:
      return false;
  }
  return false;
}

// "Congo, Democratic Republic of the" is one country; "Russia; Belarus" and "Russia, Belarus" are two.
bool OwnRecord::add_country(CountryKind kind, std::string_view value) {
  const auto known = [](std::string_view text) { return !country_code(text).empty(); };
  if (!known(value)) {
    for (const std::string_view marks : {";|\r\n", ";|\r\n/,"}) {
      if (value.find_first_of(marks) == std::string_view::npos || !each_part(value, marks, known)) continue;
      return each_part(value, marks, [&](std::string_view text) { return builder_.country(kind, text), true; });
    }
  }
  builder_.country(kind, value);  // kept as its text where it is unknown
  return known(value);
}

// A part that the last address already has begins the next one.
void OwnRecord::add_address_part(Field field, std::string_view value) {
  const auto slot = [&](Address& a) -> std::string& {
    switch (field) {
      case Field::kStreet:
        return a.street;
      case Field::kCity:
        return a.city;
      case Field::kRegion:
        return a.region;
      case Field::kPostalCode:
        return a.postal_code;
      case Field::kAddressCountry:
        return a.country;
      default:
        return a.full;
    }
  };
  if (addresses_.empty() || !slot(addresses_.back()).empty()) addresses_.emplace_back();
  slot(addresses_.back()) = value;
}

bool OwnRecord::names_a_party() const {
  return !given_.empty() || !middle_.empty() || !family_.empty() || !ids_.empty() ||
         std::ranges::any_of(names_, [](const PendingName& n) { return names::has_content(n.field); });
}

// By the rules for customers' names, so that "A a.k.a. B" is found on both sides.
void OwnRecord::add_split_names() {
  const Schema schema = builder_.entity().schema;
  for (const PendingName& pending : names_) {
    for (const std::string& name : names::split_names(pending.field, schema))
      builder_.name(name, pending.kind, pending.strength);
    const std::string_view imo = is_person(schema) ? std::string_view{} : names::imo_number_in(pending.field);
    builder_.identifier(IdKind::kImo, imo, {});
  }
}

// Beside a full name the parts are hints to it, where it consists of them; else they are a name of their own.
void OwnRecord::add_composed_name() {
  std::string text = given_;
  for (const std::string* part : {&middle_, &family_})
    if (!part->empty()) append_word(text, *part);
  if (text.empty()) return;
  Name* full = nullptr;
  for (Name& name : builder_.entity().names)
    if (name.kind == NameKind::kPrimary && ascii_lower(name.text) == ascii_lower(text)) full = &name;
  if (full == nullptr) full = builder_.name(text, NameKind::kPrimary, NameStrength::kStrong);
  if (full == nullptr) return;
  full->given = given_;
  full->middle = middle_;
  full->family = family_;
}

Entity OwnRecord::finish(uint64_t& names_read) {
  add_split_names();
  add_composed_name();
  for (const PendingId& id : ids_)
    builder_.identifier(id.kind, id.value,
                        issued_by_country(id.kind) ? std::string_view(id_country_) : std::string_view{}, id.detail);
  for (Address& address : addresses_) builder_.address(std::move(address));
  names_read += builder_.names_read();
  Entity& e = builder_.entity();
  e.list_id = collapse_spaces(id_);
  e.id = list_ + ":" + e.list_id;
  return builder_.build();
}

}  // namespace cordon::lists
