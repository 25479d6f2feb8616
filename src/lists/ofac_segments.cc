#include "lists/ofac_segments.h"

#include <cstddef>
#include <string>

#include "base/utf8.h"

namespace cordon::lists {
namespace {

// The final full stop belongs to the sentence, except where it ends an abbreviation such as "S.A.".
std::string_view without_full_stop(std::string_view t) {
  t = trim(t);
  if (!t.ends_with('.')) return t;
  const bool abbreviation = t.size() >= 4 && t[t.size() - 3] == '.';
  return abbreviation ? t : trim(t.substr(0, t.size() - 1));
}

// For every "(" that is closed, the offset of its ")"; npos elsewhere.
std::vector<size_t> matching_parentheses(std::string_view t) {
  std::vector<size_t> match(t.size(), std::string_view::npos);
  std::vector<size_t> open;
  for (size_t i = 0; i < t.size(); ++i) {
    if (t[i] == '(') open.push_back(i);
    if (t[i] != ')' || open.empty()) continue;
    match[open.back()] = i;
    open.pop_back();
  }
  return match;
}

bool starts_with_word(std::string_view t, std::string_view lower_prefix) {
  return t.size() >= lower_prefix.size() && ascii_lower(t.substr(0, lower_prefix.size())) == lower_prefix;
}

std::string_view without_alt(std::string_view t) {
  t = trim(t);
  if (starts_with_word(t, "alt. ")) t = trim(t.substr(5));
  return t;
}

bool is_alias_label(std::string_view t) {
  return starts_with_word(t, "a.k.a. ") || starts_with_word(t, "f.k.a. ") || starts_with_word(t, "n.k.a. ");
}

// Where a quoted alias begins at `begin` ("alt. a.k.a. 'X; Y'"), returns the offset behind its closing quote: the first
// quote that a semicolon, a full stop, a parenthesis or the end follows, so that apostrophes inside do not end it.
// Else, and where another quoted alias begins before it is closed, returns `begin`; so no byte is looked at twice in
// vain.
size_t behind_alias_quote(std::string_view t, size_t begin) {
  const std::string_view head = t.substr(begin, 16);
  if (!is_alias_label(without_alt(head))) return begin;
  const size_t quote = head.find_first_of("'\"");
  if (quote == std::string_view::npos) return begin;
  for (size_t i = begin + quote + 1; i < t.size(); ++i) {
    if (t[i] != '\'' && t[i] != '"') continue;
    if (t.substr(0, i).ends_with(".k.a. ")) return begin;
    const std::string_view after = t.substr(i + 1, 2);
    const bool ends = after.empty() || after[0] == ';' || after[0] == '.' || after == " (" || after == " ;";
    if (ends && t[i] == head[quote]) return i + 1;
  }
  return begin;
}

// Adds `segment`, with "(Linked To: A)(Linked To: B)" of the XML as a segment each.
void add_segment(std::string_view segment, std::vector<std::string_view>& out) {
  segment = without_alt(segment);
  while (starts_with_word(segment, "(linked to")) {
    size_t end = std::string_view::npos;
    for (size_t depth = 0, i = 1; i < segment.size() && end == std::string_view::npos; ++i) {
      if (segment[i] == '(') ++depth;
      if (segment[i] == ')' && depth-- == 0) end = i;
    }
    if (end == std::string_view::npos) break;
    out.push_back(trim(segment.substr(1, end - 1)));
    segment = trim(segment.substr(end + 1));
  }
  if (!segment.empty()) out.push_back(segment);
}

}  // namespace

std::vector<std::string_view> split_ofac_remarks(std::string_view remarks) {
  const std::string_view t = without_full_stop(remarks);
  const std::vector<size_t> match = matching_parentheses(t);
  std::vector<std::string_view> out;
  size_t begin = 0;
  for (size_t i = 0; i < t.size();) {
    if (i == begin) i = behind_alias_quote(t, begin);
    if (i >= t.size()) break;
    if (t[i] == '(' && match[i] != std::string_view::npos) {
      i = match[i] + 1;
    } else if (t[i] == ';') {
      add_segment(t.substr(begin, i - begin), out);
      begin = ++i;
    } else {
      ++i;
    }
  }
  add_segment(t.substr(std::min(begin, t.size())), out);
  return out;
}

}  // namespace cordon::lists
