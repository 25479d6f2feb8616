// JSON written straight into a string: one line, members in the order in which they are given, no tree built first.
// The bytes are those of nlohmann's dump(-1, ' ', false, replace), its slow twin in the tests.
#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace cordon {

// The calls are the text from left to right; commas come by themselves. REQUIRES: what is begun is ended; members stand
// in objects, items in arrays; a member's name is printable ASCII without quote and backslash.
class JsonWriter {
 public:
  void begin_object() { separate(), open('{'); }  // an item of an array, or the whole
  void begin_object(std::string_view name) { member(name), open('{'); }
  void end_object() { close('}'); }
  void begin_array() { separate(), open('['); }  // an item of an array
  void begin_array(std::string_view name) { member(name), open('['); }
  void end_array() { close(']'); }

  // Quote, backslash and control characters are escaped; ill-formed UTF-8 becomes U+FFFD (append_well_formed).
  void text(std::string_view name, std::string_view value) { member(name), append_text(value); }
  void texts(std::string_view name, std::span<const std::string> values);
  // No pointer is taken for a truth value, no double for a whole number.
  void boolean(std::string_view name, std::same_as<bool> auto value) { member(name), out_ += value ? "true" : "false"; }
  void integer(std::string_view name, std::unsigned_integral auto value) { append_integer(name, value); }
  // value / 10^digits exactly, without zeros at its end but for one: 8000 of 4 digits is 0.8, 0 is 0.0.
  // REQUIRES: digits is 1 … 4. Within ±3,000,000 that is what nlohmann prints of the nearest double; far beyond, not
  // always (see number() in the source).
  void decimal(std::string_view name, int64_t value, int digits);
  // Any double, null where it is not finite; several times the cost of decimal().
  void number(std::string_view name, double value);
  void null(std::string_view name) { member(name), out_ += "null"; }

  void reserve(size_t bytes) { out_.reserve(bytes); }
  std::string take() && { return std::move(out_); }

 private:
  void separate() {
    if (follows_) out_ += ',';
    follows_ = true;
  }
  void open(char bracket) {
    out_ += bracket;
    follows_ = false;
  }
  void close(char bracket) {
    out_ += bracket;
    follows_ = true;
  }
  void member(std::string_view name);
  void append_text(std::string_view value);
  void append_integer(std::string_view name, uint64_t value);

  std::string out_;
  bool follows_ = false;  // does what comes next stand behind a sibling?
};

}  // namespace cordon
