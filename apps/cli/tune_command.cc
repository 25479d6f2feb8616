// cordon tune: a file of labelled rows, judged, and what each threshold would have done to it.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/mapped_file.h"
#include "cli/commands.h"
#include "cli/locate_snapshot.h"
#include "cli/output.h"
#include "cli/profile_option.h"
#include "cli/reason.h"
#include "cli/remarks.h"
#include "cli/share_text.h"
#include "cli/subject_options.h"
#include "cli/text_table.h"
#include "cli/tune_report.h"
#include "cli/tune_svg.h"
#include "cli/unusable_rows.h"
#include "screen/judge_labelled.h"

namespace cordon::cli {
namespace {

using screen::Share;
using screen::ThresholdCounts;

constexpr size_t kMostRemarks = 20;
constexpr Points kLowest = 5000, kHighest = 9500, kStep = 500;  // the thresholds that are shown

std::string_view form_word(intake::LabelledForm form) {
  switch (form) {
    case intake::LabelledForm::kPairs:
      return "pairs";
    case intake::LabelledForm::kAlerts:
      return "alerts";
    case intake::LabelledForm::kScores:
      return "scores";
  }
  return "rows";
}

// Every threshold that is shown: the steps, and what is recommended.
std::vector<Points> shown_thresholds(const TuneReport& report) {
  std::vector<Points> out;
  for (Points t = kLowest; t <= kHighest; t += kStep) out.push_back(t);
  if (report.recommended > 0) out.push_back(report.recommended);
  if (report.supported.value_or(0) > 0) out.push_back(*report.supported);
  std::ranges::sort(out);
  const auto rest = std::ranges::unique(out);
  out.erase(rest.begin(), rest.end());
  return out;
}

std::string_view mark_of(const TuneReport& report, Points threshold) {
  if (threshold == report.supported) return "supported";
  if (threshold == report.recommended) return "recommended";
  return "";
}

std::string thresholds_text(const TuneReport& report, const Look& look) {
  TextTable table({{"threshold", Align::kRight},
                   {"alerts", Align::kRight},
                   {"of all rows", Align::kRight},
                   {"precision", Align::kRight},
                   {"recall", Align::kRight},
                   {"missed", Align::kRight},
                   {""}});
  for (const Points threshold : shown_thresholds(report)) {
    const ThresholdCounts at = report.at(threshold);
    const std::string_view mark = mark_of(report, threshold);
    table.append({score_text(threshold), grouped(at.alerts()), share_text(at.alert_rate()), share_text(at.precision()),
                  share_text(at.recall()), grouped(at.missed), std::string(mark)},
                 mark.empty() ? Colour::kNone : Colour::kBold);
  }
  return table.text(look);
}

std::string wanted_text(const TuneReport& report) { return fmt::format("{:g}", report.miss_rate / 1e4); }

// What a recommendation costs and misses, in one sentence.
std::string cost_text(const TuneReport& report, Points threshold) {
  const ThresholdCounts at = report.at(threshold);
  return fmt::format("misses {} of {} matches, {}; {} alerts, of which {} are right", grouped(at.missed),
                     grouped(report.matches()), share_text(at.miss_rate()), grouped(at.alerts()),
                     share_text(at.precision()));
}

// Does the bound hold too, and if not, what would it take?
std::string support_text(const TuneReport& report) {
  if (report.recommended == 0) return "";
  if (report.supported == report.recommended) return "The upper 95 % bound of its miss rate is within it as well.";
  if (report.supported) {
    return fmt::format("The upper 95 % bound of its miss rate is not; it is at --threshold {}: {}.",
                       score_text(*report.supported), cost_text(report, *report.supported));
  }
  std::string out = fmt::format(
      "These rows are too few to support it: with {} matches, even a threshold that missed none of them could miss up "
      "to "
      "{} % of others (95 % bound).",
      grouped(report.matches()), percent_text(screen::wilson(0, report.matches()).high));
  if (const auto needed = screen::matches_needed(report.miss_rate))
    out +=
        fmt::format(" It takes at least {} labelled matches to support {} %.", grouped(*needed), wanted_text(report));
  return out;
}

// What these figures do not say.
std::string caveat_text(const TuneReport& report) {
  if (report.matches() == report.rows.size())
    return "No row is labelled as no match: precision and alerts say nothing.";
  if (report.form == intake::LabelledForm::kPairs) return "";
  const auto lowest = std::ranges::min(report.rows, {}, &screen::Judged::score).score;
  return fmt::format(
      "Recall is of the matches in this file: a match that never became an alert is not in it. The lowest score in it "
      "is "
      "{}; nothing is known of thresholds under that.",
      exact_score_text(lowest));
}

// Sentences as lines that fit, indented by two blanks.
std::string paragraph(std::string_view text, const Look& look) {
  std::string out;
  if (text.empty()) return out;
  for (const std::string& line : wrap(text, look.width - 2)) out += fmt::format("  {}\n", line);
  return out;
}

std::string calibration_text(const TuneReport& report, const Look& look) {
  const screen::Calibration& found = report.calibration;
  if (found.rows == 0) return "\nLikelihood: the file states none, so its calibration is not known.\n";
  std::string out = fmt::format(
      "\nLikelihood: expected calibration error {:.3f}, Brier score {:.3f}, over {} rows of which {} % match\n\n",
      found.expected_error, found.brier, grouped(found.rows),
      percent_text(static_cast<double>(report.matches()) / static_cast<double>(report.rows.size())));
  TextTable table({{"stated likelihood"},
                   {"mean", Align::kRight},
                   {"rows", Align::kRight},
                   {"matches", Align::kRight},
                   {"share of matches", Align::kRight}});
  for (const screen::CalibrationBin& bin : found.bins) {
    table.append({fmt::format("{:.6f} to {:.6f}", bin.lowest, bin.highest), fmt::format("{:.4f}", bin.mean),
                  grouped(bin.rows), grouped(bin.matches), share_text(bin.share())});
  }
  return out + table.text(look);
}

std::string report_text(const TuneReport& report, const Look& look) {
  std::string out = fmt::format("{}: {} labelled {}, {} match and {} no match", printable(report.source, look),
                                grouped(report.rows.size()), form_word(report.form), grouped(report.matches()),
                                grouped(report.rows.size() - report.matches()));
  if (report.unusable > 0) out += fmt::format("; {} rows could not be used", grouped(report.unusable));
  out += fmt::format("\nprofile {}, whose threshold is {}\n\n", printable(report.profile.name),
                     score_text(report.profile.threshold));
  out += thresholds_text(report, look);
  out += fmt::format("\nFor a miss rate of at most {} %: ", wanted_text(report));
  if (report.recommended == 0) {
    out += "none\n";
    out += paragraph(fmt::format("{} of {} matches score under 0.01; only stopping every row would find them.",
                                 grouped(report.at(screen::kThresholdStep).missed), grouped(report.matches())),
                     look);
  } else {
    out += paint(Colour::kBold, "--threshold " + score_text(report.recommended), look) + "\n";
    out += paragraph(fmt::format("It {}.", cost_text(report, report.recommended)), look);
  }
  out += paragraph(support_text(report), look) + paragraph(caveat_text(report), look);
  return out + calibration_text(report, look);
}

nlohmann::ordered_json threshold_json(const TuneReport& report, Points threshold) {
  const ThresholdCounts at = report.at(threshold);
  return {{"threshold", threshold / static_cast<double>(kPointsOne)},
          {"recommended", threshold == report.recommended},
          {"supported", threshold == report.supported},
          {"alerts", at.alerts()},
          {"true_alerts", at.true_alerts},
          {"false_alerts", at.false_alerts},
          {"missed", at.missed},
          {"clear", at.clear},
          {"alert_rate", share_json(at.alert_rate())},
          {"precision", share_json(at.precision())},
          {"recall", share_json(at.recall())},
          {"f1", rounded(at.f1())}};
}

nlohmann::ordered_json calibration_json(const screen::Calibration& found) {
  auto bins = nlohmann::ordered_json::array();
  for (const screen::CalibrationBin& bin : found.bins) {
    bins.push_back({{"lowest", rounded(bin.lowest)},
                    {"highest", rounded(bin.highest)},
                    {"mean", rounded(bin.mean)},
                    {"rows", bin.rows},
                    {"share", share_json(bin.share())}});
  }
  return {{"rows", found.rows},
          {"expected_error", rounded(found.expected_error)},
          {"brier", rounded(found.brier)},
          {"bins", std::move(bins)}};
}

std::string report_jsonl(const TuneReport& report) {
  using Json = nlohmann::ordered_json;
  const auto row = [](std::string_view type, const Json& rest) {
    Json out = {{"type", type}};
    out.update(rest);
    return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  };
  std::string out = row("input", {{"source", report.source},
                                  {"form", form_word(report.form)},
                                  {"rows", report.rows.size()},
                                  {"matches", report.matches()},
                                  {"unusable", report.unusable},
                                  {"profile", {{"name", report.profile.name}, {"hash", report.profile.hash}}}});
  for (const Points threshold : shown_thresholds(report)) out += row("threshold", threshold_json(report, threshold));
  const auto needed = screen::matches_needed(report.miss_rate);
  const auto score = [](Points points) { return points / static_cast<double>(kPointsOne); };
  out += row("recommendation", {{"miss_rate", static_cast<double>(report.miss_rate) / screen::kAll},
                                {"threshold", score(report.recommended)},
                                {"supported", report.supported ? Json(score(*report.supported)) : Json(nullptr)},
                                {"matches_needed", needed ? Json(*needed) : Json(nullptr)}});
  return out + row("calibration", calibration_json(report.calibration));
}

std::string report_csv(const TuneReport& report) {
  const auto cells = [](const Share& share) {
    const auto value = share.value();
    return fmt::format("{},{:.6f},{:.6f}", value ? fmt::format("{:.6f}", *value) : "", share.bounds().low,
                       share.bounds().high);
  };
  std::string out =
      "threshold,mark,alerts,true_alerts,false_alerts,missed,clear,alert_rate,alert_rate_low,alert_rate_high,precision,"
      "precision_low,precision_high,recall,recall_low,recall_high\n";
  for (const Points threshold : shown_thresholds(report)) {
    const ThresholdCounts at = report.at(threshold);
    out += fmt::format("{},{},{},{},{},{},{},{},{},{}\n", score_text(threshold), mark_of(report, threshold),
                       at.alerts(), at.true_alerts, at.false_alerts, at.missed, at.clear, cells(at.alert_rate()),
                       cells(at.precision()), cells(at.recall()));
  }
  return out;
}

// Judges every row into `report`; one that cannot be used is named and counted.
Result<void> judge_rows(intake::LabelledReader& reader, const screen::LabelledJudge& judge, TuneReport& report) {
  UnusableRows unusable;
  while (true) {
    CHECK_OK(check_interrupt());
    TRY(const auto row, reader.next());
    if (!row) break;
    const auto judged = judge.judge(*row);
    if (judged) {
      report.rows.push_back(*judged);
    } else {
      unusable.add(judged.error());
    }
  }
  unusable.finish();
  report.unusable = unusable.count();
  return {};
}

Result<intake::LabelledReader> open_labelled(const Arguments& arguments, const std::string& source,
                                             Reporter& reporter) {
  intake::LabelledOptions options;
  TRY(options.intake.default_schema, parse_schema_option(arguments));
  options.mappings = arguments.all("--map");
  TRY(const std::string bytes, read_file(arguments.parameters().front()));
  return intake::LabelledReader::open(bytes, source, options, reporter);
}

}  // namespace

Result<int> run_tune(const Arguments& arguments) {
  TuneReport report;
  const std::string& path = arguments.parameters().front();
  report.source = path == "-" ? "standard input" : path;
  CHECK_OK(refuse_input_as_output(arguments, "--svg"));
  TRY(report.profile, profile_of(arguments));
  TRY(const int32_t miss_rate, parse_decimal("--miss-rate is a share", arguments.value("--miss-rate", "0.02"), 6));
  report.miss_rate = static_cast<screen::Millionths>(miss_rate);
  Reporter reporter;
  auto reader = open_labelled(arguments, report.source, reporter);
  if (!reader) print_remarks(reporter, kMostRemarks);
  if (!reader) return std::unexpected(std::move(reader).error());
  report.form = reader->form();
  std::shared_ptr<const screen::Snapshot> snapshot;
  if (report.form == intake::LabelledForm::kAlerts) {
    TRY(LocatedSnapshot located, open_snapshot(arguments));
    CHECK_OK(refuse_input_as_output(arguments, "--svg", {located.place}));
    snapshot = std::move(located.snapshot);
  }
  TRY(const screen::LabelledJudge judge, screen::LabelledJudge::build(std::move(snapshot), report.profile));
  catch_interrupts();
  const auto judged = judge_rows(*reader, judge, report);
  print_remarks(reporter, kMostRemarks);
  CHECK_OK(judged);
  if (report.matches() == 0)
    return fail(ErrorCode::kBadInput, "no usable row is labelled as a match; there is nothing to tune for",
                {report.source});
  report.recommended = screen::highest_threshold(report.rows, report.miss_rate);
  report.supported = screen::highest_supported_threshold(report.rows, report.miss_rate);
  report.calibration = screen::calibrate(report.rows);
  Output output = Output::standard();
  const std::string format = arguments.value("--format");
  CHECK_OK(output.append(format == "jsonl" ? report_jsonl(report)
                         : format == "csv" ? report_csv(report)
                                           : report_text(report, output.look())));
  CHECK_OK(output.commit());
  if (arguments.has("--svg")) CHECK_OK(write_whole(arguments.value("--svg"), tune_svg(report)));
  return report.unusable > 0 ? kExitError : kExitClear;
}

}  // namespace cordon::cli
