// English constructions of news prose: words that only look like a statement, who speaks where a clause stands before
// or beside the statement, and where what is said begins and ends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "reading/reading_fixture.h"

namespace cordon::reading {
namespace {

struct Passage {
  std::string_view name;
  std::string_view text;            // lines are paragraphs
  std::vector<std::string> claims;  // "speaker | act | content"
};

// Shown by a failing test.
void PrintTo(const Passage& passage, std::ostream* out) { *out << passage.name << ": " << passage.text; }

class EnglishConstructionTest : public testing::TestWithParam<Passage> {};

TEST_P(EnglishConstructionTest, GivesItsClaims) {
  EXPECT_EQ(claims_with_media(read_text(GetParam().text, "en")), GetParam().claims);
}

const Passage kNothingSaid[] = {
    {"WasToldAtTheBeginning", "Was told.", {}},
    {"NothingMentions", "Nothing in the records mentions the maker.", {}},
    {"DoNotArgueAbout", "People who buy valves and do not argue about the price are not plumbers.", {}},
    {"ToldWhy", "The minister told parliament why.", {}},
    {"TellsItDifferently", "Dragan Petrov, who drove for the yard until March, tells it differently.", {}},
    {"StateAsANoun", "The coastal state's premier opened the port of any future state, as planned.", {}},
    {"RelatedTo", "He was held on charges related to a fraud.", {}},
    {"SharedThatNoun", "The harbour master shared that view on Monday.", {}},
    {"ReportingStation", "One coastal reporting station has seen no rain.", {}},
    {"PluralWithOf", "The mayor and the demands of the port were forgotten.", {}},
    {"DeclaredVictory", "The mayor declared victory on Monday, though the count was not over.", {}},
    {"AssumedTheRole", "The minister assumed the role of mediator.", {}},
    {"FoundACargo", "Customs officers found on Monday 400 kilos of copper hidden in a container.", {}},
    {"QuestionedAMan", "Police arrested and questioned the driver.", {}},
    {"WroteAProgram", "Eight of ten firms are writing their own software.", {}},
    {"ReportedToHim", "The inspector reported to him until May.", {}},
    {"TestifiedSideBySide", "The two witnesses testified before the committee on Monday.", {}},
    {"StudySupportedByAFund", "The study was supported by the ministry.", {}},
    {"SchemeBackedByABody", "A scheme backed by the ministry in May was closed.", {}},
    {"PrintCalledSo", "The printer showed a small map called “Harvest” in Riga.", {}},
    {"BlameForIt", "The delay has come from a hostility that critics blame for it.", {}},
    {"Byline", "Reporting by Lisa Holm; additional reporting by Ole Brandt", {}},
    {"AScore", "Sweden 1 – 0 Korea", {}},
    {"DecisionToNoLonger", "The decision to no longer consider the strait closed pleased the traders.", {}},
};

const Passage kWhoSpeaks[] = {
    {"HeIsWhomIAsked",
     "I asked the plant's director for the contract. He said it was lost.",
     {"the page | request | the plant's director for the contract", "the plant's director | assert | it was lost"}},
    {"MinistryIsNoEmbassy",
     "His embassy had described the report as a provocation. The ministry would not say what had been discussed.",
     {"His embassy | dismiss | the report as a provocation", "The ministry | decline | what had been discussed"}},
    {"HoursLater",
     "Hours later the company confirmed that a barge had left.",
     {"the company | confirm | that a barge had left"}},
    {"AYearAgoIt",
     "The ministry was warned. In a note a year ago it said that the valves were missing.",
     {"The ministry | assert | that the valves were missing"}},
    {"TheNextMorningShe",
     "Anna Kovac runs the port. The next morning she admitted that the cranes were idle.",
     {"Anna Kovac | confirm | that the cranes were idle"}},
    {"StoryHeCalls",
     "Owner Peter Haas runs the yard. The story about the oil he calls “rubbish.”",
     {"Peter Haas | dismiss | The story about the oil / “rubbish.”"}},
    {"AuditTheCompanyDescribed",
     "The audit the company described as “a smear”.",
     {"the company | dismiss | The audit / as “a smear”"}},
    {"MinistryItself",
     "The commerce ministry itself would neither confirm nor deny it.",
     {"The commerce ministry | decline | it"}},
    {"HePromisedIsWhoWasAsked",
     "In May the union urged the minister to open the safe. He promised an answer by Christmas.",
     {"the union | request | the minister to open the safe", "the minister | promise | an answer by Christmas"}},
    {"HeRepliedIsWhoWasWrittenTo",
     "The union wrote to the harbour master. He replied that no ship had docked.",
     {"The union | assert | to the harbour master", "the harbour master | assert | that no ship had docked"}},
    {"WhetherTheyWereDeliveredHeWouldNotSay",
     "Whether the pumps were delivered Volkov would not say.",
     {"Volkov | decline | Whether the pumps were delivered"}},
    {"PresidentIsNotWhoMetHim",
     "The sanctions envoy, David Hara, met the president on Tuesday. The president said no threat had been made.",
     {"The president | assert | no threat had been made"}},
    {"AfterSourcesTold",
     "Oil fell after sources told reporters that the quota would stay.",
     {"sources | assert | that the quota would stay"}},
    {"ItComesAfter",
     "It comes after the minister announced that the port would close.",
     {"the minister | assert | that the port would close"}},
    {"BeganAndSays",
     "The patrols began on May 3 and the ministry says they will go on.",
     {"the ministry | assert | they will go on"}},
    {"WithHerWarning",
     "The union criticised the sale, with its president, Ivar Dahl, warning of a strike.",
     {"The union | accuse | the sale", "Ivar Dahl | warn | of a strike"}},
    {"WithOneWriting",
     "The paper printed the letter, with one reader writing that the port had been given away.",
     {"one reader | assert | that the port had been given away"}},
    {"NameBehindQuotation",
     "“That is a matter for customs,” Ole Brandt, Holm's superior, said.",
     {"Ole Brandt | assert | That is a matter for customs,"}},
    {"QuestionAndWhoSaidIt",
     "“Who would buy it?” Jan Lind, the former head of the port, said in Oslo. He smiled.",
     {"Jan Lind | assert | Who would buy it?"}},
    {"QuestionAsked", "“Did you see it?” Senator Holm asked.", {"Holm | ask | Did you see it?"}},
    {"NoTailBehindQuestion", "“Who would buy it?” The broker smiled and left.", {}},
    {"AskedAside",
     "A spokesman for the bank, pressed about it, said that the money was gone.",
     {"- | ask | about it", "A spokesman for the bank | assert | that the money was gone"}},
    {"SaidItWasLate",
     "Two officials said the plan was dead, while another said it was only late.",
     {"Two officials | assert | the plan was dead", "another | assert | it was only late"}},
    {"AnotherPutIt",
     "“They knew,” one trader said. Another put it bluntly: “They all knew it.”",
     {"one trader | assert | They knew,", "Another | assert | They all knew it."}},
    {"SaidOne", "“It was a mess,” said one.", {"one | assert | It was a mess,"}},
    {"CoachAndName",
     "According to the team's coach, Ali Marani, the robot scored twice.",
     {"Ali Marani | assert | the robot scored twice"}},
    {"FirstReportedBy",
     "The allegation, first reported by a newspaper, was denied by the ministry.",
     {"the ministry | deny | The allegation"}},
};

const Passage kWhatIsSaid[] = {
    {"HadBeenAskedAndHadAnswered",
     "The editor said the ministry had been sent questions in May and had answered none of them.",
     {"The editor | assert | the ministry had been sent questions in May and had answered none of them"}},
    {"ToldMeWhose", "A guard told me whose lorries came at night.", {"A guard | assert | whose lorries came at night"}},
    {"NoteNames",
     "I have a delivery note. It names a warehouse in the port.",
     {"a delivery note | assert | a warehouse in the port"}},
    {"WhatSheIs",
     "The permits lapsed in March, said Olga Renner, Velton's legal adviser.",
     {"Olga Renner | assert | The permits lapsed in March"}},
    {"SaidAndGoesOn",
     "The crew found the leak, Holm said, and “patched” the valve by night.",
     {"Holm | assert | The crew found the leak / and “patched” the valve by night"}},
    {"SaidButInstead",
     "The rules are not “bolted on,” Holm said, but instead “part of who we are.”",
     {"Holm | assert | The rules are not “bolted on,” / but instead “part of who we are.”"}},
    {"AndWordsInMarks",
     "The port needs cranes and “we will buy them,” Holm said.",
     {"Holm | assert | The port needs cranes and “we will buy them,”"}},
    {"WhenTheySuggested",
     "When the advisers suggested that the port buy cranes, the mayor was not pleased.",
     {"the advisers | assert | that the port buy cranes"}},
    {"ContinuesToInsist",
     "The owner continues to insist the sale was lawful.",
     {"The owner | assert | the sale was lawful"}},
    {"PapersProvedThat",
     "The mayor said the papers proved that the regulator had known.",
     {"The mayor | assert | the papers proved that the regulator had known"}},
    {"SaidLastWeekThat",
     "The mayor said last week that the regulator had known.",
     {"The mayor | assert | that the regulator had known"}},
    {"DeniedByTwo", "The claims were denied by the company and by its lawyer.", {"the company | deny | The claims"}},
    {"DismissedAs",
     "The reports were dismissed by the navy as fantasy.",
     {"the navy | dismiss | The reports / as fantasy"}},
    {"WhichTheOwnerCalled",
     "The navy said a ship had cut the cable, which the owner called “a groundless accusation”.",
     {"The navy | assert | a ship had cut the cable", "the owner | dismiss | “a groundless accusation”"}},
    {"AReportThatTheBankCalled",
     "The paper reported that the deal was dead, a report that the bank called inaccurate.",
     {"The paper | assert | that the deal was dead", "the bank | dismiss | a report / inaccurate"}},
    {"SaidToHaveLent",
     "The bank, said to have lent them money, denies the allegations.",
     {"- | assert | have lent them money", "The bank | deny | the allegations"}},
    {"ConfirmedByOneAndDeniedByAnother",
     "The finding was confirmed by the ministry and rejected by the company.",
     {"the ministry | confirm | The finding", "the company | deny | The finding"}},
    {"PleadedInCourt", "In court, Ole Falk pleaded not guilty.", {"Ole Falk | deny | not guilty"}},
    {"AsTheUnionClaimed",
     "The firm denied that there had been a leak, as the union claimed.",
     {"The firm | deny | that there had been a leak", "the union | assert | that there had been a leak"}},
};

const Passage kVerdicts[] = {
    {"CalledItALie", "The owner called it a lie.", {"The owner | dismiss | it a lie"}},
    {"CalledHerStory", "Mark Falk called her story “sour milk.”", {"Mark Falk | dismiss | her story “sour milk.”"}},
    {"CallsThatAccusation",
     "The bank calls that accusation “a distraction”.",
     {"The bank | dismiss | that accusation “a distraction”"}},
    {"FindsItLaughable",
     "The mayor finds the explanation laughable.",
     {"The mayor | dismiss | the explanation laughable"}},
    {"FoundAProof", "The mayor found the proof in a drawer.", {}},
    {"WhatHeDenies", "What the broker denies is the date.", {"the broker | deny | the date"}},
    {"WhatHeDeniedWasNeverSold", "What the broker denied was never sold.", {}},
    {"AllItWillSay",
     "All the exporter will say is that it obeys the law.",
     {"the exporter | assert | that it obeys the law"}},
    {"AllSheWouldSay", "“Ask the port,” was all the mayor would say.", {"the mayor | assert | Ask the port,"}},
    {"WithoutSaying",
     "The firm confirmed the sale without saying who bought the pumps.",
     {"The firm | confirm | the sale", "The firm | decline | who bought the pumps"}},
    {"WithoutDenying",
     "The mayor criticised the story without denying it.",
     {"The mayor | accuse | the story", "The mayor | decline | it"}},
    {"DoesNotBelieveIt", "The union does not believe the story.", {"The union | deny | the story"}},
    {"DoesNotBelieveHim", "The union does not believe him.", {}},
    {"Shrugged",
     "Asked about the pumps, Falk shrugged.",
     {"- | ask | about the pumps", "Falk | decline | about the pumps"}},
    {"DisagreesAndSays",
     "The mill sold the pumps. The union disagrees: it says that they were stolen.",
     {"The union | deny | The mill sold the pumps", "The union | assert | that they were stolen"}},
};

const Passage kBesideTheStatement[] = {
    {"KeepsWarning", "Prices will fall, a trader keeps warning me.", {"a trader | warn | Prices will fall"}},
    {"KeptInsisting",
     "The mayor kept insisting that there was no deal.",
     {"The mayor | assert | that there was no deal"}},
    {"LateOnMonday", "The port was shut, the mayor said late on Monday.", {"the mayor | assert | The port was shut"}},
    {"NotedDrily", "The port was shut, a clerk noted drily.", {"a clerk | assert | The port was shut"}},
    {"ReportedByAMedium", "The mayor denied the report, Interfax said.", {"The mayor | deny | the report | Interfax"}},
    {"FiguresSuggestAtTheEnd",
     "Exports doubled although the mill says it left the trade, customs figures suggest.",
     {"the mill | assert | it left the trade",
      "customs figures | assert | Exports doubled although the mill says it left the trade"}},
    {"SomethingBlocked",
     "The mayor urged the port to list the yard, something the union has blocked.",
     {"The mayor | request | the port to list the yard"}},
    {"BehindADescription",
     "It was never proved, says Jan Falk, the mayor, that the train carried arms.",
     {"Jan Falk | assert | It was never proved / that the train carried arms"}},
    {"AnswerNo",
     "The mill wrote that the answer was no. The union was not pleased.",
     {"The mill | assert | that the answer was no"}},
    {"NumberNo", "The mill wrote that bill no. 14 was paid.", {"The mill | assert | that bill no. 14 was paid"}},
    {"QuotationEndsWithAnother",
     "“The boss said, ‘Keep quiet,’” a former clerk recalled.",
     {"a former clerk | assert | The boss said, ‘Keep quiet,’"}},
    {"BriefedOnTheMatter",
     "According to a person briefed on the matter, the mill was paid.",
     {"a person briefed on the matter | assert | the mill was paid"}},
    {"ContradictedByRecords",
     "The claim is contradicted by port records, which are public.",
     {"port records | deny | The claim"}},
    {"BothThatItSays",
     "The seller took cash and asked nothing, the mayor says.",
     {"The seller | request | nothing", "the mayor | assert | The seller took cash and asked nothing"}},
};

const Passage kInterview[] = {
    {"LabelOfSeveralWords",
     "Harbours & States: The owner, Velton Shipping, has called that a libel.\n"
     "Holm: Nonsense. We have no car park.\n"
     "Harbours & States: Did they ever reply?\n"
     "Holm: They did.\n"
     "Harbours & States: What should insurers do?\n"
     "Holm: Read the marks.",
     {"Harbours & States | ask | The owner, Velton Shipping, has called that a libel.",
      "Velton Shipping | dismiss | that a libel", "Holm | dismiss | Nonsense. We have no car park.",
      "Harbours & States | ask | Did they ever reply?", "Holm | assert | They did.",
      "Harbours & States | ask | What should insurers do?", "Holm | assert | Read the marks."}},
};

std::string name_of(const testing::TestParamInfo<Passage>& info) { return std::string(info.param.name); }

INSTANTIATE_TEST_SUITE_P(NothingSaid, EnglishConstructionTest, testing::ValuesIn(kNothingSaid), name_of);
INSTANTIATE_TEST_SUITE_P(WhoSpeaks, EnglishConstructionTest, testing::ValuesIn(kWhoSpeaks), name_of);
INSTANTIATE_TEST_SUITE_P(Verdicts, EnglishConstructionTest, testing::ValuesIn(kVerdicts), name_of);
INSTANTIATE_TEST_SUITE_P(BesideTheStatement, EnglishConstructionTest, testing::ValuesIn(kBesideTheStatement), name_of);
INSTANTIATE_TEST_SUITE_P(Interview, EnglishConstructionTest, testing::ValuesIn(kInterview), name_of);
INSTANTIATE_TEST_SUITE_P(WhatIsSaid, EnglishConstructionTest, testing::ValuesIn(kWhatIsSaid), name_of);

}  // namespace
}  // namespace cordon::reading
