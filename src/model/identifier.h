// Identifiers: what a number is, whether its checksum holds, and the one form in which two of them are compared.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"

namespace cordon {

enum class IdKind : uint8_t {
  kUnknown,  // a number whose kind is not said
  kPassport,
  kNationalId,
  kTaxNumber,
  kRegistrationNumber,
  kInn,
  kOgrn,
  kOkpo,
  kKpp,
  kSnils,
  kEdrpou,
  kUnp,
  kBin,
  kUscc,
  kLei,
  kBic,
  kIban,
  kAccount,
  kDuns,
  kImo,
  kMmsi,
  kCallSign,
  kTailNumber,
  kSerialNumber,
  kHull,
  kCryptoAddress,
  kIsin,
  kTicker,
  kSsn,
  kCurp,
  kRfc,
  kCedula,
  kUnReference,
  kLicence,
  kVat,
  kOther,
};

// How much an equal number proves (DOMAIN 2.0): strong decides, medium supports, weak hardly counts.
enum class IdStrength : uint8_t { kWeak, kMedium, kStrong };

struct IdKindRow {
  IdKind kind;
  std::string_view name;   // as in --id NAME:COUNTRY:NUMBER and in JSON
  std::string_view ftm;    // FtM property
  std::string_view label;  // as people say it
  IdStrength strength;
  bool single_valued;  // a party has one: two different ones contradict each other
};
std::span<const IdKindRow> id_kinds();
const IdKindRow& id_kind_row(IdKind kind);
// Is this a kind of number that a country issues and that means little without it (a passport, a tax number)?
bool issued_by_country(IdKind kind);
// Reads a name, an FtM property or a usual label ("Tax ID No.", "INN", "passport number"), case and punctuation
// ignored.
std::optional<IdKind> parse_id_kind(std::string_view text);

struct Identifier {
  IdKind kind = IdKind::kUnknown;
  std::string value;         // as written
  std::string country;       // ISO 3166 alpha-2 in lower case, or empty
  std::string detail;        // currency of a crypto address, label of kOther, issuer
  bool known_false = false;  // the list says it is false, expired data or revoked: never supports a match
  std::optional<DateSpan> issued;
  std::optional<DateSpan> expires;
  uint16_t source = 0;  // index into the party's sources
};

enum class IdCheck : uint8_t { kNoChecksum, kValid, kInvalid };

// Returns the number as compared: upper case, no blanks, dots, dashes, slashes; Cyrillic look-alikes made Latin;
// leading zeros kept; ETH in lower case; an 8-character BIC for 11 with XXX.
std::string normal_id(IdKind kind, std::string_view value);
// Holds `value` against the checksum of its kind (DOMAIN 2.1).
IdCheck check_id(IdKind kind, std::string_view value);
// The same for a number that only a country and use give a checksum: "cn-resident", "cn-org", "ir-person",
// "ir-company", "tr-person", "tr-company", "ua-person", "ae-person", "ch-uid", "in-pan", "in-gstin". kNoChecksum for
// any other name.
IdCheck check_national_id(std::string_view name, std::string_view value);
// "IMO 1234567" may number a ship or a company: two checksums, a few numbers pass both (DOMAIN 2.0 V6).
enum class ImoType : uint8_t { kNone, kShip, kCompany, kEither };
ImoType imo_type(std::string_view value);
// Is an equal number of this kind, in this form, enough to say "the same party"? A short or invalid number is not.
IdStrength id_strength(const Identifier& id);

}  // namespace cordon
