#include "lists/entity_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lists/parsed_fixture.h"
#include "model/entity_codec.h"

namespace cordon::lists {
namespace {

using ::testing::ElementsAre;

TEST(EntityBuilder, IdIsListAndTrimmedListId) {
  const Entity e = EntityBuilder("un", " KPe.023 ", Schema::kOrganization).build();
  EXPECT_EQ(e.id, "un:KPe.023");
  EXPECT_EQ(e.list_id, "KPe.023");
  EXPECT_EQ(e.caption, "KPe.023");
}

TEST(EntityBuilder, EqualValuesAreKeptOnceWithTheirFirstSource) {
  EntityBuilder b("un", "1", Schema::kPerson);
  b.from({"a.xml", "line 1", 0});
  EXPECT_NE(b.name(" A  B ", NameKind::kPrimary, NameStrength::kStrong), nullptr);
  b.from({"a.xml", "line 2", 9});
  b.name("A B", NameKind::kPrimary, NameStrength::kStrong);
  b.name("A B", NameKind::kAlias, NameStrength::kWeak);
  b.identifier(IdKind::kPassport, "12", "Iran");
  b.identifier(IdKind::kPassport, "12", "ir");
  b.identifier(IdKind::kPassport, "13", "Ruritania");
  b.country(CountryKind::kNationality, "Iran");
  b.country(CountryKind::kNationality, "IR");
  b.program("X");
  b.program(" X ");
  b.from({"a.xml", "line 1", 0});
  b.property("notes", "n");
  EXPECT_EQ(b.names_read(), 3U);
  const Entity e = b.build();
  EXPECT_THAT(names_of(e), ElementsAre("A B|primary|strong", "A B|alias|weak"));
  EXPECT_EQ(e.sources.size(), 2U);
  EXPECT_EQ(e.names[0].source, 0U);
  EXPECT_EQ(e.names[1].source, 1U);
  EXPECT_EQ(e.properties[0].source, 0U);
  EXPECT_THAT(ids_of(e), ElementsAre("passport|12|ir|", "passport|13||Ruritania"));
  EXPECT_THAT(countries_of(e, CountryKind::kNationality), ElementsAre("ir"));
  EXPECT_THAT(e.programs, ElementsAre("X"));
}

TEST(EntityBuilder, BlankValuesAreLeftOut) {
  EntityBuilder b("un", "1", Schema::kPerson);
  EXPECT_EQ(b.name(" \xC2\xA0", NameKind::kPrimary, NameStrength::kStrong), nullptr);
  EXPECT_EQ(b.identifier(IdKind::kPassport, " ", "ir"), nullptr);
  b.date(DateKind::kBirth, " ");
  b.country(CountryKind::kFlag, "");
  b.address({});
  b.link("owner", "");
  b.property("notes", " ");
  const Entity e = b.build();
  EXPECT_EQ(e.names.size() + e.identifiers.size() + e.dates.size() + e.countries.size(), 0U);
  EXPECT_EQ(e.addresses.size() + e.links.size() + e.properties.size(), 0U);
}

TEST(EntityBuilder, TextThatIsNoDateIsKept) {
  EntityBuilder b("un", "1", Schema::kPerson);
  b.date(DateKind::kBirth, "1962");
  b.date(DateKind::kBirth, "in his thirties", "from a witness");
  EXPECT_THAT(dates_of(b.build(), DateKind::kBirth), ElementsAre("1962|", "|in his thirties; from a witness"));
}

TEST(EntityBuilder, FullAddressIsMadeOfItsParts) {
  EntityBuilder b("un", "1", Schema::kPerson);
  Address a;
  a.street = " 1  Street";
  a.city = "Kazan";
  a.country = "Russian Federation";
  b.address(a);
  a.country = "Ruritania";
  b.address(a);
  const Entity e = b.build();
  EXPECT_EQ(e.addresses[0].full, "1 Street, Kazan, Russia");
  EXPECT_EQ(e.addresses[0].country, "ru");
  EXPECT_EQ(e.addresses[1].full, "1 Street, Kazan, Ruritania");
  EXPECT_EQ(e.addresses[1].country, "");
}

TEST(EntityBuilder, CaptionIsTheFirstLatinPrimaryName) {
  EntityBuilder b("x", "1", Schema::kPerson);
  b.name("Alias One", NameKind::kAlias, NameStrength::kStrong);
  b.name("Иван Выдов", NameKind::kPrimary, NameStrength::kStrong);
  b.name("Ivan Výdov", NameKind::kPrimary, NameStrength::kStrong);
  EXPECT_EQ(b.build().caption, "Ivan Výdov");
  EntityBuilder only("x", "2", Schema::kPerson);
  only.name("Иван Выдов", NameKind::kPrimary, NameStrength::kStrong);
  EXPECT_EQ(only.build().caption, "Иван Выдов");
}

TEST(EntityBuilder, ManyValuesCostNoMoreThanTheyAreLong) {
  EntityBuilder b("x", "1", Schema::kPerson);
  for (size_t i = 0; i < 100000; ++i) {
    b.from({"a.xml", "line " + std::to_string(i), i});
    b.name("Name " + std::to_string(i), NameKind::kAlias, NameStrength::kWeak);
  }
  const Entity e = b.build();
  EXPECT_EQ(e.names.size(), 100000U);
  EXPECT_EQ(e.sources.size(), 65536U);
  EXPECT_EQ(e.names.back().source, 65535U);
}

Entity party(std::string_view id, std::string_view name) {
  EntityBuilder b("x", id, Schema::kOrganization);
  b.from({std::string(id) + ".csv", "line 1", 0});
  b.name(name, NameKind::kPrimary, NameStrength::kStrong);
  return b.build();
}

TEST(Links, ResolvedByTheNameOfExactlyOneParty) {
  std::vector<Entity> list = {party("1", "Harbour  Holding"), party("2", "TWIN"), party("3", "Twin"),
                              party("4", "Ivan VYDOV")};
  EntityBuilder b("x", "5", Schema::kPerson);
  for (const char* target : {"HARBOUR HOLDING", "TWIN", "VYDOV, Ivan", "NOBODY"}) b.link("linkedTo", target);
  list.push_back(b.build());
  resolve_links(list);
  std::vector<std::string> targets;
  for (const Link& l : list.back().links) targets.push_back(l.target_id);
  EXPECT_THAT(targets, ElementsAre("x:1", "", "x:4", ""));
}

// Adds a value of every kind, some of them twice.
void add_values(EntityBuilder& b, const std::string& file) {
  b.from({file, "line 1", 3});
  b.name("Harbour", NameKind::kPrimary, NameStrength::kStrong);
  b.name("Port " + file, NameKind::kAlias, NameStrength::kWeak);
  b.identifier(IdKind::kPassport, "P1", "de", "blue");
  b.date(DateKind::kBirth, "1970-01-02", "a note");
  b.date(DateKind::kBirth, "some day");
  b.country(CountryKind::kNationality, "Germany");
  b.country(CountryKind::kNationality, "Atlantis");
  Address address;
  address.city = "Bremen";
  b.address(address);
  b.program("P");
  b.measure("M");
  b.reference("R");
  b.link("owner", "Someone", "x:2");
  b.property("title", "Captain");
}

TEST(EntityBuilder, GoesOnAsIfItHadNeverBeenPacked) {
  EntityBuilder never("x", "1", Schema::kPerson);
  EntityBuilder first("x", "1", Schema::kPerson);
  add_values(never, "a.json");
  add_values(first, "a.json");
  EntityBuilder second(first.pack());
  add_values(never, "b.json");
  add_values(second, "b.json");
  EntityBuilder third(second.pack());
  never.property("title", "Owner");
  third.property("title", "Owner");
  EXPECT_EQ(third.names_read(), never.names_read());
  std::string expected, got;
  encode_entity(never.build(), expected);
  encode_entity(third.build(), got);
  EXPECT_EQ(got, expected);
}

TEST(Merge, ValuesAreJoinedAndSourcesRenumbered) {
  Entity a = party("1", "Harbour");
  EntityBuilder b("x", "1", Schema::kOrganization);
  b.from({"other.xml", "uid 1", 5});
  Name* same = b.name("Harbour", NameKind::kPrimary, NameStrength::kStrong);
  same->note = "as listed";
  b.name("Port", NameKind::kAlias, NameStrength::kWeak);
  b.program("P");
  merge_entity(a, b.build());
  EXPECT_THAT(names_of(a), ElementsAre("Harbour|primary|strong", "Port|alias|weak"));
  EXPECT_EQ(a.names[0].note, "as listed");
  EXPECT_EQ(a.names[0].source, 0U);
  ASSERT_EQ(a.sources.size(), 2U);
  EXPECT_EQ(a.sources[a.names[1].source].file, "other.xml");
  EXPECT_THAT(a.programs, ElementsAre("P"));
}

TEST(Merge, SameIdsKeepTheOrder) {
  std::vector<Entity> list = {party("1", "A"), party("2", "B"), party("1", "C"), party("3", "D")};
  EXPECT_EQ(merge_same_ids(list), 1U);
  ASSERT_EQ(list.size(), 3U);
  EXPECT_THAT(names_of(list[0]), ElementsAre("A|primary|strong", "C|primary|strong"));
  EXPECT_EQ(list[1].id, "x:2");
  EXPECT_EQ(list[2].id, "x:3");
}

}  // namespace
}  // namespace cordon::lists
