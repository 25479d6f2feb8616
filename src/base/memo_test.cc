#include "base/memo.h"

#include <gtest/gtest.h>

namespace cordon {
namespace {

TEST(Memo, MakesOnceWhatIsAskedForAgainAndNeverMistakesATextForAnother) {
  constexpr size_t kLongest = 20;  // bytes
  Memo<std::string> memo(4, kLongest);
  int made = 0;
  const auto get = [&](const std::string& text) {
    return memo.get(text, [&] {
      ++made;
      return "value of " + text;
    });
  };
  EXPECT_EQ(get("a"), "value of a");
  EXPECT_EQ(get("a"), "value of a");
  EXPECT_EQ(made, 1);
  EXPECT_EQ(get(""), "value of ");
  for (int round = 0; round < 2; ++round)
    for (int i = 0; i < 50; ++i) EXPECT_EQ(get(std::to_string(i)), "value of " + std::to_string(i));
  const std::string longer(kLongest + 1, 'x');
  made = 0;
  EXPECT_EQ(get(longer), "value of " + longer);
  EXPECT_EQ(get(longer), "value of " + longer);
  EXPECT_EQ(made, 2);
}

}  // namespace
}  // namespace cordon
