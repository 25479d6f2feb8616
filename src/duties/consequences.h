// What follows from a verdict: which duty, from which sentence of which law, on which fact. Never that somebody
// complies.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "duties/regimes.h"

namespace cordon::duties {

struct Duty {
  const DutyRow* row = nullptr;
  std::optional<Day> due;  // the last day, where the law counts days
  std::string fact;        // "DERIVED_CERTAIN under ofac as of 2026-11-24"
};

// Returns the duties of a verdict under a rule on the day on which it arose; the strictest first. REQUIRES: `verdict`
// is one of graph::verdict_name().
std::vector<Duty> duties_of(std::string_view rule, std::string_view verdict, Day day);

// A licence or exemption, as an authority issued it.
struct Licence {
  std::string id, rule;
  int64_t valid_from = 0, valid_to = 0;  // seconds since 1970-01-01 UTC: the first in force, the first no longer
  std::set<std::string> purposes;        // empty: any
  std::set<std::string> excluded;        // parties that it does not cover
};
// A transaction, as far as licences and the time of law look at it.
struct Deal {
  std::string rule, purpose;
  std::vector<std::string> parties;
  int64_t value_time = 0;  // when it is executed: the law of that moment counts
};
enum class LicenceFit : uint8_t { kPermits, kOtherRule, kNotYetValid, kExpired, kOtherPurpose, kPartyExcluded };
LicenceFit fit_of(const Licence& licence, const Deal& deal);

// What is to be done with a deal under one regime.
struct Outcome {
  std::string rule;
  Action action = Action::kInfo;
  std::string permitted_under;  // the id of a licence; records of it are to be kept
  bool keeps_records = false;
  std::vector<std::string> conflicts;  // laws that forbid to follow it: a person decides
};
// `was_blocked_before`: property that was blocked stays blocked until the authority lets it go, whatever changed since.
Outcome outcome_of(std::string_view verdict_at_value_time, const Deal& deal, const std::vector<Licence>& licences,
                   bool was_blocked_before);
// The outcome that is followed: the strictest of the regimes that apply. Nothing where none applies.
const Outcome* strictest(const std::vector<Outcome>& outcomes, const std::set<std::string>& rules_that_apply);
// Adds to an outcome that a blocking statute forbids to follow it (Regulation (EC) No 2271/96: Iran, Cuba).
void mark_conflict(Outcome& outcome, std::string_view programme, bool user_is_in_eu);

}  // namespace cordon::duties
