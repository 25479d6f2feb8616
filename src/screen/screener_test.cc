// Screenings of acronyms, against a snapshot of a few firms.
#include "screen/screener.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "assemble/build.h"
#include "screen/explain.h"
#include "screen/verify.h"

namespace cordon::screen {
namespace {

constexpr const char* kFirms[] = {"Kalina Severin Transport Bank", "KSTB", "Kama Sibir Timber Board", "Orlovan Bank",
                                  "Kalina Severin Transport Corporation"};

Address in_moscow(std::string street) {
  Address out;
  out.street = std::move(street);
  out.city = "Moscow";
  return out;
}

std::shared_ptr<const Snapshot> firms() {
  std::vector<lists::ParsedList> all(1);
  all[0].info.list = "t";
  for (const char* name : kFirms) {
    Entity e;
    e.id = "t:" + std::to_string(all[0].entities.size());
    e.list = "t";
    e.schema = Schema::kCompany;
    e.caption = name;
    e.names.push_back({name, NameKind::kPrimary, NameStrength::kStrong, {}, {}, {}, {}, {}, 0});
    e.countries.push_back({CountryKind::kJurisdiction, "ru", "Russia", 0});
    e.addresses.push_back(in_moscow("7 Tverskaya"));
    all[0].entities.push_back(std::move(e));
  }
  const std::string path =
      (std::filesystem::temp_directory_path() / ("cordon-acronyms-" + std::to_string(::getpid()))).string();
  EXPECT_TRUE(assemble::build(std::move(all), path));
  auto snapshot = Snapshot::open(path);
  std::filesystem::remove(path);
  EXPECT_TRUE(snapshot) << snapshot.error().text();
  return *snapshot;
}

Screener screener(Points threshold = default_profile().threshold) {
  ScreenSettings settings;
  settings.profile = default_profile();
  settings.profile.threshold = threshold;
  settings.profile.rehash();
  return Screener::build(firms(), settings).value();
}

Subject firm(std::string_view name, bool with_country = false, bool with_address = false) {
  Subject s;
  s.id = "1";
  s.schema = Schema::kCompany;
  s.names.push_back({std::string(name), {}, {}, {}, false});
  if (with_country) s.countries = {"ru"};
  if (with_address) s.addresses.push_back(in_moscow("Tverskaya 7"));
  return s;
}

std::vector<std::string> hits(const Screener& s, const Subject& subject) {
  const Screening answer = s.screen(subject);
  EXPECT_EQ(difference(answer, s.screen_brute_force(subject)), std::nullopt) << subject.names[0].text;
  std::vector<std::string> out;
  for (const Hit& hit : answer.hits) out.push_back(hit.entity_name);
  std::sort(out.begin(), out.end());
  return out;
}

using Names = std::vector<std::string>;

TEST(Screener, AnAcronymIsAHitWithCountryAndAddressOnly) {
  const Screener s = screener();
  EXPECT_EQ(hits(s, firm("K.S.T.B.")), (Names{"KSTB"}));
  EXPECT_EQ(hits(s, firm("K.S.T.B.", true)), (Names{"KSTB"}));
  EXPECT_EQ(hits(s, firm("K.S.T.B.", false, true)), (Names{"KSTB"}));
  EXPECT_EQ(hits(s, firm("K.S.T.B.", true, true)), (Names{"KSTB", kFirms[0], kFirms[2]}));
  EXPECT_EQ(hits(s, firm("KSTC", true, true)), (Names{kFirms[4]}));
  EXPECT_EQ(hits(s, firm("Komi Severnaya Torgovaya Birzha", true)), Names{});
  EXPECT_EQ(hits(s, firm("Komi Severnaya Torgovaya Birzha", true, true)), (Names{"KSTB"}));
}

TEST(Screener, FindsAcronymsFromTheThresholdThatTheyReach) {
  const Points kept = default_profile().acronym_kept;
  EXPECT_EQ(hits(screener(kept), firm("KSTC")), (Names{kFirms[4]}));
  EXPECT_EQ(hits(screener(kept + 1), firm("KSTC")), Names{});
}

TEST(Explain, SaysWhyAnAcronymIsNoHit) {
  const Screener s = screener();
  const std::optional<uint32_t> listed = s.snapshot().index().find("t:0");
  ASSERT_TRUE(listed);
  const Explanation e = explain(s, firm("KSTB", true), *listed).value();
  EXPECT_FALSE(e.is_hit());
  ASSERT_EQ(e.columns.size(), 1U);
  EXPECT_EQ(e.columns[0].subject_text, "KSTB");
  EXPECT_EQ(e.columns[0].entity_text, kFirms[0]);
  EXPECT_EQ(e.columns[0].note, "initials of the other name: weak evidence");
  EXPECT_EQ(e.columns[0].points, default_profile().acronym_kept);
  const auto renamed = std::ranges::find_if(
      e.what_if, [](const WhatIf& w) { return w.change == "with “Kalina Severin Transport Bank” for “KSTB”"; });
  ASSERT_NE(renamed, e.what_if.end());
  EXPECT_GE(renamed->score, e.threshold);
}

}  // namespace
}  // namespace cordon::screen
