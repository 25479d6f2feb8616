#include "graph/share.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace cordon::graph {
namespace {

constexpr size_t kMostBytes = 400;

std::unexpected<Error> refuse(std::string why) { return fail(ErrorCode::kBadInput, std::move(why)); }

// One end as written: ">25%" is {25, percent, relation '>'}.
struct End {
  Rational value;
  bool percent = false;
  bool whole = false;  // digits only: 50, which may mean 50 % or fifty times the whole
  char relation = 0;   // '<', '>' or none
  bool or_equal = false;
};

Result<End> parse_end(std::string_view text, std::string_view all) {
  End end;
  text = trim(text);
  if (text.starts_with('<') || text.starts_with('>')) {
    end.relation = text.front();
    text.remove_prefix(1);
    if (text.starts_with('=')) end.or_equal = true, text.remove_prefix(1);
    text = trim(text);
  }
  if (text.ends_with('%')) end.percent = true, text = trim(text.substr(0, text.size() - 1));
  const auto value = Rational::parse(text);
  if (!value)
    return refuse(fmt::format("\"{}\" is no share; write 50%, 0.5, 1/3, 25-50%, >25-50%, 25-<50% or unknown", all));
  if (*value < Rational(0)) return refuse(fmt::format("\"{}\" is negative", all));
  end.value = *value;
  end.whole = text.find_first_of("./") == text.npos && *value != Rational(0);
  return end;
}

Result<Rational> part_of(const End& end, bool percent, std::string_view all) {
  const Rational value = percent ? end.value * Rational(1, 100) : end.value;
  if (value > Rational(1)) return refuse(fmt::format("\"{}\" is over 100 %", all));
  return value;
}

Result<Share> checked(Share share, std::string_view all) {
  if (share.high.value < share.low.value) return refuse(fmt::format("\"{}\" ends below where it begins", all));
  if (share.is_exact() && (share.low.open || share.high.open))
    return refuse(fmt::format("\"{}\" leaves no share at all", all));
  return share;
}

std::unexpected<Error> ambiguous(std::string_view all) {
  return refuse(fmt::format("\"{}\" is ambiguous; write {}% or a part of one, such as 0.5 or 1/2", all, all));
}

Result<Share> parse_one(std::string_view text) {
  TRY(const End end, parse_end(text, text));
  if (end.whole && !end.percent) return ambiguous(text);
  TRY(const Rational value, part_of(end, end.percent, text));
  const Bound bound{value, end.relation != 0 && !end.or_equal};
  if (end.relation == '>') return checked({bound, {Rational(1)}}, text);
  if (end.relation == '<') return checked({{Rational(0)}, bound}, text);
  return Share{bound, bound};
}

}  // namespace

void ShareSum::add(const Share& share) {
  low += share.low.value;
  high += share.high.value;
  open_lows += share.low.open;
  open_highs += share.high.open;
  ++shares;
}

void ShareSum::take(const Share& share) {
  low = low - share.low.value;
  high = high - share.high.value;
  open_lows -= share.low.open;
  open_highs -= share.high.open;
  --shares;
}

ShareSum& ShareSum::operator+=(const ShareSum& other) {
  low += other.low;
  high += other.high;
  open_lows += other.open_lows;
  open_highs += other.open_highs;
  shares += other.shares;
  return *this;
}

ShareSum ShareSum::operator-(const ShareSum& other) const {
  return {low - other.low, high - other.high, open_lows - other.open_lows, open_highs - other.open_highs,
          shares - other.shares};
}

Result<Share> parse_share(std::string_view text) {
  text = trim(text);
  if (text.size() > kMostBytes) return refuse("the share is longer than 400 bytes");
  if (ascii_lower(text) == "unknown") return unknown_share();
  // A dash behind the first character parts a range; in front it is a minus.
  constexpr std::string_view kEnDash = "–";
  size_t dash = text.find('-', 1), width = 1;
  if (dash == text.npos) dash = text.find(kEnDash), width = kEnDash.size();
  if (dash == text.npos || dash == 0) return parse_one(text);
  TRY(const End low, parse_end(text.substr(0, dash), text));
  TRY(const End high, parse_end(text.substr(dash + width), text));
  if (low.relation == '<' || high.relation == '>')
    return refuse(fmt::format("\"{}\" is no range; > stands before the lower end, < before the upper", text));
  const bool percent = low.percent || high.percent;
  if (low.percent && !high.percent) return refuse(fmt::format("\"{}\": the upper end has no %", text));
  if (!percent && ((low.whole && low.value != Rational(1)) || (high.whole && high.value != Rational(1)) ||
                   (high.whole && low.value == Rational(0))))
    return ambiguous(text);
  TRY(const Rational from, part_of(low, percent, text));
  TRY(const Rational to, part_of(high, percent, text));
  return checked({{from, low.relation != 0 && !low.or_equal}, {to, high.relation != 0 && !high.or_equal}}, text);
}

std::string share_text(const Share& share) {
  // Percent where that is a finite decimal for both ends, else fractions.
  const auto low = (share.low.value * Rational(100)).decimal(), high = (share.high.value * Rational(100)).decimal();
  const auto fraction = [](const Rational& value) {
    const std::string text = value.text();
    return text.find('/') == text.npos ? text + "/1" : text;
  };
  const bool percent = low && high;
  if (share.is_exact()) return percent ? *low + "%" : fraction(share.low.value);
  if (share == unknown_share()) return "unknown";
  return fmt::format("{}{}-{}{}{}", share.low.open ? ">" : "", percent ? *low : fraction(share.low.value),
                     share.high.open ? "<" : "", percent ? *high : fraction(share.high.value), percent ? "%" : "");
}

std::string percent_text(const Rational& value) {
  const auto percent = (value * Rational(100)).decimal();
  return percent ? *percent + " %" : value.text();
}

std::string low_text(const Bound& bound) { return (bound.open ? "over " : "") + percent_text(bound.value); }
std::string high_text(const Bound& bound) { return (bound.open ? "under " : "") + percent_text(bound.value); }

}  // namespace cordon::graph
