// The words of statements, evidence and schemata: other programs read them, so they do not change unseen.
#include "model/entity.h"
#include "model/screening.h"

namespace cordon {
namespace {

TEST(Words, OfStatements) {
  EXPECT_EQ(name_kind_word(NameKind::kPrimary), "primary");
  EXPECT_EQ(name_kind_word(NameKind::kAlias), "alias");
  EXPECT_EQ(name_kind_word(NameKind::kFormer), "former");
  EXPECT_EQ(name_kind_word(NameKind::kNow), "now");
  EXPECT_EQ(name_kind_word(NameKind::kOriginal), "original");
  EXPECT_EQ(name_strength_word(NameStrength::kUnknown), "unknown");
  EXPECT_EQ(name_strength_word(NameStrength::kStrong), "strong");
  EXPECT_EQ(name_strength_word(NameStrength::kWeak), "weak");
  EXPECT_EQ(date_kind_word(DateKind::kBirth), "birthDate");
  EXPECT_EQ(date_kind_word(DateKind::kDeath), "deathDate");
  EXPECT_EQ(date_kind_word(DateKind::kFounded), "incorporationDate");
  EXPECT_EQ(date_kind_word(DateKind::kListed), "listingDate");
  EXPECT_EQ(date_kind_word(DateKind::kUpdated), "modifiedAt");
  EXPECT_EQ(date_kind_word(DateKind::kBuilt), "buildDate");
  EXPECT_EQ(country_kind_word(CountryKind::kNationality), "nationality");
  EXPECT_EQ(country_kind_word(CountryKind::kFormerFlag), "pastFlags");
  EXPECT_EQ(country_kind_word(CountryKind::kJurisdiction), "jurisdiction");
}

TEST(Words, OfAnswers) {
  EXPECT_EQ(feature_name(Feature::kNamePart), "name_part");
  EXPECT_EQ(feature_name(Feature::kIdentifier), "identifier");
  EXPECT_EQ(feature_name(Feature::kPrior), "prior");
  EXPECT_EQ(finding_name(Finding::kAgrees), "agrees");
  EXPECT_EQ(finding_name(Finding::kAbsent), "absent");
  EXPECT_EQ(outcome_name(Outcome::kClear), "clear");
  EXPECT_EQ(outcome_name(Outcome::kReview), "review");
  EXPECT_EQ(outcome_name(Outcome::kMatch), "match");
  EXPECT_EQ(outcome_name(Outcome::kNotScreened), "not_screened");
}

TEST(Schemata, ByNameAndUsualWord) {
  for (int i = 0; i <= static_cast<int>(Schema::kSecurity); ++i) {
    const auto schema = static_cast<Schema>(i);
    EXPECT_EQ(parse_schema(schema_name(schema)), schema) << schema_name(schema);
  }
  EXPECT_EQ(parse_schema(" INDIVIDUAL "), Schema::kPerson);
  EXPECT_EQ(parse_schema("natural_person"), Schema::kPerson);
  EXPECT_EQ(parse_schema("ship"), Schema::kVessel);
  EXPECT_EQ(parse_schema("firm"), Schema::kCompany);
  EXPECT_EQ(parse_schema("potato"), std::nullopt);
  EXPECT_EQ(parse_schema(""), std::nullopt);
}

TEST(Schemata, CompatibleIsSymmetric) {
  EXPECT_TRUE(compatible(Schema::kPerson, Schema::kThing));
  EXPECT_TRUE(compatible(Schema::kPerson, Schema::kLegalEntity));
  EXPECT_TRUE(compatible(Schema::kCompany, Schema::kOrganization));
  EXPECT_TRUE(compatible(Schema::kVessel, Schema::kVehicle));
  EXPECT_FALSE(compatible(Schema::kPerson, Schema::kVessel));
  EXPECT_FALSE(compatible(Schema::kPerson, Schema::kCompany));
  EXPECT_FALSE(compatible(Schema::kVessel, Schema::kAirplane));
  for (int i = 0; i <= static_cast<int>(Schema::kSecurity); ++i)
    for (int j = 0; j <= static_cast<int>(Schema::kSecurity); ++j) {
      const auto a = static_cast<Schema>(i);
      const auto b = static_cast<Schema>(j);
      EXPECT_EQ(compatible(a, b), compatible(b, a)) << schema_name(a) << ' ' << schema_name(b);
    }
}

}  // namespace
}  // namespace cordon
