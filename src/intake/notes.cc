#include "intake/notes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/utf8.h"

namespace cordon::intake {
namespace {

constexpr uint64_t kListedLosses = 20;  // of one message, with their lines
constexpr size_t kListedOnce = 500;     // different things said once
constexpr size_t kQuotedBytes = 60;

// A word of the input for a message: one line, cut where it is long.
std::string quoted(std::string_view text) {
  std::string clean = collapse_spaces(text);
  if (clean.size() <= kQuotedBytes) return clean;
  size_t end = kQuotedBytes;
  while (end > 0 && (static_cast<uint8_t>(clean[end]) & 0xC0) == 0x80) --end;
  return clean.substr(0, end) + "…";
}

}  // namespace

void IntakeNotes::once(const std::string& message, uint64_t line) {
  if (said_.size() >= kListedOnce) {
    if (!many_said_) reporter_.note("further notes of this kind are not listed", {source_});
    many_said_ = true;
    return;
  }
  if (said_.insert(message).second) reporter_.note(message, {source_, line});
}

void IntakeNotes::unused(std::string_view header, const Column* column) {
  if (column != nullptr && column->field == Field::kIgnored) return;
  Unused& unused = column == nullptr ? unknown_ : idle_;
  std::string name = fmt::format("'{}'", quoted(header));
  if (column != nullptr) name += fmt::format(" ({})", field_name(column->field));
  if (unused.known.size() >= kListedOnce) {
    ++unused.more;
  } else if (unused.known.insert(name).second) {
    unused.names.push_back(std::move(name));
  }
}

void IntakeNotes::note_unused(Unused& unused, std::string_view one, std::string_view several) {
  if (!unused.names.empty()) {
    const bool single = unused.names.size() == 1 && unused.more == 0;
    reporter_.note(fmt::format("{}{} {}{} {}", noun_, single ? "" : "s", fmt::join(unused.names, ", "),
                               unused.more > 0 ? " and others" : "", single ? one : several),
                   {source_});
  }
  unused = {};
}

void IntakeNotes::finish_unused() {
  note_unused(unknown_, "is not recognised and was not used", "are not recognised and were not used");
  note_unused(idle_, "plays no part in screening and was not used", "play no part in screening and were not used");
}

void IntakeNotes::refused(const Column& column, std::string_view header, std::string_view value, uint64_t line) {
  switch (column.field) {
    case Field::kBirthDate:
      return loss(
          fmt::format("{} '{}': a date that is none (its year was kept where it has one)", noun_, quoted(header)),
          line);
    case Field::kSchema:
      return once(
          fmt::format("schema '{}' is not known; such subjects are compared with parties of every kind", quoted(value)),
          line);
    case Field::kCountry:
    case Field::kNationality:
    case Field::kJurisdiction:
    case Field::kAddressCountry:
    case Field::kIdCountry:
      return once(fmt::format("country '{}' is not known and was not used", quoted(value)), line);
    default:
      return loss(fmt::format("{} '{}': the value could not be read", noun_, quoted(header)), line);
  }
}

void IntakeNotes::loss(std::string message, uint64_t line) {
  if (losses_.size() >= kListedOnce && !losses_.contains(message)) message = "other values could not be read";
  if (++losses_[message] <= kListedLosses) reporter_.loss(std::move(message), {source_, line});
}

void IntakeNotes::finish() {
  finish_unused();
  for (const auto& [message, count] : losses_)
    if (count > kListedLosses)
      reporter_.loss(fmt::format("{} ({} more times, not listed)", message, count - kListedLosses), {source_});
  for (const auto& [schema, count] : passed_over_)
    reporter_.note(fmt::format("{} records of schema {} were passed over: no party", count, schema), {source_});
  losses_.clear();
  passed_over_.clear();
}

}  // namespace cordon::intake
