#include "graph/structure_csv.h"

#include <gmock/gmock.h>

#include <random>

#include "graph/explain.h"

namespace cordon::graph {
namespace {

using testing::ElementsAre;

struct Read {
  Structure structure;
  Reporter reporter;
  std::string error;
  std::vector<std::string> said() const {
    std::vector<std::string> out;
    for (const Remark& r : reporter.remarks()) out.push_back(std::to_string(r.where.record) + ": " + r.message);
    return out;
  }
};

Read read(std::string_view text) {
  Read out;
  const auto done = read_structure_csv(text, "s.csv", out.structure, out.reporter);
  if (!done) out.error = done.error().text();
  return out;
}

TEST(StructureCsv, AHeaderWithoutARowIsSaid) {
  Structure structure;
  Reporter reporter;
  ASSERT_TRUE(read_structure_csv("owner,owned,share\n\n", "s.csv", structure, reporter));
  ASSERT_EQ(reporter.count(Severity::kSkipped), 1U);
  EXPECT_EQ(reporter.remarks()[0].message, "the file has a header and no row");
}

TEST(StructureCsv, ReadsColumnsInAnyOrder) {
  const Read got = read("Share;Owned;Owner;to\n50%;A;X;2024-03-01\n");
  ASSERT_EQ(got.error, "");
  ASSERT_EQ(got.structure.links().size(), 1U);
  const Link& link = got.structure.links()[0];
  EXPECT_EQ(got.structure.name(link.owner), "X");
  EXPECT_EQ(got.structure.name(link.owned), "A");
  EXPECT_EQ(share_text(got.structure.share(link.share)), "50%");
  EXPECT_EQ(link.from, kAlways);
  EXPECT_EQ(link.to, day_from_civil({2024, 3, 1}));
  EXPECT_EQ(link.row, 2U);
}

TEST(StructureCsv, NamesMeanEachOtherExactly) {
  const Read got = read("owner,owned,share\n\"  M\xC3\xBCller \",A,50%\nMu\xCC\x88ller,B,50%\nmüller,C,50%\n");
  EXPECT_EQ(got.structure.links()[0].owner, got.structure.links()[1].owner);  // NFC
  EXPECT_NE(got.structure.links()[0].owner, got.structure.links()[2].owner);  // another case is another name
  EXPECT_TRUE(got.structure.find("M\xC3\xBCller"));
  EXPECT_FALSE(got.structure.find("Muller"));
}

TEST(StructureCsv, SaysWhatIsMissing) {
  EXPECT_EQ(read("").error, "s.csv: is empty");
  EXPECT_EQ(read("owner,share\nX,50%\n").error,
            "s.csv: record 1: the first line has no column 'owned'; it must name owner, owned and share, and may name "
            "kind, from, to, source, known_at and with");
  EXPECT_EQ(read("owner,owned,share,owner\n").error, "s.csv: record 1: the column 'owner' stands twice");
  EXPECT_THAT(read("owner,owned,share,remark\nX,A,50%,x\n").said(), ElementsAre("1: the column 'remark' was not used"));
}

TEST(StructureCsv, ABadRowCostsOnlyItself) {
  const Read got = read("owner,owned,share\nX,A,50%\nX,B,50\n\"X,C,50%\nX,D,50%,more\nX,E,1/2\n");
  EXPECT_EQ(got.structure.links().size(), 2U);
  EXPECT_THAT(got.said(), ElementsAre("3: \"50\" is ambiguous; write 50% or a part of one, such as 0.5 or 1/2",
                                      "4: a quote is not closed", "5: 4 fields where the header has 3"));
  EXPECT_TRUE(got.structure.is_marked(*got.structure.find("B"), Defect::kBadRow));
  EXPECT_FALSE(got.structure.is_marked(*got.structure.find("A"), Defect::kBadRow));
}

TEST(StructureCsv, DaysAreWholeDays) {
  for (const std::string_view text :
       {"2024", "2024-03", "2024-3-1", "01.03.2024", "2024-02-30", "2024-03-01 ", "0000-00-00"})
    EXPECT_FALSE(parse_day(text)) << text;
  EXPECT_EQ(parse_day("2024-02-29"), day_from_civil({2024, 2, 29}));
}

// Damaged copies of a table are read without harm: each row gives a link, a remark, or is blank; and what came in is
// judged.
TEST(StructureCsv, DamagedTablesAreReadAndJudged) {
  const std::string whole =
      "owner,owned,share,kind,from,to,source,known_at,with\nX,A,50%,,2020-01-01,,reg,2021-01-01,\nA,B,>25-50%,votes\n"
      "N,A,1/3,nominee,,,,,X\nX,A,,pact,,,,,Y\n\"Y, "
      "Ltd\",B,3/5,board\nX,B,,control:EU-a\n,A,,complete\n,B,,firewall\nX,Y,,family\n"
      "X,B,20%,option\nB,A,unknown\n";
  std::mt19937_64 random(1);
  constexpr std::string_view kBytes = "\"\n,;%-<>/0159XA\xFF\x00é";
  for (int copy = 0; copy < 3000; ++copy) {
    std::string text = whole;
    for (size_t n = 1 + random() % 6; n > 0; --n) {
      const size_t at = random() % text.size();
      switch (random() % 3) {
        case 0:
          text[at] = kBytes[random() % kBytes.size()];
          break;
        case 1:
          text.erase(at, 1 + random() % 5);
          break;
        default:
          text.insert(at, 1, kBytes[random() % kBytes.size()]);
      }
      if (text.empty()) text = "x";
    }
    const Read got = read(text);
    if (!got.error.empty()) continue;
    for (const Link& link : got.structure.links()) {
      ASSERT_LT(link.owned, got.structure.parties());
      ASSERT_EQ(link.share != kNoShare, takes_share(link.kind));
      ASSERT_LT(link.from, link.to);
      ASSERT_NE(link.owner, link.owned);
    }
    const auto x = got.structure.find("X");
    if (!x) continue;
    const Holdings holdings = Holdings::build(got.structure, {day_from_civil({2026, 11, 24}), kForever});
    for (const std::string& id : rule_ids()) {
      const Cascade cascade = Cascade::build(holdings, *rule_on(id, holdings.moment().as_of).rule, std::span(&*x, 1));
      const Judge judge(cascade, false);
      for (PartyId party = 0; party < got.structure.parties(); ++party) {
        const Finding finding = judge.find(party);
        ASSERT_EQ(judge.verdict(party), finding.verdict);
        explain(judge, finding);
      }
    }
  }
}

}  // namespace
}  // namespace cordon::graph
