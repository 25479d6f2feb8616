// Who is meant in English by another noun, an office, a pronoun or a surname: the speakers of passages, in order.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading/reading_fixture.h"

namespace cordon::reading {
namespace {

using testing::ElementsAre;

std::vector<std::string> speakers(std::string_view text, std::string_view language = "en") {
  const Reading reading = read_text(text, language);
  std::vector<std::string> out;
  for (const Claim& claim : reading.claims)
    out.push_back(claim.speaker < 0 ? "-" : reading.parties.parties[claim.speaker].name);
  return out;
}

TEST(GermanSpeakers, AFirmByTheWordThatIsItsOwn) {
  EXPECT_THAT(
      speakers("Die Reederei Nordwind hat Tanker verkauft. Nordwind teilte mit, sie seien verschrottet worden.", "de"),
      ElementsAre("Reederei Nordwind"));
  EXPECT_THAT(speakers("Die Pfalzchem Handels GmbH bestreitet das. Die Tannwald AG bestreitet es auch.", "de"),
              ElementsAre("Pfalzchem Handels GmbH", "Tannwald AG"));
}

TEST(EnglishSpeakers, TheHeadOfAFirmByName) {
  EXPECT_THAT(speakers("The chief executive of Straits Lumina, Vincent Goh Teik Wah, said the ship was in port."),
              ElementsAre("Vincent Goh Teik Wah"));
  EXPECT_THAT(speakers("Nordwind sold tankers, the Coast Gazette reported. “We sold none,” said its owner, Paul Rehm."),
              ElementsAre("Coast Gazette", "Paul Rehm"));
}

TEST(EnglishSpeakers, AnotherNounOfTheSameKind) {
  EXPECT_THAT(speakers("Aldgate Bank said it had found no breach. The London lender said it would ask again."),
              ElementsAre("Aldgate Bank", "Aldgate Bank"));
  EXPECT_THAT(
      speakers("Latvia’s envoy to Kyiv, Ivars Drone, said the list was ready. The ambassador said it was long."),
      ElementsAre("Ivars Drone", "Ivars Drone"));
  EXPECT_THAT(speakers("FKMA, the Danish regulator, said it had asked. The watchdog said the bank had answered."),
              ElementsAre("FKMA", "FKMA"));
  EXPECT_THAT(speakers("Marrow Refining bought four cargoes. The refiner denies breaking any rule."),
              ElementsAre("Marrow Refining"));
  // an unnamed one had the noun
  EXPECT_THAT(speakers("Aldgate Bank said it was clean. A lender in Dubai said it was not. The lender said it knew."),
              ElementsAre("Aldgate Bank", "A lender in Dubai", "A lender in Dubai"));
}

TEST(EnglishSpeakers, NounsThatCallAPersonAgain) {
  EXPECT_THAT(speakers("Prosecutors say that Giorgio Ferri hid a yacht. The businessman denies it."),
              ElementsAre("Prosecutors", "Giorgio Ferri"));
  EXPECT_THAT(speakers("Lars Barstad told investors that rates would double. The Norwegian said nobody was ready."),
              ElementsAre("Lars Barstad", "Lars Barstad"));
}

TEST(EnglishSpeakers, AnOfficeIntroducesWhoHasJustSpoken) {
  EXPECT_THAT(speakers("Kaja Kallas said the bloc would act. The EU’s foreign policy chief said insurers were next."),
              ElementsAre("Kaja Kallas", "Kaja Kallas"));
  EXPECT_THAT(speakers("Carmen Diaz, a lawyer in Riga, said it was late. Lithuania’s prime minister said it was not."),
              ElementsAre("Carmen Diaz", "Lithuania’s prime minister"));
}

TEST(EnglishSpeakers, MinistriesOfOneStateAreTold) {
  EXPECT_THAT(speakers("Kazakhstan’s trade ministry said the lorries were stopped. Kazakhstan’s foreign ministry said "
                       "it had asked for them."),
              ElementsAre("Kazakhstan’s trade ministry", "Kazakhstan’s foreign ministry"));
  EXPECT_THAT(speakers("Romania’s finance ministry said it knew. In Minsk, the foreign ministry said it did not."),
              ElementsAre("Romania’s finance ministry", "the foreign ministry"));
}

TEST(EnglishSpeakers, AMinistryIsNoCoastguard) {
  EXPECT_THAT(speakers("The coastguard said it knew. The ministry said it did not."),
              ElementsAre("The coastguard", "The ministry"));
  EXPECT_THAT(speakers("The customs agency said it knew. The port authority said it did not."),
              ElementsAre("The customs agency", "The port authority"));
}

TEST(EnglishSpeakers, WhomTheSentenceBeginsWith) {
  EXPECT_THAT(speakers("The prosecutors have all three letters, they say."), ElementsAre("The prosecutors"));
  EXPECT_THAT(speakers("The captain said it was late. An insurer, who asked not to be named, was blunter. He said it "
                       "was a lie."),
              ElementsAre("The captain", "An insurer"));
  EXPECT_THAT(speakers("The firm said it was late. The owner’s brother stayed. He said it was not."),
              ElementsAre("The firm", "The owner’s brother"));
}

TEST(EnglishSpeakers, ASurnameIsWhoWasNamedInFullBefore) {
  EXPECT_THAT(speakers("Faisal Noor said the tanker was sold. Noor said the buyer had paid. His brother, Tariq Noor, "
                       "said he had not."),
              ElementsAre("Faisal Noor", "Faisal Noor", "Tariq Noor"));
}

TEST(EnglishSpeakers, InitialsStandForTheBodyNamedBefore) {
  EXPECT_THAT(speakers("The Office of Port Asset Control said it would act. OPAC said the fine was small."),
              ElementsAre("Office of Port Asset Control", "Office of Port Asset Control"));
}

TEST(EnglishSpeakers, AccordingToHim) {
  EXPECT_THAT(speakers("The driver said he was hired by phone. According to him, the load was farm equipment."),
              ElementsAre("The driver", "The driver"));
}

TEST(EnglishSpeakers, AFirmByItsStateOrItsTrade) {
  EXPECT_THAT(speakers("Sovremal has moved ships to a Dubai firm, Fornax. The Russian company declined to comment."),
              ElementsAre("Sovremal"));
  EXPECT_THAT(speakers("“We sold it,” said a Hellebeck spokesperson. The brewer said it had lost €300m."),
              ElementsAre("a Hellebeck spokesperson", "Hellebeck"));
}

TEST(EnglishSpeakers, TheLastWordOfABodysName) {
  EXPECT_THAT(speakers("Matis Mark, head of the Port Crime Unit, said banks knew. The unit said it had 40 reports."),
              ElementsAre("Matis Mark", "Port Crime Unit"));
}

TEST(EnglishSpeakers, ANameBehindAColleaguesNoun) {
  EXPECT_THAT(speakers("Elina Riba says it works. Ms Riba’s colleague Benno Hilger agrees. He reckons it costs much."),
              ElementsAre("Elina Riba", "Benno Hilger"));
}

TEST(EnglishSpeakers, OneOfSeveralAtTheHeadOfASentence) {
  EXPECT_THAT(speakers("Customs said it suspected two men. One of the suspects, a Pole, is in Turku. He denies it."),
              ElementsAre("Customs", "One of the suspects"));
}

TEST(EnglishSpeakers, TheTitleOfAnotherIsNotHers) {
  EXPECT_THAT(speakers("Mr Sandor’s lawyer, Shorena Abash, said it was late. She argues that nobody saw it."),
              ElementsAre("Shorena Abash", "Shorena Abash"));
}

TEST(EnglishSpeakers, WhatTheContentIsAboutSpeaks) {
  EXPECT_THAT(speakers("The inspectorate has never held such oil since the embargo of the Ostrava Union, it said."),
              ElementsAre("The inspectorate"));
  EXPECT_THAT(speakers("Crews were told to lie, he told the police.\nJuris Ozols, 41, says that papers were false."),
              ElementsAre("Juris Ozols", "Juris Ozols"));
}

TEST(EnglishSpeakers, AReportThatABodyPublishedIsItsWord) {
  EXPECT_THAT(speakers("The ship was sold, according to a report that the Nordal Institute published."),
              ElementsAre("Nordal Institute"));
}

TEST(EnglishSpeakers, WhatAPersonIsIsNoName) {
  EXPECT_THAT(speakers("Michael Rott said somebody looked away. Rott, a Social Democrat, said it was grave."),
              ElementsAre("Michael Rott", "Michael Rott"));
}

}  // namespace
}  // namespace cordon::reading
