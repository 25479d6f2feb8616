// Bad input of reading: thousands of damaged and cut copies of pages and mails, under the sanitizers and a time bound
// each. A copy may be refused with an error that names it. Where it is read:
//
//   1. Every block is trimmed, well-formed UTF-8 without line ends, and not empty.
//   2. Its places ascend in the text and lie in the copy.
//   3. The same copy gives the same page.
//   4. Of the paragraphs that are in the copy byte for byte, nearly all are in the main text. (Not all: damage may put
//      one into a comment, a script or a menu.)
//
// `cordon_page_mutation_test COPIES` makes so many; ctest runs 5,000.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "base/mapped_file.h"
#include "base/utf8.h"
#include "reading/page_kinds.h"
#include "tests/mutation/mutate.h"

namespace cordon::mutation {
namespace {

using reading::Block;
using reading::Page;

size_t all_copies = 5000;
constexpr double kSeconds = 2;  // of CPU, a copy of at most 48 kB, under sanitizers

struct Fixture {
  std::string name;
  std::string bytes;
  std::vector<std::string> paragraphs;  // as they lie in the bytes
  std::vector<std::string> texts;
};

std::vector<Fixture> fixtures() {
  std::vector<Fixture> out;
  for (const auto& entry : std::filesystem::directory_iterator("tests/fixtures/reading")) {
    if (entry.path().extension() == ".txt") continue;
    Fixture f{entry.path().filename(), read_file(entry.path()).value(), {}, {}};
    const auto page = reading::page_from_bytes(f.bytes, f.name);
    EXPECT_TRUE(page) << f.name;
    for (const Block& b : page->blocks) {
      if (b.places.empty()) continue;
      f.paragraphs.push_back(f.bytes.substr(b.places.front().begin, b.places.back().end - b.places.front().begin));
      f.texts.push_back(b.text);
    }
    out.push_back(std::move(f));
  }
  std::ranges::sort(out, {}, &Fixture::name);
  return out;
}

void check(const Page& page, const std::string& copy) {
  for (const Block& b : page.blocks) {
    ASSERT_FALSE(b.text.empty());
    ASSERT_FALSE(first_invalid_utf8(b.text));
    ASSERT_EQ(b.text.find_first_of("\n\r\t"), std::string::npos);
    ASSERT_NE(b.text.front(), ' ');
    ASSERT_NE(b.text.back(), ' ');
    uint32_t text = 0;
    for (const reading::SourceRun& run : b.places) {
      ASSERT_GE(run.text, text);
      ASSERT_LT(run.text, b.text.size());
      ASSERT_LE(run.begin, run.end);
      ASSERT_LE(run.end, copy.size());
      text = run.text + 1;
    }
  }
}

TEST(PageMutation, DamagedPagesAndMails) {
  const std::vector<Fixture> all = fixtures();
  ASSERT_GE(all.size(), 10U);
  size_t refused = 0;
  size_t there = 0;
  size_t found = 0;
  double slowest = 0;
  for (size_t i = 0; i < all_copies; ++i) {
    const Fixture& f = all[i % all.size()];
    Random random(i);
    // Every fourth copy is only cut.
    const std::string copy = i % 4 == 3 ? f.bytes.substr(0, random.below(f.bytes.size())) : mutate(f.bytes, random);
    SCOPED_TRACE(f.name + ", copy " + std::to_string(i));
    const std::clock_t begin = std::clock();
    const auto page = reading::page_from_bytes(copy, "damaged");
    slowest = std::max(slowest, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    ASSERT_LT(slowest, kSeconds);
    if (!page) {
      ++refused;
      ASSERT_EQ(page.error().where.source, "damaged") << page.error().text();
      continue;
    }
    ASSERT_NO_FATAL_FAILURE(check(*page, copy));
    const std::string text = main_text(*page);
    ASSERT_EQ(main_text(*reading::page_from_bytes(copy, "damaged")), text);
    for (size_t p = 0; p < f.paragraphs.size(); ++p)
      if (copy.contains(f.paragraphs[p])) {
        ++there;
        found += text.contains(f.texts[p]);
      }
  }
  std::printf("%zu copies (%zu refused; slowest %.0f ms); %zu of %zu intact paragraphs found\n", all_copies, refused,
              slowest * 1000, found, there);
  EXPECT_GT(there, all_copies / 2);
  EXPECT_GT(static_cast<double>(found), 0.85 * static_cast<double>(there));
}

// Pages made to be slow: four times the bytes may take little more than four times as long.
TEST(PageMutation, TimeIsLinear) {
  const auto repeated = [](std::string_view head, std::string_view part, size_t bytes, std::string_view tail = "") {
    std::string out(head);
    while (out.size() < bytes) out += part;
    return out += tail;
  };
  struct Bomb {
    std::string_view name, head, part, tail;
  };
  constexpr std::string_view kText =
      "<p>The port authority said on Monday that nothing had left the quay, he said.</p>";
  const Bomb bombs[] = {
      {"paragraphs", "<html><body>", kText, ""},
      {"nesting", "<html>", "<div>", kText},
      {"nesting with end tags of others", "<div><div><div><div>", "<div></b></span></x>", kText},
      {"open formatting", "", "<b><i><p>", kText},
      {"links in links", "", "<a href=x><div>", kText},
      {"attributes", "<p ", "a1=b ", "\">x"},
      {"open quotes", "", "<p a=\"", kText},
      {"open comments", "", "<!--", kText},
      {"comments", "", "<!---->", kText},
      {"open titles", "", "<title>", kText},
      {"open scripts", "", "<script>", kText},
      {"entities", "<p>", "&lt;&amp;&CounterClockwiseContourIntegral;", "</p>"},
      {"ampersands", "<p>", "&", "</p>"},
      {"less-than signs", "<p>", "<", "</p>"},
      {"tables", "", "<table><tr><td>x", kText},
      {"lists", "", "<ul><li>x, y.", kText},
      {"line breaks", "", "x, y<br>", kText},
      {"headings", "", "<h2>x</h2>", kText},
      {"classes", "", "<p class='share-x comment article-body'>The port said, on Monday, that it was so.</p>", ""},
      {"linked data", "<script type=application/ld+json>", "[", "</script>"},
      {"one word", "<p>", "w", "</p>"},
      {"plain lines", "", "The port said, on Monday, that it was so.\n", ""},
      {"quoted lines", "", "> > > x, y.\n", ""},
      {"mail parts", "From: a@b.c\nSubject: s\nTo: x\nContent-Type: multipart/mixed; boundary=b\n\n", "--b\n\nx, y.\n",
       ""},
      {"mail header", "From: a@b.c\nSubject: s\nTo: x\n", "X-A: b\n", "\nx, y.\n"},
  };
  const auto seconds = [](const std::string& bytes) {
    const std::clock_t begin = std::clock();
    const auto page = reading::page_from_bytes(bytes, "bomb");
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  for (const Bomb& bomb : bombs) {
    const double small = seconds(repeated(bomb.head, bomb.part, size_t{1} << 19, bomb.tail));
    const double large = seconds(repeated(bomb.head, bomb.part, size_t{1} << 21, bomb.tail));
    EXPECT_LT(large, 8 * small + 0.5) << bomb.name << ": " << small << " s for 512 kB, " << large << " s for 2 MB";
  }
}

}  // namespace
}  // namespace cordon::mutation

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc > 1) cordon::mutation::all_copies = static_cast<size_t>(std::max(1, std::atoi(argv[1])));
  return RUN_ALL_TESTS();
}
