// KERNEL: one pass over the bytes; what a code point is stands in a table for the planes of alphabets.
#include "reading/text_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/utf8.h"
#include "names/normalize.h"
#include "reading/known_names.h"

namespace cordon::reading {
namespace {

enum class Char : uint8_t {
  kUpper,
  kLower,
  kCaseless,
  kIdeograph,
  kDigit,
  kApostrophe,
  kInside,  // marks and joiners: part of a word when between letters
  kBlank,
  kHyphen,
  kDash,
  kDot,
  kEnd,  // ! ? and the like, colons, semicolons
  kComma,
  kQuote,
  kOpen,   // (
  kClose,  // )
  kMiddleDot,
  kOther,
};

constexpr char32_t kTabled = 0x3100;

Char classify(char32_t c) {
  switch (c) {
    case '\'':
    case 0x2019:
    case 0x2BC:
    case 0x60:
      return Char::kApostrophe;
    case '"':
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201A:
    case 0x2018:
    case 0x201F:
    case 0x2039:
    case 0x203A:
    case 0x300A:
    case 0x300B:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
      return Char::kQuote;
    case '(':
    case '[':
    case 0xFF08:
      return Char::kOpen;
    case ')':
    case ']':
    case 0xFF09:
      return Char::kClose;
    case '-':
    case 0x2010:
    case 0x2011:
      return Char::kHyphen;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return Char::kDash;
    case '.':
      return Char::kDot;
    case '!':
    case '?':
    case ':':
    case ';':
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0xFF1A:
    case 0xFF1B:
    case 0x61B:
    case 0x61F:
    case 0x6D4:
    case 0x964:
    case 0x589:
    case 0x2026:
    case '\n':
    case '|':
    case 0x2022:
      return Char::kEnd;
    case ',':
    case 0x60C:
    case 0xFF0C:
    case 0x3001:
      return Char::kComma;
    case 0xB7:
    case 0x2027:
    case 0x30FB:
      return Char::kMiddleDot;
    case 0x30FC:
      return Char::kIdeograph;
    case ' ':
    case '\t':
    case 0xA0:
    case 0x3000:
      return Char::kBlank;
    default:
      break;
  }
  const names::CharInfo info = names::char_info(c);
  switch (info.kind) {
    case names::CharKind::kLetter:
      if (info.script == names::Script::kHan || info.script == names::Script::kKana) return Char::kIdeograph;
      return info.upper ? Char::kUpper : info.lower ? Char::kLower : Char::kCaseless;
    case names::CharKind::kDigit:
      return Char::kDigit;
    case names::CharKind::kSkip:
      return Char::kInside;
    default:
      return Char::kOther;
  }
}

using CharTable = std::array<Char, kTabled>;

const CharTable& char_table() {
  static const CharTable table = [] {
    CharTable t;
    for (char32_t i = 0; i < kTabled; ++i) t[i] = classify(i);
    return t;
  }();
  return table;
}

// With how many small letters of ASCII does the text begin? Eight bytes at a time: each is seven bits over a carry into
// the eighth.
size_t small_letters(std::string_view text) {
  constexpr uint64_t kOnes = 0x0101010101010101;
  constexpr uint64_t kHigh = kOnes * 0x80;
  static_assert(std::endian::native == std::endian::little);
  size_t n = 0;
  for (; text.size() - n >= sizeof(uint64_t); n += sizeof(uint64_t)) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + n, sizeof bytes);
    const uint64_t low = bytes & ~kHigh;
    const uint64_t from_a = low + kOnes * (0x80 - 'a');
    const uint64_t over_z = low + kOnes * (0x80 - 'z' - 1);
    const uint64_t others = ~(from_a & ~over_z & ~bytes) & kHigh;
    if (others != 0) return n + static_cast<size_t>(std::countr_zero(others)) / 8;
  }
  while (n < text.size() && text[n] >= 'a' && text[n] <= 'z') ++n;
  return n;
}

class Cutter {
 public:
  Cutter(std::string_view text, std::vector<TextWord>& out) : text_(text.substr(0, 0xFFFFFFFF)), out_(out) {}

  void run() {
    for (size_t pos = 0; pos < text_.size();) {
      const size_t start = pos;
      const auto byte = static_cast<unsigned char>(text_[pos]);
      if (byte == ' ' && open_ && !pending_ && !hyphen_) {  // and most of what ends a word: as between() has it
        close();
        blank_ = true;
        ++pos;
        continue;
      }
      if (!open_ && is_letter(text_[pos])) {  // and of what begins one: as letter() has it
        open(start, false);
        if (is_small(text_[pos])) {
          word_.flags |= kCased | kSmallInside;
        } else {
          ++uppers_;
          word_.flags |= kCased | kUpperFirst;
        }
        word_.end = static_cast<uint32_t>(++pos);
      }
      if (open_ && !ideographs_ && !pending_ && pos < text_.size() && is_small(text_[pos])) {  // most letters
        pos += small_letters(text_.substr(pos));
        word_.end = static_cast<uint32_t>(pos);
        word_.flags |= kCased | kSmallInside;
        continue;
      }
      if (pos != start) continue;
      const char32_t c = code_point(pos);
      take(class_of(c), start, pos);
    }
    close();
  }

 private:
  Char class_of(char32_t c) const {
    if (c < kTabled) return table_[c];
    if (c >= 0x4E00 && c < 0xA000) return Char::kIdeograph;
    if (c >= 0xAC00 && c < 0xD7A4) return Char::kCaseless;
    return classify(c);
  }

  static bool is_small(char c) { return c >= 'a' && c <= 'z'; }
  static bool is_letter(char c) { return is_small(static_cast<char>(c | 0x20)); }

  // The next code point; those of one byte and of two, which are nearly all, without a call.
  char32_t code_point(size_t& pos) const {
    const auto byte = static_cast<unsigned char>(text_[pos]);
    if (byte < 0x80) return ++pos, byte;
    if (byte >= 0xC2 && byte < 0xE0 && pos + 1 < text_.size()) {
      const auto second = static_cast<unsigned char>(text_[pos + 1]);
      if ((second & 0xC0) == 0x80) return pos += 2, char32_t{byte & 0x1FU} << 6 | (second & 0x3FU);
    }
    return next_code_point(text_, pos);
  }

  void take(Char c, size_t start, size_t end) {
    switch (c) {
      case Char::kUpper:
      case Char::kLower:
      case Char::kCaseless:
      case Char::kIdeograph:
      case Char::kDigit:
        return letter(c, start, end);
      case Char::kApostrophe:
        if (open_) {
          pending_ = true;  // part of the word only where a letter follows
          return;
        }
        quote_ = true;
        return;
      case Char::kInside:
        return;
      default:
        break;
    }
    const bool directly = open_;
    const bool apostrophe = pending_;
    close();
    if (apostrophe && directly) mark(kQuoteBehind);
    // A mark behind a letter or a full stop, and before none, closes: what follows is not quoted.
    const bool closes = c == Char::kQuote && (directly || dot_) && !is_word_at(end);
    between(c, directly && !apostrophe, closes);
  }

  void letter(Char c, size_t start, size_t end) {
    const bool ideograph = c == Char::kIdeograph;
    if (open_ && (ideograph != ideographs_ || (pending_ && c == Char::kDigit))) close();
    if (open_ && pending_ && c == Char::kUpper && elided()) close();
    if (!open_) open(start, ideograph);
    pending_ = false;
    word_.end = static_cast<uint32_t>(end);
    if (c == Char::kUpper) {
      ++uppers_;
      if (word_.begin == start || !(word_.flags & kCased)) word_.flags |= kUpperFirst;  // 2Rivers
      word_.flags |= kCased;
    } else if (c == Char::kLower) {
      word_.flags |= kCased | kSmallInside;
    } else if (c == Char::kDigit) {
      word_.flags |= kHasDigit;
    }
  }

  bool is_word_at(size_t at) const {
    if (at >= text_.size()) return false;
    switch (class_of(next_code_point(text_, at))) {
      case Char::kUpper:
      case Char::kLower:
      case Char::kCaseless:
      case Char::kIdeograph:
      case Char::kDigit:
        return true;
      default:
        return false;
    }
  }

  // d’…, l’…, qu’… in front of a capital: a word of its own. O’Brien is one.
  bool elided() const {
    const std::string_view word = word_.of(text_);
    return word.size() <= 2 && (word_.is(kSmallInside) || word == "L" || word == "D");
  }

  void open(size_t start, bool ideograph) {
    open_ = true;
    ideographs_ = ideograph;
    uppers_ = 0;
    word_ = {static_cast<uint32_t>(start), static_cast<uint32_t>(start), 0};
    if (ideograph) word_.flags |= kNoSpaces;
    // A dot ends a sentence where a capital or a caseless letter follows behind a blank; the word before decides too.
    if (out_.empty() || ended_) word_.flags |= kSentenceStart;
    if (quote_) word_.flags |= kQuoteBefore;
    if (bracket_) word_.flags |= kBracketBefore;
    ended_ = quote_ = bracket_ = hyphen_ = false;
  }

  void close() {
    if (!open_) return;
    open_ = false;
    pending_ = false;  // an apostrophe at the end is no letter
    if (uppers_ > 1 && !word_.is(kSmallInside)) word_.flags |= kAllUpper;
    out_.push_back(word_);
    blank_ = dot_ = false;
  }

  void mark(uint16_t flag) {
    if (!out_.empty()) out_.back().flags |= flag;
  }

  void between(Char c, bool directly, bool closes) {
    switch (c) {
      case Char::kBlank:
        if (hyphen_) {  // a hyphen before a blank is a dash
          mark(kBreakBehind);
          if (!out_.empty()) out_.back().flags &= static_cast<uint16_t>(~kHyphenBehind);
        }
        if (dot_) ended_ = true;
        blank_ = true;
        hyphen_ = false;
        return;
      case Char::kHyphen:
        if (directly) {
          mark(kHyphenBehind);
          hyphen_ = true;
        } else {
          mark(kBreakBehind);
        }
        return;
      case Char::kDash:
        return mark(kBreakBehind);
      case Char::kDot:
        if (directly) mark(kDotBehind);
        dot_ = true;
        return;
      case Char::kEnd:
        ended_ = true;
        return mark(kBreakBehind);
      case Char::kComma:
        return mark(kCommaBehind);
      case Char::kQuote:
        mark(kQuoteBehind);
        quote_ = !closes;
        return;
      case Char::kOpen:
        mark(kBreakBehind);
        mark(kBracketBehind);
        bracket_ = true;
        return;
      case Char::kClose:
        return mark(kBreakBehind);
      case Char::kMiddleDot:
        return mark(kMiddleDotBehind);
      default:
        return;
    }
  }

  const CharTable& table_ = char_table();
  std::string_view text_;
  std::vector<TextWord>& out_;
  TextWord word_;
  size_t uppers_ = 0;
  bool open_ = false, ideographs_ = false;
  bool pending_ = false;  // an apostrophe behind the open word
  bool blank_ = false, dot_ = false, hyphen_ = false, ended_ = false, quote_ = false, bracket_ = false;
};

}  // namespace

void cut_words(std::string_view text, std::vector<TextWord>& out) {
  out.clear();
  Cutter(text, out).run();
  // A dot ends a sentence unless it stands behind an initial or an abbreviation that begins with a capital.
  constexpr uint32_t kShort = 4;     // bytes
  constexpr uint32_t kInitials = 2;  // letters that may be initials: Zh. Ivanov
  static const auto& abbreviations = cue_words("abbreviation");
  for (size_t i = 0; i + 1 < out.size(); ++i) {
    if (!out[i].is(kDotBehind) || out[i].is(kBreakBehind)) continue;
    const TextWord& next = out[i + 1];
    const uint32_t bytes = out[i].end - out[i].begin;
    const bool abbreviates =
        out[i].is(kUpperFirst) && bytes <= kShort &&
        (bytes <= kInitials ||
         !std::ranges::all_of(out[i].of(text), [](char c) { return static_cast<unsigned char>(c) < 0x80; }) ||
         abbreviations.contains(known_form(out[i].of(text))));
    if (next.is(kSentenceStart) && !abbreviates && (next.is(kUpperFirst) || !next.is(kCased))) {
      out[i].flags |= kBreakBehind;
    } else {
      out[i + 1].flags &= static_cast<uint16_t>(~kSentenceStart);
    }
  }
}

bool has_small_letter(std::string_view text) {
  for (size_t pos = 0; pos < text.size();)
    if (names::char_info(next_code_point(text, pos)).lower) return true;
  return false;
}

}  // namespace cordon::reading
