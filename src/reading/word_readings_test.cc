// Words as they are looked up: each text one word, whatever stands around it.
#include "reading/word_readings.h"

#include <gtest/gtest.h>

#include <random>
#include <unordered_map>

namespace cordon::reading {
namespace {

TEST(WordKey, IsOfTheWordAloneWhateverStandsBehindIt) {
  const std::string word = "abcdefghijklmnopqrstuvwxyz";
  for (size_t size = 0; size <= word.size(); ++size) {
    const WordKey alone = word_key(std::string_view(word).substr(0, size), 0, size);
    EXPECT_EQ(alone.size, size);
    for (const size_t before : {0, 1, 7})
      for (const size_t behind : {0, 1, 15, 16, 40}) {
        const std::string text = std::string(before, '-') + word.substr(0, size) + std::string(behind, '\xff');
        EXPECT_EQ(word_key(text, before, before + size), alone) << size << ' ' << before << ' ' << behind;
      }
  }
}

TEST(WordKey, TellsWordsOfZerosApart) {
  const std::string zeros(20, '\0');
  EXPECT_NE(word_key(zeros, 0, 3), word_key(zeros, 0, 4));
}

TEST(Vocabulary, HasAWordOncePerText) {
  Vocabulary words;
  std::unordered_map<std::string, MetWord*> twin;
  std::mt19937 random(1);
  for (int i = 0; i < 50000; ++i) {
    std::string text(1 + random() % 24, 'a');
    for (char& c : text) c = static_cast<char>('a' + random() % 2);
    if (text.size() > 16) text.replace(0, 16, 16, 'x');  // those that only their ends tell apart
    MetWord& word = words.at(text);
    EXPECT_EQ(word.text(), text);
    const auto [at, is_new] = twin.try_emplace(text, &word);
    EXPECT_EQ(at->second, &word);
    const WordKey key = word_key(text, 0, text.size());
    EXPECT_TRUE(word.is_text(key, text));
    ASSERT_NE(words.likely(key.hash()), nullptr);
    if (text.size() <= WordKey::kBytes)
      EXPECT_EQ(words.likely(key.hash()), &word);  // of so few words no two share a hash
  }
  EXPECT_EQ(words.size(), twin.size());
  EXPECT_EQ(words.likely(word_key("never met", 0, 9).hash()), nullptr);
  words.clear();
  EXPECT_EQ(words.size(), 0U);
  EXPECT_EQ(words.at("a").text(), "a");
}

}  // namespace
}  // namespace cordon::reading
