#include "screen/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "screen/json.h"

namespace cordon::screen {
namespace {

using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;

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

}  // namespace
}  // namespace cordon::screen
