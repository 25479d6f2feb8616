// Judges one candidate: a listed party against a subject. The evidence is the score: its points add up to it.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "match/align.h"
#include "match/features.h"
#include "match/ofac_search.h"
#include "model/screening.h"

namespace cordon::match {

// A subject's name, prepared once and compared with many.
struct QueryName {
  PreparedName name;
  std::vector<QueryUnit> units;  // point into `name`: this struct is not copied after prepare_query
  PartWeights weights;
};
struct Query {
  const Subject* subject = nullptr;
  std::vector<std::unique_ptr<const QueryName>> names;
  std::vector<OfacQuery> ofac_names;  // beside `names`, where the profile's scorer is kOfacSearch
  bool has_attributes = false;        // anything that could lift a name
};
// `subject` must outlive the result.
Query prepare_query(const Subject& subject, const Profile& profile);

// The least name points that a hit at `threshold` can have: attributes lift by a limit and only from a floor.
// Identifiers are looked up apart and need no name at all.
Points name_cutoff(Points threshold, bool has_attributes, const Profile& profile);

// The best name points of `entity` for the query, by comparing every name with every other. What retrieval must cover.
Points best_name_points(const Query& query, const Entity& entity, const Profile& profile);

// A name of an entity that retrieval found, and the most points that it can have.
struct ListedName {
  uint32_t name = 0;  // by the order of Entity::names
  Points most = kPointsOne;
};

// Returns the most points that judge() can give a party of which no identifier is equal to one of the subject's and
// whose names have at most `name` points. Never falls as `name` grows.
Points most_points(Points name, const AttributeBound& attributes, const Profile& profile);

// Returns the least name points with which most_points() reaches the threshold; over kPointsOne where none does.
Points needed_points(Points threshold, const AttributeBound& attributes, const Profile& profile);

// Returns the hit with all its evidence, whatever its score, by the profile's scorer. `entities` is the size of the
// snapshot (for the prior). Only `names` are looked at, or all where there are none: a hit is the same as long as they
// hold every name with the points that a hit needs (needed_points).
Hit judge(const Query& query, const Entity& entity, uint64_t entities, const Profile& profile,
          std::span<const ListedName> names = {});

// Makes the hit the same one among `entities` listed parties: its prior, bits and likelihood.
void set_prior(Hit& hit, uint64_t entities, const Profile& profile);

// A listed party with all its names prepared: for brute force, which compares every party with every subject.
struct PreparedParty {
  Entity entity;
  std::vector<PreparedName> names;  // by the order of Entity::names, as the next two; what the profile's scorer reads
  std::vector<PartWeights> weights;
  std::vector<OfacName> ofac_names;
};
PreparedParty prepare_party(Entity entity, const Profile& profile);

// The same hit as judge() of all names of party.entity. REQUIRES: prepared under this profile.
Hit judge(const Query& query, const PreparedParty& party, uint64_t entities, const Profile& profile);

}  // namespace cordon::match
