#include "match/similarity.h"

#include <gtest/gtest.h>

#include <random>

#include "reference/osa_distance.h"

namespace cordon::match {
namespace {

std::string random_word(std::mt19937& rng, size_t longest, char last_letter) {
  std::string out(rng() % (longest + 1), 'a');
  for (char& c : out) c = static_cast<char>('a' + rng() % static_cast<unsigned>(last_letter - 'a' + 1));
  return out;
}

TEST(OsaDistance, EqualsItsNaiveTwinUpToTheCutoff) {
  std::mt19937 rng(20261125);
  for (int i = 0; i < 200000; ++i) {
    const char last = i % 2 ? 'c' : 'z';
    const std::string a = random_word(rng, 12, last);
    std::string b = random_word(rng, 12, last);
    if (i % 3 == 0) {  // near pairs, where the cutoff decides
      b = a;
      for (unsigned e = rng() % 4; e > 0 && !b.empty(); --e) {
        const size_t at = rng() % b.size();
        if (rng() % 2)
          b.erase(at, 1);
        else
          b.insert(at, 1, static_cast<char>('a' + rng() % 3));
      }
    }
    const int exact = reference::osa_distance(a, b);
    for (int cutoff = 0; cutoff <= 2; ++cutoff)
      ASSERT_EQ(osa_distance(a, b, cutoff), std::min(exact, cutoff + 1)) << a << " " << b << " cutoff " << cutoff;
  }
}

Similarity between(std::string_view a, std::string_view b) {
  const PreparedName x = prepare(a, names::NameType::kPerson);
  const PreparedName y = prepare(b, names::NameType::kPerson);
  return unit_similarity(query_unit(x.units.at(0), default_profile()), y.units.at(0), default_profile());
}

TEST(UnitSimilarity, SameSpellingIsOne) { EXPECT_EQ(between("Petrov", "petrov").value, 1000); }

TEST(UnitSimilarity, ShortPartsNeedEquality) {  // NM10
  EXPECT_EQ(between("Kim", "Kin").value, 0);
  EXPECT_EQ(between("Li", "Lu").value, 0);
}

TEST(UnitSimilarity, OneLetterInALongPartCostsLessThanInAShortOne) {
  EXPECT_GT(between("Zarubashenka", "Zarubashenko").value, between("Ordov", "Ordof").value);
}

TEST(UnitSimilarity, LongVowelsOfAnAbjadMustFit) {
  EXPECT_GE(between("عفيف", "Afif").value, 900);  // two consonants and a long vowel
  EXPECT_GE(between("سعيد", "Saeed").value, 900);
  EXPECT_LT(between("حميدي", "أحمدي").value, 700);  // Hamidi, Ahmadi: the same consonants
  EXPECT_GT(between("حميدي", "Hamidi").value, between("حميدي", "Ahmadi").value);
}

TEST(UnitSimilarity, OneConsonantIsTooLittleOfAnAbjad) {
  EXPECT_EQ(abjad_similarity("EcY", "achi", default_profile()).value, 0);
  EXPECT_EQ(abjads_similarity("lWY", "lWY", default_profile()).value, 0);
  EXPECT_GT(abjad_similarity("fYf", "fif", default_profile()).value, 0);
}

TEST(UnitSimilarity, ConsonantsHoldFarSpellingsTogether) {
  EXPECT_GT(between("Madinat", "Mudonut").value, 0);
  EXPECT_EQ(between("Madinat", "Mudorut").value, 0);
}

TEST(UnitSimilarity, FormsForMenAndWomen) {
  const Profile& p = default_profile();
  const auto as = [&](std::string_view a, std::string_view b, const names::NameHints& hints) {
    const PreparedName x = prepare(a, names::NameType::kPerson);
    const PreparedName y = prepare(b, names::NameType::kPerson, hints);
    return unit_similarity(query_unit(x.units[0], p), y.units[0], p).value;
  };
  EXPECT_GE(as("Zarubina", "Zarubin", {{}, {}, "Zarubin"}), 900);     // a family name
  EXPECT_LE(as("Valentina", "Valentin", {"Valentin", {}, {}}), 500);  // given names of two persons
}

TEST(UnitSimilarity, IsSymmetric) {
  const char* words[] = {"Muhammad", "Mohammed", "Aleksandr", "Alexander", "Hussein", "Husayn", "Sergey", "Serhii",
                         "Zhukov",   "Joukov",   "محمد",      "I",         "Ivan",    "Bob",    "Robert", "Ho"};
  for (const char* a : words)
    for (const char* b : words) EXPECT_EQ(between(a, b).value, between(b, a).value) << a << " " << b;
}

TEST(UnitSimilarity, AnAbjadMeetsASpellingWithVowels) { EXPECT_GE(between("محمد", "Mohamed").value, 850); }

}  // namespace
}  // namespace cordon::match
