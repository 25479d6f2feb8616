// Exact rational numbers: 128-bit numerator and denominator, and whole numbers of any length where those would
// overflow. No operation rounds, so a sum that is exactly one half compares equal to one half.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cordon {

__extension__ using Int128 = __int128;

class Rational {
 public:
  Rational() = default;
  // REQUIRES: denominator > 0.
  Rational(int64_t numerator, int64_t denominator = 1) : numerator_(numerator), denominator_(denominator) {}

  // Reads digits, "0.125", "1/3", each with an optional "-" in front; at most kMostDigits characters, no exponent, no
  // blanks. Nothing where the text is none of these or the denominator is 0.
  static std::optional<Rational> parse(std::string_view text);
  static constexpr size_t kMostDigits = 400;

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  Rational& operator+=(const Rational& other) { return *this = *this + other; }
  // By value: 1/2 == 2/4.
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);
  friend bool operator==(const Rational& a, const Rational& b) { return (a <=> b) == 0; }

  // Returns the fraction in lowest terms: "1/2", "-7/3", "1", "0".
  std::string text() const;
  // Returns the value as a decimal without zeros at its end, "49.995", or nothing where it has no finite one.
  std::optional<std::string> decimal() const;
  // Is it held in more than 128 bits? For tests.
  bool is_long() const { return long_ != nullptr; }

 private:
  struct Long;
  static Rational of(Int128 numerator, Int128 denominator) {
    Rational out;
    out.numerator_ = numerator;
    out.denominator_ = denominator;
    return out;
  }
  static Rational of_long(Long value);
  Long as_long() const;

  Int128 numerator_ = 0;
  Int128 denominator_ = 1;
  std::shared_ptr<const Long> long_;  // where set, it is the value
};

}  // namespace cordon
