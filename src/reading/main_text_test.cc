#include "reading/main_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/mapped_file.h"
#include "base/utf8.h"
#include "reading/main_text_facts.h"
#include "reading/main_text_hints.h"
#include "reading/page_kinds.h"

namespace cordon::reading {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kFixtures = "tests/fixtures/reading";

std::string bytes_of(const std::string& name) {
  const auto bytes = read_file(std::string(kFixtures) + "/" + name);
  EXPECT_TRUE(bytes) << name;
  return bytes.value_or("");
}

Page fixture(const std::string& name) {
  auto page = page_from_bytes(bytes_of(name), name);
  EXPECT_TRUE(page) << page.error().text();
  return page.value_or(Page{});
}

std::vector<std::string> texts(const Page& page) {
  std::vector<std::string> out;
  for (const Block& b : page.blocks) out.push_back(b.text);
  return out;
}

// Each page beside the text that a reader would take from it.
TEST(MainText, HeadingOfAnotherArticleAmidPlainText) {
  const std::string sentence =
      "The mill said that it had sold nothing to the port and that its books were open to whoever wished to see them. ";
  const Page page = page_from_plain_text("The mill and the port\n\n" + sentence + sentence + sentence +
                                         "\n\nRelated articles: Ministry denies a tax on flour\n\n" + sentence +
                                         "The port said nothing.\n\nAll rights reserved\n");
  ASSERT_FALSE(page.blocks.empty());
  EXPECT_TRUE(page.blocks.back().text.ends_with("The port said nothing."));
  for (const Block& block : page.blocks) EXPECT_FALSE(block.text.contains("flour"));
}

// A part that only subscribers see in full, and its lead, are the article.
TEST(MainText, PartsForSubscribers) {
  const std::string sentence =
      "The mill said that it had sold nothing to the port and that its books were open to whoever wished to see them. ";
  std::string html =
      "<html><body><div class=\"asset-content\"><div class=\"subscriber-preview\"><p>BERGEN — The mayor "
      "was asked. " +
      sentence + "</p></div>";
  for (int i = 0; i < 4; ++i) html += "<div class=\"subscriber-only\"><p>" + sentence + "</p></div>";
  const auto page = page_from_bytes(html + "</div></body></html>", "page.html");
  ASSERT_TRUE(page);
  EXPECT_TRUE(main_text(*page).starts_with("BERGEN"));
}

TEST(MainText, Fixtures) {
  size_t pages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kFixtures)) {
    const std::filesystem::path path = entry.path();
    if (path.extension() == ".txt") continue;
    ++pages;
    EXPECT_EQ(main_text(fixture(path.filename())) + "\n", bytes_of(path.stem().string() + ".txt")) << path;
  }
  EXPECT_GE(pages, 10U);
}

TEST(MainText, WhatThePageSaysOfItself) {
  const Page soup = fixture("soup-en.html");
  EXPECT_EQ(soup.title, "Ferry operator says it never leased the barge");
  EXPECT_EQ(soup.byline, "Ines Calder");
  EXPECT_EQ(soup.published, "2026-03-14");
  EXPECT_EQ(soup.site, "Harbour Notes");
  EXPECT_EQ(soup.language, "en");
  EXPECT_FALSE(soup.is_partial);

  const Page tables = fixture("tables-de.html");
  EXPECT_EQ(tables.title, "Fräsmaschinen ohne Empfänger");
  EXPECT_EQ(tables.language, "de");
  const Page linked = fixture("linked-fr.html");
  EXPECT_EQ(linked.byline, "Solène Marchetti");
  EXPECT_EQ(linked.published, "2026-01-20");
  EXPECT_EQ(fixture("plain1251-ru.html").published, "2026-02-12");
  EXPECT_EQ(fixture("plain1251-ru.html").language, "ru");
  EXPECT_EQ(fixture("portal-zh.html").language, "zh");
  EXPECT_EQ(fixture("portal-zh.html").published, "2026-02-12");
  EXPECT_EQ(fixture("portal-zh.html").site, "海港日报");
  EXPECT_EQ(tables.published, "2026-03-03");
  EXPECT_EQ(tables.site, "Handelsblick");
  EXPECT_EQ(fixture("portal-tr.html").published, "2026-03-05");
  EXPECT_EQ(fixture("interview-en.html").byline, "Marta Lind");
  EXPECT_EQ(fixture("blog-fa.html").language, "fa");
  EXPECT_EQ(fixture("copied-en.text").title, "Dredger owner says the list has the wrong man");
}

TEST(MainText, CrossHeads) {
  const auto kinds = [](const Page& page) {
    std::string out;
    for (const Block& b : page.blocks) out += "PHQL"[static_cast<size_t>(b.kind)];
    return out;
  };
  EXPECT_EQ(kinds(fixture("soup-en.html")), "PPPHP");
  EXPECT_EQ(kinds(fixture("tables-de.html")), "PPHP");
  EXPECT_EQ(kinds(fixture("semantic-ar.html")), "PHPQ");
  EXPECT_EQ(kinds(fixture("interview-en.html")), "PPPPPPPLL");  // questions are text
}

// What a run says of its place: the bytes there are those of the text, or one word or character of it.
void check_places(const Page& page, std::string_view bytes) {
  for (const Block& b : page.blocks) {
    for (size_t i = 0; i < b.places.size(); ++i) {
      const SourceRun& run = b.places[i];
      const size_t end = i + 1 < b.places.size() ? b.places[i + 1].text : b.text.size();
      ASSERT_LT(run.text, end);
      ASSERT_LE(run.begin, run.end);
      ASSERT_LE(run.end, bytes.size());
      ASSERT_GE(run.begin, i > 0 ? b.places[i - 1].end : 0);
    }
  }
}

TEST(MainText, PlacesInTheSource) {
  const std::string bytes = bytes_of("soup-en.html");
  const Page page = fixture("soup-en.html");
  check_places(page, bytes);
  // Texts of the same length as their source are the source; white space may be another.
  for (const Block& b : page.blocks)
    for (size_t i = 0; i < b.places.size(); ++i) {
      const size_t end = i + 1 < b.places.size() ? b.places[i + 1].text : b.text.size();
      const std::string text = b.text.substr(b.places[i].text, end - b.places[i].text);
      std::string source = bytes.substr(b.places[i].begin, b.places[i].end - b.places[i].begin);
      if (source.size() != text.size()) continue;
      for (char& c : source)
        if (c == '\n') c = ' ';
      EXPECT_EQ(source, text);
    }
  const auto place_of = [](const Page& p, std::string_view word) -> uint64_t {
    for (const Block& b : p.blocks)
      if (const size_t at = b.text.find(word); at != std::string::npos)
        for (size_t i = b.places.size(); i-- > 0;)
          if (b.places[i].text <= at) return b.places[i].begin + (b.places[i].text == at ? 0 : at - b.places[i].text);
    return 0;
  };
  EXPECT_EQ(place_of(page, "Otto Brenn"), bytes.find("Otto Brenn"));

  // A word of another encoding has a place of its own.
  const std::string russian = bytes_of("plain1251-ru.html");
  const Page ru = fixture("plain1251-ru.html");
  check_places(ru, russian);
  const uint64_t at = place_of(ru, "Лапшин");
  EXPECT_EQ(russian.substr(at, 6), "\xCB\xE0\xEF\xF8\xE8\xED");

  for (const char* name : {"newsletter-pl.eml", "koi8-ru.eml"}) {
    const std::string mail = bytes_of(name);
    check_places(fixture(name), mail);
    EXPECT_FALSE(fixture(name).blocks.front().places.empty());
  }
  const std::string mail = bytes_of("newsletter-pl.eml");
  const uint64_t prosecutor = place_of(fixture("newsletter-pl.eml"), "Prokuratura");
  EXPECT_EQ(mail.substr(prosecutor, 11), "Prokuratura");
}

TEST(MainText, LinkedDataOnlyWhereThePageSaysLess) {
  const std::string paragraph =
      "<p>The port authority said on Monday that nothing had left the quay, and that it knew of no barge.</p>";
  const std::string linked =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"Short."}</script>)";
  const Page page = page_from_html("<html><body>" + linked + paragraph + paragraph + paragraph + "</body></html>");
  EXPECT_EQ(page.blocks.size(), 3U);
  EXPECT_FALSE(page.blocks.front().places.empty());
  EXPECT_TRUE(fixture("linked-fr.html").blocks.front().places.empty());
}

TEST(MainText, ShortPagesAreReadWhole) {
  EXPECT_THAT(texts(page_from_html("<body><p>abc</p><p>def</p>")), ElementsAre("abc", "def"));
  EXPECT_THAT(texts(page_from_html("<body><a href=x>abc</a>")), ElementsAre("abc"));
  EXPECT_TRUE(page_from_html("<body><script>x</script>").blocks.empty());
  EXPECT_THAT(
      texts(page_from_html("<div class=\"comments\"><p>Only this, and it is no comment, is on the page.</p></div>")),
      ElementsAre("Only this, and it is no comment, is on the page."));
}

TEST(MainText, BeyondTheCaps) {
  std::string page = "<html><body><h1>Quay</h1>";
  while (page.size() < (size_t{9} << 20))
    page += "<p>The port authority said on Monday that nothing had left the quay.</p>\n";
  page += "<p>The very last paragraph, of a barge named Tern, is read as well.</p>";
  const Page large = page_from_html(page);
  EXPECT_TRUE(large.is_partial);
  EXPECT_THAT(large.remarks, ElementsAre(HasSubstr("larger than 8 MB")));
  EXPECT_EQ(large.blocks.back().text, "The very last paragraph, of a barge named Tern, is read as well.");
  EXPECT_EQ(page.substr(large.blocks.back().places.front().begin, 8), "The very");

  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += "<div>";
  const Page nested = page_from_html(deep + "<p>The port authority said on Monday that nothing had left the quay.</p>");
  EXPECT_TRUE(nested.is_partial);
  EXPECT_THAT(texts(nested), ElementsAre("The port authority said on Monday that nothing had left the quay."));
}

TEST(MainText, Languages) {
  EXPECT_EQ(
      guess_language("Der Händler hat den Vorwurf nicht bestätigt, und die Behörde wollte sich auch nicht äußern."),
      "de");
  EXPECT_EQ(guess_language("Склад не подтвердил, что получил станки, но и не стал отрицать этого."), "ru");
  EXPECT_EQ(guess_language("Склад не підтвердив, що отримав верстати, але й не став цього заперечувати."), "uk");
  EXPECT_EQ(guess_language("این شرکت گفت که از آن محموله خبر ندارد و با هیچ کس قرارداد نبسته است"), "fa");
  EXPECT_EQ(guess_language("وقالت الشركة إنها لم توقع أي عقد مع هذه الجهة في العام الماضي"), "ar");
  EXPECT_EQ(guess_language("El gobierno de la ciudad leyó un informe de la policía sobre la empresa."), "es");
  EXPECT_EQ(guess_language("Le ministre a lu un rapport de la police sur la société à Lyon."), "fr");
  EXPECT_EQ(guess_language("İzmirli boya üreticisi, satışlarını açıkladı."), "tr");
  EXPECT_EQ(guess_language("Еврокомиссия пообещала цифровой паспорт. Мэры приехали."), "ru");
  EXPECT_EQ(guess_language("Il governo ha detto che la nave è partita dal porto di Bari."), "it");
  EXPECT_EQ(guess_language("12345"), "");
  EXPECT_EQ(checked_language("en", "Склад не подтвердил, что получил станки, но и не стал отрицать этого."), "ru");
  EXPECT_EQ(checked_language("be", "Склад не подтвердил, что получил станки, но и не стал отрицать этого."), "be");
}

TEST(MainText, Days) {
  EXPECT_EQ(day_in("By our correspondent 22-Jan-2026"), "2026-01-22");
  EXPECT_EQ(day_in("2026-03-14T08:00:00Z"), "2026-03-14");
  EXPECT_EQ(day_in("11 января 2026"), "2026-01-11");
  EXPECT_EQ(day_in("2026年1月11日 来源"), "2026-01-11");
  EXPECT_EQ(day_in("March 14, 2026 | Harbour"), "2026-03-14");
  EXPECT_EQ(day_in("14 men in a boat"), "");
  EXPECT_EQ(day_in("年月日"), "");
}

TEST(MainText, Phrases) {
  EXPECT_EQ(phrase_of("Leave a Reply"), Phrase::kTail);
  EXPECT_EQ(phrase_of("Posted on"), Phrase::kHead);
  EXPECT_EQ(phrase_of("Мнения читателей (5)"), Phrase::kEnd);
  EXPECT_EQ(phrase_of("-- 30 --"), Phrase::kEnd);
  EXPECT_EQ(phrase_of("ADVERTISEMENT"), Phrase::kDrop);
  EXPECT_EQ(phrase_of("责任编辑：王小雨"), Phrase::kTail);
  EXPECT_EQ(phrase_of("Читайте также: что-то"), Phrase::kTail);
  EXPECT_EQ(phrase_of("The advertisement was placed by the ministry, he said."), Phrase::kNone);
  EXPECT_EQ(phrase_of("Sharelle Adams denied it."), Phrase::kNone);
}

TEST(PageKinds, RefusedByName) {
  const auto refused = [](std::string_view bytes, const std::string& name) {
    const auto page = page_from_bytes(bytes, name);
    return page ? "read" : std::string(code_name(page.error().code)) + ": " + page.error().text();
  };
  EXPECT_EQ(refused("%PDF-1.4\n", "a.pdf"), "unsupported: a.pdf: a PDF document is not read as a page");
  EXPECT_THAT(refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1xx", "a.doc"), HasSubstr("Office document"));
  EXPECT_THAT(refused("PK\x03\x04....word/document.xml", "a.docx"), HasSubstr("docx"));
  EXPECT_THAT(refused("\x89PNG\r\n", "a.png"), HasSubstr("an image (PNG)"));
  EXPECT_THAT(
      refused("From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n",
              "a.mhtml"),
      HasSubstr("MHTML"));
  EXPECT_THAT(refused(std::string_view("\0\1\2\3\4\5\6\7\0\1\2\3", 12), "a"), HasSubstr("binary data"));
  EXPECT_EQ(refused("<?xml version=\"1.0\"?><rss><item>x</item></rss>", "a.xml"),
            "unsupported: a.xml: an XML document is not read as a page");
  EXPECT_EQ(
      refused("<?xml version=\"1.0\"?><!DOCTYPE html><html><body><p>A line of text.</p></body></html>", "a.xhtml"),
      "read");
  EXPECT_THAT(refused("{\"name\": \"x\"}", "a.html"), HasSubstr("JSON"));
  EXPECT_EQ(refused(" \n", "a.txt"), "bad_input: a.txt: the page is empty");
  EXPECT_THAT(refused("<html><script>x</script>", "a.html"), HasSubstr("no text was found"));
  EXPECT_EQ(refused("A line of text, and no more.", "a.pdf"), "read");  // the ending does not decide
}

}  // namespace
}  // namespace cordon::reading
