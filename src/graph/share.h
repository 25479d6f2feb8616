// A share of a company as far as it is known: an exact part, or a range whose ends belong to it or not.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/rational.h"

namespace cordon::graph {

// One end of a range. Open: the value itself is not reached.
struct Bound {
  Rational value;
  bool open = false;
  bool operator==(const Bound&) const = default;
};
// The end of a sum is the sum of the ends, open where one of them is.
inline Bound operator+(const Bound& a, const Bound& b) { return {a.value + b.value, a.open || b.open}; }
inline Bound& operator+=(Bound& a, const Bound& b) { return a = a + b; }
inline Bound rest_of_whole(const Bound& a) { return {Rational(1) - a.value, a.open}; }

struct Share {
  Bound low, high;  // 0 <= low <= high <= 1
  bool operator==(const Share&) const = default;
  bool is_exact() const { return low.value == high.value; }
};
// A sum of shares from which some can be taken again: open ends are counted.
struct ShareSum {
  Rational low, high;
  int32_t open_lows = 0, open_highs = 0, shares = 0;
  void add(const Share& share);
  void take(const Share& share);
  ShareSum& operator+=(const ShareSum& other);
  ShareSum operator-(const ShareSum& other) const;
  Bound low_end() const { return {low, open_lows > 0}; }
  Bound high_end() const { return {high, open_highs > 0}; }
};
inline Share unknown_share() { return {{Rational(0)}, {Rational(1)}}; }

// Reads "50%", "49.995 %", "0.5", "1/3", "25-50%" (both ends included), ">25-50%", "25-<50%", ">50%", "<=25%",
// "unknown". Errors (kBadInput, without a place): a whole number without % is ambiguous, negative, over 100 %, an empty
// range.
Result<Share> parse_share(std::string_view text);
// The same form back: parse_share(share_text(s)) == s.
std::string share_text(const Share& share);
// "50 %", "49.995 %", "1/3": never rounded.
std::string percent_text(const Rational& value);
// "≥ 25 %", "> 25 %" and so on would be ambiguous in a sum: "25 %", "over 25 %" (low) or "under 25 %" (high).
std::string low_text(const Bound& bound);
std::string high_text(const Bound& bound);

}  // namespace cordon::graph
