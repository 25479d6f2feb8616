#include "cli/evidence_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "cli/reason.h"
#include "cli/share_text.h"
#include "cli/text_table.h"

namespace cordon::cli {
namespace {

constexpr size_t kMostText = 28;
constexpr size_t kMostNote = 48;
constexpr size_t kGap = 2;
constexpr std::string_view kNothing = "–";

Colour colour_of(Finding finding) {
  switch (finding) {
    case Finding::kAgrees:
      return Colour::kGreen;
    case Finding::kSimilar:
      return Colour::kYellow;
    case Finding::kDiffers:
      return Colour::kRed;
    case Finding::kAbsent:
      return Colour::kMagenta;
    case Finding::kNote:
      return Colour::kDim;
  }
  return Colour::kNone;
}

// Why a part stands alone needs no more words than its column says already.
std::string note_of(const screen::NameColumn& column) {
  if (column.note == "only in the subject's name" || column.note == "only in the listed name") return "only here";
  return column.note;
}

struct Cells {
  std::string subject, entity, note;
  Colour colour;
  size_t width;
};

Cells cells_of(const screen::NameColumn& column, const Look& look) {
  const auto text = [&](const std::string& part) {
    return part.empty() ? std::string(kNothing) : printable(part, look);
  };
  Cells out = {text(column.subject_text), text(column.entity_text), printable(note_of(column)),
               colour_of(column.finding), 0};
  out.width = std::max({display_width(out.subject), display_width(out.entity), display_width(out.note)});
  return out;
}

std::string padded(std::string_view text, size_t width) {
  return std::string(text) + std::string(width - std::min(width, display_width(text)), ' ');
}

std::string points_text(Points points) { return points == 0 ? "0" : fmt::format("{:+}", points); }
std::string bits_text(MilliBits bits) { return fmt::format("{:+.3f}", bits / 1000.0); }

TextTable table_of(const Sides& sides) {
  return TextTable({{"feature"},
                    {"finding"},
                    {std::string(sides.subject), Align::kLeft, kMostText},
                    {std::string(sides.entity), Align::kLeft, kMostText},
                    {"note", Align::kLeft, kMostNote},
                    {"points", Align::kRight},
                    {"bits", Align::kRight}});
}

void append(TextTable& table, const Evidence& row, const Look& look) {
  const Colour colour = row.finding == Finding::kNote ? Colour::kNone : colour_of(row.finding);
  table.append({std::string(feature_name(row.feature)), std::string(finding_name(row.finding)),
                printable(row.subject_text, look), printable(row.entity_text, look), printable(row.note, look),
                points_text(row.points), bits_text(row.bits)},
               colour);
}

}  // namespace

std::string likelihood_text(double likelihood) { return percent_text(likelihood) + " %"; }

std::string names_text(std::span<const screen::NameColumn> columns, const Sides& sides, const Look& look) {
  std::vector<Cells> cells;
  for (const screen::NameColumn& column : columns) cells.push_back(cells_of(column, look));
  const size_t label = std::max(display_width(sides.subject), display_width(sides.entity));
  std::string out;
  for (size_t begin = 0; begin < cells.size();) {
    std::string lines[3] = {padded(sides.subject, label), padded(sides.entity, label), padded("", label)};
    size_t width = label + kGap;
    size_t end = begin;
    for (; end < cells.size(); ++end) {
      const Cells& c = cells[end];
      width += kGap + c.width;
      if (width > look.width && end > begin) break;
      const std::string_view texts[3] = {c.subject, c.entity, c.note};
      for (size_t i = 0; i < 3; ++i)
        lines[i] += std::string(kGap, ' ') + (texts[i].empty() ? "" : paint(c.colour, texts[i], look)) +
                    std::string(c.width - display_width(texts[i]), ' ');
    }
    for (const std::string& line : lines) {
      out += std::string(kGap, ' ') + line;
      out.resize(out.find_last_not_of(' ') + 1);
      out += '\n';
    }
    out += '\n';
    begin = end;
  }
  return out;
}

std::string rows_text(std::span<const Evidence> rows, const Sides& sides, const Look& look) {
  TextTable table = table_of(sides);
  for (const Evidence& row : rows) append(table, row, look);
  return table.text(look);
}

std::string evidence_text(const Hit& hit, const Sides& sides, const Look& look) {
  TextTable table = table_of(sides);
  Points points = 0;
  MilliBits bits = 0;
  for (const Evidence& row : hit.evidence) {
    points += row.points;
    bits += row.bits;
    append(table, row, look);
  }
  table.append({"sum", "", "", "", "", points_text(points), bits_text(bits)}, Colour::kBold);
  return table.text(look) + fmt::format("  score {} ({} of {} points) · likelihood {} (odds of 2^{:.3f} to 1)\n",
                                        exact_score_text(points), points, kPointsOne, likelihood_text(hit.likelihood),
                                        bits / 1000.0);
}

}  // namespace cordon::cli
