#include "cli/arguments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/commands.h"

namespace cordon::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Result<Arguments> parse(std::string_view command, std::vector<std::string> words) {
  return Arguments::parse(*find_command(command), std::move(words));
}

TEST(Arguments, ReadsOptionsAndParametersInAnyOrder) {
  const auto arguments = parse("screen", {"a.csv", "-s", "x.cordon", "b.csv", "--top=5", "--verify", "-"});
  ASSERT_TRUE(arguments);
  EXPECT_THAT(arguments->parameters(), ElementsAre("a.csv", "b.csv", "-"));
  EXPECT_EQ(arguments->value("--snapshot"), "x.cordon");
  EXPECT_EQ(arguments->value("--top"), "5");
  EXPECT_EQ(arguments->value("--jobs", "0"), "0");
  EXPECT_TRUE(arguments->has("--verify"));
  EXPECT_FALSE(arguments->has("--format"));
}

TEST(Arguments, RepeatedOptionTakesOneValueEachTime) {
  const auto arguments = parse("screen", {"--name", "A", "--name", "B", "x.csv"});
  ASSERT_TRUE(arguments);
  EXPECT_THAT(arguments->all("--name"), ElementsAre("A", "B"));
  EXPECT_THAT(arguments->parameters(), ElementsAre("x.csv"));
  EXPECT_THAT(arguments->all("--id"), IsEmpty());
}

TEST(Arguments, ValuesAreLeftAsTheyAre) {
  const auto arguments = parse("screen", {"--name", "[a, b]", "--name=--x", "--name", "{}", "--name", "a,b"});
  ASSERT_TRUE(arguments);
  EXPECT_THAT(arguments->all("--name"), ElementsAre("[a, b]", "--x", "{}", "a,b"));
}

TEST(Arguments, TwoDashesEndTheOptions) {
  const auto arguments = parse("compare", {"--", "-Abdul", "--Karim"});
  ASSERT_TRUE(arguments) << arguments.error().message;
  EXPECT_THAT(arguments->parameters(), ElementsAre("-Abdul", "--Karim"));
}

TEST(Arguments, NamesOfCommandsAreOrdinaryParameters) {
  const auto arguments = parse("compare", {"show", "lists"});
  ASSERT_TRUE(arguments);
  EXPECT_THAT(arguments->parameters(), ElementsAre("show", "lists"));
}

TEST(Arguments, RefusesWhatTheTablesDoNotKnow) {
  EXPECT_FALSE(parse("lists", {"--colour"}));
  EXPECT_FALSE(parse("lists", {"extra"}));
  EXPECT_FALSE(parse("build", {"-o", "x"}));
  EXPECT_FALSE(parse("screen", {"--top", "1", "--top", "2", "x"}));
  EXPECT_FALSE(parse("screen", {"x", "--name"}));
  const auto wrong = parse("screen", {"x", "--format", "xml"});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().message, "--format is one of table|jsonl|csv|html, not \"xml\"");
}

TEST(Arguments, HelpNeedsNoParameters) {
  const auto arguments = parse("build", {"--help"});
  ASSERT_TRUE(arguments);
  EXPECT_TRUE(arguments->has("--help"));
}

TEST(ParseCount, IsAWholeNumberInBounds) {
  EXPECT_EQ(parse_count("--top", "20", 100).value(), 20U);
  EXPECT_FALSE(parse_count("--top", "101", 100));
  EXPECT_FALSE(parse_count("--top", "-1", 100));
  EXPECT_FALSE(parse_count("--top", "1.5", 100));
  EXPECT_FALSE(parse_count("--top", "", 100));
  EXPECT_FALSE(parse_count("--top", "99999999999999999999", 100));
}

TEST(Commands, EveryOptionIsDocumentedAndUnique) {
  for (const Command& command : commands()) {
    std::vector<std::string_view> names;
    for (const Option& option : command.options) {
      EXPECT_FALSE(option.doc.empty()) << command.name << option.name;
      EXPECT_EQ(option.takes == Takes::kFlag, option.value.empty()) << option.name;
      EXPECT_EQ(std::count(names.begin(), names.end(), option.name), 0) << option.name;
      names.push_back(option.name);
    }
  }
}

}  // namespace
}  // namespace cordon::cli
