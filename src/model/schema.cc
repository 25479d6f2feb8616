#include "model/schema.h"

#include "base/utf8.h"

namespace cordon {
namespace {

struct Row {
  std::string_view word;
  Schema schema;
};

// The first row of a schema is its FtM name; the rest are words that lists and customers use for it.
constexpr Row kWords[] = {
    {"Thing", Schema::kThing},
    {"LegalEntity", Schema::kLegalEntity},
    {"Person", Schema::kPerson},
    {"Organization", Schema::kOrganization},
    {"Company", Schema::kCompany},
    {"PublicBody", Schema::kPublicBody},
    {"Vehicle", Schema::kVehicle},
    {"Vessel", Schema::kVessel},
    {"Airplane", Schema::kAirplane},
    {"CryptoWallet", Schema::kCryptoWallet},
    {"Security", Schema::kSecurity},
    {"individual", Schema::kPerson},
    {"natural person", Schema::kPerson},
    {"private", Schema::kPerson},
    {"p", Schema::kPerson},
    {"i", Schema::kPerson},
    {"entity", Schema::kOrganization},
    {"enterprise", Schema::kOrganization},
    {"organisation", Schema::kOrganization},
    {"e", Schema::kOrganization},
    {"firm", Schema::kCompany},
    {"business", Schema::kCompany},
    {"corporate", Schema::kCompany},
    {"corporation", Schema::kCompany},
    {"legal person", Schema::kOrganization},
    {"legal entity", Schema::kLegalEntity},
    {"public body", Schema::kPublicBody},
    {"government", Schema::kPublicBody},
    {"ship", Schema::kVessel},
    {"aircraft", Schema::kAirplane},
    {"plane", Schema::kAirplane},
    {"wallet", Schema::kCryptoWallet},
    {"crypto wallet", Schema::kCryptoWallet},
};

}  // namespace

std::string_view schema_name(Schema schema) {
  for (const Row& row : kWords)
    if (row.schema == schema) return row.word;
  return "Thing";
}

std::optional<Schema> parse_schema(std::string_view text) {
  std::string lower = ascii_lower(trim(text));
  for (char& c : lower)
    if (c == '_' || c == '-') c = ' ';
  for (const Row& row : kWords)
    if (ascii_lower(row.word) == lower) return row.schema;
  return std::nullopt;
}

bool compatible(Schema a, Schema b) {
  if (a == b || a == Schema::kThing || b == Schema::kThing) return true;
  const auto legal = [](Schema s) { return s == Schema::kLegalEntity || is_person(s) || is_organization(s); };
  if (a == Schema::kLegalEntity) return legal(b);
  if (b == Schema::kLegalEntity) return legal(a);
  if (is_organization(a) && is_organization(b)) return true;
  return is_vehicle(a) && is_vehicle(b) && (a == Schema::kVehicle || b == Schema::kVehicle);
}

}  // namespace cordon
