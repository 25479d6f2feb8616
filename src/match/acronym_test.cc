#include "match/acronym.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "match/hit_fixture.h"
#include "match/judge.h"

namespace cordon::match {
namespace {

Entity firm(std::string_view name, Schema schema = Schema::kCompany) {
  Entity e;
  e.id = "test:1";
  e.schema = schema;
  e.names.push_back({std::string(name), NameKind::kPrimary, NameStrength::kStrong, {}, {}, {}, {}, {}, 0});
  return e;
}
Subject subject(std::string_view name, Schema schema = Schema::kCompany) {
  Subject s;
  s.schema = schema;
  s.names.push_back({std::string(name), {}, {}, {}, false});
  return s;
}
Hit judged(const Subject& s, const Entity& e, const Profile& p = default_profile()) {
  return judge(prepare_query(s, p), e, 1000, p);
}
Address in_moscow(std::string street) {
  Address out;
  out.street = std::move(street);
  out.city = "Moscow";
  return out;
}
const Evidence* acronym_row(const Hit& hit) {
  const auto row = std::ranges::find(hit.evidence, Feature::kAcronym, &Evidence::feature);
  return row == hit.evidence.end() ? nullptr : &*row;
}

TEST(Acronym, IsWeakEvidenceInBothDirections) {
  const Profile& p = default_profile();
  const std::string_view kName = "Kalina Severin of Transport Bank";
  for (const auto& [one, other] : {std::pair<std::string_view, std::string_view>("KSTB", kName), {kName, "KSTB"}}) {
    const Hit hit = judged(subject(one), firm(other));
    EXPECT_EQ(hit.score, p.acronym_kept);
    EXPECT_LT(hit.score, p.threshold);
    EXPECT_FALSE(hit.decided);
    const Evidence* row = acronym_row(hit);
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(row->finding, Finding::kSimilar);
    EXPECT_EQ(row->subject_text, one);
    EXPECT_EQ(row->entity_text, other);
    EXPECT_EQ(row->points, p.acronym_kept);
    EXPECT_TRUE(row->note.contains("initials")) << row->note;
  }
}

TEST(Acronym, PointsAddUp) {
  Subject s = subject("KSTB Ltd");
  Entity e = firm("Kalina Severin Transport Bank Ltd");
  s.countries = {"ru"};
  e.countries.push_back({CountryKind::kCountry, "ru", "Russia", 0});
  const Hit hit = judged(s, e);
  expect_rows_add_up(hit);
  EXPECT_EQ(hit.score, default_profile().acronym_kept + default_profile().points_country);
}

TEST(Acronym, IsAHitWithTwoAttributesAndNotWithOne) {
  const Points threshold = default_profile().threshold;
  const auto score = [](bool country, bool address, const Profile& p = default_profile()) {
    Subject s = subject("KSTB");
    Entity e = firm("Kalina Severin Transport Bank");
    e.countries.push_back({CountryKind::kCountry, "ru", "Russia", 0});
    e.addresses.push_back(in_moscow("7 Tverskaya"));
    if (country) s.countries = {"ru"};
    if (address) s.addresses = e.addresses;
    return judged(s, e, p).score;
  };
  EXPECT_LT(score(false, false), threshold);
  EXPECT_LT(score(true, false), threshold);
  EXPECT_LT(score(false, true), threshold);
  EXPECT_GE(score(true, true), threshold);
  const Profile strict = builtin_profile("strict").value();
  EXPECT_LT(score(true, false, strict), strict.threshold);
  EXPECT_GE(score(true, true, strict), strict.threshold);
}

TEST(Acronym, IsOfWholeNamesOfOrganisationsOnly) {
  EXPECT_NE(acronym_row(judged(subject("KSTB", Schema::kThing), firm("Kalina Severin Transport Bank"))), nullptr);
  EXPECT_NE(acronym_row(judged(subject("KSTL"), firm("Kalina Severin Transport Ltd"))), nullptr);
  EXPECT_NE(acronym_row(judged(subject("KSTB"), firm("Калина Северин Транспорт Банк"))), nullptr);
  for (const auto& [one, other] : {std::pair("KSTB", "Kalina Severin Transport Bank Orlovan"),
                                   {"KSTB", "Kalina Transport Severin Bank"},
                                   {"Kstb", "Kalina Severin Transport Bank"},
                                   {"KST", "Kalina Severin Transport"},
                                   {"KSTB Orlovan", "Kalina Severin Transport Bank"},
                                   {"KSTB GmbH", "Kalina Severin Transport Bank OAO"},
                                   {"KSTB", "Kalina Severin Transport Bank 2"}}) {
    EXPECT_EQ(acronym_row(judged(subject(one), firm(other))), nullptr) << one << " / " << other;
    EXPECT_EQ(acronym_row(judged(subject(other), firm(one))), nullptr) << other << " / " << one;
  }
  const Entity man = firm("Karim Said Tariq Baraka", Schema::kPerson);
  EXPECT_EQ(acronym_row(judged(subject("KSTB", Schema::kThing), man)), nullptr);
  const Entity ship = firm("Kalina Severin Tamara Bella", Schema::kVessel);
  EXPECT_EQ(acronym_row(judged(subject("KSTB", Schema::kThing), ship)), nullptr);
}

TEST(Acronym, CountsNothingWhereTheProfileSaysSo) {
  const Profile exact = builtin_profile("exact").value();
  EXPECT_EQ(acronym_row(judged(subject("KSTB"), firm("Kalina Severin Transport Bank"), exact)), nullptr);
}

TEST(Acronym, OfAWeakAliasIsNoMoreThanTheAlias) {
  Entity e = firm("Kalina Severin Transport Bank");
  e.names[0].strength = NameStrength::kWeak;
  EXPECT_EQ(judged(subject("KSTB"), e).score, default_profile().weak_alias_kept);
}

}  // namespace
}  // namespace cordon::match
