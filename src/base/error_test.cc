#include "base/error.h"

#include "base/checksum.h"
#include "base/embedded.h"
#include "base/report.h"

namespace cordon {
namespace {

TEST(Error, TextLeavesOutWhatIsUnknown) {
  EXPECT_EQ((Error{ErrorCode::kBadInput, "no tag"}).text(), "no tag");
  EXPECT_EQ((Error{ErrorCode::kBadInput, "no tag", {"un.xml"}}).text(), "un.xml: no tag");
  EXPECT_EQ((Error{ErrorCode::kBadInput, "no tag", {"un.xml", 12, 340}}).text(), "un.xml: record 12: byte 340: no tag");
  EXPECT_EQ((Error{ErrorCode::kBadInput, "no tag", {"", 0, 340}}).text(), "byte 340: no tag");
}

TEST(Error, CodesAsWritten) {
  EXPECT_EQ(code_name(ErrorCode::kInvalidArgument), "invalid_argument");
  EXPECT_EQ(code_name(ErrorCode::kNotFound), "not_found");
  EXPECT_EQ(code_name(ErrorCode::kBadInput), "bad_input");
  EXPECT_EQ(code_name(ErrorCode::kUnsupported), "unsupported");
  EXPECT_EQ(code_name(ErrorCode::kVersion), "version");
  EXPECT_EQ(code_name(ErrorCode::kCorrupt), "corrupt");
  EXPECT_EQ(code_name(ErrorCode::kIo), "io");
  EXPECT_EQ(code_name(ErrorCode::kLimit), "limit");
}

Result<int> half(int n) {
  if (n % 2) return fail(ErrorCode::kInvalidArgument, "odd");
  return n / 2;
}
Result<int> quarter(int n) {
  TRY(const int first, half(n));
  TRY(const int second, half(first));
  return second;
}
Result<void> is_even(int n) {
  CHECK_OK(half(n));
  return {};
}

TEST(Error, TryAndCheckPassErrorsOn) {
  EXPECT_EQ(*quarter(12), 3);
  EXPECT_EQ(quarter(6).error().message, "odd");
  EXPECT_TRUE(is_even(2));
  EXPECT_EQ(is_even(3).error().code, ErrorCode::kInvalidArgument);
}

TEST(Reporter, CountsBySeverity) {
  Reporter r;
  r.note("a");
  r.loss("b", {"f", 1, 2});
  r.skipped("c");
  r.skipped("d");
  EXPECT_EQ(r.count(Severity::kNote), 1U);
  EXPECT_EQ(r.count(Severity::kLoss), 1U);
  EXPECT_EQ(r.count(Severity::kSkipped), 2U);
  ASSERT_EQ(r.remarks().size(), 4U);
  EXPECT_EQ(r.remarks()[1].message, "b");
  EXPECT_EQ(r.remarks()[1].where.record, 1U);
}

TEST(Checksum, KnownValues) {
  EXPECT_EQ(hash128("").hex(), "99aa06d3014798d86001c324468d497f");  // XXH3 of nothing, seed 0
  EXPECT_EQ(hash64(""), 0x2d06800538d394c2U);
  EXPECT_EQ(hash128("a"), hash128("a"));
  EXPECT_NE(hash128("a"), hash128("b"));
}

TEST(Embedded, TablesAreThereByName) {
  const auto names = embedded_names();
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_NE(std::find(names.begin(), names.end(), "countries/countries.tsv"), names.end());
  EXPECT_TRUE(embedded("countries/countries.tsv").starts_with("#"));
}

}  // namespace
}  // namespace cordon
