// Buffers of retrieval: of one thread, kept between queries so that nothing is allocated once warm.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "index/alikes.h"
#include "index/gather.h"
#include "index/matches.h"
#include "match/align.h"
#include "model/profile.h"

namespace cordon::index {

struct Workspace {
  // Of one of the query's names.
  struct OfName {
    std::vector<KeptAlikes> alikes;  // by unit
    Matches<WordId> words;
    Matches<JoinWords> joins;
    LevelBounds bound;
    Levels initials = 0;  // of parts that may agree with a part of any name
    bool has_initials = false;
  };
  // An entity that may be a hit, and the most points that it can have.
  struct Possible {
    uint32_t entity = 0;
    Points most = 0;
    bool operator<(const Possible& other) const {  // the first to be looked at is the greatest
      return most != other.most ? most < other.most : entity > other.entity;
    }
  };
  Workspace() : Workspace(std::make_shared<RecentAlikes>()) {}
  // One of several that share what is found. REQUIRES: they search one index under one profile.
  explicit Workspace(std::shared_ptr<RecentAlikes> shared) : recent(std::move(shared)) {}

  uint64_t index = 0;  // whose alikes are kept, under `profile`; 0: none yet
  Profile profile;
  std::shared_ptr<RecentAlikes> recent;
  AlikeFinder finder;
  Gathering gathering;
  std::vector<OfName> names;
  std::vector<Possible> possible;                       // a heap: entities of which the names were not looked at
  std::vector<std::pair<uint32_t, uint32_t>> acronyms;  // entity and name, in this order
  std::vector<uint32_t> proposed;                       // entities all of whose names are to be judged, in order
  // Entities whose names were looked at: a heap, and the names of each.
  struct Seen {
    Possible party;
    uint32_t first = 0, count = 0;  // in `listed`
    bool operator<(const Seen& other) const { return party < other.party; }
  };
  std::vector<Seen> seen;
  std::vector<match::ListedName> listed;
  match::Unit unit;
  std::vector<match::Pair> pairs;
  match::Alignment alignment;
  uint64_t met = 0;     // entities whose names were looked at so far …
  uint64_t judged = 0;  // … and names
};

}  // namespace cordon::index
