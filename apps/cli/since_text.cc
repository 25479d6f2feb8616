// What has changed, in words; see since_text.h.
#include "cli/since_text.h"

#include <fmt/format.h>

#include "cli/diff_text.h"
#include "cli/text_table.h"
#include "screen/changes.h"

namespace cordon::cli {

std::string before_text(const Screening& s) {
  if (!s.before || s.error) return "";
  std::string out;
  if (s.before->outcome != s.outcome) out = fmt::format("the outcome was {}", outcome_name(s.before->outcome));
  if (s.before->more != s.more)
    out += fmt::format(
        "{}{}", out.empty() ? "" : "; ",
        s.more ? "--top cuts off hits, before it cut off none" : "--top cuts off no hits, before it cut off some");
  return out;
}

bool SinceSummary::count(const Screening& s) {
  in_full += s.before && !s.before->is_untouched && !s.error;
  for (const Hit& hit : s.hits) ++hits[static_cast<size_t>(hit.change)];
  const bool is_printed = screen::says_a_change(s);
  differing += is_printed && s.outcome != Outcome::kNotScreened;
  return is_printed;
}

std::string subjects_text(const SinceSummary& summary, uint64_t subjects, uint64_t not_screened) {
  return fmt::format("{} {}, {} as before", grouped(summary.differing), summary.differing == 1 ? "differs" : "differ",
                     grouped(subjects - summary.differing - not_screened));
}

std::string hits_text(const SinceSummary& summary) {
  const auto count = [&](Change change) { return summary.hits[static_cast<size_t>(change)]; };
  return fmt::format("{} {} new, {} changed, {} gone", grouped(count(Change::kNew)),
                     count(Change::kNew) == 1 ? "hit" : "hits", grouped(count(Change::kChanged)),
                     grouped(count(Change::kGone)));
}

std::string parties_text(const SinceSummary& summary) {
  return fmt::format("{}; {} {} screened in full", counts_text(summary.since->parties()), grouped(summary.in_full),
                     summary.in_full == 1 ? "subject was" : "subjects were");
}

std::string change_text(Change change, const Look& look) {
  const Colour colour = change == Change::kNew    ? Colour::kRed
                        : change == Change::kGone ? Colour::kDim
                                                  : Colour::kYellow;
  return change == Change::kNone ? "" : paint(colour, change_name(change), look);
}

}  // namespace cordon::cli
