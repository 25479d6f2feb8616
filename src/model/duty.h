// Duty: what the law asks for a finding, from which sentence of which law, on which facts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace cordon {

// What is to be done. The first six, up to kBlock and kFreeze, are a ladder, mildest first; the others come beside it.
enum class Step : uint8_t {
  kInfo,
  kMonitor,
  kRfi,     // ask
  kHold,    // a stop until somebody has looked; no legal status
  kReject,  // do not process, return: no interest that can be blocked
  kBlock,   // take into a blocked account, never return (US, CA)
  kFreeze,  // freeze in place (EU, UK, CH, AU)
  kReport,
  kRecord,
  kExposure,   // no duty: what may be done to whoever goes on
  kConflict,   // two laws ask for opposite things: for a person only
  kPermitted,  // under a licence, with what it asks
  kExit,       // the relationship
};
std::string_view step_name(Step step);  // "INFO" … "PERMITTED_UNDER", "EXIT"
// How strict: 0 (INFO) … 5 (BLOCK, FREEZE); nothing for what is no rung of the ladder.
std::optional<int> strictness(Step step);

// How significant a transaction is: the seven factors after 31 CFR 561.404. The law has no total and no threshold.
struct Significance {
  struct Factor {
    std::string letter, name;
    std::string level;               // high, medium, low, or unknown
    std::vector<std::string> facts;  // on which the level rests, or the questions that are open
  };
  std::vector<Factor> factors;  // a … g
  // high: two factors or more are; low: all that are known are; medium; unknown: too little is known
  std::string level;
  std::string narrative;  // one sentence
};

struct Duty {
  std::string id;      // of the rule: "us-block-report"; of a licence: its number
  std::string regime;  // us, eu, uk, ch, ca, au, un
  Step step = Step::kInfo;
  bool is_certain = false;           // false: it follows if `missing` are all answered with yes
  bool is_strictest = false;         // of the certain rungs of the ladder, over all regimes
  std::string text;                  // one sentence: what is asked
  std::string law;                   // which sentence of which law
  bool is_uncertain_law = false;     // known from secondary sources only: to be verified
  std::string addressee, form;       // of a report
  std::string deadline;              // in words: "10 business days after blocking"; empty: none
  std::optional<Day> due;            // as a date, where the day of the event is known
  std::vector<std::string> met;      // the facts it rests on: "programme: RUSSIA-EO14024"
  std::vector<std::string> missing;  // the questions that are open: "is it this party?"
  std::vector<std::string> parties;  // entity ids from which it arises
  std::optional<Significance> significance =
      {};  // of the transaction, where facts of it are stated and it is asked for
};

}  // namespace cordon
