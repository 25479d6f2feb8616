// Screens subjects against a snapshot: retrieve, judge, rank, explain.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "match/judge.h"
#include "model/screening.h"
#include "model/subject.h"
#include "screen/answers.h"
#include "screen/search.h"
#include "screen/snapshot.h"

namespace cordon::screen {

class Screener : public Answers {
 public:
  // Errors: kInvalidArgument (a list or programme that the snapshot has not, with those it has).
  static Result<Screener> build(std::shared_ptr<const Snapshot> snapshot, ScreenSettings settings);

  Screening screen(const Subject& subject) const override;
  // The same with at most `top` hits instead of as many as the profile says.
  Screening screen(const Subject& subject, size_t top) const;
  // The same by brute force over every entity: what `screen` must equal.
  Screening screen_brute_force(const Subject& subject) const;
  // The answers of several subjects: each party is taken once for all of them, which is faster than one by one.
  std::vector<Screening> screen_brute_force(std::span<const Subject> subjects) const override;
  // Would retrieval hand this entity to the judge at all?
  bool proposes(const Subject& subject, uint32_t entity) const;

  const Snapshot& snapshot() const { return *snapshot_; }
  const ScreenSettings& settings() const override { return settings_; }
  // What screen() takes its hits from.
  const Search& search() const { return search_; }

 private:
  Screener(std::shared_ptr<const Snapshot> snapshot, ScreenSettings settings, Search search);
  struct Judged {  // a subject's query and its hits
    match::Query query;
    std::vector<FoundHit> found;
  };
  Result<void> prepare_parties();
  Result<void> judge_all(std::span<Judged> out) const;
  size_t top() const { return static_cast<size_t>(settings_.profile.top); }
  std::shared_ptr<const Snapshot> snapshot_;
  ScreenSettings settings_;
  Search search_;
  std::shared_ptr<const std::vector<match::PreparedParty>> parties_;  // all, where settings.verify is on
};

}  // namespace cordon::screen
