// read_page ID LANGUAGE [rules|tagger|both] < paragraphs: reads plain text, one paragraph a line, and prints its
// neutral form as one line of JSON. A line that begins with "# " is a cross-head. Listed parties are not looked for:
// that takes a snapshot (cordon screen).
#include <iostream>

#include "reading/reading.h"
#include "reading/tagger.h"

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
  const std::string_view by = argc > 3 ? argv[3] : "both";
  const cordon::reading::Readers readers{.rules = by != "tagger",
                                         .tagger = by == "rules" ? nullptr : &cordon::reading::Tagger::shipped()};
  std::cout << reading_json(read_by(readers, page, {}), argc > 1 ? argv[1] : "page") << '\n';
}
