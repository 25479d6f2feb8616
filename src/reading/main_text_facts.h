// What a page says of itself beside its text: title, author, date, site, language, and the text as it is given to
// search engines (JSON-LD articleBody).
#pragma once

#include <string>
#include <vector>

#include "reading/page.h"
#include "syntax/html.h"
#include "syntax/source_text.h"

namespace cordon::reading {

struct PageFacts {
  std::string title;
  std::string byline;
  std::string published;  // YYYY-MM-DD, or empty
  std::string site;
  std::string language;      // as the page says, primary tag in small letters; may be empty or wrong
  std::string article_body;  // the longest articleBody of its JSON-LD; may hold markup
};

// `hints`: one a node.
PageFacts page_facts(const html::Document& document, const std::vector<uint16_t>& hints);

// Returns the language of a text by its script and its frequent words, or "" where nothing can be told.
std::string guess_language(std::string_view text);
// Returns `declared` where the text may be in it, else what the text seems to be in, else `declared`.
std::string checked_language(std::string_view declared, std::string_view text);

// As much of the page's text as a language is told by.
std::string beginning_of(const Page& page);

// Says in the page's remarks what its encoding has no meaning for.
void note_encoding(const SourceText& source, Page& page);

// Returns the first date of a day in `text` ("22-Jan-2026", "11 января 2026 г.", "2026年1月11日"), or "".
std::string day_in(std::string_view text);

}  // namespace cordon::reading
