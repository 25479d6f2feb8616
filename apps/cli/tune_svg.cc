// SVG 1.1, written by hand: two panels with axes, bands for the bounds, lines for the estimates. All numbers have fixed
// decimals, so that one report gives one picture.
#include "cli/tune_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/reason.h"
#include "cli/share_text.h"

namespace cordon::cli {
namespace {

using screen::Interval;
using screen::Share;
using screen::ThresholdCounts;

constexpr std::string_view kPrecision = "#0b6e99";
constexpr std::string_view kRecall = "#b3541e";
constexpr std::string_view kAlerts = "#5f6b76";
constexpr std::string_view kInk = "#1f2933";
constexpr std::string_view kGrid = "#dfe4ea";

// A panel whose both axes run from low to high, and where it lies in the picture.
struct Panel {
  double left, top, width, height;
  double low_x;  // both axes end at 1; y begins at 0
  double x(double value) const { return left + (value - low_x) / (1 - low_x) * width; }
  double y(double value) const { return top + (1 - value) * height; }
};

std::string text(double x, double y, std::string_view anchor, std::string_view what, std::string_view extra = "") {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\"{}>{}</text>\n", x, y, anchor, extra, what);
}

std::string line(double x1, double y1, double x2, double y2, std::string_view style) {
  return fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>\n", x1, y1, x2, y2, style);
}

std::string axes(const Panel& panel, double step_x, std::string_view title, std::string_view label_x,
                 std::string_view label_y) {
  std::string out;
  const std::string grid = fmt::format("stroke=\"{}\"", kGrid);
  for (int i = 0; i <= 5; ++i) {
    const double value = i / 5.0;
    out += line(panel.left, panel.y(value), panel.left + panel.width, panel.y(value), grid);
    out += text(panel.left - 8, panel.y(value) + 4, "end", fmt::format("{} %", i * 20));
  }
  const int ticks = static_cast<int>(std::lround((1 - panel.low_x) / step_x));
  for (int i = 0; i <= ticks; ++i) {
    const double value = panel.low_x + i * step_x;
    out += line(panel.x(value), panel.top, panel.x(value), panel.top + panel.height, grid);
    out += text(panel.x(value), panel.top + panel.height + 18, "middle", fmt::format("{:.1f}", value));
  }
  out +=
      fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"none\" stroke=\"{}\"/>\n",
                  panel.left, panel.top, panel.width, panel.height, kInk);
  out += text(panel.left, panel.top - 14, "start", title, " font-weight=\"bold\" font-size=\"14\"");
  out += text(panel.left + panel.width / 2, panel.top + panel.height + 38, "middle", label_x);
  const double x = panel.left - 48, y = panel.top + panel.height / 2;
  out += text(x, y, "middle", label_y, fmt::format(" transform=\"rotate(-90 {:.1f} {:.1f})\"", x, y));
  return out;
}

struct Curve {
  Share (ThresholdCounts::*share)() const;
  std::string_view colour;
  std::string_view dash;
};

// The band between the bounds and the line of the estimate, over every step where there are rows to speak of.
std::string curve(const Panel& panel, const std::vector<ThresholdCounts>& counts, const Curve& what) {
  std::string points, above, below;
  for (const ThresholdCounts& at : counts) {
    const Share share = (at.*what.share)();
    if (!share.value()) continue;
    const double x = panel.x(static_cast<double>(at.threshold) / kPointsOne);
    const Interval bounds = share.bounds();
    points += fmt::format("{:.1f},{:.1f} ", x, panel.y(*share.value()));
    above += fmt::format("{:.1f},{:.1f} ", x, panel.y(bounds.high));
    below.insert(0, fmt::format("{:.1f},{:.1f} ", x, panel.y(bounds.low)));
  }
  return fmt::format(
      "<polygon points=\"{}{}\" fill=\"{}\" fill-opacity=\"0.15\"/>\n<polyline points=\"{}\" fill=\"none\" "
      "stroke=\"{}\" "
      "stroke-width=\"2\"{}/>\n",
      above, below, what.colour, points, what.colour, what.dash);
}

std::string legend(double x, double y, std::string_view colour, std::string_view dash, std::string_view what) {
  return line(x, y - 4, x + 22, y - 4, fmt::format("stroke=\"{}\" stroke-width=\"2\"{}", colour, dash)) +
         text(x + 28, y, "start", what);
}

std::string threshold_panel(const TuneReport& report, const Panel& panel) {
  std::vector<ThresholdCounts> counts;
  for (auto t = static_cast<Points>(std::lround(panel.low_x * kPointsOne)); t <= kPointsOne;
       t += screen::kThresholdStep)
    counts.push_back(report.at(t));
  constexpr std::string_view kDashed = " stroke-dasharray=\"5 4\"";
  std::string out = axes(panel, 0.1, "Precision and recall by threshold", "threshold", "share, with 95 % bounds");
  out += curve(panel, counts, {&ThresholdCounts::alert_rate, kAlerts, kDashed});
  out += curve(panel, counts, {&ThresholdCounts::precision, kPrecision, ""});
  out += curve(panel, counts, {&ThresholdCounts::recall, kRecall, ""});
  const double y = panel.top + panel.height + 62;
  out += legend(panel.left, y, kPrecision, "", "precision") + legend(panel.left + 105, y, kRecall, "", "recall");
  out += legend(panel.left + 190, y, kAlerts, kDashed, "alerts (share of rows)");
  if (report.recommended == 0) return out;
  const double x = panel.x(static_cast<double>(report.recommended) / kPointsOne);
  out += line(x, panel.top, x, panel.top + panel.height, fmt::format("stroke=\"{}\" stroke-dasharray=\"2 3\"", kInk));
  const bool is_right = x > panel.left + panel.width * 0.6;
  return out + text(is_right ? x - 6 : x + 6, panel.top + panel.height - 10, is_right ? "end" : "start",
                    fmt::format("recommended {}", score_text(report.recommended)));
}

std::string calibration_panel(const TuneReport& report, const Panel& panel) {
  std::string out = axes(panel, 0.2, "Does the likelihood hold?", "stated likelihood (mean of each bin)",
                         "share of matches, with 95 % bounds");
  out += line(panel.x(0), panel.y(0), panel.x(1), panel.y(1),
              fmt::format("stroke=\"{}\" stroke-dasharray=\"5 4\"", kAlerts));
  const double y = panel.top + panel.height + 62;
  if (report.calibration.rows == 0) {
    return out + text(panel.x(0.5), panel.y(0.5), "middle", "the file states no likelihood");
  }
  for (const screen::CalibrationBin& bin : report.calibration.bins) {
    const double x = panel.x(bin.mean);
    const Interval bounds = bin.share().bounds();
    out += line(x, panel.y(bounds.low), x, panel.y(bounds.high), fmt::format("stroke=\"{}\"", kPrecision));
    out += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\" fill=\"{}\"/>\n", x, panel.y(*bin.share().value()),
                       kPrecision);
  }
  out += legend(panel.left, y, kAlerts, " stroke-dasharray=\"5 4\"", "as stated");
  return out + text(panel.left + panel.width, y, "end",
                    fmt::format("calibration error {:.3f} · Brier score {:.3f}", report.calibration.expected_error,
                                report.calibration.brier));
}

}  // namespace

std::string tune_svg(const TuneReport& report) {
  // The left panel begins at 0.4, or lower where the recommendation lies there.
  const double low = report.recommended == 0 ? 0.4 : std::min(0.4, std::floor((report.recommended - 1) / 1000.0) / 10);
  const std::string what = fmt::format("{} labelled rows, {} match and {} no match", report.rows.size(),
                                       report.matches(), report.rows.size() - report.matches());
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 500\" width=\"960\" height=\"500\" role=\"img\" "
      "font-family=\"Helvetica, Arial, sans-serif\" font-size=\"12\" fill=\"{}\">\n<title>Thresholds against "
      "{}</title>\n"
      "<rect width=\"960\" height=\"500\" fill=\"#ffffff\"/>\n",
      kInk, what);
  out += threshold_panel(report, {70, 60, 380, 340, low});
  out += calibration_panel(report, {560, 60, 370, 340, 0});
  out += text(70, 26, "start", what, " font-size=\"13\"");
  return out + "</svg>\n";
}

}  // namespace cordon::cli
