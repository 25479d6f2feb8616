// Gathering: which entities hold words or joins alike to so many parts of a query's name that one of their names may
// reach the cutoff. Reads as few postings as that takes.
//
// A part of the query agrees with an entity at a level: how alike the most alike of its words is (levels are coarse; each
// stands for the greatest similarity in it). match::upper_bound() of all parts' levels bounds the points of its names.
//
//  1. For each part a level is chosen, up to which its postings may be left unread: a name that agrees with every part at
//     no more than that is under the cutoff. So an entity with a name at the cutoff is in a posting above the level of
//     its part: the essential ones. The longest lists are left unread first.
//  2. The essential postings are read: the entities met.
//  3. The other postings are read part by part, the shortest first, as long as that is cheaper than to look at the names
//     of those that are still met; after each, whoever is bounded under the points it needs is dropped. What it needs is
//     told by its attributes (match::needed_points), looked up when few enough are left.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "index/alikes.h"
#include "match/judge.h"

namespace cordon::index {

class Index;

// How alike each part of a query is to a word of an entity: four bits for each of the first kLevelParts parts. 0: it is
// not, 15: it may be the same. Parts behind those count as the same in every entity.
using Levels = uint64_t;
inline constexpr size_t kLevelParts = 16;
inline constexpr uint32_t kMostLevel = 15;

// The level of a similarity (1 … 1000), and the greatest similarity of a level.
inline constexpr uint32_t kLevelStep = 35;
constexpr uint32_t level_of(int32_t similarity) {
  const uint32_t below = static_cast<uint32_t>(1000 - similarity) / kLevelStep;
  return kMostLevel - std::min(below, kMostLevel - 1);
}
constexpr uint16_t most_similar(uint32_t level) {
  return static_cast<uint16_t>(level == 0 ? 0 : 1000 - (kMostLevel - level) * kLevelStep);
}

// An entity met, and the most points that a hit can have by one of its names.
struct Met {
  uint32_t entity = 0;
  uint16_t attributes = 0;  // which of Gathering::bounds(); 0: not looked up
  Points most = kPointsOne;
  Levels levels = 0;
};

// Of one name of a query. The buffers of one thread, kept between queries.
class Gathering {
 public:
  // What of a query and its alikes is gathered by.
  struct Request {
    const Index& index;
    const match::QueryName& name;
    const std::vector<const Alikes*>& alikes;  // by unit of the name
    const Subject* subject;                    // by whose attributes entities are dropped; null: by none
    Points threshold;                          // of hits
    Points cutoff;                             // of name points, whatever the attributes
    const Profile& profile;
  };
  // The entities of which a name may reach the cutoff and, with the subject's attributes, be a hit: `most` bounds its
  // score.
  const std::vector<Met>& gather(const Request& request);

  // What attributes do to the entities met, and the name points that a hit then needs.
  struct Bound {
    match::AttributeBound attributes;
    Points needed = 0;
  };
  const Bound& bound_of(const Request& request, uint32_t entity);
  uint64_t read = 0;  // bytes of postings so far

 private:
  struct List {
    const Postings* postings;
    uint32_t number, bytes;
    uint32_t parts;
    uint32_t level;
  };
  struct Group {  // of lists that cover the same parts, none of them essential
    uint32_t parts = 0;
    uint32_t level = 0;  // the highest
    uint64_t bytes = 0;
    bool done = false;
  };
  struct Known {
    Levels levels = ~Levels{0};
    Points points = -1;
  };
  void list_all(const Request& r);
  Levels levels_unread(const Request& r);
  bool essential(const List& list, Levels unread) const;
  Points bound(const Request& r, Levels levels);
  void meet(const List& list);
  void find(const List& list);
  void number(size_t most);
  void drop(const Request& r);
  void look_up_attributes(const Request& r);
  uint16_t attributes_of(const Request& r, uint32_t entity);

  std::vector<List> lists_;
  std::vector<Group> groups_;
  std::array<std::array<uint64_t, kMostLevel + 1>, kLevelParts> costs_;  // of reading a part's lists, by level
  Levels unread_ = 0;  // what the lists that were not read may add to any entity
  std::array<Known, 256> known_;
  std::vector<Met> met_;
  std::vector<uint32_t> slots_;  // places in met_ + 1, by hash of the entity
  int slot_bits_ = 0;
  bool attributes_known_ = false;
  std::vector<Bound> bounds_;
  match::ListedAttributes listed_;
};

}  // namespace cordon::index
