#include "names/split_names.h"

#include <gmock/gmock.h>

namespace cordon::names {
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
  EXPECT_THAT(company("Nordhaven S.A. / Nordhaven Shipping"), ElementsAre("Nordhaven S.A.", "Nordhaven Shipping"));
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
  EXPECT_THAT(person("Anna Lem, born Orr"), ElementsAre("Anna Lem", "Anna Orr"));
  EXPECT_THAT(person("Anna Lem, born in Orr"), ElementsAre("Anna Lem, born in Orr"));
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

TEST(SplitNames, PiecesOfOneWordMayBePartsOfOneName) {
  EXPECT_THAT(thing("Peskov; Dmitry"), ElementsAre("Peskov Dmitry", "Peskov", "Dmitry"));
  EXPECT_THAT(thing("Putin / Vladimir"), ElementsAre("Putin Vladimir", "Putin", "Vladimir"));
  EXPECT_THAT(thing("Smith | John;"), ElementsAre("Smith John", "Smith", "John"));
  EXPECT_THAT(thing("Lem; Viktor Orr"), ElementsAre("Lem", "Viktor Orr"));
  EXPECT_THAT(thing("a1;a2;a3;a4;a5;a6;a7"), ElementsAre("a1", "a2", "a3", "a4", "a5", "a6", "a7"));
}

TEST(SplitNames, ANameInBracketsStandsBesideTheWhole) {
  EXPECT_THAT(thing("Ivan Petrov (Иван Петров)"),
              ElementsAre("Ivan Petrov (Иван Петров)", "Ivan Petrov", "Иван Петров"));
  EXPECT_THAT(thing("Владимир Путин (Vladimir Putin)"),
              ElementsAre("Владимир Путин (Vladimir Putin)", "Владимир Путин", "Vladimir Putin"));
  EXPECT_THAT(thing("Petrov [Петров]"), ElementsAre("Petrov [Петров]", "Petrov", "Петров"));
  EXPECT_THAT(thing("张伟（Zhang Wei）"), ElementsAre("张伟（Zhang Wei）", "张伟", "Zhang Wei"));
  EXPECT_THAT(thing("Viktor Lem (Vitya Orr"), ElementsAre("Viktor Lem (Vitya Orr", "Viktor Lem", "Vitya Orr"));
  EXPECT_THAT(person("Anna Lem (Анна Лем), née Orr"),
              ElementsAre("Anna Lem (Анна Лем)", "Anna Lem", "Анна Лем", "Anna Orr"));
}

TEST(SplitNames, ARemarkInBracketsIsNoName) {
  EXPECT_THAT(thing("Dmitry Peskov (press secretary)"),
              ElementsAre("Dmitry Peskov (press secretary)", "Dmitry Peskov"));
  EXPECT_THAT(thing("Viktor (Vitya) Lem"), ElementsAre("Viktor (Vitya) Lem", "Viktor Lem"));
  EXPECT_THAT(company("Acme (Hong Kong) Ltd"), ElementsAre("Acme (Hong Kong) Ltd", "Acme Ltd"));
  EXPECT_THAT(thing("Viktor Lem (born 1950)"), ElementsAre("Viktor Lem (born 1950)", "Viktor Lem"));
  EXPECT_THAT(thing("Иван Петров (директор)"), ElementsAre("Иван Петров (директор)", "Иван Петров"));
  EXPECT_THAT(company("Invest(o)rs Ltd"), ElementsAre("Invest(o)rs Ltd"));
  EXPECT_THAT(thing("(Viktor Lem)"), ElementsAre("(Viktor Lem)", "Viktor Lem"));
}

TEST(SplitNames, EachScriptStandsBesideTheWhole) {
  EXPECT_THAT(thing("Ivan Petrov - Иван Петров"),
              ElementsAre("Ivan Petrov - Иван Петров", "Ivan Petrov", "Иван Петров"));
  EXPECT_THAT(thing("Petrov, Ivan – Петров, Иван"),
              ElementsAre("Petrov, Ivan – Петров, Иван", "Petrov, Ivan", "Петров, Иван"));
  EXPECT_THAT(thing("Petrov Ivan, Петров Иван"), ElementsAre("Petrov Ivan, Петров Иван", "Petrov Ivan", "Петров Иван"));
  EXPECT_THAT(thing("Zhang Wei 张伟"), ElementsAre("Zhang Wei 张伟", "Zhang Wei", "张伟"));
  EXPECT_THAT(company("Ромашка, LLC"), ElementsAre("Ромашка, LLC"));
  EXPECT_THAT(company("ООО Gazprom"), ElementsAre("ООО Gazprom"));
  EXPECT_THAT(company("Nord - Süd GmbH"), ElementsAre("Nord - Süd GmbH"));
}

TEST(SplitNames, ShipsWithTheirNumberAndPrefix) {
  EXPECT_THAT(thing("ARTAVIL (IMO 9187629)"), ElementsAre("ARTAVIL (IMO 9187629)", "ARTAVIL"));
  EXPECT_THAT(thing("ARTAVIL, IMO No. 9187629"), ElementsAre("ARTAVIL, IMO No. 9187629", "ARTAVIL"));
  EXPECT_THAT(thing("MV ARTAVIL"), ElementsAre("MV ARTAVIL", "ARTAVIL"));
  EXPECT_THAT(thing("M/V ARTAVIL"), ElementsAre("M/V ARTAVIL", "ARTAVIL"));
  EXPECT_THAT(split_names("MV ARTAVIL", Schema::kVessel), ElementsAre("MV ARTAVIL"));
  EXPECT_EQ(imo_number_in("ARTAVIL (IMO 9187629)"), "9187629");
  EXPECT_EQ(imo_number_in("artavil imo:9187629"), "9187629");
  EXPECT_EQ(imo_number_in("ARTAVIL (IMO 9187620)"), "");  // the checksum
  EXPECT_EQ(imo_number_in("ARTAVIL (IMO 91876291)"), "");
  EXPECT_EQ(imo_number_in("ELIMO 9187629"), "");
}

TEST(SplitNames, NothingWhereThereIsNoLetter) {
  EXPECT_THAT(thing(""), IsEmpty());
  EXPECT_THAT(thing(" - / ; "), IsEmpty());
  EXPECT_THAT(thing("—"), IsEmpty());
  EXPECT_THAT(thing("李"), ElementsAre("李"));
  EXPECT_THAT(thing("7 / 11"), ElementsAre("7 / 11"));
}

TEST(SplitNames, StaysLinearOnMarks) {
  for (const std::string_view unit : {"((", ";", "/ ", "AKA X Y ", "a/b", "\n", "a b\n", "\"", "& ", "and/or ", "(a b)",
                                      "a (", "я, a, ", "я - a - ", "IMO ", "） （", "MV "}) {
    std::string text = "x";
    while (text.size() < 64'000) text += unit;
    EXPECT_LE(split_names(text + "y", Schema::kPerson).size(), text.size());
  }
}

}  // namespace
}  // namespace cordon::names
