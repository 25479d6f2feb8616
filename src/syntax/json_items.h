// JSON values that stand one after another or in an array, over any number of lines, cut apart without being
// understood, so that a broken one costs only itself.
#pragma once

#include <cstdint>
#include <string_view>

#include "syntax/json.h"

namespace cordon {

// Returns the offset of the first byte at or behind `i` that is no JSON white space.
size_t skip_json_blanks(std::string_view text, size_t i);
// "{" before a key or "}", at the start of `text`.
bool opens_json_object(std::string_view text);

// Is this a record a line? The first line says so where it is whole; where it is damaged, that most of the first lines
// begin an object (and none of an indented array's items, which end with a comma).
bool has_json_lines(std::string_view text);

// Cuts a text into its values, of an array or one after another, without understanding them.
class JsonItems {
 public:
  explicit JsonItems(std::string_view text);

  // Returns false at the end. What stands between the array's end and the text's is one more item.
  bool next(JsonLine& out);
  // The last item was no JSON: goes on at what looks like the start of the next record within it.
  void resume_within(const JsonLine& item);
  // Is the array still open? At the end of the text it was cut off then.
  bool in_array() const { return in_array_; }
  uint64_t position() const { return pos_; }

 private:
  size_t item_end(size_t i) const;
  void count_lines(size_t to);

  std::string_view text_;
  uint64_t budget_;
  size_t pos_ = 0;
  size_t counted_ = 0;
  uint64_t line_ = 1;
  bool in_array_ = false;
  bool is_closed_ = false;
};

}  // namespace cordon
