#include "reading/barrier.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "names/normalize.h"
#include "names/tables.h"

namespace cordon::reading {

namespace {

constexpr size_t kMost = 600;  // letters of text beside which such words are a remark of the site's

// Small letters; places keep their order, not their bytes.
std::string lowered(std::string_view text) {
  constexpr char32_t kRightQuote = 0x2019;
  std::string out;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    append_utf8(out, c == kRightQuote ? U'\'' : simple_lower(c));
  }
  return out;
}

const std::vector<std::string>& phrases() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> out;
    names::for_each_row("reading/barriers.tsv", [&](const std::vector<std::string_view>& fields) {
      for (const std::string_view phrase : names::split_field(fields.at(1), '|')) out.push_back(lowered(phrase));
    });
    return out;
  }();
  return all;
}

size_t letters_in(std::string_view text) {
  constexpr size_t kHan = 3;
  size_t n = 0;
  for (size_t pos = 0; pos < text.size();)
    n += names::char_info(next_code_point(text, pos)).script == names::Script::kHan ? kHan : 1;
  return n;
}

}  // namespace

std::string barrier(const Page& page) {
  size_t letters = 0;
  std::vector<std::string_view> texts = {page.title};
  for (const Block& block : page.blocks) {
    letters += letters_in(block.text);
    texts.push_back(block.text);
  }
  if (letters > kMost) return {};
  for (const Aside& aside : page.asides) texts.push_back(aside.text);
  for (const std::string_view text : texts) {
    const std::string low = lowered(text);
    const auto phrase = std::ranges::find_if(phrases(), [&](const std::string& words) { return low.contains(words); });
    if (phrase != phrases().end()) return *phrase;
  }
  return {};
}

}  // namespace cordon::reading
