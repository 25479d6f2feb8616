// Many subjects on many cores: answers come out in the order of the input, whatever the number of threads. Memory does
// not grow with the input: a fixed number of chunks is between reader and writer, and recent answers are remembered up
// to a bound (recent_answers.h).
#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "intake/records.h"
#include "screen/answers.h"

namespace cordon::screen {

struct BatchSummary {
  uint64_t subjects = 0;
  std::array<uint64_t, 4> outcomes = {};  // by Outcome
  uint64_t hits = 0;
  uint64_t repeated = 0;                        // subjects that came again and were answered from memory
  std::vector<std::string> verify_differences;  // one line each, where settings.verify is on
};

struct BatchCallbacks {
  std::function<Result<void>(Screening&&)> on_screening;                  // in input order, on one thread at a time
  std::function<void(uint64_t subjects, double share_read)> on_progress;  // may be empty
};

// Reads all of `reader`, screens on `jobs` threads (0: all cores). Errors: the reader's or on_screening's; what was
// answered before stays answered.
Result<BatchSummary> screen_batch(const Answers& answers, intake::RecordReader& reader, unsigned jobs,
                                  const BatchCallbacks& callbacks);

}  // namespace cordon::screen
