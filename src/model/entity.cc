// The words for the kinds of statement that an entity consists of.
#include "model/entity.h"

namespace cordon {

std::string_view name_kind_word(NameKind kind) {
  switch (kind) {
    case NameKind::kPrimary:
      return "primary";
    case NameKind::kAlias:
      return "alias";
    case NameKind::kFormer:
      return "former";
    case NameKind::kNow:
      return "now";
    case NameKind::kOriginal:
      return "original";
  }
  return "alias";
}

std::string_view name_strength_word(NameStrength strength) {
  switch (strength) {
    case NameStrength::kUnknown:
      return "unknown";
    case NameStrength::kStrong:
      return "strong";
    case NameStrength::kWeak:
      return "weak";
  }
  return "unknown";
}

std::string_view date_kind_word(DateKind kind) {
  switch (kind) {
    case DateKind::kBirth:
      return "birthDate";
    case DateKind::kDeath:
      return "deathDate";
    case DateKind::kFounded:
      return "incorporationDate";
    case DateKind::kListed:
      return "listingDate";
    case DateKind::kUpdated:
      return "modifiedAt";
    case DateKind::kBuilt:
      return "buildDate";
  }
  return "date";
}

std::string_view country_kind_word(CountryKind kind) {
  switch (kind) {
    case CountryKind::kCountry:
      return "country";
    case CountryKind::kNationality:
      return "nationality";
    case CountryKind::kCitizenship:
      return "citizenship";
    case CountryKind::kBirthCountry:
      return "birthCountry";
    case CountryKind::kFlag:
      return "flag";
    case CountryKind::kFormerFlag:
      return "pastFlags";
    case CountryKind::kJurisdiction:
      return "jurisdiction";
  }
  return "country";
}

std::vector<std::string> values_of(const std::vector<Mention>& mentions) {
  std::vector<std::string> out;
  out.reserve(mentions.size());
  for (const Mention& m : mentions) out.push_back(m.value);
  return out;
}

}  // namespace cordon
