#include <gmock/gmock.h>

#include "intake/records.h"

namespace cordon::intake {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> person(std::string_view text) { return split_names(text, Schema::kPerson); }
std::vector<std::string> thing(std::string_view text) { return split_names(text, Schema::kThing); }
std::vector<std::string> company(std::string_view text) { return split_names(text, Schema::kCompany); }

TEST(SplitNames, OneNameStaysWhole) {
  EXPECT_THAT(thing("  Ivan   Petrov "), ElementsAre("Ivan Petrov"));
  EXPECT_THAT(thing("PETROV, Ivan"), ElementsAre("PETROV, Ivan"));
  EXPECT_THAT(company("Smith and Sons Ltd"), ElementsAre("Smith and Sons Ltd"));
  EXPECT_THAT(thing("Procter & Gamble"), ElementsAre("Procter & Gamble"));
  EXPECT_THAT(person("José Ortega y Gasset"), ElementsAre("José Ortega y Gasset"));
}

TEST(SplitNames, SlashesBarsAndAndOr) {
  EXPECT_THAT(thing("Ali Karimi / Hassan Karimi"), ElementsAre("Ali Karimi", "Hassan Karimi"));
  EXPECT_THAT(company("Foo Bank | Bar Bank"), ElementsAre("Foo Bank", "Bar Bank"));
  EXPECT_THAT(thing("Ali Karimi and/or Hassan Karimi"), ElementsAre("Ali Karimi", "Hassan Karimi"));
  EXPECT_THAT(thing("ALI KARIMI AND/OR HASSAN KARIMI"), ElementsAre("ALI KARIMI", "HASSAN KARIMI"));
  EXPECT_THAT(person("John Smith/Jane Doe"), ElementsAre("John Smith", "Jane Doe"));
  EXPECT_THAT(company("Maersk Line A/S"), ElementsAre("Maersk Line A/S"));
  EXPECT_THAT(company("Nordic Trading A / S"), ElementsAre("Nordic Trading A / S"));
  EXPECT_THAT(thing("Smith/Jones"), ElementsAre("Smith/Jones"));
  EXPECT_THAT(thing("Acme Corp c/o Beta"), ElementsAre("Acme Corp c/o Beta"));
}

TEST(SplitNames, SemicolonsButNotOfHtmlEntities) {
  EXPECT_THAT(thing("A. Lem; B. Lem;C. Lem;"), ElementsAre("A. Lem", "B. Lem", "C. Lem"));
  EXPECT_THAT(thing("Smith &amp; Sons"), ElementsAre("Smith &amp; Sons"));
}

TEST(SplitNames, AliasMarkers) {
  EXPECT_THAT(thing("Viktor Lem a.k.a. Vik the Knife"), ElementsAre("Viktor Lem", "Vik the Knife"));
  EXPECT_THAT(thing("Viktor Lem (a.k.a. \"Vik\")"), ElementsAre("Viktor Lem", "\"Vik\""));
  EXPECT_THAT(thing("Viktor Lem, aka Vik Lem"), ElementsAre("Viktor Lem", "Vik Lem"));
  EXPECT_THAT(thing("Acme Ltd (formerly known as Zeta Ltd)"), ElementsAre("Acme Ltd", "Zeta Ltd"));
  EXPECT_THAT(thing("Acme Ltd f/k/a: Zeta Ltd"), ElementsAre("Acme Ltd", "Zeta Ltd"));
  EXPECT_THAT(thing("a.k.a. Vik"), ElementsAre("Vik"));
}

TEST(SplitNames, FormerNamesInBrackets) {
  EXPECT_THAT(company("Acme Ltd (ex Zeta Ltd)"), ElementsAre("Acme Ltd", "Zeta Ltd"));
  EXPECT_THAT(company("Acme Ltd (formerly Zeta Ltd)"), ElementsAre("Acme Ltd", "Zeta Ltd"));
  EXPECT_THAT(company("Acme GmbH, vormals Zeta GmbH"), ElementsAre("Acme GmbH", "Zeta GmbH"));
  EXPECT_THAT(company("Acme Ltd - ex-Zeta Ltd"), ElementsAre("Acme Ltd -", "Zeta Ltd"));
  EXPECT_THAT(company("Ex Libris Verlag"), ElementsAre("Ex Libris Verlag"));
  EXPECT_THAT(company("Deus Ex Machina Ltd"), ElementsAre("Deus Ex Machina Ltd"));
  EXPECT_THAT(split_names("NEW DAWN EX OLD SUN", Schema::kVessel), ElementsAre("NEW DAWN", "OLD SUN"));
}

TEST(SplitNames, AMaidenNameReplacesTheFamilyName) {
  EXPECT_THAT(person("Anna Lem (née Orr)"), ElementsAre("Anna Lem", "Anna Orr"));
  EXPECT_THAT(person("Anna Lem, geb. Orr"), ElementsAre("Anna Lem", "Anna Orr"));
  EXPECT_THAT(person("Anna Lem, née Anna Orr"), ElementsAre("Anna Lem", "Anna Orr"));
  EXPECT_THAT(person("Nee Soon Lem"), ElementsAre("Nee Soon Lem"));
}

TEST(SplitNames, AFamilyNameAkaIsAName) {
  EXPECT_THAT(thing("Kouassi Aka Charles"), ElementsAre("Kouassi Aka Charles"));
  EXPECT_THAT(thing("KOUASSI AKA CHARLES"), ElementsAre("KOUASSI", "CHARLES", "KOUASSI AKA CHARLES"));
  EXPECT_THAT(thing("Aka Paul"), ElementsAre("Aka Paul"));
  EXPECT_THAT(thing("Pakaka Makaka"), ElementsAre("Pakaka Makaka"));
}

TEST(SplitNames, TwoPersonsOnlyWhereBothAreFullNames) {
  EXPECT_THAT(person("John Smith & Jane Doe"), ElementsAre("John Smith", "Jane Doe"));
  EXPECT_THAT(person("JOHN SMITH AND JANE DOE"), ElementsAre("JOHN SMITH", "JANE DOE"));
  EXPECT_THAT(person("John & Jane Smith"), ElementsAre("John & Jane Smith"));
  EXPECT_THAT(thing("Iron Works and Steel Mills"), ElementsAre("Iron Works and Steel Mills"));
}

TEST(SplitNames, LineBreaksGiveTheWholeAndTheLines) {
  EXPECT_THAT(thing("Ivan\nPetrov"), ElementsAre("Ivan Petrov"));
  EXPECT_THAT(thing("Ivan Petrov\r\nPyotr Petrov"),
              ElementsAre("Ivan Petrov Pyotr Petrov", "Ivan Petrov", "Pyotr Petrov"));
}

TEST(SplitNames, NothingWhereThereIsNoLetter) {
  EXPECT_THAT(thing(""), IsEmpty());
  EXPECT_THAT(thing(" - / ; "), IsEmpty());
  EXPECT_THAT(thing("—"), IsEmpty());
  EXPECT_THAT(thing("李"), ElementsAre("李"));
  EXPECT_THAT(thing("7 / 11"), ElementsAre("7 / 11"));
}

TEST(SplitNames, StaysLinearOnMarks) {
  for (const std::string_view unit : {"((", ";", "/ ", "AKA X Y ", "a/b", "\n", "a b\n", "\"", "& ", "and/or "}) {
    std::string text = "x";
    while (text.size() < 64'000) text += unit;
    EXPECT_LE(split_names(text + "y", Schema::kPerson).size(), text.size());
  }
}

}  // namespace
}  // namespace cordon::intake
