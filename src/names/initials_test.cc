#include "names/initials.h"

#include <gtest/gtest.h>

namespace cordon::names {
namespace {

std::string acronym(std::string_view text, NameType type = NameType::kOrganization) {
  return acronym_of(analyze(text, type)).letters;
}

// "ktb(0,3) ktbc(0,4)": letters, first part, parts.
std::string initials(std::string_view text) {
  std::string out;
  for (const Initials& i : initials_of(analyze(text, NameType::kOrganization)))
    out += (out.empty() ? "" : " ") + i.letters + "(" + std::to_string(i.first) + "," + std::to_string(i.count) + ")";
  return out;
}

TEST(Acronym, IsOneWordInCapitals) {
  EXPECT_EQ(acronym("KSTB"), "kstb");
  EXPECT_EQ(acronym("K.S.T.B."), "kstb");
  EXPECT_EQ(acronym("KSTB Ltd"), "kstb");
  EXPECT_EQ(acronym("ООО «КСТБ»"), "kstb");
  EXPECT_EQ(acronym("KSTB", NameType::kAny), "kstb");
  for (const std::string_view none : {"KST", "Kstb", "kstb", "KSTB Orlovan", "KSTB 2", "KS TB", "K S T B", "KST-B",
                                      "KST4", "КСЩБ", "深圳", "", "Ltd"})
    EXPECT_EQ(acronym(none), "") << none;
}

TEST(Initials, AreOfEverySignificantWord) {
  EXPECT_EQ(initials("Kalina Severin Transport Bank"), "kstb(0,4)");
  EXPECT_EQ(initials("The Bank of Orlovan and Severin for Trading"), "bost(0,8)");
  EXPECT_EQ(initials("THE BANK OF ORLOVAN AND SEVERIN FOR TRADING"), "bost(0,8)");
  EXPECT_EQ(initials("Bank Of Orlovan And Severin Trading"), "bost(0,6)");
  EXPECT_EQ(initials("Калина Северин Транспорт Банк"), "kstb(0,4)");
  EXPECT_EQ(initials("OOO Kalina Severin Transport Bank"), "kstb(1,4)");
}

TEST(Initials, MayTakeTheLetterOfALegalFormAtTheEnd) {
  EXPECT_EQ(initials("Kalina Severin Transport Ltd"), "kstl(0,4)");
  EXPECT_EQ(initials("Kalina Severin Transport Bank Ltd"), "kstb(0,4) kstbl(0,5)");
}

TEST(Initials, AreNoneOfOtherNames) {
  for (const std::string_view none : {"Kalina Severin Transport", "Kalina Severin Transport Bank No. 7", "Severin",
                                      "شركة النجمة للتجارة والنقل والشحن", "深圳市星河电子有限公司", "", "Ltd"})
    EXPECT_EQ(initials(none), "") << none;
}

}  // namespace
}  // namespace cordon::names
