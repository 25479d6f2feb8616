// Constructions of attribution, one named case each: a text and the claims that an analyst would take from it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reading/reading_fixture.h"

namespace cordon::reading {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> claims(std::string_view text, std::string_view language = "en") {
  return claims(read_text(text, language));
}

TEST(Propositions, TheAccusedDoesNotBearOutWhatIsSaidOfHim) {
  const Reading reading = read_text(
      "Two officials said Nordwind had sold tankers to Iran. Nordwind said all its tankers had gone to farmers.", "en");
  ASSERT_EQ(reading.claims.size(), 2U);
  EXPECT_TRUE(reading.claims[0].is_counted);
  EXPECT_FALSE(reading.claims[1].is_counted);
  ASSERT_EQ(reading.propositions.size(), 1U);
  EXPECT_EQ(reading.propositions[0].asserted.named, 0U);
  EXPECT_EQ(reading.propositions[0].asserted.unnamed, 1U);
}
TEST(Attribution, SubjectVerbThat) {
  EXPECT_THAT(claims("Orla Fenn said that the ship had left."),
              ElementsAre("Orla Fenn | assert | that the ship had left"));
}
TEST(Attribution, ClauseWithoutThat) {
  EXPECT_THAT(claims("Two traders said the ship had left."), ElementsAre("Two traders | assert | the ship had left"));
}
TEST(Attribution, UntilWithATimeOpensNoClause) {
  EXPECT_THAT(
      claims("The house belonged until last year to Jon Hale, according to documents seen by The Harbour Post."),
      ElementsAre("documents | assert | The house belonged until last year to Jon Hale"));
}
TEST(Attribution, AppositionStandsBetweenNameAndVerb) {
  EXPECT_THAT(claims("Orla Fenn, a spokeswoman for Norrfjord Bank, said that it had closed the account."),
              ElementsAre("Orla Fenn | assert | that it had closed the account"));
}
TEST(Attribution, TailBehindTheContent) {
  EXPECT_THAT(claims("The ship had left by night, two traders said."),
              ElementsAre("two traders | assert | The ship had left by night"));
}
TEST(Attribution, ParenthesisAmidTheContent) {
  EXPECT_THAT(claims("The ship, two traders said, had left by night."),
              ElementsAre("two traders | assert | The ship / had left by night"));
}
TEST(Attribution, QuotationGoesOnBehindTheNarrator) {
  EXPECT_THAT(claims("“We sold nothing,” Orla Fenn said. “Not one bolt.”"),
              ElementsAre("Orla Fenn | assert | We sold nothing, / Not one bolt."));
}
TEST(Attribution, QuotationInterrupted) {
  EXPECT_THAT(claims("\"Nobody here,\" said Orla Fenn, \"has ever seen the ship.\""),
              ElementsAre("Orla Fenn | assert | Nobody here, / has ever seen the ship."));
}
TEST(Attribution, UnclosedQuotationEndsWithItsParagraph) {
  EXPECT_THAT(claims("Orla Fenn said: “We sold nothing.\nThe ship left."),
              ElementsAre("Orla Fenn | assert | We sold nothing."));
}
TEST(Attribution, WrongWayMarkCloses) {
  EXPECT_THAT(claims("Orla Fenn denied the report. “Everything is on schedule and in full “she stated."),
              Contains("Orla Fenn | assert | Everything is on schedule and in full"));
}
TEST(Attribution, AccordingTo) {
  EXPECT_THAT(claims("According to a port record, the ship left by night."),
              ElementsAre("a port record | assert | the ship left by night"));
  EXPECT_THAT(claims("The ship left by night, according to a port record."),
              ElementsAre("a port record | assert | The ship left by night"));
}
TEST(Attribution, CitingMakesTheOutletTheMedium) {
  const Reading reading = read_text("Reuters reported on Monday, citing two officials, that the ship had left.", "en");
  EXPECT_THAT(claims(reading), ElementsAre("two officials | assert | that the ship had left"));
  ASSERT_GE(reading.claims[0].medium, 0);
  EXPECT_EQ(reading.parties.parties[reading.claims[0].medium].name, "Reuters");
}
TEST(Attribution, AnOfficialWhoCitesIntelligenceSpeaksHimself) {
  EXPECT_THAT(claims("A US official said that Russia was buying shells, citing new intelligence."),
              ElementsAre("A US official | assert | that Russia was buying shells"));
}
TEST(Attribution, PassiveWithBy) {
  EXPECT_THAT(claims("Norrfjord Bank was accused by a trade union of looking away."),
              ElementsAre("a trade union | accuse | of looking away"));
  EXPECT_THAT(claims("# Finland warned by Estonia on old tankers", "en"),
              ElementsAre("Estonia | warn | on old tankers"));
}
TEST(Attribution, NegatedDenialIsARefusal) {
  EXPECT_THAT(claims("The bank did not deny that it had met the traders."),
              ElementsAre("The bank | decline | that it had met the traders"));
  EXPECT_THAT(claims("The bank would not say who had asked."), ElementsAre("The bank | decline | who had asked"));
}
TEST(Attribution, NobodyDeniesConfirms) {
  EXPECT_THAT(claims("The two firms no longer disputed the invoices."),
              ElementsAre("The two firms | confirm | the invoices"));
}
TEST(Attribution, CallingAClaimFalseDismissesIt) {
  EXPECT_THAT(claims("Orla Fenn called the allegation “absurd”."),
              ElementsAre("Orla Fenn | dismiss | the allegation “absurd”"));
  EXPECT_THAT(claims("Orla Fenn described the ship as the oldest of the fleet."),
              ElementsAre("Orla Fenn | assert | the ship as the oldest of the fleet"));
}
TEST(Attribution, CoordinatedCuesShareTheirSubject) {
  EXPECT_THAT(claims("Orla Fenn confirmed the sale but said she had no idea of the buyer."),
              ElementsAre("Orla Fenn | confirm | the sale", "Orla Fenn | assert | she had no idea of the buyer"));
}
TEST(Attribution, AskedWithoutAnAsker) {
  EXPECT_THAT(claims("Orla Fenn runs the bank. Asked whether the ship had left, Fenn declined to answer."),
              ElementsAre("- | ask | whether the ship had left", "Orla Fenn | decline | whether the ship had left"));
}
TEST(Attribution, LabelWithColon) {
  EXPECT_THAT(claims("# Kremlin: oil goes where it is bought"),
              ElementsAre("Kremlin | assert | oil goes where it is bought"));
  EXPECT_THAT(claims("# Ukraine: the fleet grows"), IsEmpty());
}
TEST(Attribution, InfinitivesAndNounsAreNoCues) {
  EXPECT_THAT(claims("The claim was old. He wanted to say more. Reports were read."), IsEmpty());
}
TEST(Attribution, TheNarratorsQuestionIsNoClaim) { EXPECT_THAT(claims("Did Moscow ask Minsk for trucks?"), IsEmpty()); }

TEST(Attribution, ADatelineIsNoPartOfTheSpeaker) {
  EXPECT_THAT(
      claims("SINGAPORE, Feb 17 (Reuters) - Alban Trading, an oil firm, admitted on Tuesday that the cargo was sold."),
      ElementsAre("Alban Trading | confirm | that the cargo was sold"));
  EXPECT_THAT(claims("NATO – the alliance – said the cargo was sold."),
              ElementsAre("NATO | assert | the cargo was sold"));
}
TEST(Attribution, RelativeClausesOfTheSubject) {
  EXPECT_THAT(claims("The importer that ordered the lenses maintains that every one went to a hunter."),
              ElementsAre("The importer that ordered the lenses | assert | that every one went to a hunter"));
  EXPECT_THAT(claims("Jonas Weber, 51, the director of Alban Trading, has pleaded not guilty to evading sanctions."),
              ElementsAre("Jonas Weber | deny | evading sanctions"));
}
TEST(Attribution, LightVerbsAndVerbsInTwoParts) {
  EXPECT_THAT(claims("Jonas Weber brushed the report aside as “guesswork” when we called, then left."),
              ElementsAre("Jonas Weber | dismiss | the report / as “guesswork”"));
  EXPECT_THAT(claims("Jonas Weber gave his partners a warning that the bank would close."),
              ElementsAre("Jonas Weber | warn | that the bank would close"));
  EXPECT_THAT(claims("Alban Trading undertook to review every policy for ships that call at the port."),
              ElementsAre("Alban Trading | promise | to review every policy for ships that call at the port"));
}
TEST(Attribution, RefusalsOfAQuestion) {
  EXPECT_THAT(claims("Jonas Weber came late. Who had bought the lenses, he preferred not to say."),
              ElementsAre("Jonas Weber | decline | Who had bought the lenses"));
  EXPECT_THAT(claims("Jonas Weber spoke first. Pressed on whether the bank knew, he refused to be drawn."),
              ElementsAre("- | ask | on whether the bank knew", "Jonas Weber | decline | on whether the bank knew"));
  EXPECT_THAT(claims("Jonas Weber picked up the telephone and hung up."), IsEmpty());
}
TEST(Attribution, WordsThatOnlyLookLikeCues) {
  EXPECT_THAT(claims("Jonas Weber did not respond to repeated requests for comment."),
              ElementsAre("Jonas Weber | decline | to repeated requests for comment"));
  EXPECT_THAT(claims("Whether Jonas Weber knew remains contested."), IsEmpty());
  EXPECT_THAT(claims("Jonas Weber had called at the warehouse before the raid."), IsEmpty());
}
TEST(Attribution, WhereATellingTookPlaceIsNotWhatWasTold) {
  EXPECT_THAT(claims("“It is not true,” Jonas Weber told reporters outside the courthouse."),
              ElementsAre("Jonas Weber | assert | It is not true,"));
}
TEST(Attribution, AnAllegationSomebodyDismissed) {
  EXPECT_THAT(claims("Lawyers accused Alban Trading of leaks, an allegation Jonas Weber dismissed out of hand."),
              ElementsAre("Lawyers | accuse | Alban Trading of leaks", "Jonas Weber | dismiss | an allegation"));
}
TEST(Speakers, HeIsThePersonNamedLastInTheParagraph) {
  EXPECT_THAT(
      claims(
          "Ada Lind said the cargo was sold.\nA denial came from its owner, Jonas Weber. “I sold nothing,” he said."),
      ElementsAre("Ada Lind | assert | the cargo was sold", "Jonas Weber | deny | the cargo was sold",
                  "Jonas Weber | assert | I sold nothing,"));
}
TEST(Speakers, PronounAcrossParagraphsIsTheLastSpeaker) {
  EXPECT_THAT(claims("Orla Fenn denied the report.\nShe went on to say that the bank was old. Per Stolt, a lawyer, "
                     "said nothing was new."),
              Contains("Orla Fenn | assert | that the bank was old"));
}
TEST(Speakers, SurnameAndTitleStandForTheFullName) {
  EXPECT_THAT(claims("Orla Fenn runs the bank. Ms. Fenn said that it was old."),
              ElementsAre("Orla Fenn | assert | that it was old"));
  EXPECT_THAT(claims("Zhou Meiying runs the plant. Ms Zhou said that it was old."),
              ElementsAre("Zhou Meiying | assert | that it was old"));
}
TEST(Speakers, TheInsurerIsWhoWasCalledOne) {
  EXPECT_THAT(claims("Boreal Tide, an insurer in Bergen, sold the ship to Halm Trading. The insurer denied this."),
              ElementsAre("Boreal Tide | deny | this"));
}
TEST(Speakers, ASpokesmansOriginIsHisPrincipal) {
  const Reading reading = read_text("Orla Fenn, a spokeswoman for Norrfjord Bank, denied this.", "en");
  ASSERT_EQ(reading.claims.size(), 1u);
  EXPECT_EQ(reading.parties.parties[origin_of(reading.parties, reading.claims[0].speaker)].name, "Norrfjord Bank");
}

std::string side(const Side& s) {
  return std::to_string(s.named) + "/" + std::to_string(s.unnamed) + "/" + std::to_string(s.origins);
}

TEST(Propositions, AssertedByUnnamedDeniedByStateAndSpokesman) {
  const Reading reading = read_text(
      "Unnamed US sources told reporters that Russia requested military aid from China. Russia has denied that it has "
      "requested military "
      "assistance from Beijing.\nRussia has approached China for drones, US media reported, citing Washington "
      "sources.\n"
      "Asked whether China had received a request for military assistance from Russia, Ms Liu dismissed the claim as "
      "“false news”, but did "
      "not explicitly refute it.",
      "en");
  ASSERT_FALSE(reading.propositions.empty());
  const Proposition& q = reading.propositions.front();
  EXPECT_EQ(q.predicate, "REQUEST");
  EXPECT_EQ(status_name(q.status), "contested");
  EXPECT_EQ(side(q.asserted), "0/2/1");
  EXPECT_EQ(side(q.denied), "1/0/1");  // the dismissal is limited by the text: not counted
}
// The sides of each proposition: "contested 1/0/1 2/0/1", named, unnamed and origins of those who assert and deny.
std::vector<std::string> sides(std::string_view text, std::string_view language = "en") {
  const Reading reading = read_text(text, language);
  std::vector<std::string> out;
  for (const Proposition& q : reading.propositions) {
    std::string line(status_name(q.status));
    for (const Side& side : {q.asserted, q.denied})
      line +=
          ' ' + std::to_string(side.named) + '/' + std::to_string(side.unnamed) + '/' + std::to_string(side.origins);
    out.push_back(line);
  }
  return out;
}

TEST(Propositions, AnOutletThatRepeatsAClaimSharesItsOrigin) {
  EXPECT_THAT(sides("Corbel Metals sold gold to Russia, a former clerk told the Gazette. Channel Nine repeated the "
                    "allegation. Corbel Metals denied it."),
              ElementsAre("contested 1/1/1 1/0/1"));
}
TEST(Propositions, ADenialOfAnotherThingIsAnother) {
  EXPECT_THAT(sides("Corbel Metals sold gold to Russia, two officials said. Its director, Jon Hale, denied that he had "
                    "met the minister."),
              ElementsAre("asserted 0/1/1 0/0/0", "denied 0/0/0 1/0/1"));
}
TEST(Propositions, WhatIsSaidNextTellsWhatTheAccountIs) {
  EXPECT_THAT(
      sides("Certificates were replaced at the port, Colchis Bulk acknowledged. A tenant did the work, said its "
            "manager, Nino Gelash. Mr Jon Hale disputes that account. “Not a single certificate was replaced,” "
            "he said."),
      ElementsAre("contested 1/0/1 1/0/1"));
}
TEST(Propositions, ADemonstrativeWithANounPointsBack) {
  EXPECT_THAT(sides("The note proved that the Dutchman knew the buyer, argued the prosecutor Saskia Brand. His lawyer, "
                    "Joost Ter, disputed that reading."),
              ElementsAre("contested 1/0/1 1/0/1"));
}
TEST(Propositions, TheAccountOfOneWhoIsNamedIsHis) {
  EXPECT_THAT(
      sides("Corbel Metals sold gold to Russia, two inspectors said. A strike closed the harbour for nine days, "
            "the ministry said. Jon Hale disputed the inspectors' account."),
      Contains("contested 0/1/1 1/0/1"));
}
TEST(Propositions, WhoeverCountersSpeaksAgainstWhatWasSaidLast) {
  EXPECT_THAT(
      sides("The clerk was marched out for doing her job, said her lawyer, Simon Tarr. Anna Prow, a director of "
            "the bank, countered that she had been told of the cuts in March."),
      ElementsAre("contested 1/0/1 1/0/1"));
}
TEST(Propositions, TheSideThatDeniedItDeniesItAgain) {
  EXPECT_THAT(
      sides("Corbel Metals sold gold to Russia, two officials said. Corbel Metals denied it.\nA port worker said "
            "the crates were heavy.\nA trader said that prices had doubled.\nThe director of Corbel Metals, Jon "
            "Hale, said that it had never had a client in Russia."),
      ElementsAre("contested 0/1/1 2/0/1"));
}
TEST(Propositions, TheAccusedDoesNotBearOutWhatHeIsAccusedOf) {
  EXPECT_THAT(sides("Corbel Metals sold gold to Russia, two officials said. Every bar that Corbel Metals sold went to "
                    "dentists in Lyon, its lawyer, Ann Roe, wrote."),
              ElementsAre("asserted 0/1/1 0/0/0"));
}
TEST(Propositions, WhatNobodyAnswersStandsBesideTheDispute) {
  const Reading reading = read_text(
      "Corbel Metals sold gold to Russia, two officials said. Corbel Metals denied it.\nThe labels on the gold were "
      "changed at night, a port worker said.",
      "en");
  ASSERT_EQ(reading.propositions.size(), 1u);
  EXPECT_THAT(reading.propositions[0].claims, ElementsAre(0, 1, 2));
  EXPECT_FALSE(reading.claims[2].is_counted);
  EXPECT_EQ(side(reading.propositions[0].asserted), "0/1/1");
}
TEST(Propositions, AReportOfANamedBodyIsItsWord) {
  EXPECT_THAT(sides("Corbel Metals sold gold to Russia, a report by the Ardley Institute said. Corbel Metals denied "
                    "it."),
              ElementsAre("contested 1/0/1 1/0/1"));
}
TEST(Propositions, TheDenialGoesToTheClaimAboutTheDenier) {
  EXPECT_THAT(sides("Фирма «Бриз» продала станки в Россию, говорится в отчёте центра «Маяк». По данным центра, "
                    "покупателем стал завод «Вектор». На заводе это опровергли.",
                    "ru"),
              Contains("contested 1/0/1 1/0/1"));
}
TEST(Propositions, WhoSpeaksAgainstADenialAsserts) {
  EXPECT_THAT(sides("Corbel Metals sold gold to Russia, two officials said. Corbel Metals denied it.\n"
                    "A former driver, however, said that he had taken the bars to the border himself."),
              ElementsAre("contested 0/2/2 1/0/1"));
  EXPECT_THAT(
      sides("Fırtına gazetesi bir memura dayanarak Ege Kimya'nın Rusya'ya barut sattığını yazdı. "
            "Ege Kimya haberi yalanladı.\nAncak eski bir şoför, varilleri sınıra kendisinin götürdüğünü anlattı.",
            "tr"),
      ElementsAre("contested 0/2/2 1/0/1"));
  EXPECT_THAT(sides("قال مسؤول إن شركة «نهر الشمال» باعت الذهب إلى روسيا. ونفت الشركة ذلك.\n"
                    "لكن سائقا سابقا قال إنه نقل الصناديق بنفسه إلى الحدود.",
                    "ar"),
              ElementsAre("contested 0/2/2 1/0/1"));
  EXPECT_THAT(sides("一名官员表示，北辰航运向俄罗斯出售黄金。北辰航运否认这一说法。\n"
                    "不过，一名前司机透露，箱子是他亲自运到边境的。",
                    "zh"),
              ElementsAre("contested 0/2/2 1/0/1"));
}
TEST(Propositions, WhoDeniesGoesOnDenying) {
  EXPECT_THAT(sides("Corbel Metals sold gold to Russia, two officials said. Corbel Metals denied it. It said that its "
                    "customers were dentists."),
              ElementsAre("contested 0/1/1 1/0/1"));
  // what it says beside it is contradicted: a proposition of its own
  EXPECT_THAT(sides("Corbel Metals sold gold to Russia, two officials said. Corbel Metals denied it. It said that the "
                    "crates were empty. A porter denied that the crates were empty."),
              Contains("contested 1/0/1 0/1/1"));
}
TEST(Propositions, AChargeOfItsOwnIsDeniedAlone) {
  EXPECT_THAT(
      sides("Corbel Metals sold gold to Russia, two officials said. Corbel Metals denied it. A clerk accused the "
            "ministry of closing its eyes. The ministry rejected the accusation."),
      ElementsAre("contested 0/1/1 1/0/1", "contested 0/1/1 1/0/1"));
}
TEST(Propositions, ANoInTheContentIsNoDenial) {
  const Reading reading =
      read_text("The port said that nine ships had lost their flag. A captain said that he had not slept.", "en");
  for (const Proposition& q : reading.propositions) EXPECT_NE(status_name(q.status), "contested");
}
TEST(Propositions, ADirectorWhoDeniesSpeaksForTheFirmThatDeniedBefore) {
  EXPECT_THAT(sides("Das Amt wirft der Reederei Nordwind vor, Tanker an Russland verkauft zu haben. Die Reederei "
                    "bestreitet das. „Wir haben nie etwas an Russland verkauft“, sagte Direktor Paul Rehm.",
                    "de"),
              ElementsAre("contested 1/0/1 2/0/1"));
}
TEST(Propositions, TheOtherOfTwoAccusedSaysNo) {
  EXPECT_THAT(sides("Компания «Норд» отправила на завод «Вектор» станки, сообщил депутат Гагик Саакян. «Норд» это "
                    "отрицает. Директор «Вектора» Олег Резник сказал: «Армянских поставок у нас нет».",
                    "ru"),
              ElementsAre("contested 1/0/1 2/0/2"));
}
TEST(Propositions, TradeThatEndedIsADenialOfThoseSaidToTrade) {
  EXPECT_THAT(sides("Two officials said that the shipping company Nordwind had sold tankers to Russia. Nordwind denied "
                    "it. \"We ended all business with Russia in 2022,\" said Nordwind's director, Paul Rehm."),
              ElementsAre("contested 0/1/1 2/0/1"));
  EXPECT_THAT(sides("Zwei Beamte sagten, die Reederei Nordwind habe Tanker an Russland verkauft. Die Reederei Nordwind "
                    "bestritt das. „Wir haben mit Russland 2022 Schluss gemacht“, sagte Direktor Paul Rehm.",
                    "de"),
              ElementsAre("contested 0/1/1 2/0/1"));
}
TEST(Propositions, AConfirmationJoinsWhatItConfirms) {
  EXPECT_THAT(sides("Der Zoll erklärte, er habe die Spedition Brink im Mai gewarnt. Davon könne keine Rede sein, "
                    "entgegnete Brink-Sprecherin Ute Lang. Ein Staatsanwalt bestätigte die Darstellung des Zolls.",
                    "de"),
              ElementsAre("contested 1/1/2 1/0/1"));
}
TEST(Propositions, AReportIsTheWordOfWhoPresentedIt) {
  EXPECT_THAT(sides("Фирма «Норд» продала станки в Россию, говорится в докладе, который представил депутат Гагик "
                    "Саакян. «Норд» это отрицает.",
                    "ru"),
              ElementsAre("contested 1/0/1 1/0/1"));
}
TEST(Propositions, ADroppedDenialDoesNotCount) {
  const Reading reading = read_text(
      "Traders said that Halm Trading had sold the ship. Halm Trading at first denied that it had sold the ship.",
      "en");
  for (const Proposition& q : reading.propositions) EXPECT_EQ(q.denied.origins, 0u);
}

std::vector<std::string> families(const Reading& reading) {
  std::vector<std::string> out;
  for (const Good& good : reading.goods.goods)
    out.push_back(good.family + ": " + std::string(reading.text.view(good.span)));
  return out;
}
// What leads to an infinitive of saying: a venue, or the manner.
TEST(Claims, InfinitivesOfSaying) {
  EXPECT_THAT(claims("The minister took to the radio to accuse the port of theft."),
              ElementsAre("The minister | accuse | the port of theft"));
  EXPECT_THAT(claims("The bank was forced to admit that it had paid."),
              ElementsAre("The bank | confirm | that it had paid"));
  EXPECT_THAT(claims("Officials were at pains to stress that the port was shut."),
              ElementsAre("Officials | assert | that the port was shut"));
  EXPECT_THAT(claims("He used the money to claim a seat. The law was made to deny loans."), IsEmpty());
}
TEST(Claims, SilenceInOtherWords) {
  EXPECT_THAT(claims("Neither the bank nor the port responded to questions."),
              ElementsAre("Neither the bank nor the port | decline | to questions"));
  EXPECT_THAT(claims("Nobody said that the ship was empty."), IsEmpty());
  EXPECT_THAT(claims("The company kept quiet about the cargo."),
              ElementsAre("The company | decline | about the cargo"));
  EXPECT_THAT(claims("The minister would not be drawn on the sale."), ElementsAre("The minister | decline | the sale"));
}

TEST(Goods, Families) {
  EXPECT_THAT(families(read_text("They sent drones, artillery shells and machine tools.", "en")),
              ElementsAre("uav: drones", "ammunition: artillery shells", "machine_tools: machine tools"));
}
// "the cameras" names goods behind "thermal cameras", not on its own, and goes by the full name that has the word in
// it.
TEST(Goods, ShortWordsCountBehindAFullName) {
  EXPECT_THAT(families(read_text("The cameras were crated in Lodz.", "en")), IsEmpty());
  EXPECT_THAT(families(read_text("He sold thermal cameras and rifles. The cameras were crated in Lodz.", "en")),
              ElementsAre("electronics: thermal cameras", "arms: rifles", "electronics: cameras"));
  EXPECT_THAT(families(read_text("Er verkaufte Infrarotlinsen. Die Linsen lagen in Lodz.", "de")),
              ElementsAre("electronics: Infrarotlinsen", "electronics: Linsen"));
  EXPECT_THAT(families(read_text("Они продавали двигатели для дронов. Двигатели нашли в порту.", "ru")),
              ElementsAre("uav: двигатели для дронов", "uav: Двигатели"));
}
TEST(Goods, TheLastPartOfACompoundTellsTheFamily) {
  EXPECT_THAT(families(read_text("Gefunden wurden Vermessungsdrohnen und Übungsmunition.", "de")),
              ElementsAre("uav: Vermessungsdrohnen", "ammunition: Übungsmunition"));
  EXPECT_THAT(families(read_text("Der Laden im Erdgeschoss verkauft Kartoffelchips.", "de")), IsEmpty());
}
TEST(Goods, PhrasesThatNameNone) {
  EXPECT_THAT(families(read_text("The arms dealer drilled oil wells for a drone maker.", "en")), IsEmpty());
  EXPECT_THAT(families(read_text("Вырос объём зерновых сделок, плата за проезд и ракетные удары.", "ru")), IsEmpty());
}
TEST(Goods, AnArabicParticleIsNoPartOfThem) {
  EXPECT_THAT(families(read_text("امتلأت الخزانات بديزل.", "ar")), ElementsAre("oil: ديزل"));
}
TEST(Goods, FamiliesForPeopleHaveNoUnderscoresAndEachWordingOnce) {
  const Reading reading = read_text("They sent lathes, drones, lathes and machine tools.", "en");
  std::vector<std::string> lines;
  for (const auto& [words, texts] : by_family(reading.text, reading.goods.goods))
    for (const std::string_view text : texts) lines.push_back(words + ": " + std::string(text));
  EXPECT_THAT(lines, ElementsAre("machine tools: lathes", "machine tools: machine tools", "UAV: drones"));
}
TEST(Goods, GuardsKeepOtherSensesOut) {
  EXPECT_THAT(
      families(read_text("He would drone on about a tank of fuel, a shell company, gold medals and olive oil.", "en")),
      IsEmpty());
}

TEST(Offsets, CountCodePoints) {
  const std::string json = reading_json(read_text("«Éé» Orla Fenn said that it was old.", "en"), "x");
  EXPECT_THAT(json, testing::HasSubstr(R"("begin":5,"end":14,"text":"Orla Fenn")"));
}
TEST(Empty, NothingIsNoError) { EXPECT_THAT(claims(""), IsEmpty()); }

// The names that the neutral form gives as mentions, in text order.
std::vector<std::string> mentioned(std::string_view text, std::string_view language) {
  const auto json = nlohmann::json::parse(reading_json(read_text(text, language), "page"));
  std::vector<std::string> out;
  for (const auto& mention : json.at("mentions")) out.push_back(mention.at("text"));
  return out;
}

TEST(Mentioned, ACapitalFromTheSentenceAloneMakesNoName) {
  EXPECT_THAT(mentioned("Директор Игорь Салахов молчит. Вернулся он в мае. Вчерашнее письмо пропало.", "ru"),
              ElementsAre("Игорь Салахов"));
  EXPECT_THAT(mentioned("Dün Nevzat Ilgaz konuştu. Belgelerin kopyası kayıp. Raporda imza yok.", "tr"),
              ElementsAre("Nevzat Ilgaz"));
  EXPECT_THAT(mentioned("Orla Fenn left. Previous owners kept the papers.", "en"), ElementsAre("Orla Fenn"));
}
TEST(Mentioned, ANameAtTheBeginningOfASentenceSpeaks) {
  EXPECT_THAT(mentioned("Нордвекс заявил, что судно ушло.", "ru"), ElementsAre("Нордвекс"));
  EXPECT_THAT(mentioned("Директор Игорь Салахов молчит. Салахов ушёл в мае.", "ru"),
              ElementsAre("Игорь Салахов", "Салахов"));
  EXPECT_THAT(mentioned("Volgamet'in avukatı sustu.", "tr"), Contains("Volgamet"));
}
TEST(Mentioned, ACapitalAsAPlaceIsNoParty) {
  EXPECT_THAT(mentioned("Orla Fenn moved from Tehran to Kyiv.", "en"), ElementsAre("Orla Fenn"));
  EXPECT_THAT(mentioned("Orla Fenn moved to Rotterdam and to Bandar Abbas.", "en"), ElementsAre("Orla Fenn"));
  EXPECT_THAT(mentioned("Директор Игорь Салахов уехал из Тегерана.", "ru"), ElementsAre("Игорь Салахов"));
  EXPECT_THAT(mentioned("Orla Fenn works in Moscow. Moscow denied that the ship had left.", "en"),
              ElementsAre("Orla Fenn", "Moscow", "Moscow"));
}

// "named: speaker" or "unnamed: speaker" of each claim.
std::vector<std::string> who(std::string_view text, std::string_view language) {
  std::vector<std::string> out;
  const Reading reading = read_text(text, language);
  for (const Claim& claim : reading.claims)
    out.push_back((claim.is_named ? "named: " : "unnamed: ") + reading.parties.parties[claim.speaker].name);
  return out;
}

TEST(Speakers, BodiesThatSpeakThroughTheirPeopleAreNamed) {
  EXPECT_THAT(who("Swiss prosecutors said the oil was Russian.", "en"), ElementsAre("named: Swiss prosecutors"));
  EXPECT_THAT(who("Two Swiss prosecutors said the oil was Russian.", "en"),
              ElementsAre("unnamed: Two Swiss prosecutors"));
  EXPECT_THAT(who("Бельгийские власти заявили, что камни добыты в Якутии.", "ru"),
              ElementsAre("named: Бельгийские власти"));
  EXPECT_THAT(who("Аналітики групи «Сітка» заявили, що судно вимикало сигнал.", "uk"), ElementsAre("named: Сітка"));
  EXPECT_THAT(who("The Antwerp Rough Dealers’ League said the stones were fake.", "en"),
              ElementsAre("named: The Antwerp Rough Dealers’ League"));
}

TEST(Speakers, WhoIsNamedBehindADescription) {
  EXPECT_THAT(who("The trader that booked the freight, Selat Agri Ltd, said the bags held saltpetre.", "en"),
              ElementsAre("named: Selat Agri Ltd"));
  EXPECT_THAT(who("A former clerk of the trader, Selat Agri Ltd, said the bags held saltpetre.", "en"),
              ElementsAre(testing::StartsWith("unnamed: A former clerk")));
}

TEST(Speakers, PronounsMeanTheSubjectAndAgreeWithTheGivenName) {
  EXPECT_THAT(who("Colin Marsh hired Ingrid Falk in 2019. He said the papers were in order.", "en"),
              ElementsAre("named: Colin Marsh"));
  EXPECT_THAT(who("Colin Marsh hired Ingrid Falk in 2019. She said the papers were in order.", "en"),
              ElementsAre("named: Ingrid Falk"));
  EXPECT_THAT(who("Tarvik Metall is owned by Colin Marsh. He did not respond to questions.", "en"),
              ElementsAre("named: Colin Marsh"));
  EXPECT_THAT(who("Falk’s firm, Delmora Kargo, sent 300 engines to Osh. It said they were for tractors.", "en"),
              ElementsAre("named: Delmora Kargo"));
  EXPECT_THAT(who("The lender closed the accounts in May. It said the rules were clear.", "en"),
              ElementsAre("named: The lender"));
  EXPECT_THAT(who("Kim Dae-won said the parts were stolen. Kim said police had been told.", "en"),
              ElementsAre("named: Kim Dae-won", "named: Kim Dae-won"));
}

TEST(Speakers, DescriptionsMeanWhoHadThem) {
  EXPECT_THAT(
      who("Energy minister Ivo Karlin said the tanker had been warned. The minister said it would be fined.", "en"),
      ElementsAre("named: Ivo Karlin", "named: Ivo Karlin"));
  EXPECT_THAT(who("The minister, Ingrid Falk, said help was coming. The deputy minister, Ivo Karlin, said it was not. "
                  "The minister said he was wrong.",
                  "en"),
              ElementsAre("named: Ingrid Falk", "named: Ivo Karlin", "unnamed: The minister"));
  EXPECT_THAT(who("In a letter to the court, Delmora Kargo Ltd said the fuel was Latvian. The letter said the papers "
                  "were in order.",
                  "en"),
              ElementsAre("named: Delmora Kargo Ltd", "named: Delmora Kargo Ltd"));
  EXPECT_THAT(who("The letter, sent in May, says the ship is safe.", "en"), ElementsAre("unnamed: The letter"));
  EXPECT_THAT(who("Norway’s customs board said it had stopped the truck. The agency said the cargo was plywood.", "en"),
              ElementsAre("named: Norway’s customs board", "named: Norway’s customs board"));
  EXPECT_THAT(
      who("The ministry told Reuters that the firm had lied. The ministry said it would publish its files.", "en"),
      ElementsAre("named: The ministry", "named: The ministry"));
  EXPECT_THAT(who("The U.S. Commerce Department said it had fined the firm.", "en"),
              ElementsAre("named: Commerce Department"));
}

TEST(Mentioned, APartOfAnAdjectiveIsNoParty) {
  EXPECT_THAT(mentioned("Hong Kong-registered Orla Pacific Link left the Oslo-listed group.", "en"),
              ElementsAre("Orla Pacific Link"));
}

}  // namespace
}  // namespace cordon::reading
