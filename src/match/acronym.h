// Acronyms as weak evidence: one name is a word in capitals, and its letters are the initials of the whole other name.
// An alternative to the alignment of two names (align.h), not a part of it: "IRISL" has no part of "Islamic Republic of
// Iran Shipping Lines". Many names have the same initials, so the pair gets acronym_kept points and no more
// (docs/decisions/0010).
#pragma once

#include "match/align.h"
#include "match/prepared_name.h"

namespace cordon::match {

// Returns whether one of the two names is an acronym of the other, in either direction, and makes `out` their
// alignment: one pair of Alike::kAcronym, of acronym_kept points. Legal forms that differ: not.
bool align_acronym(const PreparedName& query, const PreparedName& other, const Profile& profile, Alignment& out);

}  // namespace cordon::match
