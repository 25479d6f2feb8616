#include <gtest/gtest.h>

#include <array>
#include <string>
#include <thread>
#include <vector>

#include "index/alikes.h"

namespace cordon::index {
namespace {

Alikes of_word(uint32_t word) {
  Alikes out;
  out.words.push_back({word, 1, 1000, match::Alike::kSame});
  return out;
}

TEST(RecentAlikes, KeepsWhatWasFoundFirst) {
  RecentAlikes recent;
  EXPECT_EQ(recent.find("a"), nullptr);
  const KeptAlikes first = recent.add("a", of_word(1));
  EXPECT_EQ(recent.add("a", of_word(2)), first);
  EXPECT_EQ(recent.find("a"), first);
  EXPECT_EQ(recent.find("b"), nullptr);
}

// What is in use stays whole while it is forgotten; what was asked for lately is not forgotten.
TEST(RecentAlikes, ForgetsWhatWasNotAskedForAndKeepsWhatIsInUse) {
  constexpr uint32_t kMany = 1 << 18;
  RecentAlikes recent;
  const KeptAlikes held = recent.add("held", of_word(7));
  recent.add("asked for", of_word(8));
  for (uint32_t i = 0; i < kMany; ++i) {
    recent.add(std::to_string(i), of_word(i));
    ASSERT_NE(recent.find("asked for"), nullptr) << i;
  }
  EXPECT_EQ(recent.find("held"), nullptr);
  EXPECT_EQ(held->words.front().number, 7U);
  EXPECT_EQ(recent.find("0"), nullptr);
  ASSERT_NE(recent.find(std::to_string(kMany - 1)), nullptr);
}

TEST(RecentAlikes, IsOneForManyThreads) {
  RecentAlikes recent;
  std::vector<std::thread> threads;
  std::array<uint32_t, 4> wrong = {};
  for (size_t t = 0; t < wrong.size(); ++t)
    threads.emplace_back([&, t] {
      for (uint32_t i = 0; i < 20'000; ++i) {
        const uint32_t word = i % 2 == 0 ? i : i / 100;
        const std::string key = std::to_string(word);
        KeptAlikes found = recent.find(key);
        if (found == nullptr) found = recent.add(key, of_word(word));
        wrong[t] += found->words.front().number != word;
      }
    });
  for (std::thread& thread : threads) thread.join();
  for (const uint32_t w : wrong) EXPECT_EQ(w, 0U);
}

}  // namespace
}  // namespace cordon::index
