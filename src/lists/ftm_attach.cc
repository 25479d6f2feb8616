// FtM records that are no parties, attached to the parties they speak of: sanctions, documents, addresses, positions,
// and links between two parties. A link names its other end by id, whether or not that party is in the file.
#include <fmt/format.h>

#include <array>

#include "base/utf8.h"
#include "lists/ftm_party.h"
#include "model/identifier.h"

namespace cordon::lists {
namespace {

// FtM's interval schemata between two parties, with the property that names each end; an end is a link's kind as seen
// from the other one.
struct Ends {
  std::string_view schema;
  std::string_view one, other;            // properties
  std::string_view one_kind, other_kind;  // what each is to the other party
};
constexpr std::array kLinks = {
    Ends{"Ownership", "owner", "asset", "owner", "asset"},
    Ends{"Directorship", "director", "organization", "director", "organization"},
    Ends{"Membership", "member", "organization", "member", "memberOf"},
    Ends{"Employment", "employee", "employer", "employee", "employer"},
    Ends{"Family", "person", "relative", "family", "family"},
    Ends{"Associate", "person", "associate", "associate", "associate"},
    Ends{"Representation", "agent", "client", "agent", "client"},
    Ends{"Succession", "predecessor", "successor", "predecessor", "successor"},
    Ends{"UnknownLink", "subject", "object", "linkedTo", "linkedTo"},
    Ends{"Payment", "payer", "beneficiary", "payer", "beneficiary"},
    Ends{"Debt", "debtor", "creditor", "debtor", "creditor"},
};

// Bounds that no real record comes near, so that one record cannot be copied to so many parties that memory ends.
constexpr uint64_t kSharedBytes = 8192;               // of an address or a position, to which many may refer
constexpr uint64_t kCopiedBytes = uint64_t{1} << 26;  // values of a record times their bytes
constexpr size_t kShownBytes = 60;                    // of an id or a schema in a remark
constexpr size_t kPropertiesJoined = 256;             // of one record in several lines
constexpr size_t kNameBytes = 512;                    // of a name that is repeated in links
constexpr size_t kRoleBytes = 256;                    // of a role
constexpr size_t kMostRoles = 4;                      // of one record of a link

bool too_large(const FtmRecord& record) {
  uint64_t values = 0;
  uint64_t bytes = 0;
  for (const auto& [property, texts] : record.properties) {
    values += texts.size();
    for (const std::string& text : texts) bytes += property.size() + text.size();
  }
  const bool shared = record.schema == "Address" || record.schema == "Position";
  return shared ? bytes > kSharedBytes : bytes > kCopiedBytes / std::max<uint64_t>(values, 1);
}

std::string beginning(std::string_view t) {
  size_t end = std::min(t.size(), kShownBytes);
  while (end > 0 && end < t.size() && (static_cast<uint8_t>(t[end]) & 0xC0) == 0x80) --end;
  return std::string(t.substr(0, end));
}

std::string with_lower_initial(std::string_view schema) {
  std::string out(schema);
  if (!out.empty()) out[0] = ascii_lower(out.substr(0, 1))[0];
  return out;
}

// "role: subsidiary of; percentage: 25-50", all properties but those named; texts as they were written (a percentage
// may be
// ">50" or "25-50": what interval that is, is read where ownership is judged).
std::string in_words(const FtmRecord& record, std::string_view but, std::string_view nor) {
  std::string out;
  for (const auto& [property, values] : record.properties) {
    if (property == but || property == nor || property == "nestedIn") continue;
    for (const std::string& value : values)
      fmt::format_to(std::back_inserter(out), "{}{}: {}", out.empty() ? "" : "; ", property, value);
  }
  return out;
}

// The first or the last of the dates that a property states.
std::optional<DateSpan> outermost(const FtmRecord& record, std::string_view property, bool last) {
  std::optional<DateSpan> out;
  for (const std::string& text : record.values(property)) {
    const auto date = parse_date(text);
    if (!date || date->precision == DatePrecision::kUnknown) continue;
    if (!out || (last ? date->high > out->high : date->low < out->low)) out = date;
  }
  return out;
}

// What a record of a link says of it, but for its kind and ends: one for each of its roles, which may each be of
// another kind.
std::vector<Link> links_like(const FtmRecord& record) {
  Link like;
  like.share = record.first("percentage");
  like.from = outermost(record, "startDate", false);
  like.to = outermost(record, "endDate", true);
  like.stated_at = record.first("sourceUrl");
  std::vector<std::string> roles;
  for (const std::string_view property : {"role", "relationship", "ownershipType"})
    for (const std::string& role : record.values(property)) roles.push_back(role);
  if (roles.empty()) roles.emplace_back();
  std::vector<Link> out;
  for (std::string& role : roles) {
    if (role.size() > kRoleBytes) role.clear();  // it stays in the words that the parties get as a property
    out.push_back(like);
    out.back().role = std::move(role);
    if (out.size() == kMostRoles) break;
  }
  return out;
}

void add_sanction(const FtmRecord& record, EntityBuilder& b) {
  const std::string& authority = record.first("authority");
  for (const auto& [property, values] : record.properties) {
    if (property == "entity" || property == "nestedIn") continue;
    for (const std::string& value : values) {
      if (property == "program" || property == "programId")
        b.program(value);
      else if (property == "provisions")
        b.measure(value);
      else if (property == "authorityId" || property == "unscId" || property == "recordId")
        b.reference(value);
      else if (property == "listingDate")
        b.date(DateKind::kListed, value, authority);
      else if (property == "country")
        b.property("authorityCountry", value);
      else
        b.property(property, value);
    }
  }
}

void add_document(const FtmRecord& record, EntityBuilder& b) {
  const std::string& type = record.first("type");
  const std::string& country = record.first("country");
  const std::string& detail = type.empty() ? record.first("authority") : type;
  const auto issued = parse_date(record.first("startDate"));
  const auto expires = parse_date(record.first("endDate"));
  IdKind kind = record.schema == "Passport" ? IdKind::kPassport : IdKind::kOther;
  if (kind == IdKind::kOther) kind = parse_id_kind(type).value_or(IdKind::kOther);
  std::vector<std::string> numbers = record.values("number");
  for (const std::string& n : record.values("passportNumber")) numbers.push_back(n);
  for (const std::string& number : numbers) {
    Identifier* id = b.identifier(kind, number, country, detail);
    if (id == nullptr) continue;
    if (!id->issued) id->issued = issued;
    if (!id->expires) id->expires = expires;
  }
  if (const std::string words = in_words(record, "holder", "number"); !words.empty())
    b.property(with_lower_initial(record.schema), words);
}

Address address_of(const FtmRecord& record) {
  Address a;
  a.full = record.first("full");
  a.street = record.first("street");
  if (const std::string& more = record.first("street2"); !more.empty())
    a.street += (a.street.empty() ? "" : ", ") + more;
  if (a.street.empty()) a.street = record.first("postOfficeBox");
  a.city = record.first("city");
  a.region = record.first("region").empty() ? record.first("state") : record.first("region");
  a.postal_code = record.first("postalCode");
  a.country = record.first("country");
  a.note = record.first("remarks").empty() ? record.first("summary") : record.first("remarks");
  return a;
}

}  // namespace

// Several lines of one id are parts of one record.
void FtmParties::add_attachment(FtmRecord record) {
  const auto [it, is_new] = attachment_index_.emplace(record.id, attachments_.size());
  if (is_new) return attachments_.push_back(std::move(record));
  auto& properties = attachments_[it->second].properties;
  if (properties.size() > kPropertiesJoined) return attachments_.push_back(std::move(record));
  for (auto& [property, values] : record.properties) {
    const auto same = std::ranges::find(properties, property, [](const auto& p) { return p.first; });
    if (same == properties.end()) {
      properties.emplace_back(std::move(property), std::move(values));
    } else if (same->second != values) {
      same->second.insert(same->second.end(), values.begin(), values.end());
    }
  }
}

std::string FtmParties::name_of(std::string_view id) {
  FtmParty* party = find(id);
  if (party == nullptr) return {};
  const Entity& e = party->builder.entity();
  const std::string& name = e.names.empty() ? e.caption : e.names.front().text;
  return name.size() > kNameBytes ? std::string{} : name;
}

void FtmParties::link(FtmParty& party, Link like, std::string_view id_or_name) {
  const bool name = !knows(id_or_name) && id_or_name.find(' ') != std::string_view::npos;
  like.target_name = name ? std::string(id_or_name) : name_of(id_or_name);
  if (!name) like.target_id = id_or_name;
  party.builder.link(std::move(like));
}

bool FtmParties::attach_link(const FtmRecord& record) {
  for (const Ends& ends : kLinks) {
    if (ends.schema != record.schema) continue;
    bool attached = false;
    // Of a record nested in a party, that party may be the end that is not said.
    const auto end = [&](std::string_view property, std::string_view opposite) -> const std::vector<std::string>& {
      const bool is_parent = record.values(property).empty() && !record.values(opposite).empty();
      return record.values(is_parent ? "nestedIn" : property);
    };
    const std::vector<Link> likes = links_like(record);
    const auto attach_to = [&](std::string_view here, std::string_view there, std::string_view kind) {
      for (const std::string& id : end(here, there)) {
        FtmParty* party = find(id);
        if (party == nullptr) continue;
        attached = true;
        party->builder.from(record.source);
        for (const std::string& target : end(there, here))
          for (Link like : likes) {
            like.kind = kind;
            link(*party, std::move(like), target);
          }
        if (const std::string words = in_words(record, here, {}); record.properties.size() > 2)
          party->builder.property(with_lower_initial(record.schema), words);
      }
    };
    attach_to(ends.one, ends.other, ends.other_kind);
    attach_to(ends.other, ends.one, ends.one_kind);
    return attached;
  }
  return false;
}

bool FtmParties::attach_record(const FtmRecord& record) {
  const bool sanction = record.schema == "Sanction";
  const bool document = record.schema == "Passport" || record.schema == "Identification";
  const bool occupancy = record.schema == "Occupancy";
  if (!sanction && !document && !occupancy) return attach_link(record);
  std::vector<std::string> parties = record.values(sanction ? "entity" : "holder");
  if (parties.empty()) parties = record.values("nestedIn");
  bool attached = false;
  for (const std::string& id : parties) {
    FtmParty* party = find(id);
    if (party == nullptr) continue;
    attached = true;
    party->builder.from(record.source);
    if (sanction) add_sanction(record, party->builder);
    if (document) add_document(record, party->builder);
    if (!occupancy) continue;
    for (const std::string& post : record.values("post")) {
      const auto it = attachment_index_.find(post);
      const std::string* name = it == attachment_index_.end() ? nullptr : &attachments_[it->second].first("name");
      party->builder.property("position", name == nullptr || name->empty() ? post : *name);
    }
    party->builder.property("occupancy", in_words(record, "holder", "post"));
  }
  return attached;
}

// A schema that we know nothing about: every party that one of its properties names gets what it says.
bool FtmParties::attach_anyhow(const FtmRecord& record) {
  bool attached = false;
  for (const auto& [property, values] : record.properties) {
    for (const std::string& value : values) {
      FtmParty* party = find(value);
      if (party == nullptr) continue;
      attached = true;
      party->builder.from(record.source);
      party->builder.property(with_lower_initial(record.schema), in_words(record, property, {}));
    }
  }
  return attached;
}

uint64_t FtmParties::attach(Reporter& reporter) {
  close_all();
  uint64_t records = leave_out_large(reporter);
  attachment_index_.clear();
  for (size_t i = 0; i < attachments_.size(); ++i) attachment_index_.emplace(attachments_[i].id, i);
  std::vector<bool> used(attachments_.size(), false);
  attach_addresses(used);
  for (const FtmRecord& record : attachments_) {
    if (record.schema != "Occupancy") continue;
    for (const std::string& post : record.values("post"))
      if (const auto it = attachment_index_.find(post); it != attachment_index_.end()) used[it->second] = true;
  }
  for (size_t i = 0; i < attachments_.size(); ++i) {
    if (opened_.size() > kMostOpen) close_all();
    const FtmRecord& record = attachments_[i];
    if (attach_record(record) || used[i] || attach_anyhow(record)) continue;
    ++records;
    reporter.skipped(
        fmt::format("a record of schema {} that belongs to no party of this file", beginning(record.schema)),
        record.where);
  }
  close_all();
  attachments_ = {};
  return records;
}

uint64_t FtmParties::leave_out_large(Reporter& reporter) {
  return std::erase_if(attachments_, [&](const FtmRecord& record) {
    if (!too_large(record)) return false;
    reporter.skipped(fmt::format("{} {} is too large to be attached to a party", record.schema, record.id),
                     record.where);
    return true;
  });
}

// Addresses that parties refer to, and links to other parties that stand in their own properties.
void FtmParties::attach_addresses(std::vector<bool>& used) {
  for (size_t p = 0; p < parties_.size(); ++p) {
    Slot& slot = parties_[p];
    if (slot.open == nullptr && slot.waiting == nullptr) continue;
    if (opened_.size() > kMostOpen) close_all();
    if (slot.open == nullptr) opened_.push_back(p);
    FtmParty& party = open(slot);
    for (const auto& [id, source] : party.waiting.address_ids) {
      party.builder.from(source);
      const auto it = attachment_index_.find(id);
      if (it == attachment_index_.end()) {
        party.builder.property("addressEntity", id);
        continue;
      }
      used[it->second] = true;
      party.builder.from(attachments_[it->second].source);
      party.builder.address(address_of(attachments_[it->second]));
    }
    for (size_t i = 0; i < party.waiting.references.size(); ++i) {
      party.builder.from(party.waiting.reference_sources[i]);
      Link like;
      like.kind = party.waiting.references[i].first;
      link(party, std::move(like), party.waiting.references[i].second);
    }
    party.waiting.address_ids.clear();
    party.waiting.references.clear();
    party.waiting.reference_sources.clear();
  }
}

}  // namespace cordon::lists
