// read_page ID LANGUAGE [rules|tagger|both] [--each-line] < paragraphs: reads plain text, one paragraph a line, and
// prints its neutral form as one line of JSON; with --each-line every line is a page of its own. A line that begins
// with "# " is a cross-head. Listed parties are not looked for: that takes a snapshot (cordon screen).
#include <iostream>

#include "reading/reading.h"
#include "reading/tagger.h"

namespace cordon::reading {
namespace {

int run(int argc, char** argv) {
  Page page;
  if (argc > 2) page.language = argv[2];
  bool each_line = false;
  std::string_view by = "both";
  for (int i = 3; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--each-line")
      each_line = true;
    else
      by = argv[i];
  }
  const Readers readers{.rules = by != "tagger", .tagger = by == "rules" ? nullptr : &Tagger::shipped()};
  const auto print = [&] {
    std::cout << reading_json(read_by(readers, page, {}), argc > 1 ? argv[1] : "page") << '\n';
    page.blocks.clear();
  };
  for (std::string line; std::getline(std::cin, line);) {
    if (line.empty()) continue;
    const bool head = line.starts_with("# ");
    page.blocks.push_back({.kind = head ? BlockKind::kCrossHead : BlockKind::kParagraph,
                           .text = head ? line.substr(2) : line,
                           .places = {}});
    if (each_line) print();
  }
  if (!each_line) print();
  return 0;
}

}  // namespace
}  // namespace cordon::reading

int main(int argc, char** argv) { return cordon::reading::run(argc, argv); }
