// Finds the hits of a query among the parties of one index: retrieve, judge. What a Screener does in a whole snapshot,
// and ChangedParties among the few that two snapshots differ in.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "index/index.h"
#include "index/ofac_names.h"
#include "match/judge.h"
#include "model/profile.h"
#include "model/screening.h"
#include "model/subject.h"

namespace cordon::screen {

// What a list or a programme means that the snapshot does not have: a mistake, or none of its parties.
enum class Unknown : uint8_t { kIsAnError, kAdmitsNone };

struct ScreenSettings {
  Profile profile;
  std::vector<std::string> lists;     // --list: only these; empty: all
  std::vector<std::string> programs;  // --program: only entities under one of these; empty: all
  bool verify = false;                // compare each answer with brute force over the whole snapshot
  Unknown unknown = Unknown::kIsAnError;
};

// Returns the query for a subject. `subject` must outlive it. Errors: kBadInput where there is nothing to search by
// (no name with a letter or digit, no identifier); subject.not_screened.
Result<match::Query> query_of(const Subject& subject, const Profile& profile);

// Returns the answer for a subject that could not be screened.
Screening not_screened(const Subject& subject, Error error);

// Parties by their numbers in an index.
struct Parties {
  const index::Index* index = nullptr;             // must outlive the search
  std::function<Result<Entity>(uint32_t)> entity;  // thread-safe
  uint32_t size() const { return index->entities(); }
};

// A hit with its party.
struct FoundHit {
  Hit hit;
  Entity party;
  uint32_t number = 0;  // of the party
};

class Search {
 public:
  // Errors: those of Parties::entity. Cost: every party is read once where lists, programmes or the scorer need it.
  static Result<Search> build(Parties parties, const ScreenSettings& settings);

  // May a hit be this party, as far as lists and programmes go?
  bool admits(uint32_t entity) const { return admitted_.empty() || admitted_[entity]; }
  // The programmes of the settings under which no party is listed.
  const std::vector<std::string>& absent_programs() const { return absent_programs_; }
  // Hands on what may be a hit, none lost (index::Index::retrieve); some of it is not admitted. Thread-safe.
  void retrieve(const match::Query& query, const index::Index::Visit& visit) const;
  // Returns hits, in no order: the best `top` and, where there are more, at least one of those; every decided one too.
  // The prior is that of `listed` parties. What is found of a party depends on it, the query and the profile, never on
  // the other parties. Thread-safe.
  Result<std::vector<FoundHit>> hits(const match::Query& query, uint64_t listed, size_t top) const;

 private:
  struct Workspaces;  // of each thread that searches, with what they found of this index under this profile
  Search(Parties parties, Profile profile);
  Result<void> admit(const ScreenSettings& settings);
  Result<void> read_ofac_names();
  Parties parties_;
  Profile profile_;
  std::shared_ptr<const index::OfacNames> ofac_names_;  // where the profile's scorer needs it
  std::vector<bool> admitted_;  // by number, where lists or programmes restrict the search; else empty
  std::vector<std::string> absent_programs_;
  std::shared_ptr<Workspaces> workspaces_;
};

}  // namespace cordon::screen
