#include "graph/stored_links.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <random>

#include "graph/structure_entities.h"

namespace cordon::graph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

StatedLink stake(Holder holder, std::string other, const char* share, LinkKind kind = LinkKind::kShares) {
  StatedLink out;
  out.holder = holder, out.other_id = std::move(other), out.kind = kind;
  if (takes_share(kind)) out.share = *parse_share(share);
  out.source = "f, line 1";
  return out;
}

// Parties are called "p0", "p1" … by number.
std::optional<uint32_t> find(std::string_view id) {
  if (!id.starts_with('p')) return {};
  return static_cast<uint32_t>(std::stoul(std::string(id.substr(1))));
}

std::string section(bool reversed = false) {
  StoredLinksBuilder builder;
  std::vector<std::pair<uint32_t, StatedLink>> links = {
      {1, stake(Holder::kOther, "p0", "51%")},
      {0, stake(Holder::kThis, "p1", "51%")},  // the same from both ends
      {2, stake(Holder::kOther, "p1", "25-50%")},
      {3, stake(Holder::kOther, "p0", "-", LinkKind::kFamily)},
      {0, stake(Holder::kOther, "p3", "", LinkKind::kFamily)},
      {2, stake(Holder::kOther, "elsewhere", "unknown")},
      {4, stake(Holder::kOther, "p4", "10%")},  // itself
      {5, stake(Holder::kOther, "p2", "1/3", LinkKind::kVotes)}};
  links[2].second.from = 17'000, links[2].second.to = -3, links[2].second.is_odd = true;
  links[7].second.criterion = "EU-a";
  if (reversed) std::ranges::reverse(links);
  for (auto& [number, link] : links) builder.add(number, {link});
  builder.end_list(find, true);
  builder.end_list(find, false);
  return builder.build();
}

std::vector<std::string> said(const StoredLinks& links) {
  const auto name = [&](StoredLinks::Party party) {
    return links.number(party) == StoredLinks::kNoNumber ? std::string(links.name(party))
                                                         : fmt::format("p{}", links.number(party));
  };
  std::vector<std::string> out;
  for (const StoredLinks::Row& row : links.rows())
    out.push_back(fmt::format("{} {} {} {}", name(row.owner), kind_name(row.kind), name(row.owned),
                              takes_share(row.kind) ? share_text(links.shares()[row.share]) : "-"));
  return out;
}

TEST(StoredLinks, ReadsBackWhatWasWritten) {
  const std::string bytes = section();
  const auto links = StoredLinks::open(bytes, 6);
  ASSERT_TRUE(links) << links.error().text();
  EXPECT_THAT(said(*links), ElementsAre("p0 shares p1 51%", "p1 shares p2 25-50%", "elsewhere shares p2 unknown",
                                        "p0 family p3 -", "p2 votes p5 1/3"));
  EXPECT_EQ(links->lists(), 2U);
  EXPECT_TRUE(links->marks_listed(0));
  EXPECT_FALSE(links->marks_listed(1));
  const StoredLinks::Row& row = links->rows()[1];
  EXPECT_EQ(row.from, 17'000);
  EXPECT_EQ(row.to, -3);
  EXPECT_TRUE(row.is_odd);
  EXPECT_EQ(links->text(row.source), "f, line 1");
  EXPECT_EQ(links->text(links->rows()[4].criterion), "EU-a");
  EXPECT_EQ(links->rows()[0].from, kAlways);
  EXPECT_EQ(links->rows()[0].to, kForever);
}

TEST(StoredLinks, TheOrderOfLinksChangesNothing) { EXPECT_EQ(section(true), section(false)); }

// OW16: a link without a share is no second stake beside the one whose share is stated.
TEST(StoredLinks, OW16_AnUnknownShareGivesWayToAStatedOne) {
  const auto spans = [](Day from, Day to, std::vector<std::pair<Day, Day>> stated) {
    StoredLinksBuilder builder;
    std::vector<StatedLink> links = {stake(Holder::kOther, "p0", "unknown")};
    links[0].from = from, links[0].to = to;
    for (const auto& [first, end] : stated) {
      links.push_back(stake(Holder::kOther, "p0", "49%"));
      links.back().from = first, links.back().to = end;
    }
    links.push_back(stake(Holder::kOther, "p2", "10%"));  // another's
    builder.add(1, links);
    builder.end_list(find, true);
    const std::string bytes = builder.build();
    const auto read = StoredLinks::open(bytes, 3);
    std::vector<std::pair<Day, Day>> out;
    for (const StoredLinks::Row& row : read->rows())
      if (read->shares()[row.share] == unknown_share()) out.emplace_back(row.from, row.to);
    return out;
  };
  using Spans = std::vector<std::pair<Day, Day>>;
  EXPECT_EQ(spans(kAlways, kForever, {}), (Spans{{kAlways, kForever}}));
  EXPECT_EQ(spans(kAlways, kForever, {{100, kForever}}), (Spans{{kAlways, 100}}));
  EXPECT_EQ(spans(kAlways, kForever, {{kAlways, kForever}}), Spans{});
  EXPECT_EQ(spans(10, 90, {{20, 30}, {25, 40}, {50, 60}}), (Spans{{10, 20}, {40, 50}, {60, 90}}));
  EXPECT_EQ(spans(10, 90, {{90, 100}, {0, 10}}), (Spans{{10, 90}}));
  EXPECT_EQ(spans(10, 90, {{0, 100}}), Spans{});
}

TEST(StoredLinks, WhoIsBehindAParty) {
  const std::string bytes = section();
  const auto links = StoredLinks::open(bytes, 6);
  ASSERT_TRUE(links);
  const auto behind = [&](uint32_t number) {
    std::vector<uint32_t> out;
    const std::vector<StoredLinks::Party> wanted = {*links->party(number)};
    for (const StoredLinks::Party party : links->behind(wanted)) out.push_back(links->number(party));
    return out;
  };
  EXPECT_THAT(behind(1), ElementsAre(0, 1, 3));  // the owner, and his relative
  EXPECT_THAT(behind(2), ElementsAre(0, 1, 2, 3, StoredLinks::kNoNumber));
  EXPECT_THAT(behind(3), ElementsAre(0, 3));
  EXPECT_EQ(links->party(4), std::nullopt);
}

TEST(StoredLinks, BecomeAStructure) {
  const std::string bytes = section();
  const auto links = StoredLinks::open(bytes, 6);
  ASSERT_TRUE(links);
  Structure structure;
  std::vector<PartyId> party_of(links->parties(), kNobody);
  for (const uint32_t number : {0U, 1U, 2U}) party_of[*links->party(number)] = structure.party(std::to_string(number));
  links->add_to(structure, party_of);
  ASSERT_EQ(structure.links().size(), 2U);
  EXPECT_EQ(structure.name(structure.links()[0].owner), "0");
  EXPECT_EQ(share_text(structure.share(structure.links()[0].share)), "51%");
  EXPECT_EQ(structure.text(structure.links()[0].source), "f, line 1");
  EXPECT_TRUE(structure.is_marked(party_of[*links->party(2)], Defect::kInconsistent));
  EXPECT_FALSE(structure.is_marked(party_of[*links->party(1)], Defect::kInconsistent));
}

// A damaged section is read or refused; what is read keeps to its bounds.
TEST(StoredLinks, DamageIsFoundOrHarmless) {
  const std::string whole = section();
  for (size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(StoredLinks::open(whole.substr(0, size), 6)) << size;
  EXPECT_FALSE(StoredLinks::open(whole + "x", 6));
  EXPECT_FALSE(StoredLinks::open(whole, 5)) << "a party that the snapshot has not got";
  std::string other_version = whole;
  other_version[0] = 2;
  EXPECT_EQ(StoredLinks::open(other_version, 6).error().code, ErrorCode::kVersion);
  std::mt19937 random(7);
  size_t refused = 0;
  for (int copy = 0; copy < 20'000; ++copy) {
    std::string bytes = whole;
    for (size_t n = 1 + random() % 3; n > 0; --n) bytes[random() % bytes.size()] = static_cast<char>(random());
    const auto links = StoredLinks::open(bytes, 6);
    if (!links) {
      ++refused;
      continue;
    }
    Structure structure;
    std::vector<PartyId> party_of;
    std::vector<StoredLinks::Party> all;
    for (StoredLinks::Party party = 0; party < links->parties(); ++party) {
      party_of.push_back(structure.party(std::to_string(party)));
      all.push_back(party);
    }
    links->add_to(structure, party_of);
    EXPECT_EQ(links->behind(all).size(), links->parties());
    for (const Link& link : structure.links())
      EXPECT_TRUE(link.owner < structure.parties() && link.owner != link.owned);
  }
  EXPECT_GT(refused, 1000U);
  EXPECT_LT(refused, 20'000U);
}

// Entries of two lists that are one party: p0 and p3 are X, p1 and p4 are A.
std::vector<std::string> merged_stakes(std::vector<std::pair<uint32_t, StatedLink>> links) {
  StoredLinksBuilder builder;
  for (auto& [number, link] : links) builder.add(number, {std::move(link)});
  builder.end_list(find, true);
  const std::string bytes = builder.build();
  const StoredLinks stored = *StoredLinks::open(bytes, 9);
  Structure structure;
  const PartyId x = structure.party("X"), a = structure.party("A"), other = structure.party("Z");
  std::vector<PartyId> party_of;
  for (StoredLinks::Party party = 0; party < stored.parties(); ++party) {
    const uint32_t number = stored.number(party);
    party_of.push_back(number == 0 || number == 3 ? x : number == 1 || number == 4 ? a : other);
  }
  stored.add_to(structure, party_of);
  std::vector<std::string> out;
  for (const Link& link : structure.links())
    out.push_back(fmt::format("{} {} {} {}", structure.name(link.owner), kind_name(link.kind),
                              structure.name(link.owned),
                              link.share == kNoShare ? "-" : share_text(structure.share(link.share))));
  return out;
}

TEST(StoredLinks, WhatTwoListsStateOfOneStakeDoesNotAddUp) {
  using Links = std::vector<std::pair<uint32_t, StatedLink>>;
  // Equal shares are one row, a stated one stands before an unknown one, two different ones are a range.
  EXPECT_THAT(merged_stakes(Links{{1, stake(Holder::kOther, "p0", "30%")}, {4, stake(Holder::kOther, "p3", "30%")}}),
              ElementsAre("X shares A 30%"));
  EXPECT_THAT(
      merged_stakes(Links{{1, stake(Holder::kOther, "p0", "unknown")}, {4, stake(Holder::kOther, "p3", "20%")}}),
      ElementsAre("X shares A 20%"));
  EXPECT_THAT(merged_stakes(Links{{1, stake(Holder::kOther, "p0", "20%")}, {4, stake(Holder::kOther, "p3", ">50%")}}),
              ElementsAre("X shares A 20-100%"));
  // Of one list several rows stay several, other kinds and other owners are nobody's business.
  StatedLink early = stake(Holder::kOther, "p0", "10%"), late = early;
  early.to = 100, late.from = 100;
  EXPECT_THAT(merged_stakes(Links{{1, early},
                                  {1, late},
                                  {4, stake(Holder::kOther, "p3", "60%", LinkKind::kVotes)},
                                  {4, stake(Holder::kOther, "p5", "60%")}}),
              testing::UnorderedElementsAre("X shares A 10%", "X shares A 10%", "X votes A 60%", "Z shares A 60%"));
  // Control is no sum: it is stated twice.
  EXPECT_THAT(merged_stakes(Links{{1, stake(Holder::kOther, "p0", "", LinkKind::kControl)},
                                  {4, stake(Holder::kOther, "p3", "", LinkKind::kControl)}}),
              ElementsAre("X control A -", "X control A -"));
}

TEST(StructureOfEntities, PartiesAreNamedByCaptionAndFoundById) {
  std::vector<Entity> entities(3);
  entities[0].id = "a", entities[0].caption = "Ivan Petrov";
  entities[1].id = "b", entities[1].caption = "Alfa";
  entities[2].id = "c", entities[2].caption = "Alfa";
  using Said = std::tuple<const char*, const char*, const char*>;
  for (const auto& [kind, id, name] : {Said("owner", "a", ""), Said("owner", "z", ""), Said("owner", "", "Zeta Ltd")}) {
    cordon::Link link;
    link.kind = kind, link.target_id = id, link.target_name = name;
    entities[2].links.push_back(link);
  }
  Structure structure;
  PartiesById ids;
  add_entities(entities, structure, ids);
  EXPECT_EQ(structure.name(ids.at("b")), "Alfa");
  EXPECT_EQ(structure.name(ids.at("c")), "Alfa (c)");
  std::vector<std::string> owners;
  for (const Link& link : structure.links()) {
    EXPECT_EQ(link.owned, ids.at("c"));
    owners.emplace_back(structure.name(link.owner));
  }
  EXPECT_THAT(owners, ElementsAre("Ivan Petrov", "Zeta Ltd", "z"));
}

}  // namespace
}  // namespace cordon::graph
