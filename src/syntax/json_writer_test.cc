#include "syntax/json_writer.h"

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>

namespace cordon {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

template <typename Write>
std::string object(const Write& write) {
  JsonWriter out;
  out.begin_object();
  write(out);
  out.end_object();
  return std::move(out).take();
}

std::string text(std::string_view value) {
  return object([&](JsonWriter& out) { out.text("t", value); });
}
std::string decimal(int64_t value, int digits) {
  return object([&](JsonWriter& out) { out.decimal("d", value, digits); });
}
std::string number(double value) {
  return object([&](JsonWriter& out) { out.number("d", value); });
}

TEST(JsonWriter, PlacesCommas) {
  const std::vector<std::string> none, one = {"a"}, two = {"a", ""};
  const std::string line = object([&](JsonWriter& out) {
    out.begin_array("none");
    out.end_array();
    out.begin_object("empty");
    out.end_object();
    out.begin_array("objects");
    for (const bool first : {true, false}) {
      out.begin_object();
      if (!first) out.boolean("b", first);
      out.end_object();
    }
    out.end_array();
    out.texts("t0", none);
    out.texts("t1", one);
    out.texts("t2", two);
    out.null("z");
    out.begin_object("o");
    out.integer("n", 0U);
    out.integer("m", std::numeric_limits<uint64_t>::max());
    out.end_object();
    out.boolean("b", true);
  });
  EXPECT_EQ(line, R"({"none":[],"empty":{},"objects":[{},{"b":false}],"t0":[],"t1":["a"],"t2":["a",""],"z":null,)"
                  R"("o":{"n":0,"m":18446744073709551615},"b":true})");
}

TEST(JsonWriter, EscapesAndReplaces) {
  using namespace std::string_view_literals;
  EXPECT_EQ(text("a\"b\\c/\b\t\n\f\r\x01\x1f\x7f\0"sv),
            "{\"t\":\"a\\\"b\\\\c/\\b\\t\\n\\f\\r\\u0001\\u001f\x7f\\u0000\"}");
  EXPECT_EQ(text("Ольга 王 😀"), R"({"t":"Ольга 王 😀"})");
  EXPECT_EQ(text("\xE2\x82"), R"({"t":"�"})");             // cut off: one
  EXPECT_EQ(text("\xE2\x82\xE2\x82z"), R"({"t":"��z"})");  // twice
  EXPECT_EQ(text("\xED\xA0\x80"), R"({"t":"���"})");       // a surrogate: three
}

// Every text of up to four bytes, each the least or greatest of its kind in UTF-8 or JSON.
TEST(JsonWriter, TextsAsNlohmannDumpsThem) {
  constexpr std::array<uint8_t, 24> kBytes = {0x00, 0x1F, '"',  '\\', 'a',  0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF,
                                              0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF};
  for (size_t length = 0, count = 1; length <= 4; ++length, count *= kBytes.size()) {
    std::string bytes(length, '\0');
    for (size_t n = 0; n < count; ++n) {
      for (size_t i = 0, rest = n; i < length; ++i, rest /= kBytes.size())
        bytes[i] = static_cast<char>(kBytes[rest % kBytes.size()]);
      ASSERT_EQ(text(bytes), dump({{"t", bytes}})) << length << " bytes, number " << n;
    }
  }
}

// Long ones too, which nlohmann writes in pieces of 512 bytes: whole characters with some bytes damaged.
TEST(JsonWriter, LongTextsAsNlohmannDumpsThem) {
  constexpr std::array<std::string_view, 10> kPieces = {"a", "bc ", "\"", "\n", "\x02", "é", "Ж", "王", "\u2028", "😀"};
  std::mt19937 random(1);
  for (int round = 0; round < 4000; ++round) {
    std::string bytes;
    for (size_t pieces = random() % 600; pieces > 0; --pieces) bytes += kPieces[random() % kPieces.size()];
    for (size_t damaged = bytes.empty() ? 0 : random() % 4; damaged > 0; --damaged)
      bytes[random() % bytes.size()] = static_cast<char>(random());
    ASSERT_EQ(text(bytes), dump({{"t", bytes}})) << "round " << round;
  }
}

// Points and bits: every value that evidence comes near, and some far beyond.
TEST(JsonWriter, DecimalsAsNlohmannDumpsDoubles) {
  EXPECT_EQ(decimal(-12050, 4), R"({"d":-1.205})");
  EXPECT_EQ(decimal(std::numeric_limits<int64_t>::min(), 1), R"({"d":-922337203685477580.8})");
  std::mt19937 random(2);
  constexpr std::array<double, 5> kPowers = {1, 10, 100, 1000, 10000};
  for (int digits = 1; digits <= 4; ++digits) {
    const double one = kPowers[static_cast<size_t>(digits)];
    for (int64_t value = -150'000; value <= 150'000; ++value)
      ASSERT_EQ(decimal(value, digits), dump({{"d", static_cast<double>(value) / one}})) << value;
    for (int i = 0; i < 20'000; ++i) {
      const int64_t value = static_cast<int64_t>(random() % 6'000'001) - 3'000'000;
      ASSERT_EQ(decimal(value, digits), dump({{"d", static_cast<double>(value) / one}})) << value;
    }
  }
}

TEST(JsonWriter, AnyNumber) {
  EXPECT_EQ(number(0.5), R"({"d":0.5})");
  EXPECT_EQ(number(1), R"({"d":1.0})");
  EXPECT_EQ(number(1e-6), R"({"d":1e-06})");
  EXPECT_EQ(number(0.000649), R"({"d":0.0006489999999999999})");  // see number()
  EXPECT_EQ(number(std::nan("")), R"({"d":null})");
}

}  // namespace
}  // namespace cordon
