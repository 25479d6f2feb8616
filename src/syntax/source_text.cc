#include "syntax/source_text.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <map>
#include <memory>

#include "base/table.h"
#include "base/utf8.h"
#include "syntax/text_encoding.h"

namespace cordon {
namespace {

constexpr size_t kStepBytes = 512;      // of source between two steps of the way back
constexpr size_t kPrescanBytes = 4096;  // in which a page must say its encoding (the standard says 1024; many are late)
constexpr size_t kSampleBytes = 8000;   // what ICU's detector looks at

struct ConverterCloser {
  void operator()(UConverter* c) const { ucnv_close(c); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

struct DetectorCloser {
  void operator()(UCharsetDetector* d) const { ucsdet_close(d); }
};

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter out(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(out) : nullptr;
}

const std::map<std::string, std::string, std::less<>>& labels() {
  static const auto* table = [] {
    auto* out = new std::map<std::string, std::string, std::less<>>;
    for_each_table_line("html/charsets.tsv", [&](std::string_view line) {
      const std::string_view name = take_field(line, '\t');
      each_part(line, "|", [&](std::string_view label) { return out->emplace(label, name).second; });
    });
    return out;
  }();
  return *table;
}

// Returns ICU's converter for a label, or nothing where there is none.
std::string converter_of(std::string_view label) {
  const std::string lower = ascii_lower(trim(label));
  if (lower.empty() || lower.size() > 60 || lower.find('\0') != std::string::npos) return {};
  if (const auto found = labels().find(lower); found != labels().end()) return found->second;
  return open_converter(lower) ? lower : std::string();
}

// The value behind `name` and "=" in the markup from `at` on, with or without quotes.
std::string_view value_after(std::string_view markup, size_t at) {
  while (at < markup.size() && (markup[at] == ' ' || markup[at] == '\t' || markup[at] == '\n')) ++at;
  if (at >= markup.size() || markup[at] != '=') return {};
  ++at;
  while (at < markup.size() && (markup[at] == ' ' || markup[at] == '"' || markup[at] == '\'')) ++at;
  const size_t end = std::min(markup.find_first_of("\"' ;/>\t\r\n?", at), markup.size());
  return markup.substr(at, end - at);
}

// What a page says of its own encoding: <meta charset=…>, <meta http-equiv content="…; charset=…">, <?xml encoding=…?>.
std::string_view declared_in(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, kPrescanBytes));
  if (head.starts_with("<?xml")) {
    const size_t end = head.find("?>");
    const size_t at = head.find("encoding");
    if (at != std::string::npos && at < end) return value_after(bytes.substr(0, kPrescanBytes), at + 8);
  }
  for (size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 5)) {
    const size_t end = std::min(head.find('>', at), head.size());
    const size_t found = std::string_view(head).substr(at, end - at).find("charset");
    if (found == std::string_view::npos) continue;
    const std::string_view value = value_after(bytes.substr(0, end), at + found + 7);
    if (!value.empty()) return value;
  }
  return {};
}

// The words with other than ASCII bytes: what tells encodings apart. Markup and scripts have hardly any.
std::string sample_of(std::string_view bytes) {
  std::string out;
  size_t word = 0;
  bool is_high = false;
  for (size_t i = 0; i <= bytes.size() && out.size() < kSampleBytes; ++i) {
    const char c = i < bytes.size() ? bytes[i] : ' ';
    if (static_cast<uint8_t>(c) >= 0x80) is_high = true;
    if (c != ' ' && c != '<' && c != '>' && c != '\n' && c != '\r' && c != '"') continue;
    if (is_high) {
      out += bytes.substr(word, std::min(i - word, kSampleBytes));
      out += ' ';
    }
    word = i + 1;
    is_high = false;
  }
  return out;
}

// Of `sample`'s bytes, blanks left out: how many are not ASCII. Words of Latin script have a few, all others have
// hardly anything else.
double high_share(std::string_view sample) {
  const auto high = std::ranges::count_if(sample, [](char c) { return static_cast<uint8_t>(c) >= 0x80; });
  const auto blanks = std::ranges::count(sample, ' ');
  return static_cast<double>(high) / static_cast<double>(std::max<ptrdiff_t>(std::ssize(sample) - blanks, 1));
}

std::string detected(std::string_view bytes) {
  const std::string sample = sample_of(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, DetectorCloser> detector(ucsdet_open(&status));
  if (sample.empty() || U_FAILURE(status)) return "windows-1252";
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  int32_t n = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &n, &status);
  const bool is_latin = high_share(sample) < 0.4;
  for (int32_t i = 0; i < n && U_SUCCESS(status); ++i) {
    const char* name = ucsdet_getName(matches[i], &status);
    const std::string converter = U_SUCCESS(status) ? converter_of(name) : std::string();
    // It was not UTF-8, and UTF-16 without a mark is told from its zero bytes.
    if (converter.empty() || converter.starts_with("UTF-") || converter.starts_with("IBM42")) continue;
    const Converter opened = open_converter(converter);
    if (opened && (!is_latin || ucnv_getMaxCharSize(opened.get()) == 1)) return converter;
  }
  return "windows-1252";
}

// Of a sample: how many sequences are UTF-8 of several bytes, and how many bytes fit into none.
struct Utf8Count {
  size_t whole = 0;
  size_t broken = 0;
};
Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count out;
  for (size_t i = 0; i < bytes.size();) {
    if (static_cast<uint8_t>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const size_t before = i;
    const char32_t c = next_code_point(bytes, i);
    out.whole += i - before > 1;
    out.broken += c == 0xFFFD && i - before == 1;
  }
  return out;
}

}  // namespace

SourceText SourceText::decode(std::string_view bytes, std::string_view declared) {
  SourceText out;
  out.bytes_ = bytes;
  const std::optional<size_t> mark = utf8_begin(bytes);
  if (!mark) {
    const bool little = bytes.starts_with("\xFF\xFE") || (!bytes.starts_with("\xFE\xFF") && bytes[0] != '\0');
    out.mark_ = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ? 2 : 0;
    out.decode_with_icu(little ? "UTF-16LE" : "UTF-16BE");
    return out;
  }
  out.mark_ = *mark;
  out.charset_ = "UTF-8";
  std::string converter = *mark > 0 ? "UTF-8" : converter_of(declared);
  if (converter.empty()) converter = converter_of(declared_in(bytes));
  if (converter.starts_with("UTF-16") || converter.starts_with("UTF-32") || converter.starts_with("utf-16"))
    converter = "UTF-8";  // a page whose ASCII bytes could be read says so of another copy
  const bool is_stateful = converter.starts_with("iso-2022") || converter.starts_with("ISO-2022");
  const std::optional<size_t> invalid = is_stateful ? std::nullopt : first_invalid_utf8(out.text());
  if (!invalid && !is_stateful) return out;
  // Bytes that are no UTF-8, but for some damage where the page says UTF-8 or most sequences are whole.
  const Utf8Count count = is_stateful ? Utf8Count{} : count_utf8(out.text().substr(0, size_t{1} << 20));
  const bool says_utf8 = converter == "UTF-8";
  if (!is_stateful &&
      (*mark > 0 || (says_utf8 && count.whole * 2 >= count.broken) || count.whole > count.broken * 20)) {
    out.repair_utf8();
    return out;
  }
  out.decode_with_icu(converter.empty() || says_utf8 ? detected(bytes) : converter);
  return out;
}

void SourceText::repair_utf8() {
  const std::string_view in = bytes_.substr(mark_);
  own_.reserve(in.size() + 64);
  for (size_t i = 0, next = 0; i < in.size();) {
    if (i >= next) {
      steps_.push_back({own_.size(), mark_ + i});
      next = i + kStepBytes;
    }
    const size_t before = i;
    const char32_t c = next_code_point(in, i);
    replaced_ += c == 0xFFFD && i - before == 1;
    append_utf8(own_, c);
  }
  is_own_ = true;
}

void SourceText::decode_with_icu(const std::string& name) {
  Converter converter = open_converter(name);
  charset_ = converter ? name : "windows-1252";
  if (!converter) converter = open_converter(charset_);
  if (!converter) {  // no ICU data
    own_ = utf8_from_windows_1252(bytes_);
    is_own_ = true;
    steps_.push_back({0, 0});
    width_ = Width::kOne;
    return;
  }
  width_ = charset_ == "UTF-16LE"                      ? Width::kUtf16le
           : charset_ == "UTF-16BE"                    ? Width::kUtf16be
           : ucnv_getMaxCharSize(converter.get()) == 1 ? Width::kOne
           : charset_ == "gb18030"                     ? Width::kGb18030
           : charset_.starts_with("ibm-943")           ? Width::kShiftJis
           : ucnv_getMaxCharSize(converter.get()) == 2 ? Width::kTwo
                                                       : Width::kUneven;
  own_.reserve(bytes_.size() + bytes_.size() / 2);
  std::vector<UChar> units(kStepBytes * 4);
  const char* in = bytes_.data() + mark_;
  const char* const end = bytes_.data() + bytes_.size();
  uint64_t pending = 0;
  char16_t lead = 0;
  while (in < end) {
    steps_.push_back({own_.size(), static_cast<uint64_t>(in - bytes_.data()) - pending});
    const char* const until = in + std::min<ptrdiff_t>(end - in, kStepBytes);
    UChar* to = units.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, units.data() + units.size(), &in, until, nullptr, until == end, &status);
    if (in < until && status != U_BUFFER_OVERFLOW_ERROR) ++in;  // cannot happen: the substituting callback goes on
    pending = static_cast<uint64_t>(std::max(0, ucnv_toUCountPending(converter.get(), &(status = U_ZERO_ERROR))));
    for (const UChar* u = units.data(); u < to; ++u) {
      if (U16_IS_LEAD(*u) && lead == 0) {
        lead = *u;
        continue;
      }
      char32_t c = *u;
      if (lead != 0 && U16_IS_TRAIL(c)) c = U16_GET_SUPPLEMENTARY(lead, c);
      if (c >= 0xD800 && c <= 0xDFFF) c = 0xFFFD;
      lead = 0;
      replaced_ += c == 0xFFFD;
      append_utf8(own_, c);
    }
  }
  is_own_ = true;
}

size_t SourceText::source_width(uint64_t at) const {
  const auto byte = [&](uint64_t i) -> unsigned { return i < bytes_.size() ? static_cast<uint8_t>(bytes_[i]) : 0; };
  const unsigned first = byte(at);
  switch (width_) {
    case Width::kUtf8: {
      size_t next = at;
      if (at < bytes_.size()) next_code_point(bytes_, next);
      return next - at;
    }
    case Width::kUtf16le:
      return (byte(at + 1) & 0xFC) == 0xD8 ? 4 : 2;
    case Width::kUtf16be:
      return (first & 0xFC) == 0xD8 ? 4 : 2;
    case Width::kGb18030:
      return first < 0x81 ? 1 : byte(at + 1) >= 0x30 && byte(at + 1) <= 0x39 ? 4 : 2;
    case Width::kShiftJis:
      return (first >= 0x81 && first <= 0x9F) || (first >= 0xE0 && first <= 0xFC) ? 2 : 1;
    case Width::kTwo:
      return first < 0x81 ? 1 : 2;
    case Width::kOne:
    case Width::kUneven:
      return 1;
  }
  return 1;
}

uint64_t SourceText::source_byte(size_t at) const {
  if (steps_.empty()) return mark_ + at;
  const auto behind = std::ranges::upper_bound(steps_, at, {}, &Step::text);
  const Step& step = *std::prev(behind);
  const uint64_t limit = behind == steps_.end() ? bytes_.size() : behind->source;
  if (width_ == Width::kUneven) {  // between two steps: in proportion
    const uint64_t text_end = behind == steps_.end() ? own_.size() : behind->text;
    const uint64_t length = std::max<uint64_t>(text_end - step.text, 1);
    return step.source + (limit - step.source) * (at - step.text) / length;
  }
  return std::min(walk(step.text, step.source, at), limit);
}

uint64_t SourceText::walk(size_t from, uint64_t source, size_t to) const {
  while (from < to && source < bytes_.size()) {
    next_code_point(own_, from);
    source += source_width(source);
  }
  return std::min<uint64_t>(source, bytes_.size());
}

uint64_t SourceCursor::byte(size_t at) {
  const bool is_near =
      at >= at_ && at - at_ < kStepBytes && !text_.is_verbatim() && text_.width_ != SourceText::Width::kUneven;
  // What the encoding has no word for may be longer in the source than it seems: each new step says where it stands.
  if (at == at_ && is_near) return source_;
  const auto behind = std::ranges::upper_bound(text_.steps_, at_, {}, &SourceText::Step::text);
  const bool is_last = behind == text_.steps_.end();
  if (is_near && (is_last || at < behind->text)) {
    // … and none may be passed: it would be gone back to.
    source_ = std::min<uint64_t>(text_.walk(at_, source_, at), is_last ? text_.bytes_.size() : behind->source);
  } else {
    source_ = text_.source_byte(at);
  }
  at_ = at;
  return source_;
}

}  // namespace cordon
