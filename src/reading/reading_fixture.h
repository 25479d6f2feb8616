// A text read as a page, and its claims as lines: what tests of reading compare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reading/reading.h"

namespace cordon::reading {

// Reads `text`: a line is a paragraph, one that begins with "# " a cross-head, with "> " a block set apart as quoted.
inline Reading read_text(std::string_view text, std::string_view language) {
  Page page;
  page.language = language;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const bool is_head = line.starts_with("# "), is_quotation = line.starts_with("> ");
    page.blocks.push_back({.kind = is_head        ? BlockKind::kCrossHead
                                   : is_quotation ? BlockKind::kQuotation
                                                  : BlockKind::kParagraph,
                           .text = std::string(is_head || is_quotation ? line.substr(2) : line),
                           .places = {}});
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return read(page, {});
}

// "speaker | act | content", content stretches joined by " / ".
inline std::vector<std::string> claims(const Reading& reading) {
  std::vector<std::string> out;
  for (const Claim& claim : reading.claims) {
    std::string line = claim.speaker < 0 ? "-" : reading.parties.parties[claim.speaker].name;
    line += " | " + std::string(act_name(claim.act)) + " | ";
    for (const Span& span : claim.content)
      line += (span == claim.content.front() ? "" : " / ") + std::string(reading.text.view(span));
    out.push_back(line);
  }
  return out;
}

// Returns the same lines with " | medium" behind claims that came through one.
inline std::vector<std::string> claims_with_media(const Reading& reading) {
  std::vector<std::string> out = claims(reading);
  for (size_t i = 0; i < out.size(); ++i)
    if (const int medium = reading.claims[i].medium; medium >= 0)
      out[i] += " | " + reading.parties.parties[medium].name;
  return out;
}

}  // namespace cordon::reading
