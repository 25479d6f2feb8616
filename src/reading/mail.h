// A mail as a page: its text part with Subject, From and Date (RFC 5322, MIME by GMime).
#pragma once

#include <string_view>

#include "base/error.h"
#include "reading/page.h"

namespace cordon::reading {

// Do the first lines look like a mail's header?
bool looks_like_mail(std::string_view bytes);

// The text/html or text/plain part becomes the page's text, whichever says more; attachments and what cannot be read
// are named in the remarks. Errors: kBadInput where there is no text part. Thread-safe.
Result<Page> page_from_mail(std::string_view bytes);

}  // namespace cordon::reading
