#include "reading/mail.h"

#include <gmime/gmime.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "syntax/transfer.h"

namespace cordon::reading {
namespace {

using testing::ElementsAre;

constexpr std::string_view kText =
    "The port authority said on Monday that nothing had left the quay, and that it knew of no barge.\n";

std::string mail(std::string_view fields, std::string_view body) {
  return "From: Ines Calder <ines@example.org>\r\nTo: desk@example.org\r\nSubject: Nothing left the quay\r\nDate: Mon, "
         "2 Mar 2026 "
         "10:00:00 +0300\r\n" +
         std::string(fields) + "\r\n" + std::string(body);
}

TEST(Mail, HeaderAndPlainText) {
  const std::string bytes = mail("", kText);
  ASSERT_TRUE(looks_like_mail(bytes));
  const auto page = page_from_mail(bytes);
  ASSERT_TRUE(page) << page.error().text();
  EXPECT_EQ(page->title, "Nothing left the quay");
  EXPECT_EQ(page->byline, "Ines Calder");
  EXPECT_EQ(page->published, "2026-03-02");
  ASSERT_EQ(page->blocks.size(), 1U);
  EXPECT_EQ(page->blocks[0].places[0].begin, bytes.find("The port"));
}

TEST(Mail, HtmlIsTakenWhereItSaysSomething) {
  const std::string html = "Content-Type: text/html; charset=utf-8\n\n<p>" + std::string(kText) + "</p><p>" +
                           std::string(kText) + "</p><p>" + std::string(kText) + "</p>\n";
  const std::string plain = "Content-Type: text/plain; charset=utf-8\n\n" + std::string(kText);
  const std::string empty = "Content-Type: text/html\n\n<img src=x>\n";
  const auto alternative = [&](const std::string& a, const std::string& b) {
    return mail("MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=q\r\n",
                "--q\n" + a + "--q\n" + b + "--q--\n");
  };
  EXPECT_EQ(page_from_mail(alternative(plain, html))->blocks.size(), 3U);
  EXPECT_EQ(page_from_mail(alternative(plain, empty))->blocks.size(), 1U);
}

TEST(Mail, AttachmentsAreNamed) {
  const auto page = page_from_mail(mail(
      "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=q\r\n",
      "--q\n\n" + std::string(kText) +
          "--q\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"a b.pdf\"\n\nx\n--q--\n"));
  ASSERT_TRUE(page);
  EXPECT_THAT(page->remarks, ElementsAre("attachment not read: a b.pdf (application/pdf)"));
  const auto none = page_from_mail(mail("MIME-Version: 1.0\r\nContent-Type: image/png\r\n", "x"));
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::kBadInput);
}

TEST(Mail, IsToldFromText) {
  EXPECT_FALSE(looks_like_mail("Moscow: we did not ask\nFrom: nobody\n\nx"));
  EXPECT_FALSE(looks_like_mail("Kremlin: no\n\nThe text begins."));
  EXPECT_FALSE(looks_like_mail("<html>"));
  EXPECT_FALSE(looks_like_mail(""));
  EXPECT_TRUE(looks_like_mail("From a@b Mon Mar 2 10:00:00 2026\nFrom: a@b\nTo: c@d\n\nx"));
  EXPECT_TRUE(looks_like_mail("Received: from x\n by y\nDate: Mon\n\nx"));
}

// GMime's encoders against our decoder, for random bytes.
TEST(Mail, TransferEncodingsAsGmimeWritesThem) {
  uint64_t state = 1;
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (int i = 0; i < round * 3; ++i) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      bytes += static_cast<char>(round % 2 == 0 ? state >> 56 : ' ' + (state >> 56) % 90);
    }
    for (const auto& [encoding, ours] :
         {std::pair(GMIME_CONTENT_ENCODING_BASE64, TransferEncoding::kBase64),
          std::pair(GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE, TransferEncoding::kQuotedPrintable)}) {
      GMimeEncoding encoder;
      g_mime_encoding_init_encode(&encoder, encoding);
      std::string out(g_mime_encoding_outlen(&encoder, bytes.size()) + 16, '\0');
      out.resize(g_mime_encoding_flush(&encoder, bytes.data(), bytes.size(), out.data()));
      const TransferText text = TransferText::decode(out, ours);
      const std::string copy(text.bytes());
      EXPECT_EQ(copy.substr(0, bytes.size()), bytes) << out;
      EXPECT_LE(copy.size(), bytes.size() + 1);  // quoted-printable ends with a line end
    }
  }
}

}  // namespace
}  // namespace cordon::reading
