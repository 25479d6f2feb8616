// Where the party that should be found stands in a subject's answer: the rows of `cordon eval`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/screening.h"
#include "screen/measure.h"
#include "screen/screener.h"

namespace cordon::screen {

// Finds listed parties by what people call them: LIST:ID or the list's own id, case ignored.
class TargetIndex {
 public:
  struct Target {
    std::string entity_id, list;
    Schema schema = Schema::kThing;
    uint32_t number = 0;
  };
  // Reads every entity. Errors: kCorrupt.
  static Result<TargetIndex> build(const Snapshot& snapshot);
  // Returns the parties that `text` names: one id, or several between semicolons of which any will do. Empty where one
  // of them is unknown.
  std::vector<const Target*> find(std::string_view text) const;

 private:
  std::vector<const Target*> find_one(std::string_view id) const;
  std::vector<Target> targets_;  // by number
  std::unordered_map<std::string, std::vector<uint32_t>> by_id_;
};

// A target in an answer. Only hits on the target's own list count for the rank, so that an answer is not the worse for
// further lists; hits of one score keep the order of the answer.
struct Placing {
  const TargetIndex::Target* target = nullptr;
  size_t rank = 0;    // from 1; 0: not among the hits
  Points score = -1;  // of the target's hit
  bool found(size_t most_rank, Points at) const { return rank != 0 && rank <= most_rank && score >= at; }
};
// Returns the best placing of any of `targets`. REQUIRES: one; all hits, none cut off.
Placing place(const Screening& screening, const std::vector<const TargetIndex::Target*>& targets);

// The writing system of the subject's first name: "Latin", "Cyrillic" …; "none" without a name.
std::string script_of(const Subject& subject);

// A part of the rows: by = "script", value = "Cyrillic"; an empty `by` is all of them.
struct RowGroup {
  std::string_view by;
  std::string value;
  bool operator==(const RowGroup&) const = default;
};

// Every row of an evaluation, and what its figures are.
struct Evaluation {
  struct Row {
    Placing placing;  // schema and list are the target's
    std::string script;
  };
  struct Negative {
    Points top_score = -1;  // of its best hit on any list
    std::string script;
    Schema schema = Schema::kThing;
  };
  std::vector<Row> rows;
  std::vector<Negative> negatives;

  // All, then each script, schema and list that occurs, by name.
  std::vector<RowGroup> groups() const;
  std::vector<RowGroup> negative_groups() const;  // all, scripts, schemata
  // The share of a group's rows whose party is among the first `k` hits on its list and scores `at` or more.
  Share recall(const RowGroup& group, size_t k, Points at) const;
  // The share of a group's negatives that have a hit of `at` or more.
  Share hit_rate(const RowGroup& group, Points at) const;
  // The least score that keeps the hit rate at or under `rate`: one above cutoff_at_hit_rate().
  Points score_at_hit_rate(Millionths rate) const;
};

}  // namespace cordon::screen
