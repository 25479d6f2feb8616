// Terminal text; see terminal.h. Widths follow UAX #11 (East Asian Width), isolates UAX #9.
#include "cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <utility>

#include "base/utf8.h"

namespace cordon::cli {
namespace {

constexpr size_t kLeastWidth = 60;
constexpr size_t kMostWidth = 160;
constexpr std::string_view kIsolate = "\u2068";
constexpr std::string_view kPopIsolate = "\u2069";

size_t columns_variable() {
  const char* const text = std::getenv("COLUMNS");
  size_t columns = 0;
  if (text != nullptr) std::from_chars(text, text + std::string_view(text).size(), columns);
  return columns;
}

bool is_bidi_control(char32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_BIDI_CONTROL) != 0; }

bool is_right_to_left(char32_t c) {
  const auto direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool is_hidden(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR || is_bidi_control(c);
}

size_t width_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  const auto type = u_charType(point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

std::string_view code_of(Colour colour) {
  switch (colour) {
    case Colour::kNone:
      return "";
    case Colour::kBold:
      return "1";
    case Colour::kDim:
      return "2";
    case Colour::kRed:
      return "1;31";
    case Colour::kYellow:
      return "1;33";
    case Colour::kGreen:
      return "32";
    case Colour::kMagenta:
      return "1;35";
    case Colour::kCyan:
      return "36";
  }
  return "";
}

void push_line(std::string line, std::vector<std::string>& lines) {
  line.resize(line.find_last_not_of(' ') + 1);
  if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
}

// Moves the last word of `line`, or what is over `width`, to the next line.
void break_line(std::string& line, std::vector<std::string>& lines) {
  const size_t blank = line.rfind(' ');
  if (blank == std::string::npos) {
    push_line(std::exchange(line, ""), lines);
    return;
  }
  std::string rest = line.substr(blank + 1);
  line.resize(blank);
  push_line(std::exchange(line, std::move(rest)), lines);
}

}  // namespace

Look look_of(int file_descriptor) {
  Look look;
  look.is_terminal = isatty(file_descriptor) == 1;
  look.has_colour = look.is_terminal && (std::getenv("NO_COLOR") == nullptr || *std::getenv("NO_COLOR") == '\0');
  size_t columns = columns_variable();
  winsize size = {};
  if (look.is_terminal && ioctl(file_descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) columns = size.ws_col;
  if (columns > 0) look.width = std::clamp(columns, kLeastWidth, kMostWidth);
  return look;
}

std::string paint(Colour colour, std::string_view text, const Look& look) {
  if (!look.has_colour || colour == Colour::kNone) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code_of(colour), text);
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (is_hidden(c)) {
      out += fmt::format("\\u{{{:X}}}", static_cast<uint32_t>(c));
    } else {
      append_utf8(out, c);
    }
  }
  return out;
}

std::string printable(std::string_view text, const Look& look) {
  std::string out = printable(text);
  if (!look.is_terminal) return out;
  for (size_t pos = 0; pos < out.size();) {
    if (is_right_to_left(next_code_point(out, pos))) return fmt::format("{}{}{}", kIsolate, out, kPopIsolate);
  }
  return out;
}

size_t display_width(std::string_view text) {
  size_t width = 0;
  for (size_t pos = 0; pos < text.size();) width += width_of(next_code_point(text, pos));
  return width;
}

std::vector<std::string> wrap(std::string_view text, size_t width) {
  std::vector<std::string> lines;
  std::string line;
  size_t used = 0;
  for (size_t pos = 0; pos < text.size();) {
    const size_t begin = pos;
    const char32_t c = next_code_point(text, pos);
    if (c == ' ' && line.empty() && !lines.empty()) continue;  // a line does not begin with the blank it was broken at
    const size_t wide = width_of(c);
    if (used + wide > width && !line.empty()) {
      if (c == ' ') {
        push_line(std::exchange(line, ""), lines);
        used = 0;
        continue;
      }
      break_line(line, lines);
      used = display_width(line);
    }
    line += text.substr(begin, pos - begin);
    used += wide;
  }
  push_line(std::move(line), lines);
  return lines;
}

}  // namespace cordon::cli
