// Names of companies, organisations and vessels: made of a brand, a line of business, a place, a number, a legal form.
#pragma once

#include <string>
#include <vector>

#include "world/spelling.h"

namespace cordon::world {

struct OrganisationName {
  const Culture* culture = nullptr;
  std::string country;
  std::vector<KnownPart> brand;    // one to three words
  std::vector<std::string> plain;  // common words behind the brand, "petroleum products"
  const Place* place = nullptr;
  const Kind* kind = nullptr;  // line of business
  const LegalForm* legal = nullptr;
  std::string lead;     // before all: "foundation for the", "state enterprise"
  uint32_t number = 0;  // "no. 7"; 0: none
};

// What a group of companies shares.
struct Group {
  std::vector<KnownPart> brand;
  std::string country;
};
Group draw_group(const Culture& culture, Random& random);
std::vector<KnownPart> draw_brand(const Culture& culture, Random& random);

OrganisationName draw_company(const Culture& culture, const Group* group, Random& random);
OrganisationName draw_organisation(const Culture& culture, Random& random);  // no company

// How much of the name is written, and how.
struct OrganisationForm {
  bool legal = true;
  size_t legal_spelling = 0;  // of LegalForm::spellings
  bool legal_translated = false;
  bool kind_in_own_language = false;
  bool ampersand = false;
};
// Lower case but for the legal form; Latin letters.
std::vector<std::string> words_of(const OrganisationName& name, const OrganisationForm& form, const Style& style);
std::string original_of(const OrganisationName& name);  // may be empty
std::string acronym_of(const OrganisationName& name, const Style& style);

struct VesselName {
  std::vector<std::string> words;  // lower case
  uint32_t number = 0;
};
VesselName draw_vessel(const Culture& culture, Random& random);
std::string text_of(const VesselName& name);

}  // namespace cordon::world
