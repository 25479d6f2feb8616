// Denials in other words: an allegation and what is said to it, in each language; whether the two contradict each
// other. A case fails when a denial is not seen as one of just that allegation, or when something else is.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <string>

#include "reading/reading_fixture.h"

namespace cordon::reading {
namespace {

struct Answer {
  std::string_view language;
  std::string_view name;
  std::string_view allegation;
  std::string_view answer;
  bool denies = true;
};

// Shown by a failing test.
void PrintTo(const Answer& a, std::ostream* out) { *out << a.allegation << " // " << a.answer; }

class DenialTest : public testing::TestWithParam<Answer> {};

TEST_P(DenialTest, ContradictsTheAllegation) {
  const Answer& a = GetParam();
  const Reading reading = read_text(std::string(a.allegation) + ' ' + std::string(a.answer), a.language);
  const bool contested = std::any_of(reading.propositions.begin(), reading.propositions.end(),
                                     [](const Proposition& q) { return q.status == Status::kContested; });
  EXPECT_EQ(contested, a.denies) << a.allegation << " // " << a.answer;
}

// By officials, by a paper, and as an accusation: who denies is of the firm that is spoken of, not of who speaks.
constexpr std::string_view kGermanOfficials =
    "Nach Angaben zweier Beamter verkaufte die Reederei Nordwind Tanker an Russland.";
constexpr std::string_view kGermanPaper =
    "Die Reederei Nordwind habe Tanker an Russland verkauft, meldet der „Küstenbote“.";
constexpr std::string_view kGermanAccused =
    "Das Amt wirft der Reederei Nordwind vor, Tanker an Russland verkauft zu haben.";
constexpr std::string_view kEnglishOfficials =
    "According to two officials, the shipowner Nordwind sold tankers to Russia.";
constexpr std::string_view kEnglishPaper = "The shipowner Nordwind sold tankers to Russia, the Coast Gazette reported.";
constexpr std::string_view kEnglishAccused =
    "The customs service accused the shipowner Nordwind of selling tankers to Russia.";
constexpr std::string_view kRussianOfficials = "По словам двух чиновников, компания «Норд» продавала танкеры в Россию.";
constexpr std::string_view kRussianPaper = "Компания «Норд» продавала танкеры в Россию, сообщила газета «Маяк».";
constexpr std::string_view kRussianAccused = "Таможня обвинила компанию «Норд» в продаже танкеров в Россию.";
constexpr std::string_view kUkrainianPaper = "Компанія «Норд» продавала танкери до Росії, повідомила газета «Маяк».";
constexpr std::string_view kPolishPaper = "Spółka Nord sprzedawała tankowce do Rosji – podała gazeta „Latarnia”.";
constexpr std::string_view kFrenchPaper = "L’armateur Nordal a vendu des pétroliers à la Russie, rapporte Le Phare.";
constexpr std::string_view kFrenchAccused =
    "La douane accuse l’armateur Nordal d’avoir vendu des pétroliers à la Russie.";
constexpr std::string_view kSpanishPaper = "El armador Nordal vendió petroleros a Rusia, informó El Faro.";

const Answer kAnswers[] = {
    {"en", "DismissedAsALie", kEnglishPaper, "Nordwind dismissed the report as a lie.", true},
    {"en", "DismissedAsPropaganda", kEnglishPaper, "Nordwind dismissed the report as propaganda.", true},
    {"en", "DismissedAsPremature", kEnglishPaper, "Nordwind dismissed the report as premature.", false},
    {"en", "CalledTheDenialALie", "The shipowner Nordwind denied that it had sold tankers to Russia.",
     "A former captain called the denial a lie.", true},
    {"fr", "CalledTheDenialALie", "L’armateur Nordal dément avoir vendu des pétroliers à la Russie.",
     "Un ancien capitaine a qualifié ce démenti de « mensonge ».", true},
    {"en", "HadNoRole", kEnglishOfficials, "Nordwind said it had no role in the sale.", true},
    {"en", "IsInnocent", kEnglishOfficials, "Nordwind's lawyer said the shipowner was innocent.", true},
    {"ru", "IsInnocent", kRussianOfficials, "Адвокат «Норда» заявил, что компания невиновна.", true},
    {"en", "WhereTheyWent", kEnglishOfficials, "Nordwind said all its tankers had gone to Norway.", false},
    {"en", "ContradictedHim", "The shipowner's director, John Sand, said the tankers had been scrapped.",
     "Anna Lehn of the customs service contradicted him.", true},
    {"de", "WidersprichtIhm", "Der Geschäftsführer Mirko Sandvoss beteuerte, die Motoren seien verschrottet worden.",
     "Anke Lehnhoff vom Zollamt widerspricht ihm.", true},
    {"en", "DeniedBeforeItWasSaid", "The plant denied that its chips were meant for drones.",
     "The lot went to a maker of reconnaissance drones from the start, said two officials.", true},
    {"en", "SuchPractice", "A former dispatcher recalled wagons being relabelled at night.",
     "The railway said any such practice had never existed.", true},
    {"en", "NoDirhamCameBack",
     "Prosecutors allege that Nordwind sent money to a broker in Sharjah, Orlan Bay Shipping.",
     "Orlan Bay told reporters that it “never returned a dirham to anybody”.", true},
    {"de", "SolchesSchreiben", "Das Zollamt erklärte, es habe den Händler schriftlich auf Unstimmigkeiten hingewiesen.",
     "Die Geschäftsführerin Ute Brand entgegnete: „Ein solches Schreiben ist nie eingegangen.“", true},
    {"en", "SuchMemo",
     "A retired official of the customs service says that she warned of the tankers in a memo and that nothing was "
     "done.",
     "The customs service said it had received no such memo.", true},
    {"en", "ReplyOfTheAccused", "Prosecutors say that Nordwind sold tankers to Russia.",
     "Nordwind replied that its tankers had been sold for scrap.", true},
    {"en", "ReplyThatConfirms", "Prosecutors say that Nordwind sold tankers to Russia.",
     "Nordwind confirmed in reply that it had sold tankers.", false},
    {"en", "WeReject", kEnglishPaper, "“We categorically reject these allegations,” said its owner, Paul Rehm.", true},
    {"en", "WeRejectIt", kEnglishPaper, "“I deny it,” said its owner, Paul Rehm.", true},
    {"en", "NotOurTankers", kEnglishPaper, "“Not our tankers,” said its owner, Paul Rehm.", true},
    {"en", "NotOnlyTankers", kEnglishPaper, "“Not only tankers,” said its owner, Paul Rehm.", false},
    {"de", "WirWeisen", kGermanPaper, "„Wir weisen diese Vorwürfe zurück“, sagte Inhaber Paul Rehm.", true},
    {"de", "DasBestreitenWir", kGermanPaper, "„Das bestreiten wir“, sagte Inhaber Paul Rehm.", true},
    {"ru", "MyOtvergaem", kRussianAccused, "«Мы отвергаем эти обвинения», — заявил директор Олег Резник.", true},
    {"uk", "MyZaperechuiemo", kUkrainianPaper, "«Ми заперечуємо ці звинувачення», — заявив директор Олег Різник.",
     true},
    {"pl", "Zaprzeczamy", kPolishPaper, "„Zaprzeczamy tym zarzutom” – powiedział prezes Paweł Rehm.", true},
    {"fr", "NousDementons", kFrenchPaper, "« Nous démentons ces accusations », a déclaré son patron, Paul Rémy.", true},
    {"es", "Desmentimos", kSpanishPaper, "«Desmentimos esa información», dijo su dueño, Pablo Ruiz.", true},
    {"en", "NoDecisionOnOthers", kEnglishAccused, "The shipowner said no decision had been taken on a dividend.",
     false},
    {"en", "NotYetSeen", kEnglishAccused, "The shipowner said it had not yet seen the report.", false},
    {"en", "StopsShortOfDenying", kEnglishPaper,
     "The shipowner stopped short of denying that it sold tankers to Russia.", false},
    {"en", "HasYetToDeny", kEnglishPaper, "The shipowner has yet to deny that it sold tankers to Russia.", false},
    {"en", "WouldHaveDenied", kEnglishPaper, "The shipowner would have denied that it sold tankers to Russia.", false},
    {"en", "WasDeniedEntry", kEnglishAccused, "A court denied entry to Russia to tankers that the shipowner sold.",
     false},
    {"en", "Denies", kEnglishOfficials, "The shipowner denied that it sold tankers to Russia.", true},
    {"de", "NoTalkOfThat", kGermanAccused, "Davon könne keine Rede sein, sagte Inhaber Paul Rehm."},
    {"de", "NotTrueInReportedSpeech", kGermanPaper, "Das stimme nicht, sagte Inhaber Paul Rehm."},
    {"de", "NothingOfIt", kGermanOfficials, "„Nichts davon ist wahr“, sagte Inhaber Paul Rehm."},
    {"de", "SeesItOtherwise", kGermanAccused, "Inhaber Paul Rehm sieht das anders."},
    {"de", "WantsToKnowNothing", kGermanPaper, "Inhaber Paul Rehm will davon nichts wissen."},
    {"de", "OnTheContrary", kGermanOfficials,
     "„Im Gegenteil“, sagte Inhaber Paul Rehm, „wir haben jeden Handel mit Russland beendet.“"},
    {"de", "NothingToDoWithIt", kGermanPaper, "Man habe mit der Sache nichts zu tun, sagte Inhaber Paul Rehm."},
    {"de", "RejectedIt", kGermanPaper, "Inhaber Paul Rehm wies das zurück."},
    {"de", "CallsItALie", kGermanPaper, "Paul Rehm, der Inhaber, nennt die Darstellung „eine Lüge“."},
    {"de", "AllInvented", kGermanPaper, "Alles erfunden, sagt Inhaber Paul Rehm."},
    {"de", "ConfirmsIt", kGermanPaper, "Inhaber Paul Rehm bestätigte das.", false},
    {"de", "DoesNotDenyIt", kGermanPaper, "Inhaber Paul Rehm bestritt das nicht.", false},
    {"de", "NoOtherCases", kGermanOfficials, "Das Amt sagte, es habe keine Hinweise auf weitere Fälle.", false},
    {"en", "NothingOfTheKind", kEnglishAccused, "\"Nothing of the kind,\" said its owner, Paul Rehm."},
    {"en", "SaysOtherwise", kEnglishPaper, "Its owner, Paul Rehm, says otherwise."},
    {"en", "NoSuchThing", kEnglishPaper, "Its owner, Paul Rehm, insists it did no such thing."},
    {"en", "NotAWordOfTruth", kEnglishPaper, "\"There is not a word of truth in this,\" said its owner, Paul Rehm."},
    {"en", "TheOpposite", kEnglishPaper, "Its owner, Paul Rehm, said the opposite was true."},
    {"en", "NothingToDoWithIt", kEnglishOfficials, "Its owner, Paul Rehm, said he had nothing to do with it."},
    {"en", "ProtestedInnocence", kEnglishAccused, "Paul Rehm, its owner, protested his innocence."},
    {"en", "TheCompanyDenied", kEnglishPaper, "The company denied any wrongdoing."},
    {"en", "ThatIsTrue", kEnglishPaper, "\"That is true,\" said its owner, Paul Rehm.", false},
    {"en", "NobodyWasHurt", kEnglishPaper, "The ministry said nobody was hurt.", false},
    {"ru", "OutOfTheQuestion", kRussianAccused, "«Об этом не может быть и речи», — заявил директор Олег Резник."},
    {"ru", "DoesNotAgree", kRussianPaper, "Директор Олег Резник с этим не согласен."},
    {"ru", "InTheFirmTheyDoNotAgree", kRussianAccused, "В компании с этим не согласны."},
    {"ru", "NotInvolved", kRussianPaper, "Компания не имеет к этому никакого отношения, заявил директор Олег Резник."},
    {"ru", "TheOtherWayRound", kRussianAccused, "Директор Олег Резник говорит, что всё было наоборот."},
    {"ru", "ObjectFirst", kRussianAccused, "Эту информацию директор Олег Резник опровергает."},
    {"ru", "NothingOfTheKind", kRussianOfficials, "«Ничего подобного», — заявил директор Олег Резник."},
    {"ru", "RefutedIt", kRussianPaper, "Директор Олег Резник опроверг это."},
    {"ru", "YesItIsTrue", kRussianPaper, "«Да, это правда», — сказал директор Олег Резник.", false},
    {"ru", "NobodyWasHurt", kRussianOfficials, "В министерстве сообщили, что никто не пострадал.", false},
    {"uk", "OutOfTheQuestion", kUkrainianPaper, "«Про це не може бути й мови», — сказав директор Олег Різник."},
    {"uk", "DoesNotAgree", kUkrainianPaper, "Директор Олег Різник з цим не згоден."},
    {"uk", "NotInvolved", kUkrainianPaper, "Компанія не має до цього жодного стосунку, заявив директор Олег Різник."},
    {"uk", "ConfirmsIt", kUkrainianPaper, "Директор Олег Різник підтвердив це.", false},
    {"pl", "OutOfTheQuestion", kPolishPaper, "„Nie ma o tym mowy” – powiedział prezes Jan Reszka."},
    {"pl", "SaysOtherwise", kPolishPaper, "Prezes Jan Reszka twierdzi co innego."},
    {"pl", "NothingInCommon", kPolishPaper, "Spółka nie ma z tym nic wspólnego – powiedział prezes Jan Reszka."},
    {"pl", "ConfirmsIt", kPolishPaper, "Prezes Jan Reszka to potwierdził.", false},
    {"fr", "NothingOfTheSort", kFrenchAccused, "« Il n’en est rien », a déclaré son patron, Paul Rehm."},
    {"fr", "DeniesIt", kFrenchAccused, "Son patron, Paul Rehm, dément."},
    {"fr", "NothingToDoWithIt", kFrenchPaper,
     "« Nous n’avons rien à voir avec cela », a déclaré son patron, Paul Rehm."},
    {"fr", "OnTheContrary", kFrenchPaper,
     "« Au contraire », répond son patron, Paul Rehm, « nous avons cessé tout commerce avec la Russie »."},
    {"fr", "SeesAFable", kFrenchPaper, "Son patron, Paul Rehm, y voit une fable."},
    {"fr", "ItIsTrue", kFrenchPaper, "« C’est vrai », a déclaré son patron, Paul Rehm.", false},
    {"es", "NothingOfThat", kSpanishPaper, "«Nada de eso», dijo su dueño, Pablo Rehm."},
    {"es", "NothingToDoWithIt", kSpanishPaper, "«No tenemos nada que ver con eso», dijo su dueño, Pablo Rehm."},
    {"es", "DoesNotAgree", kSpanishPaper, "Su dueño, Pablo Rehm, no está de acuerdo."},
    {"es", "TheCompanyDeniesIt", kSpanishPaper, "La empresa lo desmiente."},
    {"es", "ItIsTrue", kSpanishPaper, "«Es verdad», dijo su dueño, Pablo Rehm.", false},
};

// Two are accused, and each denies what was said of him, in whatever order.
TEST(Denials, EachDeniesWhatWasSaidOfHim) {
  const std::string_view first = "Two officials said Orbel Metals had shipped titanium to Russia. ",
                         second = "Customs records show that the shipowner Nordwind sold a tanker to Iran. ",
                         orbel = "Orbel Metals denied the allegation. ", nordwind = "Nordwind denies it. ";
  for (const auto& order : {std::array{first, second, orbel, nordwind}, std::array{first, second, nordwind, orbel},
                            std::array{first, orbel, second, nordwind}}) {
    std::string text;
    for (const std::string_view part : order) text += part;
    const Reading reading = read_text(text, "en");
    size_t contested = 0;
    for (const Proposition& q : reading.propositions)
      contested += q.status == Status::kContested && q.asserted.origins == 1 && q.denied.origins == 1;
    EXPECT_EQ(contested, 2u) << text;
  }
}

TEST(Denials, WhoDeniesItTooDeniesTheSame) {
  const Reading reading = read_text(
      "The bank paid Iran, Anna Kovacs said. Boris Novak denied it. Carla Smit denied it. David Horn denied it.", "en");
  ASSERT_EQ(reading.propositions.size(), 1u);
  EXPECT_EQ(reading.propositions[0].asserted.named, 1u);
  EXPECT_EQ(reading.propositions[0].denied.named, 3u);
}

// What a driver was paid stands between, and nobody denies it.
TEST(Denials, PassesWhatIsToldOfNobody) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kTexts = {{
      {"zh", "两名官员说，奥贝尔公司向俄罗斯供应钛。一名司机说，他拿的是现金。不过，该公司对此予以否认。"},
      {"fa",
       "دو مقام گفتند شرکت «اوربل» به روسیه تیتانیوم فرستاده است. یک راننده گفت دستمزدش را نقد گرفته است. "
       "این شرکت هرگونه ارتباط با روسیه را رد کرد."},
      {"zh", "两名官员说，奥贝尔公司向俄罗斯供应钛。发票显示，这批金属价值四百万欧元。该公司否认这一指控。"},
  }};
  for (const auto& [language, text] : kTexts) {
    const Reading reading = read_text(text, language);
    size_t contested = 0;
    for (const Proposition& q : reading.propositions) contested += q.status == Status::kContested;
    EXPECT_EQ(contested, 1u) << text;
    ASSERT_GE(reading.claims.size(), 3u) << text;
    EXPECT_EQ(reading.claims.front().proposition, reading.claims.back().proposition);
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, DenialTest, testing::ValuesIn(kAnswers),
                         [](const testing::TestParamInfo<Answer>& answer) {
                           return std::string(answer.param.language) + std::string(answer.param.name);
                         });

}  // namespace
}  // namespace cordon::reading
