// Character references of HTML: &amp; &eacute &#8217; &#x2019;
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cordon::html {

// Reads the reference at the head of `text`, which begins with "&", appends what it stands for to `out` and returns its
// length; 0 where there is none (a bare "&"). At most 40 bytes are looked at. As the standard says (13.2.5.72): old
// names need no ";", numbers of Windows-1252's controls are its letters, impossible numbers are U+FFFD.
size_t append_reference(std::string_view text, std::string& out);
// Returns `text` with every reference replaced.
std::string decode_references(std::string_view text);

}  // namespace cordon::html
