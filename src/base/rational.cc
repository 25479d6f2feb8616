// Exact rational numbers; see rational.h. The short path keeps 128 bits and checks every operation for overflow; what
// overflows is computed again with magnitudes of 32-bit limbs, schoolbook style: such numbers are rare and short.
#include "base/rational.h"

#include <algorithm>
#include <vector>

namespace cordon {
namespace {

// A magnitude: limbs of 32 bits, lowest first, no zero at the end.
using Limbs = std::vector<uint32_t>;

void strip(Limbs& a) {
  while (!a.empty() && a.back() == 0) a.pop_back();
}

Limbs limbs_of(Int128 value) {
  __extension__ using Unsigned = unsigned __int128;
  Unsigned rest = value < 0 ? -static_cast<Unsigned>(value) : static_cast<Unsigned>(value);
  Limbs out;
  for (; rest != 0; rest >>= 32) out.push_back(static_cast<uint32_t>(rest));
  return out;
}

std::strong_ordering compare(const Limbs& a, const Limbs& b) {
  if (a.size() != b.size()) return a.size() <=> b.size();
  return std::lexicographical_compare_three_way(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

Limbs add(const Limbs& a, const Limbs& b) {
  Limbs out;
  uint64_t carry = 0;
  for (size_t i = 0; i < std::max(a.size(), b.size()) || carry != 0; ++i) {
    carry += uint64_t{i < a.size() ? a[i] : 0} + (i < b.size() ? b[i] : 0);
    out.push_back(static_cast<uint32_t>(carry));
    carry >>= 32;
  }
  strip(out);
  return out;
}

// REQUIRES: a >= b.
Limbs subtract(const Limbs& a, const Limbs& b) {
  Limbs out = a;
  int64_t borrow = 0;
  for (size_t i = 0; i < out.size(); ++i) {
    int64_t digit = int64_t{out[i]} - (i < b.size() ? b[i] : 0) - borrow;
    borrow = digit < 0;
    if (borrow) digit += int64_t{1} << 32;
    out[i] = static_cast<uint32_t>(digit);
  }
  strip(out);
  return out;
}

Limbs multiply(const Limbs& a, const Limbs& b) {
  Limbs out(a.size() + b.size());
  for (size_t i = 0; i < a.size(); ++i) {
    uint64_t carry = 0;
    for (size_t k = 0; k < b.size(); ++k) {
      carry += uint64_t{a[i]} * b[k] + out[i + k];
      out[i + k] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    out[i + b.size()] = static_cast<uint32_t>(carry);
  }
  strip(out);
  return out;
}

// Divides `a` by a small number in place and returns the remainder.
uint32_t divide_small(Limbs& a, uint32_t by) {
  uint64_t rest = 0;
  for (size_t i = a.size(); i-- > 0;) {
    rest = rest << 32 | a[i];
    a[i] = static_cast<uint32_t>(rest / by);
    rest %= by;
  }
  strip(a);
  return static_cast<uint32_t>(rest);
}

void shift_left_one(Limbs& a) {
  uint32_t carry = 0;
  for (uint32_t& limb : a) {
    const uint32_t next = limb >> 31;
    limb = limb << 1 | carry;
    carry = next;
  }
  if (carry) a.push_back(carry);
}

struct Division {
  Limbs quotient, remainder;
};
// Long division bit by bit. REQUIRES: by is not zero.
Division divide(const Limbs& a, const Limbs& by) {
  Division out;
  out.quotient.assign(a.size(), 0);
  for (size_t bit = a.size() * 32; bit-- > 0;) {
    shift_left_one(out.remainder);
    if (a[bit / 32] >> (bit % 32) & 1) {
      if (out.remainder.empty()) out.remainder.push_back(0);
      out.remainder[0] |= 1;
    }
    if (compare(out.remainder, by) < 0) continue;
    out.remainder = subtract(out.remainder, by);
    out.quotient[bit / 32] |= uint32_t{1} << (bit % 32);
  }
  strip(out.quotient);
  return out;
}

Limbs greatest_divisor(Limbs a, Limbs b) {
  while (!b.empty()) {
    Limbs rest = divide(a, b).remainder;
    a = std::move(b);
    b = std::move(rest);
  }
  return a;
}

std::string digits_of(Limbs a) {
  if (a.empty()) return "0";
  std::string out;
  while (!a.empty()) out += static_cast<char>('0' + divide_small(a, 10));
  std::reverse(out.begin(), out.end());
  return out;
}

Limbs limbs_of_digits(std::string_view digits) {
  Limbs out;
  for (const char c : digits) out = add(multiply(out, {10}), limbs_of(c - '0'));
  return out;
}

Int128 greatest_divisor(Int128 a, Int128 b) {
  if (a < 0) a = -a;
  while (b != 0) {
    // Denominators nearly always fit 64 bits, where the division is a single instruction.
    if (a <= INT64_MAX && b <= INT64_MAX) {
      int64_t x = static_cast<int64_t>(a), y = static_cast<int64_t>(b);
      while (y != 0) {
        const int64_t rest = x % y;
        x = y, y = rest;
      }
      return x;
    }
    const Int128 rest = a % b;
    a = b, b = rest;
  }
  return a;
}

// a·by, or nothing on overflow.
bool product(Int128 a, Int128 by, Int128& out) { return !__builtin_mul_overflow(a, by, &out); }

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

struct Rational::Long {
  bool negative = false;
  Limbs numerator;
  Limbs denominator = {1};
};

Rational::Long Rational::as_long() const {
  if (long_) return *long_;
  return {numerator_ < 0, limbs_of(numerator_), limbs_of(denominator_)};
}

// Lowest terms, and back to 128 bits where they suffice.
Rational Rational::of_long(Long value) {
  const Limbs divisor = greatest_divisor(value.numerator, value.denominator);
  if (divisor != Limbs{1} && !divisor.empty()) {
    value.numerator = divide(value.numerator, divisor).quotient;
    value.denominator = divide(value.denominator, divisor).quotient;
  }
  const auto fits = [](const Limbs& a) { return a.size() < 4 || (a.size() == 4 && a.back() >> 31 == 0); };
  const auto short_of = [](const Limbs& a) {
    Int128 out = 0;
    for (size_t i = a.size(); i-- > 0;) out = (out << 32) + a[i];
    return out;
  };
  if (fits(value.numerator) && fits(value.denominator))
    return of(value.negative ? -short_of(value.numerator) : short_of(value.numerator), short_of(value.denominator));
  Rational out;
  out.long_ = std::make_shared<const Long>(std::move(value));
  return out;
}

std::optional<Rational> Rational::parse(std::string_view text) {
  if (text.size() > kMostDigits) return {};
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  Long out{negative, {}, {1}};
  if (const size_t slash = text.find('/'); slash != text.npos) {
    const std::string_view above = text.substr(0, slash), below = text.substr(slash + 1);
    if (!is_digits(above) || !is_digits(below)) return {};
    out.numerator = limbs_of_digits(above);
    out.denominator = limbs_of_digits(below);
    if (out.denominator.empty()) return {};
  } else {
    const size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view part = point == text.npos ? "" : text.substr(point + 1);
    if (!is_digits(whole) || (point != text.npos && !is_digits(part))) return {};
    out.numerator = limbs_of_digits(std::string(whole) + std::string(part));
    out.denominator = limbs_of_digits("1" + std::string(part.size(), '0'));
  }
  if (out.numerator.empty()) out.negative = false;
  return of_long(std::move(out));
}

Rational operator+(const Rational& a, const Rational& b) {
  if (!a.long_ && !b.long_) {
    // Over the least common denominator: sums of like shares keep theirs, and nothing needs reducing.
    Int128 left = a.numerator_, right = b.numerator_, below = a.denominator_, sum = 0;
    bool fits = true;
    if (a.denominator_ != b.denominator_) {
      const Int128 widen = b.denominator_ / greatest_divisor(a.denominator_, b.denominator_);
      fits = product(a.denominator_, widen, below) && product(a.numerator_, widen, left) &&
             product(b.numerator_, below / b.denominator_, right);
    }
    if (fits && !__builtin_add_overflow(left, right, &sum)) return Rational::of(sum, below);
  }
  const Rational::Long x = a.as_long(), y = b.as_long();
  const Limbs left = multiply(x.numerator, y.denominator), right = multiply(y.numerator, x.denominator);
  Rational::Long out;
  out.denominator = multiply(x.denominator, y.denominator);
  if (x.negative == y.negative) {
    out.numerator = add(left, right);
    out.negative = x.negative;
  } else {
    const bool left_leads = compare(left, right) >= 0;
    out.numerator = left_leads ? subtract(left, right) : subtract(right, left);
    out.negative = left_leads ? x.negative : y.negative;
  }
  if (out.numerator.empty()) out.negative = false;
  return Rational::of_long(std::move(out));
}

Rational operator-(const Rational& a, const Rational& b) { return a + Rational(-1) * b; }

Rational operator*(const Rational& a, const Rational& b) {
  if (!a.long_ && !b.long_) {
    Int128 above = 0, below = 0;
    if (product(a.numerator_, b.numerator_, above) && product(a.denominator_, b.denominator_, below))
      return Rational::of(above, below);
  }
  const Rational::Long x = a.as_long(), y = b.as_long();
  Rational::Long out{x.negative != y.negative, multiply(x.numerator, y.numerator),
                     multiply(x.denominator, y.denominator)};
  if (out.numerator.empty()) out.negative = false;
  return Rational::of_long(std::move(out));
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (!a.long_ && !b.long_) {
    if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
    Int128 left = 0, right = 0;
    if (product(a.numerator_, b.denominator_, left) && product(b.numerator_, a.denominator_, right))
      return left <=> right;
  }
  const Rational::Long x = a.as_long(), y = b.as_long();
  if (x.negative != y.negative) return x.negative ? std::strong_ordering::less : std::strong_ordering::greater;
  const auto order = compare(multiply(x.numerator, y.denominator), multiply(y.numerator, x.denominator));
  return x.negative ? 0 <=> order : order;
}

std::string Rational::text() const {
  Long value = as_long();
  const Limbs divisor = greatest_divisor(value.numerator, value.denominator);
  if (!divisor.empty()) {
    value.numerator = divide(value.numerator, divisor).quotient;
    value.denominator = divide(value.denominator, divisor).quotient;
  }
  std::string out(value.negative ? "-" : "");
  out += digits_of(value.numerator);
  if (value.denominator != Limbs{1}) out += "/" + digits_of(value.denominator);
  return out;
}

std::optional<std::string> Rational::decimal() const {
  Long value = as_long();
  const Limbs divisor = greatest_divisor(value.numerator, value.denominator);
  value.numerator = divide(value.numerator, divisor).quotient;
  value.denominator = divide(value.denominator, divisor).quotient;
  // Finite exactly where the denominator is 2^a·5^b; then max(a, b) digits suffice.
  size_t places[2] = {0, 0};
  for (const size_t i : {0, 1}) {
    while (true) {
      Limbs next = value.denominator;
      if (divide_small(next, i == 0 ? 2 : 5) != 0) break;
      value.denominator = std::move(next);
      ++places[i];
    }
  }
  if (value.denominator != Limbs{1}) return {};
  const size_t shift = std::max(places[0], places[1]);
  for (size_t i = places[0]; i < shift; ++i) value.numerator = multiply(value.numerator, {2});
  for (size_t i = places[1]; i < shift; ++i) value.numerator = multiply(value.numerator, {5});
  std::string digits = digits_of(value.numerator);
  if (digits.size() <= shift) digits.insert(0, shift + 1 - digits.size(), '0');
  if (shift > 0) digits.insert(digits.size() - shift, ".");
  if (value.negative) digits.insert(0, "-");
  return digits;
}

}  // namespace cordon
