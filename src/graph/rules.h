// The ownership rules of the authorities, from data/ownership/rules.toml: one row for each rule and period.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/rational.h"
#include "graph/share.h"
#include "graph/structure.h"

namespace cordon::graph {

enum class Aggregation : uint8_t { kAll, kPerson };
enum class Consequence : uint8_t { kClear, kControlConcern, kPossible, kDerived, kAdds };

// One row of the table; the file says what each column means.
struct Rule {
  std::string id, name, authority, citation, status, confidence;
  Day from = kAlways, to = kForever;
  Rational threshold;
  bool strict = false;
  Aggregation aggregates = Aggregation::kAll;
  uint32_t counts = 0;  // a bit for each LinkKind
  Consequence outcome = Consequence::kDerived;
  Consequence pact = Consequence::kControlConcern;
  Consequence at_threshold = Consequence::kClear;
  Consequence sham = Consequence::kControlConcern;
  bool sum_warning = false;
  bool rebuttable = false;
  bool only_where_listed =
      false;  // a measure beside the rule of its authority: asked where parties are listed under it

  bool counts_kind(LinkKind kind) const { return (counts >> static_cast<unsigned>(kind) & 1U) != 0; }
  // Is a share of at least / at most `bound` certainly / possibly caught?
  bool is_met_from(const Bound& low) const {
    return low.value > threshold || (low.value == threshold && (!strict || low.open));
  }
  bool can_be_met_up_to(const Bound& high) const {
    return high.value > threshold || (high.value == threshold && !strict && !high.open);
  }
};

// Every row, in the order of the file. Aborts where the embedded table is broken.
std::span<const Rule> rules();
// The ids in the order of the file: ofac, eu, uk, … Those of measures that are asked only where a party is listed under
// them are left out; all_rule_ids() has them too.
std::vector<std::string> rule_ids();
std::vector<std::string> all_rule_ids();

struct RuleInForce {
  const Rule* rule = nullptr;
  bool is_early = false;  // the day is before the first row: judged by it, and flagged
};
// REQUIRES: id is one of all_rule_ids().
RuleInForce rule_on(std::string_view id, Day day);

}  // namespace cordon::graph
