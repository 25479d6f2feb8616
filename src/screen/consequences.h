// What the hits of a screening ask for: each hit as a finding of the duties' room.
#pragma once

#include <functional>
#include <span>
#include <string>
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

// A listed party on whom a verdict rests, as its list states it: the company itself, or one behind it.
struct Ground {
  std::string party;               // id on its list; name in the structure where somebody only supposed it to be listed
  std::vector<std::string> names;  // by which licences may name it
  std::string list;                // empty: supposed
  std::vector<std::string> programs, measures;
  bool is_company = false;  // it is the company that was asked for
};

// The same of a verdict about who owns a company: `rule` is that of data/ownership (ofac, bis, eu, uk, ch, ca, au),
// `verdict` a word of DOMAIN's (LISTED, DERIVED_CERTAIN …). The company is the one that was asked for: no question
// whether it is the party. List and programmes are those of the grounds; of one that was only supposed to be listed the
// programme is not known, and it is taken for one of its authority's main list, whose entries block. A rule about an
// SSI Directive is about that listing alone.
Result<std::vector<Duty>> duties_of_verdict(std::string_view company, std::string_view rule, std::string_view verdict,
                                            const duties::Question& question, std::span<const Ground> grounds = {});

}  // namespace cordon::screen
