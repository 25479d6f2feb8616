// KERNEL: one pass over the bytes; what a code point is stands in a table for the planes of alphabets.
#include "reading/text_words.h"

#include <array>

#include "base/utf8.h"
#include "names/normalize.h"

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

Char class_of(char32_t c) {
  static const std::array<Char, kTabled> table = [] {
    std::array<Char, kTabled> t;
    for (char32_t i = 0; i < kTabled; ++i) t[i] = classify(i);
    return t;
  }();
  if (c < kTabled) return table[c];
  if (c >= 0x4E00 && c < 0xA000) return Char::kIdeograph;
  if (c >= 0xAC00 && c < 0xD7A4) return Char::kCaseless;
  return classify(c);
}

class Cutter {
 public:
  Cutter(std::string_view text, std::vector<TextWord>& out) : text_(text.substr(0, 0xFFFFFFFF)), out_(out) {}

  void run() {
    for (size_t pos = 0; pos < text_.size();) {
      const size_t start = pos;
      const auto byte = static_cast<unsigned char>(text_[pos]);
      if (open_ && !ideographs_ && !pending_ && is_small(text_[pos])) {  // most letters of most texts
        while (pos < text_.size() && is_small(text_[pos])) ++pos;
        word_.end = static_cast<uint32_t>(pos);
        word_.flags |= kCased | kSmallInside;
        continue;
      }
      char32_t c = byte;
      if (byte < 0x80) {
        ++pos;
      } else {
        c = next_code_point(text_, pos);
      }
      take(class_of(c), start, pos);
    }
    close();
  }

 private:
  static bool is_small(char c) { return c >= 'a' && c <= 'z'; }

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
  // A dot ends a sentence unless it stands behind an initial or another short word that begins with a capital.
  for (size_t i = 0; i + 1 < out.size(); ++i) {
    if (!out[i].is(kDotBehind) || out[i].is(kBreakBehind)) continue;
    const TextWord& next = out[i + 1];
    const bool abbreviates = out[i].is(kUpperFirst) && out[i].end - out[i].begin <= 4;
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
