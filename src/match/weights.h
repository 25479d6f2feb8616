// What the parts of a name weigh under a profile, and the highest score that a name can reach when only some parts of
// the query agree: the bound that retrieval prunes by. Both stand here, side by side, so that they cannot drift apart.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "match/prepared_name.h"
#include "model/profile.h"

namespace cordon::match {

// Weight of one part, 0 … 1000.
int32_t part_weight(names::PartKind kind, uint16_t rarity, const Profile& profile);

// A part lighter than this is no evidence of its own: it does not count as "a part that agrees".
inline constexpr int32_t kCountedWeight = 150;

struct PartWeights {
  std::array<int32_t, names::kMaxParts> weight = {};
  std::array<names::PartKind, names::kMaxParts> kind = {};
  size_t size = 0;
  bool no_middle_names = false;  // a person's name in Han or Hangul, Burmese or Korean: every part is essential
  bool person = false;           // read as a person's name
  int8_t leading = -1;           // a person's name of several parts: the first, by which people are called; else -1
};
PartWeights weigh(const PreparedName& name, const Profile& profile);

// What a further part of one name costs, in thousandths of its weight. `single`: at most one counted part agrees.
int32_t cost_missing(bool single, bool person, const Profile& profile);

// What `against` (in thousandths of weight) counts where parts of weight `agreed` have counterparts: little agreement
// leaves room for another party of a similar name, much does not; less so where the query is no person's name, since
// those are built of the same words. Never grows as `agreed` grows.
int64_t counts_against(int64_t against, int64_t agreed, bool person, const Profile& profile);

// What the rarity of all agreeing parts together says for the same party, both in thousandths of bits: namesakes share
// the first bits of it, and the last add little to what is settled. Never falls as `rarity` grows.
int32_t bits_of_rarity(int32_t rarity, const Profile& profile);

// Returns the most points that any name can score against a query of which the parts in `agreeing` (bit i: part i) have
// a counterpart of at most full similarity and the others have none. Never under the score of align().
//
// Why: score = A / (A + P). A is at most the weight of the agreeing query parts (a pair weighs the lighter of its two
// sides, its similarity is at most 1). P is at least the cost of the other parts as merely missing (align's cost of
// contradicted parts is never under that of missing ones), at the rate of the most weight that can agree.
// A/(A+P) grows with A and falls with P.
Points upper_bound(const PartWeights& query, uint32_t agreeing, const Profile& profile);

// The same where each part's counterparts are known to be at most so similar (thousandths, by part; 0: it has none).
//
// Why: a pair of the weight x (at most its query parts' own) and similarity s adds x·s to A and at least the rate of
// the most agreement times x·(1 - s) to P. For fixed other terms A/(A+P) is greatest where each pair that is more alike
// than the whole counts with its full weight and the others not at all; not to count costs less than to be missing. The
// pairs are therefore added in the order of their similarity, and the greatest value met on the way is the bound.
Points upper_bound(const PartWeights& query, std::span<const uint16_t> similarity, const Profile& profile);

// Returns the most points that a name can score of which at most `agrees` (thousandths of weight) agrees with the query
// and parts of the weight `left`, no numbers or suffixes, have no counterpart. For the same reason: those parts cost no
// less than as merely missing, at the rate of the most agreement.
Points upper_bound_besides(int64_t agrees, int64_t left, bool person, const Profile& profile);

}  // namespace cordon::match
