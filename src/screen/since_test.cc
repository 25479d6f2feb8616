// What --since answers, held against the difference of two full runs, taken by another program (below) from the JSON
// lines of both: random lists, random edits of them, random subjects, every kind of setting.
#include "screen/since.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "assemble/build.h"
#include "screen/changes.h"
#include "screen/json.h"
#include "screen/verify.h"

namespace cordon::screen {
namespace {

using Json = nlohmann::json;
using Rng = std::mt19937;
using Listed = std::map<std::string, std::map<std::string, Entity>>;  // by list and id

constexpr const char* kGiven[] = {"Timur", "Tymur", "Тимур", "Yusuf", "Yousef", "يوسف", "Anna", "Ann", "Grace"};
constexpr const char* kFamily[] = {"Volkovsky", "Волковский", "Volkovskiy", "Haddadi", "al-Hadadi", "Okonkwo", "Lee"};
constexpr const char* kFirm[] = {"Nordmeer Trading", "Nordmeer Shipping", "Kalina Severin Bank", "KSB", "Lee Trading"};
constexpr const char* kPrograms[] = {"UKR", "RUS", "IRN"};

template <typename T, size_t n>
const T& one_of(const T (&values)[n], Rng& rng) {
  return values[rng() % n];
}
bool chance(Rng& rng, unsigned percent) { return rng() % 100 < percent; }

std::string person(Rng& rng) {
  std::string out = one_of(kGiven, rng);
  if (chance(rng, 30)) out += std::string(" ") + one_of(kGiven, rng);
  return out + " " + one_of(kFamily, rng);
}
std::string name(Schema schema, Rng& rng) {
  return schema == Schema::kPerson ? person(rng) : one_of(kFirm, rng) + std::string(chance(rng, 50) ? " LLC" : "");
}
DateSpan birth(Rng& rng) {
  const int year = 1960 + static_cast<int>(rng() % 3);
  return chance(rng, 50) ? DateSpan::year(year) : DateSpan::day({year, 3, static_cast<unsigned>(1 + rng() % 2)});
}
Identifier number(Rng& rng) {
  Identifier out;
  out.kind = chance(rng, 50) ? IdKind::kInn : IdKind::kPassport;
  out.value = out.kind == IdKind::kInn ? (chance(rng, 50) ? "7707083893" : "7736050003")
                                       : "AB" + std::to_string(100000 + rng() % 3);
  out.country = "ru";
  return out;
}
Name listed_name(std::string text, bool is_first, Rng& rng) {
  return {std::move(text),
          is_first ? NameKind::kPrimary : NameKind::kAlias,
          chance(rng, 15) && !is_first ? NameStrength::kWeak : NameStrength::kStrong,
          {},
          {},
          {},
          {},
          {},
          0};
}

Entity party(const std::string& list, int n, Rng& rng) {
  Entity e;
  e.list = list;
  e.list_id = std::to_string(n);
  e.id = chance(rng, 80) ? list + ":" + e.list_id : "Q" + e.list_id;  // FtM's ids bear no list
  e.schema = chance(rng, 75) ? Schema::kPerson : Schema::kCompany;
  e.sources = {{list + ".csv", "line " + e.list_id, rng() % 1000}};
  const int names = 1 + static_cast<int>(rng() % 3);
  for (int i = 0; i < names; ++i) e.names.push_back(listed_name(name(e.schema, rng), i == 0, rng));
  e.caption = e.names[0].text;
  if (chance(rng, 60)) e.dates.push_back({DateKind::kBirth, birth(rng), {}, 0});
  if (chance(rng, 40)) e.identifiers.push_back(number(rng));
  if (chance(rng, 50)) e.countries.push_back({CountryKind::kNationality, chance(rng, 60) ? "ru" : "iq", "", 0});
  if (chance(rng, 80)) e.programs.push_back({one_of(kPrograms, rng), 0});
  if (chance(rng, 30)) e.references.push_back({"QDi.00" + std::to_string(rng() % 3), 0});
  return e;
}

void edit(Entity& e, Rng& rng) {
  switch (rng() % 11) {
    case 0:
      e.names[0].text = name(e.schema, rng);
      break;
    case 1:
      e.names.push_back(listed_name(name(e.schema, rng), false, rng));
      break;
    case 2:
      if (e.names.size() > 1) e.names.pop_back();
      break;
    case 3:
      e.dates = {{DateKind::kBirth, birth(rng), {}, 0}};
      break;
    case 4:
      e.identifiers = {number(rng)};
      break;
    case 5:
      e.programs = {{one_of(kPrograms, rng), 0}};
      break;
    case 6:
      e.references = {{"QDi.00" + std::to_string(rng() % 3), 0}};
      break;
    case 7:
      e.caption += "'";
      break;
    case 8:
      std::reverse(e.names.begin(), e.names.end());
      break;
    case 9:
      e.properties.push_back({"notes", "edited", 0});
      break;
    default:
      e.sources[0].byte += 7;  // read elsewhere: no change
  }
}

// Some parties of the lists go, come, change, or move to another list; a list may come or go.
Listed edited(Listed lists, Rng& rng) {
  const int edits = static_cast<int>(rng() % 8);
  for (int i = 0; i < edits; ++i) {
    auto& list = std::next(lists.begin(), static_cast<int>(rng() % lists.size()))->second;
    if (list.empty()) continue;
    const auto at = std::next(list.begin(), static_cast<int>(rng() % list.size()));
    const auto what = rng() % 10;
    if (what == 0) {
      list.erase(at);
    } else if (what == 1) {
      const std::string name = at->second.list;
      Entity e = party(name, 100 + i, rng);
      list[e.id] = std::move(e);
    } else if (what == 2) {
      Entity moved = at->second;
      list.erase(at);
      auto& other = *lists.begin();
      moved.list = other.first;
      moved.id = other.first + ":m" + std::to_string(i);
      other.second[moved.id] = std::move(moved);
    } else {
      edit(at->second, rng);
    }
  }
  if (chance(rng, 10) && lists.size() > 1) lists.erase(lists.begin());
  if (chance(rng, 10)) {
    Entity e = party("d", 1, rng);
    lists["d"][e.id] = std::move(e);
  }
  return lists;
}

std::shared_ptr<const Snapshot> snapshot(const Listed& lists, Rng& rng) {
  std::vector<lists::ParsedList> all;
  for (const auto& [name, parties] : lists) {
    lists::ParsedList list;
    list.info.list = name;
    list.info.published = DateSpan::day({2026, 1, static_cast<unsigned>(1 + rng() % 28)});
    for (const auto& [id, e] : parties) list.entities.push_back(e);
    all.push_back(std::move(list));
  }
  const std::string path =
      (std::filesystem::temp_directory_path() / ("cordon-since-" + std::to_string(::getpid()))).string();
  EXPECT_TRUE(assemble::build(std::move(all), path));
  auto out = Snapshot::open(path);
  std::filesystem::remove(path);
  EXPECT_TRUE(out) << out.error().text();
  return *out;
}

Subject subject(int n, Rng& rng) {
  Subject s;
  s.id = "c-" + std::to_string(n);
  s.schema = chance(rng, 40) ? Schema::kPerson : chance(rng, 30) ? Schema::kCompany : Schema::kThing;
  if (chance(rng, 95))
    s.names.push_back({name(chance(rng, 75) ? Schema::kPerson : Schema::kCompany, rng), {}, {}, {}, false});
  if (!s.names.empty() && chance(rng, 20)) s.names[0].text.erase(rng() % 3, 1);
  if (chance(rng, 40)) s.birth_dates.push_back(birth(rng));
  if (chance(rng, 30)) s.identifiers.push_back(number(rng));
  if (chance(rng, 40)) s.countries.push_back(chance(rng, 60) ? "ru" : "iq");
  return s;
}

ScreenSettings settings(Rng& rng) {
  ScreenSettings out;
  out.profile = chance(rng, 85) ? default_profile() : builtin_profile("ofac-search").value();
  out.profile.threshold = 100 * std::array{9, 45, 60, 70, 70, 80, 95}[rng() % 7];
  out.profile.top = std::array{1, 2, 4, 20}[rng() % 4];
  out.profile.rehash();
  if (chance(rng, 15)) out.lists = {"a", "c"};
  if (chance(rng, 15)) out.programs = {one_of(kPrograms, rng)};
  out.unknown = Unknown::kAdmitsNone;
  out.verify = chance(rng, 30);
  return out;
}

// --- the other program: the difference of two lines, from what they print ---

Json without_exempt(Json hit) {
  hit.erase("likelihood");
  std::erase_if(hit["evidence"].get_ref<Json::array_t&>(), [](const Json& row) { return row["feature"] == "prior"; });
  return hit;
}

// Nothing where the lines do not differ.
std::optional<Json> difference_of(const Json& before, const Json& after) {
  if (before["outcome"] == "not_screened" || after["outcome"] == "not_screened") return after;
  std::vector<Json> hits;
  const auto find = [](const Json& line, const Json& hit) -> const Json* {
    for (const Json& other : line["hits"])
      if (other["entity_id"] == hit["entity_id"] && other["list"] == hit["list"]) return &other;
    return nullptr;
  };
  for (Json hit : after["hits"]) {
    const Json* const was = find(before, hit);
    if (was && without_exempt(*was) == without_exempt(hit)) continue;
    hit["change"] = was ? "changed" : "new";
    hits.push_back(std::move(hit));
  }
  for (Json hit : before["hits"]) {
    if (find(after, hit)) continue;
    hit["change"] = "gone";
    hits.push_back(std::move(hit));
  }
  if (hits.empty() && before["outcome"] == after["outcome"] && before["more"] == after["more"]) return std::nullopt;
  Json out = after;
  out["hits"] = hits;
  return out;
}

Json line(const Screening& s, const Screener& screener) {
  return Json::parse(to_json_line(s, screener.snapshot(), screener.settings().profile));
}

// How often each thing was seen, so that the test cannot pass by never meeting it.
struct Seen {
  std::map<std::string, int> counts;
  void add(const Json& line, const Json& before) {
    ++counts["differs"];
    counts["not screened"] += line["outcome"] == "not_screened";
    counts["outcome alone or more alone"] += line["hits"].empty() && line["outcome"] != "not_screened";
    for (const Json& hit : line["hits"]) {
      ++counts[hit["change"]];
      counts["joined to another"] += hit["group"] != hit["entity_id"];
    }
    counts["cut"] += before["more"] == true || line["more"] == true;
  }
};

TEST(Since, EqualsTheDifferenceOfTwoFullRuns) {
  Rng rng(11);
  Seen seen;
  for (int round = 0; round < 120; ++round) {
    Listed lists;
    for (const char* list : {"a", "b", "c"})
      for (int n = 0; n < 12; ++n) {
        Entity e = party(list, n, rng);
        lists[list][e.id] = std::move(e);
      }
    const auto before = snapshot(lists, rng);
    const auto after = snapshot(edited(lists, rng), rng);
    const ScreenSettings s = settings(rng);
    const Screener earlier = Screener::build(before, s).value();
    const Screener later = Screener::build(after, s).value();
    const auto since = Since::build(before, after, s, 1, chance(rng, 10) ? 0 : Since::kMostVersions);
    if (!since) {  // a list or programme that neither has
      EXPECT_EQ(since.error().code, ErrorCode::kInvalidArgument) << since.error().text();
      continue;
    }
    std::vector<Subject> subjects;
    for (int i = 0; i < 25; ++i) subjects.push_back(subject(i, rng));
    const std::vector<Screening> brute_force =
        s.verify ? since->screen_brute_force(subjects) : std::vector<Screening>();
    for (size_t i = 0; i < subjects.size(); ++i) {
      const Json was = line(earlier.screen(subjects[i]), earlier);
      const auto expected = difference_of(was, line(later.screen(subjects[i]), later));
      const Screening found = since->screen(subjects[i]);
      ASSERT_EQ(says_a_change(found), expected.has_value()) << round << " " << subjects[i].id << " " << was;
      if (s.verify) {
        ASSERT_EQ(difference(found, brute_force[i]), std::nullopt);
        ++seen.counts["verified"];
      }
      seen.counts["untouched"] += found.before->is_untouched;
      if (!expected) continue;
      Json printed = line(found, later);
      EXPECT_EQ(printed["before"],
                Json({{"outcome", was["outcome"]}, {"more", was["more"]}, {"snapshot", was["snapshot"]}}));
      printed.erase("before");
      ASSERT_EQ(printed, *expected) << round << " " << subjects[i].id;
      seen.add(printed, was);
    }
  }
  for (const char* what : {"differs", "not screened", "outcome alone or more alone", "new", "changed", "gone",
                           "joined to another", "cut", "untouched", "verified"})
    EXPECT_GT(seen.counts[what], 5) << what;
}

TEST(Since, TheSameSnapshotChangesNothing) {
  Rng rng(2);
  Listed lists;
  for (int n = 0; n < 10; ++n) {
    Entity e = party("a", n, rng);
    lists["a"][e.id] = std::move(e);
  }
  const auto only = snapshot(lists, rng);
  ScreenSettings s;
  s.profile = default_profile();
  const Since since = Since::build(only, only, s).value();
  for (int i = 0; i < 50; ++i) {
    Subject one = subject(i, rng);
    if (one.names.empty()) continue;
    EXPECT_TRUE(since.screen(one).before->is_untouched);
  }
  Subject empty;
  empty.id = "c";
  EXPECT_EQ(since.screen(empty).outcome, Outcome::kNotScreened);
  EXPECT_TRUE(says_a_change(since.screen(empty)));
}

TEST(Since, AListOrProgrammeMustBeInOneOfTheTwo) {
  Rng rng(4);
  Entity a = party("a", 1, rng), b = party("b", 1, rng);
  a.programs = {{"UKR", 0}};
  b.programs = {{"IRN", 0}};
  const auto before = snapshot({{"a", {{a.id, a}}}}, rng);
  const auto after = snapshot({{"b", {{b.id, b}}}}, rng);
  const auto built = [&](std::vector<std::string> lists, std::vector<std::string> programs) {
    ScreenSettings s;
    s.profile = default_profile();
    s.lists = std::move(lists);
    s.programs = std::move(programs);
    const auto since = Since::build(before, after, s);
    return since ? std::string() : since.error().message;
  };
  EXPECT_EQ(built({"a"}, {}), "");
  EXPECT_EQ(built({"b", "a"}, {"IRN"}), "");
  EXPECT_EQ(built({}, {"UKR"}), "");
  EXPECT_EQ(built({"c"}, {}), "neither snapshot has a list 'c'; the later one has b");
  EXPECT_EQ(built({}, {"UKR", "RUS"}), "no party of either snapshot is listed under a programme 'RUS'");
}

}  // namespace
}  // namespace cordon::screen
