// The bit-parallel distances of one word and many folds, on every level that this processor has, against the whole
// matrix and against osa_distance().
#include "match/near_folds.h"

#include <gtest/gtest.h>

#include <random>

#include "match/similarity.h"
#include "reference/osa_distance.h"

namespace cordon::match {
namespace {

std::vector<CpuLevel> levels() {
  std::vector<CpuLevel> out = {CpuLevel::kScalar};
  if (highest_cpu_level() >= CpuLevel::kAvx2) out.push_back(CpuLevel::kAvx2);
  return out;
}

void expect_exact(std::string_view word, const std::vector<std::string>& folds) {
  const std::vector<std::string_view> views(folds.begin(), folds.end());
  for (const CpuLevel level : levels()) {
    std::vector<uint8_t> distances(folds.size(), 77);
    edit_distances(word, views, distances, level);
    for (size_t i = 0; i < folds.size(); ++i) {
      const int cutoff = max_edits(std::min(word.size(), folds[i].size()));
      const int exact = reference::osa_distance(word, folds[i]);
      const bool too_long = std::max(word.size(), folds[i].size()) > 48;
      const int wanted = exact <= (too_long ? 0 : cutoff) ? exact : kFar;
      ASSERT_EQ(distances[i], wanted) << word << " " << folds[i] << " level " << static_cast<int>(level);
      ASSERT_EQ(osa_distance(word, folds[i], cutoff) <= cutoff, wanted != kFar) << word << " " << folds[i];
    }
  }
}

std::string random_word(std::mt19937& rng, size_t length, unsigned letters) {
  std::string out(length, 'a');
  for (char& c : out) c = static_cast<char>('a' + rng() % letters);
  return out;
}

// Makes up to three edits of any kind.
std::string edited(std::string word, std::mt19937& rng, unsigned letters) {
  for (unsigned e = rng() % 4; e > 0 && !word.empty(); --e) {
    const size_t at = rng() % word.size();
    const auto letter = static_cast<char>('a' + rng() % letters);
    switch (rng() % 4) {
      case 0:
        word.erase(at, 1);
        break;
      case 1:
        word.insert(at, 1, letter);
        break;
      case 2:
        word[at] = letter;
        break;
      default:
        if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
    }
  }
  return word;
}

// Every number of folds around the sixteen lanes, words on both sides of each switch: 3 and 6 letters (cutoff), 16
// (lanes), 48 (only equal ones).
TEST(EditDistances, EqualTheWholeMatrix) {
  std::mt19937 rng(20261130);
  for (int round = 0; round < 6000; ++round) {
    const unsigned letters = round % 2 == 0 ? 3 : 26;
    const size_t longest = round % 50 == 0 ? 52 : 19;
    const std::string word = random_word(rng, rng() % (longest + 1), letters);
    std::vector<std::string> folds(rng() % 36);
    for (std::string& fold : folds)
      fold = rng() % 4 == 0 ? random_word(rng, rng() % (longest + 1), letters) : edited(word, rng, letters);
    expect_exact(word, folds);
  }
}

TEST(EditDistances, OfShortWordsAreExhaustivelyRight) {
  std::vector<std::string> folds;
  for (int length = 0; length <= 6; ++length)
    for (int code = 0; code < 1 << length; ++code) {
      std::string& fold = folds.emplace_back();
      for (int i = 0; i < length; ++i) fold += code >> i & 1 ? 'b' : 'a';
    }
  for (const std::string& word : folds) expect_exact(word, folds);
}

TEST(EditDistances, TakeAnyByteForALetter) {
  std::mt19937 rng(7);
  for (int round = 0; round < 500; ++round) {
    std::string word(4 + rng() % 8, '\0');
    for (char& c : word) c = static_cast<char>(rng());
    std::vector<std::string> folds(20, word);
    for (std::string& fold : folds) fold[rng() % fold.size()] = static_cast<char>(rng());
    expect_exact(word, folds);
  }
}

TEST(EditDistances, SpellingsOfNames) {
  const std::vector<std::string_view> folds = {"mohamed", "muhamad",  "mohamd", "ahmed",
                                               "omhamed", "mohamedi", "mahmud"};
  for (const CpuLevel level : levels()) {
    std::vector<uint8_t> distances(folds.size());
    edit_distances("mohamed", folds, distances, level);
    EXPECT_EQ(distances, (std::vector<uint8_t>{0, 2, 1, kFar, 1, 1, kFar}));
  }
}

TEST(CpuLevels, AreKnownByTheirWords) {
  EXPECT_EQ(parse_cpu_level("scalar"), CpuLevel::kScalar);
  EXPECT_EQ(parse_cpu_level("avx2"), CpuLevel::kAvx2);
  EXPECT_EQ(parse_cpu_level("sse9"), std::nullopt);
  EXPECT_LE(cpu_level(), highest_cpu_level());
}

}  // namespace
}  // namespace cordon::match
