// The entries of other lists that are the party of an entry: what cordon own joins where one list names an owner that
// another list has too. Two entries are one party by the rules of screen/group.h; any other hit is perhaps that party.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/screening.h"
#include "screen/screener.h"

namespace cordon::screen {

struct EntryMatch {
  uint32_t number = 0, other = 0;  // in the snapshot
  Hit hit;                         // of `other`, for the names of `number`
  bool is_same = false;            // by group.h, or since somebody confirmed it
  bool is_confirmed = false;
};

// What somebody decided about entries, by an id or a caption of the one and the id of the other ("": whichever).
struct EntryChoices {
  using Pairs = std::set<std::pair<std::string, std::string>>;
  Pairs confirmed, revoked;

  static bool has(const Pairs& pairs, const Entity& entity, const std::string& other) {
    for (const std::string* name : {&entity.id, &entity.caption})
      for (const std::string* id : {&other, &kAny})
        if (pairs.contains({*name, *id})) return true;
    return false;
  }

 private:
  static inline const std::string kAny;
};

// The party of an entry as a subject: its names that are not weak, at most kMostSubjectNames, and its particulars.
inline constexpr size_t kMostSubjectNames = 8;
Subject subject_of_entry(const Entity& entity);

// The matches of each of these entries on other lists, revoked ones left out. Errors: those of reading the snapshot.
// Cost: a search for each name of each entry, on `jobs` threads (0: all cores).
Result<std::vector<EntryMatch>> match_entries(std::span<const uint32_t> numbers, const Screener& screener,
                                              const EntryChoices& choices, unsigned jobs);

}  // namespace cordon::screen
