// --jurisdiction, --fact, --event, --office: what duties are asked for.
#pragma once

#include "cli/commands.h"
#include "duties/consequences.h"
#include "model/profile.h"

namespace cordon::cli {

inline constexpr Option kJurisdiction = {"--jurisdiction", "", "CODE", Takes::kMany,
                                         "whose law binds you: us, eu, uk, ch, ca, au or a country's code; duties that "
                                         "follow for certain are told from those "
                                         "that follow perhaps"};
inline constexpr Option kFact = {"--fact", "", "KEY=VALUE", Takes::kMany,
                                 "a fact of the business on which duties depend: currency=USD, clearing=us, "
                                 "role=payee, institution=bank, goods=critical, "
                                 "significant=yes …; what is not stated stays open"};
inline constexpr Option kEvent = {
    "--event", "", "DATE|INSTANT", Takes::kOne,
    "when it happens (blocking, value time): 2026-11-20, 2026-11-21T02:30Z; deadlines become dates, and the law and "
    "licences of that time hold (own: default the day of --as-of, where that is given)"};
inline constexpr Option kOffice = {"--office", "", "ZONE", Takes::kOne,
                                   "time zone of the office that is obliged, by whose calendar deadlines run: "
                                   "Europe/Berlin (default: that of each authority)"};

inline constexpr Option kLicences = {"--licences", "", "FILE", Takes::kMany,
                                     "licences that you hold or may use, in the form of data/regimes/licences.toml "
                                     "(docs/formats/regimes.md), beside the general ones that are built in"};

// Reads them; whom a licence leaves out is matched as `profile` says. Errors: kInvalidArgument, naming the option;
// kBadInput, naming the line of a licence; kNotFound, kIo.
Result<duties::Question> question_of(const Arguments& arguments, const Profile& profile);

}  // namespace cordon::cli
