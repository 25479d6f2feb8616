// Text tables; see text_table.h.
#include "cli/text_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace cordon::cli {

std::string cut(std::string_view text, size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  size_t end = 0;
  for (size_t pos = 0; pos < text.size();) {
    next_code_point(text, pos);
    if (display_width(text.substr(0, pos)) + 1 > columns) break;
    end = pos;
  }
  return std::string(text.substr(0, end)) + "…";
}

std::string grouped(uint64_t number) {
  std::string digits = fmt::format("{}", number);
  for (size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

void TextTable::append(std::vector<std::string> cells, Colour colour) {
  for (size_t i = 0; i < cells.size(); ++i) cells[i] = cut(cells[i], columns_[i].most);
  rows_.push_back({std::move(cells), colour});
}

std::string TextTable::line(const std::vector<std::string>& cells, const std::vector<size_t>& widths) const {
  std::string out;
  for (size_t i = 0; i < cells.size(); ++i) {
    const std::string pad(widths[i] - display_width(cells[i]), ' ');
    out += "  ";
    out += columns_[i].align == Align::kRight ? pad + cells[i] : cells[i] + pad;
  }
  out.resize(out.find_last_not_of(' ') + 1);
  return out;
}

std::string TextTable::text(const Look& look) const {
  std::vector<std::string> titles;
  std::vector<size_t> widths;
  for (const Column& column : columns_) {
    titles.push_back(column.title);
    widths.push_back(display_width(column.title));
  }
  for (const Row& row : rows_) {
    for (size_t i = 0; i < row.cells.size(); ++i) widths[i] = std::max(widths[i], display_width(row.cells[i]));
  }
  std::string out = paint(Colour::kDim, line(titles, widths), look) + "\n";
  for (const Row& row : rows_) out += paint(row.colour, line(row.cells, widths), look) + "\n";
  return out;
}

}  // namespace cordon::cli
