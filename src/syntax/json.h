// JSON values from untrusted bytes (over simdjson), as a small tree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace cordon {

struct JsonValue {
  enum class Kind : uint8_t { kNull, kBool, kNumber, kString, kArray, kObject } kind = Kind::kNull;
  bool boolean = false;
  std::string text;  // of a string; of a number as it was written
  std::vector<JsonValue> items;
  std::vector<std::pair<std::string, JsonValue>> members;  // in order; a repeated key stands twice

  // Returns the first member of that name, or nullptr.
  const JsonValue* find(std::string_view name) const;
  // Returns every scalar in this value (itself, or an array's items, nested too) as text; null gives nothing.
  std::vector<std::string> strings() const;
};

// Parses one JSON text. Errors: kBadInput with the byte, kLimit (nesting over 64).
Result<JsonValue> parse_json(std::string_view text);

struct JsonLine {
  std::string_view text;
  uint64_t line = 0;  // 1-based
  uint64_t byte = 0;
};
// Walks the lines of a JSONL file, empty ones passed over.
class JsonLines {
 public:
  explicit JsonLines(std::string_view bytes) : bytes_(bytes) {}
  bool next(JsonLine& out);

 private:
  std::string_view bytes_;
  size_t pos_ = 0;
  uint64_t line_ = 0;
};

}  // namespace cordon
