// Scripts in which names of the lists are not found in running text.
#pragma once

#include <string>

#include "reading/page.h"

namespace cordon::reading {

// Returns the script, by its English name (Hangul, Thai), in which at least a fifth of the letters of the page's text
// and title stand while names are not found in it; empty where there is none. Kana count as one.
std::string unread_script(const Page& page);

}  // namespace cordon::reading
