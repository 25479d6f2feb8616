// The table read from ICU's rules against ICU itself, on texts of all letters that occur in the rules.
#include <gtest/gtest.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>
#include <random>
#include <set>

#include "base/utf8.h"
#include "names/analyze.h"

namespace cordon::names {
namespace {

class SimplifiedHan : public testing::Test {
 protected:
  void SetUp() override {
    UErrorCode status = U_ZERO_ERROR;
    icu_.reset(icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
    ASSERT_TRUE(U_SUCCESS(status));
  }
  std::string by_icu(const std::string& text) const {
    icu::UnicodeString letters = icu::UnicodeString::fromUTF8(text);
    icu_->transliterate(letters);
    std::string out;
    letters.toUTF8String(out);
    return out;
  }
  std::string rules() const {
    icu::UnicodeString written;
    icu_->toRules(written, false);
    std::string out;
    written.toUTF8String(out);
    return out;
  }
  std::unique_ptr<icu::Transliterator> icu_;
};

TEST_F(SimplifiedHan, IsWhatIcuMakesOfItsOwnRules) {
  const std::string text = rules();
  ASSERT_GT(text.size(), 40000U);
  EXPECT_EQ(simplified_han(text), by_icu(text));
}

TEST_F(SimplifiedHan, IsWhatIcuMakesOfAnyLetters) {
  const std::string text = rules();
  std::set<char32_t> distinct = {U'a', U' ', U'·', U'の', 0x20000};
  for (size_t pos = 0; pos < text.size();)
    if (const char32_t c = next_code_point(text, pos); c >= 0x2E80) distinct.insert(c);
  const std::vector<char32_t> letters(distinct.begin(), distinct.end());
  std::mt19937 random(20261130);
  for (int i = 0; i < 3000; ++i) {
    std::string name;
    for (size_t n = 1 + random() % 12; n > 0; --n) append_utf8(name, letters[random() % letters.size()]);
    EXPECT_EQ(simplified_han(name), by_icu(name)) << name;
  }
}

TEST_F(SimplifiedHan, LongerRulesComeBeforeTheirFirstLetter) {
  EXPECT_EQ(simplified_han("崑崙"), "昆仑");
  EXPECT_EQ(simplified_han("乾坤"), "乾坤");
  EXPECT_EQ(simplified_han("Bank 銀行"), "Bank 银行");
  EXPECT_EQ(simplified_han(""), "");
}

}  // namespace
}  // namespace cordon::names
