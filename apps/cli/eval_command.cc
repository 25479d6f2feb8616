// cordon eval: subjects whose party is known, screened, and how many of the parties were found.
#include <fmt/format.h>

#include <algorithm>

#include "base/mapped_file.h"
#include "base/table.h"
#include "cli/commands.h"
#include "cli/eval_report.h"
#include "cli/locate_snapshot.h"
#include "cli/output.h"
#include "cli/profile_option.h"
#include "cli/progress.h"
#include "cli/reason.h"
#include "cli/remarks.h"
#include "cli/screening_csv.h"
#include "cli/subject_options.h"
#include "cli/unusable_rows.h"
#include "intake/labelled.h"
#include "screen/batch.h"
#include "screen/compare.h"

namespace cordon::cli {
namespace {

constexpr size_t kMostRemarks = 20;
constexpr uint32_t kMostJobs = 1024;
constexpr uint32_t kMostRank = 1000;
constexpr int32_t kAllHits = 1000000;  // the setting's upper bound: no hit is cut off
constexpr std::string_view kMissesHeader = "line,id,name,expected,rank,score,best_on_its_list,best_score,reason\n";

struct EvalSettings {
  EvalReport report;  // what is known before the run
  std::vector<screen::Millionths> rates;
  unsigned jobs = 0;
};

Result<std::vector<size_t>> ranks_of(const Arguments& arguments) {
  std::vector<size_t> ranks;
  std::optional<Error> error;
  each_part(arguments.value("--top-k", "1,5"), ",", [&](std::string_view text) {
    const auto k = parse_count("--top-k", text, kMostRank);
    if (!k) error = k.error();
    if (k && *k == 0) error = Error{ErrorCode::kInvalidArgument, "--top-k is at least 1"};
    if (k) ranks.push_back(*k);
    return k.has_value();
  });
  if (error) return std::unexpected(*error);
  if (ranks.empty()) return fail(ErrorCode::kInvalidArgument, "--top-k names no rank");
  std::ranges::sort(ranks);
  const auto rest = std::ranges::unique(ranks);
  ranks.erase(rest.begin(), rest.end());
  return ranks;
}

Result<std::vector<screen::Millionths>> rates_of(const Arguments& arguments) {
  std::vector<screen::Millionths> rates;
  if (!arguments.has("--negatives")) {
    if (!arguments.has("--at") && !arguments.has("--floor")) return rates;
    return fail(ErrorCode::kInvalidArgument,
                "--at and --floor need --negatives, a file of subjects that are not listed");
  }
  std::optional<Error> error;
  each_part(arguments.value("--at", "0.001,0.01"), ",", [&](std::string_view text) {
    const auto rate = parse_decimal("--at is a share", text, 6);
    if (!rate) error = rate.error();
    if (rate) rates.push_back(static_cast<screen::Millionths>(*rate));
    return rate.has_value();
  });
  if (error) return std::unexpected(*error);
  return rates;
}

Result<EvalSettings> settings_of(const Arguments& arguments) {
  EvalSettings out;
  EvalReport& report = out.report;
  const std::string& path = arguments.parameters().front();
  report.source = path == "-" ? "standard input" : path;
  report.negatives_source = arguments.value("--negatives");
  TRY(report.profile, profile_of(arguments));
  if (arguments.has("--threshold")) {
    TRY(report.profile.threshold, parse_decimal("--threshold is a score", arguments.value("--threshold"), 4));
  }
  report.profile.rehash();
  TRY(report.ranks, ranks_of(arguments));
  TRY(out.rates, rates_of(arguments));
  report.floor = report.profile.threshold;
  if (!report.negatives_source.empty()) {
    TRY(const Points floor, parse_decimal("--floor is a score", arguments.value("--floor", "0.5"), 4));
    report.floor = std::min(floor, report.floor);
  }
  TRY(out.jobs, parse_count("--jobs", arguments.value("--jobs", "0"), kMostJobs));
  return out;
}

// One run of the command: what it needs, and what has come of it so far.
class EvalRun {
 public:
  EvalRun(screen::Screener screener, screen::TargetIndex targets, EvalSettings settings)
      : screener_(std::move(screener)),
        targets_(std::move(targets)),
        jobs_(settings.jobs),
        rates_(std::move(settings.rates)),
        report_(std::move(settings.report)) {}

  Result<void> screen_expected(intake::RecordReader& reader) {
    return run(reader, report_.unusable, [this](const Screening& screening, UnusableRows& unusable) {
      return take_expected(screening, unusable);
    });
  }
  Result<void> screen_negatives(intake::RecordReader& reader) {
    return run(reader, report_.unusable_negatives, [this](const Screening& screening, UnusableRows& unusable) {
      return take_negative(screening, unusable);
    });
  }
  // The figures. REQUIRES: both files were screened.
  const EvalReport& finish() {
    for (const screen::Millionths rate : rates_) {
      const Points at = report_.found.score_at_hit_rate(rate);
      report_.rates.push_back({rate, std::max(at, report_.floor), at < report_.floor});
    }
    return report_;
  }
  const std::string& misses() const { return misses_; }

 private:
  template <typename Take>
  Result<void> run(intake::RecordReader& reader, uint64_t& count, Take take) {
    catch_interrupts();
    UnusableRows unusable;
    Progress progress;
    const screen::BatchCallbacks callbacks = {
        .on_screening = [&](Screening&& screening) -> Result<void> {
          CHECK_OK(check_interrupt());
          return take(screening, unusable);
        },
        .on_progress = [&](uint64_t subjects, double share) { progress.show(subjects, share); }};
    const auto done = screen::screen_batch(screener_, reader, jobs_, callbacks);
    progress.hide();
    unusable.finish();
    count = unusable.count();
    if (!done) return std::unexpected(done.error());
    return {};
  }

  Result<void> take_expected(const Screening& screening, UnusableRows& unusable) {
    const Locator& where = screening.subject.where;
    if (screening.error) {
      unusable.add(*screening.error);
      return {};
    }
    const std::string expected(intake::kept_value(screening.subject, intake::LabelledColumn::kEntity));
    auto targets = targets_.find(expected);
    const bool is_known = !targets.empty();
    const std::vector<std::string>& searched = screener_.settings().lists;
    std::erase_if(targets, [&](const auto* target) {
      return !searched.empty() && std::ranges::find(searched, target->list) == searched.end();
    });
    if (targets.empty()) {
      const std::string why = expected.empty() ? "the row names no party to be found"
                              : is_known       ? fmt::format("\"{}\" is on a list that --list leaves out", expected)
                                               : fmt::format("the snapshot has no party \"{}\"", expected);
      unusable.add({ErrorCode::kNotFound, why, {where.file, where.record, where.byte}});
      return {};
    }
    const screen::Placing placing = screen::place(screening, targets);
    report_.found.rows.push_back({placing, screen::script_of(screening.subject)});
    if (!placing.found(report_.ranks.back(), report_.profile.threshold)) return add_miss(screening, placing);
    return {};
  }

  Result<void> take_negative(const Screening& screening, UnusableRows& unusable) {
    if (screening.error) {
      unusable.add(*screening.error);
      return {};
    }
    const Points top = screening.hits.empty() ? -1 : screening.hits.front().score;
    report_.found.negatives.push_back({top, screen::script_of(screening.subject), screening.subject.schema});
    return {};
  }

  // A row for --misses: what the party would have scored, and what stood before it.
  Result<void> add_miss(const Screening& screening, const screen::Placing& placing) {
    const Subject& subject = screening.subject;
    const screen::Snapshot& snapshot = screener_.snapshot();
    TRY(const Entity entity, snapshot.entity(placing.target->number));
    const Hit hit = screen::compare(subject, entity, snapshot.entities(), report_.profile);
    const auto best =
        std::ranges::find_if(screening.hits, [&](const Hit& h) { return h.list == placing.target->list; });
    const bool is_under = hit.score < report_.profile.threshold;
    misses_ += fmt::format(
        "{},{},{},{},{},{},{},{},{}\n", subject.where.record, csv_cell(subject.id),
        csv_cell(subject.names.empty() ? "" : subject.names.front().text), csv_cell(placing.target->entity_id),
        placing.rank == 0 || is_under ? "" : fmt::format("{}", placing.rank), exact_score_text(hit.score),
        best == screening.hits.end() ? "" : csv_cell(best->entity_id),
        best == screening.hits.end() ? "" : exact_score_text(best->score), csv_cell(reason_text(hit)));
    return {};
  }

  screen::Screener screener_;
  screen::TargetIndex targets_;
  unsigned jobs_;
  std::vector<screen::Millionths> rates_;
  EvalReport report_;
  std::string misses_{kMissesHeader};
};

// Reads and screens one file through `open` and `screen`; what its reader has to say is printed in any case.
template <typename Open, typename Screen>
Result<void> read_and_screen(const std::string& path, Open open, Screen screen) {
  TRY(std::string bytes, read_file(path));
  Reporter reporter;
  auto reader = open(std::move(bytes), path == "-" ? "standard input" : path, reporter);
  auto done = reader ? screen(**reader) : Result<void>(std::unexpected(std::move(reader).error()));
  print_remarks(reporter, kMostRemarks);
  return done;
}

// The mappings that a file of subjects alone has a use for.
Result<intake::IntakeOptions> negatives_options(const intake::LabelledOptions& options) {
  intake::IntakeOptions out = options.intake;
  for (const std::string& mapping : options.mappings) {
    if (ascii_lower(trim(mapping)).starts_with("entity=")) continue;
    TRY(ColumnMapping parsed, parse_mapping(mapping));
    out.mappings.push_back(std::move(parsed));
  }
  return out;
}

}  // namespace

Result<int> run_eval(const Arguments& arguments) {
  TRY(EvalSettings settings, settings_of(arguments));
  intake::LabelledOptions options;
  TRY(options.intake.default_schema, parse_schema_option(arguments));
  options.mappings = arguments.all("--map");
  TRY(const intake::IntakeOptions plain_options, negatives_options(options));
  TRY(LocatedSnapshot located, open_snapshot(arguments));
  CHECK_OK(refuse_input_as_output(arguments, "--misses", {located.place, arguments.value("--negatives")}));
  const auto& snapshot = located.snapshot;
  settings.report.snapshot_hash = snapshot->hash().hex();
  settings.report.parties = snapshot->entities();
  settings.report.lists = snapshot->lists().size();
  screen::ScreenSettings screening;
  screening.profile = settings.report.profile;
  screening.profile.threshold = settings.report.floor;
  screening.profile.top = kAllHits;
  screening.profile.rehash();
  screening.lists = arguments.all("--list");
  TRY(screen::Screener screener, screen::Screener::build(snapshot, std::move(screening)));
  TRY(screen::TargetIndex targets, screen::TargetIndex::build(*snapshot));
  const std::string negatives = settings.report.negatives_source;
  EvalRun run(std::move(screener), std::move(targets), std::move(settings));
  CHECK_OK(read_and_screen(
      arguments.parameters().front(),
      [&](const std::string& bytes, const std::string& source, Reporter& reporter) {
        return intake::open_expected(bytes, source, options, reporter);
      },
      [&](intake::RecordReader& reader) { return run.screen_expected(reader); }));
  if (!negatives.empty()) {
    CHECK_OK(read_and_screen(
        negatives,
        [&](std::string bytes, const std::string& source, Reporter& reporter) {
          return intake::open_records(std::move(bytes), source, plain_options, reporter);
        },
        [&](intake::RecordReader& reader) { return run.screen_negatives(reader); }));
  }
  const EvalReport& report = run.finish();
  if (report.found.rows.empty())
    return fail(ErrorCode::kBadInput, "no row could be used; there is nothing to evaluate", {report.source});
  if (!negatives.empty() && report.found.negatives.empty())
    return fail(ErrorCode::kBadInput, "no subject could be screened; no hit rate is known", {negatives});
  Output output = Output::standard();
  CHECK_OK(
      output.append(arguments.value("--format") == "jsonl" ? eval_jsonl(report) : eval_text(report, output.look())));
  CHECK_OK(output.commit());
  if (arguments.has("--misses")) CHECK_OK(write_whole(arguments.value("--misses"), run.misses()));
  return report.unusable + report.unusable_negatives > 0 ? kExitError : kExitClear;
}

}  // namespace cordon::cli
