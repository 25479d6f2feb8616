// The words for evidence and outcomes, as JSON and tables print them.
#include "model/screening.h"

namespace cordon {

std::string_view feature_name(Feature feature) {
  switch (feature) {
    case Feature::kNamePart:
      return "name_part";
    case Feature::kNameMissing:
      return "name_missing";
    case Feature::kNameDiffers:
      return "name_differs";
    case Feature::kNameOrder:
      return "name_order";
    case Feature::kLookAlike:
      return "look_alike";
    case Feature::kBackwards:
      return "backwards";
    case Feature::kCharacters:
      return "characters";
    case Feature::kAcronym:
      return "acronym";
    case Feature::kLegalForm:
      return "legal_form";
    case Feature::kWeakAlias:
      return "weak_alias";
    case Feature::kBirthDate:
      return "birth_date";
    case Feature::kCountry:
      return "country";
    case Feature::kIdentifier:
      return "identifier";
    case Feature::kSchema:
      return "schema";
    case Feature::kAddress:
      return "address";
    case Feature::kGender:
      return "gender";
    case Feature::kLimit:
      return "limit";
    case Feature::kPrior:
      return "prior";
  }
  return "unknown";
}

std::string_view finding_name(Finding finding) {
  switch (finding) {
    case Finding::kAgrees:
      return "agrees";
    case Finding::kSimilar:
      return "similar";
    case Finding::kDiffers:
      return "differs";
    case Finding::kAbsent:
      return "absent";
    case Finding::kNote:
      return "note";
  }
  return "unknown";
}

std::string_view change_name(Change change) {
  switch (change) {
    case Change::kNone:
      return "";
    case Change::kNew:
      return "new";
    case Change::kChanged:
      return "changed";
    case Change::kGone:
      return "gone";
  }
  return "";
}

std::string_view outcome_name(Outcome outcome) {
  switch (outcome) {
    case Outcome::kClear:
      return "clear";
    case Outcome::kReview:
      return "review";
    case Outcome::kMatch:
      return "match";
    case Outcome::kNotScreened:
      return "not_screened";
  }
  return "unknown";
}

}  // namespace cordon
