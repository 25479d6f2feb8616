// The regimes: what each law asks, read from data/regimes/*.toml. Format: docs/formats/regimes.md.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "duties/clock.h"
#include "duties/facts.h"
#include "model/duty.h"

namespace cordon::duties {

// By when something must be done. All zero: nothing but the words.
struct Deadline {
  int days = 0;  // after the event; business days of `calendar` where it is not empty
  int weeks = 0;
  std::string calendar;
  std::string after;                      // the event, in words: "blocking"
  unsigned month = 0, day = 0;            // of each year …
  unsigned held_month = 0, held_day = 0;  // … for what was held on this day before it
  std::string words;                      // "10 business days after blocking"
};
// The last day, where the day of the event is known; nothing where the deadline is words only.
std::optional<Day> due(const Deadline& deadline, Day event);

struct Rule {
  std::string id, text, law, addressee, form;
  Step step = Step::kInfo;
  std::optional<Deadline> deadline;
  std::vector<Condition> when;
  std::vector<std::string> asks;  // facts that are named as open whether or not somebody states any fact
  std::optional<Day> from, to;    // in force from the first day to before the last
  bool is_uncertain_law = false;

  // Nothing: by the law as it stands last.
  bool is_in_force(std::optional<Day> on) const { return on ? (!from || *from <= *on) && (!to || *on < *to) : !to; }
};

// A fact that follows from others: it has `value` where all conditions of one of `any` hold.
struct DerivedFact {
  std::string name, value, words;
  std::vector<std::vector<Condition>> any;
};

// What permits what a rule forbids.
struct Licence {
  std::string id, title, law, conditions;
  std::optional<Instant> from, to;  // usable from the first instant to before the last
  std::string until;                // `to` as the licence words it
  std::vector<Condition> when;
  std::vector<std::string> parties;     // names and entity ids that it is for; empty: any
  bool covers_owned = false;            // and for what these own half of or more, alone or together
  std::vector<std::string> programmes;  // patterns of those whose prohibitions it lifts; empty: not told apart
  std::vector<std::string> excluded;    // names and entity ids that it leaves out
  bool is_uncertain_law = false;
};

struct Regime {
  std::string id, name, authority, zone;
  std::vector<std::string> lists;  // ids, perhaps ending with '*'
  std::vector<DerivedFact> facts;
  std::vector<Rule> rules;
  std::vector<Licence> licences;

  // Errors: kBadInput with source and line.
  static Result<Regime> read(std::string_view toml, const std::string& source);
};

// Reads licences by regime from a file like data/regimes/licences.toml into `regimes`. Errors: kBadInput, with source
// and line.
Result<void> read_licences(std::string_view toml, const std::string& source, std::vector<Regime>& regimes);

// The built-in ones.
std::span<const Regime> regimes();
// Returns the id of the regime whose list this is ("ofac" is of "us"), or nothing: a list of the user's own.
std::optional<std::string_view> regime_of_list(std::string_view list);

}  // namespace cordon::duties
