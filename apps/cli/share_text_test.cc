#include "cli/share_text.h"

#include <gtest/gtest.h>

#include "cli/arguments.h"
#include "cli/tune_svg.h"
#include "cli/unusable_rows.h"

namespace cordon::cli {
namespace {

TEST(ShareText, FewRowsShowTheirBounds) {
  EXPECT_EQ(share_text({486, 500}), "97.2 % (95.4–98.3)");
  EXPECT_EQ(share_text({0, 0}), "-");
  EXPECT_EQ(share_text({0, 23}), "0 % (0–14.3)");
  EXPECT_EQ(share_text({65, 10000}), "0.65 % (0.51–0.83)");
}

TEST(ShareText, NothingNearOneLooksLikeOne) {
  EXPECT_EQ(percent_text(1), "100");
  EXPECT_EQ(percent_text(0.99951), "99.9");
  EXPECT_EQ(percent_text(0.99999), "99.9");
  EXPECT_EQ(percent_text(0.00001), "0.01");
}

TEST(Decimal, ExactOrRefused) {
  EXPECT_EQ(*parse_decimal("--x is a share", "0.02", 6), 20000);
  EXPECT_EQ(*parse_decimal("--x is a share", ".5", 4), 5000);
  EXPECT_EQ(*parse_decimal("--x is a share", "1", 4), 10000);
  for (const char* text : {"", ".", "1.1", "2", "0.12345", "-0.1", "0,5", "5%"})
    EXPECT_FALSE(parse_decimal("--x is a share", text, 4)) << text;
  EXPECT_EQ(parse_decimal("--x is a share", "7", 4).error().message,
            "--x is a share from 0 to 1 with at most 4 decimals, not \"7\"");
}

TEST(UnusableRows, LinesInRuns) { EXPECT_EQ(line_ranges({{4, 4}, {7, 9}, {12, 12}}), "4, 7-9, 12"); }

TEST(TuneSvg, IsSelfContained) {
  TuneReport report;
  for (int i = 0; i < 40; ++i) report.rows.push_back({static_cast<Points>(250 * i), i / 40.0, i % 2 == 0});
  report.recommended = 3000;
  report.calibration = screen::calibrate(report.rows);
  const std::string svg = tune_svg(report);
  EXPECT_TRUE(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
  EXPECT_TRUE(svg.ends_with("</svg>\n"));
  for (const char* word : {"<script", "href", "url(", "nan", "inf"}) EXPECT_FALSE(svg.contains(word)) << word;
  EXPECT_TRUE(svg.contains("recommended 0.30"));
  EXPECT_TRUE(svg.contains(">0.2</text>"));  // the axis reaches under the recommendation
  EXPECT_EQ(svg, tune_svg(report));
}

TEST(TuneSvg, SaysWhereThereIsNoLikelihood) {
  TuneReport report;
  report.rows = {{9000, std::nullopt, true}};
  EXPECT_TRUE(tune_svg(report).contains("states no likelihood"));
}

}  // namespace
}  // namespace cordon::cli
