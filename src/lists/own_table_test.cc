#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "lists/list_format.h"

namespace cordon::lists {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

InputFile file(const std::string& path) {
  auto files = read_files(path);
  EXPECT_TRUE(files) << path;
  return files ? std::move(files->front()) : InputFile{};
}

struct Parsed {
  Result<ParsedList> list;
  Reporter reporter;
};
Parsed parse(const InputFile& f) {
  const Edition edition{"house", {&f}};
  Reporter reporter;
  auto parsed = parse_own_table(edition, reporter);
  return {std::move(parsed), std::move(reporter)};
}
Parsed parse_text(std::string bytes) { return parse(InputFile{"own.csv", "own.csv", std::move(bytes)}); }
std::vector<std::string> messages(const Reporter& reporter, Severity severity) {
  std::vector<std::string> out;
  for (const Remark& r : reporter.remarks())
    if (r.severity == severity) out.push_back(r.message);
  return out;
}
std::string property(const Entity& e, std::string_view name) {
  for (const Property& p : e.properties)
    if (p.name == name) return p.value;
  return {};
}

TEST(OwnTable, Csv) {
  const Parsed p = parse(file("tests/fixtures/own_table/watch.csv"));
  ASSERT_TRUE(p.list) << p.list.error().text();
  ASSERT_EQ(p.list->entities.size(), 3U);
  EXPECT_EQ(p.list->info.list, "house");
  EXPECT_EQ(p.list->info.entities, 3U);
  EXPECT_EQ(p.list->info.skipped, 1U);
  EXPECT_EQ(p.list->info.names, 5U + 2U + 1U);
  const Entity& e = p.list->entities[0];
  EXPECT_EQ(e.id, "house:W-1");
  EXPECT_EQ(e.schema, Schema::kPerson);
  ASSERT_EQ(e.names.size(), 5U);  // one of them from the last row, which is the same party
  EXPECT_EQ(e.names[0].family, "Korven");
  EXPECT_EQ(e.names[1].text, "Paul Corwen");
  EXPECT_EQ(e.names[3].strength, NameStrength::kWeak);
  EXPECT_EQ(e.names[4].text, "Павел Корвен");
  EXPECT_EQ(e.dates[0].span.text(), "1955-01-15");
  EXPECT_EQ(e.countries[0].code, "ru");
  EXPECT_EQ(e.identifiers[0].kind, IdKind::kPassport);
  ASSERT_EQ(e.addresses.size(), 1U);
  EXPECT_EQ(e.addresses[0].street, "Main Street 1");
  EXPECT_EQ(e.addresses[0].country, "ch");
  EXPECT_THAT(e.programs, ElementsAre("HOUSE"));
  EXPECT_EQ(property(e, "Risk colour"), "red");
  EXPECT_EQ(e.sources[0].record, "line 2");
}

TEST(OwnTable, SeveralNamesInOneFieldAndRowsWithoutId) {
  const Parsed p = parse(file("tests/fixtures/own_table/watch.csv"));
  ASSERT_TRUE(p.list);
  const Entity& company = p.list->entities[1];
  EXPECT_EQ(company.schema, Schema::kCompany);
  ASSERT_EQ(company.names.size(), 2U);
  EXPECT_EQ(company.names[1].text, "Nordhaven Shipping");
  EXPECT_EQ(property(company, "Risk colour"), "");
  const Entity& e = p.list->entities[2];
  EXPECT_EQ(e.id, "house:watch.csv#4");
  EXPECT_EQ(e.caption, "Zoë Du Pré");
  EXPECT_EQ(e.names[0].given, "Zoë");
  EXPECT_EQ(e.dates[0].span.precision, DatePrecision::kCirca);
  EXPECT_EQ(e.countries[0].code, "");
  EXPECT_EQ(e.countries[0].text, "Atlantis");
}

std::vector<std::string> name_texts(const Entity& e) {
  std::vector<std::string> out;
  for (const Name& n : e.names) out.push_back(n.text);
  return out;
}

TEST(OwnTable, NamesAreSplitAsThoseOfCustomersAre) {
  const Parsed p = parse_text(
      "name,id,type\nFoo Bar a.k.a. Qux Quux,1,\nIvan Petrov (Иван Петров),2,Person\n\"Peskov; Dmitry\",3,\n"
      "Jon Lem & Ann Orr,4,person\nARTAVIL (IMO 9187629),5,vessel\n");
  ASSERT_TRUE(p.list) << p.list.error().text();
  ASSERT_EQ(p.list->entities.size(), 5U);
  const auto names = [&](size_t i) { return name_texts(p.list->entities[i]); };
  EXPECT_THAT(names(0), ElementsAre("Foo Bar", "Qux Quux"));
  EXPECT_THAT(names(1), ElementsAre("Ivan Petrov (Иван Петров)", "Ivan Petrov", "Иван Петров"));
  EXPECT_THAT(names(2), ElementsAre("Peskov Dmitry", "Peskov", "Dmitry"));
  EXPECT_THAT(names(3), ElementsAre("Jon Lem", "Ann Orr"));
  EXPECT_THAT(names(4), ElementsAre("ARTAVIL (IMO 9187629)", "ARTAVIL"));
  ASSERT_EQ(p.list->entities[4].identifiers.size(), 1U);
  EXPECT_EQ(p.list->entities[4].identifiers[0].kind, IdKind::kImo);
  EXPECT_EQ(p.list->entities[4].identifiers[0].value, "9187629");
}

TEST(OwnTable, WhatIsNotUnderstoodIsSaidOnceAndKept) {
  const Parsed p = parse(file("tests/fixtures/own_table/watch.csv"));
  ASSERT_TRUE(p.list);
  EXPECT_THAT(messages(p.reporter, Severity::kNote),
              ElementsAre("column \"Risk colour\" is not recognised; its values are kept as a property",
                          "1 row is without an id; each is a party of its own, house:watch.csv#LINE"));
  EXPECT_THAT(messages(p.reporter, Severity::kLoss),
              ElementsAre("column \"Nationality\": a value could not be read and is kept as it is"));
  EXPECT_THAT(messages(p.reporter, Severity::kSkipped), ElementsAre("no name and no identifier"));
  EXPECT_EQ(p.reporter.remarks().back().where.record, 4U);
}

TEST(OwnTable, JsonLines) {
  const Parsed p = parse(file("tests/fixtures/own_table/watch.jsonl"));
  ASSERT_TRUE(p.list) << p.list.error().text();
  ASSERT_EQ(p.list->entities.size(), 3U);
  EXPECT_EQ(p.list->info.skipped, 2U);
  EXPECT_EQ(p.list->entities[0].dates.size(), 2U);
  EXPECT_EQ(property(p.list->entities[0], "risk"), "7");
  const Entity& company = p.list->entities[1];
  EXPECT_EQ(company.id, "house:2");
  ASSERT_EQ(company.addresses.size(), 1U);
  EXPECT_EQ(company.addresses[0].street, "Avenida 2");
  EXPECT_EQ(company.addresses[0].country, "pa");
  EXPECT_EQ(p.list->entities[2].names[0].text, "Zoë Du Pré");
  EXPECT_EQ(p.list->entities[2].dates[0].span.text(), "1951");
}

TEST(OwnTable, RowsWithoutAnIdAreMergedWithNothing) {
  const InputFile a{"a.csv", "x/a.csv", "id,name\n,Foo Bar\n2,Qux Lem\n"};
  const InputFile b{"a.csv", "y/a.csv", "name\nAnn Orr\nBea Orr\n"};
  const Edition edition{"house", {&a, &b}};
  Reporter reporter;
  const auto list = parse_own_table(edition, reporter);
  ASSERT_TRUE(list) << list.error().text();
  std::vector<std::string> ids;
  for (const Entity& e : list->entities) ids.push_back(e.id);
  EXPECT_THAT(ids, ElementsAre("house:x/a.csv#2", "house:2", "house:y/a.csv#2", "house:y/a.csv#3"));
  EXPECT_THAT(messages(reporter, Severity::kNote),
              ElementsAre("1 row is without an id; each is a party of its own, house:x/a.csv#LINE",
                          "2 rows are without an id; each is a party of its own, house:y/a.csv#LINE"));
}

TEST(OwnTable, AnIdThatLooksLikeALineIsNoOther) {
  const Parsed before = parse_text("id,name\nown.csv#3,Foo Bar\n,Qux Lem\n");
  ASSERT_EQ(before.list->entities.size(), 2U);
  EXPECT_EQ(before.list->entities[1].id, "house:own.csv#3.2");
  const Parsed after = parse_text("id,name\n,Qux Lem\nown.csv#2,Foo Bar\n");
  EXPECT_EQ(after.list->entities.size(), 1U);
  EXPECT_THAT(messages(after.reporter, Severity::kSkipped), ElementsAre("the id is that of a row without one"));
}

TEST(OwnTable, UnknownColumnsAreOneNote) {
  const Parsed p = parse_text("id,name,colour,size\n1,Foo Bar,red,9\n");
  EXPECT_THAT(messages(p.reporter, Severity::kNote),
              ElementsAre("columns \"colour\", \"size\" are not recognised; their values are kept as properties"));
}

TEST(OwnTable, JsonArraysAndObjectsOfSeveralLines) {
  const Parsed p = parse_text("[\n {\"id\": \"1\", \"name\": \"Foo Bar\"},\n {\"name\": \"Ann Orr\"}, 7\n]\n");
  ASSERT_TRUE(p.list) << p.list.error().text();
  ASSERT_EQ(p.list->entities.size(), 2U);
  EXPECT_EQ(p.list->entities[0].id, "house:1");
  EXPECT_EQ(p.list->entities[1].id, "house:own.csv#2");
  EXPECT_EQ(p.list->entities[1].sources[0].record, "line 3");
  EXPECT_THAT(messages(p.reporter, Severity::kSkipped), ElementsAre("no JSON object"));
  EXPECT_EQ(parse_text("{\n \"name\": \"Foo Bar\"\n}\n{\n \"name\": \"Ann Orr\"\n}\n").list->entities.size(), 2U);
  for (const char* cut : {"[{\"name\": \"Foo Bar\"}", "[{\"name\": \"Foo Bar\"},{\"name\"", "{\n \"name\": \"Foo"}) {
    const Parsed broken = parse_text(cut);
    ASSERT_FALSE(broken.list) << cut;
    EXPECT_THAT(broken.list.error().message, HasSubstr("cut off")) << cut;
  }
}

TEST(OwnTable, AControlCharacterEndsAWord) {
  const Parsed p = parse_text("{\"id\":\"1\",\"name\":\"Foo\\u0000Bar\\u0085Qux\\u2028Lem\"}\n");
  ASSERT_TRUE(p.list) << p.list.error().text();
  EXPECT_EQ(p.list->entities[0].caption, "Foo Bar Qux Lem");
}

TEST(OwnTable, BadRowsAreSkippedAndATruncatedFileIsAnError) {
  const Parsed p = parse_text("id,name\n1,A B\n2,C,D\n3,\"E\n4,F G\n");
  ASSERT_TRUE(p.list);
  EXPECT_EQ(p.list->entities.size(), 2U);
  EXPECT_THAT(messages(p.reporter, Severity::kSkipped),
              ElementsAre("3 fields where the header has 2", HasSubstr("quote")));
  const Parsed cut = parse_text("id,name\n1,A B\n2");
  ASSERT_FALSE(cut.list);
  EXPECT_EQ(cut.list.error().where.record, 3U);
  EXPECT_EQ(cut.list.error().where.byte, 14U);
  EXPECT_FALSE(parse_text("id,name\n1,A B\n2,\"C").list);
}

TEST(OwnTable, ATableWithoutNamesIsAnError) {
  EXPECT_FALSE(parse_text("").list);
  EXPECT_FALSE(parse_text("colour,size\nred,1\n").list);
  EXPECT_FALSE(parse_text("id,name\n1,\n").list);
}

}  // namespace
}  // namespace cordon::lists
