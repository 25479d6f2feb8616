#include "intake/input_kind.h"

#include <gtest/gtest.h>

namespace cordon::intake {
namespace {

bool is_page(std::string_view name, std::string_view bytes) { return input_kind(name, bytes) == InputKind::kPage; }

TEST(InputKind, TheEndingDecides) {
  EXPECT_TRUE(is_page("a.txt", "id,name\n1,x\n"));
  EXPECT_TRUE(is_page("A.HTML", ""));
  EXPECT_TRUE(is_page("mail.eml", "x"));
  EXPECT_FALSE(is_page("a.csv", "<html>"));
  EXPECT_FALSE(is_page("a.jsonl", "Ministers said."));
}
TEST(InputKind, WithoutOneTheContentDecides) {
  EXPECT_FALSE(is_page("-", "id,name\n1,Anna\n"));
  EXPECT_FALSE(is_page("-", "name\nAnna Lindqvist\n"));
  EXPECT_FALSE(is_page("customers", "\"Name\";\"Land\"\n\"Anna\";\"SE\"\n"));
  EXPECT_FALSE(is_page("-", "{\"name\": \"Anna\"}\n"));
  EXPECT_FALSE(is_page("-", "4711;Anna;1984\n4712;Bernd;1985\n"));
  EXPECT_TRUE(is_page("-", "<!DOCTYPE html><p>Ministers said.</p>"));
  EXPECT_TRUE(is_page("report", "Ministers met on Monday, officials said.\nNothing was decided.\n"));
  EXPECT_TRUE(is_page("-", "From: desk@example.org\nSubject: Report\n\nText\n"));
  EXPECT_TRUE(is_page("-", "Президент заявил, что переговоры начались."));
}
TEST(InputKind, WhatIsNoTextGoesToTheReaderThatNamesIt) {
  EXPECT_FALSE(is_page("report", std::string_view("PK\x03\x04\0\0", 6)));
  EXPECT_TRUE(is_page("report", "%PDF-1.7")) << "which the reader of pages refuses by name";
  EXPECT_FALSE(is_page("-", ""));
}

}  // namespace
}  // namespace cordon::intake
