#include "cli/evidence_text.h"

#include <gtest/gtest.h>

namespace cordon::cli {
namespace {

constexpr Sides kSides = {"subject", "listed"};

TEST(NamesText, PartsStandUnderEachOtherInTerminalColumns) {
  const std::vector<screen::NameColumn> columns = {
      {"王", "Wang", Finding::kAgrees, "same", 0, {}, {}},
      {"", "Arkadyevich", Finding::kAbsent, "only in the listed name", 0, {}, {}},
      {"小明", "Ming", Finding::kSimilar, "50 % alike", 0, {}, {}}};
  EXPECT_EQ(names_text(columns, kSides, {}),
            "  subject  王    –            小明\n"
            "  listed   Wang  Arkadyevich  Ming\n"
            "           same  only here    50 % alike\n\n");
}

TEST(NamesText, AreBrokenWhereTheLineIsFull) {
  std::vector<screen::NameColumn> columns(3, {std::string(25, 'x'), "y", Finding::kDiffers, "differ", 0, {}, {}});
  const std::string text = names_text(columns, kSides, {.width = 70});
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 8);
}

TEST(NamesText, HaveColoursOnATerminal) {
  const std::vector<screen::NameColumn> columns = {{"Ann", "Anne", Finding::kSimilar, "", 0, {}, {}}};
  EXPECT_EQ(names_text(columns, {"a", "b"}, {.is_terminal = true, .has_colour = true}),
            "  a  \x1b[1;33mAnn\x1b[0m\n  b  \x1b[1;33mAnne\x1b[0m\n\n\n");
}

TEST(EvidenceText, BothColumnsAddUp) {
  Hit hit;
  hit.score = 7001;
  hit.likelihood = 0.5;
  hit.evidence = {{Feature::kNamePart, Finding::kAgrees, "Lee", "LEE", "same", 8201, 3004},
                  {Feature::kBirthDate, Finding::kDiffers, "1970", "1971", "the dates differ", -1200, -3004}};
  EXPECT_EQ(evidence_text(hit, kSides, {}),
            "  feature     finding  subject  listed  note              points    bits\n"
            "  name_part   agrees   Lee      LEE     same               +8201  +3.004\n"
            "  birth_date  differs  1970     1971    the dates differ   -1200  -3.004\n"
            "  sum                                                      +7001  +0.000\n"
            "  score 0.7001 (7001 of 10000 points) · likelihood 50.0 % (odds of 2^0.000 to 1)\n");
}

}  // namespace
}  // namespace cordon::cli
