#include "cli/text_table.h"

#include <gtest/gtest.h>

#include "cli/progress.h"

namespace cordon::cli {
namespace {

TEST(TextTable, AlignsByTerminalColumns) {
  TextTable table({{"name", Align::kLeft, 6}, {"n", Align::kRight}});
  table.append({"山田", "1"});
  table.append({"abcdefgh", "1,000"});
  EXPECT_EQ(table.text(Look{}), "  name        n\n  山田        1\n  abcde…  1,000\n");
}

TEST(Grouped, SetsCommas) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234567), "1,234,567");
}

TEST(DurationText, ChoosesTheUnit) {
  EXPECT_EQ(duration_text(0.0123), "12 ms");
  EXPECT_EQ(duration_text(12.34), "12.3 s");
  EXPECT_EQ(duration_text(245), "4 min 05 s");
}

}  // namespace
}  // namespace cordon::cli
