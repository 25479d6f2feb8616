#include "screen/measure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace cordon::screen {
namespace {

// `matches` and `others`: their scores.
std::vector<Judged> rows(std::vector<Points> matches, std::vector<Points> others) {
  std::vector<Judged> out;
  for (const Points score : matches) out.push_back({score, std::nullopt, true});
  for (const Points score : others) out.push_back({score, std::nullopt, false});
  return out;
}

TEST(Wilson, SeededRecall) {  // 486 of 500 seeds found: 97.2 %, 95.4 to 98.3 %
  const Interval bounds = wilson(486, 500);
  EXPECT_NEAR(bounds.low, 0.95356, 0.00001);
  EXPECT_NEAR(bounds.high, 0.98325, 0.00001);
}

TEST(Wilson, Ends) {
  EXPECT_EQ(wilson(0, 0).low, 0);
  EXPECT_EQ(wilson(0, 0).high, 1);
  EXPECT_EQ(wilson(0, 10).low, 0);
  EXPECT_NEAR(wilson(0, 10).high, 0.27753, 0.00001);  // z² / (10 + z²)
  EXPECT_NEAR(wilson(10, 10).low, 0.72247, 0.00001);
  EXPECT_EQ(wilson(10, 10).high, 1);
}

TEST(Wilson, IsMirrored) {
  for (uint64_t k = 0; k <= 20; ++k) EXPECT_NEAR(wilson(k, 20).low, 1 - wilson(20 - k, 20).high, 1e-12);
}

TEST(Counts, AtAndUnderTheThreshold) {
  const auto all = rows({9000, 7000, 6999}, {7000, 6999, 100, 0});
  const ThresholdCounts counts = counts_at(all, 7000);
  EXPECT_EQ(counts.true_alerts, 2u);
  EXPECT_EQ(counts.false_alerts, 1u);
  EXPECT_EQ(counts.missed, 1u);
  EXPECT_EQ(counts.clear, 3u);
  EXPECT_NEAR(*counts.precision().value(), 2 / 3.0, 1e-12);
  EXPECT_NEAR(*counts.recall().value(), 2 / 3.0, 1e-12);
  EXPECT_NEAR(*counts.alert_rate().value(), 3 / 7.0, 1e-12);
  EXPECT_NEAR(counts.f1(), 4 / 6.0, 1e-12);
}

TEST(Counts, NothingAlerts) {
  const ThresholdCounts counts = counts_at(rows({100}, {100}), 7000);
  EXPECT_FALSE(counts.precision().value().has_value());
  EXPECT_EQ(counts.f1(), 0);
}

TEST(Recommend, HighestStepWithinTheMissRate) {
  const auto all = rows({9950, 9500, 9000, 8250, 4100}, {8300});
  EXPECT_EQ(highest_threshold(all, 0), 4100);
  EXPECT_EQ(highest_threshold(all, 199999), 4100);
  EXPECT_EQ(highest_threshold(all, 200000), 8200);  // one of five; 0.825 lies within the step from 0.82
  EXPECT_EQ(highest_threshold(all, 400000), 9000);
  EXPECT_EQ(highest_threshold(all, kAll), kPointsOne);
  for (const Millionths most : {0u, 200000u, 400000u, 600000u}) {
    const Points t = highest_threshold(all, most);
    EXPECT_LE(counts_at(all, t).miss_rate().part * kAll, most * 5ull);
    EXPECT_GT(counts_at(all, t + kThresholdStep).miss_rate().part * kAll, most * 5ull) << t;
  }
}

TEST(Recommend, TiesAreMissedTogether) {
  EXPECT_EQ(highest_threshold(rows({8000, 8000, 8000, 9000}, {}), 250000), 8000);
  EXPECT_EQ(highest_threshold(rows({8000, 8000, 8000, 9000}, {}), 749999), 8000);
  EXPECT_EQ(highest_threshold(rows({8000, 8000, 8000, 9000}, {}), 750000), 9000);
}

TEST(Recommend, SupportedOnlyByEnoughRows) {
  EXPECT_EQ(matches_needed(20000), 189u);  // 1.96² · 0.98 / 0.02 = 188.2
  EXPECT_EQ(matches_needed(500000), 4u);
  EXPECT_FALSE(matches_needed(0).has_value());
  EXPECT_FALSE(highest_supported_threshold(rows(std::vector<Points>(188, 9000), {}), 20000).has_value());
  EXPECT_EQ(highest_supported_threshold(rows(std::vector<Points>(189, 9000), {}), 20000), 9000);
}

TEST(Recommend, SupportAllowsFewerMisses) {
  std::vector<Points> scores(500, 9500);
  for (size_t i = 0; i < 14; ++i) scores[i] = static_cast<Points>(6000 + 100 * i);
  // 14 of 500 are 2.8 %, but at most 4.64 % with the bound; a bound of 2.8 % allows 6 (2.59 %), not 7 (2.86 %).
  EXPECT_EQ(highest_threshold(rows(scores, {}), 28000), 9500);
  EXPECT_EQ(highest_supported_threshold(rows(scores, {}), 28000), 6600);
  EXPECT_LE(wilson(6, 500).high, 0.028);
  EXPECT_GT(wilson(7, 500).high, 0.028);
}

Judged stated(double likelihood, bool is_match) { return {0, likelihood, is_match}; }

TEST(Calibration, ByHand) {
  const std::vector<Judged> all = {stated(0.1, false), stated(0.3, true), stated(0.8, true), stated(0.9, true)};
  const Calibration found = calibrate(all, 2);
  ASSERT_EQ(found.bins.size(), 2u);
  EXPECT_EQ(found.bins[0].rows, 2u);
  EXPECT_EQ(found.bins[0].matches, 1u);
  EXPECT_NEAR(found.bins[0].mean, 0.2, 1e-12);
  EXPECT_EQ(found.bins[1].lowest, 0.8);
  EXPECT_EQ(found.bins[1].highest, 0.9);
  EXPECT_NEAR(found.brier, (0.01 + 0.49 + 0.04 + 0.01) / 4, 1e-12);
  EXPECT_NEAR(found.expected_error, (0.3 + 0.15) / 2, 1e-12);  // |0.2 - 0.5|, |0.85 - 1|
}

TEST(Calibration, TiesStayTogetherAndOrderDoesNotCount) {
  std::vector<Judged> all;
  for (int i = 0; i < 7; ++i) all.push_back(stated(0.5, i % 2 == 0));
  all.push_back(stated(0.9, true));
  all.push_back(stated(0.2, false));
  const Calibration found = calibrate(all, 3);
  ASSERT_EQ(found.bins.size(), 2u);  // 0.2 and the seven; 0.9
  EXPECT_EQ(found.bins[0].rows, 8u);
  EXPECT_EQ(found.bins[1].rows, 1u);
  std::reverse(all.begin(), all.end());
  const Calibration again = calibrate(all, 3);
  EXPECT_EQ(found.brier, again.brier);
  EXPECT_EQ(found.expected_error, again.expected_error);
}

TEST(Calibration, RowsWithoutLikelihoodAreLeftOut) {
  const std::vector<Judged> all = {stated(0.5, true), {9000, std::nullopt, true}};
  EXPECT_EQ(calibrate(all).rows, 1u);
  EXPECT_TRUE(calibrate({}).bins.empty());
}

TEST(Calibration, EqualMass) {
  std::vector<Judged> all;
  for (int i = 0; i < 95; ++i) all.push_back(stated(i / 100.0, i % 3 == 0));
  const Calibration found = calibrate(all, 10);
  ASSERT_EQ(found.bins.size(), 10u);
  for (const CalibrationBin& bin : found.bins) EXPECT_THAT(bin.rows, testing::AnyOf(9u, 10u));
  EXPECT_EQ(calibrate(all).bins.size(), 9u);  // ten rows in each
  EXPECT_EQ(calibrate(std::span(all).first(9)).bins.size(), 1u);
}

TEST(HitRate, CutoffIsTheFirstThatMayNotPass) {
  const std::vector<Points> tops = {-1, 9000, 8000, 7000, -1, 6000, -1, -1, -1, -1};
  EXPECT_EQ(cutoff_at_hit_rate(tops, 0), 9000);
  EXPECT_EQ(cutoff_at_hit_rate(tops, 99999), 9000);
  EXPECT_EQ(cutoff_at_hit_rate(tops, 100000), 8000);  // one of ten passes
  EXPECT_EQ(cutoff_at_hit_rate(tops, 300000), 6000);
  EXPECT_EQ(cutoff_at_hit_rate(tops, 400000), -1);
  EXPECT_EQ(cutoff_at_hit_rate(tops, kAll), -1);
  EXPECT_EQ(cutoff_at_hit_rate({}, 10000), -1);
}

TEST(HitRate, TiesDoNotPass) {
  EXPECT_EQ(cutoff_at_hit_rate({8000, 8000, 8000, 1000}, 250000), 8000);  // "above" lets none of the three through
}

}  // namespace
}  // namespace cordon::screen
