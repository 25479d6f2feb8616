#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/listed_fixture.h"
#include "reading/mentions.h"

namespace cordon::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kSanctions = "The council extended its sanctions on Thursday.";

const ListedFixture& listed() {
  const auto of_russia = [](const char* name) {
    Entity out = listed_party(Schema::kPerson, {name});
    out.countries.push_back({CountryKind::kCitizenship, "ru", "Russia", 0});
    return out;
  };
  static const ListedFixture fixture({
      of_russia("Sergey Viktorovich LAVROV"),                                         // 0
      of_russia("Dmitry Anatolyevich MEDVEDEV"),                                      // 1
      of_russia("Ramzan Akhmadovitch KADYROV"),                                       // 2
      listed_party(Schema::kOrganization, {"Wagner Group"}),                          // 3
      listed_party(Schema::kOrganization, {"Hamas"}),                                 // 4
      listed_party(Schema::kOrganization, {"Promsvyazbank"}),                         // 5
      listed_party(Schema::kOrganization, {"Islamic State in Iraq and the Levant"}),  // 6
      listed_party(Schema::kPerson, {"Oleg Petrovich VELESTOV"}),                     // 7
  });
  return fixture;
}

std::vector<std::string> found(std::string text, std::string language = "en") {
  return listed().found({kSanctions, std::move(text)}, std::move(language));
}

TEST(MentionBearers, AWalkOfLifeInWhichNobodyListedIsNamedSo) {
  EXPECT_THAT(found("Coach Lavrov praised the goalkeepers."), IsEmpty());
  EXPECT_THAT(found("Lavrov, a Norwegian sculptor, smiled."), IsEmpty());
  EXPECT_THAT(found("Тренер Лавров доволен."), IsEmpty());
  EXPECT_THAT(found("教练拉夫罗夫很高兴。", "zh"), IsEmpty());
  EXPECT_THAT(found("The coach thanked Lavrov."), ElementsAre("Lavrov=t:0"));
  // He keeps the family name.
  EXPECT_THAT(found("Coach Lavrov lost. Then Lavrov wept."), IsEmpty());
}

TEST(MentionBearers, AWeaponInQuotationMarks) {
  EXPECT_THAT(found("Die Drohne „Hamas“ flog.", "de"), IsEmpty());
  EXPECT_THAT(found("Les drones du Hamas ont volé.", "fr"), ElementsAre("Hamas=t:4"));
}

TEST(MentionBearers, AnEnglishGivenNameIsOne) {
  EXPECT_THAT(found("A friend, Boris Lavrov, won."), IsEmpty());
  EXPECT_THAT(found("In the Kremlin Lavrov won."), ElementsAre("Lavrov=t:0"));
}

TEST(MentionBearers, AnOfficeOfAnotherState) {
  EXPECT_THAT(found("Serbian Prime Minister Medvedev opened it."), IsEmpty());
  EXPECT_THAT(found("Министр спорта Казахстана Лавров открыл турнир.", "ru"), IsEmpty());
  EXPECT_THAT(found("Le ministre serbe Lavrov a souri.", "fr"), IsEmpty());
  EXPECT_THAT(found("爱沙尼亚部长拉夫罗夫出席。", "zh"), IsEmpty());
  EXPECT_THAT(found("Russian Foreign Minister Lavrov came."), ElementsAre("Lavrov=t:0"));
  EXPECT_THAT(found("Iran's foreign minister told Lavrov that talks go on."), ElementsAre("Lavrov=t:0"));
  EXPECT_THAT(found("Iran accused Minister Lavrov of delay."), ElementsAre("Lavrov=t:0"));
  EXPECT_THAT(found("انتقد وزير الخارجية التركي لافروف.", "ar"), ElementsAre("لافروف=t:0"));
}

TEST(MentionBearers, PlacesAndWorksThatAreCalledSo) {
  EXPECT_THAT(found("Мост на улице Кадырова закрыт.", "ru"), IsEmpty());
  EXPECT_THAT(found("На площади Кадыров выступил с речью.", "ru"), ElementsAre("Кадыров=t:2"));
  EXPECT_THAT(found("He lives in Kadyrov Street."), IsEmpty());
  EXPECT_THAT(found("Вчера давали оперу Рихарда Вагнера.", "ru"), IsEmpty());
  EXPECT_THAT(found("Поставили «Лоэнгрина» Вагнера.", "ru"), IsEmpty());
  EXPECT_THAT(found("Бойцы ЧВК Вагнера ушли.", "ru"), ElementsAre("ЧВК Вагнера=t:3"));
  EXPECT_THAT(found("Islamic State University opened."), IsEmpty());
  EXPECT_THAT(found("Islamic State bank accounts were frozen."), ElementsAre("Islamic State=t:6"));
}

TEST(MentionBearers, ANameThatIsANounToo) {
  EXPECT_THAT(found("صفق الحاضرون بحماس بعد الخطاب.", "ar"), IsEmpty());
  EXPECT_THAT(found("قال المدرب إن حماس اللاعبين كبير.", "ar"), IsEmpty());
  EXPECT_THAT(found("رفضت حماس المقترح.", "ar"), ElementsAre("حماس=t:4"));
  EXPECT_THAT(found("فرضت قيود على جمعية مرتبطة بحماس.", "ar"), ElementsAre("حماس=t:4"));
  EXPECT_THAT(found("قالت إسرائيل إن حماس المتهمة ردت.", "ar"), ElementsAre("حماس=t:4"));
}

TEST(MentionBearers, HanCharactersThatGoOnSpelling) {
  EXPECT_THAT(found("哈马斯特朗的居民抗议。", "zh"), IsEmpty());
  EXPECT_THAT(found("瑞典的哈马斯尔市很大。", "zh"), IsEmpty());
  EXPECT_THAT(found("哈马斯特使抵达。", "zh"), ElementsAre("哈马斯=t:4"));
}

TEST(MentionBearers, LettersThatTheWordsBehindThemSpell) {
  EXPECT_THAT(found("PSB, the Pet Shop Boys, will tour."), IsEmpty());
  EXPECT_THAT(found("PSB (Pet Shop Boys) will tour."), IsEmpty());
  EXPECT_THAT(found("The paper says PSB, a lender, will pay."), ElementsAre("PSB=t:5"));
}

TEST(MentionBearers, APlayerIsNobodyListedByTheWholeNameToo) {
  EXPECT_THAT(found("Oleg Velestov, the German tennis player, won."), IsEmpty());
  EXPECT_THAT(found("Oleg Velestov, the owner of a tennis club, won."), ElementsAre("Oleg Velestov=t:7"));
}

}  // namespace
}  // namespace cordon::reading
