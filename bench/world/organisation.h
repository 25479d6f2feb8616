// Names of companies, organisations and vessels, put together of items: a brand, a line of business, a place, a number,
// a legal form. The same items are written in several languages.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "world/spelling.h"

namespace cordon::world {

struct Number {
  uint32_t value = 0;
};
// A brand or the name of a person, a concept, a place, a word that stays as it is, a number, a legal form (last).
using Item = std::variant<KnownPart, const Concept*, const Place*, std::string, Number, const LegalForm*>;

struct OrganisationName {
  const Culture* culture = nullptr;
  std::string country;
  std::vector<Item> items;  // in the order of English
};

// What a group of companies shares.
struct Group {
  std::vector<Item> brand;
  std::string country;
};
Group draw_group(const Culture& culture, Random& random);

OrganisationName draw_company(const Culture& culture, const Group* group, Random& random);
OrganisationName draw_organisation(const Culture& culture, Random& random);  // no company
// Another brand in the same name, as before a renaming; false where it has none.
bool rename(OrganisationName& name, Random& random);

// How much of the name is written, and how.
struct OrganisationForm {
  Language language = Language::kEnglish;  // of its concepts
  bool own_script = false;                 // in Cyrillic or Arabic letters
  bool legal = true;
  size_t legal_spelling = 0;  // of LegalForm::spellings, modulo their number
  bool legal_translated = false;
};
// The language in which a firm of that culture names itself; kEnglish where the tables have none.
Language own_language(const OrganisationName& name);
// The words of a name, in lower case but for the legal form; empty where it cannot be written so.
std::vector<std::string> words_of(const OrganisationName& name, const OrganisationForm& form, const Style& style);
std::string acronym_of(const OrganisationName& name, const Style& style);
const LegalForm* legal_form(const OrganisationName& name);

struct VesselName {
  std::vector<std::string> words;  // lower case
};
VesselName draw_vessel(const Culture& culture, Random& random);

}  // namespace cordon::world
