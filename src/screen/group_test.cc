#include "screen/group.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace cordon::screen {
namespace {

Entity party(std::string id, std::string_view name, Schema schema = Schema::kPerson) {
  Entity e;
  e.id = std::move(id);
  e.list = e.id.substr(0, e.id.find(':'));
  e.schema = schema;
  e.names.push_back({std::string(name), NameKind::kPrimary, NameStrength::kStrong, {}, {}, {}, {}, {}, 0});
  return e;
}
Entity born(Entity e, std::string_view date) {
  e.dates.push_back({DateKind::kBirth, parse_date(date).value(), {}, 0});
  return e;
}
Entity numbered(Entity e, IdKind kind, std::string_view value, bool known_false = false) {
  e.identifiers.push_back({.kind = kind, .value = std::string(value), .known_false = known_false});
  return e;
}
Entity referring(Entity e, std::string_view reference) {
  e.references.push_back({std::string(reference), 0});
  return e;
}

// The group of each party's hit, in the order given.
std::vector<std::string> groups(const std::vector<Entity>& parties) {
  std::vector<Hit> hits;
  for (const Entity& e : parties) {
    Hit hit;
    hit.entity_id = e.id;
    hit.list = e.list;
    hits.push_back(std::move(hit));
  }
  std::vector<Entity> shuffled(parties.rbegin(), parties.rend());
  group_hits(hits, shuffled);
  std::vector<std::string> out;
  for (const Hit& hit : hits) out.push_back(hit.group);
  return out;
}
using Expected = std::vector<std::string>;

TEST(Group, ASharedReferenceOfTheUnitedNations) {
  const Entity un = numbered(party("un:QDi.135", "Dawood Ibrahim"), IdKind::kUnReference, "QDi.135");
  EXPECT_EQ(groups({un, referring(party("eu:1", "Dawood Bhai"), "QDi.135")}), Expected({"un:QDi.135", "un:QDi.135"}));
  EXPECT_EQ(groups({un, numbered(party("eu:1", "Dawood Bhai"), IdKind::kUnReference, "QDi.135 ")}),
            Expected({"un:QDi.135", "un:QDi.135"}));
  EXPECT_EQ(groups({un, referring(party("eu:1", "Dawood Ibrahim"), "QDi.136")}), Expected({"un:QDi.135", "eu:1"}));
}

TEST(Group, ALegalActIsNoReferenceOfAParty) {
  EXPECT_EQ(groups({referring(party("eu:1", "Ann Lee"), "2023/999 (OJ L1)"),
                    referring(party("eu:2", "Anne Lee"), "2023/999 (OJ L1)")}),
            Expected({"eu:1", "eu:2"}));
}

TEST(Group, AReferenceHoldsAgainstAnotherBirthDate) {  // lists correct the dates of one party apart
  EXPECT_EQ(groups({born(referring(party("eu:1", "Ann Lee"), "TAi.001"), "1970-01-05"),
                    born(referring(party("un:1", "Ann Lee"), "TAi.001"), "1966-03-09")}),
            Expected({"eu:1", "eu:1"}));
}

TEST(Group, AnEqualIdentifierThatDecides) {
  const Entity a = numbered(party("ofac:1", "Nordmeer Trading LLC", Schema::kCompany), IdKind::kInn, "7707083893");
  EXPECT_EQ(groups({a, numbered(party("eu:1", "ООО Нордмеер", Schema::kCompany), IdKind::kTaxNumber, "7707083893")}),
            Expected({"ofac:1", "ofac:1"}));
  EXPECT_EQ(groups({numbered(party("ofac:9", "Aurora Star", Schema::kVessel), IdKind::kImo, "IMO 9074729"),
                    numbered(party("eu:9", "Aurora", Schema::kVessel), IdKind::kImo, "9074729")}),
            Expected({"ofac:9", "ofac:9"}));
  EXPECT_EQ(groups({a, numbered(party("eu:1", "Nordmeer", Schema::kCompany), IdKind::kInn, "7707083893", true)}),
            Expected({"ofac:1", "eu:1"}));  // the list calls the number false
  EXPECT_EQ(groups({a, numbered(party("eu:1", "Nordmeer", Schema::kCompany), IdKind::kKpp, "773601001")}),
            Expected({"ofac:1", "eu:1"}));
}

TEST(Group, AnIdentifierDoesNotJoinAPersonWithAFirmNorTwoBirthDates) {
  const Entity a = numbered(party("ofac:1", "Ivan Smirnov"), IdKind::kInn, "500100732259");
  EXPECT_EQ(groups({a, numbered(party("eu:1", "Smirnov & Co", Schema::kCompany), IdKind::kInn, "500100732259")}),
            Expected({"ofac:1", "eu:1"}));
  EXPECT_EQ(groups({born(a, "1970-02-03"),
                    born(numbered(party("eu:1", "Ivan Smirnov"), IdKind::kInn, "500100732259"), "1955-07-09")}),
            Expected({"ofac:1", "eu:1"}));
}

TEST(Group, AnEqualNameWithTheFullBirthDate) {
  const Entity a = born(party("ofac:1", "Timur Volkovskiy"), "1971-03-14");
  EXPECT_EQ(groups({a, born(party("eu:1", "VOLKOVSKY Tymur"), "1971-03-14")}), Expected({"ofac:1", "ofac:1"}));
  EXPECT_EQ(groups({a, born(party("eu:1", "Dr. Timur Volkovskiy"), "1971-03-14")}), Expected({"ofac:1", "ofac:1"}));
  EXPECT_EQ(groups({a, born(party("eu:1", "Timur Volkov"), "1971-03-14")}), Expected({"ofac:1", "eu:1"}));
  EXPECT_EQ(groups({a, born(party("eu:1", "Timur Volkovskiy"), "1971-03-15")}), Expected({"ofac:1", "eu:1"}));
  EXPECT_EQ(groups({a, party("eu:1", "Timur Volkovskiy")}), Expected({"ofac:1", "eu:1"}));
}

TEST(Group, YearsAloneJoinNobody) {  // two persons of one name may be born in one year
  EXPECT_EQ(groups({born(party("ofac:1", "Mohammed Ali"), "1970"), born(party("eu:1", "Mohammed Ali"), "1970")}),
            Expected({"ofac:1", "eu:1"}));
}

TEST(Group, AWeakAliasJoinsNobody) {
  Entity a = born(party("ofac:1", "Abu Najm"), "1970-02-03");
  a.names[0].strength = NameStrength::kWeak;
  EXPECT_EQ(groups({a, born(party("eu:1", "Abu Najm"), "1970-02-03")}), Expected({"ofac:1", "eu:1"}));
}

TEST(Group, AnotherNumberOfTheKindThatAPartyHasOneOfTellsTwoApart) {
  const auto twin = [](std::string id, std::string_view inn) {
    return numbered(born(party(std::move(id), "Ivan Smirnov"), "1970-02-03"), IdKind::kInn, inn);
  };
  EXPECT_EQ(groups({twin("ofac:1", "500100732259"), twin("eu:1", "772879540032")}), Expected({"ofac:1", "eu:1"}));
}

TEST(Group, IsPassedOnAndNamedForItsFirstHit) {
  const Entity a = born(party("eu:1", "Dawood Ibrahim"), "1955-12-26");
  const Entity b = referring(born(party("ofac:1", "Ibrahim Dawood"), "1955-12-26"), "QDi.135");
  const Entity c = referring(party("un:1", "Dawood Bhai"), "QDi.135");
  const Entity other = party("uk:1", "Dawood Khan");
  EXPECT_EQ(groups({c, other, a, b}), Expected({"un:1", "uk:1", "un:1", "un:1"}));
  EXPECT_EQ(groups({a, c, b, other}), Expected({"eu:1", "eu:1", "eu:1", "uk:1"}));
}

TEST(Group, OneHitIsAGroup) { EXPECT_EQ(groups({party("eu:1", "Ann Lee")}), Expected({"eu:1"})); }

// FtM's ids bear no list: two lists may have a party of one id, and each is joined by what its own says.
TEST(Group, PartiesOfOneIdOnTwoLists) {
  Entity one = referring(party("Q1", "Ann Lee"), "QDi.001");
  Entity other = party("Q1", "Bob Ray");
  const Entity un = referring(party("un:1", "Anne Lee"), "QDi.001");
  one.list = "a", other.list = "b";
  EXPECT_EQ(groups({un, one, other}), Expected({"un:1", "un:1", "Q1"}));
  EXPECT_EQ(groups({un, other, one}), Expected({"un:1", "Q1", "un:1"}));
}

// Two versions of a party that joined_by() calls equal are joined to the same others.
TEST(Group, WhatAPartyIsJoinedByDecides) {
  std::mt19937 rng(1);
  const auto chance = [&](unsigned percent) { return rng() % 100 < percent; };
  const auto vary = [&](Entity e) {
    constexpr const char* kNames[] = {"Ann Lee", "Lee Ann", "Bob Ray"};
    constexpr const char* kDates[] = {"1970-05-06", "1970", "1981-02-03"};
    constexpr const char* kNumbers[] = {"7707083893", "7736050003"};
    switch (rng() % 6) {
      case 0:
        e.schema = chance(70) ? Schema::kPerson : Schema::kCompany;
        break;
      case 1:
        e.names[0].text = kNames[rng() % 3];
        e.names[0].strength = chance(80) ? NameStrength::kStrong : NameStrength::kWeak;
        break;
      case 2:
        e.dates.clear();
        if (chance(70)) e = born(std::move(e), kDates[rng() % 3]);
        break;
      case 3:
        e.identifiers.clear();
        if (chance(70)) e = numbered(std::move(e), IdKind::kInn, kNumbers[rng() % 2], chance(20));
        break;
      case 4:
        e.references.clear();
        if (chance(50)) e = referring(std::move(e), chance(60) ? "QDi.001" : "2023/999");
        break;
      default:
        e.caption += "x";
    }
    return e;
  };
  const auto made = [&](std::string id) {
    Entity e = party(std::move(id), "Ann Lee");
    for (int i = 0; i < 6; ++i) e = vary(std::move(e));
    return e;
  };
  int equal = 0, joined = 0, otherwise = 0;
  for (int i = 0; i < 20000; ++i) {
    const Entity a = made("a:1"), b = made("b:1"), c = made("c:1");
    Entity other = vary(a);
    if (chance(50)) other = vary(std::move(other));
    const Expected before = groups({a, b, c});
    if (joined_by(a) == joined_by(other)) {
      ASSERT_EQ(before, groups({other, b, c})) << i;
      ++equal;
      joined += before[1] == "a:1" || before[2] == "a:1";
    } else {
      otherwise += before != groups({other, b, c});
    }
  }
  EXPECT_GT(equal, 5000);
  EXPECT_GT(joined, 500);
  EXPECT_GT(otherwise, 500);
}

}  // namespace
}  // namespace cordon::screen
