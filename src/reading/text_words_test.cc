// The cutter's short ways against letter by letter.
#include "reading/text_words.h"

#include <gtest/gtest.h>

#include <cctype>
#include <random>
#include <string>

namespace cordon::reading {
namespace {

constexpr uint16_t kOfLetters = kUpperFirst | kAllUpper | kCased | kSmallInside;

// Texts of ASCII without apostrophes and digits: a word is a run of letters.
std::vector<TextWord> naive(std::string_view text) {
  std::vector<TextWord> out;
  for (size_t i = 0; i < text.size();) {
    size_t end = i;
    size_t capitals = 0;
    for (; end < text.size() && std::isalpha(static_cast<unsigned char>(text[end])); ++end)
      capitals += std::isupper(static_cast<unsigned char>(text[end])) != 0;
    if (end == i) {
      ++i;
      continue;
    }
    uint16_t flags = kCased;
    if (std::isupper(static_cast<unsigned char>(text[i]))) flags |= kUpperFirst;
    if (capitals < end - i) flags |= kSmallInside;
    if (capitals == end - i && capitals > 1) flags |= kAllUpper;
    out.push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(end), flags});
    i = end;
  }
  return out;
}

TEST(CutWords, CutsAsLetterByLetter) {
  constexpr std::string_view kBytes = "aabcmyzzABZ  @[{~-.";  // and those beside the letters
  std::mt19937 random(1);
  std::vector<TextWord> words;
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (size_t n = random() % 40; n > 0; --n)
      text.append(random() % 8 == 0 ? random() % 20 : 1, kBytes[random() % kBytes.size()]);
    cut_words(text, words);
    const std::vector<TextWord> expected = naive(text);
    ASSERT_EQ(words.size(), expected.size()) << text;
    for (size_t k = 0; k < words.size(); ++k) {
      EXPECT_EQ(words[k].begin, expected[k].begin) << text;
      EXPECT_EQ(words[k].end, expected[k].end) << text;
      EXPECT_EQ(words[k].flags & kOfLetters, expected[k].flags) << text;
    }
  }
}

TEST(CutWords, TakesLettersOfTwoBytesAndBrokenOnesAsTheyAre) {
  std::vector<TextWord> words;
  cut_words("\xC3\x89tat d\xC3\xA9j\xC3\xA0 \xC3", words);
  ASSERT_EQ(words.size(), 2U);
  EXPECT_TRUE(words[0].is(kUpperFirst));
  EXPECT_EQ(words[0].end, 5U);
  EXPECT_EQ(words[1].end, 12U);
}

}  // namespace
}  // namespace cordon::reading
