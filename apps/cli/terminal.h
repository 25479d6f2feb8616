// What may be shown to a person: colour, width, and text that cannot play tricks with a terminal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::cli {

// How text is to look where it goes. The default is a plain file or pipe.
struct Look {
  bool is_terminal = false;
  bool has_colour = false;  // a terminal, and NO_COLOR is not set
  size_t width = 100;       // in terminal columns
};
Look look_of(int file_descriptor);

enum class Colour : uint8_t { kNone, kBold, kDim, kRed, kYellow, kGreen, kMagenta, kCyan };
// Returns `text` in that colour where the look has colours. `text` is printable already.
std::string paint(Colour colour, std::string_view text, const Look& look);

// Returns `text` with control characters and bidirectional controls written as \u{1B}: nothing in a name moves the
// cursor or reverses what stands beside it. Ill-formed UTF-8 becomes U+FFFD.
std::string printable(std::string_view text);
// The same; on a terminal, text with right-to-left letters also stands between U+2068 and U+2069 (first strong
// isolate).
std::string printable(std::string_view text, const Look& look);

// Terminal columns that `text` takes: 2 for wide East Asian characters, 0 for combining marks and format characters.
size_t display_width(std::string_view text);
// Breaks `text` at blanks into lines of at most `width` columns; a longer word is broken where it must be.
std::vector<std::string> wrap(std::string_view text, size_t width);

}  // namespace cordon::cli
