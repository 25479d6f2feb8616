#include "syntax/json.h"

#include <gmock/gmock.h>

namespace cordon {
namespace {

using testing::ElementsAre;
using Kind = JsonValue::Kind;

Error error_of(std::string_view text) {
  auto value = parse_json(text);
  return value ? Error{ErrorCode::kNotFound, "no error"} : value.error();
}

TEST(Json, ReadsEveryKind) {
  auto v = parse_json(R"( {"s":"a\u00e9\n","n":-1.50e+3,"b":true,"f":false,"z":null,"a":[1,[2,"x"]],"o":{"k":"v"}} )");
  ASSERT_TRUE(v);
  EXPECT_EQ(v->kind, Kind::kObject);
  EXPECT_EQ(v->find("s")->text, "aé\n");
  EXPECT_EQ(v->find("n")->text, "-1.50e+3");
  EXPECT_TRUE(v->find("b")->boolean);
  EXPECT_EQ(v->find("f")->kind, Kind::kBool);
  EXPECT_EQ(v->find("z")->kind, Kind::kNull);
  EXPECT_THAT(v->find("a")->strings(), ElementsAre("1", "2", "x"));
  EXPECT_EQ(v->find("o")->find("k")->text, "v");
  EXPECT_EQ(v->find("absent"), nullptr);
}

TEST(Json, KeepsHugeNumbersAsWritten) {
  auto v = parse_json("[123456789012345678901234567890123456789012345678901234567890, 0, -0, 1e999]");
  ASSERT_TRUE(v);
  EXPECT_THAT(v->strings(),
              ElementsAre("123456789012345678901234567890123456789012345678901234567890", "0", "-0", "1e999"));
}

TEST(Json, KeepsRepeatedKeys) {
  auto v = parse_json(R"({"a":1,"a":2})");
  ASSERT_TRUE(v);
  ASSERT_EQ(v->members.size(), 2U);
  EXPECT_EQ(v->members[1].second.text, "2");
  EXPECT_EQ(v->find("a")->text, "1");
}

TEST(Json, ReadsScalarsAtTheRoot) {
  EXPECT_EQ(parse_json(" \"x\\\"y\" ")->text, "x\"y");
  EXPECT_EQ(parse_json("12")->kind, Kind::kNumber);
  EXPECT_EQ(parse_json("null")->kind, Kind::kNull);
  EXPECT_FALSE(parse_json("12 13"));
  EXPECT_FALSE(parse_json("\"a\" \"b\""));
  EXPECT_FALSE(parse_json("\"a\", \"b\""));
}

TEST(Json, NamesTheByteOfTheTrouble) {
  EXPECT_EQ(error_of("").code, ErrorCode::kBadInput);
  EXPECT_EQ(error_of("{\"a\":\"\xFF\"}").where.byte, 6U);
  EXPECT_EQ(error_of("{\"a\":\"b}").where.byte, 5U);
  EXPECT_EQ(error_of("{\"a\":\"b\nc\"}").where.byte, 7U);
  EXPECT_EQ(error_of("{\"a\":1} {\"b\":2}").where.byte, 8U);
  EXPECT_EQ(error_of("{\"a\":tru}").code, ErrorCode::kBadInput);
}

TEST(Json, RefusesWhatIsNotJson) {
  for (const std::string_view text : {"{",
                                      "[",
                                      "{]",
                                      "[}",
                                      "[1,]",
                                      "{\"a\"}",
                                      "{\"a\":}",
                                      "{\"a\":1,}",
                                      "[1 2]",
                                      "[01]",
                                      "[1.]",
                                      "[.5]",
                                      "[+1]",
                                      "[1e]",
                                      "[-]",
                                      "{a:1}",
                                      "['a']",
                                      "[nul]",
                                      "[truee]",
                                      "[[1]",
                                      "{\"a\":[1,2}",
                                      "]",
                                      "}",
                                      ",",
                                      "[\"\\x\"]",
                                      "[\"\\ud800\"]",
                                      "nope",
                                      "{\"a\":1}]",
                                      "[1]2",
                                      "{\"a\":1 \"b\":2}",
                                      "{\"a\":{\"b\":1}",
                                      "[[[[",
                                      "{\"a\":{\"a\":{",
                                      "[1}{2]"})
    EXPECT_EQ(error_of(text).code, ErrorCode::kBadInput) << text;
}

TEST(Json, NestingIsBounded) {
  const auto nested = [](size_t n) { return std::string(n, '[') + std::string(n, ']'); };
  EXPECT_TRUE(parse_json(nested(64)));
  EXPECT_EQ(error_of(nested(65)).code, ErrorCode::kLimit);
  EXPECT_EQ(error_of(nested(1'000'000)).code, ErrorCode::kLimit);
}

TEST(Json, EveryTruncationAndByteFlipIsAnAnswer) {
  const std::string good =
      R"({"id":"a1","names":["X \"Y\" Z",{"k":[true,false,null,1.5e3]}],"u":"\u00e9\ud83d\ude00","o":{}})";
  ASSERT_TRUE(parse_json(good));
  for (size_t n = 0; n < good.size(); ++n) EXPECT_FALSE(parse_json(good.substr(0, n))) << n;
  for (size_t i = 0; i < good.size(); ++i)
    for (const char c : {'"', '\\', '{', '}', '[', ']', ',', ':', '0', 'x', '\0', '\n', ' ', '\xFF'}) {
      std::string bad = good;
      bad[i] = c;
      const auto v = parse_json(bad);
      EXPECT_LE(v ? 0 : v.error().where.byte, bad.size());
    }
}

TEST(JsonLines, WalksLinesAndPassesOverEmptyOnes) {
  JsonLines lines("{}\n\n  \r\n[1]\r\n2");
  std::vector<std::pair<uint64_t, uint64_t>> seen;
  for (JsonLine line; lines.next(line);) seen.emplace_back(line.line, line.byte);
  EXPECT_THAT(seen, ElementsAre(std::pair(1U, 0U), std::pair(4U, 8U), std::pair(5U, 13U)));
}

}  // namespace
}  // namespace cordon
