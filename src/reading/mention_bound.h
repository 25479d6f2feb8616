// The most that the judge can say for a text and a listed party, told by the words that the index has of the party's
// names: neither is the party read from the snapshot nor a name prepared.
//
// Why nothing is lost: the index keeps each part of a name with its kind, rarity and forms, as match::prepare() made
// them, and unit_similarity() and align() are the judge's own. What is left out here only lowers points: legal forms
// that differ, other characters of Han names, the first parts of persons, weak aliases. Acronyms are left out too:
// REQUIRES of all that least > Profile::acronym_kept, and a scorer that aligns.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "index/index.h"
#include "match/judge.h"

namespace cordon::reading {

// What of the index was found alike to a text so far.
struct AlikeWords {
  struct Place {
    uint32_t first = 0, count = 0;  // in pairs
  };
  struct HashOfWords {
    size_t operator()(const index::JoinWords& words) const {
      return (words[0] * 0x9E3779B97F4A7C15ULL ^ words[1]) * 0xBF58476D1CE4E5B9ULL ^ words[2];
    }
  };
  struct OfName {
    std::unordered_map<index::JoinWords, Place, HashOfWords> places;  // of a word, or of a join
    std::vector<match::Pair> pairs;
  };
  std::vector<OfName> of_names;  // by name of the query
};

// Which names of a party may have the points asked for.
struct NamesInReach {
  std::vector<match::ListedName> names;
  bool short_names = false;  // a word or a few of a listed name may, alone: what a listed name shows in short
};

// For one thread. Keeps words of the index that were met.
class PartyBound {
 public:
  // Both must outlive it.
  PartyBound(const index::Index& index, const Profile& profile) : index_(index), profile_(profile) {}
  // `met` belongs to the query. Every name is among them by which match::judge() gives `least` points.
  NamesInReach names_in_reach(const match::Query& query, AlikeWords& met, uint32_t entity, Points least);
  // A word of the index as match::prepare() made it. Valid until the next call.
  const match::Unit& listed_unit(index::WordId word);

 private:
  std::span<const match::Pair> alike(AlikeWords::OfName& text, const match::QueryName& query,
                                     const index::JoinWords& words);
  Points most_points(AlikeWords::OfName& text, const match::QueryName& query, std::span<const index::WordId> words,
                     std::span<const names::PartKind> kinds);

  const index::Index& index_;
  const Profile& profile_;
  std::unordered_map<index::WordId, std::unique_ptr<match::Unit>> listed_units_;
  std::vector<match::Pair> pairs_;
  match::Alignment alignment_;
};

}  // namespace cordon::reading
