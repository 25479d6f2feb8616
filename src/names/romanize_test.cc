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

TEST(Thai, VowelsStandOnEverySideOfTheirConsonants) {
  EXPECT_EQ(forms("เมือง")[0], "mueang");
  EXPECT_EQ(forms("เขียน")[0], "khian");
  EXPECT_EQ(forms("เดชา")[0], "decha");
  EXPECT_EQ(forms("เสรี")[0], "seri");
  EXPECT_EQ(forms("ไกร")[0], "krai");
  EXPECT_EQ(forms("แก้วตา")[0], "kaeota");
  EXPECT_EQ(forms("คำ")[0], "kham");  // decomposed by NFKC
  EXPECT_TRUE(reads("บุญช่วย", "bunchuai"));
}
TEST(Thai, VowelsThatAreNotWritten) {
  EXPECT_EQ(forms("กมล")[0], "kamon");
  EXPECT_EQ(forms("นคร")[0], "nakhon");
  EXPECT_EQ(forms("มงคล")[0], "mongkhon");
  EXPECT_EQ(forms("สุนทร")[0], "sunthon");
  EXPECT_EQ(forms("สุรชัย")[0], "surachai");
  EXPECT_EQ(forms("วรรณา")[0], "wanna");
  EXPECT_EQ(forms("บรรหาร")[0], "banhan");
  EXPECT_TRUE(reads("ธนวัฒน์", "thanavat"));
  EXPECT_TRUE(reads("ชินวัตร", "chinavatra"));
}
TEST(Thai, LettersThatAreNotHeard) {
  EXPECT_EQ(forms("อินทร์")[0], "in");
  EXPECT_EQ(forms("จันทร์โอชา")[0], "chanocha");
  EXPECT_EQ(forms("อานนท์")[0], "anon");
  EXPECT_EQ(forms("วงศ์วาน")[0], "wongwan");
  EXPECT_EQ(forms("หมอ")[0], "mo");
  EXPECT_EQ(forms("สมบัติ")[0], "sombat");
  EXPECT_EQ(forms("มิตร")[0], "mit");
  EXPECT_EQ(forms("ยุทธ")[0], "yut");
}
TEST(Thai, NamesAsTheirBearersSpellThem) {
  EXPECT_TRUE(reads("ภูมิพล", "phumiphon") && reads("ภูมิพล", "bhumibol"));
  EXPECT_TRUE(reads("เวชชาชีวะ", "vejjajiva"));
  EXPECT_TRUE(reads("อดุลยเดช", "adulyadej"));
  EXPECT_TRUE(reads("กิตติพงศ์", "kittipong"));
  EXPECT_TRUE(reads("พรหมเผ่า", "prompao"));  // a word of names.tsv, and rules
}
TEST(Thai, LaoIsReadByTheSameRules) {
  EXPECT_EQ(forms("ທອງລຸນ")[0], "thongloun");
  EXPECT_EQ(forms("ແກ້ວມະນີ")[0], "keomani");
  EXPECT_TRUE(reads("ວໍລະຈິດ", "vorachit"));
  EXPECT_TRUE(reads("ໝອນ", "mon"));
}
TEST(HanTranscription, AMiddleDotShowsIt) {
  for (std::string_view name : {"安德烈·伊万诺夫", "安德烈・伊万诺夫", "安德烈•伊万诺夫", "安德烈‧伊萬諾夫"}) {
    const AnalyzedName read = analyze(name, NameType::kPerson);
    ASSERT_EQ(read.parts.size(), 2U) << name;
    EXPECT_TRUE(read.parts[0].transcribed && read.parts[1].transcribed) << name;
    EXPECT_EQ(read.parts[0].forms[0], "andrei") << name;
    EXPECT_EQ(fold(read.parts[1].forms[0]), "ivanov") << name;
  }
  for (const Part& part : analyze("王 小明", NameType::kPerson).parts) EXPECT_FALSE(part.transcribed);
}
TEST(HanTranscription, EachPairOfAmbiguousCharactersIsReadInEveryWay) {
  const auto reads = [](std::string_view word, std::string_view latin) {
    const std::vector<std::string> readings = romanize_transcription(word).forms;
    return std::ranges::find(readings, latin) != readings.end();
  };
  EXPECT_TRUE(reads("拉罗", "laro") && reads("拉罗", "raro") && reads("拉罗", "lalo") && reads("拉罗", "ralo"));
  EXPECT_TRUE(reads("罗尔", "ror") && reads("罗尔", "rol") && reads("罗尔", "lol") && reads("罗尔", "lor"));
  EXPECT_TRUE(reads("拉夫罗夫", "lavrov"));
  EXPECT_TRUE(reads("坎贝尔", "kambel"));
}
TEST(HanTranscription, UnknownCharactersAreReadAsChinese) {
  EXPECT_EQ(romanize_transcription("巴馨").forms[0], "baxin");
}
TEST(Thai, ReadsAnyRowOfLetters) { reads_any_row_of(0xE00, 0xF00); }

}  // namespace
}  // namespace cordon::names
