// OFAC's enhanced XML (SDN_ENHANCED.XML, CONS_ENHANCED.XML; DOMAIN 3.2). What the Remarks of the other formats say in
// one text stands here in elements of their own, whose types are the labels of the Remarks. Its relationships name the
// other party by id and say what the tie is, where a remark says "Linked To".
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/table.h"
#include "base/utf8.h"
#include "lists/ofac_labels.h"
#include "lists/ofac_remarks.h"
#include "lists/ofac_tables.h"
#include "lists/xml_list.h"

namespace cordon::lists {
namespace {

constexpr std::string_view kRoot = "sanctionsData";
constexpr std::string_view kPublication = "publicationInfo";
constexpr std::string_view kEntity = "entity";
constexpr std::string_view kSdnList = "SDN List";
constexpr std::string_view kConsolidatedList = "Consolidated List";
constexpr std::string_view kLatin = "Latin";
constexpr size_t kHeadBytes = 4096;  // in which publicationInfo stands

constexpr std::string_view kKnown[] = {"dataAsOf",          "filters",  "generalInfo",       "sanctionsLists",
                                       "sanctionsPrograms", "names",    "sanctionsTypes",    "legalAuthorities",
                                       "addresses",         "features", "identityDocuments", "relationships"};

using LinkKinds = std::map<std::string, std::string, std::less<>>;

// The kind of link that a type of relationship is.
const LinkKinds& link_kinds() {
  static const LinkKinds kTable = [] {
    LinkKinds out;
    for_each_table_line("lists/ofac_relationships.tsv", [&](std::string_view line) {
      std::string type = ascii_lower(take_field(line, '\t'));
      out.emplace(std::move(type), take_field(line, '\t'));
    });
    return out;
  }();
  return kTable;
}

bool is_true(const XmlNode& node, std::string_view name) { return node.child_text(name) == "true"; }

// Calls `use` with each element of the list `name`.
template <typename Use>
void for_items(const XmlNode& node, std::string_view name, Use use) {
  const XmlNode* const list = node.child(name);
  if (list == nullptr) return;
  for (const XmlNode& item : list->children) use(item);
}

// Four bounds: of a day they are equal, of a year its first and its last day.
std::optional<DateSpan> bounded_date(const XmlNode& node) {
  const auto first = parse_date(node.child_text("fromDateBegin"));
  const auto last = parse_date(node.child_text("toDateEnd"));
  if (!first || !last || first->low > last->high) return {};
  const Civil from = civil_from_day(first->low), to = civil_from_day(last->high);
  if (is_true(node, "isApproximate") && from.year == to.year) return DateSpan::circa(from.year);
  if (first->low == last->high) return DateSpan::day(from);
  const DateSpan year = DateSpan::year(from.year), month = DateSpan::month(from.year, from.month);
  for (const DateSpan& whole : {year, month})
    if (whole.low == first->low && whole.high == last->high) return whole;
  return DateSpan::days(first->low, last->high);
}

class EnhancedReader {
 public:
  EnhancedReader(const Edition& edition, Reporter& reporter) : edition_(edition), reporter_(reporter) {}

  Result<ParsedList> parse() {
    XmlListFormat format{kRoot, {kPublication, kEntity}, kKnown, {}, {}, {}};
    format.on_root = [](const XmlNode&) {};
    format.on_record = [&](const XmlRecord& record) -> Result<void> {
      if (record.node.name == kEntity)
        add_party(record);
      else
        read_publication(record);
      return {};
    };
    CHECK_OK(read_xml_list(edition_, format, list_.entities, reporter_));
    list_.info.authority = "US Treasury, OFAC";
    list_.info.title = ofac_title(edition_.list);
    sum_up_remarks(single_, edition_.list, reporter_);
    unknown_.report(edition_.files.front()->path, "features and documents", reporter_);
    report_unknown_relationships();
    find_related();
    finish_xml_list(edition_, list_, reporter_);
    return std::move(list_);
  }

 private:
  // Numbers are of all that OFAC lists: whoever is not on this list is on its other one.
  void find_related() {
    std::set<std::string_view> ids;
    for (const Entity& e : list_.entities) ids.insert(e.id);
    const std::string_view other = edition_.list == "ofac" ? "ofac-cons" : "ofac";
    for (Entity& e : list_.entities)
      for (Link& l : e.links)
        if (!l.target_id.empty() && !ids.contains(l.target_id))
          l.target_id = fmt::format("{}{}", other, std::string_view(l.target_id).substr(edition_.list.size()));
  }

  void read_publication(const XmlRecord& record) {
    list_.info.published = parse_date(record.node.child_text("dataAsOf"));
    if (!list_.info.published) reporter_.loss("dataAsOf is no date", record.where());
  }

  void add_party(const XmlRecord& record) {
    const XmlNode& node = record.node;
    const std::string id(trim(node.attribute("id")));
    if (id.empty()) return reporter_.skipped("an entity without an id", record.where());
    static const XmlNode kNothing;
    const XmlNode* const found = node.child("generalInfo");
    const XmlNode& general = found != nullptr ? *found : kNothing;
    const std::string_view type = general.child_text("entityType");
    const auto schema = type.empty() ? std::nullopt : ofac_schema(type);
    if (!schema)
      reporter_.loss(fmt::format("entityType \"{}\" is unknown; kept as a thing", type.substr(0, 40)), record.where());
    EntityBuilder b(edition_.list, id, schema.value_or(Schema::kThing));
    b.from(record.source(fmt::format("entity {}", id)));
    for_items(node, "names", [&](const XmlNode& name) { add_name(name, record, b); });
    const auto is_primary = [](const Name& n) { return n.kind == NameKind::kPrimary; };
    if (std::ranges::none_of(b.entity().names, is_primary))
      return reporter_.skipped("an entity without a primary name", record.where());
    b.property("position", general.child_text("title"));
    for_items(node, "sanctionsLists", [&](const XmlNode& list) { add_listing(list, b); });
    for_items(node, "sanctionsPrograms", [&](const XmlNode& item) { b.program(item.text); });
    for_items(node, "sanctionsTypes", [&](const XmlNode& item) { b.measure(item.text); });
    for_items(node, "legalAuthorities", [&](const XmlNode& item) { b.reference(item.text); });
    for_items(node, "addresses", [&](const XmlNode& item) { add_address(item, b); });
    for_items(node, "features", [&](const XmlNode& item) { add_feature(item, b); });
    for_items(node, "identityDocuments", [&](const XmlNode& item) { add_document(item, b); });
    for_items(node, "relationships", [&](const XmlNode& item) { add_relationship(item, record, b); });
    parse_ofac_remarks(general.child_text("remarks"), b, single_, record.where());
    list_.info.names += b.names_read();
    list_.entities.push_back(b.build());
  }

  // One name in one or several scripts, the first of which the list calls primary.
  void add_name(const XmlNode& name, const XmlRecord& record, EntityBuilder& b) {
    NameKind kind = is_true(name, "isPrimary") ? NameKind::kPrimary : NameKind::kAlias;
    const std::string type = ascii_lower(name.child_text("aliasType"));
    if (type == "f.k.a.") kind = NameKind::kFormer;
    if (type == "n.k.a.") kind = NameKind::kNow;
    const NameStrength strength = is_true(name, "isLowQuality") ? NameStrength::kWeak : NameStrength::kStrong;
    bool any = false;
    for_items(name, "translations", [&](const XmlNode& form) {
      const bool is_other = !is_true(form, "isPrimary") && form.child_text("script") != kLatin;
      any = add_form(form, is_other ? NameKind::kOriginal : kind, strength, b) || any;
    });
    if (!any) reporter_.loss("a name without a text was left out", record.where());
  }

  static bool add_form(const XmlNode& form, NameKind kind, NameStrength strength, EntityBuilder& b) {
    const std::string first = collapse_spaces(form.child_text("formattedFirstName"));
    const std::string last = collapse_spaces(form.child_text("formattedLastName"));
    if (!is_person(b.entity().schema) || first.empty() || last.empty()) {
      const std::string_view full = form.child_text("formattedFullName");
      return add_ofac_name(full.empty() ? (last.empty() ? first : last) : full, kind, strength, b) != nullptr;
    }
    Name* const name = b.name(fmt::format("{} {}", first, last), kind, strength);
    name->given = first;
    name->family = last;
    return true;
  }

  // A party may be on both lists; of when, only what this one says.
  void add_listing(const XmlNode& list, EntityBuilder& b) const {
    const std::string_view name = trim(list.text);
    if ((name == kSdnList) != (edition_.list == "ofac")) return;
    if (const std::string_view day = day_of(list.attribute("datePublished")); !day.empty())
      b.date(DateKind::kListed, day, name);
  }

  static void add_address(const XmlNode& node, EntityBuilder& b) {
    for_items(node, "translations", [&](const XmlNode& form) {
      Address a;
      for_items(form, "addressParts", [&](const XmlNode& part) {
        const std::string_view type = part.child_text("type");
        std::string& into = type == "CITY"                                 ? a.city
                            : type == "STATE/PROVINCE" || type == "REGION" ? a.region
                            : type == "POSTAL CODE"                        ? a.postal_code
                                                                           : a.street;
        into += fmt::format("{}{}", into.empty() ? "" : ", ", part.child_text("value"));
      });
      a.country = node.child_text("country");
      b.address(std::move(a));
    });
  }

  void add_feature(const XmlNode& node, EntityBuilder& b) {
    const std::string_view type = node.child_text("type");
    std::string value(node.child_text("value"));
    const XmlNode* const bounds = node.child("valueDate");
    const std::string_view comments = node.child_text("comments");
    if (node.child_text("reliability") == "False")
      return b.property("notes", fmt::format("{} {} (known to be false)", type, value));
    if (bounds != nullptr && !parse_date(value))
      if (const auto date = bounded_date(*bounds)) value = date->text();
    if (value.empty()) return;
    add_labelled(type, value, {}, b);
    if (!comments.empty()) b.property("notes", fmt::format("{} {}: {}", type, value, comments));
  }

  void add_document(const XmlNode& node, EntityBuilder& b) {
    std::string value(node.child_text("documentNumber"));
    if (value.empty()) return;
    if (const auto day = node.child_text("issueDate"); !day.empty()) value += fmt::format(" issued {}", day);
    if (const auto day = node.child_text("expirationDate"); !day.empty()) value += fmt::format(" expires {}", day);
    const size_t before = b.entity().identifiers.size();
    add_labelled(node.child_text("type"), value, node.child_text("issuingCountry"), b);
    if (node.child_text("isValid") == "false" && b.entity().identifiers.size() > before)
      b.entity().identifiers.back().known_false = true;
  }

  void add_labelled(std::string_view label, std::string_view value, std::string_view country, EntityBuilder& b) {
    if (add_ofac_identity(label, value, country, b)) return;
    unknown_.count(label);
    b.property("notes", fmt::format("{} {}{}", label, value, country.empty() ? "" : fmt::format(" ({})", country)));
  }

  void add_relationship(const XmlNode& node, const XmlRecord& record, EntityBuilder& b) {
    const std::string_view type = node.child_text("type");
    const XmlNode* const other = node.child("relatedEntity");
    const std::string id(other == nullptr ? std::string_view{} : trim(other->attribute("entityId")));
    if (other == nullptr || (id.empty() && trim(other->text).empty()))
      return reporter_.loss("a relationship without a related entity was left out", record.where());
    Link link;
    if (const auto kind = link_kinds().find(ascii_lower(type)); kind != link_kinds().end()) {
      link.kind = kind->second;
    } else {
      link.kind = "linkedTo";
      ++unknown_types_[std::string(type)];
    }
    link.role = type;
    if (node.child_text("quality") == "Low") link.role += " (of low quality)";
    link.target_name = collapse_spaces(other->text);
    if (!id.empty()) link.target_id = fmt::format("{}:{}", edition_.list, id);
    b.link(std::move(link));
  }

  void report_unknown_relationships() {
    for (const auto& [type, count] : unknown_types_)
      reporter_.note(fmt::format("{} relationships are of the unknown type \"{}\" and are kept as \"Linked To\"", count,
                                 type.substr(0, 60)),
                     {edition_.files.front()->path, 0, 0});
  }

  const Edition& edition_;
  Reporter& reporter_;
  Reporter single_;  // remarks on single segments, to be summed up
  ParsedList list_;
  UnknownOfacLabels unknown_;
  std::map<std::string, uint64_t> unknown_types_;
};

}  // namespace

bool recognize_ofac_enhanced(const InputFile& file) { return xml_root(file.bytes).first == kRoot; }

// The filter of the publication says which list it is; a publication of everything is known by its name.
std::string identify_ofac_enhanced(const InputFile& file, std::string_view) {
  const std::string_view head = std::string_view(file.bytes).substr(0, kHeadBytes);
  const std::string_view filters = head.substr(0, head.find("</filters>"));
  const bool is_sdn = filters.find(kSdnList) != std::string_view::npos;
  const bool is_consolidated = filters.find(kConsolidatedList) != std::string_view::npos;
  if (is_sdn != is_consolidated) return is_sdn ? "ofac" : "ofac-cons";
  return ascii_lower(file.name).starts_with("cons") ? "ofac-cons" : "ofac";
}

Result<ParsedList> parse_ofac_enhanced(const Edition& edition, Reporter& reporter) {
  return EnhancedReader(edition, reporter).parse();
}

}  // namespace cordon::lists
