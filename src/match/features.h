// What besides the name agrees or contradicts: birth dates by their precision, countries, identifiers, kinds of party.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/profile.h"
#include "model/screening.h"
#include "model/subject.h"

namespace cordon::match {

// How two dates stand to each other (DOMAIN 3.0, DOB-1 … DOB-9).
enum class DateRelation : uint8_t {
  kEqualDay,
  kSameYear,
  kCompatible,
  kSwapped,
  kNear,
  kSoftConflict,
  kConflict,
  kUnknown
};
DateRelation compare_dates(const DateSpan& listed, const DateSpan& query);

// Evidence of attributes for one candidate. `points` are not yet limited; `corroborating` counts attributes that agree.
struct Attributes {
  std::vector<Evidence> rows;
  Points lift = 0;        // sum of what agrees, identifiers left out
  Points loss = 0;        // sum of what contradicts, as a positive number
  Points identifier = 0;  // of an equal strong identifier
  int corroborating = 0;
  bool strong_identifier = false;
  bool birth_day = false;  // the full birth date is equal
};
// What the index knows of a party besides its names: enough to bound what attributes can do to its score.
struct ListedAttributes {
  Schema schema = Schema::kThing;
  std::vector<DateSpan> births;
  std::vector<std::string> countries;  // codes; former flags left out
};
ListedAttributes listed_attributes(const Entity& entity);

// What the attributes of one candidate add and take, as far as birth dates, countries and kinds of party tell: `lift`
// is no less than that of compare_attributes() and `loss` no more, where no identifier is equal.
struct AttributeBound {
  Points lift = 0;
  Points loss = 0;
  bool birth_day = false;  // the full birth date is equal
  bool operator==(const AttributeBound&) const = default;
};
AttributeBound bound_attributes(const Subject& subject, const ListedAttributes& listed, const Profile& profile);
// What it adds up, for a caller who knows parts of it already: the best relation of birth dates (kUnknown: of none);
// whether a country is shared; whether it could be a party of the subject's kind; and what is not known.
DateRelation birth_relation(const Subject& subject, std::span<const DateSpan> listed);
enum class Shared : uint8_t { kUnknown, kYes, kNo };
Shared shared_country(const Subject& subject, std::span<const std::string> listed);
AttributeBound bound_attributes(const Subject& subject, DateRelation births, Shared country, bool compatible,
                                const Profile& profile);
// The relation of two days, where no calendar is needed to tell that they contradict each other; else nothing.
std::optional<DateRelation> compare_days(int32_t a, int32_t b);

void compare_attributes(const Subject& subject, const Entity& entity, const Profile& profile, Attributes& out);

// Do these two say the same number? Kinds must be the same or one of them unspecific; countries must not differ.
bool same_identifier(const Identifier& a, const Identifier& b);

}  // namespace cordon::match
