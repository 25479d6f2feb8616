#include "screen/name_columns.h"

#include <gtest/gtest.h>

#include "screen/compare.h"

namespace cordon::screen {
namespace {

// "subject/listed" of each column, with '-' for nothing and a sign for the finding in front.
std::vector<std::string> columns(std::string_view subject, std::string_view listed_name,
                                 Schema schema = Schema::kPerson, const Profile& profile = default_profile()) {
  const Subject a = named(subject, schema);
  const Entity b = listed(named(listed_name, schema));
  const Hit hit = compare(a, b, 1, profile);
  std::vector<std::string> out;
  Points points = 0;
  for (const NameColumn& c : name_columns(hit, a, b, profile.scorer)) {
    std::string text;
    text += c.finding == Finding::kAgrees    ? '='
            : c.finding == Finding::kSimilar ? '~'
            : c.finding == Finding::kDiffers ? '!'
            : c.finding == Finding::kAbsent  ? '?'
                                             : '.';
    out.push_back(text + (c.subject_text.empty() ? "-" : c.subject_text) + "/" +
                  (c.entity_text.empty() ? "-" : c.entity_text));
    points += c.points;
  }
  if (!out.empty()) EXPECT_EQ(points, hit.score);
  return out;
}
using Expected = std::vector<std::string>;

TEST(NameColumns, StandInTheSubjectsOrder) {
  EXPECT_EQ(columns("Timur Volkovskiy", "VOLKOVSKY, Tymur"), Expected({"=Timur/Tymur", "=Volkovskiy/VOLKOVSKY"}));
  EXPECT_EQ(columns("VOLKOVSKY, Tymur", "Timur Volkovskiy"), Expected({"=Tymur/Timur", "=VOLKOVSKY/Volkovskiy"}));
}

TEST(NameColumns, APartOfTheListedNameOnlyStandsBehindTheOneItFollows) {
  EXPECT_EQ(columns("Timur Volkovskiy", "Timur Arkadyevich Volkovskiy"),
            Expected({"=Timur/Timur", "?-/Arkadyevich", "=Volkovskiy/Volkovskiy"}));
  EXPECT_EQ(columns("Usama Laden", "Hamza Usama Laden"), Expected({"?-/Hamza", "=Usama/Usama", "=Laden/Laden"}));
}

TEST(NameColumns, PartsThatDifferShareAColumn) {
  EXPECT_EQ(columns("Ivan Volkovskiy", "Pyotr Volkovskiy"), Expected({"!Ivan/Pyotr", "=Volkovskiy/Volkovskiy"}));
  EXPECT_EQ(columns("Dr. Ivan Volkovskiy", "Pyotr Arkadyevich Volkovskiy"),
            Expected({".Dr/-", "!Ivan/Pyotr", "!-/Arkadyevich", "=Volkovskiy/Volkovskiy"}));
  EXPECT_EQ(columns("Timur Petrov", "Timur Arkadyevich Volkovskiy"),
            Expected({"=Timur/Timur", "!-/Arkadyevich", "!Petrov/Volkovskiy"}));
}

TEST(NameColumns, TitlesAndLegalFormsAreThereButNotCompared) {
  EXPECT_EQ(columns("Dr. Timur Volkovskiy", "Timur Volkovskiy"),
            Expected({".Dr/-", "=Timur/Timur", "=Volkovskiy/Volkovskiy"}));
  EXPECT_EQ(columns("Nordmeer GmbH", "Nordmeer LLC", Schema::kCompany), Expected({"=Nordmeer/Nordmeer", ".GmbH/LLC"}));
  EXPECT_EQ(columns("Nordmeer GmbH", "JSC Nordmeer", Schema::kCompany), Expected({"=Nordmeer/Nordmeer", "!GmbH/JSC"}));
  EXPECT_EQ(columns("Nordmeer GmbH", "Nordmeer JSC", Schema::kCompany), Expected({"=Nordmeer/Nordmeer", "!GmbH/JSC"}));
}

TEST(NameColumns, ScriptsStandUnderEachOther) {
  EXPECT_EQ(columns("Peskow, Dmitrij S.", "Дмитрий Сергеевич Песков"),
            Expected({"=Dmitrij/Дмитрий", "~S/Сергеевич", "=Peskow/Песков"}));
}

TEST(NameColumns, PartsWrittenTogetherAreOneColumn) {
  EXPECT_EQ(columns("Ali Reza Karimi", "Alireza Karimi"), Expected({"=Ali Reza/Alireza", "=Karimi/Karimi"}));
}

TEST(NameColumns, NothingAlikeGivesNone) { EXPECT_EQ(columns("Ann", "Bob"), Expected()); }

TEST(NameColumns, OfTheScoreOfOfacsPage) {
  const Profile profile = builtin_profile("ofac-search").value();
  EXPECT_EQ(columns("Volkovski Timur", "Timur Ark VOLKOVSKI", Schema::kPerson, profile),
            Expected({"=VOLKOVSKI/VOLKOVSKI", "=TIMUR/TIMUR", ".-/ARK"}));
}

TEST(EditableName, ChangesTheTextAsWritten) {
  const EditableName name("AL-HADDADI, Yusuf  Karim", {"Yusuf", "Karim", "AL", "HADDADI"});
  EXPECT_EQ(name.without({1, 1}), "AL-HADDADI, Yusuf");
  EXPECT_EQ(name.replaced({0, 1}, "Joseph"), "AL-HADDADI, Joseph Karim");
  EXPECT_EQ(name.with_behind(0, "Ali"), "AL-HADDADI, Yusuf Ali  Karim");
  EXPECT_EQ(name.with_behind(-1, "Ali"), "Ali AL-HADDADI, Yusuf  Karim");
  EXPECT_EQ(name.replaced({0, 2}, "J"), "AL-HADDADI, J");
}

TEST(EditableName, OfPartsThatAreNotWrittenAsTheyWereRead) {
  const EditableName name("ＡＮＮ Lee", {"ANN", "Lee"});
  EXPECT_EQ(name.without({1, 1}), "ANN");
}

TEST(EditableName, TakesTheSamePartTwice) {
  const EditableName name("Ali Khalid al-Ali", {"Ali", "Khalid", "al", "Ali"});
  EXPECT_EQ(name.without({2, 2}), "Ali Khalid -");
}

}  // namespace
}  // namespace cordon::screen
