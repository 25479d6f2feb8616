// What build() says of the file it wrote, and what is in it.
#include "assemble/build.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "assemble/stored_lists.h"
#include "snapshot/format.h"

namespace cordon::assemble {
namespace {

lists::ParsedList list(const std::string& name, int parties) {
  lists::ParsedList out;
  out.info.list = name;
  for (int i = 0; i < parties; ++i) {
    Entity e;
    e.list = name;
    e.list_id = std::to_string(i);
    e.id = name + ":" + e.list_id;
    e.schema = Schema::kPerson;
    e.names.push_back(
        {"Ann Lee the " + e.list_id + "th", NameKind::kPrimary, NameStrength::kStrong, {}, {}, {}, {}, {}, 0});
    e.caption = e.names[0].text;
    e.sources = {{name + ".csv", "line " + e.list_id, 0}};
    e.programs = {{"SANCTIONS AGAINST " + name, 0}};
    out.entities.push_back(std::move(e));
  }
  out.info.entities = out.entities.size();
  return out;
}

class Build : public testing::Test {
 protected:
  ~Build() override { std::filesystem::remove(path); }
  const std::string path =
      (std::filesystem::temp_directory_path() / ("cordon-build-" + std::to_string(::getpid()))).string();
};

TEST_F(Build, SaysTheSizeOfTheWholeFile) {
  const BuildSummary summary = build({list("a", 300), list("b", 20)}, path).value();
  EXPECT_EQ(summary.bytes, std::filesystem::file_size(path));
  EXPECT_EQ(summary.entities, 320U);
}

// So many that their bodies have a dictionary.
TEST_F(Build, EveryPartyIsReadBack) {
  ASSERT_TRUE(build({list("b", 900), list("a", 2000)}, path));
  const auto reader = snapshot::Reader::open(path).value();
  const auto stored = StoredLists::open(reader).value();
  ASSERT_EQ(stored.bodies().count(), 2900U);
  EXPECT_GT(snapshot::int_at<uint64_t>(reader.section("entities").value(), 16), 1000U) << "bytes of dictionary";
  std::map<std::string, int> parties;
  for (uint64_t i = 0; i < 2900; ++i) {
    const Entity e = stored.entity(i).value();
    EXPECT_EQ(e.id, e.list + ":" + e.list_id);
    EXPECT_EQ(e.names.at(0).text, "Ann Lee the " + e.list_id + "th");
    ++parties[e.list];
  }
  EXPECT_EQ(parties["a"], 2000);
  EXPECT_EQ(parties["b"], 900);
}

}  // namespace
}  // namespace cordon::assemble
