// How significant a transaction is: seven factors after 31 CFR 561.404. The law has no total and no threshold.
#pragma once

#include <string>
#include <vector>

#include "duties/facts.h"

namespace cordon::duties {

struct Factor {
  std::string letter, name;
  std::string level;               // high, medium, low, or unknown
  std::vector<std::string> facts;  // on which the level rests, or the questions that are open
};

struct Significance {
  std::vector<Factor> factors;  // a … g
  std::string
      level;  // high: two factors or more are; low: all that are known are; medium; unknown: too little is known
  std::string narrative;  // one sentence
};
Significance significance_of(const Facts& facts);

}  // namespace cordon::duties
