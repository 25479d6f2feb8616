// Screens subjects against a snapshot: retrieve, judge, rank, explain.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "index/found.h"
#include "index/ofac_names.h"
#include "match/judge.h"
#include "model/profile.h"
#include "model/screening.h"
#include "model/subject.h"
#include "screen/snapshot.h"

namespace cordon::screen {

struct ScreenSettings {
  Profile profile;
  std::vector<std::string> lists;     // --list: only these; empty: all
  std::vector<std::string> programs;  // --program: only entities under one of these; empty: all
  bool verify = false;                // compare each answer with brute force over the whole snapshot
};

class Screener {
 public:
  // Errors: kInvalidArgument (a list or programme that the snapshot has not, with those it has).
  static Result<Screener> build(std::shared_ptr<const Snapshot> snapshot, ScreenSettings settings);

  // Returns the answer; outcome kNotScreened with the error where there is none to give (subject.not_screened, a
  // subject without a name or identifier to search by, a corrupt block). Thread-safe. Deterministic.
  // At most `top` hits, those of the profile where it is not given.
  Screening screen(const Subject& subject, std::optional<size_t> top = std::nullopt) const;
  // The same by brute force over every entity: what `screen` must equal.
  Screening screen_brute_force(const Subject& subject) const;
  // The answers of several subjects: each party is taken once for all of them, which is faster than one by one.
  std::vector<Screening> screen_brute_force(std::span<const Subject> subjects) const;
  // Would retrieval hand this entity to the judge at all?
  bool proposes(const Subject& subject, uint32_t entity) const;

  const Snapshot& snapshot() const { return *snapshot_; }
  const ScreenSettings& settings() const { return settings_; }

 private:
  Screener(std::shared_ptr<const Snapshot> snapshot, ScreenSettings settings);
  struct Judged {  // a subject's query, its hits in no order, and their parties
    match::Query query;
    std::vector<Hit> hits;
    std::vector<Entity> parties;
  };
  Result<void> prepare_parties();
  // Prepares the query, or returns the answer where there is nothing to search by.
  std::optional<Screening> refusal(const Subject& subject, Judged& out) const;
  Result<void> judge_found(Judged& out, size_t top) const;
  Result<void> judge_all(std::span<Judged> out) const;
  Screening answer(const Subject& subject, Judged judged, size_t top) const;
  bool admits(uint32_t entity) const { return admitted_.empty() || admitted_[entity]; }
  void retrieve(const match::Query& query, std::vector<index::Found>& out) const;
  std::shared_ptr<const Snapshot> snapshot_;
  ScreenSettings settings_;
  std::shared_ptr<const index::OfacNames> ofac_names_;                // where the profile's scorer needs it
  std::shared_ptr<const std::vector<match::PreparedParty>> parties_;  // all, where settings.verify is on
  std::vector<bool> admitted_;  // by entity number, where lists or programmes restrict the search; else empty
};

}  // namespace cordon::screen
