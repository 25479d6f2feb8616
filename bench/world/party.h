// A listed party of the generated world. Party i depends on the seed and on i alone.
#pragma once

#include <string>
#include <vector>

#include "world/organisation.h"
#include "world/person.h"

namespace cordon::world {

enum class PartyKind : uint8_t { kPerson, kCompany, kOrganization, kVessel, kAirplane, kCryptoWallet };
enum class ListedAs : uint8_t { kName, kAlias, kWeakAlias, kPreviousName };

struct ListedName {
  ListedAs as = ListedAs::kName;
  std::string text;
};

// A property of FollowTheMoney and its value.
struct Statement {
  std::string property, value;
};

struct Party {
  uint64_t index = 0;
  PartyKind kind = PartyKind::kPerson;
  const Culture* culture = nullptr;
  std::string country;
  std::string birth;  // "", "1961" or "1961-05-03"; of firms: founded; of vessels: built
  std::vector<ListedName> names;
  std::vector<Statement> statements;
  PersonName person;              // of a person
  OrganisationName organisation;  // of a company or an organisation
  VesselName vessel;
  std::vector<Language> languages;  // in which an organisation is listed, beside English
  Style style;                      // of its first name
};

std::string id_of(uint64_t party);
std::string_view schema_of(PartyKind kind);
Party make_party(uint64_t seed, uint64_t index);

// "1948-02-07"; any day of a life that fits a customer or a listed person.
std::string draw_birth(Random& random);
// "Abd al-Rahman AL-MASRI", "Petrov, Ivan": how lists write it.
std::string person_text(const PersonName& name, const Style& style);

}  // namespace cordon::world
