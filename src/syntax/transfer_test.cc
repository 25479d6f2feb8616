#include "syntax/transfer.h"

#include <gtest/gtest.h>

namespace cordon {
namespace {

struct Case {
  TransferEncoding encoding;
  std::string_view raw;
  std::string_view decoded;
};
constexpr Case kCases[] = {
    {TransferEncoding::kNone, "a=3D b\r\n", "a=3D b\r\n"},
    {TransferEncoding::kQuotedPrintable, "a=3Db =E2=82=ac", "a=b €"},
    {TransferEncoding::kQuotedPrintable, "soft =\r\nline=  \nend", "soft lineend"},
    {TransferEncoding::kQuotedPrintable, "not =a code = x=", "not =a code = x="},
    {TransferEncoding::kBase64, "YWJjZA==", "abcd"},
    {TransferEncoding::kBase64, "YWJj\r\nZGU=", "abcde"},
    {TransferEncoding::kBase64, "YW Jj!ZA", "abcd"},
    {TransferEncoding::kBase64, "YQ==YmM=", "abc"},
    {TransferEncoding::kBase64, "", ""},
};

TEST(Transfer, Decodes) {
  for (const Case& c : kCases) EXPECT_EQ(TransferText::decode(c.raw, c.encoding).bytes(), c.decoded) << c.raw;
}

TEST(Transfer, WayBack) {
  std::string raw;
  std::string plain;
  std::vector<size_t> bytes;
  for (int i = 0; i < 300; ++i) {
    bytes.push_back(raw.size());
    raw += "=C3";
    bytes.push_back(raw.size());
    raw += "=A9";
    bytes.push_back(raw.size());
    raw += "x";
    if (i % 20 == 19) raw += "=\r\n";
    plain += "éx";
  }
  const TransferText quoted = TransferText::decode(raw, TransferEncoding::kQuotedPrintable);
  ASSERT_EQ(quoted.bytes(), plain);
  for (size_t i = 0; i < bytes.size(); ++i) ASSERT_EQ(quoted.source_byte(i), bytes[i]) << i;

  std::string base64;
  for (int i = 0; i < 500; ++i) base64 += i % 19 == 18 ? "YWJj\r\n" : "YWJj";
  const TransferText text = TransferText::decode(base64, TransferEncoding::kBase64);
  ASSERT_EQ(text.bytes().size(), 1500U);
  for (size_t i = 0; i < text.bytes().size(); ++i) {
    const size_t byte = text.source_byte(i);
    const std::string_view codes[] = {"YWJj", "WJj", "Jj"};
    ASSERT_TRUE(std::string_view(base64).substr(byte).starts_with(codes[i % 3])) << i;
  }
}

}  // namespace
}  // namespace cordon
