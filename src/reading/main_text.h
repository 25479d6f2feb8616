// A page of HTML or plain text as its author wrote it: the article, without what the site put round it
// (docs/decisions/0019-main-text.md).
#pragma once

#include <cstdint>
#include <string_view>

#include "reading/page.h"

namespace cordon::reading {

// Never fails; a page without text has no blocks. `charset` is what the transport says, or empty. Time is linear in the
// bytes; beyond the caps of syntax/html.h the text is read without its structure and the page is marked partial.
Page page_from_html(std::string_view bytes, std::string_view charset = {});
// Text as it was copied or mailed: paragraphs by empty lines, lines joined; what stands round an article cut off.
enum class FirstLine : uint8_t { kMayBeTitle, kIsText };  // a mail has its title elsewhere
Page page_from_plain_text(std::string_view bytes, std::string_view charset = {},
                          FirstLine first_line = FirstLine::kMayBeTitle);

}  // namespace cordon::reading
