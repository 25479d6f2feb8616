#include "base/recent_keys.h"

#include <gtest/gtest.h>

#include <random>
#include <unordered_set>

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

}  // namespace
}  // namespace cordon
