#include "screen/measure.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace cordon::screen {
namespace {

constexpr double kZ = 1.959963984540054;  // 97.5 % of the standard normal distribution lie under it
constexpr size_t kBins = 10, kRowsInBin = 10;

std::vector<Points> scores_of_matches(std::span<const Judged> rows) {
  std::vector<Points> scores;
  for (const Judged& row : rows)
    if (row.is_match) scores.push_back(row.score);
  std::sort(scores.begin(), scores.end());
  return scores;
}

// The highest step at which no more than `misses` of the sorted scores lie under it.
Points step_with(const std::vector<Points>& scores, uint64_t misses) {
  if (misses >= scores.size()) return kPointsOne;
  return scores[misses] / kThresholdStep * kThresholdStep;
}

double share_of(Millionths millionths) { return static_cast<double>(millionths) / kAll; }

}  // namespace

Interval wilson(uint64_t part, uint64_t whole) {
  if (whole == 0) return {0, 1};
  const auto n = static_cast<double>(whole);
  const double p = static_cast<double>(part) / n;
  const double z2 = kZ * kZ;
  const double middle = p + z2 / (2 * n);
  const double half = kZ * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  const double scale = 1 + z2 / n;
  // At the ends the bound is the end itself; computed, it would miss it by a rounding error.
  return {part == 0 ? 0 : (middle - half) / scale, part == whole ? 1 : (middle + half) / scale};
}

double ThresholdCounts::f1() const {
  if (true_alerts == 0) return 0;
  return 2 * static_cast<double>(true_alerts) / static_cast<double>(2 * true_alerts + false_alerts + missed);
}

ThresholdCounts counts_at(std::span<const Judged> rows, Points threshold) {
  ThresholdCounts out;
  out.threshold = threshold;
  for (const Judged& row : rows) {
    const bool is_alert = row.score >= threshold;
    if (row.is_match) {
      ++(is_alert ? out.true_alerts : out.missed);
    } else {
      ++(is_alert ? out.false_alerts : out.clear);
    }
  }
  return out;
}

Points highest_threshold(std::span<const Judged> rows, Millionths most) {
  const std::vector<Points> scores = scores_of_matches(rows);
  return step_with(scores, scores.size() * most / kAll);
}

std::optional<Points> highest_supported_threshold(std::span<const Judged> rows, Millionths most) {
  const std::vector<Points> scores = scores_of_matches(rows);
  const auto holds = [&](uint64_t misses) { return wilson(misses, scores.size()).high <= share_of(most); };
  if (scores.empty() || !holds(0)) return std::nullopt;
  uint64_t misses = 0;
  while (misses < scores.size() && holds(misses + 1)) ++misses;
  return step_with(scores, misses);
}

std::optional<uint64_t> matches_needed(Millionths most) {
  if (most == 0) return std::nullopt;
  // Without a miss the upper bound is z² / (n + z²).
  auto n = static_cast<uint64_t>(kZ * kZ * (1 - share_of(most)) / share_of(most));
  while (wilson(0, n).high > share_of(most)) ++n;
  return n;
}

Calibration calibrate(std::span<const Judged> all, size_t most_bins) {
  std::vector<Judged> rows;
  for (const Judged& row : all)
    if (row.likelihood) rows.push_back(row);
  std::sort(rows.begin(), rows.end(), [](const Judged& a, const Judged& b) {
    return std::tie(*a.likelihood, a.is_match) < std::tie(*b.likelihood, b.is_match);
  });
  Calibration out;
  out.rows = rows.size();
  const auto n = static_cast<double>(rows.size());
  if (most_bins == 0) most_bins = std::clamp<size_t>(rows.size() / kRowsInBin, 1, kBins);
  for (size_t begin = 0; begin < rows.size();) {
    const size_t bins_left = most_bins > out.bins.size() ? most_bins - out.bins.size() : 1;
    size_t end = begin + (rows.size() - begin + bins_left - 1) / bins_left;
    while (end < rows.size() && rows[end].likelihood == rows[end - 1].likelihood) ++end;
    CalibrationBin made{end - begin, 0, *rows[begin].likelihood, *rows[end - 1].likelihood, 0};
    for (; begin < end; ++begin) {
      const double p = *rows[begin].likelihood;
      const double miss = p - (rows[begin].is_match ? 1 : 0);
      made.matches += rows[begin].is_match;
      made.mean += p / static_cast<double>(made.rows);
      out.brier += miss * miss / n;
    }
    out.expected_error += std::abs(made.mean - *made.share().value()) * static_cast<double>(made.rows) / n;
    out.bins.push_back(made);
  }
  return out;
}

Points cutoff_at_hit_rate(std::vector<Points> top_scores, Millionths rate) {
  const uint64_t let_through = top_scores.size() * rate / kAll;
  if (let_through >= top_scores.size()) return -1;
  std::sort(top_scores.begin(), top_scores.end(), std::greater<>());
  return top_scores[let_through];
}

}  // namespace cordon::screen
