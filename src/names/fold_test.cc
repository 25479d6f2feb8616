// fold() and skeleton(): spellings of one name meet, different names stay apart.
#include <gtest/gtest.h>

#include <random>

#include "names/analyze.h"

namespace cordon::names {
namespace {

struct Row {
  std::vector<std::string_view> spellings;
};

TEST(Fold, SpellingsOfOneNameMeet) {
  const Row rows[] = {
      {{"shcherbakov", "scherbakov", "chtcherbakov", "szczerbakow", "schtscherbakow"}},
      {{"zhukov", "joukov"}},
      {{"yuri", "yuriy", "iurii", "yury", "youri"}},
      {{"khrushchev", "chruschtschew"}},
      {{"yevgeniy", "evgeny", "ievgenii", "evgenij", "eugeny"}},
      {{"yulia", "iuliia", "yuliya", "ioulia"}},
      {{"alekseyev", "alekseev", "aleksejev", "alexeev", "alexeyev"}},
      {{"grigoriev", "grigoryev", "grigorev"}},
      {{"sergey", "sergei", "sergej"}},
      {{"tatiana", "tatjana", "tatyana"}},
      {{"lyudmila", "ljudmila", "liudmila"}},
      {{"ivanov", "ivanow", "ivanoff"}},
      {{"ilyich", "ilyitch", "iliich"}},
      {{"mihajlovic", "mihajlovich", "mihajlovics", "mihajlovits"}},
      {{"hassan", "hasan"}},
      {{"husayn", "hussein", "hussain", "husein"}},
      {{"abdulrahman", "abdelrahman", "abderrahman", "abdurrahman", "abdoulrahman"}},
      {{"abdullah", "abdallah", "abdulla", "abdollah"}},
      {{"nasruddin", "nasreddine", "nasreddin", "nasraldin"}},
      {{"qadir", "kadir"}},
      {{"rouhani", "ruhani"}},
      {{"davood", "davoud", "davud"}},
      {{"djamal", "dzhamal", "jamal"}},
      {{"ghazi", "gazi"}},
      {{"mueller", "muller"}},
      {{"joergensen", "jorgensen"}},
      {{"hsi", "xi"}},
      {{"hsiaoming", "xiaoming"}},
      {{"papadopoulos", "papadopulos"}},
      {{"christos", "khristos"}},
      {{"fatimah", "fatima"}},
      {{"tsvetkov", "tzvetkov", "cvetkov"}},
      {{"aleksandr", "alexandr"}},
      {{"noor", "nour", "nur"}},
      {{"sheikh", "sheik"}},
      {{"kravchenko", "kravtjenko"}},
      {{"zheynova", "zjejnova"}},
      {{"shoygu", "sjojgu"}},
      {{"vyacheslavovich", "vjatjeslavovitj"}},
      {{"koryakin", "korjakin"}},
      {{"natalya", "natalja"}},
      {{"antsev", "ancev"}},
      {{"semyon", "semjon"}},
      {{"amjad", "amdjad", "amdzhad"}},
      {{"serguei", "sergei"}},
      {{"majid", "madjid"}},
      {{"zhukov", "zjukov", "joukov"}},
  };
  for (const Row& row : rows) {
    for (std::string_view other : row.spellings) EXPECT_EQ(fold(other), fold(row.spellings[0])) << other;
  }
}

TEST(Fold, DifferentNamesStayApart) {
  const std::pair<std::string_view, std::string_view> pairs[] = {
      {"zhang", "chang"},
      {"zhang", "yang"},
      {"zhou", "zhu"},
      {"wei", "wai"},
      {"wei", "wen"},
      {"jun", "juan"},
      {"liu", "lu"},
      {"chen", "cheng"},
      {"chen", "shen"},
      {"hosseini", "hassani"},
      {"hassan", "hussein"},
      {"salim", "salih"},
      {"rahman", "rahim"},
      {"hai", "haq"},
      {"mohammadi", "mahmoudi"},
      {"karimi", "kazemi"},
      {"yilmaz", "yildiz"},
      {"amit", "ajit"},
      {"rajesh", "rakesh"},
      {"hung", "huong"},
      {"pham", "phan"},
      {"hernandez", "fernandez"},
      {"hansen", "jensen"},
      {"lena", "lina"},
      {"kolya", "tolya"},
      {"askar", "askhat"},
      {"smirnov", "smirnitsky"},
      {"sasha", "sergey"},
      {"cho", "choe"},
      {"hamza", "hamid"},
      {"oleh", "oleksii"},
      {"shevchenko", "shevchuk"},
      {"beridze", "berishvili"},
      {"aleksandr", "aleksei"},
      {"jong", "jung"},
      {"arjun", "ariun"},
      {"majid", "maid"},
  };
  for (const auto& [a, b] : pairs) EXPECT_NE(fold(a), fold(b)) << a << " " << b;
}

TEST(Fold, KeepsDigitsAndIsNeverEmpty) {
  EXPECT_EQ(fold("12345"), "12345");
  EXPECT_EQ(fold("1100"), "1100");
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold("h"), "h");
  EXPECT_EQ(fold("---"), "x");
  EXPECT_EQ(fold("A320"), "a320");
}

TEST(Fold, IsIdempotentOnRandomWords) {
  std::mt19937 random(7);
  const std::string_view letters = "aeiouyjhkscztdgpwvnlmrbfqx";
  for (int i = 0; i < 60000; ++i) {
    std::string word;
    const size_t length = 1 + random() % 12;
    for (size_t k = 0; k < length; ++k) word.push_back(letters[random() % letters.size()]);
    const std::string once = fold(word);
    ASSERT_EQ(fold(once), once) << word;
    ASSERT_FALSE(once.empty()) << word;
    for (char c : once) ASSERT_TRUE((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) << word;
  }
}

// The consonants of an Arabic, Persian or Hebrew word are those of its Latin spellings.
TEST(Skeleton, MeetsTheConsonantsOfTheOriginal) {
  const Row rows[] = {
      {{"محمد", "muhammad", "mohamed", "mohammed", "muhamad"}},
      {{"أحمد", "ahmad", "ahmed"}},
      {{"حسين", "hussein", "husayn", "hossein", "hussain"}},
      {{"حسن", "hasan", "hassan"}},
      {{"علي", "ali", "aly"}},
      {{"عمر", "umar", "omar"}},
      {{"خالد", "khalid", "khaled"}},
      {{"يوسف", "yusuf", "youssef", "yousif"}},
      {{"إبراهيم", "ibrahim", "ebrahim"}},
      {{"إسماعيل", "ismail", "esmaeil"}},
      {{"موسى", "musa", "moussa"}},
      {{"عيسى", "isa", "issa"}},
      {{"سليمان", "sulayman", "suleiman", "soleiman"}},
      {{"مصطفى", "mustafa", "mostafa"}},
      {{"مهدي", "mahdi", "mehdi"}},
      {{"صادق", "sadiq", "sadegh", "sadeq"}},
      {{"قاسم", "qasim", "qassem", "ghasem", "kassem"}},
      {{"جعفر", "jafar", "jaafar"}},
      {{"عباس", "abbas"}},
      {{"سعيد", "said", "saeed"}},
      {{"فيصل", "faisal", "faysal"}},
      {{"ناصر", "nasir", "nasser"}},
      {{"منصور", "mansur", "mansour"}},
      {{"طارق", "tariq", "tarek"}},
      {{"جمال", "jamal", "djamal"}},
      {{"كريم", "karim", "kareem"}},
      {{"حمزة", "hamza", "hamzah"}},
      {{"شريف", "sharif", "cherif"}},
      {{"صالح", "salih", "saleh"}},
      {{"وليد", "walid", "waleed"}},
      {{"ياسر", "yasir", "yasser"}},
      {{"بشير", "bashir", "bachir"}},
      {{"زهير", "zuhayr", "zuheir"}},
      {{"قذافي", "qadhafi", "gaddafi", "kaddafi"}},
      {{"رحمن", "rahman"}},
      {{"فتح", "fath"}},
      {{"غلام", "ghulam", "gholam", "qolam"}},
      {{"پرویز", "parwiz", "barwiz"}},
      {{"چنگیز", "changiz", "shangiz"}},
      {{"گلبدین", "gulbadin"}},
      {{"فاطمة", "fatima", "fatimah", "fatemeh"}},
      {{"خديجة", "khadija", "khadijah"}},
      {{"דניאל", "daniel"}},
  };
  for (const Row& row : rows) {
    const AnalyzedName name = analyze(row.spellings[0], NameType::kPerson);
    ASSERT_EQ(name.parts.size(), 1U) << row.spellings[0];
    for (size_t i = 1; i < row.spellings.size(); ++i)
      EXPECT_EQ(skeleton(row.spellings[i]), consonants_of(name.parts[0].abjad))
          << row.spellings[0] << " " << row.spellings[i];
  }
}

TEST(Skeleton, DiffersForDifferentConsonants) {
  EXPECT_NE(skeleton("hamid"), skeleton("hamza"));
  EXPECT_NE(skeleton("salim"), skeleton("salih"));
  EXPECT_NE(skeleton("rahman"), skeleton("rahim"));
  EXPECT_NE(skeleton("karimi"), skeleton("kazemi"));
  EXPECT_EQ(skeleton("muhammad"), "mhmd");
}

}  // namespace
}  // namespace cordon::names
