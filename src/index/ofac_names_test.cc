#include "index/ofac_names.h"

#include <gtest/gtest.h>

#include <random>

namespace cordon::index {
namespace {

Entity party(std::vector<std::string> names) {
  Entity e;
  for (std::string& name : names)
    e.names.push_back({std::move(name), NameKind::kPrimary, NameStrength::kStrong, {}, {}, {}, {}, {}, 0});
  return e;
}

std::string random_name(std::mt19937& rng) {
  std::string out;
  for (auto words = rng() % 4 + 1; words > 0; --words) {
    if (!out.empty()) out += " -,"[rng() % 3];
    for (auto letters = rng() % 9 + 1; letters > 0; --letters) out += static_cast<char>('a' + rng() % 5);
  }
  return out;
}

// Exactly what the judge gives the cutoff, at cutoffs under and over the floor.
TEST(OfacNames, RetrievesWhatBruteForceFinds) {
  std::mt19937 rng(5);
  std::vector<Entity> entities;
  OfacNames names;
  for (int i = 0; i < 500; ++i) {
    entities.push_back(party({random_name(rng), random_name(rng)}));
    names.add(entities.back());
  }
  names.finish();
  Profile profile = *builtin_profile("ofac-search");
  uint64_t hits = 0;
  for (int round = 0; round < 120; ++round) {
    profile.ofac_floor = round % 2 ? 8000 : 0;
    profile.ofac_short_letters = round % 3;
    Subject s;
    s.names.push_back({random_name(rng), {}, {}, {}, false});
    if (round % 4 == 0) s.names.push_back({random_name(rng), {}, {}, {}, false});
    const match::Query query = match::prepare_query(s, profile);
    for (const Points cutoff : {0, 4000, 7500, 8000, 8450, 10000}) {
      std::vector<uint32_t> want, got;
      for (uint32_t e = 0; e < entities.size(); ++e)
        if (match::judge(query, entities[e], 500, profile).score >= cutoff) want.push_back(e);
      names.retrieve(query, cutoff, profile, got);
      ASSERT_EQ(got, want) << s.names[0].text << " at " << cutoff;
      if (cutoff > 0) hits += want.size();
    }
  }
  EXPECT_GT(hits, 3000U);
}

}  // namespace
}  // namespace cordon::index
