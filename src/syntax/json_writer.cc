#include "syntax/json_writer.h"

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace cordon {
namespace {

enum class Byte : uint8_t { kPlain, kEscaped, kBeyondAscii };

constexpr auto kBytes = [] {
  std::array<Byte, 256> out{};
  for (size_t b = 0; b < out.size(); ++b)
    out[b] = b >= 0x80 ? Byte::kBeyondAscii : b < 0x20 || b == '"' || b == '\\' ? Byte::kEscaped : Byte::kPlain;
  return out;
}();

Byte kind(char c) { return kBytes[static_cast<uint8_t>(c)]; }

void append_escaped(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::string_view kOwn = "\"\\\b\t\n\f\r", kLetters = "\"\\btnfr";
  out += '\\';
  if (const size_t own = kOwn.find(c); own != std::string_view::npos) {
    out += kLetters[own];
    return;
  }
  out += "u00";
  out += kHex[static_cast<size_t>(c) >> 4];
  out += kHex[static_cast<size_t>(c) & 15];
}

}  // namespace

void JsonWriter::member(std::string_view name) {
  out_ += follows_ ? ",\"" : "\"";
  out_ += name;
  out_ += "\":";
  follows_ = true;
}

// Runs of bytes of one kind; no sequence of UTF-8 goes on behind a run of bytes beyond ASCII.
void JsonWriter::append_text(std::string_view value) {
  out_ += '"';
  for (size_t i = 0, end = 0; i < value.size(); i = end) {
    const Byte first = kind(value[i]);
    while (end < value.size() && kind(value[end]) == first) ++end;
    const std::string_view run = value.substr(i, end - i);
    if (first == Byte::kPlain) {
      out_ += run;
    } else if (first == Byte::kBeyondAscii) {
      append_well_formed(out_, run);
    } else {
      for (const char c : run) append_escaped(out_, c);
    }
  }
  out_ += '"';
}

void JsonWriter::texts(std::string_view name, std::span<const std::string> values) {
  begin_array(name);
  for (const std::string& value : values) {
    separate();
    append_text(value);
  }
  end_array();
}

void JsonWriter::append_integer(std::string_view name, uint64_t value) {
  member(name);
  std::array<char, 20> digits;
  out_.append(digits.data(), std::to_chars(digits.begin(), digits.end(), value).ptr);
}

void JsonWriter::decimal(std::string_view name, int64_t value, int digits) {
  constexpr std::array<uint64_t, 5> kPowers = {1, 10, 100, 1000, 10000};
  const uint64_t one = kPowers[static_cast<size_t>(digits)];
  const uint64_t size = value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
  member(name);
  if (value < 0) out_ += '-';
  std::array<char, 20> whole;
  out_.append(whole.data(), std::to_chars(whole.begin(), whole.end(), size / one).ptr);
  out_ += '.';
  uint64_t rest = size % one;
  do {
    rest *= 10;
    out_ += static_cast<char>('0' + rest / one);
    rest %= one;
  } while (rest != 0);
}

// By nlohmann itself: its digits (Grisu2) read back as the same number but are not always the fewest that do. Of the
// numbers of six decimals under 1 it gives one in 650 sixteen or seventeen: 0.000649 is 0.0006489999999999999.
void JsonWriter::number(std::string_view name, double value) {
  member(name);
  out_ += nlohmann::json(value).dump();
}

}  // namespace cordon
