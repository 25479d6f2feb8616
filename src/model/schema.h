// What kind of thing a party is, in FollowTheMoney's words.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cordon {

// The FtM schemata that are parties. Addresses, sanctions, passports and links are not: they belong to one.
enum class Schema : uint8_t {
  kThing,        // nothing said
  kLegalEntity,  // a person or an organisation
  kPerson,
  kOrganization,
  kCompany,
  kPublicBody,
  kVehicle,
  kVessel,
  kAirplane,
  kCryptoWallet,
  kSecurity,
};

std::string_view schema_name(Schema schema);
// Reads an FtM schema name or a usual word for one ("individual", "entity", "ship", "firm"), case ignored.
std::optional<Schema> parse_schema(std::string_view text);

inline bool is_person(Schema s) { return s == Schema::kPerson; }
inline bool is_organization(Schema s) {
  return s == Schema::kOrganization || s == Schema::kCompany || s == Schema::kPublicBody;
}
inline bool is_vehicle(Schema s) { return s == Schema::kVehicle || s == Schema::kVessel || s == Schema::kAirplane; }
// Could one party be both? Unknown kinds agree with all; a person is no ship.
bool compatible(Schema a, Schema b);

}  // namespace cordon
