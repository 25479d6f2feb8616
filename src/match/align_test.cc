#include "match/align.h"

#include <gtest/gtest.h>

#include <random>

#include "match/judge.h"

namespace cordon::match {
namespace {

Alignment aligned(std::string_view a, std::string_view b, names::NameType type = names::NameType::kPerson) {
  const Profile& p = default_profile();
  const PreparedName x = prepare(a, type);
  const PreparedName y = prepare(b, type);
  std::vector<QueryUnit> units;
  for (const Unit& u : x.units) units.push_back(query_unit(u, p));
  std::vector<Pair> pairs;
  all_pairs(units, y, p, pairs);
  Alignment out;
  const PartWeights wx = weigh(x, p);
  const PartWeights wy = weigh(y, p);
  align(side(wx), side(wy), pairs, legal_forms_differ(x, y), p, out);
  return out;
}
Points points(std::string_view a, std::string_view b) { return aligned(a, b).score; }

TEST(Align, PointsOfThePairsAddUpToTheScore) {
  const Alignment a = aligned("Ivan Sergeyevich Petrov", "Petrov Ivan");
  Points sum = 0;
  for (const AlignedPair& x : a.pairs) sum += x.points;
  EXPECT_EQ(a.score, sum);
  EXPECT_EQ(a.pairs.size(), 2U);
  EXPECT_EQ(a.query_left, 0b010U);
  EXPECT_EQ(a.other_left, 0U);
}

TEST(Align, OrderDoesNotMatter) {
  EXPECT_EQ(points("Petrov Ivan", "Ivan Petrov"), points("Ivan Petrov", "Ivan Petrov"));
}

TEST(Align, JoinedAndSplitPartsAgree) {  // NM2
  EXPECT_GE(points("Ali Reza Karimi", "Alireza Karimi"), 8500);
  EXPECT_GE(points("Abdulrahman Salim", "Abd al-Rahman Salim"), 8500);
  EXPECT_GE(points("Xi Xiaoming", "Xiao Ming Xi"), 8500);
}

TEST(Align, AMissingPatronymicIsTolerated) {
  EXPECT_GE(points("Sergey Ivanovich Petrov", "Sergey Petrov"), 8500);
}  // NM5

TEST(Align, AnotherPatronymicIsNot) { EXPECT_LT(points("Sergey Petrovich Orlov", "Sergey Pavlovich Orlov"), 7000); }

TEST(Align, AnInitialStaysBelowAFullAgreement) {  // NM6
  EXPECT_LT(points("I. Petrov", "Ivan Petrov"), 9000);
  EXPECT_GT(points("I. Petrov", "Ivan Petrov"), points("K. Petrov", "Ivan Petrov"));
}

TEST(Align, OneSharedPartIsNoHit) {
  EXPECT_LT(points("Abdullah", "Abdullah Sungkar"), 7000);
  EXPECT_LT(points("Aleksandr Ivanov", "Aleksei Ivanov"), 7000);
}

TEST(Align, NumbersMustAgree) {
  const auto vessel = [](const char* a, const char* b) { return aligned(a, b, names::NameType::kObject).score; };
  EXPECT_GE(vessel("SEA STAR II", "SEA STAR 2"), 8500);
  EXPECT_LT(vessel("SEA STAR II", "SEA STAR"), 7000);
  EXPECT_LT(vessel("SEA STAR 2", "SEA STAR 3"), 7000);
}

TEST(Align, MoreAgreementNeverLowersAScore) {
  EXPECT_LE(points("Ivan Petrov", "Ivan Sergeyevich Petrov"),
            points("Ivan Sergeyevich Petrov", "Ivan Sergeyevich Petrov"));
  EXPECT_LE(points("Ivan Petrow", "Ivan Petrov"), points("Ivan Petrov", "Ivan Petrov"));
}

// The law that retrieval stands on: no name scores more than the bound for the query parts that agree.
TEST(UpperBound, IsNeverUnderTheScore) {
  static const char* kWords[] = {"Ivan", "Petrov",      "Mohammed",    "Ali",      "al",  "Hassan",
                                 "Bank", "2",           "II",          "Xiaoming", "Kim", "Jong",
                                 "Un",   "Sergeyevich", "I.",          "K",        "van", "Dr",
                                 "Ltd",  "Zhukovskaya", "Abdulrahman", "Rahman",   "Abd"};
  std::mt19937 rng(7);
  const Profile& p = default_profile();
  int tight = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string a, b;
    for (unsigned i = 0; i <= rng() % 5; ++i) a += std::string(kWords[rng() % std::size(kWords)]) + " ";
    for (unsigned i = 0; i <= rng() % 5; ++i) b += std::string(kWords[rng() % std::size(kWords)]) + " ";
    const Alignment got = aligned(a, b, names::NameType::kAny);
    uint32_t agreeing = 0;
    for (const AlignedPair& x : got.pairs) agreeing |= ((1U << x.pair.query_parts) - 1U) << x.pair.query_first;
    const PartWeights w = weigh(prepare(a, names::NameType::kAny), p);
    ASSERT_LE(got.score, upper_bound(w, agreeing, p)) << a << "| " << b;
    std::array<uint16_t, names::kMaxParts> similarity = {};
    for (const AlignedPair& x : got.pairs)
      for (int part = x.pair.query_first; part < x.pair.query_first + x.pair.query_parts; ++part)
        similarity[static_cast<size_t>(part)] = x.pair.similarity;
    const Points bound = upper_bound(w, std::span(similarity.data(), w.size), p);
    ASSERT_LE(got.score, bound) << a << "| " << b;
    ASSERT_LE(bound, upper_bound(w, agreeing, p) + 1) << a;
    tight += got.score > 0 && bound <= got.score + 100;
  }
  EXPECT_GT(tight, 200);
}

}  // namespace
}  // namespace cordon::match
