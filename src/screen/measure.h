// What a labelled set says about a threshold: counts, shares with bounds, a recommendation, calibration.
// Counting is in integers and order-free, so that the same rows give the same figures in any order.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/screening.h"

namespace cordon::screen {

struct Interval {
  double low = 0;
  double high = 1;
};
// Returns the 95 % score interval of E. B. Wilson (JASA 22, 1927) for `part` of `whole` independent rows; 0 to 1 where
// there is none. Unlike the normal approximation it holds for small numbers and for shares of 0 and 1.
Interval wilson(uint64_t part, uint64_t whole);

struct Share {
  uint64_t part = 0;
  uint64_t whole = 0;
  void count(bool is_part) {
    ++whole;
    part += is_part;
  }
  // Nothing where there are no rows: no share is known.
  std::optional<double> value() const {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
  }
  Interval bounds() const { return wilson(part, whole); }
};

// A share in millionths, as options state it: exact where a double is not.
using Millionths = uint32_t;
inline constexpr Millionths kAll = 1000000;

// One labelled row, judged.
struct Judged {
  Points score = 0;
  std::optional<double> likelihood;  // nothing where another engine stated none
  bool is_match = false;
};

struct ThresholdCounts {
  Points threshold = 0;
  uint64_t true_alerts = 0;   // matches at or over the threshold
  uint64_t false_alerts = 0;  // others at or over it
  uint64_t missed = 0;        // matches under it
  uint64_t clear = 0;         // others under it

  uint64_t alerts() const { return true_alerts + false_alerts; }
  uint64_t rows() const { return alerts() + missed + clear; }
  Share precision() const { return {true_alerts, alerts()}; }
  Share recall() const { return {true_alerts, true_alerts + missed}; }
  Share miss_rate() const { return {missed, true_alerts + missed}; }
  Share alert_rate() const { return {alerts(), rows()}; }
  // 2 TP / (2 TP + FP + FN); 0 where nothing is found.
  double f1() const;
};
ThresholdCounts counts_at(std::span<const Judged> rows, Points threshold);

// Thresholds are recommended in steps of a hundredth.
inline constexpr Points kThresholdStep = kPointsOne / 100;
// Returns the highest threshold at which at most `most` of the matches are missed. REQUIRES: a match among the rows.
Points highest_threshold(std::span<const Judged> rows, Millionths most);
// The same for the upper bound of the miss rate; nothing where the rows are too few even without a miss.
std::optional<Points> highest_supported_threshold(std::span<const Judged> rows, Millionths most);
// How many matches it takes, none of them missed, until the upper bound is at `most`; nothing for 0: no number does.
std::optional<uint64_t> matches_needed(Millionths most);

struct CalibrationBin {
  uint64_t rows = 0;
  uint64_t matches = 0;
  double lowest = 0, highest = 0, mean = 0;  // stated likelihoods
  Share share() const { return {matches, rows}; }
};
struct Calibration {
  std::vector<CalibrationBin> bins;  // by rising likelihood, about as many rows in each
  uint64_t rows = 0;
  double brier = 0;           // mean of (likelihood - label)²
  double expected_error = 0;  // mean over the rows of |bin's mean likelihood - bin's share of matches| (ECE)
};
// Rows of one likelihood are never torn apart, so bins may be fewer and uneven. Rows without likelihood are left out.
// `most_bins` 0: ten, or fewer so that each has ten rows to speak for it.
Calibration calibrate(std::span<const Judged> rows, size_t most_bins = 0);

// The score that an operating point of a given hit rate lies above: the (⌊rate · n⌋ + 1)-th highest of the negatives'
// top scores (-1 where a negative has no hit), so that at most that share of them scores higher. -1 where all may.
Points cutoff_at_hit_rate(std::vector<Points> top_scores, Millionths rate);

}  // namespace cordon::screen
