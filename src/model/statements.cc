// Statements of an entity; see statements.h. Property names are FollowTheMoney's.
#include "model/statements.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/utf8.h"

namespace cordon {
namespace {

class Collector {
 public:
  explicit Collector(const Entity& entity) : entity_(entity) {}

  void add(std::string_view group, std::string property, std::string value, std::vector<std::string> details,
           size_t source) {
    std::erase(details, "");
    const Source* const where = source < entity_.sources.size() ? &entity_.sources[source] : nullptr;
    statements_.push_back(
        {group, std::move(property), std::move(value), fmt::format("{}", fmt::join(details, ", ")), {}, where});
  }
  void add_rest(std::string rest) { statements_.back().rest = std::move(rest); }
  std::vector<Statement> take() { return std::move(statements_); }

 private:
  const Entity& entity_;
  std::vector<Statement> statements_;
};

std::string_view name_property(const Name& name) {
  if (name.kind == NameKind::kPrimary) return "name";
  if (name.kind == NameKind::kFormer) return "previousName";
  return name.strength == NameStrength::kWeak ? "weakAlias" : "alias";
}

std::string labelled(std::string_view label, std::string_view value) {
  return value.empty() ? "" : fmt::format("{} {}", label, value);
}

void add_names(const Entity& entity, Collector& out) {
  for (const Name& name : entity.names) {
    std::vector<std::string> details;
    if (name.kind != NameKind::kPrimary && name.kind != NameKind::kAlias)
      details.emplace_back(name_kind_word(name.kind));
    if (name.strength != NameStrength::kUnknown) details.emplace_back(name_strength_word(name.strength));
    details.insert(details.end(), {labelled("given", name.given), labelled("middle", name.middle),
                                   labelled("family", name.family), labelled("language", name.language), name.note});
    out.add("Names", std::string(name_property(name)), name.text, std::move(details), name.source);
  }
}

void add_identifiers(const Entity& entity, Collector& out) {
  for (const Identifier& id : entity.identifiers) {
    const IdKindRow& row = id_kind_row(id.kind);
    std::vector<std::string> details = {std::string(row.label), id.country, id.detail};
    if (id.known_false) details.emplace_back("said to be false or no longer valid");
    if (id.issued) details.push_back(labelled("issued", id.issued->text()));
    if (id.expires) details.push_back(labelled("expires", id.expires->text()));
    out.add("Identifiers", std::string(row.ftm), id.value, std::move(details), id.source);
  }
}

std::string address_text(const Address& a) {
  if (!a.full.empty()) return a.full;
  std::vector<std::string> parts = {a.street, a.city, a.region, a.postal_code, a.country};
  std::erase(parts, "");
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string address_parts(const Address& a) {
  std::vector<std::string> parts = {labelled("street", a.street), labelled("city", a.city),
                                    labelled("region", a.region), labelled("postal code", a.postal_code)};
  std::erase(parts, "");
  return fmt::format("{}", fmt::join(parts, ", "));
}

void add_facts(const Entity& entity, Collector& out) {
  for (const DateStatement& date : entity.dates) {
    const std::string text = date.span.text();
    const bool is_text = text.empty();  // unread, kept as it was written
    out.add("Dates", std::string(date_kind_word(date.kind)), is_text ? date.note : text,
            {is_text ? "not read as a date" : date.note}, date.source);
  }
  for (const CountryStatement& country : entity.countries) {
    const bool is_known = !country.code.empty();
    out.add("Countries", std::string(country_kind_word(country.kind)), is_known ? country.code : country.text,
            {is_known && ascii_lower(country.text) != country.code ? country.text : ""}, country.source);
    out.add_rest(is_known ? country.text : "");
  }
  for (const Address& address : entity.addresses) {
    out.add("Addresses", "address", address_text(address), {address.full.empty() ? "" : address.country, address.note},
            address.source);
    out.add_rest(address_parts(address));
  }
}

void add_listing(const Entity& entity, Collector& out) {
  for (const Mention& program : entity.programs) out.add("Listing", "program", program.value, {}, program.source);
  for (const Mention& measure : entity.measures) out.add("Listing", "provisions", measure.value, {}, measure.source);
  for (const Mention& m : entity.references) out.add("Listing", "authorityId", m.value, {}, m.source);
}

}  // namespace

std::vector<Statement> statements_of(const Entity& entity) {
  Collector out(entity);
  add_names(entity, out);
  add_identifiers(entity, out);
  add_facts(entity, out);
  add_listing(entity, out);
  for (const Link& link : entity.links)
    out.add(
        "Links", link.kind, link.target_name,
        {link.target_id, labelled("share", link.share), link.role, labelled("from", link.from ? link.from->text() : ""),
         labelled("to", link.to ? link.to->text() : ""), link.stated_at},
        link.source);
  for (const Property& property : entity.properties)
    out.add("Remarks", property.name, property.value, {}, property.source);
  return out.take();
}

}  // namespace cordon
