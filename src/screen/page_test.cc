#include "screen/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "assemble/build.h"
#include "screen/json.h"
#include "screen/page_batch.h"

namespace cordon::screen {
namespace {

using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::shared_ptr<const Screener> screener(const std::vector<std::string>& programs = {}) {
  static const std::shared_ptr<const Snapshot> snapshot = *Snapshot::example();
  ScreenSettings settings;
  settings.profile = *load_profile("default");
  settings.programs = programs;
  auto made = Screener::build(snapshot, settings);
  EXPECT_TRUE(made) << made.error().text();
  return std::make_shared<const Screener>(std::move(*made));
}

constexpr std::string_view kPage =
    "<html><body><nav><a href=/>Nikolai Patrushev opens a bakery</a></nav><article><h1>Talks</h1>"
    "<p>The ministry said on Monday that talks with the neighbours would go on, and that no date had been set for "
    "them.</p>"
    "<p>President Vladimir Putin&nbsp;met the governor, his spokesman Dmitry Peskov said. Mr Peskov denied that drones "
    "had "
    "been discussed at the meeting in the capital.</p></article></body></html>";

std::vector<std::string> captions(const Screening& screening) {
  std::vector<std::string> out;
  for (const Hit& hit : screening.hits) out.push_back(hit.caption);
  return out;
}

TEST(Page, NamesListedPartiesAndSaysWhere) {
  const PageScreening page = PageScreener(screener()).screen(kPage, "talks.html");
  EXPECT_EQ(page.screening.outcome, Outcome::kReview);
  EXPECT_EQ(page.screening.subject.id, "talks.html");
  EXPECT_THAT(captions(page.screening), Contains("Dmitry Sergeyevich PESKOV"));
  EXPECT_THAT(captions(page.screening), Contains("Vladimir Vladimirovich PUTIN"));
  EXPECT_THAT(captions(page.screening), Each(testing::Not(HasSubstr("PATRUSHEV")))) << "he stands in the menu";
  EXPECT_THAT(summary_of(page), Contains(HasSubstr("names 2 listed parties")));
  for (const Hit& hit : page.screening.hits) EXPECT_FALSE(hit.evidence.empty());
}

std::vector<std::string> asides(const PageScreening& page) {
  std::vector<std::string> out;
  for (const AsideMention& aside : page.aside) out.push_back(aside.part + ": " + aside.mention.text);
  return out;
}

TEST(Page, APlaceInTheFileIsThatOfTheName) {
  const PageScreener pages(screener());
  for (const std::string text :
       {"Dmitry Peskov said on Monday that oil was sold.", "Dmitry Peskov said on Monday so.\n",
        "<p>\n  Dmitry Peskov said on Monday that oil was sold.\n </p>"}) {
    const PageScreening page = pages.screen(text, text.starts_with('<') ? "a.html" : "a.txt");
    const auto json = nlohmann::json::parse(to_json_line(page, screener()->snapshot(), *load_profile("default")));
    ASSERT_EQ(json["listed"].size(), 1U) << text;
    const size_t begin = json["listed"][0]["byte_begin"], end = json["listed"][0]["byte_end"];
    EXPECT_EQ(text.substr(begin, end - begin), "Dmitry Peskov");
  }
}

TEST(Page, NobodyNamedBesideTheTextIsPassedOver) {
  const PageScreening page =
      PageScreener(screener())
          .screen(
              "<html><head><title>Dmitry Peskov denies everything</title></head><body><article>"
              "<h1>Dmitry Peskov denies everything</h1>"
              "<p>The shares of the company are as follows, the registry said on Monday, and nothing has changed since "
              "then.</p>"
              "<table><tr><th>Owner</th><th>Share</th></tr><tr><td>Vladimir Putin</td><td>30 %</td></tr></table>"
              "<p>The company did not answer questions that were put to it by telephone on "
              "Tuesday.</p></article></body></html>",
              "shares.html");
  EXPECT_EQ(page.screening.outcome, Outcome::kReview);
  EXPECT_THAT(asides(page), UnorderedElementsAre("title: Dmitry Peskov", "table or caption: Vladimir Putin"));
  EXPECT_THAT(page.mentions, IsEmpty());
  EXPECT_THAT(summary_of(page), Contains("named beside the main text: “Dmitry Peskov” (title)"));
  const auto json = nlohmann::json::parse(to_json_line(page, screener()->snapshot(), *load_profile("default")));
  EXPECT_EQ(json["listed_aside"].size(), 2U);
}

TEST(Page, WhoStandsInTheTextIsNotNamedTwice) {
  const PageScreening page = PageScreener(screener())
                                 .screen(
                                     "<html><head><title>Dmitry Peskov denies "
                                     "everything</title></head><body><article><p>The spokesman Dmitry Peskov "
                                     "said on Monday that talks would go on, and that no date had been set for "
                                     "them.</p></article></body></html>",
                                     "talks.html");
  EXPECT_THAT(asides(page), IsEmpty());
  EXPECT_EQ(page.screening.outcome, Outcome::kReview);
}

constexpr std::string_view kMail =
    "From: Vladimir Putin <v@example.org>\r\nTo: bank@example.org\r\nSubject: Invoices\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe invoices are "
    "attached, as we said on Monday. Please pay them.\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: "
    "attachment; filename=list.txt\r\n\r\nPaid by Dmitry Peskov on Monday, in cash, at the counter.\r\n--b--\r\n";

TEST(Page, SendersAndAttachedTextsOfAMailAreScreened) {
  const PageScreening page = PageScreener(screener()).screen(kMail, "invoices.eml");
  EXPECT_EQ(page.screening.outcome, Outcome::kReview);
  EXPECT_THAT(asides(page), UnorderedElementsAre("sender: Vladimir Putin", "attached list.txt: Dmitry Peskov"));
}

TEST(Page, AMailWithAnAttachmentThatIsNotReadIsNeverClear) {
  std::string mail(kMail);
  mail.replace(mail.find("Vladimir Putin"), 14, "Anna Weber");
  mail.replace(mail.find("Content-Type: text/plain\r\nContent-Disposition"), 24, "Content-Type: application/pdf");
  const PageScreening page = PageScreener(screener()).screen(mail, "invoices.eml");
  EXPECT_EQ(page.screening.outcome, Outcome::kNotScreened);
  ASSERT_TRUE(page.screening.error);
  EXPECT_THAT(page.screening.error->message, HasSubstr("list.txt (application/pdf)"));
  mail.replace(mail.find("application/pdf"), 15, "image/png");
  EXPECT_EQ(PageScreener(screener()).screen(mail, "invoices.eml").screening.outcome, Outcome::kClear);
}

TEST(Page, ASentenceBesideAWordOfTheSitesCounts) {
  const PageScreener pages(screener());
  const std::string before = "The company sold pumps to a firm in Oman last year and said so.";
  const std::string amid = "Vladimir Putin spoke in May about the pumps. Subscribe to continue reading.";
  const std::string behind = "The pumps were delivered in the spring.";
  for (const std::string& text :
       {before + "\n\n" + amid + "\n\n" + behind + "\n",
        "<html><body><article><p>" + before + "</p><div>" + amid + "</div><p>" + behind +
            "</p></article></body></html>",
        "<html><body><article><p>" + before + "</p><p>" + amid + "</p><p>" + behind + "</p></article></body></html>"}) {
    const PageScreening page = pages.screen(text, "page");
    EXPECT_EQ(page.screening.outcome, Outcome::kReview) << text;
    EXPECT_THAT(asides(page), UnorderedElementsAre("left out of the text: Vladimir Putin")) << text;
  }
}

TEST(Page, ASiteThatShowsABarrierInPlaceOfAnArticleIsNotScreened) {
  const PageScreener pages(screener());
  for (const char* text : {"Subscribe to continue reading.", "Please enable JavaScript to view this page.",
                           "Чтобы читать дальше, оформите подписку.", "请先登录。", "الصفحة غير موجودة"}) {
    const PageScreening page =
        pages.screen("<html><body><article><p>" + std::string(text) + "</p></article></body></html>", "page.html");
    EXPECT_EQ(page.screening.outcome, Outcome::kNotScreened) << text;
    ASSERT_TRUE(page.screening.error) << text;
    EXPECT_THAT(page.screening.error->message, HasSubstr("no article")) << text;
  }
  // Where somebody listed is named all the same, the hit stands.
  EXPECT_EQ(
      pages.screen("In Moscow Vladimir Putin spoke.\n\nSubscribe to continue reading.", "page.txt").screening.outcome,
      Outcome::kReview);
  // A long text may hold such words.
  std::string text = "The ministry bought no drones this year. Readers must log in to read its reports. ";
  for (int i = 0; i < 20; ++i) text += "It wrote that the shipments had ended in the spring of the year. ";
  EXPECT_EQ(pages.screen(text, "page.txt").screening.outcome, Outcome::kClear);
}

TEST(Page, ATextInAScriptThatIsNotReadIsNotScreened) {
  const PageScreening page =
      PageScreener(screener()).screen("이고르 세친은 로스네프트가 석유를 팔았다고 말했다.", "korean.txt");
  EXPECT_EQ(page.screening.outcome, Outcome::kNotScreened);
  ASSERT_TRUE(page.screening.error);
  EXPECT_THAT(page.screening.error->message, HasSubstr("Hangul"));
  EXPECT_EQ(PageScreener(screener()).screen("The word 이고르 stands in a text of ours.", "en.txt").screening.outcome,
            Outcome::kClear);
}

TEST(Page, APlaceIsOneInTheTextAndOneInTheFile) {
  const PageScreening page = PageScreener(screener()).screen(kPage, "talks.html");
  const Snapshot& snapshot = screener()->snapshot();
  const auto json = nlohmann::json::parse(to_json_line(page, snapshot, *load_profile("default")));
  EXPECT_EQ(json.at("outcome"), "review");
  EXPECT_EQ(json.at("kind"), "page");
  const std::string text = json.at("main_text");
  ASSERT_FALSE(json.at("listed").empty());
  for (const auto& mention :
       json.at("listed")) {  // the text is ASCII but for the blank, which is folded: bytes are code points
    EXPECT_EQ(text.substr(mention.at("begin"), mention.at("end").get<size_t>() - mention.at("begin").get<size_t>()),
              mention.at("text"));
    const auto begin = mention.at("byte_begin").get<size_t>(), end = mention.at("byte_end").get<size_t>();
    EXPECT_EQ(kPage.substr(begin, end - begin), mention.at("text").get<std::string>());
  }
  for (const auto& mention : json.at("mentions"))
    EXPECT_EQ(text.substr(mention.at("begin"), mention.at("end").get<size_t>() - mention.at("begin").get<size_t>()),
              mention.at("text"));
}

TEST(Page, OnlyPartiesOfTheListsAndProgrammesAskedFor) {
  const PageScreening page = PageScreener(screener({"SYRIA"})).screen(kPage, "talks.html");
  EXPECT_EQ(page.screening.outcome, Outcome::kClear);
  EXPECT_THAT(page.mentions, IsEmpty());
}

TEST(Page, NobodyListedIsClear) {
  const PageScreening page =
      PageScreener(screener())
          .screen("The harbour was quiet on Monday. Ferries left on time, the port office said.", "quiet.txt");
  EXPECT_EQ(page.screening.outcome, Outcome::kClear);
  EXPECT_THAT(summary_of(page), Contains("names no listed party"));
}

TEST(Page, WhatCannotBeReadIsNotScreenedAndNeverClear) {
  const PageScreener pages(screener());
  for (const std::string_view bytes :
       {std::string_view(""), std::string_view("%PDF-1.7\n1 0 obj"), std::string_view("\x89PNG\r\n\x1a\n"),
        std::string_view("<html><body><script>x</script></body></html>"), std::string_view("\0\0\0\0\1\2\3", 7)}) {
    const PageScreening page = pages.screen(bytes, "x");
    EXPECT_EQ(page.screening.outcome, Outcome::kNotScreened) << bytes;
    ASSERT_TRUE(page.screening.error);
    EXPECT_EQ(page.screening.error->where.source, "x");
    const auto json = nlohmann::json::parse(to_json_line(page, screener()->snapshot(), *load_profile("default")));
    EXPECT_EQ(json.at("outcome"), "not_screened");
    EXPECT_TRUE(json.contains("error"));
  }
}

TEST(Page, TheSameBytesGiveTheSameAnswer) {
  const PageScreener pages(screener());
  const auto one = to_json_line(pages.screen(kPage, "a"), screener()->snapshot(), *load_profile("default"));
  EXPECT_EQ(to_json_line(pages.screen(kPage, "a"), screener()->snapshot(), *load_profile("default")), one);
  EXPECT_EQ(to_json_line(PageScreener(screener()).screen(kPage, "a"), screener()->snapshot(), *load_profile("default")),
            one);
}

// One man on three lists, two of them under other names; his namesake of another birth date; his brother.
std::shared_ptr<const Screener> listed_thrice() {
  const auto tax_number = [](Entity& e, const char* value) {
    e.identifiers.push_back({});
    e.identifiers.back().kind = IdKind::kInn;
    e.identifiers.back().value = value;
    e.identifiers.back().country = "ru";
  };
  const auto person = [](const char* list, const char* id, std::vector<const char*> names, int year) {
    Entity e;
    e.list = list;
    e.id = std::string(list) + ":" + id;
    e.schema = Schema::kPerson;
    e.caption = names.front();
    for (const char* name : names)
      e.names.push_back({name, NameKind::kAlias, NameStrength::kStrong, {}, {}, {}, {}, {}, 0});
    e.dates.push_back({DateKind::kBirth, DateSpan::day({year, 3, 4}), {}, 0});
    return e;
  };
  std::vector<lists::ParsedList> all(3);
  all[0].info.list = "a";
  all[1].info.list = "b";
  all[2].info.list = "c";
  all[0].entities = {person("a", "1", {"Filipp Markovich Privalov"}, 1961),
                     person("a", "2", {"Denis Markovich Privalov"}, 1964)};
  all[1].entities = {person("b", "1", {"Zakhar Ordynsky", "Filipp Markovich Privalov"}, 1961),
                     person("b", "2", {"Filipp Markovich Ordynsky"}, 1975)};
  all[2].entities = {person("c", "1", {"Zakhar Lukich Velestov"}, 1961)};
  tax_number(all[1].entities[0], "7707083893");
  tax_number(all[2].entities[0], "7707083893");
  const std::string path =
      (std::filesystem::temp_directory_path() / ("cordon-page-" + std::to_string(::getpid()))).string();
  EXPECT_TRUE(assemble::build(std::move(all), path));
  auto snapshot = Snapshot::open(path);
  std::filesystem::remove(path);
  EXPECT_TRUE(snapshot) << snapshot.error().text();
  ScreenSettings settings;
  settings.profile = *load_profile("default");
  return std::make_shared<const Screener>(Screener::build(*snapshot, settings).value());
}

// a:1 is b:1 by name and birth date, b:1 is c:1 by a number: c:1 has no name that the page has.
TEST(Page, AMentionHoldsEveryEntryOfItsPartyWhateverNameItHasThere) {
  const PageScreening page =
      PageScreener(listed_thrice())
          .screen("On Monday Filipp Privalov declined to answer the questions of the court.", "x");
  ASSERT_EQ(page.mentions.size(), 1U);
  EXPECT_EQ(page.mentions[0].text, "Filipp Privalov");
  EXPECT_THAT(page.mentions[0].entity_ids, UnorderedElementsAre("a:1", "b:1", "c:1"));
}

TEST(Page, AnEntryUnderAnotherNameIsFoundByItsNumber) {
  const PageScreening page =
      PageScreener(listed_thrice())
          .screen("On Monday Zakhar Ordynsky declined to answer the questions of the court.", "x");
  ASSERT_EQ(page.mentions.size(), 1U);
  EXPECT_EQ(page.mentions[0].text, "Zakhar Ordynsky");
  EXPECT_THAT(page.mentions[0].entity_ids, UnorderedElementsAre("b:1", "a:1", "c:1"));
}

// Pages of several threads come in the order of the input, each as it is alone.
TEST(PageBatch, AnswersAreThoseOfOneThreadInTheOrderOfTheInput) {
  const PageScreener pages(screener());
  const Profile profile = *load_profile("default");
  std::vector<std::string> texts;
  for (int i = 0; i < 40; ++i) {
    std::string text(kPage);
    for (int k = 0; k < (i * 7) % 11; ++k)
      text += "<p>Line " + std::to_string(k) + ": Vladimir Putin spoke to the reporters in the capital again.</p>";
    if (i % 13 == 5) text = "%PDF-1.7";
    texts.push_back(std::move(text));
  }
  const auto answers = [&](unsigned jobs) {
    std::vector<std::string> out;
    size_t next = 0;
    EXPECT_TRUE(screen_pages(pages, jobs,
                             {.next = [&]() -> std::optional<PageInput> {
                                if (next == texts.size()) return std::nullopt;
                                const size_t i = next++;
                                return PageInput{InputBytes(texts[i]), "page " + std::to_string(i)};
                              },
                              .on_page = [&](PageScreening&& page) -> Result<void> {
                                out.push_back(to_json_line(page, screener()->snapshot(), profile));
                                return {};
                              }}));
    return out;
  };
  std::vector<std::string> alone;
  for (size_t i = 0; i < texts.size(); ++i)
    alone.push_back(to_json_line(PageScreener(screener()).screen(texts[i], "page " + std::to_string(i)),
                                 screener()->snapshot(), profile));
  EXPECT_EQ(answers(1), alone);
  EXPECT_EQ(answers(4), alone);
}

TEST(PageBatch, ItEndsWhereAnAnswerCannotBeTaken) {
  const PageScreener pages(screener());
  size_t asked = 0, taken = 0;
  const auto done = screen_pages(pages, 2,
                                 {.next = [&]() -> std::optional<PageInput> {
                                    return PageInput{InputBytes(std::string(kPage)), std::to_string(asked++)};
                                  },
                                  .on_page = [&](PageScreening&&) -> Result<void> {
                                    if (++taken < 3) return {};
                                    return fail(ErrorCode::kIo, "no space left");
                                  }});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "no space left");
  EXPECT_EQ(taken, 3U);
  EXPECT_LT(asked, 40U);
}

}  // namespace
}  // namespace cordon::screen
