// read_page ID LANGUAGE < paragraphs: reads plain text, one paragraph a line, and prints its neutral form as one line
// of JSON. A line that begins with "# " is a cross-head. Listed parties are not looked for: that takes a snapshot
// (cordon screen).
#include <iostream>

#include "reading/reading.h"

int main(int argc, char** argv) {
  cordon::reading::Page page;
  if (argc > 2) page.language = argv[2];
  for (std::string line; std::getline(std::cin, line);) {
    if (line.empty()) continue;
    const bool head = line.starts_with("# ");
    page.blocks.push_back(
        {.kind = head ? cordon::reading::BlockKind::kCrossHead : cordon::reading::BlockKind::kParagraph,
         .text = head ? line.substr(2) : line,
         .places = {}});
  }
  std::cout << reading_json(cordon::reading::read(page, {}), argc > 1 ? argv[1] : "page") << '\n';
}
