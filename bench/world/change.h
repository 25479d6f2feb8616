// A listed party's name as a customer file may hold it: changed as people change names, never into another name.
// Nothing of Cordon's own reading of names is used, so that what is measured is not what measures.
#pragma once

#include <optional>

#include "world/party.h"

namespace cordon::world {

enum class Change : uint8_t {
  kTransliteration,  // another accepted romanisation or spelling by ear
  kTyping,           // one or two errors of typing or reading in long words
  kDropped,          // without middle name, patronymic or second surname; a firm without its legal form
  kOrder,            // family name first or last
  kJoined,           // parts written together or apart
  kNickname,         // "Bill" for "William"
  kLegalForm,        // the legal form in another spelling or language
  kOwnLanguage,      // a firm's line of business in its own language
  kAbbreviated,      // "Bros & Intl" for "Brothers and International"
  kSeveral,          // transliteration together with another
};
constexpr size_t kChanges = 10;
std::string_view change_name(Change change);

struct Changed {
  std::string text;
  Change change = Change::kTransliteration;
};

// The name of `party` changed; nothing where the party is of a kind that is no customer (an aircraft, a wallet).
// More than nine in ten differ, case and marks on letters aside, from all names of the party; where the change is not
// one of order, in their words too.
std::optional<Changed> change_name(const Party& party, Random& random);

}  // namespace cordon::world
