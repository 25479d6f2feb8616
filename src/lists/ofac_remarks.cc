// OFAC's Remarks (DOMAIN 3.1): each segment begins with a label of data/lists/ofac_labels.tsv that says what follows
// it. The same labels are the idType of the classic XML. What has no label is free text and is kept as a note.
#include "lists/ofac_remarks.h"

#include <fmt/format.h>

#include <map>
#include <unordered_map>

#include "base/utf8.h"
#include "lists/ofac_labels.h"
#include "lists/ofac_segments.h"
#include "model/country.h"
#include "model/identifier.h"

namespace cordon::lists {
namespace {

constexpr size_t kNumberBytes = 128;  // anything longer is a sentence, no number
constexpr size_t kNotesShown = 5;
constexpr size_t kShownBytes = 80;
constexpr std::string_view kNoLabel = "Remarks without a known label, kept as a note: ";

// "Passport 123 (Iran) issued 1 Jan 2000 expires 2 Feb 2005", taken apart.
struct Document {
  std::string_view number;
  std::string_view country;  // as written, or what else stands in the last parentheses
  std::string_view issued, expires;
  bool complete = true;  // false: something stands behind it that is no date
};

size_t find_word(std::string_view lower, std::string_view word, size_t from) {
  for (size_t at = lower.find(word, from); at != std::string_view::npos; at = lower.find(word, at + 1))
    if ((at == 0 || lower[at - 1] == ' ' || lower[at - 1] == ',') && lower.substr(at + word.size(), 1) == " ")
      return at;
  return std::string_view::npos;
}

Document take_apart(std::string_view value) {
  Document d;
  const std::string lower = ascii_lower(value);
  const size_t issued = find_word(lower, "issued", 0);
  size_t expires = find_word(lower, "expires", 0);
  if (expires == std::string_view::npos) expires = find_word(lower, "expired", 0);
  const auto until = [&](size_t at, size_t other) {
    return value.substr(at + 7,
                        other > at && other != std::string_view::npos ? other - at - 7 : std::string_view::npos);
  };
  if (issued != std::string_view::npos) d.issued = trim(until(issued, expires));
  if (expires != std::string_view::npos) d.expires = trim(until(expires, issued));
  d.number = trim(value.substr(0, std::min(issued, expires)));
  while (d.number.ends_with(',')) d.number = trim(d.number.substr(0, d.number.size() - 1));
  if (d.number.ends_with(')')) {
    const size_t open = d.number.rfind('(');
    if (open != std::string_view::npos) {
      d.country = trim(d.number.substr(open + 1, d.number.size() - open - 2));
      d.number = trim(d.number.substr(0, open));
      if (d.number.empty()) std::swap(d.number, d.country);
    }
  }
  return d;
}

bool has_digit(std::string_view t) { return t.find_first_of("0123456789") != std::string_view::npos; }

IdKind refined_kind(const OfacLabel& label, std::string_view number, std::string_view country, Schema schema) {
  if (label.on_person && is_person(schema)) return *label.on_person;
  for (const auto& [where, kind] : label.when_valid)
    if ((where == "*" || where == country) && check_id(kind, number) == IdCheck::kValid) return kind;
  return label.id_kind;
}

// "IMO 9187629" and "9187629" to the seven digits; empty where it is no IMO number.
std::string_view imo_digits(std::string_view number) {
  if (ascii_lower(number.substr(0, 3)) == "imo") number = trim(number.substr(3));
  const bool digits = number.find_first_not_of("0123456789") == std::string_view::npos;
  return digits && number.size() == 7 ? number : std::string_view{};
}

// Sets the day of `text` ("26 May 1999", "1999", "21 Jun 1992 in Amman"); false where it holds no date.
bool set_day(std::string_view text, std::optional<DateSpan>& day) {
  if (text.empty()) return true;
  const size_t in = text.find(" in ");
  const auto span = parse_date(text.substr(0, in));
  if (!span) return false;
  day = span;
  return in == std::string_view::npos;
}

bool add_number(const OfacLabel& label, std::string_view value, std::string_view country, EntityBuilder& builder) {
  Document d = take_apart(value);
  if (!country.empty()) d.country = country;
  std::string detail = label.keeps_label ? label.text : std::string{};
  if (label.currency_first) {
    const size_t blank = d.number.find(' ');
    if (blank == std::string_view::npos) return false;
    detail = d.number.substr(0, blank);
    d.number = trim(d.number.substr(blank));
  }
  if (d.number.empty() || d.number.size() > kNumberBytes || (!label.free_text && !has_digit(d.number))) return false;
  std::string code = country_code(d.country);
  if (code.empty()) code = country_code(d.country.substr(0, d.country.find('.')));  // "(Cabo Verde. Previously …)"
  // Parentheses without a country hold the office: "Matricula Mercantil No 54512 (Medellin)".
  if (code.empty() && !d.country.empty()) detail += (detail.empty() ? "" : ", ") + std::string(d.country);
  IdKind kind = refined_kind(label, d.number, code, builder.entity().schema);
  if (label.imo) {
    const std::string_view digits = imo_digits(d.number);
    if (digits.empty()) {
      kind = IdKind::kRegistrationNumber;
      detail = label.text + (detail.empty() ? "" : ", " + detail);
    } else {
      d.number = digits;
    }
  }
  Identifier* id = builder.identifier(kind, d.number, code, detail);
  if (id == nullptr) return false;
  const bool issued = set_day(d.issued, id->issued);
  const bool expires = set_day(d.expires, id->expires);
  if (!issued || !expires) builder.property("notes", fmt::format("{} {}", label.text, value));
  return true;
}

void add_birth_place(std::string_view place, EntityBuilder& builder) {
  builder.property("birthPlace", place);
  if (!country_code(place).empty()) return builder.country(CountryKind::kBirthCountry, place);
  const size_t comma = place.rfind(',');
  if (comma == std::string_view::npos) return;
  std::string_view last = trim(place.substr(comma + 1));
  // "Pyongyang, Korea, North": the country's own name has a comma.
  const size_t before = comma == 0 ? std::string_view::npos : place.rfind(',', comma - 1);
  if (before != std::string_view::npos && !country_code(place.substr(before + 1)).empty())
    last = trim(place.substr(before + 1));
  if (!country_code(last).empty()) builder.country(CountryKind::kBirthCountry, last);
}

// "'ABU ALI' (Arabic)": the name between its first and last quote; what follows is a note on it.
void add_alias(NameKind kind, std::string_view value, EntityBuilder& builder) {
  std::string_view text = value;
  std::string_view note;
  if (value.size() > 1 && (value.front() == '\'' || value.front() == '"')) {
    const size_t close = value.rfind(value.front());
    text = value.substr(1, close == 0 ? std::string_view::npos : close - 1);
    if (close != 0) note = trim(value.substr(close + 1));
  }
  Name* name = add_ofac_name(text, kind, NameStrength::kWeak, builder);
  if (name != nullptr && !note.empty() && note != ".") name->note = note;
}

// Text that follows "(…)" or ":" of a label such as "Listing Date (CMIC) 03 Jun 2021": the part in parentheses, the
// rest.
std::pair<std::string_view, std::string_view> qualifier(std::string_view value) {
  if (!value.starts_with('(')) return {{}, value};
  const size_t close = value.find(')');
  if (close == std::string_view::npos) return {{}, value};
  std::string_view rest = value.substr(close + 1);
  rest.remove_prefix(std::min(rest.find_first_not_of(": "), rest.size()));
  return {value.substr(1, close - 1), rest};
}

// The first bytes of a text, cut between characters.
std::string beginning(std::string_view t) {
  if (t.size() <= kShownBytes) return std::string(t);
  size_t end = kShownBytes;
  while (end > 0 && (static_cast<uint8_t>(t[end]) & 0xC0) == 0x80) --end;
  return std::string(t.substr(0, end)) + " …";
}

// Adds what `segment` says; false where it has no label, or one whose value makes no sense.
bool add_segment(std::string_view segment, std::string_view country, EntityBuilder& builder) {
  const LabelMatch match = match_ofac_label(segment);
  if (match.label == nullptr) return false;
  const OfacLabel& label = *match.label;
  const std::string_view value = match.rest;
  if (value.empty() && label.meaning != LabelMeaning::kMeasure && label.meaning != LabelMeaning::kNote) return false;
  switch (label.meaning) {
    case LabelMeaning::kName:
      add_alias(label.name_kind, value, builder);
      return true;
    case LabelMeaning::kDate: {
      const auto [note, text] = qualifier(value);
      builder.date(label.date_kind, text, note);
      return true;
    }
    case LabelMeaning::kCountry:
      builder.country(label.country_kind, value);
      return true;
    case LabelMeaning::kBirthPlace:
      add_birth_place(value, builder);
      return true;
    case LabelMeaning::kGender:
      builder.property("gender", ascii_lower(value));
      return true;
    case LabelMeaning::kId:
      return add_number(label, value, country, builder);
    case LabelMeaning::kProperty:
      builder.property(label.target, label.keeps_label ? segment : value);
      return true;
    case LabelMeaning::kLink:
      builder.link(label.target, value);
      return true;
    case LabelMeaning::kMeasure:
      builder.measure(segment);
      return true;
    case LabelMeaning::kNote:
      builder.property("notes", segment);
      return true;
  }
  return false;
}

}  // namespace

Name* add_ofac_name(std::string_view listed, NameKind kind, NameStrength strength, EntityBuilder& builder) {
  const size_t comma = is_person(builder.entity().schema) ? listed.find(',') : std::string_view::npos;
  const std::string_view family = trim(listed.substr(0, comma));
  const std::string_view given = comma == std::string_view::npos ? std::string_view{} : trim(listed.substr(comma + 1));
  if (family.empty() || given.empty()) return builder.name(listed, kind, strength);
  Name* name = builder.name(fmt::format("{} {}", given, family), kind, strength);
  if (name == nullptr) return nullptr;
  name->given = collapse_spaces(given);
  name->family = collapse_spaces(family);
  return name;
}

void parse_ofac_remarks(std::string_view remarks, EntityBuilder& builder, Reporter& reporter, const Where& where) {
  for (const std::string_view segment : split_ofac_remarks(remarks)) {
    if (add_segment(segment, {}, builder)) continue;
    builder.property("notes", segment);
    reporter.note(fmt::format("{}{}", kNoLabel, segment), where);
  }
}

bool add_ofac_identity(std::string_view label, std::string_view value, std::string_view country,
                       EntityBuilder& builder) {
  return add_segment(fmt::format("{} {}", trim(label), trim(value)), country, builder);
}

void resolve_ofac_links(std::vector<Entity>& entities) {
  std::unordered_map<std::string, bool> names;  // folded primary names, without their last full stop: do they have one?
  for (const Entity& e : entities) {
    for (const Name& n : e.names) {
      if (n.kind != NameKind::kPrimary) continue;
      const bool dot = n.text.ends_with('.');
      const auto [it, is_new] =
          names.emplace(ascii_lower(std::string_view(n.text).substr(0, n.text.size() - dot)), dot);
      if (!is_new && !dot) it->second = false;
    }
  }
  for (Entity& e : entities) {
    for (Link& l : e.links) {
      if (!l.target_id.empty()) continue;
      const auto it = names.find(ascii_lower(l.target_name));
      if (it != names.end() && it->second) l.target_name += '.';
    }
  }
  resolve_links(entities);
}

void sum_up_remarks(const Reporter& single, std::string_view list, Reporter& reporter) {
  std::map<std::string_view, uint64_t> counts;  // of segments without a label, by their text
  uint64_t segments = 0;
  std::string file;
  for (const Remark& r : single.remarks()) {
    if (!r.message.starts_with(kNoLabel)) {
      reporter.add(r.severity, r.message, r.where);
      continue;
    }
    if (segments++ == 0) file = r.where.source;
    ++counts[std::string_view(r.message).substr(kNoLabel.size())];
  }
  if (segments == 0) return;
  std::vector<std::pair<std::string_view, uint64_t>> most(counts.begin(), counts.end());
  std::ranges::stable_sort(most, std::ranges::greater{}, &std::pair<std::string_view, uint64_t>::second);
  std::string shown;
  for (size_t i = 0; i < std::min(most.size(), kNotesShown); ++i)
    shown += fmt::format("{}\"{}\" ({})", i == 0 ? "" : ", ", beginning(most[i].first), most[i].second);
  reporter.note(
      fmt::format(
          "{} Remarks segments of list {} ({} different) have no known label and are kept as notes; most often {}",
          segments, list, most.size(), shown),
      {file, 0, 0});
}

}  // namespace cordon::lists
