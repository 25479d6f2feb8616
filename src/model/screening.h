// Screening: the answer for one subject, with the evidence it consists of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/checksum.h"
#include "base/error.h"
#include "model/duty.h"
#include "model/schema.h"
#include "model/subject.h"

namespace cordon {

// Points are ten-thousandths of the score; bits are thousandths of a bit towards likelihood. Both add up over the
// evidence of a hit: that sum is the score, and the likelihood is 1 / (1 + 2^-bits).
using Points = int32_t;
using MilliBits = int32_t;
inline constexpr Points kPointsOne = 10000;

enum class Feature : uint8_t {
  kNamePart,     // a part of both names
  kNameMissing,  // a part that only one name has
  kNameDiffers,  // parts that contradict each other
  kNameOrder,    // the same parts in another order, which is no turn of family name and given names
  kLookAlike,    // letters of another script stood in for those that they look like
  kBackwards,    // Hebrew words stood from their last letter to their first
  kCharacters,   // names in Han characters that are read alike and written otherwise
  kAcronym,      // the initials of the whole name on the other side
  kLegalForm,
  kWeakAlias,
  kBirthDate,
  kCountry,
  kIdentifier,
  kSchema,
  kAddress,
  kGender,
  kLimit,  // sum held within 0 … 1, or a hit with a full name held in sight
  kPrior,  // how rare any match is, given the size of the lists
};
std::string_view feature_name(Feature feature);  // "name_part", …

enum class Finding : uint8_t { kAgrees, kSimilar, kDiffers, kAbsent, kNote };
std::string_view finding_name(Finding finding);  // "agrees", …

// A stretch of the parts of a name (names::analyze; the words of match::OfacName under the profile of OFAC's search).
struct PartSpan {
  uint8_t first = 0;
  uint8_t count = 0;  // 0: no part
};

struct Evidence {
  Feature feature;
  Finding finding;
  std::string subject_text;  // the two texts compared, either may be empty
  std::string entity_text;
  std::string note;  // in words: "one letter differs", "year agrees"
  Points points = 0;
  MilliBits bits = 0;
  PartSpan subject_parts = {}, entity_parts = {};  // of the compared names: where the texts of a row about names stand
};

// How a hit differs from the answer on an earlier snapshot (screen/since.h).
enum class Change : uint8_t {
  kNone,
  kNew,
  kChanged,
  kGone,  // the hit is that of the earlier snapshot
};
std::string_view change_name(Change change);  // "new", "changed", "gone"; "" for none

struct Hit {
  std::string entity_id;
  std::string group;  // entity_id of the first hit that is the same party (screen/group.h); its own where it is that
  std::string caption;
  Schema schema = Schema::kThing;
  Points score = 0;       // 0 … kPointsOne
  double likelihood = 0;  // from the sum of bits; for display
  MilliBits bits = 0;
  std::string list;
  std::string subject_name;  // the names that were compared
  std::string entity_name;
  std::vector<std::string> programs, measures, references;
  std::vector<Evidence> evidence;
  bool decided = false;  // by more than a name: makes the outcome `match`
  Change change = Change::kNone;
};

enum class Outcome : uint8_t { kClear, kReview, kMatch, kNotScreened };
std::string_view outcome_name(Outcome outcome);

// What the answer on an earlier snapshot was.
struct Before {
  Hash128 snapshot;
  Outcome outcome = Outcome::kNotScreened;
  bool more = false;
  bool is_untouched = false;  // no party that differs makes a difference: neither answer was made
};

struct Screening {
  Subject subject;  // as read (id, names, where)
  Outcome outcome = Outcome::kNotScreened;
  std::vector<Hit> hits;          // best first: score, likelihood, list, id
  bool more = false;              // did --top cut off hits at or over the threshold?
  std::optional<Error> error;     // why, where outcome is kNotScreened
  std::optional<Before> before;   // where an earlier snapshot was asked too: then `hits` are those that differ only
  std::vector<Duty> duties = {};  // what the hits ask for; added to an answer by who shows it (screen/consequences.h)
};

}  // namespace cordon
