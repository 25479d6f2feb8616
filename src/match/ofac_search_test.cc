#include "match/ofac_search.h"

#include <gtest/gtest.h>

#include "match/hit_fixture.h"
#include "match/judge.h"

namespace cordon::match {
namespace {

const Profile& profile() {
  static const Profile p = *builtin_profile("ofac-search");
  return p;
}

int thousandths(std::string_view a, std::string_view b, int prefix = 4) {
  const Ratio r = jaro_winkler(a, b, prefix);
  return static_cast<int>((2000 * r.num + r.den) / (2 * r.den));
}

Points points(std::string_view query, std::string_view listed, const Profile& p = profile()) {
  return ofac_score(ofac_query(query, p), ofac_name(listed), p).points;
}

TEST(JaroWinkler, TextbookPairs) {
  EXPECT_EQ(thousandths("MARTHA", "MARHTA"), 961);
  EXPECT_EQ(thousandths("MARTHA", "MARHTA", 0), 944);
  EXPECT_EQ(thousandths("DIXON", "DICKSONX"), 813);
  EXPECT_EQ(thousandths("DIXON", "DICKSONX", 0), 767);
  EXPECT_EQ(thousandths("DWAYNE", "DUANE"), 840);
  EXPECT_EQ(thousandths("JONES", "JOHNSON"), 832);
  EXPECT_EQ(thousandths("ABROMS", "ABRAMS"), 922);
}

TEST(JaroWinkler, Edges) {
  EXPECT_EQ(thousandths("", ""), 0);
  EXPECT_EQ(thousandths("A", ""), 0);
  EXPECT_EQ(thousandths("A", "A"), 1000);
  EXPECT_EQ(thousandths("AB", "BA"), 0);  // no letter stands within the window
  EXPECT_EQ(thousandths("CRATE", "TRACE", 0), 733);
  // An odd number of letters out of order is half a transposition more, not cut off.
  EXPECT_EQ(thousandths("ABCDEF", "BCADEF", 0), 917);
}

TEST(JaroWinkler, IsSymmetricHereAndNeverOverItsBound) {
  constexpr std::string_view kWords[] = {"MARTHA", "MARHTA", "DIXON", "DICKSONX", "ABAB", "BABA", "A", "XYZ"};
  for (const std::string_view a : kWords)
    for (const std::string_view b : kWords) {
      EXPECT_EQ(thousandths(a, b), thousandths(b, a)) << a << " " << b;
      int64_t common = 0;
      for (char c = 'A'; c <= 'Z'; ++c) common += std::min(std::ranges::count(a, c), std::ranges::count(b, c));
      EXPECT_LE(jaro_winkler(a, b, 4).hundredths(), jaro_winkler_bound(a, b, common, 4).hundredths()) << a << " " << b;
    }
}

TEST(OfacName, CutsWordsAndKeepsHyphensInTheWhole) {
  const OfacName name = ofac_name("AL-MUSTAFA, Dr. Jo'n A.B. (Ltd)");
  EXPECT_EQ(name.whole, "AL-MUSTAFADRJONABLTD");
  EXPECT_EQ(name.words, (std::vector<std::string>{"AL", "MUSTAFA", "DR", "JON", "AB", "LTD"}));
  EXPECT_TRUE(ofac_name("").words.empty());
  EXPECT_EQ(ofac_name(" ... ").whole, "");
  EXPECT_EQ(ofac_name("Müller").whole, "MULLER");
  EXPECT_LE(ofac_name(std::string(5000, 'a')).whole.size(), kMaxOfacLetters);
}

TEST(OfacSearch, OrderOfWordsDoesNotMatterWhereAllAgree) {
  EXPECT_EQ(points("Toman Viktor", "TOMAN, Viktor"), kPointsOne);
  EXPECT_EQ(points("Viktor Toman", "TOMAN, Viktor"), kPointsOne);
  EXPECT_EQ(points("Viktor Toman", "TOMAN, Viktor Viktorovich"), kPointsOne);
}

TEST(OfacSearch, TheWholeNeedsTheOrder) {
  EXPECT_EQ(points("Viktor Toman", "VIKTOR BELOV"), 8800);  // a ship begins like the query
  EXPECT_EQ(points("Toman Viktor", "VIKTOR BELOV"), 0);
}

TEST(OfacSearch, WordsOfUnlikeBeginningAreNotCompared) {
  EXPECT_EQ(points("Toman", "Roman"), 0);
  EXPECT_EQ(points("Toman", "Tomans"), 9700);
}

TEST(OfacSearch, ShortWordsCountOnlyWhereThereAreNoOthers) {
  EXPECT_EQ(points("Han Gil Un", "HAN, Gil Su"), kPointsOne);
  EXPECT_EQ(points("Q", "Motor Vessel Q"), kPointsOne);
  EXPECT_EQ(points("Q Motor", "Motor Vessel"), kPointsOne);
}

TEST(OfacSearch, AWordHalfAsLongIsNotCompared) {
  EXPECT_EQ(points("Tomantoman Viktor", "Toman Victor"), 8900);  // as a whole; by words it is under
  const OfacScore score = ofac_score(ofac_query("Tomantoman", profile()), ofac_name("Toman, Bela"), profile());
  EXPECT_EQ(score.words, 0);
}

TEST(OfacSearch, NothingUnderTheFloor) {
  Profile p = profile();
  EXPECT_EQ(points("Hedda Gustav", "GUSTAV, Olaf"), 0);
  p.ofac_floor = 0;
  EXPECT_EQ(points("Hedda Gustav", "GUSTAV, Olaf", p), 5000);
  EXPECT_EQ(points("", "Toman", p), 0);
  EXPECT_EQ(points("Toman", "", p), 0);
}

TEST(OfacSearch, OtherScriptsAreRomanised) {
  EXPECT_EQ(points("Виктор Томан", "TOMAN, Viktor"), kPointsOne);
  EXPECT_EQ(points("Βίκτωρ", "Томан"), 0);
}

Subject subject(std::string_view name) {
  Subject s;
  s.names.push_back({std::string(name), {}, {}, {}, false});
  s.birth_dates.push_back(DateSpan::year(1960));
  return s;
}

TEST(OfacSearch, EvidenceAddsUpAndNamesAloneCount) {
  Entity e;
  e.names.push_back({"TOMAN, Viktor", NameKind::kPrimary, NameStrength::kStrong, {}, {}, {}, {}, {}, 0});
  e.names.push_back({"VIKTOR BELOV", NameKind::kAlias, NameStrength::kWeak, {}, {}, {}, {}, {}, 0});
  for (const char* name :
       {"Viktor Toman", "Viktor Below", "Tomann Viktorr Xy", "Gustav", "Viktor Toman Viktor", "Li"}) {
    const Subject s = subject(name);
    const Hit hit = judge(prepare_query(s, profile()), e, 1000, profile());
    SCOPED_TRACE(name);
    expect_rows_add_up(hit);
    for (const Evidence& row : hit.evidence) EXPECT_NE(row.feature, Feature::kBirthDate);
    EXPECT_EQ(hit.score % 100, 0) << name;
    EXPECT_FALSE(hit.decided);
  }
  const Subject s = subject("Viktor Toman");
  const Hit hit = judge(prepare_query(s, profile()), e, 1000, profile());
  EXPECT_EQ(hit.score, kPointsOne);
  EXPECT_EQ(hit.entity_name, "TOMAN, Viktor");
  ASSERT_EQ(hit.evidence.size(), 3U);
  EXPECT_EQ(hit.evidence[0].points, 5000);
  EXPECT_EQ(hit.evidence[1].subject_text, "TOMAN");
}

}  // namespace
}  // namespace cordon::match
