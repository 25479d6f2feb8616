// Checkpoints: what is written is read, and what was damaged is refused.
#include "screen/checkpoint.h"

#include <gmock/gmock.h>

namespace cordon::screen {
namespace {

Checkpoint example() {
  return {.basis = {.engine = "cordon 0.1.0",
                    .snapshot = hash128("snapshot").hex(),
                    .profile = "default " + hash128("profile").hex(),
                    .options = {{"--format", {"jsonl"}}, {"--list", {"un", "eu"}}},
                    .inputs = {{"Kunden \"ä\"\n.csv", 1234, hash128("a"), {}}, {"b.csv", 0, hash128(""), {}}}},
          .state = {.subjects = 7,
                    .outcomes = {1, 2, 3, 1},
                    .hits = 9,
                    .more = true,
                    .unnamed_clear = 2,
                    .milliseconds = 1500,
                    .output = {812, hash128("output")},
                    .is_whole = false}};
}

TEST(Checkpoint, WhatIsWrittenIsRead) {
  for (const bool is_whole : {false, true}) {
    Checkpoint written = example();
    written.state.is_whole = is_whole;
    const auto read = Checkpoint::parse(written.text(), "ck");
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(change(written.basis, read->basis), std::nullopt);
    EXPECT_EQ(read->state.subjects, 7U);
    EXPECT_EQ(read->state.outcomes, written.state.outcomes);
    EXPECT_EQ(read->state.hits, 9U);
    EXPECT_TRUE(read->state.more);
    EXPECT_EQ(read->state.unnamed_clear, 2U);
    EXPECT_EQ(read->state.milliseconds, 1500U);
    EXPECT_EQ(read->state.output.bytes, 812U);
    EXPECT_EQ(read->state.output.hash, hash128("output"));
    EXPECT_EQ(read->state.is_whole, is_whole);
    EXPECT_EQ(read->text(), written.text());
  }
}

TEST(Checkpoint, AnyDamageIsSeen) {
  const std::string whole = example().text();
  for (size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x01);
    EXPECT_FALSE(Checkpoint::parse(damaged, "ck")) << i;
    EXPECT_FALSE(Checkpoint::parse(whole.substr(0, i), "ck")) << i;
  }
  const auto refused = Checkpoint::parse(whole + "x", "ck");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(refused.error().text(), "ck: is damaged, or no checkpoint");
}

std::string sealed(const std::string& line) { return line + "\n" + hash128(line).hex() + "\n"; }

TEST(Checkpoint, AnotherFormatIsNotGuessedAt) {
  std::string line = example().text();
  line.resize(line.find('\n'));
  ASSERT_TRUE(Checkpoint::parse(sealed(line), "ck"));
  line.replace(line.find("\"checkpoint\":1"), 14, "\"checkpoint\":2");
  EXPECT_EQ(Checkpoint::parse(sealed(line), "ck").error().code, ErrorCode::kVersion);
  for (const char* other : {"", "{}", "[1]", "{\"checkpoint\":1}", "{\"checkpoint\":1,\"basis\":{},\"state\":{}}", "{"})
    EXPECT_EQ(Checkpoint::parse(sealed(other), "ck").error().code, ErrorCode::kCorrupt) << other;
}

TEST(Checkpoint, SaysWhatIsNotWhatItWas) {
  const BatchBasis then = example().basis;
  const auto changed = [&](auto alter) {
    BatchBasis now = then;
    alter(now);
    return change(then, now).value_or("nothing");
  };
  EXPECT_EQ(changed([](BatchBasis&) {}), "nothing");
  EXPECT_EQ(changed([](BatchBasis& b) { b.inputs[1].bytes = 5; }), "the input b.csv was changed: 0 bytes, now 5");
  EXPECT_EQ(changed([](BatchBasis& b) { b.inputs[1].hash = hash128("x"); }),
            "the input b.csv was changed: 0 bytes, now 0 others");
  EXPECT_EQ(changed([](BatchBasis& b) { b.inputs[0].name = "c.csv"; }),
            "the inputs are others: Kunden \"ä\"\n.csv, b.csv, now c.csv, b.csv");
  EXPECT_EQ(changed([](BatchBasis& b) { b.inputs.pop_back(); }),
            "the inputs are others: Kunden \"ä\"\n.csv, b.csv, now Kunden \"ä\"\n.csv");
  EXPECT_THAT(changed([](BatchBasis& b) { b.snapshot = hash128("x").hex(); }),
              testing::StartsWith("the snapshot is another: "));
  EXPECT_THAT(changed([](BatchBasis& b) { b.profile = "strict 0123456789abcdef"; }),
              testing::EndsWith("now strict 0123456789ab"));
  EXPECT_EQ(changed([](BatchBasis& b) { b.options["--schema"] = {"Person"}; }),
            "--schema is another: not given, now Person");
  EXPECT_EQ(changed([](BatchBasis& b) { b.options.erase("--list"); }), "--list is another: un, eu, now not given");
  EXPECT_EQ(changed([](BatchBasis& b) { b.engine = "cordon 9"; }),
            "the program is another version: cordon 0.1.0, now cordon 9");
}

}  // namespace
}  // namespace cordon::screen
