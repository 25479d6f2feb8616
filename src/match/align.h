// Which parts of two names belong together, and the points that follow. Points add up: score = sum of the rows.
//
//   score = A / (A + P)
//   A  sum over the pairs that agree: weight (of the lighter side) × similarity
//   P  what stands against it: the unlike share of each pair, parts that both names have and the other lacks, parts
//      that only one name has, all counted the less the more agrees (counts_against); then, in full: numbers, suffixes,
//      patronymics, initials, the first parts of persons and legal forms that differ
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "match/similarity.h"
#include "match/weights.h"

namespace cordon::match {

// Units that are alike. Both sides' units are (first part, parts) spans.
struct Pair {
  uint8_t query_first, query_parts;
  uint8_t other_first, other_parts;
  uint16_t similarity;
  Alike how;
};

// What of a name the alignment reads.
struct Side {
  std::span<const int32_t> weight;  // by part
  std::span<const names::PartKind> kind;
  bool no_middle_names = false;
  bool person = false;
  int8_t leading = -1;
};
inline Side side(const PartWeights& w) {
  return {{w.weight.data(), w.size}, {w.kind.data(), w.size}, w.no_middle_names, w.person, w.leading};
}

struct AlignedPair {
  Pair pair;
  int32_t weight = 0;  // of the lighter side
  Points points = 0;
};

struct Alignment {
  Points score = 0;                // 0 … 10000
  std::vector<AlignedPair> pairs;  // by the query's order
  uint32_t query_left = 0;         // bit i: part i of the query has no counterpart
  uint32_t other_left = 0;
  bool patronymics_differ = false;
  bool numbers_differ = false;
  bool legal_forms_differ = false;
  bool proper_differ = false;  // only words that many organisations share agree, and both names have others
  bool full = false;           // every compared part of both names has a counterpart of at least the same sound
};

// Chooses among `pairs` (any order; it is sorted), the most alike first, the heavier of equals, none overlapping.
// Deterministic. `legal_forms_differ`: both names state legal forms and none is the same.
void align(const Side& query, const Side& other, std::vector<Pair>& pairs, bool legal_forms_differ,
           const Profile& profile, Alignment& out);

// Every pair of alike units of two prepared names, by comparing each with each: the naive way, for one pair of names
// and for brute force. `query` holds query_unit() of each unit of `query_name`.
void all_pairs(std::span<const QueryUnit> query, const PreparedName& other, const Profile& profile,
               std::vector<Pair>& out);

bool legal_forms_differ(const PreparedName& a, const PreparedName& b);

}  // namespace cordon::match
