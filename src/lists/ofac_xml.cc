// OFAC's classic XML (sdn.xml, consolidated.xml; DOMAIN 3.2). Its namespace changed with the list service, so elements
// are known by their local names. Record_Count must equal the entries: else the file was cut. The labels of its idList
// are those of the CSV's Remarks.
#include <fmt/format.h>

#include <charconv>

#include "base/utf8.h"
#include "lists/ofac_labels.h"
#include "lists/ofac_remarks.h"
#include "lists/ofac_tables.h"
#include "lists/xml_list.h"

namespace cordon::lists {
namespace {

constexpr std::string_view kRoot = "sdnList";
constexpr std::string_view kPublished = "publshInformation";  // sic
constexpr std::string_view kEntry = "sdnEntry";

std::optional<uint64_t> count_of(std::string_view text) {
  uint64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return out;
}

// "03/28/2025": OFAC writes the month first.
std::optional<DateSpan> publish_date(std::string_view text) {
  const size_t a = text.find('/');
  const size_t b = a == std::string_view::npos ? a : text.find('/', a + 1);
  if (b == std::string_view::npos) return parse_date(text);
  return parse_date(
      fmt::format("{}-{:0>2}-{:0>2}", text.substr(b + 1), text.substr(0, a), text.substr(a + 1, b - a - 1)));
}

// Calls `use` with each element of the list `name`.
template <typename Use>
void for_items(const XmlNode& entry, std::string_view name, Use use) {
  for (const XmlNode& list : entry.children) {
    if (list.name != name) continue;
    for (const XmlNode& item : list.children) use(item);
  }
}

constexpr std::string_view kKnown[] = {"Publish_Date",    "Record_Count",    "uid",
                                       "firstName",       "lastName",        "title",
                                       "sdnType",         "remarks",         "programList",
                                       "akaList",         "addressList",     "nationalityList",
                                       "citizenshipList", "dateOfBirthList", "placeOfBirthList",
                                       "idList",          "vesselInfo"};

class OfacReader {
 public:
  OfacReader(const Edition& edition, Reporter& reporter) : edition_(edition), reporter_(reporter) {}

  Result<ParsedList> parse() {
    XmlListFormat format{kRoot, {kPublished, kEntry}, kKnown, {}, {}, {}};
    format.on_root = [&](const XmlNode&) {
      entries_ = 0;
      announced_.reset();
    };
    format.on_record = [&](const XmlRecord& record) { return read(record); };
    format.at_end = [&](const InputFile& file) { return check_count(file); };
    CHECK_OK(read_xml_list(edition_, format, list_.entities, reporter_));
    list_.info.authority = "US Treasury, OFAC";
    list_.info.title = ofac_title(edition_.list);
    sum_up_remarks(single_, edition_.list, reporter_);
    unknown_.report(edition_.files.front()->path, "values of the idList", reporter_);
    finish_xml_list(edition_, list_, reporter_);
    resolve_ofac_links(list_.entities);
    return std::move(list_);
  }

 private:
  Result<void> read(const XmlRecord& record) {
    if (record.node.name == kPublished) {
      list_.info.published = publish_date(record.node.child_text("Publish_Date"));
      announced_ = count_of(record.node.child_text("Record_Count"));
      if (!list_.info.published) reporter_.loss("Publish_Date is no date", record.where());
      if (!announced_)
        reporter_.loss("Record_Count is no number; the list cannot be checked for completeness", record.where());
      return {};
    }
    ++entries_;
    add_party(record);
    return {};
  }

  Result<void> check_count(const InputFile& file) const {
    if (!announced_ || *announced_ == entries_) return {};
    return fail(
        ErrorCode::kBadInput,
        fmt::format("Record_Count is {}, but there are {} entries: the file is not whole", *announced_, entries_),
        {file.path, 0, file.bytes.size()});
  }

  void add_party(const XmlRecord& record) {
    const XmlNode& node = record.node;
    const std::string uid(node.child_text("uid"));
    if (uid.empty()) return reporter_.skipped("an entry without a uid", record.where());
    const std::string_view type = node.child_text("sdnType");
    const auto schema = type.empty() ? std::nullopt : ofac_schema(type);
    if (!schema)
      reporter_.loss(fmt::format("sdnType \"{}\" is unknown; kept as a thing", type.substr(0, 40)), record.where());
    EntityBuilder b(edition_.list, uid, schema.value_or(Schema::kThing));
    b.from(record.source(fmt::format("uid {}", uid)));
    if (add_name(node, NameKind::kPrimary, NameStrength::kStrong, b) == nullptr) {
      return reporter_.skipped("an entry without a name", record.where());
    }
    b.property("position", node.child_text("title"));
    for_items(node, "programList", [&](const XmlNode& item) { b.program(item.text); });
    for_items(node, "akaList", [&](const XmlNode& item) { add_alias(item, record, b); });
    for_items(node, "addressList", [&](const XmlNode& item) { add_address(item, b); });
    for_items(node, "nationalityList",
              [&](const XmlNode& item) { b.country(CountryKind::kNationality, item.child_text("country")); });
    for_items(node, "citizenshipList",
              [&](const XmlNode& item) { b.country(CountryKind::kCitizenship, item.child_text("country")); });
    for_items(node, "dateOfBirthList",
              [&](const XmlNode& item) { b.date(DateKind::kBirth, item.child_text("dateOfBirth")); });
    for_items(node, "placeOfBirthList", [&](const XmlNode& item) {
      if (const auto place = item.child_text("placeOfBirth"); !place.empty()) add_ofac_identity("POB", place, {}, b);
    });
    for_items(node, "idList", [&](const XmlNode& item) { add_identity(item, b); });
    if (const XmlNode* vessel = node.child("vesselInfo")) add_vessel(*vessel, b);
    parse_ofac_remarks(node.child_text("remarks"), b, single_, record.where());
    list_.info.names += b.names_read();
    list_.entities.push_back(b.build());
  }

  // A person's name comes in two elements, or in one as "FAMILY, Given".
  static Name* add_name(const XmlNode& node, NameKind kind, NameStrength strength, EntityBuilder& b) {
    const std::string first = collapse_spaces(node.child_text("firstName"));
    const std::string last = collapse_spaces(node.child_text("lastName"));
    if (first.empty() || last.empty()) return add_ofac_name(first.empty() ? last : first, kind, strength, b);
    Name* name = b.name(fmt::format("{} {}", first, last), kind, strength);
    if (name != nullptr && is_person(b.entity().schema)) {
      name->given = first;
      name->family = last;
    }
    return name;
  }

  void add_alias(const XmlNode& aka, const XmlRecord& record, EntityBuilder& b) {
    const std::string type = ascii_lower(aka.child_text("type"));
    const std::string category = ascii_lower(aka.child_text("category"));
    NameKind kind = NameKind::kAlias;
    if (type == "f.k.a.") kind = NameKind::kFormer;
    if (type == "n.k.a.") kind = NameKind::kNow;
    NameStrength strength = NameStrength::kUnknown;
    if (category == "strong") strength = NameStrength::kStrong;
    if (category == "weak") strength = NameStrength::kWeak;
    if (add_name(aka, kind, strength, b) == nullptr)
      reporter_.loss("an alias without a name was left out", record.where());
  }

  static void add_address(const XmlNode& node, EntityBuilder& b) {
    Address a;
    for (const std::string_view part : {"address1", "address2", "address3"}) {
      const std::string_view text = node.child_text(part);
      if (text.empty()) continue;
      if (!a.street.empty()) a.street += ", ";
      a.street += text;
    }
    a.city = node.child_text("city");
    a.region = node.child_text("stateOrProvince");
    a.postal_code = node.child_text("postalCode");
    a.country = node.child_text("country");
    b.address(std::move(a));
  }

  void add_identity(const XmlNode& node, EntityBuilder& b) {
    const std::string_view label = node.child_text("idType");
    std::string value(node.child_text("idNumber"));
    const std::string_view country = node.child_text("idCountry");
    if (label.empty() && value.empty()) return;
    if (const auto day = node.child_text("issueDate"); !day.empty()) value += fmt::format(" issued {}", day);
    if (const auto day = node.child_text("expirationDate"); !day.empty()) value += fmt::format(" expires {}", day);
    if (add_ofac_identity(label, value, country, b)) return;
    unknown_.count(label);
    b.property("notes", fmt::format("{} {}{}", label, value, country.empty() ? "" : fmt::format(" ({})", country)));
  }

  static void add_vessel(const XmlNode& node, EntityBuilder& b) {
    b.identifier(IdKind::kCallSign, node.child_text("callSign"), {});
    b.property("type", node.child_text("vesselType"));
    b.property("tonnage", node.child_text("tonnage"));
    b.property("grossRegisteredTonnage", node.child_text("grossRegisteredTonnage"));
    b.country(CountryKind::kFlag, node.child_text("vesselFlag"));
    b.link("owner", node.child_text("vesselOwner"));
  }

  const Edition& edition_;
  Reporter& reporter_;
  Reporter single_;  // remarks on single segments, to be summed up
  ParsedList list_;
  std::optional<uint64_t> announced_;
  uint64_t entries_ = 0;
  UnknownOfacLabels unknown_;
};

}  // namespace

bool recognize_ofac_xml(const InputFile& file) { return xml_root(file.bytes).first == kRoot; }

Result<ParsedList> parse_ofac_xml(const Edition& edition, Reporter& reporter) {
  return OfacReader(edition, reporter).parse();
}

}  // namespace cordon::lists
