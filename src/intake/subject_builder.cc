#include "intake/subject_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "base/table.h"
#include "base/utf8.h"
#include "intake/records.h"
#include "model/country.h"
#include "names/split_names.h"
#include "syntax/text_encoding.h"

namespace cordon::intake {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

bool is_name(Field field) {
  switch (field) {
    case Field::kName:
    case Field::kFirstName:
    case Field::kMiddleName:
    case Field::kLastName:
    case Field::kAlias:
    case Field::kWeakAlias:
    case Field::kFormerName:
      return true;
    default:
      return false;
  }
}

bool is_country(Field field) {
  return field == Field::kCountry || field == Field::kNationality || field == Field::kJurisdiction ||
         field == Field::kAddressCountry || field == Field::kIdCountry;
}

void push_unique(std::vector<std::string>& all, std::string value) {
  if (std::find(all.begin(), all.end(), value) == all.end()) all.push_back(std::move(value));
}

// The words of a name for a comparison without order and case.
std::vector<std::string> sorted_words(std::string_view name) {
  std::vector<std::string> words;
  const std::string lower = ascii_lower(name);
  each_part(lower, " ,\t\r\n", [&](std::string_view word) {
    words.emplace_back(word);
    return true;
  });
  std::sort(words.begin(), words.end());
  return words;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts)
    if (!part.empty()) out += (out.empty() ? "" : " ") + part;
  return out;
}

// A date as tables write it: also "1967.0" (a number column) and "1967-03-02 00:00:00".
std::optional<DateSpan> lenient_date(std::string_view text) {
  if (auto span = parse_date(text)) return span->precision == DatePrecision::kUnknown ? std::nullopt : span;
  if (text.size() == 6 && text.ends_with(".0")) return parse_date(text.substr(0, 4));
  if (text.size() > 11 && text[10] == ' ' && text[4] == '-') return parse_date(text.substr(0, 10));
  return std::nullopt;
}

// The year of a date with an impossible month or day ("1974-01-32", "30.02.1974").
std::optional<DateSpan> year_of_date(std::string_view text) {
  if (text.size() < 8 || text.size() > 10) return std::nullopt;
  if (text.find_first_not_of("0123456789-./") != std::string_view::npos) return std::nullopt;
  for (const std::string_view year : {text.substr(0, 4), text.substr(text.size() - 4)})
    if (auto span = parse_date(year); span && span->precision == DatePrecision::kYear) return span;
  return std::nullopt;
}

}  // namespace

std::string id_of_broken(std::string_view source, uint64_t record) { return fmt::format("{}#{}", source, record); }

void keep(Subject& subject, size_t slot, std::string_view value) {
  if (subject.kept.size() <= slot) subject.kept.resize(slot + 1);
  if (subject.kept[slot].empty()) subject.kept[slot] = trim(value);
}

bool is_used(Field field) {
  switch (field) {
    case Field::kId:
    case Field::kSchema:
    case Field::kBirthDate:
    case Field::kCountry:
    case Field::kNationality:
    case Field::kJurisdiction:
    case Field::kAddress:
    case Field::kStreet:
    case Field::kCity:
    case Field::kRegion:
    case Field::kPostalCode:
    case Field::kAddressCountry:
    case Field::kIdentifier:
    case Field::kIdCountry:
      return true;
    default:
      return is_name(field);
  }
}

bool is_decisive(Field field) { return is_name(field) || field == Field::kIdentifier; }

bool is_absent(const Column& column, std::string_view value) {
  if (value.empty() || value == "-" || value == "--" || value == "\xE2\x80\x93" || value == "\xE2\x80\x94") return true;
  if (value == "NULL" || value == "null" || value == "None" || value == "nan" || value == "NaN")
    return !is_name(column.field) || column.field == Field::kName;
  if (value.size() > 8) return false;
  const std::string lower = ascii_lower(value);
  if (lower == "n/a" || lower == "#n/a") return true;
  if (lower == "na") return !is_name(column.field) && !is_country(column.field);  // Namibia; a Korean family name
  return !is_name(column.field) && (lower == "null" || lower == "none" || lower == "unknown");
}

bool SubjectBuilder::add(const Column& column, std::string_view raw) {
  const std::string_view value = trim(raw);
  if (is_absent(column, value)) return true;
  if (is_name(column.field)) return add_name(column, value);
  if (value.find(kReplacement) != std::string_view::npos && is_used(column.field)) {
    if (column.field == Field::kId && subject_.id.empty()) subject_.id = value;
    return false;
  }
  switch (column.field) {
    case Field::kId:
      if (subject_.id.empty()) subject_.id = value;
      return true;
    case Field::kSchema: {
      has_schema_ = true;
      const auto schema = parse_schema(value);
      if (schema) subject_.schema = *schema;
      return schema.has_value();
    }
    case Field::kBirthDate:
      return add_dates(value);
    case Field::kCountry:
    case Field::kNationality:
    case Field::kJurisdiction:
      return add_countries(value);
    case Field::kIdCountry:
      id_country_ = country_code(value);
      return !id_country_.empty();
    case Field::kIdentifier:
      return add_identifiers(column, value);
    case Field::kGender: {
      const std::string word = ascii_lower(value);
      if (word == "m" || word == "male") subject_.gender = "male";
      if (word == "f" || word == "female") subject_.gender = "female";
      return true;
    }
    case Field::kAddress:
    case Field::kStreet:
    case Field::kCity:
    case Field::kRegion:
    case Field::kPostalCode:
    case Field::kAddressCountry:
      return add_address_part(column, value);
    default:
      return true;
  }
}

bool SubjectBuilder::add_name(const Column& column, std::string_view value) {
  damaged_name_ = damaged_name_ || value.find(kReplacement) != std::string_view::npos;
  misread_name_ = misread_name_ || (doubts_encoding_ && looks_misread(value));
  switch (column.field) {
    case Field::kFirstName:
      given_.push_back(collapse_spaces(value));
      break;
    case Field::kMiddleName:
      middle_.push_back(collapse_spaces(value));
      break;
    case Field::kLastName:
      family_.push_back(collapse_spaces(value));
      break;
    default:
      raw_names_.push_back({std::string(value), column.field != Field::kName});
  }
  return true;
}

bool SubjectBuilder::add_dates(std::string_view value) {
  const auto take = [&](std::string_view text) {
    const auto span = lenient_date(text);
    if (span) subject_.birth_dates.push_back(*span);
    return span.has_value();
  };
  if (take(value)) return true;
  if (value.find_first_of(";|\r\n") != std::string_view::npos && each_part(value, ";|\r\n", take)) return true;
  if (const auto year = year_of_date(value)) subject_.birth_dates.push_back(*year);
  return false;
}

bool SubjectBuilder::add_countries(std::string_view value) {
  const auto take = [&](std::string_view text) {
    std::string code = country_code(text);
    if (code.empty()) return false;
    push_unique(subject_.countries, std::move(code));
    return true;
  };
  if (take(value)) return true;
  for (const std::string_view marks : {";|\r\n", ";|\r\n/,"})
    if (value.find_first_of(marks) != std::string_view::npos && each_part(value, marks, take)) return true;
  return false;
}

bool SubjectBuilder::add_identifiers(const Column& column, std::string_view value) {
  return each_part(value, ";\r\n", [&](std::string_view text) {
    if (normal_id(column.id_kind, text).empty()) return false;
    Identifier id;
    id.kind = column.id_kind;
    id.value = text;
    id.detail = column.detail;
    subject_.identifiers.push_back(std::move(id));
    return true;
  });
}

bool SubjectBuilder::add_address_part(const Column& column, std::string_view value) {
  std::string text = collapse_spaces(value);
  if (column.field == Field::kAddressCountry) {
    text = country_code(value);
    if (text.empty()) return false;
    push_unique(subject_.countries, text);
  }
  const auto slot = [&](Address& address) -> std::string& {
    switch (column.field) {
      case Field::kStreet:
        return address.street;
      case Field::kCity:
        return address.city;
      case Field::kRegion:
        return address.region;
      case Field::kPostalCode:
        return address.postal_code;
      case Field::kAddressCountry:
        return address.country;
      default:
        return address.full;
    }
  };
  // A part that the last address already has begins the next one.
  if (!has_address_ || !slot(subject_.addresses.back()).empty()) subject_.addresses.emplace_back();
  has_address_ = true;
  slot(subject_.addresses.back()) = std::move(text);
  return true;
}

void SubjectBuilder::add_split_names() {
  for (const RawName& raw : raw_names_) {
    if (raw.text.size() > kNameFieldBytes) {
      refuse(fmt::format("a name field of more than {} bytes", kNameFieldBytes), ErrorCode::kLimit);
      continue;
    }
    for (std::string& text : names::split_names(raw.text, subject_.schema)) {
      SubjectName name;
      name.text = std::move(text);
      name.is_alias = raw.is_alias;
      subject_.names.push_back(std::move(name));
    }
    add_imo_number(raw.text);
  }
}

// "ARTAVIL (IMO 9187629)" under a column of names states the number as well.
void SubjectBuilder::add_imo_number(std::string_view name) {
  const std::string_view number = is_person(subject_.schema) ? std::string_view{} : names::imo_number_in(name);
  if (number.empty()) return;
  const auto same = [&](const Identifier& id) {
    return id.kind == IdKind::kImo && normal_id(IdKind::kImo, id.value).ends_with(number);
  };
  if (std::ranges::any_of(subject_.identifiers, same)) return;
  Identifier id;
  id.kind = IdKind::kImo;
  id.value = number;
  subject_.identifiers.push_back(std::move(id));
}

// A full name of the same words gets the parts as hints; one that holds them all says it already. "Name;Vorname" of a
// German table is a family name and a given name: one word beside a given name and no family name becomes the family
// name, several words stay and the composed name stands beside them.
void SubjectBuilder::add_composed(const std::string& given, const std::string& middle, const std::string& family) {
  SubjectName name;
  name.text = joined({given, middle, family});
  name.given = given;
  name.middle = middle;
  name.family = family;
  if (!names::has_content(name.text)) return;
  const std::vector<std::string> words = sorted_words(name.text);
  for (SubjectName& full : subject_.names) {
    const std::vector<std::string> full_words = sorted_words(full.text);
    if (full_words == words) {
      full.given = given;
      full.middle = middle;
      full.family = family;
      return;
    }
    if (!full.is_alias && std::includes(full_words.begin(), full_words.end(), words.begin(), words.end())) return;
  }
  const auto full =
      std::find_if(subject_.names.begin(), subject_.names.end(), [](const SubjectName& n) { return !n.is_alias; });
  if (family.empty() && full != subject_.names.end()) {
    name.family = full->text;
    name.text += " " + full->text;
    if (full->text.find(' ') == std::string::npos) subject_.names.erase(full);
  }
  subject_.names.insert(subject_.names.begin(), std::move(name));
}

void SubjectBuilder::add_composed_names() {
  if (given_.empty() && middle_.empty() && family_.empty()) return;
  if (subject_.names.size() > kValuesPerSubject) return;  // finish() refuses the subject
  if (parts_ == NameParts::kJoined) return add_composed(joined(given_), joined(middle_), joined(family_));
  const bool single = given_.size() <= 1 && middle_.size() <= 1 && family_.size() <= 1;
  const bool has_full = std::any_of(raw_names_.begin(), raw_names_.end(), [](const RawName& n) { return !n.is_alias; });
  if (!single && has_full) return;
  if (std::max<size_t>(given_.size(), 1) * std::max<size_t>(middle_.size(), 1) * std::max<size_t>(family_.size(), 1) >
      kComposedNames)
    return refuse("too many combinations of name parts", ErrorCode::kLimit);
  const std::vector<std::string> none = {""};
  for (const std::string& family : family_.empty() ? none : family_)
    for (const std::string& given : given_.empty() ? none : given_)
      for (const std::string& middle : middle_.empty() ? none : middle_) add_composed(given, middle, family);
}

// A document without a country stays without one: a customer's nationality does not say who issued it, and a wrong
// country would hide an equal number.
void SubjectBuilder::complete_identifiers() {
  if (id_country_.empty()) return;
  for (Identifier& id : subject_.identifiers)
    if (id.country.empty() && issued_by_country(id.kind)) id.country = id_country_;
}

void SubjectBuilder::refuse(std::string reason, ErrorCode code) {
  if (!subject_.not_screened) subject_.not_screened = Error{code, std::move(reason)};
}

void SubjectBuilder::finish(bool needs_subject) {
  add_split_names();
  add_composed_names();
  complete_identifiers();
  if (subject_.names.size() > 1) {
    std::unordered_set<std::string> seen;
    std::erase_if(subject_.names, [&](const SubjectName& name) { return !seen.insert(name.text).second; });
  }
  if (damaged_name_) refuse("ill-formed UTF-8 in the name");
  if (misread_name_) refuse("the name makes no sense in Windows-1252, and the file is not UTF-8; save it as UTF-8");
  for (const SubjectName& name : subject_.names)
    if (name.text.size() > kNameBytes)
      refuse(fmt::format("a name of more than {} bytes", kNameBytes), ErrorCode::kLimit);
  for (const size_t count :
       {subject_.names.size(), subject_.identifiers.size(), subject_.birth_dates.size(), subject_.addresses.size()})
    if (count > kValuesPerSubject)
      refuse(fmt::format("more than {} names, dates, addresses or identifiers in one record", kValuesPerSubject),
             ErrorCode::kLimit);
  if (needs_subject && subject_.names.empty() && subject_.identifiers.empty()) refuse("no name and no identifier");
}

}  // namespace cordon::intake
