// Tables of answers; see screening_table.h.
#include "cli/screening_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "base/utf8.h"
#include "cli/duties_text.h"
#include "cli/list_age.h"
#include "cli/progress.h"
#include "cli/reason.h"
#include "cli/text_table.h"

namespace cordon::cli {
namespace {

constexpr size_t kOutcomeWidth = 14;  // "not screened" and two blanks
constexpr size_t kCaptionIndent = 6;  // behind the score: "0.97  "
constexpr size_t kMostValues = 4;     // programmes, measures, references of a hit that are named

struct OutcomeStyle {
  std::string_view word;
  Colour colour;
};
OutcomeStyle style_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::kClear:
      return {"clear", Colour::kGreen};
    case Outcome::kReview:
      return {"review", Colour::kYellow};
    case Outcome::kMatch:
      return {"MATCH", Colour::kRed};
    case Outcome::kNotScreened:
      return {"not screened", Colour::kMagenta};
  }
  return {"", Colour::kNone};
}

// Where a hit stands among those of its party: a bracket joins the further ones to the first. Its two texts are as
// wide.
struct Bracket {
  std::string_view at_hit, under_hit;
};
constexpr Bracket kFirst = {"    ", "    "};
constexpr Bracket kFurther = {"     ├─ ", "     │  "};
constexpr Bracket kLast = {"     └─ ", "        "};

std::string indented(std::string_view text, Colour colour, const Bracket& bracket, const Look& look) {
  std::string out;
  for (const std::string& line : wrap(text, look.width - kCaptionIndent - display_width(bracket.under_hit))) {
    out += fmt::format("{}{:{}}{}\n", paint(Colour::kDim, bracket.under_hit, look), "", kCaptionIndent,
                       paint(colour, line, look));
  }
  return out;
}

std::string some_of(const std::vector<std::string>& values, const Look& look) {
  std::vector<std::string> shown;
  for (size_t i = 0; i < values.size() && i < kMostValues; ++i) shown.push_back(printable(values[i], look));
  std::string text = fmt::format("{}", fmt::join(shown, ", "));
  if (values.size() > kMostValues) text += fmt::format(" and {} more", values.size() - kMostValues);
  return text;
}

// Which list has it, and what for: programmes, measures, references.
std::string listing_line(const Hit& hit, const Look& look) {
  std::vector<std::string> parts = {"list " + printable(hit.list, look)};
  if (!hit.programs.empty()) parts.push_back("programme " + some_of(hit.programs, look));
  if (!hit.measures.empty()) parts.push_back(some_of(hit.measures, look));
  if (!hit.references.empty()) parts.push_back("reference " + some_of(hit.references, look));
  return fmt::format("{}", fmt::join(parts, " · "));
}

std::string hit_text(const Hit& hit, const Bracket& bracket, const Look& look) {
  const Colour colour = hit.decided ? Colour::kRed : Colour::kYellow;
  const std::string change = change_text(hit.change, look);
  std::string out = fmt::format("{}{}  {}{}{} · {} · {}\n", paint(Colour::kDim, bracket.at_hit, look),
                                paint(colour, score_text(hit.score), look), change, change.empty() ? "" : " · ",
                                paint(Colour::kBold, printable(hit.caption, look), look), schema_name(hit.schema),
                                paint(Colour::kCyan, printable(hit.entity_id, look), look));
  if (const std::string listing = listing_line(hit, look); !listing.empty())
    out += indented(listing, Colour::kDim, bracket, look);
  return out + indented(reason_text(hit, look), Colour::kNone, bracket, look);
}

// The hits in their order, but each party's together where its first stands.
std::string hits_text(const std::vector<Hit>& hits, const Look& look) {
  std::map<std::string_view, std::vector<const Hit*>> parties;
  for (const Hit& hit : hits) parties[hit.group].push_back(&hit);
  std::string out;
  for (const Hit& first : hits) {
    const auto& party = parties[first.group];
    if (party.front() != &first) continue;
    for (const Hit* hit : party)
      out += hit_text(*hit, hit == party.front() ? kFirst : hit == party.back() ? kLast : kFurther, look);
  }
  return out;
}

std::string stale_text(const screen::Snapshot& snapshot) {
  std::vector<std::string> old, undated;
  if (snapshot.is_example()) return "";  // that it is an example was said; its age matters to nobody
  for (const ListInfo& list : snapshot.lists()) {
    if (!is_stale(list)) continue;
    (age_in_days(list) ? old : undated).push_back(printable(list.list));
  }
  std::string text;
  if (!old.empty()) text += fmt::format("{}: published more than {} days ago", fmt::join(old, ", "), kStaleDays);
  if (!undated.empty())
    text += fmt::format("{}{}: date of publication unknown", text.empty() ? "" : "; ", fmt::join(undated, ", "));
  return text;
}

std::string snapshot_text(const screen::Snapshot& snapshot) {
  const ListInfo& oldest = snapshot.oldest_list();
  return fmt::format("snapshot {}: {} parties, {} {}, the oldest is {}{}\n", snapshot.hash().hex().substr(0, 12),
                     grouped(snapshot.entities()), snapshot.lists().size(),
                     snapshot.lists().size() == 1 ? "list" : "lists", printable(oldest.list),
                     age_in_days(oldest)
                         ? fmt::format(", published {}, age {}", published_text(oldest), age_text(oldest))
                         : ", of unknown date");
}

std::string count_text(uint64_t count, Outcome outcome, const Look& look) {
  const auto [word, colour] = style_of(outcome);
  return paint(count == 0 ? Colour::kDim : colour, fmt::format("{} {}", grouped(count), ascii_lower(word)), look);
}

}  // namespace

std::string subject_text(const Subject& subject, const Look& look) {
  std::vector<std::string> facts;
  std::vector<std::string> names;
  for (const SubjectName& name : subject.names) names.push_back(printable(name.text, look));
  if (!names.empty()) facts.push_back(fmt::format("{}", fmt::join(names, " / ")));
  for (const DateSpan& date : subject.birth_dates) facts.push_back("born " + date.text());
  if (!subject.countries.empty()) facts.push_back(fmt::format("{}", fmt::join(subject.countries, ", ")));
  return fmt::format("{}", fmt::join(facts, " · "));
}

std::string screening_text(const Screening& screening, Duties duties, const Look& look) {
  const auto [word, colour] = style_of(screening.outcome);
  std::string out = paint(colour, fmt::format("{:<{}}", word, kOutcomeWidth), look);
  out += printable(screening.subject.id, look);
  if (const std::string text = subject_text(screening.subject, look); !text.empty()) out += "  " + text;
  out += "\n";
  if (screening.error) out += indented(printable(screening.error->text(), look), Colour::kNone, kFirst, look);
  out += hits_text(screening.hits, look);
  if (const std::string before = before_text(screening); !before.empty())
    out += indented(before, Colour::kNone, kFirst, look);
  if (screening.more && !screening.before)
    out += indented("and more at or over the threshold; --top shows more", Colour::kNone, kFirst, look);
  if (duties == Duties::kInFull) out += duties_text(screening.duties, look);
  const std::string steps = duties == Duties::kSteps ? duties_line(screening.duties) : "";
  if (!steps.empty()) out += indented(steps, Colour::kDim, kFirst, look);
  return out;
}

std::string summary_text(const RunSummary& summary, const screen::Snapshot& snapshot, const Look& look) {
  const auto count = [&](Outcome outcome) { return count_text(summary.count(outcome), outcome, look); };
  std::string out = fmt::format("{} {}: ", grouped(summary.subjects), summary.subjects == 1 ? "subject" : "subjects");
  if (summary.since)
    out += fmt::format("{}, {} · {}",
                       subjects_text(*summary.since, summary.subjects, summary.count(Outcome::kNotScreened)),
                       count(Outcome::kNotScreened), hits_text(*summary.since));
  else
    out += fmt::format("{}, {}, {}, {} · {} {}{}", count(Outcome::kMatch), count(Outcome::kReview),
                       count(Outcome::kClear), count(Outcome::kNotScreened), grouped(summary.hits),
                       summary.hits == 1 ? "hit" : "hits", summary.more ? " and more" : "");
  out += fmt::format(" · {}", duration_text(summary.seconds));
  if (summary.subjects > 1 && summary.seconds > 0) {
    out += fmt::format(" ({} a second)",
                       grouped(static_cast<uint64_t>(static_cast<double>(summary.subjects) / summary.seconds)));
  }
  if (summary.since) out += "\n" + parties_text(*summary.since);
  out += fmt::format("\nprofile {}\n", printable(summary.profile, look));
  if (summary.since) out += "earlier " + snapshot_text(summary.since->since->before());
  out += snapshot_text(snapshot);
  if (const std::string stale = stale_text(snapshot); !stale.empty())
    out += paint(Colour::kYellow, "warning: " + stale, look) + "\n";
  return out;
}

}  // namespace cordon::cli
