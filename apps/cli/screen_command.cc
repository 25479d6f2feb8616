// cordon screen: subjects in, answers out, in the order of the input.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "base/input_bytes.h"
#include "cli/commands.h"
#include "cli/duty_options.h"
#include "cli/locate_snapshot.h"
#include "cli/output.h"
#include "cli/page_html.h"
#include "cli/page_text.h"
#include "cli/profile_option.h"
#include "cli/progress.h"
#include "cli/remarks.h"
#include "cli/resumption.h"
#include "cli/screening_csv.h"
#include "cli/screening_table.h"
#include "cli/subject_options.h"
#include "cli/tell.h"
#include "cli/text_table.h"
#include "intake/input_kind.h"
#include "screen/batch.h"
#include "screen/consequences.h"
#include "screen/json.h"
#include "screen/page_batch.h"
#include "screen/since.h"

namespace cordon::cli {
namespace {

constexpr size_t kMostRemarks = 20;
constexpr uint32_t kMostTop = 1000000;
constexpr uint32_t kMostJobs = 1024;

enum class Format : uint8_t { kTable, kJsonl, kCsv, kHtml };

Format format_of(const Arguments& arguments) {
  const std::string format = arguments.value("--format");
  const std::string path = arguments.value("--output");
  if (format == "jsonl" || (format.empty() && path.ends_with(".jsonl"))) return Format::kJsonl;
  if (format == "html" || (format.empty() && (path.ends_with(".html") || path.ends_with(".htm")))) return Format::kHtml;
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
  // With `since`, `screener` is that of its later snapshot.
  Run(std::shared_ptr<const screen::Screener> screener, std::shared_ptr<const screen::Since> since,
      duties::Question question, Output output, std::optional<Resumption> resumption, Format format, unsigned jobs)
      : screener_(std::move(screener)),
        since_(std::move(since)),
        question_(std::move(question)),
        output_(std::move(output)),
        resumption_(std::move(resumption)),
        format_(format),
        jobs_(jobs) {
    if (resumption_) take_up(resumption_->state());
    if (since_) summary_.since.emplace().since = since_.get();
  }

  Result<void> begin() {
    if (format_ == Format::kHtml) return output_.append(page_html_begin());
    const bool has_begun = resumption_ && resumption_->state().output.bytes > 0;
    return format_ == Format::kCsv && !has_begun ? output_.append(since_ ? kCsvHeaderSince : kCsvHeader)
                                                 : Result<void>{};
  }

  // The subject that options describe, and no other.
  Result<void> screen_one(intake::RecordReader& reader) {
    is_one_ = true;
    return screen(reader);
  }

  // A page is one subject. Errors: of the output.
  Result<void> screen_page(std::string_view bytes, const std::string& name) {
    return answer(pages().screen(bytes, name));
  }
  // The same of several at once, one after another handed out by `next`.
  Result<void> screen_pages(const std::function<std::optional<screen::PageInput>()>& next) {
    return screen::screen_pages(pages(), jobs_, {.next = next, .on_page = [this](screen::PageScreening&& page) {
                                                   return answer(std::move(page));
                                                 }});
  }

  Result<void> screen(intake::RecordReader& reader) {
    TRY(const bool has_passed, pass_answered(reader));
    const screen::BatchCallbacks callbacks = {
        .on_screening =
            [this](Screening&& screening) {
              auto answered = answer(screening);
              has_stopped_ = !answered;
              return answered;
            },
        .on_progress = [this](uint64_t subjects, double share) { progress_.show(before_ + subjects, share); },
    };
    const screen::Answers& answers = since_ ? static_cast<const screen::Answers&>(*since_) : *screener_;
    const auto summary = screen::screen_batch(answers, reader, jobs_, callbacks);
    progress_.hide();
    is_empty_ = summary_.subjects == before_ && !has_passed;
    before_ = summary_.subjects;
    if (!summary) return std::unexpected(summary.error());
    for (const std::string& line : summary->verify_differences) tell("{}\n", printable(line));
    differences_ += summary->verify_differences.size();
    return {};
  }

  // A run that can be resumed reads what its checkpoint tells of, and nothing else. Errors: kIo.
  Result<void> check_unchanged(const InputBytes& input, const std::string& source, size_t number) const {
    if (!resumption_ || input.moment() == resumption_->basis().inputs[number].moment) return {};
    return fail(ErrorCode::kIo, "was written to since it was first read", {source});
  }

  // Held the last input no subject?
  bool is_empty() const { return is_empty_; }
  // Did the run end because its answers could not be written?
  bool has_stopped() const { return has_stopped_; }

  // An input that cannot be read is one answer: not screened, and why. A run that can be resumed ends instead where
  // reading it again may go better.
  Result<void> fail_input(const std::string& input, Error error) {
    const bool may_go_better = error.code == ErrorCode::kIo || error.code == ErrorCode::kNotFound;
    if (resumption_ && may_go_better) return std::unexpected(std::move(error));
    tell("cordon: {}\n", printable(error.text()));
    Screening screening;
    screening.subject.id = input;
    screening.subject.where.file = input;
    screening.outcome = Outcome::kNotScreened;
    screening.error = std::move(error);
    if (since_) screening.before = Before{.snapshot = since_->before().hash()};
    if (to_pass_ == 0) return answer(screening);
    --to_pass_;
    return {};
  }

  Result<int> finish() {
    if (to_pass_ > 0)
      return fail(ErrorCode::kCorrupt, "the checkpoint tells of more answers than the inputs have subjects");
    is_at_end_ = true;
    summary_.seconds = seconds();
    if (unnamed_clear_ > 0)
      CHECK_OK(output_.append(fmt::format("{:14}{} more, counted and not named here; --format csv or jsonl names all\n",
                                          "clear", unnamed_clear_)));
    const bool in_output = format_ == Format::kTable && !output_.is_file();
    if (format_ == Format::kHtml)
      CHECK_OK(output_.append(page_html_end(fmt::format(
          "{} · snapshot {} · profile {} · it says who says what, not what is true", screen::engine_version(),
          screener_->snapshot().hash().hex(), profile_stamp(screener_->settings().profile)))));
    summary_.profile = short_stamp(screener_->settings().profile);
    const std::string text =
        summary_text(summary_, screener_->snapshot(), in_output ? output_.look() : look_of(STDERR_FILENO));
    if (format_ == Format::kTable)
      CHECK_OK(
          output_.append("\n" + (in_output ? text : summary_text(summary_, screener_->snapshot(), output_.look()))));
    CHECK_OK(resumption_ ? resumption_->finish(output_, state()) : output_.commit());
    if (!in_output) tell("{}", text);
    return exit_code();
  }

  // The end of a run whose output was whole when an earlier process ended.
  int finish_again() {
    summary_.profile = short_stamp(screener_->settings().profile);
    tell("{}", summary_text(summary_, screener_->snapshot(), look_of(STDERR_FILENO)));
    return exit_code();
  }

  // Saves what can be saved of a run that ends with `error`; returns it with what there is to say.
  Error stop(Error error) {
    progress_.hide();
    const bool is_quiet = is_quiet_end(error);
    if (resumption_) {
      if (!is_at_end_) (void)resumption_->save(output_, state());  // where it fails, the last one holds
      if (is_quiet) print_note("stopped; " + resumption_->how_to_go_on());
      if (!is_quiet) error.message += "; " + resumption_->how_to_go_on();
    } else if (is_quiet && check_interrupt()) {
      print_warning("standard output was closed by its reader; not all answers were written");
    }
    return error;
  }

 private:
  int exit_code() const {
    if (summary_.count(Outcome::kNotScreened) > 0 || differences_ > 0) return kExitError;
    if (summary_.since) return summary_.since->differing > 0 ? kExitHit : kExitClear;
    return summary_.hits > 0 ? kExitHit : kExitClear;
  }

  void take_up(const screen::BatchState& state) {
    summary_.subjects = to_pass_ = state.subjects;
    summary_.outcomes = state.outcomes;
    summary_.hits = state.hits;
    summary_.more = state.more;
    summary_.seconds = seconds_before_ = static_cast<double>(state.milliseconds) / 1000;
    unnamed_clear_ = state.unnamed_clear;
  }

  screen::BatchState state() const {
    return {.subjects = summary_.subjects,
            .outcomes = summary_.outcomes,
            .hits = summary_.hits,
            .more = summary_.more,
            .unnamed_clear = unnamed_clear_,
            .milliseconds = static_cast<uint64_t>(seconds() * 1000)};
  }

  double seconds() const { return seconds_before_ + progress_.seconds(); }

  // Reads over the subjects that an earlier process answered; says whether there were any. They are read in full, so
  // that what is remarked of the input is remarked of all of it.
  Result<bool> pass_answered(intake::RecordReader& reader) {
    const uint64_t first = to_pass_;
    while (to_pass_ > 0) {
      CHECK_OK(check_interrupt());
      TRY(const std::optional<Subject> subject, reader.next());
      if (!subject) break;
      --to_pass_;
    }
    before_ = summary_.subjects;
    if (to_pass_ < first) progress_.go_on_from(before_, intake::share_read(reader));
    return to_pass_ < first;
  }

  std::string text_of(const screen::PageScreening& page) {
    if (format_ == Format::kCsv) return csv_rows(page.screening, profile_stamp(screener_->settings().profile));
    if (format_ == Format::kHtml) return page_html(page, summary_.subjects);
    if (format_ == Format::kJsonl)
      return screen::to_json_line(page, screener_->snapshot(), screener_->settings().profile) + "\n";
    return page_text(page, output_.look());
  }

  std::string text_of(const Screening& screening) {
    if (format_ == Format::kHtml) return page_html({screening, {}, {}, {}}, summary_.subjects);
    if (format_ == Format::kCsv) return csv_rows(screening, profile_stamp(screener_->settings().profile));
    if (format_ == Format::kJsonl)
      return screen::to_json_line(screening, screener_->snapshot(), screener_->settings().profile) + "\n";
    const bool is_clear = screening.outcome == Outcome::kClear && !since_;
    if (is_clear && summary_.count(Outcome::kClear) > kClearLines) {
      ++unnamed_clear_;
      return "";
    }
    return screening_text(screening, is_one_ || question_.is_asked() ? Duties::kInFull : Duties::kSteps,
                          output_.look());
  }

  // Counts an answer and adds its duties; false where it is not to be shown.
  Result<bool> count(Screening& screening) {
    if (!screening.hits.empty() && format_ != Format::kCsv) {
      TRY(screening.duties, screen::duties_of(screening, question_));
    }
    ++summary_.subjects;
    if (summary_.since && !summary_.since->count(screening)) return false;
    ++summary_.outcomes[static_cast<size_t>(screening.outcome)];
    summary_.hits += screening.hits.size();
    summary_.more |= screening.more;
    if (output_.look().is_terminal) progress_.hide();
    return true;
  }

  const screen::PageScreener& pages() { return pages_ ? *pages_ : pages_.emplace(screener_); }

  Result<void> answer(screen::PageScreening page) {
    CHECK_OK(check_interrupt());
    if (page.screening.error) tell("cordon: {}\n", printable(page.screening.error->text()));
    CHECK_OK(count(page.screening));
    auto written = output_.append(text_of(page));
    has_stopped_ = !written;
    return written;
  }

  Result<void> answer(Screening& screening) {
    CHECK_OK(check_interrupt());
    TRY(const bool is_shown, count(screening));
    if (!is_shown) return {};
    CHECK_OK(output_.append(text_of(screening)));
    return resumption_ ? resumption_->save_when_due(output_, state()) : Result<void>{};
  }

  std::shared_ptr<const screen::Screener> screener_;
  std::shared_ptr<const screen::Since> since_;  // with --since
  duties::Question question_;
  Output output_;
  std::optional<Resumption> resumption_;  // with --checkpoint
  Format format_;
  unsigned jobs_;
  Progress progress_;
  RunSummary summary_;
  uint64_t before_ = 0;   // subjects of the inputs before this one
  uint64_t to_pass_ = 0;  // subjects that an earlier process answered and that are still to be read over
  double seconds_before_ = 0;
  uint64_t unnamed_clear_ = 0;
  uint64_t differences_ = 0;
  bool has_stopped_ = false;
  bool is_empty_ = false;
  std::optional<screen::PageScreener> pages_;  // made when the first page comes
  bool is_one_ = false;                        // one subject, described by options: its duties are printed in full
  bool is_at_end_ = false;                     // what the output ends with is in it: no state to go on from
};

// What the inputs are, and what the other options leave possible.
struct Inputs {
  std::string as;  // --as
  Format format = Format::kTable;
  bool has_since = false, has_checkpoint = false;

  intake::InputKind kind_of(const std::string& input, std::string_view bytes) const {
    if (as == "page") return intake::InputKind::kPage;
    if (as == "records") return intake::InputKind::kRecords;
    return intake::input_kind(input, bytes);
  }
  Result<void> refuse_page(const std::string& source) const {
    if (!has_since && !has_checkpoint) return {};
    return fail(ErrorCode::kUnsupported,
                fmt::format("is a page; {} is for records (--as records says that it is some)",
                            has_since ? "--since" : "--checkpoint"),
                {source});
  }
};

// The inputs with every file of a folder in its place, by name; hidden files are left out. A link to nothing keeps its
// place and is not screened, by name; linked folders and pipes are passed over with a warning. Errors: kIo.
Result<std::vector<std::string>> files_of(const std::vector<std::string>& inputs) {
  namespace fs = std::filesystem;
  std::vector<std::string> out;
  for (const std::string& input : inputs) {
    std::error_code error;
    if (!fs::is_directory(input, error)) {
      out.push_back(input);
      continue;
    }
    std::vector<std::string> files;
    fs::recursive_directory_iterator at(input, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
      const bool is_hidden = at->path().filename().string().starts_with('.');
      if (is_hidden && at->is_directory(error)) at.disable_recursion_pending();
      std::error_code ignored;
      const bool is_link = at->is_symlink(ignored), is_folder = at->is_directory(ignored);
      if (is_hidden || (is_folder && !is_link)) continue;
      if (at->is_regular_file(ignored) || (is_link && !at->exists(ignored)))
        files.push_back(at->path().string());
      else
        print_warning(fmt::format("{}: {}; nothing in it was screened", printable(at->path().string()),
                                  is_folder ? "a link to a folder, which is not followed" : "no file"));
    }
    if (error) return fail(ErrorCode::kIo, "cannot be read: " + error.message(), {input});
    if (files.empty()) return fail(ErrorCode::kNotFound, "holds no file", {input});
    std::ranges::sort(files);
    std::ranges::move(files, std::back_inserter(out));
  }
  return out;
}

// Screens the inputs from `first` on as long as they are files of pages, several at once; moves `first` behind them.
// Others, and what cannot be opened, are left to screen_input(). Errors: of the output.
Result<void> screen_page_files(Run& run, const std::vector<std::string>& names, size_t& first, const Inputs& inputs) {
  namespace fs = std::filesystem;
  constexpr uintmax_t kMostBytes = 16 << 20;  // of a file: several are held in memory
  const auto next = [&]() -> std::optional<screen::PageInput> {
    if (first == names.size()) return std::nullopt;
    const std::string& name = names[first];
    std::error_code error;
    if (name == "-" || !fs::is_regular_file(name, error) || fs::file_size(name, error) > kMostBytes || error) return {};
    auto bytes = InputBytes::open(name);
    if (!bytes || inputs.kind_of(name, bytes->bytes()) != intake::InputKind::kPage || !inputs.refuse_page(name))
      return std::nullopt;
    ++first;
    return screen::PageInput{std::move(*bytes), name};
  };
  std::optional<screen::PageInput> page = next();
  if (!page) return {};
  catch_interrupts();
  return run.screen_pages([&] { return page ? std::exchange(page, std::nullopt) : next(); });
}

// Screens one input. Errors: of the output only; those of the input are answered.
Result<void> screen_input(Run& run, const std::string& input, size_t number, const intake::IntakeOptions& options,
                          const Inputs& inputs) {
  Reporter reporter;
  const std::string source = input == "-" ? "standard input" : input;
  auto bytes = InputBytes::open(input);
  if (!bytes) return run.fail_input(source, std::move(bytes).error());
  CHECK_OK(run.check_unchanged(*bytes, source, number));
  if (inputs.kind_of(input, bytes->bytes()) == intake::InputKind::kPage) {
    if (const auto refused = inputs.refuse_page(source); !refused) return run.fail_input(source, refused.error());
    catch_interrupts();
    return run.screen_page(bytes->bytes(), source);
  }
  if (inputs.format == Format::kHtml)
    return run.fail_input(source, {ErrorCode::kUnsupported, "holds records; --format html is for pages", {source}});
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

// What answers depend on, for --checkpoint.
Result<screen::BatchBasis> basis_of(const Arguments& arguments, const screen::Screener& screener) {
  constexpr std::string_view kFormats[] = {"table", "jsonl", "csv", "html"};
  screen::BatchBasis basis{.engine = std::string(screen::engine_version()),
                           .snapshot = screener.snapshot().hash().hex(),
                           .profile = profile_stamp(screener.settings().profile)};
  basis.options["--format"] = {std::string(kFormats[static_cast<size_t>(format_of(arguments))])};
  for (const std::string_view option :
       {"--list", "--program", "--map", "--schema", "--jurisdiction", "--fact", "--event", "--office", "--licences"})
    if (arguments.has(option)) basis.options[std::string(option)] = arguments.all(option);
  for (const std::string& input : arguments.parameters()) {
    TRY(const InputBytes bytes, InputBytes::open(input));
    TRY(screen::InputStamp stamp, screen::stamp_of(printable(input), bytes));
    basis.inputs.push_back(std::move(stamp));
  }
  return basis;
}

Result<int> screen_all(Run& run, intake::RecordReader* subject, const std::vector<std::string>& inputs,
                       const intake::IntakeOptions& options, const Inputs& kinds) {
  CHECK_OK(run.begin());
  if (subject != nullptr) CHECK_OK(run.screen_one(*subject));
  for (size_t i = 0; i < inputs.size();) {
    const size_t first = i;
    CHECK_OK(screen_page_files(run, inputs, i, kinds));
    if (i > first) continue;
    CHECK_OK(screen_input(run, inputs[i], i, options, kinds));
    ++i;
  }
  return run.finish();
}

}  // namespace

Result<int> run_screen(const Arguments& arguments) {
  const bool one_subject = describes_subject(arguments);
  if (one_subject != arguments.parameters().empty()) {
    return fail(ErrorCode::kInvalidArgument,
                one_subject ? "either INPUT or a subject's --name, --birth-date, --country, --id; not both"
                            : "usage: cordon screen INPUT... or cordon screen --name NAME");
  }
  if (one_subject && (format_of(arguments) == Format::kHtml || arguments.value("--as", "") == "page"))
    return fail(ErrorCode::kInvalidArgument,
                "--format html and --as page are for pages; a subject given by --name is none");
  TRY(const intake::IntakeOptions options, intake_options_of(arguments));
  TRY(screen::ScreenSettings settings, settings_of(arguments));
  TRY(duties::Question question, question_of(arguments, settings.profile));
  TRY(const std::vector<std::string> inputs, files_of(arguments.parameters()));
  CHECK_OK(check_checkpoint_option(arguments));
  TRY(const uint32_t jobs, parse_count("--jobs", arguments.value("--jobs", "0"), kMostJobs));
  std::unique_ptr<intake::RecordReader> subject;
  if (one_subject) {
    TRY(subject, subject_reader(arguments));
  }
  TRY(LocatedSnapshot located, open_snapshot(arguments));
  for (const std::string_view option : {"--output", "--checkpoint"})
    CHECK_OK(refuse_input_as_output(arguments, option, {located.place, arguments.value("--since")}));
  std::shared_ptr<const screen::Since> since;
  std::shared_ptr<const screen::Screener> screener;
  if (arguments.has("--since")) {
    TRY(auto earlier, screen::Snapshot::open(arguments.value("--since")));
    TRY(screen::Since made, screen::Since::build(earlier, located.snapshot, std::move(settings), jobs));
    since = std::make_shared<const screen::Since>(std::move(made));
    screener = {since, &since->after()};
  } else {
    TRY(screen::Screener made, screen::Screener::build(std::move(located.snapshot), std::move(settings)));
    screener = std::make_shared<const screen::Screener>(std::move(made));
  }
  std::optional<Resumption> resumption;
  if (arguments.has("--checkpoint")) {
    TRY(screen::BatchBasis basis, basis_of(arguments, *screener));
    TRY(resumption, Resumption::open(arguments, std::move(basis)));
  }
  const bool is_done = resumption && resumption->is_done();
  TRY(Output output, resumption ? resumption->take_output() : Output::open(arguments.value("--output")));
  Run run(std::move(screener), std::move(since), std::move(question), std::move(output), std::move(resumption),
          format_of(arguments), jobs);
  if (is_done) return run.finish_again();
  const Inputs kinds{arguments.value("--as"), format_of(arguments), arguments.has("--since"),
                     arguments.has("--checkpoint")};
  auto code = screen_all(run, subject.get(), inputs, options, kinds);
  if (!code) return std::unexpected(run.stop(std::move(code).error()));
  return code;
}

}  // namespace cordon::cli
