// The UN Security Council's consolidated list in XML (sc-sanctions.xsd; DOMAIN 3.3): persons, then entities. A
// reference number such as "QDi.042" is a party's id. Names are in the order that the list gives, without a family name
// told apart. What precision a date has is decided by which element states it, not by its TYPE_OF_DATE. The measures
// follow from the resolutions and are not stated in the file.
#include <fmt/format.h>

#include "base/utf8.h"
#include "lists/listed_names.h"
#include "lists/un_documents.h"
#include "lists/xml_list.h"

namespace cordon::lists {
namespace {

constexpr std::string_view kRoot = "CONSOLIDATED_LIST";
constexpr std::string_view kPerson = "INDIVIDUAL";

bool is_empty_part(std::string_view part) {
  const std::string lower = ascii_lower(part);
  return lower.empty() || lower == "na" || lower == "n/a";
}

std::string joined(const XmlNode& node, std::initializer_list<std::string_view> parts, std::string_view between) {
  std::string out;
  for (const std::string_view part : parts) {
    const std::string_view text = node.child_text(part);
    if (is_empty_part(text)) continue;
    if (!out.empty()) out += between;
    out += text;
  }
  return out;
}

// Calls `use` with every VALUE of a list element such as NATIONALITY, or with its own text where it has none; "a) " in
// front of a value is left out.
template <typename Use>
void for_values(const XmlNode& record, std::string_view name, Use use) {
  const XmlNode* list = record.child(name);
  if (list == nullptr) return;
  const auto one = [&](std::string_view text) {
    text = trim(text);
    if (text.size() > 2 && text[1] == ')' && text[0] >= 'a' && text[0] <= 'z') text = trim(text.substr(2));
    if (!is_empty_part(text)) use(text);
  };
  for (const XmlNode& value : list->children) one(value.text);
  one(list->text);
}

constexpr std::string_view kKnown[] = {"DATAID",
                                       "VERSIONNUM",
                                       "FIRST_NAME",
                                       "SECOND_NAME",
                                       "THIRD_NAME",
                                       "FOURTH_NAME",
                                       "NAME_ORIGINAL_SCRIPT",
                                       "UN_LIST_TYPE",
                                       "REFERENCE_NUMBER",
                                       "LISTED_ON",
                                       "LAST_DAY_UPDATED",
                                       "COMMENTS1",
                                       "LIST_TYPE",
                                       "SORT_KEY",
                                       "SORT_KEY_LAST_MOD",
                                       "NATIONALITY",
                                       "NATIONALITY2",
                                       "TITLE",
                                       "DESIGNATION",
                                       "GENDER",
                                       "SUBMITTED_BY",
                                       "SUBMITTED_ON",
                                       "DELISTED_ON",
                                       "INDIVIDUAL_ALIAS",
                                       "ENTITY_ALIAS",
                                       "INDIVIDUAL_ADDRESS",
                                       "ENTITY_ADDRESS",
                                       "INDIVIDUAL_DATE_OF_BIRTH",
                                       "INDIVIDUAL_PLACE_OF_BIRTH",
                                       "INDIVIDUAL_DOCUMENT"};

class UnReader {
 public:
  UnReader(const Edition& edition, Reporter& reporter) : edition_(edition), reporter_(reporter) {}

  Result<ParsedList> parse() {
    XmlListFormat format{kRoot, {kPerson, "ENTITY"}, kKnown, {}, {}, {}};
    format.on_root = [&](const XmlNode& root) { list_.info.published = parse_date(root.attribute("dateGenerated")); };
    format.on_record = [&](const XmlRecord& record) -> Result<void> {
      add_party(record);
      return {};
    };
    format.at_end = [&](const InputFile& file) -> Result<void> {
      if (placeholders_ > 0) {
        reporter_.note(fmt::format("{} alias elements hold no name (placeholders) and were left out", placeholders_),
                       {file.path, 0, 0});
      }
      placeholders_ = 0;
      return {};
    };
    CHECK_OK(read_xml_list(edition_, format, list_.entities, reporter_));
    list_.info.authority = "United Nations Security Council";
    list_.info.title = "Consolidated List";
    finish_xml_list(edition_, list_, reporter_);
    return std::move(list_);
  }

 private:
  void add_party(const XmlRecord& record) {
    const XmlNode& node = record.node;
    const bool person = node.name == kPerson;
    const std::string name = joined(node, {"FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"}, " ");
    const std::string data_id(node.child_text("DATAID"));
    std::string id(node.child_text("REFERENCE_NUMBER"));
    if (name.empty()) return reporter_.skipped("a party without a name", record.where());
    if (id.empty() && data_id.empty()) return reporter_.skipped("a party without a reference number", record.where());
    if (id.empty()) {
      reporter_.loss("no REFERENCE_NUMBER; the party is known by its DATAID", record.where());
      id = data_id;
    }
    EntityBuilder b(edition_.list, id, person ? Schema::kPerson : Schema::kOrganization);
    b.from(record.source(data_id.empty() ? fmt::format("line {}", node.line) : fmt::format("DATAID {}", data_id)));
    add_names(name, NameKind::kPrimary, NameStrength::kStrong, b);
    add_names(node.child_text("NAME_ORIGINAL_SCRIPT"), NameKind::kOriginal, NameStrength::kStrong, b);
    add_statements(record, id, b);
    for (const XmlNode& child : node.children) add_child(child, record, b);
    list_.entities.push_back(b.build());
  }

  // Adds the names of one element, which counts as one; returns nullptr where it holds none.
  Name* add_names(std::string_view text, NameKind kind, NameStrength strength, EntityBuilder& b) {
    if (trim(text).empty()) return nullptr;
    ++list_.info.names;
    const ListedNames listed = read_listed_names(text);
    const bool flips = is_person(b.entity().schema) && (kind == NameKind::kAlias || kind == NameKind::kFormer);
    size_t first = 0;
    for (size_t i = 0; i < listed.names.size(); ++i) {
      const NameKind as = i > 0 && kind == NameKind::kPrimary ? NameKind::kAlias : kind;
      const Name* name = b.name(flips ? in_reading_order(listed.names[i]) : listed.names[i], as, strength);
      if (i == 0) first = static_cast<size_t>(name - b.entity().names.data());
      for (const std::string& other : alternatives(listed.names[i])) {
        b.name(other, NameKind::kAlias, other.find(' ') == std::string::npos ? NameStrength::kWeak : strength);
      }
    }
    Name& name = b.entity().names[first];
    if (name.note.empty()) name.note = listed.note;
    return &name;
  }

  void add_statements(const XmlRecord& record, std::string_view id, EntityBuilder& b) {
    const XmlNode& node = record.node;
    b.reference(id);
    b.identifier(IdKind::kUnReference, id, {});
    b.program(node.child_text("UN_LIST_TYPE"));
    b.date(DateKind::kListed, day_of(node.child_text("LISTED_ON")));
    for_values(node, "LAST_DAY_UPDATED", [&](std::string_view v) { b.date(DateKind::kUpdated, day_of(v)); });
    for_values(node, "NATIONALITY", [&](std::string_view v) { b.country(CountryKind::kNationality, v); });
    for_values(node, "NATIONALITY2", [&](std::string_view v) { b.country(CountryKind::kNationality, v); });
    for_values(node, "TITLE", [&](std::string_view v) { b.property("title", v); });
    for_values(node, "DESIGNATION", [&](std::string_view v) { b.property("position", v); });
    b.property("gender", ascii_lower(node.child_text("GENDER")));
    b.property("notes", node.child_text("COMMENTS1"));
    add_labelled("Submitted by ", node.child_text("SUBMITTED_BY"), b);
    add_labelled("Submitted on ", node.child_text("SUBMITTED_ON"), b);
    const std::string_view delisted = node.child_text("DELISTED_ON");
    if (delisted.empty()) return;
    add_labelled("Delisted on ", delisted, b);
    reporter_.note("the record states a day of delisting; the party was kept", record.where());
  }

  static void add_labelled(std::string_view label, std::string_view value, EntityBuilder& b) {
    if (!value.empty()) b.property("notes", fmt::format("{}{}", label, value));
  }

  void add_child(const XmlNode& child, const XmlRecord& record, EntityBuilder& b) {
    const std::string& name = child.name;
    if (name == "INDIVIDUAL_ALIAS" || name == "ENTITY_ALIAS") return add_alias(child, record, b);
    if (name == "INDIVIDUAL_ADDRESS" || name == "ENTITY_ADDRESS") return add_address(child, b);
    if (name == "INDIVIDUAL_DATE_OF_BIRTH") return add_birth_date(child, b);
    if (name == "INDIVIDUAL_PLACE_OF_BIRTH") return add_birth_place(child, b);
    if (name == "INDIVIDUAL_DOCUMENT") return add_un_document(child, b);
  }

  void add_alias(const XmlNode& alias, const XmlRecord& record, EntityBuilder& b) {
    const std::string_view text = alias.child_text("ALIAS_NAME");
    if (is_empty_part(text)) {
      ++placeholders_;
      return;
    }
    const std::string quality = ascii_lower(alias.child_text("QUALITY"));
    const std::string note = alias_note(alias);
    const std::string lower = ascii_lower(note + " " + std::string(text));
    NameStrength strength = NameStrength::kUnknown;
    if (quality == "good" || quality == "a.k.a." || quality == "f.k.a.") strength = NameStrength::kStrong;
    if (quality == "low") strength = NameStrength::kWeak;
    if (strength == NameStrength::kUnknown && !quality.empty()) {
      reporter_.loss(fmt::format("alias quality \"{}\" is unknown", alias.child_text("QUALITY").substr(0, 40)),
                     record.where());
    }
    const bool former = quality == "f.k.a." || lower.find("previously listed as") != std::string::npos ||
                        lower.find("formerly listed as") != std::string::npos;
    const NameKind kind = former ? NameKind::kFormer : NameKind::kAlias;
    Name* name = add_names(text, kind, strength, b);
    if (name == nullptr) return;
    if (!note.empty() && name->note.find(note) == std::string::npos) {
      if (!name->note.empty()) name->note += "; ";
      name->note += note;
    }
    const std::string first = name->text;
    for (const std::string& other : names_in_note(alias.child_text("NOTE"), first)) b.name(other, kind, strength);
  }

  // A birth date or place stated with an alias belongs to that alias only: it becomes part of the name's note.
  static std::string alias_note(const XmlNode& alias) {
    std::string note = collapse_spaces(alias.child_text("NOTE"));
    const std::string born = joined(alias, {"DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"}, ", ");
    if (!born.empty()) note += fmt::format("{}born {}", note.empty() ? "" : "; ", collapse_spaces(born));
    return note;
  }

  static void add_address(const XmlNode& node, EntityBuilder& b) {
    Address a;
    a.street = node.child_text("STREET");
    a.city = node.child_text("CITY");
    a.region = node.child_text("STATE_PROVINCE");
    a.postal_code = node.child_text("ZIP_CODE");
    a.country = node.child_text("COUNTRY");
    a.note = node.child_text("NOTE");
    b.address(std::move(a));
  }

  static void add_birth_place(const XmlNode& node, EntityBuilder& b) {
    std::string place = joined(node, {"STREET", "CITY", "STATE_PROVINCE", "COUNTRY"}, ", ");
    const std::string_view note = node.child_text("NOTE");
    if (!note.empty()) place += fmt::format("{}({})", place.empty() ? "" : " ", note);
    b.property("birthPlace", place);
    b.country(CountryKind::kBirthCountry, node.child_text("COUNTRY"));
  }

  static void add_birth_date(const XmlNode& node, EntityBuilder& b) {
    const std::string_view note = node.child_text("NOTE");
    const bool about = ascii_lower(node.child_text("TYPE_OF_DATE")) == "approximately";
    const std::string_view date = day_of(node.child_text("DATE"));
    const std::string_view year = node.child_text("YEAR");
    const auto from = parse_date(node.child_text("FROM_YEAR"));
    const auto to = parse_date(node.child_text("TO_YEAR"));
    const std::string range = joined(node, {"FROM_YEAR", "TO_YEAR"}, " to ");
    const std::string lower = ascii_lower(note);
    if (lower.find("hijri") != std::string::npos || lower.find("islamic") != std::string::npos) {
      b.date(DateKind::kBirth, DateSpan{}, joined(node, {"DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE"}, ", "));
    } else if (!date.empty()) {
      b.date(DateKind::kBirth, date,
             about ? fmt::format("approximately{}{}", note.empty() ? "" : "; ", note) : std::string(note));
    } else if (!year.empty()) {
      add_year(year, note, about, b);
    } else if (from && to && from->low <= to->high) {
      b.date(DateKind::kBirth, DateSpan::years(civil_from_day(from->low).year, civil_from_day(to->high).year), note);
    } else if (!range.empty()) {
      b.date(DateKind::kBirth, DateSpan{}, fmt::format("{}{}{}", range, note.empty() ? "" : "; ", note));
    } else {
      b.date(DateKind::kBirth, without_stops(note));
    }
  }

  // The NOTE may name the month of the YEAR ("Sep.").
  static void add_year(std::string_view year, std::string_view note, bool about, EntityBuilder& b) {
    if (const auto month = parse_date(fmt::format("{} {}", without_stops(note), year)); month && !note.empty()) {
      return b.date(DateKind::kBirth, *month, note);
    }
    b.date(DateKind::kBirth, about ? fmt::format("circa {}", year) : std::string(year), note);
  }

  // "Nov. 1973" as "Nov 1973".
  static std::string without_stops(std::string_view text) {
    std::string out(text);
    for (size_t i = 0; i < out.size(); ++i)
      if (out[i] == '.' && i > 0 && out[i - 1] >= 'a' && out[i - 1] <= 'z') out[i] = ' ';
    return collapse_spaces(out);
  }

  const Edition& edition_;
  Reporter& reporter_;
  ParsedList list_;
  uint64_t placeholders_ = 0;
};

}  // namespace

bool recognize_un_xml(const InputFile& file) { return xml_root(file.bytes).first == kRoot; }

Result<ParsedList> parse_un_xml(const Edition& edition, Reporter& reporter) {
  return UnReader(edition, reporter).parse();
}

}  // namespace cordon::lists
