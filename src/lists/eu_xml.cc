// The EU's financial sanctions files (FSF) in XML 1.1 (schema_1_1.xsd; DOMAIN 3.4). A party under two acts is two
// parties with an id each. No nameAlias is "the" name, and `strong` marks the main name at best: false makes a name
// weak, true says nothing. The caption is chosen by language and script. The measures follow from the acts and are not
// stated in the file; of the acts that each value is under, the party's regulation is kept.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "lists/document_kinds.h"
#include "lists/listed_names.h"
#include "lists/xml_list.h"

namespace cordon::lists {
namespace {

constexpr std::string_view kRoot = "export";
constexpr std::string_view kRecord = "sanctionEntity";
constexpr std::string_view kNamespace = "http://eu.europa.ec/fpi/fsd/export";
constexpr size_t kSampleBytes = size_t{256} << 10;

// Country codes that stand for "unknown".
std::string_view country_of(const XmlNode& node) {
  const std::string_view code = trim(node.attribute("countryIso2Code"));
  return code == "00" ? std::string_view{} : code;
}

bool flag(const XmlNode& node, std::string_view name) {
  const std::string_view value = node.attribute(name);
  return value == "true" || value == "1";
}

int number(const XmlNode& node, std::string_view name) {
  const std::string_view t = trim(node.attribute(name));
  if (t.empty() || t.size() > 4 || t.find_first_not_of("0123456789") != std::string_view::npos) return 0;
  int out = 0;
  for (const char c : t) out = out * 10 + (c - '0');
  return out;
}

bool plausible_year(int year) { return year >= 1000 && year <= 2999; }

std::string joined(std::initializer_list<std::string_view> parts, std::string_view between) {
  std::string out;
  for (const std::string_view part : parts) {
    if (trim(part).empty()) continue;
    if (!out.empty()) out += between;
    out += trim(part);
  }
  return out;
}

// Lower is better for a caption: English or Latin without a language first, other Latin next.
int caption_rank(std::string_view name, std::string_view language) {
  if (!is_latin(name)) return 3;
  if (language == "en") return 0;
  return language.empty() ? 1 : 2;
}

constexpr std::string_view kKnown[] = {"nameAlias", "regulation",  "subjectType",
                                       "birthdate", "citizenship", "identification",
                                       "address",   "remark",      "additionalInformation"};

class EuReader {
 public:
  EuReader(const Edition& edition, Reporter& reporter) : edition_(edition), reporter_(reporter) {}

  Result<ParsedList> parse() {
    XmlListFormat format{kRoot, {kRecord}, kKnown, {}, {}, {}};
    format.on_root = [&](const XmlNode& root) { list_.info.published = parse_date(root.attribute("generationDate")); };
    format.on_record = [&](const XmlRecord& record) -> Result<void> {
      add_party(record);
      return {};
    };
    CHECK_OK(read_xml_list(edition_, format, list_.entities, reporter_));
    list_.info.authority = "European Union";
    list_.info.title = "Consolidated list of persons, groups and entities subject to EU financial sanctions";
    finish_xml_list(edition_, list_, reporter_);
    return std::move(list_);
  }

 private:
  void add_party(const XmlRecord& record) {
    const XmlNode& node = record.node;
    const std::string logical_id(trim(node.attribute("logicalId")));
    std::string id(trim(node.attribute("euReferenceNumber")));
    if (id.empty() && logical_id.empty())
      return reporter_.skipped("a party without a reference number", record.where());
    if (id.empty()) {
      reporter_.loss("no euReferenceNumber; the party is known by its logicalId", record.where());
      id = logical_id;
    }
    EntityBuilder b(edition_.list, id, schema_of(record));
    b.from(record.source(logical_id.empty() ? fmt::format("line {}", node.line)
                                            : fmt::format("logicalId {}", logical_id)));
    add_names(record, b);
    if (b.entity().names.empty()) return reporter_.skipped("a party without a name", record.where());
    add_acts(node, b);
    for (const XmlNode& child : node.children) {
      if (child.name == "citizenship") add_citizenship(child, b);
      if (child.name == "birthdate") add_birth(child, b);
      if (child.name == "address") add_address(child, b);
      if (child.name == "identification") add_identification(child, record, b);
      if (child.name == "remark") add_remark(child.text, b);
      if (child.name == "additionalInformation") add_information(child, b);
      for (const XmlNode& inner : child.children) {
        if (inner.name == "remark") add_remark(inner.text, b);
        if (inner.name == "additionalInformation") add_information(inner, b);
      }
    }
    list_.entities.push_back(b.build());
  }

  Schema schema_of(const XmlRecord& record) {
    const XmlNode* type = record.node.child("subjectType");
    const std::string_view code = type == nullptr ? std::string_view{} : type->attribute("classificationCode");
    const std::string_view word = type == nullptr ? std::string_view{} : type->attribute("code");
    if (code == "P" || word == "person") return Schema::kPerson;
    if (code == "E" || word == "enterprise") return Schema::kOrganization;
    reporter_.loss("the subjectType is neither person nor enterprise", record.where());
    return Schema::kLegalEntity;
  }

  static std::string whole_name(const XmlNode& alias) {
    std::string whole = collapse_spaces(alias.attribute("wholeName"));
    if (whole.empty())
      whole = joined({alias.attribute("firstName"), alias.attribute("middleName"), alias.attribute("lastName")}, " ");
    return whole;
  }

  void add_names(const XmlRecord& record, EntityBuilder& b) {
    const XmlNode* primary = nullptr;
    int best = 4;
    for (const XmlNode& alias : record.node.children) {
      if (alias.name != "nameAlias") continue;
      const std::string whole = whole_name(alias);
      const bool weak = alias.attribute("strong") == "false" || alias.attribute("strong") == "0";
      const int rank =
          whole.empty() ? 9 : caption_rank(whole, ascii_lower(alias.attribute("nameLanguage"))) + (weak ? 4 : 0);
      if (primary != nullptr ? rank >= best : whole.empty()) continue;
      best = rank;
      primary = &alias;
    }
    uint64_t placeholders = 0;
    for (const XmlNode& alias : record.node.children) {
      if (alias.name != "nameAlias") continue;
      const std::string whole = whole_name(alias);
      placeholders += whole.empty();
      if (!whole.empty()) add_name(alias, whole, &alias == primary ? NameKind::kPrimary : NameKind::kAlias, b);
    }
    if (placeholders > 0) reporter_.loss("a nameAlias without a name was left out", record.where());
  }

  void add_name(const XmlNode& alias, std::string_view whole, NameKind kind, EntityBuilder& b) {
    ++list_.info.names;
    const std::string_view strong = alias.attribute("strong");
    const NameStrength strength = strong == "false" || strong == "0" ? NameStrength::kWeak : NameStrength::kUnknown;
    const std::string language = ascii_lower(trim(alias.attribute("nameLanguage")));
    // Of a person this is a title and an office; of an enterprise often a whole paragraph on what it does.
    const bool person = is_person(b.entity().schema);
    const std::string note =
        person ? joined({alias.attribute("title"), alias.attribute("function")}, "; ") : std::string();
    b.property(person ? "title" : "notes", alias.attribute("title"));
    b.property(person ? "position" : "notes", alias.attribute("function"));
    const std::string_view gender = alias.attribute("gender");
    if (gender == "M") b.property("gender", "male");
    if (gender == "F") b.property("gender", "female");
    ListedNames listed;
    if (whole.find(';') != std::string_view::npos) listed = read_listed_names(whole);
    if (listed.names.empty()) listed.names.emplace_back(whole);
    for (size_t i = 0; i < listed.names.size(); ++i) {
      Name* name = b.name(listed.names[i], i == 0 ? kind : NameKind::kAlias, strength);
      if (name == nullptr) continue;
      if (name->language.empty()) name->language = language;
      if (i > 0) continue;
      if (name->note.empty()) name->note = joined({listed.note, note}, "; ");
      const bool told = !name->given.empty() || !name->family.empty();
      if (listed.names.size() > 1 || told) continue;
      name->given = collapse_spaces(alias.attribute("firstName"));
      name->middle = collapse_spaces(alias.attribute("middleName"));
      name->family = collapse_spaces(alias.attribute("lastName"));
    }
    for (const std::string& other : alternatives(whole))
      b.name(other, NameKind::kAlias, other.find(' ') == std::string::npos ? NameStrength::kWeak : strength);
  }

  void add_acts(const XmlNode& node, EntityBuilder& b) {
    const std::string_view details = node.attribute("designationDetails");
    b.reference(node.attribute("euReferenceNumber"));
    b.date(DateKind::kListed, day_of(node.attribute("designationDate")));
    add_remark(details, b);
    if (const std::string_view day = node.attribute("delistingDate"); !day.empty()) {
      b.property("notes", fmt::format("Delisting date {}", day));
    }
    const std::string_view un = trim(node.attribute("unitedNationId"));
    b.identifier(IdKind::kUnReference, un, {});
    b.reference(un);
    for (const XmlNode& act : node.children) {
      if (act.name != "regulation") continue;
      b.program(act.attribute("programme"));
      b.reference(act.attribute("numberTitle"));
      b.property("sourceUrl", act.child_text("publicationUrl"));
      const bool first_act = act.attribute("regulationType") == "regulation";
      b.date(first_act ? DateKind::kListed : DateKind::kUpdated, day_of(act.attribute("publicationDate")),
             act.attribute("numberTitle"));
    }
  }

  static void add_citizenship(const XmlNode& node, EntityBuilder& b) {
    const std::string_view code = country_of(node);
    b.country(CountryKind::kCitizenship, code);
    const std::string more =
        joined({node.attribute("region"), node.attribute("acquisitionDate").empty() ? "" : "acquired",
                node.attribute("acquisitionDate"), node.attribute("disenfranchisementDate").empty() ? "" : "lost",
                node.attribute("disenfranchisementDate")},
               " ");
    if (!more.empty()) b.property("notes", fmt::format("Citizenship {}: {}", code.empty() ? "unknown" : code, more));
  }

  static void add_birth(const XmlNode& node, EntityBuilder& b) {
    add_birth_date(node, b);
    const std::string_view code = country_of(node);
    const std::string_view country = code.empty() ? std::string_view{} : node.attribute("countryDescription");
    const std::string place = joined(
        {node.attribute("place"), node.attribute("city"), node.attribute("zipCode"), node.attribute("region")}, ", ");
    b.property("birthPlace", joined({place, country}, ", "));
    b.country(CountryKind::kBirthCountry, code);
  }

  static void add_birth_date(const XmlNode& node, EntityBuilder& b) {
    const int year = number(node, "year");
    const int month = number(node, "monthOfYear");
    const int day = number(node, "dayOfMonth");
    const int from = number(node, "yearRangeFrom");
    const int to = number(node, "yearRangeTo");
    auto full = parse_date(day_of(node.attribute("birthdate")));
    const std::string_view calendar = node.attribute("calendarType");
    if (!calendar.empty() && calendar != "GREGORIAN") {
      const std::string parts =
          joined({node.attribute("year"), node.attribute("monthOfYear"), node.attribute("dayOfMonth")}, "-");
      const std::string note = fmt::format("{} in the {} calendar", parts, calendar);
      // `birthdate` is a Gregorian day by its type; it is believed only where it shows that it was converted.
      const bool converted = full && plausible_year(year) && std::abs(civil_from_day(full->low).year - year) > 1;
      if (!parts.empty()) b.date(DateKind::kBirth, converted ? *full : DateSpan{}, note);
      if (parts.empty() && full)
        b.date(DateKind::kBirth, DateSpan{},
               fmt::format("{} in the {} calendar", node.attribute("birthdate"), calendar));
      return;
    }
    const std::string text =
        joined({node.attribute("birthdate"), node.attribute("year"), node.attribute("monthOfYear"),
                node.attribute("dayOfMonth"), node.attribute("yearRangeFrom"), node.attribute("yearRangeTo")},
               " ");
    if (plausible_year(from) && plausible_year(to) && from <= to)
      return b.date(DateKind::kBirth, DateSpan::years(from, to));
    if (!full && plausible_year(year)) {
      const Civil civil{year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
      if (month == 0) full = DateSpan::year(year);
      if (month >= 1 && month <= 12 && day == 0) full = DateSpan::month(year, static_cast<unsigned>(month));
      if (month >= 1 && month <= 12 && day > 0 && valid_civil(civil)) full = DateSpan::day(civil);
    }
    if (!full) return b.date(DateKind::kBirth, DateSpan{}, text);
    if (flag(node, "circa")) full->precision = DatePrecision::kCirca;
    b.date(DateKind::kBirth, *full);
  }

  static void add_address(const XmlNode& node, EntityBuilder& b) {
    Address a;
    const std::string_view box = node.attribute("poBox");
    a.street = joined({node.attribute("street"), box.empty() ? "" : "P.O. Box", box}, box.empty() ? ", " : " ");
    a.city = node.attribute("city");
    a.region = joined({node.attribute("place"), node.attribute("region")}, ", ");
    a.postal_code = node.attribute("zipCode");
    a.country = country_of(node);
    if (flag(node, "asAtListingTime")) a.note = "as at the time of listing";
    b.address(std::move(a));
    for (const XmlNode& contact : node.children) {
      if (contact.name != "contactInfo") continue;
      const std::string key = ascii_lower(trim(contact.attribute("key")));
      const std::string_view value = contact.attribute("value");
      if (key == "email")
        b.property("email", value);
      else if (key == "phone" || key == "phone number" || key == "mobile")
        b.property("phone", value);
      else if (key == "web" || key == "website")
        b.property("website", value);
      else
        b.property("notes", joined({key, value}, ": "));
    }
  }

  void add_identification(const XmlNode& node, const XmlRecord& record, EntityBuilder& b) {
    std::string value = collapse_spaces(node.attribute("number"));
    if (value.empty()) value = collapse_spaces(node.attribute("latinNumber"));
    if (value.find_first_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") == std::string::npos)
      return;
    const std::string_view code = trim(node.attribute("identificationTypeCode"));
    const auto known = eu_document_kind(code);
    if (!known)
      reporter_.note(fmt::format("identificationTypeCode \"{}\" is unknown; kept as other", code.substr(0, 32)),
                     record.where());
    IdKind kind = known.value_or(IdKind::kOther);
    const std::string written = value;
    if (const auto labelled = labelled_number(value)) {
      kind = labelled->first;
      value = labelled->second;
    }
    const std::string_view country = country_of(node);
    kind = refined_kind(kind, value, ascii_lower(country));
    std::string detail(trim(node.attribute("issuedBy")));
    if (kind == IdKind::kOther) detail = code;
    if (kind == IdKind::kImo && !is_vehicle(b.entity().schema)) detail = "company number";  // FSF lists no ships
    Identifier* id = b.identifier(kind, value, country, detail);
    if (id == nullptr) return;
    id->known_false = flag(node, "knownFalse") || flag(node, "knownExpired") || flag(node, "reportedLost") ||
                      flag(node, "revokedByIssuer");
    id->issued = parse_date(day_of(node.attribute("issueDate")));
    if (!id->issued) id->issued = parse_date(day_of(node.attribute("validFrom")));
    id->expires = parse_date(day_of(node.attribute("validTo")));
    add_document_note(node, written, value, b);
    const std::string latin = collapse_spaces(node.attribute("latinNumber"));
    if (!latin.empty() && latin != written)
      b.identifier(kind, latin, country, detail)->known_false = b.entity().identifiers.back().known_false;
  }

  // What a document's other attributes say, in words.
  static void add_document_note(const XmlNode& node, std::string_view written, std::string_view value,
                                EntityBuilder& b) {
    constexpr std::array kFlags = {std::pair{"diplomatic", "diplomatic"}, std::pair{"knownFalse", "known to be false"},
                                   std::pair{"knownExpired", "known to be expired"},
                                   std::pair{"reportedLost", "reported lost"},
                                   std::pair{"revokedByIssuer", "revoked by its issuer"}};
    std::string words;
    const auto add = [&](std::string_view more) { words += fmt::format("{}{}", words.empty() ? "" : ", ", more); };
    for (const auto& [attribute, said] : kFlags)
      if (flag(node, attribute)) add(said);
    if (const auto name = trim(node.attribute("nameOnDocument")); !name.empty())
      add(fmt::format("in the name of {}", name));
    if (const auto region = trim(node.attribute("region")); !region.empty()) add(region);
    if (written != value) add(fmt::format("written as {}", written));
    if (!words.empty()) b.property("notes", fmt::format("{}: {}", value, words));
  }

  // "ИНН 7717653542" and "100211261(УНП)": a number with its label.
  static std::optional<std::pair<IdKind, std::string>> labelled_number(std::string_view text) {
    std::string_view label;
    std::string_view digits;
    if (text.ends_with(')') && text.find('(') != std::string_view::npos) {
      const size_t open = text.find('(');
      digits = trim(text.substr(0, open));
      label = text.substr(open + 1, text.size() - open - 2);
    } else if (const size_t blank = text.find(' '); blank != std::string_view::npos) {
      label = text.substr(0, blank);
      digits = trim(text.substr(blank));
      while (label.ends_with(':')) label.remove_suffix(1);
    }
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    if (label.find_first_of("0123456789") != std::string_view::npos) return std::nullopt;
    const auto kind = parse_id_kind(label);
    if (!kind) return std::nullopt;
    return std::pair{*kind, std::string(digits)};
  }

  // "Date of listing: 21.10.2014." states when the party was listed; everything stays as a note.
  static void add_remark(std::string_view text, EntityBuilder& b) {
    const std::string remark = collapse_spaces(text);
    const std::string lower = ascii_lower(remark);
    if (lower == "none" || lower == "-") return;
    b.property("notes", remark);
    constexpr std::string_view kListing = "date of listing";
    const size_t at = lower.find(kListing);
    if (at == std::string::npos) return;
    std::string_view rest = std::string_view(lower).substr(at + kListing.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(": "), rest.size()));
    std::string_view date = rest.substr(0, rest.find_first_of(" ;,("));
    while (date.ends_with('.')) date.remove_suffix(1);
    if (const auto day = parse_date(date); day && day->precision == DatePrecision::kDay)
      b.date(DateKind::kListed, *day);
  }

  static void add_information(const XmlNode& node, EntityBuilder& b) {
    b.property("notes", joined({node.attribute("key"), node.attribute("value")}, ": "));
  }

  const Edition& edition_;
  Reporter& reporter_;
  ParsedList list_;
};

}  // namespace

bool recognize_eu_xml(const InputFile& file) {
  const auto [root, space] = xml_root(file.bytes);
  if (root != kRoot) return false;
  return space == kNamespace ||
         std::string_view(file.bytes).substr(0, kSampleBytes).find("<sanctionEntity") != std::string_view::npos;
}

Result<ParsedList> parse_eu_xml(const Edition& edition, Reporter& reporter) {
  return EuReader(edition, reporter).parse();
}

}  // namespace cordon::lists
