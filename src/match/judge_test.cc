#include "match/judge.h"

#include <gtest/gtest.h>

#include "match/hit_fixture.h"

namespace cordon::match {
namespace {

Entity person(std::string_view name, NameStrength strength = NameStrength::kStrong) {
  Entity e;
  e.id = "test:1";
  e.list = "test";
  e.schema = Schema::kPerson;
  e.names.push_back({std::string(name), NameKind::kPrimary, strength, {}, {}, {}, {}, {}, 0});
  return e;
}
Subject subject(std::string_view name, std::string_view born = {}, std::string_view country = {}) {
  Subject s;
  s.schema = Schema::kPerson;
  s.names.push_back({std::string(name), {}, {}, {}, false});
  if (!born.empty()) s.birth_dates.push_back(parse_date(born).value());
  if (!country.empty()) s.countries.push_back(std::string(country));
  return s;
}
Hit judged(const Subject& s, const Entity& e) {
  return judge(prepare_query(s, default_profile()), e, 1000, default_profile());
}

TEST(Judge, EvidenceAddsUpToTheScoreAndTheLikelihood) {
  Entity e = person("Dmitry Sergeyevich Peskov");
  e.dates.push_back({DateKind::kBirth, parse_date("17 Oct 1967").value(), {}, 0});
  e.countries.push_back({CountryKind::kNationality, "ru", "Russia", 0});
  for (const Subject& s :
       {subject("Dmitriy Peskov", "1967-10-17", "ru"), subject("Peskov D.", "1970", "us"), subject("Dmitri Peskow")}) {
    const Hit hit = judged(s, e);
    expect_rows_add_up(hit);
    EXPECT_GE(hit.score, 0);
    EXPECT_LE(hit.score, kPointsOne);
  }
}

TEST(Judge, AFullNameWithTheFullBirthDateDecides) {
  Entity e = person("Ivan Ilyich Smirnov");
  e.dates.push_back({DateKind::kBirth, parse_date("1970-02-03").value(), {}, 0});
  EXPECT_TRUE(judged(subject("Smirnov Ivan Ilyich", "1970-02-03"), e).decided);
  EXPECT_FALSE(judged(subject("Smirnov Ivan Ilyich", "1970"), e).decided);
}

TEST(Judge, AContradictionLowersAFullNameButDoesNotHideIt) {  // DESIGN 4.1
  Entity e = person("Ivan Ilyich Smirnov");
  e.dates.push_back({DateKind::kBirth, parse_date("1970-02-03").value(), {}, 0});
  e.countries.push_back({CountryKind::kNationality, "ru", "Russia", 0});
  const Hit hit = judged(subject("Ivan Ilyich Smirnov", "1955-07-09", "br"), e);
  EXPECT_LT(hit.score, judged(subject("Ivan Ilyich Smirnov"), e).score);
  EXPECT_GE(hit.score, default_profile().threshold);
  EXPECT_FALSE(hit.decided);
}

TEST(Judge, AWeakAliasAloneIsNoHit) {  // WK-1, WK-2
  Entity e = person("LUCAS", NameStrength::kWeak);
  e.dates.push_back({DateKind::kBirth, parse_date("1970-02-03").value(), {}, 0});
  e.countries.push_back({CountryKind::kNationality, "co", "Colombia", 0});
  EXPECT_LT(judged(subject("Lucas"), e).score, default_profile().threshold);
  EXPECT_LT(judged(subject("Lucas", "1970-02-03"), e).score, 8500);
  EXPECT_GE(judged(subject("Lucas", "1970-02-03", "co"), e).score, 8500);
}

TEST(Judge, AnEqualStrongIdentifierDecidesWhateverTheName) {  // ID-IMO-2
  Entity e = person("OLD SUN");
  e.schema = Schema::kVessel;
  Identifier imo;
  imo.kind = IdKind::kImo;
  imo.value = "7406784";
  e.identifiers.push_back(imo);
  Subject s = subject("New Dawn");
  s.schema = Schema::kVessel;
  s.identifiers.push_back(imo);
  const Hit hit = judged(s, e);
  EXPECT_GE(hit.score, 9000);
  EXPECT_TRUE(hit.decided);
}

TEST(Judge, AFalseDocumentNeverSupports) {  // EUF-3
  Entity e = person("Someone Else");
  Identifier passport;
  passport.kind = IdKind::kPassport;
  passport.value = "AB1234567";
  passport.known_false = true;
  e.identifiers.push_back(passport);
  Subject s = subject("Another Person");
  passport.known_false = false;
  s.identifiers.push_back(passport);
  EXPECT_LT(judged(s, e).score, default_profile().threshold);
}

TEST(Judge, APersonIsNoShip) {
  Entity e = person("Sergey Korolev");
  e.schema = Schema::kVessel;
  EXPECT_LT(judged(subject("Sergey Korolev"), e).score, kPointsOne);
}

TEST(Judge, ANumberOfWhichAPartyHasOneWeighsAgainstWhenItDiffers) {
  Entity e = person("OLD SUN");
  e.schema = Schema::kVessel;
  Identifier imo;
  imo.kind = IdKind::kImo;
  imo.value = "9074729";
  e.identifiers.push_back(imo);
  Subject s = subject("Old Sun");
  s.schema = Schema::kVessel;
  const Hit without = judged(s, e);
  imo.value = "9176187";  // another valid one
  s.identifiers.push_back(imo);
  const Hit with = judged(s, e);
  EXPECT_EQ(with.score, without.score - default_profile().loss_identifier_differs);
  EXPECT_LT(with.likelihood, without.likelihood);
  EXPECT_FALSE(with.decided);
  imo.value = "9074729";
  s.identifiers.push_back(imo);  // one of them is the listed one
  EXPECT_TRUE(judged(s, e).decided);
}

TEST(Judge, ARareNameIsLikelierThanACommonOne) {
  Entity rare = person("Xhemal Kurtishaj");
  rare.dates.push_back({DateKind::kBirth, parse_date("1970").value(), {}, 0});
  const Hit common = judged(subject("Mohammed Ali"), person("Mohammed Ali"));
  const Hit named = judged(subject("Xhemal Kurtishaj"), rare);
  const Hit born = judged(subject("Xhemal Kurtishaj", "1970"), rare);
  EXPECT_GT(named.bits, common.bits + 1000);
  EXPECT_GT(born.bits, common.bits + 3000);  // eight times the odds
}

// More agreement never lowers a score or a likelihood: each step of a row adds something that agrees.
TEST(Judge, MoreAgreementNeverLowers) {
  Entity e = person("Dmitry Sergeyevich Peskov");
  e.dates.push_back({DateKind::kBirth, parse_date("17 Oct 1967").value(), {}, 0});
  e.countries.push_back({CountryKind::kNationality, "ru", "Russia", 0});
  Identifier inn;
  inn.kind = IdKind::kInn;
  inn.value = "500100732259";
  inn.country = "ru";
  e.identifiers.push_back(inn);
  Subject with_number = subject("Dmitry Sergeyevich Peskov", "1967-10-17", "ru");
  with_number.identifiers.push_back(inn);
  const std::vector<std::vector<Subject>> rows = {
      {subject("D. Peskov"), subject("Dmitri Peskov"), subject("Dmitry Peskov"), subject("Dmitry Sergeyevich Peskov"),
       subject("Dmitry Sergeyevich Peskov", "1967"), subject("Dmitry Sergeyevich Peskov", "1967-10-17"),
       subject("Dmitry Sergeyevich Peskov", "1967-10-17", "ru"), with_number},
      {subject("Peskow", "1955-02-01", "br"), subject("Peskov", "1955-02-01", "br"), subject("Peskov", "1955-02-01"),
       subject("Peskov"), subject("Peskov", "1967"), subject("Dmitry Peskov", "1967")},
      {subject("Dmitry Peskov", "1966-10-18"), subject("Dmitry Peskov", "1967-01-01"), subject("Dmitry Peskov"),
       subject("Dmitry Peskov", "1967"), subject("Dmitry Peskov", "1967-10-17")}};
  for (const auto& row : rows)
    for (size_t i = 1; i < row.size(); ++i) {
      const Hit less = judged(row[i - 1], e);
      const Hit more = judged(row[i], e);
      EXPECT_LE(less.score, more.score) << row[i].names[0].text << " " << i;
      EXPECT_LE(less.bits, more.bits) << row[i].names[0].text << " " << i;
    }
}

TEST(BitsOfRarity, NeverFall) {
  const Profile& p = default_profile();
  for (int32_t r = 0; r < 60000; r += 250) EXPECT_LE(bits_of_rarity(r, p), bits_of_rarity(r + 250, p)) << r;
}

TEST(Judge, AShipThatWasRenamedIsBothNames) {  // VS-4
  for (const std::string_view listed : {"NEW DAWN", "OLD SUN"}) {
    Entity e = person(listed);
    e.schema = Schema::kVessel;
    Subject s = subject("NEW DAWN (EX OLD SUN)");
    s.schema = Schema::kVessel;
    EXPECT_GE(judged(s, e).score, 9000) << listed;
  }
  Entity e = person("NEW DAWN");
  e.schema = Schema::kVessel;
  Subject s = subject("APEX EXPLORER");
  s.schema = Schema::kVessel;
  EXPECT_LT(judged(s, e).score, default_profile().threshold);
}

TEST(NameCutoff, IsLowOnlyWhereAttributesCanLift) {
  const Profile& p = default_profile();
  EXPECT_EQ(name_cutoff(7000, false, p), 7000);
  EXPECT_EQ(name_cutoff(7000, true, p), 7000 - p.lift_limit);
  EXPECT_EQ(name_cutoff(5200, true, p), p.lift_floor);
  EXPECT_EQ(name_cutoff(3000, true, p), 3000);
}

Points firms(std::string_view query, std::string_view listed) {
  Entity e;
  e.id = "test:1";
  e.list = "test";
  e.schema = Schema::kCompany;
  e.names.push_back({std::string(listed), NameKind::kPrimary, NameStrength::kStrong, {}, {}, {}, {}, {}, 0});
  Subject s;
  s.schema = Schema::kCompany;
  s.names.push_back({std::string(query), {}, {}, {}, false});
  return judged(s, e).score;
}

TEST(Judge, OrganisationsAcrossLanguages) {
  const Points hit = default_profile().threshold;
  EXPECT_GE(firms("Ямбургский патронный завод", "Yamburg Cartridge Works"), hit);
  EXPECT_GE(firms("Elettronica marittima Orizzonte S.p.A.", "Orizzonte Maritime Electronics JSC"), hit);
  EXPECT_GE(firms("ФГУП НИИ Меридиан", "Meridian Scientific Research Institute"), hit);
  EXPECT_GE(firms("Ministerstvo obrany Ostrovie", "Ministry of Defence of Ostrovia"), hit);
  EXPECT_GE(firms("Verteidigungsministerium", "Ministry of Defence"), hit);
  EXPECT_GE(firms("Společnost Meridian, a.s.", "Meridian Corporation"), hit);
}

TEST(Judge, OrganisationsThatShareOnlyCommonWordsAreNoHit) {
  const Points hit = default_profile().threshold;
  EXPECT_LT(firms("НИИ Меридиан", "Scientific Research Institute Kvadrat"), hit);
  EXPECT_LT(firms("NPO Zenit-Alfa", "NPO Kvadrat"), hit);
  EXPECT_LT(firms("Federal State Unitary Enterprise Research and Production Association Orlan",
                  "Federal State Unitary Enterprise Research and Production Association Kvadrat"),
            hit);
  EXPECT_LT(firms("Machine Building Plant No. 7", "Машиностроительный завод № 9"), hit);
  EXPECT_LT(firms("Al Noor Trading", "Al Noor Shipping"), hit);
  EXPECT_LT(firms("Alfa Trade", "Alfa Bank"), hit);
}

// Brute force judges prepared parties: the same hit, whichever of several names is the best.
TEST(Judge, APreparedPartyIsTheSameHit) {
  Entity e = person("Иван Петров");
  for (const char* text : {"Ivan Petrov", "John Petroff", "Vanya", "ايفان بتروف"}) {
    Name name = e.names[0];
    name.text = text;
    name.strength = text[0] == 'V' ? NameStrength::kWeak : NameStrength::kStrong;
    e.names.push_back(name);
  }
  for (const char* profile : {"default", "ofac-search"}) {
    const Profile p = builtin_profile(profile).value();
    const PreparedParty party = prepare_party(e, p);
    for (const char* text : {"Petrov, Ivan", "Vanya", "Jon Petrof", "Somebody Else", "Юлия"}) {
      const Subject s = subject(text, "1970");
      const Query query = prepare_query(s, p);
      const Hit want = judge(query, e, 1000, p);
      const Hit got = judge(query, party, 1000, p);
      EXPECT_EQ(std::tie(got.score, got.bits, got.subject_name, got.entity_name, got.decided),
                std::tie(want.score, want.bits, want.subject_name, want.entity_name, want.decided))
          << text;
      ASSERT_EQ(got.evidence.size(), want.evidence.size());
      for (size_t i = 0; i < got.evidence.size(); ++i)
        EXPECT_EQ(std::tie(got.evidence[i].entity_text, got.evidence[i].note, got.evidence[i].points),
                  std::tie(want.evidence[i].entity_text, want.evidence[i].note, want.evidence[i].points));
    }
  }
}

// What the index bounds a party by: no score is over it, and it does not fall as more of the name agrees.
TEST(Judge, NoScoreIsOverItsBound) {
  constexpr const char* kNames[] = {"Ivan Ilyich Smirnov", "Ivan Smirnov", "Smirnof Ivan", "Ilya Smirnov",
                                    "Ivan Petrov"};
  constexpr const char* kDates[] = {"", "1970-02-03", "1970-03-02", "1970", "1971-02-03", "1955-07-09", "1970-01-01"};
  constexpr const char* kCountries[] = {"", "ru", "us", "suhh"};
  const Profile& p = default_profile();
  int reached = 0;
  for (const char* listed_name : kNames)
    for (const char* listed_date : kDates)
      for (const char* listed_country : kCountries) {
        Entity e = person(listed_name);
        if (*listed_date == '\0' && *listed_country == '\0') e.schema = Schema::kVessel;
        if (*listed_date) e.dates.push_back({DateKind::kBirth, parse_date(listed_date).value(), {}, 0});
        if (*listed_country) e.countries.push_back({CountryKind::kNationality, listed_country, "", 0});
        const ListedAttributes listed = listed_attributes(e);
        for (const char* name : kNames)
          for (const char* date : kDates)
            for (const char* country : kCountries) {
              const Subject s = subject(name, date, country);
              const Query query = prepare_query(s, p);
              const Points points = best_name_points(query, e, p);
              const AttributeBound bound = bound_attributes(s, listed, p);
              const Hit hit = judge(query, e, 1000, p);
              ASSERT_LE(hit.score, most_points(points, bound, p)) << listed_name << listed_date << name << date;
              ASSERT_LE(most_points(points, bound, p), most_points(points + 1, bound, p));
              const Points needed = needed_points(p.threshold, bound, p);
              ASSERT_EQ(most_points(points, bound, p) >= p.threshold, points >= needed);
              if (hit.decided) ASSERT_TRUE(bound.birth_day);
              reached += hit.score == most_points(points, bound, p);
            }
      }
  EXPECT_GT(reached, 10000);  // and it is near
}

}  // namespace
}  // namespace cordon::match
