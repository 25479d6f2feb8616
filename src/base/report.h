// What a reader says about records that it skipped or took with a loss: counted, shown, never dropped in silence.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"

namespace cordon {

enum class Severity : uint8_t {
  kNote,     // something the reader wants known (an unknown label kept as it is)
  kLoss,     // part of a record could not be read; the record was kept
  kSkipped,  // the record was left out
};

struct Remark {
  Severity severity;
  std::string message;
  Where where;
};

// Collects remarks in the order of the input. Not thread-safe.
class Reporter {
 public:
  void note(std::string message, Where where = {}) { add(Severity::kNote, std::move(message), std::move(where)); }
  void loss(std::string message, Where where = {}) { add(Severity::kLoss, std::move(message), std::move(where)); }
  void skipped(std::string message, Where where = {}) { add(Severity::kSkipped, std::move(message), std::move(where)); }
  void add(Severity severity, std::string message, Where where) {
    remarks_.push_back({severity, std::move(message), std::move(where)});
  }
  const std::vector<Remark>& remarks() const { return remarks_; }
  uint64_t count(Severity severity) const {
    uint64_t n = 0;
    for (const Remark& r : remarks_) n += r.severity == severity;
    return n;
  }

 private:
  std::vector<Remark> remarks_;
};

}  // namespace cordon
