#include "base/recent_keys.h"

#include <gtest/gtest.h>

#include <random>
#include <unordered_set>
#include <vector>

namespace cordon {
namespace {

TEST(RecentKeys, NeverHasWhatWasNotAdded) {
  RecentKeys recent(64);
  std::unordered_set<uint64_t> added;
  std::mt19937_64 random(1);
  for (int i = 0; i < 20000; ++i) {
    const uint64_t key = 1 + random() % 500;
    if (recent.has(key)) EXPECT_TRUE(added.contains(key));
    if (random() % 4 == 0) {
      recent.add(key);
      added.insert(key);
      EXPECT_TRUE(recent.has(key));
    }
    if (i % 5000 == 0) {
      recent.clear();
      added.clear();
    }
  }
}

TEST(RecentKeys, KeepsTheLatestOfARow) {
  RecentKeys recent(16);
  for (uint64_t key = 1; key <= 100; ++key) recent.add(key);
  int kept = 0;
  for (uint64_t key = 1; key <= 100; ++key) kept += recent.has(key);
  EXPECT_EQ(kept, 16);
  EXPECT_TRUE(recent.has(100));
}

TEST(RecentPlaces, HasThePlaceOrNone) {
  RecentPlaces<const uint64_t> recent(16);
  const std::vector<uint64_t> places = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
  size_t kept = 0;
  for (const uint64_t& place : places) {
    EXPECT_EQ(recent.at(place), nullptr);
    recent.add(place, &place);
    EXPECT_EQ(recent.at(place), &place);
  }
  for (const uint64_t& place : places) {
    const uint64_t* at = recent.at(place);
    kept += at != nullptr;
    if (at != nullptr) EXPECT_EQ(at, &place);
  }
  EXPECT_GT(kept, 0U);
  EXPECT_LE(kept, 16U);
  recent.clear();
  EXPECT_EQ(recent.at(20), nullptr);
}

TEST(HugePages, HoldsATableOfAnySize) {
  for (const size_t size : {1U, 1000U, 300000U, 1U << 20}) {
    std::vector<uint64_t, HugePages<uint64_t>> table(size, 7);
    table.push_back(8);
    EXPECT_EQ(table.front(), 7U);
    EXPECT_EQ(table.back(), 8U);
  }
}

}  // namespace
}  // namespace cordon
