// The transfer encodings of mail (RFC 2045, 6): quoted-printable and base64, with the way back to the bytes received.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cordon {

enum class TransferEncoding : uint8_t { kNone, kQuotedPrintable, kBase64 };

class TransferText {
 public:
  // Never fails: what is no code of the encoding is passed over (base64) or stands as it is (quoted-printable).
  // REQUIRES: `raw` outlives the result.
  static TransferText decode(std::string_view raw, TransferEncoding encoding);

  std::string_view bytes() const { return encoding_ == TransferEncoding::kNone ? raw_ : own_; }
  // Returns the offset in the raw bytes at which decoded byte `at` stands. REQUIRES: at <= bytes().size().
  // Cost: a walk of at most 256 bytes (more where base64 is full of what is no code).
  uint64_t source_byte(size_t at) const;

 private:
  struct Step {
    uint64_t decoded = 0;
    uint64_t raw = 0;
  };
  size_t quoted_length(size_t raw, size_t& decoded) const;
  void decode_quoted();
  void decode_base64();

  std::string_view raw_;
  std::string own_;
  TransferEncoding encoding_ = TransferEncoding::kNone;
  std::vector<Step> steps_;
};

}  // namespace cordon
