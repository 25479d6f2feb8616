#include "reading/mentions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/listed_fixture.h"

namespace cordon::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kSanctions = "The council extended its sanctions on Thursday.";

// Invented parties, as a list would give them.
const ListedFixture& listed() {
  static const ListedFixture fixture({
      listed_party(Schema::kPerson, {"Arkady Lvovich VELESTOV", "Аркадий Львович ВЕЛЕСТОВ"}),  // 0
      listed_party(Schema::kCompany, {"JSC TRANSKOMPLEKT", "АО «Транскомплект»"}),             // 1
      listed_party(Schema::kCompany, {"Borevna Marine Trading Corporation"}),                  // 2
      listed_party(Schema::kCompany, {"Victory LLC"}),                                         // 3
      listed_party(Schema::kVessel, {"Morning Glory"}),                                        // 4
      listed_party(Schema::kPerson, {"Ali Hassan Mahmoud AL-TARIFI"}),                         // 5
      listed_party(Schema::kOrganization, {"Velta Group", "Группа Вельта", "مجموعة فلتا"}),    // 6
      listed_party(Schema::kPerson, {"Arkady Lvovich VELESTOV"}),  // 7: another entry of the first
      listed_party(Schema::kPerson, {"Nadezhda Petrovna ORDYNSKAYA", "Надежда Петровна ОРДЫНСКАЯ"}),  // 8
      listed_party(Schema::kPerson, {"Kwon Myong Sok"}),                                              // 9
      listed_party(Schema::kOrganization, {"OLVT"}),                                                  // 10
      listed_party(Schema::kPerson, {"Viktor Semenovich VELESTOV"}),                                  // 11
      listed_party(Schema::kPerson, {"Filipp Markovich PRIVALOV"}),                                   // 12
  });
  return fixture;
}

TEST(Mentions, FindsAFullNameWithEveryEntryOfTheParty) {
  EXPECT_THAT(listed().found({"On Monday Arkady Velestov declined to answer."}),
              ElementsAre("Arkady Velestov=t:0,t:7"));
}

TEST(Mentions, FamilyNameFirstAndCapitals) {
  EXPECT_THAT(listed().found({"VELESTOV Arkady was heard."}), ElementsAre("VELESTOV Arkady=t:0,t:7"));
  EXPECT_THAT(listed().found({"The guard saluted Myong Sok Kwon again."}), ElementsAre("Myong Sok Kwon=t:9"));
}

TEST(Mentions, RussianCasesAreStripped) {
  for (const char* name :
       {"Аркадий Велестов", "Аркадия Велестова", "Аркадию Велестову", "Аркадием Велестовым", "Аркадии Велестове"})
    EXPECT_THAT(listed().found({std::string("В марте упоминали ") + name + " довольно часто."}, "ru"),
                ElementsAre(std::string(name) + "=t:0,t:7"));
  EXPECT_THAT(listed().found({"Письмо Надежде Петровне Ордынской не дошло."}, "ru"),
              ElementsAre("Надежде Петровне Ордынской=t:8"));
}

TEST(Mentions, UkrainianPolishAndLithuanianCasesAreStripped) {
  EXPECT_THAT(listed().found({"Листа передали Аркадієві Велестову в березні."}, "uk"),
              ElementsAre("Аркадієві Велестову=t:0,t:7"));
  EXPECT_THAT(listed().found({"W marcu rozmawiano z Filippem Privalovem."}, "pl"),
              ElementsAre("Filippem Privalovem=t:12"));
  EXPECT_THAT(listed().found({"Laiškas perduotas Filippui Privalovui kovo mėnesį."}, "lt"),
              ElementsAre("Filippui Privalovui=t:12"));
}

TEST(Mentions, ThePossessiveIsNotOfTheName) {
  EXPECT_THAT(listed().found({"Nobody asked for Filipp Privalov’s opinion."}), ElementsAre("Filipp Privalov=t:12"));
  EXPECT_THAT(listed().found({"L’avocat d’Arkady Velestov se tait."}, "fr"), ElementsAre("Arkady Velestov=t:0,t:7"));
}

TEST(Mentions, ArabicConjunctionsAreCutOff) {
  EXPECT_THAT(listed().found({"حضر المدير ومجموعة فلتا يوم الاثنين."}, "ar"), ElementsAre("مجموعة فلتا=t:6"));
}

TEST(Mentions, ArabicWritesItsLongVowels) {
  const ListedFixture list({listed_party(Schema::kPerson, {"نزار السالم"})});
  EXPECT_THAT(list.found({"حضر الاجتماع نزار السالم يوم الاثنين، والعقوبات قائمة."}, "ar"),
              ElementsAre("نزار السالم=t:0"));
  EXPECT_THAT(list.found({"حضر الاجتماع نزار السلامي يوم الاثنين، والعقوبات قائمة."}, "ar"), IsEmpty());
}

TEST(Mentions, ForeignNamesInHanCharacters) {
  const ListedFixture list({listed_party(Schema::kPerson, {"Vladimir Ivanov"})});
  EXPECT_THAT(list.found({"俄罗斯官员弗拉基米尔·伊万诺夫表示，此事与他无关。"}, "zh"),
              ElementsAre("弗拉基米尔·伊万诺夫=t:0"));
}

TEST(Mentions, NamesWrittenTogetherOrWithAHyphen) {
  EXPECT_THAT(listed().found({"The guard saluted Kwon Myongsok again."}), ElementsAre("Kwon Myongsok=t:9"));
  EXPECT_THAT(listed().found({"The guard saluted Kwon Myong-sok again."}), ElementsAre("Kwon Myong-sok=t:9"));
}

TEST(Mentions, TheProperWordOfACompanyWhereTheTextSpeaksOfSanctions) {
  EXPECT_THAT(listed().found({kSanctions, "The plant was built for Transkomplekt in 2011."}),
              ElementsAre("Transkomplekt=t:1"));
  EXPECT_THAT(listed().found({"Договор с «Транскомплектом» расторгнут из-за санкций."}, "ru"),
              ElementsAre("Транскомплектом=t:1"));
}

TEST(Mentions, ACommonWordNeedsMoreThanACapital) {
  EXPECT_THAT(listed().found({kSanctions, "Victory was theirs. They celebrated Victory Day."}), IsEmpty());
  EXPECT_THAT(listed().found({kSanctions, "The payment went to the company Victory in March."}),
              ElementsAre("Victory=t:3"));
}

TEST(Mentions, AWordOfALongerNameIsNotTheParty) {
  EXPECT_THAT(listed().found({kSanctions, "He wrote to Delta Transkomplekt Ural in May."}), IsEmpty());
}

TEST(Mentions, AShortLastWordEndsASentence) {
  const ListedFixture list({listed_party(Schema::kCompany, {"Zela Orvo"})});
  EXPECT_THAT(list.found({kSanctions, "The parts came from Zela Orvo. Its owner was silent."}),
              ElementsAre("Zela Orvo=t:0"));
  EXPECT_THAT(listed().found({"It was seen by Gen. Arkady Velestov."}), ElementsAre("Arkady Velestov=t:0,t:7"));
  EXPECT_THAT(listed().found({kSanctions, "He led Delta Co. Transkomplekt Ural in May."}), IsEmpty());
}

TEST(Mentions, ThePossessiveIsNoPlural) {
  const ListedFixture list({listed_party(Schema::kOrganization, {"The Sentorels"})});
  EXPECT_THAT(list.found({kSanctions, "A paper, The Sentorel, said so. The Sentorel's report is new."}), IsEmpty());
  EXPECT_THAT(list.found({kSanctions, "A cell of the Sentorels fled."}), ElementsAre("Sentorels=t:0"));
}

TEST(Mentions, TheProperWordOfAKnownNameBesideANoun) {
  const ListedFixture list({listed_party(Schema::kCompany, {"JSC KRONSHTADT TEKHNOLOGII Group of Companies"})});
  EXPECT_THAT(list.found({kSanctions, "Am Ende stand das Petersburger Unternehmen Kronstadt."}, "de"),
              ElementsAre("Kronstadt=t:0"));
  EXPECT_THAT(list.found({kSanctions, "Kronstadt, the Russian drone maker, bought them."}),
              ElementsAre("Kronstadt=t:0"));
  EXPECT_THAT(list.found({kSanctions, "The ship left Kronstadt on Monday."}), IsEmpty());
  EXPECT_THAT(list.found({kSanctions, "Предприятие Кронштадта закрыли."}, "ru"), IsEmpty());
  EXPECT_THAT(list.found({"A company in Kronstadt, the port, was sold."}), IsEmpty());
}

TEST(Mentions, WordsOfASentenceThatSoundLikeNames) {
  const ListedFixture list({listed_party(Schema::kPerson, {"Reda Ali KHAMIS"})});
  EXPECT_THAT(list.found({"عرض المحركات على الصحفيين يوم الخميس"}, "ar"), IsEmpty());
  EXPECT_THAT(list.found({"التقى الوفد رضا علي خميس أمس"}, "ar"), ElementsAre("رضا علي خميس=t:0"));
}

TEST(Mentions, AGermanNounThatSaysWhatTheNameNames) {
  const ListedFixture list({listed_party(Schema::kCompany, {"PJSC Borvex"}),
                            listed_party(Schema::kOrganization, {"Energy Corporation"}),
                            listed_party(Schema::kOrganization, {"Media Group Rebell"})});
  EXPECT_THAT(list.found({"Die Sanktionen treffen auch den Bernsteinförderer Borvex und andere."}, "de"),
              ElementsAre("Borvex=t:0"));
  EXPECT_THAT(list.found({"Die Sanktionen treffen auch die Staatsreederei Borvex."}, "de"), ElementsAre("Borvex=t:0"));
  EXPECT_THAT(list.found({"Die Sanktionen treffen auch Heinz Borvex."}, "de"), IsEmpty());
  EXPECT_THAT(list.found({"Trotz der Sanktionen flossen Lebensmittel, Energie, Baustoffe und Geld."}, "de"), IsEmpty());
  EXPECT_THAT(list.found({"Trotz der Sanktionen marschierten die „Rebellen“ weiter."}, "de"), IsEmpty());
}

TEST(Mentions, ANameOfWordsThatAreAllConcepts) {
  const ListedFixture list({listed_party(Schema::kCompany, {"Velta Heavy Industries"}),
                            listed_party(Schema::kCompany, {"Tekstil Heavy Machine Works"})});
  EXPECT_THAT(list.found({kSanctions, "The cranes were bought from Velta Heavy Industries in May."}),
              ElementsAre("Velta Heavy Industries=t:0"));
  EXPECT_THAT(list.found({kSanctions, "The cranes were bought from Tekstil Heavy Machine Works in May."}),
              ElementsAre("Tekstil Heavy Machine Works=t:1"));
  EXPECT_THAT(list.found({kSanctions, "He spoke of heavy industries and of Heavy Industries Day."}), IsEmpty());
}

TEST(Mentions, AVesselNeedsAWordThatSaysSo) {
  EXPECT_THAT(listed().found({kSanctions, "What a Morning Glory it was."}), IsEmpty());
  EXPECT_THAT(listed().found({kSanctions, "The tanker Morning Glory left the port."}),
              ElementsAre("Morning Glory=t:4"));
}

TEST(Mentions, NamesBesideItMakeItAnother) {
  EXPECT_THAT(listed().found({kSanctions, "Arkady Velestov and Ali Hassan Ibrahim met."}),
              ElementsAre("Arkady Velestov=t:0,t:7"));
}

TEST(Mentions, TheFamilyNameBehindTheFullName) {
  EXPECT_THAT(listed().found({"Filipp Privalov left.", "Mr Privalov returned. Privalov's lawyer did not."}),
              ElementsAre("Filipp Privalov=t:12", "Privalov=t:12", "Privalov=t:12"));
  EXPECT_THAT(listed().found({"Mr Privalov returned."}), IsEmpty());
}

TEST(Mentions, TwoMenOfOneFamilyNameStayApart) {
  EXPECT_THAT(listed().found({"Arkady Velestov left. Velestov returned.", "Viktor Velestov came. Velestov sat down."}),
              ElementsAre("Arkady Velestov=t:0,t:7", "Velestov=t:0,t:7?", "Viktor Velestov=t:11", "Velestov=t:11?"));
  EXPECT_THAT(listed().found({"Filipp Privalov left.", "Later Denis Privalov came. Privalov sat down."}),
              ElementsAre("Filipp Privalov=t:12"));
}

TEST(Mentions, TheFamilyNameInScriptsWithoutCapitals) {
  const ListedFixture list({listed_party(Schema::kPerson, {"Vladimir Privalov"})});
  EXPECT_THAT(list.found({"官员弗拉基米尔·普里瓦洛夫来访。", "普里瓦洛夫随后离开。"}, "zh"),
              ElementsAre("弗拉基米尔·普里瓦洛夫=t:0", "普里瓦洛夫=t:0"));
  EXPECT_THAT(list.found({"官员弗拉基米尔·普里瓦洛夫来访。", "伊万·普里瓦洛夫是面包师。普里瓦洛夫随后离开。"}, "zh"),
              ElementsAre("弗拉基米尔·普里瓦洛夫=t:0"));
  EXPECT_THAT(list.found({"普里瓦洛夫随后离开。"}, "zh"), IsEmpty());
  const ListedFixture arabic({listed_party(Schema::kPerson, {"نزار الفرجوسي"})});
  EXPECT_THAT(arabic.found({"حضر نزار الفرجوسي، والعقوبات قائمة.", "وقال الفرجوسي إنه سيعود."}, "ar"),
              ElementsAre("نزار الفرجوسي=t:0", "الفرجوسي=t:0"));
  EXPECT_THAT(arabic.found({"حضر نزار الفرجوسي، والعقوبات قائمة.", "ونشر النادي الفرجوسي صورته."}, "ar"),
              ElementsAre("نزار الفرجوسي=t:0"));
}

TEST(Mentions, AHyphenJoinsOnlyTheWordsBesideIt) {
  const ListedFixture list({listed_party(Schema::kPerson, {"Jean-Marie Lugerero RUNIGA"})});
  EXPECT_THAT(list.found({kSanctions, "They asked Jean-Marie Runiga again."}), ElementsAre("Jean-Marie Runiga=t:0"));
}

TEST(Mentions, LettersInBracketsStandForTheNameBeforeThem) {
  EXPECT_THAT(listed().found({"Borevna Marine Trading Corporation (BMTC) paid.", "BMTC denies it."}),
              ElementsAre("Borevna Marine Trading Corporation=t:2", "BMTC=t:2", "BMTC=t:2"));
}

TEST(Mentions, LettersThatThePageDefinesAreWhatItSays) {
  EXPECT_THAT(listed().found({kSanctions, "The Open Ledger Vetting Trust (OLVT) wrote. OLVT is an NGO."}), IsEmpty());
  EXPECT_THAT(listed().found({kSanctions, "Payments went through OLVT."}), ElementsAre("OLVT=t:10"));
}

// Parties whom texts call by letters, or otherwise than the lists.
const ListedFixture& known() {
  static const ListedFixture fixture({
      listed_party(Schema::kCompany, {"Islamic Republic of Iran Shipping Lines"}),    // 0
      listed_party(Schema::kCompany, {"VTB Bank"}),                                   // 1
      listed_party(Schema::kCompany, {"Foreign Trade Bank"}),                         // 2
      listed_party(Schema::kCompany, {"PJSC KAMAZ"}),                                 // 3
      listed_party(Schema::kCompany, {"Vnesheconombank"}),                            // 4
      listed_party(Schema::kCompany, {"JSC United Engine Corporation"}),              // 5
      listed_party(Schema::kOrganization, {"Islamic Revolutionary Guard Corps"}),     // 6
      listed_party(Schema::kCompany, {"JSC Concern Radio-Electronic Technologies"}),  // 7
      listed_party(Schema::kCompany, {"National Iranian Tanker Company"}),            // 8
      listed_party(Schema::kCompany, {"National Iranian Tanker Company (NITC)"}),     // 9
      listed_party(Schema::kOrganization, {"Russian Navy"}),                          // 10
      listed_party(Schema::kCompany, {"JSC Kalashnikov Concern"}),                    // 11
      listed_party(Schema::kOrganization, {"Al-Qaida in the Arabian Peninsula"}),     // 12
      listed_party(Schema::kPerson, {"Dmitry Sergeyevich PESKOV"}),                   // 13
  });
  return fixture;
}

TEST(Mentions, ANameGoesOnBehindAHyphen) {
  const ListedFixture list({listed_party(Schema::kPerson, {"Jean-Luc Velandier"}),
                            listed_party(Schema::kOrganization, {"Al-Borevna Front"})});
  EXPECT_THAT(list.found({kSanctions, "On Monday Jean-Luc Velandier spoke for the Al-Borevna Front."}),
              ElementsAre("Jean-Luc Velandier=t:0", "Al-Borevna Front=t:1"));
}

TEST(Mentions, AMinistryIsOfAState) {
  Entity ministry = listed_party(Schema::kOrganization, {"Ministry of Defence"});
  ministry.countries.push_back({.code = "kp", .text = {}});
  const ListedFixture list({ministry});
  EXPECT_THAT(list.found({kSanctions, "North Korea's Ministry of Defence bought tyres."}),
              ElementsAre("Ministry of Defence=t:0"));
  EXPECT_THAT(list.found({kSanctions, "Britain's Ministry of Defence spoke of North Korea."}), IsEmpty());
  EXPECT_THAT(list.found({kSanctions, "The Ministry of Defence of Ukraine spoke of North Korea."}), IsEmpty());
  EXPECT_THAT(list.found({kSanctions, "The Ministry of Defence had no comment."}), IsEmpty());
}

TEST(Mentions, TheWordForWhatANameNamesMayBeginSmall) {
  const ListedFixture list({listed_party(Schema::kOrganization, {"Wagner Group"})});
  EXPECT_THAT(list.found({"Les sanctions visent le groupe Wagner et ses filiales."}, "fr"),
              ElementsAre("groupe Wagner=t:0"));
  EXPECT_THAT(list.found({"Las sanciones afectan al grupo Wagner."}, "es"), ElementsAre("grupo Wagner=t:0"));
}

TEST(Mentions, LettersThatATableKnows) {
  EXPECT_THAT(known().found({"The broker had insured ships of IRISL for years."}), ElementsAre("IRISL=t:0"));
  EXPECT_THAT(known().found({kSanctions, "Two accounts at VTB were closed."}), ElementsAre("VTB=t:1"));
  EXPECT_THAT(known().found({kSanctions, "Iran's IRISL and Russia's VTB’s lawyers were silent."}),
              ElementsAre("IRISL=t:0", "VTB=t:1"));
  EXPECT_THAT(
      known().found({"Nach den Sanktionen schloss die Staatsreederei IRISL ihr Büro; KAMAZ-Lastwagen rollten."}, "de"),
      ElementsAre("IRISL=t:0", "KAMAZ=t:3"));
  EXPECT_THAT(known().found({"Yaptırımlar sürerken VTB'nin ve KAMAZ'ın avukatları sustu."}, "tr"),
              ElementsAre("VTB=t:1", "KAMAZ=t:3"));
}

TEST(Mentions, KnownNamesAreDeclinedAndGoOverMarks) {
  EXPECT_THAT(known().found({"Под санкции попал Военно-морской флот России и счета концерна «Калашников»."}, "ru"),
              ElementsAre("Военно-морской флот России=t:10", "концерна «Калашников=t:11"));
  EXPECT_THAT(known().found({"欧盟扩大制裁，VTB银行与“基地”组织阿拉伯半岛分支未作回应。"}, "zh"),
              ElementsAre("VTB银行=t:1", "基地”组织阿拉伯半岛分支=t:12"));
}

TEST(Mentions, LettersOfOtherAlphabetsAndTheirCases) {
  EXPECT_THAT(known().found({"Под санкции попали счета в ВТБ и грузовики КАМАЗа."}, "ru"),
              ElementsAre("ВТБ=t:1", "КАМАЗа=t:3"));
  EXPECT_THAT(known().found({"Санкції діють проти ВЕБ, ОДК та КРЕТ."}, "uk"),
              ElementsAre("ВЕБ=t:4", "ОДК=t:5", "КРЕТ=t:7"));
}

TEST(Mentions, AKnownPersonBehindTheOwnerOfHisOffice) {
  for (const char* office : {"Речник Кремля", "Речник Путіна", "Учора речник"})
    EXPECT_THAT(known().found({std::string(office) + " Дмитро Пєсков відкинув закиди."}, "uk"),
                ElementsAre("Дмитро Пєсков=t:13"));
}

TEST(Mentions, LettersOnlyAsSuchAndNotInOtherNames) {
  EXPECT_THAT(known().found({kSanctions, "The vtb file was read by Vtb the cat."}), IsEmpty());
  EXPECT_THAT(known().found({kSanctions, "He left VTB Capital Partners and Halden VTB in May."}), IsEmpty());
  EXPECT_THAT(known().found({"The vehicle test bench VTB hums."}), IsEmpty());
  EXPECT_THAT(known().found({kSanctions, "The Velvet Theatre Board (VTB) sings. VTB is an amateur choir."}), IsEmpty());
}

TEST(Mentions, NamesInLanguagesThatTheListDoesNotHave) {
  EXPECT_THAT(known().found({"تلقت الشركة رسالة من الحرس الثوري الإيراني في مارس."}, "ar"),
              ElementsAre("الحرس الثوري الإيراني=t:6"));
  EXPECT_THAT(known().found({"船上的货物属于伊朗国家油轮公司，保险由俄罗斯外贸银行提供。"}, "zh"),
              ElementsAre("伊朗国家油轮公司=t:8,t:9", "俄罗斯外贸银行=t:1"));
  EXPECT_THAT(known().found({"Rapora göre para Devrim Muhafızları hesabına gitti."}, "tr"),
              ElementsAre("Devrim Muhafızları=t:6"));
}

// Persons whom a table knows by how languages write them.
const ListedFixture& persons() {
  static const ListedFixture fixture({
      listed_party(Schema::kPerson, {"Sergei Kuzhugetovich SHOIGU"}),                                  // 0
      listed_party(Schema::kPerson, {"Vyacheslav Viktorovich VOLODIN"}),                               // 1
      listed_party(Schema::kPerson, {"Maria Vladimirovna ZAKHAROVA"}),                                 // 2
      listed_party(Schema::kPerson, {"Sergey Viktorovich LAVROV"}),                                    // 3
      listed_party(Schema::kOrganization, {"Armed Forces of the Russian Federation"}),                 // 4
      listed_party(Schema::kOrganization, {"United Russia", "Russie unie"}),                           // 5
      listed_party(Schema::kOrganization, {"Fondation pour la protection du patrimoine de Borevna"}),  // 6
      listed_party(Schema::kOrganization, {"Third Floor"}),                                            // 7
  });
  return fixture;
}

TEST(Mentions, PersonsAsLanguagesWriteAndDeclineThem) {
  EXPECT_THAT(persons().found({"Na wpis Marii Zacharowej odpowiedział ambasador."}, "pl"),
              ElementsAre("Marii Zacharowej=t:2"));
  EXPECT_THAT(persons().found({"Außenamtssprecherin Maria Sacharowa drohte mit Gegenmaßnahmen."}, "de"),
              ElementsAre("Maria Sacharowa=t:2"));
  EXPECT_THAT(persons().found({"国家杜马主席维亚切斯拉夫·沃洛金称法案将二读通过，沃洛金还批评了西方。"}, "zh"),
              ElementsAre("维亚切斯拉夫·沃洛金=t:1", "沃洛金=t:1"));
  EXPECT_THAT(persons().found({"التقى سيرغي شويغو بالوفد، وشويغو معروف هناك."}, "ar"),
              ElementsAre("سيرغي شويغو=t:0", "شويغو=t:0"));
}

TEST(Mentions, AFamilyNameBesideAnOfficeOrBehindInitials) {
  EXPECT_THAT(persons().found({"Секретарь Совбеза Шойгу прилетел в Пхеньян."}, "ru"), ElementsAre("Шойгу=t:0"));
  EXPECT_THAT(persons().found({"Проект передали спикеру Володину."}, "ru"), ElementsAre("Володину=t:1"));
  EXPECT_THAT(persons().found({"Проект передали В. В. Володину."}, "ru"), ElementsAre("Володину=t:1"));
  EXPECT_THAT(persons().found({"俄国防部长绍伊古访问平壤。"}, "zh"), ElementsAre("绍伊古=t:0"));
}

TEST(Mentions, AFamilyNameBehindAGermanCompound) {
  EXPECT_THAT(persons().found({"Der Vize-Minister Wolodin kam an."}, "de"), ElementsAre("Wolodin=t:1"));
}

TEST(Mentions, AFamilyNameOfSomebodyElse) {
  EXPECT_THAT(persons().found({"Врач Володин уехал в отпуск."}, "ru"), IsEmpty());
  EXPECT_THAT(persons().found({"Проект передали А. Н. Володину."}, "ru"), IsEmpty());
  EXPECT_THAT(persons().found({"Der Schauspieler Kirill Lawrow starb 2007."}, "de"), IsEmpty());
  EXPECT_THAT(persons().found({"Der Minister Oleg Wolodin kam an."}, "de"), IsEmpty());
}

TEST(Mentions, NamesOfWhichOnlyTheFirstWordHasACapital) {
  constexpr const char* kSanctionsFr = "L’UE avait élargi ses sanctions.";
  EXPECT_THAT(persons().found({kSanctionsFr, "L'état-major des forces armées russes dément toute incursion."}, "fr"),
              ElementsAre("forces armées russes=t:4"));
  EXPECT_THAT(persons().found({kSanctionsFr, "Hier Russie unie a conservé sa majorité."}, "fr"),
              ElementsAre("Russie unie=t:5"));
  EXPECT_THAT(
      persons().found({kSanctionsFr, "Il a dirigé la Fondation pour la protection du patrimoine de Borevna."}, "fr"),
      ElementsAre("Fondation pour la protection du patrimoine de Borevna=t:6"));
  EXPECT_THAT(persons().found({kSanctions, "They met on the Third Floor at noon."}), IsEmpty());
}

TEST(Mentions, WhatAPartyIsCalledButNoListNames) {
  EXPECT_THAT(listed().found({kSanctions, "VTB, IRISL and the IRGC were silent."}), IsEmpty());
  // Three words for which letters stand are many banks'; the party is named where its own name has the letters.
  const ListedFixture list({listed_party(Schema::kCompany, {"Foreign Trade Bank"})});
  EXPECT_THAT(list.found({kSanctions, "Two accounts at VTB were closed."}), IsEmpty());
}

TEST(Mentions, TheDistinctiveWordOfACompanyNamedInFull) {
  EXPECT_THAT(listed().found({"Borevna Marine Trading Corporation paid.", "On Monday Borevna denied it."}),
              ElementsAre("Borevna Marine Trading Corporation=t:2", "Borevna=t:2"));
}

TEST(Mentions, OtherVowelsAreAnotherName) {
  EXPECT_THAT(listed().found({"Later Filip Prevalow and Filipp Pryvalov met."}),
              ElementsAre("Filip Prevalow=t:12", "Filipp Pryvalov=t:12"));
  EXPECT_THAT(listed().found({"Later Filipp Prevulov came."}), IsEmpty());
}

TEST(Mentions, AnotherSyllableOrMiddleNameIsAnotherPerson) {
  const ListedFixture list(
      {listed_party(Schema::kPerson, {"Kwon Sok"}), listed_party(Schema::kPerson, {"Arkady Lvovich Velestov"})});
  EXPECT_THAT(list.found({"The guard saluted Kwon Myong-sok again."}), IsEmpty());
  EXPECT_THAT(list.found({"The guard saluted Arkady Ivanovich Velestov again."}), IsEmpty());
}

TEST(Mentions, ACompanyOfAnAlikeWordIsAnother) {
  const ListedFixture list({listed_party(Schema::kCompany, {"Zarvand Lamp Group"})});
  EXPECT_THAT(list.found({kSanctions, "The lamps of Zarvond Lamp Group are dear."}), IsEmpty());
  EXPECT_THAT(list.found({kSanctions, "The lamps of Zarvand Lamp Group are dear."}),
              ElementsAre("Zarvand Lamp Group=t:0"));
}

TEST(Mentions, WhatStandsBetweenTwoQuotationsIsNotQuoted) {
  const ListedFixture list({listed_party(Schema::kCompany, {"Nurad"})});
  EXPECT_THAT(list.found({kSanctions, "It came «in bags». Nurad «the river» denied it."}), IsEmpty());
  EXPECT_THAT(list.found({kSanctions, "It was «Nurad» that denied it."}), ElementsAre("Nurad=t:0"));
}

TEST(Mentions, PlacesAreBytesOfTheBlock) {
  const auto mentions = listed().read({"Ärger um Filipp Privalov."}, "de");
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(mentions[0].begin, std::string("Ärger um ").size());
  EXPECT_EQ(mentions[0].end, std::string("Ärger um Filipp Privalov").size());
  EXPECT_FALSE(mentions[0].evidence.empty());
}

TEST(Mentions, NothingInEmptyOrIllFormedText) {
  EXPECT_THAT(listed().found({}), IsEmpty());
  EXPECT_THAT(listed().found({"\xFF\xFE \xE2\x80", "’’’ · · --", "A"}), IsEmpty());
}

}  // namespace
}  // namespace cordon::reading
