// Damaged pages: whatever bytes are changed, cut or doubled, reading ends, and every place lies within the text.
#include <gtest/gtest.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>

#include "reading/reading.h"

namespace cordon::reading {
namespace {

std::vector<std::string> pages() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator("tests/quality/reports")) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path());
    out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string damaged(std::string text, std::mt19937& random) {
  static const std::string kMarks[] = {"“", "”", "\"", "«",    "»",        "„",     "(",       ")", "—",
                                       ":", ",", "。", "\xff", "\xe2\x80", "said ", "citing ", "’", "\xd9\x8b"};
  for (int n = 1 + static_cast<int>(random() % 12); n > 0 && !text.empty(); --n) {
    const size_t at = random() % text.size();
    switch (random() % 5) {
      case 0:
        text.insert(at, kMarks[random() % std::size(kMarks)]);
        break;
      case 1:
        text.erase(at, 1 + random() % 30);
        break;
      case 2:
        text[at] = static_cast<char>(random());
        break;
      case 3:
        text.insert(at, text.substr(random() % text.size(), random() % 80));
        break;
      default:
        text.resize(at);
        break;
    }
  }
  return text;
}

void check(const Reading& r) {
  const auto within = [&](Span span) { return span.begin <= span.end && span.end <= r.text.text.size(); };
  const auto party = [&](int number) { return number >= -1 && number < static_cast<int>(r.parties.parties.size()); };
  for (const Claim& c : r.claims) {
    EXPECT_TRUE(within(c.cue) && within(c.speaker_span) && party(c.speaker) && party(c.medium) && party(c.addressee));
    EXPECT_FALSE(c.content.empty());
    for (const Span& span : c.content) EXPECT_TRUE(within(span));
    EXPECT_LT(c.proposition, static_cast<int>(r.propositions.size()));
  }
  for (const Mention& m : r.parties.mentions) EXPECT_TRUE(within(m.span) && party(m.party));
  for (const Good& g : r.goods.goods) EXPECT_TRUE(within(g.span));
  EXPECT_FALSE(reading_json(r, "x").empty());
}

TEST(Damage, PlacesStayWithinTheText) {
  std::mt19937 random(20261130);
  const std::vector<std::string> texts = pages();
  ASSERT_GE(texts.size(), 12u);
  for (int round = 0; round < 25; ++round)
    for (const std::string& whole : texts) {
      const std::string text = damaged(whole, random);
      Page page;
      for (size_t begin = 0; begin < text.size();) {
        const size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin)
          page.blocks.push_back({.kind = BlockKind::kParagraph, .text = text.substr(begin, end - begin), .places = {}});
        begin = end + 1;
      }
      check(read(page, {}));
    }
}

// A text that was cut off where a phrase of several words could go on.
TEST(Damage, ThePageEndsWithTheFirstWordOfAPhrase) {
  for (const auto& [language, text] : {std::pair("ru", "Министр опроверг обвинения не"),
                                       {"uk", "Міністр заперечує чутки не"},
                                       {"pl", "Minister zaprzecza zarzutom czy nie"}}) {
    Page page;
    page.language = language;
    page.blocks.push_back({.kind = BlockKind::kParagraph, .text = text, .places = {}});
    check(read(page, {}));
  }
}

TEST(Damage, LongParagraphsOfOneMark) {
  for (const std::string_view mark : {"“", "(", "said ", "he said, ", "«", "A ", "\"", "说", "، "}) {
    std::string text;
    while (text.size() < 20000) text += mark;
    Page page;
    page.blocks.push_back({.kind = BlockKind::kParagraph, .text = text, .places = {}});
    check(read(page, {}));
  }
}

double seconds_to_read(const Page& page) {
  const std::clock_t start = std::clock();
  const Reading reading = read(page, {});
  EXPECT_LE(reading.text.text.size(), page.blocks[0].text.size() + 2);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Four times the page takes about four times as long, whatever it repeats; sixteen times would be a hang.
TEST(Damage, TimeIsLinearInThePage) {
  const auto repeated = [](int times, const std::string& what) {
    std::string out;
    for (int i = 0; i < times; ++i) {
      for (const char c : what)
        if (c == '#')  // a name of its own for each round
          for (int n = i, k = 0; k < 4; n /= 20, ++k) out += static_cast<char>('b' + n % 20);
        else
          out += c;
    }
    return out;
  };
  for (const auto& [language, what] : {std::pair("ru", "А. "),
                                       {"en", "Alma# Corp said. "},
                                       {"en", "Alma X# Works said it. "},
                                       {"en", "B ( and it. "},
                                       {"en", "Mr. J. (A. "},
                                       {"en", "he “said” "},
                                       {"en", "and it was told "},
                                       {"de", "Der Herr X# Wert sagte „ja“, "},
                                       {"tr", "Raporda X# yer "},
                                       {"fr", "« Non », dit X#, "},
                                       {"ar", "قال الوزير إن "},
                                       {"zh", "外交部发言人说，“不”。"}}) {
    const auto page = [&](int times) {
      Page out;
      out.language = language;
      out.blocks.push_back(
          {.kind = BlockKind::kParagraph, .text = "The meeting ended. " + repeated(times, what), .places = {}});
      return out;
    };
    const int times = 40'000 / static_cast<int>(std::string_view(what).size());
    const Page small = page(times), large = page(4 * times);
    seconds_to_read(small);  // the tables of the language are read
    double least = 1e9;
    for (int round = 0; round < 3 && least > 6; ++round)  // again where the machine was busy
      least = std::min(least, seconds_to_read(large) / seconds_to_read(small));
    EXPECT_LT(least, 9) << what;
  }
}

}  // namespace
}  // namespace cordon::reading
