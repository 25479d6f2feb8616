#include "model/profile.h"

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

}  // namespace
}  // namespace cordon
