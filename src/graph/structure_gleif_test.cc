#include "graph/structure_gleif.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <random>

namespace cordon::graph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kHeader =
    "Relationship.StartNode.NodeID,Relationship.StartNode.NodeIDType,Relationship.EndNode.NodeID,"
    "Relationship.EndNode.NodeIDType,Relationship.RelationshipType,Relationship.RelationshipStatus,"
    "Relationship.Period.1.startDate,Relationship.Period.1.endDate,Relationship.Period.1.periodType,"
    "Relationship.Period.2.startDate,Relationship.Period.2.endDate,Relationship.Period.2.periodType,"
    "Relationship.Quantifiers.1.MeasurementMethod,Relationship.Quantifiers.1.QuantifierAmount,"
    "Relationship.Quantifiers.1.QuantifierUnits,Registration.InitialRegistrationDate,Registration.RegistrationStatus\n";

std::string row(std::string_view child, std::string_view parent, std::string_view type,
                std::string_view periods = ",,,,,", std::string_view amount = ",,", std::string_view status = "ACTIVE",
                std::string_view registration = "PUBLISHED") {
  return fmt::format("{},LEI,{},LEI,{},{},{},{},,{}\n", child, parent, type, status, periods, amount, registration);
}

struct Read {
  Structure structure;
  PartiesById ids;
  Reporter reporter;
  std::vector<std::string> links() const {
    std::vector<std::string> out;
    for (const Link& link : structure.links()) {
      std::string text =
          fmt::format("{} {} {}", structure.name(link.owner), kind_name(link.kind), structure.name(link.owned));
      if (link.share != kNoShare) text += " " + share_text(structure.share(link.share));
      if (link.criterion != 0) text += ":" + structure.text(link.criterion);
      if (!link.is_undated())
        text += fmt::format(" {}..{}", link.from == kAlways ? "" : day_text(link.from),
                            link.to == kForever ? "" : day_text(link.to));
      out.push_back(text);
    }
    return out;
  }
};

Read read(const std::string& rows, const GleifNames& names = {}) {
  Read out;
  const auto done = read_structure_gleif(kHeader + rows, "rr.csv", names, out.structure, out.ids, out.reporter);
  EXPECT_TRUE(done) << done.error().text();
  return out;
}

TEST(Gleif, KnownByTheHeader) {
  EXPECT_TRUE(looks_like_gleif_relationships(kHeader));
  EXPECT_TRUE(looks_like_gleif_relationships("\xEF\xBB\xBF" + kHeader));
  EXPECT_FALSE(looks_like_gleif_relationships("owner,owned,share\n"));
  EXPECT_TRUE(looks_like_gleif_names("LEI,Entity.LegalName\n"));
  EXPECT_FALSE(looks_like_gleif_names(kHeader));
}

// OW17: consolidated by, without a percentage: any share, and a sign of control.
TEST(Gleif, OW17_ConsolidationIsAnyShareAndControl) {
  EXPECT_THAT(read(row("C", "P", "IS_DIRECTLY_CONSOLIDATED_BY")).links(),
              ElementsAre("P shares C unknown", "P control C:EU-g"));
  EXPECT_THAT(
      read(row("C", "P", "IS_DIRECTLY_CONSOLIDATED_BY", ",,,,,", "ACCOUNTING_CONSOLIDATION,62.5,PERCENTAGE")).links(),
      ElementsAre("P shares C 62.5%", "P control C:EU-g"));
  EXPECT_THAT(read(row("C", "P", "IS_DIRECTLY_CONSOLIDATED_BY", ",,,,,", "X,62,EUR")).links(),
              ElementsAre("P shares C unknown", "P control C:EU-g"));
}

TEST(Gleif, OnlyTheRelationshipPeriodCountsAndItsEndIsTheLastDay) {
  EXPECT_THAT(read(row("C", "P", "IS_DIRECTLY_CONSOLIDATED_BY",
                       "2020-01-01T00:00:00.000Z,2020-12-31T00:00:00.000Z,ACCOUNTING_PERIOD,"
                       "2012-11-29T00:00:00.000Z,2023-06-30T00:00:00.000Z,RELATIONSHIP_PERIOD"))
                  .links(),
              ElementsAre("P shares C unknown 2012-11-29..2023-07-01", "P control C:EU-g 2012-11-29..2023-07-01"));
}

// OW16: the ultimate parent sums up the chain.
TEST(Gleif, OW16_AnUltimateParentThatTheChainLeadsToIsNoStakeOfItsOwn) {
  EXPECT_THAT(read(row("C", "U", "IS_ULTIMATELY_CONSOLIDATED_BY") + row("C", "P", "IS_DIRECTLY_CONSOLIDATED_BY") +
                   row("P", "U", "IS_DIRECTLY_CONSOLIDATED_BY"))
                  .links(),
              ElementsAre("P shares C unknown", "P control C:EU-g", "U shares P unknown", "U control P:EU-g"));
  EXPECT_THAT(read(row("C", "U", "IS_ULTIMATELY_CONSOLIDATED_BY")).links(),
              ElementsAre("U shares C unknown", "U control C:EU-g"));
  EXPECT_THAT(read(row("A", "B", "IS_DIRECTLY_CONSOLIDATED_BY") + row("B", "A", "IS_DIRECTLY_CONSOLIDATED_BY") +
                   row("A", "U", "IS_ULTIMATELY_CONSOLIDATED_BY"))
                  .links()
                  .size(),
              6U)
      << "a ring ends";
}

TEST(Gleif, ABranchIsItsHeadOffice) {
  const Read one = read(row("B", "H", "IS_INTERNATIONAL_BRANCH_OF") + row("H", "P", "IS_DIRECTLY_CONSOLIDATED_BY") +
                        row("S", "B", "IS_DIRECTLY_CONSOLIDATED_BY"));
  EXPECT_EQ(one.ids.at("B"), one.ids.at("H"));
  EXPECT_THAT(one.links(),
              ElementsAre("P shares H unknown", "P control H:EU-g", "H shares S unknown", "H control S:EU-g"));
}

TEST(Gleif, FundsAreShownOnly) {
  EXPECT_THAT(read(row("F", "M", "IS_FUND-MANAGED_BY")).links(), ElementsAre("M linked F:fund-managed-by"));
}

TEST(Gleif, WhatIsOverOrVoidIsLeftOutAndSaid) {
  const Read one = read(row("C", "P", "IS_DIRECTLY_CONSOLIDATED_BY", ",,,,,", ",,", "INACTIVE") +
                        row("D", "P", "IS_DIRECTLY_CONSOLIDATED_BY", ",,,,,", ",,", "ACTIVE", "ANNULLED") +
                        row("E", "P", "IS_DIRECTLY_CONSOLIDATED_BY", ",,,,,", ",,", "ACTIVE", "LAPSED"));
  EXPECT_THAT(one.links(), ElementsAre("P shares E unknown", "P control E:EU-g"));
  ASSERT_EQ(one.reporter.remarks().size(), 1U);
  EXPECT_EQ(one.reporter.remarks()[0].message, "2 records are over without a day, or annulled, and were left out");
}

TEST(Gleif, BadRowsAreReportedWithTheirLine) {
  const Read one = read(row("C", "C", "IS_DIRECTLY_CONSOLIDATED_BY") + row("C", "", "IS_DIRECTLY_CONSOLIDATED_BY") +
                        row("C", "P", "IS_FRIEND_OF") +
                        row("C", "P", "IS_DIRECTLY_CONSOLIDATED_BY", "yesterday,,RELATIONSHIP_PERIOD,,,"));
  std::vector<std::string> said;
  for (const Remark& r : one.reporter.remarks()) said.push_back(fmt::format("{}: {}", r.where.record, r.message));
  EXPECT_THAT(said, ElementsAre("2: a company cannot own itself", "3: the record names one party only",
                                "4: the relationship type \"IS_FRIEND_OF\" is unknown", "5: \"yesterday\" is no day"));
  EXPECT_THAT(one.links(), IsEmpty());
  Structure structure;
  PartiesById ids;
  Reporter reporter;
  EXPECT_FALSE(read_structure_gleif("a,b\n", "x", {}, structure, ids, reporter));
  EXPECT_FALSE(read_structure_gleif("", "x", {}, structure, ids, reporter));
}

TEST(Gleif, NamesOfLevelOne) {
  GleifNames names;
  Reporter reporter;
  ASSERT_TRUE(read_gleif_names("LEI,Entity.LegalName,Other\nP,\"Parent, Inc.\",x\nC,Twin,\nD,Twin,\nE,,\n", "lei2.csv",
                               names, reporter));
  EXPECT_EQ(names.size(), 3U);
  EXPECT_EQ(reporter.count(Severity::kLoss), 1U);
  const Read one =
      read(row("C", "P", "IS_DIRECTLY_CONSOLIDATED_BY") + row("D", "P", "IS_DIRECTLY_CONSOLIDATED_BY"), names);
  EXPECT_THAT(one.links(), ElementsAre("Parent, Inc. shares Twin unknown", "Parent, Inc. control Twin:EU-g",
                                       "Parent, Inc. shares Twin (D) unknown", "Parent, Inc. control Twin (D):EU-g"));
}

// Damaged copies: whatever comes of them, no row is lost in silence and no link leaves the structure.
TEST(Gleif, DamagedCopies) {
  std::string whole = kHeader;
  for (int i = 0; i < 20; ++i)
    whole += row(fmt::format("C{}", i), fmt::format("P{}", i % 3), "IS_DIRECTLY_CONSOLIDATED_BY");
  std::mt19937 random(3);
  size_t refused = 0;
  for (int copy = 0; copy < 3000; ++copy) {
    std::string bytes = whole;
    for (size_t n = 1 + random() % 4; n > 0; --n) {
      const size_t at = random() % bytes.size();
      if (random() % 3 == 0)
        bytes.erase(at, random() % 40);
      else
        bytes[at] = static_cast<char>(random());
    }
    Read out;
    const auto done = read_structure_gleif(bytes, "rr.csv", {}, out.structure, out.ids, out.reporter);
    refused += !done;
    for (const Link& link : out.structure.links()) {
      ASSERT_LT(link.owner, out.structure.parties());
      ASSERT_LT(link.owned, out.structure.parties());
      ASSERT_NE(link.owner, link.owned);
    }
  }
  EXPECT_GT(refused, 0U);
  EXPECT_LT(refused, 3000U);
}

}  // namespace
}  // namespace cordon::graph
