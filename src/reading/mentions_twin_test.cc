// The scan loses nothing that its naive twin finds, and no damaged text ends it.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "reading/listed_fixture.h"
#include "reference/naive_mentions.h"

namespace cordon::reading {
namespace {

const std::vector<std::string> kGiven = {"Arkady", "Filipp", "Nadezhda", "Hossein",
                                         "Jong",   "Yusuf",  "Marek",    "Oleksandr"};
const std::vector<std::string> kFamily = {"Velestov", "Privalov", "Ordynskaya", "Tarifi",
                                          "Kwon",     "Demirci",  "Zawada",     "Hryhorenko"};
const std::vector<std::string> kOrganisation = {"Borevna Marine Trading Corporation", "Zarvand Aviation Industries",
                                                "Norsk Kvarts Holding", "Transkomplekt Ural Bureau"};
const std::vector<std::string> kPlain = {"said",     "on",   "Monday", "that", "the",      "letter",
                                         "of",       "and",  "from",   "was",  "never",    "sent",
                                         "Brussels", "bank", "spring", "he",   "sanctions"};

template <typename T>
const T& any(const std::vector<T>& of, std::mt19937& rng) {
  return of[rng() % of.size()];
}

ListedFixture made_list(std::mt19937& rng) {
  std::vector<Entity> all;
  for (int i = 0; i < 12; ++i)
    all.push_back(listed_party(Schema::kPerson, {any(kGiven, rng) + " " + any(kFamily, rng)}));
  for (const std::string& name : kOrganisation) all.push_back(listed_party(Schema::kCompany, {name}));
  return ListedFixture(std::move(all));
}

std::string made_text(const ListedFixture& list, std::mt19937& rng) {
  std::string text = "The council spoke of sanctions";
  for (int i = 0; i < 14; ++i) {
    const auto what = rng() % 6;
    text += what < 2 ? ", " : " ";
    if (what == 0) {
      text += any(list.entities, rng).names[0].text;
    } else if (what == 1) {
      text += any(kFamily, rng) + " " + any(kGiven, rng);
    } else {
      text += any(kPlain, rng) + " " + any(kPlain, rng);
    }
  }
  return text + ".";
}

TEST(MentionsTwin, TheScanLosesNothingThatBruteForceFinds) {
  std::mt19937 rng(21);
  size_t checked = 0;
  for (int round = 0; round < 12; ++round) {
    const ListedFixture list = made_list(rng);
    for (int page = 0; page < 4; ++page) {
      const std::string text = made_text(list, rng);
      const auto found = list.read({text});
      for (const reference::NaiveMention& twin :
           reference::naive_mentions(text, list.entities, 5, 9000, list.profile)) {
        ++checked;
        const std::string id = "t:" + std::to_string(twin.entity);
        EXPECT_TRUE(std::ranges::any_of(found,
                                        [&](const ListedMention& m) {
                                          return m.begin < twin.end && twin.begin < m.end &&
                                                 std::find(m.entity_ids.begin(), m.entity_ids.end(), id) !=
                                                     m.entity_ids.end();
                                        }))
            << text << "\n"
            << text.substr(twin.begin, twin.end - twin.begin) << " of " << list.entities[twin.entity].names[0].text;
      }
    }
  }
  EXPECT_GT(checked, 60U);
}

TEST(MentionsMutation, DamagedTextGivesPlacesWithinIt) {
  std::mt19937 rng(22);
  const ListedFixture list = made_list(rng);
  const std::string others = " «Велестов» 弗拉基米尔·普京 ومجموعة فلتا l’Arkady Privalov's (BMTC) — „Velta“ ";
  for (int round = 0; round < 400; ++round) {
    std::string text = made_text(list, rng) + others;
    for (auto edits = 1 + rng() % 8; edits > 0 && !text.empty(); --edits) {
      const size_t at = rng() % text.size();
      switch (rng() % 4) {
        case 0:
          text[at] = static_cast<char>(rng());
          break;
        case 1:
          text.erase(at, 1 + rng() % 5);
          break;
        case 2:
          text.insert(at, text.substr(rng() % text.size(), rng() % 20));
          break;
        default:
          text.resize(at + 1);
      }
    }
    for (const ListedMention& m : list.read({text}, round % 2 == 0 ? "en" : "ru")) {
      ASSERT_LT(m.begin, m.end);
      ASSERT_LE(m.end, text.size());
      ASSERT_EQ(m.text, text.substr(m.begin, m.end - m.begin));
      ASSERT_FALSE(m.entity_ids.empty());
    }
  }
}

}  // namespace
}  // namespace cordon::reading
