// A table of printable cells with columns as wide as they need to be.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/terminal.h"

namespace cordon::cli {

enum class Align : uint8_t { kLeft, kRight };

class TextTable {
 public:
  struct Column {
    std::string title;
    Align align = Align::kLeft;
    size_t most = 1000;  // cells are cut to this many terminal columns
  };
  explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}
  // REQUIRES: as many cells as columns, each printable. `colour` paints the whole row.
  void append(std::vector<std::string> cells, Colour colour = Colour::kNone);
  bool empty() const { return rows_.empty(); }
  // Returns header and rows, each line indented by two blanks.
  std::string text(const Look& look) const;

 private:
  struct Row {
    std::vector<std::string> cells;
    Colour colour;
  };
  std::string line(const std::vector<std::string>& cells, const std::vector<size_t>& widths) const;
  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

// Returns the longest beginning of `text` that fits, with "…" where it was cut.
std::string cut(std::string_view text, size_t columns);
// Returns 1234567 as "1,234,567".
std::string grouped(uint64_t number);

}  // namespace cordon::cli
