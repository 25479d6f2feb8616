// Traditional Han letters as simplified ones, by ICU's rules ("Hant-Hans"): 3,900 pairs of "letters > letters", of
// which the first that fits counts. ICU goes through them a hundred times as slowly as a table does, and may not be
// shared by threads, so its rules are read once and applied here; the test compares both.
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>
#include <unordered_map>

#include "base/table.h"
#include "base/utf8.h"
#include "names/analyze.h"

namespace cordon::names {
namespace {

constexpr char32_t kFirstHan = 0x2E80;

struct Rule {
  std::string from, to;
};
using Rules = std::unordered_map<char32_t, std::vector<Rule>>;  // by the first letter, in ICU's order

Rules read_rules() {
  Rules out;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> icu(
      icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) return out;
  icu::UnicodeString written;
  icu->toRules(written, false);
  std::string text;
  written.toUTF8String(text);
  each_part(text, ";\n", [&](std::string_view line) {
    constexpr std::string_view kArrow = " > ";
    const size_t arrow = line.find(kArrow);
    if (arrow == std::string_view::npos || arrow == 0) return false;
    size_t pos = 0;
    out[next_code_point(line, pos)].push_back(
        {std::string(line.substr(0, arrow)), std::string(line.substr(arrow + kArrow.size()))});
    return true;
  });
  return out;
}

}  // namespace

std::string simplified_han(std::string_view text) {
  static const Rules rules = read_rules();
  std::string out;
  out.reserve(text.size());
  for (size_t pos = 0; pos < text.size();) {
    const size_t begin = pos;
    const char32_t c = next_code_point(text, pos);
    const Rule* fits = nullptr;
    if (const auto of_letter = c < kFirstHan ? rules.end() : rules.find(c); of_letter != rules.end())
      for (const Rule& rule : of_letter->second)
        if (text.substr(begin).starts_with(rule.from)) {
          fits = &rule;
          break;
        }
    if (fits == nullptr) {
      out.append(text.substr(begin, pos - begin));
    } else {
      out += fits->to;
      pos = begin + fits->from.size();
    }
  }
  return out;
}

}  // namespace cordon::names
