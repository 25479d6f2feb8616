// Gathering: which entities hold words or joins alike to so many parts of a query's name that one of their names may
// reach the cutoff. Reads as few postings as that takes.
//
// A part of the query agrees with an entity at a level: how alike the most alike of its words is (levels.h). The bound
// of all parts' levels bounds the points of its names.
//
// First, for each part a level is chosen, up to which its postings may be left unread: a name that agrees with every
// part at no more than that is under the cutoff. So an entity with a name at the cutoff is in a posting above the level
// of its part: the essential ones. The longest lists are left unread first.
//
// Second, the essential postings are read: the entities met.
//
// Third, the other postings are read part by part, the shortest first, as long as that is cheaper than to look at the
// names of those that are still met; after each, whoever is bounded under the points it needs is dropped. What it needs
// is told by its attributes (match::needed_points), looked up when few enough are left.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "index/alikes.h"
#include "index/levels.h"
#include "match/judge.h"

namespace cordon::index {

class Index;

// An entity met, and the most points that a hit can have by one of its names.
struct Met {
  uint32_t entity = 0;
  uint16_t attributes = 0;  // what they do: which of Gathering's bounds; 0: not looked up
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
    const std::vector<KeptAlikes>& alikes;  // by unit of the name
    LevelBounds& bound;                     // of the name
    Levels initials;                        // of its initials: they may agree with a part of any name
    Points threshold;                       // of hits
    Points cutoff;                          // of name points, whatever the attributes
    const Profile& profile;
  };
  // What was kept is of another index.
  void forget();
  // Begins a query: what is known of attributes is of its subject.
  void begin(const Index& index, const Subject& subject, const Profile& profile);
  // The entities of which a name may reach the cutoff and, with the subject's attributes, be a hit: `most` bounds its
  // score.
  const std::vector<Met>& gather(const Request& request);

  // What attributes do to the entities met, and the name points that a hit then needs.
  struct Bound {
    match::AttributeBound attributes;
    Points needed = 0;
    // The most points of a hit by a name of so many. One of which the full birth date is equal may be decided, which
    // makes the outcome: it is judged in any case.
    Points most(Points name, const Profile& profile) const {
      return attributes.birth_day ? kPointsOne : match::most_points(name, attributes, profile);
    }
  };
  // REQUIRES: the query's threshold and cutoff. Valid until the next call.
  const Bound& bound_of(uint32_t entity, Points threshold, Points cutoff) {
    return bounds_[attributes_of(entity, threshold, cutoff)];
  }
  uint64_t read = 0;                // bytes of postings so far
  uint64_t dense_bytes = 16 << 10;  // lists as long as this are kept as bits

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
  void list_all(const Request& r);
  Levels levels_unread(const Request& r);
  bool essential(const List& list, Levels unread) const;
  void meet(const List& list);
  void find(const Request& r, const List& list);
  const std::vector<uint64_t>& dense(const Request& r, const List& list);
  void number(size_t most);
  uint32_t slot(uint32_t hash, uint32_t entity) const;
  void filter();
  void drop(const Request& r);
  void look_up_attributes(const Request& r);
  uint16_t attributes_of(uint32_t entity, Points threshold, Points cutoff);
  match::DateRelation birth_relation(layout::Attributes of);
  match::Shared shared_country(uint32_t number);

  std::vector<List> lists_;
  std::vector<Group> groups_;
  std::array<std::array<uint64_t, kMostLevel + 1>, kLevelParts> costs_;  // of reading a part's lists, by level
  Levels unread_ = 0;  // what the lists that were not read may add to any entity
  std::vector<Met> met_;
  std::vector<uint32_t> slots_;  // places in met_ + 1, by hash of the entity
  int slot_bits_ = 0;
  // Long lists read lately, as a bit for each entity, in two halves: when the newer is full, the older is forgotten.
  std::map<std::pair<const Postings*, uint32_t>, std::vector<uint64_t>> newer_, older_;
  std::vector<uint64_t> filter_;
  int filter_bits_ = 0;
  bool attributes_known_ = false;
  const Index* index_ = nullptr;
  const Subject* subject_ = nullptr;
  const Profile* profile_ = nullptr;
  // Of the query's subject: how its birth dates stand to lists of them (worked out lately), whether a country is in a
  // list (by the lists' numbers, 0: not worked out), and which of bounds_ goes with what is known of an entity (0: none
  // yet).
  struct Remembered {
    uint64_t query = 0;
    uint32_t number = 0;
    match::DateRelation relation = match::DateRelation::kUnknown;
  };
  static constexpr size_t kRelations = static_cast<size_t>(match::DateRelation::kUnknown) + 1;
  uint64_t query_ = 0;
  std::optional<int32_t> birth_day_;  // where the subject has one birth date, of a day
  std::array<Remembered, 1024> births_;
  std::vector<uint8_t> countries_;
  std::array<bool, 16> compatible_;  // by schema
  std::array<uint16_t, kRelations * 6> bound_places_;
  std::vector<Bound> bounds_;
  std::vector<DateSpan> dates_;
  std::vector<std::string> codes_;
};

}  // namespace cordon::index
