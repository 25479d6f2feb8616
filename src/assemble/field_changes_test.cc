#include "assemble/field_changes.h"

#include <gtest/gtest.h>

#include <functional>

#include "model/entity_codec.h"

namespace cordon::assemble {
namespace {

using Values = std::vector<std::string>;

Entity party() {
  Entity e;
  e.id = "a:1";
  e.list = "a";
  e.list_id = "1";
  e.schema = Schema::kPerson;
  e.caption = "Ann Lee";
  e.names = {{"Ann Lee", NameKind::kPrimary, NameStrength::kStrong, "Ann", {}, "Lee", {}, {}, 0},
             {"Anne Li", NameKind::kAlias, NameStrength::kStrong, {}, {}, {}, "en", {}, 0},
             {"Annie", NameKind::kAlias, NameStrength::kWeak, {}, {}, {}, {}, {}, 0}};
  e.identifiers = {{.kind = IdKind::kPassport, .value = "AB1", .country = "gb"}};
  e.dates = {{DateKind::kBirth, DateSpan::year(1967), {}, 0}};
  e.countries = {{CountryKind::kNationality, "gb", "United Kingdom", 0}};
  e.addresses = {{"1 Street", "York", "", "", "gb", "1 Street, York", {}, 0}};
  e.programs = {{"UKR", 0}, {"RUS", 0}};
  e.measures = {{"asset freeze", 0}};
  e.references = {{"2014/145", 0}};
  e.links.emplace_back();
  e.links[0].kind = "associate", e.links[0].target_name = "Bob", e.links[0].target_id = "a:2";
  e.properties = {{"gender", "female", 0}};
  return e;
}

std::vector<FieldChange> changed(const std::function<void(Entity&)>& change) {
  const Entity before = party();
  Entity after = before;
  change(after);
  return field_changes(&before, &after);
}

// The only field that differs, as "field: before -> after".
std::string only(const std::function<void(Entity&)>& change) {
  const auto fields = changed(change);
  std::string out;
  for (const FieldChange& f : fields) {
    out += (out.empty() ? "" : " & ") + f.field + ":";
    for (const std::string& value : f.before) out += " " + value + ";";
    out += " ->";
    for (const std::string& value : f.after) out += " " + value + ";";
  }
  return out;
}

TEST(FieldChanges, AllValuesOfAFieldBeforeAndAfter) {
  EXPECT_EQ(only([](Entity& e) { e.dates[0].span = DateSpan::day({1967, 10, 17}); }),
            "birthDate: 1967; -> 1967-10-17;");
  EXPECT_EQ(only([](Entity& e) { e.names[1].text = "Anna Li"; }), "alias: Anne Li; -> Anna Li;");
  EXPECT_EQ(only([](Entity& e) { e.programs.push_back({"IRN", 0}); }), "program: UKR; RUS; -> UKR; RUS; IRN;");
  EXPECT_EQ(only([](Entity& e) { e.identifiers[0].value = "AB2"; }), "passportNumber: AB1; -> AB2;");
  EXPECT_EQ(only([](Entity& e) { e.properties.clear(); }), "gender: female; ->");
  EXPECT_EQ(only([](Entity& e) { e.caption = "A. Lee"; }), "caption: Ann Lee; -> A. Lee;");
  EXPECT_EQ(only([](Entity& e) { e.schema = Schema::kCompany; }), "schema: Person; -> Company;");
}

TEST(FieldChanges, WhatQualifiesAValueIsShownWhereItIsThatWhichDiffers) {
  EXPECT_EQ(only([](Entity& e) { e.names[1].language = "fr"; }),
            "alias: Anne Li (strong, language en); -> Anne Li (strong, language fr);");
  EXPECT_EQ(only([](Entity& e) { e.addresses[0].city = "Leeds"; }),
            "address: 1 Street, York (gb, street 1 Street, city York); -> 1 Street, York (gb, street 1 Street, city "
            "Leeds);");
  EXPECT_EQ(only([](Entity& e) { e.names[2].strength = NameStrength::kUnknown; }),
            "alias: Anne Li; -> Anne Li; Annie; & weakAlias: Annie; ->");
  EXPECT_EQ(only([](Entity& e) { e.identifiers[0].country.clear(); }),
            "passportNumber: AB1 (Passport, gb); -> AB1 (Passport);");
}

TEST(FieldChanges, AnotherOrderIsADifferenceToo) {
  EXPECT_EQ(only([](Entity& e) { std::swap(e.programs[0], e.programs[1]); }), "program: UKR; RUS; -> RUS; UKR;");
  const auto across = changed([](Entity& e) { std::swap(e.names[0], e.names[1]); });
  ASSERT_EQ(across.size(), 1U);
  EXPECT_EQ(across[0].field, "order");
  EXPECT_EQ(across[0].before[0], "Ann Lee");
  EXPECT_EQ(across[0].after[0], "Anne Li");
}

TEST(FieldChanges, FieldsComeInTheOrderOfTheStatements) {
  const auto fields = changed([](Entity& e) {
    e.properties.push_back({"title", "Dr", 0});
    e.countries.clear();
    e.caption = "x";
    e.names[1].text = "y";
    e.names[0].text = "z";
  });
  Values names;
  for (const FieldChange& f : fields) names.push_back(f.field);
  EXPECT_EQ(names, Values({"caption", "name", "alias", "nationality", "title"}));
}

TEST(FieldChanges, OfAPartyThatComesOrGoesAllFields) {
  const Entity e = party();
  const auto added = field_changes(nullptr, &e);
  const auto removed = field_changes(&e, nullptr);
  ASSERT_EQ(added.size(), removed.size());
  EXPECT_EQ(added.size(), 15U);
  for (size_t i = 0; i < added.size(); ++i) {
    EXPECT_EQ(added[i].field, removed[i].field);
    EXPECT_EQ(added[i].before, Values());
    EXPECT_EQ(added[i].after, removed[i].before);
    EXPECT_EQ(removed[i].after, Values());
  }
}

TEST(FieldChanges, NoneWhereNothingDiffersButWhereItWasRead) {
  EXPECT_EQ(changed([](Entity& e) { e.sources.push_back({"x", "y", 1}); }).size(), 0U);
}

// Whatever a body can say differently shows in a field.
TEST(FieldChanges, NoChangeOfContentGoesUnnamed) {
  const std::vector<std::function<void(Entity&)>> edits = {
      [](Entity& e) { e.list_id = "2"; },
      [](Entity& e) { e.names[0].kind = NameKind::kNow; },
      [](Entity& e) { e.names[0].kind = NameKind::kFormer; },
      [](Entity& e) { e.names[0].strength = NameStrength::kWeak; },
      [](Entity& e) { e.names[0].given = "An"; },
      [](Entity& e) { e.names[0].middle = "M"; },
      [](Entity& e) { e.names[0].family = ""; },
      [](Entity& e) { e.names[0].note = "n"; },
      [](Entity& e) { e.identifiers[0].kind = IdKind::kVat; },
      [](Entity& e) { e.identifiers[0].detail = "d"; },
      [](Entity& e) { e.identifiers[0].known_false = true; },
      [](Entity& e) { e.identifiers[0].issued = DateSpan::year(2001); },
      [](Entity& e) { e.identifiers[0].expires = DateSpan::year(2001); },
      [](Entity& e) { e.identifiers[0].issued.emplace(); },  // an unknown day
      [](Entity& e) { e.dates[0].kind = DateKind::kDeath; },
      [](Entity& e) { e.dates[0].span = DateSpan::circa(1967); },
      [](Entity& e) { e.dates[0].note = "n"; },
      [](Entity& e) { e.dates[0].span = {DatePrecision::kUnknown, 1, 2}; },
      [](Entity& e) { e.countries[0].kind = CountryKind::kCitizenship; },
      [](Entity& e) { e.countries[0].text = "GB"; },
      [](Entity& e) { e.countries[0].text = "gb"; },
      [](Entity& e) { e.countries[0].code = ""; },
      [](Entity& e) { e.addresses[0].street = ""; },
      [](Entity& e) { e.addresses[0].region = "r"; },
      [](Entity& e) { e.addresses[0].postal_code = "p"; },
      [](Entity& e) { e.addresses[0].country = ""; },
      [](Entity& e) { e.addresses[0].full = ""; },
      [](Entity& e) { e.addresses[0].note = "n"; },
      [](Entity& e) { e.measures[0].value = "m"; },
      [](Entity& e) { e.references.clear(); },
      [](Entity& e) { e.links[0].kind = "owner"; },
      [](Entity& e) { e.links[0].target_name = "Rob"; },
      [](Entity& e) { e.links[0].target_id = ""; },
      [](Entity& e) { e.properties[0].name = "title"; },
  };
  for (size_t i = 0; i < edits.size(); ++i) EXPECT_NE(changed(edits[i]).size(), 0U) << i;
}

}  // namespace
}  // namespace cordon::assemble
