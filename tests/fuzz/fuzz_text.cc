// Who says what, without the page round it: the first byte is the language, every line a paragraph. Lines are made
// UTF-8 first, as every page's are.
#include "tests/fuzz/check_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const auto languages = cordon::reading::Lexicon::languages();
  cordon::reading::Page page;
  page.language = languages[data[0] % languages.size()];
  std::string line;
  const auto end_line = [&] {
    while (const auto at = cordon::first_invalid_utf8(line)) line[*at] = '?';
    if (line.find_first_not_of(' ') != std::string::npos)
      page.blocks.push_back({.kind = cordon::reading::BlockKind::kParagraph, .text = line, .places = {}});
    line.clear();
  };
  for (size_t i = 1; i < size; ++i) {
    if (data[i] == '\n') {
      end_line();
    } else {
      line += data[i] < ' ' ? ' ' : static_cast<char>(data[i]);
    }
  }
  end_line();
  cordon::fuzz::check_reading(page);
  return 0;
}
