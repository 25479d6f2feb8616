// What a site shows in place of an article: a demand to subscribe, a check of the browser, an error.
#pragma once

#include <string>

#include "reading/page.h"

namespace cordon::reading {

// Returns the words by which the page shows that it is no article, in small letters, where it has little text
// besides (600 letters, a Han character counts as three); else an empty string. Phrases: data/reading/barriers.tsv.
std::string barrier(const Page& page);

}  // namespace cordon::reading
