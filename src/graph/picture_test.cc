#include "graph/picture.h"

#include <gmock/gmock.h>

#include "graph/structure_csv.h"

namespace cordon::graph {
namespace {

using testing::HasSubstr;

// The pictures of `company` under OFAC's rule, X listed.
std::vector<Picture> pictures(std::string_view csv, std::string_view company) {
  Structure structure;
  Reporter reporter;
  EXPECT_TRUE(read_structure_csv(csv, "s.csv", structure, reporter));
  const PartyId x = structure.party("X");
  const Holdings holdings = Holdings::build(structure, {day_from_civil({2026, 11, 24}), kForever});
  const Cascade cascade = Cascade::build(holdings, *rule_on("ofac", holdings.moment().as_of).rule, std::span(&x, 1));
  const Judge judge(cascade, false);
  const Finding finding = judge.find(*structure.find(company));
  return {picture_of(judge, finding, explain(judge, finding))};
}

TEST(Picture, ShowsWhoIsBehindAndWhatCounts) {
  const auto made = pictures("owner,owned,share,kind\nX,A,50%,\nA,B,60%,\nZ,B,40%,\nB,Other,10%,\n", "B");
  const Picture& p = made[0];
  EXPECT_EQ(p.title, "B under US-OFAC-50 as of 2026-11-24: DERIVED_CERTAIN");
  ASSERT_EQ(p.nodes.size(), 4U);  // B, A, X, Z; what B owns is not behind it
  EXPECT_EQ(p.nodes[0].name, "B");
  EXPECT_EQ(p.nodes[0].look, Look::kCertain);
  for (const PictureNode& node : p.nodes) {
    if (node.name == "X") {
      EXPECT_EQ(node.look, Look::kListed);
    } else if (node.name == "Z") {
      EXPECT_EQ(node.look, Look::kFree);
    }
  }
  for (const PictureLink& link : p.links) EXPECT_EQ(link.counts, p.nodes[link.from].name != "Z") << link.label;
}

TEST(Picture, NamesCannotBreakOut) {
  const std::string csv = "owner,owned,share\nX,\"<script>\"\"&\",50%\n";
  const auto made = pictures(csv, "<script>\"&");
  EXPECT_THAT(svg_of(made), HasSubstr("&lt;script&gt;&quot;&amp;"));
  EXPECT_EQ(svg_of(made).find("<script"), std::string::npos);
  EXPECT_EQ(html_of(made).find("<script"), std::string::npos);
  EXPECT_THAT(dot_of(made), HasSubstr("label=\"<script>\\\"&\""));
}

TEST(Picture, RingsAndLoneCompaniesAreDrawn) {
  EXPECT_THAT(svg_of(pictures("owner,owned,share\nX,A,10%\nA,B,60%\nB,C,60%\nC,A,60%\n", "C")), HasSubstr("</svg>"));
  EXPECT_THAT(svg_of(pictures("owner,owned,share\nX,A,10%\n", "X")), HasSubstr("listed"));
}

TEST(Picture, ALargeStructureIsCutAndSaysSo) {
  std::string csv = "owner,owned,share\n";
  for (int i = 0; i < 200; ++i) csv += "Owner " + std::to_string(i) + ",A,0.001\n";
  const auto made = pictures(csv + "X,A,50%\n", "A");
  EXPECT_EQ(made[0].nodes.size(), kMostPictureNodes);
  EXPECT_EQ(made[0].left_out, 202 - kMostPictureNodes);
  EXPECT_THAT(svg_of(made), HasSubstr("more parties are not drawn"));
}

}  // namespace
}  // namespace cordon::graph
