#include "syntax/json_items.h"

#include <algorithm>

#include "base/utf8.h"

namespace cordon {
namespace {

constexpr size_t kSampleLines = 20;
constexpr size_t kRescanFactor = 16;  // bytes looked at in all, in multiples of the text

bool json_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

size_t skip_json_blanks(std::string_view text, size_t i) {
  while (i < text.size() && json_blank(text[i])) ++i;
  return i;
}

bool opens_json_object(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const size_t next = skip_json_blanks(text, 1);
  return next == text.size() || text[next] == '"' || text[next] == '}';
}

bool has_json_lines(std::string_view text) {
  size_t lines = 0;
  size_t records = 0;
  JsonLines reader(text);
  for (JsonLine line; lines < kSampleLines && reader.next(line); ++lines) {
    if (lines == 0 && parse_json(line.text)) return true;
    const std::string_view body = trim(line.text);
    records += opens_json_object(body) && !body.ends_with(',') && body.size() > 1;
  }
  return records * 2 > lines;
}

JsonItems::JsonItems(std::string_view text) : text_(text), budget_(text.size() * kRescanFactor + 4096) {
  pos_ = skip_json_blanks(text_, 0);
  if (pos_ < text_.size() && text_[pos_] == '[') {
    in_array_ = true;
    ++pos_;
  }
}

bool JsonItems::next(JsonLine& out) {
  while (pos_ < text_.size() && (json_blank(text_[pos_]) || text_[pos_] == ',')) ++pos_;
  if (in_array_ && pos_ < text_.size() && text_[pos_] == ']') {
    pos_ = skip_json_blanks(text_, pos_ + 1);
    in_array_ = false;
    is_closed_ = true;
  }
  if (pos_ == text_.size()) return false;
  count_lines(pos_);
  const size_t end = is_closed_ ? text_.size() : item_end(pos_);
  out = {text_.substr(pos_, end - pos_), line_, pos_};
  pos_ = end;
  return true;
}

void JsonItems::resume_within(const JsonLine& item) {
  const size_t end = item.byte + item.text.size();
  budget_ -= std::min<uint64_t>(budget_, item.text.size());
  if (budget_ == 0 || is_closed_) return;
  for (size_t i = item.byte + 1; i < end; ++i) {
    if (text_[i] != '{' || !opens_json_object(text_.substr(i, 256))) continue;
    size_t before = i;
    bool comma = false;
    while (before > item.byte && (json_blank(text_[before - 1]) || (text_[before - 1] == ',' && !comma)))
      comma |= text_[--before] == ',';
    if (before == item.byte || text_[before - 1] != '}') continue;
    pos_ = i;
    return;
  }
}

// The end of the value at `i`: where every bracket is closed and a comma, blank or the array's end follows. A string
// ends with its line at the latest, as JSON allows no line break in one.
size_t JsonItems::item_end(size_t i) const {
  size_t depth = 0;
  bool in_string = false;
  for (; i < text_.size(); ++i) {
    const char c = text_[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"' && c != '\n';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (depth > 0 && (c == '}' || c == ']')) {
      if (--depth == 0) return i + 1;
    } else if (depth == 0 && (c == ',' || c == ']' || c == '}' || (c == '\n' && !in_array_))) {
      return c == '}' ? i + 1 : std::max(i, pos_ + 1);
    }
  }
  return text_.size();
}

void JsonItems::count_lines(size_t to) {
  if (to < counted_) return;  // lines are counted once, forwards
  line_ += static_cast<uint64_t>(std::count(text_.begin() + counted_, text_.begin() + to, '\n'));
  counted_ = to;
}

}  // namespace cordon
