// romanize(): the scripts that have readers of their own, by the rules of the script.
#include "names/romanize.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "base/utf8.h"
#include "names/analyze.h"

namespace cordon::names {
namespace {

std::vector<std::string> forms(std::string_view word) {
  std::string storage;
  const Tokens tokens = tokenize(nfkc(word, storage));
  return tokens.list.size() == 1 ? romanize(tokens.list[0], {}).forms : std::vector<std::string>{};
}

bool reads(std::string_view word, std::string_view latin) {
  return std::ranges::any_of(forms(word), [&](const std::string& form) { return fold(form) == fold(latin); });
}

// Any row of letters of a script gives 1 to kMaxForms forms of a–z0–9.
void reads_any_row_of(char32_t begin, char32_t end) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string word;
    for (size_t n = 1 + random() % 9; n > 0; --n) append_utf8(word, begin + random() % (end - begin));
    for (const Part& part : analyze(word, NameType::kPerson).parts) {
      ASSERT_FALSE(part.forms.empty()) << word;
      ASSERT_LE(part.forms.size(), kMaxForms) << word;
      for (const std::string& form : part.forms)
        ASSERT_TRUE(!form.empty() &&
                    form.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string::npos)
            << word << ": " << form;
    }
  }
}

TEST(Khmer, TheSeriesOfAConsonantGivesTheVowelItsValue) {
  EXPECT_EQ(forms("តា")[0], "ta");
  EXPECT_EQ(forms("ទា")[0], "tea");
  EXPECT_EQ(forms("ម៉ា")[0], "ma");   // muusikatoan: o to a
  EXPECT_EQ(forms("ស៊ុ")[0], "su");    // triisap: a to o
  EXPECT_EQ(forms("សុីម")[0], "sim");  // below a sign that stands above it is written like an u
  EXPECT_EQ(forms("ប៉ុក")[0], "pok");  // and makes b a p
}
TEST(Khmer, ASonorantTakesTheSeriesOfTheOtherConsonant) {
  EXPECT_EQ(forms("ស្វាយ")[0], "svay");
  EXPECT_EQ(forms("ស្រី")[0], "srey");
  EXPECT_EQ(forms("គ្រី")[0], "kri");
}
TEST(Khmer, BareConsonantsCloseSyllablesOrBearTheVowelOfTheirOwn) {
  EXPECT_EQ(forms("ពត")[0], "pot");
  EXPECT_TRUE(reads("ផន", "phan") && reads("ផន", "phon"));
  EXPECT_TRUE(reads("រតនៈ", "ratanak"));
  EXPECT_EQ(forms("ស")[0], "sar");
  EXPECT_TRUE(reads("បាញ់", "banh"));  // a bantoc closes
}
TEST(Khmer, SubscriptsInsideAWordCloseTheSyllableBefore) {
  EXPECT_EQ(forms("មុន្ទី")[0], "munti");
  EXPECT_TRUE(reads("បញ្ញា", "banya"));
  EXPECT_TRUE(reads("ចន្ទ", "chan"));
  EXPECT_TRUE(reads("សិទ្ធិ", "seth") && reads("សិទ្ធិ", "sitthi"));
}
TEST(Khmer, SilentAndFinalSigns) {
  EXPECT_EQ(forms("សំ")[0], "sam");
  EXPECT_EQ(forms("ជំ")[0], "chum");
  EXPECT_EQ(forms("ឆោះ")[0], "chhoh");
  EXPECT_EQ(forms("ជ័យ")[0], "chey");
  EXPECT_EQ(forms("ពងស៍")[0], "pong");  // a toandakheat silences
}
TEST(Khmer, ReadsAnyRowOfLetters) { reads_any_row_of(0x1780, 0x17E0); }

}  // namespace
}  // namespace cordon::names
