#include "model/profile.h"

#include <cstdio>
#include <fstream>
#include <set>

#include "base/embedded.h"

namespace cordon {
namespace {

std::string default_text() { return std::string(embedded("profiles/default.toml")); }

// The text of the default profile with `from` replaced by `to`.
std::string changed(std::string_view from, std::string_view to) {
  std::string text = default_text();
  const size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(Profile, DefaultIsReadOnce) {
  const Profile& p = default_profile();
  EXPECT_EQ(p.name, "default");
  EXPECT_EQ(p.threshold, 7000);
  EXPECT_EQ(p.top, 20);
  EXPECT_EQ(p.hash.size(), 32U);
  EXPECT_EQ(&default_profile(), &p);
  EXPECT_EQ(builtin_profile("default")->hash, p.hash);
}

TEST(Profile, HashFollowsTheSettingsAndNotTheName) {
  Profile p = default_profile();
  p.name = "mine";
  p.rehash();
  EXPECT_EQ(p.hash, default_profile().hash);
  ++p.threshold;
  p.rehash();
  EXPECT_NE(p.hash, default_profile().hash);
}

TEST(Profile, UnknownNameSaysWhatThereIs) {
  const auto p = builtin_profile("nowhere");
  ASSERT_FALSE(p);
  EXPECT_EQ(p.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(p.error().message, testing::HasSubstr("default"));
}

TEST(Profile, FaultsNameTheSetting) {
  const auto unknown = parse_profile(default_text() + "\nshoe_size = 44\n", "p.toml");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::kBadInput);
  EXPECT_EQ(unknown.error().where.source, "p.toml");
  EXPECT_THAT(unknown.error().message, testing::HasSubstr("shoe_size"));

  const auto missing = parse_profile(changed("\ntop", "\n#"), "p.toml");
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error().message, testing::HasSubstr("'top'"));

  const auto outside = parse_profile("threshold = 10001\n" + changed("\nthreshold", "\n#"), "p.toml");
  ASSERT_FALSE(outside);
  EXPECT_THAT(outside.error().message, testing::HasSubstr("10001"));

  EXPECT_FALSE(parse_profile("", "p.toml"));
  EXPECT_FALSE(parse_profile("name = \"x\"\nthreshold = 0.7\n", "p.toml"));
  const auto syntax = parse_profile("name = \"x\"\n= 3\n", "p.toml");
  ASSERT_FALSE(syntax);
  EXPECT_EQ(syntax.error().where.record, 2U);
}

TEST(Profile, ABaseGivesWhatIsNotSaid) {
  const auto p = parse_profile("name = \"mine\"\nbase = \"default\"\nthreshold = 8100\n", "p.toml");
  ASSERT_TRUE(p) << p.error().text();
  EXPECT_EQ(p->name, "mine");
  EXPECT_EQ(p->threshold, 8100);
  EXPECT_EQ(p->top, default_profile().top);
  Profile same = default_profile();
  same.threshold = 8100;
  same.rehash();
  EXPECT_EQ(p->hash, same.hash);

  const auto unknown = parse_profile("name = \"mine\"\nbase = \"nowhere\"\n", "p.toml");
  ASSERT_FALSE(unknown);
  EXPECT_THAT(unknown.error().text(), testing::AllOf(testing::HasSubstr("p.toml"), testing::HasSubstr("'base'")));
  EXPECT_FALSE(parse_profile("name = \"default\"\nbase = \"default\"\n", "p.toml"));
  EXPECT_FALSE(parse_profile("name = \"mine\"\nbase = 1\n", "p.toml"));
}

TEST(Profile, FaultsNameTheLine) {
  const auto p = parse_profile("name = \"mine\"\nbase = \"default\"\n\ntop = 0\n", "p.toml");
  ASSERT_FALSE(p);
  EXPECT_EQ(p.error().where.record, 4U);
  const auto scorer = parse_profile("name = \"mine\"\nbase = \"default\"\nscorer = \"best\"\n", "p.toml");
  ASSERT_FALSE(scorer);
  EXPECT_THAT(scorer.error().message, testing::HasSubstr("'scorer'"));
}

// Retrieval relies on both: see match/weights.h.
TEST(Profile, RefusesWhatRetrievalCannotBound) {
  const auto costs = parse_profile("name = \"mine\"\nbase = \"default\"\ncost_missing_single = 0\n", "p.toml");
  ASSERT_FALSE(costs);
  EXPECT_THAT(costs.error().message, testing::HasSubstr("cost_missing_single"));
  // The more agrees, the less a difference counts, and never the other way round.
  for (const char* line : {"agreed_ample = 1152", "against_ample = 2096", "against_ample_other = 1191"}) {
    const auto turned = parse_profile(std::string("name = \"mine\"\nbase = \"default\"\n") + line + "\n", "p.toml");
    ASSERT_FALSE(turned) << line;
    EXPECT_THAT(turned.error().message, testing::HasSubstr("_ample"));
  }
  for (const char* share : {"similarity_same_sound", "similarity_abjad", "similarity_joined", "similarity_nickname",
                            "similarity_initial", "edit_class_share", "similarity_same_name"})
    EXPECT_FALSE(parse_profile(std::string("name = \"mine\"\nbase = \"default\"\n") + share + " = 1001\n", "p.toml"))
        << share;
}

TEST(Profile, BuiltInOnesAreReadAndDiffer) {
  std::set<std::string> hashes;
  for (const std::string_view name : builtin_profiles()) {
    const auto p = builtin_profile(name);
    ASSERT_TRUE(p) << p.error().text();
    EXPECT_EQ(p->name, name);
    EXPECT_NE(p->about, "");
    hashes.insert(p->hash);
  }
  EXPECT_THAT(builtin_profiles(), testing::ElementsAre("default", "exact", "ofac-search", "strict"));
  EXPECT_EQ(hashes.size(), 4U);
  EXPECT_EQ(builtin_profile("ofac-search")->scorer, Scorer::kOfacSearch);
}

TEST(Profile, ItsTextReadsBackAsTheSame) {
  for (const std::string_view name : builtin_profiles()) {
    const Profile p = *builtin_profile(name);
    const std::string text = profile_text(p);
    const auto again = parse_profile(text, "p.toml");
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(again->hash, p.hash);
    EXPECT_EQ(again->name, p.name);
    EXPECT_EQ(again->about, p.about);
    EXPECT_THAT(text, testing::HasSubstr("0 to 10000; points from which a candidate is a hit"));
  }
}

TEST(Profile, LoadsAFileUnlessItTakesABuiltInName) {
  const std::string path = testing::TempDir() + "cordon_profile_test.toml";
  const auto write = [&](std::string_view text) { std::ofstream(path) << text; };
  write("name = \"mine\"\nbase = \"strict\"\ntop = 7\n");
  const auto p = load_profile(path);
  ASSERT_TRUE(p) << p.error().text();
  EXPECT_EQ(p->top, 7);
  EXPECT_EQ(p->threshold, builtin_profile("strict")->threshold);
  write(default_text());
  EXPECT_TRUE(load_profile(path));
  write(changed("\ntop = 20", "\ntop = 21"));
  const auto taken = load_profile(path);
  ASSERT_FALSE(taken);
  EXPECT_THAT(taken.error().text(), testing::AllOf(testing::HasSubstr(path), testing::HasSubstr("'name'")));
  std::remove(path.c_str());
  const auto nowhere = load_profile(path);
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(nowhere.error().message, testing::HasSubstr("ofac-search"));
}

}  // namespace
}  // namespace cordon
