// What the hits of a screening ask for: each hit as a finding of the duties' room.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "duties/consequences.h"
#include "model/profile.h"
#include "model/screening.h"

namespace cordon::screen {

// Returns the duties of the screening's hits: those of lists that have a regime, and not those that are gone. Errors:
// duties_of's.
Result<std::vector<Duty>> duties_of(const Screening& screening, const duties::Question& question);

// Says of two names whether screening one for the other would be a hit: whom a licence leaves out is screened for, so
// that another spelling does not make the licence his (CON-3). For duties::Question::is_same_party.
std::function<bool(std::string_view, std::string_view)> same_party_by(const Profile& profile);

// The same of a verdict about who owns a company: `rule` is that of data/ownership (ofac, bis, eu, uk, ch, ca, au),
// `verdict` a word of DOMAIN's (LISTED, DERIVED_CERTAIN …). The company is the one that was asked for: no question
// whether it is the party. A party that was only supposed to be listed is taken for one of its authority's main list,
// whose entries block.
Result<std::vector<Duty>> duties_of_verdict(std::string_view company, std::string_view rule, std::string_view verdict,
                                            const duties::Question& question);

}  // namespace cordon::screen
