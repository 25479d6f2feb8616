#include "cli/screening_csv.h"

#include <gtest/gtest.h>

#include "cli/reason.h"

namespace cordon::cli {
namespace {

Screening with_hit(std::string id, std::string caption) {
  Screening screening;
  screening.subject.id = std::move(id);
  screening.outcome = Outcome::kReview;
  Hit hit;
  hit.entity_id = "x:1";
  hit.group = "x:1";
  hit.caption = std::move(caption);
  hit.schema = Schema::kCompany;
  hit.score = 8050;
  hit.list = "x";
  hit.programs = {"P1", "P2"};
  screening.hits.push_back(hit);
  return screening;
}

TEST(Csv, OneRowAHit) {
  EXPECT_EQ(csv_rows(with_hit("c-1", "Smith, \"Joe\""), "p 0f"),
            "c-1,review,x:1,\"Smith, \"\"Joe\"\"\",Company,0.8050,x,P1; P2,,,,x:1,p 0f\n");
}

TEST(Csv, OneRowWithoutHit) {
  Screening screening;
  screening.subject.id = "c-2";
  screening.outcome = Outcome::kClear;
  EXPECT_EQ(csv_rows(screening, "p 0f"), "c-2,clear,,,,,,,,,,,p 0f\n");
  screening.outcome = Outcome::kNotScreened;
  screening.error = Error{ErrorCode::kBadInput, "no name", {.source = "c.csv", .record = 3}};
  EXPECT_EQ(csv_rows(screening, "p 0f"), "c-2,not_screened,,,,,,,,,c.csv: record 3: no name,,p 0f\n");
}

TEST(Csv, NoSpreadsheetTakesATextForAFormula) {
  EXPECT_TRUE(
      csv_rows(with_hit("=1+1", "=cmd|' /C calc'!A0"), "p 0f").starts_with("'=1+1,review,x:1,'=cmd|' /C calc'!A0,"));
  EXPECT_TRUE(csv_rows(with_hit("@sum", "+a,b"), "p 0f").starts_with("'@sum,review,x:1,\"'+a,b\","));
}

TEST(Csv, PlainNumbersStayAsTheyAre) {
  EXPECT_TRUE(csv_rows(with_hit("-5", "x"), "p 0f").starts_with("-5,"));
  EXPECT_TRUE(csv_rows(with_hit("+49 30 123", "x"), "p 0f").starts_with("+49 30 123,"));
  EXPECT_TRUE(csv_rows(with_hit("-5+1", "x"), "p 0f").starts_with("'-5+1,"));
  EXPECT_TRUE(csv_rows(with_hit("-", "x"), "p 0f").starts_with("'-,"));
}

TEST(ScoreText, NeverRoundsUp) {
  EXPECT_EQ(score_text(6999), "0.69");
  EXPECT_EQ(score_text(kPointsOne), "1.00");
  EXPECT_EQ(exact_score_text(6999), "0.6999");
  EXPECT_EQ(exact_score_text(5), "0.0005");
}

TEST(Reason, SaysWhatAgreesAndWhatDoesNot) {
  Hit hit;
  hit.subject_name = "Ann Lee";
  hit.entity_name = "Anne Kim Lee";
  hit.evidence = {{Feature::kNamePart, Finding::kAgrees, "Lee", "LEE", "same", 5000, 0},
                  {Feature::kNamePart, Finding::kSimilar, "ann", "anne", "75 % alike", 3000, 0},
                  {Feature::kNameMissing, Finding::kAbsent, "", "kim", "only in the listed name", 0, 0},
                  {Feature::kBirthDate, Finding::kAgrees, "1970", "1970-02-01", "the year agrees", 400, 0},
                  {Feature::kPrior, Finding::kNote, "", "", "one of 10 listed parties", 0, -3300}};
  EXPECT_EQ(reason_text(hit),
            "“Ann Lee” and “Anne Kim Lee”: Lee agrees; ann ~ anne (75 % alike); only the list has kim; "
            "born 1970 / 1970-02-01 (the year agrees)");
}

TEST(Reason, EachRightToLeftTextIsIsolated) {
  Hit hit;
  hit.subject_name = "علي حسن";
  hit.entity_name = "Ali Hasan";
  hit.evidence = {{Feature::kNamePart, Finding::kAgrees, "علي", "Ali", "same sound", 5000, 0}};
  const Look terminal{.is_terminal = true};
  EXPECT_EQ(reason_text(hit, terminal), "“\u2068علي حسن\u2069” and “Ali Hasan”: \u2068علي\u2069 = Ali (same sound)");
  EXPECT_EQ(reason_text(hit, Look{}), reason_text(hit));
}

}  // namespace
}  // namespace cordon::cli
