// For tests: what holds of every hit.
#pragma once

#include <gtest/gtest.h>

#include "model/screening.h"

namespace cordon::match {

// The rows of evidence add up to the score and to the likelihood's bits.
inline void expect_rows_add_up(const Hit& hit) {
  Points points = 0;
  MilliBits bits = 0;
  for (const Evidence& row : hit.evidence) points += row.points, bits += row.bits;
  EXPECT_EQ(hit.score, points);
  EXPECT_EQ(hit.bits, bits);
}

}  // namespace cordon::match
