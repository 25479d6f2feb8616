#include "graph/stated_links.h"

#include <gmock/gmock.h>

namespace cordon::graph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Entity with_link(std::string kind, std::string share = "", std::string role = "") {
  Entity out;
  out.sources = {{"a.ftm.json", "line 7", 0}};
  cordon::Link link;
  link.kind = std::move(kind), link.share = std::move(share), link.role = std::move(role);
  link.target_id = "x-1";
  out.links.push_back(std::move(link));
  return out;
}

// "other shares 25-50%", "this control:PARENT"
std::vector<std::string> said(const Entity& entity) {
  std::vector<std::string> out;
  for (const StatedLink& link : stated_links(entity)) {
    std::string text = link.holder == Holder::kThis ? "this " : "other ";
    text += kind_name(link.kind);
    if (takes_share(link.kind)) text += " " + share_text(link.share);
    if (!link.criterion.empty()) text += ":" + link.criterion;
    out.push_back(text + (link.is_odd ? " odd" : ""));
  }
  return out;
}

TEST(StatedLinks, EveryRowOfTheTablesMakesSense) { EXPECT_THAT(check_link_tables(), IsEmpty()); }

// FTM-1, and what lists write otherwise.
TEST(StatedLinks, FTM1_SharesAsListsWriteThem) {
  const auto text = [](std::string_view written) {
    const auto share = parse_stated_share(written);
    return share ? share_text(*share) : share.error().message;
  };
  EXPECT_EQ(text(">50"), ">50-100%");
  EXPECT_EQ(text("25-50"), "25-50%");
  EXPECT_EQ(text(""), "unknown");
  EXPECT_EQ(text("51"), "51%");
  EXPECT_EQ(text("50.00"), "50%");
  EXPECT_EQ(text("25,5 %"), "25.5%");
  EXPECT_EQ(text("1/3"), "1/3");
  EXPECT_EQ(text("<25"), "0-<25%");
  EXPECT_NE(text("130").find("over 100 %"), std::string::npos);
  EXPECT_NE(text("most of it").find("is no share"), std::string::npos);
}

TEST(StatedLinks, WhoIsTheOwnerIsToldByTheKind) {
  EXPECT_THAT(said(with_link("owner", "51")), ElementsAre("other shares 51%"));
  EXPECT_THAT(said(with_link("asset", "51")), ElementsAre("this shares 51%"));
  EXPECT_THAT(said(with_link("director", "", "chair")), ElementsAre("other director:chair"));
  EXPECT_THAT(said(with_link("linkedTo")), ElementsAre("other linked"));
  EXPECT_THAT(said(with_link("payer", "51")), IsEmpty());
}

// OW17: without a share a link to a parent is any share and a sign of control, never a certain one.
TEST(StatedLinks, OW17_NoShareIsAnyShare) {
  EXPECT_THAT(said(with_link("owner")), ElementsAre("other shares unknown"));
  EXPECT_THAT(said(with_link("parent")), ElementsAre("other shares unknown", "other control:PARENT"));
  EXPECT_THAT(said(with_link("ownedOrControlledBy")),
              ElementsAre("other shares unknown", "other control:OWNED_OR_CONTROLLED"));
  EXPECT_THAT(said(with_link("operator")), ElementsAre("other control:OPERATOR"));
}

TEST(StatedLinks, RolesSayWhatTheStakeIs) {
  EXPECT_THAT(said(with_link("owner", "", "ownership-of-shares-25-to-50-percent")),
              ElementsAre("other shares >25-50%"));
  EXPECT_THAT(said(with_link("asset", "", "Ownership of shares 50 to 75 percent as trust")),
              ElementsAre("this shares >50-<75%"));
  EXPECT_THAT(said(with_link("owner", "", "voting_rights_75_to_100_percent")), ElementsAre("other votes 75-100%"));
  EXPECT_THAT(said(with_link("owner", "", "right-to-appoint-and-remove-directors")),
              ElementsAre("other board >50-100%"));
  EXPECT_THAT(said(with_link("owner", "", "subsidiary of")),
              ElementsAre("other shares unknown", "other control:PARENT"));
  EXPECT_THAT(said(with_link("owner", "49", "subsidiary of")), ElementsAre("other shares 49%", "other control:PARENT"));
  EXPECT_THAT(said(with_link("owner", "100", "Nominee")), ElementsAre("other nominee 100%"));
  EXPECT_THAT(said(with_link("owner", "10", "founder")), ElementsAre("other shares 10%"));
}

TEST(StatedLinks, WhatMakesNoSenseIsMarked) {
  EXPECT_THAT(said(with_link("owner", "130")), ElementsAre("other shares unknown odd"));
  Entity reversed = with_link("owner", "10");
  reversed.links[0].from = DateSpan::day({2024, 3, 1}), reversed.links[0].to = DateSpan::day({2023, 3, 1});
  EXPECT_THAT(said(reversed), ElementsAre("other shares 10% odd"));
}

TEST(StatedLinks, DaysAndSource) {
  Entity entity = with_link("owner", "10");
  entity.links[0].stated_at = "https://example.org/1";
  StatedLink link = stated_links(entity).at(0);
  EXPECT_EQ(link.from, kAlways);
  EXPECT_EQ(link.to, kForever);
  EXPECT_EQ(link.source, "a.ftm.json, line 7; https://example.org/1");
  entity.links[0].from = DateSpan::year(2019);
  entity.links[0].to = DateSpan::day({2024, 3, 24});
  link = stated_links(entity).at(0);
  EXPECT_EQ(day_text(link.from), "2019-01-01");
  EXPECT_EQ(day_text(link.to), "2024-03-24") << "OWN-D2: the end is the first day no longer in force";
  entity.links[0].to = DateSpan::year(2024);
  EXPECT_EQ(day_text(stated_links(entity).at(0).to), "2025-01-01");
}

TEST(StatedLinks, WhoIsMarkedAsListed) {
  Entity entity;
  EXPECT_FALSE(is_marked_listed(entity));
  entity.properties = {{"topics", "role.pep", 0}};
  EXPECT_FALSE(is_marked_listed(entity));
  entity.properties.push_back({"topics", "sanction", 0});
  EXPECT_TRUE(is_marked_listed(entity));
  entity.properties.clear();
  entity.programs = {{"XX", 0}};
  EXPECT_TRUE(is_marked_listed(entity));
}

}  // namespace
}  // namespace cordon::graph
