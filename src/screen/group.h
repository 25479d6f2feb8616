// One party, one alert: which hits of one screening are the same party, met on several lists or twice on one.
//
// Two hits are one party where they share
//   a UN reference number, as an identifier or among their references (EU, OFAC and others state those of the UN); or
//   an identifier that decides (id_strength kStrong) and that neither list calls false; or
//   a name (the same parts by sound in any order, titles and legal forms aside) and a full birth date.
// The last two do not hold against a contradiction: parties of kinds that exclude each other, birth dates of which no
// pair can agree, or, for the name, other numbers of a kind that a party has one of (an INN, a SNILS).
// What is shared is passed on: where A is B and B is C, all three are one.
#pragma once

#include <span>
#include <string>

#include "model/entity.h"
#include "model/screening.h"

namespace cordon::screen {

// Sets Hit::group of every hit to the entity_id of the first hit, in the order given, that is the same party: its own
// where there is none. REQUIRES: `parties` holds every hit's entity, in any order; no party twice among the hits. Cost:
// about linear in the hits' names and identifiers; nothing for one hit.
void group_hits(std::span<Hit> hits, std::span<const Entity> parties);

// Returns all of a party that group_hits() looks at, as bytes: two versions of a party of which it is equal are joined
// to the same others, whoever those are. Names count only beside a full birth date, schema and birth dates only where
// something can be contradicted.
std::string joined_by(const Entity& party);

}  // namespace cordon::screen
