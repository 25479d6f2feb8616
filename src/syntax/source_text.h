// The bytes of a page or mail as UTF-8, whatever their encoding, with a way back: every place of the text has its byte
// in what was received.
//
// The encoding is decided as browsers do (WHATWG HTML, 13.2.3): a BOM; what the transport says (a mail's header); what
// the page says of itself (<meta charset>, http-equiv, an XML declaration); and where none of these holds, or the bytes
// contradict it, the bytes: UTF-8 where they are that, else ICU's statistical detector.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cordon {

class SourceText {
 public:
  // `declared` is the transport's label, or empty. Never fails: what has no meaning in the encoding becomes U+FFFD.
  // The text is a view into `bytes` where these are well-formed UTF-8. REQUIRES: `bytes` outlives the result.
  static SourceText decode(std::string_view bytes, std::string_view declared = {});

  std::string_view text() const { return is_own_ ? std::string_view(own_) : bytes_.substr(mark_); }
  // ICU's name for the encoding, e.g. "UTF-8", "windows-1251".
  const std::string& charset() const { return charset_; }
  // The places that had no meaning in the encoding: U+FFFD in the text.
  uint64_t replaced() const { return replaced_; }
  // Is every place of the text at the same distance from its byte? Then ranges of any length are exact.
  bool is_verbatim() const { return steps_.empty(); }
  // Returns the byte of the source at which the character at text offset `at` begins. REQUIRES: at <= text().size(),
  // at a character's begin. Cost: a walk of at most 512 bytes.
  uint64_t source_byte(size_t at) const;

  SourceText(SourceText&&) = default;
  SourceText& operator=(SourceText&&) = default;

 private:
  friend class SourceCursor;
  // How many bytes a character takes in the source.
  enum class Width : uint8_t { kUtf8, kOne, kUtf16le, kUtf16be, kGb18030, kShiftJis, kTwo, kUneven };
  struct Step {
    uint64_t text = 0;
    uint64_t source = 0;
  };

  SourceText() = default;
  void decode_with_icu(const std::string& converter);
  void repair_utf8();
  size_t source_width(uint64_t at) const;
  uint64_t walk(size_t from, uint64_t source, size_t to) const;

  std::string_view bytes_;
  std::string own_;  // the text, where it is not a part of the source
  bool is_own_ = false;
  std::string charset_;
  Width width_ = Width::kUtf8;
  uint64_t mark_ = 0;  // bytes of a BOM
  uint64_t replaced_ = 0;
  std::vector<Step> steps_;  // ascending; empty where text and source run side by side
};

// SourceText::source_byte for places that ascend: each costs the distance from the one before.
class SourceCursor {
 public:
  explicit SourceCursor(const SourceText& text) : text_(text) {}
  uint64_t byte(size_t at);

 private:
  const SourceText& text_;
  size_t at_ = SIZE_MAX;
  uint64_t source_ = 0;
};

}  // namespace cordon
