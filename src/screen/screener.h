// Screens subjects against a snapshot: retrieve, judge, rank, explain.
#pragma once

#include <memory>
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
  Screening screen(const Subject& subject) const;
  // The same by brute force over every entity: what `screen` must equal.
  Screening screen_brute_force(const Subject& subject) const;
  // Would retrieval hand this entity to the judge at all?
  bool proposes(const Subject& subject, uint32_t entity) const;

  const Snapshot& snapshot() const { return *snapshot_; }
  const ScreenSettings& settings() const { return settings_; }

 private:
  Screener(std::shared_ptr<const Snapshot> snapshot, ScreenSettings settings);
  struct Judged {  // the hits of one subject, in no order, and their parties
    std::vector<Hit> hits;
    std::vector<Entity> parties;
  };
  Result<void> prepare_parties();
  Screening answer(const Subject& subject, bool brute_force) const;
  Result<void> judge_found(const match::Query& query, Judged& out) const;
  Result<void> judge_all(const match::Query& query, Judged& out) const;
  bool admits(uint32_t entity) const { return admitted_.empty() || admitted_[entity]; }
  void retrieve(const match::Query& query, std::vector<index::Found>& out) const;
  std::shared_ptr<const Snapshot> snapshot_;
  ScreenSettings settings_;
  std::shared_ptr<const index::OfacNames> ofac_names_;                // where the profile's scorer needs it
  std::shared_ptr<const std::vector<match::PreparedParty>> parties_;  // all, where settings.verify is on
  std::vector<bool> admitted_;  // by entity number, where lists or programmes restrict the search; else empty
};

}  // namespace cordon::screen
