// cordon screen: subjects in, answers out, in the order of the input.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "base/input_bytes.h"
#include "cli/commands.h"
#include "cli/locate_snapshot.h"
#include "cli/output.h"
#include "cli/profile_option.h"
#include "cli/progress.h"
#include "cli/remarks.h"
#include "cli/screening_csv.h"
#include "cli/screening_table.h"
#include "cli/subject_options.h"
#include "screen/batch.h"
#include "screen/json.h"

namespace cordon::cli {
namespace {

constexpr size_t kMostRemarks = 20;
constexpr uint32_t kMostTop = 1000000;
constexpr uint32_t kMostJobs = 1024;

enum class Format : uint8_t { kTable, kJsonl, kCsv };

Format format_of(const Arguments& arguments) {
  const std::string format = arguments.value("--format");
  const std::string path = arguments.value("--output");
  if (format == "jsonl" || (format.empty() && path.ends_with(".jsonl"))) return Format::kJsonl;
  if (format == "csv" || (format.empty() && path.ends_with(".csv"))) return Format::kCsv;
  return Format::kTable;
}

Result<screen::ScreenSettings> settings_of(const Arguments& arguments) {
  screen::ScreenSettings settings;
  TRY(settings.profile, judging_profile(arguments));
  if (arguments.has("--top")) {
    TRY(const uint32_t top, parse_count("--top", arguments.value("--top"), kMostTop));
    if (top == 0) return fail(ErrorCode::kInvalidArgument, "--top is at least 1");
    settings.profile.top = static_cast<int32_t>(top);
  }
  settings.profile.rehash();
  settings.lists = arguments.all("--list");
  settings.programs = arguments.all("--program");
  settings.verify = arguments.has("--verify");
  return settings;
}

// One run of the command: its parts, and what has come of it so far.
class Run {
 public:
  Run(screen::Screener screener, Output output, Format format, unsigned jobs)
      : screener_(std::move(screener)), output_(std::move(output)), format_(format), jobs_(jobs) {}

  Result<void> begin() { return format_ == Format::kCsv ? output_.append(kCsvHeader) : Result<void>{}; }

  Result<void> screen(intake::RecordReader& reader) {
    const screen::BatchCallbacks callbacks = {
        .on_screening =
            [this](Screening&& screening) {
              auto answered = answer(screening);
              has_stopped_ = !answered;
              return answered;
            },
        .on_progress = [this](uint64_t subjects, double share) { progress_.show(before_ + subjects, share); },
    };
    const auto summary = screen::screen_batch(screener_, reader, jobs_, callbacks);
    progress_.hide();
    is_empty_ = summary_.subjects == before_;
    before_ = summary_.subjects;
    if (!summary) return std::unexpected(summary.error());
    for (const std::string& line : summary->verify_differences) fmt::print(stderr, "{}\n", printable(line));
    differences_ += summary->verify_differences.size();
    return {};
  }

  // Held the last input no subject?
  bool is_empty() const { return is_empty_; }
  // Did the run end because its answers could not be written?
  bool has_stopped() const { return has_stopped_; }

  // An input that cannot be read is one answer: not screened, and why.
  Result<void> fail_input(const std::string& input, Error error) {
    fmt::print(stderr, "cordon: {}\n", printable(error.text()));
    Screening screening;
    screening.subject.id = input;
    screening.subject.where.file = input;
    screening.outcome = Outcome::kNotScreened;
    screening.error = std::move(error);
    return answer(screening);
  }

  Result<int> finish() {
    summary_.seconds = progress_.seconds();
    if (unnamed_clear_ > 0)
      CHECK_OK(output_.append(fmt::format("{:14}{} more, counted and not named here; --format csv or jsonl names all\n",
                                          "clear", unnamed_clear_)));
    const bool in_output = format_ == Format::kTable && !output_.is_file();
    summary_.profile = short_stamp(screener_.settings().profile);
    const std::string text =
        summary_text(summary_, screener_.snapshot(), in_output ? output_.look() : look_of(STDERR_FILENO));
    if (format_ == Format::kTable)
      CHECK_OK(
          output_.append("\n" + (in_output ? text : summary_text(summary_, screener_.snapshot(), output_.look()))));
    CHECK_OK(output_.commit());
    if (!in_output) fmt::print(stderr, "{}", text);
    if (summary_.count(Outcome::kNotScreened) > 0 || differences_ > 0) return kExitError;
    return summary_.hits > 0 ? kExitHit : kExitClear;
  }

 private:
  std::string text_of(const Screening& screening) {
    if (format_ == Format::kCsv) return csv_rows(screening, profile_stamp(screener_.settings().profile));
    if (format_ == Format::kJsonl)
      return screen::to_json_line(screening, screener_.snapshot(), screener_.settings().profile) + "\n";
    const bool is_clear = screening.outcome == Outcome::kClear;
    if (is_clear && summary_.count(Outcome::kClear) > kClearLines) {
      ++unnamed_clear_;
      return "";
    }
    return screening_text(screening, output_.look());
  }

  Result<void> answer(const Screening& screening) {
    CHECK_OK(check_interrupt());
    ++summary_.subjects;
    ++summary_.outcomes[static_cast<size_t>(screening.outcome)];
    summary_.hits += screening.hits.size() + screening.more;
    if (output_.look().is_terminal) progress_.hide();
    return output_.append(text_of(screening));
  }

  screen::Screener screener_;
  Output output_;
  Format format_;
  unsigned jobs_;
  Progress progress_;
  RunSummary summary_;
  uint64_t before_ = 0;  // subjects of the inputs before this one
  uint64_t unnamed_clear_ = 0;
  uint64_t differences_ = 0;
  bool has_stopped_ = false;
  bool is_empty_ = false;
};

// Screens one input. Errors: of the output only; those of the input are answered.
Result<void> screen_input(Run& run, const std::string& input, const intake::IntakeOptions& options) {
  Reporter reporter;
  const std::string source = input == "-" ? "standard input" : input;
  auto bytes = InputBytes::open(input);
  if (!bytes) return run.fail_input(source, std::move(bytes).error());
  auto reader = intake::open_records(std::move(*bytes), source, options, reporter);
  if (!reader) {
    print_remarks(reporter, kMostRemarks);
    return run.fail_input(source, std::move(reader).error());
  }
  catch_interrupts();
  auto done = run.screen(**reader);
  print_remarks(reporter, kMostRemarks);
  if (!done && !run.has_stopped()) return run.fail_input(source, std::move(done).error());
  if (run.is_empty()) print_warning(fmt::format("{}: holds no subject; nothing was screened", source));
  return done;
}

Result<intake::IntakeOptions> intake_options_of(const Arguments& arguments) {
  intake::IntakeOptions options;
  TRY(options.default_schema, parse_schema_option(arguments));
  for (const std::string& mapping : arguments.all("--map")) {
    TRY(ColumnMapping parsed, parse_mapping(mapping));
    options.mappings.push_back(std::move(parsed));
  }
  return options;
}

}  // namespace

Result<int> run_screen(const Arguments& arguments) {
  const bool one_subject = describes_subject(arguments);
  if (one_subject != arguments.parameters().empty()) {
    return fail(ErrorCode::kInvalidArgument,
                one_subject ? "either INPUT or a subject's --name, --birth-date, --country, --id; not both"
                            : "usage: cordon screen INPUT... or cordon screen --name NAME");
  }
  TRY(const intake::IntakeOptions options, intake_options_of(arguments));
  TRY(screen::ScreenSettings settings, settings_of(arguments));
  TRY(const uint32_t jobs, parse_count("--jobs", arguments.value("--jobs", "0"), kMostJobs));
  std::unique_ptr<intake::RecordReader> subject;
  if (one_subject) {
    TRY(subject, subject_reader(arguments));
  }
  TRY(LocatedSnapshot located, open_snapshot(arguments));
  CHECK_OK(refuse_input_as_output(arguments, "--output", {located.place}));
  TRY(screen::Screener screener, screen::Screener::build(std::move(located.snapshot), std::move(settings)));
  TRY(Output output, Output::open(arguments.value("--output")));
  Run run(std::move(screener), std::move(output), format_of(arguments), jobs);
  CHECK_OK(run.begin());
  if (subject != nullptr) CHECK_OK(run.screen(*subject));
  for (const std::string& input : arguments.parameters()) CHECK_OK(screen_input(run, input, options));
  return run.finish();
}

}  // namespace cordon::cli
