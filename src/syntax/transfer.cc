#include "syntax/transfer.h"

#include <algorithm>

namespace cordon {
namespace {

constexpr size_t kStep = 192;  // decoded bytes between two steps of the way back; a multiple of 3

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

}  // namespace

// Returns how many raw bytes the item at `raw` takes and how many it decodes to: "=E2" one, a soft line end none.
size_t TransferText::quoted_length(size_t raw, size_t& decoded) const {
  decoded = 1;
  if (raw_[raw] != '=') return 1;
  if (raw + 2 < raw_.size() && hex_value(raw_[raw + 1]) >= 0 && hex_value(raw_[raw + 2]) >= 0) return 3;
  size_t end = raw + 1;
  while (end < raw_.size() && end - raw < 80 && (raw_[end] == ' ' || raw_[end] == '\t')) ++end;
  if (end < raw_.size() && raw_[end] == '\r') ++end;
  if (end < raw_.size() && raw_[end] == '\n') {
    decoded = 0;
    return end + 1 - raw;
  }
  return 1;
}

void TransferText::decode_quoted() {
  size_t next = 0;
  for (size_t i = 0; i < raw_.size();) {
    if (own_.size() >= next) {
      steps_.push_back({own_.size(), i});
      next = own_.size() + kStep;
    }
    size_t decoded = 0;
    const size_t length = quoted_length(i, decoded);
    if (decoded == 1)
      own_ += length == 3 ? static_cast<char>(hex_value(raw_[i + 1]) * 16 + hex_value(raw_[i + 2])) : raw_[i];
    i += length;
  }
}

void TransferText::decode_base64() {
  uint32_t bits = 0;
  int codes = 0;
  size_t begin = 0;  // of the group of four
  size_t next = 0;
  for (size_t i = 0; i < raw_.size(); ++i) {
    const int value = base64_value(raw_[i]);
    if (value < 0) {
      if (raw_[i] == '=') {  // the end of a group; some mails hold several encoded texts one after the other
        if (codes >= 2) own_ += static_cast<char>(bits >> (codes == 2 ? 4 : 10));
        if (codes == 3) own_ += static_cast<char>(bits >> 2);
        codes = 0;
        bits = 0;
      }
      continue;
    }
    if (codes == 0) begin = i;
    if (codes == 0 && own_.size() >= next) {
      steps_.push_back({own_.size(), begin});
      next = own_.size() + kStep;
    }
    bits = bits << 6 | static_cast<uint32_t>(value);
    if (++codes < 4) continue;
    own_ += static_cast<char>(bits >> 16);
    own_ += static_cast<char>(bits >> 8);
    own_ += static_cast<char>(bits);
    codes = 0;
    bits = 0;
  }
  if (codes >= 2) own_ += static_cast<char>(bits >> (codes == 2 ? 4 : 10));
  if (codes == 3) own_ += static_cast<char>(bits >> 2);
}

TransferText TransferText::decode(std::string_view raw, TransferEncoding encoding) {
  TransferText out;
  out.raw_ = raw;
  out.encoding_ = encoding;
  if (encoding == TransferEncoding::kQuotedPrintable) out.decode_quoted();
  if (encoding == TransferEncoding::kBase64) out.decode_base64();
  return out;
}

uint64_t TransferText::source_byte(size_t at) const {
  if (encoding_ == TransferEncoding::kNone || steps_.empty()) return std::min<uint64_t>(at, raw_.size());
  const auto behind = std::ranges::upper_bound(steps_, at, {}, &Step::decoded);
  const Step& step = *std::prev(behind);
  const uint64_t limit = behind == steps_.end() ? raw_.size() : behind->raw;
  size_t decoded = step.decoded;
  size_t raw = step.raw;
  if (encoding_ == TransferEncoding::kQuotedPrintable) {
    while (raw < limit) {
      size_t n = 0;
      const size_t length = quoted_length(raw, n);
      if (decoded == at && n > 0) break;
      decoded += n;
      raw += length;
    }
    return std::min<uint64_t>(raw, limit);
  }
  // Base64: the code in which the byte begins.
  size_t codes = (at - decoded) / 3 * 4 + (at - decoded) % 3;
  for (; raw < limit; ++raw)
    if (base64_value(raw_[raw]) >= 0 && codes-- == 0) break;
  return raw;
}

}  // namespace cordon
