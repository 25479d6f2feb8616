// cordon explain: why a listed party is a hit for a subject, or why not, and what would have changed that.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/commands.h"
#include "cli/evidence_text.h"
#include "cli/locate_snapshot.h"
#include "cli/output.h"
#include "cli/profile_option.h"
#include "cli/reason.h"
#include "cli/screening_table.h"
#include "cli/subject_options.h"
#include "cli/text_table.h"
#include "screen/explain.h"
#include "screen/json.h"

namespace cordon::cli {
namespace {

constexpr Sides kSides = {"subject", "listed"};

std::string heading(std::string_view text, const Look& look) {
  return fmt::format("\n{}\n", paint(Colour::kBold, text, look));
}

// The outcome, and where the threshold would have to be for another.
std::string outcome_text(const screen::Explanation& e, const Look& look) {
  std::string out = e.is_hit() ? paint(e.hit.decided ? Colour::kRed : Colour::kYellow, "hit", look)
                               : paint(Colour::kGreen, "no hit", look);
  out +=
      fmt::format(": score {}, {} the threshold of {}; likelihood {}\n", exact_score_text(e.hit.score),
                  e.is_hit() ? "not under" : "under", exact_score_text(e.threshold), likelihood_text(e.hit.likelihood));
  if (e.is_hit() && e.rank == 0) out += fmt::format("one of {} hits of the subject, cut off by --top\n", e.hits);
  if (e.is_hit() && e.rank > 0) out += fmt::format("number {} of {} hits of the subject", e.rank, e.hits);
  if (e.is_hit() && e.rank > 0)
    out += e.hit.group == e.hit.entity_id ? "\n" : fmt::format(", the same party as {}\n", printable(e.hit.group));
  if (!e.is_hit() && e.proposed)
    out +=
        "the search proposed it, since some of its names could have reached the threshold with what is known of both "
        "parties; judging turned it down\n";
  if (!e.is_hit() && !e.proposed)
    out +=
        "the search would not even have proposed it: no listed name could reach the threshold with what is known of "
        "both "
        "parties (birth dates, countries, kind), and no number is the same\n";
  if (e.hit.score > 0) out += fmt::format("a hit at any threshold up to {}\n", exact_score_text(e.hit.score));
  return out;
}

std::string parties_text(const screen::Explanation& e, const Profile& profile, const Look& look) {
  std::vector<std::string> subject;
  if (std::string text = subject_text(e.subject, look); !text.empty()) subject.push_back(std::move(text));
  for (const Identifier& id : e.subject.identifiers)
    subject.push_back(fmt::format("{} {}", id_kind_row(id.kind).label, printable(id.value, look)));
  return fmt::format("{}  {}\n{}  {} · {} · {}\nprofile {}\n", "subject", fmt::join(subject, " · "), "listed ",
                     paint(Colour::kBold, printable(e.entity.caption, look), look), schema_name(e.entity.schema),
                     paint(Colour::kCyan, printable(e.entity.id, look), look), printable(short_stamp(profile), look));
}

std::string missing_text(const screen::Explanation& e, const Look& look) {
  std::vector<Evidence> rows = e.against;
  rows.insert(rows.end(), e.missing.begin(), e.missing.end());
  if (rows.empty()) return "";
  return heading("Against, or missing", look) + rows_text(rows, kSides, look);
}

std::string what_if_text(const screen::Explanation& e, const Look& look) {
  TextTable table({{"judged again"},
                   {"score", Align::kRight},
                   {"change", Align::kRight},
                   {"likelihood", Align::kRight},
                   {"threshold", Align::kRight},
                   {"outcome"}});
  for (const screen::WhatIf& w : e.what_if) {
    const bool changes = w.is_hit() != e.is_hit();
    table.append({printable(w.change, look), exact_score_text(w.score),
                  w.score == e.hit.score ? "0" : fmt::format("{:+}", w.score - e.hit.score),
                  likelihood_text(w.likelihood), exact_score_text(w.threshold),
                  fmt::format("{}{}", w.is_hit() ? "hit" : "no hit", changes ? ", which changes it" : "")},
                 !changes     ? Colour::kNone
                 : w.is_hit() ? Colour::kYellow
                              : Colour::kGreen);
  }
  return table.empty() ? "" : heading("What would have changed it", look) + table.text(look);
}

std::string explanation_text(const screen::Explanation& e, const Profile& profile, const Look& look) {
  std::string out = outcome_text(e, look) + "\n" + parties_text(e, profile, look);
  out += heading("Names", look);
  if (e.subject.names.empty()) {
    out += "  the subject has no name\n";
  } else if (e.columns.empty()) {
    out += fmt::format("  no part of the subject's name is alike to a part of any of the {} listed names\n",
                       e.entity.names.size());
  } else {
    out += fmt::format("  {} · {}\n\n", printable(e.hit.subject_name, look), printable(e.hit.entity_name, look));
    out += names_text(e.columns, kSides, look);
    out.pop_back();
  }
  out += heading("Evidence", look) + evidence_text(e.hit, kSides, look);
  if (profile.scorer == Scorer::kOfacSearch) out += "  this profile looks at nothing but names\n";
  return out + missing_text(e, look) + what_if_text(e, look);
}

}  // namespace

Result<int> run_explain(const Arguments& arguments) {
  if (!arguments.has("--entity") || !describes_subject(arguments))
    return fail(ErrorCode::kInvalidArgument, "usage: cordon explain --name NAME --entity ENTITY_ID");
  screen::ScreenSettings settings;
  TRY(settings.profile, judging_profile(arguments));
  TRY(const auto reader, subject_reader(arguments));
  TRY(const auto subject, reader->next());
  TRY(LocatedSnapshot located, open_snapshot(arguments));
  TRY(const std::vector<uint32_t> numbers, find_entities(*located.snapshot, arguments.value("--entity")));
  TRY(const screen::Screener screener, screen::Screener::build(std::move(located.snapshot), std::move(settings)));
  const Profile& profile = screener.settings().profile;
  Output output = Output::standard();
  for (const uint32_t number : numbers) {
    TRY(const screen::Explanation explanation, screen::explain(screener, *subject, number));
    CHECK_OK(output.append(arguments.value("--format") == "jsonl"
                               ? screen::to_json_line(explanation, screener.snapshot(), profile) + "\n"
                               : explanation_text(explanation, profile, output.look())));
  }
  CHECK_OK(output.commit());
  return kExitClear;
}

}  // namespace cordon::cli
