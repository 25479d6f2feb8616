// What each party had in one company on every day: a step for each day on which it changed.
#pragma once

#include <functional>
#include <vector>

#include "graph/holdings.h"

namespace cordon::graph {

class History {
 public:
  // Whom the stakes of an owner are counted for: maybe several, maybe nobody. Each once.
  using CountsFor = std::function<std::vector<uint32_t>(PartyId owner)>;
  // Of the stakes as Holdings::stakes_on gives them. Without `counts_for` each owner's are counted for itself.
  // Cost: the rows of the company, sorted; not the days asked for.
  History(const Holdings& holdings, PartyId company, const CountsFor& counts_for = {});
  // What was held of a kind, to LinkKind::kBoard, on `day`.
  Share held(uint32_t whom, LinkKind kind, Day day) const;

 private:
  struct Step {
    LinkKind kind;
    uint32_t whom;
    Day day;
    ShareSum held;  // while it is built: by how much more than before
  };
  void append_steps(const Structure& structure, std::span<const uint32_t> rows, std::vector<Step>& out) const;
  std::vector<Step> steps_;  // by kind, whom, day
};

}  // namespace cordon::graph
