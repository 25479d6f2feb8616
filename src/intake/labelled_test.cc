#include "intake/labelled.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cordon::intake {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Found {
  LabelledForm form;
  std::vector<LabelledRow> rows;
  std::vector<std::string> remarks;
};

Result<Found> read(const std::string& bytes, std::vector<std::string> mappings = {}) {
  Reporter reporter;
  LabelledOptions options;
  options.mappings = std::move(mappings);
  TRY(LabelledReader reader, LabelledReader::open(bytes, "in", options, reporter));
  Found out{reader.form(), {}, {}};
  while (true) {
    TRY(auto row, reader.next());
    if (!row) break;
    out.rows.push_back(std::move(*row));
  }
  for (const Remark& remark : reporter.remarks()) out.remarks.push_back(remark.message);
  return out;
}

std::string why(const LabelledRow& row) { return row.subject.not_screened ? row.subject.not_screened->text() : ""; }

TEST(Label, WordsInAnyCase) {
  for (const char* word :
       {"true", "TRUE", "1", "yes", "Y", "match", "Match", "TP", "True Positive", "true_match", "FN"})
    EXPECT_EQ(parse_label(word), true) << word;
  for (const char* word : {"false", "0", "No", "no match", "No-Match", "non match", "FP", "false positive", "TN"})
    EXPECT_EQ(parse_label(word), false) << word;
  for (const char* word : {"", "maybe", "open", "2", "escalated", "matches"}) EXPECT_FALSE(parse_label(word)) << word;
}

TEST(Label, ScoresAreRoundedAndBounded) {
  EXPECT_EQ(parse_score("0.7"), 7000);
  EXPECT_EQ(parse_score(" 1 "), 10000);
  EXPECT_EQ(parse_score("0.82136"), 8214);
  for (const char* word : {"", "1.01", "-0.1", "87", "high", "0.5x", "nan"}) EXPECT_FALSE(parse_score(word)) << word;
}

TEST(Labelled, PairsHaveTwoSides) {
  const auto found = read(
      "id,schema,name1,birth_date1,country1,name2,birth_date2,country2,label\n"
      "p1,Person,Ada Orlik,1980,DE,\"ORLIK, Ada\",1981-02-03,FR,yes\n");
  ASSERT_TRUE(found) << found.error().text();
  EXPECT_EQ(found->form, LabelledForm::kPairs);
  ASSERT_EQ(found->rows.size(), 1u);
  const LabelledRow& row = found->rows[0];
  EXPECT_EQ(why(row), "");
  EXPECT_TRUE(row.is_match);
  EXPECT_EQ(row.subject.id, "p1");
  ASSERT_EQ(row.subject.names.size(), 1u);
  ASSERT_EQ(row.entity.names.size(), 1u);
  EXPECT_EQ(row.subject.names[0].text, "Ada Orlik");
  EXPECT_EQ(row.entity.names[0].text, "ORLIK, Ada");
  EXPECT_EQ(row.subject.schema, Schema::kPerson);
  EXPECT_EQ(row.entity.schema, Schema::kPerson);
  EXPECT_EQ(row.subject.birth_dates[0].text(), "1980");
  EXPECT_EQ(row.entity.birth_dates[0].text(), "1981-02-03");
  EXPECT_THAT(row.subject.countries, ElementsAre("de"));
  EXPECT_THAT(row.entity.countries, ElementsAre("fr"));
  EXPECT_TRUE(found->remarks.empty()) << found->remarks[0];
}

TEST(Labelled, PairsAsJsonLines) {
  const auto found = read(
      "{\"name1\":\"Ada Orlik\",\"name2\":\"Adah Orlik\",\"is_match\":true}\n"
      "{\"name1\":\"Ada Orlik\",\"name2\":\"Bo Lind\",\"is_match\":false}\n");
  ASSERT_TRUE(found) << found.error().text();
  ASSERT_EQ(found->rows.size(), 2u);
  EXPECT_EQ(found->form, LabelledForm::kPairs);
  EXPECT_EQ(found->rows[0].entity.names[0].text, "Adah Orlik");
  EXPECT_TRUE(found->rows[0].is_match);
  EXPECT_FALSE(found->rows[1].is_match);
}

TEST(Labelled, EveryBadRowComesOutWithItsLine) {
  const auto found = read(
      "name1,name2,label\n"
      "Ada Orlik,Ada Orlik,maybe\n"
      "Ada Orlik,Ada Orlik,\n"
      "Ada Orlik,,yes\n"
      ",Ada Orlik,yes\n"
      "\"Ada Orlik\"x,Ada Orlik,yes\n"
      "Ada Orlik,Ada Orlik,yes,extra\n"
      "Ada Orlik,Ada Orlik,no\n");
  ASSERT_TRUE(found) << found.error().text();
  ASSERT_EQ(found->rows.size(), 7u);
  EXPECT_THAT(why(found->rows[0]), HasSubstr("in: record 2: "));
  EXPECT_THAT(why(found->rows[0]), HasSubstr("\"maybe\" says neither"));
  EXPECT_THAT(why(found->rows[1]), HasSubstr("has no label"));
  EXPECT_THAT(why(found->rows[2]), HasSubstr("record 4: "));
  EXPECT_THAT(why(found->rows[2]), HasSubstr("second side: no name"));
  EXPECT_THAT(why(found->rows[3]), HasSubstr("no name"));
  EXPECT_THAT(why(found->rows[4]), HasSubstr("record 6: "));
  EXPECT_THAT(why(found->rows[5]), HasSubstr("fields where the header has"));
  EXPECT_EQ(why(found->rows[6]), "");
}

TEST(Labelled, LossesOfBothSidesAreSaidOnce) {
  const auto found = read(
      "name1,birth_date1,name2,birth_date2,label,colour\n"
      "Ada Orlik,soon,Ada Orlik,later,yes,red\n");
  ASSERT_TRUE(found);
  EXPECT_THAT(found->remarks, testing::UnorderedElementsAre(HasSubstr("'birth_date1'"), HasSubstr("'birth_date2'"),
                                                            HasSubstr("'colour'")));
}

TEST(Labelled, AlertsNameAParty) {
  const auto found = read(
      "id,name,entity_id,caption,decision\n"
      "1,Ada Orlik,eu:X.1,ORLIK Ada,TP\n"
      "2,Bo Lind,,LIND,FP\n");
  ASSERT_TRUE(found) << found.error().text();
  EXPECT_EQ(found->form, LabelledForm::kAlerts);
  ASSERT_EQ(found->rows.size(), 2u);
  EXPECT_EQ(found->rows[0].entity_id, "eu:X.1");
  EXPECT_EQ(found->rows[0].subject.id, "1");
  ASSERT_EQ(found->rows[0].subject.names.size(), 1u);  // the list's own name is not the customer's
  EXPECT_EQ(found->rows[0].subject.names[0].text, "Ada Orlik");
  EXPECT_THAT(why(found->rows[1]), HasSubstr("names no listed party"));
}

TEST(Labelled, NumberedAliasesAreNoPairs) {
  const auto found = read("name,alias1,alias2,entity_id,label\nAda Orlik,A. Orlik,Ada O.,x,1\n");
  ASSERT_TRUE(found) << found.error().text();
  EXPECT_EQ(found->form, LabelledForm::kAlerts);
  EXPECT_EQ(found->rows[0].subject.names.size(), 3u);
}

TEST(Labelled, ScoresAlone) {
  const auto found = read("alert,score,likelihood,outcome\na,0.91,0.8,yes\nb,1.2,,no\nc,0.4,7,no\nd,0.4,,no\n");
  ASSERT_TRUE(found) << found.error().text();
  EXPECT_EQ(found->form, LabelledForm::kScores);
  EXPECT_EQ(found->rows[0].score, 9100);
  EXPECT_EQ(found->rows[0].likelihood, 0.8);
  EXPECT_THAT(why(found->rows[1]), HasSubstr("score is no number"));
  EXPECT_THAT(why(found->rows[2]), HasSubstr("likelihood is no number"));
  EXPECT_EQ(why(found->rows[3]), "");
  EXPECT_FALSE(found->rows[3].likelihood.has_value());
}

TEST(Labelled, NamesWithoutAPartyAreRefusedAlthoughThereIsAScore) {
  const auto found = read("name,score,label\nAda Orlik,0.9,yes\n");
  ASSERT_FALSE(found);
  EXPECT_THAT(found.error().message, HasSubstr("nothing to judge by"));
}

TEST(Labelled, NoLabelColumn) {
  const auto found = read("name1,name2,colour\nAda,Ada,red\n");
  ASSERT_FALSE(found);
  EXPECT_THAT(found.error().message, HasSubstr("no column says what is a match"));
}

TEST(Labelled, MapsNameTheColumns) {
  const auto found = read("Kunde 1,Liste 2,Urteil\nAda Orlik,Ada Orlik,no\n",
                          {"name=Kunde 1", "subject.name=Liste 2", "label=urteil"});
  ASSERT_TRUE(found) << found.error().text();
  EXPECT_EQ(found->form, LabelledForm::kPairs);
  EXPECT_EQ(found->rows[0].subject.names.size(), 1u);
  EXPECT_EQ(why(found->rows[0]), "");
  EXPECT_FALSE(read("name1,name2,label\na b,a b,1\n", {"label=verdict"}));
}

TEST(Labelled, ACategoryBesideTheSchemaIsNone) {
  const auto found = read("schema,name1,name2,label,category\nPerson,Ada Orlik,Ada Orlik,1,Company\n");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->rows[0].subject.schema, Schema::kPerson);
}

TEST(Expected, IdsAreKeptBesideSubjects) {
  Reporter reporter;
  const auto reader = open_expected(
      "{\"id\":\"q\",\"name\":\"Ada Orlik\",\"target_id\":\"X.1\"}\n{\"id\":\"r\",\"name\":\"Bo "
      "Lind\",\"target_id\":[\"A\",\"B\"]}\n",
      "in", {}, reporter);
  ASSERT_TRUE(reader) << reader.error().text();
  auto row = (*reader)->next();
  EXPECT_EQ(kept_value(**row, LabelledColumn::kEntity), "X.1");
  EXPECT_EQ((*row)->id, "q");
  row = (*reader)->next();
  EXPECT_EQ(kept_value(**row, LabelledColumn::kEntity), "A;B");
}

TEST(Expected, NoColumn) {
  Reporter reporter;
  const auto reader = open_expected("id,name\n1,Ada Orlik\n", "in", {}, reporter);
  ASSERT_FALSE(reader);
  EXPECT_THAT(reader.error().message, HasSubstr("which party is to be found"));
}

}  // namespace
}  // namespace cordon::intake
