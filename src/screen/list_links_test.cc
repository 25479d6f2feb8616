// The links that lists state, as part of a structure, and the entries of other lists that are one party: two lists of
// a few invented firms.
#include "screen/list_links.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>

#include "assemble/build.h"
#include "screen/other_entries.h"

namespace cordon::screen {
namespace {

using graph::PartyId;
using graph::Structure;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

constexpr const char* kInn = "7707083893";  // of a valid check digit

Entity firm(const std::string& list, const std::string& id, const std::string& name, const char* inn = nullptr) {
  Entity e;
  e.list = list, e.list_id = id, e.id = list + ":" + id;
  e.schema = Schema::kCompany;
  e.caption = name;
  e.names.push_back({name, NameKind::kPrimary, NameStrength::kStrong, {}, {}, {}, {}, {}, 0});
  e.countries.push_back({CountryKind::kJurisdiction, "ru", "Russia", 0});
  if (inn != nullptr) {
    Identifier number;
    number.kind = IdKind::kInn, number.value = inn, number.country = "ru";
    e.identifiers.push_back(number);
  }
  return e;
}

void own(Entity& owner, const std::string& id, const char* share) {
  Link link;
  link.kind = "asset";
  link.target_id = id, link.share = share;
  owner.links.push_back(link);
}

// On "a": Nordmeer Kalina Holding owns 60 % of Vestrel Timber Works; Orlovan Freight is behind nobody. On "b": the same
// holding by its number, which Petrik Garin owns; and a freight firm of the same name without a number.
struct Lists {
  std::shared_ptr<const Snapshot> snapshot;
  std::optional<Screener> screener;
  graph::StoredLinks links;
};

Lists lists() {
  std::vector<lists::ParsedList> all(2);
  all[0].info.list = "a", all[1].info.list = "b";
  Entity holding = firm("a", "1", "Nordmeer Kalina Holding", kInn);
  own(holding, "a:2", "60");
  all[0].entities = {holding, firm("a", "2", "Vestrel Timber Works"), firm("a", "3", "Orlovan Freight Brokers")};
  Entity person = firm("b", "9", "Petrik Garin Invest");
  own(person, "b:1", "100");
  all[1].entities = {firm("b", "1", "Nordmeyer Kalina Holding LLC", kInn), firm("b", "3", "Orlovan Freight Brokers"),
                     person};
  for (lists::ParsedList& list : all) list.info.entities = list.entities.size();
  const std::string path =
      (std::filesystem::temp_directory_path() / ("cordon-list-links-" + std::to_string(::getpid()))).string();
  EXPECT_TRUE(assemble::build(std::move(all), path));
  Lists out;
  out.snapshot = Snapshot::open(path).value();
  std::filesystem::remove(path);
  ScreenSettings settings;
  settings.profile = default_profile();
  out.screener.emplace(Screener::build(out.snapshot, settings).value());
  out.links = out.snapshot->links().value();
  return out;
}

uint32_t number(const Lists& lists, std::string_view id) { return lists.snapshot->find(id).value(); }

std::vector<std::string> said(const Lists& lists, std::span<const EntryMatch> matches) {
  std::vector<std::string> out;
  for (const EntryMatch& one : matches)
    out.push_back(fmt::format("{} {} {}", lists.snapshot->entity(one.number).value().id,
                              one.is_confirmed ? "confirmed"
                              : one.is_same    ? "is"
                                               : "may be",
                              one.hit.entity_id));
  return out;
}

std::vector<std::string> matched(const Lists& lists, std::vector<std::string_view> ids, const EntryChoices& choices) {
  std::vector<uint32_t> numbers;
  for (const std::string_view id : ids) numbers.push_back(number(lists, id));
  return said(lists, match_entries(numbers, *lists.screener, choices, 1).value());
}

TEST(OtherEntries, ANumberInCommonMakesTwoEntriesOneParty) {
  const Lists both = lists();
  EXPECT_THAT(matched(both, {"a:1", "a:2"}, {}), ElementsAre("a:1 is b:1"));
  EXPECT_THAT(matched(both, {"b:1"}, {}), ElementsAre("b:1 is a:1"));
}

TEST(OtherEntries, ANameAloneDoesNotUntilSomebodyConfirmsIt) {
  const Lists both = lists();
  EXPECT_THAT(matched(both, {"a:3"}, {}), ElementsAre("a:3 may be b:3"));
  EntryChoices choices;
  choices.confirmed = {{"Orlovan Freight Brokers", "b:3"}};
  EXPECT_THAT(matched(both, {"a:3"}, choices), ElementsAre("a:3 confirmed b:3"));
  choices = {};
  choices.revoked = {{"a:3", ""}};
  EXPECT_THAT(matched(both, {"a:3", "a:1"}, choices), ElementsAre("a:1 is b:1"));
}

TEST(OtherEntries, ASubjectHasTheStrongNamesAndTheParticularsOfItsEntry) {
  Entity e = firm("a", "1", "Strong", kInn);
  e.identifiers.push_back(e.identifiers[0]);
  e.identifiers.back().known_false = true;
  e.names.push_back({"Weak", NameKind::kAlias, NameStrength::kWeak, {}, {}, {}, {}, {}, 0});
  for (int i = 0; i < 20; ++i)
    e.names.push_back({fmt::format("Alias {}", i), NameKind::kAlias, NameStrength::kStrong, {}, {}, {}, {}, {}, 0});
  e.countries.push_back(e.countries[0]);
  e.dates.push_back({DateKind::kBirth, DateSpan::year(1970), {}, 0});
  const Subject subject = subject_of_entry(e);
  ASSERT_THAT(subject.names, SizeIs(kMostSubjectNames));
  EXPECT_EQ(subject.names[0].text, "Strong");
  EXPECT_EQ(subject.names[1].text, "Alias 0");
  EXPECT_THAT(subject.identifiers, SizeIs(1));
  EXPECT_THAT(subject.countries, ElementsAre("ru"));
  EXPECT_THAT(subject.birth_dates, SizeIs(1));
  // A weak name is better than none.
  Entity weak = firm("a", "1", "Weak");
  weak.names[0].strength = NameStrength::kWeak;
  EXPECT_THAT(subject_of_entry(weak).names, SizeIs(1));
}

struct Added {
  Structure structure;
  ListLinks found;
  std::vector<std::string> links() const {
    std::vector<std::string> out;
    for (const graph::Link& link : structure.links())
      out.push_back(fmt::format("{} {} {}", structure.name(link.owner), share_text(structure.share(link.share)),
                                structure.name(link.owned)));
    return out;
  }
};

// `company` is joined to the entry of that id.
Added added(const Lists& lists, std::string_view company, std::string_view id, ListScope scope, bool with_match,
            std::vector<std::string> others = {}) {
  Added out;
  Asked asked;
  if (!id.empty()) asked.by_number[number(lists, id)] = out.structure.party(company);
  for (const std::string& name : others) out.structure.party(name);
  ListNames names;
  const MatchEntries match = [&](std::span<const uint32_t> numbers) {
    return match_entries(numbers, *lists.screener, {}, 1);
  };
  out.found = add_list_links(*lists.snapshot, lists.links, asked, scope, out.structure, names,
                             with_match ? match : MatchEntries())
                  .value();
  return out;
}

TEST(ListLinks, AddsWhoIsBehindThePartyAskedAbout) {
  const Lists both = lists();
  const Added alone = added(both, "Our Customer", "a:2", ListScope::kBehindKnown, false);
  EXPECT_THAT(alone.links(), ElementsAre("Nordmeer Kalina Holding 60% Our Customer"));
  EXPECT_THAT(alone.found.joins, IsEmpty());
  std::vector<std::string> ids;
  for (const ListParty& party : alone.found.parties) ids.push_back(party.id);
  EXPECT_THAT(ids, UnorderedElementsAre("a:1", "a:2"));
}

// The holding's owner stands on the other list only, where the holding has the same number.
TEST(ListLinks, GoesOnThroughTheEntryOfAnotherList) {
  const Lists both = lists();
  const Added got = added(both, "Our Customer", "a:2", ListScope::kBehindKnown, true);
  EXPECT_THAT(got.links(), UnorderedElementsAre("Nordmeer Kalina Holding 60% Our Customer",
                                                "Petrik Garin Invest 100% Nordmeer Kalina Holding"));
  ASSERT_THAT(got.found.joins, SizeIs(1));
  EXPECT_EQ(got.structure.name(got.found.joins[0].party), "Nordmeer Kalina Holding");
  EXPECT_EQ(got.found.joins[0].hit.entity_id, "b:1");
  EXPECT_TRUE(got.found.joins[0].is_same_entry);
}

// What has the name of another alone stays another party, and is said to be perhaps that one.
TEST(ListLinks, APartyThatPerhapsIsAnotherIsAnOpenJoin) {
  const Lists both = lists();
  const Added got = added(both, "Our Customer", "a:3", ListScope::kBehindKnown, true);
  EXPECT_THAT(got.links(), IsEmpty());
  ASSERT_THAT(got.found.joins, SizeIs(1));
  EXPECT_EQ(got.found.joins[0].hit.entity_id, "b:3");
  EXPECT_FALSE(got.found.joins[0].is_certain());
}

TEST(ListLinks, ANameThatIsTakenGetsTheIdBehindIt) {
  const Lists both = lists();
  const Added got = added(both, "Our Customer", "a:2", ListScope::kBehindKnown, false, {"Nordmeer Kalina Holding"});
  EXPECT_THAT(got.links(), ElementsAre("Nordmeer Kalina Holding (a:1) 60% Our Customer"));
}

TEST(ListLinks, AllOfThemWhereAllAreAskedAbout) {
  const Lists both = lists();
  EXPECT_THAT(added(both, "", "", ListScope::kAll, false).links(),
              UnorderedElementsAre("Nordmeer Kalina Holding 60% Vestrel Timber Works",
                                   "Petrik Garin Invest 100% Nordmeyer Kalina Holding LLC"));
  EXPECT_THAT(added(both, "", "", ListScope::kAll, true).links(),
              UnorderedElementsAre("Nordmeer Kalina Holding 60% Vestrel Timber Works",
                                   "Petrik Garin Invest 100% Nordmeer Kalina Holding"));
}

TEST(ListLinks, FindsAnEntryByListAndId) {
  const Lists both = lists();
  EXPECT_EQ(find_on(*both.snapshot, "b", "b:3"), both.snapshot->find("b:3"));
  EXPECT_EQ(find_on(*both.snapshot, "a", "b:3"), std::nullopt);
  EXPECT_EQ(find_on(*both.snapshot, "c", "b:3"), std::nullopt);
}

}  // namespace
}  // namespace cordon::screen
