#include "duties/clock.h"

#include <fmt/format.h>
#include <unicode/timezone.h>

#include <cstdlib>
#include <memory>
#include <optional>

#include "base/utf8.h"

namespace cordon::duties {
namespace {

constexpr Instant kSecondsPerDay = 86400;
constexpr double kMilliseconds = 1000;

Result<std::unique_ptr<icu::TimeZone>> zone_named(std::string_view name) {
  const auto id = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  if (zone == nullptr || *zone == icu::TimeZone::getUnknown())
    return fail(ErrorCode::kInvalidArgument, fmt::format("there is no time zone '{}'", name));
  return zone;
}

// Seconds east of Greenwich; `is_local`: `at` is what the clocks there show.
Instant offset(const icu::TimeZone& zone, Instant at, bool is_local) {
  int32_t raw = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone.getOffset(static_cast<double>(at) * kMilliseconds, is_local ? 1 : 0, raw, saving, status);
  return (raw + saving) / static_cast<int32_t>(kMilliseconds);
}

// Takes `count` digits and what must follow them.
std::optional<int> take_number(std::string_view& text, size_t count) {
  int out = 0;
  if (text.size() < count) return std::nullopt;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    out = out * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return out;
}
bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

// Seconds of a time of day "02:30" or "02:30:15".
std::optional<int> take_time(std::string_view& text) {
  const auto hours = take_number(text, 2);
  if (!hours || !take(text, ':')) return std::nullopt;
  const auto minutes = take_number(text, 2);
  std::optional<int> seconds = 0;
  if (take(text, ':')) seconds = take_number(text, 2);
  if (!minutes || !seconds || *hours > 24 || *minutes > 59 || *seconds > 60) return std::nullopt;
  return *hours * 3600 + *minutes * 60 + *seconds;
}

}  // namespace

Result<Instant> parse_instant(std::string_view text, std::string_view zone_name) {
  const auto wrong = [&] {
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("'{}' is no date or instant (2026-11-21, 2026-11-21T02:30Z, 2026-11-21T02:30 "
                            "America/New_York)",
                            text));
  };
  std::string_view rest = trim(text);
  const auto year = take_number(rest, 4);
  if (!year || !take(rest, '-')) return wrong();
  const auto month = take_number(rest, 2);
  if (!month || !take(rest, '-')) return wrong();
  const auto day = take_number(rest, 2);
  if (!day) return wrong();
  const Civil civil{*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
  if (!valid_civil(civil)) return wrong();
  Instant local = Instant{day_from_civil(civil)} * kSecondsPerDay;
  if (take(rest, 'T')) {
    const auto time = take_time(rest);
    if (!time) return wrong();
    local += *time;
    if (rest == "Z") return local;
    if (rest.starts_with('+') || rest.starts_with('-')) {
      const bool is_east = rest.starts_with('+');
      rest.remove_prefix(1);
      const auto shift = take_time(rest);
      if (!shift || !rest.empty()) return wrong();
      return is_east ? local - *shift : local + *shift;
    }
  }
  rest = trim(rest);
  TRY(const auto zone, zone_named(rest.empty() ? zone_name : rest));
  return local - offset(*zone, local, true);
}

Result<Event> parse_event(std::string_view text, std::string_view zone) {
  Event out;
  TRY(out.instant, parse_instant(text, zone));
  constexpr size_t kDateLetters = 10;  // 2026-11-21
  if (trim(text).size() == kDateLetters) out.day = parse_date(trim(text))->low;
  return out;
}

Result<Day> local_day(Instant instant, std::string_view zone_name) {
  TRY(const auto zone, zone_named(zone_name));
  const Instant local = instant + offset(*zone, instant, false);
  return static_cast<Day>((local >= 0 ? local : local - kSecondsPerDay + 1) / kSecondsPerDay);
}

}  // namespace cordon::duties
