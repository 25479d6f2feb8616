#include "syntax/csv.h"

#include <gmock/gmock.h>

#include <chrono>

namespace cordon {
namespace {

using testing::ElementsAre;

// Every row as its fields joined with '|', every broken row as "!line: reason".
std::vector<std::string> rows_of(std::string_view text, char separator = 0) {
  CsvReader reader(text, "t.csv", separator);
  std::vector<std::string> out;
  while (true) {
    auto row = reader.next();
    if (!row) {
      out.push_back("!" + std::to_string(row.error().where.record) + ": " + row.error().message);
      continue;
    }
    if (!*row) return out;
    std::string joined;
    for (const std::string& f : (*row)->fields) joined += (joined.empty() ? "" : "|") + f;
    out.push_back(std::to_string((*row)->line) + ":" + joined);
  }
}

TEST(Csv, ReadsQuotesDoubledQuotesAndEmbeddedNewlines) {
  EXPECT_THAT(rows_of("id,name,note\n1,\"Doe, \"\"JD\"\" John\",x\n2,\"a\r\nb\",\n3,c,d"),
              ElementsAre("1:id|name|note", "2:1|Doe, \"JD\" John|x", "3:2|a\r\nb|", "5:3|c|d"));
}

TEST(Csv, EveryLineEndCountsOnce) {
  EXPECT_THAT(rows_of("a,b\rc,d\r\ne,f\n\n\ng,h"), ElementsAre("1:a|b", "2:c|d", "3:e|f", "6:g|h"));
}

TEST(Csv, QuotesInsidePlainFieldsAreText) {
  EXPECT_THAT(rows_of("id,name\n1,Ali \"the fox\" Khan\n"), ElementsAre("1:id|name", "2:1|Ali \"the fox\" Khan"));
}

TEST(Csv, BlanksAroundQuotedFieldsArePassedOver) {
  EXPECT_THAT(rows_of("1, \"A, B\" ,2\n", ','), ElementsAre("1:1|A, B|2"));
}

TEST(Csv, FindsTheSeparator) {
  EXPECT_EQ(CsvReader("id;name;dob\n1;Doe, John;1,5\n", "t").separator(), ';');
  EXPECT_EQ(CsvReader("id\tname\n1\tDoe, John; Jr\n", "t").separator(), '\t');
  EXPECT_EQ(CsvReader("id|name\n", "t").separator(), '|');
  EXPECT_EQ(CsvReader("id,name,\"a;b;c;d\"\n1,x,y\n", "t").separator(), ',');
  EXPECT_THAT(rows_of("sep=;\r\nid;na,me\r\n1;x,y\r\n"), ElementsAre("2:id|na,me", "3:1|x,y"));
}

TEST(Csv, ATableOfOneColumnIsNotCut) {
  EXPECT_THAT(rows_of("name\nDoe, John\n\"Smith; Jane\"\n"), ElementsAre("1:name", "2:Doe, John", "3:Smith; Jane"));
}

TEST(Csv, ABrokenRowCostsOnlyItself) {
  EXPECT_THAT(
      rows_of("id,name\n1,\"open\n2,b\n3,\"c\" d\n4,e\n"),
      ElementsAre("1:id|name", "!2: text after a closing quote", "3:2|b", "!4: text after a closing quote", "5:4|e"));
  EXPECT_THAT(rows_of("id,name\n1,\"open\n2,b\n3,c"),
              ElementsAre("1:id|name", "!2: a quote is not closed", "3:2|b", "4:3|c"));
  EXPECT_THAT(rows_of(std::string_view("id,name\n1,a\0b\n2,c\n", 18)),
              ElementsAre("1:id|name", "!2: a NUL byte in the row", "3:2|c"));
}

TEST(Csv, ARowOverTheLimitIsGivenUp) {
  const std::string text =
      "id,name\n1," + std::string(kCsvRowBytes + 1, 'x') + "\n2,b\n3,\"" + std::string(kCsvRowBytes, 'y') + "\"\n4,d\n";
  EXPECT_THAT(rows_of(text), ElementsAre("1:id|name", "!2: the row is longer than 4 MiB", "3:2|b",
                                         "!4: a quote is not closed", "5:4|d"));
}

TEST(Csv, SaysWhetherTheLastRowEnded) {
  CsvReader reader("a,b\nc,", "t");
  ASSERT_TRUE(reader.next()->has_value());
  EXPECT_TRUE(reader.row_ended());
  ASSERT_TRUE(reader.next()->has_value());
  EXPECT_FALSE(reader.row_ended());
}

// Files that are all unclosed quotes, in every phase: time must grow with the size, not with its square.
TEST(Csv, StaysLinearOnUnclosedQuotes) {
  for (const std::string_view line :
       {"\"x\n", "x\",\"y\n", "\"\"\"x\n", "a,\"\"\"\n", "\"a\",\"b\",\"\n", "\"\"\n\"\n"}) {
    std::string text = "\"x\n";
    for (int i = 0; i < 100'000; ++i) text += line;
    const auto begin = std::chrono::steady_clock::now();
    CsvReader reader(text, "t", ',');
    size_t rows = 0;
    while (true) {
      auto row = reader.next();
      if (row && !*row) break;
      ++rows;
    }
    EXPECT_GT(rows, 0U);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << line;
  }
}

TEST(HoldsRowLikeLine, CountsSeparatorsOfEveryLineButTheFirst) {
  EXPECT_FALSE(holds_row_like_line("a,b,c", 3, ','));
  EXPECT_FALSE(holds_row_like_line("Main Street 1,\n1000 Zurich", 3, ','));
  EXPECT_TRUE(holds_row_like_line("Main Street 1\nC-2,Anna,1984", 3, ','));
  EXPECT_TRUE(holds_row_like_line("x\r\nC-2;Anna;1984\r\ny", 3, ';'));
}

}  // namespace
}  // namespace cordon
