// Whatever the judge says by reading the whole party, he says by the names that are in reach.
#include "reading/mention_bound.h"

#include <gtest/gtest.h>

#include <random>

#include "match/judge_names.h"
#include "reading/listed_fixture.h"

namespace cordon::reading {
namespace {

using Rng = std::mt19937;

constexpr const char* kGiven[] = {"Arkady",   "Arkadij", "Аркадий", "Yusuf", "يوسف",
                                  "Ali Reza", "Alireza", "Bob",     "Robert"};
constexpr const char* kFamily[] = {"Velestov",  "Velestova", "Велестов",   "Haddadi",
                                   "al-Hadadi", "Okonkwo",   "Haji Zadeh", "Hajizadeh"};
constexpr const char* kFirm[] = {"Borevna", "BOREVNA", "Nordmeer", "Трансуголь", "Zarvand-2", "Norsk Kvarts"};
constexpr const char* kKind[] = {"Bank", "Банк", "Trading", "Group", "Shipping", "Forschungsinstitut", "Institute"};
constexpr const char* kForm[] = {"", " LLC", " JSC", " GmbH"};

template <size_t n>
std::string one_of(const char* const (&values)[n], Rng& rng) {
  return values[rng() % n];
}

std::string person(Rng& rng) {
  std::string out = one_of(kGiven, rng) + " ";
  if (rng() % 3 == 0) out += one_of(kGiven, rng) + " ";
  if (rng() % 6 == 0) out += "A. ";
  return out + one_of(kFamily, rng);
}
std::string firm(Rng& rng) {
  std::string out = one_of(kFirm, rng);
  for (auto n = rng() % 3; n > 0; --n) out += " " + one_of(kKind, rng);
  if (rng() % 4 == 0) out = one_of(kKind, rng) + " " + out;
  return out + one_of(kForm, rng);
}
std::string edited(std::string text, Rng& rng) {
  switch (rng() % 5) {
    case 0:
      if (const size_t at = text.find(' '); at != std::string::npos) text.erase(at, 1);
      break;
    case 1:
      if (const size_t at = text.rfind(' '); at != std::string::npos) text.resize(at);
      break;
    case 2:
      text.erase(rng() % text.size(), 1);
      break;
    default:
      break;
  }
  return text;
}

TEST(PartyBound, LosesNothingThatTheJudgeSaysOfTheWholeParty) {
  Rng rng(31);
  size_t hits = 0, by_short_names = 0, out_of_reach = 0;
  for (int round = 0; round < 15; ++round) {
    std::vector<Entity> all;
    for (int i = 0; i < 20; ++i) {
      const bool is_person = i % 2 == 0;
      std::vector<std::string> names;
      for (auto n = 1 + rng() % 3; n > 0; --n) names.push_back(is_person ? person(rng) : firm(rng));
      all.push_back(listed_party(is_person ? Schema::kPerson : Schema::kCompany, names));
    }
    const ListedFixture list(std::move(all));
    PartyBound bound(*list.index, list.profile);
    for (int text = 0; text < 40; ++text) {
      const bool is_person = text % 2 == 0;
      Subject subject;
      subject.schema = is_person ? Schema::kPerson : Schema::kCompany;
      subject.names.push_back({edited(is_person ? person(rng) : firm(rng), rng), {}, {}, {}, false});
      const match::Query query = match::prepare_query(subject, list.profile);
      AlikeWords met;
      for (uint32_t e = 0; e < list.entities.size(); ++e) {
        if ((list.entities[e].schema == Schema::kPerson) != is_person) continue;
        Entity entity = list.entities[e];
        const size_t listed = entity.names.size();
        if (!is_person) {  // a short name, of the first word
          Name name;
          name.text = entity.names[0].text.substr(0, entity.names[0].text.find(' '));
          entity.names.push_back(std::move(name));
        }
        const match::PreparedParty party = match::prepare_party(std::move(entity), list.profile);
        const Hit whole = match::judge(query, party, list.entities.size(), list.profile);
        for (const Points least : {7000, 8000, 9000}) {
          NamesInReach reach = bound.names_in_reach(query, met, e, least);
          if (reach.short_names)
            for (size_t i = listed; i < party.entity.names.size(); ++i)
              reach.names.push_back({static_cast<uint32_t>(i), kPointsOne});
          out_of_reach += reach.names.empty();
          if (whole.score < least) continue;
          ++hits;
          const std::string what = subject.names[0].text + " / " + whole.entity_name;
          ASSERT_FALSE(reach.names.empty()) << what;
          const Hit hit = match::judge_names(query, party, list.entities.size(), list.profile, reach.names);
          EXPECT_EQ(hit.score, whole.score) << what;
          EXPECT_EQ(hit.bits, whole.bits) << what;
          EXPECT_EQ(hit.entity_name, whole.entity_name) << what;
          EXPECT_EQ(hit.evidence.size(), whole.evidence.size()) << what;
          by_short_names += whole.entity_name == party.entity.names.back().text && !is_person;
        }
      }
    }
  }
  EXPECT_GT(hits, 500U);
  EXPECT_GT(by_short_names, 20U);
  EXPECT_GT(out_of_reach, 5000U);
}

}  // namespace
}  // namespace cordon::reading
