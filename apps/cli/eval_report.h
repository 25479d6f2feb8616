// What `cordon eval` has found out, and its forms.
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "screen/evaluate.h"

namespace cordon::cli {

struct EvalReport {
  struct Rate {
    screen::Millionths wanted;
    Points at;            // least score that keeps to it
    bool is_under_floor;  // fewer negatives than that reach the floor: recall is that at the floor
  };
  std::string source, negatives_source;  // the second is empty without --negatives
  std::string snapshot_hash;
  uint64_t parties = 0;
  size_t lists = 0;
  Profile profile;
  std::vector<size_t> ranks;  // the k of recall@k, rising
  std::vector<Rate> rates;
  Points floor = 0;
  uint64_t unusable = 0, unusable_negatives = 0;  // rows, each of which was reported
  screen::Evaluation found;
};

std::string eval_text(const EvalReport& report, const Look& look);
std::string eval_jsonl(const EvalReport& report);

}  // namespace cordon::cli
